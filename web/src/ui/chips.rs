//! Parts of the filter that are about groups and assignments: a chip for each that is set, and a menu.

use crate::dom::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::icons::icon;
use super::state::{App, Filter};
use super::words;
use rollcall::profile::Attribute;

/// As many groups stand in the menu, the largest first.
const GROUPS: usize = 200;

/// Takes one of these members out of the filter.
type Member = fn(&mut Filter);

const ASSIGNMENT: Member = |filter| filter.assignment = None;
const GROUP: Member = |filter| filter.group = None;
const PLACED: Member = |filter| filter.placed = None;
const EMPTY: Member = |filter| filter.empty = None;
const ZONE: Member = |filter| filter.zone = None;
const ZONE_SOURCE: Member = |filter| filter.zone_source = None;
const MOVES: Member = |filter| filter.moves = None;
const WITHIN: Member = |filter| filter.within = None;
const MANAGER: Member = |filter| filter.manager = None;

const PLACES: [(&str, &str); 3] = [
    ("none", "In no group"),
    ("unmatched", "In groups no assignment names"),
    ("several", "Fits several assignments"),
];

/// What a member of the filter says, in words.
fn words(app: App, filter: &Filter) -> Vec<(String, Member)> {
    let mut chips: Vec<(String, Member)> = Vec::new();
    if let Some(name) = &filter.assignment {
        let text = if name == rollcall::assignment::DEFAULT {
            words::assignment(name)
        } else {
            format!("Assignment {name}")
        };
        chips.push((text, ASSIGNMENT));
    }
    if let Some(name) = &filter.group {
        chips.push((format!("In group {name}"), GROUP));
    }
    if let Some(placed) = &filter.placed {
        let text = match (placed.strip_prefix("seat:"), PLACES.iter().find(|place| place.0 == placed)) {
            (Some(id), _) => format!("With the seat {}", seat_name(app, id)),
            (None, Some(place)) => place.1.to_owned(),
            (None, None) => placed.clone(),
        };
        chips.push((text, PLACED));
    }
    if let Some(name) = &filter.empty {
        let label = Attribute::from_name(name).map_or(name.as_str(), |attribute| attribute.label());
        chips.push((format!("No {label} yet"), EMPTY));
    }
    if let Some(zone) = &filter.zone {
        let text = if zone == "none" { "No time zone".to_owned() } else { format!("Time zone {zone}") };
        chips.push((text, ZONE));
    }
    if let Some(source) = &filter.zone_source {
        chips.push((format!("Zone by {}", words::zone_source(source)), ZONE_SOURCE));
    }
    if let Some(what) = &filter.moves {
        chips.push((format!("Would move with {}", words::what_if(what)), MOVES));
    }
    if let Some(text) = &filter.within {
        chips.push((format!("\"{text}\" in any column"), WITHIN));
    }
    if let Some(manager) = &filter.manager {
        let text = match manager.as_str() {
            "none" => "Without a manager",
            "circle" => "In a circle of managers",
            _ => "Manager is not imported",
        };
        chips.push((text.to_owned(), MANAGER));
    }
    chips
}

/// The name of a seat of the catalog.
fn seat_name(app: App, id: &str) -> String {
    app.settings.with_untracked(|draft| {
        draft.catalog.seat(id).map_or_else(|| id.to_owned(), |seat| seat.label().to_owned())
    })
}

/// What is set; a click takes it away.
pub(crate) fn chips(app: App) -> View {
    let set = create_selector(move || {
        app.filter.with(|filter| words(app, filter).into_iter().map(|chip| chip.0).collect::<Vec<_>>())
    });
    let list = move || {
        let _ = set.get_clone();
        let chips = app.filter.with_untracked(|filter| words(app, filter));
        let chips: Vec<View> = chips
            .into_iter()
            .map(|(text, member)| {
                let (mark, unseen) = (icon("close"), format!("Remove filter: {text}"));
                let remove = move |_| app.filter.update(member);
                view! {
                    li { button(r#type="button", class="chip", aria-label=unseen, on:click=remove) { span { (text) } (mark) } }
                }
            })
            .collect();
        if chips.is_empty() {
            view! {}
        } else {
            view! { ul(class="chips", aria-label="Filters that are set") { (chips) } }
        }
    };
    view! { (list()) }
}

/// Assignments and groups, to list the people of one.
pub(crate) fn menu(app: App) -> View {
    let Some(checked) = app.checked.get_clone() else {
        return view! {};
    };
    let simulation = &checked.simulation;
    if simulation.groups.is_empty() && simulation.assignments.len() < 2 {
        return view! {};
    }
    // Without counts: those of the simulation are of people who arrive, and the list shows everyone.
    let option = |kind: &str, name: &str| {
        let (value, text) = (format!("{kind}:{name}"), words::assignment(name));
        view! { option(value=value) { (text) } }
    };
    let assignments: Vec<View> =
        simulation.assignments.iter().map(|one| option("assignment", &one.name)).collect();
    let groups: Vec<View> =
        simulation.groups.iter().take(GROUPS).map(|group| option("group", &group.name)).collect();
    let places: Vec<View> = PLACES
        .iter()
        .map(|(value, text)| {
            let value = format!("placed:{value}");
            view! { option(value=value) { (*text) } }
        })
        .collect();
    let now = move || {
        app.filter.with(|filter| {
            let of = |kind: &str, name: &Option<String>| name.as_ref().map(|name| format!("{kind}:{name}"));
            of("assignment", &filter.assignment)
                .or_else(|| of("group", &filter.group))
                .or_else(|| of("placed", &filter.placed))
                .unwrap_or_default()
        })
    };
    let on_change = move |event: web_sys::Event| {
        let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        else {
            return;
        };
        let value = select.value();
        app.filter.update(|filter| {
            (filter.assignment, filter.group, filter.placed) = (None, None, None);
            let own = |name: &str| Some(name.to_owned());
            match value.split_once(':') {
                Some(("assignment", name)) => filter.assignment = own(name),
                Some(("group", name)) => filter.group = own(name),
                Some((_, name)) => filter.placed = own(name),
                None => {}
            }
        });
    };
    let groups = if groups.is_empty() {
        view! {}
    } else {
        view! { optgroup(label="Groups") { (groups) } }
    };
    view! {
        span(class="select") {
            select(aria-label="Group or assignment", prop:value=now(), on:change=on_change) {
                option(value="") { "Any group" }
                optgroup(label="Assignments") { (assignments) }
                optgroup(label="Placed") { (places) }
                (groups)
            }
        }
    }
}
