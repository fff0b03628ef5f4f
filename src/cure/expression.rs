//! Cures at the source: the expression of a mapping that turns every wrong value of a cause into the right one.
//!
//! An expression is offered only if it makes of this file's own values what the suggestions say, and leaves values
//! that are right as they are. Where no general one does, a look-up of the values does, as long as there are few.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Serialize;

use crate::export::Source;
use crate::profile::Attribute;
use crate::rules::RuleId;

/// Most values of a look-up: past that nobody reads the expression any more.
const MOST: usize = 40;
/// Examples that are told.
const EXAMPLES: usize = 5;

/// What cures one cause in a mapping of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Expression {
    /// Id of the rule; none for all causes of the attribute in one, because it has one mapping only.
    pub rule: Option<&'static str>,
    /// The attribute that the mapping is for.
    pub attribute: Attribute,
    /// The expression, in the source's language; none where no mapping can do it.
    pub text: Option<String>,
    /// Number of values that it cures.
    pub cured: u64,
    /// Number of values that it leaves as they are, although something certain is known for each.
    pub left: u64,
    /// Values of the file, with what becomes of them; the most frequent first.
    pub examples: Vec<Example>,
}

/// A value of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// As it stands.
    pub before: String,
    /// What the expression makes of it.
    pub after: String,
    /// How often it stands there.
    pub count: u64,
}

/// Wrong values with what they should be, counted.
pub(super) type Pairs = BTreeMap<(String, String), u64>;

impl Expression {
    /// What the cause is called.
    pub fn title(&self) -> &'static str {
        self.rule.and_then(RuleId::from_id).map_or("All of these in one mapping", |rule| rule.rule().title)
    }

    /// The expression for the values of a cause. `column` is what the file calls the attribute.
    pub(super) fn new(
        source: Source,
        rule: Option<RuleId>,
        attribute: Attribute,
        column: Option<&str>,
        pairs: &Pairs,
        touched: Option<&BTreeSet<String>>,
    ) -> Expression {
        let variable = variable(source, attribute, column);
        let general = Transform::ALL.into_iter().find_map(|transform| {
            let text = transform.text(source, attribute, &variable)?;
            let fits = pairs.keys().all(|(from, to)| transform.apply(from) == *to);
            // A value that nothing is known to cure stays as it is.
            let harms = touched.into_iter().flatten().any(|value| {
                let after = transform.apply(value);
                after != *value && !pairs.contains_key(&(value.clone(), after))
            });
            (fits && !harms).then_some((text, transform))
        });
        let told = |apply: &dyn Fn(&str) -> String, text: Option<String>| {
            let mut cured = 0;
            let mut left = 0;
            let mut examples = Vec::new();
            for ((from, to), &count) in pairs {
                let after = apply(from);
                if after == *to {
                    cured += count;
                    examples.push(Example { before: from.clone(), after, count });
                } else {
                    left += count;
                }
            }
            examples.sort_by_key(|example: &Example| Reverse(example.count));
            examples.truncate(EXAMPLES);
            Expression { rule: rule.map(|rule| rule.rule().id), attribute, text, cured, left, examples }
        };
        if let Some((text, transform)) = general {
            return told(&|from| transform.apply(from), Some(text));
        }
        let table = table(source, pairs);
        let text = look_up(source, &variable, &table);
        let apply = |from: &str| {
            let found = text.as_ref().and_then(|_| table.iter().find(|(known, _)| *known == from));
            found.map_or(from, |(_, to)| to).to_owned()
        };
        told(&apply, text.clone())
    }
}

/// Values that become the same whoever has them and that an expression can hold, the most frequent first.
fn table(source: Source, pairs: &Pairs) -> Vec<(&str, &str)> {
    let mut by_value: BTreeMap<&str, Vec<(&str, u64)>> = BTreeMap::new();
    for ((from, to), count) in pairs {
        by_value.entry(from).or_default().push((to, *count));
    }
    // What could not be seen could not be pasted. How a quote stands inside quotes, no page of Okta tells; in SpEL, on
    // which its language is built, a backslash does not do it.
    let writable = |text: &str| {
        let quoted = source == Source::Okta && text.contains(['"', '\\']);
        !quoted && !text.contains('\n') && crate::report::visible(text) == text
    };
    let mut table: Vec<(&str, &str, u64)> = by_value
        .into_iter()
        .filter_map(|(from, to)| match to.as_slice() {
            [(to, count)] if writable(from) && writable(to) => Some((from, *to, *count)),
            _ => None,
        })
        .collect();
    table.sort_by_key(|(_, _, count)| Reverse(*count));
    table.into_iter().map(|(from, to, _)| (from, to)).collect()
}

/// The expression that names every value.
fn look_up(source: Source, variable: &str, table: &[(&str, &str)]) -> Option<String> {
    if table.is_empty() || table.len() > MOST {
        return None;
    }
    let mut text = String::new();
    match source {
        Source::Okta => {
            for (from, to) in table {
                let _ = write!(text, "{variable} == {} ? {} : ", quoted(from), quoted(to));
            }
            text.push_str(variable);
        }
        Source::Entra => {
            let _ = write!(text, "Switch({variable}, {variable}");
            for (from, to) in table {
                let _ = write!(text, ", {}, {}", quoted(from), quoted(to));
            }
            text.push(')');
        }
    }
    Some(text)
}

/// Text as both languages write it, and Entra alone where it holds quotes or backslashes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What the source calls an attribute in its expressions: its own name where it has one, else the column's.
fn variable(source: Source, attribute: Attribute, column: Option<&str>) -> String {
    let own = name_of(source, attribute);
    let is_name = |text: &&str| {
        !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && !text.as_bytes()[0].is_ascii_digit()
    };
    let column = column.map(|column| column.rsplit('.').next().unwrap_or(column)).filter(is_name);
    let name = own.or(column).unwrap_or(attribute.name());
    match source {
        Source::Okta => format!("user.{name}"),
        Source::Entra => format!("[{name}]"),
    }
}

/// The name of an attribute in the source's own profile of a user.
pub(super) fn name_of(source: Source, attribute: Attribute) -> Option<&'static str> {
    Some(match (source, attribute) {
        (Source::Okta, Attribute::UserName) => "login",
        (Source::Okta, Attribute::GivenName) => "firstName",
        (Source::Okta, Attribute::FamilyName) => "lastName",
        (Source::Okta, Attribute::PrimaryEmail) => "email",
        (Source::Okta, Attribute::PhoneNumber) => "primaryPhone",
        (_, Attribute::State) => "state",
        (Source::Okta, Attribute::Title) => "title",
        (Source::Okta, Attribute::Country) => "countryCode",
        (Source::Okta, Attribute::Locale) => "locale",
        (Source::Okta, Attribute::TimeZone) => "timezone",
        (Source::Okta, Attribute::ManagerName) => "manager",
        (Source::Okta, Attribute::ManagerId) => "managerId",
        (Source::Entra, Attribute::UserName) => "userPrincipalName",
        (Source::Entra, Attribute::GivenName) => "givenName",
        (Source::Entra, Attribute::FamilyName) => "surname",
        (Source::Entra, Attribute::PrimaryEmail) => "mail",
        (Source::Entra, Attribute::PhoneNumber) => "telephoneNumber",
        (Source::Entra, Attribute::Title) => "jobTitle",
        (Source::Entra, Attribute::Country) => "country",
        (Source::Entra, Attribute::Locale) => "preferredLanguage",
        _ => return None,
    })
}

/// Whether a general expression for the attribute would change a value: then it must be one that is to be cured.
pub(super) fn touches(attribute: Attribute, value: &str) -> bool {
    let transform = match attribute {
        Attribute::PhoneNumber => Transform::Phone,
        Attribute::ManagerName => Transform::Turned,
        _ => return false,
    };
    transform.apply(value) != value
}

/// A general change of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transform {
    /// `en_US` to `en-US`.
    Hyphen,
    /// The same, with the letters of either part as they should be.
    Spelled,
    /// Ten digits of North America, however they are told apart, to `(AAA) EEE-NNNN`.
    Phone,
    /// `Last, First` to `First Last`.
    Turned,
    /// Without spaces at the ends.
    Trimmed,
    /// Without any spaces.
    Spaceless,
}

impl Transform {
    const ALL: [Transform; 6] = [
        Transform::Hyphen,
        Transform::Spelled,
        Transform::Phone,
        Transform::Turned,
        Transform::Trimmed,
        Transform::Spaceless,
    ];

    /// What the expression gives for a value.
    fn apply(self, text: &str) -> String {
        match self {
            Transform::Hyphen => text.replace('_', "-"),
            Transform::Spelled => {
                let hyphened = text.replace('_', "-");
                match hyphened.split_once('-') {
                    Some((language, region)) => {
                        format!("{}-{}", language.to_lowercase(), region.to_uppercase())
                    }
                    None => hyphened,
                }
            }
            Transform::Phone => {
                let digits = text.replace(['-', '.', ' ', '(', ')'], "").replacen("+1", "", 1);
                // What still has a plus is a number of another country.
                if digits.len() == 10 && digits.is_ascii() && !digits.contains('+') {
                    format!("({}) {}-{}", &digits[..3], &digits[3..6], &digits[6..])
                } else {
                    text.to_owned()
                }
            }
            Transform::Turned => match text.split_once(", ") {
                Some((family, given)) => format!("{given} {family}"),
                None => text.to_owned(),
            },
            Transform::Trimmed => text.trim_matches(' ').to_owned(),
            Transform::Spaceless => text.replace(' ', ""),
        }
    }

    /// The expression; none where the source's language cannot say it, or it makes no sense for the attribute.
    fn text(self, source: Source, attribute: Attribute, variable: &str) -> Option<String> {
        let v = variable;
        Some(match (self, source) {
            (Transform::Hyphen, Source::Okta) if attribute == Attribute::Locale => {
                format!("String.replace({v}, \"_\", \"-\")")
            }
            (Transform::Hyphen, Source::Entra) if attribute == Attribute::Locale => {
                format!("Replace({v}, \"_\", , , \"-\", , )")
            }
            (Transform::Spelled, Source::Okta) if attribute == Attribute::Locale => {
                let hyphened = format!("String.replace({v}, \"_\", \"-\")");
                // Whoever has no locale keeps none.
                format!(
                    "String.stringContains({hyphened}, \"-\") ? String.toLowerCase(String.substringBefore({hyphened}, \"-\")) + \"-\" + String.toUpperCase(String.substringAfter({hyphened}, \"-\")) : {v}"
                )
            }
            (Transform::Spelled, Source::Entra) if attribute == Attribute::Locale => {
                let part =
                    |number: u8| format!("Item(Split(Replace({v}, \"_\", , , \"-\", , ), \"-\"), {number})");
                format!("Join(\"-\", ToLower({}), ToUpper({}))", part(1), part(2))
            }
            (Transform::Phone, Source::Okta) if attribute == Attribute::PhoneNumber => {
                let mut digits = v.to_owned();
                for mark in ["-", ".", " ", "(", ")"] {
                    digits = format!("String.replace({digits}, \"{mark}\", \"\")");
                }
                let digits = format!("String.replaceFirst({digits}, \"+1\", \"\")");
                let cut = |from: u8, to: u8| format!("String.substring({digits}, {from}, {to})");
                format!(
                    "String.stringContains({digits}, \"+\") ? {v} : String.len({digits}) == 10 ? \"(\" + {} + \") \" + {} + \"-\" + {} : {v}",
                    cut(0, 3),
                    cut(3, 6),
                    cut(6, 10)
                )
            }
            (Transform::Turned, Source::Okta) if attribute == Attribute::ManagerName => format!(
                "String.stringContains({v}, \", \") ? String.substringAfter({v}, \", \") + \" \" + String.substringBefore({v}, \", \") : {v}"
            ),
            (Transform::Trimmed, Source::Entra) => format!("Replace({v}, , \"^ +| +$\", , \"\", , )"),
            (Transform::Spaceless, Source::Okta) if holds_no_spaces(attribute) => {
                format!("String.removeSpaces({v})")
            }
            (Transform::Spaceless, Source::Entra) if holds_no_spaces(attribute) => {
                format!("StripSpaces({v})")
            }
            _ => return None,
        })
    }
}

/// Right values of the attribute have no spaces.
fn holds_no_spaces(attribute: Attribute) -> bool {
    matches!(
        attribute,
        Attribute::UserName
            | Attribute::PrimaryEmail
            | Attribute::PrivateEmail
            | Attribute::ManagerEmail
            | Attribute::TimeZone
            | Attribute::Locale
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(all: &[(&str, &str)]) -> Pairs {
        all.iter().map(|(from, to)| (((*from).to_owned(), (*to).to_owned()), 1)).collect()
    }

    fn made(source: Source, rule: RuleId, attribute: Attribute, all: &[(&str, &str)]) -> Expression {
        Expression::new(source, Some(rule), attribute, None, &pairs(all), None)
    }

    #[test]
    fn locales_of_okta_need_one_replacement() {
        let all = [("en_US", "en-US"), ("de_DE", "de-DE")];
        let okta = made(Source::Okta, RuleId::LocaleFormat, Attribute::Locale, &all);
        assert_eq!(okta.text.as_deref(), Some("String.replace(user.locale, \"_\", \"-\")"));
        assert_eq!((okta.cured, okta.left), (2, 0));
        let entra = made(Source::Entra, RuleId::LocaleFormat, Attribute::Locale, &all);
        assert_eq!(entra.text.as_deref(), Some("Replace([preferredLanguage], \"_\", , , \"-\", , )"));
    }

    #[test]
    fn letters_are_mended_where_that_is_needed() {
        let all = [("en-us", "en-US"), ("DE_de", "de-DE")];
        let text = made(Source::Okta, RuleId::LocaleFormat, Attribute::Locale, &all).text.unwrap();
        // Nobody gets a lone hyphen.
        assert!(text.starts_with("String.stringContains(") && text.ends_with(" : user.locale"), "{text}");
        let text = made(Source::Entra, RuleId::LocaleFormat, Attribute::Locale, &all).text.unwrap();
        assert!(text.starts_with("Join(\"-\", ToLower(Item(Split("), "{text}");
    }

    #[test]
    fn a_look_up_names_values_and_leaves_those_that_depend_on_the_person() {
        let all = [
            ("UK", "United Kingdom"),
            ("Say \"hi\"", "Norway"),
            ("a\\", "Norway"),
            ("Eastern", "America/New_York"),
            ("Eastern", "America/Toronto"),
        ];
        let okta = made(Source::Okta, RuleId::CountryAlias, Attribute::Country, &all);
        assert_eq!(
            okta.text.as_deref(),
            Some("user.countryCode == \"UK\" ? \"United Kingdom\" : user.countryCode")
        );
        assert_eq!((okta.cured, okta.left), (1, 4));
        let all = [("UK", "United Kingdom"), ("Say \"hi\"\\", "Norway")];
        let entra = made(Source::Entra, RuleId::CountryAlias, Attribute::Country, &all);
        assert_eq!(
            entra.text.as_deref(),
            Some(
                "Switch([country], [country], \"Say \\\"hi\\\"\\\\\", \"Norway\", \"UK\", \"United Kingdom\")"
            )
        );
    }

    #[test]
    fn phones_are_respelled_from_their_digits() {
        let all = [("865-365-1900", "(865) 365-1900"), ("+1 (212) 575.1994", "(212) 575-1994")];
        let okta = made(Source::Okta, RuleId::PhoneFormat, Attribute::PhoneNumber, &all);
        let text = okta.text.unwrap();
        assert!(
            text.starts_with("String.stringContains(") && text.contains(", \"+\") ? user.primaryPhone :")
        );
        // What is right already stays, and so do numbers of other countries that have ten characters.
        for right in ["(865) 365-1900", "(212) 575-1994 ext 3437", "+49 30 12345", "+44 1234567"] {
            assert_eq!(Transform::Phone.apply(right), right);
        }
    }

    #[test]
    fn an_expression_that_would_change_other_values_gives_way_to_a_look_up() {
        let all = pairs(&[("8653651900", "(865) 365-1900")]);
        let rule = Some(RuleId::PhoneFormat);
        let made = |others: &[&str]| {
            let others = others.iter().map(|text| (*text).to_owned()).collect();
            Expression::new(Source::Okta, rule, Attribute::PhoneNumber, None, &all, Some(&others))
                .text
                .unwrap()
        };
        assert!(made(&["8653651900"]).contains("String.len("));
        // Ten digits of Berlin are no number of North America, and nobody says what they should be.
        assert_eq!(
            made(&["0301234567", "8653651900"]),
            "user.primaryPhone == \"8653651900\" ? \"(865) 365-1900\" : user.primaryPhone"
        );
    }

    #[test]
    fn what_cannot_be_written_is_left() {
        let many: Vec<(String, String)> =
            (0..=MOST).map(|number| (format!("zone {number}"), "UTC".to_owned())).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        let none = made(Source::Okta, RuleId::TimezoneUnknown, Attribute::TimeZone, &many);
        assert_eq!((none.text, none.cured, none.left), (None, 0, MOST as u64 + 1));
        let line = made(Source::Okta, RuleId::TimezoneUnknown, Attribute::TimeZone, &[("a\nb", "UTC")]);
        assert_eq!((line.text, line.left), (None, 1));
    }

    #[test]
    fn an_attribute_without_a_name_of_its_own_is_called_by_its_column() {
        assert_eq!(
            variable(Source::Entra, Attribute::TimeZone, Some("extensionAttribute3")),
            "[extensionAttribute3]"
        );
        assert_eq!(
            variable(Source::Okta, Attribute::ManagerEmail, Some("profile.managerMail")),
            "user.managerMail"
        );
        assert_eq!(variable(Source::Okta, Attribute::ManagerEmail, Some("Mgr Mail")), "user.managerEmail");
    }
}
