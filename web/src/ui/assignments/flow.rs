//! The way of people from groups to assignments, as a picture and as a table.

use std::collections::BTreeMap;

use crate::dom::prelude::*;

use super::simulation::{number, of_assignment, of_group};
use super::summary::is_open;
use crate::ui::state::{App, Filter};
use crate::ui::words::{self, count, counted, people};
use rollcall::assignment::{Simulation, group_key};

/// As many groups have a row of their own.
const GROUPS: usize = 12;
/// As many assignments have one, the default one included.
const ASSIGNMENTS: usize = 16;
/// Height of a row in pixels; the style sheet says the same.
const ROW: usize = 28;
/// Height of the thickest row's people.
const THICK: f64 = 22.0;
/// As many rows of the table are shown.
const LINES: usize = 200;

/// Rows left and right, and who goes from which to which.
struct Drawn {
    left: Vec<(String, u64)>,
    /// With whether nobody ever gets there.
    right: Vec<(String, u64, bool)>,
    /// People by rows.
    ribbons: BTreeMap<(usize, usize), u64>,
    /// Rows of groups and of the assignments that name them in vain.
    shadowed: Vec<(usize, usize)>,
}

impl Drawn {
    fn new(now: &Simulation) -> Drawn {
        let shown = now.groups.iter().take_while(|group| group.people > 0).count();
        let own = if shown > GROUPS + 1 { GROUPS } else { shown };
        let mut left: Vec<(String, u64)> =
            now.groups.iter().take(own).map(|group| (group.name.clone(), group.people)).collect();
        let others = (shown > own).then_some(left.len());
        if others.is_some() {
            left.push((counted((shown - own) as u64, "other group", "other groups"), 0));
        }
        let mut no_group = None;
        let last = now.assignments.len().saturating_sub(1);
        let named = if now.assignments.len() > ASSIGNMENTS { ASSIGNMENTS - 2 } else { last };
        let row_of = |place: usize| if place == last && named < last { named + 1 } else { place.min(named) };
        let mut right: Vec<(String, u64, bool)> = Vec::new();
        for (place, own) in now.assignments.iter().enumerate() {
            let unreached = !own.reachable && !own.groups.is_empty();
            let row = row_of(place);
            if row == right.len() {
                right.push((words::assignment(&own.name), own.members, unreached));
            } else {
                let all = &mut right[row];
                *all = (format!("Numbers {} to {last}", named + 1), all.1 + own.members, false);
            }
        }
        let mut ribbons = BTreeMap::new();
        for path in &now.paths {
            let row = match path.group {
                Some(group) if group < own => group,
                Some(_) => match others {
                    Some(row) => {
                        left[row].1 += path.people;
                        row
                    }
                    None => continue,
                },
                None => {
                    let row = *no_group.get_or_insert(left.len());
                    if row == left.len() {
                        left.push(("in no group".to_owned(), 0));
                    }
                    left[row].1 += path.people;
                    row
                }
            };
            *ribbons.entry((row, row_of(path.assignment))).or_insert(0) += path.people;
        }
        let mut shadowed = Vec::new();
        for (place, assignment) in now.assignments.iter().enumerate() {
            for group in assignment.groups.iter().filter(|group| group.shadowed_by.is_some()) {
                let key = group_key(&group.name);
                if let Some(row) = now.groups.iter().take(own).position(|one| group_key(&one.name) == key) {
                    shadowed.push((row, row_of(place)));
                }
            }
        }
        Drawn { left, right, ribbons, shadowed }
    }

    /// The ribbons as SVG, in a frame of 100 by as many rows as there are.
    #[allow(clippy::cast_precision_loss, reason = "heights of a few pixels")]
    fn ribbons(&self) -> Vec<View> {
        let mut out: Vec<u64> = vec![0; self.left.len()];
        let mut into: Vec<u64> = vec![0; self.right.len()];
        for (&(from, to), &number) in &self.ribbons {
            out[from] += number;
            into[to] += number;
        }
        let most = out.iter().chain(&into).copied().max().unwrap_or(1).max(1) as f64;
        let thick = |number: u64| number as f64 / most * THICK;
        let middle = |row: usize| (row * ROW + ROW / 2) as f64;
        let mut left: Vec<f64> =
            out.iter().enumerate().map(|(row, &all)| middle(row) - thick(all) / 2.0).collect();
        let mut right: Vec<f64> =
            into.iter().enumerate().map(|(row, &all)| middle(row) - thick(all) / 2.0).collect();
        let mut views = Vec::new();
        for (&(from, to), &number) in &self.ribbons {
            let (width, y, z) = (thick(number), left[from], right[to]);
            left[from] += width;
            right[to] += width;
            // What is too thin to be seen is drawn a little thicker.
            let width = width.max(1.0);
            let path = format!(
                "M0 {y:.1}C50 {y:.1} 50 {z:.1} 100 {z:.1}L100 {:.1}C50 {:.1} 50 {:.1} 0 {:.1}Z",
                z + width,
                z + width,
                y + width,
                y + width
            );
            let kind = if to + 1 == self.right.len() { "ribbon ribbon-default" } else { "ribbon" };
            views.push(view! { path(class=kind, d=path) });
        }
        for &(from, to) in &self.shadowed {
            let (y, z) = (middle(from), middle(to));
            let path = format!("M0 {y}C50 {y} 50 {z} 100 {z}");
            views.push(view! { path(class="ribbon-shadowed", d=path, "vector-effect"="non-scaling-stroke") });
        }
        views
    }
}

pub(super) fn flow(app: App, now: &Simulation, open: Signal<bool>) -> View {
    if !now.knows_groups || now.people == 0 {
        return view! {};
    }
    let drawn = Drawn::new(now);
    let rows = drawn.left.len().max(drawn.right.len());
    let (height, frame) = ((rows * ROW).to_string(), format!("0 0 100 {}", rows * ROW));
    let left: Vec<View> = drawn
        .left
        .iter()
        .map(|(name, number)| {
            let (name, number) = (name.clone(), count(*number));
            view! { li { span(class="flow-name") { (name) } span(class="flow-number") { (number) } } }
        })
        .collect();
    let right: Vec<View> = drawn
        .right
        .iter()
        .map(|(name, number, unreached)| {
            let (name, number) = (name.clone(), count(*number));
            let class = if *unreached { "flow-unreached" } else { "" };
            view! { li(class=class) { span(class="flow-number") { (number) } span(class="flow-name") { (name) } } }
        })
        .collect();
    let ribbons = drawn.ribbons();
    let dashed = if drawn.shadowed.is_empty() {
        view! {}
    } else {
        view! { p(class="hint") { "Dashed: an earlier assignment takes this group." } }
    };
    let table = table(app, now);
    view! {
        h3 { "From groups to assignments" }
        div(class="flow", role="img", aria-label="People flow from their groups to their assignments. The table below says the same.") {
            ul { (left) }
            svg("viewBox"=frame, "preserveAspectRatio"="none", width="100%", height=height) { (ribbons) }
            ul { (right) }
        }
        (dashed)
        p(class="hint") { "Someone in two groups is drawn twice." }
        details(class="more", open=open.get_untracked(), on:toggle=move |event: web_sys::Event| open.set(is_open(&event))) {
            summary { "As a table" }
            (table)
        }
    }
}

fn table(app: App, now: &Simulation) -> View {
    let mut rows: Vec<View> = Vec::new();
    for path in now.paths.iter().take(LINES) {
        let assignment = &now.assignments[path.assignment].name;
        let own = of_assignment(assignment);
        let (group, filter) = match path.group.and_then(|group| now.groups.get(group)) {
            Some(group) => {
                (group.name.clone(), Filter { assignment: own.assignment, ..of_group(&group.name) })
            }
            None => ("in no group".to_owned(), Filter { placed: Some("none".to_owned()), ..own }),
        };
        let (name, people) =
            (words::assignment(assignment), number(app, path.people, people(path.people), filter));
        rows.push(view! { tr { td { (group) } td { (people) } td { (name) } } });
    }
    for own in &now.assignments {
        for group in &own.groups {
            let Some(by) = group.shadowed_by.and_then(|place| now.assignments.get(place)) else { continue };
            let (name, group) = (format!("{}, never: {} takes it", own.name, by.name), group.name.clone());
            rows.push(view! { tr(class="table-shadowed") { td { (group) } td { "nobody" } td { (name) } } });
        }
    }
    let more = now.paths.len().saturating_sub(LINES);
    let more =
        if more == 0 { String::new() } else { format!("and {} more", counted(more as u64, "way", "ways")) };
    view! {
        table(class="mapping") {
            thead { tr { th(scope="col") { "Group" } th(scope="col") { "People" } th(scope="col") { "Get" } } }
            tbody { (rows) }
        }
        p(class="hint") { (more) }
    }
}
