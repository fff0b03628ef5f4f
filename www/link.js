// Brings parts of the module into a thread. What a page needs at first is `app_bg.wasm`; the rest comes when the page has
// time, or somebody needs it.

import { compile } from "./load.js";

/// Gives what brings a part in. `inside` is what the module of this thread exports, `arrived` tells it of a part, and
/// `places` has the files of every part; a module in one piece has none.
export function linker(inside, arrived, places) {
  const kept = new Map();
  // After a failure the next one may try again.
  const once = (key, make) => {
    if (!kept.has(key)) {
      const making = make().catch((error) => {
        kept.delete(key);
        throw error;
      });
      kept.set(key, making);
    }
    return kept.get(key);
  };
  // Of another build, which a host may have by now, nothing fits: a fingerprint keeps that out.
  const link = async ({ at, integrity }) => {
    await WebAssembly.instantiate(await compile(new URL(at), { integrity }), { __wasm_split: inside });
  };
  const bring = async (part) => {
    await Promise.all((places[part] ?? []).map((file) => once(file.at, () => link(file))));
    arrived(part);
  };
  return (part) => once(part, () => bring(part));
}
