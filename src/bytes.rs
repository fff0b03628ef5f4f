//! Comparing short texts.

/// Up to eight bytes as a number; of more the first eight.
#[inline]
pub(crate) fn word(text: &[u8]) -> u64 {
    if let Some(bytes) = text.first_chunk::<8>() {
        return u64::from_le_bytes(*bytes);
    }
    // Both halves may hold some bytes, each in its place.
    if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let [first, last] = [first, last].map(|bytes| u64::from(u32::from_le_bytes(*bytes)));
        return first | last << (8 * (text.len() - 4));
    }
    match *text {
        [] => 0,
        [one] => u64::from(one),
        [one, two] => u64::from(u16::from_le_bytes([one, two])),
        [one, two, three, ..] => u64::from(u32::from_le_bytes([one, two, three, 0])),
    }
}

/// Whether two texts are equal. Most that are compared are, and short.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (Some(last), Some(other_last)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else {
        return word(one) == word(other);
    };
    let words = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().unwrap_or_default());
    one.chunks_exact(8).zip(other.chunks_exact(8)).all(|(one, other)| words(one) == words(other))
        && last == other_last
}

/// Whether a byte is in a text. Most texts that are asked are short, and do not hold it.
#[inline]
pub(crate) fn holds(text: &[u8], byte: u8) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let Some(last) = text.last_chunk::<8>() else {
        return text.contains(&byte);
    };
    let found = |bytes: &[u8; 8]| {
        // Not zero if, and only if, some byte is.
        let differs = u64::from_le_bytes(*bytes) ^ (ONES * u64::from(byte));
        differs.wrapping_sub(ONES) & !differs & (ONES << 7)
    };
    text.as_chunks::<8>().0.iter().fold(found(last), |all, bytes| all | found(bytes)) != 0
}

#[cfg(test)]
mod tests {
    use super::{holds, same, word};

    #[test]
    fn a_word_holds_each_byte_in_its_place() {
        let text = b"\x81bc\xFFefgh\x01";
        for length in 0..=text.len() {
            let wanted =
                text[..length.min(8)].iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
            assert_eq!(word(&text[..length]), wanted, "{length} bytes");
        }
    }

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        for length in 0..40 {
            for other in [b'a', b'"', b'$', 0, 0x80, 0xA3, 0xFF] {
                let mut text = vec![other; length];
                assert!(!holds(&text, b'#'), "{length} of {other}");
                for at in 0..length {
                    text[at] = b'#';
                    assert!(holds(&text, b'#'), "{at} of {length}");
                    text[at] = other;
                }
            }
        }
    }

    #[test]
    fn every_byte_counts() {
        for length in 0..40 {
            let text = vec![b'a'; length];
            assert!(same(&text, &text.clone()));
            assert!(!same(&text, &vec![b'a'; length + 1]));
            for at in 0..length {
                let mut other = text.clone();
                other[at] = b'b';
                assert!(!same(&text, &other), "byte {at} of {length}");
            }
        }
    }
}
