//! Redacted exports: the same findings on the same lines, and nobody to be found.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::redact::{managers, redacted, without_values};
use support::{acme, check, report_text};

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

/// The reports on files and on their redacted forms, which differ in values only.
fn both(files: &[(&str, &[u8])]) -> (String, String, Vec<Vec<u8>>) {
    let before = check(acme(), files, usize::MAX);
    assert!(before.errors().next().is_none());
    let written = redacted(&before, files, usize::MAX);
    let fakes: Vec<(&str, &[u8])> =
        files.iter().zip(&written).map(|((name, _), bytes)| (*name, bytes.as_slice())).collect();
    let after = check(acme(), &fakes, usize::MAX);
    assert!(after.errors().next().is_none(), "{:?}", after.errors().next());
    (report_text(&before, files, usize::MAX), report_text(&after, &fakes, usize::MAX), written)
}

fn assert_same(files: &[(&str, &[u8])]) -> Vec<Vec<u8>> {
    let (before, after, written) = both(files);
    support::desk::assert_same(&without_values(&after), &without_values(&before));
    assert_eq!(managers(&after), managers(&before));
    written
}

#[test]
fn every_fixture_keeps_its_findings() {
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), bytes.as_slice())];
        let written = assert_same(&files);
        assert_eq!(written[0].starts_with(b"\xFF\xFE"), bytes.starts_with(b"\xFF\xFE"), "{name}");
        let check = check(acme(), &files, 64);
        for step in [1, 7, 61] {
            assert!(redacted(&check, &files, step) == written, "{name} in portions of {step}");
        }
    }
}

#[test]
fn all_fixtures_together_keep_their_findings() {
    let fixtures = fixtures();
    let files: Vec<(&str, &[u8])> =
        fixtures.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_same(&files);
}
