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
    /// Four words in turn, so that none has to wait for the one before.
    lanes: [u64; 4],
    held: [u8; STRIPE],
    count: usize,
}

/// Bytes that are taken together.
const STRIPE: usize = 32;

impl Digest {
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        if self.count > 0 {
            let (head, tail) = rest.split_at(rest.len().min(STRIPE - self.count));
            self.held[self.count..self.count + head.len()].copy_from_slice(head);
            self.count += head.len();
            rest = tail;
            if self.count < STRIPE {
                return;
            }
            mix(&mut self.lanes, &self.held);
            self.count = 0;
        }
        let mut stripes = rest.chunks_exact(STRIPE);
        let mut lanes = self.lanes;
        for stripe in &mut stripes {
            mix(&mut lanes, stripe);
        }
        self.lanes = lanes;
        let rest = stripes.remainder();
        self.held[..rest.len()].copy_from_slice(rest);
        self.count = rest.len();
    }

    pub(crate) fn value(self) -> u64 {
        let mut whole = self;
        whole.held[whole.count..].fill(0);
        mix(&mut whole.lanes, &whole.held);
        whole.lanes.into_iter().fold(self.count as u64, step)
    }
}

fn mix(lanes: &mut [u64; 4], stripe: &[u8]) {
    for (lane, word) in lanes.iter_mut().zip(stripe.chunks_exact(8)) {
        *lane = step(*lane, u64::from_le_bytes(word.try_into().unwrap_or_default()));
    }
}

fn step(state: u64, word: u64) -> u64 {
    (state.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95)
}
