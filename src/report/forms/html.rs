//! A page to print or to hand to whoever mends the directory: causes first, then every finding by file and line.
//!
//! It is one file without any script, and its own policy lets it load nothing. It names people, and says so first. Its
//! tags are those of XML too, so that a test can read it strictly.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{Entry, Scene, Writer};
use crate::report::text::number;
use crate::report::visible;

const STYLE: &str = include_str!("page.css");

#[derive(Debug, Default)]
pub(super) struct Html {
    open: Option<Group>,
}

/// Whose findings stand in one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// Records of a file.
    Records(u16),
    /// Files themselves, and the settings.
    Others,
}

impl Writer for Html {
    fn begin(&mut self, scene: &Scene, out: &mut Vec<u8>) {
        let mut text = String::new();
        head(&mut text);
        inputs(scene, &mut text);
        outcome(scene, &mut text);
        causes(scene, &mut text);
        people(scene, &mut text);
        text.push_str("<h2>Findings</h2>\n");
        if scene.found().next().is_none() {
            text.push_str("<p>Nothing was found: everyone arrives as they are.</p>\n");
        }
        out.extend_from_slice(text.as_bytes());
    }

    fn finding(&mut self, scene: &Scene, entry: &Entry<'_>, out: &mut Vec<u8>) {
        let mut text = String::new();
        // Findings of whole files come behind those of all records: they have a table of their own.
        let group = match entry.input {
            Some(input) if entry.row.is_some() => Group::Records(input),
            _ => Group::Others,
        };
        if self.open != Some(group) {
            self.close(&mut text);
            self.open = Some(group);
            if let Group::Records(input) = group {
                let name = &scene.check.base.inputs[usize::from(input)].name;
                let _ = writeln!(text, "<h3>{}</h3>", shown(name));
                table(
                    &["#Line", "Person", "Severity", "Finding", "Column", "Value", "Suggestion"],
                    &mut text,
                );
            } else {
                text.push_str("<h3>Files and settings</h3>\n");
                table(&["Where", "Severity", "Finding", "Suggestion"], &mut text);
            }
        }
        row(entry, group != Group::Others, &mut text);
        out.extend_from_slice(text.as_bytes());
    }

    fn more(&mut self, _scene: &Scene, out: &mut Vec<u8>) -> bool {
        let mut text = String::new();
        self.close(&mut text);
        text.push_str("</main>\n</body>\n</html>\n");
        out.extend_from_slice(text.as_bytes());
        false
    }
}

impl Html {
    fn close(&mut self, text: &mut String) {
        if self.open.take().is_some() {
            end_table(text);
        }
    }
}

fn head(text: &mut String) {
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    let _ = write!(
        text,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n\
         <title>Rollcall: findings</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>Rollcall: findings</h1>\n\
         <p class=\"caution\"><strong>This page names people and shows their data.</strong> It is for whoever provisions them; keep it out of shared places.</p>\n\
         </header>\n<main>\n"
    );
}

fn inputs(scene: &Scene, text: &mut String) {
    text.push_str("<h2>Files</h2>\n");
    table(&["File", "Shape", "Encoding", "#Records", "Members of"], text);
    for input in scene.check.inputs().as_array().into_iter().flatten() {
        let sheet =
            input["sheet"].as_str().map_or_else(String::new, |sheet| format!(", sheet {}", shown(sheet)));
        let _ = writeln!(
            text,
            "<tr><th scope=\"row\">{}</th><td>{}{sheet}</td><td>{}</td><td class=\"number\">{}</td><td>{}</td></tr>",
            shown(word(&input["name"])),
            word(&input["shape"]),
            word(&input["encoding"]),
            count(&input["records"]),
            shown(word(&input["group"]))
        );
    }
    end_table(text);
}

fn outcome(scene: &Scene, text: &mut String) {
    let summary = scene.check.summary();
    text.push_str("<h2>Outcome</h2>\n<ul class=\"totals\">\n");
    for (name, words) in [
        ("profiles", "in scope"),
        ("imported", "imported"),
        ("blocked", "blocked"),
        ("inactive", "inactive"),
        ("outOfScope", "out of scope"),
        ("errors", "errors"),
        ("warnings", "warnings"),
        ("notices", "notices"),
    ] {
        let words = if summary[name] == 1 { words.trim_end_matches('s') } else { words };
        let _ = writeln!(text, "<li><strong>{}</strong> {words}</li>", count(&summary[name]));
    }
    text.push_str("</ul>\n");
}

fn causes(scene: &Scene, text: &mut String) {
    let causes = scene.check.causes();
    if causes.is_empty() {
        return;
    }
    text.push_str("<h2>Causes</h2>\n");
    for (effect, title) in [
        ("blocks", "Not imported"),
        ("degrades", "Imported, but wrong or incomplete"),
        ("informs", "Worth knowing"),
    ] {
        let mut own = causes.iter().filter(|cause| cause.effect == effect).peekable();
        if own.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "<h3>{title}</h3>");
        table(&["Cause", "Attribute", "Severity", "#Records", "#Findings", "Why", "Cure"], text);
        for cause in own {
            let _ = writeln!(
                text,
                "<tr><th scope=\"row\">{}<br/><code>{}</code></th><td>{}</td><td class=\"{}\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}</td><td>{}</td></tr>",
                escaped(cause.title),
                cause.rule,
                cause.attribute.unwrap_or_default(),
                cause.severity,
                cause.severity,
                number(cause.people),
                number(cause.findings),
                escaped(cause.reason),
                escaped(cause.cure)
            );
        }
        end_table(text);
    }
}

/// Where people end up: time zones and assignments.
fn people(scene: &Scene, text: &mut String) {
    let summary = scene.check.summary();
    for (title, list, name, people, head) in [
        ("Time zones", "timeZones", "zone", "count", "Time zone"),
        ("Assignments", "assignments", "name", "members", "Assignment"),
    ] {
        let Some(list) = summary[list].as_array().filter(|list| !list.is_empty()) else {
            continue;
        };
        let _ = writeln!(text, "<h2>{title}</h2>");
        table(&[head, "#Imported"], text);
        for held in list {
            let _ = writeln!(
                text,
                "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td></tr>",
                shown(word(&held[name])),
                count(&held[people])
            );
        }
        end_table(text);
    }
}

fn row(entry: &Entry<'_>, of_record: bool, text: &mut String) {
    let told = &entry.told;
    let optional = |held: Option<&str>| held.map_or_else(String::new, shown);
    let mut suggestion = optional(told.suggestion.as_deref());
    if !told.choices.is_empty() {
        let choices: Vec<String> = told.choices.iter().map(|choice| shown(choice)).collect();
        suggestion = choices.join(" or ");
    }
    text.push_str("<tr>");
    if of_record {
        let line = told.line.map_or_else(String::new, |line| line.to_string());
        let _ = write!(text, "<th scope=\"row\" class=\"number\">{line}</th><td>{}</td>", optional(told.key));
    } else {
        let column = told.column.as_deref().map(|column| format!("column {}", shown(column)));
        let path = told.path.as_deref().map(|path| format!("settings {}", shown(path)));
        let places = [told.input.map(shown), column, path];
        let places: Vec<String> = places.into_iter().flatten().collect();
        let _ = write!(text, "<th scope=\"row\">{}</th>", places.join(", "));
    }
    let _ = write!(
        text,
        "<td class=\"{}\">{}</td><td>{}<br/><code>{}</code></td>",
        told.severity,
        told.severity,
        shown(&told.message),
        told.rule
    );
    if of_record {
        let _ = write!(
            text,
            "<td>{}</td><td>{}</td>",
            optional(told.column.as_deref()),
            optional(told.value.as_deref())
        );
    }
    let _ = writeln!(text, "<td>{suggestion}</td></tr>");
}

/// Opens a table; a title behind `#` stands over numbers.
fn table(titles: &[&str], text: &mut String) {
    text.push_str("<div class=\"wide\"><table>\n<thead><tr>");
    for title in titles {
        let _ = match title.strip_prefix('#') {
            Some(title) => write!(text, "<th scope=\"col\" class=\"number\">{title}</th>"),
            None => write!(text, "<th scope=\"col\">{title}</th>"),
        };
    }
    text.push_str("</tr></thead>\n<tbody>\n");
}

fn end_table(text: &mut String) {
    text.push_str("</tbody>\n</table></div>\n");
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn count(value: &Value) -> String {
    number(value.as_u64().unwrap_or_default())
}

/// A text of an export or of the settings, with a direction of its own.
fn shown(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<bdi>{}</bdi>", escaped(text)) }
}

fn escaped(text: &str) -> String {
    visible(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
