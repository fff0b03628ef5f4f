//! Small marks. Their shapes are masks in the style sheet; they are always beside a word.

use crate::dom::prelude::*;

/// A mark that says nothing by itself.
pub(crate) fn icon(name: &str) -> View {
    let class = format!("icon icon-{name}");
    view! { span(class=class, aria-hidden="true") }
}

/// A severity: shape, colour and word.
pub(crate) fn severity(name: &str) -> View {
    let class = format!("severity severity-{name}");
    let (mark, word) = (icon(name), super::words::severity(name));
    view! { span(class=class) { (mark) (word) } }
}
