//! Which groups are pushed, and whose membership changes.

use super::{Action, Entry, Plan, State};
use crate::assignment::group_key;
use crate::check::{Check, Outcome};
use crate::maps::{HashMap, HashSet};

/// Groups of both sides under common numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// Names as the after spells them, else as the before does.
    spelled: Vec<String>,
    /// Numbers of the groups that the before knows, with members or without.
    known: Vec<u32>,
    /// Numbers of the groups of each set of groups of a side, in order.
    before: Vec<Vec<u32>>,
    after: Vec<Vec<u32>>,
}

impl Names {
    pub(super) fn new(before: Option<&Check>, after: &Check) -> Names {
        let mut names = Names::default();
        let mut numbers = HashMap::default();
        names.after = names.sets(after, &mut numbers).1;
        if let Some(before) = before {
            (names.known, names.before) = names.sets(before, &mut numbers);
        }
        names
    }

    /// Numbers of the groups of a side, and of those of each of its sets.
    fn sets(&mut self, check: &Check, numbers: &mut HashMap<String, u32>) -> (Vec<u32>, Vec<Vec<u32>>) {
        let groups = &check.base.groups;
        let own: Vec<u32> = groups
            .names
            .iter()
            .map(|spellings| {
                *numbers.entry(group_key(&spellings[0])).or_insert_with(|| {
                    self.spelled.push(spellings[0].clone());
                    self.spelled.len() as u32 - 1
                })
            })
            .collect();
        let sets = groups.sets.iter().map(|set| {
            let mut set: Vec<u32> = set.iter().map(|&group| own[group as usize]).collect();
            set.sort_unstable();
            set
        });
        let sets = sets.collect();
        (own, sets)
    }

    fn before(&self, check: &Check, row: u32) -> &[u32] {
        &self.before[check.base.store.rows[row as usize].groups as usize]
    }

    fn after(&self, check: &Check, row: u32) -> &[u32] {
        &self.after[check.base.store.rows[row as usize].groups as usize]
    }

    /// Names of a set, one behind the other.
    fn listed(&self, set: &[u32]) -> Vec<&str> {
        set.iter().map(|&group| self.spelled[group as usize].as_str()).collect()
    }
}

/// A group and what is sent about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupPlan {
    /// Its name, as the after spells it.
    pub name: String,
    /// It was pushed before.
    pub known: bool,
    /// Places of the people who come to it.
    pub added: Vec<u32>,
    /// Places of the people who leave it.
    pub removed: Vec<u32>,
}

impl GroupPlan {
    /// Something is sent about it.
    pub fn is_pushed(&self) -> bool {
        !self.known || !self.added.is_empty() || !self.removed.is_empty()
    }
}

impl Plan {
    /// The groups of a person of the before and of the after are others.
    pub(super) fn groups_differ(&self, before: u32, after: u32) -> bool {
        self.before
            .as_ref()
            .is_some_and(|check| self.names.before(check, before) != self.names.after(&self.after, after))
    }

    /// Names of the groups of a person, before and after.
    pub(super) fn groups_of(&self, before: Option<u32>, after: u32) -> (Vec<&str>, Vec<&str>) {
        let was = self.before.as_ref().zip(before);
        let was = was.map_or_else(Vec::new, |(check, row)| self.names.listed(self.names.before(check, row)));
        (was, self.names.listed(self.names.after(&self.after, after)))
    }

    /// The groups that assignments name; without any, all groups of the files.
    pub(super) fn plan_groups(&self) -> Vec<GroupPlan> {
        let named: HashSet<String> = self
            .after
            .settings
            .assignments
            .iter()
            .flat_map(|assignment| assignment.groups.iter().map(|group| group_key(group)))
            .collect();
        let pushed = |name: &String| named.is_empty() || named.contains(&group_key(name));
        let knew = self.before.as_ref().filter(|before| before.simulation().knows_groups);
        let mut known = vec![false; self.names.spelled.len()];
        if knew.is_some() {
            for &group in &self.names.known {
                known[group as usize] = true;
            }
        }
        let mut plans: Vec<GroupPlan> = self
            .names
            .spelled
            .iter()
            .zip(known)
            .map(|(name, known)| GroupPlan {
                name: name.clone(),
                known,
                added: Vec::new(),
                removed: Vec::new(),
            })
            .collect();
        for (entry, place) in self.entries.iter().zip(0u32..) {
            let was: &[u32] = match (knew, entry.before) {
                (Some(check), Some(row)) if entry.was == State::Active => self.names.before(check, row),
                _ => &[],
            };
            let will = self.membership(entry, was);
            for &group in will.iter().filter(|group| !was.contains(group)) {
                plans[group as usize].added.push(place);
            }
            for &group in was.iter().filter(|group| !will.contains(group)) {
                plans[group as usize].removed.push(place);
            }
        }
        plans.retain(|plan| pushed(&plan.name));
        plans
    }

    /// The groups that someone is in afterwards, as far as they are in Gong.
    fn membership<'p>(&'p self, entry: &Entry, was: &'p [u32]) -> &'p [u32] {
        let Some(row) = entry.after else {
            // Who is gone leaves; who is kept because a switch is off stays.
            return if entry.action == Action::Skip { was } else { &[] };
        };
        let imported = self.after.base.store.rows[row as usize].outcome == Outcome::Imported;
        let told =
            if self.after.simulation().knows_groups { self.names.after(&self.after, row) } else { was };
        match entry.action {
            Action::Create | Action::Update | Action::Reactivate | Action::None if imported => told,
            Action::Skip if imported && entry.was == State::Active => told,
            Action::Skip => was,
            _ => &[],
        }
    }
}
