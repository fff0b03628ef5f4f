//! The steps for Azure AD (Microsoft Entra ID).

use super::facts::{Facts, number, people};
use super::items::{
    assignments, groups, in_gong, item, mandatory, provisioning, recommended, to_map, unknown_groups,
};
use super::{Item, People, Step};
use crate::profile::Attribute;
use crate::rules::RuleId;

/// What the gallery's app has no place for.
const ABSENT: [Attribute; 5] = [
    Attribute::SecondaryEmails,
    Attribute::PrivateEmail,
    Attribute::PhoneExtension,
    Attribute::ManagerEmail,
    Attribute::ManagerName,
];

pub(super) fn steps(facts: &Facts<'_>) -> Vec<Step> {
    vec![in_gong(facts, "Azure"), gallery(facts), fields(facts), pushed(facts), assignments(facts)]
}

fn gallery(facts: &Facts<'_>) -> Step {
    let switches = facts.settings.provisioning;
    Step {
        id: "gallery",
        title: "Configure Gong in Azure AD".to_owned(),
        items: vec![
            item(
                "app-gallery",
                "No link leads straight to the Gong app in the gallery: sign in, open \"Enterprise Applications\" > \"New Application\", search for Gong and click it. Microsoft then adds it.",
            ),
            item(
                "app-authorise",
                "Under the app's provisioning, connect it with Gong, signed in to Gong as a technical admin.",
            ),
            provisioning(
                "switch-create",
                "Let the app create people.",
                switches.create,
                "Then nobody new comes to Gong.",
            ),
            provisioning(
                "switch-update",
                "Let the app update people's attributes.",
                switches.update,
                "Then changes of people do not come to Gong.",
            ),
            provisioning(
                "switch-deactivate",
                "Let the app deactivate people.",
                switches.deactivate,
                "Then people who leave stay active in Gong.",
            ),
        ],
    }
}

fn fields(facts: &Facts<'_>) -> Step {
    let files = facts.files.as_ref();
    let manager = files.and_then(|files| files.manager_left_out);
    let told_manager = manager.map(|count| match count {
        0 => ("Every manager who was found is imported.".to_owned(), false),
        _ => (format!("{} a manager who is not.", people(count, "has", "have")), true),
    });
    let zone = files.and_then(|files| files.defaulted);
    let told_zone = zone.map(|count| match count {
        0 => ("Nobody falls back to the company's default.".to_owned(), false),
        _ => (format!("{} back to the company's default time zone.", people(count, "falls", "fall")), true),
    });
    Step {
        id: "profile",
        title: "Mandatory and available fields".to_owned(),
        items: vec![
            mandatory(facts),
            recommended(facts),
            item(
                "profile-manager",
                "Set the manager of everyone in Azure AD. The app sends a reference to the manager's account, which may lead nowhere unless the manager is provisioned too.",
            )
            .rule(manager, RuleId::ManagerNotImported)
            .told(told_manager),
            item(
                "profile-time-zone",
                "Accounts in Azure AD have no time zone. Map an attribute of your own that holds names such as Europe/Madrid, or see that country and state are filled in; offsets do not count.",
            )
            .rule(zone, RuleId::TimezoneDefaulted)
            .told(told_zone),
            to_map(
                facts,
                "Add custom target attributes for what the gallery's app has no place for: \"Secondary Email\", \"Private Email\", \"Primary Phone Ext\", \"Manager Email\" and \"Manager Full Name\". Ask Gong for their names on its side; they are not published.".to_owned(),
                &ABSENT,
            ),
        ],
    }
}

fn pushed(facts: &Facts<'_>) -> Step {
    let files = facts.files.as_ref();
    let nested = files.and_then(|files| files.nested);
    let told = nested.map(|count| match count {
        0 => ("No group inside another one is in the files.".to_owned(), false),
        1 => ("1 group stands inside another one.".to_owned(), true),
        _ => (format!("{} groups stand inside other ones.", number(count)), true),
    });
    Step {
        id: "people",
        title: "Push groups and people".to_owned(),
        items: vec![
            groups(
                facts,
                "In Azure AD, find the groups that your assignments name and assign them to the app, so that they are pushed to Gong.",
            ),
            unknown_groups(facts),
            item(
                "groups-nested",
                "Assign groups that stand inside other groups by themselves: only direct members are provisioned.",
            )
            .rule(nested, RuleId::GroupNested)
            .told(told),
            Item {
                people: files
                    .filter(|files| files.simulation.people > 0)
                    .map(|_| People { outcome: Some("imported"), ..People::default() }),
                ..item("people-assign", "Assign people to the app, by themselves or through groups, and start provisioning. A cycle takes about 40 minutes.")
            }
            .fact(files.map(|files| format!("{} as the files stand now.", people(files.simulation.people, "arrives", "arrive")))),
        ],
    }
}
