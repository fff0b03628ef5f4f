//! `cargo xtask bench huge`: a file of gigabytes, on the command line and in a worker of the browser. It is asked for by
//! name only, and made when it is not there.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::Value;

use super::measure::in_turn;
use super::programs::Native;
use super::{Plan, browser, line};
use crate::sample::large::{Form, truth_beside};

/// Bytes of a note, so that few people make a large file.
const NOTE: usize = 10_000;

pub(super) fn run(plan: &Plan) -> Result<()> {
    let native = Native::built(plan)?;
    let note = if plan.note == 0 { NOTE } else { plan.note };
    let people = plan.people.unwrap_or(plan.gigabytes * 1_000_000_000 / (note as u64 + 260));
    let plan = Plan { note, runs: 1, ..*plan };
    let file = plan.file(people, Form::OktaCsv)?;
    println!("\nhuge: {people} people, {} MB", fs::metadata(&file)?.len() / 1_000_000);
    let all = in_turn(1, &[&|| native.floor(&file), &|| native.check(&file, "text")])?;
    line("csv crate, reading alone (the floor)", &all[0], None);
    let ratio = all[0].cpu / all[1].cpu;
    line("rollcall check, text (reads twice)", &all[1], Some((ratio, "the floor's speed")));
    let told = browser::on_page(&plan, "huge", &file)?;
    let truth: Value = serde_json::from_slice(&fs::read(truth_beside(&file))?)?;
    let digits: String =
        told["headline"].as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    ensure!(
        digits.starts_with(&truth["imported"].to_string()),
        "the page does not count who arrives as it was put in"
    );
    let seconds = told["several"].as_f64().unwrap_or_default() / 1000.0;
    println!("  in the browser {seconds:.1} s (wall); the page says: {}", told["headline"]);
    Ok(())
}
