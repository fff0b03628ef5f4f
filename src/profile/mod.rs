//! What a record means.
mod attribute;
pub use attribute::Attribute;
