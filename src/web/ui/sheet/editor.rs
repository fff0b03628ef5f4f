//! A field in the place of a cell.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::grid::act;
use super::{Here, Shared};
use crate::web::ui::words;

/// Opens the field on the cell that the keyboard is on, with `text` in it or what stands there.
pub(super) fn open(grid: &Shared, text: Option<String>) {
    let inner = grid.borrow();
    let desk = inner.desk;
    let Some(here) = inner.here().filter(|_| !inner.editing) else { return };
    if let Some(why) = locked(&here) {
        drop(inner);
        desk.app.say(why);
        return desk.refused.set(Some(why.to_owned()));
    }
    let Some(cell) = inner.pool.cell(inner.at.0, inner.at.1).cloned() else { return };
    let Some(document) = cell.owner_document() else { return };
    drop(inner);
    grid.borrow_mut().editing = true;
    desk.refused.set(None);
    let Some(field) = field(&document, &cell, &here, text.as_deref()) else { return };
    let _ = field.focus();
    field.select();
    listen(grid, &field, here);
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

fn field(
    document: &Document,
    cell: &HtmlElement,
    here: &Here,
    text: Option<&str>,
) -> Option<HtmlInputElement> {
    let field: HtmlInputElement = document.create_element("input").ok()?.unchecked_into();
    field.set_class_name("sheet-field");
    field.set_type("text");
    field.set_value(text.unwrap_or(&here.cell.text));
    let head = here.head.as_ref().map_or("", |head| head.column.name.as_str());
    let whose = if here.line.name.trim().is_empty() {
        here.line.key.clone().unwrap_or_default()
    } else {
        here.line.name.clone()
    };
    let _ = field.set_attribute("aria-label", &format!("{head} of {}", words::shown(&whose)));
    for (name, value) in [("autocomplete", "off"), ("spellcheck", "false"), ("list", "sheet-choices")] {
        let _ = field.set_attribute(name, value);
    }
    // Likely values, as the browser's own list.
    if let Ok(list) = document.create_element("datalist") {
        list.set_id("sheet-choices");
        let marks = here.cell.marks.iter();
        for choice in marks.flat_map(|mark| mark.suggestion.iter().chain(&mark.choices)) {
            if let Ok(option) = document.create_element("option") {
                let _ = option.set_attribute("value", choice);
                let _ = list.append_child(&option);
            }
        }
        cell.set_text_content(None);
        let _ = cell.append_child(&field);
        let _ = cell.append_child(&list);
    }
    cell.class_list().add_1("sheet-editing").ok()?;
    Some(field)
}

fn listen(grid: &Shared, field: &HtmlInputElement, here: Here) {
    let here = Rc::new(here);
    let done = Rc::new(std::cell::Cell::new(false));
    let finish = {
        let (grid, field, here, done) = (Rc::clone(grid), field.clone(), Rc::clone(&here), Rc::clone(&done));
        move |take: bool, step: usize, back: bool| {
            if done.replace(true) {
                return;
            }
            let text = field.value();
            close(&grid, step);
            if back {
                let scroller = grid.borrow().parts.scroller.clone();
                let _ = scroller.focus();
            }
            if take && text != here.cell.text {
                put(&grid, &here, &text);
            }
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    let keys = EventListener::new_with_options(field, "keydown", options, {
        let finish = finish.clone();
        move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            if event.is_composing() {
                return;
            }
            // The grid's own keys are not meant while a text is typed.
            event.stop_propagation();
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    finish(true, 0, true);
                }
                "Tab" => {
                    event.prevent_default();
                    finish(true, usize::from(!event.shift_key()), true);
                }
                "Escape" => {
                    event.prevent_default();
                    finish(false, 0, true);
                }
                _ => {}
            }
        }
    });
    keys.forget();
    EventListener::new(field, "blur", move |_| finish(true, 0, false)).forget();
}

/// Takes the field away.
fn close(grid: &Shared, step: usize) {
    act(grid, |grid| {
        grid.editing = false;
        if let Some(cell) = grid.pool.cell(grid.at.0, grid.at.1) {
            let _ = cell.class_list().remove_1("sheet-editing");
        }
        grid.pool.forget();
        let (row, column) = grid.at;
        grid.go(row, column + step);
    });
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
