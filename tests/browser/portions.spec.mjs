// How the page reads bytes.
import { writeFile } from "node:fs/promises";
import { expect, test } from "./page.mjs";

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
      for await (const portion of portions(file.slice(at, at + size))) read += portion.length;
    }
    return read;
  }, SLICE);
  expect(read).toBe(LENGTH);
});
