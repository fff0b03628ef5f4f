//! Texts that stand in the place of others: an export as it would stand once it is mended.
//!
//! Amendments are put on a record when it is read, so everything that follows (rules, keys, words) sees
//! the record as it will be. The file itself stays as it is.

use std::borrow::Cow;
use std::sync::Arc;

use super::encoding::is_wide;
use super::{Cell, Layout, Record};
use crate::maps::HashMap;
use crate::profile::Attribute;

/// Where a text of a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Spot {
    /// In a column; of several values there (lists in JSON) the one of that place, from 0.
    Cell {
        /// Number of the column.
        column: u16,
        /// Place among the record's values of that column.
        nth: u32,
    },
    /// In no column: the file has none for the attribute.
    Attribute(Attribute),
}

/// One text in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amendment {
    pub(crate) spot: Spot,
    /// What stands in the file; empty for a cell that is not there.
    pub(crate) was: Arc<str>,
    pub(crate) text: Arc<str>,
}

/// The amendments of one input, by the number of the record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Amendments {
    by_record: HashMap<u32, Vec<Amendment>>,
}

impl Amendments {
    /// The amendments of a record, in the order of their spots.
    pub(crate) fn of(&self, record: u32) -> &[Amendment] {
        self.by_record.get(&record).map_or(&[], Vec::as_slice)
    }

    /// There is none.
    pub(super) fn is_empty(&self) -> bool {
        self.by_record.is_empty()
    }

    /// Records with amendments, in no order.
    pub(crate) fn records(&self) -> impl Iterator<Item = u32> {
        self.by_record.keys().copied()
    }

    /// Every amendment with the number of its record, in no order.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, &Amendment)> {
        self.by_record.iter().flat_map(|(&record, all)| all.iter().map(move |one| (record, one)))
    }

    /// Puts a text on a spot, where `from` stands now. A text that is put back as it was is no amendment.
    pub(crate) fn put(&mut self, record: u32, spot: Spot, from: &Arc<str>, to: &Arc<str>) {
        let all = self.by_record.entry(record).or_default();
        match all.binary_search_by_key(&spot, |one| one.spot) {
            Ok(at) if all[at].was == *to => drop(all.remove(at)),
            Ok(at) => all[at].text = Arc::clone(to),
            Err(_) if from == to => {}
            Err(at) => all.insert(at, Amendment { spot, was: Arc::clone(from), text: Arc::clone(to) }),
        }
        if all.is_empty() {
            self.by_record.remove(&record);
        }
    }

    /// Takes what was to stand on a spot off again.
    pub(crate) fn remove(&mut self, record: u32, spot: Spot) {
        if let Some(all) = self.by_record.get_mut(&record) {
            all.retain(|one| one.spot != spot);
            if all.is_empty() {
                self.by_record.remove(&record);
            }
        }
    }

    /// Puts the amendments on a record. Those that do not fit, because something else stands there than stood, are noted.
    pub(super) fn apply(&self, record: &mut Record<'_>, layout: &Layout, stale: &mut Vec<(u32, Spot)>) {
        for one in self.of(record.number) {
            let reads = match one.spot {
                Spot::Cell { column, .. } => {
                    layout.columns.get(usize::from(column)).map(|column| layout.reads(column))
                }
                Spot::Attribute(_) => Some(true),
            };
            if let Spot::Cell { column, .. } = one.spot {
                // A new text is written in quotes of its own.
                record.stray_quotes.retain(|other| *other != column);
            }
            match reads {
                // Nobody is judged by it; it counts in the corrected export only.
                Some(false) => {}
                Some(true) if record.put(layout, one.spot, &one.was, &one.text) => {}
                _ => stale.push((record.number, one.spot)),
            }
        }
    }
}

impl Record<'_> {
    /// Puts a text on a spot of a column that is read, or on none; false if something else stands there than stood.
    pub(crate) fn put(&mut self, layout: &Layout, spot: Spot, was: &str, text: &str) -> bool {
        let Spot::Cell { column, nth } = spot else {
            let Spot::Attribute(attribute) = spot else { return false };
            self.added.retain(|(other, _)| *other != attribute);
            self.added.push((attribute, text.into()));
            return true;
        };
        let own = || Cow::Owned(text.to_owned());
        // In UTF-16 nobody can tell what stands for a broken character from one that is meant so.
        let broken = is_wide(layout.encoding) && text.contains(char::REPLACEMENT_CHARACTER);
        let mut held = self.cells.iter_mut().filter(|cell| cell.column == column);
        match held.nth(nth as usize) {
            Some(cell) if cell.text == was => {
                cell.text = own();
                cell.broken = broken;
            }
            None if was.is_empty() => {
                let at = self.cells.partition_point(|cell| cell.column <= column);
                self.cells.insert(at, Cell { column, text: own(), broken });
                self.pad(column, layout);
            }
            _ => return false,
        }
        true
    }

    /// A cell was added to a row that was too short for it.
    fn pad(&mut self, column: u16, layout: &Layout) {
        let Some((found, expected)) = self.ragged else { return };
        let found = found.max(usize::from(column) + 1);
        let lacks = || layout.columns[found..].iter().any(|column| !column.name.trim().is_empty());
        self.ragged = (found < expected && lacks()).then_some((found, expected));
    }
}
