//! Which rows have a text in common, among millions of which few do.
//!
//! A sieve of eight bits for each row tells most of them apart: only rows that share a bit are looked at again. What
//! is found is verified against the bytes.

use super::hash;

/// For every row whose text has stood at an earlier one: both, the earliest first. `rows` are in order.
pub(super) fn repeats<'a>(
    rows: impl Iterator<Item = u32> + Clone,
    text: impl Fn(u32) -> &'a str,
    exact: bool,
) -> Vec<(u32, u32)> {
    let tag = |row| {
        let text = text(row);
        (if exact { hash::exact(text) } else { hash::folded(text) } >> 32) as u32
    };
    let tags: Vec<u32> = rows.clone().map(tag).collect();
    let mut found = Vec::new();
    let mut alike = candidates(&tags, rows);
    // Rows of one tag stay in order.
    alike.sort_unstable();
    for run in alike.chunk_by(|one, other| one.0 == other.0) {
        for (place, &(_, row)) in run.iter().enumerate() {
            let own = text(row);
            let same = |other: &str| if exact { own == other } else { own.eq_ignore_ascii_case(other) };
            if let Some((_, first)) = run[..place].iter().find(|(_, other)| same(text(*other))) {
                found.push((*first, row));
            }
        }
    }
    found.sort_unstable();
    found
}

/// Rows that share a bit of the sieve with another one, each with its tag.
fn candidates(tags: &[u32], rows: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
    let bits = (tags.len().max(8) * 8).next_power_of_two().ilog2().min(32);
    let place = |tag: u32| {
        let bit = tag >> (32 - bits);
        ((bit >> 6) as usize, 1u64 << (bit & 63))
    };
    let mut once = vec![0u64; (1usize << bits) / 64 + 1];
    let mut twice = once.clone();
    for &tag in tags {
        let (word, bit) = place(tag);
        twice[word] |= once[word] & bit;
        once[word] |= bit;
    }
    drop(once);
    let shared = |tag: u32| {
        let (word, bit) = place(tag);
        twice[word] & bit != 0
    };
    tags.iter().copied().zip(rows).filter(|(tag, _)| shared(*tag)).collect()
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
        let text = |row: u32| texts[row as usize].as_str();
        assert_eq!(repeats(0..5000, text, false), [(17, 4000), (17, 4500)]);
        assert_eq!(repeats(0..5000, text, true), [(17, 4000)]);
        assert_eq!(repeats((0..5000).filter(|row| *row > 17), text, false), [(4000, 4500)]);
        assert!(repeats(std::iter::empty(), text, false).is_empty());
        let same = |_| "one";
        assert_eq!(repeats(0..4, same, true), [(0, 1), (0, 2), (0, 3)]);
    }
}
