// Rollcall's module in Node.
// node rollcall.mjs PACKAGE HOW FILE [DOMAIN]
//   session   bytes are pushed in by the MiB, findings with their positions stand at the end; they are not put into words
//   counts    the call `check` for programs, without findings
//   report    the call `check` for programs, with all of them in words
import { closeSync, fstatSync, openAsBlob, openSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { tell } from "./tell.mjs";

const [folder, how, file, domain = "northwind.example"] = process.argv.slice(2);
const bring = (name) => import(pathToFileURL(path.resolve(folder, name)));
const settings = { company: { primaryDomain: domain } };
const { initSync, Run } = await bring("app.js");
const module = readFileSync(path.join(folder, "app_bg.wasm"));

function session() {
  initSync({ module });
  const run = new Run(JSON.stringify(settings), 1, false, false);
  run.begin(path.basename(file), {});
  const handle = openSync(file);
  run.expect(fstatSync(handle).size);
  const buffer = new Uint8Array(1 << 20);
  for (;;) {
    const length = readSync(handle, buffer);
    if (length === 0) break;
    run.push(length === buffer.length ? buffer : buffer.subarray(0, length));
  }
  closeSync(handle);
  run.end();
  run.judge();
  let text = "";
  for (let part = run.more(); part; part = run.more()) text += new TextDecoder().decode(part);
  return JSON.parse(text).summary;
}

async function program(findings) {
  const { check, load } = await bring("core.js");
  await load(module);
  const { summary } = await check([await openAsBlob(file)], settings, { findings });
  return summary;
}

const summary = how === "session" ? session() : await program(how === "report");
const findings = summary.rules.reduce((sum, { count }) => sum + count, 0);
const { memory } = initSync(); // those of the module that is there
tell({ summary, people: summary.profiles, findings, memory: memory.buffer.byteLength });
