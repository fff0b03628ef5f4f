//! Values that are changed: asked of the worker, held here so that they outlive it, and taken away.

use std::cell::Cell;
use std::rc::Rc;

use crate::dom::prelude::*;
use js_sys::Uint8Array;

use super::settings::History;
use super::state::{Checked, Known, Phase, State};
use super::words::counted;
use crate::client::{Cured, Standing};
use crate::snapshot::Cause;

/// The check that would take a change is about to make way for the next one.
const LATER: &str = "The files are being read again. Change this once that is done.";

/// Changes that may be made together.
#[derive(Clone, PartialEq)]
pub(crate) enum Proposed {
    /// All there are.
    All,
    /// Those of one cause.
    Of(Box<Cause>),
    /// What a recipe says, by its JSON.
    Recipe(Rc<str>),
}

/// What belongs to the cures of [`State`].
pub(crate) struct Cures {
    /// The changes in force, in their order. What is in them only the worker knows.
    pub(crate) batches: Signal<Vec<Uint8Array>>,
    /// Questions under way that change values.
    asked: Signal<u32>,
    /// Number of changes that no longer fit what stands in the files, and are left out.
    pub(crate) stale: Signal<u32>,
    /// Something was changed that no corrected export has.
    fresh: Signal<bool>,
    /// What is looked at before it is applied.
    pub(crate) proposed: Signal<Option<Proposed>>,
    /// Inputs whose corrected export was taken away since the last change.
    taken: Signal<Vec<usize>>,
    /// Files that could not be written, and why.
    pub(crate) refused: Signal<Vec<(usize, String)>>,
}

impl Cures {
    /// Must be called in the root scope.
    pub(crate) fn new() -> Cures {
        Cures {
            batches: create_signal(Vec::new()),
            asked: create_signal(0),
            stale: create_signal(0),
            fresh: create_signal(false),
            proposed: create_signal(None),
            taken: create_signal(Vec::new()),
            refused: create_signal(Vec::new()),
        }
    }

    pub(crate) fn is_busy(&self) -> bool {
        self.asked.get_untracked() > 0
    }

    /// A new worker begins; what the old one was asked is not answered any more.
    pub(crate) fn restart(&self) {
        self.asked.set(0);
        self.proposed.set(None);
    }

    /// Something is changed.
    fn touch(&self) {
        self.fresh.set(true);
        self.taken.set(Vec::new());
    }

    /// A recipe has all that was changed: nothing is lost on leaving.
    pub(crate) fn kept(&self) {
        self.fresh.set(false);
    }

    /// Leaving would lose changes.
    pub(crate) fn would_lose(&self) -> bool {
        self.fresh.get_untracked() && self.batches.with_untracked(|batches| !batches.is_empty())
    }
}

impl State {
    /// Puts a text into a cell. `then` is told what keeps it from being put there.
    pub(crate) fn edit_cell(
        &'static self,
        row: u32,
        column: u16,
        text: &str,
        what: String,
        then: impl FnOnce(Option<String>) + 'static,
    ) {
        let Some(checked) = self.standing() else { return then(Some(LATER.to_owned())) };
        self.begin_cure();
        checked.client.edit_cell(row, column, text, move |answer| then(self.cured(Some(what), answer)));
    }

    /// Puts a value in the place of one of an attribute.
    pub(crate) fn edit_value(
        &'static self,
        row: u32,
        target: (&str, u16),
        text: &str,
        what: String,
        then: impl FnOnce(Option<String>) + 'static,
    ) {
        let Some(checked) = self.standing() else { return then(Some(LATER.to_owned())) };
        self.begin_cure();
        checked.client.edit_value(row, target, text, move |answer| then(self.cured(Some(what), answer)));
    }

    /// Makes changes that were proposed.
    pub(crate) fn apply(&'static self, batch: &Uint8Array, what: String) {
        let Some(checked) = self.standing() else { return self.notice.set(Some(LATER.to_owned())) };
        self.begin_cure();
        checked.client.cure(batch, move |answer| {
            if let Some(message) = self.cured(Some(what), answer) {
                self.notice.set(Some(message));
            }
        });
    }

    /// Takes the last changes back.
    pub(super) fn uncure(&'static self) {
        self.cures.batches.update(|batches| drop(batches.pop()));
        self.cures.touch();
        let Some(checked) = self.standing() else { return self.recheck() };
        self.begin_cure();
        checked.client.uncure(move |answer| self.travelled(answer));
    }

    /// Makes changes again that were taken back.
    pub(super) fn cure_again(&'static self, batch: Uint8Array) {
        self.cures.touch();
        let Some(checked) = self.standing() else {
            self.cures.batches.update(|batches| batches.push(batch));
            return self.recheck();
        };
        self.begin_cure();
        checked.client.cure(&batch, move |answer| self.travelled(answer));
        self.cures.batches.update(|batches| batches.push(batch));
    }

    /// The files that values were changed in are gone, and so are the changes.
    pub(super) fn forget_cures(&'static self) {
        self.cures.batches.set(Vec::new());
        self.cures.fresh.set(false);
        self.cures.stale.set(0);
        self.edit.history.update(History::forget_values);
    }

    /// A check that can be asked now.
    fn standing(&'static self) -> Option<Rc<Checked>> {
        let stands = self.phase.with_untracked(|phase| *phase == Phase::Checked);
        self.checked.get_clone_untracked().filter(|_| stands)
    }

    fn begin_cure(&'static self) {
        self.cures.asked.update(|asked| *asked += 1);
    }

    /// An answer came. Gives what keeps the change from being made.
    fn cured(&'static self, what: Option<String>, answer: Result<Cured, String>) -> Option<String> {
        self.cures.asked.update(|asked| *asked = asked.saturating_sub(1));
        match answer {
            Ok(Cured { batch: Some(batch), standing }) => {
                if let Some(what) = what {
                    self.cures.batches.update(|batches| batches.push(batch.clone()));
                    self.cures.touch();
                    self.say(format!("{what}."));
                    self.note_cure(what, batch);
                }
                if self.standing().is_none() {
                    // A new check began with the list as it was before.
                    self.recheck();
                    return None;
                }
                self.stand(standing);
                None
            }
            // It stood there already.
            Ok(Cured { batch: None, .. }) => None,
            Err(message) => Some(message),
        }
    }

    /// A step back or forth was made.
    fn travelled(&'static self, answer: Result<Cured, String>) {
        self.cures.asked.update(|asked| *asked = asked.saturating_sub(1));
        match answer {
            Ok(Cured { standing, .. }) => self.stand(standing),
            Err(message) => {
                // The worker stands between two states: begin anew from what is held here.
                self.notice.set(Some(message));
                self.recheck();
            }
        }
    }

    fn stand(&'static self, standing: Standing) {
        self.cures.stale.set(standing.stale);
        if let Some(now) = self.checked.get_clone_untracked() {
            self.checked.set(Some(Rc::new(now.with(standing))));
        }
    }

    /// A file goes, and with it what was changed in it: that is said.
    pub(super) fn tell_removed(&'static self, id: u32) {
        let name = self.files.with_untracked(|all| {
            let seen = all.iter().find(|export| export.id == id)?.seen.clone()?;
            Some(seen.name.clone())
        });
        let changed = self.checked.with_untracked(|checked| {
            let checked = checked.as_ref()?;
            let input = checked.files.names.iter().position(|own| Some(own) == name.as_ref())?;
            checked.carried.get(input).map(|carried| carried.changed + carried.left_out)
        });
        if let (Some(name), Some(changed)) = (name, changed.filter(|changed| *changed > 0)) {
            let gone = counted(changed, "changed value", "changed values");
            self.notice
                .set(Some(format!("{name} was removed, and with it {gone}. Your own file is as it was.")));
        }
    }

    /// Downloads the files that were cured; all of them if none was. `utf8` lets a file become UTF-8 where its own
    /// encoding does not hold a value.
    pub(crate) fn download_corrected(&'static self, only: Option<usize>, utf8: bool) {
        let Some(checked) = self.checked.get_clone_untracked() else { return };
        let any = checked.carried.iter().any(|carried| carried.changed > 0);
        let exports: Vec<usize> = checked.exports();
        let wanted = exports.into_iter().filter(|&input| match only {
            Some(only) => input == only,
            None => !any || checked.carried.get(input).is_some_and(|carried| carried.changed > 0),
        });
        let wanted: Vec<usize> = wanted.collect();
        self.say("Writing the file.");
        self.writing.set(true);
        let left = Rc::new(Cell::new(wanted.len()));
        if wanted.is_empty() {
            self.writing.set(false);
        }
        for input in wanted {
            let name = checked.files.written_name(input, "corrected");
            let left = left.clone();
            checked.client.corrected(input as u32, utf8, move |file| {
                left.set(left.get() - 1);
                if left.get() == 0 {
                    self.writing.set(false);
                }
                match file {
                    Ok(blob) => {
                        let encoding = if utf8 { None } else { self.encoding_of(input) };
                        self.hand_over(&blob, &name, encoding);
                        self.say(format!("{name} is ready."));
                        self.took(input);
                    }
                    Err(message) => {
                        self.say(message.clone());
                        self.cures.refused.update(|refused| refused.push((input, message)));
                    }
                }
            });
        }
    }

    /// Downloads all files as they were dropped, with fake people in them.
    pub(crate) fn download_redacted(&'static self) {
        let Some(checked) = self.checked.get_clone_untracked() else { return };
        self.say("Writing the files.");
        self.writing.set(true);
        let names = Rc::clone(&checked.files);
        checked.client.redacted(move |written| {
            self.writing.set(false);
            match written {
                Ok(files) => {
                    for (input, blob) in files {
                        let name = names.written_name(input, "redacted");
                        self.hand_over(&blob, &name, self.encoding_of(input));
                        self.say(format!("{name} is ready."));
                    }
                }
                Err(message) => {
                    self.say(message.clone());
                    self.notice.set(Some(message));
                }
            }
        });
    }

    /// A corrected export was taken away. With all that hold changes nothing is lost on leaving.
    fn took(&'static self, input: usize) {
        self.cures.taken.update(|taken| taken.push(input));
        let all = self.checked.with_untracked(|checked| {
            let carried = checked.iter().flat_map(|checked| checked.carried.iter().enumerate());
            let mut changed = carried.filter(|(_, carried)| carried.changed > 0);
            self.cures.taken.with_untracked(|taken| changed.all(|(input, _)| taken.contains(&input)))
        });
        if all {
            self.cures.fresh.set(false);
        }
    }
}

impl Checked {
    /// Whether an input is a sheet of a workbook.
    pub(crate) fn is_sheet(&self, input: usize) -> bool {
        self.files.names.get(input).is_some_and(|name| self.files.sheets.contains(name))
    }

    /// The inputs that are exports, by their numbers.
    pub(crate) fn exports(&self) -> Vec<usize> {
        let Known { names, members, .. } = &*self.files;
        let exports =
            names.iter().enumerate().filter(|(_, name)| !name.is_empty() && !members.contains(*name));
        exports.map(|(input, _)| input).collect()
    }
}

impl Known {
    /// What a file is called that is written of an input.
    fn written_name(&self, input: usize, what: &str) -> String {
        let name = self.names.get(input).map_or("export", String::as_str);
        written_name(name, what, self.sheets.contains(name))
    }
}

/// `users.csv` becomes `users-corrected.csv`, and a second one of that name `users-corrected (2).csv`. What was a
/// sheet of a workbook comes out as CSV.
fn written_name(name: &str, what: &str, is_sheet: bool) -> String {
    let numbered = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (name, number) = match numbered.filter(|(base, number)| base.contains('.') && is_number(number)) {
        Some((base, number)) => (base, format!(" ({number})")),
        None => (name, String::new()),
    };
    match name.rsplit_once('.') {
        Some((stem, _)) if is_sheet && !stem.is_empty() => format!("{stem}-{what}{number}.csv"),
        Some((stem, ending)) if !stem.is_empty() => format!("{stem}-{what}{number}.{ending}"),
        _ => format!("{name}-{what}{number}"),
    }
}
