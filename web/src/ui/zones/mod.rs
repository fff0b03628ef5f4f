//! Where people are: how many stand in which time zone and why, and who would move with another default.

mod band;
mod clock;
mod figures;
mod lines;
mod picture;
mod what_if;

use std::rc::Rc;

use crate::dom::prelude::*;

use super::state::{App, Phase};
use super::status;
use rollcall::check::{WhatIf, Zones, ZonesIf};

/// What was tried out, and what it came to.
type Told = Rc<(WhatIf, ZonesIf)>;

pub(crate) fn zones(app: App) -> View {
    let ready = create_selector(move || app.checked.with(Option::is_some));
    let busy = create_selector(move || app.phase.with(|phase| matches!(phase, Phase::Checking(_))));
    view! {
        (status::status(app))
        section(class="zones", aria-labelledby="zones-title", aria-busy=busy.get().then_some("true")) {
            h1(id="zones-title", tabindex="-1", class="unseen-title") { "Time zones" }
            (if ready.get() { body(app) } else { teach(busy) })
        }
    }
}

/// What there is to say before anything was checked.
fn teach(busy: ReadSignal<bool>) -> View {
    view! {
        div(class="empty") {
            (if busy.get() {
                view! { p { "Reading the files…" } }
            } else {
                view! {
                    p { "Drop an export to see which time zone each person gets, what decides it, and who would move with another default." }
                    a(class="button", href="#files") { "Go to the files" }
                }
            })
        }
    }
}

fn body(app: App) -> View {
    let told = ask(app);
    let now = create_selector(move || told.with(|told| told.as_ref().map(|told| told.1.before.clone())));
    let shown = create_selector(move || now.with(|now| now.as_ref().map(|now| now.people > 0)));
    view! {
        (match shown.get() {
            None => view! { p(class="empty") { "Counting…" } },
            Some(false) => view! {
                div(class="empty") {
                    p { "Nobody arrives, so there is no time zone to show. Cure first what keeps people out." }
                    a(class="button", href="#review") { "Go to the review" }
                }
            },
            Some(true) => {
                let (figures, panel, picture) =
                    (figures::figures(app, now), what_if::panel(app, told), picture::picture(app, now));
                view! { (figures) (panel) (picture) }
            }
        })
    }
}

/// Asks the worker, and again whenever the people or what is tried out changes.
fn ask(app: App) -> ReadSignal<Option<Told>> {
    let told = create_signal(None::<Told>);
    create_effect(move || {
        let what = app.what_if.get_clone();
        let Some(checked) = app.checked.get_clone() else {
            return;
        };
        let client = Rc::downgrade(&checked.client);
        checked.client.zones(&what.clone(), move |answer| {
            // Only the answer to the last question counts, and only while someone looks.
            let last = told.is_alive()
                && app.what_if.with_untracked(|now| *now == what)
                && app.checked.with_untracked(|now| {
                    now.as_ref().is_some_and(|now| client.ptr_eq(&Rc::downgrade(&now.client)))
                });
            if last {
                told.set(Some(Rc::new((what, answer))));
            }
        });
    });
    *told
}

/// A zone's name, which may go on in another line behind a slash.
fn broken(name: &str) -> View {
    let parts: Vec<View> = name
        .split_inclusive('/')
        .map(|part| {
            let part = part.to_owned();
            view! { (part) wbr {} }
        })
        .collect();
    view! { (parts) }
}

/// How many zones people are in.
fn number_of_zones(zones: &Zones) -> u64 {
    zones.zones.iter().filter(|zone| zone.zone.is_some()).count() as u64
}
