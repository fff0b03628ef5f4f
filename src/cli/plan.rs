//! `rollcall plan`.

use std::io::Write;
use std::path::PathBuf;

use super::arguments::{InputArguments, PlanArguments, PlanFormat};
use super::output::{self, Output};
use super::{Failure, check, files};
use crate::check::Check;
use crate::plan::{Action, Plan, Planning, Side, json};
use crate::report::on_line;
use crate::settings::Settings;

/// Plans, and says whether the guard on deactivations is exceeded.
pub(super) fn run(arguments: &PlanArguments) -> Result<bool, Failure> {
    let settings = check::settings(&arguments.company)?;
    let (before, after) = sides(arguments)?;
    if arguments.format == PlanFormat::Scim && !arguments.only.is_empty() {
        let message = "--only lists people of text and json; requests are written for everyone";
        return Err(Failure(message.to_owned()));
    }
    if arguments.cut_over && before.is_none() {
        let message = "--cut-over asks for both: --before with the people of the old app, --after with those of the new one";
        return Err(Failure(message.to_owned()));
    }
    let inputs: Vec<&InputArguments> = before.iter().chain([&after]).collect();
    let standard = inputs.iter().flat_map(|side| &side.files).chain(&after.said.members);
    if standard.filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure("standard input (-) can be named only once".to_owned()));
    }
    if before.is_some() && after.said.members.iter().any(|path| path.as_os_str() == "-") {
        let message = "the people already in Gong are read for both sides, so name their file: standard input can be read once only";
        return Err(Failure(message.to_owned()));
    }
    let mut out = Output::open(&arguments.output, &arguments.company, &inputs)?;
    let plan = read(&settings, before.as_ref(), &after)?;
    let options = json::Options { actions: actions(&arguments.only), cut_over: arguments.cut_over };
    match arguments.format {
        PlanFormat::Text => {
            output::written(out.write_all(output::plain(&plan.text(&options)).as_bytes()))?;
        }
        PlanFormat::Json => {
            let mut writing = plan.json(options);
            let mut ready = Vec::new();
            loop {
                let more = writing.more(&mut ready);
                output::written(out.write_all(&ready))?;
                ready.clear();
                if !more {
                    break;
                }
            }
        }
        PlanFormat::Scim => scim(&plan, &mut out)?,
    }
    out.finish()?;
    let guard = plan.guard();
    if guard.exceeded {
        eprintln!(
            "rollcall: {:.2} % of the people active before would be deactivated; the guard allows {:.2} %",
            guard.deactivate_share * 100.0,
            guard.limit * 100.0
        );
    }
    Ok(guard.exceeded)
}

fn scim(plan: &Plan, out: &mut impl Write) -> Result<(), Failure> {
    let mut requests = plan.requests();
    let mut ready = Vec::new();
    loop {
        let more = requests.more(&mut ready);
        output::written(out.write_all(&ready))?;
        ready.clear();
        if !more {
            break;
        }
    }
    let unclear = requests.unclear();
    if unclear > 0 {
        let people = if unclear == 1 { "person shares" } else { "people share" };
        eprintln!(
            "rollcall: {unclear} {people} a user name with someone else in Gong; no request tells them apart, so none is written for them"
        );
    }
    for (attribute, count) in requests.left_out() {
        let people = if count == 1 { "person" } else { "people" };
        eprintln!(
            "rollcall: {} of {count} {people} is left out: no source tells its SCIM name",
            attribute.name()
        );
    }
    Ok(())
}

fn actions(names: &[super::arguments::PlanAction]) -> Vec<Action> {
    names.iter().map(|name| Action::from(*name)).collect()
}

/// The arguments of either side: each flag goes to the side that has its file.
fn sides(arguments: &PlanArguments) -> Result<(Option<InputArguments>, InputArguments), Failure> {
    let given = &arguments.said;
    let side = |own: &[PathBuf]| -> InputArguments {
        let of = |flags: &[String]| {
            let flags = flags.iter().filter(|flag| files::names(own.iter().chain(&given.members), flag));
            flags.cloned().collect()
        };
        InputArguments {
            files: own.to_vec(),
            said: super::arguments::SaidArguments {
                members: given.members.clone(),
                shape: of(&given.shape),
                delimiter: of(&given.delimiter),
                encoding: of(&given.encoding),
                group: of(&given.group),
                sheet: of(&given.sheet),
            },
        }
    };
    let all = || arguments.before.iter().chain(&arguments.after).chain(&given.members);
    for (name, flags) in [
        ("--shape", &given.shape),
        ("--delimiter", &given.delimiter),
        ("--encoding", &given.encoding),
        ("--group", &given.group),
        ("--sheet", &given.sheet),
    ] {
        if let Some(flag) = flags.iter().find(|flag| !files::names(all(), flag)) {
            return Err(files::names_none(name, flag));
        }
    }
    let before = (!arguments.before.is_empty()).then(|| side(&arguments.before));
    Ok((before, side(&arguments.after)))
}

/// Reads both sides twice: to check them, and for the values that change.
fn read(
    settings: &Settings,
    before: Option<&InputArguments>,
    after: &InputArguments,
) -> Result<Plan, Failure> {
    let side = |arguments: &InputArguments| -> Result<(Check, Vec<files::Input>), Failure> {
        let (check, inputs) = check::read(settings.clone(), arguments, files::Keep::Everything)?;
        for message in check.scope_notes() {
            eprintln!("rollcall: {}", on_line(message));
        }
        Ok((check, inputs))
    };
    let (before, inputs_before) = before.map(side).transpose()?.unzip();
    let (after, inputs_after) = side(after)?;
    let mut planning = Planning::new(before, after);
    while let Some((side, number)) = planning.wants() {
        let inputs = match (side, &inputs_before) {
            (Side::Before, Some(inputs)) => inputs,
            _ => &inputs_after,
        };
        let Some(input) = inputs.get(number as usize) else { break };
        input.read(|portion| Ok(planning.push(portion)?))?;
        planning.end()?;
    }
    Ok(planning.finish())
}
