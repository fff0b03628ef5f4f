//! Cures on a check that stands: the records they are about are read again, everyone is judged again.
//!
//! Nothing but those records is read. What the others were found to be is held as it was before it was
//! known who else there is, and everything that needs everyone follows from that once more.

use std::collections::HashSet;
use std::sync::Arc;

use super::columns::{Finding, Role, Row, Span};
use super::describe::changed;
use super::store::Store;
use super::{Base, Check, Everyone, Input};
use crate::Error;
use crate::cure::{Batch, Cures, Touched};
use crate::export::{Export, Given, Record};

/// What was read, before anyone was judged beside the others.
#[derive(Debug)]
pub(super) struct Again {
    cures: Cures,
    rows: Vec<Row>,
    findings: Vec<Finding>,
    secondary: Vec<(u32, u16, Span)>,
    /// Rows whose records were read again and not yet judged beside the others.
    fresh: HashSet<u32>,
    fresh_findings: Vec<Finding>,
    fresh_secondary: Vec<(u32, u16, Span)>,
}

impl Again {
    pub(super) fn new(store: &Store, cures: Cures) -> Again {
        Again {
            cures,
            rows: store.rows.clone(),
            findings: store.findings.all.clone(),
            secondary: store.secondary.clone(),
            fresh: HashSet::new(),
            fresh_findings: Vec::new(),
            fresh_secondary: Vec::new(),
        }
    }

    /// The record of a row is another one now.
    fn take(&mut self, store: &mut Store, input: &Input, row: u32, record: &Record<'_>) {
        let Some(export) = input.export() else { return };
        let held = &mut self.rows[row as usize];
        let findings = std::mem::take(&mut store.findings.all);
        let secondary = std::mem::take(&mut store.secondary);
        let (new, extra) = store.read(row, held.input, input.given.role, export.layout(), record);
        // It stands where it stood.
        *held = Row { offset: held.offset, length: held.length, line: held.line, record: held.record, ..new };
        if let (Some(extra), Some(place)) = (extra, store.extras.get_mut(row as usize)) {
            *place = extra;
        }
        self.fresh.insert(row);
        self.fresh_findings.extend(std::mem::replace(&mut store.findings.all, findings));
        self.fresh_secondary.extend(std::mem::replace(&mut store.secondary, secondary));
    }

    /// Puts into the store what everyone is judged from.
    fn put_back(&mut self, store: &mut Store) {
        let fresh = std::mem::take(&mut self.fresh);
        if !fresh.is_empty() {
            self.findings.retain(|finding| !fresh.contains(&finding.row()));
            self.findings.append(&mut self.fresh_findings);
            self.secondary.retain(|(row, _, _)| !fresh.contains(row));
            self.secondary.append(&mut self.fresh_secondary);
            // Looked up by row.
            self.secondary.sort_by_key(|&(row, place, _)| (row, place));
        }
        store.rows.clone_from(&self.rows);
        store.findings.all.clone_from(&self.findings);
        store.secondary.clone_from(&self.secondary);
        store.lists.clear();
        store.parts.clear();
        store.own.clear();
    }
}

impl Check {
    /// Makes the changes of a batch part of the check, and gives the rows whose records have to be read again,
    /// by [`Check::reread`] or a [`Rereading`], before [`Check::judge_again`].
    ///
    /// # Errors
    ///
    /// The session was not [curable](super::Session::curable), or something else holds the check, such as a
    /// report that is being written.
    pub fn cure(&mut self, batch: Batch) -> Result<Vec<u32>, Error> {
        self.change(|cures| cures.push(batch))
    }

    /// Takes the last batch back; else like [`Check::cure`].
    ///
    /// # Errors
    ///
    /// As for [`Check::cure`].
    pub fn uncure(&mut self) -> Result<Vec<u32>, Error> {
        self.change(Cures::pop)
    }

    fn change(&mut self, change: impl FnOnce(&mut Cures) -> Touched) -> Result<Vec<u32>, Error> {
        let base = own(&mut self.base)?;
        let Some(again) = &mut base.again else { return Err(not_curable()) };
        let touched = change(&mut again.cures);
        let mut rows = Vec::with_capacity(touched.len());
        for input in &mut base.inputs {
            let file = input.file;
            let Some(export) = input.export_mut() else { continue };
            export.amend(again.cures.of(file));
            let records = touched.iter().filter(|(of, _)| *of == file).map(|(_, record)| *record);
            let is_person = |row: &u32| again.rows[*row as usize].role == Role::Person;
            rows.extend(records.filter_map(|record| input.row_of(record)).filter(is_person));
        }
        rows.sort_unstable();
        Ok(rows)
    }

    /// The record of a row is read again from its bytes in the file.
    ///
    /// # Errors
    ///
    /// The bytes are not that record: the file has changed.
    pub fn reread(&mut self, row: u32, bytes: &[u8]) -> Result<(), Error> {
        let base = own(&mut self.base)?;
        let (Some(again), Some(held)) = (&mut base.again, base.store.rows.get(row as usize)) else {
            return Err(not_curable());
        };
        let input = &base.inputs[usize::from(held.input)];
        let record = input.export().and_then(|export| export.again(bytes, held.record, held.line));
        let record = record.ok_or_else(|| changed(&input.name))?;
        again.take(&mut base.store, input, row, &record);
        Ok(())
    }

    /// Reads the records of many rows again, from the bytes of their files.
    pub fn rereading(&self, rows: &[u32]) -> Rereading {
        let mut reading = Rereading { rows: rows.iter().copied().collect(), input: 0, export: None };
        reading.open(self);
        reading
    }

    /// Judges everyone again, after the records of all changed rows were read again.
    ///
    /// # Errors
    ///
    /// As for [`Check::cure`].
    pub fn judge_again(&mut self) -> Result<(), Error> {
        let base = own(&mut self.base)?;
        let Some(again) = &mut base.again else { return Err(not_curable()) };
        again.put_back(&mut base.store);
        base.everyone = Everyone::judge(&mut base.store, &mut base.inputs, base.source, &self.settings);
        let (base, settings) = (Arc::clone(&self.base), (*self.settings).clone());
        *self = Check::new(base, settings);
        Ok(())
    }

    /// The batches in force; none for a check that cannot be cured.
    pub fn cures(&self) -> Option<&Cures> {
        self.base.again.as_ref().map(|again| &again.cures)
    }

    /// Number of changes that no longer fit what stands in the files, and were left out.
    pub fn stale(&self) -> u32 {
        self.base.inputs.iter().filter_map(Input::export).map(Export::stale).sum()
    }

    /// An input as it was read, to be read once more.
    pub(crate) fn reopen(&self, number: usize) -> Option<Export> {
        let input = self.base.inputs.get(number)?;
        let first = input.export()?;
        let layout = first.layout();
        let given = Given {
            shape: Some(layout.shape),
            delimiter: layout.delimiter,
            encoding: input.given.encoding,
            group: input.given.group.clone(),
            role: input.given.role,
            file: Some(input.file),
        };
        let mut export = Export::new(given, self.settings.mapping.clone());
        export.amend(Arc::clone(first.amendments()));
        Some(export)
    }
}

fn own(base: &mut Arc<Base>) -> Result<&mut Base, Error> {
    Arc::get_mut(base)
        .ok_or_else(|| Error::new(None, "a file is being written; change values when that is done"))
}

fn not_curable() -> Error {
    Error::new(None, "this check cannot be changed")
}

/// Files being read once more for the records of some rows.
#[derive(Debug)]
pub struct Rereading {
    rows: HashSet<u32>,
    input: usize,
    export: Option<Export>,
}

impl Rereading {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        self.export.is_some().then_some(self.input as u32)
    }

    /// Takes bytes of the wanted input of the check that this was begun on.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, check: &mut Check, bytes: &[u8]) -> Result<(), Error> {
        self.feed(check, Some(bytes))
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self, check: &mut Check) -> Result<(), Error> {
        self.feed(check, None)?;
        let input = &check.base.inputs[self.input];
        let again = self.export.take().map(|export| export.identity());
        if again != input.export().map(Export::identity) {
            return Err(changed(&input.name));
        }
        self.input += 1;
        self.open(check);
        Ok(())
    }

    fn feed(&mut self, check: &mut Check, bytes: Option<&[u8]>) -> Result<(), Error> {
        let base = own(&mut check.base)?;
        let (Some(again), Some(export)) = (&mut base.again, &mut self.export) else { return Ok(()) };
        let (input, store, rows) = (&base.inputs[self.input], &mut base.store, &self.rows);
        let mut each = |_: &crate::export::Layout, record: Record<'_>| {
            let row = input.rows.start + record.number - 1;
            if row < input.rows.end && rows.contains(&row) {
                again.take(store, input, row, &record);
            }
        };
        let read = match bytes {
            Some(bytes) => export.push(bytes, &mut each),
            None => export.finish(&mut each),
        };
        // What could be read before and cannot now has changed.
        read.map_err(|_| changed(&input.name))
    }

    /// Opens the next input that has such a row.
    fn open(&mut self, check: &Check) {
        while let Some(input) = check.base.inputs.get(self.input) {
            if self.rows.iter().any(|row| input.rows.contains(row)) {
                self.export = check.reopen(self.input);
                if self.export.is_some() {
                    return;
                }
            }
            self.input += 1;
        }
    }
}
