//! What holds for people of several files: how the columns are spread over files does not matter.

mod support;

use std::fmt::Write;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::report_on;

const ATTRIBUTES: [(&str, &[&str]); 16] = [
    ("userName", &["ana", "bo", "cy", "di@acme.com", ""]),
    ("status", &["ACTIVE", "", "SUSPENDED", "STAGED", "ON_LEAVE"]),
    ("givenName", &["Ana", "Bo", "", ".", "null"]),
    ("familyName", &["Li", "Berg", "", " De  La Cruz"]),
    ("primaryEmail", &["ana@acme.com", "bo@acme.com", "cy@acme.org", "", "x_y.com#EXT#@acme.com"]),
    ("secondaryEmails", &["", "ana@acme.com", "a@acme.com;b@acme.com", "none"]),
    ("phoneNumber", &["", "(206) 324-1800 x 229", "8653651900", "+44 20 7946 0958"]),
    ("phoneExtension", &["", "229", "230", "x1"]),
    ("title", &["", "Rep", "#N/A"]),
    ("managerEmail", &["", "ana@acme.com", "bo@acme.com", "nobody@acme.com", "-"]),
    ("managerName", &["", "Ana Li", "Li, Ana", "Bo Berg"]),
    ("timeZone", &["", "Europe/Paris", "-05:00", "US/Pacific", "Pacific Standard Time"]),
    ("country", &["", "US", "FR", "UK", "Atlantis"]),
    ("state", &["", "CA", "TX", "Tejas"]),
    ("locale", &["", "en-US", "en_US", "he-IL"]),
    ("groups", &["", "Sales", "Leads;Sales", "Support"]),
];

/// For each person, which of the values of every attribute it has.
type People = Vec<Vec<usize>>;

fn people() -> impl Strategy<Value = People> {
    proptest::collection::vec(proptest::collection::vec(0usize..5, ATTRIBUTES.len()), 1..7)
}

/// A table of the attributes that are wanted, every person with an id.
fn table(people: &People, wanted: impl Fn(usize) -> bool) -> String {
    let columns: Vec<usize> = (0..ATTRIBUTES.len()).filter(|&column| wanted(column)).collect();
    let mut csv = String::from("id");
    for &column in &columns {
        csv = csv + "," + ATTRIBUTES[column].0;
    }
    csv.push('\n');
    for (number, person) in people.iter().enumerate() {
        let _ = write!(csv, "id{number}");
        for &column in &columns {
            let values = ATTRIBUTES[column].1;
            let _ = write!(csv, ",\"{}\"", values[person[column] % values.len()]);
        }
        csv.push('\n');
    }
    csv
}

/// What is said of people, wherever it stands: rule, person, attribute, value, suggestion; and the profiles.
fn told(report: &serde_json::Value) -> (Vec<String>, Vec<String>, serde_json::Value) {
    let findings = report["findings"].as_array().expect("findings").iter();
    let mut findings: Vec<String> = findings
        .filter(|finding| !finding["record"].is_null() || finding["input"].is_null())
        .map(|finding| {
            let mut finding = finding.clone();
            let members = finding.as_object_mut().expect("members");
            // Where it stands differs, and so may the words that name a place.
            for name in ["input", "line", "related", "message"] {
                members.remove(name);
            }
            finding.to_string()
        })
        .collect();
    findings.sort();
    let profiles = report["profiles"].as_array().expect("profiles").iter();
    let profiles = profiles.map(|profile| {
        let mut profile = profile.clone();
        profile.as_object_mut().expect("members").remove("input");
        profile.to_string()
    });
    let mut summary = report["summary"].clone();
    for name in ["rules", "errors", "warnings", "notices"] {
        summary.as_object_mut().expect("members").remove(name);
    }
    (findings, profiles.collect(), summary)
}

const SETTINGS: &str = r#"{"company":{"defaultTimeZone":"America/New_York","otherDomains":["acme.org"]},
    "assignments":[{"name":"S","groups":["sales"]},{"name":"L","groups":["Leads"]}]}"#;

/// A short run, the same every time; `PROPTEST_CASES` asks for a longer one.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { usual } else { ProptestConfig { cases: 150, rng_seed: RngSeed::Fixed(20_261_122), ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn columns_may_be_spread_over_files(people in people(), files in proptest::collection::vec(0usize..3, ATTRIBUTES.len())) {
        let whole = report_on(SETTINGS, &[("whole.csv", &table(&people, |_| true))]);
        let parts: Vec<String> = (0..3).map(|file| table(&people, |column| files[column] == file)).collect();
        let spread = report_on(SETTINGS, &[("a.csv", &parts[0]), ("b.csv", &parts[1]), ("c.csv", &parts[2])]);
        prop_assert_eq!(told(&spread), told(&whole));
    }

    #[test]
    fn a_file_that_says_the_same_again_changes_nothing(people in people(), kept in proptest::collection::vec(any::<bool>(), ATTRIBUTES.len())) {
        let table_of_all = table(&people, |_| true);
        let whole = report_on(SETTINGS, &[("whole.csv", &table_of_all)]);
        let again = table(&people, |column| kept[column]);
        let twice = report_on(SETTINGS, &[("whole.csv", &table_of_all), ("again.csv", &again)]);
        let (mut findings, profiles, summary) = told(&twice);
        // What a file shows of its own cells stays: leftovers where nobody gives a value.
        let (mut once, same, summary_once) = told(&whole);
        findings.dedup();
        once.dedup();
        prop_assert_eq!((findings, profiles, summary), (once, same, summary_once));
    }
}
