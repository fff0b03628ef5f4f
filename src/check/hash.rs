//! Hashes of texts, eight bytes at a time, under keys that nobody knows who writes a file.
//!
//! They only say where to look: every hit is verified against the bytes, so nothing that is told depends on the keys. Whoever
//! knew them could write a file of texts that all have one hash, and a look among them would be a look at all of them.
//!
//! A hash is the sum of products of two keys and the two halves of eight bytes. Its upper half is strongly universal
//! (Lemire and Kaser, "Strongly universal string hashing is fast", MULTILINEAR-HM): without the keys any two texts of one
//! length have the same one in 2^32 times, whatever they are. The lower half is worth nothing by itself.

use std::hash::{BuildHasher, RandomState};
use std::sync::OnceLock;

pub(super) use crate::bytes::word;

/// Words that have keys of their own; what is hashed of a longer text so far goes on as a word.
const WORDS: usize = 16;

/// What every hash of this process is made with.
#[derive(Debug)]
struct Keys {
    start: u64,
    length: u64,
    chain: [u64; 2],
    rest: [u64; 2],
    words: [[u64; 2]; WORDS],
}

static KEYS: OnceLock<Keys> = OnceLock::new();

/// Gives the keys, where the standard library has no randomness of its own (WebAssembly). Counts before the first hash only.
pub fn seed(seed: u64) {
    let _ = KEYS.set(Keys::of(seed));
}

/// A number that nobody outside of the process knows.
pub(crate) fn secret() -> u64 {
    keys().start
}

impl Keys {
    fn random() -> Keys {
        Keys::of(RandomState::new().hash_one("rollcall"))
    }

    /// Numbers that follow from a seed (`SplitMix64`).
    fn of(mut seed: u64) -> Keys {
        let mut next = || {
            seed = seed.wrapping_add(SPREAD);
            let mixed = (seed ^ seed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^ mixed >> 31
        };
        let (start, length) = (next(), next());
        let (chain, rest) = ([next(), next()], [next(), next()]);
        let mut words = [[0; 2]; WORDS];
        for key in words.as_flattened_mut() {
            *key = next();
        }
        Keys { start, length, chain, rest, words }
    }

    /// One step of the sum.
    #[inline]
    fn product([one, other]: [u64; 2], word: u64) -> u64 {
        one.wrapping_add(word & 0xFFFF_FFFF).wrapping_mul(other.wrapping_add(word >> 32))
    }

    #[inline]
    fn short(&self, word: u64, length: usize) -> u64 {
        let sum = self.start.wrapping_add(self.length.wrapping_mul(length as u64));
        sum.wrapping_add(Keys::product(self.words[0], word))
    }

    #[inline]
    fn hash(&self, bytes: &[u8], fold: impl Fn(u64) -> u64) -> u64 {
        let Some(last) = bytes.last_chunk::<8>() else {
            return self.short(fold(word(bytes)), bytes.len());
        };
        let mut sum = self.start.wrapping_add(self.length.wrapping_mul(bytes.len() as u64));
        let (words, remainder) = bytes.as_chunks::<8>();
        let whole = |word: &[u8; 8]| fold(u64::from_le_bytes(*word));
        let mut keys = self.words.iter();
        if words.len() > WORDS {
            for word in words {
                let key = keys.next().unwrap_or_else(|| {
                    sum = self.start.wrapping_add(Keys::product(self.chain, sum));
                    keys = self.words[1..].iter();
                    &self.words[0]
                });
                sum = sum.wrapping_add(Keys::product(*key, whole(word)));
            }
        } else {
            for (word, key) in words.iter().zip(&mut keys) {
                sum = sum.wrapping_add(Keys::product(*key, whole(word)));
            }
        }
        // What is left over is read together with bytes before it.
        if !remainder.is_empty() {
            let key = keys.next().unwrap_or(&self.rest);
            sum = sum.wrapping_add(Keys::product(*key, whole(last)));
        }
        sum
    }
}

#[cfg(not(test))]
#[inline]
fn keys() -> &'static Keys {
    KEYS.get_or_init(Keys::random)
}

#[cfg(test)]
fn keys() -> &'static Keys {
    tests::CHOSEN.get().unwrap_or_else(|| KEYS.get_or_init(Keys::random))
}

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Of the bytes as they are.
#[inline]
pub(super) fn exact(text: &[u8]) -> u64 {
    keys().hash(text, |word| word)
}

/// The same for texts that are equal without ASCII case.
#[inline]
pub(super) fn folded(text: &[u8]) -> u64 {
    keys().hash(text, lower)
}

/// The same for texts that are equal without ASCII case, and for some that are not: what follows is verified. Quicker, and no
/// hash that anything else gives.
#[inline]
pub(super) fn caseless(text: &[u8]) -> u64 {
    keys().hash(text, |word| word | 0x2020_2020_2020_2020)
}

/// A text of up to eight bytes is a number, which together with the length tells it apart from all others.
pub(super) const SHORT: usize = 8;

/// The hash of a text of up to eight bytes: that of [`exact`].
#[inline]
pub(super) fn of_word(word: u64, length: usize) -> u64 {
    keys().short(word, length)
}

/// A table takes its bits from both ends, of which the upper half is worth something.
#[inline]
pub(super) fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(SPREAD)
}

/// A number of which the upper bits follow from all of it.
#[inline]
pub(super) fn stirred(number: u64) -> u64 {
    number.wrapping_mul(SPREAD)
}

/// The half of a hash that is worth something.
#[inline]
pub(super) fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Of both ends of several texts together, for a place that is only remembered. It has no keys: whoever writes texts that are
/// looked for in one place has them looked up where there are.
#[inline]
pub(super) fn several<const COUNT: usize>(texts: [&[u8]; COUNT]) -> u64 {
    texts.into_iter().fold(0, |state, text| {
        let ends = match text.last_chunk() {
            Some(last) => word(text) ^ u64::from_le_bytes(*last).rotate_left(29),
            None => word(text),
        };
        let mixed = (state ^ ends.wrapping_add(text.len() as u64)).wrapping_mul(SPREAD);
        mixed ^ mixed >> 32
    })
}

/// Of four numbers.
pub(super) fn numbers(numbers: [u32; 4]) -> u64 {
    let keys = keys();
    let [one, two, three, four] = numbers.map(u64::from);
    let sum = keys.start.wrapping_add(Keys::product(keys.words[0], one << 32 | two));
    spread(tag(sum.wrapping_add(Keys::product(keys.words[1], three << 32 | four))))
}

/// Eight bytes with the capital letters of ASCII made small.
#[inline]
pub(super) fn lower(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = word & !HIGH;
    // The high bit of a byte says that it is `A` or more; that it is more than `Z`.
    let from_a = low + (0x80 - 0x41) * ONES;
    let behind_z = low + (0x80 - 0x5B) * ONES;
    let capitals = (from_a ^ behind_z) & !word & HIGH;
    word | capitals >> 2
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::check::Session;
    use crate::export::Given;
    use crate::report::json::Options;
    use crate::settings::Settings;

    thread_local! {
        /// The keys of a test's own.
        pub(super) static CHOSEN: Cell<Option<&'static Keys>> = const { Cell::new(None) };
    }

    fn under<T>(seed: u64, work: impl FnOnce() -> T) -> T {
        CHOSEN.set(Some(Box::leak(Keys::of(seed).into())));
        let outcome = work();
        CHOSEN.set(None);
        outcome
    }

    /// The hash that stood here before there were keys.
    mod unkeyed {
        use super::SPREAD;

        pub(super) fn step(state: u64, word: u64) -> u64 {
            let mixed = (state ^ word).wrapping_mul(SPREAD);
            mixed ^ mixed >> 32
        }

        pub(super) fn hash(bytes: &[u8]) -> u64 {
            let words = bytes.chunks_exact(8).map(|word| u64::from_le_bytes(word.try_into().expect("eight")));
            words.fold((bytes.len() as u64).wrapping_mul(SPREAD), step)
        }
    }

    /// Texts of letters, digits and marks that all had one hash before there were keys: at every block of sixteen
    /// bytes there are two that lead from one state to one other.
    fn crafted(blocks: usize) -> Vec<String> {
        const MARKS: std::ops::RangeInclusive<u8> = b'#'..=b'~';
        let plain = |byte: &u8| !matches!(byte, b',' | b';' | b'|' | b'\'');
        // Two bytes that differ by this, if neither ends a cell.
        let pair = |differ: u8| {
            MARKS.filter(plain).find(|byte| {
                let other = byte ^ differ;
                MARKS.contains(&other) && plain(&other)
            })
        };
        let mut state = ((blocks * 16) as u64).wrapping_mul(SPREAD);
        let mut number = 0u64;
        let mut texts = vec![String::new()];
        for _ in 0..blocks {
            let mut known: Vec<(u64, u64)> = Vec::new();
            let (one, other, words) = 'found: loop {
                number += 1;
                let first =
                    u64::from_le_bytes(format!("{number:08}").into_bytes().try_into().expect("eight"));
                let behind = unkeyed::step(state, first);
                for &(before, stood) in &known {
                    let differ = (behind ^ stood).to_le_bytes();
                    let pairs: Vec<u8> = differ.iter().filter_map(|&differ| pair(differ)).collect();
                    if let Ok(bytes) = <[u8; 8]>::try_from(pairs) {
                        let second = u64::from_le_bytes(bytes);
                        break 'found (first, before, (second, second ^ behind ^ stood));
                    }
                }
                known.push((first, behind));
            };
            let text =
                |words: [u64; 2]| String::from_utf8(words.map(u64::to_le_bytes).concat()).expect("ASCII");
            let both = [text([one, words.0]), text([other, words.1])];
            state = unkeyed::step(unkeyed::step(state, one), words.0);
            texts =
                texts.iter().flat_map(|text| both.iter().map(move |more| format!("{text}{more}"))).collect();
        }
        texts
    }

    /// The most of some hashes that are equal.
    fn most(hashes: impl Iterator<Item = u32>) -> usize {
        let mut all: Vec<u32> = hashes.collect();
        all.sort_unstable();
        all.chunk_by(|one, other| one == other).map(<[u32]>::len).max().unwrap_or_default()
    }

    #[test]
    fn texts_that_were_written_to_have_one_hash_have_many() {
        let texts = crafted(14);
        let first = unkeyed::hash(texts[0].as_bytes());
        assert!(
            texts.iter().all(|text| unkeyed::hash(text.as_bytes()) == first),
            "the crafted texts are not equal"
        );
        assert_eq!(texts.iter().collect::<std::collections::HashSet<_>>().len(), 1 << 14);
        for seed in 0..4 {
            let hashes = [exact, folded]
                .map(|of| under(seed, || most(texts.iter().map(|text| tag(of(text.as_bytes()))))));
            assert!(hashes.iter().all(|most| *most <= 4), "{seed}: {hashes:?} of {} are equal", texts.len());
        }
    }

    /// A bit that is turned in one word, and turned back in the next, leads nowhere.
    #[test]
    fn no_difference_goes_unnoticed_whatever_the_keys_are() {
        let text = *b"abcdefgh01234567ABCDEFGH";
        let mut equal = 0;
        for seed in 0..64 {
            let plain = under(seed, || tag(exact(&text)));
            for bit in 0..64 {
                for back in 0..64 {
                    let mut other = text;
                    other[bit / 8] ^= 1 << (bit % 8);
                    other[8 + back / 8] ^= 1 << (back % 8);
                    other[8 + (back ^ 32) / 8] ^= 1 << (back % 8);
                    equal += u32::from(under_again(seed, &other) == plain);
                }
            }
        }
        assert!(equal <= 2, "{equal} of {} are equal", 64 * 64 * 64);
    }

    fn under_again(seed: u64, text: &[u8]) -> u32 {
        tag(Keys::of(seed).hash(text, |word| word))
    }

    #[test]
    fn short_texts_are_numbers() {
        for length in 0..=SHORT {
            let text = &b"Ana.Li@x"[..length];
            assert_eq!(of_word(word(text), length), exact(text));
        }
    }

    #[test]
    fn a_report_is_the_same_under_all_keys() {
        let texts = crafted(9);
        let mut csv =
            "id,login,firstName,lastName,email,secondEmail,managerEmail,managerId,state,country\n".to_owned();
        for (number, text) in texts.iter().enumerate() {
            let other = &texts[number * 7 % texts.len()];
            let addresses = format!("{text}@acme.com,{other}@acme.com,{other}@acme.com");
            csv.extend([text, ",", other, ",", text, ",Li,", &addresses, ",", other, ",", text, ",US\n"]);
        }
        let report = |seed: u64| {
            under(seed, || {
                let mut settings = Settings::default();
                settings.set_primary_domain("acme.com").expect("a domain");
                let mut session = Session::new(settings);
                for name in ["a.csv", "b.csv"] {
                    session.begin(name, Given::default());
                    session.push(csv.as_bytes()).expect("readable");
                    session.end().expect("readable");
                }
                let mut report = session.finish().report(Options { profiles: true, ..Options::default() });
                let mut out = Vec::new();
                while report.wants().is_some() {
                    report.push(csv.as_bytes(), &mut out).expect("the same bytes");
                    report.end(&mut out).expect("the same bytes");
                }
                report.finish(&mut out);
                String::from_utf8(out).expect("UTF-8")
            })
        };
        let first = report(1);
        assert!(first.contains("\"findings\""));
        assert!(report(2) == first && report(3) == first, "the keys matter");
    }

    #[test]
    fn letters_fold_and_nothing_else_does() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in all.chunks_exact(8) {
            let word = u64::from_le_bytes(bytes.try_into().expect("eight"));
            let wanted = u64::from_le_bytes(bytes.to_ascii_lowercase().try_into().expect("eight"));
            assert_eq!(lower(word), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn texts_of_every_length_fold_alike_and_stay_apart() {
        let long = "Ana.Belen.Castellanos17@Northwind-Lantern.Example";
        let mut seen = std::collections::HashSet::new();
        for end in 0..=long.len() {
            let text = &long[..end];
            assert_eq!(caseless(text.as_bytes()), caseless(text.to_ascii_lowercase().as_bytes()), "{text}");
            assert_eq!(folded(text.as_bytes()), folded(text.to_ascii_lowercase().as_bytes()), "{text}");
            assert!(seen.insert(folded(text.as_bytes())), "{text}");
        }
        assert_ne!(exact(b"Ana"), exact(b"ana"));
        assert_ne!(exact(b"a"), exact(b"a\0"));
    }
}
