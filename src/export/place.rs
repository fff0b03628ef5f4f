//! Where a record stands in its file, and whether the file is still the same.

use super::encoding::{self, Encoding};

/// How far apart the decoded stream and the file are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    decoded: u64,
    pub(super) raw: u64,
    /// How many bytes of the file there are so far.
    pub(super) end: u64,
}

impl Place {
    /// Place and length in the file of a piece of the decoded stream. What lies between two pieces is ASCII.
    pub(super) fn skip(&mut self, encoding: Encoding, offset: u64, bytes: &[u8]) -> (u64, u32) {
        let gap = offset - self.decoded;
        let raw = self.raw + if encoding::is_wide(encoding) { gap * 2 } else { gap };
        // Half a unit at the very end of a file became a whole character.
        let length = encoding::width(encoding, bytes).min(self.end.saturating_sub(raw));
        self.decoded = offset + bytes.len() as u64;
        self.raw = raw + length;
        (raw, length as u32)
    }
}

/// A running 64-bit digest, the same for every way of cutting the bytes into portions.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Digest {
    state: u64,
    held: u64,
    count: u32,
}

impl Digest {
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !self.count.is_multiple_of(8) {
            let Some((&byte, tail)) = rest.split_first() else {
                return;
            };
            self.byte(byte);
            rest = tail;
        }
        let mut words = rest.chunks_exact(8);
        for word in &mut words {
            self.word(u64::from_le_bytes(word.try_into().unwrap_or_default()));
        }
        for &byte in words.remainder() {
            self.byte(byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.held |= u64::from(byte) << (8 * self.count);
        self.count += 1;
        if self.count == 8 {
            let word = std::mem::take(&mut self.held);
            self.count = 0;
            self.word(word);
        }
    }

    fn word(&mut self, word: u64) {
        self.state = (self.state.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    }

    pub(crate) fn value(self) -> u64 {
        let mut whole = self;
        whole.word(self.held ^ u64::from(self.count) << 60);
        whole.state
    }
}
