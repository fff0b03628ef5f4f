//! What the page knows, and what can be done to it.
//!
//! [`App`] is a handful of signals that every view shares. They are made once, in the root scope, and
//! live as long as the page; they hold no person but the one whose panel is open.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::dom::prelude::*;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{File, HtmlElement};

use crate::client::{Book, Client, Given, News, Standing};
use crate::host::{Host, Place};
use crate::snapshot::{Carried, Cause, Column, Finding, Input, Progress, Summary};
use rollcall::assignment::Simulation;
use rollcall::check::WhatIf;
use rollcall::settings::Draft;

use super::assignments::Told;
use super::copy::Offer;
use super::cures::Cures;
pub(crate) use super::filter::Filter;
use super::ground::Ground;
use super::hosted::Hosted;
use super::kept;
use super::plan::Plans;
use super::rooms::Later;
pub(crate) use super::settings::Company;
use super::settings::{self, Edit, Problems};
use super::sheet::Look;
pub(crate) use super::step::Step;
use super::step::Views;
use super::words::{count, people};

/// The company that the sample belongs to.
pub(crate) const SAMPLE_DOMAIN: &str = "northwind-lantern.example";
pub(crate) const SAMPLE_ZONE: &str = "America/New_York";

/// What the admin says about one file, over what its content says. Empty means: as recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) shape: String,
    pub(crate) delimiter: String,
    pub(crate) encoding: String,
    pub(crate) group: String,
    pub(crate) sheet: String,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It came out of the source.
    Export,
    /// It lists the people already in Gong.
    Members,
}

impl Role {
    /// The name in reports and menus.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Role::Export => "export",
            Role::Members => "members",
        }
    }
}

/// One file that was dropped.
#[derive(Clone, PartialEq)]
pub(crate) struct Export {
    pub(crate) id: u32,
    pub(crate) file: File,
    pub(crate) role: Role,
    pub(crate) sample: bool,
    pub(crate) choice: Choice,
    /// Why it cannot be read.
    pub(crate) unreadable: Option<String>,
    /// What was recognised, once it was read.
    pub(crate) seen: Option<Rc<Input>>,
    /// The sheets, once a workbook was opened.
    pub(crate) book: Option<Book>,
}

impl Export {
    /// The file as a worker is given it.
    pub(super) fn given(&self) -> Given {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        // A sheet that was read already is not unpacked again.
        let (file, sheet, is_table) = match &self.book {
            Some(Book { wanted, table: Some(table), sheet, .. }) if *wanted == self.choice.sheet => {
                (table, sheet, true)
            }
            _ => (&self.file, &self.choice.sheet, false),
        };
        Given {
            file: file.clone(),
            sheet: text(sheet),
            is_table,
            shape: text(&self.choice.shape),
            delimiter: text(&self.choice.delimiter),
            encoding: text(&self.choice.encoding),
            group: text(self.choice.group.trim()),
            role: text(self.role.name()),
            id: self.id,
        }
    }
}

/// Where the check stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Phase {
    /// No file.
    Empty,
    /// Reading; nothing is known before the first progress comes.
    Checking(Option<Rc<Progress>>),
    Checked,
    Cancelled,
    /// No file could be read.
    Nothing,
    Failed(String),
}

/// A check that came to its end, and the worker that answers for it.
pub(crate) struct Checked {
    pub(crate) client: Rc<Client>,
    pub(crate) summary: Summary,
    pub(crate) causes: Vec<Cause>,
    /// What the assignments do to everyone.
    pub(crate) simulation: Rc<Simulation>,
    /// Name of the directory that the files come from.
    pub(crate) source: String,
    /// What cures change in every file.
    pub(crate) carried: Vec<Carried>,
    /// What stays as it is while the check stands.
    pub(crate) files: Rc<Known>,
}

/// What is known of the files of a check.
pub(crate) struct Known {
    /// Their names, by the number that rows have for them.
    pub(crate) names: Vec<String>,
    /// The names of those that list people already in Gong.
    pub(crate) members: BTreeSet<String>,
    /// The names of those that are sheets of workbooks.
    pub(crate) sheets: BTreeSet<String>,
    pub(crate) columns: Vec<Column>,
}

impl Checked {
    fn new(client: Rc<Client>, standing: Standing, files: Rc<Known>) -> Checked {
        let Standing { summary, causes, simulation, source, carried, .. } = standing;
        Checked { client, summary, causes, simulation: Rc::new(simulation), source, carried, files }
    }

    /// The same files under other assignments, or with other values.
    pub(crate) fn with(&self, standing: Standing) -> Checked {
        Checked::new(Rc::clone(&self.client), standing, Rc::clone(&self.files))
    }
}

/// All of the page's state, at hand in every view. It is a handful of handles, which stay behind, empty, when an
/// element's views end.
pub(crate) type App = &'static State;

/// The signals behind [`App`].
pub(crate) struct State {
    pub(crate) step: Signal<Step>,
    /// What there is between an element and the page around it.
    pub(crate) hosted: Hosted,
    /// What came of saving or opening settings.
    pub(super) told: Signal<Option<Told>>,
    /// What was taken away and can be copied too.
    pub(super) offers: Signal<Vec<Offer>>,
    /// All settings, as they stand in the fields.
    pub(crate) settings: Signal<Draft>,
    pub(crate) edit: Edit,
    pub(crate) cures: Cures,
    pub(crate) look: Look,
    pub(crate) company: ReadSignal<Company>,
    pub(crate) problems: ReadSignal<Problems>,
    pub(crate) files: Signal<Vec<Export>>,
    /// Exports of some time ago: what the plan begins from.
    pub(crate) earlier: Signal<Vec<Export>>,
    pub(crate) plan: Plans,
    /// Views that come later.
    pub(super) later: Later,
    /// Before this page was loaded again there were files.
    pub(crate) had_files: bool,
    pub(crate) phase: Signal<Phase>,
    pub(crate) checked: Signal<Option<Rc<Checked>>>,
    pub(crate) filter: Signal<Filter>,
    /// People are shown as a list, not as the tree of managers.
    pub(crate) listing: Signal<bool>,
    /// Rows that pass the filter.
    pub(crate) rows: Signal<Rc<Vec<u32>>>,
    pub(crate) selected: Signal<Option<u32>>,
    /// Lists of which all is shown, by name.
    pub(crate) whole: Signal<BTreeSet<String>>,
    /// A record, and a column of it, that the grid of records is to go to.
    pub(crate) jump: Signal<Option<(u32, Option<String>)>>,
    /// What is tried out on time zones.
    pub(crate) what_if: Signal<WhatIf>,
    /// A pointer is down: what it is on must stay where it is.
    pub(crate) pressed: Signal<bool>,
    /// What the live region says.
    pub(crate) voice: Signal<String>,
    /// A file is being written to be taken away.
    pub(crate) writing: Signal<bool>,
    /// Findings are taken away as JSON, not as a table.
    pub(crate) findings_json: Signal<bool>,
    /// When the check began, in milliseconds.
    pub(crate) started: Signal<f64>,
    /// The last example of every cause, shown until the next is there.
    pub(crate) examples: Signal<HashMap<String, Finding>>,
    /// A message about the page itself, until it is dismissed.
    pub(crate) notice: Signal<Option<String>>,
    /// The fields hold the sample's values, which are not kept.
    pub(super) borrowed: Signal<bool>,
    running: Signal<Option<Rc<Client>>>,
    run: Signal<u32>,
    restarts: Signal<u32>,
    next_id: Signal<u32>,
    pub(crate) place: Place,
    /// Let go when the views end: this outlives them.
    pub(super) ground: RefCell<Option<Rc<Ground>>>,
}

impl State {
    /// Must be called in the root scope.
    pub(crate) fn new(root: HtmlElement, host: Host) -> App {
        let views = Views::from_name(host.view().as_deref());
        // Settings that the page around keeps are none of the browser's.
        let embedded = host.place().is_embedded();
        let key = host.key().unwrap_or_default();
        let given = host.settings().map(|json| Draft::from_json(&json).unwrap_or_default());
        let keeps = given.is_some() || host.problem().is_some() || views == Views::Settings;
        let saved = if keeps { given.unwrap_or_default() } else { kept::saved(&key) };
        let first = match host.draft().and_then(|json| Draft::from_json(&json).ok()) {
            Some(draft) => draft,
            None if keeps => saved.clone(),
            None => kept::kept(&key),
        };
        let touched = keeps && first != saved;
        let settings = create_signal(first);
        let checked = create_signal(None);
        let hosted = Hosted::new(views, keeps, key);
        let edit = Edit::new(settings, saved, checked, hosted.groups);
        let app: App = Box::leak(Box::new(State {
            step: create_signal(views.nearest(Step::Source)),
            hosted,
            told: create_signal(None),
            offers: create_signal(Vec::new()),
            settings,
            company: settings::company(settings),
            problems: settings::problems(edit.marks),
            edit,
            cures: Cures::new(),
            look: Look::new(),
            files: create_signal(Vec::new()),
            earlier: create_signal(Vec::new()),
            plan: Plans::new(),
            later: Later::new(),
            had_files: !embedded && kept::had_files(),
            phase: create_signal(Phase::Empty),
            checked,
            filter: create_signal(Filter::default()),
            listing: create_signal(false),
            rows: create_signal(Rc::default()),
            selected: create_signal(None),
            whole: create_signal(BTreeSet::new()),
            jump: create_signal(None),
            what_if: create_signal(WhatIf::default()),
            pressed: create_signal(false),
            voice: create_signal(String::new()),
            writing: create_signal(false),
            findings_json: create_signal(false),
            started: create_signal(0.0),
            examples: create_signal(HashMap::new()),
            notice: create_signal(None),
            borrowed: create_signal(false),
            running: create_signal(None),
            run: create_signal(0),
            restarts: create_signal(0),
            next_id: create_signal(0),
            place: host.place(),
            ground: RefCell::new(Some(Rc::new(Ground { root, host }))),
        }));
        app.edit.touched.set(touched);
        if let Some(why) = app.host().and_then(|host| host.problem()) {
            app.refuse_settings(&why);
        }
        let own = create_selector(move || app.files.with(|all| all.iter().any(|export| !export.sample)));
        let mut first = true;
        create_effect(move || {
            let own = own.get();
            if !std::mem::take(&mut first) && !embedded {
                kept::note_files(own);
            }
        });
        create_effect(move || {
            let filter = app.filter.get_clone();
            let Some(checked) = app.checked.get_clone() else {
                return app.rows.set(Rc::default());
            };
            let asked = filter.clone();
            checked.client.people(&filter, move |rows| {
                // Only the answer to the last question counts.
                if app.filter.with_untracked(|now| *now == asked) {
                    app.rows.set(Rc::new(rows));
                }
            });
        });
        app
    }

    /// Goes to a step. Its name is all that ever stands in the address.
    pub(crate) fn go(&'static self, step: Step) {
        if self.place.is_embedded() {
            // A view that lacks the step has nothing better to show than what it shows.
            let views = self.hosted.views.get_untracked();
            let here = views.nearest(self.step.get_untracked());
            return self.step.set(if views.has(step) { step } else { here });
        }
        if let Some(window) = web_sys::window() {
            let _ = window.location().set_hash(step.hash());
        }
        self.step.set(step);
    }

    pub(crate) fn say(&'static self, text: impl Into<String>) {
        self.voice.set(text.into());
    }

    /// Adds files to those there are; the sample makes way for them.
    pub(crate) fn add(&'static self, files: Vec<File>, role: Role) {
        if files.is_empty() {
            return;
        }
        self.drop_sample();
        let same = |one: &File, other: &File| {
            one.name() == other.name()
                && one.size().to_bits() == other.size().to_bits()
                && one.last_modified().to_bits() == other.last_modified().to_bits()
        };
        let (again, files): (Vec<File>, Vec<File>) = files
            .into_iter()
            .partition(|file| self.files.with_untracked(|all| all.iter().any(|held| same(&held.file, file))));
        if let Some(file) = again.first() {
            self.notice
                .set(Some(format!("{} is there already and was not added a second time.", file.name())));
        }
        if files.is_empty() {
            return;
        }
        self.list_everyone();
        let exports: Vec<Export> =
            files.into_iter().map(|file| Export { role, ..self.export(file, false) }).collect();
        self.files.update(|all| all.extend(exports));
        self.selected.set(None);
        if role == Role::Export {
            self.go(Step::Review);
        }
        self.recheck();
    }

    /// Says what a file is for.
    pub(crate) fn set_role(&'static self, id: u32, role: Role) {
        self.files.update(|all| {
            if let Some(export) = all.iter_mut().find(|export| export.id == id) {
                export.role = role;
            }
        });
        self.selected.set(None);
        self.recheck();
    }

    /// Puts the sample company in the place of what was there.
    pub(crate) fn set_sample(&'static self, file: File) {
        let export = self.export(file, true);
        self.forget_cures();
        self.files.set(vec![export]);
        self.lend();
        self.selected.set(None);
        self.list_everyone();
        self.go(Step::Review);
        self.recheck();
    }

    pub(super) fn drop_sample(&'static self) {
        if !self.files.with_untracked(|all| all.iter().any(|export| export.sample)) {
            return;
        }
        self.files.update(|all| all.retain(|export| !export.sample));
        self.forget_cures();
        self.return_lent();
    }

    pub(crate) fn remove(&'static self, id: u32) {
        if self.is_earlier(id) {
            return self.remove_earlier(id);
        }
        if self.files.with_untracked(|all| all.iter().any(|export| export.id == id && export.sample)) {
            self.drop_sample();
        }
        self.tell_removed(id);
        self.files.update(|all| all.retain(|export| export.id != id));
        if self.files.with_untracked(Vec::is_empty) {
            self.forget_cures();
        }
        self.selected.set(None);
        self.list_everyone();
        self.focus_main();
        self.recheck();
    }

    pub(crate) fn choose(&'static self, id: u32, change: impl FnOnce(&mut Choice)) {
        if self.is_earlier(id) {
            return self.choose_earlier(id, change);
        }
        self.files.update(|all| {
            if let Some(export) = all.iter_mut().find(|export| export.id == id) {
                change(&mut export.choice);
            }
        });
        self.selected.set(None);
        self.recheck();
    }

    pub(super) fn export(&'static self, file: File, sample: bool) -> Export {
        let id = self.next_id.get_untracked();
        self.next_id.set(id + 1);
        Export {
            id,
            file,
            role: Role::Export,
            sample,
            choice: Choice::default(),
            unreadable: None,
            seen: None,
            book: None,
        }
    }

    /// Reads all files again, under the settings of now. What is on screen stays until the answer is there.
    pub(crate) fn recheck(&'static self) {
        self.restarts.set(0);
        self.start();
    }

    fn start(&'static self) {
        let run = self.run.get_untracked() + 1;
        self.run.set(run);
        // Dropping the client of an unfinished check ends it.
        self.running.set(None);
        let exports = self.files.get_clone_untracked();
        // People already in Gong are judged beside an export, never alone.
        if exports.iter().all(|export| export.role == Role::Members) {
            self.checked.set(None);
            self.phase.set(Phase::Empty);
            return self.tell_ended("There is no file to check.");
        }
        let settings = self.settings_json();
        let inputs: Vec<Given> = exports.iter().map(Export::given).collect();
        let inputs: Vec<Given> = inputs.into_iter().chain(self.host_input()).collect();
        let ids: Vec<u32> = exports.iter().map(|export| export.id).collect();
        if exports.iter().any(|export| export.unreadable.is_some()) {
            // Under another shape or encoding a file may be readable after all.
            self.files.update(|all| all.iter_mut().for_each(|export| export.unreadable = None));
        }
        self.phase.set(Phase::Checking(None));
        self.started.set(js_sys::Date::now());
        self.cures.restart();
        // Whatever the worker before was writing, it writes no more.
        self.writing.set(false);
        let batches = self.cures.batches.get_clone_untracked();
        let Some(host) = self.host() else { return };
        let earlier = self.earlier_given();
        match Client::check(&host, &settings, (&inputs, &earlier), &batches, {
            let batches = batches.clone();
            move |news| self.hear(run, &ids, &batches, news)
        }) {
            Ok(client) => self.running.set(Some(Rc::new(client))),
            Err(_) => self.fail("This browser did not start the worker that reads the files."),
        }
    }

    fn hear(&'static self, run: u32, ids: &[u32], batches: &[Uint8Array], news: News) {
        if run != self.run.get_untracked() {
            return;
        }
        match news {
            News::Progress(progress) => self.phase.set(Phase::Checking(Some(Rc::new(progress)))),
            News::Workbook(id, book) => {
                for files in [self.files, self.earlier] {
                    if files.with_untracked(|all| all.iter().any(|export| export.id == id)) {
                        files.update(|all| {
                            all.iter_mut()
                                .filter(|export| export.id == id)
                                .for_each(|export| export.book = Some(book.clone()));
                        });
                    }
                }
            }
            News::Unreadable(place, message) => {
                self.say(message.clone());
                self.tell_error("A file could not be read.");
                if place >= ids.len() {
                    self.notice.set(Some(format!("{message} Managers are looked for in the exports alone.")));
                }
                self.files.update(|all| {
                    if let Some(export) = all.iter_mut().find(|export| Some(&export.id) == ids.get(place)) {
                        export.unreadable = Some(message);
                        export.seen = None;
                    }
                });
            }
            News::Checked { standing, inputs, names, columns } => {
                let stale = standing.stale;
                let js = AsRef::<JsValue>::as_ref;
                if self.cures.batches.with_untracked(|now| !now.iter().map(js).eq(batches.iter().map(js))) {
                    // A change was answered while the files were read, and is not in this.
                    return self.start();
                }
                let Some(client) = self.running.take() else { return };
                let lists = inputs.iter().filter(|input| input.role.as_deref() == Some(Role::Members.name()));
                let members = lists.map(|input| input.name.clone()).collect();
                let sheets = inputs.iter().filter(|input| input.sheet.is_some());
                let sheets = sheets.map(|input| input.name.clone()).collect();
                let files = Rc::new(Known { names, members, sheets, columns });
                let checked = Checked::new(client, *standing, files);
                let summary = &checked.summary;
                self.recognised(&inputs);
                let unread = match self.unread() {
                    0 => String::new(),
                    1 => " One file could not be read.".to_owned(),
                    several => format!(" {several} files could not be read."),
                };
                self.say(format!(
                    "Checked {}: {} arrive, {} blocked, {} inactive.{unread}",
                    people(summary.profiles),
                    count(summary.imported),
                    count(summary.blocked),
                    count(summary.inactive)
                ));
                let summary = summary.clone();
                self.checked.set(Some(Rc::new(checked)));
                self.cures.stale.set(stale);
                self.phase.set(Phase::Checked);
                self.tell_checked(&summary);
                // Assignments may have changed while the files were read.
                self.assign_soon();
            }
            News::Nothing => {
                self.running.set(None);
                self.checked.set(None);
                self.phase.set(Phase::Nothing);
                self.go(Step::Files);
                self.tell_ended(&self.why_nothing());
            }
            News::Refused(message) => self.fail(&message),
            News::Crashed if self.restarts.get_untracked() == 0 => {
                self.restarts.set(1);
                self.selected.set(None);
                // Should what was looked at be to blame, it is not looked at again.
                self.filter.set(Filter::default());
                self.jump.set_silent(None);
                let lost = if self.cures.is_busy() {
                    " Only the change that was under way was not made."
                } else {
                    ""
                };
                let text = "The check stopped unexpectedly and was started again. Your files, settings and changes are as they were.";
                self.notice.set(Some(format!("{text}{lost}")));
                self.start();
            }
            News::Crashed => {
                self.filter.set(Filter::default());
                self.fail("The check stopped twice at the same place. Change the files or the settings, or try once more. What you changed is kept.");
            }
        }
    }

    /// Notes at each file what was recognised. Unreadable files have no input.
    fn recognised(&'static self, inputs: &[Input]) {
        let mut inputs = inputs.iter();
        self.files.update(|all| {
            for export in all.iter_mut() {
                export.seen =
                    if export.unreadable.is_none() { inputs.next().cloned().map(Rc::new) } else { None };
            }
        });
    }

    fn fail(&'static self, message: &str) {
        self.running.set(None);
        self.checked.set(None);
        self.say(message);
        self.phase.set(Phase::Failed(message.to_owned()));
        self.tell_error("The check failed.");
        self.tell_ended(message);
    }

    /// Ends the check. What an earlier one found goes too: it may have been under other settings.
    pub(crate) fn cancel(&'static self) {
        self.run.update(|run| *run += 1);
        self.running.set(None);
        self.checked.set(None);
        self.phase.set(Phase::Cancelled);
        self.say("Check cancelled.");
        self.tell_ended("The check was cancelled.");
        self.focus_main();
    }

    /// Number of files that could not be read.
    pub(crate) fn unread(&'static self) -> usize {
        self.files.with(|all| all.iter().filter(|export| export.unreadable.is_some()).count())
    }

    /// Other files are there: no filter, and the tree comes first.
    fn list_everyone(&'static self) {
        self.filter.set(Filter::default());
        self.listing.set(false);
    }

    /// Lists the people of a filter.
    pub(crate) fn show(&'static self, filter: Filter) {
        self.selected.set(None);
        self.filter.set(filter);
        self.listing.set(true);
        self.go(Step::People);
    }
}
