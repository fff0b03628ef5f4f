//! `cargo xtask single`: the page as one file, `dist/rollcall.html`. It opens from a disk with nothing beside it,
//! and its own policy lets it connect to nothing.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use crate::flags::Flags;
use crate::process::say;
use crate::{build, notices, parts, root, target};

/// Scripts of the page, in the order in which one needs another. The glue comes before them.
const PARTS: &[&str] = &["link.js", "file.js", "desk.js", "line.js", "load.js"];
/// What shows the first view, before all that is large.
const FIRST: &str = "first.js";
/// The sample, as it lies in `www`.
const SAMPLE: &str = "sample/rollcall-sample-okta.csv";

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    let profile = flags.value("--profile")?.unwrap_or_else(|| "wasm".to_owned());
    flags.done()?;
    file(&profile).map(drop)
}

/// Makes the file and gives its place.
pub(crate) fn file(profile: &str) -> Result<PathBuf> {
    let module = build::module(profile, build::Module::Whole)?;
    let folder = target().join("single");
    build::bindgen(&module, profile).no_modules(true)?.generate(&folder)?;
    let glue = fs::read_to_string(folder.join("app.js"))?;
    let module = fs::read(folder.join("app_bg.wasm"))?;

    let page = page(&glue, &module).context("the page cannot be made one file")?;
    let place = root().join("dist/rollcall.html");
    fs::create_dir_all(place.parent().expect("it lies in dist"))?;
    fs::write(&place, &page)?;
    say(&format!("dist/rollcall.html: {} kB", page.len().div_ceil(1000)));
    Ok(place)
}

fn page(glue: &str, module: &[u8]) -> Result<String> {
    let www = root().join("www");
    let read =
        |name: &str| fs::read_to_string(www.join(name)).with_context(|| format!("www/{name} cannot be read"));

    let icon = BASE64_STANDARD.encode(read("icon.svg")?);
    let style = sealed(read("rollcall.css")?)?;

    let mut scripts = String::new();
    let mut allowed = Vec::new();
    // What runs here has a fingerprint in the policy; what a worker or the module's reader takes has none.
    let mut add = |id: &str, kind: Option<&str>, text: &str| {
        let kind = kind.map_or_else(String::new, |kind| format!(" type=\"{kind}\""));
        if kind.is_empty() {
            allowed.push(fingerprint(text));
        }
        scripts += &["    <script id=\"", id, "\"", &kind, ">", text, "</script>\n"].concat();
    };
    add(FIRST, None, &parts::part(FIRST, &read(FIRST)?, &[])?);
    add("app_bg.wasm", Some("application/gzip"), &packed(module)?);
    add("sample", Some("application/gzip"), &packed(&fs::read(www.join(SAMPLE))?)?);
    add("app.js", None, &parts::glue("app.js", glue)?);
    let mut earlier = parts::GLUE.to_vec();
    earlier.push(FIRST);
    for name in PARTS {
        add(name, None, &parts::part(name, &read(name)?, &earlier)?);
        earlier.push(name);
    }
    // Read by workers only.
    for name in ["crew.js", "worker.js"] {
        add(name, Some("text/plain"), &parts::part(name, &read(name)?, &earlier)?);
        earlier.push(name);
    }
    // Whoever has the file has the licences with it. Nothing reads them but people.
    let notices = notices::page()?;
    ensure!(
        !notices.contains("</script") && !notices.contains("<!--"),
        "the licences cannot stand in a page"
    );
    add(notices::NAME, Some("text/plain"), &notices);
    add("start.js", None, &parts::part("start.js", &read("single/start.js")?, &earlier)?);

    let policy = format!(
        "default-src 'none'; connect-src 'none'; script-src {} 'wasm-unsafe-eval'; worker-src blob:; style-src {}; \
         img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types rollcall",
        allowed.join(" "),
        fingerprint(&style)
    );
    filled(
        &read("single/index.html")?,
        &[
            ("version", env!("CARGO_PKG_VERSION")),
            ("policy", &policy),
            ("icon", &icon),
            ("style", &style),
            ("first", read("first.html")?.trim_end()),
            ("scripts", scripts.trim_end()),
        ],
    )
}

/// Styles that need nothing beside them.
fn sealed(style: String) -> Result<String> {
    ensure!(!style.contains("</style") && !style.contains(['\r', '\0']), "the styles cannot stand in a page");
    let all_inside = style.match_indices("url(").all(|(at, _)| style[at..].starts_with("url(\"data:"));
    ensure!(all_inside && !style.contains("@import"), "the styles need another file");
    Ok(style)
}

/// What the policy knows a script or a style by: its bytes between the tags.
fn fingerprint(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn packed(bytes: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(BASE64_STANDARD.encode(gzip.finish()?))
}

/// The template with its `@places@` filled, each being there once. What is filled in is not looked at again.
pub(crate) fn filled(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut page = String::new();
    let mut rest = template;
    for (name, value) in values {
        let place = format!("@{name}@");
        let (before, after) =
            rest.split_once(&place).with_context(|| format!("{place} is not in its place"))?;
        page += before;
        page += value;
        rest = after;
    }
    Ok(page + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_made_of_our_files() {
        let page = page("let wasm_bindgen = () => '</script>';", b"\0asm").unwrap();
        let policy = page.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
        assert!(page.find("Content-Security-Policy").unwrap() < 500, "the policy stands where it is seen");
        assert!(policy.starts_with("default-src 'none'; connect-src 'none'; script-src 'sha256-"));
        // Every script that runs is one that the policy names, and there is no other.
        let mut run = 0;
        for script in page.split("<script ").skip(1) {
            let (head, rest) = script.split_once('>').unwrap();
            let (text, _) = rest.split_once("</script>").unwrap();
            if !head.contains("type=") {
                assert!(policy.contains(&fingerprint(text)), "{head}");
                run += 1;
            }
        }
        assert_eq!(run, PARTS.len() + 3);
        assert!(!page.contains("src=") && !page.contains("rel=\"stylesheet\""), "nothing lies beside it");
    }

    #[test]
    fn a_place_that_is_gone_is_told() {
        assert_eq!(filled("a @x@ b @y@", &[("x", "@y@"), ("y", "2")]).unwrap(), "a @y@ b 2");
        assert!(filled("a @y@ b @x@", &[("x", "1"), ("y", "2")]).is_err());
    }
}
