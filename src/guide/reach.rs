//! How far each attribute gets: held by the files, sent by the source's app, or neither.

use super::Reach;
use super::facts::Facts;
use crate::export::Source;
use crate::profile::Attribute;

const SENT: &str = "sent";
const UNMAPPED: &str = "unmapped";
const ABSENT: &str = "absent";

/// The attributes in the order in which a person would read them.
const ORDER: [Attribute; 18] = [
    Attribute::GivenName,
    Attribute::FamilyName,
    Attribute::PrimaryEmail,
    Attribute::UserName,
    Attribute::Status,
    Attribute::SecondaryEmails,
    Attribute::PrivateEmail,
    Attribute::PhoneNumber,
    Attribute::PhoneExtension,
    Attribute::Title,
    Attribute::ManagerEmail,
    Attribute::ManagerName,
    Attribute::ManagerId,
    Attribute::TimeZone,
    Attribute::Country,
    Attribute::State,
    Attribute::Locale,
    Attribute::Groups,
];

pub(super) fn reach(facts: &Facts<'_>) -> Vec<Reach> {
    ORDER
        .into_iter()
        .map(|attribute| {
            let (mapping, add) = match facts.source {
                Source::Okta => okta(attribute),
                Source::Entra => entra(attribute),
            };
            let files = facts.files.as_ref();
            let columns = files.map_or_else(Vec::new, |files| {
                let held = files.columns.iter().filter(|(held, _)| *held == attribute);
                held.map(|(_, column)| column.clone()).collect()
            });
            Reach {
                attribute,
                label: attribute.label(),
                held: files.map(|files| files.hold(attribute)),
                columns,
                mapping,
                add,
            }
        })
        .collect()
}

/// Okta's Gong app, version 3: what it added waits for a mapping; the rest of the article's list is sent.
fn okta(attribute: Attribute) -> (&'static str, Option<&'static str>) {
    match attribute {
        Attribute::SecondaryEmails => (
            SENT,
            Some(
                "Look at what fills it. Okta's secondEmail serves to recover accounts and is often private; as secondary email it would become a work address.",
            ),
        ),
        Attribute::PrivateEmail => (
            UNMAPPED,
            Some("Map \"Private Email\", for example to Okta's secondEmail where that is private."),
        ),
        Attribute::PhoneExtension => {
            (UNMAPPED, Some("Map \"Primary Phone Ext\", or write the extension behind the phone number."))
        }
        Attribute::ManagerEmail => (
            UNMAPPED,
            Some(
                "Okta's user profile has no manager email. Add an attribute for it, or an expression such as getManagerUser(\"active_directory\").email, and map \"Manager Email\" to it.",
            ),
        ),
        Attribute::ManagerName => (
            UNMAPPED,
            Some(
                "Map \"Manager Full Name\" to the manager's first and last name. It counts only where it is unique.",
            ),
        ),
        Attribute::ManagerId => {
            (ABSENT, Some("Gong lists no field for it. Send the manager's email, else the full name."))
        }
        Attribute::Country => (UNMAPPED, Some("Map \"Country\" to Okta's countryCode.")),
        Attribute::State => (UNMAPPED, Some("Map \"State or Province\" to Okta's state.")),
        Attribute::Locale => (
            SENT,
            Some(
                "Okta writes en_US where Gong's form is en-US. Map String.replace(user.locale, \"_\", \"-\").",
            ),
        ),
        Attribute::Groups => (UNMAPPED, Some("Push the groups in the app's \"Push Groups\" tab.")),
        _ => (SENT, None),
    }
}

/// The gallery's app has thirteen targets; what is none of them needs a custom one.
fn entra(attribute: Attribute) -> (&'static str, Option<&'static str>) {
    const CUSTOM: &str = "Add a custom target attribute. Its name on Gong's side is not published; ask Gong.";
    match attribute {
        Attribute::SecondaryEmails | Attribute::PrivateEmail => (ABSENT, Some(CUSTOM)),
        Attribute::PhoneExtension => (
            ABSENT,
            Some(
                "Write the extension behind the phone number, or add a custom target attribute; ask Gong for its name.",
            ),
        ),
        Attribute::ManagerEmail | Attribute::ManagerName => (
            ABSENT,
            Some(
                "The app sends a reference to the manager's account instead (manager id). For this one add a custom target attribute; ask Gong for its name.",
            ),
        ),
        Attribute::ManagerId => (
            SENT,
            Some(
                "It is a reference to the manager's account, and may lead nowhere unless the manager is provisioned too.",
            ),
        ),
        Attribute::TimeZone => (
            UNMAPPED,
            Some(
                "Accounts in Azure AD have no time zone. Fill an attribute of your own with names such as Europe/Madrid and map it to timezone.",
            ),
        ),
        Attribute::Groups => {
            (SENT, Some("Only groups that are assigned to the app, and only their direct members."))
        }
        _ => (SENT, None),
    }
}
