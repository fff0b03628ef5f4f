//! Where people live: towns by zone, and the zone of every subdivision in a country with several.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result, ensure};

use super::{
    constant, constants,
    countries::Countries,
    head, rows,
    sources::{Sources, named},
    subdivisions::Subdivisions,
    zones::Zones,
};

/// People in a zone that count as another zone of a subdivision; fewer are a misplaced village.
const A_TOWN: u64 = 500;

/// People by country, first-level division and zone.
pub(crate) struct Towns {
    people: BTreeMap<(String, String), BTreeMap<String, u64>>,
}

impl Towns {
    pub(crate) fn read(sources: &Sources, zones: &Zones) -> Result<Self> {
        let towns = sources.geonames("cities500.json")?;
        let mut people: BTreeMap<(String, String), BTreeMap<String, u64>> = BTreeMap::new();
        for town in towns.as_object().context("cities500.json")?.values() {
            let text = |field: &str| town[field].as_str().with_context(|| format!("a town without {field}"));
            let zone = text("timezone")?;
            if !zones.contains(zone) {
                continue;
            }
            let place = (text("countrycode")?.to_owned(), text("admin1code")?.to_owned());
            let count = town["population"].as_u64().unwrap_or(0);
            *people.entry(place).or_default().entry(zones.target(zone).to_owned()).or_default() += count;
        }
        Ok(Self { people })
    }

    /// People of a country in a zone.
    pub(crate) fn count(&self, country: &str, zone: &str) -> u64 {
        let divisions = self.people.iter().filter(|((c, _), _)| c == country);
        divisions.filter_map(|(_, zones)| zones.get(zone)).sum()
    }
}

struct State {
    zone: String,
    share: u8,
    others: Vec<String>,
    /// The reason, where people settled it.
    why: Option<String>,
}

pub(crate) struct States {
    by_code: BTreeMap<String, State>,
}

impl States {
    pub(crate) fn read(
        sources: &Sources,
        zones: &Zones,
        towns: &Towns,
        countries: &Countries,
        subdivisions: &Subdivisions,
    ) -> Result<Self> {
        let mut by_code = BTreeMap::new();
        let several: Vec<&str> =
            countries.all.iter().filter(|c| c.zones.len() > 1 && !c.single).map(|c| &*c.alpha2).collect();

        for (code, people) in counted(sources, towns, subdivisions)? {
            let country = &code[..2];
            if several.contains(&country) {
                let state = judge(zones, &zones.countries[country], &people);
                by_code.insert(code, state.context("no people counted")?);
            }
        }

        let hand = sources.hand("state-zones.txt")?;
        for row in rows(&hand) {
            let fields: Vec<&str> = row.split('\t').collect();
            let [code, answer, why] = fields[..] else { anyhow::bail!("state-zones.txt: {row:?}") };
            let state = by_hand(zones, &code[..2], answer, why).context(row.to_owned())?;
            if let Some(country) = code.strip_suffix("-*") {
                for code in subdivisions.codes(country) {
                    by_code.entry(code.to_owned()).or_insert_with(|| state.copy());
                }
            } else {
                ensure!(subdivisions.contains(code), "state-zones.txt: there is no {code}");
                ensure!(several.contains(&&code[..2]), "state-zones.txt: {code} needs no zone");
                by_code.insert(code.to_owned(), state);
            }
        }

        // A part that is a country has the country's zone.
        for (code, country) in &subdivisions.countries {
            let own = &countries.all[countries.index(country)?];
            by_code.remove(code);
            if several.contains(&&code[..2]) && own.single {
                let zone = own.zones[0].clone();
                by_code.insert(code.clone(), State { zone, share: 100, others: vec![], why: None });
            }
        }
        for code in several.iter().flat_map(|c| subdivisions.codes(c)) {
            if !by_code.contains_key(code) {
                println!("note: {code} has no zone");
            }
        }
        Ok(Self { by_code })
    }

    pub(crate) fn table(&self, subdivisions: &Subdivisions) -> String {
        let mut out = head(
            "The zone where most people of a subdivision live, in countries with several zones.",
            &[named::GEONAMES, named::TZDATA, named::ISO_3166, named::HAND],
        );
        out += "use super::super::subdivision::{StateZone, Subdivision, at};\nuse super::zones::*;\n\n";
        out += "/// By subdivision: the zone, percent of its people there, the zones of the others.\n";
        out += &format!("pub(in super::super) static STATES: [StateZone; {}] = [\n", self.by_code.len());
        let mut lines: Vec<(u16, String)> = self
            .by_code
            .iter()
            .map(|(code, state)| {
                let (id, name) = subdivisions.get(code);
                let zone = constant(&state.zone);
                let others = constants(state.others.iter().map(String::as_str));
                let why = state.why.as_ref().map_or(String::new(), |w| format!(": {w}"));
                let share = state.share;
                (id, format!("    at(Subdivision({id}), {zone}, {share}, {others}), // {code} {name}{why}\n"))
            })
            .collect();
        lines.sort_unstable();
        out.extend(lines.into_iter().map(|(_, line)| line));
        out + "];\n"
    }
}

impl State {
    fn copy(&self) -> Self {
        Self {
            zone: self.zone.clone(),
            share: self.share,
            others: self.others.clone(),
            why: self.why.clone(),
        }
    }
}

/// People by subdivision and zone, with ISO's codes for the divisions.
fn counted(
    sources: &Sources,
    towns: &Towns,
    subdivisions: &Subdivisions,
) -> Result<BTreeMap<String, BTreeMap<String, u64>>> {
    let mut codes: HashMap<(String, String), String> = HashMap::new();
    let text = sources.hand("geonames-admin1.txt")?;
    for row in rows(&text) {
        let (country, pairs) = row.split_once(' ').with_context(|| row.to_owned())?;
        for pair in pairs.split(' ') {
            let (theirs, suffix) = pair.split_once('=').with_context(|| pair.to_owned())?;
            let code = format!("{country}-{suffix}");
            ensure!(subdivisions.contains(&code), "geonames-admin1.txt: there is no {code}");
            codes.insert((country.to_owned(), theirs.to_owned()), code);
        }
    }
    let mut people: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for ((country, division), zones) in &towns.people {
        let code = match codes.get(&(country.clone(), division.clone())) {
            Some(code) => code.clone(),
            None if country == "US" => format!("US-{division}"),
            None => continue,
        };
        if subdivisions.contains(&code) {
            let counts = people.entry(code).or_default();
            for (zone, count) in zones {
                *counts.entry(zone.clone()).or_default() += count;
            }
        }
    }
    Ok(people)
}

/// The zone of most people, of the country's own zones; those that behave alike count together.
fn judge(zones: &Zones, own: &[String], people: &BTreeMap<String, u64>) -> Option<State> {
    let mut clocks: BTreeMap<u16, (u64, u64, &str)> = BTreeMap::new();
    for (zone, count) in people.iter().filter(|(zone, _)| own.contains(zone)) {
        let clock = clocks.entry(zones.class(zone)).or_insert((0, 0, zone));
        clock.0 += count;
        if *count > clock.1 {
            (clock.1, clock.2) = (*count, zone);
        }
    }
    let mut clocks: Vec<_> = clocks.into_values().collect();
    clocks.sort_by(|a, b| b.cmp(a));
    let (most, _, zone) = *clocks.first()?;
    let others: Vec<_> = clocks[1..].iter().filter(|(count, ..)| *count >= A_TOWN).collect();
    let all = most + others.iter().map(|(count, ..)| count).sum::<u64>();
    let share = if others.is_empty() { 100 } else { ((most * 100 + all / 2) / all).min(99) };
    Some(State {
        zone: zone.to_owned(),
        share: share.try_into().ok()?,
        others: others.into_iter().map(|(_, _, zone)| (*zone).to_owned()).collect(),
        why: None,
    })
}

/// `Europe/Madrid` or `America/Chihuahua=58,America/Ojinaga`.
fn by_hand(zones: &Zones, country: &str, answer: &str, why: &str) -> Result<State> {
    let mut all = answer.split(',');
    let first = all.next().unwrap_or_default();
    let (zone, share) = first.split_once('=').map_or((first, None), |(z, s)| (z, Some(s)));
    let others: Vec<String> = all.map(str::to_owned).collect();
    let own = &zones.countries[country];
    for zone in others.iter().map(String::as_str).chain([zone]) {
        ensure!(own.iter().any(|z| z == zone), "zone.tab does not list {zone} for {country}");
    }
    ensure!(others.is_empty() == share.is_none(), "a share goes with other zones");
    for (i, other) in others.iter().enumerate() {
        ensure!(!zones.alike(zone, other), "{other} behaves like {zone}");
        ensure!(!others[..i].iter().any(|o| zones.alike(o, other)), "{other} is said twice");
    }
    Ok(State {
        zone: zone.to_owned(),
        share: share.map_or(Ok(100), str::parse)?,
        others,
        why: Some(why.to_owned()),
    })
}
