//! `rollcall fix` as a person meets it: the file it writes, what it says, and its exit code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const PEOPLE: &str = "id,login,firstName,lastName,email,title,locale\r\n\
    00u1,ana,Ana,\"Li, Jr\",ana@acme.com,a,en_US\r\n\
    00u2,bo,Bo,Yu,bo@acme.com,a,en_GB\r\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fix").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Runs in a folder; every name is one of a file in it.
fn rollcall(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("it runs")
}

fn said(output: &Output) -> String {
    assert!(output.stdout.is_empty(), "everything goes to the file and to standard error");
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(folder.join(name), bytes).expect("written");
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("there")
}

fn recipe(steps: &str) -> String {
    format!(r#"{{"format":"rollcall-recipe","formatVersion":1,"steps":[{steps}]}}"#)
}

#[test]
fn without_options_the_file_is_identical() {
    let own = folder("identical");
    for path in fs::read_dir("tests/fixtures").expect("fixtures") {
        let path = path.expect("a file").path();
        let bytes = fs::read(&path).expect("readable");
        put(&own, "in", &bytes);
        let output = rollcall(&own, &["fix", "in", "-o", "out", "--force"]);
        assert_eq!(output.status.code(), Some(0), "{}: {}", path.display(), said(&output));
        assert!(said(&output).contains("byte for byte"));
        assert!(fs::read(own.join("out")).expect("there") == bytes, "{}", path.display());
    }
}

#[test]
fn a_recipe_comes_before_suggestions() {
    let own = folder("order");
    put(&own, "users.csv", PEOPLE);
    // By the recipe Bo's locale becomes one that a suggestion cures.
    put(
        &own,
        "recipe.json",
        recipe(
            r#"{"person":{"id":"00u1"},"attribute":"title","from":"a","to":"b"},
            {"cause":{"attribute":"locale","from":"en_GB"},"to":"EN_ie"}"#,
        ),
    );
    let output = rollcall(
        &own,
        &[
            "fix",
            "users.csv",
            "-o",
            "out.csv",
            "--recipe",
            "recipe.json",
            "--suggestions",
            "--domain",
            "acme.com",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(
        said(&output),
        "rollcall: the recipe has 2 steps, 0 of them stale\n\
         rollcall: suggestions change 2 values\n\
         rollcall: 3 values changed, every other byte as it was\n"
    );
    let expected = PEOPLE.replace(",a,en_US", ",b,en-US").replace("en_GB", "en-IE");
    assert_eq!(text(&own, "out.csv"), expected);
    // On what came of it every step is stale, and nothing changes.
    let output = rollcall(&own, &["fix", "out.csv", "--output", "again.csv", "--recipe", "recipe.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("2 steps, 2 of them stale"), "{}", said(&output));
    assert_eq!(text(&own, "again.csv"), expected);
}

#[test]
fn stale_steps_and_changes_without_a_column_are_told() {
    let own = folder("stale");
    put(&own, "users.csv", PEOPLE);
    put(
        &own,
        "recipe.json",
        recipe(
            r#"{"person":{"id":"00u9"},"attribute":"title","from":"a","to":"b"},
            {"person":{"userName":"bo"},"attribute":"title","from":"a\u001b[2J","to":"b"},
            {"person":{"userName":"bo"},"attribute":"phoneNumber","from":"","to":"(865) 365-1900"}"#,
        ),
    );
    let output = rollcall(&own, &["fix", "users.csv", "-o", "out.csv", "--recipe", "recipe.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        said(&output),
        "rollcall: step 1 is stale (id 00u9: title \"a\" to \"b\"): nobody here has this id\n\
         rollcall: step 2 is stale (user name bo: title \"a\\u{1b}[2J\" to \"b\"): the title is \"a\" now\n\
         rollcall: the recipe has 3 steps, 2 of them stale\n\
         rollcall: no value changed: the file is as it was, byte for byte\n\
         rollcall: the file has no column for 1 change, which it does not carry\n"
    );
    assert_eq!(text(&own, "out.csv"), PEOPLE, "the file is written all the same");
}

#[test]
fn what_cannot_be_done_leaves_no_file() {
    let own = folder("refused");
    put(&own, "users.csv", PEOPLE);
    put(&own, "there.csv", "mine");
    put(&own, "settings.json", r#"{"format":"rollcall-settings","formatVersion":1}"#);
    put(&own, "later.json", r#"{"format":"rollcall-recipe","formatVersion":2,"steps":[]}"#);
    put(&own, "wrong.json", recipe(r#"{"cause":{"attribute":"shoeSize","from":"9"},"to":"10"}"#));
    put(&own, "bytes.json", b"{\xFF}");
    put(&own, "none.json", recipe(""));
    put(&own, "cut.csv", "login,email\na,\"b\n");
    for (arguments, says) in [
        (&["fix", "-", "-o", "out.csv"][..], "standard input cannot be fixed"),
        (&["fix", "users.csv"], "--output"),
        (&["fix", "users.csv", "-o", "there.csv"], "there.csv is there already; --force overwrites it"),
        (&["fix", "users.csv", "-o", "users.csv", "--force"], "one of the files that are read"),
        (
            &["fix", "users.csv", "-o", "none.json", "--recipe", "none.json", "--force"],
            "one of the files that are read",
        ),
        (&["fix", "gone.csv", "-o", "out.csv"], "gone.csv: there is no such file"),
        (&["fix", "cut.csv", "-o", "out.csv"], "cut.csv, line 2"),
        (&["fix", "users.csv", "-o", "out.csv", "--recipe", "gone.json"], "gone.json: there is no such file"),
        (
            &["fix", "users.csv", "-o", "out.csv", "--recipe", "settings.json"],
            "settings.json: /format: \"rollcall-settings\" is another kind of file",
        ),
        (
            &["fix", "users.csv", "-o", "out.csv", "--recipe", "later.json"],
            "later.json: /formatVersion: version 2",
        ),
        (
            &["fix", "users.csv", "-o", "out.csv", "--recipe", "wrong.json"],
            "wrong.json: /steps/0/cause/attribute: \"shoeSize\" is no attribute",
        ),
        (&["fix", "users.csv", "-o", "out.csv", "--recipe", "bytes.json"], "bytes.json: a recipe is UTF-8"),
        (&["fix", "users.csv", "-o", "out.csv", "--shape", "users.csv=scim-json"], "scim-json is JSON"),
    ] {
        let output = rollcall(&own, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(says), "{arguments:?}: {}", said(&output));
        assert!(!own.join("out.csv").exists() && !own.join("out.csv.part").exists(), "{arguments:?}");
    }
    assert_eq!(text(&own, "there.csv"), "mine");
    assert_eq!(text(&own, "users.csv"), PEOPLE);
    assert_eq!(rollcall(&own, &["fix", "users.csv", "-o", "there.csv", "--force"]).status.code(), Some(0));
    assert_eq!(text(&own, "there.csv"), PEOPLE);
}

#[test]
fn a_value_that_the_encoding_cannot_hold_is_refused_with_the_offer() {
    let own = folder("encoding");
    put(&own, "users.csv", b"login,firstName,lastName,email\nana,Zo\xEB,Li,ana@acme.com\n");
    put(
        &own,
        "recipe.json",
        recipe(r#"{"person":{"userName":"ana"},"attribute":"familyName","from":"Li","to":"Łi"}"#),
    );
    let words = ["fix", "users.csv", "-o", "out.csv", "--recipe", "recipe.json"];
    let output = rollcall(&own, &words);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("Windows-1252") && said(&output).contains("--utf8"), "{}", said(&output));
    assert!(!own.join("out.csv").exists());
    let output = rollcall(&own, &[&words[..], &["--utf8"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(text(&own, "out.csv"), "login,firstName,lastName,email\nana,Zoë,Łi,ana@acme.com\n");
}

#[test]
fn people_already_in_gong_and_settings_have_their_say() {
    let own = folder("members");
    let users = "login,firstName,lastName,email,managerEmail,manager\nbo,Bo,Yu,bo@acme.com,,Ann Lee\n";
    put(&own, "users.csv", users);
    put(&own, "gong.csv", "name,email\nAnn Lee,ann@acme.com\n");
    put(&own, "off.json", r#"{"rules":{"locale/format":"off"}}"#);
    put(&own, "people.csv", PEOPLE);
    let output =
        rollcall(&own, &["fix", "people.csv", "-o", "off.csv", "--suggestions", "--settings", "off.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(text(&own, "off.csv"), PEOPLE, "a rule that is off suggests nothing");
    let output =
        rollcall(&own, &["fix", "users.csv", "-o", "out.csv", "--members", "gong.csv", "--suggestions"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        text(&own, "out.csv").starts_with("login,"),
        "the export is written, not the people already there"
    );
}

#[test]
fn the_schema_allows_what_is_read_and_nothing_else() {
    let own = folder("schema");
    let output = rollcall(&own, &["schema", "recipe"]);
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(schema["$id"], "urn:rollcall:schema:recipe:1");
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("recipe.json", schema).expect("a resource");
    let mut schemas = boon::Schemas::new();
    let index = compiler.compile("recipe.json", &mut schemas).expect("a JSON Schema");
    let allows = |text: &str| schemas.validate(&serde_json::from_str(text).expect("JSON"), index).is_ok();
    let person = r#"{"person":{"id":"1"},"attribute":"title","from":"a","to":"b"}"#;
    let cause = r#"{"cause":{"attribute":"locale","from":"en_US"},"to":"en-US"}"#;
    let whole = recipe(&format!("{person},{cause}"));
    let mut texts: Vec<(String, bool)> = vec![
        (whole.clone(), true),
        (recipe(""), true),
        (recipe(&person.replace("\"id\"", "\"userName\"")), true),
        (recipe(&person.replace("\"from\":\"a\"", "\"from\":\"\"")), true),
    ];
    for (from, to) in [
        ("rollcall-recipe", "rollcall-plan"),
        ("\"formatVersion\":1", "\"formatVersion\":2"),
        ("\"formatVersion\":1,", ""),
        ("{\"id\":\"1\"}", "{}"),
        ("{\"id\":\"1\"}", "{\"id\":\"\"}"),
        ("{\"id\":\"1\"}", "{\"id\":\"1\",\"userName\":\"2\"}"),
        ("{\"id\":\"1\"}", "{\"title\":\"1\"}"),
        ("\"title\"", "\"shoeSize\""),
        ("\"to\":\"b\"", "\"to\":null"),
        ("\"to\":\"b\"", "\"to\":\"b\",\"cause\":{\"attribute\":\"title\",\"from\":\"\"}"),
        (",\"to\":\"b\"", ""),
        ("\"from\":\"en_US\"", "\"from\":\"en_US\",\"when\":1"),
    ] {
        assert!(whole.contains(from), "{from}");
        texts.push((whole.replacen(from, to, 1), false));
    }
    for (text, good) in texts {
        assert_eq!(allows(&text), good, "the schema on {text}");
        assert_eq!(rollcall::cure::Recipe::from_json(&text).is_ok(), good, "the reader on {text}");
    }
    // The example that people read.
    let docs = fs::read_to_string("docs/recipe.md").expect("the page about recipes");
    let example =
        docs.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert!(allows(example) && rollcall::cure::Recipe::from_json(example).is_ok());
}
