//! The rows of a sheet, written as CSV.

use std::borrow::Cow;

use super::package::{Element, Piece, Xml};
use super::shown::Shown;
use super::{INSTEAD, MAX_ROWS, MAX_SHARED, MAX_TABLE, PORTION, damaged};
use crate::error::Error;
use crate::export::{MAX_COLUMNS, MAX_RECORD};
use memchr::{memchr, memchr3};

/// The texts that cells share.
#[derive(Debug, Default)]
pub(super) struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    pub(super) fn read(mut xml: Xml<'_>) -> Result<Texts, Error> {
        let mut texts = Texts::default();
        let mut text = Text::default();
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Opens(element) => text.open(&element),
                Piece::Text(part) => text.take(&part)?,
                Piece::Closes(element) if element.name() == "si" => {
                    push_unescaped(&mut texts.text, &text.done());
                    if texts.text.len() + texts.ends.len() * size_of::<u32>() > MAX_SHARED {
                        let limit = MAX_SHARED >> 20;
                        let message = format!("the cells' texts take more than {limit} MiB. {INSTEAD}");
                        return Err(Error::new(None, message));
                    }
                    texts.ends.push(texts.text.len() as u32);
                }
                Piece::Closes(element) => text.close(&element),
                Piece::Other => {}
            }
        }
        Ok(texts)
    }

    fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}

/// A text that is put together of runs. How a reader of Chinese or Japanese says it stands beside it, and is left out.
#[derive(Debug, Default)]
struct Text {
    so_far: String,
    within: bool,
    beside: bool,
}

impl Text {
    fn open(&mut self, element: &Element<'_>) {
        match element.name() {
            "t" => self.within = !self.beside,
            "rPh" => self.beside = true,
            _ => {}
        }
    }

    fn close(&mut self, element: &Element<'_>) {
        match element.name() {
            "t" => self.within = false,
            "rPh" => self.beside = false,
            _ => {}
        }
    }

    fn take(&mut self, part: &str) -> Result<(), Error> {
        if self.within { append(&mut self.so_far, part) } else { Ok(()) }
    }

    fn done(&mut self) -> String {
        std::mem::take(self).so_far
    }
}

/// Puts a text together, as long as a record could hold it.
fn append(text: &mut String, part: &str) -> Result<(), Error> {
    if text.len() + part.len() > MAX_RECORD {
        let limit = MAX_RECORD >> 20;
        let message = format!("the text of a cell is longer than {limit} MiB. Is this a profile export?");
        return Err(Error::new(None, message));
    }
    text.push_str(part);
    Ok(())
}

/// Controls are written `_x000D_`, and what looks like that begins with `_x005F_`.
fn push_unescaped(into: &mut String, mut text: &str) {
    while let Some(at) = text.find("_x") {
        let (before, rest) = text.split_at(at);
        into.push_str(before);
        let code = rest.get(2..7).filter(|code| code.ends_with('_'));
        let code = code.filter(|code| code[..4].bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(letter) =
            code.and_then(|code| u32::from_str_radix(&code[..4], 16).ok()).and_then(char::from_u32)
        {
            // No text holds a zero.
            into.push(if letter == '\0' { char::REPLACEMENT_CHARACTER } else { letter });
            text = &rest[7..];
        } else {
            into.push_str("_x");
            text = &rest[2..];
        }
    }
    into.push_str(text);
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    value: String,
    within: bool,
    /// A text of its own.
    text: Text,
    inline: bool,
    /// It is worked out from others.
    formula: bool,
}

/// Writes the rows as CSV.
pub(super) fn table(
    mut xml: Xml<'_>,
    shared: &Texts,
    shown: &Shown,
    take: &mut impl FnMut(&[u8]),
) -> Result<bool, Error> {
    let mut table = Table {
        portion: Vec::new(),
        written: 0,
        width: 0,
        rows: 0,
        open: false,
        cells: Vec::new(),
        bytes: 0,
        any: false,
        used: 0,
        take,
    };
    let mut cell: Option<Cell> = None;
    let mut next = 0;
    let mut begun = false;
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Opens(element) => match (element.name(), &mut cell) {
                ("sheetData", _) => begun = true,
                ("row", _) if begun => {
                    table.begin(element.attribute("r")?.as_deref())?;
                    next = 0;
                }
                ("c", _) if begun => {
                    let place = element.attribute("r")?;
                    let column = match place.as_deref() {
                        Some(place) => column(place).ok_or_else(|| {
                            let place: String = place.chars().take(20).collect();
                            damaged(format_args!("there is no cell \"{}\"", crate::report::visible(&place)))
                        })?,
                        None => next,
                    };
                    let style = element.attribute("s")?.and_then(|style| style.trim().parse().ok());
                    let kind = element.attribute("t")?.map(Cow::into_owned);
                    next = column + 1;
                    cell = Some(Cell {
                        column,
                        kind: kind.unwrap_or_default(),
                        style: style.unwrap_or(0),
                        ..Cell::default()
                    });
                }
                ("v", Some(cell)) => cell.within = true,
                ("is", Some(cell)) => cell.inline = true,
                ("f", Some(cell)) => cell.formula = true,
                (_, Some(cell)) if cell.inline => cell.text.open(&element),
                _ => {}
            },
            Piece::Text(part) => {
                if let Some(cell) = &mut cell {
                    if cell.within {
                        append(&mut cell.value, &part)?;
                    } else {
                        cell.text.take(&part)?;
                    }
                }
            }
            Piece::Closes(element) => match (element.name(), &mut cell) {
                ("sheetData", _) => begun = false,
                ("row", _) => table.end()?,
                ("c", _) => {
                    if let Some(cell) = cell.take() {
                        let column = cell.column;
                        if cell.formula && cell.value.is_empty() && cell.kind != "str" {
                            return Err(table.without_result());
                        }
                        table.put(column, &value(cell, shared, shown)?)?;
                    }
                }
                ("v", Some(cell)) => cell.within = false,
                ("is", Some(cell)) => cell.inline = false,
                (_, Some(cell)) => cell.text.close(&element),
                _ => {}
            },
            Piece::Other => {}
        }
    }
    table.end()?;
    table.flush()?;
    Ok(table.any)
}

/// The text of a cell.
fn value<'s>(mut cell: Cell, shared: &'s Texts, shown: &Shown) -> Result<Cow<'s, str>, Error> {
    let value = std::mem::take(&mut cell.value);
    Ok(Cow::Owned(match cell.kind.as_str() {
        "s" => {
            let index = value.trim();
            if index.is_empty() {
                return Ok(Cow::Borrowed(""));
            }
            let text = index.parse().ok().and_then(|index| shared.get(index));
            let text = text.ok_or_else(|| damaged("a cell refers to a text that is not there"))?;
            return Ok(Cow::Borrowed(text));
        }
        "inlineStr" => {
            let mut text = String::new();
            push_unescaped(&mut text, &cell.text.done());
            text
        }
        "b" => match value.trim() {
            "1" | "true" => "TRUE".to_owned(),
            "0" | "false" => "FALSE".to_owned(),
            other => other.to_owned(),
        },
        // Numbers; a program may leave out what a text is.
        "" | "n" => match value.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => shown.number(number, cell.style),
            _ => value,
        },
        // Texts of formulas, dates as ISO 8601 has them, and errors such as `#N/A`.
        _ => {
            let mut text = String::new();
            push_unescaped(&mut text, &value);
            text
        }
    }))
}

/// The column of a cell such as `AB12`, from zero on.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let number = |sum, letter: u8| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = place.bytes().take(letters).fold(0, number) - 1;
    (column < MAX_COLUMNS).then_some(column)
}

fn too_long(row: u32) -> Error {
    let limit = MAX_RECORD >> 20;
    Error::new(Some(row), format!("this row is longer than {limit} MiB. Is this a profile export?"))
}

/// What is written.
struct Table<'t, T> {
    portion: Vec<u8>,
    written: u64,
    /// Columns of the header: so many every row has at least.
    width: usize,
    /// Rows that were begun.
    rows: u32,
    /// The last of them is not over.
    open: bool,
    cells: Vec<Option<String>>,
    /// Bytes of their texts.
    bytes: usize,
    /// Some row was not blank.
    any: bool,
    /// So many of them the row has; those behind are empty.
    used: usize,
    take: &'t mut T,
}

impl<T: FnMut(&[u8])> Table<'_, T> {
    /// A row begins: the one of that number, else the next. Those between are blank.
    fn begin(&mut self, number: Option<&str>) -> Result<(), Error> {
        self.end()?;
        let row = match number {
            None => self.rows + 1,
            Some(number) => number.trim().parse().ok().filter(|row| *row > self.rows).ok_or_else(|| {
                damaged(format_args!("what stands behind row {} is no row behind it", self.rows))
            })?,
        };
        if row > MAX_ROWS {
            return Err(damaged(format_args!("no sheet has more than {MAX_ROWS} rows")));
        }
        self.portion.extend((self.rows + 1..row).map(|_| b'\n'));
        self.rows = row;
        self.open = true;
        Ok(())
    }

    /// A formula's result is not in the file: some programs leave that to whoever opens it.
    fn without_result(&self) -> Error {
        let what = "a cell of this row is a formula whose result the file does not hold";
        Error::new(
            Some(self.rows),
            format!("{what}. Open it in a spreadsheet program, save it, and check that"),
        )
    }

    fn put(&mut self, column: usize, text: &str) -> Result<(), Error> {
        if !self.open {
            return Err(damaged("a cell stands in no row"));
        }
        self.bytes += text.len();
        if self.bytes > MAX_RECORD {
            return Err(too_long(self.rows));
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, None);
        }
        if self.cells[column].replace(text.to_owned()).is_some() {
            return Err(damaged(format_args!("a cell of row {} is there twice", self.rows)));
        }
        self.used = self.used.max(column + 1);
        Ok(())
    }

    /// The row is over. The first one with several names is the header; what stands before it is told by a cell alone.
    fn end(&mut self) -> Result<(), Error> {
        if !std::mem::take(&mut self.open) {
            return Ok(());
        }
        let start = self.portion.len();
        let row = &mut self.cells[..std::mem::take(&mut self.used)];
        self.bytes = 0;
        let is_filled = |cell: &Option<String>| cell.as_ref().is_some_and(|text| !text.is_empty());
        let filled = row.iter().rposition(is_filled).map_or(0, |last| last + 1);
        self.any |= filled > 0;
        if self.width == 0 && row.iter().filter(|cell| is_filled(cell)).count() > 1 {
            self.width = filled;
        }
        let fields = if filled == 0 { 0 } else { filled.max(self.width) };
        for at in 0..fields {
            if at > 0 {
                self.portion.push(b',');
            }
            let cell = row.get(at).and_then(Option::as_deref).unwrap_or_default();
            let special =
                memchr3(b',', b'"', b'\n', cell.as_bytes()).or_else(|| memchr(b'\r', cell.as_bytes()));
            if special.is_some() {
                self.portion.push(b'"');
                self.portion.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
                self.portion.push(b'"');
            } else {
                self.portion.extend_from_slice(cell.as_bytes());
            }
        }
        row.fill(None);
        if self.portion.len() - start > MAX_RECORD {
            return Err(too_long(self.rows));
        }
        self.portion.push(b'\n');
        if self.portion.len() >= PORTION {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.written += self.portion.len() as u64;
        if self.written > MAX_TABLE {
            let limit = MAX_TABLE >> 20;
            let message = format!("the table up to here takes more than {limit} MiB. {INSTEAD}");
            return Err(Error::new(Some(self.rows), message));
        }
        (self.take)(&self.portion);
        self.portion.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_letters() {
        for (place, expected) in [
            ("A1", Some(0)),
            ("Z9", Some(25)),
            ("AA1", Some(26)),
            ("ab12", Some(27)),
            ("XFD1048576", Some(16_383)),
            ("XFE1", None),
            ("AAAA1", None),
            ("1", None),
            ("", None),
        ] {
            assert_eq!(column(place), expected, "{place}");
        }
    }

    #[test]
    fn escapes_of_controls_are_undone() {
        let unescaped = |text: &str| {
            let mut into = String::new();
            push_unescaped(&mut into, text);
            into
        };
        assert_eq!(unescaped("a_x000D_b"), "a\rb");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("_x12_ _x_x00e9_"), "_x12_ _xé");
        assert_eq!(unescaped("_x0000_"), "\u{FFFD}");
        assert_eq!(unescaped("ö_xé"), "ö_xé");
    }
}
