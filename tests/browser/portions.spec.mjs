// How the page reads bytes.
import { utimes, writeFile } from "node:fs/promises";
import { exports, expect, file, headline, test } from "./page.mjs";

const LENGTH = 20 << 20;
const SLICE = 1 << 16;

// Chromium collects a stream that is being read into buffers, and says nothing, where nothing leads to its reader.
test("reading comes to its end, whatever is collected meanwhile", async ({ page }, info) => {
  const file = info.outputPath("a.csv");
  await writeFile(file, Buffer.alloc(LENGTH, "a"));
  await page.goto("/");
  const input = await page.evaluateHandle(() => Object.assign(document.createElement("input"), { type: "file" }));
  await input.setInputFiles(file);
  const read = await input.evaluate(async ({ files: [file] }, size) => {
    const { portions } = await import("/file.js");
    let read = 0;
    for (let at = 0; at < file.size; at += size) {
      for await (const portion of portions(file, undefined, at, at + size)) read += portion.length;
    }
    return read;
  }, SLICE);
  expect(read).toBe(LENGTH);
});

test("what breaks off is told by the name of its file", async ({ page }, info) => {
  const file = info.outputPath("a.csv");
  await writeFile(file, Buffer.alloc(SLICE, "a"));
  // Chromium tells one state of a file from another by whole seconds.
  await utimes(file, 1_000_000_000, 1_000_000_000);
  await page.goto("/");
  const input = await page.evaluateHandle(() => Object.assign(document.createElement("input"), { type: "file" }));
  await input.setInputFiles(file);
  await writeFile(file, Buffer.alloc(2 * SLICE, "b"));
  for (const range of [[], [0, 100], [100]]) {
    const told = await input.evaluate(async ({ files: [file] }, range) => {
      const { portions } = await import("/file.js");
      const reading = portions(file, undefined, ...range);
      return reading.next().then(({ value }) => value.length, ({ message }) => message);
    }, range);
    expect(told).toContain("'a.csv' could not be read to its end");
  }
});

test("reading ends where it is given up, within a buffer as well", async ({ page }) => {
  await page.goto("/");
  await exports(page).setInputFiles(file("a.csv", "email\nana@acme.com\n"));
  await expect(headline(page)).toContainText("1 person");
  const [worker] = page.workers();
  const told = await worker.evaluate(async () => {
    const { portions } = await import("/file.js");
    // Each buffer is filled.
    const pull = ({ byobRequest }) => byobRequest.respond(byobRequest.view.byteLength);
    const file = { name: "a.csv", stream: () => new ReadableStream({ type: "bytes", pull }) };
    const giving = new AbortController();
    let read = 0;
    try {
      for await (const portion of portions(file, giving.signal)) {
        read += portion.length;
        giving.abort();
      }
    } catch ({ name }) {
      return [read, name];
    }
  });
  expect(told).toEqual([1 << 20, "AbortError"]);
});
