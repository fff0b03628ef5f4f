//! Delimited text: where records and fields begin and end.
//!
//! The scanner owns nothing but the unfinished record. It never fails on shape: a quote opens a
//! field only at its very beginning, a doubled quote inside stands for one, and what follows a
//! closing quote is taken literally up to the next delimiter, as the common readers do. A record
//! ends at LF, CR LF or CR.
//!
//! If you change what a quote does, change [`unquote`] too, and run the test that compares every
//! chunk size.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

use super::MAX_RECORD;
use crate::error::Error;

/// A record as it stands: its bytes without the line end, and where its fields end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) bytes: &'a [u8],
    /// End of each field, relative to `bytes`; the next begins one byte later.
    pub(crate) ends: &'a [u32],
    /// 1-based line on which the record begins.
    pub(crate) line: u32,
    /// Place in the decoded stream.
    pub(crate) offset: u64,
}

impl<'a> Row<'a> {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn field(&self, index: usize) -> Option<&'a [u8]> {
        let end = *self.ends.get(index)? as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize + 1 };
        Some(&self.bytes[start..end])
    }
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// At the first byte of a field.
    Start,
    /// Inside a field that is not quoted, or behind its closing quote.
    Plain,
    /// Between quotes.
    Quoted,
    /// Behind a quote inside quotes: closing, or the first of two.
    Quote,
}

/// Splits a pushed stream into records.
#[derive(Debug)]
pub(crate) struct Scanner {
    delimiter: u8,
    state: State,
    /// The record that is not over yet, from earlier portions.
    held: Vec<u8>,
    ends: Vec<u32>,
    /// Line on which the current record begins.
    line: u32,
    offset: u64,
    /// The last record ended with CR: an LF that follows belongs to it.
    after_cr: bool,
    quoted_breaks: bool,
    /// Where in the record the last quote opened.
    opened: usize,
}

impl Scanner {
    /// Starts at a line and a place of the decoded stream.
    pub(crate) fn new(delimiter: u8, line: u32, offset: u64) -> Scanner {
        Scanner {
            delimiter,
            state: State::Start,
            held: Vec::new(),
            ends: Vec::new(),
            line,
            offset,
            after_cr: false,
            quoted_breaks: false,
            opened: 0,
        }
    }

    /// Hands every record that ends within `bytes` to `each`, and holds the rest.
    pub(crate) fn push(
        &mut self,
        bytes: &[u8],
        each: &mut impl FnMut(Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut rest = bytes;
        while !rest.is_empty() {
            if self.after_cr {
                self.after_cr = false;
                if rest[0] == b'\n' {
                    rest = &rest[1..];
                    self.offset += 1;
                    continue;
                }
            }
            let before = self.held.len();
            let room = (MAX_RECORD + 1).saturating_sub(before);
            let window = &rest[..rest.len().min(room)];
            if let Some(end) = self.scan(window, before) {
                let break_byte = window[end];
                if before == 0 {
                    self.emit(&rest[..end], each)?;
                } else {
                    let mut record = std::mem::take(&mut self.held);
                    record.extend_from_slice(&rest[..end]);
                    self.emit(&record, each)?;
                    record.clear();
                    self.held = record;
                }
                self.line += 1;
                self.offset += 1;
                self.after_cr = break_byte == b'\r';
                rest = &rest[end + 1..];
            } else {
                self.held.extend_from_slice(window);
                rest = &rest[window.len()..];
                if self.held.len() > MAX_RECORD {
                    return Err(self.too_long());
                }
            }
        }
        Ok(())
    }

    /// The stream is over.
    pub(crate) fn finish(
        &mut self,
        each: &mut impl FnMut(Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if self.state == State::Quoted {
            return Err(Error::new(
                Some(self.line_of_quote()),
                "a quote opens here and is never closed, so the rest of the file would be one value. \
                 Close the quote, or double it if it is part of the value",
            ));
        }
        if self.held.is_empty() {
            return Ok(());
        }
        let end = self.held.len() as u32;
        self.ends.push(end);
        let record = std::mem::take(&mut self.held);
        self.emit(&record, each)
    }

    /// Looks for the end of the record in `bytes`, which continue a record of `before` bytes.
    fn scan(&mut self, bytes: &[u8], before: usize) -> Option<usize> {
        let mut at = 0;
        while at < bytes.len() {
            match self.state {
                State::Start if bytes[at] == b'"' => {
                    self.opened = before + at;
                    self.state = State::Quoted;
                    at += 1;
                }
                State::Start | State::Plain => {
                    let Some(found) = memchr3(self.delimiter, b'\n', b'\r', &bytes[at..]) else {
                        self.state = State::Plain;
                        return None;
                    };
                    at += found;
                    self.ends.push((before + at) as u32);
                    self.state = State::Start;
                    if bytes[at] != self.delimiter {
                        return Some(at);
                    }
                    at += 1;
                }
                State::Quoted => {
                    let found = memchr(b'"', &bytes[at..]);
                    let text = &bytes[at..found.map_or(bytes.len(), |found| at + found)];
                    self.quoted_breaks = self.quoted_breaks || memchr2(b'\n', b'\r', text).is_some();
                    at += found? + 1;
                    self.state = State::Quote;
                }
                State::Quote => {
                    if bytes[at] == b'"' {
                        self.state = State::Quoted;
                        at += 1;
                    } else {
                        self.state = State::Plain;
                    }
                }
            }
        }
        None
    }

    fn emit(
        &mut self,
        record: &[u8],
        each: &mut impl FnMut(Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let row = Row { bytes: record, ends: &self.ends, line: self.line, offset: self.offset };
        each(row)?;
        if self.quoted_breaks {
            self.line += line_breaks(record);
            self.quoted_breaks = false;
        }
        self.offset += record.len() as u64;
        self.ends.clear();
        self.state = State::Start;
        Ok(())
    }

    fn line_of_quote(&self) -> u32 {
        self.line + line_breaks(&self.held[..self.opened])
    }

    fn too_long(&self) -> Error {
        let limit = MAX_RECORD / (1024 * 1024);
        if self.state == State::Quoted {
            Error::new(
                Some(self.line_of_quote()),
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
    fn an_open_quote_names_its_line() {
        let error = read("a,b\n1,\"x\n2,y\n", 3).expect_err("a quote is open");
        assert_eq!(error.line(), Some(2));
        let error = read("a,b\n\"x\ny\",\"z\n", 2).expect_err("a quote is open");
        assert_eq!(error.line(), Some(3));
    }

    #[test]
    fn blank_lines_have_one_empty_field() {
        assert_eq!(fields("a\n\nb\n"), [["a"], [""], ["b"]]);
    }
}
