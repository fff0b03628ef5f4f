//! `cargo xtask build`: the page, ready for any static host, in `dist/site`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::flags::Flags;
use crate::process::{answers, run as run_child, say};
use crate::{cargo, root, stamp, target};

/// The target that the browser runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    let profile = flags.value("--profile")?.unwrap_or_else(|| "wasm".to_owned());
    flags.done()?;
    site(&profile).map(drop)
}

/// Builds the page and gives the folder it lies in.
pub(crate) fn site(profile: &str) -> Result<PathBuf> {
    say("building the page");
    let module = module(profile)?;
    let site = root().join("dist/site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    copy(&root().join("www"), &site)?;
    // That is of the page as one file.
    fs::remove_dir_all(site.join("single"))?;
    generated(&site)?;
    let mut bindgen = bindgen(&module, profile);
    // Off, so that the glue finds the module beside itself. The library's default is on.
    bindgen.omit_default_module_path(false).web(true)?;
    bindgen.generate(&site).context("the glue between page and module cannot be made")?;
    stamp::stamp(&site)?;

    for name in ["app_bg.wasm", "app.js"] {
        let bytes = fs::metadata(site.join(name))?.len();
        say(&format!("dist/site/{name}: {} kB", bytes.div_ceil(1000)));
    }
    Ok(site)
}

/// Compiles the core for the browser, and gives the module as the compiler leaves it.
pub(crate) fn module(profile: &str) -> Result<PathBuf> {
    bring_target()?;
    run_child(
        cargo().args(["build", "--lib", "--package", "rollcall", "--target", WASM, "--profile", profile]),
        Duration::from_mins(25),
    )?;
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(target().join(WASM).join(folder).join("rollcall.wasm"))
}

/// What makes the glue between JavaScript and the module.
pub(crate) fn bindgen(module: &Path, profile: &str) -> Bindgen {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("app")
        .typescript(false)
        .remove_name_section(profile != "dev")
        .remove_producers_section(true);
    bindgen
}

/// Writes the scripts that come from elsewhere: the version, and the styles as a module, because a shadow root links to
/// nothing.
pub(crate) fn generated(folder: &Path) -> Result<()> {
    let styles = fs::read_to_string(root().join("www/rollcall.css"))?;
    // A text of JSON is one of JavaScript, too.
    let script = |value: &str| serde_json::Value::from(value).to_string();
    let styles = format!("// Made of rollcall.css.\nexport default {};\n", script(&styles));
    fs::write(folder.join("styles.js"), styles)?;
    let version = format!("export const version = {};\n", script(env!("CARGO_PKG_VERSION")));
    fs::write(folder.join("version.js"), version)?;
    Ok(())
}

/// Makes sure that the compiler can build for the browser.
pub(crate) fn bring_target() -> Result<()> {
    if installed() || !answers("rustup", "--version") {
        return Ok(());
    }
    say(&format!("adding the target {WASM} (rustup target add)"));
    run_child(
        std::process::Command::new("rustup").args(["target", "add", WASM]).current_dir(root()),
        Duration::from_mins(10),
    )
}

fn installed() -> bool {
    let output = std::process::Command::new("rustup")
        .args(["target", "list", "--installed"])
        .current_dir(root())
        .output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|line| line == WASM))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
