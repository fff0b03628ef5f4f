//! Languages of ISO 639.

use super::{
    Country,
    tables::languages::{LIKELY_THREE, LIKELY_TWO, THREE, TWO},
};

/// Does this ISO 639 language code exist (two or three letters, lower case)?
///
/// Codes that name no language (`und`, `mul`, `mis`, `zxx`) do not count.
pub fn language(code: &str) -> bool {
    match *code.as_bytes() {
        [a @ b'a'..=b'z', b @ b'a'..=b'z'] => has(TWO[letter(a)], b),
        [a @ b'a'..=b'z', b @ b'a'..=b'z', c @ b'a'..=b'z'] => has(THREE[letter(a)][letter(b)], c),
        _ => false,
    }
}

fn letter(byte: u8) -> usize {
    usize::from(byte - b'a')
}

fn has(bits: u32, byte: u8) -> bool {
    bits & (1 << letter(byte)) != 0
}

/// The region CLDR's likely subtags give a bare language (`ja` gives JP).
///
/// Known for the languages with two letters, and for those with three that CLDR covers.
pub fn likely_region(language: &str) -> Option<Country> {
    let table = match language.len() {
        2 => &LIKELY_TWO,
        3 => &LIKELY_THREE,
        _ => return None,
    };
    let first = *language.as_bytes().first().filter(|b| b.is_ascii_lowercase())?;
    // Language and region after one another: `jaJPjvID`.
    let mut row = table[letter(first)];
    let width = language.len() + 2;
    while let Some((entry, rest)) = row.split_at_checked(width) {
        if let Some(region) = entry.strip_prefix(language) {
            return Country::from_alpha2(region);
        }
        row = rest;
    }
    None
}
