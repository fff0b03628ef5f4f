//! The top bar: what is being judged against, and that all of it stays here.

use sycamore::prelude::*;

use super::state::{App, Step};
use super::{company, icons, local};

pub(crate) fn top(app: App) -> View {
    let elsewhere = create_selector(move || !matches!(app.step.get(), Step::Source | Step::Files));
    let open = create_signal(false);
    let mark = icons::icon("local");
    let panel = move || {
        if open.get() {
            local::panel(open)
        } else {
            view! {}
        }
    };
    view! {
        header(class="top") {
            a(class="brand", href="#source", aria-label="Rollcall, to the start") { span(class="logo", aria-hidden="true") "Rollcall" }
            div(class="top-company") {
                (if elsewhere.get() { company::fields(app, false) } else { view! {} })
                (if elsewhere.get() {
                    view! { a(class="top-summary", href="#source") { (app.company.with(company::summary)) } }
                } else {
                    view! {}
                })
            }
            button(
                r#type="button", class="local", id="local-button",
                aria-expanded=if open.get() { "true" } else { "false" }, aria-controls="local-panel",
                on:click=move |_| open.set(!open.get_untracked())
            ) { (mark) "local" }
        }
        div(id="local-panel", class="local-anchor") { (panel) }
    }
}
