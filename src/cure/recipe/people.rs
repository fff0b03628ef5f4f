//! People by the keys that recipes name them by.

use super::Key;
use crate::check::{Check, Role};
use crate::export::{Amendment, Layout, Spot};
use crate::maps::HashMap;
use crate::profile::Attribute;
use crate::rules::value::trim;

/// The keys of a record: id, user name, primary email.
pub(super) type Keys = [String; 3];

/// Whom a key fits.
#[derive(Clone, Copy, Debug, Default)]
struct Fits {
    person: Option<u32>,
    /// A record whose account has stood before in its file.
    second: Option<u32>,
    people: u32,
    seconds: u32,
    /// One of them may be the other kind of record once the files stand otherwise.
    doubtful: bool,
}

/// Keys that are looked for, and whom they fit.
#[derive(Debug, Default)]
pub(super) struct People(HashMap<(Attribute, String), Fits>);

/// What came of looking for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    One(u32),
    Nobody,
    Several,
}

/// Records that are somebody's own.
pub(super) fn is_own(role: Role) -> bool {
    matches!(role, Role::Person | Role::Part | Role::Duplicate)
}

impl People {
    pub(super) fn want(&mut self, attribute: Attribute, text: &str) {
        self.0.entry(folded(attribute, text)).or_default();
    }

    /// Looks through everyone once. `other` gives the keys of a row where they are not those of the check, `doubtful`
    /// says of whom it is not certain which of several records is the first.
    pub(super) fn look<'k>(
        &mut self,
        check: &Check,
        other: impl Fn(u32) -> Option<&'k Keys>,
        doubtful: impl Fn(u32) -> bool,
    ) {
        let store = &check.base.store;
        for (held, row) in store.rows.iter().zip(0..).filter(|(held, _)| is_own(held.role)) {
            let text = |at: usize| store.arena.key([held.id(), held.user_name(), held.email()][at]);
            let given = other(row);
            for (at, attribute) in Key::ATTRIBUTES.into_iter().enumerate() {
                let text = given.map_or_else(|| text(at), |keys| keys[at].as_str());
                if text.is_empty() {
                    continue;
                }
                let Some(fits) = self.0.get_mut(&folded(attribute, text)) else { continue };
                let (one, number) = if held.role == Role::Duplicate {
                    (&mut fits.second, &mut fits.seconds)
                } else {
                    (&mut fits.person, &mut fits.people)
                };
                fits.doubtful |= doubtful(held.person);
                if *one != Some(held.person) {
                    *one = Some(held.person);
                    *number += 1;
                }
            }
        }
    }

    pub(super) fn find(&self, attribute: Attribute, text: &str) -> Found {
        let fits = self.0.get(&folded(attribute, text)).copied().unwrap_or_default();
        if fits.doubtful && fits.people + fits.seconds > 1 {
            return Found::Several;
        }
        match (fits.people, fits.person, fits.seconds, fits.second) {
            (1, Some(person), _, _) | (0, _, 1, Some(person)) => Found::One(person),
            (0, _, 0, _) => Found::Nobody,
            _ => Found::Several,
        }
    }
}

/// Ids are equal letter by letter, names of users and addresses without case.
fn folded(attribute: Attribute, text: &str) -> (Attribute, String) {
    let text = trim(text);
    let text = if attribute == Attribute::Id { text.to_owned() } else { text.to_ascii_lowercase() };
    (attribute, text)
}

/// The keys of a record as its file has them, where some of them were changed. `now` are those of the check.
pub(super) fn before(layout: &Layout, amendments: &[Amendment], now: &Keys) -> Keys {
    let mut keys = now.clone();
    for one in amendments {
        let Spot::Cell { column, .. } = one.spot else { continue };
        let uses = layout.columns.get(usize::from(column)).map_or(&[][..], |column| &column.uses);
        for (key, attribute) in keys.iter_mut().zip(Key::ATTRIBUTES) {
            if uses.iter().any(|used| used.attribute == attribute) && *key == trim(&one.text) {
                trim(&one.was).clone_into(key);
            }
        }
    }
    keys
}
