//! Values of any attribute: white space, and what an export leaves where a value should be.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Profile, Says, Value};

pub(super) const PLACEHOLDER: Rule = Rule {
    id: "value/placeholder",
    effect: Effect::Degrades,
    title: "Leftover of the export instead of a value",
    reason: "The text is what a program writes where it has no value, or cannot write one. It is treated as empty here, but would be pushed as it stands.",
    cure: "Export the attribute again in a form that writes its values, or clear the cell.",
    source: Authority::Rollcall("What spreadsheets and PowerShell write in place of a value"),
    pass: &["title: Null Analyst"],
    fail: &["title: System.String[]", "title: #N/A", "locale: null", "givenName: undefined"],
};

pub(super) const WHITESPACE: Rule = Rule {
    id: "value/whitespace",
    effect: Effect::Informs,
    title: "Stray white space or invisible characters",
    reason: "The value begins or ends with white space, or holds doubled, non-breaking or invisible characters. It is judged here without those at its ends, but would be pushed as it stands.",
    cure: "Write the value without them.",
    source: Authority::Rollcall("Look-alikes that make two equal values differ"),
    pass: &["title: Sales Lead"],
    fail: &[
        "title: \u{a0}Sales Lead",
        "title: Sales  Lead",
        "title: Sales\u{200b}Lead",
        "title: \u{202e}Lead",
    ],
};

pub(super) const SEVERAL: Rule = Rule {
    id: "value/several",
    effect: Effect::Informs,
    title: "More values than expected",
    reason: "The record lists more values than the attribute holds. Of several for one the first is used; of a list, the first thousand.",
    cure: "Name the right one alone.",
    source: Authority::Rollcall("Nothing of a file is lost silently"),
    pass: &[
        "FILE\n{\"email\":\"ana@acme.com\",\"givenName\":\"Ana\",\"familyName\":\"Li\",\"title\":[\"Lead\"]}",
    ],
    fail: &[
        "FILE\n{\"email\":\"ana@acme.com\",\"givenName\":\"Ana\",\"familyName\":\"Li\",\"title\":[\"Lead\",\"Rep\"]}",
    ],
};

/// What a program writes where it has no value. `name`: people have names such as Null.
#[inline]
pub(crate) fn is_placeholder(text: &[u8], name: bool) -> bool {
    may_be_placeholder(text) && is_leftover(text, name)
}

/// Whether one begins so; few values do.
#[inline]
pub(crate) fn may_be_placeholder(text: &[u8]) -> bool {
    matches!(
        text,
        [b'n', b'u' | b'a', ..]
            | [b'N', b'U' | b'a', ..]
            | [b'(' | b'<' | b'u', b'n', ..]
            | [b'#' | b'[' | b'{', ..]
            | [b'S', b'y', ..]
            | [b'M', b'i', ..]
    )
}

/// The first byte of such a value.
pub(crate) const fn may_begin_placeholder(first: u8) -> bool {
    matches!(first, b'n' | b'N' | b'(' | b'<' | b'u' | b'#' | b'[' | b'{' | b'S' | b'M')
}

fn is_leftover(text: &[u8], name: bool) -> bool {
    match text {
        b"null" | b"NULL" | b"(null)" | b"<null>" | b"undefined" | b"#N/A" | b"#REF!" | b"#VALUE!"
        | b"#NAME?" | b"#DIV/0!" | b"#NULL!" | b"#NUM!" | b"[object Object]" | b"{}" | b"[]" => true,
        b"NaN" | b"nan" => !name,
        _ => {
            let type_name = text.starts_with(b"System.") || text.starts_with(b"Microsoft.");
            type_name
                && !text.contains(&b' ')
                && (text.ends_with(b"]")
                    || text.ends_with(b"User")
                    || text.ends_with(b"Object")
                    || text.contains(&b'`'))
        }
    }
}

/// White space, or a character that shows nothing.
fn is_stray(char: char) -> bool {
    char.is_whitespace() || char.is_control() || is_invisible(char)
}

fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// The value as it is judged: without white space and invisible characters at its ends.
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    // Most values have nothing at their ends.
    let ends = text.as_bytes().first().zip(text.as_bytes().last());
    let trimmed = ends.is_some_and(|(first, last)| first.is_ascii_graphic() && last.is_ascii_graphic());
    if trimmed { text } else { trim_slowly(text) }
}

#[inline(never)]
fn trim_slowly(text: &str) -> &str {
    text.trim_matches(is_stray)
}

/// Printable ASCII, with single spaces between other characters. Eight bytes are looked at together.
fn is_tidy(text: &str) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    let text = text.as_bytes();
    let Some(last) = text.last_chunk::<8>() else {
        return is_tidy_short(text);
    };
    // The high bit of each byte says: beyond ASCII, below a space, or the last of ASCII.
    let odd = |word: u64| {
        let low = word & !HIGH;
        word | !(low + ONES * (0x80 - 0x20)) | (low + ONES)
    };
    let spaces = |word: u64| {
        let differs = word ^ (ONES * 0x20);
        !(((differs & !HIGH) + !HIGH) | differs) & HIGH
    };
    // As if a space stood before the first byte.
    let (mut found, mut before) = (0, 0x80);
    for word in text.as_chunks::<8>().0 {
        let word = u64::from_le_bytes(*word);
        let spaces = spaces(word);
        found |= odd(word) | spaces & (spaces << 8 | before);
        before = spaces >> 56;
    }
    let word = u64::from_le_bytes(*last);
    let spaces = spaces(word);
    // Two spaces, or one behind which nothing stands.
    found |= odd(word) | spaces & (spaces << 8) | spaces & (0x80 << 56);
    found & HIGH == 0
}

fn is_tidy_short(text: &[u8]) -> bool {
    let mut before = b' ';
    for &byte in text {
        if !(0x20..0x7F).contains(&byte) || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

/// What is stray in a value, if anything, and the value without it, of which nothing is stray any more.
pub(crate) fn stray(raw: &str) -> Option<(&'static str, String)> {
    let (what, mut clean) = stray_at_once(raw)?;
    // What was taken out may have stood between two spaces, or beside a joiner.
    while let Some((_, cleaner)) = stray_at_once(&clean) {
        clean = cleaner;
    }
    Some((what, clean))
}

/// The same, but that two characters may have come together that had not stood beside each other.
fn stray_at_once(raw: &str) -> Option<(&'static str, String)> {
    if is_tidy(raw) {
        return None;
    }
    let text = trim(raw);
    if text.is_empty() {
        // Nothing but white space is an empty value, not a blemished one.
        return None;
    }
    let mut clean = String::with_capacity(text.len());
    let mut what = (text.len() < raw.len()).then_some("white space or an invisible character at its ends");
    let mut before = '\0';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        // Joiners have a meaning inside words of some scripts and in emoji.
        let joins = matches!(char, '\u{200C}' | '\u{200D}')
            && !before.is_ascii()
            && chars.peek().is_some_and(|next| !next.is_ascii());
        let found = if joins {
            None
        } else if is_invisible(char) || (char.is_control() && !char.is_whitespace()) {
            Some("an invisible character")
        } else if char.is_whitespace() && char != ' ' {
            Some("an unusual space")
        } else if char == ' ' && before == ' ' {
            Some("a doubled space")
        } else {
            None
        };
        what = what.or(found);
        match found {
            None => clean.push(char),
            Some("an unusual space") if !clean.ends_with(' ') => clean.push(' '),
            Some(_) => {}
        }
        before = if char.is_whitespace() { ' ' } else { char };
    }
    what.map(|what| (what, clean))
}

/// More values than the attribute can hold. Of phones the first is the documented choice.
pub(crate) fn check_several(profile: &Profile<'_>, sink: &mut impl Sink) {
    for attribute in Attribute::ALL.into_iter().filter(|attribute| profile.has_several(*attribute)) {
        if attribute != Attribute::PhoneNumber {
            sink.report(RuleId::ValueSeveral, attribute, 0, || {
                let (who, label) = (profile.who(), attribute.label());
                Detail::new(if attribute.is_list() {
                    format!("{who} has more than a thousand values in lists; of the {label}, those behind are not judged.")
                } else {
                    format!("{who} has several values as {label}; \"{}\" is used.", profile.text(attribute))
                })
            });
        }
    }
}

/// One value as it stands.
pub(crate) fn check(
    profile: &Profile<'_>,
    attribute: Attribute,
    place: u16,
    value: &Value<'_>,
    sink: &mut impl Sink,
) {
    if value.placeholder {
        sink.report(RuleId::ValuePlaceholder, attribute, place, || {
            Detail::new(format!(
                "\"{}\" is no {} of {} but a leftover of the export; it is treated as empty.",
                value.text,
                attribute.label(),
                profile.who()
            ))
        });
    }
    if let Some((what, clean)) = stray(value.raw) {
        sink.report(RuleId::ValueWhitespace, attribute, place, || {
            Detail::new(format!(
                "The {} of {} holds {what}. Write \"{clean}\".",
                attribute.label(),
                profile.who()
            ))
            .suggest(clean)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_of_latin_script_is_stray() {
        for char in '\u{C0}'..='\u{27F}' {
            let text = format!("{char}a{char} b {char}");
            assert_eq!(stray(&text), None, "{text}");
            assert_eq!(trim(&text), text);
        }
    }

    #[test]
    fn stray_characters_are_found_and_taken_out() {
        for (raw, clean) in [
            (" a", "a"),
            ("a ", "a"),
            ("a  b", "a b"),
            ("a\u{a0}b", "a b"),
            ("a \u{a0} b", "a b"),
            ("\u{feff}a", "a"),
            ("a\u{200b}b", "ab"),
            ("a\tb", "a b"),
            ("a\u{202e}b", "ab"),
            ("a\u{7} \u{7} b", "a b"),
            ("a \u{200b} \u{ad}\u{200d} b", "a b"),
            ("é\u{200d}\u{ad}b", "éb"),
        ] {
            assert_eq!(stray(raw).map(|found| found.1).as_deref(), Some(clean), "{raw:?}");
        }
        for raw in ["a b", "Zoë", "", "   ", "می\u{200c}خواهم", "👩\u{200d}💻"] {
            assert_eq!(stray(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn eight_bytes_at_a_time_are_as_tidy_as_one_by_one() {
        let hold = |text: &[u8]| {
            if let Ok(text) = std::str::from_utf8(text) {
                assert_eq!(is_tidy(text), is_tidy_short(text.as_bytes()), "{text:?}");
            }
        };
        for length in 1..=25 {
            for at in 0..length {
                for odd in 0..=127u8 {
                    let mut text = vec![b'a'; length];
                    text[at] = odd;
                    hold(&text);
                }
                // Spaces at two places, side by side or not.
                for other in at..length {
                    let mut text = vec![b'~'; length];
                    (text[at], text[other]) = (b' ', b' ');
                    hold(&text);
                }
            }
        }
        hold("Zoë Berg, Zürich".as_bytes());
        assert!(is_tidy("Ana Li Berg") && !is_tidy("Ana  Li Berg") && !is_tidy("Ana Li Berg "));
    }

    #[test]
    fn people_may_be_called_null() {
        for text in ["System.String[]", "System.Collections.Generic.List`1[System.String]", "#N/A", "null"] {
            assert!(is_placeholder(text.as_bytes(), true), "{text}");
        }
        for text in ["Null", "Nan", "N/A Ltd", "System Engineer", "none"] {
            assert!(!is_placeholder(text.as_bytes(), true), "{text}");
        }
    }
}
