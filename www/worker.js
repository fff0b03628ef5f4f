// The worker of one check: a desk in a thread of its own, or a helper of one. Cancelling is terminating it.

import { arrived, initSync, Planning, Session, workbook } from "./engine.js";
import { BUILD, desk } from "./desk.js";
import { crew, help } from "./crew.js";
import { linker } from "./link.js";

const helpers = crew();
let link;
const more = (part) => link(part);

// The page compiles the engine's module and the files of its parts, and hands them to every worker.
const waiting = new Map();
const files = (part) =>
  new Promise((resolve, reject) => {
    waiting.set(part, { resolve, reject });
    self.postMessage({ type: "want", part });
  });

const post = (message, transfer = []) => {
  self.postMessage(message, transfer);
  if (message.type === "crashed") self.close();
};
const hear = desk({ Session, Planning, workbook, more }, post, undefined, helpers.read);

self.onmessage = ({ data }) => {
  if (data.type === "part") {
    const { resolve, reject } = waiting.get(data.part);
    return data.files ? resolve(data.files) : reject(new Error(data.part));
  }
  if (data.type === "help") {
    initSync({ module: data.module });
    return help(Session, data.port);
  }
  if (data.type === "lost") return helpers.lost(data.helper);
  if (data.type === "check") {
    link = linker(initSync({ module: data.module }), arrived, files);
    helpers.join(data.helpers, data.span);
  }
  hear(data);
};
// Whoever forbids workers is told apart from a worker that starts slowly.
self.postMessage({ type: "open", build: BUILD });
