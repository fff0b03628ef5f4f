//! Workbooks (XLSX): what a sheet shows is what is judged, a row is a line, and nothing unpacks without end.

mod support;
#[path = "support/terminal.rs"]
mod terminal;
#[path = "support/workbook.rs"]
mod workbook;

use rollcall::Error;
use rollcall::check::Session;
use rollcall::export::{Given, Workbook};
use terminal::{file, folder, json, rollcall, stderr, stdout};
use workbook::{archive, rows, workbook, workbook_with};

/// The table of a sheet, as text.
fn table(bytes: &[u8], sheet: Option<&str>) -> Result<String, Error> {
    let mut table = Vec::new();
    Workbook::open(bytes)?.table(sheet, |portion| table.extend_from_slice(portion))?;
    Ok(String::from_utf8(table).expect("a table is UTF-8"))
}

fn one(rows: &str) -> Result<String, Error> {
    table(&workbook(&[("name=\"People\"", rows)], "", ""), None)
}

fn message(result: Result<String, Error>) -> String {
    result.expect_err("refused").to_string()
}

#[test]
fn every_kind_of_cell_is_told_as_the_sheet_shows_it() {
    let shared = "<si><t>Ana</t></si>\
        <si><r><t>Li</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> Wu</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>\
        <si><t>R&amp;D &lt;x&gt; &#233;</t></si><si><t>line_x000D_\nend</t></si>";
    let styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"(000)\\ 000\\-0000\"/></numFmts>\
        <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/><xf numFmtId=\"49\"/></cellXfs>";
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>14155550123</v></c><c r=\"B2\" s=\"1\"><v>4155550123</v></c><c r=\"C2\" s=\"2\"><v>46095</v></c></row>\
        <row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" t=\"e\"><v>#N/A</v></c>\
        <c r=\"C3\" t=\"str\"><f>A1&amp;\"x\"</f><v>Anax</v></c></row>\
        <row r=\"4\"><c r=\"A4\" t=\"s\"><v>3</v></c><c r=\"B4\" t=\"d\"><v>2026-03-14</v></c><c r=\"C4\" s=\"3\"><v>0.1</v></c></row>\
        <row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r=\"B5\"><v></v></c><c r=\"C5\"/></row>";
    let bytes = workbook(&[("name=\"People\"", cells)], shared, styles);
    assert_eq!(
        table(&bytes, None).unwrap(),
        "Ana,Li Wu,R&D <x> é\n14155550123,(415) 555-0123,3/14/2026\nTRUE,#N/A,Anax\n\"line\r\nend\",2026-03-14,0.1\ninline,,\n"
    );
}

#[test]
fn days_are_counted_as_the_workbook_counts_them() {
    let styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs>";
    let cells = "<row><c s=\"0\"><v>44633</v></c></row>";
    let sheets = [("name=\"People\"", cells)];
    // The same number is 1,462 days later where days are counted from 1904.
    assert_eq!(table(&workbook(&sheets, "", styles), None).unwrap(), "2022-03-13\n");
    let later = workbook_with("<workbookPr date1904=\"1\"/>", &sheets, "", styles);
    assert_eq!(table(&later, None).unwrap(), "2026-03-14\n");
    let extended = "<workbookPr date1904=\"1\"/><extLst><ext><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>";
    assert_eq!(table(&workbook_with(extended, &sheets, "", styles), None).unwrap(), "2026-03-14\n");
}

#[test]
fn rows_have_the_columns_of_the_header_and_blank_rows_stay() {
    let cells = "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>version:v1.0</v></c></row>\
        <row r=\"3\"><c r=\"A3\" t=\"str\"><v>a</v></c><c r=\"C3\" t=\"str\"><v>c</v></c><c r=\"D3\" s=\"4\"/></row>\
        <row r=\"5\"><c r=\"B5\" t=\"str\"><v>x</v></c></row>\
        <row r=\"6\"><c r=\"A6\" s=\"1\"/></row>\
        <row r=\"7\"><c r=\"E7\" t=\"str\"><v>beyond</v></c></row>\
        <row r=\"8\"><c r=\"C8\" t=\"str\"><v>z</v></c><c r=\"A8\" t=\"str\"><v>y</v></c></row>";
    assert_eq!(one(cells).unwrap(), "\nversion:v1.0\na,,c\n\n,x,\n\n,,,,beyond\ny,,z\n");
}

#[test]
fn prefixes_and_strict_names_make_no_difference() {
    let cells = "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row>";
    assert_eq!(one(cells).unwrap(), "a\n");
}

#[test]
fn the_first_sheet_that_is_shown_is_read_unless_one_is_named() {
    let sheets = [
        ("name=\"Notes\" state=\"veryHidden\"", rows(&[&["secret"]])),
        ("name=\"People &amp; Co\"", rows(&[&["login"]])),
        ("name=\"Old\"", rows(&[&["old"]])),
    ];
    let sheets = sheets.each_ref().map(|(name, rows)| (*name, rows.as_str()));
    let bytes = workbook(&sheets, "", "");
    assert_eq!(table(&bytes, None).unwrap(), "login\n");
    assert_eq!(table(&bytes, Some(" old")).unwrap(), "old\n");
    assert_eq!(table(&bytes, Some("notes")).unwrap(), "secret\n");
    let told = message(table(&bytes, Some("new")));
    assert!(told.contains("\"new\"") && told.contains("\"Notes\", \"People & Co\", \"Old\""), "{told}");
    let hidden = workbook(&[("name=\"Only\" state=\"hidden\"", &rows(&[&["x"]]))], "", "");
    assert_eq!(table(&hidden, None).unwrap(), "x\n");
}

#[test]
fn what_is_no_workbook_is_said_to_be_what_it_is() {
    let rels = |target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"{target}\"/></Relationships>"
        )
    };
    for (parts, says) in [
        (vec![("people.csv", "login\na\n".to_owned())], "ZIP archive"),
        (vec![("mimetype", String::new()), ("content.xml", String::new())], "OpenDocument"),
        (vec![("_rels/.rels", rels("xl/workbook.bin"))], "XLSB"),
        (vec![("_rels/.rels", rels("word/document.xml"))], "no workbook"),
        (vec![("_rels/.rels", rels("xl/workbook.xml"))], "missing"),
        (vec![("_rels/.rels", "<Relationships/>".to_owned())], "damaged"),
    ] {
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let told = message(table(&archive(&parts), None));
        assert!(told.contains(says), "{says}: {told}");
    }
    let empty = workbook(&[], "", "");
    assert!(message(table(&empty, None)).contains("no sheet"));
}

#[test]
fn damage_is_an_error_and_never_another_value() {
    for (cells, says) in [
        ("<row><c t=\"s\"><v>5</v></c></row>", "text that is not there"),
        ("<row><c t=\"s\"><v>x</v></c></row>", "text that is not there"),
        ("<row r=\"3\"></row><row r=\"3\"></row>", "row 3"),
        ("<row r=\"0\"></row>", "row 0"),
        ("<row r=\"1048577\"></row>", "1048576 rows"),
        ("<row r=\"1\"><c r=\"XFE1\"/></row>", "XFE1"),
        ("<row r=\"1\"><c r=\"\u{1b}[31m1\"/></row>", "\\u{1b}[31m1"),
        ("<c t=\"str\"><v>x</v></c>", "no row"),
        ("<row><c t=\"str\"><v>&unknown;</v></c></row>", "refers to"),
        ("<row><c></row>", "cannot be read"),
    ] {
        let told = message(one(cells));
        assert!(told.contains("damaged") && told.contains(says), "{cells}: {told}");
    }
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    // 20 MiB of one letter take 20 kB.
    let text = "x".repeat(20 << 20);
    let told = message(one(&format!("<row><c t=\"str\"><v>{text}</v></c></row>")));
    assert!(told.contains("unpacks to more than") && told.contains("sheet1.xml"), "{told}");
    // A text of 3 MiB that stands in 200 cells: 600 MiB.
    let shared = format!("<si><t>{}</t></si>", "x".repeat(3 << 20));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(200);
    let bytes = workbook(&[("name=\"People\"", &cells)], &shared, "");
    let mut taken = 0;
    let book = Workbook::open(&bytes).unwrap();
    let told = book.table(None, |portion| taken += portion.len());
    let told = told.expect_err("refused").to_string();
    assert!(told.contains("more than 512 MiB") && taken <= 512 << 20, "{told}");
    // Two of them in one row are more than a record may have, and ten thousand are not copied before that is said.
    for cells in [2, 10_000] {
        let cells = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(cells));
        let told = message(table(&workbook(&[("name=\"People\"", &cells)], &shared, ""), None));
        assert!(told.contains("row is longer than 4 MiB"), "{told}");
    }
    // A text that is put together of many, each of which is short.
    let text = "<t>0123456789</t><!-- -->".repeat(500_000);
    for (rows, shared) in [
        (format!("<row><c t=\"inlineStr\"><is>{text}</is></c></row>"), String::new()),
        (String::new(), format!("<si>{text}</si>")),
    ] {
        let told = message(table(&workbook(&[("name=\"People\"", &rows)], &shared, ""), None));
        assert!(told.contains("text of a cell is longer than 4 MiB"), "{told}");
    }
    let told = message(one(&"<a>".repeat(200)));
    assert!(told.contains("nested too deep"), "{told}");
    // Sheets that lead nowhere count, too.
    let sheets = vec![("name=\"S\"", ""); 1001];
    assert!(message(table(&workbook(&sheets, "", ""), None)).contains("more than 1000 sheets"));
}

/// Every cut, and every byte changed.
#[test]
fn no_damage_is_a_fault() {
    let cells = rows(&[&["login", "firstName"], &["ana@acme.com", "Ana"]]);
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>";
    let bytes = workbook(&[("name=\"People\"", &cells)], "<si><t>a</t></si>", styles);
    for length in 0..bytes.len() {
        assert!(table(&bytes[..length], None).is_err(), "cut at {length}");
    }
    let good = table(&bytes, None).unwrap();
    let mut other = bytes.clone();
    for at in 0..bytes.len() {
        for change in [0x01, 0x80, 0xFF] {
            other[at] = bytes[at] ^ change;
            // What the check sums cover is never read as something else.
            if let Ok(read) = table(&other, None) {
                assert_eq!(read, good, "byte {at}");
            }
        }
        other[at] = bytes[at];
    }
}

const PEOPLE: &[&[&str]] = &[
    &["login", "firstName", "lastName", "email", "locale"],
    &["ana@acme.com", "Ana", "Li\nWu", "ana@acme.com", "en-US"],
    &[],
    &["bo@acme.com", "", "Ng", "bo@acme.com", "en-US"],
    &["cy@acme.com", "Cy", "Ng", "cy@acme.com", "xx"],
];

#[test]
fn a_row_is_a_line_whatever_stands_in_its_cells() {
    let bytes = workbook(&[("name=\"People\"", &rows(PEOPLE))], "", "");
    let csv = table(&bytes, None).unwrap();
    for step in [1, 7, usize::MAX] {
        let mut session = Session::new(support::acme());
        session.begin("people.xlsx", Given { sheet: Some("People".to_owned()), ..Given::default() });
        csv.as_bytes().chunks(step).try_for_each(|portion| session.push(portion)).unwrap();
        session.end().unwrap();
        let check = session.finish();
        let report = support::report_text(&check, &[("people.xlsx", csv.as_bytes())], step);
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["inputs"][0]["sheet"], "People");
        assert_eq!(report["inputs"][0]["shape"], "okta-csv");
        let lines = |of: &str| -> Vec<u64> {
            let all = report[of].as_array().unwrap();
            all.iter().filter_map(|one| one["line"].as_u64()).collect()
        };
        assert_eq!(lines("profiles"), [2, 4, 5]);
        assert!(lines("findings").contains(&4) && lines("findings").contains(&5));
    }
}

/// A cell may hold what begins other kinds of files, or parts a table.
#[test]
fn a_part_that_ends_early_is_no_shorter_table() {
    let head = "<row><c t=\"str\"><v>login</v></c></row></sheetData></worksheet>";
    for (rows, says) in [
        // What comes behind is the end of the part that the test makes.
        ("<row><c t=\"str\"><v>a</v></c></row><row><c t=\"str\"><v>b", "cannot be read"),
        (head, "cannot be read"),
    ] {
        let told = message(one(rows));
        assert!(told.contains("damaged") && told.contains(says), "{told}");
    }
    let parts = |sheet: &str, shared: &str| {
        let relation = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
        };
        let all = [
            (
                "_rels/.rels",
                format!("<Relationships>{}</Relationships>", relation("a", "officeDocument", "Book.xml")),
            ),
            (
                "_rels/Book.xml.rels",
                format!(
                    "<Relationships>{}{}</Relationships>",
                    relation("a", "worksheet", "one.xml"),
                    relation("b", "sharedStrings", "texts.xml")
                ),
            ),
            ("Book.xml", "<workbook><sheets><sheet name=\"S\" id=\"a\"/></sheets></workbook>".to_owned()),
            ("one.xml", sheet.to_owned()),
            ("texts.xml", shared.to_owned()),
        ];
        archive(&all.each_ref().map(|(name, text)| (*name, text.as_bytes())))
    };
    let (sheet, shared) = (
        "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
        "<sst><si><t>a</t></si></sst>",
    );
    assert_eq!(table(&parts(sheet, shared), None).unwrap(), "a\n");
    for cut in [20, 40, sheet.len() - 20, sheet.len() - 1] {
        let told = message(table(&parts(&sheet[..cut], shared), None));
        assert!(told.contains("damaged"), "{cut}: {told}");
    }
    let told = message(table(&parts(sheet, &shared[..shared.len() - 6]), None));
    assert!(told.contains("ends in the middle"), "{told}");
}

#[test]
fn what_the_file_leaves_out_is_told() {
    let told = message(one("<row><c t=\"str\"><v>email</v></c></row><row><c><f>A1</f><v></v></c></row>"));
    assert!(
        told.starts_with("this row") || told.contains("formula whose result the file does not hold"),
        "{told}"
    );
    // A formula may come out as nothing.
    assert_eq!(one("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><f>A1</f><v></v></c></row>").unwrap(), "a\n");
    let told =
        message(one("<row><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"A1\" t=\"str\"><v>b</v></c></row>"));
    assert!(told.contains("row 1 is there twice"), "{told}");
    let sheets = [("name=\"Cover\"", "<row/><row><c/></row>"), ("name=\"People\"", "")];
    let told = message(table(&workbook(&sheets, "", ""), None));
    assert_eq!(told, "the sheet \"Cover\" is empty. The workbook's others are \"People\"");
}

#[test]
fn what_stands_in_the_first_cell_makes_no_other_file_of_a_sheet() {
    for first in
        ["{", "[{\"id\":1}]", "<html>", "%PDF", "sep=;", "a;b;c;d", "\u{FEFF}", "PK\u{3}\u{4}", "#TYPE x"]
    {
        let bytes = workbook(
            &[("name=\"People\"", &rows(&[&[first, "email", "firstName"], &["x", "ana@acme.com", "Ana"]]))],
            "",
            "",
        );
        let csv = table(&bytes, None).unwrap();
        let mut session = Session::new(support::acme());
        session.begin("people.xlsx", Given { sheet: Some("People".to_owned()), ..Given::default() });
        session
            .push(csv.as_bytes())
            .and_then(|()| session.end())
            .unwrap_or_else(|error| panic!("{first}: {error}"));
        let report = support::report_text(&session.finish(), &[("people.xlsx", csv.as_bytes())], usize::MAX);
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["inputs"][0]["delimiter"], ",", "{first}");
    }
}

#[test]
fn the_terminal_reads_workbooks_like_any_file() {
    let folder = folder("workbooks");
    let sheets = [("name=\"Cover\"", rows(&[&["Hello"]])), ("name=\"People\"", rows(PEOPLE))];
    let sheets = sheets.each_ref().map(|(name, rows)| (*name, rows.as_str()));
    // Told by its content: the name says nothing.
    let path = file(&folder, "people.csv", workbook(&sheets, "", ""));
    let run = |arguments: &[&str]| rollcall(&[arguments, &["--domain", "acme.com"]].concat());

    let output = run(&["check", &path]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        stdout(&output).contains("people.csv  table, sheet \"Cover\", utf-8, 0 records"),
        "{}",
        stdout(&output)
    );

    let named = ["--sheet", "people.csv=people"];
    let output = run(&[&["check", &path, "--format", "json", "--profiles"], &named[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output);
    assert_eq!(report["inputs"][0]["sheet"], "People");
    assert_eq!(report["summary"]["imported"], 2);
    assert_eq!(report["profiles"][2]["line"], 5);

    let output = run(&[&["check", &path], &["--sheet", "people.csv=Nobody"][..]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("people.csv: the workbook has no sheet \"Nobody\""),
        "{}",
        stderr(&output)
    );

    let plain = file(&folder, "plain.csv", "login\na@acme.com\n");
    let output = run(&["check", &plain, "--sheet", "plain.csv=People"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no workbook"), "{}", stderr(&output));
    let output = run(&["check", &plain, "--sheet", "other.csv=People"]);
    assert!(
        stderr(&output).contains("--sheet \"other.csv=People\" names none of the files"),
        "{}",
        stderr(&output)
    );

    // Every file is tried, and each that cannot be read is named.
    let cut = file(&folder, "cut.xlsx", &workbook(&sheets, "", "")[..300]);
    let output = run(&["check", &cut, &plain, &folder.join("none.csv").to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("cut.xlsx: the workbook is damaged") && stderr(&output).contains("none.csv")
    );
}

#[test]
fn a_sheet_comes_out_as_csv_and_that_is_said() {
    let folder = folder("workbooks_fix");
    let path = file(&folder, "people.xlsx", workbook(&[("name=\"People\"", &rows(PEOPLE))], "", ""));
    let out = folder.join("fixed.csv");
    let out = out.to_string_lossy();
    let output = rollcall(&["fix", &path, "--suggestions", "--domain", "acme.com", "--output", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("the sheet \"People\" comes out as CSV"), "{}", stderr(&output));
    // A line end within a name is stray white space, and certain to cure; the rest is as it was, quotes too.
    assert_eq!(
        std::fs::read_to_string(&*out).unwrap(),
        "login,firstName,lastName,email,locale\nana@acme.com,Ana,\"Li Wu\",ana@acme.com,en-US\n\nbo@acme.com,,Ng,bo@acme.com,en-US\ncy@acme.com,Cy,Ng,cy@acme.com,xx\n"
    );
    let output = rollcall(&["fix", &path, "--output", &folder.join("fixed.xlsx").to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("Name it .csv"), "{}", stderr(&output));
}
