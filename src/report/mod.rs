//! What is told about a check: a stable JSON report, a text for a terminal, and forms for other programs and for print.

mod csv;
pub mod explain;
pub mod forms;
pub mod json;
mod second;
pub mod text;
mod visible;
mod writer;

pub(crate) use second::SecondReading;
pub use visible::is_hidden;
pub(crate) use visible::{on_line, visible};
pub(crate) use writer::{entry, write};

/// The name under which a person's file-less findings stand where a name is needed.
pub const RULES_DATE: &str = "2026-11-21";
