//! What stands in a record.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::scan::Strings;
use crate::bytes::same;
use crate::export::{MAX_COLUMNS, mapping};
use crate::maps::HashMap;

/// How many of the keys that come next are tried before all of them are looked through.
const NEAR: usize = 4;
/// How many ways on are remembered behind one value, and how many bytes they may take.
const WAYS: usize = 4;
const LONGEST_WAY: usize = 128;
/// In the place of a path: the record ends.
const END: u32 = u32::MAX;
/// Longest path, in bytes.
const MAX_NAME: usize = 4096;
/// What a fault says when a limit is passed; the others are faults of grammar.
pub(in crate::export) const TOO_MANY_NAMES: &str =
    "the records have more different names than any directory gives";
/// See [`TOO_MANY_NAMES`].
pub(in crate::export) const TOO_LONG_NAME: &str = "a name is longer than any directory gives";

/// What a leaf of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Kind {
    /// A string; the flag says that it holds escapes.
    Text { escaped: bool },
    /// A number, `true` or `false`: its token is its text.
    Token,
    /// `null`, `{}` or `[]`.
    Nothing,
}

/// A value that holds no others.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Leaf {
    /// Its path, as a number of [`Reader::path`].
    pub(in crate::export) path: u32,
    /// Which element of the innermost list of objects it belongs to; counted through the record, 0 for none.
    pub(in crate::export) element: u32,
    pub(in crate::export) kind: Kind,
    /// The token, without quotes, in the record's bytes.
    pub(in crate::export) start: u32,
    pub(in crate::export) end: u32,
}

#[derive(Debug)]
struct Path {
    name: String,
    children: Vec<u32>,
    key: Box<[u8]>,
    /// Where the last look-up among the children ended: the next is likely behind it.
    hint: usize,
    /// Its place among its siblings.
    place: usize,
    /// What came next behind a value that stands there, in no list; of the root: at the beginning of a record.
    ways: Vec<Way>,
    secret: bool,
    /// The path above; the root is its own.
    parent: u32,
    /// Its values stood in a list.
    list: bool,
}

/// The bytes between two values that follow each other in no list: ends of objects, names and beginnings of objects. They mean
/// the same wherever they stand behind a value of one path.
#[derive(Debug)]
struct Way {
    bytes: Box<[u8]>,
    quotes: usize,
    /// The path of the value behind, or [`END`].
    to: u32,
}

/// How far ways that are known lead.
enum Followed {
    /// Through the record.
    End,
    /// Behind a value of a path. What comes next is not known.
    Behind { path: u32, at: usize },
    /// Behind a value of a path, which ends at `end`, to one of another path that is no leaf, or may be none.
    Value { behind: u32, end: usize, path: u32, at: usize },
}

#[derive(Debug)]
struct Frame {
    list: bool,
    path: u32,
    element: u32,
    secret: bool,
}

/// A path and a key under it.
type Key = (u32, Box<[u8]>);

/// Reads records and remembers their paths.
#[derive(Debug)]
pub(in crate::export) struct Reader {
    paths: Vec<Path>,
    /// The child of a path under a key, and its place among its siblings.
    children: HashMap<Key, (u32, usize)>,
    stack: Vec<Frame>,
}

impl Reader {
    pub(in crate::export) fn new() -> Reader {
        let root = Path {
            name: String::new(),
            children: Vec::new(),
            key: Box::default(),
            hint: 0,
            place: 0,
            ways: Vec::new(),
            secret: false,
            parent: 0,
            list: false,
        };
        Reader { paths: vec![root], children: HashMap::default(), stack: Vec::new() }
    }

    /// The name of a path: keys joined by dots, `[]` for the elements of a list of objects.
    pub(in crate::export) fn path(&self, path: u32) -> &str {
        &self.paths[path as usize].name
    }

    /// The keys that lead to a path, as they are written, and whether its values stood in lists.
    pub(in crate::export) fn chain(&self, name: &str) -> Option<(Vec<Box<[u8]>>, bool)> {
        let mut at = self.paths.iter().skip(1).position(|path| path.name == name)? + 1;
        let list = self.paths[at].list;
        let mut keys = Vec::new();
        while at != 0 {
            keys.push(self.paths[at].key.clone());
            at = self.paths[at].parent as usize;
        }
        keys.reverse();
        Some((keys, list))
    }

    fn child(&mut self, at: usize, parent: u32, key: &[u8]) -> Result<u32, (usize, &'static str)> {
        // Records of a file mostly have the same keys in the same order, some of which one or another leaves out.
        let node = &self.paths[parent as usize];
        let next = node.children.get(node.hint..).unwrap_or_default();
        let is_it = |child: u32| same(&self.paths[child as usize].key, key);
        for (&child, further) in next.iter().zip(1..=NEAR) {
            if is_it(child) {
                self.paths[parent as usize].hint += further;
                return Ok(child);
            }
        }
        // Another record begins.
        if let Some(&child) = node.children.first().filter(|&&child| is_it(child)) {
            self.paths[parent as usize].hint = 1;
            return Ok(child);
        }
        if let Some(&(child, place)) = self.children.get(&(parent, key.into())) {
            self.paths[parent as usize].hint = place + 1;
            return Ok(child);
        }
        if self.paths.len() > MAX_COLUMNS {
            return Err((at, TOO_MANY_NAMES));
        }
        let node = &self.paths[parent as usize];
        if node.name.len() + key.len() > MAX_NAME {
            return Err((at, TOO_LONG_NAME));
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
        let place = self.paths[parent as usize].children.len();
        self.paths.push(Path {
            name,
            children: Vec::new(),
            key: key.into(),
            hint: 0,
            place,
            ways: Vec::new(),
            secret,
            parent,
            list: false,
        });
        self.children.insert((parent, key.into()), (id, place));
        self.paths[parent as usize].children.push(id);
        Ok(id)
    }

    /// Goes from value to value as long as the bytes between them are known. A value of `path` ends at `at`.
    fn follow(
        &self,
        bytes: &[u8],
        quotes: &mut Quotes<'_>,
        mut path: u32,
        mut at: usize,
        leaves: &mut Vec<Leaf>,
    ) -> Result<Followed, (usize, &'static str)> {
        loop {
            let rest = &bytes[at..];
            let leads = |way: &&Way| {
                let Some((own, behind)) = rest.split_at_checked(way.bytes.len()) else { return false };
                let fits = match behind.first() {
                    None => way.to == END,
                    Some(first) => way.to != END && !matches!(first, b' ' | b'\n' | b'\r' | b'\t'),
                };
                fits && same(own, &way.bytes)
            };
            let Some(way) = self.paths[path as usize].ways.iter().find(leads) else {
                return Ok(Followed::Behind { path, at });
            };
            if way.to == END {
                return Ok(Followed::End);
            }
            let (behind, end) = (path, at);
            path = way.to;
            at += way.bytes.len();
            quotes.skip(way.quotes);
            let start = at;
            let (kind, start, close) = match bytes[at] {
                b'"' => {
                    let (end, escaped) = quotes.string(bytes, at)?;
                    at = end;
                    (Kind::Text { escaped }, start + 1, end - 1)
                }
                b'n' if rest_is(bytes, at, b"null") => {
                    at += 4;
                    (Kind::Nothing, start, at)
                }
                b't' if rest_is(bytes, at, b"true") => {
                    at += 4;
                    (Kind::Token, start, at)
                }
                b'f' if rest_is(bytes, at, b"false") => {
                    at += 5;
                    (Kind::Token, start, at)
                }
                b'{' | b'[' if rest_is(bytes, at, b"{}") || rest_is(bytes, at, b"[]") => {
                    at += 2;
                    (Kind::Nothing, start, at)
                }
                b'-' | b'0'..=b'9' => {
                    at = number(bytes, at)?;
                    (Kind::Token, start, at)
                }
                _ => return Ok(Followed::Value { behind, end, path, at }),
            };
            leaves.push(Leaf { path, element: 0, kind, start: start as u32, end: close as u32 });
        }
    }

    /// Remembers what stands between a value of a path and one of another.
    fn learn(&mut self, from: u32, bytes: &[u8], to: u32) {
        let ways = &mut self.paths[from as usize].ways;
        let known = |way: &Way| *way.bytes == *bytes;
        if ways.len() < WAYS && bytes.len() <= LONGEST_WAY && !ways.iter().any(known) {
            let quotes = memchr_iter(b'"', bytes).count();
            ways.push(Way { bytes: bytes.into(), quotes, to });
        }
    }

    /// Makes the stack what it is at a value of a path in no list.
    fn stand_at(&mut self, path: u32) {
        self.stack.clear();
        let mut at = path as usize;
        while at != 0 {
            let (parent, place) = (self.paths[at].parent, self.paths[at].place);
            self.paths[parent as usize].hint = place + 1;
            self.stack.push(Frame { list: false, path: parent, element: 0, secret: false });
            at = parent as usize;
        }
        self.stack.reverse();
    }

    /// Reads one record into `leaves`. An error gives the place in the record and what was expected.
    pub(in crate::export) fn read(
        &mut self,
        bytes: &[u8],
        leaves: &mut Vec<Leaf>,
    ) -> Result<(), (usize, &'static str)> {
        self.read_marked(bytes, Strings::UNKNOWN, leaves)
    }

    /// The same where it is known where strings begin and end.
    pub(in crate::export) fn read_marked(
        &mut self,
        bytes: &[u8],
        marks: Strings<'_>,
        leaves: &mut Vec<Leaf>,
    ) -> Result<(), (usize, &'static str)> {
        let mut quotes = Quotes { left: if marks.plain { marks.quotes } else { &[] } };
        leaves.clear();
        self.stack.clear();
        let mut elements = 0;
        let mut at = space(bytes, 0);
        let mut path = 0;
        let mut element = 0;
        let mut secret = false;
        // The last value with its end, if it stands in no list and ways are learnt: at first the root.
        let mut from = marks.plain.then_some((0, at));
        let mut follows = marks.plain;
        // How many lists are open.
        let mut lists = 0;
        // A value stands here, or did so before.
        let mut stands = true;
        loop {
            if let Some((behind, end)) = from.filter(|_| follows) {
                follows = false;
                match self.follow(bytes, &mut quotes, behind, end, leaves)? {
                    Followed::End => return Ok(()),
                    Followed::Behind { at: further, .. } if further == end => {}
                    Followed::Behind { path: behind, at: further } => {
                        self.stand_at(behind);
                        (path, at, stands, from) = (behind, further, false, Some((behind, further)));
                    }
                    Followed::Value { behind, end, path: next, at: further } => {
                        self.stand_at(next);
                        (path, at, stands, from) = (next, further, true, Some((behind, end)));
                    }
                }
            }
            if stands {
                let start = at;
                let (kind, start, end) = match bytes.get(at) {
                    Some(b'"') => {
                        let (end, escaped) = quotes.string(bytes, at)?;
                        at = end;
                        (Kind::Text { escaped }, start + 1, end - 1)
                    }
                    Some(open @ (b'{' | b'[')) => {
                        let list = *open == b'[';
                        at = space(bytes, at + 1);
                        let close = if list { b']' } else { b'}' };
                        if bytes.get(at) == Some(&close) {
                            at += 1;
                            (Kind::Nothing, start, at)
                        } else {
                            self.stack.push(Frame { list, path, element, secret });
                            if list {
                                lists += 1;
                                self.paths[path as usize].list |= bytes.get(at) != Some(&b'{');
                                if bytes.get(at) == Some(&b'{') {
                                    path = self.child(at, path, b"[]")?;
                                    elements += 1;
                                    element = elements;
                                }
                            } else {
                                (path, secret, at) = self.key(bytes, &mut quotes, at, path, secret)?;
                            }
                            continue;
                        }
                    }
                    Some(b'-' | b'0'..=b'9') => {
                        at = number(bytes, at)?;
                        (Kind::Token, start, at)
                    }
                    Some(_) => {
                        let words = [b"null".as_slice(), b"true", b"false"];
                        let Some(word) = words.into_iter().find(|word| rest_is(bytes, at, word)) else {
                            return Err((at, "a value was expected"));
                        };
                        at += word.len();
                        (if word == b"null" { Kind::Nothing } else { Kind::Token }, start, at)
                    }
                    None => return Err((at, "a value was expected")),
                };
                if !secret {
                    leaves.push(Leaf { path, element, kind, start: start as u32, end: end as u32 });
                }
                stands = false;
                follows = marks.plain && lists == 0 && !secret && path != 0;
                let before = std::mem::replace(&mut from, follows.then_some((path, at)));
                if follows {
                    if let Some((before, end)) = before {
                        let start = start - usize::from(matches!(kind, Kind::Text { .. }));
                        self.learn(before, &bytes[end..start], path);
                    }
                    continue;
                }
            }
            // Behind a value: the next of its list or object, or the end of one or several of them.
            loop {
                let Some(frame) = self.stack.last() else {
                    if space(bytes, at) != bytes.len() {
                        return Err((at, "nothing was expected here"));
                    }
                    if let Some((behind, end)) = from {
                        self.learn(behind, &bytes[end..], END);
                    }
                    return Ok(());
                };
                let (list, parent, outer, hidden) = (frame.list, frame.path, frame.element, frame.secret);
                at = space(bytes, at);
                match bytes.get(at) {
                    Some(b',') => {
                        at = space(bytes, at + 1);
                        path = parent;
                        element = outer;
                        secret = hidden;
                        if list {
                            if bytes.get(at) == Some(&b'{') {
                                path = self.child(at, path, b"[]")?;
                                elements += 1;
                                element = elements;
                            }
                        } else {
                            (path, secret, at) = self.key(bytes, &mut quotes, at, parent, hidden)?;
                        }
                        stands = true;
                        break;
                    }
                    Some(b']') if list => {
                        at += 1;
                        lists -= 1;
                    }
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
        quotes: &mut Quotes<'_>,
        at: usize,
        parent: u32,
        secret: bool,
    ) -> Result<(u32, bool, usize), (usize, &'static str)> {
        if bytes.get(at) != Some(&b'"') {
            return Err((at, "a name in quotes was expected"));
        }
        let (end, _) = quotes.string(bytes, at)?;
        let path = if secret { parent } else { self.child(at, parent, &bytes[at + 1..end - 1])? };
        let colon = space(bytes, end);
        if bytes.get(colon) != Some(&b':') {
            return Err((colon, "a colon was expected"));
        }
        let secret = secret || self.paths[path as usize].secret;
        Ok((path, secret, space(bytes, colon + 1)))
    }
}

/// The quotes of a record that were not looked at yet; none where strings hold more than characters.
struct Quotes<'q> {
    left: &'q [u32],
}

impl Quotes<'_> {
    /// So many were looked at.
    fn skip(&mut self, count: usize) {
        self.left = self.left.get(count..).unwrap_or_default();
    }

    /// The end of the string that begins at `at`, behind its quote, and whether it holds escapes.
    #[inline]
    fn string(&mut self, bytes: &[u8], at: usize) -> Result<(usize, bool), (usize, &'static str)> {
        if let [open, close, left @ ..] = self.left
            && *open as usize == at
        {
            self.left = left;
            return Ok((*close as usize + 1, false));
        }
        string(bytes, at)
    }
}

/// A path that is the URN of a schema and nothing more.
fn is_urn_root(name: &str) -> bool {
    name.ends_with(":User") || name.ends_with(":Group")
}

/// Values that are never looked at: whatever lets someone in.
fn is_secret(parent: &str, key: &str) -> bool {
    let inside_credentials = parent.rsplit('.').next() == Some("credentials");
    (inside_credentials && !key.eq_ignore_ascii_case("userName")) || mapping::is_secret(key)
}

fn rest_is(bytes: &[u8], at: usize, word: &[u8]) -> bool {
    bytes.get(at..).is_some_and(|rest| rest.starts_with(word))
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
        let from = if matches!(bytes.get(at + 1), Some(b'+' | b'-')) { at + 2 } else { at + 1 };
        let end = digits(from);
        if end == from {
            return Err((start, "a number is malformed"));
        }
        at = end;
    }
    Ok(at)
}

/// The text of a string token. The flag says that it holds half a surrogate pair or broken UTF-8.
pub(in crate::export) fn unescape(token: &[u8]) -> (Cow<'_, str>, bool) {
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
        let mut width = 2;
        match escape {
            b'b' => out.push('\u{8}'),
            b'f' => out.push('\u{C}'),
            b'n' => out.push('\n'),
            b'r' => out.push('\r'),
            b't' => out.push('\t'),
            b'u' => {
                let unit = |at: usize| rest.get(at..at + 4).and_then(|hex| u16::from_str_radix(hex, 16).ok());
                let first = unit(backslash + 2).unwrap_or(0xFFFD);
                width = 6;
                let pair = (0xD800..0xDC00)
                    .contains(&first)
                    .then(|| rest.get(backslash + 6..backslash + 8).filter(|next| *next == "\\u"))
                    .flatten()
                    .and_then(|_| unit(backslash + 8))
                    .and_then(|second| char::decode_utf16([first, second]).next()?.ok());
                if let Some(char) = pair {
                    width = 12;
                    out.push(char);
                } else {
                    let char = char::from_u32(u32::from(first));
                    broken |= char.is_none();
                    out.push(char.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
            }
            other => out.push(char::from(other)),
        }
        rest = rest.get(backslash + width..).unwrap_or("");
    }
    out.push_str(rest);
    (Cow::Owned(out), broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(text: &str) -> Result<Vec<String>, &'static str> {
        let mut reader = Reader::new();
        let mut leaves = Vec::new();
        reader.read(text.as_bytes(), &mut leaves).map_err(|fault| fault.1)?;
        Ok(leaves
            .iter()
            .map(|leaf| {
                let token = &text[leaf.start as usize..leaf.end as usize];
                format!("{}#{}={}", reader.path(leaf.path), leaf.element, unescape(token.as_bytes()).0)
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
            leaves(
                r#"{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"value":"26"}}}"#
            )
            .expect("JSON"),
            ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value#0=26"]
        );
    }

    /// A value of JSON, most of them with others inside.
    fn value(depth: usize, random: &mut dyn FnMut(usize) -> usize) -> String {
        let what = if depth == 0 { 8 } else { random(if depth > 3 { 7 } else { 11 }) };
        let several = |open: &str, close: &str, named: bool, random: &mut dyn FnMut(usize) -> usize| {
            let keys = ["a", "b", "id", "[]", "password", "credentials", "userName", "a.b", ""];
            let parts: Vec<String> = (0..random(5))
                .map(|_| {
                    let key = keys[random(keys.len())];
                    let name =
                        if named { format!("\"{key}\":{}", ["", "", " "][random(3)]) } else { String::new() };
                    name + &value(depth + 1, random)
                })
                .collect();
            format!("{open}{}{close}", parts.join([",", ",", ", "][parts.len() % 3]))
        };
        match what {
            0 => "null".to_owned(),
            1 => "true".to_owned(),
            2 => "-1.5e3".to_owned(),
            3 | 4 => "\"x\"".to_owned(),
            5 => "\"\"".to_owned(),
            6 => ["{}", "[]", "{ }", "[ ]"][random(4)].to_owned(),
            7 => several("[", "]", false, random),
            _ => several("{", "}", true, random),
        }
    }

    /// What a reader that knows ways finds, and one that reads every record for the first time.
    #[test]
    fn ways_lead_where_reading_leads() {
        let mut state = 5u64;
        let mut random = |end: usize| {
            state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            (state >> 33) as usize % end
        };
        let mut ways = Reader::new();
        let (mut faults, mut known) = (0, 0);
        let mut shapes: Vec<String> = Vec::new();
        for _ in 0..20_000 {
            // Most records are like one before.
            let mut text = if shapes.len() < 8 || random(10) == 0 {
                value(0, &mut random)
            } else {
                shapes[random(shapes.len())].clone()
            };
            shapes.push(text.clone());
            if shapes.len() > 40 {
                shapes.remove(random(20));
            }
            for _ in 0..random(3) {
                let words = ["null", "true", "\"x\"", "{}", "7", ",", "}", " ", "[]", "\"", "tru", "\"id\":"];
                let (one, other) = (words[random(words.len())], words[random(words.len())]);
                if let Some(at) = text.find(one) {
                    text.replace_range(at..at + one.len(), other);
                }
            }
            let quotes: Vec<u32> =
                (0u32..).zip(text.bytes()).filter(|(_, byte)| *byte == b'"').map(|(at, _)| at).collect();
            if quotes.len() % 2 == 1 || !text.starts_with('{') {
                continue;
            }
            let marks = Strings { quotes: &quotes, plain: true, tidy: false, ascii: true };
            let (mut one, mut other) = (Vec::new(), Vec::new());
            let found = ways.read_marked(text.as_bytes(), marks, &mut one);
            let mut anew = Reader::new();
            let wanted = anew.read(text.as_bytes(), &mut other);
            assert_eq!(found, wanted, "{text}");
            let told = |reader: &Reader, leaves: &[Leaf]| -> Vec<_> {
                let told = leaves.iter().map(|leaf| {
                    let path = reader.path(leaf.path).to_owned();
                    (path, leaf.element, leaf.kind, leaf.start, leaf.end)
                });
                told.collect()
            };
            if wanted.is_ok() {
                assert_eq!(told(&ways, &one), told(&anew, &other), "{text}");
                let lead = ways.follow(text.as_bytes(), &mut Quotes { left: &quotes }, 0, 0, &mut Vec::new());
                known += u32::from(matches!(lead, Ok(Followed::End)));
            } else {
                faults += 1;
            }
        }
        assert!(known > 300 && faults > 1000, "{known} known, {faults} faults");
    }

    #[test]
    fn what_lets_someone_in_is_not_read() {
        let text = r#"{"password":"p","credentials":{"userName":"u","password":{"hash":{"value":"h"}},"recovery_question":{"answer":"a"}},"title":"t"}"#;
        assert_eq!(leaves(text).expect("JSON"), ["credentials.userName#0=u", "title#0=t"]);
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
        assert_eq!(unescape(br"a\u00e9\ud83d\ude00\n\/"), ("aé😀\n/".into(), false));
        assert_eq!(unescape(br"\ud83d!"), ("\u{FFFD}!".into(), true));
    }
}
