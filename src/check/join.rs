//! Records of different files that tell of one person become one profile.
//!
//! The first file that gives a value wins; a later one that differs is told. What was found on values
//! that lost is dropped, and what rests on several values is judged again on those that won.

use std::collections::{BTreeSet, HashMap};

use super::columns::{Finding, Role, SpotSink};
use super::identity::Identity;
use super::store::{Store, outcome_of};
use super::{Input, judge};
use crate::assignment::group_key;
use crate::export::Source;
use crate::profile::{Attribute, Status, email};
use crate::rules::RuleId;

/// Joins records, merges what they hold, and tells where they disagree.
pub(super) fn join(store: &mut Store, inputs: &[Input]) {
    let with_people = inputs.iter().filter(|input| input.is_read() && input.has_people).count();
    if with_people < 2 {
        return;
    }
    assign(store, inputs);
    let mut people: Vec<u32> = store.parts.keys().copied().collect();
    people.sort_unstable();
    if people.is_empty() {
        return;
    }
    let mut merged = Merged { store, inputs, dropped: HashMap::new(), found: Vec::new() };
    for person in people {
        merged.merge(person);
    }
    let Merged { dropped, found, .. } = merged;
    store.findings.all.retain(|finding| {
        let bits = dropped.get(&finding.row()).copied().unwrap_or_default();
        bits == 0 || is_of_file(finding.rule()) || {
            let place = is_of_place(finding.rule());
            let lost = finding.attribute().is_some_and(|attribute| bits & attribute.bit() != 0);
            !place && !lost && finding.rule() != RuleId::PhoneExtension
        }
    });
    let lost = |row: &u32| dropped.get(row).is_some_and(|bits| bits & Attribute::SecondaryEmails.bit() != 0);
    store.secondary.retain(|(row, _, _)| !lost(row));
    for finding in found {
        store.findings.add(finding);
    }
    guests(store);
}

/// Finds for every record the profile that it belongs to.
fn assign(store: &mut Store, inputs: &[Input]) {
    let mut identity = Identity::new();
    for input in inputs.iter().filter(|input| input.is_read() && input.has_people) {
        let rows: Vec<u32> =
            input.rows.clone().filter(|&row| store.rows[row as usize].role == Role::Person).collect();
        // Whom each record fits, and by how strong a key; two records that fit one person equally well fit nobody.
        let mut claims: HashMap<u32, (u8, u32, bool)> = HashMap::new();
        let mut fits = Vec::new();
        for &row in &rows {
            if let Some((person, strength)) = identity.find(store, inputs, row) {
                fits.push((row, person, strength));
                let claim = claims.entry(person).or_insert((strength, row, false));
                if strength < claim.0 {
                    *claim = (strength, row, false);
                } else if strength == claim.0 && claim.1 != row {
                    claim.2 = true;
                }
            }
        }
        for (row, person, strength) in fits {
            let (strongest, first, contested) = claims[&person];
            if strength != strongest || first != row || contested {
                continue;
            }
            store.rows[row as usize].role = Role::Part;
            store.rows[row as usize].person = person;
            store.parts.entry(person).or_insert_with(|| vec![person]).push(row);
        }
        for row in rows {
            identity.add(store, row);
        }
    }
}

fn is_of_file(rule: RuleId) -> bool {
    rule.rule().id.starts_with("file/")
}

/// Rules on time zone, country, state and locale, which are judged together.
fn is_of_place(rule: RuleId) -> bool {
    ["timezone/", "country/", "state/", "locale/"].iter().any(|area| rule.rule().id.starts_with(area))
}

struct Merged<'a> {
    store: &'a mut Store,
    inputs: &'a [Input],
    /// Attributes whose values lost, by row; every row of a joined person has an entry.
    dropped: HashMap<u32, u32>,
    found: Vec<Finding>,
}

const MARK: u32 = 1 << 31;

impl Merged<'_> {
    fn merge(&mut self, person: u32) {
        let rows = self.store.parts[&person].clone();
        let mut givers: [Option<u32>; Attribute::ALL.len()] = [None; Attribute::ALL.len()];
        let mut placeholders = 0;
        for &row in &rows {
            let held = &self.store.rows[row as usize];
            placeholders |= held.placeholders;
            let mut lost = MARK;
            for attribute in Attribute::ALL {
                let giver = &mut givers[attribute as usize];
                match *giver {
                    None if held.present & attribute.bit() != 0 => *giver = Some(row),
                    Some(_) => lost |= attribute.bit(),
                    None => {}
                }
            }
            self.dropped.insert(row, lost);
        }
        // A leftover in an earlier file means nothing once a later one gives the value.
        for attribute in Attribute::ALL {
            if let Some(giver) = givers[attribute as usize] {
                for row in rows.iter().filter(|row| **row < giver) {
                    *self.dropped.entry(*row).or_default() |= attribute.bit();
                }
            }
        }
        self.conflicts(&rows, &givers);
        self.values(person, &rows, &givers, placeholders);
        self.place(person);
        self.extension(&givers);
    }

    /// Values that differ from the one that counts.
    fn conflicts(&mut self, rows: &[u32], givers: &[Option<u32>]) {
        for attribute in Attribute::ALL {
            let Some(giver) = givers[attribute as usize] else {
                continue;
            };
            for &row in rows {
                let present = self.store.rows[row as usize].present & attribute.bit() != 0;
                if row != giver && present && !self.agree(attribute, giver, row) {
                    self.found.push(Finding::new(row, RuleId::FileConflict, Some(attribute), 0, giver + 1));
                }
            }
        }
    }

    fn source(&self, row: u32) -> Option<Source> {
        self.inputs[usize::from(self.store.rows[row as usize].input)].shape()?.source()
    }

    /// Whether two records give the same value. Texts that only differ by case do not disagree where case means nothing.
    fn agree(&self, attribute: Attribute, one: u32, other: u32) -> bool {
        let store = &*self.store;
        let (a, b) = (&store.rows[one as usize], &store.rows[other as usize]);
        let (x, y) = (&store.extras[one as usize], &store.extras[other as usize]);
        let text = |span| store.arena.get(span);
        let of_place = |index: usize| {
            store.places[a.place as usize].texts[index] == store.places[b.place as usize].texts[index]
        };
        match attribute {
            // Ids of two directories are not the same thing.
            Attribute::Id => text(a.id) == text(b.id) || self.source(one) != self.source(other),
            Attribute::UserName => text(a.user_name).eq_ignore_ascii_case(text(b.user_name)),
            Attribute::PrimaryEmail => text(a.email).eq_ignore_ascii_case(text(b.email)),
            // ACTIVE and PROVISIONED say the same.
            Attribute::Status => x.status == y.status,
            Attribute::GivenName => split(text(a.name), x.given).0 == split(text(b.name), y.given).0,
            Attribute::FamilyName => split(text(a.name), x.given).1 == split(text(b.name), y.given).1,
            Attribute::PrivateEmail => x.private_email == y.private_email,
            Attribute::PhoneNumber => x.phone == y.phone,
            Attribute::PhoneExtension => x.extension == y.extension,
            Attribute::Title => x.title == y.title,
            Attribute::ManagerEmail => {
                let email = |number| store.texts.text(number);
                email(a.manager_email).eq_ignore_ascii_case(email(b.manager_email))
            }
            Attribute::ManagerName => a.manager_name == b.manager_name,
            Attribute::ManagerId => a.manager_id == b.manager_id,
            Attribute::TimeZone => of_place(0),
            Attribute::Country => of_place(1),
            Attribute::State => of_place(2),
            Attribute::Locale => of_place(3),
            Attribute::Groups => {
                let keys = |number| -> BTreeSet<String> {
                    store.texts.text(number).split('\n').map(group_key).collect()
                };
                a.groups == b.groups || keys(a.groups) == keys(b.groups)
            }
            Attribute::SecondaryEmails => self.secondary(one) == self.secondary(other),
        }
    }

    fn secondary(&self, row: u32) -> Vec<String> {
        let all = &self.store.secondary;
        let from = all.partition_point(|entry| entry.0 < row);
        let own = all[from..].iter().take_while(|entry| entry.0 == row);
        let mut texts: Vec<String> = own.map(|entry| self.store.arena.get(entry.2).to_lowercase()).collect();
        texts.sort_unstable();
        texts
    }

    /// The row at which the profile stands takes the values that won.
    fn values(&mut self, person: u32, rows: &[u32], givers: &[Option<u32>], placeholders: u32) {
        let store = &mut *self.store;
        let of = |attribute: Attribute| givers[attribute as usize].map(|row| row as usize);
        let mut row = store.rows[person as usize];
        store.own.insert(person, row.present);
        row.present = rows.iter().fold(0, |bits, &part| bits | store.rows[part as usize].present);
        row.placeholders = placeholders & !row.present;
        row.id = of(Attribute::Id).map_or(row.id, |giver| store.rows[giver].id);
        row.user_name = of(Attribute::UserName).map_or(row.user_name, |giver| store.rows[giver].user_name);
        row.email = of(Attribute::PrimaryEmail).map_or(row.email, |giver| store.rows[giver].email);
        let (given, family) = (of(Attribute::GivenName), of(Attribute::FamilyName));
        if given != family {
            let part = |giver: Option<usize>, which: fn((&str, &str)) -> String| {
                giver.map_or_else(String::new, |giver| {
                    which(split(store.arena.get(store.rows[giver].name), store.extras[giver].given))
                })
            };
            let given = part(given, |(given, _)| given.to_owned());
            let family = part(family, |(_, family)| family.to_owned());
            row.name = store.arena.add(&crate::profile::display_name(&given, &family));
        } else if let Some(giver) = given {
            row.name = store.rows[giver].name;
        }
        let number = |attribute: Attribute, own: u32, get: fn(&super::Row) -> u32| {
            of(attribute).map_or(own, |giver| get(&store.rows[giver]))
        };
        row.manager_email = number(Attribute::ManagerEmail, row.manager_email, |row| row.manager_email);
        row.manager_name = number(Attribute::ManagerName, row.manager_name, |row| row.manager_name);
        row.manager_id = number(Attribute::ManagerId, row.manager_id, |row| row.manager_id);
        row.groups = number(Attribute::Groups, row.groups, |row| row.groups);
        let texts = [Attribute::TimeZone, Attribute::Country, Attribute::State, Attribute::Locale]
            .into_iter()
            .enumerate()
            .map(|(index, attribute)| {
                of(attribute).map_or(0, |giver| store.places[store.rows[giver].place as usize].texts[index])
            });
        let texts: Vec<u32> = texts.collect();
        let status = of(Attribute::Status).map_or(Status::Active, |giver| store.extras[giver].status);
        row.outcome = outcome_of(status);
        row.place = store.place([texts[0], texts[1], texts[2], texts[3]]);
        store.rows[person as usize] = row;
    }

    /// Time zone, country, state and locale are judged again, together.
    fn place(&mut self, person: u32) {
        let spots = self.store.spots(self.store.rows[person as usize].place).to_vec();
        for (rule, attribute, place) in spots {
            let row = self.store.stand(person, attribute, |row| known(self.store, self.inputs, row));
            self.found.push(Finding::new(row, rule, Some(attribute), place, 0));
        }
    }

    /// The extension and the one inside the phone number, which may come from two files.
    fn extension(&mut self, givers: &[Option<u32>]) {
        let Some(row) = givers[Attribute::PhoneExtension as usize] else {
            return;
        };
        let extra = self.store.extras[row as usize];
        let text = self.store.texts.text(extra.extension);
        let number = givers[Attribute::PhoneNumber as usize];
        let inner = number.map_or(0, |giver| self.store.extras[giver as usize].inner_extension);
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || (inner != 0 && inner != extra.extension) {
            let about =
                if digits { number.filter(|&other| other != row).map_or(0, |other| other + 1) } else { 0 };
            self.found.push(Finding::new(
                row,
                RuleId::PhoneExtension,
                Some(Attribute::PhoneExtension),
                0,
                about,
            ));
        }
    }
}

/// Given name and the rest of a name.
fn split(name: &str, given: u16) -> (&str, &str) {
    let (given, family) = name.split_at_checked(usize::from(given)).unwrap_or((name, ""));
    (given, family.strip_prefix(' ').filter(|_| !given.is_empty()).unwrap_or(family))
}

/// The attributes that the file of a row holds.
pub(super) fn known(store: &Store, inputs: &[Input], row: u32) -> u32 {
    inputs[usize::from(store.rows[row as usize].input)].known
}

/// The attributes that some file of a person holds.
pub(super) fn known_of(store: &Store, inputs: &[Input], person: u32) -> u32 {
    store.parts_of(person).fold(0, |bits, row| bits | known(store, inputs, row))
}

/// A guest is told once, by the email if that tells it.
fn guests(store: &mut Store) {
    let guests: Vec<Finding> =
        store.findings.all.iter().filter(|finding| finding.rule() == RuleId::EmailGuest).copied().collect();
    let mut by_email = std::collections::HashSet::new();
    for finding in guests.iter().filter(|finding| finding.attribute() == Some(Attribute::PrimaryEmail)) {
        by_email.insert(store.rows[finding.row() as usize].person);
    }
    if by_email.is_empty() {
        return;
    }
    let rows = &store.rows;
    store.findings.all.retain(|finding| {
        finding.rule() != RuleId::EmailGuest
            || finding.attribute() == Some(Attribute::PrimaryEmail)
            || !by_email.contains(&rows[finding.row() as usize].person)
    });
}

/// Judges what is missing of a person and gives the rules with the rows they stand at.
pub(super) fn absence(store: &Store, inputs: &[Input], person: u32) -> Vec<Finding> {
    let known_bits = known_of(store, inputs, person);
    let facts = super::people::facts(store, person, known_bits, &String::new);
    let mut sink = SpotSink::default();
    judge::absence(&facts, &mut sink);
    let stand = |attribute| store.stand(person, attribute, |row| known(store, inputs, row));
    sink.0
        .into_iter()
        .map(|(rule, attribute, place)| Finding::new(stand(attribute), rule, Some(attribute), place, 0))
        .collect()
}

/// The domain key of an address, for comparing it.
pub(super) fn address_key(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    (!domain.is_ascii()).then(|| format!("{local}@{}", email::domain_key(domain)))
}
