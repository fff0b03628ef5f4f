//! The files: what each was recognised as, how its columns were understood, and menus to say otherwise.

use std::rc::Rc;

use crate::dom::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::icons::icon;
use super::state::{App, Choice, Export, Role};
use super::words::{self, bytes, counted};
use crate::client::Book;
use crate::snapshot::Input;

/// The files of a list: those that are checked, or those that the plan begins from.
pub(crate) fn list(app: App, of: Signal<Vec<Export>>) -> View {
    let empty = create_selector(move || of.with(Vec::is_empty));
    let ids = create_selector(move || of.with(|all| all.iter().map(|export| export.id).collect::<Vec<_>>()));
    view! {
        (if empty.get() {
            view! {}
        } else {
            let all = keyed(ids, move |id| file(app, of, id));
            view! { ul(class="files") { (all) } }
        })
    }
}

/// One file. Its menus stay where they are while it is read again, and so does the focus.
fn file(app: App, of: Signal<Vec<Export>>, id: u32) -> View {
    let find = move |all: &[Export]| all.iter().find(|export| export.id == id).cloned();
    let Some(Export { file, role, sample, choice, .. }) = of.with_untracked(|all| find(all)) else {
        return view! {};
    };
    let unreadable = create_selector(move || of.with(|all| find(all)?.unreadable));
    let seen = create_selector(move || of.with(|all| find(all)?.seen));
    let (name, size) = (file.name(), file.size());
    let remove = format!("Remove {name}");
    let book = create_selector(move || of.with(|all| find(all)?.book));
    let sheets = move || book.with(|book| book.as_ref().map_or(1, |book| book.sheets.len()));
    let facts = move || match (unreadable.get_clone(), seen.get_clone()) {
        (Some(message), _) => view! { p(class="problem") { strong { "Not read. " } (message) } },
        (None, Some(input)) => recognised(&input, size, sheets()),
        (None, None) => {
            let size = bytes(size);
            view! { p(class="file-facts") { (size) } }
        }
    };
    let mapping = mapping(app, &name, seen);
    let menus = menus(app, id, &name, role, &choice, seen, book);
    let title = if sample { format!("{name} (sample)") } else { name };
    view! {
        li(class=if unreadable.with(Option::is_some) { "file file-unreadable" } else { "file" }) {
            (if unreadable.with(Option::is_some) { icon("error") } else { icon("file") })
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
fn recognised(input: &Input, size: f64, sheets: usize) -> View {
    let mut facts = Vec::new();
    if input.role.as_deref() == Some(Role::Members.name()) {
        facts.push("People already in Gong".to_owned());
    }
    facts.push(words::shape(&input.shape));
    if let Some(sheet) = &input.sheet {
        let others = if sheets > 1 { format!(", one of {sheets}") } else { String::new() };
        facts.push(format!("sheet \"{sheet}\"{others}"));
    } else {
        facts.extend(input.encoding.as_deref().map(words::encoding));
        facts.extend(input.delimiter.as_deref().map(words::delimiter));
    }
    facts.push(counted(input.records, "record", "records"));
    facts.push(bytes(size));
    facts.extend(input.group.as_deref().map(|group| format!("group \"{group}\"")));
    let facts = facts.join(" · ");
    view! { p(class="file-facts") { (facts) } }
}

/// Which column became what.
fn mapping(app: App, name: &str, seen: Seen) -> View {
    let shown = create_selector(move || seen.with(Option::is_some));
    let name = name.to_owned();
    view! {
        (if shown.get() {
            let title = move || seen.with(|input| input.as_deref().map_or_else(String::new, used));
            let name = name.clone();
            let columns = app.room_in_time(move |rooms| (rooms.columns)(app, &name, seen));
            view! {
                details(class="more", on:toggle=move |_| app.bring_rooms()) {
                    summary { (title()) }
                    (columns)
                }
            }
        } else {
            view! {}
        })
    }
}

/// How many columns are used.
fn used(input: &Input) -> String {
    let similar = |name: &String| input.similar.iter().any(|column| column.column == *name);
    let unused = input.unmapped.iter().filter(|name| !similar(name)).count();
    format!(
        "{} used, {} not used",
        counted(input.mapping.len() as u64, "column", "columns"),
        words::count((unused + input.similar.len()) as u64)
    )
}

/// What was recognised of one file, as far as it was read.
pub(super) type Seen = ReadSignal<Option<Rc<Input>>>;

/// Menus to say what the file is, over what its content says.
fn menus(
    app: App,
    id: u32,
    name: &str,
    role: Role,
    choice: &Choice,
    seen: Seen,
    book: ReadSignal<Option<Book>>,
) -> View {
    let changed = *choice != Choice::default();
    let of = |what: &str| format!("{what} of {name}");
    let shape = Menu {
        name: of("Shape"),
        label: "Shape",
        choices: words::SHAPES,
        chosen: &choice.shape,
        recognised: |input| Some(words::shape(&input.shape)),
    };
    let shape = shape.view(seen, move |value| app.choose(id, |choice| choice.shape = value));
    let is_book = create_selector(move || book.with(Option::is_some));
    let (labels, chosen) = ((of("Sheet"), of("Delimiter"), of("Encoding")), choice.clone());
    // A sheet is what a text is not: there is nothing to say of its bytes.
    let within = move || {
        if is_book.get() {
            return sheets(app, id, labels.0.clone(), book);
        }
        let delimiter = Menu {
            name: labels.1.clone(),
            label: "Delimiter",
            choices: words::DELIMITERS,
            chosen: &chosen.delimiter,
            recognised: |input| input.delimiter.as_deref().map(words::delimiter),
        };
        let delimiter = delimiter.view(seen, move |value| app.choose(id, |choice| choice.delimiter = value));
        let encoding = Menu {
            name: labels.2.clone(),
            label: "Encoding",
            choices: words::ENCODINGS,
            chosen: &chosen.encoding,
            recognised: |input| input.encoding.as_deref().map(words::encoding),
        };
        let encoding = encoding.view(seen, move |value| app.choose(id, |choice| choice.encoding = value));
        view! { (delimiter) (encoding) }
    };
    let role = if app.is_earlier(id) {
        view! {}
    } else {
        used_as(of("Use"), role, move |role| app.set_role(id, role))
    };
    // Of a file of members, the name that is used unless another is given.
    let in_use = create_selector(move || {
        let group = seen.with(|input| input.as_ref()?.group.clone());
        group.unwrap_or_else(|| "not a group".to_owned())
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
                (role)
                (shape)
                (within())
                label(class="field") {
                    span { "Members of group" }
                    input(r#type="text", aria-label=group_label, autocomplete="off", value=group, placeholder=in_use.get_clone(), on:change=on_group)
                }
            }
        }
    }
}

/// A menu of a workbook's sheets.
fn sheets(app: App, id: u32, label: String, book: ReadSignal<Option<Book>>) -> View {
    let Some(Book { sheet, sheets, .. }) = book.get_clone() else { return view! {} };
    let on_change = move |event: web_sys::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            app.choose(id, |choice| choice.sheet = select.value());
        }
    };
    let options: Vec<View> = sheets
        .into_iter()
        .map(|name| {
            let (selected, value) = (name == sheet, name.clone());
            view! { option(value=value, selected=selected) { (name) } }
        })
        .collect();
    view! {
        label(class="field") {
            span { "Sheet" }
            span(class="select") {
                select(aria-label=label, on:change=on_change) { (options) }
            }
        }
    }
}

/// A menu of what the file is for.
fn used_as(name: String, role: Role, then: impl Fn(Role) + 'static) -> View {
    let members = role == Role::Members;
    let on_change = move |event: web_sys::Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            then(if select.value() == Role::Members.name() { Role::Members } else { Role::Export });
        }
    };
    view! {
        label(class="field") {
            span { "Used as" }
            span(class="select") {
                select(aria-label=name, on:change=on_change) {
                    option(value=Role::Export.name(), selected=!members) { "Export" }
                    option(value=Role::Members.name(), selected=members) { "People already in Gong" }
                }
            }
        }
    }
}

/// A menu over one property of a file, whose first entry is what was recognised.
struct Menu<'a> {
    name: String,
    label: &'static str,
    choices: &'static [(&'static str, &'static str)],
    chosen: &'a str,
    recognised: fn(&Input) -> Option<String>,
}

impl Menu<'_> {
    fn view(self, seen: Seen, then: impl Fn(String) + 'static) -> View {
        let Menu { name, label, choices, chosen, recognised } = self;
        let now = create_signal(chosen.to_owned());
        // Once something is chosen, what the file shows is no longer what was recognised.
        let automatic = create_selector(move || {
            let shown = seen
                .with(|input| input.as_deref().and_then(recognised))
                .filter(|_| now.with(String::is_empty));
            shown.map_or_else(|| "As recognised".to_owned(), |shown| format!("As recognised: {shown}"))
        });
        let none = chosen.is_empty();
        let options: Vec<View> = choices
            .iter()
            .map(|&(value, text)| {
                let selected = value == chosen;
                view! { option(value=value, selected=selected) { (text) } }
            })
            .collect();
        let on_change = move |event: web_sys::Event| {
            if let Some(select) =
                event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
            {
                now.set(select.value());
                then(select.value());
            }
        };
        view! {
            label(class="field") {
                span { (label) }
                span(class="select") {
                    select(aria-label=name, on:change=on_change) {
                        option(value="", selected=none) { (automatic.get_clone()) }
                        (options)
                    }
                }
            }
        }
    }
}
