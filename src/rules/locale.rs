//! Locale, and the weekend it stands for.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Facts};
use crate::reference::{self, Country, CountryMatch};
use crate::timezone::Place;

pub(super) const FORMAT: Rule = Rule {
    id: "locale/format",
    effect: Effect::Degrades,
    title: "Locale is not written like en-US",
    reason: "The documented form is a language in small letters, a hyphen, and a region in capitals. In another form the value may be lost; then en-US and its weekend are used.",
    cure: "Write en-US in place of en_US, in the file or once in the source's mapping.",
    source: Authority::Articles("optional fields, locale"),
    pass: &["locale: en-US", "locale: fil-PH"],
    fail: &[
        "locale: en_US",
        "locale: en-us",
        "locale: EN-US",
        "locale: en",
        "locale: English",
        "locale: eng-US",
    ],
};

pub(super) const UNKNOWN: Rule = Rule {
    id: "locale/unknown",
    effect: Effect::Degrades,
    title: "Locale names no language or region that exists",
    reason: "The form is right, but its language or its region does not exist, so the value may be lost; then en-US and its weekend are used.",
    cure: "Write a language of ISO 639 and a region of ISO 3166-1.",
    source: Authority::Page("BCP 47"),
    pass: &["locale: en-GB"],
    fail: &["locale: en-UK", "locale: qq-US"],
};

pub(super) const MISSING: Rule = Rule {
    id: "locale/missing",
    effect: Effect::Informs,
    title: "No locale",
    reason: "Without a locale the person gets en-US, and Saturday and Sunday as weekend.",
    cure: "Fill in the locale where another weekend applies.",
    source: Authority::Articles("optional fields, locale"),
    pass: &["locale: de-DE"],
    fail: &["locale: "],
};

pub(super) const WEEKEND_MISMATCH: Rule = Rule {
    id: "locale/weekend-mismatch",
    effect: Effect::Informs,
    title: "Weekend of another country",
    reason: "Gong takes the weekend from the locale, and this one's differs from that of the person's country: notifications come on days off and stop on working days.",
    cure: "Write the locale with the person's own region.",
    source: Authority::Articles("optional fields, locale; weekends by CLDR"),
    pass: &["locale: he-IL | country: IL", "locale: en-US | country: DE"],
    fail: &["locale: en-US | country: IL"],
};

/// What a locale text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Locale {
    /// Language and region, in the documented form.
    Good { region: Country },
    /// Another form.
    Malformed { suggestion: Option<String>, choices: Vec<String> },
    /// The documented form of something that does not exist.
    Unknown { part: String, suggestion: Option<String> },
}

/// Reads a locale. `text` is trimmed.
#[inline(never)]
pub(crate) fn read(text: &str, country: Option<Country>) -> Locale {
    if let Some((language, region)) = text.split_once('-')
        && (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && region.len() == 2
        && region.bytes().all(|byte| byte.is_ascii_uppercase())
    {
        if !reference::language(language) {
            return Locale::Unknown { part: format!("language \"{language}\""), suggestion: None };
        }
        return match Country::from_alpha2(region) {
            Some(_) if reference::shorter(language).is_some() => {
                Locale::Malformed { suggestion: respell(language, region), choices: Vec::new() }
            }
            Some(region) => Locale::Good { region },
            None => Locale::Unknown {
                part: format!("region \"{region}\""),
                suggestion: respell(language, region),
            },
        };
    }
    // Two parts joined by something else, or in other letters. POSIX puts a character set behind a dot and a modifier
    // behind an at sign; they are left out. A dot behind the at sign makes it an email address, which says no language.
    let (name, modifier) = text.split_once('@').unwrap_or((text, ""));
    if modifier.contains('.') {
        return Locale::Malformed { suggestion: None, choices: Vec::new() };
    }
    let bare = name.split('.').next().unwrap_or_default();
    let parts: Vec<&str> = bare.split(['-', '_', ' ']).collect();
    match parts.as_slice() {
        [language, region] | [language, _, region] if parts.len() == 2 || parts[1].len() == 4 => {
            Locale::Malformed { suggestion: respell(language, region), choices: Vec::new() }
        }
        [language]
            if reference::language(&language.to_ascii_lowercase()) && (2..=3).contains(&language.len()) =>
        {
            let language = language.to_ascii_lowercase();
            let language = reference::shorter(&language).unwrap_or(&language);
            let mut regions: Vec<Country> = country.into_iter().collect();
            regions.extend(reference::likely_region(language));
            regions.dedup();
            let mut choices: Vec<String> =
                regions.iter().map(|region| format!("{language}-{}", region.alpha2())).collect();
            // Without the person's country a language alone says too little.
            let certain = country.is_some() && choices.len() == 1;
            let suggestion = if certain { choices.pop() } else { None };
            Locale::Malformed { suggestion, choices }
        }
        _ => Locale::Malformed { suggestion: None, choices: Vec::new() },
    }
}

/// The documented form of a language and a region, if both exist.
#[inline(never)]
fn respell(language: &str, region: &str) -> Option<String> {
    let language = language.to_ascii_lowercase();
    if !(2..=3).contains(&language.len()) || !reference::language(&language) {
        return None;
    }
    let region = match (Country::from_alpha2(&region.to_ascii_uppercase()), reference::country(region)) {
        (Some(region), _) => region,
        (None, CountryMatch::Alias(region)) if region.alpha2() == "GB" && region_is_code(region, "UK") => {
            region
        }
        (None, CountryMatch::Documented(region)) if region.alpha3().len() == 3 => region,
        _ => return None,
    };
    let language = reference::shorter(&language).unwrap_or(&language);
    Some(format!("{language}-{}", region.alpha2()))
}

/// `UK` is the one region code that people write out of habit.
fn region_is_code(region: Country, code: &str) -> bool {
    reference::country(code) == CountryMatch::Alias(region)
}

#[inline(never)]
pub(crate) fn check(place: &Place<'_>, who: &dyn Fn() -> String, sink: &mut impl Sink) {
    let text = place.locale_text;
    match &place.locale {
        None => {}
        Some(Locale::Good { region }) => {
            if let Some(country) = place.country().filter(|country| country.weekend() != region.weekend()) {
                sink.report(RuleId::LocaleWeekendMismatch, Attribute::Locale, 0, || {
                    Detail::new(format!(
                        "{} gets no notifications on {} because of the locale \"{text}\", but the weekend in {} is {}.",
                        who(),
                        days(&region.weekend().days()),
                        country.name(),
                        days(&country.weekend().days())
                    ))
                });
            }
        }
        Some(Locale::Malformed { suggestion, choices }) => {
            sink.report(RuleId::LocaleFormat, Attribute::Locale, 0, || {
                let write =
                    suggestion.as_ref().map_or_else(String::new, |value| format!(" Write \"{value}\"."));
                Detail::new(format!(
                    "The locale \"{text}\" of {} may be lost: Gong's form is en-US.{write}",
                    who()
                ))
                .maybe(suggestion.clone())
                .choose(choices.clone())
            });
        }
        Some(Locale::Unknown { part, suggestion }) => {
            sink.report(RuleId::LocaleUnknown, Attribute::Locale, 0, || {
                Detail::new(format!("The locale \"{text}\" of {} may be lost: there is no {part}.", who()))
                    .maybe(suggestion.clone())
            });
        }
    }
}

/// Day names as a sentence has them.
fn days(names: &[&str]) -> String {
    let capital = |name: &&str| {
        let mut chars = name.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    names.iter().map(capital).collect::<Vec<_>>().join(" and ")
}

/// Runs when all is known that the file knows.
pub(crate) fn check_absence(facts: &Facts<'_>, sink: &mut impl Sink) {
    if facts.lacks(Attribute::Locale) {
        sink.report(RuleId::LocaleMissing, Attribute::Locale, 0, || {
            Detail::new(format!(
                "{} gets the locale en-US and its weekend, Saturday and Sunday: there is no locale.",
                facts.who()
            ))
        });
    }
}
