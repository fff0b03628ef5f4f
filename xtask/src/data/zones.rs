//! Zones: names, links, clocks, and which of them behave alike.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result, ensure};
use jiff::{Timestamp, civil::date, tz::TimeZone};

use super::{
    constant, head,
    sources::{Sources, TZDATA_INSTANT, TZDATA_RELEASE, named},
};

/// Names that stand for no country's clock: an offset, an abbreviation, universal time.
///
/// Some of them are links to a city in recent releases (`EST` to Panama, `CET` to Brussels): what the
/// name says is still a clock, not a place.
/// Besides these, everything under `Etc/`.
const FIXED: [&str; 20] = [
    "CET",
    "CST6CDT",
    "EET",
    "EST",
    "EST5EDT",
    "GMT",
    "GMT+0",
    "GMT-0",
    "GMT0",
    "Greenwich",
    "HST",
    "MET",
    "MST",
    "MST7MDT",
    "PST8PDT",
    "UCT",
    "UTC",
    "Universal",
    "WET",
    "Zulu",
];

/// The first instant the clocks know: the year of the release.
const FIRST_YEAR: i16 = 2026;
/// Clocks without a lasting rule are written out until here.
const LAST_YEAR: i16 = 2040;
/// A lasting rule must agree with the database until here.
const PROOF_YEAR: i16 = 2100;

/// A change of the clock: instant, and seconds east of UTC from then on.
type Change = (i64, i32);

/// Month, week (5 is the last), weekday (Sunday is 0), minutes after that day's midnight in UTC,
/// and quarter hours east of UTC from then on.
type Turn = (i8, i8, i8, i32, i32);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Rules {
    class: u16,
    first: i32,
    changes: Vec<Change>,
    /// From this year on, these turns every year.
    yearly: Option<(i16, [Turn; 2])>,
}

pub(crate) struct Zones {
    /// In the order of the table.
    pub(crate) names: Vec<String>,
    /// How many of them chrono-tz has.
    known: usize,
    index: HashMap<String, usize>,
    links: HashMap<String, String>,
    target: Vec<usize>,
    rules: Vec<Rules>,
    rule_of: Vec<usize>,
    /// By country, what zone.tab lists.
    pub(crate) countries: BTreeMap<String, Vec<String>>,
    listed: BTreeSet<String>,
}

impl Zones {
    pub(crate) fn read(sources: &Sources) -> Result<Self> {
        let version = sources.tz_text("zoneinfo/tzdata.zi")?;
        ensure!(
            version.starts_with(&format!("# version {TZDATA_RELEASE}\n")),
            "the package holds another release of the time zone database"
        );
        let all: BTreeSet<String> =
            sources.tz_text("zones")?.lines().filter(|name| *name != "Factory").map(str::to_owned).collect();
        let mut names: Vec<String> = chrono_tz::TZ_VARIANTS.iter().map(|tz| tz.name().to_owned()).collect();
        for name in &names {
            ensure!(all.contains(name), "chrono-tz has {name}, the database has not");
        }
        let known = names.len();
        let old: BTreeSet<String> = names.iter().cloned().collect();
        names.extend(all.difference(&old).cloned());
        let index: HashMap<String, usize> = names.iter().enumerate().map(|(i, n)| (n.clone(), i)).collect();

        let links: HashMap<String, String> = version
            .lines()
            .filter_map(|line| line.strip_prefix("L ")?.split_once(' '))
            .map(|(target, link)| (link.to_owned(), target.to_owned()))
            .collect();

        let mut countries: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in super::rows(&sources.tz_text("zoneinfo/zone.tab")?) {
            let mut fields = line.split('\t');
            let country = fields.next().context("zone.tab")?;
            let zone = fields.nth(1).context("zone.tab")?;
            ensure!(index.contains_key(zone), "zone.tab lists {zone}, which is no name");
            countries.entry(country.to_owned()).or_default().push(zone.to_owned());
        }
        let listed: BTreeSet<String> = countries.values().flatten().cloned().collect();

        let mut zones = Self {
            target: Vec::new(),
            rules: Vec::new(),
            rule_of: Vec::new(),
            names,
            known,
            index,
            links,
            countries,
            listed,
        };
        zones.find_targets(sources)?;
        zones.read_clocks(sources)?;
        Ok(zones)
    }

    /// The current name behind every link.
    ///
    /// The database turns Iceland into a link to Africa/Abidjan, because their clocks agree. CLDR
    /// keeps places apart, so the name zone.tab lists among CLDR's aliases is the better answer.
    fn find_targets(&mut self, sources: &Sources) -> Result<()> {
        let aliases = sources.cldr("cldr-bcp47", "bcp47/timezone.json", "/keyword/u/tz")?;
        let mut same_place: HashMap<&str, Vec<&str>> = HashMap::new();
        for entry in aliases.as_object().context("timezone.json")?.values() {
            let Some(group) = entry.get("_alias").and_then(|a| a.as_str()) else {
                continue;
            };
            let group: Vec<&str> = group.split(' ').collect();
            for name in &group {
                same_place.insert(name, group.clone());
            }
        }
        for name in &self.names {
            let target = if self.listed.contains(name) || !self.links.contains_key(name) {
                name.as_str()
            } else {
                let mut end = name.as_str();
                while let Some(next) = self.links.get(end) {
                    end = next;
                }
                let group = same_place.get(name.as_str()).map_or(&[][..], Vec::as_slice);
                match group.iter().filter(|n| self.listed.contains(**n)).collect::<Vec<_>>()[..] {
                    [place] if !is_fixed(name) => place,
                    _ => end,
                }
            };
            self.target.push(self.index[target]);
        }
        Ok(())
    }

    fn read_clocks(&mut self, sources: &Sources) -> Result<()> {
        let release = Timestamp::from_second(TZDATA_INSTANT)?;
        let two_years = utc(release.to_zoned(TimeZone::UTC).year() + 2, release)?;
        let mut classes: Vec<(i32, Vec<Change>)> = Vec::new();
        for name in &self.names {
            let file = sources.tz(&format!("zoneinfo/{name}"))?;
            let tz = TimeZone::tzif(name, &file).with_context(|| format!("{name} is no TZif"))?;

            let from_release = changes(&tz, release, two_years);
            let behaviour = (offset(&tz, release), from_release);
            let class = classes.iter().position(|c| *c == behaviour).unwrap_or_else(|| {
                classes.push(behaviour);
                classes.len() - 1
            });

            let start = new_year(FIRST_YEAR)?;
            let all = changes(&tz, start, new_year(PROOF_YEAR)?);
            let footer = footer(&file)?;
            let yearly = yearly(footer, &all).with_context(|| format!("{name}: {footer}"))?;
            let end = yearly.map_or(LAST_YEAR, |(year, _)| year);
            let end = new_year(end)?.as_second();
            let rules = Rules {
                class: u16::try_from(class)?,
                first: offset(&tz, start),
                changes: all.into_iter().filter(|(at, _)| *at < end).collect(),
                yearly,
            };
            let place = self.rules.iter().position(|r| *r == rules).unwrap_or_else(|| {
                self.rules.push(rules);
                self.rules.len() - 1
            });
            self.rule_of.push(place);
        }
        Ok(())
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.index.contains_key(name)
    }

    /// The listed or final name behind a name.
    pub(crate) fn target(&self, name: &str) -> &str {
        &self.names[self.target[self.index[name]]]
    }

    /// Do the two keep equal offsets for two years from the release on?
    pub(crate) fn alike(&self, a: &str, b: &str) -> bool {
        self.class(a) == self.class(b)
    }

    pub(crate) fn class(&self, name: &str) -> u16 {
        self.rules[self.rule_of[self.index[name]]].class
    }

    /// The Rust table.
    pub(crate) fn table(&self) -> String {
        let mut out = head(
            "Every name of the time zone database but `Factory`, and the clocks behind them.",
            &[named::TZDATA, named::CLDR],
        );
        out += "use super::super::zone::{Fact, Rules, Zone, fact, lasting, turning};\n\n";
        out += &format!("pub(in super::super) const RELEASE: &str = \"{TZDATA_RELEASE}\";\n\n");
        out += "/// Names that came after chrono-tz's own release.\n";
        out += &format!(
            "pub(in super::super) static LATER_NAMES: [&str; {}] = {:?};\n\n",
            self.names.len() - self.known,
            &self.names[self.known..]
        );

        out +=
            "/// In chrono-tz's order: the name behind it, its rules, listed in zone.tab, a link, fixed.\n";
        out += &format!("pub(in super::super) static FACTS: [Fact; {}] = [\n", self.names.len());
        for (i, name) in self.names.iter().enumerate() {
            let flags: String = [
                ('l', self.listed.contains(name)),
                ('k', self.links.contains_key(name)),
                ('f', is_fixed(name)),
            ]
            .into_iter()
            .map(|(letter, set)| if set { letter } else { '-' })
            .collect();
            let target = constant(&self.names[self.target[i]]);
            out += &format!("    fact({target}, {}, *b\"{flags}\"), // {name}\n", self.rule_of[i]);
        }
        out += "];\n\n";

        out += "/// Class of behaviour, quarter hours east of UTC at the start of the first year, changes\n";
        out += "/// (Unix seconds, quarter hours), then the year from which two turns recur: month, week,\n";
        out += "/// weekday, minutes from that day's midnight in UTC, quarter hours from then on.\n";
        out += &format!("pub(in super::super) static RULES: [Rules; {}] = [\n", self.rules.len());
        for (i, rules) in self.rules.iter().enumerate() {
            let example = self.rule_of.iter().position(|r| *r == i).map(|z| &self.names[z]);
            let changes: Vec<String> =
                rules.changes.iter().map(|(at, o)| format!("({at}, {})", o / 900)).collect();
            let changes = changes.join(", ");
            let first = rules.first / 900;
            let class = rules.class;
            out += &match rules.yearly {
                None => format!("    lasting({class}, {first}, &[{changes}])"),
                Some((year, turns)) => {
                    format!("    turning({class}, {first}, &[{changes}], {year}, {turns:?})")
                }
            };
            out += &format!(", // {}\n", example.map_or("", String::as_str));
        }
        out += "];\n\n";

        for (i, name) in self.names.iter().enumerate() {
            out += &format!("pub(in super::super) const {}: Zone = Zone({i});\n", constant(name));
        }
        out
    }
}

fn is_fixed(name: &str) -> bool {
    name.starts_with("Etc/") || FIXED.contains(&name)
}

fn offset(tz: &TimeZone, at: Timestamp) -> i32 {
    tz.to_offset(at).seconds()
}

/// Changes of offset after `from`, before `until`.
fn changes(tz: &TimeZone, from: Timestamp, until: Timestamp) -> Vec<Change> {
    let mut now = offset(tz, from);
    let mut changes = Vec::new();
    for transition in tz.following(from).take_while(|t| t.timestamp() < until) {
        let next = transition.offset().seconds();
        if next != now {
            changes.push((transition.timestamp().as_second(), next));
            now = next;
        }
    }
    changes
}

fn new_year(year: i16) -> Result<Timestamp> {
    Ok(date(year, 1, 1).to_zoned(TimeZone::UTC)?.timestamp())
}

/// The same day of another year.
fn utc(year: i16, day: Timestamp) -> Result<Timestamp> {
    Ok(day.to_zoned(TimeZone::UTC).with().year(year).build()?.timestamp())
}

/// The rule for the far future at the end of a compiled zone.
fn footer(file: &[u8]) -> Result<&str> {
    let text = file.strip_suffix(b"\n").context("no footer")?;
    let start = text.iter().rposition(|b| *b == b'\n').context("no footer")?;
    Ok(std::str::from_utf8(&text[start + 1..])?)
}

/// The two turns of a rule like `EST5EDT,M3.2.0,M11.1.0`, and the first year they hold for good.
fn yearly(footer: &str, all: &[Change]) -> Result<Option<(i16, [Turn; 2])>> {
    let Some((names, days)) = footer.split_once(',') else {
        return Ok(None);
    };
    let (standard, summer) = offsets(names)?;
    let (begin, end) = days.split_once(',').context("one day only")?;
    let turns = [turn(begin, standard, summer)?, turn(end, summer, standard)?];
    for year in FIRST_YEAR..LAST_YEAR {
        let mut expected = Vec::new();
        for y in year..PROOF_YEAR {
            let mut both = [instant(y, turns[0])?, instant(y, turns[1])?];
            both.sort_unstable();
            expected.extend(both);
        }
        let start = new_year(year)?.as_second();
        if all.iter().filter(|(at, _)| *at >= start).eq(&expected) {
            return Ok(Some((year, turns)));
        }
    }
    Ok(None)
}

/// `EST5EDT` or `<+1245>-12:45<+1345>`: seconds east of UTC in winter and in summer.
fn offsets(text: &str) -> Result<(i32, i32)> {
    let (_, rest) = name(text)?;
    let end = rest.find(|c: char| c == '<' || c.is_ascii_alphabetic()).context("no summer")?;
    let standard = -clock(&rest[..end])?;
    let (_, rest) = name(&rest[end..])?;
    let summer = if rest.is_empty() { standard + 3600 } else { -clock(rest)? };
    Ok((standard, summer))
}

fn name(text: &str) -> Result<(&str, &str)> {
    let end = if text.starts_with('<') {
        text.find('>').context("unclosed name")? + 1
    } else {
        text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len())
    };
    Ok(text.split_at(end))
}

/// `-12:45`, `2`, `24`: seconds.
fn clock(text: &str) -> Result<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |t| (-1, t));
    let mut seconds = 0;
    for (part, unit) in digits.trim_start_matches('+').split(':').zip([3600, 60, 1]) {
        seconds += part.parse::<i32>().with_context(|| format!("{text:?} is no time"))? * unit;
    }
    Ok(sign * seconds)
}

/// `M3.2.0/2`: a turn from one offset to another.
fn turn(text: &str, before: i32, after: i32) -> Result<Turn> {
    let (day, time) = text.split_once('/').unwrap_or((text, "2"));
    let day = day.strip_prefix('M').with_context(|| format!("{text:?} counts no weeks"))?;
    let parts = day.split('.').map(str::parse).collect::<Result<Vec<i8>, _>>()?;
    let [month, week, weekday] = parts[..] else { anyhow::bail!("{text:?}") };
    let utc = clock(time)? - before;
    ensure!(utc % 60 == 0 && after % 900 == 0, "{text:?} turns at an odd second");
    Ok((month, week, weekday, utc / 60, after / 900))
}

fn instant(year: i16, (month, week, weekday, minutes, quarters): Turn) -> Result<Change> {
    let weekday = jiff::civil::Weekday::from_sunday_zero_offset(weekday)?;
    let nth = if week == 5 { -1 } else { week };
    let day = date(year, month, 1).nth_weekday_of_month(nth, weekday)?;
    let midnight = day.to_zoned(TimeZone::UTC)?.timestamp().as_second();
    Ok((midnight + i64::from(minutes) * 60, quarters * 900))
}
