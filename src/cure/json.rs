//! New values in a record of JSON: only the value's token changes; a missing key is added last.

use std::ops::Range;

use super::corrected::Splice;
use crate::export::{Amendment, Anatomy, Filter, Keys, Part, PartKind, Spot};

/// What a column of JSON holds, for values that do not show it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Holds {
    /// Lists of values.
    pub(super) lists: bool,
    /// `true` and `false`.
    pub(super) truth: bool,
}

/// The tokens to replace. What does not stand there any more is left as it is.
pub(super) fn splices(
    record: &Anatomy,
    amendments: &[Amendment],
    holds: impl Fn(u16) -> Holds,
) -> Vec<Splice> {
    let part = |spot: Spot| {
        record.parts.iter().find(|part| Spot::Cell { column: part.column, nth: part.nth } == spot)
    };
    let splice = |one: &Amendment| {
        let part = part(one.spot).filter(|part| part.value == *one.was)?;
        Some(Splice { range: part.token.clone(), text: token(part, &one.text, holds(part.column)) })
    };
    let mut splices: Vec<Splice> = amendments.iter().filter_map(splice).collect();
    splices.sort_by_key(|splice| splice.range.start);
    splices
}

/// A number or truth value stays one where the new text is one.
fn token(part: &Part, text: &str, holds: Holds) -> String {
    let truth = matches!(text, "true" | "false");
    match part.kind {
        PartKind::Bare if truth || is_number(text) => text.to_owned(),
        PartKind::EmptyList => format!("[{}]", quoted(text)),
        PartKind::Nothing if holds.lists => format!("[{}]", quoted(text)),
        PartKind::Nothing if holds.truth && truth => text.to_owned(),
        _ => quoted(text),
    }
}

fn is_number(text: &str) -> bool {
    !text.contains(char::is_whitespace) && serde_json::from_str::<serde_json::Number>(text).is_ok()
}

fn quoted(text: &str) -> String {
    // Writing a string to memory does not fail.
    serde_json::to_string(text).unwrap_or_default()
}

/// Where a value that the record has no key for is put in. Nothing if something else stands in the way.
pub(super) fn insertion(text: &[u8], keys: &Keys, value: &str) -> Option<Splice> {
    let value = if keys.list { format!("[{}]", quoted(value)) } else { quoted(value) };
    let start = space(text, 0);
    let Some((at, filter)) = &keys.element else {
        return into_object(text, start, &keys.names, value);
    };
    let (outer, inner) = keys.names.split_at(*at);
    let own = |condition: bool| {
        let mut members = vec![];
        match filter {
            _ if !condition => {}
            Filter::Any => {}
            Filter::Type(kind) => members.push(format!("\"type\":{}", quoted(kind))),
            Filter::Primary => members.push("\"primary\":true".to_owned()),
        }
        members.push(nested(inner, &value));
        format!("{{{}}}", members.join(","))
    };
    match find(text, start, outer)? {
        Found::Value(range) if text[range.start] == b'[' => {
            let elements = elements(text, range.start);
            let fits = |element: &Range<usize>| is_element(text, element.start, filter);
            if let Some(element) = elements.iter().find(|element| fits(element)) {
                return into_object(text, element.start, inner, value);
            }
            Some(match elements.last() {
                Some(last) => Splice::insert(last.end, format!(",{}", own(true))),
                None => Splice::insert(range.start + 1, own(true)),
            })
        }
        Found::Value(range) if text[range.clone()] == *b"null" => {
            Some(Splice { range, text: format!("[{}]", own(true)) })
        }
        Found::Value(_) => None,
        Found::Missing(object, depth) => {
            let value = format!("[{}]", own(true));
            let missing = &outer[depth..];
            let (first, rest) = missing.split_first()?;
            let value = if rest.is_empty() { value } else { format!("{{{}}}", nested(rest, &value)) };
            Some(append(text, object, first, &value))
        }
    }
}

/// Puts a value under names into an object.
fn into_object(text: &[u8], start: usize, names: &[Box<[u8]>], value: String) -> Option<Splice> {
    match find(text, start, names)? {
        Found::Value(range) if text[range.clone()] == *b"null" => Some(Splice { range, text: value }),
        Found::Value(_) => None,
        Found::Missing(object, depth) => {
            let (first, rest) = names[depth..].split_first()?;
            let value = if rest.is_empty() { value } else { format!("{{{}}}", nested(rest, &value)) };
            // An object that is null becomes one.
            if text[object] == b'n' {
                let member = format!("{{{}}}", nested(&names[depth..], &value));
                return Some(Splice { range: object..object + 4, text: member });
            }
            Some(append(text, object, first, &value))
        }
    }
}

/// `"a":{"b":value}` for the names a and b.
fn nested(names: &[Box<[u8]>], value: &str) -> String {
    let mut text = value.to_owned();
    for (depth, name) in names.iter().enumerate().rev() {
        text = format!("\"{}\":{text}", String::from_utf8_lossy(name));
        if depth > 0 {
            text = format!("{{{text}}}");
        }
    }
    text
}

enum Found {
    /// The value under all names.
    Value(Range<usize>),
    /// The innermost object there is (or a null in its place), and how many names lead to it.
    Missing(usize, usize),
}

/// Follows names from the object at `start`. Nothing where a value stands in the way that holds no members.
fn find(text: &[u8], start: usize, names: &[Box<[u8]>]) -> Option<Found> {
    let mut object = start;
    for (depth, name) in names.iter().enumerate() {
        match text.get(object)? {
            b'{' => {}
            b'n' => return Some(Found::Missing(object, depth)),
            _ => return None,
        }
        let member = members(text, object).into_iter().rfind(|member| text[member.name.clone()] == **name);
        let Some(member) = member else { return Some(Found::Missing(object, depth)) };
        if depth + 1 == names.len() {
            return Some(Found::Value(member.value));
        }
        object = member.value.start;
    }
    None
}

/// A further member behind the last of an object, spaced as that is.
fn append(text: &[u8], object: usize, name: &[u8], value: &str) -> Splice {
    let name = String::from_utf8_lossy(name);
    let members = members(text, object);
    let Some(last) = members.last() else {
        return Splice::insert(object + 1, format!("\"{name}\":{value}"));
    };
    let between = |range: Range<usize>| String::from_utf8_lossy(&text[range]).into_owned();
    let before = members.len().checked_sub(2).map_or(object + 1, |at| {
        let end = members[at].value.end;
        space(text, end) + 1
    });
    let lead = between(before..last.name.start - 1);
    let colon = space(text, last.name.end + 1) + 1;
    let gap = between(colon..last.value.start);
    Splice::insert(last.value.end, format!(",{lead}\"{name}\":{gap}{value}"))
}

/// Does the filter pick this element?
fn is_element(text: &[u8], start: usize, filter: &Filter) -> bool {
    if text.get(start) != Some(&b'{') {
        return false;
    }
    let value = |name: &[u8]| {
        let member = members(text, start).into_iter().rfind(|member| text[member.name.clone()] == *name)?;
        Some(String::from_utf8_lossy(&text[member.value]).into_owned())
    };
    match filter {
        Filter::Any => true,
        Filter::Type(kind) => value(b"type").is_some_and(|held| held.eq_ignore_ascii_case(&quoted(kind))),
        Filter::Primary => value(b"primary").is_some_and(|held| held == "true"),
    }
}

struct Member {
    /// Without its quotes.
    name: Range<usize>,
    value: Range<usize>,
}

/// The members of the object that begins at `start`; the record was read before, so its grammar holds.
fn members(text: &[u8], start: usize) -> Vec<Member> {
    let mut members = Vec::new();
    let mut at = space(text, start + 1);
    while text.get(at) == Some(&b'"') {
        let end = skip(text, at);
        let name = at + 1..end - 1;
        let value = space(text, space(text, end) + 1);
        let end = skip(text, value);
        members.push(Member { name, value: value..end });
        at = space(text, end);
        if text.get(at) == Some(&b',') {
            at = space(text, at + 1);
        }
    }
    members
}

fn elements(text: &[u8], start: usize) -> Vec<Range<usize>> {
    let mut elements = Vec::new();
    let mut at = space(text, start + 1);
    while text.get(at).is_some_and(|byte| *byte != b']') {
        let end = skip(text, at);
        elements.push(at..end);
        at = space(text, end);
        if text.get(at) == Some(&b',') {
            at = space(text, at + 1);
        }
    }
    elements
}

/// The end of the value that begins at `at`.
fn skip(text: &[u8], mut at: usize) -> usize {
    let mut depth = 0;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'"' => {
                at += 1;
                while text.get(at).is_some_and(|byte| *byte != b'"') {
                    at += if text[at] == b'\\' { 2 } else { 1 };
                }
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return at,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
            return at;
        }
    }
    text.len()
}

fn space(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}
