//! The second reading: files are pushed once more, and records that matter are handed on.

use std::sync::Arc;

use crate::Error;
use crate::check::Check;
use crate::export::{Direct, Export, Layout, Plain, Record, Take};

/// Files being read again, in the order in which they were checked.
#[derive(Debug)]
pub(crate) struct SecondReading {
    check: Check,
    input: usize,
    export: Option<Export>,
    /// Records come as the files have them, not as they were cured.
    originals: bool,
    /// Only records with findings matter.
    found: bool,
}

/// Hands records on, but for rows of which nothing was found if only findings matter.
struct Handing<'s, F> {
    check: &'s Check,
    first: u32,
    found: bool,
    each: F,
}

impl<F: FnMut(Record<'_>)> Take for Handing<'_, F> {
    fn record(&mut self, _: &Layout, record: Record<'_>) {
        (self.each)(record);
    }

    fn plain(&mut self, _: &Layout, _: &Direct, row: &Plain<'_>) -> bool {
        self.found && self.check.base.store.rows.len() > (self.first + row.number - 1) as usize && {
            self.check.findings(self.first + row.number - 1).is_empty()
        }
    }
}

impl SecondReading {
    pub(crate) fn new(check: &Check) -> SecondReading {
        SecondReading::begin(check, false)
    }

    /// Hands on at least the records on which something was found.
    pub(crate) fn of_findings(check: &Check) -> SecondReading {
        SecondReading { found: true, ..SecondReading::begin(check, false) }
    }

    /// Hands records on as the files have them, whatever was cured.
    pub(crate) fn of_originals(check: &Check) -> SecondReading {
        SecondReading::begin(check, true)
    }

    fn begin(check: &Check, originals: bool) -> SecondReading {
        let mut reading =
            SecondReading { check: check.clone(), input: 0, export: None, originals, found: false };
        reading.open();
        reading
    }

    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub(crate) fn wants(&self) -> Option<u32> {
        self.export.is_some().then_some(self.input as u32)
    }

    /// Takes bytes of the wanted input and hands every record on with its row.
    pub(crate) fn push(
        &mut self,
        bytes: &[u8],
        mut take: impl FnMut(u32, &Layout, &Record<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.feed(Some(bytes), &mut take)
    }

    /// The wanted input is over.
    pub(crate) fn end(
        &mut self,
        mut take: impl FnMut(u32, &Layout, &Record<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.feed(None, &mut take)?;
        let again = self.export.take().map(|export| export.identity());
        let first = self.check.base.inputs[self.input].export().map(Export::identity);
        if again != first {
            return Err(self.changed());
        }
        self.input += 1;
        self.open();
        Ok(())
    }

    fn feed(
        &mut self,
        bytes: Option<&[u8]>,
        take: &mut impl FnMut(u32, &Layout, &Record<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let check = self.check.clone();
        let rows = check.base.inputs[self.input].rows.clone();
        let changed = self.changed();
        // Columns are numbered as they were; those of JSON are all known by now.
        let Some(layout) = check.base.inputs[self.input].export().map(Export::layout) else {
            return Ok(());
        };
        let Some(export) = &mut self.export else {
            return Ok(());
        };
        let mut trouble = Ok(());
        let each = |record: Record<'_>| {
            let row = rows.start + record.number - 1;
            if trouble.is_ok() {
                trouble = if row < rows.end { take(row, layout, &record) } else { Err(changed.clone()) };
            }
        };
        let mut handing = Handing { check: &check, first: rows.start, found: self.found, each };
        let read = match bytes {
            Some(bytes) => export.push(bytes, &mut handing),
            None => export.finish(&mut handing),
        };
        // What could be read before and cannot now has changed.
        read.map_err(|_| changed)?;
        trouble
    }

    fn changed(&self) -> Error {
        Error::new(None, "the file has changed since it was checked. Check it again").of(&self
            .check
            .base
            .inputs[self.input]
            .name)
    }

    /// Opens the next input that could be read.
    fn open(&mut self) {
        while self.input < self.check.base.inputs.len() {
            self.export = self.check.reopen(self.input);
            if let Some(export) = &mut self.export {
                if self.originals {
                    export.amend(Arc::default());
                }
                return;
            }
            self.input += 1;
        }
    }
}
