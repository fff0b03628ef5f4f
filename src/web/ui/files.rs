//! The files: what each was recognised as, how its columns were understood, and menus to say otherwise.

use std::rc::Rc;

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::icons::icon;
use super::state::{App, Choice, Export};
use super::words::{self, bytes, counted};
use crate::web::snapshot::Input;

pub(crate) fn list(app: App) -> View {
    let empty = create_selector(move || app.files.with(Vec::is_empty));
    view! {
        (if empty.get() {
            view! {}
        } else {
            view! { ul(class="files") { Keyed(list=app.files, view=move |export| file(app, export), key=|export| (export.id, export.unreadable.clone(), export.seen.clone().map(|seen| Rc::as_ptr(&seen) as usize))) } }
        })
    }
}

fn file(app: App, export: Export) -> View {
    let Export { id, file, sample, choice, unreadable, seen } = export;
    let name = file.name();
    let class = if unreadable.is_some() { "file file-unreadable" } else { "file" };
    let remove = format!("Remove {name}");
    let mark = icon(if unreadable.is_some() { "error" } else { "file" });
    let facts = match (&unreadable, &seen) {
        (Some(message), _) => {
            let message = message.clone();
            view! { p(class="problem") { strong { "Not read. " } (message) } }
        }
        (None, Some(input)) => recognised(input, file.size()),
        (None, None) => {
            let size = bytes(file.size());
            view! { p(class="file-facts") { (size) } }
        }
    };
    let (mapping, menus) =
        (seen.as_deref().map_or_else(View::new, mapping), menus(app, id, &name, &choice, seen.as_deref()));
    let title = if sample { format!("{name} (sample)") } else { name };
    view! {
        li(class=class) {
            (mark)
            div(class="file-body") {
                div(class="file-head") {
                    strong(class="file-name") { (title) }
                    button(r#type="button", class="quiet", aria-label=remove, on:click=move |_| app.remove(id)) { "Remove" }
                }
                (facts)
                (mapping)
                (menus)
            }
        }
    }
}

/// One line: what it is.
fn recognised(input: &Input, size: f64) -> View {
    let mut facts = vec![words::shape(&input.shape)];
    facts.extend(input.encoding.as_deref().map(words::encoding));
    facts.extend(input.delimiter.as_deref().map(words::delimiter));
    facts.push(counted(input.records, "record", "records"));
    facts.push(bytes(size));
    facts.extend(input.group.as_deref().map(|group| format!("group \"{group}\"")));
    let facts = facts.join(" · ");
    view! { p(class="file-facts") { (facts) } }
}

/// Which column became what, and which became nothing.
fn mapping(input: &Input) -> View {
    let similar = |name: &String| input.similar.iter().any(|column| column.column == *name);
    let unused: Vec<&String> = input.unmapped.iter().filter(|name| !similar(name)).collect();
    let title = format!(
        "{} used, {} not used",
        counted(input.mapping.len() as u64, "column", "columns"),
        words::count((unused.len() + input.similar.len()) as u64)
    );
    let rows: Vec<View> = input
        .mapping
        .iter()
        .map(|column| {
            let (name, attribute) = (column.column.clone(), column.attribute.clone());
            let assumed = if column.assumption.is_some() { ", an assumption" } else { "" };
            let how = format!("{}{assumed}", words::mapped_by(&column.by));
            view! { tr { td { code { (name) } } td { code { (attribute) } } td { (how) } } }
        })
        .collect();
    let similar: Vec<View> = input
        .similar
        .iter()
        .map(|column| {
            let (name, how) =
                (column.column.clone(), format!("not used; could be {}", column.attributes.join(", ")));
            view! { tr(class="column-similar") { td { code { (name) } } td { "–" } td { (how) } } }
        })
        .collect();
    let names: Vec<View> = unused
        .into_iter()
        .map(|name| {
            let name = name.clone();
            view! { li { code { (name) } } }
        })
        .collect();
    let unused = if names.is_empty() {
        view! {}
    } else {
        view! { p(class="small") { "Not used:" } ul(class="names") { (names) } }
    };
    view! {
        details(class="more") {
            summary { (title) }
            table(class="mapping") {
                thead { tr { th(scope="col") { "Column" } th(scope="col") { "Is read as" } th(scope="col") { "How" } } }
                tbody { (rows) (similar) }
            }
            (unused)
        }
    }
}

/// Menus to say what the file is, over what its content says.
fn menus(app: App, id: u32, name: &str, choice: &Choice, seen: Option<&Input>) -> View {
    let changed = *choice != Choice::default();
    let of = |what: &str| format!("{what} of {name}");
    let seen_shape = seen.map(|input| words::shape(&input.shape));
    let seen_delimiter = seen.and_then(|input| input.delimiter.as_deref()).map(words::delimiter);
    let seen_encoding = seen.and_then(|input| input.encoding.as_deref()).map(words::encoding);
    let shape = menu(of("Shape"), "Shape", &choice.shape, words::SHAPES, seen_shape, move |value| {
        app.choose(id, |choice| choice.shape = value);
    });
    let delimiter = menu(
        of("Delimiter"),
        "Delimiter",
        &choice.delimiter,
        words::DELIMITERS,
        seen_delimiter,
        move |value| {
            app.choose(id, |choice| choice.delimiter = value);
        },
    );
    let encoding =
        menu(of("Encoding"), "Encoding", &choice.encoding, words::ENCODINGS, seen_encoding, move |value| {
            app.choose(id, |choice| choice.encoding = value);
        });
    let group_label = of("Group");
    let group = choice.group.clone();
    let on_group = move |event: web_sys::Event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            app.choose(id, |choice| choice.group = input.value());
        }
    };
    view! {
        details(class="more", open=changed) {
            summary { "Read it differently" }
            div(class="menus") {
                (shape)
                (delimiter)
                (encoding)
                label(class="field") {
                    span { "Members of group" }
                    input(r#type="text", aria-label=group_label, autocomplete="off", value=group, placeholder="not a group", on:change=on_group)
                }
            }
        }
    }
}

fn menu(
    name: String,
    label: &'static str,
    chosen: &str,
    choices: &'static [(&str, &str)],
    seen: Option<String>,
    then: impl Fn(String) + 'static,
) -> View {
    let automatic = seen.map_or_else(|| "As recognised".to_owned(), |seen| format!("As recognised: {seen}"));
    // What was chosen is no longer what was recognised.
    let automatic = if chosen.is_empty() { automatic } else { "As recognised".to_owned() };
    let none = chosen.is_empty();
    let options: Vec<View> = choices
        .iter()
        .map(|&(value, text)| {
            let selected = value == chosen;
            view! { option(value=value, selected=selected) { (text) } }
        })
        .collect();
    let on_change = move |event: web_sys::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            then(select.value());
        }
    };
    view! {
        label(class="field") {
            span { (label) }
            span(class="select") {
                select(aria-label=name, on:change=on_change) {
                    option(value="", selected=none) { (automatic) }
                    (options)
                }
            }
        }
    }
}
