//! Keys and other texts, one behind the other, in pages that stay where they are.

use crate::bytes::{same, word};

/// A piece of the arena.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    start: u32,
    length: u32,
}

impl Span {
    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    pub(super) fn len(self) -> usize {
        self.length as usize
    }

    /// As two numbers, for an arena that takes up another one.
    pub(super) fn numbers(self) -> [u32; 2] {
        [self.start, self.length]
    }

    /// The same text in an arena that took it up at a place; nothing if no place is so far down.
    pub(super) fn taken_up([start, length]: [u32; 2], at: u32) -> Option<Span> {
        Some(Span { start: start.checked_add(at)?, length })
    }
}

/// Where the keys of a record stand in the arena: id, email, user name and name, one behind the other.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Keys {
    start: u32,
    /// Of each. Where some key is too long for a byte, the lengths stand before the keys, in eight digits each, that of the
    /// name is one of two marks here, and those of the others tell whether there is any.
    lengths: [u8; 4],
}

impl Keys {
    /// The first length that a byte does not tell.
    const LONG: usize = 254;
    /// Stands for the length of a name where keys are long: without a name, and with one.
    const NAMELESS: u8 = 254;
    const NAMED: u8 = 255;
    /// Stands for the length of a user name that is the email, and stands there only.
    const SAME: u8 = 255;
    /// Length of the lengths of long keys.
    const HEAD: usize = 32;

    /// As two numbers, for an arena that takes up another one.
    pub(super) fn numbers(self) -> [u32; 2] {
        [self.start, u32::from_le_bytes(self.lengths)]
    }

    /// The same keys in an arena that took theirs up at a place; nothing if no place is so far down.
    #[inline]
    pub(super) fn taken_up([start, lengths]: [u32; 2], at: u32) -> Option<Keys> {
        Some(Keys { start: start.checked_add(at)?, lengths: lengths.to_le_bytes() })
    }

    #[inline]
    pub(super) fn is_same(self) -> bool {
        self.lengths[Which::UserName as usize] == Keys::SAME
    }

    #[inline]
    fn is_long(self) -> bool {
        self.lengths[Which::Name as usize] >= Keys::NAMELESS
    }
}

/// One of the keys of a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    keys: Keys,
    which: Which,
}

/// Which key, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Id,
    Email,
    UserName,
    Name,
}

impl Key {
    pub(super) fn new(keys: Keys, which: Which) -> Key {
        Key { keys, which }
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        let length = self.keys.lengths[self.which as usize];
        length == 0 || self.which == Which::Name && length == Keys::NAMELESS
    }
}

/// Size of a page, in bits of a place. A text stands in one page; a longer one has one of its own. Where memory is made when it
/// is touched, pages are larger than most files need.
const PAGE: u32 =
    if cfg!(all(target_os = "linux", target_pointer_width = "64", not(test))) { 25 } else { 20 };

/// Size of the first page of an arena, to begin with, in bytes.
const FIRST: usize = 1 << 20;

/// Keys and names, one behind the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arena {
    /// The last one has room behind its texts, of zeros.
    pages: Vec<Vec<u8>>,
    /// Place behind the last text.
    end: usize,
    full: bool,
}

impl Arena {
    /// Adds a text, as UTF-8. Past 4 GiB nothing is added, and the arena says that it is full.
    pub(crate) fn add(&mut self, text: impl AsRef<[u8]>) -> Span {
        let text = text.as_ref();
        self.place(text.len()).map_or_else(Span::default, |start| {
            self.write(start, &[], 0, text);
            Span { start: start as u32, length: text.len() as u32 }
        })
    }

    /// Adds the keys of a record as UTF-8, one behind the other: id, email, user name, given and last name. A name may stand
    /// in one of the last two as a whole.
    #[inline]
    pub(crate) fn add_keys(&mut self, keys: [&[u8]; 5]) -> Keys {
        let [id, email, user_name, given, family] = keys;
        // Most directories sign people in with their email: held once.
        let same = !email.is_empty() && same(user_name, email);
        let own: &[u8] = if same { &[] } else { user_name };
        let between = usize::from(!given.is_empty() && !family.is_empty());
        let lengths = [id.len(), email.len(), own.len(), given.len() + between + family.len()];
        let length = lengths.iter().sum();
        if length >= Keys::LONG {
            return self.add_long_keys([id, email, own, given, &b" "[..between], family], lengths, same);
        }
        let Some(start) = self.place(length) else {
            return Keys::default();
        };
        self.write(start, &[id, email, own, given], between, family);
        let [id, email, user_name, name] = lengths.map(|length| length as u8);
        Keys { start: start as u32, lengths: [id, email, if same { Keys::SAME } else { user_name }, name] }
    }

    /// The same for keys that are long together.
    #[inline(never)]
    fn add_long_keys(&mut self, keys: [&[u8]; 6], lengths: [usize; 4], same: bool) -> Keys {
        let long = lengths.iter().any(|&length| length >= Keys::LONG);
        let head = if long { Keys::HEAD } else { 0 };
        let Some(start) = self.place(head + lengths.iter().sum::<usize>()) else {
            return Keys::default();
        };
        if long {
            let digits = lengths.map(|length| format!("{length:08x}")).concat();
            self.write(start, &[digits.as_bytes()], 0, &[]);
        }
        self.write(start + head, &keys, 0, &[]);
        let mut lengths = lengths.map(|length| if long { u8::from(length > 0) } else { length as u8 });
        if long {
            let name = &mut lengths[Which::Name as usize];
            *name = if *name == 0 { Keys::NAMELESS } else { Keys::NAMED };
        }
        if same {
            lengths[Which::UserName as usize] = Keys::SAME;
        }
        Keys { start: start as u32, lengths }
    }

    /// The place of a text of that length to come.
    #[inline]
    fn place(&mut self, length: usize) -> Option<usize> {
        let page = 1usize << PAGE;
        let left = self.pages.len() * page - self.end;
        if length > left || self.pages.is_empty() {
            self.close();
            if !reaches(self.end, length.max(page)) {
                self.full = true;
                return None;
            }
            let pages = length.div_ceil(page).max(1);
            let room = if self.pages.is_empty() && length <= FIRST { FIRST } else { length.max(page) };
            self.pages.push(vec![0; room]);
            if pages > 1 {
                self.pages.resize_with(self.pages.len() + pages - 1, Vec::new);
                let start = self.end;
                self.end = self.pages.len() * page;
                return Some(start);
            }
        }
        let start = self.end;
        self.end += length;
        if self.pages.len() == 1 && self.end > self.pages[0].len() {
            self.enlarge();
        }
        Some(start)
    }

    /// Makes the first page as large as its texts need.
    #[inline(never)]
    fn enlarge(&mut self) {
        let room = (self.end * 2).clamp(FIRST, 1 << PAGE);
        self.pages[0].resize(room, 0);
    }

    /// The next text is to stand in a page of its own.
    fn close(&mut self) {
        let last = self.pages.len().saturating_sub(1);
        let filled = self.filled(last);
        if let Some(page) = self.pages.get_mut(last) {
            page.truncate(filled);
        }
        self.end = self.pages.len() << PAGE;
    }

    /// Bytes of texts in a page.
    #[inline]
    fn filled(&self, number: usize) -> usize {
        let filled = self.end.saturating_sub(number << PAGE);
        self.pages
            .get(number)
            .map_or(0, |page| if number + 1 < self.pages.len() { page.len() } else { page.len().min(filled) })
    }

    /// What it holds, page by page.
    pub(super) fn pages(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.pages.iter().enumerate().map(|(number, page)| &page[..self.filled(number)])
    }

    /// Takes up the pages of another arena. Gives how much further down its texts stand here; nothing if that is too far.
    pub(super) fn take_up(&mut self, pages: &[&[u8]]) -> Option<u32> {
        let page = 1usize << PAGE;
        let left = self.pages.len() * page - self.end;
        if let [only] = pages
            && only.len() <= left
            && let Some(start) = self.place(only.len())
        {
            self.write(start, &[], 0, only);
            return u32::try_from(start).ok();
        }
        let start = self.pages.len() * page;
        let more = pages.len() - usize::from(!pages.is_empty());
        let longest = pages.last().map_or(0, |last| last.len().max(page));
        if !reaches(start, more * page + longest) {
            return None;
        }
        let start = start as u32;
        let Some((last, others)) = pages.split_last() else {
            return Some(start);
        };
        self.close();
        // The next text goes on behind the last one.
        let mut own = last.to_vec();
        if !self.pages.is_empty() || !others.is_empty() {
            own.resize(last.len().max(page), 0);
        }
        self.pages.extend(others.iter().map(|page| page.to_vec()));
        self.pages.push(own);
        self.end = self.pages.len() * page - page.saturating_sub(last.len());
        Some(start)
    }

    /// Whether all keys of a record stand here.
    #[inline]
    pub(super) fn holds(&self, keys: Keys) -> bool {
        if keys.is_long() {
            return true;
        }
        let [id, email, user_name, name] = keys.lengths.map(usize::from);
        let length = id + email + if keys.is_same() { 0 } else { user_name } + name;
        let from = keys.start as usize & ((1 << PAGE) - 1);
        let filled = self.filled(keys.start as usize >> PAGE);
        length <= filled.saturating_sub(from) || length == 0
    }

    /// Writes texts one behind the other, from a place on, and one more with a space before it or none.
    #[inline]
    fn write(&mut self, start: usize, texts: &[&[u8]], between: usize, last: &[u8]) {
        let Some(page) = self.pages.get_mut(start >> PAGE) else {
            return;
        };
        let mut at = start & ((1 << PAGE) - 1);
        for text in texts.iter().filter(|text| !text.is_empty()) {
            put(page, at, text);
            at += text.len();
        }
        if between == 1 {
            page[at] = b' ';
        }
        put(page, at + between, last);
    }

    #[inline]
    fn read(&self, at: usize, length: usize) -> &[u8] {
        let from = at & ((1 << PAGE) - 1);
        let page: &[u8] = self.pages.get(at >> PAGE).map_or(&[], |page| page);
        page.get(from..from + length).unwrap_or_default()
    }

    /// One of a record's keys.
    pub(crate) fn key(&self, key: Key) -> &str {
        std::str::from_utf8(self.key_bytes(key)).unwrap_or_default()
    }

    /// The same as bytes, which is quicker.
    #[inline]
    pub(crate) fn key_bytes(&self, key: Key) -> &[u8] {
        let Key { keys, which } = key;
        let start = keys.start as usize;
        if keys.is_long() {
            return self.long_key(start, which as usize);
        }
        let [id, email, user_name, name] = keys.lengths.map(usize::from);
        let user_name = if keys.is_same() { 0 } else { user_name };
        let (before, length) = match which {
            Which::Id => (0, id),
            Which::Email => (id, email),
            Which::UserName => (id + email, user_name),
            Which::Name => (id + email + user_name, name),
        };
        self.read(start + before, length)
    }

    #[inline(never)]
    fn long_key(&self, start: usize, place: usize) -> &[u8] {
        // Keys of one record stand in one page, however long that is.
        let from = start & ((1 << PAGE) - 1);
        let page: &[u8] = self.pages.get(start >> PAGE).map_or(&[], |page| page);
        let length = |place: usize| {
            let digits = page.get(from + place * 8..from + place * 8 + 8);
            let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
            digits.and_then(|digits| usize::from_str_radix(digits, 16).ok()).unwrap_or_default()
        };
        let from = from + Keys::HEAD + (0..place).map(length).sum::<usize>();
        page.get(from..).and_then(|keys| keys.get(..length(place))).unwrap_or_default()
    }

    pub(crate) fn get(&self, span: Span) -> &str {
        std::str::from_utf8(self.bytes(span)).unwrap_or_default()
    }

    /// The same as bytes, which is quicker.
    #[inline]
    pub(crate) fn bytes(&self, span: Span) -> &[u8] {
        self.read(span.start as usize, span.length as usize)
    }

    /// Place behind the last text.
    pub(crate) fn len(&self) -> usize {
        self.end
    }

    /// Forgets what stands from a place on.
    pub(crate) fn truncate(&mut self, end: usize) {
        self.pages.truncate(end.div_ceil(1 << PAGE));
        self.end = end.min(self.pages.len() << PAGE);
        let first = self.pages.len() == 1;
        if let Some(page) = self.pages.get_mut(self.end >> PAGE) {
            page.truncate(self.end & ((1 << PAGE) - 1));
            if !first {
                page.resize(1 << PAGE, 0);
            }
        }
        self.full = false;
    }

    pub(crate) fn is_full(&self) -> bool {
        self.full
    }
}

/// Whether a place tells what is that far behind another one.
#[inline]
fn reaches(start: usize, length: usize) -> bool {
    start.checked_add(length).is_some_and(|end| u32::try_from(end).is_ok())
}

/// Puts a text at a place of a page; what stands behind it may be lost. A loop would become the engine's own instruction,
/// which costs more than the few steps that most texts take.
#[inline]
fn put(page: &mut [u8], at: usize, text: &[u8]) {
    let Some(room) = page.get_mut(at..at + text.len().max(8)) else {
        return put_exactly(page, at, text);
    };
    match text.len() {
        0..8 => room.copy_from_slice(&word(text).to_le_bytes()),
        8..16 => both_ends::<8>(room, text),
        16..=32 => both_ends::<16>(room, text),
        33..=64 => {
            let middle = text.len() / 2;
            both_ends::<16>(&mut room[..middle], &text[..middle]);
            both_ends::<16>(&mut room[middle..], &text[middle..]);
        }
        _ => room.copy_from_slice(text),
    }
}

/// The same where a page ends.
#[inline(never)]
fn put_exactly(page: &mut [u8], at: usize, text: &[u8]) {
    if let Some(room) = page.get_mut(at..at + text.len()) {
        room.copy_from_slice(text);
    }
}

/// Copies a text of which so many bytes at either end are everything.
#[inline]
fn both_ends<const LENGTH: usize>(to: &mut [u8], text: &[u8]) {
    if let (Some(first), Some(last)) = (text.first_chunk::<LENGTH>(), text.last_chunk::<LENGTH>()) {
        if let Some(to) = to.first_chunk_mut() {
            *to = *first;
        }
        if let Some(to) = to.last_chunk_mut() {
            *to = *last;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(arena: &Arena, keys: Keys) -> [String; 4] {
        [Which::Id, Which::Email, Which::UserName, Which::Name]
            .map(|which| arena.key(Key::new(keys, which)).to_owned())
    }

    #[test]
    fn texts_of_every_length_come_back() {
        let mut arena = Arena::default();
        let texts: Vec<String> =
            [0, 1, 7, 8, 9, 40, 128, 129, 70_000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20]
                .into_iter()
                .chain(0..40)
                .map(|length| "aé".chars().cycle().take(length).collect())
                .collect();
        let spans: Vec<Span> = texts.iter().map(|text| arena.add(text)).collect();
        for (text, span) in texts.iter().zip(&spans) {
            assert_eq!(arena.get(*span), text);
        }
        // What is forgotten leaves the rest alone.
        let end = arena.len();
        let more = arena.add("more");
        assert_eq!(arena.get(more), "more");
        arena.truncate(end);
        let other = arena.add("other");
        assert_eq!(arena.get(other), "other");
        for (text, span) in texts.iter().zip(&spans) {
            assert_eq!(arena.get(*span), text);
        }
    }

    #[test]
    fn an_arena_takes_up_another_one() {
        // Texts of less than a page, of some pages, and one that takes several to itself.
        for lengths in [vec![], vec![3], vec![900_000; 3], vec![5, 3 << 20], vec![3 << 20, 1 << 20, 7]] {
            let texts: Vec<String> =
                lengths.iter().map(|&length| "xyz".repeat(length).split_off(2 * length)).collect();
            let mut other = Arena::default();
            let spans: Vec<Span> = texts.iter().map(|text| other.add(text)).collect();
            let keys_of = |text: &str| ["7", text, "ana", "Ana", "Li"].map(|key| key.as_bytes().to_vec());
            let held: Vec<Keys> = texts
                .iter()
                .map(|text| other.add_keys(keys_of(text).each_ref().map(Vec::as_slice)))
                .collect();

            let mut arena = Arena::default();
            let before = arena.add("before");
            for _ in 0..2 {
                let at = arena.take_up(&other.pages().collect::<Vec<_>>()).expect("room");
                let after = arena.add("after");
                for ((text, span), own) in texts.iter().zip(&spans).zip(&held) {
                    let span = Span::taken_up(span.numbers(), at).expect("room");
                    assert_eq!(arena.get(span), text);
                    let own = Keys::taken_up(own.numbers(), at).expect("room");
                    assert!(arena.holds(own));
                    assert_eq!(keys(&arena, own), ["7", text, "ana", "Ana Li"]);
                }
                assert_eq!(arena.get(after), "after");
            }
            assert_eq!(arena.get(before), "before");
            assert!(!arena.holds(Keys::taken_up([arena.len() as u32, 1], 0).expect("a place")));
        }
    }

    #[test]
    fn keys_come_back_however_long_they_are() {
        let mut arena = Arena::default();
        let long = "x".repeat(2_000_000);
        for length in [0, 3, 253, 254, 255, 256, 2_000_000] {
            let id = &long[..length];
            let held = arena.add_keys([id, "ana@acme.com", "ana", "Ana", "Li"].map(str::as_bytes));
            assert_eq!(keys(&arena, held), [id, "ana@acme.com", "ana", "Ana Li"]);
            let held = arena.add_keys(["", id, id, "", "Li"].map(str::as_bytes));
            assert_eq!(held.is_same(), length > 0);
            assert_eq!(keys(&arena, held), ["", id, "", "Li"]);
            for name in ["", id] {
                let held = arena.add_keys(["1", id, "ana", "", name].map(str::as_bytes));
                assert_eq!(keys(&arena, held), ["1", id, "ana", name]);
                assert_eq!(Key::new(held, Which::Name).is_empty(), name.is_empty());
                assert_eq!(Key::new(held, Which::Email).is_empty(), id.is_empty());
                assert!(!Key::new(held, Which::UserName).is_empty() && !held.is_same());
            }
        }
        assert!(Key::new(arena.add_keys([&[]; 5]), Which::Email).is_empty());
    }
}
