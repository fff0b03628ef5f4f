//! Going to a line, to a finding, to a cell that was asked for elsewhere.

use std::rc::Rc;

use super::Shared;
use super::grid::act;
use crate::snapshot::Line;
use crate::ui::state::Filter;
use crate::ui::words::count;

/// Records that are looked through at a time.
const PORTION: usize = 400;

/// Goes to the cell of a record, which a list that does not hold it makes way for.
pub(super) fn jump(grid: &Shared, row: u32, column: Option<&str>) {
    let inner = grid.borrow();
    let (desk, place) = (inner.desk, inner.rows.binary_search(&row));
    let number = inner.heads.iter().position(|head| Some(head.column.name.as_str()) == column);
    drop(inner);
    let app = desk.app;
    if number.is_none() && column.is_some() && desk.only_checked.get_untracked() {
        // The columns come back, and bring the wish up again.
        return desk.only_checked.set(false);
    }
    match place {
        Ok(place) => {
            app.jump.set_silent(None);
            act(grid, |grid| grid.go(place, number.map_or(1, |number| number + 2)));
            if let Some(element) = app.by_id("sheet-grid") {
                element.scroll_into_view_with_bool(false);
            }
            app.focus_soon("sheet-grid");
        }
        // The list is on its way.
        Err(_) if !desk.listed.get_untracked() => {}
        Err(_) if app.filter.with_untracked(|filter| *filter == Filter::default()) => {
            app.jump.set_silent(None);
        }
        Err(_) => {
            desk.listed.set_silent(false);
            app.filter.set(Filter::default());
        }
    }
}

/// Goes to the first record at or behind a line of its file.
pub(super) fn to_line(grid: &Shared, line: u32) {
    let inner = grid.borrow();
    let Some(checked) = inner.desk.app.checked.get_clone_untracked() else { return };
    // Records stand in the order of lines, file after file: halve until it is found in the file of the first.
    let (low, high) = (0, inner.rows.len());
    drop(inner);
    halve(grid, &checked.client, line, low, high, None);
}

fn halve(
    grid: &Shared,
    client: &Rc<crate::client::Client>,
    line: u32,
    low: usize,
    high: usize,
    input: Option<usize>,
) {
    if low >= high {
        act(grid, |grid| {
            let column = grid.at.1;
            grid.go(low, column);
        });
        return exactly(grid, line);
    }
    let middle = if input.is_none() { low } else { low + (high - low) / 2 };
    let Some(row) = grid.borrow().rows.get(middle).copied() else { return };
    let (weak, next) = (Rc::downgrade(grid), Rc::clone(client));
    client.lines(&[row], move |lines| {
        let (Some(grid), Some(found)) = (weak.upgrade(), lines.into_iter().next()) else { return };
        let input = input.unwrap_or(found.input);
        if found.input > input || found.line >= line {
            halve(&grid, &next, line, low, middle, Some(input));
        } else {
            halve(&grid, &next, line, middle + 1, high, Some(input));
        }
    });
}

/// Says so if no record of the list begins on the line that was asked for.
fn exactly(grid: &Shared, line: u32) {
    let inner = grid.borrow();
    let (desk, row) = (inner.desk, inner.rows.get(inner.at.0).copied());
    drop(inner);
    let (Some(checked), Some(row)) = (desk.app.checked.get_clone_untracked(), row) else { return };
    checked.client.lines(&[row], move |lines| {
        let found = lines.first().map_or(0, |found| found.line);
        if found != line && desk.refused.is_alive() {
            let message = format!(
                "No record of this list begins on line {}; this is line {}.",
                count(line),
                count(found)
            );
            desk.app.say(message.clone());
            desk.refused.set(Some(message));
        }
    });
}

/// Goes to the next cell in which something of the shown severities was found, or the one before.
pub(super) fn next(grid: &Shared, forward: bool) {
    let inner = grid.borrow();
    let (row, column) = inner.at;
    if let Some(to) = inner.marked(row, Some(column), forward) {
        drop(inner);
        return act(grid, |grid| grid.go(row, to));
    }
    drop(inner);
    look(grid, row, forward);
}

/// Looks through records from a place on, some at a time.
fn look(grid: &Shared, from: usize, forward: bool) {
    let inner = grid.borrow();
    let (app, level) = (inner.desk.app, inner.desk.level.get_untracked());
    let range = if forward {
        from + 1..(from + 1 + PORTION).min(inner.rows.len())
    } else {
        from.saturating_sub(PORTION)..from
    };
    let rows: Vec<u32> = inner.rows.get(range.clone()).unwrap_or_default().to_vec();
    drop(inner);
    let Some(checked) = app.checked.get_clone_untracked().filter(|_| !rows.is_empty()) else {
        return app.say(if forward { "No finding behind this one." } else { "No finding before this one." });
    };
    let weak = Rc::downgrade(grid);
    checked.client.lines(&rows, move |lines| {
        let Some(grid) = weak.upgrade() else { return };
        let found = |line: &Line| {
            [line.errors, line.warnings, line.notices][..=level].iter().any(|number| *number > 0)
        };
        let place = if forward { lines.iter().position(found) } else { lines.iter().rposition(found) };
        match place {
            Some(place) => reach(&grid, range.start + place, forward),
            None => look(&grid, if forward { range.end - 1 } else { range.start }, forward),
        }
    });
}

/// Goes to a record, and to its first or last marked cell once that was read.
fn reach(grid: &Shared, place: usize, forward: bool) {
    act(grid, |grid| {
        let column = grid.at.1;
        grid.go(place, column);
    });
    let inner = grid.borrow();
    let (app, row) = (inner.desk.app, inner.rows.get(place).copied());
    let here = inner.marked(place, None, forward);
    drop(inner);
    if let Some(to) = here {
        return act(grid, |grid| grid.go(place, to));
    }
    let (Some(checked), Some(row)) = (app.checked.get_clone_untracked(), row) else { return };
    let weak = Rc::downgrade(grid);
    checked.client.sheet(&[row], move |sheets| {
        let (Some(grid), Ok(sheets)) = (weak.upgrade(), sheets) else { return };
        act(&grid, |grid| {
            grid.keep_now(sheets);
            // A person's finding may stand on another record of theirs.
            let to = grid.marked(place, None, forward).unwrap_or(1);
            grid.go(place, to);
        });
    });
}
