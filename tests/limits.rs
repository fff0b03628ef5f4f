//! What stands in `docs/limits.md`: up to a limit a file is read, past it the error says what, where, and what to do.

mod support;

use std::fmt::Write;

use rollcall::check::{Check, MAX_FINDINGS, MAX_INPUTS, MAX_RECORDS, Session};
use rollcall::cure::{MAX_RECIPE, Recipe};
use rollcall::export::{Given, MAX_COLUMNS, MAX_DEPTH, MAX_RECORD};
use rollcall::settings::Settings;
use support::{acme, check, report_text};

const HEAD: &str = "login,firstName,lastName,email\n";
const PORTIONS: [usize; 2] = [usize::MAX, 300_000];

/// The check of a file that is read, in portions of several sizes.
fn read(bytes: &[u8]) -> Check {
    let checks = PORTIONS.map(|step| check(acme(), &[("any", bytes)], step));
    for check in &checks {
        assert!(check.errors().next().is_none(), "{:?}", check.errors().next());
        assert_eq!(check.rows(), checks[0].rows());
    }
    checks.into_iter().next().expect("one")
}

/// What is said of a file that is not, which is the same for every portion.
fn refused(bytes: &[u8]) -> String {
    let errors = PORTIONS.map(|step| {
        let check = check(acme(), &[("any", bytes)], step);
        assert_eq!(check.rows(), 0, "nothing of it is kept");
        check.errors().next().expect("an error").to_string()
    });
    assert_eq!(errors[0], errors[1], "portions matter");
    errors[0].clone()
}

#[test]
fn a_record_is_as_long_as_is_said() {
    let table = |length: usize| {
        format!("{HEAD}a,Ana,Li,ana@acme.com\nb,{}\nc,Cy,Li,c@acme.com\n", "x".repeat(length - 2))
    };
    assert_eq!(read(table(MAX_RECORD).as_bytes()).rows(), 3);
    assert_eq!(
        refused(table(MAX_RECORD + 1).as_bytes()),
        "any, line 3: the record that begins here is longer than 4 MiB. Is this a profile export?"
    );
    let quoted = format!("{HEAD}a,Ana,Li,ana@acme.com\n\"\n\n{}", "x\n".repeat(MAX_RECORD / 2));
    let said = refused(quoted.as_bytes());
    assert!(said.starts_with("any, line 3: a quote opens here and is not closed within 4 MiB"), "{said}");
    let json = |length: usize| {
        format!("[{{\"email\":\"a@acme.com\"}},\n{{\"email\":\"{}\"}}]", "x".repeat(length - 12))
    };
    assert_eq!(read(json(MAX_RECORD).as_bytes()).rows(), 2);
    let said = refused(json(MAX_RECORD + 1).as_bytes());
    assert!(said.starts_with("any, line 2: the record that begins here is longer than 4 MiB"), "{said}");
    // What stands around a list is held as well.
    let envelope = format!("{{\"a\":\"{}\",\"value\":[]}}", "x".repeat(MAX_RECORD));
    assert!(refused(envelope.as_bytes()).contains("longer than 4 MiB"));
    let names = "x".repeat(MAX_RECORD + 1);
    let said = refused(names.as_bytes());
    assert!(said.starts_with("any, line 1: the first 4 MiB hold no line of column names"), "{said}");
    assert!(refused(" ".repeat(MAX_RECORD + 1).as_bytes()).contains("the first 4 MiB"));
}

#[test]
fn a_table_is_as_wide_as_is_said() {
    let header = |columns: usize| -> String {
        (1..columns).fold("email".to_owned(), |mut line, number| {
            let _ = write!(line, ",c{number}");
            line
        })
    };
    let row = |cells: usize| format!("a@acme.com{}", ",".repeat(cells - 1));
    assert_eq!(read(format!("{}\n{}\n", header(MAX_COLUMNS), row(MAX_COLUMNS)).as_bytes()).rows(), 1);
    for columns in [MAX_COLUMNS + 1, 100_000] {
        let said = refused(format!("{}\n", header(columns)).as_bytes());
        assert_eq!(said, "any, line 1: there are more than 16384 columns. Is this a profile export?");
    }
    let said = refused(format!("email\na\n{}\n", row(MAX_COLUMNS + 1)).as_bytes());
    assert_eq!(said, "any, line 3: there are more than 16384 cells in this record");
    let record = |from: usize, to: usize| {
        let members: Vec<String> = (from..to).map(|number| format!("\"k{number}\":1")).collect();
        format!("{{\"email\":\"a@acme.com\",{}}}", members.join(","))
    };
    assert_eq!(read(format!("[{}]", record(0, MAX_COLUMNS - 10)).as_bytes()).rows(), 1);
    let many = format!("[{},\n{}]", record(0, 9000), record(9000, 18_000));
    let said = refused(many.as_bytes());
    assert_eq!(
        said,
        "any, line 2: the records have more different names than any directory gives. Is this a profile export?"
    );
    let long = format!("[{{\"email\":\"a@acme.com\"}},\n{{\"{}\":1}}]", "n".repeat(5000));
    assert!(refused(long.as_bytes()).starts_with("any, line 2: a name is longer than any directory gives"));
}

#[test]
fn json_is_as_deep_as_is_said() {
    let deep = |depth: usize| {
        format!("[\n{{\"email\":\"a@acme.com\",\"a\":{}{}}}]", "[".repeat(depth), "]".repeat(depth))
    };
    // The record itself is the first level.
    let fits = MAX_DEPTH as usize - 1;
    assert_eq!(read(deep(fits).as_bytes()).rows(), 1);
    for depth in [fits + 1, 100_000] {
        let said = refused(deep(depth).as_bytes());
        assert!(said.starts_with("any, line 2: values are nested deeper than 100 levels here"), "{said}");
    }
    let open = "{\"a\":".repeat(100_000);
    assert!(refused(open.as_bytes()).contains("nested deeper than 100 levels"));
    // Settings and recipes are read by another reader, which has a limit of its own.
    let nested = format!("{{\"company\":{}", "[".repeat(100_000));
    assert!(Settings::from_json(&nested).is_err());
    assert!(Recipe::from_json(&nested).is_err());
}

#[test]
fn lists_are_judged_as_far_as_is_said() {
    let told = |values: usize| {
        let all: Vec<String> = (0..values).map(|number| format!("\"none {number}\"")).collect();
        let json = format!(
            "[{{\"mail\":\"a@acme.com\",\"givenName\":\"A\",\"surname\":\"B\",\"otherMails\":[{}]}}]",
            all.join(",")
        );
        let check = read(json.as_bytes());
        let report: serde_json::Value =
            serde_json::from_str(&report_text(&check, &[("any", json.as_bytes())], usize::MAX))
                .expect("JSON");
        let count = |rule: &str| {
            let all = report["findings"].as_array().expect("findings").iter();
            all.filter(|finding| finding["rule"] == rule && finding["attribute"] == "secondaryEmails").count()
        };
        (count("email/secondary-invalid"), count("value/several"))
    };
    assert_eq!(told(1000), (1000, 0));
    assert_eq!(told(1001), (1000, 1), "what is not judged is told");
    assert_eq!(told(5_000), (1000, 1));
}

#[test]
fn a_check_holds_as_many_files_as_is_said() {
    let mut session = Session::new(acme());
    let mut last = Ok(());
    for number in 0..=MAX_INPUTS {
        last.clone().expect("readable");
        session.begin("a.csv", Given::default());
        last = session.push(format!("email\na{number}@acme.com\n").as_bytes()).and_then(|()| session.end());
    }
    let said = last.expect_err("too many").to_string();
    assert_eq!(
        said,
        "a.csv (10001): there is more here than one check holds: 10000 files, 20 million records with 100 million findings, \
         4 GiB of names and addresses. Check it in parts"
    );
    assert_eq!((MAX_RECORDS, MAX_FINDINGS), (20_000_000, 100_000_000));
    assert_eq!(session.finish().rows() as usize, MAX_INPUTS);
}

#[test]
fn a_recipe_is_as_long_as_is_said() {
    let padded = |length: usize| {
        let text = "{\"format\":\"rollcall-recipe\",\"formatVersion\":1,\"steps\":[]}";
        text.to_owned() + &" ".repeat(length - text.len())
    };
    assert!(Recipe::from_json(&padded(1000)).is_ok());
    let said = Recipe::from_json(&padded(MAX_RECIPE + 1)).expect_err("too long").to_string();
    assert_eq!(said, "a recipe has at most 64 MiB");
}

#[test]
fn what_is_told_beside_a_finding_is_bounded() {
    let people: String =
        (0..300).fold("id,login,firstName,lastName,email\n".to_owned(), |mut text, number| {
            let _ = writeln!(text, "{number},u{number},Ana,Li,ana@acme.com");
            text
        });
    let check = read(people.as_bytes());
    let report: serde_json::Value =
        serde_json::from_str(&report_text(&check, &[("any", people.as_bytes())], usize::MAX)).expect("JSON");
    let findings = report["findings"].as_array().expect("findings").iter();
    let doubled: Vec<_> = findings.filter(|finding| finding["rule"] == "email/duplicate").collect();
    assert_eq!(doubled.len(), 300);
    for finding in doubled {
        assert_eq!(finding["related"].as_array().expect("a list").len(), 100);
        let message = finding["message"].as_str().expect("a message");
        assert!(message.contains("299 others have (the first 100 are listed)"), "{message}");
    }
}

/// Every limit of the code stands in the document, and nothing else does.
#[test]
fn the_document_says_what_the_code_does() {
    let document = include_str!("../docs/limits.md");
    for (what, number) in [
        ("MAX_RECORD`", "4 MiB"),
        ("MAX_DEPTH`", "100 levels"),
        ("MAX_COLUMNS`", "16,384"),
        ("MAX_VALUES`", "1,000"),
        ("MAX_INPUTS`", "10,000"),
        ("MAX_RECORDS`", "20 million"),
        ("MAX_FINDINGS`", "100 million"),
        ("MAX_RECIPE`", "64 MiB"),
        ("MAX_HELD`", "512 MiB"),
        ("MAX_NAME`", "4,096"),
        ("MAX_RELATED`", "100"),
    ] {
        let line = document.lines().find(|line| line.contains(what));
        assert!(line.is_some_and(|line| line.contains(number)), "{what} {number}: {line:?}");
    }
    assert_eq!(MAX_DEPTH, 100);
    assert_eq!((MAX_RECORD, MAX_COLUMNS, MAX_INPUTS), (4 << 20, 16_384, 10_000));
    assert_eq!(MAX_RECIPE, 64 << 20);
}
