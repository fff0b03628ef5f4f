//! The rules in their order, for one profile. Run once for the columns, and again for the words.

use crate::profile::{Attribute, Context, Facts, Profile, Status};
use crate::rules::{
    Sink, country, email, locale, manager, name, phone, state, status, timezone, title, value,
};
use crate::timezone::Place;

/// What the record says of itself; of someone `passive` only the status.
pub(super) fn record(
    context: &Context,
    profile: &Profile<'_>,
    status: Status,
    passive: bool,
    sink: &mut impl Sink,
) {
    status::check(profile, status, sink);
    if passive {
        return;
    }
    for (attribute, place, held) in profile.all() {
        value::check(profile, attribute, place, held, sink);
    }
    value::check_several(profile, sink);
    email::check(context, profile, sink);
    phone::check(profile, sink);
    manager::check(profile, sink);
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

/// The attributes that hold a value, and those that hold a leftover of the export, as bits.
pub(super) fn presence(profile: &Profile<'_>) -> (u32, u32) {
    let mut present = 0;
    let mut placeholders = 0;
    for (attribute, _, held) in profile.all() {
        if held.placeholder {
            placeholders |= attribute.bit();
            continue;
        }
        let counts = match attribute {
            Attribute::GivenName | Attribute::FamilyName => name::is_name(held.text),
            _ => !held.text.is_empty(),
        };
        if counts {
            present |= attribute.bit();
        }
    }
    (present, placeholders)
}
