#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rollcall_fuzz::workbook(bytes));
