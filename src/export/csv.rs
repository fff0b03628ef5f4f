//! Delimited text: where records and fields begin and end.
//!
//! The scanner owns nothing but the unfinished record. It never fails on shape: a quote opens a
//! field only at its very beginning, a doubled quote inside stands for one, and what follows a
//! closing quote is taken literally up to the next delimiter, as the common readers do. A record
//! ends at LF, CR LF or CR.
//!
//! If you change what a quote does, change [`unquote`] too, and run the test that compares every
//! chunk size.

#[cfg(test)]
mod plain;

use std::borrow::Cow;

use memchr::{memchr, memchr2};
use wide::u8x16;

use super::MAX_RECORD;
use crate::error::Error;

/// A record as it stands: its bytes without the line end, and where its fields begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) bytes: &'a [u8],
    /// Where each field begins in `bytes`, and where one more would: a field ends a byte before the next begins.
    pub(crate) bounds: &'a [u32],
    /// 1-based line on which the record begins.
    pub(crate) line: u32,
    /// Place in the decoded stream.
    pub(crate) offset: u64,
    /// A quoted field goes on behind its closing quote.
    pub(crate) stray_quote: bool,
    /// Some field has quotes around it.
    pub(crate) quoted: bool,
    /// Quotes stand around fields, and nowhere else.
    pub(crate) simple: bool,
    /// Every value is printable, with single spaces between other characters. Values may be so where this does not say it.
    pub(crate) tidy: bool,
    /// All of it is ASCII.
    pub(crate) ascii: bool,
}

impl<'a> Row<'a> {
    pub(crate) fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    pub(crate) fn field(&self, index: usize) -> Option<&'a [u8]> {
        field(self.bytes, self.bounds, index)
    }
}

/// A field of a record, of which is known where its fields begin.
#[inline]
pub(super) fn field<'a>(bytes: &'a [u8], bounds: &[u32], index: usize) -> Option<&'a [u8]> {
    let [start, next] = *bounds.get(index..)?.first_chunk()?;
    bytes.get(start as usize..(next as usize).wrapping_sub(1))
}

/// Takes a field out of its quotes.
pub(crate) fn unquote(field: &[u8]) -> Cow<'_, [u8]> {
    let Some(inner) = field.strip_prefix(b"\"") else {
        return Cow::Borrowed(field);
    };
    match memchr(b'"', inner) {
        Some(end) if end + 1 == inner.len() => return Cow::Borrowed(&inner[..end]),
        None => return Cow::Borrowed(inner),
        _ => {}
    }
    let mut text = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(quote) = memchr(b'"', rest) {
        text.extend_from_slice(&rest[..quote]);
        if rest.get(quote + 1) == Some(&b'"') {
            text.push(b'"');
            rest = &rest[quote + 2..];
        } else {
            // The closing quote; the rest is literal.
            rest = &rest[quote + 1..];
            break;
        }
    }
    text.extend_from_slice(rest);
    Cow::Owned(text)
}

/// Whether a field goes on behind its closing quote.
pub(super) fn has_stray_quote(field: &[u8]) -> bool {
    let Some(mut rest) = field.strip_prefix(b"\"") else {
        return false;
    };
    while let Some(quote) = memchr(b'"', rest) {
        rest = &rest[quote + 1..];
        match rest.strip_prefix(b"\"") {
            Some(behind) => rest = behind,
            None => return !rest.is_empty(),
        }
    }
    false
}

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Blocks of which the marks are found before they are gone through.
const BLOCKS: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// In a field that is not quoted, or at its first byte, or behind its closing quote.
    Plain,
    /// Between quotes.
    Quoted,
    /// Behind a quote inside quotes, which stands at this place of the record: closing, or the first of two.
    Quote(usize),
}

/// What is known of the record in hand.
#[derive(Clone, Copy, Debug)]
struct Known {
    state: State,
    /// Where in the record the last quote opened.
    opened: usize,
    quoted_breaks: bool,
    stray_quote: bool,
    /// Some field has quotes around it.
    quoted: bool,
    /// Every quote stands around a field: none is doubled, none inside.
    simple: bool,
    /// Nothing but printable ASCII so far, with single spaces between other characters.
    tidy: bool,
    ascii: bool,
}

impl Known {
    const NOTHING: Known = Known {
        state: State::Plain,
        opened: 0,
        quoted_breaks: false,
        stray_quote: false,
        quoted: false,
        simple: true,
        tidy: true,
        ascii: true,
    };

    /// Takes the next byte that means something: a quote, the delimiter or a line end, at a place of the record, in a field
    /// that begins at another. True if the field ends there.
    fn take(&mut self, at: usize, byte: u8, field: usize) -> bool {
        if byte == b'"' {
            self.quote(at, field);
            return false;
        }
        match self.state {
            State::Plain => {}
            State::Quoted => {
                self.quoted_breaks |= matches!(byte, b'\n' | b'\r');
                return false;
            }
            State::Quote(_) => self.close(at),
        }
        true
    }

    /// Takes a quote, in a field that begins at a place.
    fn quote(&mut self, at: usize, field: usize) {
        match self.state {
            State::Plain if at == field => {
                self.opened = at;
                self.quoted = true;
                self.state = State::Quoted;
            }
            State::Plain => self.simple = false,
            State::Quoted => self.state = State::Quote(at),
            State::Quote(before) if before + 1 == at => {
                self.simple = false;
                self.state = State::Quoted;
            }
            State::Quote(_) => {
                self.close(at);
                self.simple = false;
            }
        }
    }

    /// The quote before was the closing one; what stands between it and this place is stray.
    fn close(&mut self, at: usize) {
        if let State::Quote(before) = self.state {
            self.stray_quote |= before + 1 < at;
            self.state = State::Plain;
        }
    }
}

/// Splits a pushed stream into records.
#[derive(Debug)]
pub(crate) struct Scanner {
    delimiter: u8,
    known: Known,
    /// The record that is not over yet, from earlier portions.
    held: Vec<u8>,
    /// Where the fields of the record in hand begin, which are so many so far. Behind the last of them is room.
    bounds: Vec<u32>,
    fields: usize,
    /// Line on which the current record begins.
    line: u32,
    offset: u64,
    /// The last record ended with CR: an LF that follows belongs to it.
    after_cr: bool,
    /// The byte before: a space, or one at which a value may begin or end.
    after: After,
    /// The records are rows of a sheet: each is one line, whatever stands in its cells.
    of_rows: bool,
}

/// One or nothing of each.
#[derive(Clone, Copy, Debug, Default)]
struct After {
    space: u64,
    mark: u64,
}

impl Scanner {
    /// Starts at a line and a place of the decoded stream.
    pub(crate) fn new(delimiter: u8, line: u32, offset: u64) -> Scanner {
        Scanner {
            delimiter,
            known: Known::NOTHING,
            held: Vec::new(),
            bounds: vec![0],
            fields: 0,
            line,
            offset,
            after_cr: false,
            after: After { space: 0, mark: 1 },
            of_rows: false,
        }
    }

    /// Whether the records are rows of a sheet.
    pub(super) fn of_rows(self, of_rows: bool) -> Scanner {
        Scanner { of_rows, ..self }
    }

    /// Goes on at the first byte of another record. `after_cr` says that the one before ended with CR.
    pub(super) fn go_on(&mut self, line: u32, offset: u64, after_cr: bool) {
        *self = Scanner { after_cr, of_rows: self.of_rows, ..Scanner::new(self.delimiter, line, offset) };
    }

    /// Line and place at which the record in hand begins, its bytes so far, and whether the one before ended with CR.
    pub(super) fn in_hand(&self) -> (u32, u64, &[u8], bool) {
        (self.line, self.offset, &self.held, self.after_cr)
    }

    /// Hands every record that ends within `bytes` to `each`, and holds the rest.
    pub(crate) fn push(
        &mut self,
        bytes: &[u8],
        each: &mut impl FnMut(Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        // Where in the portion the record in hand begins, or goes on.
        let mut start = 0;
        let mut marks = [Marks::default(); BLOCKS];
        for (number, piece) in bytes.chunks(BLOCKS * BLOCK).enumerate() {
            let count = self.mark(piece, &mut marks);
            let mut base = number * BLOCKS * BLOCK;
            for block in &marks[..count] {
                start = self.block(bytes, base, *block, start, each)?;
                base += BLOCK;
            }
        }
        self.held.extend_from_slice(&bytes[start..]);
        if self.held.len() > MAX_RECORD { Err(self.too_long(&self.held)) } else { Ok(()) }
    }

    /// Finds the marks of some blocks, of which the last may be a part of one; gives how many they are.
    #[inline(never)]
    fn mark(&mut self, bytes: &[u8], marks: &mut [Marks; BLOCKS]) -> usize {
        let (blocks, rest) = bytes.as_chunks();
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let count = bytes.len().div_ceil(BLOCK);
        let mut after = self.after;
        for (number, marks) in marks[..count].iter_mut().enumerate() {
            *marks = Marks::of(blocks.get(number).unwrap_or(&last), self.delimiter, &mut after);
        }
        if let Some(end) = rest.len().checked_sub(1) {
            let marks = &mut marks[count - 1];
            *marks = marks.first(rest.len());
            after = After { space: marks.spaces >> end & 1, mark: marks.special >> end & 1 };
        }
        self.after = after;
        count
    }

    /// Goes through the marks of one block; gives where the record in hand begins afterwards.
    #[inline]
    fn block(
        &mut self,
        bytes: &[u8],
        base: usize,
        mut marks: Marks,
        mut start: usize,
        each: &mut impl FnMut(Row<'_>) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        while marks.special != 0 {
            if self.known.state == State::Plain {
                // Up to the next quote or line end every mark ends a field.
                let fields = marks.special & marks.others.wrapping_sub(1) & !marks.others;
                marks.special ^= fields;
                self.end_fields(fields, (self.held.len() + base).wrapping_sub(start));
                if marks.special == 0 {
                    break;
                }
            }
            let bit = marks.special.trailing_zeros();
            marks.special &= marks.special - 1;
            marks.others &= !(1 << bit);
            let at = base + bit as usize;
            let byte = bytes[at];
            if at == start && byte == b'\n' && self.after_cr && self.held.is_empty() {
                self.after_cr = false;
                self.offset += 1;
                start += 1;
                continue;
            }
            let place = self.held.len() + at - start;
            if !self.known.take(place, byte, self.bounds[self.fields] as usize) {
                continue;
            }
            self.end_fields(1, place);
            if byte == self.delimiter {
                continue;
            }
            // The record is over. What is blemished behind it is of the next one.
            let upto = u64::MAX >> (63 - bit);
            self.known.tidy &= marks.blemished & upto == 0;
            self.known.ascii &= marks.high & upto == 0;
            marks.blemished &= !upto;
            marks.high &= !upto;
            if place > MAX_RECORD {
                let mut record = std::mem::take(&mut self.held);
                record.extend_from_slice(&bytes[start..at]);
                return Err(self.too_long(&record));
            }
            if self.held.is_empty() {
                self.emit(&bytes[start..at], each)?;
            } else {
                let mut record = std::mem::take(&mut self.held);
                record.extend_from_slice(&bytes[start..at]);
                self.emit(&record, each)?;
                record.clear();
                self.held = record;
            }
            self.line = self.line.saturating_add(1);
            self.offset += 1;
            self.after_cr = byte == b'\r';
            start = at + 1;
        }
        if marks.blemished | marks.high != 0 {
            self.known.tidy &= marks.blemished == 0;
            self.known.ascii &= marks.high == 0;
        }
        Ok(start)
    }

    /// Fields end where a bit is set, counted from a place of the record.
    #[inline]
    fn end_fields(&mut self, mut ends: u64, from: usize) {
        // As much room as one block may take.
        if self.bounds.len() <= self.fields + BLOCK {
            self.bounds.resize((self.fields + 1 + BLOCK) * 2, 0);
        }
        let room = self.bounds[self.fields + 1..].first_chunk_mut::<BLOCK>();
        let Some(room) = room else { return };
        let mut count = 0;
        while ends != 0 {
            room[count % BLOCK] = from.wrapping_add(ends.trailing_zeros() as usize + 1) as u32;
            count += 1;
            ends &= ends - 1;
        }
        self.fields += count;
    }

    /// The stream is over.
    pub(crate) fn finish(
        &mut self,
        each: &mut impl FnMut(Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if self.known.state == State::Quoted {
            return Err(Error::new(
                Some(self.line.saturating_add(self.breaks(&self.held[..self.known.opened]))),
                "a quote opens here and is never closed, so the rest of the file would be one value. \
                 Close the quote, or double it if it is part of the value",
            ));
        }
        if self.held.is_empty() {
            return Ok(());
        }
        self.known.close(self.held.len());
        self.known.tidy &= self.after.space == 0;
        self.end_fields(1, self.held.len());
        let record = std::mem::take(&mut self.held);
        self.emit(&record, each)
    }

    fn emit(
        &mut self,
        record: &[u8],
        each: &mut impl FnMut(Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let known = std::mem::replace(&mut self.known, Known::NOTHING);
        let row = Row {
            bytes: record,
            bounds: &self.bounds[..=self.fields],
            line: self.line,
            offset: self.offset,
            stray_quote: known.stray_quote,
            quoted: known.quoted,
            simple: known.simple && !known.stray_quote,
            tidy: known.tidy && !known.quoted_breaks,
            ascii: known.ascii,
        };
        each(row)?;
        if known.quoted_breaks {
            self.line = self.line.saturating_add(self.breaks(record));
        }
        self.offset += record.len() as u64;
        self.fields = 0;
        Ok(())
    }

    /// Lines that end within a record.
    fn breaks(&self, bytes: &[u8]) -> u32 {
        if self.of_rows { 0 } else { line_breaks(bytes) }
    }

    /// The record in hand, of which so much is known, is longer than any may be. What is told follows from the first bytes
    /// past the limit alone, so that it is the same for portions of every size.
    fn too_long(&self, record: &[u8]) -> Error {
        let limit = MAX_RECORD / (1024 * 1024);
        let mut known = Known::NOTHING;
        let mut field = 0;
        let head = &record[..record.len().min(MAX_RECORD + 1)];
        for (at, &byte) in head.iter().enumerate() {
            let means = byte == self.delimiter || matches!(byte, b'"' | b'\n' | b'\r');
            if means && known.take(at, byte, field) {
                field = at + 1;
            }
        }
        if known.state == State::Quoted {
            Error::new(
                Some(self.line.saturating_add(self.breaks(&head[..known.opened]))),
                format!(
                    "a quote opens here and is not closed within {limit} MiB. \
                     Close the quote, or double it if it is part of the value"
                ),
            )
        } else {
            Error::new(
                Some(self.line),
                format!("the record that begins here is longer than {limit} MiB. Is this a profile export?"),
            )
        }
    }
}

/// What stands where in a block: one bit for each byte, the lowest for the first.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    /// Quotes, delimiters and line ends; those but delimiters.
    special: u64,
    others: u64,
    spaces: u64,
    /// Bytes of other characters than ASCII has.
    high: u64,
    /// Controls, spaces beside a space or at the end of a value.
    blemished: u64,
}

impl Marks {
    #[inline]
    fn of(block: &[u8; BLOCK], delimiter: u8, after: &mut After) -> Marks {
        let (delimiter, quote, space) = (u8x16::splat(delimiter), u8x16::splat(b'"'), u8x16::splat(b' '));
        let printable = u8x16::splat(0x7F - b' ');
        let (mut special, mut spaces) = (0u64, 0u64);
        // The byte that is farthest from a space, and the one that differs least from a quote, in each place.
        let (mut far, mut differs) = (u8x16::splat(0), u8x16::splat(u8::MAX));
        for (lane, bytes) in block.as_chunks().0.iter().enumerate() {
            let bytes = u8x16::from(*bytes);
            let put = |mask: u8x16| u64::from(mask.to_bitmask()) << (16 * lane);
            special |= put(bytes.simd_eq(delimiter));
            spaces |= put(bytes.simd_eq(space));
            far = far.max(bytes - space);
            differs = differs.min(bytes ^ quote);
        }
        // So far from a space are all bytes but those of printable ASCII.
        let odd = far.max(printable).simd_eq(far) | differs.simd_eq(u8x16::splat(0));
        // Most blocks have but printable characters and delimiters.
        let odd = if odd.to_bitmask() == 0 { Odd::default() } else { Odd::of(block) };
        special |= odd.others;
        let carry = |mask: u64, before: u64| mask << 1 | before;
        let blemished = odd.controls & !special
            | spaces & (carry(spaces, after.space) | carry(special, after.mark))
            | special & carry(spaces, after.space);
        *after = After { space: spaces >> 63, mark: special >> 63 };
        Marks { special, others: odd.others, spaces, high: odd.high, blemished }
    }

    /// The marks of the first bytes only.
    fn first(self, count: usize) -> Marks {
        let mask = u64::MAX >> (BLOCK - count);
        Marks {
            special: self.special & mask,
            others: self.others & mask,
            spaces: self.spaces & mask,
            high: self.high & mask,
            blemished: self.blemished & mask,
        }
    }
}

/// What of a block is no printable ASCII, and quotes.
#[derive(Clone, Copy, Debug, Default)]
struct Odd {
    /// Quotes and line ends.
    others: u64,
    high: u64,
    controls: u64,
}

impl Odd {
    #[inline]
    fn of(block: &[u8; BLOCK]) -> Odd {
        let (lf, cr, quote) = (u8x16::splat(b'\n'), u8x16::splat(b'\r'), u8x16::splat(b'"'));
        let (last_control, delete) = (u8x16::splat(0x1F), u8x16::splat(0x7F));
        let mut odd = Odd::default();
        for (lane, bytes) in block.as_chunks().0.iter().enumerate() {
            let bytes = u8x16::from(*bytes);
            let put = |mask: u8x16| u64::from(mask.to_bitmask()) << (16 * lane);
            odd.others |= put(bytes.simd_eq(lf) | bytes.simd_eq(cr) | bytes.simd_eq(quote));
            odd.high |= put(bytes);
            // The larger of it and the last control is that, if it is no more.
            odd.controls |= put(bytes.max(last_control).simd_eq(last_control) | bytes.simd_eq(delete));
        }
        odd
    }
}

/// Number of line ends (LF, CR LF or CR).
pub(crate) fn line_breaks(bytes: &[u8]) -> u32 {
    let mut breaks = 0;
    let mut at = 0;
    while let Some(found) = memchr2(b'\n', b'\r', &bytes[at..]) {
        at += found + 1;
        if bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        breaks += 1;
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fields, line and offset of every record, for one chunk size.
    fn read(text: &str, step: usize) -> Result<Vec<(Vec<String>, u32, u64)>, Error> {
        let mut rows = Vec::new();
        let mut each = |row: Row<'_>| {
            let fields = (0..row.len())
                .map(|i| {
                    String::from_utf8(unquote(row.field(i).expect("a field")).into_owned()).expect("UTF-8")
                })
                .collect();
            rows.push((fields, row.line, row.offset));
            Ok(())
        };
        let mut scanner = Scanner::new(b',', 1, 0);
        for chunk in text.as_bytes().chunks(step) {
            scanner.push(chunk, &mut each)?;
        }
        scanner.finish(&mut each)?;
        Ok(rows)
    }

    fn rows(text: &str) -> Vec<(Vec<String>, u32, u64)> {
        let whole = read(text, usize::MAX).expect("readable");
        for step in 1..=text.len() {
            assert_eq!(read(text, step).expect("readable"), whole, "chunks of {step} for {text:?}");
        }
        whole
    }

    fn fields(text: &str) -> Vec<Vec<String>> {
        rows(text).into_iter().map(|row| row.0).collect()
    }

    #[test]
    fn every_line_end_ends_a_record() {
        let expected = [["a", "b"], ["c", "d"]];
        for text in ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\r\nc,d", "a,b\nc,d\r"] {
            assert_eq!(fields(text), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_and_offsets_are_those_of_the_file() {
        let got = rows("a\n\"x\ny\r\nz\"\r\n\nb");
        let places: Vec<_> = got.iter().map(|row| (row.1, row.2)).collect();
        assert_eq!(places, [(1, 0), (2, 2), (5, 12), (6, 13)]);
    }

    #[test]
    fn quotes_are_read_as_common_readers_do() {
        assert_eq!(fields("\"a\"\"b\",\"\"\n"), [["a\"b", ""]]);
        assert_eq!(fields("a\"b\",c\n"), [["a\"b\"", "c"]]);
        assert_eq!(fields("\"a\"b\"c,d\n"), [["ab\"c", "d"]]);
        assert_eq!(fields("\"a,b\",c\n"), [["a,b", "c"]]);
    }

    #[test]
    fn text_behind_a_closing_quote_is_told() {
        let stray = |text: &str, step: usize| {
            let mut found = Vec::new();
            let mut each = |row: Row<'_>| {
                found.push(row.stray_quote);
                Ok(())
            };
            let mut scanner = Scanner::new(b',', 1, 0);
            for chunk in text.as_bytes().chunks(step) {
                scanner.push(chunk, &mut each).expect("readable");
            }
            scanner.finish(&mut each).expect("readable");
            found
        };
        for step in 1..40 {
            assert_eq!(
                stray("\"a\"x,b\n\"a\",\"b\"\n\"a\"\"b\"\r\na\"b\",c\n", step),
                [true, false, false, false]
            );
            // A quote that was not closed runs into the next row and shows there.
            assert_eq!(stray("1,\"a,b\n2,\"c\",d\n", step), [true]);
        }
    }

    #[test]
    fn an_open_quote_names_its_line() {
        let error = read("a,b\n1,\"x\n2,y\n", 3).expect_err("a quote is open");
        assert_eq!(error.line(), Some(2));
        let error = read("a,b\n\"x\ny\",\"z\n", 2).expect_err("a quote is open");
        assert_eq!(error.line(), Some(3));
    }

    /// What the scanner finds in portions of a size.
    fn scanned(text: &[u8], delimiter: u8, step: usize) -> (Vec<plain::Plain>, Option<u32>) {
        let mut found = Vec::new();
        let mut each = |row: Row<'_>| {
            assert_eq!(row.ascii, row.bytes.is_ascii());
            for index in (0..row.len()).filter(|_| row.tidy) {
                let field = unquote(row.field(index).unwrap_or_default());
                let text = std::str::from_utf8(&field).unwrap_or_default();
                // Nothing is said of what lies behind the letters of Latin script.
                if text.chars().all(|char| char.is_ascii() || ('\u{C0}'..='\u{27F}').contains(&char)) {
                    assert_eq!(crate::rules::value::stray(text), None, "{text:?}");
                    assert_eq!(crate::rules::value::trim(text), text);
                }
            }
            if row.simple {
                for index in 0..row.len() {
                    let field = row.field(index).unwrap_or_default();
                    let bare = field.strip_prefix(b"\"").and_then(|field| field.strip_suffix(b"\""));
                    assert_eq!(*unquote(field), *bare.unwrap_or(field), "{field:?}");
                    assert!(bare.is_none() || row.quoted);
                }
            }
            found.push((
                row.bytes.to_vec(),
                row.bounds[1..].iter().map(|next| next - 1).collect(),
                row.line,
                row.offset,
                row.stray_quote,
            ));
            Ok(())
        };
        let mut scanner = Scanner::new(delimiter, 1, 0);
        let read = text.chunks(step).try_for_each(|portion| scanner.push(portion, &mut each));
        let open = read.and_then(|()| scanner.finish(&mut each)).err().and_then(|error| error.line());
        (found, open)
    }

    #[test]
    fn the_scanner_finds_what_the_plain_reader_finds() {
        let mut state = 7u64;
        let mut random = |end: usize| {
            state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            (state >> 33) as usize % end
        };
        // Bytes that mean something are frequent; words lie between blocks at every place.
        let pieces: [&[u8]; 16] = [
            b"\"",
            b"\"",
            b"\"\"",
            b",",
            b",",
            b"\n",
            b"\r\n",
            b"\r",
            b" ",
            b"  ",
            b"a",
            b"Zo\xc3\xab",
            b"\xff",
            b"\t",
            b"some longer words that stand in a field without any mark",
            b"\x7f",
        ];
        for _ in 0..4000 {
            let marks = 1 + random(pieces.len());
            let text: Vec<u8> = (0..random(90)).flat_map(|_| pieces[random(marks)].iter().copied()).collect();
            let wanted = plain::read(&text, b',');
            for step in [1, 3, 63, 64, 65, 1 + random(200), usize::MAX] {
                assert_eq!(
                    scanned(&text, b',', step),
                    wanted,
                    "{step}: {:?}",
                    text.escape_ascii().to_string()
                );
            }
        }
    }

    #[test]
    fn too_long_a_record_is_told_alike_for_every_portion() {
        let error = |text: &[u8], step: usize| {
            let mut scanner = Scanner::new(b',', 1, 0);
            let read = text.chunks(step).try_for_each(|portion| scanner.push(portion, &mut |_| Ok(())));
            read.expect_err("too long").to_string()
        };
        let mut text = b"a\n\n".to_vec();
        text.extend(std::iter::repeat_n(b'x', MAX_RECORD - 1));
        text.extend_from_slice(b",\"y\nz");
        text.extend(std::iter::repeat_n(b'x', 100));
        let whole = error(&text, usize::MAX);
        assert!(whole.contains("line 3") || whole.contains("begins here"), "{whole}");
        for step in [1021, 1 << 20, MAX_RECORD + 4] {
            assert_eq!(error(&text, step), whole);
        }
    }

    #[test]
    fn blank_lines_have_one_empty_field() {
        assert_eq!(fields("a\n\nb\n"), [["a"], [""], ["b"]]);
    }
}
