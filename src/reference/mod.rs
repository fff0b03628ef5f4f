//! Facts everyone may ask, that ask no one: countries, subdivisions, time zones, Windows zones,
//! languages and weekends, as look-ups over the generated tables in `data/`.
//!
//! Nothing here knows about people or rules. No table is built at start-up: the generated tables
//! are sorted, and a look-up is a binary search over a folded spelling.

#![allow(missing_docs, clippy::missing_const_for_fn, unused_variables)]

/// A country of ISO 3166-1, as an index into the country table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Country(pub u16);

impl Country {
    /// `US`.
    pub fn alpha2(self) -> &'static str { "US" }
    /// `USA`.
    pub fn alpha3(self) -> &'static str { "USA" }
    /// The English name people use: `United States`, `South Korea`, `Türkiye`.
    pub fn name(self) -> &'static str { "United States" }
    /// All zones that zone.tab lists for it, most populous first.
    pub fn zones(self) -> &'static [Zone] { &[] }
    /// The zone of the country, if all its zones behave alike (section 5): of several, the one where most people live.
    pub fn single_zone(self) -> Option<Zone> { None }
    /// The weekend by CLDR week data.
    pub fn weekend(self) -> Weekend { Weekend(0b110_0000) }
    /// By exact upper-case alpha-2 code.
    pub fn from_alpha2(code: &str) -> Option<Country> { None }
}

/// What a text in a country column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountryMatch {
    /// A documented spelling: ISO or CLDR English name, alpha-2, alpha-3.
    Documented(Country),
    /// Certain, but not a documented spelling (`UK`, `England`, `Deutschland`, `840`).
    Alias(Country),
    /// Several countries answer to it (`Congo`, `Korea`).
    Ambiguous(Vec<Country>),
    /// Not a country; near misses, nearest first (may be empty).
    Unknown(Vec<Country>),
}

/// Looks a country up (section 4.2). `text` is trimmed.
pub fn country(text: &str) -> CountryMatch { CountryMatch::Unknown(Vec::new()) }

/// A subdivision of ISO 3166-2, as an index into the subdivision table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Subdivision(pub u16);

impl Subdivision {
    /// `US-TX`.
    pub fn code(self) -> &'static str { "US-TX" }
    /// `Texas`.
    pub fn name(self) -> &'static str { "Texas" }
    pub fn country(self) -> Country { Country(0) }
    /// The subdivision is itself an ISO 3166-1 country (FR-972 is MQ, US-PR is PR).
    pub fn as_country(self) -> Option<Country> { None }
    /// In a country whose zones differ: the zone where most of its people live. `None` elsewhere.
    pub fn zone(self) -> Option<Zone> { None }
    /// The other zones of a split subdivision that behave differently from `zone`, most populous first.
    pub fn other_zones(self) -> &'static [Zone] { &[] }
    /// Share of its people in `zone`, in percent (100 where not split).
    pub fn share(self) -> u8 { 100 }
}

/// What a text in a state column is, inside a known country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubdivisionMatch {
    /// A name or variant, the code's suffix, or the full code, without case or accents.
    Documented(Subdivision),
    /// Only punctuation or a known short form differs (`N.Y.`, `Calif.`, `Saint`/`St`).
    ShortForm(Subdivision),
    /// Not of this country, but certainly of others (name or full code elsewhere): those places.
    Elsewhere(Vec<Subdivision>),
    /// No such subdivision; near misses in this country, nearest first.
    Unknown(Vec<Subdivision>),
}

/// Looks a state up inside a known country (section 4.2). `text` is trimmed.
pub fn subdivision(country: Country, text: &str) -> SubdivisionMatch { SubdivisionMatch::Unknown(Vec::new()) }

/// A name of the time zone database, links included, without `Factory`, as an index into the zone table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Zone(pub u16);

impl Zone {
    /// `America/Chicago`.
    pub fn name(self) -> &'static str { "America/Chicago" }
    /// By exact name.
    pub fn from_name(name: &str) -> Option<Zone> { None }
    /// The current name behind a link (`US/Pacific` is `America/Los_Angeles`); itself otherwise.
    pub fn target(self) -> Zone { self }
    /// A link that zone.tab does not list (`US/Pacific`, `Asia/Calcutta`); Europe/Stockholm is none.
    pub fn is_unlisted_link(self) -> bool { false }
    /// A name that follows no country's clock (`UTC`, `Etc/GMT+5`, `EST`).
    pub fn is_fixed(self) -> bool { false }
    /// Same offsets from the release date of the data for two years on.
    pub fn behaves_like(self, other: Zone) -> bool { self == other }
    /// Is it, by name or by behaviour, one of the country's?
    pub fn is_in(self, country: Country) -> bool { false }
    /// Clock facts at an instant, from the embedded rules.
    pub fn clock_at(self, unix_seconds: i64) -> Clock { Clock { offset_seconds: 0, next_change: None } }
}

/// What a zone's clock shows at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Seconds east of UTC.
    pub offset_seconds: i32,
    /// The next change: instant (Unix seconds) and the offset from then on. `None` if none is known in the table.
    pub next_change: Option<(i64, i32)>,
}

/// What a text in a time zone column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneMatch {
    /// A name of the database, spelled exactly.
    Exact(Zone),
    /// An offset (`-05:00`, `UTC+1`, `GMT+8`, `+0530`, `Z`): no zone.
    Offset,
    /// A Windows zone name or its display string; the IANA zone for the country, else the default territory's.
    Windows(Zone),
    /// Right but for case (or spaces for underscores).
    Misspelled(Zone),
    /// Nothing known; near misses, nearest first.
    Unknown(Vec<Zone>),
}

/// Looks a time zone up. `text` is trimmed; `country` helps Windows names.
pub fn zone(text: &str, country: Option<Country>) -> ZoneMatch { ZoneMatch::Unknown(Vec::new()) }

/// Weekend days as a bit set, Monday is bit 0.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Weekend(pub u8);

impl Weekend {
    /// Lower-case English day names, Monday first: `["saturday", "sunday"]`.
    pub fn days(self) -> Vec<&'static str> { vec!["saturday", "sunday"] }
}

/// Does this ISO 639 language code exist (two or three letters, lower case)?
pub fn language(code: &str) -> bool { code.len() == 2 }

/// The region CLDR's likely subtags give a bare language (`ja` gives JP).
pub fn likely_region(language: &str) -> Option<Country> { None }

/// Versions of the tables, for the report and the page.
pub struct Versions {
    /// Time zone database, `2026f`.
    pub time_zones: &'static str,
    /// ISO 3166 source.
    pub iso_3166: &'static str,
    /// CLDR, `48.2`.
    pub cldr: &'static str,
}

pub const VERSIONS: Versions = Versions { time_zones: "0", iso_3166: "0", cldr: "0" };
