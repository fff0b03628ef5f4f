//! The browser: what JavaScript sees of the core, and the page's views. Only on wasm32.
//!
//! One module serves two threads. The worker uses [`bindings`] to check files; the page mounts
//! [`ui`], which holds no person but those on screen and asks the worker for the rest. Programs use
//! [`programs`], in whatever thread they are.
//!
//! It is a package of its own, so that it is compiled to be small, and the core to be quick.
#![cfg(target_arch = "wasm32")]
#![allow(unsafe_code, reason = "wasm-bindgen's macros write the calls over the border to JavaScript")]
#![allow(missing_docs, unreachable_pub, reason = "its only reader is the page")]

mod bindings;
mod border;
mod client;
pub(crate) mod dom;
mod element;
mod host;
mod outline;
mod parts;
mod plans;
mod programs;
mod recipe;
mod snapshot;
mod storage;
mod ui;
mod workbook;

/// `view!` writes these paths.
extern crate self as sycamore;
#[doc(hidden)]
pub mod rt {
    pub use sycamore_web::{bind, events};

    pub use crate::dom::{View, tags};
}
