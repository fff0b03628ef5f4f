//! What a program takes: CPU time, peak memory and wall time, and their medians over runs in turn.
//!
//! The system tells CPU time and peak memory of children that have ended, of all of them together. So every program
//! runs under a fresh process of ours that has no other child.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::process::{output, status};
use crate::target;

/// What one program took. Seconds and bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken {
    /// User and system time, of all its threads.
    pub(super) cpu: f64,
    pub(super) wall: f64,
    /// Most memory that was resident at a time.
    pub(super) peak: f64,
    /// What the program told of itself: the last line of its output, if that is JSON.
    pub(super) told: Value,
}

impl Taken {
    /// A number that the program told; 0 if it told none.
    pub(super) fn number(&self, name: &str) -> f64 {
        self.told[name].as_f64().unwrap_or_default()
    }
}

/// Longest that one run may take.
const LIMIT: Duration = Duration::from_hours(1);

/// Runs programs in turn, `runs` times each, and gives the medians of each.
pub(super) fn in_turn(runs: usize, programs: &[&dyn Fn() -> Command]) -> Result<Vec<Taken>> {
    let mut all: Vec<Vec<Taken>> = vec![Vec::new(); programs.len()];
    for _ in 0..runs.max(1) {
        for (taken, program) in all.iter_mut().zip(programs) {
            taken.push(taken_by(&program())?);
        }
    }
    Ok(all.into_iter().map(|taken| typical(&taken)).collect())
}

/// Each number's median, by itself.
fn typical(all: &[Taken]) -> Taken {
    let of = |get: &dyn Fn(&Taken) -> f64| median(all.iter().map(get).collect());
    let mut told = all[0].told.clone();
    if let Value::Object(members) = &mut told {
        for (name, value) in members.iter_mut().filter(|(_, value)| value.is_number()) {
            *value = of(&|taken| taken.number(name)).into();
        }
    }
    Taken { cpu: of(&|taken| taken.cpu), wall: of(&|taken| taken.wall), peak: of(&|taken| taken.peak), told }
}

pub(super) fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Runs a program under a process of ours.
fn taken_by(program: &Command) -> Result<Taken> {
    let note = target().join(format!("bench/taken-{}.json", std::process::id()));
    fs::create_dir_all(note.parent().context("it lies in target/bench")?)?;
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bench", "child"]).arg(&note).arg(program.get_program()).args(program.get_args());
    if let Some(folder) = program.get_current_dir() {
        command.current_dir(folder);
    }
    for (name, value) in program.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let text = output(&mut command, LIMIT)?;
    let noted: Value = serde_json::from_slice(&fs::read(&note)?)?;
    fs::remove_file(&note)?;
    let number = |name: &str| noted[name].as_f64().context("what was taken is not noted");
    let told = text.lines().last().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default();
    Ok(Taken { cpu: number("cpu")?, wall: number("wall")?, peak: number("peak")?, told })
}

/// The other side: runs the program, its only child, and notes what it took.
pub(super) fn child(words: &[String]) -> Result<()> {
    let [note, program, arguments @ ..] = words else {
        bail!("say where to note it, and what to run");
    };
    // Progress is drawn on a terminal, and would be measured.
    let said = format!("{note}.said");
    let mut command = Command::new(program);
    command.args(arguments).stderr(File::create(&said)?);
    let begun = Instant::now();
    let ended = status(&mut command, LIMIT)?;
    let wall = begun.elapsed().as_secs_f64();
    let text = fs::read_to_string(&said)?;
    fs::remove_file(&said)?;
    ensure!(ended.success(), "{program} failed ({ended}): {text}");
    let (cpu, peak) = spent()?;
    fs::write(Path::new(note), json!({ "cpu": cpu, "wall": wall, "peak": peak }).to_string())?;
    Ok(())
}

/// Seconds of CPU that children have taken so far, and the most bytes that one of them held.
#[cfg(unix)]
#[allow(clippy::cast_precision_loss, reason = "microseconds of hours, and bytes of gigabytes")]
fn spent() -> Result<(f64, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    // Kilobytes everywhere but on macOS.
    let unit = if cfg!(target_os = "macos") { 1.0 } else { 1024.0 };
    Ok((seconds(usage.user_time()) + seconds(usage.system_time()), usage.max_rss() as f64 * unit))
}

#[cfg(not(unix))]
fn spent() -> Result<(f64, f64)> {
    bail!("CPU time is measured on Unix only")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_of_each_number_by_itself() {
        let taken = |cpu: f64, peak: f64, memory: f64| Taken {
            cpu,
            peak,
            wall: 0.0,
            told: json!({ "memory": memory }),
        };
        let all = typical(&[taken(3.0, 1.0, 7.0), taken(1.0, 2.0, 9.0), taken(2.0, 3.0, 8.0)]);
        assert!((all.cpu - 2.0).abs() < 1e-9 && (all.peak - 2.0).abs() < 1e-9);
        assert!((all.number("memory") - 8.0).abs() < 1e-9);
    }
}
