//! The time of day, and what clocks show at it. The core has no clock of its own.

use crate::dom::prelude::*;
use gloo_timers::callback::Interval;

use rollcall::reference::Zone;
use rollcall::timezone;

/// How often the clock is looked at, in milliseconds.
const GLANCE: u32 = 2_000;
const DAY: i32 = 24 * 60;
/// A working day, in minutes from midnight.
pub(super) const WORK: std::ops::Range<i32> = 9 * 60..17 * 60;

/// The present minute in Unix seconds; changes once a minute.
pub(super) fn minute() -> ReadSignal<i64> {
    let now = create_signal(read());
    let interval = Interval::new(GLANCE, move || {
        if now.is_alive() && now.get_untracked() != read() {
            now.set(read());
        }
    });
    on_cleanup(move || drop(interval));
    *now
}

fn read() -> i64 {
    (js_sys::Date::now() / 60_000.0).floor() as i64 * 60
}

/// Minutes east of UTC.
pub(super) fn offset(zone: Zone, at: i64) -> i32 {
    zone.clock_at(at).offset_seconds / 60
}

/// Minutes since midnight of the zone's clock.
pub(super) fn of_day(zone: Zone, at: i64) -> i32 {
    ((at.rem_euclid(86_400) / 60) as i32 + offset(zone, at)).rem_euclid(DAY)
}

/// `14:05`.
pub(super) fn time(minutes: i32) -> String {
    let minutes = minutes.rem_euclid(DAY);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// What a zone's clock shows: time, offset, and `yesterday` or `tomorrow` where the clock of `base` has another date.
pub(super) fn reading(zone: Zone, base: Zone, at: i64) -> (String, String, &'static str) {
    let own = timezone::clock(zone, at);
    let other = timezone::clock(base, at);
    let split = |text: &str| text.split_once(' ').map(|(date, time)| (date.to_owned(), time.to_owned()));
    let ((date, time), (here, _)) =
        (split(&own.local).unwrap_or_default(), split(&other.local).unwrap_or_default());
    let day = match date.cmp(&here) {
        std::cmp::Ordering::Less => "yesterday",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "tomorrow",
    };
    (time, own.offset, day)
}

/// When the working day of a zone begins on the clock of `base`, in minutes from midnight.
pub(super) fn work_begins(zone: Zone, base: Zone, at: i64) -> i32 {
    (WORK.start - offset(zone, at) + offset(base, at)).rem_euclid(DAY)
}

/// A place on the band, in percent of a day.
pub(super) fn share(minutes: i32) -> f64 {
    f64::from(minutes) / f64::from(DAY) * 100.0
}
