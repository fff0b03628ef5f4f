//! What the list of assignments says of itself. The checks are in `src/assignment/checks.rs`, because
//! they look at the settings and at no person.

use super::{Authority, Effect, Rule};

const SCREEN: Authority = Authority::Articles("creating automatic assignments");

pub(super) const GROUP_MISSING: Rule = Rule {
    id: "assignment/group-missing",
    effect: Effect::Degrades,
    title: "Assignment without a group",
    reason: "An assignment is for the people of its group. Without one nobody gets it.",
    cure: "Choose the group it is for, or remove the assignment.",
    source: SCREEN,
    pass: &["SETTINGS {\"assignments\":[{\"name\":\"Sales\",\"groups\":[\"Sales\"]}]}"],
    fail: &["SETTINGS {\"assignments\":[{\"name\":\"Sales\",\"groups\":[]}]}"],
};

pub(super) const GROUP_SHADOWED: Rule = Rule {
    id: "assignment/group-shadowed",
    effect: Effect::Degrades,
    title: "Group that an earlier assignment takes",
    reason: "Someone whom several assignments fit gets the first of the list, so a group is never reached by a later one.",
    cure: "Reorder the list, or name the group once.",
    source: Authority::Page("Gong's page on creating assignments: the first of the list wins"),
    pass: &[
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]},{\"name\":\"B\",\"groups\":[\"Leads\"]}]}",
    ],
    fail: &[
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]},{\"name\":\"B\",\"groups\":[\" SALES\"]}]}",
    ],
};

pub(super) const SEAT_NEEDED: Rule = Rule {
    id: "assignment/seat-needed",
    effect: Effect::Degrades,
    title: "Setting without the seat it needs",
    reason: "A setting that needs a seat stays inactive until the person has one.",
    cure: "Give the seat with the assignment, or leave the setting out.",
    source: Authority::Articles("introduction, and the note on seats"),
    pass: &[
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"],\"seats\":[\"gong\"],\"dataCapture\":{\"emails\":true}}]}",
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"],\"dataCapture\":{\"neverRecord\":true}}]}",
    ],
    fail: &[
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"],\"dataCapture\":{\"emails\":true}}]}",
        "SETTINGS {\"defaultAssignment\":{\"dataCapture\":{\"webConferences\":true}}}",
    ],
};

pub(super) const CAPTURE_CONFLICT: Rule = Rule {
    id: "assignment/capture-conflict",
    effect: Effect::Degrades,
    title: "Recorded and never recorded",
    reason: "Two switches of data capture contradict each other.",
    cure: "Choose one of the two.",
    source: Authority::Page("Gong's page on managing team members: one excludes the other"),
    pass: &[
        "SETTINGS {\"defaultAssignment\":{\"seats\":[\"gong\"],\"dataCapture\":{\"webConferences\":true,\"neverImportEmails\":true}}}",
    ],
    fail: &[
        "SETTINGS {\"defaultAssignment\":{\"seats\":[\"gong\"],\"dataCapture\":{\"webConferences\":true,\"neverRecord\":true}}}",
    ],
};

pub(super) const HOME_WORKSPACE: Rule = Rule {
    id: "assignment/home-workspace",
    effect: Effect::Degrades,
    title: "Home workspace without a permission",
    reason: "A person's calls go to the home workspace, and the assignment gives no permission profile there.",
    cure: "Add the workspace with a permission profile, or choose another home.",
    source: Authority::Page("Gong's page on workspaces"),
    pass: &[
        "SETTINGS {\"defaultAssignment\":{\"workspaces\":[{\"workspace\":\"default\",\"permissionProfile\":\"Collaborator\"}],\"homeWorkspace\":\"default\"}}",
    ],
    fail: &["SETTINGS {\"defaultAssignment\":{\"homeWorkspace\":\"default\"}}"],
};

pub(super) const SEATS_EXCEEDED: Rule = Rule {
    id: "assignment/seats-exceeded",
    effect: Effect::Degrades,
    title: "More seats given than owned",
    reason: "The assignments give a seat to more people than the company has seats.",
    cure: "Buy seats, or give them to fewer people.",
    source: Authority::Articles("introduction, on necessary seats"),
    pass: &[
        "SETTINGS {\"catalog\":{\"seats\":[{\"id\":\"gong\",\"owned\":1}]},\"defaultAssignment\":{\"seats\":[\"gong\"]}}\ntitle: Rep",
    ],
    fail: &[
        "SETTINGS {\"catalog\":{\"seats\":[{\"id\":\"gong\",\"owned\":1}]},\"defaultAssignment\":{\"seats\":[\"gong\"]}}\ntitle: Rep\ntitle: Rep",
    ],
};

pub(super) const LIMIT_EXCEEDED: Rule = Rule {
    id: "assignment/limit-exceeded",
    effect: Effect::Degrades,
    title: "More than the plan allows",
    reason: "The plan that the company bought allows fewer assignments, workspaces or permission profiles.",
    cure: "Merge some of them, or change the plan.",
    source: Authority::Page("Gong's page on plans and seats"),
    pass: &[
        "SETTINGS {\"limits\":{\"assignments\":1},\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]}]}",
    ],
    fail: &[
        "SETTINGS {\"limits\":{\"assignments\":0},\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]}]}",
    ],
};

pub(super) const GROUP_UNNAMED: Rule = Rule {
    id: "assignment/group-unnamed",
    effect: Effect::Informs,
    title: "Group that nothing names",
    reason: "The exports know a group that neither an assignment nor the scope names.",
    cure: "If its people shall have settings of their own, name it in an assignment.",
    source: SCREEN,
    pass: &[
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"sales\"]}]}\ngroups: Sales",
        "groups: Sales",
    ],
    fail: &["SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Leads\"]}]}\ngroups: Sales"],
};

pub(super) const GROUP_CASE: Rule = Rule {
    id: "assignment/group-case",
    effect: Effect::Informs,
    title: "Group names that differ only by case",
    reason: "Two spellings are taken for one group. Another reader may tell them apart.",
    cure: "Write the name as the directory does.",
    source: Authority::Rollcall("Group names match trimmed and without case"),
    pass: &["SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\" Sales\"]}]}\ngroups: Sales"],
    fail: &["SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"sales\"]}]}\ngroups: Sales"],
};

pub(super) const SEVERAL_GROUPS: Rule = Rule {
    id: "assignment/several-groups",
    effect: Effect::Informs,
    title: "Several groups in one assignment",
    reason: "Gong's screen speaks of one group; whether one assignment takes several is not documented.",
    cure: "Make an assignment of each group, if Gong takes one only.",
    source: SCREEN,
    pass: &["SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]}]}"],
    fail: &["SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\",\"Leads\"]}]}"],
};
