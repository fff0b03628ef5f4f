//! A finding a line, as it stands in the JSON report, and the report's summary on the last line.

use super::super::writer::write;
use super::{Entry, Scene, Writer};

#[derive(Debug)]
pub(super) struct Ndjson;

impl Writer for Ndjson {
    fn begin(&mut self, _scene: &Scene, _out: &mut Vec<u8>) {}

    fn finding(&mut self, _scene: &Scene, entry: &Entry<'_>, out: &mut Vec<u8>) {
        write(out, &entry.told);
        out.push(b'\n');
    }

    fn more(&mut self, scene: &Scene, out: &mut Vec<u8>) -> bool {
        write(out, &scene.check.summarise());
        out.push(b'\n');
        false
    }
}
