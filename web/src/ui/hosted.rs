//! What the page around an element asks of the views, and what it is told.

use crate::dom::prelude::*;
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File, KeyboardEvent, KeyboardEventInit};

use super::assignments::Told;
use super::settings::Company;
use super::state::{Phase, Role, State};
use super::step::{Step, Views};
use crate::client::Given;
use crate::host::Taken;
use crate::snapshot::Summary;
use rollcall::settings::{Draft, Refused};

/// The name of the list of people already in Gong that the page around the element gives, where it has none.
const MEMBERS: &str = "people in Gong";

/// What there is between an element and the page around it.
pub(crate) struct Hosted {
    /// The steps that are shown.
    pub(crate) views: Signal<Views>,
    /// The page around keeps the settings; the browser does not.
    pub(crate) keeps: Signal<bool>,
    /// The page around says that it is saving.
    said_busy: Signal<bool>,
    /// The settings that it was handed and is saving.
    handed: Signal<Option<Draft>>,
    /// What attributes of the element say of the company.
    said: Signal<Company>,
    /// Why the settings that the page around gave could not be used. To save others over them takes a second word.
    unread: Signal<Option<String>>,
    /// Tells what this element keeps in the browser from what others keep.
    pub(crate) key: String,
    /// Names of groups that it knows.
    pub(crate) groups: Signal<Vec<String>>,
    /// The people already in Gong that it knows.
    pub(crate) members: Signal<Option<File>>,
}

impl Hosted {
    /// Must be called in the root scope.
    pub(crate) fn new(views: Views, keeps: bool, key: String) -> Hosted {
        Hosted {
            views: create_signal(views),
            keeps: create_signal(keeps),
            said_busy: create_signal(false),
            handed: create_signal(None),
            said: create_signal(Company::default()),
            unread: create_signal(None),
            key,
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

/// The part of the company that an attribute says.
fn part_of(name: &str) -> Option<fn(&mut Company) -> &mut String> {
    match name {
        "source" => Some(|company| &mut company.source),
        "primary-domain" => Some(|company| &mut company.domain),
        "default-time-zone" => Some(|company| &mut company.zone),
        _ => None,
    }
}

/// Why settings are none, and where.
fn told(Refused { path, message }: &Refused) -> String {
    if path.is_empty() { message.clone() } else { format!("At {path}: {message}") }
}

/// Why a text is no settings at all.
pub(crate) fn problem_of(json: &str) -> Option<String> {
    Draft::from_json(json).err().map(|refused| told(&refused))
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
        if let Some(why) = self.hosted.unread.take() {
            let again = "Press Save again to put these settings in the place of those.";
            self.told.set(Some(Told::NotTaken(format!("{why} {again}"))));
            return Taken::Waiting;
        }
        let own = self.own();
        let taken = self.inform("save", &own.to_json());
        match taken {
            Taken::Default => {}
            Taken::Done | Taken::Waiting => self.hosted.handed.set(Some(own)),
        }
        taken
    }

    /// The settings that the page around gave at the start are none.
    pub(super) fn refuse_settings(&'static self, why: &str) {
        let message = format!("The settings that the page around gives cannot be used. {why}");
        self.notice.set(Some(message.clone()));
        self.hosted.unread.set(Some(message));
    }

    /// The page around is saving, by what it says or because it was handed settings.
    pub(crate) fn is_busy(&'static self) -> bool {
        self.hosted.said_busy.get() || self.hosted.handed.with(Option::is_some)
    }

    /// Settings that the page around has.
    pub(crate) fn host_settings(&'static self, json: &str) -> Result<(), String> {
        let draft = Draft::from_json(json).map_err(|refused| told(&refused))?;
        self.hosted.keeps.set(true);
        self.hosted.unread.set(None);
        if self.own() == draft {
            self.filed(draft);
            return Ok(());
        }
        self.return_lent();
        let keys: Vec<u32> = draft.assignments.iter().map(|_| self.edit.fresh()).collect();
        self.edit.history.update(super::settings::History::forget_settings);
        self.told.set(None);
        self.put(draft, keys);
        self.filed(self.own());
        Ok(())
    }

    /// An attribute of the element says something else.
    pub(crate) fn host_attribute(&'static self, name: &str, value: Option<String>) {
        match name {
            "view" => {
                let views = Views::from_name(value.as_deref());
                self.hosted.views.set(views);
                if views == Views::Settings {
                    self.hosted.keeps.set(true);
                }
                self.go(self.step.get_untracked());
            }
            "busy" => self.hosted.said_busy.set(value.is_some()),
            _ => self.host_company(name, &value.unwrap_or_default()),
        }
    }

    /// A part of the company that the page around knows is nothing that the admin changed, nor a step of undo.
    fn host_company(&'static self, name: &str, text: &str) {
        let Some(part) = part_of(name) else { return };
        self.hosted.said.update_silent(|said| text.clone_into(part(said)));
        let put = |draft: &mut Draft| {
            let mut company = Company::of(draft);
            text.clone_into(part(&mut company));
            company.put(draft);
        };
        let mut draft = self.settings.get_clone_untracked();
        put(&mut draft);
        self.edit.saved.update(put);
        self.edit.history.update(|history| history.drafts().for_each(put));
        self.put(draft, self.edit.keys.get_clone_untracked());
    }

    /// What the browser is to keep: what attributes say, the page around says the next time, too.
    pub(super) fn without_said(&'static self, mut draft: Draft) -> Draft {
        let mut company = Company::of(&draft);
        self.hosted.said.with_untracked(|said| {
            for name in ["source", "primary-domain", "default-time-zone"] {
                let Some(part) = part_of(name) else { continue };
                let mut said = said.clone();
                if *part(&mut company) == *part(&mut said) {
                    part(&mut company).clear();
                }
            }
        });
        company.put(&mut draft);
        draft
    }

    /// The list of people already in Gong that the page around gives, behind all files.
    pub(super) fn host_input(&'static self) -> Option<Given> {
        let file = self.hosted.members.get_clone_untracked()?;
        let role = Some(Role::Members.name().to_owned());
        Some(Given {
            file,
            shape: None,
            delimiter: None,
            encoding: None,
            group: None,
            sheet: None,
            is_table: false,
            role,
            id: u32::MAX,
        })
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
        let file = members.map(|blob| match blob.dyn_into::<File>() {
            Ok(file) => Ok(file),
            Err(blob) => File::new_with_blob_sequence(&Array::of1(&blob), MEMBERS),
        });
        let file = file.transpose()?;
        self.hosted.members.set(file);
        // A check that was cancelled stays so.
        let read = |phase: &Phase| matches!(phase, Phase::Checking(_) | Phase::Checked | Phase::Nothing);
        if self.phase.with_untracked(read) {
            self.recheck();
        }
        Ok(())
    }

    /// What is refused of the settings: its place, and why.
    pub(crate) fn refusal(&'static self) -> Option<(String, String)> {
        self.edit.marks.with_untracked(|marks| {
            marks.iter().find(|mark| mark.refused).map(|mark| (mark.path.clone(), mark.message.clone()))
        })
    }

    /// Why files could not be read, of which there are others that could.
    pub(crate) fn unreadable(&'static self) -> Option<String> {
        self.files.with_untracked(|all| {
            let why: Vec<String> = all.iter().filter_map(|export| export.unreadable.clone()).collect();
            Some(why.join("\n")).filter(|why| !why.is_empty())
        })
    }

    /// Checks these files in the place of those there are.
    pub(crate) fn replace(&'static self, files: Vec<File>, earlier: Option<Vec<File>>) {
        self.drop_sample();
        if let Some(earlier) = earlier {
            self.plan_from(earlier);
        }
        self.forget_cures();
        self.files.set(Vec::new());
        self.selected.set(None);
        if files.is_empty() {
            return self.recheck();
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

    /// The plan, once it is made.
    pub(crate) fn host_plan(
        &'static self,
        cut_over: bool,
        then: impl FnOnce(Result<Blob, String>) + 'static,
    ) {
        match self.checked.get_clone_untracked() {
            Some(checked) => {
                let client = std::rc::Rc::clone(&checked.client);
                checked.client.plan(move |answer| match answer {
                    Ok(planned) if planned.unread.is_empty() => client.plan_file("json", cut_over, then),
                    Ok(planned) => {
                        let why: Vec<String> =
                            planned.unread.into_iter().map(|unread| unread.message).collect();
                        then(Err(why.join("\n")));
                    }
                    Err(message) => then(Err(message)),
                });
            }
            None => then(Err("Nothing is checked.".to_owned())),
        }
    }

    /// The page around is through with saving.
    pub(crate) fn host_saved(&'static self, problem: Option<String>) {
        let Some(handed) = self.hosted.handed.take() else { return };
        match problem {
            None => {
                // What was changed meanwhile, nobody has.
                self.filed(handed);
                self.say("The settings are saved.");
                self.told.set(Some(Told::Taken));
            }
            Some(problem) => {
                self.say("The settings are not saved.");
                self.told.set(Some(Told::NotTaken(problem)));
            }
        }
    }

    /// Nobody but the views has the settings. Those that stand in the place of what could not be used are nobody's.
    pub(crate) fn keeps_nothing(&'static self) -> bool {
        let keeps = self.hosted.keeps.get_untracked() || !self.edit.is_kept.get_untracked();
        keeps && self.hosted.unread.with_untracked(Option::is_none)
    }

    /// What is typed in a field whose pause is not over, counts.
    pub(crate) fn settle_fields(&'static self) {
        let enter = KeyboardEventInit::new();
        enter.set_key("Enter");
        for id in ["domain", "zone"] {
            let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &enter);
            if let (Some(field), Ok(event)) = (self.by_id(id), event) {
                let _ = field.dispatch_event(&event);
            }
        }
    }
}
