//! What texts of time zones, countries, states and locales are, remembered while files are read: many places have one of
//! them in common, and telling what a text means that is spelled wrong takes a while.

use std::hash::Hash;

use super::columns::Interner;
use crate::maps::HashMap;
use crate::reference::{self, Country, CountryMatch, SubdivisionMatch, ZoneMatch};
use crate::rules::locale::{self, Locale};
use crate::timezone::{self, Meant};

/// How many texts of one kind are remembered together with their country.
const REMEMBERED: usize = 4096;

/// What texts are, by their numbers; where that follows from the country as well, by both. Every country is remembered: telling
/// what none is takes longest.
#[derive(Debug, Default)]
pub(super) struct Meanings {
    countries: HashMap<u32, CountryMatch>,
    zones: HashMap<(u32, Option<Country>), ZoneMatch>,
    states: HashMap<(u32, Country), Option<SubdivisionMatch>>,
    locales: HashMap<(u32, Option<Country>), Locale>,
}

impl Meanings {
    /// What time zone, country, state and locale are, given as numbers. Each is told in a function of its own: engines
    /// improve a large one for long, and soon, as they count what it holds.
    pub(super) fn of(&mut self, texts: &Interner, place: [u32; 4]) -> Meant {
        let [zone, country, state, locale] = place;
        let country = (country != 0).then(|| self.country(texts, country));
        let within = timezone::known(country.as_ref());
        Meant {
            zone: (zone != 0).then(|| self.zone(texts, zone, within)),
            state: within.filter(|_| state != 0).and_then(|country| self.state(texts, state, country)),
            locale: (locale != 0).then(|| self.locale(texts, locale, within)),
            country,
        }
    }

    #[inline(never)]
    fn country(&mut self, texts: &Interner, text: u32) -> CountryMatch {
        self.countries.entry(text).or_insert_with(|| reference::country(texts.text(text))).clone()
    }

    #[inline(never)]
    fn zone(&mut self, texts: &Interner, text: u32, within: Option<Country>) -> ZoneMatch {
        known(&mut self.zones, (text, within), || reference::zone(texts.text(text), within))
    }

    #[inline(never)]
    fn state(&mut self, texts: &Interner, text: u32, within: Country) -> Option<SubdivisionMatch> {
        known(&mut self.states, (text, within), || timezone::state(within, texts.text(text)))
    }

    #[inline(never)]
    fn locale(&mut self, texts: &Interner, text: u32, within: Option<Country>) -> Locale {
        known(&mut self.locales, (text, within), || locale::read(texts.text(text), within))
    }

    /// Forgets the texts from a number on.
    pub(super) fn truncate(&mut self, texts: usize) {
        let kept = |text: u32| (text as usize) < texts;
        self.countries.retain(|text, _| kept(*text));
        self.zones.retain(|(text, _), _| kept(*text));
        self.states.retain(|(text, _), _| kept(*text));
        self.locales.retain(|(text, _), _| kept(*text));
    }
}

/// What is remembered under a key, else what is told now. Where there is too much, all of it is forgotten.
fn known<K: Eq + Hash, V: Clone>(all: &mut HashMap<K, V>, key: K, tell: impl FnOnce() -> V) -> V {
    if let Some(known) = all.get(&key) {
        return known.clone();
    }
    let told = tell();
    if all.len() >= REMEMBERED {
        all.clear();
    }
    all.insert(key, told.clone());
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timezone::Place;

    #[test]
    fn what_is_remembered_is_what_would_be_told() {
        let zones = ["", "America/New_York", "Amerika/New_York", "EST", "Eastern Standard Time", "Mars"];
        let countries = ["", "US", "usa", "Germany", "DE", "Atlantis", "AU"];
        let states = ["", "NY", "New York", "Calfornia", "Bayern", "WA", "Georgia"];
        let locales = ["", "en-US", "de_DE", "english", "en", "ana@acme.com"];
        let (mut texts, mut meanings) = (Interner::new(), Meanings::default());
        for _ in 0..2 {
            for (zone, country) in zones.iter().flat_map(|zone| countries.map(|country| (*zone, country))) {
                for (state, locale) in states.iter().flat_map(|state| locales.map(|locale| (*state, locale)))
                {
                    let place = [zone, country, state, locale];
                    let numbers = place.map(|text| texts.number(text));
                    let meant = meanings.of(&texts, numbers);
                    assert_eq!(
                        format!("{meant:?}"),
                        format!("{:?}", Place::read(place).meant()),
                        "{place:?}"
                    );
                }
            }
        }
    }
}
