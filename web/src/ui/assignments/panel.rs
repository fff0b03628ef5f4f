//! What the settings do to everyone, beside the fields, as they are changed.

use crate::dom::prelude::*;

use super::item::simulation;
use super::{chance, flow, simulation};
use crate::ui::state::{App, Phase, Step};
use crate::ui::words::{count, people};
use crate::ui::{files, setup};

pub(super) fn panel(app: App) -> View {
    let now = create_selector(move || simulation(app));
    let busy = create_selector(move || app.phase.with(|phase| matches!(phase, Phase::Checking(_))));
    let table = create_signal(false);
    let body = move || match now.get_clone() {
        Some(now) => {
            let (numbers, seats, doubts) =
                (simulation::numbers(app, &now), simulation::seats(app, &now), simulation::doubts(app, &now));
            let (flow, chance) = (flow::flow(app, &now, table), chance::chance(app, &now));
            view! { (numbers) (seats) (doubts) (flow) (chance) }
        }
        None => teach(app),
    };
    view! {
        section(class="panel", id="who-gets-what", tabindex="-1", aria-busy=busy.get().then_some("true")) {
            h2 { "Who gets what" }
            (body())
        }
    }
}

/// The way to the panel where it stands below everything, with the numbers that matter most.
pub(super) fn jump(app: App) -> View {
    let text = create_selector(move || {
        let now = simulation(app)?;
        let default = now.assignments.last().map_or(0, |share| share.members);
        Some(format!("Who gets what: {}, {} of them the default", people(now.people), count(default)))
    });
    let go = move |_| {
        if let Some(panel) = app.by_id("who-gets-what") {
            panel.scroll_into_view();
            let _ = panel.focus();
        }
    };
    view! {
        (match text.get_clone() {
            Some(text) => view! { button(r#type="button", class="jump", on:click=go) { (text) } },
            None => view! {},
        })
    }
}

/// What there is to say without people.
fn teach(app: App) -> View {
    let busy = create_selector(move || app.phase.with(|phase| matches!(phase, Phase::Checking(_))));
    view! {
        (if busy.get() {
            view! { p(class="hint") { "Reading the files…" } }
        } else {
            view! {
                div(class="panel-teach") {
                    p { "Drop an export to see who gets what." }
                    ul {
                        li { "How many people each assignment takes, and who falls to the default." }
                        li { "Who is in several groups, and which assignment wins." }
                        li { "Seats needed against seats owned." }
                    }
                    p(class="hint") { "Everything can be set up before. Groups come from a column of group names, from SCIM, or from files of a group's members." }
                    (if app.has(Step::Files) {
                        view! { a(class="button", href="#files") { "Go to the files" } }
                    } else {
                        let (list, add) = (files::list(app, app.files), setup::add_files(app));
                        view! { (list) (add) }
                    })
                }
            }
        })
    }
}
