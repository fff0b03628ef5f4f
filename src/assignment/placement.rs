//! What an assignment means for one person: seats, permissions, capture, and what can be changed later.

use serde::Serialize;

use super::{DEFAULT, any_of};
use crate::profile::Attribute;
use crate::settings::{Assignment, Settings};

/// What one person gets, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Placement {
    /// Name of the assignment, `(default)` for the default one.
    pub assignment: String,
    /// Its place in the list, from 0; none for the default one.
    pub place: Option<usize>,
    /// One sentence: why this one.
    pub reason: String,
    /// The person's groups.
    pub groups: Vec<String>,
    /// All assignments that fit, in order; the first is the one above.
    pub fits: Vec<Fit>,
    /// Names of the seats.
    pub seats: Vec<String>,
    /// Workspaces with their permission profiles.
    pub permits: Vec<Permit>,
    /// Switches of data capture that are on, and the export of emails.
    pub capture: Vec<Capture>,
    /// Words of the update mode.
    pub updates: &'static str,
    /// What it means later on.
    pub later: &'static str,
}

/// An assignment that fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fit {
    /// Its name.
    pub name: String,
    /// Its place in the list, from 0.
    pub place: usize,
    /// The person's groups that it names.
    pub groups: Vec<String>,
}

/// A permission in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Permit {
    /// Name of the workspace.
    pub workspace: String,
    /// Name of the permission profile.
    pub profile: String,
    /// It is the home workspace.
    pub home: bool,
    /// Seats of which one is needed before it works.
    pub needs: Option<String>,
}

/// Something that is captured or kept from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Capture {
    /// The words of the switch.
    pub label: &'static str,
    /// Seats of which one is needed before it works.
    pub needs: Option<String>,
}

/// What can be changed in Gong once the person is imported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Locks {
    /// Attributes with a value: they cannot be edited.
    pub locked: Vec<Lock>,
    /// Attributes without one: set once by hand, and fixed afterwards.
    pub once: Vec<Lock>,
    /// Attributes that the person's files do not hold.
    pub unknown: Vec<Lock>,
}

/// One attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lock {
    /// Its name.
    pub attribute: Attribute,
    /// Its name on screen.
    pub label: &'static str,
    /// What another page of the vendor says of it.
    pub note: Option<&'static str>,
}

const EDITABLE: &str = "a newer page of Gong's help calls it editable until the next sync overwrites it";

/// The attributes that are provisioned and show in Gong, with what is said of locking them.
pub(crate) fn lock_of(attribute: Attribute) -> Option<Lock> {
    let note = match attribute {
        Attribute::Id
        | Attribute::UserName
        | Attribute::Status
        | Attribute::Groups
        | Attribute::ManagerId => {
            return None;
        }
        Attribute::GivenName
        | Attribute::FamilyName
        | Attribute::PrimaryEmail
        | Attribute::SecondaryEmails
        | Attribute::PrivateEmail
        | Attribute::Title
        | Attribute::ManagerEmail
        | Attribute::ManagerName => None,
        _ => Some(EDITABLE),
    };
    Some(Lock { attribute, label: attribute.label(), note })
}

/// What someone in these groups gets. `fitting` are the places of all assignments that fit, in order.
pub(crate) fn placement(settings: &Settings, groups: Vec<String>, fitting: &[usize]) -> Placement {
    let catalog = &settings.catalog;
    let place = fitting.first().copied();
    let assignment = place.map_or(&settings.default_assignment, |place| &settings.assignments[place]);
    let fits: Vec<Fit> = fitting
        .iter()
        .map(|&place| {
            let assignment = &settings.assignments[place];
            Fit {
                name: assignment.name.trim().to_owned(),
                place,
                groups: groups.iter().filter(|group| names(assignment, group)).cloned().collect(),
            }
        })
        .collect();
    let needs = |seats: Option<Vec<&str>>| seats.map(|seats| any_of(&seats));
    let permits = assignment.workspaces.iter().map(|permission| Permit {
        workspace: catalog
            .workspace(&permission.workspace)
            .map_or(permission.workspace.as_str(), |workspace| workspace.label())
            .to_owned(),
        profile: permission.permission_profile.clone(),
        home: assignment.home_workspace.as_ref() == Some(&permission.workspace),
        needs: needs(catalog.lacking_for_profile(&permission.permission_profile, assignment)),
    });
    let mut capture: Vec<Capture> = assignment
        .data_capture
        .on()
        .map(|switch| Capture {
            label: switch.label,
            needs: needs(switch.captures.then(|| catalog.lacking_for_capture(assignment)).flatten()),
        })
        .collect();
    if assignment.email_export_to_crm {
        capture.push(Capture {
            label: "Email export to CRM",
            needs: needs(catalog.lacking_for_export(assignment)),
        });
    }
    let mut seats: Vec<String> = Vec::new();
    for id in &assignment.seats {
        let name = catalog.seat(id).map_or(id.as_str(), |seat| seat.label()).to_owned();
        if !seats.contains(&name) {
            seats.push(name);
        }
    }
    Placement {
        assignment: if place.is_some() { assignment.name.trim().to_owned() } else { DEFAULT.to_owned() },
        place,
        reason: reason(settings, &groups, &fits),
        fits,
        seats,
        permits: permits.collect(),
        capture,
        updates: assignment.updates.label(),
        later: assignment.updates.consequence(),
        groups,
    }
}

fn names(assignment: &Assignment, group: &str) -> bool {
    let key = super::group_key(group);
    assignment.groups.iter().any(|named| super::group_key(named) == key)
}

fn reason(settings: &Settings, groups: &[String], fits: &[Fit]) -> String {
    match fits {
        [] if settings.assignments.is_empty() => "There is no other assignment.".to_owned(),
        [] if groups.is_empty() => "The files know of no group of this person.".to_owned(),
        [] => "No assignment names one of this person's groups.".to_owned(),
        [only] => format!("It names {}.", listed(&only.groups)),
        [first, rest @ ..] => {
            let others: Vec<&str> = rest.iter().map(|fit| fit.name.as_str()).collect();
            let fit = if others.len() == 1 { "fits too and stands" } else { "fit too and stand" };
            format!(
                "It names {} and is the first of the list that does: {} {fit} behind it.",
                listed(&first.groups),
                listed(&others)
            )
        }
    }
}

fn listed(names: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{}\"", name.as_ref().trim())).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}
