//! What tells a finding of one run from the others in the next, though lines have moved.
//!
//! A digest of an address is no secret: whoever knows the addresses of a company can make the digests of all and
//! compare. So a person goes into a fingerprint by an id that nobody can guess, as Okta and Entra give them. Where there
//! is none, findings of one rule on one attribute are counted: a person more who has no such fault changes nothing, and
//! a fault cured leaves as many as there are. Where values are shown anyway, the person's key will do.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Entry, Scene};
use crate::maps::HashMap;

/// Counts findings for fingerprints, by rule and by the attribute or place in the settings that they are about.
#[derive(Debug, Default)]
pub(super) struct Fingerprints(HashMap<(&'static str, String), u64>);

impl Fingerprints {
    /// The kind of a finding's fingerprint, and the fingerprint: the first 16 bytes of a SHA-256 over its parts, each
    /// ended by a zero byte, in hexadecimal digits.
    pub(super) fn of(&mut self, scene: &Scene, entry: &Entry<'_>) -> (&'static str, String) {
        let told = &entry.told;
        let about = told.attribute.or(told.path.as_deref()).unwrap_or_default();
        if let Some(who) = entry.row.and_then(|row| identity(scene, row)) {
            return ("rollcallPerson/v1", digest(&[told.rule, about, &entry.place.to_string(), who]));
        }
        let number = self.0.entry((told.rule, about.to_owned())).or_default();
        *number += 1;
        ("rollcallOccurrence/v1", digest(&[told.rule, about, &number.to_string()]))
    }
}

/// What a person is known by from run to run, if it may be told.
fn identity(scene: &Scene, row: u32) -> Option<&str> {
    let store = &scene.check.base.store;
    let person = store.rows[row as usize].person;
    let mut ids = store.parts_of(person).map(|part| store.arena.key(store.rows[part as usize].id()));
    ids.find(|id| cannot_be_guessed(id)).or_else(|| store.key(row).filter(|_| scene.show_values))
}

/// An id that a directory has drawn: an object id of Entra, a user id of Okta. A number of an employee is none.
fn cannot_be_guessed(id: &str) -> bool {
    let random_uuid = || {
        let parts: Vec<&str> = id.split('-').collect();
        parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
            && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_hexdigit()))
            && parts[2].starts_with('4')
    };
    let okta = || {
        id.strip_prefix("00u")
            .is_some_and(|rest| rest.len() == 17 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    let various = || {
        let mut bytes: Vec<u8> = id.bytes().collect();
        bytes.sort_unstable();
        bytes.dedup();
        bytes.len() >= 8
    };
    (random_uuid() || okta()) && various()
}

fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut text = String::new();
    for byte in &hash.finalize()[..16] {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::cannot_be_guessed;

    #[test]
    fn only_drawn_ids_stand_for_people() {
        for drawn in ["9f4a3c1e-5b7d-4e2a-8c6f-0d1b2a3c4e5f", "00u1ab2cd3EF4gh5ij6k"] {
            assert!(cannot_be_guessed(drawn), "{drawn}");
        }
        for other in [
            "",
            "1001",
            "ana@acme.com",
            "00uana",
            "00u00000000000000001",
            "00000000-0000-4000-8000-000000000001",
            "9f4a3c1e-5b7d-1e2a-8c6f-0d1b2a3c4e5f",
            "00uana.li@acme.com.x",
        ] {
            assert!(!cannot_be_guessed(other), "{other}");
        }
    }
}
