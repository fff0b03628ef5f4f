//! Zones of the time zone database, and what their clocks show.

use chrono_tz::{TZ_VARIANTS, Tz};

use super::{
    Country, fold,
    near::Near,
    tables::zones::{self, FACTS, LATER_NAMES, RULES},
    windows,
};

/// A row of the zone table.
pub(super) struct Fact {
    target: Zone,
    rules: u8,
    listed: bool,
    link: bool,
    fixed: bool,
}

/// The name behind it, its rules, and the letters `l`isted, lin`k`, `f`ixed.
pub(super) const fn fact(target: Zone, rules: u8, flags: [u8; 3]) -> Fact {
    Fact { target, rules, listed: flags[0] == b'l', link: flags[1] == b'k', fixed: flags[2] == b'f' }
}

/// A clock's changes since the year of the release.
pub(super) struct Rules {
    class: u8,
    first: i8,
    changes: &'static [(i64, i8)],
    yearly: Option<(i64, [Turn; 2])>,
}

/// Month, week (5 is the last), weekday (Sunday is 0), minutes from that day's midnight in UTC,
/// and quarter hours east of UTC from then on.
type Turn = (u8, u8, u8, i16, i8);

/// A clock that stays as it is after its changes.
pub(super) const fn lasting(class: u8, first: i8, changes: &'static [(i64, i8)]) -> Rules {
    Rules { class, first, changes, yearly: None }
}

/// A clock that turns twice a year.
pub(super) const fn turning(
    class: u8,
    first: i8,
    changes: &'static [(i64, i8)],
    from: i64,
    turns: [Turn; 2],
) -> Rules {
    Rules { class, first, changes, yearly: Some((from, turns)) }
}

/// A name of the time zone database, links included, without `Factory`, as an index into the zone
/// table. The first names stand in the order of [`chrono_tz::TZ_VARIANTS`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Zone(pub u16);

impl Zone {
    /// How many names there are.
    pub const COUNT: usize = FACTS.len();

    /// Every name.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FACTS.len() as u16).map(Self)
    }

    fn fact(self) -> &'static Fact {
        &FACTS[usize::from(self.0)]
    }

    fn rules(self) -> &'static Rules {
        &RULES[usize::from(self.fact().rules)]
    }

    /// `America/Chicago`.
    pub fn name(self) -> &'static str {
        let index = usize::from(self.0);
        TZ_VARIANTS.get(index).map_or_else(|| LATER_NAMES[index - TZ_VARIANTS.len()], |tz| tz.name())
    }

    /// By exact name.
    pub fn from_name(name: &str) -> Option<Self> {
        if let Ok(tz) = name.parse::<Tz>() {
            return Some(Self(tz as u16));
        }
        let later = LATER_NAMES.iter().position(|later| *later == name)?;
        Some(Self((TZ_VARIANTS.len() + later) as u16))
    }

    /// The current name behind a link (`US/Pacific` is `America/Los_Angeles`); itself otherwise.
    ///
    /// A name that zone.tab lists is current, though the database may keep it as a link
    /// (Europe/Stockholm).
    #[must_use]
    pub fn target(self) -> Self {
        self.fact().target
    }

    /// A link that zone.tab does not list (`US/Pacific`, `Asia/Calcutta`); Europe/Stockholm is none.
    pub fn is_unlisted_link(self) -> bool {
        self.fact().link && !self.fact().listed
    }

    /// A name that follows no country's clock: universal time, offsets, and names that are
    /// abbreviations (`UTC`, `Etc/GMT+5`, `EST`, `EST5EDT`, `CET`).
    pub fn is_fixed(self) -> bool {
        self.fact().fixed
    }

    /// Same offsets from the release date of the data for two years on.
    pub fn behaves_like(self, other: Self) -> bool {
        self.rules().class == other.rules().class
    }

    /// Is it, by name or by behaviour, one of the country's?
    pub fn is_in(self, country: Country) -> bool {
        country.zones().iter().any(|zone| zone.behaves_like(self))
    }

    /// Clock facts at an instant, from the embedded rules. They begin with the year of the
    /// release; before it, that year's first offset stands.
    pub fn clock_at(self, unix_seconds: i64) -> Clock {
        let rules = self.rules();
        let mut clock = Clock { offset_seconds: seconds(rules.first), next_change: None };
        for &(at, quarters) in rules.changes {
            if at > unix_seconds {
                clock.next_change = Some((at, seconds(quarters)));
                return clock;
            }
            clock.offset_seconds = seconds(quarters);
        }
        if let Some((from, turns)) = rules.yearly {
            let year = year_of(unix_seconds);
            // A turn may fall into the neighbouring year by the clock of UTC.
            for year in from.max(year - 1)..=from.max(year + 1) {
                let mut both = turns.map(|turn| instant(year, turn));
                if both[1] < both[0] {
                    both.swap(0, 1);
                }
                for (at, offset) in both {
                    if at > unix_seconds {
                        clock.next_change = Some((at, offset));
                        return clock;
                    }
                    clock.offset_seconds = offset;
                }
            }
        }
        clock
    }
}

fn seconds(quarters: i8) -> i32 {
    i32::from(quarters) * 900
}

/// When a yearly turn falls, and the offset from then on.
fn instant(year: i64, (month, week, weekday, minutes, quarters): Turn) -> (i64, i32) {
    let first = days_before(year, i64::from(month));
    // 1970-01-01 was a Thursday.
    let first_match = first + (i64::from(weekday) - (first + 4)).rem_euclid(7);
    let mut day = first_match + 7 * (i64::from(week) - 1);
    if day >= days_before(year, i64::from(month) + 1) {
        day -= 7;
    }
    (day * 86_400 + i64::from(minutes) * 60, seconds(quarters))
}

/// Days from 1970-01-01 to the first of a month, by the Gregorian calendar.
fn days_before(year: i64, month: i64) -> i64 {
    // Years that begin in March have their leap day last.
    let months = year * 12 + (month - 1) - 2;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5
        - 719_468
}

fn year_of(unix_seconds: i64) -> i64 {
    let days = unix_seconds.div_euclid(86_400);
    // Years of 365 days are too short, so the guess is never early; it is a year late per 1,500.
    let mut year = 1970 + days.div_euclid(365);
    while days_before(year, 1) > days {
        year -= 1;
    }
    year
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
#[inline(never)]
pub fn zone(text: &str, country: Option<Country>) -> ZoneMatch {
    let text = text.trim();
    if let Some(zone) = Zone::from_name(text) {
        return ZoneMatch::Exact(zone);
    }
    if is_offset(text) {
        return ZoneMatch::Offset;
    }
    if let Some(zone) = windows::zone(text, country) {
        return ZoneMatch::Windows(zone);
    }
    let same = |zone: &Zone| same_but_for_case(zone.name(), text);
    Zone::all().find(same).map_or_else(|| ZoneMatch::Unknown(near(text)), ZoneMatch::Misspelled)
}

/// Without case, and with spaces for underscores.
fn same_but_for_case(name: &str, text: &str) -> bool {
    name.len() == text.len()
        && name.bytes().zip(text.bytes()).all(|(a, b)| a.eq_ignore_ascii_case(&b) || a == b'_' && b == b' ')
}

/// `-05:00`, `+0530`, `UTC+1`, `GMT -8`, `(UTC+01:00)`, `Z`.
#[inline(never)]
fn is_offset(text: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).unwrap_or(text).trim();
    if inner.eq_ignore_ascii_case("Z") {
        return true;
    }
    let named = inner.get(..3).filter(|n| n.eq_ignore_ascii_case("UTC") || n.eq_ignore_ascii_case("GMT"));
    let rest = named.map_or(inner, |n| inner[n.len()..].trim_start());
    if rest.is_empty() {
        // "(UTC)" stands for no place either.
        return inner.len() != text.len();
    }
    let Some(digits) = rest.strip_prefix(['+', '-', '\u{2212}', '\u{2013}', '±']) else {
        return false;
    };
    let digits = digits.trim_start();
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some((hours, rest)) => (hours, rest),
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2).unwrap_or((digits, "")),
        None => (digits, ""),
    };
    let number = |part: &str, most: usize| part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    !hours.is_empty() && number(hours, 2) && minutes.split(':').all(|m| number(m, 2))
}

/// What people write for a clock that has no name in the database.
#[allow(clippy::wildcard_imports, reason = "a table of constants")]
const ABBREVIATIONS: [(&str, &[Zone]); 82] = {
    use zones::*;
    [
        ("ACDT", &[AUSTRALIA_ADELAIDE]),
        ("ACST", &[AUSTRALIA_ADELAIDE, AUSTRALIA_DARWIN]),
        ("ACT", &[AUSTRALIA_SYDNEY, AMERICA_RIO_BRANCO]),
        ("ADT", &[AMERICA_HALIFAX]),
        ("AEDT", &[AUSTRALIA_SYDNEY]),
        ("AEST", &[AUSTRALIA_SYDNEY, AUSTRALIA_BRISBANE]),
        ("AET", &[AUSTRALIA_SYDNEY]),
        ("AKDT", &[AMERICA_ANCHORAGE]),
        ("AKST", &[AMERICA_ANCHORAGE]),
        ("AMT", &[AMERICA_MANAUS, ASIA_YEREVAN]),
        ("ART", &[AMERICA_ARGENTINA_BUENOS_AIRES]),
        ("AST", &[AMERICA_HALIFAX, AMERICA_PUERTO_RICO, ASIA_RIYADH]),
        ("AWST", &[AUSTRALIA_PERTH]),
        ("BRT", &[AMERICA_SAO_PAULO]),
        ("BST", &[EUROPE_LONDON, ASIA_DHAKA]),
        ("CAT", &[AFRICA_MAPUTO, AFRICA_HARARE]),
        ("CDT", &[AMERICA_CHICAGO, AMERICA_HAVANA]),
        ("CEST", &[EUROPE_BERLIN, EUROPE_PARIS, EUROPE_MADRID, EUROPE_ROME]),
        ("CLT", &[AMERICA_SANTIAGO]),
        ("COT", &[AMERICA_BOGOTA]),
        ("CST", &[AMERICA_CHICAGO, ASIA_SHANGHAI, AMERICA_MEXICO_CITY]),
        ("CT", &[AMERICA_CHICAGO]),
        ("EAT", &[AFRICA_NAIROBI]),
        ("EDT", &[AMERICA_NEW_YORK]),
        ("EEST", &[EUROPE_ATHENS, EUROPE_BUCHAREST, EUROPE_HELSINKI, EUROPE_KYIV]),
        ("ET", &[AMERICA_NEW_YORK]),
        ("GST", &[ASIA_DUBAI]),
        ("HDT", &[AMERICA_ADAK]),
        ("HKT", &[ASIA_HONG_KONG]),
        ("ICT", &[ASIA_BANGKOK, ASIA_HO_CHI_MINH]),
        ("IDT", &[ASIA_JERUSALEM]),
        ("IRST", &[ASIA_TEHRAN]),
        ("IST", &[ASIA_KOLKATA, EUROPE_DUBLIN, ASIA_JERUSALEM]),
        ("JST", &[ASIA_TOKYO]),
        ("KST", &[ASIA_SEOUL]),
        ("MDT", &[AMERICA_DENVER]),
        ("MEST", &[EUROPE_BERLIN]),
        ("MESZ", &[EUROPE_BERLIN, EUROPE_VIENNA, EUROPE_ZURICH]),
        ("MEZ", &[EUROPE_BERLIN, EUROPE_VIENNA, EUROPE_ZURICH]),
        ("MSK", &[EUROPE_MOSCOW]),
        ("MT", &[AMERICA_DENVER]),
        ("MYT", &[ASIA_KUALA_LUMPUR]),
        ("NDT", &[AMERICA_ST_JOHNS]),
        ("NPT", &[ASIA_KATHMANDU]),
        ("NST", &[AMERICA_ST_JOHNS]),
        ("NZDT", &[PACIFIC_AUCKLAND]),
        ("NZST", &[PACIFIC_AUCKLAND]),
        ("PDT", &[AMERICA_LOS_ANGELES]),
        ("PET", &[AMERICA_LIMA]),
        ("PHT", &[ASIA_MANILA]),
        ("PKT", &[ASIA_KARACHI]),
        ("PST", &[AMERICA_LOS_ANGELES, AMERICA_VANCOUVER, ASIA_MANILA]),
        ("PT", &[AMERICA_LOS_ANGELES]),
        ("SAST", &[AFRICA_JOHANNESBURG]),
        ("SGT", &[ASIA_SINGAPORE]),
        ("TRT", &[EUROPE_ISTANBUL]),
        ("WAST", &[AFRICA_WINDHOEK]),
        ("WAT", &[AFRICA_LAGOS]),
        ("WEST", &[EUROPE_LISBON]),
        ("WIB", &[ASIA_JAKARTA]),
        ("WIT", &[ASIA_JAYAPURA]),
        ("WITA", &[ASIA_MAKASSAR]),
        ("YT", &[AMERICA_WHITEHORSE]),
        ("ALASKA TIME", &[AMERICA_ANCHORAGE]),
        ("ATLANTIC TIME", &[AMERICA_HALIFAX, AMERICA_PUERTO_RICO]),
        ("CENTRAL", &[AMERICA_CHICAGO]),
        ("CENTRAL DAYLIGHT TIME", &[AMERICA_CHICAGO]),
        ("CENTRAL EUROPEAN TIME", &[EUROPE_BERLIN, EUROPE_PARIS, EUROPE_MADRID, EUROPE_ROME]),
        ("CENTRAL TIME", &[AMERICA_CHICAGO]),
        ("EASTERN", &[AMERICA_NEW_YORK]),
        ("EASTERN DAYLIGHT TIME", &[AMERICA_NEW_YORK]),
        ("EASTERN EUROPEAN TIME", &[EUROPE_ATHENS, EUROPE_BUCHAREST, EUROPE_HELSINKI, EUROPE_KYIV]),
        ("EASTERN TIME", &[AMERICA_NEW_YORK]),
        ("HAWAII TIME", &[PACIFIC_HONOLULU]),
        ("INDIAN STANDARD TIME", &[ASIA_KOLKATA]),
        ("MOUNTAIN", &[AMERICA_DENVER]),
        ("MOUNTAIN DAYLIGHT TIME", &[AMERICA_DENVER]),
        ("MOUNTAIN TIME", &[AMERICA_DENVER]),
        ("PACIFIC", &[AMERICA_LOS_ANGELES]),
        ("PACIFIC DAYLIGHT TIME", &[AMERICA_LOS_ANGELES]),
        ("PACIFIC TIME", &[AMERICA_LOS_ANGELES]),
        ("WESTERN EUROPEAN TIME", &[EUROPE_LISBON]),
    ]
};

/// Zones someone may have meant: by abbreviation, by city, by a slip of the finger.
#[inline(never)]
fn near(text: &str) -> Vec<Zone> {
    // "(GMT-05:00) Eastern Standard Time (America/New_York)", "(GMT+01:00) Europe/Berlin".
    let (text, _) = windows::without_offset(text);
    let inside = text.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    if let Some(zone) = [Some(text), inside].into_iter().flatten().find_map(Zone::from_name) {
        return vec![zone.target()];
    }
    let upper = text.to_ascii_uppercase();
    if let Some((_, zones)) = ABBREVIATIONS.iter().find(|(known, _)| *known == upper) {
        return zones.to_vec();
    }
    // An address is like no zone, even if a city stands behind it.
    if text.contains('@') {
        return Vec::new();
    }
    let wanted = fold::key(text);
    let city = text.rsplit_once('/').map_or_else(|| wanted.clone(), |(_, city)| fold::key(city));
    let mut near = Near::new(&wanted);
    if near.hopeless() {
        return Vec::new();
    }
    let mut folded = String::new();
    for zone in Zone::all().filter(|zone| !zone.is_fixed()) {
        let (area, name) = zone.name().rsplit_once('/').unwrap_or(("", zone.name()));
        folded.clear();
        fold::fold_into(area, false, &mut folded);
        let area = folded.len();
        fold::fold_into(name, false, &mut folded);
        near.offer(&folded, zone.target());
        if folded[area..] == city {
            near.put(0, zone.target());
        } else {
            near.offer(&folded[area..], zone.target());
        }
    }
    near.ranked()
}
