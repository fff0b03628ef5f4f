//! One person, read downwards: came in as, understood as, judged, placed, locked. Every step says who says so.

use crate::dom::prelude::*;
use sycamore_web::events::KeyboardEvent;

use super::judged::judged;
use super::people::outcome;
use super::placed::{afterwards, groups, placed};
use super::state::App;
use super::trace::{came_in, came_out, heading, manager, name, understood};
use super::words;
use crate::snapshot::Profile;
use rollcall::reference::Zone;
use rollcall::report::explain::source;
use rollcall::timezone;

/// As many managers above someone are told.
const CHAIN: u32 = 100;

/// The panel of whoever is selected. It can stand in any view; closed, it gives the focus back to what had it
/// when it was opened.
pub(crate) fn panel(app: App) -> View {
    let lines = create_signal(Vec::new());
    let values = create_signal(None);
    let read = create_signal(Vec::new());
    let findings = create_signal(None);
    let profile = create_signal(None);
    let chain = create_signal(None);
    let placement = create_signal(None);
    let locks = create_signal(None);
    let shown = create_signal(None);
    create_effect(move || {
        let (Some(row), Some(checked)) = (app.selected.get(), app.checked.get_clone()) else {
            return;
        };
        // Only answers about the person who is still selected count, and only while the panel is there.
        let current = move || lines.is_alive() && app.selected.get_untracked() == Some(row);
        // Where a value of the same person was changed, what was said stands until the answers are there.
        if shown.replace(Some(row)) != Some(row) {
            lines.set(Vec::new());
            values.set(None);
            read.set(Vec::new());
            findings.set(None);
            profile.set(None);
            chain.set(None);
            placement.set(None);
            locks.set(None);
        }
        let client = &checked.client;
        client.records(row, move |told| {
            if current() {
                lines.set(told);
            }
        });
        client.values(row, move |told| {
            if current() {
                values.set(Some(told));
            }
        });
        client.understood(row, move |told| {
            if current() {
                read.set(told);
            }
        });
        client.describe(row, move |told| {
            if current() {
                findings.set(Some(told));
            }
        });
        client.profile(row, move |told| {
            if current() {
                profile.set(told);
            }
        });
        client.chain(row, CHAIN, move |told| {
            if current() {
                chain.set(Some(told));
            }
        });
        client.placement(row, move |told| {
            if current() {
                placement.set(told);
            }
        });
        client.locks(row, move |told| {
            if current() {
                locks.set(told);
            }
        });
    });
    let opener = app.active();
    let close = {
        let opener = opener.clone();
        move || {
            app.selected.set(None);
            match opener.as_ref().filter(|opener| opener.is_connected()) {
                Some(opener) => drop(opener.focus()),
                None => app.focus_records(),
            }
        }
    };
    let on_key = {
        let close = close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
            }
        }
    };
    let title = move || lines.get_clone().first().map_or_else(String::new, name);
    let steps = move || {
        let lines = lines.get_clone();
        let Some(line) = lines.first() else {
            return view! {};
        };
        let key = line.key.clone().unwrap_or_default();
        let mark = if line.in_gong {
            view! { span { "In Gong already" } }
        } else {
            outcome(line.outcome.as_deref())
        };
        view! { p(class="person-key") { (key) } p { (mark) } }
    };
    let records = move || match (lines.get_clone(), values.get_clone()) {
        (lines, Some(values)) if !lines.is_empty() => came_in(app, &lines, &values),
        _ => view! {},
    };
    let said = move || match (lines.get_clone(), findings.get_clone()) {
        (lines, Some(findings)) => judged(app, lines.first(), &findings),
        _ => view! {},
    };
    let ends = move || match (lines.get_clone().first(), findings.get_clone()) {
        (Some(line), Some(Ok(findings))) => came_out(line, &findings),
        _ => view! {},
    };
    let above = move || match (profile.get_clone(), chain.get_clone()) {
        (Some(profile), Some(chain)) => manager(app, &profile, &chain),
        _ => view! {},
    };
    let belongs = move || {
        profile.get_clone().map_or_else(View::new, |profile: Profile| {
            let (heading, groups) = (heading("Groups", source::GROUPS), groups(&profile.groups));
            view! { (heading) (groups) }
        })
    };
    view! {
        aside(class="person", aria-labelledby="person-name", on:keydown=on_key) {
            div(class="panel-head") {
                h2(id="person-name", tabindex="-1") { (title()) }
                button(r#type="button", class="quiet", on:click=move |_| close()) { "Close" }
            }
            (steps())
            (records())
            (understood(&read.get_clone()))
            (said())
            (ends())
            (profile.get_clone().map_or_else(View::new, |profile| clocks(&profile)))
            (above())
            (belongs())
            (placement.get_clone().map_or_else(View::new, |placement| placed(&placement, assignments(app))))
            (locks.get_clone().map_or_else(View::new, |locks| afterwards(&locks)))
        }
    }
}

/// How many assignments the list has, without the default one.
fn assignments(app: App) -> usize {
    let all = app.checked.with_untracked(|checked| Some(checked.as_ref()?.simulation.assignments.len()));
    all.unwrap_or_default().saturating_sub(1)
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

/// The time zone with its trail, and the weekend.
fn clocks(profile: &Profile) -> View {
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
        let heading = heading("Weekend", source::WEEKEND);
        view! { (heading) p { "No notifications on " (weekend) "." } }
    };
    let clock = clock(&zone).map_or_else(View::new, |text| view! { p(class="hint") { (text) } });
    let heading = heading("Time zone", source::ZONE);
    view! {
        (heading)
        p(class="zone") { (zone) }
        (clock)
        ol(class="trail") { (steps) }
        (weekend)
    }
}
