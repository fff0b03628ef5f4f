//! Text tables: sorted lines of spellings, searched where they stand.

use std::cmp::Ordering;

use super::fold;

/// One line of a text table: spellings with one key, and what stands behind them.
#[derive(Clone, Copy)]
pub(super) struct Line {
    /// Spellings, divided by `|`.
    spellings: &'static str,
    /// The fields after the spellings.
    pub(super) rest: &'static str,
}

impl Line {
    /// Takes a line apart.
    pub(super) fn parse(line: &'static str) -> Self {
        let (spellings, rest) = line.split_once('\t').unwrap_or((line, ""));
        Self { spellings, rest }
    }

    pub(super) fn spellings(self) -> impl Iterator<Item = &'static str> {
        self.spellings.split('|')
    }

    /// The first spelling: a name, where the line is one of a name.
    pub(super) fn name(self) -> &'static str {
        self.spellings().next().unwrap_or_default()
    }
}

/// The lines of a table or a part of it.
pub(super) fn all(table: &'static str) -> impl Iterator<Item = Line> {
    table.lines().map(Line::parse)
}

/// The first line of the sorted `table` with this key.
pub(super) fn find(table: &'static str, key: &str) -> Option<Line> {
    let (mut low, mut high) = (0, table.len());
    let mut folded = String::new();
    let mut found = None;
    while low < high {
        // The line around the middle byte.
        let middle = low.midpoint(high);
        let start = table.as_bytes()[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
        let start = start.max(low);
        let end = table.as_bytes()[middle..].iter().position(|b| *b == b'\n');
        let end = end.map_or(table.len(), |n| middle + n);

        let line = Line::parse(&table[start..end]);
        folded.clear();
        fold::fold_into(line.name(), false, &mut folded);
        match folded.as_str().cmp(key) {
            Ordering::Less => low = end + 1,
            Ordering::Equal => {
                found = Some(line);
                high = start;
            }
            Ordering::Greater => high = start,
        }
    }
    found
}

/// A table without the comment at its head.
pub(super) fn body(table: &'static str) -> &'static str {
    let mut rest = table;
    while rest.starts_with('#') {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest
}
