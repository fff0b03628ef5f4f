//! Workbooks made by hand.
#![allow(dead_code, reason = "each test file uses its part")]

use std::fmt::Write as _;
use std::io::Write;

/// An archive of parts, packed.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
    for (name, content) in parts {
        let file = archive.new_file(*name).compression_method(rawzip::CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().expect("a name");
        let packer = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::fast());
        let mut writer = config.wrap(packer);
        writer.write_all(content).expect("memory");
        let (packer, descriptor) = writer.finish().expect("memory");
        packer.finish().expect("memory");
        entry.finish(descriptor).expect("memory");
    }
    archive.finish().expect("memory");
    bytes
}

/// A workbook: its sheets, each with its attributes (`name="People"`) and the XML of its rows; shared texts, and styles.
pub(crate) fn workbook(sheets: &[(&str, &str)], shared: &str, styles: &str) -> Vec<u8> {
    workbook_with("", sheets, shared, styles)
}

/// The same with something before the list of sheets.
pub(crate) fn workbook_with(before: &str, sheets: &[(&str, &str)], shared: &str, styles: &str) -> Vec<u8> {
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let mut list = String::new();
    let mut relations = String::new();
    let mut parts = Vec::new();
    for (number, (attributes, rows)) in (1..).zip(sheets) {
        let _ = write!(list, "<sheet {attributes} sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{number}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        let sheet = format!("{head}<worksheet><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    for (kind, target) in [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")] {
        let _ =
            write!(relations, "<Relationship Id=\"{kind}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>");
    }
    parts.push(("xl/sharedStrings.xml".to_owned(), format!("{head}<sst>{shared}</sst>")));
    parts.push(("xl/styles.xml".to_owned(), format!("{head}<styleSheet>{styles}</styleSheet>")));
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("{head}<workbook xmlns:r=\"{RELATION}\">{before}<sheets>{list}</sheets></workbook>"),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("{head}<Relationships>{relations}</Relationships>"),
    ));
    parts.push((
        "_rels/.rels".to_owned(),
        format!(
            "{head}<Relationships><Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    ));
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive(&parts)
}

/// Rows of texts that stand in their cells.
pub(crate) fn rows(rows: &[&[&str]]) -> String {
    let mut xml = String::new();
    for row in rows {
        xml += "<row>";
        for cell in *row {
            let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
            let _ = write!(xml, "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>");
        }
        xml += "</row>";
    }
    xml
}
