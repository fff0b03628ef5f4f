//! Texts in any column: the files are read once more, since values are not held.

use memchr::memchr2_iter;

use super::Check;
use super::describe::changed;
use crate::Error;
use crate::export::{Digest, Encoding, Export, Spot};

/// A search under way.
#[derive(Debug)]
pub struct Search {
    check: Check,
    /// Without case.
    wanted: String,
    /// What is looked for in the bytes before a record is taken apart; none where that could miss something.
    needle: Option<Vec<u8>>,
    input: usize,
    /// The next row to look at.
    row: u32,
    /// Bytes that are not looked at yet, and where they begin in the file.
    pending: Vec<u8>,
    start: u64,
    length: u64,
    digest: Digest,
    found: Vec<u32>,
}

impl Check {
    /// Begins to look for a text, without case, in every column of every record. Passwords and the like are not looked
    /// at. Every input has to be pushed once more.
    pub fn search(&self, text: &str) -> Search {
        let wanted = text.trim().to_lowercase();
        let plain =
            wanted.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\' | b'/' | b';'));
        let needle = (plain && !wanted.is_empty()).then(|| wanted.clone().into_bytes());
        let mut search = Search {
            check: self.clone(),
            wanted,
            needle,
            input: 0,
            row: 0,
            pending: Vec::new(),
            start: 0,
            length: 0,
            digest: Digest::default(),
            found: Vec::new(),
        };
        search.open();
        search
    }
}

impl Search {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        (self.input < self.check.base.inputs.len()).then_some(self.input as u32)
    }

    /// Takes bytes of the wanted input.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.digest.push(bytes);
        self.length += bytes.len() as u64;
        self.pending.extend_from_slice(bytes);
        let end = self.check.base.inputs.get(self.input).map_or(0, |input| input.rows.end);
        let mut done = 0;
        while self.row < end {
            let Some(place) = self.check.place(self.row) else { break };
            let from = place.offset.checked_sub(self.start).and_then(|from| usize::try_from(from).ok());
            let from = from.ok_or_else(|| self.changed())?;
            let to = from + place.length as usize;
            if to > self.pending.len() {
                break;
            }
            if self.holds(self.row, &self.pending[from..to]) {
                self.found.push(self.row);
            }
            done = to;
            self.row += 1;
        }
        self.pending.drain(..done);
        self.start += done as u64;
        Ok(())
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self) -> Result<(), Error> {
        let input = &self.check.base.inputs[self.input];
        let same = input.export().map(Export::identity) == Some((self.length, self.digest.value()));
        if !same || self.row != input.rows.end {
            return Err(self.changed());
        }
        self.input += 1;
        self.open();
        Ok(())
    }

    /// The rows of the records that hold the text, in order.
    pub fn finish(self) -> Vec<u32> {
        self.found
    }

    fn changed(&self) -> Error {
        changed(&self.check.base.inputs[self.input].name)
    }

    /// Goes on to the next input that could be read.
    fn open(&mut self) {
        let inputs = &self.check.base.inputs;
        while inputs.get(self.input).is_some_and(|input| !input.is_read()) {
            self.input += 1;
        }
        self.row = inputs.get(self.input).map_or(0, |input| input.rows.start);
        self.pending.clear();
        (self.start, self.length, self.digest) = (0, 0, Digest::default());
    }

    fn holds(&self, row: u32, bytes: &[u8]) -> bool {
        let held = &self.check.base.store.rows[row as usize];
        let Some(export) = self.check.base.inputs[usize::from(held.input)].export() else {
            return false;
        };
        let amendments = export.amendments().of(self.check.base.record_and_line(row).0);
        let narrow = matches!(export.layout().encoding, Encoding::Utf8 | Encoding::Windows1252);
        if let Some(needle) = self.needle.as_ref().filter(|_| narrow && amendments.is_empty())
            && !contains(bytes, needle)
            // JSON may spell any letter by its number.
            && !(export.layout().delimiter.is_none() && contains(bytes, b"\\u"))
        {
            return false;
        }
        let fits = |text: &str| text.to_lowercase().contains(&self.wanted);
        let Some(anatomy) = export.anatomy(bytes) else {
            return false;
        };
        let stands = |spot: Spot| amendments.iter().any(|one| one.spot == spot);
        let of_file = anatomy
            .parts
            .iter()
            .any(|part| fits(&part.value) && !stands(Spot::Cell { column: part.column, nth: part.nth }));
        of_file || amendments.iter().any(|one| fits(&one.text))
    }
}

/// Whether bytes hold a text, in either case of its ASCII letters. The text is in lower case.
fn contains(bytes: &[u8], text: &[u8]) -> bool {
    let Some((first, rest)) = text.split_first() else {
        return true;
    };
    memchr2_iter(*first, first.to_ascii_uppercase(), bytes)
        .any(|at| bytes[at + 1..].get(..rest.len()).is_some_and(|tail| tail.eq_ignore_ascii_case(rest)))
}
