//! What is told about a check: a stable JSON report, and a text for a terminal.

mod csv;
pub mod explain;
pub mod json;
mod second;
pub mod text;
mod writer;

pub(crate) use second::SecondReading;

/// The name under which a person's file-less findings stand where a name is needed.
pub const RULES_DATE: &str = "2026-11-21";
