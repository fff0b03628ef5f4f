//! A report being written, in portions, while the files are pushed a second time.

use std::io;

use serde::Serialize;
use serde_json::ser::Formatter;

use super::json::{FORMAT_VERSION, FindingReport, Format, Options, tool};
use super::{SecondReading, csv};
use crate::Error;
use crate::check::Check;

/// A report being written.
#[derive(Debug)]
pub struct Report {
    pub(super) check: Check,
    pub(super) options: Options,
    pub(super) reading: SecondReading,
    pub(super) begun: bool,
    pub(super) findings: u64,
    /// The row whose profile comes next, once the findings are through.
    pub(super) next: Option<u32>,
    pub(super) profiles: u64,
}

/// Rows whose profiles are written at a time.
const ROWS: u32 = 4096;

impl Report {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        if self.options.format == Format::Bare { None } else { self.reading.wants() }
    }

    /// Takes bytes of the wanted input; text that is ready is added to `out`.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        self.begin(out);
        let (check, format, findings) = (&self.check, self.options.format, &mut self.findings);
        self.reading.push(bytes, |row, layout, record| {
            write_findings(check, format, row, layout, record, findings, out)
        })
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        self.begin(out);
        let (check, format, findings) = (&self.check, self.options.format, &mut self.findings);
        self.reading
            .end(|row, layout, record| write_findings(check, format, row, layout, record, findings, out))
    }

    /// Writes what stands behind the findings of records.
    pub fn finish(mut self, out: &mut Vec<u8>) {
        while self.more(out) {}
    }

    /// Writes a portion of what stands behind the findings of records; says whether there is more.
    pub fn more(&mut self, out: &mut Vec<u8>) -> bool {
        let from = if let Some(row) = self.next {
            row
        } else {
            self.close_findings(out);
            if self.options.format == Format::Csv {
                return false;
            }
            if self.options.profiles {
                out.extend_from_slice(b",\n\"profiles\":[");
            }
            0
        };
        if self.options.profiles {
            let rows = self.check.base.store.rows.len() as u32;
            let to = rows.min(from.saturating_add(ROWS));
            for profile in (from..to).filter_map(|row| self.check.profile_report(row)) {
                entry(&mut self.profiles, out);
                write(out, &profile);
            }
            self.next = Some(to);
            if to < rows {
                return true;
            }
            out.extend_from_slice(if self.profiles > 0 { b"\n]" } else { b"]" });
        }
        out.extend_from_slice(b"}\n");
        false
    }

    fn close_findings(&mut self, out: &mut Vec<u8>) {
        self.begin(out);
        if self.options.format == Format::Bare {
            return;
        }
        for note in &*self.check.notes {
            write_finding(self.options.format, &self.check.note(note), &mut self.findings, out);
        }
        if self.options.format == Format::Json {
            out.extend_from_slice(if self.findings > 0 { b"\n]" } else { b"]" });
        }
    }

    fn begin(&mut self, out: &mut Vec<u8>) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        if self.options.format == Format::Csv {
            return csv::head(out);
        }
        out.extend_from_slice(
            format!("{{\"format\":\"rollcall-report\",\"formatVersion\":{FORMAT_VERSION},\n\"tool\":")
                .as_bytes(),
        );
        write(out, &tool());
        out.extend_from_slice(b",\n\"inputs\":");
        write(out, &self.check.input_reports());
        out.extend_from_slice(b",\n\"summary\":");
        write(out, &self.check.summarise());
        if self.options.format == Format::Json {
            out.extend_from_slice(b",\n\"findings\":[");
        }
    }
}

fn write_findings(
    check: &Check,
    format: Format,
    row: u32,
    layout: &crate::export::Layout,
    record: &crate::export::Record<'_>,
    findings: &mut u64,
    out: &mut Vec<u8>,
) -> Result<(), Error> {
    let input = &check.base.inputs[usize::from(check.base.store.rows[row as usize].input)];
    for described in check.describe_record(row, input, layout, record)? {
        write_finding(format, &check.finding(described), findings, out);
    }
    Ok(())
}

fn write_finding(format: Format, finding: &FindingReport<'_>, findings: &mut u64, out: &mut Vec<u8>) {
    match format {
        Format::Json => {
            entry(findings, out);
            write(out, finding);
        }
        Format::Csv => csv::line(finding, out),
        Format::Bare => (),
    }
}

/// Begins the next entry of a list, each on a line of its own.
pub(crate) fn entry(count: &mut u64, out: &mut Vec<u8>) {
    out.extend_from_slice(if *count > 0 { b",\n" } else { b"\n" });
    *count += 1;
}

pub(crate) fn write(out: &mut Vec<u8>, value: &impl Serialize) {
    let mut serializer = serde_json::Serializer::with_formatter(out, Visible);
    // Writing numbers and texts to memory does not fail.
    let written = value.serialize(&mut serializer);
    debug_assert!(written.is_ok(), "a report entry is always JSON");
}

/// Compact JSON in which characters that act on a terminal or turn the direction of text are written as
/// escapes: the same text for every reader, and harmless where it is shown.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let acts = |char: char| matches!(char, '\u{7F}'..='\u{9F}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let mut rest = fragment;
        while let Some(at) = rest.find(acts) {
            let char = rest[at..].chars().next().unwrap_or_default();
            write!(writer, "{}\\u{:04x}", &rest[..at], u32::from(char))?;
            rest = &rest[at + char.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}
