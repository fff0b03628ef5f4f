//! The generated tables of `data/`, one module each. `cargo xtask data` writes them.

#![allow(dead_code, reason = "every zone and country has a constant, needed or not")]
#![allow(
    clippy::doc_markdown,
    clippy::unreadable_literal,
    clippy::wildcard_imports,
    reason = "tables, not code"
)]

#[path = "../../data/countries.rs"]
pub(super) mod countries;
#[path = "../../data/languages.rs"]
pub(super) mod languages;
#[path = "../../data/state-zones.rs"]
pub(super) mod states;
#[path = "../../data/subdivisions.rs"]
pub(super) mod subdivisions;
#[path = "../../data/windows-zones.rs"]
pub(super) mod windows;
#[path = "../../data/zones.rs"]
pub(super) mod zones;

/// One line for each set of spellings with the same key, sorted by key.
pub(super) static COUNTRY_SPELLINGS: &str = include_str!("../../data/country-spellings.txt");
/// The same for subdivisions, country by country.
pub(super) static SUBDIVISIONS: &str = include_str!("../../data/subdivisions.txt");
