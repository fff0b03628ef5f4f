//! Words and numbers as the screen shows them.
use std::borrow::Cow;
use std::fmt::Write as _;

use rollcall::check::WhatIf;

/// `7,412`.
pub(crate) fn count(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 file`, `7,412 files`.
pub(crate) fn counted(number: impl Into<u64>, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// `1 person`, `7,412 people`.
pub(crate) fn people(number: impl Into<u64>) -> String {
    counted(number, "person", "people")
}

/// `31 MB`.
pub(crate) fn bytes(number: f64) -> String {
    match number {
        n if n < 1e3 => format!("{n:.0} B"),
        n if n < 1e6 => format!("{:.0} kB", n / 1e3),
        n if n < 1e8 => format!("{:.1} MB", n / 1e6),
        n if n < 1e9 => format!("{:.0} MB", n / 1e6),
        n => format!("{:.1} GB", n / 1e9),
    }
}

/// The shapes of exports: their names, and what the admin calls them.
pub(crate) const SHAPES: &[(&str, &str)] = &[
    ("okta-csv", "Okta CSV"),
    ("okta-users-json", "Okta users, JSON"),
    ("okta-app-users-json", "Okta app users, JSON"),
    ("okta-groups-json", "Okta groups, JSON"),
    ("okta-group-members-json", "Okta group members, JSON"),
    ("okta-group-members-csv", "Okta group members, CSV"),
    ("entra-users-csv", "Azure AD users, CSV"),
    ("entra-bulk-csv", "Azure AD bulk create, CSV"),
    ("entra-members-csv", "Azure AD group members, CSV"),
    ("graph-users-json", "Microsoft Graph users, JSON"),
    ("powershell-csv", "PowerShell CSV"),
    ("m365-csv", "Microsoft 365 CSV"),
    ("scim-json", "SCIM JSON"),
    ("table", "Any table"),
];

pub(crate) fn shape(name: &str) -> String {
    SHAPES.iter().find(|shape| shape.0 == name).map_or_else(|| name.to_owned(), |shape| shape.1.to_owned())
}

/// Encodings a file can have.
pub(crate) const ENCODINGS: &[(&str, &str)] = &[
    ("utf-8", "UTF-8"),
    ("utf-16le", "UTF-16 LE"),
    ("utf-16be", "UTF-16 BE"),
    ("windows-1252", "Windows-1252"),
];

pub(crate) fn encoding(name: &str) -> String {
    ENCODINGS.iter().find(|known| known.0 == name).map_or_else(|| name.to_owned(), |known| known.1.to_owned())
}

/// What can stand between the cells of a table.
pub(crate) const DELIMITERS: &[(&str, &str)] =
    &[(",", "Comma"), (";", "Semicolon"), ("\t", "Tab"), ("|", "Pipe")];

pub(crate) fn delimiter(mark: &str) -> String {
    DELIMITERS
        .iter()
        .find(|known| known.0 == mark)
        .map_or_else(|| mark.to_owned(), |known| known.1.to_owned())
}

/// How a column came to its attribute.
pub(crate) fn mapped_by(by: &str) -> &'static str {
    match by {
        "shape" => "known column of this export",
        "alias" => "recognised by its name",
        "settings" => "chosen by you",
        _ => "",
    }
}

/// An assignment, as it stands on screen.
pub(crate) fn assignment(name: &str) -> String {
    if name == rollcall::assignment::DEFAULT { "Default assignment".to_owned() } else { name.to_owned() }
}

/// What becomes of a person, in a word.
pub(crate) fn outcome(name: Option<&str>) -> &'static str {
    match name {
        Some("imported") => "Arrives",
        Some("blocked") => "Blocked",
        Some("inactive") => "Inactive",
        Some("outOfScope") => "Out of scope",
        _ => "No profile",
    }
}

/// The icon's name for an outcome.
pub(crate) fn outcome_icon(name: Option<&str>) -> &'static str {
    match name {
        Some("imported") => "ok",
        Some("blocked") => "error",
        _ => "off",
    }
}

/// What a manager was found by.
pub(crate) fn found_by(by: &str) -> &'static str {
    match by {
        "email" => "Email",
        "name" => "Name",
        "id" => "Id",
        _ => "",
    }
}

/// What is wrong with someone's manager, in few words.
pub(crate) fn trouble(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "manager/missing" => "No manager",
        "manager/email-invalid" => "No email address",
        "manager/not-found" => "Manager not found",
        "manager/ambiguous" => "Several have the name",
        "manager/name-order" => "Last name first",
        "manager/reference" => "Only a reference",
        "manager/self" => "Own manager",
        "manager/cycle" => "In a circle",
        "manager/not-imported" => "Manager not imported",
        "manager/conflict" => "Email and name differ",
        _ => return None,
    })
}

/// A severity, as it stands beside its icon.
pub(crate) fn severity(name: &str) -> &'static str {
    match name {
        "error" => "Error",
        "warning" => "Warning",
        _ => "Notice",
    }
}

/// What a time zone comes from, in a filter's words.
pub(crate) fn zone_source(name: &str) -> &'static str {
    match name {
        "timeZone" => "time zone attribute",
        "country" => "country",
        "state" => "state or province",
        "default" => "company default",
        "own" => "their own values",
        _ => "nothing",
    }
}

/// `default Europe/Madrid and all suggestions`.
pub(crate) fn what_if(what: &WhatIf) -> String {
    let default = what.default.as_ref().map(|zone| format!("default {zone}"));
    let suggestions = what.suggestions.then(|| "all suggestions".to_owned());
    default.into_iter().chain(suggestions).collect::<Vec<_>>().join(" and ")
}

/// A step on the way to the time zone, and the results it can have.
pub(crate) fn trail_step(name: &str) -> &'static str {
    match name {
        "timeZone" => "Time zone",
        "country" => "Country",
        "state" => "State or province",
        "default" => "Company default",
        _ => "Nothing else",
    }
}

pub(crate) fn trail_result(name: &str) -> &'static str {
    match name {
        "empty" => "empty",
        "unknown" => "not in this export",
        "rejected" => "does not count",
        "ambiguous" => "several time zones",
        "decided" => "decides",
        _ => "",
    }
}

/// `Saturday and Sunday`.
pub(crate) fn days(names: &[String]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| {
            let mut letters = name.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// Characters that show nothing, or turn the direction of what follows.
fn is_hidden(char: char) -> bool {
    (char.is_control() && !matches!(char, '\n' | '\t')) || rollcall::report::is_hidden(char)
}

/// Text of a file as a person can see it: what hides is named.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if is_hidden(char) {
            // Writing to a text does not fail.
            let _ = write!(out, "[U+{:04X}]", u32::from(char));
        } else {
            out.push(char);
        }
    }
    out
}

/// The same for any text of the page, ours or a file's, and no longer than a browser can lay out at once. What is made
/// readable stays as it is.
pub(crate) fn readable(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 20_000; // bytes
    if text.len() <= LONGEST && !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    shortened(text, LONGEST).into()
}

/// What has one line of a list, and more than fits there.
pub(crate) fn on_line(text: &str) -> String {
    const LONGEST: usize = 300; // bytes
    if text.len() <= LONGEST { shown(text) } else { shortened(text, LONGEST) }
}

fn shortened(text: &str, longest: usize) -> String {
    let end = text.floor_char_boundary(longest);
    let rest = if end < text.len() { "…" } else { "" };
    shown(&text[..end]) + rest
}

/// `1st`, `22nd`, `13th`.
pub(crate) fn nth(number: usize) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `Title, locale.`
pub(crate) fn sentence<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let text = names.collect::<Vec<_>>().join(", ");
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).chain(['.']).collect())
}

/// An attribute in words.
pub(crate) fn attribute(name: &str) -> String {
    rollcall::profile::Attribute::from_name(name)
        .map_or_else(|| name.to_owned(), |found| found.label().to_owned())
}
