// The line between a page and the desk of its check: through a worker, and where the page's host forbids workers,
// through a stand-in in this thread, which gives the same answers, slower.

import { BUILD } from "./desk.js";

const PATIENCE = 15_000; // ms

/// A line has what the page uses of a worker: `postMessage`, `terminate`, and the events `message` and `error`.
/// `hire` starts a worker, which says `open` first; `files` gives it the files of a part of the module; `open` opens a
/// desk here, told what takes its answers and the signal that closes it.
export function line(hire, files, open) {
  const ends = new EventTarget();
  const waiting = [];
  const closing = new AbortController();
  let send = (message) => waiting.push(message);
  let worker;

  const heard = (data) => {
    if (!closing.signal.aborted) ends.dispatchEvent(new MessageEvent("message", { data }));
  };
  const connect = (to) => {
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
    const hear = open((message) => setTimeout(heard, 0, message), closing.signal);
    connect((message) => setTimeout(hear, 0, message));
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
      connect((message) => worker.postMessage(message));
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (isOpen) ends.dispatchEvent(new Event("error"));
      else here();
    });
  } catch {
    here();
  }

  ends.postMessage = (message) => send(message);
  ends.terminate = () => {
    closing.abort();
    worker?.terminate();
  };
  return ends;
}
