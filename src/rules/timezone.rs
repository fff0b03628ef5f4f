//! The time zone attribute, and where a person's zone comes from.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Facts};
use crate::reference::ZoneMatch;
use crate::timezone::Place;

pub(super) const OFFSET: Rule = Rule {
    id: "timezone/offset",
    effect: Effect::Degrades,
    title: "Time zone is an offset",
    reason: "Offsets do not count as a time zone; the country, the state or the company's default decide instead.",
    cure: "Write a name of the time zone database, such as America/Chicago.",
    source: Authority::Articles("how the time zone is calculated"),
    pass: &["timeZone: America/Chicago", "timeZone: Etc/GMT+5", "timeZone: GMT+0"],
    fail: &["timeZone: -05:00", "timeZone: UTC+1", "timeZone: GMT+8"],
};

pub(super) const WINDOWS: Rule = Rule {
    id: "timezone/windows",
    effect: Effect::Degrades,
    title: "Time zone is a Windows name",
    reason: "Only names of the time zone database count; Microsoft's own names do not.",
    cure: "Write the database's name instead; it is suggested where the person's country keeps that clock.",
    source: Authority::Articles("optional fields, time zone"),
    pass: &["timeZone: America/Los_Angeles"],
    fail: &["timeZone: Pacific Standard Time", "timeZone: (UTC-08:00) Pacific Time (US & Canada)"],
};

pub(super) const UNKNOWN: Rule = Rule {
    id: "timezone/unknown",
    effect: Effect::Degrades,
    title: "Time zone is not in the database",
    reason: "The value is no name of the time zone database, spelled exactly, so it does not count.",
    cure: "Write a name of the database, with its capitals and underscores.",
    source: Authority::Articles("optional fields, time zone"),
    pass: &["timeZone: America/New_York", "timeZone: US/Pacific"],
    fail: &["timeZone: america/new_york", "timeZone: PST", "timeZone: New York", "timeZone: Factory"],
};

pub(super) const LINK: Rule = Rule {
    id: "timezone/link",
    effect: Effect::Informs,
    title: "Time zone by an older name",
    reason: "The name is a link of the time zone database to another. It is on the list that the articles point to.",
    cure: "Nothing has to be done; the newer name is safer.",
    source: Authority::Page("IANA time zone database: backward links that zone.tab does not list"),
    pass: &["timeZone: Europe/Stockholm | country: SE"],
    fail: &["timeZone: US/Pacific", "timeZone: Asia/Calcutta"],
};

pub(super) const FIXED: Rule = Rule {
    id: "timezone/fixed",
    effect: Effect::Informs,
    title: "Time zone follows no country's clock",
    reason: "The name is in the database but follows no country's clock: summer time never applies. In Etc names the sign is turned: Etc/GMT+5 is five hours behind UTC.",
    cure: "Write the zone of a place, unless this is meant.",
    source: Authority::Page("IANA time zone database, file etcetera"),
    pass: &["timeZone: America/New_York"],
    fail: &["timeZone: UTC", "timeZone: Etc/GMT+5"],
};

pub(super) const COUNTRY_MISMATCH: Rule = Rule {
    id: "timezone/country-mismatch",
    effect: Effect::Informs,
    title: "Time zone is not one of the country's",
    reason: "The time zone counts, and it is none of the zones of the person's country.",
    cure: "Look whether the person works abroad or one of the two values is old.",
    source: Authority::Page("IANA time zone database, zone.tab"),
    pass: &["timeZone: Europe/Berlin | country: DE", "timeZone: UTC | country: DE"],
    fail: &["timeZone: America/New_York | country: DE"],
};

pub(super) const DEFAULTED: Rule = Rule {
    id: "timezone/defaulted",
    effect: Effect::Informs,
    title: "Company's default time zone is used",
    reason: "Neither time zone nor country nor state decide, so the company's default does.",
    cure: "Fill in the time zone, or the country and where needed the state.",
    source: Authority::Articles("how the time zone is calculated"),
    pass: &["country: DE"],
    fail: &["timeZone: | country: "],
};

/// What the value says of itself, and beside the country.
#[inline(never)]
pub(crate) fn check(place: &Place<'_>, who: &dyn Fn() -> String, sink: &mut impl Sink) {
    let text = place.time_zone;
    let attribute = Attribute::TimeZone;
    let Some(zone) = &place.zone_match else {
        return;
    };
    let instead = "The country, the state or the company's default decide instead.";
    match zone {
        ZoneMatch::Exact(zone) => {
            if zone.is_fixed() {
                sink.report(RuleId::TimezoneFixed, attribute, 0, || {
                    let turned = match (text.strip_prefix("Etc/GMT+"), text.strip_prefix("Etc/GMT-")) {
                        (Some("0"), _) | (_, Some("0")) | (None, None) => String::new(),
                        (Some(hours), _) => format!(" It is {hours} hours behind UTC, not ahead."),
                        (_, Some(hours)) => format!(" It is {hours} hours ahead of UTC, not behind."),
                    };
                    Detail::new(format!("\"{text}\" counts as the time zone of {}, but follows no country's clock.{turned}", who()))
                });
                return;
            }
            if zone.is_unlisted_link() {
                sink.report(RuleId::TimezoneLink, attribute, 0, || {
                    let newer = zone.target().name();
                    Detail::new(format!("\"{text}\" counts as the time zone of {}; it is an older name of {newer}.", who()))
                        .suggest(newer)
                });
            }
            if let Some(country) = place.country()
                && !zone.is_in(country)
                && !place.part().is_some_and(|part| zone.is_in(part))
            {
                sink.report(RuleId::TimezoneCountryMismatch, attribute, 0, || {
                    Detail::new(format!(
                        "\"{text}\" counts as the time zone of {}, but {} does not use it. One of the two may be old.",
                        who(),
                        country.name()
                    ))
                });
            }
        }
        ZoneMatch::Offset => sink.report(RuleId::TimezoneOffset, attribute, 0, || {
            Detail::new(format!("The time zone \"{text}\" of {} is an offset; offsets do not count. {instead}", who()))
        }),
        ZoneMatch::Windows(zone) => sink.report(RuleId::TimezoneWindows, attribute, 0, || {
            let country = place.known_country();
            let own = country.filter(|country| zone.is_in(*country));
            let there = own.map_or_else(String::new, |country| format!(" in {}", country.name()));
            // A clock that the person's country does not keep: one of the two values is wrong.
            let doubtful = country.is_some() && own.is_none();
            let detail = Detail::new(format!(
                "The time zone \"{text}\" of {} is a Windows name and does not count;{there} it is {}.",
                who(),
                zone.name()
            ));
            if doubtful { detail.choose(vec![zone.name().to_owned()]) } else { detail.suggest(zone.name()) }
        }),
        ZoneMatch::Misspelled(zone) => sink.report(RuleId::TimezoneUnknown, attribute, 0, || {
            Detail::new(format!(
                "The time zone \"{text}\" of {} is not spelled as in the time zone database and does not count. Write \"{}\".",
                who(),
                zone.name()
            ))
            .suggest(zone.name())
        }),
        ZoneMatch::Unknown(near) => sink.report(RuleId::TimezoneUnknown, attribute, 0, || {
            Detail::new(format!("The time zone \"{text}\" of {} is no name of the time zone database and does not count. {instead}", who()))
                .choose(near.iter().map(|zone| zone.name().to_owned()).collect())
        }),
    }
}

/// Runs when all is known that the file knows. `asked`: a state or country was asked for already. Where an
/// attribute that the file does not hold might decide, nothing is said.
pub(crate) fn check_absence(facts: &Facts<'_>, asked: bool, sink: &mut impl Sink) {
    let decides = [Attribute::TimeZone, Attribute::Country, Attribute::State];
    let known = |attribute| facts.is_known(attribute);
    let open = (facts.asks_for_state() && !known(Attribute::State))
        || (facts.is_present(Attribute::State) && !known(Attribute::Country));
    let quiet = asked || open || facts.is_placeholder(Attribute::TimeZone);
    if facts.is_defaulted() && !quiet && decides.into_iter().any(known) {
        sink.report(RuleId::TimezoneDefaulted, Attribute::TimeZone, 0, || {
            let message = match facts.default_zone() {
                Some(zone) => {
                    format!(
                        "{} gets the company's default time zone, {}: nothing nearer decides.",
                        facts.who(),
                        zone.name()
                    )
                }
                None => format!(
                    "{} gets the company's default time zone, which is not set here: nothing nearer decides.",
                    facts.who()
                ),
            };
            Detail::new(message)
        });
    }
}
