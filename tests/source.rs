//! `rollcall source`: what cures at the source, quoted for its language.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("source").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn source(name: &str, file: &str, text: &str, flags: &[&str]) -> Output {
    let folder = folder(name);
    fs::write(folder.join(file), text).expect("a file");
    Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .current_dir(&folder)
        .args(["source", file, "--domain", "acme.com"])
        .args(flags)
        .output()
        .expect("it runs")
}

fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", err(output));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const OKTA: &str = "login,firstName,lastName,email,title,primaryPhone,countryCode,locale,timezone,managerEmail\n\
    ana@acme.com,Ana,\"O'Hara, \"\"Jr\"\"\",ana@acme.com,=1+1,865-365-1900,US,en_US,Central Standard Time,\n\
    bo@acme.com,Bo,Quill,bo@acme.com, Rep,(212) 555-0101,UK,en_GB,Europe/London,ana@acme.com\n\
    cy@acme.com,Cy,Quill,cy@acme.com,Rep,(212) 555-0102,US,en-US,America/New_York,ana@acme.com\n";

#[test]
fn an_expression_for_each_cause_with_the_files_own_values() {
    let text = out(&source("expression", "users.csv", OKTA, &["--format", "expression"]));
    assert!(text.contains("String.replace(user.locale, \"_\", \"-\")"), "{text}");
    assert!(text.contains("\"en_US\" → \"en-US\"  1"), "{text}");
    assert!(
        text.contains("user.timezone == \"Central Standard Time\" ? \"America/Chicago\" : user.timezone"),
        "{text}"
    );
    assert!(text.contains("user.countryCode == \"UK\" ? \"United Kingdom\" : user.countryCode"), "{text}");
    let entra = out(&source("entra", "users.csv", OKTA, &["--source", "entra"]));
    assert!(entra.contains("Replace([preferredLanguage], \"_\", , , \"-\", , )"), "{entra}");
    assert!(entra.contains("Switch([country], [country], \"UK\", \"United Kingdom\")"), "{entra}");
}

#[test]
fn an_import_for_okta_changes_what_it_can_and_keeps_the_rest() {
    let output = source("okta", "users.csv", OKTA, &["--format", "okta-csv"]);
    // The phone, the zone and the country change for someone, and the title loses its space; nobody else is cleared.
    // The locale is not Okta's to hold, and Cy has nothing to change.
    let wanted = "login,firstName,lastName,email,primaryPhone,title,timezone,countryCode\r\n\
        ana@acme.com,Ana,\"O'Hara, \"\"Jr\"\"\",ana@acme.com,(865) 365-1900,=1+1,America/Chicago,US\r\n\
        bo@acme.com,Bo,Quill,bo@acme.com,(212) 555-0101,Rep,Europe/London,GB\r\n";
    assert_eq!(out(&output), wanted);
    assert!(err(&output).contains("2 values are left out: Okta keeps locales as en_US"), "{}", err(&output));
}

#[test]
fn lines_of_powershell_are_quoted_whatever_a_name_holds() {
    let header = "id,userPrincipalName,givenName,surname,mail,jobTitle,telephoneNumber,preferredLanguage,country,accountEnabled,displayName,userType";
    let row = |id: &str, upn: &str, phone: &str, locale: &str| {
        format!("{id},\"{upn}\",A,B,{id}@acme.com,T,{phone},{locale},US,True,A B,Member\n")
    };
    let file = format!(
        "{header}\n{}{}{}",
        row("11111111-2222-3333-4444-555555555555", "a@acme.com", "865-365-1900", "en_US"),
        row("", "o'h\u{2019}a\u{201B}$(x)`n@acme.com", "(865) 365-1900", "en_US"),
        row("", "line\nbreak@acme.com", "(865) 365-1900", "en_US"),
    );
    let output = source(
        "powershell",
        "users.csv",
        &file,
        &["--format", "powershell", "--source", "entra", "--shape", "users.csv=entra-users-csv"],
    );
    let text = out(&output);
    // Windows PowerShell takes a file without the mark for another encoding, in which letters become quotes.
    assert!(text.starts_with("\u{FEFF}# "), "{text}");
    let lines: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "Update-MgUser -UserId '11111111-2222-3333-4444-555555555555' -BusinessPhones @('(865) 365-1900') -PreferredLanguage 'en-US'",
            "Update-MgUser -UserId 'o''h\u{2019}\u{2019}a\u{201B}\u{201B}$(x)`n@acme.com' -PreferredLanguage 'en-US'",
        ]
    );
    assert!(
        err(&output).contains("2 values are left out: a line break cannot be written into a command"),
        "{}",
        err(&output)
    );
}

#[test]
fn a_recipe_comes_before_the_suggestions() {
    let folder = folder("recipe");
    fs::write(folder.join("users.csv"), OKTA).expect("a file");
    let steps = r#"{"format":"rollcall-recipe","formatVersion":1,"steps":[
        {"person":{"userName":"cy@acme.com"},"attribute":"title","from":"Rep","to":"Lead"},
        {"person":{"userName":"cy@acme.com"},"attribute":"title","from":"Boss","to":"Lead"}]}"#;
    fs::write(folder.join("recipe.json"), steps).expect("a file");
    let run = |format: &str| {
        Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .current_dir(&folder)
            .args([
                "source",
                "users.csv",
                "--domain",
                "acme.com",
                "--recipe",
                "recipe.json",
                "--format",
                format,
            ])
            .output()
            .expect("it runs")
    };
    let output = run("okta-csv");
    // A stale step is told, and the rest is written.
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stdout)
            .contains("cy@acme.com,Cy,Quill,cy@acme.com,(212) 555-0102,Lead")
    );
    assert!(err(&output).contains("step 2 is stale"), "{}", err(&output));
    assert_eq!(run("expression").status.code(), Some(2));
}

#[test]
fn nothing_to_cure_says_so() {
    let clean = "login,firstName,lastName,email,title\nana@acme.com,Ana,Li,ana@acme.com,Rep\n";
    assert!(
        out(&source("clean", "users.csv", clean, &[]))
            .contains("Nothing was found that a mapping could cure.")
    );
    let table = out(&source("clean-okta", "users.csv", clean, &["--format", "okta-csv"]));
    assert_eq!(table, "login,firstName,lastName,email\r\n");
}

#[test]
fn a_script_says_that_it_is_utf_8() {
    // In Windows-1252, as Windows PowerShell reads a script without a mark, the bytes of this letter end the quotes.
    let users =
        "UserPrincipalName,GivenName,Surname,Mail,JobTitle\na@acme.com,Ana,Li,a@acme.com,\" Ē; calc #\"\n";
    let script = out(&source("mark", "users.csv", users, &["--format", "powershell"]));
    let lines = script.strip_prefix('\u{FEFF}').expect("a byte order mark").lines();
    let commands: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
    assert_eq!(commands, ["Update-MgUser -UserId 'a@acme.com' -JobTitle 'Ē; calc #'"]);
}

#[test]
fn an_import_does_not_clear_what_the_files_do_not_know() {
    let other = "login,firstName,lastName,email,title,countryCode\ndi@acme.com,Di,Ox,di@acme.com,Rep,UK\n";
    fs::write(folder("clears").join("other.csv"), other).expect("a file");
    let run = |files: &[&str]| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("source").join("clears");
        fs::write(folder.join("users.csv"), OKTA).expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_rollcall"));
        command.current_dir(&folder).args(["source", "--domain", "acme.com", "--format", "okta-csv"]);
        command.args(files).output().expect("it runs")
    };
    // Di may have a phone and a time zone: the file does not say.
    let output = run(&["users.csv", "other.csv"]);
    let table = out(&output);
    assert!(
        table.contains("primaryPhone") && table.contains("bo@acme.com") && !table.contains("di@"),
        "{table}"
    );
    assert!(
        err(&output)
            .contains("1 value is left out: the table has columns that the person's files do not have"),
        "{}",
        err(&output)
    );
    assert!(out(&run(&["other.csv"])).ends_with("di@acme.com,Di,Ox,di@acme.com,GB\r\n"));
}
