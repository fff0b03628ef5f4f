//! Findings for other programs and for print: JSON line by line, SARIF, `JUnit`, GitHub's annotations, HTML.
//!
//! SARIF, `JUnit` and annotations end up in logs that many can read. So they say what is wrong in the rule's own words,
//! and where (file, line, column), and take values, names, keys and suggestions in only where that is asked for.
//!
//! All of them are written while the files are pushed once more, as often as a form needs it, so that memory does not
//! follow the findings.

mod fingerprint;
mod github;
mod html;
mod junit;
mod ndjson;
mod sarif;
mod words;

use std::fmt;

use super::SecondReading;
use super::json::FindingReport;
use crate::Error;
use crate::check::{Check, Finding, Note};
use crate::profile::Attribute;
use crate::rules::{RuleId, Severity};

/// A form that findings are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A finding a line as in the JSON report, then its summary.
    Ndjson,
    /// SARIF 2.1.0.
    Sarif,
    /// `JUnit` XML: a suite for each rule, a case for each finding.
    Junit,
    /// Workflow commands of GitHub.
    Github,
    /// A page to print.
    Html,
}

/// How findings are written.
#[derive(Clone, Debug)]
pub struct Options {
    /// The form.
    pub form: Form,
    /// Values, names, keys and suggestions, also in the forms that end up in shared logs.
    pub show_values: bool,
    /// The severity from which a case of `JUnit` fails; none fails without it.
    pub fail_on: Option<Severity>,
    /// Where a reader of the report finds each input, such as a path relative to a repository: by number of the input,
    /// parts between slashes. The input's name where there is none.
    pub places: Vec<String>,
}

/// Findings being written.
#[derive(Debug)]
pub struct Findings {
    scene: Scene,
    writer: Box<dyn Writer>,
    reading: SecondReading,
    /// Readings that are over.
    read: usize,
    begun: bool,
}

/// What every form knows.
#[derive(Debug)]
struct Scene {
    check: Check,
    show_values: bool,
    fail_on: Option<Severity>,
    places: Vec<String>,
    /// Number of findings of each rule.
    counts: Vec<u64>,
}

/// A finding on its way into a form.
struct Entry<'c> {
    rule: RuleId,
    attribute: Option<Attribute>,
    input: Option<u16>,
    row: Option<u32>,
    /// Place in the list of values, from 0.
    place: u16,
    /// Rows it is about besides its own.
    related: Vec<u32>,
    told: FindingReport<'c>,
}

/// A form being written.
trait Writer: fmt::Debug + Send {
    /// How often the files are read.
    fn readings(&self) -> usize {
        1
    }

    fn begin(&mut self, scene: &Scene, out: &mut Vec<u8>);

    /// Whether the findings of a row have to be put into words in the reading at hand.
    fn wants(&self, _scene: &Scene, _row: u32) -> bool {
        true
    }

    fn finding(&mut self, scene: &Scene, entry: &Entry<'_>, out: &mut Vec<u8>);

    /// A reading is over.
    fn read(&mut self, _scene: &Scene, _out: &mut Vec<u8>) {}

    /// Writes a portion of what stands behind; says whether there is more.
    fn more(&mut self, scene: &Scene, out: &mut Vec<u8>) -> bool;
}

impl Check {
    /// Begins to write findings in a form. Every input has to be pushed once more, or oftener: see [`Findings::wants`].
    pub fn findings_as(&self, options: Options) -> Findings {
        let scene = Scene {
            check: self.clone(),
            show_values: options.show_values,
            fail_on: options.fail_on,
            places: options.places,
            counts: self.rule_counts(),
        };
        let writer: Box<dyn Writer> = match options.form {
            Form::Ndjson => Box::new(ndjson::Ndjson),
            Form::Sarif => Box::new(sarif::Sarif::default()),
            Form::Junit => Box::new(junit::Junit::new(&scene)),
            Form::Github => Box::new(github::Github::new(&scene)),
            Form::Html => Box::new(html::Html::default()),
        };
        Findings { reading: SecondReading::of_findings(self), scene, writer, read: 0, begun: false }
    }
}

impl Findings {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        if self.read < self.writer.readings() { self.reading.wants() } else { None }
    }

    /// Takes bytes of the wanted input; text that is ready is added to `out`.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        self.feed(Some(bytes), out)
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        self.feed(None, out)?;
        if self.reading.wants().is_none() {
            self.over(out);
        }
        Ok(())
    }

    /// Writes a portion of what stands behind the findings of records; says whether there is more.
    pub fn more(&mut self, out: &mut Vec<u8>) -> bool {
        self.begin(out);
        // Where no input could be read there are findings of the settings all the same.
        while self.read < self.writer.readings() {
            self.over(out);
        }
        self.writer.more(&self.scene, out)
    }

    fn begin(&mut self, out: &mut Vec<u8>) {
        if !std::mem::replace(&mut self.begun, true) {
            self.writer.begin(&self.scene, out);
        }
    }

    fn feed(&mut self, bytes: Option<&[u8]>, out: &mut Vec<u8>) -> Result<(), Error> {
        self.begin(out);
        let (scene, writer) = (&self.scene, &mut self.writer);
        let mut take = |row: u32, layout: &crate::export::Layout, record: &crate::export::Record<'_>| {
            if !writer.wants(scene, row) {
                return Ok(());
            }
            let number = scene.check.base.store.rows[row as usize].input;
            let input = &scene.check.base.inputs[usize::from(number)];
            for described in scene.check.describe_record(row, input, layout, record)? {
                let entry = Entry {
                    rule: described.rule,
                    attribute: described.attribute,
                    input: Some(number),
                    row: Some(row),
                    place: described.place,
                    related: described.related.clone(),
                    told: scene.check.finding(described),
                };
                writer.finding(scene, &entry, out);
            }
            Ok(())
        };
        match bytes {
            Some(bytes) => self.reading.push(bytes, &mut take),
            None => self.reading.end(&mut take),
        }
    }

    /// Every input was read: findings of no record follow, and the files are read again if need be.
    fn over(&mut self, out: &mut Vec<u8>) {
        for note in &*self.scene.check.notes {
            self.writer.finding(&self.scene, &self.scene.of_note(note), out);
        }
        self.writer.read(&self.scene, out);
        self.read += 1;
        if self.read < self.writer.readings() {
            self.reading = SecondReading::of_findings(&self.scene.check);
        }
    }
}

impl Scene {
    fn severity(&self, rule: RuleId) -> Severity {
        // A rule with a finding is on.
        self.check.base.store.findings.severity(rule).unwrap_or(Severity::Notice)
    }

    fn fails(&self, rule: RuleId) -> bool {
        self.fail_on.is_some_and(|limit| self.severity(rule) <= limit)
    }

    /// Rules with findings, in the order of the catalogue.
    fn found(&self) -> impl Iterator<Item = RuleId> {
        let rules = self.counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let rules = rules.map(|(number, _)| RuleId::from_number(number as u8));
        rules.filter(|rule| self.check.base.store.findings.severity(*rule).is_some())
    }

    fn count(&self, rule: RuleId) -> u64 {
        self.counts[rule as usize]
    }

    /// Number of findings of a severity.
    fn count_of(&self, severity: Severity) -> u64 {
        let found = self.found().filter(|rule| self.severity(*rule) == severity);
        found.map(|rule| self.count(rule)).sum()
    }

    /// Where an input is found.
    fn place(&self, input: u16) -> &str {
        let given = self.places.get(usize::from(input)).filter(|place| !place.is_empty());
        given.map_or(&self.check.base.inputs[usize::from(input)].name, String::as_str)
    }

    /// The column that a finding may name. Whoever leaves the headings out of a table makes headings of the first
    /// person's values: where values do not belong only columns that an attribute is read from are named.
    fn column<'e>(&self, entry: &'e Entry<'_>) -> Option<&'e str> {
        let column = entry.told.column.as_deref()?;
        let read = || {
            let export = self.check.base.inputs[usize::from(entry.input?)].export()?;
            let mut columns = export.layout().columns.iter();
            columns.find(|held| held.name == column && !held.uses.is_empty())
        };
        (self.show_values || entry.row.is_some() && entry.attribute.is_some() || read().is_some())
            .then_some(column)
    }

    fn of_note<'s>(&'s self, note: &Note) -> Entry<'s> {
        Entry {
            rule: note.rule,
            attribute: note.attribute,
            input: note.input,
            row: None,
            place: 0,
            related: Vec::new(),
            told: self.check.note(note),
        }
    }

    /// A finding without its words: no file has to be read for it. Its column is known where just one can be meant.
    fn without_words(&self, finding: Finding) -> Entry<'_> {
        let row = &self.check.base.store.rows[finding.row() as usize];
        let input = &self.check.base.inputs[usize::from(row.input)];
        let attribute = finding.attribute();
        let columns = input.export().into_iter().flat_map(|export| &export.layout().columns);
        let mut own =
            columns.filter(|column| column.uses.iter().any(|used| Some(used.attribute) == attribute));
        let column = own.next().filter(|_| own.next().is_none()).map(|column| column.name.clone());
        let rule = finding.rule();
        let (record, line) = self.check.base.record_and_line(finding.row());
        Entry {
            rule,
            attribute,
            input: Some(row.input),
            row: Some(finding.row()),
            place: finding.place(),
            related: Vec::new(),
            told: FindingReport {
                rule: rule.rule().id,
                severity: self.severity(rule).name(),
                input: Some(&input.name),
                line: Some(line),
                record: Some(record),
                key: None,
                attribute: attribute.map(Attribute::name),
                column,
                value: None,
                message: String::new(),
                suggestion: None,
                choices: Vec::new(),
                related: Vec::new(),
                path: None,
                assumption: None,
            },
        }
    }
}
