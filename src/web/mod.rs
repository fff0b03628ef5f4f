//! The browser: what JavaScript sees of the core, and the page's views. Only on wasm32.
//!
//! One module serves two threads. The worker uses [`bindings`] to check files; the page mounts
//! [`ui`], which holds no person but those on screen and asks the worker for the rest.

mod bindings;
mod client;
mod element;
mod host;
mod snapshot;
mod storage;
mod ui;
