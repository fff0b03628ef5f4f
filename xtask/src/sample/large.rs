//! A company of any size for the bench: 22 columns of Okta, about 260 bytes a row, written as it is made.
//!
//! Everyone follows from the seed and their number alone, so ten million people need no more memory than ten. Whoever is
//! without fault gives no finding. Every fault is of a kind whose findings the rules' definitions tell beforehand; they are
//! counted while the rows are written, and stand beside the file as its truth.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::faults::{FAULTS, Fault};
use super::{DEPARTMENTS, Dice, FAMILY, GIVEN, ascii};

/// The company's domain. Shorter than that of the sample, as most are.
pub(crate) const DOMAIN: &str = "northwind.example";

const HEADER: &str = "id,status,login,firstName,lastName,email,secondEmail,displayName,title,department,organization,city,\
                      state,countryCode,primaryPhone,mobilePhone,locale,timezone,managerId,manager,managerEmail,employeeNumber";

/// What notes are made of, as it stands in a quoted cell.
const NOTE: &str = "Met at the fair; \"\"call back\"\", they said.\n";

/// Most people that there are names for.
const MOST: u64 = 1 << 25;

/// How the export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A table of Okta's attributes.
    OktaCsv,
    /// The list of users that Okta's API gives.
    OktaJson,
}

impl Form {
    fn ending(self) -> &'static str {
        match self {
            Form::OktaCsv => "csv",
            Form::OktaJson => "json",
        }
    }
}

impl FromStr for Form {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Form> {
        match name {
            "okta-csv" => Ok(Form::OktaCsv),
            "okta-json" => Ok(Form::OktaJson),
            _ => bail!("there is no form '{name}'"),
        }
    }
}

/// A company that never was.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Company {
    pub(crate) people: u64,
    pub(crate) seed: u64,
    /// The share of people with a fault.
    pub(crate) faults: f64,
    pub(crate) form: Form,
    /// Bytes of a note in a last column of the table, which makes a large file of few people; 0 for no such column.
    pub(crate) note: usize,
}

/// What a check of the file has to find.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Truth {
    pub(crate) records: u64,
    pub(crate) blocked: u64,
    pub(crate) inactive: u64,
    /// Findings by rule, of rows and people; what is said of the file as a whole is left out.
    pub(crate) rules: BTreeMap<&'static str, u64>,
}

/// An office whose zone is certain: by its state where the country has several zones.
struct Office {
    city: &'static str,
    country: &'static str,
    state: &'static str,
    zone: &'static str,
    /// Area code of its phones; none outside North America.
    area: Option<u32>,
    /// Country code and area otherwise.
    abroad: &'static str,
    locale: &'static str,
}

const fn office(
    city: &'static str,
    country: &'static str,
    state: &'static str,
    zone: &'static str,
    area: u32,
    locale: &'static str,
) -> Office {
    Office { city, country, state, zone, area: Some(area), abroad: "", locale }
}

const fn abroad(
    city: &'static str,
    country: &'static str,
    state: &'static str,
    zone: &'static str,
    abroad: &'static str,
    locale: &'static str,
) -> Office {
    Office { city, country, state, zone, area: None, abroad, locale }
}

/// Those of North America come first; their people can have every fault.
const OFFICES: &[Office] = &[
    office("New York", "US", "NY", "America/New_York", 212, "en-US"),
    office("Los Angeles", "US", "CA", "America/Los_Angeles", 213, "en-US"),
    office("Chicago", "US", "IL", "America/Chicago", 312, "en-US"),
    office("Seattle", "US", "WA", "America/Los_Angeles", 206, "en-US"),
    office("Atlanta", "US", "GA", "America/New_York", 404, "en-US"),
    office("Boston", "US", "MA", "America/New_York", 617, "es-US"),
    office("Calgary", "CA", "AB", "America/Edmonton", 403, "en-CA"),
    abroad("London", "GB", "", "Europe/London", "+44 20 7946 ", "en-GB"),
    abroad("Berlin", "DE", "", "Europe/Berlin", "+49 30 2312 ", "de-DE"),
    abroad("Paris", "FR", "", "Europe/Paris", "+33 1 99 00 ", "fr-FR"),
    abroad("Tel Aviv", "IL", "", "Asia/Jerusalem", "+972 3 555 ", "he-IL"),
    abroad("Bengaluru", "IN", "KA", "Asia/Kolkata", "+91 80 5550 ", "en-IN"),
    abroad("Melbourne", "AU", "VIC", "Australia/Melbourne", "+61 3 5550 ", "en-AU"),
];

const NORTH_AMERICA: usize = 7;
const UNITED_STATES: usize = 6;
const ISRAEL: usize = 10;

/// Someone's cells, in the order of the header.
#[derive(Default)]
struct Person {
    id: String,
    status: &'static str,
    login: String,
    given: String,
    family: String,
    email: String,
    second_email: String,
    display: String,
    title: String,
    department: &'static str,
    organization: &'static str,
    city: &'static str,
    state: String,
    country: String,
    phone: String,
    mobile: String,
    locale: String,
    zone: String,
    manager_id: String,
    manager: String,
    manager_email: String,
    number: String,
}

impl Person {
    fn cells(&self) -> [&str; 22] {
        [
            &self.id,
            self.status,
            &self.login,
            &self.given,
            &self.family,
            &self.email,
            &self.second_email,
            &self.display,
            &self.title,
            self.department,
            self.organization,
            self.city,
            &self.state,
            &self.country,
            &self.phone,
            &self.mobile,
            &self.locale,
            &self.zone,
            &self.manager_id,
            &self.manager,
            &self.manager_email,
            &self.number,
        ]
    }
}

/// Writes the file and its truth, unless both are there. Gives the file.
pub(crate) fn written(company: Company) -> Result<PathBuf> {
    let Company { people, seed, faults, form, note } = company;
    let folder = crate::target().join("bench");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("okta-{people}-{seed}-{faults}-{note}.{}", form.ending()));
    if !(file.is_file() && truth_beside(&file).is_file()) {
        crate::process::say(&format!("writing a company of {people}"));
        company.write(&file)?;
    }
    Ok(file)
}

/// Where the truth about a file lies.
pub(crate) fn truth_beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".truth.json");
    name.into()
}

impl Company {
    /// Writes the export, and its truth beside it.
    pub(crate) fn write(&self, file: &Path) -> Result<()> {
        let part = file.with_extension("part");
        let mut out = BufWriter::with_capacity(1 << 20, File::create(&part)?);
        let truth = self.export(&mut out)?;
        out.flush()?;
        fs::write(truth_beside(file), format!("{:#}\n", self.told(&truth)))?;
        // Who finds it, finds it whole.
        fs::rename(part, file)?;
        Ok(())
    }

    /// The truth as it stands beside the file.
    pub(crate) fn told(&self, truth: &Truth) -> Value {
        json!({
            "people": self.people,
            "seed": self.seed,
            "faults": self.faults,
            "records": truth.records,
            "imported": self.people - truth.blocked - truth.inactive,
            "blocked": truth.blocked,
            "inactive": truth.inactive,
            "rules": truth.rules,
        })
    }

    /// Writes everyone, one after the other, and counts what has to be found.
    pub(crate) fn export(&self, out: &mut impl Write) -> Result<Truth> {
        if !(10..=MOST).contains(&self.people) {
            bail!("a company has between 10 and {MOST} people");
        }
        // Quoted, with quotes and ends of lines inside.
        let note = match self.note {
            0 => String::new(),
            bytes => format!(",\"{}\"", NOTE.repeat(bytes.div_ceil(NOTE.len()))),
        };
        let mut truth = Truth::default();
        let mut tell = |rule: &'static str| *truth.rules.entry(rule).or_default() += 1;
        tell("manager/root");
        out.write_all(match self.form {
            Form::OktaCsv => HEADER.as_bytes(),
            Form::OktaJson => b"[",
        })?;
        if !note.is_empty() {
            out.write_all(b",description")?;
        }
        let mut line = Vec::with_capacity(512);
        for number in 0..self.people {
            let fault = self.fault(number);
            let person = self.person(number, fault);
            fault.map_or(&[][..], Fault::rules).iter().for_each(|rule| tell(rule));
            let inactive = fault.is_some_and(Fault::is_inactive);
            let resolved = !fault.is_some_and(Fault::is_of_manager) && !self.is_second_of_cycle(number);
            if number > 0 && resolved && !inactive && self.fault(boss(number)).is_some_and(Fault::keeps_out) {
                tell("manager/not-imported");
            }
            let shared = self.after(number) == Some(Fault::EmailDuplicate);
            truth.blocked += u64::from(shared || fault.is_some_and(Fault::blocks));
            truth.inactive += u64::from(inactive);
            line.clear();
            match self.form {
                Form::OktaCsv => row(&mut line, &person, &note, fault == Some(Fault::Ragged)),
                Form::OktaJson => user(&mut line, &person),
            }
            for time in 0..=u64::from(fault == Some(Fault::Twice)) {
                let comma = self.form == Form::OktaJson && number + time > 0;
                out.write_all(if comma { b",\n" } else { b"\n" })?;
                out.write_all(&line)?;
                truth.records += 1;
            }
        }
        out.write_all(if self.form == Form::OktaJson { b"\n]\n" } else { b"\n" })?;
        Ok(truth)
    }

    fn dice(&self, number: u64, about: u64) -> Dice {
        let mut dice = Dice(self.seed ^ number.wrapping_mul(0xD6E8_FEB8_6659_FD93) ^ about << 56);
        dice.next();
        dice
    }

    /// Whether someone has a fault. The head and the two below, who share a name, have none.
    fn errs(&self, number: u64) -> bool {
        number > 2 && self.dice(number, 1).chance(self.faults)
    }

    fn is_leaf(&self, number: u64) -> bool {
        number * 7 + 1 >= self.people
    }

    /// Someone's fault; one that cannot be where they stand becomes another.
    fn fault(&self, number: u64) -> Option<Fault> {
        if !self.errs(number) {
            return None;
        }
        let fault = self.dice(number, 2).pick(FAULTS);
        let boss = boss(number);
        let fits = match fault {
            // Whoever stands before takes part in it, and nobody looks for the two.
            Fault::EmailDuplicate | Fault::ManagerCycle => self.is_leaf(number - 1) && !self.errs(number - 1),
            // Two below the head have one name.
            Fault::ManagerByName => boss > 2 && !self.errs(boss),
            Fault::ManagerConflict => boss > 0 && !self.errs(boss),
            Fault::Ragged => self.form == Form::OktaCsv,
            _ if fault.is_of_address() => self.is_leaf(number),
            _ if fault.is_of_manager() => !self.errs(boss),
            _ => true,
        };
        Some(if fits { fault } else { Fault::TitleMissing })
    }

    /// The fault of whoever stands behind.
    fn after(&self, number: u64) -> Option<Fault> {
        if number + 1 < self.people { self.fault(number + 1) } else { None }
    }

    fn is_second_of_cycle(&self, number: u64) -> bool {
        self.after(number) == Some(Fault::ManagerCycle)
    }

    /// Given and last name, and the part of the address before the @. Names of managers are theirs alone.
    fn name(&self, number: u64) -> (&'static str, String, String) {
        if matches!(number, 1 | 2) {
            return ("Daniel", "Whitfield".to_owned(), format!("daniel.whitfield{number}"));
        }
        let mut dice = self.dice(number, 3);
        let given = dice.pick(GIVEN);
        if self.is_leaf(number) && dice.chance(0.5) {
            let family = dice.pick(FAMILY);
            return (given, family.to_owned(), format!("{}.{}{number}", ascii(given), ascii(family)));
        }
        let family = family(number, self.seed);
        let local = format!("{}.{}", ascii(given), family.to_ascii_lowercase());
        (given, family, local)
    }

    fn email(&self, number: u64) -> String {
        format!("{}@{DOMAIN}", self.name(number).2)
    }

    fn full_name(&self, number: u64) -> String {
        let (given, family, _) = self.name(number);
        format!("{given} {family}")
    }

    /// Someone as they stand in the export.
    fn person(&self, number: u64, fault: Option<Fault>) -> Person {
        let mut dice = self.dice(number, 4);
        let asks = match fault {
            Some(Fault::LocaleWeekend) => ISRAEL..ISRAEL + 1,
            Some(
                Fault::PhoneHyphens
                | Fault::PhoneDigits
                | Fault::StateMismatch
                | Fault::StateUnknown
                | Fault::StateUnknownAlone
                | Fault::StateNeeded
                | Fault::StateSplit
                | Fault::ZoneLink
                | Fault::ZoneAbroad,
            ) => 0..UNITED_STATES,
            // Most are where the company began.
            _ if dice.chance(0.7) => 0..NORTH_AMERICA,
            _ => NORTH_AMERICA..OFFICES.len(),
        };
        let office = &OFFICES[asks.start + dice.below(asks.len())];
        let (given, family, local) = self.name(number);
        let (department, titles) = dice.pick(DEPARTMENTS);
        let last = dice.below(10_000);
        let mut person = Person {
            id: id(&mut dice),
            status: "ACTIVE",
            login: format!("{local}@{DOMAIN}"),
            email: format!("{local}@{DOMAIN}"),
            second_email: if dice.chance(0.05) {
                format!("{}@postbox.example", ascii(given))
            } else {
                String::new()
            },
            display: format!("{given} {family}"),
            given: given.to_owned(),
            family,
            title: dice.pick(titles).to_owned(),
            department,
            organization: "Northwind",
            city: office.city,
            state: office.state.to_owned(),
            country: office.country.to_owned(),
            phone: match office.area {
                Some(area) if dice.chance(0.5) => format!("({area}) 555-{last:04}"),
                Some(area) => format!("{area}.555.{last:04}"),
                None => String::new(),
            },
            mobile: if office.area.is_none() { format!("{}{last:04}", office.abroad) } else { String::new() },
            locale: office.locale.to_owned(),
            // Where the zone is left empty, country and state decide.
            zone: if dice.chance(0.5) { office.zone.to_owned() } else { String::new() },
            number: (100_000 + number).to_string(),
            ..Person::default()
        };
        if number > 0 {
            let boss = boss(number);
            person.manager_email = self.email(boss);
            // A name that its owner lacks would lead to nobody, or to someone else.
            if dice.chance(0.5) && !self.errs(boss) {
                person.manager = self.full_name(boss);
            }
        }
        if self.is_second_of_cycle(number) {
            person.manager_email = self.email(number + 1);
            person.manager.clear();
        }
        if let Some(fault) = fault {
            self.err(&mut person, number, fault, office, &mut dice);
        }
        person
    }

    fn err(&self, person: &mut Person, number: u64, fault: Fault, office: &Office, dice: &mut Dice) {
        let boss = boss(number);
        let named = |person: &mut Person, name: String| {
            person.manager = name;
            person.manager_email.clear();
        };
        let digits: String = person.phone.chars().filter(char::is_ascii_digit).collect();
        let set = |field: &mut String, text: &str| text.clone_into(field);
        match fault {
            Fault::EmailDomain => person.email = person.email.replace(DOMAIN, "brightharbor.example"),
            Fault::EmailSubdomain => person.email = person.email.replace('@', "@sales."),
            Fault::EmailInvalid => person.email = person.email.replace('@', " @ "),
            Fault::EmailMissing => person.email.clear(),
            Fault::EmailDuplicate => {
                person.email = self.email(number - 1);
                if dice.chance(0.5) {
                    person.email.make_ascii_uppercase();
                }
            }
            Fault::FamilyMissing => person.family.clear(),
            Fault::GivenMissing => set(&mut person.given, "-"),
            Fault::PhoneHyphens => {
                person.phone = format!("{}-{}-{}", &digits[..3], &digits[3..6], &digits[6..]);
            }
            Fault::PhoneDigits => person.phone = format!("+1 {digits}"),
            Fault::PhoneWords => set(&mut person.phone, "ask reception"),
            Fault::PhoneInternational => {
                person.phone = format!("+44 20 7946 0{:03}", dice.below(1000));
            }
            Fault::PhoneNotAssignable => set(&mut person.phone, "(123) 555-0142"),
            Fault::CountryAlias => {
                person.state.clear();
                set(&mut person.country, "UK");
                set(&mut person.zone, "Europe/London");
                set(&mut person.locale, "en-GB");
            }
            Fault::CountryUnknown | Fault::CountryUnknownAlone => {
                person.state.clear();
                set(&mut person.country, "United Staates");
                set(&mut person.zone, if fault == Fault::CountryUnknown { "America/New_York" } else { "" });
            }
            Fault::StateMismatch => {
                set(&mut person.state, "Ontario");
                set(&mut person.zone, office.zone);
            }
            Fault::StateUnknown | Fault::StateUnknownAlone => {
                set(&mut person.state, "Tejas Norte");
                set(&mut person.zone, if fault == Fault::StateUnknown { office.zone } else { "" });
            }
            Fault::StateNeeded => {
                person.state.clear();
                person.zone.clear();
            }
            Fault::StateSplit => {
                set(&mut person.state, "Tennessee");
                person.zone.clear();
            }
            Fault::ZoneWindows => set(
                &mut person.zone,
                dice.pick(&["Pacific Standard Time", "GMT Standard Time", "Eastern Standard Time"]),
            ),
            Fault::ZoneOffset => set(&mut person.zone, dice.pick(&["-05:00", "UTC+1", "GMT-8"])),
            Fault::ZoneUnknown => {
                set(&mut person.zone, dice.pick(&["America/New York", "Europe/Munich", "america/chicago"]));
            }
            Fault::ZoneLink => set(&mut person.zone, "US/Pacific"),
            Fault::ZoneFixed => set(&mut person.zone, "Etc/GMT+5"),
            Fault::ZoneAbroad => set(&mut person.zone, "Europe/Berlin"),
            Fault::LocaleFormat => person.locale = person.locale.replace('-', "_"),
            Fault::LocaleWords => set(&mut person.locale, "english"),
            Fault::LocaleUnknown => set(&mut person.locale, "en-UK"),
            Fault::LocaleMissing => person.locale.clear(),
            Fault::LocaleWeekend => set(&mut person.locale, "en-US"),
            Fault::Suspended => person.status = "SUSPENDED",
            Fault::Deprovisioned => person.status = "DEPROVISIONED",
            Fault::Staged => person.status = "STAGED",
            Fault::StatusUnknown => person.status = "ON_LEAVE",
            Fault::ManagerMissing => named(person, String::new()),
            Fault::ManagerNotFound => {
                named(person, String::new());
                person.manager_email = format!("former.colleague{}@{DOMAIN}", dice.below(50));
            }
            Fault::ManagerTurned => {
                let (given, family, _) = self.name(boss);
                named(person, format!("{family}, {given}"));
            }
            Fault::ManagerByName => named(person, self.full_name(boss)),
            Fault::ManagerAmbiguous => named(person, self.full_name(1)),
            Fault::ManagerNoAddress => {
                named(person, String::new());
                person.manager_email = self.full_name(boss);
            }
            Fault::ManagerReference => {
                named(person, String::new());
                person.manager_id = id(dice);
            }
            Fault::ManagerConflict => person.manager = self.full_name(0),
            Fault::ManagerSelf => {
                named(person, String::new());
                person.manager_email.clone_from(&person.email);
            }
            Fault::ManagerCycle => {
                named(person, String::new());
                person.manager_email = self.email(number - 1);
            }
            Fault::TitleMissing => person.title.clear(),
            Fault::WhiteSpace => person.title = format!(" {} ", person.title),
            Fault::Placeholder => set(&mut person.title, "#N/A"),
            // It is in how the record is written.
            Fault::Twice | Fault::Ragged => {}
        }
    }
}

/// Teams of seven: who is above whom follows from the numbers.
fn boss(number: u64) -> u64 {
    number.saturating_sub(1) / 7
}

/// An id as Okta draws them: 20 characters.
fn id(dice: &mut Dice) -> String {
    const LETTERS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut text = String::from("00u");
    let mut left = u128::from(dice.next()) << 64 | u128::from(dice.next());
    for _ in 0..17 {
        text.push(char::from(LETTERS[usize::try_from(left % 62).expect("below 62")]));
        left /= 62;
    }
    text
}

/// A last name that nobody else has, of four syllables.
fn family(number: u64, seed: u64) -> String {
    const HEADS: &[u8; 16] = b"bdfghjklmnprstvz";
    const VOWELS: &[u8; 5] = b"aeiou";
    // An odd factor gives every number of the range another one.
    let mut left = (number + 1).wrapping_mul(0x9E37_79B1).wrapping_add(seed) % MOST;
    let mut name = String::with_capacity(9);
    for _ in 0..4 {
        let syllable = usize::try_from(left % 80).expect("below 80");
        left /= 80;
        name.push(char::from(HEADS[syllable % 16]));
        name.push(char::from(VOWELS[syllable / 16]));
    }
    name[..1].make_ascii_uppercase();
    if FAMILY.contains(&name.as_str()) {
        name.push('s');
    }
    name
}

fn row(line: &mut Vec<u8>, person: &Person, note: &str, ragged: bool) {
    for (at, cell) in person.cells().into_iter().enumerate() {
        if at > 0 {
            line.push(b',');
        }
        if cell.contains([',', '"', '\n']) {
            line.push(b'"');
            line.extend(cell.replace('"', "\"\"").bytes());
            line.push(b'"');
        } else {
            line.extend(cell.bytes());
        }
    }
    line.extend(note.bytes());
    if ragged {
        line.extend(b",x");
    }
}

/// A user as Okta's API tells them, empty attributes as null.
fn user(line: &mut Vec<u8>, person: &Person) {
    let text = |line: &mut Vec<u8>, value: &str| {
        if value.is_empty() {
            line.extend(b"null");
        } else {
            line.extend(serde_json::Value::from(value).to_string().bytes());
        }
    };
    line.extend(b"{\"id\":");
    text(line, &person.id);
    line.extend(b",\"status\":");
    text(line, person.status);
    line.extend(
        b",\"created\":\"2024-03-04T08:00:00.000Z\",\"activated\":\"2024-03-04T08:00:00.000Z\",\
          \"statusChanged\":null,\"lastLogin\":\"2026-01-12T07:31:09.000Z\",\"lastUpdated\":\"2025-11-20T16:02:44.000Z\",\
          \"passwordChanged\":null,\"type\":{\"id\":\"oty1a2b3c4d5e6f7g8h9\"},\"profile\":{",
    );
    for (at, (name, cell)) in HEADER.split(',').zip(person.cells()).skip(2).enumerate() {
        line.extend(if at > 0 { &b",\""[..] } else { b"\"" });
        line.extend(name.bytes());
        line.extend(b"\":");
        text(line, cell);
    }
    line.extend(
        b"},\"credentials\":{\"provider\":{\"type\":\"OKTA\",\"name\":\"OKTA\"}},\
          \"_links\":{\"self\":{\"href\":\"https://northwind.okta.example/api/v1/users/",
    );
    line.extend(person.id.bytes());
    line.extend(b"\"}}}");
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn company(people: u64, faults: f64, form: Form) -> (String, Truth) {
        let mut bytes = Vec::new();
        let truth = Company { people, seed: 7, faults, form, note: 0 }.export(&mut bytes).unwrap();
        (String::from_utf8(bytes).unwrap(), truth)
    }

    #[test]
    fn a_row_has_22_columns_and_about_260_bytes() {
        let (text, truth) = company(2000, 0.0, Form::OktaCsv);
        assert!(text.lines().all(|line| line.split(',').count() == 22));
        assert_eq!(text.lines().count(), 2001);
        assert!((250..=275).contains(&(text.len() / 2000)), "{} bytes a row", text.len() / 2000);
        assert_eq!(truth.rules.into_iter().collect::<Vec<_>>(), [("manager/root", 1)]);
    }

    #[test]
    fn every_fault_that_is_named_is_made() {
        let (_, truth) = company(50_000, 0.2, Form::OktaCsv);
        let named: HashSet<&str> = FAULTS.iter().flat_map(|fault| fault.rules()).copied().collect();
        for rule in named {
            assert!(truth.rules.contains_key(rule), "{rule}");
        }
        assert!(truth.rules["manager/not-imported"] > 0);
    }

    #[test]
    fn addresses_names_and_ids_of_those_without_fault_are_theirs_alone() {
        let company = Company { people: 100_000, seed: 3, faults: 0.0, form: Form::OktaCsv, note: 0 };
        let (mut emails, mut ids) = (HashSet::new(), HashSet::new());
        for number in 0..company.people {
            let person = company.person(number, None);
            assert!(emails.insert(person.email), "{number}");
            assert!(ids.insert(person.id), "{number}");
        }
    }

    #[test]
    fn users_are_one_list_of_json() {
        let (text, truth) = company(500, 0.3, Form::OktaJson);
        let users: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
        assert_eq!(users.len() as u64, truth.records);
        assert!(users.iter().all(|user| user["profile"]["login"].is_string()));
    }

    #[test]
    fn the_seed_decides() {
        let bytes = |seed| {
            let mut bytes = Vec::new();
            Company { people: 300, seed, faults: 0.2, form: Form::OktaCsv, note: 0 }
                .export(&mut bytes)
                .unwrap();
            bytes
        };
        assert_eq!(bytes(1), bytes(1));
        assert_ne!(bytes(1), bytes(2));
    }
}
