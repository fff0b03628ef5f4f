//! Where results go, and text that does nothing to a terminal.

use std::borrow::Cow;
use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::Failure;

/// Standard output, or the named file, which is never overwritten by accident.
pub(super) fn open(path: Option<&Path>, force: bool) -> Result<Box<dyn Write>, Failure> {
    let Some(path) = path else {
        return Ok(Box::new(BufWriter::new(io::stdout().lock())));
    };
    let mut options = OpenOptions::new();
    options.write(true);
    if force {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    let file = options.open(path).map_err(|error| {
        Failure(if error.kind() == io::ErrorKind::AlreadyExists {
            format!("{} is there already; --force overwrites it", path.display())
        } else {
            format!("{}: {error}", path.display())
        })
    })?;
    Ok(Box::new(BufWriter::new(file)))
}

/// Writes, and takes a reader that went away (`| head`) for the end.
pub(super) fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.map_err(Failure::from),
    }
}

/// Text of an export for a terminal: control and direction characters are made visible.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let acts = |char: char| {
        (char.is_control() && char != '\n')
            || matches!(char, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_act_on_is_made_visible() {
        assert_eq!(plain("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(plain("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(plain("Zoë\nB"), "Zoë\nB");
    }
}
