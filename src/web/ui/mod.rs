//! stub
use wasm_bindgen::prelude::*;
pub(crate) fn mount(_root: &web_sys::Element, module: JsValue, spawn: js_sys::Function) {
    let s = crate::web::client::Spawner::new(module, spawn);
    let _ = s.check("{}", &[], |_| {});
}
