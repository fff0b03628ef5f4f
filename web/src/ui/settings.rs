//! The settings as they are edited: one draft, its history, and what a change of it sets off.

use std::rc::{Rc, Weak};

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use sycamore_reactive::NodeHandle;

use super::marks::{Mark, marks};
use super::state::{Checked, Phase, State};
use crate::client::Client;
use crate::storage;
use rollcall::assignment::Known;
use rollcall::settings::Draft;

/// A pause after which the assignments are tried on everyone.
const PAUSE: u32 = 150;
/// As many changes can be undone.
const STEPS: usize = 200;

/// The default assignment, among the keys that tell assignments apart while they are renamed and moved.
pub(crate) const DEFAULT_KEY: u32 = u32::MAX;

/// What the admin says of the company, as it stands in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Company {
    /// `okta`, `entra`, or empty: told by the files.
    pub(crate) source: String,
    pub(crate) domain: String,
    pub(crate) zone: String,
}

impl Company {
    pub(super) fn of(draft: &Draft) -> Company {
        Company {
            source: draft.source.clone().unwrap_or_default(),
            domain: draft.company.primary_domain.clone().unwrap_or_default(),
            zone: draft.company.default_time_zone.clone().unwrap_or_default(),
        }
    }

    /// Without what means nothing in a domain or a zone.
    fn tidy(self) -> Company {
        Company { source: self.source, domain: tidy(&self.domain), zone: tidy(&self.zone) }
    }

    pub(super) fn put(self, draft: &mut Draft) {
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        let tidy = self.tidy();
        draft.source = some(tidy.source);
        draft.company.primary_domain = some(tidy.domain);
        draft.company.default_time_zone = some(tidy.zone);
    }
}

/// A domain or a zone as it is meant.
pub(crate) fn tidy(text: &str) -> String {
    text.trim().trim_start_matches('@').to_owned()
}

/// Fields whose text the core refuses, each with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Problems {
    pub(crate) domain: Option<String>,
    pub(crate) zone: Option<String>,
}

/// One change, done or undone.
#[derive(Clone, Debug)]
struct Entry {
    /// What was done, as it is told: `Sales removed`.
    what: String,
    /// The field that was typed in. Typing goes on in one entry until another change or the end of typing.
    field: Option<String>,
    held: Held,
}

/// What brings the other side of a change back.
#[derive(Clone, Debug)]
enum Held {
    /// The settings before a change, or after one that was undone.
    Settings { draft: Box<Draft>, keys: Vec<u32> },
    /// Values that were changed.
    Values(Uint8Array),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    undo: Vec<Entry>,
    redo: Vec<Entry>,
}

/// What belongs to the editing of [`State::settings`].
pub(crate) struct Edit {
    /// One for each assignment of the list.
    pub(crate) keys: Signal<Vec<u32>>,
    /// What is wrong with the settings, and what is doubtful.
    pub(crate) marks: ReadSignal<Vec<Mark>>,
    /// Key of the assignment whose fields are shown.
    pub(crate) open: Signal<Option<u32>>,
    /// What was just removed and can be put back.
    pub(crate) removed: Signal<Option<String>>,
    pub(super) history: Signal<History>,
    /// The settings as the last file has them.
    pub(crate) saved: Signal<Draft>,
    /// Something that the browser alone does not keep well was changed in this visit.
    pub(super) touched: Signal<bool>,
    pending: Signal<Option<Timeout>>,
    /// The browser keeps the settings between visits.
    pub(crate) is_kept: Signal<bool>,
    /// The worker that is trying settings on everyone now.
    asked: Signal<Weak<Client>>,
    /// The settings that the worker judges by.
    judged: Signal<String>,
    next_key: Signal<u32>,
    /// Changes come from timers and listeners too, which have no scope of their own.
    pub(super) scope: NodeHandle,
}

impl Edit {
    /// Must be called in the root scope.
    pub(crate) fn new(
        settings: Signal<Draft>,
        saved: Draft,
        checked: Signal<Option<Rc<Checked>>>,
        groups: Signal<Vec<String>>,
    ) -> Edit {
        let number = settings.with_untracked(|draft| draft.assignments.len()) as u32;
        let known = create_selector(move || {
            let known = checked.with(|checked| checked.as_ref().map(|checked| checked.simulation.known()));
            groups.with(|names| with_groups(known, names))
        });
        Edit {
            keys: create_signal((0..number).collect()),
            marks: create_selector(move || {
                settings.with(|draft| known.with(|known: &Option<Known>| marks(draft, known.as_ref())))
            }),
            open: create_signal(None),
            removed: create_signal(None),
            history: create_signal(History::default()),
            saved: create_signal(saved),
            touched: create_signal(false),
            pending: create_signal(None),
            is_kept: create_signal(storage::is_there()),
            asked: create_signal(Weak::new()),
            judged: create_signal(String::new()),
            next_key: create_signal(number),
            scope: use_current_scope(),
        }
    }

    /// A key that no assignment has had.
    pub(crate) fn fresh(&self) -> u32 {
        self.next_key.replace(self.next_key.get_untracked() + 1)
    }
}

/// What is known of the exports, and of the groups that the page around an element knows.
fn with_groups(known: Option<Known>, names: &[String]) -> Option<Known> {
    if names.is_empty() {
        return known;
    }
    let mut known = known.unwrap_or_default();
    known.groups.extend(names.iter().map(|name| vec![name.clone()]));
    Some(known)
}

pub(crate) fn company(settings: Signal<Draft>) -> ReadSignal<Company> {
    create_selector(move || settings.with(Company::of))
}

pub(crate) fn problems(marks: ReadSignal<Vec<Mark>>) -> ReadSignal<Problems> {
    create_selector(move || {
        marks.with(|marks| {
            let of = |path: &str| {
                let mark = marks.iter().find(|mark| mark.refused && mark.path == path);
                mark.map(|mark| mark.message.clone())
            };
            Problems { domain: of("/company/primaryDomain"), zone: of("/company/defaultTimeZone") }
        })
    })
}

/// The members by which people are judged; the rest only says what they get.
fn judges_alike(one: &Draft, other: &Draft) -> bool {
    one.source == other.source
        && one.company == other.company
        && one.scope == other.scope
        && one.mapping == other.mapping
        && one.rules == other.rules
}

/// Source, domain and time zone alone are never worth a question on leaving.
fn beyond_company(one: &Draft, other: &Draft) -> bool {
    let mut same = other.clone();
    Company::of(one).put(&mut same);
    *one != same
}

impl History {
    /// Every draft that can come back.
    pub(super) fn drafts(&mut self) -> impl Iterator<Item = &mut Draft> {
        self.undo.iter_mut().chain(&mut self.redo).filter_map(|entry| match &mut entry.held {
            Held::Settings { draft, .. } => Some(&mut **draft),
            Held::Values(_) => None,
        })
    }

    fn push(&mut self, entry: Entry) {
        self.redo.clear();
        if self.undo.len() == STEPS {
            self.undo.remove(0);
        }
        self.undo.push(entry);
    }

    /// Values that were changed are not there any more.
    pub(super) fn forget_values(&mut self) {
        for list in [&mut self.undo, &mut self.redo] {
            list.retain(|entry| matches!(entry.held, Held::Settings { .. }));
        }
    }

    /// Settings came from elsewhere: steps back would mix them with others.
    pub(super) fn forget_settings(&mut self) {
        for list in [&mut self.undo, &mut self.redo] {
            list.retain(|entry| matches!(entry.held, Held::Values(_)));
        }
    }

    /// What was done, the last first.
    pub(crate) fn done(&self) -> impl Iterator<Item = &str> {
        self.undo.iter().rev().map(|entry| entry.what.as_str())
    }
}

impl State {
    /// Changes the settings, and says whether that changed anything. `what` tells what was done; changes with the same `field` are one step of undo.
    pub(crate) fn change(
        &'static self,
        what: impl Into<String>,
        field: Option<&str>,
        change: impl FnOnce(&mut Draft, &mut Vec<u32>),
    ) -> bool {
        let before = self.settings.get_clone_untracked();
        let keys = self.edit.keys.get_clone_untracked();
        let (mut draft, mut new_keys) = (before.clone(), keys.clone());
        change(&mut draft, &mut new_keys);
        if draft == before {
            return false;
        }
        self.edit.history.update(|history| {
            let goes_on =
                field.is_some() && history.undo.last().is_some_and(|last| last.field.as_deref() == field);
            if goes_on {
                history.redo.clear();
            } else {
                let (field, held) = (field.map(str::to_owned), Held::Settings { draft: before.into(), keys });
                history.push(Entry { what: what.into(), field, held });
            }
        });
        self.take(draft, new_keys);
        true
    }

    /// Typing in a field is over: what is typed there later is a step of its own.
    pub(crate) fn settle(&'static self) {
        if self
            .edit
            .history
            .with_untracked(|history| history.undo.last().is_some_and(|last| last.field.is_some()))
        {
            self.edit.history.update_silent(|history| {
                if let Some(last) = history.undo.last_mut() {
                    last.field = None;
                }
            });
        }
    }

    /// What the next undo takes back.
    pub(crate) fn undoes(&'static self) -> Option<String> {
        self.edit.history.with(|history| history.undo.last().map(|entry| entry.what.clone()))
    }

    /// What the next redo does again.
    pub(crate) fn redoes(&'static self) -> Option<String> {
        self.edit.history.with(|history| history.redo.last().map(|entry| entry.what.clone()))
    }

    pub(crate) fn undo(&'static self) {
        self.travel("Undone", false);
    }

    pub(crate) fn redo(&'static self) {
        self.travel("Done again", true);
    }

    /// Goes a step back, or forth again.
    fn travel(&'static self, said: &str, forth: bool) {
        if self.cures.is_busy() {
            // Its answer is the step that would be meant.
            return self.say("One moment: values are being changed.");
        }
        let mut history = self.edit.history.get_clone_untracked();
        let History { undo, redo } = &mut history;
        let (from, to) = if forth { (redo, undo) } else { (undo, redo) };
        let Some(Entry { what, held, .. }) = from.pop() else {
            return;
        };
        let other_side = match &held {
            Held::Settings { .. } => Held::Settings {
                draft: self.settings.get_clone_untracked().into(),
                keys: self.edit.keys.get_clone_untracked(),
            },
            Held::Values(batch) => Held::Values(batch.clone()),
        };
        to.push(Entry { what: what.clone(), field: None, held: other_side });
        self.edit.history.set(history);
        match held {
            Held::Settings { draft, keys } => self.take(*draft, keys),
            Held::Values(batch) if forth => self.cure_again(batch),
            Held::Values(_) => self.uncure(),
        }
        self.say(format!("{said}: {what}."));
        self.keep_focus();
    }

    /// Values were changed: a step that can be undone.
    pub(super) fn note_cure(&'static self, what: String, batch: Uint8Array) {
        let entry = Entry { what, field: None, held: Held::Values(batch) };
        self.edit.history.update(|history| history.push(entry));
    }

    /// Puts these settings, which the admin made, in the place of those there were.
    fn take(&'static self, draft: Draft, keys: Vec<u32>) {
        if self.settings.with_untracked(|before| beyond_company(before, &draft)) {
            self.edit.touched.set(true);
        }
        self.put(draft, keys);
        self.tell_settings();
    }

    /// Puts these settings in the place of those there were.
    pub(super) fn put(&'static self, draft: Draft, keys: Vec<u32>) {
        let before = self.settings.get_clone_untracked();
        let alike = judges_alike(&before, &draft);
        let put = || {
            self.edit.removed.set(None);
            if self.edit.open.get_untracked().is_some_and(|open| open != DEFAULT_KEY && !keys.contains(&open))
            {
                self.edit.open.set(None);
            }
            self.edit.keys.set(keys);
            self.settings.set(draft);
        };
        self.edit.scope.run_in(|| batch(put));
        self.keep();
        if alike {
            self.assign_soon();
        } else {
            self.recheck();
        }
    }

    /// Takes the settings of a file, in a step that can be undone.
    pub(crate) fn open_settings(&'static self, draft: Draft) {
        // Else an undo would bring back what the sample lent as the admin's own.
        self.return_lent();
        let keys: Vec<u32> = draft.assignments.iter().map(|_| self.edit.fresh()).collect();
        self.edit.open.set(None);
        self.change("settings opened", None, |now, now_keys| {
            *now = draft;
            *now_keys = keys;
        });
        // A file has them now; a page around that keeps the settings does not.
        if !self.hosted.keeps.get_untracked() {
            self.filed(self.own());
        }
    }

    /// The admin changed one of the company's three fields.
    pub(crate) fn set_company(&'static self, company: Company) {
        let now = self.company.get_clone_untracked();
        let company = company.tidy();
        let (what, field) = if company.domain != now.domain {
            ("primary domain changed", Some("/company/primaryDomain"))
        } else if company.zone != now.zone {
            ("default time zone changed", Some("/company/defaultTimeZone"))
        } else {
            ("provisioning source changed", None)
        };
        self.change(what, field, |draft, _| company.put(draft));
    }

    /// The settings for a worker that begins a check.
    pub(super) fn settings_json(&'static self) -> String {
        drop(self.edit.pending.take());
        let text = self.settings.with_untracked(Draft::to_json);
        self.edit.judged.set(text.clone());
        text
    }

    /// Tries the assignments on the people who are checked already, after a pause in editing.
    pub(super) fn assign_soon(&'static self) {
        if self.phase.with_untracked(|phase| *phase != Phase::Checked) {
            // A running check is followed by this when it ends.
            return;
        }
        self.edit.pending.set(Some(Timeout::new(PAUSE, move || self.assign())));
    }

    /// Tries the settings of now on everyone. One question is under way at a time; what changes meanwhile is asked
    /// when it is answered.
    fn assign(&'static self) {
        let Some(checked) = self.checked.get_clone_untracked() else { return };
        let text = self.settings.with_untracked(Draft::to_json);
        if self.edit.judged.with_untracked(|judged| *judged == text) {
            return;
        }
        if self.edit.asked.with_untracked(|asked| asked.ptr_eq(&Rc::downgrade(&checked.client))) {
            // Its answer asks again.
            return;
        }
        self.edit.judged.set(text.clone());
        // Held weakly: a worker that is not wanted any more goes at once.
        let client = Rc::downgrade(&checked.client);
        self.edit.asked.set(client.clone());
        checked.client.assign(&text, move |answer| {
            let still =
                self.checked.get_clone_untracked().filter(|now| client.ptr_eq(&Rc::downgrade(&now.client)));
            let Some(now) = still else { return };
            self.edit.asked.set(Weak::new());
            if let Some(assigned) = answer {
                self.checked.set(Some(Rc::new(now.with(assigned))));
            }
            self.edit.scope.run_in(|| self.assign());
        });
    }
}
