//! What `www/core.js` builds on: one check from its files to its report, for programs.
//!
//! A [`Run`] takes the files' bytes twice: once to judge, and once more for the words of the report.
#![allow(clippy::needless_pass_by_value, reason = "what JavaScript gives is given away")]

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::border::{Said, named, object, unreadable};
use super::parts::at_desk;
use rollcall::check::Session;
use rollcall::reference::Zone;
use rollcall::report::json;
use rollcall::settings::{Refused, Settings};
use rollcall::timezone;

/// One check.
#[wasm_bindgen]
pub struct Run {
    stage: Stage,
    options: json::Options,
}

enum Stage {
    Reading(Box<Session>),
    Writing(Box<json::Report>),
    Over,
}

#[wasm_bindgen]
impl Run {
    /// Takes settings JSON and the number of files to come; throws an error named `Refused`.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, inputs: u32, profiles: bool, findings: bool) -> Result<Run, JsValue> {
        at_desk!("f", fn(settings: &str = settings, inputs: u32 = inputs, profiles: bool = profiles, findings: bool = findings) -> Result<Run, JsValue> {
            let session = Session::new(read(settings)?);
            let session = if inputs == 1 { session.single() } else { session };
            let format = if findings { json::Format::Json } else { json::Format::Bare };
            Ok(Run { stage: Stage::Reading(Box::new(session)), options: json::Options { profiles, format } })
        })
    }

    /// Starts a file; throws a `TypeError` about what is said of it.
    pub fn begin(&mut self, name: &str, said: JsValue) -> Result<(), JsValue> {
        at_desk!("f", fn(this: &mut Run = self, name: &str = name, said: JsValue = said) -> Result<(), JsValue> {
            let said: Said = serde_wasm_bindgen::from_value(said).map_err(|error| wrong(&error.to_string()))?;
            let given = said.given().map_err(|message| wrong(&format!("{name}: {message}")))?;
            if let Stage::Reading(session) = &mut this.stage {
                session.begin(name, given);
            }
            Ok(())
        })
    }

    /// How many bytes the file begun has, so that memory is laid out once.
    #[allow(clippy::cast_sign_loss, reason = "a file's size is less than 2^53 and no less than nothing")]
    pub fn expect(&mut self, bytes: f64) {
        if let Stage::Reading(session) = &mut self.stage {
            session.expect(bytes as u64);
        }
    }

    /// Takes bytes of the file in hand, gives text that is ready; throws an error named `Unreadable`.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Uint8Array, JsValue> {
        at_desk!("f", fn(this: &mut Run = self, bytes: &[u8] = bytes) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            let read = match &mut this.stage {
                Stage::Reading(session) => session.push(bytes),
                Stage::Writing(report) => report.push(bytes, &mut out),
                Stage::Over => Ok(()),
            };
            read.map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }

    /// The file in hand is over; as `push`.
    pub fn end(&mut self) -> Result<Uint8Array, JsValue> {
        at_desk!("f", fn(this: &mut Run = self) -> Result<Uint8Array, JsValue> {
            let mut out = Vec::new();
            let read = match &mut this.stage {
                Stage::Reading(session) => session.end(),
                Stage::Writing(report) => report.end(&mut out),
                Stage::Over => Ok(()),
            };
            read.map_err(|error| unreadable(&error))?;
            Ok(Uint8Array::from(&out[..]))
        })
    }

    /// Counts so far; null once all files were judged.
    pub fn tally(&self) -> Result<JsValue, JsError> {
        at_desk!("f", fn(this: &Run = self) -> Result<JsValue, JsError> {
            match &this.stage {
                Stage::Reading(session) => object(&session.tally()),
                _ => Ok(JsValue::NULL),
            }
        })
    }

    /// Judges what needs everyone. From now on bytes are taken for the report.
    pub fn judge(&mut self) {
        at_desk!("f", fn(this: &mut Run = self) -> () {
            if let Stage::Reading(session) = std::mem::replace(&mut this.stage, Stage::Over) {
                this.stage = Stage::Writing(Box::new(session.finish().report(this.options)));
            }
        });
    }

    /// The number of the file to read again now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("f", fn(this: &Run = self) -> Option<u32> {
            match &this.stage {
                Stage::Writing(report) => report.wants(),
                _ => None,
            }
        })
    }

    /// Text that stands behind the findings, a portion at a time; undefined when all of it was given.
    pub fn more(&mut self) -> Option<Uint8Array> {
        at_desk!("f", fn(this: &mut Run = self) -> Option<Uint8Array> {
            let Stage::Writing(report) = &mut this.stage else {
                return None;
            };
            let mut out = Vec::new();
            if !report.more(&mut out) {
                this.stage = Stage::Over;
            }
            Some(Uint8Array::from(&out[..]))
        })
    }
}

/// The effective time zone for one set of values, as it stands in a profile; throws an error named `Refused` about the settings.
#[wasm_bindgen(js_name = effectiveTimeZone)]
pub fn effective_time_zone(
    time_zone: &str,
    country: &str,
    state: &str,
    settings: &str,
) -> Result<JsValue, JsValue> {
    let settings = read(settings)?;
    let default = settings.company.default_time_zone.as_deref().and_then(Zone::from_name);
    let found = timezone::effective(time_zone, country, state, default);
    Ok(object(&json::time_zone(found))?)
}

/// The catalogue of rules.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsError> {
    object(&json::rules())
}

pub(super) fn read(settings: &str) -> Result<Settings, JsValue> {
    Settings::from_json(settings).map_err(|refused| refusal(&refused))
}

/// An error about the settings, with their `path`.
fn refusal(refused: &Refused) -> JsValue {
    named("Refused", &refused.to_string(), &[("path", refused.path.as_str().into())])
}

fn wrong(message: &str) -> JsValue {
    js_sys::TypeError::new(message).into()
}
