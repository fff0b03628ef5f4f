// The worker of one check: a desk in a thread of its own. Cancelling is terminating it.

import { initSync, Planning, Session } from "./app.js";
import { BUILD, desk } from "./desk.js";

const hear = desk({ Session, Planning }, (message, transfer = []) => {
  self.postMessage(message, transfer);
  if (message.type === "crashed") self.close();
});

self.onmessage = ({ data }) => {
  if (data.type === "check") initSync({ module: data.module });
  hear(data);
};
// Whoever forbids workers is told apart from a worker that starts slowly.
self.postMessage({ type: "open", build: BUILD });
