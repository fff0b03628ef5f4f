//! `rollcall fix`.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use super::arguments::{FixArguments, InputArguments, OutputArguments};
use super::output::{self, Output};
use super::{Failure, check, files, redact};
use crate::check::{Check, Rereading};
use crate::cure::{Batch, Carried, MAX_RECIPE, Proposal, Proposing, Recipe, Replay, Replaying, Subject};
use crate::report::on_line;

/// Writes the corrected export, redacted if that is asked for, and says whether a step of the recipe is stale.
pub(super) fn run(arguments: &FixArguments) -> Result<bool, Failure> {
    if arguments.file.as_os_str() == "-" {
        return Err(Failure(
            "standard input cannot be fixed: the corrected export is the file itself, read once more. Name the file"
                .to_owned(),
        ));
    }
    let ending = arguments.output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| ["xlsx", "xlsm", "xlsb", "xls", "ods"].contains(&ending.as_str())) {
        let name = arguments.output.display();
        return Err(Failure(format!(
            "{name}: what is written is no workbook: a sheet comes out as CSV. Name it .csv"
        )));
    }
    let settings = check::settings(&arguments.company)?;
    let recipe = arguments.recipe.as_deref().map(recipe).transpose()?;
    let named = InputArguments { files: vec![arguments.file.clone()], said: arguments.said.clone() };
    let output = OutputArguments { path: Some(arguments.output.clone()), force: arguments.force };
    let held = with_recipe(arguments.recipe.as_deref(), &named);
    let mut out = Output::open(&output, &arguments.company, &[&named, &held])?;
    let changes = recipe.is_some() || arguments.suggestions;
    if arguments.redact && !changes {
        let (check, inputs) = check::read(settings, &named, files::Keep::JustEnough)?;
        redact::write(&check, inputs, &mut out)?;
        out.finish()?;
        return Ok(false);
    }
    let (mut check, inputs) = check::read(settings.clone(), &named, files::Keep::Curable)?;
    let sheet = inputs.first().and_then(files::Input::sheet).map(str::to_owned);
    let mut is_stale = false;
    if let Some(recipe) = recipe {
        let replay = replay(&mut check, &inputs, recipe)?;
        is_stale = replay.stale > 0;
    }
    if arguments.suggestions {
        suggestions(&mut check, &inputs)?;
    }
    let carried = if arguments.redact {
        // What is redacted is the file as it will be, so it is held whole.
        let mut bytes = Vec::new();
        let carried = corrected(&check, &inputs, arguments.utf8, &mut bytes)?;
        let inputs = files::instead(inputs, bytes);
        let check = files::check(settings, &named, &inputs, files::Keep::JustEnough)?;
        redact::write(&check, inputs, &mut out)?;
        carried
    } else {
        corrected(&check, &inputs, arguments.utf8, &mut out)?
    };
    out.finish()?;
    tell(carried, sheet.as_deref(), arguments.redact);
    Ok(is_stale)
}

/// The recipe as an input that nothing is written over.
pub(super) fn with_recipe(recipe: Option<&Path>, inputs: &InputArguments) -> InputArguments {
    InputArguments { files: recipe.map(Path::to_owned).into_iter().collect(), said: inputs.said.clone() }
}

/// Reads a recipe file.
pub(super) fn recipe(path: &Path) -> Result<Recipe, Failure> {
    let failed = |why: String| Failure(format!("{}: {why}", path.display()));
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| failed(files::reason(&error)))?;
    // A byte more than it may have tells that it is too long.
    let read = file.take(MAX_RECIPE as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| failed(files::reason(&error)))?;
    let text =
        String::from_utf8(bytes).map_err(|_| failed("a recipe is UTF-8, and this is not".to_owned()))?;
    Recipe::from_json(&text).map_err(|refused| failed(refused.to_string()))
}

/// Makes a recipe, and tells its stale steps.
pub(super) fn replay(check: &mut Check, inputs: &[files::Input], recipe: Recipe) -> Result<Replay, Failure> {
    let mut replaying = check.replay(recipe);
    files::again(
        inputs,
        &mut replaying,
        Replaying::wants,
        |replaying, portion| Ok(replaying.push(portion)?),
        |replaying| Ok(replaying.end()?),
    )?;
    let (replay, batch) = replaying.finish();
    cure(check, inputs, batch)?;
    for stale in &replay.stale_steps {
        let told = format!("step {} is stale ({}): {}", stale.step, stale.what, stale.why);
        eprintln!("rollcall: {}", on_line(&told));
    }
    eprintln!("rollcall: the recipe has {}, {} of them stale", count(replay.steps, "step"), replay.stale);
    Ok(replay)
}

/// Applies every suggestion that is certain.
pub(super) fn suggestions(check: &mut Check, inputs: &[files::Input]) -> Result<(), Failure> {
    let (proposal, batch) = proposed(check, inputs)?;
    cure(check, inputs, batch)?;
    eprintln!("rollcall: suggestions change {}", count(proposal.changes, "value"));
    Ok(())
}

/// What applying every suggestion would change.
pub(super) fn proposed(check: &Check, inputs: &[files::Input]) -> Result<(Proposal, Batch), Failure> {
    let mut proposing = check.propose(Subject::default());
    files::again(
        inputs,
        &mut proposing,
        Proposing::wants,
        |proposing, portion| Ok(proposing.push(portion)?),
        |proposing| Ok(proposing.end()?),
    )?;
    Ok(proposing.finish())
}

/// Makes changes part of the check, and judges everyone again.
fn cure(check: &mut Check, inputs: &[files::Input], batch: Batch) -> Result<(), Failure> {
    let rows = check.cure(batch)?;
    let mut state = (check.rereading(&rows), check);
    files::again(
        inputs,
        &mut state,
        |(rereading, _)| Rereading::wants(rereading),
        |(rereading, check), portion| Ok(rereading.push(check, portion)?),
        |(rereading, check)| Ok(rereading.end(check)?),
    )?;
    Ok(state.1.judge_again()?)
}

/// Writes the corrected export of the first input.
fn corrected(
    check: &Check,
    inputs: &[files::Input],
    utf8: bool,
    out: &mut impl Write,
) -> Result<Carried, Failure> {
    let mut corrected = check.corrected(0, utf8).map_err(|error| Failure(format!("{error} (--utf8)")))?;
    let mut ready = Vec::new();
    if let Some(input) = inputs.first() {
        input.read(|portion| {
            corrected.push(portion, &mut ready)?;
            output::written(out.write_all(&ready))?;
            ready.clear();
            Ok(())
        })?;
    }
    let carried = corrected.finish(&mut ready)?;
    output::written(out.write_all(&ready))?;
    Ok(carried)
}

/// Says what the file that was written carries.
fn tell(carried: Carried, sheet: Option<&str>, redacted: bool) {
    if let Some(sheet) = sheet {
        eprintln!(
            "rollcall: {}",
            on_line(&format!("the sheet \"{sheet}\" comes out as CSV, its values as the sheet shows them"))
        );
    }
    match carried.changed {
        changed if redacted => {
            eprintln!("rollcall: {} changed before it was redacted", count(changed, "value"));
        }
        0 if sheet.is_some() => eprintln!("rollcall: no value changed"),
        changed if sheet.is_some() => {
            eprintln!("rollcall: {} changed, every other as it was", count(changed, "value"));
        }
        0 => eprintln!("rollcall: no value changed: the file is as it was, byte for byte"),
        changed => eprintln!("rollcall: {} changed, every other byte as it was", count(changed, "value")),
    }
    if carried.left_out > 0 {
        let left = count(carried.left_out, "change");
        eprintln!("rollcall: the file has no column for {left}, which it does not carry");
    }
}

fn count(number: u64, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
