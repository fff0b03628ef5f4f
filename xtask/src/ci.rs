//! `cargo xtask ci`: what continuous integration runs, in the same order.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::build::{WASM, bring_target};
use crate::flags::Flags;
use crate::process::{run as run_child, say};
use crate::{bench, cargo, root, target, test};

/// The version of cargo-deny that is brought where there is none of it.
const DENY: &str = "0.20.2";

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    flags.done()?;
    lints()?;
    dependencies()?;
    test::run(flags)?;
    say("sizes");
    bench::sizes()
}

/// Format and lints, natively and for the browser.
fn lints() -> Result<()> {
    let limit = Duration::from_mins(25);
    say("format");
    run_child(cargo().args(["fmt", "--all", "--check"]), limit)?;
    say("lints");
    run_child(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]), limit)?;
    bring_target()?;
    // In one piece, and as the modules of the page.
    for features in ["views,engine", "views,parts", "engine,parts"] {
        say(&format!("lints of what only the browser runs: {features}"));
        let what =
            ["clippy", "--package", "rollcall-web", "--lib", "--target", WASM, "--no-default-features"];
        run_child(cargo().args(what).args(["--features", features, "--", "-D", "warnings"]), limit)?;
    }
    Ok(())
}

/// Licences, versions and sources of all that is built or built with, by `deny.toml`. Known faults are looked for by people
/// (`cargo deny check advisories`): their list changes by the day, and the same commit shall pass today and tomorrow.
fn dependencies() -> Result<()> {
    let deny = bring_deny()?;
    say("licences, versions and sources of dependencies");
    let what = ["--workspace", "--locked", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"];
    run_child(Command::new(deny).args(what).current_dir(root()), Duration::from_mins(5))
}

/// Gives cargo-deny, which is installed into `target/tools` if it is not there. Unoptimised, since it runs for seconds.
fn bring_deny() -> Result<PathBuf> {
    let tools = target().join("tools");
    let deny = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    let told = Command::new(&deny).arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    if String::from_utf8_lossy(&told).trim() == format!("cargo-deny {DENY}") {
        return Ok(deny);
    }
    say(&format!(
        "cargo-deny is missing; installing it: cargo install cargo-deny --version {DENY}, into target/tools"
    ));
    let mut install = cargo();
    install
        .args(["install", "cargo-deny", "--version", DENY, "--locked", "--debug", "--force", "--root"])
        .arg(&tools);
    install.env("CARGO_TARGET_DIR", tools.join("build")).env("CARGO_PROFILE_DEV_DEBUG", "0");
    run_child(&mut install, Duration::from_mins(25))?;
    // Hundreds of megabytes that nobody needs again.
    fs::remove_dir_all(tools.join("build"))?;
    Ok(deny)
}
