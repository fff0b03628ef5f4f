//! What holds for any bytes: the bodies of the fuzz targets.
//!
//! Each takes bytes that somebody else made up, and panics where Rollcall would break or say something that is not so.
//! `targets/` hands them to libFuzzer; `tests/fuzz.rs` of the root package runs them over the corpus and over mutations of
//! it on every toolchain. A new reader gets a body here, a line in [`BODIES`], a target and a folder of `corpus/`.

#[path = "../../tests/support/workbook.rs"]
mod books;
#[path = "../../tests/support/mod.rs"]
mod support;

mod outputs;

use rollcall::check::{Check, Session};
use rollcall::cure::{Cures, Recipe};
use rollcall::export::{Encoding, Given, InputRole, Shape, Workbook};
use rollcall::plan::{Plan, Planning, Side, json};
use rollcall::reference::Zone;
use rollcall::report::explain::Explanation;
use rollcall::settings::{Draft, Settings};
use serde_json::Value;
use support::desk::{Desk, assert_same};
use support::redact::{managers, redacted, without_values};
use support::{acme, report_text};

/// A body and its name, which is that of its target and of its folder in `corpus/`.
pub type Body = (&'static str, fn(&[u8]));

/// A file and its name.
type File<'f> = (&'f str, &'f [u8]);

/// All of them.
pub const BODIES: [Body; 10] = [
    ("csv", csv),
    ("json", json),
    ("encodings", encodings),
    ("settings", settings),
    ("recipe", recipe),
    ("time_zone", time_zone),
    ("phone", phone),
    ("several", several),
    ("rewritten", rewritten),
    ("workbook", workbook),
];

/// What the readers hold of a file does not grow with what they are given, and neither does the patience of a run.
const LONGEST: usize = 64 * 1024;

/// A table, read as it comes: in portions of every size, by one reader and in parts.
pub fn csv(bytes: &[u8]) {
    if bytes.len() <= LONGEST && !begins_json(bytes) {
        file(bytes, &Given::default());
        in_parts(bytes);
    }
}

/// Any shape of JSON, and JSON line by line.
pub fn json(bytes: &[u8]) {
    if bytes.len() <= LONGEST && begins_json(bytes) {
        file(bytes, &Given::default());
    }
}

fn begins_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    text.starts_with(b"{") || text.starts_with(b"[")
}

/// A file of which somebody says what it is: the first two bytes say encoding, delimiter, role, shape and group.
pub fn encodings(bytes: &[u8]) {
    let Some((&[said, shape], bytes)) = bytes.split_first_chunk::<2>() else { return };
    if bytes.len() > LONGEST {
        return;
    }
    let said = usize::from(said);
    let encoding =
        [None, None, Some(0), Some(1), Some(2), Some(3)][said % 6].map(|at: usize| Encoding::ALL[at]);
    let given = Given {
        encoding,
        delimiter: [None, Some(b','), Some(b';'), Some(b'\t'), Some(b'|')][said / 6 % 5],
        role: if said / 30 % 4 == 3 { InputRole::Members } else { InputRole::Export },
        shape: (shape < 64).then(|| Shape::ALL[usize::from(shape) % Shape::ALL.len()]),
        group: (shape % 8 == 7).then(|| "Sales".to_owned()),
        sheet: None,
        file: None,
    };
    file(bytes, &given);
}

/// What one file comes to in portions of a size: errors, and what is told in every form.
fn read(bytes: &[u8], given: &Given, step: usize) -> (Check, Vec<String>) {
    let mut session = Session::new(acme());
    session.begin("any", given.clone());
    let _ = bytes.chunks(step).try_for_each(|portion| session.push(portion)).and_then(|()| session.end());
    let check = session.finish();
    let mut told: Vec<String> = check.errors().map(ToString::to_string).collect();
    told.push(report_text(&check, &[("any", bytes)], step));
    (check, told)
}

fn file(bytes: &[u8], given: &Given) {
    let (check, whole) = read(bytes, given, usize::MAX);
    for step in [1, 7] {
        assert!(read(bytes, given, step).1 == whole, "portions of {step} give another report");
    }
    let files = [("any", bytes)];
    outputs::all(&check, &files);
    places(&check, &files);
    if check.errors().next().is_some() {
        // What cannot be read is told by the file's name, and nothing of it is left.
        assert!(whole[0].starts_with("any"), "{whole:?}");
        assert_eq!(check.rows(), 0);
        return;
    }
    unchanged(&check, &files);
}

/// Every record stands where it is said to stand, on the line that is said, one behind the other.
fn places(check: &Check, files: &[File<'_>]) {
    let mut last = (0, 0);
    let mut lines = (0, 0, 1);
    for row in 0..check.rows() {
        let place = check.place(row).expect("every row has a place");
        let bytes = files[place.input as usize].1;
        let from = usize::try_from(place.offset).expect("small");
        let to = from + place.length as usize;
        assert!(to <= bytes.len(), "a record ends behind the end of its file");
        if last.0 == place.input {
            assert!(last.1 <= from, "a record begins before the end of the one before it");
        }
        last = (place.input, to);
        let record = &bytes[from..to];
        check.describe(row, record).expect("the record stands where it stood");
        let _ = check.sheet(row, record).expect("the record stands where it stood");
        let _ = (check.profile(row), check.understood(row));
        let line = check.person(row).expect("every row is someone").line;
        if !wide(check, place.input) {
            if lines.0 != place.input || from < lines.1 {
                lines = (place.input, 0, 1);
            }
            lines = (place.input, from, lines.2 + breaks(bytes, lines.1, from));
            assert_eq!(line, lines.2, "the line of the record at {from}");
        }
    }
}

/// The file of an input has two bytes for each character.
fn wide(check: &Check, input: u32) -> bool {
    let name = check.input_name(input).expect("an input");
    check.encodings().any(|(other, encoding)| other == name && encoding.starts_with("utf-16"))
}

/// Line ends between two places: LF, CR LF or CR.
fn breaks(bytes: &[u8], from: usize, to: usize) -> u32 {
    let ends = |at: &usize| match bytes[*at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (from..to).filter(ends).count() as u32
}

/// Without cures the corrected export is the file.
fn unchanged(check: &Check, files: &[File<'_>]) {
    for (input, (_, bytes)) in files.iter().enumerate() {
        let input = input as u32;
        if check.error(input).is_some() {
            continue;
        }
        for step in [3, usize::MAX] {
            let mut corrected = check.corrected(input, false).expect("nothing has to be spelled otherwise");
            let mut out = Vec::new();
            for portion in bytes.chunks(step) {
                corrected.push(portion, &mut out).expect("the same file");
            }
            let carried = corrected.finish(&mut out).expect("the same file");
            assert!(out == *bytes, "without cures the file is another");
            assert_eq!((carried.changed, carried.left_out), (0, 0));
        }
    }
}

/// The report of one reader, whoever reads what.
fn in_parts(bytes: &[u8]) {
    let (_, whole) = read(bytes, &Given::default(), usize::MAX);
    let cuts = [1, 2, 3, 4].map(|quarter| bytes.len() * quarter / 4);
    let mut main = Session::new(acme());
    main.begin("any", Given::default());
    let read = || -> Result<(), rollcall::Error> {
        main.push(&bytes[..cuts[0]])?;
        let mut at = cuts[0];
        for cut in &cuts[1..] {
            if let Some(header) = main.splits() {
                let header = usize::try_from(header).expect("small");
                let mut helper = Session::new(acme());
                helper.begin("any", Given::default());
                let head = &bytes[..(header + 1).min(bytes.len())];
                if at > header && helper.push(head).is_ok() {
                    helper.begin_part(at as u64);
                    helper.push_part(&bytes[at..*cut]);
                    let part = helper.end_part();
                    let stands = usize::try_from(main.absorb(&part)?).expect("small");
                    assert!((at..=*cut).contains(&stands), "a part ends outside of itself");
                    at = stands;
                }
            }
            main.push(&bytes[at..*cut])?;
            at = *cut;
        }
        main.end()
    };
    let mut read = read;
    let _ = read();
    let check = main.finish();
    let mut told: Vec<String> = check.errors().map(ToString::to_string).collect();
    told.push(report_text(&check, &[("any", bytes)], usize::MAX));
    assert!(told == whole, "parts give another report");
}

/// A workbook, or what stands in its parts: rows, shared texts, styles and what comes before the list of sheets, with a zero
/// byte between two. Its sheet is a table, and a row of it a line.
pub fn workbook(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let made;
    let bytes = if bytes.starts_with(b"PK") {
        bytes
    } else {
        let text = String::from_utf8_lossy(bytes);
        let mut parts = text.split('\0');
        let mut next = || parts.next().unwrap_or_default();
        let (rows, shared, styles, before) = (next(), next(), next(), next());
        made = books::workbook_with(before, &[("name=\"People\"", rows)], shared, styles);
        &made
    };
    let Ok(book) = Workbook::open(bytes) else { return };
    let mut table = Vec::new();
    let mut is_short = true;
    let sheet = book.table(None, |portion| {
        is_short &= table.len() + portion.len() <= 4 * LONGEST;
        if is_short {
            table.extend_from_slice(portion);
        }
    });
    let Ok(sheet) = sheet else { return };
    assert!(book.sheets().any(|name| name == sheet), "a sheet that is not there");
    if !is_short {
        return;
    }
    std::str::from_utf8(&table).expect("a table is UTF-8");
    let given = Given { sheet: Some(sheet.to_owned()), ..Given::default() };
    let (check, whole) = read(&table, &given, usize::MAX);
    for step in [1, 7] {
        assert!(read(&table, &given, step).1 == whole, "portions of {step} give another report");
    }
    let (mut at, mut line, mut quoted) = (0, 1, false);
    for row in 0..check.rows() {
        let place = check.place(row).expect("every row has a place");
        let from = usize::try_from(place.offset).expect("small");
        for byte in &table[at..from] {
            quoted ^= *byte == b'"';
            line += u32::from(*byte == b'\n' && !quoted);
        }
        at = from;
        assert_eq!(
            check.person(row).expect("every row is someone").line,
            line,
            "the line of the record at {from}"
        );
        check
            .describe(row, &table[from..from + place.length as usize])
            .expect("the record stands where it stood");
    }
    if check.errors().next().is_none() {
        unchanged(&check, &[("any", &table)]);
    }
}

const PEOPLE: &str = "id,login,status,firstName,lastName,email,secondEmail,title,manager,managerId,primaryPhone,countryCode,state,timezone,locale,groups\n\
    1,ana@acme.com,ACTIVE,Ana,Li,ana@acme.com,a@home.example,Rep,Bo Berg,2,(206) 324-1800 x 229,US,TX,,en_US,Sales;Leads\n\
    2,bo@acme.com,ACTIVE, Bo,Berg,bo@acme.org,,,,,2063241800,UK,,Europe/London,en-UK,sales\n\
    3,cy@acme.com,SUSPENDED,Cy,\"Diaz, Jr\",cy@acme.com,,Lead,ana@acme.com,1,,CA,Ontario,EST,,\n";

/// Settings: what is understood is written and read the same, and a check under them is a check like any other.
pub fn settings(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.len() > LONGEST {
        return;
    }
    let Ok(draft) = Draft::from_json(text) else {
        assert!(Settings::from_json(text).is_err(), "no draft, and yet settings");
        return;
    };
    let written = draft.to_json();
    assert_eq!(Draft::from_json(&written).expect("a draft reads what it wrote").to_json(), written);
    let value: Value = serde_json::from_str(&written).expect("JSON");
    let (settings, refused) = draft.settings();
    assert_eq!(Settings::from_json(text).is_ok(), refused.is_empty());
    for one in &refused {
        assert!(one.path.is_empty() || one.path.starts_with('/'), "{one:?}");
        assert!(!one.message.is_empty());
        // A rule or column that is told need not be among the members that mean something by default.
        let parent = one.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        assert!(value.pointer(parent).is_some(), "nothing stands at {}", one.path);
    }
    let files = [("any", PEOPLE.as_bytes())];
    let check = support::check(settings.clone(), &files, usize::MAX);
    assert!(check.errors().next().is_none(), "settings make a file unreadable");
    outputs::all(&check, &files);
    let again = check.with_assignments(settings);
    assert!(report_text(&again, &files, 64) == report_text(&check, &files, usize::MAX));
}

/// A recipe: what is understood is written and read the same; made again, it has nothing left to do.
pub fn recipe(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.len() > LONGEST {
        return;
    }
    let recipe = match Recipe::from_json(text) {
        Ok(recipe) => recipe,
        Err(refused) => {
            assert!(refused.path.is_empty() || refused.path.starts_with('/'), "{refused:?}");
            return;
        }
    };
    let json = recipe.to_json().expect("no longer than it came");
    assert!(Recipe::from_json(&json).as_ref() == Ok(&recipe), "a recipe reads what it wrote");
    let mut desk = Desk::new(&[("any", PEOPLE.as_bytes())]);
    let (replay, batch) = desk.replay(&recipe);
    assert!(replay.stale as usize <= recipe.steps.len());
    if batch.is_empty() {
        return;
    }
    desk.apply(&batch);
    let (corrected, _) = desk.corrected(0, true);
    // What the cures make of the file is what the report under them says.
    let after = Desk::new(&[("any", &corrected)]);
    assert_same(&findings(&after), &findings(&desk));
    desk.undo();
    assert_eq!(desk.corrected(0, true).0, PEOPLE.as_bytes(), "undone, the file is as it was");
}

/// The findings under the cures of a desk. Lines move where a value with a line end in it comes or goes.
fn findings(desk: &Desk) -> Value {
    let mut findings = desk.report()["findings"].take();
    for finding in findings.as_array_mut().expect("findings") {
        finding["line"].take();
        let message = finding["message"].as_str().expect("a message");
        let mut told = String::new();
        for (at, part) in message.split("on line ").enumerate() {
            let part =
                if at > 0 { part.trim_start_matches(|char: char| char.is_ascii_digit()) } else { part };
            told.push_str(part);
        }
        finding["message"] = told.into();
        for other in finding["related"].as_array_mut().expect("a list") {
            other["line"].take();
        }
    }
    findings
}

/// Zone, country, state and default on lines of their own: asked for alone and read from a file they come to the same.
pub fn time_zone(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.len() > 4096 || text.contains('\0') {
        return;
    }
    let mut parts = text.split('\n');
    let mut next = || parts.next().unwrap_or_default();
    let (zone, country, state, default, at) = (next(), next(), next(), next(), next());
    let mut settings = acme();
    if settings.set_default_time_zone(default).is_err() {
        let _ = settings.set_default_time_zone("America/New_York");
    }
    let default = settings.company.default_time_zone.as_deref().and_then(Zone::from_name);
    let effective = rollcall::timezone::effective(zone, country, state, default);
    let decided = effective.trail.iter().filter(|step| step.outcome.name() == "decided").count();
    assert_eq!(decided, usize::from(effective.zone.is_some()), "{effective:?}");
    if let Some(zone) = effective.zone {
        for at in [0, i64::MIN, i64::MAX, at.trim().parse().unwrap_or(1_764_000_000)] {
            let _ = rollcall::timezone::clock(zone, at);
        }
    }
    let told = rollcall::report::json::time_zone(effective);
    // A placeholder such as N/A is nothing in a file, and a value that is asked for.
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let csv = format!(
        "givenName,familyName,primaryEmail,timeZone,country,state\nAna,Li,ana@acme.com,{},{},{}\n",
        quoted(zone),
        quoted(country),
        quoted(state)
    );
    let files = [("any", csv.as_bytes())];
    let check = support::check(settings, &files, usize::MAX);
    outputs::all(&check, &files);
    let profile = check.profile(0);
    let report: Value = serde_json::from_str(&report_text(&check, &files, usize::MAX)).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    let placeholder = findings.iter().any(|finding| finding["rule"] == "value/placeholder");
    if !placeholder {
        assert_eq!(profile["timeZone"]["zone"], told["zone"], "{csv:?}");
        assert_eq!(profile["timeZone"]["source"], told["source"], "{csv:?}");
    }
    applied(&csv);
}

/// A phone number and an extension on lines of their own.
pub fn phone(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.len() > 4096 || text.contains('\0') {
        return;
    }
    let (number, extension) = text.split_once('\n').unwrap_or((text, ""));
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let csv = format!(
        "givenName,familyName,primaryEmail,phoneNumber,primaryPhoneExt\nAna,Li,ana@acme.com,{},{}\n",
        quoted(number),
        quoted(extension)
    );
    let files = [("any", csv.as_bytes())];
    let check = support::check(acme(), &files, usize::MAX);
    outputs::all(&check, &files);
    places(&check, &files);
    applied(&csv);
}

/// A suggestion that is certain cures what it is for, and brings nothing that blocks.
fn applied(csv: &str) {
    let mut desk = Desk::new(&[("any", csv.as_bytes())]);
    let before = desk.report();
    let of = |report: &Value| -> Vec<(String, String, bool)> {
        let findings = report["findings"].as_array().expect("findings").iter();
        findings
            .filter(|finding| finding["record"] == 1)
            .map(|finding| {
                let word = |name: &str| finding[name].as_str().unwrap_or_default().to_owned();
                (word("rule"), word("attribute"), finding["suggestion"].is_string())
            })
            .collect()
    };
    let suggested: Vec<_> = of(&before).into_iter().filter(|finding| finding.2).collect();
    let (_, batch) = desk.suggestions(None);
    if batch.is_empty() {
        return;
    }
    desk.apply(&batch);
    let (text, carried) = desk.corrected(0, true);
    if carried.left_out > 0 {
        return;
    }
    let after = Desk::new(&[("any", &text)]);
    let left = of(&after.report());
    for one in &suggested {
        assert!(!left.contains(one), "{} is still suggested after it was taken: {csv:?}", one.0);
    }
    assert_eq!(before["summary"]["blocked"], after.report()["summary"]["blocked"], "{csv:?}");
}

/// Where one file ends and the next begins.
const BETWEEN: u8 = 0x1E;

/// Several files together, and plans of them: files stand between bytes 0x1E.
pub fn several(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let names = ["a.csv", "b.json", "gong.csv", "Sales.csv", "a.csv"];
    let files: Vec<File<'_>> = names
        .into_iter()
        .zip(bytes.split(|byte| *byte == BETWEEN))
        .filter(|file| !file.1.is_empty())
        .collect();
    let settings = || {
        Settings::from_json(
            r#"{"company":{"primaryDomain":"acme.com","otherDomains":["acme.org"],"defaultTimeZone":"Europe/Paris"},
            "assignments":[{"name":"S","groups":["Sales"]},{"name":"L","groups":["Leads","sales"],"updates":"automatic"}]}"#,
        )
        .expect("settings")
    };
    let told = |step: usize| {
        let check = support::check(settings(), &files, step);
        let errors: Vec<String> = check.errors().map(ToString::to_string).collect();
        let report = report_text(&check, &files, step);
        (check, errors, report)
    };
    let (check, errors, report) = told(usize::MAX);
    let again = told(7);
    assert!((again.1, again.2) == (errors, report), "portions of 7 give another report");
    outputs::all(&check, &files);
    places(&check, &files);
    unchanged(&check, &files);
    tree(&check);
    let plan = planned(&check, &files);
    let (before, after) = (&files[..1.min(files.len())], &files[1.min(files.len())..]);
    let sides = [support::check(settings(), before, 64), support::check(settings(), after, 64)];
    let moved = made(Some((&sides[0], before)), (&sides[1], after));
    counts(&moved);
    counts(&plan);
}

/// Who stands below someone is told alike from above and from below.
fn tree(check: &Check) {
    let mut outline = check.outline();
    outline.open_all(true);
    let lines = outline.lines(0, outline.len());
    assert_eq!(lines.len(), outline.len());
    for row in 0..check.rows() {
        if check.tree().node(row).is_some() {
            let path = check.tree().path(row);
            assert!(path.len() <= check.rows() as usize, "a path goes in a circle");
        }
    }
}

/// The plan of a check alone, and that it plans nothing against itself.
fn planned(check: &Check, files: &[File<'_>]) -> Plan {
    let same = made(Some((check, files)), (check, files));
    let head = serde_json::to_value(same.head()).expect("JSON");
    for action in ["create", "update", "deactivate", "reactivate"] {
        assert!(
            head["summary"][action].as_u64().unwrap_or_default() == 0,
            "files against themselves: {head}"
        );
    }
    let mut requests = Vec::new();
    let mut writing = same.requests();
    while writing.more(&mut requests) {}
    made(None, (check, files))
}

/// A check with its files.
type Checked<'c> = (&'c Check, &'c [File<'c>]);

fn made(before: Option<Checked<'_>>, (after, files): Checked<'_>) -> Plan {
    let mut planning = Planning::new(before.map(|before| before.0.clone()), after.clone());
    while let Some((side, input)) = planning.wants() {
        let files = match (side, before) {
            (Side::Before, Some((_, files))) => files,
            _ => files,
        };
        planning.push(files[input as usize].1).expect("the same bytes");
        planning.end().expect("the same bytes");
    }
    planning.finish()
}

/// Everyone stands in a plan once, and what is written of it is what it says.
fn counts(plan: &Plan) {
    let options = json::Options { actions: Vec::new(), cut_over: plan.has_before() };
    let mut text = Vec::new();
    let mut writing = plan.json(options.clone());
    while writing.more(&mut text) {}
    let told: Value = serde_json::from_slice(&text).expect("a plan is JSON");
    let people = told["people"].as_array().expect("people");
    assert_eq!(people.len(), plan.len());
    assert!(!plan.text(&options).is_empty());
    let mut requests = Vec::new();
    let mut writing = plan.requests();
    while writing.more(&mut requests) {}
    for line in String::from_utf8(requests).expect("UTF-8").lines() {
        assert!(serde_json::from_str::<Value>(line).expect("a request is JSON").is_object());
    }
}

/// Files written anew: redacted they are judged alike, with suggestions applied as the report says.
pub fn rewritten(bytes: &[u8]) {
    if bytes.len() > LONGEST / 4 {
        return;
    }
    let files = [("any", bytes)];
    let before = support::check(acme(), &files, usize::MAX);
    if before.errors().next().is_some() {
        return;
    }
    let written = redacted(&before, &files, usize::MAX);
    assert!(redacted(&before, &files, 5) == written, "portions of 5 are redacted otherwise");
    let fakes = [("any", written[0].as_slice())];
    let after = support::check(acme(), &fakes, usize::MAX);
    // In the torn header of no export, what told the delimiter or the shape may be a part of somebody's address, and be faked
    // with it. Who is told the delimiter can read it still.
    if let Some(error) = after.errors().next() {
        let report: Value =
            serde_json::from_str(&report_text(&before, &files, usize::MAX)).expect("a report is JSON");
        let delimiter = report["inputs"][0]["delimiter"].as_str().map(|text| text.as_bytes()[0]);
        let mut session = Session::new(acme());
        session.begin("any", Given { delimiter, ..Given::default() });
        let read = session.push(&written[0]).and_then(|()| session.end());
        assert!(read.is_ok(), "{error:?}, and with {delimiter:?} {read:?}");
        return;
    }
    let reports = [report_text(&before, &files, usize::MAX), report_text(&after, &fakes, usize::MAX)];
    let [one, other] = [0, 1].map(|at| without_headings(without_values(&reports[at])));
    let told = ["delimiter", "encoding", "shape"];
    let columns = [0, 1].map(|at| personal_columns(&serde_json::from_str(&reports[at]).expect("JSON")));
    let torn = columns.iter().any(|(personal, _)| *personal) && columns[0].1 != columns[1].1;
    if torn || told.iter().any(|told| one["inputs"][0][*told] != other["inputs"][0][*told]) {
        return;
    }
    assert_same(&other, &one);
    assert_eq!(managers(&reports[1]), managers(&reports[0]));
    cured(bytes);
    explained(&before, bytes);
}

/// The names of columns, or of members of JSON, that hold an address, so that they are faked, and how many columns are known.
fn personal_columns(report: &Value) -> (bool, [usize; 2]) {
    let input = &report["inputs"][0];
    let [mapped, unmapped] = ["mapping", "unmapped"].map(|list| input[list].as_array().expect("a list"));
    let names = mapped.iter().map(|column| &column["column"]).chain(unmapped);
    let personal = names.filter_map(Value::as_str).any(|name| name.contains('@'));
    (personal, [mapped.len(), unmapped.len()])
}

/// A heading that could be somebody's number or address has a fake; here it is only how many there are.
fn without_headings(mut report: Value) -> Value {
    for input in report["inputs"].as_array_mut().expect("inputs") {
        input["unmapped"] = input["unmapped"].as_array().map_or(0, Vec::len).into();
        // Nor is it like any attribute's.
        input["similar"] = Value::Null;
    }
    for finding in report["findings"].as_array_mut().expect("findings") {
        if finding["rule"] == "file/duplicate-header" {
            finding["column"] = Value::Null;
        }
    }
    report
}

/// All suggestions are applied: a check of the corrected file says what the check under the cures says.
fn cured(bytes: &[u8]) {
    let mut desk = Desk::with(&[("any", bytes)], Cures::default());
    let (_, batch) = desk.suggestions(None);
    if batch.is_empty() {
        return;
    }
    desk.apply(&batch);
    let (text, carried) = desk.corrected(0, true);
    if carried.left_out == 0 {
        let after = Desk::new(&[("any", &text)]);
        // Where no mark says it, the first character outside ASCII tells the encoding; it may be gone now, and the next one is broken.
        let encoding = |desk: &Desk| desk.check.encodings().map(|input| input.1).next();
        if encoding(&after) == encoding(&desk) {
            assert_same(&findings(&after), &findings(&desk));
        }
    }
    let written = desk.recipe();
    let again = Desk::new(&[("any", bytes)]);
    let (replay, _) = again.replay(&written.recipe);
    assert_eq!(replay.stale, 0, "a recipe fits the files it was written from");
    desk.undo();
    assert!(desk.corrected(0, false).0 == bytes, "undone, the file is as it was");
}

fn explained(check: &Check, bytes: &[u8]) {
    let rows: Vec<u32> = (0..check.rows().min(3)).collect();
    let mut explaining: Explanation = check.explain(rows);
    while explaining.wants().is_some() {
        explaining.push(bytes).expect("the same bytes");
        explaining.end().expect("the same bytes");
    }
    assert!(!explaining.finish().is_empty() || check.rows() == 0);
}
