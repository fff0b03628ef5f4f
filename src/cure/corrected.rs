//! The corrected export: the file as it stands, but for the values that were cured.

use std::ops::Range;

use super::{csv, json};
use crate::Error;
use crate::check::{Check, Place};
use crate::export::{Anatomy, Digest, Encoding, Export, Spot, encode, recode, width};
use crate::profile::Attribute;

/// Text in the place of a piece of a record, as it is scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    pub(super) fn insert(at: usize, text: String) -> Splice {
        Splice { range: at..at, text }
    }
}

/// What became of the changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Carried {
    /// Values that differ from the original.
    pub changed: u64,
    /// Changes the file has no place for: it has no column for the attribute.
    pub left_out: u64,
}

/// A corrected export being written while its file is read once more.
#[derive(Debug)]
pub struct Corrected {
    check: Check,
    input: usize,
    /// Places of the records to mend, the last of the file first.
    places: Vec<(Place, u32)>,
    /// Bytes of the file from a place on, and how many of them are written already.
    pending: Vec<u8>,
    start: u64,
    written: usize,
    length: u64,
    digest: Digest,
    /// Written in UTF-8 because its own encoding does not hold the values.
    recoded: bool,
    carried: Carried,
}

impl Check {
    /// Begins to write the corrected export of an input, by its number. `utf8` says that a file in Windows-1252
    /// may become UTF-8 where that is needed to hold a value.
    ///
    /// # Errors
    ///
    /// The input could not be read, or its encoding does not hold a value and `utf8` is not set. The error says
    /// how many values those are.
    pub fn corrected(&self, input: u32, utf8: bool) -> Result<Corrected, Error> {
        let unreadable = || Error::new(None, "there is no such file, or it could not be read");
        let held = self.base.inputs.get(input as usize).ok_or_else(unreadable)?;
        let export = held.export().ok_or_else(unreadable)?;
        let encoding = export.layout().encoding;
        let foreign =
            export.amendments().all().filter(|(_, one)| encode(encoding, &one.text).is_none()).count();
        if foreign > 0 && !utf8 {
            let values = if foreign == 1 { "One new value holds" } else { "Some new values hold" };
            let message = format!(
                "{values} characters that {} cannot. Write the file as UTF-8, or spell them otherwise",
                encoding.label()
            );
            return Err(Error::new(None, message).of(&held.name));
        }
        let records = export.amendments().records();
        let mut places: Vec<(Place, u32)> =
            records.filter_map(|record| Some((self.place(held.row_of(record)?)?, record))).collect();
        places.sort_unstable_by_key(|(place, _)| std::cmp::Reverse(place.offset));
        Ok(Corrected {
            check: self.clone(),
            input: input as usize,
            places,
            pending: Vec::new(),
            start: 0,
            written: 0,
            length: 0,
            digest: Digest::default(),
            recoded: foreign > 0,
            carried: Carried::default(),
        })
    }

    /// Number of values that cures change in the file of an input, and that the file has no place for.
    pub fn carried(&self, input: u32) -> Carried {
        let mut carried = Carried::default();
        let Some(export) = self.base.inputs.get(input as usize).and_then(|input| input.export()) else {
            return carried;
        };
        for (_, one) in export.amendments().all() {
            let place = match one.spot {
                Spot::Cell { .. } => true,
                Spot::Attribute(attribute) => {
                    let column = export.layout().column_of(attribute);
                    column.and_then(|column| export.keys(column)).is_some()
                }
            };
            *(if place { &mut carried.changed } else { &mut carried.left_out }) += 1;
        }
        carried
    }
}

impl Corrected {
    /// Takes bytes of the file; what is ready is added to `out`.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        self.digest.push(bytes);
        self.length += bytes.len() as u64;
        self.pending.extend_from_slice(bytes);
        while let Some(&(place, record)) = self.places.last() {
            let from = place.offset.checked_sub(self.start).and_then(|from| usize::try_from(from).ok());
            let from = from.filter(|from| *from >= self.written).ok_or_else(|| self.changed())?;
            let to = from.saturating_add(place.length as usize);
            if to > self.pending.len() {
                // Up to the record everything is as it was.
                self.write(from.min(self.pending.len()), out);
                break;
            }
            self.write(from, out);
            let pending = std::mem::take(&mut self.pending);
            let mended = self.mend(record, &pending[from..to]);
            self.pending = pending;
            out.extend_from_slice(&mended?);
            self.written = to;
            self.places.pop();
        }
        if self.places.is_empty() {
            self.write(self.pending.len(), out);
        }
        self.pending.drain(..self.written);
        self.start += self.written as u64;
        self.written = 0;
        Ok(())
    }

    /// The file is over; the last bytes are added to `out`.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<Carried, Error> {
        let same = self.export().map(Export::identity) == Some((self.length, self.digest.value()));
        if !same || !self.places.is_empty() {
            return Err(self.changed());
        }
        self.write(self.pending.len(), out);
        Ok(self.carried)
    }

    /// Writes what is not written yet, up to a place.
    fn write(&mut self, to: usize, out: &mut Vec<u8>) {
        let bytes = &self.pending[self.written..to];
        if self.recoded {
            out.extend_from_slice(&recode(bytes));
        } else {
            out.extend_from_slice(bytes);
        }
        self.written = to;
    }

    fn export(&self) -> Option<&Export> {
        self.check.base.inputs[self.input].export()
    }

    fn changed(&self) -> Error {
        let message = "the file has changed since it was checked. Check it again";
        Error::new(None, message).of(&self.check.base.inputs[self.input].name)
    }

    /// A record with its new values.
    fn mend(&mut self, record: u32, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let check = self.check.clone();
        let export = check.base.inputs[self.input].export().ok_or_else(|| self.changed())?;
        let layout = export.layout();
        let encoding = if self.recoded { Encoding::Utf8 } else { layout.encoding };
        let amendments = export.amendments().of(record);
        let taken_apart = |bytes: &[u8]| export.anatomy(bytes).ok_or_else(|| self.changed());
        let anatomy = taken_apart(bytes)?;
        let mut carried = Carried::default();
        let splices = match layout.delimiter {
            Some(delimiter) => csv::splices(delimiter, &anatomy, amendments),
            None => json::splices(&anatomy, amendments, |column| {
                let uses = layout.columns.get(usize::from(column)).map_or(&[][..], |column| &column.uses);
                json::Holds {
                    lists: export.keys(column).is_some_and(|keys| keys.list),
                    truth: uses.iter().any(|used| used.attribute == Attribute::Status),
                }
            }),
        };
        carried.changed += splices.len() as u64;
        let mut mended = compose(encoding, self.recoded, bytes, &anatomy, &splices);
        for one in amendments {
            let Spot::Attribute(attribute) = one.spot else { continue };
            let keys = layout.column_of(attribute).and_then(|column| export.keys(column));
            let inserted = match keys {
                Some(keys) => {
                    let anatomy = taken_apart(&mended)?;
                    json::insertion(&anatomy.text, &keys, &one.text)
                        .map(|splice| compose(encoding, false, &mended, &anatomy, &[splice]))
                }
                None => None,
            };
            match inserted {
                Some(longer) => {
                    mended = longer;
                    carried.changed += 1;
                }
                None => carried.left_out += 1,
            }
        }
        self.carried.changed += carried.changed;
        self.carried.left_out += carried.left_out;
        Ok(mended)
    }
}

/// A record cut and mended. What is not cut out keeps its bytes, unless it is written in another encoding.
fn compose(
    encoding: Encoding,
    recoded: bool,
    bytes: &[u8],
    anatomy: &Anatomy,
    splices: &[Splice],
) -> Vec<u8> {
    let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let place = |at: usize| {
        let place = if wide { width(encoding, &anatomy.text[..at]) as usize } else { at };
        place.min(bytes.len())
    };
    let mut out = Vec::with_capacity(bytes.len() + 64);
    let keep = |from: usize, to: usize, out: &mut Vec<u8>| {
        let kept = &bytes[from..to];
        if recoded { out.extend_from_slice(&recode(kept)) } else { out.extend_from_slice(kept) }
    };
    let mut at = 0;
    for splice in splices {
        keep(at, place(splice.range.start), &mut out);
        // Whether the encoding holds the text was asked before anything was written.
        out.extend(encode(encoding, &splice.text).unwrap_or_default());
        at = place(splice.range.end);
    }
    keep(at, bytes.len(), &mut out);
    out
}
