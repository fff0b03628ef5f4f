//! What the command line writes: formats, files, completions, redaction.

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use terminal::{file, folder, json, rollcall, stderr, stdout};

const GOOD: &str = "login,firstName,lastName,email\nana@acme.com,Ana,Li,ana@acme.com\n";

#[test]
fn findings_come_as_a_table_for_spreadsheets() {
    let folder = folder("csv");
    let users = file(
        &folder,
        "users.csv",
        "login,firstName,lastName,email,title,locale\nana,\"=HYPERLINK(\"\"x\"\")\",Li,ana@acme.co,Rep,\"+1,2\"\n",
    );
    let run = |format: &str| rollcall(&["check", &users, "--domain", "acme.com", "--format", format]);
    let output = run("csv");
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output);
    let lines: Vec<&str> = text.strip_prefix('\u{FEFF}').expect("a byte order mark").lines().collect();
    assert_eq!(
        lines[0],
        "severity,rule,input,line,record,key,attribute,column,value,message,suggestion,choices,related,path"
    );
    assert!(text.ends_with("\r\n"));
    let told = json(&run("json"));
    assert_eq!(lines.len() - 1, told["findings"].as_array().expect("findings").len(), "a line each");
    let domain = lines.iter().find(|line| line.contains("email/domain")).expect("the domain");
    assert!(domain.starts_with("error,email/domain,\"users.csv\",2,1,\"ana@acme.co\",primaryEmail,\"email\",\"ana@acme.co\",\"'=HYPERLINK("), "{domain}");
    let locale = lines.iter().find(|line| line.contains("locale/format")).expect("the locale");
    assert!(locale.contains(",\"'+1,2\","), "{locale}");
}

const FORMS: [&str; 5] = ["ndjson", "sarif", "junit", "github", "html"];

/// One person with an error, a warning and a name to be recognised.
const NAMED: &str = "login,firstName,lastName,email,locale\nzoe@acme.com,Zoraida,Li,zoe@acme.org,en_US\n";

#[test]
fn every_form_ends_with_the_same_code_and_is_silent_besides() {
    let folder = folder("forms");
    let path = file(&folder, "users.csv", NAMED);
    for form in FORMS {
        let run = |more: &[&str]| {
            rollcall(&[&["check", &path, "--domain", "acme.com", "--format", form], more].concat())
        };
        let output = run(&[]);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(1), ""), "{form}");
        assert!(stdout(&output).ends_with('\n'), "{form}");
        assert_eq!(run(&["--fail-on", "never"]).status.code(), Some(0), "{form}");
        let shared = ["sarif", "junit", "github"].contains(&form);
        assert_eq!(stdout(&output).contains("Zoraida"), !shared, "{form}");
        assert!(stdout(&run(&["--show-values"])).contains("Zoraida"), "{form}");
        let out = folder.join(form).to_string_lossy().into_owned();
        assert_eq!(run(&["--output", &out]).status.code(), Some(1), "{form}");
        assert_eq!(fs::read(&out).expect("written"), output.stdout, "{form}");
        assert_eq!(run(&["--output", &out]).status.code(), Some(2), "{form}");
        assert_eq!(run(&["--output", &out, "--force"]).status.code(), Some(1), "{form}");
    }
    let failures = |limit: &str| {
        let output =
            rollcall(&["check", &path, "--domain", "acme.com", "--format", "junit", "--fail-on", limit]);
        stdout(&output).matches("<failure").count()
    };
    assert_eq!(["never", "error", "warning"].map(failures), [0, 1, 2]);
    let cases = stdout(&rollcall(&["check", &path, "--format", "junit"])).matches("<testcase").count();
    assert_eq!(failures("notice"), cases);
}

#[test]
fn logs_point_to_the_file_as_it_was_named_here() {
    let folder = folder("places");
    fs::create_dir(folder.join("exports")).expect("a folder");
    let path = file(&folder, "exports/a b.csv", NAMED);
    let run = |name: &str, form: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rollcall"));
        command.args(["check", name, "--domain", "acme.com", "--format", form]);
        stdout(&command.current_dir(&folder).stdin(Stdio::null()).output().expect("it runs"))
    };
    for (name, place) in [
        ("./exports/a b.csv", "exports/a b.csv"),
        ("exports/../exports/a b.csv", "a b.csv"),
        (&path, "a b.csv"),
    ] {
        assert!(run(name, "github").contains(&format!("::error file={place},line=2,")), "{name}");
        assert!(run(name, "junit").contains(&format!(" file=\"{place}\" line=\"2\"")), "{name}");
        assert!(
            run(name, "sarif").contains(&format!("{{\"uri\":\"{}\"", place.replace(' ', "%20"))),
            "{name}"
        );
        assert!(run(name, "ndjson").contains("\"input\":\"a b.csv\""), "{name}");
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(["check", "-", "--domain", "acme.com", "--format", "github"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("a pipe").write_all(NAMED.as_bytes()).expect("written");
    let text = stdout(&child.wait_with_output().expect("it ends"));
    assert!(
        text.contains("::error title=") && text.contains("::standard input, line 2, primary email"),
        "{text}"
    );
}

#[test]
fn a_file_beside_the_output_stays() {
    let folder = folder("beside");
    let path = file(&folder, "a.csv", GOOD);
    let part = file(&folder, "out.json.part", "mine");
    let out = folder.join("out.json").to_string_lossy().into_owned();
    let output = rollcall(&["explain", "ana@acme.com", &path, "--output", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(part).expect("the other file"), "mine");
    assert!(fs::read_to_string(&out).expect("the explanation").starts_with("Ana Li"));
    assert_eq!(rollcall(&["explain", "ana@acme.com", &path, "--output", &out]).status.code(), Some(2));
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 3);
}

#[test]
fn colours_go_where_they_are_not_wanted_nowhere() {
    let help = |colours: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rollcall"));
        command.args(["check", "--help"]).env_remove("NO_COLOR").envs(colours.iter().copied());
        stdout(&command.output().expect("it runs"))
    };
    assert!(help(&[("CLICOLOR_FORCE", "1")]).contains('\u{1b}'));
    assert!(!help(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\u{1b}'));
    assert!(!help(&[]).contains('\u{1b}'), "a pipe is no terminal");
}

#[test]
fn shells_get_their_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = rollcall(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        for part in ["rollcall", "explain", "show-values", "sarif"] {
            assert!(stdout(&output).contains(part), "{shell} knows no {part}");
        }
    }
    assert_eq!(rollcall(&["completions", "tcsh"]).status.code(), Some(2));
}

const PEOPLE: &str = "login,firstName,lastName,email,title,managerEmail,password\r\nana@acme.com,Ana,Quill,ana@acme.com,Head of Quillwork,,hunter2\r\nbo@acme.com,Boris,Quill,boris@acme.co,,ana@acme.com,hunter3\r\n";

#[test]
fn a_redacted_check_is_the_check_of_the_redacted_file() {
    let folder = folder("redacted");
    let users = file(&folder, "users.csv", PEOPLE);
    fs::create_dir_all(folder.join("out")).expect("a folder");
    let fixed = folder.join("out/users.csv").to_string_lossy().into_owned();
    let output = rollcall(&["fix", &users, "-o", &fixed, "--redact", "--domain", "acme.com"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let written = fs::read_to_string(&fixed).expect("written");
    assert!(written.starts_with("login,firstName,") && written.matches("\r\n").count() == 3, "{written}");
    let personal = ["ana", "boris", "quill", "head", "hunter", "acme.co\r", "acme.co,"];
    let (_, people) = written.split_once('\n').expect("lines");
    assert!(personal.iter().all(|value| !people.to_lowercase().contains(value)), "{people}");
    for format in ["text", "json", "ndjson", "csv", "html", "sarif", "junit", "github"] {
        let more = ["--format", format, "--domain", "acme.com", "--profiles", "--show-values"];
        let redacted = rollcall(&[&["check", &users, "--redact"], more.as_slice()].concat());
        let checked = rollcall(&[&["check", &fixed], more.as_slice()].concat());
        let known = rollcall(&[&["check", &users], more.as_slice()].concat());
        assert_eq!(redacted.status.code(), known.status.code(), "{format}");
        assert_eq!(stdout(&redacted), stdout(&checked), "{format}");
        let lower = stdout(&redacted).to_lowercase();
        assert!(["boris", "quill", "hunter"].iter().all(|value| !lower.contains(value)), "{format}: {lower}");
    }
}

#[test]
fn what_comes_from_a_pipe_is_redacted_too() {
    let folder = folder("redacted_pipe");
    let users = file(&folder, "-", PEOPLE);
    let run = |path: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .args(["check", path, "--redact", "--format", "json", "--domain", "acme.com"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it runs");
        child.stdin.take().expect("a pipe").write_all(PEOPLE.as_bytes()).expect("written");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(1));
        output.stdout
    };
    // The other reads nothing of the pipe.
    assert_eq!(run("-"), run(&users));
}

#[test]
fn a_file_is_fixed_into_another() {
    let folder = folder("fixed");
    let users = file(&folder, "users.csv", PEOPLE);
    let taken = file(&folder, "taken.csv", "mine");
    let new = folder.join("new.csv").to_string_lossy().into_owned();
    for arguments in [
        vec!["fix", &users, "-o", &taken, "--redact"],
        vec!["fix", &users, "-o", &users, "--redact", "--force"],
        vec!["fix", "-", "-o", &new, "--redact"],
        vec!["fix", &users, "--redact"],
    ] {
        let output = rollcall(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !stderr(&output).is_empty(), "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(&taken).expect("there"), "mine");
    assert!(!Path::new(&new).exists());
    assert_eq!(rollcall(&["fix", &users, "-o", &taken, "--redact", "--force"]).status.code(), Some(0));
    assert_ne!(fs::read_to_string(&taken).expect("there"), "mine");
}
