//! Given name and last name.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Facts};

pub(super) const GIVEN_MISSING: Rule = Rule {
    id: "name/given-missing",
    effect: Effect::Blocks,
    title: "No given name",
    reason: "A given name is mandatory: without it the person is not imported. Punctuation alone is no name.",
    cure: "Fill in the first name in the directory. If this is a room, a shared mailbox or a service account, leave it out of the app.",
    source: Authority::Articles("mandatory fields"),
    pass: &["givenName: Ana", "givenName: Ø", "givenName: 美咲"],
    fail: &["givenName: ", "givenName: -", "givenName: ."],
};

pub(super) const FAMILY_MISSING: Rule = Rule {
    id: "name/family-missing",
    effect: Effect::Blocks,
    title: "No last name",
    reason: "A last name is mandatory: without it the person is not imported. Punctuation alone is no name.",
    cure: "Fill in the last name in the directory. If this is a room, a shared mailbox or a service account, leave it out of the app.",
    source: Authority::Articles("mandatory fields"),
    pass: &["familyName: Li", "familyName: O'Neil"],
    fail: &["familyName: ", "familyName: --", "familyName: …"],
};

/// Is there anything in it but white space and punctuation?
pub(crate) fn is_name(text: &str) -> bool {
    text.chars().any(|char| {
        let punctuation = char.is_ascii_punctuation()
            || matches!(char, '\u{A1}'..='\u{BF}' | '\u{2010}'..='\u{205E}' | '\u{3000}'..='\u{303F}' | '\u{FE10}'..='\u{FE6F}'
                | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FFFD}');
        char.is_alphanumeric() || !(punctuation || char.is_whitespace() || char.is_control())
    })
}

/// Runs when all is known that the file knows: an unknown name is no missing one.
pub(crate) fn check(facts: &Facts<'_>, sink: &mut impl Sink) {
    for (attribute, rule) in
        [(Attribute::GivenName, RuleId::GivenMissing), (Attribute::FamilyName, RuleId::FamilyMissing)]
    {
        if facts.is_known(attribute) && !facts.is_present(attribute) {
            sink.report(rule, attribute, 0, || {
                Detail::new(format!(
                    "{} will not be imported: there is no {}, and Gong needs one. Add it in the directory.",
                    facts.who(),
                    attribute.label()
                ))
            });
        }
    }
}
