//! What was found on a person, each finding with what would cure it and the way to its cell.

use std::rc::Rc;

use crate::dom::prelude::*;

use super::icons::{icon, severity};
use super::state::{App, Checked, Step};
use super::trace::heading;
use super::words::{self, count};
use crate::snapshot::{Finding, Line, Related};
use rollcall::report::explain::source;

/// As many likely values are offered.
const CHOICES: usize = 6;

pub(super) fn judged(app: App, line: Option<&Line>, findings: &Result<Vec<Finding>, String>) -> View {
    let findings = match findings {
        Ok(findings) => findings,
        Err(message) => {
            let message = message.clone();
            return view! { p(class="problem") { (message) } };
        }
    };
    if findings.is_empty() {
        let heading = heading("Judged", source::JUDGED);
        return view! { (heading) p(class="hint") { "Nothing to say." } };
    }
    let checked = app.checked.get_clone_untracked();
    let number = count(findings.len() as u64);
    // What blocks is read first; the rest keeps the report's order.
    let rank = |finding: &&Finding| {
        ["error", "warning"].iter().position(|name| *name == finding.severity).unwrap_or(2)
    };
    let mut findings: Vec<&Finding> = findings.iter().collect();
    findings.sort_by_key(rank);
    let items: Vec<View> =
        findings.into_iter().map(|found| finding(app, checked.as_ref(), line, found)).collect();
    view! {
        div(class="trace-head") { h3 { "Judged " span(class="group-count") { (number) } } p(class="source") { (source::JUDGED) } }
        ul(class="findings") { (items) }
    }
}

/// Where a finding stands, unless it is on the record where the person's profile stands.
fn elsewhere(checked: Option<&Rc<Checked>>, head: Option<&Line>, finding: &Finding) -> View {
    let Some(head) = head else {
        return view! {};
    };
    let file = checked.and_then(|checked| checked.files.names.get(head.input));
    let here = file == finding.input.as_ref() && Some(head.line) == finding.line;
    match (&finding.input, finding.line) {
        (Some(input), Some(line)) if !here => {
            let text = format!("{input}, line {}", count(line));
            view! { p(class="small") { (text) } }
        }
        _ => view! {},
    }
}

fn finding(app: App, checked: Option<&Rc<Checked>>, head: Option<&Line>, finding: &Finding) -> View {
    let cause = checked.and_then(|checked| checked.causes.iter().find(|cause| cause.rule == finding.rule));
    let reason = cause.map(|cause| cause.reason.clone()).unwrap_or_default();
    let authority = cause.map_or_else(String::new, |cause| format!(" · {}", cause.source));
    let where_from = finding.column.clone().or_else(|| finding.attribute.clone());
    let value = match (&finding.value, where_from) {
        (Some(value), Some(column)) => {
            let value = format!("\"{}\"", words::shown(value));
            view! { p(class="value") { span(class="value-column") { (column) } " " code { (value) } } }
        }
        _ => view! {},
    };
    let related = if finding.related.is_empty() {
        view! {}
    } else {
        let text = finding.related.iter().map(related).collect::<Vec<_>>().join("; ");
        view! { p(class="suggestion") { "Together with: " (text) } }
    };
    let cures = cures(app, head, finding);
    let place = elsewhere(checked, head, finding);
    let class = format!("finding finding-{}", finding.severity);
    let mark = severity(&finding.severity);
    let (message, rule) = (words::shown(&finding.message), finding.rule.clone());
    let assumption = if finding.assumption.is_some() { " · an assumption" } else { "" };
    view! {
        li(class=class) {
            p(class="finding-message") { (mark) " " (message) }
            (place)
            (value)
            (related)
            (cures)
            p(class="cause-foot") { (reason) " " code { (rule) } (authority) (assumption) }
        }
    }
}

fn related(related: &Related) -> String {
    let line = related.line.map_or_else(String::new, |line| format!(" (line {})", count(line)));
    format!("{}{line}", related.key.as_deref().or(related.input.as_deref()).unwrap_or("a record"))
}

/// Values that would cure a finding, and the way to the cell that it is about.
fn cures(app: App, head: Option<&Line>, finding: &Finding) -> View {
    let Some(row) = finding.row else {
        return view! {};
    };
    let whose = head.map_or_else(String::new, |line| line.key.clone().unwrap_or_else(|| line.name.clone()));
    let offer = Offer {
        row,
        attribute: finding.into.as_deref(),
        place: finding.place.unwrap_or_default(),
        suggestion: finding.suggestion.as_deref(),
        choices: &finding.choices,
        whose: &whose,
    };
    let buttons = offer.buttons(app, "person-name", move |refused| app.notice.set(Some(refused)));
    let column = finding.column.clone();
    let jump = move |_| {
        app.jump.set(Some((row, column.clone())));
        app.go(Step::Review);
    };
    view! {
        div(class="sheet-cures") {
            (buttons)
            button(r#type="button", class="quiet", title="In the grid of Review", on:click=jump) { "Go to the cell" }
        }
    }
}

/// Values that would cure a finding on a record.
pub(super) struct Offer<'f> {
    pub(super) row: u32,
    /// What they are values of, and the place in its list.
    pub(super) attribute: Option<&'f str>,
    pub(super) place: u16,
    pub(super) suggestion: Option<&'f str>,
    pub(super) choices: &'f [String],
    /// Whose values they are, in words.
    pub(super) whose: &'f str,
}

impl Offer<'_> {
    /// A button for each value. Pressed, it makes way for `focus`; `refuse` is told what keeps the value from being taken.
    pub(super) fn buttons(
        &self,
        app: App,
        focus: &'static str,
        refuse: impl Fn(String) + Copy + 'static,
    ) -> Vec<View> {
        let Some(attribute) = self.attribute else { return Vec::new() };
        let sure = self.suggestion.iter().map(|text| (*text, true));
        let likely = self.choices.iter().take(CHOICES).map(|text| (text.as_str(), false));
        let button = |(text, sure): (&str, bool)| {
            let (row, place, attribute, text) = (self.row, self.place, attribute.to_owned(), text.to_owned());
            let label = format!("Use \"{}\"", words::shown(&text));
            let what = format!("{} of {}: \"{text}\"", words::attribute(&attribute), self.whose);
            let class = if sure { "sheet-cure primary" } else { "sheet-cure" };
            let apply = move |_| {
                app.edit_value(row, (&attribute, place), &text, what.clone(), move |refused| {
                    if let Some(message) = refused {
                        refuse(message);
                    }
                });
                app.focus(focus);
            };
            let mark = icon("ok");
            view! { button(r#type="button", class=class, on:click=apply) { (mark) (label) } }
        };
        sure.chain(likely).map(button).collect()
    }
}
