//! What everything that crosses the border to JavaScript has in common.

use js_sys::{JSON, Reflect};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::Error;
use crate::export::{Encoding, Given, InputRole, Shape};

/// What is said about one file; every member may be missing.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Said {
    shape: Option<String>,
    delimiter: Option<String>,
    encoding: Option<String>,
    group: Option<String>,
    /// `members` for people already in Gong.
    role: Option<String>,
    /// The number by which cures know it.
    file: Option<u32>,
}

impl Said {
    pub(super) fn given(self) -> Result<Given, String> {
        let known = |what: &str, text: &str, names: &[&str]| {
            format!("\"{text}\" is no {what}; known are {}", names.join(", "))
        };
        let shape = self.shape.map(|text| {
            Shape::from_name(&text).ok_or_else(|| known("shape", &text, &Shape::ALL.map(Shape::name)))
        });
        let delimiter = self.delimiter.map(|text| match text.as_str() {
            "," => Ok(b','),
            ";" => Ok(b';'),
            "\t" => Ok(b'\t'),
            "|" => Ok(b'|'),
            _ => Err(known("delimiter", &text, &["\",\"", "\";\"", "\"\\t\"", "\"|\""])),
        });
        let encoding = self.encoding.map(|text| {
            Encoding::from_name(&text)
                .ok_or_else(|| known("encoding", &text, &Encoding::ALL.map(Encoding::name)))
        });
        if self.group.as_ref().is_some_and(|group| group.trim().is_empty()) {
            return Err("the group has no name".to_owned());
        }
        let members = self.role.as_deref() == Some(InputRole::Members.name());
        Ok(Given {
            shape: shape.transpose()?,
            delimiter: delimiter.transpose()?,
            encoding: encoding.transpose()?,
            group: self.group,
            role: if members { InputRole::Members } else { InputRole::Export },
            file: self.file,
        })
    }
}

/// A plain object. It crosses the border as JSON: browsers read that faster than they take member by member, and
/// the module has one way to write a type, not two.
pub(super) fn object<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    parsed(&serde_json::to_string(value)?)
}

fn parsed(text: &str) -> Result<JsValue, JsError> {
    JSON::parse(text).map_err(|_| JsError::new("what was written is no JSON"))
}

/// What a plain object says.
pub(super) fn read<T: DeserializeOwned>(object: &JsValue) -> serde_json::Result<T> {
    T::deserialize(value(object)?)
}

/// Parsed without knowing what for, so that the module has one parser and not one for each type.
#[inline(never)]
fn value(object: &JsValue) -> serde_json::Result<serde_json::Value> {
    let text = JSON::stringify(object).ok().and_then(|text| JsValue::from(text).as_string());
    serde_json::from_str(&text.unwrap_or_default())
}

/// An error about a file, with its name as `input`, and the `line` or null.
pub(super) fn unreadable(error: &Error) -> JsValue {
    let line = error.line().map_or(JsValue::NULL, JsValue::from);
    named("Unreadable", &error.to_string(), &[("input", error.input().into()), ("line", line)])
}

/// An error of a name, with members of its own.
pub(super) fn named(name: &str, message: &str, members: &[(&str, JsValue)]) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name(name);
    for (name, value) in members {
        // An error that was just made takes any member.
        let _ = Reflect::set(&error, &(*name).into(), value);
    }
    error.into()
}
