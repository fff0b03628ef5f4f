//! JSON and NDJSON: where records begin and end, and what stands in one.
//!
//! The [`Scanner`] follows strings and depth only, so that a file of any size passes through while
//! one record at a time is held. What a record holds is read by [`Reader::read`], which checks the
//! grammar strictly and without recursion, and remembers the paths it has met.

use std::borrow::Cow;

use memchr::memchr2;

use super::csv::line_breaks;
use super::{MAX_DEPTH, MAX_RECORD};
use crate::error::Error;

/// What the scanner found.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// An object that is a record.
    Record {
        bytes: &'a [u8],
        line: u32,
        offset: u64,
    },
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
pub(crate) struct Scanner {
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
    line: u32,
    start_line: u32,
    offset: u64,
    start: u64,
    after_cr: bool,
}

/// The member names that hold the records of an envelope (Graph and OData, SCIM).
const RECORDS: [&[u8]; 2] = [b"value", b"Resources"];

/// What is put before the members behind the records, to make an object of them.
const TAIL: &[u8] = b"{\"\":0";

impl Scanner {
    pub(crate) fn new() -> Scanner {
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
            line: 1,
            start_line: 1,
            offset: 0,
            start: 0,
            after_cr: false,
        }
    }

    /// Hands every piece that ends within `bytes` to `each`, and holds the rest.
    pub(crate) fn push(
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
    pub(crate) fn finish(&mut self) -> Result<(), Error> {
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
                self.line += 1;
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
                self.begin(if self.lines {
                    Mode::Record
                } else {
                    Mode::Undecided
                });
                return Ok(if self.mode == Mode::Record { 0 } else { 1 });
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
                return Err(
                    self.fault("a comma or the end of the list was expected behind a record")
                );
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
        let mut at = 0;
        let mut end = None;
        while at < window.len() {
            if self.in_string {
                if self.escaped {
                    self.escaped = false;
                    at += 1;
                    continue;
                }
                let Some(found) = memchr2(b'"', b'\\', &window[at..]) else {
                    break;
                };
                at += found + 1;
                if window[at - 1] == b'"' {
                    self.in_string = false;
                } else {
                    self.escaped = true;
                }
                continue;
            }
            match window[at] {
                b'"' => self.in_string = true,
                b'{' | b'[' => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(self.too_deep());
                    }
                }
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        end = Some(at + 1);
                        break;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        let Some(end) = end else {
            self.held.extend_from_slice(window);
            if self.held.len() > MAX_RECORD {
                return Err(self.too_long());
            }
            return Ok(window.len());
        };
        let line = self.line;
        let mut record = std::mem::take(&mut self.held);
        let bytes = if record.is_empty() {
            &window[..end]
        } else {
            record.extend_from_slice(&window[..end]);
            &record
        };
        self.line += line_breaks(bytes);
        each(Piece::Record {
            bytes,
            line,
            offset: self.start,
        })?;
        record.clear();
        self.held = record;
        self.mode = if self.lines { Mode::Top } else { Mode::Behind };
        Ok(end)
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
            if self.escaped {
                self.escaped = false;
            } else if byte == b'\\' {
                self.escaped = true;
            } else if byte == b'"' {
                self.in_string = false;
                if self.depth == 1 && self.key_awaited {
                    self.key = Some((self.string_from, at));
                    self.key_awaited = false;
                }
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
                && self
                    .key
                    .is_some_and(|(from, to)| RECORDS.contains(&&self.held[from..to])) =>
            {
                let line = self.line;
                self.line += line_breaks(&self.held);
                self.held.extend_from_slice(b"]}");
                let held = std::mem::take(&mut self.held);
                let own = &held[..held.len() - 2];
                each(Piece::Envelope {
                    bytes: &held,
                    own,
                    line,
                    offset: self.start,
                })?;
                self.enveloped = true;
                self.mode = Mode::First;
            }
            b'{' | b'[' => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(self.too_deep());
                }
            }
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    let line = self.line;
                    let held = std::mem::take(&mut self.held);
                    self.line += line_breaks(&held);
                    self.lines = true;
                    self.mode = Mode::Top;
                    each(Piece::Record {
                        bytes: &held,
                        line,
                        offset: self.start,
                    })?;
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
            if self.escaped {
                self.escaped = false;
            } else if byte == b'\\' {
                self.escaped = true;
            } else if byte == b'"' {
                self.in_string = false;
            }
            return Ok(1);
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(self.too_deep());
                }
            }
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    let held = std::mem::take(&mut self.held);
                    let line = self.line;
                    self.line += line_breaks(&held);
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

    fn too_deep(&self) -> Error {
        Error::new(
            Some(self.start_line),
            format!(
                "values are nested deeper than {MAX_DEPTH} levels here. No directory writes such a file"
            ),
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

/// What a leaf of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A string; the flag says that it holds escapes.
    Text { escaped: bool },
    /// A number, `true` or `false`: its token is its text.
    Token,
    /// `null`, `{}` or `[]`.
    Nothing,
}

/// A value that holds no others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leaf {
    /// Its path, as a number of [`Reader::path`].
    pub(crate) path: u32,
    /// Which element of the innermost list of objects it belongs to; counted through the record, 0 for none.
    pub(crate) element: u32,
    pub(crate) kind: Kind,
    /// The token, without quotes, in the record's bytes.
    pub(crate) start: u32,
    pub(crate) end: u32,
}

#[derive(Debug)]
struct Path {
    name: String,
    children: Vec<u32>,
    key: Box<[u8]>,
    /// Where the last look-up among the children ended: the next is likely behind it.
    hint: usize,
    secret: bool,
}

#[derive(Debug)]
struct Frame {
    list: bool,
    path: u32,
    element: u32,
    secret: bool,
    empty: bool,
}

/// Reads records and remembers their paths.
#[derive(Debug)]
pub(crate) struct Reader {
    paths: Vec<Path>,
    stack: Vec<Frame>,
}

impl Reader {
    pub(crate) fn new() -> Reader {
        let root = Path {
            name: String::new(),
            children: Vec::new(),
            key: Box::default(),
            hint: 0,
            secret: false,
        };
        Reader {
            paths: vec![root],
            stack: Vec::new(),
        }
    }

    /// The name of a path: keys joined by dots, `[]` for the elements of a list of objects.
    pub(crate) fn path(&self, path: u32) -> &str {
        &self.paths[path as usize].name
    }

    fn child(&mut self, parent: u32, key: &[u8]) -> u32 {
        let node = &self.paths[parent as usize];
        let count = node.children.len();
        for step in 0..count {
            let place = (node.hint + step) % count;
            let child = node.children[place];
            if *self.paths[child as usize].key == *key {
                self.paths[parent as usize].hint = place + 1;
                return child;
            }
        }
        let text = unescape(key).0;
        let name = match (node.name.as_str(), key) {
            (name, b"[]") => format!("{name}[]"),
            ("", _) => text.clone().into_owned(),
            // SCIM joins the URN of an extension and its attributes by a colon.
            (name, _)
                if name.starts_with("urn:")
                    && !name[name.rfind(':').unwrap_or(0)..].contains('.')
                    && is_urn_root(name) =>
            {
                format!("{name}:{text}")
            }
            (name, _) => format!("{name}.{text}"),
        };
        let secret = is_secret(&node.name, &text);
        let id = self.paths.len() as u32;
        self.paths.push(Path {
            name,
            children: Vec::new(),
            key: key.into(),
            hint: 0,
            secret,
        });
        self.paths[parent as usize].children.push(id);
        id
    }

    /// Reads one record into `leaves`. An error gives the place in the record and what was expected.
    pub(crate) fn read(
        &mut self,
        bytes: &[u8],
        leaves: &mut Vec<Leaf>,
    ) -> Result<(), (usize, &'static str)> {
        leaves.clear();
        self.stack.clear();
        let mut elements = 0;
        let mut at = space(bytes, 0);
        let mut path = 0;
        let mut element = 0;
        let mut secret = false;
        'value: loop {
            // A value stands here.
            let start = at;
            let kind = match bytes.get(at) {
                Some(b'"') => {
                    let (end, escaped) = string(bytes, at)?;
                    at = end;
                    Some((Kind::Text { escaped }, start + 1, end - 1))
                }
                Some(open @ (b'{' | b'[')) => {
                    let list = *open == b'[';
                    at = space(bytes, at + 1);
                    let close = if list { b']' } else { b'}' };
                    if bytes.get(at) == Some(&close) {
                        at += 1;
                        Some((Kind::Nothing, start, at))
                    } else {
                        self.stack.push(Frame {
                            list,
                            path,
                            element,
                            secret,
                            empty: true,
                        });
                        if list {
                            if bytes.get(at) == Some(&b'{') {
                                path = self.child(path, b"[]");
                                elements += 1;
                                element = elements;
                            }
                            continue 'value;
                        }
                        (path, secret, at) = self.key(bytes, at, path, secret)?;
                        continue 'value;
                    }
                }
                Some(b'-' | b'0'..=b'9') => {
                    at = number(bytes, at)?;
                    Some((Kind::Token, start, at))
                }
                Some(_) => {
                    let rest = &bytes[at..];
                    let token = [b"null".as_slice(), b"true", b"false"]
                        .into_iter()
                        .find(|token| rest.starts_with(token));
                    let Some(token) = token else {
                        return Err((at, "a value was expected"));
                    };
                    at += token.len();
                    Some((
                        if token == b"null" {
                            Kind::Nothing
                        } else {
                            Kind::Token
                        },
                        start,
                        at,
                    ))
                }
                None => return Err((at, "a value was expected")),
            };
            if let Some((kind, start, end)) = kind
                && !secret
            {
                leaves.push(Leaf {
                    path,
                    element,
                    kind,
                    start: start as u32,
                    end: end as u32,
                });
            }
            // Behind a value: the next of its list or object, or the end of one or several of them.
            loop {
                let Some(frame) = self.stack.last_mut() else {
                    return if space(bytes, at) == bytes.len() {
                        Ok(())
                    } else {
                        Err((at, "nothing was expected here"))
                    };
                };
                frame.empty = false;
                let (list, parent, outer, hidden) =
                    (frame.list, frame.path, frame.element, frame.secret);
                at = space(bytes, at);
                match bytes.get(at) {
                    Some(b',') => {
                        at = space(bytes, at + 1);
                        path = parent;
                        element = outer;
                        secret = hidden;
                        if list {
                            if bytes.get(at) == Some(&b'{') {
                                path = self.child(path, b"[]");
                                elements += 1;
                                element = elements;
                            }
                        } else {
                            (path, secret, at) = self.key(bytes, at, parent, hidden)?;
                        }
                        continue 'value;
                    }
                    Some(b']') if list => at += 1,
                    Some(b'}') if !list => at += 1,
                    _ if list => return Err((at, "a comma or ] was expected")),
                    _ => return Err((at, "a comma or } was expected")),
                }
                self.stack.pop();
            }
        }
    }

    fn key(
        &mut self,
        bytes: &[u8],
        at: usize,
        parent: u32,
        secret: bool,
    ) -> Result<(u32, bool, usize), (usize, &'static str)> {
        if bytes.get(at) != Some(&b'"') {
            return Err((at, "a name in quotes was expected"));
        }
        let (end, _) = string(bytes, at)?;
        let path = if secret {
            parent
        } else {
            self.child(parent, &bytes[at + 1..end - 1])
        };
        let colon = space(bytes, end);
        if bytes.get(colon) != Some(&b':') {
            return Err((colon, "a colon was expected"));
        }
        let secret = secret || self.paths[path as usize].secret;
        Ok((path, secret, space(bytes, colon + 1)))
    }
}

/// A path that is the URN of a schema and nothing more.
fn is_urn_root(name: &str) -> bool {
    name.ends_with(":User") || name.ends_with(":Group")
}

/// Values that are never looked at: whatever lets someone in.
fn is_secret(parent: &str, key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let inside_credentials = parent.rsplit('.').next() == Some("credentials");
    (inside_credentials && key != "username")
        || key.contains("password") && !key.contains("changed") && !key.contains("policies")
        || key == "pwd"
        || key == "hash"
        || key.contains("recovery_question")
        || key.contains("recoveryquestion")
        || key.contains("securityanswer")
}

fn space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// The end of the string that begins at `at`, behind its quote, and whether it holds escapes.
fn string(bytes: &[u8], at: usize) -> Result<(usize, bool), (usize, &'static str)> {
    let mut place = at + 1;
    let mut escaped = false;
    loop {
        match bytes.get(place) {
            Some(b'"') => return Ok((place + 1, escaped)),
            Some(b'\\') => {
                escaped = true;
                match bytes.get(place + 1) {
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => place += 2,
                    Some(b'u')
                        if bytes
                            .get(place + 2..place + 6)
                            .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)) =>
                    {
                        place += 6;
                    }
                    _ => return Err((place, "a string holds a backslash that escapes nothing")),
                }
            }
            Some(0..=0x1F) => {
                return Err((place, "a string holds a raw control character or line end"));
            }
            Some(_) => place += 1,
            None => return Err((at, "a string is not closed")),
        }
    }
}

fn number(bytes: &[u8], mut at: usize) -> Result<usize, (usize, &'static str)> {
    let start = at;
    let digits = |mut at: usize| {
        while matches!(bytes.get(at), Some(b'0'..=b'9')) {
            at += 1;
        }
        at
    };
    if bytes[at] == b'-' {
        at += 1;
    }
    let whole = digits(at);
    if whole == at || (bytes[at] == b'0' && whole > at + 1) {
        return Err((start, "a number is malformed"));
    }
    at = whole;
    if bytes.get(at) == Some(&b'.') {
        let end = digits(at + 1);
        if end == at + 1 {
            return Err((start, "a number is malformed"));
        }
        at = end;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let from = if matches!(bytes.get(at + 1), Some(b'+' | b'-')) {
            at + 2
        } else {
            at + 1
        };
        let end = digits(from);
        if end == from {
            return Err((start, "a number is malformed"));
        }
        at = end;
    }
    Ok(at)
}

/// The text of a string token. The flag says that it holds half a surrogate pair or broken UTF-8.
pub(crate) fn unescape(token: &[u8]) -> (Cow<'_, str>, bool) {
    let (text, mut broken) = match std::str::from_utf8(token) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (String::from_utf8_lossy(token), true),
    };
    if !text.contains('\\') {
        return (text, broken);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(backslash) = rest.find('\\') {
        out.push_str(&rest[..backslash]);
        let escape = rest.as_bytes().get(backslash + 1).copied().unwrap_or(b'\\');
        let mut taken = 2;
        match escape {
            b'b' => out.push('\u{8}'),
            b'f' => out.push('\u{C}'),
            b'n' => out.push('\n'),
            b'r' => out.push('\r'),
            b't' => out.push('\t'),
            b'u' => {
                let unit = |at: usize| {
                    rest.get(at..at + 4)
                        .and_then(|hex| u16::from_str_radix(hex, 16).ok())
                };
                let first = unit(backslash + 2).unwrap_or(0xFFFD);
                taken = 6;
                let pair = (0xD800..0xDC00)
                    .contains(&first)
                    .then(|| {
                        rest.get(backslash + 6..backslash + 8)
                            .filter(|next| *next == "\\u")
                    })
                    .flatten()
                    .and_then(|_| unit(backslash + 8))
                    .and_then(|second| char::decode_utf16([first, second]).next()?.ok());
                if let Some(char) = pair {
                    taken = 12;
                    out.push(char);
                } else {
                    let char = char::from_u32(u32::from(first));
                    broken |= char.is_none();
                    out.push(char.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
            }
            other => out.push(char::from(other)),
        }
        rest = rest.get(backslash + taken..).unwrap_or("");
    }
    out.push_str(rest);
    (Cow::Owned(out), broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str, step: usize) -> Result<Vec<String>, Error> {
        let mut pieces = Vec::new();
        let mut each = |piece: Piece<'_>| {
            pieces.push(match piece {
                Piece::Record {
                    bytes,
                    line,
                    offset,
                } => {
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
            assert_eq!(
                scan(text, step).expect("readable"),
                whole,
                "chunks of {step}"
            );
        }
        whole
    }

    fn faults(text: &str) -> Option<u32> {
        let whole = scan(text, usize::MAX).expect_err("unreadable");
        for step in 1..=text.len() {
            assert_eq!(
                scan(text, step).expect_err("unreadable"),
                whole,
                "chunks of {step}"
            );
        }
        whole.line()
    }

    #[test]
    fn a_bare_list_gives_its_records_with_lines() {
        assert_eq!(
            pieces("[\n {\"a\":1},\r\n\r {\"b\":\"}\"}\n]"),
            ["2@3 {\"a\":1}", "4@15 {\"b\":\"}\"}"]
        );
        assert!(pieces(" [ ] ").is_empty());
    }

    #[test]
    fn an_envelope_gives_its_members_and_its_records() {
        let text = "{\"@odata.context\":\"x\",\n\"value\":[{\"id\":\n1},{\"id\":2}],\"@odata.nextLink\":\"y\"}";
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
        assert_eq!(
            pieces("{\"a\":[1]}\n{\"value\":[]}\n"),
            ["1@0 {\"a\":[1]}", "2@10 {\"value\":[]}"]
        );
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

    fn leaves(text: &str) -> Result<Vec<String>, &'static str> {
        let mut reader = Reader::new();
        let mut leaves = Vec::new();
        reader
            .read(text.as_bytes(), &mut leaves)
            .map_err(|fault| fault.1)?;
        Ok(leaves
            .iter()
            .map(|leaf| {
                let token = &text[leaf.start as usize..leaf.end as usize];
                format!(
                    "{}#{}={}",
                    reader.path(leaf.path),
                    leaf.element,
                    unescape(token.as_bytes()).0
                )
            })
            .collect())
    }

    #[test]
    fn leaves_carry_their_path_and_element() {
        assert_eq!(
            leaves(r#"{"name":{"givenName":"Ana"},"emails":[{"value":"a"},{"value":"b","x":[]}],"tags":["p","q"],"n":-1.5e3}"#).expect("JSON"),
            ["name.givenName#0=Ana", "emails[].value#1=a", "emails[].value#2=b", "emails[].x#2=[]", "tags#0=p", "tags#0=q", "n#0=-1.5e3"]
        );
        assert_eq!(
            leaves(r#"{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"value":"26"}}}"#).expect("JSON"),
            ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value#0=26"]
        );
    }

    #[test]
    fn what_lets_someone_in_is_not_read() {
        let text = r#"{"password":"p","credentials":{"userName":"u","password":{"hash":{"value":"h"}},"recovery_question":{"answer":"a"}},"title":"t"}"#;
        assert_eq!(
            leaves(text).expect("JSON"),
            ["credentials.userName#0=u", "title#0=t"]
        );
    }

    #[test]
    fn the_grammar_is_strict() {
        for text in [
            "{\"a\":01}",
            "{\"a\":1.}",
            "{\"a\":.5}",
            "{\"a\":tru}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\n\"}",
            "{\"a\" 1}",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\":[1 2]}",
            "{\"a\":[1}",
            "{\"a\":1]",
            "{\"a\":1}}",
            "{\"a\":+1}",
            "{\"a\":\"\\u12G4\"}",
        ] {
            assert!(leaves(text).is_err(), "{text}");
        }
    }

    #[test]
    fn escapes_become_what_they_stand_for() {
        assert_eq!(
            unescape(br"a\u00e9\ud83d\ude00\n\/"),
            ("aé😀\n/".into(), false)
        );
        assert_eq!(unescape(br"\ud83d!"), ("\u{FFFD}!".into(), true));
    }
}
