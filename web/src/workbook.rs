//! Workbooks for JavaScript: a sheet becomes a table before anything is read of it.

use js_sys::{Array, Function, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::border::{object, unreadable, unreadable_with};
use super::parts::at;
use rollcall::Error;
use rollcall::export::Workbook;

#[derive(Serialize)]
struct Opened<'b> {
    sheet: &'b str,
    sheets: Vec<&'b str>,
}

/// Hands a sheet on as the bytes of a table, in portions: the first that is not hidden, unless one is named. Gives its
/// name as `sheet`, and those of all `sheets`; throws an error named `Unreadable`, which has them as well where the workbook
/// could be opened, and its sheet not be read. Needs the part `workbook`.
#[wasm_bindgen]
pub fn workbook(
    name: &str,
    bytes: &[u8],
    sheet: Option<String>,
    take: &Function,
) -> Result<JsValue, JsValue> {
    at!("workbook", "a", fn(name: &str = name, bytes: &[u8] = bytes, sheet: Option<String> = sheet, take: &Function = take) -> Result<JsValue, JsValue> {
        let failed = |error: Error| unreadable(&error.of(name));
        let book = Workbook::open(bytes).map_err(failed)?;
        let chosen = book.sheet(sheet.as_deref()).map_err(failed)?;
        let mut thrown = Ok(());
        let table = book.table(sheet.as_deref(), |portion| {
            if thrown.is_ok() {
                thrown = take.call1(&JsValue::NULL, &Uint8Array::from(portion)).map(drop);
            }
        });
        let sheet = table.map_err(|error| {
            let sheets: Array = book.sheets().map(JsValue::from).collect();
            unreadable_with(&error.of(name), &[("sheet", chosen.into()), ("sheets", sheets.into())])
        })?;
        thrown?;
        Ok(object(&Opened { sheet, sheets: book.sheets().collect() })?)
    })
}
