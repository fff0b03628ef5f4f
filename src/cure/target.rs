//! Where a value goes that cures a finding: into the cell that the value came from.

use std::ops::Range;

use crate::export::{Layout, Record, Spot};
use crate::profile::{Attribute, NO_COLUMN, Profile};
use crate::rules::RuleId;

/// A spot of a record, and the part of its text that a value is.
#[derive(Debug)]
pub(crate) struct Target<'r> {
    pub(crate) spot: Spot,
    /// The whole text that stands there.
    pub(crate) text: &'r str,
    /// Where in it the value stands: all of it, but in lists.
    part: Range<usize>,
}

impl Target<'_> {
    /// The text with another value in the place of this one.
    pub(crate) fn with(&self, value: &str) -> String {
        format!("{}{value}{}", &self.text[..self.part.start], &self.text[self.part.end..])
    }

    /// The name of the column; none where the file has none.
    pub(crate) fn column<'l>(&self, layout: &'l Layout) -> Option<&'l str> {
        match self.spot {
            Spot::Cell { column, .. } => layout.column_name(column),
            Spot::Attribute(attribute) => {
                layout.column_of(attribute).and_then(|column| layout.column_name(column))
            }
        }
    }
}

/// The value that a suggestion or choice of a rule is for, by attribute and place: mostly the one that was found
/// wanting. Who is meant by a name or an id is better said by the email.
pub(crate) fn into(rule: RuleId, attribute: Attribute, place: u16) -> (Attribute, u16) {
    match rule {
        RuleId::ManagerReference | RuleId::ManagerAmbiguous | RuleId::ManagerNotFound => {
            (Attribute::ManagerEmail, 0)
        }
        _ => (attribute, place),
    }
}

/// Where a value stands, or would.
pub(crate) fn target<'r>(
    layout: &Layout,
    record: &'r Record<'_>,
    profile: &Profile<'r>,
    attribute: Attribute,
    place: u16,
) -> Target<'r> {
    let value = profile.at(attribute, place);
    if let Some(value) = value.filter(|value| value.column != NO_COLUMN) {
        let cells = record.cells.iter().filter(|cell| cell.column == value.column);
        for (cell, nth) in cells.zip(0..) {
            if let Some(part) = part_of(&cell.text, value.raw) {
                return Target { spot: Spot::Cell { column: cell.column, nth }, text: &cell.text, part };
            }
        }
    }
    if let Some((_, text)) = record.added.iter().find(|(added, _)| *added == attribute) {
        let part = value.and_then(|value| part_of(text, value.raw)).unwrap_or(0..text.len());
        return Target { spot: Spot::Attribute(attribute), text, part };
    }
    if let Some(column) = layout.column_of(attribute) {
        let cell = record.cells.iter().find(|cell| cell.column == column);
        // A table has the cell, be it to come; a JSON record without the key has nothing to count from.
        if cell.is_some() || layout.delimiter.is_some() {
            let text: &str = cell.map_or("", |cell| &cell.text);
            return Target { spot: Spot::Cell { column, nth: 0 }, text, part: 0..text.len() };
        }
    }
    Target { spot: Spot::Attribute(attribute), text: "", part: 0..0 }
}

/// Where a piece stands in the text that it was cut from; nothing if it was cut from another.
fn part_of(text: &str, piece: &str) -> Option<Range<usize>> {
    let start = (piece.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let end = start + piece.len();
    (end <= text.len()).then_some(start..end)
}
