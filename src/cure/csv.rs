//! New values in a row of a table: quoted as the cell was, or where they have to be.

use super::corrected::Splice;
use crate::export::{Amendment, Anatomy, Spot};

/// What to cut and to put in, in the order of the row. Columns behind the end of the row are made.
pub(super) fn splices(delimiter: u8, row: &Anatomy, amendments: &[Amendment]) -> Vec<Splice> {
    let delimiter = char::from(delimiter);
    let fields = row.parts.len();
    let token = |at: usize| &row.text[row.parts[at].token.clone()];
    let is_quoted = |at: usize| token(at).starts_with(b"\"");
    // A row that quotes everything goes on doing so.
    let all_quoted = (0..fields).all(is_quoted);
    let mut splices = Vec::new();
    let mut reach = fields;
    for one in amendments {
        let Spot::Cell { column, .. } = one.spot else { continue };
        let column = usize::from(column);
        if column < fields {
            // What does not stand there any more is left as it is.
            if row.parts[column].value != *one.was {
                continue;
            }
            // A row of one empty cell would be no row.
            let alone = fields == 1 && one.text.trim().is_empty();
            let text = field(&one.text, delimiter, is_quoted(column) || alone);
            splices.push(Splice { range: row.parts[column].token.clone(), text });
        } else {
            let mut text = delimiter.to_string().repeat(column + 1 - reach);
            text.push_str(&field(&one.text, delimiter, all_quoted));
            reach = column + 1;
            splices.push(Splice { range: row.text.len()..row.text.len(), text });
        }
    }
    splices
}

fn field(text: &str, delimiter: char, quoted: bool) -> String {
    if quoted || text.contains([delimiter, '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
