//! Everything the admin configures (`rollcall schema settings`).
//!
//! Absent members mean their defaults; a member or value that is not known is refused with its
//! place as a JSON Pointer.

mod draft;
mod parts;

use std::collections::BTreeMap;
use std::fmt;

pub use draft::Draft;
pub use parts::*;

use crate::export::{GivenMapping, Source};
use crate::profile::email;
use crate::reference::Zone;
use crate::rules::Severity;

/// Settings that cannot be used: where and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// JSON Pointer of the member that is to blame.
    pub path: String,
    /// One sentence.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}

impl std::error::Error for Refused {}

/// Settings that hold together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The directory that provisions; taken from the exports where not set.
    pub source: Option<Source>,
    /// Domains and default time zone.
    pub company: Company,
    /// Which people; `None` leaves it to the exports.
    pub scope: Option<Scope>,
    /// The switches of the source's app.
    pub provisioning: Provisioning,
    /// Manager's provisioning settings.
    pub managers: Managers,
    /// Seats and workspaces.
    pub catalog: Catalog,
    /// The ordered list; the first that names one of a person's groups wins.
    pub assignments: Vec<Assignment>,
    /// What everyone else gets.
    pub default_assignment: Assignment,
    /// Limits of the plan the company bought.
    pub limits: Limits,
    /// When a plan stands out.
    pub guard: Guard,
    pub(crate) mapping: GivenMapping,
    /// Changed severities by rule id; `None` is off.
    pub severities: BTreeMap<&'static str, Option<Severity>>,
}

impl Settings {
    /// Reads settings JSON.
    ///
    /// # Errors
    ///
    /// Text that is no JSON, an unknown member, a value of the wrong type or one that is not known.
    pub fn from_json(text: &str) -> Result<Settings, Refused> {
        let (settings, problems) = Draft::from_json(text)?.settings();
        problems.into_iter().next().map_or(Ok(settings), Err)
    }

    /// Sets the source by name.
    pub fn set_source(&mut self, name: &str) -> Result<(), String> {
        let source = Source::from_name(name)
            .ok_or_else(|| format!("\"{name}\" is no source; known are okta and entra"))?;
        self.source = Some(source);
        Ok(())
    }

    /// Sets the primary domain.
    pub fn set_primary_domain(&mut self, domain: &str) -> Result<(), String> {
        let domain = domain.trim();
        if !email::is_domain(domain) {
            return Err(no_domain(domain));
        }
        self.company.primary_domain = Some(domain.to_owned());
        Ok(())
    }

    /// Sets the company's default time zone, a name of the IANA database.
    pub fn set_default_time_zone(&mut self, zone: &str) -> Result<(), String> {
        if Zone::from_name(zone).is_none() {
            return Err(format!("\"{zone}\" is no name of the time zone database, such as America/New_York"));
        }
        self.company.default_time_zone = Some(zone.to_owned());
        Ok(())
    }
}

fn no_domain(domain: &str) -> String {
    format!("\"{domain}\" is no domain, such as acme.com")
}

/// A member's name as a part of a JSON Pointer.
pub(crate) fn escape(segment: &str) -> String {
    segment.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        Settings::from_json(text).expect_err("refused").path
    }

    #[test]
    fn what_is_not_known_is_refused_with_its_place() {
        assert_eq!(refused(r#"{"compny":{}}"#), "/compny");
        assert_eq!(refused(r#"{"company":{"primaryDomain":7}}"#), "/company/primaryDomain");
        assert_eq!(refused(r#"{"company":{"primaryDomain":"acme"}}"#), "/company/primaryDomain");
        assert_eq!(refused(r#"{"company":{"defaultTimeZone":"EDT"}}"#), "/company/defaultTimeZone");
        assert_eq!(
            refused(r#"{"assignments":[{"name":"a"},{"name":"b","seat":[]}]}"#),
            "/assignments/1/seat"
        );
        assert_eq!(refused(r#"{"rules":{"title/missing":"loud"}}"#), "/rules/title~1missing");
        assert_eq!(refused(r#"{"rules":{"title/gone":"off"}}"#), "/rules/title~1gone");
        assert_eq!(refused(r#"{"mapping":{"x":"shoeSize"}}"#), "/mapping/x");
        assert_eq!(refused(r#"{"source":"google"}"#), "/source");
        assert_eq!(refused(r#"{"formatVersion":2}"#), "/formatVersion");
    }

    #[test]
    fn absent_members_mean_their_defaults() {
        let settings = Settings::from_json("{}").expect("settings");
        assert_eq!(settings, Settings::default());
        assert!(settings.provisioning.create && settings.provisioning.deactivate);
        assert_eq!(settings.default_assignment.updates, Updates::Manual);
    }
}
