//! Hand-made companies: who reports to whom, and where the hierarchy breaks.

mod support;

use serde_json::Value;
use support::{people, report};

/// `key: rules` of every person with findings in `manager/`, in order, and the managers found.
fn company(text: &str) -> (Vec<String>, Vec<(String, String)>, Value) {
    let report = report("company.csv", people(text).as_bytes());
    let mut findings: Vec<String> = Vec::new();
    for finding in report["findings"].as_array().expect("findings") {
        let rule = finding["rule"].as_str().expect("an id");
        if let (Some(rule), Some(key)) = (rule.strip_prefix("manager/"), finding["key"].as_str()) {
            findings.push(format!("{}: {rule}", key.split('@').next().unwrap_or_default()));
        }
    }
    let short =
        |value: &Value| value.as_str().unwrap_or("-").split('@').next().unwrap_or_default().to_owned();
    let managers = report["profiles"].as_array().expect("profiles").iter();
    let managers = managers
        .filter(|profile| !profile["manager"].is_null())
        .map(|profile| {
            (
                short(&profile["key"]),
                format!("{} by {}", short(&profile["manager"]["key"]), short(&profile["manager"]["by"])),
            )
        })
        .collect();
    (findings, managers, report)
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn a_sound_company_has_one_head() {
    let (findings, managers, _) = company(
        "primaryEmail: ana@acme.com | managerEmail: \n\
         primaryEmail: bo@acme.com | managerEmail: ANA@acme.com\n\
         primaryEmail: cy@acme.com | managerEmail: bo@acme.com\n\
         primaryEmail: di@acme.com | managerEmail: ",
    );
    assert_eq!(findings, ["ana: root", "di: missing"]);
    assert_eq!(managers, pairs(&[("bo", "ana by email"), ("cy", "bo by email")]));
}

#[test]
fn circles_are_told_once_with_everyone_in_them() {
    let (findings, _, report) = company(
        "primaryEmail: ana@acme.com | managerEmail: cy@acme.com\n\
         primaryEmail: bo@acme.com | managerEmail: ana@acme.com\n\
         primaryEmail: cy@acme.com | managerEmail: bo@acme.com\n\
         primaryEmail: di@acme.com | managerEmail: cy@acme.com\n\
         primaryEmail: ed@acme.com | managerEmail: ed@acme.com\n\
         primaryEmail: fay@acme.com | managerEmail: gus@acme.com\n\
         primaryEmail: gus@acme.com | managerEmail: fay@acme.com",
    );
    assert_eq!(findings, ["ana: cycle", "ed: self", "fay: cycle"]);
    let related: Vec<&str> = report["findings"][0]["related"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|other| other["key"].as_str().expect("a key"))
        .collect();
    assert_eq!(related, ["cy@acme.com", "bo@acme.com"], "in the order of reporting");
}

#[test]
fn twins_make_a_name_useless_and_an_email_not() {
    let (findings, managers, report) = company(
        "primaryEmail: boss@acme.com | givenName: Éva | familyName: De La Cruz | managerName: \n\
         primaryEmail: t1@acme.com | givenName: Sam | familyName: Lee | managerName: eva  de la cruz\n\
         primaryEmail: t2@acme.com | givenName: SAM | familyName: Lee | managerName: Eva De La Cruz\n\
         primaryEmail: x@acme.com | managerName: Sam Lee\n\
         primaryEmail: y@acme.com | managerName: Sam Lee | managerEmail: t2@acme.com\n\
         primaryEmail: z@acme.com | managerName: Éva De La Cruz | managerEmail: t1@acme.com",
    );
    // The doubled space is value/whitespace and does not count.
    assert_eq!(findings, ["boss: root", "t1: name-only", "t2: name-only", "x: ambiguous", "z: conflict"]);
    assert_eq!(
        managers,
        pairs(&[("t1", "boss by name"), ("t2", "boss by name"), ("y", "t2 by email"), ("z", "t1 by email")])
    );
    let ambiguous = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .find(|finding| finding["rule"] == "manager/ambiguous")
        .expect("one");
    assert_eq!(ambiguous["choices"], serde_json::json!(["t1@acme.com", "t2@acme.com"]));
}

#[test]
fn a_manager_who_is_not_imported_is_told() {
    let (findings, _, _) = company(
        "primaryEmail: ana@acme.com | managerEmail:  | status: ACTIVE\n\
         primaryEmail: bo@acme.com | managerEmail: ana@acme.com | status: SUSPENDED\n\
         primaryEmail: cy@acme.org | managerEmail: ana@acme.com | status: ACTIVE\n\
         primaryEmail: di@acme.com | managerEmail: bo@acme.com | status: ACTIVE\n\
         primaryEmail: ed@acme.com | managerEmail: cy@acme.org | status: ACTIVE\n\
         primaryEmail: fay@acme.com | managerEmail: gone@acme.com | status: ACTIVE\n\
         primaryEmail: gus@acme.com | managerEmail: gone@acme.com | status: SUSPENDED",
    );
    // Inactive people resolve managers, and get no findings of their own.
    assert_eq!(findings, ["ana: root", "di: not-imported", "ed: not-imported", "fay: not-found"]);
}

#[test]
fn a_failed_email_is_not_replaced_by_the_name() {
    let (findings, managers, report) = company(
        "primaryEmail: ana@acme.com | givenName: Ana | familyName: Li | managerEmail:  | managerName: \n\
         primaryEmail: bo@acme.com | managerEmail: ana@acme.org | managerName: Ana Li\n\
         primaryEmail: cy@acme.com | managerEmail: ana | managerName: Ana Li",
    );
    assert_eq!(findings, ["ana: root", "bo: not-found", "cy: email-invalid"]);
    assert!(managers.is_empty());
    assert_eq!(report["findings"][1]["suggestion"], "ana@acme.com");
}

#[test]
fn ids_and_distinguished_names_are_references() {
    let (findings, managers, report) = company(
        "id: 00u1b2c3d4e5f6g7h8i9 | primaryEmail: ana@acme.com | givenName: Ana | familyName: Li | managerId:  | managerName: \n\
         id: 2 | primaryEmail: bo@acme.com | managerId: 00u1b2c3d4e5f6g7h8i9 | managerName: \n\
         id: 3 | primaryEmail: cy@acme.com | managerId: 777 | managerName: \n\
         id: 4 | primaryEmail: di@acme.com | givenName: Di | managerId:  | managerName: CN=Ana Li,OU=Sales,DC=acme,DC=com\n\
         id: 5 | primaryEmail: ed@acme.com | managerId:  | managerName: 00u1b2c3d4e5f6g7h8i9\n\
         id: 6 | primaryEmail: fay@acme.com | managerId:  | managerName: Li, Ana",
    );
    assert_eq!(findings, ["ana: root", "cy: reference", "di: reference", "ed: reference", "fay: name-order"]);
    assert_eq!(managers, pairs(&[("bo", "ana by id")]));
    let suggestions: Vec<&Value> = report["findings"].as_array().expect("findings")[..6]
        .iter()
        .filter(|finding| finding["rule"] != "manager/root")
        .map(|finding| &finding["suggestion"])
        .collect();
    assert_eq!(
        suggestions[..4],
        [&Value::Null, &"ana@acme.com".into(), &"ana@acme.com".into(), &"Ana Li".into()]
    );
}

#[test]
fn a_distinguished_name_means_the_same_wherever_it_stands() {
    let (_, managers, report) = company(
        "primaryEmail: ana@acme.com | givenName: Ana | familyName: Li | managerId:  | managerName: \n\
         primaryEmail: bo@acme.com | managerId: CN=Ana Li,OU=Sales,DC=acme,DC=com | managerName: \n\
         primaryEmail: cy@acme.com | managerId:  | managerName: CN=Li\\, Ana,OU=Sales,DC=acme,DC=com\n\
         primaryEmail: di@acme.com | givenName: Di | managerId: CN=Eve Li,OU=Sales | managerName: ",
    );
    assert!(managers.is_empty(), "it is only offered");
    let told = report["findings"].as_array().expect("findings").iter();
    let told: Vec<&Value> = told
        .filter(|finding| finding["rule"] == "manager/reference")
        .map(|finding| &finding["suggestion"])
        .collect();
    assert_eq!(told, [&Value::from("ana@acme.com"), &"ana@acme.com".into(), &Value::Null]);
}

#[test]
fn what_stands_behind_a_whole_name_is_no_first_name() {
    for suffix in ["Jr.", "jr", "PhD", "Ph.D.", "III", "Esq."] {
        let (findings, ..) = company(&format!(
            "primaryEmail: ana@acme.com | managerName: \n\
             primaryEmail: bo@acme.com | managerName: Ana Li, {suffix}\n\
             primaryEmail: cy@acme.com | managerName: Li Jr., Ana"
        ));
        assert_eq!(findings, ["ana: root", "bo: not-found", "cy: name-order"], "{suffix}");
    }
}

/// One word before the comma is a last name, whatever the first name is like.
#[test]
fn a_first_name_like_a_suffix_is_turned_about() {
    let (findings, _, report) = company(
        "primaryEmail: jd@acme.com | givenName: JD | familyName: Vance | managerId:  | managerName: \n\
         primaryEmail: bo@acme.com | managerId:  | managerName: Vance, JD\n\
         primaryEmail: cy@acme.com | managerId: CN=Vance\\, JD,OU=Sales | managerName: ",
    );
    assert_eq!(findings, ["jd: root", "bo: name-order", "cy: reference"]);
    let told: Vec<&Value> = report["findings"].as_array().expect("findings")[1..3]
        .iter()
        .map(|finding| &finding["suggestion"])
        .collect();
    assert_eq!(told, ["JD Vance", "jd@acme.com"]);
}

#[test]
fn nobody_is_offered_to_themselves() {
    let (findings, _, report) = company(
        "primaryEmail: ana@acme.com | givenName: Ana | familyName: Li | managerId:  | managerName: \n\
         primaryEmail: bo@acme.com | givenName: Bo | familyName: Li | managerId: CN=Bo Li | managerName: \n\
         primaryEmail: cy@acme.com | givenName: Cy | familyName: Li | managerId:  | managerName: CN=Cy Li,OU=Sales\n\
         primaryEmail: di@acme.com | givenName: Di | familyName: Li | managerId:  | managerName: di@acme.com\n\
         primaryEmail: ed@acme.com | givenName: Ed | familyName: Li | managerId: CN=Ana Li | managerName: ",
    );
    assert_eq!(findings, ["ana: root", "bo: reference", "cy: reference", "di: not-found", "ed: reference"]);
    let told: Vec<&Value> = report["findings"].as_array().expect("findings")[1..5]
        .iter()
        .map(|finding| &finding["suggestion"])
        .collect();
    assert_eq!(told, [&Value::Null, &Value::Null, &Value::Null, &"ana@acme.com".into()]);
}

#[test]
fn the_address_inside_a_managers_email_is_suggested() {
    let (_, _, report) = company(
        "primaryEmail: ana@acme.com | managerEmail: \n\
         primaryEmail: bo@acme.com | managerEmail: Ana Li <ana@acme.com>\n\
         primaryEmail: cy@acme.com | managerEmail: mailto:ana@acme.com\n\
         primaryEmail: di@acme.com | managerEmail: ana",
    );
    let told = report["findings"].as_array().expect("findings").iter();
    let told: Vec<&Value> = told
        .filter(|finding| finding["rule"] == "manager/email-invalid")
        .map(|finding| &finding["suggestion"])
        .collect();
    assert_eq!(told, [&Value::from("ana@acme.com"), &"ana@acme.com".into(), &Value::Null]);
}

#[test]
fn a_file_without_most_managers_is_a_part() {
    let (_, _, report) = company(
        "primaryEmail: ana@acme.com | managerEmail: zoe@acme.com\n\
         primaryEmail: bo@acme.com | managerEmail: zoe@acme.com\n\
         primaryEmail: cy@acme.com | managerEmail: ana@acme.com",
    );
    let rules: Vec<&str> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter_map(|finding| finding["rule"].as_str())
        .collect();
    assert!(rules.contains(&"file/partial-export"));
}
