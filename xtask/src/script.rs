//! Modules of `www/` as one classic script, for where a script may import nothing.
//!
//! A small convention, and whatever does not fit it is an error: an import is `import { a, b } from "./x.js";` on one
//! line, an export stands before `function`, `async function`, `class` or `const`, and there is nothing else of either.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The module that stands for the glue, and the name by which the classic glue is known.
const GLUE: (&str, &str) = ("app.js", "wasm_bindgen");

/// The classic script of a module: the glue, what the module imports, and itself.
pub(crate) fn classic(glue: &str, folder: &Path, main: &str) -> Result<String> {
    let mut script = format!("\"use strict\";\n{glue}\n(() => {{\n");
    let mut done = HashSet::new();
    let body = module(folder, main, &mut script, &mut done)?;
    if !body.exports.is_empty() {
        bail!("{main} is where the script begins, and exports {}", body.exports.join(", "));
    }
    script += &body.text;
    script += "})();\n";
    Ok(script)
}

/// A module without its imports and exports.
#[derive(Debug, Default)]
struct Body {
    text: String,
    exports: Vec<String>,
}

/// Reads a module; what it imports is added to the script first.
fn module(folder: &Path, name: &str, script: &mut String, done: &mut HashSet<String>) -> Result<Body> {
    let text = fs::read_to_string(folder.join(name)).with_context(|| format!("{name} cannot be read"))?;
    let mut body = Body::default();
    for (number, line) in text.lines().enumerate() {
        let place = || format!("{name}, line {}: {line}", number + 1);
        if line.starts_with("import") {
            let (names, from) = import(line).with_context(place)?;
            if from != GLUE.0 && done.insert(from.to_owned()) {
                let Body { text, exports } = module(folder, from, script, done)?;
                let _ = writeln!(
                    script,
                    "const {} = (() => {{\n{text}return {{ {} }};\n}})();",
                    holder(from),
                    exports.join(", ")
                );
            }
            let _ = writeln!(body.text, "const {names} = {};", holder(from));
        } else if let Some(declared) = line.strip_prefix("export ") {
            body.exports.push(exported(declared).with_context(place)?.to_owned());
            let _ = writeln!(body.text, "{declared}");
        } else if line.starts_with("export") || line.contains("import.meta") || line.contains("import(") {
            bail!("{}: a classic script has no such thing", place());
        } else {
            let _ = writeln!(body.text, "{line}");
        }
    }
    Ok(body)
}

/// The names, in their braces, and the module they come from.
fn import(line: &str) -> Result<(&str, &str)> {
    let fits = || {
        let (names, from) = line.strip_prefix("import ")?.strip_suffix("\";")?.split_once(" from \"./")?;
        let plain = names.starts_with('{') && names.ends_with('}') && !names.contains(" as ");
        plain.then_some((names, from))
    };
    fits().context("an import is written import { a, b } from \"./x.js\";")
}

/// The name that is declared behind `export`.
fn exported(declared: &str) -> Result<&str> {
    let rest = ["async function* ", "async function ", "function* ", "function ", "class ", "const "]
        .iter()
        .find_map(|word| declared.strip_prefix(word))
        .context("an export stands before a function, class or const")?;
    let end = rest.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(rest.len());
    if end == 0 {
        bail!("what is exported has no name");
    }
    Ok(&rest[..end])
}

/// The name that holds what a module exports.
fn holder(module: &str) -> String {
    if module == GLUE.0 {
        return GLUE.1.to_owned();
    }
    let name: String =
        module.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect();
    format!("of_{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_and_exports_of_the_convention_are_understood() {
        assert_eq!(import("import { a, b } from \"./x.js\";").unwrap(), ("{ a, b }", "x.js"));
        for line in [
            "import a from \"./x.js\";",
            "import * as a from \"./x.js\";",
            "import { a as b } from \"./x.js\";",
            "import { a } from \"x\";",
            "import \"./x.js\";",
        ] {
            assert!(import(line).is_err(), "{line}");
        }
        assert_eq!(exported("async function* portions(file) {").unwrap(), "portions");
        assert_eq!(exported("class BrokenOff extends Error {").unwrap(), "BrokenOff");
        assert!(exported("default {}").is_err());
        assert!(exported("{ a }").is_err());
    }

    #[test]
    fn the_worker_is_a_classic_script() {
        let script = classic("let wasm_bindgen;", &crate::root().join("www"), "worker.js").unwrap();
        let begins = |word: &str| script.lines().any(|line| line.starts_with(word));
        assert!(!begins("import") && !begins("export"), "{script}");
        assert!(script.contains("= wasm_bindgen;") && script.contains("= of_desk_js;"), "{script}");
    }
}
