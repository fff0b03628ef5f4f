//! The redacted export: the same file with fake people in it, to show to someone who may not see the real ones.
//!
//! Shape, lines, columns, rules and counts stay; names, addresses, numbers and ids are fakes, and a person has the same
//! fake wherever they stand. Files are read twice: first to learn which words they hold, so that no fake is one of
//! them, then to be written. A check of what is written finds what the check of the files found.

mod mask;
mod phone;
mod text;
mod values;
mod words;

use crate::Error;
use crate::check::Check;
use crate::export::{Digest, Export, Rewriter, Slot};

use values::Values;

/// The files of a check being read to learn their words.
#[derive(Debug)]
pub struct Learning {
    redaction: Redaction,
    input: u32,
    open: bool,
}

/// What the words of a check's files become. Files are written one by one, in any order.
#[derive(Debug)]
pub struct Redaction {
    check: Check,
    values: Values,
    /// The file being written.
    file: Option<File>,
}

#[derive(Debug)]
struct File {
    input: u32,
    rewriter: Rewriter,
    length: u64,
    digest: Digest,
}

impl Check {
    /// Begins to redact the files.
    pub fn redaction(&self) -> Learning {
        let groups = self.base.inputs.iter().filter_map(|input| input.group());
        let values = Values::new(&self.settings, groups);
        let redaction = Redaction { check: self.clone(), values, file: None };
        let mut learning = Learning { redaction, input: 0, open: false };
        learning.open();
        learning
    }
}

impl Learning {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        self.open.then_some(self.input)
    }

    /// Takes bytes of the wanted input.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.redaction.push(bytes, &mut Vec::new())
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self) -> Result<(), Error> {
        self.redaction.end(&mut Vec::new())?;
        self.input += 1;
        self.open();
        Ok(())
    }

    /// What is learned is enough to write.
    #[must_use]
    pub fn finish(mut self) -> Redaction {
        self.redaction.values.begin_to_write();
        self.redaction
    }

    fn open(&mut self) {
        let all = self.redaction.check.base.inputs.len() as u32;
        self.open = false;
        while self.input < all && !self.open {
            self.open = self.redaction.begin(self.input).is_ok();
            self.input += u32::from(!self.open);
        }
    }
}

impl Redaction {
    /// The inputs that can be written, by their numbers.
    pub fn inputs(&self) -> Vec<u32> {
        let inputs = self.check.base.inputs.iter().zip(0..);
        inputs.filter(|(input, _)| input.export().is_some()).map(|(_, number)| number).collect()
    }

    /// Begins to write an input, by its number.
    ///
    /// # Errors
    ///
    /// The input could not be read.
    pub fn begin(&mut self, input: u32) -> Result<(), Error> {
        let export = self.check.base.inputs.get(input as usize).and_then(|input| input.export());
        let export =
            export.ok_or_else(|| Error::new(None, "there is no such file, or it could not be read"))?;
        self.file = Some(File { input, rewriter: export.rewriter(), length: 0, digest: Digest::default() });
        Ok(())
    }

    /// Takes bytes of the file; what is ready is added to `out`.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        self.write(bytes, false, out)
    }

    /// The file is over; the last bytes are added to `out`.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        self.write(&[], true, out)?;
        let Some(file) = self.file.take() else { return Ok(()) };
        let input = &self.check.base.inputs[file.input as usize];
        let same = input.export().map(Export::identity) == Some((file.length, file.digest.value()));
        if same { Ok(()) } else { Err(changed(&input.name)) }
    }

    fn write(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> Result<(), Error> {
        let Some(file) = &mut self.file else { return Ok(()) };
        let input = &self.check.base.inputs[file.input as usize];
        let Some(export) = input.export() else { return Ok(()) };
        file.length += bytes.len() as u64;
        file.digest.push(bytes);
        let (shape, names) = (export.layout().shape, export.layout().full_names);
        let values = &mut self.values;
        let mut rewrite = |slot: Slot<'_>, text: &str| values.new_text(shape, names, slot, text);
        // What could be read before and cannot now has changed.
        file.rewriter.push(export, bytes, last, out, &mut rewrite).map_err(|_| changed(&input.name))
    }
}

fn changed(name: &str) -> Error {
    Error::new(None, "the file has changed since it was checked. Check it again").of(name)
}
