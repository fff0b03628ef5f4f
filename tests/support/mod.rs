//! What the tests share: checking text in memory.
#![allow(dead_code, reason = "each test file uses its part")]

pub(crate) mod desk;
pub(crate) mod forms;
pub(crate) mod redact;

use rollcall::check::{Check, Session};
use rollcall::export::{Given, InputRole};
use rollcall::report::json::Options;
use rollcall::settings::Settings;

/// Settings with the primary domain acme.com.
pub(crate) fn acme() -> Settings {
    let mut settings = Settings::default();
    settings.set_primary_domain("acme.com").expect("a domain");
    settings
}

/// Checks named files, pushed in portions of `step` bytes. A name that begins with `gong` holds people already in Gong.
pub(crate) fn check(settings: Settings, files: &[(&str, &[u8])], step: usize) -> Check {
    let mut session = Session::new(settings);
    for (name, bytes) in files {
        let role = if name.starts_with("gong") { InputRole::Members } else { InputRole::Export };
        session.begin(name, Given { role, ..Given::default() });
        let pushed = bytes.chunks(step).try_for_each(|portion| session.push(portion));
        let _ = pushed.and_then(|()| session.end());
    }
    session.finish()
}

/// The report with profiles, as text.
pub(crate) fn report_text(check: &Check, files: &[(&str, &[u8])], step: usize) -> String {
    let mut report = check.report(Options { profiles: true, ..Options::default() });
    let mut out = Vec::new();
    while let Some(input) = report.wants() {
        for portion in files[input as usize].1.chunks(step) {
            report.push(portion, &mut out).expect("the same bytes");
        }
        report.end(&mut out).expect("the same bytes");
    }
    report.finish(&mut out);
    String::from_utf8(out).expect("a report is UTF-8")
}

/// The report on one file under the domain acme.com.
pub(crate) fn report(name: &str, bytes: &[u8]) -> serde_json::Value {
    report_with(acme(), name, bytes)
}

/// The report on one file.
pub(crate) fn report_with(settings: Settings, name: &str, bytes: &[u8]) -> serde_json::Value {
    let files = [(name, bytes)];
    let check = check(settings, &files, usize::MAX);
    if let Some(error) = check.errors().next() {
        panic!("{error}");
    }
    serde_json::from_str(&report_text(&check, &files, usize::MAX)).expect("a report is JSON")
}

/// The report on several files under settings JSON, the domain acme.com besides.
pub(crate) fn report_on(settings: &str, files: &[(&str, &str)]) -> serde_json::Value {
    let mut settings = Settings::from_json(settings).expect("settings");
    settings.set_primary_domain("acme.com").expect("a domain");
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let check = check(settings, &files, usize::MAX);
    if let Some(error) = check.errors().next() {
        panic!("{error}");
    }
    serde_json::from_str(&report_text(&check, &files, usize::MAX)).expect("a report is JSON")
}

/// `rule input:line key attribute` of every finding but those on what files do not hold.
pub(crate) fn told(report: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.split('@').next().unwrap_or_default().to_owned(),
        serde_json::Value::Null => "-".to_owned(),
        other => other.to_string(),
    };
    let findings = report["findings"].as_array().expect("findings").iter();
    findings
        .filter(|finding| {
            !["file/attribute-unknown", "file/mandatory-unmapped"].iter().any(|id| finding["rule"] == *id)
        })
        .map(|finding| {
            format!(
                "{} {}:{} {} {}",
                text(&finding["rule"]),
                text(&finding["input"]),
                finding["line"],
                text(&finding["key"]),
                text(&finding["attribute"])
            )
        })
        .collect()
}

/// A member of every profile, as `key: value`.
pub(crate) fn of_profiles(report: &serde_json::Value, pointer: &str) -> Vec<String> {
    let profiles = report["profiles"].as_array().expect("profiles").iter();
    profiles
        .map(|profile| {
            let key = profile["key"].as_str().unwrap_or("-").split('@').next().unwrap_or_default();
            let value = profile.pointer(pointer).unwrap_or(&serde_json::Value::Null);
            let value = match value {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Array(all) => {
                    let all: Vec<&str> = all.iter().filter_map(|value| value.as_str()).collect();
                    all.join(" + ")
                }
                other => other.to_string(),
            };
            format!("{key}: {value}")
        })
        .collect()
}

/// Ids of the rules that fired on records and files, each finding once, in the order of the report;
/// what is merely unknown is left out.
pub(crate) fn rules(report: &serde_json::Value) -> Vec<&str> {
    let findings = report["findings"].as_array().expect("findings");
    let ids = findings.iter().map(|finding| finding["rule"].as_str().expect("an id"));
    ids.filter(|id| *id != "file/attribute-unknown").collect()
}

/// People written as `attribute: value | attribute: value`, one a line, as a CSV table. What makes a
/// person importable is filled in where not given.
pub(crate) fn people(text: &str) -> String {
    const FILLED: [(&str, [&str; 3], &str); 3] = [
        ("givenName", ["Ana", "Bo", "Cy"], ""),
        ("familyName", ["Li", "Berg", "Diaz"], ""),
        ("primaryEmail", ["ana", "bo", "cy"], "@acme.com"),
    ];
    let people: Vec<Vec<(&str, &str)>> = text
        .split('\n')
        .map(|line| {
            let pairs = line.split(" | ").map(|pair| pair.split_once(':').expect("attribute: value"));
            pairs.map(|(name, value)| (name.trim(), value.strip_prefix(' ').unwrap_or(value))).collect()
        })
        .collect();
    let mut columns: Vec<&str> = FILLED.iter().map(|filled| filled.0).collect();
    for (name, _) in people.iter().flatten() {
        if !columns.contains(name) {
            columns.push(name);
        }
    }
    let mut csv = columns.join(",") + "\n";
    for (number, person) in people.iter().enumerate() {
        let cells = columns.iter().map(|column| {
            let given = person.iter().find(|(name, _)| name == column).map(|(_, value)| (*value).to_owned());
            let filled = || {
                let filled = FILLED.iter().find(|filled| filled.0 == *column)?;
                Some(format!("{}{}", filled.1[number % 3], filled.2))
            };
            format!("\"{}\"", given.or_else(filled).unwrap_or_default().replace('"', "\"\""))
        });
        csv += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    csv
}
