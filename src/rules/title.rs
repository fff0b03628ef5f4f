//! Job title.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Facts};

pub(super) const MISSING: Rule = Rule {
    id: "title/missing",
    effect: Effect::Informs,
    title: "No job title",
    reason: "The person is imported without a title. It can be set once by hand in Gong and is fixed from then on. A newer page of the vendor calls the title mandatory.",
    cure: "Fill in the title in the directory before the first push.",
    source: Authority::Articles(
        "optional fields; Gong's page about provisioning team members lists the title as mandatory",
    ),
    pass: &["title: Account Executive"],
    fail: &["title: "],
};

pub(crate) fn check(facts: &Facts<'_>, sink: &mut impl Sink) {
    if facts.lacks(Attribute::Title) {
        sink.report(RuleId::TitleMissing, Attribute::Title, 0, || {
            Detail::new(format!(
                "{} arrives without a job title; it can be set by hand only once. Fill it in before the first push.",
                facts.who()
            ))
        });
    }
}
