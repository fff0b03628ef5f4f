//! A record as it stands, and what is known of the columns it stands in.

use std::borrow::Cow;
use std::sync::Arc;

use super::mapping::Column;
use super::shape::{Holds, Shape};
use super::{Encoding, csv, encoding};
use crate::profile::Attribute;

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
#[derive(Clone, Debug)]
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
    /// Values of attributes that no column holds, put there by an amendment.
    pub(crate) added: Vec<(Attribute, Arc<str>)>,
    /// It has so many cells where the header has so many.
    pub(crate) ragged: Option<(usize, usize)>,
    /// Columns whose quoted value goes on behind its closing quote.
    pub(crate) stray_quotes: Vec<u16>,
    /// Columns outside the mapped ones that hold a byte that stands for no character.
    pub(crate) broken: bool,
    /// Of a group: what it says.
    pub(crate) group: Option<Group>,
}

/// A group with its direct members, as far as its record lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) name: String,
    /// Ids of people.
    pub(crate) members: Vec<String>,
    /// Some member is a group itself.
    pub(crate) nested: bool,
}

impl Record<'_> {
    /// A whole name out of a column that is no attribute, in files that have such columns read.
    pub(crate) fn full_name(&self, layout: &Layout) -> &str {
        let cell = self.cells.iter().find(|cell| layout.columns[usize::from(cell.column)].full_name);
        cell.map_or("", |cell| &cell.text)
    }
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
    /// Columns of whole names are read as well.
    pub(crate) full_names: bool,
}

impl Layout {
    /// The attributes that some column holds, as bits.
    pub(crate) fn known(&self) -> u32 {
        self.columns
            .iter()
            .flat_map(|column| &column.uses)
            .fold(0, |known, used| known | used.attribute.bit())
    }

    /// The name of a column; none for a value that stands in no column.
    pub(crate) fn column_name(&self, column: u16) -> Option<&str> {
        self.columns.get(usize::from(column)).map(|column| column.name.as_str())
    }

    /// The column an attribute would stand in: the first of the lowest rank.
    pub(crate) fn column_of(&self, attribute: Attribute) -> Option<u16> {
        let uses = self
            .columns
            .iter()
            .zip(0u16..)
            .flat_map(|(column, number)| column.uses.iter().map(move |used| (used, number)));
        let own = uses.filter(|(used, _)| used.attribute == attribute);
        own.min_by_key(|(used, _)| used.rank).map(|(_, number)| number)
    }

    /// Whether the cells of a column are looked at.
    pub(super) fn reads(&self, column: &Column) -> bool {
        !column.uses.is_empty() || column.kind || (column.full_name && self.full_names)
    }

    pub(super) fn row<'a>(&self, row: &csv::Row<'a>) -> (Vec<Cell<'a>>, Option<(usize, usize)>, bool) {
        let mut cells = Vec::with_capacity(16);
        let mut broken_elsewhere = false;
        let ascii = row.bytes.is_ascii();
        for (index, column) in self.columns.iter().enumerate() {
            if column.secret {
                continue;
            }
            let mapped = self.reads(column);
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
                cells.push(Cell { column: index as u16, text, broken });
            } else {
                broken_elsewhere |= broken;
            }
        }
        let (found, expected) = (row.len(), self.columns.len());
        let ragged = if found < expected {
            self.columns[found..].iter().any(|column| !column.name.trim().is_empty())
        } else {
            (expected..found).any(|index| row.field(index).is_some_and(|field| !is_blank(field)))
        };
        (cells, ragged.then_some((found, expected)), broken_elsewhere)
    }

    /// The columns of a row whose quotes are closed before their end.
    pub(super) fn stray_quotes(row: &csv::Row<'_>) -> Vec<u16> {
        if !row.stray_quote {
            return Vec::new();
        }
        let stray = |index: &usize| row.field(*index).is_some_and(csv::has_stray_quote);
        (0..row.len()).filter(stray).map(|index| index as u16).collect()
    }

    pub(super) fn kind(&self, cells: &[Cell<'_>]) -> Kind {
        match self.holds {
            Holds::People => Kind::Person,
            Holds::Groups => Kind::Group,
            Holds::Members => {
                let kind = cells.iter().find(|cell| self.columns[usize::from(cell.column)].kind);
                match kind.map(|cell| cell.text.trim().to_ascii_lowercase()).as_deref() {
                    Some("group") => Kind::NestedGroup,
                    None | Some("" | "user" | "member" | "guest") => Kind::Member,
                    Some(_) => Kind::Foreign,
                }
            }
        }
    }
}

/// A field with nothing in it but spaces, in quotes or not.
pub(super) fn is_blank(field: &[u8]) -> bool {
    csv::unquote(field).iter().all(|byte| matches!(byte, b' ' | b'\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_something() {
        for blank in ["", " \t", "\"\"", "\" \"", "\"\" "] {
            assert!(is_blank(blank.as_bytes()), "{blank}");
        }
        for held in ["a", "\"\"\"\"", "\"a\"", " \""] {
            assert!(!is_blank(held.as_bytes()), "{held}");
        }
    }
}
