//! The set-up guide: a checklist to tick off, with what the files show, and something to print.
//!
//! What is folded away is hidden on screen only: it prints all the same.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

use crate::dom::prelude::*;

use super::icons::icon;
use super::reach;
use super::state::{App, Filter};
use super::words::count;
use crate::snapshot::{Guide, GuideItem, GuidePeople, GuideStep};
use crate::storage;
use rollcall::export::Source;
use rollcall::guide;

/// Where the ticks are kept between visits: ids of items by source. They are not personal.
const STORAGE: &str = "rollcall.guide";

/// The last part of the guide, beside its steps.
const REACH: &str = "reach";

/// Ids of the items that are done, by source.
type Ticks = BTreeMap<String, BTreeSet<String>>;

/// What the parts of the guide share.
#[derive(Clone, Copy)]
struct Shared {
    app: App,
    ticks: Signal<Ticks>,
    /// Ids of the steps that are unfolded.
    open: Signal<HashSet<String>>,
}

impl Shared {
    fn is_ticked(self, source: &str, id: &str) -> bool {
        self.ticks.with(|ticks| ticks.get(source).is_some_and(|ids| ids.contains(id)))
    }

    fn tick(self, source: &str, id: &str) {
        self.ticks.update(|ticks| {
            let ids = ticks.entry(source.to_owned()).or_default();
            if !ids.remove(id) {
                ids.insert(id.to_owned());
            }
        });
        if !self.app.hosted.keeps.get_untracked() {
            self.ticks.with_untracked(|ticks| storage::set(STORAGE, ticks));
        }
    }

    /// `3 of 17 done`.
    fn done(self, source: &str, items: &[String]) -> String {
        let done = items.iter().filter(|id| self.is_ticked(source, id)).count();
        format!("{} of {} done", count(done as u64), count(items.len() as u64))
    }

    fn is_open(self, id: &str) -> bool {
        self.open.with(|open| open.contains(id))
    }

    fn fold(self, id: &str) {
        self.open.update(|open| {
            if !open.remove(id) {
                open.insert(id.to_owned());
            }
        });
    }
}

pub(crate) fn guide(app: App) -> View {
    // A host that keeps the settings is where nothing is kept besides.
    let hosted = app.hosted.keeps.get_untracked();
    let shared = Shared {
        app,
        ticks: create_signal(if hosted { Ticks::new() } else { storage::get(STORAGE).unwrap_or_default() }),
        open: create_signal(HashSet::new()),
    };
    let unfolded = create_signal(app.files.with_untracked(Vec::is_empty));
    let last = app.later.guide;
    let shown = create_signal(match last.get_clone_untracked() {
        Some(guide) if app.checked.with_untracked(Option::is_some) => guide,
        _ => Rc::new(untrack(|| without_files(app))),
    });
    let show = move |guide: Guide| {
        // The answer may come when the view is gone.
        if shown.is_alive() && shown.with_untracked(|now| **now != guide) {
            shown.set(Rc::new(guide));
        }
    };
    create_effect(move || match app.checked.get_clone() {
        Some(checked) => checked.client.guide(move |guide| {
            last.set(Some(Rc::new(guide.clone())));
            show(guide);
        }),
        None => show(without_files(app)),
    });
    let source = create_selector(move || shown.with(|guide| guide.source.clone()));
    let items =
        create_selector(move || shown.with(|guide| guide.steps.iter().flat_map(ids).collect::<Vec<_>>()));
    let attention =
        create_selector(move || shown.with(|guide| guide.steps.iter().map(waiting).sum::<usize>()));
    let done = move || items.with(|items| source.with(|source| shared.done(source, items)));
    let print = move |_| {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    };
    let chevron = icon("fold");
    // Of a page that is not ours, paper would show everything else too.
    let embedded = app.place.is_embedded();
    view! {
        section(class="card guide", aria-labelledby="guide-title") {
            div(class="guide-head") {
                h2(id="guide-title") {
                    button(
                        r#type="button", class="fold", aria-expanded=if unfolded.get() { "true" } else { "false" }, aria-controls="guide-body",
                        on:click=move |_| unfolded.set(!unfolded.get_untracked())
                    ) { (chevron) "Set-up guide" }
                }
                p(class="guide-standing") { (label(&source.get_clone())) " · " (done()) (mark(attention.get())) }
                (if embedded { view! {} } else { view! { button(r#type="button", class="guide-print", on:click=print) { "Print the guide" } } })
            }
            div(id="guide-body", class="guide-body", hidden=!unfolded.get()) {
                p(class="hint") { "The steps of Gong's own articles. Tick off what is done" (if app.hosted.keeps.get() { "; the ticks go with this page." } else { "; the ticks stay in this browser." }) }
                (body(shared, &shown.get_clone()))
            }
        }
    }
}

fn ids(step: &GuideStep) -> Vec<String> {
    step.items.iter().map(|item| item.id.clone()).collect()
}

/// How many items of a step need attention.
fn waiting(step: &GuideStep) -> usize {
    step.items.iter().filter(|item| item.attention).count()
}

fn label(source: &str) -> &'static str {
    Source::from_name(source).unwrap_or(Source::Okta).label()
}

/// Before a file was checked, the guide is that of the chosen source.
fn without_files(app: App) -> Guide {
    let settings = app.settings.with(|draft| draft.settings().0);
    let source = settings.source.unwrap_or(Source::Okta);
    let guide = serde_json::to_value(guide::Guide::of_settings(source, &settings)).unwrap_or_default();
    serde_json::from_value(guide).unwrap_or_default()
}

fn body(shared: Shared, guide: &Guide) -> View {
    let steps: Vec<View> = guide
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let items = ids(step);
            let source = guide.source.clone();
            let done = move || shared.done(&source, &items);
            let title = format!("{}. {}", at + 1, step.title);
            let items = step.items.iter().enumerate();
            let content: Vec<View> = items
                .map(|(place, one)| item(shared, &guide.source, format!("{}.{}", at + 1, place + 1), one))
                .collect();
            let content = view! { ul(class="guide-items") { (content) } };
            fold(shared, &step.id, title, waiting(step), done, content)
        })
        .collect();
    let sent = guide.reach.iter().filter(|reach| reach.mapping == "sent").count();
    let sent = format!("{} of {} sent by default", count(sent as u64), count(guide.reach.len() as u64));
    let table = reach::table(guide);
    let reach =
        fold(shared, REACH, "Reach: what of a person will arrive".to_owned(), 0, move || sent.clone(), table);
    view! { (steps) (reach) }
}

/// Something that folds away, with what there is to know of it in a line.
fn fold(
    shared: Shared,
    id: &str,
    title: String,
    attention: usize,
    standing: impl Fn() -> String + 'static,
    content: View,
) -> View {
    let (own, toggled) = (id.to_owned(), id.to_owned());
    let is_open = create_selector(move || shared.is_open(&own));
    let (heading, controls) = (format!("guide-step-{id}"), format!("guide-step-{id}"));
    let (chevron, mark) = (icon("fold"), mark(attention));
    view! {
        div(class="guide-step") {
            div(class="guide-step-head") {
                h3 {
                    button(
                        r#type="button", class="fold", aria-expanded=if is_open.get() { "true" } else { "false" }, aria-controls=controls,
                        on:click=move |_| shared.fold(&toggled)
                    ) { (chevron) (title) }
                }
                p(class="guide-standing") { (standing()) (mark) }
            }
            div(id=heading, class="guide-body", hidden=!is_open.get()) { (content) }
        }
    }
}

/// How much there is to look at: icon and words.
fn mark(attention: usize) -> View {
    if attention == 0 {
        return view! {};
    }
    let (icon, words) = (icon("warning"), format!("{} to look at", count(attention as u64)));
    view! { span(class="severity severity-warning") { (icon) (words) } }
}

/// One line of the list. Its box is named by its number: the words around it are those of fields elsewhere.
fn item(shared: Shared, source: &str, number: String, item: &GuideItem) -> View {
    let (source, id, text) = (source.to_owned(), item.id.clone(), item.text.clone());
    let (ticked_source, ticked_id) = (source.clone(), id.clone());
    let ticked = create_selector(move || shared.is_ticked(&ticked_source, &ticked_id));
    let (text_id, fact_id) = (format!("guide-{id}-text"), format!("guide-{id}-fact"));
    let described = if item.fact.is_some() { format!("{text_id} {fact_id}") } else { text_id.clone() };
    let fact = fact(shared.app, &fact_id, item);
    view! {
        li(class=if ticked.get() { "guide-item guide-done" } else { "guide-item" }) {
            label(class="guide-tick") {
                input(
                    r#type="checkbox", aria-describedby=described, prop:checked=ticked.get(),
                    on:change=move |_| shared.tick(&source, &id)
                )
                span(class="guide-number") { (number) span(class="unseen") { " done" } }
            }
            div(class="guide-text") {
                p(id=text_id) { (text) }
                (fact)
            }
        }
    }
}

/// What the files and settings show; where it is about people, it leads to them.
fn fact(app: App, id: &str, item: &GuideItem) -> View {
    let id = id.to_owned();
    let Some(text) = item.fact.clone() else {
        return view! {};
    };
    let mark = if item.attention {
        let icon = icon("warning");
        view! { span(class="severity severity-warning") { (icon) "Look at this" } " " }
    } else {
        view! {}
    };
    let text = match item.people.clone() {
        Some(people) => {
            let show = move |_| app.show(filter(people.clone()));
            view! { button(r#type="button", class="link", on:click=show) { (text) } }
        }
        None => view! { (text) },
    };
    view! { p(class="guide-fact", id=id) { (mark) (text) } }
}

fn filter(people: GuidePeople) -> Filter {
    let GuidePeople { outcome, rule, assignment } = people;
    Filter { outcome, rule, assignment, ..Filter::default() }
}
