//! `THIRD-PARTY.txt`: whose work goes into what people take, and under which licences.
//!
//! Most licences ask that their notices go along with every copy. Those of crates are read from the crates as cargo
//! fetched them, those of data from `data/NOTICE.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process::output;
use crate::{cargo, root};

/// What the file is called wherever it goes along.
pub(crate) const NAME: &str = "THIRD-PARTY.txt";

/// Where the words of a licence begin: what stands before is a heading, or says whose it is.
const BEGINNINGS: [&str; 2] = ["Permission is hereby granted", "This software is provided"];

/// How the MIT License ends, with a line's end somewhere between.
const END: (&str, &str) = ("DEALINGS IN", "SOFTWARE.");

const RULE: &str =
    "----------------------------------------------------------------------------------------------------";

/// The notices for what is compiled of a package for a target.
pub(crate) fn text(package: &str, target: &str) -> Result<String> {
    let mut head = String::from(
        "Rollcall is built with the work of others. Here is whose it is, and under which licences. Where a licence could be\n\
         chosen, the one that follows is.\n\nCrates\n\n",
    );
    // Words of a licence, under which crates stand.
    let mut licences: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    for Crate { name, holders, words } in crates(package, target)? {
        writeln!(head, "- {name}")?;
        for holder in holders {
            writeln!(head, "  {holder}")?;
        }
        for words in words {
            let same = words.split_whitespace().collect::<Vec<_>>().join(" ");
            licences.entry(same).or_insert_with(|| (words, BTreeSet::new())).1.insert(name.clone());
        }
    }
    head += "- the Rust standard library (https://github.com/rust-lang/rust)\n  Copyright (c) The Rust Project Contributors, as the MIT License that follows\n";
    for (words, names) in licences.values() {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        write!(head, "\n{RULE}\n{}\n\n{}\n", folded(&names.join(", ")), words.trim())?;
    }
    let data = fs::read_to_string(root().join("data/NOTICE.txt")).context("data/NOTICE.txt is missing")?;
    Ok(format!("{head}\n{RULE}\n{data}"))
}

/// What a crate asks to be said.
struct Crate {
    /// Name, version and what it offers: `memchr 2.8.3, Unlicense OR MIT`.
    name: String,
    /// Lines that say whose it is.
    holders: Vec<String>,
    /// The words of each licence that is taken.
    words: Vec<String>,
}

/// The crates that are compiled into a package, without those that only run while it is compiled.
fn crates(package: &str, target: &str) -> Result<Vec<Crate>> {
    let arguments = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target];
    let told = output(cargo().args(arguments), Duration::from_mins(10))?;
    let told: Value = serde_json::from_str(&told).context("cargo metadata gives no JSON")?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let by_id = |list: Vec<Value>| -> BTreeMap<String, Value> {
        list.into_iter().filter_map(|one| Some((one["id"].as_str()?.to_owned(), one))).collect()
    };
    let packages = by_id(list(&told["packages"]));
    let nodes = by_id(list(&told["resolve"]["nodes"]));
    let own = packages.iter().find(|(_, one)| one["name"] == package && one["source"].is_null());
    let mut waiting = vec![own.with_context(|| format!("there is no package {package}"))?.0.clone()];
    let mut known = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !known.insert(id.clone()) {
            continue;
        }
        for dependency in list(&nodes[&id]["deps"]) {
            let is_normal = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = dependency["pkg"].as_str().unwrap_or_default();
            let kinds =
                list(&packages[id]["targets"]).iter().flat_map(|one| list(&one["kind"])).collect::<Vec<_>>();
            if is_normal && !kinds.iter().any(|kind| kind == "proc-macro") {
                waiting.push(id.to_owned());
            }
        }
    }
    let mut crates = Vec::new();
    for one in known.iter().map(|id| &packages[id]).filter(|one| !one["source"].is_null()) {
        crates.push(read(one).with_context(|| format!("the licence of {}", one["name"]))?);
    }
    crates.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(crates)
}

fn read(package: &Value) -> Result<Crate> {
    let word = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
    let (offered, manifest) = (word("license"), word("manifest_path"));
    let folder = Path::new(&manifest).parent().context("a manifest lies in a folder")?;
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && is_licence(&name) {
            names.push(name);
        }
    }
    names.sort();
    let mut taken = Crate {
        name: format!("{} {}, {offered}", word("name"), word("version")),
        holders: Vec::new(),
        words: Vec::new(),
    };
    for name in chosen(&names, &offered) {
        let (holders, words) = parted(&fs::read_to_string(folder.join(name))?);
        for line in holders {
            if !taken.holders.contains(&line) {
                taken.holders.push(line);
            }
        }
        taken.words.push(words);
    }
    if taken.words.is_empty() {
        // Some leave the file out of what they publish, and say the licence only.
        ensure!(offered.contains("MIT"), "it has no file of a licence, and offers {offered}");
        let authors: Vec<String> = package["authors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        let authors = if authors.is_empty() { "its authors".to_owned() } else { authors.join(", ") };
        taken.holders.push(format!("Copyright (c) {authors} ({})", word("repository")));
        taken.words.push(parted(&fs::read_to_string(root().join("LICENSE-MIT"))?).1);
    }
    Ok(taken)
}

fn is_licence(name: &str) -> bool {
    let name = name.to_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|word| name.starts_with(word))
}

/// The files of the licences that are taken: MIT where it is offered, and what is asked besides.
fn chosen<'n>(names: &'n [String], offered: &str) -> Vec<&'n String> {
    let with =
        |word: &str| names.iter().filter(|name| name.to_uppercase().contains(word)).collect::<Vec<_>>();
    let mut taken = if offered.contains("MIT") { with("MIT") } else { Vec::new() };
    if taken.is_empty() {
        let others = ["APACHE", "UNLICENSE", "UNICODE"];
        taken = names
            .iter()
            .filter(|name| !others.iter().any(|word| name.to_uppercase().contains(word)))
            .collect();
    }
    if taken.is_empty() {
        return names.iter().collect();
    }
    if offered.contains("AND") {
        taken.extend(with("UNICODE"));
    }
    taken
}

/// The lines of a licence that say whose the work is, and its words.
fn parted(text: &str) -> (Vec<String>, String) {
    let text = text.replace('\r', "");
    let begin = BEGINNINGS.iter().filter_map(|words| text.find(words)).min();
    let Some(begin) = begin else {
        return (Vec::new(), text);
    };
    let (before, words) = text.split_at(begin);
    // Some files have the other licence behind this one.
    let end = words.find(END.0).and_then(|at| Some(at + words[at..].find(END.1)? + END.1.len()));
    let words = &words[..end.unwrap_or(words.len())];
    let holders = before.lines().map(str::trim).filter(|line| line.to_lowercase().starts_with("copyright"));
    (holders.map(str::to_owned).collect(), words.to_owned())
}

/// A text in lines of no more than a hundred letters.
fn folded(text: &str) -> String {
    let (mut lines, mut length) = (String::new(), 0);
    for word in text.split(' ') {
        if length + word.len() >= 100 {
            lines.push('\n');
            length = 0;
        } else if length > 0 {
            lines.push(' ');
            length += 1;
        }
        lines += word;
        length += word.len();
    }
    lines
}

/// Writes the notices of the page's module into a folder.
pub(crate) fn of_the_page(folder: &Path) -> Result<()> {
    fs::write(folder.join(NAME), page()?)?;
    Ok(())
}

/// The notices of the page's module.
pub(crate) fn page() -> Result<String> {
    text("rollcall-web", crate::build::WASM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_what_it_is_made_of_and_nothing_else() {
        let text = page().expect("notices");
        for name in [
            "sycamore-web ",
            "serde_json ",
            "slotmap ",
            "wasm-bindgen ",
            "GeoNames",
            "Unicode, Inc.",
            "Titus Wormer",
        ] {
            assert!(text.contains(name), "{name}");
        }
        // Tools, what only tests need, and macros are in nothing that people take.
        for name in ["brotli ", "proptest ", "serde_derive ", "\n- clap ", "rollcall"] {
            assert!(!text.contains(name), "{name}");
        }
        // Words that many share stand there once, each with those whose they are.
        assert_eq!(text.matches("GeoNames").count(), 1);
        let words = text.split(RULE).skip(1);
        assert!(words.clone().count() < 20 && words.clone().all(|part| part.trim().len() > 300));
        let named: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("- ")).collect();
        let folded =
            words.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<String>();
        for name in named.iter().filter(|name| name.contains(" OR ") || name.ends_with("MIT")) {
            assert!(folded.contains(*name), "{name} has no licence");
        }
    }

    #[test]
    fn a_licence_is_parted_from_whose_it_is() {
        let (holders, words) = parted(
            "MIT License\r\n\r\nCopyright (c) 2020 Ana\r\n\r\nPermission is hereby granted, to all.\r\n",
        );
        assert_eq!(holders, ["Copyright (c) 2020 Ana"]);
        assert_eq!(words, "Permission is hereby granted, to all.\n");
        assert_eq!(parted("Other words").1, "Other words");
        let both = "Permission is hereby granted. OR OTHER DEALINGS IN THE\nSOFTWARE.\n\nApache License\n";
        assert_eq!(parted(both).1, "Permission is hereby granted. OR OTHER DEALINGS IN THE\nSOFTWARE.");
    }

    #[test]
    fn the_shortest_licence_is_taken_and_what_is_asked_besides() {
        let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let taken = |all: &[&str], offered: &str| {
            let all = names(all);
            chosen(&all, offered).into_iter().cloned().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(taken(&["LICENSE-APACHE", "LICENSE-MIT"], "MIT OR Apache-2.0"), "LICENSE-MIT");
        assert_eq!(taken(&["COPYING", "LICENSE-MIT", "UNLICENSE"], "Unlicense OR MIT"), "LICENSE-MIT");
        assert_eq!(
            taken(
                &["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE"],
                "(MIT OR Apache-2.0) AND Unicode-3.0"
            ),
            "LICENSE-MIT LICENSE-UNICODE"
        );
        assert_eq!(taken(&["LICENSE"], "Zlib"), "LICENSE");
        assert_eq!(taken(&["LICENSE-APACHE"], "Apache-2.0"), "LICENSE-APACHE");
    }
}
