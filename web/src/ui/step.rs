//! The steps of the page.

/// The steps of a person's way through the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Source,
    Files,
    Review,
    Zones,
    People,
    Assignments,
    Plan,
    TakeAway,
}

impl Step {
    pub(crate) const ALL: [Step; 8] = [
        Step::Source,
        Step::Files,
        Step::Review,
        Step::Zones,
        Step::People,
        Step::Assignments,
        Step::Plan,
        Step::TakeAway,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Step::Source => "Source",
            Step::Files => "Files",
            Step::Review => "Review",
            Step::Zones => "Time zones",
            Step::People => "People",
            Step::Assignments => "Assignments",
            Step::Plan => "Plan",
            Step::TakeAway => "Take away",
        }
    }

    /// The name where there is little room.
    pub(crate) fn short(self) -> &'static str {
        match self {
            Step::Zones => "Zones",
            Step::Assignments => "Assign",
            Step::TakeAway => "Take",
            _ => self.name(),
        }
    }

    pub(crate) fn hash(self) -> &'static str {
        match self {
            Step::Source => "#source",
            Step::Files => "#files",
            Step::Review => "#review",
            Step::Zones => "#time-zones",
            Step::People => "#people",
            Step::Assignments => "#assignments",
            Step::Plan => "#plan",
            Step::TakeAway => "#take-away",
        }
    }

    pub(crate) fn from_hash(hash: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.hash() == hash)
    }
}

/// Which steps there are: the attribute `view` of an element. A page has them all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Views {
    #[default]
    Full,
    /// The settings alone.
    Settings,
    /// The check, under settings that are made elsewhere.
    Check,
}

impl Views {
    pub(crate) fn from_name(name: Option<&str>) -> Views {
        match name {
            Some("settings") => Views::Settings,
            Some("check") => Views::Check,
            _ => Views::Full,
        }
    }

    pub(crate) fn has(self, step: Step) -> bool {
        match self {
            Views::Full => true,
            Views::Settings => step == Step::Assignments,
            Views::Check => step != Step::Assignments,
        }
    }

    /// The step to be at, if there is none of that kind here.
    pub(crate) fn nearest(self, step: Step) -> Step {
        match self {
            _ if self.has(step) => step,
            Views::Settings => Step::Assignments,
            Views::Full | Views::Check => Step::Source,
        }
    }
}
