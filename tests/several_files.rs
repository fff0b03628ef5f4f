//! Several files checked together: records become people, groups get members, and the scope is applied.

mod support;

use support::{of_profiles, report_on, told};

const USERS: &str = "id,login,firstName,lastName,email,title,status
1,ana@acme.com,Ana,Li,ana@acme.com,Rep,ACTIVE
2,bo@acme.com,Bo,Berg,bo@acme.com,,ACTIVE
3,cy@acme.com,Cy,Diaz,cy@acme.com,Rep,SUSPENDED
";

#[test]
fn a_person_of_two_files_is_one_and_stands_at_the_first_record() {
    let other = "login,title,managerEmail,stateOrProvince,country\n\
                 BO@acme.com,Lead,ana@acme.com,TX,US\n\
                 ana@acme.com,Boss,,CA,US\n\
                 new@acme.com,New,bo@acme.com,CA,US\n";
    let report = report_on("{}", &[("users.csv", USERS), ("hr.csv", other)]);
    assert_eq!(of_profiles(&report, "/line"), ["ana: 2", "bo: 3", "cy: 4", "new: 4"]);
    assert_eq!(
        of_profiles(&report, "/input"),
        ["ana: users.csv", "bo: users.csv", "cy: users.csv", "new: hr.csv"]
    );
    assert_eq!(
        of_profiles(&report, "/outcome"),
        ["ana: imported", "bo: imported", "cy: inactive", "new: blocked"]
    );
    assert_eq!(
        of_profiles(&report, "/timeZone/zone"),
        ["ana: America/Los_Angeles", "bo: America/Chicago", "cy: null", "new: America/Los_Angeles"]
    );
    assert_eq!(
        of_profiles(&report, "/manager/key"),
        ["ana: null", "bo: ana@acme.com", "cy: null", "new: bo@acme.com"]
    );
    // Bo's title comes from the second file, Ana's is contradicted there; the third has no names and no email.
    assert_eq!(
        told(&report),
        [
            "status/inactive users.csv:4 cy status",
            "state/split hr.csv:2 bo state",
            "file/conflict hr.csv:3 ana title",
            "manager/root hr.csv:3 ana managerEmail",
        ]
    );
    let conflict = &report["findings"][2];
    assert_eq!((&conflict["value"], &conflict["related"][0]["line"]), (&"Boss".into(), &2.into()));
    assert_eq!(report["summary"]["profiles"], 4);
}

#[test]
fn the_first_file_that_gives_a_value_wins() {
    let first = "login,firstName,lastName,email,locale,phone,extension\n\
                 ana@acme.com,Ana,Li,ana@acme.com,#N/A,(206) 324-1800 x 229,\n";
    let second = "login,locale,phone,extension\nana@acme.com,en-GB,865-365-1900,230\n";
    let report = report_on("{}", &[("a.csv", first), ("b.csv", second)]);
    // The leftover means nothing once a later file gives the locale; the bad number has lost; the extension
    // contradicts the number that won, in the other file.
    assert_eq!(
        told(&report),
        ["file/conflict b.csv:2 ana phoneNumber", "phone/extension b.csv:2 ana phoneExtension"]
    );
    let message = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .find(|finding| finding["rule"] == "phone/extension");
    assert!(message.expect("it")["message"].as_str().expect("words").contains("a.csv, line 2"));
}

#[test]
fn a_dash_for_a_name_is_a_value_and_no_name() {
    let first =
        "id,email,firstName,lastName\n1,ana@acme.com,-,Li\n2,bo@acme.com,,Berg\n3,cy@acme.com,Cy,Diaz\n";
    let second = "id,firstName\n1,Ana\n2,-\n3,.\n";
    let report = report_on("{}", &[("a.csv", first), ("b.csv", second)]);
    assert_eq!(
        told(&report),
        [
            "name/given-missing a.csv:2 ana givenName",
            "file/conflict b.csv:2 ana givenName",
            "name/given-missing b.csv:3 bo givenName",
            "file/conflict b.csv:4 cy givenName",
        ]
    );
    assert_eq!(of_profiles(&report, "/outcome"), ["ana: blocked", "bo: blocked", "cy: imported"]);
}

#[test]
fn a_conflict_of_lists_stands_at_what_the_other_lacks() {
    let first = "id,email,firstName,lastName,secondaryEmails\n1,ana@acme.com,Ana,Li,x@acme.com\n";
    let second = "id,secondaryEmails\n1,X@acme.com;y@acme.com\n";
    let report = report_on("{}", &[("a.csv", first), ("b.csv", second)]);
    assert_eq!(told(&report), ["file/conflict b.csv:2 ana secondaryEmails"]);
    assert_eq!(report["findings"][0]["value"], "y@acme.com");
}

#[test]
fn members_are_found_by_an_email_they_sign_in_with() {
    let people = "email,firstName,lastName\nana@acme.com,Ana,Li\n";
    let members = "id,login,firstName,lastName,status\n1,ANA@acme.com,Ana,Li,ACTIVE\n";
    let report = report_on("{}", &[("hr.csv", people), ("Sales.csv", members)]);
    assert_eq!(of_profiles(&report, "/groups"), ["ana: Sales"]);
}

#[test]
fn what_is_unknown_in_one_file_and_known_in_the_other_is_known() {
    let users =
        "login,firstName,lastName,email\nana@acme.com,Ana,Li,ana@acme.com\nbo@acme.com,Bo,Berg,bo@acme.com\n";
    let titles = "login,title\nana@acme.com,\n";
    let report = report_on("{}", &[("users.csv", users), ("titles.csv", titles)]);
    // Bo is in no file with titles. The absence stands where the cell is.
    assert_eq!(told(&report), ["title/missing titles.csv:2 ana title"]);
    assert_eq!(report["summary"]["blocked"], 0);
}

#[test]
fn a_key_that_fits_two_people_joins_to_neither() {
    let users = "id,login,firstName,lastName,email\n1,ana,Ana,Li,ana@acme.com\n2,ANA,Ana,Lee,lee@acme.com\n";
    let other = "login,title\nana,Boss\n";
    let report = report_on("{}", &[("users.csv", users), ("hr.csv", other)]);
    assert_eq!(of_profiles(&report, "/line"), ["ana: 2", "lee: 3", "ana: 2"]);
    // And from the other side: two records claim one person.
    let users = "login,firstName,lastName,email\nana@acme.com,Ana,Li,ana@acme.com\n";
    let other = "id,email,firstName,lastName\n7,ana@acme.com,Ana,Li\n8,Ana@acme.com,Ana,Li\n";
    let report = report_on("{}", &[("users.csv", users), ("hr.csv", other)]);
    assert_eq!(report["summary"]["profiles"], 3);
    assert_eq!(report["summary"]["blocked"], 3, "three people share an email");
}

#[test]
fn a_file_may_bridge_two_others() {
    let names = "email,firstName,lastName\nana@acme.com,Ana,Li\n";
    let titles = "id,title\n1,Rep\n";
    let bridge = "id,email\n1,ANA@acme.com\n";
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
        let files = [("names.csv", names), ("titles.csv", titles), ("bridge.csv", bridge)];
        let report = report_on("{}", &order.map(|at| files[at]));
        assert_eq!(report["summary"]["profiles"], 1, "{order:?}");
        assert_eq!(report["summary"]["imported"], 1, "{order:?}");
    }
}

#[test]
fn ids_of_one_directory_tell_people_apart_and_those_of_two_do_not() {
    let page = |id: u32| format!("id,login,firstName,lastName,email\n{id},ana{id},Ana,Li,ana@acme.com\n");
    let report = report_on("{}", &[("1.csv", &page(1)), ("2.csv", &page(2))]);
    assert_eq!(
        told(&report),
        ["email/duplicate 1.csv:2 ana primaryEmail", "email/duplicate 2.csv:2 ana primaryEmail"]
    );
    let entra = "userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle\n\
                 ana@acme.com,Ana Li,Li,ana@acme.com,Ana,9-9-9,Member,Rep\n";
    let report = report_on("{}", &[("okta.csv", &page(1)), ("entra.csv", entra)]);
    assert_eq!(report["summary"]["profiles"], 1);
}

#[test]
fn an_account_that_stood_before_in_its_file_is_nobody() {
    let users = "id,login,firstName,lastName,email\n1,a,Ana,Li,ana@acme.com\n1,b,Bo,Berg,bo@acme.com\n2,a,Cy,Diaz,ana@acme.com\n";
    let report = report_on("{}", &[("users.csv", users), ("more.csv", "id,title\n1,Rep\n")]);
    assert_eq!(of_profiles(&report, "/line"), ["ana: 2", "ana: 4"]);
    let first: Vec<String> = told(&report);
    // Records of one file that share only an email are two people.
    assert!(first.contains(&"file/duplicate-record users.csv:3 bo -".to_owned()), "{first:?}");
    assert_eq!(report["summary"]["blocked"], 2);
}

#[test]
fn who_is_inactive_is_told_by_the_first_file_with_a_status() {
    let users = |status: &str| {
        format!("login,firstName,lastName,email,status\nana@acme.com,Ana,Li,ana@acme.com,{status}\n")
    };
    let other = "login,status,locale\nana@acme.com,SUSPENDED,en_US\n";
    let report = report_on("{}", &[("a.csv", &users("")), ("b.csv", other)]);
    assert_eq!(told(&report), ["status/inactive b.csv:2 ana status"]);
    let report = report_on("{}", &[("a.csv", &users("ACTIVE")), ("b.csv", other)]);
    assert_eq!(told(&report), ["file/conflict b.csv:2 ana status", "locale/format b.csv:2 ana locale"]);
    let report = report_on(
        "{}",
        &[("a.csv", &users("ACTIVE")), ("b.csv", "login,status\nana@acme.com,PROVISIONED\n")],
    );
    assert!(told(&report).is_empty(), "both say active");
}

const GROUPED: &str = "id,login,firstName,lastName,email,groups
1,ana@acme.com,Ana,Li,ana@acme.com,\"Sales, EMEA;Leads\"
2,bo@acme.com,Bo,Berg,bo@acme.com,
3,cy@acme.com,Cy,Diaz,cy@acme.com,leads|Support
";

#[test]
fn groups_come_from_columns_members_files_and_groups() {
    let members = "id,login,firstName,lastName,status\n2,bo@acme.com,Bo,Berg,ACTIVE\n9,nobody@acme.com,No,Body,ACTIVE\n,CY@acme.com,Cy,Diaz,ACTIVE\n";
    let scim = r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"g","displayName":" Gong users ","members":[{"value":"1","display":"Ana"},{"value":"77"},{"value":"g2","type":"Group"}]}"#;
    let report =
        report_on("{}", &[("users.csv", GROUPED), ("Night shift.csv", members), ("groups.json", scim)]);
    assert_eq!(
        of_profiles(&report, "/groups"),
        ["ana: Sales, EMEA + Leads + Gong users", "bo: Night shift", "cy: Leads + Support + Night shift"]
    );
    assert_eq!(told(&report), ["group/nested groups.json:1 g groups"]);
    assert_eq!(report["inputs"][1]["group"], "Night shift");
    assert_eq!(report["summary"]["profiles"], 3);
}

#[test]
fn scope_leaves_people_out_who_still_resolve_managers() {
    let users = "login,firstName,lastName,email,groups,managerEmail,locale\n\
                 ana@acme.com,Ana,Li,ana@acme.com,GONG users,bo@acme.com,en-US\n\
                 bo@acme.com,Bo,Berg,bo@acme.org,,,en_US\n\
                 cy@acme.com,Cy,Diaz,cy@acme.com,Gong Users;Leads,ana@acme.com,en-US\n";
    let scope = |groups: &str| format!(r#"{{"scope":{{"mode":"groups","groups":[{groups}]}}}}"#);
    let report = report_on(&scope(r#""gong users ""#), &[("users.csv", users)]);
    assert_eq!(of_profiles(&report, "/outcome"), ["ana: imported", "bo: outOfScope", "cy: imported"]);
    // Bo's own faults are not told. Ana's manager is not imported.
    assert_eq!(told(&report), ["manager/not-imported users.csv:2 ana managerEmail"]);
    let summary = &report["summary"];
    assert_eq!((&summary["profiles"], &summary["outOfScope"]), (&2.into(), &1.into()));
    // A group that no file knows; then no groups at all.
    let report = report_on(&scope(r#""Nobody","Leads""#), &[("users.csv", users)]);
    assert_eq!(of_profiles(&report, "/outcome"), ["ana: outOfScope", "bo: outOfScope", "cy: imported"]);
    let last = report["findings"].as_array().expect("findings").last().expect("one");
    assert_eq!(
        (&last["rule"], &last["path"]),
        (&"settings/scope-unmatched".into(), &"/scope/groups/0".into())
    );
    let plain = "login,firstName,lastName,email\nana@acme.com,Ana,Li,ana@acme.com\n";
    let report = report_on(&scope(r#""Leads""#), &[("users.csv", plain)]);
    assert_eq!(of_profiles(&report, "/outcome"), ["ana: imported"]);
    let last = report["findings"].as_array().expect("findings").last().expect("one");
    assert!(last["message"].as_str().expect("words").contains("not applied"));
}

#[test]
fn an_app_assignment_export_is_the_scope_unless_another_is_named() {
    let users = r#"[{"id":"1","status":"ACTIVE","profile":{"login":"ana@acme.com","firstName":"Ana","lastName":"Li","email":"ana@acme.com"}},
        {"id":"2","status":"ACTIVE","profile":{"login":"bo@acme.com","firstName":"Bo","lastName":"Berg","email":"bo@acme.com"}},
        {"id":"3","status":"ACTIVE","profile":{"login":"cy@acme.com","firstName":"Cy","lastName":"Diaz","email":"cy@acme.com"}}]"#;
    let app = r#"[{"id":"1","scope":"USER","status":"PROVISIONED","syncState":"SYNCHRONIZED","credentials":{"userName":"ana@acme.com"},"profile":{"email":"ana@acme.com"}},
        {"id":"3","scope":"USER","status":"UNASSIGNED","syncState":"DISABLED","credentials":{"userName":"cy@acme.com"},"profile":{"email":"cy@acme.com"}}]"#;
    let files = [("users.json", users), ("app.json", app)];
    let outcomes = |settings: &str| of_profiles(&report_on(settings, &files), "/outcome");
    assert_eq!(outcomes("{}"), ["ana: imported", "bo: outOfScope", "cy: outOfScope"]);
    assert_eq!(
        outcomes(r#"{"scope":{"mode":"everyone"}}"#),
        ["ana: imported", "bo: imported", "cy: imported"]
    );
    let alone = report_on(r#"{"scope":{"mode":"appUsers"}}"#, &files[..1]);
    assert_eq!(alone["summary"]["outOfScope"], 3);
    assert_eq!(alone["findings"].as_array().expect("findings").last().expect("one")["path"], "/scope/mode");
}

#[test]
fn people_in_gong_are_managers_and_own_addresses_and_no_profiles() {
    let users = "login,firstName,lastName,email,managerEmail,managerName,secondaryEmail\n\
                 ana@acme.com,Ana,Li,ana@acme.com,boss@acme.com,,a.li@acme.com\n\
                 bo@acme.com,Bo,Berg,bo@acme.com,,Old Timer,taken@acme.com\n";
    let gong = "Name,Email,Additional emails\nThe Boss,BOSS@acme.com,\nOld Timer,old@acme.com,taken@acme.com\nAna Li,ana@acme.com,a.li@acme.com\n";
    let report = report_on("{}", &[("users.csv", users), ("gong.csv", gong)]);
    assert_eq!(of_profiles(&report, "/manager/key"), ["ana: BOSS@acme.com", "bo: old@acme.com"]);
    // Ana's alias is her own in Gong as well.
    assert_eq!(
        told(&report),
        ["email/alias-taken users.csv:3 bo secondaryEmails", "manager/name-only users.csv:3 bo managerName"]
    );
    assert_eq!(
        (&report["inputs"][1]["role"], &report["summary"]["profiles"]),
        (&"members".into(), &2.into())
    );
    let of_gong = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["input"] == "gong.csv");
    assert_eq!(of_gong.count(), 0);
}

#[test]
fn people_in_gong_may_come_in_any_shape() {
    let users = r#"[{"id":"1","status":"ACTIVE","profile":{"login":"ana@acme.com","firstName":"Ana","lastName":"Li","email":"ana@acme.com"}}]"#;
    let more = r#"[{"id":"1","status":"ACTIVE","profile":{"login":"ana@acme.com","firstName":"Ana","lastName":"Li","email":"ana@acme.com"}},
        {"id":"2","status":"ACTIVE","profile":{"login":"bo@acme.com","firstName":"Bo","lastName":"Berg","email":"bo@acme.com"}}]"#;
    let app = r#"[{"id":"9","scope":"USER","status":"PROVISIONED","syncState":"SYNCHRONIZED","credentials":{"userName":"x@acme.com"},"profile":{"email":"x@acme.com"}}]"#;
    // Neither list is taken for the members of a group, and no list of Gong's people is a scope.
    for (export, gong, count) in [(users, more, 1), (more, users, 2), (users, app, 1)] {
        let report = report_on("{}", &[("users.json", export), ("gong.json", gong)]);
        assert_eq!(
            (&report["summary"]["imported"], &report["summary"]["outOfScope"]),
            (&count.into(), &0.into())
        );
        assert_eq!(
            (&report["inputs"][0]["group"], &report["inputs"][1]["group"]),
            (&serde_json::Value::Null, &serde_json::Value::Null)
        );
    }
}

#[test]
fn an_explicit_scope_holds_whatever_the_app_says_and_whatever_comes_first() {
    let app = r#"[{"id":"3","scope":"USER","status":"UNASSIGNED","syncState":"DISABLED","credentials":{"userName":"cy@acme.com"},
        "profile":{"email":"cy@acme.com","firstName":"Cy","lastName":"Diaz","locale":"en_US"}}]"#;
    let users = "id,login,firstName,lastName,email,groups\n3,cy@acme.com,Cy,Diaz,cy@acme.com,Sales\n";
    for files in
        [vec![("app.json", app), ("users.csv", users)], vec![("users.csv", users), ("app.json", app)]]
    {
        for scope in [r#"{"mode":"everyone"}"#, r#"{"mode":"groups","groups":["sales"]}"#] {
            let report = report_on(&format!(r#"{{"scope":{scope}}}"#), &files);
            assert_eq!(of_profiles(&report, "/outcome"), ["cy: imported"], "{scope}");
            assert!(told(&report).contains(&"locale/format app.json:1 cy locale".to_owned()));
        }
        assert_eq!(of_profiles(&report_on("{}", &files), "/outcome"), ["cy: outOfScope"]);
    }
    let alone = report_on(r#"{"scope":{"mode":"everyone"}}"#, &[("app.json", app)]);
    assert_eq!(told(&alone), ["locale/format app.json:1 cy locale"]);
}

#[test]
fn a_joined_person_reads_the_same_in_any_portions() {
    let files: [(&str, &[u8]); 4] = [
        ("users.csv", GROUPED.as_bytes()),
        ("b.json", br#"[{"id":"2","status":"ACTIVE","profile":{"login":"bo@acme.com","title":"Lead ","countryCode":"DE"}}]"#),
        ("Night.csv", b"id,login,firstName,lastName,status\n1,x,A,B,ACTIVE\n"),
        ("gong.csv", b"Name,Email\nCy,cy@acme.com\n"),
    ];
    let whole =
        support::report_text(&support::check(support::acme(), &files, usize::MAX), &files, usize::MAX);
    for step in [1, 7, 64] {
        let check = support::check(support::acme(), &files, step);
        assert_eq!(support::report_text(&check, &files, step), whole);
    }
}
