//! The plan: what provisioning would do, from earlier exports, or people already in Gong, to the files that are checked.

mod before;
mod cut_over;
mod figures;
mod groups;
mod people;
mod person;

use std::rc::Rc;

use crate::dom::prelude::*;

use super::icons::icon;
use super::state::App;
use super::status;
use super::words::people as counted_people;
use super::{person as panel, words};
use crate::snapshot::Planned;
use rollcall::plan::{Action, Wanted};

/// What the page knows of plans.
pub(crate) struct Plans {
    /// The plan of now; none while it is made.
    pub(crate) made: Signal<Option<Rc<Planned>>>,
    /// Why there is none.
    problem: Signal<Option<String>>,
    /// Counts changes of what the plan begins from.
    turn: Signal<u32>,
    /// Number of the last plan that was asked for.
    run: Signal<u32>,
    /// Which people of it are listed.
    wanted: Signal<Wanted>,
    /// The plan is a move to a new instance of the app.
    cut_over: Signal<bool>,
}

impl Plans {
    /// Must be called in the root scope.
    pub(crate) fn new() -> Plans {
        Plans {
            made: create_signal(None),
            problem: create_signal(None),
            turn: create_signal(0),
            run: create_signal(0),
            wanted: create_signal(changes()),
            cut_over: create_signal(false),
        }
    }
}

pub(crate) fn plan(app: App) -> View {
    let ready = create_selector(move || app.checked.with(Option::is_some));
    let open = create_selector(move || ready.get() && app.selected.get().is_some());
    ask(app);
    let body = move || {
        if !ready.get() {
            return view! {
                div(class="empty") {
                    p { "Drop an export to see what its push would do. With an earlier export, or the people already in Gong, the plan says what would change." }
                    a(class="button", href="#files") { "Go to the files" }
                }
            };
        }
        view! {
            (before::card(app))
            (made(app))
        }
    };
    view! {
        div(class=if open.get() { "people people-open" } else { "people" }) {
            div(class="people-main") {
                (status::status(app))
                section(class="plan", aria-labelledby="plan-title") {
                    h1(id="plan-title", tabindex="-1") { "Plan" }
                    (body())
                }
            }
            (if open.get() { panel::panel(app) } else { view! {} })
        }
    }
}

/// Everything that rests on the plan.
fn made(app: App) -> View {
    let made = app.plan.made;
    let there = create_selector(move || made.with(Option::is_some));
    view! {
        (match app.plan.problem.get_clone() {
            Some(problem) => view! { p(class="problem", role="alert") { (problem) } },
            None => view! {},
        })
        (if there.get() {
            view! {
                (guard(app))
                (figures::figures(app))
                (people::list(app))
                (groups::groups(app))
                (cut_over::cut_over(app))
                (take(app))
            }
        } else if app.plan.problem.with(Option::is_none) {
            view! { p(class="empty") { "Working out what would be done…" } }
        } else {
            view! {}
        })
    }
}

/// Asks for the plan, and again whenever what it rests on changes.
fn ask(app: App) {
    create_effect(move || {
        let Some(checked) = app.checked.get_clone() else {
            app.plan.made.set(None);
            return;
        };
        app.plan.turn.track();
        let run = app.plan.run.get_untracked() + 1;
        app.plan.run.set(run);
        app.plan.problem.set(None);
        checked.client.plan(move |answer| {
            if !app.is_alive() || app.plan.run.get_untracked() != run {
                return;
            }
            match answer {
                Ok(planned) => {
                    app.recognise_earlier(&planned);
                    app.say(spoken(&planned));
                    app.plan.made.set(Some(Rc::new(planned)));
                }
                Err(message) => {
                    app.plan.made.set(None);
                    app.plan.problem.set(Some(message));
                }
            }
        });
    });
}

/// What is said aloud when there is a new plan.
fn spoken(planned: &Planned) -> String {
    let sum = &planned.summary;
    let guard = if planned.guard.exceeded { " More than the guard allows." } else { "" };
    format!(
        "Plan: {} to create, {} to update, {} to deactivate, {} to reactivate, {} skipped.{guard}",
        words::count(sum.create),
        words::count(sum.update),
        words::count(sum.deactivate),
        words::count(sum.reactivate),
        words::count(sum.skip)
    )
}

/// `12.34 %`.
fn share(share: f64) -> String {
    format!("{:.2} %", share * 100.0)
}

/// The guard stands out where it is exceeded, and is one quiet line where it is not.
fn guard(app: App) -> View {
    let told = move || {
        let Some(planned) = app.plan.made.get_clone() else { return view! {} };
        if planned.first_push {
            return view! { p(class="hint") { "The first push: nothing says who is in Gong already, so everyone who arrives is new." } };
        }
        let guard = planned.guard;
        let (now, limit) = (share(guard.deactivate_share), share(guard.limit));
        if guard.exceeded {
            let mark = icon("error");
            let text = format!(
                "{} would lose access: {now} of those who have it. The guard allows {limit}. Look at them before anything is pushed.",
                counted_people(planned.summary.deactivate)
            );
            view! { div(class="guard", role="alert") { (mark) p { strong { "Stop. " } (text) } } }
        } else {
            let text = format!("{now} of the people with access are deactivated; the guard allows {limit}.");
            view! { p(class="hint") { (text) } }
        }
    };
    view! { (told()) }
}

/// What leaves the page.
fn take(app: App) -> View {
    let button = move |label: &'static str, title: &'static str, format: &'static str, name: &'static str| {
        let mark = icon("download");
        let act = move |_| save(app, format, name);
        view! { button(r#type="button", title=title, disabled=app.writing.get(), on:click=act) { (mark) (label) } }
    };
    let plan = button("Download plan", "Everyone and every group, as JSON", "json", "rollcall-plan.json");
    let scim = button(
        "Download SCIM requests",
        "What the source would send, one request a line; ids that only Gong knows stand in braces",
        "scim",
        "rollcall-scim.ndjson",
    );
    view! {
        div(class="card") {
            h2 { "Take the plan away" }
            p(class="hint") { "Both name people: share them as you would the export." }
            div(class="taken-buttons") { (plan) (scim) }
        }
    }
}

fn save(app: App, format: &'static str, name: &'static str) {
    let Some(checked) = app.checked.get_clone_untracked() else { return };
    app.writing.set(true);
    app.say("Writing the file.");
    let cut_over = app.plan.cut_over.get_untracked();
    checked.client.plan_file(format, cut_over, move |file| {
        app.writing.set(false);
        match file {
            Ok(blob) => {
                app.hand_over(&blob, name, None);
                app.say(format!("{name} is ready."));
            }
            Err(message) => {
                app.say(message.clone());
                app.notice.set(Some(message));
            }
        }
    });
}

/// Everyone of whom something is sent, or would be: what is listed until something else is asked for.
fn changes() -> Wanted {
    let actions = Action::ALL.into_iter().filter(|action| *action != Action::None).collect();
    Wanted { actions, ..Wanted::default() }
}

/// What an action is called, as a mark and a word.
fn action(name: &str) -> View {
    let (mark, word) = match name {
        "create" => ("add", "Create"),
        "update" => ("edit", "Update"),
        "deactivate" => ("inactive", "Deactivate"),
        "reactivate" => ("ok", "Reactivate"),
        "skip" => ("skip", "Skip"),
        _ => ("none", "Unchanged"),
    };
    let class = format!("action action-{name}");
    let mark = icon(mark);
    view! { span(class=class) { (mark) (word) } }
}
