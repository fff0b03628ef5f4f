//! Records as they stand in their files: the columns of the files, the cells, what was found in them, and what
//! was put in their place.

use serde::Serialize;

use super::columns::Role;
use super::describe::{Described, changed};
use super::{Check, Input};
use crate::Error;
use crate::cure::{Batch, into, target, unwritable};
use crate::export::{Export, Record, Spot};
use crate::profile::{Attribute, Profile};

/// What stands between the values of a list when it is shown and edited as one text.
const BETWEEN: &str = "; ";

/// A column of the files. Columns of one name in several files are one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetColumn {
    /// As it stands in the file; a path for JSON.
    pub name: String,
    /// The attribute it is read as, first of all.
    pub attribute: Option<&'static str>,
    /// The same in words.
    pub label: Option<&'static str>,
    /// A password or the like: never shown.
    pub secret: bool,
    /// Its number in every input, in their order; none where the input has no such column.
    pub numbers: Vec<Option<u16>>,
}

/// A record with what was found on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetRow {
    /// Number of the row.
    pub row: u32,
    /// Its cells, by the columns of its input. Cells that are empty and of which nothing is known are left out.
    pub cells: Vec<SheetCell>,
    /// What was found on no cell.
    pub marks: Vec<Mark>,
    /// Values can be changed here.
    pub editable: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetCell {
    /// Number of the column in its input.
    pub column: u16,
    /// What stands there now; the values of a list joined by `; `.
    pub text: String,
    /// What the file has there, where that was changed.
    pub was: Option<String>,
    /// What was found.
    pub marks: Vec<Mark>,
}

/// A finding, short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Id of the rule.
    pub rule: &'static str,
    /// `error`, `warning` or `notice`.
    pub severity: &'static str,
    /// What it says.
    pub message: String,
    /// The attribute it is on.
    pub on: Option<&'static str>,
    /// Attribute that the suggestion and the choices are for, and the place in its list.
    pub attribute: Option<&'static str>,
    /// See `attribute`.
    pub place: u16,
    /// The value that would cure it.
    pub suggestion: Option<String>,
    /// Or likely ones.
    pub choices: Vec<String>,
}

impl Check {
    /// The columns of all readable inputs, in their order.
    pub fn sheet_columns(&self) -> Vec<SheetColumn> {
        let mut all: Vec<SheetColumn> = Vec::new();
        let mut places = crate::maps::HashMap::default();
        let inputs = self.base.inputs.len();
        for (input, held) in self.base.inputs.iter().enumerate() {
            let Some(export) = held.export() else { continue };
            let mut seen = crate::maps::HashMap::default();
            for (number, column) in export.layout().columns.iter().enumerate() {
                // Of two columns of one name in a file the second is the second of others too.
                let turn = seen.entry(column.name.as_str()).and_modify(|turn| *turn += 1).or_insert(0u32);
                let place = *places.entry((column.name.as_str(), *turn)).or_insert_with(|| {
                    all.push(SheetColumn {
                        name: column.name.clone(),
                        attribute: None,
                        label: None,
                        secret: column.secret,
                        numbers: vec![None; inputs],
                    });
                    all.len() - 1
                });
                let shown = &mut all[place];
                shown.numbers[input] = Some(number as u16);
                shown.secret |= column.secret;
                if let (None, Some(used)) = (shown.attribute, column.uses.first()) {
                    shown.attribute = Some(used.attribute.name());
                    shown.label = Some(used.attribute.label());
                }
            }
        }
        all
    }

    /// The record of a row as it stands, with what was changed, from its bytes in the file.
    ///
    /// # Errors
    ///
    /// The bytes are not that record: the file has changed.
    pub fn sheet(&self, row: u32, bytes: &[u8]) -> Result<SheetRow, Error> {
        let (input, export) = self.file_of(row)?;
        let (number, line) = self.base.record_and_line(row);
        let gone = || changed(&input.name);
        let anatomy = export.anatomy(bytes).ok_or_else(gone)?;
        let record = export.again(bytes, number, line).ok_or_else(gone)?;
        let layout = export.layout();
        let mut cells: Vec<SheetCell> = Vec::new();
        let amendments = export.amendments().of(number);
        for part in &anatomy.parts {
            let spot = Spot::Cell { column: part.column, nth: part.nth };
            let amended = amendments.iter().find(|one| one.spot == spot && *one.was == *part.value);
            let now = amended.map_or(&*part.value, |one| &*one.text);
            let cell = cell(&mut cells, part.column);
            if part.nth > 0 {
                cell.text.push_str(BETWEEN);
            }
            cell.text.push_str(now);
            let was = cell.was.get_or_insert_default();
            if part.nth > 0 {
                was.push_str(BETWEEN);
            }
            was.push_str(&part.value);
        }
        for one in amendments {
            let column = match one.spot {
                Spot::Cell { column, .. } => Some(column),
                Spot::Attribute(attribute) => layout.column_of(attribute),
            };
            let Some(column) = column else { continue };
            let cell = cell(&mut cells, column);
            if cell.was.is_none() {
                cell.text = one.text.to_string();
                cell.was = Some(String::new());
            }
        }
        for cell in &mut cells {
            cell.was = cell.was.take().filter(|was| *was != cell.text);
        }
        let profile = Profile::new(&layout.columns, &record);
        let mut marks = Vec::new();
        for found in self.describe_record(row, input, layout, &record)? {
            let column = found.attribute.and_then(|attribute| {
                match target(layout, &record, &profile, attribute, found.place).spot {
                    Spot::Cell { column, .. } => Some(column),
                    Spot::Attribute(attribute) => layout.column_of(attribute),
                }
            });
            let mark = self.mark(found);
            match column {
                Some(column) => cell(&mut cells, column).marks.push(mark),
                None => marks.push(mark),
            }
        }
        cells.retain(|cell| !cell.text.is_empty() || !cell.marks.is_empty() || cell.was.is_some());
        cells.sort_by_key(|cell| cell.column);
        let editable = self.is_editable(row);
        Ok(SheetRow { row, cells, marks, editable })
    }

    fn mark(&self, found: Described) -> Mark {
        let target = found.attribute.map(|attribute| into(found.rule, attribute, found.place));
        Mark {
            rule: found.rule.rule().id,
            severity: self.base.store.findings.severity(found.rule).map_or("", |severity| severity.name()),
            message: found.detail.message,
            on: found.attribute.map(Attribute::name),
            attribute: target.map(|(attribute, _)| attribute.name()),
            place: target.map_or(0, |(_, place)| place),
            suggestion: found.detail.suggestion,
            choices: found.detail.choices,
        }
    }

    /// The change that puts a text into the cell of a row, from the record's bytes in the file. Nothing if it stands
    /// there already.
    ///
    /// # Errors
    ///
    /// The cell cannot be changed (the message says why), or the file has changed.
    pub fn edit_cell(&self, row: u32, column: u16, text: &str, bytes: &[u8]) -> Result<Batch, Error> {
        can_be_written(text)?;
        let (input, export, record) = self.to_edit(row, bytes)?;
        let layout = export.layout();
        let known = layout.columns.get(usize::from(column)).filter(|column| !column.secret);
        let Some(known) = known else {
            return Err(Error::new(None, "this cell is never looked at, so it cannot be changed here"));
        };
        let anatomy = export.anatomy(bytes).ok_or_else(|| changed(&input.name))?;
        let amendments = export.amendments().of(record.number);
        let now = |spot: Spot| amendments.iter().find(|one| one.spot == spot).map(|one| one.text.to_string());
        let mut batch = Batch::default();
        let mut put = |spot: Spot, was: &str, to: &str| {
            if was != to {
                batch.add(input.file, record.number, spot, was, to);
            }
        };
        let parts: Vec<_> = anatomy.parts.iter().filter(|part| part.column == column).collect();
        let spot = |nth| Spot::Cell { column, nth };
        match &parts[..] {
            [] if layout.delimiter.is_some() => put(spot(0), &now(spot(0)).unwrap_or_default(), text),
            [] => {
                let own = known.uses.iter().map(|used| used.attribute);
                let attribute = own.into_iter().find(|&own| layout.column_of(own) == Some(column));
                let Some(attribute) = attribute else {
                    let message = "this record does not have it, and nothing in Gong depends on it, so it is not added here";
                    return Err(Error::new(None, message));
                };
                let spot = Spot::Attribute(attribute);
                put(spot, &now(spot).unwrap_or_default(), text);
            }
            [one] => put(spot(0), &now(spot(0)).unwrap_or_else(|| one.value.clone()), text),
            several => {
                let texts: Vec<&str> = text.split(BETWEEN.trim_end()).map(str::trim).collect();
                let apart = several.iter().all(|part| !part.value.contains(BETWEEN.trim_end()));
                if !apart {
                    let message =
                        "a value of this list holds a semicolon itself, so the list is not changed here";
                    return Err(Error::new(None, message));
                }
                if texts.len() != several.len() {
                    let message = format!(
                        "the list has {} values here. Keep their number, with a semicolon between them",
                        several.len()
                    );
                    return Err(Error::new(None, message));
                }
                for (part, text) in several.iter().zip(texts) {
                    let was = now(spot(part.nth)).unwrap_or_else(|| part.value.clone());
                    // Spaces beside the marks between the values are not meant.
                    if was.trim() != text {
                        put(spot(part.nth), &was, text);
                    }
                }
            }
        }
        Ok(batch)
    }

    /// The change that puts a value in the place of another, by its attribute and its place in the list.
    ///
    /// # Errors
    ///
    /// As for [`Check::edit_cell`].
    pub fn edit_value(
        &self,
        row: u32,
        attribute: &str,
        place: u16,
        value: &str,
        bytes: &[u8],
    ) -> Result<Batch, Error> {
        can_be_written(value)?;
        let attribute =
            Attribute::from_name(attribute).ok_or_else(|| Error::new(None, "there is no such attribute"))?;
        let (input, export, record) = self.to_edit(row, bytes)?;
        let profile = Profile::new(&export.layout().columns, &record);
        let target = target(export.layout(), &record, &profile, attribute, place);
        let to = target.with(value);
        let mut batch = Batch::default();
        if target.text != to {
            batch.add(input.file, record.number, target.spot, target.text, &to);
        }
        Ok(batch)
    }

    fn to_edit(&self, row: u32, bytes: &[u8]) -> Result<(&Input, &Export, Record<'static>), Error> {
        let (input, export) = self.file_of(row)?;
        if !self.is_editable(row) {
            let message = "this record is nobody's own: only people's records of the exports can be changed";
            return Err(Error::new(None, message));
        }
        let (number, line) = self.base.record_and_line(row);
        let record = export.again(bytes, number, line).ok_or_else(|| changed(&input.name))?;
        Ok((input, export, record))
    }

    fn file_of(&self, row: u32) -> Result<(&Input, &Export), Error> {
        let held = self.base.store.rows.get(row as usize);
        let input = held.and_then(|held| self.base.inputs.get(usize::from(held.input)));
        let found = input.and_then(|input| Some((input, input.export()?)));
        found.ok_or_else(|| Error::new(None, "there is no such record"))
    }

    /// People's own records can be changed, and those that were taken for a second of one.
    fn is_editable(&self, row: u32) -> bool {
        let role = self.base.store.rows[row as usize].role;
        self.cures().is_some() && matches!(role, Role::Person | Role::Part | Role::Duplicate)
    }

    /// Whether a value of a record was changed.
    pub(super) fn is_cured(&self, row: u32) -> bool {
        let held = &self.base.store.rows[row as usize];
        let export = self.base.inputs[usize::from(held.input)].export();
        export.is_some_and(|export| !export.amendments().of(self.base.record_and_line(row).0).is_empty())
    }
}

fn can_be_written(text: &str) -> Result<(), Error> {
    unwritable(text).map_or(Ok(()), |why| Err(Error::new(None, format!("this value cannot be kept: {why}"))))
}

fn cell(cells: &mut Vec<SheetCell>, column: u16) -> &mut SheetCell {
    // Mostly it is the last or a new one behind it.
    let ahead = cells.last().is_none_or(|last| last.column < column);
    let found = if ahead { None } else { cells.iter().rposition(|cell| cell.column == column) };
    let at = found.unwrap_or_else(|| {
        cells.push(SheetCell { column, ..SheetCell::default() });
        cells.len() - 1
    });
    &mut cells[at]
}
