// Rollcall for programs: the same calls in a page, a worker and Node. Importing it does nothing; the module is brought
// in with the first call. Files are read in portions, in the thread of the caller, who gets a turn between them.

import init, { arrived, effectiveTimeZone as zoneOf, Planning, rules as catalogue, Run, Session, workbook } from "./engine.js";
import { entries } from "./entries.js";
import { BrokenOff, opener, portions, unreadable } from "./file.js";
import { bring } from "./module.js";

export { version } from "./version.js";

const PROGRESS_EVERY = 100; // ms

/// The settings cannot be used. `path` is a JSON Pointer to what is to blame.
export class SettingsError extends Error {
  constructor(message, path, options) {
    super(message, options);
    this.name = "SettingsError";
    this.path = path;
  }
}

/// Files cannot be read at all. `failures` has an `{input, line, message}` of each; `input` and `line` are those of the
/// first.
export class UnreadableError extends Error {
  constructor(failures, options) {
    super(failures.map(({ message }) => message).join("\n"), options);
    this.name = "UnreadableError";
    this.failures = failures;
    this.input = failures[0].input;
    this.line = failures[0].line;
  }
}

/// Brings the module in from elsewhere than beside this file: an address, its bytes, or the compiled module.
export async function load(source) {
  await begin(source);
}

/// Gives what brings further parts in.
async function begin(source) {
  const more = await bring("engine", init, arrived, source);
  await more("desk");
  return more;
}

/// The rules, as `docs/rules.md` lists them.
export async function rules() {
  await begin();
  return catalogue();
}

/// The time zone that a member with these values ends up with, and the trail that leads there.
export async function effectiveTimeZone({ timeZone, country, state } = {}, settings) {
  const values = Object.entries({ timeZone, country, state }).map(([name, value]) => text(name, value ?? ""));
  await begin();
  return understood(() => zoneOf(...values, json(settings)));
}

/// Checks files, which are read twice; once where no findings are wanted. Gives the report.
export async function check(files, settings, options = {}) {
  const { members, inputs, onProgress, signal, profiles = false, findings = true } = options;
  const sources = named(blobs(files), blobs(members), inputs ?? []);
  const failures = await openAll(sources, await begin());
  signal?.throwIfAborted();

  const run = understood(() => new Run(json(settings), sources.length, profiles, findings));
  try {
    const progress = meter(sources, findings ? 2 : 1, run, onProgress);
    /// Reads a file; `take` gets the text that comes of it.
    const read = async (input, take = () => {}) => {
      try {
        for await (const portion of portions(sources[input], signal)) {
          take(run.push(portion));
          progress.add(input, portion.length);
          await turn();
        }
        take(run.end());
      } catch (error) {
        throw about(sources[input], error);
      }
    };

    for (const [input, { name, said, unopened }] of sources.entries()) {
      if (unopened) continue;
      run.begin(name, said);
      run.expect(sources[input].size);
      await read(input).catch((error) => {
        if (!(error instanceof UnreadableError)) throw error;
        failures.push(...error.failures);
      });
    }
    if (failures.length > 0) throw new UnreadableError(failures);

    signal?.throwIfAborted();
    progress.count();
    run.judge();
    const report = entries();
    for (let input = run.wants(); input !== undefined; input = run.wants()) await read(input, report.push);
    for (let part = run.more(); part; part = run.more()) {
      signal?.throwIfAborted();
      report.push(part);
      await turn();
    }
    progress.finish();
    return report.finish();
  } finally {
    run.free();
  }
}

/// Plans what provisioning would do, from earlier exports (none: the first push) to these. Files are read twice.
export async function plan(before, after, settings, options = {}) {
  const { members, inputs = {}, cutOver = false, signal } = options;
  const gong = blobs(members);
  const earlier = blobs(before);
  if (cutOver && earlier.length === 0) throw new TypeError("a cut-over asks for both: the people of the old app and those of the new one");
  const sides = [
    earlier.length > 0 ? named(earlier, gong, inputs.before ?? []) : [],
    named(blobs(after), gong, inputs.after ?? []),
  ];
  const more = await begin();
  const failures = [...(await openAll(sides[0], more)), ...(await openAll(sides[1], more))];
  signal?.throwIfAborted();

  const read = async (source, into) => {
    try {
      for await (const portion of portions(source, signal)) {
        into.push(portion);
        await turn();
      }
      into.end();
    } catch (error) {
      throw about(source, error);
    }
  };
  const sessions = [];
  const checks = [];
  let planning;
  let made;
  try {
    for (const sources of sides) {
      if (sources.length === 0) continue;
      const session = understood(() => Session.strict(json(settings)));
      sessions.push(session);
      for (const source of sources) {
        if (source.unopened) continue;
        said(source, () => session.begin(source.name, source.said));
        await read(source, session).catch((error) => {
          if (!(error instanceof UnreadableError)) throw error;
          failures.push(...error.failures);
        });
      }
    }
    if (failures.length > 0) throw new UnreadableError(failures);
    while (sessions.length > 0) checks.push(sessions.shift().finish());
    const latest = checks.pop();
    try {
      planning = new Planning(latest, checks.pop());
    } finally {
      latest.free();
    }
    for (let wants = planning.wants(); wants; wants = planning.wants()) await read(sides[wants[0]][wants[1]], planning);
    signal?.throwIfAborted();
    made = planning.finish();
    planning = undefined;
    const text = entries();
    for (const part of made.json(cutOver)) text.push(part);
    return text.finish();
  } finally {
    for (const held of [...sessions, ...checks, planning, made]) held?.free();
  }
}

/// What is said of progress: bytes of all readings, the file in hand, and the counts of records and findings.
function meter(sources, readings, run, tell) {
  const total = sources.reduce((sum, { size }) => sum + size, 0) * readings;
  let bytes = 0;
  let at = 0;
  let told = performance.now();
  let counts;
  const say = () => tell({ bytes, total, input: at, ...counts });
  return {
    add(input, length) {
      bytes += length;
      at = input;
      const now = performance.now();
      if (!tell || now - told < PROGRESS_EVERY) return;
      told = now;
      counts = run.tally() ?? counts;
      say();
    },
    /// Everything was read once: the counts stand.
    count() {
      counts = run.tally();
    },
    finish() {
      bytes = total;
      if (tell) say();
    },
  };
}

/// Files with names, and with what is said of each: exports, then people already in Gong.
function named(exports, members, inputs) {
  if (exports.length === 0) throw new TypeError("there is no file to check");
  if (!Array.isArray(inputs)) throw new TypeError("inputs is no list");
  const source = (blob, name, role, input) => {
    if (input != null && typeof input !== "object") throw new TypeError("an input is an object that says something of a file");
    const { name: said, ...rest } = input ?? {};
    for (const [member, value] of Object.entries(rest)) if (value != null) text(member, value);
    return {
      name: text("name", said ?? blob.name ?? name),
      size: blob.size,
      stream: () => blob.stream(),
      said: { ...rest, role },
      blob,
    };
  };
  return [
    ...exports.map((blob, at) => source(blob, `export-${at + 1}`, "export", inputs[at])),
    ...members.map((blob, at) => source(blob, `members-${at + 1}`, "members", inputs[exports.length + at])),
  ];
}

/// Puts tables in the place of workbooks. Gives what cannot be opened.
async function openAll(sources, more) {
  const open = opener(workbook, more);
  const failures = [];
  for (const [at, source] of sources.entries()) {
    const { blob, name, said } = source;
    try {
      const { file, given } = await open({ file: blob, given: said, name });
      if (said.sheet != null && file === blob) throw unreadable(name, "this is no workbook (XLSX), so it has no sheets");
      sources[at] = { ...source, size: file.size, stream: () => file.stream(), said: given };
    } catch (error) {
      const told = about(source, error);
      if (!(told instanceof UnreadableError)) throw told;
      failures.push(...told.failures);
      source.unopened = true;
    }
  }
  return failures;
}

function blobs(given) {
  const list = given == null ? [] : given instanceof Blob ? [given] : Array.from(given);
  for (const blob of list) {
    if (!(blob instanceof Blob)) throw new TypeError("a file is no Blob; in Node, fs.openAsBlob(path) gives one");
  }
  return list;
}

function text(name, value) {
  if (typeof value !== "string") throw new TypeError(`${name} is no text`);
  return value;
}

function json(settings) {
  settings ??= {};
  if (typeof settings !== "object") throw new SettingsError("settings are an object, as a settings file holds it", "");
  return JSON.stringify(settings);
}

/// Does what needs settings.
function understood(act) {
  try {
    return act();
  } catch (error) {
    if (error?.name !== "Refused") throw error;
    throw new SettingsError(error.message, error.path, { cause: error });
  }
}

/// Says of a file what it is.
function said({ name }, act) {
  try {
    act();
  } catch (error) {
    throw error instanceof TypeError ? error : new TypeError(`${name}: ${error.message}`, { cause: error });
  }
}

/// The error that a program gets: its own for a file that cannot be read, any other as it is.
function about({ name }, error) {
  if (error instanceof BrokenOff) {
    const message = `${name}: could not be read to its end: it was changed, moved or locked meanwhile`;
    return new UnreadableError([{ input: name, line: null, message }], { cause: error });
  }
  if (error?.name !== "Unreadable") return error;
  const { input, line, message } = error;
  return new UnreadableError([{ input: input || name, line, message }], { cause: error });
}

/// Lets others have their turn.
function turn() {
  if (globalThis.scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => (globalThis.setImmediate ?? setTimeout)(resolve));
}
