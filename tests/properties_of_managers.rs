//! What holds for whom an email and a name point to, told anew from the words of the rules.

mod support;

use std::fmt::Write;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::{people, report};

/// Spellings of two names; the first of each pair that the documents tell apart is its number.
const NAMES: [(u8, &str); 8] = [
    (0, ""),
    (1, "Ana Li"),
    (1, "ANA  LI"),
    (1, "Aná Li"),
    (2, "Bo Berg"),
    (2, "bo berg"),
    (3, "Cy De La Cruz"),
    (4, "Nobody Else"),
];

/// Who may be named: the email of the person of that number, in another case, the further address, nobody's.
const EMAILS: [&str; 4] = ["p{}@acme.com", "P{}@ACME.com", "p{}@home.example", "nobody{}@acme.com"];

#[derive(Clone, Debug)]
struct Person {
    name: usize,
    manager: usize,
    email: usize,
    called: usize,
}

impl Person {
    fn email(&self) -> String {
        EMAILS[self.email].replace("{}", &self.manager.to_string())
    }
}

fn company() -> impl Strategy<Value = Vec<Person>> {
    let person = (0..7usize, 0..4usize, 0..EMAILS.len(), 0..NAMES.len())
        .prop_map(|(name, manager, email, called)| Person { name, manager, email, called });
    proptest::collection::vec(person, 4..24)
}

fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { usual } else { ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(20_261_123), ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_name_is_in_conflict_where_the_one_of_the_email_has_another(company in company()) {
        let mut text = String::new();
        for (number, person) in company.iter().enumerate() {
            let (given, family) = NAMES[person.name].1.split_once(' ').unwrap_or_default();
            let _ = writeln!(
                text,
                "primaryEmail: p{number}@acme.com | secondaryEmails: p{number}@home.example | givenName: {given} | \
                 familyName: {family} | managerEmail: {} | managerName: {}",
                person.email(),
                NAMES[person.called].1,
            );
        }
        let report = report("company.csv", people(text.trim_end()).as_bytes());

        let is_somebody = |person: &Person| person.email < 3;
        let expected: Vec<String> = company.iter().enumerate().filter_map(|(number, person)| {
            let (name, _) = NAMES[person.called];
            let bearers = company.iter().filter(|other| name != 0 && NAMES[other.name].0 == name).count();
            if !is_somebody(person) {
                return Some(format!("p{number}@acme.com: not-found"));
            }
            let own = NAMES[company[person.manager].name].0;
            // Who names themselves is told so, and that only.
            let other = person.manager != number;
            (other && bearers > 0 && own != name).then(|| format!("p{number}@acme.com: conflict"))
        }).collect();
        let told: Vec<String> = report["findings"].as_array().expect("findings").iter().filter_map(|finding| {
            let rule = finding["rule"].as_str()?.strip_prefix("manager/")?;
            matches!(rule, "conflict" | "not-found")
                .then(|| format!("{}: {rule}", finding["key"].as_str().unwrap_or_default()))
        }).collect();
        prop_assert_eq!(told, expected);

        // Who is their own manager, by others or at once, has none.
        for (person, profile) in company.iter().zip(report["profiles"].as_array().expect("profiles")) {
            if let Some(manager) = profile["manager"]["key"].as_str() {
                prop_assert!(is_somebody(person));
                prop_assert_eq!(manager, format!("p{}@acme.com", person.manager));
            }
        }
    }
}
