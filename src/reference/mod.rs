//! Facts everyone may ask, that ask no one: countries, subdivisions, time zones, Windows zones,
//! languages and weekends, as look-ups over the generated tables in `data/`.
//!
//! Nothing here knows about people or rules. No table is built at start-up: the generated tables
//! are sorted, and a look-up is a binary search over a folded spelling. `docs/data.md` says where
//! each table comes from; `cargo xtask data` makes them again.
//!
//! ```
//! use rollcall::reference::{Country, SubdivisionMatch, Zone, subdivision};
//!
//! let us = Country::from_alpha2("US").unwrap();
//! let SubdivisionMatch::Documented(texas) = subdivision(us, "texas") else { panic!() };
//! assert_eq!(texas.zone(), Zone::from_name("America/Chicago"));
//! assert_eq!(us.single_zone(), None);
//! ```

mod country;
mod fold;
mod language;
mod lines;
mod near;
mod subdivision;
#[rustfmt::skip]
mod tables;
mod windows;
mod zone;

pub use country::{Country, CountryMatch, Weekend, country};
pub(crate) use fold::{plain, plain_into};
pub(crate) use language::shorter;
pub use language::{language, likely_region};
pub use subdivision::{Subdivision, SubdivisionMatch, subdivision};
pub use zone::{Clock, Zone, ZoneMatch, zone};

/// Versions of the tables, for the report and the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Versions {
    /// Time zone database, `2026f`.
    pub time_zones: &'static str,
    /// ISO 3166 source: year of the data and the crate that carries it.
    pub iso_3166: &'static str,
    /// CLDR, `48.2`.
    pub cldr: &'static str,
}

/// The versions the tables were made from.
pub const VERSIONS: Versions =
    Versions { time_zones: tables::zones::RELEASE, iso_3166: "2026 (rust_iso3166 0.2.0)", cldr: "48.2" };
