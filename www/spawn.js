// Starts desks for checks: each in a worker, and where there is none to be had, in this thread.

import { desk } from "./desk.js";
import { hire } from "./hire.js";
import { line } from "./line.js";
import { bring, compiled, files } from "./module.js";

/// Brings the engine's module, before somebody waits for it.
export function warm() {
  return compiled("engine");
}

/// A line to a desk.
export function spawn() {
  return line(hire, warm, files, here);
}

async function here(post, signal) {
  const { default: init, arrived, ...engine } = await import("./engine.js");
  const more = await bring("engine", init, arrived);
  return desk({ ...engine, more }, post, signal);
}
