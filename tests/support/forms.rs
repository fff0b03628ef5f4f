//! Findings in the forms for other programs and for print.

use rollcall::check::Check;
use rollcall::report::forms::{Form, Options};
use rollcall::rules::Severity;

pub(crate) const FORMS: [(&str, Form); 5] = [
    ("ndjson", Form::Ndjson),
    ("sarif", Form::Sarif),
    ("junit", Form::Junit),
    ("github", Form::Github),
    ("html", Form::Html),
];

pub(crate) fn options(form: Form, show_values: bool) -> Options {
    Options { form, show_values, fail_on: Some(Severity::Error), places: Vec::new() }
}

/// The findings in a form, the files being pushed in portions of `step` bytes.
pub(crate) fn written(check: &Check, files: &[(&str, &[u8])], step: usize, options: Options) -> String {
    let mut findings = check.findings_as(options);
    let mut out = Vec::new();
    while let Some(input) = findings.wants() {
        for portion in files[input as usize].1.chunks(step) {
            findings.push(portion, &mut out).expect("the same bytes");
        }
        findings.end(&mut out).expect("the same bytes");
    }
    while findings.more(&mut out) {}
    String::from_utf8(out).expect("UTF-8")
}
