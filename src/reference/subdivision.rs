//! Subdivisions of ISO 3166-2.

use super::{
    Country, CountryMatch, Zone, fold,
    lines::{self, Line},
    near::Near,
    tables::{
        SUBDIVISIONS,
        states::STATES,
        subdivisions::{BLOCKS, COUNTRIES},
    },
};

/// A row of the table of states and zones.
pub(super) struct StateZone {
    subdivision: Subdivision,
    zone: Zone,
    share: u8,
    others: &'static [Zone],
}

/// A subdivision, its zone, the percentage of its people there, the zones of the others.
pub(super) const fn at(
    subdivision: Subdivision,
    zone: Zone,
    share: u8,
    others: &'static [Zone],
) -> StateZone {
    StateZone { subdivision, zone, share, others }
}

/// A subdivision of ISO 3166-2, as an index into the subdivision table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Subdivision(pub u16);

impl Subdivision {
    /// How many subdivisions there are.
    pub const COUNT: usize = BLOCKS[Country::COUNT].1 as usize;

    /// Every subdivision, country by country.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT as u16).map(Self)
    }

    fn line(self) -> Line {
        let country = self.country();
        let block = block(country);
        let place = usize::from(self.0 - BLOCKS[usize::from(country.0)].1);
        let end = name_ends(block).nth(place).expect("the blocks are as long as the table says");
        let start = memchr::memrchr(b'\n', &block.as_bytes()[..end]).map_or(0, |n| n + 1);
        Line::parse(&block[start..end])
    }

    /// `US-TX`.
    pub fn code(self) -> &'static str {
        self.line().rest
    }

    /// `Texas`.
    pub fn name(self) -> &'static str {
        self.line().name()
    }

    /// The country it is looked up in.
    pub fn country(self) -> Country {
        Country((BLOCKS.partition_point(|(_, first)| *first <= self.0) - 1) as u16)
    }

    /// The subdivision is itself an ISO 3166-1 country (FR-972 is MQ, US-PR is PR).
    pub fn as_country(self) -> Option<Country> {
        let row = COUNTRIES.binary_search_by_key(&self, |(subdivision, _)| *subdivision).ok()?;
        Some(COUNTRIES[row].1)
    }

    fn state(self) -> Option<&'static StateZone> {
        let row = STATES.binary_search_by_key(&self, |state| state.subdivision).ok()?;
        Some(&STATES[row])
    }

    /// In a country whose zones differ: the zone where most of its people live. `None` elsewhere.
    ///
    /// Four uninhabited islands (UM-67, UM-76, UM-81, UM-84) keep a clock that zone.tab lists for
    /// none of their country, and have none. A part that is a country of its own has that
    /// country's zone.
    pub fn zone(self) -> Option<Zone> {
        self.state().map(|state| state.zone)
    }

    /// The other zones of a split subdivision that behave differently from `zone`, most populous first.
    pub fn other_zones(self) -> &'static [Zone] {
        self.state().map_or(&[], |state| state.others)
    }

    /// Share of its people in `zone`, in percent (100 where not split).
    pub fn share(self) -> u8 {
        self.state().map_or(100, |state| state.share)
    }
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

/// Looks a state up inside a known country. `text` is trimmed.
///
/// Names are those of ISO 3166-2, each variant of them, and CLDR's English ones; of a part that is a country of its own also
/// those of the country.
pub fn subdivision(country: Country, text: &str) -> SubdivisionMatch {
    let text = text.trim();
    // ISO prints a second name in brackets: "Lleida [Lérida]".
    let text = text.strip_suffix(']').and_then(|t| t.split_once(" [")).map_or(text, |(name, _)| name);
    let plain = fold::plain(text);
    let key = fold::key(text);
    if key.is_empty() {
        return SubdivisionMatch::Unknown(Vec::new());
    }
    if let Some(subdivision) = by_code(country, &plain) {
        return SubdivisionMatch::Documented(subdivision);
    }
    let named = by_name(country, &plain, &key);
    if let Some((subdivision, true)) = named {
        return SubdivisionMatch::Documented(subdivision);
    }
    if let Some(part) = by_own_country(country, text) {
        return SubdivisionMatch::Documented(part);
    }
    if let Some((subdivision, _)) = named {
        return SubdivisionMatch::ShortForm(subdivision);
    }
    if let Some(subdivision) = by_code(country, &key) {
        return SubdivisionMatch::ShortForm(subdivision);
    }
    if let Some(found) = without_category(country, text) {
        return SubdivisionMatch::ShortForm(found);
    }
    let elsewhere = elsewhere(country, &plain, &key);
    if elsewhere.is_empty() {
        SubdivisionMatch::Unknown(near(country, &key))
    } else {
        SubdivisionMatch::Elsewhere(elsewhere)
    }
}

/// Is this the name of any subdivision?
pub(super) fn is_name(text: &str) -> bool {
    let (plain, key) = (fold::plain(text), fold::key(text));
    Country::all().any(|country| by_name(country, &plain, &key).is_some())
}

/// The lines of a country.
fn block(country: Country) -> &'static str {
    let index = usize::from(country.0);
    &SUBDIVISIONS[BLOCKS[index].0 as usize..BLOCKS[index + 1].0 as usize]
}

/// Where the lines of names end. They have no mark after the code, as other lines have.
fn name_ends(block: &str) -> impl Iterator<Item = usize> {
    let bytes = block.as_bytes();
    memchr::memchr_iter(b'\n', bytes).filter(|end| !matches!(bytes[end - 1], b'=' | b'~'))
}

/// By name, and whether it is a documented one spelled as documented.
fn by_name(country: Country, plain: &str, key: &str) -> Option<(Subdivision, bool)> {
    let line = lines::find(block(country), key)?;
    let (code, mark) = line.rest.split_once('\t').unwrap_or((line.rest, ""));
    let exact = line.spellings().any(|spelling| fold::plain(spelling) == plain);
    Some((with_code(country, code)?, exact && mark != "~"))
}

/// By exact code.
fn with_code(country: Country, code: &str) -> Option<Subdivision> {
    let block = block(country);
    let place = name_ends(block)
        .position(|end| block[..end].strip_suffix(code).is_some_and(|rest| rest.ends_with('\t')))?;
    Some(Subdivision(BLOCKS[usize::from(country.0)].1 + place as u16))
}

/// By suffix (`tx`) or full code (`us-tx`, or `ustx` where punctuation does not count).
fn by_code(country: Country, folded: &str) -> Option<Subdivision> {
    if folded.len() > "US-ABC".len() {
        return None;
    }
    let code = folded.to_ascii_uppercase();
    let full = |suffix: &str| with_code(country, &format!("{}-{suffix}", country.alpha2()));
    full(&code).or_else(|| {
        let rest = code.strip_prefix(country.alpha2())?;
        full(rest.strip_prefix('-').unwrap_or(rest))
    })
}

/// A part that is a country of its own, as ISO 3166-1 writes that: Réunion is La Réunion in ISO 3166-2, and its code is RE.
fn by_own_country(country: Country, text: &str) -> Option<Subdivision> {
    let mut parts = COUNTRIES.iter().filter(|(part, _)| part.country() == country).peekable();
    parts.peek()?;
    let CountryMatch::Documented(own) = super::country(text) else {
        return None;
    };
    parts.find(|(_, part)| *part == own).map(|(part, _)| *part)
}

/// What a country calls its subdivisions, where states are judged. A word that is not its own may
/// name another place: Kansas City is in Missouri, Washington County in Oregon.
const CATEGORIES: [(&str, &[&str]); 20] = [
    ("AU", &["state", "territory"]),
    ("BR", &["state", "estado"]),
    ("CA", &["province", "territory"]),
    ("CD", &["province"]),
    ("CL", &["region"]),
    ("CN", &["province", "city", "municipality", "autonomous region", "sheng", "shi"]),
    ("EC", &["province", "provincia"]),
    ("ES", &["province", "provincia", "autonomous community", "comunidad autonoma"]),
    ("FM", &["state"]),
    ("GL", &["municipality", "kommunia", "kommune"]),
    ("ID", &["province", "provinsi", "propinsi"]),
    ("KI", &["group"]),
    ("MN", &["province", "aimag", "aymag"]),
    ("MX", &["state", "estado"]),
    ("NZ", &["region"]),
    ("PG", &["province"]),
    ("PT", &["district", "distrito"]),
    ("RU", &["oblast", "region", "krai", "kray", "territory", "republic", "respublika", "autonomous okrug"]),
    ("UA", &["oblast", "region", "province"]),
    ("US", &["state", "commonwealth", "territory"]),
];

/// "Province of Alberta", "Texas State", "Estado do Acre": the name without what it is.
///
/// Where the bare name is another place (Moscow Oblast), a row of the table comes first.
fn without_category(country: Country, text: &str) -> Option<Subdivision> {
    const OF: [&str; 5] = ["of ", "de ", "do ", "da ", ""];
    let words = fold::words(text);
    let (_, own) = CATEGORIES.iter().find(|(code, _)| *code == country.alpha2())?;
    own.iter().find_map(|category| {
        let after = words.strip_prefix(category).and_then(|rest| rest.strip_prefix(' '));
        let after = after.and_then(|rest| OF.iter().find_map(|of| rest.strip_prefix(of)));
        let before = words.strip_suffix(category).and_then(|rest| rest.strip_suffix(' '));
        let mut bare = [after, before].into_iter().flatten();
        bare.find_map(|rest| by_name(country, rest, &fold::key(rest))).map(|(found, _)| found)
    })
}

/// Other countries' subdivisions of this name or full code.
fn elsewhere(country: Country, plain: &str, key: &str) -> Vec<Subdivision> {
    if let Some((prefix, _)) = plain.split_once('-')
        && let Some(other) = Country::from_alpha2(&prefix.to_ascii_uppercase())
        && let Some(found) = by_code(other, plain)
    {
        return vec![found];
    }
    let others = || Country::all().filter(move |other| *other != country);
    if key.len() <= 3 {
        return by_known_code(country, plain).collect();
    }
    let found: Vec<_> = others().filter_map(|other| by_name(other, plain, key)).collect();
    // "Central" and the like are everywhere, and so say nothing.
    if found.len() > 3 || !found.iter().any(|(_, documented)| *documented) {
        return Vec::new();
    }
    found.into_iter().map(|(subdivision, _)| subdivision).collect()
}

/// In countries whose addresses carry a state's code, another such country's code is certain.
fn by_known_code(country: Country, plain: &str) -> impl Iterator<Item = Subdivision> {
    const WITH_CODES: [&str; 3] = ["AU", "CA", "US"];
    let known = WITH_CODES.contains(&country.alpha2());
    let others = WITH_CODES.into_iter().filter(move |code| known && *code != country.alpha2());
    others.filter_map(Country::from_alpha2).filter_map(move |other| by_code(other, plain))
}

/// Subdivisions of the country spelled nearly like this.
fn near(country: Country, key: &str) -> Vec<Subdivision> {
    let mut near = Near::new(key);
    if near.hopeless() {
        return Vec::new();
    }
    let mut folded = String::new();
    for line in lines::all(block(country)) {
        folded.clear();
        fold::fold_into(line.name(), false, &mut folded);
        let code = line.rest.split('\t').next().unwrap_or_default();
        near.offer(&folded, code);
    }
    near.ranked().into_iter().filter_map(|code| with_code(country, code)).collect()
}
