//! The groups that are pushed, and how many come and leave.

use crate::dom::prelude::*;

use crate::snapshot::PlanGroup;
use crate::ui::state::App;
use crate::ui::words::count;
use rollcall::plan::Wanted;

/// Groups shown before one asks for all.
const FEW: usize = 20;

pub(super) fn groups(app: App) -> View {
    let whole = create_signal(false);
    let all = create_selector(move || {
        app.plan.made.with(|made| made.as_ref().map_or_else(Vec::new, |made| made.groups.clone()))
    });
    let rows = move || {
        let most = if whole.get() { usize::MAX } else { FEW };
        all.with(|all| all.iter().take(most).cloned().collect::<Vec<PlanGroup>>())
            .into_iter()
            .map(|group| row(app, group))
            .collect::<Vec<View>>()
    };
    let empty = create_selector(move || all.with(Vec::is_empty));
    let more = create_selector(move || !whole.get() && all.with(|all| all.len() > FEW));
    view! {
        (if empty.get() {
            view! {}
        } else {
            view! {
                section(class="card plan-groups", aria-labelledby="plan-groups") {
                    h2(id="plan-groups") { "Groups pushed" }
                    p(class="hint") { "The groups that your assignments name; without assignments, all groups of the files. Someone comes along only if they are imported." }
                    table {
                        thead { tr { th(scope="col") { "Group" } th(scope="col", class="number") { "Come" } th(scope="col", class="number") { "Leave" } td {} } }
                        tbody { (rows()) }
                    }
                    (if more.get() { view! { button(r#type="button", class="quiet", on:click=move |_| whole.set(true)) { "Show all groups" } } } else { view! {} })
                }
            }
        })
    }
}

fn row(app: App, group: PlanGroup) -> View {
    let PlanGroup { name, known, pushed, added, removed } = group;
    let told = match (pushed, known) {
        (false, _) => "unchanged",
        (true, false) => "pushed for the first time",
        (true, true) => "",
    };
    let show = if added + removed > 0 {
        let (label, wanted) = (format!("Show the people of {name}"), name.clone());
        let act = move |_| {
            app.plan.wanted.set(Wanted { group: Some(wanted.clone()), ..Wanted::default() });
            app.focus("plan-people");
        };
        view! { button(r#type="button", class="quiet", aria-label=label, on:click=act) { "Show" } }
    } else {
        view! {}
    };
    let (added, removed) = (count(added), count(removed));
    view! {
        tr {
            th(scope="row") { (name) " " span(class="hint") { (told) } }
            td(class="number") { (added) }
            td(class="number") { (removed) }
            td { (show) }
        }
    }
}
