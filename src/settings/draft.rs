//! Settings while they are edited: the JSON as it stands, and what is wrong with it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::parts::{
    Assignment, Catalog, Company, Guard, Limits, Managers, Provisioning, Scope, UNLOCKS_CAPTURE,
    UNLOCKS_EXPORT, UNLOCKS_PROFILE, nameless,
};
use super::{Refused, Settings, escape, no_domain};
use crate::assignment;
use crate::maps::HashSet;
use crate::profile::{Attribute, email};
use crate::rules::{Rule, Severity};

const FORMAT: &str = "rollcall-settings";
/// The contract's version.
const FORMAT_VERSION: u32 = 1;

/// Settings as they stand in a file or in the fields of a page. Every member is known and of its type;
/// whether they hold together is told by [`Draft::settings`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Draft {
    format: String,
    format_version: u32,
    /// `okta` or `entra`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Domains and default time zone.
    pub company: Company,
    /// Which people; left to the exports where not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// The switches of the source's app.
    pub provisioning: Provisioning,
    /// Manager's provisioning settings.
    pub managers: Managers,
    /// Seats and workspaces.
    pub catalog: Catalog,
    /// The ordered list.
    pub assignments: Vec<Assignment>,
    /// What everyone else gets; its name and groups are empty.
    #[serde(with = "nameless")]
    pub default_assignment: Assignment,
    /// Limits of the plan the company bought.
    pub limits: Limits,
    /// When a plan stands out.
    pub guard: Guard,
    /// Column, or `shape:column`, to attribute, or to nothing.
    pub mapping: BTreeMap<String, Option<String>>,
    /// Rule id to severity or `off`.
    pub rules: BTreeMap<String, String>,
}

impl Default for Draft {
    fn default() -> Draft {
        Draft {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            source: None,
            company: Company::default(),
            scope: None,
            provisioning: Provisioning::default(),
            managers: Managers::default(),
            catalog: Catalog::default(),
            assignments: Vec::new(),
            default_assignment: Assignment::default(),
            limits: Limits::default(),
            guard: Guard::default(),
            mapping: BTreeMap::new(),
            rules: BTreeMap::new(),
        }
    }
}

impl Draft {
    /// Reads settings JSON as far as members and types go.
    ///
    /// # Errors
    ///
    /// Text that is no JSON, another format or version, an unknown member or a value of the wrong type.
    pub fn from_json(text: &str) -> Result<Draft, Refused> {
        // Some editors put a byte order mark before the text.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            recognise(&value)?;
            if let Some(path) = OBJECTS.iter().find_map(|pattern| list_at(&value, pattern, String::new())) {
                let message = "a list stands where members with names are expected".to_owned();
                return Err(Refused { path, message });
            }
        }
        let mut reader = serde_json::Deserializer::from_str(text);
        let draft: Draft = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = pointer(error.path());
            Refused { path, message: error.into_inner().to_string() }
        })?;
        reader.end().map_err(|error| Refused { path: String::new(), message: error.to_string() })?;
        Ok(draft)
    }

    /// The JSON, a member a line.
    pub fn to_json(&self) -> String {
        // Texts, numbers and lists of them are always JSON.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// The settings, and all that keeps them from being saved, in the order of the document. A value that is
    /// refused has no part in the settings; names and ids that repeat, and references to nothing, stand as they are.
    pub fn settings(&self) -> (Settings, Vec<Refused>) {
        let mut problems = Problems(Vec::new());
        let mut settings = Settings {
            scope: self.scope.clone(),
            provisioning: self.provisioning,
            managers: self.managers,
            catalog: self.catalog.clone(),
            assignments: self.assignments.clone(),
            default_assignment: self.default_assignment.clone(),
            limits: self.limits,
            guard: self.guard,
            ..Settings::default()
        };
        if let Some(source) = &self.source {
            problems.take("/source", settings.set_source(source));
        }
        self.company(&mut settings, &mut problems);
        self.catalog(&mut problems);
        self.assignments(&mut problems);
        if !(0.0..=1.0).contains(&self.guard.deactivate_share) {
            settings.guard = Guard::default();
            let message = "a share lies between 0 and 1, such as 0.1 for one person in ten".to_owned();
            problems.add("/guard/deactivateShare", message);
        }
        for (column, name) in &self.mapping {
            match name.as_ref().map(|name| Attribute::from_name(name).ok_or(name)).transpose() {
                Ok(attribute) => {
                    settings.mapping.insert(column.clone(), attribute);
                }
                Err(name) => {
                    problems
                        .add(&format!("/mapping/{}", escape(column)), format!("\"{name}\" is no attribute"));
                }
            }
        }
        for (id, severity) in &self.rules {
            let path = format!("/rules/{}", escape(id));
            let Some(rule) = Rule::find(id) else {
                problems.add(&path, format!("there is no rule \"{id}\""));
                continue;
            };
            match (severity.as_str(), Severity::from_name(severity)) {
                ("off", _) => {
                    settings.severities.insert(rule.id, None);
                }
                (_, Some(severity)) => {
                    settings.severities.insert(rule.id, Some(severity));
                }
                (name, None) => problems.add(
                    &path,
                    format!("\"{name}\" is no severity; known are error, warning, notice and off"),
                ),
            }
        }
        (settings, problems.0)
    }

    fn company(&self, settings: &mut Settings, problems: &mut Problems) {
        if let Some(domain) = &self.company.primary_domain {
            problems.take("/company/primaryDomain", settings.set_primary_domain(domain));
        }
        for (index, domain) in self.company.other_domains.iter().enumerate() {
            let domain = domain.trim();
            if email::is_domain(domain) {
                settings.company.other_domains.push(domain.to_owned());
            } else {
                problems.add(&format!("/company/otherDomains/{index}"), no_domain(domain));
            }
        }
        if let Some(zone) = &self.company.default_time_zone {
            problems.take("/company/defaultTimeZone", settings.set_default_time_zone(zone));
        }
    }

    fn catalog(&self, problems: &mut Problems) {
        let mut ids = HashSet::default();
        for (index, seat) in self.catalog.seats.iter().enumerate() {
            problems.id(&format!("/catalog/seats/{index}/id"), "seat", &seat.id, &mut ids);
            for (place, token) in seat.unlocks.iter().enumerate() {
                let profile = token.strip_prefix(UNLOCKS_PROFILE).is_some_and(|name| !name.trim().is_empty());
                if !profile && token != UNLOCKS_CAPTURE && token != UNLOCKS_EXPORT {
                    problems.add(
                        &format!("/catalog/seats/{index}/unlocks/{place}"),
                        format!(
                            "\"{token}\" is nothing that a seat unlocks; known are {UNLOCKS_CAPTURE}, {UNLOCKS_EXPORT} and {UNLOCKS_PROFILE}NAME"
                        ),
                    );
                }
            }
        }
        ids.clear();
        for (index, workspace) in self.catalog.workspaces.iter().enumerate() {
            problems.id(&format!("/catalog/workspaces/{index}/id"), "workspace", &workspace.id, &mut ids);
        }
    }

    fn assignments(&self, problems: &mut Problems) {
        let mut names = HashSet::default();
        for (index, assignment) in self.assignments.iter().enumerate() {
            let path = format!("/assignments/{index}");
            let name = assignment.name.trim();
            if name.is_empty() {
                problems.add(&format!("{path}/name"), "an assignment needs a name".to_owned());
            } else if name == assignment::DEFAULT {
                let message =
                    format!("\"{name}\" is how the default assignment is called; choose another name");
                problems.add(&format!("{path}/name"), message);
            } else if !names.insert(name) {
                let message =
                    format!("an earlier assignment is called \"{name}\" too; give each its own name");
                problems.add(&format!("{path}/name"), message);
            }
            self.references(&path, assignment, problems);
        }
        self.references("/defaultAssignment", &self.default_assignment, problems);
    }

    /// What an assignment names must be in the catalog.
    fn references(&self, path: &str, assignment: &Assignment, problems: &mut Problems) {
        for (place, seat) in assignment.seats.iter().enumerate() {
            if self.catalog.seat(seat).is_none() {
                problems.add(
                    &format!("{path}/seats/{place}"),
                    format!("there is no seat \"{seat}\" in the catalog"),
                );
            }
        }
        let mut seen = HashSet::default();
        for (place, permission) in assignment.workspaces.iter().enumerate() {
            let own = format!("{path}/workspaces/{place}");
            let Some(workspace) = self.catalog.workspace(&permission.workspace) else {
                let message = format!("there is no workspace \"{}\" in the catalog", permission.workspace);
                problems.add(&format!("{own}/workspace"), message);
                continue;
            };
            if !seen.insert(permission.workspace.as_str()) {
                let message = format!(
                    "the workspace \"{}\" is named twice; one permission profile each",
                    workspace.label()
                );
                problems.add(&format!("{own}/workspace"), message);
            }
            if !workspace.permission_profiles.contains(&permission.permission_profile) {
                let message = if permission.permission_profile.is_empty() {
                    format!("choose a permission profile for the workspace \"{}\"", workspace.label())
                } else {
                    format!(
                        "the workspace \"{}\" has no permission profile \"{}\"",
                        workspace.label(),
                        permission.permission_profile
                    )
                };
                problems.add(&format!("{own}/permissionProfile"), message);
            }
        }
        if let Some(home) = &assignment.home_workspace
            && self.catalog.workspace(home).is_none()
        {
            let message = format!("there is no workspace \"{home}\" in the catalog");
            problems.add(&format!("{path}/homeWorkspace"), message);
        }
    }
}

/// Another kind of file, or one of a later program, is told as such before anything else.
fn recognise(value: &Value) -> Result<(), Refused> {
    if let Some(format) = value.get("format").and_then(Value::as_str).filter(|format| *format != FORMAT) {
        let message = format!("\"{format}\" is another kind of file; settings say \"{FORMAT}\"");
        return Err(Refused { path: "/format".to_owned(), message });
    }
    if let Some(version) = value.get("formatVersion").filter(|version| **version != FORMAT_VERSION) {
        let message =
            format!("version {version} is not known here; this program reads version {FORMAT_VERSION}");
        return Err(Refused { path: "/formatVersion".to_owned(), message });
    }
    Ok(())
}

/// Where objects stand; `*` is any place of a list. By itself the reader would take lists for them, member by member.
const OBJECTS: [&str; 16] = [
    "",
    "/company",
    "/scope",
    "/provisioning",
    "/managers",
    "/catalog",
    "/catalog/seats/*",
    "/catalog/workspaces/*",
    "/assignments/*",
    "/assignments/*/workspaces/*",
    "/assignments/*/dataCapture",
    "/defaultAssignment",
    "/defaultAssignment/workspaces/*",
    "/defaultAssignment/dataCapture",
    "/limits",
    "/guard",
];

/// The place of a list where the pattern asks for an object.
fn list_at(value: &Value, pattern: &str, path: String) -> Option<String> {
    let Some(rest) = pattern.strip_prefix('/') else {
        return value.is_array().then_some(path);
    };
    let (name, rest) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    match value {
        Value::Array(all) if name == "*" => {
            all.iter().enumerate().find_map(|(at, value)| list_at(value, rest, format!("{path}/{at}")))
        }
        Value::Object(members) => list_at(members.get(name)?, rest, format!("{path}/{name}")),
        _ => None,
    }
}

/// What keeps settings from being saved.
struct Problems(Vec<Refused>);

impl Problems {
    fn add(&mut self, path: &str, message: String) {
        self.0.push(Refused { path: path.to_owned(), message });
    }

    fn take(&mut self, path: &str, outcome: Result<(), String>) {
        if let Err(message) = outcome {
            self.add(path, message);
        }
    }

    fn id<'d>(&mut self, path: &str, what: &str, id: &'d str, seen: &mut HashSet<&'d str>) {
        if id.trim().is_empty() {
            self.add(path, format!("a {what} needs an id"));
        } else if !seen.insert(id) {
            self.add(path, format!("an earlier {what} has the id \"{id}\" too"));
        }
    }
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
