//! Whom people report to.

use super::columns::{Finding, Outcome, Role};
use super::directory::{Directory, Named, People};
use super::people::Emails;
use super::references::Reference;
use super::store::Store;
use super::{Input, MAX_RECORDS, ManagedBy, join};
use crate::blocks::each;
use crate::hierarchy::{Hierarchy, NOBODY};
use crate::profile::{Attribute, email};
use crate::rules::RuleId;

/// The manager of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Manager {
    pub(crate) row: u32,
    pub(crate) by: ManagedBy,
}

/// Everyone's manager, in four bytes each.
#[derive(Debug)]
pub(crate) struct Managers(Vec<u32>);

/// Bits of a row's number; those above tell how the manager was found.
const ROW: u32 = 30;

const _: () = assert!(MAX_RECORDS < 1 << ROW);

impl Manager {
    fn packed(self) -> u32 {
        self.row | (self.by as u32) << ROW
    }

    fn unpacked(packed: u32) -> Option<Manager> {
        let by = match packed >> ROW {
            0 => ManagedBy::Email,
            1 => ManagedBy::Name,
            2 => ManagedBy::Id,
            _ => return None,
        };
        Some(Manager { row: packed & ((1 << ROW) - 1), by })
    }
}

impl Managers {
    fn nobody(count: usize) -> Managers {
        Managers(vec![NOBODY; count])
    }

    fn set(&mut self, row: u32, manager: Manager) {
        self.0[row as usize] = manager.packed();
    }

    /// The manager of a row.
    pub(crate) fn get(&self, row: u32) -> Option<Manager> {
        Manager::unpacked(*self.0.get(row as usize)?)
    }

    /// The row of a row's manager, or [`NOBODY`].
    #[inline]
    pub(super) fn row(&self, row: u32) -> u32 {
        let held = self.0[row as usize];
        if held == NOBODY { NOBODY } else { held & ((1 << ROW) - 1) }
    }
}

/// Whom a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Nobody,
    One(u32),
    /// Number of a list of rows, plus one.
    Several(u32),
}

/// What is wrong with how a manager is named.
#[derive(Clone, Copy, Debug)]
struct Fault {
    rule: RuleId,
    attribute: Attribute,
    /// As in a finding.
    about: u32,
}

/// What comes of how a manager is named, for whoever names them so.
#[derive(Clone, Copy, Debug, Default)]
struct Settled {
    manager: Option<Manager>,
    /// Not told of the manager themselves.
    fault: Option<Fault>,
}

/// Resolves every manager, and judges the hierarchy.
#[inline(never)]
pub(super) fn managers(store: &mut Store, inputs: &mut [Input], emails: Emails) -> Managers {
    let (managers, mut found) = resolved(store, inputs, emails);
    hierarchy(store, inputs, &managers, &mut found);
    partial(store, inputs, &found);
    for finding in found {
        store.findings.add(finding);
    }
    managers
}

/// Everyone's manager, and what is wrong with how they are named.
#[inline(never)]
fn resolved(store: &mut Store, inputs: &[Input], emails: Emails) -> (Managers, Vec<Finding>) {
    let mut resolving = Resolving::new(store, &emails);
    drop(emails);
    let mut lists = std::mem::take(&mut store.lists);
    let count = store.rows.len();
    let mut managers = Managers::nobody(count);
    let mut found = Vec::new();
    each(count as u32, |row| {
        let named = store.references.get(store.rows[row as usize].manager);
        if named == Reference::default() || !store.is_person(row) {
            return;
        }
        let Settled { manager, fault } = resolving.settle(store, named, &mut lists);
        let fault = match manager {
            Some(manager) if manager.row == row => {
                Some(Fault { rule: RuleId::ManagerSelf, attribute: manager.by.attribute(), about: 0 })
            }
            Some(manager) => {
                managers.set(row, manager);
                fault
            }
            None => fault,
        };
        if let Some(fault) = fault
            && store.is_judged(row)
        {
            let Fault { rule, attribute, about } = fault;
            // Nobody is offered to themselves.
            let offers = matches!(rule, RuleId::ManagerNotFound | RuleId::ManagerReference);
            let about = if offers && about == row + 1 { 0 } else { about };
            let at = store.stand(row, attribute, |row| join::known(store, inputs, row));
            found.push(Finding::new(at, rule, Some(attribute), 0, about));
        }
    });
    store.lists = lists;
    (managers, found)
}

/// Nobody asked yet.
const UNKNOWN: u32 = u32::MAX;

/// Whom names lead to.
struct Resolving {
    directory: Directory,
    /// By the number of a text: whether it is an address, and the number of the name that its owner has.
    addresses: Vec<Option<bool>>,
    called: Vec<u32>,
    /// How a text names, by its number.
    texts: Vec<Option<Named>>,
    /// However often a name is spelled otherwise, its people are listed once.
    names: Vec<Option<Found>>,
}

impl Resolving {
    fn new(store: &Store, emails: &[u32]) -> Resolving {
        let directory = Directory::new(store, emails);
        let names = vec![None; directory.names()];
        let count = store.texts.len();
        let (addresses, called) = (vec![None; count], vec![UNKNOWN; count]);
        Resolving { directory, addresses, called, texts: vec![None; count], names }
    }

    /// What comes of a naming.
    #[inline(never)]
    fn settle(&mut self, store: &Store, named: Reference, lists: &mut Vec<Vec<u32>>) -> Settled {
        let fault = |rule, attribute, about| Some(Fault { rule, attribute, about });
        if named.email != 0 {
            let attribute = Attribute::ManagerEmail;
            let judged = &mut self.addresses[named.email as usize];
            let judge = || {
                let text = || store.texts.text(named.email);
                store.is_manager_address(named.email).unwrap_or_else(|| email::is_address(text()))
            };
            if !*judged.get_or_insert_with(judge) {
                return Settled::default();
            }
            let Some(manager) = self.directory.by_address(named.email) else {
                let offered = match self.name(store, named.name, lists).1 {
                    Found::One(other) => other + 1,
                    Found::Nobody | Found::Several(_) => 0,
                };
                return Settled { manager: None, fault: fault(RuleId::ManagerNotFound, attribute, offered) };
            };
            let by_email = Some(Manager { row: manager, by: ManagedBy::Email });
            if self.directory.agrees(named) {
                return Settled { manager: by_email, fault: None };
            }
            let elsewhere = match self.name(store, named.name, lists) {
                (Named::Well, Found::One(other), _) => (other != manager).then_some(other),
                // The manager is none of those who have the name.
                (Named::Well, Found::Several(list), name) => {
                    let called = &mut self.called[named.email as usize];
                    if *called == UNKNOWN {
                        let own = store.arena.key_bytes(store.rows[manager as usize].name());
                        *called = self.directory.name(own);
                    }
                    (name != *called).then(|| lists[list as usize - 1][0])
                }
                _ => None,
            };
            let conflict = |other| Fault { rule: RuleId::ManagerConflict, attribute, about: other + 1 };
            Settled { manager: by_email, fault: elsewhere.map(conflict) }
        } else if named.name != 0 {
            let attribute = Attribute::ManagerName;
            let (manager, fault) = match self.name(store, named.name, lists) {
                (Named::Turned, ..) => (None, None),
                (Named::Reference, ..) => {
                    let text = store.texts.text(named.name);
                    let meant = self
                        .directory
                        .by_id(store, named.name)
                        .or_else(|| self.directory.by_distinguished_name(text));
                    let about = meant.map_or(0, |meant| meant + 1);
                    (None, fault(RuleId::ManagerReference, attribute, about))
                }
                (Named::Well, Found::One(manager), _) => {
                    let fault = fault(RuleId::ManagerNameOnly, attribute, manager + 1);
                    (Some(Manager { row: manager, by: ManagedBy::Name }), fault)
                }
                (Named::Well, Found::Several(list), _) => {
                    (None, fault(RuleId::ManagerAmbiguous, attribute, list))
                }
                (Named::Well, Found::Nobody, _) => {
                    // Some columns of names hold an address.
                    let meant = self.directory.by_address(named.name);
                    (None, fault(RuleId::ManagerNotFound, attribute, meant.map_or(0, |meant| meant + 1)))
                }
            };
            Settled { manager, fault }
        } else if let Some(manager) = self.directory.by_id(store, named.id) {
            Settled { manager: Some(Manager { row: manager, by: ManagedBy::Id }), fault: None }
        } else {
            let meant = self.directory.by_distinguished_name(store.texts.text(named.id));
            let about = meant.map_or(0, |meant| meant + 1);
            Settled { manager: None, fault: fault(RuleId::ManagerReference, Attribute::ManagerId, about) }
        }
    }

    /// How the text of a number names somebody, whom, and the number of the name.
    fn name(&mut self, store: &Store, text: u32, lists: &mut Vec<Vec<u32>>) -> (Named, Found, u32) {
        if text == 0 {
            return (Named::Reference, Found::Nobody, 0);
        }
        let Resolving { directory, texts, names, .. } = self;
        let number = directory.name_of(text);
        let people = *names[number as usize].get_or_insert_with(|| match directory.people(number) {
            People::Nobody => Found::Nobody,
            People::One(one) => Found::One(one),
            People::Several(several) => {
                lists.push(several.to_vec());
                Found::Several(lists.len() as u32)
            }
        });
        let how = *texts[text as usize].get_or_insert_with(|| Named::of(store.texts.text(text)));
        (how, people, number)
    }
}

#[inline(never)]
fn hierarchy(store: &mut Store, inputs: &[Input], managers: &Managers, found: &mut Vec<Finding>) {
    let links = |row: u32| managers.row(row);
    let hierarchy = Hierarchy::new(store.rows.len() as u32, links);
    let attribute =
        |row: u32| managers.get(row).map_or(Attribute::ManagerEmail, |manager| manager.by.attribute());
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
    let head = sizes.head(links, |row| store.is_person(row) || store.rows[row as usize].role == Role::InGong);
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
        if let Some(manager) = managers.get(person) {
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
