//! Long loops, cut into blocks. A WebAssembly engine compiles a function well only after it was entered often: a loop over a
//! million rows that is entered once stays slow to its end.

use std::ops::Range;

const BLOCK: u32 = 4096;

/// Hands the numbers below `count` on, many at a time.
#[inline(never)]
pub(crate) fn each_block(count: u32, each: &mut dyn FnMut(Range<u32>)) {
    let mut from = 0;
    while from < count {
        let to = count.min(from.saturating_add(BLOCK));
        each(from..to);
        from = to;
    }
}

/// Hands the numbers below `count` on.
pub(crate) fn each(count: u32, mut one: impl FnMut(u32)) {
    each_block(count, &mut |block| block.for_each(&mut one));
}

/// Drops what is not to be kept.
pub(crate) fn retain<T: Copy>(all: &mut Vec<T>, mut keep: impl FnMut(&T) -> bool) {
    let mut kept = 0;
    let held = &mut all[..];
    each_block(held.len() as u32, &mut |block| {
        for place in block {
            let entry = held[place as usize];
            if keep(&entry) {
                held[kept] = entry;
                kept += 1;
            }
        }
    });
    all.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_leave_nobody_out() {
        for count in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let mut seen = Vec::new();
            each(count, |number| seen.push(number));
            assert!(seen.iter().copied().eq(0..count));
            retain(&mut seen, |number| number % 3 == 0);
            assert!(seen.iter().copied().eq((0..count).step_by(3)));
        }
    }
}
