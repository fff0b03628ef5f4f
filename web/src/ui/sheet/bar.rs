//! The cell that the keyboard is on, in full: what stands there, what was found, and what would cure it.

use crate::dom::prelude::*;

use super::{Desk, Here, SEVERITIES, Shared, editor};
use crate::snapshot::CellMark;
use crate::ui::icons::severity;
use crate::ui::judged::Offer;
use crate::ui::words;

pub(super) fn bar(desk: Desk, shared: Signal<Option<Shared>>) -> View {
    let refused = move || {
        desk.refused
            .get_clone()
            .map_or_else(View::new, |message| view! { p(class="problem", role="alert") { (message) } })
    };
    let cell = move || desk.here.get_clone().map_or_else(View::new, |here| shown(desk, shared, &here));
    view! { div(id="sheet-bar", class="sheet-bar") { (refused) (cell) } }
}

fn shown(desk: Desk, shared: Signal<Option<Shared>>, here: &Here) -> View {
    let name = here.head.as_ref().map_or_else(|| "The record".to_owned(), |head| head.column.name.clone());
    let means = here.head.as_ref().and_then(|head| head.column.label.clone());
    let means = means.map_or_else(View::new, |label| view! { span(class="hint") { (label) } });
    let value = match &here.head {
        Some(head) if head.column.secret => view! { span(class="hint") { "never looked at" } },
        Some(_) if here.cell.text.is_empty() => view! { span(class="hint") { "empty" } },
        Some(_) => {
            let text = words::shown(&here.cell.text);
            view! { code(class="sheet-value") { (text) } }
        }
        None => View::new(),
    };
    let was = here.cell.was.clone().map_or_else(View::new, |was| {
        let (shown, label) = (words::shown(&was), format!("Put back \"{}\"", words::shown(&was)));
        let (back, told) = (was.clone(), here.clone());
        let restore = move |_| {
            if let Some(grid) = shared.get_clone_untracked() {
                editor::put(&grid, &told, &back);
            }
        };
        let shown = if shown.is_empty() { "empty".to_owned() } else { format!("\"{shown}\"") };
        let label = if was.is_empty() { "Empty it again".to_owned() } else { label };
        view! { span(class="sheet-was") { "was " (shown) " " button(r#type="button", class="quiet", on:click=restore) { (label) } } }
    });
    let edit = if editor::locked(here).is_none() {
        let open = move |_| {
            if let Some(grid) = shared.get_clone_untracked() {
                editor::open(&grid);
            }
        };
        view! { button(r#type="button", class="quiet", title="Enter or F2", on:click=open) { "Change" } }
    } else {
        View::new()
    };
    let person = here.line.person;
    let app = desk.app;
    let open = move |_| {
        app.selected.set(Some(person));
        app.focus_soon("person-name");
    };
    let marks: Vec<View> = sorted(if here.head.is_some() { &here.cell.marks } else { &here.marks })
        .into_iter()
        .map(|mark| finding(desk, here, mark))
        .collect();
    view! {
        div(class="sheet-bar-head") {
            strong { (name) } " " (means) " " (value) " " (was) " " (edit)
            button(r#type="button", class="quiet sheet-bar-person", on:click=open) { "Open person" }
        }
        ul(class="sheet-bar-findings") { (marks) }
    }
}

fn sorted(marks: &[CellMark]) -> Vec<&CellMark> {
    let mut marks: Vec<&CellMark> = marks.iter().collect();
    marks.sort_by_key(|mark| SEVERITIES.iter().position(|severity| *severity == mark.severity));
    marks
}

fn finding(desk: Desk, here: &Here, mark: &CellMark) -> View {
    let (sign, message, rule) = (severity(&mark.severity), words::shown(&mark.message), mark.rule.clone());
    let whose = here.line.key.clone().unwrap_or_else(|| here.line.name.clone());
    let offer = Offer {
        row: here.row,
        attribute: mark.attribute.as_deref().filter(|_| here.editable),
        place: mark.place,
        suggestion: mark.suggestion.as_deref(),
        choices: &mark.choices,
        whose: &whose,
    };
    let cures = offer.buttons(desk.app, "sheet-grid", move |refused| {
        if desk.refused.is_alive() {
            desk.refused.set(Some(refused));
        }
    });
    view! {
        li {
            p { (sign) " " (message) " " code(class="sheet-rule") { (rule) } }
            div(class="sheet-cures") { (cures) }
        }
    }
}
