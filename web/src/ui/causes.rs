//! What is wrong, by cause: what blocks people first, then the largest cure.

use std::cell::Cell;
use std::rc::Rc;

use crate::dom::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use super::cures::Proposed;
use super::icons::{icon, severity};
use super::sheet;
use super::state::{App, Checked, Filter};
use super::words::{self, count, people, shown};
use crate::snapshot::{Cause, Finding};

/// As many messages of one file or of the settings are shown at once.
const MESSAGES: usize = 3;
/// As many causes of one effect are shown before the rest is asked for.
const AT_ONCE: usize = 5;

const EFFECTS: [(&str, &str, &str); 3] = [
    ("blocks", "Cure these first", "These people are not imported."),
    ("degrades", "Arrives wrong or gets lost", "These people are imported, but not as they should be."),
    ("informs", "Worth knowing", "Nothing is lost here; look at it when there is time."),
];

pub(super) fn causes(app: App, checked: &Rc<Checked>) -> View {
    let groups: Vec<View> =
        EFFECTS.iter().map(|&(effect, title, about)| group(app, checked, effect, title, about)).collect();
    let all = all_suggestions(app, checked);
    view! {
        (all)
        (groups)
        (ignored(app))
    }
}

/// Shows every cause, not the first alone.
pub(super) fn show_all(app: App) {
    app.whole.set(EFFECTS.iter().map(|(effect, _, _)| format!("causes-{effect}")).collect());
}

/// Opens or closes what every cause says of its cure.
pub(super) fn unfold(app: App, open: bool) {
    let all = app.root().and_then(|root| root.query_selector_all(".cause-why").ok());
    for at in 0..all.as_ref().map_or(0, NodeList::length) {
        let element =
            all.as_ref().and_then(|all| all.get(at)).and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(element) = element {
            let _ = element.toggle_attribute_with_force("open", open);
        }
    }
}

/// One way to look at everything that is certain.
fn all_suggestions(app: App, checked: &Rc<Checked>) -> View {
    let curable = checked.causes.iter().filter(|cause| cause.curable).count();
    if curable < 2 {
        return view! {};
    }
    let mark = icon("ok");
    view! {
        div(class="all-suggestions") {
            p(class="hint") { "For some of these the right value is known." }
            button(r#type="button", on:click=move |_| app.cures.proposed.set(Some(Proposed::All))) { (mark) "Look at all suggestions" }
        }
    }
}

fn group(app: App, checked: &Rc<Checked>, effect: &str, title: &'static str, about: &'static str) -> View {
    let all: Vec<Cause> = checked.causes.iter().filter(|cause| cause.effect == effect).cloned().collect();
    if all.is_empty() {
        return view! {};
    }
    let number = count(all.len() as u64);
    let key = format!("causes-{effect}");
    let whole = app.whole.with_untracked(|whole| whole.contains(&key)) || all.len() <= AT_ONCE + 1;
    let rest = if whole { Vec::new() } else { all[AT_ONCE..].to_vec() };
    let first = if whole { &all[..] } else { &all[..AT_ONCE] };
    let first: Vec<View> = first.iter().map(|found| cause(app, checked, found)).collect();
    let more = if rest.is_empty() {
        view! {}
    } else {
        further(app, checked, rest, key)
    };
    view! {
        div(class="group-head") { h2 { (title) " " span(class="group-count") { (number) } } p(class="hint") { (about) } }
        ol(class="causes") { (first) (more) }
    }
}

/// The causes behind the first, once they are asked for.
fn further(app: App, checked: &Rc<Checked>, rest: Vec<Cause>, key: String) -> View {
    let open = create_signal(false);
    let label = format!("Show {} more", count(rest.len() as u64));
    let checked = Rc::clone(checked);
    let first = rest.first().map(name_of).unwrap_or_default();
    let show = move |_| {
        app.whole.update_silent(|whole| {
            whole.insert(key.clone());
        });
        open.set(true);
        app.focus_soon(first.clone());
    };
    view! {
        (if open.get() {
            let causes: Vec<View> = rest.iter().map(|found| cause(app, &checked, found)).collect();
            view! { (causes) }
        } else {
            let (label, show) = (label.clone(), show.clone());
            view! { li(class="cause-more") { button(r#type="button", class="quiet", on:click=show) { (label) } } }
        })
    }
}

/// A cause while files are read.
pub(super) fn head_only(cause: &Cause) -> View {
    let (number, title) = (number(cause.findings, "finding", "findings"), title(cause, cause.title.clone()));
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

/// The title of a cause; with its attribute where another one has the same.
pub(super) fn told_apart(cause: &Cause, all: &[Cause]) -> String {
    let alike = all.iter().filter(|other| other.rule == cause.rule).count();
    match cause.attribute.as_deref().filter(|_| alike > 1) {
        Some(attribute) => format!("{}: {}", cause.title, words::attribute(attribute)),
        None => cause.title.clone(),
    }
}

fn title(cause: &Cause, text: String) -> View {
    let (id, title, mark) = (name_of(cause), text, severity(&cause.severity));
    view! { div(class="cause-head") { h3(id=id, tabindex="-1") { (title) } (mark) } }
}

fn cause(app: App, checked: &Rc<Checked>, cause: &Cause) -> View {
    let example = example(app, checked, cause);
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
    let number = if cause.people > 0 {
        number(cause.people, "person", "people")
    } else {
        number(cause.findings, "finding", "findings")
    };
    let Cause { rule, reason, cure, source, .. } = cause.clone();
    let (title, kind) =
        (title(cause, told_apart(cause, &checked.causes)), format!("cause cause-{}", cause.severity));
    let attribute = cause.attribute.clone().map_or_else(View::new, |name| view! { code { (name) } });
    let actions = actions(app, cause);
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
                details(class="more cause-why") {
                    summary { "What to do, and who says so" }
                    p(class="cause-cure") { span(class="cause-verb") { "Cure: " } (cure) }
                    p(class="cause-foot") { (source) " · " code { (rule) } " " (attribute) }
                }
            }
            (actions)
        }
    }
}

/// The message of one finding of a cause, read again from its file.
fn example(app: App, checked: &Rc<Checked>, cause: &Cause) -> Signal<Option<Finding>> {
    let key = name_of(cause);
    let example = create_signal(app.examples.with_untracked(|examples| examples.get(&key).cloned()));
    let Some(row) = cause.example else { return example };
    let (rule, attribute) = (cause.rule.clone(), cause.attribute.clone());
    // The client may answer when this card is gone; the signal is then no more.
    let alive = Rc::new(Cell::new(true));
    on_cleanup({
        let alive = Rc::clone(&alive);
        move || alive.set(false)
    });
    checked.client.describe(row, move |findings| {
        if !alive.get() {
            return;
        }
        let fits = |finding: &Finding| finding.rule == rule && finding.attribute == attribute;
        let found = findings.ok().and_then(|all| all.into_iter().find(fits));
        if let Some(found) = &found {
            app.examples.update_silent(|examples| drop(examples.insert(key, found.clone())));
        }
        example.set(found);
    });
    example
}

/// Show, fix, ignore.
fn actions(app: App, cause: &Cause) -> View {
    let about = name_of(cause);
    let show = if cause.people > 0 {
        let filter = Filter {
            rule: Some(cause.rule.clone()),
            attribute: cause.attribute.clone(),
            ..Filter::default()
        };
        let (verb, about) = (format!("Show {}", people(cause.people)), about.clone());
        let show = move |_| sheet::show(app, filter.clone());
        view! { button(r#type="button", class="cause-action", aria-describedby=about, on:click=show) { (verb) } }
    } else {
        view! {}
    };
    let fix = if cause.curable {
        let (cause, about) = (Box::new(cause.clone()), about.clone());
        let fix = move |_| app.cures.proposed.set(Some(Proposed::Of(cause.clone())));
        view! { button(r#type="button", class="cause-action", aria-describedby=about, title="First shows what would change", on:click=fix) { "Fix all…" } }
    } else {
        view! {}
    };
    // What keeps people out is not ignored away: they would still not arrive.
    let ignore = if cause.effect == "blocks" || cause.rule.starts_with("settings/") {
        view! {}
    } else {
        let (rule, title) = (cause.rule.clone(), cause.title.clone());
        let ignore = move |_| {
            let rule = rule.clone();
            app.change(format!("\"{title}\" ignored"), None, |draft, _| {
                draft.rules.insert(rule, "off".to_owned());
            });
            app.focus_soon("review-title");
        };
        view! { button(r#type="button", class="quiet cause-action", aria-describedby=about, title="Turns the rule off in the settings; can be undone", on:click=ignore) { "Ignore" } }
    };
    view! { div(class="cause-actions") { (show) (fix) (ignore) } }
}

/// Rules that are turned off, each a click from being on again.
fn ignored(app: App) -> View {
    let off = create_selector(move || {
        let off = |(rule, level): (&String, &String)| (level == "off").then(|| rule.clone());
        app.settings.with(|draft| draft.rules.iter().filter_map(off).collect::<Vec<_>>())
    });
    view! {
        (if off.with(Vec::is_empty) {
            view! {}
        } else {
            let rules: Vec<View> = off.get_clone().into_iter().map(|rule| one_ignored(app, rule)).collect();
            view! {
                div(class="ignored") {
                    h2 { "Ignored" }
                    p(class="hint") { "These rules are off in the settings and judge nobody." }
                    ul { (rules) }
                }
            }
        })
    }
}

fn one_ignored(app: App, rule: String) -> View {
    let title = rollcall::rules::CATALOGUE
        .iter()
        .find(|known| known.id == rule)
        .map_or(rule.as_str(), |known| known.title);
    let (title, label, id) = (title.to_owned(), format!("Judge again: {title}"), rule.clone());
    let restore = move |_| {
        let rule = rule.clone();
        app.change(format!("\"{rule}\" judged again"), None, |draft, _| {
            draft.rules.remove(&rule);
        });
        app.focus_soon("review-title");
    };
    view! {
        li { span { (title) } " " code { (id) } " " button(r#type="button", class="quiet", aria-label=label, on:click=restore) { "Judge again" } }
    }
}
