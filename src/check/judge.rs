//! The rules in their order, for one profile. Run once for the columns, and again for the words.

use crate::profile::{Attribute, Context, Facts, Profile, Says, Status};
use crate::rules::{
    Sink, country, email, locale, manager, name, phone, state, status, timezone, title, value,
};
use crate::timezone::Place;

/// What the values of a record say one by one.
#[inline(never)]
pub(super) fn values(profile: &Profile<'_>, sink: &mut impl Sink) {
    for (attribute, place, held) in profile.all() {
        value::check(profile, attribute, place, &held, sink);
    }
    value::check_several(profile, sink);
}

/// What the record says of itself, but for its values one by one and its manager; of someone `passive` only the status. The
/// user name may be left out where it is the email.
#[inline]
pub(super) fn record<'r>(
    context: &Context,
    profile: &impl Says<'r>,
    status: Status,
    passive: bool,
    user_name: &[u8],
    sink: &mut impl Sink,
) {
    status::check(profile, status, sink);
    if passive {
        return;
    }
    email::check(context, profile, user_name, sink);
    phone::check(profile, sink);
}

/// What the texts that name a manager say of themselves.
pub(super) fn managers<'r>(profile: &impl Says<'r>, sink: &mut impl Sink) {
    for attribute in [Attribute::ManagerEmail, Attribute::ManagerName] {
        manager::check(profile, attribute, sink);
    }
}

/// What time zone, country, state and locale say together.
pub(super) fn place(place: &Place<'_>, who: &dyn Fn() -> String, sink: &mut impl Sink) {
    timezone::check(place, who, sink);
    country::check(place, who, sink);
    state::check(place, who, sink);
    locale::check(place, who, sink);
}

/// What is missing, when all is known that the files hold.
pub(super) fn absence(facts: &Facts<'_>, sink: &mut impl Sink) {
    name::check(facts, sink);
    email::check_absence(facts, sink);
    title::check(facts, sink);
    let asked = country::check_absence(facts, sink) | state::check_absence(facts, sink);
    timezone::check_absence(facts, asked, sink);
    locale::check_absence(facts, sink);
}
