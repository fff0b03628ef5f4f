//! What can be done to the list: add, move, duplicate, remove, put back.

use crate::dom::prelude::*;

use super::item::{Item, unlike};
use crate::ui::icons;
use crate::ui::state::App;
use rollcall::settings::{Assignment, Draft};

/// A name for a new assignment.
fn fresh_name(draft: &Draft, wanted: &str) -> String {
    let taken: Vec<&str> = draft.assignments.iter().map(|own| own.name.trim()).collect();
    unlike(wanted, " ", &taken)
}

fn insert(app: App, place: usize, what: &str, own: Assignment) -> Item {
    let key = app.edit.fresh();
    app.change(format!("{} {what}", own.name), None, |draft, keys| {
        draft.assignments.insert(place, own);
        keys.insert(place, key);
    });
    app.edit.open.set(Some(key));
    Item { app, key }
}

/// Adds one at the end and opens it, its name ready to be typed over.
pub(super) fn add(app: App) {
    let (name, place) =
        app.settings.with_untracked(|draft| (fresh_name(draft, "New assignment"), draft.assignments.len()));
    let item = insert(app, place, "added", Assignment { name: name.clone(), ..Assignment::default() });
    app.say(format!("{name} added as number {}. Give it a name and a group.", place + 1));
    select_soon(app, item.id("name"));
}

pub(super) fn duplicate(item: Item) {
    let app = item.app;
    let Some(place) = untrack(|| item.place()) else { return };
    let copy = app.settings.with_untracked(|draft| {
        let own = draft.assignments.get(place)?;
        let name = fresh_name(draft, &format!("{} copy", own.name.trim()));
        Some(Assignment { name, ..own.clone() })
    });
    let Some(copy) = copy else { return };
    let name = copy.name.clone();
    let item = insert(app, place + 1, "added", copy);
    app.say(format!("{name} added behind it, with the same groups and settings."));
    select_soon(app, item.id("name"));
}

/// Moves it to a place of the list, from 0. `pressed` keeps the focus.
pub(super) fn move_to(item: Item, to: usize, pressed: &str) {
    let app = item.app;
    let Some(from) = untrack(|| item.place()) else { return };
    let last = app.edit.keys.with_untracked(Vec::len) - 1;
    let to = to.min(last);
    if from == to {
        return;
    }
    let name = untrack(|| item.name());
    app.change(format!("{name} moved"), None, |draft, keys| {
        let own = draft.assignments.remove(from);
        draft.assignments.insert(to, own);
        let key = keys.remove(from);
        keys.insert(to, key);
    });
    app.say(format!("{name} is now number {} of {}.", to + 1, last + 1));
    let button = match pressed {
        "up" if to == 0 => "down",
        "down" if to == last => "up",
        other => other,
    };
    app.focus_soon(item.id(button));
}

pub(super) fn remove(item: Item) {
    let app = item.app;
    let Some(place) = untrack(|| item.place()) else { return };
    let name = untrack(|| item.name());
    app.change(format!("{name} removed"), None, |draft, keys| {
        draft.assignments.remove(place);
        keys.remove(place);
    });
    app.edit.removed.set(Some(format!("{name} was removed.")));
    app.say(format!("{name} removed. It can be put back."));
    let next = app.edit.keys.with_untracked(|keys| keys.get(place).or(keys.last()).copied());
    app.focus_soon(next.map_or_else(|| "add-assignment".to_owned(), |key| Item { app, key }.id("edit")));
}

/// What was removed last, with a way back.
pub(super) fn removed(app: App) -> View {
    view! {
        (match app.edit.removed.get_clone() {
            Some(text) => {
                let sign = icons::icon("undo");
                let back = move |_| {
                    app.undo();
                    app.focus_soon("assign-title");
                };
                view! {
                    div(class="toast") {
                        p { (text) }
                        button(r#type="button", on:click=back) { (sign) "Put it back" }
                        button(r#type="button", class="quiet", on:click=move |_| { app.edit.removed.set(None); app.keep_focus(); }) { "Dismiss" }
                    }
                }
            }
            None => view! {},
        })
    }
}

/// Focuses a field and marks its text, so that typing replaces it.
fn select_soon(app: App, id: String) {
    gloo_timers::callback::Timeout::new(0, move || {
        use wasm_bindgen::JsCast;
        let field = app.by_id(&id).and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(field) = field {
            let _ = field.focus();
            field.select();
        }
    })
    .forget();
}
