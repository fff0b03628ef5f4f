// The modules: the views, and the engine, which checks files. Each is brought in once for all who use it. In the package,
// and in the page as one file, one module has both.

import { keeper, linker } from "./link.js";
import { compile } from "./load.js";
import { modules, parts } from "./parts.js";

const once = keeper();

/// A module, compiled. `source` is where it lies (an address), its bytes, or it itself. Who asks first decides; after a
/// failure the next one may try again.
export function compiled(which, source) {
  const { at, integrity } = modules[which];
  return once(at, () => read(source ?? at, source ? {} : { integrity }));
}

/// Brings a module into this thread, with the `init` and `arrived` of its glue. Gives what brings parts of it in.
export function bring(which, init, arrived, source) {
  return once(`here ${modules[which].at}`, async () => {
    const module = await compiled(which, source);
    return linker(await init({ module_or_path: module }), arrived, files);
  });
}

/// The files of a part, compiled once for all threads. Of another build, which a host may have by now, nothing fits
/// what is here: fingerprints keep that out.
export function files(part) {
  const file = ({ at, integrity }) => once(at, async () => ({ name: at, module: await compile(new URL(at), { integrity }) }));
  return Promise.all((parts[part] ?? []).map(file));
}

async function read(source, options) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const address = new URL(source, globalThis.document?.baseURI ?? globalThis.location?.href);
  // Node's fetch does not read the disk. Asked for like this, no bundler takes it for a part of a page.
  const disk = address.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  return disk ? WebAssembly.compile(await disk.readFile(address)) : compile(address, options);
}
