//! The plan: what provisioning would do, from a before and an after.
//!
//! Both sides are checks of exports under the same settings. People are matched by id, then by user name,
//! then by email; each gets one [`Action`]. What values were and are is read from the files once more, by a
//! [`Planning`], because checks hold no values; everything else follows from the two checks.

mod actions;
mod cut_over;
mod groups;
pub mod json;
mod listing;
mod matching;
mod names;
mod person;
mod scim;
mod text;
mod values;

use std::sync::OnceLock;

use serde::Serialize;

pub use actions::Action;
pub(crate) use actions::{Entry, Past, Reason, State};
pub use cut_over::{CutOver, CutOverCounts, CutOverStep};
pub use groups::GroupPlan;
pub use listing::{PlanLine, Told, Wanted};
pub use person::{Change, Move, PersonPlan, Reassignment};
pub use scim::{Request, Requests};

use crate::Error;
use crate::check::{Check, Lookup, Role};
use crate::profile::{Attribute, Profile};
use crate::report::SecondReading;
pub(crate) use values::BETWEEN;
use values::{COMPARED, Values};

/// In the place of a person's place: there is none.
const NOWHERE: u32 = u32::MAX;

/// Which of the two sides of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What was.
    Before,
    /// What shall be.
    After,
}

/// Number of people for whom each action is planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// New in Gong.
    pub create: u64,
    /// Something of theirs changes.
    pub update: u64,
    /// Loses access.
    pub deactivate: u64,
    /// Gets access back.
    pub reactivate: u64,
    /// Nothing is sent.
    pub none: u64,
    /// Something would be sent, and is not.
    pub skip: u64,
}

/// People who end up elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Moves {
    /// People whose effective time zone changes.
    pub time_zones: u64,
    /// People whose manager changes.
    pub managers: u64,
    /// People whose assignment changes.
    pub assignments: u64,
    /// Those of them for whom the change is applied in Gong.
    pub assignments_applied: u64,
}

/// Whether a plan deactivates more people than is usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Guard {
    /// Deactivations over people active in the before, to four decimals.
    pub deactivate_share: f64,
    /// The share that the settings allow.
    pub limit: f64,
    /// The share passes the limit.
    pub exceeded: bool,
}

/// A plan being made while the files of both sides are read once more.
#[derive(Debug)]
pub struct Planning {
    before: Option<Check>,
    after: Check,
    /// Values of the rows of either side.
    values: Values,
    /// Values are held as they stand, with white space at their ends.
    exact: bool,
    reading: SecondReading,
    side: Side,
}

/// What provisioning would do.
#[derive(Debug)]
pub struct Plan {
    pub(crate) before: Option<Check>,
    pub(crate) after: Check,
    pub(crate) values: Values,
    /// The people of the after, in its order, then those whom only the before has.
    pub(crate) entries: Vec<Entry>,
    /// For each person of the before, by row, the person of the after.
    counterparts: matching::Matches,
    /// Places of people by their row of the after.
    places: Vec<u32>,
    names: groups::Names,
    /// Made when requests are first asked for.
    named: OnceLock<Lookup>,
    groups: Vec<GroupPlan>,
    summary: Summary,
    moves: Moves,
    guard: Guard,
}

impl Planning {
    /// Begins a plan. Without a before it is the first push, or, where the after knows the people already in
    /// Gong, what it does to those. A before is to be checked with the same people already in Gong as the after.
    pub fn new(before: Option<Check>, after: Check) -> Planning {
        let side = if before.is_some() { Side::Before } else { Side::After };
        let reading = SecondReading::new(before.as_ref().unwrap_or(&after));
        let rows = |check: &Check| check.base.store.rows.len();
        let values = Values::new(before.as_ref().map_or(0, rows), rows(&after));
        let mut planning = Planning { before, after, values, exact: false, reading, side };
        planning.turn();
        planning
    }

    /// Begins to compare files with what they are once they are cured, to the last space.
    pub fn of_cures(before: Check, after: Check) -> Planning {
        Planning { exact: true, ..Planning::new(Some(before), after) }
    }

    /// Side and number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<(Side, u32)> {
        self.reading.wants().map(|input| (self.side, input))
    }

    /// Takes bytes of the wanted input.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.feed(Some(bytes))
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self) -> Result<(), Error> {
        self.feed(None)?;
        self.turn();
        Ok(())
    }

    fn feed(&mut self, bytes: Option<&[u8]>) -> Result<(), Error> {
        let check = match (&self.before, self.side) {
            (Some(before), Side::Before) => before,
            _ => &self.after,
        };
        let (values, side, exact) = (&mut self.values, self.side, self.exact);
        let mut full = false;
        let take = |row: u32, layout: &crate::export::Layout, record: &crate::export::Record<'_>| {
            let held = &check.base.store.rows[row as usize];
            if !matches!(held.role, Role::Person | Role::Part | Role::InGong) {
                return Ok(());
            }
            let profile = Profile::new(&layout.columns, record);
            // Who is in Gong already stands for themselves, and not for the person of the exports.
            let person = if held.role == Role::InGong { row } else { held.person };
            for (place, &attribute) in COMPARED.iter().enumerate() {
                if person == row && !check.base.store.parts.contains_key(&person)
                    || check.stand(person, attribute) == row
                {
                    full |= !values.put((side, person, place), &profile, attribute, exact);
                }
            }
            Ok(())
        };
        match bytes {
            Some(bytes) => self.reading.push(bytes, take)?,
            None => self.reading.end(take)?,
        }
        let message = "there is more here than one plan holds: 4 GiB of values. Plan it in parts";
        if full { Err(Error::new(None, message)) } else { Ok(()) }
    }

    /// Goes on with the after when the before is through.
    fn turn(&mut self) {
        if self.side == Side::Before && self.reading.wants().is_none() {
            self.side = Side::After;
            self.reading = SecondReading::new(&self.after);
        }
    }

    /// The plan, when everything was read.
    pub fn finish(self) -> Plan {
        let Planning { before, after, values, .. } = self;
        let counterparts = matching::Matches::new(before.as_ref(), &after);
        let names = groups::Names::new(before.as_ref(), &after);
        let mut plan = Plan {
            before,
            after,
            values,
            entries: Vec::new(),
            counterparts,
            places: Vec::new(),
            names,
            named: OnceLock::new(),
            groups: Vec::new(),
            summary: Summary::default(),
            moves: Moves::default(),
            guard: Guard::default(),
        };
        plan.entries = plan.decide();
        plan.places = vec![NOWHERE; plan.after.base.store.rows.len()];
        for (entry, place) in plan.entries.iter().zip(0u32..) {
            if let Some(row) = entry.after.or(entry.member.filter(|_| entry.before.is_none())) {
                plan.places[row as usize] = place;
            }
        }
        plan.groups = plan.plan_groups();
        plan.count();
        plan
    }
}

impl Plan {
    /// Number of people for whom each action is planned.
    pub fn summary(&self) -> Summary {
        self.summary
    }

    /// People who end up elsewhere.
    pub fn moves(&self) -> Moves {
        self.moves
    }

    /// Whether more people are deactivated than is usual.
    pub fn guard(&self) -> Guard {
        self.guard
    }

    /// The groups that are pushed.
    pub fn groups(&self) -> &[GroupPlan] {
        &self.groups
    }

    /// Number of people.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// It knows what was: an earlier export, or people already in Gong.
    pub fn has_before(&self) -> bool {
        self.before.is_some() || self.after.simulation().in_gong.is_some()
    }

    /// What is done with a person, by their place.
    pub fn action(&self, place: usize) -> Action {
        self.entries[place].action
    }

    /// The place of the person of a row of the after.
    pub(crate) fn place_of(&self, row: u32) -> Option<usize> {
        self.places.get(row as usize).filter(|place| **place != NOWHERE).map(|place| *place as usize)
    }

    /// The row of a person in the check of the after.
    pub fn row(&self, place: usize) -> Option<u32> {
        self.entries[place].after
    }

    /// The check of the after.
    pub fn after(&self) -> &Check {
        &self.after
    }

    /// Attributes that only one side knows of anybody, so that no change of them can be seen.
    pub fn uncompared(&self) -> Vec<Attribute> {
        let (mut known, mut compared) = (0, 0);
        for entry in &self.entries {
            if let Some((past, after)) = entry.past().zip(entry.after) {
                let (was, is) = (self.known_before(past), self.after.known_of(after));
                known |= was | is;
                compared |= was & is;
            }
        }
        let one_sided = known & !compared;
        let one_sided = COMPARED.into_iter().filter(|attribute| one_sided & attribute.bit() != 0);
        let has_groups = |check: &Check| check.simulation().knows_groups;
        let groups =
            self.has_before() && self.before.as_ref().is_some_and(has_groups) != has_groups(&self.after);
        one_sided.chain(groups.then_some(Attribute::Groups)).collect()
    }

    fn count(&mut self) {
        let mut summary = Summary::default();
        let mut moves = Moves::default();
        let mut active = 0u32;
        for entry in &self.entries {
            active += u32::from(entry.was == State::Active);
            *match entry.action {
                Action::Create => &mut summary.create,
                Action::Update => &mut summary.update,
                Action::Deactivate => &mut summary.deactivate,
                Action::Reactivate => &mut summary.reactivate,
                Action::None => &mut summary.none,
                Action::Skip => &mut summary.skip,
            } += 1;
            moves.time_zones += u64::from(self.zone_move(entry).is_some());
            moves.managers += u64::from(self.manager_move(entry).is_some());
            if let Some(reassigned) = self.reassignment(entry).filter(|one| one.before.is_some()) {
                moves.assignments += 1;
                moves.assignments_applied += u64::from(reassigned.applied);
            }
        }
        let limit = self.after.settings.guard.deactivate_share;
        let deactivated = f64::from(u32::try_from(summary.deactivate).unwrap_or(u32::MAX));
        let share = if active == 0 { 0.0 } else { deactivated / f64::from(active) };
        // To four decimals, as it is told: what is compared is what is read.
        let share = (share * 10_000.0).round() / 10_000.0;
        self.guard = Guard { deactivate_share: share, limit, exceeded: share > limit };
        (self.summary, self.moves) = (summary, moves);
    }
}
