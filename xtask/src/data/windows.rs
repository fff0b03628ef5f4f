//! Windows' own names of time zones.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use super::{
    constant,
    countries::Countries,
    head, rows,
    sources::{Sources, named},
    zones::Zones,
};

#[derive(Default)]
struct Windows {
    default: String,
    /// By country, where it differs.
    countries: BTreeMap<String, String>,
    shown: String,
}

pub(crate) fn table(sources: &Sources, zones: &Zones, countries: &Countries) -> Result<String> {
    let maps = sources.cldr(
        "cldr-core",
        "supplemental/windowsZones.json",
        "/supplemental/windowsZones/mapTimezones",
    )?;
    let mut all: BTreeMap<String, Windows> = BTreeMap::new();
    for map in maps.as_array().context("windowsZones.json")? {
        let field = |f: &str| map["mapZone"][f].as_str().context("windowsZones.json");
        let windows = all.entry(field("_other")?.to_owned()).or_default();
        let territory = field("_territory")?;
        let mut own: Vec<&str> = Vec::new();
        let order = |zone: &str| {
            let index = countries.index(territory).ok()?;
            countries.all[index].zones.iter().position(|z| z == zone)
        };
        for zone in field("_type")?.split_whitespace() {
            ensure!(zones.contains(zone), "CLDR has {zone}, the database has not");
            own.push(zones.target(zone));
        }
        own.sort_by_key(|zone| order(zone));
        if territory == "001" {
            own[0].clone_into(&mut windows.default);
        } else if let Ok(index) = countries.index(territory) {
            // The one Windows names, else the most populous of those zone.tab lists for the country.
            let listed = &countries.all[index].zones;
            let zone = own
                .iter()
                .find(|z| **z == windows.default)
                .or_else(|| own.iter().find(|z| listed.iter().any(|l| l == *z)))
                .with_context(|| format!("none of {own:?} is listed for {territory}"));
            let zone = (*zone?).to_owned();
            windows.countries.insert(territory.to_owned(), zone);
        }
    }
    let shown = sources.hand("windows-display.txt")?;
    for row in rows(&shown) {
        let (name, text) = row.split_once('\t').with_context(|| row.to_owned())?;
        let windows = all.get_mut(name).with_context(|| format!("Windows has no {name}"))?;
        text.clone_into(&mut windows.shown);
    }

    let mut out = head(
        "Windows' names of time zones, what Windows shows for them, and the zones they stand for.",
        &[named::CLDR, named::TZDATA, named::GEONAMES, named::HAND],
    );
    out += "use super::super::windows::{Fact, stored};\nuse super::{countries as c, zones::*};\n\n";
    out +=
        "/// Stored name; shown texts without the offset, divided by `|`; the zone anywhere; by country.\n";
    out += &format!("pub(in super::super) static FACTS: [Fact; {}] = [\n", all.len());
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|(name, _)| name.to_ascii_lowercase());
    for (name, windows) in all {
        ensure!(!windows.default.is_empty() && !windows.shown.is_empty(), "{name} is incomplete");
        let places: Vec<String> = windows
            .countries
            .iter()
            .filter(|(_, zone)| **zone != windows.default)
            .map(|(country, zone)| format!("(c::{country}, {})", constant(zone)))
            .collect();
        out += &format!(
            "    stored({name:?}, {:?}, {}, &[{}]),\n",
            windows.shown,
            constant(&windows.default),
            places.join(", ")
        );
    }
    Ok(out + "];\n")
}
