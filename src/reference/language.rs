//! Languages of ISO 639.

use super::{
    Country,
    tables::languages::{LIKELY_THREE, LIKELY_TWO, SHORTER, THREE, TWO},
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

/// The two letters of a language that has three as well (`en` for `eng`, `de` for `deu` and `ger`): BCP 47 knows those alone.
pub(crate) fn shorter(code: &str) -> Option<&'static str> {
    let first = *code.as_bytes().first().filter(|byte| byte.is_ascii_lowercase())?;
    entry(SHORTER[letter(first)], code, 5)
}

/// What stands behind a code in a row of entries of one width.
fn entry<'t>(mut row: &'t str, code: &str, width: usize) -> Option<&'t str> {
    while let Some((entry, rest)) = row.split_at_checked(width) {
        if let Some(found) = entry.strip_prefix(code).filter(|found| found.len() == 2) {
            return Some(found);
        }
        row = rest;
    }
    None
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
    entry(table[letter(first)], language, language.len() + 2).and_then(Country::from_alpha2)
}
