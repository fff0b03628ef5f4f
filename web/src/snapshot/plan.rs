//! What the worker tells of plans.

use serde::Deserialize;

use super::Input;

/// What provisioning would do, at a glance.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Planned {
    pub(crate) summary: PlanSummary,
    pub(crate) guard: PlanGuard,
    pub(crate) moves: PlanMoves,
    pub(crate) first_push: bool,
    pub(crate) uncompared: Vec<String>,
    pub(crate) groups: Vec<PlanGroup>,
    pub(crate) cut_over: CutOver,
    /// What was recognised of the earlier exports.
    pub(crate) seen: Vec<Input>,
    pub(crate) unread: Vec<Unread>,
}

/// Number of people for whom each action is planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct PlanSummary {
    pub(crate) create: u64,
    pub(crate) update: u64,
    pub(crate) deactivate: u64,
    pub(crate) reactivate: u64,
    pub(crate) none: u64,
    pub(crate) skip: u64,
}

/// The guard on deactivations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct PlanGuard {
    pub(crate) deactivate_share: f64,
    pub(crate) limit: f64,
    pub(crate) exceeded: bool,
}

/// People who end up elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct PlanMoves {
    pub(crate) time_zones: u64,
    pub(crate) managers: u64,
    pub(crate) assignments: u64,
    pub(crate) assignments_applied: u64,
}

/// A group of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct PlanGroup {
    pub(crate) name: String,
    pub(crate) known: bool,
    pub(crate) pushed: bool,
    pub(crate) added: u64,
    pub(crate) removed: u64,
}

/// The move to a new instance of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct CutOver {
    pub(crate) lost: u64,
    pub(crate) steps: Vec<CutOverStep>,
}

/// A step of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct CutOverStep {
    pub(crate) text: String,
    pub(crate) fact: Option<String>,
    pub(crate) attention: bool,
}

/// An earlier export that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Unread {
    pub(crate) file: u32,
    pub(crate) message: String,
}

/// A person of the plan, in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct PlanLine {
    pub(crate) place: u32,
    pub(crate) row: Option<u32>,
    pub(crate) name: String,
    pub(crate) key: Option<String>,
    pub(crate) action: String,
    pub(crate) reason: String,
}

/// Everything about a person of the plan.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct PlanPerson {
    pub(crate) action: String,
    pub(crate) changes: Vec<Change>,
    pub(crate) assignment: Option<Reassigned>,
    pub(crate) time_zone: Option<Moved>,
    pub(crate) manager: Option<Moved>,
    pub(crate) requests: Vec<Request>,
}

/// A value that changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Change {
    pub(crate) attribute: String,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// Another assignment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Reassigned {
    pub(crate) before: Option<String>,
    pub(crate) after: String,
    pub(crate) applied: bool,
}

/// Something derived that becomes something else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Moved {
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// A request of the source.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) body: serde_json::Value,
    pub(crate) left_out: Vec<String>,
}
