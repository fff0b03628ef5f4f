//! People by time zone, and who moves with another default or with all suggestions: worked by hand, and by property.

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rollcall::check::{Check, Filter, WhatIf, ZonePeople, ZoneSources, Zones, ZonesIf};
use rollcall::settings::Settings;
use support::{acme, check, people, report_text};

fn acme_in(default: &str) -> Settings {
    let mut settings = acme();
    settings.set_default_time_zone(default).expect("a zone");
    settings
}

/// People with these attributes, each a person of their own.
fn company(settings: Settings, text: &str) -> Check {
    let lines: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(number, line)| {
            let line = line.trim();
            if line.contains("primaryEmail") {
                line.to_owned()
            } else {
                format!("primaryEmail: p{number}@acme.com | {line}")
            }
        })
        .collect();
    check(settings, &[("company.csv", people(&lines.join("\n")).as_bytes())], usize::MAX)
}

/// `zone: count` in the order given, `-` for no zone.
fn counts(zones: &Zones) -> Vec<String> {
    zones.zones.iter().map(|zone| format!("{}: {}", named(zone.zone.as_ref()), zone.count)).collect()
}

fn named(zone: Option<&String>) -> &str {
    zone.map_or("-", String::as_str)
}

/// `from > to: count` in the order given.
fn moves(told: &ZonesIf) -> Vec<String> {
    let way = |(from, to, count): (Option<&String>, Option<&String>, u64)| {
        format!("{} > {}: {count}", named(from), named(to))
    };
    told.moves.iter().map(|one| way((one.from.as_ref(), one.to.as_ref(), one.count))).collect()
}

fn one(text: &str, suggestions: bool) -> Option<String> {
    let after = company(acme(), text).zones_if(None, suggestions).after;
    assert_eq!(after.zones.len(), 1);
    after.zones[0].zone.clone()
}

#[test]
fn everyone_who_arrives_is_counted_once_by_zone_source_and_weekend() {
    let company = company(
        acme_in("America/New_York"),
        "timeZone: Europe/Madrid | country: ES | locale: es-ES
         timeZone: Europe/Madrid | locale: ar-EG
         country: DE | locale: de-DE
         country: US | state: TX | locale: en-US
         country: US | state: NY | locale: he-IL
         country: UK | locale: en-GB
         timeZone: | country: | locale: en-US
         timeZone: Asia/Tokyo | country: JP | primaryEmail: bo@acme.co",
    );
    let zones = company.zones();
    assert_eq!(zones.people, 7);
    assert_eq!(zones.sources, ZoneSources { time_zone: 2, country: 1, state: 2, default: 2, none: 0 });
    assert_eq!(
        counts(&zones),
        ["America/New_York: 3", "Europe/Madrid: 2", "America/Chicago: 1", "Europe/Berlin: 1"]
    );
    let ZonePeople { sources, weekends, .. } = &zones.zones[0];
    assert_eq!(*sources, ZoneSources { state: 1, default: 2, ..ZoneSources::default() });
    let told: Vec<(String, u64, u64)> =
        weekends.iter().map(|all| (all.days.join(" "), all.count, all.defaulted)).collect();
    // Of the three, the two by default work as in Britain and America, the third as in Israel.
    assert_eq!(told, [("saturday sunday".to_owned(), 2, 2), ("friday saturday".to_owned(), 1, 0)]);
}

#[test]
fn another_default_moves_those_who_have_it_and_those_who_have_none() {
    let text = "country: US\ncountry: US | state: TX\ncountry: Atlantis\ntimeZone: -05:00";
    let without = company(acme(), text);
    assert_eq!(counts(&without.zones()), ["-: 3", "America/Chicago: 1"]);
    let told = without.zones_if(Some("Asia/Tokyo"), false);
    assert_eq!((told.moved, moves(&told)), (3, vec!["- > Asia/Tokyo: 3".to_owned()]));
    assert_eq!(counts(&told.after), ["Asia/Tokyo: 3", "America/Chicago: 1"]);
    assert_eq!(told.after.sources, ZoneSources { state: 1, default: 3, ..ZoneSources::default() });

    let with = company(acme_in("America/Chicago"), text);
    let told = with.zones_if(Some("Europe/Paris"), false);
    assert_eq!(moves(&told), ["America/Chicago > Europe/Paris: 3"]);
    // The company's own default moves nobody, and no default leaves them without a zone.
    assert_eq!(with.zones_if(Some("America/Chicago"), false).moved, 0);
    assert_eq!(moves(&with.zones_if(Some(""), false)), ["America/Chicago > -: 3"]);
    assert_eq!(with.zones_if(None, false), with.zones_if(Some(" America/Chicago "), false));
}

#[test]
fn suggestions_are_taken_where_they_decide() {
    // A country in another form gives no zone until it is cured.
    assert_eq!(one("country: UK", false), None);
    assert_eq!(one("country: UK", true).as_deref(), Some("Europe/London"));
    assert_eq!(one("country: U.S.A. | state: TX", true).as_deref(), Some("America/Chicago"));
    assert_eq!(one("country: U.S.A. | state: N.Y.", true).as_deref(), Some("America/New_York"));
    assert_eq!(one("country: US | state: Tx.", true).as_deref(), Some("America/Chicago"));
    // Where a state is still missing, the country alone does not decide.
    assert_eq!(one("country: U.S.A.", true), None);
    // Names of Windows depend on the country, also where the country is only known in another form.
    assert_eq!(one("timeZone: Pacific Standard Time", true).as_deref(), Some("America/Los_Angeles"));
    assert_eq!(
        one("timeZone: Pacific Standard Time | country: CA", true).as_deref(),
        Some("America/Vancouver")
    );
    assert_eq!(
        one("timeZone: W. Europe Standard Time | country: Holland", true).as_deref(),
        Some("Europe/Amsterdam")
    );
    assert_eq!(one("timeZone: america/new_york", true).as_deref(), Some("America/New_York"));
    // A clock that the country does not keep: one of the two is wrong.
    assert_eq!(one("timeZone: Pacific Standard Time | country: DE", true).as_deref(), Some("Europe/Berlin"));
    // What is only likely is no suggestion.
    assert_eq!(one("timeZone: PST", true), None);
    assert_eq!(one("country: Korea", true), None);
}

#[test]
fn suggestions_and_another_default_work_together() {
    let company = company(
        acme_in("America/New_York"),
        "country: UK
         country: UK
         country: US
         timeZone: US/Pacific
         timeZone: Tokyo Standard Time | country: JP
         country: IL | locale: he_IL
         country: DE | locale: de_DE",
    );
    let told = company.zones_if(Some("Europe/Paris"), true);
    assert_eq!(
        moves(&told),
        [
            "America/New_York > Europe/London: 2",
            "America/New_York > Europe/Paris: 1",
            "US/Pacific > America/Los_Angeles: 1"
        ]
    );
    let same: Vec<bool> = told.moves.iter().map(|way| way.same_clock).collect();
    assert_eq!(same, [false, false, true], "an older name shows the same clock");
    assert_eq!(told.moved, 4);
    // Only the week of Israel differs from the one of America.
    assert_eq!(told.weekends_moved, 1);
    // Tokyo was decided by the country; now the attribute does it, and nobody moves.
    let tokyo = |zones: &Zones| {
        let own = zones.zones.iter().find(|zone| zone.zone.as_deref() == Some("Asia/Tokyo")).cloned();
        own.map(|zone| zone.sources)
    };
    let one = |country, time_zone| Some(ZoneSources { country, time_zone, ..ZoneSources::default() });
    assert_eq!((tokyo(&told.before), tokyo(&told.after)), (one(1, 0), one(0, 1)));
}

#[test]
fn a_rule_that_is_off_suggests_nothing() {
    let mut settings = Settings::from_json(r#"{"rules": {"country/alias": "off"}}"#).expect("settings");
    settings.set_primary_domain("acme.com").expect("a domain");
    let company = company(settings, "country: UK\ntimeZone: Tokyo Standard Time");
    assert_eq!(moves(&company.zones_if(None, true)), ["- > Asia/Tokyo: 1"]);
}

#[test]
fn filters_list_exactly_those_who_are_counted() {
    let company = company(
        acme_in("America/New_York"),
        "country: US | state: NY\ncountry: UK\ncountry: US\ncountry: DE\nprimaryEmail: bo@acme.co | country: UK",
    );
    let rows = |filter: Filter| company.people(&filter);
    let some = |text: &str| Some(text.to_owned());
    let zone = |zone, source: &str| Filter {
        zone: some(zone),
        zone_source: Some(source.to_owned()),
        ..Filter::default()
    };
    assert_eq!(rows(zone("America/New_York", "")), [0, 1, 2]);
    assert_eq!(rows(zone("America/New_York", "own")), [0]);
    assert_eq!(rows(zone("America/New_York", "default")), [1, 2]);
    assert_eq!(rows(zone("none", "")), [] as [u32; 0]);
    let moves = |default: Option<&str>, suggestions| Filter {
        moves: Some(WhatIf { default: default.map(str::to_owned), suggestions }),
        ..Filter::default()
    };
    assert_eq!(rows(moves(None, false)), [] as [u32; 0]);
    assert_eq!(rows(moves(None, true)), [1]);
    assert_eq!(rows(moves(Some("Europe/London"), false)), [1, 2]);
    assert_eq!(
        rows(Filter { zone_source: some("country"), ..moves(Some("Europe/London"), true) }),
        [] as [u32; 0]
    );
}

const ZONES: &[&str] =
    &["", "Europe/Madrid", "Pacific Standard Time", "asia/tokyo", "-05:00", "US/Pacific", "PST", "UTC"];
const COUNTRIES: &[&str] = &["", "ES", "US", "UK", "U.S.A.", "Canada", "Holland", "Atlantis", "840", "FR"];
const STATES: &[&str] = &["", "TX", "N.Y.", "Tennessee", "Kent", "BC", "Martinique", "FR-972"];
const LOCALES: &[&str] = &["", "en-US", "en_us", "he_IL", "ar-EG", "de", "en-UK"];

type Person = [&'static str; 4];

/// The people as a table; every fourth is blocked.
fn table(all: &[Person]) -> String {
    let mut csv = "givenName,familyName,primaryEmail,timeZone,country,state,locale\n".to_owned();
    for (number, person) in all.iter().enumerate() {
        let domain = if number % 4 == 3 { "acme.co" } else { "acme.com" };
        csv += &[
            "Ana,Li,p",
            &number.to_string(),
            "@",
            domain,
            ",",
            &person.join(","),
            "
",
        ]
        .concat();
    }
    csv
}

/// The table with every suggestion written into it, until there are no more.
fn cured(settings: &Settings, mut csv: String) -> String {
    for _ in 0..4 {
        let files = [("any.csv", csv.as_bytes())];
        let held = check(settings.clone(), &files, usize::MAX);
        let report: serde_json::Value =
            serde_json::from_str(&report_text(&held, &files, usize::MAX)).expect("a report is JSON");
        let mut lines: Vec<Vec<String>> =
            csv.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        for finding in report["findings"].as_array().expect("findings") {
            let column = lines[0].iter().skip(3).position(|name| finding["attribute"] == **name);
            let line = finding["line"].as_u64().and_then(|line| usize::try_from(line).ok());
            if let (Some(column), Some(line), Some(value)) = (column, line, finding["suggestion"].as_str()) {
                value.clone_into(&mut lines[line - 1][column + 3]);
            }
        }
        csv = lines.iter().map(|cells| cells.join(",") + "\n").collect();
    }
    csv
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_and_lists_agree_and_suggestions_do_what_they_say(
        all in prop::collection::vec(
            (prop::sample::select(ZONES), prop::sample::select(COUNTRIES), prop::sample::select(STATES), prop::sample::select(LOCALES))
                .prop_map(|(zone, country, state, locale)| [zone, country, state, locale]),
            1..24,
        ),
        default in prop::sample::select(&[None, Some("Asia/Tokyo"), Some("America/Chicago")][..]),
        other in prop::sample::select(&[None, Some(""), Some("Europe/London")][..]),
    ) {
        let settings = default.map_or_else(acme, acme_in);
        let csv = table(&all);
        let held = check(settings.clone(), &[("any.csv", csv.as_bytes())], usize::MAX);
        let told = held.zones_if(other, true);

        // The same numbers as in the report.
        let (summary, now) = (held.summary(), held.zones());
        prop_assert_eq!(&now, &told.before);
        prop_assert_eq!(&serde_json::to_value(now.sources).expect("numbers"), &summary["timeZoneSources"]);
        let reported: BTreeMap<String, u64> = summary["timeZones"].as_array().expect("zones").iter()
            .map(|zone| (zone["zone"].as_str().expect("a zone").to_owned(), zone["count"].as_u64().expect("a number")))
            .collect();
        let counted: BTreeMap<String, u64> =
            now.zones.iter().filter_map(|zone| Some((zone.zone.clone()?, zone.count))).collect();
        prop_assert_eq!(counted, reported);

        for zones in [&now, &told.after] {
            prop_assert_eq!(zones.people, zones.zones.iter().map(|zone| zone.count).sum::<u64>());
            let ZoneSources { time_zone, country, state, default, none } = zones.sources;
            prop_assert_eq!(zones.people, time_zone + country + state + default + none);
            for zone in &zones.zones {
                prop_assert_eq!(zone.count, zone.weekends.iter().map(|weekend| weekend.count).sum::<u64>());
                prop_assert_eq!(zone.sources.default, zone.weekends.iter().map(|weekend| weekend.defaulted).sum::<u64>());
            }
        }

        // Every number lists its people.
        for zone in &now.zones {
            let name = zone.zone.clone().unwrap_or_else(|| "none".to_owned());
            let rows = held.people(&Filter { zone: Some(name), ..Filter::default() });
            prop_assert_eq!(rows.len() as u64, zone.count);
        }
        let what = WhatIf { default: other.map(str::to_owned), suggestions: true };
        let rows = held.people(&Filter { moves: Some(what), ..Filter::default() });
        prop_assert_eq!(rows.len() as u64, told.moved);
        prop_assert_eq!(told.moved, told.moves.iter().map(|way| way.count).sum::<u64>());

        // It is as if the suggestions stood in the file and the default in the settings.
        let settings = match other {
            None => settings,
            Some("") => acme(),
            Some(zone) => acme_in(zone),
        };
        let mended = cured(&settings, csv);
        let really = check(settings, &[("any.csv", mended.as_bytes())], usize::MAX);
        prop_assert_eq!(really.zones(), told.after);
    }
}
