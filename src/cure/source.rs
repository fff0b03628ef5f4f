//! Cures at the source: only what changes, as an import table for Okta or as lines of Graph PowerShell.
//!
//! What changes is the difference between the files as they stand and as they are cured.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::expression::name_of;
use crate::check::Role;
use crate::export::{Shape, Source};
use crate::plan::{Plan, Side};
use crate::profile::Attribute;
use crate::reference::{self, CountryMatch};

/// What Okta's import asks for of everyone.
const ASKED: [Attribute; 4] =
    [Attribute::UserName, Attribute::GivenName, Attribute::FamilyName, Attribute::PrimaryEmail];

/// Why someone is not in a table.
const UNKNOWN: &str = "the table has columns that the person's files do not have, and an empty cell would clear the value in Okta";

/// What was written, and what could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtSource {
    /// The table or the lines.
    pub text: String,
    /// Number of people in it.
    pub people: u64,
    /// Number of values that change.
    pub values: u64,
    /// Why values are not in it, with the number of them.
    pub left_out: BTreeMap<String, u64>,
}

/// A value that changes for a person.
struct Changed<'p> {
    row: u32,
    values: Vec<(Attribute, &'p str)>,
}

/// What differs, person by person. Both sides of the plan are the same files.
fn changes(plan: &Plan) -> impl Iterator<Item = Changed<'_>> {
    let rows = plan.after.base.store.rows.iter().zip(0u32..);
    let people = rows.filter(|(row, _)| row.role == Role::Person).map(|(_, number)| number);
    people.filter_map(|row| {
        let bits = plan.values.differ((Side::Before, row), (Side::After, row));
        let changed = Attribute::ALL.into_iter().filter(|attribute| bits & attribute.bit() != 0);
        let values: Vec<(Attribute, &str)> =
            changed.map(|attribute| (attribute, plan.values.text(Side::After, row, attribute))).collect();
        (!values.is_empty()).then_some(Changed { row, values })
    })
}

impl AtSource {
    fn leave(&mut self, why: &str, values: usize) {
        *self.left_out.entry(why.to_owned()).or_default() += values as u64;
    }
}

/// A table for Okta's import: the four columns that it asks for, and a column for each attribute that changes for
/// somebody. A cell of somebody for whom it does not change holds what stands there, because an empty one would
/// clear it.
pub fn okta_csv(plan: &Plan) -> AtSource {
    let mut out = AtSource::default();
    let mut lines: Vec<(u32, BTreeMap<Attribute, String>)> = Vec::new();
    let mut columns: BTreeMap<Attribute, &'static str> = BTreeMap::new();
    for Changed { row, values } in changes(plan) {
        if plan.values.text(Side::Before, row, Attribute::UserName).is_empty() {
            out.leave("the person has no user name in the files", values.len());
            continue;
        }
        let mut line = BTreeMap::new();
        for (attribute, value) in values {
            match okta_value(attribute, value) {
                Ok((column, value)) => {
                    columns.insert(attribute, column);
                    line.insert(attribute, value);
                }
                Err(why) => out.leave(&why, 1),
            }
        }
        if !line.is_empty() {
            lines.push((row, line));
        }
    }
    let rest: Vec<(Attribute, &str)> =
        columns.into_iter().filter(|(attribute, _)| !ASKED.contains(attribute)).collect();
    // What a person's files do not know would be an empty cell.
    let table = ASKED.iter().chain(rest.iter().map(|(attribute, _)| attribute));
    let table = table.fold(0, |bits, attribute| bits | attribute.bit());
    lines.retain(|(row, line)| {
        let known = line.keys().fold(plan.after.known_of(*row), |bits, attribute| bits | attribute.bit());
        let full = known & table == table;
        if !full {
            out.leave(UNKNOWN, line.len());
        }
        full
    });
    out.people = lines.len() as u64;
    out.values = lines.iter().map(|(_, line)| line.len() as u64).sum();
    out.text.push_str("login,firstName,lastName,email");
    for (_, column) in &rest {
        let _ = write!(out.text, ",{column}");
    }
    out.text.push_str("\r\n");
    for (row, line) in lines {
        let cell = |attribute: Attribute| {
            line.get(&attribute).map_or_else(
                || {
                    let held = plan.values.text(Side::Before, row, attribute);
                    okta_value(attribute, held).map_or_else(|_| held.to_owned(), |(_, value)| value)
                },
                Clone::clone,
            )
        };
        // Whose record it is, the user name says that stands in Okta now.
        let mut cells = vec![plan.values.text(Side::Before, row, Attribute::UserName).to_owned()];
        cells.extend(ASKED[1..].iter().map(|attribute| cell(*attribute)));
        cells.extend(rest.iter().map(|(attribute, _)| cell(*attribute)));
        let cells: Vec<String> = cells.iter().map(|text| quoted_cell(text)).collect();
        let _ = write!(out.text, "{}\r\n", cells.join(","));
    }
    out
}

/// Column and value of an attribute in Okta's own profile.
fn okta_value(attribute: Attribute, value: &str) -> Result<(&'static str, String), String> {
    let label = attribute.label();
    match attribute {
        Attribute::UserName => Err("a user name cannot be changed by an import".to_owned()),
        // Okta refuses anything but ll_CC.
        Attribute::Locale => {
            Err("Okta keeps locales as en_US: cure the locale in the app's mapping".to_owned())
        }
        // Two letters are all that fits.
        Attribute::Country if !value.is_empty() => match reference::country(value) {
            CountryMatch::Documented(country) | CountryMatch::Alias(country) => {
                Ok(("countryCode", country.alpha2().to_owned()))
            }
            _ => Err("Okta's country code holds two letters, and the country has none".to_owned()),
        },
        _ => match name_of(Source::Okta, attribute) {
            Some(column) => Ok((column, value.to_owned())),
            None => Err(format!("Okta's own profile has no {label}")),
        },
    }
}

/// A cell of a table, in quotes where it needs them.
fn quoted_cell(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// Lines of Graph PowerShell, one a person, each with only what changes.
pub fn powershell(plan: &Plan) -> AtSource {
    let mut out = AtSource::default();
    // Without a mark at its start Windows PowerShell reads a script in the code page of the machine, in which bytes of
    // harmless letters are quotes: those of Ē are, in Windows-1252, Ä and the quote that ends a text.
    out.text.push_str("\u{FEFF}# Needs the module Microsoft.Graph.Users. Sign in first: Connect-MgGraph -Scopes User.ReadWrite.All\r\n");
    for Changed { row, values } in changes(plan) {
        let check = &plan.after;
        let held = &check.base.store.rows[row as usize];
        // Only Entra's own id is one there.
        let shape = check.base.inputs[usize::from(held.input)].shape();
        let own = shape.and_then(Shape::source) == Some(Source::Entra);
        let id = if own { check.base.store.arena.key(held.id()) } else { "" };
        let name = plan.values.text(Side::Before, row, Attribute::UserName);
        let who = if id.is_empty() { name } else { id };
        if who.is_empty() {
            out.leave("the person has neither id nor user name in the files", values.len());
            continue;
        }
        let Some(user) = quoted_power(who) else {
            out.leave("a line break cannot be written into a command", values.len());
            continue;
        };
        let mut line = format!("Update-MgUser -UserId {user}");
        let mut count = 0;
        for (attribute, value) in values {
            match parameter(attribute, value) {
                Ok(text) => {
                    let _ = write!(line, " {text}");
                    count += 1;
                }
                Err(why) => out.leave(&why, 1),
            }
        }
        if count > 0 {
            out.people += 1;
            out.values += count;
            let _ = write!(out.text, "{line}\r\n");
        }
    }
    out
}

/// Parameter and value of `Update-MgUser`.
fn parameter(attribute: Attribute, value: &str) -> Result<String, String> {
    let name = match attribute {
        Attribute::UserName => "UserPrincipalName",
        Attribute::GivenName => "GivenName",
        Attribute::FamilyName => "Surname",
        Attribute::PrimaryEmail => "Mail",
        Attribute::SecondaryEmails => "OtherMails",
        Attribute::PhoneNumber => "BusinessPhones",
        Attribute::Title => "JobTitle",
        Attribute::Country => "Country",
        Attribute::State => "State",
        Attribute::Locale => "PreferredLanguage",
        _ => return Err(format!("a user of Microsoft Entra ID has no {} of its own", attribute.label())),
    };
    let refused = || "a line break cannot be written into a command".to_owned();
    let list = matches!(attribute, Attribute::SecondaryEmails | Attribute::PhoneNumber);
    if list {
        let values = value.split(crate::plan::BETWEEN).filter(|value| !value.is_empty());
        let quoted: Option<Vec<String>> = values.map(quoted_power).collect();
        return Ok(format!("-{name} @({})", quoted.ok_or_else(refused)?.join(", ")));
    }
    if value.is_empty() {
        return Ok(format!("-{name} $null"));
    }
    Ok(format!("-{name} {}", quoted_power(value).ok_or_else(refused)?))
}

/// A text of PowerShell in single quotes. Five characters end such a text, so each is doubled; a line break or
/// another control character has no place in a line.
fn quoted_power(text: &str) -> Option<String> {
    if text.chars().any(|char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}' | '\u{85}')) {
        return None;
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for char in text.chars() {
        if matches!(char, '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}') {
            quoted.push(char);
        }
        quoted.push(char);
    }
    quoted.push('\'');
    Some(quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_single_quotes_are_doubled_and_line_breaks_refused() {
        assert_eq!(quoted_power("O'Hara").as_deref(), Some("'O''Hara'"));
        assert_eq!(
            quoted_power("a\u{2018}b\u{2019}c\u{201A}d\u{201B}").as_deref(),
            Some("'a\u{2018}\u{2018}b\u{2019}\u{2019}c\u{201A}\u{201A}d\u{201B}\u{201B}'")
        );
        // Nothing else is special inside single quotes.
        assert_eq!(quoted_power("$(rm) `n \"x\" ; | &").as_deref(), Some("'$(rm) `n \"x\" ; | &'"));
        for text in ["a\nb", "a\rb", "a\u{85}b", "a\u{2028}b", "a\0b"] {
            assert_eq!(quoted_power(text), None, "{text:?}");
        }
    }

    #[test]
    fn cells_are_quoted_where_they_need_it() {
        assert_eq!(quoted_cell("Rep"), "Rep");
        assert_eq!(quoted_cell("Quill, \"Jr\""), "\"Quill, \"\"Jr\"\"\"");
        assert_eq!(quoted_cell("a\nb"), "\"a\nb\"");
        // An import takes values as they are: nothing is put before what looks like a formula.
        assert_eq!(quoted_cell("=1+1"), "=1+1");
    }

    #[test]
    fn okta_takes_two_letters_for_a_country_and_no_other_locale() {
        assert_eq!(okta_value(Attribute::Country, "United Kingdom"), Ok(("countryCode", "GB".to_owned())));
        assert!(okta_value(Attribute::Locale, "en-US").is_err());
        assert!(okta_value(Attribute::ManagerEmail, "ana@acme.com").is_err());
    }
}
