//! The top bar: what is being judged against, and that all of it stays here.

use crate::dom::prelude::*;

use super::state::{App, Step};
use super::{company, icons};

pub(crate) fn top(app: App) -> View {
    // Those steps have the fields themselves.
    let elsewhere =
        create_selector(move || !matches!(app.step.get(), Step::Source | Step::Files | Step::Assignments));
    let open = create_signal(false);
    let mark = icons::icon("local");
    let panel = move || {
        if open.get() {
            app.room(move |rooms| (rooms.local)(app, open))
        } else {
            view! {}
        }
    };
    let travel = travel(app);
    view! {
        header(class="top", "part"="top", role=app.place.is_embedded().then_some("group"), aria-label=app.place.is_embedded().then_some("Company and changes")) {
            (if app.has(Step::Source) {
                view! { a(class="brand", href="#source", aria-label="Rollcall, to the start") { span(class="logo", aria-hidden="true") "Rollcall" } }
            } else {
                view! { span(class="brand") { span(class="logo", aria-hidden="true") "Rollcall" } }
            })
            div(class="top-company") {
                (if elsewhere.get() { company::fields(app, false) } else { view! {} })
                (if elsewhere.get() {
                    view! { a(class="top-summary", href="#source") { (app.company.with(company::summary)) } }
                } else {
                    view! {}
                })
            }
            (travel)
            button(
                r#type="button", class="local", id="local-button",
                aria-expanded=if open.get() { "true" } else { "false" }, aria-controls="local-panel",
                on:click=move |_| open.set(!open.get_untracked())
            ) { (mark) "local" }
        }
        div(id="local-panel", class="local-anchor") { (panel) }
    }
}

/// Undo and redo, for every change of the settings.
fn travel(app: App) -> View {
    let (undoes, redoes) = (create_selector(move || app.undoes()), create_selector(move || app.redoes()));
    let title = |verb: &str, what: Option<String>| what.map(|what| format!("{verb}: {what}"));
    let (back, forth) = (icons::icon("undo"), icons::icon("redo"));
    view! {
        div(class="travel") {
            button(
                r#type="button", id="undo", class="quiet", title=title("Undo", undoes.get_clone()),
                disabled=undoes.with(Option::is_none), on:click=move |_| { app.undo(); stay(app, "undo", "redo"); }
            ) { (back) span(class="travel-word") { "Undo" } }
            button(
                r#type="button", id="redo", class="quiet", title=title("Redo", redoes.get_clone()),
                disabled=redoes.with(Option::is_none), on:click=move |_| { app.redo(); stay(app, "redo", "undo"); }
            ) { (forth) span(class="travel-word") { "Redo" } }
        }
    }
}

/// A button that has done its last hands the focus to the other.
fn stay(app: App, pressed: &'static str, other: &'static str) {
    let disabled = |id| app.by_id(id).is_none_or(|button| button.has_attribute("disabled"));
    app.focus(if disabled(pressed) { other } else { pressed });
}
