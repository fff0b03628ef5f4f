//! `cargo xtask sample`: a company that never was, as an Okta export with believable faults.
//!
//! The same size, seed and share of faults always give the same bytes: no clock, no outside
//! randomness. Names are invented by pairing given and family names of many places; the phone
//! numbers lie in the range that is kept for fiction (555-0100 to 555-0199), the domains in `.example`.
//!
//! `--form okta-csv` and `--form okta-json` write a company of any size for the bench, and the truth about it ([`large`]).

mod faults;
pub(crate) mod large;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::flags::Flags;
use crate::process::say;
use crate::root;

/// The company's domain; the page knows it, too.
const DOMAIN: &str = "northwind-lantern.example";

const HEADER: &str = "login,firstName,lastName,email,secondEmail,title,primaryPhone,countryCode,state,locale,timezone,\
                      managerId,manager,department,employeeNumber,status,managerEmail,primaryPhoneExt,groups";

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    let people: u64 = flags.value("--people")?.unwrap_or(200);
    let seed = flags.value("--seed")?.unwrap_or(7);
    let faults: f64 = flags.value("--faults")?.unwrap_or(0.18);
    let form: Option<large::Form> = flags.value("--form")?;
    let note = flags.value("--note")?.unwrap_or(0);
    let output: Option<PathBuf> = flags.value("--output")?;
    flags.done()?;
    ensure!((0.0..=1.0).contains(&faults), "--faults is a share between 0 and 1");
    if let Some(form) = form {
        let output = output.context("say where to write it: --output FILE")?;
        if let Some(folder) = output.parent() {
            fs::create_dir_all(folder)?;
        }
        large::Company { people, seed, faults, form, note }.write(&output)?;
        say(&format!("wrote {} and {}", output.display(), large::truth_beside(&output).display()));
        return Ok(());
    }
    let people = usize::try_from(people)?;
    let output = output.unwrap_or_else(|| root().join("www/sample/rollcall-sample-okta.csv"));
    if let Some(folder) = output.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&output, company(people, seed, faults))
        .with_context(|| format!("{} cannot be written", output.display()))?;
    say(&format!("wrote {}", output.display()));
    Ok(())
}

/// An office: where it is, and how people there are entered when nobody errs.
struct Office {
    country: &'static str,
    state: &'static str,
    zone: &'static str,
    /// Area code of its phones; none outside North America.
    area: Option<u32>,
    /// A phone number of the country otherwise, up to its last digits.
    abroad: &'static str,
    locale: &'static str,
    /// Of a hundred people, so many sit here.
    share: u32,
}

const OFFICES: &[Office] = &[
    Office {
        country: "US",
        state: "NY",
        zone: "America/New_York",
        area: Some(212),
        abroad: "",
        locale: "en-US",
        share: 26,
    },
    Office {
        country: "US",
        state: "TX",
        zone: "America/Chicago",
        area: Some(512),
        abroad: "",
        locale: "en-US",
        share: 20,
    },
    Office {
        country: "US",
        state: "CA",
        zone: "America/Los_Angeles",
        area: Some(415),
        abroad: "",
        locale: "en-US",
        share: 16,
    },
    Office {
        country: "CA",
        state: "ON",
        zone: "America/Toronto",
        area: Some(416),
        abroad: "",
        locale: "en-CA",
        share: 6,
    },
    Office {
        country: "GB",
        state: "",
        zone: "Europe/London",
        area: None,
        abroad: "+44 20 7946 0",
        locale: "en-GB",
        share: 10,
    },
    Office {
        country: "DE",
        state: "",
        zone: "Europe/Berlin",
        area: None,
        abroad: "+49 30 23125 ",
        locale: "de-DE",
        share: 7,
    },
    Office {
        country: "IL",
        state: "",
        zone: "Asia/Jerusalem",
        area: None,
        abroad: "+972 3 555 0",
        locale: "he-IL",
        share: 6,
    },
    Office {
        country: "IN",
        state: "KA",
        zone: "Asia/Kolkata",
        area: None,
        abroad: "+91 80 5550 0",
        locale: "en-IN",
        share: 6,
    },
    Office {
        country: "AU",
        state: "NSW",
        zone: "Australia/Sydney",
        area: None,
        abroad: "+61 2 5550 0",
        locale: "en-AU",
        share: 3,
    },
];

const GIVEN: &[&str] = &[
    "Amara",
    "Anders",
    "Aoife",
    "Arjun",
    "Beatriz",
    "Bilal",
    "Chiara",
    "Daniel",
    "Deepa",
    "Dmitri",
    "Elif",
    "Emeka",
    "Esther",
    "Fatima",
    "Felipe",
    "Gitte",
    "Hana",
    "Hassan",
    "Imani",
    "Ines",
    "Ingrid",
    "Jakub",
    "Jiwoo",
    "Jorge",
    "Kaori",
    "Kwame",
    "Lars",
    "Leila",
    "Lucía",
    "Malik",
    "Mei",
    "Mateo",
    "Nadia",
    "Niamh",
    "Noor",
    "Omar",
    "Paulina",
    "Pierre",
    "Priya",
    "Quentin",
    "Rafael",
    "Ravi",
    "Rosa",
    "Ruth",
    "Samir",
    "Sanna",
    "Sofia",
    "Søren",
    "Tamar",
    "Thandiwe",
    "Tomasz",
    "Uma",
    "Valentina",
    "Wei",
    "Yael",
    "Yusuf",
    "Zanele",
    "Zoë",
    "Aylin",
    "Bongani",
];

const FAMILY: &[&str] = &[
    "Abara",
    "Almeida",
    "Andersen",
    "Banerjee",
    "Becker",
    "Ben-Ari",
    "Castellanos",
    "Chowdhury",
    "Costa",
    "Dlamini",
    "Duarte",
    "Eriksen",
    "Farouk",
    "Fitzgerald",
    "Fontaine",
    "Gallagher",
    "Goldman",
    "Haddad",
    "Hakimi",
    "Hoffmann",
    "Iyer",
    "Jansen",
    "Kaplan",
    "Kimura",
    "Kowalczyk",
    "Kuznetsov",
    "Lindqvist",
    "Maëlle",
    "Mbeki",
    "Mensah",
    "Moreau",
    "Murray",
    "Nakamura",
    "Nowak",
    "O'Rourke",
    "Okafor",
    "Olsen",
    "Park",
    "Peralta",
    "Petrov",
    "Quispe",
    "Rahman",
    "Reyes",
    "Rosenthal",
    "Sandoval",
    "Schneider",
    "Shapiro",
    "Silva",
    "Singh",
    "Takahashi",
    "Tanaka",
    "Tessier",
    "Usman",
    "Vargas",
    "Verma",
    "Weiss",
    "Whitfield",
    "Yamamoto",
    "Yıldız",
    "Zhou",
];

const DEPARTMENTS: &[(&str, &[&str])] = &[
    ("Sales", &["Account executive", "Sales development representative", "Enterprise account executive"]),
    ("Customer Success", &["Customer success manager", "Onboarding specialist"]),
    ("Marketing", &["Campaign manager", "Product marketing manager"]),
    ("Solutions", &["Solutions engineer", "Solutions architect"]),
    ("Revenue Operations", &["Revenue analyst", "Sales operations manager"]),
];

/// A small generator of random numbers (`SplitMix64`): enough for a made-up company.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("less than a usize")
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    #[allow(clippy::cast_precision_loss, reason = "32 bits fit")]
    fn chance(&mut self, share: f64) -> bool {
        ((self.next() >> 32) as f64) < share * 4_294_967_296.0
    }
}

#[derive(Clone, Default)]
struct Person {
    login: String,
    given: String,
    family: String,
    email: String,
    second_email: String,
    title: String,
    phone: String,
    extension: String,
    country: String,
    state: String,
    locale: String,
    zone: String,
    manager: String,
    manager_email: String,
    department: &'static str,
    number: usize,
    status: &'static str,
}

/// The export as CSV.
fn company(size: usize, seed: u64, faults: f64) -> String {
    let mut dice = Dice(seed);
    let mut people: Vec<Person> = Vec::with_capacity(size);
    for number in 0..size {
        let office = office(&mut dice);
        let person = hire(&mut dice, number, office, &people);
        people.push(person);
    }
    // The head of the company reports to nobody; everybody else is looked at for faults.
    for at in 1..people.len() {
        if dice.chance(faults) {
            err(&mut dice, at, &mut people);
        }
    }
    let mut text = String::with_capacity(size * 260);
    text.push_str(HEADER);
    text.push('\n');
    for person in &people {
        line(&mut text, person);
        // The same record twice, as it happens when two exports were joined.
        if faults > 0.0 && dice.chance(faults / 60.0) {
            line(&mut text, person);
        }
    }
    text
}

fn office(dice: &mut Dice) -> &'static Office {
    let mut left = u32::try_from(dice.below(100)).expect("below 100");
    OFFICES
        .iter()
        .find(|office| {
            let here = left < office.share;
            left = left.saturating_sub(office.share);
            here
        })
        .expect("the shares add up to 100")
}

/// Someone as they should stand in the export, but for what Okta itself writes otherwise.
fn hire(dice: &mut Dice, number: usize, office: &Office, before: &[Person]) -> Person {
    let (given, family) = (dice.pick(GIVEN), dice.pick(FAMILY));
    let (department, titles) = dice.pick(DEPARTMENTS);
    let mut name = format!("{}.{}", ascii(given), ascii(family));
    if number >= 60 || before.iter().any(|person| person.login.starts_with(&format!("{name}@"))) {
        // Numbered from the first clash on, so that a large company has no clashes to look for.
        let _ = write!(name, "{number}");
    }
    let email = format!("{name}@{DOMAIN}");
    // Teams of seven; the leads of the first teams report to the head.
    let boss = before.get(number.saturating_sub(1) / 7);
    let last = dice.below(100);
    let phone = match office.area {
        Some(area) if dice.chance(0.5) => format!("({area}) 555-01{last:02}"),
        Some(area) => format!("{area}.555.01{last:02}"),
        None => format!("{}{last:03}", office.abroad),
    };
    // Where the zone is left empty, country and state decide.
    let zone = if dice.chance(0.35) { office.zone } else { "" };
    Person {
        login: email.clone(),
        given: given.to_owned(),
        family: family.to_owned(),
        email,
        second_email: if dice.chance(0.08) {
            format!("{}@postbox.example", ascii(given))
        } else {
            String::new()
        },
        title: match number {
            0 => "Chief executive officer".to_owned(),
            1..=7 => format!("Vice president, {department}"),
            _ => dice.pick(titles).to_owned(),
        },
        phone,
        extension: if office.area.is_some() && dice.chance(0.1) {
            format!("{}", 100 + dice.below(900))
        } else {
            String::new()
        },
        country: office.country.to_owned(),
        state: office.state.to_owned(),
        // Okta writes locales with an underscore, and most people never change theirs.
        locale: if dice.chance(0.72) { "en_US".to_owned() } else { office.locale.to_owned() },
        zone: zone.to_owned(),
        manager: boss.map_or_else(String::new, |boss| format!("{} {}", boss.given, boss.family)),
        manager_email: boss.map_or_else(String::new, |boss| boss.email.clone()),
        department,
        number: 1000 + number,
        status: "ACTIVE",
    }
}

/// One fault, as it is found in directories.
fn err(dice: &mut Dice, at: usize, people: &mut [Person]) {
    let other = people[dice.below(at)].clone();
    let person = &mut people[at];
    let digits: String = person.phone.chars().filter(char::is_ascii_digit).collect();
    match dice.below(32) {
        0 | 1 => person.email = person.email.replace(DOMAIN, "northwind-lantern.co.example"),
        2 => {
            person.email = person.email.replace(DOMAIN, "sales.northwind-lantern.example");
        }
        3 => person.email = person.email.replace(DOMAIN, "brightharbor.example"),
        4 => person.email = person.email.replace('@', " @ "),
        5 => person.email.clear(),
        6 | 7 => person.family.clear(),
        8 => set(&mut person.given, "-"),
        9 => person.email.clone_from(&other.email),
        10 | 11 if digits.len() == 10 => {
            person.phone = format!("{}-{}-{}", &digits[..3], &digits[3..6], &digits[6..]);
        }
        12 if digits.len() == 10 => person.phone = format!("+1 {digits}"),
        10..=12 => person.phone = digits,
        13 => set(&mut person.phone, "ask reception"),
        14 => {
            set(&mut person.country, "UK");
            person.state.clear();
            person.zone.clear();
        }
        15 => set(&mut person.country, "United Staates"),
        16 => set(
            &mut person.zone,
            dice.pick(&["Pacific Standard Time", "GMT Standard Time", "Central European Time"]),
        ),
        17 => set(&mut person.zone, dice.pick(&["-05:00", "UTC+1", "GMT-8"])),
        18 => set(&mut person.zone, dice.pick(&["America/New York", "Europe/Munich", "US/Pacific"])),
        19 => {
            set(&mut person.country, "US");
            person.state.clear();
            person.zone.clear();
        }
        20 => set(&mut person.state, "Ontario"),
        21 => set(&mut person.locale, "english"),
        22 => set(&mut person.locale, "en-UK"),
        23 => person.status = "SUSPENDED",
        24 => person.status = "STAGED",
        25 => person.status = "DEPROVISIONED",
        26 => {
            person.manager.clear();
            person.manager_email.clear();
        }
        27 => person.manager_email = format!("former.colleague@{DOMAIN}"),
        28 => {
            // Only a name, and that turned round.
            person.manager = format!("{}, {}", other.family, other.given);
            person.manager_email.clear();
        }
        29 => person.manager_email.clone_from(&person.email),
        30 => person.title.clear(),
        _ => person.title = format!(" {} ", person.title),
    }
}

fn set(field: &mut String, text: &str) {
    text.clone_into(field);
}

/// The groups of someone: of the department, of the leaders, of those abroad; a few are in none.
fn groups(person: &Person) -> String {
    let mut groups = Vec::new();
    if person.number < 1008 {
        groups.push("Leadership");
    }
    if !person.number.is_multiple_of(23) {
        groups.push(person.department);
        if !matches!(person.country.as_str(), "US" | "CA") {
            groups.push("International");
        }
    }
    groups.join(";")
}

fn line(text: &mut String, person: &Person) {
    let number = person.number.to_string();
    let groups = groups(person);
    let cells = [
        &person.login,
        &person.given,
        &person.family,
        &person.email,
        &person.second_email,
        &person.title,
        &person.phone,
        &person.country,
        &person.state,
        &person.locale,
        &person.zone,
        "",
        &person.manager,
        person.department,
        &number,
        person.status,
        &person.manager_email,
        &person.extension,
        &groups,
    ];
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n']) {
            let _ = write!(text, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

/// A name as it stands in an address.
fn ascii(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|letter| match letter {
            'a'..='z' => Some(letter),
            'ë' | 'é' => Some('e'),
            'í' | 'ı' => Some('i'),
            'ø' => Some('o'),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_in_the_page_is_the_one_that_is_generated() {
        let sample = fs::read_to_string(root().join("www/sample/rollcall-sample-okta.csv")).unwrap();
        assert!(sample == company(200, 7, 0.18), "run: cargo xtask sample");
    }

    #[test]
    fn a_company_without_faults_has_its_size_and_one_row_of_columns() {
        let company = company(500, 3, 0.0);
        assert_eq!(company.lines().count(), 501);
        let columns = HEADER.split(',').count();
        assert!(company.lines().all(|line| line.split(',').count() >= columns));
    }

    #[test]
    fn the_seed_decides() {
        assert_eq!(company(50, 1, 0.5), company(50, 1, 0.5));
        assert_ne!(company(50, 1, 0.5), company(50, 2, 0.5));
    }
}
