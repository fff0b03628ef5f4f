//! Countries of ISO 3166-1.

use super::{
    Zone, fold, lines,
    near::Near,
    subdivision,
    tables::{COUNTRY_SPELLINGS, countries::FACTS},
};

/// A row of the country table.
pub(super) struct Fact {
    alpha2: &'static str,
    alpha3: &'static str,
    numeric: u16,
    name: &'static str,
    weekend: u8,
    zones: &'static [Zone],
    one_clock: bool,
}

/// A country without people and without a zone.
pub(super) const fn no_zone(
    alpha2: &'static str,
    alpha3: &'static str,
    numeric: u16,
    name: &'static str,
    weekend: u8,
    zones: &'static [Zone],
) -> Fact {
    Fact { alpha2, alpha3, numeric, name, weekend, zones, one_clock: false }
}

/// A country whose zones all behave alike.
pub(super) const fn one_clock(
    alpha2: &'static str,
    alpha3: &'static str,
    numeric: u16,
    name: &'static str,
    weekend: u8,
    zones: &'static [Zone],
) -> Fact {
    Fact { alpha2, alpha3, numeric, name, weekend, zones, one_clock: true }
}

/// A country whose zones differ.
pub(super) const fn several(
    alpha2: &'static str,
    alpha3: &'static str,
    numeric: u16,
    name: &'static str,
    weekend: u8,
    zones: &'static [Zone],
) -> Fact {
    Fact { alpha2, alpha3, numeric, name, weekend, zones, one_clock: false }
}

/// A country of ISO 3166-1, as an index into the country table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Country(pub u16);

impl Country {
    /// How many countries there are.
    pub const COUNT: usize = FACTS.len();

    /// Every country, by alpha-2 code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FACTS.len() as u16).map(Self)
    }

    fn fact(self) -> &'static Fact {
        &FACTS[usize::from(self.0)]
    }

    /// `US`.
    pub fn alpha2(self) -> &'static str {
        self.fact().alpha2
    }

    /// `USA`.
    pub fn alpha3(self) -> &'static str {
        self.fact().alpha3
    }

    /// The English name people use: `United States`, `South Korea`, `Türkiye`.
    pub fn name(self) -> &'static str {
        self.fact().name
    }

    /// All zones that zone.tab lists for it, most populous first. Empty for two uninhabited
    /// islands (BV, HM).
    pub fn zones(self) -> &'static [Zone] {
        self.fact().zones
    }

    /// The zone of the country, if all its zones behave alike; of several, the one where most
    /// people live.
    pub fn single_zone(self) -> Option<Zone> {
        let fact = self.fact();
        fact.zones.first().copied().filter(|_| fact.one_clock)
    }

    /// The weekend by CLDR week data.
    pub fn weekend(self) -> Weekend {
        Weekend(self.fact().weekend)
    }

    /// By exact upper-case alpha-2 code.
    pub fn from_alpha2(code: &str) -> Option<Self> {
        let index = FACTS.binary_search_by(|fact| fact.alpha2.cmp(code)).ok()?;
        Some(Self(index as u16))
    }

    fn from_alpha3(code: &str) -> Option<Self> {
        Self::all().find(|country| country.alpha3() == code)
    }

    fn from_numeric(code: &str) -> Option<Self> {
        let number: u16 = code.parse().ok()?;
        Self::all().find(|country| country.fact().numeric == number)
    }
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

/// Looks a country up. `text` is trimmed.
///
/// Case, accents, punctuation between words, "the", "&" for "and" and "St" for "Saint" do not
/// count. A name of a subdivision (`Indiana`, `New Jersey`) is near to no country. Kosovo has no
/// code in ISO 3166-1 and is unknown.
pub fn country(text: &str) -> CountryMatch {
    let text = text.trim();
    let plain = fold::plain(text);
    if let Some(country) = from_code(&plain) {
        return CountryMatch::Documented(country);
    }
    if plain.len() == 3 && plain.bytes().all(|b| b.is_ascii_digit()) {
        // Fewer digits may as well be a dialling code.
        if let Some(country) = Country::from_numeric(&plain) {
            return CountryMatch::Alias(country);
        }
    }
    let key = fold::key(text);
    if let Some(found) = by_name(text, &key) {
        return found;
    }
    // "Ireland, Republic of", as sorted lists have it.
    if let Some((name, rest)) = text.split_once(", ") {
        let turned = format!("{rest} {name}");
        if let Some(found) = by_name(&turned, &fold::key(&turned)) {
            return found;
        }
    }
    // Dots in a code: "U.S.A.".
    if plain.contains('.')
        && let Some(country) = from_code(&key)
    {
        return CountryMatch::Alias(country);
    }
    CountryMatch::Unknown(near(text, &key))
}

/// By a spelling of the table.
fn by_name(text: &str, key: &str) -> Option<CountryMatch> {
    let line = lines::find(lines::body(COUNTRY_SPELLINGS), key)?;
    let (mark, codes) = line.rest.split_at(1);
    let mut countries = codes.split(' ').filter_map(Country::from_alpha2);
    if mark == "?" {
        return Some(CountryMatch::Ambiguous(countries.collect()));
    }
    let country = countries.next()?;
    let words = fold::words(text);
    let exact = line.spellings().any(|spelling| fold::words(spelling) == words);
    Some(if mark == "=" && exact { CountryMatch::Documented(country) } else { CountryMatch::Alias(country) })
}

/// By alpha-2 or alpha-3 code in any case.
fn from_code(text: &str) -> Option<Country> {
    let code = text.to_ascii_uppercase();
    match code.len() {
        2 => Country::from_alpha2(&code),
        3 => Country::from_alpha3(&code),
        _ => None,
    }
}

/// Countries spelled nearly like this, but for names that are right elsewhere.
fn near(text: &str, key: &str) -> Vec<Country> {
    let mut near = Near::new(key);
    if near.hopeless() {
        return Vec::new();
    }
    let mut folded = String::new();
    for line in lines::all(lines::body(COUNTRY_SPELLINGS)) {
        folded.clear();
        fold::fold_into(line.name(), false, &mut folded);
        near.offer(&folded, line.rest);
    }
    let found: Vec<_> = near.ranked();
    if found.is_empty() || subdivision::is_name(text) {
        return Vec::new();
    }
    let mut countries = Vec::new();
    for code in found.into_iter().flat_map(|codes| codes[1..].split(' ')) {
        countries.extend(Country::from_alpha2(code).filter(|c| !countries.contains(c)));
    }
    countries
}

/// Weekend days as a bit set, Monday is bit 0.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Weekend(pub u8);

impl Weekend {
    /// Lower-case English day names, Monday first: `["saturday", "sunday"]`.
    pub fn days(self) -> Vec<&'static str> {
        const DAYS: [&str; 7] =
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let is_set = |(bit, _): &(usize, &str)| self.0 & (1 << bit) != 0;
        DAYS.into_iter().enumerate().filter(is_set).map(|(_, day)| day).collect()
    }
}
