//! The steps for Okta.

use super::facts::{Facts, people};
use super::items::{
    assignments, groups, in_gong, item, mandatory, provisioning, recommended, to_map, unknown_groups,
};
use super::{Item, People, Step};
use crate::profile::Attribute;
use crate::rules::RuleId;

/// What version 3 of the app added, all of it unmapped until someone maps it.
pub(crate) const ADDED: [Attribute; 6] = [
    Attribute::ManagerEmail,
    Attribute::ManagerName,
    Attribute::PrivateEmail,
    Attribute::Country,
    Attribute::State,
    Attribute::PhoneExtension,
];

pub(super) fn steps(facts: &Facts<'_>) -> Vec<Step> {
    let mut list = assignments(facts);
    list.items.splice(0..0, [
        groups(
            facts,
            "In the Gong app's \"Push Groups\" tab, find the groups that your assignments name and push them. A person comes along with a group only if they are assigned to the app as well.",
        ),
        unknown_groups(facts),
    ]);
    vec![
        in_gong(facts, "Okta"),
        Step {
            id: "install",
            title: "Install the Gong app in Okta".to_owned(),
            items: vec![item(
                "app-install",
                "Add \"Gong for Okta\" to your Okta org. Where an older Gong app is in use, see the last step first.",
            )],
        },
        configure(facts),
        profile(facts),
        people_and_groups(facts),
        list,
        Step {
            id: "upgrade",
            title: "Only if an older Gong app is in use".to_owned(),
            items: vec![item(
                "upgrade-app",
                "Set up the new app beside the old one, with provisioning, and assign everyone to it whom the old one has: whoever is forgotten may lose access. Only then clear \"Enable API Integration\" in the old app. If people sign in through the old app (SAML), set that up in the new one, or keep the old app for it.",
            )],
        },
    ]
}

fn configure(facts: &Facts<'_>) -> Step {
    let switches = facts.settings.provisioning;
    Step {
        id: "configure",
        title: "Configure the app in Okta".to_owned(),
        items: vec![
            item(
                "app-integration",
                "In the app, open \"Provisioning\" > \"Integration\", click \"Configure API Integration\" and select \"Enable API Integration\".",
            ),
            item(
                "app-authorise",
                "Click \"Authenticate with Gong\", sign in to Gong as a technical admin, and click \"Allow\". Then save: the tabs \"To App\" and \"To Okta\" appear.",
            ),
            provisioning(
                "switch-create",
                "In \"To App\", click \"Edit\" and enable \"Create Users\".",
                switches.create,
                "Then nobody new comes to Gong.",
            ),
            provisioning(
                "switch-update",
                "Enable \"Update User Attributes\".",
                switches.update,
                "Then changes of people do not come to Gong.",
            ),
            provisioning(
                "switch-deactivate",
                "Enable \"Deactivate Users\".",
                switches.deactivate,
                "Then people who leave stay active in Gong.",
            ),
            item("app-save", "Save the tab."),
        ],
    }
}

fn profile(facts: &Facts<'_>) -> Step {
    let locale = facts.files.as_ref().and_then(|files| files.locale);
    let told = locale.map(|count| match count {
        0 => ("No locale is of another form.".to_owned(), false),
        _ => (format!("{} a locale of another form.", people(count, "has", "have")), true),
    });
    Step {
        id: "profile",
        title: "Set up the Gong profile in Okta".to_owned(),
        items: vec![
            item(
                "profile-editor",
                "Open \"Directory\" > \"Profile Editor\", find the Gong profile and edit it; \"Attributes\" > \"All\" lists what it can carry.",
            ),
            mandatory(facts),
            recommended(facts),
            item(
                "profile-locale",
                "Send the locale in the form en-US. Okta keeps it as en_US, so map an expression: String.replace(user.locale, \"_\", \"-\").",
            )
            .rule(locale, RuleId::LocaleFormat)
            .told(told),
            to_map(
                facts,
                "Map what the current app has a field for and nothing fills by itself: \"Manager Email\", \"Manager Full Name\", \"Private Email\", \"Country\", \"State or Province\" and \"Primary Phone Ext\". Without a manager's email or name Gong builds no hierarchy.".to_owned(),
                &ADDED,
            ),
        ],
    }
}

fn people_and_groups(facts: &Facts<'_>) -> Step {
    let files = facts.files.as_ref();
    let staged = files.and_then(|files| files.staged);
    let activate = item(
        "people-activate",
        "Activate people who are still staged: they are imported, but not everything works for them.",
    )
    .rule(staged, RuleId::StatusStaged);
    let activate = match (files, staged) {
        (None, _) => activate,
        (Some(_), None) => activate.fact(Some("Your files do not say whose account is staged.".to_owned())),
        (Some(_), Some(0)) => activate.fact(Some("Nobody is staged.".to_owned())),
        (Some(_), Some(count)) => {
            activate.told(Some((format!("{} staged.", people(count, "is", "are")), true)))
        }
    };
    Step {
        id: "people",
        title: "Provision people or groups".to_owned(),
        items: vec![
            activate,
            unassign(facts),
            Item {
                people: files
                    .filter(|files| files.simulation.people > 0)
                    .map(|_| People { outcome: Some("imported"), ..People::default() }),
                ..item(
                    "people-assign",
                    "Assign the app \"Gong.io\": in a user or group under \"Application\" > \"Assign Application\", or in the app under \"Assignment\" with \"Assign\". Everyone in an assigned group gets it.",
                )
            }
            .fact(files.map(|files| format!("{} as the files stand now.", people(files.simulation.people, "arrives", "arrive")))),
        ],
    }
}

/// People whom an app for single sign-on holds already.
fn unassign(facts: &Facts<'_>) -> Item {
    let told = facts.files.as_ref().map(|files| match files.assigned {
        Some(0) => ("Nobody is assigned in the export of the app's people.".to_owned(), false),
        Some(count) => (
            format!(
                "{} assigned in the export of the app's people; unassign those who were for single sign-on.",
                people(count, "is", "are")
            ),
            true,
        ),
        None => (
            "To see who: drop the export of the app's people here (GET /api/v1/apps/{appId}/users)."
                .to_owned(),
            false,
        ),
    });
    item(
        "people-unassign",
        "If people sign in to Gong through Okta already (SAML), unassign them first; whoever stays assigned is not provisioned by this.",
    )
    .told(told)
}
