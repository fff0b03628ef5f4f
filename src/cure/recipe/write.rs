//! What was cured, told as a recipe: the files are read once more, as they are without the cures.

use super::held::{Held, held, pieces};
use super::people::{Found, Keys, People, is_own};
use super::{Key, Recipe, Step};
use crate::Error;
use crate::check::{Check, Role};
use crate::export::{Amendment, Layout, Record, Spot};
use crate::maps::{HashMap, HashSet};
use crate::profile::{Attribute, Profile, Says};
use crate::report::SecondReading;
use crate::rules::value::trim;

/// Attributes by which it is told who somebody is, and whether they are provisioned.
const TELLING: [Attribute; 5] =
    [Attribute::Id, Attribute::UserName, Attribute::PrimaryEmail, Attribute::Status, Attribute::Groups];

/// A recipe, and what it does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The recipe.
    pub recipe: Recipe,
    /// Number of changed values that no step can tell: of a column that is no attribute, of someone without a key of
    /// their own, or of a value that an earlier file has too and keeps.
    pub left_out: u64,
}

/// A recipe being written.
#[derive(Debug)]
pub struct Writing {
    check: Check,
    reading: SecondReading,
    seen: Seen,
}

/// A value that was changed.
#[derive(Clone, Debug)]
struct Change {
    person: u32,
    attribute: Attribute,
    from: String,
    to: String,
    /// It was changed because of its value, as everyone's.
    by_cause: bool,
    /// The same value of the same person stood before, and was not changed.
    behind: bool,
}

#[derive(Debug, Default)]
struct Seen {
    /// Spots that were changed because of a value.
    by_cause: HashSet<(u32, u32, Spot)>,
    /// The values that were changed so.
    candidates: HashSet<String>,
    /// People with a changed record.
    people: HashSet<u32>,
    /// Those of whom it may have changed who they are, or whether they are provisioned.
    told_anew: HashSet<u32>,
    changes: Vec<Change>,
    left_out: u64,
    /// Values as they are with the cures, among them those that others had changed.
    standing: HashMap<(Attribute, String), HashSet<String>>,
    /// Values of changed people that stay as they are.
    kept: HashSet<(u32, Attribute, String)>,
    /// What changed people have a value of.
    present: HashMap<u32, u32>,
    /// Their keys as the files have them.
    keys: HashMap<u32, Keys>,
    /// Those of changed records.
    by_row: HashMap<u32, Keys>,
}

impl Check {
    /// Begins to tell what was cured as a recipe. Every input has to be pushed once more.
    pub fn recipe(&self) -> Writing {
        let mut seen = Seen {
            by_cause: self.cures().map(super::super::Cures::by_cause).unwrap_or_default(),
            ..Seen::default()
        };
        let mut keys = HashSet::default();
        for input in &self.base.inputs {
            let Some(export) = input.export() else { continue };
            for (record, one) in export.amendments().all() {
                let Some(row) = input.row_of(record) else { continue };
                let person = self.base.store.rows[row as usize].person;
                seen.people.insert(person);
                if tells(export.layout(), one) {
                    seen.told_anew.insert(person);
                    keys.extend([&one.was, &one.text].map(|text| trim(text).to_ascii_lowercase()));
                }
                if seen.by_cause.contains(&(input.file, record, one.spot)) {
                    let whole = [trim(&one.was)].into_iter();
                    let values = whole.chain(pieces(&one.was).into_iter().map(|part| trim(&one.was[part])));
                    seen.candidates.extend(values.filter(|value| !value.is_empty()).map(str::to_owned));
                }
            }
        }
        keys.remove("");
        if !keys.is_empty() {
            // Whoever shares a key that came or went may be another's second record now, or none any more.
            let store = &self.base.store;
            for held in &store.rows {
                let own = [held.id(), held.user_name(), held.email()].map(|span| store.arena.key(span));
                if own.iter().any(|key| keys.contains(&key.to_ascii_lowercase())) {
                    seen.told_anew.insert(held.person);
                }
            }
        }
        Writing { check: self.clone(), reading: SecondReading::of_originals(self), seen }
    }
}

/// Whether a change is about who somebody is, or whether they are provisioned.
fn tells(layout: &Layout, one: &Amendment) -> bool {
    match one.spot {
        Spot::Attribute(attribute) => TELLING.contains(&attribute),
        Spot::Cell { column, .. } => {
            let uses = layout.columns.get(usize::from(column)).map_or(&[][..], |column| &column.uses);
            uses.iter().any(|used| TELLING.contains(&used.attribute))
        }
    }
}

impl Writing {
    /// Number of the input whose bytes are to be pushed; `None` when all are through.
    pub fn wants(&self) -> Option<u32> {
        self.reading.wants()
    }

    /// Takes bytes of the wanted input.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Writing { check, reading, seen } = self;
        reading.push(bytes, |row, layout, record| {
            seen.take(check, row, layout, record);
            Ok(())
        })
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self) -> Result<(), Error> {
        let Writing { check, reading, seen } = self;
        reading.end(|row, layout, record| {
            seen.take(check, row, layout, record);
            Ok(())
        })
    }

    /// The recipe: first what was changed of one person, then what was changed for all who had a value. Made again in
    /// this order, it makes what was made.
    pub fn finish(self) -> Written {
        let Writing { check, mut seen, .. } = self;
        let mut causes = seen.causes();
        let names = seen.names(&check);
        // Who cannot be named has no step of their own before it, and a cause would change what they have.
        for change in
            seen.changes.iter().filter(|change| !change.by_cause && !names.contains_key(&change.person))
        {
            causes.remove(&(change.attribute, trim(&change.from).to_owned()));
        }
        let mut steps: Vec<Option<Step>> = Vec::new();
        let mut of_person: HashMap<(u32, Attribute), Vec<usize>> = HashMap::default();
        let mut by_value: HashMap<(u32, Attribute, String), usize> = HashMap::default();
        let mut left_out = seen.left_out;
        let mut of_causes = Vec::new();
        let mut told = HashSet::default();
        for change in seen.changes {
            let from = trim(&change.from).to_owned();
            if change.by_cause && causes.contains(&(change.attribute, from.clone())) {
                if told.insert((change.attribute, from)) {
                    let Change { attribute, from, to, .. } = change;
                    of_causes.push(Step { person: None, attribute, from, to });
                }
                continue;
            }
            let Some(person) = names.get(&change.person) else {
                left_out += 1;
                continue;
            };
            let has = seen.present.get(&change.person).copied().unwrap_or_default();
            let beside = from.is_empty() && has & change.attribute.bit() != 0;
            if change.behind || beside {
                left_out += 1;
                continue;
            }
            let at = *by_value.entry((change.person, change.attribute, from.clone())).or_insert(steps.len());
            if let Some(step) = steps.get(at) {
                left_out += u64::from(step.as_ref().is_none_or(|step| step.to != change.to));
                continue;
            }
            let Change { attribute, to, .. } = change;
            // A value that one step makes and another looks for would change twice.
            let others = of_person.entry((change.person, attribute)).or_default();
            let meets = |step: &Step| trim(&step.to) == from || trim(&step.from) == trim(&to);
            if let Some(other) = others.iter().copied().find(|at| steps[*at].as_ref().is_some_and(meets)) {
                steps[other] = None;
                steps.push(None);
                left_out += 2;
            } else {
                let step = Step { person: Some(person.clone()), attribute, from: change.from, to };
                steps.push(Some(step));
            }
            others.push(at);
        }
        let mut steps: Vec<Step> = steps.into_iter().flatten().collect();
        steps.extend(of_causes);
        Written { recipe: Recipe { steps }, left_out }
    }
}

impl Seen {
    fn take(&mut self, check: &Check, row: u32, layout: &Layout, record: &Record<'_>) {
        let store = &check.base.store;
        let own = &store.rows[row as usize];
        let person = own.person;
        let is_changed = self.people.contains(&person);
        let is_judged = own.role != Role::Duplicate && store.is_judged(person);
        // A cause may come to change whoever is provisioned, or would be without the cures.
        let matters = is_judged || self.told_anew.contains(&person);
        if !is_own(own.role) || !(is_changed || matters && !self.candidates.is_empty()) {
            return;
        }
        let input = &check.base.inputs[usize::from(own.input)];
        let Some(export) = input.export() else { return };
        let amendments = export.amendments().of(record.number);
        let before = held(layout, record);
        if is_changed {
            self.note_keys(row, person, layout, record, !amendments.is_empty());
            let present = before.iter().filter(|held| !held.trimmed().is_empty());
            let bits = present.fold(0, |bits, held| bits | held.attribute.bit());
            *self.present.entry(person).or_default() |= bits;
            for held in &before {
                if !amendments.iter().any(|one| one.spot == held.spot) {
                    self.kept.insert((person, held.attribute, held.trimmed().to_owned()));
                }
            }
        }
        for one in amendments {
            let place = (input.file, record.number, one.spot);
            let by_cause = self.by_cause.contains(&place) && is_judged && !self.told_anew.contains(&person);
            self.change(person, one, &before, by_cause);
        }
        if !matters || self.candidates.is_empty() {
            return;
        }
        if amendments.is_empty() {
            return self.stands(&before);
        }
        let mut after = record.clone();
        for one in amendments {
            after.put(layout, one.spot, &one.was, &one.text);
        }
        self.stands(&held(layout, &after));
    }

    /// Notes values that a cause would change, were it one of theirs.
    fn stands(&mut self, values: &[Held<'_>]) {
        for held in values {
            if self.candidates.contains(held.trimmed()) {
                let entry = self.standing.entry((held.attribute, held.trimmed().to_owned())).or_default();
                if !entry.contains(held.value()) {
                    entry.insert(held.value().to_owned());
                }
            }
        }
    }

    fn note_keys(&mut self, row: u32, person: u32, layout: &Layout, record: &Record<'_>, is_changed: bool) {
        let profile = Profile::new(&layout.columns, record);
        let own = Key::ATTRIBUTES.map(|attribute| profile.text(attribute).to_owned());
        let keys = self.keys.entry(person).or_default();
        for (key, own) in keys.iter_mut().zip(&own) {
            if key.is_empty() {
                key.clone_from(own);
            }
        }
        if is_changed {
            self.by_row.insert(row, own);
        }
    }

    /// Takes up the change of a text: of a value, or of those of a list.
    fn change(&mut self, person: u32, one: &Amendment, before: &[Held<'_>], by_cause: bool) {
        let mut here = before.iter().filter(|held| held.spot == one.spot);
        let Some(first) = here.next() else {
            self.left_out += 1;
            return;
        };
        let attribute = first.attribute;
        let pairs = if attribute.is_list() { in_list(&one.was, &one.text) } else { None };
        let pairs = pairs.unwrap_or_else(|| vec![(one.was.to_string(), one.text.to_string())]);
        for (from, to) in pairs {
            let behind = self.kept.contains(&(person, attribute, trim(&from).to_owned()));
            self.changes.push(Change { person, attribute, from, to, by_cause, behind });
        }
    }

    /// The values that a step may change for all who have them: everyone's became the same, but what was changed by hand,
    /// and nobody has them still or anew.
    fn causes(&self) -> HashSet<(Attribute, String)> {
        let mut all: HashMap<(Attribute, String), Option<&str>> = HashMap::default();
        for change in self.changes.iter().filter(|change| change.by_cause) {
            let from = trim(&change.from);
            if !from.is_empty() {
                let to = all.entry((change.attribute, from.to_owned())).or_insert(Some(&change.to));
                *to = to.filter(|to| *to == change.to);
            }
        }
        let sound = |value: &(Attribute, String), to: &str| {
            self.standing.get(value).is_none_or(|stand| stand.iter().all(|value| value == to))
        };
        all.into_iter().filter_map(|(value, to)| sound(&value, to?).then_some(value)).collect()
    }

    /// How each changed person is named.
    fn names(&mut self, check: &Check) -> HashMap<u32, Key> {
        let mut people = People::default();
        let with_keys = |keys: &Keys| -> Vec<Key> {
            let all = Key::ATTRIBUTES.into_iter().zip(keys.iter());
            let all = all.filter(|(_, text)| !text.is_empty());
            all.map(|(attribute, text)| Key { attribute, text: text.clone() }).collect()
        };
        for key in self.keys.values().flat_map(with_keys) {
            people.want(key.attribute, &key.text);
        }
        people.look(check, |row| self.by_row.get(&row), |person| self.told_anew.contains(&person));
        let keys = std::mem::take(&mut self.keys);
        let name = |(person, keys): (u32, Keys)| {
            let mut keys = with_keys(&keys).into_iter();
            let own = keys.find(|key| people.find(key.attribute, &key.text) == Found::One(person))?;
            Some((person, own))
        };
        keys.into_iter().filter_map(name).collect()
    }
}

/// The values of a list that differ, where its other letters are as they were and no value came or went.
fn in_list(was: &str, text: &str) -> Option<Vec<(String, String)>> {
    let (old, new) = (pieces(was), pieces(text));
    if old.len() != new.len() {
        return None;
    }
    let between = |text: &str, parts: &[std::ops::Range<usize>]| -> Vec<String> {
        let starts = std::iter::once(0).chain(parts.iter().map(|part| part.end));
        let ends = parts.iter().map(|part| part.start).chain(std::iter::once(text.len()));
        starts.zip(ends).map(|(start, end)| text[start..end].to_owned()).collect()
    };
    if old.is_empty() || between(was, &old) != between(text, &new) {
        return None;
    }
    let pairs = old.into_iter().zip(new).map(|(old, new)| (was[old].to_owned(), text[new].to_owned()));
    let pairs: Vec<(String, String)> = pairs.filter(|(old, new)| old != new).collect();
    // Of equal values each step would change all, and what one makes the next would change again.
    let olds: Vec<&str> = pieces(was).into_iter().map(|part| trim(&was[part])).collect();
    let alike = |value: &str| olds.iter().filter(|old| **old == trim(value)).count();
    let alone = pairs.iter().all(|(old, new)| alike(old) == 1 && (alike(new) == 0 || trim(old) == trim(new)));
    alone.then_some(pairs)
}
