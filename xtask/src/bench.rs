//! `cargo xtask bench`: speed as ratios to what is run beside it, and the size of what people take.
//!
//! Nothing here is a test of time. Sizes have a budget, which continuous integration holds them to.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::flags::Flags;
use crate::process::{run as run_child, say};
use crate::{cargo, root, sample};

/// What the page does without until somebody asks for it: the parts of the element and of the package.
const LATER: [&str; 6] = ["core.js", "define.js", "element.js", "entries.js", "styles.js", "version.js"];

/// What begins like this are parts of the module: other views, and what is done with a check once it stands. The page brings
/// them in when it has time. The start page and a check through to the review do without them.
const PARTS: [&str; 2] = ["split_", "chunk_"];

/// Most bytes of what the page needs at first, compressed with brotli, and of the page as one file. They are where things
/// stand, so that nothing grows unseen; what is asked is 350 kB.
const FIRST: u64 = 600_000;
const SINGLE: u64 = 2_000_000;

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    match flags.word().as_deref() {
        Some("sizes") => {
            flags.done()?;
            sizes()
        }
        Some("native") => {
            let people = flags.value("--people")?.unwrap_or(1_000_000);
            let runs = flags.value("--runs")?.unwrap_or(5);
            flags.done()?;
            native(people, runs)
        }
        _ => bail!("say what to measure: sizes, or native [--people N] [--runs N]"),
    }
}

/// The size of every shipped file that was built, raw and compressed. Fails past a budget.
pub(crate) fn sizes() -> Result<()> {
    let site = root().join("dist/site");
    ensure!(site.join("app_bg.wasm").is_file(), "there is no page in dist/site: cargo xtask build");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&site)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|path| path.is_file());
    files.sort();
    println!("{:28} {:>10} {:>10}", "file", "raw", "brotli");
    let mut first = 0;
    for path in &files {
        let name = name(path);
        let (raw, packed) = packed(path)?;
        let later = LATER.contains(&name.as_str()) || PARTS.iter().any(|part| name.starts_with(part));
        first += if later { 0 } else { packed };
        println!("{name:28} {raw:>10} {packed:>10}{}", if later { "  later" } else { "" });
    }
    println!("{:28} {:>10} {first:>10}  at most {FIRST}", "what the page needs at first", "");
    ensure!(first <= FIRST, "what the page needs at first has outgrown its budget");
    let single = root().join("dist/rollcall.html");
    if single.is_file() {
        let raw = fs::metadata(&single)?.len();
        println!("{:28} {raw:>10} {:>10}  at most {SINGLE}", "rollcall.html", "");
        ensure!(raw <= SINGLE, "the page as one file has outgrown its budget");
    }
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Bytes as they are, and compressed as a host would compress files once.
fn packed(path: &Path) -> Result<(u64, u64)> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok((bytes.len() as u64, out.len() as u64))
}

/// `rollcall check` beside the floor, on the same file: CPU time of each, run in turn.
fn native(people: u32, runs: usize) -> Result<()> {
    let limit = Duration::from_mins(20);
    say("building both with optimisation");
    let mut build = cargo();
    build.args([
        "build",
        "--release",
        "--package",
        "rollcall",
        "--bin",
        "rollcall",
        "--package",
        "floor",
        "--bin",
        "floor",
    ]);
    run_child(&mut build, limit)?;
    let file = sample::written(people)?;
    let megabytes = fs::metadata(&file)?.len() / 1_000_000;
    let release = root().join("target/release");
    let check = || {
        let mut command = Command::new(release.join("rollcall"));
        command.arg("check").arg(&file);
        command.args(["--domain", sample::DOMAIN, "--fail-on", "never", "--format", "text"]);
        command
    };
    let floor = || {
        let mut command = Command::new(release.join("floor"));
        command.arg(&file);
        command
    };
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for _ in 0..runs.max(1) {
        other.push(cpu(floor())?);
        own.push(cpu(check())?);
    }
    let (own, other) = (median(own), median(other));
    println!("{people} people, {megabytes} MB, {runs} runs in turn; CPU time, medians");
    println!("  csv crate, reading alone   {:>8.0} ms", other * 1000.0);
    println!(
        "  rollcall check             {:>8.0} ms  {:.2} × the floor (asked 0.65)",
        own * 1000.0,
        other / own
    );
    Ok(())
}

/// Seconds of CPU, user and system, that a child takes.
fn cpu(mut command: Command) -> Result<f64> {
    let before = spent()?;
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    ensure!(status.success(), "a child of the bench failed");
    Ok(spent()? - before)
}

/// Seconds of CPU that children have taken so far.
#[cfg(unix)]
fn spent() -> Result<f64> {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    #[allow(clippy::cast_precision_loss, reason = "microseconds of minutes")]
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    Ok(seconds(usage.user_time()) + seconds(usage.system_time()))
}

#[cfg(not(unix))]
fn spent() -> Result<f64> {
    bail!("CPU time is measured on Unix only")
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
