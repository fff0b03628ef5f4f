//! Records of different files that tell of one person become one profile.
//!
//! The first file that gives a value wins; a later one that differs is told. What was found on values
//! that lost is dropped, and what rests on several values is judged again on those that won.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Finding, Key, Role, Row, SpotSink};
use super::identity::Get;
use super::lookup::Lookup;
use super::references::Reference;
use super::store::{Spot, Store, outcome_of};
use super::{Input, judge};
use crate::assignment::group_key;
use crate::export::{Shape, Source};
use crate::maps::{HashMap, HashSet};
use crate::profile::{Attribute, Status, email};
use crate::rules::RuleId;

/// Joins records, merges what they hold, and tells where they disagree.
#[inline(never)]
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
    let mut merged = Merged { store, inputs, dropped: HashMap::default(), found: Vec::new() };
    for person in people {
        merged.merge(person);
    }
    let Merged { dropped, found, .. } = merged;
    store.findings.all.retain(|finding| {
        let bits = dropped.get(&finding.row()).copied().unwrap_or_default();
        bits == 0 || finding.rule().is_of_file() || {
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

/// Finds for every record the profile that it belongs to: by id, then by user name, then by primary email.
fn assign(store: &mut Store, inputs: &[Input]) {
    let is_person = |row: &u32| store.rows[*row as usize].role == Role::Person;
    let rows: Vec<u32> = (0..store.rows.len() as u32).filter(is_person).collect();
    let mut clusters = Clusters::new(store.rows.len());
    let keys: [(Lookup, Get); 3] = [
        (Lookup::exact(), |row| row.id()),
        (Lookup::folded(0), |row| row.user_name()),
        (Lookup::folded(0), |row| row.email()),
    ];
    for (mut lookup, key) in keys {
        let text = |row: u32| store.arena.key(key(&store.rows[row as usize]));
        // Records that share a key, as far as they are not one person already.
        let mut shared: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for &row in rows.iter().filter(|&&row| !key(&store.rows[row as usize]).is_empty()) {
            if let Some(first) = lookup.put(row, text)
                && !clusters.are_one(first, row)
            {
                shared.entry(first).or_insert_with(|| vec![first]).push(row);
            }
        }
        for rows in shared.values() {
            // A key that fits two people joins to neither.
            if clusters.can_be_one(store, inputs, rows) {
                for &row in rows {
                    clusters.join(rows[0], row);
                }
            }
        }
    }
    for &row in &rows {
        let mut cluster: Vec<u32> = clusters.of(row).collect();
        cluster.sort_unstable();
        if cluster.len() < 2 || cluster[0] != row {
            continue;
        }
        for &part in &cluster[1..] {
            store.rows[part as usize].role = Role::Part;
            store.rows[part as usize].person = row;
        }
        store.parts.insert(row, cluster);
    }
}

/// Records that are one person: a ring of rows for each.
struct Clusters {
    next: Vec<u32>,
}

impl Clusters {
    fn new(rows: usize) -> Clusters {
        Clusters { next: (0..rows as u32).collect() }
    }

    /// The records of a person. There is one of each file at most, so they are few.
    fn of(&self, row: u32) -> impl Iterator<Item = u32> {
        let mut at = Some(row);
        std::iter::from_fn(move || {
            let now = at?;
            let next = self.next[now as usize];
            at = (next != row).then_some(next);
            Some(now)
        })
    }

    fn are_one(&self, one: u32, other: u32) -> bool {
        self.of(one).any(|row| row == other)
    }

    fn join(&mut self, one: u32, other: u32) {
        if !self.are_one(one, other) {
            self.next.swap(one as usize, other as usize);
        }
    }

    /// No file has two of these people, and no two ids of one directory tell them apart.
    fn can_be_one(&self, store: &Store, inputs: &[Input], rows: &[u32]) -> bool {
        let input = |row: u32| store.rows[row as usize].input;
        let mut files = HashSet::default();
        let mut ids: Vec<(Ids, &str)> = Vec::new();
        let mut seen: HashSet<u32> = HashSet::default();
        for &row in rows {
            if seen.contains(&row) {
                continue;
            }
            for part in self.of(row) {
                seen.insert(part);
                if !files.insert(input(part)) {
                    return false;
                }
                let id = store.rows[part as usize].id();
                if !id.is_empty() {
                    let space = ids_of(inputs, input(part));
                    let id = store.arena.key(id);
                    if ids.iter().any(|other| other.0 == space && other.1 != id) {
                        return false;
                    }
                    ids.push((space, id));
                }
            }
        }
        true
    }
}

/// Whose ids a file holds: those of a source, of a SCIM service, or of whoever made the table.
type Ids = (Option<Source>, bool);

pub(super) fn ids_of(inputs: &[Input], input: u16) -> Ids {
    let shape = inputs[usize::from(input)].shape();
    (shape.and_then(Shape::source), shape == Some(Shape::ScimJson))
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
                    None if self.store.gives(row) & attribute.bit() != 0 => *giver = Some(row),
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
        self.values(person, &givers, placeholders);
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
                let told = self.store.gives(row) & attribute.bit() != 0;
                if row != giver && told && !self.agree(attribute, giver, row) {
                    let place = self.differing(attribute, giver, row);
                    self.found.push(Finding::new(
                        row,
                        RuleId::FileConflict,
                        Some(attribute),
                        place,
                        giver + 1,
                    ));
                }
            }
        }
    }

    fn ids(&self, row: u32) -> Ids {
        ids_of(self.inputs, self.store.rows[row as usize].input)
    }

    /// Whether two records give the same value. Texts that only differ by case do not disagree where case means nothing.
    fn agree(&self, attribute: Attribute, one: u32, other: u32) -> bool {
        let store = &*self.store;
        let (a, b) = (&store.rows[one as usize], &store.rows[other as usize]);
        let (x, y) = (&store.extras[one as usize], &store.extras[other as usize]);
        let text = |span| store.arena.key(span);
        let managers = [a, b].map(|row| store.references.get(row.manager));
        let of_place = |index: usize| {
            store.places[a.place as usize].texts[index] == store.places[b.place as usize].texts[index]
        };
        match attribute {
            // Ids of two directories are not the same thing.
            Attribute::Id => text(a.id()) == text(b.id()) || self.ids(one) != self.ids(other),
            Attribute::UserName => text(a.user_name()).eq_ignore_ascii_case(text(b.user_name())),
            Attribute::PrimaryEmail => text(a.email()).eq_ignore_ascii_case(text(b.email())),
            // ACTIVE and PROVISIONED say the same.
            Attribute::Status => x.status == y.status,
            Attribute::GivenName => split(text(a.name()), x.given).0 == split(text(b.name()), y.given).0,
            Attribute::FamilyName => split(text(a.name()), x.given).1 == split(text(b.name()), y.given).1,
            Attribute::PrivateEmail => x.private_email == y.private_email,
            Attribute::PhoneNumber => x.phone == y.phone,
            Attribute::PhoneExtension => x.extension == y.extension,
            Attribute::Title => x.title == y.title,
            Attribute::ManagerEmail => {
                let email = |number| store.texts.text(number);
                email(managers[0].email).eq_ignore_ascii_case(email(managers[1].email))
            }
            Attribute::ManagerName => managers[0].name == managers[1].name,
            Attribute::ManagerId => managers[0].id == managers[1].id,
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
            Attribute::SecondaryEmails => self.secondary(one).keys().eq(self.secondary(other).keys()),
        }
    }

    /// The place in a list of the first value that the other record does not have.
    fn differing(&self, attribute: Attribute, giver: u32, row: u32) -> u16 {
        if attribute != Attribute::SecondaryEmails {
            return 0;
        }
        let held = self.secondary(giver);
        let own = self.secondary(row);
        own.iter().find(|(text, _)| !held.contains_key(*text)).map_or(0, |(_, place)| *place)
    }

    /// Secondary emails of a record with their places in the list.
    fn secondary(&self, row: u32) -> BTreeMap<String, u16> {
        let all = &self.store.secondary;
        let from = all.partition_point(|entry| entry.0 < row);
        let own = all[from..].iter().take_while(|entry| entry.0 == row);
        own.map(|entry| (self.store.arena.get(entry.2).to_lowercase(), entry.1)).collect()
    }

    /// The row at which the profile stands takes the values that won.
    fn values(&mut self, person: u32, givers: &[Option<u32>], placeholders: u32) {
        let store = &mut *self.store;
        let of = |attribute: Attribute| givers[attribute as usize].map(|row| row as usize);
        let mut row = store.rows[person as usize];
        store.own.insert(person, row.present);
        row.present = 0;
        for (attribute, giver) in Attribute::ALL.into_iter().zip(givers) {
            // A dash for a name is a value, and no name.
            row.present |= giver.map_or(0, |giver| store.rows[giver as usize].present & attribute.bit());
            if giver.is_some() {
                row.placeholders &= !attribute.bit();
            } else {
                row.placeholders |= placeholders & attribute.bit();
            }
        }
        let text = |attribute: Attribute, get: fn(&Row) -> Key| {
            store.arena.key(get(of(attribute).map_or(&row, |giver| &store.rows[giver]))).to_owned()
        };
        let id = text(Attribute::Id, Row::id);
        let (email, user_name) =
            (text(Attribute::PrimaryEmail, Row::email), text(Attribute::UserName, Row::user_name));
        let part = |attribute: Attribute, which: fn((&str, &str)) -> String| {
            of(attribute).map_or_else(String::new, |giver| {
                which(split(store.arena.key(store.rows[giver].name()), store.extras[giver].given))
            })
        };
        let given = part(Attribute::GivenName, |(given, _)| given.to_owned());
        let family = part(Attribute::FamilyName, |(_, family)| family.to_owned());
        let whole = store.arena.key(row.name()).to_owned();
        let name = if given.is_empty() && family.is_empty() { ["", &whole] } else { [&*given, &family] };
        let keys = [&id, &email, &user_name, name[0], name[1]];
        row.keys = store.arena.add_keys(keys.map(str::as_bytes));
        let given = |attribute: Attribute| of(attribute).map_or(row, |giver| store.rows[giver]);
        let named = |attribute: Attribute| store.references.get(given(attribute).manager);
        let reference = Reference {
            email: named(Attribute::ManagerEmail).email,
            name: named(Attribute::ManagerName).name,
            id: named(Attribute::ManagerId).id,
        };
        row.groups = given(Attribute::Groups).groups;
        row.manager = store.references.naming_of(reference);
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
#[inline]
pub(super) fn known(store: &Store, inputs: &[Input], row: u32) -> u32 {
    let own = inputs[usize::from(store.rows[row as usize].input)].known;
    if store.added.is_empty() { own } else { own | store.added.get(&row).copied().unwrap_or_default() }
}

/// The attributes that some file of a person holds.
#[inline]
pub(super) fn known_of(store: &Store, inputs: &[Input], person: u32) -> u32 {
    if store.parts.is_empty() {
        return known(store, inputs, person);
    }
    store.parts_of(person).fold(0, |bits, row| bits | known(store, inputs, row))
}

/// A guest is told once, by the email if that tells it.
#[inline(never)]
fn guests(store: &mut Store) {
    let guests: Vec<Finding> =
        store.findings.all.iter().filter(|finding| finding.rule() == RuleId::EmailGuest).copied().collect();
    let mut by_email = crate::maps::HashSet::default();
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
    let stand = |attribute| store.stand(person, attribute, |row| known(store, inputs, row));
    absent(store, person, known_of(store, inputs, person))
        .into_iter()
        .map(|(rule, attribute, place)| Finding::new(stand(attribute), rule, Some(attribute), place, 0))
        .collect()
}

/// The rules that fire for what is missing of a person, of whom so much is known.
pub(super) fn absent(store: &Store, person: u32, known: u32) -> Vec<Spot> {
    let facts = super::people::facts(store, person, known, &String::new);
    let mut sink = SpotSink::default();
    judge::absence(&facts, &mut sink);
    sink.0
}

/// The domain key of an address, for comparing it.
pub(super) fn address_key(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    (!domain.is_ascii()).then(|| format!("{local}@{}", email::domain_key(domain)))
}
