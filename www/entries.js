// Puts a report together while its text comes in portions. The text has an entry of its lists a line, so that none of
// it has to be as long as the report, which for many people is longer than a text can be.

/// Takes the bytes of a report; gives the report at the end.
export function entries() {
  const decoder = new TextDecoder();
  const lists = {};
  let list; // the one whose entries come now
  let frame = ""; // the report without its entries
  let rest = ""; // of a line

  function take(line) {
    if (list && line.startsWith("{")) {
      list.push(JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line));
      return;
    }
    const name = /"(\w+)":\[$/.exec(line)?.[1];
    list = name && (lists[name] = []);
    frame += line;
  }

  return {
    push(bytes) {
      if (bytes.length === 0) return;
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
      rest = lines.pop();
      lines.forEach(take);
    },
    finish() {
      take(rest);
      return Object.assign(JSON.parse(frame), lists);
    },
  };
}
