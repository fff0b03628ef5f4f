//! What one person gets, and what can be changed of it later.

use super::columns::{Outcome, Role};
use super::{Check, Input};
use crate::assignment::{Locks, Placement, lock_of, placement};
use crate::export::{InputRole, Source};
use crate::guide::{Facts, Files, Guide};
use crate::profile::Attribute;
use crate::rules::RuleId;

impl Check {
    /// The set-up guide, filled with what the files show.
    pub fn guide(&self) -> Guide {
        let source = self.source().unwrap_or(Source::Okta);
        Guide::filled(&Facts { source, settings: &self.settings, files: Some(self.files()) })
    }

    /// What the guide asks of the files.
    pub(crate) fn files(&self) -> Files<'_> {
        let columns = self.columns();
        let holds = |attribute| columns.iter().any(|(held, _)| *held == attribute);
        let people = |rule, known: bool| if known { self.people_with(rule) } else { None };
        let managers = [Attribute::ManagerEmail, Attribute::ManagerName, Attribute::ManagerId];
        Files {
            simulation: self.simulation(),
            blocked: self.count(Outcome::Blocked),
            staged: people(RuleId::StatusStaged, holds(Attribute::Status)),
            locale: people(RuleId::LocaleFormat, holds(Attribute::Locale)),
            defaulted: people(RuleId::TimezoneDefaulted, true),
            manager_left_out: people(RuleId::ManagerNotImported, managers.into_iter().any(holds)),
            nested: people(RuleId::GroupNested, self.simulation().knows_groups),
            assigned: self.assigned(),
            carried: self.apps().map(|input| input.known).reduce(|one, other| one | other),
            columns,
        }
    }

    /// The readable exports of an app's people.
    fn apps(&self) -> impl Iterator<Item = &Input> {
        self.base.inputs.iter().filter(|input| input.lists_app())
    }

    /// Every attribute that an export holds, with a column that holds it.
    fn columns(&self) -> Vec<(Attribute, String)> {
        let mut held = Vec::new();
        for input in self.base.inputs.iter().filter(|input| input.given.role == InputRole::Export) {
            if let Some(group) = input.group() {
                held.push((Attribute::Groups, format!("{}: members of \"{group}\"", input.name)));
                continue;
            }
            let columns = input.export().into_iter().flat_map(|export| &export.layout().columns);
            for column in columns {
                let name = format!("{}: {}", input.name, column.name.trim());
                held.extend(column.uses.iter().map(|used| (used.attribute, name.clone())));
            }
        }
        held
    }

    /// How many stand on records with a finding of a rule; nothing if it is off.
    fn people_with(&self, rule: RuleId) -> Option<u64> {
        let store = &self.base.store;
        store.findings.severity(rule)?;
        let found = store.findings.all.iter().filter(|finding| finding.rule() == rule);
        let mut people: Vec<u32> = found.map(|finding| store.rows[finding.row() as usize].person).collect();
        people.sort_unstable();
        people.dedup();
        Some(people.len() as u64)
    }

    /// How many people an app holds; nothing without an export of its people.
    fn assigned(&self) -> Option<u64> {
        let store = &self.base.store;
        self.apps().next()?;
        let rows = self.apps().flat_map(|input| input.rows.clone()).filter(|&row| {
            matches!(store.rows[row as usize].role, Role::Person | Role::Part) && !store.is_unassigned(row)
        });
        let mut people: Vec<u32> = rows.map(|row| store.rows[row as usize].person).collect();
        people.sort_unstable();
        people.dedup();
        Some(people.len() as u64)
    }

    /// The assignment of someone who is imported, and what it brings; nothing for anyone else.
    pub fn placement(&self, row: u32) -> Option<Placement> {
        let held = self.base.store.rows.get(row as usize)?;
        let imported = held.role == Role::Person && held.outcome == Outcome::Imported;
        let groups = || self.base.groups.of(held.groups).map(str::to_owned).collect();
        imported.then(|| placement(&self.settings, groups(), self.fitting(held)))
    }

    /// What of someone who is imported can be changed in Gong afterwards; nothing for anyone else.
    pub fn locks(&self, row: u32) -> Option<Locks> {
        let held = self.base.store.rows.get(row as usize)?;
        if held.role != Role::Person || held.outcome != Outcome::Imported {
            return None;
        }
        let known = self.known_of(row);
        let mut locks = Locks::default();
        for lock in Attribute::ALL.into_iter().filter_map(lock_of) {
            let bit = lock.attribute.bit();
            let list = if held.present & bit != 0 {
                &mut locks.locked
            } else if known & bit != 0 {
                &mut locks.once
            } else {
                &mut locks.unknown
            };
            list.push(lock);
        }
        Some(locks)
    }
}
