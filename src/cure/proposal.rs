//! What applying the suggestions of a cause would change, to be looked at before it is done.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Batch;
use super::expression::{Expression, Pairs, touches};
use super::target::{Target, into, target};
use crate::Error;
use crate::check::{Check, Described, Role};
use crate::export::{Layout, Record, Source, Spot};
use crate::maps::{HashMap, HashSet};
use crate::profile::{Attribute, NO_COLUMN, Profile};
use crate::report::SecondReading;
use crate::rules::RuleId;

/// As many different changes are listed; all are counted and made.
const LISTED: usize = 200;

/// Which findings a proposal is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    rule: Option<RuleId>,
    attribute: Option<Attribute>,
}

impl Subject {
    /// The findings of a rule, on one attribute or on all; without a rule every finding.
    pub fn new(rule: Option<&str>, attribute: Option<&str>) -> Option<Subject> {
        let rule = match rule {
            Some(id) => Some(RuleId::from_id(id)?),
            None => None,
        };
        let attribute = match attribute {
            Some(name) => Some(Attribute::from_name(name)?),
            None => None,
        };
        Some(Subject { rule, attribute })
    }

    fn fits(self, rule: RuleId, attribute: Option<Attribute>) -> bool {
        self.rule.is_none_or(|own| own == rule) && self.attribute.is_none_or(|own| Some(own) == attribute)
    }
}

/// One text that becomes another, however often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    /// Name of the column; none where the file has no column for the attribute.
    pub column: Option<String>,
    /// The text of the cell as it stands.
    pub from: String,
    /// The text in its place.
    pub to: String,
    /// Number of cells.
    pub count: u64,
}

/// What would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// Number of findings it is about.
    pub findings: u64,
    /// Number of them that nothing certain is known to cure.
    pub open: u64,
    /// Number of cells that would change.
    pub changes: u64,
    /// Number of people they belong to.
    pub people: u64,
    /// Number of different changes.
    pub different: u64,
    /// The most frequent of those, at most 200.
    pub pairs: Vec<Pair>,
    /// What cures each cause in a mapping of the source.
    pub expressions: Vec<Expression>,
}

/// A proposal being made while the files are read once more.
#[derive(Debug)]
pub struct Proposing {
    check: Check,
    subject: Subject,
    reading: SecondReading,
    found: Found,
}

#[derive(Debug, Default)]
struct Found {
    batch: Batch,
    findings: u64,
    open: u64,
    /// Files, records and spots that are taken.
    spots: HashSet<(u32, u32, Spot)>,
    people: HashSet<u32>,
    pairs: HashMap<(Option<String>, String, String), u64>,
    /// The same as values, by cause, with a column of each.
    values: Causes,
    /// Values of the files that general expressions would change.
    touched: HashMap<Attribute, BTreeSet<String>>,
    /// Values of people who stand in several files, and what they become: later files that say the same say the
    /// same afterwards.
    shared: HashMap<u32, Vec<(Attribute, String, String)>>,
}

impl Check {
    /// Begins to look at what applying suggestions would change. Every input has to be pushed once more.
    pub fn propose(&self, subject: Subject) -> Proposing {
        Proposing { check: self.clone(), subject, reading: SecondReading::new(self), found: Found::default() }
    }
}

impl Proposing {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        self.reading.wants()
    }

    /// Takes bytes of the wanted input.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let (check, subject, found) = (&self.check, self.subject, &mut self.found);
        self.reading.push(bytes, |row, layout, record| found.take(check, subject, row, layout, record))
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self) -> Result<(), Error> {
        let (check, subject, found) = (&self.check, self.subject, &mut self.found);
        self.reading.end(|row, layout, record| found.take(check, subject, row, layout, record))
    }

    /// What would change, and the batch that does it.
    pub fn finish(self) -> (Proposal, Batch) {
        let Found { batch, findings, open, people, pairs, values, touched, .. } = self.found;
        let source = self.check.source().unwrap_or(Source::Okta);
        let expressions = expressions(source, &values, &touched);
        let different = pairs.len() as u64;
        let mut pairs: Vec<Pair> =
            pairs.into_iter().map(|((column, from, to), count)| Pair { column, from, to, count }).collect();
        pairs.sort_unstable_by(|one, other| {
            other
                .count
                .cmp(&one.count)
                .then_with(|| (&one.column, &one.from).cmp(&(&other.column, &other.from)))
        });
        pairs.truncate(LISTED);
        let changes = batch.len() as u64;
        (
            Proposal { findings, open, changes, people: people.len() as u64, different, pairs, expressions },
            batch,
        )
    }
}

/// Values by cause, with a column of each.
type Causes = BTreeMap<(RuleId, Attribute), (Option<String>, Pairs)>;

/// An expression for each cause; where an attribute has several, one for all of them besides.
fn expressions(
    source: Source,
    causes: &Causes,
    touched: &HashMap<Attribute, BTreeSet<String>>,
) -> Vec<Expression> {
    let mut all = Vec::new();
    let mut merged: BTreeMap<Attribute, (usize, Option<&str>, Pairs)> = BTreeMap::new();
    for (&(rule, attribute), (column, pairs)) in causes {
        all.push(Expression::new(
            source,
            Some(rule),
            attribute,
            column.as_deref(),
            pairs,
            touched.get(&attribute),
        ));
        let (count, own, together) = merged.entry(attribute).or_default();
        *count += 1;
        *own = own.or(column.as_deref());
        for (pair, count) in pairs {
            *together.entry(pair.clone()).or_default() += count;
        }
    }
    for (attribute, (count, column, pairs)) in merged {
        if count > 1 {
            all.push(Expression::new(source, None, attribute, column, &pairs, touched.get(&attribute)));
        }
    }
    all
}

impl Found {
    fn take(
        &mut self,
        check: &Check,
        subject: Subject,
        row: u32,
        layout: &Layout,
        record: &Record<'_>,
    ) -> Result<(), Error> {
        self.agree(check, row, layout, record);
        self.touch(check, subject, row, layout, record);
        let findings = check.findings(row);
        if !findings.iter().any(|finding| subject.fits(finding.rule(), finding.attribute())) {
            return Ok(());
        }
        let held = &check.base.store.rows[row as usize];
        let input = &check.base.inputs[usize::from(held.input)];
        let profile = Profile::new(&layout.columns, record);
        for found in check.describe_record(row, input, layout, record)? {
            if subject.fits(found.rule, found.attribute) {
                self.findings += 1;
                if !self.suggested(input.file, held.person, layout, record, &profile, &found) {
                    self.open += 1;
                } else if check.base.store.parts.contains_key(&held.person) {
                    self.share(held.person, &profile, &found);
                }
            }
        }
        Ok(())
    }

    /// Remembers values that a general expression for what is asked about would change.
    fn touch(&mut self, check: &Check, subject: Subject, row: u32, layout: &Layout, record: &Record<'_>) {
        let asked = [Attribute::PhoneNumber, Attribute::ManagerName]
            .into_iter()
            .filter(|own| subject.attribute.is_none_or(|attribute| attribute == *own));
        let mut asked = asked.peekable();
        if asked.peek().is_none() || check.base.store.rows[row as usize].role == Role::InGong {
            return;
        }
        let profile = Profile::new(&layout.columns, record);
        for attribute in asked {
            let value = profile.value(attribute).map_or("", |value| value.raw);
            if touches(attribute, value) {
                self.touched.entry(attribute).or_default().insert(value.to_owned());
            }
        }
    }

    /// Remembers what becomes of a value that other files may have too.
    fn share(&mut self, person: u32, profile: &Profile<'_>, found: &Described) {
        let (Some(suggestion), Some(attribute)) = (&found.detail.suggestion, found.attribute) else { return };
        let (attribute, place) = into(found.rule, attribute, found.place);
        if let Some(value) =
            profile.at(attribute, place).filter(|value| !attribute.is_list() && !value.text.is_empty())
        {
            let entry = (attribute, value.text.to_owned(), suggestion.clone());
            self.shared.entry(person).or_default().push(entry);
        }
    }

    /// Another record of a person follows where it says the same as one before it.
    fn agree(&mut self, check: &Check, row: u32, layout: &Layout, record: &Record<'_>) {
        let held = &check.base.store.rows[row as usize];
        let Some(shared) = self.shared.get(&held.person).cloned() else { return };
        let file = check.base.inputs[usize::from(held.input)].file;
        let profile = Profile::new(&layout.columns, record);
        for (attribute, from, to) in shared {
            let same =
                profile.value(attribute).is_some_and(|value| value.text == from && value.column != NO_COLUMN);
            if !same {
                continue;
            }
            let target = target(layout, record, &profile, attribute, 0);
            if self.spots.insert((file, record.number, target.spot)) {
                self.change(file, held.person, record.number, layout, &target, &to);
            }
        }
    }

    /// Takes up a suggestion; false without one. Of several for one cell the first is enough for now.
    fn suggested(
        &mut self,
        file: u32,
        person: u32,
        layout: &Layout,
        record: &Record<'_>,
        profile: &Profile<'_>,
        found: &Described,
    ) -> bool {
        let (Some(suggestion), Some(attribute)) = (&found.detail.suggestion, found.attribute) else {
            return false;
        };
        let (attribute, place) = into(found.rule, attribute, found.place);
        let target = target(layout, record, profile, attribute, place);
        // Whom a name means, no mapping knows.
        if found.attribute == Some(attribute) {
            let from = profile.at(attribute, place).map_or("", |value| value.raw);
            let (column, pairs) = self.values.entry((found.rule, attribute)).or_default();
            column.get_or_insert_with(|| target.column(layout).unwrap_or_default().to_owned());
            *pairs.entry((from.to_owned(), suggestion.clone())).or_default() += 1;
        }
        if !self.spots.insert((file, record.number, target.spot)) {
            return true;
        }
        self.change(file, person, record.number, layout, &target, suggestion);
        true
    }

    fn change(
        &mut self,
        file: u32,
        person: u32,
        record: u32,
        layout: &Layout,
        target: &Target<'_>,
        value: &str,
    ) {
        let to = target.with(value);
        self.batch.add_by_cause(file, record, target.spot, target.text, &to);
        self.people.insert(person);
        let column = target.column(layout).map(str::to_owned);
        *self.pairs.entry((column, target.text.to_owned(), to)).or_default() += 1;
    }
}
