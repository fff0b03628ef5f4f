//! The beginning of a file: what it can be told to be, and where the header of a table stands.

use super::csv;
use crate::error::Error;

/// Where the header of a table stands in the beginning of a file.
pub(super) struct Header {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: u32,
    /// Where the first record may begin.
    pub(super) next: usize,
    pub(super) next_line: u32,
    /// A `sep=` line named the delimiter.
    pub(super) delimiter: Option<u8>,
    /// A `#TYPE` line stood before it.
    pub(super) typed: bool,
}

impl Header {
    /// Ends the header where it ends with this delimiter: names in quotes begin behind no other.
    pub(super) fn settle(&mut self, text: &[u8], delimiter: u8) {
        let quotes = Quotes::Behind(delimiter);
        if let Some((end, next)) = line_end(text, self.start, quotes, true).filter(|(end, _)| *end < self.end)
        {
            (self.end, self.next) = (end, next);
            self.next_line = self.line + csv::line_breaks(&text[self.start..next]);
        }
    }
}

/// Where quotes open.
#[derive(Clone, Copy)]
enum Quotes {
    /// They are letters like others.
    Nowhere,
    /// They open at the beginning of a name, whatever the delimiter is.
    BehindAny,
    /// They open at the beginning of a name of a table with this delimiter.
    Behind(u8),
}

/// Finds the header behind blank lines and the lines some programs put before it. `None`: not all of it is there.
pub(super) fn header(text: &[u8], last: bool) -> Option<Header> {
    let mut start = 0;
    let mut line = 1;
    let mut delimiter = None;
    let mut typed = false;
    loop {
        let (mut end, mut next) = line_end(text, start, Quotes::Nowhere, last)?;
        let content = text[start..end].trim_ascii();
        let first = content.strip_prefix(b"\"").unwrap_or(content);
        let preamble = if first.starts_with(b"#TYPE") {
            typed = true;
            true
        } else if let Some(named) = first.strip_prefix(b"sep=").filter(|rest| rest.len() <= 2) {
            delimiter = named.first().copied().filter(|byte| matches!(byte, b',' | b';' | b'\t' | b'|'));
            true
        } else {
            content.is_empty() || first.to_ascii_lowercase().starts_with(b"version:")
        };
        if !preamble {
            if let Some(quoted) = line_end(text, start, Quotes::BehindAny, last) {
                (end, next) = quoted;
            } else if !last {
                return None;
            }
            let next_line = line + csv::line_breaks(&text[start..next]);
            return Some(Header { start, end, line, next, next_line, delimiter, typed });
        }
        if next >= text.len() && last {
            // Nothing but preamble: its last line has to serve.
            return Some(Header { start, end, line, next, next_line: line, delimiter, typed });
        }
        line += 1;
        start = next;
    }
}

/// End of the line and beginning of the next. Line ends between quotes do not count; a quote opens at the beginning of
/// a name only.
fn line_end(text: &[u8], start: usize, quotes: Quotes, last: bool) -> Option<(usize, usize)> {
    let mut open = false;
    let mut begins = !matches!(quotes, Quotes::Nowhere);
    let mut at = start;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'"' if open && text.get(at + 1) == Some(&b'"') => at += 1,
            b'"' if open => open = false,
            b'"' if begins => open = true,
            b'\n' if !open => return Some((at, at + 1)),
            b'\r' if !open => {
                return match text.get(at + 1) {
                    Some(b'\n') => Some((at, at + 2)),
                    None if !last => None,
                    _ => Some((at, at + 1)),
                };
            }
            _ => {}
        }
        begins = match quotes {
            Quotes::Nowhere => false,
            Quotes::BehindAny => matches!(byte, b',' | b';' | b'\t' | b'|'),
            Quotes::Behind(delimiter) => byte == delimiter,
        };
        at += 1;
    }
    (last && !open).then_some((text.len(), text.len()))
}

/// What can be told from the first bytes to be no export.
pub(super) fn unreadable(head: &[u8]) -> Option<Error> {
    let known: [(&[u8], &str); 9] = [
        (
            b"PK\x03\x04",
            "this is a workbook (XLSX) or a ZIP archive. Save the sheet as CSV (UTF-8) and check that",
        ),
        (
            b"\xD0\xCF\x11\xE0",
            "this is an old Excel workbook, or one with a password. Save the sheet as XLSX or CSV (UTF-8) and check that",
        ),
        (b"%PDF", "this is a PDF. Rollcall reads the directory's export itself: CSV or JSON"),
        (b"\x89PNG", "this is a picture. Rollcall reads the directory's export itself: CSV or JSON"),
        (b"\xFF\xD8\xFF", "this is a picture. Rollcall reads the directory's export itself: CSV or JSON"),
        (b"GIF8", "this is a picture. Rollcall reads the directory's export itself: CSV or JSON"),
        (b"\x1F\x8B", "this is a compressed file. Unpack it and check what is inside"),
        (b"7z\xBC\xAF", "this is an archive. Unpack it and check what is inside"),
        (b"\x7FELF", "this is a program. Rollcall reads CSV and JSON"),
    ];
    if let Some((_, message)) = known.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(Error::new(None, *message));
    }
    let first = head.trim_ascii_start();
    if first.starts_with(b"<") {
        return Some(Error::new(
            Some(1),
            "this is a web page or XML, perhaps a sign-in page saved in place of the export. Download the export again, as CSV or JSON",
        ));
    }
    None
}
