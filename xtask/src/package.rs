//! `cargo xtask package`: what a host installs, in `dist/npm`.
//!
//! `npm/` holds what is written for the package alone; the scripts are those of the page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::build;
use crate::flags::Flags;
use crate::process::say;
use crate::{notices, parts, root, stamp, target};

/// Modules that a host imports. What they import comes along.
const ENTRIES: &[&str] = &["element.js", "define.js", "core.js"];
/// The scripts of the worker, in the order in which one needs another.
const WORKER: &[&str] = &["link.js", "file.js", "desk.js", "crew.js", "worker.js"];
/// Scripts that are made, and do not lie in `www/`.
const MADE: &[&str] = &["app.js", "engine.js", "parts.js", "styles.js", "version.js"];
/// The glue of the engine: there is one module, in one piece.
const ENGINE: &str = "// The engine is in the module of the views.\n\nexport * from \"./app.js\";\nexport { default } from \"./app.js\";\n";
/// The worker is read as one classic script: bundlers copy it without what it imports.
const TYPE: (&str, &str) = ("const TYPE = \"module\";", "const TYPE = \"classic\";");

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    flags.done()?;
    build().map(drop)
}

/// Builds the package and gives the folder it lies in.
pub(crate) fn build() -> Result<PathBuf> {
    say("building the package");
    let module = build::module("wasm", build::Module::Whole)?;
    let package = root().join("dist/npm");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;

    let glue = glue(&module, &package)?;
    fs::write(package.join("engine.js"), ENGINE)?;
    build::generated(&package, &build::Parts::default())?;
    scripts(&package)?;
    let build = stamp::build_of(&package)?;
    let desk = package.join("desk.js");
    fs::write(&desk, stamp::desk(&fs::read_to_string(&desk)?, &build)?)?;
    fs::write(package.join("worker.js"), worker(&glue, &build)?)?;
    papers(&package)?;
    whole(&package)?;
    for name in ["app_bg.wasm", "app.js", "worker.js"] {
        let bytes = fs::metadata(package.join(name))?.len();
        say(&format!("dist/npm/{name}: {} kB", bytes.div_ceil(1000)));
    }
    Ok(package)
}

/// Writes the module with its glue, and gives the glue for a classic script.
fn glue(module: &Path, package: &Path) -> Result<String> {
    let why = "the glue between JavaScript and the module cannot be made";
    // The module is named where it is brought in: named by the glue as well, bundlers would copy it twice.
    let mut bindgen = build::bindgen(module, "wasm");
    bindgen.omit_default_module_path(true).web(true)?.generate(package).context(why)?;

    let classic = target().join("package-glue");
    let mut bindgen = build::bindgen(module, "wasm");
    bindgen.omit_default_module_path(true).no_modules(true)?.generate(&classic).context(why)?;
    let same = fs::read(classic.join("app_bg.wasm"))? == fs::read(package.join("app_bg.wasm"))?;
    ensure!(same, "page and worker would need different modules");
    Ok(fs::read_to_string(classic.join("app.js"))?)
}

/// The worker as one classic script: the glue, the desk and itself.
fn worker(glue: &str, build: &str) -> Result<String> {
    let mut script = parts::glue("app.js", glue)?;
    let mut earlier = parts::GLUE.to_vec();
    for name in WORKER {
        let source = fs::read_to_string(root().join("www").join(name))
            .with_context(|| format!("www/{name} cannot be read"))?;
        let source = if *name == "desk.js" { stamp::desk(&source, build)? } else { source };
        script += &parts::part(name, &source, &earlier)?;
        earlier.push(name);
    }
    Ok(script)
}

/// Copies the entries, what they import, and the files they name.
fn scripts(package: &Path) -> Result<()> {
    let www = root().join("www");
    let mut waiting: Vec<String> = ENTRIES.iter().map(|&name| name.to_owned()).collect();
    let mut done = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if MADE.contains(&name.as_str()) || !done.insert(name.clone()) {
            continue;
        }
        let mut text =
            fs::read_to_string(www.join(&name)).with_context(|| format!("www/{name} cannot be read"))?;
        waiting.extend(named(&text, " from \"./").chain(named(&text, "import \"./")).map(str::to_owned));
        for asset in named(&text, "new URL(\"./") {
            let (from, to) = (www.join(asset), package.join(asset));
            // The module and the worker are made.
            if from.is_file() && asset != "worker.js" {
                fs::create_dir_all(to.parent().expect("it lies in the package"))?;
                fs::copy(from, to)?;
            }
        }
        if name == "hire.js" {
            ensure!(text.matches(TYPE.0).count() == 1, "www/hire.js must hold once: {}", TYPE.0);
            text = text.replace(TYPE.0, TYPE.1);
        }
        fs::write(package.join(&name), text)?;
    }
    ensure!(done.contains("hire.js"), "nothing of the package hires a worker");
    Ok(())
}

/// The names in double quotes behind every `before`.
fn named<'t>(text: &'t str, before: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(before).filter_map(move |(at, _)| text[at + before.len()..].split('"').next())
}

/// Copies what is written for the package, and the licences.
fn papers(package: &Path) -> Result<()> {
    for entry in fs::read_dir(root().join("npm"))? {
        let entry = entry?;
        fs::copy(entry.path(), package.join(entry.file_name()))?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(name), package.join(name))?;
    }
    notices::of_the_page(package)
}

/// Everything that is named is there.
fn whole(package: &Path) -> Result<()> {
    let there = |by: &str, name: &str| {
        if package.join(name).is_file() {
            return Ok(());
        }
        bail!("{by} of the package names {name}, which is not in it");
    };
    let manifest: Value = serde_json::from_slice(&fs::read(package.join("package.json"))?)?;
    let mut waiting = vec![&manifest["exports"], &manifest["customElements"], &manifest["types"]];
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(name) => there("package.json", name)?,
            Value::Object(members) => waiting.extend(members.values()),
            _ => bail!("package.json of the package has {value} where a file is named"),
        }
    }
    for entry in fs::read_dir(package)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_none_or(|ending| ending != "js") {
            continue;
        }
        let text = fs::read_to_string(package.join(&name))?;
        for before in ["new URL(\"./", " from \"./"] {
            for other in named(&text, before) {
                there(&name, other)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_are_found_in_scripts() {
        let text =
            "import {\n  a,\n} from \"./a.js\";\nexport { b } from \"./b.js\";\nimport c from \"c\";\n";
        assert_eq!(named(text, " from \"./").collect::<Vec<_>>(), ["a.js", "b.js"]);
    }
}
