//! Which rows have a text in common, among millions of which few do.
//!
//! A sieve of eight bits for each row tells most of them apart: only rows that share a bit are looked at again. What
//! is found is verified against the bytes.

use crate::blocks::each;

/// For every row whose text has stood at an earlier one: both, the earliest first. `tags` has a part of the hash of each row's
/// text; rows for which `counts` is false have none that matters.
#[inline(never)]
pub(super) fn repeats<'a>(
    tags: &[u32],
    counts: impl Fn(u32) -> bool,
    text: impl Fn(u32) -> &'a [u8],
    exact: bool,
) -> Vec<(u32, u32)> {
    let mut alike = candidates(tags, counts);
    let mut found = Vec::new();
    // Rows of one tag stay in order.
    alike.sort_unstable();
    for run in alike.chunk_by(|one, other| one >> 32 == other >> 32) {
        for (place, &alike) in run.iter().enumerate() {
            let row = alike as u32;
            let own = text(row);
            let same = |other: &[u8]| if exact { own == other } else { own.eq_ignore_ascii_case(other) };
            let mut before = run[..place].iter().map(|other| *other as u32);
            if let Some(first) = before.find(|&other| same(text(other))) {
                found.push((first, row));
            }
        }
    }
    found.sort_unstable();
    found
}

/// Rows that count and share a bit of the sieve with another one, each behind its tag in one number.
#[inline(never)]
fn candidates(tags: &[u32], counts: impl Fn(u32) -> bool) -> Vec<u64> {
    let bits = (tags.len().max(8) * 8).next_power_of_two().ilog2().min(32);
    let place = |row: u32| {
        let bit = tags[row as usize] >> (32 - bits);
        ((bit >> 6) as usize, 1u64 << (bit & 63))
    };
    let mut once = vec![0u64; (1usize << bits) / 64 + 1];
    let mut twice = once.clone();
    each(tags.len() as u32, |row| {
        let (word, bit) = place(row);
        twice[word] |= once[word] & bit;
        once[word] |= bit;
    });
    drop(once);
    let mut alike = Vec::new();
    each(tags.len() as u32, |row| {
        let (word, bit) = place(row);
        if twice[word] & bit != 0 && counts(row) {
            alike.push(u64::from(tags[row as usize]) << 32 | u64::from(row));
        }
    });
    alike
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::hash;

    #[test]
    fn every_repetition_is_found_with_the_first() {
        let texts: Vec<String> = (0..5000)
            .map(|row| match row {
                17 | 4000 => "Ana@Acme.com".to_owned(),
                4500 => "ana@acme.COM".to_owned(),
                _ => format!("{row}@acme.com"),
            })
            .collect();
        let text = |row: u32| texts[row as usize].as_bytes();
        let tags =
            |of: fn(&[u8]) -> u64| -> Vec<u32> { (0..5000).map(|row| hash::tag(of(text(row)))).collect() };
        let (folded, exact) = (tags(hash::folded), tags(hash::exact));
        assert_eq!(repeats(&folded, |_| true, text, false), [(17, 4000), (17, 4500)]);
        assert_eq!(repeats(&exact, |_| true, text, true), [(17, 4000)]);
        assert_eq!(repeats(&folded, |row| row > 17, text, false), [(4000, 4500)]);
        assert!(repeats(&[], |_| true, text, false).is_empty());
        assert_eq!(repeats(&[7; 4], |_| true, |_| b"one", true), [(0, 1), (0, 2), (0, 3)]);
    }
}
