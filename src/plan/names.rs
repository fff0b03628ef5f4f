//! What people are called in Gong: by their user names before the plan, and by those that are sent.

use super::{Action, Entry, Past, Plan, Side, State};
use crate::check::Lookup;
use crate::export::Source;
use crate::profile::Attribute;

impl Plan {
    /// What a person is called in Gong before the plan, else after it.
    pub(super) fn name_of(&self, entry: &Entry) -> &str {
        let past = match entry.past().filter(|_| entry.was != State::Absent) {
            Some(Past::Export(row)) => Some((Side::Before, row)),
            Some(Past::Member(row)) => Some((Side::After, row)),
            None => None,
        };
        let after = entry.after.map(|row| (Side::After, row));
        let value = |attribute, place: Option<(Side, u32)>| {
            place.map_or("", |(side, row)| self.values.text(side, row, attribute))
        };
        // Whoever did not say the user name before signed in with the one that the source has.
        [
            value(Attribute::UserName, past),
            value(Attribute::UserName, after),
            value(Attribute::PrimaryEmail, past),
            value(Attribute::PrimaryEmail, after),
        ]
        .into_iter()
        .find(|name| !name.is_empty())
        .map(|name| self.as_sent(name))
        .unwrap_or_default()
    }

    pub(super) fn as_sent<'n>(&self, name: &'n str) -> &'n str {
        if self.after.source() == Some(Source::Entra) { without_tenant(name) } else { name }
    }

    /// The people of Gong by the user names that they have before the plan.
    pub(super) fn named(&self) -> &Lookup {
        self.named.get_or_init(|| {
            let mut named = Lookup::folded(0);
            for (entry, place) in self.entries.iter().zip(0u32..) {
                if entry.was != State::Absent && !self.name_of(entry).is_empty() {
                    named.add(place, |place| self.name_of(&self.entries[place as usize]));
                }
            }
            named
        })
    }

    pub(super) fn holders<'p>(&'p self, name: &'p str) -> impl Iterator<Item = u32> + 'p {
        self.named().all(name, |place| self.name_of(&self.entries[place as usize]))
    }

    /// Someone else in Gong has the same user name, so that no request can say who is meant.
    pub(super) fn is_unclear(&self, place: usize) -> bool {
        let entry = &self.entries[place];
        entry.was != State::Absent && self.holders(self.name_of(entry)).nth(1).is_some()
    }

    /// Somebody in Gong has the user name, and keeps it.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.holders(name).any(|place| !self.is_renamed(&self.entries[place as usize]))
    }

    /// The person gets another user name.
    pub(super) fn is_renamed(&self, entry: &Entry) -> bool {
        let other = |row| !self.sent_name(entry, row).eq_ignore_ascii_case(self.name_of(entry));
        matches!(entry.action, Action::Update | Action::Reactivate) && entry.after.is_some_and(other)
    }

    /// The value that is sent of a person: the after's, or, where that knows nothing of it, what was.
    pub(super) fn sent(&self, entry: &Entry, row: u32, attribute: Attribute) -> &str {
        if self.after.known_of(row) & attribute.bit() != 0 || entry.was == State::Absent {
            return self.values.text(Side::After, row, attribute);
        }
        match entry.past() {
            Some(Past::Export(row)) => self.values.text(Side::Before, row, attribute),
            Some(Past::Member(row)) => self.values.text(Side::After, row, attribute),
            None => "",
        }
    }

    /// The user name that is sent of a person. Without one they sign in with their email.
    pub(super) fn sent_name(&self, entry: &Entry, row: u32) -> &str {
        let name = self.sent(entry, row, Attribute::UserName);
        if name.is_empty() { self.sent(entry, row, Attribute::PrimaryEmail) } else { self.as_sent(name) }
    }
}

/// A guest's user name as Entra sends it: without the mark and the tenant behind it.
fn without_tenant(name: &str) -> &str {
    name.split_once("#EXT#").map_or(name, |(guest, _)| guest)
}
