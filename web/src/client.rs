//! The page's side of the worker: one worker, one check.
//!
//! A client is dropped to cancel its check: that terminates the worker, and its memory with it.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect, Uint8Array, Uint32Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File, MessageEvent, Worker};

use super::host::Host;
use super::snapshot::{
    AtSource, Branch, Carried, Cause, Chain, Column, Finding, Guide, Input, Line, Locks, Placement, PlanLine,
    PlanPerson, Planned, Profile, Progress, Proposal, Replay, Sheet, Shown, Summary, Totals, Understood,
    Value,
};
use rollcall::assignment::Simulation;
use rollcall::check::{WhatIf, ZonesIf};
use rollcall::plan::Wanted;

/// A file and what the admin says about it.
pub(crate) struct Given {
    pub(crate) file: File,
    pub(crate) shape: Option<String>,
    pub(crate) delimiter: Option<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) group: Option<String>,
    /// The sheet of a workbook.
    pub(crate) sheet: Option<String>,
    /// The file is the table of that sheet, opened before.
    pub(crate) is_table: bool,
    /// `members` for people already in Gong.
    pub(crate) role: Option<String>,
    /// The number by which cures know it.
    pub(crate) id: u32,
}

/// What a worker tells of its own accord.
pub(crate) enum News {
    Progress(Progress),
    /// The file with this number is a workbook.
    Workbook(u32, Book),
    /// The file at this place cannot be read; the message says why.
    Unreadable(usize, String),
    Checked {
        standing: Box<Standing>,
        inputs: Vec<Input>,
        /// Names of the files, by the number that rows have for them.
        names: Vec<String>,
        columns: Vec<Column>,
    },
    /// No file could be read.
    Nothing,
    /// The settings were refused.
    Refused(String),
    /// The worker is of no more use.
    Crashed,
}

/// A workbook that was opened.
#[derive(Clone, PartialEq)]
pub(crate) struct Book {
    /// The sheet that was asked for; none for the first.
    pub(crate) wanted: String,
    /// The sheet that was read, as a file; none if it could not be.
    pub(crate) table: Option<File>,
    pub(crate) sheet: String,
    pub(crate) sheets: Vec<String>,
}

/// What other assignments or values change in a check.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Standing {
    pub(crate) summary: Summary,
    pub(crate) causes: Vec<Cause>,
    pub(crate) simulation: Simulation,
    pub(crate) source: String,
    /// Of every file, by its number.
    pub(crate) carried: Vec<Carried>,
    /// Changes that no longer fit the files.
    pub(crate) stale: u32,
}

/// What came of a change of values.
pub(crate) struct Cured {
    /// The changes, to be held until they are taken back; nothing where nothing was to change.
    pub(crate) batch: Option<Uint8Array>,
    pub(crate) standing: Standing,
}

/// A recipe as a file, and what it does not hold.
pub(crate) struct Recipe {
    pub(crate) file: Blob,
    pub(crate) steps: u64,
    /// Changed values that no step can tell.
    pub(crate) left_out: u64,
}

type Answer = Box<dyn FnOnce(Result<JsValue, String>)>;

/// A running worker and the questions that wait for it.
pub(crate) struct Client {
    worker: Worker,
    waiting: Rc<RefCell<HashMap<u32, Answer>>>,
    next: Cell<u32>,
    _listeners: [EventListener; 2],
}

impl Drop for Client {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Client {
    /// Starts a worker on these files. What it has to say comes to `hear`.
    pub(crate) fn check(
        host: &Host,
        settings: &str,
        (inputs, earlier): (&[Given], &[Given]),
        batches: &[Uint8Array],
        hear: impl Fn(News) + 'static,
    ) -> Result<Client, JsValue> {
        let worker = host.spawn()?;
        let waiting: Rc<RefCell<HashMap<u32, Answer>>> = Rc::default();
        let hear = Rc::new(hear);

        let on_message = EventListener::new(&worker, "message", {
            let (waiting, hear) = (Rc::clone(&waiting), Rc::clone(&hear));
            move |event| {
                let message = event.unchecked_ref::<MessageEvent>().data();
                if text(&message, "type") == "answer" {
                    #[allow(clippy::cast_sign_loss, reason = "ids are ours, counted from 0")]
                    let id = get(&message, "id").as_f64().unwrap_or_default() as u32;
                    let answer = waiting.borrow_mut().remove(&id);
                    let error = get(&message, "error").as_string();
                    if let Some(answer) = answer {
                        answer(error.map_or_else(|| Ok(get(&message, "value")), Err));
                    }
                } else if let Some(news) = news(&message) {
                    hear(news);
                }
            }
        });
        let on_error = EventListener::new(&worker, "error", move |event| {
            event.prevent_default();
            hear(News::Crashed);
        });

        let message = Object::new();
        set(&message, "type", &"check".into());
        set(&message, "settings", &settings.into());
        set(&message, "inputs", &listed(inputs));
        set(&message, "earlier", &listed(earlier));
        set(&message, "batches", &batches.iter().collect::<Array>());
        worker.post_message(&message)?;

        Ok(Client { worker, waiting, next: Cell::new(0), _listeners: [on_message, on_error] })
    }

    /// Rows of the people that pass a filter.
    pub(crate) fn people(&self, filter: &impl Serialize, then: impl FnOnce(Vec<u32>) + 'static) {
        let filter = filter.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default();
        self.ask("people", &[("filter", filter)], move |answer| {
            if let Ok(rows) = answer {
                then(rows.unchecked_into::<Uint32Array>().to_vec());
            }
        });
    }

    /// One line for each row.
    pub(crate) fn lines(&self, rows: &[u32], then: impl FnOnce(Vec<Line>) + 'static) {
        let rows = Uint32Array::from(rows).into();
        self.ask("lines", &[("rows", rows)], move |answer| {
            if let Ok(lines) = answer {
                then(from(lines));
            }
        });
    }

    /// One line for each record of a person, that of the profile first.
    pub(crate) fn records(&self, row: u32, then: impl FnOnce(Vec<Line>) + 'static) {
        self.ask("records", &[("row", row.into())], move |answer| {
            if let Ok(lines) = answer {
                then(from(lines));
            }
        });
    }

    /// The findings of a person, whose records are read again from their files.
    pub(crate) fn describe(&self, row: u32, then: impl FnOnce(Result<Vec<Finding>, String>) + 'static) {
        self.ask("describe", &[("row", row.into())], move |answer| {
            then(answer.map(from));
        });
    }

    /// What becomes of one person.
    pub(crate) fn profile(&self, row: u32, then: impl FnOnce(Option<Profile>) + 'static) {
        self.ask("profile", &[("row", row.into())], move |answer| {
            then(answer.ok().and_then(from));
        });
    }

    /// The values of a person, a list for each record, that of the profile first.
    pub(crate) fn values(&self, row: u32, then: impl FnOnce(Vec<Vec<Value>>) + 'static) {
        // Should the file have changed meanwhile, the findings say so.
        self.ask("values", &[("row", row.into())], move |answer| then(answer.map(from).unwrap_or_default()));
    }

    /// What a person's values are taken for.
    pub(crate) fn understood(&self, row: u32, then: impl FnOnce(Vec<Understood>) + 'static) {
        self.ask("understood", &[("row", row.into())], move |answer| {
            then(answer.map(from).unwrap_or_default());
        });
    }

    /// The managers above a person, the nearest first, at most so many.
    pub(crate) fn chain(&self, row: u32, most: u32, then: impl FnOnce(Chain) + 'static) {
        self.ask("chain", &[("row", row.into()), ("most", most.into())], move |answer| {
            then(answer.map(from).unwrap_or_default());
        });
    }

    /// What there is to say of the tree of managers.
    pub(crate) fn totals(&self, then: impl FnOnce(Totals) + 'static) {
        self.ask("totals", &[], move |answer| then(answer.map(from).unwrap_or_default()));
    }

    /// Does something to the tree while so many lines from one on are in sight.
    pub(crate) fn outline(
        &self,
        act: &str,
        row: Option<u32>,
        sight: (usize, usize),
        then: impl FnOnce(Shown) + 'static,
    ) {
        let (from_line, page) = (JsValue::from(sight.0 as u32), JsValue::from(sight.1 as u32));
        let row = row.unwrap_or(u32::MAX).into();
        self.ask(
            "outline",
            &[("act", act.into()), ("row", row), ("from", from_line), ("page", page)],
            |answer| {
                if let Ok(shown) = answer {
                    then(from(shown));
                }
            },
        );
    }

    /// Lines of the tree, as it is open now.
    pub(crate) fn branches(&self, first: usize, last: usize, then: impl FnOnce(Vec<Branch>) + 'static) {
        let (first, last) = (JsValue::from(first as u32), JsValue::from(last as u32));
        self.ask("branches", &[("from", first), ("to", last)], move |answer| {
            if let Ok(lines) = answer {
                then(from(lines));
            }
        });
    }

    /// The next person of the tree behind another whose name or key holds a text.
    pub(crate) fn find(&self, text: &str, after: Option<u32>, then: impl FnOnce(Option<u32>) + 'static) {
        let after = after.map_or(JsValue::UNDEFINED, JsValue::from);
        self.ask("find", &[("text", text.into()), ("after", after)], move |answer| {
            #[allow(clippy::cast_sign_loss, reason = "rows are counted from 0")]
            then(answer.ok().and_then(|row| row.as_f64()).map(|row| row as u32));
        });
    }

    /// The same people under other assignments.
    pub(crate) fn assign(&self, settings: &str, then: impl FnOnce(Option<Standing>) + 'static) {
        self.ask("assign", &[("settings", settings.into())], move |answer| then(answer.ok().map(from)));
    }

    /// The set-up guide, filled with what the files show.
    pub(crate) fn guide(&self, then: impl FnOnce(Guide) + 'static) {
        self.ask("guide", &[], move |answer| {
            if let Ok(guide) = answer {
                then(from(guide));
            }
        });
    }

    /// What one person gets; nothing for someone who is not imported.
    pub(crate) fn placement(&self, row: u32, then: impl FnOnce(Option<Placement>) + 'static) {
        self.ask("placement", &[("row", row.into())], move |answer| {
            then(answer.ok().and_then(from));
        });
    }

    /// What can be changed of one person afterwards; nothing for someone who is not imported.
    pub(crate) fn locks(&self, row: u32, then: impl FnOnce(Option<Locks>) + 'static) {
        self.ask("locks", &[("row", row.into())], move |answer| {
            then(answer.ok().and_then(from));
        });
    }

    /// Time zones as they are, and as they would be.
    pub(crate) fn zones(&self, what: &WhatIf, then: impl FnOnce(ZonesIf) + 'static) {
        let what = what.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default();
        self.ask("zones", &[("tried", what)], move |answer| {
            if let Ok(zones) = answer {
                then(from(zones));
            }
        });
    }

    /// The report as a file, in one of the formats of the worker; written in a second pass over the exports.
    pub(crate) fn report(
        &self,
        profiles: bool,
        format: &'static str,
        then: impl FnOnce(Result<Blob, String>) + 'static,
    ) {
        self.ask("report", &[("profiles", profiles.into()), ("format", format.into())], move |answer| {
            then(answer.map(JsCast::unchecked_into));
        });
    }

    /// Records as they stand, in the order of the rows.
    pub(crate) fn sheet(&self, rows: &[u32], then: impl FnOnce(Result<Vec<Sheet>, String>) + 'static) {
        let rows = Uint32Array::from(rows).into();
        self.ask("sheet", &[("rows", rows)], move |answer| {
            then(
                answer.map(|json| {
                    serde_json::from_str(&json.as_string().unwrap_or_default()).unwrap_or_default()
                }),
            );
        });
    }

    /// Puts a text into a cell.
    pub(crate) fn edit_cell(
        &self,
        row: u32,
        column: u16,
        text: &str,
        then: impl FnOnce(Result<Cured, String>) + 'static,
    ) {
        let question = [("row", row.into()), ("column", column.into()), ("text", text.into())];
        self.ask("edit", &question, move |answer| then(answer.map(cured)));
    }

    /// Puts a value in the place of one of an attribute.
    pub(crate) fn edit_value(
        &self,
        row: u32,
        (attribute, place): (&str, u16),
        text: &str,
        then: impl FnOnce(Result<Cured, String>) + 'static,
    ) {
        let question = [
            ("row", row.into()),
            ("attribute", attribute.into()),
            ("place", place.into()),
            ("text", text.into()),
        ];
        self.ask("edit", &question, move |answer| then(answer.map(cured)));
    }

    /// Makes changes that were proposed, or taken back before.
    pub(crate) fn cure(&self, batch: &Uint8Array, then: impl FnOnce(Result<Cured, String>) + 'static) {
        self.ask("cure", &[("batch", batch.into())], move |answer| then(answer.map(cured)));
    }

    /// Takes the last changes back.
    pub(crate) fn uncure(&self, then: impl FnOnce(Result<Cured, String>) + 'static) {
        self.ask("uncure", &[], move |answer| then(answer.map(cured)));
    }

    /// What applying the suggestions of a rule would change; of all rules without one.
    pub(crate) fn propose(
        &self,
        rule: Option<&str>,
        attribute: Option<&str>,
        then: impl FnOnce(Result<(Proposal, Uint8Array), String>) + 'static,
    ) {
        let text = |text: Option<&str>| text.map_or(JsValue::UNDEFINED, JsValue::from);
        let question = [("rule", text(rule)), ("attribute", text(attribute))];
        self.ask("propose", &question, move |answer| {
            then(answer.map(|told| (from(get(&told, "proposal")), get(&told, "batch").unchecked_into())));
        });
    }

    /// What was cured, as a recipe.
    pub(crate) fn recipe(&self, then: impl FnOnce(Result<Recipe, String>) + 'static) {
        self.ask("recipe", &[], move |answer| {
            then(answer.map(|told| Recipe {
                file: get(&told, "file").unchecked_into(),
                steps: from(get(&told, "steps")),
                left_out: from(get(&told, "leftOut")),
            }));
        });
    }

    /// What a recipe would change.
    pub(crate) fn replay(
        &self,
        text: &str,
        then: impl FnOnce(Result<(Replay, Uint8Array), String>) + 'static,
    ) {
        self.ask("replay", &[("text", text.into())], move |answer| {
            then(answer.map(|told| (from(get(&told, "replay")), get(&told, "batch").unchecked_into())));
        });
    }

    /// A file with what was cured in it.
    pub(crate) fn corrected(
        &self,
        input: u32,
        utf8: bool,
        then: impl FnOnce(Result<Blob, String>) + 'static,
    ) {
        self.ask("corrected", &[("input", input.into()), ("utf8", utf8.into())], move |answer| {
            then(answer.map(JsCast::unchecked_into));
        });
    }

    /// Other exports for the plan to begin from.
    pub(crate) fn earlier(&self, inputs: &[Given]) {
        self.ask("earlier", &[("inputs", listed(inputs).into())], |_| ());
    }

    /// What provisioning would do.
    pub(crate) fn plan(&self, then: impl FnOnce(Result<Planned, String>) + 'static) {
        self.ask("plan", &[], move |answer| then(answer.map(from)));
    }

    /// Places of the people of the plan who are wanted.
    pub(crate) fn plan_people(&self, wanted: &Wanted, then: impl FnOnce(Vec<u32>) + 'static) {
        let wanted = wanted.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default();
        self.ask("planPeople", &[("wanted", wanted)], move |answer| {
            if let Ok(places) = answer {
                then(places.unchecked_into::<Uint32Array>().to_vec());
            }
        });
    }

    /// One line for each place in the plan.
    pub(crate) fn plan_lines(&self, places: &[u32], then: impl FnOnce(Vec<PlanLine>) + 'static) {
        let places = Uint32Array::from(places).into();
        self.ask("planLines", &[("places", places)], move |answer| {
            if let Ok(lines) = answer {
                then(from(lines));
            }
        });
    }

    /// Everything about one person of the plan.
    pub(crate) fn plan_person(&self, place: u32, then: impl FnOnce(Option<PlanPerson>) + 'static) {
        self.ask("planPerson", &[("place", place.into())], move |answer| {
            then(answer.ok().and_then(from));
        });
    }

    /// The plan as a file: `json` or `scim`.
    pub(crate) fn plan_file(
        &self,
        format: &str,
        cut_over: bool,
        then: impl FnOnce(Result<Blob, String>) + 'static,
    ) {
        self.ask("planFile", &[("format", format.into()), ("cutOver", cut_over.into())], move |answer| {
            then(answer.map(JsCast::unchecked_into));
        });
    }

    /// What cures at the source: a table for Okta's import, or lines of PowerShell.
    pub(crate) fn at_source(
        &self,
        format: &str,
        then: impl FnOnce(Result<(Blob, AtSource), String>) + 'static,
    ) {
        self.ask("atSource", &[("format", format.into())], move |answer| {
            then(answer.map(|told| (get(&told, "file").unchecked_into(), from(get(&told, "told")))));
        });
    }

    /// All files with fake people in them, with their numbers.
    pub(crate) fn redacted(&self, then: impl FnOnce(Result<Vec<(usize, Blob)>, String>) + 'static) {
        #[allow(clippy::cast_sign_loss, reason = "files are counted from 0")]
        let one = |written: JsValue| {
            let input = get(&written, "input").as_f64().unwrap_or_default() as usize;
            (input, get(&written, "file").unchecked_into())
        };
        self.ask("redacted", &[], move |answer| {
            then(answer.map(|all| all.unchecked_into::<Array>().iter().map(one).collect()));
        });
    }

    fn ask(
        &self,
        what: &str,
        question: &[(&str, JsValue)],
        then: impl FnOnce(Result<JsValue, String>) + 'static,
    ) {
        let id = self.next.replace(self.next.get().wrapping_add(1));
        let message = Object::new();
        set(&message, "type", &"ask".into());
        set(&message, "id", &id.into());
        set(&message, "what", &what.into());
        for (name, value) in question {
            set(&message, name, value);
        }
        self.waiting.borrow_mut().insert(id, Box::new(then));
        // Our own plain objects can always be cloned; should the worker be gone, its end is told elsewhere.
        let _ = self.worker.post_message(&message);
    }
}

/// Files with what is said of each.
fn listed(inputs: &[Given]) -> Array {
    let list = Array::new();
    for input in inputs {
        let given = Object::new();
        for (name, value) in [
            ("shape", &input.shape),
            ("delimiter", &input.delimiter),
            ("encoding", &input.encoding),
            ("group", &input.group),
            ("sheet", &input.sheet),
            ("role", &input.role),
        ] {
            if let Some(value) = value {
                set(&given, name, &value.as_str().into());
            }
        }
        set(&given, "file", &input.id.into());
        let item = Object::new();
        set(&item, "file", &input.file);
        set(&item, "isTable", &input.is_table.into());
        set(&item, "given", &given);
        list.push(&item);
    }
    list
}

fn news(message: &JsValue) -> Option<News> {
    Some(match text(message, "type").as_str() {
        "progress" => News::Progress(from(message.clone())),
        #[allow(clippy::cast_sign_loss, reason = "numbers of files are counted from 0")]
        "workbook" => News::Workbook(
            get(message, "file").as_f64().unwrap_or_default() as u32,
            Book {
                wanted: text(message, "wanted"),
                table: Some(get(message, "table")).filter(JsValue::is_truthy).map(JsCast::unchecked_into),
                sheet: text(message, "sheet"),
                sheets: from(get(message, "sheets")),
            },
        ),
        #[allow(clippy::cast_sign_loss, reason = "places are counted from 0")]
        "unreadable" => News::Unreadable(
            get(message, "input").as_f64().unwrap_or_default() as usize,
            text(message, "message"),
        ),
        "checked" => News::Checked {
            standing: Box::new(from(message.clone())),
            inputs: from(get(message, "inputs")),
            names: from(get(message, "names")),
            columns: from(get(message, "columns")),
        },
        "nothing" => News::Nothing,
        "refused" => News::Refused(text(message, "message")),
        "crashed" => News::Crashed,
        _ => return None,
    })
}

fn cured(told: JsValue) -> Cured {
    let batch = get(&told, "batch").dyn_into::<Uint8Array>().ok();
    Cured { batch, standing: from(told) }
}

/// A snapshot out of a plain object. Both sides are ours, so a mismatch is a fault of ours; it shows as emptiness.
fn from<T: DeserializeOwned + Default>(value: JsValue) -> T {
    let parsed = serde_wasm_bindgen::from_value(value);
    debug_assert!(parsed.is_ok(), "a snapshot does not fit");
    parsed.unwrap_or_default()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a member of a plain object of our own cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}
