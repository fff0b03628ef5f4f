//! What happens later: who governs the settings once people are there.

use crate::dom::prelude::*;

use super::fields::Field;
use super::item::{Item, source_word};
use rollcall::settings::Updates;

const MANUAL: &str = "manual";
const AUTOMATIC: &str = "automatic";

const CHOICES: &[(&str, &str, &str)] = &[
    (MANUAL, Updates::Manual.label(), Updates::Manual.consequence()),
    (AUTOMATIC, Updates::Automatic.label(), Updates::Automatic.consequence()),
];

pub(super) fn updates(item: Item) -> View {
    let field = Field {
        app: item.app,
        id: item.id("updates"),
        label: "Update settings".to_owned(),
        path: item.at("/updates"),
        hint: "",
    };
    let radios = field.radios(
        CHOICES,
        move || item.read(|own| if own.updates == Updates::Automatic { AUTOMATIC } else { MANUAL }),
        move |chosen| {
            item.change("update settings changed", None, |own| {
                own.updates = if chosen == AUTOMATIC { Updates::Automatic } else { Updates::Manual };
            });
        },
    );
    let story = create_selector(move || story(item));
    view! {
        (radios)
        div(class="story", aria-live="polite") {
            p { strong { "Next Tuesday. " } (story.get_clone()) }
            p(class="hint") { "Where someone moves between two assignments, the articles do not say whose mode decides; here it is the new one's." }
        }
    }
}

/// What becomes of someone who moves here later on.
fn story(item: Item) -> String {
    let source = source_word(item.app);
    let (group, automatic) =
        item.read(|own| (own.groups.first().cloned().unwrap_or_default(), own.updates == Updates::Automatic));
    let group = group.trim();
    let who = if item.is_default() {
        format!("Someone in Gong leaves the last group that an assignment names, in {source}.")
    } else if group.is_empty() {
        format!("Someone in Gong joins a group of this assignment in {source}.")
    } else {
        format!("Someone in Gong joins \"{group}\" in {source}.")
    };
    let then = if automatic {
        "With the next push they have exactly these seats, permissions and capture settings. What they had before is gone, and nobody can change it in Gong."
    } else {
        "Nothing changes in Gong: they keep the seats, permissions and capture settings they had, until an admin changes them there. Only someone new arrives with these settings."
    };
    format!("{who} {then}")
}
