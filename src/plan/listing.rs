//! Which people of a plan are listed, and one line for each.

use serde::{Deserialize, Serialize};

use super::{Action, Plan, Request};
use crate::assignment::group_key;

/// Which people of a plan are wanted; a member that is not set takes no part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Wanted {
    /// One of these actions.
    pub actions: Vec<Action>,
    /// A text in the name or the key; case does not count.
    pub text: Option<String>,
    /// `timeZone`, `manager`, `assignment` or `applied`.
    pub moved: Option<String>,
    /// They come to or leave this group.
    pub group: Option<String>,
    /// They would be lost by moving to a new app instance.
    pub lost: bool,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanLine {
    /// Their place in the plan.
    pub place: u32,
    /// Their row in the check of the after, if they are in it.
    pub row: Option<u32>,
    /// How they are called.
    pub name: String,
    /// Primary email, else user name, else id.
    pub key: Option<String>,
    /// What is done.
    pub action: Action,
    /// Why.
    pub reason: String,
}

/// What is known of one person of a plan beyond their line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// Everything that changes.
    #[serde(flatten)]
    pub person: super::PersonPlan,
    /// What the source would send about them.
    pub requests: Vec<Request>,
}

impl Plan {
    /// Places of the people who are wanted, in the order of the plan.
    pub fn people(&self, wanted: &Wanted) -> Vec<u32> {
        let text = wanted.text.as_ref().map(|text| text.trim().to_lowercase());
        let in_group = wanted.group.as_ref().map(|name| {
            let key = group_key(name);
            let mut people: Vec<u32> = self
                .groups
                .iter()
                .filter(|group| group_key(&group.name) == key)
                .flat_map(|group| group.added.iter().chain(&group.removed).copied())
                .collect();
            people.sort_unstable();
            people
        });
        let moved = |place: usize, what: &str| {
            let entry = &self.entries[place];
            match what {
                "timeZone" => self.zone_move(entry).is_some(),
                "manager" => self.manager_move(entry).is_some(),
                "assignment" => self.reassignment(entry).is_some_and(|one| one.before.is_some()),
                "applied" => self.reassignment(entry).is_some_and(|one| one.before.is_some() && one.applied),
                _ => false,
            }
        };
        let fits = |place: &u32| {
            let at = *place as usize;
            let entry = &self.entries[at];
            (wanted.actions.is_empty() || wanted.actions.contains(&entry.action))
                && in_group.as_ref().is_none_or(|people| people.binary_search(place).is_ok())
                && (!wanted.lost || self.is_lost(entry))
                && wanted.moved.as_ref().is_none_or(|what| moved(at, what))
                && text.as_ref().is_none_or(|text| {
                    self.who(at).to_lowercase().contains(text)
                        || self.key_at(at).is_some_and(|key| key.to_lowercase().contains(text))
                })
        };
        (0..self.len() as u32).filter(fits).collect()
    }

    /// The line of a person, by place.
    pub fn line(&self, place: u32) -> Option<PlanLine> {
        let entry = self.entries.get(place as usize)?;
        Some(PlanLine {
            place,
            row: entry.after,
            name: self.who(place as usize),
            key: self.key(entry).map(str::to_owned),
            action: entry.action,
            reason: self.told(entry),
        })
    }

    /// Everything about a person, by place.
    pub fn told_of(&self, place: u32) -> Option<Told> {
        let at = place as usize;
        (at < self.len()).then(|| Told { person: self.person(at), requests: self.requests_of(at) })
    }
}
