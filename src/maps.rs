//! Maps and sets whose order of looking nobody can foresee who writes a file. Those of the standard library have keys of
//! their own where there is randomness; in WebAssembly there is none, and their keys are the same for everybody.

use std::hash::{BuildHasher, DefaultHasher, Hasher};

use crate::check::secret;

/// A map by texts of a file, or by what follows from them.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, Keyed>;
/// A set of texts of a file, or of what follows from them.
pub(crate) type HashSet<T> = std::collections::HashSet<T, Keyed>;

/// Makes hashers that begin with the secret of the process.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Keyed;

impl BuildHasher for Keyed {
    type Hasher = DefaultHasher;

    fn build_hasher(&self) -> DefaultHasher {
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(secret());
        hasher
    }
}
