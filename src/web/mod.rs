//! The browser: what JavaScript sees of the core, and the page's views. Only on wasm32.
//!
//! One module serves two threads. The worker uses [`bindings`] to check files; the page mounts
//! [`ui`], which holds no person but those on screen and asks the worker for the rest. Programs use
//! [`programs`], in whatever thread they are.

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
