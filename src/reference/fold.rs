//! Spellings made comparable: Latin letters without case and accents.
//!
//! Three strengths, weakest first. Each ignores what the one before ignores.
//!
//! | function | also ignores |
//! |---|---|
//! | [`plain`] | case, accents, the shape of spaces, dashes and quotation marks |
//! | [`words`] | punctuation between words, the word "the"; "&" is "and", "St" is "Saint" |
//! | [`key`] | where words begin and end |
//!
//! The generator in `xtask` includes this very file: the tables are sorted by the keys made here.

/// Base letters of U+00C0 to U+024F; `*` stands for a letter of [`LIGATURES`], `?` for none.
const LATIN: &str = "\
aaaaaa*ceeeeiiiidnooooo?ouuuuy**\
aaaaaa*ceeeeiiiidnooooo?ouuuuy*y\
aaaaaaccccccccddddeeeeeeeeeegggg\
gggghhhhiiiiiiiiii**jjkkklllllll\
lllnnnnnn*nnoooooo**rrrrrrssssss\
ssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
???????????????e??f?????????????\
oo?????????????uu???????????????\
????*********aaiioouuuuuuuuuu?aa\
aa**??ggkkoooo??j***gg??nnaa**oo\
aaaaeeeeiiiioooorrrruuuusstt??hh\
??????aaeeooooooooyy????????????\
????????????????";

/// Base letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &str = "\
aabbbbbbccddddddddddeeeeeeeeeeff\
gghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrr\
ssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy?s??*?\
aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooo\
oooouuuuuuuuuuuuuuyyyyyyyy??????";

/// Letters that fold to two.
const LIGATURES: [(char, &str); 27] = [
    ('Æ', "ae"),
    ('Þ', "th"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('þ', "th"),
    ('Ĳ', "ij"),
    ('ĳ', "ij"),
    ('ŉ', "n"),
    ('Œ', "oe"),
    ('œ', "oe"),
    ('Ǆ', "dz"),
    ('ǅ', "dz"),
    ('ǆ', "dz"),
    ('Ǉ', "lj"),
    ('ǈ', "lj"),
    ('ǉ', "lj"),
    ('Ǌ', "nj"),
    ('ǋ', "nj"),
    ('ǌ', "nj"),
    ('Ǣ', "ae"),
    ('ǣ', "ae"),
    ('Ǳ', "dz"),
    ('ǲ', "dz"),
    ('ǳ', "dz"),
    ('Ǽ', "ae"),
    ('ǽ', "ae"),
    ('ẞ', "ss"),
];

/// Appends `c` without case and accent. Letters of other scripts stay as they are.
fn push_letter(c: char, out: &mut String) {
    let table = match c {
        '\0'..='\x7f' => return out.push(c.to_ascii_lowercase()),
        // Combining marks: what is left of an accent that was written apart.
        '\u{300}'..='\u{36f}' => return,
        // Azerbaijan's letter, and the one often typed for it.
        'Ə' | 'ə' | 'Ǝ' | 'ǝ' => return out.push('e'),
        '\u{c0}'..='\u{24f}' => LATIN.as_bytes().get(c as usize - 0xc0),
        '\u{1e00}'..='\u{1eff}' => LATIN_ADDITIONAL.as_bytes().get(c as usize - 0x1e00),
        _ => None,
    };
    match table {
        None | Some(b'?') => out.push(c),
        Some(b'*') => out.push_str(LIGATURES.iter().find(|(l, _)| *l == c).map_or("", |(_, s)| s)),
        Some(&base) => out.push(char::from(base)),
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | 'ʿ' | 'ʾ' | '`' | '´' | '′')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}')
}

/// Without case and accents, spaces and marks of one shape; punctuation stays.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    plain_into(text, &mut out);
    out
}

/// The same, behind what `out` holds.
pub(crate) fn plain_into(text: &str, out: &mut String) {
    let mut space = false;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        match c {
            c if is_apostrophe(c) => out.push('\''),
            c if is_dash(c) => out.push('-'),
            c => push_letter(c, out),
        }
    }
}

/// The words of a spelling, one space between them.
pub(super) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, true, &mut out);
    out
}

/// The words of a spelling, run together: what the tables are sorted and searched by.
pub(super) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, false, &mut out);
    out
}

/// Appends the words of `text` to `out`, with a space between them if `spaced`.
pub(super) fn fold_into(text: &str, spaced: bool, out: &mut String) {
    let begin = out.len();
    let mut start = begin;
    for c in text.chars() {
        if c == '&' {
            end_word(begin, &mut start, spaced, out);
            out.push_str("and");
            end_word(begin, &mut start, spaced, out);
        } else if is_apostrophe(c) {
            // "Hawke's" is one word, "Cote dIvoire" is meant.
        } else if c.is_ascii_alphanumeric() || !c.is_ascii() && !c.is_whitespace() && !is_mark(c) {
            push_letter(c, out);
        } else {
            end_word(begin, &mut start, spaced, out);
        }
    }
    end_word(begin, &mut start, spaced, out);
    if spaced && out.len() > begin {
        out.pop();
    }
}

/// Punctuation outside ASCII that stands between words.
const fn is_mark(c: char) -> bool {
    is_dash(c) || matches!(c, '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}')
}

/// Closes the word that begins at `start`: drops articles, writes short forms out.
fn end_word(begin: usize, start: &mut usize, spaced: bool, out: &mut String) {
    match &out[*start..] {
        "" => return,
        "the" => out.truncate(*start),
        "st" => out.replace_range(*start.., "saint"),
        _ => {}
    }
    if spaced && out.len() > begin && !out.ends_with(' ') {
        out.push(' ');
    }
    *start = out.len();
}

#[cfg(test)]
mod tests {
    use super::{key, plain, words};

    #[test]
    fn case_accents_and_shapes_do_not_count() {
        assert_eq!(plain("  CÔTE  d’Ivoire "), "cote d'ivoire");
        assert_eq!(plain("Łódź–Æon ẞ"), "lodz-aeon ss");
        assert_eq!(plain("I\u{307}stanbul İstanbul ışık"), "istanbul istanbul isik");
        assert_eq!(plain("Türkiye Tu\u{308}rkiye"), "turkiye turkiye");
        assert_eq!(plain("Москва 日本"), "Москва 日本");
    }

    #[test]
    fn words_keep_their_ends() {
        assert_eq!(words("St. Kitts & Nevis"), "saint kitts and nevis");
        assert_eq!(words("Korea, Republic of"), "korea republic of");
        assert_eq!(words("The Netherlands"), "netherlands");
        assert_eq!(words("Vale of Glamorgan, The"), "vale of glamorgan");
        assert_eq!(words("U.S.A."), "u s a");
        assert_eq!(words("Estonia"), "estonia");
        assert_eq!(words("the"), "");
        assert_eq!(words("..."), "");
    }

    #[test]
    fn keys_run_together() {
        assert_eq!(key("U.S.A."), "usa");
        assert_eq!(key("Guinea-Bissau"), "guineabissau");
        assert_eq!(key("Hawke's Bay"), "hawkesbay");
    }
}
