//! What narrows and shapes the grid, and ways through it.

use crate::dom::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent};

use super::{Desk, Shared, seek};
use crate::ui::words::counted;
use crate::ui::{icons, people as list};

const LEVELS: [(&str, &str); 3] =
    [("0", "Mark errors"), ("1", "Mark errors and warnings"), ("2", "Mark everything")];

pub(super) fn tools(desk: Desk, shared: Signal<Option<Shared>>) -> View {
    view! {
        div(class="sheet-tools") {
            (list::filters(desk.app))
            div(class="sheet-row-tools") {
                (levels(desk))
                (columns(desk))
                (changed(desk))
                (ways(desk, shared))
                (roomy(desk))
            }
        }
    }
}

fn levels(desk: Desk) -> View {
    let options: Vec<View> = LEVELS
        .iter()
        .map(|&(value, text)| {
            let chosen = desk.level.get_untracked().to_string() == value;
            view! { option(value=value, selected=chosen) { (text) } }
        })
        .collect();
    let choose = move |event: web_sys::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            desk.level.set(select.value().parse().unwrap_or(2));
        }
    };
    view! { span(class="select sheet-levels") { select(aria-label="Marks shown", on:change=choose) { (options) } } }
}

fn columns(desk: Desk) -> View {
    view! {
        button(
            r#type="button", aria-pressed=if desk.only_checked.get() { "true" } else { "false" },
            title="Hides columns on which nothing in Gong depends", on:click=move |_| desk.only_checked.update(|only| *only = !*only)
        ) { "Only columns that count" }
    }
}

fn roomy(desk: Desk) -> View {
    view! {
        button(
            r#type="button", class="quiet", aria-pressed=if desk.roomy.get() { "true" } else { "false" },
            on:click=move |_| desk.roomy.update(|roomy| *roomy = !*roomy)
        ) { "Higher rows" }
    }
}

/// Who was changed.
fn changed(desk: Desk) -> View {
    let app = desk.app;
    let number = create_selector(move || {
        app.checked.with(|checked| {
            let all = checked.as_ref().map(|checked| checked.carried.iter());
            all.map_or(0, |all| all.map(|carried| carried.changed + carried.left_out).sum::<u64>())
        })
    });
    let on = create_selector(move || app.filter.with(|filter| filter.cured));
    let shown = create_selector(move || number.get() > 0 || on.get());
    let button = move || {
        if !shown.get() {
            return view! {};
        }
        let text = move || format!("Only changed ({})", counted(number.get(), "value", "values"));
        view! {
            button(
                r#type="button", aria-pressed=if on.get() { "true" } else { "false" },
                on:click=move |_| app.filter.update(|filter| filter.cured = !filter.cured)
            ) { (text()) }
        }
    };
    view! { (button) }
}

/// To a line, to the next finding.
fn ways(desk: Desk, shared: Signal<Option<Shared>>) -> View {
    let go = move |event: KeyboardEvent| {
        if event.key() != "Enter" {
            return;
        }
        event.prevent_default();
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let line = field.and_then(|field| field.value().replace([',', ' '], "").parse().ok());
        desk.refused.set(None);
        if line.is_none() {
            desk.refused.set(Some("A line is a number, counted from 1.".to_owned()));
        }
        if let (Some(grid), Some(line)) = (shared.get_clone_untracked(), line) {
            seek::to_line(&grid, line);
            desk.app.focus("sheet-grid");
        }
    };
    let seek = move |forward: bool| {
        if let Some(grid) = shared.get_clone_untracked() {
            seek::next(&grid, forward);
        }
    };
    let (up, down) = (icons::icon("up"), icons::icon("down"));
    view! {
        span(class="sheet-ways") {
            input(r#type="text", inputmode="numeric", class="sheet-line-field", aria-label="Go to line", placeholder="Go to line", autocomplete="off", on:keydown=go)
            button(r#type="button", class="icon-button", aria-label="Finding before", title="Finding before (Shift+F8)", on:click=move |_| seek(false)) { (up) }
            button(r#type="button", class="icon-button", aria-label="Next finding", title="Next finding (F8)", on:click=move |_| seek(true)) { (down) }
        }
    }
}
