//! What holds for people in any order: whom a file names first changes nothing that is found on anyone, and the same people
//! in another form or encoding are the same people.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rollcall::settings::Settings;
use serde_json::{Value, json};
use support::{check, report_text};

/// Values that meet each other: shared, referred to, differing in case only, wrong, empty.
const COLUMNS: [(&str, &[&str]); 15] = [
    ("status", &["ACTIVE", "", "SUSPENDED", "STAGED", "ON_LEAVE"]),
    ("givenName", &["Ana", "Bo", "", ".", " José", "null"]),
    ("familyName", &["Li", "Berg", "", "De  La Cruz"]),
    (
        "primaryEmail",
        &["ana@acme.com", "ANA@acme.com", "bo@acme.com", "cy@acme.org", "", "a b@acme.com", "di@acme.com"],
    ),
    ("secondaryEmails", &["", "ana@acme.com", "cy@acme.com;bo@acme.com", "x@home.example"]),
    ("phoneNumber", &["", "(206) 324-1800 x 229", "2063241800", "call me"]),
    ("title", &["", "Rep", "#N/A", "Rep "]),
    ("managerEmail", &["", "p0@acme.com", "P1@acme.com", "nobody@acme.com", "p3@acme.com"]),
    ("managerName", &["", "Ana Li", "Li, Ana", "Bo Berg", "Nobody"]),
    ("managerId", &["", "1", "3", "99"]),
    ("timeZone", &["", "Europe/Paris", "-05:00", "Pacific Standard Time"]),
    ("country", &["", "US", "FR", "UK", "Atlantis"]),
    ("state", &["", "CA", "TX", "Ontario"]),
    ("locale", &["", "en-US", "en_US", "he-IL"]),
    ("groups", &["", "Sales", "Leads;Sales", "Support "]),
];

const SETTINGS: &str = r#"{"company":{"primaryDomain":"acme.com","defaultTimeZone":"America/New_York"},
    "assignments":[{"name":"S","groups":["Sales"]},{"name":"L","groups":["Leads"]}]}"#;

/// A number that is a person's own, and which of the values of every column it has.
type Person = (usize, Vec<usize>);

fn people() -> impl Strategy<Value = Vec<Person>> {
    let values = prop::collection::vec(prop::collection::vec(0usize..40, COLUMNS.len()), 1..9);
    values.prop_map(|people| people.into_iter().enumerate().collect())
}

fn value(person: &Person, column: usize) -> &'static str {
    let values = COLUMNS[column].1;
    values[person.1[column] % values.len()]
}

fn csv(people: &[Person]) -> String {
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.0).collect();
    let mut csv = format!("id,userName,{}\n", names.join(","));
    for person in people {
        let _ = write!(csv, "{},p{}@acme.com", person.0, person.0);
        for column in 0..COLUMNS.len() {
            let _ = write!(csv, ",\"{}\"", value(person, column));
        }
        csv.push('\n');
    }
    csv
}

fn records(people: &[Person]) -> Vec<Value> {
    let record = |person: &Person| {
        let mut record = serde_json::Map::new();
        record.insert("id".into(), person.0.to_string().into());
        record.insert("userName".into(), format!("p{}@acme.com", person.0).into());
        for (column, (name, _)) in COLUMNS.iter().enumerate() {
            record.insert((*name).to_owned(), value(person, column).into());
        }
        Value::Object(record)
    };
    people.iter().map(record).collect()
}

fn report(bytes: &[u8], step: usize) -> Result<Value, TestCaseError> {
    let files = [("people", bytes)];
    let check = check(Settings::from_json(SETTINGS).expect("settings"), &files, step);
    prop_assert!(check.errors().next().is_none(), "{:?}", check.errors().next());
    Ok(serde_json::from_str(&report_text(&check, &files, step)).expect("JSON"))
}

/// What is said of each person, in an order of its own: everything but where they stand and who is named beside them.
fn of_people(report: &Value, people: &[Person]) -> BTreeMap<usize, Vec<String>> {
    let mut told: BTreeMap<usize, Vec<String>> = people.iter().map(|person| (person.0, Vec::new())).collect();
    let number =
        |record: &Value| people[usize::try_from(record.as_u64().expect("a record")).expect("few") - 1].0;
    for finding in report["findings"].as_array().expect("findings") {
        if finding["record"].is_null() {
            continue;
        }
        let related =
            finding["related"].as_array().expect("a list").iter().map(|other| number(&other["record"]));
        let mut related: Vec<usize> = related.collect();
        related.sort_unstable();
        // Of several trees of one size the first is the largest; a circle is told at the first who is in it.
        if ["manager/root", "manager/missing", "manager/cycle"].iter().any(|rule| finding["rule"] == *rule) {
            continue;
        }
        // An address that several others have is told with the first of them.
        let related = if finding["rule"] == "email/alias-taken" { Vec::new() } else { related };
        let members =
            ["rule", "severity", "attribute", "column", "value", "suggestion", "choices", "assumption"];
        let of: Vec<&Value> = members.iter().map(|name| &finding[*name]).collect();
        told.entry(number(&finding["record"])).or_default().push(json!([of, related]).to_string());
    }
    for profile in report["profiles"].as_array().expect("profiles") {
        // Groups stand in the order in which the file first names them.
        let members = ["key", "outcome", "timeZone", "weekend", "assignment"];
        let of: Vec<&Value> = members.iter().map(|name| &profile[*name]).collect();
        told.entry(number(&profile["record"])).or_default().push(json!(of).to_string());
    }
    for all in told.values_mut() {
        all.sort();
    }
    told
}

/// A short run, the same every time; `PROPTEST_CASES` asks for a longer one.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { usual } else { ProptestConfig { cases: 40, rng_seed: RngSeed::Fixed(20_261_123), ..usual } }
}

proptest! {
    #![proptest_config(config())]

    /// Ids and user names are each person's own here, and managers are named by them: which of two records with one id
    /// stands, and who of several with one address is meant, follows from their order.
    #[test]
    fn the_order_of_people_changes_nothing_of_them(people in people(), seed in any::<u64>()) {
        let mut shuffled = people.clone();
        shuffled.sort_by_key(|person| (person.0 as u64 + 1).wrapping_mul(seed | 1));
        let reports = [report(csv(&people).as_bytes(), usize::MAX)?, report(csv(&shuffled).as_bytes(), usize::MAX)?];
        let outcomes = ["imported", "blocked", "inactive"].map(|name| [&reports[0]["summary"][name], &reports[1]["summary"][name]]);
        prop_assert!(outcomes.iter().all(|both| both[0] == both[1]), "{:?}", outcomes);
        let told = [of_people(&reports[0], &people), of_people(&reports[1], &shuffled)];
        for person in &people {
            prop_assert_eq!(&told[0][&person.0], &told[1][&person.0]);
        }
    }

    #[test]
    fn lines_of_json_and_a_list_say_the_same(people in people(), step in 1usize..60) {
        let records = records(&people);
        let list = report(json!(records).to_string().as_bytes(), usize::MAX)?;
        let lines = records.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
        for step in [step, usize::MAX] {
            let told = report(lines.as_bytes(), step)?;
            prop_assert_eq!(&told["summary"], &list["summary"]);
            prop_assert_eq!(of_people(&told, &people), of_people(&list, &people));
        }
    }

    #[test]
    fn encodings_say_the_same(people in people(), step in 1usize..60) {
        let text = csv(&people);
        let without = |bytes: &[u8], step: usize| {
            let mut report = report(bytes, step)?;
            report["inputs"][0]["encoding"].take();
            Ok::<Value, TestCaseError>(report)
        };
        let plain = without(text.as_bytes(), usize::MAX)?;
        let wide = |order: fn(u16) -> [u8; 2]| -> Vec<u8> { [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(order).collect() };
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let windows: Vec<u8> = text.chars().map(|char| u8::try_from(u32::from(char)).expect("Latin")).collect();
        for bytes in [marked, wide(u16::to_le_bytes), wide(u16::to_be_bytes), windows] {
            let told = without(&bytes, step)?;
            let rules = |report: &Value| -> Vec<String> {
                let all = report["summary"]["rules"].as_array().expect("rules").iter();
                // That the encoding was guessed is said aloud.
                all.filter(|rule| rule["rule"] != "file/encoding-guessed").map(Value::to_string).collect()
            };
            prop_assert_eq!(of_people(&told, &people), of_people(&plain, &people));
            prop_assert_eq!(rules(&told).len(), rules(&plain).len());
        }
    }
}
