//! The one error of the core: an input that cannot be read at all.

use std::fmt;

/// Why an input cannot be read at all.
///
/// Everything that can be read, however faulty, is a finding and never an error. An error names
/// the input and, where one is to blame, the line; its message says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    input: String,
    line: Option<u32>,
    message: String,
}

impl Error {
    /// An error about a file that has no name yet.
    pub fn new(line: Option<u32>, message: impl Into<String>) -> Error {
        Error { input: String::new(), line, message: message.into() }
    }

    /// The same about a file of that name.
    #[must_use]
    pub fn of(mut self, input: &str) -> Error {
        input.clone_into(&mut self.input);
        self
    }

    /// The name of the input, as given to the session.
    pub fn input(&self) -> &str {
        &self.input
    }

    /// The 1-based line that is to blame, if one is.
    pub fn line(&self) -> Option<u32> {
        self.line
    }

    /// What is wrong and what to do, without the place.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            None if self.input.is_empty() => f.write_str(&self.message),
            Some(line) => write!(f, "{}, line {line}: {}", self.input, self.message),
            None => write!(f, "{}: {}", self.input, self.message),
        }
    }
}

impl std::error::Error for Error {}
