//! The profile of a plain row, whose values stand where they stood.

use super::{ATTRIBUTES, Attribute, MAX_VALUES, Says, is_name};
use crate::export::{Direct, Plain, text_of};
use crate::rules::name;
use crate::rules::value::{is_placeholder, may_be_placeholder, may_begin_placeholder};

/// The first bytes of values that are what they look like, if they are clean: they begin no leftover of an export, and whatever
/// begins so is a name where a name is asked for.
const PLAIN: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let first = byte as u8;
        all[byte] = first.is_ascii_alphanumeric() && !may_begin_placeholder(first);
        byte += 1;
    }
    all
};

/// One plain row under the names of attributes. No value of it is blemished, and none a leftover of the export.
#[derive(Debug)]
pub(crate) struct PlainProfile<'p, 'r> {
    row: &'p Plain<'r>,
    direct: &'p Direct,
    /// UTF-8.
    texts: [&'r [u8]; ATTRIBUTES],
    /// Attributes with a value, groups apart, as bits.
    pub(crate) present: u32,
    pub(crate) inverted_status: bool,
    /// Some value was looked at twice.
    something: bool,
}

impl<'p, 'r> PlainProfile<'p, 'r> {
    /// A row of which nothing was read yet.
    #[inline]
    pub(crate) fn new(direct: &'p Direct, row: &'p Plain<'r>) -> PlainProfile<'p, 'r> {
        let texts = [[].as_slice(); ATTRIBUTES];
        PlainProfile {
            row,
            direct,
            texts,
            present: 0,
            inverted_status: direct.inverted_first,
            something: false,
        }
    }

    /// Reads the values. False if one of them needs a second look: blemished, a leftover of the export, or several in one.
    #[inline]
    pub(crate) fn read(&mut self) -> bool {
        let (row, direct) = (self.row, self.direct);
        let clean = row.is_clean();
        // In a place of its own, which is a register.
        let mut present = 0;
        let good = row.each(&direct.single, |attribute, text| {
            let Some(&first) = text.first() else { return true };
            if clean && PLAIN[usize::from(first)] {
                present |= attribute.bit();
                self.texts[attribute as usize] = text;
                return true;
            }
            self.consider(attribute, text)
        });
        self.present |= present;
        if !good {
            return false;
        }
        let further = !direct.several.is_empty() || !direct.secondary.is_empty();
        (!further || self.read_further()) && (self.something || self.present != 0)
    }

    /// Reads what several columns hold.
    #[inline(never)]
    fn read_further(&mut self) -> bool {
        let (row, direct) = (self.row, self.direct);
        // Of several columns the first that holds something counts.
        for (attribute, all) in &direct.several {
            if let Some(&column) = all.iter().find(|&&column| !row.field(column).is_empty())
                && column != all[0]
            {
                if !self.put(*attribute, row.field(column)) {
                    return false;
                }
                self.something = true;
                if *attribute == Attribute::Status {
                    self.inverted_status = direct.inverted.contains(&column);
                }
            }
        }
        for &column in &direct.secondary {
            let text = row.field(column);
            if text.is_empty() {
                continue;
            }
            let several = text.iter().any(|byte| matches!(byte, b';' | b'|'));
            if several || !row.is_tidy(text) || is_placeholder(text, false) {
                return false;
            }
            self.present |= Attribute::SecondaryEmails.bit();
        }
        direct.secondary.len() <= MAX_VALUES
    }

    /// Takes a value that does not begin as most do, or is not of ASCII. False if it needs a second look.
    #[inline(never)]
    fn consider(&mut self, attribute: Attribute, text: &'r [u8]) -> bool {
        self.something = true;
        let first = text.first().copied().unwrap_or_default();
        let plain = PLAIN[usize::from(first)]
            || !may_be_placeholder(text) && (first.is_ascii_alphanumeric() || !is_name(attribute));
        if plain && self.row.is_clean_in(text) {
            self.present |= attribute.bit();
            self.texts[attribute as usize] = text;
            return true;
        }
        self.put(attribute, text)
    }

    /// Takes a value that deserves a look. False if it needs a second one.
    fn put(&mut self, attribute: Attribute, text: &'r [u8]) -> bool {
        if !self.row.is_tidy(text) {
            return false;
        }
        let named = is_name(attribute);
        if is_placeholder(text, named) {
            return false;
        }
        let counts = !named
            || text.first().is_some_and(u8::is_ascii_alphanumeric)
            || attribute == Attribute::ManagerName
            || name::is_name(text_of(text));
        self.present |= if counts { attribute.bit() } else { 0 };
        self.texts[attribute as usize] = text;
        true
    }

    /// The groups in a column, each on a line, for which `joined` is room; none if one of them needs a second look.
    #[inline(never)]
    pub(crate) fn groups<'j>(&self, column: u16, joined: &'j mut String) -> Option<&'j str>
    where
        'r: 'j,
    {
        let cell = self.row.text(column);
        if cell.is_empty() {
            return Some("");
        }
        let separators = [';', '|'];
        let mut names = cell.split(separators).map(|name| name.trim_matches(' '));
        if !self.row.is_tidy(cell.as_bytes()) || names.any(|name| is_placeholder(name.as_bytes(), false)) {
            return None;
        }
        if !cell.contains(separators) {
            return Some(cell);
        }
        joined.clear();
        let names = cell.split(separators).map(|name| name.trim_matches(' ')).filter(|name| !name.is_empty());
        for (place, name) in names.enumerate() {
            if place >= MAX_VALUES {
                return None;
            }
            if place > 0 {
                joined.push('\n');
            }
            joined.push_str(name);
        }
        Some(joined)
    }
}

impl<'r> Says<'r> for PlainProfile<'_, 'r> {
    fn text(&self, attribute: Attribute) -> &'r str {
        text_of(self.texts[attribute as usize])
    }

    #[inline]
    fn bytes(&self, attribute: Attribute) -> &'r [u8] {
        self.texts[attribute as usize]
    }

    #[inline]
    fn has_secondary(&self) -> bool {
        self.present & Attribute::SecondaryEmails.bit() != 0
    }

    fn secondary(&self) -> impl Iterator<Item = (u16, &'r str)> {
        let columns = self.direct.secondary.iter();
        (0..).zip(columns.map(|&column| self.row.field(column)).filter(|text| !text.is_empty()).map(text_of))
    }
}
