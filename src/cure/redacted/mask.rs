//! Values that nobody reads: their characters are told, and nothing else.

/// Letters become x, digits 0, letters outside ASCII one of them; everything else stays.
pub(super) fn masked(text: &str) -> String {
    let mask = |char: char| match char {
        'A'..='Z' => 'X',
        'a'..='z' => 'x',
        '0'..='9' => '0',
        // That a file is not plain ASCII may be what its encoding is told by.
        char if !char.is_ascii() && char.is_alphanumeric() => 'é',
        char => char,
    };
    text.chars().map(mask).collect()
}

/// A number stays one: every digit becomes 1.
pub(super) fn masked_number(text: &str) -> Option<String> {
    let number = text.starts_with(['-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    number.then(|| text.chars().map(|char| if char.is_ascii_digit() { '1' } else { char }).collect())
}

/// What lets someone in does not even keep its length. Line ends stay, for the lines below.
pub(super) fn hidden(text: &str) -> String {
    let mut hidden = String::new();
    for line in text.split_inclusive(['\n', '\r']) {
        let content = line.trim_end_matches(['\n', '\r']);
        if !content.is_empty() {
            hidden.push_str("xxxxxxxx");
            if !content.is_ascii() {
                hidden.push('é');
            }
        }
        hidden.push_str(&line[content.len()..]);
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_keep_what_shows_how_a_value_is_written() {
        assert_eq!(masked("Zoë O'Neil, 2026-01-05T08:00Z <a@b.c>"), "Xxé X'Xxxx, 0000-00-00X00:00X <x@x.x>");
        assert_eq!(masked_number("-12.5e+3").as_deref(), Some("-11.1e+1"));
        assert_eq!(masked_number("true"), None);
        assert_eq!(hidden("hunter2"), hidden("a much longer secret, 1!"));
        assert_eq!(hidden("a\r\n\r\né\n"), "xxxxxxxx\r\n\r\nxxxxxxxxé\n");
    }
}
