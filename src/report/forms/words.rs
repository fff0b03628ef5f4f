//! What a finding says, with the values of people and without, and what its place is called.

use std::fmt::Write;

use super::{Entry, Scene};

/// What it is about: attribute, column or place in the settings. None for whole records and files.
pub(super) fn about(scene: &Scene, entry: &Entry<'_>) -> Option<String> {
    let label = entry.attribute.map(|attribute| {
        let number = if entry.place > 0 { format!(" {}", entry.place + 1) } else { String::new() };
        format!("{}{number}", attribute.label())
    });
    let column = scene.column(entry).map(|column| format!("column \"{column}\""));
    match (label, column, &entry.told.path) {
        (Some(label), Some(column), _) => Some(format!("{label}, {column}")),
        (Some(one), None, _) | (None, Some(one), _) => Some(one),
        (None, None, path) => path.as_ref().map(|path| format!("settings {path}")),
    }
}

/// The defect in the rule's words, and what it is about.
pub(super) fn title(scene: &Scene, entry: &Entry<'_>) -> String {
    let title = entry.rule.rule().title;
    about(scene, entry).map_or_else(|| title.to_owned(), |about| format!("{title} ({about})"))
}

/// What happens, and the cure: the finding's words where values are shown, else the rule's.
pub(super) fn message(scene: &Scene, entry: &Entry<'_>) -> String {
    if !scene.show_values {
        let rule = entry.rule.rule();
        return format!("{} {}", rule.reason, rule.cure);
    }
    let told = &entry.told;
    let mut text = told.message.clone();
    // Most messages end with it.
    if let Some(suggestion) =
        told.suggestion.as_ref().filter(|suggestion| !text.contains(&format!("\"{suggestion}\"")))
    {
        let _ = write!(text, " Suggestion: \"{suggestion}\".");
    }
    if !told.choices.is_empty() {
        let choices: Vec<String> = told.choices.iter().map(|choice| format!("\"{choice}\"")).collect();
        let _ = write!(text, " Choices: {}.", choices.join(", "));
    }
    text
}
