//! `rollcall check`.

use std::io::Write;

use super::arguments::{CheckArguments, CompanyArguments, FailOn, Format};
use super::output::Output;
use super::{Failure, files, output};
use crate::check::Check;
use crate::report::json::Options;
use crate::report::text::Text;
use crate::rules::Severity;
use crate::settings::Settings;

/// Checks, and says whether findings reach `--fail-on`.
pub(super) fn run(arguments: &CheckArguments) -> Result<bool, Failure> {
    let settings = settings(&arguments.company)?;
    let mut out = Output::open(arguments.output.as_deref(), arguments.force, &arguments.files)?;
    let inputs = files::open(arguments)?;
    let check = files::check(settings, arguments, &inputs)?;
    for message in notices(&check) {
        eprintln!("rollcall: {}", output::plain(&message));
    }
    match arguments.format {
        Format::Json => json(&check, arguments, &inputs, &mut out)?,
        Format::Text => text(&check, &inputs, &mut out)?,
    }
    out.finish()?;
    Ok(match arguments.fail_on {
        FailOn::Error => check.has_findings(Severity::Error),
        FailOn::Warning => check.has_findings(Severity::Warning),
        FailOn::Notice => check.has_findings(Severity::Notice),
        FailOn::Never => false,
    })
}

/// Settings from the file, then from the flags.
pub(super) fn settings(arguments: &CompanyArguments) -> Result<Settings, Failure> {
    let mut settings = match &arguments.settings {
        None => Settings::default(),
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|error| Failure(format!("{}: {error}", path.display())))?;
            Settings::from_json(&text).map_err(|refused| Failure(format!("{}: {refused}", path.display())))?
        }
    };
    if let Some(source) = &arguments.source {
        settings.set_source(source).map_err(|message| Failure(format!("--source: {message}")))?;
    }
    if let Some(domain) = &arguments.domain {
        settings.set_primary_domain(domain).map_err(|message| Failure(format!("--domain: {message}")))?;
    }
    if let Some(zone) = &arguments.default_time_zone {
        settings
            .set_default_time_zone(zone)
            .map_err(|message| Failure(format!("--default-time-zone: {message}")))?;
    }
    Ok(settings)
}

/// What was decided about the files and might surprise.
fn notices(check: &Check) -> Vec<String> {
    let mut notices: Vec<String> = check
        .encodings()
        .filter(|(_, encoding)| *encoding == "windows-1252")
        .map(|(name, _)| {
            format!("{name} is no UTF-8; it is read as Windows-1252 (--encoding says otherwise)")
        })
        .collect();
    notices.extend(check.not_applied());
    notices
}

fn json(
    check: &Check,
    arguments: &CheckArguments,
    inputs: &[files::Input],
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut report = check.report(Options { profiles: arguments.profiles });
    let mut ready = Vec::new();
    let out = std::cell::RefCell::new(out);
    let mut state = (&mut report, &mut ready);
    files::again(
        inputs,
        &mut state,
        |(report, _)| report.wants(),
        |(report, ready), portion| {
            report.push(portion, ready)?;
            output::written(out.borrow_mut().write_all(ready))?;
            ready.clear();
            Ok(())
        },
        |(report, ready)| Ok(report.end(ready)?),
    )?;
    report.finish(&mut ready);
    output::written(out.into_inner().write_all(&ready))
}

fn text(check: &Check, inputs: &[files::Input], out: &mut impl Write) -> Result<(), Failure> {
    let mut text = Text::new(check);
    files::again(
        inputs,
        &mut text,
        Text::wants,
        |text, portion| Ok(text.push(portion)?),
        |text| Ok(text.end()?),
    )?;
    output::written(out.write_all(output::plain(&text.finish()).as_bytes()))
}
