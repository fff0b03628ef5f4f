// The line between a page and the desk of its check: through a worker, and where the page's host forbids workers,
// through a stand-in in this thread, which gives the same answers, slower.

import { BUILD } from "./desk.js";

const PATIENCE = 15_000; // ms
const NOT_HERE = "The part of Rollcall that checks files could not be loaded. Try again, or load the page anew.";
const SPAN = 4 << 20; // least bytes of a part of a file
const WORTH = 8; // so many of them, and a file is worth several workers
const MOST = 8; // workers

/// Starts helpers of the worker that is asked for a check, if one of its files is worth it. Gives the ports to them.
/// `lost` is told of one that broke down. Values of the page change how many there are, and what is worth it.
function helpers(hire, module, { inputs, batches }, signal, lost) {
  const cores = navigator.hardwareConcurrency ?? 1;
  // The page and the browser need one, too: on two cores helpers gain nothing.
  const { rollcallWorkers: count = cores > 2 ? Math.min(cores, MOST) : 1, rollcallSpan: span = SPAN } = globalThis;
  const ports = [];
  const worth = inputs.some(({ file }) => file.size >= WORTH * span) && !(batches?.length > 0);
  while (worth && ports.length < count - 1) {
    let worker;
    try {
      worker = hire();
    } catch {
      break;
    }
    const { port1, port2 } = new MessageChannel();
    const number = ports.push(port1) - 1;
    signal.addEventListener("abort", () => worker.terminate());
    worker.addEventListener("message", ({ data }) => {
      if (data.build === BUILD) worker.postMessage({ type: "help", module, port: port2 }, [port2]);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      lost(number);
    });
  }
  return { helpers: ports, span };
}

/// A line has what the page uses of a worker: `postMessage`, `terminate`, and the events `message` and `error`.
/// `hire` starts a worker, which says `open` first; `engine` gives it the module, and `files` the files of a part of
/// that; `open` opens a desk here, told what takes its answers and the signal that closes it.
export function line(hire, engine, files, open) {
  const ends = new EventTarget();
  const waiting = [];
  const closing = new AbortController();
  let send = (message) => waiting.push(message);
  let worker;
  let helping; // ends with the reading of the files

  // It comes while the worker starts.
  const coming = engine();
  coming.catch(() => {});

  const ask = (module) => (message) => {
    if (message.type !== "check") return worker?.postMessage(message);
    helping = new AbortController();
    const lost = (helper) => worker.postMessage({ type: "lost", helper });
    const help = helpers(hire, module, message, helping.signal, lost);
    worker?.postMessage({ ...message, ...help, module }, help.helpers);
  };
  const heard = (data) => {
    if (!["progress", "workbook", "unreadable", "answer"].includes(data.type)) helping?.abort();
    if (!closing.signal.aborted) ends.dispatchEvent(new MessageEvent("message", { data }));
  };
  /// What was said so far goes to the desk, once that can be reached.
  const connect = async (reaching) => {
    let to;
    try {
      to = await reaching;
    } catch {
      return heard({ type: "refused", message: NOT_HERE });
    }
    if (closing.signal.aborted) return;
    send = to;
    for (const message of waiting.splice(0)) send(message);
  };
  let isOver = false;
  const here = () => {
    if (isOver || closing.signal.aborted) return;
    isOver = true;
    worker?.terminate();
    worker = undefined;
    // As from a worker, answers come when the one who asked is through.
    const opening = open((message) => setTimeout(heard, 0, message), closing.signal);
    connect(opening.then((hear) => (message) => setTimeout(hear, 0, message)));
  };

  const give = async (part) => {
    const given = await files(part).catch(() => undefined);
    worker?.postMessage({ type: "part", part, files: given });
  };

  try {
    worker = hire();
    let isOpen = false;
    // A script that says nothing is no worker of ours, or comes too late.
    const patience = setTimeout(here, PATIENCE);
    closing.signal.addEventListener("abort", () => clearTimeout(patience));
    worker.addEventListener("message", ({ data }) => {
      if (data.type === "want") return give(data.part);
      if (data.type !== "open") return heard(data);
      // The host has a newer build by now; what this page holds still fits together.
      if (data.build !== BUILD) return here();
      if (isOver) return;
      isOpen = true;
      clearTimeout(patience);
      connect(coming.then(ask));
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      helping?.abort();
      if (isOpen) ends.dispatchEvent(new Event("error"));
      else here();
    });
  } catch {
    here();
  }

  ends.postMessage = (message) => send(message);
  ends.terminate = () => {
    closing.abort();
    helping?.abort();
    worker?.terminate();
  };
  return ends;
}
