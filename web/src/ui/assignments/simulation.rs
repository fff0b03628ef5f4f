//! The simulation in numbers, each of which lists its people.

use crate::dom::prelude::*;

use crate::ui::icons::icon;
use crate::ui::state::{App, Filter, Step};
use crate::ui::words::{self, count, counted, people};
use rollcall::assignment::{AssignmentUse, DEFAULT, SeatUse, Simulation};

/// As many groups that nobody names are listed.
const LISTED: usize = 8;

/// A number that lists its people; plain where there are none, or no list.
pub(super) fn number(app: App, number: u64, text: String, filter: Filter) -> View {
    if number == 0 || !app.has(Step::People) {
        return view! { span(class="number number-none") { (text) } };
    }
    view! { button(r#type="button", class="link number", title="Show them", on:click=move |_| app.show(filter.clone())) { (text) } }
}

/// A bar of `part` in `whole`.
fn bar(part: u64, whole: u64, class: &str) -> View {
    #[allow(clippy::cast_precision_loss, reason = "a bar is some hundred pixels wide")]
    let share = if whole == 0 { 0.0 } else { part as f64 / whole as f64 * 100.0 };
    let (width, class) = (format!("{:.2}%", share.min(100.0)), format!("bar {class}"));
    view! {
        svg(class=class, width="100%", height="6", aria-hidden="true") {
            rect(class="bar-whole", width="100%", height="6", rx="3")
            rect(class="bar-part", width=width, height="6", rx="3")
        }
    }
}

pub(super) fn of_assignment(name: &str) -> Filter {
    Filter { assignment: Some(name.to_owned()), ..Filter::default() }
}

pub(super) fn of_group(name: &str) -> Filter {
    let imported = Some("imported".to_owned());
    Filter { group: Some(name.to_owned()), outcome: imported, ..Filter::default() }
}

fn placed(how: &str) -> Filter {
    Filter { placed: Some(how.to_owned()), ..Filter::default() }
}

/// How many arrive, and what each assignment takes of them.
pub(super) fn numbers(app: App, now: &Simulation) -> View {
    let all = Filter { outcome: Some("imported".to_owned()), ..Filter::default() };
    let total = number(app, now.people, people(now.people), all);
    let verb = if now.people == 1 { "arrives in Gong." } else { "arrive in Gong." };
    let shares: Vec<View> = now.assignments.iter().map(|share| self::share(app, now, share)).collect();
    let several = number(app, now.several, people(now.several), placed("several"));
    let several = if now.several == 0 {
        view! {}
    } else {
        view! { p { "Several assignments fit " (several) ", and the first of the list wins." } }
    };
    let default = default_of(app, now);
    let groupless = if now.knows_groups {
        view! {}
    } else {
        view! { p(class="hint") { "The files say nothing of groups, so nobody is in one. Add a column of group names, or files of the groups' members." } }
    };
    view! {
        p(class="panel-total") { (total) " " (verb) }
        ol(class="shares") { (shares) }
        (several)
        (default)
        (groupless)
    }
}

fn share(app: App, now: &Simulation, share: &AssignmentUse) -> View {
    let name = words::assignment(&share.name);
    let members = number(app, share.members, people(share.members), of_assignment(&share.name));
    let bar = bar(share.members, now.people, "");
    let note = if !share.reachable && !share.groups.is_empty() {
        let sign = icon("warning");
        view! { span(class="severity severity-warning") { (sign) "Never reached" } }
    } else if share.elsewhere > 0 {
        let text = format!("fits {} more who get an earlier one", count(share.elsewhere));
        view! { span(class="quiet-text") { (text) } }
    } else {
        view! {}
    };
    view! {
        li { div(class="share-head") { span(class="share-name") { (name) } (members) } (bar) (note) }
    }
}

fn default_of(app: App, now: &Simulation) -> View {
    let fallen = now.in_no_group + now.unmatched;
    if fallen == 0 || now.assignments.len() < 2 {
        return view! {};
    }
    let total = number(app, fallen, people(fallen), of_assignment(DEFAULT));
    let (verb, none, unmatched) = (
        if fallen == 1 { "falls" } else { "fall" },
        number(app, now.in_no_group, count(now.in_no_group), placed("none")),
        number(app, now.unmatched, count(now.unmatched), placed("unmatched")),
    );
    view! { p { (total) " " (verb) " to the default: " (none) " in no group, " (unmatched) " in groups nobody names." } }
}

/// Seats that are needed against seats that are owned.
pub(super) fn seats(app: App, now: &Simulation) -> View {
    let rows: Vec<View> = now.seats.iter().map(|seat| self::seat(app, seat)).collect();
    if rows.is_empty() {
        return view! {};
    }
    view! { h3 { "Seats" } ul(class="shares") { (rows) } }
}

fn seat(app: App, seat: &SeatUse) -> View {
    let name = seat.name.clone();
    let (text, over) = match seat.owned {
        Some(owned) => {
            (format!("{} of {}", count(seat.used), count(owned)), seat.used.saturating_sub(u64::from(owned)))
        }
        None => (counted(seat.used, "seat", "seats"), 0),
    };
    let meter = match seat.owned {
        Some(owned) => bar(seat.used, u64::from(owned), if over > 0 { "bar-over" } else { "bar-seat" }),
        None => view! {},
    };
    let over = if over > 0 {
        let (sign, text) = (icon("warning"), format!("{} too few", count(over)));
        view! { span(class="severity severity-warning") { (sign) (text) } }
    } else {
        view! {}
    };
    let used = number(app, seat.used, text, placed(&format!("seat:{}", seat.id)));
    view! {
        li { div(class="share-head") { span(class="share-name") { (name) } (used) } (meter) (over) }
    }
}

/// Names that lead nowhere, and groups that nothing names.
pub(super) fn doubts(app: App, now: &Simulation) -> View {
    if !now.knows_groups {
        return view! {};
    }
    let unknown: Vec<View> = now
        .assignments
        .iter()
        .flat_map(|own| own.groups.iter().filter(|group| !group.known).map(|group| (&own.name, &group.name)))
        .map(|(own, group)| {
            let (sign, text) = (icon("notice"), format!("\"{group}\" of {own}: no such group in the files"));
            view! { li { (sign) " " (text) } }
        })
        .collect();
    let unnamed: Vec<_> = now.groups.iter().filter(|group| group.assignments.is_empty()).collect();
    let more = unnamed.len().saturating_sub(LISTED);
    let listed: Vec<View> = unnamed
        .iter()
        .take(LISTED)
        .map(|group| {
            let (name, people) =
                (group.name.clone(), number(app, group.people, people(group.people), of_group(&group.name)));
            view! { li { span(class="share-name") { (name) } (people) } }
        })
        .collect();
    let more = if more == 0 { String::new() } else { format!("and {} more", count(more as u64)) };
    let unknown = if unknown.is_empty() {
        view! {}
    } else {
        view! { ul(class="doubts") { (unknown) } }
    };
    let unnamed = if listed.is_empty() {
        view! {}
    } else {
        view! { h3 { "Groups nobody names" } ul(class="unnamed") { (listed) } p(class="hint") { (more) } }
    };
    view! { (unknown) (unnamed) }
}
