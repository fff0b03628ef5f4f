// Starts desks for checks: each in a worker, and where there is none to be had, in this thread.

// It comes with the page, so that it is of one build with the scripts of workers, and there when nothing else comes any more.
import init, { arrived, Planning, Session, workbook } from "./engine.js";
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
  const more = await bring("engine", init, arrived);
  return desk({ Session, Planning, workbook, more }, post, signal);
}
