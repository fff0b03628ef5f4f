//! The lists that assignments choose from: seats here, workspaces beside, and the limits of the plan.

use std::rc::Rc;

use crate::dom::prelude::*;

use super::fields::{Adder, Field, input_of};
use super::item::{every, fixed, slug, users};
use super::workspaces;
use crate::ui::icons;
use crate::ui::marks::{Reach, notes};
use crate::ui::state::App;
use rollcall::settings::{
    Draft, KNOWN_SEATS, Limits, Seat, UNLOCKS_CAPTURE, UNLOCKS_EXPORT, UNLOCKS_PROFILE,
};

pub(super) fn section(app: App) -> View {
    let (seats, workspaces, limits) = (seats(app), workspaces::workspaces(app), limits(app));
    view! {
        section(class="card") {
            h2 { "Seats and workspaces" }
            p(class="hint") { "Gong's own lists change. Keep these as your Gong shows them; assignments choose from them." }
            (seats)
            (workspaces)
            (limits)
        }
    }
}

fn seats(app: App) -> View {
    let places = create_selector(move || {
        (0..app.settings.with(|draft| draft.catalog.seats.len())).collect::<Vec<_>>()
    });
    let adder = Adder {
        app,
        id: "new-seat".to_owned(),
        label: "New seat".to_owned(),
        button: "Add seat".to_owned(),
        placeholder: "Name of a seat",
        offers: Rc::new(move || {
            app.settings.with(|draft| {
                let free = |name: &&&str| !draft.catalog.seats.iter().any(|seat| seat.label() == **name);
                KNOWN_SEATS.iter().filter(free).map(|name| ((*name).to_owned(), String::new())).collect()
            })
        }),
        add: Rc::new(move |text| {
            let name = text.trim().to_owned();
            if name.is_empty() {
                app.say("Type the name of a seat first.");
                return false;
            }
            app.say(format!("Seat {name} added."));
            app.change(format!("seat {name} added"), None, |draft, _| {
                let taken: Vec<&str> = draft.catalog.seats.iter().map(|seat| seat.id.as_str()).collect();
                let id = slug(&name, &taken);
                draft.catalog.seats.push(Seat { id, name: Some(name), owned: None, unlocks: Vec::new() });
            });
            true
        }),
    }
    .view();
    let seats = keyed(places, move |place| seat(app, place));
    view! {
        h3 { "Seats" }
        ul(class="catalog") { (seats) }
        (adder)
    }
}

fn read<T: Default>(app: App, place: usize, read: impl FnOnce(&Seat) -> T) -> T {
    app.settings.with(|draft| draft.catalog.seats.get(place).map(read).unwrap_or_default())
}

fn change(app: App, place: usize, what: &str, field: Option<&str>, change: impl FnOnce(&mut Seat)) {
    let name = untrack(|| read(app, place, |seat| seat.label().to_owned()));
    let field = field.map(|field| format!("/catalog/seats/{place}/{field}"));
    app.change(format!("seat {name}: {what}"), field.as_deref(), |draft, _| {
        if let Some(seat) = draft.catalog.seats.get_mut(place) {
            change(seat);
        }
    });
}

fn seat(app: App, place: usize) -> View {
    let path = format!("/catalog/seats/{place}");
    let label = create_selector(move || read(app, place, |seat| seat.label().to_owned()));
    let name = Field {
        app,
        id: format!("seat-{place}-name"),
        label: "Seat name".to_owned(),
        path: fixed(&format!("{path}/name")),
        hint: "",
    };
    let name = name.text(
        "",
        move || read(app, place, |seat| seat.name.clone().unwrap_or_default()),
        move |text| change(app, place, "name changed", Some("name"), |seat| seat.name = Some(text)),
    );
    let owned = Field {
        app,
        id: format!("seat-{place}-owned"),
        label: "Owned".to_owned(),
        path: fixed(&format!("{path}/owned")),
        hint: "",
    };
    let (owned, owned_below) = owned.number_and_below(
        "not said",
        move || read(app, place, |seat| seat.owned),
        move |number| change(app, place, "number owned changed", Some("owned"), |seat| seat.owned = number),
    );
    let id_path = format!("{path}/id");
    let wrong_id = notes(app, format!("seat-{place}-id"), move || id_path.clone(), Reach::Here);
    let unlocks_path = format!("{path}/unlocks");
    let wrong_unlocks =
        notes(app, format!("seat-{place}-unlocks"), move || unlocks_path.clone(), Reach::Within);
    let (unlocks, cross) = (unlocks(app, place), icons::icon("close"));
    view! {
        li(class="catalog-row", data-path=path) {
            (name)
            div(class="field") { (owned) }
            button(r#type="button", class="quiet icon-button", title="Remove", id=format!("seat-{place}-remove"), aria-label=format!("Remove seat {}", label.get_clone()), on:click=move |_| remove(app, place)) { (cross) }
            (owned_below)
            (unlocks)
            (wrong_id)
            (wrong_unlocks)
        }
    }
}

/// What needs the seat.
fn unlocks(app: App, place: usize) -> View {
    // Every profile of a workspace, and what the seat names besides.
    let tokens = create_selector(move || {
        app.settings.with(|draft| {
            let mut tokens = vec![UNLOCKS_CAPTURE.to_owned(), UNLOCKS_EXPORT.to_owned()];
            let profiles = draft.catalog.workspaces.iter().flat_map(|one| &one.permission_profiles);
            let named =
                draft.catalog.seats.get(place).into_iter().flat_map(|seat| seat.unlocks.iter().cloned());
            for token in profiles.map(|name| format!("{UNLOCKS_PROFILE}{name}")).chain(named) {
                if !tokens.iter().any(|other| other.eq_ignore_ascii_case(&token)) {
                    tokens.push(token);
                }
            }
            tokens
        })
    });
    let summary = create_selector(move || {
        let words =
            read(app, place, |seat| seat.unlocks.iter().map(|token| words(token)).collect::<Vec<_>>());
        if words.is_empty() {
            "Nothing needs this seat".to_owned()
        } else {
            format!("Needed for: {}", words.join(", "))
        }
    });
    let boxes =
        move || tokens.get_clone().into_iter().map(|token| unlock(app, place, token)).collect::<Vec<View>>();
    view! {
        details(class="more") {
            summary { (summary.get_clone()) }
            div(class="checks") { (boxes()) }
        }
    }
}

fn words(token: &str) -> String {
    match token {
        UNLOCKS_CAPTURE => "data capture".to_owned(),
        UNLOCKS_EXPORT => "email export to CRM".to_owned(),
        other => other.strip_prefix(UNLOCKS_PROFILE).unwrap_or(other).to_owned(),
    }
}

fn unlock(app: App, place: usize, token: String) -> View {
    let label = match token.as_str() {
        UNLOCKS_CAPTURE => "Data capture".to_owned(),
        UNLOCKS_EXPORT => "Email export to CRM".to_owned(),
        _ => format!("Profile {}", words(&token)),
    };
    let own = token.clone();
    let on = create_selector(move || {
        read(app, place, |seat| seat.unlocks.iter().any(|one| one.eq_ignore_ascii_case(&own)))
    });
    let ticked = move |event: web_sys::Event| {
        let Some(input) = input_of(&event) else { return };
        let needed = input.checked();
        change(app, place, "what needs it changed", None, |seat| {
            seat.unlocks.retain(|one| !one.eq_ignore_ascii_case(&token));
            if needed {
                seat.unlocks.push(token.clone());
            }
        });
    };
    view! {
        div(class="check") { label { input(r#type="checkbox", prop:checked=on.get(), on:change=ticked) span { (label) } } }
    }
}

/// Removes a seat and takes it out of the assignments that give it.
fn remove(app: App, place: usize) {
    let told = app.settings.with_untracked(|draft| {
        let seat = draft.catalog.seats.get(place)?;
        let used = users(draft, |own| own.seats.contains(&seat.id));
        Some((seat.label().to_owned(), used))
    });
    let Some((name, used)) = told else { return };
    app.change(format!("seat {name} removed"), None, |draft, _| {
        let Seat { id, .. } = draft.catalog.seats.remove(place);
        // An id that stands twice is still there.
        if draft.catalog.seat(&id).is_none() {
            every(draft).for_each(|own| own.seats.retain(|seat| *seat != id));
        }
    });
    gone(app, "seat", &name, used.as_deref());
    let left = app.settings.with_untracked(|draft| draft.catalog.seats.len());
    app.focus_soon(if left == 0 {
        "new-seat".to_owned()
    } else {
        format!("seat-{}-remove", place.min(left - 1))
    });
}

/// Tells that something is gone, and from where else.
pub(super) fn gone(app: App, what: &str, name: &str, used: Option<&str>) {
    let text = match used {
        Some(used) => format!("The {what} \"{name}\" was removed, and taken out of {used}."),
        None => format!("The {what} \"{name}\" was removed."),
    };
    app.say(text.clone());
    app.edit.removed.set(Some(text));
}

fn limits(app: App) -> View {
    let field = |name: &'static str,
                 label: &str,
                 get: fn(&Limits) -> Option<u32>,
                 set: fn(&mut Limits, Option<u32>)| {
        let path = format!("/limits/{name}");
        let field =
            Field { app, id: format!("limit-{name}"), label: label.to_owned(), path: fixed(&path), hint: "" };
        field.number(
            "none",
            move || app.settings.with(|draft: &Draft| get(&draft.limits)),
            move |number| {
                app.change("limits changed", Some(&path), |draft, _| set(&mut draft.limits, number));
            },
        )
    };
    let assignments = field(
        "assignments",
        "Most assignments",
        |limits| limits.assignments,
        |limits, number| limits.assignments = number,
    );
    let workspaces = field(
        "workspaces",
        "Most workspaces",
        |limits| limits.workspaces,
        |limits, number| limits.workspaces = number,
    );
    let profiles = field(
        "permissionProfilesPerWorkspace",
        "Most profiles in a workspace",
        |limits| limits.permission_profiles_per_workspace,
        |limits, number| limits.permission_profiles_per_workspace = number,
    );
    view! {
        details(class="more") {
            summary { "Limits of your plan" }
            div(class="columns columns-three") { (assignments) (workspaces) (profiles) }
            p(class="hint") { "Known of contracts from before March 2025, with the smaller plans: 8 assignments, 3 workspaces, 10 permission profiles in each; Enterprise: 200 of each. Newer plans have no limit on workspaces. Empty means no limit." }
        }
    }
}
