//! Redacted exports: the same findings on the same lines, and nobody to be found.

mod support;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use support::redact::{managers, redacted, without_values};
use support::{acme, check, report_text};

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

/// The reports on files and on their redacted forms, which differ in values only.
fn both(files: &[(&str, &[u8])]) -> (String, String, Vec<Vec<u8>>) {
    let before = check(acme(), files, usize::MAX);
    assert!(before.errors().next().is_none());
    let written = redacted(&before, files, usize::MAX);
    let fakes: Vec<(&str, &[u8])> =
        files.iter().zip(&written).map(|((name, _), bytes)| (*name, bytes.as_slice())).collect();
    let after = check(acme(), &fakes, usize::MAX);
    assert!(after.errors().next().is_none(), "{:?}", after.errors().next());
    (report_text(&before, files, usize::MAX), report_text(&after, &fakes, usize::MAX), written)
}

fn assert_same(files: &[(&str, &[u8])]) -> Vec<Vec<u8>> {
    let (before, after, written) = both(files);
    support::desk::assert_same(&without_values(&after), &without_values(&before));
    assert_eq!(managers(&after), managers(&before));
    written
}

#[test]
fn every_fixture_keeps_its_findings() {
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), bytes.as_slice())];
        let written = assert_same(&files);
        assert_eq!(written[0].starts_with(b"\xFF\xFE"), bytes.starts_with(b"\xFF\xFE"), "{name}");
        let check = check(acme(), &files, 64);
        for step in [1, 7, 61] {
            assert!(redacted(&check, &files, step) == written, "{name} in portions of {step}");
        }
    }
}

#[test]
fn all_fixtures_together_keep_their_findings() {
    let fixtures = fixtures();
    let files: Vec<(&str, &[u8])> =
        fixtures.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_same(&files);
}

/// One file redacted, as text.
fn one(name: &str, bytes: &[u8]) -> Vec<u8> {
    assert_same(&[(name, bytes)]).remove(0)
}

fn text(name: &str, bytes: &str) -> String {
    String::from_utf8(one(name, bytes.as_bytes())).expect("UTF-8")
}

#[test]
fn a_table_keeps_its_form() {
    let csv = concat!(
        "login;firstName;lastName;email;\"Cost; centre\";password;title;primaryPhone;countryCode;groups\r\n",
        "ana.li@acme.com;Ana;\"Li\";ANA.LI@acme.com;Ünit 12, B;hunter2;\"VP \"\"East\"\"\";(865) 365-1900 x12;US;Sales\r\n",
        "\r\n",
        "bo@acme.com;\"Bo\"x;Li;bo@globex.co.uk;;\"a\nb\";#N/A;;DE\r\n",
        " ; ; \r\n",
        "cy;-;…;;x;;;;;;extra 7\r\n",
    );
    let fake = text("users.csv", csv);
    let lines: Vec<&str> = fake.split("\r\n").collect();
    assert_eq!(lines[0], csv.split("\r\n").next().expect("a header"));
    let cells: Vec<&str> = lines[1].split(';').collect();
    // The same person in every cell.
    let (given, family) = (cells[1], cells[2].trim_matches('"'));
    let login = format!("{}.{}@acme.com", given.to_lowercase(), family.to_lowercase());
    assert_eq!([given.len(), family.len()], [3, 2]);
    assert!(given != "Ana" && family != "Li" && cells[2].starts_with('"'), "{fake}");
    assert_eq!(cells[0], login);
    assert_eq!(cells[3], login.replace("@acme.com", "").to_uppercase() + "@acme.com");
    // What nobody reads is masked, what lets someone in does not keep its length.
    assert_eq!([cells[4], cells[5]], ["éxxx 00, X", "xxxxxxxx"]);
    assert!(
        cells[6].starts_with('"') && cells[6].contains(" \"\"") && cells[6].ends_with("\"\"\""),
        "{fake}"
    );
    assert!(!cells[6].contains("East"), "{fake}");
    assert!(cells[7].starts_with("(865) 365-") && !cells[7].contains("1900"), "{fake}");
    assert_eq!(cells[8], "US");
    assert!(cells[9] != "Sales" && cells[9].len() == 5, "{fake}");
    assert_eq!(lines[2], "");
    let cells: Vec<&str> = lines[3].split(';').collect();
    assert_eq!(cells[2], family);
    assert!(cells[1].starts_with('"') && !cells[1].ends_with('"') && !cells[1].contains("Bo"), "{fake}");
    assert!(cells[3].ends_with(".co.uk") && !cells[3].contains("globex"), "{fake}");
    assert_eq!(cells[5..9], ["\"xxxxxxxx\nxxxxxxxx\"", "#N/A", "", "DE"]);
    assert_eq!(lines[4], " ; ; ");
    let cells: Vec<&str> = lines[5].split(';').collect();
    assert_eq!(cells[1..], ["-", "…", "", "x", "", "", "", "", "", "xxxxx 0"]);
}

#[test]
fn json_keeps_its_form() {
    let json = concat!(
        "[\r\n {\"id\":\"00u1ab2cd3EF4gh5i6j7\",  \"status\":\"ACTIVE\", \"lastLogin\":null,\n",
        "  \"profile\":{\"login\":\"ana@acme.com\",\"firstName\":\"Zo\\u00eb\",\"lastName\":\"Müller\",\"email\":\"ana@acme.com\",\n",
        "  \"employeeNumber\":-120.5e3,\"title\":4711,\"manager\":\"M\\u00fcller, Zoë\",\"ana@acme.com\":[true,\"Ana\"]},\n",
        "  \"credentials\":{\"password\":{\"value\":\"hunter2\"},\"pin\":4711,\"provider\":null}}\n]\n",
    );
    let fake = text("users.json", json);
    let value: serde_json::Value = serde_json::from_str(&fake).expect("JSON");
    let profile = &value[0]["profile"];
    let told = |name: &str| profile[name].as_str().expect("a text").to_owned();
    assert_eq!(told("manager"), format!("{}, {}", told("lastName"), told("firstName")));
    assert!(fake.contains("\"firstName\":\"") && fake.contains("\\u00"), "{fake}");
    assert!(
        !told("lastName").is_ascii() && fake.contains(&told("lastName")),
        "as it is, not escaped: {fake}"
    );
    assert!(fake.contains("\"employeeNumber\":-111.1e1,"), "{fake}");
    assert!(profile["title"].is_number() && profile["title"] != 4711);
    let id = value[0]["id"].as_str().expect("an id");
    assert!(id.len() == 20 && id.starts_with("00u") && id != "00u1ab2cd3EF4gh5i6j7", "{id}");
    let credentials = r#""credentials":{"password":{"value":"xxxxxxxx"},"pin":1111,"provider":null}}"#;
    assert!(fake.contains(credentials) && fake.ends_with("}\n]\n"), "{fake}");
    // A name of a member that is a person's is a fake, too: the same.
    let key = profile.as_object().expect("members").keys().find(|key| key.contains('@')).expect("an address");
    assert_eq!(*key, told("email"));
    assert_eq!(profile[key], serde_json::json!([true, "Xxx"]));
}

#[test]
fn other_encodings_hold_the_fakes() {
    let csv =
        b"login,firstName,lastName,email,title\nj,Jos\xE9,M\xFCller,j@acme.com,\x80 5 \x81 \xB5\n".as_slice();
    let fake = one("a.csv", csv);
    let line = fake.split(|byte| *byte == b'\n').nth(1).expect("a line");
    let cells: Vec<&[u8]> = line.split(|byte| *byte == b',').collect();
    assert!(std::str::from_utf8(cells[1]).is_err() && cells[1].len() == 4, "{cells:?}");
    assert!(std::str::from_utf8(cells[2]).is_err() && cells[2].len() == 6, "{cells:?}");
    assert!(
        cells[4].starts_with(b"\x80 ") && cells[4].contains(&0x81) && !cells[4].contains(&0xB5),
        "{cells:?}"
    );
    let csv = b"login,firstName,lastName,email\na,Zo\xC3\xAB,\xEBd,a@acme.com\n".as_slice();
    let fake = one("a.csv", csv);
    assert!(fake.contains(&0xFF) && !fake.contains(&0xEB), "a broken byte stays one: {fake:?}");
}

/// Half a character of UTF-16 beside U+FFFE, which is none: what stands behind them keeps its place.
#[test]
fn what_is_no_character_of_utf_16_keeps_its_width() {
    let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let mut file = units("\u{FEFF}First name,Last name,Email\nAna,Li");
    file.extend([0xD83D, 0xFFFE]);
    file.extend(units(",ana@acme.com\n"));
    let bytes: Vec<u8> = file.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let fakes = one("people.csv", &bytes);
    let fakes: Vec<u16> = fakes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    let text = String::from_utf16_lossy(&fakes);
    assert!(text.contains("\u{FFFD}\u{FFFE},") && text.ends_with("@acme.com\n"), "{text}");
}

#[test]
fn groups_that_files_are_named_for_stay() {
    let users =
        "id,email,givenName,familyName,groups\n1,a@acme.com,Ana,Li,SALES;Leads\n2,b@acme.com,Bo,Berg,leads\n";
    let members = "id,login,firstName,lastName,status\n2,b@acme.com,Bo,Berg,ACTIVE\n";
    let files = [("users.csv", users.as_bytes()), ("Sales.csv", members.as_bytes())];
    let written = assert_same(&files);
    let users = String::from_utf8_lossy(&written[0]).into_owned();
    let groups: Vec<&str> = users.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
    let other = groups[0].strip_prefix("SALES;").expect("the file's group");
    assert!(other != "Leads" && groups[1] == other.to_lowercase(), "{groups:?}");
    // The same person in both files.
    let id = |text: &str, line: usize| {
        text.lines().nth(line).and_then(|line| line.split(',').next()).map(str::to_owned)
    };
    assert_eq!(id(&String::from_utf8_lossy(&written[1]), 1), id(&users, 2));
}

#[test]
fn a_file_that_changed_is_not_redacted() {
    let before = "login,firstName,lastName,email\na,Ana,Li,ana@acme.org\n";
    for after in
        [before.replace("Ana", "Eva"), format!("{before}b,Bo,Berg,bo@acme.com\n"), before[..20].to_owned()]
    {
        let check = check(acme(), &[("a.csv", before.as_bytes())], 8);
        let mut learning = check.redaction();
        let outcome = learning.push(after.as_bytes()).and_then(|()| learning.end());
        let error = outcome.expect_err("the file is another");
        assert!(error.input() == "a.csv" && error.message().contains("changed"), "{error}");
        let mut learning = check.redaction();
        learning.push(before.as_bytes()).and_then(|()| learning.end()).expect("the same bytes");
        let mut redaction = learning.finish();
        redaction.begin(0).expect("readable");
        let mut out = Vec::new();
        let outcome = redaction.push(after.as_bytes(), &mut out).and_then(|()| redaction.end(&mut out));
        assert!(outcome.is_err());
    }
}

#[test]
fn what_could_not_be_read_is_left_out() {
    let good = b"login,firstName,lastName,email\na,Ana,Li,ana@acme.com\n".as_slice();
    let files = [("cut.json", b"[{".as_slice()), ("good.csv", good)];
    let check = check(acme(), &files, 16);
    let mut learning = check.redaction();
    assert_eq!(learning.wants(), Some(1));
    learning.push(good).and_then(|()| learning.end()).expect("the same bytes");
    let mut redaction = learning.finish();
    assert_eq!(redaction.inputs(), [1]);
    assert!(redaction.begin(0).is_err());
}

#[test]
fn a_quote_that_is_closed_too_early_stays_so() {
    let csv = "login,firstName,lastName,email\n\"ana, li\"x\"y,Ana,Li,\"a\"@acme.com\n\"b\"\"o\" ,\"\"Bo,Berg,b@acme.com\n";
    let fake = text("a.csv", csv);
    assert_eq!(fake.lines().count(), 3, "{fake}");
    let header = "version:v1.0\nName [displayName],User name [userPrincipalName],First name [givenName],Last name [surname]\n";
    let example = "\"Example:\"Ana Quill,ana@acme.com,Ana,Quill\nAna Li,ana@acme.com,Ana,Li\n";
    let fake = text("bulk.csv", &format!("{header}{example}"));
    assert!(fake.contains("\n\"Example:") && !fake.contains("Quill"), "{fake}");
}

#[test]
fn a_number_of_json_is_the_phone_that_another_file_has_as_a_text() {
    let user = |phone: &str| {
        format!(
            r#"[{{"id":"00u1ab2cd3EF4gh5i6j7","status":"ACTIVE","profile":{{"login":"ana@acme.com","firstName":"Ana","lastName":"Li","email":"ana@acme.com","primaryPhone":{phone}}}}}]"#
        )
    };
    let (text, number) = (user("\"8653651900\""), user("8653651900"));
    let fakes = assert_same(&[("text.json", text.as_bytes()), ("number.json", number.as_bytes())]);
    let fake = String::from_utf8(fakes[1].clone()).expect("UTF-8");
    assert!(fake.contains(":865365") && !fake.contains("1900"), "{fake}");
    // A number that nobody can read stays one of JSON.
    let unread = String::from_utf8(one("number.json", user("36519001").as_bytes())).expect("UTF-8");
    serde_json::from_str::<serde_json::Value>(&unread).expect("JSON");
}

/// A manager with a suffix is somebody else's name than one that is turned about; so are their fakes.
#[test]
fn a_suffix_stays_one() {
    let people = "First name,Last name,Email,Manager\n\
        Ana,Li,ana@acme.com,\n\
        JD,Vance,jd@acme.com,\"Ana Li, Jr.\"\n\
        Bo,Berg,bo@acme.com,\"Ana Li, Ph.D.\"\n\
        Cy,Diaz,cy@acme.com,\"Vance, JD\"\n\
        Di,\"Cruz, M.D.\",di@acme.com,\"Di Cruz, M.D.\"\n\
        Eve,Li,eve@acme.com,\"Li, Eve\"\n";
    let fakes = text("people.csv", people);
    for name in ["JD", "Vance", "Jr.", "Ph.D.", "M.D.", "Eve"] {
        assert!(!fakes.contains(name), "{name} in {fakes}");
    }
    // As many last names first as there are two-letter fakes in all, and more: none of them is a suffix by chance.
    let mut many = String::from("First name,Last name,Email,Manager\n");
    let letters = || ('a'..='z').filter(|letter| !"dejmnprsvi".contains(*letter));
    for (one, two) in letters().flat_map(|one| letters().map(move |two| (one, two))) {
        let _ = writeln!(many, "Ana,Li,{one}{two}@acme.com,\"Van Berg, {one}{two}\"");
    }
    text("people.csv", &many);
}
