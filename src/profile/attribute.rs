//! The names under which Rollcall knows what an export says of a person.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One named value of a profile, in the order of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Attribute {
    /// The directory's own id.
    Id,
    /// What the person signs in with: Okta's login, Entra's user principal name.
    UserName,
    /// Whether the account is active.
    Status,
    /// First name.
    GivenName,
    /// Last name.
    FamilyName,
    /// The email address that makes the person in Gong.
    PrimaryEmail,
    /// Further work addresses (a list).
    SecondaryEmails,
    /// An address outside work.
    PrivateEmail,
    /// Work phone.
    PhoneNumber,
    /// Extension of the work phone.
    PhoneExtension,
    /// Job title.
    Title,
    /// Email address of the manager.
    ManagerEmail,
    /// First and last name of the manager.
    ManagerName,
    /// Id of the manager in the directory.
    ManagerId,
    /// A name of the IANA time zone database.
    TimeZone,
    /// Country name or ISO 3166-1 code.
    Country,
    /// State or province: ISO 3166-2 name or code.
    State,
    /// Language and region, `en-US`.
    Locale,
    /// Names of the groups the person belongs to (a list).
    Groups,
}

impl Attribute {
    /// All attributes, in order.
    pub const ALL: [Attribute; 19] = [
        Attribute::Id,
        Attribute::UserName,
        Attribute::Status,
        Attribute::GivenName,
        Attribute::FamilyName,
        Attribute::PrimaryEmail,
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

    /// The three without which nobody is imported.
    pub const MANDATORY: [Attribute; 3] =
        [Attribute::GivenName, Attribute::FamilyName, Attribute::PrimaryEmail];

    /// The name in reports and settings.
    pub const fn name(self) -> &'static str {
        match self {
            Attribute::Id => "id",
            Attribute::UserName => "userName",
            Attribute::Status => "status",
            Attribute::GivenName => "givenName",
            Attribute::FamilyName => "familyName",
            Attribute::PrimaryEmail => "primaryEmail",
            Attribute::SecondaryEmails => "secondaryEmails",
            Attribute::PrivateEmail => "privateEmail",
            Attribute::PhoneNumber => "phoneNumber",
            Attribute::PhoneExtension => "phoneExtension",
            Attribute::Title => "title",
            Attribute::ManagerEmail => "managerEmail",
            Attribute::ManagerName => "managerName",
            Attribute::ManagerId => "managerId",
            Attribute::TimeZone => "timeZone",
            Attribute::Country => "country",
            Attribute::State => "state",
            Attribute::Locale => "locale",
            Attribute::Groups => "groups",
        }
    }

    /// The name on screen and in messages.
    pub const fn label(self) -> &'static str {
        match self {
            Attribute::Id => "id",
            Attribute::UserName => "user name",
            Attribute::Status => "status",
            Attribute::GivenName => "given name",
            Attribute::FamilyName => "last name",
            Attribute::PrimaryEmail => "primary email",
            Attribute::SecondaryEmails => "secondary email",
            Attribute::PrivateEmail => "private email",
            Attribute::PhoneNumber => "phone number",
            Attribute::PhoneExtension => "phone extension",
            Attribute::Title => "title",
            Attribute::ManagerEmail => "manager email",
            Attribute::ManagerName => "manager full name",
            Attribute::ManagerId => "manager id",
            Attribute::TimeZone => "time zone",
            Attribute::Country => "country",
            Attribute::State => "state or province",
            Attribute::Locale => "locale",
            Attribute::Groups => "groups",
        }
    }

    /// The attribute of that name.
    pub fn from_name(name: &str) -> Option<Attribute> {
        Attribute::ALL.into_iter().find(|attribute| attribute.name() == name)
    }

    /// Whether it may hold several values.
    pub const fn is_list(self) -> bool {
        matches!(self, Attribute::SecondaryEmails | Attribute::Groups)
    }

    pub(crate) const fn bit(self) -> u32 {
        1 << self as u8
    }
}

impl Serialize for Attribute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Attribute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Attribute, D::Error> {
        let name = String::deserialize(deserializer)?;
        Attribute::from_name(&name).ok_or_else(|| de::Error::custom(format!("\"{name}\" is no attribute")))
    }
}
