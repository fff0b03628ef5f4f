//! Values and names that somebody wrote to do harm, in everything the command line writes: shown as text where people read,
//! untouched where programs and directories read, and lost nowhere.
#![cfg(unix)]

#[path = "support/terminal.rs"]
mod terminal;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use terminal::{file, folder, json, rollcall, stderr, stdout};

/// Values that mean something to a terminal, a browser, a spreadsheet, a log, a shell or a program.
const VALUES: [&str; 28] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "]]></failure><failure message='x'>&amp;&#0;",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "__proto__",
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}]8;;http://evil.example\u{7}click\u{1b}]8;;\u{7}",
    "\u{1b}]0;title\u{7}",
    "\u{9b}31mred",
    "\u{9d}0;title\u{9c}",
    "a\u{8}\u{8}b\rc",
    "\u{202e}txt.exe",
    "\u{2066}a\u{2069}\u{200f}b\u{61c}c",
    "a\u{200b}b\u{2060}c\u{feff}d",
    "a\u{2028}b\u{2029}c\u{85}d",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "Rep\n::error file=x::pwned",
    "Rep\r\n::set-output name=x::y\r\n##[error]pwned",
    "Rep%0A::stop-commands::x",
    "'; Remove-Item -Recurse C:\\ #",
    "\u{2019}; Remove-Item $(x) `x #",
    "\",\"\n\"x\"",
    "\u{1F600}\u{200d}\u{1F468} Zo\u{eb} \u{0430}cme",
    "x",
];

const HEAD: &str = "id,login,status,firstName,lastName,email,title,managerEmail,timezone,locale,groups";

/// The command line's table of people: every value stands in every column of somebody, as long as that column can hold it.
fn people(title: &str) -> String {
    let mut csv = format!("{HEAD}\n");
    for (number, value) in VALUES.iter().enumerate() {
        let quoted = format!("\"{}\"", value.replace('"', "\"\""));
        let own = [
            format!(
                "{number},u{number}@acme.com,ACTIVE,{quoted},{quoted},a{number}@acme.com,{title},{quoted},{quoted},{quoted},{quoted}"
            ),
            format!(
                "k{number}{quoted},\"n{number}{}\",ACTIVE,Ana,Li,\"b{number}{}@acme.org\",{quoted},,,en_US,Sales",
                &quoted[1..quoted.len() - 1],
                &quoted[1..quoted.len() - 1]
            ),
        ];
        for line in own {
            csv.push_str(&line);
            csv.push('\n');
        }
    }
    csv
}

/// Nothing acts on a terminal, turns a line around or hides in it.
fn printable(what: &str, text: &str) {
    let acts = |char: char| {
        (char.is_control() && char != '\n')
            || matches!(char, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
    if let Some(at) = text.find(acts) {
        let shown: String = text[at..].chars().take(40).collect();
        panic!("{what}: a terminal acts on {shown:?}");
    }
    if what == "html" {
        return;
    }
    for line in text.lines() {
        assert!(!line.starts_with("##["), "{what}: {line:?}");
        assert!(!line.starts_with("::set-output") && !line.starts_with("::error file=x"), "{what}: {line:?}");
    }
}

fn run(arguments: &[&str]) -> Output {
    let output = rollcall(arguments);
    assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?}: {}", stderr(&output));
    printable("standard error", &stderr(&output));
    output
}

/// Every value that stands in a report.
fn values(report: &Value) -> BTreeSet<String> {
    let findings = report["findings"].as_array().expect("findings").iter();
    findings.filter_map(|finding| finding["value"].as_str()).map(str::to_owned).collect()
}

fn check(path: &str, format: &str, more: &[&str]) -> Output {
    run(&[&["check", path, "--domain", "acme.com", "--format", format], more].concat())
}

#[test]
fn values_are_text_in_every_form_of_the_findings() {
    let folder = folder("hostile-forms");
    let path = file(&folder, "users.csv", people("Rep"));
    let report = json(&check(&path, "json", &["--profiles"]));
    let told = values(&report);
    for value in VALUES.iter().filter(|value| **value != "x") {
        assert!(told.contains(*value), "{value:?} is lost");
    }
    printable("text", &stdout(&check(&path, "text", &[])));
    let findings = report["findings"].as_array().expect("findings").len();
    for shown in [&["--show-values"][..], &[]] {
        let lines = stdout(&check(&path, "ndjson", shown));
        let parsed: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(parsed.len(), findings + 1);
        let sarif = json(&check(&path, "sarif", shown));
        assert_eq!(sarif["runs"][0]["results"].as_array().expect("results").len(), findings);
        let junit = stdout(&check(&path, "junit", shown));
        printable("junit", &junit);
        let page = roxmltree::Document::parse(&junit).expect("XML");
        let known = [
            "testsuites",
            "testsuite",
            "testcase",
            "failure",
            "properties",
            "property",
            "system-out",
            "skipped",
        ];
        for node in page.descendants().filter(roxmltree::Node::is_element) {
            assert!(known.contains(&node.tag_name().name()), "{:?}", node.tag_name());
        }
        let github = stdout(&check(&path, "github", shown));
        printable("github", &github);
        let commands = ["::error ", "::warning ", "::notice "];
        let others = github.lines().filter(|line| !commands.iter().any(|command| line.starts_with(command)));
        assert_eq!(others.count(), 1, "the line of totals");
        assert_eq!(github.lines().count(), findings + 1);
        let html = stdout(&check(&path, "html", shown));
        printable("html", &html);
        for mark in ["<script", "<img", "onerror=alert(1)>", "href=\"javascript"] {
            assert!(!html.to_lowercase().contains(mark), "{mark}");
        }
    }
    let html = stdout(&check(&path, "html", &["--show-values"]));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "shown as text");
}

#[test]
fn a_table_for_spreadsheets_holds_no_formula_and_loses_nothing() {
    let folder = folder("hostile-table");
    let path = file(&folder, "users.csv", people("Rep"));
    let table = stdout(&check(&path, "csv", &[]));
    for value in VALUES {
        let doubled = value.replace('"', "\"\"");
        assert!(
            table.contains(&doubled)
                || table.contains(&doubled.replace('\n', "\n'"))
                || table.contains(&format!("'{doubled}")),
            "{value:?}"
        );
    }
    for formula in ["=cmd", "+1+1", "-1+1", "@SUM"] {
        for start in [format!(",\"{formula}"), format!("\n{formula}"), format!(",{formula}")] {
            assert!(!table.contains(&start), "{start:?}");
        }
        assert!(table.contains(&format!("\"'{formula}")), "{formula}");
    }
}

#[test]
fn what_goes_back_to_the_directory_is_untouched() {
    let folder = folder("hostile-fix");
    let text = people("Rep");
    let path = file(&folder, "users.csv", &text);
    let out = folder.join("corrected.csv").to_string_lossy().into_owned();
    run(&["fix", &path, "-o", &out, "--domain", "acme.com"]);
    assert_eq!(fs::read_to_string(&out).expect("written"), text, "without cures it is the file");
    // One value is changed: everything else stands as it stood, formulas and all.
    let recipe = file(
        &folder,
        "recipe.json",
        r#"{"format":"rollcall-recipe","formatVersion":1,"steps":[{"person":{"id":"0"},"attribute":"title","from":"Rep","to":"=1+1"}]}"#,
    );
    run(&["fix", &path, "-o", &out, "--domain", "acme.com", "--recipe", &recipe, "--force"]);
    let expected = text.replacen(",Rep,", ",=1+1,", 1);
    assert_eq!(fs::read_to_string(&out).expect("written"), expected);
    // With all suggestions it can be read, and no value that was suggested for is worse than it was.
    run(&["fix", &path, "-o", &out, "--domain", "acme.com", "--suggestions", "--force"]);
    let after = json(&check(&out, "json", &[]));
    assert_eq!(after["inputs"][0]["records"], json(&check(&path, "json", &[]))["inputs"][0]["records"]);
}

#[test]
fn a_redacted_bundle_names_nobody_and_can_be_read() {
    let folder = folder("hostile-redact");
    // Time zones and locales stay, whatever stands there.
    let mut text = "id,login,firstName,lastName,email,title,groups\n".to_owned();
    for (number, value) in VALUES.iter().enumerate() {
        let quoted = format!("\"{}\"", value.replace('"', "\"\""));
        text += &[&number.to_string(), &quoted, &quoted, &quoted, "a@acme.com", &quoted, &quoted].join(",");
        text.push('\n');
    }
    let path = file(&folder, "users.csv", &text);
    let out = folder.join("redacted.csv").to_string_lossy().into_owned();
    run(&["fix", &path, "-o", &out, "--domain", "acme.com", "--redact"]);
    let text = fs::read_to_string(&out).expect("written");
    for harm in ["Remove-Item", "onerror", "evil.example", "pwned"] {
        assert!(!text.contains(harm), "{harm}");
    }
    let count = |path: &str| json(&check(path, "json", &[]))["summary"]["rules"].clone();
    assert_eq!(count(&out), count(&path));
}

#[test]
fn one_person_is_explained_in_plain_lines() {
    let folder = folder("hostile-explain");
    let path = file(&folder, "users.csv", people("Rep"));
    for number in 0..VALUES.len() {
        let text = stdout(&run(&["explain", &number.to_string(), &path, "--domain", "acme.com"]));
        printable("explain", &text);
        assert!(text.contains(&format!("a{number}@acme.com")));
    }
    let nobody = rollcall(&["explain", "\u{1b}[31m\n::error::x", &path, "--domain", "acme.com"]);
    assert_eq!(nobody.status.code(), Some(1));
    printable("nobody", &stderr(&nobody));
}

#[test]
fn plans_are_plain_lines_and_sound_requests() {
    let folder = folder("hostile-plan");
    let before = file(&folder, "before.csv", people("Rep"));
    let after = file(&folder, "after.csv", people("\"=HYPERLINK(\"\"http://x\"\")\""));
    let plan = |format: &str| {
        let output = rollcall(&[
            "plan", "--before", &before, "--after", &after, "--domain", "acme.com", "--format", format,
        ]);
        printable("standard error", &stderr(&output));
        stdout(&output)
    };
    printable("plan", &plan("text"));
    let told: Value = serde_json::from_str(&plan("json")).expect("JSON");
    let changes = told["people"]
        .as_array()
        .expect("people")
        .iter()
        .flat_map(|person| person["changes"].as_array().expect("changes"));
    let titles: Vec<&Value> =
        changes.filter(|change| change["attribute"] == "title").map(|change| &change["after"]).collect();
    assert!(
        !titles.is_empty() && titles.iter().all(|title| **title == "=HYPERLINK(\"http://x\")"),
        "{titles:?}"
    );
    for line in plan("scim").lines() {
        let request: Value = serde_json::from_str(line).expect("a request a line");
        let path = request["path"].as_str().expect("a path");
        assert!(!path.contains(['\n', ' ', '"', '<', '\u{1b}']), "{path:?}");
    }
}

#[test]
fn commands_for_the_source_are_one_command_a_person() {
    let folder = folder("hostile-source");
    let mut text =
        "id,userPrincipalName,givenName,surname,mail,jobTitle,preferredLanguage,accountEnabled\n".to_owned();
    for (number, value) in VALUES.iter().enumerate() {
        let quoted = format!("\"{}\"", value.replace('"', "\"\""));
        let (name, mail) = (format!("u{number}@acme.com"), format!("a{number}@acme.com"));
        text += &[&number.to_string(), &name, &quoted, &quoted, &mail, &quoted, "en_us", "True\n"].join(",");
    }
    let path = file(&folder, "users.csv", &text);
    for format in ["powershell", "okta-csv", "expression"] {
        let output = rollcall(&["source", &path, "--domain", "acme.com", "--format", format]);
        assert!(output.status.code().is_some_and(|code| code < 2), "{format}: {}", stderr(&output));
        printable("standard error", &stderr(&output));
        let script = stdout(&output);
        if format != "powershell" {
            continue;
        }
        for line in script.trim_start_matches('\u{FEFF}').lines().filter(|line| !line.starts_with('#')) {
            assert!(line.starts_with("Update-MgUser -UserId '"), "{line:?}");
            // Outside of quotes there is nothing but names of parameters.
            let mut outside = String::new();
            let mut quoted = false;
            let mut chars = line.chars().peekable();
            while let Some(char) = chars.next() {
                let quote =
                    |char: char| matches!(char, '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}');
                match char {
                    char if quote(char) && quoted && chars.peek().is_some_and(|next| quote(*next)) => {
                        chars.next();
                    }
                    char if quote(char) => quoted = !quoted,
                    char if !quoted => outside.push(char),
                    _ => {}
                }
            }
            assert!(!quoted, "{line:?}");
            assert!(
                outside.chars().all(|char| char.is_ascii_alphanumeric() || " -@(),$".contains(char)),
                "{outside:?}"
            );
        }
    }
}

/// Files can be called anything.
#[test]
fn names_of_files_are_text_as_well() {
    let folder = folder("hostile-names");
    let names = [
        "\u{1b}[31mred.csv",
        "a\n::error::pwned.csv",
        "<img src=x>.csv",
        "=1+1.csv",
        "\u{202e}vsc.exe.csv",
        "a\r\n##[error]x.csv",
        "\u{9b}31m.csv",
    ];
    for name in names {
        let good = file(&folder, name, format!("{HEAD}\n1,a,ACTIVE,Ana,Li,ana@acme.co,,,,,\n"));
        for format in ["text", "github", "junit", "html"] {
            let text = stdout(&check(&good, format, &[]));
            printable(format, &text);
            let passes = text.lines().any(|line| line.starts_with("::error::pwned"));
            assert!(format == "html" || !passes, "{format}: {text}");
        }
        assert!(!stdout(&check(&good, "html", &[])).contains("<img"));
        assert!(!stdout(&check(&good, "csv", &[])).contains(",=1+1"));
        assert_eq!(json(&check(&good, "json", &[]))["inputs"][0]["name"], *name);
        let bad = file(&folder, &format!("bad {name}"), "login,email\na,\"");
        for path in [bad.as_str(), &Path::new(&bad).with_extension("gone").to_string_lossy()] {
            let output = rollcall(&["check", path, "--domain", "acme.com"]);
            assert_eq!(output.status.code(), Some(2));
            let said = stderr(&output);
            printable("standard error", &said);
            assert!(!said.lines().any(|line| line.starts_with("::") || line.starts_with("##[")), "{said}");
        }
    }
}

#[test]
fn what_json_calls_its_members_is_text() {
    let folder = folder("hostile-json");
    let text = r#"[{"email":"ana@acme.com","firstName":"Ana","lastName":"Li","__proto__":{"email":"x"},"constructor":{"prototype":1},
        "toString":"x","\u001b[31m":"x","<b>":"y","=1+1":"z","\u202eemail":"q","title":{"a":["\u001b"]},"groups":[{"__proto__":"a"},null,7,"=1"]},
        {"email":["a@acme.com",{"value":"b"}],"firstName":true,"lastName":-0.0,"title":null}]"#;
    let path = file(&folder, "users.json", text);
    for format in ["text", "github", "junit", "html"] {
        printable(format, &stdout(&check(&path, format, &["--show-values"])));
    }
    let report = json(&check(&path, "json", &["--profiles"]));
    assert_eq!(report["inputs"][0]["records"], 2);
    let out = folder.join("out.json").to_string_lossy().into_owned();
    run(&["fix", &path, "-o", &out, "--domain", "acme.com"]);
    assert_eq!(fs::read_to_string(&out).expect("written"), text);
}

/// A domain that looks like the company's is not the company's.
#[test]
fn letters_that_look_alike_are_not_alike() {
    let folder = folder("hostile-letters");
    let path = file(
        &folder,
        "users.csv",
        "login,firstName,lastName,email\na,Ana,Li,ana@\u{0430}cme.com\nb,Bo,Li,bo@acme.com.evil.example\nc,Cy,Li,cy@acme\u{FF0E}com\nd,Di,Li,di@ACME.com\ne,Ed,Li,ed@xn--cme-5cd.com\n",
    );
    let report = json(&check(&path, "json", &["--profiles"]));
    let outcomes: Vec<&str> = report["profiles"]
        .as_array()
        .expect("profiles")
        .iter()
        .map(|profile| profile["outcome"].as_str().expect("one"))
        .collect();
    assert_eq!(outcomes[0], "blocked");
    assert_eq!(outcomes[1], "blocked");
    assert_eq!(outcomes[3..], ["imported", "blocked"]);
}
