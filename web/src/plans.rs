//! What a worker and `www/core.js` see of plans.
#![allow(clippy::needless_pass_by_value, reason = "what JavaScript gives is given away")]

use js_sys::{Array, Uint8Array, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::bindings::Check;
use super::border::{object, unreadable};
use super::parts::at_desk;
use rollcall::cure;
use rollcall::plan::{self, json};

/// A plan being made while the files of both sides are read once more.
#[wasm_bindgen]
pub struct Planning(plan::Planning);

#[wasm_bindgen]
impl Planning {
    /// Begins a plan: from what was, if that is known, to what shall be.
    #[wasm_bindgen(constructor)]
    pub fn new(after: &Check, before: Option<Check>) -> Planning {
        at_desk!("c", fn(after: &Check = after, before: Option<Check> = before) -> Planning {
            Planning(plan::Planning::new(before.map(|before| before.0), after.0.clone()))
        })
    }

    /// Begins to compare files with what they are once they are cured.
    #[wasm_bindgen(js_name = ofCures)]
    pub fn of_cures(after: &Check, before: Check) -> Planning {
        at_desk!("c", fn(after: &Check = after, before: Check = before) -> Planning {
            Planning(plan::Planning::of_cures(before.0, after.0.clone()))
        })
    }

    /// What to push now: 0 for a file of the before, 1 for one of the after, and the file's number; undefined when
    /// all are through.
    pub fn wants(&self) -> Option<Vec<u32>> {
        at_desk!("c", fn(this: &Planning = self) -> Option<Vec<u32>> {
            let (side, input) = this.0.wants()?;
            Some(vec![u32::from(side == plan::Side::After), input])
        })
    }

    /// Takes bytes of the wanted file.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("c", fn(this: &mut Planning = self, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.push(bytes).map_err(|error| unreadable(&error))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self) -> Result<(), JsValue> {
        at_desk!("c", fn(this: &mut Planning = self) -> Result<(), JsValue> {
            this.0.end().map_err(|error| unreadable(&error))
        })
    }

    /// The plan.
    pub fn finish(self) -> Plan {
        at_desk!("c", fn(this: Planning = self) -> Plan {
            Plan(this.0.finish())
        })
    }
}

/// What provisioning would do.
#[wasm_bindgen]
pub struct Plan(plan::Plan);

/// A group as it is listed.
#[derive(Serialize)]
struct Group<'p> {
    name: &'p str,
    known: bool,
    pushed: bool,
    added: usize,
    removed: usize,
}

#[wasm_bindgen]
impl Plan {
    /// Totals, the guard, and how many end up elsewhere.
    pub fn head(&self) -> Result<JsValue, JsError> {
        at_desk!("c", fn(this: &Plan = self) -> Result<JsValue, JsError> {
            object(&this.0.head())
        })
    }

    /// The groups with the number of people who come and leave.
    pub fn groups(&self) -> Result<JsValue, JsError> {
        at_desk!("c", fn(this: &Plan = self) -> Result<JsValue, JsError> {
            let groups: Vec<Group<'_>> = this
                .0
                .groups()
                .iter()
                .map(|group| Group {
                    name: &group.name,
                    known: group.known,
                    pushed: group.is_pushed(),
                    added: group.added.len(),
                    removed: group.removed.len(),
                })
                .collect();
            object(&groups)
        })
    }

    /// The plan as a move from one app instance to another; nobody is named.
    #[wasm_bindgen(js_name = cutOver)]
    pub fn cut_over(&self) -> Result<JsValue, JsError> {
        at_desk!("c", fn(this: &Plan = self) -> Result<JsValue, JsError> {
            object(&this.0.cut_over().counts())
        })
    }

    /// Places of the people who are wanted.
    pub fn people(&self, wanted: JsValue) -> Result<Uint32Array, JsError> {
        at_desk!("c", fn(this: &Plan = self, wanted: JsValue = wanted) -> Result<Uint32Array, JsError> {
            let wanted: plan::Wanted = serde_wasm_bindgen::from_value(wanted)?;
            Ok(Uint32Array::from(&this.0.people(&wanted)[..]))
        })
    }

    /// One line for each place, in the order given.
    pub fn lines(&self, places: &[u32]) -> Result<Array, JsError> {
        at_desk!("c", fn(this: &Plan = self, places: &[u32] = places) -> Result<Array, JsError> {
            places.iter().filter_map(|&place| this.0.line(place)).map(|line| object(&line)).collect()
        })
    }

    /// Everything about one person; null for a place that is none.
    pub fn person(&self, place: u32) -> Result<JsValue, JsError> {
        at_desk!("c", fn(this: &Plan = self, place: u32 = place) -> Result<JsValue, JsError> {
            object(&this.0.told_of(place))
        })
    }

    /// The plan as JSON.
    pub fn json(&self, cut_over: bool) -> Array {
        at_desk!("c", fn(this: &Plan = self, cut_over: bool = cut_over) -> Array {
            let mut writing = this.0.json(json::Options { actions: Vec::new(), cut_over });
            portions(|out| writing.more(out))
        })
    }

    /// Of a comparison of files with their cures: what cures at the source, as `okta-csv` or `powershell`.
    #[wasm_bindgen(js_name = atSource)]
    pub fn at_source(&self, format: &str) -> AtSource {
        at_desk!("c", fn(this: &Plan = self, format: &str = format) -> AtSource {
            AtSource(if format == "okta-csv" { cure::okta_csv(&this.0) } else { cure::powershell(&this.0) })
        })
    }

    /// The SCIM requests, one a line.
    pub fn scim(&self) -> Array {
        at_desk!("c", fn(this: &Plan = self) -> Array {
            let mut requests = this.0.requests();
            portions(|out| requests.more(out))
        })
    }
}

/// What cures at the source.
#[wasm_bindgen]
pub struct AtSource(cure::AtSource);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Counts<'a> {
    people: u64,
    values: u64,
    left_out: &'a std::collections::BTreeMap<String, u64>,
}

#[wasm_bindgen]
impl AtSource {
    /// The table or the lines.
    pub fn text(&self) -> String {
        at_desk!("c", fn(this: &AtSource = self) -> String {
            this.0.text.clone()
        })
    }

    /// How much is in it, and what is not.
    pub fn told(&self) -> Result<JsValue, JsError> {
        at_desk!("c", fn(this: &AtSource = self) -> Result<JsValue, JsError> {
            let cure::AtSource { people, values, left_out, .. } = &this.0;
            object(&Counts { people: *people, values: *values, left_out })
        })
    }
}

/// What is written portion by portion, as an array of bytes.
fn portions(mut more: impl FnMut(&mut Vec<u8>) -> bool) -> Array {
    let parts = Array::new();
    let mut ready = Vec::new();
    loop {
        let goes_on = more(&mut ready);
        parts.push(&Uint8Array::from(&ready[..]));
        ready.clear();
        if !goes_on {
            return parts;
        }
    }
}
