//! `rollcall source`.

use std::fmt::Write as _;
use std::io::Write;

use super::arguments::{SourceArguments, SourceFormat};
use super::output::{self, Output};
use super::{Failure, check, files, fix};
use crate::check::Check;
use crate::cure::{AtSource, Expression, okta_csv, powershell};
use crate::export::Source;
use crate::plan::{Planning, Side};
use crate::report::on_line;
use crate::report::text::number;

/// Writes what cures at the source, and says whether a step of the recipe is stale.
pub(super) fn run(arguments: &SourceArguments) -> Result<bool, Failure> {
    let settings = check::settings(&arguments.company)?;
    let recipe = arguments.recipe.as_deref().map(fix::recipe).transpose()?;
    let held = fix::with_recipe(arguments.recipe.as_deref(), &arguments.inputs);
    let mut out = Output::open(&arguments.output, &arguments.company, &[&arguments.inputs, &held])?;
    let inputs = files::open(&arguments.inputs)?;
    let read = |keep| files::check(settings.clone(), &arguments.inputs, &inputs, keep);
    if arguments.format == SourceFormat::Expression {
        if recipe.is_some() {
            let message = "--recipe goes with okta-csv and powershell: an expression is made of suggestions";
            return Err(Failure(message.to_owned()));
        }
        let check = read(files::Keep::JustEnough)?;
        output::written(out.write_all(expressions(&check, &inputs)?.as_bytes()))?;
        out.finish()?;
        return Ok(false);
    }
    let before = read(files::Keep::Everything)?;
    let mut after = read(files::Keep::Curable)?;
    warn(&after, arguments.format);
    let mut is_stale = false;
    if let Some(recipe) = recipe {
        is_stale = fix::replay(&mut after, &inputs, recipe)?.stale > 0;
    }
    fix::suggestions(&mut after, &inputs)?;
    let mut planning = Planning::of_cures(before, after);
    while let Some((Side::Before | Side::After, input)) = planning.wants() {
        let Some(input) = inputs.get(input as usize) else { break };
        input.read(|portion| Ok(planning.push(portion)?))?;
        planning.end()?;
    }
    let plan = planning.finish();
    let made = if arguments.format == SourceFormat::OktaCsv { okta_csv(&plan) } else { powershell(&plan) };
    output::written(out.write_all(made.text.as_bytes()))?;
    out.finish()?;
    tell(&made);
    Ok(is_stale)
}

/// Says where a format is made for another source than the files come from.
fn warn(check: &Check, format: SourceFormat) {
    let fits = match format {
        SourceFormat::Expression => return,
        SourceFormat::OktaCsv => Source::Okta,
        SourceFormat::Powershell => Source::Entra,
    };
    if check.source().is_some_and(|source| source != fits) {
        eprintln!("rollcall: these files come from another source than this format is for");
    }
}

/// Says what was written and what was not.
fn tell(made: &AtSource) {
    let people = if made.people == 1 { "person" } else { "people" };
    let values = if made.values == 1 { "value" } else { "values" };
    eprintln!("rollcall: {} {values} of {} {people}", number(made.values), number(made.people));
    for (why, count) in &made.left_out {
        let values = if *count == 1 { "value is" } else { "values are" };
        eprintln!("rollcall: {} {values} left out: {why}", number(*count));
    }
}

/// The expressions of all causes, those that cure most first.
fn expressions(check: &Check, inputs: &[files::Input]) -> Result<String, Failure> {
    let (proposal, _) = fix::proposed(check, inputs)?;
    let mut all = proposal.expressions;
    all.sort_by_key(|expression| std::cmp::Reverse(expression.cured));
    let mut text = String::new();
    for expression in &all {
        told(expression, check.source().unwrap_or(Source::Okta), &mut text);
    }
    if all.is_empty() {
        text.push_str("Nothing was found that a mapping could cure.\n");
    }
    Ok(output::plain(&text).into_owned())
}

fn told(expression: &Expression, source: Source, text: &mut String) {
    let values = |count: u64| format!("{} {}", number(count), if count == 1 { "value" } else { "values" });
    if !text.is_empty() {
        text.push('\n');
    }
    let Expression { rule, attribute, cured, left, .. } = expression;
    let _ = writeln!(text, "{}  [{}]  {}", expression.title(), attribute.name(), rule.unwrap_or_default());
    match &expression.text {
        Some(own) => {
            let place = match source {
                Source::Okta => "In Okta, in the mapping to the Gong app",
                Source::Entra => "In Azure AD, in the attribute mapping of the Gong app",
            };
            let stay = if *left > 0 {
                format!("; {} differ from person to person and stay", values(*left))
            } else {
                String::new()
            };
            let _ = writeln!(text, "  {place}. Cures {}{stay}.\n\n    {own}\n", values(*cured));
        }
        None => {
            let _ = writeln!(
                text,
                "  No expression: {} that are too many to name, or differ from person to person.",
                values(*left)
            );
        }
    }
    for example in &expression.examples {
        let _ = writeln!(
            text,
            "    \"{}\" → \"{}\"  {}",
            on_line(&example.before),
            on_line(&example.after),
            number(example.count)
        );
    }
}
