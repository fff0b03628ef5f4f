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
