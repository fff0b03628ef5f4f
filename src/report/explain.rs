//! One person, explained as a text: what came in, how it was judged, and where it leads.

use std::fmt::Write;

use super::{SecondReading, on_line};
use crate::Error;
use crate::assignment::Lock;
use crate::check::{Check, Described, Role, Value, values_of};
use crate::export::{Layout, Record};
use crate::maps::HashMap;
use crate::rules::RuleId;

/// Where the steps of an explanation come from, here and in the page's panel of one person.
pub mod source {
    /// What came in.
    pub const CAME_IN: &str = "the files";
    /// What values are taken for.
    pub const UNDERSTOOD: &str = "ISO 3166, the IANA time zone database, CLDR";
    /// What was found.
    pub const JUDGED: &str = "each rule names its own source";
    /// Who is imported.
    pub const OUTCOME: &str = "Gong's articles, mandatory fields and supported features";
    /// The time zone.
    pub const ZONE: &str = "Gong's articles, how the time zone is calculated";
    /// The days of the weekend.
    pub const WEEKEND: &str = "the locale's region, by CLDR week data";
    /// The manager.
    pub const MANAGER: &str = "Gong's articles, manager email and manager full name";
    /// The groups.
    pub const GROUPS: &str = "the files of people, groups and members";
    /// The assignment.
    pub const ASSIGNMENT: &str = "Gong's articles, creating automatic assignments";
    /// What can be changed afterwards.
    pub const AFTERWARDS: &str = "Gong's articles, note on provisioned fields";
}

/// One record of a person.
#[derive(Debug, Default)]
struct Part {
    values: Vec<Value>,
    findings: Vec<Described>,
}

/// A text being made while the files are read once more for the records of the people it is about.
#[derive(Debug)]
pub struct Explanation {
    check: Check,
    /// Rows where the people's profiles stand.
    people: Vec<u32>,
    /// Their records, by row.
    parts: HashMap<u32, Part>,
    /// The circles of managers that there are.
    circles: Vec<Vec<u32>>,
    reading: SecondReading,
}

impl Check {
    /// The people of a primary email, user name or id, as rows; case does not count.
    pub fn find(&self, who: &str) -> Vec<u32> {
        let store = &self.base.store;
        let who = who.trim();
        let is = |row: &crate::check::Row| {
            [row.email(), row.user_name(), row.id()]
                .into_iter()
                .any(|span| store.arena.key(span).eq_ignore_ascii_case(who))
        };
        let rows = store.rows.iter().zip(0u32..);
        let found = rows.filter(|(row, _)| {
            row.role == Role::Person && store.parts_of(row.person).any(|part| is(&store.rows[part as usize]))
        });
        if who.is_empty() { Vec::new() } else { found.map(|(_, number)| number).collect() }
    }

    /// The people of every circle of managers.
    fn circles(&self) -> Vec<Vec<u32>> {
        let store = &self.base.store;
        let circles = store.findings.all.iter().filter(|finding| finding.rule() == RuleId::ManagerCycle);
        let circles = circles.filter_map(|finding| {
            let others = store.lists.get(finding.about.checked_sub(1)? as usize)?;
            let first = store.rows[finding.row() as usize].person;
            Some(std::iter::once(first).chain(others.iter().copied()).collect())
        });
        circles.collect()
    }

    /// Begins to explain people. Every input has to be pushed once more.
    pub fn explain(&self, people: Vec<u32>) -> Explanation {
        let rows = people.iter().flat_map(|&person| self.parts(person));
        let parts = rows.map(|row| (row, Part::default())).collect();
        Explanation {
            check: self.clone(),
            people,
            parts,
            circles: self.circles(),
            reading: SecondReading::new(self),
        }
    }
}

impl Explanation {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        self.reading.wants()
    }

    /// Takes bytes of the wanted input.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let (check, parts) = (&self.check, &mut self.parts);
        self.reading.push(bytes, |row, layout, record| keep(check, parts, row, layout, record))
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self) -> Result<(), Error> {
        let (check, parts) = (&self.check, &mut self.parts);
        self.reading.end(|row, layout, record| keep(check, parts, row, layout, record))
    }

    /// The text.
    pub fn finish(self) -> String {
        let mut text = String::new();
        for (number, &person) in self.people.iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            self.person(person, &mut text);
        }
        text
    }

    fn person(&self, person: u32, text: &mut String) {
        let check = &self.check;
        let store = &check.base.store;
        let profile = check.profile(person);
        let word = |value: &serde_json::Value| on_line(value.as_str().unwrap_or_default()).into_owned();
        let key = word(&profile["key"]);
        let name = on_line(&store.who(person)).into_owned();
        let title = if name == key { name } else { format!("{name}, {key}") };
        let _ = writeln!(text, "{title}\n");
        heading(text, "Came in as", source::CAME_IN);
        let parts = || {
            let rows = store.parts_of(person);
            rows.filter_map(|number| Some((number, self.parts.get(&number)?)))
        };
        for (row, part) in parts() {
            let _ = writeln!(
                text,
                "  {}, line {}",
                check.base.inputs[usize::from(store.rows[row as usize].input)].name,
                store.stands.line(row)
            );
            for held in &part.values {
                let column = if held.by == "shape" {
                    held.column.clone()
                } else {
                    format!("{} ({})", held.column, held.by)
                };
                let shown = format!("\"{}\"", on_line(&held.value));
                let _ = writeln!(text, "    {:18} {shown:34} {column}", held.label);
            }
        }
        let understood = check.understood(person);
        if !understood.is_empty() {
            heading(text, "Understood as", source::UNDERSTOOD);
        }
        for read in understood {
            let _ = writeln!(text, "    {:18} {}", read.label, read.meaning);
        }
        heading(text, "Judged", source::JUDGED);
        let findings: Vec<&Described> = parts().flat_map(|(_, part)| &part.findings).collect();
        if findings.is_empty() {
            text.push_str("  nothing to say\n");
        }
        for finding in findings {
            let severity = store.findings.severity(finding.rule).map_or("", |severity| severity.name());
            let _ = writeln!(text, "  {severity:8} {}", finding.detail.message);
            let rule = finding.rule.rule();
            let _ = writeln!(text, "           {}: {}", rule.id, rule.source.text());
        }
        let outcome = match word(&profile["outcome"]).as_str() {
            "imported" => "imported",
            "blocked" => "blocked: not imported until the errors above are cured",
            "inactive" => "inactive: the account is not active in the directory, so it is not imported",
            _ => "out of scope: not assigned to Gong, so not imported",
        };
        heading(text, "Outcome", source::OUTCOME);
        let _ = writeln!(text, "  {outcome}");
        let zone = &profile["timeZone"];
        heading(text, "Time zone", source::ZONE);
        let _ = writeln!(text, "  {}", zone["zone"].as_str().unwrap_or("none: set the company's default"));
        for (number, step) in zone["trail"].as_array().into_iter().flatten().enumerate() {
            let value = word(&step["value"]);
            let value = if value.is_empty() { String::new() } else { format!("\"{value}\" ") };
            let assumption =
                step["assumption"].as_str().map_or_else(String::new, |name| format!(" (assumption {name})"));
            let _ = writeln!(
                text,
                "  {}. {:10} {value}{}{assumption}",
                number + 1,
                word(&step["step"]),
                word(&step["result"])
            );
        }
        let days: Vec<String> = profile["weekend"].as_array().into_iter().flatten().map(word).collect();
        heading(text, "Weekend", source::WEEKEND);
        let _ = writeln!(text, "  {}: no notifications then", days.join(" and "));
        heading(text, "Manager", source::MANAGER);
        match profile["manager"]["key"].as_str() {
            Some(manager) => {
                let _ = writeln!(text, "  {manager}, by {}", word(&profile["manager"]["by"]));
            }
            None => text.push_str("  none found\n"),
        }
        if let Some(circle) = self.circles.iter().find(|circle| circle.contains(&person)) {
            let others = circle.iter().filter(|other| **other != person).take(10);
            let names: Vec<String> = others.map(|&other| store.who(other)).collect();
            let _ = writeln!(text, "  in a circle of managers with {}", names.join(", "));
        }
        self.placed(person, text);
    }

    /// Groups, assignment and locks.
    fn placed(&self, person: u32, text: &mut String) {
        let check = &self.check;
        let groups: Vec<&str> = check.base.groups.of(check.base.store.rows[person as usize].groups).collect();
        heading(text, "Groups", source::GROUPS);
        let _ = writeln!(text, "  {}", or_none(&groups));
        let Some(placement) = check.placement(person) else {
            return;
        };
        heading(text, "Assignment", source::ASSIGNMENT);
        let place = placement.place.map_or_else(String::new, |place| {
            format!(", {} of {}", place + 1, check.settings.assignments.len())
        });
        let _ = writeln!(text, "  {}{place}. {}", placement.assignment, placement.reason);
        let seats: Vec<&str> = placement.seats.iter().map(String::as_str).collect();
        let _ = writeln!(text, "  {:18} {}", "seats", or_none(&seats));
        if placement.permits.is_empty() {
            let _ = writeln!(text, "  {:18} none", "permissions");
        }
        for permit in &placement.permits {
            let home = if permit.home { ", home workspace" } else { "" };
            let _ = writeln!(
                text,
                "  {:18} {} in {}{home}{}",
                "permissions",
                permit.profile,
                permit.workspace,
                inactive(permit.needs.as_deref())
            );
        }
        if placement.capture.is_empty() {
            let _ = writeln!(text, "  {:18} none", "data capture");
        }
        for capture in &placement.capture {
            let _ = writeln!(
                text,
                "  {:18} {}{}",
                "data capture",
                capture.label,
                inactive(capture.needs.as_deref())
            );
        }
        let _ = writeln!(text, "  {:18} {}. {}", "updates", placement.updates, placement.later);
        let Some(locks) = check.locks(person) else {
            return;
        };
        heading(text, "Afterwards", source::AFTERWARDS);
        for (title, list) in [
            ("locked in Gong", &locks.locked),
            ("can be set once by hand, then fixed", &locks.once),
            ("not in the files, so unknown", &locks.unknown),
        ] {
            let names = |noted: bool| -> Vec<&str> {
                let own = list.iter().filter(|lock| lock.note.is_some() == noted);
                own.map(|lock: &Lock| lock.label).collect()
            };
            let (firm, noted) = (names(false), names(true));
            if !firm.is_empty() {
                let _ = writeln!(text, "  {title}: {}", firm.join(", "));
            }
            if !noted.is_empty() {
                let note = if title == "locked in Gong" {
                    list.iter()
                        .find_map(|lock| lock.note)
                        .map_or_else(String::new, |note| format!(" ({note})"))
                } else {
                    String::new()
                };
                let _ = writeln!(text, "  {title}: {}{note}", noted.join(", "));
            }
        }
    }
}

fn heading(text: &mut String, title: &str, source: &str) {
    let blank = if text.ends_with("\n\n") { "" } else { "\n" };
    let _ = writeln!(text, "{blank}{title}  [{source}]");
}

fn or_none(names: &[&str]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn inactive(needs: Option<&str>) -> String {
    needs.map_or_else(String::new, |seats| format!(" — inactive without the seat {seats}"))
}

fn keep(
    check: &Check,
    parts: &mut HashMap<u32, Part>,
    row: u32,
    layout: &Layout,
    record: &Record<'_>,
) -> Result<(), Error> {
    let Some(part) = parts.get_mut(&row) else {
        return Ok(());
    };
    part.values = values_of(layout, record);
    let input = &check.base.inputs[usize::from(check.base.store.rows[row as usize].input)];
    part.findings = check.describe_record(row, input, layout, record)?;
    Ok(())
}
