//! Everything the admin configures (`rollcall schema settings`).
//!
//! Absent members mean their defaults; a member or value that is not known is refused with its
//! place as a JSON Pointer.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use crate::export::{GivenMapping, Source};
use crate::profile::{Attribute, email};
use crate::reference::Zone;
use crate::rules::{Rule, Severity};

/// Settings that cannot be used: where and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// JSON Pointer of the member that is to blame.
    pub path: String,
    /// One sentence.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}

impl std::error::Error for Refused {}

/// What an assignment does later about changes of groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Updates {
    /// Later changes of groups are not pushed; settings are edited in Gong.
    #[default]
    Manual,
    /// Members always equal the assignment.
    Automatic,
}

/// Which of the people in the exports are assigned to Gong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ScopeMode {
    /// All of them.
    #[default]
    Everyone,
    /// The direct members of the named groups.
    Groups,
    /// Those in an export of the app's people.
    AppUsers,
}

/// Section `company`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Company {
    /// People are imported on this domain only.
    pub primary_domain: Option<String>,
    /// Further domains of the company, for aliases.
    pub other_domains: Vec<String>,
    /// The zone of everyone whose own cannot be told.
    pub default_time_zone: Option<String>,
}

/// Section `scope`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Scope {
    /// Which people.
    pub mode: ScopeMode,
    /// The groups of mode `groups`.
    pub groups: Vec<String>,
}

/// Section `provisioning`: the three switches of the source's app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Provisioning {
    /// Create users.
    pub create: bool,
    /// Update attributes.
    pub update: bool,
    /// Deactivate users.
    pub deactivate: bool,
}

impl Default for Provisioning {
    fn default() -> Provisioning {
        Provisioning { create: true, update: true, deactivate: true }
    }
}

/// Section `managers`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Managers {
    /// Notify direct managers with recorded teams when a new team member is imported.
    pub notify_direct_managers: bool,
    /// Managers can turn data capture on or off for their team.
    pub toggle_data_capture: bool,
}

/// A seat that can be given.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Seat {
    /// The id that assignments name.
    pub id: String,
    /// The name on screen.
    #[serde(default)]
    pub name: Option<String>,
    /// How many the company has.
    #[serde(default)]
    pub owned: Option<u32>,
    /// What needs the seat: `dataCapture`, `profile:NAME`, `emailExportToCrm`.
    #[serde(default)]
    pub unlocks: Vec<String>,
}

/// A workspace with the permission profiles it knows.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Workspace {
    /// The id that assignments name.
    pub id: String,
    /// The name on screen.
    #[serde(default)]
    pub name: Option<String>,
    /// Names of its permission profiles.
    #[serde(default)]
    pub permission_profiles: Vec<String>,
}

/// Section `catalog`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Catalog {
    /// Seats.
    pub seats: Vec<Seat>,
    /// Workspaces.
    pub workspaces: Vec<Workspace>,
}

/// A workspace of an assignment, with its permission profile.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Permission {
    /// Id of the workspace.
    pub workspace: String,
    /// Name of the profile.
    pub permission_profile: String,
}

/// What is captured of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DataCapture {
    /// Web conferences are recorded.
    pub web_conferences: bool,
    /// This person is never recorded.
    pub never_record: bool,
    /// Telephony calls are imported.
    pub telephony_calls: bool,
    /// Emails are imported.
    pub emails: bool,
    /// Emails are never imported.
    pub never_import_emails: bool,
    /// Meetings that were not recorded are imported.
    pub non_recorded_meetings: bool,
    /// Gong Connect.
    pub gong_connect: bool,
}

/// A named bundle of settings given to groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Assignment {
    /// Its name; none for the default assignment.
    pub name: String,
    /// Names of the groups it is for.
    pub groups: Vec<String>,
    /// Ids of the seats it gives.
    pub seats: Vec<String>,
    /// Workspaces with a permission profile each.
    pub workspaces: Vec<Permission>,
    /// Id of the home workspace.
    pub home_workspace: Option<String>,
    /// What is captured.
    pub data_capture: DataCapture,
    /// Emails are exported to the CRM.
    pub email_export_to_crm: bool,
    /// What happens later.
    pub updates: Updates,
}

/// Section `limits`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Limits {
    /// Most assignments.
    pub assignments: Option<u32>,
    /// Most workspaces.
    pub workspaces: Option<u32>,
    /// Most permission profiles of a workspace.
    pub permission_profiles_per_workspace: Option<u32>,
}

/// Section `guard`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Guard {
    /// Share of deactivations past which a plan stands out.
    pub deactivate_share: f64,
}

impl Default for Guard {
    fn default() -> Guard {
        Guard { deactivate_share: 0.1 }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Document {
    format: Option<String>,
    format_version: Option<u32>,
    source: Option<String>,
    company: Company,
    scope: Option<Scope>,
    provisioning: Provisioning,
    managers: Managers,
    catalog: Catalog,
    assignments: Vec<Assignment>,
    default_assignment: Assignment,
    limits: Limits,
    guard: Guard,
    mapping: BTreeMap<String, Option<String>>,
    rules: BTreeMap<String, String>,
}

/// Settings that hold together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The directory that provisions; taken from the exports where not set.
    pub source: Option<Source>,
    /// Domains and default time zone.
    pub company: Company,
    /// Which people; `None` leaves it to the exports.
    pub scope: Option<Scope>,
    /// The switches of the source's app.
    pub provisioning: Provisioning,
    /// Manager's provisioning settings.
    pub managers: Managers,
    /// Seats and workspaces.
    pub catalog: Catalog,
    /// The ordered list; the first that names one of a person's groups wins.
    pub assignments: Vec<Assignment>,
    /// What everyone else gets.
    pub default_assignment: Assignment,
    /// Limits of the plan the company bought.
    pub limits: Limits,
    /// When a plan stands out.
    pub guard: Guard,
    pub(crate) mapping: GivenMapping,
    /// Changed severities by rule id; `None` is off.
    pub(crate) severities: BTreeMap<&'static str, Option<Severity>>,
}

impl Settings {
    /// Reads settings JSON.
    ///
    /// # Errors
    ///
    /// Text that is no JSON, an unknown member, a value of the wrong type or one that is not known.
    pub fn from_json(text: &str) -> Result<Settings, Refused> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let document: Document = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = pointer(error.path());
            Refused { path, message: error.into_inner().to_string() }
        })?;
        reader.end().map_err(|error| Refused { path: String::new(), message: error.to_string() })?;
        Settings::of(document)
    }

    fn of(document: Document) -> Result<Settings, Refused> {
        let refuse = |path: &str, message: String| Refused { path: path.to_owned(), message };
        if let Some(format) = document.format.filter(|format| format != "rollcall-settings") {
            return Err(refuse(
                "/format",
                format!("\"{format}\" is another kind of file; settings say \"rollcall-settings\""),
            ));
        }
        if let Some(version) = document.format_version.filter(|version| *version != 1) {
            return Err(refuse(
                "/formatVersion",
                format!("version {version} is not known here; this program reads version 1"),
            ));
        }
        let mut settings = Settings {
            scope: document.scope,
            provisioning: document.provisioning,
            managers: document.managers,
            catalog: document.catalog,
            assignments: document.assignments,
            default_assignment: document.default_assignment,
            limits: document.limits,
            guard: document.guard,
            ..Settings::default()
        };
        if let Some(source) = document.source {
            settings.set_source(&source).map_err(|message| refuse("/source", message))?;
        }
        if let Some(domain) = document.company.primary_domain {
            settings
                .set_primary_domain(&domain)
                .map_err(|message| refuse("/company/primaryDomain", message))?;
        }
        for (index, domain) in document.company.other_domains.iter().enumerate() {
            if !email::is_domain(domain) {
                return Err(refuse(&format!("/company/otherDomains/{index}"), no_domain(domain)));
            }
        }
        settings.company.other_domains = document.company.other_domains;
        if let Some(zone) = document.company.default_time_zone {
            settings
                .set_default_time_zone(&zone)
                .map_err(|message| refuse("/company/defaultTimeZone", message))?;
        }
        for (column, name) in document.mapping {
            let attribute = match name {
                None => None,
                Some(name) => Some(Attribute::from_name(&name).ok_or_else(|| {
                    refuse(&format!("/mapping/{}", escape(&column)), format!("\"{name}\" is no attribute"))
                })?),
            };
            settings.mapping.insert(column, attribute);
        }
        for (id, severity) in document.rules {
            let path = format!("/rules/{}", escape(&id));
            let rule = Rule::find(&id).ok_or_else(|| refuse(&path, format!("there is no rule \"{id}\"")))?;
            let severity = match severity.as_str() {
                "off" => None,
                name => Some(Severity::from_name(name).ok_or_else(|| {
                    refuse(
                        &path,
                        format!("\"{name}\" is no severity; known are error, warning, notice and off"),
                    )
                })?),
            };
            settings.severities.insert(rule.id, severity);
        }
        Ok(settings)
    }

    /// Sets the source by name.
    pub fn set_source(&mut self, name: &str) -> Result<(), String> {
        let source = Source::from_name(name)
            .ok_or_else(|| format!("\"{name}\" is no source; known are okta and entra"))?;
        self.source = Some(source);
        Ok(())
    }

    /// Sets the primary domain.
    pub fn set_primary_domain(&mut self, domain: &str) -> Result<(), String> {
        let domain = domain.trim();
        if !email::is_domain(domain) {
            return Err(no_domain(domain));
        }
        self.company.primary_domain = Some(domain.to_owned());
        Ok(())
    }

    /// Sets the company's default time zone, a name of the IANA database.
    pub fn set_default_time_zone(&mut self, zone: &str) -> Result<(), String> {
        if Zone::from_name(zone).is_none() {
            return Err(format!("\"{zone}\" is no name of the time zone database, such as America/New_York"));
        }
        self.company.default_time_zone = Some(zone.to_owned());
        Ok(())
    }
}

fn no_domain(domain: &str) -> String {
    format!("\"{domain}\" is no domain, such as acme.com")
}

fn escape(segment: &str) -> String {
    segment.replace('~', "~0").replace('/', "~1")
}

/// A path of the deserializer as JSON Pointer.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", escape(key)),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        Settings::from_json(text).expect_err("refused").path
    }

    #[test]
    fn what_is_not_known_is_refused_with_its_place() {
        assert_eq!(refused(r#"{"compny":{}}"#), "/compny");
        assert_eq!(refused(r#"{"company":{"primaryDomain":7}}"#), "/company/primaryDomain");
        assert_eq!(refused(r#"{"company":{"primaryDomain":"acme"}}"#), "/company/primaryDomain");
        assert_eq!(refused(r#"{"company":{"defaultTimeZone":"EDT"}}"#), "/company/defaultTimeZone");
        assert_eq!(
            refused(r#"{"assignments":[{"name":"a"},{"name":"b","seat":[]}]}"#),
            "/assignments/1/seat"
        );
        assert_eq!(refused(r#"{"rules":{"title/missing":"loud"}}"#), "/rules/title~1missing");
        assert_eq!(refused(r#"{"rules":{"title/gone":"off"}}"#), "/rules/title~1gone");
        assert_eq!(refused(r#"{"mapping":{"x":"shoeSize"}}"#), "/mapping/x");
        assert_eq!(refused(r#"{"source":"google"}"#), "/source");
        assert_eq!(refused(r#"{"formatVersion":2}"#), "/formatVersion");
    }

    #[test]
    fn absent_members_mean_their_defaults() {
        let settings = Settings::from_json("{}").expect("settings");
        assert_eq!(settings, Settings::default());
        assert!(settings.provisioning.create && settings.provisioning.deactivate);
        assert_eq!(settings.default_assignment.updates, Updates::Manual);
    }
}
