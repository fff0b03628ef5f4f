//! The people by everything a manager can be named by. Only texts that name somebody's manager are held, and everyone is
//! looked up among those: managers are fewer than people.

use hashbrown::HashTable;

use super::columns::{Interner, Role};
use super::hash::{self, spread};
use super::references::Reference;
use super::store::Store;
use crate::blocks::each;
use crate::bytes::same;
use crate::export::text_of;
use crate::maps::HashMap;
use crate::profile::{is_plain_name, name_key, name_key_into};
use crate::rules::manager;

/// How a text names a manager, seen as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// As the documents want it.
    Well,
    /// An id or a distinguished name.
    Reference,
    /// Last name first.
    Turned,
}

/// The first who has an address as user name and as a further one; plus one, 0 for nobody.
#[derive(Clone, Copy, Debug, Default)]
struct Others {
    user_name: u32,
    secondary: u32,
}

/// The text of an id, and the first who has it; plus one, 0 for nobody.
#[derive(Clone, Copy, Debug)]
struct Id {
    text: u32,
    owner: u32,
}

/// The people, as far as somebody names them as manager.
#[derive(Debug)]
pub(super) struct Directory {
    /// What is wanted of each text of the store, as bits of [`want`].
    wanted: Vec<u8>,
    /// Of each text that is an email: a text that is the name of whoever has it; 0 where nobody has been asked for such a one.
    agreed: Vec<u32>,
    /// Number of a text's owners, equal for texts that are equal without case; by the number of the text.
    places: Vec<u32>,
    /// The first who has the email of each, plus one; 0 for nobody.
    emails: Vec<u32>,
    /// Others who have such an address, by its number: few, since most people sign in with their email.
    others: HashMap<u32, Others>,
    /// Texts that are wanted as ids, where case counts; with the hash of each.
    ids: HashTable<(u32, Id)>,
    /// Keys of names, the number of each text that is wanted as one, and who has each.
    names: Interner,
    named: Vec<u32>,
    people: Namesakes,
    /// How those names end: most people have none of them, and end otherwise.
    endings: Sieve,
    sought: Sought,
    /// Room for a key.
    key: String,
}

/// The people who have each name, by its number.
#[derive(Debug, Default)]
struct Namesakes {
    /// The first of each, plus one; 0 for nobody.
    first: Vec<u32>,
    /// All of those whom several have.
    several: HashMap<u32, Vec<u32>>,
}

impl Namesakes {
    fn add(&mut self, name: u32, row: u32) {
        let first = &mut self.first[name as usize];
        if let Some(one) = first.checked_sub(1) {
            self.several.entry(name).or_insert_with(|| vec![one]).push(row);
        } else {
            *first = row + 1;
        }
    }

    fn of(&self, name: u32) -> People<'_> {
        match self.first[name as usize].checked_sub(1) {
            None => People::Nobody,
            Some(one) => self.several.get(&name).map_or(People::One(one), |all| People::Several(all)),
        }
    }
}

/// Everyone who has a name.
#[derive(Clone, Copy, Debug)]
pub(super) enum People<'d> {
    Nobody,
    One(u32),
    Several(&'d [u32]),
}

/// What a text may name a manager by.
mod want {
    pub(super) const ADDRESS: u8 = 1;
    pub(super) const NAME: u8 = 2;
    pub(super) const ID: u8 = 4;
    /// An id if it looks like one.
    pub(super) const REFERENCE: u8 = 8;
}

impl Directory {
    #[inline(never)]
    pub(super) fn new(store: &Store, emails: &[u32]) -> Directory {
        let mut directory = Directory {
            wanted: wanted(store),
            agreed: vec![0; store.texts.len()],
            places: vec![0; store.texts.len()],
            emails: vec![0],
            others: HashMap::default(),
            ids: HashTable::new(),
            names: Interner::new(),
            named: vec![0; store.texts.len()],
            people: Namesakes { first: vec![0], several: HashMap::default() },
            endings: Sieve::default(),
            sought: Sought::default(),
            key: String::new(),
        };
        let table = directory.index_addresses(store);
        directory.look_up(store, &table, emails);
        drop(table);
        directory.compare(store);
        directory.index_names(store);
        if directory.names() > 1 {
            directory.endings = endings(&directory.names);
            directory.look_up_names(store);
        }
        directory
    }

    /// Gives every text that is wanted as an address its place; the table leads from addresses to texts.
    #[inline(never)]
    fn index_addresses(&mut self, store: &Store) -> HashTable<(u32, u32)> {
        let mut table: HashTable<(u32, u32)> = HashTable::new();
        let count = |kind: u8| self.wanted.iter().filter(|&&wanted| wanted & kind != 0).count();
        self.sought =
            Sought { addresses: Sieve::new(count(want::ADDRESS)), ids: Sieve::new(count(want::ID)) };
        each(self.wanted.len() as u32, |number| {
            let wanted = self.wanted[number as usize];
            let text = store.texts.bytes(number);
            if wanted & want::ADDRESS != 0 {
                let tag = hash::tag(hash::caseless(text));
                let same =
                    |held: &(u32, u32)| held.0 == tag && store.texts.bytes(held.1).eq_ignore_ascii_case(text);
                if let Some(&(_, other)) = table.find(spread(tag), same) {
                    self.places[number as usize] = self.places[other as usize];
                } else {
                    self.places[number as usize] = self.emails.len() as u32;
                    self.emails.push(0);
                    self.sought.addresses.add(u64::from(tag));
                    table.insert_unique(spread(tag), (tag, number), |held| spread(held.0));
                }
            }
            if wanted & want::ID != 0 {
                let tag = hash::tag(hash::exact(text));
                let id = Id { text: number, owner: 0 };
                self.sought.ids.add(tail(text));
                self.ids.insert_unique(spread(tag), (tag, id), |held| spread(held.0));
            }
        });
        table
    }

    /// Where an email and a name stand together, the name is wanted if it is not that of whoever has the email.
    #[inline(never)]
    fn compare(&mut self, store: &Store) {
        each(store.rows.len() as u32, |row| {
            let named = store.references.get(store.rows[row as usize].manager);
            let (email, name) = (named.email as usize, named.name as usize);
            if email == 0 || name == 0 || self.agrees(named) || self.wanted[name] & want::NAME != 0 {
                return;
            }
            let own = self.by_address(named.email).map(|owner| store.rows[owner as usize].name());
            if own.is_some_and(|own| is_one_name(store.arena.key_bytes(own), store.texts.bytes(named.name))) {
                self.agreed[email] = named.name;
            } else {
                self.wanted[name] |= want::NAME;
            }
        });
    }

    /// Gives every text that is wanted as a name the number of its key.
    #[inline(never)]
    fn index_names(&mut self, store: &Store) {
        each(self.wanted.len() as u32, |number| {
            let wanted = self.wanted[number as usize];
            if wanted & (want::NAME | want::ID) == 0 {
                return;
            }
            let text = store.texts.text(number);
            if wanted & want::NAME != 0 {
                self.key.clear();
                name_key_into(text, &mut self.key);
                self.named[number as usize] = self.names.number(&self.key);
            }
            if let Some(name) = manager::named(text) {
                self.names.number(name_key(&name));
            }
        });
        self.people.first.resize(self.names.len(), 0);
    }

    /// Looks everyone up among the names that are wanted.
    #[inline(never)]
    fn look_up_names(&mut self, store: &Store) {
        everyone(store, |row| {
            let name = store.rows[row as usize].name();
            if !name.is_empty()
                && let Some(number) = self.name_number(store.arena.key_bytes(name))
            {
                self.people.add(number, row);
            }
        });
    }

    /// Looks everyone up among the addresses and ids that are wanted.
    #[inline(never)]
    fn look_up(&mut self, store: &Store, table: &HashTable<(u32, u32)>, emails: &[u32]) {
        everyone(store, |row| self.look_up_one(store, table, row, emails[row as usize]));
        for of_exports in [true, false] {
            for &(row, _, span) in &store.secondary {
                let held = &store.rows[row as usize];
                if (held.role == Role::InGong) != of_exports
                    && let text = store.arena.bytes(span)
                    && let Some(place) = self.place(store, table, hash::tag(hash::caseless(text)), || text)
                {
                    own(&mut self.others.entry(place).or_default().secondary, held.person);
                }
            }
        }
    }

    #[inline]
    fn place<'t>(
        &self,
        store: &Store,
        table: &HashTable<(u32, u32)>,
        tag: u32,
        text: impl Fn() -> &'t [u8],
    ) -> Option<u32> {
        if !self.sought.addresses.may_hold(u64::from(tag)) {
            return None;
        }
        let same =
            |held: &(u32, u32)| held.0 == tag && store.texts.bytes(held.1).eq_ignore_ascii_case(text());
        table.find(spread(tag), same).map(|&(_, number)| self.places[number as usize])
    }

    fn look_up_one(&mut self, store: &Store, table: &HashTable<(u32, u32)>, row: u32, tag: u32) {
        let held = &store.rows[row as usize];
        if !held.email().is_empty()
            && let Some(place) = self.place(store, table, tag, || store.arena.key_bytes(held.email()))
        {
            own(&mut self.emails[place as usize], row);
        }
        if !held.user_name().is_empty()
            && !held.signs_in_by_email()
            && let name = store.arena.key_bytes(held.user_name())
            && let Some(place) = self.place(store, table, hash::tag(hash::caseless(name)), || name)
        {
            own(&mut self.others.entry(place).or_default().user_name, row);
        }
        if !held.id().is_empty() && !self.ids.is_empty() {
            let id = store.arena.key_bytes(held.id());
            if !self.sought.ids.may_hold(tail(id)) {
                return;
            }
            let tag = hash::tag(hash::exact(id));
            let same = |held: &(u32, Id)| held.0 == tag && store.texts.bytes(held.1.text) == id;
            if let Some((_, found)) = self.ids.find_mut(spread(tag), same) {
                own(&mut found.owner, row);
            }
        }
    }

    /// The number of a name's key, if it is wanted.
    fn name_number(&mut self, name: &[u8]) -> Option<u32> {
        if ending(name).is_some_and(|ending| !self.endings.may_hold(ending)) {
            return None;
        }
        if is_plain_name(name) {
            return self.names.find_folded(name);
        }
        self.key.clear();
        name_key_into(text_of(name), &mut self.key);
        self.names.find(&self.key)
    }

    /// Whether whoever has the email has the name as well; not asked of all.
    #[inline]
    pub(super) fn agrees(&self, named: Reference) -> bool {
        self.agreed[named.email as usize] == named.name
    }

    /// Whoever has the text of a number as email, else as user name, else as a further address.
    pub(super) fn by_address(&self, text: u32) -> Option<u32> {
        let place = self.places[text as usize];
        if let Some(owner) = self.emails[place as usize].checked_sub(1) {
            return Some(owner);
        }
        let others = self.others.get(&place)?;
        [others.user_name, others.secondary].into_iter().find_map(|owner| owner.checked_sub(1))
    }

    /// Whoever has it as id, else as an address.
    pub(super) fn by_id(&self, store: &Store, text: u32) -> Option<u32> {
        let tag = hash::tag(hash::exact(store.texts.bytes(text)));
        let found = self.ids.find(spread(tag), |held| held.1.text == text);
        found.and_then(|(_, id)| id.owner.checked_sub(1)).or_else(|| self.by_address(text))
    }

    /// A number for all spellings of a name; 0 for a name that nobody asked for.
    pub(super) fn name(&self, name: &[u8]) -> u32 {
        if is_plain_name(name) {
            return self.names.find_folded(name).unwrap_or_default();
        }
        self.names.find(&name_key(text_of(name))).unwrap_or_default()
    }

    /// The same for the text of a number that names a manager.
    pub(super) fn name_of(&self, text: u32) -> u32 {
        self.named[text as usize]
    }

    /// One more than the highest number of a name.
    pub(super) fn names(&self) -> usize {
        self.people.first.len()
    }

    /// The only one who has the name that a distinguished name holds.
    pub(super) fn by_distinguished_name(&self, text: &str) -> Option<u32> {
        match self.people(self.name(manager::named(text)?.as_bytes())) {
            People::One(one) => Some(one),
            _ => None,
        }
    }

    /// Everyone who has the name of a number.
    pub(super) fn people(&self, name: u32) -> People<'_> {
        self.people.of(name)
    }
}

/// The last eight bytes of a name as they are in its key, if they are letters of ASCII with single spaces between.
#[inline]
fn ending(name: &[u8]) -> Option<u64> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let word = hash::lower(u64::from_le_bytes(*name.last_chunk::<8>()?));
    let low = word & !HIGH;
    // The high bit of a byte says that it is a letter; that it is a space.
    let letters = (low + (0x80 - 0x61) * ONES) ^ (low + (0x80 - 0x7B) * ONES);
    let spaces = (low + (0x80 - 0x20) * ONES) ^ (low + (0x80 - 0x21) * ONES);
    let good = (letters | spaces) & !word & HIGH == HIGH;
    let doubled = spaces & HIGH & (spaces & HIGH) << 8;
    // A space at either end may not be in the key.
    let edged = spaces & (0x80 << 56 | 0x80) != 0;
    (good && doubled == 0 && !edged).then_some(word)
}

/// Which numbers are not among some, mostly: a bit for each.
#[derive(Debug, Default)]
struct Sieve {
    bits: Vec<u64>,
    /// By how much the upper bits of a number are its place.
    shift: u32,
}

impl Sieve {
    /// For so many numbers.
    fn new(count: usize) -> Sieve {
        let bits = (count * 16).next_power_of_two().max(64);
        Sieve { bits: vec![0; bits / 64], shift: 64 - bits.ilog2() }
    }

    fn add(&mut self, number: u64) {
        let (word, bit) = self.place(number);
        self.bits[word] |= bit;
    }

    #[inline]
    fn place(&self, number: u64) -> (usize, u64) {
        let place = hash::stirred(number) >> self.shift;
        ((place >> 6) as usize, 1 << (place & 63))
    }

    /// False: the number is none of them.
    #[inline]
    fn may_hold(&self, number: u64) -> bool {
        let (word, bit) = self.place(number);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }
}

/// How texts end.
#[inline(never)]
fn endings(texts: &Interner) -> Sieve {
    let mut sieve = Sieve::new(texts.len());
    each(texts.len() as u32, |number| {
        if let Some(ending) = ending(texts.bytes(number)) {
            sieve.add(ending);
        }
    });
    sieve
}

/// The last eight bytes of a text, or what there is.
#[inline]
fn tail(text: &[u8]) -> u64 {
    text.last_chunk().map_or_else(|| hash::word(text), |last| u64::from_le_bytes(*last))
}

/// What most people are not looked for by.
#[derive(Debug, Default)]
struct Sought {
    /// Parts of the hashes of addresses.
    addresses: Sieve,
    /// The tails of ids.
    ids: Sieve,
}

/// Whoever was there first owns it.
fn own(owner: &mut u32, row: u32) {
    *owner = if *owner == 0 { row + 1 } else { *owner };
}

/// Every person: those of the exports first; those in Gong whom no export knows stand behind them.
#[inline]
fn everyone(store: &Store, mut ask: impl FnMut(u32)) {
    let count = store.rows.len() as u32;
    each(count, |row| {
        if store.is_person(row) {
            ask(row);
        }
    });
    if store.has_others {
        each(count, |row| {
            let held = &store.rows[row as usize];
            if held.role == Role::InGong && held.person == row {
                ask(row);
            }
        });
    }
}

/// Whether two names have one key.
fn is_one_name(one: &[u8], other: &[u8]) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if same(one, other) {
        return true;
    }
    if is_plain_name(one) && is_plain_name(other) {
        return one.eq_ignore_ascii_case(other);
    }
    name_key(text_of(one)) == name_key(text_of(other))
}

/// What is wanted of each text: of names that stand beside an email, not before [`Directory::compare`].
#[inline(never)]
fn wanted(store: &Store) -> Vec<u8> {
    let mut wanted = vec![0; store.texts.len()];
    each(store.rows.len() as u32, |row| {
        let named = store.references.get(store.rows[row as usize].manager);
        let (email, name, id) = (named.email as usize, named.name as usize, named.id as usize);
        if email != 0 {
            wanted[email] |= want::ADDRESS;
        } else if name != 0 {
            // Some columns of names hold an address, or an id.
            wanted[name] |= want::NAME | want::ADDRESS | want::REFERENCE;
        } else if id != 0 {
            wanted[id] |= want::ADDRESS | want::ID;
        }
    });
    for (number, wanted) in wanted.iter_mut().enumerate() {
        if *wanted & want::REFERENCE != 0 && manager::is_reference(store.texts.text(number as u32)) {
            *wanted |= want::ID;
        }
    }
    wanted
}

impl Named {
    pub(super) fn of(text: &str) -> Named {
        if manager::is_reference(text) {
            Named::Reference
        } else if manager::turned(text).is_some() {
            Named::Turned
        } else {
            Named::Well
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_and_single_spaces_make_an_ending() {
        let ends = |name: &str| ending(name.as_bytes()).map(u64::to_le_bytes);
        assert_eq!(ends("Daniel Whitfield"), Some(*b"hitfield"));
        assert_eq!(ends("Zoé de la Mar"), Some(*b"e la mar"));
        for name in [
            "Li",
            " Ana Lia",
            "Ana Li-Berg",
            "Ana O'Neill",
            "Ana Peñalosa",
            "Mar de  la",
            "Mariana ",
            "Mariana1",
        ] {
            assert_eq!(ends(name), None, "{name}");
        }
    }

    proptest! {
        /// Whoever has a key that is wanted is not sifted out.
        #[test]
        fn a_name_ends_as_its_key(name in "[\\PC]{0,6}[ éßİA\u{301}'-]{0,3}[ A-Za-z]{0,9}") {
            let key = name_key(&name);
            if let Some(own) = ending(name.as_bytes()) {
                prop_assert_eq!(ending(key.as_bytes()), Some(own), "{:?} and {:?}", name, key);
            }
        }
    }
}
