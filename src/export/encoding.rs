//! Bytes to text: UTF-8, UTF-16 with a byte order mark, and Windows-1252.
//!
//! UTF-16 is turned into UTF-8 before anything else looks at it. UTF-8 and Windows-1252 agree on
//! every byte that matters to structure (quotes, delimiters, line ends, braces), so their bytes are
//! scanned as they stand and single values are decoded when they are looked at.

use std::borrow::Cow;

/// How the bytes of an export are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark; also plain ASCII.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// The Windows code page for Western Europe.
    Windows1252,
}

impl Encoding {
    /// All encodings, for menus and messages.
    pub const ALL: [Encoding; 4] =
        [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252];

    /// The name in flags and reports, as the WHATWG Encoding Standard spells it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    /// The name in sentences.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
            Encoding::Windows1252 => "Windows-1252",
        }
    }

    /// The encoding of that name.
    pub fn from_name(name: &str) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name))
    }
}

/// Turns pushed bytes into a stream that can be scanned byte by byte, and remembers how far apart
/// that stream and the file are.
#[derive(Debug)]
pub(crate) struct Decoder {
    encoding: Option<Encoding>,
    given: Option<Encoding>,
    head: Vec<u8>,
    mark: u64,
    started: bool,
    /// How many bytes of the portion in hand are in the head.
    taken: usize,
    half_unit: Option<u8>,
    high_surrogate: Option<u16>,
    text: Vec<u8>,
}

impl Decoder {
    pub(crate) fn new(given: Option<Encoding>) -> Decoder {
        Decoder {
            encoding: given,
            given,
            head: Vec::new(),
            mark: 0,
            started: false,
            taken: 0,
            half_unit: None,
            high_surrogate: None,
            text: Vec::new(),
        }
    }

    /// A decoder for a piece out of the middle of a file, where a byte order mark is none.
    pub(crate) fn inside(encoding: Encoding) -> Decoder {
        Decoder { started: true, ..Decoder::new(Some(encoding)) }
    }

    /// Decodes a portion; `last` says that the file is over. Besides the text it gives what a byte order
    /// mark or the admin said the encoding is, and the length of the mark.
    pub(crate) fn decode<'a>(&'a mut self, bytes: &'a [u8], last: bool) -> (&'a [u8], Option<Encoding>, u64) {
        self.start(bytes, last);
        let (certain, mark) = (self.encoding, self.mark);
        (self.text(bytes, last), certain, mark)
    }

    /// Finds the byte order mark, which is up to three bytes long and may come in portions of one.
    fn start(&mut self, bytes: &[u8], last: bool) {
        if self.started {
            return;
        }
        let taken = bytes.len().min(3 - self.head.len());
        self.head.extend_from_slice(&bytes[..taken]);
        if self.head.len() < 3 && !last {
            return;
        }
        let (found, mark) = match self.head.as_slice() {
            [0xEF, 0xBB, 0xBF, ..] => (Some(Encoding::Utf8), 3),
            [0xFF, 0xFE, ..] => (Some(Encoding::Utf16Le), 2),
            [0xFE, 0xFF, ..] => (Some(Encoding::Utf16Be), 2),
            _ => (None, 0),
        };
        let mark = if self.given.is_none() || self.given == found { mark } else { 0 };
        self.encoding = self.given.or(found);
        self.mark = mark as u64;
        self.started = true;
        self.head.drain(..mark);
        // What of the head came in this portion is read with it.
        self.taken = taken;
    }

    fn text<'a>(&'a mut self, bytes: &'a [u8], last: bool) -> &'a [u8] {
        if !self.started {
            return &[];
        }
        if self.head.is_empty() && self.taken == 0 {
            return self.transcode(bytes, last);
        }
        let mut joined = std::mem::take(&mut self.head);
        joined.extend_from_slice(&bytes[std::mem::take(&mut self.taken)..]);
        if self.encoding.is_some_and(is_wide) {
            self.transcode_utf16(&joined, last);
        } else {
            self.text = joined;
        }
        &self.text
    }

    fn transcode<'a>(&'a mut self, bytes: &'a [u8], last: bool) -> &'a [u8] {
        if self.encoding.is_some_and(is_wide) {
            self.transcode_utf16(bytes, last);
            &self.text
        } else {
            bytes
        }
    }

    fn transcode_utf16(&mut self, bytes: &[u8], last: bool) {
        self.text.clear();
        let little = self.encoding == Some(Encoding::Utf16Le);
        let units = |pair: [u8; 2]| {
            if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
        };
        let mut rest = bytes;
        if let (Some(first), Some((&second, tail))) = (self.half_unit, rest.split_first()) {
            self.half_unit = None;
            rest = tail;
            self.unit(units([first, second]));
        }
        let mut pairs = rest.chunks_exact(2);
        for pair in &mut pairs {
            self.unit(units([pair[0], pair[1]]));
        }
        if let [odd] = pairs.remainder() {
            self.half_unit = Some(*odd);
        }
        if last {
            if self.high_surrogate.take().is_some() {
                self.push_char(char::REPLACEMENT_CHARACTER);
            }
            if self.half_unit.take().is_some() {
                self.push_char(char::REPLACEMENT_CHARACTER);
            }
        }
    }

    fn unit(&mut self, unit: u16) {
        if let Some(high) = self.high_surrogate.take() {
            if let Some(Ok(pair)) = char::decode_utf16([high, unit]).next() {
                self.push_char(pair);
                return;
            }
            self.push_char(char::REPLACEMENT_CHARACTER);
        }
        if (0xD800..0xDC00).contains(&unit) {
            self.high_surrogate = Some(unit);
        } else {
            self.push_char(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }

    fn push_char(&mut self, char: char) {
        self.text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// How many bytes of the file a piece of the decoded stream stands for.
pub(crate) fn width(encoding: Encoding, text: &[u8]) -> u64 {
    if !is_wide(encoding) {
        return text.len() as u64;
    }
    let units = text.iter().map(|&byte| match byte {
        0x80..0xC0 => 0,
        0xF0.. => 2,
        _ => 1,
    });
    units.sum::<u64>() * 2
}

/// UTF-16: two bytes or more for every character.
pub(crate) fn is_wide(encoding: Encoding) -> bool {
    matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be)
}

/// What the first byte outside ASCII says about a file without byte order mark.
pub(crate) fn guess(text: &[u8]) -> Option<Encoding> {
    let first = text.iter().position(|byte| !byte.is_ascii())?;
    let tail = &text[first..];
    let utf8 = match std::str::from_utf8(&tail[..tail.len().min(4)]) {
        Ok(_) => true,
        Err(error) => error.valid_up_to() > 0,
    };
    Some(if utf8 { Encoding::Utf8 } else { Encoding::Windows1252 })
}

/// Decodes one value. The flag says that some byte stands for no character.
pub(crate) fn text(encoding: Encoding, bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if encoding != Encoding::Windows1252 {
        return match std::str::from_utf8(bytes) {
            // UTF-16 that was broken carries U+FFFD by now.
            Ok(text) if encoding == Encoding::Utf8 => (Cow::Borrowed(text), false),
            Ok(text) => (Cow::Borrowed(text), text.contains(char::REPLACEMENT_CHARACTER)),
            Err(_) => (String::from_utf8_lossy(bytes), true),
        };
    }
    if bytes.is_ascii() {
        return (String::from_utf8_lossy(bytes), false);
    }
    let mut broken = false;
    let text = bytes
        .iter()
        .map(|&byte| match byte {
            0x80..=0x9F => {
                let char = WINDOWS_1252[usize::from(byte - 0x80)];
                broken |= char == char::REPLACEMENT_CHARACTER;
                char
            }
            _ => char::from(byte),
        })
        .collect();
    (Cow::Owned(text), broken)
}

/// A text in an encoding; nothing if it holds a character that the encoding has not.
pub(crate) fn encode(encoding: Encoding, text: &str) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Utf8 => Some(text.as_bytes().to_vec()),
        Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        Encoding::Windows1252 => text.chars().map(windows_1252).collect(),
    }
}

/// The Windows-1252 byte of a character.
fn windows_1252(char: char) -> Option<u8> {
    let high = || WINDOWS_1252.iter().position(|held| *held == char && char != char::REPLACEMENT_CHARACTER);
    match u32::from(char) {
        code @ (0..0x80 | 0xA0..=0xFF) => u8::try_from(code).ok(),
        _ => high().and_then(|place| u8::try_from(0x80 + place).ok()),
    }
}

/// Windows-1252 bytes in UTF-8. The five bytes without a character keep their number, as in the Encoding Standard.
pub(crate) fn recode(bytes: &[u8]) -> Vec<u8> {
    let char = |byte: u8| match byte {
        0x80..=0x9F => match WINDOWS_1252[usize::from(byte - 0x80)] {
            char::REPLACEMENT_CHARACTER => char::from(byte),
            char => char,
        },
        _ => char::from(byte),
    };
    bytes.iter().map(|&byte| char(byte)).collect::<String>().into_bytes()
}

/// The Windows-1252 characters of the bytes 0x80 to 0x9F; five bytes stand for none.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}',
    '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    fn decode_all(given: Option<Encoding>, bytes: &[u8], step: usize) -> (Vec<u8>, Option<Encoding>) {
        let mut decoder = Decoder::new(given);
        let mut out = Vec::new();
        for chunk in bytes.chunks(step) {
            out.extend_from_slice(decoder.decode(chunk, false).0);
        }
        out.extend_from_slice(decoder.decode(&[], true).0);
        (out, decoder.encoding)
    }

    #[test]
    fn utf16_is_the_same_for_every_portion() {
        let text = "naïve 😀,Ω\r\n";
        for big in [false, true] {
            let mut bytes = if big { vec![0xFE, 0xFF] } else { vec![0xFF, 0xFE] };
            for unit in text.encode_utf16() {
                bytes.extend(if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
            }
            for step in 1..bytes.len() {
                assert_eq!(decode_all(None, &bytes, step).0, text.as_bytes(), "portions of {step}");
            }
        }
    }

    #[test]
    fn width_counts_bytes_of_the_file() {
        let mut decoder = Decoder::new(None);
        let (_, _, mark) = decoder.decode(&[0xFF, 0xFE, b'a', 0], false);
        assert_eq!(width(Encoding::Utf16Le, "a😀é".as_bytes()), 2 + 4 + 2);
        assert_eq!(width(Encoding::Utf8, "a😀é".as_bytes()), 1 + 4 + 2);
        assert_eq!(mark, 2);
    }

    #[test]
    fn a_mark_is_taken_off_even_from_short_files() {
        assert_eq!(decode_all(None, b"\xEF\xBB\xBF", 1).0, b"");
        assert_eq!(decode_all(None, b"ab", 1).0, b"ab");
        assert_eq!(decode_all(None, b"", 1).0, b"");
    }

    #[test]
    fn the_first_byte_outside_ascii_decides() {
        assert_eq!(guess(b"plain"), None);
        assert_eq!(guess("Zoë".as_bytes()), Some(Encoding::Utf8));
        assert_eq!(guess(b"Zo\xEB,"), Some(Encoding::Windows1252));
        assert_eq!(guess(b"Zo\xC3\xAB \xEB"), Some(Encoding::Utf8));
    }

    #[test]
    fn windows_1252_knows_its_holes() {
        assert_eq!(text(Encoding::Windows1252, b"\x80 caf\xE9"), ("€ café".into(), false));
        assert!(text(Encoding::Windows1252, b"a\x81b").1);
    }
}
