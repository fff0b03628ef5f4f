//! The first screen: what to judge against, and what to judge.

use crate::dom::prelude::*;
use gloo_file::FileList;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};

use super::icons::icon;
use super::state::{App, Role, Step};
use super::words::{count, counted};
use super::{company, files, status};

/// The slot for people already in Gong, which takes what is dropped on it.
pub(crate) const MEMBERS: &str = ".slot-members";
/// The slot for earlier exports.
pub(crate) const EARLIER: &str = ".slot-earlier";

/// The sample, as it lies beside the page.
const SAMPLE: &str = "rollcall-sample-okta.csv";

pub(crate) fn setup(app: App) -> View {
    let empty = create_selector(move || app.files.with(Vec::is_empty));
    view! {
        (if empty.get() { teach(app) } else { view! { h1(id="screen-title", tabindex="-1", class="unseen-title") { "Source and files" } (status::status(app)) } })
        section(class="card", aria-labelledby="source-title") {
            h2(id="source-title", tabindex="-1") { "Source" }
            (company::fields(app, true))
        }
        section(class="card", aria-labelledby="files-title") {
            h2(id="files-title", tabindex="-1") { "Files" }
            (files::list(app, app.files))
            (drop_zone(app))
            (in_gong(app))
        }
        (app.room_in_time(move |rooms| (rooms.guide)(app)))
    }
}

/// What an empty page has to say.
fn teach(app: App) -> View {
    let again = if app.had_files {
        view! { p(class="weak") { "Your settings are as they were. Files are never kept, nor what was changed in them: drop them again." } }
    } else {
        view! {}
    };
    // A page around that keeps the settings needs no browser for that.
    let kept = move || app.hosted.keeps.get() || app.edit.is_kept.get();
    view! {
        div(class="teach") {
            h1(id="screen-title", tabindex="-1") { "Who arrives in Gong, before you push" }
            ol {
                li { "Say what to judge against: the source, your primary domain, the default time zone." }
                li { "Drop a profile export from Okta or Azure AD. It is read here and goes nowhere." }
                li { "See who arrives and who is blocked, and how to cure each cause." }
            }
            (again)
            (if kept() { view! {} } else { view! { p(class="weak") { "This browser keeps nothing here: settings live as long as this page. Save them as a file." } } })
        }
    }
}

/// A place to drop files, which is the file input itself: a click, a key or a drag all do.
fn drop_zone(app: App) -> View {
    let failed = create_signal(false);
    let empty = create_selector(move || app.files.with(Vec::is_empty));
    let mark = icon("file");
    view! {
        div(class="drop") {
            div(class=if empty.get() { "drop-zone" } else { "drop-zone drop-zone-small" }) {
                (mark)
                label(class="drop-label", r#for="exports") { "Profile exports" }
                span(class="drop-hint", aria-hidden="true") { "Drop them here, or click to choose. CSV, JSON or XLSX, one or several." }
                (file_input(app, "exports", Role::Export))
            }
            (if empty.get() {
                view! {
                    p(class="or") {
                        "No export at hand? "
                        button(r#type="button", on:click=move |_| load_sample(app, failed)) { "Try with sample data" }
                    }
                }
            } else {
                view! {}
            })
            (if failed.get() { view! { p(class="problem", role="alert") { "The sample could not be loaded from where this page came from." } } } else { view! {} })
        }
    }
}

/// The same input, small, for every other screen.
pub(crate) fn add_files(app: App) -> View {
    let mark = icon("add");
    view! {
        section(class="add-files", aria-label="Add files") {
            (mark)
            label(r#for="exports") { span(aria-hidden="true") { "Add files" } span(class="unseen") { "Profile exports" } }
            (file_input(app, "exports", Role::Export))
        }
    }
}

/// A second, quiet place: whoever is in Gong already helps to find managers and taken addresses.
fn in_gong(app: App) -> View {
    let told = create_selector(move || {
        let counts = app.checked.with(|checked| checked.as_ref()?.simulation.in_gong)?;
        let mut parts = vec![format!("{} of them in the exports", count(counts.matched))];
        if counts.out_of_scope > 0 {
            parts.push(format!("{} out of scope", count(counts.out_of_scope)));
        }
        parts.push(format!("{} in no export", count(counts.absent)));
        Some(format!("{} in Gong: {}.", counted(counts.people, "person", "people"), parts.join(", ")))
    });
    let mark = icon("add");
    view! {
        div(class="slot slot-members") {
            (mark)
            label(class="slot-label", r#for="members") { "People already in Gong" }
            span(class="slot-hint", aria-hidden="true") { "Optional: Gong's own list of team members, to find managers and taken addresses." }
            (file_input(app, "members", Role::Members))
        }
        (if app.hosted.members.with(Option::is_some) { view! { p(class="in-gong") { "The page around this one gives the people already in Gong. Add files only for others." } } } else { view! {} })
        (match told.get_clone() {
            Some(text) => view! { p(class="in-gong") { (text) } },
            None => view! {},
        })
    }
}

fn file_input(app: App, id: &'static str, role: Role) -> View {
    let on_change = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let Some(list) = input.files() else { return };
        let chosen = files_of(list);
        // Emptied, so that choosing the same file again is a change again.
        input.set_value("");
        app.add(chosen, role);
    };
    view! { input(id=id, r#type="file", multiple=true, on:change=on_change) }
}

pub(crate) fn files_of(list: web_sys::FileList) -> Vec<File> {
    FileList::from(list).iter().map(|file| AsRef::<File>::as_ref(file).clone()).collect()
}

fn load_sample(app: App, failed: Signal<bool>) {
    failed.set(false);
    spawn_local(async move {
        let sample = sample_of(app).await;
        if !app.is_alive() {
            return;
        }
        match sample {
            // Files that came meanwhile are what the admin wants.
            Ok(file) if app.files.with_untracked(Vec::is_empty) => app.set_sample(file),
            Err(_) if failed.is_alive() => failed.set(true),
            Ok(_) | Err(_) => {}
        }
    });
}

async fn sample_of(app: App) -> Result<File, JsValue> {
    let blob = JsFuture::from(app.host().ok_or(JsValue::NULL)?.sample()).await?;
    File::new_with_blob_sequence(&js_sys::Array::of1(&blob), SAMPLE)
}

/// The heading that a step is about, for the focus to go to.
pub(crate) fn heading(step: Step, empty: bool) -> &'static str {
    match step {
        Step::Source if empty => "screen-title",
        Step::Source => "source-title",
        Step::Files => "files-title",
        Step::Review => "review-title",
        Step::Zones => "zones-title",
        Step::People => "people-title",
        Step::Assignments => "assignments-title",
        Step::Plan => "plan-title",
        Step::TakeAway => "take-away-title",
    }
}
