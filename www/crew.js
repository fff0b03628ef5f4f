// Several workers on one file. The desk's worker reads the file in order; others, its helpers, read parts further down
// and hand over what they found, which the desk takes up when it comes there. What a helper cannot know is where the
// first record of its part begins. It supposes; where that proves wrong the desk reads the part itself.
//
// in:   {file, given, settings, single, head, turn}   the next parts are of this file, whose header ends at `head`
//       {part, from, to, turn}                        a part to read
//       {drop, turn}                                  a part that need not be read any more
// out:  {ready}                                       once
//       {part, found, turn}                           what was found, nothing if the desk has to read the part

import { alone } from "./desk.js";
import { portions, slice } from "./file.js";

const WORTH = 4; // spans of a file that is read by several
const EACH = 8; // parts that everybody reads of a file, so that nobody has nothing to do for long
const LONGEST = 8; // spans that a part is long, at most
const BEGUN = 2; // parts that a helper knows of at a time
const HELD = 4; // parts of a helper at a time, those among them that wait to be taken up

/// The helpers of a desk.
export function crew() {
  let helpers = [];
  let span = 0;
  let turn = 0; // parts of a file that was given up are told from those of the next one
  let hand = () => {}; // gives a helper its next parts
  let came = () => {}; // takes what was found in a part

  /// Takes in helpers, each behind a port. Parts are `length` bytes long, or longer where the file is.
  function join(ports, length) {
    span = length;
    helpers = ports.map((port) => {
      const helper = { port, begun: new Set(), found: 0, ready: false };
      port.onmessage = ({ data }) => {
        if (data.ready) helper.ready = true;
        else if (data.turn === turn) settle(helper, data.part, data.found);
        hand(helper);
      };
      return helper;
    });
  }

  function settle(helper, part, found) {
    // The desk may have taken it back meanwhile.
    if (!helper.begun.delete(part)) return;
    helper.found += 1;
    came(part, { helper, found });
  }

  /// A helper is no more.
  function lost(number) {
    const helper = helpers[number];
    if (!helper) return;
    helper.ready = false;
    for (const part of [...helper.begun]) settle(helper, part);
  }

  /// Reads a file into a session. `each` is told of bytes that were read.
  async function read(session, file, asked, signal, each) {
    const push = async (from, to) => {
      for await (const portion of portions(file, signal, from, to)) {
        session.push(portion);
        each(portion.length);
      }
    };
    if (helpers.length === 0 || file.size < WORTH * span) return alone(session, file, asked, signal, each);
    // The beginning shows what the file is.
    await push(0, span);
    const head = session.splits();
    if (head === undefined) return push(span, file.size);
    try {
      await inParts(session, file, { ...asked, head }, push, each);
    } finally {
      turn += 1;
      hand = came = () => {};
    }
  }

  async function inParts(session, file, asked, push, each) {
    const mine = turn;
    // Streams cost less the longer they are.
    const share = Math.ceil(file.size / (EACH * (helpers.length + 1)));
    const length = Math.max(span, Math.min(share, LONGEST * span));
    const count = 1 + Math.ceil((file.size - span) / length);
    const from = (part) => (part === 0 ? 0 : Math.min(span + (part - 1) * length, file.size));
    const given = new Set(); // parts that somebody reads or has read
    const parts = new Map(); // what was found by those whose turn has not come
    let next = 1; // the part that the desk comes to
    let wake = () => {};

    /// The next part for a helper. The desk reads on meanwhile: one of a round is left to it, unless it falls behind.
    const choose = (helper) => {
      let first;
      for (let part = next + 1; part < count; part += 1) {
        if (given.has(part)) continue;
        if (helper.found > 1 || part % (helpers.length + 1) !== 2 % (helpers.length + 1)) return part;
        first ??= part;
      }
      return first;
    };
    hand = (helper) => {
      while (helper.ready && helper.begun.size < BEGUN && helper.begun.size + helper.found < HELD) {
        const part = choose(helper);
        if (part === undefined) return;
        if (helper.turn !== mine) helper.port.postMessage({ ...asked, file, turn: mine });
        helper.turn = mine;
        given.add(part);
        helper.begun.add(part);
        helper.port.postMessage({ part, from: from(part), to: from(part + 1), turn: mine });
      }
    };
    came = (part, found) => {
      parts.set(part, found);
      wake();
    };
    for (const helper of helpers) {
      Object.assign(helper, { begun: new Set(), found: 0 });
      hand(helper);
    }

    for (; next < count; next += 1) {
      let at = from(next);
      const to = from(next + 1);
      // What a helper has not come to is quicker read here.
      const late = helpers.find(({ begun }) => begun.has(next) && [...begun][0] !== next);
      if (late) {
        late.begun.delete(next);
        late.port.postMessage({ drop: next, turn: mine });
        hand(late);
      } else if (given.has(next)) {
        while (!parts.has(next)) await new Promise((resolve) => (wake = resolve));
        const { helper, found } = parts.get(next);
        parts.delete(next);
        helper.found -= 1;
        hand(helper);
        if (found) {
          at = session.absorb(found);
          each(at - from(next));
        }
      }
      given.add(next);
      if (at < to) await push(at, to);
    }
  }

  return { join, lost, read };
}

/// Helps the desk behind a port.
export function help(Session, port) {
  let session;
  let file;
  let working = Promise.resolve();
  const dropped = new Set();

  async function begin({ head, given, settings, single }) {
    session?.free();
    session = undefined;
    const begun = new Session(settings, single, []);
    begun.begin(file.name, given);
    // Of the header, with the byte behind it, which shows that a lone CR ends it.
    begun.push(new Uint8Array(await slice(file, 0, Math.min(head + 1, file.size))));
    session = begun;
  }

  async function found(from, to) {
    session.beginPart(from);
    for await (const portion of portions(file, undefined, from, to)) session.pushPart(portion);
    return session.endPart();
  }

  async function act({ part, from, to, turn, ...asked }) {
    if (part === undefined) {
      file = asked.file;
      return begin(asked);
    }
    // What was said while the last part was read is heard first.
    await new Promise((resolve) => setTimeout(resolve));
    if (dropped.delete(`${turn}/${part}`)) return;
    const bytes = await found(from, to).catch(() => undefined);
    if (bytes?.length > 0) port.postMessage({ part, found: bytes, turn }, [bytes.buffer]);
    else port.postMessage({ part, turn });
  }

  port.onmessage = ({ data }) => {
    if (data.drop !== undefined) return dropped.add(`${data.turn}/${data.drop}`);
    // A file that cannot be begun leaves no session, so nothing is found in its parts.
    working = working.then(() => act(data)).catch(() => {});
  };
  port.postMessage({ ready: true });
}
