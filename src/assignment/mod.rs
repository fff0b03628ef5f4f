//! Assignments: which one a person gets, what the list says of itself, and what it does to everyone.
//!
//! The list is ordered; the first assignment that names one of a person's groups wins, and the default
//! assignment takes everyone else. Group names match trimmed and without case.

mod checks;
mod placement;
mod simulation;

pub use checks::{Known, Remark, remarks};
pub use placement::{Capture, Fit, Lock, Locks, Permit, Placement};
pub(crate) use placement::{lock_of, placement};
pub use simulation::{AssignmentUse, Governance, GroupUse, InGong, NamedGroup, Path, SeatUse, Simulation};
pub(crate) use simulation::{Set, simulate};

use crate::maps::HashMap;
use crate::settings::{
    Assignment, Catalog, Settings, UNLOCKS_CAPTURE, UNLOCKS_EXPORT, UNLOCKS_PROFILE, Updates,
};

/// The name under which the default assignment is reported.
pub const DEFAULT: &str = "(default)";

/// A group's name in the form in which two spellings of it are equal.
pub fn group_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The assignments by the groups that they name.
#[derive(Clone, Debug, Default)]
pub struct Picker {
    by_group: HashMap<String, Vec<usize>>,
}

impl Picker {
    /// Of the settings' list.
    pub fn new(settings: &Settings) -> Picker {
        let mut by_group: HashMap<String, Vec<usize>> = HashMap::default();
        for (place, assignment) in settings.assignments.iter().enumerate() {
            for group in assignment.groups.iter().map(|group| group_key(group)).filter(|key| !key.is_empty())
            {
                let places = by_group.entry(group).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        Picker { by_group }
    }

    /// Places in the list of the assignments that name a group, in order.
    pub fn naming(&self, group: &str) -> &[usize] {
        self.by_group.get(&group_key(group)).map_or(&[], Vec::as_slice)
    }

    /// Places of all assignments that fit someone in these groups; the first of them wins.
    pub fn fitting<'g>(&self, groups: impl IntoIterator<Item = &'g str>) -> Vec<usize> {
        fitting(groups.into_iter().map(|group| self.naming(group)))
    }
}

/// Places of the assignments that name one of several groups, each group giving those that name it; in order.
pub(crate) fn fitting<'p>(naming: impl Iterator<Item = &'p [usize]>) -> Vec<usize> {
    let mut places: Vec<usize> = naming.flatten().copied().collect();
    places.sort_unstable();
    places.dedup();
    places
}

impl Updates {
    /// The words on Gong's screen.
    pub const fn label(self) -> &'static str {
        match self {
            Updates::Manual => "Manual editing",
            Updates::Automatic => "Automatic updates",
        }
    }

    /// What it means for people later on.
    pub const fn consequence(self) -> &'static str {
        match self {
            Updates::Manual => {
                "New people get these settings. Later changes of groups are not pushed; their settings are edited in Gong."
            }
            Updates::Automatic => {
                "Members always have exactly these settings. A change of groups is pushed, and nobody can edit the settings in Gong."
            }
        }
    }
}

impl Assignment {
    /// Whether data is captured of its people.
    pub(crate) fn captures(&self) -> bool {
        self.data_capture.on().any(|switch| switch.captures)
    }
}

impl Catalog {
    /// Names of the seats of which one is needed for what a token of `unlocks` says, and none of which is
    /// among `given`; nothing if it needs none.
    pub(crate) fn lacking(&self, token: &str, given: &[String]) -> Option<Vec<&str>> {
        let key = |text: &str| text.trim().to_lowercase();
        let wanted = key(token);
        let unlocking: Vec<_> =
            self.seats.iter().filter(|seat| seat.unlocks.iter().any(|token| key(token) == wanted)).collect();
        let lacks = !unlocking.is_empty() && !unlocking.iter().any(|seat| given.contains(&seat.id));
        lacks.then(|| unlocking.into_iter().map(crate::settings::Seat::label).collect())
    }

    /// See [`Catalog::lacking`], for data capture.
    pub(crate) fn lacking_for_capture(&self, assignment: &Assignment) -> Option<Vec<&str>> {
        self.lacking(UNLOCKS_CAPTURE, &assignment.seats)
    }

    /// See [`Catalog::lacking`], for the export of emails.
    pub(crate) fn lacking_for_export(&self, assignment: &Assignment) -> Option<Vec<&str>> {
        self.lacking(UNLOCKS_EXPORT, &assignment.seats)
    }

    /// See [`Catalog::lacking`], for a permission profile.
    pub(crate) fn lacking_for_profile(&self, profile: &str, assignment: &Assignment) -> Option<Vec<&str>> {
        self.lacking(&format!("{UNLOCKS_PROFILE}{}", profile.trim()), &assignment.seats)
    }
}

/// `Gong`, `Gong or Enable`.
pub(crate) fn any_of(names: &[&str]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => format!("\"{last}\""),
        Some((last, others)) => format!("\"{}\" or \"{last}\"", others.join("\", \"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_names_a_group_wins() {
        let settings = Settings::from_json(
            r#"{"assignments":[{"name":"Sales","groups":["Sales EMEA","Sales"]},{"name":"Leads","groups":["Leads"," sales "]}]}"#,
        )
        .expect("settings");
        let picker = Picker::new(&settings);
        assert_eq!(picker.fitting(["Leads", " SALES "]), [0, 1]);
        assert_eq!(picker.fitting(["sales emea"]), [0]);
        assert_eq!(picker.fitting(["leads"]), [1]);
        assert!(picker.fitting(["Support", ""]).is_empty());
    }

    #[test]
    fn a_setting_lacks_its_seat_only_where_some_seat_unlocks_it() {
        let catalog = Catalog::default();
        let gong = ["gong".to_owned()];
        assert_eq!(catalog.lacking(UNLOCKS_CAPTURE, &[]), Some(vec!["Gong"]));
        assert_eq!(catalog.lacking(UNLOCKS_CAPTURE, &gong), None);
        assert_eq!(
            catalog.lacking("profile:standard team member - forecast", &gong),
            Some(vec!["Gong Forecast"])
        );
        assert_eq!(catalog.lacking("profile:Business admin", &[]), None);
        assert_eq!(catalog.lacking(UNLOCKS_EXPORT, &[]), None);
    }
}
