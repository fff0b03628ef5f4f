//! The band of 24 hours on one clock, with the working day of another and a line for now.

use crate::dom::prelude::*;

use super::clock;
use rollcall::reference::Zone;

/// Hours that have a line.
const LINES: [&str; 3] = ["25%", "50%", "75%"];

/// The working day of `zone` on the clock of `base`; without a zone there is none to draw.
pub(super) fn band(zone: Option<Zone>, base: Zone, minute: ReadSignal<i64>) -> View {
    let lines: Vec<View> = LINES
        .into_iter()
        .map(|x| view! { rect(class="zone-hour", x=x, y="0", width="1", height="100%") })
        .collect();
    let work = zone.map_or_else(View::new, |zone| work(zone, base, minute));
    let now = move || format!("{:.3}%", clock::share(clock::of_day(base, minute.get())));
    view! {
        svg(class="zone-band", aria-hidden="true", width="100%", height="100%") {
            (lines)
            (work)
            rect(class="zone-now", x=now(), y="0", width="2", height="100%")
        }
    }
}

/// One bar, or two where the working day runs past midnight.
fn work(zone: Zone, base: Zone, minute: ReadSignal<i64>) -> View {
    let begins = create_selector(move || clock::work_begins(zone, base, minute.get()));
    let at_work = create_selector(move || clock::WORK.contains(&clock::of_day(zone, minute.get())));
    let length = clock::WORK.end - clock::WORK.start;
    let class = move || if at_work.get() { "zone-work zone-work-now" } else { "zone-work" };
    let percent = |minutes: i32| format!("{:.3}%", clock::share(minutes));
    let first = move || (24 * 60 - begins.get()).min(length);
    view! {
        rect(class=class(), x=percent(begins.get()), y="30%", width=percent(first()), height="40%", rx="3")
        rect(class=class(), x="0", y="30%", width=percent(length - first()), height="40%", rx="3")
    }
}

/// What the bar says.
pub(super) fn words(zone: Zone, base: Zone, at: i64) -> String {
    let begins = clock::work_begins(zone, base, at);
    let ends = begins + clock::WORK.end - clock::WORK.start;
    format!("{} to {} on the clock of {}", clock::time(begins), clock::time(ends), base.name())
}

/// Hours above the band.
pub(super) fn axis() -> View {
    let hours: Vec<View> =
        ["0", "6", "12", "18", "24"].into_iter().map(|hour| view! { span { (hour) } }).collect();
    view! { div(class="zone-axis", aria-hidden="true") { (hours) } }
}
