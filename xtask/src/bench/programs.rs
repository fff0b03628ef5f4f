//! The programs that are run: built once, and called with their arguments.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, ensure};

use super::Plan;
use crate::process::{answers, run as run_child, say};
use crate::sample::large::DOMAIN;
use crate::{build, cargo, package, root, target, test};

const LIMIT: Duration = Duration::from_mins(30);

/// What runs on this machine itself.
pub(super) struct Native {
    release: PathBuf,
}

impl Native {
    pub(super) fn built(plan: &Plan) -> Result<Native> {
        if !plan.built {
            say("building the command line and its floor with optimisation");
            let mut build = cargo();
            build.args(["build", "--release", "--package", "rollcall", "--bin", "rollcall"]);
            build.args(["--package", "floor", "--bin", "floor"]);
            run_child(&mut build, LIMIT)?;
        }
        Ok(Native { release: target().join("release") })
    }

    fn program(&self, name: &str) -> Command {
        Command::new(self.release.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
    }

    /// The csv crate, reading alone.
    pub(super) fn floor(&self, file: &Path) -> Command {
        let mut command = self.program("floor");
        command.arg(file);
        command
    }

    /// `rollcall check`, written to a file that nobody keeps.
    pub(super) fn check(&self, file: &Path, format: &str) -> Command {
        let mut command = self.program("rollcall");
        command.arg("check").arg(file).args(["--domain", DOMAIN, "--fail-on", "never", "--format", format]);
        command.args(["--force", "--output"]).arg(target().join("bench/report.out"));
        command
    }
}

/// What runs in Node.
pub(super) struct Node {
    package: PathBuf,
    floor: PathBuf,
}

/// How a check is asked for in Node; `benches/node/rollcall.mjs` tells them.
#[derive(Clone, Copy)]
pub(super) enum How {
    Session,
    Counts,
    Report,
}

impl Node {
    pub(super) fn built(plan: &Plan) -> Result<Node> {
        ensure!(answers("node", "--version"), "Node is not installed; install Node 20 or later");
        test::bring_packages()?;
        let package = if plan.built { root().join("dist/npm") } else { package::build()? };
        ensure!(
            package.join("app_bg.wasm").is_file(),
            "there is no package in dist/npm: cargo xtask package"
        );
        if !plan.built {
            build::bring_target()?;
            say("building the floor for WebAssembly");
            // As fast as it can be: the floor has what the module may have.
            let simd = format!("target.{}.rustflags=[\"-Ctarget-feature=+simd128\"]", build::WASM);
            let mut floor = cargo();
            floor.args(["build", "--release", "--package", "floor-wasm", "--target", build::WASM]);
            run_child(floor.args(["--config", &simd]), LIMIT)?;
        }
        Ok(Node { package, floor: target().join(build::WASM).join("release/floor_wasm.wasm") })
    }

    /// A script of `benches/`.
    pub(super) fn script(name: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(root().join("benches").join(name)).current_dir(root());
        command
    }

    /// The csv crate in WebAssembly, reading alone.
    pub(super) fn floor(&self, file: &Path) -> Command {
        let mut command = Node::script("node/floor.mjs");
        command.arg(&self.floor).arg(file);
        command
    }

    pub(super) fn check(&self, file: &Path, how: How) -> Command {
        let mut command = Node::script("node/rollcall.mjs");
        let how = match how {
            How::Session => "session",
            How::Counts => "counts",
            How::Report => "report",
        };
        command.arg(&self.package).arg(how).arg(file).arg(DOMAIN);
        command
    }

    /// The same job by other means.
    pub(super) fn peer(name: &str, file: &Path) -> Command {
        let mut command = Node::script(&format!("peers/{name}.mjs"));
        command.arg(file).arg(DOMAIN);
        command
    }
}
