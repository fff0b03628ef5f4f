//! The columns of a file: which became what, and menus to say otherwise.

use crate::dom::prelude::*;
use rollcall::profile::Attribute;
use rollcall::settings::Draft;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::files::Seen;
use super::state::App;
use super::words;
use crate::snapshot::Input;

/// Columns that are not used and named all the same.
const NAMED: usize = 500;

/// The columns of a file. The menus stay where they are while it is read again.
pub(crate) fn columns(app: App, name: &str, seen: Seen) -> View {
    let given = create_selector(move || app.settings.with(|draft| draft.mapping.clone()));
    let table = move || {
        given.track();
        seen.get_clone().map_or_else(View::new, |input| table(app, &input))
    };
    let menus = read_as(app, name, seen);
    view! { (table) (menus) }
}

/// The columns, those that are used first.
fn table(app: App, input: &Input) -> View {
    let shape = &input.shape;
    let rows: Vec<View> = input
        .mapping
        .iter()
        .map(|column| {
            let (name, attribute) = (column.column.clone(), column.attribute.clone());
            let assumed = if column.assumption.is_some() { ", an assumption" } else { "" };
            let how = format!("{}{assumed}", words::mapped_by(&column.by));
            let back = back(app, shape, &name, column.by == "settings");
            view! { tr { td { code { (name) } } td { code { (attribute) } } td { (how) (back) } } }
        })
        .collect();
    let similar: Vec<View> = input
        .similar
        .iter()
        .map(|column| {
            let (name, how) =
                (column.column.clone(), format!("not used; could be {}", column.attributes.join(", ")));
            let offers: Vec<View> = column
                .attributes
                .iter()
                .map(|attribute| {
                    let (own, shape, attribute) = (name.clone(), shape.clone(), attribute.clone());
                    let label = format!("Read as {attribute}");
                    let full = format!("{label}: {own}");
                    let on_click = move |_| read(app, &shape, &own, &attribute);
                    view! { " " button(r#type="button", class="quiet", aria-label=full, on:click=on_click) { (label) } }
                })
                .collect();
            view! { tr(class="column-similar") { td { code { (name) } } td { "–" } td { (how) (offers) } } }
        })
        .collect();
    let left_out = |name: &&String| {
        app.settings.with_untracked(|draft| said(draft, shape, name).is_some_and(Option::is_none))
    };
    let (left_out, unused): (Vec<&String>, Vec<&String>) = input
        .unmapped
        .iter()
        .filter(|name| !input.similar.iter().any(|column| column.column == **name))
        .partition(left_out);
    let left_out: Vec<View> = left_out
        .into_iter()
        .map(|name| {
            let (name, back) = (name.clone(), back(app, shape, name, true));
            view! { tr(class="column-similar") { td { code { (name) } } td { "–" } td { "not used, chosen by you" (back) } } }
        })
        .collect();
    // A table may have thousands; nobody reads so many, and the report names them all.
    let more = unused.len().saturating_sub(NAMED);
    let names: Vec<View> = unused
        .into_iter()
        .take(NAMED)
        .map(|name| {
            let name = name.clone();
            view! { li { code { (name) } } }
        })
        .collect();
    let unused = if names.is_empty() {
        view! {}
    } else {
        let more = if more == 0 { String::new() } else { format!("And {} more.", words::count(more as u64)) };
        view! { p(class="small") { "Not used:" } ul(class="names") { (names) } p(class="small") { (more) } }
    };
    view! {
        table(class="mapping") {
            thead { tr { th(scope="col") { "Column" } th(scope="col") { "Is read as" } th(scope="col") { "How" } } }
            tbody { (rows) (similar) (left_out) }
        }
        (unused)
    }
}

/// A button that takes back what was said of a column.
fn back(app: App, shape: &str, name: &str, chosen: bool) -> View {
    if !chosen {
        return view! {};
    }
    let (shape, name) = (shape.to_owned(), name.to_owned());
    let label = format!("As recognised: {name}");
    let on_click = move |_| read(app, &shape, &name, "");
    view! { " " button(r#type="button", class="quiet", aria-label=label, on:click=on_click) { "As recognised" } }
}

/// What the settings say of a column: an attribute, or that it is not used.
fn said<'d>(draft: &'d Draft, shape: &str, column: &str) -> Option<&'d Option<String>> {
    let column = column.trim();
    draft.mapping.get(&format!("{shape}:{column}")).or_else(|| draft.mapping.get(column))
}

/// Reads a column as an attribute; as none of them, or as it is recognised.
fn read(app: App, shape: &str, column: &str, attribute: &str) {
    let column = column.trim();
    let what = match attribute {
        "" => format!("column \"{column}\" read as recognised"),
        UNUSED => format!("column \"{column}\" not used"),
        _ => format!("column \"{column}\" read as {attribute}"),
    };
    let said = what.clone();
    let changed = app.change(what, None, |draft, _| {
        draft.mapping.remove(&format!("{shape}:{column}"));
        if attribute.is_empty() {
            draft.mapping.remove(column);
        } else {
            let attribute = (attribute != UNUSED).then(|| attribute.to_owned());
            draft.mapping.insert(column.to_owned(), attribute);
        }
    });
    if changed {
        app.say(format!("Changed: {said}."));
        app.keep_focus();
    }
}

/// In a menu of attributes: none of them.
const UNUSED: &str = "-";

/// Menus of the columns, and of what each may be read as.
fn read_as(app: App, name: &str, seen: Seen) -> View {
    let column = create_signal(String::new());
    let names = create_selector(move || {
        seen.with(|input| {
            let Some(input) = input.as_deref() else { return Vec::new() };
            let mut names: Vec<String> = input.mapping.iter().map(|column| column.column.clone()).collect();
            names.extend(input.unmapped.iter().take(NAMED).cloned());
            // In an order that what they are read as does not change.
            names.sort_by_cached_key(|name| name.to_lowercase());
            names.dedup();
            names
        })
    });
    let columns = move || {
        let options = names.get_clone().into_iter();
        let options = options.map(|name| {
            let value = name.clone();
            view! { option(value=value) { (name) } }
        });
        options.collect::<Vec<View>>()
    };
    let shape =
        move || seen.with(|input| input.as_deref().map_or_else(String::new, |input| input.shape.clone()));
    let now = create_selector(move || {
        let (shape, column) = (shape(), column.get_clone());
        app.settings.with(|draft| match said(draft, &shape, &column) {
            None => String::new(),
            Some(attribute) => attribute.clone().unwrap_or_else(|| UNUSED.to_owned()),
        })
    });
    let options: Vec<View> = Attribute::ALL
        .into_iter()
        .map(|attribute| view! { option(value=attribute.name()) { (attribute.name()) } })
        .collect();
    let value = |event: web_sys::Event| {
        event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
            .map(|select| select.value())
    };
    let on_column = move |event: web_sys::Event| column.set(value(event).unwrap_or_default());
    let on_attribute = move |event: web_sys::Event| {
        if let Some(attribute) = value(event) {
            read(app, &shape(), &column.get_clone_untracked(), &attribute);
        }
    };
    let none = create_selector(move || column.with(String::is_empty));
    let (column_label, attribute_label) =
        (format!("Column of {name}"), format!("Attribute of the column of {name}"));
    view! {
        div(class="menus") {
            label(class="field") {
                span { "Read column" }
                span(class="select") {
                    select(aria-label=column_label, prop:value=column.get_clone(), on:change=on_column) {
                        option(value="") { "Choose a column" }
                        (columns)
                    }
                }
            }
            label(class="field") {
                span { "as" }
                span(class="select") {
                    select(aria-label=attribute_label, disabled=none.get(), prop:value=now.get_clone(), on:change=on_attribute) {
                        option(value="") { "As recognised" }
                        option(value=UNUSED) { "Not used" }
                        (options)
                    }
                }
            }
        }
    }
}
