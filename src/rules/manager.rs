//! Who a person reports to. The checks that need everyone are in `hierarchy.rs`.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::profile::{Attribute, Says, email};

const HIERARCHY: Authority = Authority::Articles("optional fields, manager email and manager full name");

pub(super) const MISSING: Rule = Rule {
    id: "manager/missing",
    effect: Effect::Degrades,
    title: "No manager",
    reason: "Neither manager email nor name nor id says who the person reports to, so they stand outside the hierarchy. A newer page of the vendor calls the manager mandatory.",
    cure: "Fill in the manager's email.",
    source: HIERARCHY,
    pass: &["managerEmail: \nmanagerEmail: ana@acme.com"],
    fail: &[
        "managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nmanagerEmail:  | primaryEmail: ana@acme.com\nmanagerEmail:  | primaryEmail: cy@acme.com",
    ],
};

pub(super) const ROOT: Rule = Rule {
    id: "manager/root",
    effect: Effect::Informs,
    title: "Head of the company",
    reason: "The person has no manager and heads the largest tree of reports.",
    cure: "Nothing has to be done if this is the head of the company.",
    source: HIERARCHY,
    pass: &[
        "managerEmail: bo@acme.com | primaryEmail: ana@acme.com\nmanagerEmail: ana@acme.com | primaryEmail: bo@acme.com",
    ],
    fail: &["managerEmail: \nmanagerEmail: ana@acme.com"],
};

pub(super) const EMAIL_INVALID: Rule = Rule {
    id: "manager/email-invalid",
    effect: Effect::Degrades,
    title: "Manager email is no address",
    reason: "The value is not one email address, so the manager cannot be found by it.",
    cure: "Write the manager's primary email.",
    source: HIERARCHY,
    pass: &["managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nprimaryEmail: ana@acme.com"],
    fail: &["managerEmail: Bo Berg"],
};

pub(super) const NOT_FOUND: Rule = Rule {
    id: "manager/not-found",
    effect: Effect::Degrades,
    title: "Manager is not among the people",
    reason: "Nobody in the files has this email or name, so the person stands outside the hierarchy unless the manager is in Gong already.",
    cure: "Correct the manager, or check all files together.",
    source: HIERARCHY,
    pass: &["managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nprimaryEmail: ana@acme.com"],
    fail: &["managerEmail: zoe@acme.com", "managerName: Zoe Zorn"],
};

pub(super) const AMBIGUOUS: Rule = Rule {
    id: "manager/ambiguous",
    effect: Effect::Degrades,
    title: "Several people have the manager's name",
    reason: "Where more than one person has the name, Gong sets no manager; it has to be set by hand there.",
    cure: "Fill in the manager's email.",
    source: HIERARCHY,
    pass: &["managerName: Ana Li | givenName: Cy\ngivenName: Ana | familyName: Li"],
    fail: &[
        "managerName: Bo Berg | givenName: Cy\ngivenName: Bo | familyName: Berg\ngivenName: Bo | familyName: Berg",
    ],
};

pub(super) const NAME_ONLY: Rule = Rule {
    id: "manager/name-only",
    effect: Effect::Informs,
    title: "Manager is known by name only",
    reason: "The hierarchy rests on a name. It holds until a second person has it.",
    cure: "Fill in the manager's email.",
    source: HIERARCHY,
    pass: &["managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nprimaryEmail: ana@acme.com"],
    fail: &["managerName: Ana Li | givenName: Cy\ngivenName: Ana | familyName: Li"],
};

pub(super) const NAME_ORDER: Rule = Rule {
    id: "manager/name-order",
    effect: Effect::Degrades,
    title: "Manager's last name comes first",
    reason: "The documented order is first name, last name. In another order nobody is found.",
    cure: "Write the name as John Doe.",
    source: HIERARCHY,
    pass: &["managerName: Ana Li | givenName: Cy\ngivenName: Ana | familyName: Li"],
    fail: &["managerName: Li, Ana"],
};

pub(super) const REFERENCE: Rule = Rule {
    id: "manager/reference",
    effect: Effect::Degrades,
    title: "Manager by a directory reference",
    reason: "An id or distinguished name of the directory stands where an email or a name belongs, or an id that belongs to nobody here. Gong finds no manager by it.",
    cure: "Map the manager's email.",
    source: HIERARCHY,
    pass: &["managerId: 1 | id: 2\nid: 1"],
    fail: &[
        "managerName: CN=Bo Berg,OU=Sales,DC=acme,DC=com",
        "managerName: 00u1b2c3d4e5f6g7h8i9",
        "managerId: 222222 | id: 1",
    ],
};

pub(super) const SELF: Rule = Rule {
    id: "manager/self",
    effect: Effect::Degrades,
    title: "Own manager",
    reason: "The person is named as their own manager, so they stand outside the hierarchy.",
    cure: "Correct the manager, or clear it for the head of the company.",
    source: HIERARCHY,
    pass: &["managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nprimaryEmail: ana@acme.com"],
    fail: &["managerEmail: ANA@acme.com | primaryEmail: ana@acme.com"],
};

pub(super) const CYCLE: Rule = Rule {
    id: "manager/cycle",
    effect: Effect::Degrades,
    title: "People manage each other in a circle",
    reason: "Following the managers leads back to the person, so no hierarchy can be built of them.",
    cure: "Correct one of the managers in the circle.",
    source: HIERARCHY,
    pass: &["managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nprimaryEmail: ana@acme.com"],
    fail: &[
        "managerEmail: bo@acme.com | primaryEmail: ana@acme.com\nmanagerEmail: ana@acme.com | primaryEmail: bo@acme.com",
    ],
};

pub(super) const NOT_IMPORTED: Rule = Rule {
    id: "manager/not-imported",
    effect: Effect::Degrades,
    title: "Manager is not imported",
    reason: "The manager is in the files but will not be in Gong, so the person stands outside the hierarchy there.",
    cure: "Cure what keeps the manager out, or name another.",
    source: HIERARCHY,
    pass: &["managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nprimaryEmail: ana@acme.com"],
    fail: &[
        "managerEmail: ana@acme.com | primaryEmail: bo@acme.com\nprimaryEmail: ana@acme.com | familyName: -",
    ],
};

pub(super) const CONFLICT: Rule = Rule {
    id: "manager/conflict",
    effect: Effect::Degrades,
    title: "Manager email and name are two people",
    reason: "The email leads to one person and the name to another. The email is used here; which of them Gong takes is not documented.",
    cure: "Correct one of the two.",
    source: HIERARCHY,
    pass: &[
        "managerEmail: ana@acme.com | managerName: Ana Berg | primaryEmail: bo@acme.com | givenName: Bo\nprimaryEmail: ana@acme.com | givenName: Ana",
    ],
    fail: &[
        "managerEmail: ana@acme.com | managerName: Cy Diaz | primaryEmail: bo@acme.com | givenName: Bo\nprimaryEmail: ana@acme.com | givenName: Ana\nprimaryEmail: cy@acme.com | givenName: Cy",
    ],
};

/// A distinguished name, a GUID or an id of Okta's: nothing that a person would write as a name.
pub(crate) fn is_reference(text: &str) -> bool {
    let distinguished =
        text.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("cn=")) && text.contains(',');
    let guid = text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| {
            if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() }
        });
    let okta =
        text.len() == 20 && text.starts_with("00u") && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    distinguished || guid || okta || number
}

/// The common name of a distinguished name.
pub(crate) fn common_name(text: &str) -> Option<String> {
    if !text.get(..3)?.eq_ignore_ascii_case("cn=") {
        return None;
    }
    let mut name = String::new();
    let mut chars = text[3..].chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => name.extend(chars.next()),
            ',' => break,
            _ => name.push(char),
        }
    }
    Some(name)
}

/// The name of whom a distinguished name means; some directories have the last name first in it.
pub(crate) fn named(text: &str) -> Option<String> {
    let name = common_name(text)?;
    Some(turned(&name).unwrap_or(name))
}

/// What stands behind a whole name and a comma, without dots.
pub(crate) const SUFFIXES: [&str; 16] =
    ["jr", "sr", "ii", "iii", "iv", "phd", "md", "dds", "jd", "rn", "pe", "cpa", "cfa", "mba", "esq", "edd"];

/// `Last, First` turned into `First Last`.
pub(crate) fn turned(text: &str) -> Option<String> {
    let (last, first) = text.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let is_one = !last.is_empty() && !first.is_empty() && !first.contains(',') && !text.contains(['@', '=']);
    (is_one && !is_suffix(last, first)).then(|| format!("{first} {last}"))
}

/// Whether a text behind a comma is a suffix of the name before it. One word before it is a last name: `Rahman, Md`.
pub(crate) fn is_suffix(name: &str, text: &str) -> bool {
    let bare = || text.chars().filter(|&char| char != '.').collect::<String>();
    name.contains(char::is_whitespace) && SUFFIXES.iter().any(|suffix| suffix.eq_ignore_ascii_case(&bare()))
}

/// Whether a text cannot name a manager as the attribute does: the rest waits for everyone.
pub(crate) fn is_wrong(attribute: Attribute, text: &str) -> bool {
    match attribute {
        Attribute::ManagerEmail => !text.is_empty() && !email::is_address(text),
        Attribute::ManagerName => !is_reference(text) && turned(text).is_some(),
        _ => false,
    }
}

/// Tells what is wrong with the text by which an attribute names the manager.
#[inline(never)]
pub(crate) fn check<'r>(profile: &impl Says<'r>, attribute: Attribute, sink: &mut impl Sink) {
    let text = profile.text(attribute);
    if !is_wrong(attribute, text) {
        return;
    }
    if attribute == Attribute::ManagerEmail {
        sink.report(RuleId::ManagerEmailInvalid, attribute, 0, || {
            Detail::new(format!(
                "The manager email \"{text}\" of {} is not one email address, so no manager is found by it.",
                profile.who()
            ))
            .maybe(super::email::inner_address(text))
        });
    } else if let Some(turned) = turned(text) {
        sink.report(RuleId::ManagerNameOrder, attribute, 0, || {
            Detail::new(format!(
                "The manager \"{text}\" of {} is written last name first, and nobody is found by it. Write \"{turned}\".",
                profile.who()
            ))
            .suggest(turned)
        });
    }
}
