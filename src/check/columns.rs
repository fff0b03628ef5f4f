//! What is held of every record: a row of numbers, keys in an arena, findings in columns.
//!
//! Values are not held, except those that repeat (country, state, zone, locale, manager), once each.

use hashbrown::HashTable;

pub(crate) use super::arena::{Arena, Key, Span};
use super::arena::{Keys, Which};
use super::hash::{self, spread, tag};
use super::references::Naming;
use crate::bytes::same;
use crate::profile::{Attribute, Status};
use crate::rules::{Detail, Effect, RuleId, Severities, Severity, Sink};

/// Texts that repeat, each held once. Number 0 is the empty text.
#[derive(Debug)]
pub(crate) struct Interner {
    arena: Arena,
    spans: Vec<Span>,
    /// Short texts as words, with number and length.
    short: HashTable<(u64, u32, u32)>,
    /// Others, with a part of their hash.
    long: HashTable<(u32, u32)>,
}

impl Interner {
    pub(crate) fn new() -> Interner {
        Interner {
            arena: Arena::default(),
            spans: vec![Span::default()],
            short: HashTable::new(),
            long: HashTable::new(),
        }
    }

    /// The number of a text.
    #[inline]
    pub(crate) fn number(&mut self, text: impl AsRef<[u8]>) -> u32 {
        let text = text.as_ref();
        if text.is_empty() { 0 } else { self.number_of(text) }
    }

    fn number_of(&mut self, bytes: &[u8]) -> u32 {
        if bytes.len() <= hash::SHORT {
            let word = hash::word(bytes);
            if let Some(number) = self.short(word, bytes.len()) {
                return number;
            }
            let number = self.add(bytes);
            let place = |entry: &(u64, u32, u32)| place(entry.0, entry.2 as usize);
            let entry = (word, number, bytes.len() as u32);
            self.short.insert_unique(place(&entry), entry, place);
            return number;
        }
        let tag = tag(hash::exact(bytes));
        if let Some(number) = self.long(tag, bytes.len(), |other| same(other, bytes)) {
            return number;
        }
        let number = self.add(bytes);
        self.long.insert_unique(spread(tag), (tag, number), |other| spread(other.0));
        number
    }

    fn add(&mut self, text: &[u8]) -> u32 {
        let number = self.spans.len() as u32;
        self.spans.push(self.arena.add(text));
        number
    }

    /// The number of a text that is there.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        let bytes = text.as_bytes();
        if bytes.len() <= hash::SHORT {
            return self.short(hash::word(bytes), bytes.len());
        }
        self.long(tag(hash::exact(bytes)), bytes.len(), |other| other == bytes)
    }

    /// The number of a text that is there without capital letters; `text` may have some.
    pub(crate) fn find_folded(&self, text: &[u8]) -> Option<u32> {
        if text.len() <= hash::SHORT {
            return self.short(hash::lower(hash::word(text)), text.len());
        }
        self.long(tag(hash::folded(text)), text.len(), |other| other.eq_ignore_ascii_case(text))
    }

    #[inline]
    fn short(&self, word: u64, length: usize) -> Option<u32> {
        let fits = |other: &(u64, u32, u32)| other.0 == word && other.2 as usize == length;
        self.short.find(place(word, length), fits).map(|found| found.1)
    }

    #[inline]
    fn long(&self, tag: u32, length: usize, same: impl Fn(&[u8]) -> bool) -> Option<u32> {
        let fits = |other: &(u32, u32)| {
            let span = self.spans[other.1 as usize];
            other.0 == tag && span.len() == length && same(self.arena.bytes(span))
        };
        self.long.find(spread(tag), fits).map(|found| found.1)
    }

    pub(crate) fn text(&self, number: u32) -> &str {
        self.arena.get(self.spans[number as usize])
    }

    /// The same as bytes, which is quicker.
    #[inline]
    pub(super) fn bytes(&self, number: u32) -> &[u8] {
        self.arena.bytes(self.spans[number as usize])
    }

    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Its texts have outgrown what numbers can reach.
    pub(crate) fn is_full(&self) -> bool {
        self.arena.is_full()
    }

    /// Forgets the texts from a number on.
    pub(crate) fn truncate(&mut self, length: usize) {
        if let Some(first) = self.spans.get(length) {
            self.arena.truncate(first.start());
        }
        self.spans.truncate(length);
        self.short.retain(|entry| (entry.1 as usize) < length);
        self.long.retain(|entry| (entry.1 as usize) < length);
    }
}

/// Where a table looks for a short text.
#[inline]
fn place(word: u64, length: usize) -> u64 {
    spread(tag(hash::of_word(word, length)))
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A profile.
    Person,
    /// A further record of a person, whose profile stands at an earlier one.
    Part,
    /// A record whose account has stood before in its file.
    Duplicate,
    /// Listed as member of a group.
    Listed,
    /// Already in Gong.
    InGong,
    /// A group itself, or nobody.
    Other,
}

/// What provisioning does with a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// In Gong afterwards.
    Imported,
    /// Refused.
    Blocked,
    /// Not active in the directory.
    Inactive,
    /// Not assigned to Gong.
    OutOfScope,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Outcome; 4] =
        [Outcome::Imported, Outcome::Blocked, Outcome::Inactive, Outcome::OutOfScope];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Imported => "imported",
            Outcome::Blocked => "blocked",
            Outcome::Inactive => "inactive",
            Outcome::OutOfScope => "outOfScope",
        }
    }
}

/// One record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) input: u16,
    pub(crate) role: Role,
    pub(crate) outcome: Outcome,
    /// Attributes with a value; with a leftover of the export; as bits.
    pub(crate) present: u32,
    pub(crate) placeholders: u32,
    pub(super) keys: Keys,
    /// Number of its time zone, country, state and locale taken together.
    pub(crate) place: u32,
    /// How its manager is named.
    pub(crate) manager: Naming,
    /// Number of its groups taken together: a text while files are read, then a set.
    pub(crate) groups: u32,
    /// Number of the row where its profile stands: itself, unless it is a part.
    pub(crate) person: u32,
}

// There are millions of them.
const _: () = assert!(size_of::<Row>() == 40);

impl Row {
    pub(crate) fn id(&self) -> Key {
        Key::new(self.keys, Which::Id)
    }

    pub(crate) fn email(&self) -> Key {
        Key::new(self.keys, Which::Email)
    }

    pub(crate) fn user_name(&self) -> Key {
        Key::new(self.keys, if self.keys.is_same() { Which::Email } else { Which::UserName })
    }

    pub(crate) fn name(&self) -> Key {
        Key::new(self.keys, Which::Name)
    }

    /// The user name is the email.
    pub(crate) fn signs_in_by_email(&self) -> bool {
        self.keys.is_same()
    }

    /// A row of which nothing is known yet.
    pub(super) fn nobody(number: u32, role: Role) -> Row {
        Row {
            input: 0,
            role,
            outcome: Outcome::Imported,
            present: 0,
            placeholders: 0,
            keys: Keys::default(),
            place: 0,
            manager: Naming::default(),
            groups: 0,
            person: number,
        }
    }
}

/// What else is held of a record when several files are checked, to tell whether they agree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extra {
    pub(crate) status: Status,
    /// Given and last name that are there and are none, such as a dash; as bits.
    pub(crate) no_names: u32,
    /// Length of the given name, which begins the name.
    pub(crate) given: u16,
    pub(crate) title: u32,
    pub(crate) extension: u32,
    /// The extension inside the phone number, written as a text of its digits.
    pub(crate) inner_extension: u32,
    /// Digests; 0 for none.
    pub(crate) phone: u64,
    pub(crate) private_email: u64,
}

/// A finding on a record: where it stands in reports, and which other rows it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// Row, attribute, rule and place in a list, so that order is that of reports.
    key: u64,
    /// What it is about: 0 for nothing, else a row or a list of rows, plus one.
    pub(crate) about: u32,
}

impl Finding {
    pub(crate) fn new(
        row: u32,
        rule: RuleId,
        attribute: Option<Attribute>,
        place: u16,
        about: u32,
    ) -> Finding {
        let attribute = attribute.map_or(0, |attribute| attribute as u64 + 1);
        let key = u64::from(row) << 32 | attribute << 24 | (rule as u64) << 16 | u64::from(place);
        Finding { key, about }
    }

    pub(super) fn key(self) -> u64 {
        self.key
    }

    /// A finding about nothing else, if its key is one.
    pub(super) fn from_key(key: u64) -> Option<Finding> {
        let (attribute, rule) = ((key >> 24 & 0xFF) as usize, (key >> 16 & 0xFF) as usize);
        (attribute <= Attribute::ALL.len() && rule < RuleId::ALL.len()).then_some(Finding { key, about: 0 })
    }

    /// The same on a row that stands further down by so many.
    pub(super) fn moved(self, by: u32) -> Finding {
        Finding { key: self.key.wrapping_add(u64::from(by) << 32), ..self }
    }

    pub(crate) fn row(self) -> u32 {
        (self.key >> 32) as u32
    }

    pub(crate) fn attribute(self) -> Option<Attribute> {
        let number = (self.key >> 24 & 0xFF) as usize;
        number.checked_sub(1).map(|number| Attribute::ALL[number])
    }

    pub(crate) fn rule(self) -> RuleId {
        RuleId::from_number((self.key >> 16) as u8)
    }

    pub(crate) fn place(self) -> u16 {
        self.key as u16
    }

    /// Its attribute and rule as one number.
    pub(super) fn cause(self) -> u16 {
        (self.key >> 16) as u16
    }

    /// What such a number stands for.
    pub(super) fn rule_and_attribute(cause: u16) -> (RuleId, Option<Attribute>) {
        let finding = Finding { key: u64::from(cause) << 16, about: 0 };
        (finding.rule(), finding.attribute())
    }

    /// Equal for the same rule, attribute and place, whatever the row.
    pub(crate) fn spot(self) -> u32 {
        self.key as u32
    }
}

/// Findings in columns, counted as they come.
#[derive(Debug)]
pub(crate) struct Findings {
    pub(crate) all: Vec<Finding>,
    severities: Severities,
}

impl Findings {
    pub(crate) fn new(severities: Severities) -> Findings {
        Findings { all: Vec::new(), severities }
    }

    /// Adds a finding, unless its rule is off.
    pub(crate) fn add(&mut self, finding: Finding) {
        if self.severities.of(finding.rule()).is_some() {
            self.all.push(finding);
        }
    }

    pub(crate) fn severity(&self, rule: RuleId) -> Option<Severity> {
        self.severities.of(rule)
    }

    /// A sink for the findings of one row.
    pub(crate) fn of(&mut self, row: u32) -> RowSink<'_> {
        RowSink { findings: self, row }
    }

    /// The findings of a row, once they are sorted.
    pub(crate) fn at(&self, row: u32) -> &[Finding] {
        let from = self.all.partition_point(|finding| finding.row() < row);
        let count = self.all[from..].partition_point(|finding| finding.row() == row);
        &self.all[from..from + count]
    }
}

/// Keeps findings of one row and makes no words.
pub(crate) struct RowSink<'f> {
    findings: &'f mut Findings,
    row: u32,
}

impl Sink for RowSink<'_> {
    fn report(&mut self, rule: RuleId, attribute: Attribute, place: u16, _: impl FnOnce() -> Detail) {
        self.findings.add(Finding::new(self.row, rule, Some(attribute), place, 0));
    }
}

/// Keeps which rules fire, for values that are judged once and found in many rows.
#[derive(Debug, Default)]
pub(crate) struct SpotSink(pub(crate) Vec<(RuleId, Attribute, u16)>);

impl Sink for SpotSink {
    fn report(&mut self, rule: RuleId, attribute: Attribute, place: u16, _: impl FnOnce() -> Detail) {
        self.0.push((rule, attribute, place));
    }
}

/// Makes the words of every finding.
#[derive(Debug, Default)]
pub(crate) struct DetailSink(pub(crate) Vec<(u32, Detail)>);

impl Sink for DetailSink {
    fn report(&mut self, rule: RuleId, attribute: Attribute, place: u16, detail: impl FnOnce() -> Detail) {
        self.0.push((Finding::new(0, rule, Some(attribute), place, 0).spot(), detail()));
    }
}

/// Does the rule keep a person out?
pub(crate) fn blocks(rule: RuleId) -> bool {
    rule.rule().effect == Effect::Blocks
}
