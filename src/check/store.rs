//! What a session keeps of everything it has read.

use std::collections::HashMap;

use super::columns::{Arena, Finding, Findings, Interner, Outcome, Role, Row, Span, SpotSink};
use super::judge;
use crate::export::{Kind, Layout, Record};
use crate::profile::{Attribute, Context, Profile, Status, display_name, read_status};
use crate::reference::{Weekend, Zone};
use crate::rules::RuleId;
use crate::timezone::{Origin, Place};

/// Time zone, country, state and locale that some person has, judged once for all who have them.
#[derive(Debug)]
pub(crate) struct JudgedPlace {
    /// Numbers of the four texts.
    pub(crate) texts: [u32; 4],
    pub(crate) zone: Option<Zone>,
    pub(crate) origin: Origin,
    pub(crate) weekend: Weekend,
    pub(crate) flagged: u32,
    pub(crate) asks_for_state: bool,
    spots: Vec<(RuleId, Attribute, u16)>,
}

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
    pub(crate) path: Option<&'static str>,
}

/// Everything but the files.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) context: Context,
    pub(crate) rows: Vec<Row>,
    pub(crate) arena: Arena,
    /// Texts that repeat.
    pub(crate) texts: Interner,
    pub(crate) places: Vec<JudgedPlace>,
    place_numbers: HashMap<[u32; 4], u32>,
    pub(crate) findings: Findings,
    /// Secondary emails with their row.
    pub(crate) secondary: Vec<(u32, u16, Span)>,
    /// Lists of rows that findings are about.
    pub(crate) lists: Vec<Vec<u32>>,
}

/// Where a store stood when an input began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    rows: usize,
    arena: usize,
    findings: usize,
    secondary: usize,
    texts: usize,
    places: usize,
}

impl Store {
    pub(crate) fn new(context: Context) -> Store {
        let findings = Findings::new(context.severities.clone());
        let mut store = Store {
            context,
            rows: Vec::new(),
            arena: Arena::default(),
            texts: Interner::new(),
            places: Vec::new(),
            place_numbers: HashMap::new(),
            findings,
            secondary: Vec::new(),
            lists: Vec::new(),
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
            places: self.places.len(),
        }
    }

    /// Forgets everything since a mark.
    pub(crate) fn reset(&mut self, mark: Mark) {
        self.rows.truncate(mark.rows);
        self.arena.truncate(mark.arena);
        self.findings.all.truncate(mark.findings);
        self.secondary.truncate(mark.secondary);
        self.texts.truncate(mark.texts);
        self.places.truncate(mark.places);
        self.place_numbers.retain(|_, number| (*number as usize) < mark.places);
    }

    /// Keys or texts have outgrown what their numbers can reach.
    pub(crate) fn is_full(&self) -> bool {
        self.arena.is_full() || self.rows.len() >= u32::MAX as usize
    }

    /// Takes one record.
    pub(crate) fn take(&mut self, input: u16, layout: &Layout, record: &Record<'_>) {
        let number = self.rows.len() as u32;
        let profile = Profile::new(&layout.columns, record);
        let status = read_status(layout.shape, profile.text(Attribute::Status), profile.inverted_status);
        let (present, placeholders) = judge::presence(&profile);
        let mut row = Row {
            offset: record.offset,
            length: record.length,
            line: record.line,
            record: record.number,
            input,
            role: if record.kind == Kind::Person { Role::Person } else { Role::Other },
            outcome: match status {
                Status::Inactive => Outcome::Inactive,
                Status::Unassigned => Outcome::OutOfScope,
                _ => Outcome::Imported,
            },
            present,
            placeholders,
            id: self.arena.add(profile.text(Attribute::Id)),
            user_name: Span::default(),
            email: self.arena.add(profile.text(Attribute::PrimaryEmail)),
            name: Span::default(),
            place: 0,
            manager_email: 0,
            manager_name: 0,
            manager_id: 0,
            groups: 0,
        };
        // Most directories sign people in with their email: held once.
        let user_name = profile.text(Attribute::UserName);
        row.user_name = if user_name == profile.text(Attribute::PrimaryEmail) {
            row.email
        } else {
            self.arena.add(user_name)
        };
        row.name = self
            .arena
            .add(&display_name(profile.text(Attribute::GivenName), profile.text(Attribute::FamilyName)));
        self.as_it_stands(number, layout, record);
        if row.role == Role::Person {
            row.manager_email = self.texts.number(profile.text(Attribute::ManagerEmail));
            row.manager_name = self.texts.number(profile.text(Attribute::ManagerName));
            row.manager_id = self.texts.number(profile.text(Attribute::ManagerId));
            row.groups = self.groups(&profile);
            let texts = [Attribute::TimeZone, Attribute::Country, Attribute::State, Attribute::Locale]
                .map(|attribute| self.texts.number(profile.text(attribute)));
            row.place = self.place(texts);
            for (place, value) in profile.list(Attribute::SecondaryEmails) {
                let span = self.arena.add(value.text);
                self.secondary.push((number, place, span));
            }
            judge::record(&self.context, &profile, status, &mut self.findings.of(number));
            if !matches!(status, Status::Inactive | Status::Unassigned) {
                for &(rule, attribute, place) in &self.places[row.place as usize].spots {
                    self.findings.add(Finding::new(number, rule, Some(attribute), place, 0));
                }
            }
        }
        self.rows.push(row);
    }

    /// What is wrong with a record before anyone asks what it means.
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
        if record.stray_quote {
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

    /// The number of four texts, which are judged if they are new together.
    fn place(&mut self, texts: [u32; 4]) -> u32 {
        if let Some(&number) = self.place_numbers.get(&texts) {
            return number;
        }
        let place = read_place(&self.texts, texts);
        let mut sink = SpotSink::default();
        judge::place(&place, &String::new, &mut sink);
        let judged = JudgedPlace {
            texts,
            zone: place.zone,
            origin: place.origin,
            weekend: place.weekend(),
            flagged: place.flagged(),
            asks_for_state: place.asks_for_state(),
            spots: sink.0,
        };
        let number = self.places.len() as u32;
        self.places.push(judged);
        self.place_numbers.insert(texts, number);
        number
    }

    fn groups(&mut self, profile: &Profile<'_>) -> u32 {
        let mut names: Vec<&str> = profile.list(Attribute::Groups).map(|(_, value)| value.text).collect();
        names.sort_unstable();
        names.dedup();
        self.texts.number(&names.join("\n"))
    }

    /// The domain most people are on; of equal ones the first that was met.
    pub(crate) fn frequent_domain(&self) -> Option<String> {
        let mut domains: HashMap<String, (u32, u32)> = HashMap::new();
        for row in self.rows.iter().filter(|row| row.role == Role::Person) {
            if let Some(domain) = crate::profile::email::domain_of(self.arena.get(row.email)) {
                let next = domains.len() as u32;
                domains.entry(domain.to_ascii_lowercase()).or_insert((0, next)).0 += 1;
            }
        }
        let most = domains.into_iter().max_by_key(|(_, (count, order))| (*count, std::cmp::Reverse(*order)));
        most.map(|(domain, _)| domain)
    }

    /// The zone of a row, after the company's default, and where it comes from.
    pub(crate) fn zone(&self, row: &Row) -> (Option<Zone>, Origin) {
        let place = &self.places[row.place as usize];
        match (place.zone, self.context.default_zone) {
            (Some(zone), _) => (Some(zone), place.origin),
            (None, Some(zone)) => (Some(zone), Origin::Default),
            (None, None) => (None, Origin::None),
        }
    }

    /// The four texts of a place, read again.
    pub(crate) fn read_place(&self, number: u32) -> Place<'_> {
        read_place(&self.texts, self.places[number as usize].texts)
    }

    /// Primary email, else user name, else id.
    pub(crate) fn key(&self, row: u32) -> Option<&str> {
        let row = &self.rows[row as usize];
        [row.email, row.user_name, row.id]
            .into_iter()
            .find(|span| !span.is_empty())
            .map(|span| self.arena.get(span))
    }

    /// How messages call the person of a row.
    pub(crate) fn who(&self, row: u32) -> String {
        let name = self.rows[row as usize].name;
        if name.is_empty() {
            self.key(row).unwrap_or("This person").to_owned()
        } else {
            self.arena.get(name).to_owned()
        }
    }

    pub(crate) fn is_person(&self, row: u32) -> bool {
        self.rows[row as usize].role == Role::Person
    }

    /// Records of two files that tell of one person: by id, else by user name, else by primary email.
    pub(crate) fn is_same_person(&self, one: u32, other: u32) -> bool {
        let (one, other) = (&self.rows[one as usize], &self.rows[other as usize]);
        let text = |span| self.arena.get(span);
        if one.input == other.input {
            return false;
        }
        if !one.id.is_empty() && !other.id.is_empty() {
            return text(one.id) == text(other.id);
        }
        let both = |one: Span, other: Span| !one.is_empty() && text(one).eq_ignore_ascii_case(text(other));
        both(one.user_name, other.user_name) || both(one.email, other.email)
    }

    /// Judged at all: a person who is active and in scope.
    pub(crate) fn is_judged(&self, row: u32) -> bool {
        self.is_person(row) && matches!(self.rows[row as usize].outcome, Outcome::Imported | Outcome::Blocked)
    }
}

fn read_place(texts: &Interner, numbers: [u32; 4]) -> Place<'_> {
    let [zone, country, state, locale] = numbers.map(|number| texts.text(number));
    Place::read(zone, country, state, locale)
}
