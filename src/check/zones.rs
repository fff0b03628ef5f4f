//! People by their effective time zone, and what another default or all suggestions would make of it.
//!
//! Time zone, country, state and locale repeat, so all of this is asked of the few places that people share: going
//! over the people themselves is counting.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::columns::{Outcome, Role, Row};
use super::store::Store;
use super::{Check, Filter, judge};
use crate::profile::Attribute;
use crate::reference::{Weekend, Zone};
use crate::rules::{Detail, RuleId, Sink};
use crate::timezone::{Origin, Place};

/// A suggestion that was taken may bring another to light: under a country that is cured, its states are judged.
const ROUNDS: usize = 4;

/// The attributes that make a place, in the order of its texts.
const ATTRIBUTES: [Attribute; 4] =
    [Attribute::TimeZone, Attribute::Country, Attribute::State, Attribute::Locale];

/// Numbers of people by what decides their time zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ZoneSources {
    /// The time zone attribute.
    pub time_zone: u64,
    /// The country.
    pub country: u64,
    /// The state or province.
    pub state: u64,
    /// The company's default.
    pub default: u64,
    /// Nothing: these people have no time zone.
    pub none: u64,
}

impl ZoneSources {
    fn of(&mut self, origin: Origin) -> &mut u64 {
        match origin {
            Origin::TimeZone => &mut self.time_zone,
            Origin::Country => &mut self.country,
            Origin::State => &mut self.state,
            Origin::Default => &mut self.default,
            Origin::None => &mut self.none,
        }
    }
}

/// People of one time zone who have the same weekend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WeekendPeople {
    /// English names of days in small letters, Monday first.
    pub days: Vec<String>,
    /// How many.
    pub count: u64,
    /// How many of them have the time zone by the company's default.
    pub defaulted: u64,
}

/// People of one effective time zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ZonePeople {
    /// Name of the zone; none for people without one.
    pub zone: Option<String>,
    /// How many.
    pub count: u64,
    /// The same by what decides.
    pub sources: ZoneSources,
    /// The same by weekend, the most frequent first.
    pub weekends: Vec<WeekendPeople>,
}

/// Everyone who is imported, by effective time zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Zones {
    /// How many people are imported.
    pub people: u64,
    /// By what decides.
    pub sources: ZoneSources,
    /// By zone, the largest first, then by name.
    pub zones: Vec<ZonePeople>,
}

/// What is tried out on time zones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct WhatIf {
    /// Name of another default time zone; none for the company's own. A name that is no zone, such as an empty one,
    /// stands for no default at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Whether all suggestions on time zone, country, state and locale are taken.
    pub suggestions: bool,
}

/// People who go from one time zone to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ZoneMove {
    /// Name of the zone they have; none where they have none.
    pub from: Option<String>,
    /// Name of the zone they would have.
    pub to: Option<String>,
    /// How many.
    pub count: u64,
    /// Both zones show the same time, now and for two years to come.
    pub same_clock: bool,
}

/// Time zones as they are and as they would be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ZonesIf {
    /// As they are.
    pub before: Zones,
    /// As they would be.
    pub after: Zones,
    /// How many people would have another zone.
    pub moved: u64,
    /// How many would have another weekend.
    pub weekends_moved: u64,
    /// From where to where, the most people first.
    pub moves: Vec<ZoneMove>,
}

/// What a place comes to.
#[derive(Clone, Copy)]
struct Fate {
    zone: Option<Zone>,
    origin: Origin,
    weekend: Weekend,
}

impl Fate {
    fn or(self, default: Option<Zone>) -> Fate {
        match (self.zone, default) {
            (None, Some(_)) => Fate { zone: default, origin: Origin::Default, ..self },
            _ => self,
        }
    }
}

impl Check {
    /// Everyone who is imported, by effective time zone.
    pub fn zones(&self) -> Zones {
        tally(&self.crowds(), &fates(&self.base.store, &self.now()))
    }

    /// Time zones as they are, and as they would be with another default, with all suggestions on time zone, country,
    /// state and locale taken, or with both. For `default` see [`WhatIf::default`].
    pub fn zones_if(&self, default: Option<&str>, suggestions: bool) -> ZonesIf {
        let store = &self.base.store;
        let crowds = self.crowds();
        let (now, then) = (fates(store, &self.now()), fates(store, &self.then(default, suggestions)));
        let (mut going, mut weekends_moved) = (0, 0);
        let mut ways: BTreeMap<(Option<Zone>, Option<Zone>), u64> = BTreeMap::new();
        for (count, (now, then)) in crowds.iter().zip(now.iter().zip(&then)) {
            if now.zone != then.zone && *count > 0 {
                going += count;
                *ways.entry((now.zone, then.zone)).or_default() += count;
            }
            if now.weekend != then.weekend {
                weekends_moved += count;
            }
        }
        let mut moves: Vec<ZoneMove> = ways
            .into_iter()
            .map(|((from, to), count)| ZoneMove {
                from: name(from),
                to: name(to),
                count,
                same_clock: from.zip(to).is_some_and(|(from, to)| from.behaves_like(to)),
            })
            .collect();
        moves.sort_by(|one, other| {
            let key = |way: &ZoneMove| (way.from.clone(), way.to.clone());
            other.count.cmp(&one.count).then_with(|| key(one).cmp(&key(other)))
        });
        ZonesIf {
            before: tally(&crowds, &now),
            after: tally(&crowds, &then),
            moved: going,
            weekends_moved,
            moves,
        }
    }

    /// Number of imported people of each place.
    fn crowds(&self) -> Vec<u64> {
        let store = &self.base.store;
        let mut crowds = vec![0; store.places.len()];
        for row in store.rows.iter().filter(|row| is_imported(row)) {
            crowds[row.place as usize] += 1;
        }
        crowds
    }

    fn now(&self) -> World {
        World { default: self.base.store.context.default_zone, suggestions: false }
    }

    fn then(&self, default: Option<&str>, suggestions: bool) -> World {
        let own = self.base.store.context.default_zone;
        World { default: default.map_or(own, |name| Zone::from_name(name.trim())), suggestions }
    }

    /// Whether a row passes the parts of a filter that are about time zones.
    pub(super) fn zoned(&self, filter: &Filter) -> impl Fn(&Row) -> bool {
        let wanted = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let (zone, source) = (wanted(&filter.zone), wanted(&filter.zone_source));
        let store = &self.base.store;
        let moving: Option<Vec<bool>> = filter.moves.as_ref().map(|what| {
            let then = fates(store, &self.then(what.default.as_deref(), what.suggestions));
            fates(store, &self.now()).iter().zip(then).map(|(now, then)| now.zone != then.zone).collect()
        });
        let asked = zone.is_some() || source.is_some() || moving.is_some();
        move |row| {
            if !asked {
                return true;
            }
            if !is_imported(row) {
                return false;
            }
            let (own, origin) = store.zone(row);
            zone.as_deref().is_none_or(|zone| own.map_or("none", Zone::name) == zone)
                && source.as_deref().is_none_or(|source| match source {
                    "own" => !matches!(origin, Origin::Default | Origin::None),
                    _ => origin.name() == source,
                })
                && moving.as_ref().is_none_or(|moving| moving[row.place as usize])
        }
    }
}

/// Under what places are judged.
struct World {
    default: Option<Zone>,
    suggestions: bool,
}

fn is_imported(row: &Row) -> bool {
    row.role == Role::Person && row.outcome == Outcome::Imported
}

fn name(zone: Option<Zone>) -> Option<String> {
    zone.map(|zone| zone.name().to_owned())
}

/// What becomes of each place.
fn fates(store: &Store, world: &World) -> Vec<Fate> {
    let judged = store.places.iter().enumerate().map(|(number, place)| {
        let fate = Fate { zone: place.zone, origin: place.origin, weekend: place.weekend };
        // Where nothing was found there is nothing to take.
        let found = world.suggestions && !store.spots(number as u32).is_empty();
        if found { cured(store, number as u32) } else { fate }
    });
    judged.map(|fate| fate.or(world.default)).collect()
}

/// What a place comes to when all suggestions are taken.
fn cured(store: &Store, number: u32) -> Fate {
    let found = store.read_place(number);
    let mut texts =
        [found.time_zone, found.country_text, found.state_text, found.locale_text].map(str::to_owned);
    let mut rounds = ROUNDS;
    loop {
        let [zone, country, state, locale] = &texts;
        let place = Place::read([zone, country, state, locale]);
        let fate = Fate { zone: place.zone, origin: place.origin, weekend: place.weekend() };
        let mut sink = Suggestions { store, taken: Vec::new() };
        judge::place(&place, &String::new, &mut sink);
        let mut next = texts.clone();
        for (attribute, value) in sink.taken {
            if let Some(at) = ATTRIBUTES.iter().position(|own| *own == attribute) {
                next[at] = value;
            }
        }
        if rounds == 0 || next == texts {
            return fate;
        }
        rounds -= 1;
        texts = next;
    }
}

/// Keeps what findings suggest. A rule that is off says nothing, so it suggests nothing either.
struct Suggestions<'s> {
    store: &'s Store,
    taken: Vec<(Attribute, String)>,
}

impl Sink for Suggestions<'_> {
    fn report(&mut self, rule: RuleId, attribute: Attribute, _: u16, detail: impl FnOnce() -> Detail) {
        if self.store.findings.severity(rule).is_some()
            && let Some(value) = detail().suggestion
        {
            self.taken.push((attribute, value));
        }
    }
}

/// Adds people up by zone, source and weekend.
fn tally(crowds: &[u64], fates: &[Fate]) -> Zones {
    // By weekend: all, and those by default.
    type Weekends = BTreeMap<u8, (u64, u64)>;
    let mut all = Zones::default();
    let mut zones: BTreeMap<Option<Zone>, (ZoneSources, Weekends)> = BTreeMap::new();
    for (&count, fate) in crowds.iter().zip(fates).filter(|(count, _)| **count > 0) {
        all.people += count;
        *all.sources.of(fate.origin) += count;
        let (sources, weekends) = zones.entry(fate.zone).or_default();
        *sources.of(fate.origin) += count;
        let weekend = weekends.entry(fate.weekend.0).or_default();
        weekend.0 += count;
        weekend.1 += if fate.origin == Origin::Default { count } else { 0 };
    }
    all.zones = zones
        .into_iter()
        .map(|(zone, (sources, weekends))| {
            let mut weekends: Vec<WeekendPeople> = weekends
                .into_iter()
                .map(|(bits, (count, defaulted))| {
                    let days = Weekend(bits).days().into_iter().map(str::to_owned).collect();
                    WeekendPeople { days, count, defaulted }
                })
                .collect();
            weekends.sort_by_key(|weekend| std::cmp::Reverse(weekend.count));
            let count = weekends.iter().map(|weekend| weekend.count).sum();
            ZonePeople { zone: name(zone), count, sources, weekends }
        })
        .collect();
    all.zones.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.zone.cmp(&other.zone)));
    all
}
