// The floor in Node: the csv crate in WebAssembly reads a table and does nothing with it.
// node floor.mjs MODULE FILE
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { tell } from "./tell.mjs";

const [module, path] = process.argv.slice(2);
const file = openSync(path);
let bytes; // the module's memory, seen anew when it has grown
const { instance } = await WebAssembly.instantiate(readFileSync(module), {
  host: {
    read(to, most) {
      const { buffer } = instance.exports.memory;
      if (bytes?.buffer !== buffer) bytes = new Uint8Array(buffer);
      return readSync(file, bytes, to, most, null);
    },
  },
});
const { records, cells, memory } = instance.exports;

const MANY = 1024;
let all = 0;
for (let some = MANY; some === MANY; all += some) some = records(MANY);
closeSync(file);
tell({ records: all, cells: cells(), memory: memory.buffer.byteLength });
