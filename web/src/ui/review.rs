//! Where things stand in numbers, then causes: what blocks people first, then by how many it touches.

use std::rc::Rc;

use crate::dom::prelude::*;

use super::icons::icon;
use super::state::{App, Checked, Filter, Phase};
use super::words::count;
use super::{causes, sheet, status};
use crate::snapshot::{Progress, Summary};
use rollcall::settings::ScopeMode;

pub(crate) fn review(app: App) -> View {
    let ready = create_selector(move || {
        app.checked.with(Option::is_some)
            && app.phase.with(|phase| matches!(phase, Phase::Checked | Phase::Checking(None)))
    });
    let open = create_selector(move || ready.get() && app.selected.get().is_some());
    let proposed = create_selector(move || app.cures.proposed.with(Option::is_some));
    view! {
        div(class=if open.get() { "people people-open" } else { "people" }) {
            div(class="review-main") {
                (status::status(app))
                section(class="review", aria-labelledby="review-title", aria-busy=app.phase.with(|phase| matches!(phase, Phase::Checking(_)).then_some("true"))) {
                    h1(id="review-title", tabindex="-1", class="unseen-title") { "Review" }
                    (body(app))
                    (if ready.get() { sheet::sheet(app) } else { view! {} })
                }
            }
            (if open.get() { app.room(move |rooms| (rooms.person)(app)) } else { view! {} })
            (if proposed.get() { app.room(move |rooms| (rooms.fix)(app)) } else { view! {} })
        }
    }
}

fn body(app: App) -> View {
    match (app.phase.get_clone(), app.checked.get_clone()) {
        (Phase::Checking(Some(progress)), _) => so_far(&progress),
        (Phase::Checked | Phase::Checking(None), Some(checked)) => judged(app, &checked),
        (Phase::Checking(None), None) => {
            view! { p(class="empty") { "Reading the first records…" } }
        }
        (Phase::Empty, _) => view! {
            div(class="empty") {
                p { "Nothing to review yet. Drop an export from Okta or Azure AD; it is read here and goes nowhere." }
                a(class="button primary", href="#files") { "Choose files" }
            }
        },
        _ => {
            view! { div(class="empty") { a(class="button", href="#files") { "Go to the files" } } }
        }
    }
}

/// First findings, before the files are through.
fn so_far(progress: &Progress) -> View {
    let tally = progress.tally;
    let figures: Vec<View> = [
        ("records read", tally.records),
        ("findings that block", tally.blocks),
        ("findings that degrade", tally.degrades),
        ("findings to know of", tally.informs),
    ]
    .into_iter()
    .map(|(label, number)| figure(label, number, ""))
    .collect();
    let causes: Vec<View> = progress.causes.iter().map(causes::head_only).collect();
    view! {
        div(class="figures figures-four") { (figures) }
        h2 { "Found so far" }
        ol(class="causes") { (causes) }
    }
}

fn figure(label: &'static str, number: u64, class: &str) -> View {
    let (class, number) = (format!("figure {class}"), count(number));
    view! { div(class=class) { span(class="figure-number") { (number) } span(class="figure-label") { (label) } } }
}

fn judged(app: App, checked: &Rc<Checked>) -> View {
    let clean = if checked.causes.is_empty() {
        let mark = icon("ok");
        view! { p(class="empty") { (mark) "Nothing was found. Everyone arrives as they stand." } }
    } else {
        view! {}
    };
    let totals = totals(app, &checked.summary);
    let causes = causes::causes(app, checked);
    let to_records = |_| {
        if let Some(title) = app.by_id("sheet-title") {
            title.scroll_into_view();
        }
        app.focus("sheet-grid");
    };
    let down = icon("down");
    view! {
        (totals)
        div(class="to-records") { button(r#type="button", class="quiet", on:click=to_records) { (down) "To the records" } }
        (clean)
        (causes)
    }
}

/// The outcomes in large figures; each lists its people.
fn totals(app: App, summary: &Summary) -> View {
    let all = [
        ("imported", "arrive", summary.imported),
        ("blocked", "blocked", summary.blocked),
        ("inactive", "inactive", summary.inactive),
        ("outOfScope", "out of scope", summary.out_of_scope),
    ];
    let figures: Vec<View> = all
        .into_iter()
        .filter(|figure| figure.2 > 0 || figure.0 != "outOfScope")
        .map(|(outcome, label, number)| {
            let kind = if number > 0 { outcome } else { "none" };
            let class = format!("figure figure-{kind}");
            let number = count(number);
            let show = move |_| {
                sheet::show(app, Filter { outcome: Some(outcome.to_owned()), ..Filter::default() });
            };
            view! {
                button(r#type="button", class=class, on:click=show) {
                    span(class="figure-number") { (number) }
                    " "
                    span(class="figure-label") { (label) }
                }
            }
        })
        .collect();
    let hint = if summary.out_of_scope > 0 { out_of_scope(app) } else { "" };
    view! { div(class="figures") { (figures) } p(class="hint totals-hint") { (hint) } }
}

/// Why people are out of scope.
fn out_of_scope(app: App) -> &'static str {
    let mode = app.settings.with_untracked(|draft| draft.scope.as_ref().map(|scope| scope.mode));
    let lists_app = app.files.with_untracked(|all| {
        all.iter().any(|export| export.seen.as_ref().is_some_and(|seen| seen.shape == "okta-app-users-json"))
    });
    match mode {
        Some(ScopeMode::Groups) => {
            "Out of scope are those who are in none of the groups that the settings name; Gong never gets them."
        }
        Some(ScopeMode::AppUsers) if !lists_app => {
            "Out of scope is everyone, because no file lists who is assigned to the app; drop the export of its people."
        }
        _ => {
            "Out of scope are those whom the export of the app's people does not have as assigned; Gong never gets them."
        }
    }
}
