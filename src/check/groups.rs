//! The groups of the exports, who is in which, and which assignment that leads to.

use hashbrown::HashTable;

use super::columns::{Outcome, Role, Row};
use super::identity::Identity;
use super::store::Store;
use super::{Base, Input};
use crate::assignment::{Governance, InGong, Picker, Set, Simulation, fitting, group_key, lock_of, simulate};
use crate::blocks::each;
use crate::export::InputRole;
use crate::maps::{HashMap, HashSet};
use crate::profile::Attribute;
use crate::rules::RuleId;
use crate::settings::Settings;

/// The groups of the exports. Rows hold the number of a set of them; number 0 is the empty set.
#[derive(Debug)]
pub(crate) struct Groups {
    /// Every spelling of each group, the first met first.
    pub(crate) names: Vec<Vec<String>>,
    /// Sets of numbers of groups, each in order.
    pub(crate) sets: Vec<Vec<u32>>,
    keys: HashMap<String, u32>,
    /// Groups by every spelling that was met.
    spelled: HashMap<String, u32>,
    set_numbers: HashMap<Vec<u32>, u32>,
}

impl Groups {
    pub(crate) fn new() -> Groups {
        Groups {
            names: Vec::new(),
            sets: vec![Vec::new()],
            keys: HashMap::default(),
            spelled: HashMap::default(),
            set_numbers: HashMap::from_iter([(Vec::new(), 0)]),
        }
    }

    /// The number of a group; its spelling is remembered. Nothing for a blank name.
    pub(crate) fn number(&mut self, name: &str) -> Option<u32> {
        let name = name.trim();
        if let Some(&number) = self.spelled.get(name) {
            return Some(number);
        }
        let key = group_key(name);
        if key.is_empty() {
            return None;
        }
        let number = *self.keys.entry(key).or_insert(self.names.len() as u32);
        if number as usize == self.names.len() {
            self.names.push(Vec::new());
        }
        self.names[number as usize].push(name.to_owned());
        self.spelled.insert(name.to_owned(), number);
        Some(number)
    }

    /// The number of a known group.
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.keys.get(&group_key(name)).copied()
    }

    /// The number of a set of groups.
    pub(crate) fn set(&mut self, mut groups: Vec<u32>) -> u32 {
        groups.sort_unstable();
        groups.dedup();
        if let Some(&number) = self.set_numbers.get(&groups) {
            return number;
        }
        let number = self.sets.len() as u32;
        self.sets.push(groups.clone());
        self.set_numbers.insert(groups, number);
        number
    }

    /// Whether a set holds a group.
    pub(crate) fn holds(&self, set: u32, group: u32) -> bool {
        self.sets[set as usize].binary_search(&group).is_ok()
    }

    /// Names of the groups of a set, as first spelled.
    pub(crate) fn of(&self, set: u32) -> impl Iterator<Item = &str> {
        self.sets[set as usize].iter().map(|&group| self.names[group as usize][0].as_str())
    }
}

/// Collects the groups of all exports, and gives every row the number of its set. Members' files and groups
/// with members add to what people's own records say.
#[inline(never)]
pub(super) fn gather(store: &mut Store, inputs: &[Input]) -> Groups {
    let mut groups = Groups::new();
    // Sets by the number of the text they were read as.
    let mut by_text: Vec<Option<u32>> = vec![None; store.texts.len()];
    let records: HashMap<u32, u32> = store.group_records.iter().copied().collect();
    for input in inputs.iter().filter(|input| input.is_read()) {
        if let Some(name) = input.group() {
            groups.number(name);
        }
        each(input.rows.len() as u32, |row| {
            let row = input.rows.start + row;
            if !records.is_empty()
                && let Some(&name) = records.get(&row)
            {
                groups.number(store.texts.text(name));
            }
            let held = &mut store.rows[row as usize];
            if !matches!(held.role, Role::Person | Role::Part) {
                // Nobody is in groups by such a record.
                held.groups = 0;
                return;
            }
            if held.groups == 0 {
                return;
            }
            held.groups = *by_text[held.groups as usize].get_or_insert_with(|| {
                let numbers =
                    store.texts.text(held.groups).split('\n').filter_map(|name| groups.number(name));
                let numbers = numbers.collect();
                groups.set(numbers)
            });
        });
    }
    let mut added: Vec<(u32, u32)> = Vec::new();
    let listed = |input: &&Input| input.is_read() && input.group().is_some();
    if store.group_members.is_empty() && !inputs.iter().any(|input| listed(&input)) {
        return groups;
    }
    let mut identity = Identity::new();
    for row in 0..store.rows.len() as u32 {
        if matches!(store.rows[row as usize].role, Role::Person | Role::Part) {
            identity.add(store, row);
        }
    }
    for input in inputs.iter().filter(listed) {
        let Some(group) = input.group().and_then(|name| groups.find(name)) else {
            continue;
        };
        for row in input.rows.clone().filter(|&row| store.rows[row as usize].role == Role::Listed) {
            if let Some(person) = identity.find(store, inputs, row) {
                added.push((person, group));
            }
        }
    }
    for &(name, id) in &store.group_members {
        let group = groups.find(store.texts.text(name));
        if let (Some(group), Some(person)) = (group, identity.by_id(store, store.arena.get(id))) {
            added.push((person, group));
        }
    }
    added.sort_unstable();
    added.dedup();
    for added in added.chunk_by(|one, other| one.0 == other.0) {
        let row = &mut store.rows[added[0].0 as usize];
        let mut all = groups.sets[row.groups as usize].clone();
        all.extend(added.iter().map(|(_, group)| group));
        row.groups = groups.set(all);
    }
    groups
}

/// Whether some file says who is in which group, or which groups there are.
#[inline(never)]
pub(super) fn are_known(groups: &Groups, inputs: &[Input]) -> bool {
    let bit = Attribute::Groups.bit();
    !groups.names.is_empty()
        || inputs
            .iter()
            .filter(|input| input.has_people && input.is_read())
            .any(|input| input.known & bit != 0)
}

/// People already in Gong are told who of the exports they are.
#[inline(never)]
pub(super) fn match_members(store: &mut Store, inputs: &[Input]) {
    if !store.has_others || !store.rows.iter().any(|row| row.role == Role::InGong) {
        return;
    }
    let mut identity = Identity::new();
    for row in 0..store.rows.len() as u32 {
        if matches!(store.rows[row as usize].role, Role::Person | Role::Part) {
            identity.add(store, row);
        }
    }
    for row in 0..store.rows.len() as u32 {
        if store.rows[row as usize].role == Role::InGong
            && let Some(person) = identity.find(store, inputs, row)
        {
            store.rows[row as usize].person = person;
        }
    }
}

/// How the people already in Gong stand to those of the exports.
#[inline(never)]
fn in_gong(store: &Store, inputs: &[Input]) -> Option<InGong> {
    let given = inputs.iter().any(|input| input.is_read() && input.given.role == InputRole::Members);
    let mut counts = InGong::default();
    let mut seen = HashSet::default();
    for row in store.rows.iter().filter(|row| row.role == Role::InGong) {
        if !seen.insert(row.person) {
            continue;
        }
        let person = &store.rows[row.person as usize];
        counts.people += 1;
        match (person.role, person.outcome) {
            (Role::Person, Outcome::OutOfScope) => counts.out_of_scope += 1,
            (Role::Person, _) => counts.matched += 1,
            _ => counts.absent += 1,
        }
    }
    given.then_some(counts)
}

/// What the settings' assignments make of the sets of groups.
#[derive(Debug)]
pub(crate) struct Assigned {
    /// Places of the assignments that fit, by the number of the set.
    fitting: Vec<Vec<usize>>,
    /// `group/unmatched` is judged at all.
    judged: bool,
}

impl Assigned {
    #[inline(never)]
    pub(crate) fn new(settings: &Settings, base: &Base) -> Assigned {
        let picker = Picker::new(settings);
        let naming: Vec<&[usize]> = base.groups.names.iter().map(|names| picker.naming(&names[0])).collect();
        let fitting =
            base.groups.sets.iter().map(|set| fitting(set.iter().map(|&group| naming[group as usize])));
        Assigned {
            fitting: fitting.collect(),
            judged: !settings.assignments.is_empty()
                && base.store.findings.severity(RuleId::GroupUnmatched).is_some(),
        }
    }

    /// Places in the list of the assignments that fit a row, the first of which wins.
    pub(crate) fn fitting(&self, row: &Row) -> &[usize] {
        &self.fitting[row.groups as usize]
    }

    /// The person is in groups, and no assignment names one of them.
    pub(crate) fn is_unmatched(&self, row: &Row) -> bool {
        self.judged && row.groups != 0 && self.fitting(row).is_empty()
    }
}

/// Everyone's assignments at once.
#[inline(never)]
pub(crate) fn simulation(base: &Base, settings: &Settings) -> Simulation {
    let mut people = vec![0; base.groups.sets.len()];
    each(base.store.rows.len() as u32, |row| {
        let row = &base.store.rows[row as usize];
        if row.role == Role::Person && row.outcome == Outcome::Imported {
            people[row.groups as usize] += 1;
        }
    });
    let sets: Vec<Set> = base
        .groups
        .sets
        .iter()
        .zip(people)
        .filter(|(_, people)| *people > 0)
        .map(|(groups, people)| Set { groups: groups.clone(), people })
        .collect();
    let mut simulation = simulate(settings, &base.groups.names, &sets);
    simulation.knows_groups = are_known(&base.groups, &base.inputs);
    simulation.in_gong = in_gong(&base.store, &base.inputs);
    simulation.governance = governance(base);
    simulation
}

/// How many imported people each attribute is locked for.
#[inline(never)]
fn governance(base: &Base) -> Vec<Governance> {
    let locks: Vec<_> = Attribute::ALL.into_iter().filter_map(lock_of).collect();
    let mut all: Vec<Governance> = locks
        .into_iter()
        .map(|lock| Governance {
            attribute: lock.attribute,
            label: lock.label.into(),
            locked: 0,
            once: 0,
            unknown: 0,
        })
        .collect();
    let store = &base.store;
    // How many people hold the same attributes out of the same known ones.
    let mut alike: HashTable<((u32, u32), u64)> = HashTable::new();
    each(store.rows.len() as u32, |person| {
        let row = &store.rows[person as usize];
        if row.role != Role::Person || row.outcome != Outcome::Imported {
            return;
        }
        let own = (row.present, super::join::known_of(store, &base.inputs, person));
        let hash = super::hash::numbers([own.0, own.1, 0, 0]);
        let rehash = |held: &((u32, u32), u64)| super::hash::numbers([held.0.0, held.0.1, 0, 0]);
        alike.entry(hash, |held| held.0 == own, rehash).or_insert((own, 0)).get_mut().1 += 1;
    });
    for ((present, known), count) in alike {
        for one in &mut all {
            let bit = one.attribute.bit();
            let place = if present & bit != 0 {
                &mut one.locked
            } else if known & bit != 0 {
                &mut one.once
            } else {
                &mut one.unknown
            };
            *place += count;
        }
    }
    all
}
