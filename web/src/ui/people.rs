//! Everyone, filtered: a list that stays smooth at a million, and one person beside it.

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::state::{App, Filter, Phase};
use super::words::count;
use super::{chips, grid, icons, person, status, tree, words};

/// A pause in typing after which the list follows.
const PAUSE: u32 = 200;

const OUTCOMES: &[(&str, &str)] = &[
    ("", "Everyone"),
    ("imported", "Arrive"),
    ("blocked", "Blocked"),
    ("inactive", "Inactive"),
    ("outOfScope", "Out of scope"),
];
const SEVERITIES: &[(&str, &str)] = &[
    ("", "Any severity"),
    ("error", "With errors"),
    ("warning", "With warnings"),
    ("notice", "With notices"),
];

pub(crate) fn people(app: App) -> View {
    let ready = create_selector(move || {
        app.checked.with(Option::is_some)
            && !app.phase.with(|phase| matches!(phase, Phase::Checking(Some(_))))
    });
    let open = create_selector(move || ready.get() && app.selected.get().is_some());
    view! {
        div(class=if open.get() { "people people-open" } else { "people" }) {
            h1(id="people-title", tabindex="-1", class="unseen-title") { "People" }
            div(class="people-main") {
                (status::status(app))
                section(class="people-list", aria-labelledby="people-title") {
                    (if ready.get() {
                        view! {
                            (views(app))
                            (if app.listing.get() {
                                view! { (filters(app)) (grid::grid(app)) }
                            } else {
                                tree::tree(app)
                            })
                        }
                    } else {
                        view! {
                            div(class="empty") {
                                p { "Nobody is listed before an export was checked." }
                                a(class="button", href="#files") { "Go to the files" }
                            }
                        }
                    })
                }
            }
            (if open.get() { person::panel(app) } else { view! {} })
        }
    }
}

/// The two ways to look at people.
fn views(app: App) -> View {
    let one = |name: &'static str, listing: bool| {
        let now = create_selector(move || app.listing.get() == listing);
        let choose = move |_| app.listing.set(listing);
        view! { label { input(r#type="radio", name="people-view", prop:checked=now.get(), on:change=choose) span { (name) } } }
    };
    let (tree, list) = (one("Hierarchy", false), one("List", true));
    view! { div(class="switch", role="radiogroup", aria-label="Show people as") { (tree) (list) } }
}

/// What narrows the list. What is set is always seen, and one click from gone.
pub(crate) fn filters(app: App) -> View {
    let text = create_signal(app.filter.with_untracked(|filter| filter.text.clone().unwrap_or_default()));
    let pending = create_signal(None::<Timeout>);
    let typed = move |_| {
        pending.set(Some(Timeout::new(PAUSE, move || {
            let now =
                text.with_untracked(|text| Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
            if app.filter.with_untracked(|filter| filter.text != now) {
                app.filter.update(|filter| filter.text = now);
            }
        })));
    };
    let clear = move |_| {
        drop(pending.take());
        text.set(String::new());
        app.filter.set(Filter::default());
    };
    let outcome = menu(
        "Outcome",
        OUTCOMES,
        move || app.filter.with(|filter| filter.outcome.clone()),
        move |value| {
            app.filter.update(|filter| filter.outcome = value);
        },
    );
    let severity = menu(
        "Severity",
        SEVERITIES,
        move || app.filter.with(|filter| filter.severity.clone()),
        move |value| {
            app.filter.update(|filter| filter.severity = value);
        },
    );
    let set = create_selector(move || app.filter.with(|filter| *filter != Filter::default()));
    // A text is looked for in names and emails at once; in all columns when that is asked for.
    let everywhere = move || {
        if text.with(|text| text.trim().is_empty()) {
            return view! {};
        }
        let look = move |_| {
            drop(pending.take());
            let wanted = text.replace(String::new()).trim().to_owned();
            app.say(format!("Looking for \"{wanted}\" in all columns."));
            app.filter.update(|filter| {
                filter.text = None;
                filter.within = Some(wanted);
            });
        };
        view! { button(r#type="button", class="quiet", on:click=look) { "Search all columns" } }
    };
    let search = icons::icon("search");
    view! {
        div(class="filters", role="search", aria-label="Filter people") {
            span(class="search") {
                (search)
                input(r#type="search", aria-label="Find by name or email", placeholder="Name or email", autocomplete="off", "spellcheck"="false", bind:value=text, on:input=typed)
            }
            (everywhere)
            (outcome)
            (severity)
            (causes(app))
            (chips::menu(app))
            (if set.get() { view! { button(r#type="button", class="quiet", on:click=clear) { "Clear filter" } } } else { view! {} })
            (chips::chips(app))
        }
    }
}

fn menu(
    label: &'static str,
    choices: &'static [(&str, &str)],
    now: impl Fn() -> Option<String> + 'static,
    then: impl Fn(Option<String>) + 'static,
) -> View {
    let options: Vec<View> =
        choices.iter().map(|&(value, text)| view! { option(value=value) { (text) } }).collect();
    let on_change = move |event: web_sys::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            then(Some(select.value()).filter(|value| !value.is_empty()));
        }
    };
    view! {
        span(class="select") {
            select(aria-label=label, prop:value=now().unwrap_or_default(), on:change=on_change) { (options) }
        }
    }
}

/// The causes that touch people, to list those of one.
fn causes(app: App) -> View {
    let key = |rule: &str, attribute: Option<&str>| format!("{rule} {}", attribute.unwrap_or_default());
    let Some(checked) = app.checked.get_clone() else {
        return view! {};
    };
    let options: Vec<View> = checked
        .causes
        .iter()
        .filter(|cause| cause.people > 0)
        .map(|cause| {
            let value = key(&cause.rule, cause.attribute.as_deref());
            let title = super::causes::told_apart(cause, &checked.causes);
            let text = format!("{title} ({})", count(cause.people));
            view! { option(value=value) { (text) } }
        })
        .collect();
    let now = move || {
        app.filter.with(|filter| {
            filter.rule.as_ref().map_or_else(String::new, |rule| key(rule, filter.attribute.as_deref()))
        })
    };
    let on_change = move |event: web_sys::Event| {
        let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        else {
            return;
        };
        let value = select.value();
        let (rule, attribute) = value.split_once(' ').unwrap_or_default();
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        app.filter.update(|filter| {
            filter.rule = some(rule);
            filter.attribute = some(attribute);
        });
    };
    view! {
        span(class="select select-wide") {
            select(aria-label="Cause", prop:value=now(), on:change=on_change) {
                option(value="") { "Any cause" }
                (options)
            }
        }
    }
}

/// `Showing 1–20 of 203`.
pub(crate) fn showing(first: usize, last: usize, all: usize) -> String {
    if all == 0 {
        return "Nobody passes this filter.".to_owned();
    }
    format!("Showing {}–{} of {}", count(first as u64 + 1), count(last as u64), count(all as u64))
}

/// What is said aloud when the list changed, of so many people or records.
pub(crate) fn listed(all: usize, counted: &str) -> String {
    if all == 0 { "Nobody passes this filter.".to_owned() } else { format!("{counted} listed.") }
}

/// An outcome as its mark and word.
pub(crate) fn outcome(name: Option<&str>) -> View {
    let class = format!("outcome outcome-{}", name.unwrap_or("none"));
    let (mark, word) = (icons::icon(words::outcome_icon(name)), words::outcome(name));
    view! { span(class=class) { (mark) (word) } }
}
