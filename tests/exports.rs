//! Whole exports: the right shape, lines and rules, whatever the size of the portions.
//!
//! The reports in `golden/` are read line by line before they are kept. `UPDATE=1 cargo test` writes them anew.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{acme, check, report_text};

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

#[test]
fn reports_are_those_that_were_reviewed() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), bytes.as_slice())];
        let found = report_text(&check(acme(), &files, usize::MAX), &files, usize::MAX);
        let path = golden.join(format!("{name}.report.json"));
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&golden).expect("a folder");
            fs::write(&path, &found).expect("written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == expected,
            "the report on {name} differs from {}; look at it, then UPDATE=1",
            path.display()
        );
    }
}

#[test]
fn every_portion_gives_the_same_report() {
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), bytes.as_slice())];
        let whole = report_text(&check(acme(), &files, usize::MAX), &files, usize::MAX);
        for step in [1, 2, 3, 5, 16, 61, 1021] {
            let check = check(acme(), &files, step);
            assert!(check.errors().next().is_none(), "{name} in portions of {step}");
            assert!(report_text(&check, &files, step) == whole, "{name} in portions of {step}");
        }
    }
}

#[test]
fn a_record_is_found_again_by_its_place() {
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), bytes.as_slice())];
        let check = check(acme(), &files, 7);
        let report: serde_json::Value =
            serde_json::from_str(&report_text(&check, &files, 1000)).expect("JSON");
        for row in 0..check.rows() {
            let place = check.place(row).expect("a place");
            let from = usize::try_from(place.offset).expect("small");
            let record = &bytes[from..from + place.length as usize];
            let line = check.person(row).expect("a row");
            let expected: Vec<_> = report["findings"]
                .as_array()
                .expect("findings")
                .iter()
                .filter(|finding| finding["record"] == line.record)
                .cloned()
                .collect();
            let found = check.describe(row, record).expect("the same bytes");
            assert_eq!(found, serde_json::Value::Array(expected), "{name}, record {}", line.record);
        }
    }
}

#[test]
fn passwords_and_recovery_answers_reach_no_report() {
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), bytes.as_slice())];
        let report = report_text(&check(acme(), &files, 64), &files, 64);
        for secret in ["hunter2", "hunter3", "first pet"] {
            assert!(!report.contains(secret), "{name} gives away {secret}");
        }
    }
}

#[test]
fn a_changed_file_is_told() {
    let before = "login,firstName,lastName,email\na,Ana,Li,ana@acme.org\n";
    for after in [
        "login,firstName,lastName,email\na,Ana,Li,ana@acme.com\n",
        "login,firstName,lastName,email\na,Ana,Li,ana@acme.org\nb,Bo,Berg,bo@acme.com\n",
        "login,firstName,lastName,email\n",
    ] {
        let check = check(acme(), &[("a.csv", before.as_bytes())], 8);
        let mut report = check.report(rollcall::report::json::Options::default());
        let mut out = Vec::new();
        let outcome = report.push(after.as_bytes(), &mut out).and_then(|()| report.end(&mut out));
        let error = outcome.expect_err("the file is another");
        assert_eq!(error.input(), "a.csv");
        assert!(error.message().contains("changed"), "{error}");
    }
}

#[test]
fn files_of_one_name_are_told_apart() {
    let text = b"login,firstName,lastName,email\na,Ana,Li,ana@acme.com\n";
    let check = check(acme(), &[("x/users.csv", text), ("y\\users.csv", text)], 9);
    assert_eq!([check.input_name(0), check.input_name(1)], [Some("users.csv"), Some("users.csv (2)")]);
}

#[test]
fn a_part_of_another_list_of_okta_users_is_a_group() {
    let all = include_bytes!("fixtures/okta-users.json").as_slice();
    let users: Vec<serde_json::Value> = serde_json::from_slice(all).expect("JSON");
    let some = serde_json::to_vec(&users[..2]).expect("JSON");
    let shapes = |files: &[(&str, &[u8])]| {
        let inputs = check(acme(), files, 100).inputs();
        let inputs = inputs.as_array().expect("inputs").clone();
        inputs.iter().map(|input| (input["shape"].clone(), input["group"].clone())).collect::<Vec<_>>()
    };
    let users_json = || (serde_json::json!("okta-users-json"), serde_json::Value::Null);
    let files = [("Sales EMEA.json", some.as_slice()), ("users.json", all)];
    let members = (serde_json::json!("okta-group-members-json"), serde_json::json!("Sales EMEA"));
    assert_eq!(shapes(&files), [members, users_json()]);
    assert_eq!(check(acme(), &files, 100).summary()["profiles"], 4, "nobody is counted twice");
    let report = report_text(&check(acme(), &files, 100), &files, 64);
    assert!(!report.contains("email/duplicate"), "{report}");
    // The same people twice are no group of each other.
    assert_eq!(shapes(&[("a.json", all), ("b.json", all)]), [users_json(), users_json()]);
}
