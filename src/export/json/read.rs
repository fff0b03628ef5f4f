//! What stands in a record.

use std::borrow::Cow;

use super::scan::Strings;
use crate::bytes::same;
use crate::export::{MAX_COLUMNS, mapping};
use crate::maps::HashMap;

/// How many of the keys that come next are tried before all of them are looked through.
const NEAR: usize = 4;
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
    secret: bool,
    /// The path above; the root is its own.
    parent: u32,
    /// Its values stood in a list.
    list: bool,
}

#[derive(Debug)]
struct Frame {
    list: bool,
    path: u32,
    element: u32,
    secret: bool,
    empty: bool,
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
        self.paths.push(Path {
            name,
            children: Vec::new(),
            key: key.into(),
            hint: 0,
            secret,
            parent,
            list: false,
        });
        let siblings = &mut self.paths[parent as usize].children;
        self.children.insert((parent, key.into()), (id, siblings.len()));
        siblings.push(id);
        Ok(id)
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
        'value: loop {
            // A value stands here.
            let start = at;
            let kind = match bytes.get(at) {
                Some(b'"') => {
                    let (end, escaped) = quotes.string(bytes, at)?;
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
                        self.stack.push(Frame { list, path, element, secret, empty: true });
                        if list {
                            self.paths[path as usize].list |= bytes.get(at) != Some(&b'{');
                            if bytes.get(at) == Some(&b'{') {
                                path = self.child(at, path, b"[]")?;
                                elements += 1;
                                element = elements;
                            }
                            continue 'value;
                        }
                        (path, secret, at) = self.key(bytes, &mut quotes, at, path, secret)?;
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
                    Some((if token == b"null" { Kind::Nothing } else { Kind::Token }, start, at))
                }
                None => return Err((at, "a value was expected")),
            };
            if let Some((kind, start, end)) = kind
                && !secret
            {
                leaves.push(Leaf { path, element, kind, start: start as u32, end: end as u32 });
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
