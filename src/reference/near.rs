//! Near misses: what someone may have meant.

use strsim::osa_distance;

/// As many as a person can choose from at a glance.
const MOST: usize = 5;

/// Near misses of one text, nearest first.
pub(super) struct Near<'t, T> {
    text: &'t str,
    limit: usize,
    found: Vec<(usize, T)>,
}

impl<'t, T: Copy + PartialEq> Near<'t, T> {
    /// `text` is folded. Short texts are near to everything, so they are near to nothing.
    pub(super) fn new(text: &'t str) -> Self {
        let limit = match text.chars().count() {
            0..=3 => 0,
            4..=6 => 1,
            7..=11 => 2,
            _ => 3,
        };
        Self {
            text,
            limit,
            found: Vec::new(),
        }
    }

    /// Is there any text that could be near?
    pub(super) const fn hopeless(&self) -> bool {
        self.limit == 0
    }

    /// Offers what a folded spelling stands for.
    pub(super) fn offer(&mut self, spelling: &str, value: T) {
        if self.hopeless() || spelling.len().abs_diff(self.text.len()) > 2 * self.limit {
            return;
        }
        let distance = osa_distance(self.text, spelling);
        if distance <= self.limit {
            self.put(distance, value);
        }
    }

    /// Offers a value at a distance known by other means.
    pub(super) fn put(&mut self, distance: usize, value: T) {
        match self.found.iter_mut().find(|(_, v)| *v == value) {
            Some(known) => known.0 = known.0.min(distance),
            None => self.found.push((distance, value)),
        }
    }

    /// What was near, nearest first; equally near values in the order they were offered.
    pub(super) fn ranked(mut self) -> Vec<T> {
        self.found.sort_by_key(|(distance, _)| *distance);
        self.found
            .into_iter()
            .take(MOST)
            .map(|(_, value)| value)
            .collect()
    }
}
