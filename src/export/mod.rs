//! An export as it stands: encoding, records, columns, and what kind of file it is.
//!
//! Bytes are pushed in portions of any size; records come out one at a time, with the cells of the
//! mapped columns only. Nothing of a record is held once it was handed on.

mod csv;
mod encoding;
mod json;
mod mapping;
mod shape;

use std::borrow::Cow;
use std::collections::HashMap;

use memchr::memchr;

pub use encoding::Encoding;
pub use mapping::By;
pub(crate) use mapping::{Column, Given as GivenMapping};
pub(crate) use shape::Holds;
pub use shape::{Shape, Source};

use crate::error::Error;

/// Longest record, in bytes.
pub const MAX_RECORD: usize = 4 * 1024 * 1024;
/// Deepest nesting of JSON.
pub const MAX_DEPTH: u32 = 100;
/// Most columns of a table, or paths of JSON records.
pub const MAX_COLUMNS: usize = 16_384;

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
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Person,
    /// A group, with or without its members.
    Group,
    /// A person listed as member of a group.
    Member,
    /// A group, or something else that is no person, listed as member of a group.
    NestedGroup,
    /// Something else that a directory lists among people: a device, a service principal.
    Foreign,
    /// A row of empty cells.
    Blank,
}

/// One value of a record.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'a> {
    pub(crate) column: u16,
    /// As it stands in the file, out of its quotes.
    pub(crate) text: Cow<'a, str>,
    /// Some byte of it stands for no character.
    pub(crate) broken: bool,
}

/// One entry of an export as it stands in the file.
#[derive(Debug)]
pub(crate) struct Record<'a> {
    /// 1-based, in its file.
    pub(crate) number: u32,
    /// 1-based line on which it begins.
    pub(crate) line: u32,
    /// Place and length in the file, in bytes.
    pub(crate) offset: u64,
    pub(crate) length: u32,
    pub(crate) kind: Kind,
    pub(crate) cells: Vec<Cell<'a>>,
    /// It has so many cells where the header has so many.
    pub(crate) ragged: Option<(usize, usize)>,
    /// Columns outside the mapped ones that hold a byte that stands for no character.
    pub(crate) broken: bool,
}

/// What is known of an input's columns and bytes.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) shape: Shape,
    pub(crate) holds: Holds,
    pub(crate) encoding: Encoding,
    pub(crate) delimiter: Option<u8>,
    pub(crate) columns: Vec<Column>,
    /// Headers that stand more than once.
    pub(crate) duplicate_headers: Vec<String>,
    /// A page of several: what says so.
    pub(crate) partial: Option<&'static str>,
}

impl Layout {
    /// The attributes that some column holds, as bits.
    pub(crate) fn known(&self) -> u32 {
        self.columns
            .iter()
            .flat_map(|column| &column.uses)
            .fold(0, |known, used| known | used.attribute.bit())
    }

    fn row<'a>(&self, row: &csv::Row<'a>) -> (Vec<Cell<'a>>, Option<(usize, usize)>, bool) {
        let mut cells = Vec::with_capacity(16);
        let mut broken_elsewhere = false;
        let ascii = row.bytes.is_ascii();
        for (index, column) in self.columns.iter().enumerate() {
            if column.secret {
                continue;
            }
            let mapped = !column.uses.is_empty() || column.kind;
            if !mapped && ascii {
                continue;
            }
            let Some(field) = row.field(index) else { break };
            let (text, broken) = match csv::unquote(field) {
                Cow::Borrowed(bytes) => encoding::text(self.encoding, bytes),
                Cow::Owned(bytes) => {
                    let (text, broken) = encoding::text(self.encoding, &bytes);
                    (Cow::Owned(text.into_owned()), broken)
                }
            };
            if mapped {
                cells.push(Cell {
                    column: index as u16,
                    text,
                    broken,
                });
            } else {
                broken_elsewhere |= broken;
            }
        }
        let (found, expected) = (row.len(), self.columns.len());
        let ragged = if found < expected {
            self.columns[found..]
                .iter()
                .any(|column| !column.name.trim().is_empty())
        } else {
            (expected..found).any(|index| row.field(index).is_some_and(|field| !is_blank(field)))
        };
        (cells, ragged.then_some((found, expected)), broken_elsewhere)
    }

    fn kind(&self, cells: &[Cell<'_>]) -> Kind {
        match self.holds {
            Holds::People => Kind::Person,
            Holds::Groups => Kind::Group,
            Holds::Members => {
                let kind = cells
                    .iter()
                    .find(|cell| self.columns[usize::from(cell.column)].kind);
                match kind
                    .map(|cell| cell.text.trim().to_ascii_lowercase())
                    .as_deref()
                {
                    Some("group") => Kind::NestedGroup,
                    None | Some("" | "user" | "member" | "guest") => Kind::Member,
                    Some(_) => Kind::Foreign,
                }
            }
        }
    }
}

/// A field with nothing in it but spaces and quotes.
fn is_blank(field: &[u8]) -> bool {
    field.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'"'))
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
}

#[derive(Debug)]
enum Stage {
    /// The beginning, until it shows what the file is.
    Head(Vec<u8>),
    Delimited(csv::Scanner),
    Json(Box<json::Scanner>),
}

/// The columns of JSON records: made when a path is met for the first time.
#[derive(Debug)]
struct JsonColumns {
    reader: json::Reader,
    leaves: Vec<json::Leaf>,
    by_path: Vec<Option<u16>>,
    by_name: HashMap<String, u16>,
    shape_is_known: bool,
    /// What the envelope says the shape is.
    hint: Option<Shape>,
    /// How many resources a SCIM list has in all.
    total: Option<u64>,
}

impl Export {
    pub(crate) fn new(given: Given, mapping: GivenMapping) -> Export {
        let layout = Layout {
            shape: given.shape.unwrap_or(Shape::Table),
            holds: given.shape.unwrap_or(Shape::Table).holds(),
            encoding: given.encoding.unwrap_or(Encoding::Utf8),
            delimiter: None,
            columns: Vec::new(),
            duplicate_headers: Vec::new(),
            partial: None,
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
            json: JsonColumns {
                reader: json::Reader::new(),
                leaves: Vec::new(),
                by_path: Vec::new(),
                by_name: HashMap::new(),
                shape_is_known: false,
                hint: None,
                total: None,
            },
            given,
            mapping,
        }
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    pub(crate) fn records(&self) -> u32 {
        self.records
    }

    /// Length and digest of the file's bytes: tells whether a second reading saw the same file.
    pub(crate) fn identity(&self) -> (u64, u64) {
        (self.bytes, self.digest.value())
    }

    pub(crate) fn group(&self) -> Option<&str> {
        self.given.group.as_deref()
    }

    /// Takes a portion of the file.
    pub(crate) fn push(
        &mut self,
        bytes: &[u8],
        take: &mut impl FnMut(&Layout, Record<'_>),
    ) -> Result<(), Error> {
        self.bytes += bytes.len() as u64;
        self.digest.push(bytes);
        self.advance(bytes, false, take)
    }

    /// The file is over.
    pub(crate) fn finish(
        &mut self,
        take: &mut impl FnMut(&Layout, Record<'_>),
    ) -> Result<(), Error> {
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
                if self
                    .json
                    .total
                    .is_some_and(|total| total > u64::from(self.records))
                {
                    self.layout.partial = Some("totalResults");
                }
                Ok(())
            }
            Stage::Delimited(_) => self.rows(&[], true, take),
        }
    }

    fn advance(
        &mut self,
        bytes: &[u8],
        last: bool,
        take: &mut impl FnMut(&Layout, Record<'_>),
    ) -> Result<(), Error> {
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
        take: &mut impl FnMut(&Layout, Record<'_>),
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

    fn text(
        &mut self,
        text: &[u8],
        take: &mut impl FnMut(&Layout, Record<'_>),
    ) -> Result<(), Error> {
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
                    "there is a zero byte behind record {}. No export holds one: the file is damaged",
                    self.records
                ),
            ),
        }
    }

    /// Looks at the beginning: what kind of file is it?
    fn decide(
        &mut self,
        last: bool,
        take: &mut impl FnMut(&Layout, Record<'_>),
    ) -> Result<(), Error> {
        let Stage::Head(head) = &mut self.stage else {
            return Ok(());
        };
        if let Some(error) = unreadable(head) {
            return Err(error);
        }
        let Some(first) = head.iter().position(|byte| !byte.is_ascii_whitespace()) else {
            return if head.len() > MAX_RECORD {
                Err(Error::new(
                    Some(1),
                    "the file begins with nothing but white space",
                ))
            } else {
                Ok(())
            };
        };
        let json = match head[first] {
            b'{' => true,
            b'[' => match head[first + 1..]
                .iter()
                .find(|byte| !byte.is_ascii_whitespace())
            {
                Some(next) => matches!(next, b'{' | b'[' | b']' | b'"' | b'-' | b'0'..=b'9'),
                None if last => true,
                None => return Ok(()),
            },
            _ => false,
        };
        if json {
            self.encoding_open = false;
            self.layout.encoding = self.certain.unwrap_or(Encoding::Utf8);
            let head = std::mem::take(head);
            self.stage = Stage::Json(Box::new(json::Scanner::new()));
            return self.pieces(&head, take);
        }
        let Some(header) = header(head, last) else {
            return if head.len() > MAX_RECORD {
                Err(Error::new(
                    Some(1),
                    format!(
                        "the first line is longer than {} MiB. Is this a profile export?",
                        MAX_RECORD / (1024 * 1024)
                    ),
                ))
            } else {
                Ok(())
            };
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
        self.place
            .skip(self.layout.encoding, 0, &head[..header.next]);
        self.stage = Stage::Delimited(csv::Scanner::new(
            delimiter,
            header.next_line,
            header.next as u64,
        ));
        self.rows(&head[header.next..], false, take)
    }

    /// Reads the header of a table.
    fn columns(&mut self, bytes: &[u8], header: &Header) -> Result<(), Error> {
        let split = |delimiter: u8| -> Vec<String> {
            let mut names = Vec::new();
            let mut scanner = csv::Scanner::new(delimiter, 1, 0);
            let mut each = |row: csv::Row<'_>| {
                for index in 0..row.len() {
                    let field = csv::unquote(row.field(index).unwrap_or_default());
                    names.push(encoding::text(self.layout.encoding, &field).0.into_owned());
                }
                Ok(())
            };
            // A header that cannot be read with this delimiter is none.
            let read = scanner
                .push(bytes, &mut each)
                .and_then(|()| scanner.finish(&mut each));
            if read.is_err() { Vec::new() } else { names }
        };
        let delimiter = self
            .given
            .delimiter
            .or(header.delimiter)
            .unwrap_or_else(|| {
                let mut best = (b',', (0, 0));
                for delimiter in [b',', b';', b'\t', b'|'] {
                    let names = split(delimiter);
                    let known = names
                        .iter()
                        .filter(|name| {
                            !mapping::column(Shape::Table, name, &GivenMapping::new())
                                .uses
                                .is_empty()
                        })
                        .count();
                    if (known, names.len()) > best.1 {
                        best = (delimiter, (known, names.len()));
                    }
                }
                best.0
            });
        let names = split(delimiter);
        if names.is_empty() {
            return Err(Error::new(
                Some(header.line),
                "a quote opens in the column names and is never closed. Close the quote, or double it if it is part of a name",
            ));
        }
        if names.len() > MAX_COLUMNS {
            return Err(Error::new(
                Some(header.line),
                format!("there are more than {MAX_COLUMNS} columns. Is this a profile export?"),
            ));
        }
        self.layout.delimiter = Some(delimiter);
        let shape = self
            .given
            .shape
            .unwrap_or_else(|| Shape::of_header(&names, header.typed));
        self.settle(shape);
        self.layout.columns = names
            .iter()
            .map(|name| mapping::column(self.layout.shape, name, &self.mapping))
            .collect();
        let mut seen = std::collections::HashSet::new();
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
        self.layout.holds = if self.given.group.is_some() {
            Holds::Members
        } else {
            shape.holds()
        };
    }

    /// Reads the records of a table.
    fn rows(
        &mut self,
        text: &[u8],
        last: bool,
        take: &mut impl FnMut(&Layout, Record<'_>),
    ) -> Result<(), Error> {
        let Stage::Delimited(scanner) = &mut self.stage else {
            return Ok(());
        };
        let (layout, place) = (&mut self.layout, &mut self.place);
        let (records, open) = (&mut self.records, &mut self.encoding_open);
        let mut each = |row: csv::Row<'_>| {
            let (offset, length) = place.skip(layout.encoding, row.offset, row.bytes);
            if row.len() == 1 && row.bytes.trim_ascii().is_empty() {
                return Ok(());
            }
            if row.len() > MAX_COLUMNS {
                return Err(Error::new(
                    Some(row.line),
                    format!("there are more than {MAX_COLUMNS} cells in this record"),
                ));
            }
            if *open && let Some(encoding) = encoding::guess(row.bytes) {
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
            let blank = (0..row.len()).all(|index| row.field(index).is_none_or(is_blank));
            let (cells, ragged, broken) = if blank {
                (Vec::new(), None, false)
            } else {
                layout.row(&row)
            };
            let kind = if blank {
                Kind::Blank
            } else {
                layout.kind(&cells)
            };
            let record = Record {
                number: *records,
                line: row.line,
                offset,
                length,
                kind,
                cells,
                ragged,
                broken,
            };
            take(layout, record);
            Ok(())
        };
        if last {
            scanner.finish(&mut each)
        } else {
            scanner.push(text, &mut each)
        }
    }

    /// Reads the records of JSON.
    fn pieces(
        &mut self,
        text: &[u8],
        take: &mut impl FnMut(&Layout, Record<'_>),
    ) -> Result<(), Error> {
        let Stage::Json(scanner) = &mut self.stage else {
            return Ok(());
        };
        let (layout, json, given, mapping) =
            (&mut self.layout, &mut self.json, &self.given, &self.mapping);
        let (place, records) = (&mut self.place, &mut self.records);
        let mut each = |piece: json::Piece<'_>| match piece {
            json::Piece::Envelope {
                bytes,
                own,
                line,
                offset,
            } => {
                place.skip(layout.encoding, offset, own);
                json.envelope(bytes, line, layout, given)
            }
            json::Piece::Record {
                bytes,
                line,
                offset,
            } => {
                let (offset, length) = place.skip(layout.encoding, offset, bytes);
                if !json.read(bytes, line, layout, given, mapping)? {
                    return Ok(());
                }
                *records += 1;
                let (cells, kind) = json.cells(bytes, layout);
                take(
                    layout,
                    Record {
                        number: *records,
                        line,
                        offset,
                        length,
                        kind,
                        cells,
                        ragged: None,
                        broken: false,
                    },
                );
                Ok(())
            }
        };
        scanner.push(text, &mut each)
    }

    /// Reads one record again from its bytes in the file; `None` if they are no record.
    pub(crate) fn again(&self, bytes: &[u8], number: u32, line: u32) -> Option<Record<'static>> {
        let mut decoder = encoding::Decoder::new(Some(self.layout.encoding));
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
            ragged,
            broken,
        };
        if let Some(delimiter) = self.layout.delimiter {
            let mut found = None;
            let mut scanner = csv::Scanner::new(delimiter, line, 0);
            let mut each = |row: csv::Row<'_>| {
                let (cells, ragged, broken) = self.layout.row(&row);
                let kind = self.layout.kind(&cells);
                found = Some(record(owned(cells), kind, ragged, broken));
                Ok(())
            };
            scanner
                .push(&text, &mut each)
                .and_then(|()| scanner.finish(&mut each))
                .ok()?;
            return found;
        }
        let mut json = JsonColumns {
            reader: json::Reader::new(),
            leaves: Vec::new(),
            by_path: Vec::new(),
            by_name: self.json.by_name.clone(),
            shape_is_known: true,
            hint: None,
            total: None,
        };
        json.reader.read(&text, &mut json.leaves).ok()?;
        let (cells, kind) = json.cells(&text, &self.layout);
        Some(record(owned(cells), kind, None, false))
    }
}

/// How far apart the decoded stream and the file are.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    decoded: u64,
    raw: u64,
}

impl Place {
    /// Place and length in the file of a piece of the decoded stream. What lies between two pieces is ASCII.
    fn skip(&mut self, encoding: Encoding, offset: u64, bytes: &[u8]) -> (u64, u32) {
        let gap = offset - self.decoded;
        let raw = self.raw
            + if encoding::is_wide(encoding) {
                gap * 2
            } else {
                gap
            };
        let length = encoding::width(encoding, bytes);
        self.decoded = offset + bytes.len() as u64;
        self.raw = raw + length;
        (raw, length as u32)
    }
}

impl JsonColumns {
    /// Reads the members around the records: they may tell the shape, and that this is one page of several.
    fn envelope(
        &mut self,
        bytes: &[u8],
        line: u32,
        layout: &mut Layout,
        given: &Given,
    ) -> Result<(), Error> {
        // An envelope's own paths are no columns.
        let mut reader = json::Reader::new();
        let mut leaves = Vec::new();
        reader
            .read(bytes, &mut leaves)
            .map_err(|(at, expected)| grammar(bytes, line, at, expected))?;
        for leaf in &leaves {
            let text = || {
                json::unescape(&bytes[leaf.start as usize..leaf.end as usize])
                    .0
                    .into_owned()
            };
            match reader.path(leaf.path) {
                "@odata.nextLink" => layout.partial = Some("@odata.nextLink"),
                "totalResults" => self.total = text().parse().ok(),
                "@odata.context" if given.shape.is_none() && !self.shape_is_known => {
                    self.hint = Some(Shape::GraphUsersJson)
                }
                "schemas"
                    if text().starts_with("urn:ietf:params:scim:")
                        && given.shape.is_none()
                        && !self.shape_is_known =>
                {
                    self.hint = Some(Shape::ScimJson);
                }
                _ => {}
            }
        }
        if let (false, Some(shape)) = (self.shape_is_known, self.hint) {
            // Until a record says otherwise.
            layout.shape = shape;
        }
        Ok(())
    }

    /// Reads a record into leaves and makes columns for what is new. False: it is no record after all.
    fn read(
        &mut self,
        bytes: &[u8],
        line: u32,
        layout: &mut Layout,
        given: &Given,
        mapping: &GivenMapping,
    ) -> Result<bool, Error> {
        self.reader
            .read(bytes, &mut self.leaves)
            .map_err(|(at, expected)| grammar(bytes, line, at, expected))?;
        let first = !self.shape_is_known || self.by_name.is_empty();
        if first {
            let paths: Vec<&str> = self
                .leaves
                .iter()
                .map(|leaf| self.reader.path(leaf.path))
                .collect();
            let text = |name: &str| {
                let texts: Vec<_> = self
                    .leaves
                    .iter()
                    .filter(|leaf| {
                        self.reader.path(leaf.path) == name && leaf.kind != json::Kind::Nothing
                    })
                    .map(|leaf| {
                        json::unescape(&bytes[leaf.start as usize..leaf.end as usize])
                            .0
                            .into_owned()
                    })
                    .collect();
                (!texts.is_empty()).then(|| texts.join(" "))
            };
            refuse(&paths, &text, line)?;
            if text("schemas").is_some_and(|schemas| schemas.contains(":ListResponse")) {
                layout.shape = Shape::ScimJson;
                return Ok(false);
            }
            if !self.shape_is_known {
                let shape = given.shape.unwrap_or_else(|| {
                    match (Shape::of_record(&paths, &text), self.hint) {
                        (Shape::Table, Some(hint)) => hint,
                        (shape, _) => shape,
                    }
                });
                self.shape_is_known = true;
                layout.shape = match (shape, given.group.is_some()) {
                    (Shape::OktaUsersJson, true) => Shape::OktaGroupMembersJson,
                    (shape, _) => shape,
                };
                layout.holds = if given.group.is_some() {
                    Holds::Members
                } else {
                    layout.shape.holds()
                };
            }
        }
        for index in 0..self.leaves.len() {
            let leaf = self.leaves[index];
            let path = leaf.path as usize;
            if self.by_path.get(path).copied().flatten().is_some() {
                continue;
            }
            let (name, several) = self.column_name(bytes, leaf, layout.shape);
            let column = if let Some(&column) = self.by_name.get(&name) {
                column
            } else {
                if layout.columns.len() >= MAX_COLUMNS {
                    return Err(Error::new(
                        Some(line),
                        format!("the records have more than {MAX_COLUMNS} different attributes"),
                    ));
                }
                let column = layout.columns.len() as u16;
                layout
                    .columns
                    .push(mapping::column(layout.shape, &name, mapping));
                self.by_name.insert(name, column);
                column
            };
            if !several {
                if self.by_path.len() <= path {
                    self.by_path.resize(path + 1, None);
                }
                self.by_path[path] = Some(column);
            }
        }
        Ok(true)
    }

    /// The column a leaf stands in, and whether its path stands for several columns.
    fn column_name(&self, bytes: &[u8], leaf: json::Leaf, shape: Shape) -> (String, bool) {
        let path = self.reader.path(leaf.path);
        let several = shape == Shape::ScimJson
            && ["emails[]", "phoneNumbers[]", "addresses[]"]
                .into_iter()
                .any(|list| path.starts_with(list));
        if !several {
            return (path.to_owned(), false);
        }
        let (list, rest) = path.split_once("[]").unwrap_or((path, ""));
        let text = |name: &str| {
            self.leaves
                .iter()
                .find(|other| {
                    other.element == leaf.element
                        && self
                            .reader
                            .path(other.path)
                            .strip_prefix(list)
                            .is_some_and(|tail| tail.strip_prefix("[].") == Some(name))
                })
                .map(|other| json::unescape(&bytes[other.start as usize..other.end as usize]).0)
        };
        let kind = text("type").filter(|kind| !kind.is_empty());
        let primary = text("primary").is_some_and(|primary| primary.eq_ignore_ascii_case("true"));
        let filter = match kind {
            Some(kind) if kind.eq_ignore_ascii_case("work") => "type eq \"work\"".to_owned(),
            _ if primary => "primary eq true".to_owned(),
            Some(kind) => format!("type eq \"{kind}\""),
            None => String::new(),
        };
        (format!("{list}[{filter}]{rest}"), true)
    }

    fn cells<'a>(&self, bytes: &'a [u8], layout: &Layout) -> (Vec<Cell<'a>>, Kind) {
        let mut cells = Vec::with_capacity(16);
        for leaf in &self.leaves {
            let column = match self.by_path.get(leaf.path as usize).copied().flatten() {
                Some(column) => Some(column),
                None => self
                    .by_name
                    .get(&self.column_name(bytes, *leaf, layout.shape).0)
                    .copied(),
            };
            let Some(column) =
                column.filter(|&column| !layout.columns[usize::from(column)].uses.is_empty())
            else {
                continue;
            };
            let token = &bytes[leaf.start as usize..leaf.end as usize];
            let (text, broken) = match leaf.kind {
                json::Kind::Text { escaped: true } => json::unescape(token),
                json::Kind::Text { escaped: false } | json::Kind::Token => {
                    encoding::text(layout.encoding, token)
                }
                json::Kind::Nothing => (Cow::Borrowed(""), false),
            };
            cells.push(Cell {
                column,
                text,
                broken,
            });
        }
        (cells, self.kind(bytes, layout))
    }

    fn kind(&self, bytes: &[u8], layout: &Layout) -> Kind {
        let token = |name: &str| {
            let leaf = self
                .leaves
                .iter()
                .find(|leaf| self.reader.path(leaf.path) == name)?;
            Some(json::unescape(&bytes[leaf.start as usize..leaf.end as usize]).0)
        };
        match layout.shape {
            Shape::GraphUsersJson => match token("@odata.type").as_deref() {
                None | Some("#microsoft.graph.user") => layout.kind(&[]),
                Some("#microsoft.graph.group") => Kind::NestedGroup,
                Some(_) => Kind::Foreign,
            },
            Shape::ScimJson => {
                let group = self.leaves.iter().any(|leaf| {
                    self.reader.path(leaf.path) == "schemas"
                        && bytes[leaf.start as usize..leaf.end as usize]
                            .ends_with(b":core:2.0:Group")
                });
                if group { Kind::Group } else { layout.kind(&[]) }
            }
            _ => layout.kind(&[]),
        }
    }
}

/// What is JSON but no export.
fn refuse(paths: &[&str], text: &impl Fn(&str) -> Option<String>, line: u32) -> Result<(), Error> {
    let has = |name: &str| paths.contains(&name);
    let schemas = text("schemas").unwrap_or_default();
    if schemas.contains(":PatchOp") {
        return Err(Error::new(
            Some(line),
            "this is a SCIM PatchOp, a request that changes one resource. Rollcall reads exports: the users or groups themselves",
        ));
    }
    let told = if has("errorCode") && has("errorSummary") {
        text("errorSummary")
    } else if has("error.code") {
        text("error.message").or_else(|| text("error.code"))
    } else if schemas.contains("api:messages:2.0:Error") {
        text("detail").or(Some(String::new()))
    } else {
        None
    };
    match told {
        Some(_) => Err(Error::new(
            Some(line),
            "this is the answer of an API that refused the request, not an export. Ask again with the right permissions",
        )),
        None => Ok(()),
    }
}

fn grammar(bytes: &[u8], line: u32, at: usize, expected: &str) -> Error {
    let line = line + csv::line_breaks(&bytes[..at.min(bytes.len())]);
    Error::new(Some(line), format!("this is no JSON: {expected}"))
}

/// Where the header of a table stands in the beginning of a file.
struct Header {
    start: usize,
    end: usize,
    line: u32,
    /// Where the first record may begin.
    next: usize,
    next_line: u32,
    /// A `sep=` line named the delimiter.
    delimiter: Option<u8>,
    /// A `#TYPE` line stood before it.
    typed: bool,
}

/// Finds the header behind blank lines and the lines some programs put before it. `None`: not all of it is there.
fn header(text: &[u8], last: bool) -> Option<Header> {
    let mut start = 0;
    let mut line = 1;
    let mut delimiter = None;
    let mut typed = false;
    loop {
        let (mut end, mut next) = line_end(text, start, false, last)?;
        let content = text[start..end].trim_ascii();
        let first = content.strip_prefix(b"\"").unwrap_or(content);
        let preamble = if first.starts_with(b"#TYPE") {
            typed = true;
            true
        } else if let Some(named) = first.strip_prefix(b"sep=").filter(|rest| rest.len() <= 2) {
            delimiter = named
                .first()
                .copied()
                .filter(|byte| matches!(byte, b',' | b';' | b'\t' | b'|'));
            true
        } else {
            content.is_empty() || first.to_ascii_lowercase().starts_with(b"version:")
        };
        if !preamble {
            if let Some(quoted) = line_end(text, start, true, last) {
                (end, next) = quoted;
            } else if !last {
                return None;
            }
            let next_line = line + csv::line_breaks(&text[start..next]);
            return Some(Header {
                start,
                end,
                line,
                next,
                next_line,
                delimiter,
                typed,
            });
        }
        if next >= text.len() && last {
            // Nothing but preamble: its last line has to serve.
            return Some(Header {
                start,
                end,
                line,
                next,
                next_line: line,
                delimiter,
                typed,
            });
        }
        line += 1;
        start = next;
    }
}

/// End of the line and beginning of the next. Line ends between quotes do not count if `quotes` is set.
fn line_end(text: &[u8], start: usize, quotes: bool, last: bool) -> Option<(usize, usize)> {
    let mut open = false;
    for (at, &byte) in text.iter().enumerate().skip(start) {
        match byte {
            b'"' if quotes => open = !open,
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
    }
    (last && !open).then_some((text.len(), text.len()))
}

/// What can be told from the first bytes to be no export.
fn unreadable(head: &[u8]) -> Option<Error> {
    let known: [(&[u8], &str); 9] = [
        (
            b"PK\x03\x04",
            "this is a workbook or a ZIP archive. Save the sheet as CSV (UTF-8) and check that",
        ),
        (
            b"\xD0\xCF\x11\xE0",
            "this is an old Excel workbook. Save the sheet as CSV (UTF-8) and check that",
        ),
        (
            b"%PDF",
            "this is a PDF. Rollcall reads the directory's export itself: CSV or JSON",
        ),
        (
            b"\x89PNG",
            "this is a picture. Rollcall reads the directory's export itself: CSV or JSON",
        ),
        (
            b"\xFF\xD8\xFF",
            "this is a picture. Rollcall reads the directory's export itself: CSV or JSON",
        ),
        (
            b"GIF8",
            "this is a picture. Rollcall reads the directory's export itself: CSV or JSON",
        ),
        (
            b"\x1F\x8B",
            "this is a compressed file. Unpack it and check what is inside",
        ),
        (
            b"7z\xBC\xAF",
            "this is an archive. Unpack it and check what is inside",
        ),
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

/// A running 64-bit digest, the same for every way of cutting the bytes into portions.
#[derive(Clone, Copy, Debug, Default)]
struct Digest {
    state: u64,
    held: u64,
    count: u32,
}

impl Digest {
    fn push(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while self.count % 8 != 0 {
            let Some((&byte, tail)) = rest.split_first() else {
                return;
            };
            self.byte(byte);
            rest = tail;
        }
        let mut words = rest.chunks_exact(8);
        for word in &mut words {
            self.word(u64::from_le_bytes(word.try_into().unwrap_or_default()));
        }
        for &byte in words.remainder() {
            self.byte(byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.held |= u64::from(byte) << (8 * self.count);
        self.count += 1;
        if self.count == 8 {
            let word = std::mem::take(&mut self.held);
            self.count = 0;
            self.word(word);
        }
    }

    fn word(&mut self, word: u64) {
        self.state = (self.state.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    }

    fn value(self) -> u64 {
        let mut whole = self;
        whole.word(self.held ^ u64::from(self.count) << 60);
        whole.state
    }
}
