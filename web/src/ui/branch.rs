//! One line of the hierarchy: its elements, used for one person after another.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::branches::COLUMNS;
use super::grid::marked;
use super::words::{self, count};
use crate::snapshot::Branch;

/// So many levels are told apart by how far they stand in; deeper ones say their number.
const INDENTED: u32 = 12;

/// Elements of one line.
pub(crate) struct Row {
    pub(crate) element: Element,
    cells: Vec<HtmlElement>,
    /// The line shown, and whether it was there.
    shown: Option<(usize, bool)>,
}

impl Row {
    pub(crate) fn new(document: &Document) -> Row {
        let row = element(document, "div", "row branch");
        let _ = row.set_attribute("role", "row");
        let cells = COLUMNS
            .iter()
            .map(|(class, _)| {
                let cell = element(document, "div", &format!("cell cell-{class}"));
                let _ = cell.set_attribute("role", "gridcell");
                let _ = row.append_child(&cell);
                cell
            })
            .collect();
        Row { element: row.into(), cells, shown: None }
    }

    pub(crate) fn forget(&mut self) {
        self.shown = None;
    }

    pub(crate) fn hide(&mut self) {
        self.shown = None;
        self.element.set_class_name("row row-unused");
        for name in ["data-at", "id"] {
            let _ = self.element.remove_attribute(name);
        }
    }

    /// `marks` are whether the keyboard is here, the panel is open, and somebody looked for the person.
    pub(crate) fn show(&mut self, at: usize, line: Option<&Branch>, marks: [bool; 3], largest: u32) {
        let [active, selected, found] = marks;
        let classes = [(active, " row-active"), (selected, " row-selected"), (found, " row-found")];
        let class =
            classes.iter().filter(|class| class.0).fold("row branch".to_owned(), |all, one| all + one.1);
        self.element.set_class_name(&class);
        let _ = self.element.set_attribute("aria-selected", if selected { "true" } else { "false" });
        if self.shown == Some((at, line.is_some())) {
            return;
        }
        self.shown = Some((at, line.is_some()));
        let set = |name: &str, value: &str| {
            let _ = self.element.set_attribute(name, value);
        };
        set("id", &format!("branch-{at}"));
        set("data-at", &at.to_string());
        set("aria-rowindex", &(at + 2).to_string());
        for cell in &self.cells {
            cell.set_text_content(None);
        }
        let Some(line) = line else {
            let _ = self.element.remove_attribute("aria-expanded");
            return;
        };
        set("aria-level", &line.level.to_string());
        set("aria-setsize", &line.set_size.to_string());
        set("aria-posinset", &line.position.to_string());
        if line.has_children {
            set("aria-expanded", if line.expanded { "true" } else { "false" });
        } else {
            let _ = self.element.remove_attribute("aria-expanded");
        }
        let [person, direct, below, troubles, by] = &self.cells[..] else {
            return;
        };
        paint_person(person, line);
        direct.set_text_content((line.direct > 0).then(|| count(line.direct)).as_deref());
        paint_below(below, line.below, largest);
        marked(troubles, &of(line));
        let found_by = line.by.as_deref().map(|by| words::found_by(by).to_owned());
        by.set_text_content(found_by.as_deref());
    }
}

fn element(document: &Document, tag: &str, class: &str) -> HtmlElement {
    let element = document.create_element(tag).expect("an element can always be made");
    element.set_class_name(class);
    element.unchecked_into()
}

/// The toggle, the name, and what is special about the person.
fn paint_person(cell: &HtmlElement, line: &Branch) {
    let Some(document) = cell.owner_document() else {
        return;
    };
    let add = |tag: &str, class: &str, text: Option<&str>| {
        let element = element(&document, tag, class);
        element.set_text_content(text);
        let _ = cell.append_child(&element);
        element
    };
    let _ = cell.style().set_property("--level", &(line.level - 1).min(INDENTED).to_string());
    let toggle = add("span", if line.has_children { "toggle" } else { "toggle toggle-none" }, None);
    let _ = toggle.set_attribute("aria-hidden", "true");
    if line.has_children {
        let _ = toggle.append_child(&element(&document, "span", "icon icon-fold"));
    }
    if line.level > INDENTED + 1 {
        add("span", "branch-level", Some(&format!("level {} ", count(line.level))));
    }
    let name = words::on_line(line.name.trim());
    let key = line.key.as_deref().map(words::on_line).unwrap_or_default();
    let nameless = name.is_empty();
    add("span", "branch-name", Some(if nameless { &key } else { &name }));
    if !nameless {
        add("span", "branch-key", Some(&format!(" {key}")));
    }
    if line.head {
        add("span", "tag tag-head", Some("Head"));
    }
    let outcome = match line.outcome.as_str() {
        "imported" => return,
        "inGong" => ("off", "inGong", "In Gong already".to_owned(), ""),
        other => (words::outcome_icon(Some(other)), other, words::outcome(Some(other)).to_owned(), ""),
    };
    let mark = add("span", "branch-outcome", None);
    marked(&mark, &[outcome]);
}

/// How many stand below, beside a bar of their share of the largest tree.
fn paint_below(cell: &HtmlElement, below: u32, largest: u32) {
    let Some(document) = cell.owner_document().filter(|_| below > 0) else {
        return;
    };
    let number = element(&document, "span", "below-number");
    number.set_text_content(Some(&count(below)));
    let _ = cell.append_child(&number);
    let (whole, part) = (element(&document, "span", "below-bar"), element(&document, "span", "below-part"));
    let share = f64::from(below) / f64::from(largest.max(below)) * 100.0;
    let _ = part.style().set_property("width", &format!("{share:.2}%"));
    let _ = whole.append_child(&part);
    let _ = cell.append_child(&whole);
}

/// Own troubles first, then how many people below have some.
fn of(line: &Branch) -> Vec<(&str, &str, String, &str)> {
    let mut marks: Vec<(&str, &str, String, &str)> = line
        .troubles
        .iter()
        .map(|trouble| {
            let text = words::trouble(&trouble.rule).unwrap_or(&trouble.title).to_owned();
            (trouble.severity.as_str(), trouble.severity.as_str(), text, "")
        })
        .collect();
    if line.in_circle && !line.troubles.iter().any(|trouble| trouble.rule == "manager/cycle") {
        marks.push(("warning", "warning", "In a circle".to_owned(), ""));
    }
    if line.troubled_below > 0 {
        marks.push(("down", "troubled", format!("{} below", count(line.troubled_below)), "with troubles"));
    }
    marks
}
