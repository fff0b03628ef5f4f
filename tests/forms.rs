//! Findings as SARIF, `JUnit`, GitHub's annotations, lines of JSON and a page: valid, complete, in order, and hostile
//! values stay values. What is in `golden/forms/` is read line by line before it is kept: `UPDATE=1 cargo test`.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rollcall::check::Check;
use rollcall::report::forms::Form;
use rollcall::rules::{CATALOGUE, Severity};
use rollcall::settings::Settings;
use serde_json::Value;
use support::forms::{FORMS, options, written};
use support::{acme, check, report_text};

/// Where the shared forms show what.
const MODES: [(Form, bool); 8] = [
    (Form::Ndjson, false),
    (Form::Sarif, false),
    (Form::Sarif, true),
    (Form::Junit, false),
    (Form::Junit, true),
    (Form::Github, false),
    (Form::Github, true),
    (Form::Html, false),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn hostile() -> Vec<u8> {
    fs::read(root().join("tests/forms/people.csv")).expect("the fixture")
}

/// Settings under which every kind of finding is there: of records, of files, of settings, of assignments.
fn settings() -> Settings {
    Settings::from_json(
        r#"{"company":{"primaryDomain":"acme.com","defaultTimeZone":"America/New_York"},
            "assignments":[{"name":"Sales","groups":["Sales","Support"]}]}"#,
    )
    .expect("settings")
}

/// Files by name.
type Files = Vec<(String, Vec<u8>)>;

/// All sets of files that the forms are tried on.
fn cases() -> Vec<(Check, Files)> {
    let folder = root().join("tests/fixtures");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let each = paths.iter().map(|path| vec![(name(path), fs::read(path).expect("a file"))]);
    let people = vec![("people, 100%.csv".to_owned(), hostile())];
    let twice = vec![
        ("people.csv".to_owned(), hostile()),
        ("more/people.csv".to_owned(), b"login,title\nana@acme.com,Rep\n".to_vec()),
    ];
    let mut cases: Vec<_> = each.map(|files| (check(acme(), &borrowed(&files), usize::MAX), files)).collect();
    for files in [people, twice] {
        cases.push((check(settings(), &borrowed(&files), usize::MAX), files));
    }
    cases
}

fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect()
}

fn report(check: &Check, files: &[(&str, &[u8])]) -> Value {
    serde_json::from_str(&report_text(check, files, usize::MAX)).expect("JSON")
}

fn findings(report: &Value) -> &[Value] {
    report["findings"].as_array().expect("findings")
}

fn severity(finding: &Value) -> Severity {
    Severity::from_name(finding["severity"].as_str().expect("a name")).expect("a severity")
}

#[test]
fn forms_are_those_that_were_reviewed() {
    let people = hostile();
    let files = [("people, 100%.csv", people.as_slice())];
    let check = check(settings(), &files, usize::MAX);
    let golden = root().join("tests/golden/forms");
    for (form, shown) in MODES {
        let name = FORMS.iter().find(|(_, own)| *own == form).expect("a name").0;
        let path = golden.join(format!("people.{}{name}", if shown { "values." } else { "" }));
        let found = written(&check, &files, usize::MAX, options(form, shown));
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&golden).expect("a folder");
            fs::write(&path, &found).expect("written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(found == expected, "{} differs; look at it, then UPDATE=1", path.display());
    }
}

#[test]
fn every_portion_gives_the_same_bytes() {
    for (check, files) in cases() {
        let files = borrowed(&files);
        for (form, shown) in MODES {
            let whole = written(&check, &files, usize::MAX, options(form, shown));
            for step in [3, 61] {
                assert!(
                    written(&check, &files, step, options(form, shown)) == whole,
                    "{form:?} of {} in portions of {step}",
                    files[0].0
                );
            }
        }
    }
}

#[test]
fn a_file_that_changed_in_between_is_an_error() {
    let people = hostile();
    let check = check(settings(), &[("people.csv", &people)], usize::MAX);
    for form in [Form::Ndjson, Form::Sarif, Form::Github, Form::Html] {
        let mut findings = check.findings_as(options(form, false));
        let mut out = Vec::new();
        let pushed = findings.push(&people[..people.len() - 20], &mut out);
        assert!(pushed.and_then(|()| findings.end(&mut out)).is_err(), "{form:?}");
    }
}

#[test]
fn lines_of_json_are_the_report_s_findings_and_summary() {
    for (check, files) in cases() {
        let files = borrowed(&files);
        let report = report(&check, &files);
        let text = written(&check, &files, usize::MAX, options(Form::Ndjson, false));
        let mut lines: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).expect("JSON on each line")).collect();
        assert_eq!(lines.pop().expect("a summary"), report["summary"], "{}", files[0].0);
        assert_eq!(lines, findings(&report), "{}", files[0].0);
    }
}

#[test]
fn sarif_is_valid_and_has_every_finding_in_order() {
    let schema: Value = serde_json::from_str(
        &fs::read_to_string(root().join("tests/schema/sarif-schema-2.1.0.json")).expect("the schema"),
    )
    .expect("JSON");
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("sarif.json", schema).expect("a resource");
    let mut schemas = boon::Schemas::new();
    let schema = compiler.compile("sarif.json", &mut schemas).expect("a JSON Schema");
    for (check, files) in cases() {
        let files = borrowed(&files);
        let report = report(&check, &files);
        for shown in [false, true] {
            let text = written(&check, &files, usize::MAX, options(Form::Sarif, shown));
            let log: Value = serde_json::from_str(&text).expect("JSON");
            if let Err(error) = schemas.validate(&log, schema) {
                panic!("{}: {error:#}", files[0].0);
            }
            let run = &log["runs"][0];
            let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
            assert_eq!(rules.len(), CATALOGUE.len());
            let results = run["results"].as_array().expect("results");
            assert_eq!(results.len(), findings(&report).len(), "{}", files[0].0);
            for (result, finding) in results.iter().zip(findings(&report)) {
                assert_eq!(result["ruleId"], finding["rule"]);
                let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
                assert_eq!(rules[index]["id"], finding["rule"]);
                let level = match severity(finding) {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Notice => "note",
                };
                assert_eq!(result["level"], level);
                let physical = &result["locations"][0]["physicalLocation"];
                assert_eq!(physical["region"]["startLine"], finding["line"]);
                assert_eq!(physical["artifactLocation"]["uri"].is_null(), finding["input"].is_null());
                assert_eq!(result["properties"]["attribute"], finding["attribute"]);
                let print = result["partialFingerprints"].as_object().expect("fingerprints");
                assert!(print.values().all(|print| print.as_str().is_some_and(|text| text.len() == 32)));
                if shown {
                    let text = result["message"]["text"].as_str().expect("a text");
                    assert!(text.starts_with(finding["message"].as_str().expect("a message")), "{text}");
                    assert_eq!(result["properties"]["value"], finding["value"]);
                }
            }
            let summary = &run["properties"]["summary"];
            for (name, value) in report["summary"].as_object().expect("a summary") {
                let left_out = !shown && ["timeZones", "assignments"].contains(&name.as_str());
                assert_eq!(summary.get(name), Some(value).filter(|_| !left_out), "{name}");
            }
        }
    }
    let broken = serde_json::json!({"version": "2.1.0", "runs": [{"tool": {}}]});
    assert!(schemas.validate(&broken, schema).is_err());
}

#[test]
fn the_rules_of_sarif_are_the_catalogue() {
    let (check, files) =
        (check(acme(), &[("a.csv", b"login\na\n")], 99), [("a.csv", b"login\na\n".as_slice())]);
    let log: Value =
        serde_json::from_str(&written(&check, &files, 99, options(Form::Sarif, false))).expect("JSON");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    for (told, rule) in rules.iter().zip(CATALOGUE) {
        assert_eq!(told["id"], rule.id);
        assert_eq!(told["fullDescription"]["text"], rule.reason);
        assert!(told["help"]["text"].as_str().expect("help").starts_with(rule.cure));
        assert!(told["help"]["markdown"].as_str().expect("help").starts_with("**Cure.** "));
        let name = told["name"].as_str().expect("a name");
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{name}");
    }
}

/// `kind fingerprint` by name of the person, where values are shown to tell who is who.
fn fingerprints(text: &str, shown: bool) -> BTreeMap<String, String> {
    let files = [("a.csv", text.as_bytes())];
    let check = check(acme(), &files, usize::MAX);
    let log: Value = serde_json::from_str(&written(&check, &files, usize::MAX, options(Form::Sarif, shown)))
        .expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results").clone();
    let own = results.iter().filter(|result| result["ruleId"] == "locale/format").enumerate();
    own.map(|(number, result)| {
        let key = result["properties"]["key"].as_str().map_or_else(|| number.to_string(), str::to_owned);
        let (kind, print) =
            result["partialFingerprints"].as_object().expect("one").iter().next().expect("one");
        (key, format!("{kind} {print}"))
    })
    .collect()
}

#[test]
fn fingerprints_outlive_lines_and_tell_people_apart() {
    let head = "id,login,firstName,lastName,email,locale\n";
    let ana = "00u1ab2cd3EF4gh5ij6k,ana@acme.com,Ana,Li,ana@acme.com,en_US\n";
    let bo = "00u2ab2cd3EF4gh5ij6k,bo@acme.com,Bo,Berg,bo@acme.com,en_US\n";
    let good = "00u3ab2cd3EF4gh5ij6k,cy@acme.com,Cy,Diaz,cy@acme.com,en-US\n";
    let first = fingerprints(&format!("{head}{ana}{bo}"), false);
    assert_ne!(first["0"], first["1"]);
    assert!(first["0"].starts_with("rollcallPerson/v1 "));
    let moved = fingerprints(&format!("{head}{good}{bo}{ana}"), false);
    assert_eq!([&moved["1"], &moved["0"]], [&first["0"], &first["1"]], "whoever has moved is known");
    // Numbers and addresses can be guessed, so a digest of them would tell who it is.
    let plain = |text: &str| text.replace("00u1ab2cd3EF4gh5ij6k", "1").replace("00u2ab2cd3EF4gh5ij6k", "2");
    let counted = fingerprints(&plain(&format!("{head}{ana}{bo}")), false);
    assert!(counted["0"].starts_with("rollcallOccurrence/v1 ") && counted["0"] != counted["1"]);
    let renamed = plain(&format!("{head}{good}{ana}{bo}")).replace("ana@", "another@");
    assert_eq!(fingerprints(&renamed, false), counted, "nothing of the person is in them");
    let shown = fingerprints(&plain(&format!("{head}{ana}{bo}")), true);
    assert!(shown["ana@acme.com"].starts_with("rollcallPerson/v1 "));
    assert_eq!(fingerprints(&plain(&format!("{head}{bo}{ana}")), true), shown);
}

#[test]
fn junit_is_xml_and_has_every_finding() {
    for (check, files) in cases() {
        let files = borrowed(&files);
        let report = report(&check, &files);
        let all = findings(&report);
        for (shown, fail_on) in [
            (false, Some(Severity::Error)),
            (false, Some(Severity::Notice)),
            (true, Some(Severity::Warning)),
            (false, None),
        ] {
            let mut options = options(Form::Junit, shown);
            options.fail_on = fail_on;
            let text = written(&check, &files, usize::MAX, options);
            let document = roxmltree::Document::parse(&text).expect("XML");
            let suites: Vec<_> =
                document.root_element().children().filter(roxmltree::Node::is_element).collect();
            let fails = |finding: &&Value| fail_on.is_some_and(|limit| severity(finding) <= limit);
            let number = |node: roxmltree::Node<'_, '_>, name: &str| -> usize {
                node.attribute(name).and_then(|text| text.parse().ok()).expect("a number")
            };
            let root = document.root_element();
            assert_eq!(number(root, "tests"), all.len().max(1));
            assert_eq!(number(root, "failures"), all.iter().filter(fails).count());
            assert_eq!(
                number(root, "skipped") + number(root, "failures") + usize::from(all.is_empty()),
                number(root, "tests")
            );
            let properties: Vec<_> =
                document.descendants().filter(|node| node.has_tag_name("property")).collect();
            for property in properties {
                let name = property.attribute("name").expect("a name");
                assert_eq!(property.attribute("value"), Some(report["summary"][name].to_string().as_str()));
            }
            let rules: Vec<&str> =
                suites.iter().map(|suite| suite.attribute("name").expect("a name")).collect();
            let expected: Vec<&str> = CATALOGUE
                .iter()
                .map(|rule| rule.id)
                .filter(|id| all.iter().any(|finding| finding["rule"] == *id))
                .collect();
            assert!(rules == expected || all.is_empty());
            for suite in suites.iter().filter(|_| !all.is_empty()) {
                let own: Vec<&Value> = all
                    .iter()
                    .filter(|finding| finding["rule"].as_str() == suite.attribute("name"))
                    .collect();
                let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
                assert_eq!(cases.len(), own.len());
                assert_eq!(number(*suite, "tests"), own.len());
                for (case, finding) in cases.iter().zip(own) {
                    assert_eq!(
                        case.attribute("line").map(str::to_owned),
                        finding["line"].as_u64().map(|line| line.to_string())
                    );
                    let outcome = case.first_element_child().expect("an outcome");
                    let name = if fails(&finding) { "failure" } else { "skipped" };
                    assert_eq!(outcome.tag_name().name(), name);
                    assert!(outcome.attribute("message").is_some_and(|text| !text.is_empty()));
                }
            }
        }
    }
}

/// A workflow command, read as the runner reads it: level, properties, message.
fn command(line: &str) -> Option<(String, BTreeMap<String, String>, String)> {
    let (head, message) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (level, properties) = head.split_once(' ').unwrap_or((head, ""));
    let read = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
    let properties = properties.split(',').map(|property| {
        let (name, value) = property.split_once('=').expect("name=value");
        (name.to_owned(), read(&value.replace("%3A", ":").replace("%2C", ",")).replace("%25", "%"))
    });
    Some((level.to_owned(), properties.collect(), read(message).replace("%25", "%")))
}

#[test]
fn annotations_have_every_finding_the_worst_of_each_rule_first() {
    for (check, files) in cases() {
        let files = borrowed(&files);
        let report = report(&check, &files);
        for shown in [false, true] {
            let text = written(&check, &files, usize::MAX, options(Form::Github, shown));
            let mut lines: Vec<&str> = text.lines().collect();
            let last = lines.pop().expect("a summary");
            assert!(
                last.starts_with("Rollcall: ") && !last.contains("::") && !last.contains("##["),
                "{last}"
            );
            let commands: Vec<_> = lines.iter().map(|line| command(line).expect("a command")).collect();
            let rule = |properties: &BTreeMap<String, String>| {
                let title = &properties["title"];
                title[title.rfind('(').expect("a rule") + 1..].trim_end_matches(')').to_owned()
            };
            let spot = |level: &str, file: Option<&str>, line: String, rule: &str| {
                format!("{level} {rule} {} {line}", file.unwrap_or("-"))
            };
            let mut told: Vec<String> = commands
                .iter()
                .map(|(level, properties, _)| {
                    let line = properties.get("line").cloned().unwrap_or_default();
                    spot(level, properties.get("file").map(String::as_str), line, &rule(properties))
                })
                .collect();
            let mut expected: Vec<String> = findings(&report)
                .iter()
                .map(|finding| {
                    let line = finding["line"].as_u64().map_or_else(String::new, |line| line.to_string());
                    let text = |name: &str| finding[name].as_str();
                    spot(text("severity").expect("one"), text("input"), line, text("rule").expect("one"))
                })
                .collect();
            let first: Vec<String> = commands.iter().map(|(_, properties, _)| rule(properties)).collect();
            let mut rules = first.clone();
            rules.sort();
            rules.dedup();
            let count = rules.len();
            let mut leading = first[..count].to_vec();
            leading.sort();
            assert_eq!(leading, rules, "every rule is among the first");
            let levels: Vec<_> =
                commands[..count].iter().map(|(level, ..)| Severity::from_name(level)).collect();
            assert!(levels.is_sorted(), "{levels:?}");
            for (name, (.., message)) in first[..count].iter().zip(&commands) {
                let more = first.iter().filter(|rule| *rule == name).count() - 1;
                assert_eq!(message.contains(&format!(" And {more} more like this.")), more > 0, "{message}");
            }
            told.sort();
            expected.sort();
            assert_eq!(told, expected, "{}", files[0].0);
        }
    }
}

#[test]
fn the_page_is_one_strict_file_with_every_finding() {
    use base64::Engine;
    use sha2::Digest;
    for (check, files) in cases() {
        let files = borrowed(&files);
        let report = report(&check, &files);
        let text = written(&check, &files, usize::MAX, options(Form::Html, false));
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        let page = roxmltree::Document::parse_with_options(&text, options).expect("tags that match");
        let known = [
            "html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "h3", "p",
            "strong", "ul", "li", "div", "table", "thead", "tbody", "tr", "th", "td", "bdi", "br", "code",
        ];
        for node in page.descendants().filter(roxmltree::Node::is_element) {
            assert!(known.contains(&node.tag_name().name()), "<{}>", node.tag_name().name());
            let names = ["lang", "charset", "http-equiv", "name", "content", "class", "scope"];
            assert!(node.attributes().all(|attribute| names.contains(&attribute.name())));
        }
        let style = page.descendants().find(|node| node.has_tag_name("style")).and_then(|node| node.text());
        let hash =
            base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(style.expect("styles")));
        assert!(
            text.contains(&format!("default-src 'none'; style-src 'sha256-{hash}'")),
            "the policy fits the styles"
        );
        assert!(!style.expect("styles").contains("url("));
        let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("no {part}"));
        assert!(place("names people") < place("<h2>Files"), "it says so first");
        let behind = &text[place("<h2>Findings")..];
        assert_eq!(behind.matches("\n<tr>").count(), findings(&report).len());
        let lines: Vec<u64> = behind
            .split("<th scope=\"row\" class=\"number\">")
            .skip(1)
            .map(|rest| rest[..rest.find('<').expect("an end")].parse().expect("a line"))
            .collect();
        let expected: Vec<u64> =
            findings(&report).iter().filter_map(|finding| finding["line"].as_u64()).collect();
        assert_eq!(lines, expected);
    }
}

#[test]
fn hostile_values_stay_values() {
    let people = hostile();
    let files = [("people.csv", people.as_slice())];
    let check = check(settings(), &files, usize::MAX);
    for (form, shown) in MODES {
        let text = written(&check, &files, usize::MAX, options(form, shown));
        let acts =
            |char: char| (char.is_control() && char != '\n') || ('\u{202a}'..='\u{202e}').contains(&char);
        assert!(!text.contains(acts), "{form:?} acts on a terminal");
        if matches!(form, Form::Html | Form::Junit) {
            assert!(!text.contains("<script") && !text.contains("]]>"), "{form:?}");
        }
    }
    let page = written(&check, &files, usize::MAX, options(Form::Html, false));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("Le\\u{202e}ft"));
    let junit = written(&check, &files, usize::MAX, options(Form::Junit, true));
    let document = roxmltree::Document::parse(&junit).expect("XML");
    let told =
        |part: &str| document.descendants().filter_map(|node| node.text()).any(|text| text.contains(part));
    assert!(told("<script>alert(1)</script> O'Neil & \"Sons\"") && told("Red\\u{1b}[31mAnt"));
    let annotations = written(&check, &files, usize::MAX, options(Form::Github, true));
    assert!(annotations.contains("::error file=x::%250A #[warning]a"), "as text behind a command");
    assert!(annotations.lines().all(|line| line.starts_with("Rollcall: ") || command(line).is_some()));
}
