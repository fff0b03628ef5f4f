//! The command line: arguments in, formats out, and an exit code.
//!
//! Data goes to stdout, everything else to stderr. Exit codes: 0 nothing at or above `--fail-on`,
//! 1 findings or a stale step of a recipe, 2 bad usage or unreadable input, 3 an internal fault.

mod arguments;
mod check;
mod completions;
mod explain;
mod files;
mod fix;
mod output;
mod plan;
mod redact;
mod rules;
mod schema;
mod source;
mod workbook;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

use crate::report::on_line;

/// What ends a command early, with its message for people.
#[derive(Debug)]
struct Failure(String);

impl From<crate::Error> for Failure {
    fn from(error: crate::Error) -> Failure {
        Failure(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure(error.to_string())
    }
}

const FINDINGS: u8 = 1;
const UNUSABLE: u8 = 2;
const FAULT: u8 = 3;

/// Runs the command line.
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(|fault| {
        // Values of people have no place in a message that may be sent on: the place in the code has.
        let place = fault
            .location()
            .map_or_else(String::new, |place| format!(" ({}:{})", place.file(), place.line()));
        eprintln!("rollcall: an internal fault; this is a mistake of the program, not of your file{place}");
        std::process::exit(i32::from(FAULT));
    }));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are asked for; everything else is bad usage.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(UNUSABLE) } else { ExitCode::SUCCESS };
        }
    };
    let outcome = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Source(arguments) => source::run(&arguments),
        Command::Plan(arguments) => plan::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Schema(arguments) => schema::run(arguments.kind),
        Command::TimeZone(arguments) => rules::time_zone(&arguments),
        Command::Completions(arguments) => completions::run(arguments.shell),
    };
    match outcome {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(FINDINGS),
        Err(Failure(message)) => {
            if !message.is_empty() {
                // Of several files each has its line; no name and no value makes another.
                for message in message.split("\nrollcall: ") {
                    eprintln!("rollcall: {}", on_line(message));
                }
            }
            ExitCode::from(UNUSABLE)
        }
    }
}
