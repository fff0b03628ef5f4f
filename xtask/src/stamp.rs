//! Which build a site is of, written into those of its files that must know.
//!
//! Page and worker tell each other their build, since a host may have changed between the two. The service worker keeps
//! exactly the files of its build, each by its fingerprint.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// Where the desk is told its build.
const DESK: &str = "export const BUILD = \"\";";

/// Writes the build into a finished site.
pub(crate) fn stamp(site: &Path) -> Result<()> {
    let names = files(site)?;
    let build = &build_of(site)?;
    let place = site.join("desk.js");
    fs::write(&place, desk(&fs::read_to_string(&place)?, build)?)?;
    let mut list = String::from("{\n");
    for name in names.iter().filter(|name| *name != "sw.js") {
        // The page is asked for by its folder: hosts answer for `index.html` in more than one way.
        let known = if name == "index.html" { "" } else { name };
        let fingerprint = BASE64_STANDARD.encode(Sha256::digest(fs::read(site.join(name))?));
        writeln!(list, "  \"{known}\": \"sha256-{fingerprint}\",")?;
    }
    list.push('}');
    write(site, "sw.js", "const BUILD = \"\";", &format!("const BUILD = \"{build}\";"))?;
    write(site, "sw.js", "const FILES = {};", &format!("const FILES = {list};"))
}

/// The build of a folder: the version, and a fingerprint of all that lies there.
pub(crate) fn build_of(folder: &Path) -> Result<String> {
    let mut all = Sha256::new();
    for name in files(folder)? {
        // Names and lengths too, so that nothing can move from one file to the next.
        let bytes = fs::read(folder.join(&name))?;
        all.update(format!("{name}\n{}\n", bytes.len()));
        all.update(&bytes);
    }
    Ok(format!("{}-{}", env!("CARGO_PKG_VERSION"), &format!("{:x}", all.finalize())[..16]))
}

/// Writes a build into the desk, which page and worker share.
pub(crate) fn desk(text: &str, build: &str) -> Result<String> {
    ensure!(text.matches(DESK).count() == 1, "desk.js has no place for its build: {DESK}");
    Ok(text.replace(DESK, &format!("export const BUILD = \"{build}\";")))
}

/// The files of a site, sorted, with `/` between folders.
pub(crate) fn files(site: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(site.join(&folder))? {
            let entry = entry?;
            let name = format!("{folder}{}", entry.file_name().to_str().context("a name is no text")?);
            if entry.file_type()?.is_dir() {
                folders.push(name + "/");
            } else {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

/// Puts a text in the place of another, which must stand there exactly once.
fn write(site: &Path, name: &str, from: &str, to: &str) -> Result<()> {
    let place = site.join(name);
    let text = fs::read_to_string(&place)?;
    ensure!(text.matches(from).count() == 1, "{name} has no place for its build: {from}");
    Ok(fs::write(place, text.replace(from, to))?)
}
