//! Steps of one person's story: what they came in as, what that was taken for, and who stands above them.

use crate::dom::prelude::*;

use super::people::outcome;
use super::state::App;
use super::words::{self, count, shown};
use crate::snapshot::{Chain, Finding, Line, Profile, Understood, Value};
use rollcall::report::explain::source;

/// More values, and more managers, than these are folded.
const VALUES: usize = 14;
const MANAGERS: usize = 6;
/// A longer value is cut.
const LONGEST: usize = 400;

/// A step's name, and who says so.
pub(crate) fn heading(title: &'static str, source: &'static str) -> View {
    view! { div(class="trace-head") { h3 { (title) } p(class="source") { (source) } } }
}

/// What is left of a long list, shown at a click.
pub(crate) fn folded(number: usize, list: View) -> View {
    let more = format!("Show {} more", count(number as u64));
    view! { details(class="more") { summary { (more) } (list) } }
}

/// The name of whoever a line is about.
pub(crate) fn name(line: &Line) -> String {
    if !line.name.trim().is_empty() {
        return shown(&line.name);
    }
    line.key.clone().unwrap_or_else(|| format!("Record {}", count(line.record)))
}

/// Each record with its place and its values.
pub(crate) fn came_in(app: App, lines: &[Line], values: &[Vec<Value>]) -> View {
    let checked = app.checked.get_clone_untracked();
    let records: Vec<View> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let file = checked.as_ref().and_then(|checked| checked.files.names.get(line.input));
            let and = if at > 0 { "and " } else { "" };
            let place = format!("{and}{}, line {}", file.map_or("", String::as_str), count(line.line));
            let values = values.get(at).map_or(&[][..], Vec::as_slice);
            if values.is_empty() {
                return view! { p(class="record-place") { (place) } };
            }
            let list = listed(values);
            view! { details(class="more record", open=true) { summary { (place) } (list) } }
        })
        .collect();
    let heading = heading("Came in as", source::CAME_IN);
    view! { (heading) (records) }
}

fn listed(values: &[Value]) -> View {
    let list = |values: &[Value]| {
        let values: Vec<View> = values.iter().map(value).collect();
        view! { dl(class="values") { (values) } }
    };
    let (first, rest) = values.split_at(values.len().min(VALUES));
    let (first, number) = (list(first), rest.len());
    let rest = if rest.is_empty() {
        view! {}
    } else {
        folded(number, list(rest))
    };
    view! { (first) (rest) }
}

fn value(value: &Value) -> View {
    let mut text: String = shown(&value.value).chars().take(LONGEST).collect();
    if value.value.chars().count() > LONGEST {
        text.push('…');
    }
    let text = format!("\"{text}\"");
    let by = match value.by.as_str() {
        "alias" | "settings" => format!(", {}", words::mapped_by(&value.by)),
        _ => String::new(),
    };
    let assumed = if value.assumption.is_some() { ", an assumption" } else { "" };
    let (label, column) = (value.label.clone(), format!("{}{by}{assumed}", value.column));
    view! { div { dt { (label) } dd { code { (text) } " " span(class="value-column") { (column) } } } }
}

pub(crate) fn understood(all: &[Understood]) -> View {
    if all.is_empty() {
        return view! {};
    }
    let all: Vec<View> = all
        .iter()
        .map(|read| {
            let Understood { label, meaning, source } = read.clone();
            view! { div { dt { (label) } dd { (meaning) " " span(class="value-column") { (source) } } } }
        })
        .collect();
    let heading = heading("Understood as", source::UNDERSTOOD);
    view! { (heading) dl(class="values") { (all) } }
}

/// What becomes of the person, and the rules that keep them out.
pub(crate) fn came_out(line: &Line, findings: &[Finding]) -> View {
    let mark = if line.in_gong {
        view! {}
    } else {
        outcome(line.outcome.as_deref())
    };
    let effect = match line.outcome.as_deref() {
        Some("imported") => "Is imported when you push.",
        Some("blocked") => "Is not imported until the errors above are cured.",
        Some("inactive") => "Is inactive at the source, and so is not imported.",
        Some("outOfScope") => "Is not assigned to Gong at the source.",
        _ if line.in_gong => "Is in Gong already, and in no export.",
        _ => "This record is nobody by itself.",
    };
    let mut rules: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.severity == "error" && line.outcome.as_deref() == Some("blocked"))
        .map(|finding| finding.rule.as_str())
        .collect();
    rules.dedup();
    let rules = if rules.is_empty() {
        view! {}
    } else {
        let rules = rules.join(", ");
        view! { p(class="source") { "because of " code { (rules) } } }
    };
    let heading = heading("Outcome", source::OUTCOME);
    view! { (heading) p(class="person-outcome") { (mark) " " (effect) } (rules) }
}

/// Who manages the person, by what that was known, and who stands above.
pub(crate) fn manager(app: App, profile: &Profile, chain: &Chain) -> View {
    let heading = heading("Manager", source::MANAGER);
    let circle = if chain.circle {
        view! { p(class="problem") { "In a circle of managers: following them leads back here." } }
    } else {
        view! {}
    };
    let found = profile.manager.as_ref().and_then(|own| Some((own.key.clone()?, own.by.clone())));
    let Some((key, by)) = found else {
        return view! { (heading) p { "None found." } };
    };
    let by = by.map_or_else(String::new, |by| format!(" (by {by})"));
    let Some((nearest, above)) = chain.managers.split_first() else {
        return view! { (heading) p { (key) (by) } (circle) };
    };
    let nearest = person(app, nearest);
    let above = if above.is_empty() {
        view! {}
    } else {
        let list = |lines: &[Line]| -> Vec<View> {
            let item = |line: &Line| {
                let line = person(app, line);
                view! { li { (line) } }
            };
            lines.iter().map(item).collect()
        };
        let (first, rest) = above.split_at(above.len().min(MANAGERS));
        let (first, number) = (list(first), rest.len());
        let rest = if rest.is_empty() {
            view! {}
        } else {
            {
                let rest = list(rest);
                folded(number, view! { ol(class="chain") { (rest) } })
            }
        };
        view! { h4 { "And above" } ol(class="chain", aria-label="Managers above") { (first) } (rest) }
    };
    view! {
        (heading)
        p(class="chain-nearest") { (nearest) " " span { (key) (by) } }
        (above)
        (circle)
    }
}

/// Someone whose own story is a click away.
fn person(app: App, line: &Line) -> View {
    let (row, name) = (line.row, name(line));
    let open = move |_| {
        app.selected.set(Some(row));
        app.focus_person();
    };
    let mark = match line.outcome.as_deref() {
        Some("imported") => view! {},
        _ if line.in_gong => view! { " " span(class="value-column") { "in Gong already" } },
        other => {
            let mark = outcome(other);
            view! { " " (mark) }
        }
    };
    view! { button(r#type="button", class="link", on:click=open) { (name) } (mark) }
}
