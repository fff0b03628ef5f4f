// Starts the page as one file: everything it needs stands in the document.

import init, { mount, Planning, Session, workbook } from "./app.js";
import { desk } from "./desk.js";
import { hand, root } from "./first.js";
import { line } from "./line.js";
import { failed } from "./load.js";

const text = (id) => document.getElementById(id).textContent;

/// What stands packed in the document.
function unpack(id) {
  const packed = atob(text(id));
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

// A browser starts no worker from a file beside the document, but one whose text the document holds.
const worker = URL.createObjectURL(new Blob(["app.js", "link.js", "file.js", "desk.js", "crew.js", "worker.js"].map(text), { type: "text/javascript" }));
const policy = globalThis.trustedTypes?.createPolicy("rollcall", {
  createScriptURL(url) {
    if (url === worker) return url;
    throw new TypeError("not a script of this page");
  },
});

function hire() {
  return new Worker(policy?.createScriptURL(worker) ?? worker, { name: "rollcall" });
}

// The module is in one piece.
const files = async () => [];
const more = async () => {};

async function start() {
  const module = await WebAssembly.compile(await unpack("app_bg.wasm").arrayBuffer());
  await init({ module_or_path: module });
  hand(() =>
    mount(root, {
      place: "file",
      more,
      spawn: () => line(hire, async () => module, files, async (post, signal) => desk({ Session, Planning, workbook, more }, post, signal)),
      sample: () => unpack("sample").blob(),
    }),
  );
}

start().catch((error) => failed(root, error, () => location.reload()));
