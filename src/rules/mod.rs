//! Everything that is checked: one catalogue, and one file per family of rules.
//!
//! A rule's id, effect, words, source and examples stand beside its check. To add one, write it in
//! the file of its family, name it in [`catalogue!`] where reports shall list it, and run the tests:
//! they try every example, and say when the pages made from the catalogue are stale.

pub(crate) mod assignment;
mod calling_codes;
pub(crate) mod country;
pub(crate) mod email;
pub(crate) mod file;
pub(crate) mod group;
pub(crate) mod locale;
pub(crate) mod manager;
pub(crate) mod name;
pub(crate) mod phone;
pub(crate) mod state;
pub(crate) mod status;
pub(crate) mod timezone;
pub(crate) mod title;
pub(crate) mod value;

use std::collections::BTreeMap;

use crate::profile::Attribute;

/// What a failed rule does to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// The person is not imported.
    Blocks,
    /// Imported, but a value may be lost or wrong, or something recommended breaks.
    Degrades,
    /// Worth knowing.
    Informs,
}

impl Effect {
    /// The name in the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Effect::Blocks => "blocks",
            Effect::Degrades => "degrades",
            Effect::Informs => "informs",
        }
    }

    /// The severity that follows where the settings say nothing.
    pub fn severity(self) -> Severity {
        match self {
            Effect::Blocks => Severity::Error,
            Effect::Degrades => Severity::Warning,
            Effect::Informs => Severity::Notice,
        }
    }
}

/// How loudly a finding is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Loudest.
    Error,
    /// Between.
    Warning,
    /// Quietest.
    Notice,
}

impl Severity {
    /// All, loudest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Notice];

    /// The name in flags and reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }

    /// The severity of that name.
    pub fn from_name(name: &str) -> Option<Severity> {
        Severity::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// Both help articles of Gong, on provisioning from Okta and from Azure AD; the part of them is named.
    Articles(&'static str),
    /// A page or standard outside the articles.
    Page(&'static str),
    /// Common sense about files.
    Rollcall(&'static str),
}

impl Authority {
    /// One line that names it.
    pub fn text(self) -> String {
        match self {
            Authority::Articles(part) => {
                format!("Gong's provisioning articles for Okta and Azure AD, {part}")
            }
            Authority::Page(text) | Authority::Rollcall(text) => text.to_owned(),
        }
    }
}

/// One thing that is checked.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable id, `area/name`; never reused.
    pub id: &'static str,
    /// What it does to the person.
    pub effect: Effect,
    /// The defect in a few words.
    pub title: &'static str,
    /// What happens to the person, and why.
    pub reason: &'static str,
    /// What to do.
    pub cure: &'static str,
    /// Who says so.
    pub source: Authority,
    /// Examples that pass: `attribute: value | attribute: value`, one person a line; or a file behind `FILE` and a line end.
    pub pass: &'static [&'static str],
    /// Examples that fail.
    pub fail: &'static [&'static str],
}

impl Rule {
    /// The rule of that id.
    pub fn find(id: &str) -> Option<&'static Rule> {
        CATALOGUE.iter().find(|rule| rule.id == id)
    }
}

macro_rules! catalogue {
    ($($name:ident => $rule:path,)*) => {
        /// A rule's place in the catalogue: the order of reports.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum RuleId { $($name),* }

        /// All rules, in the order of reports.
        pub static CATALOGUE: &[Rule] = &[$($rule),*];

        impl RuleId {
            pub(crate) const ALL: &[RuleId] = &[$(RuleId::$name),*];
        }
    };
}

catalogue! {
    GivenMissing => name::GIVEN_MISSING,
    FamilyMissing => name::FAMILY_MISSING,
    EmailMissing => email::MISSING,
    EmailInvalid => email::INVALID,
    EmailDomain => email::DOMAIN,
    EmailDuplicate => email::DUPLICATE,
    EmailAliasTaken => email::ALIAS_TAKEN,
    EmailSecondaryInvalid => email::SECONDARY_INVALID,
    EmailPrivateInvalid => email::PRIVATE_INVALID,
    EmailSecondaryExternal => email::SECONDARY_EXTERNAL,
    EmailPrivateCompany => email::PRIVATE_COMPANY,
    EmailGuest => email::GUEST,
    PhoneFormat => phone::FORMAT,
    PhoneInternational => phone::INTERNATIONAL,
    PhoneNotAssignable => phone::NOT_ASSIGNABLE,
    PhoneExtension => phone::EXTENSION,
    TitleMissing => title::MISSING,
    ManagerMissing => manager::MISSING,
    ManagerRoot => manager::ROOT,
    ManagerEmailInvalid => manager::EMAIL_INVALID,
    ManagerNotFound => manager::NOT_FOUND,
    ManagerAmbiguous => manager::AMBIGUOUS,
    ManagerNameOnly => manager::NAME_ONLY,
    ManagerNameOrder => manager::NAME_ORDER,
    ManagerReference => manager::REFERENCE,
    ManagerSelf => manager::SELF,
    ManagerCycle => manager::CYCLE,
    ManagerNotImported => manager::NOT_IMPORTED,
    ManagerConflict => manager::CONFLICT,
    TimezoneOffset => timezone::OFFSET,
    TimezoneWindows => timezone::WINDOWS,
    TimezoneUnknown => timezone::UNKNOWN,
    TimezoneLink => timezone::LINK,
    TimezoneFixed => timezone::FIXED,
    TimezoneCountryMismatch => timezone::COUNTRY_MISMATCH,
    TimezoneDefaulted => timezone::DEFAULTED,
    CountryAlias => country::ALIAS,
    CountryUnknown => country::UNKNOWN,
    CountryNeeded => country::NEEDED,
    StateCountryMismatch => state::COUNTRY_MISMATCH,
    StateUnknown => state::UNKNOWN,
    StateNeeded => state::NEEDED,
    StateSplit => state::SPLIT,
    LocaleFormat => locale::FORMAT,
    LocaleUnknown => locale::UNKNOWN,
    LocaleMissing => locale::MISSING,
    LocaleWeekendMismatch => locale::WEEKEND_MISMATCH,
    StatusInactive => status::INACTIVE,
    StatusStaged => status::STAGED,
    StatusUnknown => status::UNKNOWN,
    GroupUnmatched => group::UNMATCHED,
    GroupNested => group::NESTED,
    ValuePlaceholder => value::PLACEHOLDER,
    ValueWhitespace => value::WHITESPACE,
    ValueSeveral => value::SEVERAL,
    FileMandatoryUnmapped => file::MANDATORY_UNMAPPED,
    FileEncoding => file::ENCODING,
    FileRaggedRow => file::RAGGED_ROW,
    FileDuplicateHeader => file::DUPLICATE_HEADER,
    FileDuplicateRecord => file::DUPLICATE_RECORD,
    FileConflict => file::CONFLICT,
    FilePartialExport => file::PARTIAL_EXPORT,
    FileSourceMismatch => file::SOURCE_MISMATCH,
    SettingsScopeUnmatched => file::SCOPE_UNMATCHED,
    FileAttributeUnknown => file::ATTRIBUTE_UNKNOWN,
    FileEmpty => file::EMPTY,
    FileBlankRow => file::BLANK_ROW,
    FileForeignRecord => file::FOREIGN_RECORD,
    FileStrayQuote => file::STRAY_QUOTE,
    SettingsDomainUnset => file::DOMAIN_UNSET,
    AssignmentGroupMissing => assignment::GROUP_MISSING,
    AssignmentGroupShadowed => assignment::GROUP_SHADOWED,
    AssignmentSeatNeeded => assignment::SEAT_NEEDED,
    AssignmentCaptureConflict => assignment::CAPTURE_CONFLICT,
    AssignmentHomeWorkspace => assignment::HOME_WORKSPACE,
    AssignmentSeatsExceeded => assignment::SEATS_EXCEEDED,
    AssignmentLimitExceeded => assignment::LIMIT_EXCEEDED,
    AssignmentGroupUnnamed => assignment::GROUP_UNNAMED,
    AssignmentGroupCase => assignment::GROUP_CASE,
    AssignmentSeveralGroups => assignment::SEVERAL_GROUPS,
}

impl RuleId {
    pub(crate) fn rule(self) -> &'static Rule {
        &CATALOGUE[self as usize]
    }

    /// Whether it is told of a file or a record, whoever that is.
    pub(crate) fn is_of_file(self) -> bool {
        const OF_FILE: [bool; CATALOGUE.len()] = {
            let mut all = [false; CATALOGUE.len()];
            let mut place = 0;
            while place < all.len() {
                all[place] = matches!(CATALOGUE[place].id.as_bytes(), [b'f', b'i', b'l', b'e', b'/', ..]);
                place += 1;
            }
            all
        };
        OF_FILE[self as usize]
    }

    /// Whether its findings can come with a suggestion.
    pub(crate) fn suggests(self) -> bool {
        matches!(
            self,
            RuleId::EmailInvalid
                | RuleId::EmailSecondaryInvalid
                | RuleId::EmailPrivateInvalid
                | RuleId::PhoneFormat
                | RuleId::PhoneExtension
                | RuleId::ManagerNotFound
                | RuleId::ManagerReference
                | RuleId::ManagerNameOrder
                | RuleId::TimezoneLink
                | RuleId::TimezoneUnknown
                | RuleId::TimezoneWindows
                | RuleId::CountryAlias
                | RuleId::StateUnknown
                | RuleId::LocaleFormat
                | RuleId::LocaleUnknown
                | RuleId::ValueWhitespace
        )
    }

    /// The rule of an id.
    pub(crate) fn from_id(id: &str) -> Option<RuleId> {
        RuleId::ALL.iter().copied().find(|rule| rule.rule().id == id)
    }

    pub(crate) fn from_number(number: u8) -> RuleId {
        RuleId::ALL[usize::from(number)]
    }
}

/// Which rules are on, and how loud.
#[derive(Clone, Debug)]
pub(crate) struct Severities(Vec<Option<Severity>>);

impl Severities {
    pub(crate) fn new(changed: &BTreeMap<&'static str, Option<Severity>>) -> Severities {
        let severity = |rule: &Rule| changed.get(rule.id).copied().unwrap_or(Some(rule.effect.severity()));
        Severities(CATALOGUE.iter().map(severity).collect())
    }

    /// `None` if the rule is off.
    pub(crate) fn of(&self, rule: RuleId) -> Option<Severity> {
        self.0[rule as usize]
    }
}

/// What a finding says, made only when someone reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Detail {
    /// One plain sentence: what happens to the person, the value in quotes, then the cure.
    pub(crate) message: String,
    /// The one value that would cure it, where certain.
    pub(crate) suggestion: Option<String>,
    /// Else the likely ones.
    pub(crate) choices: Vec<String>,
    /// Id of the assumption it rests on.
    pub(crate) assumption: Option<&'static str>,
}

/// As many characters of a message are read, from its beginning and from its end.
const READ: (usize, usize) = (500, 250);

/// A sentence keeps its beginning and its cure, however long the values in it are. The finding has them whole.
fn readable(message: String) -> String {
    // A sentence stands on one line, whatever values it quotes.
    let message = if message.contains(['\n', '\r']) {
        message.replace('\n', "\\u{a}").replace('\r', "\\u{d}")
    } else {
        message
    };
    let (first, last) = READ;
    // As many bytes as there may be characters at most: longer ones are counted.
    if message.len() <= first + last || message.chars().count() <= first + last {
        return message;
    }
    let at = |(at, _): (usize, char)| at;
    let from = message.char_indices().nth(first).map_or(0, at);
    let to = message.char_indices().rev().nth(last - 1).map_or(0, at);
    format!("{} […] {}", &message[..from], &message[to..])
}

impl Detail {
    pub(crate) fn new(message: String) -> Detail {
        Detail { message: readable(message), ..Detail::default() }
    }

    pub(crate) fn suggest(self, value: impl Into<String>) -> Detail {
        Detail { suggestion: Some(value.into()), ..self }
    }

    pub(crate) fn maybe(self, suggestion: Option<String>) -> Detail {
        Detail { suggestion, ..self }
    }

    pub(crate) fn choose(self, choices: Vec<String>) -> Detail {
        Detail { choices, ..self }
    }

    pub(crate) fn assume(self, assumption: &'static str) -> Detail {
        Detail { assumption: Some(assumption), ..self }
    }
}

/// Where findings go. While a file is read they are counted and kept in columns; when a report is
/// written the same checks run again and their words are made.
pub(crate) trait Sink {
    /// Takes a finding on the value at `place` of a list, or 0.
    fn report(&mut self, rule: RuleId, attribute: Attribute, place: u16, detail: impl FnOnce() -> Detail);
}

#[cfg(test)]
mod tests {
    use super::Detail;

    #[test]
    fn a_message_keeps_its_beginning_and_its_cure_however_long_the_value_is() {
        let message =
            |value: &str| Detail::new(format!("The title \"{value}\" is odd. Write another.")).message;
        assert_eq!(message("Rep"), "The title \"Rep\" is odd. Write another.");
        let long = message(&"é".repeat(300_000));
        assert!(long.starts_with("The title \"éé") && long.ends_with("é\" is odd. Write another."), "{long}");
        assert!(long.chars().count() < 800);
        // As long as it may be, and one more.
        let rest = message("").chars().count();
        assert!(!message(&"é".repeat(750 - rest)).contains('…'));
        assert!(message(&"é".repeat(751 - rest)).contains(" […] "));
    }
}
