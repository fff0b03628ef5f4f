//! The bodies of the fuzz targets, over their corpus and over mutations of it.
//!
//! A short run that is the same every time; `docs/fuzzing.md` tells how to run longer ones. `ROLLCALL_MUTATIONS=100000`
//! asks for so many of every body, `ROLLCALL_SEED=7` for others.

#[path = "../fuzz/src/lib.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets reach it")]
mod bodies;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use bodies::BODIES;

/// Files of a folder in the order of their names; none where there is no such folder.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The corpus of a body; for those that read whole exports, the fixtures as well.
fn corpus(name: &str) -> Vec<(String, Vec<u8>)> {
    let mut all = files(&root().join("fuzz/corpus").join(name));
    assert!(!all.is_empty(), "{name} has no corpus");
    let fixtures = files(&root().join("tests/fixtures")).into_iter();
    match name {
        "csv" | "json" | "rewritten" => all.extend(fixtures),
        "encodings" => {
            all.extend(fixtures.map(|(name, bytes)| (name, [b"\0\xFF".as_slice(), &bytes].concat())));
        }
        _ => {}
    }
    all
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// What means something to some reader: the words of the dictionary.
fn words() -> Vec<Vec<u8>> {
    let text = fs::read_to_string(root().join("fuzz/dictionary.txt")).expect("a dictionary");
    let lines = text.lines().filter(|line| line.starts_with('"'));
    lines.map(|line| unescape(&line[1..line.len() - 1])).collect()
}

/// `\xNN`, `\\` and `\"` as libFuzzer writes them.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((plain, behind)) = rest.split_once('\\') {
        out.extend_from_slice(plain.as_bytes());
        let length = if let Some(digits) = behind.strip_prefix('x') {
            out.push(u8::from_str_radix(&digits[..2], 16).expect("two digits"));
            3
        } else {
            out.push(behind.as_bytes()[0]);
            1
        };
        rest = &behind[length..];
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// Some bytes are changed, taken out, doubled, moved, or taken from another file.
fn mutated(bytes: &[u8], other: &[u8], words: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let to = at + random.below((bytes.len() - at + 1).min(40));
        match random.below(9) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let word = &words[random.below(words.len())];
                bytes.splice(at..at, word.iter().copied());
            }
            3 => {
                let word = &words[random.below(words.len())];
                bytes.splice(at..to, word.iter().copied());
            }
            4 => {
                let part = bytes[at..to].to_vec();
                let there = random.below(bytes.len() + 1);
                bytes.splice(there..there, part);
            }
            5 => bytes.truncate(at),
            6 => {
                let from = random.below(other.len() + 1);
                let part = &other[from..from + random.below((other.len() - from + 1).min(80))];
                bytes.splice(at..to, part.iter().copied());
            }
            7 => bytes.insert(at, random.below(256) as u8),
            _ => {
                let line = |from: usize| {
                    bytes[from..].iter().position(|byte| *byte == b'\n').map(|end| from + end + 1)
                };
                if let Some(start) = line(at)
                    && let Some(end) = line(start)
                {
                    let part = bytes[start..end].to_vec();
                    bytes.splice(start..start, part);
                }
            }
        }
    }
    bytes
}

fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Runs a body; what it breaks on is kept, so that it can be made a test.
fn run(name: &str, what: &str, bytes: &[u8], body: fn(&[u8])) {
    if catch_unwind(AssertUnwindSafe(|| body(bytes))).is_err() {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.crash"));
        let _ = fs::write(&kept, bytes);
        let shown: String = bytes.escape_ascii().to_string().chars().take(600).collect();
        panic!("{name} breaks on {what}, kept in {}: {shown}", kept.display());
    }
}

/// A body over its corpus and its mutations.
fn hold(name: &str, mutations: usize) {
    let body = BODIES.iter().find(|body| body.0 == name).expect("a body").1;
    let corpus = corpus(name);
    for (file, bytes) in &corpus {
        run(name, file, bytes, body);
    }
    run(name, "nothing", b"", body);
    let words = words();
    let mut random = Random(number("ROLLCALL_SEED", 1) as u64);
    for mutation in 0..number("ROLLCALL_MUTATIONS", mutations) {
        let (file, bytes) = &corpus[random.below(corpus.len())];
        let other = &corpus[random.below(corpus.len())].1;
        let bytes = mutated(bytes, other, &words, &mut random);
        run(name, &format!("mutation {mutation} of {file}"), &bytes, body);
    }
}

macro_rules! bodies {
    ($($name:ident $mutations:literal)*) => {
        $(#[test]
        fn $name() {
            hold(stringify!($name), $mutations);
        })*

        #[test]
        fn every_body_is_run_and_has_a_target() {
            let tested = [$(stringify!($name)),*];
            let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("a manifest");
            for (name, _) in BODIES {
                assert!(tested.contains(&name), "{name} is not run here");
                assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name} has no target");
            }
        }
    };
}

bodies! {
    csv 200
    json 200
    encodings 150
    settings 400
    recipe 400
    time_zone 150
    phone 150
    several 100
    rewritten 150
    workbook 200
}
