//! Subdivisions of ISO 3166-2: codes, names and other spellings.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result, ensure};

use super::{
    countries::Countries,
    fold, head, rows,
    sources::{Sources, named},
    text_head,
};

/// Parts that ISO 3166-1 lists as countries, and what they are called there.
const COUNTRIES: [(&str, &str); 30] = [
    ("CN-HK", "HK"),
    ("CN-MO", "MO"),
    ("CN-TW", "TW"),
    ("FI-01", "AX"),
    ("FR-971", "GP"),
    ("FR-972", "MQ"),
    ("FR-973", "GF"),
    ("FR-974", "RE"),
    ("FR-976", "YT"),
    ("FR-BL", "BL"),
    ("FR-MF", "MF"),
    ("FR-NC", "NC"),
    ("FR-PF", "PF"),
    ("FR-PM", "PM"),
    ("FR-TF", "TF"),
    ("FR-WF", "WF"),
    ("NL-AW", "AW"),
    ("NL-BQ1", "BQ"),
    ("NL-BQ2", "BQ"),
    ("NL-BQ3", "BQ"),
    ("NL-CW", "CW"),
    ("NL-SX", "SX"),
    ("NO-21", "SJ"),
    ("NO-22", "SJ"),
    ("US-AS", "AS"),
    ("US-GU", "GU"),
    ("US-MP", "MP"),
    ("US-PR", "PR"),
    ("US-UM", "UM"),
    ("US-VI", "VI"),
];

/// CLDR's English names that are no names.
const NO_NAMES: [&str; 1] = ["Marl"];

/// What stands in brackets and is a note, not a name.
const NOTES: [&str; 6] = ["EH", "EH-partial", "française", "Arctic Region", "stolitsa", "Région"];

struct Subdivision {
    code: String,
    name: String,
    kind: String,
    /// By key: spellings, and whether they pass.
    spellings: BTreeMap<String, (Vec<String>, char)>,
}

pub(crate) struct Subdivisions {
    /// By country, then by code.
    all: BTreeMap<String, Vec<Subdivision>>,
    /// Subdivisions that are countries.
    pub(crate) countries: Vec<(String, String)>,
    lines: Vec<String>,
    /// Index in the table and name, by code.
    ids: HashMap<String, (u16, String)>,
    /// By country: first line and first index.
    blocks: BTreeMap<String, (usize, u16)>,
}

impl Subdivisions {
    pub(crate) fn read(sources: &Sources, countries: &Countries) -> Result<Self> {
        let english = sources.cldr(
            "cldr-subdivisions-full",
            "subdivisions/en/en.json",
            "/subdivisions/localeDisplayNames/subdivisions",
        )?;
        let hand = sources.hand("subdivision-spellings.txt")?;
        let mut by_hand: HashMap<&str, Vec<(char, &str)>> = HashMap::new();
        for row in rows(&hand) {
            let (mark, rest) = row.split_once(' ').with_context(|| row.to_owned())?;
            let (code, texts) = rest.split_once(' ').with_context(|| row.to_owned())?;
            let mark = mark.chars().next().context("no mark")?;
            by_hand.entry(code).or_default().extend(texts.split(" | ").map(|t| (mark, t)));
        }

        let mut all: BTreeMap<String, Vec<Subdivision>> = BTreeMap::new();
        for country in &countries.all {
            let listed = rust_iso3166::iso3166_2::SUBDIVISION_COUNTRY_MAP.get(&*country.alpha2);
            let mut listed: Vec<_> = listed.map_or(&[][..], |l| l).iter().collect();
            listed.sort_by_key(|s| s.code);
            let mut taken: HashMap<String, &str> = HashMap::new();
            let mut block: Vec<Subdivision> = Vec::new();
            for iso in &listed {
                let variants = variants(iso.name);
                let mut one = Subdivision {
                    code: iso.code.to_owned(),
                    name: variants[0].clone(),
                    kind: iso.subdivision_type.to_owned(),
                    spellings: BTreeMap::new(),
                };
                for text in &variants {
                    one.add(text, '=');
                }
                block.push(one);
            }
            block.sort_by_key(|s| (rank(s), s.code.clone()));
            // Of two with one name, the first has it; its own name is never taken away.
            for (one, code) in block.iter_mut().map(|s| {
                let c = s.code.clone();
                (s, c)
            }) {
                let code: &str = listed.iter().map(|i| i.code).find(|c| *c == code).unwrap_or("");
                let name = fold::key(&one.name);
                one.spellings.retain(|key, _| *key == name || !taken.contains_key(key));
                for key in one.spellings.keys() {
                    taken.entry(key.clone()).or_insert(code);
                }
            }
            let cldr: Vec<(usize, String)> = block
                .iter()
                .enumerate()
                .filter_map(|(i, s)| {
                    let key = s.code.replace('-', "").to_lowercase();
                    Some((i, english.get(&key)?.as_str()?.to_owned()))
                })
                .filter(|(_, name)| !NO_NAMES.contains(&name.as_str()))
                .collect();
            for (i, name) in &cldr {
                let key = fold::key(name);
                let rival = cldr.iter().any(|(j, other)| i != j && fold::key(other) == key);
                let own = block[*i].spellings.contains_key(&key);
                if own || !rival && !taken.contains_key(&key) {
                    block[*i].add(name, '=');
                    taken.insert(key, "");
                }
            }
            for one in &mut block {
                for (mark, text) in by_hand.remove(one.code.as_str()).unwrap_or_default() {
                    let key = fold::key(text);
                    let is_code = text.eq_ignore_ascii_case(&one.code[3..]);
                    ensure!(!is_code, "{text:?} is a code, and found as one");
                    ensure!(
                        !taken.contains_key(&key) || one.spellings.contains_key(&key),
                        "{text:?} of {} is taken in its country",
                        one.code
                    );
                    one.add(text, mark);
                    taken.insert(key, "");
                }
            }
            // A code's suffix goes before an alias.
            for one in &block {
                let suffix = one.code[3..].to_lowercase();
                for other in block.iter().filter(|o| o.code != one.code) {
                    ensure!(
                        !other.spellings.contains_key(&suffix),
                        "{} is spelled like the code of {}",
                        other.code,
                        one.code
                    );
                }
            }
            if !block.is_empty() {
                all.insert(country.alpha2.clone(), block);
            }
        }
        ensure!(by_hand.is_empty(), "no such subdivision: {:?}", by_hand.keys());

        let mut subdivisions = Self {
            all,
            countries: COUNTRIES.map(|(s, c)| (s.to_owned(), c.to_owned())).into(),
            lines: Vec::new(),
            ids: HashMap::new(),
            blocks: BTreeMap::new(),
        };
        subdivisions.lay_out();
        for (code, country) in COUNTRIES {
            ensure!(subdivisions.contains(code), "there is no {code}");
            countries.index(country)?;
        }
        Ok(subdivisions)
    }

    /// Lines of the table: by country, then by key, then as preferred.
    fn lay_out(&mut self) {
        for (country, block) in &self.all {
            let first = u16::try_from(self.ids.len()).unwrap_or(u16::MAX);
            self.blocks.insert(country.clone(), (self.lines.len(), first));
            let mut lines: Vec<(&str, usize, String, Option<&Subdivision>)> = Vec::new();
            for (rank, one) in block.iter().enumerate() {
                let name = fold::key(&one.name);
                for (key, (texts, mark)) in &one.spellings {
                    let texts = texts.join("|");
                    if *key == name {
                        lines.push((key, rank, format!("{texts}\t{}", one.code), Some(one)));
                    } else {
                        lines.push((key, rank, format!("{texts}\t{}\t{mark}", one.code), None));
                    }
                }
            }
            lines.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
            for (_, _, line, primary) in lines {
                if let Some(one) = primary {
                    let id = u16::try_from(self.ids.len()).unwrap_or(u16::MAX);
                    self.ids.insert(one.code.clone(), (id, one.name.clone()));
                }
                self.lines.push(line);
            }
        }
    }

    pub(crate) fn contains(&self, code: &str) -> bool {
        self.ids.contains_key(code)
    }

    pub(crate) fn codes(&self, country: &str) -> impl Iterator<Item = &str> {
        self.all.get(country).into_iter().flatten().map(|s| s.code.as_str())
    }

    pub(crate) fn get(&self, code: &str) -> (u16, &str) {
        let (id, name) = &self.ids[code];
        (*id, name)
    }

    fn table_head() -> String {
        text_head(
            "Subdivisions of ISO 3166-2: by country, sorted by their letters and digits alone.\n//!\n\
             //! Spellings with the same letters, divided by `|`; the code; no mark for the name itself, `=`\n\
             //! for another that passes, `~` for one that is certain but no documented name.",
            &[named::ISO_3166, named::CLDR, named::HAND],
        )
    }

    pub(crate) fn table(&self) -> String {
        Self::table_head() + &self.lines.join("\n") + "\n"
    }

    pub(crate) fn index(&self, countries: &Countries) -> String {
        let mut out = head(
            "Where each country's subdivisions begin in subdivisions.txt, and which of them are countries.",
            &[named::ISO_3166],
        );
        out += "use super::{countries as c, super::{country::Country, subdivision::Subdivision}};\n\n";
        out +=
            "/// By country: the byte where its lines begin and its first index; the last row is the end.\n";
        out +=
            &format!("pub(in super::super) static BLOCKS: [(u32, u16); {}] = [\n", countries.all.len() + 1);
        let mut offsets = vec![Self::table_head().len()];
        for line in &self.lines {
            offsets.push(offsets.last().unwrap_or(&0) + line.len() + 1);
        }
        let end = (self.lines.len(), u16::try_from(self.ids.len()).unwrap_or(u16::MAX));
        let mut rows: Vec<String> = Vec::new();
        let mut next = end;
        rows.push(format!("    ({}, {}),\n", offsets[end.0], end.1));
        for country in countries.all.iter().rev() {
            next = *self.blocks.get(&country.alpha2).unwrap_or(&next);
            rows.push(format!("    ({}, {}), // {}\n", offsets[next.0], next.1, country.alpha2));
        }
        out.extend(rows.into_iter().rev());
        out += "];\n\n/// Subdivisions that ISO 3166-1 lists as countries.\n";
        out += &format!(
            "pub(in super::super) static COUNTRIES: [(Subdivision, Country); {}] = [\n",
            self.countries.len()
        );
        let mut rows: Vec<(u16, String)> = self
            .countries
            .iter()
            .map(|(code, country)| {
                let (id, name) = self.get(code);
                (id, format!("    (Subdivision({id}), c::{country}), // {code} {name}\n"))
            })
            .collect();
        rows.sort_unstable();
        out.extend(rows.into_iter().map(|(_, row)| row));
        out + "];\n"
    }
}

impl Subdivision {
    fn add(&mut self, text: &str, mark: char) {
        let key = fold::key(text);
        let (texts, known) = self.spellings.entry(key).or_insert((Vec::new(), mark));
        if *known == mark && texts.iter().all(|t| fold::plain(t) != fold::plain(text)) {
            texts.push(text.to_owned());
        }
    }
}

/// Who has a name that two share: the province, not the region or island above it.
fn rank(subdivision: &Subdivision) -> u8 {
    u8::from(!subdivision.kind.to_lowercase().contains("province"))
}

/// A name as ISO prints it, turned and taken apart; the first is the one to show.
fn variants(iso: &str) -> Vec<String> {
    let mut all = Vec::new();
    let (base, brackets) = match iso.split_once(" (") {
        Some((base, rest)) => (base, rest.trim_end_matches(')')),
        None => (iso, ""),
    };
    match base.split_once(", ") {
        Some((name, rest)) if !is_list(rest) => {
            all.push(match rest {
                "The" => name.to_owned(),
                _ => format!("{rest} {name}"),
            });
            all.push(base.to_owned());
            all.push(name.to_owned());
        }
        _ => all.push(base.to_owned()),
    }
    if let Some((one, other)) = base.split_once(" / ") {
        all.push(one.to_owned());
        all.push(other.to_owned());
    }
    if !brackets.is_empty() {
        all.push(iso.to_owned());
        if !NOTES.contains(&brackets) {
            all.push(brackets.to_owned());
        }
    }
    all
}

/// "Banbridge and Craigavon", "Providencia y Santa Catalina": a list, not a turned name.
fn is_list(rest: &str) -> bool {
    [" and ", " y "].iter().any(|w| rest.contains(w)) || rest.contains(',')
}
