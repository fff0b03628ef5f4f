//! What kind of export a file is, told by its content.

/// A kind of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Okta users as CSV: attribute names (the import template) or console titles.
    OktaCsv,
    /// Okta's list of users.
    OktaUsersJson,
    /// Okta's list of the people assigned to an app.
    OktaAppUsersJson,
    /// Okta's list of groups.
    OktaGroupsJson,
    /// The members of one Okta group, as JSON.
    OktaGroupMembersJson,
    /// The members of one Okta group, as CSV.
    OktaGroupMembersCsv,
    /// The Entra portal's download of users.
    EntraUsersCsv,
    /// The Entra portal's template for creating users in bulk.
    EntraBulkCsv,
    /// The Entra portal's download of a group's members.
    EntraMembersCsv,
    /// Users of Microsoft Graph.
    GraphUsersJson,
    /// `Export-Csv` of a directory cmdlet.
    PowershellCsv,
    /// The Microsoft 365 admin center's template.
    M365Csv,
    /// SCIM 2.0 resources.
    ScimJson,
    /// Any other table.
    Table,
}

/// The directory that provisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Okta.
    Okta,
    /// Azure AD (Microsoft Entra ID).
    Entra,
}

impl Source {
    /// The name in flags and settings.
    pub fn name(self) -> &'static str {
        match self {
            Source::Okta => "okta",
            Source::Entra => "entra",
        }
    }

    /// The name that people see.
    pub fn label(self) -> &'static str {
        match self {
            Source::Okta => "Okta",
            Source::Entra => "Azure AD (Microsoft Entra ID)",
        }
    }

    /// The source of that name.
    pub fn from_name(name: &str) -> Option<Source> {
        [Source::Okta, Source::Entra].into_iter().find(|source| source.name() == name)
    }
}

/// What the records of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    People,
    Groups,
    Members,
}

impl Shape {
    /// All shapes, for menus and messages.
    pub const ALL: [Shape; 14] = [
        Shape::OktaCsv,
        Shape::OktaUsersJson,
        Shape::OktaAppUsersJson,
        Shape::OktaGroupsJson,
        Shape::OktaGroupMembersJson,
        Shape::OktaGroupMembersCsv,
        Shape::EntraUsersCsv,
        Shape::EntraBulkCsv,
        Shape::EntraMembersCsv,
        Shape::GraphUsersJson,
        Shape::PowershellCsv,
        Shape::M365Csv,
        Shape::ScimJson,
        Shape::Table,
    ];

    /// The name in flags and reports.
    pub fn name(self) -> &'static str {
        match self {
            Shape::OktaCsv => "okta-csv",
            Shape::OktaUsersJson => "okta-users-json",
            Shape::OktaAppUsersJson => "okta-app-users-json",
            Shape::OktaGroupsJson => "okta-groups-json",
            Shape::OktaGroupMembersJson => "okta-group-members-json",
            Shape::OktaGroupMembersCsv => "okta-group-members-csv",
            Shape::EntraUsersCsv => "entra-users-csv",
            Shape::EntraBulkCsv => "entra-bulk-csv",
            Shape::EntraMembersCsv => "entra-members-csv",
            Shape::GraphUsersJson => "graph-users-json",
            Shape::PowershellCsv => "powershell-csv",
            Shape::M365Csv => "m365-csv",
            Shape::ScimJson => "scim-json",
            Shape::Table => "table",
        }
    }

    /// The shape of that name.
    pub fn from_name(name: &str) -> Option<Shape> {
        Shape::ALL.into_iter().find(|shape| shape.name() == name)
    }

    /// The source that writes such files, if only one does.
    pub fn source(self) -> Option<Source> {
        match self {
            Shape::OktaCsv
            | Shape::OktaUsersJson
            | Shape::OktaAppUsersJson
            | Shape::OktaGroupsJson
            | Shape::OktaGroupMembersJson
            | Shape::OktaGroupMembersCsv => Some(Source::Okta),
            Shape::EntraUsersCsv
            | Shape::EntraBulkCsv
            | Shape::EntraMembersCsv
            | Shape::GraphUsersJson
            | Shape::PowershellCsv
            | Shape::M365Csv => Some(Source::Entra),
            Shape::ScimJson | Shape::Table => None,
        }
    }

    pub(crate) fn is_json(self) -> bool {
        matches!(
            self,
            Shape::OktaUsersJson
                | Shape::OktaAppUsersJson
                | Shape::OktaGroupsJson
                | Shape::OktaGroupMembersJson
                | Shape::GraphUsersJson
                | Shape::ScimJson
        )
    }

    pub(crate) fn holds(self) -> Holds {
        match self {
            Shape::OktaGroupsJson => Holds::Groups,
            Shape::OktaGroupMembersJson | Shape::OktaGroupMembersCsv | Shape::EntraMembersCsv => {
                Holds::Members
            }
            _ => Holds::People,
        }
    }

    /// Recognises the header of a table. `typed` says that a `#TYPE` line stood before it.
    pub(crate) fn of_header(header: &[String], typed: bool) -> Shape {
        let exact = |name: &str| header.iter().any(|column| column.trim() == name);
        let lower: Vec<String> = header.iter().map(|column| column.trim().to_lowercase()).collect();
        let title = |name: &str| lower.iter().any(|column| column == name);
        let folded: Vec<String> = header.iter().map(|column| fold(column)).collect();
        let has = |name: &str| folded.iter().any(|column| column == name);

        if header.iter().any(|column| bracketed(column).is_some_and(|name| fold(name) == "userprincipalname"))
        {
            return Shape::EntraBulkCsv;
        }
        if (has("membertype") || has("objecttype"))
            && (has("userprincipalname") || has("objectid") || has("id"))
        {
            return Shape::EntraMembersCsv;
        }
        if typed
            || (exact("UserPrincipalName") && (exact("DisplayName") || exact("GivenName") || exact("Mail")))
        {
            return Shape::PowershellCsv;
        }
        if (title("user name") && title("display name") && (title("first name") || title("last name")))
            || (title("block credential") && title("user principal name"))
        {
            return Shape::M365Csv;
        }
        if has("userprincipalname")
            && ["displayname", "surname", "givenname", "mail", "usertype", "objectid"].into_iter().any(has)
        {
            return Shape::EntraUsersCsv;
        }
        let members = ["id", "login", "firstname", "lastname", "status"];
        if header.len() == members.len() && members.into_iter().all(has) {
            return Shape::OktaGroupMembersCsv;
        }
        let cased = |name: &str| header.iter().any(|column| column.trim().eq_ignore_ascii_case(name));
        if cased("login") && (cased("firstName") || cased("lastName")) {
            return Shape::OktaCsv;
        }
        if title("username")
            && title("first name")
            && title("last name")
            && (title("primary email") || (title("user id") && title("status")))
        {
            return Shape::OktaCsv;
        }
        Shape::Table
    }

    /// Recognises a JSON record by the paths of its values.
    pub(crate) fn of_record(paths: &[&str], texts: impl Fn(&str) -> Option<String>) -> Shape {
        let has = |name: &str| paths.contains(&name);
        let under = |prefix: &str| {
            paths
                .iter()
                .any(|path| path.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(['.', '['])))
        };
        let schemas = texts("schemas").unwrap_or_default();
        if schemas.starts_with("urn:ietf:params:scim:")
            || (has("userName") && (under("name") || under("emails")))
        {
            return Shape::ScimJson;
        }
        if under("profile") {
            let group = texts("type")
                .is_some_and(|kind| matches!(kind.as_str(), "OKTA_GROUP" | "APP_GROUP" | "BUILT_IN"));
            if group || has("objectClass") || has("lastMembershipUpdated") {
                return Shape::OktaGroupsJson;
            }
            if has("syncState") || has("scope") {
                return Shape::OktaAppUsersJson;
            }
            return Shape::OktaUsersJson;
        }
        if has("@odata.type")
            || (has("userPrincipalName")
                && (has("id") || has("displayName") || has("givenName") || has("mail")))
            || (has("businessPhones") && has("displayName"))
        {
            return Shape::GraphUsersJson;
        }
        Shape::Table
    }
}

/// The attribute name in the brackets of a header such as `First name [givenName]`.
pub(crate) fn bracketed(column: &str) -> Option<&str> {
    let from = column.find('[')? + 1;
    let to = from + column[from..].find(']')?;
    Some(&column[from..to])
}

/// A header without case, spaces and punctuation.
pub(crate) fn fold(column: &str) -> String {
    column.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &str) -> &'static str {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        Shape::of_header(&header, false).name()
    }

    #[test]
    fn headers_tell_their_shape() {
        for (header, shape) in [
            ("login,firstName,lastName,middleName,email", "okta-csv"),
            ("LOGIN,FIRSTNAME,LASTNAME,EMAIL", "okta-csv"),
            ("id,firstName,lastName,login,email,credentialType", "okta-csv"),
            ("User Id,Status,Username,First name,Last name,Primary email", "okta-csv"),
            ("id,login,firstName,lastName,status", "okta-group-members-csv"),
            ("userPrincipalName,displayName,surname,mail,givenName,objectId,userType", "entra-users-csv"),
            ("userPrincipalName,displayName,surname,mail,givenName,id,userType", "entra-users-csv"),
            ("User principal name,Display name,Object ID,User type", "entra-users-csv"),
            ("Name [displayName] Required,User name [userPrincipalName] Required", "entra-bulk-csv"),
            ("Object ID,User principal name,Display name,Member type", "entra-members-csv"),
            ("UserPrincipalName,DisplayName,GivenName,Surname,Mail", "powershell-csv"),
            ("User Name,First Name,Last Name,Display Name,Job Title", "m365-csv"),
            ("Block credential,City,Display name,User principal name", "m365-csv"),
            ("Employee,First name,Last name,Work email", "table"),
        ] {
            assert_eq!(of(header), shape, "{header}");
        }
        assert_eq!(Shape::of_header(&["Mail".to_owned()], true), Shape::PowershellCsv);
    }

    #[test]
    fn names_are_unique_and_found_again() {
        for shape in Shape::ALL {
            assert_eq!(Shape::from_name(shape.name()), Some(shape));
        }
    }
}
