//! What applying suggestions or a recipe would change, looked at before it is done.

use std::cell::Cell;
use std::rc::Rc;

use crate::dom::prelude::*;
use gloo_events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::cures::Proposed;
use super::icons::icon;
use super::recipe;
use super::source;
use super::state::App;
use super::words::{self, count, counted, people};
use crate::snapshot::{Cause, Pair, Proposal, Replay};

/// What the dialog shows.
#[derive(Clone)]
enum Shown {
    Looking,
    Found(Proposal, Uint8Array),
    Replayed(Replay, Uint8Array),
    Failed(String),
}

pub(super) fn dialog(app: App) -> View {
    view! {
        (match app.cures.proposed.get_clone() {
            Some(subject) => open(app, subject),
            None => view! {},
        })
    }
}

fn open(app: App, proposed: Proposed) -> View {
    let (subject, recipe) = match proposed {
        Proposed::All => (None, None),
        Proposed::Of(cause) => (Some(*cause), None),
        Proposed::Recipe(text) => (None, Some(text)),
    };
    let shown = create_signal(Shown::Looking);
    let alive = Rc::new(Cell::new(true));
    on_cleanup({
        let alive = Rc::clone(&alive);
        move || alive.set(false)
    });
    if let Some(checked) = app.checked.get_clone_untracked() {
        let (rule, attribute) = match &subject {
            Some(cause) => (Some(cause.rule.clone()), cause.attribute.clone()),
            None => (None, None),
        };
        let show = move |now: Shown| {
            if alive.get() {
                shown.set(now);
                app.focus_soon("fix-title");
            }
        };
        match &recipe {
            Some(text) => checked.client.replay(text, move |answer| {
                show(match answer {
                    Ok((replay, batch)) => Shown::Replayed(replay, batch),
                    Err(message) => Shown::Failed(message),
                });
            }),
            None => checked.client.propose(rule.as_deref(), attribute.as_deref(), move |answer| {
                show(match answer {
                    Ok((proposal, batch)) => Shown::Found(proposal, batch),
                    Err(message) => Shown::Failed(message),
                });
            }),
        }
    }
    let node = create_node_ref();
    // A file is chosen in a window of the browser's own: the focus goes to the button that opened it.
    let (opener, home) = match &recipe {
        Some(_) => (None, "recipe-button"),
        None => (app.active(), "review-title"),
    };
    let close = move || {
        app.cures.proposed.set(None);
        app.return_focus(opener.clone(), home);
    };
    let cancelled = close.clone();
    on_mount(move || {
        let dialog: HtmlDialogElement = node.get().unchecked_into();
        let _ = dialog.show_modal();
        // Escape closes it as well.
        let listener = EventListener::new(&dialog, "cancel", move |_| cancelled());
        on_cleanup(move || drop(listener));
    });
    let title = match &subject {
        Some(cause) => cause.title.clone(),
        None if recipe.is_some() => "Recipe".to_owned(),
        None => "All suggestions".to_owned(),
    };
    let dismissed = close.clone();
    view! {
        dialog(class="fix", aria-labelledby="fix-title", r#ref=node) {
            div(class="panel-head") {
                h2(id="fix-title", tabindex="-1") { (title) }
                button(r#type="button", class="quiet", on:click=move |_| dismissed()) { "Close" }
            }
            (match shown.get_clone() {
                Shown::Looking => view! { p(class="hint", role="status") { "Looking for what would change…" } },
                Shown::Failed(message) => view! { p(class="problem") { (message) } },
                Shown::Replayed(replay, batch) => recipe::found(app, &replay, batch, close.clone()),
                Shown::Found(proposal, batch) => found(app, subject.as_ref(), &proposal, batch, close.clone()),
            })
        }
    }
}

fn found(
    app: App,
    subject: Option<&Cause>,
    proposal: &Proposal,
    batch: Uint8Array,
    close: impl Fn() + Clone + 'static,
) -> View {
    if proposal.changes == 0 {
        let text =
            "For none of these is one value certain. Show the people, and change their cells one by one.";
        return view! { p { (text) } };
    }
    let open = match proposal.open {
        0 => String::new(),
        1 => "For 1 finding no value is certain; it stays.".to_owned(),
        open => format!("For {} findings no value is certain; they stay.", count(open)),
    };
    let sum = format!(
        "{} of {} would change.",
        counted(proposal.changes, "value", "values"),
        people(proposal.people)
    );
    let pairs: Vec<View> = proposal.pairs.iter().map(pair).collect();
    let more = proposal.different.saturating_sub(proposal.pairs.len() as u64);
    let more =
        if more > 0 { format!("and {} other changes, less frequent", count(more)) } else { String::new() };
    let label = format!("Apply {}", counted(proposal.changes, "change", "changes"));
    let done = match subject {
        Some(cause) => format!("{} in {}", cause.title, counted(proposal.changes, "value", "values")),
        None => format!("all suggestions, in {}", counted(proposal.changes, "value", "values")),
    };
    let at_source = source::expressions(app, &proposal.expressions);
    let (cancel, mark) = (close.clone(), icon("ok"));
    let apply = move |_| {
        close();
        app.apply(&batch, format!("Fixed: {done}"));
    };
    view! {
        p { strong { (sum) } " " (open) }
        div(class="fix-table", tabindex="0", role="region", aria-label="Changes") {
            table {
                thead { tr { th(scope="col") { "Column" } th(scope="col") { "Now" } th(scope="col") { "After" } th(scope="col") { "Values" } } }
                tbody { (pairs) }
            }
        }
        p(class="small") { (more) }
        (at_source)
        p(class="hint") { "Your files stay as they are. The changes go into the corrected export, and can be undone." }
        div(class="fix-actions") {
            button(r#type="button", class="primary", on:click=apply) { (mark) (label) }
            button(r#type="button", on:click=move |_| cancel()) { "Cancel" }
        }
    }
}

fn pair(pair: &Pair) -> View {
    let column = pair.column.clone().unwrap_or_else(|| "no column".to_owned());
    let text = |text: &str| if text.is_empty() { "(empty)".to_owned() } else { words::shown(text) };
    let (from, to, number) = (text(&pair.from), text(&pair.to), count(pair.count));
    view! {
        tr { td { (column) } td { del { (from) } } td { ins { (to) } } td(class="number") { (number) } }
    }
}
