//! What holds for redacted exports of any content: findings stay where they are, and nobody's values are left.

mod support;

use std::fmt::Write;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rollcall::check::Check;
use rollcall::report::json;
use rollcall::settings::Settings;
use support::forms::{FORMS, options, written};
use support::redact::{managers, redacted, without_values};
use support::{check, report_text};

/// What marks a value as a person's own. It reads forwards, and holds digits only in its second half.
const MARK: &str = "zqxw";
const MARKED_DIGITS: &str = "7913";

/// Values that meet each other: doubled, referred to, differing in case or accents only, broken, empty.
const COLUMNS: [(&str, &[&str]); 20] = [
    (
        "id",
        &["1", "2", "3", "00uzqxwabcdefgh79131", "550e8400-e29b-41d4-a716-446655440000", "", "aBc", "abc"],
    ),
    (
        "userName",
        &[
            "ana",
            "bo",
            "ANA",
            "di@acme.com",
            "",
            "zqxw_home.example#EXT#@acme.onmicrosoft.com",
            "bo@acme.com",
            "josé",
        ],
    ),
    ("status", &["ACTIVE", "", "SUSPENDED", "STAGED", "ON_LEAVE", "false"]),
    ("givenName", &["Ana", "Bo", "", ".", "null", "José", "NaN", "Zqxw7913", "JD"]),
    ("familyName", &["Li", "Berg", "", " De  La Cruz", "LI", "Строев", "O'Zqxw", "—", "Null", "Li, Jr."]),
    (
        "primaryEmail",
        &[
            "ana@acme.com",
            "bo@acme.com",
            "cy@acme.org",
            "",
            "x_y.com#EXT#@acme.com",
            "ANA@acme.com",
            "a@mail.acme.com",
            "zqxw@globex.co.uk",
            "a b@acme.com",
            "ana@bücher.de",
        ],
    ),
    (
        "secondaryEmails",
        &[
            "",
            "ana@acme.com",
            "a@acme.com;b@acme.com",
            "none",
            "zqxw@acme.com | null",
            "a@home.example",
            "mailto:zqxw@acme.com",
        ],
    ),
    ("privateEmail", &["", "ana@home.example", "zqxw@acme.com", "zqxw at home", "ana@xn--bcher-kva.de"]),
    (
        "phoneNumber",
        &[
            "",
            "(206) 324-1800 x 229",
            "8653657913",
            "+44 20 7946 7913",
            "(123) 456-7913",
            "(865) 365-1900",
            "365-7913",
            "call zqxw",
            "(865)365-1900 x12",
            "+1 (865) 365-1900",
        ],
    ),
    ("phoneExtension", &["", "229", "230", "x1", "0229"]),
    ("title", &["", "Rep", "#N/A", "=1+1", "Head of Zqxw", "Rep ", "null", "Zqxw\nLead"]),
    (
        "managerEmail",
        &["", "ana@acme.com", "bo@acme.com", "zqxw@acme.com", "null", "BO@ACME.com", "-", "di@acme.com"],
    ),
    (
        "managerName",
        &[
            "",
            "Ana Li",
            "Li, Ana",
            "Bo Berg",
            "#N/A",
            "ana  li",
            "CN=Ana Li,OU=Zqxw,DC=acme",
            "José Li",
            "Jose LI",
            "Zqxw Строев",
            "Ana Li, Jr.",
            "Li, JD",
            "JD Li, Ph.D",
        ],
    ),
    (
        "managerId",
        &["", "1", "2", "00uzqxwabcdefgh79131", "999", "550E8400-e29b-41d4-a716-446655440000", "abc"],
    ),
    ("timeZone", &["", "Europe/Paris", "-05:00", "US/Pacific", "Pacific Standard Time", "Europe/Pariss"]),
    ("country", &["", "US", "FR", "UK", "Atlantis", "Norge"]),
    ("state", &["", "CA", "TX", "Tejas", "Ontario"]),
    ("locale", &["", "en-US", "en_US", "he-IL", "en-UK"]),
    ("groups", &["", "Sales", "Leads;Sales", "Zqxw; support ", "SUPPORT|Support", "EMEA"]),
    ("Notes about zq", &["", "born 7913-01-01 in Zqxw", "é", "x\ny, \"z\""]),
];

const SETTINGS: &str = r#"{"company":{"primaryDomain":"acme.com","defaultTimeZone":"America/New_York","otherDomains":["acme.org"]},
    "assignments":[{"name":"S","groups":["sales"]},{"name":"L","groups":["Leads","EMEA"]}]}"#;
const SCOPED: &str = r#"{"scope":{"mode":"groups","groups":["Sales","Support"]},"assignments":[{"name":"S","groups":["sales"]}]}"#;

/// For each person, which of the values of every column it has.
type People = Vec<Vec<usize>>;

fn people() -> impl Strategy<Value = People> {
    prop::collection::vec(prop::collection::vec(0usize..40, COLUMNS.len()), 1..9)
}

fn value(person: &[usize], column: usize) -> &'static str {
    let values = COLUMNS[column].1;
    values[person[column] % values.len()]
}

/// A table in one of several manners of writing, with a password besides.
fn table(people: &People, style: usize, wanted: impl Fn(usize) -> bool) -> Vec<u8> {
    let delimiter = [",", ";", "\t", "|"][style % 4];
    let end = ["\n", "\r\n", "\r"][style / 4 % 3];
    let always = (style / 12).is_multiple_of(2);
    let columns: Vec<usize> = (0..COLUMNS.len()).filter(|&column| wanted(column)).collect();
    let names: Vec<&str> = columns.iter().map(|&column| COLUMNS[column].0).collect();
    let mut csv = names.join(delimiter) + delimiter + "Password" + end;
    for (number, person) in people.iter().enumerate() {
        let cells = columns.iter().map(|&column| {
            let text = value(person, column);
            let needed = text.contains(['"', '\n', '\r', ',', ';', '\t', '|']);
            if always || needed { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
        });
        csv += &cells.collect::<Vec<_>>().join(delimiter);
        // Rows that are too short or too long, and text behind a quote.
        let more = match number % 4 {
            0 => format!("{delimiter}\"zqxw\n7913\""),
            1 => String::new(),
            2 => format!("{delimiter}zqxw{delimiter}Zqxw{end}"),
            _ => format!("{delimiter}\"zq\"xw7913"),
        };
        csv.push_str(&more);
        csv += end;
    }
    match style / 24 % 4 {
        0 => csv.into_bytes(),
        1 => [b"\xEF\xBB\xBF", csv.as_bytes()].concat(),
        2 => [0xFEFFu16].into_iter().chain(csv.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        _ => [0xFEFFu16].into_iter().chain(csv.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
    }
}

/// A list of JSON records in the shape of a source.
fn records(people: &People, shape: usize) -> Vec<u8> {
    let text = |value: &str| serde_json::to_string(value).expect("JSON");
    let mut all = Vec::new();
    for person in people {
        let of = |name: &str| {
            let column = COLUMNS.iter().position(|column| column.0 == name).expect("a column");
            text(value(person, column))
        };
        let parts = |name: &str| {
            let column = COLUMNS.iter().position(|column| column.0 == name).expect("a column");
            let parts = value(person, column).split(';').filter(|part| !part.is_empty()).map(text);
            parts.collect::<Vec<_>>().join(", ")
        };
        all.push(match shape {
            0 => format!(
                r#"{{"id": {}, "status": {}, "created": "7913-01-05T08:00:00.000Z", "profile": {{"login": {}, "firstName": {}, "lastName": {}, "email": {}, "secondaryEmail": {}, "title": {}, "primaryPhone": {}, "manager": {}, "managerId": {}, "countryCode": {}, "state": {}, "timezone": {}, "locale": {}, "employeeNumber": 7913, "zqxw@acme.com": {{"zqxw@globex.com": "Zqxw"}}}}, "credentials": {{"password": {{"value": "zqxw 7913"}}, "recovery_question": {{"question": "Zqxw?", "answer": 7913}}}}, "_links": {{"self": {{"href": "https://acme.okta.com/zqxw/7913"}}}}}}"#,
                of("id"), of("status"), of("userName"), of("givenName"), of("familyName"), of("primaryEmail"), of("secondaryEmails"), of("title"),
                of("phoneNumber"), of("managerName"), of("managerId"), of("country"), of("state"), of("timeZone"), of("locale"),
            ),
            1 => format!(
                r#"{{"id":{}, "displayName":"Zqxw Li", "givenName":{}, "surname":{}, "mail":{}, "userPrincipalName":{}, "jobTitle":{}, "businessPhones":[{}], "otherMails":[{}], "country":{}, "state":{}, "preferredLanguage":{}, "accountEnabled":true, "manager":{{"@odata.type":"\u0023microsoft.graph.user", "id":{}, "displayName":{}, "mail":{}}}}}"#,
                of("id"), of("givenName"), of("familyName"), of("primaryEmail"), of("userName"), of("title"), of("phoneNumber"),
                parts("secondaryEmails"), of("country"), of("state"), of("locale"), of("managerId"), of("managerName"), of("managerEmail"),
            ),
            _ => format!(
                r#"{{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"], "id":{}, "userName":{}, "name":{{"givenName":{}, "familyName":{}, "formatted":"Zqxw"}}, "active":"{}", "emails":[{{"type":"work","value":{}}}, {{"type":"home","value":"zqxw@home.example"}}], "phoneNumbers":[{{"type":"work","value":{}}}], "title":{}, "locale":{}, "timezone":{}, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{{"manager":{{"value":{},"displayName":{}}},"employeeNumber":"7913"}}, "groups":[{{"value":"zqxw","display":{}}}]}}"#,
                of("id"), of("userName"), of("givenName"), of("familyName"), "true", of("primaryEmail"), of("phoneNumber"), of("title"),
                of("locale"), of("timeZone"), of("managerId"), of("managerName"), of("groups"),
            ),
        });
    }
    if shape > 1 {
        all.push(r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"g7913","displayName":"Support","members":[{"value":"1","display":"Zqxw"},{"value":"00uzqxwabcdefgh79131","$ref":"https://zqxw/Users/7913"},{"value":"abc","$ref":"../Groups/zqxw"}]}"#.to_owned());
    }
    let mut json = String::new();
    let _ = match shape {
        0 => write!(json, "[\n {}\n]", all.join(",\r\n")),
        1 => write!(
            json,
            "{{\"@odata.context\":\"https://graph/zqxw\",\"value\":[{}],\n\"@odata.nextLink\":\"https://graph/?zqxw=7913\"}}",
            all.join(", ")
        ),
        _ => write!(
            json,
            "{{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":40,\"Resources\":[{}]}}",
            all.join(",")
        ),
    };
    json.into_bytes()
}

/// The check of the redacted files, which says of them what the check of the files said; and their bytes.
fn same(settings: &str, files: &[(&str, &[u8])]) -> Result<(Check, Vec<Vec<u8>>), TestCaseError> {
    let settings = || Settings::from_json(settings).expect("settings");
    let before = check(settings(), files, usize::MAX);
    prop_assert!(before.errors().next().is_none(), "{:?}", before.errors().next());
    let written = redacted(&before, files, usize::MAX);
    let again = redacted(&before, files, 5);
    prop_assert!(again == written, "portions matter");
    let fakes: Vec<(&str, &[u8])> =
        files.iter().zip(&written).map(|((name, _), bytes)| (*name, bytes.as_slice())).collect();
    let after = check(settings(), &fakes, usize::MAX);
    prop_assert!(after.errors().next().is_none(), "{:?}", after.errors().next());
    let reports = [report_text(&before, files, usize::MAX), report_text(&after, &fakes, usize::MAX)];
    support::desk::assert_same(&without_values(&reports[1]), &without_values(&reports[0]));
    prop_assert_eq!(managers(&reports[1]), managers(&reports[0]));
    Ok((after, written))
}

fn names_nobody(what: &str, text: &str) -> Result<(), TestCaseError> {
    // Digits of a digest mean nothing.
    let parts = text.split("\"partialFingerprints\":{").enumerate();
    let parts =
        parts.map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |part| part.1) });
    let lower = parts.collect::<String>().to_lowercase();
    for mark in [MARK, MARKED_DIGITS] {
        let at = lower.find(mark);
        let shown =
            at.map(|at| lower.get(at.saturating_sub(60)..(at + 60).min(lower.len())).map(str::to_owned));
        prop_assert!(at.is_none(), "{} holds {}: {:?}", what, mark, shown);
    }
    Ok(())
}

/// No bytes and no form of the findings holds a value that was marked.
fn nobody(check: &Check, names: &[&str], bytes: &[Vec<u8>]) -> Result<(), TestCaseError> {
    for bytes in bytes {
        let plain: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        names_nobody("the file", &String::from_utf8_lossy(&plain))?;
    }
    let files: Vec<(&str, &[u8])> = names.iter().copied().zip(bytes.iter().map(Vec::as_slice)).collect();
    for (name, form) in FORMS {
        names_nobody(name, &written(check, &files, usize::MAX, options(form, true)))?;
    }
    for format in [json::Format::Json, json::Format::Csv] {
        let mut report = check.report(json::Options { profiles: true, format });
        let mut out = Vec::new();
        while let Some(input) = report.wants() {
            report.push(files[input as usize].1, &mut out).expect("the same bytes");
            report.end(&mut out).expect("the same bytes");
        }
        report.finish(&mut out);
        names_nobody("the report", &String::from_utf8_lossy(&out))?;
    }
    Ok(())
}

/// Pieces of cells, well and badly formed. Bytes that are a letter of one encoding and half of one of the other stand apart:
/// a file whose first of them tells its encoding by chance may be taken for the other once that letter is another.
fn piece() -> impl Strategy<Value = &'static [u8]> {
    let known: &[&[u8]] = &[
        b",",
        b",",
        b",",
        b"\n",
        b"\r\n",
        b"\r",
        b"\"",
        b"\"\"",
        b" ",
        b";",
        b"|",
        b"@",
        b"@acme.com",
        b"ana",
        b"Ana",
        b"ANA2",
        b"Li",
        b"x",
        b"12",
        b"0",
        b"ext",
        b"#EXT#",
        b"cn=",
        b"-",
        b".",
        b"US",
        b"en_US",
        b"null",
        b"NaN",
        b"#N/A",
        b"\xC3\xA9",
        b"\xE9 ",
        b" \x81 ",
        b"\xF0\x9F\x98\x80",
        b"\xD9\x85\xE2\x80\x8C\xD8\xAE",
        b"\xD0\xAF",
        b"\xCC\x81",
        b"\xC2\xAD",
        b"\xC2\xB5",
        b"\xCA\xBC",
        b"\xEF\xBF\xBD",
        b"550e8400-e29b-41d4-a716-446655440000",
        b"+1",
        b"865",
        b"(865) 365-1900",
        b"Example:",
        b"System.String[]",
        b"mailto:",
        b"Sales",
        b"\t",
        b"\xE7\xBE\x8E",
        b"xn--mnchen-3ya",
        b"M\xC3\xBCnchen",
        b"mu\xCC\x88nchen.de",
    ];
    prop::sample::select(known)
}

/// A short run, the same every time; `PROPTEST_CASES` asks for a longer one.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { usual } else { ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(20_261_122), ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn tables_keep_their_findings_and_no_value(people in people(), style in 0usize..96) {
        let bytes = table(&people, style, |_| true);
        for settings in [SETTINGS, SCOPED, "{}"] {
            let (check, written) = same(settings, &[("users.csv", &bytes)])?;
            nobody(&check, &["users.csv"], &written)?;
        }
    }

    #[test]
    fn files_that_join_keep_their_findings(
        people in people(), spread in prop::collection::vec(1u8..8, COLUMNS.len()), style in 0usize..96, gong in people(),
    ) {
        let of = |file: u8| { let spread = spread.clone(); move |column: usize| column == 0 || spread[column] & file != 0 };
        let (one, two) = (table(&people, style, of(1)), table(&people, style / 3, of(2)));
        let members = table(&gong, style / 5, of(4));
        let names = ["Sales.csv", "b.csv", "gong.csv"];
        let files = [(names[0], one.as_slice()), (names[1], two.as_slice()), (names[2], members.as_slice())];
        let (check, written) = same(SETTINGS, &files)?;
        nobody(&check, &names, &written)?;
    }

    #[test]
    fn json_keeps_its_findings_and_no_value(people in people(), shape in 0usize..3, style in 0usize..96) {
        let json = records(&people, shape);
        let csv = table(&people, style, |column| column < 9);
        for settings in [SETTINGS, SCOPED] {
            let (check, written) = same(settings, &[("users.json", &json), ("users.csv", &csv)])?;
            nobody(&check, &["users.json", "users.csv"], &written)?;
        }
    }

    #[test]
    fn whatever_stands_in_cells_keeps_its_findings(cells in prop::collection::vec(piece(), 0..90), bulk in any::<bool>()) {
        let header = if bulk {
            "version:v1.0\nName [displayName],User name [userPrincipalName],Password [passwordProfile],First name [givenName],Last name [surname],Phone [telephoneNumber],Manager,State [state]\n"
        } else {
            "id,userName,givenName,familyName,primaryEmail,managerName,managerId,phoneNumber,phoneExtension,title,groups,secondaryEmails,locale,Notes,password\n"
        };
        let bytes = [header.as_bytes(), &cells.concat()].concat();
        let readable = check(Settings::default(), &[("a.csv", &bytes)], usize::MAX).errors().next().is_none();
        prop_assume!(readable);
        for settings in [SETTINGS, "{}"] {
            same(settings, &[("a.csv", &bytes)])?;
        }
    }
}
