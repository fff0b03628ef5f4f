//! How far each attribute gets: in the files, in the source's app, and what to add.

use crate::dom::prelude::*;

use super::icons::icon;
use super::words::count;
use crate::snapshot::{Guide, Reach};

/// As many columns are named for one attribute.
const COLUMNS: usize = 4;

pub(crate) fn table(guide: &Guide) -> View {
    let with_files = guide.reach.iter().any(|reach| reach.held.is_some());
    let rows: Vec<View> = guide.reach.iter().map(|reach| row(with_files, reach)).collect();
    let held = if with_files {
        view! { th(role="columnheader", scope="col") { "In your files" } }
    } else {
        view! {}
    };
    view! {
        table(class="reach", role="table", aria-label="Reach of every attribute") {
            thead(role="rowgroup") {
                tr(role="row") {
                    th(role="columnheader", scope="col") { "Attribute" }
                    (held)
                    th(role="columnheader", scope="col") { "The app" }
                    th(role="columnheader", scope="col") { "To add or look at" }
                }
            }
            tbody(role="rowgroup") { (rows) }
        }
    }
}

fn row(with_files: bool, reach: &Reach) -> View {
    let label = reach.label.clone();
    let held = if with_files {
        held(reach)
    } else {
        view! {}
    };
    let (kind, sign, word) = match reach.mapping.as_str() {
        "sent" => ("ok", "ok", "Sends it"),
        "unmapped" => ("warning", "warning", "Not mapped yet"),
        _ => ("off", "off", "No place for it"),
    };
    let mapping = mark(kind, sign, word);
    let add = reach.add.clone().map_or_else(
        || view! { td(role="cell", class="reach-add reach-nothing") { span(aria-hidden="true") { "–" } span(class="unseen") { "Nothing" } } },
        |add| view! { td(role="cell", class="reach-add") { (add) } },
    );
    view! {
        tr(role="row") {
            th(role="rowheader", scope="row") { (label) }
            (held)
            td(role="cell") { (mapping) }
            (add)
        }
    }
}

fn held(reach: &Reach) -> View {
    let mark =
        if reach.held == Some(true) { mark("ok", "ok", "Held") } else { mark("off", "off", "Not held") };
    let columns = if reach.columns.is_empty() {
        view! {}
    } else {
        let more = reach.columns.len().saturating_sub(COLUMNS);
        let more = (more > 0).then(|| format!("and {} more", count(more as u64)));
        let columns: Vec<View> = reach
            .columns
            .iter()
            .take(COLUMNS)
            .cloned()
            .chain(more)
            .map(|column| view! { li { (column) } })
            .collect();
        view! { ul(class="reach-columns") { (columns) } }
    };
    view! { td(role="cell", class="reach-held") { (mark) (columns) } }
}

fn mark(kind: &str, sign: &str, word: &'static str) -> View {
    let class = format!("reach-mark reach-{kind}");
    let icon = icon(sign);
    view! { span(class=class) { (icon) (word) } }
}
