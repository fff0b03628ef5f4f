//! Pages made from the catalogue are fresh, and reports keep the schema. `UPDATE=1 cargo test` writes the pages anew.

mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use rollcall::rules::CATALOGUE;

fn fresh(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).expect("written");
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == text,
        "{} is stale: UPDATE=1 cargo test",
        path.display()
    );
}

#[test]
fn the_schema_of_settings_names_every_rule() {
    let schema = include_str!("../docs/schema/settings.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
    let ids: Vec<&str> = CATALOGUE.iter().map(|rule| rule.id).collect();
    assert_eq!(schema["properties"]["rules"]["propertyNames"]["enum"], serde_json::json!(ids));
}

#[test]
fn the_page_of_rules_is_fresh() {
    let mut page = String::from(
        "# Rules\n\nMade from the catalogue in `src/rules/`; do not edit. `rollcall rules ID` prints one of them.\n\n\
         A rule that **blocks** keeps the person out. One that **degrades** lets them in with a value that may be lost or wrong. \
         One that **informs** is worth knowing. Severities (error, warning, notice) follow the effect and can be changed in the settings; \
         outcomes do not change with them.\n",
    );
    for rule in CATALOGUE {
        let _ = write!(
            page,
            "\n## `{}`\n\n{}. **{}.** {}\n\n*Cure:* {}\n\n*Source:* {}.\n",
            rule.id,
            rule.title,
            capital(rule.effect.name()),
            rule.reason,
            rule.cure,
            rule.source.text()
        );
        for (title, examples) in [("Passes", rule.pass), ("Fails", rule.fail)] {
            if !examples.is_empty() {
                let _ = write!(page, "\n{title}:\n\n```text\n");
                for example in examples {
                    let visible: String = example
                        .strip_prefix("FILE\n")
                        .unwrap_or(example)
                        .trim_end_matches('\n')
                        .chars()
                        .flat_map(shown)
                        .collect();
                    let _ = writeln!(page, "{visible}");
                }
                page.push_str("```\n");
            }
        }
    }
    fresh("docs/rules.md", &page);
}

/// A character as a page can show it.
fn shown(char: char) -> Vec<char> {
    let invisible = matches!(char, '\u{a0}' | '\u{200b}' | '\u{202e}');
    if invisible { format!("<U+{:04X}>", u32::from(char)).chars().collect() } else { vec![char] }
}

fn capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}

#[test]
fn reports_keep_the_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema: serde_json::Value = serde_json::from_str(
        &fs::read_to_string(root.join("docs/schema/report.schema.json")).expect("a schema"),
    )
    .expect("JSON");
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("report.json", schema).expect("a resource");
    let mut schemas = boon::Schemas::new();
    let schema = compiler.compile("report.json", &mut schemas).expect("a JSON Schema");
    let mut count = 0;
    for entry in fs::read_dir(root.join("tests/golden")).expect("reports") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            continue;
        }
        let report: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(&path).expect("a report")).expect("JSON");
        if let Err(error) = schemas.validate(&report, schema) {
            panic!("{}: {error:#}", path.display());
        }
        count += 1;
    }
    assert!(count > 20);
    let broken = serde_json::json!({"format": "rollcall-report", "formatVersion": 2});
    assert!(schemas.validate(&broken, schema).is_err());
}
