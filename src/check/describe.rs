//! A record is read again, and its findings get their words.

use super::columns::{DetailSink, Finding};
use super::{Check, Input, judge, people};
use crate::Error;
use crate::export::{Layout, Record};
use crate::profile::{Attribute, NO_COLUMN, Profile, Says, email, read_status};
use crate::rules::email::is_guest;
use crate::rules::{Detail, RuleId};

/// Most records that a finding lists as related; its words tell the number of all.
const MAX_RELATED: usize = 100;

/// A finding with its words.
#[derive(Clone, Debug)]
pub(crate) struct Described {
    pub(crate) rule: RuleId,
    pub(crate) row: u32,
    pub(crate) attribute: Option<Attribute>,
    /// Place in the list of values, from 0.
    pub(crate) place: u16,
    pub(crate) column: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) detail: Detail,
    /// Rows it is about besides its own.
    pub(crate) related: Vec<u32>,
}

impl Check {
    /// The findings of a row, its record being read again from its bytes in the file.
    pub(crate) fn described(&self, row: u32, bytes: &[u8]) -> Result<Vec<Described>, Error> {
        let held = &self.base.store.rows[row as usize];
        let input = &self.base.inputs[usize::from(held.input)];
        let changed = || changed(&input.name);
        let export = input.export().ok_or_else(changed)?;
        let (number, line) = self.base.record_and_line(row);
        let record = export.again(bytes, number, line).ok_or_else(changed)?;
        self.describe_record(row, input, export.layout(), &record)
    }

    /// The findings of a row, its record being in hand.
    pub(crate) fn describe_record(
        &self,
        row: u32,
        input: &Input,
        layout: &Layout,
        record: &Record<'_>,
    ) -> Result<Vec<Described>, Error> {
        let store = &self.base.store;
        let findings = self.findings(row);
        if findings.is_empty() {
            return Ok(Vec::new());
        }
        let person = store.rows[row as usize].person;
        let mut profile = Profile::new(&layout.columns, record);
        if store.parts.contains_key(&person) {
            profile.called = Some(store.who(person));
        }
        let status = read_status(layout.shape, profile.text(Attribute::Status), profile.inverted_status);
        let who = || store.who(row);
        let mut sink = DetailSink::default();
        judge::values(&profile, &mut sink);
        let user_name = profile.bytes(Attribute::UserName);
        judge::record(&store.context, &profile, status, false, user_name, &mut sink);
        judge::managers(&profile, &mut sink);
        let place = store.rows[person as usize].place;
        if !store.spots(place).is_empty() {
            judge::place(&store.read_place(place), &who, &mut sink);
        }
        judge::absence(&people::facts(store, person, self.known_of(person), &who), &mut sink);
        findings
            .iter()
            .map(|finding| {
                let again =
                    sink.0.iter().find(|(spot, _)| *spot == finding.spot()).map(|(_, detail)| detail.clone());
                let (mut detail, related) = match again {
                    Some(detail) => (detail, Vec::new()),
                    None => across(self, *finding, &profile, record).ok_or_else(|| changed(&input.name))?,
                };
                if finding.rule() == RuleId::EmailMissing {
                    detail.choices = stand_ins(layout, &profile);
                }
                let attribute = finding.attribute();
                let value = attribute.and_then(|attribute| profile.at(attribute, finding.place()));
                let would_be = || layout.column_of(attribute?);
                let column = value.map(|value| value.column).filter(|column| *column != NO_COLUMN);
                let column = column.or_else(would_be);
                let column = column.and_then(|column| layout.column_name(column)).map(str::to_owned);
                Ok(Described {
                    rule: finding.rule(),
                    row,
                    attribute,
                    place: finding.place(),
                    value: match value {
                        Some(value) => Some(value.raw.to_owned()),
                        None => column.as_ref().map(|_| String::new()),
                    },
                    column,
                    detail,
                    related,
                })
            })
            .collect()
    }
}

/// A user name that is an address and might serve as primary email, in exports where it often does.
fn stand_ins(layout: &Layout, profile: &Profile<'_>) -> Vec<String> {
    let offered = profile.value(Attribute::UserName).is_some_and(|value| {
        let column = layout.columns.get(usize::from(value.column));
        column.is_some_and(|column| column.similar.contains(&Attribute::PrimaryEmail))
            && email::is_address(value.text)
            && !is_guest(value.text.as_bytes())
    });
    if offered { vec![profile.text(Attribute::UserName).to_owned()] } else { Vec::new() }
}

pub(super) fn changed(input: &str) -> Error {
    Error::new(None, "the file has changed since it was checked. Check it again").of(input)
}

/// Some names in quotes, and how many more there are.
fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> String {
    const SHOWN: usize = 5;
    let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
    let more = if names.len() > SHOWN { format!(" and {} more", names.len() - SHOWN) } else { String::new() };
    format!("{}{more}", names[..names.len().min(SHOWN)].join(", "))
}

/// The words of a finding that rests on other records, or on how the record stands in the file.
fn across(
    check: &Check,
    finding: Finding,
    profile: &Profile<'_>,
    record: &Record<'_>,
) -> Option<(Detail, Vec<u32>)> {
    let store = &check.base.store;
    let row = store.rows[finding.row() as usize].person;
    let who = store.who(row);
    let place = |row: u32| {
        let held = &store.rows[row as usize];
        format!("{}, line {}", check.base.inputs[usize::from(held.input)].name, store.stands.line(row))
    };
    let other = finding.about.checked_sub(1);
    let list = |about: u32| store.lists.get(about.checked_sub(1)? as usize);
    let key = |row: u32| store.key(row).unwrap_or_default().to_owned();
    let address = |row: u32| store.arena.key(store.rows[row as usize].email()).to_owned();
    let text = finding
        .attribute()
        .map_or("", |attribute| profile.at(attribute, finding.place()).map_or("", |value| value.text));
    let alone = |message: String| Some((Detail::new(message), Vec::new()));
    match finding.rule() {
        RuleId::FileEncoding => alone(match finding.attribute() {
            Some(attribute) => format!("The {} of {who} holds a byte that stands for no character; a letter is lost there.", attribute.label()),
            None => format!("The record of {who} holds a byte that stands for no character; a letter is lost there."),
        }),
        RuleId::FileRaggedRow => {
            let (found, expected) = record.ragged?;
            let cells = if found == 1 { "cell" } else { "cells" };
            alone(format!(
                "The row has {found} {cells} where there are {expected} columns, so values may stand under the wrong names. \
                 Look for a delimiter that is not quoted, or one that is missing."
            ))
        }
        RuleId::FileStrayQuote => alone(
            "A quoted value goes on behind its closing quote, so values or rows may have run into one. Look for a quote that is not closed."
                .to_owned(),
        ),
        RuleId::FileBlankRow => alone("The row has empty cells only and is passed over.".to_owned()),
        RuleId::FileForeignRecord => alone("The entry is no person (a device, a service principal or the like) and is passed over.".to_owned()),
        RuleId::GroupNested => alone(
            "A group stands among the members; its people are not provisioned through this one. Assign the inner group as well.".to_owned(),
        ),
        RuleId::FileDuplicateRecord => {
            let first = other?;
            let line = store.stands.line(first);
            let detail = Detail::new(format!("This account has stood before, on line {line}; that record counts and this one does not."));
            Some((detail, vec![first]))
        }
        RuleId::FileConflict => {
            let first = other?;
            let attribute = finding.attribute()?;
            let own = if attribute.is_list() { "the list".to_owned() } else { format!("\"{text}\"") };
            let detail = Detail::new(format!(
                "The {} of {who} differs between two files: what {} says counts, and {own} here does not.",
                attribute.label(),
                place(first)
            ));
            Some((detail, vec![first]))
        }
        RuleId::PhoneExtension => {
            let number = other?;
            let detail = Detail::new(format!(
                "The extension of {who} is \"{text}\" here and another one in the phone number of {}; only one can be right.",
                place(number)
            ));
            Some((detail, vec![number]))
        }
        RuleId::GroupUnmatched => alone(format!(
            "No assignment names a group of {who} ({}), so {who} gets the default assignment.",
            quoted(check.base.groups.of(store.rows[row as usize].groups))
        )),
        RuleId::EmailDuplicate => {
            let all = list(finding.about)?;
            let count = all.len() - 1;
            let others: Vec<u32> = all.iter().copied().filter(|&other| other != row).take(MAX_RELATED).collect();
            let people = match count {
                1 => "someone else has".to_owned(),
                _ if count > MAX_RELATED => format!("{count} others have (the first {MAX_RELATED} are listed)"),
                _ => format!("{count} others have"),
            };
            let detail = Detail::new(format!(
                "{who} will not be imported: {people} the email \"{text}\" too. Give each person an address of their own."
            ))
            .assume("duplicate-email");
            Some((detail, others))
        }
        RuleId::EmailAliasTaken => {
            let owner = other?;
            let detail = Detail::new(format!(
                "The secondary email \"{text}\" of {who} belongs to {} as well, so one of them may lose it.",
                store.who(owner)
            ));
            Some((detail, vec![owner]))
        }
        RuleId::ManagerMissing => alone(format!(
            "{who} stands outside the hierarchy: there is neither manager email nor name nor id. Fill in the manager's email."
        )),
        RuleId::ManagerRoot => alone(format!("{who} has no manager and heads the largest tree; nothing to do for the head of the company.")),
        RuleId::ManagerSelf => alone(format!("{who} is named as their own manager (\"{text}\") and stands outside the hierarchy.")),
        RuleId::ManagerNotFound => {
            let offered = other.filter(|&other| !address(other).is_empty());
            let detail = Detail::new(match offered {
                Some(other) => format!("The manager \"{text}\" of {who} is nobody here; {} would be, by name.", key(other)),
                None => format!("The manager \"{text}\" of {who} is nobody here, so {who} stands outside the hierarchy unless the manager is in Gong already."),
            })
            .maybe(offered.map(address));
            Some((detail, offered.into_iter().collect()))
        }
        RuleId::ManagerAmbiguous => {
            let all = list(finding.about)?;
            let people: Vec<u32> = all.iter().copied().take(MAX_RELATED).collect();
            let choices = people.iter().map(|&row| address(row)).filter(|address| !address.is_empty()).collect();
            let listed = if all.len() > MAX_RELATED { format!(" (the first {MAX_RELATED} are listed)") } else { String::new() };
            let detail = Detail::new(format!(
                "{} people are called \"{text}\"{listed}, so Gong sets no manager for {who}. Fill in the manager's email.",
                all.len()
            ))
            .choose(choices);
            Some((detail, people))
        }
        RuleId::ManagerNameOnly => {
            let manager = other?;
            Some((
                Detail::new(format!("The manager of {who} is found by the name \"{text}\" only. The email would be safer.")),
                vec![manager],
            ))
        }
        RuleId::ManagerReference => {
            let meant = other.filter(|&other| !address(other).is_empty());
            let detail = Detail::new(match meant {
                Some(meant) => format!("The manager \"{text}\" of {who} is a reference of the directory; it means {}. Map the manager's email.", key(meant)),
                None => format!("The manager \"{text}\" of {who} is a reference of the directory that leads to nobody here. Map the manager's email."),
            })
            .maybe(meant.map(address));
            Some((detail, meant.into_iter().collect()))
        }
        RuleId::ManagerCycle => {
            let others = list(finding.about)?.clone();
            let names: Vec<String> = others.iter().take(3).map(|&other| store.who(other)).collect();
            let more = if others.len() > 3 { format!(" and {} more", others.len() - 3) } else { String::new() };
            let detail = Detail::new(format!(
                "{who} is in a circle of managers with {}{more}; none of them has a place in the hierarchy.",
                names.join(", ")
            ));
            Some((detail, others))
        }
        RuleId::ManagerNotImported => {
            let manager = other?;
            let detail = Detail::new(format!(
                "The manager of {who}, {}, will not be in Gong ({}), so {who} stands outside the hierarchy there.",
                store.who(manager),
                store.rows[manager as usize].outcome.name()
            ));
            Some((detail, vec![manager]))
        }
        RuleId::ManagerConflict => {
            let named = other?;
            let detail = Detail::new(format!(
                "The manager email \"{text}\" of {who} and the manager's name lead to two people; by name it is {}.",
                key(named)
            ));
            Some((detail, vec![named]))
        }
        _ => None,
    }
}
