//! Text with fake words in the place of its own: names, addresses, distinguished names, ids.
//!
//! Punctuation, spaces and invisible characters stay, and so do the marks that tell what a value is.

use super::words::{Words, scatter};
use crate::maps::HashMap;
use crate::profile::email::domain_key;
use crate::rules::manager::SUFFIXES;

/// Parts of domains that name nobody.
const COMMON: &[&str] = &["co", "com", "org", "net", "ac", "gov", "edu", "onmicrosoft"];
/// Last parts of domains that are longer than three letters.
const TOPS: &[&str] = &[
    "info",
    "name",
    "local",
    "example",
    "invalid",
    "test",
    "localhost",
    "internal",
    "corp",
    "cloud",
    "tech",
    "online",
    "store",
    "agency",
    "company",
    "email",
    "group",
    "global",
    "world",
    "space",
    "site",
    "shop",
    "health",
    "finance",
    "bank",
    "arpa",
    "mobi",
    "asia",
    "jobs",
    "museum",
    "travel",
    "aero",
    "coop",
];
/// Names of the parts of a distinguished name.
const DISTINGUISHED: &[&str] = &["cn", "ou", "dc", "o", "c", "l", "st", "uid", "sn", "e"];

/// As long as a part of a domain may be, in ASCII.
const LONGEST_LABEL: usize = 63;

/// What every fake is made of.
#[derive(Debug)]
pub(super) struct Fakes {
    pub(super) words: Words,
    /// Domains of the company, as they are compared.
    domains: Vec<String>,
    /// Object ids, by their lower case, numbered.
    objects: HashMap<Box<str>, u32>,
    /// Parts of domains outside ASCII, in their ASCII form, and their fakes.
    international: HashMap<String, String>,
}

impl Fakes {
    pub(super) fn new(domains: Vec<String>, reserved: impl Iterator<Item = String>) -> Fakes {
        let own: Vec<String> = domains.iter().flat_map(|domain| words_of(domain)).collect();
        let common = COMMON.iter().chain(TOPS).chain(DISTINGUISHED).map(|word| (*word).to_owned());
        Fakes {
            words: Words::new(common.chain(own).chain(reserved)),
            domains,
            objects: HashMap::default(),
            international: HashMap::default(),
        }
    }

    /// A text with fakes for its words.
    pub(super) fn text(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        while let Some(char) = rest.chars().next() {
            if !is_word(char) {
                out.push(char);
                rest = &rest[char.len_utf8()..];
                before = Some(char);
                if char == '@' {
                    let end = rest.find(|char| !is_of_domain(char)).unwrap_or(rest.len());
                    self.domain(&rest[..end], &mut out);
                    before = rest[..end].chars().last().or(before);
                    rest = &rest[end..];
                }
                continue;
            }
            if let Some(object) = object_id(rest) {
                self.object(object, &mut out);
                rest = &rest[object.len()..];
                continue;
            }
            if let Some(suffix) = dotted_suffix(rest).filter(|_| before != Some('.')) {
                self.dotted(suffix, &mut out);
                rest = &rest[suffix.len()..];
                before = None;
                continue;
            }
            let end = rest.find(|char| !is_word(char)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            if is_mark(before, word, behind) {
                out.push_str(word);
            } else {
                self.words.put(word, &mut out);
            }
            before = None;
            rest = behind;
        }
        out
    }

    /// A suffix with dots between its letters is one word.
    fn dotted(&mut self, suffix: &str, out: &mut String) {
        let mut fake = String::new();
        self.words.put(&suffix.replace('.', ""), &mut fake);
        let mut letters = fake.chars();
        out.extend(suffix.chars().filter_map(|own| if own == '.' { Some(own) } else { letters.next() }));
    }

    fn domain(&mut self, domain: &str, out: &mut String) {
        let key = domain_key(domain);
        let own = self.domains.iter().find(|own| {
            key.strip_suffix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        });
        let own = own.map_or(0, |own| own.split('.').count());
        let labels: Vec<&str> = domain.split_inclusive(is_dot).collect();
        for (place, label) in labels.iter().enumerate() {
            let name = label.trim_end_matches(is_dot);
            let last = place + 1 == labels.len();
            let lower = name.to_ascii_lowercase();
            let common = labels.len() > 1 && (COMMON.contains(&lower.as_str()) || (last && is_top(&lower)));
            if place + own >= labels.len() || common {
                out.push_str(name);
            } else {
                self.label(name, out);
            }
            out.push_str(&label[name.len()..]);
        }
    }

    /// A part of a domain.
    fn label(&mut self, label: &str, out: &mut String) {
        let name = label.trim_matches('-');
        let coded = name.is_ascii() && name.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("xn--"));
        if name.is_ascii() && !coded {
            let text = self.text(label);
            return out.push_str(&text);
        }
        let key = domain_key(name);
        let at = label.len() - label.trim_start_matches('-').len();
        out.push_str(&label[..at]);
        if self.words.learning {
            out.push_str(name);
        } else {
            let fake = self.international.get(&key).cloned().unwrap_or_else(|| {
                // A word that no file holds: its fake is nobody else's.
                let mut fake = String::new();
                let script = if crate::reference::plain(name).is_ascii() { 'é' } else { 'я' };
                self.words.put(&format!("{script}{key}").replace(['-', '.'], ""), &mut fake);
                fake.truncate(fake.char_indices().nth(20).map_or(fake.len(), |(at, _)| at));
                if fake.is_ascii() {
                    fake.push('é');
                }
                // What is too long for a domain stays so.
                while key.len() > LONGEST_LABEL && domain_key(&fake).len() <= LONGEST_LABEL {
                    fake.push(script);
                }
                self.international.insert(key.clone(), fake.clone());
                fake
            });
            let upper = name.chars().any(char::is_uppercase) && !coded;
            let fake = if coded { domain_key(&fake) } else { fake };
            out.push_str(&if upper { fake.to_uppercase() } else { fake });
        }
        out.push_str(&label[at + name.len()..]);
    }

    /// An object id: as many hexadecimal digits in the same places, and its version.
    fn object(&mut self, id: &str, out: &mut String) {
        if self.words.learning {
            return out.push_str(id);
        }
        let lower = id.to_ascii_lowercase();
        let next = self.objects.len() as u32;
        let number = *self.objects.entry(lower.into()).or_insert(next);
        let head = number.wrapping_mul(0x9E37_79B1) ^ 0x5DEE_CE66;
        let rest = scatter(u64::from(number));
        let digits = format!("{head:08x}{:023x}a", rest & ((1 << 92) - 1));
        let upper = id.bytes().any(|byte| byte.is_ascii_uppercase());
        let mut digits = digits.chars();
        for (at, own) in id.char_indices() {
            // The version says how the id came about.
            let fake = if own == '-' { own } else { digits.next().unwrap_or('a') };
            let fake = if at == 14 { own } else { fake };
            out.push(if upper { fake.to_ascii_uppercase() } else { fake });
        }
    }
}

/// Words of a text, as fakes are compared with them.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|char| !is_word(char)).filter(|word| !word.is_empty());
    words.map(|word| crate::reference::plain(word).to_lowercase()).collect()
}

/// Letters, digits and accents written apart. Letters that are taken for apostrophes stand between words.
pub(super) fn is_word(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    let apostrophe = matches!(char, 'ʼ' | 'ʻ' | 'ʹ' | 'ʿ' | 'ʾ');
    ('\u{300}'..='\u{36F}').contains(&char) || (char.is_alphanumeric() && !apostrophe)
}

fn is_of_domain(char: char) -> bool {
    is_word(char) || char == '-' || is_dot(char)
}

fn is_dot(char: char) -> bool {
    matches!(char, '.' | '。' | '．' | '｡')
}

/// The last part of a domain, where it names no company.
fn is_top(lower: &str) -> bool {
    let short = (2..=3).contains(&lower.len()) && lower.bytes().all(|byte| byte.is_ascii_lowercase());
    short || TOPS.contains(&lower)
}

/// A word that says what the text is: a guest's mark, a scheme, a part of a distinguished name.
fn is_mark(before: Option<char>, word: &str, behind: &str) -> bool {
    let is = |mark: &str| word.eq_ignore_ascii_case(mark);
    match behind.chars().next() {
        Some('#') => before == Some('#') && is("ext"),
        Some('=') => DISTINGUISHED.iter().any(|mark| is(mark)),
        Some(':') => is("mailto"),
        _ => false,
    }
}

/// The suffix of a name that a text begins with, if there are dots between its letters: `Ph.D`.
fn dotted_suffix(text: &str) -> Option<&str> {
    let end = text.find(|char| char != '.' && !is_word(char)).unwrap_or(text.len());
    let run = text[..end].trim_end_matches('.');
    let bare = run.contains('.').then(|| run.replace('.', "").to_ascii_lowercase())?;
    SUFFIXES.contains(&bare.as_str()).then_some(run)
}

/// The object id that a text begins with.
fn object_id(text: &str) -> Option<&str> {
    let id = text.get(..36)?;
    let shape = id.bytes().enumerate().all(|(at, byte)| {
        if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() }
    });
    (shape && !text[36..].starts_with(is_word)).then_some(id)
}

/// A name of a column or a member that is a person's: an address, or what a directory calls someone.
pub(super) fn is_personal(name: &str) -> bool {
    let name = name.trim();
    let address = name.split_once('@').is_some_and(|(local, domain)| {
        let own = domain.split(|char| !is_of_domain(char)).next().unwrap_or_default();
        !local.is_empty() && own.contains('.') && !own.to_ascii_lowercase().starts_with("odata.")
    });
    let number = name.len() < 5 && name.bytes().all(|byte| byte.is_ascii_digit());
    address || (!number && crate::rules::manager::is_reference(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fakes for texts, after all of them were learned.
    fn fakes<const N: usize>(texts: [&str; N]) -> [String; N] {
        let domains = vec!["acme.com".to_owned(), domain_key("münchen.de")];
        let mut fakes = Fakes::new(domains, std::iter::empty());
        for text in texts {
            fakes.text(text);
        }
        fakes.words.learning = false;
        texts.map(|text| fakes.text(text))
    }

    #[test]
    fn one_person_is_one_fake_however_written() {
        let [name, mail, turned, distinguished] =
            fakes(["Ana Li", "ana.li@acme.com", "Li, Ana", "CN=Ana Li,OU=Sales,DC=acme"]);
        let (given, family) = name.split_once(' ').expect("two words");
        assert!(given != "Ana" && family != "Li");
        assert_eq!(mail, format!("{}.{}@acme.com", given.to_lowercase(), family.to_lowercase()));
        assert_eq!(turned, format!("{family}, {given}"));
        assert!(distinguished.starts_with(&format!("CN={name},OU=")), "{distinguished}");
        assert!(distinguished.contains(",DC=") && !distinguished.contains("Sales"), "{distinguished}");
    }

    #[test]
    fn domains_of_the_company_stay_and_others_do_not() {
        let [own, below, idn, coded, other, guest] = fakes([
            "a@ACME.com",
            "a@mail.acme.com",
            "a@MÜNCHEN.de",
            "a@xn--mnchen-3ya.de",
            "a@globex.co.uk",
            "x_globex.com#EXT#@acme.onmicrosoft.com",
        ]);
        assert!(own.ends_with("@ACME.com"), "{own}");
        assert!(below.ends_with(".acme.com") && !below.contains("mail"), "{below}");
        assert!(idn.ends_with("@MÜNCHEN.de") && coded.ends_with("@xn--mnchen-3ya.de"), "{idn} {coded}");
        assert!(other.ends_with(".co.uk") && !other.contains("globex"), "{other}");
        assert!(guest.contains("#EXT#@") && guest.ends_with(".onmicrosoft.com"), "{guest}");
        assert!(!guest.contains("globex") && !guest.contains("acme"), "{guest}");
    }

    #[test]
    fn international_domains_stay_equal_in_both_forms() {
        let [plain, coded, upper, other] =
            fakes(["a@bücher.example", "a@xn--bcher-kva.example", "a@BÜCHER.example", "a@bäcker.example"]);
        let domain = |text: &str| domain_key(text.split_once('@').expect("an address").1);
        assert!(coded.contains("@xn--") && !plain.is_ascii() && !coded.contains("bcher"), "{plain} {coded}");
        assert!(
            domain(&plain) == domain(&coded) && domain(&plain) == domain(&upper),
            "{plain} {coded} {upper}"
        );
        assert_ne!(domain(&plain), domain(&other));
    }

    #[test]
    fn a_label_too_long_stays_too_long() {
        // Letters of many places in Unicode take much room in ASCII.
        for (label, long) in [
            ("籂潼䉥牧籆", false),
            ("籂潼䉥牧籆剼呥硡猊捹䁡捭攮捯浼䍹籄楡穼籔數慳籂潼䉥", true),
            ("äöü", false),
        ] {
            let [fake] = fakes([&format!("a@{label}.com")]);
            let is_long = |label: &str| domain_key(label).len() > LONGEST_LABEL;
            let fake = fake.split(['@', '.']).nth(1).expect("a label");
            assert_eq!([is_long(label), is_long(fake)], [long, long], "{fake} for {label}");
        }
    }

    #[test]
    fn object_ids_stay_object_ids() {
        let id = "550e8400-e29b-41d4-a716-446655440000";
        let [one, upper, other] = fakes([id, &id.to_uppercase(), "650e8400-e29b-41d4-a716-446655440000"]);
        for fake in [&one, &upper, &other] {
            assert!(crate::rules::manager::is_reference(fake) && fake[14..].starts_with('4'), "{fake}");
            assert!(!fake.contains("8400") && !fake.contains("e29b"), "{fake}");
        }
        assert!(one.to_uppercase() == upper && one != upper && one != other);
    }
}
