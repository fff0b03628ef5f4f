//! What stands around the views and gives them what they cannot make themselves.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    /// A plain object of JavaScript's.
    pub type Host;

    /// `page`, `file` (the page as one file) or `element`.
    #[wasm_bindgen(method, getter)]
    fn place(this: &Host) -> String;

    /// The compiled module, for workers.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn module(this: &Host) -> JsValue;

    /// Starts a worker, or what stands in for one.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn spawn(this: &Host) -> Result<Worker, JsValue>;

    /// The export of the sample company, as a `Blob`.
    #[wasm_bindgen(method)]
    pub(crate) fn sample(this: &Host) -> Promise;
}

impl Host {
    /// The views are part of somebody else's page.
    pub(crate) fn is_embedded(&self) -> bool {
        self.place() == "element"
    }

    /// The page is one file, which can connect to nothing.
    pub(crate) fn is_sealed(&self) -> bool {
        self.place() == "file"
    }
}
