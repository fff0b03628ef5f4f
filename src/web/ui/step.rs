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
    TakeAway,
}

impl Step {
    pub(crate) const ALL: [Step; 7] = [
        Step::Source,
        Step::Files,
        Step::Review,
        Step::Zones,
        Step::People,
        Step::Assignments,
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
            Step::TakeAway => "#take-away",
        }
    }

    pub(crate) fn from_hash(hash: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.hash() == hash)
    }
}
