//! stub
pub(crate) fn run(_: &mut crate::flags::Flags) -> anyhow::Result<()> {
    Ok(())
}
