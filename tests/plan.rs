//! Plans worked out by hand, against what the command line prints. Each folder of `tests/plans/` is one case:
//! `before*`, `after*` and `gong*` (people already in Gong) are the files, `settings.json` the settings, and
//! `expected.json` holds the other arguments, the exit code and what the plan must say. Only what it names is compared;
//! people are all listed, in order, and a `reason` names words that stand in it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans")
}

fn rollcall(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollcall"));
    command.args(arguments).stdin(Stdio::null()).output().expect("it runs")
}

fn plan(arguments: &[&str]) -> (Option<i32>, Value) {
    let output = rollcall(&[&["plan", "--format", "json"], arguments].concat());
    let said = String::from_utf8_lossy(&output.stderr);
    let plan = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {said}"));
    Schema::new().holds(&plan);
    (output.status.code(), plan)
}

struct Schema(boon::Schemas, boon::SchemaIndex);

impl Schema {
    fn new() -> Schema {
        let text = include_str!("../docs/schema/plan.schema.json");
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("plan.json", serde_json::from_str(text).expect("JSON")).expect("a resource");
        let mut schemas = boon::Schemas::new();
        let index = compiler.compile("plan.json", &mut schemas).expect("a JSON Schema");
        Schema(schemas, index)
    }

    fn holds(&self, plan: &Value) {
        if let Err(error) = self.0.validate(plan, self.1) {
            panic!("{error:#}");
        }
    }
}

/// The files of a case whose names begin with a word, in the order of their names.
fn files(folder: &Path, word: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let begins =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(word));
    let mut files: Vec<String> =
        entries.filter(begins).map(|path| path.to_string_lossy().into_owned()).collect();
    files.sort();
    files
}

/// The command line of a case. An argument `FILE=…` of a case is given with the whole path.
fn arguments(folder: &Path, expected: &Value) -> Vec<String> {
    let mut arguments = Vec::new();
    for (flag, word) in
        [("--before", "before"), ("--after", "after"), ("--members", "gong"), ("--settings", "settings.json")]
    {
        let files = files(folder, word);
        if !files.is_empty() {
            arguments.push(flag.to_owned());
            arguments.extend(files);
        }
    }
    for argument in expected["arguments"].as_array().expect("arguments") {
        let argument = argument.as_str().expect("text");
        let of_file = argument.split_once('=').filter(|(file, _)| folder.join(file).is_file());
        arguments.push(match of_file {
            Some((file, value)) => format!("{}={value}", folder.join(file).display()),
            None => argument.to_owned(),
        });
    }
    arguments
}

/// Whether what was expected stands in what was told: members of objects that are not named may be anything.
fn holds(place: &str, expected: &Value, told: &Value, wrong: &mut Vec<String>) {
    match (expected, told) {
        (Value::Object(expected), Value::Object(told)) => {
            for (name, expected) in expected {
                let place = format!("{place}/{name}");
                let told = &told.get(name).cloned().unwrap_or(Value::Null);
                match (name.as_str(), expected, told) {
                    ("reason", Value::String(words), Value::String(reason)) => {
                        if !reason.to_lowercase().contains(&words.to_lowercase()) {
                            wrong.push(format!("{place}: {reason:?} has no {words:?}"));
                        }
                    }
                    // The order of these is nobody's contract.
                    (
                        "groups" | "added" | "removed" | "uncompared" | "lost" | "unmapped",
                        Value::Array(expected),
                        Value::Array(told),
                    ) => {
                        holds(&place, &sorted(expected), &sorted(told), wrong);
                    }
                    _ => holds(&place, expected, told, wrong),
                }
            }
        }
        (Value::Array(expected), Value::Array(told)) if expected.len() == told.len() => {
            for (number, (expected, told)) in expected.iter().zip(told).enumerate() {
                holds(&format!("{place}/{number}"), expected, told, wrong);
            }
        }
        (expected, told) if expected == told => {}
        (expected, told) => wrong.push(format!("{place}: expected {expected}, told {told}")),
    }
}

fn sorted(values: &[Value]) -> Value {
    let mut values = values.to_vec();
    values.sort_by_key(|value| value.get("name").unwrap_or(value).to_string());
    values.into()
}

/// Totals count the people listed, and the guard follows from them where no limit is given otherwise.
fn adds_up(plan: &Value) {
    let people = plan["people"].as_array().expect("people");
    for (action, count) in plan["summary"].as_object().expect("a summary") {
        let listed = people.iter().filter(|person| person["action"] == action.as_str()).count();
        assert_eq!(count.as_u64(), Some(listed as u64), "{action}");
    }
}

#[test]
fn plans_are_as_worked_out_by_hand() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(cases()).expect("cases") {
        let folder = entry.expect("an entry").path();
        let expected = fs::read_to_string(folder.join("expected.json")).expect("what is expected");
        let expected: Value = serde_json::from_str(&expected).expect("JSON");
        let arguments = arguments(&folder, &expected);
        let (code, plan) = plan(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        holds(&name, &expected["plan"], &plan, &mut wrong);
        if expected["exit"] != code.expect("a code") {
            wrong.push(format!("{name}: exit code {code:?}"));
        }
        adds_up(&plan);
        count += 1;
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert!(count >= 15, "{count}");
}

/// A folder of its own for each test, empty at its start.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plan").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("written");
    path.to_string_lossy().into_owned()
}

/// `key action` of everyone listed.
fn actions(plan: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let people = plan["people"].as_array().expect("people").iter();
    people.map(|person| format!("{} {}", text(&person["key"]), text(&person["action"]))).collect()
}

const HEAD: &str = "login,firstName,lastName,email,title,status\n";

fn person(name: &str, title: &str, status: &str) -> String {
    format!("{name}@acme.com,{name},Li,{name}@acme.com,{title},{status}\n")
}

/// Ana's title changes, Bo is suspended, Cy is new, Di is staged and new, Ed is blocked, Fe stays.
fn small(folder: &Path) -> [String; 2] {
    let before =
        [person("ana", "Rep", "ACTIVE"), person("bo", "Rep", "ACTIVE"), person("fe", "Rep", "ACTIVE")];
    let after = [
        person("ana", "Lead", "ACTIVE"),
        person("bo", "Rep", "SUSPENDED"),
        person("cy", "Rep", "ACTIVE"),
        person("di", "Rep", "STAGED"),
        person("ed", "Rep", "ACTIVE").replace("Li", ""),
        person("fe", "Rep", "ACTIVE"),
    ];
    [
        write(folder, "before.csv", &(HEAD.to_owned() + &before.concat())),
        write(folder, "after.csv", &(HEAD.to_owned() + &after.concat())),
    ]
}

const ACME: [&str; 4] = ["--source", "okta", "--domain", "acme.com"];

#[test]
fn the_example_of_the_documents_keeps_the_schema() {
    let schema = Schema::new();
    let example = serde_json::json!(
        { "format": "rollcall-plan", "formatVersion": 1,
          "summary": {"create": 1, "update": 2, "deactivate": 1, "reactivate": 0, "none": 40, "skip": 1},
          "guard": {"deactivateShare": 0.0238, "limit": 0.1, "exceeded": false},
          "people": [{"key": "ana@acme.com", "action": "update", "reason": "title changed",
                      "changes": [{"attribute": "title", "before": "Rep", "after": "Lead"}],
                      "assignment": {"before": "Sales", "after": "Leads", "applied": true}}],
          "groups": [{"name": "Sales EMEA", "action": "push", "added": ["ana@acme.com"], "removed": []}] });
    schema.holds(&example);
    for (pointer, wrong) in [
        ("/formatVersion", serde_json::json!(2)),
        ("/people/0/action", serde_json::json!("delete")),
        ("/people/0/changes/0/attribute", serde_json::json!("shoeSize")),
        ("/summary/create", serde_json::json!(-1)),
        ("/groups/0/action", serde_json::json!("pull")),
    ] {
        let mut broken = example.clone();
        *broken.pointer_mut(pointer).expect("a member") = wrong;
        assert!(schema.0.validate(&broken, schema.1).is_err(), "{pointer}");
    }
}

#[test]
fn the_members_beyond_the_example_are_always_there() {
    let folder = scratch("members_always");
    let [before, after] = small(&folder);
    for sides in [&["--after", after.as_str()][..], &["--before", &before, "--after", &after]] {
        let (_, plan) = plan(&[sides, &ACME].concat());
        for name in ["moves", "firstPush", "uncompared"] {
            assert!(!plan[name].is_null(), "{name}");
        }
        assert_eq!(plan.get("cutOver"), None);
        for person in plan["people"].as_array().expect("people") {
            assert!(person.get("timeZone").is_some() && person.get("manager").is_some(), "{person}");
        }
    }
}

#[test]
fn an_export_against_itself_plans_nothing() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut people = 0;
    let mut count = 0;
    for path in files(&fixtures, "") {
        for source in ["okta", "entra"] {
            let sides = ["--before", &path, "--after", &path, "--source", source, "--domain", "acme.com"];
            let (code, plan) = plan(&sides);
            assert_eq!(code, Some(0), "{path}");
            let summary = &plan["summary"];
            let idle =
                ["create", "update", "deactivate", "reactivate"].iter().all(|action| summary[action] == 0);
            assert!(idle, "{path}: {summary}");
            for group in plan["groups"].as_array().expect("groups") {
                assert_eq!(group["action"], "none", "{path}: {group}");
            }
            let scim = rollcall(&[&["plan", "--format", "scim"], &sides[..]].concat());
            assert_eq!(String::from_utf8_lossy(&scim.stdout), "", "{path}");
            people += plan["people"].as_array().expect("people").len();
            count += 1;
        }
    }
    assert!(count >= 50 && people >= 100, "{count} {people}");
}

#[test]
fn only_lists_fewer_and_counts_all() {
    let folder = scratch("only");
    let [before, after] = small(&folder);
    let run = |only: &str| {
        let more = if only.is_empty() { vec![] } else { vec!["--only", only] };
        plan(&[&["--before", &before, "--after", &after], &ACME[..], &more].concat()).1
    };
    let whole = run("");
    assert_eq!(
        actions(&whole),
        [
            "ana@acme.com update",
            "bo@acme.com deactivate",
            "cy@acme.com create",
            "di@acme.com create",
            "ed@acme.com skip",
            "fe@acme.com none"
        ]
    );
    for (only, listed) in [
        ("update", &["ana@acme.com update"][..]),
        ("deactivate,skip", &["bo@acme.com deactivate", "ed@acme.com skip"]),
        ("reactivate", &[]),
        ("none", &["fe@acme.com none"]),
    ] {
        let plan = run(only);
        assert_eq!(actions(&plan), listed, "{only}");
        assert_eq!(plan["summary"], whole["summary"]);
        assert_eq!(plan["guard"], whole["guard"]);
        assert_eq!(plan["groups"], whole["groups"]);
    }
    let refused = rollcall(&["plan", "--after", &after, "--only", "delete"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn either_side_may_be_standard_input() {
    let folder = scratch("standard_input");
    let [before, after] = small(&folder);
    let named = plan(&[&["--before", &before, "--after", &after], &ACME[..]].concat());
    for (sides, piped) in
        [(["--before", "-", "--after", &after], &before), (["--before", &before, "--after", "-"], &after)]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .args([&["plan", "--format", "json"], &sides[..], &ACME].concat())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        child.stdin.take().expect("a pipe").write_all(&fs::read(piped).expect("bytes")).expect("written");
        let output = child.wait_with_output().expect("it ends");
        let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((output.status.code(), told), named, "{sides:?}");
    }
    let twice = rollcall(&["plan", "--before", "-", "--after", "-"]);
    assert_eq!(twice.status.code(), Some(2));
    assert!(twice.stdout.is_empty());
}

#[test]
fn the_output_file_is_not_overwritten_without_force() {
    let folder = scratch("output");
    let [before, after] = small(&folder);
    let out = folder.join("plan.json").to_string_lossy().into_owned();
    let run = |more: &[&str]| {
        let arguments =
            ["plan", "--format", "json", "--before", &before, "--after", &after, "--output", &out];
        rollcall(&[&arguments, &ACME[..], more].concat())
    };
    let first = run(&[]);
    // One of three is deactivated: above the guard.
    assert_eq!(first.status.code(), Some(1));
    assert!(first.stdout.is_empty());
    let plan: Value = serde_json::from_slice(&fs::read(&out).expect("a plan")).expect("JSON");
    assert_eq!(plan["guard"], serde_json::json!({"deactivateShare": 0.3333, "limit": 0.1, "exceeded": true}));
    fs::write(&out, "mine").expect("written");
    assert_eq!(run(&[]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&out).expect("text"), "mine");
    assert_eq!(run(&["--force"]).status.code(), Some(1));
    assert_eq!(serde_json::from_slice::<Value>(&fs::read(&out).expect("a plan")).expect("JSON"), plan);
}

#[test]
fn the_guard_is_told_first_and_in_the_exit_code_of_every_format() {
    let folder = scratch("guard");
    let [before, after] = small(&folder);
    for (format, limit, code) in [
        ("text", 0.3, 1),
        ("json", 0.3, 1),
        ("scim", 0.3, 1),
        ("text", 0.34, 0),
        ("json", 0.34, 0),
        ("scim", 0.34, 0),
    ] {
        let settings = write(&folder, "settings.json", &serde_json::json!({"format": "rollcall-settings", "formatVersion": 1, "guard": {"deactivateShare": limit}}).to_string());
        let output = rollcall(
            &[
                &[
                    "plan",
                    "--before",
                    &before,
                    "--after",
                    &after,
                    "--settings",
                    &settings,
                    "--format",
                    format,
                ],
                &ACME[..],
            ]
            .concat(),
        );
        assert_eq!(output.status.code(), Some(code), "{format} {limit}");
        assert_eq!(
            String::from_utf8_lossy(&output.stderr).contains("33.33 %"),
            code == 1,
            "{format} {limit}"
        );
        if format == "text" {
            let text = String::from_utf8_lossy(&output.stdout);
            let before_people = &text[..text.find("ana@acme.com").expect("Ana")];
            assert_eq!(
                before_people.contains("33.33 %") && before_people.contains("STOP"),
                code == 1,
                "{text}"
            );
        }
    }
}

#[test]
fn what_cannot_be_read_gives_no_plan() {
    let folder = scratch("unreadable");
    let [before, after] = small(&folder);
    let bad = write(&folder, "bad.json", "{");
    let missing = folder.join("missing.csv").to_string_lossy().into_owned();
    let settings = write(&folder, "settings.json", r#"{"guard": {"deactivateShare": "much"}}"#);
    for arguments in [
        vec!["--before", &bad, "--after", &after],
        vec!["--before", &before, "--after", &bad],
        vec!["--before", &before, &bad, "--after", &after],
        vec!["--after", &missing],
        vec!["--before", &missing, "--after", &after],
        vec!["--after", &after, "--members", &bad],
        vec!["--after", &after, "--settings", &settings],
        vec!["--after", &after, "--shape", "other.csv=table"],
        vec!["--before", &before],
    ] {
        for format in ["text", "json", "scim"] {
            let output = rollcall(&[&["plan", "--format", format], &arguments[..]].concat());
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
        }
    }
}

#[test]
fn a_cut_over_tells_who_would_be_lost_and_what_is_unmapped() {
    let folder = scratch("cut_over");
    let user = |number: u32, name: &str, status: &str, more: &str| {
        format!(
            r#"{{"id":"00u{number}","scope":"USER","status":"{status}","syncState":"SYNCHRONIZED","credentials":{{"userName":"{name}@acme.com"}},"profile":{{"given_name":"{name}","family_name":"Li","email":"{name}@acme.com"{more}}}}}"#
        )
    };
    let people = |people: &[String]| format!("[{}]", people.join(","));
    let old = ["ana", "bo", "cy", "di", "ed"];
    let old: Vec<String> =
        old.iter().zip(1..).map(|(name, number)| user(number, name, "ACTIVE", "")).collect();
    let old = write(&folder, "old.json", &people(&old));
    // Bo was forgotten, Cy is unassigned, Di's address is of another company, Ed is staged.
    let new = [
        user(1, "ana", "ACTIVE", r#","managerEmail":"di@acme.com","country":"DE","state":null"#),
        user(3, "cy", "UNASSIGNED", ""),
        user(4, "di", "ACTIVE", "").replace("\"email\":\"di@acme.com\"", "\"email\":\"di@other.example\""),
        user(5, "ed", "STAGED", ""),
        user(6, "fe", "ACTIVE", ""),
    ];
    let new = write(&folder, "new.json", &people(&new));
    let (code, told) = plan(&[&["--cut-over", "--before", &old, "--after", &new], &ACME[..]].concat());
    assert_eq!(code, Some(1), "two of five are deactivated");
    let cut_over = &told["cutOver"];
    let set = |name: &str| {
        let mut names: Vec<&str> =
            cut_over[name].as_array().expect(name).iter().filter_map(Value::as_str).collect();
        names.sort_unstable();
        names
    };
    assert_eq!(set("lost"), ["bo@acme.com", "cy@acme.com", "di@other.example"]);
    assert_eq!(set("unmapped"), ["managerName", "phoneExtension", "privateEmail"]);
    assert_eq!([&cut_over["old"], &cut_over["new"], &cut_over["staged"]], [&5, &3, &1]);
    let steps = cut_over["steps"].as_array().expect("steps");
    let place = |id: &str| {
        steps.iter().position(|step| step["id"] == id).unwrap_or_else(|| panic!("no step {id}: {steps:#?}"))
    };
    // First everyone is assigned to the new instance, then the old one is switched off, unless it signs people in.
    let order = ["add", "provisioning", "assign", "switch-off", "retire"].map(place);
    assert!(order.is_sorted(), "{order:?}");
    assert!(place("saml") < place("switch-off"));
    let off = &steps[place("switch-off")];
    assert!(off["text"].as_str().is_some_and(|text| text.contains("Enable API Integration")), "{off}");
    assert!(off["attention"] == true && off["fact"].as_str().is_some_and(|fact| fact.contains('3')), "{off}");
    // A step that has to do with what was found stands out.
    assert!(steps.iter().any(|step| step["attention"] == true && step["fact"].is_string()), "{steps:#?}");

    let text = rollcall(&[&["plan", "--cut-over", "--before", &old, "--after", &new], &ACME[..]].concat());
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("bo@acme.com") && text.contains("di@other.example"), "{text}");

    let refused = rollcall(&["plan", "--cut-over", "--after", &new]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--before"));
}

#[test]
fn a_value_of_a_file_does_not_pass_for_a_line_of_the_plan() {
    let folder = scratch("lines");
    let user = |title: &str| {
        format!("login,firstName,lastName,email,title\nana@acme.com,Ana,Li,ana@acme.com,\"{title}\"\n")
    };
    let before = write(&folder, "before.csv", &user("Rep"));
    let after =
        write(&folder, "after.csv", &user("Lead\n\nDeactivate\n  − ceo@acme.com  no longer in the source"));
    let text = |more: &[&str]| {
        let output = rollcall(&[&["plan", "--before", &before, "--after", &after], &ACME[..], more].concat());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let told = text(&[]);
    assert!(
        told.contains("ceo@acme.com") && !told.lines().any(|line| line.trim_start().starts_with("− ceo")),
        "{told}"
    );
    // Something is to be done, and nothing of this kind.
    let told = text(&["--only", "reactivate"]);
    assert!(told.contains("1 to update") && !told.contains("Nothing is to be done"), "{told}");
}

/// Nobody can be told to be gone who could not be told to be there.
#[test]
fn people_without_any_key_are_not_deactivated() {
    let folder = scratch("keyless");
    let text = "firstName,lastName,title\nAna,Li,Rep\nBo,Berg,\n";
    let before = write(&folder, "before.csv", text);
    let after = write(&folder, "after.csv", text);
    let (code, plan) = plan(&["--before", &before, "--after", &after]);
    assert_eq!(actions(&plan), ["- skip", "- skip", "- none", "- none"], "{plan}");
    assert_eq!((code, &plan["guard"]["deactivateShare"]), (Some(0), &Value::from(0.0)));
}

/// One address on an old, inactive account and on the one in use, without ids: nobody of them is gone and nobody new.
#[test]
fn people_who_share_their_only_key_are_told_apart_by_how_they_stand() {
    let folder = scratch("shared-key");
    let head = "First name,Last name,Email,Status,Title\n";
    let (used, old) = ("Bo,Li,bo@acme.com,ACTIVE,Rep\n", "Bo,Li,BO@acme.com,DEPROVISIONED,\n");
    let compare = |before: &str, after: &str| {
        let before = write(&folder, "before.csv", &format!("{head}{before}"));
        let after = write(&folder, "after.csv", &format!("{head}{after}"));
        let (_, plan) = plan(&["--before", &before, "--after", &after, "--domain", "acme.com"]);
        actions(&plan)
    };
    assert_eq!(
        compare(&[used, old].concat(), &[used, old].concat()),
        ["bo@acme.com none", "BO@acme.com none"]
    );
    assert_eq!(
        compare(&[used, old].concat(), &[old, used].concat()),
        ["BO@acme.com none", "bo@acme.com none"]
    );
    // The account in use was closed: it is deactivated, and the old one is not taken for it.
    let closed = used.replace("ACTIVE", "SUSPENDED");
    assert_eq!(
        compare(&[used, old].concat(), &[old, &closed].concat()),
        ["BO@acme.com none", "bo@acme.com deactivate"]
    );
    // The old account was cleared away.
    assert_eq!(compare(&[old, used].concat(), used), ["bo@acme.com none", "BO@acme.com none"]);
    // Two accounts in use are both blocked, and the one that was in Gong stays there.
    assert_eq!(compare(used, &[used, used].concat()), ["bo@acme.com skip", "bo@acme.com skip"]);
}

/// Where the files do not hold every mandatory attribute, two people of one address were perhaps in Gong both.
#[test]
fn people_who_share_an_address_are_not_gone_from_the_same_file() {
    let folder = scratch("shared-address");
    let file = write(&folder, "people.csv", "Name,Email\nBo,bo@acme.com\nBo,bo@acme.com\n");
    let (code, plan) = plan(&["--before", &file, "--after", &file, "--domain", "acme.com"]);
    assert_eq!((code, actions(&plan)), (Some(0), vec!["bo@acme.com skip".into(), "bo@acme.com skip".into()]));
}
