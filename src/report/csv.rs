//! Findings as a table for spreadsheets: a finding a line, UTF-8 with a byte order mark, lines ended by CR LF.
//!
//! A spreadsheet takes a text that begins like a formula for one, and runs it. Such texts get an apostrophe
//! in front, which spreadsheets show as a text's mark or as it is; what comes behind is the text.

use super::json::FindingReport;

const HEAD: [&str; 14] = [
    "severity",
    "rule",
    "input",
    "line",
    "record",
    "key",
    "attribute",
    "column",
    "value",
    "message",
    "suggestion",
    "choices",
    "related",
    "path",
];

/// The line of headings.
pub(super) fn head(out: &mut Vec<u8>) {
    out.extend_from_slice("\u{FEFF}".as_bytes());
    out.extend_from_slice(HEAD.join(",").as_bytes());
    out.extend_from_slice(b"\r\n");
}

/// One finding.
pub(super) fn line(finding: &FindingReport<'_>, out: &mut Vec<u8>) {
    let number = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
    let text = |text: Option<&str>| text.map_or_else(String::new, cell);
    let related: Vec<String> = finding
        .related
        .iter()
        .map(|other| format!("{} ({}, line {})", other.key.unwrap_or("a record"), other.input, other.line))
        .collect();
    let cells = [
        finding.severity.to_owned(),
        finding.rule.to_owned(),
        text(finding.input),
        number(finding.line),
        number(finding.record),
        text(finding.key),
        finding.attribute.unwrap_or_default().to_owned(),
        text(finding.column.as_deref()),
        text(finding.value.as_deref()),
        cell(&finding.message),
        text(finding.suggestion.as_deref()),
        cell(&finding.choices.join("; ")),
        cell(&related.join("; ")),
        text(finding.path.as_deref()),
    ];
    out.extend_from_slice(cells.join(",").as_bytes());
    out.extend_from_slice(b"\r\n");
}

/// A text as a quoted cell that no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{A0}', '\u{FEFF}']).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '|' | '%')
    );
    let mark = if formula { "'" } else { "" };
    // A zero byte ends the file for some readers.
    let text = text.replace('"', "\"\"").replace('\0', "\u{FFFD}");
    format!("\"{mark}{}\"", inside(&text))
}

/// Where lists are separated otherwise, a spreadsheet cuts the line at other marks, whatever the quotes: what it would
/// take for the beginning of a cell gets an apostrophe too.
fn inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut cut = false;
    for char in text.chars() {
        if cut && matches!(char, '=' | '+' | '-' | '@') {
            out.push('\'');
        }
        cut = matches!(char, ';' | '\t' | '\n' | '\r') || (cut && matches!(char, ' ' | '"'));
        out.push(char);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn nothing_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u{FEFF}=1", "＝1", "%0A", "|cmd"] {
            assert_eq!(cell(text), format!("\"'{text}\""));
        }
        assert_eq!(cell("\t=1"), "\"'\t'=1\"");
        assert_eq!(cell("\r=1"), "\"'\r'=1\"");
        assert_eq!(cell("a=1"), "\"a=1\"");
        assert_eq!(cell("say \"hi\"\n=1"), "\"say \"\"hi\"\"\n'=1\"");
        assert_eq!(cell("x; =1;y"), "\"x; '=1;y\"");
        assert_eq!(cell("x;\"=1"), "\"x;\"\"'=1\"");
        assert_eq!(cell(""), "\"\"");
    }
}
