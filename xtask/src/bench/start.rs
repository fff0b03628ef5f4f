//! `cargo xtask bench start`: the page's start beside an empty app of Leptos: from the module's first bytes on, and from
//! the address on, until there is something to press; and until the module's own views are there.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Plan;
use super::browser::{chromium, served, told};
use super::programs::Node;
use crate::process::{run as run_child, say};
use crate::{build, cargo, root, target};

pub(super) fn run(plan: &Plan) -> Result<()> {
    let site = if plan.built { root().join("dist/site") } else { build::site("wasm")? };
    let empty = empty_app(plan)?;
    let runs = (plan.runs * 3).to_string();
    let taken: Value = served(&site, |own| {
        served(&empty, |other| {
            let mut script = Node::script("browser/start.mjs");
            told(script.args([own, other]).arg(chromium()?).arg(&runs))
        })
    })?;
    let number = |who: &str, name: &str| taken[who][name].as_f64().unwrap_or_default();
    println!("\nstart of the page: {runs} runs in turn; wall time, medians");
    println!("until there is something to press:");
    for (name, what) in [("module", "from the module on"), ("whole", "from the address on")] {
        let (own, other) = (number("own", name), number("other", name));
        let times =
            if own < 0.0 { "before the module".to_owned() } else { format!("{:.2} × as long", own / other) };
        let asked = if name == "module" { " (asked: at most 2)" } else { "" };
        println!("  {what:24} empty Leptos {other:>6.0} ms   the page {own:>6.0} ms   {times}{asked}");
    }
    let (own, other) = (number("own", "views"), number("other", "views"));
    println!("until the module's views are there:");
    println!(
        "  {:24} empty Leptos {other:>6.0} ms   the page {own:>6.0} ms   {:.2} × as long",
        "from the module on",
        own / other
    );
    Ok(())
}

/// Builds the empty app, and gives the folder it lies in.
fn empty_app(plan: &Plan) -> Result<std::path::PathBuf> {
    let site = target().join("empty-leptos/site");
    if plan.built && site.join("app_bg.wasm").is_file() {
        return Ok(site);
    }
    build::bring_target()?;
    say("building an empty app of Leptos");
    let own_target = target().join("empty-leptos");
    let mut command = cargo();
    command.current_dir(root().join("benches/empty-leptos")).env("CARGO_TARGET_DIR", &own_target);
    command.args(["build", "--release", "--locked", "--target", build::WASM]);
    run_child(&mut command, std::time::Duration::from_mins(30))?;
    fs::create_dir_all(&site)?;
    let module = own_target.join(build::WASM).join("release/empty_leptos.wasm");
    let mut bindgen = build::bindgen(&module, "wasm");
    bindgen.omit_default_module_path(false).web(true)?;
    bindgen.generate(&site).context("the glue of the empty app cannot be made")?;
    fs::write(site.join("start.js"), "import init from \"./app.js\";\ninit();\n")?;
    fs::write(
        site.join("index.html"),
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Empty</title>\n\
         <script type=\"module\" src=\"./start.js\"></script>\n<body></body></html>\n",
    )?;
    Ok(site)
}
