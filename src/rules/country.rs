//! Country.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Facts};
use crate::reference::CountryMatch;
use crate::timezone::Place;

pub(super) const ALIAS: Rule = Rule {
    id: "country/alias",
    effect: Effect::Degrades,
    title: "Country in another form than documented",
    reason: "It is clear which country is meant, but documented are its English name and its ISO codes of two and three letters. The value may be lost, and no time zone comes from it.",
    cure: "Write the suggested name.",
    source: Authority::Articles("optional fields, country; names and codes by ISO 3166-1 and CLDR"),
    pass: &["country: United Kingdom", "country: GB", "country: gbr", "country: Côte d'Ivoire"],
    fail: &["country: UK", "country: England", "country: Holland", "country: U.S.A.", "country: 840"],
};

pub(super) const UNKNOWN: Rule = Rule {
    id: "country/unknown",
    effect: Effect::Degrades,
    title: "Country is not known",
    reason: "The value is no country's English name and no ISO code, so it may be lost and no time zone comes from it.",
    cure: "Write the country's English name or its ISO code.",
    source: Authority::Articles("optional fields, country; names and codes by ISO 3166-1 and CLDR"),
    pass: &["country: France"],
    fail: &["country: Atlantis", "country: EMEA", "country: Congo"],
};

pub(super) const NEEDED: Rule = Rule {
    id: "country/needed",
    effect: Effect::Degrades,
    title: "State without a country",
    reason: "A state counts only inside its country. Without country and time zone, the company's default zone is used.",
    cure: "Fill in the country.",
    source: Authority::Articles("how the time zone is calculated"),
    pass: &["state: TX | country: US", "state: TX | country:  | timeZone: America/Chicago"],
    fail: &["state: TX | country: "],
};

#[inline(never)]
pub(crate) fn check(place: &Place<'_>, who: &dyn Fn() -> String, sink: &mut impl Sink) {
    let text = place.country_text;
    match &place.country_match {
        None | Some(CountryMatch::Documented(_)) => {}
        Some(CountryMatch::Alias(country)) => sink.report(RuleId::CountryAlias, Attribute::Country, 0, || {
            let name = country.name();
            Detail::new(format!("The country \"{text}\" of {} may be lost: it is not in a documented form. Write \"{name}\".", who()))
                .suggest(name)
        }),
        Some(CountryMatch::Ambiguous(countries)) => sink.report(RuleId::CountryUnknown, Attribute::Country, 0, || {
            let names: Vec<String> = countries.iter().map(|country| country.name().to_owned()).collect();
            Detail::new(format!("The country \"{text}\" of {} may be lost: it could be {}.", who(), names.join(" or "))).choose(names)
        }),
        Some(CountryMatch::Unknown(near)) => sink.report(RuleId::CountryUnknown, Attribute::Country, 0, || {
            Detail::new(format!(
                "The country \"{text}\" of {} may be lost: it is no country's English name or ISO code, so it decides no time zone.",
                who()
            ))
            .choose(near.iter().map(|country| country.name().to_owned()).collect())
        }),
    }
}

/// Runs when all is known that the file knows; says whether it fired.
pub(crate) fn check_absence(facts: &Facts<'_>, sink: &mut impl Sink) -> bool {
    let involved = [Attribute::TimeZone, Attribute::Country, Attribute::State];
    let fires = facts.lacks(Attribute::Country)
        && facts.is_present(Attribute::State)
        && !facts.is_present(Attribute::TimeZone)
        && !involved.into_iter().any(|attribute| facts.is_flagged(attribute));
    if fires {
        sink.report(RuleId::CountryNeeded, Attribute::Country, 0, || {
            Detail::new(format!(
                "{} has a state but no country, so the state decides nothing and the company's default time zone is used. Fill in the country.",
                facts.who()
            ))
        });
    }
    fires && facts.severities.of(RuleId::CountryNeeded).is_some()
}
