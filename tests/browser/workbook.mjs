// Workbooks (XLSX) made by hand: XML in a ZIP archive, not packed.
import { crc32 } from "node:zlib";

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of sheets, each `[name, rows]` with texts as cells; a number is one.
export function workbook(...sheets) {
  const parts = { "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]) };
  const list = sheets.map(([name], at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  parts["xl/workbook.xml"] = `<workbook xmlns:r="${RELATION}"><sheets>${list.join("")}</sheets></workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = relations(sheets.map((_, at) => [`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`]));
  for (const [at, [, rows]] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet><sheetData>${rows.map(row).join("")}</sheetData></worksheet>`;
  }
  return archive(parts);
}

function row(cells) {
  const cell = (value) =>
    typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return `<row>${cells.map(cell).join("")}</row>`;
}

function relations(all) {
  const one = ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`;
  return `<Relationships>${all.map(one).join("")}</Relationships>`;
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function archive(parts) {
  const files = [];
  const list = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    files.push(Buffer.from("PK\x03\x04"), about, Buffer.from(name), bytes);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    list.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), about.subarray(0, 24), Buffer.alloc(2), entry.subarray(2), Buffer.from(name));
    at += 30 + name.length + bytes.length;
  }
  const size = list.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...list, end]);
}
