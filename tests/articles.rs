//! The two articles that define the system, fact by fact: provisioning from Okta, and from Azure AD. What both say is
//! tried with an export of either. `docs/articles.md` leads from every sentence to the test that holds it; the last
//! module holds that page to what is here.
//!
//! Expectations are worked out from the articles, never taken from a report.

mod support;

use rollcall::check::Check;
use rollcall::export::Source;
use rollcall::guide::{Guide, Item};
use rollcall::plan::{Plan, Planning, Side};
use rollcall::settings::Settings;
use serde_json::Value;
use support::{check, of_profiles, people, report_text, told};

/// Settings of acme.com, whose default time zone is New York's, with more members: `"assignments":[…]`.
fn settings(of: Source, more: &str) -> Settings {
    let comma = if more.is_empty() { "" } else { "," };
    let text = format!(
        r#"{{"source":"{}","company":{{"primaryDomain":"acme.com","defaultTimeZone":"America/New_York"}}{comma}{more}}}"#,
        of.name()
    );
    Settings::from_json(&text).expect("settings")
}

/// People as an export of the source: what its own attributes are called, and `on` and `off` for the account.
fn export(of: Source, text: &str) -> String {
    let table = people(text);
    let (head, rows) = table.split_once('\n').expect("a header");
    let names: Vec<&str> = head.split(',').collect();
    let email = names.iter().position(|name| *name == "primaryEmail").expect("it is filled in");
    let (login, words) = match of {
        Source::Okta => ("login", ["\"ACTIVE\"", "\"DEPROVISIONED\""]),
        Source::Entra => ("userPrincipalName", ["\"True\"", "\"False\""]),
    };
    let head: Vec<&str> = names
        .iter()
        .map(|name| match (of, *name) {
            (Source::Okta, "givenName") => "firstName",
            (Source::Okta, "familyName") => "lastName",
            (Source::Okta, "primaryEmail") => "email",
            (Source::Okta, "phoneNumber") => "primaryPhone",
            (Source::Okta, "timeZone") => "timezone",
            (Source::Okta, "country") => "countryCode",
            (Source::Okta, "managerName") => "manager",
            (Source::Entra, "familyName") => "surname",
            (Source::Entra, "primaryEmail") => "mail",
            (Source::Entra, "phoneNumber") => "telephoneNumber",
            (Source::Entra, "title") => "jobTitle",
            (Source::Entra, "status") => "accountEnabled",
            (_, "phoneExtension") => "primaryPhoneExt",
            (_, "secondaryEmails") => "secondaryEmail",
            (_, "state") => "stateOrProvince",
            (_, name) => name,
        })
        .collect();
    let mut csv = format!("{login},{}\n", head.join(","));
    for (number, row) in rows.lines().enumerate() {
        let own = row.split("\",\"").nth(email).expect("a cell").trim_matches('"');
        let account = if own.is_empty() { format!("u{}", number + 1) } else { own.to_owned() };
        let row = row.replace("\"on\"", words[0]).replace("\"off\"", words[1]);
        csv += &["\"", &account, "\",", &row, "\n"].concat();
    }
    csv
}

fn checked(of: Source, more: &str, people: &str) -> (Check, String) {
    let file = export(of, people);
    let check = check(settings(of, more), &[("people.csv", file.as_bytes())], usize::MAX);
    assert!(check.errors().next().is_none(), "{file}");
    (check, file)
}

fn report_under(of: Source, more: &str, people: &str) -> Value {
    let (check, file) = checked(of, more, people);
    let text = report_text(&check, &[("people.csv", file.as_bytes())], usize::MAX);
    let report: Value = serde_json::from_str(&text).expect("a report is JSON");
    let shape = report["inputs"][0]["shape"].as_str().expect("a shape");
    assert!(shape.starts_with(of.name()), "{shape}");
    report
}

fn report(of: Source, people: &str) -> Value {
    report_under(of, "", people)
}

/// Ids of the rules of some areas that fired, in the order of the report.
fn rules_of<'r>(report: &'r Value, areas: &[&str]) -> Vec<&'r str> {
    let findings = report["findings"].as_array().expect("findings").iter();
    let ids = findings.map(|finding| finding["rule"].as_str().expect("an id"));
    ids.filter(|id| areas.iter().any(|area| id.strip_prefix(area).is_some_and(|rest| rest.starts_with('/'))))
        .collect()
}

fn outcomes(report: &Value) -> Vec<String> {
    of_profiles(report, "/outcome")
}

/// `zone by step` of everyone.
fn zones(report: &Value) -> Vec<String> {
    let sources = of_profiles(report, "/timeZone/source");
    let steps = sources.iter().map(|source| source.split_once(": ").expect("key: value").1);
    let zones = of_profiles(report, "/timeZone/zone");
    zones.iter().zip(steps).map(|(zone, step)| format!("{zone} by {step}")).collect()
}

/// `key action` of everyone in a plan from one export to the next.
fn planned(of: Source, more: &str, before: &str, after: &str) -> (Vec<String>, Plan) {
    let (before, old) = checked(of, more, before);
    let (after, new) = checked(of, more, after);
    let plan = plan(Some((before, &old)), (after, &new));
    let people = (0..plan.len()).map(|place| {
        let key = plan.key_at(place).and_then(|key| key.split('@').next()).unwrap_or("-");
        format!("{key} {}", plan.action(place).name())
    });
    (people.collect(), plan)
}

fn plan(before: Option<(Check, &str)>, (after, new): (Check, &str)) -> Plan {
    let (before, old) = before.map_or((None, ""), |(check, file)| (Some(check), file));
    let mut planning = Planning::new(before, after);
    while let Some((side, _)) = planning.wants() {
        let file = if side == Side::Before { old } else { new };
        planning.push(file.as_bytes()).expect("the same bytes");
        planning.end().expect("the same bytes");
    }
    planning.finish()
}

fn item<'g>(guide: &'g Guide, id: &str) -> &'g Item {
    let mut items = guide.steps.iter().flat_map(|step| &step.items);
    items.find(|item| item.id == id).unwrap_or_else(|| panic!("no item {id}"))
}

/// The texts of the guide say the words of the screens, item by item.
fn says(of: Source, words: &[(&str, &[&str])]) {
    let guide = Guide::new(of);
    for (id, words) in words {
        for word in *words {
            assert!(
                item(&guide, id).text.contains(word),
                "{id} does not say {word}: {}",
                item(&guide, id).text
            );
        }
    }
}

/// The tests of what both articles say, by name; each stands in `both` and is tried with either source.
macro_rules! what_both_say {
    ($source:expr) => {
        what_both_say! { $source,
            new_people_are_pushed
            updates_of_a_profile_are_pushed
            a_deactivated_account_is_deactivated
            losing_access_to_the_app_deactivates
            a_reactivated_account_is_reactivated
            groups_and_their_members_are_pushed
            a_setting_without_its_seat_waits_for_it
            the_default_assignment_gives_nothing
            managers_may_be_notified_and_may_switch_capture
            the_page_in_gong_is_named_as_it_is_there
            a_given_name_a_last_name_and_a_primary_email_are_enough
            whoever_lacks_a_mandatory_field_is_not_imported
            an_email_on_another_domain_is_not_imported
            fields_are_known_by_the_articles_own_names
            what_was_provisioned_is_locked_and_what_was_empty_can_be_set_once
            the_six_examples_of_phone_numbers_are_right_as_they_stand
            a_phone_number_in_no_documented_form_is_told
            the_extension_has_a_field_of_its_own
            there_may_be_several_secondary_emails
            a_private_email_is_not_a_work_email
            a_missing_title_is_told_and_keeps_nobody_out
            a_manager_is_found_by_the_email
            without_an_email_the_full_name_leads_to_the_manager
            the_full_name_is_first_name_then_last_name
            two_managers_of_one_name_lead_to_neither
            without_email_name_and_id_there_is_no_place_in_the_hierarchy
            a_manager_id_is_enough_for_the_hierarchy
            names_of_the_time_zone_database_count_and_nothing_else
            a_country_is_a_name_or_a_code_of_two_or_three_letters
            a_state_is_a_name_or_a_code_of_two_letters
            a_locale_is_written_like_en_us
            without_a_locale_it_is_en_us
            the_locale_tells_the_weekend
            offsets_are_no_time_zones
            a_time_zone_goes_before_country_and_state
            a_country_goes_before_the_default
            a_state_decides_where_a_country_has_several_zones
            the_default_of_the_company_comes_last
            assignments_follow_the_groups
            an_assignment_gives_seats_permissions_and_capture
            an_assignment_needs_a_name
            manual_editing_leaves_people_as_they_are
            automatic_updates_follow_the_groups
            new_people_get_the_settings_in_either_mode
            the_buttons_of_an_assignment_are_named_as_they_are_there
            the_account_form_of_the_help_site_has_no_say
        }
    };
    ($source:expr, $($fact:ident)*) => {
        $(#[test]
        fn $fact() {
            super::both::$fact($source);
        })*
    };
}

/// What both articles say.
mod both {
    use super::*;

    // Supported features.

    pub(super) fn new_people_are_pushed(of: Source) {
        let (actions, _) = planned(of, "", "title: Rep", "title: Rep\ntitle: Rep");
        assert_eq!(actions, ["ana none", "bo create"]);
    }

    pub(super) fn updates_of_a_profile_are_pushed(of: Source) {
        let (actions, plan) = planned(of, "", "title: Rep\ntitle: Rep", "title: Lead\ntitle: Rep");
        assert_eq!(actions, ["ana update", "bo none"]);
        let change = &plan.person(0).changes[0];
        assert_eq!(
            (change.attribute.name(), change.before.as_deref(), change.after.as_deref()),
            ("title", Some("Rep"), Some("Lead"))
        );
    }

    pub(super) fn a_deactivated_account_is_deactivated(of: Source) {
        let (actions, _) = planned(of, "", "status: on\nstatus: on", "status: on\nstatus: off");
        assert_eq!(actions, ["ana none", "bo deactivate"]);
        assert_eq!(outcomes(&report(of, "status: on\nstatus: off")), ["ana: imported", "bo: inactive"]);
    }

    pub(super) fn losing_access_to_the_app_deactivates(of: Source) {
        let scope = r#""scope":{"mode":"groups","groups":["Gong users"]}"#;
        let (actions, _) =
            planned(of, scope, "groups: Gong users\ngroups: Gong users", "groups: Gong users\ngroups: Sales");
        assert_eq!(actions, ["ana none", "bo deactivate"]);
    }

    pub(super) fn a_reactivated_account_is_reactivated(of: Source) {
        let (actions, _) = planned(of, "", "status: on\nstatus: off", "status: on\nstatus: on");
        assert_eq!(actions, ["ana none", "bo reactivate"]);
    }

    pub(super) fn groups_and_their_members_are_pushed(of: Source) {
        let before = "groups: Sales\ngroups: Sales\ngroups: Leads";
        let (_, plan) = planned(of, "", before, "groups: Sales\ngroups: Leads\ngroups: Leads");
        let names = |places: &[u32]| -> Vec<&str> {
            places.iter().filter_map(|place| plan.key_at(*place as usize)).collect()
        };
        let pushed: Vec<_> = plan.groups().iter().filter(|group| group.is_pushed()).collect();
        let mut told: Vec<_> = pushed
            .iter()
            .map(|group| (group.name.as_str(), names(&group.added), names(&group.removed)))
            .collect();
        told.sort();
        assert_eq!(told, [("Leads", vec!["bo@acme.com"], vec![]), ("Sales", vec![], vec!["bo@acme.com"])]);
    }

    // Seats, the default assignment, managers, Gong's page.

    pub(super) fn a_setting_without_its_seat_waits_for_it(of: Source) {
        let with = |seats: &str| {
            format!(
                r#""assignments":[{{"name":"Sales","groups":["Sales"],"seats":[{seats}],"dataCapture":{{"emails":true}},
                "workspaces":[{{"workspace":"default","permissionProfile":"Business Admin - Forecast"}}]}}]"#
            )
        };
        let waits = |seats: &str| {
            let (check, _) = checked(of, &with(seats), "groups: Sales");
            let placement = check.placement(0).expect("imported");
            let report = report_under(of, &with(seats), "groups: Sales");
            let told = rules_of(&report, &["assignment"])
                .iter()
                .filter(|id| **id == "assignment/seat-needed")
                .count();
            assert_eq!(outcomes(&report), ["ana: imported"], "a seat keeps nobody out");
            (placement.capture[0].needs.is_some(), placement.permits[0].needs.is_some(), told)
        };
        assert_eq!(waits(""), (true, true, 2));
        assert_eq!(waits(r#""gong""#), (false, true, 1));
        assert_eq!(waits(r#""gong","forecast""#), (false, false, 0));
    }

    pub(super) fn the_default_assignment_gives_nothing(of: Source) {
        let (check, _) = checked(of, "", "title: Rep");
        let placement = check.placement(0).expect("imported");
        assert_eq!(placement.assignment, "(default)");
        assert!(placement.seats.is_empty() && placement.permits.is_empty() && placement.capture.is_empty());
        // It can be edited.
        let edited = r#""defaultAssignment":{"seats":["gong"],"dataCapture":{"telephonyCalls":true}}"#;
        let placement = checked(of, edited, "title: Rep").0.placement(0).expect("imported");
        assert_eq!((placement.seats.len(), placement.capture.len()), (1, 1));
    }

    pub(super) fn managers_may_be_notified_and_may_switch_capture(of: Source) {
        says(
            of,
            &[
                (
                    "gong-notify",
                    &[
                        "\"Manager's provisioning settings\"",
                        "\"Notify direct managers with recorded teams when a new team member is imported\"",
                        "email",
                    ],
                ),
                // That it makes managers able to capture, who are no technical admins, is what the note warns of.
                (
                    "gong-capture",
                    &[
                        "\"Managers can turn data capture on or off for their team\"",
                        "technical admins",
                        "leave it off",
                    ],
                ),
            ],
        );
        let on = settings(of, r#""managers":{"notifyDirectManagers":true,"toggleDataCapture":true}"#);
        let guide = Guide::of_settings(of, &on);
        for id in ["gong-notify", "gong-capture"] {
            assert_eq!(item(&guide, id).fact.as_deref(), Some("On in your settings."));
            assert_eq!(item(&Guide::new(of), id).fact.as_deref(), Some("Off in your settings."));
        }
    }

    pub(super) fn the_page_in_gong_is_named_as_it_is_there(of: Source) {
        says(
            of,
            &[
                ("gong-source", &["\"Company settings\" > \"PEOPLE\" > \"Team Member Provisioning\""]),
                ("gong-default", &["no seats, no data capture and no permissions"]),
                ("gong-save", &["\"SAVE\""]),
            ],
        );
        assert_eq!(Guide::new(of).steps[0].id, "gong", "it is the first step");
    }

    // Mandatory fields.

    pub(super) fn a_given_name_a_last_name_and_a_primary_email_are_enough(of: Source) {
        let report = report(of, "givenName: Ana | familyName: Li | primaryEmail: ana@acme.com");
        assert_eq!(outcomes(&report), ["ana: imported"]);
        assert_eq!(report["summary"]["errors"], 0);
    }

    pub(super) fn whoever_lacks_a_mandatory_field_is_not_imported(of: Source) {
        let report = report(of, "givenName: \nfamilyName: \nprimaryEmail: \nprimaryEmail: dee@acme.com");
        assert_eq!(outcomes(&report), ["ana: blocked", "bo: blocked", "u3: blocked", "dee: imported"]);
        assert_eq!(
            rules_of(&report, &["name", "email"]),
            ["name/given-missing", "name/family-missing", "email/missing"]
        );
    }

    pub(super) fn an_email_on_another_domain_is_not_imported(of: Source) {
        let report = report(
            of,
            "primaryEmail: ana@ACME.com\nprimaryEmail: bo@acme.co\nprimaryEmail: cy@mail.acme.com\nprimaryEmail: dee@notacme.com",
        );
        assert_eq!(outcomes(&report), ["ana: imported", "bo: blocked", "cy: blocked", "dee: blocked"]);
        assert_eq!(rules_of(&report, &["email"]), ["email/domain"; 3]);
    }

    // Optional fields.

    pub(super) fn fields_are_known_by_the_articles_own_names(of: Source) {
        let head = "Given name,Last name,Primary email,Phone number,Primary Phone Ext,Secondary Email,Private Email,Title,Manager Email,Manager Full Name,Time zone,Country,State or Province,Locale";
        let file = format!("{head}\n{}\n", ",".repeat(13));
        let files = [("people.csv", file.as_bytes())];
        let check = check(settings(of, ""), &files, usize::MAX);
        let report: Value = serde_json::from_str(&report_text(&check, &files, usize::MAX)).expect("JSON");
        let mapping = report["inputs"][0]["mapping"].as_array().expect("a mapping").iter();
        let told: Vec<_> = mapping
            .map(|one| {
                (one["column"].as_str().expect("a column"), one["attribute"].as_str().expect("a name"))
            })
            .collect();
        let names = [
            "givenName",
            "familyName",
            "primaryEmail",
            "phoneNumber",
            "phoneExtension",
            "secondaryEmails",
            "privateEmail",
            "title",
            "managerEmail",
            "managerName",
            "timeZone",
            "country",
            "state",
            "locale",
        ];
        assert_eq!(told, head.split(',').zip(names).collect::<Vec<_>>());
    }

    pub(super) fn what_was_provisioned_is_locked_and_what_was_empty_can_be_set_once(of: Source) {
        let (check, _) = checked(of, "", "title: Rep | phoneNumber: \ntitle:  | phoneNumber: (865) 365-1900");
        let names = |row: u32| {
            let locks = check.locks(row).expect("imported");
            let list = |locks: &[rollcall::assignment::Lock]| -> Vec<&str> {
                locks.iter().map(|lock| lock.attribute.name()).collect()
            };
            (list(&locks.locked), list(&locks.once))
        };
        assert_eq!(names(0), (vec!["givenName", "familyName", "primaryEmail", "title"], vec!["phoneNumber"]));
        assert_eq!(names(1), (vec!["givenName", "familyName", "primaryEmail", "phoneNumber"], vec!["title"]));
    }

    /// The examples as they stand in the articles: data, which is there to be copied.
    const PHONES: [&str; 6] = [
        "(865) 365-1900",
        "(212) 575-1994 ext 3437",
        "(317) 251-0700 ext. 468",
        "(202) 903-2585 x2991",
        "(206) 324-1800 x 229",
        "540.946.4600 Ext. 143",
    ];

    pub(super) fn the_six_examples_of_phone_numbers_are_right_as_they_stand(of: Source) {
        for phone in PHONES {
            let report = report(of, &format!("phoneNumber: {phone}"));
            assert_eq!(rules_of(&report, &["phone", "value"]), [""; 0], "{phone}");
        }
    }

    pub(super) fn a_phone_number_in_no_documented_form_is_told(of: Source) {
        for (phone, offered) in [
            ("865-365-1900", Some("(865) 365-1900")),
            ("+1 (212) 575-1994 ext 3437", Some("(212) 575-1994 ext 3437")),
            ("365-1900", None),
        ] {
            let report = report(of, &format!("phoneNumber: {phone}"));
            assert_eq!(rules_of(&report, &["phone"]), ["phone/format"], "{phone}");
            let mut findings = report["findings"].as_array().expect("findings").iter();
            let finding = findings.find(|finding| finding["rule"] == "phone/format").expect("it");
            assert_eq!(finding["suggestion"].as_str(), offered, "{phone}");
            // What Gong does with it is not written: nobody is kept out for it.
            assert_eq!(outcomes(&report), ["ana: imported"]);
        }
    }

    pub(super) fn the_extension_has_a_field_of_its_own(of: Source) {
        let report = report(
            of,
            "phoneNumber: (865) 365-1900 | phoneExtension: 143\nphoneNumber: (865) 365-1900 | phoneExtension: front desk",
        );
        assert_eq!(
            told(&report).iter().filter(|line| line.starts_with("phone/")).collect::<Vec<_>>(),
            ["phone/extension people.csv:3 bo phoneExtension"]
        );
    }

    pub(super) fn there_may_be_several_secondary_emails(of: Source) {
        let report = report(of, "secondaryEmails: ana.li@acme.com; a.li@acme.com; ali@acme.com");
        assert_eq!(rules_of(&report, &["email", "value"]), [""; 0]);
        // They are further work addresses: a private one stands out, and the manager of others is found by any.
        let report = super::report(
            of,
            "secondaryEmails: ana@home.example | managerEmail: \nsecondaryEmails: b1@acme.com;b2@acme.com | managerEmail: ana@acme.com\nsecondaryEmails:  | managerEmail: b2@acme.com",
        );
        assert_eq!(rules_of(&report, &["email"]), ["email/secondary-external"]);
        assert_eq!(of_profiles(&report, "/manager/key")[2], "cy: bo@acme.com");
    }

    pub(super) fn a_private_email_is_not_a_work_email(of: Source) {
        let report = report(of, "privateEmail: ana@home.example\nprivateEmail: bo.berg@acme.com");
        assert_eq!(
            told(&report).iter().filter(|line| line.starts_with("email/")).collect::<Vec<_>>(),
            ["email/private-company people.csv:3 bo privateEmail"]
        );
    }

    pub(super) fn a_missing_title_is_told_and_keeps_nobody_out(of: Source) {
        let report = report(of, "title: Account Executive\ntitle: ");
        assert_eq!(
            told(&report).iter().filter(|line| line.starts_with("title/")).collect::<Vec<_>>(),
            ["title/missing people.csv:3 bo title"]
        );
        assert_eq!(outcomes(&report), ["ana: imported", "bo: imported"]);
    }

    // Managers.

    pub(super) fn a_manager_is_found_by_the_email(of: Source) {
        let report = report(of, "managerEmail: \nmanagerEmail: ana@acme.com\nmanagerEmail: who@acme.com");
        assert_eq!(of_profiles(&report, "/manager/key"), ["ana: null", "bo: ana@acme.com", "cy: null"]);
        assert_eq!(of_profiles(&report, "/manager/by")[1], "bo: email");
        assert_eq!(rules_of(&report, &["manager"]), ["manager/root", "manager/not-found"]);
    }

    pub(super) fn without_an_email_the_full_name_leads_to_the_manager(of: Source) {
        let report = report(of, "managerEmail:  | managerName: \nmanagerEmail:  | managerName: Ana Li");
        assert_eq!(of_profiles(&report, "/manager/key")[1], "bo: ana@acme.com");
        assert_eq!(of_profiles(&report, "/manager/by")[1], "bo: name");
        assert_eq!(rules_of(&report, &["manager"]), ["manager/root", "manager/name-only"]);
    }

    pub(super) fn the_full_name_is_first_name_then_last_name(of: Source) {
        let report = report(of, "managerName: \nmanagerName: Li, Ana");
        assert_eq!(of_profiles(&report, "/manager/key")[1], "bo: null");
        let mut findings = report["findings"].as_array().expect("findings").iter();
        let finding = findings.find(|finding| finding["rule"] == "manager/name-order").expect("it is told");
        assert_eq!(finding["suggestion"], "Ana Li");
    }

    pub(super) fn two_managers_of_one_name_lead_to_neither(of: Source) {
        let report = report(
            of,
            "managerName: Bo Berg | primaryEmail: ana@acme.com\nmanagerName: Ana Li | primaryEmail: b1@acme.com\nmanagerName: Ana Li | primaryEmail: b2@acme.com | givenName: Bo | familyName: Berg",
        );
        assert_eq!(of_profiles(&report, "/manager/key")[0], "ana: null");
        assert!(rules_of(&report, &["manager"]).contains(&"manager/ambiguous"), "{report}");
        // By the email it is clear which of them is meant.
        let report = super::report(
            of,
            "managerEmail: b2@acme.com | primaryEmail: ana@acme.com\nmanagerEmail:  | primaryEmail: b1@acme.com\nmanagerEmail:  | primaryEmail: b2@acme.com | givenName: Bo | familyName: Berg",
        );
        assert_eq!(of_profiles(&report, "/manager/key")[0], "ana: b2@acme.com");
    }

    pub(super) fn without_email_name_and_id_there_is_no_place_in_the_hierarchy(of: Source) {
        let row = |manager: &str| format!("managerEmail: {manager} | managerName:  | managerId: ");
        let people =
            [row(""), row("ana@acme.com"), format!("{} | primaryEmail: cy@acme.com", row(""))].join("\n");
        let report = report(of, &people);
        assert_eq!(
            told(&report).iter().filter(|line| line.starts_with("manager/")).collect::<Vec<_>>(),
            ["manager/root people.csv:2 ana managerEmail", "manager/missing people.csv:4 cy managerEmail"]
        );
    }

    pub(super) fn a_manager_id_is_enough_for_the_hierarchy(of: Source) {
        let report = report(of, "id: 7 | managerId: \nid: 8 | managerId: 7\nid: 9 | managerId: 5");
        assert_eq!(of_profiles(&report, "/manager/key"), ["ana: null", "bo: ana@acme.com", "cy: null"]);
        assert_eq!(rules_of(&report, &["manager"]), ["manager/root", "manager/reference"]);
    }

    // Time zone, country, state, locale.

    pub(super) fn names_of_the_time_zone_database_count_and_nothing_else(of: Source) {
        // The list that the articles point to holds links and fixed zones, too.
        for name in ["America/Chicago", "Europe/Kyiv", "US/Pacific", "Asia/Calcutta", "Etc/GMT+5", "UTC"] {
            assert_eq!(
                zones(&report(of, &format!("timeZone: {name}"))),
                [format!("ana: {name} by timeZone")]
            );
        }
        for name in ["Pacific Standard Time", "Chicago", "PST", "america/chicago"] {
            let report = report(of, &format!("timeZone: {name}"));
            assert_eq!(zones(&report), ["ana: America/New_York by default"], "{name}");
            let told = rules_of(&report, &["timezone"]);
            assert!(["timezone/windows", "timezone/unknown"].contains(&told[0]), "{name}: {told:?}");
        }
    }

    pub(super) fn a_country_is_a_name_or_a_code_of_two_or_three_letters(of: Source) {
        for country in ["Germany", "DE", "DEU"] {
            let report = report(of, &format!("country: {country}"));
            assert_eq!(zones(&report), ["ana: Europe/Berlin by country"], "{country}");
            assert_eq!(rules_of(&report, &["country"]), [""; 0], "{country}");
        }
        for (country, rule) in
            [("Atlantis", "country/unknown"), ("GER", "country/unknown"), ("276", "country/alias")]
        {
            let report = report(of, &format!("country: {country}"));
            assert_eq!(rules_of(&report, &["country"]), [rule], "{country}");
            assert_eq!(zones(&report), ["ana: America/New_York by default"], "{country}");
        }
    }

    pub(super) fn a_state_is_a_name_or_a_code_of_two_letters(of: Source) {
        for state in ["Illinois", "IL"] {
            let report = report(of, &format!("country: US | state: {state}"));
            assert_eq!(zones(&report), ["ana: America/Chicago by state"], "{state}");
            assert_eq!(rules_of(&report, &["state"]), [""; 0], "{state}");
        }
        let report = report(
            of,
            "country: Canada | state: Manitoba\ncountry: CAN | state: MB\ncountry: CA | state: Lone Star State",
        );
        assert_eq!(
            zones(&report),
            [
                "ana: America/Winnipeg by state",
                "bo: America/Winnipeg by state",
                "cy: America/New_York by default"
            ]
        );
        assert_eq!(rules_of(&report, &["state"]), ["state/unknown"]);
    }

    pub(super) fn a_locale_is_written_like_en_us(of: Source) {
        let report = report(of, "locale: en-US\nlocale: en_US\nlocale: english");
        assert_eq!(
            told(&report).iter().filter(|line| line.starts_with("locale/")).collect::<Vec<_>>(),
            ["locale/format people.csv:3 bo locale", "locale/format people.csv:4 cy locale"]
        );
    }

    pub(super) fn without_a_locale_it_is_en_us(of: Source) {
        let report = report(of, "locale: fa-IR\nlocale: ");
        assert_eq!(rules_of(&report, &["locale"]), ["locale/missing"]);
        // The weekend of the United States.
        assert_eq!(of_profiles(&report, "/weekend")[1], "bo: saturday + sunday");
    }

    pub(super) fn the_locale_tells_the_weekend(of: Source) {
        let report = report(
            of,
            "locale: he-IL | country: IL\nlocale: en-US | country: IL\nlocale: de-DE | country: DE",
        );
        assert_eq!(
            of_profiles(&report, "/weekend"),
            ["ana: friday + saturday", "bo: saturday + sunday", "cy: saturday + sunday"]
        );
        // Bo is notified on the Friday that is a day off.
        assert_eq!(
            told(&report).iter().filter(|line| line.starts_with("locale/")).collect::<Vec<_>>(),
            ["locale/weekend-mismatch people.csv:3 bo locale"]
        );
    }

    // How the time zone is calculated.

    pub(super) fn offsets_are_no_time_zones(of: Source) {
        let report = report(of, "timeZone: -05:00 | country: DE\ntimeZone: UTC+1 | country: ");
        assert_eq!(rules_of(&report, &["timezone"])[..2], ["timezone/offset", "timezone/offset"]);
        assert_eq!(zones(&report), ["ana: Europe/Berlin by country", "bo: America/New_York by default"]);
    }

    pub(super) fn a_time_zone_goes_before_country_and_state(of: Source) {
        let report = report(of, "timeZone: Asia/Tokyo | country: US | state: TX");
        assert_eq!(zones(&report), ["ana: Asia/Tokyo by timeZone"]);
        let steps = of_profiles(&report, "/timeZone/trail/0/step");
        assert_eq!(steps, ["ana: timeZone"], "it is asked first");
    }

    pub(super) fn a_country_goes_before_the_default(of: Source) {
        // The state of a country of one zone has no part in it.
        let report =
            report(of, "timeZone:  | country: Italy | state: \ntimeZone:  | country: Italy | state: Lazio");
        assert_eq!(zones(&report), ["ana: Europe/Rome by country", "bo: Europe/Rome by country"]);
    }

    pub(super) fn a_state_decides_where_a_country_has_several_zones(of: Source) {
        let report = report(
            of,
            "country: Australia | state: Western Australia\ncountry: Brazil | state: AM\ncountry: US | state: Hawaii",
        );
        assert_eq!(
            zones(&report),
            ["ana: Australia/Perth by state", "bo: America/Manaus by state", "cy: Pacific/Honolulu by state"]
        );
    }

    pub(super) fn the_default_of_the_company_comes_last(of: Source) {
        let report = report(of, "timeZone:  | country:  | state: \ntimeZone:  | country: US | state: ");
        assert_eq!(zones(&report), ["ana: America/New_York by default", "bo: America/New_York by default"]);
        let trail = &report["profiles"][0]["timeZone"]["trail"];
        let steps: Vec<_> =
            trail.as_array().expect("steps").iter().filter_map(|step| step["step"].as_str()).collect();
        assert_eq!(steps, ["timeZone", "country", "state", "default"]);
    }

    // Assignments.

    const SALES: &str = r#"{"name":"Sales","groups":["Sales"],"seats":["gong"],"dataCapture":{"webConferences":true},
        "workspaces":[{"workspace":"default","permissionProfile":"Collaborator"}]}"#;

    pub(super) fn assignments_follow_the_groups(of: Source) {
        let (check, _) =
            checked(of, &format!(r#""assignments":[{SALES}]"#), "groups: Sales\ngroups: Support\ngroups: ");
        let given: Vec<String> =
            (0..3).map(|row| check.placement(row).expect("imported").assignment).collect();
        assert_eq!(given, ["Sales", "(default)", "(default)"]);
    }

    pub(super) fn an_assignment_gives_seats_permissions_and_capture(of: Source) {
        let (check, _) = checked(of, &format!(r#""assignments":[{SALES}]"#), "groups: Sales");
        let placement = check.placement(0).expect("imported");
        assert_eq!(placement.seats, ["Gong"]);
        let permits: Vec<_> =
            placement.permits.iter().map(|one| (one.workspace.as_str(), one.profile.as_str())).collect();
        assert_eq!(permits, [("Default workspace", "Collaborator")]);
        assert_eq!(placement.capture.len(), 1);
    }

    pub(super) fn an_assignment_needs_a_name(_: Source) {
        for text in [
            r#"{"assignments":[{"groups":["Sales"]}]}"#,
            r#"{"assignments":[{"name":" ","groups":["Sales"]}]}"#,
        ] {
            assert_eq!(Settings::from_json(text).expect_err("refused").path, "/assignments/0/name");
        }
    }

    /// Bo goes from Sales to Leads, and each has an assignment of one mode.
    fn moved(of: Source, updates: &str) -> Plan {
        let assignments = format!(
            r#""assignments":[{{"name":"Selling","groups":["Sales"],"updates":"{updates}"}},{{"name":"Leading","groups":["Leads"],"updates":"{updates}"}}]"#
        );
        planned(
            of,
            &assignments,
            "groups: Sales\ngroups: Sales",
            "groups: Sales\ngroups: Leads\ngroups: Leads",
        )
        .1
    }

    fn applied(plan: &Plan, place: usize) -> Option<(Option<String>, String, bool)> {
        plan.person(place).assignment.map(|one| (one.before, one.after, one.applied))
    }

    pub(super) fn manual_editing_leaves_people_as_they_are(of: Source) {
        let plan = moved(of, "manual");
        assert_eq!(applied(&plan, 1), Some((Some("Selling".to_owned()), "Leading".to_owned(), false)));
        let (check, _) = checked(of, &format!(r#""assignments":[{SALES}]"#), "groups: Sales");
        let placement = check.placement(0).expect("imported");
        assert_eq!(placement.updates, "Manual editing");
        assert!(placement.later.contains("not pushed") && placement.later.contains("edited in Gong"));
    }

    pub(super) fn automatic_updates_follow_the_groups(of: Source) {
        let plan = moved(of, "automatic");
        assert_eq!(applied(&plan, 0), None, "Ana stays where she is");
        assert_eq!(applied(&plan, 1), Some((Some("Selling".to_owned()), "Leading".to_owned(), true)));
        let automatic = SALES.replacen('{', r#"{"updates":"automatic","#, 1);
        let (check, _) = checked(of, &format!(r#""assignments":[{automatic}]"#), "groups: Sales");
        let placement = check.placement(0).expect("imported");
        assert_eq!(placement.updates, "Automatic updates");
        assert!(placement.later.contains("is pushed") && placement.later.contains("nobody can edit"));
    }

    pub(super) fn new_people_get_the_settings_in_either_mode(of: Source) {
        for updates in ["manual", "automatic"] {
            assert_eq!(
                applied(&moved(of, updates), 2),
                Some((None, "Leading".to_owned(), true)),
                "{updates}"
            );
        }
    }

    pub(super) fn the_buttons_of_an_assignment_are_named_as_they_are_there(of: Source) {
        says(
            of,
            &[
                (
                    "assignments-add",
                    &[
                        "\"Assign settings\"",
                        "\"ADD ASSIGNMENT\"",
                        "name",
                        "group",
                        "seats",
                        "permission profile per workspace",
                        "data capture",
                    ],
                ),
                ("assignments-seats", &["Give the seats that permissions and data capture need"]),
                (
                    "assignments-updates",
                    &["\"Update settings\"", "\"Manual editing\"", "\"Automatic updates\""],
                ),
                ("assignments-save", &["\"ADD ASSIGNMENT\"", "\"SAVE\""]),
            ],
        );
        let name = if of == Source::Okta { "Okta group" } else { "Azure AD group" };
        says(of, &[("assignments-add", &[name])]);
    }

    /// At their foot both pages carry words of the form by which readers sign in there, lengths of names among them.
    pub(super) fn the_account_form_of_the_help_site_has_no_say(of: Source) {
        let report = report(of, "givenName: A | familyName: Ng\ngivenName: Bo | familyName: 3rd");
        assert_eq!(outcomes(&report), ["ana: imported", "bo: imported"]);
        assert_eq!(rules_of(&report, &["name"]), [""; 0]);
    }
}

/// "Provision team members from Okta".
mod okta {
    use super::*;

    what_both_say!(Source::Okta);

    #[test]
    fn the_steps_come_in_the_article_s_order() {
        let guide = Guide::new(Source::Okta);
        let steps: Vec<&str> = guide.steps.iter().map(|step| step.id).collect();
        assert_eq!(steps, ["gong", "install", "configure", "profile", "people", "assignments", "upgrade"]);
        says(Source::Okta, &[("gong-source", &["choose Okta"])]);
    }

    #[test]
    fn the_app_is_connected_with_gong() {
        says(
            Source::Okta,
            &[
                ("app-install", &["\"Gong for Okta\"", "see the last step"]),
                (
                    "app-integration",
                    &[
                        "\"Provisioning\" > \"Integration\"",
                        "\"Configure API Integration\"",
                        "\"Enable API Integration\"",
                    ],
                ),
                (
                    "app-authorise",
                    &[
                        "\"Authenticate with Gong\"",
                        "sign in",
                        "technical admin",
                        "\"Allow\"",
                        "\"To App\"",
                        "\"To Okta\"",
                    ],
                ),
                ("app-save", &["Save"]),
            ],
        );
    }

    #[test]
    fn three_switches_let_people_come_change_and_go() {
        says(
            Source::Okta,
            &[
                ("switch-create", &["\"To App\"", "\"Edit\"", "\"Create Users\""]),
                ("switch-update", &["\"Update User Attributes\""]),
                ("switch-deactivate", &["\"Deactivate Users\""]),
            ],
        );
        let (before, after) = ("title: Rep\ntitle: Rep", "title: Lead\nstatus: off\ntitle: Rep");
        for (switch, actions) in [
            ("create", ["ana update", "bo deactivate", "cy skip"]),
            ("update", ["ana skip", "bo deactivate", "cy create"]),
            ("deactivate", ["ana update", "bo skip", "cy create"]),
        ] {
            let off = format!(r#""provisioning":{{"{switch}":false}}"#);
            assert_eq!(planned(Source::Okta, &off, before, after).0, actions, "{switch}");
        }
    }

    #[test]
    fn the_attributes_of_the_profile_are_found_in_the_editor() {
        says(
            Source::Okta,
            &[("profile-editor", &["\"Directory\" > \"Profile Editor\"", "\"Attributes\" > \"All\""])],
        );
    }

    #[test]
    fn staged_people_are_to_be_activated() {
        let okta = |status: &str| {
            format!("login,firstName,lastName,email,status\nana,Ana,Li,ana@acme.com,{status}\n")
        };
        for (status, told) in [("STAGED", &["status/staged"][..]), ("ACTIVE", &[]), ("PROVISIONED", &[])] {
            let file = okta(status);
            let files = [("users.csv", file.as_bytes())];
            let check = check(settings(Source::Okta, ""), &files, usize::MAX);
            let report: Value = serde_json::from_str(&report_text(&check, &files, usize::MAX)).expect("JSON");
            assert_eq!(rules_of(&report, &["status"]), told);
            // There is a chance that not all works: they are imported all the same.
            assert_eq!(outcomes(&report), ["ana: imported"]);
            assert_eq!(item(&check.guide(), "people-activate").attention, status == "STAGED");
        }
    }

    #[test]
    fn the_app_is_assigned_to_people_or_groups() {
        says(
            Source::Okta,
            &[(
                "people-assign",
                &[
                    "\"Gong.io\"",
                    "\"Application\" > \"Assign Application\"",
                    "\"Assignment\" with \"Assign\"",
                    "Everyone in an assigned group",
                ],
            )],
        );
    }

    #[test]
    fn whoever_is_assigned_for_single_sign_on_is_unassigned_first() {
        says(Source::Okta, &[("people-unassign", &["SAML", "unassign", "not provisioned"])]);
        let guide = Guide::new(Source::Okta);
        let people = guide.steps.iter().find(|step| step.id == "people").expect("the step");
        let place = |id: &str| people.items.iter().position(|item| item.id == id).expect("an item");
        assert!(place("people-unassign") < place("people-assign"), "or they stay out");
    }

    #[test]
    fn groups_are_pushed_before_assignments_name_them() {
        says(Source::Okta, &[("groups-push", &["\"Push Groups\"", "push them"])]);
        let guide = Guide::new(Source::Okta);
        let step = guide.steps.iter().find(|step| step.id == "assignments").expect("the step");
        assert_eq!(step.items[0].id, "groups-push");
    }

    #[test]
    fn version_3_added_six_fields() {
        let added = ["managerEmail", "managerName", "privateEmail", "country", "state", "phoneExtension"];
        let mut unmapped: Vec<&str> =
            cut_over("title: Rep", "title: Rep").unmapped.iter().map(|one| one.name()).collect();
        unmapped.sort_unstable();
        let mut expected = added.to_vec();
        expected.sort_unstable();
        assert_eq!(unmapped, expected);
        says(
            Source::Okta,
            &[(
                "profile-map",
                &[
                    "\"Manager Email\"",
                    "\"Manager Full Name\"",
                    "\"Private Email\"",
                    "\"Country\"",
                    "\"State or Province\"",
                    "\"Primary Phone Ext\"",
                ],
            )],
        );
    }

    fn cut_over(old: &str, new: &str) -> rollcall::plan::CutOver {
        planned(Source::Okta, "", old, new).1.cut_over()
    }

    #[test]
    fn whoever_is_not_assigned_to_the_new_instance_may_lose_access() {
        let all = "title: Rep\ntitle: Rep\ntitle: Rep";
        assert_eq!(cut_over(all, all).lost, [None::<String>; 0]);
        // Bo was forgotten, and Cy's address is of another domain now.
        let cut = cut_over(
            all,
            "title: Rep\nprimaryEmail: cy@acme.co | givenName: Cy | familyName: Diaz | title: Rep",
        );
        assert_eq!(cut.lost.len(), 2);
        let off = cut.steps.iter().find(|step| step.id == "switch-off").expect("the step");
        assert!(off.attention && off.fact.as_ref().is_some_and(|fact| fact.starts_with("Wait")));
    }

    #[test]
    fn the_old_instance_is_switched_off_last() {
        let steps = cut_over("title: Rep", "title: Rep").steps;
        let place =
            |id: &str| steps.iter().position(|step| step.id == id).unwrap_or_else(|| panic!("no step {id}"));
        let order = ["add", "provisioning", "assign", "switch-off", "retire"].map(place);
        assert!(order.is_sorted(), "{order:?}");
        for (id, words) in [
            ("add", &["admin dashboard", "\"Add Applications\"", "new instance"][..]),
            (
                "provisioning",
                &["API integration", "authenticate with Gong", "creating, updating and deactivating"],
            ),
            ("assign", &["\"Assignments\"", "the same people and groups"]),
        ] {
            for word in words {
                assert!(steps[place(id)].text.contains(word), "{id}: {word}");
            }
        }
        for word in ["\"Provisioning\"", "\"API\"", "\"Edit\"", "clear \"Enable API Integration\"", "save"] {
            assert!(steps[place("switch-off")].text.contains(word), "{word}");
        }
        assert!(steps[place("retire")].text.contains("Deactivate or delete"));
    }

    #[test]
    fn sign_on_of_the_old_instance_is_set_up_anew_or_kept() {
        let steps = cut_over("title: Rep", "title: Rep").steps;
        let saml = steps.iter().find(|step| step.id == "saml").expect("the step");
        for word in ["SAML", "in the new one", "recommended", "keep the old instance"] {
            assert!(saml.text.contains(word), "{word}: {}", saml.text);
        }
        says(
            Source::Okta,
            &[("upgrade-app", &["SAML", "in the new one", "keep the old app", "lose access"])],
        );
    }
}

/// "Provision team members from Azure Active Directory".
mod entra {
    use super::*;

    what_both_say!(Source::Entra);

    #[test]
    fn the_steps_come_in_the_article_s_order() {
        let guide = Guide::new(Source::Entra);
        let steps: Vec<&str> = guide.steps.iter().map(|step| step.id).collect();
        // The article's last step is two here: pushing the groups, and what Gong does with them.
        assert_eq!(steps, ["gong", "gallery", "profile", "people", "assignments"]);
        says(Source::Entra, &[("gong-source", &["choose Azure as"])]);
    }

    #[test]
    fn the_app_is_found_by_searching_the_gallery() {
        says(
            Source::Entra,
            &[(
                "app-gallery",
                &[
                    "No link leads straight",
                    "\"Enterprise Applications\" > \"New Application\"",
                    "search for Gong",
                    "click it",
                ],
            )],
        );
    }

    #[test]
    fn groups_are_found_and_pushed() {
        says(Source::Entra, &[("groups-push", &["In Azure AD", "find the groups", "pushed to Gong"])]);
    }
}

/// `docs/articles.md` names tests, rules and items of the guide; they are there, and every test of this file is named.
mod page {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use rollcall::rules::CATALOGUE;

    use super::*;

    fn read(path: &str) -> Option<String> {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()
    }

    fn text() -> String {
        read("docs/articles.md").expect("the page")
    }

    /// What stands between backticks.
    fn quoted(text: &str) -> Vec<&str> {
        text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
    }

    /// Whether a source has a test of that name. Names of tests in the browser are texts.
    fn has_test(path: &str, source: &str, name: &str) -> bool {
        if path.starts_with("tests/browser/") || path.starts_with("tests/scim/") {
            return ["\"", "`"].iter().any(|quote| source.contains(&format!("({quote}{name}{quote},")));
        }
        let name = name.rsplit("::").next().expect("a name");
        let here = path == "tests/articles.rs";
        let shared = here && source.contains(&format!("\n    pub(super) fn {name}("));
        let declared = source.split("#[test]").skip(1).any(|rest| {
            rest.trim_start().strip_prefix("fn ").is_some_and(|rest| rest.starts_with(&format!("{name}(")))
        });
        shared || declared
    }

    #[test]
    fn the_tests_that_it_names_are_there() {
        // The threat model names tests, too.
        for (page, least) in [("docs/articles.md", 100), ("docs/threat-model.md", 30)] {
            let text = read(page).expect("the page");
            let named: Vec<&str> = quoted(&text)
                .into_iter()
                .filter(|name| name.starts_with("tests/") || name.starts_with("src/"))
                .collect();
            assert!(named.len() > least, "{page}: {}", named.len());
            for name in named {
                let Some((file, fact)) = name.split_once("::") else {
                    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(name).exists(), "{page}: {name}");
                    continue;
                };
                let source = read(file).unwrap_or_else(|| panic!("{page}: there is no {file}"));
                assert!(has_test(file, &source, fact), "{page}: {name}");
            }
        }
    }

    #[test]
    fn the_rules_and_items_that_it_names_are_there() {
        let items: BTreeSet<String> = [Source::Okta, Source::Entra]
            .iter()
            .flat_map(|source| Guide::new(*source).steps)
            .flat_map(|step| step.items)
            .map(|item| format!("guide:{}", item.id))
            .collect();
        let areas: BTreeSet<&str> = CATALOGUE.iter().filter_map(|rule| rule.id.split('/').next()).collect();
        let text = text();
        let mut rules = 0;
        for name in quoted(&text) {
            if name.starts_with("guide:") {
                assert!(items.contains(name), "{name}");
            } else if name
                .split_once('/')
                .is_some_and(|(area, rest)| areas.contains(area) && !rest.contains(['/', '.']))
            {
                assert!(CATALOGUE.iter().any(|rule| rule.id == name), "{name}");
                rules += 1;
            }
        }
        assert!(rules > 20, "{rules}");
    }

    #[test]
    fn every_row_has_its_number_and_says_where_or_why_not() {
        let text = text();
        for article in text.split("\n## ").filter(|part| part.starts_with("Provision team members from")) {
            let rows: Vec<Vec<&str>> = article
                .lines()
                .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit())
                .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
                .collect();
            assert!(rows.len() > 60, "{}", rows.len());
            for (row, number) in rows.iter().zip(1..) {
                assert_eq!((row.len(), row[0]), (4, number.to_string().as_str()), "{row:?}");
                assert!(row[1..].iter().all(|cell| !cell.is_empty()), "{row:?}");
                assert!(
                    row[2].starts_with("not served: ") || row[3] != "–",
                    "served, and nothing holds it: {row:?}"
                );
            }
        }
        assert_eq!(text.matches("\n## Provision team members from").count(), 2);
    }

    #[test]
    fn every_fact_that_is_tried_has_its_row() {
        let text = text();
        let own = read("tests/articles.rs").expect("this file");
        let (facts, _) = own.split_once("\nmod page {").expect("this module");
        let shared = facts.split("\n    pub(super) fn ").skip(1).map(|rest| ("both", rest));
        let (okta, entra) = facts
            .split_once("\nmod okta {")
            .and_then(|parts| parts.1.split_once("\nmod entra {"))
            .expect("the articles");
        let tests = |source: &'static str, text: &str| -> Vec<(&'static str, String)> {
            text.split("#[test]\n    fn ").skip(1).map(|rest| (source, rest.to_owned())).collect()
        };
        let mut names: Vec<(&str, String)> = shared.map(|(module, rest)| (module, rest.to_owned())).collect();
        names.extend(tests("okta", okta));
        names.extend(tests("entra", entra));
        assert!(names.len() > 50, "{}", names.len());
        for (module, rest) in names {
            let name = rest.split('(').next().expect("a name");
            let modules = if module == "both" { vec!["okta", "entra"] } else { vec![module] };
            for module in modules {
                let cell = format!("`tests/articles.rs::{module}::{name}`");
                assert!(text.contains(&cell), "no row names {cell}");
            }
        }
    }
}
