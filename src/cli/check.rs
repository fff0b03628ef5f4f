//! `rollcall check`.

use std::io::Write;

use super::arguments::{CheckArguments, CompanyArguments, FailOn, Format, InputArguments};
use super::output::Output;
use super::{Failure, files, output, redact};
use crate::check::Check;
use crate::report::forms::{Form, Options};
use crate::report::json;
use crate::report::on_line;
use crate::report::text::Text;
use crate::rules::Severity;
use crate::settings::{Scope, ScopeMode, Settings};

/// Checks, and says whether findings reach `--fail-on`.
pub(super) fn run(arguments: &CheckArguments) -> Result<bool, Failure> {
    let settings = settings(&arguments.company)?;
    let mut out = Output::open(&arguments.output, &arguments.company, &[&arguments.inputs])?;
    let (check, inputs) = if arguments.redact {
        read_redacted(settings, &arguments.inputs)?
    } else {
        read(settings, &arguments.inputs, files::Keep::JustEnough)?
    };
    match arguments.format {
        Format::Text => text(&check, &inputs, &mut out)?,
        Format::Json => report(&check, arguments, json::Format::Json, &inputs, &mut out)?,
        Format::Csv => report(&check, arguments, json::Format::Csv, &inputs, &mut out)?,
        Format::Ndjson => findings(&check, arguments, Form::Ndjson, &inputs, &mut out)?,
        Format::Sarif => findings(&check, arguments, Form::Sarif, &inputs, &mut out)?,
        Format::Junit => findings(&check, arguments, Form::Junit, &inputs, &mut out)?,
        Format::Github => findings(&check, arguments, Form::Github, &inputs, &mut out)?,
        Format::Html => findings(&check, arguments, Form::Html, &inputs, &mut out)?,
    }
    out.finish()?;
    let failed = limit(arguments).is_some_and(|limit| check.has_findings(limit));
    // The process ends: the system takes back all at once what would be taken apart piece by piece.
    std::mem::forget(check);
    Ok(failed)
}

/// The severity from which findings count for the exit code.
fn limit(arguments: &CheckArguments) -> Option<Severity> {
    match arguments.fail_on {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Notice => Some(Severity::Notice),
        FailOn::Never => None,
    }
}

/// Reads and judges the files, and tells what might surprise.
pub(super) fn read(
    settings: Settings,
    arguments: &InputArguments,
    keep: files::Keep,
) -> Result<(Check, Vec<files::Input>), Failure> {
    let inputs = files::open(arguments)?;
    let check = files::check(settings, arguments, &inputs, keep)?;
    for message in notices(&check) {
        eprintln!("rollcall: {}", on_line(&message));
    }
    Ok((check, inputs))
}

/// The same of the files with fake people in them.
fn read_redacted(
    settings: Settings,
    arguments: &InputArguments,
) -> Result<(Check, Vec<files::Input>), Failure> {
    let (check, inputs) = read(settings.clone(), arguments, files::Keep::JustEnough)?;
    let inputs = redact::inputs(&check, inputs)?;
    Ok((files::check(settings, arguments, &inputs, files::Keep::JustEnough)?, inputs))
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
    if let Some(scope) = &arguments.scope {
        settings.scope = Some(scope_of(scope)?);
    }
    Ok(settings)
}

/// `everyone`, `appUsers` or `groups=NAME;NAME`.
fn scope_of(text: &str) -> Result<Scope, Failure> {
    let of = |mode| Scope { mode, groups: Vec::new() };
    match (text, text.strip_prefix("groups=")) {
        ("everyone", _) => Ok(of(ScopeMode::Everyone)),
        ("appUsers", _) => Ok(of(ScopeMode::AppUsers)),
        (_, Some(names)) => {
            let names = names.split(';').map(str::trim).filter(|name| !name.is_empty());
            let groups: Vec<String> = names.map(str::to_owned).collect();
            if groups.is_empty() {
                return Err(Failure("--scope: groups= names no group; write groups=NAME;NAME".to_owned()));
            }
            Ok(Scope { mode: ScopeMode::Groups, groups })
        }
        _ => Err(Failure(format!(
            "--scope: \"{text}\" is no scope; known are everyone, appUsers and groups=NAME;NAME"
        ))),
    }
}

/// What was decided about the files and might surprise.
fn notices(check: &Check) -> Vec<String> {
    check
        .guessed()
        .map(|name| format!("{name} is no UTF-8; it is read as Windows-1252 (--encoding says otherwise)"))
        .collect()
}

fn report(
    check: &Check,
    arguments: &CheckArguments,
    format: json::Format,
    inputs: &[files::Input],
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut report = check.report(json::Options { profiles: arguments.profiles, format });
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

fn findings(
    check: &Check,
    arguments: &CheckArguments,
    form: Form,
    inputs: &[files::Input],
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut findings = check.findings_as(Options {
        form,
        show_values: arguments.show_values,
        fail_on: limit(arguments),
        places: files::places(&arguments.inputs),
    });
    let mut ready = Vec::new();
    let out = std::cell::RefCell::new(out);
    let mut state = (&mut findings, &mut ready);
    files::again(
        inputs,
        &mut state,
        |(findings, _)| findings.wants(),
        |(findings, ready), portion| {
            findings.push(portion, ready)?;
            output::written(out.borrow_mut().write_all(ready))?;
            ready.clear();
            Ok(())
        },
        |(findings, ready)| Ok(findings.end(ready)?),
    )?;
    let out = out.into_inner();
    loop {
        let more = findings.more(&mut ready);
        output::written(out.write_all(&ready))?;
        ready.clear();
        if !more {
            return Ok(());
        }
    }
}

fn text(check: &Check, inputs: &[files::Input], out: &mut impl Write) -> Result<(), Failure> {
    let mut text = Text::new(check);
    files::pieces(check, inputs, &text.rows(), |row, bytes| Ok(text.take(row, bytes)?))?;
    output::written(out.write_all(output::plain(&text.finish()).as_bytes()))
}
