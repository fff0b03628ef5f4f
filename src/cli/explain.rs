//! `rollcall explain`.

use std::io::Write;

use super::arguments::ExplainArguments;
use super::output::{self, Output};
use super::{Failure, check, files};
use crate::report::explain::Explanation;
use crate::report::on_line;

/// Explains one person, and says whether there was nobody to explain.
pub(super) fn run(arguments: &ExplainArguments) -> Result<bool, Failure> {
    let settings = check::settings(&arguments.company)?;
    let mut out = Output::open(&arguments.output, &arguments.company, &[&arguments.inputs])?;
    let (check, inputs) = check::read(settings, &arguments.inputs, files::Keep::JustEnough)?;
    let people = check.find(&arguments.who);
    if people.is_empty() {
        eprintln!("rollcall: nobody here has the email, user name or id \"{}\"", on_line(&arguments.who));
        return Ok(true);
    }
    let mut explanation = check.explain(people);
    files::again(
        &inputs,
        &mut explanation,
        Explanation::wants,
        |explanation, portion| Ok(explanation.push(portion)?),
        |explanation| Ok(explanation.end()?),
    )?;
    output::written(out.write_all(output::plain(&explanation.finish()).as_bytes()))?;
    out.finish()?;
    Ok(false)
}
