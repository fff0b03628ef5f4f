//! Groups and their members.

use super::{Authority, Effect, Rule};

pub(super) const NESTED: Rule = Rule {
    id: "group/nested",
    effect: Effect::Degrades,
    title: "Group inside a group",
    reason: "Only direct members of a group are provisioned. The people of a group inside it are left out.",
    cure: "Assign the inner group to the app as well, or add its people directly.",
    source: Authority::Page("Microsoft's page on how provisioning works: nested groups are not read"),
    pass: &["FILE\nid,userPrincipalName,displayName,memberType\n1,ana@acme.com,Ana Li,User\n"],
    fail: &["FILE\nid,userPrincipalName,displayName,memberType\n1,,Sales EMEA,Group\n"],
};

pub(super) const UNMATCHED: Rule = Rule {
    id: "group/unmatched",
    effect: Effect::Informs,
    title: "Groups that no assignment names",
    reason: "No assignment names one of the person's groups, so the person gets the default assignment.",
    cure: "Name one of the groups in an assignment, if the person shall have its settings.",
    source: Authority::Articles("the default assignment"),
    pass: &[
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]}]}\ngroups: Leads;SALES",
        "SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]}]}\ngroups: ",
        "groups: Leads",
    ],
    fail: &["SETTINGS {\"assignments\":[{\"name\":\"A\",\"groups\":[\"Sales\"]}]}\ngroups: Leads;Support"],
};
