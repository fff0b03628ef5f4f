//! Cures on a check that stands: the records they are about are read again, everyone is judged again.
//!
//! Nothing but those records is read. Where nobody else is judged by what changed (a title, a locale, a phone
//! number), nobody else is looked at. Else everything that needs everyone follows once more from what
//! the others were found to be before it was known who else there is, which is held for that.

use std::sync::Arc;

use super::columns::{Finding, Key, Role, Row, Span, blocks};
use super::describe::changed;
use super::store::Store;
use super::{Base, Check, Everyone, Input, join, people};
use crate::Error;
use crate::cure::{Batch, Cures, Touched};
use crate::export::{Export, Given, Record};
use crate::maps::HashSet;
use crate::profile::Attribute;

/// As many rows are replaced one by one; beyond that all of a list is gone through once.
const FEW: usize = 64;

/// What was read, before anyone was judged beside the others.
#[derive(Debug)]
pub(super) struct Again {
    cures: Cures,
    rows: Vec<Row>,
    /// Sorted.
    findings: Vec<Finding>,
    secondary: Vec<(u32, u16, Span)>,
    fresh: Fresh,
}

/// Rows whose records were read again and not yet judged beside the others.
#[derive(Debug, Default)]
struct Fresh {
    rows: HashSet<u32>,
    findings: Vec<Finding>,
    secondary: Vec<(u32, u16, Span)>,
    /// What was found on those records before.
    before: Vec<Finding>,
    /// Something changed that others are judged by.
    matters: bool,
}

impl Again {
    pub(super) fn new(store: &Store, cures: Cures) -> Again {
        let mut findings = store.findings.all.clone();
        findings.sort();
        Again {
            cures,
            rows: store.rows.clone(),
            findings,
            secondary: store.secondary.clone(),
            fresh: Fresh::default(),
        }
    }

    /// The record of a row is another one now.
    fn take(&mut self, store: &mut Store, input: &Input, row: u32, record: &Record<'_>) {
        let Some(export) = input.export() else { return };
        let old = self.rows[row as usize];
        let findings = std::mem::take(&mut store.findings.all);
        let secondary = std::mem::take(&mut store.secondary);
        let (new, extra) = store.read(row, old.input, input.given.role, export.layout(), record);
        if let (Some(extra), Some(place)) = (extra, store.extras.get_mut(row as usize)) {
            *place = extra;
        }
        let findings = std::mem::replace(&mut store.findings.all, findings);
        let secondary = std::mem::replace(&mut store.secondary, secondary);
        self.fresh.matters |= self.matters(store, &old, &new, &findings, &secondary);
        self.rows[row as usize] = new;
        if self.fresh.rows.insert(row) {
            self.fresh.before.extend_from_slice(at(&self.findings, row));
        }
        self.fresh.findings.extend(findings);
        self.fresh.secondary.extend(secondary);
    }

    /// Whether others are judged by what is different now: by what people are found, told apart and kept out.
    fn matters(
        &self,
        store: &Store,
        old: &Row,
        new: &Row,
        findings: &[Finding],
        secondary: &[(u32, u16, Span)],
    ) -> bool {
        let row = new.person;
        let same = |get: fn(&Row) -> Key| store.arena.key(get(old)) == store.arena.key(get(new));
        let keys = same(super::columns::Row::id)
            && same(super::columns::Row::user_name)
            && same(super::columns::Row::email)
            && same(super::columns::Row::name);
        let managers = |row: &Row| (row.manager, row.groups);
        let mandatory = Attribute::MANDATORY.into_iter().fold(0, |bits, attribute| bits | attribute.bit());
        let of_manager = [Attribute::ManagerEmail, Attribute::ManagerName, Attribute::ManagerId];
        let of_manager = of_manager.into_iter().fold(0, |bits, attribute| bits | attribute.bit());
        let standing = |row: &Row| {
            let (present, placeholders) =
                (row.present & (mandatory | of_manager), row.placeholders & of_manager);
            (row.role, row.outcome, present, placeholders)
        };
        let from = self.secondary.partition_point(|entry| entry.0 < row);
        let held = self.secondary[from..].iter().take_while(|entry| entry.0 == row);
        let texts = |entry: &(u32, u16, Span)| (entry.1, store.arena.get(entry.2).to_owned());
        let before = at(&self.findings, row);
        let differ = |one: &[Finding], other: &[Finding]| {
            one.iter().any(|finding| blocks(finding.rule()) && !other.contains(finding))
        };
        !keys
            || managers(old) != managers(new)
            || standing(old) != standing(new)
            || !held.map(texts).eq(secondary.iter().map(texts))
            || differ(before, findings)
            || differ(findings, before)
            // Of a joined person another record may give the value.
            || store.rows[row as usize].person != row
            || store.parts.contains_key(&row)
    }

    /// Nobody else is judged by what changed: the rows get what follows from their own records.
    fn judge_fresh(&mut self, store: &mut Store, inputs: &[Input]) {
        let fresh = std::mem::take(&mut self.fresh);
        let mut findings = Vec::new();
        let mut rows: Vec<u32> = fresh.rows.iter().copied().collect();
        rows.sort_unstable();
        let by_row = |all: &[Finding]| {
            let mut all = all.to_vec();
            all.sort_unstable();
            all
        };
        let (before, now) = (by_row(&fresh.before), by_row(&fresh.findings));
        for row in rows {
            let absent = |store: &Store| {
                if store.is_judged(row) { join::absence(store, inputs, row) } else { Vec::new() }
            };
            let mut old = absent(store);
            old.extend_from_slice(at(&before, row));
            let held = store.rows[row as usize];
            store.rows[row as usize] = Row {
                role: held.role,
                outcome: held.outcome,
                groups: held.groups,
                ..self.rows[row as usize]
            };
            let mut new = absent(store);
            new.extend_from_slice(at(&now, row));
            let told = |finding: &&Finding| {
                store.findings.severity(finding.rule()).is_some() && people::is_told(store, **finding)
            };
            let kept = at(&store.findings.all, row)
                .iter()
                .filter(|finding| !old.contains(finding) || new.contains(finding));
            let added = new.iter().filter(|finding| !old.contains(finding)).filter(told);
            findings.extend(kept.chain(added).copied());
        }
        replace(&mut store.findings.all, &fresh.rows, findings);
        replace(&mut self.findings, &fresh.rows, now);
    }

    /// Puts into the store what everyone is judged from.
    fn put_back(&mut self, store: &mut Store) {
        let fresh = std::mem::take(&mut self.fresh);
        if !fresh.rows.is_empty() {
            replace(&mut self.findings, &fresh.rows, fresh.findings);
            self.secondary.retain(|(row, _, _)| !fresh.rows.contains(row));
            self.secondary.extend(fresh.secondary);
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

/// The findings of a row in a sorted list.
fn at(all: &[Finding], row: u32) -> &[Finding] {
    let from = all.partition_point(|finding| finding.row() < row);
    let count = all[from..].partition_point(|finding| finding.row() == row);
    &all[from..from + count]
}

/// Puts findings in the place of all that some rows have in a sorted list.
fn replace(all: &mut Vec<Finding>, rows: &HashSet<u32>, mut findings: Vec<Finding>) {
    findings.sort_unstable();
    findings.dedup();
    if rows.len() > FEW {
        all.retain(|finding| !rows.contains(&finding.row()));
        all.append(&mut findings);
        // Two sorted runs, which this sort merges.
        all.sort();
        return;
    }
    for &row in rows {
        let from = all.partition_point(|finding| finding.row() < row);
        let count = all[from..].partition_point(|finding| finding.row() == row);
        all.splice(from..from + count, at(&findings, row).iter().copied());
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
        // Held once, they are changed in their place.
        for export in base.inputs.iter_mut().filter_map(Input::export_mut) {
            export.amend(Arc::default());
        }
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
        let (number, line) = (row - input.rows.start + 1, base.store.stands.line(row));
        let record = input.export().and_then(|export| export.again(bytes, number, line));
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
        if again.fresh.matters {
            again.put_back(&mut base.store);
            base.everyone = Everyone::judge(&mut base.store, &mut base.inputs, base.source, &self.settings);
        } else {
            again.judge_fresh(&mut base.store, &base.inputs);
        }
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
        let files = self.base.inputs.iter().filter(|input| input.is_read()).map(|input| input.file).collect();
        self.cures().map_or(0, |cures| cures.stale(&files)) as u32
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
            sheet: input.given.sheet.clone(),
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
