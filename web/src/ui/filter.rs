//! Which people and records are listed, as the worker is asked for them.

use serde::Serialize;

use rollcall::check::WhatIf;

/// Which people are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Filter {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) outcome: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) severity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attribute: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    /// Name of an assignment, `(default)` for the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) assignment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) group: Option<String>,
    /// `none`, `unmatched` or `several`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) placed: Option<String>,
    /// An attribute that is known and empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) empty: Option<String>,
    /// Text in any column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<String>,
    /// Only those of whom a value was changed.
    pub(crate) cured: bool,
    /// Records in the place of people.
    pub(crate) records: bool,
    /// Name of an effective time zone, or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) zone: Option<String>,
    /// What the time zone comes from; `own` for anything but the company's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) zone_source: Option<String>,
    /// People who would have another time zone then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) moves: Option<WhatIf>,
    /// `none`, `circle` or `notImported`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) manager: Option<String>,
}
