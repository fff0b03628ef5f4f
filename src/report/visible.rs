//! Text of an export where somebody reads it: nothing in it acts on a terminal or turns the direction of its line.

use std::borrow::Cow;

/// Whether a character shows nothing, or turns the direction of what follows, and is no control. Those that join letters
/// and signs stay what they are.
pub fn is_hidden(char: char) -> bool {
    matches!(
        char,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// The text with controls and hidden characters made visible; line ends stay.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let acts = |char: char| (char.is_control() && char != '\n') || is_hidden(char);
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if acts(char) { out.extend(char.escape_unicode()) } else { out.push(char) }
    }
    Cow::Owned(out)
}

/// The same on one line: what a value holds does not pass for lines of ours.
pub(crate) fn on_line(text: &str) -> Cow<'_, str> {
    match visible(text) {
        text if text.contains('\n') => text.replace('\n', "\\u{a}").into(),
        text => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{on_line, visible};

    #[test]
    fn a_value_stays_on_its_line() {
        assert_eq!(on_line("Rep\n::error::x"), "Rep\\u{a}::error::x");
        assert_eq!(on_line("Rep"), "Rep");
    }

    #[test]
    fn what_a_terminal_would_act_on_is_made_visible() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(visible("a\u{ad}b\u{e0041}"), "a\\u{ad}b\\u{e0041}");
        assert_eq!(visible("Zoë\nB"), "Zoë\nB");
    }
}
