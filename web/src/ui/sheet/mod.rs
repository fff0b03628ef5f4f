//! The records as they stand in their files: every column, what was found in each cell, and a place to cure it.

mod bar;
mod editor;
mod grid;
mod keys;
mod paint;
mod seek;
mod tools;

use std::cell::RefCell;
use std::rc::Rc;

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::people::listed;
use super::state::App;
use super::words::{count, counted, people};
use crate::snapshot::{Cell, CellMark, Column, Line};

/// A column as the grid shows it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) column: Column,
    /// Its left edge and its width in pixels, behind the two columns that stay.
    pub(super) left: f64,
    pub(super) width: f64,
}

/// The cell that the keyboard is on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Here {
    pub(super) row: u32,
    pub(super) line: Line,
    /// Its column; none for the record as a whole.
    pub(super) head: Option<Head>,
    /// Number of the column in the record's file.
    pub(super) number: Option<u16>,
    pub(super) cell: Cell,
    /// What was found on the record and on no cell of it.
    pub(super) marks: Vec<CellMark>,
    pub(super) editable: bool,
}

/// How the grid is shown, and what it is on.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) app: App,
    /// Rows of the records that pass the filter.
    pub(super) rows: Signal<Rc<Vec<u32>>>,
    /// The rows are those of the filter.
    pub(super) listed: Signal<bool>,
    pub(super) heads: Signal<Rc<Vec<Head>>>,
    pub(super) here: Signal<Option<Here>>,
    /// Marks of this severity and graver are shown: 0 for errors, 2 for all.
    pub(super) level: Signal<usize>,
    pub(super) only_checked: Signal<bool>,
    pub(super) roomy: Signal<bool>,
    /// First and last row in sight, the last exclusive.
    pub(super) range: Signal<(usize, usize)>,
    /// What keeps the last change from being made.
    pub(super) refused: Signal<Option<String>>,
}

/// How the admin likes the grid, whatever it shows.
pub(crate) struct Look {
    level: Signal<usize>,
    only_checked: Signal<bool>,
    roomy: Signal<bool>,
}

impl Look {
    /// Must be called in the root scope.
    pub(crate) fn new() -> Look {
        Look { level: create_signal(2), only_checked: create_signal(false), roomy: create_signal(false) }
    }
}

const SEVERITIES: [&str; 3] = ["error", "warning", "notice"];

impl Desk {
    fn new(app: App) -> Desk {
        Desk {
            app,
            rows: create_signal(Rc::default()),
            listed: create_signal(false),
            heads: create_signal(Rc::default()),
            here: create_signal(None),
            level: app.look.level,
            only_checked: app.look.only_checked,
            roomy: app.look.roomy,
            range: create_signal((0, 0)),
            refused: create_signal(None),
        }
    }

    /// The gravest of the marks that are shown.
    pub(super) fn gravest(level: usize, marks: &[CellMark]) -> Option<&'static str> {
        SEVERITIES[..=level]
            .iter()
            .copied()
            .find(|severity| marks.iter().any(|mark| mark.severity == *severity))
    }
}

/// Shared by everything that acts on the grid.
pub(super) type Shared = Rc<RefCell<grid::Grid>>;

pub(crate) fn sheet(app: App) -> View {
    let desk = Desk::new(app);
    follow(desk);
    let (scroller, sizer, window, header) =
        (create_node_ref(), create_node_ref(), create_node_ref(), create_node_ref());
    let shared: Signal<Option<Shared>> = create_signal(None);
    on_mount(move || {
        let node = |node: NodeRef| node.get().unchecked_into::<HtmlElement>();
        let parts = grid::Parts {
            scroller: node(scroller),
            sizer: node(sizer),
            window: node(window),
            header: node(header),
        };
        let grid: Shared = Rc::new(RefCell::new(grid::Grid::new(desk, parts)));
        let listeners = keys::listen(&grid);
        shared.set(Some(Rc::clone(&grid)));
        watch(desk, &grid);
        on_cleanup(move || drop(listeners));
    });
    let sum = move || {
        let (first, last) = desk.range.get();
        let (records, all) = (desk.rows.with(|rows| rows.len()), app.rows.with(|rows| rows.len()));
        if records == 0 {
            return "Nobody passes this filter.".to_owned();
        }
        let of = if records == all {
            people(all as u64)
        } else {
            format!("{} records of {}", count(records as u64), people(all as u64))
        };
        format!("Showing {}–{} of {of}", count(first as u64 + 1), count(last as u64))
    };
    let columns = move || (desk.heads.with(|heads| heads.len()) + 2).to_string();
    view! {
        section(class="sheet", aria-labelledby="sheet-title") {
            div(class="group-head") {
                h2(id="sheet-title", tabindex="-1") { "Records as they stand" }
                p(class="hint") { "Every column of your files. Enter or F2 changes a cell, F8 goes to the next finding." }
            }
            (tools::tools(desk, shared))
            p(class="showing") { (sum()) }
            div(
                id="sheet-grid", class=if desk.roomy.get() { "sheet-grid sheet-roomy" } else { "sheet-grid" }, role="grid", tabindex="0",
                aria-label="Records of the filter",
                aria-rowcount=desk.rows.with(|rows| (rows.len() + 1).to_string()), aria-colcount=columns(), r#ref=scroller
            ) {
                div(class="sheet-head", role="row", aria-rowindex="1", r#ref=header)
                div(class="sheet-sizer", role="presentation", r#ref=sizer) {
                    div(class="sheet-window", role="presentation", r#ref=window)
                }
            }
            (bar::bar(desk, shared))
        }
    }
}

/// Lists the records of a filter, here.
pub(crate) fn show(app: App, filter: super::state::Filter) {
    app.filter.set(filter);
    app.focus_soon("sheet-title");
    Timeout::new(0, move || {
        if let Some(title) = app.by_id("sheet-title") {
            title.scroll_into_view();
        }
    })
    .forget();
}

/// Keeps rows and columns with the filter and the files.
fn follow(desk: Desk) {
    let app = desk.app;
    create_effect(move || {
        let filter = super::state::Filter { records: true, ..app.filter.get_clone() };
        let Some(checked) = app.checked.get_clone() else {
            return desk.rows.set(Rc::default());
        };
        let asked = filter.clone();
        checked.client.people(&filter, move |rows| {
            // The grid may be gone by then, and only the answer to the last question counts.
            if desk.rows.is_alive()
                && app
                    .filter
                    .with_untracked(|now| super::state::Filter { records: true, ..now.clone() } == asked)
            {
                desk.listed.set_silent(true);
                desk.rows.set(Rc::new(rows));
            }
        });
    });
    create_effect(move || {
        let only = desk.only_checked.get();
        let Some(files) = app.checked.with(|checked| Some(Rc::clone(&checked.as_ref()?.files))) else {
            return;
        };
        let shown = |column: &&Column| !only || column.attribute.is_some();
        let mut left = 0.0;
        let heads = files.columns.iter().filter(shown).map(|column| {
            let width = width(column);
            left += width;
            Head { column: column.clone(), left: left - width, width }
        });
        let heads: Vec<Head> = heads.collect();
        if desk.heads.with_untracked(|now| **now != heads) {
            desk.heads.set(Rc::new(heads));
        }
    });
}

/// Columns are as wide as what mostly stands in them.
fn width(column: &Column) -> f64 {
    let typical: f64 = match column.attribute.as_deref() {
        Some(
            "primaryEmail" | "managerEmail" | "secondaryEmails" | "privateEmail" | "userName" | "groups",
        ) => 216.0,
        Some("title" | "timeZone" | "managerName" | "phoneNumber" | "id") => 168.0,
        Some("givenName" | "familyName" | "country" | "state") => 128.0,
        Some("status" | "locale" | "phoneExtension") => 112.0,
        _ => 136.0,
    };
    #[allow(clippy::cast_precision_loss, reason = "names of columns are short")]
    let named = column.name.chars().count() as f64 * 7.2 + 28.0;
    typical.max(named.min(240.0))
}

/// Paints when something changes that the grid shows.
fn watch(desk: Desk, grid: &Shared) {
    let app = desk.app;
    let speak = create_signal(None::<Timeout>);
    // Of which filter the list was.
    let filtered = create_signal(None::<super::state::Filter>);
    create_effect({
        let grid = Rc::clone(grid);
        move || {
            let rows = desk.rows.get_clone();
            let all = rows.len();
            let filter = app.filter.get_clone_untracked();
            let same = filtered.with_untracked(|before| before.as_ref() == Some(&filter));
            filtered.set_silent(Some(filter));
            grid::act(&grid, |grid| grid.take(rows, same));
            // Said after a pause: nobody wants to hear every letter they type.
            speak.set(Some(Timeout::new(600, move || {
                app.say(listed(all, &counted(all as u64, "record", "records")));
            })));
        }
    });
    create_effect({
        let grid = Rc::downgrade(grid);
        move || {
            app.selected.track();
            let grid = grid.clone();
            // The panel takes its place first; then the cell comes into sight again.
            Timeout::new(0, move || {
                if let Some(grid) = grid.upgrade() {
                    grid::act(&grid, |grid| grid.go(grid.at.0, grid.at.1));
                }
            })
            .forget();
        }
    });
    create_effect({
        let grid = Rc::clone(grid);
        move || {
            let heads = desk.heads.get_clone();
            grid::act(&grid, |grid| grid.take_heads(heads));
        }
    });
    let client = create_signal(
        app.checked.with_untracked(|checked| checked.as_ref().map(|checked| Rc::downgrade(&checked.client))),
    );
    create_effect({
        let grid = Rc::clone(grid);
        move || {
            // Another check may number the records otherwise: what is being typed could land in another one.
            let now =
                app.checked.with(|checked| checked.as_ref().map(|checked| Rc::downgrade(&checked.client)));
            let same = client.with_untracked(|before| match (before, &now) {
                (Some(before), Some(now)) => before.ptr_eq(now),
                _ => before.is_none() && now.is_none(),
            });
            client.set_silent(now);
            let typing = grid.try_borrow().is_ok_and(|grid| grid.field.is_some());
            if !same && typing {
                editor::finish(&grid, false, 0);
                desk.refused.set(Some(
                    "The files were read again, so what was being typed was not taken.".to_owned(),
                ));
            }
        }
    });
    create_effect({
        let grid = Rc::clone(grid);
        move || {
            app.checked.track();
            desk.level.track();
            desk.roomy.track();
            app.selected.track();
            grid::act(&grid, grid::Grid::refresh);
        }
    });
    create_effect({
        let grid = Rc::clone(grid);
        move || {
            // The list may come later than the wish.
            desk.rows.track();
            desk.heads.track();
            if let Some((row, column)) = app.jump.get_clone() {
                seek::jump(&grid, row, column.as_deref());
            }
        }
    });
}
