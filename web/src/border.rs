//! What everything that crosses the border to JavaScript has in common.

use js_sys::Reflect;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use rollcall::Error;
use rollcall::export::{Encoding, Given, InputRole, Shape};

/// What is said about one file; every member may be missing.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Said {
    shape: Option<String>,
    delimiter: Option<String>,
    encoding: Option<String>,
    group: Option<String>,
    /// The sheet whose table the bytes are.
    sheet: Option<String>,
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
            sheet: self.sheet,
            role: if members { InputRole::Members } else { InputRole::Export },
            file: self.file,
        })
    }
}

/// A plain object.
pub(super) fn object<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// An error about a file, with its name as `input`, and the `line` or null.
pub(super) fn unreadable(error: &Error) -> JsValue {
    unreadable_with(error, &[])
}

/// The same with further members.
pub(super) fn unreadable_with(error: &Error, members: &[(&str, JsValue)]) -> JsValue {
    let line = error.line().map_or(JsValue::NULL, JsValue::from);
    let own = [("input", error.input().into()), ("line", line)];
    named("Unreadable", &error.to_string(), &[&own, members].concat())
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
