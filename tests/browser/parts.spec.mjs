// Several workers on one file give the report of one, and of the command line.
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { crowd, csv, download, exports, expect, headline, region, row, step, test } from "./page.mjs";
import { report } from "./told.mjs";

const { ROLLCALL_SINGLE } = process.env;
const SPAN = 1 << 16; // bytes of a part

/// People with line ends and quotes inside their values, and some findings.
function company(people) {
  const rows = Array.from({ length: people }, (_, at) =>
    row(at % 9 === 0 ? `"Ana ""${at}"" of\nthe\r\nEast, or so"` : `Bo${at}`, {
      domain: at % 13 === 0 ? "acme.co" : "acme.com",
      family: `"Li\n,${at % 400}"`,
      zone: ["America/New_York", "PST", "", "Mars"][at % 4],
      manager: at % 5 === 0 ? `bo${at % 50}@acme.com` : "",
    }),
  );
  return csv(...rows);
}

/// Opens the page with so many workers on a file, and checks files. Gives what tells how many there were at most at a time: one
/// that has nothing left to do may be gone before the browser tells of it.
async function checked(page, workers, files, address = "/") {
  await page.addInitScript(() => {
    const hired = new Set();
    globalThis.most = 0;
    globalThis.Worker = class extends Worker {
      constructor(...how) {
        super(...how);
        hired.add(this);
        globalThis.most = Math.max(globalThis.most, hired.size);
      }
      terminate() {
        hired.delete(this);
        super.terminate();
      }
    };
  });
  await page.addInitScript(({ workers, span }) => Object.assign(globalThis, { rollcallWorkers: workers, rollcallSpan: span }), { workers, span: SPAN });
  await page.goto(address);
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Default time zone").fill("America/New_York");
  await exports(page).setInputFiles(files);
  return () => page.evaluate(() => globalThis.most);
}

async function reported(page) {
  await expect(headline(page)).toContainText(/arrive|Nobody/);
  await step(page, "Take away").click();
  return (await download(page, "Download report")).bytes.toString();
}

for (const [name, bytes] of [
  ["quotes.csv", Buffer.from(company(9000))],
  ["western.csv", Buffer.from(`${company(5000)}${row("Zoë")}\n${crowd(3000).replaceAll("Quill", "Muñoz").split("\n").slice(1).join("\n")}`, "latin1")],
  ["stray.csv", Buffer.from(`${company(4000)}"a" b,"c\n${crowd(4000)}`.replaceAll("Person77", '"Person" 77'))],
]) {
  test(`four workers on ${name}`, async ({ page }, info) => {
    const file = info.outputPath(name);
    await writeFile(file, bytes);
    const told = await report(file);
    const hired = await checked(page, 4, file);
    expect(await reported(page)).toBe(told);
    expect(await hired()).toBe(4);
    // The helpers are gone when the file is read.
    expect(page.workers().length).toBe(1);
  });
}

test.describe("from a disk", () => {
  const address = pathToFileURL(ROLLCALL_SINGLE).href;
  test.use({ baseURL: address });

  test("three workers", async ({ page }, info) => {
    const file = info.outputPath("quotes.csv");
    await writeFile(file, company(9000));
    const hired = await checked(page, 3, file, address);
    expect(await reported(page)).toBe(await report(file));
    expect(await hired()).toBe(3);
  });
});

test("a small file has one worker", async ({ page }, info) => {
  const file = info.outputPath("small.csv");
  await writeFile(file, company(100));
  const hired = await checked(page, 4, file);
  expect(await reported(page)).toBe(await report(file));
  expect(await hired()).toBe(1);
});

test("what cannot be read is told as by one worker, and the other file goes on", async ({ page }, info) => {
  const [open, good] = [info.outputPath("open.csv"), info.outputPath("good.csv")];
  await writeFile(open, `${crowd(9000)}\n"never closed,${crowd(3000)}`);
  await writeFile(good, company(6000));
  await checked(page, 3, [open, good]);
  await expect(headline(page)).toContainText("arrive");
  await step(page, "Files").click();
  await expect(region(page, "Files")).toContainText("line 9003");
  expect(page.workers().length).toBe(1);
});

test("cancelling ends every worker", async ({ page }, info) => {
  const file = info.outputPath("large.csv");
  await writeFile(file, company(120_000));
  await checked(page, 4, file);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => page.workers().length).toBe(0);
});
