//! The workspace's own commands: `cargo xtask COMMAND`.

mod data;

use std::env;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (command, rest) = arguments.split_first().map_or(("", &[][..]), |(c, r)| (c.as_str(), r));
    match command {
        "data" => data::run(rest),
        _ => anyhow::bail!("usage: cargo xtask data [--check]"),
    }
}
