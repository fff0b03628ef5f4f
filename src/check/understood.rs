//! What the values of one person mean here, before any rule judges them.

use serde::Serialize;

use super::Check;
use super::columns::Role;
use crate::profile::{Attribute, email};
use crate::reference::{CountryMatch, SubdivisionMatch, ZoneMatch};
use crate::rules::locale::Locale;

/// What one value is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// Name of the attribute.
    pub attribute: &'static str,
    /// How messages call the attribute.
    pub label: &'static str,
    /// A few words.
    pub meaning: String,
    /// The list that says so.
    pub source: &'static str,
}

impl Check {
    /// What is read out of a person's primary email, country, state, time zone and locale, as far as there are
    /// values. Empty for a row that is no profile.
    pub fn understood(&self, row: u32) -> Vec<Understood> {
        let store = &self.base.store;
        let Some(held) = store.rows.get(row as usize).filter(|held| held.role == Role::Person) else {
            return Vec::new();
        };
        let place = store.read_place(held.place);
        let mut all = Vec::new();
        let mut add = |attribute: Attribute, meaning: String, source| {
            all.push(Understood { attribute: attribute.name(), label: attribute.label(), meaning, source });
        };
        let address = store.arena.key(held.email());
        if !address.is_empty() && !email::is_address(address) {
            add(Attribute::PrimaryEmail, "no email address".to_owned(), "WHATWG HTML");
        } else if let Some(domain) = email::domain_of(address)
            && let Some(primary) = store.context.primary_domain()
        {
            let meaning = if store.context.is_primary(domain) {
                format!("on the primary domain, {primary}")
            } else if store.context.is_company(domain) {
                format!("on a domain of the company, not on {primary}")
            } else {
                format!("on {domain}, not on {primary}")
            };
            add(Attribute::PrimaryEmail, meaning, "the settings");
        }
        if let Some(found) = &place.zone_match {
            let meaning = match found {
                ZoneMatch::Exact(zone) if zone.target() != *zone => {
                    format!("{}, another name of {}", zone.name(), zone.target().name())
                }
                ZoneMatch::Exact(zone) => zone.name().to_owned(),
                ZoneMatch::Offset => "an offset, and no time zone".to_owned(),
                ZoneMatch::Windows(zone) => format!("a Windows name that stands for {}", zone.name()),
                ZoneMatch::Misspelled(zone) => format!("{}, spelled otherwise", zone.name()),
                ZoneMatch::Unknown(_) => "no time zone".to_owned(),
            };
            add(Attribute::TimeZone, meaning, "IANA time zone database");
        }
        if let Some(found) = &place.country_match {
            let meaning = match found {
                CountryMatch::Documented(country) => format!("{} ({})", country.name(), country.alpha2()),
                CountryMatch::Alias(country) => format!("{}, by another name", country.name()),
                CountryMatch::Ambiguous(_) => "several countries answer to it".to_owned(),
                CountryMatch::Unknown(_) => "no country".to_owned(),
            };
            add(Attribute::Country, meaning, "ISO 3166-1");
        }
        if !place.state_text.is_empty() {
            let of = place.known_country().map_or("a country", |country| country.name());
            let meaning = match &place.state_match {
                Some(SubdivisionMatch::Documented(state)) => format!("{} ({})", state.name(), state.code()),
                Some(SubdivisionMatch::ShortForm(state)) => format!("{}, by a short form", state.name()),
                Some(SubdivisionMatch::Elsewhere(_)) => format!("a place that is not in {of}"),
                Some(SubdivisionMatch::Unknown(_)) => format!("no part of {of}"),
                None if place.known_country().is_some() => {
                    format!("not looked up, because all of {of} has one clock")
                }
                None => "not looked up, because the country is not known".to_owned(),
            };
            add(Attribute::State, meaning, "ISO 3166-2");
        }
        if let Some(found) = &place.locale {
            let meaning = match found {
                Locale::Good { region } => format!("the language and formats of {}", region.name()),
                Locale::Malformed { .. } => "not in the form en-US".to_owned(),
                Locale::Unknown { part, .. } => format!("there is no {part}"),
            };
            add(Attribute::Locale, meaning, "BCP 47 and CLDR");
        }
        all
    }
}
