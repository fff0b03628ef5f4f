//! The geometry of lists painted by hand: a few dozen rows of elements show any part of a million.
//!
//! A browser lays nothing out above some millions of pixels, so past [`TALLEST`] the scroll range is
//! mapped onto the rows instead of holding them. One notch of a wheel then skips rows; the keyboard
//! never does.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, ResizeObserver};

/// Height of a row in pixels; the style sheet says the same.
const ROW: f64 = 28.0;
/// Height of the row of headings.
const HEAD: f64 = 32.0;
/// The tallest content that every browser lays out, with room to spare.
const TALLEST: f64 = 8_000_000.0;
/// More rows than this are never painted, whatever the layout says.
pub(crate) const MOST: usize = 200;
/// Rows painted beyond the edges, so that scrolling does not show emptiness.
const BEYOND: usize = 8;

/// What scrolls, what gives it its height, and what holds the rows.
pub(crate) struct Scroller {
    pub(crate) frame: HtmlElement,
    sizer: HtmlElement,
    pub(crate) window: HtmlElement,
    /// How many rows there are.
    len: usize,
    /// The first row in sight.
    first: usize,
    /// Where the keyboard set the scroll range, when it holds fewer pixels than rows.
    pinned: Option<f64>,
}

#[allow(
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "rows and pixels are counts far below 2^52, and clamped at 0"
)]
impl Scroller {
    pub(crate) fn new(frame: HtmlElement, sizer: HtmlElement, window: HtmlElement) -> Scroller {
        Scroller { frame, sizer, window, len: 0, first: 0, pinned: None }
    }

    /// Other rows are listed now; the first is in sight.
    pub(crate) fn begin(&mut self, len: usize) {
        (self.len, self.first, self.pinned) = (len, 0, None);
        self.frame.set_scroll_top(0);
    }

    /// There are more or fewer rows now, and this one is the first in sight.
    pub(crate) fn resize(&mut self, len: usize, first: usize) {
        self.len = len;
        self.first = first;
        // The range must be there before it can be scrolled to.
        self.stretch();
        self.settle();
    }

    fn full_height(&self) -> f64 {
        self.len as f64 * ROW
    }

    fn height(&self) -> f64 {
        self.full_height().min(TALLEST)
    }

    fn is_mapped(&self) -> bool {
        self.full_height() > TALLEST
    }

    /// Rows that fit in sight whole.
    pub(crate) fn page(&self) -> usize {
        let height = f64::from(self.frame.client_height()) - HEAD;
        ((height / ROW) as usize).clamp(1, MOST)
    }

    fn scroll_range(&self) -> f64 {
        (self.height() + HEAD - f64::from(self.frame.client_height())).max(0.0)
    }

    /// The last of the rows that can be the first in sight.
    fn last_first(&self) -> usize {
        self.len.saturating_sub(self.page())
    }

    pub(crate) fn scrolled(&mut self) {
        let top = f64::from(self.frame.scroll_top());
        if !self.is_mapped() {
            // The row that is cut at the top does not count as seen.
            self.first = ((top - 1.0) / ROW).ceil().max(0.0) as usize;
        } else if self.pinned.is_none_or(|pinned| (pinned - top).abs() > 1.0) {
            self.pinned = None;
            let range = self.scroll_range();
            let share = if range > 0.0 { (top / range).min(1.0) } else { 0.0 };
            self.first = (share * self.last_first() as f64).round() as usize;
        }
    }

    /// Brings the row into sight to which the keyboard went.
    pub(crate) fn go(&mut self, from: usize, to: usize) {
        let page = self.page();
        if to < self.first || (to == self.first && to < from) {
            self.first = to;
        } else if to >= self.first + page {
            self.first = to + 1 - page;
        } else {
            return;
        }
        self.settle();
    }

    /// Scrolls to where the first row stands.
    fn settle(&mut self) {
        let top = if self.is_mapped() {
            self.first as f64 / self.last_first().max(1) as f64 * self.scroll_range()
        } else {
            self.first as f64 * ROW
        };
        self.frame.set_scroll_top(top.round() as i32);
        self.pinned = Some(f64::from(self.frame.scroll_top()));
    }

    /// First and last row in sight, the last exclusive.
    pub(crate) fn seen(&self) -> (usize, usize) {
        let first = self.first.min(self.last_first());
        (first, (first + self.page()).min(self.len))
    }

    /// Rows that are to be painted.
    pub(crate) fn painted(&self) -> (usize, usize) {
        let (first, last) = self.seen();
        let (first, last) = if self.is_mapped() {
            (first, last + 1)
        } else {
            (first.saturating_sub(BEYOND), last + 1 + BEYOND)
        };
        (first, last.min(self.len).min(first + MOST))
    }

    fn stretch(&self) {
        let _ = self.sizer.style().set_property("height", &format!("{}px", self.height()));
    }

    /// Moves the painted rows to where they belong.
    pub(crate) fn place(&self) {
        let (first, last) = self.painted();
        self.stretch();
        let top = if self.is_mapped() {
            // The painted rows stand where one is looking, whatever part of the range that is.
            f64::from(self.frame.scroll_top()).min(self.height() - (last - first) as f64 * ROW).max(0.0)
        } else {
            first as f64 * ROW
        };
        let _ = self.window.style().set_property("transform", &format!("translateY({top}px)"));
    }
}

/// Watches the size of an element.
pub(crate) struct Observer {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Observer {
    pub(crate) fn new(element: &HtmlElement, changed: impl FnMut() + 'static) -> Observer {
        let callback = Closure::<dyn FnMut()>::new(changed);
        let observer =
            ResizeObserver::new(callback.as_ref().unchecked_ref()).expect("the callback is a function");
        observer.observe(element);
        Observer { observer, _callback: callback }
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
