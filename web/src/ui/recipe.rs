//! The recipe: what was cured as a file, to be made again next month.

use crate::dom::prelude::*;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlElement, HtmlInputElement};

use super::cures::Proposed;
use super::icons::icon;
use super::state::App;
use super::words::{self, count, counted, people};
use crate::snapshot::{Replay, Stale};
use rollcall::cure::MAX_RECIPE;

const NAME: &str = "rollcall-recipe.json";

/// The part of the last step that is about it.
pub(super) fn card(app: App) -> View {
    let told = create_signal(None::<String>);
    let any = create_selector(move || app.cures.batches.with(|batches| !batches.is_empty()));
    let chosen = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        if let Some(file) = file {
            told.set(None);
            open(app, told, file);
        }
    };
    let choose = move |_| {
        if let Some(input) = app.by_id("open-recipe").and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
            input.click();
        }
    };
    let mark = icon("download");
    view! {
        div(class="card") {
            h2 { "Recipe" }
            p(class="hint") { "What was changed, told by person and value, to make it again on next month's export: here, or with " code { "rollcall fix --recipe" } ". It names people: keep it as you would the export." }
            div(class="taken-buttons") {
                button(
                    r#type="button", title="Every change of a value as a step",
                    disabled=app.writing.get() || !any.get(), on:click=move |_| { told.set(None); take(app, told); }
                ) { (mark) "Download recipe" }
                button(r#type="button", id="recipe-button", on:click=choose) { "Open recipe" }
                input(id="open-recipe", r#type="file", accept=".json,application/json", hidden=true, aria-label="Recipe", on:change=chosen)
            }
            (if any.get() { view! {} } else { view! { p(class="small") { "No value was changed, so there is nothing to tell yet." } } })
            (match told.get_clone() {
                Some(text) => view! { p(class="problem", role="alert") { (text) } },
                None => view! {},
            })
        }
    }
}

fn take(app: App, told: Signal<Option<String>>) {
    let Some(checked) = app.checked.get_clone_untracked() else { return };
    app.writing.set(true);
    app.say("Writing the file.");
    checked.client.recipe(move |answer| {
        app.writing.set(false);
        let problem = match answer {
            Ok(recipe) => {
                app.hand_over(&recipe.file, NAME, None);
                app.say(format!("{NAME} is ready, with {}.", counted(recipe.steps, "step", "steps")));
                if recipe.left_out == 0 {
                    app.cures.kept();
                }
                left_out(recipe.left_out)
            }
            Err(message) => {
                app.say(message.clone());
                Some(message)
            }
        };
        // The admin may have gone to another step meanwhile.
        if told.is_alive() {
            told.set(problem);
        }
    });
}

fn left_out(number: u64) -> Option<String> {
    let changes = match number {
        0 => return None,
        1 => "1 changed value is".to_owned(),
        number => format!("{} changed values are", count(number)),
    };
    Some(format!(
        "{changes} not in the recipe: of a column that is no attribute, of someone whom no key of their own names, or of a value that an earlier file still has."
    ))
}

fn open(app: App, told: Signal<Option<String>>, file: File) {
    let name = file.name();
    spawn_local(async move {
        let read = read(&file).await;
        if !app.is_alive() || !told.is_alive() {
            return;
        }
        app.edit.scope.run_in(|| match read {
            Ok(text) => app.cures.proposed.set(Some(Proposed::Recipe(text.into()))),
            Err(why) => {
                let message = format!("{name} was not opened: {why}");
                app.say(message.clone());
                told.set(Some(message));
            }
        });
    });
}

async fn read(file: &File) -> Result<String, String> {
    #[allow(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    let longest = MAX_RECIPE as f64;
    if file.size() > longest {
        return Err(format!("a recipe has at most {} MiB", MAX_RECIPE / (1024 * 1024)));
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| "the browser could not read it")?;
    let text = text.as_string().unwrap_or_default();
    // Told here, where the file still has a name.
    rollcall::cure::Recipe::from_json(&text).map_err(|refused| refused.to_string())?;
    Ok(text)
}

/// What opening it would do, to be looked at before it is done.
pub(super) fn found(
    app: App,
    replay: &Replay,
    batch: Uint8Array,
    close: impl Fn() + Clone + 'static,
) -> View {
    let sum = if replay.changes == 0 {
        "Nothing would change.".to_owned()
    } else {
        let values = counted(replay.changes, "value", "values");
        format!("{values} of {} would change.", people(replay.people))
    };
    let fits = counted(replay.steps - replay.stale, "step fits", "steps fit");
    let fits = match replay.stale {
        0 => format!("{fits}."),
        1 => format!("{fits}; 1 is stale and changes nothing."),
        stale => format!("{fits}; {} are stale and change nothing.", count(stale)),
    };
    let (apply, cancel) = (close.clone(), close);
    let actions = if replay.changes == 0 {
        view! { button(r#type="button", on:click=move |_| cancel()) { "Leave it" } }
    } else {
        let values = counted(replay.changes, "value", "values");
        let label = format!("Apply {}", counted(replay.changes, "change", "changes"));
        let mark = icon("ok");
        let apply = move |_| {
            apply();
            app.apply(&batch, format!("Recipe applied: {values}"));
        };
        view! {
            button(r#type="button", class="primary", on:click=apply) { (mark) (label) }
            button(r#type="button", on:click=move |_| cancel()) { "Cancel" }
        }
    };
    let stale = stale(replay);
    view! {
        p { strong { (sum) } " " (fits) }
        (stale)
        p(class="hint") { "Your files stay as they are. The changes go into the corrected export, and can be undone." }
        div(class="fix-actions") { (actions) }
    }
}

fn stale(replay: &Replay) -> View {
    if replay.stale_steps.is_empty() {
        return view! {};
    }
    let rows: Vec<View> = replay.stale_steps.iter().map(row).collect();
    let more = replay.stale.saturating_sub(replay.stale_steps.len() as u64);
    let more = if more > 0 { format!("and {} other stale steps", count(more)) } else { String::new() };
    view! {
        div(class="fix-table stale-steps", tabindex="0", role="region", aria-label="Stale steps") {
            table {
                thead { tr { th(scope="col") { "Step" } th(scope="col") { "Whom and what" } th(scope="col") { "Why it is stale" } } }
                tbody { (rows) }
            }
        }
        p(class="small") { (more) }
    }
}

fn row(stale: &Stale) -> View {
    let (step, what, why) = (count(stale.step), words::shown(&stale.what), words::shown(&stale.why));
    view! { tr { td { (step) } td { (what) } td { (why) } } }
}
