//! What a list of assignments says of itself: the rules in `assignment/`, each with the place it is about.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{any_of, group_key};
use crate::maps::{HashMap, HashSet};
use crate::rules::RuleId;
use crate::settings::{Assignment, Settings};

/// What the exports know of groups and seats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The groups of the exports, in every spelling, by the name they are known under.
    pub groups: Vec<Vec<String>>,
    /// Seats that the people of the exports take, by id.
    pub seats: BTreeMap<String, u64>,
}

/// A finding about the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    #[serde(skip)]
    pub(crate) id: RuleId,
    /// Id of the rule.
    pub rule: &'static str,
    /// JSON Pointer of what it is about.
    pub path: String,
    /// The value it is about.
    pub value: Option<String>,
    /// One or two sentences: what happens, and what to do.
    pub message: String,
    /// Id of the assumption it rests on.
    pub assumption: Option<&'static str>,
}

/// All of them, in the order of reports. Without exports nothing is said of seats that are taken and of groups that exist.
#[inline(never)]
pub fn remarks(settings: &Settings, known: Option<&Known>) -> Vec<Remark> {
    let mut list = List(Vec::new());
    let mut taken: HashMap<String, usize> = HashMap::default();
    for (place, assignment) in settings.assignments.iter().enumerate() {
        let path = format!("/assignments/{place}");
        list.groups(settings, place, &path, &mut taken);
        list.seats(settings, &path, &format!("\"{}\"", assignment.name.trim()), assignment);
    }
    list.seats(settings, "/defaultAssignment", "The default assignment", &settings.default_assignment);
    list.limits(settings);
    if !settings.assignments.is_empty() {
        list.names(settings, known);
    }
    if let Some(known) = known {
        list.owned(settings, known);
    }
    let key = |remark: &Remark| (remark.id, in_order(&remark.path));
    list.0.sort_by(|one, other| key(one).cmp(&key(other)).then_with(|| one.value.cmp(&other.value)));
    list.0
}

/// A path whose numbers are in order as text, so that assignments come as they stand.
fn in_order(path: &str) -> String {
    let mut text = String::new();
    for part in path.split('/') {
        text.push('/');
        if part.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            text.extend((part.len()..9).map(|_| '0'));
        }
        text.push_str(part);
    }
    text
}

struct List(Vec<Remark>);

impl List {
    fn add(&mut self, id: RuleId, path: String, value: Option<&str>, message: String) {
        let assumption = match id {
            RuleId::AssignmentGroupShadowed => Some("first-wins"),
            RuleId::AssignmentSeveralGroups => Some("several-groups"),
            _ => None,
        };
        self.0.push(Remark {
            id,
            rule: id.rule().id,
            path,
            value: value.map(str::to_owned),
            message,
            assumption,
        });
    }

    /// The groups of one assignment. `taken` holds those of earlier ones.
    #[inline(never)]
    fn groups(&mut self, settings: &Settings, place: usize, path: &str, taken: &mut HashMap<String, usize>) {
        let assignment = &settings.assignments[place];
        let name = assignment.name.trim();
        let keys = assignment.groups.iter().map(|group| group_key(group)).filter(|key| !key.is_empty());
        let named = keys.collect::<HashSet<_>>().len();
        if named == 0 {
            self.add(
                RuleId::AssignmentGroupMissing,
                format!("{path}/groups"),
                None,
                format!("\"{name}\" names no group, so nobody gets it. Choose the group it is for."),
            );
        }
        if named > 1 {
            self.add(
                RuleId::AssignmentSeveralGroups,
                format!("{path}/groups"),
                None,
                format!("\"{name}\" names {named} groups; Gong's screen speaks of one. If it takes one only, make an assignment of each."),
            );
        }
        for (at, group) in assignment.groups.iter().enumerate() {
            let key = group_key(group);
            if key.is_empty() {
                continue;
            }
            match taken.get(&key) {
                Some(&earlier) if earlier != place => self.add(
                    RuleId::AssignmentGroupShadowed,
                    format!("{path}/groups/{at}"),
                    Some(group),
                    format!(
                        "Nobody in \"{}\" gets \"{name}\": \"{}\" stands before it and takes the group. Move \"{name}\" up, or take the group out of one of them.",
                        group.trim(),
                        settings.assignments[earlier].name.trim()
                    ),
                ),
                Some(_) => {}
                None => {
                    taken.insert(key, place);
                }
            }
        }
    }

    /// What the settings of an assignment ask of each other.
    #[inline(never)]
    fn seats(&mut self, settings: &Settings, path: &str, who: &str, assignment: &Assignment) {
        let catalog = &settings.catalog;
        let mut needed = |path: String, what: &str, seats: Option<Vec<&str>>| {
            if let Some(seats) = seats {
                let message = format!(
                    "{who} sets {what}, which stays inactive until its people have the seat {}. Give the seat, or leave the setting out.",
                    any_of(&seats)
                );
                self.add(RuleId::AssignmentSeatNeeded, path, None, message);
            }
        };
        if assignment.captures() {
            needed(format!("{path}/dataCapture"), "data capture", catalog.lacking_for_capture(assignment));
        }
        for (place, permission) in assignment.workspaces.iter().enumerate() {
            let profile = &permission.permission_profile;
            needed(
                format!("{path}/workspaces/{place}/permissionProfile"),
                &format!("the permission profile \"{profile}\""),
                catalog.lacking_for_profile(profile, assignment),
            );
        }
        if assignment.email_export_to_crm {
            needed(
                format!("{path}/emailExportToCrm"),
                "the export of emails to the CRM",
                catalog.lacking_for_export(assignment),
            );
        }
        let capture = &assignment.data_capture;
        for (both, member, message) in [
            (
                capture.web_conferences && capture.never_record,
                "neverRecord",
                "records web conferences and never records the person",
            ),
            (
                capture.emails && capture.never_import_emails,
                "neverImportEmails",
                "imports emails and never imports them",
            ),
        ] {
            if both {
                self.add(
                    RuleId::AssignmentCaptureConflict,
                    format!("{path}/dataCapture/{member}"),
                    None,
                    format!("{who} {message}. Choose one of the two."),
                );
            }
        }
        if let Some(home) = &assignment.home_workspace
            && let Some(workspace) = catalog.workspace(home)
            && !assignment.workspaces.iter().any(|permission| permission.workspace == *home)
        {
            self.add(
                RuleId::AssignmentHomeWorkspace,
                format!("{path}/homeWorkspace"),
                Some(home),
                format!(
                    "{who} has the home workspace \"{}\" but gives no permission there. Add the workspace, or choose another home.",
                    workspace.label()
                ),
            );
        }
    }

    #[inline(never)]
    fn limits(&mut self, settings: &Settings) {
        let limits = &settings.limits;
        let mut over = |path: String, what: &str, count: usize, limit: Option<u32>| {
            if let Some(limit) = limit.filter(|&limit| count > limit as usize) {
                let message = format!("There are {count} {what}; the plan allows {limit}.");
                self.add(RuleId::AssignmentLimitExceeded, path, None, message);
            }
        };
        over("/assignments".to_owned(), "assignments", settings.assignments.len(), limits.assignments);
        let workspaces = &settings.catalog.workspaces;
        over("/catalog/workspaces".to_owned(), "workspaces", workspaces.len(), limits.workspaces);
        for (place, workspace) in workspaces.iter().enumerate() {
            over(
                format!("/catalog/workspaces/{place}/permissionProfiles"),
                &format!("permission profiles in \"{}\"", workspace.label()),
                workspace.permission_profiles.len(),
                limits.permission_profiles_per_workspace,
            );
        }
    }

    /// Groups that nothing names, and names that differ by case.
    #[inline(never)]
    fn names(&mut self, settings: &Settings, known: Option<&Known>) {
        // The first spelling of each group, from the exports where they know it.
        let mut spelled: HashMap<String, String> = HashMap::default();
        for spellings in known.into_iter().flat_map(|known| &known.groups) {
            for (at, spelling) in spellings.iter().enumerate() {
                let first = spelled.entry(group_key(spelling)).or_insert_with(|| spelling.trim().to_owned());
                if at > 0 && first != spelling.trim() {
                    let message = format!(
                        "The exports write one group as \"{first}\" and as \"{}\"; they are taken for one.",
                        spelling.trim()
                    );
                    self.add(RuleId::AssignmentGroupCase, "/assignments".to_owned(), Some(spelling), message);
                }
            }
        }
        for (place, assignment) in settings.assignments.iter().enumerate() {
            for (at, group) in
                assignment.groups.iter().enumerate().filter(|(_, group)| !group.trim().is_empty())
            {
                let first = spelled.entry(group_key(group)).or_insert_with(|| group.trim().to_owned());
                if first != group.trim() {
                    let message = format!(
                        "\"{}\" is written \"{first}\" elsewhere; the two are taken for one group. Write them alike.",
                        group.trim()
                    );
                    let path = format!("/assignments/{place}/groups/{at}");
                    self.add(RuleId::AssignmentGroupCase, path, Some(group), message);
                }
            }
        }
        let scope = settings.scope.iter().flat_map(|scope| &scope.groups);
        let groups = settings.assignments.iter().flat_map(|assignment| &assignment.groups);
        let named: HashSet<String> = groups.chain(scope).map(|group| group_key(group)).collect();
        for spellings in known.into_iter().flat_map(|known| &known.groups) {
            let Some(group) = spellings.first() else { continue };
            if !named.contains(&group_key(group)) {
                let message = format!("The exports know a group \"{group}\" that no assignment names.");
                self.add(RuleId::AssignmentGroupUnnamed, "/assignments".to_owned(), Some(group), message);
            }
        }
    }

    #[inline(never)]
    fn owned(&mut self, settings: &Settings, known: &Known) {
        for (place, seat) in settings.catalog.seats.iter().enumerate() {
            let used = known.seats.get(&seat.id).copied().unwrap_or_default();
            if let Some(owned) = seat.owned.filter(|&owned| used > u64::from(owned)) {
                let message = format!(
                    "{used} people are to get the seat \"{}\" and the company has {owned}: {} will be without. Buy seats, or give them to fewer people.",
                    seat.label(),
                    used - u64::from(owned)
                );
                self.add(
                    RuleId::AssignmentSeatsExceeded,
                    format!("/catalog/seats/{place}/owned"),
                    None,
                    message,
                );
            }
        }
    }
}
