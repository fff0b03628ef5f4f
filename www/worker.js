// The worker of one check: a desk in a thread of its own. Cancelling is terminating it.

import { arrived, initSync, Planning, Session } from "./app.js";
import { BUILD, desk } from "./desk.js";
import { linker } from "./link.js";

let link;
const more = (part) => link(part);

// The page compiles the files of a part, and hands them to every worker.
const waiting = new Map();
const files = (part) =>
  new Promise((resolve, reject) => {
    waiting.set(part, { resolve, reject });
    self.postMessage({ type: "want", part });
  });

const hear = desk({ Session, Planning, more }, (message, transfer = []) => {
  self.postMessage(message, transfer);
  if (message.type === "crashed") self.close();
});

self.onmessage = ({ data }) => {
  if (data.type === "part") {
    const { resolve, reject } = waiting.get(data.part);
    return data.files ? resolve(data.files) : reject(new Error(data.part));
  }
  if (data.type === "check") link = linker(initSync({ module: data.module }), arrived, files);
  hear(data);
};
// Whoever forbids workers is told apart from a worker that starts slowly.
self.postMessage({ type: "open", build: BUILD });
