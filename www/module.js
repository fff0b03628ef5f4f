// The modules: the views, and the engine, which checks files. Each is brought in once for all who use it. In the package,
// and in the page as one file, one module has both.

import { keeper, linker } from "./link.js";
import { compile } from "./load.js";
import { modules, parts } from "./parts.js";

const PATIENCE = 120_000; // ms that a file may take which somebody waits for and that can be asked for again
const once = keeper();

/// A module, compiled. `source` is where it lies (an address), its bytes, or it itself. Who asks first decides; after a
/// failure the next one may try again.
export function compiled(which, source) {
  const module = modules[which];
  return once(module.name, () => (source ? read(source) : read(module.at, fixed(module))));
}

/// Brings a module into this thread, with the `init` and `arrived` of its glue. Gives what brings parts of it in.
export function bring(which, init, arrived, source) {
  return once(`here ${modules[which].name}`, async () => {
    const module = await compiled(which, source);
    return linker(await init({ module_or_path: module }), arrived, files);
  });
}

/// The files of a part, compiled once for all threads. Of another build, which a host may have by now, nothing fits
/// what is here: fingerprints keep that out.
export function files(part) {
  const file = (part) => once(part.at, async () => ({ name: part.at, module: await compile(new URL(part.at), fixed(part)) }));
  return Promise.all((parts[part] ?? []).map(file));
}

/// How a file is asked for that has a fingerprint. What does not come is told, at some time.
function fixed({ integrity }) {
  return integrity ? { integrity, signal: AbortSignal.timeout(PATIENCE) } : {};
}

async function read(source, options = {}) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const address = new URL(source, globalThis.document?.baseURI ?? globalThis.location?.href);
  // Node's fetch does not read the disk. Asked for like this, no bundler takes it for a part of a page.
  const disk = address.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  return disk ? WebAssembly.compile(await disk.readFile(address)) : compile(address, options);
}
