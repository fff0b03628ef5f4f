//! Which column holds which attribute, and how that is known.

use std::collections::BTreeMap;

use super::shape::{Shape, bracketed, fold};
use crate::profile::Attribute;

/// How a column came to its attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The admin said so.
    Settings,
    /// The shape makes it certain.
    Shape,
    /// A known header.
    Alias,
}

impl By {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            By::Settings => "settings",
            By::Shape => "shape",
            By::Alias => "alias",
        }
    }
}

/// One attribute taken from a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    pub(crate) attribute: Attribute,
    pub(crate) by: By,
    /// Of several columns for one value, the lowest that is not empty counts.
    pub(crate) rank: u8,
    /// The column says the opposite ("Block sign in").
    pub(crate) inverted: bool,
    /// Id of the assumption that stands behind it.
    pub(crate) assumption: Option<&'static str>,
}

/// A column of a table, or a path of JSON records.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) uses: Vec<Use>,
    /// Attributes it looks like; offered, never applied.
    pub(crate) similar: Vec<Attribute>,
    /// Never looked at: a password or the like.
    pub(crate) secret: bool,
    /// "Member type" and the like: read for what the record is, not for what the person is.
    pub(crate) kind: bool,
    /// A whole name in one cell, which is no attribute.
    pub(crate) full_name: bool,
}

/// The admin's own mapping: column or `shape:column` to attribute, or to nothing.
pub(crate) type Given = BTreeMap<String, Option<Attribute>>;

/// The user name stands in for the primary email.
pub(crate) const USER_NAME_AS_EMAIL: &str = "user-name-as-email";

/// Maps one column.
pub(crate) fn column(shape: Shape, name: &str, given: &Given) -> Column {
    let mut column = Column { name: name.to_owned(), secret: is_secret(name), ..Column::default() };
    if column.secret {
        return column;
    }
    let simple = |attribute, by, rank| Use { attribute, by, rank, inverted: false, assumption: None };
    let trimmed = name.trim();
    if let Some(said) = given.get(&format!("{}:{trimmed}", shape.name())).or_else(|| given.get(trimmed)) {
        column.uses.extend(said.map(|attribute| {
            let inverted = attribute == Attribute::Status && is_block(&fold(trimmed));
            Use { inverted, ..simple(attribute, By::Settings, 0) }
        }));
        return column;
    }
    if shape == Shape::OktaGroupsJson {
        // A group has an id and a name of its own, none of them a person's.
        return column;
    }
    let bare = bare(shape, trimmed);
    let key = fold(bare);
    column.kind =
        matches!(shape, Shape::EntraMembersCsv) && matches!(key.as_str(), "membertype" | "objecttype");
    if let Some((attribute, rank)) = certain(shape, trimmed, &key) {
        let inverted = attribute == Attribute::Status && (shape == Shape::EntraBulkCsv || is_block(&key));
        column.uses.push(Use { inverted, ..simple(attribute, By::Shape, 1 + rank) });
        if attribute == Attribute::UserName && matches!(shape, Shape::EntraBulkCsv | Shape::M365Csv) {
            column.uses.push(Use {
                assumption: Some(USER_NAME_AS_EMAIL),
                ..simple(Attribute::PrimaryEmail, By::Shape, 1)
            });
        }
        if attribute == Attribute::UserName
            && matches!(shape, Shape::EntraUsersCsv | Shape::GraphUsersJson | Shape::PowershellCsv)
        {
            column.similar.push(Attribute::PrimaryEmail);
        }
        return column;
    }
    column.full_name = matches!(
        key.as_str(),
        "name" | "fullname" | "displayname" | "membername" | "teammember" | "teammembername" | "employee"
    );
    column.similar = resembles(shape, trimmed, &key);
    if !column.similar.is_empty() {
        return column;
    }
    let nested = bare.contains(['.', '[']) && shape.holds_paths();
    if let Some(attribute) = alias(&key) {
        if nested {
            column.similar.push(attribute);
        } else {
            let inverted = is_block(&key);
            column.uses.push(Use { inverted, ..simple(attribute, By::Alias, 10) });
        }
    } else if nested {
        let last = bare.rsplit(['.', ']']).next().unwrap_or_default();
        column.similar.extend(alias(&fold(last)).filter(|attribute| *attribute != Attribute::Id));
    } else {
        column.similar.extend(nearest(&key));
    }
    column
}

impl Shape {
    fn holds_paths(self) -> bool {
        self.is_json() || self == Shape::Table
    }
}

/// The part of a column's name that says what it is.
fn bare(shape: Shape, name: &str) -> &str {
    match shape {
        Shape::EntraBulkCsv => bracketed(name).unwrap_or(name),
        Shape::OktaUsersJson | Shape::OktaAppUsersJson | Shape::OktaGroupMembersJson => {
            name.strip_prefix("profile.").unwrap_or(name)
        }
        Shape::ScimJson if name.starts_with("urn:") => {
            // An extension's attribute is what follows the colon behind the URN.
            name.find(":User:").map_or(name, |at| &name[at + ":User:".len()..])
        }
        _ => name,
    }
}

/// Whatever lets someone in is not read.
pub(super) fn is_secret(name: &str) -> bool {
    let key = fold(name);
    (key.contains("password")
        && !key.contains("changed")
        && !key.contains("policies")
        && !key.contains("expired"))
        || key == "pwd"
        || key == "hash"
        || key.contains("passwordhash")
        || key.contains("recoveryquestion")
        || key.contains("recoveryanswer")
        || key.contains("securityquestion")
        || key.contains("securityanswer")
}

fn is_block(key: &str) -> bool {
    key.starts_with("blocksignin") || key.starts_with("blockcredential")
}

/// What the shape makes certain, with a rank among several columns for one value.
fn certain(shape: Shape, name: &str, key: &str) -> Option<(Attribute, u8)> {
    use Attribute as A;
    let first = |attribute| Some((attribute, 0));
    match shape {
        Shape::OktaCsv
        | Shape::OktaUsersJson
        | Shape::OktaAppUsersJson
        | Shape::OktaGroupMembersCsv
        | Shape::OktaGroupMembersJson => {
            if shape == Shape::OktaAppUsersJson && name == "credentials.userName" {
                return first(A::UserName);
            }
            match key {
                "id" | "userid" if !name.starts_with("profile.") => first(A::Id),
                "status" if !name.starts_with("profile.") => first(A::Status),
                "login" | "username" if !name.contains('.') || name.starts_with("profile.") => {
                    Some((A::UserName, u8::from(shape == Shape::OktaAppUsersJson)))
                }
                "firstname" => first(A::GivenName),
                "lastname" => first(A::FamilyName),
                "email" | "primaryemail" => first(A::PrimaryEmail),
                "title" => first(A::Title),
                "primaryphone" => first(A::PhoneNumber),
                "countrycode" => first(A::Country),
                "state" => first(A::State),
                "locale" => first(A::Locale),
                "timezone" => first(A::TimeZone),
                "managerid" => first(A::ManagerId),
                "manager" => first(A::ManagerName),
                _ => None,
            }
        }
        Shape::EntraUsersCsv
        | Shape::EntraMembersCsv
        | Shape::GraphUsersJson
        | Shape::PowershellCsv
        | Shape::EntraBulkCsv => {
            if shape == Shape::GraphUsersJson {
                match name {
                    "manager.id" => return first(A::ManagerId),
                    "manager.displayName" => return first(A::ManagerName),
                    "manager.mail" => return first(A::ManagerEmail),
                    "manager.userPrincipalName" => return Some((A::ManagerEmail, 1)),
                    _ if name.contains('.') => return None,
                    _ => {}
                }
            }
            match key {
                "id" | "objectid" => first(A::Id),
                "userprincipalname" => first(A::UserName),
                "accountenabled" => first(A::Status),
                "givenname" => first(A::GivenName),
                "surname" => first(A::FamilyName),
                "mail" if shape != Shape::EntraBulkCsv => first(A::PrimaryEmail),
                "jobtitle" => first(A::Title),
                "telephonenumber" => first(A::PhoneNumber),
                "businessphones" => Some((A::PhoneNumber, 1)),
                "othermails" => first(A::SecondaryEmails),
                "alternateemailaddress" => Some((A::SecondaryEmails, 1)),
                "state" => first(A::State),
                "country" => first(A::Country),
                "preferredlanguage" => first(A::Locale),
                _ => None,
            }
        }
        Shape::M365Csv => match key {
            "username" | "userprincipalname" => first(A::UserName),
            "objectid" => first(A::Id),
            "firstname" => first(A::GivenName),
            "lastname" => first(A::FamilyName),
            "jobtitle" | "title" => first(A::Title),
            "officephone" | "phonenumber" => first(A::PhoneNumber),
            "stateorprovince" | "state" => first(A::State),
            "countryorregion" | "countryregion" => first(A::Country),
            "blockcredential" => first(A::Status),
            "preferredlanguage" => first(A::Locale),
            _ => None,
        },
        Shape::ScimJson => scim(name, key),
        Shape::OktaGroupsJson | Shape::Table => None,
    }
}

fn scim(name: &str, key: &str) -> Option<(Attribute, u8)> {
    use Attribute as A;
    let lower = name.to_ascii_lowercase();
    if let Some(extension) = lower.strip_prefix("urn:ietf:params:scim:schemas:extension:") {
        let (schema, attribute) = extension.split_once(":2.0:user:")?;
        return match (schema, attribute) {
            ("enterprise", "manager.value" | "manager") => Some((A::ManagerId, 0)),
            ("enterprise", "manager.displayname") => Some((A::ManagerName, 0)),
            ("gong", "stateorprovince") => Some((A::State, 0)),
            ("gong", "country") => Some((A::Country, 0)),
            _ => None,
        };
    }
    Some(match name {
        "id" => (A::Id, 0),
        "userName" => (A::UserName, 0),
        "active" => (A::Status, 0),
        "name.givenName" => (A::GivenName, 0),
        "name.familyName" => (A::FamilyName, 0),
        "emails[type eq \"work\"].value" => (A::PrimaryEmail, 0),
        "emails[primary eq true].value" => (A::PrimaryEmail, 1),
        "phoneNumbers[type eq \"work\"].value" => (A::PhoneNumber, 0),
        "title" => (A::Title, 0),
        "locale" => (A::Locale, 0),
        "addresses[type eq \"work\"].region" => (A::State, 1),
        "addresses[type eq \"work\"].country" => (A::Country, 1),
        "groups[].display" => (A::Groups, 0),
        _ if key == "timezone" && !name.contains('.') => (A::TimeZone, 0),
        _ => return None,
    })
}

/// Columns that look like an attribute but mean something else often enough that they are only offered.
fn resembles(shape: Shape, name: &str, key: &str) -> Vec<Attribute> {
    use Attribute as A;
    let okta = shape.source() == Some(super::Source::Okta);
    match key {
        "secondemail" => vec![A::SecondaryEmails, A::PrivateEmail],
        // The console's title of Okta's secondEmail.
        "secondaryemail" if shape == Shape::OktaCsv && name.contains(' ') => {
            vec![A::SecondaryEmails, A::PrivateEmail]
        }
        "mobilephone" | "mobile" | "cellphone" => vec![A::PhoneNumber],
        "usagelocation" => vec![A::Country],
        "region" => vec![A::State],
        "preferredlanguage" | "language" => vec![A::Locale],
        "proxyaddresses" => vec![A::SecondaryEmails],
        "department" | "team" if !okta && shape == Shape::Table => vec![A::Groups],
        _ => Vec::new(),
    }
}

/// Headers that are known wherever they stand.
fn alias(key: &str) -> Option<Attribute> {
    use Attribute as A;
    Some(match key {
        "id" | "userid" | "objectid" | "oktaid" | "azureobjectid" => A::Id,
        "username" | "login" | "loginname" | "userprincipalname" | "upn" => A::UserName,
        "status" | "userstatus" | "accountstatus" | "accountenabled" | "enabled" | "active" | "isactive"
        | "blocksignin" | "blocksigninyesno" | "blockcredential" => A::Status,
        "givenname" | "firstname" | "forename" => A::GivenName,
        "familyname" | "lastname" | "surname" => A::FamilyName,
        "primaryemail"
        | "email"
        | "emailaddress"
        | "mail"
        | "workemail"
        | "primaryemailaddress"
        | "businessemail"
        | "companyemail" => A::PrimaryEmail,
        "secondaryemail"
        | "secondaryemails"
        | "secondaryemailaddress"
        | "additionalemail"
        | "additionalemails"
        | "additionalemailaddress"
        | "additionalemailaddresses"
        | "othermails"
        | "alternateemail"
        | "alternateemails"
        | "alternateemailaddress"
        | "emailaliases" => A::SecondaryEmails,
        "privateemail" | "privateemailaddress" | "personalemail" | "personalemailaddress" => A::PrivateEmail,
        "phonenumber" | "phone" | "workphone" | "officephone" | "businessphone" | "businessphones"
        | "telephonenumber" | "telephone" | "primaryphone" => A::PhoneNumber,
        "phoneextension" | "primaryphoneext" | "primaryphoneextension" | "phoneext" | "ext" | "extension" => {
            A::PhoneExtension
        }
        "title" | "jobtitle" => A::Title,
        "manageremail" | "manageremailaddress" | "managermail" | "supervisoremail" => A::ManagerEmail,
        "managername" | "managerfullname" | "manager" | "managerdisplayname" => A::ManagerName,
        "managerid" | "manageruserid" | "managerobjectid" => A::ManagerId,
        "timezone" | "timezonename" | "zoneinfo" | "tz" => A::TimeZone,
        "country" | "countrycode" | "countryorregion" | "countryregion" | "countryname" => A::Country,
        "state" | "stateorprovince" | "stateprovince" | "province" => A::State,
        "locale" => A::Locale,
        "groups" | "group" | "groupname" | "groupnames" | "memberof" => A::Groups,
        _ => return None,
    })
}

/// Known headers that the column is one slip away from.
fn nearest(key: &str) -> Option<Attribute> {
    const KNOWN: [&str; 16] = [
        "firstname",
        "givenname",
        "lastname",
        "surname",
        "familyname",
        "primaryemail",
        "emailaddress",
        "phonenumber",
        "jobtitle",
        "manageremail",
        "managername",
        "timezone",
        "country",
        "stateorprovince",
        "locale",
        "privateemail",
    ];
    if key.len() < 5 {
        return None;
    }
    KNOWN.into_iter().find(|known| strsim::osa_distance(known, key) == 1).and_then(alias)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maps(shape: Shape, name: &str) -> Vec<&'static str> {
        column(shape, name, &Given::new()).uses.iter().map(|used| used.attribute.name()).collect()
    }

    #[test]
    fn okta_never_takes_the_login_or_second_email_silently() {
        assert_eq!(maps(Shape::OktaCsv, "login"), ["userName"]);
        assert_eq!(maps(Shape::OktaCsv, "Primary email"), ["primaryEmail"]);
        for name in ["secondEmail", "Secondary email", "mobilePhone", "preferredLanguage"] {
            let column = column(Shape::OktaCsv, name, &Given::new());
            assert!(column.uses.is_empty() && !column.similar.is_empty(), "{name}");
        }
        assert_eq!(maps(Shape::OktaUsersJson, "profile.countryCode"), ["country"]);
        assert_eq!(maps(Shape::OktaUsersJson, "profile.secondaryEmail"), ["secondaryEmails"]);
        assert_eq!(maps(Shape::OktaCsv, "secondaryEmail"), ["secondaryEmails"]);
    }

    #[test]
    fn entra_does_not_fall_back_to_the_user_principal_name() {
        assert_eq!(maps(Shape::EntraUsersCsv, "userPrincipalName"), ["userName"]);
        assert_eq!(
            maps(Shape::EntraBulkCsv, "User name [userPrincipalName] Required"),
            ["userName", "primaryEmail"]
        );
        assert!(
            column(Shape::EntraBulkCsv, "Block sign in (Yes/No) [accountEnabled] Required", &Given::new())
                .uses[0]
                .inverted
        );
        assert_eq!(maps(Shape::GraphUsersJson, "manager.userPrincipalName"), ["managerEmail"]);
        assert!(maps(Shape::EntraUsersCsv, "usageLocation").is_empty());
    }

    #[test]
    fn the_names_of_gong_are_known_in_every_shape() {
        for shape in
            [Shape::OktaCsv, Shape::EntraUsersCsv, Shape::PowershellCsv, Shape::M365Csv, Shape::Table]
        {
            for (name, attribute) in [
                ("Manager Email", "managerEmail"),
                ("managerFullName", "managerName"),
                ("private_email", "privateEmail"),
                ("Primary Phone Ext", "phoneExtension"),
                ("stateOrProvince", "state"),
                ("Country", "country"),
            ] {
                assert_eq!(maps(shape, name), [attribute], "{name} in {}", shape.name());
            }
        }
    }

    #[test]
    fn the_admin_has_the_last_word() {
        let given = Given::from([
            ("okta-csv:secondEmail".to_owned(), Some(Attribute::PrivateEmail)),
            ("email".to_owned(), None),
        ]);
        assert_eq!(column(Shape::OktaCsv, "secondEmail", &given).uses[0].attribute, Attribute::PrivateEmail);
        assert!(column(Shape::Table, "secondEmail", &given).uses.is_empty());
        assert!(column(Shape::OktaCsv, "email", &given).uses.is_empty());
    }

    #[test]
    fn passwords_are_secret() {
        for name in
            ["Initial password [passwordProfile] Required", "password", "Password Hash", "recovery_question"]
        {
            assert!(column(Shape::Table, name, &Given::new()).secret, "{name}");
        }
        assert!(!column(Shape::Table, "passwordChanged", &Given::new()).secret);
    }

    #[test]
    fn scim_takes_work_first() {
        assert_eq!(maps(Shape::ScimJson, "emails[type eq \"work\"].value"), ["primaryEmail"]);
        assert!(maps(Shape::ScimJson, "emails[type eq \"home\"].value").is_empty());
        assert_eq!(
            maps(Shape::ScimJson, "urn:ietf:params:scim:schemas:extension:Gong:2.0:User:stateOrProvince"),
            ["state"]
        );
        assert_eq!(
            maps(Shape::ScimJson, "urn:ietf:params:scim:schemas:extension:Gong:2.0:User:managerEmail"),
            ["managerEmail"]
        );
    }
}
