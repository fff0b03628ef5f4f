// The worker of one check: a desk in a thread of its own. Cancelling is terminating it.

import { arrived, initSync, Planning, Session } from "./app.js";
import { BUILD, desk } from "./desk.js";
import { linker } from "./link.js";

let link;
const more = (part) => link(part);

const hear = desk({ Session, Planning, more }, (message, transfer = []) => {
  self.postMessage(message, transfer);
  if (message.type === "crashed") self.close();
});

self.onmessage = ({ data }) => {
  if (data.type === "check") link = linker(initSync({ module: data.module.main }), arrived, data.module.parts);
  hear(data);
};
// Whoever forbids workers is told apart from a worker that starts slowly.
self.postMessage({ type: "open", build: BUILD });
