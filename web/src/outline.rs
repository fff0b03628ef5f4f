//! The tree of managers, as the page asks a worker for it.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::border::object;
use super::parts::at_desk;
use rollcall::check;

/// The tree of managers as it is shown.
#[wasm_bindgen]
pub struct Outline(pub(super) check::Outline);

/// What an act made of the tree, with the lines in sight.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    length: u32,
    /// The line that the act was about.
    at: Option<u32>,
    /// The line to be the first in sight.
    from: u32,
    troubles_only: bool,
    /// Lines from `begin` on.
    begin: u32,
    lines: Vec<check::OutlineLine>,
}

/// Lines told beyond those in sight, because the page paints a few more.
const BEYOND: usize = 10;

#[wasm_bindgen]
impl Outline {
    /// The rows of those whose branches are open.
    pub fn opened(&self) -> Vec<u32> {
        at_desk!("e", fn(this: &Outline = self) -> Vec<u32> {
            this.0.opened()
        })
    }

    /// Opens just the branches of these rows.
    #[wasm_bindgen(js_name = openRows)]
    pub fn open_rows(&mut self, rows: &[u32]) {
        at_desk!("e", fn(this: &mut Outline = self, rows: &[u32] = rows) -> () {
            this.0.open_rows(rows);
        });
    }

    /// The counts of the whole tree.
    pub fn totals(&self) -> Result<JsValue, JsError> {
        at_desk!("e", fn(this: &Outline = self) -> Result<JsValue, JsError> {
            object(this.0.totals())
        })
    }

    /// Does something to the tree (`open`, `close`, `siblings`, `reveal`, `above` of a row; `openAll`, `closeAll`,
    /// `troubles`, `everyone`; anything else only looks) while `page` lines from `from` on are in sight.
    pub fn act(&mut self, what: &str, row: u32, from: u32, page: u32) -> Result<JsValue, JsError> {
        at_desk!("e", fn(this: &mut Outline = self, what: &str = what, row: u32 = row, from: u32 = from, page: u32 = page) -> Result<JsValue, JsError> {
            let outline = &mut this.0;
            let mut at = None;
            match what {
                "open" | "close" => outline.open(row, what == "open"),
                "siblings" => outline.open_siblings(row),
                "reveal" => at = outline.reveal(row),
                "above" => at = outline.above(row),
                "openAll" | "closeAll" => outline.open_all(what == "openAll"),
                "troubles" | "everyone" => outline.show_troubles(what == "troubles"),
                _ => (),
            }
            let at = at.or_else(|| outline.line_of(row));
            let (from, page, length) = (from as usize, page as usize, outline.len());
            let from = match at {
                Some(at) if !(from..from + page).contains(&at) => at.saturating_sub(page / 3),
                _ => from,
            };
            let from = from.min(length.saturating_sub(page));
            let begin = from.saturating_sub(BEYOND);
            object(&Shown {
                length: length as u32,
                at: at.map(|at| at as u32),
                from: from as u32,
                troubles_only: outline.troubles_only(),
                begin: begin as u32,
                lines: outline.lines(begin, from + page + BEYOND),
            })
        })
    }

    /// The lines of a range.
    pub fn lines(&self, from: u32, to: u32) -> Result<JsValue, JsError> {
        at_desk!("e", fn(this: &Outline = self, from: u32 = from, to: u32 = to) -> Result<JsValue, JsError> {
            object(&this.0.lines(from as usize, to as usize))
        })
    }

    /// The next row behind `after` whose name or key holds a text.
    pub fn find(&self, text: &str, after: Option<u32>) -> Option<u32> {
        at_desk!("e", fn(this: &Outline = self, text: &str = text, after: Option<u32> = after) -> Option<u32> {
            this.0.find(text, after)
        })
    }
}
