//! Primary, secondary and private email addresses.

use super::{Authority, Detail, Effect, Rule, RuleId, Sink};
use crate::bytes::holds;
use crate::profile::{Address, Attribute, Context, Facts, Says, email};

pub(super) const MISSING: Rule = Rule {
    id: "email/missing",
    effect: Effect::Blocks,
    title: "No primary email",
    reason: "The primary email is mandatory: without it the person is not imported.",
    cure: "Fill in the primary email in the directory, or leave the account out of the app.",
    source: Authority::Articles("mandatory fields"),
    pass: &["primaryEmail: ana@acme.com"],
    fail: &["primaryEmail: "],
};

pub(super) const INVALID: Rule = Rule {
    id: "email/invalid",
    effect: Effect::Blocks,
    title: "Primary email is no address",
    reason: "The value is not one email address, so the person is not imported.",
    cure: "Write one address: a name, an @ and a domain, without spaces.",
    source: Authority::Articles("mandatory fields; characters by the WHATWG HTML standard"),
    pass: &["primaryEmail: o'neil+gong@acme.com"],
    fail: &[
        "primaryEmail: ana.acme.com",
        "primaryEmail: ana@acme",
        "primaryEmail: a..b@acme.com",
        "primaryEmail: ana@acme.com, bo@acme.com",
    ],
};

pub(super) const DOMAIN: Rule = Rule {
    id: "email/domain",
    effect: Effect::Blocks,
    title: "Email is not on the primary domain",
    reason: "Gong imports only people whose email is on the company's primary domain. A sub-domain, or another domain of the company, does not count.",
    cure: "Give these people an address on the primary domain, or leave them out of the app. The primary domain itself is changed by Gong's support.",
    source: Authority::Articles("mandatory fields, primary email"),
    pass: &["primaryEmail: ana@ACME.com"],
    fail: &["primaryEmail: ana@acme.co", "primaryEmail: ana@mail.acme.com"],
};

pub(super) const DUPLICATE: Rule = Rule {
    id: "email/duplicate",
    effect: Effect::Blocks,
    title: "Two people with one primary email",
    reason: "An address can belong to one team member only. Taken here: none of the people who share it is imported.",
    cure: "Find out whose address it is and give the others their own.",
    source: Authority::Page(
        "Gong's page on adding team members: an email belongs to one member; that both are refused is an assumption",
    ),
    pass: &["primaryEmail: ana@acme.com\nprimaryEmail: bo@acme.com"],
    fail: &["primaryEmail: ana@acme.com\nprimaryEmail: ANA@acme.com"],
};

pub(super) const ALIAS_TAKEN: Rule = Rule {
    id: "email/alias-taken",
    effect: Effect::Degrades,
    title: "Secondary email belongs to someone else",
    reason: "An address can belong to one team member only, so this secondary email may be lost, or taken from its owner.",
    cure: "Remove it from all but its owner.",
    source: Authority::Page("Gong's page on adding team members: an email belongs to one member"),
    pass: &["secondaryEmails: ana.li@acme.com\nsecondaryEmails: b@acme.com"],
    fail: &["secondaryEmails: bo@acme.com\nprimaryEmail: bo@acme.com"],
};

pub(super) const SECONDARY_INVALID: Rule = Rule {
    id: "email/secondary-invalid",
    effect: Effect::Degrades,
    title: "Secondary email is no address",
    reason: "The value is not one email address and may be lost.",
    cure: "Write one address. Several are separated by a semicolon.",
    source: Authority::Articles("optional fields, secondary email"),
    pass: &["secondaryEmails: ana.li@acme.com; a.li@acme.com"],
    fail: &["secondaryEmails: ana.li", "secondaryEmails: ana.li@acme.com, a.li@acme.com"],
};

pub(super) const PRIVATE_INVALID: Rule = Rule {
    id: "email/private-invalid",
    effect: Effect::Degrades,
    title: "Private email is no address",
    reason: "The value is not one email address and may be lost.",
    cure: "Write one address, or leave it empty.",
    source: Authority::Articles("optional fields, private email"),
    pass: &["privateEmail: ana@home.example"],
    fail: &["privateEmail: ana at home"],
};

pub(super) const SECONDARY_EXTERNAL: Rule = Rule {
    id: "email/secondary-external",
    effect: Effect::Informs,
    title: "Secondary email is outside the company",
    reason: "A secondary email is a further work address. One on none of the company's domains is probably private, and would become a work alias.",
    cure: "Move it to the private email, or add its domain to the company's other domains.",
    source: Authority::Articles("optional fields, secondary email"),
    pass: &["secondaryEmails: ana.li@acme.com"],
    fail: &["secondaryEmails: ana.li@home.example"],
};

pub(super) const PRIVATE_COMPANY: Rule = Rule {
    id: "email/private-company",
    effect: Effect::Informs,
    title: "Private email is on a company domain",
    reason: "A private email is one outside work; this one is on a domain of the company.",
    cure: "Move it to the secondary email, or clear it.",
    source: Authority::Articles("optional fields, private email"),
    pass: &["privateEmail: ana@home.example"],
    fail: &["privateEmail: ana.li@acme.com"],
};

pub(super) const GUEST: Rule = Rule {
    id: "email/guest",
    effect: Effect::Degrades,
    title: "Guest account",
    reason: "The account belongs to a guest of the directory. Entra rewrites such names when it provisions, and guests are seldom meant to be team members.",
    cure: "Leave guests out of the app.",
    source: Authority::Page(
        "Microsoft's page on how provisioning works: #EXT# is taken out of a guest's user name",
    ),
    pass: &["userName: ana@acme.com"],
    fail: &["userName: ana_home.example#EXT#@acme.onmicrosoft.com"],
};

/// The address inside `mailto:` or `Name <address>`, if there is just one.
pub(super) fn inner_address(text: &str) -> Option<String> {
    let inner = match (text.find('<'), text.rfind('>')) {
        (Some(from), Some(to)) if from < to => text.get(from + 1..to)?,
        _ => text
            .get(..7)
            .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
            .and_then(|_| text.get(7..))?,
    };
    let inner = inner.trim();
    email::is_address(inner).then(|| inner.to_owned())
}

/// Whether a user name or an address is that of a guest: `#EXT#` stands in it.
#[inline]
pub(crate) fn is_guest(bytes: &[u8]) -> bool {
    holds(bytes, b'#') && bytes.windows(5).any(|mark| mark.eq_ignore_ascii_case(b"#ext#"))
}

/// What one record says of itself. Its user name may be left out where it is the email.
#[inline]
pub(crate) fn check<'r>(context: &Context, profile: &impl Says<'r>, user_name: &[u8], sink: &mut impl Sink) {
    let primary = profile.bytes(Attribute::PrimaryEmail);
    // Nothing is told of most.
    if !primary.is_empty() && !context.is_plainly_good(primary) {
        check_primary(context, profile, sink);
    }
    if holds(primary, b'#') || holds(user_name, b'#') {
        check_guest(profile, sink);
    }
    if profile.has_secondary() || !profile.bytes(Attribute::PrivateEmail).is_empty() {
        further(context, profile, sink);
    }
}

#[inline(never)]
fn check_primary<'r>(context: &Context, profile: &impl Says<'r>, sink: &mut impl Sink) {
    let primary = profile.text(Attribute::PrimaryEmail);
    let address = context.address(primary);
    if address == Address::Wrong {
        sink.report(RuleId::EmailInvalid, Attribute::PrimaryEmail, 0, || {
            Detail::new(format!(
                "{} will not be imported: \"{primary}\" is not one email address. Correct it in the directory.",
                profile.who()
            ))
            .maybe(inner_address(primary))
        });
    } else if let (Address::Elsewhere(domain), Some(company)) = (address, context.primary_domain()) {
        sink.report(RuleId::EmailDomain, Attribute::PrimaryEmail, 0, || {
            let besides = if context.is_company(domain) {
                " That it is another domain of the company does not count."
            } else if email::domain_key(domain).ends_with(&format!(".{}", email::domain_key(company))) {
                " A sub-domain does not count."
            } else {
                ""
            };
            Detail::new(format!(
                "{} will not be imported: the email is on {domain}, and Gong imports people on {company} only.{besides}",
                profile.who()
            ))
        });
    }
}

#[inline(never)]
fn check_guest<'r>(profile: &impl Says<'r>, sink: &mut impl Sink) {
    let of_guest = |attribute: &Attribute| is_guest(profile.bytes(*attribute));
    let Some(attribute) = [Attribute::PrimaryEmail, Attribute::UserName].into_iter().find(of_guest) else {
        return;
    };
    let text = profile.text(attribute);
    sink.report(RuleId::EmailGuest, attribute, 0, || {
        Detail::new(format!(
            "{} is a guest of the directory (\"{text}\"). Leave guests out of the app unless they shall be team members.",
            profile.who()
        ))
    });
}

/// The emails besides the primary one.
#[inline(never)]
fn further<'r>(context: &Context, profile: &impl Says<'r>, sink: &mut impl Sink) {
    for (place, text) in profile.secondary() {
        if !email::is_address(text) {
            sink.report(RuleId::EmailSecondaryInvalid, Attribute::SecondaryEmails, place, || {
                Detail::new(format!(
                    "The secondary email \"{text}\" of {} is not one address and may be lost.",
                    profile.who()
                ))
                .maybe(inner_address(text))
            });
        } else if context.primary_domain().is_some()
            && !email::domain_of(text).is_some_and(|domain| context.is_company(domain))
        {
            sink.report(RuleId::EmailSecondaryExternal, Attribute::SecondaryEmails, place, || {
                Detail::new(format!(
                    "The secondary email \"{text}\" of {} is on none of the company's domains; if it is private, it belongs in the private email.",
                    profile.who()
                ))
            });
        }
    }
    if !profile.bytes(Attribute::PrivateEmail).is_empty() {
        let private = profile.text(Attribute::PrivateEmail);
        if !email::is_address(private) {
            sink.report(RuleId::EmailPrivateInvalid, Attribute::PrivateEmail, 0, || {
                Detail::new(format!(
                    "The private email \"{private}\" of {} is not one address and may be lost.",
                    profile.who()
                ))
                .maybe(inner_address(private))
            });
        } else if email::domain_of(private).is_some_and(|domain| context.is_company(domain)) {
            sink.report(RuleId::EmailPrivateCompany, Attribute::PrivateEmail, 0, || {
                Detail::new(format!(
                    "The private email \"{private}\" of {} is on a domain of the company; a work address belongs in the secondary email.",
                    profile.who()
                ))
            });
        }
    }
}

/// Runs when all is known that the file knows.
pub(crate) fn check_absence(facts: &Facts<'_>, sink: &mut impl Sink) {
    if facts.is_known(Attribute::PrimaryEmail) && !facts.is_present(Attribute::PrimaryEmail) {
        sink.report(RuleId::EmailMissing, Attribute::PrimaryEmail, 0, || {
            Detail::new(format!(
                "{} will not be imported: there is no primary email, and Gong needs one. Add it in the directory.",
                facts.who()
            ))
        });
    }
}
