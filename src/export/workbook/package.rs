//! The parts of a workbook: XML in a ZIP archive, unpacked while it is read and never beyond what is allowed.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use flate2::read::DeflateDecoder;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::{INSTEAD, MAX_PART, damaged};
use crate::error::Error;
use crate::maps::HashMap;

/// Most parts of a workbook.
const MAX_PARTS: usize = 10_000;
/// Most bytes of one piece of XML: a tag, or the text between two.
const MAX_PIECE: usize = 16 * 1024 * 1024;
/// Most bytes of a part that lists things: sheets, styles, parts.
const MAX_LIST: u64 = 64 * 1024 * 1024;
/// Deepest nesting of a part.
const MAX_DEPTH: usize = 100;

#[derive(Debug)]
pub(super) struct Package<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    /// By their names in lower case, since some programs are not careful.
    parts: HashMap<String, (ZipArchiveEntryWayfinder, CompressionMethod)>,
}

/// What one part says of another.
#[derive(Debug)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type.
    pub(super) kind: String,
    pub(super) part: String,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Package<'b>, Error> {
        let torn = || damaged("it ends before its list of parts");
        let archive = ZipArchive::from_slice(bytes).map_err(|_| torn())?;
        let mut parts = HashMap::default();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| torn())? {
            if parts.len() == MAX_PARTS {
                return Err(Error::new(
                    None,
                    format!("this archive holds more than {MAX_PARTS} files. {INSTEAD}"),
                ));
            }
            let name = String::from_utf8_lossy(entry.file_path().as_ref()).replace('\\', "/").to_lowercase();
            parts.insert(name, (entry.wayfinder(), entry.compression_method()));
        }
        Ok(Package { archive, parts })
    }

    /// The part that lists the sheets.
    pub(super) fn main(&self) -> Result<String, Error> {
        let has = |name: &str| self.parts.contains_key(name);
        if !has("_rels/.rels") {
            let what = if has("content.xml") && has("mimetype") {
                "this is an OpenDocument sheet. Save it as XLSX or CSV (UTF-8) and check that"
            } else {
                "this is a ZIP archive, and no workbook. Unpack it and check what is inside"
            };
            return Err(Error::new(None, what));
        }
        let main = self.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        match main {
            Some(main) if main.part.to_lowercase().ends_with("workbook.bin") => {
                Err(Error::new(None, format!("this is a binary workbook (XLSB). {INSTEAD}")))
            }
            Some(main) if !["word/", "ppt/"].iter().any(|of| main.part.to_lowercase().starts_with(of)) => {
                Ok(main.part)
            }
            Some(_) => {
                Err(Error::new(None, format!("this is an Office document, and no workbook. {INSTEAD}")))
            }
            None => Err(damaged("nothing in it says where the sheets are")),
        }
    }

    /// What a part refers to; the whole package's own are those of no part.
    pub(super) fn relations(&self, of: &str) -> Result<Vec<Relation>, Error> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let slash = if folder.is_empty() { "" } else { "/" };
        let list = format!("{folder}{slash}_rels/{name}.rels");
        let mut relations = Vec::new();
        let mut xml = self.list(&list)?;
        while let Some(piece) = xml.next()? {
            let Piece::Opens(element) = piece else { continue };
            if element.name() != "Relationship" || relations.len() == MAX_PARTS {
                continue;
            }
            let target = element.attribute("Target")?.unwrap_or_default();
            let kind = element.attribute("Type")?.unwrap_or_default();
            relations.push(Relation {
                id: element.attribute("Id")?.unwrap_or_default().into_owned(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                part: resolved(folder, &target),
            });
        }
        Ok(relations)
    }

    /// Reads a part that lists things.
    pub(super) fn list(&self, part: &str) -> Result<Xml<'_>, Error> {
        self.part(part, MAX_LIST)
    }

    /// Reads a part of any length.
    pub(super) fn xml(&self, part: &str) -> Result<Xml<'_>, Error> {
        self.part(part, MAX_PART)
    }

    fn part(&self, part: &str, most: u64) -> Result<Xml<'_>, Error> {
        let part = part.to_lowercase();
        let missing = || damaged(format_args!("its part \"{part}\" is missing"));
        let &(entry, method) = self.parts.get(&part).ok_or_else(missing)?;
        let entry = self.archive.get_entry(entry).map_err(|_| missing())?;
        let unpacked: Box<dyn Read> = match method {
            CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(entry.data())),
            CompressionMethod::STORE => Box::new(entry.data()),
            _ => {
                let message =
                    format!("the workbook is encrypted, or packed in a way that is not read. {INSTEAD}");
                return Err(Error::new(None, message));
            }
        };
        // It reads no further than what the archive promises and its check sum proves.
        let unpacked = entry.verifying_reader(unpacked);
        let bounded =
            Bounded { from: BufReader::with_capacity(1 << 16, Box::new(unpacked)), left: most, piece: 0 };
        let mut reader = Reader::from_reader(bounded);
        reader.config_mut().expand_empty_elements = true;
        Ok(Xml { reader, buffer: Vec::new(), part, most, depth: 0 })
    }
}

/// Where a reference leads from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            _ => path.push(step),
        }
    }
    path.join("/")
}

/// Unpacks no more than is allowed: not of a part, and not at once.
struct Bounded<'a> {
    from: BufReader<Box<dyn Read + 'a>>,
    left: u64,
    piece: usize,
}

/// What is told through `std::io::Error`.
const TOO_LARGE: &str = "too large";

impl Read for Bounded<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let held = self.fill_buf()?;
        let length = held.len().min(into.len());
        into[..length].copy_from_slice(&held[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Bounded<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.left == 0 || self.piece > MAX_PIECE {
            return Err(std::io::Error::other(TOO_LARGE));
        }
        self.from.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        self.left = self.left.saturating_sub(length as u64);
        self.piece += length;
        self.from.consume(length);
    }
}

/// A part that is being read.
pub(super) struct Xml<'a> {
    reader: Reader<Bounded<'a>>,
    buffer: Vec<u8>,
    part: String,
    most: u64,
    /// Tags that are open.
    depth: usize,
}

/// What stands next in a part.
pub(super) enum Piece<'x> {
    Opens(Element<'x>),
    Closes(Element<'x>),
    /// Text, or a reference within it.
    Text(Cow<'x, str>),
    /// Nothing that matters here.
    Other,
}

/// A tag.
pub(super) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// The value of an attribute, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, Error> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(damaged)?;
            if local(attribute.key.0) == name {
                return Ok(Some(attribute.normalized_value(XmlVersion::Implicit1_0).map_err(damaged)?));
            }
        }
        Ok(None)
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl Xml<'_> {
    /// What stands next; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'_>>, Error> {
        self.buffer.clear();
        self.reader.get_mut().piece = 0;
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => return Err(trouble(&self.part, self.most, &error)),
        };
        Ok(Some(match event {
            Event::Eof if self.depth > 0 => {
                return Err(damaged(format_args!("its part \"{}\" ends in the middle", self.part)));
            }
            Event::Eof => return Ok(None),
            Event::Start(_) if self.depth == MAX_DEPTH => {
                return Err(damaged(format_args!("its part \"{}\" is nested too deep", self.part)));
            }
            Event::Start(start) => {
                self.depth += 1;
                Piece::Opens(Element(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Closes(Element(BytesStart::new(end.name().0.to_owned())))
            }
            Event::Text(text) => Piece::Text(Cow::Owned(text.xml10_content().into_owned())),
            Event::CData(text) => Piece::Text(Cow::Owned(text.xml10_content().into_owned())),
            Event::GeneralRef(reference) => {
                let known = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => Some(letter.to_string()),
                    _ => resolve_predefined_entity(&reference).map(str::to_owned),
                };
                let unknown =
                    || damaged(format_args!("its part \"{}\" refers to what it does not hold", self.part));
                Piece::Text(Cow::Owned(known.ok_or_else(unknown)?))
            }
            _ => Piece::Other,
        }))
    }
}

fn trouble(part: &str, most: u64, error: &quick_xml::Error) -> Error {
    match error {
        quick_xml::Error::Io(error) if error.to_string() == TOO_LARGE => Error::new(
            None,
            format!(
                "the workbook's part \"{part}\" unpacks to more than {} MiB, or to one text of more than {} MiB. \
                 It is not read, since such a file can exhaust the memory. {INSTEAD}",
                most >> 20,
                MAX_PIECE >> 20
            ),
        ),
        _ => damaged(format_args!("its part \"{part}\" cannot be read")),
    }
}
