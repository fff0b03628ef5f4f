//! Cures at the source: the expression of a mapping beside the suggestions, and what was changed as an import table
//! or as commands.

use crate::dom::prelude::*;

use super::icons::icon;
use super::state::App;
use super::words::{count, counted};
use crate::snapshot::Expression;

/// Where the source's expressions go.
fn place(app: App) -> &'static str {
    let entra = app
        .checked
        .with_untracked(|checked| checked.as_ref().is_some_and(|checked| checked.source == "entra"));
    if entra {
        "Azure AD, in the attribute mapping of the Gong app"
    } else {
        "Okta, in the mapping to the Gong app"
    }
}

/// What cures the causes of a proposal once and for all.
pub(super) fn expressions(app: App, all: &[Expression]) -> View {
    let shown: Vec<View> = all
        .iter()
        .filter_map(|expression| {
            let text = expression.text.clone()?;
            let stay = match expression.left {
                0 => String::new(),
                1 => " 1 value differs from person to person and stays.".to_owned(),
                left => format!(" {} values differ from person to person and stay.", count(left)),
            };
            let all = if expression.rule.is_none() { ", all causes in one" } else { "" };
            let title = format!(
                "{}{all}: cures {}.{stay}",
                expression.attribute,
                counted(expression.cured, "value", "values")
            );
            Some(view! { li { p { (title) } pre(tabindex="0") { code { (text) } } } })
        })
        .collect();
    if shown.is_empty() {
        return view! {};
    }
    let title = format!("Or cure it once in {}", place(app));
    view! {
        details(class="more at-source") {
            summary { (title) }
            ul { (shown) }
        }
    }
}

/// The part of the last step that is about the source.
pub(super) fn card(app: App) -> View {
    let told = create_signal(Vec::<String>::new());
    let any = create_selector(move || app.cures.batches.with(|batches| !batches.is_empty()));
    let button = move |label: &'static str, title: &'static str, format: &'static str, name: &'static str| {
        let mark = icon("download");
        let act = move |_| take(app, told, format, name);
        view! { button(r#type="button", title=title, disabled=app.writing.get() || !any.get(), on:click=act) { (mark) (label) } }
    };
    let okta = button(
        "Download Okta import",
        "A table for Okta's import, with only the columns that change",
        "okta-csv",
        "rollcall-okta-import.csv",
    );
    let powershell = button(
        "Download PowerShell lines",
        "Microsoft Graph PowerShell, a line for each person with only what changes",
        "powershell",
        "rollcall-changes.ps1",
    );
    let lines =
        move || told.get_clone().into_iter().map(|text| view! { li { (text) } }).collect::<Vec<View>>();
    view! {
        div(class="card") {
            h2 { "Fix at the source" }
            p(class="hint") { "What was changed here, for the directory itself. A cause that a mapping can cure shows its expression where you look at its suggestions." }
            div(class="taken-buttons") { (okta) (powershell) }
            ul(class="small") { (lines()) }
        }
    }
}

fn take(app: App, told: Signal<Vec<String>>, format: &'static str, name: &'static str) {
    let Some(checked) = app.checked.get_clone_untracked() else { return };
    app.writing.set(true);
    app.say("Writing the file.");
    checked.client.at_source(format, move |answer| {
        app.writing.set(false);
        let lines = match answer {
            Ok((blob, counts)) => {
                app.hand_over(&blob, name, None);
                app.say(format!("{name} is ready."));
                let sum = format!(
                    "{} of {}.",
                    counted(counts.values, "value", "values"),
                    counted(counts.people, "person", "people")
                );
                let left = counts.left_out.into_iter().map(|(why, values)| {
                    format!("{} left out: {why}.", counted(values, "value is", "values are"))
                });
                std::iter::once(sum).chain(left).collect()
            }
            Err(message) => {
                app.say(message.clone());
                vec![message]
            }
        };
        if told.is_alive() {
            told.set(lines);
        }
    });
}
