//! Rows that can be read without a second thought: as many cells as the header has, no odd quotes, text as it stands.
//! Most rows of most tables are such, and most records of JSON. What is found of them is what would be found of the same
//! rows as [`Record`]s.

use super::record::Layout;
use super::shape::Holds;
use super::{csv, json};
use crate::profile::Attribute;
use crate::rules::value::{stray, trim};

/// Takes what is read of a table or a list.
pub(crate) trait Take {
    /// Takes a record.
    fn record(&mut self, layout: &Layout, record: super::Record<'_>);

    /// Takes a plain row. False: it was not taken, and has to come as a record.
    fn plain(&mut self, layout: &Layout, direct: &Direct, row: &Plain<'_>) -> bool {
        let _ = (layout, direct, row);
        false
    }
}

impl<F: FnMut(&Layout, super::Record<'_>)> Take for F {
    fn record(&mut self, layout: &Layout, record: super::Record<'_>) {
        self(layout, record);
    }
}

/// Where the values of a plain row are, in its bytes.
#[derive(Clone, Copy, Debug)]
enum Fields<'a> {
    /// Where each begins, and where one more would.
    Bounds {
        bounds: &'a [u32],
        /// Some field has quotes around it.
        quoted: bool,
    },
    /// Begin and end of each.
    Spans(&'a [[u32; 2]]),
}

/// A plain row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain<'a> {
    /// UTF-8.
    bytes: &'a [u8],
    fields: Fields<'a>,
    /// What is ASCII in values is printable, with single spaces between others.
    tidy: bool,
    /// The same, and all values are of ASCII.
    clean: bool,
    /// 1-based, in its file.
    pub(crate) number: u32,
    /// 1-based line on which it begins.
    pub(crate) line: u32,
    /// Place and length in the file, in bytes.
    pub(crate) offset: u64,
    pub(crate) length: u32,
}

impl<'a> Plain<'a> {
    /// The row of a table as a plain one, if it is such. It has `columns` columns.
    pub(super) fn new(
        row: &csv::Row<'a>,
        columns: usize,
        (number, offset, length): (u32, u64, u32),
    ) -> Option<Plain<'a>> {
        if row.len() != columns || !row.simple {
            return None;
        }
        // ASCII is UTF-8 without being looked at.
        if !row.ascii && std::str::from_utf8(row.bytes).is_err() {
            return None;
        }
        let fields = Fields::Bounds { bounds: row.bounds, quoted: row.quoted };
        let (bytes, tidy, line) = (row.bytes, row.tidy, row.line);
        Some(Plain { bytes, fields, tidy, clean: tidy && row.ascii, number, line, offset, length })
    }

    /// A record of JSON as a plain row, if it is UTF-8. Its values stand at `spans`, one for each column.
    pub(super) fn of_json(
        bytes: &'a [u8],
        spans: &'a [[u32; 2]],
        marks: json::Strings<'_>,
        (number, line, offset, length): (u32, u32, u64, u32),
    ) -> Option<Plain<'a>> {
        let (fields, tidy) = (Fields::Spans(spans), marks.plain && marks.tidy);
        let is_text = marks.ascii || std::str::from_utf8(bytes).is_ok();
        is_text.then_some(Plain {
            bytes,
            fields,
            tidy,
            clean: tidy && marks.ascii,
            number,
            line,
            offset,
            length,
        })
    }

    /// The value in a column, out of its quotes.
    #[inline]
    pub(crate) fn field(&self, column: u16) -> &'a [u8] {
        match self.fields {
            Fields::Bounds { bounds, quoted } => self.between(bounds, quoted, column),
            Fields::Spans(spans) => self.within(spans, column),
        }
    }

    /// Hands on the values of attributes, each in its column, until one is refused. False if one was.
    #[inline]
    pub(crate) fn each(
        &self,
        columns: &[(Attribute, u16)],
        mut take: impl FnMut(Attribute, &'a [u8]) -> bool,
    ) -> bool {
        match self.fields {
            Fields::Bounds { bounds, quoted: false } => columns.iter().all(|&(attribute, column)| {
                let field = csv::field(self.bytes, bounds, usize::from(column));
                field.is_some_and(|field| take(attribute, field))
            }),
            Fields::Bounds { bounds, quoted } => columns
                .iter()
                .all(|&(attribute, column)| take(attribute, self.between(bounds, quoted, column))),
            Fields::Spans(spans) => {
                columns.iter().all(|&(attribute, column)| take(attribute, self.within(spans, column)))
            }
        }
    }

    #[inline]
    fn between(&self, bounds: &[u32], quoted: bool, column: u16) -> &'a [u8] {
        let field = csv::field(self.bytes, bounds, usize::from(column)).unwrap_or_default();
        if quoted { bare(field) } else { field }
    }

    #[inline]
    fn within(&self, spans: &[[u32; 2]], column: u16) -> &'a [u8] {
        let [start, end] = spans[usize::from(column)];
        self.bytes.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The same as text.
    pub(crate) fn text(&self, column: u16) -> &'a str {
        text_of(self.field(column))
    }

    /// All values are of ASCII, and nothing is stray in any of them.
    #[inline]
    pub(crate) fn is_clean(&self) -> bool {
        self.clean
    }

    /// The same is known of one value without a look at its characters.
    #[inline]
    pub(crate) fn is_clean_in(&self, value: &[u8]) -> bool {
        self.clean || (self.tidy && (value.is_ascii() || is_latin(value)))
    }

    /// Nothing is stray in a value of the row.
    #[inline]
    pub(crate) fn is_tidy(&self, value: &[u8]) -> bool {
        self.is_clean_in(value) || is_tidy_alone(text_of(value))
    }
}

/// Whether the characters of a text are those of ASCII and the letters behind them, up to U+027F, of which none is stray.
#[inline(never)]
fn is_latin(value: &[u8]) -> bool {
    // What is no first byte of a character is below all that are.
    value.iter().all(|&byte| byte < 0xC0 || (0xC3..=0xC9).contains(&byte))
}

#[inline(never)]
fn is_tidy_alone(value: &str) -> bool {
    stray(value).is_none() && trim(value).len() == value.len()
}

/// Bytes of a plain row, which are UTF-8.
#[inline]
pub(crate) fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn bare(field: &[u8]) -> &[u8] {
    field.strip_prefix(b"\"").map_or(field, |inner| inner.strip_suffix(b"\"").unwrap_or(inner))
}

/// Which columns hold what, for rows that are plain.
#[derive(Clone, Debug, Default)]
pub(crate) struct Direct {
    /// Attributes of one value, with the column that counts first.
    pub(crate) single: Vec<(Attribute, u16)>,
    /// Attributes that further columns hold, with all of them in turn.
    pub(crate) several: Vec<(Attribute, Vec<u16>)>,
    /// Columns of the status that say the opposite, and whether the one that counts first is such.
    pub(crate) inverted: Vec<u16>,
    pub(crate) inverted_first: bool,
    /// Columns that hold secondary emails.
    pub(crate) secondary: Vec<u16>,
    /// Columns that hold groups.
    pub(crate) groups: Vec<u16>,
    /// Which of several columns counts is told by their order alone.
    pub(super) by_order: bool,
}

impl Direct {
    /// The plan for a list of people. None where a row says more than its person's values.
    pub(super) fn new(layout: &Layout) -> Option<Direct> {
        let special =
            layout.columns.iter().any(|column| column.kind || (column.full_name && layout.full_names));
        if layout.holds != Holds::People || special {
            return None;
        }
        let uses = |attribute: Attribute| {
            let columns = layout.columns.iter().zip(0u16..).filter(|(column, _)| !column.secret);
            let uses =
                columns.flat_map(|(column, number)| column.uses.iter().map(move |used| (used, number)));
            let mut own: Vec<_> = uses.filter(|(used, _)| used.attribute == attribute).collect();
            if !attribute.is_list() {
                own.sort_by_key(|(used, _)| used.rank);
            }
            own
        };
        let numbers = |attribute: Attribute| -> Vec<u16> {
            uses(attribute).into_iter().map(|(_, number)| number).collect()
        };
        let all = Attribute::ALL.into_iter().filter(|attribute| !attribute.is_list());
        let all: Vec<_> = all.map(|attribute| (attribute, numbers(attribute))).collect();
        let by_order = Attribute::ALL.into_iter().any(|attribute| {
            let own = uses(attribute);
            own.windows(2).any(|two| attribute.is_list() || two[0].0.rank == two[1].0.rank)
        });
        let single = all.iter().filter_map(|(attribute, columns)| Some((*attribute, *columns.first()?)));
        let inverted = uses(Attribute::Status).into_iter().filter(|(used, _)| used.inverted);
        let inverted: Vec<u16> = inverted.map(|(_, number)| number).collect();
        let status = numbers(Attribute::Status).first().copied();
        Some(Direct {
            single: single.collect(),
            inverted_first: status.is_some_and(|status| inverted.contains(&status)),
            inverted,
            several: all.into_iter().filter(|(_, columns)| columns.len() > 1).collect(),
            secondary: numbers(Attribute::SecondaryEmails),
            groups: numbers(Attribute::Groups),
            by_order,
        })
    }
}
