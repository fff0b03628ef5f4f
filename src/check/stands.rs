//! Where the record of each row stands in its file.

use crate::maps::HashMap;

/// Where a record stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    /// First byte, and length in bytes.
    pub(crate) offset: u64,
    pub(crate) length: u32,
    pub(crate) line: u32,
}

/// Rows of a block. Each row says how far it is from the first one.
const BLOCK: usize = 64;

/// Bits of a length. Those above tell how far the line is from where it would be if every record took as many.
const LENGTH: u32 = 22;

/// What stands there for a line that is right there.
const MIDDLE: u32 = 1 << (31 - LENGTH);

/// What stands elsewhere.
const FAR: [u32; 2] = [u32::MAX; 2];

/// Where a block begins, and how many lines its first record takes.
#[derive(Clone, Copy, Debug)]
struct Block {
    offset: u64,
    line: u32,
    lines: u32,
}

/// Where the records of all rows stand, in eight bytes each.
#[derive(Debug, Default)]
pub(crate) struct Stands {
    blocks: Vec<Block>,
    rows: Vec<[u32; 2]>,
    /// Those that are not told by their block: the next file begins, or a record is very long.
    far: HashMap<u32, Stand>,
}

impl Stands {
    pub(super) fn push(&mut self, stand: Stand) {
        let row = self.rows.len();
        if row.is_multiple_of(BLOCK) {
            self.blocks.push(Block { offset: stand.offset, line: stand.line, lines: 0 });
        }
        let told = self.blocks.last_mut().and_then(|block| {
            if row % BLOCK == 1 {
                block.lines = stand.line.saturating_sub(block.line);
            }
            block.tell(row, stand)
        });
        if told.is_none() {
            self.far.insert(row as u32, stand);
        }
        self.rows.push(told.unwrap_or(FAR));
    }

    /// Where the record of a row stands.
    pub(crate) fn get(&self, row: u32) -> Option<Stand> {
        let place = row as usize;
        let told = *self.rows.get(place)?;
        if told == FAR {
            return self.far.get(&row).copied();
        }
        let block = self.blocks[place / BLOCK];
        Some(Stand {
            offset: block.offset + u64::from(told[0]),
            length: told[1] & ((1 << LENGTH) - 1),
            line: block.line_of(place).wrapping_add(told[1] >> LENGTH).wrapping_sub(MIDDLE),
        })
    }

    /// The line on which the record of a row begins.
    pub(crate) fn line(&self, row: u32) -> u32 {
        self.get(row).map_or(0, |stand| stand.line)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Stand> {
        (0..self.rows.len() as u32).filter_map(|row| self.get(row))
    }

    /// Bytes that so many rows take.
    pub(super) const fn room(rows: usize) -> usize {
        rows.saturating_mul(size_of::<[u32; 2]>()).saturating_add(rows.div_ceil(BLOCK) * size_of::<Block>())
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        let _ = self.rows.try_reserve_exact(rows);
        let _ = self.blocks.try_reserve_exact(rows.div_ceil(BLOCK));
    }

    /// Forgets the rows from a number on.
    pub(super) fn truncate(&mut self, rows: usize) {
        self.rows.truncate(rows);
        self.blocks.truncate(rows.div_ceil(BLOCK));
        self.far.retain(|row, _| (*row as usize) < rows);
    }
}

impl Block {
    /// The line of a row if every record takes as many.
    #[inline]
    fn line_of(self, row: usize) -> u32 {
        self.line.wrapping_add(self.lines.wrapping_mul((row % BLOCK) as u32))
    }

    /// What is held of a row, if that is enough.
    #[inline]
    fn tell(self, row: usize, stand: Stand) -> Option<[u32; 2]> {
        let offset = u32::try_from(stand.offset.checked_sub(self.offset)?).ok()?;
        let lines = stand.line.wrapping_sub(self.line_of(row)).wrapping_add(MIDDLE);
        let told = [offset, stand.length | lines << LENGTH];
        (stand.length < 1 << LENGTH && lines < 2 * MIDDLE && told != FAR).then_some(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_where_it_stood() {
        let mut all = Vec::new();
        let (mut offset, mut line) = (7, 2);
        for row in 0..1000u32 {
            let length = match row {
                100 => (1 << LENGTH) - 1,
                200 => 1 << LENGTH,
                300 => u32::MAX,
                _ => row % 91,
            };
            all.push(Stand { offset, length, line });
            offset += u64::from(length) + 2;
            line += match row % 97 {
                0 => 450,
                1 => 90,
                2 => 0,
                _ => 1,
            };
            // Another file begins, or one of gigabytes goes on.
            match row {
                500 => (offset, line) = (0, 1),
                700 => offset += 1 << 40,
                800 => line = u32::MAX - 9000,
                _ => {}
            }
        }
        let mut stands = Stands::default();
        let check = |stands: &Stands, upto: usize| {
            assert_eq!(stands.iter().collect::<Vec<_>>(), all[..upto]);
            assert_eq!(stands.get(upto as u32), None);
        };
        for stand in &all {
            stands.push(*stand);
        }
        check(&stands, all.len());
        for upto in [999, 705, 700, 641, 640, 639, 201, 0] {
            stands.truncate(upto);
            check(&stands, upto);
        }
        for stand in &all {
            stands.push(*stand);
        }
        check(&stands, all.len());
    }

    #[test]
    fn files_of_every_form_stand_in_their_blocks() {
        // A table, a list in one line, a list of which every value has a line.
        for lines in [1, 0, 43] {
            let mut stands = Stands::default();
            for row in 0..10_000u32 {
                let line = 1 + lines * row + if lines > 1 { row % 7 } else { 0 };
                stands.push(Stand { offset: u64::from(row) * 900, length: 880, line });
            }
            assert!(stands.far.is_empty(), "{lines}");
        }
    }
}
