//! `cargo xtask bench browser`: the page in Chromium. Wall time from the choice of a file until its summary stands there, with
//! one worker and with several; how much of the file was read when the first findings stood on the screen; and tasks of
//! the main thread that are longer than 50 ms while records are scrolled and typed in.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Plan;
use super::programs::Node;
use crate::process::{answers, output, say};
use crate::sample::large::{DOMAIN, Form};
use crate::{build, root, serve, test};

const LIMIT: Duration = Duration::from_hours(1);

pub(super) fn run(plan: &Plan) -> Result<()> {
    let people = plan.people.unwrap_or(1_000_000);
    let file = plan.file(people, Form::OktaCsv)?;
    let told = on_page(plan, "drop", &file)?;
    let number = |name: &str| told[name].as_f64().unwrap_or_default();
    let workers = plan.workers;
    println!("\nbrowser: {people} people, {} runs in turn; wall time, medians", plan.runs);
    println!("  one worker                       {:>8.0} ms", number("one"));
    println!(
        "  {workers} workers                        {:>8.0} ms   {:.2} × the speed of one (asked 1.6 on two cores, reach for {workers})",
        number("several"),
        number("one") / number("several"),
    );
    if told["honoured"] != Value::Bool(true) {
        println!("    the page started {} worker(s) when {workers} were asked for", told["started"]);
    }
    println!(
        "  first findings on screen after {:.1} % of the file (asked: before 5 %), {:.0} ms",
        number("share") * 100.0,
        number("first"),
    );
    println!("  the main thread's longest task (asked: none over 50 ms), and how many were over");
    for act in ["reading", "scrolling", "jumping", "typing", "finding"] {
        match (told[act]["longest"].as_f64(), told[act]["over"].as_u64()) {
            (Some(longest), Some(over @ 1..)) => println!("    {act:30} {longest:>8.0} ms {over:>4}"),
            _ => println!("    {act:30}     none"),
        }
    }
    Ok(())
}

/// Opens the page, and lets `benches/browser/page.mjs` act on it. Gives what that tells.
pub(super) fn on_page(plan: &Plan, act: &str, file: &Path) -> Result<Value> {
    let site = if plan.built { root().join("dist/site") } else { build::site("wasm")? };
    ensure!(site.join("app_bg.wasm").is_file(), "there is no page in dist/site: cargo xtask build");
    served(&site, |address| {
        let mut script = Node::script("browser/page.mjs");
        script.args([act, address]).arg(chromium()?).arg(file).arg(DOMAIN);
        script.args([plan.runs.to_string(), plan.workers.to_string()]);
        told(&mut script)
    })
}

/// Serves a folder meanwhile.
pub(super) fn served<T>(site: &Path, act: impl FnOnce(&str) -> Result<T>) -> Result<T> {
    let (server, address) = serve::listen(0)?;
    std::thread::scope(|scope| {
        scope.spawn(|| serve::answer(&server, site));
        let done = act(&format!("http://{address}/"));
        server.unblock();
        done
    })
}

pub(super) fn chromium() -> Result<std::path::PathBuf> {
    ensure!(answers("node", "--version"), "Node is not installed; install Node 20 or later");
    test::bring_packages()?;
    test::find_chromium().context("Chromium is not installed; ROLLCALL_CHROMIUM may say where it is")
}

/// Runs a script, and reads what it tells on its last line.
pub(super) fn told(script: &mut Command) -> Result<Value> {
    say("in the browser");
    let text = output(script, LIMIT)?;
    let last = text.lines().last().context("the script tells nothing")?;
    serde_json::from_str(last).context("the script tells no JSON")
}
