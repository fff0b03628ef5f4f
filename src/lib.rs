//! Rollcall: a preflight for provisioning team members.
#[forbid(unsafe_code)]
pub mod reference;
#[forbid(unsafe_code)]
pub mod check;
