//! Where the views stand: inside one element, in a document or in a shadow root. Nothing is looked for outside of it,
//! so that several can stand on one page.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, EventTarget, HtmlElement, ShadowRoot};

use super::state::State;
use crate::host::Host;

/// The element that all views are in, and what stands around it.
pub(crate) struct Ground {
    pub(crate) root: HtmlElement,
    pub(crate) host: Host,
}

impl State {
    /// The element that all views are in; nothing when they have ended.
    pub(crate) fn root(&'static self) -> Option<HtmlElement> {
        self.ground.borrow().as_ref().map(|ground| ground.root.clone())
    }

    /// What stands around the views; nothing when they have ended.
    pub(crate) fn host(&'static self) -> Option<Host> {
        self.ground.borrow().as_ref().map(|ground| ground.host.clone().unchecked_into())
    }

    /// The views are there, and so are their signals. Whatever comes late asks first.
    pub(crate) fn is_alive(&'static self) -> bool {
        self.step.is_alive()
    }

    /// What hears keys and drops: all of a page, and of somebody else's page no more than is ours.
    pub(super) fn listens(&'static self) -> Option<EventTarget> {
        let root = self.root()?;
        if self.place.is_embedded() { Some(root.into()) } else { Some(root.owner_document()?.into()) }
    }

    pub(crate) fn by_id(&'static self, id: &str) -> Option<HtmlElement> {
        // Ids of ours are plain, and are quoted for those made of numbers.
        self.root()?.query_selector(&format!("[id=\"{id}\"]")).ok()??.dyn_into().ok()
    }

    /// What has the focus, if it is one of ours.
    pub(super) fn active(&'static self) -> Option<HtmlElement> {
        let root = self.root()?;
        let around = root.get_root_node();
        let element = match around.dyn_ref::<ShadowRoot>() {
            Some(shadow) => shadow.active_element(),
            None => around.dyn_ref::<Document>()?.active_element(),
        };
        element?.dyn_into().ok().filter(|element: &HtmlElement| root.contains(Some(element)))
    }

    pub(crate) fn focus(&'static self, id: &str) {
        if let Some(element) = self.by_id(id) {
            let _ = element.focus();
        }
    }

    /// Focuses what is there once the views have followed.
    pub(crate) fn focus_soon(&'static self, id: impl Into<String>) {
        let id = id.into();
        Timeout::new(0, move || self.focus(&id)).forget();
    }

    /// The panel is there once the effects have run; the focus goes to its name.
    pub(super) fn focus_person(&'static self) {
        self.focus_soon("person-name");
    }

    /// What had the focus is gone: the content has it, not the document.
    pub(crate) fn focus_main(&'static self) {
        self.focus("main");
    }

    /// On a small screen the panel stands in the place of the records that opened it, and has the focus.
    pub(super) fn follow_person(&'static self) {
        let follow = move || {
            if self.by_id("sheet-grid").is_some_and(|grid| grid.client_height() == 0) {
                self.focus("person-name");
            }
        };
        Timeout::new(0, follow).forget();
    }

    /// What had the focus before the panel opened is not there any more: the records have it, where there are some.
    pub(super) fn focus_records(&'static self) {
        let records =
            move || self.focus(if self.by_id("sheet-grid").is_some() { "sheet-grid" } else { "main" });
        Timeout::new(0, records).forget();
    }

    /// The focus goes back to where it was, or to something else if that is gone.
    pub(super) fn return_focus(&'static self, to: Option<HtmlElement>, other: &'static str) {
        Timeout::new(0, move || match to.filter(|element| element.is_connected()) {
            Some(element) => drop(element.focus()),
            None => self.focus(other),
        })
        .forget();
    }

    /// Where the focus was on something that is gone, the content has it.
    pub(super) fn keep_focus(&'static self) {
        Timeout::new(0, move || {
            if self.is_focus_lost() {
                self.focus_main();
            }
        })
        .forget();
    }

    /// Nothing has the focus, neither here nor in the page around.
    pub(super) fn is_focus_lost(&'static self) -> bool {
        let document = self.root().and_then(|root| root.owner_document());
        document.is_some_and(|document| {
            document.active_element().is_none_or(|element| element.tag_name() == "BODY")
        })
    }
}
