//! `rollcall fix`.

use super::arguments::{FixArguments, InputArguments, OutputArguments};
use super::output::Output;
use super::{Failure, check, redact};

/// Writes the redacted export of a file.
pub(super) fn run(arguments: &FixArguments) -> Result<bool, Failure> {
    if arguments.file.as_os_str() == "-" {
        return Err(Failure("fix reads a file twice, so standard input (-) cannot be fixed".to_owned()));
    }
    if !arguments.redact {
        return Err(Failure("there is nothing to do: say --redact".to_owned()));
    }
    let settings = check::settings(&arguments.company)?;
    let inputs = InputArguments {
        files: vec![arguments.file.clone()],
        members: Vec::new(),
        shape: arguments.shape.clone(),
        delimiter: arguments.delimiter.clone(),
        encoding: arguments.encoding.clone(),
        group: arguments.group.clone(),
    };
    let output = OutputArguments { path: Some(arguments.output.clone()), force: arguments.force };
    let mut out = Output::open(&output, &inputs)?;
    let (check, inputs) = check::read(settings, &inputs)?;
    redact::write(&check, inputs, &mut out)?;
    out.finish()?;
    Ok(false)
}
