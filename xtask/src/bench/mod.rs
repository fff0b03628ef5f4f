//! `cargo xtask bench`: speed as ratios to what is run beside it, and the size of what people take.
//!
//! Nothing here is a test of time. Sizes have a budget, which continuous integration holds them to. One file per measure.

mod browser;
mod growth;
mod huge;
mod json;
mod measure;
mod native;
mod peers;
mod programs;
mod sizes;
mod start;
mod truth;
mod wasm;

use anyhow::{Result, bail};

use crate::flags::Flags;
use crate::sample::large::{self, Company, Form};

use measure::Taken;
pub(crate) use sizes::sizes;

/// What is asked of a measure.
type Measure = fn(&Plan) -> Result<()>;

const MEASURES: &[(&str, Measure)] = &[
    ("truth", truth::run),
    ("native", native::run),
    ("wasm", wasm::run),
    ("peers", peers::run),
    ("json", json::run),
    ("growth", growth::run),
    ("browser", browser::run),
    ("start", start::run),
];

const USAGE: &str =
    "say what to measure: sizes, truth, native, wasm, peers, json, growth, browser, start, huge, or all";

/// How much is measured.
struct Plan {
    /// People of the company; without them every measure takes those it is asked for.
    people: Option<u64>,
    runs: usize,
    seed: u64,
    faults: f64,
    /// Bytes of a note in every row of a table.
    note: usize,
    /// Workers on one file, in the browser.
    workers: u32,
    /// Size of the huge file.
    gigabytes: u64,
    /// Takes the module, the page and the programs as they were built last.
    built: bool,
    /// Ten million people, too.
    far: bool,
}

impl Plan {
    /// The sizes to measure at.
    fn sizes(&self, asked: &[u64]) -> Vec<u64> {
        self.people.map_or_else(|| asked.to_vec(), |people| vec![people])
    }

    fn company(&self, people: u64, form: Form) -> Company {
        Company { people, seed: self.seed, faults: self.faults, form, note: self.note }
    }

    /// A company's export in `target/bench`.
    fn file(&self, people: u64, form: Form) -> Result<std::path::PathBuf> {
        large::written(self.company(people, form))
    }
}

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    let what = flags.word().unwrap_or_default();
    // Of the bench itself: what runs a program and notes what it took.
    if what == "child" {
        return measure::child(&flags.rest());
    }
    let plan = Plan {
        people: flags.value("--people")?,
        runs: flags.value("--runs")?.unwrap_or(5),
        seed: flags.value("--seed")?.unwrap_or(7),
        faults: flags.value("--faults")?.unwrap_or(0.05),
        note: flags.value("--note")?.unwrap_or(0),
        workers: flags.value("--workers")?.unwrap_or(2),
        gigabytes: flags.value("--gigabytes")?.unwrap_or(2),
        built: flags.has("--built"),
        far: flags.has("--far"),
    };
    flags.done()?;
    match what.as_str() {
        "sizes" => sizes(),
        "huge" => huge::run(&plan),
        "all" => MEASURES.iter().try_for_each(|(_, measure)| measure(&plan)),
        _ => match MEASURES.iter().find(|(name, _)| *name == what) {
            Some((_, measure)) => measure(&plan),
            None => bail!(USAGE),
        },
    }
}

/// Says what is measured now.
fn head(what: &str, people: u64, file: &std::path::Path, runs: usize) -> Result<()> {
    let megabytes = std::fs::metadata(file)?.len() / 1_000_000;
    println!(
        "\n{what}: {people} people, {megabytes} MB, {runs} runs in turn; CPU time (user and system), medians"
    );
    Ok(())
}

/// A line of what was taken. `ratio` is told with what is asked of it.
fn line(name: &str, taken: &Taken, ratio: Option<(f64, &str)>) {
    let (cpu, peak) = (taken.cpu * 1000.0, taken.peak / 1e6);
    print!("  {name:46} {cpu:>8.0} ms {peak:>6.0} MB");
    if let Some((ratio, asked)) = ratio {
        print!("   {ratio:>6.2} × {asked}");
    }
    println!();
}

/// Bytes that a number of rows may take of the module's memory: what is asked, and what is reached for.
#[allow(clippy::cast_precision_loss, reason = "rows by the million")]
fn memory(told: f64, rows: u64) {
    let rows = rows as f64;
    let allowed = |a_row: f64| 8.0 * 1024.0 * 1024.0 + a_row * rows;
    println!(
        "    the module's memory: {:.1} MiB, {:.0} B a row beyond 8 MiB; {:.2} × what is asked (8 MiB + 160 B a row; reach for 110)",
        told / (1024.0 * 1024.0),
        ((told - allowed(0.0)) / rows).max(0.0),
        told / allowed(160.0),
    );
}
