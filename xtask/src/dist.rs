//! `cargo xtask dist`: everything that people take, in `dist`, with its checksums.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::cli::Missing;
use crate::flags::Flags;
use crate::process::say;
use crate::{build, cli, package, root, single, stamp, versions};

pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is built beside the command line: what it is called, and how; gives the files to take.
type Part = (&'static str, fn() -> Result<Vec<PathBuf>>);

const PARTS: &[Part] = &[
    ("the page as one file", || Ok(vec![single::file("wasm")?])),
    ("the page for a host", site),
    ("the package for hosts", npm),
];

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    flags.done()?;
    versions::agree()?;
    let mut files = Vec::new();
    for (what, make) in PARTS {
        files.extend(make().with_context(|| format!("{what} cannot be built"))?);
    }
    let (built, missing) = cli::all()?;
    files.extend(built);
    sums(&files)?;

    say("dist holds");
    for file in &files {
        println!("  {:>9}  {}", size(file)?, name(file)?);
    }
    println!("  {:>9}  SHA256SUMS (check with: sha256sum -c SHA256SUMS)", size(&dist().join("SHA256SUMS"))?);
    for Missing { target, why } in &missing {
        println!("  not built: the command line for {target}: {why}");
    }
    Ok(())
}

/// The folder that all of it lies in.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

fn site() -> Result<Vec<PathBuf>> {
    let site = build::site("wasm")?;
    let folder = format!("rollcall-site-{VERSION}");
    let mut archive = Archive::new(&folder);
    for name in stamp::files(&site)? {
        archive.add(&name, &fs::read(site.join(&name))?, false);
    }
    Ok(vec![archive.tar_gz(&dist())?])
}

/// The package as package managers install it.
fn npm() -> Result<Vec<PathBuf>> {
    let folder = package::build()?;
    let mut archive = Archive::new("package");
    for name in stamp::files(&folder)? {
        archive.add(&name, &fs::read(folder.join(&name))?, false);
    }
    let place = dist().join(format!("rollcall-{VERSION}.tgz"));
    fs::rename(archive.tar_gz(&dist())?, &place)?;
    Ok(vec![place])
}

/// An archive with one folder of its own name. The same files make the same bytes: it knows no clock and no person.
pub(crate) struct Archive {
    folder: String,
    files: Vec<(String, Vec<u8>, bool)>,
}

impl Archive {
    pub(crate) fn new(folder: &str) -> Archive {
        Archive { folder: folder.to_owned(), files: Vec::new() }
    }

    pub(crate) fn add(&mut self, name: &str, bytes: &[u8], runs: bool) {
        self.files.push((format!("{}/{name}", self.folder), bytes.to_vec(), runs));
    }

    /// Writes it as `FOLDER.tar.gz`.
    pub(crate) fn tar_gz(self, into: &Path) -> Result<PathBuf> {
        let place = into.join(format!("{}.tar.gz", self.folder));
        let gzip =
            flate2::GzBuilder::new().mtime(0).write(fs::File::create(&place)?, flate2::Compression::best());
        let mut tar = tar::Builder::new(gzip);
        for (name, bytes, runs) in &self.files {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(mode(*runs));
            header.set_mtime(0);
            tar.append_data(&mut header, name, &bytes[..])?;
        }
        tar.into_inner()?.finish()?.flush()?;
        Ok(place)
    }

    /// Writes it as `FOLDER.zip`.
    pub(crate) fn zip(self, into: &Path) -> Result<PathBuf> {
        let place = into.join(format!("{}.zip", self.folder));
        let mut zip = zip::ZipWriter::new(fs::File::create(&place)?);
        for (name, bytes, runs) in &self.files {
            let options = zip::write::SimpleFileOptions::default()
                .last_modified_time(zip::DateTime::default())
                .unix_permissions(mode(*runs));
            zip.start_file(name, options)?;
            zip.write_all(bytes)?;
        }
        zip.finish()?;
        Ok(place)
    }
}

fn mode(runs: bool) -> u32 {
    if runs { 0o755 } else { 0o644 }
}

/// Writes `SHA256SUMS`, as `sha256sum` does.
fn sums(files: &[PathBuf]) -> Result<()> {
    let mut lines: Vec<String> = Vec::new();
    for file in files {
        lines.push(format!("{:x}  {}\n", Sha256::digest(fs::read(file)?), name(file)?));
    }
    lines.sort_by(|one, other| one[66..].cmp(&other[66..]));
    Ok(fs::write(dist().join("SHA256SUMS"), lines.concat())?)
}

fn name(file: &Path) -> Result<&str> {
    match file.strip_prefix(dist()).ok().and_then(Path::to_str) {
        Some(name) => Ok(name),
        None => bail!("{} does not lie in dist", file.display()),
    }
}

fn size(file: &Path) -> Result<String> {
    Ok(format!("{} kB", fs::metadata(file)?.len().div_ceil(1000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive() -> Archive {
        let mut archive = Archive::new("rollcall-0");
        archive.add("rollcall", b"\x7fELF", true);
        archive.add("sub/README.md", b"Read me.", false);
        archive
    }

    #[test]
    fn the_same_files_make_the_same_archive() {
        let folder = std::env::temp_dir().join(format!("rollcall-dist-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let bytes = |make: &dyn Fn() -> PathBuf| fs::read(make()).unwrap();
        let tar = || archive().tar_gz(&folder).unwrap();
        let zip = || archive().zip(&folder).unwrap();
        assert_eq!(bytes(&tar), bytes(&tar));
        assert_eq!(bytes(&zip), bytes(&zip));

        let gz = flate2::read::GzDecoder::new(fs::File::open(tar()).unwrap());
        let mut tar = tar::Archive::new(gz);
        let names: Vec<String> = tar
            .entries()
            .unwrap()
            .map(|entry| entry.unwrap().path().unwrap().display().to_string())
            .collect();
        assert_eq!(names, ["rollcall-0/rollcall", "rollcall-0/sub/README.md"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
