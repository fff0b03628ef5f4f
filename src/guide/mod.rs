//! The set-up guide: the steps of the articles as a checklist, filled with what the files show; and the
//! reach of every attribute, from the export over the source's app into Gong.

mod entra;
mod facts;
mod items;
mod okta;
mod reach;

use serde::Serialize;

pub(crate) use facts::{Facts, Files, crowd, labels, people};
pub(crate) use okta::ADDED;

use crate::export::Source;
use crate::profile::Attribute;
use crate::settings::Settings;

/// What the admin does, step by step, for one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Guide {
    /// `okta` or `entra`.
    pub source: &'static str,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Every attribute, and whether it will arrive.
    pub reach: Vec<Reach>,
}

/// A step of the articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Stable id.
    pub id: &'static str,
    /// What it is about.
    pub title: String,
    /// What to tick off.
    pub items: Vec<Item>,
}

/// Something to tick off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Stable id, unique in the guide.
    pub id: &'static str,
    /// What to do.
    pub text: String,
    /// What the files and settings show about it.
    pub fact: Option<String>,
    /// The people, files or settings are not ready for it.
    pub attention: bool,
    /// Which people it is about, where they can be listed.
    pub people: Option<People>,
}

/// Which people an item is about: members of [`crate::check::Filter`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct People {
    /// Name of an outcome.
    pub outcome: Option<&'static str>,
    /// Id of a rule.
    pub rule: Option<&'static str>,
    /// Name of an assignment.
    pub assignment: Option<&'static str>,
}

/// How far one attribute gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// Its name.
    pub attribute: Attribute,
    /// Its name on screen.
    pub label: &'static str,
    /// Columns of the files that hold it; empty if none does or there are no files.
    pub columns: Vec<String>,
    /// The files hold it; none without files.
    pub held: Option<bool>,
    /// What the source's default app mapping does: `sent`, `unmapped` (there is a place for it, and nothing is
    /// mapped to it), `absent` (there is no place for it).
    pub mapping: &'static str,
    /// What to add or to look at so that it arrives; nothing if it does by itself.
    pub add: Option<&'static str>,
}

impl Guide {
    /// The guide without files, under settings that say nothing.
    pub fn new(source: Source) -> Guide {
        Guide::of_settings(source, &Settings::default())
    }

    /// The guide without files.
    pub fn of_settings(source: Source, settings: &Settings) -> Guide {
        Guide::filled(&Facts { source, settings, files: None })
    }

    /// The guide with everything that is known.
    pub(crate) fn filled(facts: &Facts<'_>) -> Guide {
        Guide {
            source: facts.source.name(),
            steps: match facts.source {
                Source::Okta => okta::steps(facts),
                Source::Entra => entra::steps(facts),
            },
            reach: reach::reach(facts),
        }
    }
}
