//! Countries: codes, names, spellings, zones and weekends.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::{
    constants, fold, head, rows,
    sources::{Sources, named},
    states::Towns,
    text_head,
    zones::Zones,
};

pub(crate) struct Country {
    pub(crate) alpha2: String,
    alpha3: String,
    numeric: u16,
    name: String,
    /// Most populous first.
    pub(crate) zones: Vec<String>,
    /// All its zones behave alike.
    pub(crate) single: bool,
    /// Monday is bit 0.
    weekend: u8,
}

/// Spellings with one key, and what they stand for.
struct Spelling {
    texts: Vec<String>,
    mark: char,
    countries: Vec<String>,
}

pub(crate) struct Countries {
    pub(crate) all: Vec<Country>,
    spellings: BTreeMap<String, Spelling>,
}

impl Countries {
    pub(crate) fn read(sources: &Sources, zones: &Zones, towns: &Towns) -> Result<Self> {
        let territories = sources.cldr(
            "cldr-localenames-full",
            "main/en/territories.json",
            "/main/en/localeDisplayNames/territories",
        )?;
        let weeks = sources.cldr("cldr-core", "supplemental/weekData.json", "/supplemental/weekData")?;

        let mut all = Vec::new();
        for iso in rust_iso3166::ALL {
            let own = zones.countries.get(iso.alpha2).cloned().unwrap_or_default();
            let mut own: Vec<(u64, String)> =
                own.into_iter().map(|z| (towns.count(iso.alpha2, &z), z)).collect();
            // Stable: zones nobody is counted in stay in zone.tab's order.
            own.sort_by_key(|(people, _)| u64::MAX - people);
            let own: Vec<String> = own.into_iter().map(|(_, z)| z).collect();
            all.push(Country {
                alpha2: iso.alpha2.to_owned(),
                alpha3: iso.alpha3.to_owned(),
                numeric: iso.numeric,
                name: everyday_name(&territories, iso.alpha2)?,
                single: own.first().is_some_and(|first| own.iter().all(|z| zones.alike(first, z))),
                zones: own,
                weekend: weekend(&weeks, iso.alpha2)?,
            });
        }
        all.sort_by(|a, b| a.alpha2.cmp(&b.alpha2));

        let mut countries = Self { all, spellings: BTreeMap::new() };
        let hand = sources.hand("country-spellings.txt")?;
        countries.gather(&territories, &hand)?;
        Ok(countries)
    }

    pub(crate) fn index(&self, alpha2: &str) -> Result<usize> {
        self.all
            .binary_search_by(|c| (*c.alpha2).cmp(alpha2))
            .map_err(|_| anyhow::anyhow!("there is no country {alpha2}"))
    }

    fn gather(&mut self, territories: &Value, hand: &str) -> Result<()> {
        // Ambiguous spellings first: they stand even where a list gives one country.
        let mut hand_rows = Vec::new();
        for row in rows(hand) {
            let (mark, rest) = row.split_once(' ').with_context(|| row.to_owned())?;
            let (codes, texts) = rest.split_once(' ').with_context(|| row.to_owned())?;
            let codes: Vec<&str> = codes.split(',').collect();
            for code in &codes {
                self.index(code)?;
            }
            ensure!((mark == "?") == (codes.len() > 1), "{row:?}");
            let mark = mark.chars().next().context("no mark")?;
            hand_rows.push((mark, codes, texts.split(" | ").collect::<Vec<_>>()));
        }
        for (mark, codes, texts) in hand_rows.iter().filter(|(mark, ..)| *mark == '?') {
            for text in texts {
                self.add(*mark, codes, text)?;
            }
        }
        for iso in rust_iso3166::ALL {
            self.add('=', &[iso.alpha2], iso.name)?;
        }
        for (code, name) in territories.as_object().context("territories")? {
            // "UK" is common but no name of the country; two-letter forms are codes, not names.
            let (alpha2, variant) = code.split_once("-alt-").unwrap_or((code, ""));
            if self.index(alpha2).is_err() || (variant == "short" && matches!(alpha2, "GB" | "US")) {
                continue;
            }
            self.add('=', &[alpha2], name.as_str().context("a name")?)?;
        }
        for wanted in ['=', '~'] {
            for (mark, codes, texts) in hand_rows.iter().filter(|(mark, ..)| *mark == wanted) {
                for text in texts {
                    self.add(*mark, codes, text)?;
                }
            }
        }
        for country in &self.all {
            ensure!(
                self.spellings.get(&fold::key(&country.name)).is_some_and(|s| s.mark == '='),
                "{} is called {:?}, which does not pass",
                country.alpha2,
                country.name
            );
        }
        Ok(())
    }

    fn add(&mut self, mark: char, codes: &[&str], text: &str) -> Result<()> {
        ensure!(!text.contains(['|', '\t', '\n']), "{text:?}");
        let key = fold::key(text);
        ensure!(key.len() > 1, "{text:?} is too short");
        let code = text.to_uppercase();
        let is_code = self.all.iter().any(|c| c.alpha2 == code || c.alpha3 == code);
        ensure!(!is_code, "{text:?} is a code, and found as one");
        let Some(known) = self.spellings.get_mut(&key) else {
            let countries = codes.iter().map(|c| (*c).to_owned()).collect();
            self.spellings.insert(key, Spelling { texts: vec![text.to_owned()], mark, countries });
            return Ok(());
        };
        if known.mark == '?' {
            return Ok(());
        }
        if known.countries != codes {
            bail!("{text:?} is {} and {codes:?}", known.countries.join(", "));
        }
        // An alias adds nothing to a spelling that passes but for its spaces.
        if known.mark == mark && known.texts.iter().all(|t| fold::words(t) != fold::words(text)) {
            known.texts.push(text.to_owned());
        }
        Ok(())
    }

    pub(crate) fn table(&self, zones: &Zones) -> String {
        let mut out = head(
            "Countries of ISO 3166-1 by alpha-2 code, their zones and weekends.",
            &[named::ISO_3166, named::CLDR, named::TZDATA, named::GEONAMES],
        );
        out += "use super::super::country::{Country, Fact, no_zone, one_clock, several};\nuse super::zones::*;\n\n";
        out += "/// Codes, name, weekend (Monday is bit 0), what zone.tab lists, most populous first.\n";
        out += &format!("pub(in super::super) static FACTS: [Fact; {}] = [\n", self.all.len());
        for c in &self.all {
            let kind = match (&c.zones[..], c.single) {
                ([], _) => "no_zone",
                (_, true) => "one_clock",
                (_, false) => "several",
            };
            let own = constants(c.zones.iter().map(String::as_str));
            out += &format!(
                "    {kind}({:?}, {:?}, {}, {:?}, 0b{:07b}, {own}),\n",
                c.alpha2, c.alpha3, c.numeric, c.name, c.weekend
            );
        }
        out += "];\n\n";
        for (i, c) in self.all.iter().enumerate() {
            out += &format!("pub(in super::super) const {}: Country = Country({i});\n", c.alpha2);
        }
        debug_assert!(self.all.iter().flat_map(|c| &c.zones).all(|z| zones.contains(z)));
        out
    }

    pub(crate) fn spellings_table(&self) -> String {
        let mut out = text_head(
            "Spellings of countries, sorted by their letters and digits alone.\n//!\n\
             //! Spellings with the same letters, divided by `|`; then `=` passes, `~` is certain but\n\
             //! no documented name, `?` is ambiguous; then the countries. Codes are in countries.rs.",
            &[named::ISO_3166, named::CLDR, named::HAND],
        );
        for spelling in self.spellings.values() {
            let mut seen = BTreeSet::new();
            let texts: Vec<&str> =
                spelling.texts.iter().map(String::as_str).filter(|t| seen.insert(*t)).collect();
            let codes = spelling.countries.join(" ");
            out += &format!("{}\t{}{codes}\n", texts.join("|"), spelling.mark);
        }
        out
    }
}

/// CLDR's English name, short where it has a fit one, with "and" and "Saint" written out.
fn everyday_name(territories: &Value, alpha2: &str) -> Result<String> {
    let short = match alpha2 {
        "CC" | "HK" | "MM" | "MO" | "PN" | "PS" => Some("short"),
        "CD" | "CG" => Some("variant"),
        _ => None,
    };
    let key = short.map_or(alpha2.to_owned(), |s| format!("{alpha2}-alt-{s}"));
    let name = territories[&key].as_str().with_context(|| format!("CLDR has no {key}"))?;
    let name = name.replace(" & ", " and ").replace("St. ", "Saint ").replace('’', "'");
    Ok(name)
}

fn weekend(weeks: &Value, alpha2: &str) -> Result<u8> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let day = |which: &str| {
        let days = &weeks[which];
        let day = days.get(alpha2).unwrap_or(&days["001"]).as_str()?;
        DAYS.iter().position(|d| *d == day)
    };
    let start = day("weekendStart").context("weekend")?;
    let end = day("weekendEnd").context("weekend")?;
    let mut bits = 0;
    let mut at = start;
    loop {
        bits |= 1 << at;
        if at == end {
            return Ok(bits);
        }
        at = (at + 1) % 7;
    }
}
