//! What an element of JavaScript's has in its hands while its views are there.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File, HtmlElement};

use super::host::Host;
use super::ui;

/// Views that stand in an element.
#[wasm_bindgen]
pub struct Mounted(ui::Mounted);

/// Why a text of JSON is no settings; undefined if it is.
#[wasm_bindgen(js_name = settingsProblem)]
pub fn settings_problem(json: &str) -> Option<String> {
    ui::problem_of(json)
}

/// Shows Rollcall inside `root`.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, host: Host) -> Mounted {
    Mounted(ui::mount(root, host))
}

#[wasm_bindgen]
impl Mounted {
    /// The settings as they stand in the fields, as JSON.
    pub fn settings(&self) -> String {
        self.0.app.own().to_json()
    }

    /// Puts settings in the place of those there are; throws if they are none at all.
    #[wasm_bindgen(js_name = setSettings)]
    pub fn set_settings(&self, json: &str) -> Result<(), JsError> {
        self.0.app.host_settings(json).map_err(|message| JsError::new(&message))
    }

    /// An attribute of the element has another value, or none.
    pub fn attribute(&self, name: &str, value: Option<String>) {
        self.0.app.host_attribute(name, value);
    }

    /// Names of groups that the page around the element knows.
    #[wasm_bindgen(js_name = setGroups)]
    pub fn set_groups(&self, names: Vec<String>) {
        self.0.app.host_groups(names);
    }

    /// The people already in Gong, as the page around the element knows them.
    #[wasm_bindgen(js_name = setMembers)]
    pub fn set_members(&self, members: Option<Blob>) -> Result<(), JsValue> {
        self.0.app.host_members(members)
    }

    /// What is refused of the settings, as its path and why; undefined if nothing is.
    pub fn refusal(&self) -> Option<Vec<String>> {
        self.0.app.refusal().map(|(path, message)| vec![path, message])
    }

    /// Why some of the files could not be read; undefined if all could.
    pub fn unreadable(&self) -> Option<String> {
        self.0.app.unreadable()
    }

    /// Checks these files, and no others. With earlier ones the plan begins from those.
    #[allow(clippy::needless_pass_by_value, reason = "what JavaScript gives is given away")]
    pub fn check(&self, files: Array, earlier: Option<Array>) {
        let all = |files: Array| files.iter().map(File::from).collect();
        self.0.app.replace(all(files), earlier.map(all));
    }

    /// Takes more files: exports, or lists of the people already in Gong.
    #[allow(clippy::needless_pass_by_value, reason = "what JavaScript gives is given away")]
    pub fn add(&self, files: Array, in_gong: bool) {
        let role = if in_gong { ui::Role::Members } else { ui::Role::Export };
        self.0.app.add(files.iter().map(File::from).collect(), role);
    }

    /// Hands the plan to a function, as a `Blob` of JSON, or an error's message.
    pub fn plan(&self, cut_over: bool, then: Function) {
        self.0.app.host_plan(cut_over, move |told| hand(&then, told));
    }

    /// Hands the report to a function, as a `Blob` of JSON, or an error's message.
    pub fn report(&self, profiles: bool, findings: bool, then: Function) {
        self.0.app.host_report((profiles, findings), move |told| hand(&then, told));
    }

    /// The page around the element is through with saving; a message says why it did not.
    pub fn saved(&self, problem: Option<String>) {
        self.0.app.host_saved(problem);
    }

    /// Neither the browser nor a file has the settings: they are gone with the views, unless somebody takes them.
    #[wasm_bindgen(js_name = keepsNothing)]
    pub fn keeps_nothing(&self) -> bool {
        self.0.app.keeps_nothing()
    }

    /// What is typed counts, although the pause after it is not over.
    pub fn settle(&self) {
        self.0.app.settle_fields();
    }

    /// Brings in the views that are not here yet. A page does that when it has time.
    pub fn more(&self) {
        self.0.app.bring_rooms();
    }

    /// Takes the views away with all they hold: workers, listeners, memory.
    pub fn unmount(self) {
        self.0.unmount();
    }
}

/// Hands on what was written, or why it was not.
fn hand(then: &Function, told: Result<Blob, String>) {
    let (blob, message) = match told {
        Ok(blob) => (blob.into(), JsValue::UNDEFINED),
        Err(message) => (JsValue::UNDEFINED, message.into()),
    };
    // What the function throws is told where it was made.
    let _ = then.call2(&JsValue::UNDEFINED, &blob, &message);
}
