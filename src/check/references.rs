//! How people's managers are named.

use hashbrown::HashTable;

use super::columns::Interner;
use super::hash::{self, spread};

/// How somebody's manager is named: the numbers of the texts of email, name and id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) email: u32,
    pub(crate) name: u32,
    pub(crate) id: u32,
}

/// What a row holds of it, equal for equal ones: numbers of email and name, or where there is an id, which of those with one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Naming {
    first: u32,
    name: u32,
}

/// Says that the rest is the place of a reference with an id.
const WITH_ID: u32 = 1 << 31;

/// The references with an id, each once.
#[derive(Debug, Default)]
pub(crate) struct References {
    all: Vec<Reference>,
    numbers: HashTable<u32>,
}

impl References {
    /// What is held of email, name and id.
    #[inline]
    pub(super) fn naming(&mut self, texts: &mut Interner, named: [&[u8]; 3]) -> Naming {
        let [email, name, id] = named.map(|text| texts.number(text));
        if id == 0 { Naming { first: email, name } } else { self.with_id(Reference { email, name, id }) }
    }

    /// The same of texts that have numbers.
    pub(super) fn naming_of(&mut self, reference: Reference) -> Naming {
        let Reference { email, name, id } = reference;
        if id == 0 { Naming { first: email, name } } else { self.with_id(reference) }
    }

    #[inline(never)]
    fn with_id(&mut self, reference: Reference) -> Naming {
        let hash = |held: &Reference| spread(hash::tag(hash::numbers([held.email, held.name, held.id, 0])));
        let own = hash(&reference);
        let held = self.numbers.find(own, |&number| self.all[number as usize] == reference).copied();
        let number = held.unwrap_or_else(|| {
            self.all.push(reference);
            let number = self.all.len() as u32 - 1;
            *self.numbers.insert_unique(own, number, |&other| hash(&self.all[other as usize])).get()
        });
        Naming { first: WITH_ID | number, name: 0 }
    }

    #[inline]
    pub(crate) fn get(&self, naming: Naming) -> Reference {
        let Naming { first, name } = naming;
        if first & WITH_ID == 0 {
            return Reference { email: first, name, id: 0 };
        }
        self.all[(first & !WITH_ID) as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Forgets those with an id from a place on.
    pub(super) fn truncate(&mut self, length: usize) {
        self.all.truncate(length);
        self.numbers.retain(|number| (*number as usize) < length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_naming_comes_back_and_equal_ones_are_equal() {
        let (mut texts, mut references) = (Interner::new(), References::default());
        let named = ["", "ana@acme.com", "Ana Li", "00u1"].map(str::as_bytes);
        let mut all = Vec::new();
        for _ in 0..2 {
            for email in named {
                for name in named {
                    for id in named {
                        let naming = references.naming(&mut texts, [email, name, id]);
                        let held = references.get(naming);
                        assert_eq!(
                            [held.email, held.name, held.id].map(|text| texts.bytes(text)),
                            [email, name, id]
                        );
                        assert_eq!(references.naming_of(held), naming);
                        all.push(naming);
                    }
                }
            }
        }
        assert_eq!(all[..64], all[64..]);
        assert!((0..64).all(|one| (0..one).all(|other| all[one] != all[other])));
        assert_eq!(references.len(), 48);
        // What is forgotten is found anew, and the rest is where it was.
        references.truncate(20);
        for naming in
            all[..64].iter().filter(|naming| naming.first & WITH_ID == 0 || naming.first & !WITH_ID < 20)
        {
            assert_eq!(references.naming_of(references.get(*naming)), *naming);
        }
        assert_eq!(references.len(), 20);
    }
}
