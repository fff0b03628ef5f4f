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
fn passwords_and_recovery_answers_are_never_read() {
    // Not even where the settings point at them.
    let settings = |columns: &[&str]| {
        let mapping: Vec<String> = columns.iter().map(|column| format!("{column:?}:\"title\"")).collect();
        let text = format!(
            "{{\"company\":{{\"primaryDomain\":\"acme.com\"}},\"mapping\":{{{}}}}}",
            mapping.join(",")
        );
        rollcall::settings::Settings::from_json(&text).expect("settings")
    };
    let csv = b"login,firstName,lastName,email,Password\na,Ana,Li,ana@acme.com,hunter2  Secret\n".as_slice();
    let json = br#"[{"id":"1","status":"ACTIVE","profile":{"login":"a","firstName":"Ana","lastName":"Li","email":"ana@acme.com"},
        "credentials":{"password":{"value":"hunter2  Secret"},"recovery_question":{"question":"q","answer":"hunter2  Secret"}}}]"#
        .as_slice();
    for (name, bytes, columns) in [
        ("a.csv", csv, ["Password", "password"]),
        ("a.json", json, ["credentials.password.value", "credentials.recovery_question.answer"]),
    ] {
        let files = [(name, bytes)];
        let report = report_text(&check(settings(&columns), &files, 64), &files, 64);
        assert!(!report.contains("hunter2"), "{report}");
        assert!(!report.contains("value/whitespace"), "the value was looked at: {report}");
    }
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), bytes.as_slice())];
        let report = report_text(&check(acme(), &files, 64), &files, 64);
        for secret in ["hunter2", "hunter3", "first pet"] {
            assert!(!report.contains(secret), "{name} gives away {secret}");
        }
    }
}

#[test]
fn nothing_of_an_unreadable_file_is_kept() {
    let cut = br#"[{"email":"a@evil.example","givenName":"A","familyName":"B"},{"email":"b@evil.example","givenName":"A","familyName":"B"},"#;
    let good = b"login,firstName,lastName,email\na,Ana,Li,ana@acme.com\n".as_slice();
    let files = [("cut.json", cut.as_slice()), ("good.csv", good)];
    let check = check(rollcall::settings::Settings::default(), &files, 16);
    assert_eq!(check.errors().count(), 1);
    let report = report_text(&check, &files, 16);
    assert!(report.contains("Most people here are on acme.com") && !report.contains("evil"), "{report}");
}

#[test]
fn what_is_equal_is_told_apart_from_what_is_not() {
    let count = |csv: &str, rule: &str| {
        let files = [("a.csv", csv.as_bytes())];
        let summary = check(acme(), &files, 64).summary();
        let rules = summary["rules"].as_array().expect("rules").clone();
        rules
            .iter()
            .find(|found| found["rule"] == rule)
            .map_or(0, |found| found["count"].as_u64().expect("a count"))
    };
    // Ids keep their case, user names do not.
    let ids = "id,email,givenName,familyName\n001abcD,a@acme.com,A,B\n001abcd,b@acme.com,A,B\n";
    assert_eq!(count(ids, "file/duplicate-record"), 0);
    let names = "userName,email,givenName,familyName\nana,a@acme.com,A,B\nANA,b@acme.com,A,B\n";
    assert_eq!(count(names, "file/duplicate-record"), 1);
    // One domain in two spellings.
    let mut settings = acme();
    settings.set_primary_domain("münchen.example").expect("a domain");
    let csv = "email,givenName,familyName\na@MÜNCHEN.example,A,B\nA@xn--mnchen-3ya.example,A,B\n";
    let check = check(settings, &[("a.csv", csv.as_bytes())], 64);
    assert_eq!(check.summary()["blocked"], 2);
    // A leftover of the export is no value beside a real one.
    assert_eq!(count("email,mail,givenName,familyName\nnull,ana@acme.com,A,B\n", "email/missing"), 0);
}

#[test]
fn what_is_too_much_is_refused_or_told() {
    let error = |bytes: &[u8], step: usize| {
        check(acme(), &[("a", bytes)], step).errors().next().map(ToString::to_string)
    };
    // Blank lines without end, and a header without end, for every size of portions.
    let mut blank = vec![b'\n'; 4_400_000];
    blank.extend(b"login,email\na,b\n");
    let mut header = b"login,\"".to_vec();
    header.resize(4_400_000, b'x');
    header.extend(b"\",email\na,b,c\n");
    for bytes in [&blank, &header] {
        let whole = error(bytes, usize::MAX);
        assert!(whole.as_ref().is_some_and(|error| error.contains("4 MiB")), "{whole:?}");
        assert_eq!(error(bytes, 65_536), whole);
        assert_eq!(error(bytes, 1_048_576), whole);
    }
    // Names without number.
    let names: Vec<String> = (0..20_000).map(|number| format!("\"k{number}\":1")).collect();
    let error_of_names = error(format!("[{{{}}}]", names.join(",")).as_bytes(), 4096).expect("an error");
    assert!(error_of_names.contains("names"), "{error_of_names}");
    // A list of more values than are judged says so.
    let many: Vec<String> = (0..1500).map(|number| format!("x{number}")).collect();
    let csv = format!("email,givenName,familyName,secondaryEmails\na@acme.com,A,B,{}\n", many.join(";"));
    let summary = check(acme(), &[("a.csv", csv.as_bytes())], 64).summary();
    let rules = summary["rules"].to_string();
    assert!(rules.contains("value/several") && rules.contains(r#""count":1000"#), "{rules}");
}

#[test]
fn a_quote_in_the_last_name_of_a_column_spoils_nothing() {
    let csv = "login,firstName,lastName,email,\"Notes;\"\na,Ana,Li,ana@acme.com,x\n";
    assert_eq!(check(acme(), &[("a.csv", csv.as_bytes())], 5).summary()["imported"], 1);
    let open = "login,\"firstName,lastName,email\na@acme.com,b,c,a@acme.com\n";
    for step in [1, 7, 1000] {
        let check = check(acme(), &[("a.csv", open.as_bytes())], step);
        let error = check.errors().next().expect("a quote is open");
        assert_eq!(error.line(), Some(1), "{error}");
    }
}

/// Before the delimiter is known, a quote behind a comma might open a name; with semicolons it is a letter.
#[test]
fn names_end_where_their_own_delimiter_ends_them() {
    let text = "Email;First name;Last name;Place,\"Floor\nana@acme.com;Ana;Li;4\"\nbo@acme.com;Bo;;\n";
    let report = support::report("people.csv", text.as_bytes());
    assert_eq!(
        (&report["inputs"][0]["records"], &report["inputs"][0]["delimiter"]),
        (&2.into(), &";".into())
    );
    assert_eq!(report["inputs"][0]["unmapped"], serde_json::json!(["Place,\"Floor"]));
    let missing = report["findings"].as_array().expect("findings").iter();
    let mut missing = missing.filter(|finding| finding["rule"] == "name/family-missing");
    assert_eq!(missing.next().map(|finding| &finding["line"]), Some(&3.into()));
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

#[test]
fn one_person_in_two_files_is_no_twin_of_theirs() {
    let users = b"id,userName,email,givenName,familyName,managerName,secondaryEmails\n1,ana,ana@acme.com,Ana,Li,,\n2,bo,bo@acme.com,Bo,Berg,Ana Li,b@acme.com\n".as_slice();
    let more = b"id,userName,email,givenName,familyName,managerName,secondaryEmails\n1,ana,ana@acme.com,Ana,Li,,\n2,bo,b@acme.com,Bo,Berg,Ana Li,\n".as_slice();
    let files = [("users.csv", users), ("more.csv", more)];
    let report = report_text(&check(acme(), &files, 64), &files, 64);
    for rule in ["email/duplicate", "email/alias-taken", "manager/ambiguous"] {
        assert!(!report.contains(rule), "{rule}: {report}");
    }
}

#[test]
fn half_a_character_at_the_end_of_a_file_is_told() {
    let text = "login,firstName,lastName,email,title\na@acme.com,Ana,Li,a@acme.com,Rep";
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.push(b'x');
    for step in [1, 2, 7, 1000] {
        let check = check(acme(), &[("a.csv", &bytes)], step);
        assert!(check.errors().next().is_none());
        let place = check.place(0).expect("a place");
        let from = usize::try_from(place.offset).expect("small");
        assert_eq!(from + place.length as usize, bytes.len());
        let found = check.describe(0, &bytes[from..]).expect("the same bytes").to_string();
        assert!(found.contains("file/encoding"), "{found}");
    }
}
