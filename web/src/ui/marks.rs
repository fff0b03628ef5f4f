//! What is wrong with the settings and what is doubtful, each with the place it is about.

use crate::dom::prelude::*;

use super::icons;
use super::state::App;
use rollcall::assignment::{Known, remarks};
use rollcall::rules::Rule;
use rollcall::settings::Draft;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// It keeps the settings from being saved.
    pub(crate) refused: bool,
    /// Name of a severity.
    pub(crate) severity: &'static str,
    /// JSON Pointer.
    pub(crate) path: String,
    /// Whole sentences.
    pub(crate) message: String,
}

/// All that is to be said of a draft: what is refused first, in the order of the document.
pub(crate) fn marks(draft: &Draft, known: Option<&Known>) -> Vec<Mark> {
    let (settings, refused) = draft.settings();
    let mut marks: Vec<Mark> = refused
        .into_iter()
        .map(|refused| Mark {
            refused: true,
            severity: "error",
            path: refused.path,
            message: sentence(&refused.message),
        })
        .collect();
    let doubts = remarks(&settings, known);
    marks.extend(doubts.into_iter().filter_map(|remark| {
        let rule = Rule::find(remark.rule)?;
        let said = settings.severities.get(rule.id).copied();
        let severity = said.unwrap_or(Some(rule.effect.severity()))?;
        Some(Mark { refused: false, severity: severity.name(), path: remark.path, message: remark.message })
    }));
    marks
}

/// With a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let mut text: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    if !text.ends_with(['.', '?', '!']) {
        text.push('.');
    }
    text
}

/// How far down from a place marks are shown there.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Reach {
    /// Those about exactly this place.
    Here,
    /// Those about anything in it, too.
    Within,
}

impl Mark {
    pub(crate) fn is_about(&self, path: &str, reach: Reach) -> bool {
        self.path == path || (reach == Reach::Within && self.is_in(path))
    }

    fn is_in(&self, path: &str) -> bool {
        self.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
    }
}

/// The marks at a place, with an id that the field there can name as its description.
pub(crate) fn notes(app: App, id: String, path: impl Fn() -> String + 'static, reach: Reach) -> View {
    let marks = create_selector(move || {
        let path = path();
        app.edit.marks.with(|marks| {
            marks.iter().filter(|mark| mark.is_about(&path, reach)).cloned().collect::<Vec<_>>()
        })
    });
    view! { div(id=id, class="notes") { (marks.get_clone().iter().map(note).collect::<Vec<View>>()) } }
}

pub(crate) fn note(mark: &Mark) -> View {
    let class = format!("note note-{}", mark.severity);
    let (sign, message) = (icons::severity(mark.severity), mark.message.clone());
    view! { p(class=class) { (sign) " " (message) } }
}

/// Whether the text at a place is refused, for `aria-invalid`.
pub(crate) fn invalid(app: App, path: impl Fn() -> String + 'static) -> ReadSignal<Option<&'static str>> {
    create_selector(move || {
        let path = path();
        let refused = app.edit.marks.with(|marks| marks.iter().any(|mark| mark.refused && mark.path == path));
        refused.then_some("true")
    })
}
