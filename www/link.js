// Links parts of a module into a thread. What is needed at first is the module itself; the rest comes when the page has
// time, or somebody needs it.

/// Gives what brings a part in. `inside` is what the module of this thread exports, `arrived` tells it of a part, and
/// `files` gives the compiled files of one, each with its name; a module in one piece has none.
export function linker(inside, arrived, files) {
  const once = keeper();
  const link = async (part) => {
    for (const { name, module } of await files(part)) {
      await once(name, () => WebAssembly.instantiate(module, { __wasm_split: inside }));
    }
    arrived(part);
  };
  return (part) => once(`part ${part}`, () => link(part));
}

/// Gives what does something once for each name. After a failure the next one may try again.
export function keeper() {
  const kept = new Map();
  return (name, act) => {
    if (!kept.has(name)) {
      const acting = act().catch((error) => {
        kept.delete(name);
        throw error;
      });
      kept.set(name, acting);
    }
    return kept.get(name);
  };
}
