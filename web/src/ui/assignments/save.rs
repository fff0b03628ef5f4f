//! Saving the settings as a file, opening one, and starting anew.

use crate::dom::prelude::*;
use gloo_file::Blob;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlElement};

use super::fields::input_of;
use super::summary::{go_to, headline};
use crate::host::Taken;
use crate::ui::icons::icon;
use crate::ui::marks::Mark;
use crate::ui::state::App;
use rollcall::settings::{Draft, Refused};

/// The file that the settings are saved as.
const NAME: &str = "rollcall-settings.json";
/// No settings are longer; what is, is another file.
const LONGEST: f64 = 8e6;

/// Members that no field of the page shows: what is wrong there cannot be mended here.
const HIDDEN: [&str; 4] = ["/source", "/guard", "/mapping", "/rules"];

/// What came of saving or opening.
#[derive(Clone, PartialEq)]
pub(crate) enum Told {
    /// The page around took the settings.
    Taken,
    /// It did not, and says why.
    NotTaken(String),
    /// Saved; with this many doubts.
    Saved(Option<String>),
    /// Not saved, and why.
    NotSaved(Vec<Mark>),
    Opened(String),
    /// Not opened: the file, the place in it, and why; and what can be opened all the same, to be mended.
    NotOpened(String, Refused, Option<Box<Draft>>),
}

pub(super) fn bar(app: App, told: Signal<Option<Told>>) -> View {
    let unsaved = create_selector(move || app.unsaved());
    let busy = create_selector(move || app.is_busy());
    let chosen = move |event: web_sys::Event| {
        let Some(input) = input_of(&event) else { return };
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        if let Some(file) = file {
            open(app, told, file);
        }
    };
    let choose = move |_| {
        if let Some(input) = app.by_id("open-settings").and_then(|input| input.dyn_into::<HtmlElement>().ok())
        {
            input.click();
        }
    };
    // Where the page around keeps the settings nothing is downloaded.
    let sign = move || {
        if app.hosted.keeps.get() {
            view! {}
        } else {
            icon("download")
        }
    };
    view! {
        div(class="save-bar") {
            (if unsaved.get() { view! { span(class="unsaved") { "Unsaved changes" } } } else { view! {} })
            button(r#type="button", id="open-button", on:click=choose) { "Open settings" }
            input(id="open-settings", r#type="file", accept=".json,application/json", hidden=true, aria-label="Open settings file", on:change=chosen)
            button(r#type="button", id="save", class="primary", "part"="save", aria-disabled=busy.get().then_some("true"), on:click=move |_| save(app, told)) { (sign()) (if busy.get() { "Saving…" } else { "Save" }) }
        }
    }
}

fn save(app: App, told: Signal<Option<Told>>) {
    // The button keeps the focus while it waits, so it is not disabled.
    if app.is_busy() {
        return;
    }
    let marks = app.edit.marks.get_clone_untracked();
    let refused: Vec<Mark> = marks.iter().filter(|mark| mark.refused).cloned().collect();
    if let Some(first) = refused.first() {
        let path = first.path.clone();
        told.set(Some(Told::NotSaved(refused)));
        go_to(app, path);
        return;
    }
    // What the sample lent is not the admin's.
    match app.offer_settings() {
        Taken::Default => {}
        Taken::Done => return app.host_saved(None),
        Taken::Waiting => return,
    }
    let text = app.own().to_json();
    app.hand_over(Blob::new_with_options(text.as_str(), Some("application/json")).as_ref(), NAME, None);
    app.filed(app.own());
    let doubts = headline(&marks);
    app.say(match &doubts {
        Some(doubts) => format!("{NAME} is saved, with {doubts}."),
        None => format!("{NAME} is saved."),
    });
    told.set(Some(Told::Saved(doubts)));
}

fn open(app: App, told: Signal<Option<Told>>, file: File) {
    let name = file.name();
    spawn_local(async move {
        let read = read(&file).await;
        // The admin may have gone to another step meanwhile.
        if !told.is_alive() {
            return;
        }
        match read {
            Ok(draft) => take(app, told, name, draft),
            Err((refused, draft)) => told.set(Some(Told::NotOpened(name, refused, draft.map(Box::new)))),
        }
    });
}

fn take(app: App, told: Signal<Option<Told>>, name: String, draft: Draft) {
    app.open_settings(draft);
    app.say(format!("{name} is opened."));
    told.set(Some(Told::Opened(name)));
}

/// The settings of a file; or why they are refused, with the draft if the fields of the page can mend it.
async fn read(file: &File) -> Result<Draft, (Refused, Option<Draft>)> {
    let refused = |message: &str| (Refused { path: String::new(), message: message.to_owned() }, None);
    if file.size() > LONGEST {
        return Err(refused("it is far too long for settings"));
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| refused("the browser could not read it"))?;
    let text = text.as_string().unwrap_or_default();
    let draft = Draft::from_json(&text).map_err(|refused| (refused, None))?;
    let problems = draft.settings().1;
    let hidden = |refused: &Refused| HIDDEN.iter().any(|member| refused.path.starts_with(member));
    let mendable = !problems.iter().any(hidden);
    match problems.into_iter().next() {
        None => Ok(draft),
        Some(refused) => Err((refused, mendable.then_some(draft))),
    }
}

/// What came of the last saving or opening, until something else comes of it or it is dismissed.
pub(super) fn message(app: App, told: Signal<Option<Told>>) -> View {
    let dismiss = move |_| {
        told.set(None);
        app.focus_soon("save");
    };
    view! {
        (match told.get_clone() {
            None => view! {},
            Some(Told::Saved(doubts)) => {
                let doubts = doubts.map_or_else(String::new, |doubts| format!(" It carries {doubts}; that keeps nobody from using it."));
                view! {
                    div(class="told") {
                        div {
                            p { strong { (NAME) " is saved." } (doubts) }
                            p(class="hint") { "The same settings in the command line: " code { "rollcall check --settings " (NAME) " users.csv" } }
                        }
                        button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
                    }
                }
            }
            Some(Told::Taken) => view! {
                div(class="told") {
                    p { strong { "The settings are saved." } }
                    button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
                }
            },
            Some(Told::NotTaken(problem)) => view! {
                div(class="told told-refused", role="alert") {
                    p { strong { "Not saved. " } (problem) }
                    button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
                }
            },
            Some(Told::Opened(name)) => view! {
                div(class="told") {
                    p { strong { (name) " is opened." } " Undo brings the settings back that were here." }
                    button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
                }
            },
            Some(Told::NotSaved(marks)) => {
                let reasons: Vec<View> = marks
                    .into_iter()
                    .map(|mark| {
                        let Mark { path, message, .. } = mark;
                        let place = path.clone();
                        view! { li { button(r#type="button", class="link", on:click=move |_| go_to(app, path.clone())) { (message) } " " code { (place) } } }
                    })
                    .collect();
                view! {
                    div(class="told told-refused", role="alert") {
                        div {
                            p { strong { "Not saved. " } "Mend this first:" }
                            ul { (reasons) }
                        }
                        button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
                    }
                }
            }
            Some(Told::NotOpened(name, refused, draft)) => {
                let Refused { path, message } = refused;
                let place = if path.is_empty() { view! {} } else { view! { "At " code { (path) } ": " } };
                let title = name.clone();
                let mend = draft.map_or_else(View::new, |draft| {
                    let open = move |_| take(app, told, name.clone(), (*draft).clone());
                    view! { button(r#type="button", class="quiet", on:click=open) { "Open it to mend" } }
                });
                view! {
                    div(class="told told-refused", role="alert") {
                        div {
                            p { strong { (title) " was not opened. " } "The settings stay as they were." }
                            p { (place) (message) }
                        }
                        (mend)
                        button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
                    }
                }
            }
        })
    }
}

/// What is rarely wanted.
pub(super) fn foot(app: App) -> View {
    let anew = move |_| {
        app.edit.open.set(None);
        let changed = app.change("all settings reset", None, |draft, keys| {
            *draft = Draft::default();
            keys.clear();
        });
        if changed {
            app.say("All settings were reset. Undo brings them back.");
            app.edit.removed.set(Some("All settings were reset.".to_owned()));
        } else {
            app.say("The settings are at their start already.");
        }
        app.focus_soon("assignments-title");
    };
    view! {
        p(class="foot") {
            span {
                (if app.hosted.keeps.get() { "Save offers the settings to the page around them, and downloads them where it does not take them; nothing is kept in this browser." } else if app.edit.is_kept.get() { "The settings are remembered in this browser." } else { "This browser keeps nothing: the settings live as long as this page. Save them as a file." })
                " They name groups and domains, and no person."
            }
            button(r#type="button", class="quiet", on:click=anew) { "Start anew" }
        }
    }
}
