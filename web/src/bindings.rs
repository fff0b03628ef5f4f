//! All that a worker sees of Rollcall: `Session`, `Check` and what they hand out.
//!
//! Types of the core stay here. Small snapshots cross as plain objects, rows as a typed array,
//! reports as bytes. Counts cross as numbers, never as big integers.
#![allow(clippy::needless_pass_by_value, reason = "what JavaScript gives is given away")]

use js_sys::{Array, Uint8Array, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::border::{Said, object, unreadable};
use super::outline::Outline;
use super::parts::at_desk;
use super::recipe::{Replaying, Writing};
use rollcall::cure::{Batch, Cures, Recipe, Subject};
use rollcall::report::json;
use rollcall::settings::{Draft, Settings};
use rollcall::{Error, check};

#[wasm_bindgen]
extern "C" {
    /// Fills an array with numbers that nobody can guess.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn fill_randomly(numbers: &Uint32Array) -> Result<JsValue, JsValue>;
}

/// A session whose hashes nobody can foresee who writes a file. Where there is no randomness they are those of every page.
fn session(settings: Settings) -> check::Session {
    let numbers = Uint32Array::new_with_length(2);
    if fill_randomly(&numbers).is_ok() {
        check::seed(u64::from(numbers.get_index(0)) << 32 | u64::from(numbers.get_index(1)));
    }
    check::Session::new(settings)
}

/// The session of one check. A worker has one, and is thrown away with it.
#[wasm_bindgen]
pub struct Session(check::Session);

#[wasm_bindgen]
impl Session {
    /// Takes settings JSON, of which what is refused has no part; throws if it is none at all. `single` says
    /// that only one file will come, `batches` what was cured before.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, single: bool, batches: Vec<Uint8Array>) -> Result<Session, JsError> {
        let mut cures = Cures::default();
        for batch in batches {
            cures.add(Batch::from_json(&batch.to_vec())?);
        }
        let session = session(Draft::from_json(settings)?.settings().0).curable(cures);
        Ok(Session(if single { session.single() } else { session }))
    }

    /// A session whose check cannot be changed, under settings JSON of which what is refused has no part.
    pub fn plain(settings: &str) -> Result<Session, JsError> {
        Ok(Session(session(Draft::from_json(settings)?.settings().0)))
    }

    /// The same, and throws an error named `Refused` where something is refused.
    pub fn strict(settings: &str) -> Result<Session, JsValue> {
        Ok(Session(session(super::programs::read(settings)?)))
    }

    /// Starts a file; gives its number.
    pub fn begin(&mut self, name: &str, given: JsValue) -> Result<u32, JsError> {
        let said: Said = serde_wasm_bindgen::from_value(given)?;
        let given = said.given().map_err(|message| JsError::new(&message))?;
        Ok(self.0.begin(name, given))
    }

    /// How many bytes the file begun has, so that memory is laid out once.
    #[allow(clippy::cast_sign_loss, reason = "a file's size is less than 2^53 and no less than nothing")]
    pub fn expect(&mut self, bytes: f64) {
        self.0.expect(bytes as u64);
    }

    /// Takes bytes of the file; throws an error named `Unreadable`.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.0.push(bytes).map_err(|error| unreadable(&error))
    }

    /// The file is over; throws an error named `Unreadable`.
    pub fn end(&mut self) -> Result<(), JsValue> {
        self.0.end().map_err(|error| unreadable(&error))
    }

    /// Where the header of the file ends, if the rest of it can be read in parts.
    pub fn splits(&self) -> Option<f64> {
        self.0.splits().map(number)
    }

    /// Begins a part, at a place of the file whose header was pushed. From then on the session reads parts only.
    #[wasm_bindgen(js_name = beginPart)]
    pub fn begin_part(&mut self, from: f64) {
        self.0.begin_part(place(from));
    }

    /// Takes bytes of the part.
    #[wasm_bindgen(js_name = pushPart)]
    pub fn push_part(&mut self, bytes: &[u8]) {
        self.0.push_part(bytes);
    }

    /// What was found in the part, for another session; empty if it has to be read in order.
    #[wasm_bindgen(js_name = endPart)]
    pub fn end_part(&mut self) -> Uint8Array {
        Uint8Array::from(&self.0.end_part()[..])
    }

    /// Takes up a part that begins where the file in hand stands. Gives the place of the next byte to push, which is
    /// not the part's end if the part has to be read here; throws an error named `Unreadable`.
    pub fn absorb(&mut self, part: &[u8]) -> Result<f64, JsValue> {
        self.0.absorb(part).map(number).map_err(|error| unreadable(&error))
    }

    /// Counts so far.
    pub fn tally(&self) -> Result<JsValue, JsError> {
        object(&self.0.tally())
    }

    /// Causes so far.
    pub fn causes(&self) -> Result<JsValue, JsError> {
        object(&self.0.causes())
    }

    /// Judges what needs everyone.
    pub fn finish(self) -> Check {
        Check(self.0.finish())
    }
}

/// What stands at the end, and answers every question but those that need the files again.
#[wasm_bindgen]
pub struct Check(pub(super) check::Check);

/// Where a record stands in its file.
#[derive(Serialize)]
struct Place {
    input: u32,
    offset: f64,
    length: u32,
}

/// A record as it stands, and whose it is.
#[derive(Serialize)]
struct Stands {
    line: Option<check::PersonLine>,
    sheet: check::SheetRow,
}

#[wasm_bindgen]
impl Check {
    /// The report's `summary`.
    pub fn summary(&self) -> Result<JsValue, JsError> {
        object(&self.0.summary())
    }

    /// The report's `inputs`.
    pub fn inputs(&self) -> Result<JsValue, JsError> {
        object(&self.0.inputs())
    }

    /// Causes, the gravest first.
    pub fn causes(&self) -> Result<JsValue, JsError> {
        object(&self.0.causes())
    }

    /// Rows of the people that pass the filter.
    pub fn people(&self, filter: JsValue) -> Result<Uint32Array, JsError> {
        let filter: check::Filter = serde_wasm_bindgen::from_value(filter)?;
        Ok(Uint32Array::from(&self.0.people(&filter)[..]))
    }

    /// One line for each row, in the order given.
    pub fn lines(&self, rows: &[u32]) -> Result<Array, JsError> {
        rows.iter().filter_map(|&row| self.0.person(row)).map(|line| object(&line)).collect()
    }

    /// What the assignments do to everyone.
    pub fn simulation(&self) -> Result<JsValue, JsError> {
        object(self.0.simulation())
    }

    /// Time zones as they are, and as they would be under what is tried out.
    pub fn zones(&self, what: JsValue) -> Result<JsValue, JsError> {
        at_desk!("b", fn(this: &Check = self, what: JsValue = what) -> Result<JsValue, JsError> {
            let what: check::WhatIf = serde_wasm_bindgen::from_value(what)?;
            object(&this.0.zones_if(what.default.as_deref(), what.suggestions))
        })
    }

    /// The set-up guide, filled with what the files show.
    pub fn guide(&self) -> Result<JsValue, JsError> {
        at_desk!("b", fn(this: &Check = self) -> Result<JsValue, JsError> {
            object(&this.0.guide())
        })
    }

    /// Name of the directory that the files come from; undefined where nothing tells.
    pub fn source(&self) -> Option<String> {
        self.0.source().map(|source| source.name().to_owned())
    }

    /// The same files under other assignments: the parts of the settings JSON that nobody is judged by.
    pub fn assign(&mut self, settings: &str) -> Result<(), JsError> {
        at_desk!("b", fn(this: &mut Check = self, settings: &str = settings) -> Result<(), JsError> {
            this.0 = this.0.with_assignments(Draft::from_json(settings)?.settings().0);
            Ok(())
        })
    }

    /// What one person gets; null for someone who is not imported.
    pub fn placement(&self, row: u32) -> Result<JsValue, JsError> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row) -> Result<JsValue, JsError> {
            object(&this.0.placement(row))
        })
    }

    /// What can be changed of one person in Gong afterwards; null for someone who is not imported.
    pub fn locks(&self, row: u32) -> Result<JsValue, JsError> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row) -> Result<JsValue, JsError> {
            object(&this.0.locks(row))
        })
    }

    /// The row where the profile of a record's person stands.
    #[wasm_bindgen(js_name = personOf)]
    pub fn person_of(&self, row: u32) -> u32 {
        self.0.person(row).map_or(row, |line| line.person)
    }

    /// The rows of all records of a person.
    pub fn parts(&self, row: u32) -> Vec<u32> {
        self.0.parts(row)
    }

    /// Where to read a row's record again; null for a row that is not there.
    pub fn place(&self, row: u32) -> Result<JsValue, JsError> {
        #[allow(clippy::cast_precision_loss, reason = "no file is as long as 2^53 bytes")]
        let place = self.0.place(row).map(|place| Place {
            input: place.input,
            offset: place.offset as f64,
            length: place.length,
        });
        object(&place)
    }

    /// The name of a file as reports have it: of several with one name, a number tells them apart.
    #[wasm_bindgen(js_name = inputName)]
    pub fn input_name(&self, input: u32) -> Option<String> {
        self.0.input_name(input).map(str::to_owned)
    }

    /// The findings of one record, its bytes being given again.
    pub fn describe(&self, row: u32, bytes: &[u8]) -> Result<JsValue, JsValue> {
        let findings = self.0.describe_to_cure(row, bytes).map_err(|error| unreadable(&error))?;
        Ok(object(&findings)?)
    }

    /// The values of one record, its bytes being given again.
    pub fn values(&self, row: u32, bytes: &[u8]) -> Result<JsValue, JsValue> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row, bytes: &[u8] = bytes) -> Result<JsValue, JsValue> {
            let values = this.0.values(row, bytes).map_err(|error| unreadable(&error))?;
            Ok(object(&values)?)
        })
    }

    /// What a person's values are taken for.
    pub fn understood(&self, row: u32) -> Result<JsValue, JsError> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row) -> Result<JsValue, JsError> {
            object(&this.0.understood(row))
        })
    }

    /// The rows of the managers above a row, the nearest first.
    #[wasm_bindgen(js_name = managersOf)]
    pub fn managers_of(&self, row: u32, most: u32) -> Vec<u32> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row, most: u32 = most) -> Vec<u32> {
            this.0.managers_of(row, most as usize)
        })
    }

    /// Whether following managers from a row leads back to it.
    #[wasm_bindgen(js_name = inCircle)]
    pub fn in_circle(&self, row: u32) -> bool {
        at_desk!("b", fn(this: &Check = self, row: u32 = row) -> bool {
            this.0.in_circle(row)
        })
    }

    /// The tree of managers.
    pub fn outline(&self) -> Outline {
        at_desk!("b", fn(this: &Check = self) -> Outline {
            Outline(this.0.outline())
        })
    }

    /// One person's outcome, zone with its trail, weekend and manager; null for a record that is nobody.
    pub fn profile(&self, row: u32) -> Result<JsValue, JsError> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row) -> Result<JsValue, JsError> {
            object(&this.0.profile(row))
        })
    }

    /// The columns of the files.
    pub fn columns(&self) -> Result<JsValue, JsError> {
        object(&self.0.sheet_columns())
    }

    /// A record as it stands, its bytes being given again, and its person's line: as JSON, which is quicker to
    /// hand over than objects.
    pub fn sheet(&self, row: u32, bytes: &[u8]) -> Result<String, JsValue> {
        let sheet = self.0.sheet(row, bytes).map_err(|error| unreadable(&error))?;
        let stands = Stands { line: self.0.person(row), sheet };
        Ok(serde_json::to_string(&stands).unwrap_or_default())
    }

    /// The changes that put a text into a cell, its record's bytes being given again; undefined if it stands there.
    #[wasm_bindgen(js_name = editCell)]
    pub fn edit_cell(
        &self,
        row: u32,
        column: u16,
        text: &str,
        bytes: &[u8],
    ) -> Result<Option<Uint8Array>, JsValue> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row, column: u16 = column, text: &str = text, bytes: &[u8] = bytes) -> Result<Option<Uint8Array>, JsValue> {
            some(this.0.edit_cell(row, column, text, bytes))
        })
    }

    /// The changes that put a value in the place of one of an attribute; undefined if it stands there.
    #[wasm_bindgen(js_name = editValue)]
    pub fn edit_value(
        &self,
        row: u32,
        attribute: &str,
        place: u16,
        value: &str,
        bytes: &[u8],
    ) -> Result<Option<Uint8Array>, JsValue> {
        at_desk!("b", fn(this: &Check = self, row: u32 = row, attribute: &str = attribute, place: u16 = place, value: &str = value, bytes: &[u8] = bytes) -> Result<Option<Uint8Array>, JsValue> {
            some(this.0.edit_value(row, attribute, place, value, bytes))
        })
    }

    /// Begins to look for a text in all columns.
    pub fn search(&self, text: &str) -> Search {
        at_desk!("b", fn(this: &Check = self, text: &str = text) -> Search {
            Search(this.0.search(text))
        })
    }

    /// Begins to look at what applying suggestions would change; undefined for a rule that is none.
    pub fn propose(&self, rule: Option<String>, attribute: Option<String>) -> Option<Proposing> {
        at_desk!("b", fn(this: &Check = self, rule: Option<String> = rule, attribute: Option<String> = attribute) -> Option<Proposing> {
            Some(Proposing(this.0.propose(Subject::new(rule.as_deref(), attribute.as_deref())?)))
        })
    }

    /// Begins to tell what was cured as a recipe.
    pub fn recipe(&self) -> Writing {
        at_desk!("b", fn(this: &Check = self) -> Writing {
            Writing(this.0.recipe())
        })
    }

    /// Begins to look at what a recipe would change; throws if it is none.
    pub fn replay(&self, text: &str) -> Result<Replaying, JsValue> {
        at_desk!("b", fn(this: &Check = self, text: &str = text) -> Result<Replaying, JsValue> {
            let recipe = Recipe::from_json(text);
            let recipe = recipe.map_err(|refused| unreadable(&Error::new(None, refused.to_string())))?;
            Ok(Replaying(this.0.replay(recipe)))
        })
    }

    /// Makes changes part of the check; gives the rows to read again before `judgeAgain`.
    pub fn cure(&mut self, batch: &[u8]) -> Result<Vec<u32>, JsValue> {
        at_desk!("b", fn(this: &mut Check = self, batch: &[u8] = batch) -> Result<Vec<u32>, JsValue> {
            let batch = Batch::from_json(batch).map_err(|error| unreadable(&error))?;
            this.0.cure(batch).map_err(|error| unreadable(&error))
        })
    }

    /// Takes the last changes back; else like `cure`.
    pub fn uncure(&mut self) -> Result<Vec<u32>, JsValue> {
        at_desk!("b", fn(this: &mut Check = self) -> Result<Vec<u32>, JsValue> {
            this.0.uncure().map_err(|error| unreadable(&error))
        })
    }

    /// A record is read again.
    pub fn reread(&mut self, row: u32, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Check = self, row: u32 = row, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.reread(row, bytes).map_err(|error| unreadable(&error))
        })
    }

    /// Begins to read the records of many rows again.
    pub fn rereading(&self, rows: &[u32]) -> Rereading {
        at_desk!("b", fn(this: &Check = self, rows: &[u32] = rows) -> Rereading {
            Rereading(this.0.rereading(rows))
        })
    }

    /// Judges everyone again.
    #[wasm_bindgen(js_name = judgeAgain)]
    pub fn judge_again(&mut self) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Check = self) -> Result<(), JsValue> {
            this.0.judge_again().map_err(|error| unreadable(&error))
        })
    }

    /// What cures change in the file of an input, and what it has no place for.
    pub fn carried(&self, input: u32) -> Result<JsValue, JsError> {
        object(&self.0.carried(input))
    }

    /// Number of changes that no longer fit the files.
    pub fn stale(&self) -> u32 {
        self.0.stale()
    }

    /// Begins to write a corrected export.
    pub fn corrected(&self, input: u32, utf8: bool) -> Result<Corrected, JsValue> {
        at_desk!("b", fn(this: &Check = self, input: u32 = input, utf8: bool = utf8) -> Result<Corrected, JsValue> {
            this.0.corrected(input, utf8).map(Corrected).map_err(|error| unreadable(&error))
        })
    }

    /// Begins to redact the files.
    pub fn redaction(&self) -> Learning {
        at_desk!("b", fn(this: &Check = self) -> Learning {
            Learning(this.0.redaction())
        })
    }

    /// Begins to write the report: as `json`, `bare` of its findings, or the findings alone as `csv`.
    pub fn report(&self, profiles: bool, format: &str) -> Report {
        at_desk!("b", fn(this: &Check = self, profiles: bool = profiles, format: &str = format) -> Report {
            let format = match format {
                "csv" => json::Format::Csv,
                "bare" => json::Format::Bare,
                _ => json::Format::Json,
            };
            Report { report: this.0.report(json::Options { profiles, format }), is_over: false }
        })
    }
}

/// A search in all columns, while the files are read once more.
#[wasm_bindgen]
pub struct Search(check::Search);

#[wasm_bindgen]
impl Search {
    /// The number of the file to push now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("b", fn(this: &Search = self) -> Option<u32> {
            this.0.wants()
        })
    }

    /// Takes bytes of the wanted file.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Search = self, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.push(bytes).map_err(|error| unreadable(&error))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Search = self) -> Result<(), JsValue> {
            this.0.end().map_err(|error| unreadable(&error))
        })
    }

    /// The rows of the records that hold the text.
    pub fn finish(self) -> Vec<u32> {
        at_desk!("b", fn(this: Search = self) -> Vec<u32> {
            this.0.finish()
        })
    }
}

/// What applying suggestions would change, being found while the files are read once more.
#[wasm_bindgen]
pub struct Proposing(rollcall::cure::Proposing);

/// A proposal and the changes it is about.
#[wasm_bindgen]
pub struct Proposal(rollcall::cure::Proposal, Batch);

#[wasm_bindgen]
impl Proposing {
    /// The number of the file to push now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("b", fn(this: &Proposing = self) -> Option<u32> {
            this.0.wants()
        })
    }

    /// Takes bytes of the wanted file.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Proposing = self, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.push(bytes).map_err(|error| unreadable(&error))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Proposing = self) -> Result<(), JsValue> {
            this.0.end().map_err(|error| unreadable(&error))
        })
    }

    /// What was found.
    pub fn finish(self) -> Proposal {
        at_desk!("b", fn(this: Proposing = self) -> Proposal {
            let (proposal, batch) = this.0.finish();
            Proposal(proposal, batch)
        })
    }
}

#[wasm_bindgen]
impl Proposal {
    /// What would change, as a plain object.
    pub fn told(&self) -> Result<JsValue, JsError> {
        at_desk!("b", fn(this: &Proposal = self) -> Result<JsValue, JsError> {
            object(&this.0)
        })
    }

    /// The changes.
    pub fn batch(&self) -> Uint8Array {
        at_desk!("b", fn(this: &Proposal = self) -> Uint8Array {
            json_of(&this.1)
        })
    }
}

/// Files being read once more for the records of some rows.
#[wasm_bindgen]
pub struct Rereading(check::Rereading);

#[wasm_bindgen]
impl Rereading {
    /// The number of the file to push now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("b", fn(this: &Rereading = self) -> Option<u32> {
            this.0.wants()
        })
    }

    /// Takes bytes of the wanted file.
    pub fn push(&mut self, check: &mut Check, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Rereading = self, check: &mut Check = check, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.push(&mut check.0, bytes).map_err(|error| unreadable(&error))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self, check: &mut Check) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Rereading = self, check: &mut Check = check) -> Result<(), JsValue> {
            this.0.end(&mut check.0).map_err(|error| unreadable(&error))
        })
    }
}

/// A corrected export being written while its file is read once more.
#[wasm_bindgen]
pub struct Corrected(rollcall::cure::Corrected);

#[wasm_bindgen]
impl Corrected {
    /// Takes bytes of the file, gives what is ready.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Uint8Array, JsValue> {
        at_desk!("b", fn(this: &mut Corrected = self, bytes: &[u8] = bytes) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            this.0.push(bytes, &mut out).map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }

    /// The last of it; throws if the file is not the one that was checked.
    pub fn finish(self) -> Result<Uint8Array, JsValue> {
        at_desk!("b", fn(this: Corrected = self) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            this.0.finish(&mut out).map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }
}

/// Files being read once more to learn what their fakes are.
#[wasm_bindgen]
pub struct Learning(rollcall::cure::Learning);

#[wasm_bindgen]
impl Learning {
    /// The number of the file to push now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("b", fn(this: &Learning = self) -> Option<u32> {
            this.0.wants()
        })
    }

    /// Takes bytes of the wanted file.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Learning = self, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.push(bytes).map_err(|error| unreadable(&error))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Learning = self) -> Result<(), JsValue> {
            this.0.end().map_err(|error| unreadable(&error))
        })
    }

    /// What is learned is enough to write.
    pub fn finish(self) -> Redaction {
        at_desk!("b", fn(this: Learning = self) -> Redaction {
            Redaction(this.0.finish())
        })
    }
}

/// Redacted exports, written one by one.
#[wasm_bindgen]
pub struct Redaction(rollcall::cure::Redaction);

#[wasm_bindgen]
impl Redaction {
    /// The numbers of the files that can be written.
    pub fn inputs(&self) -> Vec<u32> {
        at_desk!("b", fn(this: &Redaction = self) -> Vec<u32> {
            this.0.inputs()
        })
    }

    /// Begins a file, by its number.
    pub fn begin(&mut self, input: u32) -> Result<(), JsValue> {
        at_desk!("b", fn(this: &mut Redaction = self, input: u32 = input) -> Result<(), JsValue> {
            this.0.begin(input).map_err(|error| unreadable(&error))
        })
    }

    /// Takes bytes of the file, gives what is ready.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Uint8Array, JsValue> {
        at_desk!("b", fn(this: &mut Redaction = self, bytes: &[u8] = bytes) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            this.0.push(bytes, &mut out).map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }

    /// The last of it; throws if the file is not the one that was checked.
    pub fn end(&mut self) -> Result<Uint8Array, JsValue> {
        at_desk!("b", fn(this: &mut Redaction = self) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            this.0.end(&mut out).map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }
}

#[allow(clippy::cast_precision_loss, reason = "no file is as long as 2^53 bytes")]
fn number(place: u64) -> f64 {
    place as f64
}

#[allow(clippy::cast_sign_loss, reason = "a place in a file")]
fn place(number: f64) -> u64 {
    number as u64
}

/// A batch as JSON, unless it changes nothing.
fn some(batch: Result<Batch, Error>) -> Result<Option<Uint8Array>, JsValue> {
    let batch = batch.map_err(|error| unreadable(&error))?;
    Ok((!batch.is_empty()).then(|| json_of(&batch)))
}

fn json_of(batch: &Batch) -> Uint8Array {
    Uint8Array::from(&batch.to_json()[..])
}

/// A report being written while the files are read once more.
#[wasm_bindgen]
pub struct Report {
    report: json::Report,
    /// All of its text was given.
    is_over: bool,
}

#[wasm_bindgen]
impl Report {
    /// The number of the file to push now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("b", fn(this: &Report = self) -> Option<u32> {
            this.report.wants()
        })
    }

    /// Takes bytes of the wanted file, gives text that is ready.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Uint8Array, JsValue> {
        at_desk!("b", fn(this: &mut Report = self, bytes: &[u8] = bytes) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            this.report.push(bytes, &mut out).map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self) -> Result<Uint8Array, JsValue> {
        at_desk!("b", fn(this: &mut Report = self) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            this.report.end(&mut out).map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }

    /// Text that stands behind the findings, a portion at a time; undefined when all of it was given.
    pub fn more(&mut self) -> Option<Uint8Array> {
        at_desk!("b", fn(this: &mut Report = self) -> Option<Uint8Array> {
            if this.is_over {
                return None;
            }
            let mut out = Vec::new();
            this.is_over = !this.report.more(&mut out);
            Some(Uint8Array::from(&out[..]))
        })
    }
}
