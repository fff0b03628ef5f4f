//! Which action each person gets, and why.

use serde::{Deserialize, Serialize};

use super::{Plan, Side, matching};
use crate::check::{Check, Finding, Outcome, Role};
use crate::export::Source;
use crate::profile::Attribute;
use crate::rules::{Effect, RuleId};

/// What provisioning does with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// New in Gong.
    Create,
    /// Something of theirs changes.
    Update,
    /// Loses access.
    Deactivate,
    /// Gets access back.
    Reactivate,
    /// Nothing is sent.
    None,
    /// Something would be sent, and is not.
    Skip,
}

impl Action {
    /// All actions, in the order of summaries.
    pub const ALL: [Action; 6] =
        [Action::Create, Action::Update, Action::Deactivate, Action::Reactivate, Action::None, Action::Skip];

    /// The name in plans.
    pub const fn name(self) -> &'static str {
        match self {
            Action::Create => "create",
            Action::Update => "update",
            Action::Deactivate => "deactivate",
            Action::Reactivate => "reactivate",
            Action::None => "none",
            Action::Skip => "skip",
        }
    }

    /// The action of that name.
    pub fn from_name(name: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// How a person stood in Gong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Absent,
    Active,
    Inactive,
}

/// Where a person's earlier values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Past {
    /// In an earlier export: a row of the before.
    Export(u32),
    /// Among the people already in Gong: a row of the after.
    Member(u32),
}

/// Why an action is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    New,
    Back,
    Changed,
    Same,
    /// Blocked by rules, which are looked up.
    Blocked,
    /// Not active in the source.
    Inactive,
    OutOfScope,
    /// In an earlier export, and not in the after.
    Gone,
    /// Only among the people already in Gong.
    OnlyInGong,
    /// The same, and not active there.
    InactiveInGong,
    /// Neither in Gong before, nor in the after.
    Never,
    /// The source's app does not do that.
    SwitchedOff(Action),
}

/// One person of a plan.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Row of the after, unless only the before has them.
    pub(crate) after: Option<u32>,
    /// Row of the before.
    pub(crate) before: Option<u32>,
    /// Row among the people already in Gong, in the check of the after.
    pub(crate) member: Option<u32>,
    pub(crate) was: State,
    pub(crate) action: Action,
    pub(crate) reason: Reason,
    /// Attributes whose values differ, as bits.
    pub(crate) changed: u32,
}

impl Entry {
    pub(crate) fn past(&self) -> Option<Past> {
        self.before.map(Past::Export).or(self.member.map(Past::Member))
    }
}

impl Plan {
    /// Decides about everyone.
    pub(super) fn decide(&self) -> Vec<Entry> {
        let store = &self.after.base.store;
        let members = self.members();
        let mut entries = Vec::new();
        for row in 0..store.rows.len() as u32 {
            if store.rows[row as usize].role == Role::Person {
                entries.push(self.decided(row, members[row as usize]));
            }
        }
        let Some(before) = &self.before else {
            entries.extend(self.only_in_gong(|_| true));
            return entries;
        };
        let earlier = &before.base.store;
        // People already in Gong who stand in the earlier export are told once, there.
        let mut in_gong = vec![None; earlier.rows.len()];
        let mut told = crate::maps::HashSet::default();
        for (row, number) in earlier.rows.iter().zip(0u32..) {
            if row.role == Role::InGong && row.person != number {
                in_gong[row.person as usize].get_or_insert(state_of(row.outcome));
                told.insert(member_number(before, number));
            }
        }
        for row in 0..earlier.rows.len() as u32 {
            let held = &earlier.rows[row as usize];
            if held.role == Role::Person && self.counterparts.of_before(row).is_none() {
                // Who has no key can be nobody of the after, and was never sent.
                let unknown = matching::is_keyless(before, row);
                let state = || if unknown { State::Absent } else { state_before(before, row) };
                let was = in_gong[row as usize].unwrap_or_else(state);
                entries.push(self.gone(row, was));
            }
        }
        entries.extend(self.only_in_gong(|row| !told.contains(&member_number(&self.after, row))));
        entries
    }

    /// The first row among the people already in Gong for each person of the after.
    fn members(&self) -> Vec<Option<u32>> {
        let rows = &self.after.base.store.rows;
        let mut members = vec![None; rows.len()];
        for (row, number) in rows.iter().zip(0u32..) {
            if row.role == Role::InGong {
                members[row.person as usize].get_or_insert(number);
            }
        }
        members
    }

    fn decided(&self, row: u32, member: Option<u32>) -> Entry {
        let store = &self.after.base.store;
        let before = self.counterparts.of_after(row);
        let was = match (member, before, &self.before) {
            (Some(member), _, _) => state_of(store.rows[member as usize].outcome),
            (None, Some(row), Some(check)) => state_before(check, row),
            _ => State::Absent,
        };
        let mut entry = Entry {
            after: Some(row),
            before,
            member,
            was,
            action: Action::None,
            reason: Reason::Same,
            changed: 0,
        };
        let outcome = store.rows[row as usize].outcome;
        if outcome == Outcome::Imported && was != State::Absent {
            entry.changed = self.differences(&entry, row);
        }
        let switches = self.after.settings.provisioning;
        let (action, reason) = match (outcome, was) {
            (Outcome::Blocked, _) => (Action::Skip, Reason::Blocked),
            (Outcome::Inactive, State::Active) => (Action::Deactivate, Reason::Inactive),
            (Outcome::Inactive, State::Inactive) => (Action::None, Reason::Inactive),
            (Outcome::Inactive, State::Absent) => (Action::Skip, Reason::Inactive),
            (Outcome::OutOfScope, State::Active) => (Action::Deactivate, Reason::OutOfScope),
            (Outcome::OutOfScope, State::Inactive) => (Action::None, Reason::OutOfScope),
            (Outcome::OutOfScope, State::Absent) => (Action::Skip, Reason::OutOfScope),
            (Outcome::Imported, State::Absent) => (Action::Create, Reason::New),
            (Outcome::Imported, State::Inactive) => (Action::Reactivate, Reason::Back),
            (Outcome::Imported, State::Active) if entry.changed != 0 => (Action::Update, Reason::Changed),
            (Outcome::Imported, State::Active) => (Action::None, Reason::Same),
        };
        // Groups are pushed by themselves, whatever the switch for attributes says.
        let only_groups = entry.changed == Attribute::Groups.bit();
        let on = match action {
            Action::Create => switches.create,
            Action::Update => switches.update || only_groups,
            Action::Reactivate => switches.update,
            Action::Deactivate => switches.deactivate,
            Action::None | Action::Skip => true,
        };
        (entry.action, entry.reason) =
            if on { (action, reason) } else { (Action::Skip, Reason::SwitchedOff(action)) };
        entry
    }

    /// Someone of the before whom the after does not have.
    fn gone(&self, row: u32, was: State) -> Entry {
        let (action, reason) = match was {
            State::Active if self.after.settings.provisioning.deactivate => {
                (Action::Deactivate, Reason::Gone)
            }
            State::Active => (Action::Skip, Reason::SwitchedOff(Action::Deactivate)),
            State::Inactive => (Action::None, Reason::Gone),
            State::Absent => (Action::None, Reason::Never),
        };
        Entry { after: None, before: Some(row), member: None, was, action, reason, changed: 0 }
    }

    /// People already in Gong whom no export has.
    fn only_in_gong<'p>(&'p self, wanted: impl Fn(u32) -> bool + 'p) -> impl Iterator<Item = Entry> + 'p {
        let rows = self.after.base.store.rows.iter().zip(0u32..);
        let own = rows.filter(|(row, number)| row.role == Role::InGong && row.person == *number);
        own.filter(move |(_, number)| wanted(*number)).map(|(row, number)| {
            let was = state_of(row.outcome);
            let reason = if was == State::Active { Reason::OnlyInGong } else { Reason::InactiveInGong };
            Entry {
                after: None,
                before: None,
                member: Some(number),
                was,
                action: Action::None,
                reason,
                changed: 0,
            }
        })
    }

    /// Attributes known on both sides whose values differ, as bits; groups among them.
    fn differences(&self, entry: &Entry, row: u32) -> u32 {
        let Some(past) = entry.past() else { return 0 };
        let from = match past {
            Past::Export(row) => (Side::Before, row),
            Past::Member(row) => (Side::After, row),
        };
        let known = self.known_before(past) & self.after.known_of(row);
        let mut bits = self.values.differ(from, (Side::After, row)) & known;
        if let Past::Export(before) = past
            && self.knows_groups()
            && self.groups_differ(before, row)
        {
            bits |= Attribute::Groups.bit();
        }
        bits
    }

    /// Both sides say who is in which group.
    pub(super) fn knows_groups(&self) -> bool {
        let knows = |check: &Check| check.simulation().knows_groups;
        self.before.as_ref().is_some_and(knows) && knows(&self.after)
    }

    /// The attributes that were known of someone, as bits.
    pub(super) fn known_before(&self, past: Past) -> u32 {
        match (past, &self.before) {
            (Past::Export(row), Some(before)) => before.known_of(row),
            (Past::Member(row), _) => {
                let store = &self.after.base.store;
                self.after.base.inputs[usize::from(store.rows[row as usize].input)].known
            }
            (Past::Export(_), None) => 0,
        }
    }

    /// One sentence without a full stop: why the action is what it is.
    pub(super) fn told(&self, entry: &Entry) -> String {
        let staged = entry.after.is_some_and(|row| {
            let imported = self.after.base.store.rows[row as usize].outcome == Outcome::Imported;
            imported && self.after.is_staged(row)
        });
        let text = match entry.reason {
            Reason::New => "new in Gong".to_owned(),
            Reason::Back => "active again in the source".to_owned(),
            Reason::Changed => changed(entry.changed),
            Reason::Same => "nothing changed".to_owned(),
            Reason::Blocked => self.blocked(entry),
            Reason::Inactive if entry.was == State::Absent => "not active in the source".to_owned(),
            Reason::Inactive if entry.was == State::Inactive => {
                "not active in the source, as before".to_owned()
            }
            Reason::Inactive => match self.after.source() {
                Some(Source::Entra) => "its account is disabled in the source".to_owned(),
                _ => "suspended or deactivated in the source".to_owned(),
            },
            Reason::OutOfScope if entry.was == State::Active => {
                "no longer assigned to Gong: out of scope".to_owned()
            }
            Reason::OutOfScope => "not assigned to Gong: out of scope".to_owned(),
            Reason::Gone if entry.was == State::Inactive => {
                "not active before, and no longer in the source".to_owned()
            }
            Reason::Gone => "no longer in the source".to_owned(),
            Reason::OnlyInGong => "in Gong, not in the source".to_owned(),
            Reason::InactiveInGong => "in Gong, not in the source, and not active".to_owned(),
            Reason::Never => "neither in Gong before nor in the source now".to_owned(),
            Reason::SwitchedOff(action) => {
                let (switch, would) = match action {
                    Action::Create => ("creating users", "created"),
                    Action::Deactivate => ("deactivating users", "deactivated"),
                    Action::Reactivate => ("updating attributes", "reactivated"),
                    _ => ("updating attributes", "updated"),
                };
                format!("{switch} is switched off; would be {would}")
            }
        };
        if staged {
            format!("{text}; staged in Okta: not everything works until the account is activated")
        } else {
            text
        }
    }

    /// The rules that keep someone out.
    fn blocked(&self, entry: &Entry) -> String {
        let mut rules = entry.after.map(|row| blocking(&self.after, row)).unwrap_or_default();
        if rules.is_empty() {
            rules.push(RuleId::FileMandatoryUnmapped);
        }
        let ids: Vec<&str> = rules.iter().map(|rule| rule.rule().id).collect();
        let was = if entry.was == State::Active { ", and stays in Gong as before" } else { "" };
        format!("blocked: {}{was}", ids.join(", "))
    }
}

/// `title changed`, `title and locale changed`, `5 attributes changed`.
fn changed(bits: u32) -> String {
    const NAMED: usize = 3;
    let labels: Vec<&str> = Attribute::ALL
        .into_iter()
        .filter(|attribute| bits & attribute.bit() != 0)
        .map(Attribute::label)
        .collect();
    match labels.split_last() {
        Some((last, [])) => format!("{last} changed"),
        Some((last, others)) if labels.len() <= NAMED => format!("{} and {last} changed", others.join(", ")),
        _ => format!("{} attributes changed", labels.len()),
    }
}

/// How someone stands in Gong, by a table of the people there.
fn state_of(outcome: Outcome) -> State {
    if outcome == Outcome::Inactive { State::Inactive } else { State::Active }
}

/// How someone stood in Gong, by an earlier export: who was blocked or out of scope did not get there. Who is blocked
/// only because the files lack a column may well have got there: unknown is not missing.
fn state_before(check: &Check, row: u32) -> State {
    match check.base.store.rows[row as usize].outcome {
        Outcome::Imported => State::Active,
        Outcome::Inactive => State::Inactive,
        Outcome::Blocked if blocking(check, row).is_empty() => State::Active,
        Outcome::Blocked | Outcome::OutOfScope => State::Absent,
    }
}

/// The rules on a person's values that keep them out.
fn blocking(check: &Check, row: u32) -> Vec<RuleId> {
    let findings = check.parts(row).into_iter().flat_map(|row| check.findings(row).to_vec());
    let rules = findings.map(Finding::rule).filter(|rule| rule.rule().effect == Effect::Blocks);
    let mut rules: Vec<RuleId> = rules.collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// Number of a row among those of people already in Gong: the same in both checks, which read the same files.
fn member_number(check: &Check, row: u32) -> (usize, u32) {
    let held = &check.base.store.rows[row as usize];
    let before = &check.base.inputs[..usize::from(held.input)];
    (before.iter().filter(|input| !input.is_of_directory()).count(), check.base.record_and_line(row).0)
}
