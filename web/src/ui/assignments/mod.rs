//! The settings page: who gets what in Gong, and what that does to everyone, before anything is saved.

mod access;
mod actions;
mod catalog;
mod chance;
mod company;
mod drag;
mod editor;
mod fields;
mod flow;
mod item;
mod list;
mod panel;
mod save;
mod simulation;
mod summary;
mod tokens;
mod updates;
mod workspaces;

use crate::dom::prelude::*;

use super::state::App;
use super::status;
pub(crate) use save::Told;

pub(crate) fn assignments(app: App) -> View {
    let told = app.told;
    let (status, bar, message) = (status::status(app), save::bar(app, told), save::message(app, told));
    let (company, list, catalog) = (company::sections(app), list::section(app), catalog::section(app));
    let (removed, foot, panel, jump) =
        (actions::removed(app), save::foot(app), panel::panel(app), panel::jump(app));
    view! {
        (status)
        section(class="assignments", aria-labelledby="assignments-title") {
            div(class="assignments-head") {
                h1(id="assignments-title", tabindex="-1") { "Assignments" }
                (bar)
            }
            (message)
            (jump)
            div(class="assignments-body") {
                div(class="assignments-main") {
                    (company)
                    (list)
                    (catalog)
                    (foot)
                }
                (panel)
            }
            (removed)
        }
    }
}
