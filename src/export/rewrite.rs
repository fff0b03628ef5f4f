//! An export written anew, value by value: everything between the values stays as it stands.
//!
//! Encoding, byte order mark, delimiters, quotes, line ends, escapes of JSON and the lines before the header are those
//! of the file. Whoever rewrites sees every value, also those that nobody reads.

use super::encoding::{self, Decoder, is_wide};
use super::json::{self, Piece};
use super::record::is_blank;
use super::{Column, Encoding, Export, JsonColumns, Kind, Layout, Shape, csv, head};
use crate::error::Error;

/// What a value is, for whoever rewrites it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot<'a> {
    pub(crate) place: Place<'a>,
    /// The path of a value of JSON; empty in a table.
    pub(crate) path: &'a str,
    /// A number, `true` or `false` of JSON.
    pub(crate) bare: bool,
    /// It belongs to the record of a group.
    pub(crate) group: bool,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'a> {
    /// The name of a column, or of a member of an object.
    Name,
    Column(&'a Column),
    /// Behind the last column, or around the records.
    Outside,
    /// In a row that a template gives as an example.
    Example,
    /// A password or the like.
    Secret,
}

/// The new text of a value; nothing where it stays.
pub(crate) type Rewrite<'f> = dyn FnMut(Slot<'_>, &str) -> Option<String> + 'f;

/// A file being read once more and written anew.
#[derive(Debug)]
pub(crate) struct Rewriter {
    decoder: Decoder,
    stage: Stage,
    /// Decoded text from a place on that is not written yet.
    pending: Vec<u8>,
    start: u64,
    marked: bool,
    json: JsonColumns,
}

#[derive(Debug)]
enum Stage {
    Head,
    Rows(csv::Scanner),
    Json(Box<json::Scanner>),
}

impl Export {
    /// Begins to write a file that was read before.
    pub(crate) fn rewriter(&self) -> Rewriter {
        let stage = match self.layout.delimiter {
            Some(_) => Stage::Head,
            None => Stage::Json(Box::new(json::Scanner::new())),
        };
        Rewriter {
            decoder: Decoder::new(self.given.encoding),
            stage,
            pending: Vec::new(),
            start: 0,
            marked: false,
            json: self.json.again(),
        }
    }
}

impl Rewriter {
    /// Takes bytes of the file; what is ready is added to `out`. `last` says that the file is over.
    pub(crate) fn push(
        &mut self,
        export: &Export,
        bytes: &[u8],
        last: bool,
        out: &mut Vec<u8>,
        rewrite: &mut Rewrite<'_>,
    ) -> Result<(), Error> {
        let layout = &export.layout;
        let mut out = Out { bytes: out, encoding: layout.encoding };
        let (text, certain, mark) = self.decoder.decode(bytes, last);
        if mark > 0 && !std::mem::replace(&mut self.marked, true) {
            out.mark(certain.unwrap_or(layout.encoding));
        }
        let from = self.pending.len();
        self.pending.extend_from_slice(text);
        let from = match &self.stage {
            Stage::Head => {
                let Some(next) = header(&self.pending, layout, last, &mut out, rewrite) else {
                    return Ok(());
                };
                self.stage = Stage::Rows(csv::Scanner::new(layout.delimiter.unwrap_or(b','), 1, next as u64));
                self.pending.drain(..next);
                self.start = next as u64;
                0
            }
            _ => from,
        };
        let (pending, start, json) = (&self.pending, self.start, &mut self.json);
        let mut written = 0;
        let place = |offset: u64| usize::try_from(offset - start).unwrap_or(usize::MAX).min(pending.len());
        match &mut self.stage {
            Stage::Head => {}
            Stage::Rows(scanner) => {
                let mut each = |row: csv::Row<'_>| {
                    let at = place(row.offset);
                    out.text(&pending[written..at]);
                    self::row(layout, &row, &mut out, rewrite);
                    written = at + row.bytes.len();
                    Ok(())
                };
                scanner.push(&pending[from..], &mut each)?;
                if last {
                    scanner.finish(&mut each)?;
                }
            }
            Stage::Json(scanner) => {
                let mut each = |piece: Piece<'_>| {
                    let (offset, length) = match &piece {
                        Piece::Record { bytes, offset, .. } => (*offset, bytes.len()),
                        Piece::Envelope { own, offset, .. } => (*offset, own.len()),
                    };
                    let at = place(offset);
                    out.text(&pending[written..at]);
                    match piece {
                        Piece::Record { bytes, .. } => record(json, layout, bytes, &mut out, rewrite),
                        Piece::Envelope { bytes, own, .. } => {
                            // The object is closed, or opened, for the reader only.
                            let from = if bytes.starts_with(own) { 0 } else { bytes.len() - own.len() };
                            around(bytes, from..from + own.len(), &mut out, rewrite);
                        }
                    }
                    written = at + length;
                    Ok(())
                };
                scanner.push(&pending[from..], &mut each)?;
                if last {
                    scanner.finish()?;
                }
            }
        }
        if last {
            out.text(&self.pending[written..]);
            written = self.pending.len();
        }
        self.pending.drain(..written);
        self.start += written as u64;
        Ok(())
    }
}

/// What is written, in the file's encoding.
struct Out<'o> {
    bytes: &'o mut Vec<u8>,
    encoding: Encoding,
}

impl Out<'_> {
    fn mark(&mut self, encoding: Encoding) {
        match encoding {
            Encoding::Utf8 => self.bytes.extend([0xEF, 0xBB, 0xBF]),
            Encoding::Utf16Le => self.bytes.extend([0xFF, 0xFE]),
            Encoding::Utf16Be => self.bytes.extend([0xFE, 0xFF]),
            Encoding::Windows1252 => {}
        }
    }

    /// Text as it was scanned.
    fn text(&mut self, text: &[u8]) {
        if is_wide(self.encoding) {
            self.put(&String::from_utf8_lossy(text), false);
        } else {
            self.bytes.extend_from_slice(text);
        }
    }

    /// A new text. `broken` says that a character stands for bytes that are none.
    fn put(&mut self, text: &str, broken: bool) {
        if !broken && let Some(bytes) = encoding::encode(self.encoding, text) {
            self.bytes.extend(bytes);
            return;
        }
        for char in text.chars() {
            if char == char::REPLACEMENT_CHARACTER && !is_wide(self.encoding) {
                // A byte that is no text in either encoding.
                self.bytes.push(if self.encoding == Encoding::Windows1252 { 0x81 } else { 0xFF });
            } else if char == WHOLE && self.encoding == Encoding::Utf8 {
                self.bytes.extend(char::REPLACEMENT_CHARACTER.to_string().bytes());
            } else {
                let own = encoding::encode(self.encoding, char.encode_utf8(&mut [0; 4]));
                self.bytes.extend(own.unwrap_or_else(|| vec![0xF6]));
            }
        }
    }
}

/// Writes what stands before the records of a table, and tells where they begin; nothing until all of it is there.
fn header(
    text: &[u8],
    layout: &Layout,
    last: bool,
    out: &mut Out<'_>,
    rewrite: &mut Rewrite<'_>,
) -> Option<usize> {
    let mut header = head::header(text, last)?;
    let delimiter = layout.delimiter.unwrap_or(b',');
    header.settle(text, delimiter);
    out.text(&text[..header.start]);
    let mut scanner = csv::Scanner::new(delimiter, 1, 0);
    let mut each = |row: csv::Row<'_>| {
        fields(layout, &row, out, |index, text| {
            let read = layout.columns.get(index).is_some_and(|column| layout.reads(column));
            let slot = Slot { place: Place::Name, path: "", bare: false, group: false };
            if read { None } else { rewrite(slot, text) }
        });
        Ok(())
    };
    let names = &text[header.start..header.end];
    // It was read before.
    let _ = scanner.push(names, &mut each).and_then(|()| scanner.finish(&mut each));
    out.text(&text[header.end..header.next]);
    Some(header.next)
}

fn row(layout: &Layout, row: &csv::Row<'_>, out: &mut Out<'_>, rewrite: &mut Rewrite<'_>) {
    let example = layout.shape == Shape::EntraBulkCsv
        && row.bytes.trim_ascii_start().strip_prefix(b"\"").unwrap_or(row.bytes).starts_with(b"Example:");
    fields(layout, row, out, |index, text| {
        let place = match layout.columns.get(index) {
            _ if example => Place::Example,
            None => Place::Outside,
            Some(column) if column.secret => Place::Secret,
            Some(column) => Place::Column(column),
        };
        rewrite(Slot { place, path: "", bare: false, group: false }, text)
    });
}

/// Writes the fields of a row, those that change in their quotes.
fn fields(
    layout: &Layout,
    row: &csv::Row<'_>,
    out: &mut Out<'_>,
    mut rewrite: impl FnMut(usize, &str) -> Option<String>,
) {
    let delimiter = layout.delimiter.unwrap_or(b',');
    for index in 0..row.len() {
        if index > 0 {
            out.text(&[delimiter]);
        }
        let field = row.field(index).unwrap_or_default();
        let value = csv::unquote(field);
        let (mut text, broken) = encoding::text(layout.encoding, &value);
        if broken && layout.encoding == Encoding::Utf8 {
            text = told_apart(&value).into();
        }
        let new = if is_blank(field) { None } else { rewrite(index, &text) };
        match new.filter(|new| *new != *text) {
            None => out.text(field),
            Some(new) if !field.starts_with(b"\"") => out.put(&new, broken),
            Some(new) => out.put(&quoted(&new, csv::has_stray_quote(field)), broken),
        }
    }
}

/// Stands for a replacement character that is none of ours.
const WHOLE: char = '\u{FFFE}';

/// A text with replacement characters for bytes that are none, told apart from those that the file holds.
fn told_apart(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.extend(chunk.valid().chars().map(|char| match char {
            char::REPLACEMENT_CHARACTER => WHOLE,
            char => char,
        }));
        text.extend((!chunk.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER));
    }
    text
}

fn quoted(text: &str, stray: bool) -> String {
    // Behind the closing quote stands as little as makes it stray: nothing there may end the field or the quotes.
    let inside = if stray { text.rfind(|char| char != '"').unwrap_or(0) } else { text.len() };
    format!("\"{}\"{}", text[..inside].replace('"', "\"\""), &text[inside..])
}

/// Writes a record of JSON.
fn record(
    json: &mut JsonColumns,
    layout: &Layout,
    bytes: &[u8],
    out: &mut Out<'_>,
    rewrite: &mut Rewrite<'_>,
) {
    let mut leaves = std::mem::take(&mut json.leaves);
    let read = json.reader.read(bytes, &mut leaves);
    json.leaves = leaves;
    if read.is_err() {
        // It was read before, so the file is another; that is told at its end.
        return;
    }
    let group = json.kind(bytes, layout) == Kind::Group;
    let placed: Vec<(json::Leaf, Option<u16>)> = json.placed(bytes, layout).collect();
    let mut next = 0;
    tokens(bytes, 0..bytes.len(), out, |token, start, text| {
        let slot = |place, path| Slot { place, path, bare: token == Token::Bare, group };
        if token == Token::Name {
            return rewrite(slot(Place::Name, ""), text);
        }
        while placed.get(next).is_some_and(|(leaf, _)| (leaf.start as usize) < start) {
            next += 1;
        }
        // Only what lets someone in is no value of the record.
        let Some((leaf, column)) = placed.get(next).filter(|(leaf, _)| leaf.start as usize == start) else {
            return rewrite(slot(Place::Secret, ""), text);
        };
        let column = column.and_then(|column| layout.columns.get(usize::from(column)));
        let place = column.map_or(Place::Outside, Place::Column);
        rewrite(slot(place, json.reader.path(leaf.path)), text)
    });
}

/// Writes the members around the records.
fn around(bytes: &[u8], own: std::ops::Range<usize>, out: &mut Out<'_>, rewrite: &mut Rewrite<'_>) {
    let mut reader = json::Reader::new();
    let mut leaves = Vec::new();
    if reader.read(bytes, &mut leaves).is_err() {
        return;
    }
    tokens(bytes, own, out, |token, start, text| {
        let slot = |place, path| Slot { place, path, bare: token == Token::Bare, group: false };
        if token == Token::Name {
            return rewrite(slot(Place::Name, ""), text);
        }
        match leaves.binary_search_by_key(&start, |leaf| leaf.start as usize) {
            Ok(at) => rewrite(slot(Place::Outside, reader.path(leaves[at].path)), text),
            Err(_) => rewrite(slot(Place::Secret, ""), text),
        }
    });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Name,
    Text,
    Bare,
}

/// Writes a range of JSON whose grammar was read before, its strings and numbers rewritten.
fn tokens(
    bytes: &[u8],
    range: std::ops::Range<usize>,
    out: &mut Out<'_>,
    mut rewrite: impl FnMut(Token, usize, &str) -> Option<String>,
) {
    let mut written = range.start;
    let mut at = range.start;
    while at < range.end {
        match bytes[at] {
            b'"' => {
                let from = at + 1;
                at = from;
                while at < range.end && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                let token = &bytes[from..at.min(range.end)];
                at += 1;
                let behind = bytes[at.min(bytes.len())..].iter().find(|byte| !byte.is_ascii_whitespace());
                let kind = if behind == Some(&b':') { Token::Name } else { Token::Text };
                let (text, broken) = json::unescape(token);
                if let Some(new) = rewrite(kind, from, &text).filter(|new| *new != *text) {
                    out.text(&bytes[written..from]);
                    let escaped = token.is_ascii() && token.contains(&b'\\');
                    out.put(&escape(&new, escaped, broken), false);
                    written = from + token.len();
                }
            }
            b'-' | b'0'..=b'9' | b'a'..=b'z' => {
                let from = at;
                while at < range.end
                    && matches!(bytes[at], b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'E')
                {
                    at += 1;
                }
                let text = String::from_utf8_lossy(&bytes[from..at]);
                if let Some(new) = rewrite(Token::Bare, from, &text).filter(|new| *new != *text) {
                    out.text(&bytes[written..from]);
                    out.put(&new, false);
                    written = at;
                }
            }
            _ => at += 1,
        }
    }
    out.text(&bytes[written..range.end]);
}

/// The inside of a string token. `ascii`: other characters are escaped, as they were.
fn escape(text: &str, ascii: bool, broken: bool) -> String {
    use std::fmt::Write;
    let mut token = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '"' => token.push_str("\\\""),
            '\\' => token.push_str("\\\\"),
            '\n' => token.push_str("\\n"),
            '\r' => token.push_str("\\r"),
            '\t' => token.push_str("\\t"),
            // Half a pair is no character, as what stood there.
            char::REPLACEMENT_CHARACTER if broken => token.push_str("\\ud800"),
            char if char < ' ' || (ascii && !char.is_ascii()) => {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    let _ = write!(token, "\\u{unit:04x}");
                }
            }
            char => token.push(char),
        }
    }
    token
}
