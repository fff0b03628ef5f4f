//! What a record means: attributes, status, and the company it is judged for.

mod attribute;
pub(crate) mod email;
mod plain;
mod status;

use std::borrow::Cow;

pub use attribute::Attribute;
pub(crate) use plain::PlainProfile;
pub use status::Status;
pub(crate) use status::read as read_status;

use crate::bytes::same;
use crate::export::{Column, Record};
use crate::reference::Zone;
use crate::rules::Severities;
use crate::rules::value::{is_placeholder, trim};
use crate::settings::Settings;

/// What profiles are judged for: the company, and which rules are on.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    primary: Option<(String, String)>,
    /// The primary domain is one.
    primary_is_domain: bool,
    domains: Vec<String>,
    pub(crate) default_zone: Option<Zone>,
    pub(crate) severities: Severities,
}

/// An email address, seen from the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Address<'t> {
    /// It is none.
    Wrong,
    /// On the primary domain, or nobody said which that is.
    OnPrimary,
    /// On this other domain.
    Elsewhere(&'t str),
}

impl Context {
    pub(crate) fn new(settings: &Settings) -> Context {
        let company = &settings.company;
        let primary =
            company.primary_domain.as_ref().map(|domain| (domain.clone(), email::domain_key(domain)));
        let mut domains: Vec<String> =
            company.other_domains.iter().map(|domain| email::domain_key(domain)).collect();
        domains.extend(primary.iter().map(|(_, key)| key.clone()));
        Context {
            primary_is_domain: company.primary_domain.as_deref().is_some_and(email::is_domain),
            primary,
            domains,
            default_zone: company.default_time_zone.as_deref().and_then(Zone::from_name),
            severities: Severities::new(&settings.severities),
        }
    }

    /// The primary domain, as the admin wrote it.
    pub(crate) fn primary_domain(&self) -> Option<&str> {
        self.primary.as_ref().map(|(domain, _)| domain.as_str())
    }

    pub(crate) fn is_primary(&self, domain: &str) -> bool {
        self.primary
            .as_ref()
            .is_some_and(|(_, key)| key.eq_ignore_ascii_case(domain) || *key == email::domain_key(domain))
    }

    /// Whether this is an address on the primary domain as that is written, or, where nobody said which that is, one of small
    /// letters and digits. Most are. Others may be good as well.
    #[inline]
    pub(crate) fn is_plainly_good(&self, text: &[u8]) -> bool {
        let Some((primary, _)) = &self.primary else {
            return email::is_plain(text);
        };
        let Some((head, domain)) = text.split_at_checked(text.len().wrapping_sub(primary.len())) else {
            return false;
        };
        self.primary_is_domain
            && head.split_last().is_some_and(|(&at, local)| {
                at == b'@' && same(domain, primary.as_bytes()) && email::is_local(local, domain.len())
            })
    }

    /// What an email address is for the company.
    pub(crate) fn address<'t>(&self, text: &'t str) -> Address<'t> {
        let Some((local, domain)) = email::parts(text) else {
            return Address::Wrong;
        };
        match &self.primary {
            // It was looked at already.
            Some((primary, _)) if self.primary_is_domain && primary == domain => {
                let good = email::is_local(local.as_bytes(), domain.len());
                if good { Address::OnPrimary } else { Address::Wrong }
            }
            _ if !email::is_local(local.as_bytes(), domain.len()) || !email::is_domain(domain) => {
                Address::Wrong
            }
            Some(_) if !self.is_primary(domain) => Address::Elsewhere(domain),
            _ => Address::OnPrimary,
        }
    }

    /// Is it the primary domain or one of the others?
    pub(crate) fn is_company(&self, domain: &str) -> bool {
        let key = email::domain_key(domain);
        self.domains.contains(&key)
    }
}

/// Most values that the lists of one record are judged for.
pub const MAX_VALUES: usize = 1000;

/// In the place of a column's number: the value stands in none.
pub(crate) const NO_COLUMN: u16 = u16::MAX;

/// One value of a profile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'r> {
    pub(crate) column: u16,
    /// As it stands in the file.
    pub(crate) raw: &'r str,
    /// As it is judged.
    pub(crate) text: &'r str,
    /// A leftover of the export: treated as empty.
    pub(crate) placeholder: bool,
}

/// What rules ask of a record.
pub(crate) trait Says<'r> {
    /// The value of an attribute that is no list, as it is judged: empty if there is none.
    fn text(&self, attribute: Attribute) -> &'r str;

    /// The same as bytes, which is quicker.
    #[inline]
    fn bytes(&self, attribute: Attribute) -> &'r [u8] {
        self.text(attribute).as_bytes()
    }

    /// The secondary emails with their places, leftovers of the export apart.
    fn secondary(&self) -> impl Iterator<Item = (u16, &'r str)>;

    /// Whether there are any.
    #[inline]
    fn has_secondary(&self) -> bool {
        self.secondary().next().is_some()
    }

    /// How messages call the person, where other records know better.
    fn called(&self) -> Option<&str> {
        None
    }

    /// How messages call the person.
    fn who(&self) -> String {
        if let Some(called) = self.called() {
            return called.to_owned();
        }
        let name = display_name(self.text(Attribute::GivenName), self.text(Attribute::FamilyName));
        if !name.is_empty() {
            return short(&name);
        }
        // Primary email, else user name, else id.
        let mut keys = [Attribute::PrimaryEmail, Attribute::UserName, Attribute::Id].into_iter();
        let key = keys.find_map(|attribute| Some(self.text(attribute)).filter(|text| !text.is_empty()));
        key.map_or_else(|| "This person".to_owned(), short)
    }
}

const ATTRIBUTES: usize = Attribute::ALL.len();

/// One record under the names of attributes.
#[derive(Debug)]
pub(crate) struct Profile<'r> {
    /// Values as they are judged, and as they stand in the file.
    texts: [&'r str; ATTRIBUTES],
    raws: [&'r str; ATTRIBUTES],
    columns: [u16; ATTRIBUTES],
    /// Attributes that have a value, however empty; those whose value is a leftover of the export; as bits.
    held: u32,
    placeholders: u32,
    lists: Vec<(Attribute, Value<'r>)>,
    /// Attributes whose column lists several values where one is expected, as bits.
    several: u32,
    pub(crate) inverted_status: bool,
    /// How messages call the person, where other records know better.
    pub(crate) called: Option<String>,
}

impl<'r> Profile<'r> {
    const EMPTY: Profile<'r> = Profile {
        texts: [""; ATTRIBUTES],
        raws: [""; ATTRIBUTES],
        columns: [NO_COLUMN; ATTRIBUTES],
        held: 0,
        placeholders: 0,
        lists: Vec::new(),
        several: 0,
        inverted_status: false,
        called: None,
    };

    pub(crate) fn new(columns: &[Column], record: &'r Record<'_>) -> Profile<'r> {
        let mut profile = Profile::EMPTY;
        let mut ranks = [u8::MAX; ATTRIBUTES];
        // What an amendment adds is meant to count.
        for (attribute, text) in &record.added {
            if attribute.is_list() {
                profile.add_list(*attribute, NO_COLUMN, text);
            } else {
                profile.put(*attribute, Value::new(*attribute, NO_COLUMN, text));
                ranks[*attribute as usize] = 0;
            }
        }
        for cell in &record.cells {
            for used in &columns[usize::from(cell.column)].uses {
                let attribute = used.attribute;
                if attribute.is_list() {
                    profile.add_list(attribute, cell.column, &cell.text);
                    continue;
                }
                let value = Value::new(attribute, cell.column, &cell.text);
                let place = attribute as usize;
                let now = profile.value(attribute);
                // The lowest rank that holds something wins; among empty ones, the lowest rank gives the column.
                let listed = now.is_some_and(|held| held.column == cell.column && !held.text.is_empty());
                if listed && !value.text.is_empty() {
                    profile.several |= attribute.bit();
                }
                let better = match now {
                    None => true,
                    Some(held) if !held.counts() => {
                        value.counts() || (held.text.is_empty() && used.rank < ranks[place])
                    }
                    Some(_) => value.counts() && used.rank < ranks[place],
                };
                if better {
                    profile.put(attribute, value);
                    ranks[place] = used.rank;
                    if attribute == Attribute::Status {
                        profile.inverted_status = used.inverted;
                    }
                }
            }
        }
        profile
    }

    fn put(&mut self, attribute: Attribute, value: Value<'r>) {
        let place = attribute as usize;
        self.texts[place] = value.text;
        self.raws[place] = value.raw;
        self.columns[place] = value.column;
        self.held |= attribute.bit();
        self.placeholders &= !attribute.bit();
        if value.placeholder {
            self.placeholders |= attribute.bit();
        }
    }

    /// Splits a cell of a list at semicolons, bars and line ends, never at commas.
    fn add_list(&mut self, attribute: Attribute, column: u16, cell: &'r str) {
        let several = cell.contains([';', '|', '\n', '\r']);
        for part in cell.split([';', '|', '\n', '\r']) {
            // Spaces beside a separator belong to it.
            let part = if several { part.trim_matches(' ') } else { part };
            let value = Value::new(attribute, column, part);
            if value.text.is_empty() {
                continue;
            }
            if self.lists.len() >= MAX_VALUES {
                self.several |= attribute.bit();
            } else {
                self.lists.push((attribute, value));
            }
        }
    }

    /// The value of an attribute that is no list, however empty.
    pub(crate) fn value(&self, attribute: Attribute) -> Option<Value<'r>> {
        let place = attribute as usize;
        (self.held & attribute.bit() != 0).then(|| Value {
            column: self.columns[place],
            raw: self.raws[place],
            text: self.texts[place],
            placeholder: self.placeholders & attribute.bit() != 0,
        })
    }

    /// The attributes that hold a value, and those that hold a leftover of the export, as bits.
    pub(crate) fn presence(&self) -> (u32, u32) {
        let (mut present, mut placeholders) = (0, self.placeholders);
        for attribute in Attribute::ALL {
            let text = self.text(attribute);
            let counts = if matches!(attribute, Attribute::GivenName | Attribute::FamilyName) {
                crate::rules::name::is_name(text)
            } else {
                !text.is_empty()
            };
            present |= if counts { attribute.bit() } else { 0 };
        }
        for (attribute, value) in &self.lists {
            let bits = if value.placeholder { &mut placeholders } else { &mut present };
            *bits |= attribute.bit();
        }
        (present, placeholders)
    }

    /// The values of a list with their places, leftovers of the export apart.
    pub(crate) fn list(&self, attribute: Attribute) -> impl Iterator<Item = (u16, Value<'r>)> {
        self.places(attribute).filter(|(_, value)| !value.placeholder)
    }

    fn places(&self, attribute: Attribute) -> impl Iterator<Item = (u16, Value<'r>)> {
        let values = self.lists.iter().filter(move |(other, _)| *other == attribute).map(|(_, value)| *value);
        values.enumerate().map(|(place, value)| (place as u16, value))
    }

    /// Every value with its attribute and place.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Attribute, u16, Value<'r>)> {
        let single =
            Attribute::ALL.into_iter().filter_map(|attribute| Some((attribute, 0, self.value(attribute)?)));
        let lists = [Attribute::SecondaryEmails, Attribute::Groups].into_iter().flat_map(|attribute| {
            self.places(attribute).map(move |(place, value)| (attribute, place, value))
        });
        single.chain(lists)
    }

    /// The value at a place of a list, or the single one.
    pub(crate) fn at(&self, attribute: Attribute, place: u16) -> Option<Value<'r>> {
        if attribute.is_list() {
            self.places(attribute).nth(usize::from(place)).map(|(_, value)| value)
        } else {
            self.value(attribute)
        }
    }

    /// Does a column list several values where one is expected?
    pub(crate) fn has_several(&self, attribute: Attribute) -> bool {
        self.several & attribute.bit() != 0
    }
}

impl<'r> Says<'r> for Profile<'r> {
    fn text(&self, attribute: Attribute) -> &'r str {
        if self.placeholders & attribute.bit() == 0 { self.texts[attribute as usize] } else { "" }
    }

    fn secondary(&self) -> impl Iterator<Item = (u16, &'r str)> {
        self.list(Attribute::SecondaryEmails).map(|(place, value)| (place, value.text))
    }

    fn called(&self) -> Option<&str> {
        self.called.as_deref()
    }
}

impl<'r> Value<'r> {
    /// Neither empty nor a leftover of the export.
    fn counts(&self) -> bool {
        !self.text.is_empty() && !self.placeholder
    }

    fn new(attribute: Attribute, column: u16, raw: &'r str) -> Value<'r> {
        let text = trim(raw);
        Value { column, raw, text, placeholder: is_placeholder(text.as_bytes(), is_name(attribute)) }
    }
}

/// The value is a name of a person.
fn is_name(attribute: Attribute) -> bool {
    matches!(attribute, Attribute::GivenName | Attribute::FamilyName | Attribute::ManagerName)
}

/// Given and family name, as far as there.
/// A name as it is told: no longer than a name can be.
pub(crate) fn short(name: &str) -> String {
    const LONGEST: usize = 120;
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

pub(crate) fn display_name(given: &str, family: &str) -> String {
    match (given.is_empty(), family.is_empty()) {
        (false, false) => format!("{given} {family}"),
        (false, true) => given.to_owned(),
        (true, _) => family.to_owned(),
    }
}

/// A name in the form in which two spellings of it are equal: without case, accents and doubled spaces.
pub(crate) fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    name_key_into(name, &mut key);
    key
}

/// Small letters are all that the key of the name is away.
pub(crate) fn is_plain_name(name: &[u8]) -> bool {
    let mut before = b' ';
    for &byte in name {
        let fits =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.') || (byte == b' ' && before != b' ');
        if !fits {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// The same, behind what `key` holds.
pub(crate) fn name_key_into(name: &str, key: &mut String) {
    let from = key.len();
    if is_plain_name(name.as_bytes()) {
        key.push_str(name);
        key[from..].make_ascii_lowercase();
        return;
    }
    crate::reference::plain_into(name, key);
    // Letters of other scripts have cases as well.
    if !key.as_bytes()[from..].is_ascii() {
        let lower = key[from..].to_lowercase();
        key.truncate(from);
        key.push_str(&lower);
    }
}

/// What is left of a profile when its record is gone: enough to judge what needs the whole file.
pub(crate) struct Facts<'a> {
    pub(crate) severities: &'a Severities,
    pub(crate) who: &'a dyn Fn() -> String,
    /// Attributes that the person's files hold.
    pub(crate) known: u32,
    /// Attributes with a value.
    pub(crate) present: u32,
    /// Attributes whose value is a leftover of the export.
    pub(crate) placeholders: u32,
    /// Attributes whose value does not count.
    pub(crate) flagged: u32,
    /// Nothing nearer than the company's default decides the time zone.
    pub(crate) defaulted: bool,
    pub(crate) asks_for_state: bool,
    pub(crate) default_zone: Option<Zone>,
}

impl Facts<'_> {
    pub(crate) fn who(&self) -> Cow<'static, str> {
        Cow::Owned((self.who)())
    }

    pub(crate) fn is_known(&self, attribute: Attribute) -> bool {
        self.known & attribute.bit() != 0
    }

    pub(crate) fn is_present(&self, attribute: Attribute) -> bool {
        self.present & attribute.bit() != 0
    }

    pub(crate) fn is_placeholder(&self, attribute: Attribute) -> bool {
        self.placeholders & attribute.bit() != 0
    }

    pub(crate) fn is_flagged(&self, attribute: Attribute) -> bool {
        self.flagged & attribute.bit() != 0
    }

    /// Known to be empty, and not because of a leftover that was reported already.
    pub(crate) fn lacks(&self, attribute: Attribute) -> bool {
        self.is_known(attribute) && !self.is_present(attribute) && !self.is_placeholder(attribute)
    }

    pub(crate) fn is_defaulted(&self) -> bool {
        self.defaulted
    }

    pub(crate) fn asks_for_state(&self) -> bool {
        self.asks_for_state
    }

    pub(crate) fn default_zone(&self) -> Option<Zone> {
        self.default_zone
    }
}
