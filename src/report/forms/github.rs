//! Workflow commands of GitHub: an annotation for each finding.
//!
//! Of a step GitHub shows ten annotations of each level. So the first finding of every rule comes first, the rules that
//! keep most people out before the others, and says how many more there are like it; then come the others in the
//! report's order. The log has them all.

use super::{Entry, Scene, Writer, words};
use crate::check::Outcome;
use crate::report::text::number;
use crate::report::visible;
use crate::rules::{RuleId, Severity};

#[derive(Debug)]
pub(super) struct Github {
    /// The first finding of each rule, until all are found.
    first: Vec<(RuleId, Vec<u8>)>,
    /// Rules whose first finding has been passed by in the second reading.
    passed: Vec<RuleId>,
    second: bool,
    readings: usize,
}

impl Github {
    pub(super) fn new(scene: &Scene) -> Github {
        let more = scene.counts.iter().any(|count| *count > 1);
        Github { first: Vec::new(), passed: Vec::new(), second: false, readings: if more { 2 } else { 1 } }
    }
}

impl Writer for Github {
    fn readings(&self) -> usize {
        self.readings
    }

    fn begin(&mut self, _scene: &Scene, _out: &mut Vec<u8>) {}

    fn wants(&self, scene: &Scene, row: u32) -> bool {
        let known = |rule: RuleId| self.first.iter().any(|(first, _)| *first == rule);
        self.second || scene.check.findings(row).iter().any(|finding| !known(finding.rule()))
    }

    fn finding(&mut self, scene: &Scene, entry: &Entry<'_>, out: &mut Vec<u8>) {
        let rule = entry.rule;
        if self.second {
            if self.passed.contains(&rule) {
                out.extend_from_slice(command(scene, entry, 0).as_bytes());
            } else {
                self.passed.push(rule);
            }
        } else if !self.first.iter().any(|(first, _)| *first == rule) {
            self.first.push((rule, command(scene, entry, scene.count(rule) - 1).into_bytes()));
        }
    }

    fn read(&mut self, scene: &Scene, out: &mut Vec<u8>) {
        if std::mem::replace(&mut self.second, true) {
            return;
        }
        self.first.sort_by_key(|(rule, _)| {
            (scene.severity(*rule), rule.rule().effect, std::cmp::Reverse(scene.count(*rule)), *rule)
        });
        for (_, line) in &self.first {
            out.extend_from_slice(line);
        }
    }

    fn more(&mut self, scene: &Scene, out: &mut Vec<u8>) -> bool {
        let outcomes = [
            (Outcome::Imported, "imported"),
            (Outcome::Blocked, "blocked"),
            (Outcome::Inactive, "inactive"),
            (Outcome::OutOfScope, "out of scope"),
        ];
        let people =
            outcomes.map(|(outcome, words)| format!("{} {words}", number(scene.check.count(outcome))));
        let found = Severity::ALL.map(|severity| {
            let count = scene.count_of(severity);
            format!("{} {}{}", number(count), severity.name(), if count == 1 { "" } else { "s" })
        });
        let cut = Severity::ALL.into_iter().any(|severity| scene.count_of(severity) > SHOWN);
        let shown = if cut {
            format!(". GitHub shows {SHOWN} of each as annotations; this log has all of them")
        } else {
            String::new()
        };
        out.extend_from_slice(
            format!("Rollcall: {}. Found: {}{shown}.\n", people.join(", "), found.join(", ")).as_bytes(),
        );
        false
    }
}

/// Annotations of a level that GitHub shows of one step.
const SHOWN: u64 = 10;

fn command(scene: &Scene, entry: &Entry<'_>, more: u64) -> String {
    let rule = entry.rule.rule();
    let place = entry.input.map(|input| scene.place(input));
    // Standard input is no file to mark; it is named in the words.
    let marked = place.filter(|place| *place != "-");
    let mut properties = Vec::new();
    if let Some(place) = marked {
        properties.push(format!("file={}", property(place)));
        properties.extend(entry.told.line.map(|line| format!("line={line}")));
    }
    properties.push(format!("title={}", property(&format!("{} ({})", rule.title, rule.id))));
    let read = match (place, entry.told.line) {
        (Some("-"), Some(line)) => Some(format!("standard input, line {line}")),
        (Some("-"), None) => Some("standard input".to_owned()),
        _ => None,
    };
    let about: Vec<String> = read.into_iter().chain(words::about(scene, entry)).collect();
    let about = if about.is_empty() { String::new() } else { format!("{}: ", about.join(", ")) };
    let more = match more {
        0 => String::new(),
        _ => format!(" And {} more like this.", number(more)),
    };
    format!(
        "::{} {}::{}\n",
        scene.severity(entry.rule).name(),
        properties.join(","),
        data(&format!("{about}{}{more}", words::message(scene, entry)))
    )
}

/// A text as a command's message.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn no_text_ends_its_place() {
        assert_eq!(data("50%0A\n::error::x\u{1b}\r"), "50%250A%0A::error::x\\u{1b}\\u{d}");
        assert_eq!(property("a,line=1::b"), "a%2Cline=1%3A%3Ab");
    }
}
