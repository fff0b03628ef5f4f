//! What stands around the views and gives them what they cannot make themselves.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    /// A plain object of JavaScript's.
    pub type Host;

    /// Name of the [`Place`].
    #[wasm_bindgen(method, getter, js_name = place)]
    fn place_name(this: &Host) -> String;

    /// Starts a worker, or what stands in for one.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn spawn(this: &Host) -> Result<Worker, JsValue>;

    /// The export of the sample company, as a `Blob`.
    #[wasm_bindgen(method)]
    pub(crate) fn sample(this: &Host) -> Promise;

    /// Brings in a part of the views; resolved when it is here.
    #[wasm_bindgen(method)]
    pub(crate) fn more(this: &Host, part: &str) -> Promise;

    /// The view that an element begins with.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn view(this: &Host) -> Option<String>;

    /// The settings, as JSON, where the page around the element has them.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn settings(this: &Host) -> Option<String>;

    /// The settings as they stood in the views of before, as JSON.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn draft(this: &Host) -> Option<String>;

    /// Why what the page around the element gave are no settings.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn problem(this: &Host) -> Option<String>;

    /// Tells what the element keeps in the browser from what others keep.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn key(this: &Host) -> Option<String>;

    /// Tells of an event, with its detail as JSON. Gives `default`, `taken` by the page around the element, or
    /// `waiting` for that page.
    #[wasm_bindgen(method)]
    fn tell(this: &Host, event: &str, detail: &str) -> String;

    /// Newer builds of the page; only what is served from somewhere and kept by the browser has any.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn updates(this: &Host) -> Option<Updates>;

    /// A plain object of JavaScript's.
    pub type Updates;

    /// The function is told `ready` when a newer build waits, and `elsewhere` when another tab has taken one.
    #[wasm_bindgen(method)]
    pub(crate) fn listen(this: &Updates, told: &Closure<dyn FnMut(String)>);

    /// Loads the page anew, as the newer build, without asking.
    #[wasm_bindgen(method)]
    pub(crate) fn take(this: &Updates);
}

/// Who does what an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Nobody else.
    Default,
    /// The page around the element did.
    Done,
    /// The page around the element is doing it, and says when it is through.
    Waiting,
}

/// What the views are part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A page of our own.
    Page,
    /// That page as one file, which can connect to nothing.
    File,
    /// An element in somebody else's page.
    Element,
}

impl Place {
    /// The views are part of somebody else's page.
    pub(crate) fn is_embedded(self) -> bool {
        self == Place::Element
    }
}

impl Host {
    pub(crate) fn place(&self) -> Place {
        match self.place_name().as_str() {
            "file" => Place::File,
            "element" => Place::Element,
            _ => Place::Page,
        }
    }

    /// Tells the page around an element. A page of our own hears nothing: there is nobody else.
    pub(crate) fn inform(&self, event: &str, detail: &str) -> Taken {
        if !self.place().is_embedded() {
            return Taken::Default;
        }
        match self.tell(event, detail).as_str() {
            "taken" => Taken::Done,
            "waiting" => Taken::Waiting,
            _ => Taken::Default,
        }
    }
}
