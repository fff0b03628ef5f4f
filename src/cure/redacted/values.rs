//! What becomes of a value, by what its column holds.

use super::text::{Fakes, is_personal, words_of};
use super::{mask, phone};
use crate::assignment::group_key;
use crate::export::{Column, SCIM_GROUP, Shape, Slot, SlotPlace};
use crate::maps::HashSet;
use crate::profile::{Attribute, email::domain_key};
use crate::rules::value::{is_placeholder, trim};
use crate::settings::Settings;

/// What becomes of each value.
#[derive(Debug)]
pub(super) struct Values {
    fakes: Fakes,
    numbers: phone::Numbers,
    /// Groups that settings or files name, as they are compared.
    groups: HashSet<String>,
    /// Columns that the settings name.
    mapped: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// What support needs as it is: status, place and language.
    Kept,
    Text {
        /// People have names such as NaN.
        name: bool,
    },
    List,
    Groups,
    Phone,
    Extension,
    /// What the record is.
    Kind,
    /// Nothing that is read.
    Nothing,
}

impl Values {
    pub(super) fn new<'g>(settings: &'g Settings, files: impl Iterator<Item = &'g str>) -> Values {
        let company = &settings.company;
        let domains = company.primary_domain.iter().chain(&company.other_domains);
        let domains: Vec<String> =
            domains.map(|domain| domain_key(domain)).filter(|domain| !domain.is_empty()).collect();
        let assigned = settings.assignments.iter().flat_map(|assignment| &assignment.groups);
        let scope = settings.scope.iter().flat_map(|scope| &scope.groups);
        let groups: HashSet<String> =
            assigned.chain(scope).map(String::as_str).chain(files).map(group_key).collect();
        let reserved: Vec<String> = groups.iter().flat_map(|group| words_of(group)).collect();
        Values {
            fakes: Fakes::new(domains, reserved.into_iter()),
            numbers: phone::Numbers::default(),
            groups,
            mapped: settings.mapping.keys().cloned().collect(),
        }
    }

    /// All words are known; from now on they become others.
    pub(super) fn begin_to_write(&mut self) {
        self.fakes.words.learning = false;
    }

    /// The new text of a value; nothing where it stays.
    pub(super) fn new_text(
        &mut self,
        shape: Shape,
        full_names: bool,
        slot: Slot<'_>,
        text: &str,
    ) -> Option<String> {
        let column = match slot.place {
            SlotPlace::Name => return self.name(text),
            SlotPlace::Secret if slot.bare => return mask::masked_number(text),
            SlotPlace::Secret => return Some(mask::hidden(text)),
            SlotPlace::Example => return Some(example(text)),
            SlotPlace::Outside => None,
            SlotPlace::Column(column) => Some(column),
        };
        let holds = column.map_or(Holds::Nothing, |column| holds(column, full_names));
        if slot.bare {
            return self.bare(holds, slot.path, text);
        }
        let holds = match (shape, slot.path) {
            (Shape::OktaGroupsJson, "profile.name") => return Some(self.group(text)),
            (Shape::ScimJson, "displayName") if slot.group => return Some(self.group(text)),
            (Shape::ScimJson, "members[].value") if slot.group => Holds::Text { name: false },
            (_, path) if holds == Holds::Nothing && is_structure(path, text) => return None,
            _ => holds,
        };
        match holds {
            Holds::Kept if !holds_address(text) => None,
            Holds::Kind if is_kind(text) => None,
            Holds::Nothing | Holds::Kind => Some(link(slot.path, text)),
            Holds::Kept | Holds::Text { name: false } => Some(self.text(text, false)),
            Holds::Text { name: true } => Some(self.text(text, true)),
            Holds::List => Some(self.list(text, Values::plain)),
            Holds::Groups if self.groups.contains(&group_key(text)) => None,
            Holds::Groups => Some(self.list(text, Values::group)),
            _ if is_placeholder(trim(text).as_bytes(), false) => None,
            Holds::Phone => Some(phone::number(&mut self.numbers, &mut self.fakes, text)),
            Holds::Extension => Some(phone::extension(&mut self.fakes, text)),
        }
    }

    /// The name of a column stays, unless it is itself a person's.
    fn name(&mut self, name: &str) -> Option<String> {
        let said = || self.mapped.iter().any(|mapped| mapped.contains(name.trim()));
        (is_personal(name) && !said()).then(|| self.fakes.text(name))
    }

    /// A number of JSON stays one; true and false stay.
    fn bare(&mut self, holds: Holds, path: &str, text: &str) -> Option<String> {
        if holds == Holds::Kept
            || matches!(path, "totalResults" | "startIndex" | "itemsPerPage" | "@odata.count")
        {
            return None;
        }
        let masked = mask::masked_number(text)?;
        if matches!(holds, Holds::Nothing | Holds::Kind) {
            return Some(masked);
        }
        if holds == Holds::Phone {
            // Another file may hold the same number as a text. Nulls in front would be no number of JSON.
            let fake = phone::number(&mut self.numbers, &mut self.fakes, text);
            if !fake.starts_with('0') {
                return Some(fake);
            }
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(|char: char| char.is_ascii_digit()) {
            out.push_str(&rest[..at]);
            let run = &rest[at..];
            let end = run.find(|char: char| !char.is_ascii_digit()).unwrap_or(run.len());
            self.fakes.words.put(&run[..end], &mut out);
            rest = &run[end..];
        }
        out.push_str(rest);
        Some(out)
    }

    fn text(&mut self, text: &str, name: bool) -> String {
        if is_placeholder(trim(text).as_bytes(), name) { text.to_owned() } else { self.fakes.text(text) }
    }

    fn plain(&mut self, text: &str) -> String {
        self.text(text, false)
    }

    /// A group's name: those that settings or files name stay.
    fn group(&mut self, name: &str) -> String {
        let known = self.groups.contains(&group_key(&trim(name).replace('\n', " ")));
        if known { name.to_owned() } else { self.text(name, false) }
    }

    /// The values of a list, each by itself.
    fn list(&mut self, text: &str, one: fn(&mut Values, &str) -> String) -> String {
        let mut out = String::with_capacity(text.len());
        for part in text.split_inclusive([';', '|', '\n', '\r']) {
            let value = part.trim_end_matches([';', '|', '\n', '\r']);
            out.push_str(&one(self, value));
            out.push_str(&part[value.len()..]);
        }
        out
    }
}

fn holds(column: &Column, full_names: bool) -> Holds {
    use Attribute as A;
    let of = |attribute| match attribute {
        A::Status | A::TimeZone | A::Country | A::State | A::Locale => Holds::Kept,
        A::GivenName | A::FamilyName | A::ManagerName => Holds::Text { name: true },
        A::SecondaryEmails => Holds::List,
        A::Groups => Holds::Groups,
        A::PhoneNumber => Holds::Phone,
        A::PhoneExtension => Holds::Extension,
        A::Id
        | A::UserName
        | A::PrimaryEmail
        | A::PrivateEmail
        | A::Title
        | A::ManagerEmail
        | A::ManagerId => Holds::Text { name: false },
    };
    match column.uses.first() {
        Some(used) => of(used.attribute),
        None if column.kind => Holds::Kind,
        None if column.full_name && full_names => Holds::Text { name: false },
        None => Holds::Nothing,
    }
}

/// What tells the kind of a member.
fn is_kind(text: &str) -> bool {
    let known =
        ["user", "member", "guest", "group", "device", "contact", "serviceprincipal", "service principal"];
    known.iter().any(|kind| text.trim().eq_ignore_ascii_case(kind))
}

/// A value by which a file or a record is recognised.
fn is_structure(path: &str, text: &str) -> bool {
    let of = |more: &[u8]| text.bytes().all(|byte| byte.is_ascii_alphabetic() || more.contains(&byte));
    match path.rsplit('.').next().unwrap_or_default() {
        _ if path.ends_with("@odata.type") => text.starts_with("#microsoft.graph.") && of(b"#."),
        "schemas" => text.starts_with("urn:") && !text.contains('@'),
        "type"
            if path.starts_with("emails[]")
                || path.starts_with("phoneNumbers[]")
                || path.starts_with("addresses[]") =>
        {
            of(b"_- ")
        }
        "type" if path == "members[].type" || path == "groups[].type" => of(b""),
        "type" | "scope" | "syncState" if matches!(path, "type" | "scope" | "syncState") => {
            text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        }
        "objectClass" => text.starts_with("okta:") && of(b":_"),
        _ => false,
    }
}

/// A value that nobody reads. A reference of SCIM says whether it is one to a group, and the end of a schema what the record is.
fn link(path: &str, text: &str) -> String {
    if path == "schemas"
        && let Some(head) = text.strip_suffix(SCIM_GROUP)
    {
        return mask::masked(head) + SCIM_GROUP;
    }
    let masked = mask::masked(text);
    if path == "members[].$ref" {
        masked.replace("/Xxxxxx/", if text.contains("/Groups/") { "/Groups/" } else { "/Xxxxxx/" })
    } else {
        masked
    }
}

/// A row of a template stays an example.
fn example(text: &str) -> String {
    match text.find("Example:") {
        Some(at) if text[..at].trim().is_empty() => {
            let (mark, rest) = text.split_at(at + "Example:".len());
            format!("{mark}{}", mask::masked(rest))
        }
        _ => mask::masked(text),
    }
}

/// An address where a place or a language belongs.
fn holds_address(text: &str) -> bool {
    text.split('@').skip(1).any(|behind| {
        let end = behind.find(|char: char| !char.is_alphanumeric() && char != '.' && char != '-');
        behind[..end.unwrap_or(behind.len())].contains('.')
    })
}
