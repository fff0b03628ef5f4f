//! Whether two records tell of one person: by id, else by user name, else by primary email.

use super::columns::Key;
use super::lookup::Lookup;
use super::store::Store;
use super::{Input, join};

/// People by their keys, to find the one whom a record of another file fits.
#[derive(Debug, Default)]
pub(super) struct Identity {
    ids: Lookup,
    user_names: Lookup,
    emails: Lookup,
}

impl Identity {
    pub(super) fn new() -> Identity {
        Identity { ids: Lookup::exact(), user_names: Lookup::folded(0), emails: Lookup::folded(0) }
    }

    /// Adds a record under the keys it has itself. Two people under one key are enough to know that it fits nobody.
    pub(super) fn add(&mut self, store: &Store, row: u32) {
        let person = |row: u32| store.rows[row as usize].person;
        let put = |lookup: &mut Lookup, get: Get| {
            let span = get(&store.rows[row as usize]);
            if span.is_empty() {
                return;
            }
            let text = |row: u32| store.arena.key(get(&store.rows[row as usize]));
            let mut held = lookup.all(store.arena.key(span), text).map(person);
            let first = held.next();
            let full = first == Some(person(row)) || held.next().is_some();
            drop(held);
            if !full {
                lookup.add(row, text);
            }
        };
        put(&mut self.ids, super::columns::Row::id);
        put(&mut self.user_names, super::columns::Row::user_name);
        put(&mut self.emails, super::columns::Row::email);
    }

    /// The person of that id, if there is just one.
    pub(super) fn by_id(&self, store: &Store, id: &str) -> Option<u32> {
        let text = |row: u32| store.arena.key(store.rows[row as usize].id());
        let mut people = self.ids.all(id, text).map(|row| store.rows[row as usize].person);
        people.next().filter(|_| people.next().is_none())
    }

    /// The person whom a record fits. A key that fits two people fits nobody.
    pub(super) fn find(&self, store: &Store, inputs: &[Input], row: u32) -> Option<u32> {
        let own = &store.rows[row as usize];
        let by = |lookup: &Lookup, key: Get, of_others: Get| -> Fits {
            let span = key(own);
            if span.is_empty() {
                return Fits::Nobody;
            }
            let text = |row: u32| store.arena.key(of_others(&store.rows[row as usize]));
            let mut people =
                lookup.all(store.arena.key(span), text).map(|other| store.rows[other as usize].person);
            match (people.next(), people.next()) {
                (None, _) => Fits::Nobody,
                (Some(person), None) => Fits::One(person),
                (Some(_), Some(_)) => Fits::Several,
            }
        };
        let (user_name, email): (Get, Get) = (|row| row.user_name(), |row| row.email());
        match by(&self.ids, super::columns::Row::id, super::columns::Row::id) {
            Fits::One(person) => return Some(person),
            Fits::Several => return None,
            Fits::Nobody => {}
        }
        for (lookup, key, of_others) in [
            (&self.user_names, user_name, user_name),
            (&self.emails, email, email),
            // Files of members hold no email; people known by their email alone sign in with it.
            (&self.emails, user_name, email),
        ] {
            match by(lookup, key, of_others) {
                // Two ids of one directory tell two people apart, whatever else they share.
                Fits::One(person) if is_told_apart(store, inputs, row, person) => return None,
                Fits::One(person) => return Some(person),
                Fits::Several => return None,
                Fits::Nobody => {}
            }
        }
        None
    }
}

/// Where a key of a record stands.
pub(super) type Get = fn(&super::Row) -> Key;

enum Fits {
    Nobody,
    One(u32),
    Several,
}

fn is_told_apart(store: &Store, inputs: &[Input], row: u32, person: u32) -> bool {
    let ids = |row: u32| join::ids_of(inputs, store.rows[row as usize].input);
    let id = |row: u32| store.rows[row as usize].id();
    !id(row).is_empty()
        && store.parts_of(person).any(|part| {
            !id(part).is_empty()
                && ids(part) == ids(row)
                && store.arena.key(id(part)) != store.arena.key(id(row))
        })
}
