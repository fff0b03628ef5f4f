//! A field in the place of a cell.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::grid::act;
use super::{Here, Shared};
use crate::ui::words;

/// A cell being changed. It is the grid's, so that the grid can mind it while rows come and go.
pub(super) struct Field {
    element: HtmlElement,
    pub(super) here: Here,
    /// Its column in the grid, and the columns that were painted when it was opened.
    pub(super) column: usize,
    pub(super) painted: (usize, usize),
    /// What it held at first: a browser writes line ends its own way.
    held: String,
    _listeners: [EventListener; 2],
}

/// Opens the field on the cell that the keyboard is on.
pub(super) fn open(grid: &Shared) {
    let inner = grid.borrow();
    let desk = inner.desk;
    let Some(here) = inner.here().filter(|_| inner.field.is_none()) else { return };
    if let Some(why) = locked(&here) {
        drop(inner);
        desk.app.say(why);
        return desk.refused.set(Some(why.to_owned()));
    }
    let at = inner.at;
    drop(inner);
    // All of the cell is to be seen.
    act(grid, |grid| grid.go(at.0, at.1));
    let inner = grid.borrow();
    let Some(cell) = inner.pool.cell(at.0, at.1).cloned() else { return };
    let Some(document) = cell.owner_document() else { return };
    let painted = inner.painted_columns();
    drop(inner);
    desk.refused.set(None);
    let Some(element) = element(&document, &cell, &here) else { return };
    let field = Field {
        held: value_of(&element),
        _listeners: listen(grid, &element),
        element: element.clone(),
        here,
        column: at.1 - 2,
        painted,
    };
    grid.borrow_mut().field = Some(field);
    let _ = element.focus();
    if let Some(select) =
        Reflect::get(&element, &"select".into()).ok().and_then(|it| it.dyn_into::<Function>().ok())
    {
        let _ = select.call0(&element);
    }
}

fn value_of(element: &HtmlElement) -> String {
    Reflect::get(element, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Why a cell cannot be changed.
pub(super) fn locked(here: &Here) -> Option<&'static str> {
    match &here.head {
        None => Some("Go to one of the file's columns to change a value."),
        Some(head) if head.column.secret => {
            Some("This column is never looked at, so it is not changed here.")
        }
        Some(_) if here.number.is_none() => Some("The file of this record has no such column."),
        Some(_) if !here.editable => Some("Only records of people can be changed here."),
        Some(_) => None,
    }
}

fn element(document: &Document, cell: &HtmlElement, here: &Here) -> Option<HtmlElement> {
    // A field of one line would drop the ends of the others.
    let lines = here.cell.text.contains(['\n', '\r']);
    let element = document.create_element(if lines { "textarea" } else { "input" }).ok()?;
    let element: HtmlElement = element.unchecked_into();
    element.set_class_name("sheet-field");
    let _ = Reflect::set(&element, &"value".into(), &here.cell.text.as_str().into());
    let head = here.head.as_ref().map_or("", |head| head.column.name.as_str());
    let whose = if here.line.name.trim().is_empty() {
        here.line.key.clone().unwrap_or_default()
    } else {
        here.line.name.clone()
    };
    let _ = element.set_attribute("aria-label", &format!("{head} of {}", words::shown(&whose)));
    for (name, value) in [("autocomplete", "off"), ("spellcheck", "false")] {
        let _ = element.set_attribute(name, value);
    }
    cell.set_text_content(None);
    let _ = cell.append_child(&element);
    if !lines {
        let _ = element.set_attribute("type", "text");
        let _ = element.set_attribute("list", "sheet-choices");
        // Likely values, as the browser's own list.
        let list = document.create_element("datalist").ok()?;
        list.set_id("sheet-choices");
        let marks = here.cell.marks.iter();
        for choice in marks.flat_map(|mark| mark.suggestion.iter().chain(&mark.choices)) {
            let option = document.create_element("option").ok()?;
            let _ = option.set_attribute("value", choice);
            let _ = list.append_child(&option);
        }
        let _ = cell.append_child(&list);
    }
    let _ = cell.class_list().add_1("sheet-editing");
    Some(element)
}

fn listen(grid: &Shared, element: &HtmlElement) -> [EventListener; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let keys = EventListener::new_with_options(element, "keydown", options, {
        let grid = Rc::downgrade(grid);
        move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            let Some(grid) = grid.upgrade().filter(|_| !event.is_composing()) else { return };
            // The grid's own keys are not meant while a text is typed.
            event.stop_propagation();
            let (take, step) = match (event.key().as_str(), event.shift_key()) {
                // Among several lines it makes another one.
                ("Enter", true)
                    if !event.target().is_some_and(|target| target.is_instance_of::<HtmlInputElement>()) =>
                {
                    return;
                }
                ("Enter", _) => (true, 0),
                ("Tab", back) => (true, usize::from(!back)),
                ("Escape", _) => (false, 0),
                _ => return,
            };
            event.prevent_default();
            let scroller = grid.borrow().parts.scroller.clone();
            finish(&grid, take, step);
            let _ = scroller.focus();
        }
    });
    let left = EventListener::new(element, "blur", {
        let grid = Rc::downgrade(grid);
        move |_| {
            // Who looks something up in another window comes back to what was typed.
            let here = web_sys::window().and_then(|window| window.document());
            let here = here.is_none_or(|document| document.has_focus().unwrap_or(true));
            if let Some(grid) = grid.upgrade().filter(|_| here) {
                finish(&grid, true, 0);
            }
        }
    });
    [keys, left]
}

/// Takes the field away, and what was typed into it over if so wanted.
pub(super) fn finish(grid: &Shared, take: bool, step: usize) {
    let Ok(mut inner) = grid.try_borrow_mut() else { return };
    let Some(field) = inner.field.take() else { return };
    let desk = inner.desk;
    drop(inner);
    let text = value_of(&field.element);
    // The view itself may be on its way out.
    if desk.refused.is_alive() {
        if let Some(cell) = field.element.parent_element() {
            let _ = cell.class_list().remove_1("sheet-editing");
        }
        field.element.remove();
        act(grid, |grid| {
            grid.pool.forget();
            let (row, column) = grid.at;
            if step > 0 {
                grid.go(row, column + step);
            }
        });
        if take && text != field.held {
            let ends = field.here.cell.text.contains("\r\n");
            put(grid, &field.here, &if ends { text.replace('\n', "\r\n") } else { text });
        }
    }
    // Its listeners go with it, and one of them may be what brought us here.
    Timeout::new(0, move || drop(field)).forget();
}

/// Puts a text into the cell.
pub(super) fn put(grid: &Shared, here: &Here, text: &str) {
    let (Some(number), Some(head)) = (here.number, &here.head) else { return };
    let desk = grid.borrow().desk;
    let whose = here.line.key.clone().unwrap_or_else(|| here.line.name.clone());
    let what = format!("{} of {whose}: \"{}\" → \"{text}\"", head.column.name, here.cell.text);
    act(grid, |grid| grid.show_at_once(here.row, number, text));
    let row = here.row;
    desk.app.edit_cell(row, number, text, what, move |refused| {
        if let Some(message) = refused {
            desk.app.say(message.clone());
            if desk.refused.is_alive() {
                desk.refused.set(Some(message));
                // What is shown is not what stands.
                desk.app.checked.update(|_| ());
            }
        }
    });
}
