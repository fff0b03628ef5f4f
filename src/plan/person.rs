//! What happens to one person, in full.

use serde::Serialize;

use super::values::{BETWEEN, COMPARED};
use super::{Action, Entry, Past, Plan, Side, State};
use crate::assignment::DEFAULT;
use crate::check::{Check, Outcome};
use crate::profile::Attribute;
use crate::settings::Updates;

/// A value that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The attribute.
    pub attribute: Attribute,
    /// What it was; the values of a list behind one another. None where there was none.
    pub before: Option<String>,
    /// What it will be.
    pub after: Option<String>,
}

/// Another assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reassignment {
    /// Name of the assignment before; none for someone new.
    pub before: Option<String>,
    /// Name of the assignment after.
    pub after: String,
    /// Gong applies it: to new people always, to others if the assignment has automatic updates.
    pub applied: bool,
}

/// Something that is derived for a person and becomes something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// What it was.
    pub before: Option<String>,
    /// What it will be.
    pub after: Option<String>,
}

/// One person of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonPlan {
    /// Primary email, else user name, else id: of the after, else of the before.
    pub key: Option<String>,
    /// What is done.
    pub action: Action,
    /// Why.
    pub reason: String,
    /// What changes, in the order of attributes.
    pub changes: Vec<Change>,
    /// The assignment, where it changes.
    pub assignment: Option<Reassignment>,
    /// The effective time zone, where it moves.
    pub time_zone: Option<Move>,
    /// The manager's key, where it is someone else.
    pub manager: Option<Move>,
}

impl Plan {
    /// A person, by place.
    pub fn person(&self, place: usize) -> PersonPlan {
        let entry = &self.entries[place];
        PersonPlan {
            key: self.key(entry).map(str::to_owned),
            action: entry.action,
            reason: self.told(entry),
            changes: self.changes(entry),
            assignment: self.reassignment(entry),
            time_zone: self.zone_move(entry),
            manager: self.manager_move(entry),
        }
    }

    /// The check and the row that tell who a person is.
    pub(super) fn stands(&self, entry: &Entry) -> (&Check, u32) {
        match (entry.after.or(entry.member), entry.before, &self.before) {
            (None, Some(row), Some(before)) => (before, row),
            (row, ..) => (&self.after, row.unwrap_or_default()),
        }
    }

    pub(crate) fn key(&self, entry: &Entry) -> Option<&str> {
        let (check, row) = self.stands(entry);
        check.base.store.key(row)
    }

    /// The key of a person, by place.
    pub fn key_at(&self, place: usize) -> Option<&str> {
        self.key(&self.entries[place])
    }

    /// How a person is called, by place.
    pub fn who(&self, place: usize) -> String {
        let (check, row) = self.stands(&self.entries[place]);
        check.base.store.who(row)
    }

    fn changes(&self, entry: &Entry) -> Vec<Change> {
        let Some(row) = entry.after else { return Vec::new() };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let value = |attribute| self.values.text(Side::After, row, attribute);
        let (had, has) = self.groups_of(entry.before, row);
        let groups = |before: Option<&[&str]>| Change {
            attribute: Attribute::Groups,
            before: before.and_then(|names| some(&names.join(BETWEEN))),
            after: some(&has.join(BETWEEN)),
        };
        if entry.action == Action::Create {
            let given = COMPARED.into_iter().filter(|attribute| !value(*attribute).is_empty());
            let given =
                given.map(|attribute| Change { attribute, before: None, after: some(value(attribute)) });
            return given.chain((!has.is_empty()).then(|| groups(None))).collect();
        }
        if entry.action == Action::Deactivate {
            return Vec::new();
        }
        let Some(past) = entry.past() else { return Vec::new() };
        let was = |attribute| match past {
            Past::Export(row) => self.values.text(Side::Before, row, attribute),
            Past::Member(row) => self.values.text(Side::After, row, attribute),
        };
        let changed = COMPARED.into_iter().filter(|attribute| entry.changed & attribute.bit() != 0);
        let changed = changed.map(|attribute| Change {
            attribute,
            before: some(was(attribute)),
            after: some(value(attribute)),
        });
        let groups = (entry.changed & Attribute::Groups.bit() != 0).then(|| groups(Some(&had)));
        changed.chain(groups).collect()
    }

    /// The assignment of someone who is imported.
    pub(super) fn reassignment(&self, entry: &Entry) -> Option<Reassignment> {
        let row = entry.after?;
        let check = &self.after;
        let held = &check.base.store.rows[row as usize];
        if held.outcome != Outcome::Imported {
            return None;
        }
        let place = check.fitting(held).first().copied();
        let name = |place: Option<usize>| {
            place.map_or(DEFAULT, |place| check.settings.assignments[place].name.trim()).to_owned()
        };
        if entry.was == State::Absent {
            let new = entry.action == Action::Create;
            return new.then(|| Reassignment { before: None, after: name(place), applied: true });
        }
        let before = self.before.as_ref().filter(|_| self.knows_groups())?;
        // The settings are the same on both sides, and so are the places in their list.
        let was = before.fitting(&before.base.store.rows[entry.before? as usize]).first().copied();
        let updates = place.map_or(check.settings.default_assignment.updates, |place| {
            check.settings.assignments[place].updates
        });
        (was != place).then(|| Reassignment {
            before: Some(name(was)),
            after: name(place),
            applied: updates == Updates::Automatic,
        })
    }

    /// The rows of someone who stays, in both exports.
    fn stays(&self, entry: &Entry) -> Option<(&Check, u32, u32)> {
        let (check, before, after) = (self.before.as_ref()?, entry.before?, entry.after?);
        let imported = self.after.base.store.rows[after as usize].outcome == Outcome::Imported;
        let sent = !matches!(entry.action, Action::Skip);
        (imported && sent && entry.was != State::Absent).then_some((check, before, after))
    }

    pub(super) fn zone_move(&self, entry: &Entry) -> Option<Move> {
        const PLACE: [Attribute; 3] = [Attribute::TimeZone, Attribute::Country, Attribute::State];
        let (check, before, after) = self.stays(entry)?;
        let bits = PLACE.into_iter().fold(0, |bits, attribute| bits | attribute.bit());
        let (knew, knows) = (check.known_of(before) & bits, self.after.known_of(after) & bits);
        let zone = |check: &Check, row: u32| check.base.store.zone(&check.base.store.rows[row as usize]).0;
        let (was, will) = (zone(check, before), zone(&self.after, after));
        let told = |zone: Option<crate::reference::Zone>| zone.map(|zone| zone.name().to_owned());
        // What one side does not know decides nothing.
        (knew == knows && was != will).then(|| Move { before: told(was), after: told(will) })
    }

    pub(super) fn manager_move(&self, entry: &Entry) -> Option<Move> {
        const MANAGER: [Attribute; 3] =
            [Attribute::ManagerEmail, Attribute::ManagerName, Attribute::ManagerId];
        let (check, before, after) = self.stays(entry)?;
        let bits = MANAGER.into_iter().fold(0, |bits, attribute| bits | attribute.bit());
        let known = |check: &Check, row: u32| check.known_of(row) & bits != 0;
        if !known(check, before) || !known(&self.after, after) {
            return None;
        }
        let manager = |check: &Check, row: u32| check.base.managers.get(row).map(|manager| manager.row);
        let (was, will) = (manager(check, before), manager(&self.after, after));
        let key = |check: &Check, row: Option<u32>| {
            row.and_then(|row| check.base.store.key(row)).map(str::to_owned)
        };
        let same = match (was, will) {
            (None, None) => true,
            (Some(was), Some(will)) => {
                self.counterparts.of_before(was) == Some(will)
                    // People already in Gong are matched with nobody of the before.
                    || check.base.store.key(was) == self.after.base.store.key(will)
            }
            _ => false,
        };
        (!same).then(|| Move { before: key(check, was), after: key(&self.after, will) })
    }
}
