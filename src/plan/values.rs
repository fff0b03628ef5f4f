//! What people's values were and are: numbers of texts, each text held once for both sides.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

use super::Side;
use crate::check::{Arena, Span};
use crate::profile::{Attribute, Profile, Says};

/// The attributes whose changes are sent with a person. The id tells who it is, the status which action it is, and
/// groups are pushed by themselves.
pub(crate) const COMPARED: [Attribute; 16] = [
    Attribute::UserName,
    Attribute::GivenName,
    Attribute::FamilyName,
    Attribute::PrimaryEmail,
    Attribute::SecondaryEmails,
    Attribute::PrivateEmail,
    Attribute::PhoneNumber,
    Attribute::PhoneExtension,
    Attribute::Title,
    Attribute::ManagerEmail,
    Attribute::ManagerName,
    Attribute::ManagerId,
    Attribute::TimeZone,
    Attribute::Country,
    Attribute::State,
    Attribute::Locale,
];

/// Between the values of a list.
pub(crate) const BETWEEN: &str = "; ";

/// Values by side, row and attribute.
#[derive(Clone, Debug)]
pub(crate) struct Values {
    before: Vec<u32>,
    after: Vec<u32>,
    texts: Texts,
}

impl Values {
    pub(super) fn new(before: usize, after: usize) -> Values {
        let room = |rows: usize| vec![0; rows * COMPARED.len()];
        Values { before: room(before), after: room(after), texts: Texts::new() }
    }

    fn side(&self, side: Side) -> &[u32] {
        match side {
            Side::Before => &self.before,
            Side::After => &self.after,
        }
    }

    /// Keeps what a record says; false if there is no room for the text.
    pub(super) fn put(
        &mut self,
        (side, person, place): (Side, u32, usize),
        profile: &Profile<'_>,
        attribute: Attribute,
        exact: bool,
    ) -> bool {
        let number = if attribute.is_list() {
            let values: Vec<&str> = profile.list(attribute).map(|(_, value)| value.text).collect();
            self.texts.number(&values.join(BETWEEN))
        } else if exact {
            let value = profile.value(attribute).filter(|value| !value.placeholder);
            self.texts.number(value.map_or("", |value| value.raw))
        } else {
            self.texts.number(profile.text(attribute))
        };
        let Some(number) = number else { return false };
        let held = match side {
            Side::Before => &mut self.before,
            Side::After => &mut self.after,
        };
        held[person as usize * COMPARED.len() + place] = number;
        true
    }

    /// The text of an attribute; empty where there is none.
    pub(crate) fn text(&self, side: Side, row: u32, attribute: Attribute) -> &str {
        let place = COMPARED.iter().position(|compared| *compared == attribute);
        place.map_or("", |place| self.texts.text(self.side(side)[row as usize * COMPARED.len() + place]))
    }

    /// The attributes, as bits, whose values differ between two rows. The order of a list is no difference.
    pub(crate) fn differ(&self, before: (Side, u32), after: (Side, u32)) -> u32 {
        let of = |(side, row): (Side, u32)| {
            let from = row as usize * COMPARED.len();
            &self.side(side)[from..from + COMPARED.len()]
        };
        let mut bits = 0;
        for ((attribute, one), other) in COMPARED.iter().zip(of(before)).zip(of(after)) {
            let same = one == other
                || attribute.is_list() && sorted(self.texts.text(*one)) == sorted(self.texts.text(*other));
            if !same {
                bits |= attribute.bit();
            }
        }
        bits
    }
}

fn sorted(list: &str) -> Vec<&str> {
    let mut values: Vec<&str> = list.split(BETWEEN).collect();
    values.sort_unstable();
    values
}

/// Texts by number; number 0 is the empty text.
#[derive(Clone, Debug)]
struct Texts {
    arena: Arena,
    spans: Vec<Span>,
    numbers: HashTable<u32>,
    hasher: RandomState,
}

impl Texts {
    fn new() -> Texts {
        Texts {
            arena: Arena::default(),
            spans: vec![Span::default()],
            numbers: HashTable::new(),
            hasher: RandomState::new(),
        }
    }

    fn text(&self, number: u32) -> &str {
        self.arena.get(self.spans[number as usize])
    }

    /// The number of a text; nothing if there is no room for it.
    fn number(&mut self, text: &str) -> Option<u32> {
        if text.is_empty() {
            return Some(0);
        }
        let hash = self.hasher.hash_one(text);
        if let Some(&number) = self.numbers.find(hash, |&number| self.text(number) == text) {
            return Some(number);
        }
        let number = u32::try_from(self.spans.len()).ok()?;
        let span = self.arena.add(text);
        if self.arena.is_full() {
            return None;
        }
        self.spans.push(span);
        let (arena, spans, hasher) = (&self.arena, &self.spans, &self.hasher);
        self.numbers.insert_unique(hash, number, |&other| hasher.hash_one(arena.get(spans[other as usize])));
        Some(number)
    }
}
