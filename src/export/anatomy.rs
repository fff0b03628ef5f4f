//! A record with all its values in their places, to be shown as it stands or to be cut and mended.

use std::ops::Range;

use super::{Export, csv, encoding, json};
use crate::maps::HashMap;

/// One value of a record, and where its token stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) column: u16,
    /// Place among the record's values of that column, from 0.
    pub(crate) nth: u32,
    /// The token in [`Anatomy::text`], with its quotes.
    pub(crate) token: Range<usize>,
    pub(crate) kind: PartKind,
    /// As it reads; empty for what is never looked at.
    pub(crate) value: String,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// The cell of a table.
    Field,
    /// A string of JSON.
    String,
    /// A number, `true` or `false`.
    Bare,
    /// `null` or `{}`.
    Nothing,
    /// `[]`.
    EmptyList,
}

/// A record taken apart.
#[derive(Debug)]
pub(crate) struct Anatomy {
    /// The record as it is scanned: UTF-8 where the file is UTF-16, else the file's own bytes.
    pub(crate) text: Vec<u8>,
    /// In the order of the record.
    pub(crate) parts: Vec<Part>,
}

/// Where a missing value of JSON belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Keys {
    /// Names of the objects it lies in, and its own, as they are written.
    pub(crate) names: Vec<Box<[u8]>>,
    /// It lies in an element of the list that the first so many names lead to.
    pub(crate) element: Option<(usize, Filter)>,
    /// It is one of a list of values.
    pub(crate) list: bool,
}

/// What tells an element of a list from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    /// The first one, whatever it is.
    Any,
    /// That of a type.
    Type(String),
    /// The primary one.
    Primary,
}

impl Export {
    /// Takes a record apart; nothing if the bytes are none.
    pub(crate) fn anatomy(&self, bytes: &[u8]) -> Option<Anatomy> {
        let mut decoder = encoding::Decoder::inside(self.layout.encoding);
        let text = decoder.decode(bytes, true).0.to_vec();
        let parts = match self.layout.delimiter {
            Some(delimiter) => self.fields(delimiter, &text)?,
            None => self.leaves(&text)?,
        };
        Some(Anatomy { text, parts })
    }

    fn fields(&self, delimiter: u8, text: &[u8]) -> Option<Vec<Part>> {
        let mut parts = None;
        let mut scanner = csv::Scanner::new(delimiter, 1, 0);
        let mut each = |row: csv::Row<'_>| {
            let mut at = 0;
            let fields = (0..row.len()).map(|index| {
                let field = row.field(index).unwrap_or_default();
                let token = at..at + field.len();
                at = token.end + 1;
                let secret = self.layout.columns.get(index).is_some_and(|column| column.secret);
                let value = if secret {
                    String::new()
                } else {
                    encoding::text(self.layout.encoding, &csv::unquote(field)).0.into_owned()
                };
                Part { column: index as u16, nth: 0, token, kind: PartKind::Field, value }
            });
            parts = Some(fields.collect());
            Ok(())
        };
        scanner.push(text, &mut each).and_then(|()| scanner.finish(&mut each)).ok()?;
        parts
    }

    fn leaves(&self, text: &[u8]) -> Option<Vec<Part>> {
        let mut columns = self.json.again();
        columns.reader.read(text, &mut columns.leaves).ok()?;
        let mut parts: Vec<Part> = Vec::with_capacity(columns.leaves.len());
        let mut counts: HashMap<u16, u32> = HashMap::default();
        for (leaf, column) in columns.placed(text, &self.layout) {
            let Some(column) = column else { continue };
            let (start, end) = (leaf.start as usize, leaf.end as usize);
            let token = &text[start..end];
            let (kind, value) = match leaf.kind {
                json::Kind::Text { .. } => (PartKind::String, json::unescape(token).0.into_owned()),
                json::Kind::Token => (PartKind::Bare, String::from_utf8_lossy(token).into_owned()),
                json::Kind::Nothing if token.starts_with(b"[") => (PartKind::EmptyList, String::new()),
                json::Kind::Nothing => (PartKind::Nothing, String::new()),
            };
            let token = if kind == PartKind::String { start - 1..end + 1 } else { start..end };
            let count = counts.entry(column).or_default();
            let nth = *count;
            *count = count.saturating_add(1);
            parts.push(Part { column, nth, token, kind, value });
        }
        Some(parts)
    }

    /// Where the value of a column of JSON belongs in a record that has none; nothing if that cannot be said.
    pub(crate) fn keys(&self, column: u16) -> Option<Keys> {
        let name = self.layout.column_name(column)?;
        if let Some((names, list)) = self.json.reader.chain(name) {
            let plain = names.iter().all(|name| **name != *b"[]");
            return plain.then_some(Keys { names, element: None, list });
        }
        let (head, rest) = name.split_once('[')?;
        let (filter, tail) = rest.split_once(']')?;
        let (mut names, list) = self.json.reader.chain(&format!("{head}[]{tail}"))?;
        let at = names.iter().position(|name| **name == *b"[]")?;
        names.remove(at);
        let filter = match filter.split_once(" eq ") {
            None => Filter::Any,
            Some(("primary", _)) => Filter::Primary,
            Some((_, kind)) => Filter::Type(kind.trim_matches('"').to_owned()),
        };
        let plain = names.iter().all(|name| **name != *b"[]");
        plain.then_some(Keys { names, element: Some((at, filter)), list })
    }
}
