//! Findings about whole files, and about what the settings leave open.

use super::Input;
use super::columns::Role;
use super::store::{Note, Store};
use crate::assignment::Remark;
use crate::export::{Holds, InputRole, Source};
use crate::profile::Attribute;
use crate::rules::RuleId;

/// All of them, in the order of reports. `notes` are those that the scope gave.
#[inline(never)]
pub(super) fn notes(
    store: &Store,
    inputs: &[Input],
    said: Option<Source>,
    source: Option<Source>,
    mut notes: Vec<Note>,
) -> Vec<Note> {
    for (number, input) in inputs.iter().enumerate() {
        of_input(input, number as u16, said, source, &mut notes);
    }
    let people = store.rows.iter().any(|row| row.role == Role::Person);
    if store.context.primary_domain().is_none() && people {
        let frequent = store.frequent_domain();
        let most = frequent
            .as_ref()
            .map_or_else(String::new, |domain| format!(" Most people here are on {domain}."));
        notes.push(Note {
            input: None,
            rule: RuleId::SettingsDomainUnset,
            attribute: None,
            column: None,
            message: format!("The primary domain is not set, so nobody's email domain was judged.{most}"),
            suggestion: frequent,
            choices: Vec::new(),
            path: Some("/company/primaryDomain".to_owned()),
            value: None,
            assumption: None,
        });
    }
    order(store, &mut notes);
    notes
}

/// What the assignments say of themselves and of the people they are for.
#[inline(never)]
pub(super) fn of_settings(store: &Store, remarks: Vec<Remark>) -> Vec<Note> {
    let notes = remarks.into_iter().map(|remark| Note {
        input: None,
        rule: remark.id,
        attribute: None,
        column: None,
        message: remark.message,
        suggestion: None,
        choices: Vec::new(),
        path: Some(remark.path),
        value: remark.value,
        assumption: remark.assumption,
    });
    notes.filter(|note| store.findings.severity(note.rule).is_some()).collect()
}

#[inline(never)]
fn order(store: &Store, notes: &mut Vec<Note>) {
    notes.retain(|note| store.findings.severity(note.rule).is_some());
    let key = |note: &Note| (note.input.unwrap_or(u16::MAX), note.rule, note.attribute, note.value.clone());
    notes.sort_by_cached_key(key);
}

#[inline(never)]
fn of_input(input: &Input, number: u16, said: Option<Source>, source: Option<Source>, notes: &mut Vec<Note>) {
    let Some(export) = input.export() else { return };
    let layout = export.layout();
    let name = &input.name;
    let mut add = |rule, attribute: Option<Attribute>, column: Option<String>, message: String| {
        notes.push(Note {
            input: Some(number),
            rule,
            attribute,
            column,
            message,
            suggestion: None,
            choices: Vec::new(),
            path: None,
            value: None,
            assumption: None,
        });
    };
    for header in &layout.duplicate_headers {
        add(
            RuleId::FileDuplicateHeader,
            None,
            Some(header.clone()),
            format!("{name} has more than one column \"{header}\"; the first that holds a value is used."),
        );
    }
    if let (Some(own), Some(source)) = (layout.shape.source(), source)
        && input.is_of_directory()
        && own != source
    {
        let chosen = if said.is_some() { "the source is set to" } else { "the first file is of" };
        add(
            RuleId::FileSourceMismatch,
            None,
            None,
            format!("{name} comes from {}, but {chosen} {}.", own.label(), source.label()),
        );
    }
    if input.rows.is_empty() {
        add(RuleId::FileEmpty, None, None, format!("{name} holds no records."));
        return;
    }
    if let Some(sign) = layout.partial {
        add(
            RuleId::FilePartialExport,
            None,
            None,
            format!(
                "{name} is one page of several ({sign} says so): the people of the other pages are not in it."
            ),
        );
    }
    let (missed, named) = input.managers_missed;
    if missed * 2 > named {
        add(
            RuleId::FilePartialExport,
            None,
            None,
            format!(
                "{missed} of the {named} managers named in {name} are nobody here: it may be a part of the directory."
            ),
        );
    }
    if layout.holds != Holds::People || !input.has_people || input.given.role == InputRole::Members {
        return;
    }
    for attribute in Attribute::ALL.into_iter().filter(|attribute| input.known & attribute.bit() == 0) {
        let similar: Vec<&str> = layout
            .columns
            .iter()
            .filter(|column| column.similar.contains(&attribute))
            .map(|column| column.name.as_str())
            .collect();
        let offer = if similar.is_empty() {
            String::new()
        } else {
            format!(" \"{}\" looks like it; say so in the mapping if it is.", similar.join("\" or \""))
        };
        if Attribute::MANDATORY.contains(&attribute) {
            add(
                RuleId::FileMandatoryUnmapped,
                Some(attribute),
                None,
                format!(
                    "Whoever is in {name} only cannot be imported: no column of it holds the {}.{offer}",
                    attribute.label()
                ),
            );
        } else {
            add(
                RuleId::FileAttributeUnknown,
                Some(attribute),
                None,
                format!(
                    "{name} does not hold the {}: it is unknown here, not missing.{offer}",
                    attribute.label()
                ),
            );
        }
    }
}
