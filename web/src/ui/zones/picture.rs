//! Zones on a band of 24 hours. The picture is a table: every row says in words what it draws.

use crate::dom::prelude::*;

use super::lines::{Kind, Line, Order, lines};
use super::{band, broken, clock};
use crate::ui::state::App;
use crate::ui::words::{count, days, people};
use rollcall::check::Zones;
use rollcall::reference::Zone;

const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// What a bar has at least to be seen, in percent.
const LEAST: f64 = 2.5;
/// Width that a day of the week has, in pixels.
const DAY: usize = 10;

pub(super) fn picture(app: App, now: ReadSignal<Option<Zones>>) -> View {
    let order = create_signal(Order::WestToEast);
    let minute = clock::minute();
    let base = create_selector(move || {
        let own = app.company.with(|company| Zone::from_name(&company.zone));
        own.or_else(|| Zone::from_name("UTC"))
    });
    let rows = move || {
        let (zones, order, Some(base)) = (now.get_clone().unwrap_or_default(), order.get(), base.get())
        else {
            return Vec::new();
        };
        let lines = lines(&zones, order, minute.get_untracked());
        let most = lines.iter().map(|line| line.count).max().unwrap_or(1);
        lines.into_iter().map(|line| row(app, line, most, base, minute)).collect::<Vec<View>>()
    };
    let about = move || {
        let Some(base) = base.get() else { return String::new() };
        let (time, offset, _) = clock::reading(base, base, minute.get());
        // Universal time is its own offset.
        let offset = if base.name() == "UTC" { String::new() } else { format!(", {offset}") };
        format!("A day on the clock of {}{offset}. The line is now, {time}.", base.name())
    };
    let letters: Vec<View> =
        ["M", "T", "W", "T", "F", "S", "S"].into_iter().map(|day| view! { span { (day) } }).collect();
    let (by_place, by_people) =
        (choice(order, Order::WestToEast, "West to east"), choice(order, Order::People, "Most people first"));
    view! {
        div(class="zones-head") {
            div { h2 { "Where people are" } p(class="hint") { (about()) } }
            div(class="zones-order", role="group", aria-label="Order of the zones") { (by_place) (by_people) }
        }
        table(class="zone-table") {
            caption(class="unseen") { "People by time zone" }
            thead {
                tr {
                    th(scope="col", class="zone-col-name") { "Zone" }
                    th(scope="col", class="zone-col-time") { "Now" }
                    th(scope="col", class="zone-col-people") { "People" }
                    th(scope="col", class="zone-col-band") { "Working day, 9 to 17" (band::axis()) }
                    th(scope="col", class="zone-col-weekend") { "Weekend" span(class="zone-week", aria-hidden="true") { (letters) } }
                }
            }
            tbody { (rows()) }
        }
        p(class="hint") { "Bars are strong where it is between 9 and 17 now. Lines stand at 6, 12 and 18. Full dots are days without notifications." }
    }
}

fn choice(order: Signal<Order>, own: Order, name: &'static str) -> View {
    let pressed = move || if order.get() == own { "true" } else { "false" };
    view! { button(r#type="button", aria-pressed=pressed(), on:click=move |_| order.set(own)) { (name) } }
}

fn row(app: App, line: Line, most: u64, base: Zone, minute: ReadSignal<i64>) -> View {
    let Line { kind, zone, count: number, weekends, filter } = line;
    let name = match (kind, zone) {
        (Kind::Default, _) => "By default",
        (Kind::Own, Some(zone)) => zone.name(),
        _ => "No time zone",
    };
    let about = match (kind, zone) {
        (Kind::Default, Some(zone)) => zone.name(),
        _ => "",
    };
    let called = broken(name);
    let title = format!("Show {}", people(number));
    let clock = zone.map_or_else(View::new, |zone| {
        let reading = create_selector(move || clock::reading(zone, base, minute.get()));
        let offset = move || reading.with(|reading| reading.1.clone());
        let time = move || reading.with(|reading| reading.0.clone());
        let day = move || reading.with(|reading| reading.2);
        view! { span(class="zone-time") { (time()) } " " span(class="zone-offset") { (offset()) " " (day()) } }
    });
    let says = move || match zone {
        Some(zone) => band::words(zone, base, minute.get()),
        None => "Not known".to_owned(),
    };
    #[allow(clippy::cast_precision_loss, reason = "a bar is some pixels wide")]
    let width = format!("{:.2}%", (number as f64 / most.max(1) as f64 * 100.0).max(LEAST));
    let (number, band) = (count(number), band::band(zone, base, minute));
    let several = weekends.len() > 1;
    let weekends: Vec<View> = weekends.iter().map(|(days, number)| week(days, *number, several)).collect();
    let class = if kind == Kind::Own { "" } else { "zone-without" };
    view! {
        tr(class=class) {
            th(scope="row", class="zone-name") {
                button(r#type="button", class="link", title=title, on:click=move |_| app.show(filter.clone())) { (called) }
                " " span(class="hint") { (about) }
            }
            td(class="zone-clock") { (clock) }
            td(class="zone-people") {
                span(class="zone-number") { (number) }
                svg(class="zone-bar", aria-hidden="true", width="100%", height="6") { rect(class="bar-part", width=width, height="6", rx="3") }
            }
            td(class="zone-cell-band") { span(class="unseen") { (says()) } (band) }
            td(class="zone-weekend") { (weekends) }
        }
    }
}

/// The days of a week, those of the weekend full. Where weekends differ, with the number of people.
fn week(weekend: &[String], number: u64, several: bool) -> View {
    let dots: Vec<View> = WEEK
        .into_iter()
        .enumerate()
        .map(|(at, day)| {
            let off = weekend.iter().any(|own| own == day);
            let (class, x) = (if off { "zone-dot zone-dot-off" } else { "zone-dot" }, at * DAY + DAY / 2);
            view! { circle(class=class, cx=x.to_string(), cy="5", r="3") }
        })
        .collect();
    let says = if several { format!("{}: {}", days(weekend), people(number)) } else { days(weekend) };
    let (seen, title) = (if several { count(number) } else { String::new() }, says.clone());
    let width = (WEEK.len() * DAY).to_string();
    view! {
        div(class="zone-weeks", title=title) {
            span(class="unseen") { (says) }
            svg(aria-hidden="true", width=width, height="10") { (dots) }
            span(aria-hidden="true") { (seen) }
        }
    }
}
