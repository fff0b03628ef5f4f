// The bytes of a file: in portions, a part of them, and of a workbook the table of one of its sheets.

export const PORTION = 1 << 20;
// Bytes of a buffer: smaller ones cost the browser more. In a page's own thread others get a turn after each.
const FILLED = globalThis.document ? PORTION : 4 * PORTION;
const HELD = 512 << 20; // most bytes of a workbook, which is held whole
const WORKBOOK = "workbook"; // the part of the module that reads them
const HEAD = [0x50, 0x4b, 3, 4]; // the first bytes of a ZIP archive

/// Readers at work. Chromium collects one that fills buffers, with the stream it reads, where nothing leads to it.
const reading = new Set();

/// The browser could not read on: the file was moved, changed or forbidden meanwhile.
export class BrokenOff extends Error {
  constructor(file) {
    super(`'${file.name}' could not be read to its end: it was changed, moved or locked meanwhile. Drop it again.`);
  }
}

/// The file's bytes, or a part of them. The next portion is asked for while one is looked at; where the browser can do that,
/// two buffers serve all of them, so a portion is good until the next one is taken. Ends with the signal's reason when that
/// is given.
export async function* portions(file, signal, from = 0, to = file.size) {
  const part = from === 0 && to === file.size ? file : file.slice(from, to);
  const stream = part.stream();
  let reader;
  let filled = true;
  try {
    // Node would only copy its portions into the buffer.
    if (globalThis.process?.versions?.node) filled = false;
    reader = stream.getReader(filled ? { mode: "byob" } : {});
  } catch {
    reader = stream.getReader();
    filled = false;
  }
  reading.add(reader);
  const ask = (buffer) => {
    const asked = filled ? reader.read(new Uint8Array(buffer ?? new ArrayBuffer(FILLED))) : reader.read();
    asked.catch(() => {}); // whoever breaks off does not wait for it
    return asked;
  };
  try {
    let asked = ask();
    let spare;
    for (;;) {
      let result;
      try {
        result = await asked;
      } catch {
        throw new BrokenOff(file);
      }
      signal?.throwIfAborted();
      if (result.done) return;
      asked = ask(spare);
      const bytes = result.value;
      for (let at = 0; at < bytes.length; at += PORTION) {
        yield bytes.subarray(at, at + PORTION);
        signal?.throwIfAborted();
      }
      spare = filled ? bytes.buffer : undefined;
    }
  } finally {
    reading.delete(reader);
    reader.cancel().catch(() => {});
  }
}

/// A part of the file's bytes.
export function slice(file, from, to) {
  return file
    .slice(from, to)
    .arrayBuffer()
    .catch(() => {
      throw new BrokenOff(file);
    });
}

/// Gives what opens files: any file is as it is, and of a workbook it gives the table of the sheet that is wanted, else of
/// its first. `workbook` is the module's function for that, `more` brings the part of the module in that it lies in, and
/// `tell` hears of each workbook, without a table if the sheet cannot be read.
export function opener(workbook, more, tell = () => {}) {
  const tables = new WeakMap(); // by file: what was made of it last
  const told = (given, { wanted = "", table, sheet, sheets }) => tell({ file: given.file, wanted, table, sheet, sheets });
  return async (input) => {
    const { file, given, name = file.name } = input;
    // The page gives the table of a sheet that was opened before.
    if (input.isTable) return input;
    const known = tables.get(file);
    if (known && known.wanted === given.sheet) {
      if (known.of !== given.file) told(given, known);
      return { file: known.table, given: { ...given, sheet: known.sheet } };
    }
    const head = new Uint8Array(await slice(file, 0, HEAD.length));
    if (!HEAD.every((byte, at) => head[at] === byte)) return input;
    if (file.size > HELD) throw unreadable(name, `a workbook is held whole, up to ${HELD >> 20} MiB; save the sheet as CSV (UTF-8) instead`);
    await more(WORKBOOK).catch(() => {
      throw unreadable(name, "the part of Rollcall that reads workbooks could not be loaded. Try again, or load the page anew");
    });
    const parts = [];
    const bytes = new Uint8Array(await slice(file, 0, file.size));
    let made;
    try {
      made = workbook(name, bytes, given.sheet, (portion) => parts.push(portion));
    } catch (error) {
      // Another sheet may do.
      if (error.sheets) told(given, { wanted: given.sheet, table: null, sheet: error.sheet, sheets: error.sheets });
      throw error;
    }
    const { sheet, sheets } = made;
    const table = new File(parts, name);
    const opened = { wanted: given.sheet, of: given.file, table, sheet, sheets };
    tables.set(file, opened);
    told(given, opened);
    return { file: table, given: { ...given, sheet } };
  };
}

/// The error that the module, too, throws for a file that cannot be read.
export function unreadable(input, message) {
  const error = new Error(`${input}: ${message}`);
  error.name = "Unreadable";
  return Object.assign(error, { input, line: null });
}
