//! Workbooks on the command line: the table of a sheet is held in the place of the file.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Failure;
use super::files::{Input, held, reason};
use crate::export::{Workbook, is_workbook};

/// The first bytes, enough to know a workbook by.
const HEAD: u64 = 4;

/// A file as an input; one that is a workbook as the table of the sheet that is wanted, else of its first.
pub(super) fn of_file(path: &Path, sheet: Option<&str>) -> Result<Option<Input>, Failure> {
    let name = path.to_string_lossy().into_owned();
    let failed = |error: std::io::Error| Failure(format!("{name}: {}", reason(&error)));
    let mut head = Vec::new();
    let mut file = File::open(path).map_err(failed)?;
    (&mut file).take(HEAD).read_to_end(&mut head).map_err(failed)?;
    if !is_workbook(&head) {
        return if sheet.is_some() { Err(none(&name)) } else { Ok(None) };
    }
    let bytes = held(&name, "a workbook", head.as_slice().chain(file))?;
    of_bytes(name, bytes, sheet).map(Some)
}

fn none(name: &str) -> Failure {
    Failure(format!("{name}: this is no workbook (XLSX), so it has no sheets"))
}

/// Bytes as an input, likewise.
pub(super) fn of_bytes(name: String, bytes: Vec<u8>, sheet: Option<&str>) -> Result<Input, Failure> {
    if !is_workbook(&bytes) {
        return if sheet.is_some() { Err(none(&name)) } else { Ok(Input::Held { name, bytes, sheet: None }) };
    }
    let mut table = Vec::new();
    let read = Workbook::open(&bytes)
        .and_then(|book| Ok(book.table(sheet, |portion| table.extend_from_slice(portion))?.to_owned()));
    match read {
        Ok(sheet) => Ok(Input::Held { name, bytes: table, sheet: Some(sheet) }),
        Err(error) => Err(Failure(error.of(&name).to_string())),
    }
}
