//! Every form of the findings is what it says it is, and tells every finding.

use rollcall::check::Check;
use rollcall::report::forms::Form;
use rollcall::report::json::{Format, Options};
use rollcall::report::text::Text;
use serde_json::Value;

use super::support::forms::{FORMS, options, written};

type Files<'f> = [super::File<'f>];

pub(super) fn all(check: &Check, files: &Files<'_>) {
    let report: Value = serde_json::from_str(&report(check, files, Format::Json)).expect("a report is JSON");
    let findings = report["findings"].as_array().expect("findings");
    let counted: u64 = sum(report["summary"]["rules"].as_array().expect("rules"), "count");
    assert_eq!(counted, findings.len() as u64, "findings are counted");
    let rows: u64 = sum(report["inputs"].as_array().expect("inputs"), "records");
    assert_eq!(rows, u64::from(check.rows()), "records are counted");
    let totals = ["imported", "blocked", "inactive"];
    let people: u64 = totals.iter().map(|name| report["summary"][name].as_u64().expect("a count")).sum();
    assert_eq!(people, report["summary"]["profiles"].as_u64().expect("a count"), "everyone has one outcome");
    let bare: Value = serde_json::from_str(&self::report(check, files, Format::Bare)).expect("JSON");
    assert_eq!(bare["summary"], report["summary"]);
    table(&self::report(check, files, Format::Csv), findings.len());
    text(check, files);
    for (name, form) in FORMS {
        for show_values in [false, true] {
            let text = written(check, files, usize::MAX, options(form, show_values));
            if show_values {
                let portions = written(check, files, 7, options(form, show_values));
                assert!(text == portions, "{name} in portions of 7");
            }
            match form {
                Form::Ndjson => lines(&text, &report),
                Form::Sarif => sarif(&text, findings.len()),
                Form::Junit => junit(&text, findings.len()),
                Form::Github => github(&text, findings.len()),
                Form::Html => html(&text),
            }
        }
    }
}

fn sum(all: &[Value], member: &str) -> u64 {
    all.iter().map(|one| one[member].as_u64().expect("a count")).sum()
}

fn report(check: &Check, files: &Files<'_>, format: Format) -> String {
    let mut report = check.report(Options { profiles: format != Format::Csv, format });
    let mut out = Vec::new();
    while let Some(input) = report.wants() {
        report.push(files[input as usize].1, &mut out).expect("the same bytes");
        report.end(&mut out).expect("the same bytes");
    }
    report.finish(&mut out);
    String::from_utf8(out).expect("UTF-8")
}

/// Cells as a spreadsheet reads them: as many in every line, and none that begins like a formula.
fn table(text: &str, findings: usize) {
    let mut lines = 0;
    let mut rest = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    while !rest.is_empty() {
        let mut cells = 0;
        loop {
            cells += 1;
            let mut cell = String::new();
            if let Some(mut inner) = rest.strip_prefix('"') {
                loop {
                    let (part, behind) = inner.split_once('"').expect("every quote is closed");
                    cell.push_str(part);
                    let Some(more) = behind.strip_prefix('"') else {
                        rest = behind;
                        break;
                    };
                    cell.push('"');
                    inner = more;
                }
            } else {
                let end = rest.find([',', '\r', '\n']).expect("every line ends");
                cell.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "a formula: {cell:?}");
            assert!(!cell.contains('\0'));
            if let Some(behind) = rest.strip_prefix(',') {
                rest = behind;
            } else {
                rest =
                    rest.strip_prefix("\r\n").expect("behind a cell comes another, or the end of the line");
                break;
            }
        }
        assert_eq!(cells, 14, "cells of a line");
        lines += 1;
    }
    assert_eq!(lines, findings + 1, "a line for each finding");
}

fn text(check: &Check, files: &Files<'_>) {
    let mut text = Text::new(check);
    for row in text.rows() {
        let place = check.place(row).expect("a row");
        let from = usize::try_from(place.offset).expect("small");
        let bytes = &files[place.input as usize].1[from..from + place.length as usize];
        text.take(row, bytes).expect("the same bytes");
    }
    assert!(text.finish().ends_with('\n'));
}

fn lines(text: &str, report: &Value) {
    let lines: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let (summary, findings) = lines.split_last().expect("a summary");
    assert!(findings == report["findings"].as_array().expect("findings").as_slice());
    assert!(summary.to_string().contains("\"profiles\""), "{summary}");
}

fn sarif(text: &str, findings: usize) {
    let log: Value = serde_json::from_str(text).expect("SARIF is JSON");
    assert_eq!(log["runs"][0]["results"].as_array().expect("results").len(), findings);
}

fn junit(text: &str, findings: usize) {
    let page = roxmltree::Document::parse(text).expect("XML");
    let cases = page.descendants().filter(|node| node.has_tag_name("testcase"));
    let told = cases.filter(|case| case.children().any(|node| node.is_element())).count();
    assert!(told <= findings, "{told} cases for {findings} findings");
    printable(text);
}

/// Nothing that a value holds passes for a command of ours, or for a line.
fn github(text: &str, findings: usize) {
    let commands = ["::error", "::warning", "::notice"];
    let mut lines = text.lines();
    let totals = lines.next_back().unwrap_or_default();
    assert!(totals.starts_with("Rollcall: "), "{totals:?}");
    for line in lines.clone() {
        assert!(commands.iter().any(|command| line.starts_with(command)), "a line of its own: {line:?}");
    }
    assert_eq!(lines.count(), findings);
    printable(text);
}

/// Markup of ours only: a value cannot open an element, and nothing runs or is asked for.
fn html(text: &str) {
    const OWN: [&str; 4] = ["!doctype", "!--", "meta", "html"];
    for part in text.split('<').skip(1) {
        let name = part
            .trim_start_matches('/')
            .split(|char: char| !char.is_ascii_alphanumeric() && char != '!')
            .next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        let plain = [
            "head",
            "title",
            "style",
            "body",
            "main",
            "header",
            "footer",
            "section",
            "article",
            "h1",
            "h2",
            "h3",
            "h4",
            "p",
            "div",
            "span",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "code",
            "strong",
            "em",
            "b",
            "small",
            "a",
            "details",
            "summary",
            "br",
            "time",
            "figure",
            "figcaption",
            "pre",
            "hr",
            "bdi",
            "svg",
            "path",
            "rect",
            "col",
            "colgroup",
            "nav",
            "abbr",
            "data",
            "mark",
            "s",
            "q",
            "i",
        ];
        assert!(OWN.contains(&name.as_str()) || plain.contains(&name.as_str()), "an element <{part:.80}");
    }
    for word in ["<script", "javascript:"] {
        assert!(!text.to_ascii_lowercase().contains(word) || !text.contains(&format!("=\"{word}")), "{word}");
    }
    printable(text);
}

/// Nothing in it acts on a terminal or turns the direction of a line.
pub(super) fn printable(text: &str) {
    let acts = |char: char| {
        (char.is_control() && !matches!(char, '\n' | '\t'))
            || matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    if let Some(at) = text.find(acts) {
        let shown: String = text[at..].chars().take(20).collect();
        panic!("a terminal acts on {shown:?}");
    }
}
