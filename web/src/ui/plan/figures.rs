//! Totals in large figures, one stacked bar of them, and how many end up elsewhere. Each lists its people.

use crate::dom::prelude::*;

use super::changes;
use crate::snapshot::{PlanSummary, Planned};
use crate::ui::state::App;
use crate::ui::words::{count, people};
use rollcall::plan::{Action, Wanted};

/// The actions with their words.
const ACTIONS: [(Action, &str); 6] = [
    (Action::Create, "to create"),
    (Action::Update, "to update"),
    (Action::Deactivate, "to deactivate"),
    (Action::Reactivate, "to reactivate"),
    (Action::Skip, "skipped"),
    (Action::None, "unchanged"),
];

fn of(summary: &PlanSummary, action: Action) -> u64 {
    match action {
        Action::Create => summary.create,
        Action::Update => summary.update,
        Action::Deactivate => summary.deactivate,
        Action::Reactivate => summary.reactivate,
        Action::None => summary.none,
        Action::Skip => summary.skip,
    }
}

pub(super) fn figures(app: App) -> View {
    let now = move || app.plan.made.get_clone().map(|made| (*made).clone()).unwrap_or_default();
    let figures = move || {
        let summary = now().summary;
        ACTIONS
            .into_iter()
            .map(|(action, label)| figure(app, action, label, of(&summary, action)))
            .collect::<Vec<View>>()
    };
    view! {
        div(class="figures", role="group", aria-label="What is planned, by action") { (figures()) }
        (bar(&now()))
        (moves(app, &now()))
    }
}

fn figure(app: App, action: Action, label: &'static str, number: u64) -> View {
    let pressed = create_selector(move || app.plan.wanted.with(|wanted| wanted.actions == [action]));
    let class = format!("figure figure-{}", action.name());
    let choose = move |_| {
        let one = Wanted { actions: vec![action], ..Wanted::default() };
        app.plan.wanted.set(if pressed.get_untracked() { changes() } else { one });
    };
    let number = count(number);
    view! {
        button(r#type="button", class=class, aria-pressed=pressed.get().to_string(), on:click=choose) {
            span(class="figure-number") { (number) }
            " "
            span(class="figure-label") { (label) }
        }
    }
}

/// One bar, whose pieces are as long as their people are many. The figures above are its table.
fn bar(planned: &Planned) -> View {
    let summary = planned.summary;
    let all: u64 = ACTIONS.iter().map(|(action, _)| of(&summary, *action)).sum();
    if all == 0 {
        return view! {};
    }
    let mut left = 0.0;
    let pieces: Vec<View> = ACTIONS
        .into_iter()
        .filter(|(action, _)| of(&summary, *action) > 0)
        .map(|(action, label)| {
            let number = of(&summary, action);
            #[allow(clippy::cast_precision_loss, reason = "a share on screen")]
            let width = number as f64 / all as f64 * 1000.0;
            let (x, width_text) = (format!("{left:.2}"), format!("{width:.2}"));
            left += width;
            let (class, title) =
                (format!("piece piece-{}", action.name()), format!("{} {label}", count(number)));
            view! { rect(class=class, x=x, y="0", width=width_text, height="12") { title { (title) } } }
        })
        .collect();
    view! {
        svg(class="plan-bar", viewBox="0 0 1000 12", preserveAspectRatio="none", aria-hidden="true") { (pieces) }
    }
}

/// Who ends up elsewhere, and what cannot be seen.
fn moves(app: App, planned: &Planned) -> View {
    let sums = planned.moves;
    let lines = [
        ("timeZone", sums.time_zones, "another time zone"),
        ("manager", sums.managers, "another manager"),
        ("assignment", sums.assignments, "another assignment"),
        ("applied", sums.assignments_applied, "another assignment that Gong applies"),
    ];
    let buttons: Vec<View> = lines
        .into_iter()
        .filter(|(_, number, _)| *number > 0)
        .map(|(what, number, label)| {
            let text = format!("{}: {label}", people(number));
            let pressed = create_selector(move || app.plan.wanted.with(|wanted| wanted.moved.as_deref() == Some(what)));
            let choose = move |_| {
                let moved = (!pressed.get_untracked()).then(|| what.to_owned());
                app.plan.wanted.set(match moved {
                    Some(_) => Wanted { moved, ..Wanted::default() },
                    None => changes(),
                });
            };
            view! { button(r#type="button", class="chip-button", aria-pressed=pressed.get().to_string(), on:click=choose) { (text) } }
        })
        .collect();
    let uncompared = if planned.uncompared.is_empty() {
        view! {}
    } else {
        let names: Vec<View> = planned
            .uncompared
            .iter()
            .map(|name| {
                let name = name.clone();
                view! { li { code { (name) } } }
            })
            .collect();
        view! {
            details(class="more") {
                summary { "What only one side knows was not compared" }
                ul(class="names") { (names) }
            }
        }
    };
    if buttons.is_empty() {
        return uncompared;
    }
    view! {
        div(class="plan-moves", role="group", aria-label="People who end up elsewhere") { (buttons) }
        (uncompared)
    }
}
