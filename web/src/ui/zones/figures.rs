//! How many people are in how many zones, and what decides, in large figures that list their people.

use crate::dom::prelude::*;

use super::number_of_zones;
use crate::ui::state::{App, Filter};
use crate::ui::words::{self, count, counted, people};
use rollcall::check::Zones;

pub(super) fn figures(app: App, now: ReadSignal<Option<Zones>>) -> View {
    let headline = move || {
        let company = app.company.with(|company| company.zone.clone());
        now.with(|now| now.as_ref().map_or_else(String::new, |now| sentence(now, &company)))
    };
    let figures = move || {
        let zones = now.get_clone().unwrap_or_default();
        let sources = zones.sources;
        [
            ("timeZone", sources.time_zone),
            ("country", sources.country),
            ("state", sources.state),
            ("default", sources.default),
            ("none", sources.none),
        ]
        .into_iter()
        // Either the default stands in for people, or there is none and they have no zone.
        .filter(|(source, number)| *number > 0 || !matches!(*source, "default" | "none"))
        .map(|(source, number)| figure(app, source, number))
        .collect::<Vec<View>>()
    };
    view! {
        p(class="zones-headline") { (headline()) }
        div(class="figures", role="group", aria-label="What decides the time zone") { (figures()) }
    }
}

/// `203 people in 12 time zones; 31 of them by the company's default, America/New_York.`
fn sentence(zones: &Zones, company: &str) -> String {
    let own = zones.people - zones.sources.none;
    let first = if own == 0 {
        format!("{} without a time zone.", people(zones.people))
    } else {
        let number = counted(number_of_zones(zones), "time zone", "time zones");
        let default = match zones.sources.default {
            0 => String::new(),
            some if company.is_empty() => format!("; {} of them by the company's default", count(some)),
            some => format!("; {} of them by the company's default, {company}", count(some)),
        };
        format!("{} in {number}{default}.", people(own))
    };
    let who = match (own, zones.sources.none) {
        (_, 0) => return first,
        (0, _) => "Nothing in the files decides".to_owned(),
        (_, 1) => "1 person more has none: nothing in the files decides".to_owned(),
        (_, more) => format!("{} more have none: nothing in the files decides", people(more)),
    };
    format!("{first} {who}, and the company has no default. Try one below.")
}

fn figure(app: App, source: &'static str, number: u64) -> View {
    let label = if source == "none" { "no time zone" } else { words::zone_source(source) };
    let class = if source == "none" { "figure figure-without" } else { "figure" };
    let number = count(number);
    let show = move |_| {
        app.show(Filter { zone_source: Some(source.to_owned()), ..Filter::default() });
    };
    view! {
        button(r#type="button", class=class, on:click=show) {
            span(class="figure-number") { (number) }
            " "
            span(class="figure-label") { (label) }
        }
    }
}
