//! What the guide knows of one company, and how it is said.

use crate::assignment::Simulation;
use crate::export::Source;
use crate::profile::Attribute;
pub(super) use crate::report::text::number;
use crate::settings::Settings;

/// Files and settings, as far as the guide asks for them.
#[derive(Debug)]
pub(crate) struct Facts<'c> {
    pub(crate) source: Source,
    pub(crate) settings: &'c Settings,
    pub(crate) files: Option<Files<'c>>,
}

/// What the files show. A count is none where no file tells, or where its rule is off.
#[derive(Debug)]
pub(crate) struct Files<'c> {
    pub(crate) simulation: &'c Simulation,
    pub(crate) blocked: u64,
    /// People whose account was never activated.
    pub(crate) staged: Option<u64>,
    /// People whose locale is not of the form that Gong asks for.
    pub(crate) locale: Option<u64>,
    /// People with the company's default time zone.
    pub(crate) defaulted: Option<u64>,
    /// People whose manager is not imported.
    pub(crate) manager_left_out: Option<u64>,
    /// Groups that stand inside another one.
    pub(crate) nested: Option<u64>,
    /// People of the exports of an app's assignments.
    pub(crate) assigned: Option<u64>,
    /// Attributes that the app's own profile holds, as bits; none without an export of its assignments.
    pub(crate) carried: Option<u32>,
    /// Every attribute that is held, with a column that holds it.
    pub(crate) columns: Vec<(Attribute, String)>,
}

impl Files<'_> {
    /// Whether some file holds an attribute.
    pub(crate) fn hold(&self, attribute: Attribute) -> bool {
        self.columns.iter().any(|(held, _)| *held == attribute)
    }
}

impl Facts<'_> {
    /// The name that the article gives the source.
    pub(super) fn name(&self) -> &'static str {
        match self.source {
            Source::Okta => "Okta",
            Source::Entra => "Azure AD",
        }
    }
}

/// `1 person`, `7,412 people`.
pub(crate) fn crowd(count: u64) -> String {
    format!("{} {}", number(count), if count == 1 { "person" } else { "people" })
}

/// `1 person is`, `7,412 people are`.
pub(crate) fn people(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", crowd(count), if count == 1 { one } else { many })
}

/// `"Sales" and "Leads"`; past a dozen, how many more there are.
pub(super) fn listed(names: &[String]) -> String {
    const SHOWN: usize = 12;
    let more = names.len().saturating_sub(SHOWN);
    let mut shown = names[..names.len().min(SHOWN)].to_vec();
    if more > 0 {
        shown.push(format!("{} more", number(more as u64)));
    }
    match shown.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// Names of attributes, `title and locale`.
pub(crate) fn labels(attributes: impl IntoIterator<Item = Attribute>) -> String {
    listed(&attributes.into_iter().map(|attribute| attribute.label().to_owned()).collect::<Vec<_>>())
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_say_how_many_more() {
        let names: Vec<String> = (1..=14).map(|name| name.to_string()).collect();
        assert_eq!(listed(&names), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more");
        assert_eq!(listed(&names[..2]), "1 and 2");
        assert_eq!(people(1, "is", "are"), "1 person is");
        assert_eq!(people(1200, "is", "are"), "1,200 people are");
    }
}
