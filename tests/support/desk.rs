//! A check that can be cured, as the page holds it.

use rollcall::check::{Check, Session};
use rollcall::cure::{Batch, Carried, Cures, Proposal, Recipe, Replay, Subject, Written};
use rollcall::export::Given;
use rollcall::settings::Settings;

/// A check that can be cured, with its files.
pub(crate) struct Desk {
    pub(crate) check: Check,
    pub(crate) files: Vec<Vec<u8>>,
}

impl Desk {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Desk {
        Desk::with(files, Cures::default())
    }

    /// Files of a company on acme.com, read with cures in force.
    pub(crate) fn with(files: &[(&str, &[u8])], cures: Cures) -> Desk {
        Desk::under(r#"{"company":{"primaryDomain":"acme.com"}}"#, files, cures)
    }

    pub(crate) fn under(settings: &str, files: &[(&str, &[u8])], cures: Cures) -> Desk {
        let settings = Settings::from_json(settings).expect("settings");
        let mut session = Session::new(settings).curable(cures);
        if files.len() == 1 {
            session = session.single();
        }
        for (name, bytes) in files {
            session.begin(name, Given::default());
            session.push(bytes).expect("readable");
            session.end().expect("readable");
        }
        Desk { check: session.finish(), files: files.iter().map(|(_, bytes)| bytes.to_vec()).collect() }
    }

    /// The bytes of a row's record.
    pub(crate) fn bytes(&self, row: u32) -> Vec<u8> {
        let place = self.check.place(row).expect("a row");
        let start = usize::try_from(place.offset).expect("small");
        self.files[place.input as usize][start..start + place.length as usize].to_vec()
    }

    pub(crate) fn column(&self, row: u32, name: &str) -> u16 {
        let input = self.check.place(row).expect("a row").input as usize;
        let columns = self.check.sheet_columns();
        let column = columns.iter().find(|column| column.name == name).expect("a column");
        column.numbers[input].expect("a column of this file")
    }

    /// Rows to read again, one by one.
    pub(crate) fn reread(&mut self, rows: Vec<u32>) {
        for row in rows {
            let bytes = self.bytes(row);
            self.check.reread(row, &bytes).expect("the same file");
        }
        self.check.judge_again().expect("free");
    }

    pub(crate) fn apply(&mut self, batch: &Batch) {
        let again = Batch::from_json(&batch.to_json()).expect("a batch reads what it wrote");
        let rows = self.check.cure(again).expect("curable");
        self.reread(rows);
    }

    pub(crate) fn edit(&mut self, row: u32, column: &str, text: &str) -> Batch {
        let batch =
            self.check.edit_cell(row, self.column(row, column), text, &self.bytes(row)).expect("editable");
        self.apply(&batch);
        batch
    }

    pub(crate) fn undo(&mut self) {
        let rows = self.check.uncure().expect("curable");
        self.reread(rows);
    }

    pub(crate) fn corrected(&self, input: u32, utf8: bool) -> (Vec<u8>, Carried) {
        let mut whole = None;
        for step in [1, 7, usize::MAX] {
            let mut corrected = self.check.corrected(input, utf8).expect("can be written");
            let mut out = Vec::new();
            for portion in self.files[input as usize].chunks(step.min(1 << 20)) {
                corrected.push(portion, &mut out).expect("the same file");
            }
            let carried = corrected.finish(&mut out).expect("the same file");
            let whole = whole.get_or_insert((out.clone(), carried));
            assert_eq!(*whole, (out, carried), "portions of {step}");
        }
        whole.expect("written")
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.corrected(0, false).0).expect("UTF-8")
    }

    /// Findings as `rule line value`.
    pub(crate) fn findings(&self) -> Vec<String> {
        let report = self.report();
        let findings = report["findings"].as_array().expect("findings").iter();
        let told = findings.filter(|finding| !finding["line"].is_null()).map(|finding| {
            format!(
                "{} {} {}",
                finding["rule"].as_str().expect("a rule"),
                finding["line"],
                finding["value"].as_str().unwrap_or_default()
            )
        });
        told.collect()
    }

    /// Everything a report says but the file's own name for it.
    pub(crate) fn report(&self) -> serde_json::Value {
        let mut report =
            self.check.report(rollcall::report::json::Options { profiles: true, ..Default::default() });
        let mut out = Vec::new();
        while let Some(input) = report.wants() {
            report.push(&self.files[input as usize], &mut out).expect("the same file");
            report.end(&mut out).expect("the same file");
        }
        report.finish(&mut out);
        serde_json::from_slice(&out).expect("JSON")
    }

    pub(crate) fn suggestions(&mut self, rule: Option<&str>) -> (Proposal, Batch) {
        let mut proposing = self.check.propose(Subject::new(rule, None).expect("a rule"));
        while let Some(input) = proposing.wants() {
            proposing.push(&self.files[input as usize]).expect("the same file");
            proposing.end().expect("the same file");
        }
        proposing.finish()
    }

    /// What was cured, as a recipe.
    pub(crate) fn recipe(&self) -> Written {
        let mut writing = self.check.recipe();
        while let Some(input) = writing.wants() {
            for portion in self.files[input as usize].chunks(9) {
                writing.push(portion).expect("the same file");
            }
            writing.end().expect("the same file");
        }
        writing.finish()
    }

    /// What a recipe would change, and the batch that does it.
    pub(crate) fn replay(&self, recipe: &Recipe) -> (Replay, Batch) {
        let mut replaying = self.check.replay(recipe.clone());
        while let Some(input) = replaying.wants() {
            for portion in self.files[input as usize].chunks(9) {
                replaying.push(portion).expect("the same file");
            }
            replaying.end().expect("the same file");
        }
        replaying.finish()
    }
}

/// Equal, or the first lines that are not.
pub(crate) fn assert_same(left: &serde_json::Value, right: &serde_json::Value) {
    let lines = |value| serde_json::to_string_pretty(value).expect("JSON");
    let (left, right) = (lines(left), lines(right));
    let differs = left.lines().zip(right.lines()).enumerate().find(|(_, (one, other))| one != other);
    assert!(left == right, "the first difference: {differs:#?}");
}
