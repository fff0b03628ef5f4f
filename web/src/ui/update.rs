//! A newer Rollcall: offered, never forced, and taken after a second question where something would be lost.

use crate::dom::prelude::*;
use wasm_bindgen::prelude::*;

use super::state::App;
use super::words::counted;
use crate::host::Updates;

/// What there is to say of newer builds.
#[derive(Clone, Copy, PartialEq)]
enum Offer {
    /// One waits to be taken.
    Ready,
    /// Another tab has taken one.
    Elsewhere,
    /// The admin wants it, and is told what that costs.
    Costs,
}

pub(crate) fn update(app: App) -> View {
    let offer = create_signal(None);
    let Some(updates) = app.host().and_then(|host| host.updates()) else {
        return view! {};
    };
    let told = Closure::new(move |what: String| {
        let what = if what == "elsewhere" { Offer::Elsewhere } else { Offer::Ready };
        app.say(text(what));
        offer.set(Some(what));
    });
    updates.listen(&told);
    // The page never ends, so neither does this.
    told.forget();

    let updates = create_signal(updates);
    let take = move || updates.with_untracked(Updates::take);
    let later = move || {
        offer.set(None);
        app.focus_main();
    };
    let wanted = move || {
        if costs(app).is_empty() {
            take();
        } else {
            offer.set(Some(Offer::Costs));
            app.focus_soon("update-costs");
        }
    };
    let shown = move || match offer.get() {
        None => view! {},
        Some(Offer::Costs) => {
            let lost: Vec<View> = costs(app).into_iter().map(|cost| view! { li { (cost) } }).collect();
            view! {
                section(class="update", aria-labelledby="update-costs") {
                    p(id="update-costs", tabindex="-1") { strong { "The page is loaded anew for that." } }
                    ul { (lost) }
                    p(class="hint") { (settings(app)) }
                    div(class="update-buttons") {
                        button(r#type="button", on:click=move |_| take()) { "Update now" }
                        button(r#type="button", class="quiet", on:click=move |_| later()) { "Later" }
                    }
                }
            }
        }
        Some(what) => view! {
            section(class="update", aria-label="Update") {
                p { (text(what)) }
                div(class="update-buttons") {
                    button(r#type="button", on:click=move |_| wanted()) { (if what == Offer::Ready { "Update" } else { "Load again" }) }
                    button(r#type="button", class="quiet", on:click=move |_| later()) { "Later" }
                }
            }
        },
    };
    view! { (shown()) }
}

fn text(offer: Offer) -> &'static str {
    match offer {
        Offer::Elsewhere => {
            "Rollcall was updated in another tab. This one goes on as it is until it is loaded again."
        }
        Offer::Ready | Offer::Costs => "A newer Rollcall is ready.",
    }
}

/// What is lost when the page is loaded anew.
fn costs(app: App) -> Vec<String> {
    let mut costs = Vec::new();
    let files = app.files.with_untracked(|files| files.iter().filter(|export| !export.sample).count());
    if files > 0 {
        costs.push(format!("{} must be dropped again.", counted(files as u64, "file", "files")));
    }
    let changes = app.cures.batches.with_untracked(Vec::len);
    if changes > 0 {
        let fresh = if app.cures.would_lose() { ", and not all of it was taken away" } else { "" };
        let steps = counted(changes as u64, "step", "steps");
        costs.push(format!("What you changed in values is lost: {steps}{fresh}."));
    }
    if app.writing.get_untracked() {
        costs.push("The file that is being written is not finished.".to_owned());
    }
    if !app.edit.is_kept.get_untracked() {
        costs
            .push("The settings are lost: this browser keeps nothing. Save them as a file first.".to_owned());
    }
    costs
}

fn settings(app: App) -> &'static str {
    if app.edit.is_kept.get_untracked() { "The settings stay as they are." } else { "" }
}
