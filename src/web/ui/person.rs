//! One person, read downwards: came in as, judged, understood, placed, locked.

use std::cell::Cell;
use std::rc::Rc;

use sycamore::prelude::*;
use sycamore::web::events::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icons::severity;
use super::people::outcome;
use super::placed::{afterwards, placed};
use super::state::{App, Checked};
use super::words::{self, count};
use crate::reference::Zone;
use crate::timezone;
use crate::web::snapshot::{Finding, Line, Locks, Placement, Profile, Related};

/// What the worker said of the person whose panel is open.
#[derive(Clone, Default)]
struct Told {
    /// Where the profile stands.
    line: Option<Line>,
    /// Further records, in other files.
    further: Vec<Line>,
    findings: Option<Result<Vec<Finding>, String>>,
    profile: Option<Profile>,
    placement: Option<Placement>,
    locks: Option<Locks>,
}

pub(crate) fn panel(app: App) -> View {
    let told = create_signal(Told::default());
    let title = create_node_ref();
    let alive = Rc::new(Cell::new(true));
    on_cleanup({
        let alive = Rc::clone(&alive);
        move || alive.set(false)
    });
    create_effect(move || {
        let (Some(row), Some(checked)) = (app.selected.get(), app.checked.get_clone()) else {
            return;
        };
        // Only answers about the person who is still selected count.
        let current = {
            let alive = Rc::clone(&alive);
            move || alive.get() && app.selected.get_untracked() == Some(row)
        };
        told.set(Told::default());
        let now = current.clone();
        checked.client.records(row, move |lines| {
            if now() {
                told.update(|told| {
                    let mut lines = lines.into_iter();
                    told.line = lines.next();
                    told.further = lines.collect();
                });
            }
        });
        let now = current.clone();
        checked.client.describe(row, move |findings| {
            if now() {
                told.update(|told| told.findings = Some(findings));
            }
        });
        let now = current.clone();
        checked.client.profile(row, move |profile| {
            if now() {
                told.update(|told| told.profile = profile);
            }
        });
        let now = current.clone();
        checked.client.placement(row, move |placement| {
            if now() {
                told.update(|told| told.placement = placement);
            }
        });
        checked.client.locks(row, move |locks| {
            if current() {
                told.update(|told| told.locks = locks);
            }
        });
    });
    let close = move || {
        app.selected.set(None);
        let grid = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|all| all.get_element_by_id("people-grid"));
        if let Some(grid) = grid.and_then(|grid| grid.dyn_into::<HtmlElement>().ok()) {
            let _ = grid.focus();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        aside(class="person", aria-labelledby="person-name", on:keydown=on_key) {
            div(class="panel-head") {
                h2(id="person-name", tabindex="-1", r#ref=title) { (told.with(|told| told.line.as_ref().map_or_else(String::new, name))) }
                button(r#type="button", class="quiet", on:click=move |_| close()) { "Close" }
            }
            (told.with(|told| told.line.as_ref().map_or_else(View::new, |line| came_in(app, line, &told.further))))
            (told.with(|told| told.findings.as_ref().map_or_else(View::new, |findings| judged(app, told.line.as_ref(), findings))))
            (told.with(|told| told.profile.as_ref().map_or_else(View::new, understood)))
            (told.with(|told| told.placement.as_ref().map_or_else(View::new, |placement| placed(placement, assignments(app)))))
            (told.with(|told| told.locks.as_ref().map_or_else(View::new, afterwards)))
        }
    }
}

fn name(line: &Line) -> String {
    if !line.name.trim().is_empty() {
        return words::shown(&line.name);
    }
    line.key.clone().unwrap_or_else(|| format!("Record {}", count(line.record)))
}

fn came_in(app: App, line: &Line, further: &[Line]) -> View {
    let checked = app.checked.get_clone_untracked();
    let place = |line: &Line| {
        let file = checked.as_ref().and_then(|checked| checked.files.names.get(line.input));
        format!("{}, line {}", file.map_or("", String::as_str), count(line.line))
    };
    let further: Vec<View> = further
        .iter()
        .map(|line| {
            let place = place(line);
            view! { p(class="small") { "and " (place) } }
        })
        .collect();
    let place = place(line);
    let key = line.key.clone().unwrap_or_default();
    let mark = outcome(line.outcome.as_deref());
    let effect = match line.outcome.as_deref() {
        Some("imported") => "Is imported when you push.",
        Some("blocked") => "Is not imported until the errors below are cured.",
        Some("inactive") => "Is inactive at the source, and so is not imported.",
        Some("outOfScope") => "Is not assigned to Gong at the source.",
        _ => "This record is nobody by itself.",
    };
    view! {
        p(class="person-key") { (key) }
        p(class="person-outcome") { (mark) " " (effect) }
        p(class="small") { (place) }
        (further)
    }
}

/// How many assignments the list has, without the default one.
fn assignments(app: App) -> usize {
    let all = app.checked.with_untracked(|checked| Some(checked.as_ref()?.simulation.assignments.len()));
    all.unwrap_or_default().saturating_sub(1)
}

fn judged(app: App, line: Option<&Line>, findings: &Result<Vec<Finding>, String>) -> View {
    let findings = match findings {
        Ok(findings) => findings,
        Err(message) => {
            let message = message.clone();
            return view! { p(class="problem") { (message) } };
        }
    };
    if findings.is_empty() {
        return view! { h3 { "Findings" } p(class="hint") { "None." } };
    }
    let checked = app.checked.get_clone_untracked();
    let number = count(findings.len() as u64);
    // What blocks is read first; the rest keeps the report's order.
    let rank = |finding: &&Finding| {
        ["error", "warning"].iter().position(|name| *name == finding.severity).unwrap_or(2)
    };
    let mut findings: Vec<&Finding> = findings.iter().collect();
    findings.sort_by_key(rank);
    let items: Vec<View> = findings.into_iter().map(|found| finding(checked.as_ref(), line, found)).collect();
    view! {
        h3 { "Findings " span(class="group-count") { (number) } }
        ul(class="findings") { (items) }
    }
}

/// Where a finding stands, unless it is on the record where the person's profile stands.
fn elsewhere(checked: Option<&Rc<Checked>>, head: Option<&Line>, finding: &Finding) -> View {
    let Some(head) = head else {
        return view! {};
    };
    let file = checked.and_then(|checked| checked.files.names.get(head.input));
    let here = file == finding.input.as_ref() && Some(head.line) == finding.line;
    match (&finding.input, finding.line) {
        (Some(input), Some(line)) if !here => {
            let text = format!("{input}, line {}", count(line));
            view! { p(class="small") { (text) } }
        }
        _ => view! {},
    }
}

fn finding(checked: Option<&Rc<Checked>>, head: Option<&Line>, finding: &Finding) -> View {
    let cause = checked.and_then(|checked| checked.causes.iter().find(|cause| cause.rule == finding.rule));
    let reason = cause.map(|cause| cause.reason.clone()).unwrap_or_default();
    let where_from = finding.column.clone().or_else(|| finding.attribute.clone());
    let value = match (&finding.value, where_from) {
        (Some(value), Some(column)) => {
            let value = format!("\"{}\"", words::shown(value));
            view! { p(class="value") { span(class="value-column") { (column) } " " code { (value) } } }
        }
        _ => view! {},
    };
    let suggestion = finding.suggestion.clone().map_or_else(View::new, |text| {
        let text = format!("\"{text}\"");
        view! { p(class="suggestion") { "Suggested: " code { (text) } } }
    });
    let choices = if finding.choices.is_empty() {
        view! {}
    } else {
        let text = finding.choices.join(", ");
        view! { p(class="suggestion") { "Perhaps: " (text) } }
    };
    let related = if finding.related.is_empty() {
        view! {}
    } else {
        let text = finding.related.iter().map(related).collect::<Vec<_>>().join("; ");
        view! { p(class="suggestion") { "Together with: " (text) } }
    };
    let place = elsewhere(checked, head, finding);
    let class = format!("finding finding-{}", finding.severity);
    let mark = severity(&finding.severity);
    let (message, rule) = (words::shown(&finding.message), finding.rule.clone());
    let assumption = if finding.assumption.is_some() { " · an assumption" } else { "" };
    view! {
        li(class=class) {
            p(class="finding-message") { (mark) " " (message) }
            (place)
            (value)
            (suggestion)
            (choices)
            (related)
            p(class="cause-foot") { (reason) " " code { (rule) } (assumption) }
        }
    }
}

fn related(related: &Related) -> String {
    let line = related.line.map_or_else(String::new, |line| format!(" (line {})", count(line)));
    format!("{}{line}", related.key.as_deref().or(related.input.as_deref()).unwrap_or("a record"))
}

/// What the zone's clock shows now, and when it changes next, by the embedded rules.
fn clock(zone: &str) -> Option<String> {
    let now = (js_sys::Date::now() / 1000.0).floor() as i64;
    let clock = timezone::clock(Zone::from_name(zone)?, now);
    let change = clock.next.map_or_else(
        || "no clock change to come".to_owned(),
        |(local, offset)| {
            format!("next clock change {}, to {offset}", local.split(' ').next().unwrap_or_default())
        },
    );
    let time = clock.local.split(' ').next_back().unwrap_or_default();
    Some(format!("Now {time} there ({}); {change}.", clock.offset))
}

/// The time zone with its trail, the weekend and the manager.
fn understood(profile: &Profile) -> View {
    let zone = profile.time_zone.zone.clone().unwrap_or_else(|| "None".to_owned());
    let steps: Vec<View> = profile
        .time_zone
        .trail
        .iter()
        .map(|step| {
            let class = format!("trail-{}", step.result);
            let (name, result) = (words::trail_step(&step.step), words::trail_result(&step.result));
            let value = step.value.as_deref().filter(|value| !value.is_empty()).map(|value| format!("\"{value}\""));
            let value = value.map_or_else(View::new, |value| view! { code { (value) } });
            let assumption = if step.assumption.is_some() { " (an assumption)" } else { "" };
            view! { li(class=class) { span(class="trail-step") { (name) } " " (value) " " span(class="trail-result") { (result) (assumption) } } }
        })
        .collect();
    let weekend = words::days(&profile.weekend);
    let weekend = if weekend.is_empty() {
        view! {}
    } else {
        view! { dt { "Weekend" } dd { "No notifications on " (weekend) "." } }
    };
    let manager = match profile
        .manager
        .as_ref()
        .and_then(|manager| manager.key.clone().map(|key| (key, manager.by.clone())))
    {
        Some((key, by)) => {
            let by = by.map_or_else(String::new, |by| format!(" (by {by})"));
            view! { dt { "Manager" } dd { (key) (by) } }
        }
        None => view! { dt { "Manager" } dd { "None found." } },
    };
    let clock = clock(&zone).map_or_else(View::new, |text| view! { p(class="hint") { (text) } });
    view! {
        h3 { "Time zone" }
        p(class="zone") { (zone) }
        (clock)
        ol(class="trail") { (steps) }
        dl(class="facts") { (weekend) (manager) }
    }
}
