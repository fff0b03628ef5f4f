//! The command line as a person meets it: arguments, messages and exit codes.

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use terminal::{file, folder, json, rollcall, stderr, stdout};

const GOOD: &str = "login,firstName,lastName,email\nana@acme.com,Ana,Li,ana@acme.com\n";

#[test]
fn exit_codes_follow_fail_on() {
    let folder = folder("exit_codes");
    let blocked = file(&folder, "blocked.csv", GOOD.replace("Li,", ","));
    let warned =
        file(&folder, "warned.csv", "login,firstName,lastName,email,locale\na,Ana,Li,ana@acme.com,en_US\n");
    let run = |file: &str, more: &[&str]| {
        rollcall(&[&["check", file, "--domain", "acme.com"], more].concat()).status.code()
    };
    assert_eq!(run(&blocked, &[]), Some(1));
    assert_eq!(run(&blocked, &["--fail-on", "never"]), Some(0));
    assert_eq!(run(&warned, &[]), Some(0));
    assert_eq!(run(&warned, &["--fail-on", "warning"]), Some(1));
    assert_eq!(run(&warned, &["--fail-on", "notice"]), Some(1));
    assert_eq!(run(&warned, &["--no-such-flag"]), Some(2));
    assert_eq!(run(&warned, &["--source", "google"]), Some(2));
    assert_eq!(run(&warned, &["--default-time-zone", "EDT"]), Some(2));
}

#[test]
fn unreadable_input_names_the_file_and_says_what_was_expected() {
    let folder = folder("unreadable");
    let mut deep = b"[".to_vec();
    deep.extend(std::iter::repeat_n(b"{\"a\":".as_slice(), 200_000).flatten());
    let mut huge = b"login,email\nx,".to_vec();
    huge.resize(50_000_000, b'y');
    let mut huge_quoted = b"login,email\nx,\"".to_vec();
    huge_quoted.resize(50_000_000, b'y');
    for (name, bytes, says) in [
        ("zero.csv", Vec::new(), "empty"),
        ("white.csv", b" \r\n\t\n".to_vec(), "empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "picture"),
        ("workbook.csv", b"PK\x03\x04\x14\0\x06\0".to_vec(), "workbook"),
        ("page.csv", b"<!DOCTYPE html><html><body>Sign in</body></html>".to_vec(), "web page"),
        ("nul.csv", b"login,email\na,b\0c\n".to_vec(), "zero byte"),
        ("utf16-no-mark.csv", b"l\0o\0g\0i\0n\0\n\0".to_vec(), "UTF-16"),
        ("cut.json", br#"[{"id":"1","status":"ACTIVE","profile":{"firstName":"#.to_vec(), "cut short"),
        ("cut-list.json", b"[{\"id\":1},".to_vec(), "cut short"),
        ("deep.json", deep, "nested"),
        ("open-array.json", "[".repeat(200_000).into_bytes(), "no record"),
        ("quote.csv", b"login,email\na,b\nc,\"d\ne,f\n".to_vec(), "line 3"),
        ("huge.csv", huge, "longer than"),
        ("huge-quoted.csv", huge_quoted, "line 2"),
        (
            "patch.json",
            br#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[]}"#.to_vec(),
            "PatchOp",
        ),
        (
            "error.json",
            br#"{"errorCode":"E0000011","errorSummary":"Invalid token provided"}"#.to_vec(),
            "API",
        ),
        ("numbers.json", b"[1,2]".to_vec(), "no record"),
        ("garbage.json", br#"[{"id":1} {"id":2}]"#.to_vec(), "no JSON"),
    ] {
        let path = file(&folder, name, bytes);
        let output = rollcall(&["check", &path, "--format", "json"]);
        let message = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{name}: {message}");
        assert!(output.stdout.is_empty(), "{name} writes a half result");
        assert!(message.contains(name) && message.contains(says), "{name}: {message}");
        assert!(message.len() < 500, "{name}: {message}");
    }
    let missing = folder.join("missing.csv");
    let output = rollcall(&["check", &missing.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no such file"), "{}", stderr(&output));
    let output = rollcall(&["check", &folder.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("folder"), "{}", stderr(&output));
}

#[test]
fn one_unreadable_file_spoils_the_report_but_all_are_named() {
    let folder = folder("spoiled");
    let good = file(&folder, "good.csv", GOOD);
    let one = file(&folder, "one.csv", "");
    let two = file(&folder, "two.json", "{");
    let output = rollcall(&["check", &good, &one, &two]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(
        stderr(&output).contains("one.csv") && stderr(&output).contains("two.json"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn an_export_without_records_is_no_error() {
    let folder = folder("no_records");
    for (name, text) in [
        ("header.csv", "login,firstName,lastName,email\n"),
        ("list.json", "[]"),
        ("graph.json", "{\"value\":[]}"),
    ] {
        let path = file(&folder, name, text);
        let output = rollcall(&["check", &path, "--format", "json", "--domain", "acme.com"]);
        assert_eq!(output.status.code(), Some(0), "{name}");
        let rules: Vec<_> = json(&output)["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .map(|finding| finding["rule"].clone())
            .collect();
        assert_eq!(rules, ["file/empty"], "{name}");
    }
}

#[test]
fn standard_input_is_read_as_a_file() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(["check", "-", "--domain", "acme.com", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("a pipe").write_all(GOOD.as_bytes()).expect("written");
    let report = json(&child.wait_with_output().expect("it ends"));
    assert_eq!(report["inputs"][0]["name"], "-");
    assert_eq!(report["summary"]["imported"], 1);
}

#[test]
fn what_is_said_of_a_file_has_the_last_word() {
    let folder = folder("given");
    let path = file(
        &folder,
        "odd=name.csv",
        "login;firstName;lastName;email\nana@acme.com;Zo\u{eb};Li;ana@acme.com\n",
    );
    let flag = |value: &str| format!("{path}={value}");
    let output = rollcall(&[
        "check",
        &path,
        "--domain",
        "acme.com",
        "--format",
        "json",
        "--shape",
        &flag("table"),
        "--delimiter",
        &flag("semicolon"),
        "--encoding",
        &flag("windows-1252"),
    ]);
    let input = &json(&output)["inputs"][0];
    assert_eq!([&input["shape"], &input["delimiter"], &input["encoding"]], ["table", ";", "windows-1252"]);
    let western = file(&folder, "western.csv", b"email,firstName\nana@acme.com,Zo\xeb\n");
    let guessed = "western.csv is no UTF-8; it is read as Windows-1252";
    assert!(stderr(&rollcall(&["check", &western])).contains(guessed));
    let output = rollcall(&["check", &western, "--encoding", &format!("{western}=windows-1252")]);
    assert!(!stderr(&output).contains("1252"), "nothing was guessed");
    for bad in ["--shape", "--delimiter", "--encoding"] {
        let output = rollcall(&["check", &path, bad, &flag("nonsense")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("known are"), "{}", stderr(&output));
    }
    let output = rollcall(&["check", &path, "--group", "other.csv=Sales"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_named_group_makes_members_of_users() {
    let folder = folder("group");
    let path = file(
        &folder,
        "some.json",
        r#"[{"id":"1","status":"ACTIVE","profile":{"login":"a","firstName":"A","lastName":"B","email":"a@acme.com"}}]"#,
    );
    let output = rollcall(&["check", &path, "--format", "json", "--group", &format!("{path}=Sales EMEA")]);
    let report = json(&output);
    assert_eq!(report["inputs"][0]["shape"], "okta-group-members-json");
    assert_eq!(report["inputs"][0]["group"], "Sales EMEA");
    assert_eq!(report["summary"]["profiles"], 0);
}

#[test]
fn severities_follow_the_settings_and_outcomes_do_not() {
    let folder = folder("severities");
    let path =
        file(&folder, "a.csv", "login,firstName,lastName,email,title,locale\na,Ana,,ana@acme.com,,en_US\n");
    let settings = file(
        &folder,
        "rollcall.json",
        r#"{"company":{"primaryDomain":"acme.com"},"rules":{"title/missing":"off","locale/format":"error","name/family-missing":"notice"}}"#,
    );
    let report = json(&rollcall(&["check", &path, "--settings", &settings, "--format", "json"]));
    let found: Vec<(String, String)> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["record"] == 1)
        .map(|finding| {
            (
                finding["rule"].as_str().unwrap_or_default().to_owned(),
                finding["severity"].as_str().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    let expected = [("name/family-missing", "notice"), ("locale/format", "error")];
    assert_eq!(found, expected.map(|(rule, severity)| (rule.to_owned(), severity.to_owned())));
    assert_eq!(report["summary"]["blocked"], 1, "the effect stays");
}

#[test]
fn refused_settings_name_their_place() {
    let folder = folder("refused");
    let path = file(&folder, "a.csv", GOOD);
    for (text, place) in [
        (r#"{"company":{"primaryDomian":"acme.com"}}"#, "/company/primaryDomian"),
        (r#"{"rules":{"title/missing":"loud"}}"#, "/rules/title~1missing"),
        ("{", "line 1"),
    ] {
        let settings = file(&folder, "rollcall.json", text);
        let output = rollcall(&["check", &path, "--settings", &settings]);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && stderr(&output).contains(place), "{}", stderr(&output));
    }
}

#[test]
fn an_output_file_is_not_overwritten_by_accident() {
    let folder = folder("output");
    let path = file(&folder, "a.csv", GOOD);
    let out = folder.join("report.json");
    let out = out.to_string_lossy();
    let run = |more: &[&str]| {
        rollcall(
            &[&["check", &path, "--domain", "acme.com", "--format", "json", "--output", &out], more].concat(),
        )
    };
    assert_eq!(run(&[]).status.code(), Some(0));
    let first = fs::read(out.as_ref()).expect("the report");
    let again = run(&[]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("--force"), "{}", stderr(&again));
    assert_eq!(run(&["--force"]).status.code(), Some(0));
    assert_eq!(fs::read(out.as_ref()).expect("the report"), first, "the same input gives the same bytes");
    // The export itself is no output, and a failed run leaves nothing behind.
    let over = rollcall(&["check", &path, "--output", &path, "--force"]);
    assert_eq!(over.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).expect("the export"), GOOD);
    let missing = folder.join("missing.csv");
    let fresh = folder.join("fresh.json");
    let failed = rollcall(&["check", &missing.to_string_lossy(), "--output", &fresh.to_string_lossy()]);
    assert_eq!(failed.status.code(), Some(2));
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 2, "only the export and the report");
}

#[test]
fn settings_are_no_output() {
    let folder = folder("output-settings");
    let path = file(&folder, "a.csv", GOOD);
    let text = r#"{"company":{"primaryDomain":"acme.com"}}"#;
    let settings = file(&folder, "rollcall.json", text);
    let over = rollcall(&["check", &path, "--settings", &settings, "--output", &settings, "--force"]);
    assert_eq!(over.status.code(), Some(2));
    assert!(stderr(&over).contains("files that are read"), "{}", stderr(&over));
    assert_eq!(fs::read_to_string(&settings).expect("the settings"), text);
    let into = rollcall(&["check", &path, "--output", &folder.to_string_lossy(), "--force"]);
    assert_eq!(into.status.code(), Some(2));
    assert!(stderr(&into).contains("is a folder"), "{}", stderr(&into));
}

/// What is no file is written to as it is, and a link stays one.
#[cfg(unix)]
#[test]
fn an_output_that_is_no_file_stays_what_it_is() {
    use std::os::unix::fs::{FileTypeExt, symlink};

    let folder = folder("output-special");
    let path = file(&folder, "a.csv", GOOD);
    let run = |out: &std::path::Path, more: &[&str]| {
        let out = out.to_string_lossy();
        rollcall(
            &[&["check", &path, "--domain", "acme.com", "--format", "json", "--output", &out], more].concat(),
        )
    };
    let report = rollcall(&["check", &path, "--domain", "acme.com", "--format", "json"]).stdout;
    let linked = folder.join("linked.json");
    let link = folder.join("link.json");
    symlink(&linked, &link).expect("a link");
    // A link that leads nowhere is there all the same.
    assert_eq!(run(&link, &[]).status.code(), Some(2));
    fs::write(&linked, "old").expect("a file");
    assert_eq!(run(&link, &["--force"]).status.code(), Some(0));
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!(fs::read(&linked).expect("the report"), report);

    let pipe = folder.join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()));
    for force in [&[][..], &["--force"]] {
        let reader = {
            let pipe = pipe.clone();
            std::thread::spawn(move || fs::read(pipe).expect("what comes through the pipe"))
        };
        assert_eq!(run(&pipe, force).status.code(), Some(0));
        assert_eq!(reader.join().expect("the reader"), report);
        assert!(fs::symlink_metadata(&pipe).expect("the pipe").file_type().is_fifo());
    }
}

#[test]
fn the_text_puts_what_blocks_first() {
    let folder = folder("text");
    let path = file(
        &folder,
        "a.csv",
        "login,firstName,lastName,email,locale\na,Ana,Li,ana@acme.org,en-US\nb,Bo,Berg,bo@acme.com,en_US\nc,Cy,Diaz,cy@acme.com,en_US\n",
    );
    let text = stdout(&rollcall(&["check", &path, "--domain", "acme.com"]));
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("no \"{part}\" in\n{text}"));
    assert!(text.contains("2 imported · 1 blocked"), "{text}");
    assert!(place("email/domain") < place("locale/format"));
    assert!(text.contains("line 2: Ana Li will not be imported"), "{text}");
    assert!(text.contains("2 people"), "{text}");
}

#[test]
fn values_do_nothing_to_a_terminal() {
    let folder = folder("terminal");
    let path = file(
        &folder,
        "a\u{1b}.csv",
        "login,firstName,lastName,email\na,\u{1b}[31mAna,\u{202e}Li,ana@acme.org\n",
    );
    let output = rollcall(&["check", &path, "--domain", "acme.com"]);
    assert!(!stdout(&output).contains(['\u{1b}', '\u{202e}']), "{}", stdout(&output));
    let path =
        file(&folder, "b.csv", "login,firstName,lastName,email\na,\u{9b}31mAna,\u{202e}Li,ana@acme.org\n");
    let output = rollcall(&["check", &path, "--domain", "acme.com", "--format", "json"]);
    assert!(!stdout(&output).contains(['\u{9b}', '\u{202e}']), "{}", stdout(&output));
    let values: Vec<_> = json(&output)["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|finding| finding["value"].clone())
        .collect();
    assert!(values.contains(&"\u{202e}Li".into()), "escaped, and the same text: {values:?}");
}

#[test]
fn the_catalogue_is_printed() {
    let list = stdout(&rollcall(&["rules"]));
    assert!(list.lines().count() >= rollcall::rules::CATALOGUE.len());
    for rule in rollcall::rules::CATALOGUE {
        assert!(list.contains(rule.id));
        let one = stdout(&rollcall(&["rules", rule.id]));
        assert!(
            one.contains(rule.reason) && one.contains(rule.cure) && one.contains(rule.effect.name()),
            "{one}"
        );
    }
    let output = rollcall(&["rules", "phone/fromat"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("phone/format"), "{}", stderr(&output));
}

#[test]
fn the_time_zone_of_one_set_of_values() {
    let text = stdout(&rollcall(&["time-zone", "--country", "US", "--state", "CA"]));
    assert!(text.starts_with("America/Los_Angeles  from state"), "{text}");
    let text = stdout(&rollcall(&["time-zone", "--zone", "-05:00", "--country", "DE"]));
    assert!(text.starts_with("Europe/Berlin  from country\n"), "{text}");
    let text = stdout(&rollcall(&["time-zone", "--zone=-05:00", "--default-time-zone", "Europe/Paris"]));
    assert!(text.starts_with("Europe/Paris  from default"), "{text}");
    // British Columbia kept summer time for good in 2026: older rules say -08:00.
    let text =
        stdout(&rollcall(&["time-zone", "--zone", "America/Vancouver", "--at", "2026-12-15T12:00:00Z"]));
    assert!(text.contains("2026-12-15 05:00, UTC-07:00") && text.contains("no clock change"), "{text}");
    let text =
        stdout(&rollcall(&["time-zone", "--zone", "America/New_York", "--at", "2026-12-15T12:00:00Z"]));
    assert!(
        text.contains("07:00, UTC-05:00")
            && text.contains("next clock change to 2027-03-14 03:00, UTC-04:00"),
        "{text}"
    );
}

const GROUPS: &str = "login,firstName,lastName,email,groups
ana@acme.com,Ana,Li,ana@acme.com,Sales;Leads
bo@acme.com,Bo,Berg,bo@acme.com,Leads
";
const ASSIGNED: &str = r#"{"company":{"primaryDomain":"acme.com"},"catalog":{"seats":[{"id":"gong","owned":1,"unlocks":["dataCapture"]}]},
    "assignments":[{"name":"Sales","groups":["sales"],"seats":["gong"],"dataCapture":{"webConferences":true},"updates":"automatic"},
    {"name":"Leads","groups":["Leads"],"dataCapture":{"emails":true}}]}"#;

#[test]
fn settings_give_assignments_to_people() {
    let folder = folder("assignments");
    let people = file(&folder, "people.csv", GROUPS);
    let settings = file(&folder, "rollcall.json", ASSIGNED);
    let output = rollcall(&[
        "check",
        &people,
        "--settings",
        &settings,
        "--format",
        "json",
        "--profiles",
        "--fail-on",
        "warning",
    ]);
    assert_eq!(output.status.code(), Some(1), "Leads captures without a seat");
    let report = json(&output);
    assert_eq!(
        report["summary"]["assignments"],
        serde_json::json!([{"name": "Sales", "members": 1}, {"name": "Leads", "members": 1}, {"name": "(default)", "members": 0}])
    );
    assert_eq!(report["profiles"][0]["assignment"], "Sales");
    let text = stdout(&rollcall(&["check", &people, "--settings", &settings]));
    assert!(text.contains("1 more is taken by an earlier one") && text.contains("1 of 1 owned"), "{text}");

    let broken =
        file(&folder, "broken.json", ASSIGNED.replace("\"seats\":[\"gong\"]", "\"seats\":[\"engage\"]"));
    let output = rollcall(&["check", &people, "--settings", &broken, "--format", "json"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(stderr(&output).contains("/assignments/0/seats/0") && stderr(&output).contains("broken.json"));
}

#[test]
fn flags_name_the_scope_and_the_people_already_in_gong() {
    let folder = folder("scope");
    let people = file(
        &folder,
        "people.csv",
        GROUPS.replace("groups", "groups,managerEmail").replace("Leads\n", "Leads,old@acme.com\n"),
    );
    let gong = file(&folder, "gong.csv", "Name,Email\nOld Timer,old@acme.com\n");
    let run = |more: &[&str]| {
        let output = rollcall(
            &[&["check", &people, "--domain", "acme.com", "--format", "json", "--profiles"], more].concat(),
        );
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        json(&output)
    };
    let outcomes = |report: &serde_json::Value| {
        let profiles = report["profiles"].as_array().expect("profiles").iter();
        profiles
            .map(|profile| profile["outcome"].as_str().expect("an outcome").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(outcomes(&run(&["--scope", "groups=SALES; Support"])), ["imported", "outOfScope"]);
    assert_eq!(outcomes(&run(&["--scope", "appUsers"])), ["outOfScope", "outOfScope"]);
    assert_eq!(outcomes(&run(&["--scope", "everyone"])), ["imported", "imported"]);
    let report = run(&["--members", &gong]);
    assert_eq!(report["profiles"][0]["manager"], serde_json::json!({"key": "old@acme.com", "by": "email"}));
    assert_eq!(report["inputs"][1]["role"], "members");
    for scope in ["nobody", "groups=", "groups= ; "] {
        let output = rollcall(&["check", &people, "--scope", scope]);
        assert_eq!(output.status.code(), Some(2), "{scope}");
    }
    // A file of members takes the group that the flag names.
    let members =
        file(&folder, "Leads.csv", "id,login,firstName,lastName,status\n,BO@acme.com,Bo,Berg,ACTIVE\n");
    let report = run(&[&members, "--group", "Leads.csv=Night shift", "--scope", "groups=night shift"]);
    assert_eq!(outcomes(&report), ["outOfScope", "imported"]);
    // A group that nobody is in is a group.
    for (empty, shape) in [
        ("[]", "table"),
        (
            "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#directoryObjects\",\"value\":[]}",
            "graph-users-json",
        ),
    ] {
        let members = file(&folder, "Nobody.json", empty);
        let report = run(&[&members, "--group", "Nobody.json=Nobody", "--scope", "groups=Nobody"]);
        assert_eq!(outcomes(&report), ["outOfScope", "outOfScope"], "{empty}");
        let input = &report["inputs"][1];
        assert_eq!([&input["shape"], &input["group"]], [shape, "Nobody"]);
        let findings = report["findings"].as_array().expect("findings");
        let strange = findings.iter().any(|finding| finding["rule"] == "file/source-mismatch");
        assert_eq!(strange, shape == "graph-users-json", "a list of nobody has no source");
    }
}

#[test]
fn one_person_is_explained_from_the_file_to_the_locks() {
    let folder = folder("explain");
    let people = file(&folder, "people.csv", GROUPS.replace("ana@acme.com,Ana,Li", "ana@acme.com,Ana, Li"));
    let more = file(&folder, "more.csv", "login,timezone,title\nana@acme.com,America/New_York,Rep\n");
    let settings = file(&folder, "rollcall.json", ASSIGNED);
    let output = rollcall(&["explain", "ANA@acme.com", &people, &more, "--settings", &settings]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    let mut from = 0;
    for part in [
        "Ana Li, ana@acme.com",
        "Came in as",
        "people.csv, line 2",
        "\" Li\"",
        "more.csv, line 2",
        "\"Rep\"",
        "Judged",
        "value/whitespace",
        "Outcome",
        "imported",
        "Time zone",
        "America/New_York",
        "Weekend",
        "Manager",
        "none found",
        "Groups",
        "Sales, Leads",
        "Assignment",
        "Sales, 1 of 2",
        "\"Leads\" fits too",
        "Web conferences recorded",
        "Automatic updates",
        "Afterwards",
        "locked in Gong: given name, last name, primary email, title",
    ] {
        let at = text[from..].find(part).unwrap_or_else(|| panic!("no \"{part}\" behind {from} in\n{text}"));
        from += at;
    }
    let circle = file(
        &folder,
        "circle.csv",
        "login,firstName,lastName,email,managerEmail\na,Ana,Li,ana@acme.com,bo@acme.com\nb,Bo,Berg,bo@acme.com,ana@acme.com\n",
    );
    let text = stdout(&rollcall(&["explain", "b", &circle]));
    assert!(text.contains("in a circle of managers with Ana Li"), "{text}");
    let output = rollcall(&["explain", "nobody@acme.com", &people]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    let text = stdout(&rollcall(&["explain", "bo@acme.com", &people, "--settings", &settings]));
    assert!(text.contains("Emails imported — inactive without the seat \"gong\""), "{text}");
}

#[test]
fn schemas_are_printed() {
    for kind in ["report", "settings", "plan", "recipe"] {
        let schema = json(&rollcall(&["schema", kind]));
        assert_eq!(schema["$id"], format!("urn:rollcall:schema:{kind}:1"));
    }
}
