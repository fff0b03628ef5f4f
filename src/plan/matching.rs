//! Who of the before is who of the after: by id, then by user name, then by email.

use crate::check::{Check, Lookup, Role};

/// The person of one side for each person of the other, by row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matches {
    of_before: Vec<Option<u32>>,
    of_after: Vec<Option<u32>>,
}

/// What two people are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Id,
    UserName,
    Email,
    /// The email of someone without a user name: they sign in with it.
    EmailAlone,
}

impl Key {
    /// The key of a person; empty if there is none.
    fn of(self, check: &Check, row: u32) -> &str {
        let store = &check.base.store;
        let row = &store.rows[row as usize];
        let text = |span| store.arena.key(span);
        match self {
            Key::Id => text(row.id()),
            Key::UserName => text(row.user_name()),
            Key::Email => text(row.email()),
            Key::EmailAlone if row.user_name().is_empty() => text(row.email()),
            Key::EmailAlone => "",
        }
    }
}

/// Someone without id, user name and email: nothing tells who it is.
pub(super) fn is_keyless(check: &Check, row: u32) -> bool {
    [Key::Id, Key::UserName, Key::Email].into_iter().all(|key| key.of(check, row).is_empty())
}

impl Matches {
    /// A key that fits two people of a side joins nobody; each person is joined once, by the strongest key.
    pub(super) fn new(before: Option<&Check>, after: &Check) -> Matches {
        let Some(before) = before else { return Matches::default() };
        let mut matches = Matches {
            of_before: vec![None; before.base.store.rows.len()],
            of_after: vec![None; after.base.store.rows.len()],
        };
        for (of_before, of_after) in [
            (Key::Id, Key::Id),
            (Key::UserName, Key::UserName),
            (Key::Email, Key::Email),
            (Key::EmailAlone, Key::UserName),
            (Key::UserName, Key::EmailAlone),
        ] {
            matches.join(before, after, of_before, of_after);
        }
        matches
    }

    /// The person of the after who a person of the before is.
    pub(super) fn of_before(&self, row: u32) -> Option<u32> {
        self.of_before.get(row as usize).copied().flatten()
    }

    /// The person of the before who a person of the after was.
    pub(super) fn of_after(&self, row: u32) -> Option<u32> {
        self.of_after.get(row as usize).copied().flatten()
    }

    fn join(&mut self, before: &Check, after: &Check, of_before: Key, of_after: Key) {
        let lookup = || if of_before == Key::Id { Lookup::exact() } else { Lookup::folded(0) };
        let open = |check: &Check, joined: &[Option<u32>], key: Key| -> Vec<u32> {
            let rows = (0..joined.len() as u32).filter(|&row| joined[row as usize].is_none());
            let people = rows.filter(|&row| check.base.store.rows[row as usize].role == Role::Person);
            people.filter(|&row| !key.of(check, row).is_empty()).collect()
        };
        let text_before = |row: u32| of_before.of(before, row);
        let text_after = |row: u32| of_after.of(after, row);
        let (mut known, mut own) = (lookup(), lookup());
        for row in open(before, &self.of_before, of_before) {
            known.add(row, text_before);
        }
        let people = open(after, &self.of_after, of_after);
        for &row in &people {
            own.add(row, text_after);
        }
        for row in people {
            let mut others = known.all(text_after(row), text_before);
            let (Some(other), None) = (others.next(), others.next()) else { continue };
            let alone = own.all(text_after(row), text_after).nth(1).is_none();
            if alone {
                self.of_before[other as usize] = Some(row);
                self.of_after[row as usize] = Some(other);
            }
        }
    }
}
