//! Our modules as parts of classic scripts. A page that is one file needs them: browsers load no module from `file://`,
//! and start no module worker from text. So does the worker of the package: bundlers copy it without what it imports.
//!
//! The convention is strict and small, and what does not keep to it is refused. At the beginning of a line stands
//! `import { a, b } from "./part.js";` (or `import name, { a } from …`) of a part that came before, or `export` before
//! a function, class or constant. Every part becomes one constant, made by a function, so names never meet.

use anyhow::{Context, Result, bail, ensure};

/// The module as text of a classic script. `earlier` are the files it may import from.
pub(crate) fn part(file: &str, source: &str, earlier: &[&str]) -> Result<String> {
    let mut body = String::new();
    let mut exports = Vec::new();
    for (number, line) in source.lines().enumerate() {
        let line = inner(line, earlier, &mut exports).with_context(|| format!("{file}:{}", number + 1))?;
        body.push_str(&line);
        body.push('\n');
    }
    let constant = constant(file)?;
    let exports = exports.join(", ");
    enclosed(
        file,
        &format!("const {constant} = (() => {{\n\"use strict\";\n{body}return {{ {exports} }};\n}})();\n"),
    )
}

/// The names that modules know the glue by. What consists of parts has one module, of the views and the engine.
pub(crate) const GLUE: [&str; 2] = ["app.js", "engine.js"];

/// The glue of wasm-bindgen, made for pages without modules, as the part that modules know it by.
pub(crate) fn glue(file: &str, source: &str) -> Result<String> {
    ensure!(
        source.trim_start().starts_with("let wasm_bindgen"),
        "{file} is no glue for pages without modules"
    );
    // The glue asks where it lies, which a page that is a text (`srcdoc`) cannot tell; nothing is brought from there.
    let place = "new URL(document.currentScript.src, location.href).toString()";
    let source = source.replace(place, "\"\"");
    let [views, engine] = GLUE.map(constant);
    let (views, engine) = (views?, engine?);
    enclosed(
        file,
        &format!(
            "const {views} = (() => {{\n{source}\nreturn {{ default: wasm_bindgen, ...wasm_bindgen }};\n}})();\nconst {engine} = {views};\n"
        ),
    )
}

/// A line of a module as it stands inside the part's function.
fn inner(line: &str, earlier: &[&str], exports: &mut Vec<String>) -> Result<String> {
    ensure!(!line.contains("import(") && !line.contains("import.meta"), "a part is no module: {line}");
    if let Some(rest) = line.strip_prefix("import") {
        return import(rest, earlier).with_context(|| format!("not the way a part imports: {line}"));
    }
    if let Some(rest) = line.strip_prefix("export") {
        let declaration = rest.trim_start();
        let name = declared(declaration).with_context(|| format!("not the way a part exports: {line}"))?;
        exports.push(name.to_owned());
        return Ok(declaration.to_owned());
    }
    Ok(line.to_owned())
}

/// ` init, { mount } from "./app.js";` as a constant.
fn import(rest: &str, earlier: &[&str]) -> Result<String> {
    let (names, file) = rest.split_once(" from \"./").context("no file")?;
    let file = file.strip_suffix("\";").context("no end")?;
    ensure!(earlier.contains(&file), "{file} is no part that came before");
    let (default, names) = names.trim().split_once('{').context("no names")?;
    let mut bound = Vec::new();
    if let Some(default) = default.trim().strip_suffix(',') {
        ensure!(is_name(default), "a default of a strange name");
        bound.push(format!("default: {default}"));
    } else {
        ensure!(default.trim().is_empty(), "a default without a comma");
    }
    for name in names.trim().strip_suffix('}').context("names without an end")?.split(',').map(str::trim) {
        ensure!(is_name(name), "'{name}' is no name");
        bound.push(name.to_owned());
    }
    Ok(format!("const {{ {} }} = {};", bound.join(", "), constant(file)?))
}

/// The name that a declaration makes.
fn declared(declaration: &str) -> Option<&str> {
    const KINDS: &[&str] =
        &["async function* ", "async function ", "function* ", "function ", "class ", "const "];
    let rest = KINDS.iter().find_map(|kind| declaration.strip_prefix(kind))?;
    let end = rest.find(|c: char| !is_name_char(c))?;
    Some(&rest[..end]).filter(|name| !name.is_empty())
}

/// `desk.js` is `desk_js`.
fn constant(file: &str) -> Result<String> {
    let name = file.replace('.', "_");
    if !is_name(&name) {
        bail!("{file} makes no name of a constant");
    }
    Ok(name)
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_char) && !text.starts_with(|c: char| c.is_ascii_digit())
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The text as it may stand between tags: nothing in it ends the element, and the browser reads these very bytes.
fn enclosed(file: &str, text: &str) -> Result<String> {
    ensure!(!text.contains(['\r', '\0']), "{file} has characters that a browser reads as others");
    ensure!(!text.contains("<!--"), "{file} begins a comment of HTML");
    Ok(text.replace("</script", "<\\/script").replace("</SCRIPT", "<\\/SCRIPT"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_a_constant() {
        let source = "import init, { mount, Session } from \"./app.js\";\nimport { line } from \"./line.js\";\n\nexport const A = 1;\nexport async function* all(x) {\n  return \"</script>\";\n}\n";
        assert_eq!(
            part("desk.js", source, &["app.js", "line.js"]).unwrap(),
            "const desk_js = (() => {\n\"use strict\";\nconst { default: init, mount, Session } = app_js;\nconst { line } = line_js;\n\nconst A = 1;\nasync function* all(x) {\n  return \"<\\/script>\";\n}\nreturn { A, all };\n})();\n"
        );
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_place() {
        for (line, what) in [
            ("import { a } from \"./later.js\";", "came before"),
            ("import { a as b } from \"./app.js\";", "no name"),
            ("import * as app from \"./app.js\";", "imports"),
            ("import \"./app.js\";", "imports"),
            ("import {", "imports"),
            ("export default 1;", "exports"),
            ("export { a };", "exports"),
            ("export let a = 1;", "exports"),
            ("const a = await import(\"./app.js\");", "no module"),
            ("const here = import.meta.url;", "no module"),
        ] {
            let told = format!("{:#}", part("x.js", &format!("\n{line}"), &["app.js"]).unwrap_err());
            assert!(told.starts_with("x.js:2: ") && told.contains(what), "{line}: {told}");
        }
        assert!(part("x.js", "const a = '<!-- ';", &[]).is_err());
        assert!(part("x.js", "const a = 1;\r\n", &[]).is_ok(), "line ends of another system are made ours");
        assert!(glue("app.js", "export default 1;").is_err());
    }
}
