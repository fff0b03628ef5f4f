//! The floor of `cargo xtask bench wasm`: every record of a table, read into one `ByteRecord`, and nothing done with it.
//!
//! The host gives bytes straight into the reader's buffer, and calls in again for every portion of records: V8 promotes
//! functions that are entered again, not loops that run.
#![cfg(target_arch = "wasm32")]
#![allow(unsafe_code, reason = "a module without glue: two exports and an import, of numbers only")]

use std::cell::RefCell;
use std::io::{self, Read};

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    /// Fills memory with the next bytes of the file, and gives how many; 0 at its end.
    fn read(to: *mut u8, most: usize) -> usize;
}

struct Host;

impl Read for Host {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // SAFETY: the host writes `most` bytes at the most, into memory that is ours alone meanwhile.
        Ok(unsafe { read(buffer.as_mut_ptr(), buffer.len()) })
    }
}

struct Floor {
    reader: csv::Reader<Host>,
    record: csv::ByteRecord,
    cells: usize,
}

thread_local! {
    static FLOOR: RefCell<Floor> = RefCell::new(Floor {
        reader: csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 20).from_reader(Host),
        record: csv::ByteRecord::new(),
        cells: 0,
    });
}

/// Reads on for `most` records, and gives how many there were; fewer at the end.
#[unsafe(no_mangle)]
pub extern "C" fn records(most: u32) -> u32 {
    FLOOR.with_borrow_mut(|floor| {
        for count in 0..most {
            if !floor.reader.read_byte_record(&mut floor.record).unwrap_or(false) {
                return count;
            }
            floor.cells += floor.record.len();
        }
        most
    })
}

/// Cells that were read so far.
#[unsafe(no_mangle)]
pub extern "C" fn cells() -> usize {
    FLOOR.with_borrow(|floor| floor.cells)
}
