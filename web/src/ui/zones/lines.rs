//! The rows of the picture: people without a zone of their own first, then one row a zone.

use super::clock;
use crate::ui::state::Filter;
use rollcall::check::{ZonePeople, Zones};
use rollcall::reference::Zone;

/// In which order zones stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    WestToEast,
    People,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// People who have no zone at all.
    None,
    /// People who have the company's default.
    Default,
    /// People whose own values decide.
    Own,
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) kind: Kind,
    pub(super) zone: Option<Zone>,
    pub(super) count: u64,
    /// Weekend days with the number of people, the most frequent first.
    pub(super) weekends: Vec<(Vec<String>, u64)>,
    /// Lists exactly these people.
    pub(super) filter: Filter,
}

/// All rows; who has no zone of their own comes first in any order. `at` in Unix seconds.
pub(super) fn lines(zones: &Zones, order: Order, at: i64) -> Vec<Line> {
    let mut lines: Vec<Line> = zones.zones.iter().flat_map(of_zone).collect();
    lines.sort_by_key(|line| {
        let last = line.kind == Kind::Own;
        let offset = line.zone.map_or(0, |zone| clock::offset(zone, at));
        let name = line.zone.map_or("", Zone::name);
        match order {
            Order::WestToEast => (last, i64::from(offset), name),
            Order::People => (last, -line.count.cast_signed(), name),
        }
    });
    lines
}

/// People of one zone: those by default apart from the others.
fn of_zone(people: &ZonePeople) -> impl Iterator<Item = Line> + use<> {
    let zone = people.zone.as_deref().and_then(Zone::from_name);
    let defaulted = people.sources.default;
    let part = |kind, count, filter, own: fn(u64, u64) -> u64| {
        let weekends = people.weekends.iter().map(|all| (all.days.clone(), own(all.count, all.defaulted)));
        let weekends = weekends.filter(|weekend| weekend.1 > 0).collect();
        (count > 0).then_some(Line { kind, zone, count, weekends, filter })
    };
    let some = |text: &str| Some(text.to_owned());
    let default = part(
        Kind::Default,
        defaulted,
        Filter { zone_source: some("default"), ..Filter::default() },
        |_, defaulted| defaulted,
    );
    let kind = if people.zone.is_some() { Kind::Own } else { Kind::None };
    let filter = Filter {
        zone: some(people.zone.as_deref().unwrap_or("none")),
        // Without this the people by default would be listed, too.
        zone_source: if defaulted > 0 { some("own") } else { None },
        ..Filter::default()
    };
    let own = part(kind, people.count - defaulted, filter, |all, defaulted| all - defaulted);
    default.into_iter().chain(own)
}
