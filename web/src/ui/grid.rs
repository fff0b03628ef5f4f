//! The list of people, painted by hand.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::dom::prelude::*;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent};

use super::people::{listed, showing};
use super::scroller::{MOST, Observer, Scroller};
use super::state::App;
use super::words::{self, count};
use crate::snapshot::Line;

/// Lines kept before all are forgotten.
const KEPT: usize = 5_000;

const COLUMNS: [(&str, &str); 7] = [
    ("name", "Person"),
    ("key", "Email"),
    ("outcome", "Outcome"),
    ("found", "Findings"),
    ("zone", "Time zone"),
    ("assignment", "Assignment"),
    ("line", "Line"),
];

pub(crate) fn grid(app: App) -> View {
    let scroller = create_node_ref();
    let sizer = create_node_ref();
    let window = create_node_ref();
    let range = create_signal((0, 0));

    // Where everyone has the default assignment, a column of it says nothing.
    let assigned = create_selector(move || {
        app.checked
            .with(|checked| checked.as_ref().is_some_and(|checked| checked.simulation.assignments.len() > 1))
    });
    let heads: Vec<View> = COLUMNS
        .iter()
        .map(|&(class, title)| {
            let class = format!("cell cell-{class}");
            view! { div(role="columnheader", class=class) { (title) } }
        })
        .collect();

    on_mount(move || {
        let node = |node: NodeRef| node.get().unchecked_into::<HtmlElement>();
        let scroller = Scroller::new(node(scroller), node(sizer), node(window));
        let grid = Rc::new(RefCell::new(Grid::new(app, range, scroller)));
        let listeners = listen(&grid);
        create_effect({
            let grid = Rc::clone(&grid);
            let speak = create_signal(None::<Timeout>);
            move || {
                let rows = app.rows.get_clone();
                let all = rows.len();
                show(&grid, |grid| grid.take(rows));
                // Said after a pause: nobody wants to hear every letter they type.
                speak.set(Some(Timeout::new(600, move || app.say(listed(all, &words::people(all as u64))))));
            }
        });
        create_effect({
            let grid = Rc::clone(&grid);
            move || {
                let selected = app.selected.get();
                show(&grid, |grid| grid.mark(selected));
            }
        });
        on_cleanup(move || drop(listeners));
    });

    view! {
        p(class="showing") {
            (app.rows.with(|rows| { let (first, last) = range.get(); showing(first, last, rows.len()) }))
        }
        div(
            id="people-grid", class=if assigned.get() { "grid grid-assigned" } else { "grid" }, role="grid", tabindex="0", aria-label="People of the filter",
            aria-rowcount=app.rows.with(|rows| (rows.len() + 1).to_string()), r#ref=scroller
        ) {
            div(role="row", class="grid-head", aria-rowindex="1") { (heads) }
            div(class="grid-sizer", role="presentation", r#ref=sizer) {
                div(class="grid-window", role="presentation", r#ref=window)
            }
        }
    }
}

/// What is painted, and where.
struct Grid {
    app: App,
    range: Signal<(usize, usize)>,
    scroller: Scroller,
    pool: Vec<Row>,
    rows: Rc<Vec<u32>>,
    /// The row that the keyboard is on.
    active: usize,
    selected: Option<u32>,
    lines: HashMap<u32, Line>,
    asked: HashSet<u32>,
}

/// Elements of one row, used for one person after another.
struct Row {
    element: Element,
    cells: Vec<Element>,
    /// The person shown, and whether their line was there.
    shown: Option<(usize, u32, bool)>,
}

/// Changes the grid, paints it, and asks for the lines that are missing.
fn show(grid: &Rc<RefCell<Grid>>, change: impl FnOnce(&mut Grid)) {
    // A change can set a signal whose effect comes back here; that effect's turn is over by then or skipped.
    let Ok(mut inner) = grid.try_borrow_mut() else {
        return;
    };
    change(&mut inner);
    inner.paint();
    let missing = inner.missing();
    let (app, range, seen) = (inner.app, inner.range, inner.scroller.seen());
    drop(inner);
    if range.get_untracked() != seen {
        range.set(seen);
    }
    if missing.is_empty() {
        return;
    }
    let Some(checked) = app.checked.get_clone_untracked() else {
        return;
    };
    let weak = Rc::downgrade(grid);
    checked.client.lines(&missing, move |lines| {
        if let Some(grid) = weak.upgrade() {
            arrived(&grid, lines);
        }
    });
}

/// Lines that were asked for are here.
fn arrived(grid: &Rc<RefCell<Grid>>, lines: Vec<Line>) {
    let change: Box<dyn FnOnce(&mut Grid)> = Box::new(|grid| grid.keep(lines));
    show(grid, change);
}

/// What an event does to the grid.
type Act = fn(&Rc<RefCell<Grid>>, &web_sys::Event);

/// Scrolling, keys, clicks and changes of size.
fn listen(grid: &Rc<RefCell<Grid>>) -> (Vec<EventListener>, Observer) {
    let scroller = grid.borrow().scroller.frame.clone();
    let on = |name: &'static str, act: Act| {
        let grid = Rc::clone(grid);
        // Keys are prevented from scrolling, so the listener may not be passive.
        EventListener::new_with_options(
            &scroller,
            name,
            EventListenerOptions::enable_prevent_default(),
            move |event| act(&grid, event),
        )
    };
    let listeners = vec![
        on("scroll", |grid, _| show(grid, |grid| grid.scroller.scrolled())),
        on("keydown", |grid, event| key(grid, event.unchecked_ref())),
        on("click", click),
    ];
    let grid = Rc::clone(grid);
    (listeners, Observer::new(&scroller, move || show(&grid, |_| ())))
}

fn key(grid: &Rc<RefCell<Grid>>, event: &KeyboardEvent) {
    if event.ctrl_key() && !matches!(event.key().as_str(), "Home" | "End")
        || event.alt_key()
        || event.meta_key()
    {
        return;
    }
    let (app, active, all, page) = {
        let grid = grid.borrow();
        (grid.app, grid.active, grid.rows.len(), grid.scroller.page())
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
        "Enter" | " " => {
            event.prevent_default();
            open(grid, app);
            app.focus_person();
            return;
        }
        "Escape" => return app.selected.set(None),
        _ => return,
    };
    event.prevent_default();
    show(grid, |grid| grid.go(to.min(all - 1)));
    // An open panel follows the keyboard.
    if app.selected.get_untracked().is_some() {
        open(grid, app);
    }
}

/// Opens the panel of the active person.
fn open(grid: &Rc<RefCell<Grid>>, app: App) {
    let row = {
        let grid = grid.borrow();
        grid.rows.get(grid.active).copied()
    };
    if row.is_some() && row != app.selected.get_untracked() {
        app.selected.set(row);
    }
}

fn click(grid: &Rc<RefCell<Grid>>, event: &web_sys::Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let Ok(Some(row)) = target.closest("[data-at]") else {
        return;
    };
    let Some(at) = row.get_attribute("data-at").and_then(|at| at.parse().ok()) else {
        return;
    };
    show(grid, |grid| grid.active = at);
    let app = grid.borrow().app;
    open(grid, app);
}

impl Grid {
    fn new(app: App, range: Signal<(usize, usize)>, scroller: Scroller) -> Grid {
        Grid {
            app,
            range,
            scroller,
            pool: Vec::new(),
            rows: Rc::default(),
            active: 0,
            selected: None,
            lines: HashMap::new(),
            asked: HashSet::new(),
        }
    }

    /// Other people are listed now.
    fn take(&mut self, rows: Rc<Vec<u32>>) {
        self.rows = rows;
        self.lines.clear();
        self.asked.clear();
        self.active = 0;
        for row in &mut self.pool {
            row.shown = None;
        }
        self.scroller.begin(self.rows.len());
    }

    /// Another person's panel is open.
    fn mark(&mut self, selected: Option<u32>) {
        self.selected = selected;
        for row in &mut self.pool {
            row.shown = None;
        }
    }

    fn keep(&mut self, lines: Vec<Line>) {
        if self.lines.len() > KEPT {
            self.lines.clear();
            self.asked.clear();
        }
        for line in lines {
            self.asked.remove(&line.row);
            self.lines.insert(line.row, line);
        }
    }

    /// Moves the keyboard to a row, and the row into sight.
    fn go(&mut self, to: usize) {
        let from = std::mem::replace(&mut self.active, to);
        self.scroller.go(from, to);
    }

    /// Rows that are painted but whose line is neither here nor under way.
    fn missing(&mut self) -> Vec<u32> {
        let (first, last) = self.scroller.painted();
        let missing: Vec<u32> = self.rows[first..last]
            .iter()
            .copied()
            .filter(|row| !self.lines.contains_key(row) && !self.asked.contains(row))
            .collect();
        self.asked.extend(&missing);
        missing
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
        for (slot, at) in self.pool.iter_mut().zip(first..first + MOST) {
            if at >= last {
                slot.hide();
                continue;
            }
            let person = self.rows[at];
            slot.show(at, person, self.lines.get(&person), at == self.active, self.selected == Some(person));
        }
        let active = if (first..last).contains(&self.active) {
            format!("person-{}", self.active)
        } else {
            String::new()
        };
        let _ = if active.is_empty() {
            self.scroller.frame.remove_attribute("aria-activedescendant")
        } else {
            self.scroller.frame.set_attribute("aria-activedescendant", &active)
        };
    }
}

impl Row {
    fn new(document: &Document) -> Row {
        let element = |class: &str| {
            let element = document.create_element("div").expect("a div can always be made");
            element.set_class_name(class);
            element
        };
        let row = element("row");
        let _ = row.set_attribute("role", "row");
        let cells: Vec<Element> = COLUMNS
            .iter()
            .map(|(class, _)| {
                let cell = element(&format!("cell cell-{class}"));
                let _ = cell.set_attribute("role", "gridcell");
                let _ = row.append_child(&cell);
                cell
            })
            .collect();
        Row { element: row, cells, shown: None }
    }

    fn hide(&mut self) {
        self.shown = None;
        self.element.set_class_name("row row-unused");
        let _ = self.element.remove_attribute("data-at");
        let _ = self.element.remove_attribute("id");
    }

    fn show(&mut self, at: usize, person: u32, line: Option<&Line>, active: bool, selected: bool) {
        let class = match (active, selected) {
            (true, true) => "row row-active row-selected",
            (true, false) => "row row-active",
            (false, true) => "row row-selected",
            (false, false) => "row",
        };
        self.element.set_class_name(class);
        let _ = self.element.set_attribute("aria-selected", if selected { "true" } else { "false" });
        if self.shown == Some((at, person, line.is_some())) {
            return;
        }
        self.shown = Some((at, person, line.is_some()));
        let _ = self.element.set_attribute("id", &format!("person-{at}"));
        let _ = self.element.set_attribute("data-at", &at.to_string());
        let _ = self.element.set_attribute("aria-rowindex", &(at + 2).to_string());
        let Some(line) = line else {
            for cell in &self.cells {
                cell.set_text_content(None);
            }
            return;
        };
        let [name, key, outcome, found, zone, assignment, place] = &self.cells[..] else {
            return;
        };
        let shown = if line.name.trim().is_empty() { "(no name)" } else { &line.name };
        name.set_text_content(Some(&words::on_line(shown)));
        key.set_text_content(line.key.as_deref().map(words::on_line).as_deref());
        let kind = line.outcome.as_deref();
        marked(
            outcome,
            &[(words::outcome_icon(kind), kind.unwrap_or("none"), words::outcome(kind).to_owned(), "")],
        );
        let counts: Vec<(&str, &str, String, &str)> = [
            ("error", line.errors, if line.errors == 1 { "error" } else { "errors" }),
            ("warning", line.warnings, if line.warnings == 1 { "warning" } else { "warnings" }),
            ("notice", line.notices, if line.notices == 1 { "notice" } else { "notices" }),
        ]
        .into_iter()
        .filter(|found| found.1 > 0)
        .map(|(severity, number, word)| (severity, severity, count(number), word))
        .collect();
        marked(found, &counts);
        zone.set_text_content(line.time_zone.as_deref());
        let placed = line.assignment.as_deref().map(words::assignment);
        assignment.set_text_content(placed.as_deref().map(words::on_line).as_deref());
        place.set_text_content(Some(&count(line.line)));
    }
}

/// Marks with their words: icon, kind, visible text, and what only a screen reader needs.
pub(super) fn marked(cell: &Element, marks: &[(&str, &str, String, &str)]) {
    cell.set_text_content(None);
    let Some(document) = cell.owner_document() else {
        return;
    };
    let span = |class: &str| {
        let span = document.create_element("span").expect("a span can always be made");
        span.set_class_name(class);
        span
    };
    for (icon, kind, text, unseen) in marks {
        let mark = span(&format!("mark mark-{kind}"));
        let sign = span(&format!("icon icon-{icon}"));
        let _ = sign.set_attribute("aria-hidden", "true");
        let word = span("mark-text");
        word.set_text_content(Some(text));
        let _ = mark.append_child(&sign);
        let _ = mark.append_child(&word);
        if !unseen.is_empty() {
            let rest = span("unseen");
            rest.set_text_content(Some(&format!(" {unseen} ")));
            let _ = mark.append_child(&rest);
        }
        let _ = cell.append_child(&mark);
    }
}
