//! What the assignments do to everyone at once: members, seats, paths from groups to assignments.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DEFAULT, Known, Picker, fitting, group_key};
use crate::profile::Attribute;
use crate::settings::Settings;

/// What the assignments do to the people who are imported. Counts are people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Simulation {
    /// Everyone who is imported.
    pub people: u64,
    /// One for each assignment in the order of the list, the default assignment last.
    pub assignments: Vec<AssignmentUse>,
    /// One for each seat of the catalog.
    pub seats: Vec<SeatUse>,
    /// The groups of the exports, the largest first.
    pub groups: Vec<GroupUse>,
    /// From groups to assignments, those with people only.
    pub paths: Vec<Path>,
    /// People whom more than one assignment fits.
    pub several: u64,
    /// People with the default assignment who are in no group.
    pub in_no_group: u64,
    /// People with the default assignment who are in groups that no assignment names.
    pub unmatched: u64,
    /// Attributes, as far as people can change them in Gong afterwards.
    pub governance: Vec<Governance>,
    /// The exports say who is in which group.
    pub knows_groups: bool,
    /// People already in Gong, where a file of them was given.
    pub in_gong: Option<InGong>,
}

/// One assignment's share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignmentUse {
    /// Its name, `(default)` for the default assignment.
    pub name: String,
    /// People who get it.
    pub members: u64,
    /// People whom it fits and who get an earlier one.
    pub elsewhere: u64,
    /// Some group of it is not taken by an earlier assignment.
    pub reachable: bool,
    /// Its groups.
    pub groups: Vec<NamedGroup>,
}

/// A group that an assignment names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedGroup {
    /// As the assignment writes it.
    pub name: String,
    /// The exports know it.
    pub known: bool,
    /// People in it.
    pub people: u64,
    /// Those of them who get this assignment.
    pub members: u64,
    /// Place in the list of the earlier assignment that takes it.
    pub shadowed_by: Option<usize>,
}

/// A seat of the catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeatUse {
    /// Its id.
    pub id: String,
    /// Its name on screen.
    pub name: String,
    /// How many the company has, if known.
    pub owned: Option<u32>,
    /// People who are to get one.
    pub used: u64,
}

/// A group of the exports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupUse {
    /// Its name, as first met.
    pub name: String,
    /// Other spellings of it.
    pub spellings: Vec<String>,
    /// People in it who are imported.
    pub people: u64,
    /// Places in the list of the assignments that name it.
    pub assignments: Vec<usize>,
}

/// People of one group who get one assignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// Place in [`Simulation::groups`]; none for people in no group.
    pub group: Option<usize>,
    /// Place in [`Simulation::assignments`].
    pub assignment: usize,
    /// How many.
    pub people: u64,
}

/// How many people an attribute is locked for, once they are imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Governance {
    /// Name of the attribute.
    pub attribute: Attribute,
    /// Its name on screen.
    pub label: Cow<'static, str>,
    /// People with a value, which cannot be changed in Gong.
    pub locked: u64,
    /// People without one: it can be set once by hand, and is fixed afterwards.
    pub once: u64,
    /// People whose files do not hold the attribute.
    pub unknown: u64,
}

/// People already in Gong, beside those of the exports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InGong {
    /// All of them.
    pub people: u64,
    /// Those who are imported again: they are matched.
    pub matched: u64,
    /// Those who are in the exports and not in scope.
    pub out_of_scope: u64,
    /// Those of whom the exports know nothing.
    pub absent: u64,
}

/// People who are in the same groups and count as one below.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    /// Places in the list of groups.
    pub(crate) groups: Vec<u32>,
    pub(crate) people: u64,
}

/// Counts everything but governance. `groups` holds every spelling of each group.
pub(crate) fn simulate(settings: &Settings, groups: &[Vec<String>], sets: &[Set]) -> Simulation {
    let picker = Picker::new(settings);
    let last = settings.assignments.len();
    let mut order: Vec<usize> = (0..groups.len()).collect();
    let mut in_group = vec![0; groups.len()];
    for set in sets {
        for &group in &set.groups {
            in_group[group as usize] += set.people;
        }
    }
    order.sort_by_key(|&group| (std::cmp::Reverse(in_group[group]), groups[group].first()));
    let mut place_of = vec![0; groups.len()];
    for (place, &group) in order.iter().enumerate() {
        place_of[group] = place;
    }

    let mut simulation = Simulation {
        assignments: settings
            .assignments
            .iter()
            .map(|assignment| AssignmentUse {
                name: assignment.name.trim().to_owned(),
                ..AssignmentUse::default()
            })
            .collect(),
        knows_groups: !groups.is_empty(),
        ..Simulation::default()
    };
    simulation.assignments.push(AssignmentUse {
        name: DEFAULT.to_owned(),
        reachable: true,
        ..AssignmentUse::default()
    });
    let naming: Vec<&[usize]> = groups
        .iter()
        .map(|spellings| spellings.first().map_or(&[][..], |name| picker.naming(name)))
        .collect();
    let mut paths: BTreeMap<(Option<usize>, usize), u64> = BTreeMap::new();
    for set in sets {
        let fitting = fitting(set.groups.iter().map(|&group| naming[group as usize]));
        let winner = fitting.first().copied().unwrap_or(last);
        simulation.people += set.people;
        simulation.assignments[winner].members += set.people;
        for &place in fitting.iter().skip(1) {
            simulation.assignments[place].elsewhere += set.people;
        }
        if fitting.len() > 1 {
            simulation.several += set.people;
        }
        if fitting.is_empty() {
            let count =
                if set.groups.is_empty() { &mut simulation.in_no_group } else { &mut simulation.unmatched };
            *count += set.people;
        }
        if set.groups.is_empty() {
            *paths.entry((None, winner)).or_default() += set.people;
        }
        for &group in &set.groups {
            *paths.entry((Some(place_of[group as usize]), winner)).or_default() += set.people;
        }
    }
    let by_key: BTreeMap<String, usize> = groups
        .iter()
        .enumerate()
        .filter_map(|(group, spellings)| Some((group_key(spellings.first()?), group)))
        .collect();
    for (place, assignment) in settings.assignments.iter().enumerate() {
        let named = assignment.groups.iter().filter(|name| !name.trim().is_empty()).map(|name| {
            let group = by_key.get(&group_key(name)).copied();
            NamedGroup {
                name: name.trim().to_owned(),
                known: group.is_some(),
                people: group.map_or(0, |group| in_group[group]),
                members: group
                    .and_then(|group| paths.get(&(Some(place_of[group]), place)).copied())
                    .unwrap_or_default(),
                shadowed_by: picker.naming(name).first().copied().filter(|&first| first < place),
            }
        });
        let own = &mut simulation.assignments[place];
        own.groups = named.collect();
        own.reachable = own.groups.iter().any(|group| group.shadowed_by.is_none());
    }
    let of_place = |place: usize| settings.assignments.get(place).unwrap_or(&settings.default_assignment);
    simulation.seats = settings
        .catalog
        .seats
        .iter()
        .map(|seat| SeatUse {
            id: seat.id.clone(),
            name: seat.label().to_owned(),
            owned: seat.owned,
            used: simulation
                .assignments
                .iter()
                .enumerate()
                .filter(|(place, _)| of_place(*place).seats.contains(&seat.id))
                .map(|(_, assignment)| assignment.members)
                .sum(),
        })
        .collect();
    simulation.groups = order
        .iter()
        .map(|&group| GroupUse {
            name: groups[group].first().cloned().unwrap_or_default(),
            spellings: groups[group].iter().skip(1).cloned().collect(),
            people: in_group[group],
            assignments: naming[group].to_vec(),
        })
        .collect();
    simulation.paths =
        paths.into_iter().map(|((group, assignment), people)| Path { group, assignment, people }).collect();
    simulation
}

impl Simulation {
    /// What the checks of the settings need to know of the exports.
    pub fn known(&self) -> Known {
        Known {
            groups: self
                .groups
                .iter()
                .map(|group| std::iter::once(&group.name).chain(&group.spellings).cloned().collect())
                .collect(),
            seats: self.seats.iter().map(|seat| (seat.id.clone(), seat.used)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten in Sales only, two in Sales and Leads, three in Leads only, four in Support, five in nothing.
    fn company() -> (Vec<Vec<String>>, Vec<Set>) {
        let groups = ["Sales", "Leads", "Support"].map(|name| vec![name.to_owned()]).to_vec();
        let sets = [(vec![], 5), (vec![0], 10), (vec![0, 1], 2), (vec![1], 3), (vec![2], 4)];
        (groups, sets.map(|(groups, people)| Set { groups, people }).to_vec())
    }

    fn settings(assignments: &str) -> Settings {
        let text = format!(
            r#"{{"catalog":{{"seats":[{{"id":"gong","owned":12}},{{"id":"engage"}}]}},"assignments":[{assignments}],
               "defaultAssignment":{{"seats":["engage"]}}}}"#
        );
        Settings::from_json(&text).expect("settings")
    }

    #[test]
    fn the_first_of_several_takes_the_people() {
        let (groups, sets) = company();
        let list = r#"{"name":"L","groups":["leads"],"seats":["gong"]},{"name":"S","groups":["SALES "],"seats":["gong","gong"]}"#;
        let simulation = simulate(&settings(list), &groups, &sets);
        let members: Vec<_> = simulation
            .assignments
            .iter()
            .map(|one| (one.name.as_str(), one.members, one.elsewhere))
            .collect();
        // Two are in both groups: Leads stands first, so they are not in Sales.
        assert_eq!(members, [("L", 5, 0), ("S", 10, 2), (DEFAULT, 9, 0)]);
        assert_eq!((simulation.people, simulation.several), (24, 2));
        assert_eq!((simulation.in_no_group, simulation.unmatched), (5, 4));
        let taken: Vec<_> =
            simulation.seats.iter().map(|seat| (seat.id.as_str(), seat.used, seat.owned)).collect();
        assert_eq!(taken, [("gong", 15, Some(12)), ("engage", 9, None)]);
        let sales = &simulation.assignments[1].groups[0];
        assert_eq!((sales.known, sales.people, sales.members, sales.shadowed_by), (true, 12, 10, None));
        assert_eq!(simulation.paths.iter().map(|path| path.people).sum::<u64>(), 5 + 10 + 2 * 2 + 3 + 4);
    }

    #[test]
    fn what_stands_behind_all_its_groups_is_not_reached() {
        let (groups, sets) = company();
        let list = r#"{"name":"A","groups":["Sales","Leads"]},{"name":"B","groups":["Leads"]},{"name":"C","groups":["Leads","Support"]},{"name":"D","groups":["Nobody"]},{"name":"E"}"#;
        let simulation = simulate(&settings(list), &groups, &sets);
        let reach: Vec<_> = simulation.assignments.iter().map(|one| (one.reachable, one.members)).collect();
        assert_eq!(reach, [(true, 15), (false, 0), (true, 4), (true, 0), (false, 0), (true, 5)]);
        assert_eq!(simulation.assignments[1].groups[0].shadowed_by, Some(0));
        assert!(!simulation.assignments[3].groups[0].known);
    }
}
