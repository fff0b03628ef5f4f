//! `cargo xtask build`: the page, ready for any static host, in `dist/site`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::Parser;

use crate::flags::Flags;
use crate::process::{answers, run as run_child, say};
use crate::{cargo, notices, root, single, stamp, target};

/// The number of sections that mean nothing to engines.
const CUSTOM: u8 = 0;

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
    let site = root().join("dist/site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    copy(&root().join("www"), &site)?;
    // That is of the page as one file.
    fs::remove_dir_all(site.join("single"))?;
    let (page, first) = (site.join("index.html"), site.join("first.html"));
    let view = fs::read_to_string(&first)?;
    fs::write(&page, single::filled(&fs::read_to_string(&page)?, &[("first", view.trim_end())])?)?;
    fs::remove_file(first)?;
    let mut parts = Parts::default();
    for (what, name) in [(Module::Views, "app"), (Module::Engine, "engine")] {
        let folder = target().join("parts").join(name);
        let made = cut(&module(profile, what)?, &folder)?;
        let mut bindgen = bindgen(&folder.join("main.wasm"), profile);
        // Off, so that the glue finds the module beside itself. The library's default is on.
        // Parts are linked by the table of functions.
        bindgen.out_name(name).omit_default_module_path(false).keep_lld_exports(true).web(true)?;
        bindgen.generate(&site).context("the glue between page and module cannot be made")?;
        for file in made.values().flatten().collect::<BTreeSet<_>>() {
            let place = site.join(file);
            ensure!(!place.exists(), "two modules have a part {file}");
            fs::write(place, bare(&fs::read(folder.join(file))?)?)?;
        }
        parts.of.extend(made);
    }
    generated(&site, &parts)?;
    notices::of_the_page(&site)?;
    stamp::stamp(&site)?;

    for name in ["app_bg.wasm", "app.js", "engine_bg.wasm", "engine.js"] {
        let bytes = fs::metadata(site.join(name))?.len();
        say(&format!("dist/site/{name}: {} kB", bytes.div_ceil(1000)));
    }
    Ok(site)
}

/// What a module holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Module {
    /// Everything, in one piece.
    Whole,
    /// What the page shows, to be cut into parts.
    Views,
    /// What checks files, to be cut into parts.
    Engine,
}

/// Compiles a module for the browser, and gives it as the compiler leaves it.
pub(crate) fn module(profile: &str, what: Module) -> Result<PathBuf> {
    bring_target()?;
    let mut command = cargo();
    command.args(["rustc", "--lib", "--package", "rollcall-web", "--target", WASM, "--profile", profile]);
    let features = match what {
        Module::Whole => None,
        Module::Views => Some("views,parts"),
        Module::Engine => Some("engine,parts"),
    };
    if let Some(features) = features {
        command.args(["--no-default-features", "--features", features, "--", "-Clink-arg=--emit-relocs"]);
    }
    run_child(&mut command, Duration::from_mins(25))?;
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(target().join(WASM).join(folder).join("rollcall_web.wasm"))
}

/// What modules were cut into; nothing where there is one, in one piece.
#[derive(Default)]
pub(crate) struct Parts {
    /// The files of each part, in the order in which they are brought in.
    of: BTreeMap<String, Vec<String>>,
}

impl Parts {
    /// The script that knows where the modules and their parts lie.
    fn script(&self, folder: &Path) -> Result<String> {
        let place = |file: &str| format!("new URL(\"./{file}\", import.meta.url).href");
        let fingerprint = |file: &str| -> Result<String> {
            Ok(BASE64_STANDARD.encode(Sha256::digest(fs::read(folder.join(file))?)))
        };
        // Whoever says where a module lies may be where scripts have no address.
        let module = |file: &str, more: &str| {
            format!("{{\n  name: \"{file}\",\n  get at() {{\n    return {};\n  }},\n{more}}}", place(file))
        };
        let mut text = String::from("// Where the modules lie, and their parts.\n\n");
        // What the page begins with is preloaded, which knows of no fingerprint.
        writeln!(text, "const views = {};", module("app_bg.wasm", ""))?;
        let engine = if self.of.is_empty() {
            "views".to_owned()
        } else {
            let file = "engine_bg.wasm";
            module(file, &format!("  integrity: \"sha256-{}\",\n", fingerprint(file)?))
        };
        writeln!(
            text,
            "const engine = {engine};\n\nexport const modules = {{ views, engine }};\n\nexport const parts = {{"
        )?;
        for (part, files) in &self.of {
            writeln!(text, "  {part}: [")?;
            for file in files {
                writeln!(
                    text,
                    "    {{ at: {}, integrity: \"sha256-{}\" }},",
                    place(file),
                    fingerprint(file)?
                )?;
            }
            writeln!(text, "  ],")?;
        }
        Ok(text + "};\n")
    }
}

/// Cuts a module into what is needed at first, `main.wasm`, and its parts. Gives the files of each part.
fn cut(module: &Path, folder: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let bytes = fs::read(module)?;
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    let made = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the module cannot be cut into parts: {error:#}"))?;
    let file = |stem: &String| format!("{stem}.wasm");
    Ok(made
        .prefetch_map
        .iter()
        .map(|(part, stems)| (part.clone(), stems.iter().map(file).collect()))
        .collect())
}

/// A part without what engines do not need, such as the names of functions.
fn bare(part: &[u8]) -> Result<Vec<u8>> {
    let mut out = part[..8].to_vec();
    let mut at = out.len();
    for payload in Parser::new(0).parse_all(part) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        // What stands before the range is the section's number and length.
        let end = usize::try_from(range.end)?;
        if id != CUSTOM {
            out.extend(&part[at..end]);
        }
        at = end;
    }
    Ok(out)
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

/// Writes the scripts that are made: the version, the places of modules and their parts, and the styles as a module, because a
/// shadow root links to nothing.
pub(crate) fn generated(folder: &Path, parts: &Parts) -> Result<()> {
    let styles = fs::read_to_string(root().join("www/rollcall.css"))?;
    // A text of JSON is one of JavaScript, too.
    let script = |value: &str| serde_json::Value::from(value).to_string();
    let styles = format!("// Made of rollcall.css.\nexport default {};\n", script(&styles));
    fs::write(folder.join("styles.js"), styles)?;
    let version = format!("export const version = {};\n", script(env!("CARGO_PKG_VERSION")));
    fs::write(folder.join("version.js"), version)?;
    fs::write(folder.join("parts.js"), parts.script(folder)?)?;
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
