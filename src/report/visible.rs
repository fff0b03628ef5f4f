//! Text of an export where somebody reads it: nothing in it acts on a terminal or turns the direction of its line.

use std::borrow::Cow;

/// The text with control and direction characters made visible; line ends stay.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let acts = |char: char| {
        (char.is_control() && char != '\n')
            || matches!(char, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
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
        assert_eq!(visible("Zoë\nB"), "Zoë\nB");
    }
}
