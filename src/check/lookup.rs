//! Finding people by their keys. Every hit of a hash is verified against the bytes.

use hashbrown::HashTable;

/// Rows by a text, without ASCII case.
#[derive(Debug, Default)]
pub(crate) struct Lookup(HashTable<u32>);

impl Lookup {
    pub(crate) fn with_capacity(capacity: usize) -> Lookup {
        Lookup(HashTable::with_capacity(capacity))
    }

    /// Puts a row under its text; if another stands there already, gives that one and leaves it.
    pub(crate) fn put<'a>(&mut self, row: u32, text: impl Fn(u32) -> &'a str) -> Option<u32> {
        let own = text(row);
        let hash = hash(own);
        if let Some(&first) = self.0.find(hash, |&other| text(other).eq_ignore_ascii_case(own)) {
            return Some(first);
        }
        self.0.insert_unique(hash, row, |&other| self::hash(text(other)));
        None
    }

    /// The row under a text.
    pub(crate) fn get<'a>(&self, wanted: &str, text: impl Fn(u32) -> &'a str) -> Option<u32> {
        self.0.find(hash(wanted), |&other| text(other).eq_ignore_ascii_case(wanted)).copied()
    }
}

fn hash(text: &str) -> u64 {
    let mut state = 0xCBF2_9CE4_8422_2325_u64;
    for byte in text.bytes() {
        state = (state ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01B3);
    }
    // The table takes its bits from the top.
    state ^ state.rotate_right(29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_count_and_the_first_stays() {
        let texts = ["ana@acme.com", "bo@acme.com", "ANA@ACME.COM"];
        let mut lookup = Lookup::default();
        let text = |row: u32| texts[row as usize];
        assert_eq!(lookup.put(0, text), None);
        assert_eq!(lookup.put(1, text), None);
        assert_eq!(lookup.put(2, text), Some(0));
        assert_eq!(lookup.get("Bo@acme.com", text), Some(1));
        assert_eq!(lookup.get("cy@acme.com", text), None);
    }
}
