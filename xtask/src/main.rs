//! The workspace's own commands: `cargo xtask COMMAND`. One file per command.

mod bench;
mod build;
mod ci;
mod cli;
#[allow(unreachable_pub, reason = "the tables' generator is a small program of its own")]
mod data;
mod dist;
mod flags;
mod notices;
mod package;
mod parts;
mod process;
mod sample;
mod serve;
mod single;
mod stamp;
mod test;
mod versions;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use flags::Flags;

/// A command: its name, what `cargo xtask help` says of it, and what it does.
type Command = (&'static str, &'static str, fn(&mut Flags) -> Result<()>);

const COMMANDS: &[Command] = &[
    ("build", "[--profile NAME]                build the page into dist/site", build::run),
    ("single", "[--profile NAME]               build the page as one file, dist/rollcall.html", single::run),
    ("serve", "[--port N]                      build, then serve the page on 127.0.0.1", serve::run),
    ("package", "                             build the package for hosts into dist/npm", package::run),
    ("dist", "                                everything that people take, with checksums", dist::run),
    ("test", "                                every test: Rust, and the page in a real browser", test::run),
    (
        "ci",
        "                                  what continuous integration runs: format, lints, dependencies, tests",
        ci::run,
    ),
    (
        "bench",
        "MEASURE [--people N] [--runs N] [--built]   sizes with their budget, or speed beside floors and peers",
        bench::run,
    ),
    (
        "sample",
        "[--people N] [--seed N] [--faults F] [--form okta-csv|okta-json [--note BYTES]] [--output FILE]   write the sample company",
        sample::run,
    ),
    ("data", "[--check]                       make the reference tables anew, or compare them", |flags| {
        data::run(&flags.rest())
    }),
];

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut flags = Flags::new(std::env::args().skip(1));
    let Some(name) = flags.word() else {
        return help();
    };
    if name == "help" {
        return help();
    }
    let Some((_, _, run)) = COMMANDS.iter().find(|command| command.0 == name) else {
        help()?;
        bail!("there is no command '{name}'");
    };
    run(&mut flags)
}

#[allow(clippy::unnecessary_wraps)]
fn help() -> Result<()> {
    for (name, about, _) in COMMANDS {
        println!("cargo xtask {name} {about}");
    }
    Ok(())
}

/// The root of the workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// Where cargo puts what it builds.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The cargo that runs us.
fn cargo() -> std::process::Command {
    let mut command = std::process::Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}
