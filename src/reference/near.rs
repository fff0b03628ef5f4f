//! Near misses: what someone may have meant.

use strsim::osa_distance;

/// As many as a person can choose from at a glance.
const MOST: usize = 5;

/// No name is as long as this.
const LONGEST: usize = 80;

/// Near misses of one text, nearest first.
pub(super) struct Near<'t, T> {
    text: &'t str,
    length: usize,
    letters: u32,
    limit: usize,
    found: Vec<(usize, T)>,
}

impl<'t, T: Copy + PartialEq> Near<'t, T> {
    /// `text` is folded. Short texts would be near to everything; they are near to nothing, as
    /// are texts longer than any name.
    pub(super) fn new(text: &'t str) -> Self {
        let length = text.chars().count();
        let limit = match length {
            0..=3 | LONGEST.. => 0,
            4..=6 => 1,
            7..=11 => 2,
            _ => 3,
        };
        Self { text, length, letters: letters(text), limit, found: Vec::new() }
    }

    /// Is there any text that could be near?
    pub(super) const fn hopeless(&self) -> bool {
        self.limit == 0
    }

    /// Offers what a folded spelling stands for.
    pub(super) fn offer(&mut self, spelling: &str, value: T) {
        // One edit changes the length by one at most, and the set of letters by two.
        let longer = spelling.chars().count().abs_diff(self.length);
        let unlike = (letters(spelling) ^ self.letters).count_ones() as usize;
        if self.hopeless() || longer > self.limit || unlike > 2 * self.limit {
            return;
        }
        let distance = osa_distance(self.text, spelling);
        if distance <= self.limit {
            self.put(distance, value);
        }
    }

    /// Offers a value at a distance known by other means.
    pub(super) fn put(&mut self, distance: usize, value: T) {
        if let Some(known) = self.found.iter().position(|(_, v)| *v == value) {
            if self.found[known].0 <= distance {
                return;
            }
            self.found.remove(known);
        }
        let place = self.found.iter().take_while(|(d, _)| *d <= distance).count();
        self.found.insert(place, (distance, value));
        self.found.truncate(MOST);
    }

    /// What was near, nearest first; equally near values in the order they were offered.
    pub(super) fn ranked(self) -> Vec<T> {
        self.found.into_iter().map(|(_, value)| value).collect()
    }
}

/// The letters of a text, as a set.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}
