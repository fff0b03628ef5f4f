//! Hashes of texts, eight bytes at a time. They only say where to look: every hit is verified against the bytes.

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Of the bytes as they are.
#[inline]
pub(super) fn exact(text: &[u8]) -> u64 {
    hash(text, |word| word)
}

/// The same for texts that are equal without ASCII case.
#[inline]
pub(super) fn folded(text: &[u8]) -> u64 {
    hash(text, lower)
}

/// Texts of up to eight bytes and of one length are equal if their hashes are: every step can be undone.
pub(super) const CERTAIN: usize = 8;

/// Whether two texts are equal. Most that are compared are, and short.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (Some(last), Some(other_last)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else {
        return one.iter().eq(other);
    };
    let words = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().unwrap_or_default());
    one.chunks_exact(8).zip(other.chunks_exact(8)).all(|(one, other)| words(one) == words(other))
        && last == other_last
}

/// Of several texts together.
#[inline]
pub(super) fn several<const COUNT: usize>(texts: [&[u8]; COUNT]) -> u64 {
    texts.into_iter().fold(1, |state, text| step(state, exact(text)))
}

/// Of four numbers.
pub(super) fn numbers(numbers: [u32; 4]) -> u64 {
    numbers.into_iter().fold(0, |state, number| step(state, u64::from(number)))
}

#[inline]
fn hash(bytes: &[u8], fold: impl Fn(u64) -> u64) -> u64 {
    let mut state = (bytes.len() as u64).wrapping_mul(SPREAD);
    if let Some(last) = bytes.last_chunk::<8>() {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            state = step(state, fold(u64::from_le_bytes(word.try_into().unwrap_or_default())));
        }
        // What is left over is read together with bytes before it.
        if !words.remainder().is_empty() {
            state = step(state, fold(u64::from_le_bytes(*last)));
        }
    } else {
        let word = bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        state = step(state, fold(word));
    }
    state
}

#[inline]
fn step(state: u64, word: u64) -> u64 {
    let mixed = (state ^ word).wrapping_mul(SPREAD);
    mixed ^ mixed >> 32
}

/// Eight bytes with the capital letters of ASCII made small.
#[inline]
fn lower(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = word & !HIGH;
    // The high bit of a byte says that it is `A` or more; that it is more than `Z`.
    let from_a = low + (0x80 - 0x41) * ONES;
    let behind_z = low + (0x80 - 0x5B) * ONES;
    let capitals = (from_a ^ behind_z) & !word & HIGH;
    word | capitals >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fold_and_nothing_else_does() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in all.chunks_exact(8) {
            let word = u64::from_le_bytes(bytes.try_into().expect("eight"));
            let wanted = u64::from_le_bytes(bytes.to_ascii_lowercase().try_into().expect("eight"));
            assert_eq!(lower(word), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn texts_of_every_length_fold_alike_and_stay_apart() {
        let long = "Ana.Belen.Castellanos17@Northwind-Lantern.Example";
        let mut seen = std::collections::HashSet::new();
        for end in 0..=long.len() {
            let text = &long[..end];
            assert_eq!(folded(text.as_bytes()), folded(text.to_ascii_lowercase().as_bytes()), "{text}");
            assert!(seen.insert(folded(text.as_bytes())), "{text}");
        }
        assert_ne!(exact(b"Ana"), exact(b"ana"));
        assert_ne!(exact(b"a"), exact(b"a\0"));
    }
}
