//! What the worker tells the page, as the views use it.
//!
//! These mirror the core's answers by name. Members that are not there take their default, so that
//! a view shows less rather than nothing.

mod plan;

use serde::Deserialize;

pub(crate) use plan::*;

/// Counts while files are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Tally {
    pub(crate) records: u64,
    pub(crate) blocks: u64,
    pub(crate) degrades: u64,
    pub(crate) informs: u64,
}

/// How far the check is.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Progress {
    pub(crate) input: usize,
    pub(crate) bytes: f64,
    pub(crate) total: f64,
    pub(crate) tally: Tally,
    pub(crate) causes: Vec<Cause>,
}

/// Everything at a glance.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Summary {
    pub(crate) profiles: u64,
    pub(crate) imported: u64,
    pub(crate) blocked: u64,
    pub(crate) inactive: u64,
    pub(crate) out_of_scope: u64,
    pub(crate) errors: u64,
    pub(crate) warnings: u64,
    pub(crate) notices: u64,
    /// One for each effective time zone of those who arrive.
    pub(crate) time_zones: Vec<ZoneCount>,
}

/// A time zone and how many have it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct ZoneCount {
    pub(crate) zone: String,
    pub(crate) count: u64,
}

/// One file that was read.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) shape: String,
    pub(crate) encoding: Option<String>,
    pub(crate) delimiter: Option<String>,
    pub(crate) records: u64,
    pub(crate) mapping: Vec<Mapped>,
    pub(crate) unmapped: Vec<String>,
    pub(crate) similar: Vec<Similar>,
    pub(crate) role: Option<String>,
    pub(crate) group: Option<String>,
    /// The sheet that was read, of a workbook.
    pub(crate) sheet: Option<String>,
}

/// A column and what it became.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Mapped {
    pub(crate) column: String,
    pub(crate) attribute: String,
    pub(crate) by: String,
    pub(crate) assumption: Option<String>,
}

/// A column whose name is like that of attributes, and which is used for none.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Similar {
    pub(crate) column: String,
    pub(crate) attributes: Vec<String>,
}

/// Findings with one cause.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Cause {
    pub(crate) rule: String,
    pub(crate) effect: String,
    pub(crate) severity: String,
    pub(crate) attribute: Option<String>,
    pub(crate) title: String,
    pub(crate) reason: String,
    pub(crate) cure: String,
    pub(crate) source: String,
    pub(crate) findings: u64,
    pub(crate) people: u64,
    pub(crate) example: Option<u32>,
    pub(crate) suggestion: Option<String>,
    pub(crate) curable: bool,
    pub(crate) messages: Vec<String>,
}

/// A column of the files.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) attribute: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) secret: bool,
    /// Its number in every file.
    pub(crate) numbers: Vec<Option<u16>>,
}

/// A record as it stands, and its person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Sheet {
    pub(crate) line: Line,
    pub(crate) sheet: Stand,
}

/// A record as it stands.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Stand {
    pub(crate) cells: Vec<Cell>,
    pub(crate) marks: Vec<CellMark>,
    pub(crate) editable: bool,
}

/// A cell that holds something, or where something was found.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Cell {
    pub(crate) column: u16,
    pub(crate) text: String,
    /// What the file has there, where that was changed.
    pub(crate) was: Option<String>,
    pub(crate) marks: Vec<CellMark>,
}

/// A finding in a cell.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct CellMark {
    pub(crate) rule: String,
    pub(crate) severity: String,
    pub(crate) message: String,
    /// The attribute it is on, and the one that values are for which would cure it.
    pub(crate) on: Option<String>,
    pub(crate) attribute: Option<String>,
    pub(crate) place: u16,
    pub(crate) suggestion: Option<String>,
    pub(crate) choices: Vec<String>,
}

/// What cures change in a file, and what it has no place for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Carried {
    pub(crate) changed: u64,
    pub(crate) left_out: u64,
}

/// What applying suggestions would change.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Proposal {
    pub(crate) findings: u64,
    pub(crate) open: u64,
    pub(crate) changes: u64,
    pub(crate) people: u64,
    pub(crate) different: u64,
    pub(crate) pairs: Vec<Pair>,
    pub(crate) expressions: Vec<Expression>,
}

/// What cures a cause in a mapping of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Expression {
    pub(crate) rule: Option<String>,
    pub(crate) attribute: String,
    pub(crate) text: Option<String>,
    pub(crate) cured: u64,
    pub(crate) left: u64,
}

/// What cures at the source, as a file, and what is not in it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct AtSource {
    pub(crate) people: u64,
    pub(crate) values: u64,
    pub(crate) left_out: std::collections::BTreeMap<String, u64>,
}

/// What a recipe would change.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Replay {
    pub(crate) steps: u64,
    pub(crate) changes: u64,
    pub(crate) people: u64,
    pub(crate) stale: u64,
    pub(crate) stale_steps: Vec<Stale>,
}

/// A step whose value does not stand any more.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Stale {
    pub(crate) step: u64,
    pub(crate) what: String,
    pub(crate) why: String,
}

/// One text that becomes another.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Pair {
    pub(crate) column: Option<String>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) count: u64,
}

/// One person in the list.
#[allow(clippy::struct_field_names, reason = "the line of a file is a line")]
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Line {
    pub(crate) row: u32,
    pub(crate) person: u32,
    pub(crate) input: usize,
    pub(crate) line: u32,
    pub(crate) record: u32,
    pub(crate) key: Option<String>,
    pub(crate) name: String,
    pub(crate) outcome: Option<String>,
    pub(crate) in_gong: bool,
    pub(crate) errors: u32,
    pub(crate) warnings: u32,
    pub(crate) notices: u32,
    pub(crate) time_zone: Option<String>,
    pub(crate) time_zone_source: String,
    pub(crate) assignment: Option<String>,
}

/// One finding in full.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Finding {
    pub(crate) rule: String,
    pub(crate) severity: String,
    pub(crate) input: Option<String>,
    pub(crate) line: Option<u32>,
    pub(crate) attribute: Option<String>,
    pub(crate) column: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) message: String,
    pub(crate) suggestion: Option<String>,
    pub(crate) choices: Vec<String>,
    pub(crate) related: Vec<Related>,
    pub(crate) assumption: Option<String>,
    /// The attribute that a suggestion or choice is for, and the place in its list.
    pub(crate) into: Option<String>,
    pub(crate) place: Option<u16>,
    /// Number of the record's row.
    pub(crate) row: Option<u32>,
}

/// Another record that has part in a finding.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Related {
    pub(crate) input: Option<String>,
    pub(crate) line: Option<u32>,
    pub(crate) key: Option<String>,
}

/// What becomes of one person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Profile {
    pub(crate) outcome: Option<String>,
    pub(crate) time_zone: ZoneTrail,
    pub(crate) weekend: Vec<String>,
    pub(crate) manager: Option<Manager>,
    pub(crate) groups: Vec<String>,
}

/// The effective time zone and how it was found.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct ZoneTrail {
    pub(crate) zone: Option<String>,
    pub(crate) source: String,
    pub(crate) trail: Vec<TrailStep>,
}

/// One step on the way to the effective time zone.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct TrailStep {
    pub(crate) step: String,
    pub(crate) value: Option<String>,
    pub(crate) result: String,
    pub(crate) assumption: Option<String>,
}

/// Who manages a person, and by what that was known.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Manager {
    pub(crate) key: Option<String>,
    pub(crate) by: Option<String>,
}

/// What one person gets, and why.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Placement {
    pub(crate) assignment: String,
    pub(crate) place: Option<usize>,
    pub(crate) reason: String,
    pub(crate) groups: Vec<String>,
    pub(crate) fits: Vec<Fit>,
    pub(crate) seats: Vec<String>,
    pub(crate) permits: Vec<Permit>,
    pub(crate) capture: Vec<Capture>,
    pub(crate) updates: String,
    pub(crate) later: String,
}

/// An assignment that fits a person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Fit {
    pub(crate) name: String,
    pub(crate) place: usize,
    pub(crate) groups: Vec<String>,
}

/// A permission profile in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Permit {
    pub(crate) workspace: String,
    pub(crate) profile: String,
    pub(crate) home: bool,
    pub(crate) needs: Option<String>,
}

/// Something that is captured or kept from it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Capture {
    pub(crate) label: String,
    pub(crate) needs: Option<String>,
}

/// What can be changed of a person in Gong afterwards.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Locks {
    pub(crate) locked: Vec<Lock>,
    pub(crate) once: Vec<Lock>,
    pub(crate) unknown: Vec<Lock>,
}

/// One attribute of them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Lock {
    pub(crate) label: String,
    pub(crate) note: Option<String>,
}

/// The set-up guide.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Guide {
    pub(crate) source: String,
    pub(crate) steps: Vec<GuideStep>,
    pub(crate) reach: Vec<Reach>,
}

/// A step of the guide.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct GuideStep {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) items: Vec<GuideItem>,
}

/// Something to tick off.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct GuideItem {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) fact: Option<String>,
    pub(crate) attention: bool,
    pub(crate) people: Option<GuidePeople>,
}

/// Which people it is about.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct GuidePeople {
    pub(crate) outcome: Option<String>,
    pub(crate) rule: Option<String>,
    pub(crate) assignment: Option<String>,
}

/// How far one attribute gets.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Reach {
    pub(crate) label: String,
    pub(crate) columns: Vec<String>,
    pub(crate) held: Option<bool>,
    pub(crate) mapping: String,
    pub(crate) add: Option<String>,
}

/// What there is to say of the tree of managers.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Totals {
    pub(crate) people: u32,
    pub(crate) others: u32,
    pub(crate) roots: u32,
    pub(crate) unmanaged: u32,
    pub(crate) levels: u32,
    pub(crate) deepest: Option<u32>,
    pub(crate) span: u32,
    pub(crate) widest: Option<u32>,
    pub(crate) largest: u32,
    pub(crate) head: Option<u32>,
    pub(crate) circles: u32,
    pub(crate) in_circles: u32,
    pub(crate) absent: u32,
    pub(crate) under_absent: u32,
    pub(crate) troubled: u32,
}

/// The tree after something was done to it, with the lines in sight.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Shown {
    pub(crate) length: usize,
    pub(crate) at: Option<usize>,
    pub(crate) from: usize,
    pub(crate) troubles_only: bool,
    pub(crate) begin: usize,
    pub(crate) lines: Vec<Branch>,
}

/// One line of the tree.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Branch {
    pub(crate) row: u32,
    pub(crate) level: u32,
    pub(crate) set_size: u32,
    pub(crate) position: u32,
    pub(crate) has_children: bool,
    pub(crate) expanded: bool,
    pub(crate) key: Option<String>,
    pub(crate) name: String,
    pub(crate) outcome: String,
    pub(crate) head: bool,
    pub(crate) in_circle: bool,
    pub(crate) direct: u32,
    pub(crate) below: u32,
    pub(crate) by: Option<String>,
    pub(crate) troubles: Vec<Trouble>,
    pub(crate) troubled_below: u32,
}

/// What is wrong with someone's manager.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Trouble {
    pub(crate) rule: String,
    pub(crate) severity: String,
    pub(crate) title: String,
}

/// A value as it stands in a file.
#[allow(clippy::struct_field_names, reason = "the value of a value is a value")]
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Value {
    pub(crate) label: String,
    pub(crate) column: String,
    pub(crate) by: String,
    pub(crate) value: String,
    pub(crate) assumption: Option<String>,
}

/// What a value is taken for.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Understood {
    pub(crate) label: String,
    pub(crate) meaning: String,
    pub(crate) source: String,
}

/// The managers above someone.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Chain {
    /// The nearest first.
    pub(crate) managers: Vec<Line>,
    /// They lead back to whom they are of.
    pub(crate) circle: bool,
}
