//! `rollcall rules` and `rollcall time-zone`.

use std::fmt::Write as _;
use std::io::Write as _;

use chrono::{DateTime, Utc};

use super::arguments::{RulesArguments, TimeZoneArguments};
use super::{Failure, check, output};
use crate::reference::{VERSIONS, Zone};
use crate::rules::{CATALOGUE, Rule};
use crate::timezone;

/// The catalogue, or one rule in full.
pub(super) fn run(arguments: &RulesArguments) -> Result<bool, Failure> {
    let text = match &arguments.id {
        None => list(),
        Some(id) => {
            let rule = Rule::find(id).ok_or_else(|| unknown(id))?;
            explain(rule)
        }
    };
    output::written(std::io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(false)
}

fn unknown(id: &str) -> Failure {
    let near = CATALOGUE.iter().min_by_key(|rule| strsim::osa_distance(rule.id, id));
    let near = near
        .filter(|rule| strsim::osa_distance(rule.id, id) <= 4)
        .map_or_else(String::new, |rule| format!("; is {} meant?", rule.id));
    Failure(format!("there is no rule \"{id}\"{near} `rollcall rules` lists them"))
}

fn list() -> String {
    let width = CATALOGUE.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in CATALOGUE {
        let _ = writeln!(text, "{:width$}  {:8}  {}", rule.id, rule.effect.name(), rule.title);
    }
    text
}

fn explain(rule: &Rule) -> String {
    let mut text = format!(
        "{}\n{}\n\neffect    {} ({} unless the settings say otherwise)\nwhy       {}\ncure      {}\nsource    {}\n",
        rule.id,
        rule.title,
        rule.effect.name(),
        rule.effect.severity().name(),
        rule.reason,
        rule.cure,
        rule.source.text()
    );
    for (title, examples) in [("passes", rule.pass), ("fails", rule.fail)] {
        for (number, example) in examples.iter().enumerate() {
            let title = if number == 0 { title } else { "" };
            let lines: Vec<&str> =
                example.strip_prefix("FILE\n").unwrap_or(example).trim_end().lines().collect();
            let _ = writeln!(text, "{title:9} {}", output::plain(&lines.join("\n          ")));
        }
    }
    text
}

/// The effective time zone of one set of values, with its trail.
pub(super) fn time_zone(arguments: &TimeZoneArguments) -> Result<bool, Failure> {
    let settings = check::settings(&arguments.company)?;
    let default = settings.company.default_time_zone.as_deref().and_then(Zone::from_name);
    let answer = timezone::effective(&arguments.zone, &arguments.country, &arguments.state, default);
    let mut text = format!("{}  from {}\n", answer.zone.map_or("none", Zone::name), answer.origin.name());
    for step in &answer.trail {
        let assumption = step.assumption.map_or_else(String::new, |id| format!("  (assumption {id})"));
        let _ = writeln!(
            text,
            "  {:9} {:24} {}{assumption}",
            step.step,
            format!("\"{}\"", step.value),
            step.outcome.name()
        );
    }
    if let Some(zone) = answer.zone {
        text.push_str(&clock(zone, arguments.at.as_deref())?);
    }
    output::written(std::io::stdout().lock().write_all(output::plain(&text).as_bytes()))?;
    Ok(false)
}

/// Offset, local time and next clock change of a zone, by the rules of the embedded database.
fn clock(zone: Zone, at: Option<&str>) -> Result<String, Failure> {
    let now = match at {
        None => Utc::now(),
        Some(text) => DateTime::parse_from_rfc3339(text)
            .map_err(|_| Failure(format!("--at: \"{text}\" is no instant such as 2026-12-15T12:00:00Z")))?
            .to_utc(),
    };
    let clock = timezone::clock(zone, now.timestamp());
    let mut text = format!("  local time {}, {}\n", clock.local, clock.offset);
    match clock.next {
        Some((local, offset)) => {
            let _ = writeln!(text, "  next clock change to {local}, {offset}");
        }
        None => text.push_str("  no clock change to come\n"),
    }
    let _ = writeln!(text, "  by the time zone database {}", VERSIONS.time_zones);
    Ok(text)
}
