//! `cargo xtask ci`: what continuous integration runs, in the same order.

use std::time::Duration;

use anyhow::Result;

use crate::build::{WASM, bring_target};
use crate::flags::Flags;
use crate::process::{run as run_child, say};
use crate::{bench, cargo, test};

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    flags.done()?;
    lints()?;
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
    say("lints of what only the browser runs");
    run_child(
        cargo().args([
            "clippy",
            "--package",
            "rollcall-web",
            "--lib",
            "--target",
            WASM,
            "--",
            "-D",
            "warnings",
        ]),
        limit,
    )
}
