//! Phone number and extension.
//!
//! The articles give six examples. Read together they make two spellings of a North American
//! number, each with or without an extension behind it; everything else is undocumented.

use super::calling_codes;
use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Says};

pub(super) const FORMAT: Rule = Rule {
    id: "phone/format",
    effect: Effect::Degrades,
    title: "Phone number in no documented form",
    reason: "Only (AAA) EEE-NNNN and AAA.EEE.NNNN are documented, with or without an extension. Whether Gong takes another spelling is not known: the number may be lost.",
    cure: "Write (865) 365-1900, and the extension behind it as ext 123.",
    source: Authority::Articles("optional fields, phone number"),
    pass: &[
        "phoneNumber: (865) 365-1900",
        "phoneNumber: (212) 575-1994 ext 3437",
        "phoneNumber: (317) 251-0700 ext. 468",
        "phoneNumber: (202) 903-2585 x2991",
        "phoneNumber: (206) 324-1800 x 229",
        "phoneNumber: 540.946.4600 Ext. 143",
        "phoneNumber: 540.946.4600",
    ],
    fail: &[
        "phoneNumber: 865-365-1900",
        "phoneNumber: +1 865 365 1900",
        "phoneNumber: 8653651900",
        "phoneNumber: (206) 324-1800x229",
        "phoneNumber: call me",
        "phoneNumber: (865) 365-1900 x 12345678",
    ],
};

pub(super) const INTERNATIONAL: Rule = Rule {
    id: "phone/international",
    effect: Effect::Informs,
    title: "Phone number of another country",
    reason: "The documented forms are North American. How Gong takes a number of another country is not documented.",
    cure: "Keep the number with + and its country code, and look at a few people after the first push.",
    source: Authority::Articles("optional fields, phone number"),
    pass: &["phoneNumber: (865) 365-1900"],
    fail: &["phoneNumber: +44 20 7946 0958", "phoneNumber: 0049 30 901820"],
};

pub(super) const NOT_ASSIGNABLE: Rule = Rule {
    id: "phone/not-assignable",
    effect: Effect::Informs,
    title: "Phone number that cannot exist",
    reason: "The spelling is right, but no such number is given out in North America: area code and exchange begin with 2 to 9, and an exchange is no N11.",
    cure: "Look the number up and correct it.",
    source: Authority::Page("North American Numbering Plan"),
    pass: &["phoneNumber: (865) 365-1900"],
    fail: &["phoneNumber: (123) 456-7890", "phoneNumber: (865) 165-1900", "phoneNumber: (865) 911-1900"],
};

pub(super) const EXTENSION: Rule = Rule {
    id: "phone/extension",
    effect: Effect::Degrades,
    title: "Phone extension is not a number, or contradicts the phone number",
    reason: "The extension is digits only; where the phone number holds another one, only one of them can be right.",
    cure: "Write the digits alone, and the same ones in both places.",
    source: Authority::Articles("optional fields, primary phone ext"),
    pass: &["phoneExtension: 229", "phoneNumber: (206) 324-1800 x 229 | phoneExtension: 229"],
    fail: &["phoneExtension: x229", "phoneNumber: (206) 324-1800 x 229 | phoneExtension: 230"],
};

/// A phone number as it is spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phone {
    /// One of the documented forms.
    Documented { assignable: bool, extension: Option<String> },
    /// A North American number in another spelling, and the documented one.
    Respelled { documented: String, extension: Option<String> },
    /// A number of another country, by its calling code.
    International { code: &'static str, countries: &'static str },
    /// Neither.
    Unreadable,
}

impl Phone {
    /// The extension in the text that the number was read from.
    fn extension_in(self, text: &str) -> Option<String> {
        match self {
            Phone::Documented { extension, .. } | Phone::Respelled { extension, .. } => extension,
            Phone::International { .. } => split_extension(&separated(text))?.1.map(str::to_owned),
            // What is no number has no extension.
            Phone::Unreadable => None,
        }
    }
}

/// The extension inside a phone number.
pub(crate) fn inner_extension(text: &str) -> Option<String> {
    if text.is_empty() { None } else { read(text).extension_in(text) }
}

/// A documented form: eight bytes from its beginning on and eight up to its end, with a zero for each digit.
struct Form {
    first: &'static [u8; 8],
    last: &'static [u8; 8],
    length: usize,
    /// Where the area code and the exchange stand.
    area: usize,
    exchange: usize,
}

const BRACKETS: Form = Form { first: b"(000) 00", last: b"000-0000", length: 14, area: 1, exchange: 6 };
const DOTS: Form = Form { first: b"000.000.", last: b"000.0000", length: 12, area: 0, exchange: 4 };

/// Whether eight bytes are those of a pattern, with any digit for a zero.
#[inline]
fn fits(bytes: [u8; 8], pattern: [u8; 8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // As much as a byte may differ from that of the pattern does not reach its high bit.
    let slack = u64::from_le_bytes(pattern.map(|byte| if byte == b'0' { 0x80 - 10 } else { 0x80 - 1 }));
    let differs = u64::from_le_bytes(bytes) ^ u64::from_le_bytes(pattern);
    (differs.wrapping_add(slack) | differs) & HIGH == 0
}

/// Area code and exchange begin with 2 to 9; the exchange is no N11.
fn is_assignable(area: &[u8], exchange: &[u8]) -> bool {
    area[0] >= b'2' && exchange[0] >= b'2' && &exchange[1..3] != b"11"
}

/// Whether a documented form can be assigned, and what stands behind it.
#[inline]
fn documented(text: &[u8]) -> Option<(bool, &[u8])> {
    let form = if text.first()? == &b'(' { BRACKETS } else { DOTS };
    let (head, rest) = text.split_at_checked(form.length)?;
    if !fits(*head.first_chunk()?, *form.first) || !fits(*head.last_chunk()?, *form.last) {
        return None;
    }
    Some((is_assignable(&head[form.area..], &head[form.exchange..]), rest))
}

/// Digits of an extension behind a mark. In the documented form the mark follows one space.
fn marked_extension(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let mark = ["ext.", "ext", "x"].into_iter().find(|mark| lower.starts_with(mark))?;
    let rest = &text[mark.len()..];
    let digits = rest.strip_prefix(' ').unwrap_or(rest);
    is_extension(digits).then_some(digits)
}

fn is_extension(text: &str) -> bool {
    (1..=7).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads a phone number. `text` is trimmed.
pub(crate) fn read(text: &str) -> Phone {
    if let Some((assignable, rest)) = documented(text.as_bytes()) {
        if rest.is_empty() {
            return Phone::Documented { assignable, extension: None };
        }
        let rest = std::str::from_utf8(rest).unwrap_or_default();
        if let Some(extension) = rest.strip_prefix(' ').and_then(marked_extension) {
            return Phone::Documented { assignable, extension: Some(extension.to_owned()) };
        }
    }
    // Most that are undocumented are numbers and nothing else.
    if text.bytes().all(is_of_number) { read_number(text, None) } else { respelled(text) }
}

/// Splits off an extension in any of the usual spellings.
#[inline(never)]
fn split_extension(text: &str) -> Option<(&str, Option<&str>)> {
    let lower = text.to_ascii_lowercase();
    for mark in [";ext=", "extension", "extn.", "extn", "ext.", "ext", "x", "#"] {
        if let Some(at) = lower.find(mark) {
            let digits = text[at + mark.len()..].trim_matches([' ', '.', ':', '=']);
            return is_extension(digits)
                .then(|| (text[..at].trim_end_matches([' ', ',', ';']), Some(digits)));
        }
    }
    Some((text, None))
}

/// Spaces and hyphens of any kind separate as the plain ones do.
fn separated(text: &str) -> String {
    let plain = text.chars().map(|char| match char {
        _ if char.is_whitespace() => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => '-',
        _ => char,
    });
    plain.collect()
}

/// Reads what holds more than digits and what stands between them.
#[inline(never)]
fn respelled(text: &str) -> Phone {
    let plain = separated(text);
    let text = plain.as_str();
    let number =
        text.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("tel:")).map_or(text, |_| text[4..].trim());
    if !number.is_ascii() {
        return Phone::Unreadable;
    }
    let Some((number, extension)) = split_extension(number) else {
        return Phone::Unreadable;
    };
    if number.bytes().all(is_of_number) { read_number(number, extension) } else { Phone::Unreadable }
}

fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b' ' | b'-' | b'.' | b'(' | b')' | b'/' | b'+')
}

/// Reads a number that is digits and what stands between them.
fn read_number(number: &str, extension: Option<&str>) -> Phone {
    // A plus stands at the beginning only, perhaps in brackets.
    let plus = number.trim_start_matches(['(', ' ']).starts_with('+');
    let mut pluses = 0;
    // More than fifteen are no number, however many more they are.
    let (mut room, mut count) = ([0; 20], 0);
    for byte in number.bytes() {
        if byte.is_ascii_digit() && count < room.len() {
            room[count] = byte;
            count += 1;
        }
        pluses += usize::from(byte == b'+');
    }
    if pluses > usize::from(plus) {
        return Phone::Unreadable;
    }
    let digits = &room[..count];
    let national = match digits {
        [b'1', rest @ ..] if rest.len() == 10 => Some(rest),
        rest if !plus && rest.len() == 10 => Some(rest),
        _ => None,
    };
    if let Some(national) = national {
        if !is_assignable(national, &national[3..]) {
            return Phone::Unreadable;
        }
        let part = |from: usize, to: usize| String::from_utf8_lossy(&national[from..to]).into_owned();
        let mut documented = format!("({}) {}-{}", part(0, 3), part(3, 6), part(6, 10));
        if let Some(extension) = extension {
            documented = format!("{documented} ext {extension}");
        }
        return Phone::Respelled { documented, extension: extension.map(str::to_owned) };
    }
    let abroad = match digits {
        rest if plus => Some(rest),
        [b'0', b'0', rest @ ..] | [b'0', b'1', b'1', rest @ ..] => Some(rest),
        _ => None,
    };
    if let Some(abroad) = abroad
        && (7..=15).contains(&abroad.len())
        && let Some((code, countries)) = calling_codes::find(abroad)
        && code != "1"
    {
        return Phone::International { code, countries };
    }
    Phone::Unreadable
}

pub(crate) fn check<'r>(profile: &impl Says<'r>, sink: &mut impl Sink) {
    let bytes = profile.bytes(Attribute::PhoneNumber);
    // Nothing is told of most numbers.
    let good =
        bytes.is_empty() || documented(bytes).is_some_and(|(assignable, rest)| assignable && rest.is_empty());
    if !good || !profile.bytes(Attribute::PhoneExtension).is_empty() {
        told(profile, sink);
    }
}

#[inline(never)]
fn told<'r>(profile: &impl Says<'r>, sink: &mut impl Sink) {
    let text = profile.text(Attribute::PhoneNumber);
    let phone = if text.is_empty() { None } else { Some(read(text)) };
    match &phone {
        None | Some(Phone::Documented { assignable: true, .. }) => {}
        Some(Phone::Documented { assignable: false, .. }) => {
            sink.report(RuleId::PhoneNotAssignable, Attribute::PhoneNumber, 0, || {
                Detail::new(format!(
                    "The phone number \"{text}\" of {} is spelled well, but no such number can exist in North America.",
                    profile.who()
                ))
            });
        }
        Some(Phone::International { code, countries }) => {
            sink.report(RuleId::PhoneInternational, Attribute::PhoneNumber, 0, || {
                Detail::new(format!(
                    "The phone number \"{text}\" of {} is one of {countries} (+{code}); no form is documented for it, so it may not arrive.",
                    profile.who()
                ))
            });
        }
        Some(Phone::Respelled { documented, .. }) => {
            sink.report(RuleId::PhoneFormat, Attribute::PhoneNumber, 0, || {
                Detail::new(format!(
                    "The phone number \"{text}\" of {} may be lost: it is not in a documented form. Write \"{documented}\".",
                    profile.who()
                ))
                .suggest(documented.clone())
            });
        }
        Some(Phone::Unreadable) => {
            sink.report(RuleId::PhoneFormat, Attribute::PhoneNumber, 0, || {
                Detail::new(format!(
                    "The phone number \"{text}\" of {} may be lost: it is in no documented form, such as (865) 365-1900. \
                     A number of another country is written with + and its country code.",
                    profile.who()
                ))
            });
        }
    }
    let extension = profile.text(Attribute::PhoneExtension);
    if extension.is_empty() {
        return;
    }
    if !extension.bytes().all(|byte| byte.is_ascii_digit()) {
        sink.report(RuleId::PhoneExtension, Attribute::PhoneExtension, 0, || {
            let bare = extension.trim_start_matches(|char: char| !char.is_ascii_digit());
            Detail::new(format!(
                "The extension \"{extension}\" of {} is not digits only and may be lost.",
                profile.who()
            ))
            .maybe(
                (marked_extension(extension).is_some() || extension.starts_with('#'))
                    .then(|| bare.to_owned())
                    .filter(|bare| is_extension(bare)),
            )
        });
    } else if let Some(other) =
        phone.and_then(|phone| phone.extension_in(text)).filter(|other| other != extension)
    {
        sink.report(RuleId::PhoneExtension, Attribute::PhoneExtension, 0, || {
            Detail::new(format!(
                "The extension of {} is \"{extension}\" here and \"{other}\" in the phone number; only one can be right.",
                profile.who()
            ))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte at every place of both forms: what a pattern says, place by place.
    #[test]
    fn a_documented_form_is_one_in_every_place() {
        for (good, pattern) in [("(865) 365-1900", "(ddd) ddd-dddd"), ("865.365.1900", "ddd.ddd.dddd")] {
            for (place, wanted) in pattern.bytes().enumerate() {
                for byte in 0..=u8::MAX {
                    let mut text = good.as_bytes().to_vec();
                    text[place] = byte;
                    let fits = if wanted == b'd' { byte.is_ascii_digit() } else { byte == wanted };
                    text.push(b' ');
                    let found = documented(&text);
                    assert_eq!(found.map(|(_, rest)| rest), fits.then_some(b" ".as_slice()), "{text:?}");
                    // The first digits of the area code and of the exchange.
                    let first = place == pattern.find('d').expect("a digit") || place == pattern.len() - 8;
                    let low = first && byte < b'2';
                    assert!(!fits || found.is_some_and(|(assignable, _)| assignable != low), "{text:?}");
                }
            }
            assert!(documented(&good.as_bytes()[..good.len() - 1]).is_none());
        }
    }

    #[test]
    fn an_extension_is_found_in_a_number_of_any_country() {
        for (text, extension) in [
            ("+44 20 7946 0958 ext 5", Some("5")),
            ("+44 20 7946 0958 ext\u{a0}5", Some("5")),
            ("+44 20 7946 0958", None),
            ("abc x5", None),
            ("(206) 324-1800 x 229", Some("229")),
            ("206-324-1800 x229", Some("229")),
            ("(165) 365-1900 x5", Some("5")),
            ("", None),
        ] {
            assert_eq!(inner_extension(text).as_deref(), extension, "{text}");
        }
    }

    #[test]
    fn every_documented_combination_is_accepted() {
        for number in ["(865) 365-1900", "865.365.1900"] {
            assert_eq!(read(number), Phone::Documented { assignable: true, extension: None });
            for mark in ["ext", "ext.", "x", "Ext", "EXT.", "X"] {
                for gap in ["", " "] {
                    for digits in ["1", "2991", "1234567"] {
                        let text = format!("{number} {mark}{gap}{digits}");
                        assert_eq!(
                            read(&text),
                            Phone::Documented { assignable: true, extension: Some(digits.to_owned()) },
                            "{text}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_near_a_documented_form_is_accepted() {
        for text in [
            "(865)365-1900",
            "(865) 365 1900",
            "(865) 365.1900",
            "865.365-1900",
            "(865)  365-1900",
            "(865) 365-1900  x1",
            "(865) 365-1900x1",
            "(865) 365-1900 x  1",
            "(865) 365-1900 #1",
            "(865) 365-1900 ext: 1",
            "(865) 365-1900 x",
            "(865) 365-1900 x12345678",
            "(865) 365-19000",
            "٨٦٥.365.1900",
            "(865) 365-1900 extension 1",
        ] {
            assert!(!matches!(read(text), Phone::Documented { .. }), "{text}");
        }
    }

    #[test]
    fn other_spellings_give_the_documented_one() {
        for (text, documented) in [
            ("865-365-1900", "(865) 365-1900"),
            ("+1 865 365 1900", "(865) 365-1900"),
            ("+1-865-365-1900", "(865) 365-1900"),
            ("1 (865) 365-1900", "(865) 365-1900"),
            ("8653651900", "(865) 365-1900"),
            ("tel:+1-865-365-1900;ext=12", "(865) 365-1900 ext 12"),
            ("(206) 324-1800x229", "(206) 324-1800 ext 229"),
            ("206-324-1800 extension 229", "(206) 324-1800 ext 229"),
            ("(865)\u{a0}365\u{2011}1900", "(865) 365-1900"),
            ("540.946.4600 #143", "(540) 946-4600 ext 143"),
        ] {
            let Phone::Respelled { documented: found, .. } = read(text) else {
                panic!("{text}: {:?}", read(text))
            };
            assert_eq!(found, documented, "{text}");
            assert!(matches!(read(&found), Phone::Documented { assignable: true, .. }), "{found}");
        }
    }

    #[test]
    fn numbers_of_other_countries_name_them() {
        for (text, code) in [
            ("+44 20 7946 0958", "44"),
            ("+353 1 234 5678", "353"),
            ("0049 30 901820", "49"),
            ("(+972) 3-123-4567", "972"),
        ] {
            let Phone::International { code: found, .. } = read(text) else {
                panic!("{text}: {:?}", read(text))
            };
            assert_eq!(found, code, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_unreadable() {
        for text in [
            "123-555-1211",
            "324-1800",
            "020 7946 0958",
            "1-800-FLOWERS",
            "+",
            "n/a",
            "+1 23",
            "++1 865 365 1900",
            "8653651900 or 8653651901",
        ] {
            assert_eq!(read(text), Phone::Unreadable, "{text}");
        }
    }
}
