//! What holds for any bytes: portions do not matter, nothing panics, an error is an error for every portion.

mod support;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rollcall::check::{Check, Session};
use rollcall::export::Given;
use support::{acme, check, report_text};

/// The report, or the error, for one size of portions.
fn outcome(bytes: &[u8], step: usize) -> Result<String, String> {
    let files = [("any", bytes)];
    let check = check(acme(), &files, step);
    if let Some(error) = check.errors().next() {
        return Err(error.to_string());
    }
    every_row_describes(&check, bytes);
    Ok(report_text(&check, &files, step))
}

fn every_row_describes(check: &Check, bytes: &[u8]) {
    for row in 0..check.rows() {
        let place = check.place(row).expect("a place");
        let from = usize::try_from(place.offset).expect("small");
        check
            .describe(row, &bytes[from..from + place.length as usize])
            .expect("the record stands where it stood");
    }
}

fn portions_do_not_matter(bytes: &[u8]) -> Result<(), TestCaseError> {
    let whole = outcome(bytes, usize::MAX);
    for step in [1, 2, 3, 7, 64] {
        prop_assert_eq!(&outcome(bytes, step), &whole, "portions of {}", step);
    }
    Ok(())
}

/// Pieces that mean something to the readers, and some that do not.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: &[&[u8]] = &[
        b"login",
        b"firstName",
        b"lastName",
        b"email",
        b"countryCode",
        b"state",
        b"timezone",
        b"locale",
        b"manager",
        b",",
        b";",
        b"\t",
        b"|",
        b"\n",
        b"\r",
        b"\r\n",
        b"\"",
        b"\"\"",
        b"ana@acme.com",
        b"Ana",
        b"Li",
        b"US",
        b"TX",
        b"-05:00",
        b"en_US",
        b" ",
        b"#TYPE x",
        b"sep=;",
        b"version:v1.0",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"\"id\"",
        b"\"profile\"",
        b"\"email\"",
        b"\"value\":[",
        b"\"Resources\":[",
        b"\"\\u00e9\"",
        b"\\",
        b"null",
        b"true",
        b"-1.5e3",
        b"\xC3\xA9",
        b"\xE9",
        b"\xFF\xFE",
        b"\xEF\xBB\xBF",
        b"\xF0\x9F\x98\x80",
        b"\xE2\x80\xAE",
        b"\x1b[31m",
        b"Example:",
        b"#N/A",
        b"<html>",
        b"\0",
    ];
    prop_oneof![
        9 => proptest::sample::select(known).prop_map(<[u8]>::to_vec),
        1 => proptest::collection::vec(any::<u8>(), 0..4),
    ]
}

/// A short run; `PROPTEST_CASES` asks for a longer one.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    // The same cases every time, so that a run says something about a change and nothing about luck.
    if asked { usual } else { ProptestConfig { cases: 100, rng_seed: RngSeed::Fixed(20_261_121), ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_pieces(pieces in proptest::collection::vec(piece(), 0..60)) {
        portions_do_not_matter(&pieces.concat())?;
    }

    #[test]
    fn any_cells_under_a_header(cells in proptest::collection::vec(piece(), 0..60)) {
        let mut bytes = b"login,firstName,lastName,email,countryCode,state,timezone,locale,manager,primaryPhone\n".to_vec();
        bytes.extend(cells.concat());
        portions_do_not_matter(&bytes)?;
    }

    #[test]
    fn any_cut_of_a_json_export(at in 0usize..2000, replaced in any::<u8>()) {
        let mut bytes = include_bytes!("fixtures/graph-users.json").to_vec();
        let at = at % bytes.len();
        bytes[at] = replaced;
        portions_do_not_matter(&bytes)?;
        portions_do_not_matter(&bytes[..at])?;
    }

    #[test]
    fn any_texts_as_values(texts in proptest::collection::vec("\\PC{0,12}", 1..8)) {
        // Quoted as a spreadsheet does: every text comes back as it was.
        let quote = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let row: Vec<String> = texts.iter().map(quote).collect();
        let header = ["givenName", "familyName", "title", "locale", "timeZone", "country", "state", "phoneNumber"][..texts.len()].join(",");
        let csv = format!("{header},email\n{},ana@acme.com\n", row.join(","));
        let report: serde_json::Value = serde_json::from_str(&outcome(csv.as_bytes(), 16).expect("readable")).expect("JSON");
        for finding in report["findings"].as_array().expect("findings").iter().filter(|finding| finding["record"] == 1) {
            let column = finding["column"].as_str().expect("a column");
            let place = header.split(',').position(|name| name == column);
            if let Some(place) = place {
                prop_assert_eq!(finding["value"].as_str().expect("a value"), texts[place].as_str());
            }
        }
    }

    #[test]
    fn a_session_survives_what_it_cannot_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut session = Session::new(acme());
        session.begin("any", Given::default());
        let _ = session.push(&bytes).and_then(|()| session.end());
        session.begin("good.csv", Given::default());
        session.push(b"login,firstName,lastName,email\na,Ana,Li,ana@acme.com\n").expect("readable");
        session.end().expect("readable");
        let check = session.finish();
        prop_assert!(check.error(1).is_none());
        if check.error(0).is_some() {
            prop_assert_eq!(&check.summary()["imported"], 1);
        }
    }
}
