//! What ends up in shared logs names nobody: no value of a record is in SARIF, `JUnit` or annotations unless asked for.

mod support;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rollcall::report::forms::Form;
use rollcall::settings::Settings;
use support::check;
use support::forms::{options, written};

/// What no word of the program holds.
const TOKEN: &str = "zqx";
const SHARED: [Form; 3] = [Form::Sarif, Form::Junit, Form::Github];
const HEAD: &str = "id,login,status,firstName,lastName,email,secondEmail,title,manager,managerId,primaryPhone,countryCode,state,timezone,locale,groups";

/// A value as an export has it, good or bad, that can be told from everything else.
fn value() -> impl Strategy<Value = String> {
    let number = 0..40u32;
    let shape = prop::sample::select(vec![
        "",
        "#",
        "#@acme.com",
        "#@acme.org",
        "#@@acme",
        "# Li",
        " #",
        "#\u{202e}",
        "Li, #",
        "cn=#,dc=acme",
        "+1 # 865",
        "(865) 365-19# x#",
        "America/#",
        "-0#:00",
        "#-UK",
        "en_#",
        "System.String[]#",
        "=HYPERLINK(#)",
        "::error::#",
        "<#>]]>\n#",
        "#;#b",
        "00u1ab2cd3EF4gh5#",
    ]);
    (shape, number).prop_map(|(shape, number)| shape.replace('#', &format!("{TOKEN}{number}")))
}

fn record() -> impl Strategy<Value = Vec<String>> {
    let columns = HEAD.split(',').count();
    prop::collection::vec(value(), columns)
}

fn csv(records: &[Vec<String>]) -> String {
    let cell = |value: &String| format!("\"{}\"", value.replace('"', "\"\""));
    let lines = records.iter().map(|record| record.iter().map(cell).collect::<Vec<_>>().join(",") + "\n");
    lines.collect()
}

/// Assignments, so that what is said of groups is tried too.
fn settings() -> Settings {
    Settings::from_json(
        r#"{"company":{"primaryDomain":"acme.com"},"assignments":[{"name":"Sales","groups":["Sales"]}]}"#,
    )
    .expect("settings")
}

fn names_nobody(settings: Settings, files: &[(&str, &[u8])]) -> Result<(), TestCaseError> {
    let check = check(settings, files, usize::MAX);
    for form in SHARED {
        let text = written(&check, files, usize::MAX, options(form, false)).to_lowercase();
        let at = text.find(TOKEN);
        prop_assert!(at.is_none(), "{:?} shows a value: {:?}", form, at.map(|at| text.split_at(at).1));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, rng_seed: RngSeed::Fixed(11), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_stay_out_of_shared_logs(
        records in prop::collection::vec(record(), 1..12),
        more in prop::collection::vec(record(), 0..4),
    ) {
        let first = format!("{HEAD}\n{}", csv(&records));
        let second = format!("{HEAD}\n{}", csv(&more));
        let files = [("users.csv", first.as_bytes()), ("more.csv", second.as_bytes()), ("gong.csv", second.as_bytes())];
        names_nobody(settings(), &files)?;
        names_nobody(Settings::default(), &files[..1])?;
    }

    /// Whose headings are missing makes headings of a person.
    #[test]
    fn headings_that_are_values_stay_out_too(record in record(), times in 1..3usize) {
        let line = csv(&[record]);
        let text = format!("login,firstName,lastName,email,{}", line.repeat(times));
        names_nobody(settings(), &[("users.csv", text.as_bytes())])?;
        let twice = format!("{TOKEN}1,{TOKEN}1,login,email\n{line}");
        names_nobody(settings(), &[("users.csv", twice.as_bytes())])?;
    }
}

#[test]
fn values_are_shown_where_asked_for() {
    let text = format!("{HEAD}\n1,a,,{TOKEN}1,Li,a@{TOKEN}.org,,,,,,,,,,\n");
    let files = [("users.csv", text.as_bytes())];
    // Without a primary domain a frequent one is named, which is a value as well.
    for (settings, value) in
        [(settings(), format!("{TOKEN}1 Li")), (Settings::default(), format!("on {TOKEN}.org"))]
    {
        let check = check(settings, &files, usize::MAX);
        for form in SHARED {
            let written = |shown| written(&check, &files, usize::MAX, options(form, shown));
            assert!(!written(false).contains(TOKEN) && written(true).contains(&value), "{form:?}");
        }
    }
}
