//! The workspace's own commands: `cargo xtask COMMAND`.

fn main() -> anyhow::Result<()> {
    anyhow::bail!("no command yet")
}
