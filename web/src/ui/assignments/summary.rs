//! What keeps the settings from being saved and what is doubtful, in a list that leads to the fields.

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::icons;
use crate::ui::marks::Mark;
use crate::ui::settings::DEFAULT_KEY;
use crate::ui::state::App;
use crate::ui::words::{count, counted};

/// As many are listed of a kind.
const LISTED: usize = 50;

/// `2 things to mend before saving, 3 warnings`; nothing where all is well.
pub(super) fn headline(marks: &[Mark]) -> Option<String> {
    let refused = marks.iter().filter(|mark| mark.refused).count() as u64;
    let doubtful = marks.iter().filter(|mark| loud(mark) && !mark.refused).count() as u64;
    let mend = counted(refused, "thing to mend before saving", "things to mend before saving");
    let warn = counted(doubtful, "warning", "warnings");
    match (refused, doubtful) {
        (0, 0) => None,
        (_, 0) => Some(mend),
        (0, _) => Some(warn),
        _ => Some(format!("{mend}, {warn}")),
    }
}

fn loud(mark: &Mark) -> bool {
    mark.refused || mark.severity != "notice"
}

pub(super) fn summary(app: App) -> View {
    let marks = app.edit.marks;
    // Views are made from a copy: none can be made while a signal is being read.
    let list = move |wanted: fn(&Mark) -> bool| {
        let marks = marks.get_clone();
        let wanted: Vec<&Mark> = marks.iter().filter(|mark| wanted(mark)).collect();
        let mut entries: Vec<View> = wanted.iter().take(LISTED).map(|mark| entry(app, mark)).collect();
        if wanted.len() > LISTED {
            let more = format!("and {} more", count((wanted.len() - LISTED) as u64));
            entries.push(view! { li { (more) } });
        }
        entries
    };
    let open = create_signal(false);
    view! {
        (match marks.with(|marks| headline(marks)) {
            Some(text) => {
                let entries = list(loud);
                view! { div(class="summary") { p(class="summary-title") { strong { (text) } } ul { (entries) } } }
            }
            None => view! {},
        })
        (match marks.with(|marks| marks.iter().filter(|mark| !loud(mark)).count() as u64) {
            0 => view! {},
            number => {
                let title = counted(number, "thing to know", "things to know");
                view! {
                    details(class="more", open=open.get_untracked(), on:toggle=move |event: web_sys::Event| open.set(is_open(&event))) {
                        summary { (title) }
                        ul(class="summary-list") { (if open.get() { list(|mark| !loud(mark)) } else { Vec::new() }) }
                    }
                }
            }
        })
    }
}

/// Whether a disclosure that tells of its change is open.
pub(super) fn is_open(event: &web_sys::Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .is_some_and(|details| details.has_attribute("open"))
}

fn entry(app: App, mark: &Mark) -> View {
    let Mark { severity, path, message, .. } = mark.clone();
    let sign = icons::severity(severity);
    view! {
        li { (sign) " " button(r#type="button", class="link", on:click=move |_| go_to(app, path.clone())) { (message) } }
    }
}

/// Opens what holds the field at a path and focuses it, or what is nearest to it.
pub(super) fn go_to(app: App, path: String) {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next().and_then(|place| place.parse::<usize>().ok())) {
        (Some("assignments"), Some(place)) => {
            app.edit.open.set(app.edit.keys.with_untracked(|keys| keys.get(place).copied()));
        }
        (Some("defaultAssignment"), _) => app.edit.open.set(Some(DEFAULT_KEY)),
        _ => {}
    }
    Timeout::new(0, move || {
        let mut path = path.as_str();
        while !path.is_empty() {
            if focus_path(app, path) {
                return;
            }
            path = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
    })
    .forget();
}

/// Focuses the field that carries this path, or the first one in what carries it.
fn focus_path(app: App, path: &str) -> bool {
    const FOCUSABLE: &str = "input, select, button, summary";
    let selector = format!("[data-path=\"{}\"]", path.replace('\\', "\\\\").replace('"', "\\\""));
    let Some(element) = app.root().and_then(|root| root.query_selector(&selector).ok().flatten()) else {
        return false;
    };
    // What is folded away is unfolded first.
    let mut above = element.closest("details").ok().flatten();
    while let Some(details) = above {
        let _ = details.set_attribute("open", "");
        above = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    let target = if element.matches(FOCUSABLE).unwrap_or(false) {
        Some(element)
    } else {
        element.query_selector(FOCUSABLE).ok().flatten()
    };
    let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    target.scroll_into_view_with_bool(true);
    target.focus().is_ok()
}
