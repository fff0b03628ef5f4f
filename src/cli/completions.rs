//! `rollcall completions`.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use super::arguments::Arguments;
use super::{Failure, output};

/// Prints what a shell needs to complete commands and flags, made from the same arguments that are parsed.
pub(super) fn run(shell: Shell) -> Result<bool, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "rollcall", &mut text);
    output::written(std::io::stdout().lock().write_all(&text))?;
    Ok(false)
}
