//! Where records begin and end.

use wide::u8x16;

use crate::error::Error;
use crate::export::csv::line_breaks;
use crate::export::{MAX_DEPTH, MAX_RECORD};

/// Where the strings of a record are, as far as the scanner saw it.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Strings<'a> {
    /// The places of all quotes, in order.
    pub(super) quotes: &'a [u32],
    /// No string holds an escape or a control character, so quotes open and close in turn.
    pub(in crate::export) plain: bool,
    /// No string of ASCII holds anything but printable characters, with single spaces between others. Said only where
    /// strings are plain.
    pub(in crate::export) tidy: bool,
    /// All of it is ASCII.
    pub(in crate::export) ascii: bool,
}

impl Strings<'_> {
    /// Nobody looked.
    pub(in crate::export) const UNKNOWN: Strings<'static> =
        Strings { quotes: &[], plain: false, tidy: false, ascii: false };
}

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// What the scanner found.
#[derive(Debug)]
pub(in crate::export) enum Piece<'a> {
    /// An object that is a record.
    Record { bytes: &'a [u8], line: u32, offset: u64, marks: Strings<'a> },
    /// The members of the object around the records, as an object of its own.
    Envelope {
        bytes: &'a [u8],
        /// Those of `bytes` that stand in the file.
        own: &'a [u8],
        line: u32,
        offset: u64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Between the values of the top level.
    Top,
    /// In an object of the top level that may be a record or an envelope; all of it is held.
    Undecided,
    /// Behind `[`: an element or the end.
    First,
    /// Behind an element: a comma or the end.
    Behind,
    /// Behind a comma: an element.
    Next,
    /// In a record.
    Record,
    /// In an envelope, behind its records.
    Tail,
}

/// Splits a pushed stream into records.
#[derive(Debug)]
pub(in crate::export) struct Scanner {
    mode: Mode,
    enveloped: bool,
    /// The first object of the top level was a record: so are the others.
    lines: bool,
    values: u32,
    depth: u32,
    in_string: bool,
    escaped: bool,
    /// At depth one of an undecided object: the key that a value is awaited for.
    key: Option<(usize, usize)>,
    string_from: usize,
    key_awaited: bool,
    held: Vec<u8>,
    /// Of the record in hand; see [`Strings`].
    quotes: Vec<u32>,
    plain: bool,
    tidy: bool,
    ascii: bool,
    /// A line may end in it.
    breaks: bool,
    /// The byte before is a space, or a quote.
    after: (bool, bool),
    line: u32,
    start_line: u32,
    offset: u64,
    start: u64,
    after_cr: bool,
}

/// What stands where in a block: one bit for each byte, the lowest for the first.
struct Marks {
    quotes: u64,
    brackets: u64,
    controls: u64,
    spaces: u64,
    /// Somewhere there is a backslash, a delete, a byte of another character than ASCII has.
    escapes: bool,
    deletes: bool,
    high: bool,
}

impl Marks {
    #[inline]
    fn of(block: &[u8; BLOCK]) -> Marks {
        let (quote, escape, space) = (u8x16::splat(b'"'), u8x16::splat(b'\\'), u8x16::splat(b' '));
        let (open, close) = (u8x16::splat(b'{'), u8x16::splat(b'}'));
        let delete = u8x16::splat(0x7F);
        let (mut quotes, mut brackets, mut controls, mut spaces) = (0, 0, 0, 0);
        let (mut escapes, mut deletes, mut all) = (u8x16::ZERO, u8x16::ZERO, u8x16::ZERO);
        for (lane, bytes) in block.chunks_exact(16).enumerate() {
            let bytes = u8x16::from(<[u8; 16]>::try_from(bytes).unwrap_or_default());
            let put = |mask: u8x16| u64::from(mask.to_bitmask()) << (16 * lane);
            quotes |= put(bytes.simd_eq(quote));
            // Square and curly brackets differ in one bit.
            let curly = bytes | space;
            brackets |= put(curly.simd_eq(open) | curly.simd_eq(close));
            let blanks = bytes.simd_eq(space);
            controls |= put(bytes.max(space).simd_eq(space) ^ blanks);
            spaces |= put(blanks);
            escapes |= bytes.simd_eq(escape);
            deletes |= bytes.simd_eq(delete);
            all |= bytes;
        }
        let any = |mask: u8x16| mask.to_bitmask() != 0;
        let (escapes, deletes, high) = (any(escapes), any(deletes), any(all));
        Marks { quotes, brackets, controls, spaces, escapes, deletes, high }
    }
}

/// From every odd bit on, that one included, all bits up to the next.
#[inline]
fn covered(bits: u64) -> u64 {
    [1, 2, 4, 8, 16, 32].into_iter().fold(bits, |bits, by| bits ^ bits << by)
}

/// The member names that hold the records of an envelope (of Graph, and of SCIM).
const RECORDS: [&[u8]; 2] = [b"value", b"Resources"];

/// What is put before the members behind the records, to make an object of them.
const TAIL: &[u8] = b"{\"\":0";

impl Scanner {
    pub(in crate::export) fn new() -> Scanner {
        Scanner {
            mode: Mode::Top,
            enveloped: false,
            lines: false,
            values: 0,
            depth: 0,
            in_string: false,
            escaped: false,
            key: None,
            string_from: 0,
            key_awaited: false,
            held: Vec::new(),
            quotes: Vec::new(),
            plain: true,
            tidy: true,
            ascii: true,
            breaks: false,
            after: (false, false),
            line: 1,
            start_line: 1,
            offset: 0,
            start: 0,
            after_cr: false,
        }
    }

    /// Hands every piece that ends within `bytes` to `each`, and holds the rest.
    pub(in crate::export) fn push(
        &mut self,
        bytes: &[u8],
        each: &mut impl FnMut(Piece<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut at = 0;
        while at < bytes.len() {
            let took = match self.mode {
                Mode::Record => self.record(&bytes[at..], each)?,
                Mode::Undecided => self.undecided(bytes[at], each)?,
                Mode::Tail => self.tail(bytes[at], each)?,
                Mode::Top | Mode::First | Mode::Behind | Mode::Next => self.between(bytes[at])?,
            };
            at += took;
            self.offset += took as u64;
        }
        Ok(())
    }

    /// The stream is over.
    pub(in crate::export) fn finish(&mut self) -> Result<(), Error> {
        match self.mode {
            Mode::Top => Ok(()),
            Mode::Record | Mode::Undecided => Err(Error::new(
                Some(self.start_line),
                "the file ends in the middle of the record that begins here. It was cut short: export it again",
            )),
            Mode::First | Mode::Behind | Mode::Next | Mode::Tail => Err(Error::new(
                Some(self.line),
                "the file ends before its list of records is closed. It was cut short: export it again",
            )),
        }
    }

    fn fault(&self, message: &str) -> Error {
        Error::new(Some(self.line), format!("this is no JSON: {message}"))
    }

    fn between(&mut self, byte: u8) -> Result<usize, Error> {
        match byte {
            b'\n' if self.after_cr => self.after_cr = false,
            b'\n' | b'\r' => {
                self.line = self.line.saturating_add(1);
                self.after_cr = byte == b'\r';
            }
            b' ' | b'\t' => {}
            _ => {
                self.after_cr = false;
                return self.punctuation(byte);
            }
        }
        Ok(1)
    }

    fn punctuation(&mut self, byte: u8) -> Result<usize, Error> {
        match (self.mode, byte) {
            (Mode::Top, b'{') => {
                self.values += 1;
                self.begin(if self.lines { Mode::Record } else { Mode::Undecided });
                return Ok(usize::from(self.mode != Mode::Record));
            }
            (Mode::Top, b'[') if !self.lines => {
                self.values += 1;
                self.enveloped = false;
                self.mode = Mode::First;
            }
            (Mode::First | Mode::Next, b'{') => {
                self.begin(Mode::Record);
                return Ok(0);
            }
            (Mode::First | Mode::Behind, b']') => {
                if self.enveloped {
                    // The members that follow are read as an object of their own.
                    self.mode = Mode::Tail;
                    self.held.clear();
                    self.held.extend_from_slice(TAIL);
                    self.start = self.offset + 1;
                    self.depth = 1;
                    self.start_line = self.line;
                } else {
                    self.mode = Mode::Top;
                }
            }
            (Mode::Behind, b',') => self.mode = Mode::Next,
            (Mode::Behind, _) => {
                return Err(self.fault("a comma or the end of the list was expected behind a record"));
            }
            (Mode::First | Mode::Next, _) => {
                return Err(Error::new(
                    Some(self.line),
                    "the list holds something that is no record. Each entry must be an object with the \
                     attributes of one person",
                ));
            }
            _ => return Err(self.fault("a record or a list of records was expected")),
        }
        Ok(1)
    }

    fn begin(&mut self, mode: Mode) {
        self.mode = mode;
        self.depth = 0;
        self.in_string = false;
        self.escaped = false;
        self.start = self.offset;
        self.start_line = self.line;
        self.held.clear();
        self.quotes.clear();
        (self.plain, self.tidy, self.ascii, self.breaks) = (true, true, true, false);
        self.after = (false, false);
        if mode == Mode::Undecided {
            self.held.push(b'{');
            self.depth = 1;
            self.key = None;
            self.key_awaited = true;
        }
    }

    /// Follows a record to its end, or holds what there is of it.
    fn record(
        &mut self,
        bytes: &[u8],
        each: &mut impl FnMut(Piece<'_>) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        let room = (MAX_RECORD + 1).saturating_sub(self.held.len());
        let window = &bytes[..bytes.len().min(room)];
        let mut end = None;
        let mut at = 0;
        let mut blocks = window.chunks_exact(BLOCK);
        for block in &mut blocks {
            end = self.block(block.try_into().unwrap_or(&[0; BLOCK]), at, BLOCK)?;
            if end.is_some() {
                break;
            }
            at += BLOCK;
        }
        let rest = blocks.remainder();
        if end.is_none() && !rest.is_empty() {
            let mut block = [b' '; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            end = self.block(&block, at, rest.len())?;
        }
        let Some(end) = end else {
            self.held.extend_from_slice(window);
            if self.held.len() > MAX_RECORD {
                return Err(self.too_long());
            }
            return Ok(window.len());
        };
        if self.held.len() + end > MAX_RECORD {
            return Err(self.too_long());
        }
        let line = self.line;
        let mut record = std::mem::take(&mut self.held);
        let bytes = if record.is_empty() {
            &window[..end]
        } else {
            record.extend_from_slice(&window[..end]);
            &record
        };
        if self.breaks {
            self.line = self.line.saturating_add(line_breaks(bytes));
        }
        let (plain, tidy, ascii) = (self.plain, self.tidy, self.ascii);
        let marks = Strings { quotes: &self.quotes, plain, tidy, ascii };
        each(Piece::Record { bytes, line, offset: self.start, marks })?;
        record.clear();
        self.held = record;
        self.mode = if self.lines { Mode::Top } else { Mode::Behind };
        Ok(end)
    }

    /// Follows a record through the first `length` bytes of a block, which stands at a place of the portion. Gives the
    /// place behind the record's end, if it is here.
    #[inline]
    fn block(&mut self, block: &[u8; BLOCK], at: usize, length: usize) -> Result<Option<usize>, Error> {
        let marks = Marks::of(block);
        let before = self.held.len() + at;
        if self.escaped || marks.escapes {
            (self.plain, self.breaks) = (false, true);
            return self.bytewise(&block[..length], at);
        }
        let inside = covered(marks.quotes) ^ if self.in_string { u64::MAX } else { 0 };
        self.plain &= marks.controls & inside == 0;
        self.ascii &= !marks.high;
        self.breaks |= marks.controls != 0;
        let mut brackets = marks.brackets & !inside;
        let mut upto = u64::MAX;
        let mut end = None;
        while brackets != 0 {
            let bit = brackets.trailing_zeros();
            brackets &= brackets - 1;
            if matches!(block[bit as usize], b'{' | b'[') {
                self.open()?;
                continue;
            }
            self.depth -= 1;
            if self.depth == 0 {
                end = Some(at + bit as usize + 1);
                upto >>= 63 - bit;
                break;
            }
        }
        // A space beside a space, or at one end of a string.
        let carry = |mask: u64, before: bool| mask << 1 | u64::from(before);
        let (space, quote) = self.after;
        let behind_space = carry(marks.spaces, space);
        let blemished = inside & marks.spaces & (behind_space | carry(marks.quotes, quote))
            | !inside & marks.quotes & behind_space;
        let last = length - 1;
        self.tidy &= !marks.deletes && blemished & upto & (u64::MAX >> (BLOCK - length)) == 0;
        self.after = (marks.spaces >> last & 1 != 0, marks.quotes >> last & 1 != 0);
        let mut quotes = marks.quotes & upto;
        while quotes != 0 {
            self.quotes.push((before + quotes.trailing_zeros() as usize) as u32);
            quotes &= quotes - 1;
        }
        self.in_string = end.is_none() && inside >> last & 1 != 0;
        Ok(end)
    }

    /// The same byte by byte, where something is escaped.
    fn bytewise(&mut self, bytes: &[u8], at: usize) -> Result<Option<usize>, Error> {
        for (place, &byte) in bytes.iter().enumerate() {
            if self.in_string {
                self.closes_string(byte);
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.open()?,
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return Ok(Some(at + place + 1));
                    }
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// Follows an object of the top level, all of it held, until it shows what it is.
    fn undecided(
        &mut self,
        byte: u8,
        each: &mut impl FnMut(Piece<'_>) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        let at = self.held.len();
        self.held.push(byte);
        if at >= MAX_RECORD {
            return Err(self.too_long());
        }
        if self.in_string {
            if self.closes_string(byte) && self.depth == 1 && self.key_awaited {
                self.key = Some((self.string_from, at));
                self.key_awaited = false;
            }
            return Ok(1);
        }
        match byte {
            b'"' => {
                self.in_string = true;
                self.string_from = at + 1;
            }
            b',' if self.depth == 1 => {
                self.key_awaited = true;
                self.key = None;
            }
            b'[' if self.depth == 1
                && self.key.is_some_and(|(from, to)| RECORDS.contains(&&self.held[from..to])) =>
            {
                let line = self.line;
                self.line = self.line.saturating_add(line_breaks(&self.held));
                self.held.extend_from_slice(b"]}");
                let held = std::mem::take(&mut self.held);
                let own = &held[..held.len() - 2];
                each(Piece::Envelope { bytes: &held, own, line, offset: self.start })?;
                self.enveloped = true;
                self.mode = Mode::First;
            }
            b'{' | b'[' => {
                self.open()?;
            }
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    let line = self.line;
                    let held = std::mem::take(&mut self.held);
                    self.line = self.line.saturating_add(line_breaks(&held));
                    self.lines = true;
                    self.mode = Mode::Top;
                    each(Piece::Record { bytes: &held, line, offset: self.start, marks: Strings::UNKNOWN })?;
                }
            }
            _ => {}
        }
        Ok(1)
    }

    /// Follows the rest of an envelope behind its records.
    fn tail(
        &mut self,
        byte: u8,
        each: &mut impl FnMut(Piece<'_>) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        self.held.push(byte);
        if self.held.len() > MAX_RECORD {
            return Err(self.too_long());
        }
        if self.in_string {
            self.closes_string(byte);
            return Ok(1);
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => {
                self.open()?;
            }
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    let held = std::mem::take(&mut self.held);
                    let line = self.line;
                    self.line = self.line.saturating_add(line_breaks(&held));
                    self.mode = Mode::Top;
                    self.enveloped = false;
                    each(Piece::Envelope {
                        bytes: &held,
                        own: &held[TAIL.len()..],
                        line,
                        offset: self.start,
                    })?;
                }
            }
            _ => {}
        }
        Ok(1)
    }

    /// Follows a string by one byte; says whether it closed.
    fn closes_string(&mut self, byte: u8) -> bool {
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_string = false;
            return true;
        }
        false
    }

    /// One level deeper.
    fn open(&mut self) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(self.too_deep()) } else { Ok(()) }
    }

    fn too_deep(&self) -> Error {
        Error::new(
            Some(self.start_line),
            format!("values are nested deeper than {MAX_DEPTH} levels here. No directory writes such a file"),
        )
    }

    fn too_long(&self) -> Error {
        Error::new(
            Some(self.start_line),
            format!(
                "the record that begins here is longer than {} MiB. Is this a profile export?",
                MAX_RECORD / (1024 * 1024)
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str, step: usize) -> Result<Vec<String>, Error> {
        let mut pieces = Vec::new();
        let mut each = |piece: Piece<'_>| {
            pieces.push(match piece {
                Piece::Record { bytes, line, offset, .. } => {
                    format!("{line}@{offset} {}", String::from_utf8_lossy(bytes))
                }
                Piece::Envelope { bytes, line, .. } => {
                    format!("{line} envelope {}", String::from_utf8_lossy(bytes))
                }
            });
            Ok(())
        };
        let mut scanner = Scanner::new();
        for chunk in text.as_bytes().chunks(step) {
            scanner.push(chunk, &mut each)?;
        }
        scanner.finish()?;
        Ok(pieces)
    }

    fn pieces(text: &str) -> Vec<String> {
        let whole = scan(text, usize::MAX).expect("readable");
        for step in 1..=text.len() {
            assert_eq!(scan(text, step).expect("readable"), whole, "chunks of {step}");
        }
        whole
    }

    fn faults(text: &str) -> Option<u32> {
        let whole = scan(text, usize::MAX).expect_err("unreadable");
        for step in 1..=text.len() {
            assert_eq!(scan(text, step).expect_err("unreadable"), whole, "chunks of {step}");
        }
        whole.line()
    }

    #[test]
    fn a_bare_list_gives_its_records_with_lines() {
        assert_eq!(pieces("[\n {\"a\":1},\r\n\r {\"b\":\"}\"}\n]"), ["2@3 {\"a\":1}", "4@15 {\"b\":\"}\"}"]);
        assert!(pieces(" [ ] ").is_empty());
    }

    #[test]
    fn an_envelope_gives_its_members_and_its_records() {
        let text =
            "{\"@odata.context\":\"x\",\n\"value\":[{\"id\":\n1},{\"id\":2}],\"@odata.nextLink\":\"y\"}";
        assert_eq!(
            pieces(text),
            [
                "1 envelope {\"@odata.context\":\"x\",\n\"value\":[]}",
                "2@32 {\"id\":\n1}",
                "3@42 {\"id\":2}",
                "3 envelope {\"\":0,\"@odata.nextLink\":\"y\"}",
            ]
        );
    }

    #[test]
    fn lines_of_objects_are_records() {
        assert_eq!(pieces("{\"a\":[1]}\n{\"value\":[]}\n"), ["1@0 {\"a\":[1]}", "2@10 {\"value\":[]}"]);
    }

    #[test]
    fn what_is_cut_short_or_malformed_names_its_line() {
        assert_eq!(faults("[{\"a\":1},\n{\"b\":"), Some(2));
        assert_eq!(faults("[{\"a\":1}\n{\"b\":1}]"), Some(2));
        assert_eq!(faults("[\n1]"), Some(2));
        assert_eq!(faults("{\"value\":[\n"), Some(2));
        assert_eq!(faults(&"[".repeat(300)), Some(1));
        assert_eq!(faults(&format!("[{{\"a\":{}", "[".repeat(300))), Some(1));
    }
}
