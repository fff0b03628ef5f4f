//! The people of the plan, a page of them at a time; each opens to what changes and what would be sent.

use std::rc::Rc;

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::{action, changes, person};
use crate::snapshot::PlanLine;
use crate::ui::icons::icon;
use crate::ui::state::App;
use crate::ui::words::{count, people};
use rollcall::plan::Action;

/// People on a page.
const PAGE: usize = 50;
/// In the menu of actions: all of them.
const EVERYONE: &str = "everyone";
/// A pause in typing after which the list follows.
const PAUSE: u32 = 200;

/// Places that pass the filter.
type Places = ReadSignal<Rc<Vec<u32>>>;

pub(super) fn list(app: App) -> View {
    let from = create_signal(0usize);
    let places = places(app, from);
    let lines = lines(app, places, from);
    let all = create_selector(move || places.with(|places| places.len()));
    let showing = move || match all.get() {
        0 if app.plan.wanted.with(|wanted| *wanted == changes()) => "Nothing changes for anybody.".to_owned(),
        0 => "Nobody passes this filter.".to_owned(),
        all => {
            let first = from.get();
            format!(
                "Showing {}–{} of {}",
                count(first as u64 + 1),
                count((first + PAGE).min(all) as u64),
                count(all as u64)
            )
        }
    };
    let rows = move || lines.get_clone().iter().map(|line| row(app, line)).collect::<Vec<View>>();
    view! {
        section(class="plan-people", aria-labelledby="plan-people") {
            h2(id="plan-people", tabindex="-1") { "People of the plan" }
            (filters(app))
            p(class="showing", role="status") { (showing()) }
            ul(class="plan-list") { (rows()) }
            (pages(app, all, from))
        }
    }
}

/// Asks who passes the filter, and again with every plan.
fn places(app: App, from: Signal<usize>) -> Places {
    let places = create_signal(Rc::new(Vec::new()));
    create_effect(move || {
        let wanted = app.plan.wanted.get_clone();
        let (Some(made), Some(checked)) = (app.plan.made.get_clone(), app.checked.get_clone_untracked())
        else {
            return;
        };
        let asked = wanted.clone();
        checked.client.plan_people(&wanted, move |found| {
            let last = places.is_alive()
                && app.plan.wanted.with_untracked(|now| *now == asked)
                && app.plan.made.with_untracked(|now| now.as_ref().is_some_and(|now| Rc::ptr_eq(now, &made)));
            if last {
                from.set(0);
                places.set(Rc::new(found));
            }
        });
    });
    *places
}

/// The lines of the page.
fn lines(app: App, places: Places, from: Signal<usize>) -> ReadSignal<Vec<PlanLine>> {
    let lines = create_signal(Vec::new());
    create_effect(move || {
        let (all, first) = (places.get_clone(), from.get());
        let Some(checked) = app.checked.get_clone_untracked() else { return };
        let page: Vec<u32> = all.iter().skip(first).take(PAGE).copied().collect();
        if page.is_empty() {
            return lines.set(Vec::new());
        }
        checked.client.plan_lines(&page, move |told| {
            let last = lines.is_alive()
                && from.get_untracked() == first
                && places.with_untracked(|now| Rc::ptr_eq(now, &all));
            if last {
                lines.set(told);
            }
        });
    });
    *lines
}

fn row(app: App, line: &PlanLine) -> View {
    let PlanLine { place, row, name, key, action: what, reason } = line.clone();
    let told = create_signal(None);
    let opened = move |event: web_sys::Event| {
        let open = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if !open.is_some_and(|details| details.has_attribute("open")) || told.with_untracked(Option::is_some)
        {
            return;
        }
        let Some(checked) = app.checked.get_clone_untracked() else { return };
        checked.client.plan_person(place, move |person| {
            if told.is_alive() {
                told.set(person.map(Rc::new));
            }
        });
    };
    let mail = key.clone().filter(|key| *key != name).unwrap_or_default();
    let open = row.map(|row| {
        let label = format!("Show {name} in full");
        let show = move |_| {
            app.selected.set(Some(row));
            app.focus_person();
        };
        view! { button(r#type="button", class="quiet", on:click=show) { (label) } }
    });
    view! {
        li(class="plan-person") {
            details(on:toggle=opened) {
                summary {
                    (action(&what))
                    span(class="plan-who") { strong { (name) } " " span(class="hint") { (mail) } }
                    span(class="plan-why") { (reason) }
                }
                (match told.get_clone() {
                    Some(told) => person::told(&told),
                    None => view! { p(class="hint") { "…" } },
                })
                (open)
            }
        }
    }
}

/// What narrows the list.
fn filters(app: App) -> View {
    let wanted = app.plan.wanted;
    let text = create_signal(wanted.with_untracked(|wanted| wanted.text.clone().unwrap_or_default()));
    let pending = create_signal(None::<Timeout>);
    let typed = move |_| {
        pending.set(Some(Timeout::new(PAUSE, move || {
            let now =
                text.with_untracked(|text| Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
            if wanted.with_untracked(|wanted| wanted.text != now) {
                wanted.update(|wanted| wanted.text = now);
            }
        })));
    };
    let clear = move |_| {
        drop(pending.take());
        text.set(String::new());
        wanted.set(changes());
    };
    let set = create_selector(move || wanted.with(|wanted| *wanted != changes()));
    let now = move || {
        wanted.with(|wanted| match wanted.actions.as_slice() {
            [] => EVERYONE.to_owned(),
            [one] => one.name().to_owned(),
            _ => String::new(),
        })
    };
    let choose = move |event: web_sys::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            let value = select.value();
            let actions = match Action::from_name(&value) {
                Some(action) => vec![action],
                None if value == EVERYONE => Vec::new(),
                None => changes().actions,
            };
            wanted.update(|wanted| wanted.actions = actions);
        }
    };
    let chip = move || {
        wanted.with(|wanted| {
            let moved = wanted.moved.as_deref().map(|moved| match moved {
                "timeZone" => "another time zone".to_owned(),
                "manager" => "another manager".to_owned(),
                "assignment" => "another assignment".to_owned(),
                _ => "another assignment that Gong applies".to_owned(),
            });
            let group = wanted.group.as_ref().map(|group| format!("come to or leave \"{group}\""));
            let lost = wanted.lost.then(|| "would be lost".to_owned());
            moved.or(group).or(lost)
        })
    };
    let search = icon("search");
    view! {
        div(class="filters", role="search", aria-label="Filter the plan") {
            span(class="search") {
                (search)
                input(r#type="search", aria-label="Find in the plan by name or email", placeholder="Name or email", autocomplete="off", "spellcheck"="false", bind:value=text, on:input=typed)
            }
            span(class="select") {
                select(aria-label="Action", prop:value=now(), on:change=choose) {
                    option(value="") { "All changes" }
                    option(value=EVERYONE) { "Everyone" }
                    option(value="create") { "Create" }
                    option(value="update") { "Update" }
                    option(value="deactivate") { "Deactivate" }
                    option(value="reactivate") { "Reactivate" }
                    option(value="skip") { "Skip" }
                    option(value="none") { "Unchanged" }
                }
            }
            (match chip() {
                Some(text) => view! { span(class="chip") { (text) } },
                None => view! {},
            })
            (if set.get() { view! { button(r#type="button", class="quiet", on:click=clear) { "Clear filter" } } } else { view! {} })
        }
    }
}

/// Buttons to the pages around.
fn pages(app: App, all: ReadSignal<usize>, from: Signal<usize>) -> View {
    let turn = move |to: usize| {
        from.set(to);
        app.focus("plan-people");
        app.say(format!("From {} of {}.", count(to as u64 + 1), people(all.get_untracked() as u64)));
    };
    view! {
        (if all.get() > PAGE {
            let (first, last) = (from.get() == 0, from.get() + PAGE >= all.get());
            view! {
                div(class="plan-pages") {
                    button(r#type="button", disabled=first, on:click=move |_| turn(from.get_untracked().saturating_sub(PAGE))) { "Previous" }
                    button(r#type="button", disabled=last, on:click=move |_| turn(from.get_untracked() + PAGE)) { "Next" }
                }
            }
        } else {
            view! {}
        })
    }
}
