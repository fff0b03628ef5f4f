//! The session: bytes are pushed in, findings come out, a report stands at the end.
//!
//! This is the only place that knows the order of the rooms. A [`Session`] reads exports one
//! after the other; [`Session::finish`] judges what needs everyone and gives a [`Check`], which
//! answers every question but one: values. Values are not held. They are read again from the
//! file, by [`Check::describe`] for one record or by [`Check::report`] for all of them.
#![allow(missing_docs, unused_variables, clippy::todo)]

use serde::Serialize;

/// What the admin says about one input, over what its content says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// A shape's name (`okta-csv`, …).
    pub shape: Option<String>,
    /// `,`, `;`, tab or `|`.
    pub delimiter: Option<u8>,
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
    pub encoding: Option<String>,
    /// The group whose members the file lists.
    pub group: Option<String>,
}

/// Running counts while bytes are pushed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    pub records: u64,
    pub blocks: u64,
    pub degrades: u64,
    pub informs: u64,
}

/// Findings with one cause: one rule on one attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    pub rule: &'static str,
    pub effect: &'static str,
    pub severity: &'static str,
    pub attribute: Option<&'static str>,
    /// What the rule says in a headline: "Email not on the company's primary domain".
    pub title: String,
    /// What happens to the people, in one sentence.
    pub reason: &'static str,
    /// What to do.
    pub cure: &'static str,
    /// Which article or standard says so.
    pub source: &'static str,
    pub findings: u64,
    pub people: u64,
    /// A row to show as example (for `describe`), if the cause stands on records.
    pub example: Option<u32>,
    /// Full text of the findings of no record (file and settings), else empty.
    pub messages: Vec<String>,
}

/// One line of the list of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonLine {
    pub row: u32,
    pub input: u32,
    pub line: u32,
    pub record: u32,
    pub key: Option<String>,
    /// Given and family name, as far as there.
    pub name: String,
    /// `imported`, `blocked`, `inactive`, `outOfScope`; null for a record that is no profile.
    pub outcome: Option<&'static str>,
    pub errors: u32,
    pub warnings: u32,
    pub notices: u32,
    /// Rule ids of its findings, each once.
    pub rules: Vec<&'static str>,
    /// Effective time zone, and where it came from (`timeZone`, `country`, `state`, `default`, `none`).
    pub time_zone: Option<&'static str>,
    pub time_zone_source: &'static str,
}

/// Which people to list. Empty members do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Filter {
    pub outcome: Option<String>,
    pub severity: Option<String>,
    pub rule: Option<String>,
    pub attribute: Option<String>,
    /// Case-insensitive, in key and name.
    pub text: Option<String>,
}

/// Where a record stands in its file, in bytes of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub input: u32,
    pub offset: u64,
    pub length: u32,
}

/// Why an input cannot be read at all. `Display` gives one sentence: what is wrong, where, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error { pub input: String, pub line: Option<u32>, pub message: String }

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { todo!() }
}

pub struct Settings;
impl Settings {
    /// Parses settings JSON (section 8.1); the error names the JSON path.
    pub fn from_json(text: &str) -> Result<Settings, String> { todo!() }
}

pub struct Session;
impl Session {
    pub fn new(settings: Settings) -> Session { todo!() }
    /// Starts an input; its number is its place (0, 1, …) in the order of `begin`.
    pub fn begin(&mut self, name: &str, given: Given) -> u32 { todo!() }
    /// Bytes of the input that was begun, in any portions.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> { todo!() }
    /// The input is over. After an error of `push` or `end` the input counts as unreadable: nothing
    /// of it is kept, and the session goes on with the next `begin`.
    pub fn end(&mut self) -> Result<(), Error> { todo!() }
    pub fn tally(&self) -> Tally { todo!() }
    /// Causes so far, for the first findings on screen (no cross-record judgement yet).
    pub fn causes(&self) -> Vec<Cause> { todo!() }
    pub fn finish(self) -> Check { todo!() }
}

pub struct Check;
impl Check {
    /// The report's `summary` member (12.2), as `serde_json::Value`.
    pub fn summary(&self) -> serde_json::Value { todo!() }
    /// The report's `inputs` member.
    pub fn inputs(&self) -> serde_json::Value { todo!() }
    /// Ordered by effect (blocks, degrades, informs), then by people.
    pub fn causes(&self) -> Vec<Cause> { todo!() }
    /// Rows that pass the filter, in order (input, record).
    pub fn people(&self, filter: &Filter) -> Vec<u32> { todo!() }
    pub fn person(&self, row: u32) -> PersonLine { todo!() }
    /// Where to read a row's record again: for `describe`.
    pub fn place(&self, row: u32) -> Place { todo!() }
    /// The findings of one record as in the report (`findings` members), its bytes being given again.
    pub fn describe(&self, row: u32, bytes: &[u8]) -> Result<serde_json::Value, Error> { todo!() }
    /// One person's `profiles` member as in the report, or null.
    pub fn profile(&self, row: u32) -> serde_json::Value { todo!() }
    /// The report, written while every readable input is pushed a second time, in order.
    pub fn report(&self, options: ReportOptions) -> Report<'_> { todo!() }
}

#[derive(Clone, Copy, Debug, Default)]
pub struct ReportOptions { pub profiles: bool }

/// A report being written: JSON in portions, so that memory does not follow it.
pub struct Report<'c>(std::marker::PhantomData<&'c ()>);
impl Report<'_> {
    /// Which input to push now; `None` when all are through.
    pub fn wants(&self) -> Option<u32> { todo!() }
    /// Pushes bytes of the wanted input; text that is ready is appended to `out`.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Error> { todo!() }
    /// The wanted input is over; an error if the file is not the one that was checked.
    pub fn end(&mut self, out: &mut Vec<u8>) -> Result<(), Error> { todo!() }
    pub fn finish(self, out: &mut Vec<u8>) { todo!() }
}

/// The rule catalogue for the page: id, effect, title, reason, cure, source.
pub fn rules() -> serde_json::Value { todo!() }
