//! What the browser keeps between visits. Where it keeps nothing (storage denied, full, or a sandbox), everything
//! lives as long as the page.

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// gloo takes a storage for granted; a browser may deny it.
pub(crate) fn is_there() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// The text kept under a name.
pub(crate) fn text(name: &str) -> Option<String> {
    if is_there() { LocalStorage::raw().get_item(name).ok().flatten() } else { None }
}

/// The value kept under a name, if it is one of this kind.
pub(crate) fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    if is_there() { LocalStorage::get(name).ok() } else { None }
}

/// Keeps a value, and says whether that could be done.
pub(crate) fn set(name: &str, value: &impl Serialize) -> bool {
    is_there() && LocalStorage::set(name, value).is_ok()
}

/// Forgets what is kept under a name.
pub(crate) fn delete(name: &str) {
    if is_there() {
        LocalStorage::delete(name);
    }
}

/// Notes for as long as the tab is there, or forgets, that something is so.
pub(crate) fn note(name: &str, is_so: bool) {
    if !is_there() {
        return;
    }
    if is_so {
        let _ = SessionStorage::set(name, true);
    } else {
        SessionStorage::delete(name);
    }
}

/// Whether that was noted in this tab.
pub(crate) fn is_noted(name: &str) -> bool {
    is_there() && SessionStorage::get(name).unwrap_or(false)
}
