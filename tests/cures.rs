//! Cures: what is changed, what comes of it, and that the corrected export is the original but for that.

mod support;

use rollcall::check::Filter;
use rollcall::cure::Carried;
use support::desk::{Desk, assert_same};

const PEOPLE: &str = "login,firstName,lastName,email,title,primaryPhone,locale,secondEmail\r\n\
    ana,Ana,Li,ana@acme.co,\"Head, Sales\",865-365-1900,en_US,\r\n\
    bo,\"Bo\",Yu,bo@acme.com,Rep,(865) 365-1901,\"en_US\",x@y.org\r\n\
    cy,Cy,Ox,cy@acme.com,,,en-US,\r\n";

#[test]
fn a_cell_is_changed_and_nothing_else() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    assert_eq!(desk.text(), PEOPLE, "without cures the file is identical");
    assert!(desk.findings().contains(&"email/domain 2 ana@acme.co".to_owned()));
    desk.edit(0, "email", "ana@acme.com");
    assert!(!desk.findings().iter().any(|finding| finding.starts_with("email/domain")));
    assert_eq!(desk.check.people(&Filter { outcome: Some("blocked".into()), ..Filter::default() }).len(), 0);
    assert_eq!(desk.text(), PEOPLE.replace("ana@acme.co,", "ana@acme.com,"));
    desk.edit(2, "title", "Lead \"x\", y");
    assert_eq!(
        desk.text(),
        PEOPLE
            .replace("ana@acme.co,", "ana@acme.com,")
            .replace("cy@acme.com,,", "cy@acme.com,\"Lead \"\"x\"\", y\",")
    );
    desk.undo();
    desk.undo();
    assert_eq!(desk.text(), PEOPLE);
    assert!(desk.findings().contains(&"email/domain 2 ana@acme.co".to_owned()));
}

#[test]
fn quotes_stay_as_they_were() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    desk.edit(1, "locale", "de-DE");
    desk.edit(0, "title", "Head");
    desk.edit(0, "firstName", "A,na");
    assert_eq!(
        desk.text(),
        PEOPLE
            .replace("\"en_US\",x", "\"de-DE\",x")
            .replace("\"Head, Sales\"", "\"Head\"")
            .replace("ana,Ana,", "ana,\"A,na\",")
    );
    assert_eq!(desk.corrected(0, false).1, Carried { changed: 3, left_out: 0 });
}

/// What stands behind the at sign of a locale is a modifier as POSIX writes it; an address in that column is no locale.
#[test]
fn no_locale_is_suggested_for_an_address() {
    let rows = ["de_DE@euro", "de_DE.UTF-8@euro", "eo@acme.com", "de.de@acme.com", "en_US@acme.com"];
    let text = rows.map(|text| format!("Ana,Li,ana@acme.com,{text},DE\n")).concat();
    let mut desk =
        Desk::new(&[("people.csv", format!("First name,Last name,Email,Locale,Country\n{text}").as_bytes())]);
    let (proposal, _) = desk.suggestions(Some("locale/format"));
    let pairs: Vec<(&str, &str)> = proposal.pairs.iter().map(|pair| (&*pair.from, &*pair.to)).collect();
    assert_eq!((proposal.findings, proposal.open), (5, 3));
    assert_eq!(pairs, [("de_DE.UTF-8@euro", "de-DE"), ("de_DE@euro", "de-DE")]);
}

/// Nor is it like a time zone, whatever city stands behind it.
#[test]
fn no_time_zone_is_suggested_for_an_address() {
    let rows = ["Europ/Kyiv", "Europ@acme.e/Kyiv", "ana@acme.com"];
    let text = rows.map(|text| format!("Ana,Li,ana@acme.com,{text}\n")).concat();
    let desk =
        Desk::new(&[("people.csv", format!("First name,Last name,Email,Time zone\n{text}").as_bytes())]);
    let report = desk.report();
    let findings = report["findings"].as_array().expect("findings").iter();
    let choices: Vec<String> = findings
        .filter(|finding| finding["rule"] == "timezone/unknown")
        .map(|finding| finding["choices"].to_string())
        .collect();
    assert_eq!(choices, ["[\"Europe/Kyiv\"]", "[]", "[]"]);
}

/// A Windows name is suggested in the country that keeps its clock; elsewhere somebody has to choose, also for the clocks of no
/// country.
#[test]
fn a_windows_name_is_suggested_where_its_clock_is_kept() {
    let rows = [
        ("Pacific Standard Time,US", "\"America/Los_Angeles\" []"),
        ("Pacific Standard Time,DE", "null [\"America/Los_Angeles\"]"),
        ("Pacific Standard Time,", "\"America/Los_Angeles\" []"),
        ("Dateline Standard Time,DE", "null [\"Etc/GMT+12\"]"),
        ("Dateline Standard Time,", "\"Etc/GMT+12\" []"),
    ];
    let text = rows.map(|(values, _)| format!("Ana,Li,ana@acme.com,{values}\n")).concat();
    let file = format!("First name,Last name,Email,Time zone,Country\n{text}");
    let report = Desk::new(&[("people.csv", file.as_bytes())]).report();
    let findings = report["findings"].as_array().expect("findings").iter();
    let told: Vec<String> = findings
        .filter(|finding| finding["rule"] == "timezone/windows")
        .map(|finding| format!("{} {}", finding["suggestion"], finding["choices"]))
        .collect();
    assert_eq!(told, rows.map(|(_, told)| told));
}

#[test]
fn all_suggestions_of_a_cause_are_shown_before_they_are_applied() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    let (proposal, batch) = desk.suggestions(Some("locale/format"));
    assert_eq!((proposal.findings, proposal.changes, proposal.people, proposal.open), (2, 2, 2, 0));
    assert_eq!(proposal.different, 1);
    let pair = &proposal.pairs[0];
    assert_eq!(
        (pair.column.as_deref(), &*pair.from, &*pair.to, pair.count),
        (Some("locale"), "en_US", "en-US", 2)
    );
    assert_eq!(desk.text(), PEOPLE, "nothing has been done yet");
    desk.apply(&batch);
    assert_eq!(desk.text(), PEOPLE.replace("en_US", "en-US"));
    assert!(!desk.findings().iter().any(|finding| finding.starts_with("locale/format")));
    let (everything, batch) = desk.suggestions(None);
    assert_eq!(everything.changes, 1, "the phone is left");
    desk.apply(&batch);
    assert_eq!(desk.text(), PEOPLE.replace("en_US", "en-US").replace("865-365-1900", "(865) 365-1900"));
    desk.undo();
    desk.undo();
    assert_eq!(desk.text(), PEOPLE);
}

#[test]
fn a_cured_check_equals_a_check_of_the_corrected_file() {
    let managers = "login,firstName,lastName,email,managerEmail,manager,managerId,timezone,countryCode,state\n\
        ana,Ana,Li,ana@acme.co,,,,,UK,\n\
        bo,Bo,Yu,bo@acme.com,,\"Li, Ana\",,Pacific Standard Time,US,\n\
        cy,Cy,Ox,cy@acme.com,,,bo,,US,Tex\n\
        cy2,Cy,Ox,cy@acme.com,,cy,,,US,TX\n";
    let mut desk = Desk::new(&[("users.csv", managers.as_bytes())]);
    for _ in 0..3 {
        let (_, batch) = desk.suggestions(None);
        desk.apply(&batch);
    }
    desk.edit(0, "email", "ana@acme.com");
    desk.edit(3, "email", "cy2@acme.com");
    let corrected = desk.corrected(0, false).0;
    let fresh = Desk::new(&[("users.csv", &corrected)]);
    assert_same(&desk.report(), &fresh.report());
    // The same cures on a new reading of the original give the same.
    let cures = desk.check.cures().expect("curable").clone();
    let again = Desk::with(&[("users.csv", managers.as_bytes())], cures);
    assert_same(&again.report(), &fresh.report());
    assert_eq!(again.check.stale(), 0);
}

#[test]
fn a_short_row_is_made_long_enough_for_its_new_cell() {
    let file =
        "login;firstName;lastName;email;title;locale\nana;Ana;Li;ana@acme.com\nbo;Bo;Yu;bo@acme.com;;\n";
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    assert!(desk.findings().iter().any(|finding| finding.starts_with("file/ragged-row 2")));
    desk.edit(0, "locale", "en-US");
    desk.edit(0, "title", "Rep");
    assert_eq!(desk.text(), file.replace("ana@acme.com\n", "ana@acme.com;Rep;en-US\n"));
    assert!(!desk.findings().iter().any(|finding| finding.starts_with("file/ragged-row")));
    desk.undo();
    assert_eq!(desk.text(), file.replace("ana@acme.com\n", "ana@acme.com;;en-US\n"));
}

#[test]
fn encodings_stay_as_they_are() {
    let text =
        "login,firstName,lastName,email,title\r\nana,Zoë,Li,ana@acme.com,Rep\r\nbo,Bo,Łu,bo@acme.com,Rép\r\n";
    let latin: Vec<u8> = text.replace('Ł', "L").chars().map(|char| char as u8).collect();
    let mut wide = vec![0xFF, 0xFE];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let mut desk = Desk::new(&[("wide.csv", &wide)]);
    desk.edit(1, "title", "Führung 😀");
    let mut expected = vec![0xFF, 0xFE];
    expected.extend(text.replace("Rép", "Führung 😀").encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(desk.corrected(0, false).0, expected);

    let mut desk = Desk::new(&[("latin.csv", &latin)]);
    desk.edit(1, "title", "Führung €");
    let mut expected: Vec<u8> = Vec::new();
    for char in text.replace('Ł', "L").replace("Rép", "Führung €").chars() {
        expected.push(if char == '€' { 0x80 } else { char as u8 });
    }
    assert_eq!(desk.corrected(0, false).0, expected);
    // What Windows-1252 cannot hold is refused, and written as UTF-8 where that is wanted.
    desk.edit(1, "title", "Łódź");
    let refused = desk.check.corrected(0, false).expect_err("refused").to_string();
    assert!(refused.contains("Windows-1252") && refused.contains("UTF-8"), "{refused}");
    let (utf8, _) = desk.corrected(0, true);
    assert_eq!(String::from_utf8(utf8).expect("UTF-8"), text.replace('Ł', "L").replace("Rép", "Łódź"));
    // A file in UTF-8 never is.
    let mut desk = Desk::new(&[("utf8.csv", text.as_bytes())]);
    desk.edit(0, "title", "Łódź 😀");
    assert_eq!(desk.text(), text.replacen("Rep", "Łódź 😀", 1));
}

#[test]
fn broken_bytes_elsewhere_stay_broken() {
    let mut file = b"login,firstName,lastName,email,nick\nana,\xC3\xA9,Li,ana@acme.com,\xFF\xFE\n".to_vec();
    let mut desk = Desk::new(&[("users.csv", &file)]);
    desk.edit(0, "lastName", "Lee");
    let at = file.windows(2).position(|pair| pair == b"Li").expect("there");
    file.splice(at..at + 2, *b"Lee");
    assert_eq!(desk.corrected(0, false).0, file);
}

#[test]
fn in_json_only_the_token_changes() {
    let file = r#"[
  {"id": "1", "status": "ACTIVE", "profile": {"login": "ana", "firstName": "Ana", "lastName": "L\u0069", "email": "ana@acme.co", "title": null, "locale":"en_US"}},
  {"id": "2", "status": "ACTIVE", "profile": {
      "login": "bo",
      "firstName": "Bo",
      "lastName": "Yu",
      "email": "bo@acme.com"
  }},
  {"id": "3", "status": "ACTIVE", "profile": {}}
]
"#;
    let mut desk = Desk::new(&[("users.json", file.as_bytes())]);
    desk.edit(0, "profile.email", "ana@acme.com");
    desk.edit(0, "profile.title", "He said \"no\"\\");
    let expected = file.replace("ana@acme.co\"", "ana@acme.com\"").replace("null", r#""He said \"no\"\\""#);
    assert_eq!(desk.text(), expected);
    // A missing key is added last, spaced as its neighbours are.
    desk.edit(1, "profile.title", "Rep");
    desk.edit(1, "profile.locale", "en-US");
    let longer = "\"email\": \"bo@acme.com\",\n      \"title\": \"Rep\",\n      \"locale\": \"en-US\"\n";
    let expected = expected.replace("\"email\": \"bo@acme.com\"\n", longer);
    assert_eq!(desk.text(), expected);
    desk.edit(2, "profile.lastName", "Ox");
    desk.edit(2, "profile.firstName", "Cy");
    let expected = expected.replace("\"profile\": {}", r#""profile": {"firstName":"Cy","lastName":"Ox"}"#);
    assert_eq!(desk.text(), expected);
    // And the cured check is the check of that file.
    let corrected = desk.corrected(0, false).0;
    let fresh = Desk::new(&[("users.json", &corrected)]);
    let (mut cured, mut expected) = (desk.report(), fresh.report());
    for report in [&mut cured, &mut expected] {
        // The empty object was a column of its own.
        report["inputs"] = serde_json::Value::Null;
        // What the new lines move.
        for list in ["findings", "profiles"] {
            for entry in report[list].as_array_mut().expect("a list") {
                entry["line"] = serde_json::Value::Null;
                for related in entry["related"].as_array_mut().into_iter().flatten() {
                    related["line"] = serde_json::Value::Null;
                }
            }
        }
    }
    assert_same(&cured, &expected);
}

#[test]
fn scim_and_lists_are_mended_in_their_places() {
    let file = r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":3,"Resources":[
{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"1","userName":"ana","name":{"givenName":"Ana","familyName":"Li"},"emails":[{"value":"home@x.org","type":"home"},{"value":"ana@acme.co","type":"work"}],"active":true},
{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"2","userName":"bo","name":{"givenName":"Bo"},"emails":[{"value":"bo@x.org","type":"home"}],"active":true},
{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"3","userName":"cy","active":true}]}"#;
    let mut desk = Desk::new(&[("scim.json", file.as_bytes())]);
    let work = r#"emails[type eq "work"].value"#;
    desk.edit(0, work, "ana@acme.com");
    desk.edit(1, work, "bo@acme.com");
    desk.edit(1, "name.familyName", "Yu");
    desk.edit(2, work, "cy@acme.com");
    desk.edit(2, "name.familyName", "Ox");
    desk.edit(2, "name.givenName", "Cy");
    let expected = file
        .replace("ana@acme.co\"", "ana@acme.com\"")
        .replace(r#"{"givenName":"Bo"}"#, r#"{"givenName":"Bo","familyName":"Yu"}"#)
        .replace(r#""type":"home"}],"active""#, r#""type":"home"},{"type":"work","value":"bo@acme.com"}],"active""#)
        .replace(
            r#""userName":"cy","active":true"#,
            r#""userName":"cy","active":true,"name":{"givenName":"Cy","familyName":"Ox"},"emails":[{"type":"work","value":"cy@acme.com"}]"#,
        );
    let text = desk.text();
    let parsed: serde_json::Value = serde_json::from_str(&text).expect("still JSON");
    assert_eq!(parsed["Resources"][2]["name"]["familyName"], "Ox");
    assert_eq!(text, expected);
    assert!(
        !desk.findings().iter().any(|finding| finding.starts_with("email/") || finding.starts_with("name/"))
    );

    let graph = r#"{"value":[{"id":"1","givenName":"Ana","surname":"Li","mail":"ana@acme.com","businessPhones":["865-365-1900","(865) 365-1901"],"accountEnabled":true},{"id":"2","givenName":"Bo","surname":"Yu","mail":"bo@acme.com","businessPhones":[],"accountEnabled":true}]}"#;
    let mut desk = Desk::new(&[("graph.json", graph.as_bytes())]);
    let (proposal, batch) = desk.suggestions(Some("phone/format"));
    assert_eq!(proposal.changes, 1);
    desk.apply(&batch);
    assert_eq!(desk.text(), graph.replace("865-365-1900", "(865) 365-1900"));
    desk.edit(1, "businessPhones", "(865) 365-1902");
    desk.edit(0, "accountEnabled", "false");
    assert_eq!(
        desk.text(),
        graph.replace("865-365-1900", "(865) 365-1900").replace("[]", "[\"(865) 365-1902\"]").replacen(
            "\"accountEnabled\":true",
            "\"accountEnabled\":false",
            1
        )
    );
    assert_eq!(desk.check.people(&Filter { outcome: Some("inactive".into()), ..Filter::default() }), [0]);
}

#[test]
fn an_attribute_without_a_column_counts_and_is_not_carried() {
    let file =
        "login,firstName,lastName,email,managerId\nana,Ana,Li,ana@acme.com,\nbo,Bo,Yu,bo@acme.com,ana\n";
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    let batch = desk.check.edit_value(1, "title", 0, "Rep", &desk.bytes(1)).expect("editable");
    desk.apply(&batch);
    assert_eq!(desk.corrected(0, false), (file.as_bytes().to_vec(), Carried { changed: 0, left_out: 1 }));
    assert_eq!(desk.check.carried(0), Carried { changed: 0, left_out: 1 });
    // Nobody else is held to it.
    assert!(!desk.findings().iter().any(|finding| finding.starts_with("title/missing")));
}

#[test]
fn a_reference_to_a_manager_is_cured_by_the_email() {
    let file = "login,firstName,lastName,email,managerEmail,manager\n\
        ana,Ana,Li,ana@acme.com,,\n\
        bo,Bo,Yu,bo@acme.com,,ana\n";
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    let rows = desk.check.people(&Filter { attribute: Some("managerName".into()), ..Filter::default() });
    assert_eq!(rows, [1]);
    let sheet = desk.check.sheet(1, &desk.bytes(1)).expect("readable");
    let marks: Vec<_> = sheet.cells.iter().flat_map(|cell| &cell.marks).collect();
    assert!(!marks.is_empty(), "{sheet:?}");
    let (_, batch) = desk.suggestions(Some("manager/not-found"));
    let (_, reference) = desk.suggestions(Some("manager/reference"));
    let batch = if batch.is_empty() { reference } else { batch };
    if !batch.is_empty() {
        desk.apply(&batch);
        assert!(desk.text().contains("bo@acme.com,ana@acme.com,ana"), "{}", desk.text());
    }
}

#[test]
fn several_files_are_cured_each_in_its_own_place() {
    let users =
        "id,login,firstName,lastName,email,title\n1,ana,Ana,Li,ana@acme.co,Rep\n2,bo,Bo,Yu,bo@acme.com,Rep\n";
    let more = "id,login,primaryPhone,title\n1,ana,865-365-1900,Lead\n2,bo,,\n";
    let mut desk = Desk::new(&[("users.csv", users.as_bytes()), ("more.csv", more.as_bytes())]);
    assert!(desk.findings().iter().any(|finding| finding.starts_with("file/conflict")));
    let row = 2;
    desk.edit(row, "title", "Rep");
    assert!(!desk.findings().iter().any(|finding| finding.starts_with("file/conflict")));
    desk.edit(0, "email", "ana@acme.com");
    let (_, batch) = desk.suggestions(Some("phone/format"));
    desk.apply(&batch);
    assert_eq!(desk.text(), users.replace("ana@acme.co,", "ana@acme.com,"));
    let second = String::from_utf8(desk.corrected(1, false).0).expect("UTF-8");
    assert_eq!(second, more.replace("Lead", "Rep").replace("865-365-1900", "(865) 365-1900"));
    let fresh = Desk::new(&[("users.csv", desk.text().as_bytes()), ("more.csv", second.as_bytes())]);
    assert_same(&desk.report(), &fresh.report());
    // Records are listed apart where records are asked for.
    let filter = Filter { cured: true, ..Filter::default() };
    assert_eq!(desk.check.people(&filter), [0]);
    assert_eq!(desk.check.people(&Filter { records: true, ..filter }), [0, 2]);
}

#[test]
fn changes_that_no_longer_fit_are_counted_and_left_out() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    desk.edit(0, "email", "ana@acme.com");
    desk.edit(2, "title", "Lead");
    let cures = desk.check.cures().expect("curable").clone();
    let other = PEOPLE.replace("ana@acme.co,", "ana@acme.net,");
    let desk = Desk::with(&[("users.csv", other.as_bytes())], cures);
    assert_eq!(desk.check.stale(), 1);
    assert!(desk.findings().contains(&"email/domain 2 ana@acme.net".to_owned()));
    assert!(!desk.findings().iter().any(|finding| finding.starts_with("title/missing")));
}

#[test]
fn a_sheet_shows_the_file_as_it_stands() {
    let file =
        "login,firstName,lastName,email,locale,password,costCenter\nana,Ana,Li,ana@acme.co,en_US,hunter2,7\n";
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    let columns = desk.check.sheet_columns();
    let told: Vec<_> =
        columns.iter().map(|column| (column.name.as_str(), column.attribute, column.secret)).collect();
    assert_eq!(
        told,
        [
            ("login", Some("userName"), false),
            ("firstName", Some("givenName"), false),
            ("lastName", Some("familyName"), false),
            ("email", Some("primaryEmail"), false),
            ("locale", Some("locale"), false),
            ("password", None, true),
            ("costCenter", None, false),
        ]
    );
    desk.edit(0, "costCenter", "8");
    desk.edit(0, "locale", "en_GB");
    let sheet = desk.check.sheet(0, &desk.bytes(0)).expect("readable");
    let cells: Vec<_> =
        sheet.cells.iter().map(|cell| (cell.column, cell.text.as_str(), cell.was.as_deref())).collect();
    assert_eq!(
        cells,
        [
            (0, "ana", None),
            (1, "Ana", None),
            (2, "Li", None),
            (3, "ana@acme.co", None),
            (4, "en_GB", Some("en_US")),
            (6, "8", Some("7"))
        ]
    );
    let rules: Vec<_> =
        sheet.cells.iter().flat_map(|cell| cell.marks.iter().map(|mark| (cell.column, mark.rule))).collect();
    assert_eq!(rules, [(3, "email/domain"), (4, "locale/format")]);
    assert!(desk.check.edit_cell(0, 5, "x", &desk.bytes(0)).is_err(), "a password is never touched");
    assert!(!format!("{sheet:?}").contains("hunter2"));
    assert_eq!(desk.text(), file.replace("en_US", "en_GB").replace(",7\n", ",8\n"));
}

#[test]
fn a_text_is_found_in_every_column_but_secret_ones() {
    let find = |desk: &Desk, text: &str| {
        let mut search = desk.check.search(text);
        while let Some(input) = search.wants() {
            for portion in desk.files[input as usize].chunks(5) {
                search.push(portion).expect("the same file");
            }
            search.end().expect("the same file");
        }
        search.finish()
    };
    let file = "login,firstName,lastName,email,password,costCenter\nana,Ana,Li,ana@acme.com,hunter2,\"K-7 \"\"b\"\"\"\nbo,Bo,Łu,bo@acme.com,other,k-8\n";
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(file.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [file.as_bytes(), &wide] {
        let mut desk = Desk::new(&[("users.csv", bytes)]);
        assert_eq!(find(&desk, "k-7"), [0]);
        assert_eq!(find(&desk, "K-"), [0, 1]);
        assert_eq!(find(&desk, "\"B\""), [0]);
        assert_eq!(find(&desk, "łU"), [1]);
        assert!(find(&desk, "hunter").is_empty(), "a password is never looked at");
        assert!(find(&desk, "nobody").is_empty());
        desk.edit(0, "costCenter", "Q-9");
        assert_eq!(find(&desk, "k-"), [1], "what was changed is what counts");
        assert_eq!(find(&desk, "q-9"), [0]);
    }
    let json = r#"[{"id":"1","status":"ACTIVE","profile":{"login":"ana","email":"ana@acme.com","team":"R\u0065d"}},{"id":"2","status":"ACTIVE","profile":{"login":"bo","email":"bo@acme.com"},"credentials":{"password":{"value":"red"}}}]"#;
    let desk = Desk::new(&[("users.json", json.as_bytes())]);
    assert_eq!(find(&desk, "red"), [0]);
}

#[test]
fn equal_places_of_two_files_are_two_places() {
    let file =
        |id: u8| format!("id,login,firstName,lastName,email,locale\n{id},p{id},P,Q,p{id}@acme.com,en_US\n");
    let (one, two) = (file(1), file(2));
    let mut desk = Desk::new(&[("one.csv", one.as_bytes()), ("two.csv", two.as_bytes())]);
    let (proposal, batch) = desk.suggestions(Some("locale/format"));
    assert_eq!((proposal.findings, proposal.changes, proposal.people), (2, 2, 2));
    desk.apply(&batch);
    assert_eq!(desk.text(), one.replace("en_US", "en-US"));
    assert_eq!(desk.corrected(1, false).0, two.replace("en_US", "en-US").as_bytes());
}

#[test]
fn what_no_longer_fits_is_not_written_either() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    desk.edit(0, "email", "ana@acme.com");
    desk.edit(1, "title", "Lead");
    desk.edit(1, "secondEmail", "z@y.org");
    let cures = desk.check.cures().expect("curable").clone();
    let other = PEOPLE.replace("ana@acme.co,", "ana@acme.net,").replace("x@y.org", "w@y.org");
    let mut later = Desk::with(&[("users.csv", other.as_bytes())], cures);
    assert_eq!(later.text(), other.replace("Rep", "Lead"));
    // Taking them back leaves them as they are.
    for _ in 0..3 {
        later.undo();
    }
    assert_eq!(later.text(), other);
    // Without the file that they are about none of them counts.
    let cures = desk.check.cures().expect("curable").clone();
    let mut session = rollcall::check::Session::new(rollcall::settings::Settings::default()).curable(cures);
    session.begin("new.csv", rollcall::export::Given { file: Some(7), ..Default::default() });
    session.push(PEOPLE.as_bytes()).expect("readable");
    session.end().expect("readable");
    assert_eq!(session.finish().stale(), 3);
}

#[test]
fn lists_of_json_stay_lists() {
    let graph = r#"{"value":[{"id":"1","givenName":"Ana","surname":"Li","mail":"ana@acme.com","businessPhones":null,"otherMails":[" a@acme.com ","b@acme.com"],"accountEnabled":null},{"id":"2","givenName":"Bo","surname":"Yu","mail":"bo@acme.com","businessPhones":["1"],"otherMails":["a; b","c"],"accountEnabled":true}]}"#;
    let mut desk = Desk::new(&[("graph.json", graph.as_bytes())]);
    desk.edit(0, "businessPhones", "(865) 365-1900");
    desk.edit(0, "otherMails", " a@acme.com ; c@acme.com");
    desk.edit(0, "accountEnabled", "true");
    let expected = graph
        .replace("\"businessPhones\":null", "\"businessPhones\":[\"(865) 365-1900\"]")
        .replace("\"b@acme.com\"", "\"c@acme.com\"")
        .replace("\"accountEnabled\":null", "\"accountEnabled\":true");
    assert_eq!(desk.text(), expected);
    let column = desk.column(1, "otherMails");
    assert!(desk.check.edit_cell(1, column, "a; b", &desk.bytes(1)).is_err(), "it would lose a value");
}

#[test]
fn files_that_agreed_before_a_suggestion_agree_after_it() {
    let one = "id,login,firstName,lastName,email,primaryPhone,locale\n1,ana,Ana,Li,ana@acme.com,865-365-1900,en_US\n";
    let two = "id,login,primaryPhone,locale\n1,ana,865-365-1900,de_DE\n";
    let mut desk = Desk::new(&[("one.csv", one.as_bytes()), ("two.csv", two.as_bytes())]);
    let conflicts =
        |desk: &Desk| desk.findings().iter().filter(|told| told.starts_with("file/conflict")).count();
    assert_eq!(conflicts(&desk), 1, "the locales");
    let (proposal, batch) = desk.suggestions(None);
    assert_eq!((proposal.changes, proposal.people), (3, 1));
    desk.apply(&batch);
    assert_eq!(conflicts(&desk), 1);
    assert_eq!(desk.text(), one.replace("865-365-1900", "(865) 365-1900").replace("en_US", "en-US"));
    // What differed before is nobody's to guess.
    assert_eq!(desk.corrected(1, false).0, two.replace("865-365-1900", "(865) 365-1900").as_bytes());
}

#[test]
fn records_are_listed_as_they_stand_also_those_that_are_nobody() {
    let file = "login,firstName,lastName,email\nana,Ana,Li,ana@acme.com\nana,Ana,Li,ana@acme.com\n,,,\nbo,Bo,Yu,bo@acme.com\n";
    let desk = Desk::new(&[("users.csv", file.as_bytes())]);
    let records = Filter { records: true, ..Filter::default() };
    assert_eq!(desk.check.people(&records), [0, 1, 2, 3]);
    assert_eq!(desk.check.people(&Filter::default()), [0, 3]);
    let imported = Filter { outcome: Some("imported".into()), ..records };
    assert_eq!(desk.check.people(&imported), [0, 3]);
}

#[test]
fn a_quote_that_was_closed_too_early_is_mended_with_its_value() {
    let text = "login,firstName,lastName,email,title,note\nana,Ana,Li,ana@acme.com,\"Re\"p  x,\"a\"b\nbo,Bo,Berg,bo@acme.com,\"Re\"p,\n";
    let mut desk = Desk::new(&[("users.csv", text.as_bytes())]);
    let strays = |desk: &Desk| {
        let findings = desk.findings().into_iter();
        findings.filter(|finding| finding.starts_with("file/stray-quote")).collect::<Vec<_>>()
    };
    let all = desk.findings();
    assert_eq!(strays(&desk).len(), 2, "{all:?}");
    desk.edit(0, "title", "Rep");
    assert_eq!(strays(&desk).len(), 2, "another value of the record has one, too");
    desk.edit(1, "title", "Lead");
    assert_eq!(strays(&desk).len(), 1);
    desk.edit(0, "note", "a");
    assert_eq!(strays(&desk), [""; 0]);
    let after = Desk::new(&[("users.csv", desk.text().as_bytes())]);
    assert_same(&after.report()["findings"], &desk.report()["findings"]);
}

/// U+FFFD in UTF-16 is a character that was damaged, whoever wrote it.
#[test]
fn a_damaged_character_that_is_kept_stays_damaged() {
    let text = "login,firstName,lastName,email\nana,An\u{FFFD}  Eva,Li,ana@acme.com\n";
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(order).collect();
        let mut desk = Desk::new(&[("users.csv", &bytes)]);
        desk.edit(0, "firstName", "An\u{FFFD} Eva");
        let after = Desk::new(&[("users.csv", &desk.corrected(0, false).0)]);
        assert!(desk.findings().iter().any(|finding| finding.starts_with("file/encoding")));
        assert_same(&after.report()["findings"], &desk.report()["findings"]);
    }
}

/// Of a file that holds a zero byte nothing would be read any more.
#[test]
fn a_zero_byte_is_put_into_no_file() {
    let desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    let bytes = desk.bytes(0);
    let column = desk.column(0, "title");
    let error = desk.check.edit_cell(0, column, "Re\0p", &bytes).expect_err("a zero byte");
    assert!(error.to_string().contains("zero byte"), "{error}");
    desk.check.edit_value(0, "title", 0, "Re\0p", &bytes).expect_err("a zero byte");
}
