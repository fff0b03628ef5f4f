//! The browser: what JavaScript sees of the core, and the page's views. Only on wasm32.
//!
//! It serves two threads. The worker uses [`bindings`] to check files (feature `engine`); the page mounts
//! [`ui`], which holds no person but those on screen and asks the worker for the rest (feature `views`). Programs use
//! [`programs`], in whatever thread they are. A module has one of the two or both.
//!
//! It is a package of its own, so that it is compiled to be small, and the core to be quick.
#![cfg(target_arch = "wasm32")]
#![allow(unsafe_code, reason = "wasm-bindgen's macros write the calls over the border to JavaScript")]
#![allow(missing_docs, unreachable_pub, reason = "its only reader is the page")]

#[cfg(feature = "engine")]
mod bindings;
#[cfg(feature = "engine")]
mod border;
#[cfg(feature = "views")]
mod client;
#[cfg(feature = "views")]
pub(crate) mod dom;
#[cfg(feature = "views")]
mod element;
#[cfg(feature = "views")]
mod host;
#[cfg(feature = "engine")]
mod outline;
mod parts;
#[cfg(feature = "engine")]
mod plans;
#[cfg(feature = "engine")]
mod programs;
#[cfg(feature = "engine")]
mod recipe;
#[cfg(feature = "views")]
mod snapshot;
#[cfg(feature = "views")]
mod storage;
#[cfg(feature = "views")]
mod ui;
#[cfg(feature = "engine")]
mod workbook;

/// `view!` writes these paths.
#[cfg(feature = "views")]
extern crate self as sycamore;
#[cfg(feature = "views")]
#[doc(hidden)]
pub mod rt {
    pub use sycamore_web::{bind, events};

    pub use crate::dom::{View, tags};
}
