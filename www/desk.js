// The desk of one check: reads the files in portions, hands them to the core, answers what the page asks.
// It is thrown away with its check. A worker gives it a thread of its own.
//
// in:   {type: "check", module, settings, inputs: [{file, given, isTable}], earlier: likewise, batches}
//       {type: "ask", id, what, ...}
// out:  {type: "progress", input, bytes, total, tally, causes}
//       {type: "unreadable", input, message}      the other files go on
//       {type: "workbook", file, wanted, table, sheet, sheets}   `table` is what is read of the file that `given.file` names; null if it cannot be
//       {type: "checked", summary, inputs, causes, simulation, source, carried, names, columns, stale}
//       {type: "nothing"}                         no file could be read
//       {type: "refused", message}                the settings are not understood
//       {type: "answer", id, value} or {type: "answer", id, error}
//       {type: "crashed"}                         this desk is of no more use

import { BrokenOff, opener, PORTION, portions, slice } from "./file.js";

/// Which build this is of; `cargo xtask build` writes it. A page and a worker of two builds do not fit together.
export const BUILD = "";

const NEAR = 1 << 16; // bytes between two records that are read together
const FEW = 256; // records that are read one by one
const PROGRESS_EVERY = 100; // ms
const REST = "desk"; // the part of the module that most answers are in
const AT_ONCE = new Set(["people", "lines", "sheet", "describe"]); // answers that the first part has
const PROGRESS_SHARE = 20; // so much longer is read than told

/// The part of the module that is asked for did not come.
class NotHere extends Error {
  constructor() {
    super("A part of Rollcall could not be loaded. Try again, or load the page anew.");
  }
}

/// Numbers that two sorted lists share.
function shared(one, other) {
  let at = 0;
  return one.filter((row) => {
    while (at < other.length && other[at] < row) at += 1;
    return other[at] === row;
  });
}

/// Reads a file into a session, alone. `each` is told of bytes that were read.
export async function alone(session, file, asked, signal, each) {
  for await (const portion of portions(file, signal)) {
    session.push(portion);
    each(portion.length);
  }
}

/// Opens a desk; gives what takes its messages. `more` brings a part of the module in. `post` takes its answers, each with what may be handed over
/// instead of copied. `signal` closes it, where no thread ends with it. `read` reads the files of a check.
export function desk({ Session, Planning, workbook, more }, post, signal, read = alone) {
  let files = []; // by the number the session gave them
  let reading; // the session, while files are read
  let check;
  let outline; // of the check, made when somebody looks at the tree
  let searched; // the last text that was looked for in all columns, and the rows that hold it
  let opened; // its open branches, before values were changed
  let asked; // what the check is about: its settings, its files, and earlier exports for the plan
  let plan; // made when somebody looks at it

  const open = opener(workbook, more, (told) => post({ type: "workbook", ...told }));

  signal?.addEventListener("abort", () => {
    plan?.free();
    outline?.free();
    check?.free();
    reading?.free();
    files = [];
  });

  async function start({ settings, inputs, earlier = [], batches }) {
    asked = { settings, inputs, earlier, turn: 0 };
    const refused = new Set();
    // A file that breaks off while it is read cannot be taken back out of the session: begin anew without it.
    while (!(await run(settings, inputs, batches, refused)));
  }

  async function run(settings, inputs, batches, refused) {
    let session;
    try {
      session = reading = new Session(settings, inputs.length === 1, batches);
    } catch (error) {
      post({ type: "refused", message: error.message });
      return true;
    }

    let total = inputs.reduce((sum, { file }, at) => (refused.has(at) ? sum : sum + file.size), 0);
    let bytes = 0;
    let tell = -Infinity;
    files = [];
    let readable = 0;

    for (const [at, input] of inputs.entries()) {
      if (refused.has(at)) continue;
      try {
        const { file, given } = await open(input);
        total += file.size - input.file.size;
        files[session.begin(file.name, given)] = file;
        session.expect(file.size);
        await read(session, file, { given, settings, single: inputs.length === 1 }, signal, (length) => {
          bytes += length;
          const now = performance.now();
          if (now < tell) return;
          post({ type: "progress", input: at, bytes, total, tally: session.tally(), causes: session.causes() });
          // Of many findings it takes a while to tell; reading goes before that.
          const told = performance.now();
          tell = told + Math.max(PROGRESS_EVERY, PROGRESS_SHARE * (told - now));
        });
        session.end();
        readable += 1;
      } catch (error) {
        if (error instanceof BrokenOff) {
          refused.add(at);
          post({ type: "unreadable", input: at, message: error.message });
          session.free();
          reading = undefined;
          return false;
        }
        if (error?.name !== "Unreadable") throw error;
        refused.add(at);
        post({ type: "unreadable", input: at, message: error.message });
      }
    }

    if (readable === 0) {
      post({ type: "nothing" });
      return true;
    }
    reading = undefined;
    check = session.finish();
    outline = undefined;
    opened = undefined;
    searched = undefined;
    const names = files.map((_, number) => check.inputName(number) ?? "");
    post({
      type: "checked",
      inputs: check.inputs(),
      names,
      columns: check.columns(),
      ...standing(),
    });
    // What the next questions need is here before they come.
    more(REST).catch(() => {});
    return true;
  }

  /// What a change of assignments or values changes.
  function standing() {
    return {
      summary: check.summary(),
      causes: check.causes(),
      simulation: check.simulation(),
      source: check.source() ?? "",
      carried: files.map((_, number) => check.carried(number)),
      stale: check.stale(),
    };
  }

  function tree() {
    if (outline === undefined) {
      outline = check.outline();
      if (opened) outline.openRows(opened);
    }
    return outline;
  }

  /// Nothing may hold the check while it is changed. What was open opens again.
  function letGo() {
    searched = undefined;
    plan?.free();
    plan = undefined;
    if (outline === undefined) return;
    opened = outline.opened();
    outline.free();
    outline = undefined;
  }

  /// The bytes of a row's record.
  async function record(row) {
    const { input, offset, length } = check.place(row);
    return new Uint8Array(await slice(files[input], offset, offset + length));
  }

  /// The bytes of many rows' records, in their order. Records that lie close together are read in one go.
  async function records(rows) {
    const runs = [];
    for (const row of rows) {
      const { input, offset, length } = check.place(row);
      const last = runs.at(-1);
      if (last && last.input === input && offset >= last.to && offset - last.to < NEAR && offset + length - last.from < PORTION) {
        last.to = offset + length;
        last.rows.push({ row, offset, length });
      } else {
        runs.push({ input, from: offset, to: offset + length, rows: [{ row, offset, length }] });
      }
    }
    const read = runs.map(async ({ input, from, to, rows }) => {
      const bytes = new Uint8Array(await slice(files[input], from, to));
      return rows.map(({ row, offset, length }) => [row, bytes.subarray(offset - from, offset - from + length)]);
    });
    return (await Promise.all(read)).flat();
  }

  /// Reads changed records again, and judges everyone again. What goes wrong on the way leaves a check between two
  /// states: then this worker is of no more use.
  async function again(rows) {
    try {
      await reread(rows);
    } catch {
      throw new Error("a change was not finished");
    }
  }

  async function reread(rows) {
    if (rows.length <= FEW) {
      for (const [row, bytes] of await records(rows)) check.reread(row, bytes);
    } else {
      const reading = check.rereading(rows);
      for (let input = reading.wants(); input !== undefined; input = reading.wants()) {
        for await (const portion of portions(files[input], signal)) reading.push(check, portion);
        reading.end(check);
      }
      reading.free();
    }
    check.judgeAgain();
  }

  /// Pushes the wanted files through something that reads them once more.
  async function pushed(reading, take = () => {}) {
    try {
      for (let input = reading.wants(); input !== undefined; input = reading.wants()) {
        for await (const portion of portions(files[input], signal)) take(reading.push(portion));
        take(reading.end());
      }
    } catch (error) {
      reading.free();
      throw error;
    }
  }

  let begun; // what was recognised of the earlier exports of the plan, and which could not be read

  /// Makes the plan, unless it is there.
  async function planned() {
    if (plan) return begun;
    const { settings, inputs, earlier, turn } = asked;
    const unread = [];
    const sides = [[], files];
    let before;
    let seen = [];
    if (earlier.length > 0) {
      const session = Session.plain(settings);
      let readable = 0;
      // The same people already in Gong stand on both sides.
      const members = inputs.filter(({ given }) => given.role === "members");
      for (const input of [...earlier, ...members]) {
        try {
          const { file, given } = await open(input);
          sides[0][session.begin(file.name, given)] = file;
          for await (const portion of portions(file, signal)) session.push(portion);
          session.end();
          if (earlier.includes(input)) readable += 1;
        } catch (error) {
          if (error instanceof BrokenOff || error?.name !== "Unreadable") {
            session.free();
            throw error;
          }
          unread.push({ file: input.given.file, message: error.message });
        }
      }
      if (readable > 0) {
        before = session.finish();
        seen = before.inputs();
      } else {
        session.free();
      }
    }
    const planning = new Planning(check, before);
    try {
      for (let wants = planning.wants(); wants !== undefined; wants = planning.wants()) {
        for await (const portion of portions(sides[wants[0]][wants[1]], signal)) planning.push(portion);
        planning.end();
      }
    } catch (error) {
      planning.free();
      throw error;
    }
    const made = planning.finish();
    if (asked.turn !== turn) {
      // Assignments changed meanwhile.
      made.free();
      return planned();
    }
    plan = made;
    begun = { seen, unread };
    return begun;
  }

  const answers = {
    async people({ filter: { within, ...filter } }) {
      const rows = check.people(filter);
      return within ? shared(rows, await ask("search", { text: within, records: filter.records })) : rows;
    },

    lines: ({ rows }) => check.lines(rows),
    records: ({ row }) => check.lines(check.parts(row)),
    profile: ({ row }) => check.profile(row),
    placement: ({ row }) => check.placement(row),
    locks: ({ row }) => check.locks(row),
    zones: ({ tried }) => check.zones(tried),
    guide: () => check.guide(),

    async sheet({ rows }) {
      const sheets = [];
      for (const [row, bytes] of await records(rows)) sheets.push(check.sheet(row, bytes));
      return `[${sheets.join(",")}]`;
    },

    understood: ({ row }) => check.understood(row),
    chain: ({ row, most }) => ({ managers: check.lines(check.managersOf(row, most)), circle: check.inCircle(row) }),

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
      asked.settings = settings;
      asked.turn += 1; // a plan that is being made is of other assignments
      plan?.free();
      plan = undefined;
      return standing();
    },
  };

  /// Answers that hold the check, and so wait for a change of it that is under way.
  const settled = {
    totals: () => tree().totals(),
    outline: ({ act, row, from, page }) => tree().act(act, row, from, page),
    branches: ({ from, to }) => tree().lines(from, to),
    find: ({ text, after }) => tree().find(text, after),
  };

  /// Answers that change the check, or hold it while they read. One is given at a time, in the order of the questions.
  const inTurn = {
    /// Changes one value: of a cell, or of an attribute.
    async edit({ row, column, attribute, place, text }) {
      const bytes = await record(row);
      const batch =
        column === undefined ? check.editValue(row, attribute, place, text, bytes) : check.editCell(row, column, text, bytes);
      return batch ? this.cure({ batch }) : {};
    },

    async cure({ batch }) {
      await change(() => check.cure(batch));
      return { batch, ...standing() };
    },

    async uncure() {
      await change(() => check.uncure());
      return standing();
    },

    /// Rows of records that hold a text in any column, or of their people. The last answer is kept while nothing changes.
    async search({ text, records }) {
      if (searched?.text !== text) {
        const search = check.search(text);
        await pushed(search);
        searched = { text, rows: search.finish() };
      }
      if (records) return searched.rows;
      return Uint32Array.from(new Set(Array.from(searched.rows, (row) => check.personOf(row)))).sort();
    },

    async propose({ rule, attribute }) {
      const proposing = check.propose(rule, attribute);
      await pushed(proposing);
      const proposal = proposing.finish();
      const answer = { proposal: proposal.told(), batch: proposal.batch() };
      proposal.free();
      return answer;
    },

    /// Other exports for the plan to begin from.
    earlier({ inputs }) {
      asked.earlier = inputs;
      plan?.free();
      plan = undefined;
    },

    /// What provisioning would do, at a glance.
    async plan() {
      const { seen, unread } = await planned();
      return { ...plan.head(), groups: plan.groups(), cutOver: plan.cutOver(), seen, unread };
    },

    async planPeople({ wanted }) {
      await planned();
      return plan.people(wanted);
    },

    async planLines({ places }) {
      await planned();
      return plan.lines(places);
    },

    async planPerson({ place }) {
      await planned();
      return plan.person(place);
    },

    async planFile({ format, cutOver }) {
      await planned();
      return new Blob(format === "scim" ? plan.scim() : plan.json(cutOver), { type: format === "scim" ? "application/x-ndjson" : "application/json" });
    },

    /// What was cured, for the source: the difference between the files as they stand and as they are cured.
    async atSource({ format }) {
      const session = Session.plain(asked.settings);
      const own = [];
      const readable = new Set(files);
      const isReadable = (input) => open(input).then(({ file }) => readable.has(file), () => false);
      try {
        for (const input of asked.inputs) {
          if (!(await isReadable(input))) continue;
          const { file, given } = await open(input);
          own[session.begin(file.name, given)] = file;
          try {
            for await (const portion of portions(file, signal)) session.push(portion);
            session.end();
          } catch (error) {
            // The check goes without it, too.
            if (error?.name !== "Unreadable") throw error;
          }
        }
      } catch (error) {
        session.free();
        throw error;
      }
      const planning = Planning.ofCures(check, session.finish());
      try {
        for (let wants = planning.wants(); wants !== undefined; wants = planning.wants()) {
          for await (const portion of portions((wants[0] === 0 ? own : files)[wants[1]], signal)) planning.push(portion);
          planning.end();
        }
      } catch (error) {
        planning.free();
        throw error;
      }
      const compared = planning.finish();
      const made = compared.atSource(format);
      compared.free();
      const answer = { file: new Blob([made.text()], { type: "text/plain" }), told: made.told() };
      made.free();
      return answer;
    },

    /// What was cured, as a recipe.
    async recipe() {
      const writing = check.recipe();
      await pushed(writing);
      const written = writing.finish();
      try {
        const file = new Blob([written.text()], { type: "application/json" });
        return { file, steps: written.steps(), leftOut: written.leftOut() };
      } finally {
        written.free();
      }
    },

    /// What a recipe would change.
    async replay({ text }) {
      const replaying = check.replay(text);
      await pushed(replaying);
      const replay = replaying.finish();
      const answer = { replay: replay.told(), batch: replay.batch() };
      replay.free();
      return answer;
    },

    async corrected({ input, utf8 }) {
      const corrected = check.corrected(input, utf8);
      const parts = [];
      try {
        for await (const portion of portions(files[input], signal)) parts.push(corrected.push(portion));
      } catch (error) {
        corrected.free();
        throw error;
      }
      parts.push(corrected.finish());
      return new Blob(parts);
    },

    /// Every file as it was dropped, with fake people in it.
    async redacted() {
      const learning = check.redaction();
      await pushed(learning);
      const redaction = learning.finish();
      const written = [];
      try {
        for (const input of redaction.inputs()) {
          const parts = [];
          redaction.begin(input);
          for await (const portion of portions(files[input], signal)) parts.push(redaction.push(portion));
          parts.push(redaction.end());
          written.push({ input, file: new Blob(parts) });
        }
      } finally {
        redaction.free();
      }
      return written;
    },

    async report({ profiles, format }) {
      const report = check.report(profiles, format);
      const parts = [];
      await pushed(report, (part) => parts.push(part));
      for (let part = report.more(); part; part = report.more()) parts.push(part);
      report.free();
      return new Blob(parts, { type: format === "csv" ? "text/csv" : "application/json" });
    },
  };

  async function rest() {
    try {
      await more(REST);
    } catch {
      throw new NotHere();
    }
  }

  let turn = Promise.resolve();
  let changing = Promise.resolve();

  /// Changes the check; nobody looks at it meanwhile who would hold it.
  function change(how) {
    letGo();
    const mine = again(how());
    changing = mine.catch(() => {});
    return mine;
  }

  async function ask(what, question) {
    if (!AT_ONCE.has(what)) await rest();
    if (what in answers) return answers[what](question);
    if (what in settled) return changing.then(() => settled[what](question));
    const mine = turn.then(() => inTurn[what](question));
    turn = mine.catch(() => {});
    return mine;
  }

  async function answer({ id, what, ...question }) {
    try {
      const value = await ask(what, question);
      const transfer = value instanceof Uint32Array ? [value.buffer] : [];
      post({ type: "answer", id, value }, transfer);
    } catch (error) {
      if (error instanceof BrokenOff || error instanceof NotHere || error?.name === "Unreadable") {
        post({ type: "answer", id, error: error.message });
      } else {
        throw error;
      }
    }
  }

  return (message) => {
    const done = message.type === "check" ? start(message) : answer(message);
    // Errors of the core carry no values of people; they are not logged all the same.
    done.catch(() => {
      if (!signal?.aborted) post({ type: "crashed" });
    });
  };
}
