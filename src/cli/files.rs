//! Reading files: once for the check, and once more for the words of a report.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{ErrorKind, IsTerminal, Read, Seek, SeekFrom};
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::InputArguments;
use super::{Failure, redact, workbook};
use crate::Error;
use crate::check::{Check, Place, Session};
use crate::cure::{Cures, Redaction};
use crate::export::{Encoding, Given, InputRole, Shape};
use crate::settings::Settings;

/// Bytes taken at a time of what is held.
const PORTION: usize = 1024 * 1024;
/// Bytes read at a time, which a processor's own memory holds.
const READ: usize = 128 * 1024;
/// Most of a file that is held: standard input, a pipe, a workbook.
pub(super) const MAX_HELD: usize = 512 * 1024 * 1024;

/// What a check keeps of its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// No more than a report needs.
    JustEnough,
    /// Also what only files that are joined need, such as the status.
    Everything,
    /// What is needed to change values and judge everyone again.
    Curable,
}

/// An input that can be read twice.
#[derive(Debug)]
pub(super) enum Input {
    /// A file, and when it was last changed before it was first read.
    File(PathBuf, Option<SystemTime>),
    /// All bytes: standard input, a file as it will be, or the table of a sheet of a workbook.
    Held { name: String, bytes: Vec<u8>, sheet: Option<String> },
    /// What cannot be read, and why.
    Unreadable(String, String),
    /// One of them, by its number, with fake people in it.
    Redacted(Box<Input>, u32, Rc<RefCell<Redaction>>),
}

impl Input {
    fn name(&self) -> String {
        match self {
            Input::File(path, _) => path.to_string_lossy().into_owned(),
            Input::Held { name, .. } | Input::Unreadable(name, _) => name.clone(),
            Input::Redacted(input, ..) => input.name(),
        }
    }

    fn size(&self) -> u64 {
        match self {
            Input::File(path, _) => path.metadata().map_or(0, |data| data.len()),
            Input::Held { bytes, .. } => bytes.len() as u64,
            Input::Unreadable(..) => 0,
            Input::Redacted(input, ..) => input.size(),
        }
    }

    /// The sheet whose table it is.
    pub(super) fn sheet(&self) -> Option<&str> {
        match self {
            Input::Held { sheet, .. } => sheet.as_deref(),
            Input::Redacted(input, ..) => input.sheet(),
            _ => None,
        }
    }

    /// Hands the bytes on in portions.
    pub(super) fn read(&self, mut take: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
        match self {
            Input::Redacted(input, number, redaction) => redact::read(input, *number, redaction, take),
            _ => self.read_as_it_stands(&mut take),
        }
    }

    pub(super) fn read_as_it_stands(
        &self,
        mut take: &mut dyn FnMut(&[u8]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match self {
            Input::Redacted(input, ..) => input.read_as_it_stands(take),
            Input::Held { bytes, .. } => bytes.chunks(PORTION).try_for_each(&mut take),
            Input::Unreadable(_, message) => Err(Failure(message.clone())),
            Input::File(path, _) => {
                let unreadable =
                    |error: std::io::Error| Failure(format!("{}: {}", path.display(), reason(&error)));
                let mut file = File::open(path).map_err(unreadable)?;
                let mut portion = vec![0; READ];
                loop {
                    let length = file.read(&mut portion).map_err(unreadable)?;
                    if length == 0 {
                        return Ok(());
                    }
                    take(&portion[..length])?;
                }
            }
        }
    }
}

/// The same inputs, with other bytes in the first.
pub(super) fn instead(mut inputs: Vec<Input>, bytes: Vec<u8>) -> Vec<Input> {
    if let Some(first) = inputs.first_mut() {
        *first = Input::Held { name: first.name(), bytes, sheet: first.sheet().map(str::to_owned) };
    }
    inputs
}

/// The system's reason in plain words.
pub(super) fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "reading it is not permitted".to_owned(),
        std::io::ErrorKind::IsADirectory => {
            "this is a folder. Name the export itself: a CSV, JSON or XLSX file".to_owned()
        }
        _ => error.to_string(),
    }
}

/// All files, exports first.
fn paths(arguments: &InputArguments) -> impl Iterator<Item = &PathBuf> {
    arguments.files.iter().chain(&arguments.said.members)
}

/// Each file as a reader of a report may find it: the path as it was named, with slashes between its parts, where it
/// leads downwards from here. Another one would tell of this machine, so of those there is none.
pub(super) fn places(arguments: &InputArguments) -> Vec<String> {
    paths(arguments)
        .map(|path| {
            let mut parts = Vec::new();
            for part in path.components() {
                match part {
                    Component::Normal(part) => parts.push(part.to_string_lossy()),
                    Component::CurDir => {}
                    _ => return String::new(),
                }
            }
            parts.join("/")
        })
        .collect()
}

/// The file and the value of a flag, if it names one of the files.
fn divided<'p, 't>(paths: impl Iterator<Item = &'p PathBuf>, text: &'t str) -> Option<(&'t str, &'t str)> {
    let paths: Vec<&PathBuf> = paths.collect();
    let named =
        |file: &str| paths.iter().any(|path| path.to_string_lossy() == file || last_part(path) == file);
    // A file's name may hold an equals sign itself.
    let places = text.match_indices('=').map(|(at, _)| at);
    places.map(|at| (&text[..at], &text[at + 1..])).find(|(file, _)| named(file))
}

/// Whether a flag `FILE=VALUE` names one of the files.
pub(super) fn names<'p>(paths: impl Iterator<Item = &'p PathBuf>, text: &str) -> bool {
    divided(paths, text).is_some()
}

/// What is said of a flag that names no file.
pub(super) fn names_none(flag: &str, text: &str) -> Failure {
    Failure(format!("{flag} \"{text}\" names none of the files; write it as FILE=VALUE, with FILE as given"))
}

/// What the flags say about each file.
fn given(arguments: &InputArguments) -> Result<HashMap<String, Given>, Failure> {
    let mut given: HashMap<String, Given> = HashMap::new();
    let split = |flag: &str, text: &str| -> Result<(String, String), Failure> {
        let (file, value) = divided(paths(arguments), text).ok_or_else(|| names_none(flag, text))?;
        Ok((file.to_owned(), value.to_owned()))
    };
    for text in &arguments.said.shape {
        let (file, value) = split("--shape", text)?;
        let names: Vec<&str> = Shape::ALL.iter().map(|shape| shape.name()).collect();
        let shape = Shape::from_name(&value).ok_or_else(|| {
            Failure(format!("--shape: \"{value}\" is no shape; known are {}", names.join(", ")))
        })?;
        given.entry(file).or_default().shape = Some(shape);
    }
    for text in &arguments.said.delimiter {
        let (file, value) = split("--delimiter", text)?;
        let delimiter = match value.as_str() {
            "," | "comma" => b',',
            ";" | "semicolon" => b';',
            "\t" | "tab" | "\\t" => b'\t',
            "|" | "pipe" => b'|',
            _ => {
                return Err(Failure(format!(
                    "--delimiter: \"{value}\" is none; known are comma, semicolon, tab and pipe"
                )));
            }
        };
        given.entry(file).or_default().delimiter = Some(delimiter);
    }
    for text in &arguments.said.encoding {
        let (file, value) = split("--encoding", text)?;
        let names: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.name()).collect();
        let encoding = Encoding::from_name(&value).ok_or_else(|| {
            Failure(format!("--encoding: \"{value}\" is none; known are {}", names.join(", ")))
        })?;
        given.entry(file).or_default().encoding = Some(encoding);
    }
    for text in &arguments.said.group {
        let (file, value) = split("--group", text)?;
        if value.trim().is_empty() {
            return Err(Failure(format!("--group \"{text}\" names no group")));
        }
        given.entry(file).or_default().group = Some(value);
    }
    for text in &arguments.said.sheet {
        let (file, value) = split("--sheet", text)?;
        given.entry(file).or_default().sheet = Some(value);
    }
    Ok(given)
}

/// What was said of a file, by its whole path or its name.
fn said_of<'g>(given: &'g HashMap<String, Given>, path: &Path) -> Option<&'g Given> {
    given.get(path.to_string_lossy().as_ref()).or_else(|| given.get(&last_part(path)))
}

fn last_part(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Opens what was named. Standard input is held whole, because it cannot be read twice, and of a workbook the table.
pub(super) fn open(arguments: &InputArguments) -> Result<Vec<Input>, Failure> {
    if paths(arguments).filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure("standard input (-) can be named only once".to_owned()));
    }
    let given = given(arguments)?;
    let mut all = 0;
    Ok(paths(arguments)
        .map(|path| {
            let sheet = said_of(&given, path).and_then(|given| given.sheet.as_deref());
            let opened = one(path, sheet).and_then(|input| {
                if let Input::Held { bytes, .. } = &input {
                    all += bytes.len();
                }
                if all > MAX_HELD {
                    let limit = MAX_HELD / (1024 * 1024);
                    let what = "workbooks, pipes and standard input are held, up to";
                    let instead = "save the sheets as CSV (UTF-8) instead";
                    return Err(Failure(format!(
                        "{}: {what} {limit} MiB together; {instead}",
                        path.display()
                    )));
                }
                Ok(input)
            });
            opened.unwrap_or_else(|Failure(why)| Input::Unreadable(path.to_string_lossy().into_owned(), why))
        })
        .collect())
}

fn one(path: &Path, sheet: Option<&str>) -> Result<Input, Failure> {
    if path.as_os_str() == "-" {
        let bytes = held("-", "standard input", std::io::stdin().lock())?;
        return workbook::of_bytes("-".to_owned(), bytes, sheet);
    }
    let data = path.metadata().ok();
    // A pipe cannot be read twice, either.
    if data.as_ref().is_some_and(|data| !data.is_file() && !data.is_dir()) {
        let name = path.to_string_lossy().into_owned();
        let file = File::open(path).map_err(|error| Failure(format!("{name}: {}", reason(&error))))?;
        let bytes = held(&name, "a pipe", file)?;
        return workbook::of_bytes(name, bytes, sheet);
    }
    let table = workbook::of_file(path, sheet)?;
    Ok(table.unwrap_or_else(|| Input::File(path.to_owned(), data.and_then(|data| data.modified().ok()))))
}

/// Takes all bytes.
pub(super) fn held(name: &str, what: &str, from: impl Read) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = from.take(MAX_HELD as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure(format!("{name}: {}", reason(&error))))?;
    if bytes.len() > MAX_HELD {
        let limit = MAX_HELD / (1024 * 1024);
        let instead = if what == "a workbook" { "save the sheet as CSV (UTF-8)" } else { "name the file" };
        return Err(Failure(format!("{name}: {what} is held whole, up to {limit} MiB; {instead} instead")));
    }
    Ok(bytes)
}

/// Reads everything once and judges it. An input that cannot be read ends it, after all were tried. With `curable` the
/// check can be cured.
pub(super) fn check(
    settings: Settings,
    arguments: &InputArguments,
    inputs: &[Input],
    keep: Keep,
) -> Result<Check, Failure> {
    let given = given(arguments)?;
    let mut session = Session::new(settings);
    if keep == Keep::Curable {
        session = session.curable(Cures::default());
    }
    if inputs.len() == 1 && keep != Keep::Everything {
        session = session.single();
    }
    let mut failures = Vec::new();
    let bar = progress(inputs);
    for (number, (input, path)) in inputs.iter().zip(paths(arguments)).enumerate() {
        let said = said_of(&given, path).cloned().unwrap_or_default();
        let role = if number < arguments.files.len() { InputRole::Export } else { InputRole::Members };
        let sheet = input.sheet().map(str::to_owned);
        session.begin(&input.name(), Given { sheet, role, ..said });
        session.expect(input.size());
        let read = input.read(|portion| {
            session.push(portion)?;
            bar.inc(portion.len() as u64);
            Ok(())
        });
        if let Err(Failure(message)) = read.and_then(|()| session.end().map_err(Failure::from)) {
            failures.push(message);
        }
    }
    bar.finish_and_clear();
    if failures.is_empty() { Ok(session.finish()) } else { Err(Failure(failures.join("\nrollcall: "))) }
}

/// A bar on a terminal, and nothing elsewhere.
fn progress(inputs: &[Input]) -> ProgressBar {
    let total: u64 = inputs.iter().map(Input::size).sum();
    if !std::io::stderr().is_terminal() || total < 8 * PORTION as u64 {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(total).with_style(style)
}

/// Reads the records of some rows again, each by its place. Rows are in order.
pub(super) fn pieces(
    check: &Check,
    inputs: &[Input],
    rows: &[u32],
    mut take: impl FnMut(u32, &[u8]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let places = rows.iter().filter_map(|&row| Some((row, check.place(row)?)));
    let places: Vec<_> = places.collect();
    for of_input in places.chunk_by(|one, other| one.1.input == other.1.input) {
        let Some(input) = inputs.get(of_input[0].1.input as usize) else { break };
        if let Input::File(path, changed) = input {
            by_seeking(path, *changed, of_input, &mut take)?;
        } else {
            by_reading(input, of_input, &mut take)?;
        }
    }
    Ok(())
}

/// A row, and where its record stands.
type Wanted = (u32, Place);

fn by_seeking(
    path: &Path,
    changed: Option<SystemTime>,
    wanted: &[Wanted],
    take: &mut impl FnMut(u32, &[u8]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let trouble = |error: std::io::Error| Failure(format!("{}: {}", path.display(), reason(&error)));
    let mut file = File::open(path).map_err(trouble)?;
    let now = file.metadata().and_then(|data| data.modified()).ok();
    let mut bytes = Vec::new();
    for &(row, place) in wanted {
        bytes.resize(place.length as usize, 0);
        let read = file.seek(SeekFrom::Start(place.offset)).and_then(|_| file.read_exact(&mut bytes));
        match read {
            Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(trouble(error)),
            Ok(()) if now == changed => take(row, &bytes)?,
            _ => {
                let path = path.display();
                let message = format!("{path}: the file has changed since it was checked. Check it again");
                return Err(Failure(message));
            }
        }
    }
    Ok(())
}

/// Some inputs are made anew whenever they are read, from their beginning.
fn by_reading(
    input: &Input,
    mut wanted: &[Wanted],
    take: &mut impl FnMut(u32, &[u8]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (mut start, mut held) = (0, Vec::new());
    input.read(|portion| {
        while let Some(((row, place), rest)) = wanted.split_first() {
            let from = place.offset.saturating_sub(start).min(portion.len() as u64) as usize;
            let missing = place.length as usize - held.len();
            let upto = portion.len().min(from + missing);
            held.extend_from_slice(&portion[from..upto]);
            if held.len() < place.length as usize {
                break;
            }
            take(*row, &held)?;
            held.clear();
            wanted = rest;
        }
        start += portion.len() as u64;
        Ok(())
    })
}

/// Reads again what a second reading asks for, until it asks for nothing.
pub(super) fn again<R>(
    inputs: &[Input],
    reading: &mut R,
    wants: impl Fn(&R) -> Option<u32>,
    mut push: impl FnMut(&mut R, &[u8]) -> Result<(), Failure>,
    mut end: impl FnMut(&mut R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    while let Some(number) = wants(reading) {
        let Some(input) = inputs.get(number as usize) else {
            break;
        };
        input.read(|portion| push(reading, portion))?;
        end(reading)?;
    }
    Ok(())
}

impl From<Error> for String {
    fn from(error: Error) -> String {
        error.to_string()
    }
}
