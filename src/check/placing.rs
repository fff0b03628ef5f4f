//! What one person gets, and what can be changed of it later.

use super::Check;
use super::columns::{Outcome, Role};
use crate::assignment::{Locks, Placement, lock_of, placement};
use crate::export::Source;
use crate::guide::Guide;
use crate::profile::Attribute;

impl Check {
    /// The set-up guide, filled with what the files show.
    pub fn guide(&self) -> Guide {
        Guide::new(self.source().unwrap_or(Source::Okta))
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
