//! Fake words: one for each word of the files, numbered in the order in which they are met.
//!
//! A word and its fake have the same length and the same kinds of characters in the same places. Words that are equal
//! without case and accents have fakes that are, too, and no others. Nothing of a fake follows from its word but that,
//! and no fake is itself a word of the files. What may be the suffix of a name, such as Jr. or MD, becomes another suffix.

use crate::export::{Encoding, encode};
use crate::maps::{HashMap, HashSet};
use crate::reference::plain;
use crate::rules::manager::SUFFIXES;

const CONSONANTS: &[u8; 17] = b"bdfghjklmnprstvwz";
const VOWELS: &[u8; 5] = b"aeiou";
/// Without x, which stands before the extension of a phone.
const LETTERS: &[u8; 25] = b"abcdefghijklmnopqrstuvwyz";
const DIGITS: &[u8; 10] = b"0123456789";
/// For words in other scripts. Sigma changes its form at the end of a word, so there is none.
const OTHER_CONSONANTS: [char; 13] = ['β', 'γ', 'δ', 'ζ', 'θ', 'κ', 'λ', 'μ', 'ν', 'π', 'ρ', 'τ', 'φ'];
const OTHER_VOWELS: [char; 7] = ['α', 'ε', 'η', 'ι', 'ο', 'υ', 'ω'];
/// What each vowel becomes where the word is not plain ASCII; every one of them is a letter of Windows-1252.
const ACCENTS: [(char, &str); 5] =
    [('a', "áàâäãå"), ('e', "éèêë"), ('i', "íìîï"), ('o', "óòôöõø"), ('u', "úùûü")];

/// Patterns with more fakes than this share one number, so that not every long id needs a count of its own.
const MANY: u64 = 1 << 40;
/// Digits so few say nothing of anyone, and all of them are taken.
const FEW_DIGITS: usize = 4;
const NONE: u32 = u32::MAX;

/// Words that mean something to a rule or to a reader of the file: no fake is one of them.
const MEANT: &[&str] = &[
    "null",
    "nan",
    "undefined",
    "ref",
    "value",
    "name",
    "div",
    "num",
    "na",
    "system",
    "microsoft",
    "ext",
    "extn",
    "extension",
    "tel",
    "mailto",
    "cn",
    "ou",
    "dc",
    "o",
    "c",
    "l",
    "n",
    "st",
    "uid",
    "true",
    "false",
    "yes",
    "no",
    "on",
    "off",
    "user",
    "group",
    "member",
    "guest",
    "enabled",
    "disabled",
];

/// Which fake a word has.
#[derive(Clone, Copy, Debug)]
struct Fake {
    number: u32,
    /// Longer than the word by so many characters, because all of its length are taken.
    longer: u8,
}

/// The fakes of words.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// By the word without case and accents.
    fakes: HashMap<Box<str>, Fake>,
    /// How many fakes of each pattern were given.
    counts: HashMap<Box<str>, u32>,
    reserved: HashSet<String>,
    /// Spellings outside ASCII, without case, and which of their word they are; how many a word has.
    spellings: HashMap<Box<str>, u16>,
    spelled: HashMap<Box<str>, u16>,
    /// Words are only collected so far.
    pub(super) learning: bool,
}

impl Words {
    /// Words that no fake may be, besides those that mean something.
    pub(super) fn new(reserved: impl Iterator<Item = String>) -> Words {
        let meant = MEANT.iter().chain(&SUFFIXES).map(|word| (*word).to_owned());
        Words { reserved: meant.chain(reserved).collect(), learning: true, ..Words::default() }
    }

    /// Appends the fake of a word.
    pub(super) fn put(&mut self, word: &str, out: &mut String) {
        let key = if word.is_ascii() { word.to_ascii_lowercase() } else { plain(word).to_lowercase() };
        if key.is_empty() {
            return out.push_str(word);
        }
        if self.learning {
            self.fakes.entry(key.into()).or_insert(Fake { number: NONE, longer: 0 });
            return out.push_str(word);
        }
        let mut fake = self.base(&key);
        if !word.is_ascii() {
            let spelling = self.spelling(&key, word);
            fake = accented(&fake, spelling);
        }
        cased(word, &fake, out);
    }

    fn base(&mut self, key: &str) -> String {
        let known = self.fakes.get(key).copied().filter(|fake| fake.number != NONE);
        if SUFFIXES.contains(&key) {
            let number = known.map_or_else(|| self.suffix(key), |fake| fake.number);
            self.fakes.insert(key.into(), Fake { number, longer: 0 });
            return SUFFIXES[number as usize].to_owned();
        }
        if let Some(fake) = known {
            return spell(&pattern(key, fake.longer), fake.number);
        }
        let mut longer = 0;
        loop {
            let pattern = pattern(key, longer);
            let all = capacity(&pattern);
            let name =
                if all > MANY { String::new() } else { pattern.iter().map(|kind| kind.sign()).collect() };
            let count = self.counts.entry(name.into()).or_default();
            let number = *count;
            if u64::from(number) >= all {
                longer += 1;
                continue;
            }
            *count += 1;
            let text = spell(&pattern, number);
            if self.fits(key, &text, number, &pattern) {
                self.fakes.insert(key.into(), Fake { number, longer });
                return text;
            }
        }
    }

    /// A suffix of the same length that is nobody's fake yet: another one, and none of the files, as long as there are such.
    fn suffix(&self, key: &str) -> u32 {
        let taken = |number: u32| {
            SUFFIXES.iter().filter_map(|own| self.fakes.get(*own)).any(|fake| fake.number == number)
        };
        let from = scatter(self.fakes.len() as u64) as usize;
        let all = (0..SUFFIXES.len()).map(|at| at.wrapping_add(from) % SUFFIXES.len());
        let free = all.filter(|&at| SUFFIXES[at].len() == key.len() && !taken(at as u32));
        let best = free.min_by_key(|&at| (SUFFIXES[at] == key, self.fakes.contains_key(SUFFIXES[at])));
        best.expect("as many fakes as suffixes") as u32
    }

    fn fits(&self, key: &str, text: &str, number: u32, pattern: &[Kind]) -> bool {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let common = digits > 0 && text.len() < FEW_DIGITS;
        // Of nulls there is one.
        let own = text == key && key != "0";
        let twice = u64::from(number) >= spoken(pattern) && is_spoken(text);
        let okta = text.starts_with("00u") && !key.starts_with("00u");
        !own && !twice && !okta && !self.reserved.contains(text) && (common || !self.fakes.contains_key(text))
    }

    /// Which of the spellings of a word this is, from 1.
    fn spelling(&mut self, key: &str, word: &str) -> u16 {
        let lower = word.to_lowercase();
        if let Some(&known) = self.spellings.get(lower.as_str()) {
            return known;
        }
        let count = self.spelled.entry(key.into()).or_default();
        *count = count.saturating_add(1);
        let spelling = *count;
        self.spellings.insert(lower.into(), spelling);
        spelling
    }
}

/// What stands at a place of a fake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A letter of a word, at an even or an odd place.
    Spoken {
        vowel: bool,
    },
    /// A letter of an id.
    Letter,
    Digit,
    /// The first digit of a number.
    Lead,
    Fixed(u8),
    /// A letter of another script, at an even or an odd place.
    Other {
        vowel: bool,
    },
}

impl Kind {
    fn sign(self) -> char {
        match self {
            Kind::Spoken { .. } => 's',
            Kind::Letter => 'a',
            Kind::Digit => '0',
            Kind::Lead => '1',
            Kind::Fixed(byte) => char::from(byte.to_ascii_uppercase()),
            Kind::Other { .. } => 'o',
        }
    }

    fn choices(self) -> u64 {
        match self {
            Kind::Spoken { vowel: false } => 17,
            Kind::Spoken { vowel: true } => 5,
            Kind::Letter => 25,
            Kind::Digit => 10,
            Kind::Lead => 9,
            Kind::Fixed(_) => 1,
            Kind::Other { vowel: false } => 13,
            Kind::Other { vowel: true } => 7,
        }
    }

    fn char(self, choice: usize) -> char {
        match self {
            Kind::Spoken { vowel: false } => char::from(CONSONANTS[choice]),
            Kind::Spoken { vowel: true } => char::from(VOWELS[choice]),
            Kind::Letter => char::from(LETTERS[choice]),
            Kind::Digit => char::from(DIGITS[choice]),
            Kind::Lead => char::from(DIGITS[choice + 1]),
            Kind::Fixed(byte) => char::from(byte),
            Kind::Other { vowel: false } => OTHER_CONSONANTS[choice],
            Kind::Other { vowel: true } => OTHER_VOWELS[choice],
        }
    }
}

/// The kinds of characters of a word's fake.
fn pattern(key: &str, longer: u8) -> Vec<Kind> {
    let longer = usize::from(longer);
    if !key.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let length = key.chars().count();
        return if encode(Encoding::Windows1252, key).is_some() {
            // A file in Windows-1252 holds no other letters than Latin ones.
            (0..length.max(2) + longer).map(|at| Kind::Spoken { vowel: at % 2 == 1 }).collect()
        } else {
            (0..length.max(3) + longer).map(|at| Kind::Other { vowel: at % 2 == 1 }).collect()
        };
    }
    if key.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return (0..key.len() + longer).map(|at| Kind::Spoken { vowel: at % 2 == 1 }).collect();
    }
    let drawn = key.len() > 3 && key.starts_with("00u");
    let kind = |(at, byte): (usize, u8)| match byte {
        _ if drawn && at < 3 => Kind::Fixed(byte),
        b'0' if at == 0 => Kind::Fixed(byte),
        b'1'..=b'9' if at == 0 => Kind::Lead,
        b'0'..=b'9' => Kind::Digit,
        _ => Kind::Letter,
    };
    let mut pattern: Vec<Kind> = key.bytes().enumerate().map(kind).collect();
    pattern.extend(std::iter::repeat_n(Kind::Digit, longer));
    pattern
}

/// How many fakes there are that can be spoken.
fn spoken(pattern: &[Kind]) -> u64 {
    pattern.iter().fold(1, |all: u64, kind| all.saturating_mul(kind.choices()))
}

fn is_spoken(text: &str) -> bool {
    text.bytes()
        .enumerate()
        .all(|(at, byte)| if at % 2 == 1 { VOWELS.contains(&byte) } else { CONSONANTS.contains(&byte) })
}

/// How many fakes a pattern has. Of words in letters also those that cannot be spoken.
fn capacity(pattern: &[Kind]) -> u64 {
    let letters = pattern.iter().all(|kind| matches!(kind, Kind::Spoken { .. }));
    let besides = if letters { 25u64.saturating_pow(pattern.len() as u32) } else { 0 };
    spoken(pattern).saturating_add(besides)
}

/// The fake of a number: every number gives another one, in no order that shows.
fn spell(pattern: &[Kind], number: u32) -> String {
    let spoken = spoken(pattern);
    let mut number = u64::from(number);
    let letters: Vec<Kind>;
    let mut kinds = pattern;
    if number >= spoken {
        number -= spoken;
        letters = vec![Kind::Letter; pattern.len()];
        kinds = &letters;
    }
    // A prime that divides none of the counts of choices turns the order about. What is beyond the numbers is filled.
    let mut all: u64 = 1;
    let counted = kinds.iter().position(|kind| {
        all = all.saturating_mul(kind.choices());
        all > MANY
    });
    // Words of different lengths begin otherwise.
    let mut rest = (number * 2_654_435_761 + scatter(kinds.len() as u64) as u64 % all) % all;
    let mut filling = scatter(number) as u64;
    let mut text = String::with_capacity(kinds.len());
    for (at, kind) in kinds.iter().enumerate() {
        let choices = kind.choices();
        let from = if counted.is_none_or(|counted| at <= counted) { &mut rest } else { &mut filling };
        text.push(kind.char((*from % choices) as usize));
        *from /= choices;
        if filling < 1 << 24 {
            filling = scatter(filling ^ at as u64) as u64;
        }
    }
    text
}

/// Bits that follow from a number and do not look like it (the last step of `SplitMix64`, twice).
pub(super) fn scatter(number: u64) -> u128 {
    let mix = |mut bits: u64| {
        bits = bits.wrapping_add(0x9E37_79B9_7F4A_7C15);
        bits = (bits ^ bits >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ bits >> 31
    };
    let high = mix(number);
    u128::from(high) << 64 | u128::from(mix(high))
}

/// A fake as a word outside ASCII: the first spelling and each further one with accents of its own.
fn accented(fake: &str, spelling: u16) -> String {
    if !fake.is_ascii() {
        // Marks that a comparison of names passes over.
        let mark = char::from_u32(0x300 + u32::from(spelling - 1) % 0x70);
        let marks = mark.filter(|_| spelling > 1);
        return fake.chars().chain(marks).collect();
    }
    let mut left = usize::from(spelling);
    let mut text = String::with_capacity(fake.len() + 4);
    for char in fake.chars() {
        let accents = ACCENTS.iter().find(|(vowel, _)| *vowel == char).map_or("", |(_, accents)| accents);
        let choices = accents.chars().count() + 1;
        let choice = left % choices;
        left /= choices;
        text.push(choice.checked_sub(1).and_then(|choice| accents.chars().nth(choice)).unwrap_or(char));
    }
    // A word without vowels, or with more spellings than anyone has.
    while left > 0 {
        text.push(ACCENTS[0].1.chars().nth(left % 6).unwrap_or('á'));
        left /= 6;
    }
    text
}

/// Appends a fake in the case of its word.
fn cased(word: &str, fake: &str, out: &mut String) {
    let mut upper = false;
    let mut chars = word.chars();
    for char in fake.chars() {
        if let Some(own) = chars.next() {
            upper = own.is_uppercase();
        }
        if upper { out.extend(char.to_uppercase()) } else { out.push(char) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fakes(words: &mut Words, all: &[&str]) -> Vec<String> {
        all.iter()
            .map(|word| {
                let mut out = String::new();
                words.put(word, &mut out);
                out
            })
            .collect()
    }

    fn after(learned: &[&str]) -> Words {
        let mut words = Words::new(std::iter::empty());
        fakes(&mut words, learned);
        words.learning = false;
        words
    }

    #[test]
    fn words_that_are_equal_have_equal_fakes_and_no_others() {
        let mut words = after(&[]);
        let all =
            fakes(&mut words, &["Jose", "jose", "JOSE", "José", "JOSÉ", "Josè", "Jos", "Strauß", "Strauss"]);
        let key = |text: &str| plain(text).to_lowercase();
        assert!(all[..6].iter().all(|fake| key(fake) == all[1]), "{all:?}");
        assert_eq!(
            [&all[0], &all[2]],
            [&(all[1][..1].to_uppercase() + &all[1][1..]), &all[1].to_uppercase()]
        );
        assert!(!all[3].is_ascii() && all[3] != all[5] && all[3].to_uppercase() == all[4], "{all:?}");
        assert_ne!(key(&all[6]), all[1]);
        assert_eq!(key(&all[7]), key(&all[8]));
        assert_eq!(fakes(&mut words, &["José"])[0], all[3], "stable");
    }

    #[test]
    fn no_two_words_share_a_fake() {
        let mut words = after(&[]);
        let mut seen = HashSet::default();
        let letters = (b'a'..=b'z').map(char::from);
        let mut all: Vec<String> = letters.clone().map(String::from).collect();
        all.extend(letters.clone().flat_map(|one| letters.clone().map(move |two| format!("{one}{two}"))));
        all.extend((0..3000).map(|number| number.to_string()));
        all.extend((0..500).map(|number| format!("00uAb{number:03}cD")));
        all.extend(('а'..='я').map(String::from));
        all.extend(('一'..='兀').map(String::from));
        for word in &all {
            let fake = fakes(&mut words, &[word]).remove(0);
            assert_eq!(fake.is_ascii(), word.is_ascii());
            assert!(!MEANT.contains(&fake.as_str()), "{fake}");
            assert!(seen.insert(fake.to_lowercase()), "{word} has a fake that another word has: {fake}");
        }
    }

    #[test]
    fn no_fake_is_a_word_of_the_files() {
        // All words that can be spoken but two stand in the files.
        let both = |one: u8, two: u8| format!("{}{}", char::from(one), char::from(two));
        let all: Vec<String> =
            CONSONANTS.iter().flat_map(|&one| VOWELS.iter().map(move |&two| both(one, two))).collect();
        let learned: Vec<&str> =
            all.iter().map(String::as_str).filter(|word| !["ba", "zu"].contains(word)).collect();
        let mut words = after(&learned);
        let mut fakes = fakes(&mut words, &learned);
        assert!(fakes.iter().all(|fake| !learned.contains(&fake.as_str())));
        fakes.sort();
        fakes.dedup();
        assert_eq!(fakes.len(), learned.len());
    }

    #[test]
    fn kinds_of_characters_stay_in_their_places() {
        let mut words = after(&[]);
        let kinds = |text: &str| -> Vec<_> {
            text.chars().map(|char| (char.is_ascii_digit(), char.is_uppercase(), char.is_ascii())).collect()
        };
        for word in ["Ana", "4711", "0815", "00u1b2C3d4E5f6G7h8i9", "a1b2C3", "Zoë", "9"] {
            let fake = fakes(&mut words, &[word]).remove(0);
            assert_eq!(fake.chars().count(), word.chars().count(), "{word} {fake}");
            if word.is_ascii() {
                assert_eq!(kinds(&fake), kinds(word), "{word} {fake}");
            }
            assert_eq!(fake.starts_with('0'), word.starts_with('0'), "{word} {fake}");
            assert_eq!(fake.starts_with("00u"), word.starts_with("00u"), "{word} {fake}");
        }
    }
}
