//! The last step: what leaves the page, and only because the admin takes it.

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::causes;
use super::fix;
use super::icons::icon;
use super::recipe;
use super::source;
use super::state::{App, Step};
use super::status;
use super::words::{count, counted};

pub(crate) fn take_away(app: App) -> View {
    let ready = create_selector(move || app.checked.with(Option::is_some));
    view! {
        (status::status(app))
        section(class="takeaway", aria-labelledby="take-away-title") {
            h1(id="take-away-title", tabindex="-1") { "Take away" }
            (if ready.get() {
                view! {
                    (files(app))
                    (recipe::card(app))
                    (source::card(app))
                    (told(app))
                    (redacted(app))
                    (if app.has(Step::Assignments) { settings() } else { view! {} })
                    (done(app))
                    (fix::dialog(app))
                }
            } else {
                view! {
                    div(class="empty") {
                        p { "Nothing to take away yet. Drop an export; it is read here and goes nowhere." }
                        a(class="button primary", href="#files") { "Choose files" }
                    }
                }
            })
        }
    }
}

/// The corrected export, file by file.
fn files(app: App) -> View {
    let rows = move || {
        let Some(checked) = app.checked.get_clone() else { return Vec::new() };
        let exports = checked.exports();
        let several = exports.len() > 1;
        let row = |input: usize| {
            let name = checked.files.names[input].clone();
            let carried = checked.carried.get(input).copied().unwrap_or_default();
            let what = match carried.changed {
                0 if checked.is_sheet(input) => "as the sheet shows it, as CSV".to_owned(),
                changed if checked.is_sheet(input) => {
                    format!("{} changed, as CSV", counted(changed, "value", "values"))
                }
                0 => "as it is, byte for byte".to_owned(),
                changed => {
                    format!("{} changed, every other byte as it is", counted(changed, "value", "values"))
                }
            };
            let left = match carried.left_out {
                0 => String::new(),
                1 => "1 change is for an attribute that this file has no column for, and is not in it."
                    .to_owned(),
                left => format!(
                    "{} changes are for attributes that this file has no column for, and are not in it.",
                    count(left)
                ),
            };
            let label = format!("Download {name}");
            let own = if several {
                view! { button(r#type="button", class="quiet", disabled=app.writing.get(), on:click=move |_| app.download_corrected(Some(input), false)) { (label) } }
            } else {
                view! {}
            };
            view! { li { span { strong { (name) } " " span(class="hint") { (what) } } (own) p(class="small") { (left) } } }
        };
        exports.into_iter().map(row).collect::<Vec<View>>()
    };
    view! {
        div(class="card") {
            h2 { "Corrected export" }
            p(class="hint") { "The same format, columns, order, quotes and encoding; only what was cured differs. Import it where it came from, or hand it on." }
            ul(class="taken-files") { (rows()) }
            (refused(app))
            div { (corrected(app, true)) }
        }
    }
}

/// Files whose encoding does not hold a new value.
pub(crate) fn refused(app: App) -> View {
    let all = move || {
        let one = |(input, message): (usize, String)| {
            let write = move |_| {
                app.cures.refused.update(|refused| refused.retain(|(other, _)| *other != input));
                app.download_corrected(Some(input), true);
            };
            view! {
                div(class="told told-refused", role="alert") {
                    p { (message) }
                    button(r#type="button", on:click=write) { "Write it as UTF-8" }
                }
            }
        };
        app.cures.refused.get_clone().into_iter().map(one).collect::<Vec<View>>()
    };
    view! { (all()) }
}

/// The button for what was cured.
pub(crate) fn corrected(app: App, large: bool) -> View {
    let mark = icon("download");
    let class = if large { "primary" } else { "" };
    view! {
        button(
            r#type="button", class=class, title="Your files with what was cured in them, every other byte as it is",
            disabled=app.writing.get(), on:click=move |_| { app.cures.refused.set(Vec::new()); app.download_corrected(None, false); }
        ) { (mark) "Download corrected export" }
    }
}

/// The button for the findings, with the choice of how they are written.
pub(crate) fn findings(app: App, large: bool) -> View {
    let choose = move |event: web_sys::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            app.findings_json.set(select.value() == "json");
        }
    };
    let mark = icon("download");
    let now = move || if app.findings_json.get() { "json" } else { "csv" };
    let class = if large { "findings-format" } else { "findings-format findings-format-small" };
    view! {
        span(class=class) {
            button(
                r#type="button", title="Every finding: as a table that spreadsheets open safely, or as JSON",
                disabled=app.writing.get(), on:click=move |_| save_findings(app)
            ) { (mark) "Download findings" }
            span(class="select") {
                select(aria-label="Format of the findings", prop:value=now(), on:change=choose) {
                    option(value="csv") { "CSV" }
                    option(value="json") { "JSON" }
                }
            }
        }
    }
}

fn save_findings(app: App) {
    let json = app.findings_json.get_untracked();
    save(app, false, !json, if json { "rollcall-findings.json" } else { "rollcall-findings.csv" });
}

fn save(app: App, profiles: bool, csv: bool, name: &'static str) {
    let Some(checked) = app.checked.get_clone_untracked() else {
        return;
    };
    app.writing.set(true);
    app.say("Writing the file.");
    checked.client.report(profiles, if csv { "csv" } else { "json" }, move |report| {
        app.writing.set(false);
        match report {
            Ok(blob) => {
                app.hand_over(&blob, name, None);
                app.say(format!("{name} is ready."));
            }
            Err(message) => {
                app.say(message.clone());
                app.notice.set(Some(message));
            }
        }
    });
}

/// What was found.
fn told(app: App) -> View {
    let mark = icon("download");
    let sum = move || {
        app.checked.with(|checked| {
            let Some(checked) = checked else { return String::new() };
            let summary = &checked.summary;
            format!(
                "{}, {}, {}.",
                counted(summary.errors, "error", "errors"),
                counted(summary.warnings, "warning", "warnings"),
                counted(summary.notices, "notice", "notices")
            )
        })
    };
    let print = move |_| {
        causes::show_all(app);
        app.go(Step::Review);
        // The examples come from the worker.
        Timeout::new(400, move || {
            if let Some(window) = web_sys::window() {
                causes::unfold(app, true);
                let _ = window.print();
                causes::unfold(app, false);
            }
        })
        .forget();
    };
    view! {
        div(class="card") {
            h2 { "Findings" }
            p(class="hint") { (sum()) " They name people: share them as you would the export." }
            div(class="taken-buttons") {
                (findings(app, true))
                button(
                    r#type="button", title="Every finding and what becomes of every person, as JSON",
                    disabled=app.writing.get(), on:click=move |_| save(app, true, false, "rollcall-report.json")
                ) { (mark) "Download report" }
                (if app.place.is_embedded() { view! {} } else { view! { button(r#type="button", on:click=print) { "Print the causes" } } })
            }
        }
    }
}

/// The files with fake people in them.
fn redacted(app: App) -> View {
    let mark = icon("download");
    view! {
        div(class="card") {
            h2 { "Redacted export" }
            p(class="hint") {
                "To show to support: your files as you dropped them, without what was cured here, and with fake people in them. Lines, findings and counts stay; so do names of files and columns, your company's domains, groups that your settings or files name, statuses, countries, states, time zones and locales. Look it through before you share it."
            }
            div { button(
                r#type="button", title="The same files with stable fake people in them",
                disabled=app.writing.get(), on:click=move |_| app.download_redacted()
            ) { (mark) "Download redacted export" } }
        }
    }
}

fn settings() -> View {
    view! {
        div(class="card") {
            h2 { "Settings" }
            p(class="hint") { "Company, assignments and rules, without anyone's data; for the command line, and for the next time." }
            div { a(class="button", href="#assignments") { "To the settings file" } }
        }
    }
}

/// What was done, the last first.
fn done(app: App) -> View {
    let items = move || {
        let all: Vec<String> = app.edit.history.with(|history| history.done().map(str::to_owned).collect());
        let items: Vec<View> =
            all.into_iter().map(|what| view! { li { (super::words::shown(&what)) } }).collect();
        if items.is_empty() {
            view! { p(class="hint") { "Nothing was changed yet." } }
        } else {
            view! { ol(class="done") { (items) } }
        }
    };
    view! {
        div(class="card") {
            h2 { "What was done" }
            (items())
        }
    }
}
