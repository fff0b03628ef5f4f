//! `cargo xtask data`: writes the reference tables in `data/` from pinned, licensed sources.
//!
//! `--check` writes nothing and fails when a committed table is stale. `docs/data.md` tells where
//! every table comes from; `data/hand/` holds what people wrote.

#![allow(clippy::format_push_string, reason = "tables are short; this reads best")]

mod countries;
mod languages;
mod sources;
mod states;
mod subdivisions;
mod windows;
mod zones;

/// The very folding that the look-ups use: the tables are sorted by it.
#[path = "../../src/reference/fold.rs"]
#[allow(dead_code, reason = "the generator needs only some of the house's folding")]
mod fold;

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// A file this command writes, under `data/`.
struct Output {
    name: &'static str,
    text: String,
}

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let check = match arguments {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => bail!("usage: cargo xtask data [--check]"),
    };
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let sources = sources::Sources::bring(&target.join("data-sources"), &root.join("data/hand"))?;

    let outputs = generate(&sources)?;
    let mut stale = Vec::new();
    for Output { name, text } in &outputs {
        let path = root.join("data").join(name);
        if fs::read_to_string(&path).is_ok_and(|old| old == *text) {
            continue;
        }
        stale.push(*name);
        if !check {
            fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    match (stale.is_empty(), check) {
        (true, _) => println!("data/ is fresh"),
        (false, false) => println!("wrote {}", stale.join(", ")),
        (false, true) => bail!("stale in data/: {}; run `cargo xtask data`", stale.join(", ")),
    }
    Ok(())
}

fn generate(sources: &sources::Sources) -> Result<Vec<Output>> {
    let zones = zones::Zones::read(sources)?;
    let towns = states::Towns::read(sources, &zones)?;
    let countries = countries::Countries::read(sources, &zones, &towns)?;
    let subdivisions = subdivisions::Subdivisions::read(sources, &countries)?;
    let states = states::States::read(sources, &zones, &towns, &countries, &subdivisions)?;
    Ok(vec![
        Output { name: "zones.rs", text: zones.table() },
        Output { name: "countries.rs", text: countries.table(&zones) },
        Output { name: "country-spellings.txt", text: countries.spellings_table() },
        Output { name: "subdivisions.txt", text: subdivisions.table() },
        Output { name: "subdivisions.rs", text: subdivisions.index(&countries) },
        Output { name: "state-zones.rs", text: states.table(&subdivisions) },
        Output { name: "windows-zones.rs", text: windows::table(sources, &zones, &countries)? },
        Output { name: "languages.rs", text: languages::table(sources, &countries)? },
    ])
}

/// The rows of a hand-written file: no comments, no blank lines.
fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// Head of a generated Rust table.
fn head(what: &str, sources: &[&str]) -> String {
    let mut head = format!("//! {what}\n//!\n//! Made by `cargo xtask data`, not by hand. From:\n");
    for source in sources {
        head += &format!("//! - {source}\n");
    }
    head.push('\n');
    head
}

/// Head of a generated text table.
fn text_head(what: &str, sources: &[&str]) -> String {
    head(what, sources).replace("//!", "#").trim_end().replace("# \n", "#\n") + "\n"
}

/// A name as a Rust constant: `America/Port-au-Prince` is `AMERICA_PORT_AU_PRINCE`.
fn constant(zone: &str) -> String {
    let mut name = String::new();
    for c in zone.chars() {
        match c {
            '+' => name += "_PLUS_",
            '-' if zone.starts_with("Etc/") || zone.starts_with("GMT") => name += "_MINUS_",
            c if c.is_ascii_alphanumeric() => name.push(c.to_ascii_uppercase()),
            _ => name.push('_'),
        }
    }
    name
}

/// Several names as a Rust slice of constants.
fn constants<'a>(zones: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = zones.into_iter().map(constant).collect();
    format!("&[{}]", names.join(", "))
}

fn ascii(text: &str) -> Result<()> {
    ensure!(text.is_ascii(), "{text:?} is not ASCII");
    Ok(())
}
