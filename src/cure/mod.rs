//! Cures: values that are changed, one by one or all of a cause, and what comes of them.
//!
//! A [`Batch`] is one step that was done and can be undone; a [`Cures`] is the list of those that are in
//! force, and knows which text stands where because of them. Exports are read with them in place
//! (`export::amend`), so a check under cures is a check of the files as they will be. The files
//! themselves come out of [`Corrected`], equal to the originals but where they were cured.

mod corrected;
mod csv;
mod expression;
mod json;
mod proposal;
mod recipe;
mod redacted;
mod source;
mod target;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use corrected::{Carried, Corrected};
pub use expression::{Example, Expression};
pub use proposal::{Pair, Proposal, Proposing, Subject};
pub use recipe::{Key, MAX_RECIPE, Recipe, Replay, Replaying, Stale, Step, Writing, Written};
pub use redacted::{Learning, Redaction};
pub use source::{AtSource, okta_csv, powershell};
pub(crate) use target::{into, target};

use crate::Error;
use crate::export::{Amendments, Spot};
use crate::maps::{HashMap, HashSet};
use crate::profile::Attribute;

/// Numbers from here on stand for an attribute in the place of a column.
const ATTRIBUTES: u32 = 1 << 16;

/// One change: number of the file, of the record, of the column (or [`ATTRIBUTES`] and the attribute), the
/// place among the record's values of that column, and the numbers of the two texts.
type Entry = [u32; 6];

/// Changes that were made in one step. Written as JSON; who holds it need not understand it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    texts: Vec<Arc<str>>,
    changes: Vec<Entry>,
    /// Runs of changes, from one up to another, that were made because of a value, for all who had it; the others were
    /// made for one person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    by_cause: Vec<[u32; 2]>,
    /// Numbers of the texts, while the batch is made.
    #[serde(skip)]
    numbers: HashMap<Arc<str>, u32>,
}

/// One change of a batch.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) file: u32,
    pub(crate) record: u32,
    pub(crate) spot: Spot,
    pub(crate) from: Arc<str>,
    pub(crate) to: Arc<str>,
}

/// Why a text can stand in no file; nothing if it can.
pub(crate) fn unwritable(text: &str) -> Option<&'static str> {
    text.contains('\0')
        .then_some("a zero byte stands in it, and no program would read the file that holds one")
}

impl Batch {
    /// Reads a batch as [`Batch::to_json`] wrote it.
    ///
    /// # Errors
    ///
    /// It is no batch.
    pub fn from_json(json: &[u8]) -> Result<Batch, Error> {
        let refused = |why: String| Error::new(None, format!("these changes cannot be read: {why}"));
        let batch: Batch = serde_json::from_slice(json).map_err(|error| refused(error.to_string()))?;
        let texts = batch.texts.len() as u32;
        let sound = |entry: &Entry| {
            entry[4] < texts && entry[5] < texts && (entry[2] < ATTRIBUTES || attribute(entry[2]).is_some())
        };
        let changes = batch.changes.len() as u32;
        let mut runs = batch.by_cause.iter().flatten();
        let in_order = batch.by_cause.iter().flatten().is_sorted() && runs.all(|at| *at <= changes);
        if batch.changes.iter().all(sound) && in_order {
            Ok(batch)
        } else {
            Err(refused("a number is out of range".to_owned()))
        }
    }

    /// The batch as JSON.
    pub fn to_json(&self) -> Vec<u8> {
        // Writing numbers and texts to memory does not fail.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Number of changes.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub(crate) fn add(&mut self, file: u32, record: u32, spot: Spot, from: &str, to: &str) {
        let (column, nth) = match spot {
            Spot::Cell { column, nth } => (u32::from(column), nth),
            Spot::Attribute(attribute) => (ATTRIBUTES + attribute as u32, 0),
        };
        let entry = [file, record, column, nth, self.text(from), self.text(to)];
        self.changes.push(entry);
    }

    /// The same for a change that everyone with that value gets.
    pub(crate) fn add_by_cause(&mut self, file: u32, record: u32, spot: Spot, from: &str, to: &str) {
        let at = self.changes.len() as u32;
        self.add(file, record, spot, from, to);
        match self.by_cause.last_mut() {
            Some(last) if last[1] == at => last[1] = at + 1,
            _ => self.by_cause.push([at, at + 1]),
        }
    }

    /// Whether the change at a place was made because of a value.
    fn is_by_cause(&self, at: u32) -> bool {
        let behind = self.by_cause.partition_point(|run| run[0] <= at);
        behind > 0 && at < self.by_cause[behind - 1][1]
    }

    fn text(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.texts.len() as u32;
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }

    pub(crate) fn changes(&self) -> impl Iterator<Item = Change> {
        let text = |number: u32| Arc::clone(&self.texts[number as usize]);
        self.changes.iter().map(move |&[file, record, column, nth, from, to]| Change {
            file,
            record,
            spot: spot(column, nth),
            from: text(from),
            to: text(to),
        })
    }
}

fn attribute(number: u32) -> Option<Attribute> {
    Attribute::ALL.get(number.checked_sub(ATTRIBUTES)? as usize).copied()
}

fn spot(column: u32, nth: u32) -> Spot {
    match attribute(column) {
        Some(attribute) => Spot::Attribute(attribute),
        None => Spot::Cell { column: column as u16, nth },
    }
}

/// The batches in force, in their order.
#[derive(Clone, Debug, Default)]
pub struct Cures {
    batches: Vec<Batch>,
    /// What stands where because of them, by file.
    folded: HashMap<u32, Arc<Amendments>>,
    /// Files, records and spots where something else stands than the changes were made on.
    stale: HashSet<(u32, u32, Spot)>,
}

/// Records of files that are to be read again.
pub(crate) type Touched = HashSet<(u32, u32)>;

impl Cures {
    /// Adds a batch behind the others, and gives the records it is about.
    pub(crate) fn push(&mut self, batch: Batch) -> Touched {
        let touched = self.fold(&batch);
        self.batches.push(batch);
        touched
    }

    /// Takes the last batch back, and gives the records it was about.
    pub(crate) fn pop(&mut self) -> Touched {
        let Some(last) = self.batches.pop() else { return Touched::default() };
        let touched = last.changes.iter().map(|entry| (entry[0], entry[1])).collect();
        // Backwards, in case one spot was changed twice.
        for change in last.changes().collect::<Vec<_>>().iter().rev() {
            self.put(change.file, change.record, change.spot, &change.to, &change.from);
        }
        touched
    }

    /// Adds a batch behind the others, before any file is read.
    pub fn add(&mut self, batch: Batch) {
        self.push(batch);
    }

    /// Number of batches in force.
    pub fn len(&self) -> usize {
        self.batches.len()
    }

    /// Whether no batch is in force.
    pub fn is_empty(&self) -> bool {
        self.batches.is_empty()
    }

    /// What stands where in a file.
    pub(crate) fn of(&self, file: u32) -> Arc<Amendments> {
        self.folded.get(&file).cloned().unwrap_or_default()
    }

    /// The spots whose changes in force were all made because of a value: file, record, spot.
    pub(crate) fn by_cause(&self) -> HashSet<(u32, u32, Spot)> {
        let (mut bulk, mut single) = (HashSet::default(), HashSet::default());
        for batch in &self.batches {
            for (entry, at) in batch.changes.iter().zip(0..) {
                let place = (entry[0], entry[1], spot(entry[2], entry[3]));
                (if batch.is_by_cause(at) { &mut bulk } else { &mut single }).insert(place);
            }
        }
        bulk.retain(|place| !single.contains(place));
        bulk
    }

    fn fold(&mut self, batch: &Batch) -> Touched {
        let mut touched = Touched::default();
        for change in batch.changes() {
            touched.insert((change.file, change.record));
            self.put(change.file, change.record, change.spot, &change.from, &change.to);
        }
        touched
    }

    /// Changes on these spots have no effect, because something else stands there now.
    pub(crate) fn leave_out(&mut self, file: u32, stale: &[(u32, Spot)]) {
        for &(record, spot) in stale {
            if let Some(folded) = self.folded.get_mut(&file) {
                Arc::make_mut(folded).remove(record, spot);
            }
            self.stale.insert((file, record, spot));
        }
    }

    /// Number of places whose changes have no effect: something else stands there, or none of these files is theirs.
    pub(crate) fn stale(&self, files: &HashSet<u32>) -> usize {
        let gone = self.folded.iter().filter(|(file, _)| !files.contains(file));
        let gone: usize = gone.map(|(_, folded)| folded.all().count()).sum();
        if self.stale.is_empty() {
            return gone;
        }
        // Those of batches that were taken back do not count any more.
        let spots = self.batches.iter().flat_map(|batch| &batch.changes);
        let held: HashSet<(u32, u32, Spot)> =
            spots.map(|entry| (entry[0], entry[1], spot(entry[2], entry[3]))).collect();
        gone + self.stale.intersection(&held).count()
    }

    fn put(&mut self, file: u32, record: u32, spot: Spot, from: &Arc<str>, to: &Arc<str>) {
        if self.stale.contains(&(file, record, spot)) {
            return;
        }
        Arc::make_mut(self.folded.entry(file).or_default()).put(record, spot, from, to);
    }
}
