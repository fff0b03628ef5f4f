//! JSON and NDJSON: where records begin and end, and what stands in one.
//!
//! The [`Scanner`] follows strings and depth only, so that a file of any size passes through while
//! one record at a time is held. What a record holds is read by [`Reader::read`], which checks the
//! grammar strictly and without recursion, and remembers the paths it has met.

mod read;
mod scan;

pub(super) use read::{Kind, Leaf, Reader, TOO_LONG_NAME, TOO_MANY_NAMES, unescape};
pub(super) use scan::{Piece, Scanner, Strings};
