//! Windows' names of time zones, as Entra and Active Directory hold them.

use super::{Country, Zone, tables::windows::FACTS};

/// A row of the Windows table.
pub(super) struct Fact {
    name: &'static str,
    shown: &'static str,
    anywhere: Zone,
    by_country: &'static [(Country, Zone)],
}

/// What Windows stores, what it shows, and the zones it stands for.
pub(super) const fn stored(
    name: &'static str,
    shown: &'static str,
    anywhere: Zone,
    by_country: &'static [(Country, Zone)],
) -> Fact {
    Fact { name, shown, anywhere, by_country }
}

/// Names Windows no longer has, and those it has now.
const WITHDRAWN: [(&str, &str); 4] = [
    ("Kamchatka Standard Time", "Russia Time Zone 11"),
    ("Mid-Atlantic Standard Time", "UTC-02"),
    ("Mexico Standard Time", "Central Standard Time (Mexico)"),
    ("Mexico Standard Time 2", "Mountain Standard Time (Mexico)"),
];

/// The zone behind a Windows name or display string, in any case.
///
/// For a country: what CLDR gives for it; else the country's own zone that keeps the same clock;
/// else the zone of the name's default territory.
pub(super) fn zone(text: &str, country: Option<Country>) -> Option<Zone> {
    let fact = find(text)?;
    let Some(country) = country else {
        return Some(fact.anywhere);
    };
    let given = fact.by_country.iter().find(|(c, _)| *c == country).map(|(_, zone)| *zone);
    let alike = || {
        // "Coordinated Universal Time" is meant as it stands.
        let mut own = country.zones().iter().copied().filter(|_| !fact.anywhere.is_fixed());
        own.find(|zone| zone.behaves_like(fact.anywhere))
    };
    let own = country.zones().contains(&fact.anywhere).then_some(fact.anywhere);
    Some(given.or(own).or_else(alike).unwrap_or(fact.anywhere))
}

fn find(text: &str) -> Option<&'static Fact> {
    let by_name = |name: &str| {
        FACTS
            .iter()
            .find(|fact| fact.name.eq_ignore_ascii_case(name))
            .filter(|fact| !fact.name.starts_with("UTC"))
    };
    if let Some(fact) = by_name(text) {
        return Some(fact);
    }
    if let Some((_, now)) = WITHDRAWN.iter().find(|(old, _)| old.eq_ignore_ascii_case(text)) {
        return FACTS.iter().find(|fact| fact.name == *now);
    }
    // "(UTC-08:00) Pacific Time (US & Canada)": offsets change with the years and do not count.
    let (shown, prefixed) = without_offset(text);
    FACTS.iter().find(|fact| {
        let mut texts = fact.shown.split('|');
        texts.any(|t| t.eq_ignore_ascii_case(shown) && (prefixed || t.contains(" Time")))
    })
}

/// The text after `(UTC-08:00)`, `(GMT)`…, and whether there was one.
pub(super) fn without_offset(text: &str) -> (&str, bool) {
    let inner = text.strip_prefix('(').and_then(|t| t.split_once(')'));
    match inner {
        Some((offset, rest))
            if offset
                .get(..3)
                .is_some_and(|p| p.eq_ignore_ascii_case("UTC") || p.eq_ignore_ascii_case("GMT")) =>
        {
            (rest.trim_start(), true)
        }
        _ => (text, false),
    }
}
