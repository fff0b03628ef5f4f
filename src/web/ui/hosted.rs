//! What the page around an element asks of the views, and what it is told.

use js_sys::Array;
use serde::Serialize;
use sycamore::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Blob, File};

use super::assignments::Told;
use super::settings::Company;
use super::state::{Role, State};
use super::step::{Step, Views};
use crate::settings::{Draft, Refused};
use crate::web::client::Given;
use crate::web::host::Taken;
use crate::web::snapshot::Summary;

/// The name of the list of people already in Gong that the page around the element gives.
pub(super) const MEMBERS: &str = "people in Gong";

/// What there is between an element and the page around it.
pub(crate) struct Hosted {
    /// The steps that are shown.
    pub(crate) views: Signal<Views>,
    /// The page around keeps the settings; the browser does not.
    pub(crate) keeps: Signal<bool>,
    /// The page around is saving.
    pub(crate) busy: Signal<bool>,
    /// It says itself when it is through with saving what it was handed.
    handed: Signal<bool>,
    /// Names of groups that it knows.
    pub(crate) groups: Signal<Vec<String>>,
    /// The people already in Gong that it knows.
    pub(crate) members: Signal<Option<File>>,
}

impl Hosted {
    /// Must be called in the root scope.
    pub(crate) fn new(views: Views, keeps: bool) -> Hosted {
        Hosted {
            views: create_signal(views),
            keeps: create_signal(keeps),
            busy: create_signal(false),
            handed: create_signal(false),
            groups: create_signal(Vec::new()),
            members: create_signal(None),
        }
    }
}

/// An error as events tell it: nobody's data, and no file's name.
#[derive(Serialize)]
struct Fault<'a> {
    message: &'a str,
}

/// Counts, as events tell them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Counts {
    profiles: u64,
    imported: u64,
    blocked: u64,
    inactive: u64,
    out_of_scope: u64,
    errors: u64,
    warnings: u64,
    notices: u64,
}

/// Why settings are none, and where.
fn told(Refused { path, message }: &Refused) -> String {
    if path.is_empty() { message.clone() } else { format!("At {path}: {message}") }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

impl State {
    /// The step is one of those that are shown.
    pub(crate) fn has(&'static self, step: Step) -> bool {
        self.hosted.views.get().has(step)
    }

    fn inform(&'static self, event: &str, detail: &str) -> Taken {
        self.host().map_or(Taken::Default, |host| host.inform(event, detail))
    }

    /// Tells that a check came to its end.
    pub(super) fn tell_checked(&'static self, summary: &Summary) {
        let &Summary {
            profiles, imported, blocked, inactive, out_of_scope, errors, warnings, notices, ..
        } = summary;
        let counts =
            Counts { profiles, imported, blocked, inactive, out_of_scope, errors, warnings, notices };
        self.inform("checked", &json(&counts));
    }

    /// Tells that something went wrong, in words that name nobody.
    pub(super) fn tell_error(&'static self, message: &str) {
        self.inform("error", &json(&Fault { message }));
    }

    /// Tells whoever waits for a check that there will be none, and why.
    pub(super) fn tell_ended(&'static self, why: &str) {
        self.inform("ended", &json(&Fault { message: why }));
    }

    /// Tells that the settings are others now.
    pub(super) fn tell_settings(&'static self) {
        if self.place.is_embedded() {
            self.inform("settings-change", &self.own().to_json());
        }
    }

    /// Offers the settings to the page around.
    pub(super) fn offer_settings(&'static self) -> Taken {
        let taken = self.inform("save", &self.own().to_json());
        if taken == Taken::Waiting {
            self.hosted.handed.set(true);
            self.hosted.busy.set(true);
        }
        taken
    }

    /// The settings that the page around gave at the start are none.
    pub(super) fn refuse_settings(&'static self, refused: &Refused) {
        let message = format!("The settings that the page around gives cannot be used. {}", told(refused));
        self.tell_error(&message);
        self.notice.set(Some(message));
    }

    /// Settings that the page around has.
    pub(crate) fn host_settings(&'static self, json: &str) -> Result<(), String> {
        let draft = Draft::from_json(json).map_err(|refused| told(&refused))?;
        self.hosted.keeps.set(true);
        if self.own() == draft {
            self.filed();
            return Ok(());
        }
        self.return_lent();
        let keys: Vec<u32> = draft.assignments.iter().map(|_| self.edit.fresh()).collect();
        self.edit.history.update(super::settings::History::forget_settings);
        self.told.set(None);
        self.put(draft, keys);
        self.filed();
        Ok(())
    }

    /// An attribute of the element says something else.
    pub(crate) fn host_attribute(&'static self, name: &str, value: Option<String>) {
        match name {
            "view" => {
                self.hosted.views.set(Views::from_name(value.as_deref()));
                self.go(self.step.get_untracked());
            }
            "busy" => {
                self.hosted.busy.set(value.is_some() || self.hosted.handed.get_untracked());
            }
            _ => self.host_company(name, value),
        }
    }

    /// A part of the company that the page around knows is nothing that the admin changed.
    fn host_company(&'static self, name: &str, value: Option<String>) {
        let mut company = self.company.get_clone_untracked();
        let text = value.unwrap_or_default();
        match name {
            "source" => company.source = text,
            "primary-domain" => company.domain = text,
            "default-time-zone" => company.zone = text,
            _ => return,
        }
        let put = |draft: &mut Draft| Company::put(company.clone(), draft);
        let mut draft = self.settings.get_clone_untracked();
        put(&mut draft);
        self.edit.saved.update(put);
        self.put(draft, self.edit.keys.get_clone_untracked());
    }

    /// The list of people already in Gong that the page around gives, behind all files.
    pub(super) fn host_input(&'static self) -> Option<Given> {
        let file = self.hosted.members.get_clone_untracked()?;
        let role = Some(Role::Members.name().to_owned());
        Some(Given { file, shape: None, delimiter: None, encoding: None, group: None, role, id: u32::MAX })
    }

    /// Why no file could be read, as the first of them has it.
    pub(super) fn why_nothing(&'static self) -> String {
        let first = self.files.with_untracked(|all| all.iter().find_map(|export| export.unreadable.clone()));
        first.unwrap_or_else(|| "No file could be read.".to_owned())
    }

    /// Groups that the page around knows.
    pub(crate) fn host_groups(&'static self, names: Vec<String>) {
        self.hosted.groups.set(names);
    }

    /// People already in Gong that the page around knows.
    pub(crate) fn host_members(&'static self, members: Option<Blob>) -> Result<(), JsValue> {
        let file =
            members.map(|blob| File::new_with_blob_sequence(&Array::of1(&blob), MEMBERS)).transpose()?;
        self.hosted.members.set(file);
        self.recheck();
        Ok(())
    }

    /// Checks these files in the place of those there are.
    pub(crate) fn replace(&'static self, files: Vec<File>) {
        self.drop_sample();
        self.forget_cures();
        self.files.set(Vec::new());
        self.selected.set(None);
        if files.is_empty() {
            return self.tell_ended("There is no file to check.");
        }
        self.add(files, Role::Export);
    }

    /// The report, once it is written.
    pub(crate) fn host_report(
        &'static self,
        (profiles, findings): (bool, bool),
        then: impl FnOnce(Result<Blob, String>) + 'static,
    ) {
        match self.checked.get_clone_untracked() {
            Some(checked) => checked.client.report(profiles, if findings { "json" } else { "bare" }, then),
            None => then(Err("Nothing is checked.".to_owned())),
        }
    }

    /// The page around is through with saving.
    pub(crate) fn host_saved(&'static self, problem: Option<String>) {
        self.hosted.handed.set(false);
        self.hosted.busy.set(false);
        match problem {
            None => {
                self.filed();
                self.say("The settings are saved.");
                self.told.set(Some(Told::Taken));
            }
            Some(problem) => {
                self.say("The settings are not saved.");
                self.told.set(Some(Told::NotTaken(problem)));
            }
        }
    }
}
