//! The profile of a plain row, whose values stand where they stood.

use super::{ATTRIBUTES, Attribute, MAX_VALUES, NO_COLUMN, Says, is_name};
use crate::export::{Direct, Plain};
use crate::rules::name;
use crate::rules::value::is_placeholder;

/// One plain row under the names of attributes. No value of it is blemished, and none a leftover of the export.
#[derive(Debug)]
pub(crate) struct PlainProfile<'p, 'r> {
    row: &'p Plain<'r>,
    columns: [u16; ATTRIBUTES],
    /// Columns of secondary emails.
    secondary: &'p [u16],
    /// Attributes with a value, groups apart, as bits.
    pub(crate) present: u32,
    pub(crate) inverted_status: bool,
}

impl<'p, 'r> PlainProfile<'p, 'r> {
    /// None if some value needs a second look: blemished, a leftover of the export, or several in one.
    #[inline]
    pub(crate) fn new(direct: &'p Direct, row: &'p Plain<'r>) -> Option<PlainProfile<'p, 'r>> {
        let mut columns = [NO_COLUMN; ATTRIBUTES];
        let mut present = 0;
        for &(attribute, column) in &direct.single {
            let text = row.field(column);
            columns[attribute as usize] = column;
            if text.is_empty() {
                continue;
            }
            let named = is_name(attribute);
            if !row.is_tidy(text) || is_placeholder(text, named) {
                return None;
            }
            let counts = !named || attribute == Attribute::ManagerName || name::is_name(text);
            present |= if counts { attribute.bit() } else { 0 };
        }
        // Of several columns the first that holds something counts.
        for (attribute, all) in &direct.several {
            let empty = |column: &&u16| row.field(**column).is_empty();
            if let Some(&column) = all.iter().find(|column| !empty(column))
                && column != all[0]
            {
                let text = row.field(column);
                if !row.is_tidy(text) || is_placeholder(text, is_name(*attribute)) {
                    return None;
                }
                columns[*attribute as usize] = column;
                let counts =
                    !matches!(attribute, Attribute::GivenName | Attribute::FamilyName) || name::is_name(text);
                present |= if counts { attribute.bit() } else { 0 };
            }
        }
        for &column in &direct.secondary {
            let text = row.field(column);
            if text.is_empty() {
                continue;
            }
            if !row.is_tidy(text) || is_placeholder(text, false) || text.contains([';', '|']) {
                return None;
            }
            present |= Attribute::SecondaryEmails.bit();
        }
        let status = columns[Attribute::Status as usize];
        let inverted_status = direct.inverted.contains(&status);
        let something = columns.iter().any(|&column| column != NO_COLUMN && !row.field(column).is_empty());
        (something && direct.secondary.len() <= MAX_VALUES).then_some(PlainProfile {
            row,
            columns,
            secondary: &direct.secondary,
            present,
            inverted_status,
        })
    }

    /// The groups in a column, each on a line, for which `joined` is room; none if one of them needs a second look.
    pub(crate) fn groups<'j>(&self, column: u16, joined: &'j mut String) -> Option<&'j str>
    where
        'r: 'j,
    {
        let cell = self.row.field(column);
        if cell.is_empty() {
            return Some("");
        }
        let separators = [';', '|'];
        let mut names = cell.split(separators).map(|name| name.trim_matches(' '));
        if !self.row.is_tidy(cell) || names.any(|name| is_placeholder(name, false)) {
            return None;
        }
        if !cell.contains(separators) {
            return Some(cell);
        }
        joined.clear();
        let names = cell.split(separators).map(|name| name.trim_matches(' ')).filter(|name| !name.is_empty());
        for (place, name) in names.enumerate() {
            if place >= MAX_VALUES {
                return None;
            }
            if place > 0 {
                joined.push('\n');
            }
            joined.push_str(name);
        }
        Some(joined)
    }
}

impl<'r> Says<'r> for PlainProfile<'_, 'r> {
    #[inline]
    fn text(&self, attribute: Attribute) -> &'r str {
        let column = self.columns[attribute as usize];
        if column == NO_COLUMN { "" } else { self.row.field(column) }
    }

    fn secondary(&self) -> impl Iterator<Item = (u16, &'r str)> {
        let texts = self.secondary.iter().map(|&column| self.row.field(column));
        (0..).zip(texts.filter(|text| !text.is_empty()))
    }
}
