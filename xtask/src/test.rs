//! `cargo xtask test`: Rust, plans against a SCIM server, the page in Chromium and its main ways in Firefox, the package as hosts
//! install it. What is missing is brought, and said.
//!
//! The browsers are the one thing that cargo and npm cannot bring. Where we may install them we do;
//! where we may not, the one command to run is printed. Without a browser its tests are skipped
//! aloud, and under `CI=true` that is a failure.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::flags::Flags;
use crate::process::{answers, read_lines, run as run_child, say};
use crate::{build, cargo, package, root, serve, single, target};

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    flags.done()?;
    let rust = rust_tests()?;
    let scim = scim_tests()?;
    let browser = browser_tests()?;
    say("totals");
    println!("  Rust     {} passed, {} failed, {} ignored", rust.passed, rust.failed, rust.skipped);
    let mut failed = rust.failed;
    match &scim {
        Some(totals) => {
            println!(
                "  SCIM     {} passed, {} failed, {} skipped",
                totals.passed, totals.failed, totals.skipped
            );
            failed += totals.failed;
        }
        None => println!("  SCIM     SKIPPED: {NO_NODE}"),
    }
    match &browser {
        Browser::Ran { page, firefox, package } => {
            for (name, totals) in [("browser", page), ("package", package)]
                .into_iter()
                .chain(firefox.iter().map(|totals| ("Firefox", totals)))
            {
                println!(
                    "  {name}  {} passed, {} failed, {} flaky, {} skipped",
                    totals.passed, totals.failed, totals.flaky, totals.skipped
                );
                failed += totals.failed;
            }
            if let Err(why) = firefox {
                println!("  Firefox  SKIPPED: {why}");
            }
        }
        Browser::Skipped(why) => println!("  browser, Firefox, package  SKIPPED: {why}"),
    }
    if failed > 0 {
        bail!("tests failed");
    }
    if std::env::var_os("CI").is_none_or(|value| value != "true") {
        return Ok(());
    }
    if scim.is_none() {
        bail!("the tests of plans against a SCIM server may not be skipped under CI=true: {NO_NODE}");
    }
    if let Browser::Skipped(why) | Browser::Ran { firefox: Err(why), .. } = browser {
        bail!("browser tests may not be skipped under CI=true: {why}");
    }
    Ok(())
}

/// Why tests that need Node are skipped.
const NO_NODE: &str = "Node and npm are not installed; install Node 20 or later";

#[derive(Default)]
struct Totals {
    passed: u32,
    failed: u32,
    skipped: u32,
    /// Failed once and passed when tried again, under `CI` only.
    flaky: u32,
}

enum Browser {
    /// In Firefox, or why not there.
    Ran {
        page: Totals,
        firefox: Result<Totals, String>,
        package: Totals,
    },
    Skipped(String),
}

fn rust_tests() -> Result<Totals> {
    say("cargo test --workspace");
    let mut totals = Totals::default();
    let mut command = cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]);
    let status = read_lines(&mut command, Duration::from_mins(25), |line| {
        if let Some(counts) = line.strip_prefix("test result: ") {
            totals.passed += count(counts, "passed");
            totals.failed += count(counts, "failed");
            totals.skipped += count(counts, "ignored");
        }
    })?;
    // Failed tests are counted and told at the end; anything else is told now.
    if !status.success() && totals.failed == 0 {
        bail!("cargo test failed ({status})");
    }
    Ok(totals)
}

/// The number before a word: 7 in `ok. 7 passed; 0 failed`.
fn count(text: &str, word: &str) -> u32 {
    let words: Vec<&str> = text.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    words.windows(2).filter(|pair| pair[1] == word).filter_map(|pair| pair[0].parse::<u32>().ok()).sum()
}

/// Sends plans to a SCIM server. Nothing without Node.
fn scim_tests() -> Result<Option<Totals>> {
    if !has_node() {
        say(&format!("tests of plans against a SCIM server are SKIPPED: {NO_NODE}"));
        return Ok(None);
    }
    bring_packages()?;
    build_command_line("to send its plans to a SCIM server")?;
    say("plans against a SCIM server");
    let mut totals = Totals::default();
    let mut command = Command::new("node");
    command
        .args(["--test", "--test-reporter=spec", "tests/scim/replay.test.mjs"])
        .current_dir(root())
        .env("ROLLCALL_CLI", command_line());
    let status = read_lines(&mut command, Duration::from_mins(5), |line| match last_line(line) {
        Some(("pass", number)) => totals.passed = number,
        Some(("fail", number)) => totals.failed = number,
        Some(("skipped", number)) => totals.skipped = number,
        _ => {}
    })?;
    if totals.failed == 0 && (!status.success() || totals.passed == 0) {
        bail!("the tests of tests/scim did not come to an end ({status})");
    }
    Ok(Some(totals))
}

/// What one of the last lines of a run of Node's tests counts: `ℹ pass 3`.
fn last_line(line: &str) -> Option<(&str, u32)> {
    let (word, number) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    Some((word, number.parse().ok()?))
}

fn has_node() -> bool {
    answers("node", "--version") && answers("npm", "--version")
}

fn build_command_line(why: &str) -> Result<()> {
    say(&format!("building the command line, {why}"));
    run_child(cargo().args(["build", "--package", "rollcall", "--bin", "rollcall"]), Duration::from_mins(25))
}

fn command_line() -> PathBuf {
    target().join("debug").join(format!("rollcall{}", std::env::consts::EXE_SUFFIX))
}

fn browser_tests() -> Result<Browser> {
    if !has_node() {
        return Ok(skipped("Node and npm are not installed", "install Node 20 or later"));
    }
    let chromium = match find_chromium() {
        Some(path) => path,
        None => match install("Chromium", CHROMIUM, find_chromium)? {
            Ok(path) => path,
            Err(command) => return Ok(skipped("Chromium is not installed", &command)),
        },
    };
    let firefox = match find_firefox() {
        Some(path) => Ok(path),
        None => install("Firefox", FIREFOX, find_firefox)?,
    };
    bring_packages()?;
    let site = build::site("wasm")?;
    let single = single::file("wasm")?;
    build_command_line("to hold the page's reports against its own")?;

    say(&format!("browser tests in {}", chromium.display()));
    let (server, address) = serve::listen(0)?;
    let (page, firefox) = std::thread::scope(|scope| {
        scope.spawn(|| serve::answer(&server, &site));
        let address = format!("http://{address}/");
        let built = [("ROLLCALL_SITE", site.as_path()), ("ROLLCALL_SINGLE", single.as_path())];
        let page = playwright("tests/browser", &address, &chromium, &built);
        let firefox = match firefox {
            Ok(path) => {
                say(&format!("the main ways through the page in {}", path.display()));
                let built = [built[0], built[1], ("ROLLCALL_FIREFOX", path.as_path())];
                playwright("tests/firefox", &address, &chromium, &built).map(Ok)
            }
            Err(command) => {
                say(&format!(
                    "tests in Firefox are SKIPPED: Firefox is not installed. To run them: {command}"
                ));
                Ok(Err(format!("Firefox is not installed; {command}")))
            }
        };
        server.unblock();
        page.and_then(|page| Ok((page, firefox?)))
    })?;

    let package = package::build()?;
    say("tests of the package, installed into an empty project");
    // Its pages are served by the tests themselves.
    let package =
        playwright("tests/package", "http://127.0.0.1/", &chromium, &[("ROLLCALL_PACKAGE", &package)])?;
    Ok(Browser::Ran { page, firefox, package })
}

/// Runs the tests of a folder, which find what was built by names of the environment.
fn playwright(folder: &str, page: &str, chromium: &Path, built: &[(&str, &Path)]) -> Result<Totals> {
    let mut totals = Totals::default();
    let config = format!("{folder}/playwright.config.mjs");
    let mut command = Command::new("node");
    command
        .args(["node_modules/@playwright/test/cli.js", "test", "--config", &config])
        .current_dir(root())
        .env("ROLLCALL_PAGE", page)
        .env("ROLLCALL_CHROMIUM", chromium)
        .env("ROLLCALL_CLI", command_line());
    command.envs(built.iter().copied());
    let status = read_lines(&mut command, Duration::from_mins(19), |line| {
        let line = line.trim();
        // The last lines of the run: `2 failed`, `1 skipped`, `21 passed (14.2s)`.
        for (word, total) in [
            ("passed", &mut totals.passed),
            ("failed", &mut totals.failed),
            ("flaky", &mut totals.flaky),
            ("skipped", &mut totals.skipped),
        ] {
            if let Some((number, rest)) = line.split_once(' ')
                && (rest == word || rest.starts_with(&format!("{word} (")))
                && let Ok(number) = number.parse::<u32>()
            {
                *total = number;
            }
        }
    })?;
    if !status.success() && totals.failed == 0 {
        bail!("the tests of {folder} did not come to an end ({status})");
    }
    Ok(totals)
}

fn skipped(why: &str, cure: &str) -> Browser {
    say(&format!("tests of browser and package are SKIPPED: {why}. To run them: {cure}"));
    Browser::Skipped(format!("{why}; {cure}"))
}

/// Installs what `package-lock.json` names, unless that was done for this very lock.
pub(crate) fn bring_packages() -> Result<()> {
    let lock = fs::read(root().join("package-lock.json")).context("package-lock.json is missing")?;
    let stamp = root().join("node_modules/.rollcall-lock");
    if fs::read(&stamp).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    say("npm ci (Playwright, axe, TypeScript, Vite, a SCIM server and the peers of the bench)");
    run_child(
        Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(root()),
        Duration::from_mins(10),
    )?;
    fs::write(stamp, lock)?;
    Ok(())
}

pub(crate) fn find_chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let apps = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    find("ROLLCALL_CHROMIUM", &names, &apps)
}

fn find_firefox() -> Option<PathBuf> {
    find(
        "ROLLCALL_FIREFOX",
        &["firefox-esr", "firefox"],
        &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    )
}

/// The program that a variable names, else the first of these names on the path, else of these places.
fn find(variable: &str, names: &[&str], apps: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .chain(apps.iter().map(PathBuf::from))
        .find(|file| file.is_file())
}

/// A package manager, its arguments, and whether it needs the administrator.
type Way = (&'static str, &'static [&'static str], bool);

const CHROMIUM: &[Way] = &[
    ("apt-get", &["install", "--yes", "--no-install-recommends", "chromium"], true),
    ("dnf", &["install", "--assumeyes", "chromium"], true),
    ("pacman", &["--sync", "--noconfirm", "chromium"], true),
    ("apk", &["add", "chromium"], true),
    ("brew", &["install", "--cask", "chromium"], false),
];

const FIREFOX: &[Way] = &[
    ("apt-get", &["install", "--yes", "--no-install-recommends", "firefox-esr"], true),
    ("dnf", &["install", "--assumeyes", "firefox"], true),
    ("pacman", &["--sync", "--noconfirm", "firefox"], true),
    ("apk", &["add", "firefox-esr"], true),
    ("brew", &["install", "--cask", "firefox"], false),
];

/// Installs a browser where we may; else gives the command that does.
fn install(name: &str, ways: &[Way], find: fn() -> Option<PathBuf>) -> Result<Result<PathBuf, String>> {
    let Some((program, arguments, as_root)) = ways.iter().find(|way| answers(way.0, "--version")) else {
        return Ok(Err(format!("install {name}, or set ROLLCALL_{} to its path", name.to_uppercase())));
    };
    let command = format!("{}{program} {}", if *as_root { "sudo " } else { "" }, arguments.join(" "));
    if *as_root && !is_root() {
        return Ok(Err(command));
    }
    say(&format!("{name} is missing; installing it: {command}"));
    if *program == "apt-get" {
        run_child(Command::new(program).arg("update"), Duration::from_mins(5))?;
    }
    let limit = Duration::from_mins(15);
    run_child(Command::new(program).args(*arguments).env("DEBIAN_FRONTEND", "noninteractive"), limit)?;
    find().map(Ok).with_context(|| format!("{name} was installed, but is not to be found"))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    #[test]
    fn counts_of_node_are_read_from_its_last_lines() {
        assert_eq!(super::last_line("ℹ pass 9"), Some(("pass", 9)));
        assert_eq!(super::last_line("ℹ duration_ms 10157.6"), None);
        assert_eq!(super::last_line("✔ entra: pass 2 (5ms)"), None);
    }

    #[test]
    fn counts_are_read_from_the_result_line() {
        let line = "ok. 17 passed; 2 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(
            (super::count(line, "passed"), super::count(line, "failed"), super::count(line, "ignored")),
            (17, 2, 3)
        );
    }
}
