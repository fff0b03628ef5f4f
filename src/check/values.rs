//! The values of one record as they stand in its file: what a person came in as.

use serde::Serialize;

use super::Check;
use super::describe::changed;
use crate::Error;
use crate::export::{Layout, Record};
use crate::profile::Profile;

/// A value as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Value {
    /// Name of the attribute.
    pub attribute: &'static str,
    /// How messages call the attribute.
    pub label: &'static str,
    /// Name of the column; empty for a value that was added and that no column holds.
    pub column: String,
    /// What made the column this attribute: `shape`, `alias` or `settings`.
    pub by: &'static str,
    /// The whole value, as it stands.
    pub value: String,
    /// Id of the assumption that the mapping rests on.
    pub assumption: Option<&'static str>,
}

impl Check {
    /// The values of a row's record, its bytes being given again: those of attributes that are not empty, in the
    /// order of attributes. Passwords and the like are no attributes and never among them.
    ///
    /// # Errors
    ///
    /// The bytes are not those that were checked, or there is no such row.
    pub fn values(&self, row: u32, bytes: &[u8]) -> Result<Vec<Value>, Error> {
        let Some(held) = self.base.store.rows.get(row as usize) else {
            return Err(Error::new(None, format!("there is no row {row}")));
        };
        let input = &self.base.inputs[usize::from(held.input)];
        let changed = || changed(&input.name);
        let export = input.export().ok_or_else(changed)?;
        let (number, line) = self.base.record_and_line(row);
        let record = export.again(bytes, number, line).ok_or_else(changed)?;
        Ok(values_of(export.layout(), &record))
    }
}

/// The values of a record in hand.
pub(crate) fn values_of(layout: &Layout, record: &Record<'_>) -> Vec<Value> {
    let profile = Profile::new(&layout.columns, record);
    let values = profile.all().filter(|(_, _, value)| !value.raw.is_empty());
    let values = values.map(|(attribute, _, value)| {
        let column = layout.columns.get(usize::from(value.column));
        let used = column.and_then(|column| column.uses.iter().find(|used| used.attribute == attribute));
        Value {
            attribute: attribute.name(),
            label: attribute.label(),
            column: column.map_or_else(String::new, |column| column.name.clone()),
            by: used.map_or("", |used| used.by.name()),
            value: value.raw.to_owned(),
            assumption: used.and_then(|used| used.assumption),
        }
    });
    values.collect()
}
