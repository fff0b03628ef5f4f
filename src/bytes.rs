//! Comparing short texts.

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

#[cfg(test)]
mod tests {
    use super::same;

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
