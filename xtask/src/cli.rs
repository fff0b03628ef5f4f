//! The command line for every system that this machine's toolchain reaches. What cannot be built here is said, with the
//! way to get it, and is no failure; what runs on this machine must build.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::dist::{Archive, VERSION, dist};
use crate::process::{answers, run as run_child, say, status};
use crate::{cargo, notices, root, target};

/// A system to build for.
struct System {
    target: &'static str,
    /// Program that must be there to link for it, and how one gets that. None: the toolchain brings all.
    linker: Option<(&'static str, &'static str)>,
    /// The only system on which that can be linked.
    only_on: Option<(&'static str, &'static str)>,
}

/// Those of Linux are static: they run on any distribution.
const SYSTEMS: &[System] = &[
    System { target: "x86_64-unknown-linux-musl", linker: None, only_on: None },
    System { target: "aarch64-unknown-linux-musl", linker: None, only_on: None },
    #[cfg(not(windows))]
    System {
        target: "x86_64-pc-windows-gnu",
        linker: Some(("x86_64-w64-mingw32-gcc", "install mingw-w64")),
        only_on: None,
    },
    #[cfg(windows)]
    System { target: "x86_64-pc-windows-msvc", linker: None, only_on: None },
    System { target: "aarch64-apple-darwin", linker: None, only_on: Some(("macos", "a Mac")) },
    System { target: "x86_64-apple-darwin", linker: None, only_on: Some(("macos", "a Mac")) },
];

const LIMIT: Duration = Duration::from_mins(25);

/// What could not be built on this machine, and why.
pub(crate) struct Missing {
    pub(crate) target: &'static str,
    pub(crate) why: String,
}

/// Builds all; gives the archives, and what there is none for.
pub(crate) fn all() -> Result<(Vec<PathBuf>, Vec<Missing>)> {
    let own = own()?;
    let mut built = Vec::new();
    let mut missing = Vec::new();
    // Where rustup reached nothing once it reaches nothing now.
    let mut reach = answers("rustup", "--version");
    for system in SYSTEMS.iter().filter(|system| system.target != own) {
        match one(system, &mut reach)? {
            Ok(archive) => built.push(archive),
            Err(why) => {
                say(&format!("no command line for {}: {why}", system.target));
                missing.push(Missing { target: system.target, why });
            }
        }
    }
    say(&format!("building the command line for this machine ({own})"));
    run_child(&mut compile(&own), LIMIT)?;
    built.push(archive(&own)?);
    Ok((built, missing))
}

/// The archive for a system, or why there is none.
fn one(system: &System, reach: &mut bool) -> Result<Result<PathBuf, String>> {
    let target = system.target;
    if let Some((os, machine)) = system.only_on
        && std::env::consts::OS != os
    {
        return Ok(Err(format!("it links only on {machine}; run `cargo xtask dist` there")));
    }
    if let Some((linker, cure)) = system.linker
        && !answers(linker, "--version")
    {
        return Ok(Err(format!("its linker {linker} is not installed; {cure}")));
    }
    if !has_library(target)? {
        let command = format!("rustup target add {target}");
        if !*reach {
            return Ok(Err(format!("its standard library is not installed; run `{command}`")));
        }
        say(&command);
        let mut add = Command::new("rustup");
        add.args(["target", "add", target]).current_dir(root());
        *reach = status(&mut add, Duration::from_mins(3)).is_ok_and(|status| status.success());
        if !*reach || !has_library(target)? {
            return Ok(Err(format!("its standard library could not be fetched; run `{command}`")));
        }
    }
    say(&format!("building the command line for {target}"));
    if !status(&mut compile(target), LIMIT)?.success() {
        return Ok(Err("it does not compile or link here; the reason stands above".to_owned()));
    }
    archive(target).map(Ok)
}

fn compile(target: &str) -> Command {
    let mut command = cargo();
    command.args(["build", "--release", "--package", "rollcall", "--bin", "rollcall", "--target", target]);
    if target.ends_with("-linux-musl") {
        // The toolchain's own linker: the machine's may know no such target.
        let name = target.to_uppercase().replace('-', "_");
        command.env(format!("CARGO_TARGET_{name}_LINKER"), "rust-lld");
    }
    command
}

fn archive(system: &str) -> Result<PathBuf> {
    let windows = system.contains("-windows-");
    let program = if windows { "rollcall.exe" } else { "rollcall" };
    let place = target().join(system).join("release").join(program);
    if system == own()? {
        let told = Command::new(&place).arg("--version").output().context("what was built does not run")?;
        let told = String::from_utf8_lossy(&told.stdout).trim().to_owned();
        ensure!(told == format!("rollcall {VERSION}"), "what was built calls itself '{told}'");
    }
    let mut archive = Archive::new(&format!("rollcall-{VERSION}-{system}"));
    archive.add(program, &fs::read(place)?, true);
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"] {
        archive.add(name, &fs::read(root().join(name))?, false);
    }
    archive.add(notices::NAME, notices::text("rollcall", system)?.as_bytes(), false);
    if windows { archive.zip(&dist()) } else { archive.tar_gz(&dist()) }
}

/// The target of this machine.
fn own() -> Result<String> {
    let told = rustc(&["-vV"])?;
    told.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .context("rustc does not say what it runs on")
}

/// Is the standard library for a target there?
fn has_library(target: &str) -> Result<bool> {
    let place = rustc(&["--print", "target-libdir", "--target", target])?;
    let names = fs::read_dir(place.trim()).into_iter().flatten().flatten();
    Ok(names.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
}

fn rustc(arguments: &[&str]) -> Result<String> {
    let program = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::null())
        .output()
        .context("rustc cannot be started")?;
    if !output.status.success() {
        bail!("rustc {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8(output.stdout)?)
}
