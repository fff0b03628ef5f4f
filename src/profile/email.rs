//! Email addresses and domains, as WHATWG HTML and IDNA take them.

use memchr::memrchr;

/// Longest address and longest part before the @, in bytes (RFC 5321).
const MAX_ADDRESS: usize = 254;
const MAX_LOCAL: usize = 64;
/// Two words in so many bytes are no longer than a label may be.
const PLAIN_DOMAIN: usize = 64;

/// Is this one address? The characters are those of the WHATWG definition; besides, dots do not
/// lead, trail or double, and the domain has two labels or more, which may be internationalised.
pub(crate) fn is_address(text: &str) -> bool {
    parts(text).is_some_and(|(local, domain)| is_local(local.as_bytes(), domain.len()) && is_domain(domain))
}

/// Is this an address of small letters, digits and single dots? Most are.
#[inline(never)]
pub(crate) fn is_plain(text: &[u8]) -> bool {
    memrchr(b'@', text).is_some_and(|at| {
        let (local, domain) = (&text[..at], &text[at + 1..]);
        domain.len() <= PLAIN_DOMAIN && plain_words(domain) == Some(true) && is_local(local, domain.len())
    })
}

/// What stands before the last @, and behind it.
#[inline]
pub(crate) fn parts(text: &str) -> Option<(&str, &str)> {
    let at = memrchr(b'@', text.as_bytes())?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Can this stand before the @ of an address on a domain of that length in bytes?
#[inline]
pub(crate) fn is_local(local: &[u8], domain: usize) -> bool {
    (plain_words(local).is_some() || is_dotted(local))
        && local.len() <= MAX_LOCAL
        && local.len() + 1 + domain <= MAX_ADDRESS
}

/// Words of the characters that stand there, with a dot between.
#[inline(never)]
fn is_dotted(local: &[u8]) -> bool {
    let mut before = b'.';
    for &byte in local {
        if !LOCAL[usize::from(byte)] || (byte == b'.' && before == b'.') {
            return false;
        }
        before = byte;
    }
    before != b'.'
}

/// Whether there is a dot among eight bytes and more that are made of small letters, digits and single dots between them: most
/// parts of addresses are. None for others, which may be good, too. Eight bytes are looked at together.
#[inline]
fn plain_words(bytes: &[u8]) -> Option<bool> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let last = bytes.last_chunk::<8>()?;
    // The high bit of a byte says that it lies from the first on and before the second.
    let between =
        |word: u64, from: u64, behind: u64| (word + (0x80 - from) * ONES) ^ (word + (0x80 - behind) * ONES);
    // The dots before, all of them, and high bits where something is wrong.
    let step = |(before, all, wrong): (u64, u64, u64), bytes: &[u8; 8]| {
        let word = u64::from_le_bytes(*bytes);
        let low = word & !HIGH;
        let dots = between(low, 0x2E, 0x2F) & HIGH;
        let known = between(low, 0x61, 0x7B) | between(low, 0x30, 0x3A) | dots;
        let doubled = dots & (dots << 8 | before >> 56);
        (dots, all | dots, wrong | !known | word | doubled)
    };
    // A dot at the beginning is like one behind a dot.
    let (_, all, wrong) = bytes.as_chunks::<8>().0.iter().fold((HIGH, 0, 0), step);
    // The last eight once more, with those before that were looked at.
    let (dots, all, wrong) = step((0, all, wrong), last);
    (wrong & HIGH == 0 && dots >> 63 == 0).then_some(all != 0)
}

/// The bytes that the part before the @ is made of.
const LOCAL: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        all[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    let signs = b".!#$%&'*+/=?^_`{|}~-";
    let mut place = 0;
    while place < signs.len() {
        all[signs[place] as usize] = true;
        place += 1;
    }
    all
};

/// Is this a domain of two labels or more?
pub(crate) fn is_domain(domain: &str) -> bool {
    if domain.len() <= PLAIN_DOMAIN && plain_words(domain.as_bytes()) == Some(true) {
        return true;
    }
    if domain.is_ascii() { is_ascii_domain(domain) } else { is_international_domain(domain) }
}

#[inline(never)]
fn is_international_domain(domain: &str) -> bool {
    let mut labels = 0;
    for label in domain.split(is_dot) {
        let inside =
            |char: char| char.is_ascii_alphanumeric() || char == '-' || (!char.is_ascii() && is_letter(char));
        // As it is sent: in small letters of ASCII.
        let length = if label.is_ascii() {
            label.len()
        } else {
            punycode(&label.to_lowercase()).map_or(usize::MAX, |code| code.len() + 4)
        };
        if length == 0
            || length > 63
            || label.starts_with('-')
            || label.ends_with('-')
            || !label.chars().all(inside)
        {
            return false;
        }
        labels += 1;
    }
    labels >= 2 && domain.len() <= 253
}

#[inline(never)]
fn is_ascii_domain(domain: &str) -> bool {
    let (mut labels, mut length, mut before) = (0, 0, b'.');
    for byte in domain.bytes().chain([b'.']) {
        match byte {
            b'.' if (1..=63).contains(&length) && before != b'-' => {
                labels += 1;
                length = 0;
            }
            b'-' if length > 0 => length += 1,
            _ if byte.is_ascii_alphanumeric() => length += 1,
            _ => return false,
        }
        before = byte;
    }
    labels >= 2 && domain.len() <= 253
}

/// The domain of an address, if it has one.
pub(crate) fn domain_of(address: &str) -> Option<&str> {
    parts(address).map(|(_, domain)| domain)
}

/// The form in which two spellings of a domain are equal: lower case, labels in ASCII (RFC 3492).
pub(crate) fn domain_key(domain: &str) -> String {
    if domain.is_ascii() {
        return domain.to_ascii_lowercase();
    }
    // Full-width letters, digits and signs stand for the ASCII ones.
    let domain: String = domain
        .chars()
        .map(|char| match char {
            '\u{FF01}'..='\u{FF5E}' => char::from((u32::from(char) - 0xFEE0) as u8),
            _ => char,
        })
        .collect();
    let labels: Vec<String> = domain
        .split(is_dot)
        .map(|label| {
            let lower = compose(&label.to_lowercase());
            if lower.is_ascii() {
                lower
            } else {
                punycode(&lower).map_or(lower, |code| format!("xn--{code}"))
            }
        })
        .collect();
    labels.join(".")
}

fn is_dot(char: char) -> bool {
    matches!(char, '.' | '。' | '．' | '｡')
}

/// Letters, digits and the marks that join them; no space, control or punctuation.
fn is_letter(char: char) -> bool {
    char.is_alphanumeric()
        || ('\u{300}'..='\u{36F}').contains(&char)
        || ('\u{900}'..='\u{109F}').contains(&char)
}

/// Joins a Latin letter and the accents most often written apart from it.
fn compose(text: &str) -> String {
    const PAIRS: [(char, &str, &str); 6] = [
        ('\u{300}', "aeiou", "àèìòù"),
        ('\u{301}', "aeiouyc", "áéíóúýć"),
        ('\u{302}', "aeiou", "âêîôû"),
        ('\u{303}', "aon", "ãõñ"),
        ('\u{308}', "aeiouy", "äëïöüÿ"),
        ('\u{327}', "cs", "çş"),
    ];
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        let joined = PAIRS.iter().find(|pair| pair.0 == char).and_then(|(_, plain, accented)| {
            let place = plain.chars().position(|letter| out.ends_with(letter))?;
            accented.chars().nth(place)
        });
        if let Some(joined) = joined {
            out.pop();
            out.push(joined);
        } else {
            out.push(char);
        }
    }
    out
}

/// The Punycode of a label (RFC 3492), without its prefix.
fn punycode(label: &str) -> Option<String> {
    const BASE: u32 = 36;
    let chars: Vec<u32> = label.chars().map(u32::from).collect();
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = out.len() as u32;
    let mut handled = basic;
    if basic > 0 {
        out.push('-');
    }
    let (mut next, mut delta, mut bias) = (128u32, 0u32, 72u32);
    while (handled as usize) < chars.len() {
        let lowest = chars.iter().copied().filter(|&char| char >= next).min()?;
        delta = delta.checked_add((lowest - next).checked_mul(handled + 1)?)?;
        next = lowest;
        for &char in &chars {
            if char < next {
                delta = delta.checked_add(1)?;
            }
            if char == next {
                let mut quotient = delta;
                let mut step = BASE;
                loop {
                    let threshold = step.saturating_sub(bias).clamp(1, 26);
                    if quotient < threshold {
                        break;
                    }
                    out.push(digit(threshold + (quotient - threshold) % (BASE - threshold)));
                    quotient = (quotient - threshold) / (BASE - threshold);
                    step += BASE;
                }
                out.push(digit(quotient));
                delta = if handled == basic { delta / 700 } else { delta / 2 };
                delta += delta / (handled + 1);
                let mut k = 0;
                while delta > 455 {
                    delta /= BASE - 1;
                    k += BASE;
                }
                bias = k + 36 * delta / (delta + 38);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        next += 1;
    }
    Some(out)
}

fn digit(value: u32) -> char {
    char::from(if value < 26 { b'a' + value as u8 } else { b'0' + (value - 26) as u8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "ana@acme.com",
            "a.b+c@x-y.co.uk",
            "o'neil@acme.com",
            "ana@münchen.de",
            "ana@例え.テスト",
            "x_y.com#EXT#@t.onmicrosoft.com",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "ana",
            "@acme.com",
            "ana@",
            "ana@acme",
            ".ana@acme.com",
            "ana.@acme.com",
            "a..b@acme.com",
            "a b@acme.com",
            "ana@acme..com",
            "ana@-acme.com",
            "ana@acme-.com",
            "ana@exa_mple.com",
            "ana@acme.com.",
            "ana@bo@acme.com",
            "Ana <ana@acme.com>",
            "ana@acme.com, bo@acme.com",
            "\"a b\"@acme.com",
            "ana@[127.0.0.1]",
            "ána@acme.com",
            "ana@acme,com",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn eight_bytes_at_a_time_say_what_one_by_one_says() {
        let hold = |text: &[u8]| {
            let Some(dots) = plain_words(text) else { return };
            assert!(is_dotted(text), "{text:?}");
            assert_eq!(dots, text.contains(&b'.'), "{text:?}");
            let domain = std::str::from_utf8(text).expect("ASCII");
            assert_eq!(dots, is_ascii_domain(domain), "{text:?}");
        };
        let local = "ana.belen.castellanos17-north.wind";
        for from in 0..local.len() {
            for to in from..=local.len() {
                let text = &local.as_bytes()[from..to];
                hold(text);
                for at in 0..text.len() {
                    for byte in [
                        b'.', b'-', b'/', b'0', b'9', b':', b'@', b'`', b'a', b'z', b'{', b'Z', 0, 0xAE, 0xE1,
                    ] {
                        let mut text = text.to_vec();
                        text[at] = byte;
                        hold(&text);
                    }
                }
            }
        }
        // What is plain takes the short way.
        for good in ["ana.belen", "anabelen", "a.b.c.d.e", "ana.belen.castellanos17"] {
            assert_eq!(plain_words(good.as_bytes()), Some(good.contains('.')), "{good}");
        }
    }

    #[test]
    fn labels_are_no_longer_than_they_may_be() {
        for length in 1..80 {
            let label = "a".repeat(length);
            assert_eq!(is_domain(&format!("{label}.b")), length <= 63, "{length}");
            assert_eq!(is_domain(&format!("b.{label}")), length <= 63, "{length}");
            assert!(!is_domain(&label), "{length}");
        }
    }

    #[test]
    fn domains_are_equal_in_any_spelling() {
        // From RFC 3492 and the IDN of München.
        assert_eq!(domain_key("MÜNCHEN.de"), "xn--mnchen-3ya.de");
        assert_eq!(domain_key("mu\u{308}nchen.de"), "xn--mnchen-3ya.de");
        assert_eq!(domain_key("ａｃｍｅ.COM"), "acme.com");
        assert_eq!(domain_key("bücher。example"), "xn--bcher-kva.example");
        assert_eq!(punycode("他们为什么不说中文").as_deref(), Some("ihqwcrb4cv8a8dqg056pqjye"));
        assert_eq!(domain_key("XN--MNCHEN-3YA.DE"), "xn--mnchen-3ya.de");
    }
}
