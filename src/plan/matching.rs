//! Who of the before is who of the after: by id, then by user name, then by email.

use crate::check::{Check, Lookup, Outcome, Role};

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

/// How many people of a side may have a key by which they are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sharing {
    /// One.
    Nobody,
    /// Any number.
    Some,
}

/// Someone without id, user name and email: nothing tells who it is.
pub(super) fn is_keyless(check: &Check, row: u32) -> bool {
    [Key::Id, Key::UserName, Key::Email].into_iter().all(|key| key.of(check, row).is_empty())
}

impl Matches {
    /// Each person is joined once, by the strongest key that fits nobody else. Those who still share a key then are told
    /// apart by how they stand: a key that the other side holds too does not make its people gone and new.
    pub(super) fn new(before: Option<&Check>, after: &Check) -> Matches {
        let Some(before) = before else { return Matches::default() };
        let mut matches = Matches {
            of_before: vec![None; before.base.store.rows.len()],
            of_after: vec![None; after.base.store.rows.len()],
        };
        for sharing in [Sharing::Nobody, Sharing::Some] {
            for (of_before, of_after) in [
                (Key::Id, Key::Id),
                (Key::UserName, Key::UserName),
                (Key::Email, Key::Email),
                (Key::EmailAlone, Key::UserName),
                (Key::UserName, Key::EmailAlone),
            ] {
                matches.join(before, after, of_before, of_after, sharing);
            }
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

    fn join(&mut self, before: &Check, after: &Check, of_before: Key, of_after: Key, sharing: Sharing) {
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
            let mut sharers = own.all(text_after(row), text_after);
            // All who share a key are looked at once, with the first of them.
            if sharers.next() != Some(row) {
                continue;
            }
            let mut others = known.all(text_after(row), text_before);
            let Some(other) = others.next() else { continue };
            match sharing {
                Sharing::Nobody if sharers.next().is_none() && others.next().is_none() => {
                    self.pair(other, row);
                }
                Sharing::Nobody => {}
                Sharing::Some => {
                    let (others, sharers) =
                        ([other].into_iter().chain(others), [row].into_iter().chain(sharers));
                    self.pair_by_standing(before, after, others.collect(), sharers.collect());
                }
            }
        }
    }

    fn pair(&mut self, before: u32, after: u32) {
        self.of_before[before as usize] = Some(after);
        self.of_after[after as usize] = Some(before);
    }

    /// Those who stand alike first, then the others, each in the order of their files. Where fewer are left than were there,
    /// nobody can tell who left, and none is joined.
    fn pair_by_standing(&mut self, before: &Check, after: &Check, mut was: Vec<u32>, mut is: Vec<u32>) {
        for standing in Outcome::ALL.map(Some).into_iter().chain([None]) {
            let stands = |check: &Check, row: u32| {
                standing.is_none_or(|standing| check.base.store.rows[row as usize].outcome == standing)
            };
            let earlier: Vec<u32> = was.iter().copied().filter(|&row| stands(before, row)).collect();
            let later: Vec<u32> = is.iter().copied().filter(|&row| stands(after, row)).collect();
            if earlier.len() <= later.len() {
                for (earlier, later) in earlier.into_iter().zip(later) {
                    self.pair(earlier, later);
                }
                was.retain(|&row| self.of_before(row).is_none());
                is.retain(|&row| self.of_after(row).is_none());
            }
        }
    }
}
