// The worker of one check: a desk in a thread of its own, or a helper of one. Cancelling is terminating it.

import { initSync, Planning, Session } from "./app.js";
import { BUILD, desk } from "./desk.js";
import { crew, help } from "./crew.js";

const helpers = crew();
const post = (message, transfer = []) => {
  self.postMessage(message, transfer);
  if (message.type === "crashed") self.close();
};
const hear = desk({ Session, Planning }, post, undefined, helpers.read);

self.onmessage = ({ data }) => {
  if (data.type === "check" || data.type === "help") initSync({ module: data.module });
  if (data.type === "help") return help(Session, data.port);
  if (data.type === "lost") return helpers.lost(data.helper);
  if (data.type === "check") helpers.join(data.helpers, data.span);
  hear(data);
};
// Whoever forbids workers is told apart from a worker that starts slowly.
self.postMessage({ type: "open", build: BUILD });
