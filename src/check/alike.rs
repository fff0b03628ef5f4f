//! Plain rows and records are judged where they stand, others as they are read out: what is found must be the same.

use std::fs;
use std::path::Path;

use super::Session;
use crate::export::Given;
use crate::report::json::{Format, Options};
use crate::settings::Settings;

/// The report on a file, or why there is none. `careful`: every row becomes a record.
fn report(bytes: &[u8], careful: bool, single: bool) -> Result<Vec<u8>, String> {
    let settings = br#"{"company":{"primaryDomain":"acme.com"}}"#;
    let settings = Settings::from_json(std::str::from_utf8(settings).expect("UTF-8")).expect("settings");
    let mut session = Session::new(settings);
    session.careful = careful;
    let mut session = if single { session.single() } else { session };
    session.begin("people.csv", Given::default());
    session.push(bytes).and_then(|()| session.end()).map_err(|error| error.to_string())?;
    let check = session.finish();
    let mut report = check.report(Options { profiles: true, format: Format::Json });
    let mut out = Vec::new();
    while report.wants().is_some() {
        report
            .push(bytes, &mut out)
            .and_then(|()| report.end(&mut out))
            .map_err(|error| error.to_string())?;
    }
    while report.more(&mut out) {}
    Ok(out)
}

fn alike(bytes: &[u8]) {
    for single in [true, false] {
        let (quick, careful) = (report(bytes, false, single), report(bytes, true, single));
        let text = |report: &Result<Vec<u8>, String>| {
            report.as_ref().map(|out| String::from_utf8_lossy(out).into_owned()).map_err(Clone::clone)
        };
        assert_eq!(text(&quick), text(&careful), "{}", bytes.escape_ascii());
    }
}

#[test]
fn fixtures_are_read_alike() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("fixtures") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            alike(&fs::read(path).expect("a fixture"));
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}

const VALUES: &[&str] = &[
    "",
    "",
    "",
    "Ana",
    "Zoë",
    "Li",
    "ana@acme.com",
    "ANA@acme.com",
    "bo@acme.com",
    "bo@other.example",
    "a@b",
    "null",
    "N/A",
    "#N/A",
    "System.String[]",
    "\"Li, Ana\"",
    "\"a\"\"b\"",
    "\"bo@acme.com\"",
    "\"\"",
    " Ana",
    "Ana ",
    "A  B",
    "a\u{a0}b",
    "\u{200b}",
    "(865) 365-1900",
    "+44 20 7946 0958",
    "865-365-1900 x12",
    "US",
    "TX",
    "United States",
    "en_US",
    "en-US",
    "America/Chicago",
    "Pacific Standard Time",
    "Ana Li",
    "Li, Ana",
    "CN=Ana,OU=x",
    "ACTIVE",
    "SUSPENDED",
    "STAGED",
    "odd",
    "true",
    "False",
    "Sales;Leaders",
    "Sales; ;x",
    "null;Sales",
    "x#EXT#@acme.com",
    "-",
    "\"x\"y",
    "\t",
    "ana@acme.com;bo@acme.com",
];

/// Numbers that follow from a seed, below an end each.
fn random(mut state: u64) -> impl FnMut(usize) -> usize {
    move |end| {
        state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        (state >> 33) as usize % end
    }
}

#[test]
fn random_rows_are_read_alike() {
    let mut random = random(11);
    let headers = [
        "login,firstName,lastName,email,secondEmail,title,primaryPhone,countryCode,state,locale,timezone,manager,managerEmail,status,groups,note",
        "userPrincipalName,displayName,givenName,surname,mail,accountEnabled,jobTitle,telephoneNumber,country,state,objectId",
        "email,email,first name,last name,password,manager",
    ];
    for _ in 0..120 {
        let header = headers[random(headers.len())];
        let columns = header.split(',').count();
        let mut text = format!("{header}\n");
        for _ in 0..=random(12) {
            // Now and then a cell too many or too few.
            let cells = if random(12) == 0 { columns + random(3) - 1 } else { columns };
            let row: Vec<&str> = (0..cells).map(|_| VALUES[random(VALUES.len())]).collect();
            text.push_str(&row.join(","));
            text.push_str(["\n", "\n", "\r\n"][random(3)]);
        }
        let mut bytes = text.into_bytes();
        if random(8) == 0 {
            let at = random(bytes.len());
            bytes[at] = 0xE9;
        }
        alike(&bytes);
    }
}

#[test]
fn random_records_are_read_alike() {
    let mut random = random(12);
    // Keys outside and inside of an object of their own.
    let shapes: [(&[&str], &str, &[&str]); 4] = [
        (
            &["id", "status", "created", "tags", "note"],
            "profile",
            &[
                "login",
                "firstName",
                "lastName",
                "email",
                "secondEmail",
                "title",
                "primaryPhone",
                "mobilePhone",
                "countryCode",
                "state",
                "locale",
                "timezone",
                "manager",
                "managerId",
                "managerEmail",
                "zone",
            ],
        ),
        (
            &[
                "@odata.type",
                "id",
                "userPrincipalName",
                "displayName",
                "givenName",
                "surname",
                "mail",
                "otherMails",
                "accountEnabled",
                "jobTitle",
                "country",
                "state",
                "usageLocation",
                "businessPhones",
            ],
            "manager",
            &["id", "mail", "displayName"],
        ),
        (
            &["schemas", "id", "userName", "active", "title", "locale", "timezone", "emails", "groups"],
            "name",
            &["givenName", "familyName", "formatted"],
        ),
        (
            &["email", "Email", "first name", "last name", "country", "groups", "secondary emails", "active"],
            "more",
            &["email", "locale"],
        ),
    ];
    let (mut plain, mut all) = (0, 0);
    for _ in 0..60 {
        let (outer, inside, inner) = shapes[random(shapes.len())];
        // Most values are such that a record can be plain.
        let odd = [0, 0, 200, 30, 6][random(5)];
        let mut text = String::new();
        for _ in 0..40 + random(60) {
            let mut member = |key: &str| {
                let value = match if odd == 0 { 9 } else { random(odd).min(9) } {
                    0 => r#"["Sales","Leaders"]"#.to_owned(),
                    1 => r#"{"value":"x","primary":true}"#.to_owned(),
                    2 => r#""Zo\u00eb Li""#.to_owned(),
                    3 => r#"[{"value":"bo@acme.com","type":"work"},{"value":"x"}]"#.to_owned(),
                    4 => ["17", "true", "false", "{}", "-1.5e3"][random(5)].to_owned(),
                    _ if random(4) == 0 => "null".to_owned(),
                    _ => {
                        let value = VALUES[random(VALUES.len())].trim_matches('"').replace(['"', '\t'], "~");
                        format!("\"{value}\"")
                    }
                };
                format!("\"{key}\":{}{value}", ["", " "][random(2)])
            };
            let mut members: Vec<String> = outer.iter().map(|key| member(key)).collect();
            let own: Vec<String> = inner.iter().map(|key| member(key)).collect();
            members.push(format!("\"{inside}\":{{{}}}", own.join(",")));
            if odd != 0 {
                // Keys are left out, stand twice, or elsewhere.
                let (one, other) = (random(members.len()), random(members.len()));
                match random(odd).min(4) {
                    0 => members.truncate(one + 1),
                    1 => members[one] = members[other].clone(),
                    2 => members.swap(one, other),
                    _ => {}
                }
            }
            text.extend(["{", &members.join(","), "}\n"]);
        }
        let mut bytes = text.into_bytes();
        if random(8) == 0 {
            let at = random(bytes.len());
            bytes[at] = 0xE9;
        }
        alike(&bytes);
        all += 1;
        plain += usize::from(odd == 0);
    }
    assert!(plain > 10 && plain < all, "{plain} of {all}");
}

/// Of two columns that mean the same, the one that a record names first counts.
#[test]
fn the_order_of_a_record_is_its_own() {
    let (mut text, orders) = (String::new(), [["email", "Email"], ["Email", "email"]]);
    for number in 0..60 {
        let [one, other] = orders[number / 30];
        let record =
            format!("{{\"{one}\":\"a{number}@acme.com\",\"{other}\":\"b{number}@other.example\"}}\n");
        text.push_str(&record);
    }
    alike(text.as_bytes());
}
