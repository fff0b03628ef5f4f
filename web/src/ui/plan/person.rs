//! One person of the plan: what changes, where they end up, and what would be sent.

use crate::dom::prelude::*;

use crate::snapshot::{Change, Moved, PlanPerson, Reassigned, Request};
use crate::ui::words::shown;

pub(super) fn told(person: &PlanPerson) -> View {
    let (changes, moves, requests) = (changes(person), moves(person), requests(&person.requests));
    view! { (changes) (moves) (requests) }
}

fn changes(person: &PlanPerson) -> View {
    if person.changes.is_empty() {
        return view! {};
    }
    let new = person.action == "create";
    let rows: Vec<View> = person
        .changes
        .iter()
        .map(|Change { attribute, before, after }| {
            let (attribute, before, after) = (attribute.clone(), cell(before.as_ref()), cell(after.as_ref()));
            let before = if new {
                view! {}
            } else {
                view! { td(class="was") { (before) } }
            };
            view! { tr { th(scope="row") { code { (attribute) } } (before) td { (after) } } }
        })
        .collect();
    let heads = if new {
        view! { th(scope="col") { "Attribute" } th(scope="col") { "Value" } }
    } else {
        view! { th(scope="col") { "Attribute" } th(scope="col") { "Before" } th(scope="col") { "After" } }
    };
    view! { table(class="changes") { thead { tr { (heads) } } tbody { (rows) } } }
}

fn cell(value: Option<&String>) -> View {
    match value {
        Some(value) => {
            let value = shown(value);
            view! { (value) }
        }
        None => view! { span(class="hint") { "nothing" } },
    }
}

fn moves(person: &PlanPerson) -> View {
    let mut lines = Vec::new();
    for (label, moved) in [("Time zone used", &person.time_zone), ("Manager", &person.manager)] {
        if let Some(Moved { before, after }) = moved {
            let text = |value: &Option<String>| value.as_deref().map_or_else(|| "none".to_owned(), shown);
            lines.push((label, format!("{} → {}", text(before), text(after))));
        }
    }
    if let Some(Reassigned { before, after, applied }) = &person.assignment {
        let text = match (before, applied) {
            (None, _) => shown(after),
            (Some(before), true) => {
                format!(
                    "{} → {}. Gong applies it: the new one has automatic updates.",
                    shown(before),
                    shown(after)
                )
            }
            (Some(before), false) => format!(
                "{} → {}. Gong does not apply it: the new one is edited by hand, so change it there.",
                shown(before),
                shown(after)
            ),
        };
        lines.push(("Assignment", text));
    }
    if lines.is_empty() {
        return view! {};
    }
    let lines: Vec<View> =
        lines.into_iter().map(|(label, text)| view! { dt { (label) } dd { (text) } }).collect();
    view! { dl(class="plan-moved") { (lines) } }
}

fn requests(requests: &[Request]) -> View {
    if requests.is_empty() {
        return view! { p(class="hint") { "Nothing would be sent." } };
    }
    let items: Vec<View> = requests
        .iter()
        .map(|Request { method, path, body, left_out }| {
            let line = format!("{method} {path}");
            let body = if body.is_null() {
                view! {}
            } else {
                let text = serde_json::to_string_pretty(body).unwrap_or_default();
                view! { pre(tabindex="0") { code { (shown(&text)) } } }
            };
            let left = if left_out.is_empty() {
                view! {}
            } else {
                let text =
                    format!("Left out, because no source tells the SCIM name: {}.", left_out.join(", "));
                view! { p(class="small") { (text) } }
            };
            view! { li { code(class="request") { (shown(&line)) } (body) (left) } }
        })
        .collect();
    view! {
        details(class="more") {
            summary { "What would be sent" }
            ol(class="requests") { (items) }
        }
    }
}
