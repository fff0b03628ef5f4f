//! The values of a record that a step can be about.

use std::ops::Range;

use crate::cure::target::target;
use crate::export::{Layout, Record, Spot};
use crate::profile::{Attribute, MAX_VALUES, Profile};
use crate::rules::value::trim;

/// One value, or the place where one would stand.
#[derive(Clone, Debug)]
pub(super) struct Held<'r> {
    pub(super) attribute: Attribute,
    pub(super) spot: Spot,
    /// The whole text that stands there.
    pub(super) text: &'r str,
    /// Where in it the value stands.
    pub(super) part: Range<usize>,
}

impl<'r> Held<'r> {
    fn whole(attribute: Attribute, spot: Spot, text: &'r str) -> Held<'r> {
        Held { attribute, spot, text, part: 0..text.len() }
    }

    pub(super) fn value(&self) -> &'r str {
        &self.text[self.part.clone()]
    }

    /// The value as steps compare it.
    pub(super) fn trimmed(&self) -> &'r str {
        trim(self.value())
    }
}

/// Every value of a record, by attribute. Of a list there are its values, and each cell of several as a whole; of an
/// attribute without a value there is an empty one, where it would stand.
pub(super) fn held<'r>(layout: &Layout, record: &'r Record<'_>) -> Vec<Held<'r>> {
    let profile = Profile::new(&layout.columns, record);
    let mut all = Vec::with_capacity(Attribute::ALL.len());
    for attribute in Attribute::ALL {
        let before = all.len();
        if attribute.is_list() {
            for (spot, text) in cells(layout, record, attribute) {
                // As many are judged; a record made to be hard is not looked at beyond.
                if all.len() - before < MAX_VALUES {
                    list(attribute, spot, text, &mut all);
                }
            }
        }
        if all.len() == before {
            let target = target(layout, record, &profile, attribute, 0);
            all.push(Held::whole(attribute, target.spot, target.text));
        }
    }
    all
}

/// The cells that hold a list.
fn cells<'r>(
    layout: &Layout,
    record: &'r Record<'_>,
    attribute: Attribute,
) -> impl Iterator<Item = (Spot, &'r str)> {
    let uses = move |column: u16| {
        let known = layout.columns.get(usize::from(column));
        known.is_some_and(|known| known.uses.iter().any(|used| used.attribute == attribute))
    };
    // Cells of one column stand beside each other.
    let places = record.cells.iter().scan((None, 0u32), |(last, nth), cell| {
        *nth = if *last == Some(cell.column) { *nth + 1 } else { 0 };
        *last = Some(cell.column);
        Some((Spot::Cell { column: cell.column, nth: *nth }, cell))
    });
    let in_columns =
        places.filter(move |(_, cell)| uses(cell.column)).map(|(spot, cell)| (spot, &*cell.text));
    let added = record.added.iter().filter(move |(other, _)| *other == attribute);
    in_columns.chain(added.map(move |(_, text)| (Spot::Attribute(attribute), &**text)))
}

fn list<'r>(attribute: Attribute, spot: Spot, text: &'r str, all: &mut Vec<Held<'r>>) {
    let pieces = pieces(text);
    if pieces.is_empty() {
        return;
    }
    let alone = pieces.len() == 1 && trim(&text[pieces[0].clone()]) == trim(text);
    all.extend(pieces.into_iter().take(MAX_VALUES).map(|part| Held { attribute, spot, text, part }));
    if !alone {
        all.push(Held::whole(attribute, spot, text));
    }
}

/// Where the values of a list stand in its text.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    const BETWEEN: [char; 4] = [';', '|', '\n', '\r'];
    let several = text.contains(BETWEEN);
    let mut pieces = Vec::new();
    let mut at = 0;
    for piece in text.split(BETWEEN) {
        // Spaces beside a separator belong to it.
        let own = if several { piece.trim_matches(' ') } else { piece };
        if !trim(own).is_empty() {
            let start = at + (piece.len() - piece.trim_start_matches(' ').len()) * usize::from(several);
            pieces.push(start..start + own.len());
        }
        at += piece.len() + 1;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_list_is_cut_at_its_separators() {
        let cut = |text: &'static str| pieces(text).into_iter().map(|part| &text[part]).collect::<Vec<_>>();
        assert_eq!(cut("a; b |c\n"), ["a", "b", "c"]);
        assert_eq!(cut(" a "), [" a "]);
        assert_eq!(cut("é;\u{a0}; ü"), ["é", "ü"]);
        assert!(cut(" ; ").is_empty() && cut("").is_empty());
    }
}
