//! Where things stand in numbers, then causes: what blocks people first, then by how many it touches.

use std::rc::Rc;

use sycamore::prelude::*;

use super::icons::{icon, severity};
use super::state::{App, Checked, Filter, Phase};
use super::status;
use super::words::{count, people, shown};
use crate::settings::ScopeMode;
use crate::web::snapshot::{Cause, Finding, Progress, Summary};

/// As many messages of one file or of the settings are shown at once.
const MESSAGES: usize = 3;

pub(crate) fn review(app: App) -> View {
    view! {
        (status::status(app))
        section(class="review", aria-labelledby="review-title", aria-busy=app.phase.with(|phase| matches!(phase, Phase::Checking(_)).then_some("true"))) {
            h1(id="review-title", tabindex="-1", class="unseen-title") { "Review" }
            (body(app))
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
    let causes: Vec<View> = progress.causes.iter().map(head_only).collect();
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

fn head_only(cause: &Cause) -> View {
    let (number, title) = (number(cause.findings, "finding", "findings"), title(cause));
    view! { li(class="cause") { (number) div(class="cause-main") { (title) } } }
}

/// How many a cause touches, large.
fn number(number: u64, one: &'static str, many: &'static str) -> View {
    let (number, unit) = (count(number), if number == 1 { one } else { many });
    view! { p(class="cause-number") { strong { (number) } " " span { (unit) } } }
}

/// The id of a cause's title.
fn name_of(cause: &Cause) -> String {
    format!("cause-{}-{}", cause.rule.replace('/', "-"), cause.attribute.as_deref().unwrap_or("all"))
}

fn title(cause: &Cause) -> View {
    let (id, title, mark) = (name_of(cause), cause.title.clone(), severity(&cause.severity));
    view! { div(class="cause-head") { h3(id=id) { (title) } (mark) } }
}

fn judged(app: App, checked: &Rc<Checked>) -> View {
    let groups: Vec<View> = [
        ("blocks", "Cure these first", "These people are not imported."),
        ("degrades", "Arrives wrong or gets lost", "These people are imported, but not as they should be."),
        ("informs", "Worth knowing", "Nothing is lost here; look at it when there is time."),
    ]
    .into_iter()
    .map(|(effect, title, about)| group(app, checked, effect, title, about))
    .collect();
    let clean = if checked.causes.is_empty() {
        let mark = icon("ok");
        view! { p(class="empty") { (mark) "Nothing was found. Everyone arrives as they stand." } }
    } else {
        view! {}
    };
    let totals = totals(app, &checked.summary);
    view! {
        (totals)
        (clean)
        (groups)
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
                app.show(Filter { outcome: Some(outcome.to_owned()), ..Filter::default() });
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

fn group(app: App, checked: &Rc<Checked>, effect: &str, title: &'static str, about: &'static str) -> View {
    let causes: Vec<View> = checked
        .causes
        .iter()
        .filter(|cause| cause.effect == effect)
        .map(|found| cause(app, checked, found))
        .collect();
    if causes.is_empty() {
        return view! {};
    }
    let number = count(causes.len() as u64);
    view! {
        div(class="group-head") { h2 { (title) " " span(class="group-count") { (number) } } p(class="hint") { (about) } }
        ol(class="causes") { (causes) }
    }
}

fn cause(app: App, checked: &Rc<Checked>, cause: &Cause) -> View {
    let example = create_signal(None::<Finding>);
    if let Some(row) = cause.example {
        let (rule, attribute) = (cause.rule.clone(), cause.attribute.clone());
        // The client may answer when this card is gone; the signal is then no more.
        let alive = Rc::new(std::cell::Cell::new(true));
        on_cleanup({
            let alive = Rc::clone(&alive);
            move || alive.set(false)
        });
        checked.client.describe(row, move |findings| {
            if !alive.get() {
                return;
            }
            let fits = |finding: &Finding| finding.rule == rule && finding.attribute == attribute;
            example.set(findings.ok().and_then(|all| all.into_iter().find(fits)));
        });
    }

    let messages: Vec<View> = cause
        .messages
        .iter()
        .take(MESSAGES)
        .map(|message| {
            let message = message.clone();
            view! { p(class="example") { (message) } }
        })
        .collect();
    let more = cause.messages.len().saturating_sub(MESSAGES);
    let more = if more > 0 { format!("and {} more like it", count(more as u64)) } else { String::new() };

    let filter =
        Filter { rule: Some(cause.rule.clone()), attribute: cause.attribute.clone(), ..Filter::default() };
    let (number, action) = if cause.people > 0 {
        let verb = format!("Show {}", people(cause.people));
        let about = name_of(cause);
        let show = move |_| app.show(filter.clone());
        let action = view! { button(r#type="button", class="cause-action", aria-describedby=about, on:click=show) { (verb) } };
        (number(cause.people, "person", "people"), action)
    } else {
        (number(cause.findings, "finding", "findings"), view! {})
    };

    let Cause { rule, reason, cure, source, .. } = cause.clone();
    let (title, kind) = (title(cause), format!("cause cause-{}", cause.severity));
    let attribute = cause.attribute.clone().map_or_else(View::new, |name| view! { code { (name) } });
    view! {
        li(class=kind) {
            (number)
            div(class="cause-main") {
                (title)
                p(class="cause-reason") { (reason) }
                (match example.get_clone() {
                    Some(finding) => view! { p(class="example") { (shown(&finding.message)) } },
                    None => view! {},
                })
                (messages)
                p(class="small") { (more) }
                p(class="cause-cure") { span(class="cause-verb") { "Cure: " } (cure) }
                p(class="cause-foot") { (source) " · " code { (rule) } " " (attribute) }
            }
            (action)
        }
    }
}
