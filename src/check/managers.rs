//! Whom people report to.

use super::columns::{Finding, Outcome, Role};
use super::directory::{Directory, Named};
use super::store::Store;
use super::{Input, ManagedBy, Manager, join};
use crate::blocks::each;
use crate::hierarchy::{Hierarchy, NOBODY};
use crate::profile::{Attribute, email};
use crate::rules::{RuleId, manager};

/// How a reference to a manager came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// The text cannot name anybody.
    Wrong,
    Nobody,
    One(u32),
    /// Number of a list of rows, plus one.
    Several(u32),
}

/// Resolves every manager, and judges the hierarchy.
#[inline(never)]
pub(super) fn managers(store: &mut Store, inputs: &mut [Input]) -> Vec<Option<Manager>> {
    let (managers, mut found) = resolved(store, inputs);
    hierarchy(store, inputs, &managers, &mut found);
    partial(store, inputs, &found);
    for finding in found {
        store.findings.add(finding);
    }
    managers
}

/// Everyone's manager, and what is wrong with how they are named.
#[inline(never)]
fn resolved(store: &mut Store, inputs: &[Input]) -> (Vec<Option<Manager>>, Vec<Finding>) {
    let directory = Directory::new(store);
    let count = store.rows.len();
    let mut managers: Vec<Option<Manager>> = vec![None; count];
    let mut found = Vec::new();
    // Each text is looked at once.
    let mut by_email: Vec<Option<(Found, u32)>> = vec![None; store.texts.len()];
    let mut texts: Vec<Option<(Named, Found, u32)>> = vec![None; store.texts.len()];
    // However often a name is spelled otherwise, its people are listed once.
    let mut by_name: Vec<Option<Found>> = vec![None; directory.names()];
    let mut lists = std::mem::take(&mut store.lists);
    each(count as u32, |row| {
        if !store.is_person(row) {
            return;
        }
        let held = store.rows[row as usize];
        let judged = store.is_judged(row);
        let mut add = |rule, attribute, about: u32| {
            if judged {
                let at = store.stand(row, attribute, |row| join::known(store, inputs, row));
                found.push(Finding::new(at, rule, Some(attribute), 0, about));
            }
        };
        let mut name = || {
            *texts[held.manager_name as usize].get_or_insert_with(|| {
                let text = store.texts.text(held.manager_name);
                let number = directory.name_of(held.manager_name);
                let people =
                    *by_name[number as usize].get_or_insert_with(|| match directory.people(number) {
                        [] => Found::Nobody,
                        [one] => Found::One(*one),
                        several => {
                            lists.push(several.to_vec());
                            Found::Several(lists.len() as u32)
                        }
                    });
                (Named::of(text), people, number)
            })
        };
        if held.manager_email != 0 {
            let attribute = Attribute::ManagerEmail;
            let (who, called) = *by_email[held.manager_email as usize].get_or_insert_with(|| {
                if !email::is_address(store.texts.text(held.manager_email)) {
                    return (Found::Wrong, 0);
                }
                let Some(manager) = directory.by_address(held.manager_email) else {
                    return (Found::Nobody, 0);
                };
                let name = store.arena.key_bytes(store.rows[manager as usize].name());
                (Found::One(manager), directory.name(name))
            });
            match who {
                Found::Wrong => {}
                Found::One(manager) if manager == row => add(RuleId::ManagerSelf, attribute, 0),
                Found::One(manager) => {
                    managers[row as usize] = Some(Manager { row: manager, by: ManagedBy::Email });
                    let named =
                        if held.manager_name == 0 { (Named::Reference, Found::Nobody, 0) } else { name() };
                    let elsewhere = match named {
                        (Named::Well, Found::One(other), _) => (other != manager).then_some(other),
                        // The manager is none of those who have the name.
                        (Named::Well, Found::Several(list), name) if name != called => {
                            Some(lists[list as usize - 1][0])
                        }
                        _ => None,
                    };
                    if let Some(other) = elsewhere {
                        add(RuleId::ManagerConflict, attribute, other + 1);
                    }
                }
                Found::Nobody | Found::Several(_) => {
                    let offered = match if held.manager_name == 0 { Found::Nobody } else { name().1 } {
                        Found::One(other) if other != row => other + 1,
                        _ => 0,
                    };
                    add(RuleId::ManagerNotFound, attribute, offered);
                }
            }
        } else if held.manager_name != 0 {
            let attribute = Attribute::ManagerName;
            match name() {
                (Named::Turned, ..) => {}
                (Named::Reference, ..) => {
                    let text = store.texts.text(held.manager_name);
                    let meant = directory.by_id(store, held.manager_name).or_else(|| {
                        match directory.people(directory.name(manager::common_name(text)?.as_bytes())) {
                            [one] => Some(*one),
                            _ => None,
                        }
                    });
                    add(RuleId::ManagerReference, attribute, meant.map_or(0, |meant| meant + 1));
                }
                (Named::Well, Found::One(manager), _) if manager == row => {
                    add(RuleId::ManagerSelf, attribute, 0);
                }
                (Named::Well, Found::One(manager), _) => {
                    managers[row as usize] = Some(Manager { row: manager, by: ManagedBy::Name });
                    add(RuleId::ManagerNameOnly, attribute, manager + 1);
                }
                (Named::Well, Found::Several(list), _) => add(RuleId::ManagerAmbiguous, attribute, list),
                (Named::Well, Found::Nobody | Found::Wrong, _) => {
                    // Some columns of names hold an address.
                    let meant = directory.by_address(held.manager_name);
                    add(RuleId::ManagerNotFound, attribute, meant.map_or(0, |meant| meant + 1));
                }
            }
        } else if held.manager_id != 0 {
            match directory.by_id(store, held.manager_id) {
                Some(manager) if manager == row => add(RuleId::ManagerSelf, Attribute::ManagerId, 0),
                Some(manager) => managers[row as usize] = Some(Manager { row: manager, by: ManagedBy::Id }),
                None => add(RuleId::ManagerReference, Attribute::ManagerId, 0),
            }
        }
    });
    store.lists = lists;
    (managers, found)
}

#[inline(never)]
fn hierarchy(store: &mut Store, inputs: &[Input], managers: &[Option<Manager>], found: &mut Vec<Finding>) {
    let mut links = vec![NOBODY; managers.len()];
    each(managers.len() as u32, |row| {
        if let Some(manager) = managers[row as usize] {
            links[row as usize] = manager.row;
        }
    });
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
    each(store.rows.len() as u32, |person| {
        if !store.is_judged(person) {
            return;
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
    });
}

/// More than half of a file's managers are nobody here: the file is not the whole.
#[inline(never)]
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
