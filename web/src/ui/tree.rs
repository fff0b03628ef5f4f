//! The hierarchy: its numbers, each of which leads to its people, and the tree itself.

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use sycamore_web::events::KeyboardEvent;

use super::branches::{Talk, branches};
use super::icons::icon;
use super::state::{App, Filter};
use super::words::{count, counted, people};
use crate::snapshot::Totals;

/// A pause in typing after which someone is looked for.
const PAUSE: u32 = 250;

pub(crate) fn tree(app: App) -> View {
    let talk = Talk::new();
    let totals = create_signal(Totals::default());
    create_effect(move || {
        let Some(checked) = app.checked.get_clone() else {
            return;
        };
        checked.client.totals(move |told| {
            // The answer may come when the view is gone.
            if totals.is_alive() {
                talk.largest.set(told.largest);
                totals.set(told);
            }
        });
    });
    let troubles = move |_| {
        talk.order(if talk.troubles_only.get_untracked() { "everyone" } else { "troubles" }, None);
    };
    let no_troubles = create_selector(move || totals.with(|totals| totals.troubled == 0));
    let range = move || {
        let (first, last, all) = talk.range.get();
        match (all, talk.troubles_only.get()) {
            (0, true) => "Nobody has troubles with their manager.".to_owned(),
            (0, false) => String::new(),
            _ => format!(
                "Showing {}–{} of {}",
                count(first as u64 + 1),
                count(last as u64),
                counted(all as u64, "open line", "open lines")
            ),
        }
    };
    view! {
        (facts(app, talk, totals))
        div(class="filters tree-tools") {
            (find(app, talk))
            button(r#type="button", on:click=move |_| talk.order("openAll", None)) { "Open all" }
            button(r#type="button", on:click=move |_| talk.order("closeAll", None)) { "Close all" }
            button(
                r#type="button", class="toggle-button", aria-pressed=if talk.troubles_only.get() { "true" } else { "false" },
                disabled=no_troubles.get() && !talk.troubles_only.get(), on:click=troubles
            ) { "Only troubles" }
        }
        p(class="showing") { (range()) }
        (branches(app, talk))
    }
}

/// What there is to say of the whole. Numbers that are about people lead to them.
fn facts(app: App, talk: Talk, totals: Signal<Totals>) -> View {
    let told = move || {
        let totals = totals.get_clone();
        if totals.people == 0 {
            return view! {};
        }
        let jump = |row: Option<u32>, text: String| {
            let go = move |_| talk.order("reveal", row);
            view! { button(r#type="button", class="link", on:click=go) { (text) } }
        };
        let others = match totals.others {
            0 => String::new(),
            more => format!(" and {}", counted(more, "other manager", "other managers")),
        };
        let sum = format!("{}{others} in {}", people(totals.people), counted(totals.roots, "tree", "trees"));
        let levels = jump(totals.deepest, counted(totals.levels, "level", "levels"));
        let rest = match totals.span {
            0 => view! {},
            span => {
                let span = jump(totals.widest, counted(span, "direct report", "direct reports"));
                let head = match totals.head {
                    Some(head) => {
                        let head = jump(Some(head), "Go to the head".to_owned());
                        view! { " " (head) }
                    }
                    None => view! {},
                };
                view! { ", at most " (span) " each." (head) }
            }
        };
        let troubles = troubles(app, &totals);
        view! {
            p(class="tree-facts") { (sum) ", " (levels) " deep" (rest) }
            (troubles)
        }
    };
    view! { div(class="tree-head") { (told()) } }
}

/// Where the tree breaks; each lists its people.
fn troubles(app: App, totals: &Totals) -> View {
    let figures = [
        ("none", totals.unmanaged, format!("{} without a manager", count(totals.unmanaged))),
        (
            "circle",
            totals.in_circles,
            format!(
                "{} in {} of managers",
                people(totals.in_circles),
                counted(totals.circles, "circle", "circles")
            ),
        ),
        (
            "notImported",
            totals.under_absent,
            format!(
                "{} under {} not imported",
                people(totals.under_absent),
                counted(totals.absent, "manager", "managers")
            ),
        ),
    ];
    let figures: Vec<View> = figures
        .into_iter()
        .filter(|figure| figure.1 > 0)
        .map(|(manager, _, text)| {
            let mark = icon("warning");
            let show = move |_| {
                app.show(Filter { manager: Some(manager.to_owned()), ..Filter::default() });
            };
            view! { li { button(r#type="button", class="trouble", on:click=show) { (mark) (text) } } }
        })
        .collect();
    if figures.is_empty() {
        let mark = icon("ok");
        view! { p(class="tree-sound") { (mark) "Everyone has a place in the hierarchy." } }
    } else {
        view! { ul(class="tree-troubles", aria-label="Where the hierarchy breaks") { (figures) } }
    }
}

/// Goes to the person of a name or an email; Enter goes on to the next.
fn find(app: App, talk: Talk) -> View {
    let text = create_signal(String::new());
    let pending = create_signal(None::<Timeout>);
    let last = create_signal(None::<(String, u32)>);
    let nobody = create_signal(false);
    let look = move || {
        let wanted = text.get_clone_untracked().trim().to_owned();
        let Some(checked) = app.checked.get_clone_untracked().filter(|_| !wanted.is_empty()) else {
            return nobody.set(false);
        };
        let after = last.get_clone_untracked().filter(|last| last.0 == wanted).map(|last| last.1);
        let asked = wanted.clone();
        checked.client.find(&wanted, after, move |found| {
            if !nobody.is_alive() || text.with_untracked(|text| text.trim() != asked) {
                return;
            }
            nobody.set(found.is_none());
            match found {
                Some(row) => {
                    last.set(Some((asked, row)));
                    talk.order("reveal", Some(row));
                }
                None => app.say("Nobody in the hierarchy is called that."),
            }
        });
    };
    let typed = move |_| {
        last.set(None);
        pending.set(Some(Timeout::new(PAUSE, look)));
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            drop(pending.take());
            look();
        }
    };
    let mark = icon("search");
    view! {
        span(class="search") {
            (mark)
            input(r#type="search", aria-label="Find in the hierarchy", placeholder="Find by name or email", autocomplete="off", "spellcheck"="false", bind:value=text, on:input=typed, on:keydown=on_key)
        }
        (if nobody.get() { view! { span(class="hint tree-nobody") { "Nobody is called that." } } } else { view! {} })
    }
}
