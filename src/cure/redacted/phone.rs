//! Fake phone numbers: country, area and exchange stay, because they are what the rules look at.

use super::text::{Fakes, is_word};
use crate::maps::HashMap;
use crate::rules::phone::{Phone, read};
use crate::rules::value::trim;

/// The last digits of a number, which are the subscriber's.
const OWN: usize = 4;

/// The fakes of numbers.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The last digits, by all of them.
    own: HashMap<Box<str>, u16>,
    /// How many of a number's head were given.
    counts: HashMap<Box<str>, u16>,
}

/// A phone number with other last digits; its extension, if any, as `Fakes` has it.
pub(super) fn number(numbers: &mut Numbers, fakes: &mut Fakes, text: &str) -> String {
    let phone = read(trim(text));
    let extension = match &phone {
        Phone::Documented { extension, .. } | Phone::Respelled { extension, .. } => extension.as_deref(),
        _ => None,
    };
    let readable = phone != Phone::Unreadable;
    // The extension is the last run of digits of a number that is read with one.
    let split = match extension.and_then(|extension| text.rfind(extension)) {
        Some(at) => at,
        None => extended(text, &phone),
    };
    let (head, tail) = text.split_at(split);
    let digits: String = head.chars().filter(char::is_ascii_digit).collect();
    let fake = if fakes.words.learning { digits.clone() } else { numbers.fake(&digits, readable) };
    let mut out = spelled(fakes, head, &fake);
    out.push_str(&self::extension(fakes, tail));
    out
}

/// Where the extension of a number of another country begins.
fn extended(text: &str, phone: &Phone) -> usize {
    if !matches!(phone, Phone::International { .. }) {
        return text.len();
    }
    let mark = |char: char| matches!(char, 'x' | 'X' | '#' | 'e' | 'E' | ';');
    // "tel:" stands before the number.
    let from = text.find(|char: char| char.is_ascii_digit()).unwrap_or(0);
    text[from..].find(mark).map_or(text.len(), |at| from + at)
}

/// An extension: its digits are fakes wherever they stand.
pub(super) fn extension(fakes: &mut Fakes, text: &str) -> String {
    spelled(fakes, text, "")
}

/// A text with other digits; runs of them are words where none are given. Words are fakes, but those of phones.
fn spelled(fakes: &mut Fakes, text: &str, digits: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = digits.chars();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        if char.is_ascii_digit() {
            let end = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            if digits.as_str().is_empty() {
                fakes.words.put(run, &mut out);
            } else {
                out.extend(digits.by_ref().take(run.len()));
            }
            rest = behind;
        } else if is_word(char) {
            let end = rest.find(|char: char| !is_word(char) || char.is_ascii_digit()).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            let mark =
                ["x", "ext", "extn", "extension", "tel"].iter().any(|mark| word.eq_ignore_ascii_case(mark));
            if mark {
                out.push_str(word);
            } else {
                fakes.words.put(word, &mut out);
            }
            rest = behind;
        } else {
            out.push(char);
            rest = &rest[char.len_utf8()..];
        }
    }
    out
}

impl Numbers {
    /// Other digits for a number. What cannot be read is nulls in front, so that it cannot be read afterwards.
    fn fake(&mut self, digits: &str, readable: bool) -> String {
        let national = digits.strip_prefix('1').filter(|rest| readable && rest.len() == 10).unwrap_or(digits);
        let own = national.len().min(OWN);
        let (head, last) = national.split_at(national.len() - own);
        let name = if readable { head.to_owned() } else { "0".repeat(head.len()) };
        let all = 10u16.pow(own as u32);
        let key = format!("{national}{}", if readable { "" } else { " " });
        let fake = self.own.get(key.as_str()).copied().unwrap_or_else(|| {
            let count = self.counts.entry(format!("{name}/{own}").into()).or_default();
            let mut next = || {
                *count = count.wrapping_add(1);
                ((u32::from(*count) * 7_919 + 101) % u32::from(all)) as u16
            };
            let mut fake = next();
            // Nobody keeps their own.
            if all > 1 && last.parse() == Ok(fake) {
                fake = next();
            }
            self.own.insert(key.into(), fake);
            fake
        });
        let kept = &digits[..digits.len() - national.len()];
        if own == 0 { String::new() } else { format!("{kept}{name}{fake:0own$}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fakes<const N: usize>(texts: [&str; N]) -> [String; N] {
        let mut fakes = Fakes::new(Vec::new(), std::iter::empty());
        fakes.words.learning = false;
        let mut numbers = Numbers::default();
        texts.map(|text| number(&mut numbers, &mut fakes, text))
    }

    #[test]
    fn shape_country_and_exchange_stay() {
        let all = [
            "(865) 365-1900",
            "(212) 575-1994 ext 3437",
            "+1 865 365 1900",
            "8653651900",
            "tel:+1-865-365-1900;ext=12",
            "(206) 324-1800x229",
            "540.946.4600 Ext. 143",
            "+44 20 7946 0958",
            "+44 20 7946 0958 x12",
            "(123) 456-7890",
            "123-555-1211",
            "020 7946 0958",
            "call me",
            "1-800-FLOWERS",
            "8653651900 or 8653651901",
            " 865-365-1900\u{a0}",
        ];
        for (text, fake) in all.iter().zip(fakes(all)) {
            let kind = |text: &str| match read(trim(text)) {
                Phone::Documented { assignable, extension } => {
                    format!("documented {assignable} {}", extension.is_some())
                }
                Phone::Respelled { extension, .. } => format!("respelled {}", extension.is_some()),
                Phone::International { code, .. } => format!("+{code}"),
                Phone::Unreadable => String::new(),
            };
            assert_eq!(kind(&fake), kind(text), "{text} {fake}");
            assert_eq!(fake.chars().count(), text.chars().count(), "{text} {fake}");
            for own in ["1900", "1994", "3437", "4600", "0958", "7890", "1211", "FLOWERS", "1901"] {
                assert!(!fake.contains(own), "{text} {fake}");
            }
        }
    }

    #[test]
    fn numbers_that_differ_have_fakes_that_differ() {
        let [one, same, other, unread, unread_too] =
            fakes(["(865) 365-1900", "+1 865 365 1900", "(865) 365-1901", "365-1900", "366-1900"]);
        assert!(one.starts_with("(865) 365-") && one != other);
        assert_eq!(one[10..], same[11..]);
        assert_ne!(unread, unread_too);
        let mut numbers = Numbers::default();
        let mut seen = crate::maps::HashSet::default();
        for last in 0..5000 {
            assert!(seen.insert(numbers.fake(&format!("865365{last:04}"), true)));
        }
    }

    #[test]
    fn an_extension_is_the_same_beside_the_number() {
        let mut fakes = Fakes::new(Vec::new(), std::iter::empty());
        fakes.words.learning = false;
        let mut numbers = Numbers::default();
        let inside = number(&mut numbers, &mut fakes, "(206) 324-1800 x 229");
        let beside = extension(&mut fakes, "229");
        assert!(beside != "229" && inside.ends_with(&format!(" x {beside}")), "{inside} {beside}");
        assert_eq!(extension(&mut fakes, "x229"), format!("x{beside}"));
    }
}
