//! Keys and clicks of the grid, after the pattern of grids in WAI-ARIA.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent, ResizeObserver};

use super::grid::{Grid, act};
use super::{Shared, editor, paint, seek};

/// What listens, for as long as the grid is there.
pub(super) struct Listening {
    _events: Vec<EventListener>,
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

type Act = fn(&Shared, &web_sys::Event);

pub(super) fn listen(grid: &Shared) -> Listening {
    let scroller: HtmlElement = grid.borrow().parts.scroller.clone();
    let on = |name: &'static str, act: Act| {
        let grid = Rc::clone(grid);
        // Keys are prevented from scrolling, so the listener may not be passive.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&scroller, name, options, move |event| act(&grid, event))
    };
    let events = vec![
        on("scroll", |grid, _| act(grid, Grid::scrolled)),
        on("keydown", |grid, event| key(grid, event.unchecked_ref())),
        on("mousedown", press),
        on("dblclick", |grid, event| {
            if target(event).is_some_and(|target| paint::place_of(&target).is_some()) {
                editor::open(grid);
            }
        }),
    ];
    let callback = Closure::<dyn FnMut()>::new({
        let grid = Rc::clone(grid);
        move || act(&grid, |_| ())
    });
    let observer =
        ResizeObserver::new(callback.as_ref().unchecked_ref()).expect("the callback is a function");
    observer.observe(&scroller);
    Listening { _events: events, observer, _callback: callback }
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())
}

/// A click goes to the cell.
fn press(grid: &Shared, event: &web_sys::Event) {
    let Some((row, column)) = target(event).and_then(|target| paint::place_of(&target)) else {
        return;
    };
    if target(event).is_some_and(|target| matches!(target.closest(".sheet-field"), Ok(Some(_)))) {
        return;
    }
    editor::finish(grid, true, 0);
    act(grid, |grid| grid.at = (row, column));
    let inner = grid.borrow();
    let (app, person) = (inner.desk.app, inner.rows.get(row).copied());
    drop(inner);
    // An open panel follows, and a click on the person opens it.
    if app.selected.get_untracked().is_some() || column == 1 {
        open(app, grid, person);
        app.follow_person();
    }
}

/// Opens the panel of the person whose record a row is.
fn open(app: crate::ui::state::App, grid: &Shared, row: Option<u32>) {
    let Some(row) = row else { return };
    let person = grid.borrow().sheet(row).map(|sheet| sheet.line.person);
    let person = person.unwrap_or(row);
    if app.selected.get_untracked() != Some(person) {
        app.selected.set(Some(person));
    }
}

fn key(grid: &Shared, event: &KeyboardEvent) {
    if grid.borrow().field.is_some() || event.alt_key() || event.meta_key() {
        return;
    }
    let inner = grid.borrow();
    let (app, (row, column), page) = (inner.desk.app, inner.at, inner.page());
    let (rows, columns, person) = (inner.rows.len(), inner.heads.len() + 2, inner.rows.get(row).copied());
    drop(inner);
    if rows == 0 {
        return;
    }
    let (last_row, last_column) = (rows - 1, columns - 1);
    let to = match (event.key().as_str(), event.ctrl_key()) {
        ("ArrowDown", false) => (row + 1, column),
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowRight", false) => (row, column + 1),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("PageDown", false) => (row + page, column),
        ("PageUp", false) => (row.saturating_sub(page), column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        ("ArrowDown", true) => (last_row, column),
        ("ArrowUp", true) => (0, column),
        ("Enter", false) if column < 2 => {
            event.prevent_default();
            open(app, grid, person);
            return app.focus_soon("person-name");
        }
        ("Enter" | "F2", false) => {
            event.prevent_default();
            return editor::open(grid);
        }
        (" ", false) => {
            event.prevent_default();
            open(app, grid, person);
            return app.focus_soon("person-name");
        }
        ("F8", _) => {
            event.prevent_default();
            return seek::next(grid, !event.shift_key());
        }
        ("Escape", false) => return app.selected.set(None),
        _ => return,
    };
    event.prevent_default();
    act(grid, |grid| grid.go(to.0.min(last_row), to.1.min(last_column)));
    // An open panel follows the keyboard.
    if app.selected.get_untracked().is_some() && to.0 != row {
        let person = grid.borrow().rows.get(to.0.min(last_row)).copied();
        open(app, grid, person);
    }
}
