//! A workbook (XLSX): its sheets, and one of them as a table.
//!
//! A sheet becomes the CSV that it would be saved as: every row one record, the values as the sheet shows them. What reads
//! exports knows nothing else of workbooks; it only counts a record as one line, however many line ends stand in its cells.

mod package;
mod rows;
mod shown;

use crate::error::Error;
use package::{Package, Piece};
use shown::Shown;

/// Largest table that a sheet may become, in bytes.
pub const MAX_TABLE: u64 = 512 * 1024 * 1024;
/// Most bytes that one part of a workbook may unpack to.
pub const MAX_PART: u64 = 2 * 1024 * 1024 * 1024;
/// Most bytes of all texts that the cells of a workbook share.
pub const MAX_SHARED: usize = 512 * 1024 * 1024;
/// Rows of a sheet, by the format's own limit.
const MAX_ROWS: u32 = 1_048_576;
/// Most sheets of a workbook.
const MAX_SHEETS: usize = 1000;
/// Most bytes of a portion of the table.
const PORTION: usize = 1024 * 1024;

/// Whether these bytes begin a ZIP archive, as every workbook does.
pub fn is_workbook(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

/// A workbook whose bytes are held.
#[derive(Debug)]
pub struct Workbook<'b> {
    package: Package<'b>,
    sheets: Vec<Sheet>,
    shared: Option<String>,
    styles: Option<String>,
    from_1904: bool,
}

#[derive(Debug)]
struct Sheet {
    name: String,
    hidden: bool,
    part: String,
}

impl<'b> Workbook<'b> {
    /// Looks into a workbook: which sheets are there? An error says what the file is instead.
    pub fn open(bytes: &'b [u8]) -> Result<Workbook<'b>, Error> {
        let package = Package::open(bytes)?;
        let main = package.main()?;
        let relations = package.relations(&main)?;
        let target = |kind: &str| {
            let found = relations.iter().find(|relation| relation.kind == kind);
            found.map(|relation| relation.part.clone())
        };
        let (shared, styles) = (target("sharedStrings"), target("styles"));
        let mut sheets = Vec::new();
        let mut listed = 0;
        let mut from_1904 = false;
        let mut xml = package.list(&main)?;
        while let Some(piece) = xml.next()? {
            let Piece::Opens(element) = piece else { continue };
            match element.name() {
                "workbookPr" => {
                    let said = element.attribute("date1904")?;
                    // Extensions have an element of that name, too.
                    from_1904 |= said.is_some_and(|value| matches!(&*value, "1" | "true" | "on"));
                }
                "sheet" => {
                    if listed == MAX_SHEETS {
                        let message = format!("there are more than {MAX_SHEETS} sheets. {INSTEAD}");
                        return Err(Error::new(None, message));
                    }
                    listed += 1;
                    let id = element.attribute("id")?.unwrap_or_default();
                    let relation = relations.iter().find(|one| one.kind == "worksheet" && one.id == *id);
                    // A chart or a macro sheet holds no rows.
                    let Some(relation) = relation else { continue };
                    sheets.push(Sheet {
                        name: element.attribute("name")?.unwrap_or_default().into_owned(),
                        hidden: element.attribute("state")?.is_some_and(|state| state != "visible"),
                        part: relation.part.clone(),
                    });
                }
                _ => {}
            }
        }
        if sheets.is_empty() {
            return Err(Error::new(
                None,
                "this workbook has no sheet with rows. Save the sheet that lists the people",
            ));
        }
        drop(xml);
        Ok(Workbook { package, sheets, shared, styles, from_1904 })
    }

    /// The names of the sheets, in their order.
    pub fn sheets(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|sheet| sheet.name.as_str())
    }

    /// Hands on a sheet as CSV, in portions: UTF-8, commas, LF. Takes the first sheet that is not hidden, unless one is
    /// named. Gives the name of the sheet.
    pub fn table(&self, wanted: Option<&str>, mut take: impl FnMut(&[u8])) -> Result<&str, Error> {
        let sheet = self.chosen(wanted)?;
        let shared =
            self.shared.as_deref().map(|part| rows::Texts::read(self.package.xml(part)?)).transpose()?;
        let shown = match &self.styles {
            Some(part) => Shown::read(self.package.list(part)?, self.from_1904)?,
            None => Shown::plain(),
        };
        let xml = self.package.xml(&sheet.part)?;
        if !rows::table(xml, &shared.unwrap_or_default(), &shown, &mut take)? {
            let others = self.listed(|other| other.part != sheet.part);
            let others =
                if others.is_empty() { others } else { format!(". The workbook's others are {others}") };
            let own = self.listed(|other| other.part == sheet.part);
            return Err(Error::new(None, format!("the sheet {own} is empty{others}")));
        }
        Ok(&sheet.name)
    }

    /// The name of the sheet that [`Workbook::table`] takes, whether or not it can be read. An error names those there are.
    pub fn sheet(&self, wanted: Option<&str>) -> Result<&str, Error> {
        self.chosen(wanted).map(|sheet| sheet.name.as_str())
    }

    fn chosen(&self, wanted: Option<&str>) -> Result<&Sheet, Error> {
        let Some(wanted) = wanted else {
            return Ok(self.sheets.iter().find(|sheet| !sheet.hidden).unwrap_or(&self.sheets[0]));
        };
        let folded = wanted.trim().to_lowercase();
        let same = |sheet: &&Sheet| sheet.name.trim().to_lowercase() == folded;
        let found = self.sheets.iter().find(|sheet| sheet.name == wanted);
        found.or_else(|| self.sheets.iter().find(same)).ok_or_else(|| {
            let names = self.listed(|_| true);
            Error::new(None, format!("the workbook has no sheet \"{wanted}\". Its sheets are {names}"))
        })
    }

    /// The first names of some sheets, for a message.
    fn listed(&self, some: impl Fn(&Sheet) -> bool) -> String {
        const MOST: usize = 20;
        let some: Vec<&Sheet> = self.sheets.iter().filter(|sheet| some(sheet)).collect();
        let short = |name: &str| name.chars().take(40).collect::<String>();
        let names = some.iter().take(MOST).map(|sheet| format!("\"{}\"", short(&sheet.name)));
        let names = names.collect::<Vec<_>>().join(", ");
        if some.len() > MOST { format!("{names} and {} more", some.len() - MOST) } else { names }
    }
}

/// What to do when a workbook cannot be read.
const INSTEAD: &str = "Save the sheet as CSV (UTF-8) and check that";

/// The workbook is not as the format has it.
fn damaged(what: impl std::fmt::Display) -> Error {
    Error::new(
        None,
        format!("the workbook is damaged: {what}. Save it anew, or save the sheet as CSV (UTF-8)"),
    )
}
