//! The steps, each reachable at any time. Wide: a rail on the left; narrow: a bar at the bottom.

use crate::dom::prelude::*;

use super::icons::icon;
use super::setup;
use super::state::{App, Phase, Step};
use super::words::count;

pub(crate) fn rail(app: App) -> View {
    let views = app.hosted.views;
    let steps = move || {
        let steps = Step::ALL.into_iter().filter(|step| views.get().has(*step)).enumerate();
        steps.map(|(at, step)| item(app, at + 1, step)).collect::<Vec<View>>()
    };
    let elsewhere = create_selector(move || !matches!(app.step.get(), Step::Source | Step::Files));
    view! {
        div(class="rail", "part"="steps") {
            nav(aria-label="Steps") { ol { (steps()) } }
            (if elsewhere.get() { setup::add_files(app) } else { view! {} })
        }
    }
}

fn item(app: App, number: usize, step: Step) -> View {
    let here = create_selector(move || app.step.get() == step);
    view! {
        li {
            // Links within a page lead to something that is there: to themselves, where they are out of sight.
            a(class="step", id=step.hash().trim_start_matches('#'), href=step.hash(), aria-current=here.get().then_some("step")) {
                span(class="step-number", aria-hidden="true") { (number) }
                span(class="step-name") { (step.name()) }
                span(class="step-short", aria-hidden="true") { (step.short()) }
                (note(app, step))
            }
        }
    }
}

/// What there is to know about a step, as a number or a mark.
fn note(app: App, step: Step) -> View {
    let number = |text: String, meaning: &'static str, class: &'static str| {
        view! { span(class=class) { (text.clone()) span(class="unseen") { (meaning) } } }
    };
    match step {
        Step::Source => view! {},
        Step::Files => {
            let (all, bad) = app
                .files
                .with(|all| (all.len(), all.iter().filter(|export| export.unreadable.is_some()).count()));
            if bad > 0 {
                number(count(bad as u64), " unreadable", "badge badge-error")
            } else if all > 0 && app.phase.with(|phase| *phase == Phase::Checked) {
                let mark = icon("ok");
                view! { span(class="badge") { (mark) span(class="unseen") { ", read" } } }
            } else {
                view! {}
            }
        }
        Step::Review => match app.checked.get_clone() {
            Some(checked) if checked.summary.blocked > 0 => {
                number(count(checked.summary.blocked), " blocked", "badge badge-error")
            }
            _ => view! {},
        },
        Step::Zones => match app.checked.get_clone() {
            Some(checked) if !checked.summary.time_zones.is_empty() => {
                let zones = checked.summary.time_zones.len() as u64;
                number(count(zones), if zones == 1 { " zone" } else { " zones" }, "badge")
            }
            _ => view! {},
        },
        Step::People => match app.checked.get_clone() {
            Some(checked) => {
                let people = checked.summary.profiles;
                number(count(people), if people == 1 { " person" } else { " people" }, "badge")
            }
            None => view! {},
        },
        Step::Plan => match app.plan.made.get_clone() {
            Some(planned) if planned.guard.exceeded => number(
                count(planned.summary.deactivate),
                " to deactivate: more than the guard allows",
                "badge badge-error",
            ),
            _ => view! {},
        },
        Step::TakeAway => {
            let changed = app.checked.with(|checked| {
                checked
                    .as_ref()
                    .map_or(0, |checked| checked.carried.iter().map(|carried| carried.changed).sum::<u64>())
            });
            if changed > 0 {
                number(count(changed), " changed", "badge")
            } else {
                view! {}
            }
        }
        Step::Assignments => {
            let (refused, doubtful) = app.edit.marks.with(|marks| {
                let refused = marks.iter().filter(|mark| mark.refused).count();
                let doubtful =
                    marks.iter().filter(|mark| !mark.refused && mark.severity == "warning").count();
                (refused as u64, doubtful as u64)
            });
            let all = app.settings.with(|draft| draft.assignments.len()) as u64;
            if refused > 0 {
                number(count(refused), " to mend", "badge badge-error")
            } else if doubtful > 0 {
                number(
                    count(doubtful),
                    if doubtful == 1 { " warning" } else { " warnings" },
                    "badge badge-warning",
                )
            } else if all > 0 {
                number(count(all), if all == 1 { " assignment" } else { " assignments" }, "badge")
            } else {
                view! {}
            }
        }
    }
}
