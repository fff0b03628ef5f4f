//! The plain reader: one byte after the other, nothing clever. The scanner must find what it finds.

/// A record: its bytes, the ends of its fields, its line and offset, whether text stands behind a closing quote.
pub(super) type Plain = (Vec<u8>, Vec<u32>, u32, u64, bool);

/// The records of a text, and the line of a quote that stays open.
pub(super) fn read(text: &[u8], delimiter: u8) -> (Vec<Plain>, Option<u32>) {
    let mut records = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < text.len() {
        let (start, first) = (at, line);
        let (mut ends, mut stray) = (Vec::new(), false);
        loop {
            if text.get(at) == Some(&b'"') {
                let opened = line;
                at += 1;
                loop {
                    match text.get(at) {
                        None => return (records, Some(opened)),
                        Some(b'"') if text.get(at + 1) == Some(&b'"') => at += 2,
                        Some(b'"') => break,
                        Some(b'\r') if text.get(at + 1) == Some(&b'\n') => at += 1,
                        Some(byte) => {
                            line += u32::from(matches!(byte, b'\r' | b'\n'));
                            at += 1;
                        }
                    }
                }
                at += 1;
                stray |= text.get(at).is_some_and(|&byte| !over(byte, delimiter));
            }
            while text.get(at).is_some_and(|&byte| !over(byte, delimiter)) {
                at += 1;
            }
            ends.push((at - start) as u32);
            if text.get(at) != Some(&delimiter) {
                break;
            }
            at += 1;
        }
        records.push((text[start..at].to_vec(), ends, first, start as u64, stray));
        at += match text[at..] {
            [b'\r', b'\n', ..] => 2,
            _ => 1,
        };
        line += 1;
    }
    (records, None)
}

fn over(byte: u8, delimiter: u8) -> bool {
    byte == delimiter || matches!(byte, b'\r' | b'\n')
}
