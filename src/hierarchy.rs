//! Who stands above whom, for any number of people and without recursion.
//!
//! Everyone has one manager or none, so following managers from anywhere ends at a head or runs in
//! a circle.

use crate::blocks::each;

/// No manager.
pub(crate) const NOBODY: u32 = u32::MAX;

/// What follows from everyone's manager.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Hierarchy {
    /// How many people stand below each, themselves included; 0 for those in a circle.
    pub(crate) sizes: Vec<u32>,
    /// The circles, each from its first member on, ordered by that.
    pub(crate) cycles: Vec<Vec<u32>>,
}

impl Hierarchy {
    /// `manager` gives the manager of each of so many people, or [`NOBODY`]; nobody is their own.
    #[inline(never)]
    pub(crate) fn new(count: u32, manager: impl Fn(u32) -> u32) -> Hierarchy {
        let mut waiting = vec![0u32; count as usize];
        each(count, |person| {
            let above = manager(person);
            if above != NOBODY {
                waiting[above as usize] += 1;
            }
        });
        // Those without reports first, each with everyone above who waits for nobody else: circles are never reached. Who
        // was passed on the way has a size.
        let mut sizes = vec![0u32; count as usize];
        each(count, |person| {
            if waiting[person as usize] > 0 || sizes[person as usize] > 0 {
                return;
            }
            let mut place = person as usize;
            loop {
                sizes[place] += 1;
                let above = manager(place as u32);
                if above == NOBODY {
                    break;
                }
                sizes[above as usize] += sizes[place];
                waiting[above as usize] -= 1;
                if waiting[above as usize] > 0 {
                    break;
                }
                place = above as usize;
            }
        });
        // Whoever still waits stands in a circle.
        let mut cycles = Vec::new();
        each(count, |first| {
            if waiting[first as usize] == 0 {
                return;
            }
            let mut cycle = Vec::new();
            let mut person = first;
            while waiting[person as usize] > 0 {
                waiting[person as usize] = 0;
                sizes[person as usize] = 0;
                cycle.push(person);
                person = manager(person);
            }
            cycles.push(cycle);
        });
        Hierarchy { sizes, cycles }
    }

    /// Of those without a manager, the one with the most people below; of equal ones the first.
    #[inline(never)]
    pub(crate) fn head(&self, manager: impl Fn(u32) -> u32, candidate: impl Fn(u32) -> bool) -> Option<u32> {
        let mut head: Option<u32> = None;
        each(self.sizes.len() as u32, |person| {
            let larger = |head| self.sizes[person as usize] > self.sizes[head as usize];
            if manager(person) == NOBODY && head.is_none_or(larger) && candidate(person) {
                head = Some(person);
            }
        });
        head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hierarchy(managers: &[u32]) -> Hierarchy {
        Hierarchy::new(managers.len() as u32, |person| managers[person as usize])
    }

    fn head(managers: &[u32]) -> Option<u32> {
        hierarchy(managers).head(|person| managers[person as usize], |_| true)
    }

    #[test]
    fn trees_have_sizes_and_a_head() {
        // 0 heads 1 and 2, 2 heads 3; 4 heads 5.
        let managers = [NOBODY, 0, 0, 2, NOBODY, 4];
        let hierarchy = hierarchy(&managers);
        assert_eq!(hierarchy.sizes, [4, 1, 2, 1, 2, 1]);
        assert_eq!(head(&managers), Some(0));
        assert!(hierarchy.cycles.is_empty());
    }

    #[test]
    fn of_equal_trees_the_first_head_counts() {
        let managers = [NOBODY, NOBODY, 1, 0];
        assert_eq!(head(&managers), Some(0));
    }

    #[test]
    fn circles_of_any_length_are_found_once() {
        // 1 and 2 are a circle with 0 hanging on; 3, 4, 5 are one.
        let managers = [1, 2, 1, 5, 3, 4];
        let hierarchy = hierarchy(&managers);
        assert_eq!(hierarchy.cycles, [vec![1, 2], vec![3, 5, 4]]);
        assert_eq!(hierarchy.sizes[0], 1);
    }

    #[test]
    fn a_million_in_one_chain_do_not_recurse() {
        let managers: Vec<u32> =
            (0..1_000_000).map(|person: u32| person.checked_sub(1).unwrap_or(NOBODY)).collect();
        assert_eq!(hierarchy(&managers).sizes[0], 1_000_000);
        let circle: Vec<u32> = (0..1_000_000).map(|person: u32| (person + 1) % 1_000_000).collect();
        assert_eq!(hierarchy(&circle).cycles[0].len(), 1_000_000);
    }
}
