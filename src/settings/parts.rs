//! The sections of settings, as they stand in the JSON.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What an assignment does later about changes of groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Updates {
    /// Later changes of groups are not pushed; settings are edited in Gong.
    #[default]
    Manual,
    /// Members always equal the assignment.
    Automatic,
}

/// Which of the people in the exports are assigned to Gong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Scope {
    /// Which people.
    pub mode: ScopeMode,
    /// The groups of mode `groups`.
    pub groups: Vec<String>,
}

/// Section `provisioning`: the three switches of the source's app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Managers {
    /// Notify direct managers with recorded teams when a new team member is imported.
    pub notify_direct_managers: bool,
    /// Managers can turn data capture on or off for their team.
    pub toggle_data_capture: bool,
}

/// A seat that can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Section `catalog`. Gong's own lists change, so the admin edits these; they start with what is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Catalog {
    /// Seats.
    pub seats: Vec<Seat>,
    /// Workspaces.
    pub workspaces: Vec<Workspace>,
}

/// Permission profiles that every company starts with; the last two ask for a Forecast seat.
pub const KNOWN_PROFILES: [&str; 5] = [
    "Business admin",
    "Standard team member",
    "Collaborator",
    "Business Admin - Forecast",
    "Standard Team Member - Forecast",
];

/// Names of seats that plans have had, to offer when one is added.
pub const KNOWN_SEATS: [&str; 7] = [
    "Gong",
    "Gong Forecast",
    "Gong Engage",
    "Gong Foundation",
    "Enable",
    "Enable Essentials",
    "Forecast Essentials",
];

/// Settings that need a seat: the token that stands in `unlocks`.
pub const UNLOCKS_CAPTURE: &str = "dataCapture";
/// See [`UNLOCKS_CAPTURE`].
pub const UNLOCKS_EXPORT: &str = "emailExportToCrm";
/// What stands before the name of a permission profile that needs a seat.
pub const UNLOCKS_PROFILE: &str = "profile:";

impl Default for Catalog {
    fn default() -> Catalog {
        let seat = |id: &str, name: &str, unlocks: Vec<String>| Seat {
            id: id.to_owned(),
            name: Some(name.to_owned()),
            owned: None,
            unlocks,
        };
        let forecast = KNOWN_PROFILES.iter().filter(|name| name.ends_with("Forecast"));
        Catalog {
            seats: vec![
                seat("gong", KNOWN_SEATS[0], vec![UNLOCKS_CAPTURE.to_owned()]),
                seat(
                    "forecast",
                    KNOWN_SEATS[1],
                    forecast.map(|name| format!("{UNLOCKS_PROFILE}{name}")).collect(),
                ),
                seat("engage", KNOWN_SEATS[2], Vec::new()),
            ],
            workspaces: vec![Workspace {
                id: "default".to_owned(),
                name: Some("Default workspace".to_owned()),
                permission_profiles: KNOWN_PROFILES.map(str::to_owned).to_vec(),
            }],
        }
    }
}

impl Seat {
    /// The name on screen, else the id.
    pub fn label(&self) -> &str {
        label(self.name.as_deref(), &self.id)
    }
}

impl Workspace {
    /// The name on screen, else the id.
    pub fn label(&self) -> &str {
        label(self.name.as_deref(), &self.id)
    }
}

fn label<'a>(name: Option<&'a str>, id: &'a str) -> &'a str {
    name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(id)
}

impl Catalog {
    /// The seat of that id.
    pub fn seat(&self, id: &str) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.id == id)
    }

    /// The workspace of that id.
    pub fn workspace(&self, id: &str) -> Option<&Workspace> {
        self.workspaces.iter().find(|workspace| workspace.id == id)
    }
}

/// A workspace of an assignment, with its permission profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Permission {
    /// Id of the workspace.
    pub workspace: String,
    /// Name of the profile.
    pub permission_profile: String,
}

/// What is captured of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// One switch of data capture.
#[derive(Clone, Copy, Debug)]
pub struct Switch {
    /// Its name in the JSON.
    pub name: &'static str,
    /// Its words on screen.
    pub label: &'static str,
    /// It captures something, and so needs the seat for it; the others keep something from being captured.
    pub captures: bool,
    /// Reads it.
    pub get: fn(&DataCapture) -> bool,
    /// Sets it.
    pub set: fn(&mut DataCapture, bool),
}

impl DataCapture {
    /// All switches, in the order of the screen.
    pub const SWITCHES: [Switch; 7] = [
        Switch {
            name: "webConferences",
            label: "Web conferences recorded",
            captures: true,
            get: |capture| capture.web_conferences,
            set: |capture, on| capture.web_conferences = on,
        },
        Switch {
            name: "neverRecord",
            label: "Never record this person",
            captures: false,
            get: |capture| capture.never_record,
            set: |capture, on| capture.never_record = on,
        },
        Switch {
            name: "telephonyCalls",
            label: "Telephony calls imported",
            captures: true,
            get: |capture| capture.telephony_calls,
            set: |capture, on| capture.telephony_calls = on,
        },
        Switch {
            name: "emails",
            label: "Emails imported",
            captures: true,
            get: |capture| capture.emails,
            set: |capture, on| capture.emails = on,
        },
        Switch {
            name: "neverImportEmails",
            label: "Never import emails",
            captures: false,
            get: |capture| capture.never_import_emails,
            set: |capture, on| capture.never_import_emails = on,
        },
        Switch {
            name: "nonRecordedMeetings",
            label: "Non-recorded meetings imported",
            captures: true,
            get: |capture| capture.non_recorded_meetings,
            set: |capture, on| capture.non_recorded_meetings = on,
        },
        Switch {
            name: "gongConnect",
            label: "Gong Connect",
            captures: true,
            get: |capture| capture.gong_connect,
            set: |capture, on| capture.gong_connect = on,
        },
    ];

    /// The switches that are on.
    pub fn on(&self) -> impl Iterator<Item = Switch> {
        Self::SWITCHES.into_iter().filter(|switch| (switch.get)(self))
    }
}

/// A named bundle of settings given to groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// The default assignment has no name and no groups, and its JSON may not give any.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Nameless {
    seats: Vec<String>,
    workspaces: Vec<Permission>,
    home_workspace: Option<String>,
    data_capture: DataCapture,
    email_export_to_crm: bool,
    updates: Updates,
}

impl Default for Nameless {
    fn default() -> Nameless {
        Assignment::default().into()
    }
}

impl From<Assignment> for Nameless {
    fn from(assignment: Assignment) -> Nameless {
        let Assignment {
            name: _,
            groups: _,
            seats,
            workspaces,
            home_workspace,
            data_capture,
            email_export_to_crm,
            updates,
        } = assignment;
        Nameless { seats, workspaces, home_workspace, data_capture, email_export_to_crm, updates }
    }
}

pub(super) mod nameless {
    use super::{Assignment, Deserialize, Deserializer, Nameless, Serialize, Serializer};

    pub(in crate::settings) fn serialize<S: Serializer>(
        assignment: &Assignment,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        Nameless::from(assignment.clone()).serialize(serializer)
    }

    pub(in crate::settings) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Assignment, D::Error> {
        let Nameless { seats, workspaces, home_workspace, data_capture, email_export_to_crm, updates } =
            Nameless::deserialize(deserializer)?;
        Ok(Assignment {
            seats,
            workspaces,
            home_workspace,
            data_capture,
            email_export_to_crm,
            updates,
            ..Assignment::default()
        })
    }
}

/// Section `limits`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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
