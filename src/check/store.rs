//! What a session keeps of everything it has read.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use memchr::memrchr;

use super::arena::Keys;
use super::columns::{Arena, Extra, Finding, Findings, Interner, Outcome, Role, Row, Span, SpotSink};
use super::meanings::Meanings;
use super::references::References;
use super::stands::{Stand, Stands};
use super::{MAX_FINDINGS, MAX_RECORDS, hash, judge};
use crate::blocks::each;
use crate::bytes::same;
use crate::export::{Direct, Group, InputRole, Kind, Layout, Plain, Record, Shape, text_of};
use crate::maps::HashMap;
use crate::profile::{Attribute, Context, PlainProfile, Profile, Says, Status, read_status, short};
use crate::reference::{Weekend, Zone};
use crate::rules::{RuleId, manager, phone};
use crate::timezone::{Meant, Origin, Place};

/// A rule that fires on an attribute, at a place of its values.
pub(super) type Spot = (RuleId, Attribute, u16);

/// Time zone, country, state and locale that some person has, judged once for all who have them.
#[derive(Debug)]
pub(crate) struct JudgedPlace {
    /// Numbers of the four texts.
    pub(crate) texts: [u32; 4],
    /// They themselves, one behind the other.
    joined: Box<str>,
    lengths: [usize; 4],
    pub(crate) zone: Option<Zone>,
    pub(crate) origin: Origin,
    pub(crate) weekend: Weekend,
    pub(crate) flagged: u32,
    pub(crate) asks_for_state: bool,
    spots: Vec<Spot>,
    /// What its values are, where something is told of them.
    meant: Option<Box<Meant>>,
}

impl JudgedPlace {
    #[inline]
    fn is_of(&self, texts: [&[u8]; 4]) -> bool {
        let mut rest = self.joined.as_bytes();
        self.lengths == texts.map(<[u8]>::len)
            && texts.into_iter().all(|text| {
                let (own, behind) = rest.split_at_checked(text.len()).unwrap_or_default();
                rest = behind;
                same(own, text)
            })
    }
}

/// How many places are remembered with what their values are.
const REMEMBERED: usize = 4096;

/// How many places are found by one look.
const NEARBY: usize = 4096;

/// Bytes for each row that texts, tables and judging everyone take besides.
const BESIDES: usize = 28;

/// A finding of no record: about a file, or about the settings.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// The input; none for the settings.
    pub(crate) input: Option<u16>,
    pub(crate) rule: RuleId,
    pub(crate) attribute: Option<Attribute>,
    pub(crate) column: Option<String>,
    pub(crate) message: String,
    pub(crate) suggestion: Option<String>,
    pub(crate) choices: Vec<String>,
    pub(crate) path: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) assumption: Option<&'static str>,
}

/// Everything but the files.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) context: Context,
    pub(crate) rows: Vec<Row>,
    /// Some row was no person's profile when it was read.
    pub(crate) has_others: bool,
    /// Where the record of each stands.
    pub(crate) stands: Stands,
    pub(crate) arena: Arena,
    /// Texts that repeat.
    pub(crate) texts: Interner,
    pub(crate) references: References,
    pub(crate) places: Vec<JudgedPlace>,
    place_numbers: HashTable<u32>,
    meanings: Meanings,
    /// Places of late, each with the hash of its texts.
    nearby: Vec<(u64, u32)>,
    pub(crate) findings: Findings,
    /// Secondary emails with their row.
    pub(crate) secondary: Vec<(u32, u16, Span)>,
    /// Lists of rows that findings are about.
    pub(crate) lists: Vec<Vec<u32>>,
    /// Only one file will come: nothing is held to compare files.
    single: bool,
    /// One for each row, unless only one file will come.
    pub(crate) extras: Vec<Extra>,
    /// Rows of groups with the numbers of their names.
    pub(crate) group_records: Vec<(u32, u32)>,
    /// Members of such groups by id: the group's name, and the id.
    pub(crate) group_members: Vec<(u32, Span)>,
    /// Rows of people who stand in several files, by the row where the profile stands.
    pub(crate) parts: HashMap<u32, Vec<u32>>,
    /// What the records at which such profiles stand hold by themselves.
    pub(crate) own: HashMap<u32, u32>,
    /// Attributes that were given to a record although its file has no column for them, as bits, by row.
    pub(crate) added: HashMap<u32, u32>,
    /// The last status that was read, with what it says, and how it was read.
    last_status: ((String, Status), (Shape, bool)),
    /// Whether a text was judged as a manager's email (bit 0) and is wrong (bit 1); as a name (bits 2 and 3).
    manager_texts: Vec<u8>,
    /// Room for a text that is put together.
    joined: String,
}

/// Where a store stood when an input began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    rows: usize,
    arena: usize,
    findings: usize,
    secondary: usize,
    texts: usize,
    references: usize,
    places: usize,
    extras: usize,
    group_records: usize,
    group_members: usize,
}

impl Store {
    pub(crate) fn new(context: Context) -> Store {
        let findings = Findings::new(context.severities.clone());
        let mut store = Store {
            context,
            rows: Vec::new(),
            has_others: false,
            stands: Stands::default(),
            arena: Arena::default(),
            texts: Interner::new(),
            references: References::default(),
            places: Vec::new(),
            place_numbers: HashTable::new(),
            meanings: Meanings::default(),
            nearby: vec![(0, 0); NEARBY],
            findings,
            secondary: Vec::new(),
            lists: Vec::new(),
            single: false,
            extras: Vec::new(),
            group_records: Vec::new(),
            group_members: Vec::new(),
            parts: HashMap::default(),
            own: HashMap::default(),
            added: HashMap::default(),
            last_status: ((String::new(), Status::Active), (Shape::Table, false)),
            manager_texts: Vec::new(),
            joined: String::new(),
        };
        store.place([0; 4]);
        store
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark {
            rows: self.rows.len(),
            arena: self.arena.len(),
            findings: self.findings.all.len(),
            secondary: self.secondary.len(),
            texts: self.texts.len(),
            references: self.references.len(),
            places: self.places.len(),
            extras: self.extras.len(),
            group_records: self.group_records.len(),
            group_members: self.group_members.len(),
        }
    }

    /// Only one file will come.
    pub(crate) fn set_single(&mut self) {
        self.single = true;
    }

    /// Makes room for an input of which so many bytes of all were read since a mark.
    pub(crate) fn reserve(&mut self, mark: Mark, all: u64, read: u64) {
        // A little more than it takes if the rest is like the beginning. A wrong guess hurts nobody: there is no more than one
        // check holds, and where there is no room for it, it is made bit by bit.
        let more = |now: usize, before: usize, most: usize| -> usize {
            let rest = ((now - before) as u64).saturating_mul(all - read) / read.max(1);
            usize::try_from(rest.saturating_add(rest / 32)).unwrap_or(usize::MAX).min(most)
        };
        let rows = more(self.rows.len(), mark.rows, MAX_RECORDS);
        let findings = more(self.findings.all.len(), mark.findings, MAX_FINDINGS);
        let keys = more(self.arena.len(), mark.arena, u32::MAX as usize);
        let each = size_of::<Row>() + if self.single { 0 } else { size_of::<Extra>() };
        let told = findings.saturating_mul(size_of::<Finding>()).saturating_add(Stands::room(rows));
        let held = rows.saturating_mul(each).saturating_add(told).saturating_add(keys);
        grow_once(held.saturating_add(rows.saturating_mul(BESIDES)));
        let _ = self.rows.try_reserve_exact(rows);
        self.stands.reserve(rows);
        if !self.single {
            let _ = self.extras.try_reserve_exact(rows);
        }
        let _ = self.findings.all.try_reserve_exact(findings);
    }

    /// Forgets everything since a mark.
    pub(crate) fn reset(&mut self, mark: Mark) {
        self.rows.truncate(mark.rows);
        self.stands.truncate(mark.rows);
        self.arena.truncate(mark.arena);
        self.findings.all.truncate(mark.findings);
        self.secondary.truncate(mark.secondary);
        self.texts.truncate(mark.texts);
        self.references.truncate(mark.references);
        self.manager_texts.truncate(mark.texts);
        self.places.truncate(mark.places);
        self.nearby.fill((0, 0));
        self.meanings.truncate(mark.texts);
        self.extras.truncate(mark.extras);
        self.group_records.truncate(mark.group_records);
        self.group_members.truncate(mark.group_members);
        self.place_numbers.retain(|number| (*number as usize) < mark.places);
        self.added.retain(|row, _| (*row as usize) < mark.rows);
    }

    /// Forgets what was read, and keeps what was judged of texts and places.
    pub(super) fn forget_rows(&mut self) {
        self.rows.clear();
        self.stands.truncate(0);
        self.arena.truncate(0);
        self.findings.all.clear();
        self.secondary.clear();
        self.extras.clear();
    }

    /// More is held of every record, to compare files.
    pub(super) fn holds_extras(&self) -> bool {
        !self.single
    }

    /// Keys or texts have outgrown what their numbers can reach.
    pub(crate) fn is_full(&self) -> bool {
        self.arena.is_full()
            || self.texts.is_full()
            || self.rows.len() > MAX_RECORDS
            || self.findings.all.len() > MAX_FINDINGS
    }

    /// Takes one record. `role` is that of its file.
    pub(crate) fn take(&mut self, input: u16, role: InputRole, layout: &Layout, record: &Record<'_>) {
        let number = self.rows.len() as u32;
        let (row, extra) = self.read(number, input, role, layout, record);
        self.rows.push(row);
        self.stands.push(Stand { offset: record.offset, length: record.length, line: record.line });
        self.has_others |= row.role != Role::Person;
        self.extras.extend(extra);
    }

    /// Takes a plain row of an export. False: some value of it needs a second look.
    #[inline]
    pub(crate) fn take_plain(
        &mut self,
        input: u16,
        layout: &Layout,
        direct: &Direct,
        row: &Plain<'_>,
    ) -> bool {
        let mut profile = PlainProfile::new(direct, row);
        if !profile.read() {
            return false;
        }
        let groups = match direct.groups[..] {
            [] => 0,
            [column] => match profile.groups(column, &mut self.joined) {
                Some(groups) => self.texts.number(groups),
                None => return false,
            },
            _ => return false,
        };
        let number = self.rows.len() as u32;
        let stand = Stand { offset: row.offset, length: row.length, line: row.line };
        let base = Row { input, groups, present: profile.present, ..Row::nobody(number, Role::Person) };
        if !self.added.is_empty() {
            self.added.remove(&number);
        }
        let status = self.status(layout.shape, profile.bytes(Attribute::Status), profile.inverted_status);
        let (row, extra) = self.judge(base, status, &profile, "");
        self.rows.push(row);
        self.stands.push(stand);
        self.extras.extend(extra);
        true
    }

    /// Reads and judges the record of a row. Findings and lists are added to; the row and what goes with it
    /// are given back.
    pub(super) fn read(
        &mut self,
        number: u32,
        input: u16,
        role: InputRole,
        layout: &Layout,
        record: &Record<'_>,
    ) -> (Row, Option<Extra>) {
        let profile = Profile::new(&layout.columns, record);
        let role = match (record.kind, role) {
            (Kind::Person, InputRole::Export) => Role::Person,
            (Kind::Person | Kind::Member, InputRole::Members) => Role::InGong,
            (Kind::Member, InputRole::Export) => Role::Listed,
            _ => Role::Other,
        };
        self.as_it_stands(number, layout, record);
        self.amended(number, record);
        if let Some(group) = &record.group {
            self.group(number, group);
        }
        let groups = if role == Role::Person { self.groups(&profile) } else { 0 };
        let (present, placeholders) = profile.presence();
        let row = Row { input, present, placeholders, groups, ..Row::nobody(number, role) };
        let called = if role == Role::InGong { record.full_name(layout).trim() } else { "" };
        let mut status = self.status(layout.shape, profile.bytes(Attribute::Status), profile.inverted_status);
        // A list of team members has words of its own.
        let is_gone =
            |text: &str| ["inactive", "deactivated"].iter().any(|word| word.eq_ignore_ascii_case(text));
        if role == Role::InGong && is_gone(profile.text(Attribute::Status)) {
            status = Status::Inactive;
        }
        if role == Role::Person && !self.passive(status) {
            judge::values(&profile, &mut self.findings.of(number));
        }
        self.judge(row, status, &profile, called)
    }

    /// Remembers a group that a record is.
    #[inline(never)]
    fn group(&mut self, row: u32, group: &Group) {
        if group.nested {
            self.findings.add(Finding::new(row, RuleId::GroupNested, Some(Attribute::Groups), 0, 0));
        }
        let name = self.texts.number(&*group.name);
        self.group_records.push((row, name));
        for member in &group.members {
            let span = self.arena.add(member);
            self.group_members.push((name, span));
        }
    }

    /// Of someone with this status nothing else is judged: unless another file may say that the person is active after all.
    fn passive(&self, status: Status) -> bool {
        self.single && status == Status::Inactive
    }

    /// Judges a profile for its row, of which place, role, groups and presence are known. `called` is its name where the
    /// profile has none.
    #[inline]
    fn judge<'r>(
        &mut self,
        mut row: Row,
        status: Status,
        profile: &impl Says<'r>,
        called: &str,
    ) -> (Row, Option<Extra>) {
        row.outcome = outcome_of(status);
        if row.groups != 0 {
            row.present |= Attribute::Groups.bit();
        }
        row.keys = self.keys(profile, called);
        if profile.has_secondary() && matches!(row.role, Role::Person | Role::InGong) {
            self.secondary(row.person, profile);
        }
        if row.role == Role::Person {
            let named = [Attribute::ManagerEmail, Attribute::ManagerName, Attribute::ManagerId];
            let named = named.map(|attribute| profile.bytes(attribute));
            row.manager = self.references.naming(&mut self.texts, named);
            let texts = [Attribute::TimeZone, Attribute::Country, Attribute::State, Attribute::Locale];
            row.place = self.place_of(texts.map(|attribute| profile.bytes(attribute)));
            self.found(&row, status, profile);
        }
        let extra = if self.single { None } else { Some(self.extra(&row, status, profile)) };
        (row, extra)
    }

    /// The keys of a profile. `called` is its name where it has none.
    #[inline(never)]
    fn keys<'r>(&mut self, profile: &impl Says<'r>, called: &str) -> Keys {
        let (given, family) = (profile.bytes(Attribute::GivenName), profile.bytes(Attribute::FamilyName));
        self.arena.add_keys([
            profile.bytes(Attribute::Id),
            profile.bytes(Attribute::PrimaryEmail),
            profile.bytes(Attribute::UserName),
            given,
            if given.is_empty() && family.is_empty() { called.as_bytes() } else { family },
        ])
    }

    /// Finds what is wrong with a profile, of whose row manager and place are known.
    #[inline(never)]
    fn found<'r>(&mut self, row: &Row, status: Status, profile: &impl Says<'r>) {
        let first = self.findings.all.len();
        let passive = self.passive(status);
        let user_name = if row.keys.is_same() { &[] } else { profile.bytes(Attribute::UserName) };
        let mut findings = self.findings.of(row.person);
        judge::record(&self.context, profile, status, passive, user_name, &mut findings);
        if !passive {
            self.managers(profile, row);
            for &(rule, attribute, place) in &self.places[row.place as usize].spots {
                self.findings.add(Finding::new(row.person, rule, Some(attribute), place, 0));
            }
        }
        // Few, and sorted at the end otherwise.
        if self.findings.all.len() > first + 1 {
            self.findings.all[first..].sort_unstable();
        }
    }

    /// Remembers the secondary emails of a row.
    #[inline(never)]
    fn secondary<'r>(&mut self, row: u32, profile: &impl Says<'r>) {
        for (place, text) in profile.secondary() {
            let span = self.arena.add(text);
            self.secondary.push((row, place, span));
        }
    }

    /// What is held of a row besides, to compare files.
    #[inline(never)]
    fn extra<'r>(&mut self, row: &Row, status: Status, profile: &impl Says<'r>) -> Extra {
        let phone = profile.text(Attribute::PhoneNumber);
        let inner = phone::inner_extension(phone);
        let no_name = |attribute: &Attribute| {
            !profile.text(*attribute).is_empty() && row.present & attribute.bit() == 0
        };
        let names = [Attribute::GivenName, Attribute::FamilyName].into_iter().filter(no_name);
        Extra {
            status,
            no_names: names.fold(0, |bits, attribute| bits | attribute.bit()),
            given: u16::try_from(profile.bytes(Attribute::GivenName).len()).unwrap_or(u16::MAX),
            title: self.texts.number(profile.bytes(Attribute::Title)),
            extension: self.texts.number(profile.bytes(Attribute::PhoneExtension)),
            inner_extension: self.texts.number(inner.as_deref().unwrap_or_default()),
            phone: digest(phone),
            private_email: digest(&profile.text(Attribute::PrivateEmail).to_lowercase()),
        }
    }

    /// What a status says; the one before is remembered, because most are equal.
    #[inline]
    fn status(&mut self, shape: Shape, text: &[u8], inverted: bool) -> Status {
        let (last, of) = &self.last_status;
        if *of == (shape, inverted) && same(last.0.as_bytes(), text) {
            return last.1;
        }
        let text = text_of(text);
        let status = read_status(shape, text, inverted);
        self.last_status = ((text.to_owned(), status), (shape, inverted));
        status
    }

    /// What is wrong with the texts that name a manager, which are judged once for all who have them.
    #[inline]
    fn managers<'r>(&mut self, profile: &impl Says<'r>, row: &Row) {
        let named = self.references.get(row.manager);
        for (attribute, number) in
            [(Attribute::ManagerEmail, named.email), (Attribute::ManagerName, named.name)]
        {
            if number == 0 {
                continue;
            }
            let place = number as usize;
            if self.manager_texts.len() <= place {
                self.manager_texts.resize(self.texts.len(), 0);
            }
            let shift = if attribute == Attribute::ManagerEmail { 0 } else { 2 };
            if self.manager_texts[place] >> shift & 1 == 0 {
                let good = attribute == Attribute::ManagerEmail
                    && self.context.is_plainly_good(self.texts.bytes(number));
                let wrong = u8::from(!good && manager::is_wrong(attribute, self.texts.text(number)));
                self.manager_texts[place] |= (1 | wrong << 1) << shift;
            }
            if self.manager_texts[place] >> shift & 2 != 0 {
                manager::check(profile, attribute, &mut self.findings.of(row.person));
            }
        }
    }

    /// Whether the text of a number is an address, if it was judged as the email of a manager.
    pub(super) fn is_manager_address(&self, text: u32) -> Option<bool> {
        let judged = self.manager_texts.get(text as usize)?;
        (judged & 1 != 0).then_some(judged & 2 == 0)
    }

    /// Remembers which attributes a person has that their file holds for nobody else.
    #[inline(never)]
    fn amended(&mut self, row: u32, record: &Record<'_>) {
        let bits = record.added.iter().fold(0, |bits, (attribute, _)| bits | attribute.bit());
        if bits != 0 {
            self.added.insert(row, bits);
        } else if !self.added.is_empty() {
            self.added.remove(&row);
        }
    }

    /// What is wrong with a record before anyone asks what it means.
    #[inline(never)]
    fn as_it_stands(&mut self, row: u32, layout: &Layout, record: &Record<'_>) {
        let mut add = |rule, attribute| self.findings.add(Finding::new(row, rule, attribute, 0, 0));
        match record.kind {
            Kind::Blank => add(RuleId::FileBlankRow, None),
            Kind::Foreign => add(RuleId::FileForeignRecord, None),
            Kind::NestedGroup => add(RuleId::GroupNested, Some(Attribute::Groups)),
            Kind::Person | Kind::Group | Kind::Member => {}
        }
        if record.ragged.is_some() {
            add(RuleId::FileRaggedRow, None);
        }
        if !record.stray_quotes.is_empty() {
            add(RuleId::FileStrayQuote, None);
        }
        let mut broken = u32::from(record.broken);
        for cell in record.cells.iter().filter(|cell| cell.broken) {
            let attribute = layout.columns[usize::from(cell.column)].uses.first().map(|used| used.attribute);
            broken |= attribute.map_or(1, |attribute| attribute.bit() << 1);
        }
        if broken & 1 != 0 {
            add(RuleId::FileEncoding, None);
        }
        for attribute in Attribute::ALL {
            if broken & attribute.bit() << 1 != 0 {
                add(RuleId::FileEncoding, Some(attribute));
            }
        }
    }

    /// The number of time zone, country, state and locale. Those that were seen of late are found by one look.
    #[inline]
    fn place_of(&mut self, texts: [&[u8]; 4]) -> u32 {
        let hash = hash::several(texts);
        let at = (hash >> 32) as usize % NEARBY;
        let (held, number) = self.nearby[at];
        if held == hash && self.places[number as usize].is_of(texts) {
            return number;
        }
        let numbers = texts.map(|text| self.texts.number(text));
        let number = self.place(numbers);
        self.nearby[at] = (hash, number);
        number
    }

    /// The number of four texts, which are judged if they are new together.
    pub(super) fn place(&mut self, texts: [u32; 4]) -> u32 {
        let hash = hash::numbers(texts);
        let places = &self.places;
        if let Some(&number) = self.place_numbers.find(hash, |&number| places[number as usize].texts == texts)
        {
            return number;
        }
        self.new_place(hash, texts)
    }

    /// Judges four texts that are new together. Apart, because it is large, and seldom needed.
    #[inline(never)]
    fn new_place(&mut self, hash: u64, texts: [u32; 4]) -> u32 {
        let meant = self.meanings.of(&self.texts, texts);
        let place = Place::meaning(meant, texts.map(|number| self.texts.text(number)));
        let mut sink = SpotSink::default();
        judge::place(&place, &String::new, &mut sink);
        let judged = JudgedPlace {
            joined: texts.map(|number| self.texts.text(number)).concat().into(),
            lengths: texts.map(|number| self.texts.bytes(number).len()),
            texts,
            zone: place.zone,
            origin: place.origin,
            weekend: place.weekend(),
            flagged: place.flagged(),
            asks_for_state: place.asks_for_state(),
            meant: (!sink.0.is_empty() && self.places.len() < REMEMBERED).then(|| place.meant().into()),
            spots: sink.0,
        };
        let number = self.places.len() as u32;
        self.places.push(judged);
        let places = &self.places;
        let rehash = |&number: &u32| hash::numbers(places[number as usize].texts);
        self.place_numbers.insert_unique(hash, number, rehash);
        number
    }

    /// What is found on the four texts of a place.
    pub(super) fn spots(&self, place: u32) -> &[Spot] {
        &self.places[place as usize].spots
    }

    #[inline(never)]
    fn groups(&mut self, profile: &Profile<'_>) -> u32 {
        let names: Vec<&str> = profile.list(Attribute::Groups).map(|(_, value)| value.text).collect();
        self.texts.number(names.join("\n"))
    }

    /// The domain most people are on; of equal ones the first that was met.
    pub(crate) fn frequent_domain(&self) -> Option<String> {
        let mut domains: HashMap<String, (u32, u32)> = HashMap::default();
        // Most people are on the domain of the one before.
        let (mut last, mut times): (&[u8], u32) = (&[], 0);
        let mut count = |domain: &[u8], times: u32| {
            if times > 0 {
                let next = domains.len() as u32;
                let domain = String::from_utf8_lossy(domain).to_ascii_lowercase();
                domains.entry(domain).or_insert((0, next)).0 += times;
            }
        };
        each(self.rows.len() as u32, |row| {
            let email = self.arena.key_bytes(self.rows[row as usize].email());
            if self.is_judged(row)
                && let Some(at) = memrchr(b'@', email)
            {
                let domain = &email[at + 1..];
                if !same(domain, last) {
                    count(last, times);
                    (last, times) = (domain, 0);
                }
                times += 1;
            }
        });
        count(last, times);
        let most = domains.into_iter().max_by_key(|(_, (count, order))| (*count, std::cmp::Reverse(*order)));
        most.map(|(domain, _)| domain)
    }

    /// The zone of a row, after the company's default, and where it comes from.
    pub(crate) fn zone(&self, row: &Row) -> (Option<Zone>, Origin) {
        self.zone_of(row.place)
    }

    /// The same for everyone of a place.
    pub(crate) fn zone_of(&self, place: u32) -> (Option<Zone>, Origin) {
        let place = &self.places[place as usize];
        match (place.zone, self.context.default_zone) {
            (Some(zone), _) => (Some(zone), place.origin),
            (None, Some(zone)) => (Some(zone), Origin::Default),
            (None, None) => (None, Origin::None),
        }
    }

    /// The four texts of a place, read again.
    pub(crate) fn read_place(&self, number: u32) -> Place<'_> {
        let numbers = self.places[number as usize].texts;
        let texts = numbers.map(|number| self.texts.text(number));
        match &self.places[number as usize].meant {
            Some(meant) => Place::meaning((**meant).clone(), texts),
            None => Place::read(texts),
        }
    }

    /// Primary email, else user name, else id.
    pub(crate) fn key(&self, row: u32) -> Option<&str> {
        let row = &self.rows[self.rows[row as usize].person as usize];
        [row.email(), row.user_name(), row.id()]
            .into_iter()
            .find(|key| !key.is_empty())
            .map(|key| self.arena.key(key))
    }

    /// How messages call the person of a row.
    pub(crate) fn who(&self, row: u32) -> String {
        let row = self.rows[row as usize].person;
        let name = self.rows[row as usize].name();
        short(if name.is_empty() { self.key(row).unwrap_or("This person") } else { self.arena.key(name) })
    }

    pub(crate) fn is_person(&self, row: u32) -> bool {
        self.rows[row as usize].role == Role::Person
    }

    /// Whether the record of a row is an app assignment that was taken back.
    pub(crate) fn is_unassigned(&self, row: u32) -> bool {
        match self.extras.get(row as usize) {
            Some(extra) => extra.status == Status::Unassigned,
            None => self.rows[row as usize].outcome == Outcome::OutOfScope,
        }
    }

    /// All records of the person whose profile stands at a row.
    pub(crate) fn parts_of(&self, person: u32) -> Parts<'_> {
        self.parts.get(&person).map_or(Parts::One(Some(person)), |rows| Parts::Several(rows.iter()))
    }

    /// The row that gives the value of an attribute; without a value the first that could hold one. `known` tells
    /// which attributes the file of a row holds.
    pub(crate) fn stand(&self, person: u32, attribute: Attribute, known: impl Fn(u32) -> u32) -> u32 {
        let bit = attribute.bit();
        let held = |row: &u32| self.gives(*row) & bit != 0;
        self.parts_of(person)
            .find(held)
            .or_else(|| self.parts_of(person).find(|&row| known(row) & bit != 0))
            .unwrap_or(person)
    }

    /// The attributes of which a record gives a value, be it a dash for a name.
    pub(crate) fn gives(&self, row: u32) -> u32 {
        self.own_present(row) | self.extras.get(row as usize).map_or(0, |extra| extra.no_names)
    }

    /// The attributes that a record itself holds. The row of a joined profile has those of all its records.
    pub(crate) fn own_present(&self, row: u32) -> u32 {
        self.own.get(&row).copied().unwrap_or(self.rows[row as usize].present)
    }

    /// Judged at all: a person who is active and in scope.
    pub(crate) fn is_judged(&self, row: u32) -> bool {
        self.is_person(row) && matches!(self.rows[row as usize].outcome, Outcome::Imported | Outcome::Blocked)
    }
}

/// Makes the memory of WebAssembly grow once for all that is to come: each time it grows, the engine looks for what it could
/// throw away.
fn grow_once(bytes: usize) {
    if cfg!(target_family = "wasm") {
        let mut room: Vec<u8> = Vec::new();
        // Where there is no room, less is asked for later, bit by bit.
        let _ = room.try_reserve_exact(bytes);
        std::hint::black_box(&room);
    }
}

/// What a status alone makes of a person.
pub(super) fn outcome_of(status: Status) -> Outcome {
    match status {
        Status::Inactive => Outcome::Inactive,
        Status::Unassigned => Outcome::OutOfScope,
        _ => Outcome::Imported,
    }
}

/// Rows of one person.
pub(crate) enum Parts<'s> {
    One(Option<u32>),
    Several(std::slice::Iter<'s, u32>),
}

impl Iterator for Parts<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        match self {
            Parts::One(row) => row.take(),
            Parts::Several(rows) => rows.next().copied(),
        }
    }
}

/// Tells texts apart, but for one chance in 2^64. 0 for the empty text. Without a key, so that every run says the same.
fn digest(text: &str) -> u64 {
    let hasher = std::hash::BuildHasherDefault::<std::hash::DefaultHasher>::default();
    if text.is_empty() { 0 } else { hasher.hash_one(text).max(1) }
}
