// The worker of one check: reads the files in portions, hands them to the core, answers what the
// page asks. It is thrown away with its check; cancelling is terminating it.
//
// in:   {type: "check", module, settings, inputs: [{file, given}]}
//       {type: "ask", id, what, ...}
// out:  {type: "progress", input, bytes, total, tally, causes}
//       {type: "unreadable", input, message}      the other files go on
//       {type: "checked", summary, inputs, causes, simulation, guide, names}
//       {type: "nothing"}                         no file could be read
//       {type: "refused", message}                the settings are not understood
//       {type: "answer", id, value} or {type: "answer", id, error}
//       {type: "crashed"}                         this worker is of no more use

import { initSync, Session } from "./app.js";

const PORTION = 1 << 20;
const PROGRESS_EVERY = 100; // ms

let files = []; // by the number the session gave them
let check;
let outline; // of the check, made when somebody looks at the tree

self.onmessage = ({ data: message }) => {
  const done = message.type === "check" ? start(message) : answer(message);
  done.catch((error) => {
    self.postMessage({ type: "crashed" });
    // Errors of the core carry no values of people; they are not logged all the same.
    self.close();
    void error;
  });
};

async function start({ module, settings, inputs }) {
  initSync({ module });
  const refused = new Set();
  // A file that breaks off while it is read cannot be taken back out of the session: begin anew without it.
  while (!(await run(settings, inputs, refused)));
}

async function run(settings, inputs, refused) {
  let session;
  try {
    session = new Session(settings, inputs.length === 1);
  } catch (error) {
    self.postMessage({ type: "refused", message: error.message });
    return true;
  }

  const total = inputs.reduce((sum, { file }, at) => (refused.has(at) ? sum : sum + file.size), 0);
  let bytes = 0;
  let told = -Infinity;
  files = [];
  let readable = 0;

  for (const [at, { file, given }] of inputs.entries()) {
    if (refused.has(at)) continue;
    files[session.begin(file.name, given)] = file;
    try {
      for await (const portion of portions(file)) {
        session.push(portion);
        bytes += portion.length;
        const now = performance.now();
        if (now - told >= PROGRESS_EVERY) {
          told = now;
          self.postMessage({ type: "progress", input: at, bytes, total, tally: session.tally(), causes: session.causes() });
        }
      }
      session.end();
      readable += 1;
    } catch (error) {
      if (error instanceof BrokenOff) {
        refused.add(at);
        self.postMessage({ type: "unreadable", input: at, message: error.message });
        session.free();
        return false;
      }
      if (error?.name !== "Unreadable") throw error;
      refused.add(at);
      self.postMessage({ type: "unreadable", input: at, message: error.message });
    }
  }

  if (readable === 0) {
    self.postMessage({ type: "nothing" });
    return true;
  }
  check = session.finish();
  outline = undefined;
  const names = files.map((_, number) => check.inputName(number) ?? "");
  self.postMessage({
    type: "checked",
    summary: check.summary(),
    inputs: check.inputs(),
    causes: check.causes(),
    simulation: check.simulation(),
    guide: check.guide(),
    names,
  });
  return true;
}

/// The browser could not read on: the file was moved, changed or forbidden meanwhile.
class BrokenOff extends Error {
  constructor(file) {
    super(`'${file.name}' could not be read to its end: it was changed, moved or locked meanwhile. Drop it again.`);
  }
}

/// The file's bytes. One buffer serves all portions where the browser can do that.
async function* portions(file) {
  const stream = file.stream();
  let reader;
  let buffer;
  try {
    reader = stream.getReader({ mode: "byob" });
    buffer = new ArrayBuffer(PORTION);
  } catch {
    reader = stream.getReader();
  }
  try {
    for (;;) {
      let result;
      try {
        result = buffer ? await reader.read(new Uint8Array(buffer)) : await reader.read();
      } catch {
        throw new BrokenOff(file);
      }
      if (result.done) return;
      if (result.value.length > 0) yield result.value;
      if (buffer) buffer = result.value.buffer;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

const tree = () => (outline ??= check.outline());

/// The bytes of one record, read again.
async function record(row) {
  const { input, offset, length } = check.place(row);
  const bytes = await files[input].slice(offset, offset + length).arrayBuffer().catch(() => {
    throw new BrokenOff(files[input]);
  });
  return new Uint8Array(bytes);
}

const answers = {
  people: ({ filter }) => check.people(filter),
  lines: ({ rows }) => check.lines(rows),
  records: ({ row }) => check.lines(check.parts(row)),
  profile: ({ row }) => check.profile(row),
  placement: ({ row }) => check.placement(row),
  locks: ({ row }) => check.locks(row),
  understood: ({ row }) => check.understood(row),
  chain: ({ row, most }) => ({ managers: check.lines(check.managersOf(row, most)), circle: check.inCircle(row) }),
  totals: () => tree().totals(),
  outline: ({ act, row, from, page }) => tree().act(act, row, from, page),
  branches: ({ from, to }) => tree().lines(from, to),
  find: ({ text, after }) => tree().find(text, after),

  async describe({ row }) {
    const findings = [];
    for (const part of check.parts(row)) findings.push(...check.describe(part, await record(part)));
    return findings;
  },

  // One list for each record of the person.
  async values({ row }) {
    const values = [];
    for (const part of check.parts(row)) values.push(check.values(part, await record(part)));
    return values;
  },

  assign({ settings }) {
    check.assign(settings);
    return { summary: check.summary(), causes: check.causes(), simulation: check.simulation(), guide: check.guide() };
  },

  async report({ profiles }) {
    const report = check.report(profiles);
    const parts = [];
    for (let input = report.wants(); input !== undefined; input = report.wants()) {
      for await (const portion of portions(files[input])) parts.push(report.push(portion));
      parts.push(report.end());
    }
    parts.push(report.finish());
    return new Blob(parts, { type: "application/json" });
  },
};

async function answer({ id, what, ...question }) {
  try {
    const value = await answers[what](question);
    const transfer = value instanceof Uint32Array ? [value.buffer] : [];
    self.postMessage({ type: "answer", id, value }, transfer);
  } catch (error) {
    if (error instanceof BrokenOff || error?.name === "Unreadable") {
      self.postMessage({ type: "answer", id, error: error.message });
    } else {
      throw error;
    }
  }
}
