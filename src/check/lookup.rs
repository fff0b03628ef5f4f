//! Finding people by their keys. Every hit of a hash is verified against the bytes.

use hashbrown::HashTable;

use super::hash::{self, spread};
use crate::maps::HashMap;

/// Rows by a text.
#[derive(Debug, Default)]
pub(crate) struct Lookup {
    /// The first row of each text.
    rows: HashTable<Entry>,
    /// The others, by the first. Thousands under one text are looked at when they are asked for only.
    more: HashMap<u32, Vec<u32>>,
    /// Case counts, as in ids.
    exact: bool,
}

/// A row and the hash of its text, which is held so that most texts need not be looked at.
#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u32,
    row: u32,
}

impl Lookup {
    /// Texts that are equal without ASCII case, such as addresses.
    pub(crate) fn folded(capacity: usize) -> Lookup {
        Lookup { rows: HashTable::with_capacity(capacity), ..Lookup::default() }
    }

    /// Texts that are equal byte for byte, such as ids.
    pub(crate) fn exact() -> Lookup {
        Lookup { exact: true, ..Lookup::default() }
    }

    /// Puts a row under its text; if another stands there already, gives that one and leaves it.
    pub(crate) fn put<'a>(&mut self, row: u32, text: impl Fn(u32) -> &'a str) -> Option<u32> {
        let own = text(row);
        let hash = self.hash(own);
        if let Some(first) = self.find(hash, own, &text) {
            return Some(first);
        }
        self.rows.insert_unique(spread(hash), Entry { hash, row }, |other| spread(other.hash));
        None
    }

    /// Puts a row under its text, besides those that stand there.
    pub(crate) fn add<'a>(&mut self, row: u32, text: impl Fn(u32) -> &'a str) {
        if let Some(first) = self.put(row, text) {
            self.more.entry(first).or_default().push(row);
        }
    }

    /// All rows under a text that were put there, in the order in which they were.
    pub(crate) fn all<'l, 'a>(
        &'l self,
        wanted: &str,
        text: impl Fn(u32) -> &'a str,
    ) -> impl Iterator<Item = u32> + 'l {
        let first = self.find(self.hash(wanted), wanted, &text);
        let more = first.and_then(|first| self.more.get(&first)).into_iter().flatten().copied();
        first.into_iter().chain(more)
    }

    fn hash(&self, text: &str) -> u32 {
        let hash = if self.exact { hash::exact(text.as_bytes()) } else { hash::folded(text.as_bytes()) };
        hash::tag(hash)
    }

    fn same(&self, one: &str, other: &str) -> bool {
        if self.exact { one == other } else { one.eq_ignore_ascii_case(other) }
    }

    fn find<'a>(&self, hash: u32, wanted: &str, text: &impl Fn(u32) -> &'a str) -> Option<u32> {
        let fits = |other: &Entry| other.hash == hash && self.same(text(other.row), wanted);
        self.rows.find(spread(hash), fits).map(|found| found.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_count_and_the_first_stays() {
        let texts = ["ana@acme.com", "bo@acme.com", "ANA@ACME.COM"];
        let mut lookup = Lookup::folded(0);
        let text = |row: u32| texts[row as usize];
        assert_eq!(lookup.put(0, text), None);
        assert_eq!(lookup.put(1, text), None);
        assert_eq!(lookup.put(2, text), Some(0));
        let all = |wanted: &'static str| lookup.all(wanted, text).collect::<Vec<u32>>();
        assert_eq!(all("Bo@acme.com"), [1]);
        assert!(all("cy@acme.com").is_empty());
        lookup.add(2, text);
        assert_eq!(lookup.all("ana@ACME.com", text).collect::<Vec<u32>>(), [0, 2]);
        let mut ids = Lookup::exact();
        assert_eq!([ids.put(0, text), ids.put(2, text)], [None, None]);
    }
}
