//! What is in sight of the grid, and what is asked of the worker for it.
//!
//! Rows and columns outside of what is seen have no elements. A browser lays nothing out above some millions
//! of pixels, so past [`TALLEST`] the scroll range is mapped onto the rows instead of holding them. One notch
//! of a wheel then skips rows; the keyboard never does.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use web_sys::HtmlElement;

use super::{Desk, Head, Here, Shared, editor, paint};
use crate::snapshot::{Cell, CellMark, Sheet};

/// Height of the row of headings in pixels; the style sheet says the same.
const HEAD: f64 = 32.0;
/// Heights of a row; the style sheet says the same.
const DENSE: f64 = 28.0;
const ROOMY: f64 = 40.0;
/// The tallest content that every browser lays out, with room to spare.
const TALLEST: f64 = 8_000_000.0;
/// More rows than this are never painted, whatever the layout says.
const MOST: usize = 200;
/// Rows and pixels painted beyond the edges, so that scrolling does not show emptiness.
const BEYOND: usize = 4;
const ASIDE: f64 = 240.0;
/// Records kept before all are forgotten.
const KEPT: usize = 2_000;

/// The elements that the grid is made of.
pub(in crate::ui) struct Parts {
    pub(super) scroller: HtmlElement,
    pub(super) sizer: HtmlElement,
    pub(super) window: HtmlElement,
    pub(super) header: HtmlElement,
}

/// A record that was read, and for which state of the check.
struct Kept {
    sheet: Sheet,
    age: u32,
}

pub(in crate::ui) struct Grid {
    pub(super) desk: Desk,
    pub(super) parts: Parts,
    pub(super) rows: Rc<Vec<u32>>,
    pub(super) heads: Rc<Vec<Head>>,
    /// The first row in sight.
    first: usize,
    /// The row and column that the keyboard is on. Column 0 is the line, 1 the person, then those of the files.
    pub(super) at: (usize, usize),
    sheets: HashMap<u32, Kept>,
    age: u32,
    asking: bool,
    /// Rows whose record cannot be read now.
    unread: HashSet<u32>,
    /// Where the keyboard set the scroll range, when it holds fewer pixels than rows.
    pinned: Option<f64>,
    pub(super) pool: paint::Pool,
    /// The cell that is being changed.
    pub(super) field: Option<editor::Field>,
}

/// Changes the grid, paints it, and asks for the records that are missing.
pub(super) fn act(grid: &Shared, change: impl FnOnce(&mut Grid)) {
    // A change can set a signal whose effect comes back here; that effect's turn is over by then or skipped.
    let Ok(mut inner) = grid.try_borrow_mut() else {
        return;
    };
    // An answer may come when the view is gone.
    if !inner.desk.rows.is_alive() {
        return;
    }
    change(&mut inner);
    if inner.loses_field() {
        drop(inner);
        // What was typed is kept; this paints, too.
        return editor::finish(grid, true, 0);
    }
    inner.paint();
    let (desk, seen, here, missing) = (inner.desk, inner.seen(), inner.here(), inner.missing());
    inner.asking |= !missing.is_empty();
    drop(inner);
    if desk.range.get_untracked() != seen {
        desk.range.set(seen);
    }
    if desk.here.with_untracked(|now| *now != here) {
        desk.here.set(here);
    }
    if missing.is_empty() {
        return;
    }
    let Some(checked) = desk.app.checked.get_clone_untracked() else {
        return;
    };
    let weak = Rc::downgrade(grid);
    let age = grid.borrow().age;
    let asked = missing.clone();
    checked.client.sheet(&missing, move |sheets| {
        if let Some(grid) = weak.upgrade() {
            arrived(&grid, age, &asked, sheets);
        }
    });
}

/// Records that were asked for are here; what came into sight meanwhile is asked for next.
fn arrived(grid: &Shared, age: u32, asked: &[u32], sheets: Result<Vec<Sheet>, String>) {
    let refused = sheets.as_ref().err().cloned();
    let change: Box<dyn FnOnce(&mut Grid) + '_> = Box::new(move |grid| {
        grid.asking = false;
        match sheets {
            Ok(sheets) => grid.keep(age, sheets),
            // Asking again at once would not help.
            Err(_) => grid.unread.extend(asked),
        }
    });
    act(grid, change);
    let desk = grid.borrow().desk;
    if let Some(message) = refused.filter(|_| desk.refused.is_alive()) {
        desk.refused.set(Some(message));
    }
}

#[allow(
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "rows and pixels are counts far below 2^52, and clamped at 0"
)]
impl Grid {
    pub(super) fn new(desk: Desk, parts: Parts) -> Grid {
        Grid {
            desk,
            parts,
            rows: Rc::default(),
            heads: Rc::default(),
            first: 0,
            at: (0, 1),
            sheets: HashMap::new(),
            age: 0,
            asking: false,
            unread: HashSet::new(),
            pinned: None,
            pool: paint::Pool::default(),
            field: None,
        }
    }

    /// Other records are listed now. The one that the keyboard is on keeps its place, if it is still there; where it is out of
    /// sight, the first that is seen does.
    pub(super) fn take(&mut self, rows: Rc<Vec<u32>>, same: bool) {
        let before = self.rows.get(self.at.0).copied();
        let held = Rc::clone(&self.rows);
        // Rows come in order.
        let place_of = |at: usize| held.get(at).map_or(0, |row| rows.partition_point(|other| other < row));
        let place = place_of(self.at.0);
        let seen = self.first..self.first + self.page();
        let anchor = if seen.contains(&self.at.0) { self.at.0 } else { self.first };
        let first = place_of(anchor).saturating_sub(anchor - self.first);
        // Under another filter a list begins at its top.
        let goes_on = same
            && (before.is_some_and(|row| rows.get(place) == Some(&row))
                || (!self.rows.is_empty() && rows.len().abs_diff(self.rows.len()) <= 1));
        self.rows = rows;
        self.pinned = None;
        self.at.0 = if goes_on { place.min(self.rows.len().saturating_sub(1)) } else { 0 };
        self.first = if goes_on { first.min(self.last_first()) } else { 0 };
        self.pool.forget();
        self.resize();
        self.scroll_to_first();
    }

    pub(super) fn take_heads(&mut self, heads: Rc<Vec<Head>>) {
        self.heads = heads;
        self.at.1 = self.at.1.min(self.heads.len() + 1);
        self.pool.forget();
    }

    /// What is shown has to be read again; until it is there the old stands.
    pub(super) fn refresh(&mut self) {
        self.age += 1;
        // A worker that is gone does not answer.
        self.asking = false;
        self.unread.clear();
        self.pool.forget();
    }

    fn keep(&mut self, age: u32, sheets: Vec<Sheet>) {
        if self.sheets.len() > KEPT {
            self.sheets.clear();
        }
        for sheet in sheets {
            self.pool.forget_row(sheet.line.row);
            self.sheets.insert(sheet.line.row, Kept { sheet, age });
        }
    }

    /// Records that were read just now.
    pub(super) fn keep_now(&mut self, sheets: Vec<Sheet>) {
        self.keep(self.age, sheets);
    }

    /// Shows a text where it is being put, before the worker has said what comes of it.
    pub(super) fn show_at_once(&mut self, row: u32, column: u16, text: &str) {
        let Some(kept) = self.sheets.get_mut(&row) else { return };
        let cells = &mut kept.sheet.sheet.cells;
        match cells.iter_mut().find(|cell| cell.column == column) {
            Some(cell) => {
                let was = std::mem::replace(&mut cell.text, text.to_owned());
                cell.was.get_or_insert(was);
                cell.marks.clear();
            }
            None => cells.push(Cell {
                column,
                text: text.to_owned(),
                was: Some(String::new()),
                ..Cell::default()
            }),
        }
        self.pool.forget_row(row);
    }

    /// The next marked column of a record behind (or before) one; without one the first (or last).
    pub(super) fn marked(&self, row: usize, from: Option<usize>, forward: bool) -> Option<usize> {
        let sheet = self.sheet(*self.rows.get(row)?)?;
        let level = self.desk.level.get_untracked();
        // Where a cause is looked at, the others are not gone to.
        let (rule, attribute) =
            self.desk.app.filter.with_untracked(|filter| (filter.rule.clone(), filter.attribute.clone()));
        let asked = |mark: &&CellMark| {
            rule.as_ref().is_none_or(|rule| mark.rule == *rule)
                && attribute.as_ref().is_none_or(|attribute| mark.on.as_ref() == Some(attribute))
        };
        let found = |marks: &[CellMark]| {
            let marks: Vec<CellMark> = marks.iter().filter(asked).cloned().collect();
            Desk::gravest(level, &marks).is_some()
        };
        let of_record = found(&sheet.sheet.marks).then_some(0);
        let of_cells = self.heads.iter().enumerate().filter_map(|(at, head)| {
            let number = head.column.numbers.get(sheet.line.input).copied().flatten()?;
            let cell = sheet.sheet.cells.iter().find(|cell| cell.column == number)?;
            found(&cell.marks).then_some(at + 2)
        });
        let mut all = of_record.into_iter().chain(of_cells);
        if forward {
            all.find(|at| from.is_none_or(|from| *at > from))
        } else {
            all.rfind(|at| from.is_none_or(|from| *at < from))
        }
    }

    pub(super) fn sheet(&self, row: u32) -> Option<&Sheet> {
        self.sheets.get(&row).map(|kept| &kept.sheet)
    }

    /// Rows in sight whose record is not here as it stands now, unless others are under way.
    fn missing(&self) -> Vec<u32> {
        if self.asking {
            return Vec::new();
        }
        let (first, last) = self.painted();
        let fresh = |row: &u32| self.sheets.get(row).is_some_and(|kept| kept.age == self.age);
        self.rows[first..last]
            .iter()
            .copied()
            .filter(|row| !fresh(row) && !self.unread.contains(row))
            .collect()
    }

    /// What the keyboard is on.
    pub(super) fn here(&self) -> Option<Here> {
        let row = *self.rows.get(self.at.0)?;
        let sheet = self.sheet(row)?;
        let head = self.at.1.checked_sub(2).and_then(|column| self.heads.get(column));
        let number = head.and_then(|head| head.column.numbers.get(sheet.line.input).copied().flatten());
        let cell = number.and_then(|number| sheet.sheet.cells.iter().find(|cell| cell.column == number));
        Some(Here {
            row,
            line: sheet.line.clone(),
            head: head.cloned(),
            number,
            cell: cell.cloned().unwrap_or_default(),
            marks: sheet.sheet.marks.clone(),
            editable: sheet.sheet.editable,
        })
    }

    pub(super) fn row_height(&self) -> f64 {
        if self.desk.roomy.get_untracked() { ROOMY } else { DENSE }
    }

    fn full_height(&self) -> f64 {
        self.rows.len() as f64 * self.row_height()
    }

    fn height(&self) -> f64 {
        self.full_height().min(TALLEST)
    }

    fn is_mapped(&self) -> bool {
        self.full_height() > TALLEST
    }

    /// Rows that fit in sight whole.
    pub(super) fn page(&self) -> usize {
        let height = f64::from(self.parts.scroller.client_height()) - HEAD;
        ((height / self.row_height()) as usize).clamp(1, MOST)
    }

    fn scroll_range(&self) -> f64 {
        (self.height() + HEAD - f64::from(self.parts.scroller.client_height())).max(0.0)
    }

    /// The last of the rows that can be the first in sight.
    fn last_first(&self) -> usize {
        self.rows.len().saturating_sub(self.page())
    }

    pub(super) fn scrolled(&mut self) {
        let top = f64::from(self.parts.scroller.scroll_top());
        if !self.is_mapped() {
            // The row that is cut at the top does not count as seen.
            self.first = ((top - 1.0) / self.row_height()).ceil().max(0.0) as usize;
        } else if self.pinned.is_none_or(|pinned| (pinned - top).abs() > 1.0) {
            self.pinned = None;
            let range = self.scroll_range();
            let share = if range > 0.0 { (top / range).min(1.0) } else { 0.0 };
            self.first = (share * self.last_first() as f64).round() as usize;
        }
    }

    /// Moves the keyboard to a cell, and the cell into sight.
    pub(super) fn go(&mut self, row: usize, column: usize) {
        let row = row.min(self.rows.len().saturating_sub(1));
        let column = column.min(self.heads.len() + 1);
        let page = self.page();
        let from = self.at.0;
        self.at = (row, column);
        if row < self.first || (row == self.first && row < from) {
            self.first = row;
            self.scroll_to_first();
        } else if row >= self.first + page {
            self.first = row + 1 - page;
            self.scroll_to_first();
        }
        if let Some(head) = column.checked_sub(2).and_then(|column| self.heads.get(column)) {
            let fixed = self.pool.fixed(&self.parts.scroller);
            let width = f64::from(self.parts.scroller.client_width()) - fixed;
            let left = f64::from(self.parts.scroller.scroll_left());
            let to = if head.left < left {
                head.left
            } else if head.left + head.width > left + width {
                (head.left + head.width - width).min(head.left)
            } else {
                return;
            };
            self.parts.scroller.set_scroll_left(to.round() as i32);
        }
    }

    fn scroll_to_first(&mut self) {
        let top = if self.is_mapped() {
            self.first as f64 / self.last_first().max(1) as f64 * self.scroll_range()
        } else {
            self.first as f64 * self.row_height()
        };
        self.parts.scroller.set_scroll_top(top.round() as i32);
        self.pinned = Some(f64::from(self.parts.scroller.scroll_top()));
    }

    /// First and last row in sight, the last exclusive.
    fn seen(&self) -> (usize, usize) {
        let first = self.first.min(self.last_first());
        (first, (first + self.page()).min(self.rows.len()))
    }

    /// Rows that are painted.
    pub(super) fn painted(&self) -> (usize, usize) {
        let (first, last) = self.seen();
        let (first, last) = if self.is_mapped() {
            (first, last + 1)
        } else {
            (first.saturating_sub(BEYOND), last + 1 + BEYOND)
        };
        (first, last.min(self.rows.len()).min(first + MOST))
    }

    /// Whether the cell that is being changed is painted no longer.
    fn loses_field(&self) -> bool {
        let Some(field) = &self.field else { return false };
        let (first, last) = self.painted();
        let place = self.rows.binary_search(&field.here.row).ok();
        let columns = self.columns_in_reach();
        let same = self.heads.get(field.column) == field.here.head.as_ref();
        !same
            || place.is_none_or(|place| !(first..last).contains(&place))
            || !(columns.0..columns.1).contains(&field.column)
    }

    /// Columns that are painted: they stay while one of their cells is being changed.
    pub(super) fn painted_columns(&self) -> (usize, usize) {
        self.field.as_ref().map_or_else(|| self.columns_in_reach(), |field| field.painted)
    }

    fn columns_in_reach(&self) -> (usize, usize) {
        let left = f64::from(self.parts.scroller.scroll_left()) - ASIDE;
        let right = left + f64::from(self.parts.scroller.client_width()) + 2.0 * ASIDE;
        let first = self.heads.partition_point(|head| head.left + head.width < left);
        (first, self.heads.partition_point(|head| head.left < right))
    }

    /// All of the columns' widths together.
    fn width(&self) -> f64 {
        self.heads.last().map_or(0.0, |head| head.left + head.width)
    }

    /// The height must be there before it can be scrolled to.
    fn resize(&self) {
        let height = self.height();
        let _ = self.parts.sizer.style().set_property("height", &format!("{height}px"));
        // A short list needs no tall frame.
        let _ = self.parts.scroller.style().set_property("--content", &format!("{}px", height + HEAD));
    }

    /// Where the first painted row stands, in pixels.
    pub(super) fn top(&self) -> f64 {
        let (first, last) = self.painted();
        if self.is_mapped() {
            // The painted rows stand where one is looking, whatever part of the range that is.
            let height = (last - first) as f64 * self.row_height();
            f64::from(self.parts.scroller.scroll_top()).min(self.height() - height).max(0.0)
        } else {
            first as f64 * self.row_height()
        }
    }

    fn paint(&mut self) {
        self.resize();
        let wide = format!("calc({}px + var(--fixed))", self.width());
        for part in [&self.parts.sizer, &self.parts.header] {
            let _ = part.style().set_property("width", &wide);
        }
        paint::paint(self);
    }
}
