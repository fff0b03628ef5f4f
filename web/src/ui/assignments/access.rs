//! What an assignment gives access to: seats, and a permission profile in each workspace.

use crate::dom::prelude::*;

use super::fields::{Field, input_of};
use super::item::{Item, simulation};
use crate::ui::icons::icon;
use crate::ui::marks::{Reach, notes};
use crate::ui::words::count;
use rollcall::settings::{Permission, Workspace};

/// A box for each seat of the catalog; what it does not hold can only be taken out.
pub(super) fn seats(item: Item) -> View {
    let app = item.app;
    let ids = create_selector(move || {
        app.settings.with(|draft| draft.catalog.seats.iter().map(|seat| seat.id.clone()).collect::<Vec<_>>())
    });
    let strays = create_selector(move || {
        let given = item.read(|own| own.seats.clone());
        ids.with(|ids| given.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>())
    });
    let boxes = move || ids.get_clone().into_iter().map(|id| seat(item, id)).collect::<Vec<View>>();
    let none = move || {
        if ids.with(Vec::is_empty) {
            view! { p(class="hint") { "There is no seat in the list below. Add the seats your company has there." } }
        } else {
            view! {}
        }
    };
    let wrong = move || {
        let stray = |id: String| {
            stray(item, format!("Seat {id}"), move |item| {
                item.change("seat taken out", None, |own| own.seats.retain(|other| *other != id));
            })
        };
        strays.get_clone().into_iter().map(stray).collect::<Vec<View>>()
    };
    let about = item.id("seats-notes");
    let described = about.clone();
    let all = notes(app, about, move || item.path("/seats"), Reach::Within);
    view! {
        fieldset(class="group", data-path=item.path("/seats"), aria-describedby=described) {
            legend { "Gong seats" }
            div(class="checks") { (boxes()) }
            (none())
            (wrong())
            (all)
        }
    }
}

fn seat(item: Item, id: String) -> View {
    let app = item.app;
    let label = {
        let id = id.clone();
        create_selector(move || {
            let name = app.settings.with(|draft| draft.catalog.seat(&id).map(|seat| seat.label().to_owned()));
            name.unwrap_or_else(|| id.clone())
        })
    };
    let left = {
        let id = id.clone();
        create_selector(move || {
            let owned = app.settings.with(|draft| draft.catalog.seat(&id).and_then(|seat| seat.owned));
            let used = simulation(app)
                .and_then(|now| now.seats.iter().find(|seat| seat.id == id).map(|seat| seat.used));
            match (used, owned) {
                (Some(used), Some(owned)) => format!("{} of {} used", count(used), count(owned)),
                (Some(used), None) => format!("{} used", count(used)),
                (None, Some(owned)) => format!("{} owned", count(owned)),
                (None, None) => String::new(),
            }
        })
    };
    let on = {
        let id = id.clone();
        create_selector(move || item.read(|own| own.seats.contains(&id)))
    };
    let about = item.id(&format!("seat-{id}-left"));
    let described = about.clone();
    let ticked = move |event: web_sys::Event| {
        let Some(input) = input_of(&event) else { return };
        let given = input.checked();
        item.change("seats changed", None, |own| {
            own.seats.retain(|other| *other != id);
            if given {
                own.seats.push(id.clone());
            }
        });
    };
    view! {
        div(class="check check-line") {
            label {
                input(r#type="checkbox", aria-describedby=described, prop:checked=on.get(), on:change=ticked)
                span { (label.get_clone()) }
            }
            span(class="quiet-text", id=about) { (left.get_clone()) }
        }
    }
}

/// A reference to something that is not there, and a button that takes it out.
fn stray(item: Item, label: String, remove: impl Fn(Item) + 'static) -> View {
    let (sign, verb) = (icon("error"), format!("Take out {label}"));
    view! {
        p(class="stray") { (sign) code { (label) } button(r#type="button", class="quiet", aria-label=verb, on:click=move |_| remove(item)) { "Take out" } }
    }
}

/// A permission profile in each workspace of the catalog, and the home workspace.
pub(super) fn workspaces(item: Item) -> View {
    let app = item.app;
    let known = create_selector(move || {
        app.settings.with(|draft| {
            let named = |one: &Workspace| (one.id.clone(), one.label().to_owned());
            draft.catalog.workspaces.iter().map(named).collect::<Vec<_>>()
        })
    });
    let menus = move || {
        known.get_clone().into_iter().map(|(id, label)| profile(item, id, &label)).collect::<Vec<View>>()
    };
    // Workspaces that are not there, or named twice.
    let strays = create_selector(move || {
        let mut seen = known.with(|known| known.iter().map(|one| one.0.clone()).collect::<Vec<_>>());
        let given = item.read(|own| own.workspaces.clone());
        let mut strays = Vec::new();
        for (place, permission) in given.into_iter().enumerate() {
            match seen.iter().position(|id| *id == permission.workspace) {
                Some(at) => drop(seen.remove(at)),
                None => strays.push((place, permission.workspace)),
            }
        }
        strays
    });
    let wrong = move || {
        let stray = |(place, id): (usize, String)| {
            let all = notes(
                app,
                item.id(&format!("stray-{place}")),
                move || item.path(&format!("/workspaces/{place}")),
                Reach::Within,
            );
            let line = stray(item, format!("Workspace {id}"), move |item| {
                item.change("workspace taken out", None, |own| {
                    if place < own.workspaces.len() {
                        own.workspaces.remove(place);
                    }
                });
            });
            view! { div(data-path=item.path(&format!("/workspaces/{place}/workspace"))) { (line) (all) } }
        };
        strays.get_clone().into_iter().map(stray).collect::<Vec<View>>()
    };
    let home = home(item);
    view! {
        fieldset(class="group", data-path=item.path("/workspaces")) {
            legend { "Workspaces and permissions" }
            div(class="columns") { (menus()) }
            (wrong())
            div(class="columns") { (home) }
        }
    }
}

fn workspace_label(item: Item, id: &str) -> String {
    let name = item.app.settings.with(|draft| draft.catalog.workspace(id).map(|one| one.label().to_owned()));
    name.unwrap_or_else(|| id.to_owned())
}

fn profile(item: Item, id: String, label: &str) -> View {
    let app = item.app;
    let place = {
        let id = id.clone();
        create_selector(move || item.read(|own| own.workspaces.iter().position(|one| one.workspace == id)))
    };
    let now = create_selector(move || {
        let place = place.get();
        item.read(|own| {
            place.and_then(|place| own.workspaces.get(place)).map(|one| one.permission_profile.clone())
        })
    });
    let field = Field {
        app,
        id: item.id(&format!("profile-{id}")),
        label: format!("Permission profile in {label}"),
        path: std::rc::Rc::new(move || {
            place.get().map_or_else(
                || item.path("/workspaces/none"),
                |place| item.path(&format!("/workspaces/{place}/permissionProfile")),
            )
        }),
        hint: "",
    };
    let of = id.clone();
    field.choice(
        move || {
            let none = (String::new(), "No access".to_owned());
            let known = app.settings.with(|draft| {
                draft.catalog.workspace(&of).map(|one| one.permission_profiles.clone()).unwrap_or_default()
            });
            let stray = now.get_clone().filter(|name| !known.contains(name));
            let stray = stray.map(|name| {
                let text = if name.is_empty() {
                    "Choose a profile".to_owned()
                } else {
                    format!("{name} (not in this workspace)")
                };
                (format!("={name}"), text)
            });
            let known = known.into_iter().map(|name| (format!("={name}"), name));
            std::iter::once(none).chain(stray).chain(known).collect()
        },
        move || now.get_clone().map_or_else(String::new, |name| format!("={name}")),
        move |value| {
            let chosen = value.strip_prefix('=').map(str::to_owned);
            item.change("permission changed", None, |own| {
                let place = own.workspaces.iter().position(|one| one.workspace == id);
                match (place, chosen) {
                    (Some(place), Some(name)) => own.workspaces[place].permission_profile = name,
                    (None, Some(name)) => {
                        own.workspaces.push(Permission { workspace: id.clone(), permission_profile: name });
                    }
                    (Some(place), None) => {
                        own.workspaces.remove(place);
                        if own.home_workspace.as_ref() == Some(&id) {
                            own.home_workspace = None;
                        }
                    }
                    (None, None) => {}
                }
            });
        },
    )
}

fn home(item: Item) -> View {
    let field = Field {
        app: item.app,
        id: item.id("home"),
        label: "Home workspace".to_owned(),
        path: item.at("/homeWorkspace"),
        hint: "Where their captured calls go.",
    };
    field.choice(
        move || {
            let (given, home) = item.read(|own| (own.workspaces.clone(), own.home_workspace.clone()));
            let mut ids: Vec<String> = given.into_iter().map(|one| one.workspace).collect();
            ids.extend(home.filter(|home| !ids.contains(home)));
            ids.dedup();
            let none = (String::new(), "None".to_owned());
            std::iter::once(none)
                .chain(ids.into_iter().map(|id| {
                    let label = workspace_label(item, &id);
                    (id, label)
                }))
                .collect()
        },
        move || item.read(|own| own.home_workspace.clone()).unwrap_or_default(),
        move |id| {
            item.change("home workspace changed", None, |own| {
                own.home_workspace = Some(id).filter(|id| !id.is_empty());
            });
        },
    )
}
