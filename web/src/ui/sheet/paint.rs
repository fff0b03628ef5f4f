//! Elements of the rows and cells in sight, used for one record after another.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::grid::Grid;
use super::{Desk, Head};
use crate::snapshot::{Cell, CellMark, Sheet};
use crate::ui::words::{self, count};

/// The longest text that a cell shows.
const SHOWN: usize = 200;

/// The painted rows and headings. A row's elements stay with it while it is in sight, so that scrolling by a
/// row paints a row: row 41 of 40 takes the place of row 1.
#[derive(Default)]
pub(super) struct Pool {
    rows: Vec<Row>,
    heads: Vec<HtmlElement>,
    /// The columns whose headings are painted.
    headed: Option<(usize, usize)>,
}

struct Row {
    element: HtmlElement,
    line: HtmlElement,
    person: HtmlElement,
    cells: Vec<Slot>,
    /// The record that the elements are of.
    number: Option<u32>,
    /// The place, the row, and whether its record was there.
    shown: Option<(usize, u32, bool)>,
    /// Where it stands, in pixels.
    top: f64,
    /// The column that the keyboard is on, and whether the person's panel is open.
    marked: (Option<usize>, bool),
}

/// The element of a cell, and the column that it shows.
struct Slot {
    element: HtmlElement,
    column: Option<usize>,
}

impl Pool {
    /// Everything has to be painted anew.
    pub(super) fn forget(&mut self) {
        self.headed = None;
        for row in &mut self.rows {
            row.shown = None;
        }
    }

    /// Keeps the elements of a record with it, wherever its place is now: a field in them would lose the focus.
    fn hold(&mut self, number: u32, place: usize) {
        let places = self.rows.len();
        if let Some(now) = self.rows.iter().position(|row| row.number == Some(number)) {
            self.rows.swap(now, place % places);
        }
    }

    pub(super) fn forget_row(&mut self, number: u32) {
        for row in self.rows.iter_mut().filter(|row| row.shown.is_some_and(|shown| shown.1 == number)) {
            row.shown = None;
        }
    }

    /// Width of the columns that stay, as the style sheet has it.
    pub(super) fn fixed(&self, scroller: &HtmlElement) -> f64 {
        let narrow = scroller.client_width() < 560;
        self.rows.first().map_or(if narrow { 168.0 } else { 264.0 }, |row| {
            f64::from(row.line.offset_width() + row.person.offset_width())
        })
    }

    /// The element of a cell in sight.
    pub(super) fn cell(&self, place: usize, column: usize) -> Option<&HtmlElement> {
        let row = self.rows.iter().find(|row| row.shown.is_some_and(|shown| shown.0 == place))?;
        match column {
            0 => Some(&row.line),
            1 => Some(&row.person),
            _ => {
                let slot = row.cells.iter().find(|slot| slot.column == Some(column - 2));
                slot.map(|slot| &slot.element)
            }
        }
    }
}

fn element(document: &Document, role: &str, class: &str) -> HtmlElement {
    let element: HtmlElement =
        document.create_element("div").expect("a div can always be made").unchecked_into();
    element.set_class_name(class);
    let _ = element.set_attribute("role", role);
    element
}

/// Paints headings, rows and the place of the keyboard.
pub(super) fn paint(grid: &mut Grid) {
    let Some(document) = grid.parts.window.owner_document() else {
        return;
    };
    let mut pool = std::mem::take(&mut grid.pool);
    heads(grid, &mut pool, &document);
    let (first, last) = grid.painted();
    let columns = grid.painted_columns();
    let room = last - first;
    if pool.rows.len() < room {
        // Other rows take other places now.
        pool.rows.iter_mut().for_each(|row| row.shown = None);
        while pool.rows.len() < room {
            let row = Row::new(&document);
            let _ = grid.parts.window.append_child(&row.element);
            pool.rows.push(row);
        }
    }
    let field = grid.field.as_ref().map(|field| (field.here.row, field.column));
    if let Some((number, _)) = field
        && let Ok(place) = grid.rows.binary_search(&number)
    {
        pool.hold(number, place);
    }
    let level = grid.desk.level.get_untracked();
    let open = grid.desk.app.selected.get_untracked();
    let (top, height) = (grid.top(), grid.row_height());
    let places = pool.rows.len();
    let mut active = None;
    for at in first..last {
        let row = &mut pool.rows[at % places];
        let number = grid.rows[at];
        #[allow(clippy::cast_precision_loss, reason = "rows in sight are few")]
        row.stand(top + (at - first) as f64 * height);
        let field = field.filter(|field| field.0 == number).map(|field| field.1);
        row.show(&document, (at, number), grid.sheet(number), (&grid.heads, columns, field), level);
        let here = (at == grid.at.0).then_some(grid.at.1);
        row.mark(here, open == Some(number));
        if here.is_some() {
            active = Some(format!("sheet-{at}-{}", grid.at.1));
        }
    }
    for row in &mut pool.rows {
        if row.shown.is_none_or(|(at, _, _)| !(first..last).contains(&at)) {
            row.hide();
        }
    }
    let shown = active.as_deref().filter(|id| grid.desk.app.by_id(id).is_some());
    let _ = match shown {
        Some(id) => grid.parts.scroller.set_attribute("aria-activedescendant", id),
        None => grid.parts.scroller.remove_attribute("aria-activedescendant"),
    };
    grid.pool = pool;
}

fn heads(grid: &Grid, pool: &mut Pool, document: &Document) {
    let columns = grid.painted_columns();
    if pool.headed == Some(columns) {
        return;
    }
    pool.headed = Some(columns);
    let header = &grid.parts.header;
    header.set_text_content(None);
    pool.heads.clear();
    let head = |text: &str, at: usize, class: &str| {
        let head = element(document, "columnheader", class);
        head.set_text_content(Some(&words::on_line(text)));
        let _ = head.set_attribute("aria-colindex", &(at + 1).to_string());
        head
    };
    for (at, text, class) in [(0, "Line", "sheet-line"), (1, "Person", "sheet-person")] {
        let _ = header.append_child(&head(text, at, class));
    }
    for (at, column) in grid.heads.iter().enumerate().take(columns.1).skip(columns.0) {
        let class = if column.column.attribute.is_some() { "sheet-cell sheet-read" } else { "sheet-cell" };
        let cell = head(&column.column.name, at + 2, class);
        place(&cell, column);
        let means = match (&column.column.label, column.column.secret) {
            (Some(label), _) => format!("{}: read as the {label}", column.column.name),
            (None, true) => format!("{}: never looked at", column.column.name),
            (None, false) => format!("{}: nothing depends on it", column.column.name),
        };
        let _ = cell.set_attribute("title", &means);
        let _ = header.append_child(&cell);
        pool.heads.push(cell);
    }
}

fn place(cell: &HtmlElement, head: &Head) {
    let style = cell.style();
    let _ = style.set_property("left", &format!("calc({}px + var(--fixed))", head.left));
    let _ = style.set_property("width", &format!("{}px", head.width));
}

impl Row {
    fn new(document: &Document) -> Row {
        let row = element(document, "row", "sheet-row");
        let line = element(document, "rowheader", "sheet-line");
        let person = element(document, "gridcell", "sheet-person");
        for cell in [&line, &person] {
            let _ = cell.set_attribute("aria-selected", "false");
            let _ = cell.set_attribute("aria-readonly", "true");
            let _ = row.append_child(cell);
        }
        Row {
            element: row,
            line,
            person,
            cells: Vec::new(),
            number: None,
            shown: None,
            top: -1.0,
            marked: (None, false),
        }
    }

    fn hide(&mut self) {
        if self.element.class_name().ends_with("row-unused") {
            return;
        }
        (self.number, self.shown) = (None, None);
        self.mark(None, false);
        self.element.set_class_name("sheet-row row-unused");
        let _ = self.element.remove_attribute("data-at");
        let cells = self.cells.iter().map(|slot| &slot.element);
        for cell in [&self.line, &self.person].into_iter().chain(cells) {
            let _ = cell.remove_attribute("id");
        }
    }

    fn stand(&mut self, top: f64) {
        if (self.top - top).abs() > 0.1 {
            self.top = top;
            let _ = self.element.style().set_property("transform", &format!("translateY({top}px)"));
        }
    }

    /// Shows a record, as far as it is not shown already.
    fn show(
        &mut self,
        document: &Document,
        (at, number): (usize, u32),
        sheet: Option<&Sheet>,
        (heads, columns, field): (&[Head], (usize, usize), Option<usize>),
        level: usize,
    ) {
        let now = (at, number, sheet.is_some());
        let name = |cell: &HtmlElement, column: usize| {
            let _ = cell.set_attribute("id", &format!("sheet-{at}-{column}"));
            let _ = cell.set_attribute("aria-colindex", &(column + 1).to_string());
        };
        let room = columns.1 - columns.0;
        let anew = self.shown != Some(now);
        if anew {
            self.shown = Some(now);
            self.number = Some(number);
            let _ = self.element.set_attribute("data-at", &at.to_string());
            let _ = self.element.set_attribute("aria-rowindex", &(at + 2).to_string());
            self.element.set_class_name("sheet-row");
            // Its mark goes with whom it showed.
            self.mark(None, false);
            name(&self.line, 0);
            name(&self.person, 1);
            self.fixed(sheet, level);
        }
        if anew || self.cells.len() < room {
            self.cells.iter_mut().for_each(|slot| slot.column = None);
        }
        while self.cells.len() < room {
            let cell = element(document, "gridcell", "sheet-cell");
            let _ = self.element.append_child(&cell);
            self.cells.push(Slot { element: cell, column: None });
        }
        let places = self.cells.len().max(1);
        for (column, head) in heads.iter().enumerate().take(columns.1).skip(columns.0) {
            let slot = &mut self.cells[column % places];
            if slot.column != Some(column) {
                slot.column = Some(column);
                name(&slot.element, column + 2);
                place(&slot.element, head);
                // Where something is typed nothing is shown.
                if field != Some(column) {
                    fill(&slot.element, head, sheet, level);
                }
                let _ = slot.element.set_attribute("aria-selected", "false");
                // Its mark went with what it showed.
                if self.marked.0 == Some(column + 2) {
                    self.marked.0 = None;
                }
            }
        }
        for slot in &mut self.cells {
            if slot.column.is_none_or(|column| !(columns.0..columns.1).contains(&column)) {
                slot.column = None;
                slot.element.set_class_name("sheet-cell row-unused");
                let _ = slot.element.remove_attribute("id");
            }
        }
    }

    /// The line and the person, with what was found on the record as a whole.
    fn fixed(&self, sheet: Option<&Sheet>, level: usize) {
        let Some(sheet) = sheet else {
            self.line.set_text_content(None);
            self.person.set_text_content(None);
            return;
        };
        let line = &sheet.line;
        let marked = Desk::gravest(level, &sheet.sheet.marks);
        text(&self.line, &count(line.line), marked, &sheet.sheet.marks, false);
        let name = if line.name.trim().is_empty() {
            line.key.clone().unwrap_or_else(|| "(no name)".to_owned())
        } else {
            line.name.clone()
        };
        text(&self.person, &words::on_line(&name), None, &[], false);
        let outcome = line.outcome.as_deref();
        if let Some(sign) =
            self.person.owner_document().and_then(|document| document.create_element("span").ok())
        {
            let kind = outcome.unwrap_or("none");
            sign.set_class_name(&format!("icon icon-{} mark-{kind}", words::outcome_icon(outcome)));
            let _ = sign.set_attribute("aria-hidden", "true");
            let _ = self.person.insert_before(&sign, self.person.first_child().as_ref());
            unseen(&self.person, &format!(", {}", words::outcome(outcome)));
        }
    }

    /// Where the keyboard is, and whose panel is open.
    fn mark(&mut self, here: Option<usize>, open: bool) {
        if self.marked == (here, open) {
            return;
        }
        let (before, was_open) = std::mem::replace(&mut self.marked, (here, open));
        if open != was_open {
            let _ = self.element.class_list().toggle_with_force("row-selected", open);
        }
        for (column, active) in [(before, false), (here, true)] {
            let cell = match column {
                Some(0) => Some(&self.line),
                Some(1) => Some(&self.person),
                Some(column) => {
                    let slot = self.cells.iter().find(|slot| slot.column == Some(column - 2));
                    slot.map(|slot| &slot.element)
                }
                None => None,
            };
            if let Some(cell) = cell {
                let _ = cell.class_list().toggle_with_force("sheet-active", active);
                let _ = cell.set_attribute("aria-selected", if active { "true" } else { "false" });
            }
        }
    }
}

fn fill(slot: &HtmlElement, head: &Head, sheet: Option<&Sheet>, level: usize) {
    slot.set_class_name("sheet-cell");
    if slot.has_attribute("aria-readonly") {
        let _ = slot.remove_attribute("aria-readonly");
    }
    let Some(sheet) = sheet else {
        return slot.set_text_content(None);
    };
    let number = head.column.numbers.get(sheet.line.input).copied().flatten();
    let Some(number) = number else {
        // Another file's column.
        slot.set_class_name("sheet-cell sheet-absent");
        let _ = slot.set_attribute("aria-readonly", "true");
        return slot.set_text_content(None);
    };
    if head.column.secret {
        slot.set_class_name("sheet-cell sheet-secret");
        let _ = slot.set_attribute("aria-readonly", "true");
        return slot.set_text_content(Some("never looked at"));
    }
    let none = Cell::default();
    let cell = sheet.sheet.cells.iter().find(|cell| cell.column == number).unwrap_or(&none);
    if !sheet.sheet.editable {
        let _ = slot.set_attribute("aria-readonly", "true");
    }
    let marked = Desk::gravest(level, &cell.marks);
    text(slot, &words::shown(&cell.text), marked, &cell.marks, cell.was.is_some());
}

/// A text with its mark. The words of the findings are there for those who do not see the mark.
fn text(slot: &HtmlElement, shown: &str, marked: Option<&str>, marks: &[CellMark], cured: bool) {
    let short = match shown.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown.to_owned(),
    };
    slot.set_text_content(Some(&short));
    let base = slot.class_name();
    let base = base.split(' ').next().unwrap_or_default();
    let mark = marked.map_or_else(String::new, |severity| format!(" sheet-{severity}"));
    slot.set_class_name(&format!("{base}{mark}{}", if cured { " sheet-cured" } else { "" }));
    let Some(severity) = marked else {
        if slot.has_attribute("title") {
            let _ = slot.remove_attribute("title");
        }
        if cured {
            unseen(slot, ", changed");
        }
        return;
    };
    let messages: Vec<String> = marks.iter().map(|mark| words::shown(&mark.message)).collect();
    let _ = slot.set_attribute("title", &messages.join("\n"));
    if let Some(sign) = slot.owner_document().and_then(|document| document.create_element("span").ok()) {
        sign.set_class_name(&format!("icon icon-{severity} mark-{severity}"));
        let _ = sign.set_attribute("aria-hidden", "true");
        let _ = slot.insert_before(&sign, slot.first_child().as_ref());
    }
    unseen(slot, &format!(", {}{}", words::severity(severity), if cured { ", changed" } else { "" }));
}

fn unseen(slot: &HtmlElement, text: &str) {
    let span = slot.owner_document().and_then(|document| document.create_element("span").ok());
    if let Some(span) = span {
        span.set_class_name("unseen");
        span.set_text_content(Some(text));
        let _ = slot.append_child(&span);
    }
}

/// The place in the list and the column of an element inside a cell.
pub(super) fn place_of(target: &Element) -> Option<(usize, usize)> {
    let cell = target.closest("[role=gridcell], [role=rowheader]").ok()??;
    let id = cell.id();
    let (row, column) = id.strip_prefix("sheet-")?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}
