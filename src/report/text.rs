//! The report as a text to be read: totals, causes by size with an example each, where to look next.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::on_line;
use crate::Error;
use crate::check::{Cause, Check, Described, Outcome};

/// A text being made, for which the records of its examples are read again.
#[derive(Debug)]
pub struct Text<'c> {
    check: &'c Check,
    causes: Vec<Cause>,
    /// What the rows that serve as examples say.
    examples: BTreeMap<u32, Vec<Described>>,
}

impl<'c> Text<'c> {
    /// Begins a text about a check.
    pub fn new(check: &'c Check) -> Text<'c> {
        let causes = check.causes();
        let examples = causes.iter().filter_map(|cause| cause.example).map(|row| (row, Vec::new())).collect();
        Text { check, causes, examples }
    }

    /// The rows whose records serve as examples, in order.
    pub fn rows(&self) -> Vec<u32> {
        self.examples.keys().copied().collect()
    }

    /// Takes the bytes of such a record, as they stand at its [place](Check::place).
    ///
    /// # Errors
    ///
    /// They are not what was checked.
    pub fn take(&mut self, row: u32, bytes: &[u8]) -> Result<(), Error> {
        let described = self.check.described(row, bytes)?;
        self.examples.insert(row, described);
        Ok(())
    }

    /// The text.
    pub fn finish(self) -> String {
        let mut text = String::new();
        self.inputs(&mut text);
        self.totals(&mut text);
        self.causes(&mut text);
        self.zones(&mut text);
        self.assignments(&mut text);
        self.next(&mut text);
        text
    }

    fn inputs(&self, text: &mut String) {
        for input in self.check.inputs().as_array().into_iter().flatten() {
            let word = |name: &str| on_line(input[name].as_str().unwrap_or_default()).into_owned();
            let records = input["records"].as_u64().unwrap_or_default();
            let entries = if records == 1 { "record" } else { "records" };
            let group = input["group"]
                .as_str()
                .map_or_else(String::new, |group| format!(", members of \"{}\"", on_line(group)));
            let sheet = input["sheet"]
                .as_str()
                .map_or_else(String::new, |sheet| format!("sheet \"{}\", ", on_line(sheet)));
            let _ = writeln!(
                text,
                "{}  {}, {sheet}{}, {} {entries}{group}",
                word("name"),
                word("shape"),
                word("encoding"),
                number(records)
            );
        }
    }

    fn totals(&self, text: &mut String) {
        let mut parts = vec![format!("{} imported", number(self.check.count(Outcome::Imported)))];
        for (outcome, words) in [
            (Outcome::Blocked, "blocked"),
            (Outcome::Inactive, "inactive"),
            (Outcome::OutOfScope, "out of scope"),
        ] {
            let count = self.check.count(outcome);
            if count > 0 || outcome == Outcome::Blocked {
                parts.push(format!("{} {words}", number(count)));
            }
        }
        let _ = writeln!(text, "\n{}", parts.join(" · "));
    }

    fn causes(&self, text: &mut String) {
        if self.causes.is_empty() {
            text.push_str("\nNothing was found: everyone arrives as they are.\n");
        }
        let mut effect = "";
        for cause in &self.causes {
            if cause.effect != effect {
                effect = cause.effect;
                text.push_str(match effect {
                    "blocks" => "\nNot imported\n",
                    "degrades" => "\nImported, but wrong or incomplete\n",
                    _ => "\nWorth knowing\n",
                });
            }
            let count = if cause.example.is_some() {
                let people = if cause.people == 1 { "person" } else { "people" };
                format!("{} {people}", number(cause.people))
            } else {
                String::new()
            };
            let attribute = cause.attribute.map_or_else(String::new, |attribute| format!(" [{attribute}]"));
            let title = format!("{}{attribute}", cause.title);
            let _ = writeln!(text, "  {title:58} {count:>16}  {}", cause.rule);
            for message in cause.messages.iter().take(3) {
                let _ = writeln!(text, "      {}", on_line(message));
            }
            if cause.messages.len() > 3 {
                let _ = writeln!(text, "      … and {} more like this", cause.messages.len() - 3);
            }
            if let Some((line, input, message)) = self.example(cause) {
                let _ = writeln!(text, "      {}, line {line}: {}", on_line(input), on_line(message));
            }
        }
    }

    fn example(&self, cause: &Cause) -> Option<(u32, &str, &str)> {
        let row = cause.example?;
        let described = self.examples.get(&row)?.iter().find(|described| {
            described.rule.rule().id == cause.rule
                && described.attribute.map(crate::profile::Attribute::name) == cause.attribute
        })?;
        let held = &self.check.base.store.rows[row as usize];
        let (_, line) = self.check.base.record_and_line(row);
        Some((line, &self.check.base.inputs[usize::from(held.input)].name, &described.detail.message))
    }

    fn zones(&self, text: &mut String) {
        let summary = self.check.summary();
        let zones = summary["timeZones"].as_array().cloned().unwrap_or_default();
        if zones.is_empty() {
            return;
        }
        text.push_str("\nTime zones\n");
        for zone in zones.iter().take(8) {
            let _ = writeln!(
                text,
                "  {:40} {:>10}",
                zone["zone"].as_str().unwrap_or_default(),
                number(zone["count"].as_u64().unwrap_or_default())
            );
        }
        if zones.len() > 8 {
            let more = zones.len() - 8;
            let _ = writeln!(text, "  … and {more} more {}", if more == 1 { "zone" } else { "zones" });
        }
    }

    /// Who gets what; silent where there is but the default assignment, and it gives nothing.
    fn assignments(&self, text: &mut String) {
        let simulation = self.check.simulation();
        if let Some(in_gong) = simulation.in_gong {
            let _ = writeln!(
                text,
                "\nAlready in Gong: {} · {} of them in the exports · {} out of scope · {} in no export",
                number(in_gong.people),
                number(in_gong.matched),
                number(in_gong.out_of_scope),
                number(in_gong.absent)
            );
        }
        let used = simulation.seats.iter().filter(|seat| seat.used > 0);
        let mut used = used.peekable();
        if simulation.assignments.len() < 2 && used.peek().is_none() {
            return;
        }
        text.push_str("\nAssignments\n");
        for assignment in &simulation.assignments {
            let besides = match (assignment.reachable, assignment.elsewhere) {
                (false, _) => "  never reached".to_owned(),
                (true, 0) => String::new(),
                (true, 1) => "  1 more is taken by an earlier one".to_owned(),
                (true, elsewhere) => format!("  {} more are taken by an earlier one", number(elsewhere)),
            };
            let _ = writeln!(
                text,
                "  {:40} {:>10}{besides}",
                on_line(&assignment.name),
                number(assignment.members)
            );
        }
        for seat in used {
            let owned =
                seat.owned.map_or_else(String::new, |owned| format!(" of {} owned", number(owned.into())));
            let _ = writeln!(
                text,
                "  {:40} {:>10}{owned}",
                format!("seat {}", on_line(&seat.name)),
                number(seat.used)
            );
        }
    }

    fn next(&self, text: &mut String) {
        let Some(first) = self.causes.first() else {
            return;
        };
        let _ = writeln!(
            text,
            "\nNext: rollcall rules {} says why and how to cure it; --format json lists every finding.",
            first.rule
        );
    }
}

/// A number with its thousands apart.
pub(crate) fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([0, 999, 1000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }
}
