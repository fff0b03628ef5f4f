//! Rollcall: a preflight for provisioning team members.
#[forbid(unsafe_code)]
pub mod assignment;
#[forbid(unsafe_code)]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
#[forbid(unsafe_code)]
pub mod cli;
#[forbid(unsafe_code)]
mod error;
#[forbid(unsafe_code)]
pub mod export;
#[forbid(unsafe_code)]
mod hierarchy;
#[forbid(unsafe_code)]
pub mod profile;
#[forbid(unsafe_code)]
pub mod reference;
#[forbid(unsafe_code)]
pub mod report;
#[forbid(unsafe_code)]
pub mod rules;
#[forbid(unsafe_code)]
pub mod settings;
#[forbid(unsafe_code)]
pub mod timezone;
#[cfg(target_arch = "wasm32")]
#[allow(
    unsafe_code,
    reason = "wasm-bindgen's macros write the calls over the border to JavaScript"
)]
#[allow(missing_docs, unreachable_pub, reason = "its only reader is the page")]
mod web;
pub use error::Error;
