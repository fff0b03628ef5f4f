// The module, brought in once for all who use it in this thread.

import init, { arrived } from "./app.js";
import { keeper, linker } from "./link.js";
import { compile } from "./load.js";
import { parts } from "./parts.js";

const once = keeper();
let bringing;
let link;

/// The compiled module, which is ready for use by then. `source` is where it lies (an address), its bytes, or it
/// itself. Who asks first decides; after a failure the next one may try again.
export function bring(source = new URL("./app_bg.wasm", import.meta.url)) {
  bringing ??= begin(source).catch((error) => {
    bringing = undefined;
    throw error;
  });
  return bringing;
}

async function begin(source) {
  const module = await compiled(source);
  link = linker(await init({ module_or_path: module }), arrived, files);
  return module;
}

/// Brings a part of the module in, which must be there itself.
export function more(part) {
  return link(part);
}

/// The files of a part, compiled once for all threads. Of another build, which a host may have by now, nothing fits
/// what is here: fingerprints keep that out.
export function files(part) {
  const compiled = ({ at, integrity }) => once(at, async () => ({ name: at, module: await compile(new URL(at), { integrity }) }));
  return Promise.all((parts[part] ?? []).map(compiled));
}

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const address = new URL(source, globalThis.document?.baseURI ?? globalThis.location?.href);
  // Node's fetch does not read the disk. Asked for like this, no bundler takes it for a part of a page.
  const disk = address.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  return disk ? WebAssembly.compile(await disk.readFile(address)) : compile(address);
}
