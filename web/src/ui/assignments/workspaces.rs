//! The workspaces that assignments choose from, with their permission profiles.

use std::rc::Rc;

use crate::dom::prelude::*;

use super::catalog::gone;
use super::fields::{Adder, Field};
use super::item::{every, fixed, slug, users};
use super::tokens::Tokens;
use crate::ui::icons;
use crate::ui::marks::{Reach, notes};
use crate::ui::state::App;
use rollcall::settings::{KNOWN_PROFILES, Workspace};

pub(super) fn workspaces(app: App) -> View {
    let places = create_selector(move || {
        (0..app.settings.with(|draft| draft.catalog.workspaces.len())).collect::<Vec<_>>()
    });
    let adder = Adder {
        app,
        id: "new-workspace".to_owned(),
        label: "New workspace".to_owned(),
        button: "Add workspace".to_owned(),
        placeholder: "Name of a workspace",
        offers: Rc::new(Vec::new),
        add: Rc::new(move |text| {
            let name = text.trim().to_owned();
            if name.is_empty() {
                app.say("Type the name of a workspace first.");
                return false;
            }
            app.say(format!("Workspace {name} added."));
            app.change(format!("workspace {name} added"), None, |draft, _| {
                let taken: Vec<&str> = draft.catalog.workspaces.iter().map(|one| one.id.as_str()).collect();
                let id = slug(&name, &taken);
                let permission_profiles = KNOWN_PROFILES.map(str::to_owned).to_vec();
                draft.catalog.workspaces.push(Workspace { id, name: Some(name), permission_profiles });
            });
            true
        }),
    }
    .view();
    let all = notes(app, "workspaces-notes".to_owned(), || "/catalog/workspaces".to_owned(), Reach::Here);
    let workspaces = keyed(places, move |place| workspace(app, place));
    view! {
        h3 { "Workspaces" }
        ul(class="catalog") { (workspaces) }
        (adder)
        (all)
    }
}

fn read<T: Default>(app: App, place: usize, read: impl FnOnce(&Workspace) -> T) -> T {
    app.settings.with(|draft| draft.catalog.workspaces.get(place).map(read).unwrap_or_default())
}

fn workspace(app: App, place: usize) -> View {
    let path = format!("/catalog/workspaces/{place}");
    let label = create_selector(move || read(app, place, |one| one.label().to_owned()));
    let name = Field {
        app,
        id: format!("workspace-{place}-name"),
        label: "Workspace name".to_owned(),
        path: fixed(&format!("{path}/name")),
        hint: "",
    };
    let field = format!("{path}/name");
    let name = name.text(
        "",
        move || read(app, place, |one| one.name.clone().unwrap_or_default()),
        move |text| {
            app.change("workspace renamed", Some(&field), |draft, _| {
                if let Some(one) = draft.catalog.workspaces.get_mut(place) {
                    one.name = Some(text);
                }
            });
        },
    );
    let profiles = Tokens {
        app,
        id: format!("workspace-{place}-profiles"),
        label: Rc::new(move || format!("Permission profiles of {}", label.get_clone())),
        noun: "profile",
        path: fixed(&format!("{path}/permissionProfiles")),
        hint: "",
        placeholder: "Name of a profile",
        get: Rc::new(move || read(app, place, |one| one.permission_profiles.clone())),
        set: Rc::new(move |what, profiles| set_profiles(app, place, what, profiles)),
        offers: Rc::new(|| KNOWN_PROFILES.map(|name| (name.to_owned(), String::new())).to_vec()),
        buttons: false,
        about: Rc::new(|_| String::new()),
        same: |text| text.trim().to_owned(),
    }
    .view();
    let id_path = format!("{path}/id");
    let wrong_id = notes(app, format!("workspace-{place}-id"), move || id_path.clone(), Reach::Here);
    let cross = icons::icon("close");
    view! {
        li(class="catalog-row catalog-workspace", data-path=path) {
            (name)
            button(r#type="button", class="quiet icon-button", title="Remove", id=format!("workspace-{place}-remove"), aria-label=format!("Remove workspace {}", label.get_clone()), on:click=move |_| remove(app, place)) { (cross) }
            (profiles)
            (wrong_id)
        }
    }
}

/// A profile that goes is taken out of the assignments that give it, too.
fn set_profiles(app: App, place: usize, what: String, profiles: Vec<String>) {
    let lost = app.settings.with_untracked(|draft| {
        let one = draft.catalog.workspaces.get(place)?;
        let name = one.permission_profiles.iter().find(|name| !profiles.contains(name))?.clone();
        let id = one.id.clone();
        let used = users(draft, |own| {
            own.workspaces.iter().any(|given| given.workspace == id && given.permission_profile == name)
        });
        Some((id, name, used))
    });
    app.change(what, None, |draft, _| {
        if let Some((id, name, _)) = &lost {
            every(draft).for_each(|own| {
                own.workspaces.retain(|given| given.workspace != *id || given.permission_profile != *name);
                let has_home = own.workspaces.iter().any(|given| given.workspace == *id);
                if own.home_workspace.as_ref() == Some(id) && !has_home {
                    own.home_workspace = None;
                }
            });
        }
        if let Some(one) = draft.catalog.workspaces.get_mut(place) {
            one.permission_profiles = profiles;
        }
    });
    if let Some((_, name, Some(used))) = lost {
        gone(app, "permission profile", &name, Some(&used));
    }
}

/// Removes a workspace and the permissions in it.
fn remove(app: App, place: usize) {
    let told = app.settings.with_untracked(|draft| {
        let one = draft.catalog.workspaces.get(place)?;
        let used = users(draft, |own| {
            own.home_workspace.as_ref() == Some(&one.id)
                || own.workspaces.iter().any(|given| given.workspace == one.id)
        });
        Some((one.label().to_owned(), used))
    });
    let Some((name, used)) = told else { return };
    app.change(format!("workspace {name} removed"), None, |draft, _| {
        let Workspace { id, .. } = draft.catalog.workspaces.remove(place);
        if draft.catalog.workspace(&id).is_none() {
            every(draft).for_each(|own| {
                own.workspaces.retain(|given| given.workspace != id);
                if own.home_workspace.as_ref() == Some(&id) {
                    own.home_workspace = None;
                }
            });
        }
    });
    gone(app, "workspace", &name, used.as_deref());
    let left = app.settings.with_untracked(|draft| draft.catalog.workspaces.len());
    app.focus_soon(if left == 0 {
        "new-workspace".to_owned()
    } else {
        format!("workspace-{}-remove", place.min(left - 1))
    });
}
