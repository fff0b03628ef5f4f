//! The lines of the hierarchy, painted by hand. What is open is known to the worker; here are only the
//! lines in sight, and what keys and clicks do to them.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::dom::prelude::*;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::branch::Row;
use super::scroller::{MOST, Observer, Scroller};
use super::state::App;
use crate::snapshot::{Branch, Shown};

/// Lines kept before all are forgotten.
const KEPT: usize = 5_000;

pub(crate) const COLUMNS: [(&str, &str); 5] = [
    ("person", "Person"),
    ("direct", "Direct reports"),
    ("below", "People below"),
    ("troubles", "Troubles"),
    ("by", "Manager found by"),
];

/// What the views around the tree and the tree itself have to tell each other.
#[derive(Clone, Copy)]
pub(crate) struct Talk {
    /// The last order to the tree: an act of the worker's, and the person it is about.
    order: Signal<(&'static str, Option<u32>)>,
    pub(crate) troubles_only: Signal<bool>,
    /// First and last line in sight, and how many there are.
    pub(crate) range: Signal<(usize, usize, usize)>,
    /// The most people that stand below anyone.
    pub(crate) largest: Signal<u32>,
}

impl Talk {
    pub(crate) fn new() -> Talk {
        Talk {
            order: create_signal(("look", None)),
            troubles_only: create_signal(false),
            range: create_signal((0, 0, 0)),
            largest: create_signal(0),
        }
    }

    pub(crate) fn order(self, act: &'static str, row: Option<u32>) {
        self.order.set((act, row));
    }
}

pub(crate) fn branches(app: App, talk: Talk) -> View {
    let (frame, sizer, window) = (create_node_ref(), create_node_ref(), create_node_ref());
    let heads: Vec<View> = COLUMNS
        .iter()
        .map(|&(class, title)| {
            let class = format!("cell cell-{class}");
            view! { div(role="columnheader", class=class) { (title) } }
        })
        .collect();
    on_mount(move || {
        let node = |node: NodeRef| node.get().unchecked_into::<HtmlElement>();
        let scroller = Scroller::new(node(frame), node(sizer), node(window));
        let tree = Rc::new(RefCell::new(Painter::new(app, talk, scroller)));
        let listeners = listen(&tree);
        create_effect({
            let tree = Rc::clone(&tree);
            move || {
                // Another check begins with a tree of its own.
                app.checked.track();
                let (what, row) = talk.order.get();
                if row.is_some() {
                    tree.borrow_mut().found = row;
                }
                act(&tree, what, row);
            }
        });
        create_effect({
            let tree = Rc::clone(&tree);
            move || {
                talk.largest.track();
                let selected = app.selected.get();
                let elsewhere = selected.filter(|_| selected != tree.borrow().active_row());
                show(&tree, |tree| tree.mark(selected));
                // Someone opened from another place is shown where they stand.
                if elsewhere.is_some() {
                    act(&tree, "reveal", elsewhere);
                }
            }
        });
        on_cleanup(move || drop(listeners));
    });
    view! {
        div(
            id="people-tree", class="grid tree", role="treegrid", tabindex="0", aria-label="Hierarchy",
            aria-rowcount=(talk.range.get().2 + 1).to_string(), aria-colcount=COLUMNS.len().to_string(), r#ref=frame
        ) {
            div(role="row", class="grid-head", aria-rowindex="1") { (heads) }
            div(class="grid-sizer", role="presentation", r#ref=sizer) {
                div(class="grid-window", role="presentation", r#ref=window)
            }
        }
    }
}

/// What is painted, and where.
struct Painter {
    app: App,
    talk: Talk,
    scroller: Scroller,
    pool: Vec<Row>,
    len: usize,
    /// The line that the keyboard is on.
    active: usize,
    selected: Option<u32>,
    /// Whom somebody looked for.
    found: Option<u32>,
    /// The open panel waits for the line that the keyboard went to.
    follows: bool,
    lines: HashMap<usize, Branch>,
    asked: HashSet<usize>,
}

type Shared = Rc<RefCell<Painter>>;

/// Has the worker do something to the tree, and shows what came of it.
fn act(tree: &Shared, what: &str, row: Option<u32>) {
    let (app, sight) = {
        let tree = tree.borrow();
        (tree.app, (tree.scroller.seen().0, tree.scroller.page()))
    };
    let Some(checked) = app.checked.get_clone_untracked() else {
        return;
    };
    let weak = Rc::downgrade(tree);
    checked.client.outline(what, row, sight, move |shown| {
        if let Some(tree) = weak.upgrade() {
            let mut troubles_only = None;
            show(&tree, |tree| troubles_only = Some(tree.take(shown)));
            let talk = tree.borrow().talk;
            if let Some(only) = troubles_only
                && only != talk.troubles_only.get_untracked()
            {
                talk.troubles_only.set(only);
            }
        }
    });
}

/// Changes what is painted, paints it, and asks for the lines that are missing.
fn show(tree: &Shared, change: impl FnOnce(&mut Painter)) {
    // A change can set a signal whose effect comes back here; that effect's turn is over by then or skipped.
    let Ok(mut inner) = tree.try_borrow_mut() else {
        return;
    };
    change(&mut inner);
    inner.paint();
    let missing = inner.missing();
    let (first, last) = inner.scroller.seen();
    let (app, range, seen) = (inner.app, inner.talk.range, (first, last, inner.len));
    let follow = inner.follows.then(|| inner.active_row()).flatten();
    inner.follows &= follow.is_none();
    drop(inner);
    if range.get_untracked() != seen {
        range.set(seen);
    }
    if follow.is_some() && app.selected.get_untracked().is_some() && app.selected.get_untracked() != follow {
        app.selected.set(follow);
    }
    let Some((first, last)) = missing else {
        return;
    };
    let Some(checked) = app.checked.get_clone_untracked() else {
        return;
    };
    let weak = Rc::downgrade(tree);
    checked.client.branches(first, last, move |lines| {
        if let Some(tree) = weak.upgrade() {
            arrived(&tree, first, lines);
        }
    });
}

/// Lines that were asked for are here.
fn arrived(tree: &Shared, first: usize, lines: Vec<Branch>) {
    let change: Box<dyn FnOnce(&mut Painter)> = Box::new(move |tree| tree.keep(first, lines));
    show(tree, change);
}

/// What an event does to the tree.
type Act = fn(&Shared, &web_sys::Event);

/// Scrolling, keys, clicks and changes of size.
fn listen(tree: &Shared) -> (Vec<EventListener>, Observer) {
    let frame = tree.borrow().scroller.frame.clone();
    let on = |name: &'static str, act: Act| {
        let tree = Rc::clone(tree);
        // Keys are prevented from scrolling, so the listener may not be passive.
        EventListener::new_with_options(
            &frame,
            name,
            EventListenerOptions::enable_prevent_default(),
            move |event| act(&tree, event),
        )
    };
    let listeners = vec![
        on("scroll", |tree, _| show(tree, |tree| tree.scroller.scrolled())),
        on("keydown", |tree, event| key(tree, event.unchecked_ref())),
        on("click", click),
    ];
    let tree = Rc::clone(tree);
    (listeners, Observer::new(&frame, move || show(&tree, |_| ())))
}

fn key(tree: &Shared, event: &KeyboardEvent) {
    if event.ctrl_key() && !matches!(event.key().as_str(), "Home" | "End")
        || event.alt_key()
        || event.meta_key()
    {
        return;
    }
    let (app, active, all, page, line) = {
        let tree = tree.borrow();
        (tree.app, tree.active, tree.len, tree.scroller.page(), tree.lines.get(&tree.active).cloned())
    };
    if all == 0 {
        return;
    }
    let to = match event.key().as_str() {
        "ArrowDown" => active + 1,
        "ArrowUp" => active.saturating_sub(1),
        "PageDown" => active + page,
        "PageUp" => active.saturating_sub(page),
        "Home" => 0,
        "End" => all - 1,
        "Escape" => return app.selected.set(None),
        other => {
            let Some(line) = line else {
                return;
            };
            let row = Some(line.row);
            match other {
                "ArrowRight" if line.expanded => active + 1,
                "ArrowLeft" if !line.expanded && line.level > 1 => {
                    event.prevent_default();
                    return step(tree, "above", row);
                }
                "ArrowRight" | "ArrowLeft" => {
                    event.prevent_default();
                    if line.expanded || (line.has_children && other == "ArrowRight") {
                        act(tree, if line.expanded { "close" } else { "open" }, row);
                    }
                    return;
                }
                "*" => {
                    event.prevent_default();
                    return act(tree, "siblings", row);
                }
                "Enter" | " " => {
                    event.prevent_default();
                    open(app, line.row);
                    return app.focus_person();
                }
                _ => return,
            }
        }
    };
    event.prevent_default();
    show(tree, |tree| tree.go(to.min(all - 1)));
}

/// As [`act`], the keyboard going to another line by it.
fn step(tree: &Shared, what: &str, row: Option<u32>) {
    {
        let mut tree = tree.borrow_mut();
        (tree.found, tree.follows) = (None, true);
    }
    act(tree, what, row);
}

/// Opens the panel of someone.
fn open(app: App, row: u32) {
    if app.selected.get_untracked() != Some(row) {
        app.selected.set(Some(row));
    }
}

fn click(tree: &Shared, event: &web_sys::Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let at = |row: Element| row.get_attribute("data-at").and_then(|at| at.parse::<usize>().ok());
    let Some(at) = target.closest("[data-at]").ok().flatten().and_then(at) else {
        return;
    };
    let toggles = matches!(target.closest(".toggle"), Ok(Some(_)));
    let (app, line) = {
        let tree = tree.borrow();
        (tree.app, tree.lines.get(&at).cloned())
    };
    let Some(line) = line else {
        return;
    };
    show(tree, |tree| {
        tree.active = at;
        tree.found = None;
    });
    if toggles && line.has_children {
        act(tree, if line.expanded { "close" } else { "open" }, Some(line.row));
    } else {
        open(app, line.row);
    }
}

impl Painter {
    fn new(app: App, talk: Talk, scroller: Scroller) -> Painter {
        Painter {
            app,
            talk,
            scroller,
            pool: Vec::new(),
            len: 0,
            active: 0,
            selected: None,
            found: None,
            follows: false,
            lines: HashMap::new(),
            asked: HashSet::new(),
        }
    }

    /// The row that the keyboard is on, if its line is here.
    fn active_row(&self) -> Option<u32> {
        self.lines.get(&self.active).map(|line| line.row)
    }

    /// The tree is another one now; gives whether it shows troubles only.
    fn take(&mut self, shown: Shown) -> bool {
        self.len = shown.length;
        self.active = shown.at.unwrap_or(self.active).min(self.len.saturating_sub(1));
        self.lines.clear();
        self.asked.clear();
        self.scroller.resize(self.len, shown.from);
        self.keep(shown.begin, shown.lines);
        self.forget();
        shown.troubles_only
    }

    /// Someone else's panel is open.
    fn mark(&mut self, selected: Option<u32>) {
        self.selected = selected;
        self.forget();
    }

    /// Everything in sight has to be painted anew.
    fn forget(&mut self) {
        self.pool.iter_mut().for_each(Row::forget);
    }

    fn keep(&mut self, first: usize, lines: Vec<Branch>) {
        if self.lines.len() > KEPT {
            self.lines.clear();
            self.asked.clear();
        }
        for (at, line) in (first..).zip(lines) {
            self.asked.remove(&at);
            self.lines.insert(at, line);
        }
    }

    /// Moves the keyboard to a line, and the line into sight.
    fn go(&mut self, to: usize) {
        let from = std::mem::replace(&mut self.active, to);
        (self.found, self.follows) = (None, true);
        self.scroller.go(from, to);
    }

    /// The range that holds all painted lines that are neither here nor under way.
    fn missing(&mut self) -> Option<(usize, usize)> {
        let (first, last) = self.scroller.painted();
        let mut missing = (first..last).filter(|at| !self.lines.contains_key(at) && !self.asked.contains(at));
        let first = missing.next()?;
        let last = missing.next_back().unwrap_or(first) + 1;
        self.asked.extend(first..last);
        Some((first, last))
    }

    fn paint(&mut self) {
        let (first, last) = self.scroller.painted();
        self.scroller.place();
        while self.pool.len() < last - first {
            let Some(document) = self.scroller.window.owner_document() else {
                return;
            };
            let row = Row::new(&document);
            let _ = self.scroller.window.append_child(&row.element);
            self.pool.push(row);
        }
        let largest = self.talk.largest.get_untracked();
        for (slot, at) in self.pool.iter_mut().zip(first..first + MOST) {
            if at >= last {
                slot.hide();
                continue;
            }
            let line = self.lines.get(&at);
            let is = |row: Option<u32>| row.is_some() && row == line.map(|line| line.row);
            slot.show(at, line, [at == self.active, is(self.selected), is(self.found)], largest);
        }
        let frame = &self.scroller.frame;
        let _ = if (first..last).contains(&self.active) {
            frame.set_attribute("aria-activedescendant", &format!("branch-{}", self.active))
        } else {
            frame.remove_attribute("aria-activedescendant")
        };
    }
}
