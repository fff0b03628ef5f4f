//! The page's views. One file per view; [`state::App`] is what they share.
//!
//! Text is set as text, never as markup, and positions through the style object, so that the page
//! runs under a policy that forbids inline styles, inline scripts and strings as HTML.

mod assignments;
mod branch;
mod branches;
mod causes;
mod chips;
mod columns;
mod company;
mod copy;
mod cures;
mod files;
mod filter;
mod fix;
mod grid;
mod ground;
mod guide;
mod hosted;
mod icons;
mod judged;
mod kept;
mod local;
mod marks;
mod people;
mod person;
mod placed;
mod plan;
mod rail;
mod reach;
mod recipe;
mod review;
pub(crate) mod rooms;
mod scroller;
mod settings;
mod setup;
mod sheet;
mod source;
mod state;
mod status;
mod step;
mod takeaway;
mod top;
mod trace;
mod tree;
mod update;
pub(crate) mod words;
mod zones;

use std::cell::RefCell;
use std::rc::Rc;

use crate::dom::prelude::*;
use crate::dom::render_in_scope;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use sycamore_reactive::RootHandle;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    DragEvent, Element, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent, MutationObserver,
    MutationObserverInit,
};

use super::host::Host;
pub(crate) use hosted::problem_of;
pub(crate) use state::Role;
use state::{App, State, Step};
use step::Views;

/// Views that stand in an element, and the scope of all their signals.
pub(crate) struct Mounted {
    pub(crate) app: App,
    scope: RootHandle,
}

/// Shows the page inside `root`.
#[allow(clippy::needless_pass_by_value, reason = "what JavaScript gives is given away")]
pub(crate) fn mount(root: HtmlElement, host: Host) -> Mounted {
    let mut made = None;
    let scope = create_root(|| {
        let app = State::new(root.clone(), host);
        made = Some(app);
        render_in_scope(|| page(app), &root);
    });
    Mounted { app: made.expect("a root makes what is in it at once"), scope }
}

impl Mounted {
    /// Ends everything: what comes late finds nothing to do.
    pub(crate) fn unmount(self) {
        if let Some(root) = self.app.root() {
            root.replace_children_with_node_0();
        }
        self.scope.dispose();
        self.app.ground.take();
    }
}

fn page(app: App) -> View {
    if app.place.is_embedded() {
        follow_links(app);
    } else {
        follow_address(app);
    }
    take_drops(app);
    watch_pointer(app);
    hold_focus(app);
    focus_steps(app);
    travel_by_keys(app);
    ask_before_leaving(app);
    let screen = create_selector(move || match app.step.get() {
        Step::Source | Step::Files => 0,
        Step::Review => 1,
        Step::People => 2,
        Step::Assignments => 3,
        Step::TakeAway => 4,
        Step::Zones => 5,
        Step::Plan => 6,
    });
    let notice = move || {
        app.notice.get_clone().map_or_else(View::new, |text| {
            view! {
                div(class="notice", "part"="notice", role="alert") {
                    p { (text) }
                    button(r#type="button", class="quiet", on:click=move |_| app.notice.set(None)) { "Dismiss" }
                }
            }
        })
    };
    let views = app.hosted.views;
    let alone = create_selector(move || views.get() == Views::Settings);
    // The landmarks of a page are those of the page around.
    let embedded = app.place.is_embedded();
    let class = move || match screen.get() {
        0 => "main main-setup",
        1 => "main main-review",
        2 => "main main-people",
        3 => "main main-assignments",
        4 => "main main-takeaway",
        6 => "main main-plan",
        _ => "main main-zones",
    };
    let inner = view! {
        (notice)
        (match screen.get() {
            0 => setup::setup(app),
            1 => review::review(app),
            2 => app.room(move |rooms| (rooms.people)(app)),
            3 => app.room(move |rooms| (rooms.assignments)(app)),
            4 => app.room(move |rooms| (rooms.take_away)(app)),
            6 => app.room(move |rooms| (rooms.plan)(app)),
            _ => app.room(move |rooms| (rooms.zones)(app)),
        })
    };
    view! {
        div(class=if alone.get() { "frame frame-alone" } else { "frame" }, "part"="frame") {
            a(class="skip", href="#main") { "Skip to the content" }
            (top::top(app))
            (if alone.get() { view! {} } else { rail::rail(app) })
            (if embedded {
                view! { div(id="main", "part"="main", role="group", aria-label="Rollcall", tabindex="-1", class=class()) { (inner) } }
            } else {
                view! { main(id="main", "part"="main", tabindex="-1", class=class()) { (inner) } }
            })
            (copy::offers(app))
            (update::update(app))
            div(class="unseen", role="status", aria-live="polite") { (app.voice.get_clone()) }
        }
    }
}

/// Listens as long as the views are there.
fn listen(to: &EventTarget, name: &'static str, act: impl FnMut(&web_sys::Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(to, name, options, act);
    on_cleanup(move || drop(listener));
}

/// The address names the step and nothing else; going back goes a step back.
fn follow_address(app: App) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    let read = move || location.hash().ok().and_then(|hash| Step::from_hash(&hash));
    if let Some(step) = read() {
        app.step.set(step);
    }
    listen(&window, "hashchange", move |_| {
        if let Some(step) = read()
            && step != app.step.get_untracked()
        {
            app.step.set(step);
        }
    });
}

/// The address is the page's around; links of ours lead to steps without it.
fn follow_links(app: App) {
    let Some(root) = app.root() else { return };
    listen(&root, "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^=\"#\"]").ok().flatten());
        let Some(to) = link.and_then(|link| link.get_attribute("href")) else {
            return;
        };
        event.prevent_default();
        match Step::from_hash(&to) {
            Some(step) => app.go(step),
            None => app.focus(to.trim_start_matches('#')),
        }
    });
}

/// Files may be dropped anywhere on the page.
fn take_drops(app: App) {
    let (Some(listens), Some(root)) = (app.listens(), app.root()) else { return };
    let classes = root.class_list();
    let hover = Rc::new(move |on: bool| drop(classes.toggle_with_force("dropping", on)));
    let (over, out) = (Rc::clone(&hover), Rc::clone(&hover));
    listen(&listens, "dragover", move |event| {
        event.prevent_default();
        over(true);
    });
    listen(&listens, "dragleave", move |_| out(false));
    listen(&listens, "drop", move |event| {
        // Without this the browser would leave the page and show the file.
        event.prevent_default();
        hover(false);
        let files = event.unchecked_ref::<DragEvent>().data_transfer().and_then(|data| data.files());
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on =
            |slot: &str| target.as_ref().is_some_and(|target| matches!(target.closest(slot), Ok(Some(_))));
        let role = if on(setup::MEMBERS) { Role::Members } else { Role::Export };
        let files = files.map(setup::files_of).unwrap_or_default();
        if on(setup::EARLIER) {
            app.add_earlier(files);
        } else {
            app.add(files, role);
        }
    });
}

/// Notes while a pointer is down.
fn watch_pointer(app: App) {
    let Some(root) = app.root() else { return };
    listen(&root, "pointerdown", move |_| app.pressed.set(true));
    for name in ["pointerup", "pointercancel"] {
        listen(&root, name, move |_| app.pressed.set(false));
    }
}

/// Where what has the focus goes away, the content gets it: whoever goes on by keys does not begin anew at the top.
/// What cannot be pressed for a while gets it back.
fn hold_focus(app: App) {
    let Some(root) = app.root() else { return };
    let last: Rc<RefCell<Option<HtmlElement>>> = Rc::default();
    let now = last.clone();
    let element_of = |event: &web_sys::Event| event.target().and_then(|to| to.dyn_into::<HtmlElement>().ok());
    let rests = |element: &HtmlElement| element.has_attribute("disabled");
    listen(&root, "focusin", move |event| *now.borrow_mut() = element_of(event));
    let left = last.clone();
    listen(&root, "focusout", move |event| {
        let (left, from) = (left.clone(), element_of(event));
        // Some browsers tell this of what goes away, too, and before it is gone.
        Timeout::new(0, move || {
            let mut last = left.borrow_mut();
            if *last == from && from.is_some_and(|from| from.is_connected() && !rests(&from)) {
                *last = None;
            }
        })
        .forget();
    });
    let mut rested = false;
    let look = Closure::<dyn FnMut()>::new(move || {
        let Some(element) = last.borrow().clone() else { return };
        if !element.is_connected() {
            last.borrow_mut().take();
            app.keep_focus();
        } else if rests(&element) {
            rested = true;
        } else if std::mem::take(&mut rested) && app.is_focus_lost() {
            let _ = element.focus();
        }
    });
    let Ok(observer) = MutationObserver::new(look.as_ref().unchecked_ref()) else { return };
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_attribute_filter(&js_sys::Array::of1(&"disabled".into()));
    let _ = observer.observe_with_options(&root, &what);
    on_cleanup(move || {
        observer.disconnect();
        drop(look);
    });
}

/// A change of step moves the focus to what the step is about.
fn focus_steps(app: App) {
    let mut first = true;
    create_effect(move || {
        let step = app.step.get();
        if std::mem::take(&mut first) {
            return;
        }
        // Whoever is elsewhere in the page around stays there.
        if app.place.is_embedded() && app.active().is_none() {
            return;
        }
        let empty = app.files.with_untracked(Vec::is_empty);
        app.focus_soon(setup::heading(step, empty));
    });
}

/// Ctrl+Z and its like, outside of fields that have an undo of their own.
fn travel_by_keys(app: App) {
    let Some(listens) = app.listens() else { return };
    listen(&listens, "keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let (key, command) = (event.key().to_lowercase(), event.ctrl_key() || event.meta_key());
        let redo = (key == "z" && event.shift_key()) || (key == "y" && event.ctrl_key());
        if !command || event.alt_key() || !(redo || key == "z") || in_text(event) {
            return;
        }
        event.prevent_default();
        // What is looked at before it is applied rests on what stands now.
        if app.cures.proposed.with_untracked(Option::is_some) {
            return;
        }
        if redo {
            app.redo();
        } else {
            app.undo();
        }
    });
}

fn in_text(event: &KeyboardEvent) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio" | "file" | "button"))
}

/// Leaving asks first where changes would be missed.
fn ask_before_leaving(app: App) {
    let Some(window) = web_sys::window() else {
        return;
    };
    listen(&window, "beforeunload", move |event| {
        if app.would_lose() {
            event.prevent_default();
        }
    });
}
