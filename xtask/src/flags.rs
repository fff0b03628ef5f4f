//! Command line flags: words, and `--name value` pairs.

use std::str::FromStr;

use anyhow::{Result, anyhow, bail};

/// What stands on the command line and was not asked for yet.
pub(crate) struct Flags(Vec<String>);

impl Flags {
    pub(crate) fn new(words: impl Iterator<Item = String>) -> Flags {
        Flags(words.collect())
    }

    /// The next word that is no flag.
    pub(crate) fn word(&mut self) -> Option<String> {
        if self.0.first().is_none_or(|word| word.starts_with('-')) { None } else { Some(self.0.remove(0)) }
    }

    /// The value of `--name value` or `--name=value`.
    pub(crate) fn value<T: FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        let Some(at) = self.0.iter().position(|word| word.split('=').next() == Some(name)) else {
            return Ok(None);
        };
        let word = self.0.remove(at);
        let text = match word.split_once('=') {
            Some((_, text)) => text.to_owned(),
            None if at < self.0.len() => self.0.remove(at),
            None => bail!("{name} needs a value"),
        };
        text.parse().map(Some).map_err(|_| anyhow!("{name} cannot be '{text}'"))
    }

    /// Whether `--name` stands there.
    pub(crate) fn has(&mut self, name: &str) -> bool {
        let at = self.0.iter().position(|word| word == name);
        at.map(|at| self.0.remove(at)).is_some()
    }

    /// All that is left, for a command that reads it itself.
    pub(crate) fn rest(&mut self) -> Vec<String> {
        std::mem::take(&mut self.0)
    }

    /// Refuses what no command asked for.
    pub(crate) fn done(&self) -> Result<()> {
        match self.0.first() {
            Some(word) => bail!("'{word}' is not understood here"),
            None => Ok(()),
        }
    }
}
