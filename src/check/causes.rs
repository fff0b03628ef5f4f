//! Findings by cause, and people by what is wrong with them: what screens and terminals show first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::columns::{Finding, Outcome, Role, Row};
use super::store::{Note, Store};
use super::{Check, WhatIf};
use crate::assignment;
use crate::blocks::each;
use crate::maps::HashSet;
use crate::profile::Attribute;
use crate::rules::{RuleId, Severity};

/// Findings with one cause: one rule on one attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// Id of the rule.
    pub rule: &'static str,
    /// `blocks`, `degrades` or `informs`.
    pub effect: &'static str,
    /// `error`, `warning` or `notice`.
    pub severity: &'static str,
    /// The attribute; none for whole records and files.
    pub attribute: Option<&'static str>,
    /// The defect in a few words.
    pub title: &'static str,
    /// What happens to the people, and why.
    pub reason: &'static str,
    /// What to do.
    pub cure: &'static str,
    /// Who says so.
    pub source: String,
    /// Number of findings.
    pub findings: u64,
    /// Number of records they stand on.
    pub people: u64,
    /// A row to show as example, if the cause stands on records.
    pub example: Option<u32>,
    /// The value that would cure a finding of the settings, where one is likely.
    pub suggestion: Option<String>,
    /// For some of its findings a value is known that would cure them.
    pub curable: bool,
    /// The full words of findings of no record (files and settings), else empty.
    pub messages: Vec<String>,
}

/// One line of the list of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonLine {
    /// Number of the row.
    pub row: u32,
    /// Number of the row where the person's profile stands: the same, but for further records of a person.
    pub person: u32,
    /// Number of its input.
    pub input: u32,
    /// Line of the file on which the record begins, from 1.
    pub line: u32,
    /// Number of the record in its file, from 1.
    pub record: u32,
    /// Primary email, else user name, else id.
    pub key: Option<String>,
    /// Given and family name, as far as there.
    pub name: String,
    /// The outcome; none for a record that is no profile.
    pub outcome: Option<&'static str>,
    /// Known only from people already in Gong.
    pub in_gong: bool,
    /// Number of findings of severity error.
    pub errors: u32,
    /// Number of warnings.
    pub warnings: u32,
    /// Number of notices.
    pub notices: u32,
    /// Ids of the rules of its findings, each once.
    pub rules: Vec<&'static str>,
    /// Effective time zone.
    pub time_zone: Option<&'static str>,
    /// Where it comes from.
    pub time_zone_source: &'static str,
    /// Name of the assignment of someone who is imported.
    pub assignment: Option<String>,
}

/// Which people to list. Members that are empty do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Filter {
    /// Name of an outcome.
    pub outcome: Option<String>,
    /// Name of a severity: people with a finding of it.
    pub severity: Option<String>,
    /// Id of a rule: people with a finding of it.
    pub rule: Option<String>,
    /// Name of an attribute: people with a finding on it.
    pub attribute: Option<String>,
    /// Text in key or name, without case.
    pub text: Option<String>,
    /// Name of an assignment, `(default)` for the default one: imported people who get it.
    pub assignment: Option<String>,
    /// Name of a group: people in it.
    pub group: Option<String>,
    /// `none`: imported people in no group; `unmatched`: in groups of which no assignment names one;
    /// `several`: whom more than one assignment fits; `seat:ID`: whose assignment gives the seat.
    pub placed: Option<String>,
    /// Name of an attribute: imported people whose files hold it and who have no value.
    pub empty: Option<String>,
    /// Only people of whom a value was changed.
    pub cured: bool,
    /// Lists records instead of people: every record of those who pass, and of findings only those they stand on.
    pub records: bool,
    /// Name of an effective time zone, `none` for no zone: imported people who have it.
    pub zone: Option<String>,
    /// `timeZone`, `country`, `state`, `default` or `none`: imported people whose time zone is from there; `own`:
    /// from one of the first three.
    pub zone_source: Option<String>,
    /// Imported people who would have another time zone then.
    pub moves: Option<WhatIf>,
    /// `none`: judged people, the head of the largest tree excepted, of whom no manager was found; `circle`: people in a
    /// circle of managers; `notImported`: judged people whose manager is not imported.
    pub manager: Option<String>,
}

/// Groups findings by rule and attribute: those that block first, then by people.
pub(super) fn causes(
    store: &Store,
    notes: &[Note],
    unmatched: impl Iterator<Item = (u32, u32)>,
) -> Vec<Cause> {
    #[derive(Default)]
    struct Count {
        findings: u64,
        people: u64,
        last: Option<u32>,
        joined: HashSet<u32>,
        example: Option<u32>,
        messages: Vec<String>,
        suggestion: Option<String>,
    }
    let mut counts: BTreeMap<(RuleId, Option<Attribute>), Count> = BTreeMap::new();
    // By rule and attribute, in numbers.
    let mut of_findings: Vec<Count> = Vec::new();
    each(store.findings.all.len() as u32, |at| {
        let finding = store.findings.all[at as usize];
        let place = finding.cause() as usize;
        if of_findings.len() <= place {
            of_findings.resize_with(place + 1, Count::default);
        }
        let count = &mut of_findings[place];
        count.findings += 1;
        let person = store.rows[finding.row() as usize].person;
        // The records of one person stand apart in several files.
        let new = if !store.parts.is_empty() && store.parts.contains_key(&person) {
            count.joined.insert(person)
        } else {
            count.last.replace(person) != Some(person)
        };
        count.people += u64::from(new);
        count.example.get_or_insert(finding.row());
    });
    for (place, count) in of_findings.into_iter().enumerate().filter(|(_, count)| count.findings > 0) {
        counts.insert(Finding::rule_and_attribute(place as u16), count);
    }
    for (_, row) in unmatched {
        let count = counts.entry((RuleId::GroupUnmatched, Some(Attribute::Groups))).or_default();
        count.findings += 1;
        count.people += 1;
        count.example.get_or_insert(row);
    }
    for note in notes {
        // What a file does not hold is one cause, whatever the attribute.
        let attribute = note.attribute.filter(|_| note.rule != RuleId::FileAttributeUnknown);
        let count = counts.entry((note.rule, attribute)).or_default();
        count.findings += 1;
        count.messages.push(note.message.clone());
        count.suggestion = count.suggestion.take().or_else(|| note.suggestion.clone());
    }
    let mut causes: Vec<(RuleId, Cause)> = counts
        .into_iter()
        .filter_map(|((id, attribute), count)| {
            let rule = id.rule();
            let cause = Cause {
                rule: rule.id,
                effect: rule.effect.name(),
                severity: store.findings.severity(id)?.name(),
                attribute: attribute.map(Attribute::name),
                title: rule.title,
                reason: rule.reason,
                cure: rule.cure,
                source: rule.source.text(),
                findings: count.findings,
                people: count.people,
                example: count.example,
                suggestion: count.suggestion,
                curable: id.suggests() && count.people > 0,
                messages: count.messages,
            };
            Some((id, cause))
        })
        .collect();
    causes.sort_by_key(|(id, cause)| (id.rule().effect, std::cmp::Reverse(cause.people), *id));
    causes.into_iter().map(|(_, cause)| cause).collect()
}

impl Check {
    /// Findings by cause: those that block first, then by people.
    pub fn causes(&self) -> Vec<Cause> {
        let unmatched = self.unmatched().map(|person| (person, self.stand(person, Attribute::Groups)));
        causes(&self.base.store, &self.notes, unmatched)
    }

    /// Number of rows: every record of every readable input has one.
    pub fn rows(&self) -> u32 {
        self.base.store.rows.len() as u32
    }

    /// The rows that pass a filter, in the order of inputs and records. A record that is no profile is
    /// listed only where the filter asks for a finding that stands on it.
    pub fn people(&self, filter: &Filter) -> Vec<u32> {
        let wanted = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let text = wanted(&filter.text).map(|text| text.trim().to_lowercase());
        let outcome = wanted(&filter.outcome);
        let (severity, rule, attribute) =
            (wanted(&filter.severity), wanted(&filter.rule), wanted(&filter.attribute));
        let by_finding = severity.is_some() || rule.is_some() || attribute.is_some();
        let (placed, zoned) = (self.placed(filter), self.zoned(filter));
        // Nothing is asked of people.
        let plain = Filter { text: None, ..filter.clone() } == Filter { records: true, ..Filter::default() };
        let manager = wanted(&filter.manager);
        let top = manager.as_ref().and_then(|_| self.tree().totals().head);
        let fits = |record: u32| {
            let own = &self.base.store.rows[record as usize];
            // Further records of a person are listed with the first, unless records are asked for.
            if own.role == Role::Part && !filter.records {
                return false;
            }
            let row = if own.role == Role::Part { own.person } else { record };
            let held = &self.base.store.rows[row as usize];
            let person = held.role == Role::Person;
            let any = |fits: &dyn Fn(u32) -> bool| {
                if filter.records { fits(record) } else { self.base.store.parts_of(row).any(fits) }
            };
            if !placed(row, held) || !zoned(held) {
                return false;
            }
            // A record that is nobody is listed only for what was found on it, or beside the others of its file.
            let stands = filter.records
                && plain
                && matches!(own.role, Role::Duplicate | Role::Other)
                && self.base.inputs[usize::from(own.input)].has_people;
            if !person && !by_finding && !filter.cured && !stands {
                return false;
            }
            if let Some(outcome) = &outcome
                && !(person && held.outcome.name() == outcome)
            {
                return false;
            }
            if filter.cured && !any(&|part| self.is_cured(part)) {
                return false;
            }
            let asked = |finding: &Finding| {
                rule.as_ref().is_none_or(|rule| finding.rule().rule().id == rule)
                    && severity.as_ref().is_none_or(|severity| {
                        self.base.store.findings.severity(finding.rule()).map(Severity::name)
                            == Some(severity)
                    })
                    && attribute
                        .as_ref()
                        .is_none_or(|attribute| finding.attribute().map(Attribute::name) == Some(attribute))
            };
            if by_finding && !any(&|part| self.findings(part).iter().any(asked)) {
                return false;
            }
            if let Some(manager) = &manager
                && !self.is_managed(manager, row, top)
            {
                return false;
            }
            text.as_ref().is_none_or(|text| {
                let name = self.base.store.arena.key(held.name());
                self.base.store.key(row).is_some_and(|key| key.to_lowercase().contains(text))
                    || name.to_lowercase().contains(text)
            })
        };
        (0..self.base.store.rows.len() as u32).filter(|&row| fits(row)).collect()
    }

    /// The findings of all records of the person whose profile stands at a row.
    pub(crate) fn all_findings(&self, row: u32) -> Vec<Finding> {
        self.base.store.parts_of(row).flat_map(|part| self.findings(part).into_owned()).collect()
    }

    /// Whether a row passes the parts of a filter that are about groups, assignments and empty values.
    fn placed(&self, filter: &Filter) -> impl Fn(u32, &Row) -> bool {
        let wanted = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let assignment = wanted(&filter.assignment).map(|name| {
            let place = |name: &str| {
                self.settings.assignments.iter().position(|assignment| assignment.name.trim() == name)
            };
            // A name that no assignment has fits nobody.
            if name == assignment::DEFAULT { None } else { Some(place(&name).unwrap_or(usize::MAX)) }
        });
        let group = wanted(&filter.group).map(|name| self.base.groups.find(&name));
        let placed = wanted(&filter.placed);
        let empty = wanted(&filter.empty).map(|name| Attribute::from_name(&name));
        move |number, row| {
            let imported = row.role == Role::Person && row.outcome == Outcome::Imported;
            let fitting = || self.fitting(row);
            assignment.is_none_or(|place| imported && fitting().first().copied() == place)
                && group.is_none_or(|group| {
                    row.role == Role::Person
                        && group.is_some_and(|group| self.base.groups.holds(row.groups, group))
                })
                && placed.as_deref().is_none_or(|placed| {
                    imported
                        && match placed {
                            "none" => row.groups == 0,
                            "unmatched" => row.groups != 0 && fitting().is_empty(),
                            "several" => fitting().len() > 1,
                            _ => placed.strip_prefix("seat:").is_some_and(|seat| {
                                let own = fitting().first().map(|&place| &self.settings.assignments[place]);
                                own.unwrap_or(&self.settings.default_assignment)
                                    .seats
                                    .iter()
                                    .any(|id| id == seat)
                            }),
                        }
                })
                && empty.is_none_or(|attribute| {
                    imported
                        && attribute.is_some_and(|attribute| {
                            row.present & attribute.bit() == 0 && self.known_of(number) & attribute.bit() != 0
                        })
                })
        }
    }

    /// One line of the list of people.
    pub fn person(&self, row: u32) -> Option<PersonLine> {
        let held = self.base.store.rows.get(row as usize)?;
        let findings = self.all_findings(row);
        let count = |severity| {
            findings
                .iter()
                .filter(|finding| self.base.store.findings.severity(finding.rule()) == Some(severity))
                .count() as u32
        };
        let mut rules: Vec<&'static str> = Vec::new();
        for finding in &findings {
            let id = finding.rule().rule().id;
            if !rules.contains(&id) {
                rules.push(id);
            }
        }
        let (zone, origin) = self.base.store.zone(held);
        let (record, line) = self.base.record_and_line(row);
        Some(PersonLine {
            row,
            person: held.person,
            input: u32::from(held.input),
            line,
            record,
            key: self.base.store.key(row).map(str::to_owned),
            name: self.base.store.arena.key(held.name()).to_owned(),
            outcome: (held.role == Role::Person).then(|| held.outcome.name()),
            in_gong: held.role == Role::InGong,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notices: count(Severity::Notice),
            rules,
            time_zone: zone.map(crate::reference::Zone::name),
            time_zone_source: origin.name(),
            assignment: self.assignment_name(held),
        })
    }

    /// Name of the assignment, of someone who is imported.
    fn assignment_name(&self, row: &Row) -> Option<String> {
        let imported = row.role == Role::Person && row.outcome == Outcome::Imported;
        let name = self
            .fitting(row)
            .first()
            .map_or(assignment::DEFAULT, |&place| self.settings.assignments[place].name.trim());
        imported.then(|| name.to_owned())
    }

    /// Number of profiles with an outcome.
    pub(crate) fn count(&self, outcome: Outcome) -> u64 {
        self.outcomes[outcome as usize]
    }
}

/// Number of profiles with each outcome.
#[inline(never)]
pub(super) fn outcomes(rows: &[Row]) -> [u64; 4] {
    let mut counts = [0; 4];
    each(rows.len() as u32, |row| {
        let row = &rows[row as usize];
        if row.role == Role::Person {
            counts[row.outcome as usize] += 1;
        }
    });
    counts
}
