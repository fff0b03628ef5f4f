//! Settings and what they do to people: refusals with their place, assignments, seats.

mod support;

use rollcall::assignment::DEFAULT;
use rollcall::settings::{Draft, Settings};
use serde_json::{Value, json};
use support::{check, of_profiles, report_on, report_text};

/// The example of a whole settings file, as the contract gives it.
const WHOLE: &str = r#"{ "format": "rollcall-settings", "formatVersion": 1,
  "source": "okta",
  "company": {"primaryDomain": "acme.com", "otherDomains": ["acme.de"], "defaultTimeZone": "America/New_York"},
  "scope": {"mode": "groups", "groups": ["Gong users"]},
  "provisioning": {"create": true, "update": true, "deactivate": true},
  "managers": {"notifyDirectManagers": true, "toggleDataCapture": false},
  "catalog": {"seats": [{"id": "gong", "name": "Gong", "owned": 120, "unlocks": ["dataCapture"]}],
              "workspaces": [{"id": "emea", "name": "EMEA", "permissionProfiles": ["Business admin", "Standard team member"]}]},
  "assignments": [{"name": "Sales EMEA", "groups": ["Sales EMEA"], "seats": ["gong"],
                   "workspaces": [{"workspace": "emea", "permissionProfile": "Standard team member"}], "homeWorkspace": "emea",
                   "dataCapture": {"webConferences": true, "neverRecord": false, "telephonyCalls": true, "emails": true,
                                   "neverImportEmails": false, "nonRecordedMeetings": false, "gongConnect": false},
                   "emailExportToCrm": false, "updates": "automatic"}],
  "defaultAssignment": {"seats": [], "workspaces": [], "homeWorkspace": null, "dataCapture": {}, "emailExportToCrm": false, "updates": "manual"},
  "limits": {"assignments": null, "workspaces": null, "permissionProfilesPerWorkspace": null},
  "guard": {"deactivateShare": 0.1},
  "mapping": {"Mgr Mail": "managerEmail", "okta-csv:secondEmail": "privateEmail", "nickName": null},
  "rules": {"title/missing": "off", "locale/format": "error"} }"#;

/// The whole example with one member set, or taken away.
fn changed(pointer: &str, value: Option<Value>) -> String {
    let mut whole: Value = serde_json::from_str(WHOLE).expect("JSON");
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = whole.pointer_mut(parent).expect("a parent");
    let name = name.replace("~1", "/");
    match (parent, value) {
        (Value::Object(members), Some(value)) => {
            members.insert(name, value);
        }
        (Value::Object(members), None) => {
            members.remove(&name);
        }
        (Value::Array(all), Some(value)) => all.push(value),
        _ => panic!("no parent of {pointer}"),
    }
    whole.to_string()
}

struct Schema(boon::Schemas, boon::SchemaIndex);

impl Schema {
    fn new() -> Schema {
        let text = include_str!("../docs/schema/settings.schema.json");
        let mut compiler = boon::Compiler::new();
        compiler
            .add_resource("settings.json", serde_json::from_str(text).expect("JSON"))
            .expect("a resource");
        let mut schemas = boon::Schemas::new();
        let index = compiler.compile("settings.json", &mut schemas).expect("a JSON Schema");
        Schema(schemas, index)
    }

    fn allows(&self, text: &str) -> bool {
        self.0.validate(&serde_json::from_str(text).expect("JSON"), self.1).is_ok()
    }
}

#[test]
fn a_whole_file_is_read_and_written_again() {
    let schema = Schema::new();
    assert!(schema.allows(WHOLE));
    let settings = Settings::from_json(WHOLE).expect("settings");
    let draft = Draft::from_json(WHOLE).expect("a draft");
    let written = draft.to_json();
    assert_eq!(Settings::from_json(&written).expect("settings"), settings);
    // Switches that are not named are off, and are written.
    let mut whole: Value = serde_json::from_str(WHOLE).expect("JSON");
    let mut off = whole["assignments"][0]["dataCapture"].clone();
    off.as_object_mut().expect("switches").values_mut().for_each(|switch| *switch = false.into());
    whole["defaultAssignment"]["dataCapture"] = off;
    assert_eq!(serde_json::from_str::<Value>(&written).expect("JSON"), whole);
    for text in ["{}", &Draft::default().to_json()] {
        assert!(schema.allows(text), "{text}");
        assert_eq!(Settings::from_json(text).expect("settings"), Settings::default());
    }
}

#[test]
fn what_does_not_hold_together_is_refused_with_its_place() {
    let schema = Schema::new();
    let sales = json!({"name": "Sales EMEA"});
    // The place that is told; the change; whether the schema can tell as well.
    for (place, pointer, value, structural) in [
        ("/formatVersion", "/formatVersion", Some(json!(2)), true),
        ("/format", "/format", Some(json!("rollcall-plan")), true),
        ("/seat", "/seat", Some(json!([])), true),
        ("/company/domain", "/company/domain", Some(json!("acme.com")), true),
        ("/company/primaryDomain", "/company/primaryDomain", Some(json!(7)), true),
        ("/company/primaryDomain", "/company/primaryDomain", Some(json!("acme")), false),
        ("/company/otherDomains/1", "/company/otherDomains/1", Some(json!("a b")), false),
        ("/company/defaultTimeZone", "/company/defaultTimeZone", Some(json!("EDT")), false),
        ("/scope/mode", "/scope/mode", Some(json!("nobody")), true),
        ("/provisioning/create", "/provisioning/create", Some(json!("yes")), true),
        ("/managers/notify", "/managers/notify", Some(json!(true)), true),
        ("/catalog/seats/1/id", "/catalog/seats/1", Some(json!({"id": "gong"})), false),
        ("/catalog/seats/1/id", "/catalog/seats/1", Some(json!({"id": " "})), true),
        ("/catalog/seats/1", "/catalog/seats/1", Some(json!({"name": "Gong"})), true),
        ("/catalog/seats/0/owned", "/catalog/seats/0/owned", Some(json!(-1)), true),
        ("/catalog/seats/0/unlocks/1", "/catalog/seats/0/unlocks/1", Some(json!("everything")), true),
        ("/catalog/workspaces/1/id", "/catalog/workspaces/1", Some(json!({"id": "emea"})), false),
        ("/assignments/0/name", "/assignments/0/name", None, true),
        ("/assignments/0/name", "/assignments/0/name", Some(json!("  ")), true),
        ("/assignments/0/name", "/assignments/0/name", Some(json!(DEFAULT)), true),
        ("/assignments/1/name", "/assignments/1", Some(sales), false),
        ("/assignments/0/group", "/assignments/0/group", Some(json!("Sales")), true),
        ("/assignments/0/groups", "/assignments/0/groups", Some(json!("Sales")), true),
        ("/assignments/0/seats/1", "/assignments/0/seats/1", Some(json!("engage")), false),
        ("/assignments/0/updates", "/assignments/0/updates", Some(json!("sometimes")), true),
        ("/assignments/0/homeWorkspace", "/assignments/0/homeWorkspace", Some(json!("apac")), false),
        (
            "/assignments/0/workspaces/0/permissionProfile",
            "/assignments/0/workspaces/0/permissionProfile",
            Some(json!("Collaborator")),
            false,
        ),
        (
            "/assignments/0/workspaces/1/workspace",
            "/assignments/0/workspaces/1",
            Some(json!({"workspace": "apac", "permissionProfile": "Business admin"})),
            false,
        ),
        (
            "/assignments/0/workspaces/1/workspace",
            "/assignments/0/workspaces/1",
            Some(json!({"workspace": "emea", "permissionProfile": "Business admin"})),
            false,
        ),
        ("/assignments/0/dataCapture/sms", "/assignments/0/dataCapture/sms", Some(json!(true)), true),
        ("/defaultAssignment/name", "/defaultAssignment/name", Some(json!("Default")), true),
        ("/defaultAssignment/groups", "/defaultAssignment/groups", Some(json!([])), true),
        ("/defaultAssignment/seats/0", "/defaultAssignment/seats", Some(json!(["forecast"])), false),
        ("/limits/assignments", "/limits/assignments", Some(json!(1.5)), true),
        ("/guard/deactivateShare", "/guard/deactivateShare", Some(json!(10)), true),
        ("/mapping/x", "/mapping/x", Some(json!("shoeSize")), true),
        ("/rules/title~1gone", "/rules/title~1gone", Some(json!("off")), true),
        ("/rules/title~1missing", "/rules/title~1missing", Some(json!("loud")), true),
    ] {
        let text = changed(pointer, value);
        let Err(refused) = Settings::from_json(&text) else { panic!("{place} is accepted: {text}") };
        assert_eq!(refused.path, place, "{text}");
        assert!(!refused.message.is_empty());
        assert_eq!(schema.allows(&text), !structural, "the schema on {place}: {text}");
    }
}

/// Pointers of all objects.
fn objects(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.push(path.to_owned());
            members.iter().for_each(|(name, value)| objects(value, &format!("{path}/{name}"), found));
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(at, value)| objects(value, &format!("{path}/{at}"), found));
        }
        _ => {}
    }
}

#[test]
fn a_list_is_no_object() {
    let mut whole: Value = serde_json::from_str(WHOLE).expect("JSON");
    whole["defaultAssignment"]["workspaces"] = whole["assignments"][0]["workspaces"].clone();
    let mut found = Vec::new();
    objects(&whole, "", &mut found);
    assert_eq!(found.len(), 18);
    for path in found {
        for list in [json!([]), json!(["x"]), json!([[]])] {
            let mut changed = whole.clone();
            *changed.pointer_mut(&path).expect("it is there") = list;
            let Err(refused) = Settings::from_json(&changed.to_string()) else {
                panic!("{path} as a list is accepted")
            };
            assert_eq!(refused.path, path, "{}", refused.message);
        }
    }
}

#[test]
fn another_kind_of_file_is_told_as_such() {
    let refused = |text: &str| Settings::from_json(text).expect_err("refused").path;
    assert_eq!(refused(r#"{"format":"rollcall-report","formatVersion":1,"inputs":[]}"#), "/format");
    assert_eq!(refused(r#"{"formatVersion":2,"newThing":{}}"#), "/formatVersion");
    assert_eq!(refused(r#"{"formatVersion":"1"}"#), "/formatVersion");
    assert!(Settings::from_json("\u{feff}{}").is_ok(), "a byte order mark is no fault");
}

#[test]
fn a_permission_profile_of_another_workspace_is_refused() {
    let text = r#"{"catalog":{"workspaces":[{"id":"a","permissionProfiles":["One"]},{"id":"b","permissionProfiles":["Two"]}]},
        "assignments":[{"name":"A","groups":["G"],"workspaces":[{"workspace":"b","permissionProfile":"One"}]}]}"#;
    assert_eq!(
        Settings::from_json(text).expect_err("refused").path,
        "/assignments/0/workspaces/0/permissionProfile"
    );
}

/// Ana is in Sales and Leads, Bo in Leads, Cy in Support, Di in nothing, Ed is inactive, Fay is blocked.
const PEOPLE: &str = "login,firstName,lastName,email,status,groups
ana@acme.com,Ana,Li,ana@acme.com,ACTIVE,Sales EMEA;Leads
bo@acme.com,Bo,Berg,bo@acme.com,ACTIVE, LEADS
cy@acme.com,Cy,Diaz,cy@acme.com,ACTIVE,Support
di@acme.com,Di,Eng,di@acme.com,ACTIVE,
ed@acme.com,Ed,Fox,ed@acme.com,SUSPENDED,Leads
fay@acme.com,Fay,,fay@acme.com,ACTIVE,Leads
";

const LISTED: &str = r#"{"catalog":{"seats":[{"id":"gong","owned":2},{"id":"engage","owned":9}]},
    "assignments":[{"name":"Leads","groups":["leads"],"seats":["gong"]},{"name":"Sales","groups":["Sales EMEA"],"seats":["gong","engage"]}],
    "defaultAssignment":{"seats":["gong"]}}"#;

fn assignments(report: &Value) -> Vec<(String, u64)> {
    let all = report["summary"]["assignments"].as_array().expect("assignments").iter();
    all.map(|one| {
        (one["name"].as_str().expect("a name").to_owned(), one["members"].as_u64().expect("a number"))
    })
    .collect()
}

fn remarks(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().expect("findings").iter();
    findings
        .filter(|finding| finding["rule"].as_str().is_some_and(|id| id.starts_with("assignment/")))
        .map(|finding| {
            assert!(finding["input"].is_null() && finding["record"].is_null() && finding["key"].is_null());
            let word = |name: &str| finding[name].as_str().unwrap_or("-").to_owned();
            format!("{} {} {}", word("rule").replace("assignment/", ""), word("path"), word("value"))
        })
        .collect()
}

#[test]
fn remarks_come_as_the_assignments_stand() {
    let list: Vec<Value> = (0..12).map(|place| json!({"name": format!("A{place}"), "groups": []})).collect();
    let settings =
        json!({"format": "rollcall-settings", "formatVersion": 1, "assignments": list}).to_string();
    let report = report_on(&settings, &[("people.csv", PEOPLE)]);
    let missing: Vec<String> =
        remarks(&report).into_iter().filter(|remark| remark.starts_with("group-missing")).collect();
    let wanted: Vec<String> =
        (0..12).map(|place| format!("group-missing /assignments/{place}/groups -")).collect();
    assert_eq!(missing, wanted);
}

#[test]
fn the_first_assignment_wins_and_only_imported_people_count() {
    let report = report_on(LISTED, &[("people.csv", PEOPLE)]);
    assert_eq!(
        assignments(&report),
        [("Leads".to_owned(), 2), ("Sales".to_owned(), 0), (DEFAULT.to_owned(), 2)]
    );
    assert_eq!(
        of_profiles(&report, "/assignment"),
        ["ana: Leads", "bo: Leads", "cy: (default)", "di: (default)", "ed: null", "fay: null"]
    );
    let unmatched: Vec<&Value> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["rule"] == "group/unmatched")
        .collect();
    assert_eq!(unmatched.len(), 1, "Di is in no group, and no group is unmatched");
    assert_eq!((&unmatched[0]["key"], &unmatched[0]["value"]), (&"cy@acme.com".into(), &"Support".into()));
    // Two Leads and two of the default assignment take a Gong seat; the company has two.
    assert_eq!(
        remarks(&report),
        [
            "seats-exceeded /catalog/seats/0/owned -",
            "group-unnamed /assignments Support",
            "group-case /assignments LEADS",
            "group-case /assignments/0/groups/0 leads",
        ]
    );
}

#[test]
fn the_order_of_the_list_decides() {
    let turned = LISTED
        .replace("\"leads\"", "\"SALES EMEA\"")
        .replace("[\"Sales EMEA\"]", "[\"Leads\",\"sales emea\"]");
    let report = report_on(&turned, &[("people.csv", PEOPLE)]);
    // Now Leads has the sales people, and Sales those of Leads that are left.
    assert_eq!(
        assignments(&report),
        [("Leads".to_owned(), 1), ("Sales".to_owned(), 1), (DEFAULT.to_owned(), 2)]
    );
    assert!(remarks(&report).contains(&"group-shadowed /assignments/1/groups/1 sales emea".to_owned()));
    assert!(remarks(&report).contains(&"several-groups /assignments/1/groups -".to_owned()));
    let names: Vec<&str> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter_map(|finding| finding["assumption"].as_str())
        .collect();
    assert_eq!(names, ["first-wins", "several-groups"]);
}

#[test]
fn a_group_written_twice_is_one() {
    let settings = r#"{"assignments":[{"name":"S","groups":["Sales EMEA","Sales EMEA "]}]}"#;
    let report = report_on(settings, &[("people.csv", PEOPLE)]);
    assert!(!remarks(&report).iter().any(|remark| remark.starts_with("several-groups")));
}

#[test]
fn without_assignments_nothing_is_said_of_groups() {
    let report = report_on("{}", &[("people.csv", PEOPLE)]);
    assert!(remarks(&report).is_empty());
    assert_eq!(assignments(&report), [(DEFAULT.to_owned(), 4)]);
    assert!(!report.to_string().contains("group/unmatched"));
}

#[test]
fn severities_change_what_is_shown_and_not_who_is_imported() {
    let with = |rules: &str| LISTED.replacen('{', &format!("{{\"rules\":{{{rules}}},"), 1);
    let report = report_on(
        &with(r#""assignment/seats-exceeded":"error","group/unmatched":"off""#),
        &[("people.csv", PEOPLE)],
    );
    assert_eq!(report["summary"]["errors"], 2, "Fay, and the seats");
    assert_eq!(report["summary"]["imported"], 4);
    assert!(!report.to_string().contains("group/unmatched"));
}

#[test]
fn other_assignments_over_the_same_files_are_as_if_checked_anew() {
    let files = [("people.csv", PEOPLE.as_bytes())];
    let settings = |text: &str| Settings::from_json(text).expect("settings");
    let plain = check(Settings::default(), &files, usize::MAX);
    let again = plain.with_assignments(settings(LISTED));
    let fresh = check(settings(LISTED), &files, usize::MAX);
    assert_eq!(report_text(&again, &files, usize::MAX), report_text(&fresh, &files, usize::MAX));
    assert_eq!(again.simulation(), fresh.simulation());
    assert_eq!(again.causes(), fresh.causes());
    // The first one is as it was.
    assert_eq!(plain.simulation().assignments.len(), 1);
}

#[test]
fn people_are_listed_by_what_they_get() {
    let files = [("people.csv", PEOPLE.as_bytes())];
    let check = check(Settings::from_json(LISTED).expect("settings"), &files, usize::MAX);
    let list = |filter: Value| {
        let rows = check.people(&serde_json::from_value(filter).expect("a filter"));
        let names = rows.into_iter().map(|row| check.person(row).expect("a row").name);
        names.map(|name| name.split(' ').next().unwrap_or_default().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(list(json!({"assignment": "Leads"})), "Ana Bo");
    assert_eq!(list(json!({"assignment": DEFAULT})), "Cy Di");
    assert_eq!(list(json!({"assignment": "Nobody"})), "");
    assert_eq!(list(json!({"group": "leads"})), "Ana Bo Ed Fay");
    assert_eq!(list(json!({"placed": "several"})), "Ana");
    assert_eq!(list(json!({"placed": "none"})), "Di");
    assert_eq!(list(json!({"placed": "unmatched"})), "Cy");
    assert_eq!(list(json!({"placed": "seat:gong"})), "Ana Bo Cy Di");
    assert_eq!(list(json!({"placed": "seat:engage"})), "", "Ana's is the first assignment that fits");
    assert_eq!(list(json!({"rule": "group/unmatched"})), "Cy");
    assert_eq!(list(json!({"empty": "title"})), "", "no file holds titles");
    let placement = check.placement(0).expect("Ana is imported");
    assert_eq!((placement.assignment.as_str(), placement.place), ("Leads", Some(0)));
    assert_eq!(placement.fits.iter().map(|fit| fit.name.as_str()).collect::<Vec<_>>(), ["Leads", "Sales"]);
    assert!(check.placement(5).is_none(), "Fay is blocked");
}
