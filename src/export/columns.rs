//! The columns of JSON records, and what such a record is.

use std::borrow::Cow;
use std::sync::Arc;

use super::mapping::{self, Given as GivenMapping};
use super::record::Group;
use super::shape::{Holds, Shape};
use super::{Cell, Direct, Encoding, Given, Kind, Layout, MAX_COLUMNS, csv, encoding, json};
use crate::error::Error;
use crate::maps::HashMap;

/// The columns of JSON records: made when a path is met for the first time.
#[derive(Debug)]
pub(super) struct JsonColumns {
    pub(super) reader: json::Reader,
    pub(super) leaves: Vec<json::Leaf>,
    by_path: Vec<Option<u16>>,
    pub(super) by_name: Arc<HashMap<String, u16>>,
    shape_is_known: bool,
    /// What the envelope says the shape is.
    hint: Option<Shape>,
    /// How many resources a SCIM list has in all.
    pub(super) total: Option<u64>,
    plain: PlainColumns,
}

/// How plain records are read.
#[derive(Debug, Default)]
struct PlainColumns {
    /// None where records may say more than their people's values.
    direct: Option<Direct>,
    /// The column of a path, or one of the two below.
    by_path: Vec<u16>,
    /// How many columns and paths there were then.
    of: (usize, usize),
    /// Records that were no plain ones since.
    others: usize,
    /// Where the values of the record in hand stand, by column, and which columns have some.
    spans: Vec<[u32; 2]>,
    held: Vec<u16>,
}

/// The end of the schema by which a record of SCIM is a group.
pub(crate) const SCIM_GROUP: &str = ":core:2.0:Group";

/// Nothing is known of a path.
const UNKNOWN: u16 = u16::MAX;
/// What stands there is not looked at.
const NOT_READ: u16 = u16::MAX - 1;

impl Default for JsonColumns {
    fn default() -> JsonColumns {
        JsonColumns {
            reader: json::Reader::new(),
            leaves: Vec::new(),
            by_path: Vec::new(),
            by_name: Arc::default(),
            shape_is_known: false,
            hint: None,
            total: None,
            plain: PlainColumns::default(),
        }
    }
}

impl JsonColumns {
    /// The same columns, to read one record again.
    pub(super) fn again(&self) -> JsonColumns {
        JsonColumns { by_name: Arc::clone(&self.by_name), shape_is_known: true, ..JsonColumns::default() }
    }

    /// Reads the members around the records: they may tell the shape, and that this is one page of several.
    pub(super) fn envelope(
        &mut self,
        bytes: &[u8],
        line: u32,
        layout: &mut Layout,
        given: &Given,
    ) -> Result<(), Error> {
        // An envelope's own paths are no columns.
        let mut reader = json::Reader::new();
        let mut leaves = Vec::new();
        reader.read(bytes, &mut leaves).map_err(|(at, expected)| grammar(bytes, line, at, expected))?;
        for leaf in &leaves {
            let text = || json::unescape(&bytes[leaf.start as usize..leaf.end as usize]).0.into_owned();
            match reader.path(leaf.path) {
                "@odata.nextLink" => layout.partial = Some("@odata.nextLink"),
                "totalResults" => self.total = text().parse().ok(),
                "@odata.context" if given.shape.is_none() && !self.shape_is_known => {
                    self.hint = Some(Shape::GraphUsersJson);
                }
                "schemas"
                    if text().starts_with("urn:ietf:params:scim:")
                        && given.shape.is_none()
                        && !self.shape_is_known =>
                {
                    self.hint = Some(Shape::ScimJson);
                }
                _ => {}
            }
        }
        if let (false, Some(shape)) = (self.shape_is_known, self.hint) {
            // Until a record says otherwise.
            layout.shape = shape;
        }
        Ok(())
    }

    /// Reads a record into leaves.
    pub(super) fn read(&mut self, bytes: &[u8], marks: json::Strings<'_>, line: u32) -> Result<(), Error> {
        self.reader
            .read_marked(bytes, marks, &mut self.leaves)
            .map_err(|(at, expected)| grammar(bytes, line, at, expected))
    }

    /// Where the values of the record that was read stand, by column, if it has a value at most for each column, as it
    /// stands there, and nothing that is new.
    pub(super) fn spans(&mut self, marks: json::Strings<'_>) -> Option<(&Direct, &[[u32; 2]])> {
        let plain = &mut self.plain;
        let direct = plain.direct.as_ref().filter(|_| marks.plain)?;
        for column in plain.held.drain(..) {
            plain.spans[usize::from(column)] = [0; 2];
        }
        for leaf in &self.leaves {
            let column = plain.by_path.get(leaf.path as usize).copied().unwrap_or(UNKNOWN);
            if column == NOT_READ {
                continue;
            }
            let span = plain.spans.get_mut(usize::from(column))?;
            // No value begins at the first byte of a record.
            if span[0] != 0 || leaf.kind == (json::Kind::Text { escaped: true }) {
                return None;
            }
            plain.held.push(column);
            *span = [leaf.start, if leaf.kind == json::Kind::Nothing { leaf.start } else { leaf.end }];
        }
        Some((direct, &plain.spans))
    }

    /// Looks how plain records are read, once there is something new. It is not worth it for each of a few records.
    fn settle(&mut self, layout: &Layout) {
        let now = (layout.columns.len(), self.by_path.len());
        let plain = &mut self.plain;
        plain.others += 1;
        if plain.of == now || plain.others < now.0 {
            return;
        }
        // What the elements of SCIM's lists are told by, and what a record of Graph is, stands in the record.
        let by_record = layout.shape == Shape::ScimJson
            || (layout.shape == Shape::GraphUsersJson && self.by_name.contains_key("@odata.type"));
        let utf8 = layout.encoding == Encoding::Utf8;
        let direct = if by_record || !utf8 { None } else { Direct::new(layout) };
        // The values of each record stand in an order of their own, and whoever has no status is told by none of its columns.
        plain.direct = direct.filter(|direct| direct.inverted.is_empty() && !direct.by_order);
        plain.by_path.clear();
        plain.by_path.extend(self.by_path.iter().map(|column| match column {
            Some(column) if layout.reads(&layout.columns[usize::from(*column)]) => *column,
            Some(_) => NOT_READ,
            None => UNKNOWN,
        }));
        plain.held.clear();
        plain.spans.clear();
        plain.spans.resize(now.0, [0; 2]);
        (plain.of, plain.others) = (now, 0);
    }

    /// Makes columns for what is new in the record that was read. False: it is no record after all.
    pub(super) fn place(
        &mut self,
        bytes: &[u8],
        line: u32,
        layout: &mut Layout,
        given: &Given,
        mapping: &GivenMapping,
    ) -> Result<bool, Error> {
        let is_new = layout.shape == Shape::ScimJson || !self.holds_nothing_new();
        if is_new && !self.place_new(bytes, line, layout, given, mapping)? {
            return Ok(false);
        }
        self.settle(layout);
        Ok(true)
    }

    /// The shape is known, and the column of every leaf.
    fn holds_nothing_new(&self) -> bool {
        let known = |leaf: &json::Leaf| matches!(self.by_path.get(leaf.path as usize), Some(Some(_)));
        self.shape_is_known && !self.by_name.is_empty() && self.leaves.iter().all(known)
    }

    #[inline(never)]
    fn place_new(
        &mut self,
        bytes: &[u8],
        line: u32,
        layout: &mut Layout,
        given: &Given,
        mapping: &GivenMapping,
    ) -> Result<bool, Error> {
        let first = !self.shape_is_known || self.by_name.is_empty();
        if first {
            let paths: Vec<&str> = self.leaves.iter().map(|leaf| self.reader.path(leaf.path)).collect();
            let text = |name: &str| {
                let texts: Vec<_> = self
                    .leaves
                    .iter()
                    .filter(|leaf| self.reader.path(leaf.path) == name && leaf.kind != json::Kind::Nothing)
                    .map(|leaf| json::unescape(&bytes[leaf.start as usize..leaf.end as usize]).0.into_owned())
                    .collect();
                (!texts.is_empty()).then(|| texts.join(" "))
            };
            refuse(&paths, &text, line)?;
            if text("schemas").is_some_and(|schemas| schemas.contains(":ListResponse")) {
                layout.shape = Shape::ScimJson;
                return Ok(false);
            }
            if !self.shape_is_known {
                let shape =
                    given.shape.unwrap_or_else(|| match (Shape::of_record(&paths, text), self.hint) {
                        (Shape::Table, Some(hint)) => hint,
                        (shape, _) => shape,
                    });
                self.shape_is_known = true;
                layout.shape = match (shape, given.group.is_some()) {
                    (Shape::OktaUsersJson, true) => Shape::OktaGroupMembersJson,
                    (shape, _) => shape,
                };
                layout.holds = if given.group.is_some() { Holds::Members } else { layout.shape.holds() };
            }
        }
        let filters = self.filters(bytes, layout.shape);
        for index in 0..self.leaves.len() {
            let leaf = self.leaves[index];
            let path = leaf.path as usize;
            if self.by_path.get(path).copied().flatten().is_some() {
                continue;
            }
            let (name, several) = self.column_name(leaf, &filters);
            let column = if let Some(&column) = self.by_name.get(&name) {
                column
            } else {
                if layout.columns.len() >= MAX_COLUMNS {
                    return Err(Error::new(
                        Some(line),
                        format!("the records have more than {MAX_COLUMNS} different attributes"),
                    ));
                }
                let column = layout.columns.len() as u16;
                layout.columns.push(mapping::column(layout.shape, &name, mapping));
                Arc::make_mut(&mut self.by_name).insert(name, column);
                column
            };
            if !several {
                if self.by_path.len() <= path {
                    self.by_path.resize(path + 1, None);
                }
                self.by_path[path] = Some(column);
            }
        }
        Ok(true)
    }

    /// What tells the elements of SCIM's multi-valued attributes apart, as a filter of RFC 7644.
    fn filters(&self, bytes: &[u8], shape: Shape) -> HashMap<u32, String> {
        let mut known: HashMap<u32, (String, bool)> = HashMap::default();
        if shape == Shape::ScimJson {
            for leaf in self.leaves.iter().filter(|leaf| is_multi_valued(self.reader.path(leaf.path))) {
                let text = || json::unescape(&bytes[leaf.start as usize..leaf.end as usize]).0;
                let entry = known.entry(leaf.element).or_default();
                match self.reader.path(leaf.path).split_once("[].") {
                    Some((_, "type")) if leaf.kind != json::Kind::Nothing => entry.0 = text().into_owned(),
                    Some((_, "primary")) => entry.1 = text().eq_ignore_ascii_case("true"),
                    _ => {}
                }
            }
        }
        let filter = |(kind, primary): (String, bool)| match kind.as_str() {
            kind if kind.eq_ignore_ascii_case("work") => "type eq \"work\"".to_owned(),
            _ if primary => "primary eq true".to_owned(),
            "" => String::new(),
            kind => format!("type eq \"{kind}\""),
        };
        known.into_iter().map(|(element, told)| (element, filter(told))).collect()
    }

    /// The column a leaf stands in, and whether its path stands for several columns.
    fn column_name(&self, leaf: json::Leaf, filters: &HashMap<u32, String>) -> (String, bool) {
        let path = self.reader.path(leaf.path);
        match (path.split_once("[]"), filters.get(&leaf.element)) {
            (Some((list, rest)), Some(filter)) => (format!("{list}[{filter}]{rest}"), true),
            _ => (path.to_owned(), false),
        }
    }

    /// The leaves of the record that was read, with their columns.
    pub(super) fn placed(
        &self,
        bytes: &[u8],
        layout: &Layout,
    ) -> impl Iterator<Item = (json::Leaf, Option<u16>)> {
        let filters = self.filters(bytes, layout.shape);
        self.leaves.iter().map(move |leaf| {
            let column = match self.by_path.get(leaf.path as usize).copied().flatten() {
                Some(column) => Some(column),
                None => self.by_name.get(&self.column_name(*leaf, &filters).0).copied(),
            };
            (*leaf, column)
        })
    }

    pub(super) fn cells<'a>(&self, bytes: &'a [u8], layout: &Layout) -> (Vec<Cell<'a>>, Kind, Option<Group>) {
        let mut cells = Vec::with_capacity(16);
        for (leaf, column) in self.placed(bytes, layout) {
            let Some(column) = column.filter(|&column| layout.reads(&layout.columns[usize::from(column)]))
            else {
                continue;
            };
            let token = &bytes[leaf.start as usize..leaf.end as usize];
            let (text, broken) = match leaf.kind {
                json::Kind::Text { escaped: true } => json::unescape(token),
                json::Kind::Text { escaped: false } | json::Kind::Token => {
                    encoding::text(layout.encoding, token)
                }
                json::Kind::Nothing => (Cow::Borrowed(""), false),
            };
            cells.push(Cell { column, text, broken });
        }
        let kind = self.kind(bytes, layout);
        let group = (kind == Kind::Group).then(|| self.group(bytes, layout.shape));
        (cells, kind, group)
    }

    /// What the record of a group says.
    fn group(&self, bytes: &[u8], shape: Shape) -> Group {
        let mut group = Group::default();
        // The element in hand: its id, and whether it is a group.
        let mut member = (0, String::new(), false);
        let mut take = |(_, id, nested): (u32, String, bool)| {
            group.nested |= nested;
            if !nested && !id.is_empty() {
                group.members.push(id);
            }
        };
        let mut name = String::new();
        for leaf in self.leaves.iter().filter(|leaf| leaf.kind != json::Kind::Nothing) {
            let text = || json::unescape(&bytes[leaf.start as usize..leaf.end as usize]).0.trim().to_owned();
            let path = self.reader.path(leaf.path);
            match (shape, path) {
                (Shape::OktaGroupsJson, "profile.name") | (Shape::ScimJson, "displayName") => {
                    name = text().replace('\n', " ");
                }
                (Shape::ScimJson, "members[].value" | "members[].type" | "members[].$ref") => {
                    if member.0 != leaf.element {
                        take(std::mem::replace(&mut member, (leaf.element, String::new(), false)));
                    }
                    match path {
                        "members[].value" => member.1 = text(),
                        "members[].type" => member.2 |= text().eq_ignore_ascii_case("group"),
                        _ => member.2 |= text().contains("/Groups/"),
                    }
                }
                _ => {}
            }
        }
        take(member);
        Group { name, ..group }
    }

    pub(super) fn kind(&self, bytes: &[u8], layout: &Layout) -> Kind {
        let token = |name: &str| {
            let leaf = self.leaves.iter().find(|leaf| self.reader.path(leaf.path) == name)?;
            Some(json::unescape(&bytes[leaf.start as usize..leaf.end as usize]).0)
        };
        match layout.shape {
            Shape::GraphUsersJson => match token("@odata.type").as_deref() {
                None | Some("#microsoft.graph.user") => layout.kind(&[]),
                Some("#microsoft.graph.group") => Kind::NestedGroup,
                Some(_) => Kind::Foreign,
            },
            Shape::ScimJson => {
                let group = self.leaves.iter().any(|leaf| {
                    self.reader.path(leaf.path) == "schemas"
                        && bytes[leaf.start as usize..leaf.end as usize].ends_with(SCIM_GROUP.as_bytes())
                });
                if group { Kind::Group } else { layout.kind(&[]) }
            }
            _ => layout.kind(&[]),
        }
    }
}

/// SCIM's multi-valued attributes whose elements are told apart by what they are for.
fn is_multi_valued(path: &str) -> bool {
    ["emails[]", "phoneNumbers[]", "addresses[]"].into_iter().any(|list| path.starts_with(list))
}

/// What is JSON but no export.
fn refuse(paths: &[&str], text: &impl Fn(&str) -> Option<String>, line: u32) -> Result<(), Error> {
    let has = |name: &str| paths.contains(&name);
    let schemas = text("schemas").unwrap_or_default();
    if schemas.contains(":PatchOp") {
        return Err(Error::new(
            Some(line),
            "this is a SCIM PatchOp, a request that changes one resource. Rollcall reads exports: the users or groups themselves",
        ));
    }
    let told = if has("errorCode") && has("errorSummary") {
        text("errorSummary")
    } else if has("error.code") {
        text("error.message").or_else(|| text("error.code"))
    } else if schemas.contains("api:messages:2.0:Error") {
        text("detail").or(Some(String::new()))
    } else {
        None
    };
    match told {
        Some(_) => Err(Error::new(
            Some(line),
            "this is the answer of an API that refused the request, not an export. Ask again with the right permissions",
        )),
        None => Ok(()),
    }
}

fn grammar(bytes: &[u8], line: u32, at: usize, expected: &str) -> Error {
    let line = line + csv::line_breaks(&bytes[..at.min(bytes.len())]);
    match expected {
        json::TOO_MANY_NAMES | json::TOO_LONG_NAME => {
            Error::new(Some(line), format!("{expected}. Is this a profile export?"))
        }
        _ => Error::new(Some(line), format!("this is no JSON: {expected}")),
    }
}
