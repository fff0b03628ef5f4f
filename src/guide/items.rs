//! What both sources share: Gong's own screen, the attributes, and the assignments.

use super::facts::{Facts, crowd, labels, listed, number, people, quoted};
use super::{Item, People, Step};
use crate::assignment;
use crate::profile::Attribute;
use crate::rules::RuleId;
use crate::settings::Updates;

/// Something to do, of which nothing is known yet.
pub(super) fn item(id: &'static str, text: impl Into<String>) -> Item {
    Item { id, text: text.into(), fact: None, attention: false, people: None }
}

impl Item {
    /// What is known about it.
    pub(super) fn fact(self, fact: Option<String>) -> Item {
        Item { fact, ..self }
    }

    /// What is known, if it is as it should be or not.
    pub(super) fn told(self, told: Option<(String, bool)>) -> Item {
        let (fact, attention) = told.map_or((None, false), |(fact, attention)| (Some(fact), attention));
        Item { fact, attention, ..self }
    }

    /// Whom it is about, if that is anyone.
    pub(super) fn rule(self, count: Option<u64>, rule: RuleId) -> Item {
        let people = count.filter(|count| *count > 0);
        let people = people.map(|_| People { rule: Some(rule.rule().id), ..People::default() });
        Item { people, ..self }
    }
}

/// Gong's own screen comes first, whatever the source.
pub(super) fn in_gong(facts: &Facts<'_>, choice: &str) -> Step {
    let managers = facts.settings.managers;
    let default = item(
        "gong-default",
        "Look at the default assignment. It takes everyone whom no other assignment fits, and as Gong sets it up it gives no seats, no data capture and no permissions.",
    );
    Step {
        id: "gong",
        title: format!("Configure {} in Gong", facts.name()),
        items: vec![
            item(
                "gong-source",
                format!(
                    "In Gong, open \"Company settings\" > \"PEOPLE\" > \"Team Member Provisioning\" and choose {choice} as the provisioning source."
                ),
            ),
            defaulted(facts, default),
            item(
                "gong-notify",
                "Under \"Manager's provisioning settings\", decide on \"Notify direct managers with recorded teams when a new team member is imported\": managers then get an email for every new person.",
            )
            .fact(Some(switch(managers.notify_direct_managers).to_owned())),
            item(
                "gong-capture",
                "Decide on \"Managers can turn data capture on or off for their team\". It lets managers start recording although they are no technical admins, so leave it off if only appointed admins shall.",
            )
            .fact(Some(switch(managers.toggle_data_capture).to_owned())),
            item("gong-save", "Click \"SAVE\"."),
        ],
    }
}

fn switch(on: bool) -> &'static str {
    if on { "On in your settings." } else { "Off in your settings." }
}

/// One of the three switches of the source's app.
pub(super) fn provisioning(id: &'static str, text: &str, on: bool, without: &str) -> Item {
    let fact = if on { switch(true).to_owned() } else { format!("{} {without}", switch(false)) };
    item(id, text).told(Some((fact, !on)))
}

/// Whom the default assignment takes.
fn defaulted(facts: &Facts<'_>, item: Item) -> Item {
    let Some(simulation) = facts.files.as_ref().map(|files| files.simulation) else {
        return item;
    };
    let members = simulation.assignments.last().map_or(0, |last| last.members);
    if simulation.people == 0 {
        return item;
    }
    let bare = facts.settings.default_assignment.seats.is_empty();
    let seats = if bare { "without a seat" } else { "with the seats your settings give it" };
    let fact = format!("{} it, {seats}.", people(members, "gets", "get"));
    let named = People { assignment: Some(assignment::DEFAULT), ..People::default() };
    Item { people: (members > 0).then_some(named), ..item }.told(Some((fact, bare && members > 0)))
}

/// The three attributes without which nobody is imported.
pub(super) fn mandatory(facts: &Facts<'_>) -> Item {
    let domain = facts.settings.company.primary_domain.as_deref();
    let on = domain.map_or_else(|| "your company's primary domain".to_owned(), str::to_owned);
    let text = format!(
        "See that everyone has a given name, a last name and a primary email on {on}; whoever lacks one is not imported."
    );
    let Some(files) = &facts.files else {
        return item("profile-mandatory", text);
    };
    let unjudged = if domain.is_some() {
        ""
    } else {
        " The primary domain is not set, so nobody's email domain was judged."
    };
    let fact = if files.blocked == 0 {
        format!("Nobody is blocked.{unjudged}")
    } else {
        format!("{} blocked and must be mended first.{unjudged}", people(files.blocked, "is", "are"))
    };
    let blocked = People { outcome: Some("blocked"), ..People::default() };
    let attention = files.blocked > 0 || domain.is_none();
    Item { people: (files.blocked > 0).then_some(blocked), ..item("profile-mandatory", text) }
        .told(Some((fact, attention)))
}

/// What else is worth having before the push.
pub(super) fn recommended(facts: &Facts<'_>) -> Item {
    let own = item(
        "profile-recommended",
        "Fill in the optional attributes before the push. One that arrives with a value cannot be edited in Gong; one that arrives empty can be set there once, and is fixed from then on.",
    );
    let Some(files) = &facts.files else {
        return own;
    };
    let mut empty: Vec<_> =
        files.simulation.governance.iter().filter(|attribute| attribute.once > 0).collect();
    empty.sort_by_key(|attribute| std::cmp::Reverse(attribute.once));
    let most: Vec<String> = empty
        .iter()
        .take(3)
        .map(|attribute| format!("{} ({})", attribute.label, crowd(attribute.once)))
        .collect();
    own.fact((!most.is_empty()).then(|| format!("Empty most often: {}.", listed(&most))))
}

/// Attributes that wait for a mapping: what the files and the app say of them.
pub(super) fn to_map(facts: &Facts<'_>, text: String, attributes: &[Attribute]) -> Item {
    let told = facts.files.as_ref().map(|files| {
        let missing = |held: &dyn Fn(Attribute) -> bool| -> Vec<Attribute> {
            attributes.iter().copied().filter(|attribute| !held(*attribute)).collect()
        };
        if let Some(carried) = files.carried {
            let missing = missing(&|attribute| carried & attribute.bit() != 0);
            return if missing.is_empty() {
                ("The export of the app's people carries all of them.".to_owned(), false)
            } else {
                (format!("The export of the app's people does not carry {}.", labels(missing)), true)
            };
        }
        let missing = missing(&|attribute| files.hold(attribute));
        if missing.is_empty() {
            ("Your files hold all of them; the app needs a mapping for each.".to_owned(), true)
        } else {
            (format!("Your files do not hold {}.", labels(missing)), true)
        }
    });
    item("profile-map", text).told(told)
}

/// Groups, each pushed or assigned on its own.
pub(super) fn groups(facts: &Facts<'_>, text: &str) -> Item {
    item("groups-push", text).fact(Some(named(facts)))
}

/// The groups that assignments name, with their people.
fn named(facts: &Facts<'_>) -> String {
    let mut keys = std::collections::HashSet::new();
    let count = |name: &str| {
        let groups = facts.files.as_ref()?.simulation.assignments.iter().flat_map(|one| &one.groups);
        groups.filter(|group| group.known && group.name == name).map(|group| group.people).next()
    };
    let names: Vec<String> = facts
        .settings
        .assignments
        .iter()
        .flat_map(|assignment| &assignment.groups)
        .map(|name| name.trim())
        .filter(|name| !name.is_empty() && keys.insert(assignment::group_key(name)))
        .map(|name| match count(name) {
            Some(people) => format!("{} ({})", quoted(name), number(people)),
            None => quoted(name),
        })
        .collect();
    if names.is_empty() {
        "No assignment of your settings names a group yet.".to_owned()
    } else {
        format!("Your assignments name {}.", listed(&names))
    }
}

/// Groups of assignments that nobody has seen.
pub(super) fn unknown_groups(facts: &Facts<'_>) -> Item {
    let told = facts.files.as_ref().and_then(|files| {
        if !files.simulation.knows_groups {
            return Some(("Your files do not say who is in which group.".to_owned(), false));
        }
        let named = files.simulation.assignments.iter().flat_map(|assignment| &assignment.groups);
        let (known, unknown): (Vec<_>, Vec<_>) = named.partition(|group| group.known);
        let mut missing: Vec<String> = unknown.iter().map(|group| quoted(&group.name)).collect();
        missing.dedup();
        if !missing.is_empty() {
            return Some((format!("No file knows {}.", listed(&missing)), true));
        }
        (!known.is_empty()).then(|| ("Every group of your assignments is in the files.".to_owned(), false))
    });
    let text = "Compare the groups' names: an assignment takes nobody if its group is not there or is spelled otherwise.";
    item("groups-known", text).told(told)
}

/// The list of assignments, on Gong's screen.
pub(super) fn assignments(facts: &Facts<'_>) -> Step {
    let settings = facts.settings;
    let source = facts.name();
    let names: Vec<String> =
        settings.assignments.iter().map(|assignment| quoted(assignment.name.trim())).collect();
    let list = match names.len() {
        0 => "Your settings have the default assignment only.".to_owned(),
        1 => format!("Your settings have one: {}.", names[0]),
        _ => {
            let unreached: Vec<String> = facts.files.as_ref().map_or_else(Vec::new, |files| {
                let unreached = files
                    .simulation
                    .assignments
                    .iter()
                    .filter(|one| !one.reachable && !one.groups.is_empty());
                unreached.map(|one| quoted(&one.name)).collect()
            });
            let never = if unreached.is_empty() {
                String::new()
            } else {
                format!(" Never reached: {}.", listed(&unreached))
            };
            format!("In your settings' order: {}; the first that fits a person wins.{never}", listed(&names))
        }
    };
    let unreached = list.contains("Never reached");
    let automatic =
        settings.assignments.iter().filter(|assignment| assignment.updates == Updates::Automatic).count();
    let modes = format!(
        "In your settings: {} with \"Automatic updates\", {} with \"Manual editing\".",
        number(automatic as u64),
        number((settings.assignments.len() - automatic) as u64)
    );
    Step {
        id: "assignments",
        title: "Create automatic assignments in Gong".to_owned(),
        items: vec![
            item(
                "assignments-add",
                format!(
                    "Under \"Assign settings\", click \"ADD ASSIGNMENT\" for each and choose its name, {source} group, seats, permission profile per workspace and data capture."
                ),
            )
            .told(Some((list, unreached))),
            item(
                "assignments-seats",
                "Give the seats that permissions and data capture need. Without its seat a setting stays off until the seat is there.",
            )
            .told(seats(facts)),
            item(
                "assignments-updates",
                format!(
                    "Choose the \"Update settings\" of each. \"Manual editing\": later changes in {source} are not pushed, and settings are edited in Gong. \"Automatic updates\": {source} rules, and Gong follows every push."
                ),
            )
            .fact((!settings.assignments.is_empty()).then_some(modes)),
            item("assignments-save", "Click \"ADD ASSIGNMENT\" in each, then \"SAVE\"."),
        ],
    }
}

/// Seats that are given, against those that the company has.
fn seats(facts: &Facts<'_>) -> Option<(String, bool)> {
    let simulation = facts.files.as_ref()?.simulation;
    let used: Vec<_> = simulation.seats.iter().filter(|seat| seat.used > 0 || seat.owned.is_some()).collect();
    if used.is_empty() {
        return Some(("Your settings give no seat to anyone.".to_owned(), false));
    }
    let over = used.iter().any(|seat| seat.owned.is_some_and(|owned| seat.used > u64::from(owned)));
    let each: Vec<String> = used
        .iter()
        .map(|seat| match seat.owned {
            Some(owned) => {
                format!("{}: {} given, {} owned", seat.name, number(seat.used), number(u64::from(owned)))
            }
            None => format!("{}: {} given", seat.name, number(seat.used)),
        })
        .collect();
    let end = if over { " More are given than there are." } else { "" };
    Some((format!("{}.{end}", each.join("; ")), over))
}
