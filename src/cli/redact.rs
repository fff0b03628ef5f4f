//! Redacted exports: files with fake people in the place of the real ones.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

use super::files::Input;
use super::{Failure, output};
use crate::check::Check;
use crate::cure::Redaction;

/// Reads the files of a check once more, to learn what their fakes are.
fn learned(check: &Check, inputs: &[Input]) -> Result<Redaction, Failure> {
    let mut learning = check.redaction();
    while let Some(number) = learning.wants() {
        let Some(input) = inputs.get(number as usize) else { break };
        input.read(|portion| Ok(learning.push(portion)?))?;
        learning.end()?;
    }
    Ok(learning.finish())
}

/// The same inputs, redacted whenever they are read.
pub(super) fn inputs(check: &Check, inputs: Vec<Input>) -> Result<Vec<Input>, Failure> {
    let redaction = Rc::new(RefCell::new(learned(check, &inputs)?));
    let numbered = inputs.into_iter().zip(0..);
    Ok(numbered
        .map(|(input, number)| Input::Redacted(Box::new(input), number, Rc::clone(&redaction)))
        .collect())
}

/// Hands the redacted bytes of an input on in portions.
pub(super) fn read(
    input: &Input,
    number: u32,
    redaction: &RefCell<Redaction>,
    mut take: impl FnMut(&[u8]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut redaction = redaction.borrow_mut();
    let mut ready = Vec::new();
    redaction.begin(number)?;
    input.read_as_it_stands(&mut |portion| {
        redaction.push(portion, &mut ready)?;
        take(&ready)?;
        ready.clear();
        Ok(())
    })?;
    redaction.end(&mut ready)?;
    take(&ready)
}

/// Writes the first of a check's files redacted.
pub(super) fn write(check: &Check, inputs: Vec<Input>, out: &mut impl Write) -> Result<(), Failure> {
    let inputs = self::inputs(check, inputs)?;
    let Some(input) = inputs.first() else { return Ok(()) };
    input.read(|portion| output::written(out.write_all(portion)))
}
