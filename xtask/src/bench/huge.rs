use super::Plan;
use anyhow::Result;
pub(super) fn run(_plan: &Plan) -> Result<()> {
    Ok(())
}
