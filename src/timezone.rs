//! The effective time zone of a person, and the trail that led to it.
//!
//! The articles give the order: time zone, country, state, company default. What they leave open is
//! an assumption with a name, listed in `docs/assumptions.md`.

use crate::profile::Attribute;
use crate::reference::{
    self, Country, CountryMatch, Subdivision, SubdivisionMatch, Weekend, Zone, ZoneMatch,
};
use crate::rules::locale::{self, Locale};
use crate::rules::value::trim;

/// A country with several zones and no state: the company's default is used.
pub(crate) const NO_STATE: &str = "no-state";
/// A state with several zones: the one where most of its people live is used.
pub(crate) const SPLIT_STATE: &str = "split-state";
/// A state that is a country of its own is used as that country.
pub(crate) const STATE_IS_COUNTRY: &str = "state-is-country";

/// Where an effective time zone comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The time zone attribute.
    TimeZone,
    /// The country.
    Country,
    /// The state or province.
    State,
    /// The company's default.
    Default,
    /// Nothing: no default is set.
    None,
}

impl Origin {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Origin::TimeZone => "timeZone",
            Origin::Country => "country",
            Origin::State => "state",
            Origin::Default => "default",
            Origin::None => "none",
        }
    }
}

/// What a step of the trail came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No value.
    Empty,
    /// The files do not hold the attribute.
    Unknown,
    /// A value that does not count.
    Rejected,
    /// A value that does not decide.
    Ambiguous,
    /// The zone is from here.
    Decided,
}

impl Outcome {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Empty => "empty",
            Outcome::Unknown => "unknown",
            Outcome::Rejected => "rejected",
            Outcome::Ambiguous => "ambiguous",
            Outcome::Decided => "decided",
        }
    }
}

/// One step of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// `timeZone`, `country`, `state` or `default`.
    pub step: &'static str,
    /// The value as it is judged.
    pub value: String,
    /// What it came to.
    pub outcome: Outcome,
    /// Id of the assumption it rests on.
    pub assumption: Option<&'static str>,
}

/// Time zone, country, state and locale of a person, read together.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    pub(crate) time_zone: &'a str,
    pub(crate) zone_match: Option<ZoneMatch>,
    pub(crate) country_text: &'a str,
    pub(crate) country_match: Option<CountryMatch>,
    pub(crate) state_text: &'a str,
    pub(crate) state_match: Option<SubdivisionMatch>,
    pub(crate) locale_text: &'a str,
    pub(crate) locale: Option<Locale>,
    /// The zone, before the company's default.
    pub(crate) zone: Option<Zone>,
    pub(crate) origin: Origin,
    pub(crate) assumption: Option<&'static str>,
}

/// What each value of a place is. Finding it out takes a while where a value is spelled wrong.
#[derive(Clone, Debug)]
pub(crate) struct Meant {
    pub(crate) country: Option<CountryMatch>,
    pub(crate) zone: Option<ZoneMatch>,
    pub(crate) state: Option<SubdivisionMatch>,
    pub(crate) locale: Option<Locale>,
}

impl<'a> Place<'a> {
    /// Reads time zone, country, state and locale, trimmed; empty ones say nothing.
    pub(crate) fn read(texts: [&'a str; 4]) -> Place<'a> {
        let [zone_text, country_text, state_text, locale_text] = texts;
        let country = (!country_text.is_empty()).then(|| reference::country(country_text));
        let known = known(country.as_ref());
        let zone = (!zone_text.is_empty()).then(|| reference::zone(zone_text, known));
        let state = known.filter(|_| !state_text.is_empty()).and_then(|country| state(country, state_text));
        let locale = (!locale_text.is_empty()).then(|| locale::read(locale_text, known));
        Place::meaning(Meant { country, zone, state, locale }, texts)
    }

    /// The same four values, what each of them is being known already.
    #[inline(never)]
    pub(crate) fn meaning(meant: Meant, texts: [&'a str; 4]) -> Place<'a> {
        let [time_zone, country_text, state_text, locale_text] = texts;
        let mut place = Place {
            time_zone,
            zone_match: meant.zone,
            country_text,
            country_match: meant.country,
            state_text,
            state_match: meant.state,
            locale_text,
            locale: meant.locale,
            zone: None,
            origin: Origin::None,
            assumption: None,
        };
        (place.zone, place.origin, place.assumption) = place.decide();
        place
    }

    /// What each of the values is.
    pub(crate) fn meant(&self) -> Meant {
        Meant {
            country: self.country_match.clone(),
            zone: self.zone_match.clone(),
            state: self.state_match.clone(),
            locale: self.locale.clone(),
        }
    }

    #[inline(never)]
    fn decide(&self) -> (Option<Zone>, Origin, Option<&'static str>) {
        if let Some(ZoneMatch::Exact(zone)) = self.zone_match {
            return (Some(zone), Origin::TimeZone, None);
        }
        let Some(country) = self.country() else {
            return (None, Origin::None, None);
        };
        if let Some(part) = self.part() {
            // A part that is a country of its own never asks for more.
            return match part.single_zone() {
                Some(zone) => (Some(zone), Origin::Country, Some(STATE_IS_COUNTRY)),
                None => (None, Origin::None, Some(STATE_IS_COUNTRY)),
            };
        }
        if let Some(zone) = country.single_zone() {
            return (Some(zone), Origin::Country, None);
        }
        match self.documented_state().and_then(|state| state.zone().map(|zone| (state, zone))) {
            Some((state, zone)) => {
                (Some(zone), Origin::State, (!state.other_zones().is_empty()).then_some(SPLIT_STATE))
            }
            None => (None, Origin::None, None),
        }
    }

    /// The country, if its value counts.
    pub(crate) fn country(&self) -> Option<Country> {
        match self.country_match {
            Some(CountryMatch::Documented(country)) => Some(country),
            _ => None,
        }
    }

    /// The country, even if its value is in another form than documented.
    pub(crate) fn known_country(&self) -> Option<Country> {
        known(self.country_match.as_ref())
    }

    fn documented_state(&self) -> Option<Subdivision> {
        match self.state_match {
            Some(SubdivisionMatch::Documented(state)) => Some(state),
            _ => None,
        }
    }

    /// The part of the country that is a country of its own.
    pub(crate) fn part(&self) -> Option<Country> {
        self.documented_state()
            .and_then(Subdivision::as_country)
            .filter(|part| Some(*part) != self.known_country())
    }

    /// Does the country's zone depend on the state?
    pub(crate) fn asks_for_state(&self) -> bool {
        self.part().is_none()
            && self
                .country()
                .is_some_and(|country| country.single_zone().is_none() && !country.zones().is_empty())
    }

    /// The weekend that the locale stands for: without one that counts, that of en-US.
    pub(crate) fn weekend(&self) -> Weekend {
        match self.locale {
            Some(Locale::Good { region }) => region.weekend(),
            _ => Country::from_alpha2("US").map_or(Weekend(0b110_0000), Country::weekend),
        }
    }

    /// Attributes with a value that does not count, as bits.
    pub(crate) fn flagged(&self) -> u32 {
        let zone = !matches!(self.zone_match, None | Some(ZoneMatch::Exact(_)));
        let country = !matches!(self.country_match, None | Some(CountryMatch::Documented(_)));
        let state = !matches!(self.state_match, None | Some(SubdivisionMatch::Documented(_)));
        let locale = !matches!(self.locale, None | Some(Locale::Good { .. }));
        [
            (zone, Attribute::TimeZone),
            (country, Attribute::Country),
            (state, Attribute::State),
            (locale, Attribute::Locale),
        ]
        .into_iter()
        .filter(|(flagged, _)| *flagged)
        .fold(0, |bits, (_, attribute)| bits | attribute.bit())
    }

    /// The steps up to the one that decides. `known` are the attributes that the person's files hold.
    pub(crate) fn trail(&self, known: u32, default: Option<Zone>) -> Vec<Step> {
        let mut trail = Vec::with_capacity(4);
        let flagged = self.flagged();
        let steps = [
            (Attribute::TimeZone, self.time_zone, Origin::TimeZone),
            (Attribute::Country, self.country_text, Origin::Country),
            (Attribute::State, self.state_text, Origin::State),
        ];
        for (attribute, value, origin) in steps {
            let outcome = if self.origin == origin {
                Outcome::Decided
            } else if flagged & attribute.bit() != 0 {
                Outcome::Rejected
            } else if !value.is_empty() {
                Outcome::Ambiguous
            } else if known & attribute.bit() == 0 {
                Outcome::Unknown
            } else {
                Outcome::Empty
            };
            let assumption = if self.origin == origin {
                self.assumption
            } else {
                (attribute == Attribute::State && value.is_empty() && self.asks_for_state())
                    .then_some(NO_STATE)
            };
            trail.push(Step { step: attribute.name(), value: value.to_owned(), outcome, assumption });
            if outcome == Outcome::Decided {
                return trail;
            }
        }
        let (value, outcome) = default.map_or(("", Outcome::Empty), |zone| (zone.name(), Outcome::Decided));
        trail.push(Step { step: "default", value: value.to_owned(), outcome, assumption: None });
        trail
    }
}

/// An effective time zone and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// The zone; none where nothing decides and no default is set.
    pub zone: Option<Zone>,
    /// Where it comes from.
    pub origin: Origin,
    /// The steps that led to it.
    pub trail: Vec<Step>,
}

/// The effective time zone for one set of values, in the documented order.
pub fn effective(time_zone: &str, country: &str, state: &str, default: Option<Zone>) -> Effective {
    // As values of a file are.
    let [time_zone, country, state] = [time_zone, country, state].map(trim);
    let place = Place::read([time_zone, country, state, ""]);
    let trail = place.trail(u32::MAX, default);
    let (zone, origin) = match (place.zone, default) {
        (Some(zone), _) => (Some(zone), place.origin),
        (None, Some(zone)) => (Some(zone), Origin::Default),
        (None, None) => (None, Origin::None),
    };
    Effective { zone, origin, trail }
}

/// What the clock of a zone shows, by the rules of the embedded database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalClock {
    /// Local date and time, `2026-12-15 05:00`.
    pub local: String,
    /// Its distance from UTC, `UTC-07:00`.
    pub offset: String,
    /// The next clock change: the first local time after it, and the offset from then on.
    pub next: Option<(String, String)>,
}

/// Farthest from 1970 that a clock is asked for: further away than this no calendar has a year of four digits.
const FARTHEST: i64 = 10_000 * 366 * 86_400;

/// The clock of a zone at an instant, given in Unix seconds; of one further away than ten thousand years, that of then.
pub fn clock(zone: Zone, at: i64) -> LocalClock {
    let at = at.clamp(-FARTHEST, FARTHEST);
    let clock = zone.clock_at(at);
    let told = |at: i64, offset: i32| (local(at + i64::from(offset)), offset_text(offset));
    let (local, offset) = told(at, clock.offset_seconds);
    LocalClock { local, offset, next: clock.next_change.map(|(at, offset)| told(at, offset)) }
}

fn offset_text(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Date and time of seconds counted from the beginning of 1970, in the proleptic Gregorian calendar.
fn local(seconds: i64) -> String {
    // Years are counted from March, so that the leap day is the last of its year.
    let days = seconds.div_euclid(86_400) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (0, month + 3) } else { (1, month - 9) };
    let year = year + year_of_era + era * 400;
    let minutes = seconds.rem_euclid(86_400) / 60;
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", minutes / 60, minutes % 60)
}

/// The country that a value names.
pub(crate) fn known(country: Option<&CountryMatch>) -> Option<Country> {
    match country {
        Some(CountryMatch::Documented(country) | CountryMatch::Alias(country)) => Some(*country),
        _ => None,
    }
}

/// Looks a state up where it matters: everywhere for what it is, but only in countries whose zones
/// differ for what it is not. Elsewhere a state is free text, save where it is clearly a state of a
/// country whose zones differ.
#[inline(never)]
pub(crate) fn state(country: Country, text: &str) -> Option<SubdivisionMatch> {
    let found = reference::subdivision(country, text);
    if matches!(found, SubdivisionMatch::Documented(_)) || country.single_zone().is_none() {
        return Some(found);
    }
    match found {
        SubdivisionMatch::Elsewhere(places)
            if places.iter().all(|place| place.zone().is_some()) && text.chars().count() > 3 =>
        {
            Some(SubdivisionMatch::Elsewhere(places))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        // Instants from POSIX and RFC 3339 examples, and both ends of a leap day.
        for (seconds, text) in [
            (0, "1970-01-01 00:00"),
            (951_782_400, "2000-02-29 00:00"),
            (951_868_799, "2000-02-29 23:59"),
            (951_868_800, "2000-03-01 00:00"),
            (1_797_336_000, "2026-12-15 12:00"),
            (4_102_444_799, "2099-12-31 23:59"),
            (-1, "1969-12-31 23:59"),
        ] {
            assert_eq!(local(seconds), text);
        }
        assert_eq!(
            [offset_text(-12_600), offset_text(20_700), offset_text(0)],
            ["UTC-03:30", "UTC+05:45", "UTC+00:00"]
        );
    }
}
