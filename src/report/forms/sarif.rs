//! SARIF 2.1.0: rules from the catalogue, a result for each finding.
//!
//! Columns of a region are counted in characters of a line, and a record may have many lines: only the line is told,
//! the column's name stands among the properties. Rules have no page of their own on the web, so `help` says all.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Value, json};

use super::super::json::tool;
use super::super::writer::{entry as begin_entry, write};
use super::fingerprint::Fingerprints;
use super::{Entry, Scene, Writer, words};
use crate::rules::{CATALOGUE, Rule, Severity};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Debug, Default)]
pub(super) struct Sarif {
    results: u64,
    fingerprints: Fingerprints,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'e> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Value,
    properties: Properties<'e>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Location {
    /// Numbers related locations, which have to differ: all records of a file may stand on one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation", skip_serializing_if = "Option::is_none")]
    physical: Option<Physical>,
    #[serde(rename = "logicalLocations", skip_serializing_if = "Option::is_none")]
    logical: Option<[Logical; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
    index: u16,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: String,
    kind: &'static str,
}

#[derive(Serialize)]
struct Properties<'e> {
    record: Option<u32>,
    attribute: Option<&'static str>,
    column: Option<&'e str>,
    #[serde(flatten)]
    values: Option<Values<'e>>,
}

/// What a shared log has only where it is asked for.
#[derive(Serialize)]
struct Values<'e> {
    key: Option<&'e str>,
    value: Option<&'e str>,
    suggestion: Option<&'e str>,
    choices: &'e [String],
}

impl Writer for Sarif {
    fn begin(&mut self, scene: &Scene, out: &mut Vec<u8>) {
        out.extend_from_slice(
            format!("{{\"$schema\":\"{SCHEMA}\",\n\"version\":\"2.1.0\",\n\"runs\":[{{\n\"tool\":")
                .as_bytes(),
        );
        let rules: Vec<Value> = CATALOGUE.iter().map(descriptor).collect();
        let driver = json!({"name": "Rollcall", "version": env!("CARGO_PKG_VERSION"), "semanticVersion": env!("CARGO_PKG_VERSION"), "language": "en", "rules": rules});
        write(out, &json!({"driver": driver}));
        let inputs = (0..scene.check.base.inputs.len() as u16)
            .map(|input| json!({"location": {"uri": uri(scene.place(input)), "index": input}, "roles": ["analysisTarget"]}));
        out.extend_from_slice(b",\n\"artifacts\":");
        write(out, &inputs.collect::<Value>());
        out.extend_from_slice(b",\n\"properties\":{\"tool\":");
        write(out, &tool());
        out.extend_from_slice(b",\"summary\":");
        if scene.show_values {
            write(out, &scene.check.summarise());
        } else {
            write(out, &totals(scene));
        }
        out.extend_from_slice(b"},\n\"results\":[");
    }

    fn finding(&mut self, scene: &Scene, entry: &Entry<'_>, out: &mut Vec<u8>) {
        let told = &entry.told;
        let (kind, fingerprint) = self.fingerprints.of(scene, entry);
        let shown = scene.show_values;
        let place = |input: u16, line: Option<u32>| Physical {
            artifact_location: Artifact { uri: uri(scene.place(input)), index: input },
            region: line.map(|start_line| Region { start_line }),
        };
        let physical = entry.input.map(|input| place(input, told.line));
        let logical = told.path.as_ref().map(|path| {
            let fully_qualified_name = if path.is_empty() { "/".to_owned() } else { path.clone() };
            [Logical { fully_qualified_name, kind: "value" }]
        });
        let located = physical.is_some() || logical.is_some();
        let own = located.then_some(Location { id: None, physical, logical, message: None });
        let store = &scene.check.base.store;
        let related = entry.related.iter().zip(1..).map(|(&number, id)| {
            let row = &store.rows[number as usize];
            let key = store.key(number).filter(|_| shown);
            Location {
                id: Some(id),
                physical: Some(place(row.input, Some(scene.check.base.record_and_line(number).1))),
                logical: None,
                message: key.map(|key| Text { text: key.to_owned() }),
            }
        });
        let text = if shown {
            words::message(scene, entry)
        } else {
            format!("{}. {}", words::title(scene, entry), words::message(scene, entry))
        };
        let outcome = Outcome {
            rule_id: told.rule,
            rule_index: entry.rule as usize,
            level: level(scene.severity(entry.rule)),
            message: Text { text },
            locations: own.into_iter().collect(),
            related_locations: related.collect(),
            partial_fingerprints: json!({kind: fingerprint}),
            properties: Properties {
                record: told.record,
                attribute: told.attribute,
                column: scene.column(entry),
                values: shown.then_some(Values {
                    key: told.key,
                    value: told.value.as_deref(),
                    suggestion: told.suggestion.as_deref(),
                    choices: &told.choices,
                }),
            },
        };
        begin_entry(&mut self.results, out);
        write(out, &outcome);
    }

    fn more(&mut self, _scene: &Scene, out: &mut Vec<u8>) -> bool {
        out.extend_from_slice(if self.results > 0 { b"\n]}]}\n" } else { b"]}]}\n" });
        false
    }
}

/// The summary without the values of people that it counts.
fn totals(scene: &Scene) -> Value {
    let mut summary = scene.check.summary();
    if let Some(members) = summary.as_object_mut() {
        members.retain(|name, _| !matches!(name.as_str(), "timeZones" | "assignments"));
    }
    summary
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    }
}

fn descriptor(rule: &Rule) -> Value {
    let source = rule.source.text();
    json!({
        "id": rule.id,
        "name": name(rule.id),
        "shortDescription": {"text": format!("{}.", rule.title)},
        "fullDescription": {"text": rule.reason},
        "help": {
            "text": format!("{}\n\nSource: {source}.", rule.cure),
            "markdown": format!("**Cure.** {}\n\n**Source.** {}.", markdown(rule.cure), markdown(&source)),
        },
        "defaultConfiguration": {"level": level(rule.effect.severity())},
        "properties": {"effect": rule.effect.name()},
    })
}

/// `email/domain` as `EmailDomain`.
fn name(id: &str) -> String {
    let words = id.split(['/', '-']).filter_map(|word| word.split_at_checked(1));
    words.map(|(first, rest)| first.to_uppercase() + rest).collect()
}

/// A text as Markdown that shows it.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(char, '\\' | '`' | '*' | '_' | '<' | '[' | ']' | '#' | '|') {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

/// Parts between slashes as a relative reference.
fn uri(place: &str) -> String {
    let mut out = String::with_capacity(place.len());
    for byte in place.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{markdown, name, uri};

    #[test]
    fn names_and_references() {
        assert_eq!(name("name/given-missing"), "NameGivenMissing");
        assert_eq!(uri("users, 100 %: a#b?.csv"), "users%2C%20100%20%25%3A%20a%23b%3F.csv");
        assert_eq!(uri("exports/Zoë.csv"), "exports/Zo%C3%AB.csv");
        assert_eq!(markdown("#EXT# and en_US"), "\\#EXT\\# and en\\_US");
    }
}
