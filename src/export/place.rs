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

    /// Goes on at a place of the decoded stream, and of the file; there is so much of it.
    pub(super) fn go_to(&mut self, decoded: u64, raw: u64, end: u64) {
        *self = Place { decoded, raw, end };
    }
}

/// A running 64-bit digest, the same for every way of cutting the bytes into portions. It is made block by block, so that
/// pieces of a file can be taken up by several who do not wait for each other.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Digest {
    /// Of the blocks that are over.
    whole: u64,
    block: Running,
    /// Bytes of the block in hand.
    filled: usize,
}

/// Bytes of a block.
const BLOCK: usize = 4096;

impl Digest {
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(rest.len().min(BLOCK - self.filled));
            self.block.push(now);
            self.filled += now.len();
            rest = later;
            if self.filled == BLOCK {
                self.add(self.block.value());
            }
        }
    }

    /// A block is over.
    fn add(&mut self, block: u64) {
        *self = Digest { whole: step(self.whole, block), ..Digest::default() };
    }

    pub(crate) fn value(self) -> u64 {
        step(self.whole, self.block.value())
    }

    /// Takes what somebody else made of the bytes that follow. False: they begin elsewhere in a block.
    pub(super) fn take(&mut self, blocks: &Blocks) -> bool {
        self.push(&blocks.first);
        if self.filled > 0 && !blocks.values.is_empty() {
            return false;
        }
        for &value in &blocks.values {
            self.add(value);
        }
        self.push(&blocks.last);
        true
    }
}

/// What goes into the digest of a file from a piece of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Blocks {
    /// Bytes before its first whole block.
    pub(crate) first: Vec<u8>,
    pub(crate) values: Vec<u64>,
    /// Bytes behind its last one.
    pub(crate) last: Vec<u8>,
    /// How many bytes are to come before the first whole block.
    lead: usize,
}

impl Blocks {
    /// Of a piece that begins at a place of the file.
    pub(super) fn new(from: u64) -> Blocks {
        let over = (from % BLOCK as u64) as usize;
        Blocks { lead: if over == 0 { 0 } else { BLOCK - over }, ..Blocks::default() }
    }

    /// As it was.
    pub(crate) fn of(first: Vec<u8>, values: Vec<u64>, last: Vec<u8>) -> Blocks {
        Blocks { first, values, last, lead: 0 }
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        let (lead, mut rest) = bytes.split_at(bytes.len().min(self.lead));
        self.first.extend_from_slice(lead);
        self.lead -= lead.len();
        if !self.last.is_empty() {
            let (more, later) = rest.split_at(rest.len().min(BLOCK - self.last.len()));
            self.last.extend_from_slice(more);
            rest = later;
            if self.last.len() == BLOCK {
                self.values.push(of_block(&self.last));
                self.last.clear();
            }
        }
        let blocks = rest.chunks_exact(BLOCK);
        let more = blocks.remainder();
        self.values.extend(blocks.map(of_block));
        self.last.extend_from_slice(more);
    }
}

fn of_block(bytes: &[u8]) -> u64 {
    let mut block = Running::default();
    block.push(bytes);
    block.value()
}

/// The digest of a block, as far as it is there.
#[derive(Clone, Copy, Debug, Default)]
struct Running {
    /// Four words in turn, so that none has to wait for the one before.
    lanes: [u64; 4],
    held: [u8; STRIPE],
    count: usize,
}

/// Bytes that are taken together.
const STRIPE: usize = 32;

impl Running {
    fn push(&mut self, bytes: &[u8]) {
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

    fn value(self) -> u64 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_give_the_digest_of_the_whole() {
        let bytes: Vec<u8> = (0..3 * BLOCK as u32 + 77).map(|at| ((at * at) >> 3) as u8).collect();
        let mut whole = Digest::default();
        whole.push(&bytes);
        for (one, other) in
            [(0, 0), (5, 5), (1, BLOCK), (100, 2 * BLOCK + 9), (BLOCK, 3 * BLOCK), (7, bytes.len())]
        {
            let mut digest = Digest::default();
            digest.push(&bytes[..one]);
            for piece in [one..other, other..bytes.len()] {
                let mut blocks = Blocks::new(piece.start as u64);
                bytes[piece].chunks(1000).for_each(|portion| blocks.push(portion));
                assert!(digest.take(&blocks));
            }
            assert_eq!(digest.value(), whole.value(), "{one}, {other}");
        }
        let elsewhere = Blocks { values: vec![1], ..Blocks::default() };
        let mut digest = Digest::default();
        digest.push(b"a");
        assert!(!digest.take(&elsewhere));
    }
}
