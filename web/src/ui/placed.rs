//! What one person gets in Gong, and what of it can be changed afterwards.

use crate::dom::prelude::*;

use super::trace::{folded, heading};
use super::words::{self, nth, sentence, shown};
use crate::snapshot::{Capture, Fit, Lock, Locks, Permit, Placement};
use rollcall::report::explain::source;

/// More groups than these are folded.
const GROUPS: usize = 12;

/// Groups, be they few or many.
pub(crate) fn groups(names: &[String]) -> View {
    if names.is_empty() {
        return view! { p(class="hint") { "None that the files know of." } };
    }
    let tags = |names: &[String]| -> Vec<View> {
        let tag = |group: &String| {
            let group = shown(group);
            view! { li(class="tag") { (group) } }
        };
        names.iter().map(tag).collect()
    };
    let (first, rest) = names.split_at(names.len().min(GROUPS));
    let (first, more) = (tags(first), rest.len());
    let rest = if rest.is_empty() {
        view! {}
    } else {
        {
            let rest = tags(rest);
            folded(more, view! { ul(class="tags") { (rest) } })
        }
    };
    view! { ul(class="tags", aria-label="Groups") { (first) } (rest) }
}

/// Assignment, and what it brings. `all` is how many assignments the list has.
pub(crate) fn placed(placement: &Placement, all: usize) -> View {
    let place = placement.place.map_or_else(String::new, |place| format!("{} of {all}", nth(place + 1)));
    let (name, reason) = (words::assignment(&placement.assignment), placement.reason.clone());
    let others = others(placement.fits.get(1..).unwrap_or_default(), all);
    let brings = brings(placement);
    let (assignment, seats) =
        (heading("Assignment", source::ASSIGNMENT), heading("Seats and capture", source::ASSIGNMENT));
    view! {
        (assignment)
        p(class="zone") { (name) " " span(class="place") { (place) } }
        p(class="hint") { (reason) }
        (others)
        (seats)
        (brings)
    }
}

/// Assignments that fit too and stand behind.
fn others(fits: &[Fit], all: usize) -> View {
    if fits.is_empty() {
        return view! {};
    }
    let fits: Vec<View> = fits
        .iter()
        .map(|fit| {
            let text = format!(
                "{}, {} of {all}, through {}",
                fit.name,
                nth(fit.place + 1),
                shown(&fit.groups.join(", "))
            );
            view! { li { (text) } }
        })
        .collect();
    view! { div(class="others") { h4 { "Would fit too" } ul { (fits) } } }
}

fn brings(placement: &Placement) -> View {
    let line = |title: &'static str, text: String| view! { dt { (title) } dd { (text) } };
    let none = |list: &[String], none: &str| if list.is_empty() { none.to_owned() } else { list.join(", ") };
    let seats = line("Seats", none(&placement.seats, "None."));
    let permits: Vec<View> = placement.permits.iter().map(permit).collect();
    let permits = if permits.is_empty() {
        line("Permissions", "None.".to_owned())
    } else {
        view! { dt { "Permissions" } dd { ul { (permits) } } }
    };
    let working = placement.capture.iter().filter(|capture| capture.needs.is_none());
    let working: Vec<String> = working.map(|capture| capture.label.clone()).collect();
    let capture = line("Data capture", none(&working, "None."));
    let inactive: Vec<View> = placement
        .permits
        .iter()
        .filter_map(|permit| Some((permit.profile.clone(), permit.needs.clone()?)))
        .chain(
            placement
                .capture
                .iter()
                .filter_map(|Capture { label, needs }| Some((label.clone(), needs.clone()?))),
        )
        .map(|(what, needs)| {
            let text = format!("{what}: needs the seat {needs}");
            view! { li { (text) } }
        })
        .collect();
    let inactive = if inactive.is_empty() {
        view! {}
    } else {
        view! { dt { "Stays inactive" } dd { ul { (inactive) } } }
    };
    let (mode, later) = (placement.updates.clone(), placement.later.clone());
    view! {
        dl(class="facts") {
            (seats)
            (permits)
            (capture)
            (inactive)
            dt { "Updates" }
            dd { (mode) p(class="hint") { (later) } }
        }
    }
}

fn permit(permit: &Permit) -> View {
    let home = if permit.home { " (home)" } else { "" };
    let text = format!("{}{home}: {}", permit.workspace, permit.profile);
    view! { li { (text) } }
}

/// What can still be changed of a person once they are in Gong.
pub(crate) fn afterwards(locks: &Locks) -> View {
    let (overwritten, locked): (Vec<Lock>, Vec<Lock>) =
        locks.locked.iter().cloned().partition(|lock| lock.note.is_some());
    let note = overwritten.first().and_then(|lock| lock.note.clone()).unwrap_or_default();
    let parts = [
        ("Locked", &locked, "Comes from the source and cannot be edited in Gong.".to_owned()),
        ("Overwritten at the next sync", &overwritten, format!("Locked by the articles; {note}.")),
        (
            "Last chance",
            &locks.once,
            "Empty now. It can be set in Gong once by hand, and is fixed afterwards; better fill it in at the source."
                .to_owned(),
        ),
        ("Unknown", &locks.unknown, "The files do not hold it, so nobody can tell here.".to_owned()),
    ];
    let parts: Vec<View> = parts
        .into_iter()
        .filter(|part| !part.1.is_empty())
        .map(|(title, locks, hint)| {
            let names = sentence(locks.iter().map(|lock| lock.label.as_str()));
            view! { div(class="lock") { h4 { (title) } p { (names) } p(class="hint") { (hint) } } }
        })
        .collect();
    let heading = heading("Afterwards in Gong", source::AFTERWARDS);
    view! { (heading) (parts) }
}
