//! The floor of `cargo xtask bench`: every record of a table, read into one `ByteRecord`, and nothing done with it.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("name a table")?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path)?;
    let mut record = csv::ByteRecord::new();
    let (mut records, mut cells) = (0u64, 0usize);
    while reader.read_byte_record(&mut record)? {
        records += 1;
        cells += record.len();
    }
    println!("{records} records, {cells} cells");
    Ok(())
}
