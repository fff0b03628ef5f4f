//! What needs everyone: absence, doubled accounts and addresses.

use hashbrown::HashTable;

use super::columns::{Finding, Outcome, Role, Row, Span, blocks};
use super::equal::repeats;
use super::store::{Spot, Store};
use super::{Input, hash, join};
use crate::blocks::{each, retain};
use crate::export::{Export, Shape, text_of};
use crate::maps::{HashMap, HashSet};
use crate::profile::{Attribute, Facts, email};
use crate::rules::RuleId;

/// A list of Okta's users is the list of a group's members if another file holds all its ids and more.
#[inline(never)]
pub(super) fn members(store: &mut Store, inputs: &mut [Input]) {
    let is_users = |input: &Input| {
        input.is_of_directory() && matches!(input.shape(), Some(Shape::OktaUsersJson | Shape::OktaCsv))
    };
    if inputs.iter().filter(|input| is_users(input)).count() < 2 {
        return;
    }
    let ids: Vec<HashSet<&str>> = inputs
        .iter()
        .map(|input| {
            let rows = if is_users(input) { input.rows.clone() } else { 0..0 };
            rows.map(|row| store.arena.key(store.rows[row as usize].id()))
                .filter(|id| !id.is_empty())
                .collect()
        })
        .collect();
    let found: Vec<usize> = (0..inputs.len())
        .filter(|&own| {
            let input = &inputs[own];
            let given = input.export().is_none_or(Export::shape_is_given);
            is_users(input)
                && input.shape() == Some(Shape::OktaUsersJson)
                && !given
                && !ids[own].is_empty()
                && ids[own].len() == input.rows.len()
                && ids.iter().any(|other| other.len() > ids[own].len() && ids[own].is_subset(other))
        })
        .collect();
    for number in found {
        let input = &mut inputs[number];
        if let Some(export) = input.export_mut() {
            export.become_members();
        }
        for row in input.rows.clone() {
            store.rows[row as usize].role = Role::Listed;
            store.has_others = true;
        }
        input.has_people = false;
    }
    forget(store);
}

/// Drops what was said of records that are no profiles, but what their files show.
#[inline(never)]
fn forget(store: &mut Store) {
    let rows = &store.rows;
    let role = |row: u32| rows[row as usize].role;
    retain(&mut store.findings.all, |finding| {
        is_of_record(finding.rule()) || role(finding.row()) == Role::Person
    });
    store.secondary.retain(|(row, _, _)| matches!(role(*row), Role::Person | Role::InGong));
}

/// Drops what was said of people who are not active or not in scope, but what their files show.
#[inline(never)]
pub(super) fn passive(store: &mut Store) {
    let rows = &store.rows;
    let mut all = true;
    each(rows.len() as u32, |row| {
        let row = &rows[row as usize];
        all &= row.role != Role::Person || row.outcome == Outcome::Imported;
    });
    if !all {
        retain(&mut store.findings.all, |finding| is_of_passive(rows, *finding));
    }
}

/// Whether a finding is told of whoever it is on, as far as they are profiles.
fn is_of_passive(rows: &[Row], finding: Finding) -> bool {
    let row = &rows[finding.row() as usize];
    let person = &rows[row.person as usize];
    person.role != Role::Person
        || is_of_record(finding.rule())
        || match person.outcome {
            Outcome::Inactive => finding.rule() == RuleId::StatusInactive,
            Outcome::OutOfScope => false,
            _ => true,
        }
}

/// What is told of a record, whoever it is.
fn is_of_record(rule: RuleId) -> bool {
    rule.is_of_file() || rule == RuleId::GroupNested
}

/// Whether a finding on a record is told, seeing what the record is.
pub(super) fn is_told(store: &Store, finding: Finding) -> bool {
    let profile = store.rows[finding.row() as usize].role == Role::Person;
    (profile || is_of_record(finding.rule())) && is_of_passive(&store.rows, finding)
}

/// Records whose account has stood before in their file are no profiles.
#[inline(never)]
pub(super) fn duplicates(store: &mut Store, inputs: &[Input]) {
    let mut some = false;
    for input in inputs.iter().filter(|input| input.is_read()) {
        let (first, count) = (input.rows.start, input.rows.len() as u32);
        let of = |row: u32| &store.rows[(first + row) as usize];
        let id = |row: u32| store.arena.key_bytes(of(row).id());
        let counts = |row: u32| of(row).role == Role::Person && !of(row).id().is_empty();
        let tags = tags(count, |row| hash::exact(id(row)));
        let mut found = repeats(&tags, counts, id, true);
        // A record without an id is told by its user name, whatever the others have.
        let mut without = false;
        each(count, |row| without |= of(row).role == Role::Person && of(row).id().is_empty());
        if without {
            let name = |row: u32| store.arena.key_bytes(of(row).user_name());
            let counts = |row: u32| of(row).role == Role::Person && !of(row).user_name().is_empty();
            let tags = self::tags(count, |row| hash::caseless(name(row)));
            let by_name = repeats(&tags, counts, name, false);
            found.extend(by_name.into_iter().filter(|(_, row)| of(*row).id().is_empty()));
        }
        some |= !found.is_empty();
        let found: Vec<_> = found.into_iter().map(|(one, other)| (first + one, first + other)).collect();
        for (first, row) in found {
            store.rows[row as usize].role = Role::Duplicate;
            store.findings.add(Finding::new(row, RuleId::FileDuplicateRecord, None, 0, first + 1));
        }
    }
    if some || store.has_others {
        forget(store);
    }
}

/// The part of each row's hash that is worth something.
fn tags(count: u32, hash: impl Fn(u32) -> u64) -> Vec<u32> {
    let mut tags = Vec::new();
    tags.reserve_exact(count as usize);
    each(count, |row| tags.push(hash::tag(hash(row))));
    tags
}

/// What is missing, and who is blocked by what the records say.
#[inline(never)]
pub(super) fn absence(store: &mut Store, inputs: &[Input]) {
    let mandatory = Attribute::MANDATORY.into_iter().fold(0, |bits, attribute| bits | attribute.bit());
    let unmapped = store.findings.severity(RuleId::FileMandatoryUnmapped).is_some();
    // Most people lack the same: what that leads to is judged once for all of them.
    let mut numbers: HashTable<u32> = HashTable::new();
    let mut judged: Vec<([u32; 4], Vec<Spot>)> = Vec::new();
    each(store.rows.len() as u32, |person| {
        if !store.is_judged(person) {
            return;
        }
        let known = join::known_of(store, inputs, person);
        let signature = signature(store, person, known);
        let hash = hash::numbers(signature);
        let number =
            if let Some(&number) = numbers.find(hash, |&number| judged[number as usize].0 == signature) {
                number as usize
            } else {
                judged.push((signature, join::absent(store, person, known)));
                let rehash = |&number: &u32| hash::numbers(judged[number as usize].0);
                numbers.insert_unique(hash, judged.len() as u32 - 1, rehash);
                judged.len() - 1
            };
        for &(rule, attribute, place) in &judged[number].1 {
            let row = store.stand(person, attribute, |row| join::known(store, inputs, row));
            store.findings.add(Finding::new(row, rule, Some(attribute), place, 0));
        }
        if unmapped && known & mandatory != mandatory {
            store.rows[person as usize].outcome = Outcome::Blocked;
        }
    });
    let Store { rows, findings, .. } = store;
    each(findings.all.len() as u32, |at| {
        let finding = findings.all[at as usize];
        if blocks(finding.rule()) {
            let person = rows[finding.row() as usize].person;
            let held = &mut rows[person as usize];
            if held.role == Role::Person && held.outcome == Outcome::Imported {
                held.outcome = Outcome::Blocked;
            }
        }
    });
}

/// All that the rules about absence look at, in numbers.
fn signature(store: &Store, person: u32, known: u32) -> [u32; 4] {
    let held = &store.rows[person as usize];
    let place = &store.places[held.place as usize];
    let of_place = u32::from(place.zone.is_none()) << 30 | u32::from(place.asks_for_state) << 31;
    [held.present, held.placeholders, known, place.flagged | of_place]
}

/// What the rules about absence look at.
pub(super) fn facts<'a>(store: &'a Store, row: u32, known: u32, who: &'a dyn Fn() -> String) -> Facts<'a> {
    let held = &store.rows[row as usize];
    let place = &store.places[held.place as usize];
    Facts {
        severities: &store.context.severities,
        who,
        known,
        present: held.present,
        placeholders: held.placeholders,
        flagged: place.flagged,
        defaulted: place.zone.is_none(),
        asks_for_state: place.asks_for_state,
        default_zone: store.context.default_zone,
    }
}

/// A part of the hash of every row's email without case, by which it is looked up.
pub(super) type Emails = Vec<u32>;

/// Primary emails that two people have, and secondary emails that belong to someone else. Gives what emails are looked up by.
#[inline(never)]
pub(super) fn addresses(store: &mut Store, inputs: &[Input]) -> Emails {
    let count = store.rows.len() as u32;
    // An internationalised domain is compared in its ASCII form.
    let mut international: HashMap<u32, String> = HashMap::default();
    let plain = |row: u32| store.arena.key_bytes(store.rows[row as usize].email());
    let mut emails = Emails::new();
    emails.reserve_exact(count as usize);
    each(count, |row| {
        let email = plain(row);
        emails.push(hash::tag(hash::caseless(email)));
        if !email.is_ascii()
            && let Some(key) = join::address_key(text_of(email))
        {
            international.insert(row, key);
        }
    });
    for (row, key) in &international {
        emails[*row as usize] = hash::tag(hash::caseless(key.as_bytes()));
    }
    let arrives = |row: u32| {
        let held = &store.rows[row as usize];
        held.role == Role::Person && held.outcome == Outcome::Imported && !held.email().is_empty()
    };
    let text = |row: u32| {
        if international.is_empty() {
            return plain(row);
        }
        international.get(&row).map_or_else(|| plain(row), |key| key.as_bytes())
    };
    let shared = repeats(&emails, arrives, text, false);
    for row in international.keys() {
        emails[*row as usize] = hash::tag(hash::caseless(plain(*row)));
    }
    for shared in shared.chunk_by(|one, other| one.0 == other.0) {
        let people: Vec<u32> = [shared[0].0].into_iter().chain(shared.iter().map(|pair| pair.1)).collect();
        if store.findings.severity(RuleId::EmailDuplicate).is_some() {
            for &person in &people {
                store.rows[person as usize].outcome = Outcome::Blocked;
            }
        }
        let attribute = Attribute::PrimaryEmail;
        let about = store.lists.len() as u32 + 1;
        for &person in &people {
            let row = store.stand(person, attribute, |row| join::known(store, inputs, row));
            store.findings.add(Finding::new(row, RuleId::EmailDuplicate, Some(attribute), 0, about));
        }
        store.lists.push(people);
    }
    aliases(store, &emails);
    emails
}

#[inline(never)]
fn aliases(store: &mut Store, emails: &[u32]) {
    if store.secondary.is_empty() {
        return;
    }
    let person = |row: u32| store.rows[row as usize].person;
    // People of the exports who are judged, and people already in Gong.
    let counts = |row: u32| store.is_judged(person(row)) || store.rows[row as usize].role == Role::InGong;
    // Whose address is it? The first two of several are enough to name someone else.
    let mut owners: Vec<(Span, [Option<u32>; 2])> = Vec::new();
    let mut addresses: HashTable<(u32, u32)> = HashTable::new();
    let find =
        |addresses: &HashTable<(u32, u32)>, owners: &[(Span, [Option<u32>; 2])], tag: u32, text: &[u8]| {
            let of = |number: u32| store.arena.bytes(owners[number as usize].0);
            let same = |held: &(u32, u32)| held.0 == tag && of(held.1).eq_ignore_ascii_case(text);
            addresses.find(hash::spread(tag), same).map(|held| held.1 as usize)
        };
    let own = |held: &mut [Option<u32>; 2], person: u32| {
        let mut people: Vec<u32> = held.iter().flatten().copied().chain([person]).collect();
        people.sort_unstable();
        people.dedup();
        *held = [people.first().copied(), people.get(1).copied()];
    };
    for &(row, _, span) in &store.secondary {
        if counts(row) {
            let text = store.arena.bytes(span);
            let tag = hash::tag(hash::caseless(text));
            let number = find(&addresses, &owners, tag, text).unwrap_or_else(|| {
                let entry = (tag, owners.len() as u32);
                addresses.insert_unique(hash::spread(tag), entry, |held| hash::spread(held.0));
                owners.push((span, [None; 2]));
                owners.len() - 1
            });
            own(&mut owners[number].1, person(row));
        }
    }
    each(store.rows.len() as u32, |row| {
        if counts(row)
            && let email = store.arena.key_bytes(store.rows[row as usize].email())
            && let Some(number) = find(&addresses, &owners, emails[row as usize], email)
        {
            own(&mut owners[number].1, person(row));
        }
    });
    let mut found = Vec::new();
    for &(row, place, span) in &store.secondary {
        let text = store.arena.get(span);
        if !store.is_judged(person(row))
            || store.rows[row as usize].role == Role::InGong
            || !email::is_address(text)
        {
            continue;
        }
        let tag = hash::tag(hash::caseless(text.as_bytes()));
        let held =
            find(&addresses, &owners, tag, text.as_bytes()).map_or([None; 2], |number| owners[number].1);
        if let Some(other) = held.into_iter().flatten().find(|&other| other != person(row)) {
            found.push(Finding::new(
                row,
                RuleId::EmailAliasTaken,
                Some(Attribute::SecondaryEmails),
                place,
                other + 1,
            ));
        }
    }
    for finding in found {
        store.findings.add(finding);
    }
}
