//! `cargo xtask bench sizes`: every file of the page, raw and compressed, with a budget.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::root;

/// What the page does without until somebody asks for it: the parts of the element and of the package, and the licences.
const LATER: [&str; 7] =
    ["core.js", "define.js", "element.js", "entries.js", "styles.js", "version.js", crate::notices::NAME];

/// The engine: a check needs it. The page brings it in when it has time, or with the first file.
const ENGINE: &str = "engine_bg.wasm";

/// What begins like this are parts of the modules: other views, and what is done with a check once it stands. The page brings
/// them in when it has time. The start page and a check through to the review do without them.
const PARTS: [&str; 2] = ["split_", "chunk_"];

/// Most bytes, compressed with brotli: of what the page needs at first, to stand there, take files and show the review; of what
/// a check needs besides; and, as it is, of the page as one file. They are where things stand, so that nothing grows unseen.
const FIRST: u64 = 347_000;
const CHECK: u64 = 425_000;
const SINGLE: u64 = 2_200_000;

/// The size of every shipped file that was built, raw and compressed. Fails past a budget.
pub(crate) fn sizes() -> Result<()> {
    let site = root().join("dist/site");
    ensure!(site.join("app_bg.wasm").is_file(), "there is no page in dist/site: cargo xtask build");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&site)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|path| path.is_file());
    files.sort();
    println!("{:28} {:>10} {:>10}", "file", "raw", "brotli");
    let (mut first, mut check) = (0, 0);
    for path in &files {
        let name = name(path);
        let (raw, packed) = packed(path)?;
        let when = if name == ENGINE {
            check += packed;
            "  check"
        } else if LATER.contains(&name.as_str()) || PARTS.iter().any(|part| name.starts_with(part)) {
            "  later"
        } else {
            first += packed;
            ""
        };
        println!("{name:28} {raw:>10} {packed:>10}{when}");
    }
    println!("{:28} {:>10} {first:>10}  at most {FIRST}", "what the page needs at first", "");
    ensure!(first <= FIRST, "what the page needs at first has outgrown its budget");
    println!("{:28} {:>10} {check:>10}  at most {CHECK}", "what a check needs besides", "");
    ensure!(check <= CHECK, "what a check needs has outgrown its budget");
    let single = root().join("dist/rollcall.html");
    if single.is_file() {
        let raw = fs::metadata(&single)?.len();
        println!("{:28} {raw:>10} {:>10}  at most {SINGLE}", "rollcall.html", "");
        ensure!(raw <= SINGLE, "the page as one file has outgrown its budget");
    }
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Bytes as they are, and compressed as a host would compress files once.
fn packed(path: &Path) -> Result<(u64, u64)> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok((bytes.len() as u64, out.len() as u64))
}
