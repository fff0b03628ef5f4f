//! The catalogue keeps its word: every example passes or fails as its rule says.

mod support;

use rollcall::rules::CATALOGUE;
use rollcall::settings::Settings;
use support::{people, report, report_with, rules};

fn fires(id: &str, example: &str) -> bool {
    // `SETTINGS {…}` on the first line, then people or `FILE` and a file; without them one person.
    let (settings, example) = match example.strip_prefix("SETTINGS ") {
        Some(rest) => rest.split_once('\n').unwrap_or((rest, "title: Rep")),
        None => (r#"{"company":{"primaryDomain":"acme.com"}}"#, example),
    };
    let settings = Settings::from_json(settings).expect("settings");
    let file = example.strip_prefix("FILE\n").map_or_else(|| people(example), str::to_owned);
    let report = report_with(settings, "example.csv", file.as_bytes());
    report["findings"].as_array().expect("findings").iter().any(|finding| finding["rule"] == id)
}

#[test]
fn examples_do_what_they_say() {
    for rule in CATALOGUE {
        for example in rule.pass {
            assert!(!fires(rule.id, example), "{} fires on an example that passes: {example}", rule.id);
        }
        for example in rule.fail {
            assert!(fires(rule.id, example), "{} is silent on an example that fails: {example}", rule.id);
        }
    }
}

#[test]
fn every_rule_has_examples_and_words() {
    // Their examples need bytes or settings that a text cannot hold: tested in `files.rs`.
    let elsewhere = ["file/encoding", "file/source-mismatch", "file/conflict", "settings/domain-unset"];
    for rule in CATALOGUE {
        assert!(
            !rule.fail.is_empty() || elsewhere.contains(&rule.id),
            "{} has no example that fails",
            rule.id
        );
        for text in [rule.title, rule.reason, rule.cure] {
            assert!(text.chars().next().is_some_and(char::is_uppercase), "{}: {text}", rule.id);
        }
        assert!(
            rule.reason.ends_with('.') && rule.cure.ends_with('.') && !rule.title.ends_with('.'),
            "{}",
            rule.id
        );
    }
}

#[test]
fn one_fault_gives_one_finding() {
    // Values with a fault each, everything else being in order.
    let base = "timeZone: America/Los_Angeles | country: US | state: CA | locale: en-US | title: Rep | phoneNumber: (865) 365-1900";
    let found = |change: &str| {
        let (name, _) = change.split_once(':').expect("attribute: value");
        let mut parts: Vec<&str> = base.split(" | ").filter(|part| !part.starts_with(name)).collect();
        parts.push(change);
        let report = report("one.csv", people(&parts.join(" | ")).as_bytes());
        rules(&report).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(found("title: Rep").is_empty());
    for (change, rule) in [
        ("timeZone: -05:00", "timezone/offset"),
        ("timeZone: Pacific Standard Time", "timezone/windows"),
        ("timeZone: PST", "timezone/unknown"),
        ("timeZone: US/Pacific", "timezone/link"),
        ("timeZone: Etc/GMT+8", "timezone/fixed"),
        ("timeZone: Europe/Paris", "timezone/country-mismatch"),
        ("country: U.S.A.", "country/alias"),
        ("country: Atlantis", "country/unknown"),
        ("state: Tejas", "state/unknown"),
        ("state: Ontario", "state/country-mismatch"),
        ("locale: en_US", "locale/format"),
        ("locale: en-UK", "locale/unknown"),
        ("locale: ", "locale/missing"),
        ("locale: he-IL", "locale/weekend-mismatch"),
        ("title: ", "title/missing"),
        ("title: #N/A", "value/placeholder"),
        ("title: Rep ", "value/whitespace"),
        ("phoneNumber: 8653651900", "phone/format"),
        ("phoneNumber: +44 20 7946 0958", "phone/international"),
        ("phoneNumber: (865) 111-1900", "phone/not-assignable"),
        ("givenName: .", "name/given-missing"),
        ("primaryEmail: ana@acme", "email/invalid"),
        ("primaryEmail: ana@acme.org", "email/domain"),
        ("status: STAGED", "status/staged"),
        ("status: SUSPENDED", "status/inactive"),
    ] {
        assert_eq!(found(change), [rule], "{change}");
    }
    // Two that come besides: a mandatory leftover blocks as well.
    assert_eq!(found("givenName: null"), ["name/given-missing", "value/placeholder"]);
}
