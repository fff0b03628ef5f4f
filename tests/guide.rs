//! The set-up guide against companies worked by hand.

mod support;

use std::collections::HashSet;

use rollcall::export::Source;
use rollcall::guide::{Guide, Item, Reach};
use rollcall::settings::Settings;
use support::check;

fn item<'g>(guide: &'g Guide, id: &str) -> &'g Item {
    let mut items = guide.steps.iter().flat_map(|step| &step.items);
    items.find(|item| item.id == id).unwrap_or_else(|| panic!("no item {id}"))
}

/// Fact and attention of an item.
fn told<'g>(guide: &'g Guide, id: &str) -> (&'g str, bool) {
    let item = item(guide, id);
    (item.fact.as_deref().unwrap_or_default(), item.attention)
}

fn rule(guide: &Guide, id: &str) -> Option<&'static str> {
    item(guide, id).people.as_ref()?.rule
}

fn reach<'g>(guide: &'g Guide, name: &str) -> &'g Reach {
    guide.reach.iter().find(|reach| reach.attribute.name() == name).expect("an attribute")
}

#[test]
fn ids_are_unique_and_nothing_is_known_without_files() {
    for source in [Source::Okta, Source::Entra] {
        let guide = Guide::new(source);
        assert_eq!(guide.source, source.name());
        let items: Vec<_> = guide.steps.iter().flat_map(|step| &step.items).collect();
        let ids: HashSet<_> = items.iter().map(|item| item.id).collect();
        assert_eq!(ids.len(), items.len());
        assert!(items.iter().all(|item| item.people.is_none() && !item.attention));
        assert!(guide.reach.iter().all(|reach| reach.held.is_none() && reach.columns.is_empty()));
        assert_eq!(told(&guide, "switch-create"), ("On in your settings.", false));
    }
}

#[test]
fn every_item_has_the_same_place_with_and_without_files() {
    let ids = |guide: &Guide| -> Vec<&str> {
        guide.steps.iter().flat_map(|step| &step.items).map(|item| item.id).collect()
    };
    for source in [Source::Okta, Source::Entra] {
        let mut settings = Settings::default();
        settings.source = Some(source);
        let filled = check(settings, &[("users.csv", b"login,firstName\na,Ana\n")], 64).guide();
        assert_eq!(ids(&filled), ids(&Guide::new(source)));
    }
}

#[test]
fn settings_speak_in_the_guide() {
    let settings = Settings::from_json(
        r#"{"provisioning":{"update":false},"managers":{"notifyDirectManagers":true},
            "assignments":[{"name":"Leads","groups":["Leads"],"updates":"automatic"},{"name":"Sales","groups":["Sales","leads "]}]}"#,
    )
    .expect("settings");
    let guide = Guide::of_settings(Source::Okta, &settings);
    assert_eq!(
        told(&guide, "switch-update"),
        ("Off in your settings. Then changes of people do not come to Gong.", true)
    );
    assert_eq!(told(&guide, "switch-deactivate"), ("On in your settings.", false));
    assert_eq!(told(&guide, "gong-notify"), ("On in your settings.", false));
    assert_eq!(told(&guide, "gong-capture"), ("Off in your settings.", false));
    assert_eq!(told(&guide, "groups-push"), ("Your assignments name \"Leads\" and \"Sales\".", false));
    assert_eq!(
        told(&guide, "assignments-add"),
        ("In your settings' order: \"Leads\" and \"Sales\"; the first that fits a person wins.", false)
    );
    assert_eq!(
        told(&guide, "assignments-updates").0,
        "In your settings: 1 with \"Automatic updates\", 1 with \"Manual editing\"."
    );
}

/// Ana arrives; Bo is blocked by domain; Cy is staged and writes the locale as Okta does; Di is inactive.
const OKTA: &[u8] = b"login,firstName,lastName,email,status,locale,primaryPhone,groups,manager\n\
    ana@acme.com,Ana,Li,ana@acme.com,ACTIVE,en-US,(212) 555-0101,Sales,\n\
    bo@acme.co,Bo,Berg,bo@acme.co,ACTIVE,en-US,,Sales,Ana Li\n\
    cy@acme.com,Cy,Diaz,cy@acme.com,STAGED,en_US,,Leads;Sales,Ana Li\n\
    di@acme.com,Di,Falk,di@acme.com,DEPROVISIONED,en_US,,,Ana Li\n";

fn okta_settings() -> Settings {
    Settings::from_json(
        r#"{"company":{"primaryDomain":"acme.com"},
            "catalog":{"seats":[{"id":"gong","name":"Gong","owned":1}]},
            "assignments":[{"name":"Sales","groups":["sales"],"seats":["gong"]},{"name":"Leads","groups":["Sales"]},
                           {"name":"Support","groups":["Support"]}]}"#,
    )
    .expect("settings")
}

#[test]
fn an_okta_company() {
    let guide = check(okta_settings(), &[("users.csv", OKTA)], usize::MAX).guide();
    assert_eq!(guide.source, "okta");
    assert_eq!(told(&guide, "profile-mandatory"), ("1 person is blocked and must be mended first.", true));
    assert_eq!(
        item(&guide, "profile-mandatory").people.as_ref().and_then(|people| people.outcome),
        Some("blocked")
    );
    assert_eq!(told(&guide, "people-activate"), ("1 person is staged.", true));
    assert_eq!(rule(&guide, "people-activate"), Some("status/staged"));
    // Di's locale is not judged: the account is not active.
    assert_eq!(told(&guide, "profile-locale"), ("1 person has a locale of another form.", true));
    assert_eq!(told(&guide, "people-assign"), ("2 people arrive as the files stand now.", false));
    // Of the two who arrive, Cy has no phone and Ana, the head, no manager.
    assert_eq!(
        told(&guide, "profile-recommended").0,
        "Empty most often: phone number (1 person) and manager full name (1 person)."
    );
    assert_eq!(
        told(&guide, "profile-map"),
        (
            "Your files do not hold manager email, private email, country, state or province and phone extension.",
            true
        )
    );
    assert_eq!(told(&guide, "groups-push").0, "Your assignments name \"sales\" (2) and \"Support\".");
    assert_eq!(told(&guide, "groups-known"), ("No file knows \"Support\".", true));
    assert_eq!(
        told(&guide, "assignments-add"),
        (
            "In your settings' order: \"Sales\", \"Leads\" and \"Support\"; the first that fits a person wins. Never reached: \"Leads\".",
            true
        )
    );
    assert_eq!(
        told(&guide, "assignments-seats"),
        ("Gong: 2 given, 1 owned. More are given than there are.", true)
    );
    assert_eq!(told(&guide, "gong-default"), ("0 people get it, without a seat.", false));
    let (fact, attention) = told(&guide, "people-unassign");
    assert!(fact.contains("/api/v1/apps/{appId}/users") && !attention);
}

#[test]
fn people_of_the_app_are_counted_and_its_profile_is_read() {
    let app = br#"[
        {"id":"1","scope":"USER","status":"ACTIVE","syncState":"DISABLED","credentials":{"userName":"ana@acme.com"},"profile":{"email":"ana@acme.com","firstName":"Ana","lastName":"Li","managerEmail":"bo@acme.com"}},
        {"id":"2","scope":"USER","status":"UNASSIGNED","syncState":"DISABLED","credentials":{"userName":"bo@acme.com"},"profile":{"email":"bo@acme.com","firstName":"Bo","lastName":"Berg","managerEmail":null}}]"#;
    let guide = check(okta_settings(), &[("users.csv", OKTA), ("app.json", app)], usize::MAX).guide();
    assert_eq!(
        told(&guide, "people-unassign"),
        (
            "1 person is assigned in the export of the app's people; unassign those who were for single sign-on.",
            true
        )
    );
    assert_eq!(
        told(&guide, "profile-map"),
        (
            "The export of the app's people does not carry manager full name, private email, country, state or province and phone extension.",
            true
        )
    );
    // Only Ana is in scope: Cy is staged, but not assigned.
    assert_eq!(told(&guide, "people-activate"), ("Nobody is staged.", false));
    assert_eq!(reach(&guide, "managerEmail").columns, ["app.json: profile.managerEmail"]);
}

#[test]
fn reach_in_okta() {
    let guide = check(okta_settings(), &[("users.csv", OKTA)], usize::MAX).guide();
    for name in
        ["givenName", "familyName", "primaryEmail", "userName", "status", "title", "timeZone", "phoneNumber"]
    {
        assert_eq!((reach(&guide, name).mapping, reach(&guide, name).add), ("sent", None), "{name}");
    }
    for name in ["managerEmail", "managerName", "privateEmail", "country", "state", "phoneExtension"] {
        let reach = reach(&guide, name);
        assert!(reach.mapping == "unmapped" && reach.add.is_some(), "{name}");
    }
    // Sent, with something to look at.
    assert!(reach(&guide, "secondaryEmails").add.is_some_and(|add| add.contains("secondEmail")));
    assert!(reach(&guide, "locale").add.is_some_and(|add| add.contains("String.replace")));
    assert_eq!(reach(&guide, "managerId").mapping, "absent");
    assert_eq!(reach(&guide, "primaryEmail").columns, ["users.csv: email"]);
    assert_eq!(reach(&guide, "groups").held, Some(true));
    assert_eq!(reach(&guide, "timeZone").held, Some(false));
}

/// Ana arrives with a zone of her own; Bo is in a country of several zones and reports to a guest.
const ENTRA: &[u8] = br#"{"@odata.context":"users","value":[
    {"id":"1","userPrincipalName":"ana@acme.com","givenName":"Ana","surname":"Li","mail":"ana@acme.com","accountEnabled":true,"country":"Spain","state":null,"manager":null},
    {"id":"2","userPrincipalName":"bo@acme.com","givenName":"Bo","surname":"Berg","mail":"bo@acme.com","accountEnabled":true,"country":"US","state":null,"manager":{"id":"3","displayName":"Cy Diaz"}},
    {"id":"3","userPrincipalName":"cy@acme.com","givenName":"Cy","surname":"Diaz","mail":"cy@acme.com","accountEnabled":false,"country":null,"state":null,"manager":{"id":"1","displayName":"Ana Li"}}]}"#;
const MEMBERS: &[u8] = b"Object ID,User principal name,Display name,Member type\n\
    1,ana@acme.com,Ana Li,User\n9,,Inner,Group\n";

#[test]
fn an_entra_company() {
    let settings = Settings::from_json(
        r#"{"company":{"primaryDomain":"acme.com","defaultTimeZone":"America/New_York"},"rules":{"state/needed":"off"},
            "assignments":[{"name":"Sales","groups":["Sales"]}]}"#,
    )
    .expect("settings");
    let files = [("users.json", ENTRA), ("Sales.csv", MEMBERS)];
    let guide = check(settings, &files, usize::MAX).guide();
    assert_eq!(guide.source, "entra");
    assert_eq!(told(&guide, "profile-mandatory"), ("Nobody is blocked.", false));
    assert_eq!(told(&guide, "profile-manager"), ("1 person has a manager who is not.", true));
    assert_eq!(rule(&guide, "profile-manager"), Some("manager/not-imported"));
    assert_eq!(told(&guide, "groups-nested"), ("1 group stands inside another one.", true));
    assert_eq!(told(&guide, "groups-push").0, "Your assignments name \"Sales\" (1).");
    assert_eq!(told(&guide, "groups-known"), ("Every group of your assignments is in the files.", false));
    assert_eq!(told(&guide, "gong-default"), ("1 person gets it, without a seat.", true));
    assert_eq!(
        item(&guide, "gong-default").people.as_ref().and_then(|people| people.assignment),
        Some("(default)")
    );
    assert_eq!(
        told(&guide, "profile-map").0,
        "Your files do not hold secondary email, private email, phone extension and manager email."
    );
    assert_eq!(reach(&guide, "groups").columns, ["Sales.csv: members of \"Sales\""]);
}

#[test]
fn reach_in_entra() {
    let guide = Guide::new(Source::Entra);
    // The thirteen targets of the gallery's app, without the external id.
    for name in [
        "userName",
        "primaryEmail",
        "givenName",
        "familyName",
        "status",
        "title",
        "locale",
        "phoneNumber",
        "managerId",
        "state",
        "country",
    ] {
        assert_eq!(reach(&guide, name).mapping, "sent", "{name}");
    }
    assert_eq!(reach(&guide, "timeZone").mapping, "unmapped");
    for name in ["secondaryEmails", "privateEmail", "phoneExtension", "managerEmail", "managerName"] {
        let reach = reach(&guide, name);
        assert!(reach.mapping == "absent" && reach.add.is_some(), "{name}");
    }
    assert!(reach(&guide, "groups").add.is_some_and(|add| add.contains("direct members")));
}
