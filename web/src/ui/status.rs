//! Where things stand, in one line: progress while files are read, then who arrives; and what can be taken away.

use crate::dom::prelude::*;

use super::state::{App, Company, Phase, SAMPLE_DOMAIN, Step};
use super::takeaway;
use super::words::{bytes, count, counted, people};
use crate::snapshot::{Progress, Summary};

/// What the line shows; its content may change without it.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    Progress,
    Standing,
    Cancelled,
    Unreadable,
    Failed,
}

pub(crate) fn status(app: App) -> View {
    let shown = create_selector(move || match app.phase.get_clone() {
        // A quick check must not flicker: what was there stays until the first progress comes.
        Phase::Checking(None) | Phase::Checked if app.checked.with(Option::is_some) => Shown::Standing,
        Phase::Checking(_) => Shown::Progress,
        Phase::Empty | Phase::Checked => Shown::Nothing,
        Phase::Cancelled => Shown::Cancelled,
        Phase::Nothing => Shown::Unreadable,
        Phase::Failed(_) => Shown::Failed,
    });
    view! { div(class="status") { (line(app, shown.get())) } }
}

fn line(app: App, shown: Shown) -> View {
    match shown {
        Shown::Nothing => view! {},
        // Made once: a button that is made anew under the pointer loses the click.
        Shown::Progress => progress(app),
        Shown::Standing => {
            app.checked.get_clone().map_or_else(View::new, |checked| standing(app, &checked.summary))
        }
        Shown::Cancelled => {
            again(app, "Check cancelled. Nothing is shown until it runs again.", "Check again")
        }
        Shown::Unreadable => view! { p(class="headline") { "No file could be read." } },
        Shown::Failed => {
            let message = app.phase.with(|phase| match phase {
                Phase::Failed(message) => message.clone(),
                _ => String::new(),
            });
            again(app, &message, "Try again")
        }
    }
}

fn again(app: App, message: &str, verb: &'static str) -> View {
    let message = message.to_owned();
    view! {
        p(class="headline") { (message) }
        button(r#type="button", on:click=move |_| app.recheck()) { (verb) }
    }
}

/// How far the reading has come.
fn so_far<T>(app: App, tell: impl FnOnce(&Progress) -> T) -> T {
    app.phase.with(|phase| match phase {
        Phase::Checking(Some(now)) => tell(now),
        _ => tell(&Progress::default()),
    })
}

fn progress(app: App) -> View {
    let share = move || {
        so_far(app, |now| format!("{:.3}", if now.total > 0.0 { now.bytes / now.total } else { 0.0 }))
    };
    let left = move || so_far(app, |now| left(app, now));
    let text = move || {
        so_far(app, |now| {
            let file = app.files.with_untracked(|all| all.get(now.input).map(|export| export.file.name()));
            format!(
                "{}: {}, {} of {}",
                file.unwrap_or_else(|| "Reading".to_owned()),
                counted(now.tally.records, "record", "records"),
                bytes(now.bytes),
                bytes(now.total)
            )
        })
    };
    view! {
        div(class="progress") {
            progress(aria-label="Reading the files", max="1", value=share())
            p(class="progress-text") { (text()) " " (left()) }
        }
        button(r#type="button", on:click=move |_| app.cancel()) { "Cancel" }
    }
}

/// How long the rest takes, at the pace so far.
fn left(app: App, now: &Progress) -> String {
    let passed = js_sys::Date::now() - app.started.get_untracked();
    let share = if now.total > 0.0 { now.bytes / now.total } else { 0.0 };
    // The first moments say little.
    if passed < 800.0 || share < 0.03 {
        return String::new();
    }
    let seconds = (passed * (1.0 - share) / share / 1000.0).ceil();
    if seconds < 60.0 {
        format!("· about {seconds:.0} s left")
    } else {
        format!("· about {:.0} min left", (seconds / 60.0).ceil())
    }
}

/// `7,412 of 7,640 people arrive.` and what keeps the others.
fn standing(app: App, summary: &Summary) -> View {
    let on_setup = matches!(app.step.get(), Step::Source | Step::Files);
    let mut rest = Vec::new();
    if summary.blocked > 0 {
        rest.push(format!("{} blocked", count(summary.blocked)));
    }
    if summary.inactive > 0 {
        rest.push(format!("{} inactive", count(summary.inactive)));
    }
    if summary.out_of_scope > 0 {
        rest.push(format!("{} out of scope", count(summary.out_of_scope)));
    }
    let headline = if summary.profiles == 0 {
        let nobody =
            if summary.out_of_scope > 0 { "Nobody is in scope." } else { "Nobody is in these files." };
        nobody.to_owned()
    } else if summary.imported == summary.profiles && summary.profiles == 1 {
        "1 person arrives.".to_owned()
    } else if summary.imported == summary.profiles {
        format!("All {} arrive.", people(summary.profiles))
    } else {
        format!("{} of {} arrive.", count(summary.imported), people(summary.profiles))
    };
    let rest = rest.join(" · ");
    let end = if on_setup {
        view! { a(class="button primary", href=Step::Review.hash()) { "Review" } }
    } else {
        take_away(app)
    };
    let weak = weak_points(app);
    view! {
        p(class="headline") { strong { (headline) } " " span(class="headline-rest") { (rest) } }
        (end)
        (weak)
    }
}

/// What makes the numbers say less than they seem to, each with what to do about it.
fn weak_points(app: App) -> View {
    let mut points: Vec<View> = Vec::new();
    let unread = app.unread();
    if unread > 0 {
        let files = if unread == 1 {
            "One file could not be read and is"
        } else {
            "Some files could not be read and are"
        };
        let text = format!("{files} not in these numbers.");
        points
            .push(view! { p(class="weak") { span { (text) } " " a(href=Step::Files.hash()) { "See why" } } });
    }
    let stale = app.cures.stale.get();
    if stale > 0 {
        let text = format!(
            "{} not fit what stands in the files any more, and {} left out.",
            counted(stale, "change does", "changes do"),
            if stale == 1 { "is" } else { "are" }
        );
        points.push(view! { p(class="weak") { span { (text) } } });
    }
    let sample = app.files.with(|all| all.iter().any(|export| export.sample));
    if sample && app.company.with(|company| !company.domain.is_empty() && company.domain != SAMPLE_DOMAIN) {
        let text = format!("The sample company is on {SAMPLE_DOMAIN}, and is judged for another domain.");
        let label = format!("Use {SAMPLE_DOMAIN}");
        let take = move |_| {
            let company = app.company.get_clone_untracked();
            app.set_company(Company { domain: SAMPLE_DOMAIN.to_owned(), ..company });
        };
        points.push(view! { p(class="weak") { span { (text) } " " button(r#type="button", on:click=take) { (label) } } });
    }
    let wrong = app.problems.with(|problems| problems.domain.is_some());
    if wrong || app.company.with(|company| company.domain.trim().is_empty()) {
        let text = if wrong {
            "The primary domain is not a domain, so nobody's email domain was judged."
        } else {
            "The primary domain is not set, so nobody's email domain was judged."
        };
        let frequent = app.checked.with(|checked| {
            let causes = checked.as_ref().map(|checked| checked.causes.as_slice()).unwrap_or_default();
            causes.iter().find(|cause| cause.rule == "settings/domain-unset")?.suggestion.clone()
        });
        let action = match frequent {
            Some(domain) => {
                let label = format!("Use {domain}");
                let take = move |_| {
                    let company = app.company.get_clone_untracked();
                    app.set_company(Company { domain: domain.clone(), ..company });
                };
                view! { button(r#type="button", on:click=take) { (label) } }
            }
            None => view! { a(href=Step::Source.hash()) { "Set it" } },
        };
        points.push(view! { p(class="weak") { span { (text) } " " (action) } });
    }
    if points.is_empty() {
        view! {}
    } else {
        view! { div(class="weak-points") { (points) } }
    }
}

/// What is mostly taken away, at hand; the step of that name has all of it.
fn take_away(app: App) -> View {
    if app.step.get() == Step::TakeAway {
        return view! {};
    }
    view! {
        section(class="take-away", aria-label="Take away") {
            (takeaway::corrected(app, false))
            (takeaway::findings(app, false))
        }
        (takeaway::refused(app))
    }
}
