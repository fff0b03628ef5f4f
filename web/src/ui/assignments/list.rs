//! The ordered list of assignments, the default assignment last.

use crate::dom::prelude::*;

use super::drag::{self, Drag};
use super::item::{Item, simulation};
use super::{actions, editor, summary};
use crate::ui::icons::icon;
use crate::ui::marks::{Reach, notes};
use crate::ui::state::App;
use crate::ui::words::{counted, people};

pub(super) fn section(app: App) -> View {
    let drag: Drag = create_signal(None);
    let summary = summary::summary(app);
    let last = row(Item::default_of(app), drag);
    let sign = icon("add");
    let all = notes(app, "assignments-notes".to_owned(), || "/assignments".to_owned(), Reach::Here);
    let notes = view! { div(class="unseen") { (all) } };
    let dragging = move || drag.with(Option::is_some);
    let rows = keyed(*app.edit.keys, move |key| row(Item { app, key }, drag));
    view! {
        section(class="card") {
            div(class="section-head") {
                h2(id="assign-title", tabindex="-1") { "Assign settings" }
                button(r#type="button", id="add-assignment", data-path="/assignments", aria-describedby="assignments-notes", on:click=move |_| actions::add(app)) { (sign) "Add assignment" }
            }
            p(class="hint") { "The first assignment that names one of a person's groups is theirs. Everyone else gets the default assignment." }
            (summary)
            (notes)
            ol(class=if dragging() { "assignment-list assignment-dragging" } else { "assignment-list" }, aria-label="Assignments in their order") {
                (rows)
                (last)
            }
        }
    }
}

fn row(item: Item, drag: Drag) -> View {
    let app = item.app;
    let open = create_selector(move || app.edit.open.get() == Some(item.key));
    let name = create_selector(move || item.name());
    let class = create_selector(move || {
        let mut class = "assignment".to_owned();
        if open.get() {
            class.push_str(" assignment-open");
        }
        let (keys, place) = (app.edit.keys.with(Vec::len), item.place());
        match drag.get() {
            Some((dragged, _)) if dragged == item.key => class.push_str(" assignment-dragged"),
            Some((_, before)) if place == Some(before) || (item.is_default() && before == keys) => {
                class.push_str(" assignment-before");
            }
            _ => {}
        }
        class
    });
    let toggle = move |_| {
        app.edit.open.set(if open.get_untracked() { None } else { Some(item.key) });
    };
    let fields = move || {
        if open.get() {
            editor::editor(item)
        } else {
            view! {}
        }
    };
    let (grip, place, actions) = if item.is_default() {
        let lock = icon("last");
        (view! { span(class="handle-none") }, view! { (lock) }, view! {})
    } else {
        (drag::handle(item, drag), view! { (item.place().map_or(0, |place| place + 1)) }, buttons(item))
    };
    let (about, people, marks, sign) = (about(item), members(item), marks(item), icon("chevron"));
    view! {
        li(class=class.get_clone(), id=item.id("row")) {
            div(class="assignment-head", id=item.id("head")) {
                (grip)
                span(class="assignment-place") { (place) }
                div(class="assignment-main") {
                    button(
                        r#type="button", class="assignment-name", id=item.id("edit"), aria-controls=item.id("fields"),
                        aria-expanded=if open.get() { "true" } else { "false" }, on:click=toggle
                    ) { span(class="unseen") { "Edit " } span { (name.get_clone()) } (sign) }
                    (about)
                }
                (people)
                (marks)
                (actions)
            }
            div(id=item.id("fields")) { (fields()) }
        }
    }
}

/// For whom it is, and what seats it gives.
fn about(item: Item) -> View {
    let app = item.app;
    let groups = create_selector(move || {
        if item.is_default() {
            return "Everyone whom none of the above takes".to_owned();
        }
        let groups = item.read(|own| own.groups.clone());
        if groups.is_empty() { "No group yet".to_owned() } else { groups.join(", ") }
    });
    let seats = create_selector(move || {
        let ids = item.read(|own| own.seats.clone());
        if ids.is_empty() {
            return "no seats".to_owned();
        }
        app.settings.with(|draft| {
            let label = |id: &String| {
                draft.catalog.seat(id).map_or_else(|| id.clone(), |seat| seat.label().to_owned())
            };
            ids.iter().map(label).collect::<Vec<_>>().join(", ")
        })
    });
    view! { p(class="assignment-about") { (groups.get_clone()) " · " span(class="assignment-seats") { (seats.get_clone()) } } }
}

/// How many people get it.
fn members(item: Item) -> View {
    let number = create_selector(move || {
        simulation(item.app).and_then(|now| item.share(&now)).map(|share| share.members)
    });
    view! {
        span(class="assignment-people") { (number.get().map_or_else(String::new, people)) }
    }
}

/// How much is wrong and doubtful in it.
fn marks(item: Item) -> View {
    let numbers = create_selector(move || {
        let path = item.path("");
        item.app.edit.marks.with(|marks| {
            let count = |wanted: fn(bool, &str) -> bool| {
                marks
                    .iter()
                    .filter(|mark| mark.is_about(&path, Reach::Within) && wanted(mark.refused, mark.severity))
                    .count() as u64
            };
            (count(|refused, _| refused), count(|refused, severity| !refused && severity != "notice"))
        })
    });
    let mark = |severity: &'static str, number: u64, one, many| {
        if number == 0 {
            return view! {};
        }
        let (class, sign, text) =
            (format!("severity severity-{severity}"), icon(severity), counted(number, one, many));
        view! { span(class=class) { (sign) (text) } }
    };
    view! {
        span(class="assignment-marks") {
            (mark("error", numbers.get().0, "problem", "problems"))
            (mark("warning", numbers.get().1, "warning", "warnings"))
        }
    }
}

fn buttons(item: Item) -> View {
    let app = item.app;
    let name = create_selector(move || item.name());
    let place = create_selector(move || (item.place().unwrap_or_default(), app.edit.keys.with(Vec::len)));
    let spoken = move |verb: &str| format!("{verb} {}", name.get_clone());
    let (up, down, copy, cross) = (icon("up"), icon("down"), icon("copy"), icon("close"));
    let shift = move |by: isize, pressed: &'static str| {
        let to = place.get_untracked().0.saturating_add_signed(by);
        actions::move_to(item, to, pressed);
    };
    view! {
        div(class="assignment-actions") {
            button(r#type="button", class="quiet icon-button", id=item.id("up"), title="Move up", aria-label=spoken("Move up"), disabled=place.get().0 == 0, on:click=move |_| shift(-1, "up")) { (up) }
            button(r#type="button", class="quiet icon-button", id=item.id("down"), title="Move down", aria-label=spoken("Move down"), disabled=place.get().0 + 1 >= place.get().1, on:click=move |_| shift(1, "down")) { (down) }
            button(r#type="button", class="quiet icon-button", title="Duplicate", aria-label=spoken("Duplicate"), on:click=move |_| actions::duplicate(item)) { (copy) }
            button(r#type="button", class="quiet icon-button", title="Remove", aria-label=spoken("Remove"), on:click=move |_| actions::remove(item)) { (cross) }
        }
    }
}
