//! The report as JSON: a stable contract (`rollcall schema report`).
//!
//! Findings are written while the files are pushed a second time, one a line, so that memory does
//! not follow the report.

use serde::Serialize;

use super::SecondReading;
pub use super::writer::Report;
use crate::blocks::each;
use crate::check::{Check, Described, Note, Outcome, Role};
use crate::cure::into;
use crate::export::Shape;
use crate::profile::Attribute;
use crate::reference::Zone;
use crate::rules::{CATALOGUE, RuleId};
use crate::timezone::{self, Origin};
use crate::{Error, assignment, reference};

/// The contract's version.
pub const FORMAT_VERSION: u32 = 1;

/// What goes into a report besides findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The profiles too.
    pub profiles: bool,
    /// How it is written.
    pub format: Format,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// The whole report.
    #[default]
    Json,
    /// The report without its findings: no file has to be read again.
    Bare,
    /// The findings alone, for spreadsheets.
    Csv,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Tool {
    version: &'static str,
    time_zone_data: &'static str,
    rules: &'static str,
}

pub(super) fn tool() -> Tool {
    Tool {
        version: env!("CARGO_PKG_VERSION"),
        time_zone_data: reference::VERSIONS.time_zones,
        rules: super::RULES_DATE,
    }
}

#[derive(Serialize)]
struct Mapped<'c> {
    column: &'c str,
    attribute: &'static str,
    by: &'static str,
    assumption: Option<&'static str>,
}

#[derive(Serialize)]
struct Similar<'c> {
    column: &'c str,
    attributes: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct InputReport<'c> {
    name: &'c str,
    role: &'static str,
    shape: &'static str,
    encoding: &'static str,
    delimiter: Option<String>,
    records: u32,
    group: Option<String>,
    /// Of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'c str>,
    mapping: Vec<Mapped<'c>>,
    unmapped: Vec<&'c str>,
    similar: Vec<Similar<'c>>,
}

#[derive(Serialize)]
struct RuleCount {
    rule: &'static str,
    severity: &'static str,
    count: u64,
}

#[derive(Serialize)]
struct ZoneCount {
    zone: &'static str,
    count: u64,
}

#[derive(Serialize)]
struct AssignmentCount<'c> {
    name: &'c str,
    members: u64,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct ZoneSources {
    time_zone: u64,
    country: u64,
    state: u64,
    default: u64,
    none: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Summary<'c> {
    profiles: u64,
    imported: u64,
    blocked: u64,
    inactive: u64,
    out_of_scope: u64,
    errors: u64,
    warnings: u64,
    notices: u64,
    rules: Vec<RuleCount>,
    time_zones: Vec<ZoneCount>,
    time_zone_sources: ZoneSources,
    assignments: Vec<AssignmentCount<'c>>,
}

#[derive(Serialize)]
pub(super) struct Related<'c> {
    pub(super) input: &'c str,
    pub(super) record: u32,
    pub(super) line: u32,
    pub(super) key: Option<&'c str>,
}

#[derive(Serialize)]
pub(super) struct FindingReport<'c> {
    pub(super) rule: &'static str,
    pub(super) severity: &'static str,
    pub(super) input: Option<&'c str>,
    pub(super) line: Option<u32>,
    pub(super) record: Option<u32>,
    pub(super) key: Option<&'c str>,
    pub(super) attribute: Option<&'static str>,
    pub(super) column: Option<String>,
    pub(super) value: Option<String>,
    pub(super) message: String,
    pub(super) suggestion: Option<String>,
    pub(super) choices: Vec<String>,
    pub(super) related: Vec<Related<'c>>,
    pub(super) path: Option<String>,
    pub(super) assumption: Option<&'static str>,
}

#[derive(Serialize)]
struct StepReport {
    step: &'static str,
    value: String,
    result: &'static str,
    assumption: Option<&'static str>,
}

#[derive(Serialize)]
struct ZoneReport {
    zone: Option<&'static str>,
    source: &'static str,
    trail: Vec<StepReport>,
}

impl ZoneReport {
    fn new(effective: timezone::Effective) -> ZoneReport {
        let steps = effective.trail.into_iter().map(|step| StepReport {
            step: step.step,
            value: step.value,
            result: step.outcome.name(),
            assumption: step.assumption,
        });
        ZoneReport {
            zone: effective.zone.map(reference::Zone::name),
            source: effective.origin.name(),
            trail: steps.collect(),
        }
    }
}

#[derive(Serialize)]
struct ManagerReport<'c> {
    key: Option<&'c str>,
    by: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProfileReport<'c> {
    input: &'c str,
    record: u32,
    line: u32,
    key: Option<&'c str>,
    outcome: &'static str,
    time_zone: ZoneReport,
    weekend: Vec<&'static str>,
    manager: Option<ManagerReport<'c>>,
    assignment: Option<&'c str>,
    groups: Vec<&'c str>,
}

impl Check {
    /// The report's member `inputs`.
    pub fn inputs(&self) -> serde_json::Value {
        serde_json::to_value(self.input_reports()).unwrap_or_default()
    }

    /// The report's member `summary`.
    pub fn summary(&self) -> serde_json::Value {
        serde_json::to_value(self.summarise()).unwrap_or_default()
    }

    /// Whether there is a finding of this severity or a louder one.
    pub fn has_findings(&self, severity: crate::rules::Severity) -> bool {
        let rules = self
            .base
            .store
            .findings
            .all
            .iter()
            .map(|finding| finding.rule())
            .chain(std::iter::once_with(|| self.unmatched().next()).flatten().map(|_| RuleId::GroupUnmatched))
            .chain(self.notes.iter().map(|note| note.rule));
        rules.filter_map(|rule| self.base.store.findings.severity(rule)).any(|found| found <= severity)
    }

    /// The findings of one record, as in the report, its bytes being given again.
    ///
    /// # Errors
    ///
    /// The bytes are not those that were checked.
    pub fn describe(&self, row: u32, bytes: &[u8]) -> Result<serde_json::Value, Error> {
        let described = self.described(row, bytes)?;
        let findings: Vec<_> = described.into_iter().map(|finding| self.finding(finding)).collect();
        Ok(serde_json::to_value(findings).unwrap_or_default())
    }

    /// The same, each with the record's `row`, and with the attribute (`into`) and the `place` in its list that a
    /// suggestion or choice is for.
    ///
    /// # Errors
    ///
    /// The bytes are not those that were checked.
    pub fn describe_to_cure(&self, row: u32, bytes: &[u8]) -> Result<serde_json::Value, Error> {
        let described = self.described(row, bytes)?;
        let findings = described.into_iter().map(|finding| {
            let target = finding.attribute.map(|attribute| into(finding.rule, attribute, finding.place));
            let mut told = serde_json::to_value(self.finding(finding)).unwrap_or_default();
            told["row"] = row.into();
            told["into"] = target.map(|(attribute, _)| attribute.name()).into();
            told["place"] = target.map(|(_, place)| place).into();
            told
        });
        Ok(findings.collect())
    }

    /// One person's entry of the report's member `profiles`; null for a record that is no profile.
    pub fn profile(&self, row: u32) -> serde_json::Value {
        serde_json::to_value(self.profile_report(row)).unwrap_or_default()
    }

    /// The report: every input is pushed once more, and JSON comes out in portions.
    pub fn report(&self, options: Options) -> Report {
        Report {
            check: self.clone(),
            options,
            reading: SecondReading::of_findings(self),
            begun: false,
            findings: 0,
            next: None,
            profiles: 0,
        }
    }

    pub(super) fn input_reports(&self) -> Vec<InputReport<'_>> {
        let readable = self.base.inputs.iter().filter_map(|input| Some((input, input.export()?)));
        readable
            .map(|(input, export)| {
                let layout = export.layout();
                let mapping = layout.columns.iter().flat_map(|column| {
                    column.uses.iter().map(|used| Mapped {
                        column: &column.name,
                        attribute: used.attribute.name(),
                        by: used.by.name(),
                        assumption: used.assumption,
                    })
                });
                let unmapped = layout
                    .columns
                    .iter()
                    .filter(|column| column.uses.is_empty() && !column.name.trim().is_empty());
                let similar = layout.columns.iter().filter(|column| !column.similar.is_empty());
                InputReport {
                    name: &input.name,
                    role: input.given.role.name(),
                    shape: layout.shape.name(),
                    encoding: layout.encoding.name(),
                    delimiter: layout.delimiter.map(|delimiter| char::from(delimiter).to_string()),
                    records: export.records(),
                    group: input.group().map(str::to_owned),
                    sheet: input.given.sheet.as_deref(),
                    mapping: mapping.collect(),
                    unmapped: unmapped.map(|column| column.name.as_str()).collect(),
                    similar: similar
                        .map(|column| Similar {
                            column: &column.name,
                            attributes: column.similar.iter().copied().map(Attribute::name).collect(),
                        })
                        .collect(),
                }
            })
            .collect()
    }

    /// Number of findings of each rule, in the order of the catalogue.
    pub(super) fn rule_counts(&self) -> Vec<u64> {
        let mut counts = vec![0u64; CATALOGUE.len()];
        let all = &self.base.store.findings.all;
        each(all.len() as u32, |at| counts[all[at as usize].rule() as usize] += 1);
        counts[RuleId::GroupUnmatched as usize] += self.unmatched().count() as u64;
        for note in &*self.notes {
            counts[note.rule as usize] += 1;
        }
        counts
    }

    pub(super) fn summarise(&self) -> Summary<'_> {
        let counts = self.rule_counts();
        let mut rules = Vec::new();
        let mut by_severity = [0u64; 3];
        for (number, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let id = RuleId::from_number(number as u8);
            if let Some(severity) = self.base.store.findings.severity(id) {
                by_severity[severity as usize] += count;
                rules.push(RuleCount { rule: id.rule().id, severity: severity.name(), count });
            }
        }
        let (time_zones, sources) = self.zone_counts();
        let [errors, warnings, notices] = by_severity;
        let (imported, blocked, inactive) =
            (self.count(Outcome::Imported), self.count(Outcome::Blocked), self.count(Outcome::Inactive));
        Summary {
            profiles: imported + blocked + inactive,
            imported,
            blocked,
            inactive,
            out_of_scope: self.count(Outcome::OutOfScope),
            errors,
            warnings,
            notices,
            rules,
            time_zones,
            time_zone_sources: sources,
            assignments: self
                .simulation()
                .assignments
                .iter()
                .map(|assignment| AssignmentCount { name: &assignment.name, members: assignment.members })
                .collect(),
        }
    }

    /// How many of those who arrive are in each zone, the most first, and what decides that.
    #[inline(never)]
    fn zone_counts(&self) -> (Vec<ZoneCount>, ZoneSources) {
        let store = &self.base.store;
        // Everyone of one place has one zone.
        let mut people = vec![0u64; store.places.len()];
        each(self.rows(), |row| {
            let row = &store.rows[row as usize];
            if row.role == Role::Person && row.outcome == Outcome::Imported {
                people[row.place as usize] += 1;
            }
        });
        let mut zones = [0; Zone::COUNT];
        let mut sources = ZoneSources::default();
        for (place, count) in people.into_iter().enumerate() {
            let (zone, origin) = store.zone_of(place as u32);
            if let Some(zone) = zone {
                zones[usize::from(zone.0)] += count;
            }
            let source = match origin {
                Origin::TimeZone => &mut sources.time_zone,
                Origin::Country => &mut sources.country,
                Origin::State => &mut sources.state,
                Origin::Default => &mut sources.default,
                Origin::None => &mut sources.none,
            };
            *source += count;
        }
        let mut counts: Vec<ZoneCount> = Zone::all()
            .map(|zone| ZoneCount { zone: zone.name(), count: zones[usize::from(zone.0)] })
            .filter(|zone| zone.count > 0)
            .collect();
        counts.sort_unstable_by_key(|zone| (std::cmp::Reverse(zone.count), zone.zone));
        (counts, sources)
    }

    pub(super) fn finding(&self, finding: Described) -> FindingReport<'_> {
        let row = &self.base.store.rows[finding.row as usize];
        let (record, line) = self.base.record_and_line(finding.row);
        FindingReport {
            rule: finding.rule.rule().id,
            severity: self.base.store.findings.severity(finding.rule).map_or("", |severity| severity.name()),
            input: Some(&self.base.inputs[usize::from(row.input)].name),
            line: Some(line),
            record: Some(record),
            key: self.base.store.key(finding.row),
            attribute: finding.attribute.map(Attribute::name),
            column: finding.column,
            value: finding.value,
            message: finding.detail.message,
            suggestion: finding.detail.suggestion,
            choices: finding.detail.choices,
            related: finding.related.iter().map(|&row| self.related(row)).collect(),
            path: None,
            assumption: finding.detail.assumption,
        }
    }

    fn related(&self, number: u32) -> Related<'_> {
        let row = &self.base.store.rows[number as usize];
        let (record, line) = self.base.record_and_line(number);
        Related {
            input: &self.base.inputs[usize::from(row.input)].name,
            record,
            line,
            key: self.base.store.key(number),
        }
    }

    pub(super) fn note(&self, note: &Note) -> FindingReport<'_> {
        FindingReport {
            rule: note.rule.rule().id,
            severity: self.base.store.findings.severity(note.rule).map_or("", |severity| severity.name()),
            input: note.input.map(|input| self.base.inputs[usize::from(input)].name.as_str()),
            line: None,
            record: None,
            key: None,
            attribute: note.attribute.map(Attribute::name),
            column: note.column.clone(),
            value: note.value.clone(),
            message: note.message.clone(),
            suggestion: note.suggestion.clone(),
            choices: note.choices.clone(),
            related: Vec::new(),
            path: note.path.clone(),
            assumption: note.assumption,
        }
    }

    pub(super) fn profile_report(&self, number: u32) -> Option<ProfileReport<'_>> {
        let row = self.base.store.rows.get(number as usize).filter(|row| row.role == Role::Person)?;
        let input = &self.base.inputs[usize::from(row.input)];
        let place = self.base.store.read_place(row.place);
        let (zone, origin) = self.base.store.zone(row);
        let trail = place.trail(self.known_of(number), self.base.store.context.default_zone);
        let assignment = (row.outcome == Outcome::Imported).then(|| {
            self.fitting(row)
                .first()
                .map_or(assignment::DEFAULT, |&place| self.settings.assignments[place].name.trim())
        });
        let (record, line) = self.base.record_and_line(number);
        Some(ProfileReport {
            input: &input.name,
            record,
            line,
            key: self.base.store.key(number),
            outcome: row.outcome.name(),
            time_zone: ZoneReport::new(timezone::Effective { zone, origin, trail }),
            weekend: self.base.store.places[row.place as usize].weekend.days(),
            manager: self.base.managers.get(number).map(|manager| ManagerReport {
                key: self.base.store.key(manager.row),
                by: manager.by.name(),
            }),
            assignment,
            groups: self.base.groups.of(row.groups).collect(),
        })
    }
}

/// An effective time zone, as it stands in a profile.
pub fn time_zone(effective: timezone::Effective) -> serde_json::Value {
    serde_json::to_value(ZoneReport::new(effective)).unwrap_or_default()
}

/// The rule catalogue, for the page and for `rollcall rules`.
pub fn rules() -> serde_json::Value {
    let rules: Vec<serde_json::Value> = CATALOGUE
        .iter()
        .map(|rule| {
            serde_json::json!({
                "id": rule.id, "effect": rule.effect.name(), "severity": rule.effect.severity().name(),
                "title": rule.title, "reason": rule.reason, "cure": rule.cure, "source": rule.source.text(),
                "pass": rule.pass, "fail": rule.fail,
            })
        })
        .collect();
    rules.into()
}

/// Names of all shapes, for menus.
pub fn shapes() -> Vec<&'static str> {
    Shape::ALL.into_iter().map(Shape::name).collect()
}
