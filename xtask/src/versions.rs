//! One version for everything, from the workspace's manifest. Whatever states one states this one.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::root;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Files of JSON that may state a version, as long as they are there.
const STATED: &[&str] = &["package.json", "npm/package.json", "www/manifest.webmanifest"];

/// Fails where something states another version.
pub(crate) fn agree() -> Result<()> {
    for name in STATED {
        let Ok(text) = fs::read_to_string(root().join(name)) else { continue };
        let json: Value = serde_json::from_str(&text).with_context(|| format!("{name} is no JSON"))?;
        if let Some(stated) = json.get("version")
            && stated != VERSION
        {
            bail!("{name} states version {stated}, Cargo.toml {VERSION}");
        }
    }
    changelog(&fs::read_to_string(root().join("CHANGELOG.md"))?)?;
    pins(
        &fs::read_to_string(root().join("web/Cargo.toml"))?,
        &fs::read_to_string(root().join("xtask/Cargo.toml"))?,
    )
}

/// The newest entry is this version, or is still being written.
fn changelog(text: &str) -> Result<()> {
    let newest = text.lines().find_map(|line| line.strip_prefix("## ")).unwrap_or_default();
    if newest == "Unreleased" || newest.split([' ', '(']).next() == Some(VERSION) {
        return Ok(());
    }
    bail!("the newest entry of CHANGELOG.md is '{newest}', and Cargo.toml states {VERSION}")
}

/// The module and what makes its glue are of one version.
fn pins(module: &str, glue: &str) -> Result<()> {
    let pin = |text: &str, name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='));
        line.map(|value| value.trim().to_owned()).with_context(|| format!("no {name} is pinned"))
    };
    let (module, glue) = (pin(module, "wasm-bindgen ")?, pin(glue, "wasm-bindgen-cli-support ")?);
    if module != glue {
        bail!("wasm-bindgen is {module} in web/Cargo.toml and {glue} in xtask/Cargo.toml");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_agree_everywhere() {
        agree().unwrap();
    }

    #[test]
    fn another_version_is_told() {
        assert!(changelog(&format!("# Changelog\n\n## {VERSION} (2030-01-01)\n\n## 0.0.1\n")).is_ok());
        assert!(changelog("# Changelog\n\n## 99.0.0\n").is_err());
        assert!(pins("wasm-bindgen = \"=1\"\n", "wasm-bindgen-cli-support = \"=1\"\n").is_ok());
        assert!(pins("wasm-bindgen = \"=1\"\n", "wasm-bindgen-cli-support = \"=2\"\n").is_err());
    }
}
