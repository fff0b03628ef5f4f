//! The last chance: what is fixed once people are in Gong, and what can be set by hand a single time.

use crate::dom::prelude::*;

use super::simulation::number;
use crate::ui::state::{App, Filter};
use crate::ui::words::count;
use rollcall::assignment::{Governance, Simulation};

pub(super) fn chance(app: App, now: &Simulation) -> View {
    if now.people == 0 {
        return view! {};
    }
    let (some, none): (Vec<&Governance>, Vec<&Governance>) =
        now.governance.iter().partition(|one| one.once > 0);
    let some: Vec<View> = some.into_iter().map(|one| row(app, one)).collect();
    let none: Vec<View> = none.into_iter().map(|one| row(app, one)).collect();
    let first = if some.is_empty() {
        view! { p { "No attribute that the files hold is empty for anyone: nothing is left to set by hand." } }
    } else {
        let table = table(some);
        view! { (table) }
    };
    let rest = table(none);
    view! {
        h3 { "Last chance" }
        p(class="hint") { "What is filled at the first push is locked in Gong. What is empty can be set once by hand, and is fixed then. Fill it at the source before." }
        (first)
        details(class="more") { summary { "All other attributes" } (rest) }
    }
}

fn table(rows: Vec<View>) -> View {
    view! {
        table(class="mapping chance") {
            thead { tr { th(scope="col") { "Attribute" } th(scope="col") { "Locked" } th(scope="col") { "Once by hand" } th(scope="col") { "Unknown" } } }
            tbody { (rows) }
        }
    }
}

fn row(app: App, governance: &Governance) -> View {
    let Governance { attribute, label, locked, once, unknown } = governance.clone();
    let filter = Filter { empty: Some(attribute.name().to_owned()), ..Filter::default() };
    let (label, free) = (label.to_string(), number(app, once, count(once), filter));
    let (locked, unknown) = (count(locked), count(unknown));
    view! { tr { th(scope="row") { (label) } td { (locked) } td { (free) } td { (unknown) } } }
}
