//! A piece of a table that is read apart from what stands before it, by another reader of the same file.
//!
//! Where its first record begins cannot be known from the piece alone: a line end may stand between quotes. So its reader
//! supposes, and whoever reads the file in order comes to the piece with the bytes in front of that record. If no record
//! is under way behind them, what was supposed is true, and all else follows; if not, the piece is read again.

use memchr::{memchr, memchr2};

use super::csv::Scanner;
use super::place::{Blocks, Place};
use super::{Encoding, Export, Stage, Take, encoding};
use crate::error::Error;

/// Bytes that are looked at to find the first record.
const WINDOW: usize = 64 * 1024;
/// Records that show whether a beginning is likely.
const SHOWN: usize = 8;
/// Line ends that are tried.
const TRIED: usize = 100;

/// What a piece is, but for its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its first byte in the file, and how many it has.
    pub(crate) from: u64,
    pub(crate) length: u64,
    /// The bytes in front of its first record, and those of the record that is not over at its end.
    pub(crate) head: Vec<u8>,
    pub(crate) tail: Vec<u8>,
    /// Records between them, and the lines these take.
    pub(crate) records: u32,
    pub(crate) lines: u32,
    /// The last of them ended with CR.
    pub(crate) after_cr: bool,
    /// The encoding, if it is no longer open.
    pub(crate) encoding: Option<Encoding>,
    pub(crate) blocks: Blocks,
}

/// Reads one piece after the other.
#[derive(Debug)]
pub(crate) struct PieceReader {
    /// The encoding as the header leaves it, and whether it is open then.
    of_header: (Encoding, bool),
    from: u64,
    length: u64,
    /// The bytes until the first record is found, then those in front of it.
    head: Vec<u8>,
    begun: bool,
    blocks: Blocks,
}

impl Export {
    /// Where the header ends, of a table whose rest can be read in pieces.
    pub(crate) fn splits(&self) -> Option<u64> {
        let plain = !encoding::is_wide(self.layout.encoding) && self.amendments.is_empty();
        (matches!(self.stage, Stage::Delimited(_)) && plain).then_some(self.header)
    }

    /// How many bytes of the file were taken.
    pub(crate) fn taken(&self) -> u64 {
        self.bytes
    }

    /// A reader of pieces of the file, whose header was pushed.
    pub(crate) fn piece_reader(&self) -> Option<PieceReader> {
        self.splits()?;
        Some(PieceReader {
            of_header: (self.layout.encoding, self.encoding_open),
            from: 0,
            length: 0,
            head: Vec::new(),
            begun: false,
            blocks: Blocks::default(),
        })
    }

    /// Takes the piece that a reader in order has come to, and whose head it has read: it was at `before` then. False if
    /// the piece begins or reads otherwise than in order.
    pub(crate) fn fits(&self, piece: &Piece) -> bool {
        let Stage::Delimited(scanner) = &self.stage else {
            return false;
        };
        let known = self.encoding_open || piece.encoding.is_none_or(|found| found == self.layout.encoding);
        let inside = (piece.head.len() as u64).checked_add(piece.tail.len() as u64);
        known
            && scanner.in_hand().2.is_empty()
            && Some(self.bytes) == piece.from.checked_add(piece.head.len() as u64)
            && inside.is_some_and(|inside| inside <= piece.length)
    }

    /// The line that is come to; those of a piece are counted from it.
    pub(crate) fn stands_at(&self) -> u32 {
        match &self.stage {
            Stage::Delimited(scanner) => scanner.in_hand().0,
            _ => 0,
        }
    }

    /// Goes on behind a piece that fits. `before` is what was known of the file's bytes before its head. False leaves
    /// everything as it was.
    pub(crate) fn join(&mut self, piece: &Piece, before: Taken, take: &mut impl Take) -> Result<bool, Error> {
        let mut digest = before.digest;
        let Stage::Delimited(scanner) = &mut self.stage else {
            return Ok(false);
        };
        if !digest.take(&piece.blocks) {
            return Ok(false);
        }
        let (line, offset, ..) = scanner.in_hand();
        let end = piece.from + piece.length - piece.tail.len() as u64;
        let offset = offset + (end - self.bytes);
        scanner.go_on(line + piece.lines, offset, piece.after_cr);
        self.digest = digest;
        self.bytes = piece.from + piece.length;
        self.place.go_to(offset, end, self.bytes);
        self.records += piece.records;
        if let Some(encoding) = piece.encoding {
            self.layout.encoding = encoding;
            self.encoding_open = false;
        }
        self.rows(&piece.tail, false, take)?;
        Ok(true)
    }

    /// What is known of the file's bytes.
    pub(crate) fn bytes_taken(&self) -> Taken {
        Taken { digest: self.digest }
    }
}

/// What is known of the bytes of a file up to a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken {
    digest: super::Digest,
}

impl PieceReader {
    /// Begins the piece at a place of the file.
    pub(crate) fn begin(&mut self, from: u64) {
        self.from = from;
        self.length = 0;
        self.head.clear();
        self.begun = false;
        self.blocks = Blocks::new(from);
    }

    /// Takes bytes of the piece.
    pub(crate) fn push(
        &mut self,
        export: &mut Export,
        bytes: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Error> {
        self.length += bytes.len() as u64;
        self.blocks.push(bytes);
        if memchr(0, bytes).is_some() {
            return Err(Error::new(None, "a zero byte"));
        }
        if self.begun {
            export.place.end = self.from + self.length;
            return export.rows(bytes, false, take);
        }
        self.head.extend_from_slice(bytes);
        if self.head.len() < WINDOW { Ok(()) } else { self.find(export, take) }
    }

    /// Looks for the first record.
    fn find(&mut self, export: &mut Export, take: &mut impl Take) -> Result<(), Error> {
        let delimiter = export.layout.delimiter.unwrap_or(b',');
        let Some(start) = beginning(&self.head, delimiter, export.layout.columns.len()) else {
            return Ok(());
        };
        let Stage::Delimited(scanner) = &mut export.stage else {
            return Ok(());
        };
        let rest = self.head.split_off(start);
        let place = self.from + start as u64;
        scanner.go_on(0, place, false);
        export.place = Place::default();
        export.place.go_to(place, place, self.from + self.length);
        export.records = 0;
        (export.layout.encoding, export.encoding_open) = self.of_header;
        self.begun = true;
        export.rows(&rest, false, take)
    }

    /// The piece is over; nothing if no record begins in it.
    pub(crate) fn end(&mut self, export: &mut Export, take: &mut impl Take) -> Option<Piece> {
        if !self.begun {
            self.find(export, take).ok()?;
        }
        let Stage::Delimited(scanner) = &export.stage else {
            return None;
        };
        if !self.begun {
            return None;
        }
        let (lines, _, tail, after_cr) = scanner.in_hand();
        Some(Piece {
            from: self.from,
            length: self.length,
            head: std::mem::take(&mut self.head),
            tail: tail.to_vec(),
            records: export.records,
            lines,
            after_cr,
            encoding: (!export.encoding_open).then_some(export.layout.encoding),
            blocks: std::mem::take(&mut self.blocks),
        })
    }
}

/// Where in these bytes a record is likely to begin: behind the first line end with records behind it that are as the
/// header says, else behind the one with the most.
fn beginning(bytes: &[u8], delimiter: u8, columns: usize) -> Option<usize> {
    let mut best = None;
    let mut most = 0;
    let mut from = 0;
    for _ in 0..TRIED {
        let Some(end) = memchr2(b'\n', b'\r', &bytes[from..]).map(|at| from + at) else { break };
        from = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
        if from >= bytes.len() {
            break;
        }
        let good = good_records(&bytes[from..], delimiter, columns);
        if best.is_none() || good > most {
            (best, most) = (Some(from), good);
        }
        if good == SHOWN {
            break;
        }
    }
    best
}

/// How many of the first records are as the header says, and have no stray quote.
fn good_records(bytes: &[u8], delimiter: u8, columns: usize) -> usize {
    let (mut good, mut seen) = (0, 0);
    let mut each = |row: super::csv::Row<'_>| {
        good += usize::from(row.len() == columns && !row.stray_quote);
        seen += 1;
        if seen < SHOWN && good == seen { Ok(()) } else { Err(Error::new(None, "seen")) }
    };
    let _ = Scanner::new(delimiter, 0, 0).push(bytes, &mut each);
    good
}
