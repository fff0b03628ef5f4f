//! State or province.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Facts};
use crate::reference::SubdivisionMatch;
use crate::timezone::{Origin, Place};

pub(super) const COUNTRY_MISMATCH: Rule = Rule {
    id: "state/country-mismatch",
    effect: Effect::Degrades,
    title: "State of another country",
    reason: "The state is no part of the person's country, so it decides no time zone; one of the two values is wrong.",
    cure: "Correct the country or the state.",
    source: Authority::Page("ISO 3166-2"),
    pass: &["state: Texas | country: US", "state: Kent | country: GB"],
    fail: &["state: Texas | country: CA", "state: US-TX | country: BR"],
};

pub(super) const UNKNOWN: Rule = Rule {
    id: "state/unknown",
    effect: Effect::Degrades,
    title: "State is not known",
    reason: "The country's zones differ and the value names none of its states, so it decides no time zone.",
    cure: "Write the state's name or its ISO code.",
    source: Authority::Articles("optional fields, state or province; names and codes by ISO 3166-2"),
    pass: &[
        "state: new york | country: US",
        "state: NSW | country: AU",
        "state: US-CA | country: US",
        "state: anything | country: FR",
    ],
    fail: &["state: N.Y. | country: US", "state: Tejas Norte | country: US"],
};

pub(super) const NEEDED: Rule = Rule {
    id: "state/needed",
    effect: Effect::Degrades,
    title: "State is needed for the time zone",
    reason: "The country's zones differ, and there is neither time zone nor state: the company's default zone is used.",
    cure: "Fill in the state, or the time zone.",
    source: Authority::Articles("how the time zone is calculated"),
    pass: &[
        "state: TX | country: US",
        "state:  | country: DE",
        "state:  | country: US | timeZone: America/Chicago",
    ],
    fail: &["state:  | country: US"],
};

pub(super) const SPLIT: Rule = Rule {
    id: "state/split",
    effect: Effect::Informs,
    title: "State lies in several time zones",
    reason: "The state has more than one time zone; the one where most of its people live is used. How Gong decides is not documented.",
    cure: "Fill in the time zone for people near the border.",
    source: Authority::Page("IANA time zone database; population by GeoNames"),
    pass: &["state: California | country: US"],
    fail: &["state: Tennessee | country: US"],
};

#[inline(never)]
pub(crate) fn check(place: &Place<'_>, who: &dyn Fn() -> String, sink: &mut impl Sink) {
    let text = place.state_text;
    let Some(country) = place.known_country() else {
        return;
    };
    match &place.state_match {
        None => {}
        Some(SubdivisionMatch::Documented(state)) => {
            let split = place.origin == Origin::State && !state.other_zones().is_empty();
            let Some(zone) = place.zone.filter(|_| split) else { return };
            sink.report(RuleId::StateSplit, Attribute::State, 0, || {
                let others: Vec<&str> = state.other_zones().iter().map(|zone| zone.name()).collect();
                Detail::new(format!(
                    "{} gets {}, because most people of {} live in it; parts of it use {}.",
                    who(),
                    zone.name(),
                    state.name(),
                    others.join(" and ")
                ))
                .assume(crate::timezone::SPLIT_STATE)
            });
        }
        Some(SubdivisionMatch::ShortForm(state)) => sink.report(RuleId::StateUnknown, Attribute::State, 0, || {
            Detail::new(format!(
                "The state \"{text}\" of {} may be lost: it is not in a documented form. Write \"{}\".",
                who(),
                state.name()
            ))
            .suggest(state.name())
        }),
        Some(SubdivisionMatch::Elsewhere(states)) => sink.report(RuleId::StateCountryMismatch, Attribute::State, 0, || {
            let mut owners: Vec<&str> = states.iter().map(|state| state.country().name()).collect();
            owners.dedup();
            owners.truncate(3);
            Detail::new(format!(
                "\"{text}\" of {} is no state of {} but of {}, so it decides no time zone. Correct the country or the state.",
                who(),
                country.name(),
                owners.join(" or ")
            ))
        }),
        Some(SubdivisionMatch::Unknown(near)) => sink.report(RuleId::StateUnknown, Attribute::State, 0, || {
            Detail::new(format!(
                "The state \"{text}\" of {} is none of {}, so it decides no time zone.",
                who(),
                country.name()
            ))
            .choose(near.iter().map(|state| state.name().to_owned()).collect())
        }),
    }
}

/// Runs when all is known that the file knows; says whether it fired.
pub(crate) fn check_absence(facts: &Facts<'_>, sink: &mut impl Sink) -> bool {
    let involved = [Attribute::TimeZone, Attribute::Country, Attribute::State];
    let fires = facts.lacks(Attribute::State)
        && !facts.is_present(Attribute::TimeZone)
        && facts.asks_for_state()
        && !involved.into_iter().any(|attribute| facts.is_flagged(attribute));
    if fires {
        sink.report(RuleId::StateNeeded, Attribute::State, 0, || {
            Detail::new(format!(
                "{} gets the company's default time zone: the country has several zones, and there is no state. Fill in the state or the time zone.",
                facts.who()
            ))
            .assume(crate::timezone::NO_STATE)
        });
    }
    fires && facts.severities.of(RuleId::StateNeeded).is_some()
}
