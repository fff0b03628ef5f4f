//! Which rows have a text in common, among millions of which few do.
//!
//! A sieve of eight bits for each row tells most of them apart: only rows that share a bit are looked at again. What
//! is found is verified against the bytes.

use super::hash;
use crate::blocks::{each, each_block};

/// For every row below `count` whose text has stood at an earlier one: both, the earliest first. `text` gives nothing for
/// rows that do not count.
#[inline(never)]
pub(super) fn repeats<'a>(
    count: u32,
    text: impl Fn(u32) -> Option<&'a [u8]>,
    exact: bool,
) -> Vec<(u32, u32)> {
    let mut tags: Vec<(u32, u32)> = Vec::new();
    tags.reserve_exact(count as usize);
    each_block(count, &mut |block| {
        for row in block {
            if let Some(text) = text(row) {
                let hash = if exact { hash::exact(text) } else { hash::folded(text) };
                tags.push((hash::tag(hash), row));
            }
        }
    });
    let mut alike = candidates(&tags);
    drop(tags);
    let mut found = Vec::new();
    // Rows of one tag stay in order.
    alike.sort_unstable();
    for run in alike.chunk_by(|one, other| one.0 == other.0) {
        for (place, &(_, row)) in run.iter().enumerate() {
            let own = text(row).unwrap_or_default();
            let same = |other: &[u8]| if exact { own == other } else { own.eq_ignore_ascii_case(other) };
            let mut before = run[..place].iter().map(|(_, other)| *other);
            if let Some(first) = before.find(|&other| same(text(other).unwrap_or_default())) {
                found.push((first, row));
            }
        }
    }
    found.sort_unstable();
    found
}

/// Rows that share a bit of the sieve with another one, each with its tag.
#[inline(never)]
fn candidates(tags: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let bits = (tags.len().max(8) * 8).next_power_of_two().ilog2().min(32);
    let place = |tag: u32| {
        let bit = tag >> (32 - bits);
        ((bit >> 6) as usize, 1u64 << (bit & 63))
    };
    let mut once = vec![0u64; (1usize << bits) / 64 + 1];
    let mut twice = once.clone();
    each(tags.len() as u32, |at| {
        let (word, bit) = place(tags[at as usize].0);
        twice[word] |= once[word] & bit;
        once[word] |= bit;
    });
    drop(once);
    let mut alike = Vec::new();
    each(tags.len() as u32, |at| {
        let (word, bit) = place(tags[at as usize].0);
        if twice[word] & bit != 0 {
            alike.push(tags[at as usize]);
        }
    });
    alike
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_repetition_is_found_with_the_first() {
        let texts: Vec<String> = (0..5000)
            .map(|row| match row {
                17 | 4000 => "Ana@Acme.com".to_owned(),
                4500 => "ana@acme.COM".to_owned(),
                _ => format!("{row}@acme.com"),
            })
            .collect();
        let text = |row: u32| Some(texts[row as usize].as_bytes());
        assert_eq!(repeats(5000, text, false), [(17, 4000), (17, 4500)]);
        assert_eq!(repeats(5000, text, true), [(17, 4000)]);
        assert_eq!(repeats(5000, |row| text(row).filter(|_| row > 17), false), [(4000, 4500)]);
        assert!(repeats(0, text, false).is_empty());
        assert_eq!(repeats(4, |_| Some(b"one"), true), [(0, 1), (0, 2), (0, 3)]);
    }
}
