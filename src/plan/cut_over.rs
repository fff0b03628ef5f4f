//! Moving to a new instance of the Gong app in Okta: who would be left behind, and the article's steps in order.

use serde::Serialize;

use super::{Entry, Past, Plan, Reason, State};
use crate::check::Outcome;
use crate::guide::{ADDED, crowd, labels, people};
use crate::profile::Attribute;

/// A move from the old app instance, whose people are the before, to the new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CutOver {
    /// People of the old instance.
    pub old: u64,
    /// People whom the new instance imports.
    pub new: u64,
    /// Keys of the people of the old instance whom the new one would not import.
    pub lost: Vec<Option<String>>,
    /// Attributes that version 3 of the app added and that its people do not have yet.
    pub unmapped: Vec<Attribute>,
    /// People of the new instance whose account was never activated.
    pub staged: u64,
    /// What to do, in order.
    pub steps: Vec<CutOverStep>,
}

/// A move, without the people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CutOverCounts {
    /// Number of people of the old instance whom the new one would not import.
    pub lost: u64,
    /// What to do, in order.
    pub steps: Vec<CutOverStep>,
}

/// A step of the move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CutOverStep {
    /// Stable id.
    pub id: &'static str,
    /// What to do.
    pub text: &'static str,
    /// What the files show about it.
    pub fact: Option<String>,
    /// The people or files are not ready for it.
    pub attention: bool,
}

impl Plan {
    /// Whether someone had access by the old instance and is not imported by the new one.
    pub(super) fn is_lost(&self, entry: &Entry) -> bool {
        let imported = entry
            .after
            .is_some_and(|row| self.after.base.store.rows[row as usize].outcome == Outcome::Imported);
        let old = matches!(entry.past(), Some(Past::Export(_)));
        old && entry.was == State::Active && !imported && entry.reason != Reason::OnlyInGong
    }

    /// The plan as a move from one app instance to another.
    pub fn cut_over(&self) -> CutOver {
        let entries = self.entries.iter();
        let old = entries
            .clone()
            .filter(|entry| matches!(entry.past(), Some(Past::Export(_))) && entry.was == State::Active);
        let lost: Vec<Option<String>> = entries
            .clone()
            .filter(|entry| self.is_lost(entry))
            .map(|entry| self.key(entry).map(str::to_owned))
            .collect();
        let imported = |row: &u32| self.after.base.store.rows[*row as usize].outcome == Outcome::Imported;
        let staged = entries
            .filter_map(|entry| entry.after)
            .filter(|row| imported(row) && self.after.is_staged(*row))
            .count() as u64;
        let files = self.after.files();
        let mapped = |attribute: &Attribute| match files.carried {
            Some(bits) => bits & attribute.bit() != 0,
            None => files.hold(*attribute),
        };
        let unmapped = ADDED.into_iter().filter(|attribute| !mapped(attribute)).collect();
        let mut cut = CutOver {
            old: old.count() as u64,
            new: self.after.count(Outcome::Imported),
            lost,
            unmapped,
            staged,
            steps: Vec::new(),
        };
        cut.steps = cut.steps();
        cut
    }
}

impl CutOver {
    /// The move without the people.
    pub fn counts(self) -> CutOverCounts {
        CutOverCounts { lost: self.lost.len() as u64, steps: self.steps }
    }

    fn steps(&self) -> Vec<CutOverStep> {
        let step = |id, text| CutOverStep { id, text, fact: None, attention: false };
        let told = |id, text, fact: String, attention| CutOverStep { id, text, fact: Some(fact), attention };
        let lost = self.lost.len() as u64;
        vec![
            step(
                "add",
                "In Okta's admin dashboard, under \"Add Applications\", add a new instance of the Gong app. The old one stays as it is for now.",
            ),
            step(
                "provisioning",
                "Set up provisioning in the new instance: enable the API integration, authenticate with Gong, and switch on creating, updating and deactivating.",
            ),
            told(
                "map",
                "Map the attributes that version 3 of the app added.",
                if self.unmapped.is_empty() {
                    "All six are there.".to_owned()
                } else {
                    format!("Not there yet: {}.", labels(self.unmapped.iter().copied()))
                },
                !self.unmapped.is_empty(),
            ),
            told(
                "single-sign-on",
                "If people already sign in to Gong through Okta (SAML), unassign those who were assigned for that first: whoever stays assigned is not provisioned.",
                format!("{} assigned to the old instance.", people(self.old, "is", "are")),
                self.old > 0,
            ),
            told(
                "activate",
                "Activate people who are still staged: not everything works for them.",
                if self.staged == 0 {
                    "Nobody is staged.".to_owned()
                } else {
                    format!("{} staged.", people(self.staged, "is", "are"))
                },
                self.staged > 0,
            ),
            told(
                "assign",
                "In the new instance's \"Assignments\" tab, assign the same people and groups. Whoever is forgotten may lose access.",
                if lost == 0 {
                    format!("All {} of the old instance come along.", crowd(self.old))
                } else {
                    format!("{} of {} would be lost.", crowd(lost), crowd(self.old))
                },
                lost > 0,
            ),
            told(
                "saml",
                "If the old instance signs people in (SAML), set that up in the new one, which is recommended, or keep the old instance for it.",
                "The files do not say how people sign in.".to_owned(),
                false,
            ),
            told(
                "switch-off",
                "Only now: in the old instance, under \"Provisioning\" > \"API\", click \"Edit\", clear \"Enable API Integration\" and save.",
                if lost == 0 {
                    "Nobody would be lost.".to_owned()
                } else {
                    format!("Wait: {} would be lost.", crowd(lost))
                },
                lost > 0,
            ),
            step("retire", "Deactivate or delete the old instance, unless it still signs people in."),
        ]
    }
}
