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
pub use error::Error;
