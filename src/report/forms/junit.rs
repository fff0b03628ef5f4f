//! `JUnit` XML: a suite for each rule with findings, a case for each finding.
//!
//! A finding from `--fail-on` on is a failure. One below it is skipped: every reader shows that, with its message, and
//! none takes it for a failed run; what a passed case writes many show nowhere.
//!
//! Suites go by rule and files by person. Without values nothing has to be read for a case; with them the files are
//! read once for each rule that has findings, so that neither way anything is held.

use std::fmt::Write;

use super::{Entry, Scene, Writer, words};
use crate::check::Finding;
use crate::profile::Attribute;
use crate::report::visible;
use crate::rules::RuleId;

/// Findings that are looked at before what is ready is handed on.
const PORTION: usize = 4096;

#[derive(Debug)]
pub(super) struct Junit {
    rules: Vec<RuleId>,
    /// The suite at hand, and how far it is through the findings.
    suite: usize,
    from: usize,
    with_values: bool,
    open: bool,
}

impl Junit {
    pub(super) fn new(scene: &Scene) -> Junit {
        Junit {
            rules: scene.found().collect(),
            suite: 0,
            from: 0,
            with_values: scene.show_values,
            open: false,
        }
    }

    fn rule(&self) -> Option<RuleId> {
        self.rules.get(self.suite).copied()
    }

    fn open(&mut self, scene: &Scene, rule: RuleId, out: &mut Vec<u8>) {
        if std::mem::replace(&mut self.open, true) {
            return;
        }
        let (count, failures, skipped) = counts(scene, [rule].into_iter());
        let name = rule.rule().id;
        add(
            out,
            &format!(
                "<testsuite name=\"{name}\" tests=\"{count}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"0\">\n"
            ),
        );
        if self.suite == 0 {
            totals(scene, out);
        }
    }

    fn close(&mut self, out: &mut Vec<u8>) {
        add(out, "</testsuite>\n");
        (self.open, self.from) = (false, 0);
        self.suite += 1;
    }
}

impl Writer for Junit {
    fn readings(&self) -> usize {
        if self.with_values { self.rules.len() } else { 0 }
    }

    fn begin(&mut self, scene: &Scene, out: &mut Vec<u8>) {
        let (count, failures, skipped) = counts(scene, self.rules.iter().copied());
        // Readers take a report without any case for a broken one.
        let tests = count.max(1);
        add(
            out,
            &format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rollcall\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"0\">\n"
            ),
        );
        if count == 0 {
            add(
                out,
                "<testsuite name=\"rollcall\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">\n",
            );
            totals(scene, out);
            add(
                out,
                "<testcase classname=\"rollcall\" name=\"Nothing was found\" time=\"0\"/>\n</testsuite>\n",
            );
        }
    }

    fn wants(&self, scene: &Scene, row: u32) -> bool {
        scene.check.findings(row).iter().any(|finding| Some(finding.rule()) == self.rule())
    }

    fn finding(&mut self, scene: &Scene, entry: &Entry<'_>, out: &mut Vec<u8>) {
        if Some(entry.rule) == self.rule() {
            self.open(scene, entry.rule, out);
            case(scene, entry, out);
        }
    }

    fn read(&mut self, scene: &Scene, out: &mut Vec<u8>) {
        if let Some(rule) = self.rule() {
            self.open(scene, rule, out);
            self.close(out);
        }
    }

    fn more(&mut self, scene: &Scene, out: &mut Vec<u8>) -> bool {
        let Some(rule) = self.rule() else {
            add(out, "</testsuites>\n");
            return false;
        };
        self.open(scene, rule, out);
        let all = &scene.check.base.store.findings.all;
        let to = all.len().min(self.from + PORTION);
        for finding in all[self.from..to].iter().filter(|finding| finding.rule() == rule) {
            case(scene, &scene.without_words(*finding), out);
        }
        self.from = to;
        if to < all.len() {
            return true;
        }
        // This one follows from the assignments and is kept nowhere.
        if rule == RuleId::GroupUnmatched {
            let stands = scene.check.unmatched().map(|person| scene.check.stand(person, Attribute::Groups));
            let mut rows: Vec<u32> = stands.collect();
            rows.sort_unstable();
            for row in rows {
                let finding = Finding::new(row, rule, Some(Attribute::Groups), 0, 0);
                case(scene, &scene.without_words(finding), out);
            }
        }
        for note in scene.check.notes.iter().filter(|note| note.rule == rule) {
            case(scene, &scene.of_note(note), out);
        }
        self.close(out);
        true
    }
}

/// Cases, failures and skipped ones of some rules.
fn counts(scene: &Scene, rules: impl Iterator<Item = RuleId>) -> (u64, u64, u64) {
    let (mut count, mut failures) = (0, 0);
    for rule in rules {
        count += scene.count(rule);
        failures += if scene.fails(rule) { scene.count(rule) } else { 0 };
    }
    (count, failures, count - failures)
}

/// The report's totals, as properties of the first suite.
fn totals(scene: &Scene, out: &mut Vec<u8>) {
    add(out, "<properties>\n");
    let summary = scene.check.summary();
    for name in ["profiles", "imported", "blocked", "inactive", "outOfScope", "errors", "warnings", "notices"]
    {
        add(out, &format!("<property name=\"{name}\" value=\"{}\"/>\n", summary[name]));
    }
    add(out, "</properties>\n");
}

fn case(scene: &Scene, entry: &Entry<'_>, out: &mut Vec<u8>) {
    let rule = entry.rule.rule();
    let place = entry.input.map(|input| scene.place(input));
    let line = entry.told.line;
    let words = [
        place.map(str::to_owned),
        line.map(|line| format!("line {line}")),
        entry.told.record.map(|record| format!("record {record}")),
        words::about(scene, entry),
    ];
    let name = words.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let name = if name.is_empty() { rule.title.to_owned() } else { name };
    let mut text = format!("<testcase classname=\"{}\" name=\"{}\"", rule.id, attribute(&name));
    if let Some(place) = place {
        let _ = write!(text, " file=\"{}\"", attribute(place));
    }
    if let Some(line) = line {
        let _ = write!(text, " line=\"{line}\"");
    }
    text.push_str(" time=\"0\">\n");
    let title = attribute(&words::title(scene, entry));
    let message = escaped(&words::message(scene, entry));
    if scene.fails(entry.rule) {
        let kind = scene.severity(entry.rule).name();
        let _ = writeln!(text, "<failure type=\"{kind}\" message=\"{title}\">{message}</failure>");
    } else {
        let _ = writeln!(text, "<skipped message=\"{title}\">{message}</skipped>");
    }
    text.push_str("</testcase>\n");
    add(out, &text);
}

fn add(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

/// A text between tags. XML 1.0 knows no control characters, not even escaped: they are made visible.
fn escaped(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => out.extend(char.escape_unicode()),
            _ => out.push(char),
        }
    }
    out
}

/// A text in an attribute, where a line end would become a space.
fn attribute(text: &str) -> String {
    escaped(text).replace('\n', "&#10;")
}

#[cfg(test)]
mod tests {
    use super::{attribute, escaped};

    #[test]
    fn every_text_is_xml() {
        assert_eq!(
            escaped("]]><a b=\"c\">&\u{0}\n\u{fffe}"),
            "]]&gt;&lt;a b=&quot;c&quot;&gt;&amp;\\u{0}\n\\u{fffe}"
        );
        assert_eq!(attribute("a\nb\tc"), "a&#10;b\\u{9}c");
    }
}
