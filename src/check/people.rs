//! What needs everyone: absence, doubled accounts and addresses, managers.

use std::collections::{HashMap, HashSet};

use super::columns::{Finding, Outcome, Role, Row, blocks};
use super::lookup::Lookup;
use super::store::Store;
use super::{Input, ManagedBy, Manager, join};
use crate::export::{Export, Shape};
use crate::hierarchy::{Hierarchy, NOBODY};
use crate::profile::{Attribute, Facts, email, name_key, name_key_into};
use crate::rules::{RuleId, manager};

/// A list of Okta's users is the list of a group's members if another file holds all its ids and more.
pub(super) fn members(store: &mut Store, inputs: &mut [Input]) {
    let is_users = |input: &Input| {
        input.is_of_directory() && matches!(input.shape(), Some(Shape::OktaUsersJson | Shape::OktaCsv))
    };
    let ids: Vec<HashSet<&str>> = inputs
        .iter()
        .map(|input| {
            let rows = if is_users(input) { input.rows.clone() } else { 0..0 };
            rows.map(|row| store.arena.get(store.rows[row as usize].id)).filter(|id| !id.is_empty()).collect()
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
        }
        input.has_people = false;
    }
    forget(store);
}

/// Drops what was said of records that are no profiles, but what their files show.
fn forget(store: &mut Store) {
    let rows = &store.rows;
    let role = |row: u32| rows[row as usize].role;
    store.findings.all.retain(|finding| is_of_record(finding.rule()) || role(finding.row()) == Role::Person);
    store.secondary.retain(|(row, _, _)| matches!(role(*row), Role::Person | Role::InGong));
}

/// Drops what was said of people who are not active or not in scope, but what their files show.
pub(super) fn passive(store: &mut Store) {
    let rows = &store.rows;
    if rows.iter().all(|row| row.role != Role::Person || row.outcome == Outcome::Imported) {
        return;
    }
    store.findings.all.retain(|finding| is_of_passive(rows, *finding));
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
    rule.rule().id.starts_with("file/") || rule == RuleId::GroupNested
}

/// Whether a finding on a record is told, seeing what the record is.
pub(super) fn is_told(store: &Store, finding: Finding) -> bool {
    let profile = store.rows[finding.row() as usize].role == Role::Person;
    (profile || is_of_record(finding.rule())) && is_of_passive(&store.rows, finding)
}

/// Records whose account has stood before in their file are no profiles.
pub(super) fn duplicates(store: &mut Store, inputs: &[Input]) {
    for input in inputs.iter().filter(|input| input.is_read()) {
        // A record without an id is told by its user name, whatever the others have.
        let (mut ids, mut names) = (Lookup::exact(), Lookup::folded(0));
        for row in input.rows.clone() {
            let held = store.rows[row as usize];
            if held.role != Role::Person {
                continue;
            }
            let name = |row: u32| store.arena.get(store.rows[row as usize].user_name);
            let by_name = if held.user_name.is_empty() { None } else { names.put(row, name) };
            let first = if held.id.is_empty() {
                by_name
            } else {
                ids.put(row, |row| store.arena.get(store.rows[row as usize].id))
            };
            if let Some(first) = first {
                store.rows[row as usize].role = Role::Duplicate;
                store.findings.add(Finding::new(row, RuleId::FileDuplicateRecord, None, 0, first + 1));
            }
        }
    }
    forget(store);
}

/// What is missing, and who is blocked by what the records say.
pub(super) fn absence(store: &mut Store, inputs: &[Input]) {
    for person in 0..store.rows.len() as u32 {
        if !store.is_judged(person) {
            continue;
        }
        for finding in join::absence(store, inputs, person) {
            store.findings.add(finding);
        }
        let known = join::known_of(store, inputs, person);
        let mandatory = Attribute::MANDATORY.into_iter().any(|attribute| known & attribute.bit() == 0);
        if mandatory && store.findings.severity(RuleId::FileMandatoryUnmapped).is_some() {
            store.rows[person as usize].outcome = Outcome::Blocked;
        }
    }
    let blocked: Vec<u32> = store
        .findings
        .all
        .iter()
        .filter(|finding| blocks(finding.rule()))
        .map(|finding| store.rows[finding.row() as usize].person)
        .collect();
    for person in blocked {
        if store.is_judged(person) {
            store.rows[person as usize].outcome = Outcome::Blocked;
        }
    }
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

/// Primary emails that two people have, and secondary emails that belong to someone else.
pub(super) fn addresses(store: &mut Store, inputs: &[Input]) {
    let count = store.rows.len() as u32;
    // An internationalised domain is compared in its ASCII form.
    let international: HashMap<u32, String> = (0..count)
        .filter_map(|row| Some((row, join::address_key(store.arena.get(store.rows[row as usize].email))?)))
        .collect();
    let mut lookup = Lookup::folded(store.rows.len());
    let mut shared: HashMap<u32, Vec<u32>> = HashMap::new();
    {
        let text = |row: u32| {
            let plain = || store.arena.get(store.rows[row as usize].email);
            international.get(&row).map_or_else(plain, String::as_str)
        };
        for row in 0..count {
            let held = &store.rows[row as usize];
            if held.role == Role::Person
                && held.outcome == Outcome::Imported
                && !held.email.is_empty()
                && let Some(first) = lookup.put(row, text)
            {
                shared.entry(first).or_insert_with(|| vec![first]).push(row);
            }
        }
    }
    let mut shared: Vec<Vec<u32>> = shared.into_values().collect();
    shared.sort_unstable();
    for people in shared {
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
    aliases(store);
}

fn aliases(store: &mut Store) {
    if store.secondary.is_empty() {
        return;
    }
    let person = |row: u32| store.rows[row as usize].person;
    // People of the exports who are judged, and people already in Gong.
    let counts = |row: u32| store.is_judged(person(row)) || store.rows[row as usize].role == Role::InGong;
    // Whose address is it? The first two of several are enough to name someone else.
    let mut owners: HashMap<String, [Option<u32>; 2]> = HashMap::new();
    let mut own = |person: u32, address: &str, known: bool| {
        let address = address.to_ascii_lowercase();
        if !known && !owners.contains_key(&address) {
            return;
        }
        let held = owners.entry(address).or_default();
        let mut people: Vec<u32> = held.iter().flatten().copied().chain([person]).collect();
        people.sort_unstable();
        people.dedup();
        *held = [people.first().copied(), people.get(1).copied()];
    };
    for &(row, _, span) in &store.secondary {
        if counts(row) {
            own(person(row), store.arena.get(span), true);
        }
    }
    for row in 0..store.rows.len() as u32 {
        if counts(row) {
            own(person(row), store.arena.get(store.rows[row as usize].email), false);
        }
    }
    let mut found = Vec::new();
    for &(row, place, span) in &store.secondary {
        let text = store.arena.get(span);
        if !store.is_judged(person(row))
            || store.rows[row as usize].role == Role::InGong
            || !email::is_address(text)
        {
            continue;
        }
        let held = owners.get(&text.to_ascii_lowercase()).copied().unwrap_or_default();
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

/// How a reference to a manager came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Nobody,
    One(u32),
    /// Number of a list of rows, plus one.
    Several(u32),
}

/// The people by everything a manager can be named by.
struct Directory {
    emails: Lookup,
    user_names: Lookup,
    ids: Lookup,
    secondary: HashMap<String, u32>,
    names: HashMap<String, Vec<u32>>,
}

impl Directory {
    fn new(store: &Store) -> Directory {
        // People of the exports come first; those in Gong whom no export knows stand behind them.
        let all = || 0..store.rows.len() as u32;
        let in_gong = |row: &u32| {
            let held = &store.rows[*row as usize];
            held.role == Role::InGong && held.person == *row
        };
        let rows = || all().filter(|&row| store.is_person(row)).chain(all().filter(in_gong));
        let mut directory = Directory {
            emails: Lookup::folded(store.rows.len()),
            user_names: Lookup::folded(0),
            ids: Lookup::exact(),
            secondary: HashMap::new(),
            names: HashMap::new(),
        };
        directory.names = wanted_names(store);
        let by_name = !directory.names.is_empty();
        let mut key = String::new();
        // Names may hold ids as well.
        let by_id = by_name || store.rows.iter().any(|row| row.manager_id != 0);
        for row in rows() {
            let held = &store.rows[row as usize];
            if !held.email.is_empty() {
                directory.emails.put(row, |row| store.arena.get(store.rows[row as usize].email));
            }
            if !held.user_name.is_empty() && held.user_name != held.email {
                directory.user_names.put(row, |row| store.arena.get(store.rows[row as usize].user_name));
            }
            if by_id && !held.id.is_empty() {
                directory.ids.put(row, |row| store.arena.get(store.rows[row as usize].id));
            }
            if by_name && !held.name.is_empty() {
                key.clear();
                name_key_into(store.arena.get(held.name), &mut key);
                if let Some(people) = directory.names.get_mut(&key) {
                    people.push(row);
                }
            }
        }
        for of_exports in [true, false] {
            for &(row, _, span) in &store.secondary {
                let held = &store.rows[row as usize];
                if (held.role == Role::InGong) != of_exports {
                    let address = store.arena.get(span).to_ascii_lowercase();
                    directory.secondary.entry(address).or_insert(held.person);
                }
            }
        }
        directory
    }

    fn by_address(&self, store: &Store, text: &str) -> Option<u32> {
        self.emails
            .get(text, |row| store.arena.get(store.rows[row as usize].email))
            .or_else(|| self.user_names.get(text, |row| store.arena.get(store.rows[row as usize].user_name)))
            .or_else(|| self.secondary.get(&text.to_ascii_lowercase()).copied())
    }

    fn by_id(&self, store: &Store, text: &str) -> Option<u32> {
        self.ids
            .get(text, |row| store.arena.get(store.rows[row as usize].id))
            .or_else(|| self.by_address(store, text))
    }

    fn by_name(&self, name: &str) -> &[u32] {
        self.names.get(&name_key(name)).map_or(&[], Vec::as_slice)
    }
}

/// The names by which somebody's manager is looked for, with nobody under them yet.
fn wanted_names(store: &Store) -> HashMap<String, Vec<u32>> {
    let numbers: HashSet<u32> =
        store.rows.iter().map(|row| row.manager_name).filter(|name| *name != 0).collect();
    let mut names = HashMap::with_capacity(numbers.len());
    for number in numbers {
        let text = store.texts.text(number);
        names.insert(name_key(text), Vec::new());
        if let Some(name) = manager::is_reference(text).then(|| manager::common_name(text)).flatten() {
            names.insert(name_key(&name), Vec::new());
        }
    }
    names
}

/// Resolves every manager, and judges the hierarchy.
pub(super) fn managers(store: &mut Store, inputs: &mut [Input]) -> Vec<Option<Manager>> {
    let directory = Directory::new(store);
    let count = store.rows.len();
    let mut managers: Vec<Option<Manager>> = vec![None; count];
    let mut found = Vec::new();
    let mut by_email: HashMap<u32, Found> = HashMap::new();
    // However often a name is spelled otherwise, its people are listed once.
    let mut by_name: HashMap<String, Found> = HashMap::new();
    let mut by_text: HashMap<u32, Found> = HashMap::new();
    let mut lists = std::mem::take(&mut store.lists);
    for row in 0..count as u32 {
        if !store.is_person(row) {
            continue;
        }
        let held = store.rows[row as usize];
        let judged = store.is_judged(row);
        let mut add = |rule, attribute, about: u32| {
            if judged {
                let at = store.stand(row, attribute, |row| join::known(store, inputs, row));
                found.push(Finding::new(at, rule, Some(attribute), 0, about));
            }
        };
        let text = store.texts.text(held.manager_name);
        let mut name = || {
            *by_text.entry(held.manager_name).or_insert_with(|| {
                *by_name.entry(name_key(text)).or_insert_with(|| match directory.by_name(text) {
                    [] => Found::Nobody,
                    [one] => Found::One(*one),
                    several => {
                        lists.push(several.to_vec());
                        Found::Several(lists.len() as u32)
                    }
                })
            })
        };
        if held.manager_email != 0 {
            let address = store.texts.text(held.manager_email);
            let attribute = Attribute::ManagerEmail;
            if !email::is_address(address) {
                continue;
            }
            let who = *by_email
                .entry(held.manager_email)
                .or_insert_with(|| directory.by_address(store, address).map_or(Found::Nobody, Found::One));
            match who {
                Found::One(manager) if manager == row => add(RuleId::ManagerSelf, attribute, 0),
                Found::One(manager) => {
                    managers[row as usize] = Some(Manager { row: manager, by: ManagedBy::Email });
                    let named =
                        !text.is_empty() && !manager::is_reference(text) && manager::turned(text).is_none();
                    let elsewhere = match if named { name() } else { Found::Nobody } {
                        Found::One(other) => (other != manager).then_some(other),
                        Found::Several(list) => {
                            let list = &lists[list as usize - 1];
                            (!list.contains(&manager)).then(|| list[0])
                        }
                        Found::Nobody => None,
                    };
                    if let Some(other) = elsewhere {
                        add(RuleId::ManagerConflict, attribute, other + 1);
                    }
                }
                _ => {
                    let offered = match if text.is_empty() { Found::Nobody } else { name() } {
                        Found::One(other) if other != row => other + 1,
                        _ => 0,
                    };
                    add(RuleId::ManagerNotFound, attribute, offered);
                }
            }
        } else if held.manager_name != 0 {
            let attribute = Attribute::ManagerName;
            if manager::is_reference(text) {
                let meant = directory.by_id(store, text).or_else(|| {
                    match directory.by_name(&manager::common_name(text)?) {
                        [one] => Some(*one),
                        _ => None,
                    }
                });
                add(RuleId::ManagerReference, attribute, meant.map_or(0, |meant| meant + 1));
            } else if manager::turned(text).is_none() {
                match name() {
                    Found::One(manager) if manager == row => add(RuleId::ManagerSelf, attribute, 0),
                    Found::One(manager) => {
                        managers[row as usize] = Some(Manager { row: manager, by: ManagedBy::Name });
                        add(RuleId::ManagerNameOnly, attribute, manager + 1);
                    }
                    Found::Several(list) => add(RuleId::ManagerAmbiguous, attribute, list),
                    Found::Nobody => {
                        // Some columns of names hold an address.
                        let meant = directory.by_address(store, text);
                        add(RuleId::ManagerNotFound, attribute, meant.map_or(0, |meant| meant + 1));
                    }
                }
            }
        } else if held.manager_id != 0 {
            let id = store.texts.text(held.manager_id);
            match directory.by_id(store, id) {
                Some(manager) if manager == row => add(RuleId::ManagerSelf, Attribute::ManagerId, 0),
                Some(manager) => managers[row as usize] = Some(Manager { row: manager, by: ManagedBy::Id }),
                None => add(RuleId::ManagerReference, Attribute::ManagerId, 0),
            }
        }
    }
    store.lists = lists;
    hierarchy(store, inputs, &managers, &mut found);
    partial(store, inputs, &found);
    for finding in found {
        store.findings.add(finding);
    }
    managers
}

fn hierarchy(store: &mut Store, inputs: &[Input], managers: &[Option<Manager>], found: &mut Vec<Finding>) {
    let links: Vec<u32> =
        managers.iter().map(|manager| manager.map_or(NOBODY, |manager| manager.row)).collect();
    let hierarchy = Hierarchy::new(&links);
    let attribute =
        |row: u32| managers[row as usize].map_or(Attribute::ManagerEmail, |manager| manager.by.attribute());
    let stand = |store: &Store, person: u32, attribute: Attribute| {
        store.stand(person, attribute, |row| join::known(store, inputs, row))
    };
    for cycle in hierarchy.cycles {
        // Reported on the first of them who is judged at all.
        let Some(at) = cycle.iter().position(|&row| store.is_judged(row)) else {
            continue;
        };
        let first = cycle[at];
        let others: Vec<u32> = cycle[at + 1..].iter().chain(&cycle[..at]).copied().collect();
        store.lists.push(others);
        let row = stand(store, first, attribute(first));
        let about = store.lists.len() as u32;
        found.push(Finding::new(row, RuleId::ManagerCycle, Some(attribute(first)), 0, about));
    }
    let sizes = Hierarchy { sizes: hierarchy.sizes, cycles: Vec::new() };
    // The head may be in Gong already and in no export.
    let head =
        sizes.head(&links, |row| store.is_person(row) || store.rows[row as usize].role == Role::InGong);
    let of_manager = [Attribute::ManagerEmail, Attribute::ManagerName, Attribute::ManagerId];
    for person in 0..store.rows.len() as u32 {
        if !store.is_judged(person) {
            continue;
        }
        let known = join::known_of(store, inputs, person);
        let asked = of_manager
            .into_iter()
            .filter(|attribute| known & attribute.bit() != 0)
            .fold(0, |bits, attribute| bits | attribute.bit());
        let own = &store.rows[person as usize];
        if let Some(manager) = managers[person as usize] {
            let boss = &store.rows[manager.row as usize];
            if boss.role == Role::Person && boss.outcome != Outcome::Imported {
                let attribute = manager.by.attribute();
                let row = stand(store, person, attribute);
                found.push(Finding::new(
                    row,
                    RuleId::ManagerNotImported,
                    Some(attribute),
                    0,
                    manager.row + 1,
                ));
            }
        } else if asked != 0 && (own.present | own.placeholders) & asked == 0 {
            let rule = if head == Some(person) { RuleId::ManagerRoot } else { RuleId::ManagerMissing };
            let attribute = of_manager.into_iter().find(|attribute| attribute.bit() & asked != 0);
            let row = attribute.map_or(person, |attribute| stand(store, person, attribute));
            found.push(Finding::new(row, rule, attribute, 0, 0));
        }
    }
}

/// More than half of a file's managers are nobody here: the file is not the whole.
fn partial(store: &Store, inputs: &mut [Input], found: &[Finding]) {
    let named = Attribute::ManagerEmail.bit() | Attribute::ManagerName.bit();
    let mut all_missed = vec![0; inputs.len()];
    for finding in found.iter().filter(|finding| finding.rule() == RuleId::ManagerNotFound) {
        all_missed[usize::from(store.rows[finding.row() as usize].input)] += 1;
    }
    for (input, missed) in inputs.iter_mut().zip(all_missed).filter(|(input, _)| input.is_read()) {
        let named = input.rows.clone().filter(|&row| {
            let held = &store.rows[row as usize];
            matches!(held.role, Role::Person | Role::Part)
                && store.is_judged(held.person)
                && store.own_present(row) & named != 0
        });
        input.managers_missed = (missed, named.count());
    }
}
