//! The views that a page can begin without. They come as a part of the module of their own, when the page has time or
//! somebody goes there.

use std::rc::Rc;

use crate::dom::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::files::Seen;
use super::state::{App, State};
use super::{assignments, columns, fix, guide, local, people, person, plan, takeaway, zones};
use crate::parts::part;
use crate::snapshot::Guide;

/// A view of its own.
type Room = fn(App) -> View;

/// The views of the later part.
pub(crate) struct Rooms {
    pub(super) people: Room,
    pub(super) assignments: Room,
    pub(super) take_away: Room,
    pub(super) zones: Room,
    pub(super) plan: Room,
    pub(super) guide: Room,
    pub(super) person: Room,
    pub(super) fix: Room,
    pub(super) local: fn(App, Signal<bool>) -> View,
    pub(super) columns: fn(App, &str, Seen) -> View,
}

static ROOMS: Rooms = Rooms {
    people: people::people,
    assignments: assignments::assignments,
    take_away: takeaway::take_away,
    zones: zones::zones,
    plan: plan::plan,
    guide: guide::guide,
    person: person::panel,
    fix: fix::dialog,
    local: local::panel,
    columns: columns::columns,
};

part!("views", "c4a1d6b0f3e24d5f8a97b10c2e6d3f51", Rooms, &ROOMS);

/// The part is here.
pub(crate) fn hold() {
    cut::hold();
}

/// What is known of the later part.
pub(crate) struct Later {
    /// The views, once they are here.
    rooms: Signal<Option<&'static Rooms>>,
    /// Why they did not come.
    problem: Signal<Option<String>>,
    asked: Signal<bool>,
    /// The last guide that a check filled.
    pub(super) guide: Signal<Option<Rc<Guide>>>,
}

impl Later {
    /// Must be called in the root scope.
    pub(super) fn new() -> Later {
        Later {
            rooms: create_signal(cut::held()),
            problem: create_signal(None),
            asked: create_signal(false),
            guide: create_signal(None),
        }
    }
}

impl State {
    /// Shows a view of the later part, as soon as that is here.
    pub(super) fn room(&'static self, open: impl Fn(&Rooms) -> View + 'static) -> View {
        View::from_dynamic(move || match self.later.rooms.get() {
            Some(rooms) => open(rooms),
            None => waiting(self),
        })
    }

    /// Shows a view of the later part once that is here, and nothing before. Nobody waits for it.
    pub(super) fn room_in_time(&'static self, open: impl Fn(&Rooms) -> View + 'static) -> View {
        View::from_dynamic(move || self.later.rooms.get().map_or_else(View::new, &open))
    }

    /// Brings the later part in, unless that is under way or done.
    pub(crate) fn bring_rooms(&'static self) {
        let here = self.later.rooms.with_untracked(Option::is_some);
        if here || self.later.asked.replace(true) {
            return;
        }
        self.later.problem.set(None);
        let Some(host) = self.host() else { return };
        let coming = host.more("views");
        spawn_local(async move {
            let come = JsFuture::from(coming).await;
            if !self.is_alive() {
                return;
            }
            self.later.asked.set(false);
            match come {
                Ok(_) => self.later.rooms.set(cut::held()),
                Err(_) => {
                    self.later.problem.set(Some("This part of the page could not be loaded.".to_owned()));
                }
            }
        });
    }
}

fn waiting(app: App) -> View {
    app.bring_rooms();
    view! {
        (match app.later.problem.get_clone() {
            None => view! { p(class="empty") { "One moment…" } },
            Some(problem) => view! {
                div(class="empty", role="alert") {
                    p { (problem) }
                    button(r#type="button", on:click=move |_| app.bring_rooms()) { "Try again" }
                }
            },
        })
    }
}
