//! `rollcall schema`.

use std::io::Write;

use super::arguments::SchemaKind;
use super::{Failure, output};

/// Prints the JSON Schema of a format.
pub(super) fn run(kind: SchemaKind) -> Result<bool, Failure> {
    let text = match kind {
        SchemaKind::Report => include_str!("../../docs/schema/report.schema.json"),
        SchemaKind::Settings => include_str!("../../docs/schema/settings.schema.json"),
        SchemaKind::Plan => include_str!("../../docs/schema/plan.schema.json"),
        SchemaKind::Recipe => include_str!("../../docs/schema/recipe.schema.json"),
    };
    output::written(std::io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(false)
}
