//! A recipe made again on files, while they are read once more.

use serde::Serialize;

use super::held::{Held, held, pieces};
use super::people::{self, Found, Keys, People};
use super::{Recipe, Step};
use crate::Error;
use crate::check::{Check, Role};
use crate::cure::Batch;
use crate::export::{Layout, Record, Spot};
use crate::maps::{HashMap, HashSet};
use crate::profile::{Attribute, short};
use crate::report::SecondReading;
use crate::rules::value::trim;

/// As many stale steps are told to a page; all are counted.
const LISTED: usize = 200;

/// What became of a recipe.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Replay {
    /// Number of steps.
    pub steps: u64,
    /// Number of values that every step changes; none for a stale one.
    #[serde(skip)]
    pub values: Vec<u64>,
    /// Number of cells that would change.
    pub changes: u64,
    /// Number of people they belong to.
    pub people: u64,
    /// Number of steps whose value does not stand any more.
    pub stale: u64,
    /// Those steps, in their order.
    #[serde(serialize_with = "listed")]
    pub stale_steps: Vec<Stale>,
}

/// A step whose value does not stand any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stale {
    /// Its number, from 1.
    pub step: u64,
    /// Whom and what it is about.
    pub what: String,
    /// What stands in its way.
    pub why: String,
}

#[allow(clippy::ptr_arg, reason = "this is how serde hands a member on")]
fn listed<S: serde::Serializer>(all: &Vec<Stale>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(all.iter().take(LISTED))
}

/// Steps by the value that they change.
type ByValue = [HashMap<String, Vec<u32>>; Attribute::ALL.len()];

/// A recipe being looked for in the files.
#[derive(Debug)]
pub struct Replaying {
    check: Check,
    recipe: Recipe,
    reading: SecondReading,
    made: Made,
}

#[derive(Debug)]
struct Made {
    /// Whom the key of each step fits; a cause fits nobody.
    who: Vec<Found>,
    of_causes: ByValue,
    of_people: HashMap<u32, Vec<u32>>,
    batch: Batch,
    values: Vec<u64>,
    touched: HashSet<u32>,
    /// Steps that changed the value that counts of someone who stands in several files: others that say the same follow.
    followed: HashSet<(u32, u32)>,
    /// What stands in the place of what a step looks for.
    now: HashMap<u32, String>,
}

impl Check {
    /// Begins to look at what a recipe would change. Every input has to be pushed once more.
    pub fn replay(&self, recipe: Recipe) -> Replaying {
        let mut made = Made {
            who: Vec::with_capacity(recipe.steps.len()),
            of_causes: Default::default(),
            of_people: HashMap::default(),
            batch: Batch::default(),
            values: vec![0; recipe.steps.len()],
            touched: HashSet::default(),
            followed: HashSet::default(),
            now: HashMap::default(),
        };
        let (before, now) = self.people_of(&recipe);
        for (step, at) in recipe.steps.iter().zip(0u32..) {
            let Some(key) = &step.person else {
                made.who.push(Found::Nobody);
                let by_value = &mut made.of_causes[step.attribute as usize];
                by_value.entry(trim(&step.from).to_owned()).or_default().push(at);
                continue;
            };
            // The name is that of the file; somebody may have got it only by a cure.
            let found = match before.find(key.attribute, &key.text) {
                Found::Nobody => now.find(key.attribute, &key.text),
                found => found,
            };
            if let Found::One(person) = found {
                made.of_people.entry(person).or_default().push(at);
            }
            made.who.push(found);
        }
        Replaying { check: self.clone(), reading: SecondReading::new(self), recipe, made }
    }

    /// Whom the keys of a recipe fit: as the files stand, and as they stand with what was cured.
    fn people_of(&self, recipe: &Recipe) -> (People, People) {
        let (mut before, mut now) = (People::default(), People::default());
        for key in recipe.steps.iter().filter_map(|step| step.person.as_ref()) {
            before.want(key.attribute, &key.text);
            now.want(key.attribute, &key.text);
        }
        let store = &self.base.store;
        let mut changed: HashMap<u32, Keys> = HashMap::default();
        for input in &self.base.inputs {
            let Some(export) = input.export() else { continue };
            for record in export.amendments().records() {
                let Some(row) = input.row_of(record) else { continue };
                let held = &store.rows[row as usize];
                let own =
                    [held.id(), held.user_name(), held.email()].map(|span| store.arena.key(span).to_owned());
                changed.insert(row, people::before(export.layout(), export.amendments().of(record), &own));
            }
        }
        before.look(self, |row| changed.get(&row), |_| false);
        if !changed.is_empty() {
            now.look(self, |_| None, |_| false);
        }
        (before, now)
    }
}

impl Replaying {
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
        let Replaying { check, recipe, reading, made } = self;
        reading.push(bytes, |row, layout, record| {
            made.take(check, &recipe.steps, row, layout, record);
            Ok(())
        })
    }

    /// The wanted input is over.
    ///
    /// # Errors
    ///
    /// The file is not the one that was checked.
    pub fn end(&mut self) -> Result<(), Error> {
        let Replaying { check, recipe, reading, made } = self;
        reading.end(|row, layout, record| {
            made.take(check, &recipe.steps, row, layout, record);
            Ok(())
        })
    }

    /// What becomes of every step, and the changes to be made.
    pub fn finish(self) -> (Replay, Batch) {
        let Replaying { recipe, made, .. } = self;
        let mut stale_steps = Vec::new();
        for (step, at) in recipe.steps.iter().zip(0u32..) {
            if made.values[at as usize] == 0 {
                let why = made.why(step, at);
                stale_steps.push(Stale { step: u64::from(at) + 1, what: what(step), why });
            }
        }
        let replay = Replay {
            steps: recipe.steps.len() as u64,
            values: made.values,
            changes: made.batch.len() as u64,
            people: made.touched.len() as u64,
            stale: stale_steps.len() as u64,
            stale_steps,
        };
        (replay, made.batch)
    }
}

/// A text that is put in the place of another.
struct Put {
    spot: Spot,
    was: String,
    text: String,
}

/// What steps made of a spot of a record.
struct Worked {
    spot: Spot,
    first: String,
    now: String,
    by_cause: bool,
}

impl Made {
    fn take(&mut self, check: &Check, steps: &[Step], row: u32, layout: &Layout, record: &Record<'_>) {
        let store = &check.base.store;
        let own = &store.rows[row as usize];
        if !people::is_own(own.role) {
            return;
        }
        let person = own.person;
        let about = self.of_people.get(&person).cloned().unwrap_or_default();
        let judged = own.role != Role::Duplicate && store.is_judged(person);
        let causes = judged && self.of_causes.iter().any(|by_value| !by_value.is_empty());
        if about.is_empty() && !causes {
            return;
        }
        let mut changed: Option<Record<'_>> = None;
        let mut worked: Vec<Worked> = Vec::new();
        let mut from = 0;
        loop {
            let values = held(layout, changed.as_ref().unwrap_or(record));
            let Some(at) = self.next(check, steps, (row, person), from, &about, causes, &values) else {
                self.note_now(steps, &about, &values);
                break;
            };
            let step = &steps[at as usize];
            let (number, puts) = puts(step, &values, |held| self.fits(check, (row, person), step, at, held));
            let changed = changed.get_or_insert_with(|| record.clone());
            for Put { spot, was, text } in puts {
                changed.put(layout, spot, &was, &text);
                let by_cause = step.person.is_none();
                match worked.iter_mut().find(|other| other.spot == spot) {
                    Some(other) => {
                        other.now = text;
                        other.by_cause &= by_cause;
                    }
                    None => worked.push(Worked { spot, first: was, now: text, by_cause }),
                }
            }
            self.values[at as usize] += number;
            if store.parts.contains_key(&person) {
                self.followed.insert((person, at));
            }
            from = at + 1;
        }
        let file = check.base.inputs[usize::from(own.input)].file;
        for Worked { spot, first, now, by_cause } in worked.into_iter().filter(|one| one.first != one.now) {
            self.touched.insert(person);
            if by_cause {
                self.batch.add_by_cause(file, record.number, spot, &first, &now);
            } else {
                self.batch.add(file, record.number, spot, &first, &now);
            }
        }
    }

    /// The next step from one on that changes one of these values.
    #[allow(clippy::too_many_arguments, reason = "what a record is to the recipe is said once")]
    fn next(
        &self,
        check: &Check,
        steps: &[Step],
        whose: (u32, u32),
        from: u32,
        about: &[u32],
        causes: bool,
        values: &[Held<'_>],
    ) -> Option<u32> {
        let fits = |at: u32, held: &Held<'_>| self.fits(check, whose, &steps[at as usize], at, held);
        let of_people = about[about.partition_point(|at| *at < from)..].iter().copied();
        let of_person = of_people.into_iter().find(|at| values.iter().any(|held| fits(*at, held)));
        let of_value = |held: &Held<'_>| {
            let all = self.of_causes[held.attribute as usize].get(held.trimmed())?;
            all[all.partition_point(|at| *at < from)..].iter().copied().find(|at| fits(*at, held))
        };
        let of_cause = if causes { values.iter().filter_map(of_value).min() } else { None };
        of_person.into_iter().chain(of_cause).min()
    }

    /// Whether a step changes a value of a record.
    fn fits(&self, check: &Check, (row, person): (u32, u32), step: &Step, at: u32, held: &Held<'_>) -> bool {
        if held.attribute != step.attribute || held.trimmed() != trim(&step.from) || held.value() == step.to {
            return false;
        }
        // Several values take the place of all that a cell holds, else each time there would be more of them.
        let several = step.attribute.is_list() && pieces(&step.to).len() > 1;
        if several && trim(held.text) != held.trimmed() {
            return false;
        }
        // Who has nothing gets it where it would stand; of several records the one that counts is meant.
        let counts = || check.stand(person, step.attribute) == row;
        if held.trimmed().is_empty() {
            return counts();
        }
        step.person.is_some() || counts() || self.followed.contains(&(person, at))
    }

    /// Remembers what stands in the place of what the steps about a person look for.
    fn note_now(&mut self, steps: &[Step], about: &[u32], values: &[Held<'_>]) {
        for &at in about {
            let attribute = steps[at as usize].attribute;
            if self.values[at as usize] == 0 && !attribute.is_list() && !self.now.contains_key(&at) {
                let value = values.iter().find(|held| held.attribute == attribute).map(Held::trimmed);
                if let Some(value) = value.filter(|value| !value.is_empty()) {
                    self.now.insert(at, value.to_owned());
                }
            }
        }
    }

    /// What keeps a step from changing anything.
    fn why(&self, step: &Step, at: u32) -> String {
        let label = step.attribute.label();
        let Some(key) = &step.person else {
            return match &step.from[..] {
                "" => format!("nobody to be provisioned is without a {label}"),
                from => format!("nobody to be provisioned has the {label} \"{}\"", short(from)),
            };
        };
        match self.who[at as usize] {
            Found::Nobody => return format!("nobody here has this {}", key.attribute.label()),
            Found::Several => {
                return format!("several people here have this {}, so it names none", key.attribute.label());
            }
            Found::One(_) => {}
        }
        match self.now.get(&at) {
            Some(now) if now == trim(&step.to) => format!("the {label} is that already"),
            Some(now) => format!("the {label} is \"{}\" now", short(now)),
            None if step.attribute.is_list() => format!("\"{}\" is not in the list", short(&step.from)),
            None => format!("the {label} is empty now"),
        }
    }
}

/// Whom and what a step is about.
fn what(step: &Step) -> String {
    let change = format!("{} \"{}\" to \"{}\"", step.attribute.label(), short(&step.from), short(&step.to));
    match &step.person {
        Some(key) => format!("{} {}: {change}", key.attribute.label(), short(&key.text)),
        None => format!("everyone: {change}"),
    }
}

/// What a step puts where, and how many values that changes. Values of one text are cut in from its end, so that their
/// places hold.
fn puts(step: &Step, values: &[Held<'_>], fits: impl Fn(&Held<'_>) -> bool) -> (u64, Vec<Put>) {
    let mut number = 0;
    let mut puts: Vec<Put> = Vec::new();
    for held in values.iter().rev().filter(|held| fits(held)) {
        number += 1;
        let at = puts.iter().position(|put| put.spot == held.spot).unwrap_or_else(|| {
            puts.push(Put { spot: held.spot, was: held.text.to_owned(), text: held.text.to_owned() });
            puts.len() - 1
        });
        puts[at].text.replace_range(held.part.clone(), &step.to);
    }
    (number, puts)
}
