//! Whether the account is active.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Says, Status};

pub(super) const INACTIVE: Rule = Rule {
    id: "status/inactive",
    effect: Effect::Informs,
    title: "Account is not active",
    reason: "The account is suspended, deactivated or blocked in the directory, so the person is not imported; if already in Gong, they are deactivated there.",
    cure: "Activate the account in the directory if the person shall be imported.",
    source: Authority::Articles("supported features, deactivation"),
    pass: &["status: ACTIVE"],
    fail: &["status: SUSPENDED", "status: DEPROVISIONED", "accountEnabled: False"],
};

pub(super) const STAGED: Rule = Rule {
    id: "status/staged",
    effect: Effect::Degrades,
    title: "Account is staged",
    reason: "The account was never activated. Staged people are imported, but not everything works for them.",
    cure: "Activate the account in Okta before the push.",
    source: Authority::Articles("step 5 of the Okta article, note on staged users"),
    pass: &["status: PROVISIONED"],
    fail: &["status: STAGED"],
};

pub(super) const UNKNOWN: Rule = Rule {
    id: "status/unknown",
    effect: Effect::Degrades,
    title: "Status is not known",
    reason: "The value is no status of the source. The person is counted as active.",
    cure: "Look the account up in the directory.",
    source: Authority::Page("Okta's and Microsoft's references for users"),
    pass: &["status: LOCKED_OUT", "accountEnabled: TRUE"],
    fail: &["status: ON_LEAVE", "accountEnabled: perhaps"],
};

pub(crate) fn check<'r>(profile: &impl Says<'r>, status: Status, sink: &mut impl Sink) {
    let text = || profile.text(Attribute::Status);
    match status {
        Status::Active | Status::Unassigned => {}
        Status::Inactive => sink.report(RuleId::StatusInactive, Attribute::Status, 0, || {
            Detail::new(format!("{} is not imported: the account is not active (\"{}\").", profile.who(), text()))
        }),
        Status::Staged => sink.report(RuleId::StatusStaged, Attribute::Status, 0, || {
            Detail::new(format!(
                "{} is imported, but the account is staged and not everything works. Activate it in Okta first.",
                profile.who()
            ))
        }),
        Status::Unknown => sink.report(RuleId::StatusUnknown, Attribute::Status, 0, || {
            Detail::new(format!("The status \"{}\" of {} is not known; the person is counted as active.", text(), profile.who()))
        }),
    }
}
