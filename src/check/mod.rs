//! The session: bytes are pushed in, findings come out, a report stands at the end.
//!
//! This is the only place that knows the order of the rooms. A [`Session`] reads exports one after
//! the other; [`Session::finish`] judges what needs everyone and gives a [`Check`], which answers
//! every question but one: values. Values are not held. They are read again from the file, by
//! [`Check::describe`] for one record or by [`Check::report`](crate::report::json::Report) for all.

mod again;
#[cfg(test)]
mod alike;
mod arena;
mod causes;
mod columns;
mod describe;
mod directory;
mod equal;
mod groups;
mod hash;
mod identity;
mod join;
mod judge;
mod lookup;
mod managers;
mod meanings;
mod notes;
mod outline;
mod parts;
mod people;
mod placing;
mod references;
mod scope;
mod search;
mod sheet;
mod stands;
mod store;
mod tree;
mod understood;
mod values;
mod zones;

use std::borrow::Cow;
use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

pub use again::Rereading;
pub use causes::{Cause, Filter, PersonLine};
pub use columns::Outcome;
pub(crate) use columns::{Arena, Finding, Role, Row, Span};
pub(crate) use describe::Described;
pub(crate) use hash::secret;
pub use hash::seed;
pub(crate) use lookup::Lookup;
pub use outline::{Outline, OutlineLine, Trouble};
pub use search::Search;
pub use sheet::{Mark, SheetCell, SheetColumn, SheetRow};
pub(crate) use store::{Note, Store};
pub use tree::{Node, Totals, Tree, Visible};
pub use understood::Understood;
pub use values::Value;
pub(crate) use values::values_of;
pub use zones::{WeekendPeople, WhatIf, ZoneMove, ZonePeople, ZoneSources, Zones, ZonesIf};

use again::Again;
use groups::{Assigned, Groups};
use managers::Managers;

use crate::Error;
use crate::assignment::{self, Simulation};
use crate::blocks::each;
use crate::cure::Cures;
use crate::export::{Direct, Export, Given, Holds, InputRole, Layout, Plain, Record, Shape, Source, Take};
use crate::maps::{HashMap, HashSet};
use crate::profile::{Attribute, Context, Status};
use crate::rules::{Effect, RuleId};
use crate::settings::Settings;

/// Most files of one check.
pub const MAX_INPUTS: usize = 10_000;

/// Most records of one check: about 150 bytes are held of each. Fewer under test, so that a test can go past them.
pub const MAX_RECORDS: usize = if cfg!(test) { 20_000 } else { 20_000_000 };

/// Most findings of one check, before what needs everyone. Fewer under test as well.
pub const MAX_FINDINGS: usize = if cfg!(test) { 200_000 } else { 100_000_000 };

/// How a manager was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManagedBy {
    /// By email address.
    Email,
    /// By name.
    Name,
    /// By id.
    Id,
}

impl ManagedBy {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            ManagedBy::Email => "email",
            ManagedBy::Name => "name",
            ManagedBy::Id => "id",
        }
    }

    fn attribute(self) -> Attribute {
        match self {
            ManagedBy::Email => Attribute::ManagerEmail,
            ManagedBy::Name => Attribute::ManagerName,
            ManagedBy::Id => Attribute::ManagerId,
        }
    }
}

/// Where a record stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Number of the input, in the order of [`Session::begin`].
    pub input: u32,
    /// First byte of the record in the file.
    pub offset: u64,
    /// Length in bytes of the file.
    pub length: u32,
}

/// Running counts while bytes are pushed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Records read.
    pub records: u64,
    /// Findings so far that block, degrade and inform.
    pub blocks: u64,
    /// See `blocks`.
    pub degrades: u64,
    /// See `blocks`.
    pub informs: u64,
}

/// One input of a session.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) given: Given,
    export: Option<Export>,
    /// Rows of its records.
    pub(crate) rows: Range<u32>,
    /// Attributes that its records hold, as bits.
    pub(crate) known: u32,
    /// Some record of it is a person.
    pub(crate) has_people: bool,
    pub(crate) error: Option<Error>,
    /// References to managers that led to nobody, of how many.
    pub(crate) managers_missed: (usize, usize),
    /// What cures call the file.
    pub(crate) file: u32,
}

impl Input {
    /// The row of a record, by its number in the file.
    pub(crate) fn row_of(&self, record: u32) -> Option<u32> {
        let row = self.rows.start.checked_add(record.checked_sub(1)?)?;
        self.rows.contains(&row).then_some(row)
    }

    pub(crate) fn is_read(&self) -> bool {
        self.error.is_none() && self.export.is_some()
    }

    /// Empty for an input that could not be read.
    pub(crate) fn export(&self) -> Option<&Export> {
        self.export.as_ref().filter(|_| self.error.is_none())
    }

    fn export_mut(&mut self) -> Option<&mut Export> {
        self.export.as_mut().filter(|_| self.error.is_none())
    }

    /// An export of the directory, and not the people already in Gong.
    pub(crate) fn is_of_directory(&self) -> bool {
        self.given.role == InputRole::Export
    }

    /// It lists the people who are assigned to the app.
    pub(crate) fn lists_app(&self) -> bool {
        self.is_of_directory() && self.shape() == Some(Shape::OktaAppUsersJson)
    }

    pub(crate) fn shape(&self) -> Option<Shape> {
        self.export().map(|export| export.layout().shape)
    }

    /// The group whose members the file lists: the given name, else the file's name without its ending.
    pub(crate) fn group(&self) -> Option<&str> {
        let export = self.export()?;
        let lists = export.layout().holds == Holds::Members && self.is_of_directory();
        lists.then(|| export.group().unwrap_or_else(|| stem(&self.name)))
    }
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// What is read of one input goes into the store.
struct Taking<'s> {
    store: &'s mut Store,
    input: u16,
    role: InputRole,
    #[cfg(test)]
    careful: bool,
}

impl<'s> Taking<'s> {
    fn new(store: &'s mut Store, input: u16, role: InputRole) -> Taking<'s> {
        Taking {
            store,
            input,
            role,
            #[cfg(test)]
            careful: false,
        }
    }
}

impl Take for Taking<'_> {
    fn record(&mut self, layout: &Layout, record: Record<'_>) {
        self.store.take(self.input, self.role, layout, &record);
    }

    fn plain(&mut self, layout: &Layout, direct: &Direct, row: &Plain<'_>) -> bool {
        #[cfg(test)]
        if self.careful {
            return false;
        }
        self.role == InputRole::Export && self.store.take_plain(self.input, layout, direct, row)
    }
}

/// Exports being read.
#[derive(Debug)]
pub struct Session {
    settings: Settings,
    inputs: Vec<Input>,
    /// Names of inputs, and the last number behind each.
    names: HashSet<String>,
    numbers: HashMap<String, u32>,
    store: Store,
    mark: store::Mark,
    counted: usize,
    tally: Tally,
    tally_before: Tally,
    cures: Option<Cures>,
    /// Bytes of the input in hand that are still to come, if that is known, and those that came.
    expected: (u64, u64),
    /// Every row becomes a record.
    #[cfg(test)]
    careful: bool,
    /// Reads parts of a file only.
    part: Option<parts::PartReader>,
}

/// So many bytes show how many people there are in a file.
const SHOWS: u64 = 256 * 1024;

impl Session {
    /// A session under these settings.
    pub fn new(settings: Settings) -> Session {
        let store = Store::new(Context::new(&settings));
        let mark = store.mark();
        Session {
            settings,
            inputs: Vec::new(),
            names: HashSet::default(),
            numbers: HashMap::default(),
            store,
            mark,
            counted: 0,
            tally: Tally::default(),
            tally_before: Tally::default(),
            cures: None,
            expected: (0, 0),
            #[cfg(test)]
            careful: false,
            part: None,
        }
    }

    /// The input in hand has so many bytes in all. It need not be true: it only saves memory from being laid out anew.
    pub fn expect(&mut self, bytes: u64) {
        self.expected = (bytes, 0);
    }

    /// The check can be changed by cures, and begins with these. For that, what was read is held twice.
    #[must_use]
    pub fn curable(mut self, cures: Cures) -> Session {
        self.cures = Some(cures);
        self
    }

    /// Only one input will come, so nothing has to be held to compare files.
    #[must_use]
    pub fn single(mut self) -> Session {
        self.store.set_single();
        self
    }

    /// Starts an input and gives its number. Of a path the last part is its name; a name that was
    /// there before gets a number behind it.
    pub fn begin(&mut self, name: &str, given: Given) -> u32 {
        let base = name.rsplit(['/', '\\']).next().filter(|base| !base.is_empty()).unwrap_or(name);
        let mut own = base.to_owned();
        let mut number = self.numbers.get(base).copied().unwrap_or(1);
        while !self.names.insert(own.clone()) {
            number += 1;
            own = format!("{base} ({number})");
        }
        self.numbers.insert(base.to_owned(), number);
        self.mark = self.store.mark();
        self.tally_before = self.tally;
        self.expected = (0, 0);
        let first = self.store.rows.len() as u32;
        let mut export = Export::new(given.clone(), self.settings.mapping.clone());
        let file = given.file.unwrap_or(self.inputs.len() as u32);
        if let Some(cures) = &self.cures {
            export.amend(cures.of(file));
        }
        self.inputs.push(Input {
            name: own,
            export: Some(export),
            file,
            given,
            rows: first..first,
            known: 0,
            has_people: false,
            error: None,
            managers_missed: (0, 0),
        });
        self.inputs.len() as u32 - 1
    }

    /// Takes bytes of the input that was begun, in portions of any size.
    ///
    /// # Errors
    ///
    /// The input cannot be read. Nothing of it is kept, and the session goes on with the next one.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.feed(Some(bytes))
    }

    /// The input is over.
    ///
    /// # Errors
    ///
    /// As for [`Session::push`].
    pub fn end(&mut self) -> Result<(), Error> {
        self.feed(None)?;
        let rows = self.store.rows.len() as u32;
        if let Some(input) = self.inputs.last_mut() {
            input.rows.end = rows;
            input.has_people =
                self.store.rows[input.rows.start as usize..].iter().any(|row| row.role == Role::Person);
            input.known = input.export.as_ref().map_or(0, |export| export.layout().known());
        }
        Ok(())
    }

    /// Bytes of the input in hand, or its end.
    fn feed(&mut self, bytes: Option<&[u8]>) -> Result<(), Error> {
        let number = u16::try_from(self.inputs.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let Some(input) = self.inputs.last_mut() else {
            return Ok(());
        };
        if let Some(error) = &input.error {
            return Err(error.clone());
        }
        let Some(export) = &mut input.export else {
            return Ok(());
        };
        let (store, role) = (&mut self.store, input.given.role);
        let mut take = Taking::new(store, number, role);
        #[cfg(test)]
        {
            take.careful = self.careful;
        }
        let outcome = match bytes {
            Some(bytes) => export.push(bytes, &mut take),
            None => export.finish(&mut take),
        };
        let outcome = outcome.and_then(|()| {
            let full = take.store.is_full() || usize::from(number) >= MAX_INPUTS;
            let message = format!(
                "there is more here than one check holds: {MAX_INPUTS} files, {} million records with {} million findings, \
                 4 GiB of names and addresses. Check it in parts",
                MAX_RECORDS / 1_000_000,
                MAX_FINDINGS / 1_000_000
            );
            if full { Err(Error::new(None, message)) } else { Ok(()) }
        });
        if let Err(error) = outcome {
            let error = error.of(&input.name);
            input.error = Some(error.clone());
            self.store.reset(self.mark);
            self.counted = self.store.findings.all.len();
            self.tally = self.tally_before;
            return Err(error);
        }
        for finding in &self.store.findings.all[self.counted..] {
            match finding.rule().rule().effect {
                Effect::Blocks => self.tally.blocks += 1,
                Effect::Degrades => self.tally.degrades += 1,
                Effect::Informs => self.tally.informs += 1,
            }
        }
        self.counted = self.store.findings.all.len();
        self.tally.records = self.store.rows.len() as u64;
        let (all, mut come) = self.expected;
        come += bytes.map_or(0, |bytes| bytes.len() as u64);
        self.expected.1 = come;
        if come >= SHOWS && all > come {
            self.store.reserve(self.mark, all, come);
            self.expected = (0, 0);
        }
        Ok(())
    }

    /// Counts so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Causes so far, before anything that needs the whole file or everyone.
    pub fn causes(&self) -> Vec<Cause> {
        causes::causes(&self.store, &[], std::iter::empty())
    }

    /// Judges what needs everyone.
    pub fn finish(mut self) -> Check {
        let mut inputs = std::mem::take(&mut self.inputs);
        people::members(&mut self.store, &mut inputs);
        let mut of_directory = inputs.iter().filter(|input| input.is_of_directory());
        let told = of_directory.find_map(|input| input.shape()?.source());
        let source = self.settings.source.or(told);
        let again = self.cures.map(|mut cures| {
            for input in &mut inputs {
                let file = input.file;
                let Some(export) = input.export_mut().filter(|export| !export.stale().is_empty()) else {
                    continue;
                };
                cures.leave_out(file, export.stale());
                export.amend(cures.of(file));
            }
            Again::new(&self.store, cures)
        });
        let everyone = Everyone::judge(&mut self.store, &mut inputs, source, &self.settings);
        Check::new(Base { source, inputs, store: self.store, everyone, again }.into(), self.settings)
    }
}

/// What follows from all records together.
#[derive(Debug)]
pub(crate) struct Everyone {
    pub(crate) managers: Managers,
    pub(crate) groups: Groups,
    notes: Vec<Note>,
    /// Made when it is first asked for: whom people report to does not follow from assignments.
    tree: OnceLock<Tree>,
}

impl Everyone {
    /// Judges what needs everyone, once all records were read.
    fn judge(
        store: &mut Store,
        inputs: &mut [Input],
        source: Option<Source>,
        settings: &Settings,
    ) -> Everyone {
        people::duplicates(store, inputs);
        join::join(store, inputs);
        let groups = groups::gather(store, inputs);
        groups::match_members(store, inputs);
        let notes = scope::apply(store, inputs, &groups, settings);
        people::passive(store);
        people::absence(store, inputs);
        let emails = people::addresses(store, inputs);
        let managers = managers::managers(store, inputs, emails);
        // Mostly in order: what one record says of itself stands together.
        store.findings.all.sort();
        store.findings.all.dedup();
        let notes = notes::notes(store, inputs, settings.source, source, notes);
        Everyone { managers, groups, notes, tree: OnceLock::new() }
    }
}

/// What was read and judged, whatever the assignments are.
#[derive(Debug)]
pub(crate) struct Base {
    source: Option<Source>,
    pub(crate) inputs: Vec<Input>,
    pub(crate) store: Store,
    everyone: Everyone,
    /// What is needed to judge everyone again after a cure.
    again: Option<Again>,
}

impl Base {
    /// The number of a row's record in its file, and the line on which it begins.
    pub(crate) fn record_and_line(&self, row: u32) -> (u32, u32) {
        let first = self.inputs[usize::from(self.store.rows[row as usize].input)].rows.start;
        (row - first + 1, self.store.stands.line(row))
    }
}

impl Deref for Base {
    type Target = Everyone;

    fn deref(&self) -> &Everyone {
        &self.everyone
    }
}

/// Exports that were read and judged. A copy shares what was read.
#[derive(Clone, Debug)]
pub struct Check {
    pub(crate) base: Arc<Base>,
    pub(crate) settings: Arc<Settings>,
    assigned: Arc<Assigned>,
    simulation: Arc<Simulation>,
    /// Findings of no record.
    pub(crate) notes: Arc<Vec<Note>>,
    /// Number of profiles with each outcome.
    outcomes: [u64; 4],
}

impl Check {
    fn new(base: Arc<Base>, settings: Settings) -> Check {
        let assigned = Assigned::new(&settings, &base);
        let simulation = groups::simulation(&base, &settings);
        let known = simulation.known();
        let remarks = assignment::remarks(&settings, Some(&known));
        let mut notes = base.notes.clone();
        notes.extend(notes::of_settings(&base.store, remarks));
        Check {
            outcomes: causes::outcomes(&base.store.rows),
            base,
            settings: Arc::new(settings),
            assigned: Arc::new(assigned),
            simulation: Arc::new(simulation),
            notes: Arc::new(notes),
        }
    }

    /// The same exports under other assignments, catalog, limits and the like. What people are judged by
    /// (company, scope, mapping, rules, source) stays as it was when the exports were read.
    #[must_use]
    pub fn with_assignments(&self, settings: Settings) -> Check {
        Check::new(Arc::clone(&self.base), settings)
    }

    /// What the assignments do to everyone.
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// The source that provisions, as set or as the exports show it.
    pub fn source(&self) -> Option<Source> {
        self.base.source
    }

    /// The readable inputs with their encodings.
    pub fn encodings(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let inputs = self.base.inputs.iter();
        inputs.filter_map(|input| Some((input.name.as_str(), input.export()?.layout().encoding.name())))
    }

    /// The readable inputs that are taken for Windows-1252, because they are no UTF-8 and nobody said what they are.
    pub fn guessed(&self) -> impl Iterator<Item = &str> {
        let inputs = self.base.inputs.iter().filter(|input| input.export().is_some_and(Export::is_guessed));
        inputs.map(|input| input.name.as_str())
    }

    /// What of the scope leads nowhere, in words.
    pub fn scope_notes(&self) -> impl Iterator<Item = &str> {
        let notes = self.notes.iter().filter(|note| note.rule == RuleId::SettingsScopeUnmatched);
        notes.map(|note| note.message.as_str())
    }

    /// The inputs that could not be read, and why.
    pub fn errors(&self) -> impl Iterator<Item = &Error> {
        self.base.inputs.iter().filter_map(|input| input.error.as_ref())
    }

    /// What keeps an input from being read, by its number.
    pub fn error(&self, input: u32) -> Option<&Error> {
        self.base.inputs.get(input as usize)?.error.as_ref()
    }

    /// The name of an input, by its number.
    pub fn input_name(&self, input: u32) -> Option<&str> {
        self.base.inputs.get(input as usize).map(|input| input.name.as_str())
    }

    /// Where to read the record of a row again.
    pub fn place(&self, row: u32) -> Option<Place> {
        let stand = self.base.store.stands.get(row)?;
        let input = u32::from(self.base.store.rows[row as usize].input);
        Some(Place { input, offset: stand.offset, length: stand.length })
    }

    /// The rows of all records of the person whose profile stands at a row: itself, mostly.
    pub fn parts(&self, row: u32) -> Vec<u32> {
        self.base.store.parts_of(row).collect()
    }

    /// The assignments that fit a row, as places in the settings' list; the first wins.
    pub(crate) fn fitting(&self, row: &Row) -> &[usize] {
        self.assigned.fitting(row)
    }

    /// The findings of a row in the order of reports.
    pub(crate) fn findings(&self, row: u32) -> Cow<'_, [Finding]> {
        let base = &*self.base;
        let found = base.store.findings.at(row);
        let person = base.store.rows[row as usize].person;
        if !self.is_unmatched(person) || self.stand(person, Attribute::Groups) != row {
            return Cow::Borrowed(found);
        }
        let mut all = found.to_vec();
        let own = Finding::new(row, RuleId::GroupUnmatched, Some(Attribute::Groups), 0, 0);
        all.insert(all.partition_point(|other| *other < own), own);
        Cow::Owned(all)
    }

    /// Someone who is judged, is in groups, and falls to the default assignment all the same.
    fn is_unmatched(&self, person: u32) -> bool {
        self.assigned.is_unmatched(&self.base.store.rows[person as usize])
            && self.base.store.is_judged(person)
    }

    /// The people of whom `group/unmatched` is told.
    #[inline(never)]
    pub(crate) fn unmatched(&self) -> impl Iterator<Item = u32> + use<> {
        let mut found = Vec::new();
        each(self.rows(), |row| {
            if self.is_unmatched(row) {
                found.push(row);
            }
        });
        found.into_iter()
    }

    /// The row that gives the value of an attribute, or would.
    pub(crate) fn stand(&self, person: u32, attribute: Attribute) -> u32 {
        let base = &*self.base;
        base.store.stand(person, attribute, |row| join::known(&base.store, &base.inputs, row))
    }

    /// A person's account was never activated. Where little is held of a record, the rule on it must be on.
    pub(crate) fn is_staged(&self, person: u32) -> bool {
        let store = &self.base.store;
        match store.extras.get(self.stand(person, Attribute::Status) as usize) {
            Some(extra) => extra.status == Status::Staged,
            None => store.findings.at(person).iter().any(|finding| finding.rule() == RuleId::StatusStaged),
        }
    }

    /// The attributes that some file of a person holds, as bits.
    pub(crate) fn known_of(&self, person: u32) -> u32 {
        join::known_of(&self.base.store, &self.base.inputs, person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a file of so many lines comes to, and a small file behind it.
    fn read(header: &str, line: &str, count: usize) -> Check {
        let mut session = Session::new(Settings::default());
        session.begin("many.csv", Given::default());
        let mut read = session.push(format!("{header}\n").as_bytes());
        for _ in 0..count / 100 {
            read = read.and_then(|()| session.push(line.repeat(100).as_bytes()));
        }
        let read = read.and_then(|()| session.end());
        assert_eq!(read.is_err(), session.inputs[0].error.is_some());
        session.begin("few.csv", Given::default());
        session.push(b"email\na@acme.com\n").expect("readable");
        session.end().expect("readable");
        session.finish()
    }

    #[test]
    fn more_than_one_check_holds_is_an_error_of_the_file() {
        let addresses = "x;".repeat(100);
        for (header, line, most) in [
            ("email", "a@acme.com\n".to_owned(), MAX_RECORDS),
            ("email,secondaryEmails", format!("a@acme.com,{addresses}\n"), MAX_FINDINGS / 100),
        ] {
            let fits = read(header, &line, most - 200);
            assert!(fits.error(0).is_none(), "{:?}", fits.error(0));
            let check = read(header, &line, most + 200);
            let error = check.error(0).expect("too many").to_string();
            assert!(error.starts_with("many.csv: there is more here than one check holds"), "{error}");
            // Nothing of it is kept, and others are read.
            assert_eq!((check.rows(), check.error(1).is_none()), (1, true));
        }
    }

    /// Whoever says how long a file is may say anything: it is a guess.
    #[test]
    fn a_wrong_length_changes_nothing() {
        let text = format!("Email\n{}", "nobody can be reached at this address\n".repeat(10_000));
        let findings = |length: Option<u64>| {
            let mut session = Session::new(Settings::default());
            session.begin("people.csv", Given::default());
            if let Some(length) = length {
                session.expect(length);
            }
            for portion in text.as_bytes().chunks(1 << 16) {
                session.push(portion).expect("readable");
            }
            session.end().expect("readable");
            session.finish().base.store.findings.all.clone()
        };
        let told = findings(None);
        assert!(!told.is_empty());
        for length in [0, 1, 1 << 16, 1 << 40, u64::MAX] {
            assert!(findings(Some(length)) == told, "{length} bytes");
        }
    }
}
