//! Another default, or all suggestions taken: who would move, before anything is changed.

use std::rc::Rc;

use crate::dom::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{Told, broken, number_of_zones};
use crate::ui::settings::tidy;
use crate::ui::state::{App, Company, Filter};
use crate::ui::words::{count, counted, people};
use rollcall::check::{WhatIf, ZoneMove, ZonesIf};
use rollcall::reference::Zone;

/// As many ways stand in the sentence.
const TOLD: usize = 2;
/// As many ways are listed at first.
const LISTED: usize = 6;

pub(super) fn panel(app: App, told: ReadSignal<Option<Told>>) -> View {
    let text = create_signal(app.what_if.with_untracked(|what| what.default.clone().unwrap_or_default()));
    let all = create_signal(false);
    let tried = create_selector(move || app.what_if.with(|what| *what != WhatIf::default()));
    let sentence = create_selector(move || {
        told.with(|told| told.as_ref().map_or_else(String::new, |told| sentence(&told.0, &told.1)))
    });
    let clear = move |_| {
        text.set(String::new());
        app.what_if.set(WhatIf::default());
        app.focus_soon("try-zone");
    };
    let (field, suggestions) = (field(app, text), suggestions(app));
    let moves = move || match told.get_clone() {
        Some(told) if told.1.moved > 0 => moves(&told.1.moves, all),
        _ => view! {},
    };
    view! {
        section(class="what-if", aria-labelledby="what-if-title") {
            h2(id="what-if-title") { "What if" }
            div(class="what-if-fields") { (field) (suggestions) }
            p(class="what-if-told", role="status") { (sentence.get_clone()) }
            div(class="what-if-actions") {
                (show(app, told))
                (take(app, text))
                (if tried.get() { view! { button(r#type="button", class="quiet", on:click=clear) { "Clear" } } } else { view! {} })
            }
            (moves())
        }
    }
}

/// The field of another default.
fn field(app: App, text: Signal<String>) -> View {
    let wrong = create_signal(false);
    let meant = move || tidy(&text.get_clone_untracked());
    let typed = move |_| {
        let zone = Zone::from_name(&meant()).map(|zone| zone.name().to_owned());
        if zone.is_some() || meant().is_empty() {
            wrong.set(false);
        }
        if app.what_if.with_untracked(|what| what.default != zone) {
            app.what_if.update(|what| what.default = zone);
        }
    };
    // While somebody types, every name is unfinished.
    let done = move |_| wrong.set(!meant().is_empty() && Zone::from_name(&meant()).is_none());
    view! {
        div(class="field") {
            label(r#for="try-zone") { "Try another default" }
            input(
                id="try-zone", r#type="text", list="zones", autocomplete="off", autocapitalize="off", "spellcheck"="false",
                placeholder="Europe/Madrid", aria-describedby="try-zone-hint", aria-invalid=wrong.get().then_some("true"),
                bind:value=text, on:input=typed, on:change=done
            )
            p(class="hint", id="try-zone-hint") {
                (if wrong.get() {
                    view! { span(class="problem") { "No name of the time zone database, such as Europe/Madrid." } }
                } else {
                    view! { "Nothing is changed by trying." }
                })
            }
        }
    }
}

fn suggestions(app: App) -> View {
    let on = create_selector(move || app.what_if.with(|what| what.suggestions));
    let change = move |event: web_sys::Event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            app.what_if.update(|what| what.suggestions = input.checked());
        }
    };
    view! {
        div(class="check") {
            label {
                input(r#type="checkbox", aria-describedby="try-suggestions-hint", prop:checked=on.get(), on:change=change)
                span { "With all suggestions applied" }
            }
            p(class="hint", id="try-suggestions-hint") { "Those on time zone, country, state and locale." }
        }
    }
}

/// Lists those who move.
fn show(app: App, told: ReadSignal<Option<Told>>) -> View {
    let moving = create_selector(move || {
        told.with(|told| told.as_ref().map(|told| (told.0.clone(), told.1.moved))).filter(|told| told.1 > 0)
    });
    view! {
        (match moving.get_clone() {
            Some((what, moved)) => {
                let verb = format!("Show {}", people(moved));
                let show = move |_| app.show(Filter { moves: Some(what.clone()), ..Filter::default() });
                view! { button(r#type="button", on:click=show) { (verb) } }
            }
            None => view! {},
        })
    }
}

/// Makes what is tried the company's default.
fn take(app: App, text: Signal<String>) -> View {
    let offered = create_selector(move || {
        let tried = app.what_if.with(|what| what.default.clone())?;
        app.company.with(|company| company.zone != tried).then_some(tried)
    });
    view! {
        (match offered.get_clone() {
            Some(zone) => {
                let take = move |_| {
                    let company = app.company.get_clone_untracked();
                    // A step of undo of its own, whatever was typed in the company's fields before and is after.
                    app.settle();
                    app.set_company(Company { zone: zone.clone(), ..company });
                    app.settle();
                    text.set(String::new());
                    app.what_if.update(|what| what.default = None);
                    app.say(format!("{zone} is the company's default now."));
                    app.focus_soon("try-zone");
                };
                view! { button(r#type="button", on:click=take) { "Use as default" } }
            }
            None => view! {},
        })
    }
}

fn named(zone: Option<&String>) -> String {
    zone.map_or_else(|| "none".to_owned(), Clone::clone)
}

/// `1,204 people move: 980 from none to America/New_York, …`
fn sentence(what: &WhatIf, told: &ZonesIf) -> String {
    if *what == WhatIf::default() {
        return "See who moves with another default, or once every suggestion is taken.".to_owned();
    }
    let mut text = vec![ways(told)];
    let same: u64 = told.moves.iter().filter(|way| way.same_clock).map(|way| way.count).sum();
    if same > 0 {
        text.push(format!("For {} of them only the name changes, not the clock.", count(same)));
    }
    if told.weekends_moved > 0 {
        text.push(format!("The weekend of {} changes.", people(told.weekends_moved)));
    }
    if told.moved > 0 {
        let after = &told.after;
        let then = match (after.sources.default, after.sources.none) {
            (0, 0) => "and everyone's own values decide".to_owned(),
            (0, none) => format!("and {} have none", people(none)),
            (default, _) => format!("{} by default", people(default)),
        };
        let number = number_of_zones(after);
        let verb = if number == 1 { "is" } else { "are" };
        text.push(format!("Then {} {verb} used, {then}.", counted(number, "time zone", "time zones")));
    }
    text.join(" ")
}

/// How many move, and the most frequent ways.
fn ways(told: &ZonesIf) -> String {
    if told.moved == 0 {
        return "Nobody moves.".to_owned();
    }
    let (first, others) = told.moves.split_at(told.moves.len().min(TOLD));
    let mut ways: Vec<String> = first
        .iter()
        .map(|way| {
            let (from, to) = (named(way.from.as_ref()), named(way.to.as_ref()));
            format!("{} from {from} to {to}", count(way.count))
        })
        .collect();
    let rest: u64 = others.iter().map(|way| way.count).sum();
    if rest > 0 {
        ways.push(counted(rest, "other", "others"));
    }
    let verb = if told.moved == 1 { "moves" } else { "move" };
    format!("{} {verb}: {}.", people(told.moved), ways.join(", "))
}

fn moves(moves: &[ZoneMove], all: Signal<bool>) -> View {
    let ways: Rc<[ZoneMove]> = moves.into();
    let number = ways.len();
    let rows = move || {
        let shown = if all.get() { number } else { number.min(LISTED) };
        ways[..shown]
            .iter()
            .map(|way| {
                let (from, to, number) =
                    (broken(&named(way.from.as_ref())), broken(&named(way.to.as_ref())), count(way.count));
                let note = if way.same_clock { "the same clock" } else { "" };
                view! { tr { td { (from) } td { (to) " " span(class="hint") { (note) } } td { (number) } } }
            })
            .collect::<Vec<View>>()
    };
    let more = if number <= LISTED {
        view! {}
    } else {
        let text = move || {
            if all.get() {
                "Show fewer".to_owned()
            } else {
                format!("Show all {} ways", count(number as u64))
            }
        };
        let pressed = move || if all.get() { "true" } else { "false" };
        view! { button(r#type="button", class="quiet", aria-expanded=pressed(), on:click=move |_| all.set(!all.get_untracked())) { (text()) } }
    };
    view! {
        table(class="mapping what-if-moves") {
            caption(class="unseen") { "Who moves" }
            thead { tr { th(scope="col") { "From" } th(scope="col") { "To" } th(scope="col") { "People" } } }
            tbody { (rows()) }
        }
        (more)
    }
}
