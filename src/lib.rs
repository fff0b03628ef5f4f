//! Rollcall: a preflight for provisioning team members.
#[forbid(unsafe_code)]
pub mod check;
#[forbid(unsafe_code)]
mod error;
#[forbid(unsafe_code)]
pub mod export;
#[forbid(unsafe_code)]
pub mod profile;
#[forbid(unsafe_code)]
pub mod reference;
pub use error::Error;
