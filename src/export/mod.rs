//! An export as it stands: encoding, records, columns, and what kind of file it is.
//!
//! Bytes are pushed in portions of any size; records come out one at a time, with the cells of the
//! mapped columns only. Nothing of a record is held once it was handed on.

mod amend;
mod anatomy;
mod columns;
mod csv;
mod encoding;
mod head;
mod json;
mod mapping;
mod piece;
mod place;
mod plain;
mod record;
mod rewrite;
mod shape;
mod workbook;

use memchr::memchr;
use std::borrow::Cow;
use std::sync::Arc;

pub(crate) use amend::{Amendment, Amendments, Spot};
pub(crate) use anatomy::{Anatomy, Filter, Keys, Part, PartKind};
use columns::JsonColumns;
pub(crate) use columns::SCIM_GROUP;
pub use encoding::Encoding;
pub(crate) use encoding::{encode, recode, width};
use head::Header;
pub use mapping::By;
pub(crate) use mapping::{Column, Given as GivenMapping};
pub(crate) use piece::{Piece, PieceReader};
use place::Place;
pub(crate) use place::{Blocks, Digest};
pub(crate) use plain::{Direct, Plain, Take, text_of};
use record::is_blank;
pub(crate) use record::{Cell, Group, Kind, Layout, Record};
pub(crate) use rewrite::{Place as SlotPlace, Rewriter, Slot};
pub(crate) use shape::Holds;
pub use shape::{Shape, Source};
pub use workbook::{MAX_PART, MAX_SHARED, MAX_TABLE, Workbook, is_workbook};

use crate::error::Error;

/// Longest record, in bytes.
pub const MAX_RECORD: usize = 4 * 1024 * 1024;
/// Deepest nesting of JSON.
pub const MAX_DEPTH: u32 = 100;
/// Most columns of a table, or paths of JSON records.
pub const MAX_COLUMNS: usize = 16_384;

fn too_many_cells(line: u32) -> Error {
    Error::new(Some(line), format!("there are more than {MAX_COLUMNS} cells in this record"))
}

/// The record of a row that is not plain; it stands at a number, a place and a length.
#[inline(never)]
fn record_of<'r>(
    layout: &Layout,
    row: &csv::Row<'r>,
    (number, offset, length): (u32, u64, u32),
) -> Record<'r> {
    let blank = (0..row.len()).all(|index| row.field(index).is_none_or(is_blank));
    let (cells, ragged, broken) = if blank { (Vec::new(), None, false) } else { layout.row(row) };
    Record {
        number,
        line: row.line,
        offset,
        length,
        kind: if blank { Kind::Blank } else { layout.kind(&cells) },
        cells,
        added: Vec::new(),
        ragged,
        stray_quotes: Layout::stray_quotes(row),
        broken,
        group: None,
    }
}

/// Lines are counted up to here; behind it nobody could be told where a record stands.
fn too_many_lines() -> Error {
    let message = format!("the file has more than {} lines. Check it in parts", u32::MAX - 1);
    Error::new(None, message)
}

/// What an input is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputRole {
    /// An export of the directory.
    #[default]
    Export,
    /// The people already in Gong.
    Members,
}

impl InputRole {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            InputRole::Export => "export",
            InputRole::Members => "members",
        }
    }
}

/// What the admin says about one input, over what its content says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The shape.
    pub shape: Option<Shape>,
    /// `,`, `;`, tab or `|`.
    pub delimiter: Option<u8>,
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The group whose members the file lists.
    pub group: Option<String>,
    /// The sheet of a workbook whose table the bytes are ([`Workbook::table`]). Then each record is one row, so one line.
    pub sheet: Option<String>,
    /// What it is for.
    pub role: InputRole,
    /// The number by which cures know the file, else its place among the inputs.
    pub file: Option<u32>,
}

/// One input being read.
#[derive(Debug)]
pub(crate) struct Export {
    given: Given,
    mapping: GivenMapping,
    decoder: Option<encoding::Decoder>,
    /// The encoding that a byte order mark or the admin named.
    certain: Option<Encoding>,
    place: Place,
    stage: Stage,
    layout: Layout,
    /// No byte outside ASCII has been met yet, so the encoding is open.
    encoding_open: bool,
    records: u32,
    bytes: u64,
    digest: Digest,
    json: JsonColumns,
    amendments: Arc<Amendments>,
    /// Amendments that did not fit, by record and spot.
    stale: Vec<(u32, Spot)>,
    /// How plain rows are read.
    direct: Option<Direct>,
    /// Where in the file the header of a table ends.
    header: u64,
}

#[derive(Debug)]
enum Stage {
    /// The beginning, until it shows what the file is.
    Head(Vec<u8>),
    Delimited(csv::Scanner),
    Json(Box<json::Scanner>),
}

impl Export {
    pub(crate) fn new(mut given: Given, mapping: GivenMapping) -> Export {
        if given.sheet.is_some() {
            // Whatever its cells hold, the table of a sheet is what we wrote.
            (given.encoding, given.delimiter) = (Some(Encoding::Utf8), Some(b','));
        }
        let layout = Layout {
            shape: given.shape.unwrap_or(Shape::Table),
            holds: given.shape.unwrap_or(Shape::Table).holds(),
            encoding: given.encoding.unwrap_or(Encoding::Utf8),
            delimiter: None,
            columns: Vec::new(),
            duplicate_headers: Vec::new(),
            partial: None,
            full_names: given.role == InputRole::Members,
        };
        Export {
            decoder: Some(encoding::Decoder::new(given.encoding)),
            certain: given.encoding,
            place: Place::default(),
            stage: Stage::Head(Vec::new()),
            layout,
            encoding_open: true,
            records: 0,
            bytes: 0,
            digest: Digest::default(),
            json: JsonColumns::default(),
            amendments: Arc::default(),
            stale: Vec::new(),
            direct: None,
            header: 0,
            given,
            mapping,
        }
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The file turned out to list the members of a group, of whom another file tells more.
    pub(crate) fn become_members(&mut self) {
        self.layout.shape = Shape::OktaGroupMembersJson;
        self.layout.holds = Holds::Members;
    }

    /// Whether the admin said what the file is.
    pub(crate) fn shape_is_given(&self) -> bool {
        self.given.shape.is_some()
    }

    /// Nobody said the encoding, and no byte order mark; it is no UTF-8.
    pub(crate) fn is_guessed(&self) -> bool {
        self.given.encoding.is_none() && self.layout.encoding == Encoding::Windows1252
    }

    pub(crate) fn records(&self) -> u32 {
        self.records
    }

    /// Length and digest of the file's bytes: tells whether a second reading saw the same file.
    pub(crate) fn identity(&self) -> (u64, u64) {
        (self.bytes, self.digest.value())
    }

    /// Texts that stand in the place of the file's own from now on.
    pub(crate) fn amend(&mut self, amendments: Arc<Amendments>) {
        self.amendments = amendments;
    }

    pub(crate) fn amendments(&self) -> &Arc<Amendments> {
        &self.amendments
    }

    /// Amendments that did not fit what stands in the file, by record and spot.
    pub(crate) fn stale(&self) -> &[(u32, Spot)] {
        &self.stale
    }

    pub(crate) fn group(&self) -> Option<&str> {
        self.given.group.as_deref()
    }

    /// Takes a portion of the file.
    pub(crate) fn push(&mut self, bytes: &[u8], take: &mut impl Take) -> Result<(), Error> {
        self.bytes += bytes.len() as u64;
        self.place.end = self.bytes;
        self.digest.push(bytes);
        self.advance(bytes, false, take)
    }

    /// The file is over.
    pub(crate) fn finish(&mut self, take: &mut impl Take) -> Result<(), Error> {
        self.advance(&[], true, take)?;
        if let Stage::Head(_) = self.stage {
            self.decide(true, take)?;
        }
        match &mut self.stage {
            Stage::Head(_) => Err(Error::new(
                None,
                "the file is empty. An export has at least a line of column names, or a list in JSON",
            )),
            Stage::Json(scanner) => {
                scanner.finish()?;
                if self.json.total.is_some_and(|total| total > u64::from(self.records)) {
                    self.layout.partial = Some("totalResults");
                }
                // No record told what it holds.
                if self.records == 0 && self.given.group.is_some() {
                    self.layout.holds = Holds::Members;
                }
                Ok(())
            }
            Stage::Delimited(_) => self.rows(&[], true, take),
        }
    }

    fn advance(&mut self, bytes: &[u8], last: bool, take: &mut impl Take) -> Result<(), Error> {
        // Taken out while its buffer is lent to the rest of the reader.
        let Some(mut decoder) = self.decoder.take() else {
            return Ok(());
        };
        let outcome = self.decoded(&mut decoder, bytes, last, take);
        self.decoder = Some(decoder);
        outcome
    }

    fn decoded(
        &mut self,
        decoder: &mut encoding::Decoder,
        bytes: &[u8],
        last: bool,
        take: &mut impl Take,
    ) -> Result<(), Error> {
        let (text, certain, mark) = decoder.decode(bytes, last);
        self.certain = certain;
        if self.place.raw == 0 {
            self.place.raw = mark;
        }
        let nul = memchr(0, text);
        let good = &text[..nul.unwrap_or(text.len())];
        self.text(good, take)?;
        if nul.is_some() {
            return Err(self.nul());
        }
        Ok(())
    }

    fn text(&mut self, text: &[u8], take: &mut impl Take) -> Result<(), Error> {
        match &mut self.stage {
            Stage::Head(head) => {
                head.extend_from_slice(text);
                self.decide(false, take)
            }
            Stage::Delimited(_) => self.rows(text, false, take),
            Stage::Json(_) => self.pieces(text, take),
        }
    }

    fn nul(&self) -> Error {
        match &self.stage {
            Stage::Head(_) => Error::new(
                None,
                "this is no text: it holds zero bytes. An export is CSV or JSON; if it is UTF-16 without a byte order \
                 mark, save it as UTF-8 or name its encoding",
            ),
            _ => Error::new(
                None,
                format!(
                    "there is a zero byte after {} records. No export holds one: the file is damaged",
                    self.records
                ),
            ),
        }
    }

    /// Looks at the beginning: what kind of file is it?
    fn decide(&mut self, last: bool, take: &mut impl Take) -> Result<(), Error> {
        let Stage::Head(head) = &mut self.stage else {
            return Ok(());
        };
        let is_sheet = self.given.sheet.is_some();
        if let Some(error) = head::unreadable(head).filter(|_| !is_sheet) {
            return Err(error);
        }
        let endless = || {
            let limit = MAX_RECORD / (1024 * 1024);
            let message =
                format!("the first {limit} MiB hold no line of column names. Is this a profile export?");
            Err(Error::new(Some(1), message))
        };
        let Some(first) = head.iter().position(|byte| !byte.is_ascii_whitespace()) else {
            return if head.len() > MAX_RECORD { endless() } else { Ok(()) };
        };
        if first > MAX_RECORD {
            return endless();
        }
        let json = match head[first] {
            _ if is_sheet => false,
            b'{' => true,
            b'[' => match head[first + 1..].iter().find(|byte| !byte.is_ascii_whitespace()) {
                // A list of anything is JSON; `[name],…` is a header.
                Some(next) => {
                    let rest = head[first + 1..].trim_ascii_start();
                    let words = [b"null".as_slice(), b"true", b"false"];
                    if !last
                        && words.into_iter().any(|word| word.len() > rest.len() && word.starts_with(rest))
                    {
                        return Ok(());
                    }
                    let word = words.into_iter().any(|word| rest.starts_with(word));
                    matches!(next, b'{' | b'[' | b']' | b'"' | b'-' | b'0'..=b'9') || word
                }
                None if last => true,
                None => return Ok(()),
            },
            _ => false,
        };
        if let Some(shape) =
            self.given.shape.filter(|shape| *shape != Shape::Table && shape.is_json() != json)
        {
            let (said, found) = if json { ("a table", "JSON") } else { ("JSON", "a table") };
            return Err(Error::new(
                Some(1),
                format!(
                    "{} is {said}, and this file is {found}. Let it be recognised, or choose another shape",
                    shape.name()
                ),
            ));
        }
        if json {
            self.encoding_open = false;
            self.layout.encoding = self.certain.unwrap_or(Encoding::Utf8);
            let head = std::mem::take(head);
            self.stage = Stage::Json(Box::new(json::Scanner::new()));
            return self.pieces(&head, take);
        }
        let mut header = match head::header(head, last) {
            Some(header) if header.end <= MAX_RECORD => header,
            None if head.len() <= MAX_RECORD => return Ok(()),
            _ => return endless(),
        };
        let head = std::mem::take(head);
        if let Some(encoding) = self.certain {
            self.layout.encoding = encoding;
            self.encoding_open = false;
        } else if let Some(encoding) = encoding::guess(&head[..header.end]) {
            self.layout.encoding = encoding;
            self.encoding_open = false;
        }
        self.columns(&head[header.start..header.end], &header)?;
        let delimiter = self.layout.delimiter.unwrap_or(b',');
        header.settle(&head, delimiter);
        self.place.skip(self.layout.encoding, 0, &head[..header.next]);
        self.header = self.place.raw;
        let rows = self.given.sheet.is_some();
        let line = if rows { header.line + 1 } else { header.next_line };
        self.stage = Stage::Delimited(csv::Scanner::new(delimiter, line, header.next as u64).of_rows(rows));
        self.rows(&head[header.next..], false, take)
    }

    /// Reads the header of a table.
    fn columns(&mut self, bytes: &[u8], header: &Header) -> Result<(), Error> {
        let split = |delimiter: u8| -> Option<Vec<String>> {
            let mut names = Vec::new();
            let mut scanner = csv::Scanner::new(delimiter, 1, 0);
            let mut each = |row: csv::Row<'_>| {
                // With this delimiter the names end here; what follows is a record.
                if !names.is_empty() {
                    return Ok(());
                }
                // One more tells that there are too many.
                for index in 0..row.len().min(MAX_COLUMNS + 1) {
                    let field = csv::unquote(row.field(index).unwrap_or_default());
                    names.push(encoding::text(self.layout.encoding, &field).0.into_owned());
                }
                Ok(())
            };
            let read = scanner.push(bytes, &mut each).and_then(|()| scanner.finish(&mut each));
            read.is_ok().then_some(names)
        };
        let open_quote = || {
            let advice = "Close the quote, or double it if it is part of a name";
            Error::new(
                Some(header.line),
                format!("a quote opens in the column names and is never closed. {advice}"),
            )
        };
        let said = self.given.delimiter.or(header.delimiter);
        let candidates: &[u8] = said.as_ref().map_or(b",;\t|", std::slice::from_ref);
        // The delimiter that gives the most known names, then the most names.
        let mut best = (b',', Vec::new());
        let mut most = (0, 0);
        let mut open = false;
        for &delimiter in candidates {
            let Some(names) = split(delimiter) else {
                open = true;
                continue;
            };
            let mapped =
                |name: &&String| !mapping::column(Shape::Table, name, &GivenMapping::new()).uses.is_empty();
            let count = (names.iter().filter(mapped).count(), names.len());
            if count > most {
                most = count;
                best = (delimiter, names);
            }
        }
        let (delimiter, names) = best;
        // A quote that no delimiter closes makes one name of the whole line, or none.
        if open && names.len() < 2 {
            return Err(open_quote());
        }
        if names.len() > MAX_COLUMNS {
            return Err(Error::new(
                Some(header.line),
                format!("there are more than {MAX_COLUMNS} columns. Is this a profile export?"),
            ));
        }
        self.layout.delimiter = Some(delimiter);
        let shape = self.given.shape.unwrap_or_else(|| Shape::of_header(&names, header.typed));
        self.settle(shape);
        self.layout.columns =
            names.iter().map(|name| mapping::column(self.layout.shape, name, &self.mapping)).collect();
        self.direct = Direct::new(&self.layout);
        let mut seen = crate::maps::HashSet::default();
        for name in names.iter().filter(|name| !name.trim().is_empty()) {
            let folded = name.trim().to_lowercase();
            if !seen.insert(folded) && !self.layout.duplicate_headers.contains(name) {
                self.layout.duplicate_headers.push(name.clone());
            }
        }
        Ok(())
    }

    fn settle(&mut self, shape: Shape) {
        let shape = match (shape, self.given.group.is_some()) {
            (Shape::OktaUsersJson, true) => Shape::OktaGroupMembersJson,
            (Shape::OktaCsv, true) => Shape::OktaGroupMembersCsv,
            (shape, _) => shape,
        };
        self.layout.shape = shape;
        self.layout.holds = if self.given.group.is_some() { Holds::Members } else { shape.holds() };
    }

    /// Reads the records of a table.
    fn rows(&mut self, text: &[u8], last: bool, take: &mut impl Take) -> Result<(), Error> {
        let Stage::Delimited(scanner) = &mut self.stage else {
            return Ok(());
        };
        let (layout, place) = (&mut self.layout, &mut self.place);
        let (records, open) = (&mut self.records, &mut self.encoding_open);
        let (amendments, stale) = (&*self.amendments, &mut self.stale);
        let direct = self.direct.as_ref().filter(|_| amendments.is_empty());
        // Rows of as many values are what they look like, if they are of ASCII and odd in nothing else.
        let columns = layout.columns.len();
        let usual = (2..=MAX_COLUMNS).contains(&columns) && layout.shape != Shape::EntraBulkCsv;
        let usual = direct.filter(|_| usual);
        let mut each = |row: csv::Row<'_>| {
            let (offset, length) = place.skip(layout.encoding, row.offset, row.bytes);
            let mut odd = false;
            if row.ascii
                && row.len() == columns
                && row.line != u32::MAX
                && let Some(direct) = usual
                && let Some(plain) = Plain::new(&row, columns, (*records + 1, offset, length))
            {
                if take.plain(layout, direct, &plain) {
                    *records += 1;
                    return Ok(());
                }
                odd = true;
            }
            if row.len() == 1 && row.bytes.trim_ascii().is_empty() {
                return Ok(());
            }
            if row.line == u32::MAX {
                return Err(too_many_lines());
            }
            if row.len() > MAX_COLUMNS {
                return Err(too_many_cells(row.line));
            }
            if *open
                && !row.ascii
                && let Some(encoding) = encoding::guess(row.bytes)
            {
                layout.encoding = encoding;
                *open = false;
            }
            if layout.shape == Shape::EntraBulkCsv
                && row
                    .bytes
                    .trim_ascii_start()
                    .strip_prefix(b"\"")
                    .unwrap_or(row.bytes)
                    .starts_with(b"Example:")
            {
                return Ok(());
            }
            *records += 1;
            if let Some(direct) = direct.filter(|_| !odd && (row.ascii || layout.encoding == Encoding::Utf8))
                && let Some(plain) = Plain::new(&row, layout.columns.len(), (*records, offset, length))
                && take.plain(layout, direct, &plain)
            {
                return Ok(());
            }
            let mut record = record_of(layout, &row, (*records, offset, length));
            amendments.apply(&mut record, layout, stale);
            take.record(layout, record);
            Ok(())
        };
        if last { scanner.finish(&mut each) } else { scanner.push(text, &mut each) }
    }

    /// Reads the records of JSON.
    fn pieces(&mut self, text: &[u8], take: &mut impl Take) -> Result<(), Error> {
        let Stage::Json(scanner) = &mut self.stage else {
            return Ok(());
        };
        let (layout, json, given, mapping) = (&mut self.layout, &mut self.json, &self.given, &self.mapping);
        let (place, records) = (&mut self.place, &mut self.records);
        let (amendments, stale) = (&*self.amendments, &mut self.stale);
        let mut each = |piece: json::Piece<'_>| match piece {
            json::Piece::Envelope { bytes, own, line, offset } => {
                place.skip(layout.encoding, offset, own);
                json.envelope(bytes, line, layout, given)
            }
            json::Piece::Record { line: u32::MAX, .. } => Err(too_many_lines()),
            json::Piece::Record { bytes, line, offset, marks } => {
                let (offset, length) = place.skip(layout.encoding, offset, bytes);
                json.read(bytes, marks, line)?;
                if amendments.is_empty()
                    && let Some((direct, spans)) = json.spans(marks)
                    && let Some(plain) =
                        Plain::of_json(bytes, spans, marks, (*records + 1, line, offset, length))
                    && take.plain(layout, direct, &plain)
                {
                    *records += 1;
                    return Ok(());
                }
                if !json.place(bytes, line, layout, given, mapping)? {
                    return Ok(());
                }
                *records += 1;
                let (cells, kind, group) = json.cells(bytes, layout);
                let mut record = Record {
                    number: *records,
                    line,
                    offset,
                    length,
                    kind,
                    cells,
                    added: Vec::new(),
                    ragged: None,
                    stray_quotes: Vec::new(),
                    broken: false,
                    group,
                };
                amendments.apply(&mut record, layout, stale);
                take.record(layout, record);
                Ok(())
            }
        };
        scanner.push(text, &mut each)
    }

    /// Reads one record again from its bytes in the file; `None` if they are no record.
    pub(crate) fn again(&self, bytes: &[u8], number: u32, line: u32) -> Option<Record<'static>> {
        let mut decoder = encoding::Decoder::inside(self.layout.encoding);
        let text = decoder.decode(bytes, true).0.to_vec();
        let owned = |cells: Vec<Cell<'_>>| {
            cells
                .into_iter()
                .map(|cell| Cell {
                    column: cell.column,
                    text: Cow::Owned(cell.text.into_owned()),
                    broken: cell.broken,
                })
                .collect()
        };
        let record = |cells, kind, ragged, broken| Record {
            number,
            line,
            offset: 0,
            length: 0,
            kind,
            cells,
            added: Vec::new(),
            ragged,
            stray_quotes: Vec::new(),
            broken,
            group: None,
        };
        let mut found = None;
        if let Some(delimiter) = self.layout.delimiter {
            let mut scanner = csv::Scanner::new(delimiter, line, 0);
            let mut each = |row: csv::Row<'_>| {
                let (cells, ragged, broken) = self.layout.row(&row);
                let kind = self.layout.kind(&cells);
                let again = record(owned(cells), kind, ragged, broken);
                found = Some(Record { stray_quotes: Layout::stray_quotes(&row), ..again });
                Ok(())
            };
            scanner.push(&text, &mut each).and_then(|()| scanner.finish(&mut each)).ok()?;
        } else {
            let mut json = self.json.again();
            json.reader.read(&text, &mut json.leaves).ok()?;
            let (cells, kind, _) = json.cells(&text, &self.layout);
            found = Some(record(owned(cells), kind, None, false));
        }
        let mut found = found?;
        self.amendments.apply(&mut found, &self.layout, &mut Vec::new());
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Attribute;

    struct Lines(Vec<u32>);

    impl Take for Lines {
        fn record(&mut self, _: &Layout, record: Record<'_>) {
            self.0.push(record.line);
        }

        fn plain(&mut self, _: &Layout, _: &Direct, _: &Plain<'_>) -> bool {
            false
        }
    }

    /// Records that were taken as plain ones, and all.
    struct Counts(u32, u32);

    impl Take for Counts {
        fn record(&mut self, _: &Layout, _: Record<'_>) {
            self.1 += 1;
        }

        fn plain(&mut self, _: &Layout, direct: &Direct, row: &Plain<'_>) -> bool {
            let text = |attribute: Attribute| {
                let own = direct.single.iter().find(|(own, _)| *own == attribute);
                own.map_or("", |(_, column)| row.text(*column))
            };
            assert_eq!(text(Attribute::PrimaryEmail), format!("p{}@acme.com", row.number));
            assert_eq!(text(Attribute::GivenName), if row.number.is_multiple_of(2) { "Zoë" } else { "" });
            assert_eq!(row.line, row.number);
            self.0 += 1;
            self.1 += 1;
            true
        }
    }

    #[test]
    fn most_records_of_json_are_plain() {
        let mut text = String::new();
        for number in 1..=100 {
            let given = if number % 2 == 0 { r#""Zoë""# } else { "null" };
            // What is new, escaped or said twice is not.
            let more = match number {
                50 => r#","title":"Sales\t""#,
                60 => r#","email":"x""#,
                70 => r#","costCenter":"7""#,
                80 => r#","note":"a\nb""#,
                _ => "",
            };
            let record = format!(
                r#"{{"id":"{number}","profile":{{"firstName":{given},"email":"p{number}@acme.com"{more}}}}}"#
            );
            text.extend([record.as_str(), "\n"]);
        }
        for step in [1, 7, 64, 100, usize::MAX] {
            let mut export = Export::new(Given::default(), GivenMapping::new());
            let mut counts = Counts(0, 0);
            for bytes in text.as_bytes().chunks(step) {
                export.push(bytes, &mut counts).expect("records");
            }
            export.finish(&mut counts).expect("all of it");
            // The first three show which columns there are.
            assert_eq!((counts.0, counts.1), (93, 100), "{step}");
        }
    }

    #[test]
    fn lines_that_cannot_be_counted_are_told() {
        for text in ["a@acme.com\nb@acme.com\nc@acme.com\n", "a@acme.com\n\"b\n\n\"\nc@acme.com\n"] {
            let mut export = Export::new(Given::default(), GivenMapping::new());
            let mut lines = Lines(Vec::new());
            export.push(b"email\n", &mut lines).expect("a header");
            if let Stage::Delimited(scanner) = &mut export.stage {
                scanner.go_on(u32::MAX - 2, 6, false);
            }
            let error = export.push(text.as_bytes(), &mut lines).expect_err("too many lines");
            assert!(error.to_string().contains("more than 4294967294 lines"), "{error}");
            assert_eq!(lines.0, [u32::MAX - 2, u32::MAX - 1]);
        }
    }
}
