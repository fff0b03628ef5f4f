//! The upper sections of Gong's screen: source, company, manager's settings.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::dom::prelude::*;

use super::fields::Field;
use super::item::{fixed, groups_word, simulation};
use super::tokens::Tokens;
use crate::ui::company;
use crate::ui::state::App;
use crate::ui::words::people;
use rollcall::assignment::group_key;
use rollcall::settings::{Managers, Provisioning, Scope, ScopeMode};

const NOTIFY: &str = "Notify direct managers with recorded teams when a new team member is imported";
const TOGGLE: &str = "Managers can turn data capture on or off for their team";

pub(super) fn sections(app: App) -> View {
    let (source, domain, zone) = (company::source(app), company::domain(app), company::zone(app));
    let (others, scope, switches, managers) = (other_domains(app), scope(app), switches(app), managers(app));
    view! {
        section(class="card section-source") {
            h2 { "Provisioning source" }
            (source)
        }
        section(class="card") {
            h2 { "Company" }
            div(class="columns") { (domain) (zone) }
            (others)
            (scope)
            (switches)
        }
        section(class="card") {
            h2 { "Manager's provisioning settings" }
            (managers)
        }
    }
}

fn other_domains(app: App) -> View {
    Tokens {
        app,
        id: "other-domains".to_owned(),
        label: Rc::new(|| "Other company domains".to_owned()),
        noun: "domain",
        path: fixed("/company/otherDomains"),
        hint: "For further work addresses only. Nobody is imported with a primary email on them.",
        placeholder: "acme.de",
        get: Rc::new(move || app.settings.with(|draft| draft.company.other_domains.clone())),
        set: Rc::new(move |what, domains| {
            app.change(what, None, |draft, _| draft.company.other_domains = domains);
        }),
        offers: Rc::new(Vec::new),
        buttons: false,
        about: Rc::new(|_| String::new()),
        same: |text| text.trim().to_lowercase(),
    }
    .view()
}

/// As many groups are offered; any other can be typed.
const OFFERED: usize = 1000;

/// The groups of the files with their people, the largest first.
pub(super) fn known_groups(app: App) -> Vec<(String, String)> {
    let mut known: Vec<(String, String)> = simulation(app).map_or_else(Vec::new, |now| {
        now.groups.iter().take(OFFERED).map(|group| (group.name.clone(), people(group.people))).collect()
    });
    let held: BTreeSet<String> = known.iter().map(|(name, _)| group_key(name)).collect();
    app.hosted.groups.with(|names| {
        let others = names.iter().filter(|name| !held.contains(&group_key(name)));
        known.extend(others.map(|name| (name.clone(), String::new())));
    });
    known
}

/// What the files say of a group.
pub(super) fn about_group(app: App, name: &str) -> String {
    let key = group_key(name);
    let around = app.hosted.groups.with(|names| names.iter().any(|other| group_key(other) == key));
    let Some(now) = simulation(app).filter(|now| now.knows_groups) else {
        return String::new();
    };
    let found = now.groups.iter().find(|group| {
        group_key(&group.name) == key || group.spellings.iter().any(|other| group_key(other) == key)
    });
    match found {
        Some(group) => people(group.people),
        None if around => "nobody in the files".to_owned(),
        None => "no such group in the files".to_owned(),
    }
}

const SCOPES: [(&str, &str, Option<ScopeMode>); 4] = [
    ("", "As the files show", None),
    ("everyone", "Everyone in the files", Some(ScopeMode::Everyone)),
    ("groups", "Members of groups", Some(ScopeMode::Groups)),
    ("appUsers", "People assigned to the app", Some(ScopeMode::AppUsers)),
];

fn scope(app: App) -> View {
    let mode =
        create_selector(move || app.settings.with(|draft| draft.scope.as_ref().map(|scope| scope.mode)));
    let menu = Field {
        app,
        id: "scope".to_owned(),
        label: "Who is assigned to Gong".to_owned(),
        path: fixed("/scope"),
        hint: "A directory holds everyone; only these people are provisioned. As the files show: those of an app export, else everyone.",
    };
    let menu = menu.choice(
        || SCOPES.iter().map(|scope| (scope.0.to_owned(), scope.1.to_owned())).collect(),
        move || {
            let mode = mode.get();
            SCOPES.iter().find(|scope| scope.2 == mode).map_or("", |scope| scope.0).to_owned()
        },
        move |value| {
            let mode = SCOPES.iter().find(|scope| scope.0 == value).and_then(|scope| scope.2);
            app.change("scope changed", None, |draft, _| {
                let groups = draft.scope.take().map(|scope| scope.groups).unwrap_or_default();
                draft.scope = mode.map(|mode| Scope { mode, groups });
            });
        },
    );
    let by_groups = create_selector(move || mode.get() == Some(ScopeMode::Groups));
    let groups = move || {
        if !by_groups.get() {
            return view! {};
        }
        Tokens {
            app,
            id: "scope-groups".to_owned(),
            label: Rc::new(move || format!("{} assigned to Gong", groups_word(app))),
            noun: "scope group",
            path: fixed("/scope/groups"),
            hint: "Their direct members are provisioned; members of groups inside them are not.",
            placeholder: "Gong users",
            get: Rc::new(move || {
                app.settings
                    .with(|draft| draft.scope.as_ref().map(|scope| scope.groups.clone()).unwrap_or_default())
            }),
            set: Rc::new(move |what, groups| {
                app.change(what, None, |draft, _| draft.scope.get_or_insert_default().groups = groups);
            }),
            offers: Rc::new(move || known_groups(app)),
            buttons: true,
            about: Rc::new(move |name| about_group(app, name)),
            same: group_key,
        }
        .view()
    };
    view! { div(class="columns") { (menu) } (groups) }
}

/// The switches of the source's app: words, and what follows when one is off.
struct AppSwitch {
    path: &'static str,
    label: &'static str,
    off: &'static str,
    get: fn(&Provisioning) -> bool,
    set: fn(&mut Provisioning, bool),
}

const APP_SWITCHES: [AppSwitch; 3] = [
    AppSwitch {
        path: "create",
        label: "Create users",
        off: "Off: nobody new arrives in Gong.",
        get: |switches| switches.create,
        set: |switches, on| switches.create = on,
    },
    AppSwitch {
        path: "update",
        label: "Update attributes",
        off: "Off: people in Gong stay as they are when their profile changes.",
        get: |switches| switches.update,
        set: |switches, on| switches.update = on,
    },
    AppSwitch {
        path: "deactivate",
        label: "Deactivate users",
        off: "Off: people who leave keep their access to Gong.",
        get: |switches| switches.deactivate,
        set: |switches, on| switches.deactivate = on,
    },
];

fn switches(app: App) -> View {
    let boxes: Vec<View> = APP_SWITCHES
        .into_iter()
        .map(|switch| {
            let on = move || app.settings.with(|draft| (switch.get)(&draft.provisioning));
            let field = Field {
                app,
                id: format!("switch-{}", switch.path),
                label: switch.label.to_owned(),
                path: fixed(&format!("/provisioning/{}", switch.path)),
                hint: "",
            };
            let what = format!("{} switched", switch.label);
            let field = field.check(on, move |on| {
                app.change(what.clone(), None, |draft, _| (switch.set)(&mut draft.provisioning, on));
            });
            let off = create_selector(move || !on());
            view! {
                div { (field) (if off.get() { view! { p(class="hint hint-off") { (switch.off) } } } else { view! {} }) }
            }
        })
        .collect();
    view! {
        fieldset(class="group") {
            legend { "Switches of the source's Gong app" }
            div(class="checks") { (boxes) }
        }
    }
}

fn managers(app: App) -> View {
    let field = |path: &str, label: &str, hint, get: fn(&Managers) -> bool, set: fn(&mut Managers, bool)| {
        let field = Field {
            app,
            id: format!("managers-{path}"),
            label: label.to_owned(),
            path: fixed(&format!("/managers/{path}")),
            hint,
        };
        field.check(
            move || app.settings.with(|draft| get(&draft.managers)),
            move |on| {
                app.change("manager's provisioning settings changed", None, |draft, _| {
                    set(&mut draft.managers, on);
                });
            },
        )
    };
    let notify = field(
        "notifyDirectManagers",
        NOTIFY,
        "They get an email whenever provisioning adds someone to their team.",
        |managers| managers.notify_direct_managers,
        |managers, on| managers.notify_direct_managers = on,
    );
    let toggle = field(
        "toggleDataCapture",
        TOGGLE,
        "With this, managers switch recording and imports for their people although they are no technical admins. Leave it off if only technical admins shall decide that.",
        |managers| managers.toggle_data_capture,
        |managers, on| managers.toggle_data_capture = on,
    );
    view! { div(class="checks checks-long") { (notify) (toggle) } }
}
