// The page in Chromium, as somebody uses it.
// node page.mjs drop ADDRESS CHROMIUM FILE DOMAIN RUNS WORKERS
// node page.mjs huge ADDRESS CHROMIUM FILE DOMAIN RUNS WORKERS
// Tells, in milliseconds: one, several (from the choice of the file until its summary stands there), share and first (how
// much was read when the first findings stood there, and when), and of each act the longest task of the main thread.
import { headless, median, watch } from "./chromium.mjs";

const [act, address, chromium, file, domain, runs, workers] = process.argv.slice(2);
const WAIT = 3_000_000;
const browser = await headless(chromium);

/// Opens the page and checks the file. Gives the page, and what was seen.
async function dropped(workers) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  await page.addInitScript(watch);
  await page.addInitScript((workers) => (globalThis.rollcallWorkers = workers), workers);
  let started = 0;
  page.on("worker", () => (started += 1));
  await page.goto(address);
  await page.getByLabel("Primary domain").fill(domain);
  await page.evaluate(() => seen.begin());
  await page.getByLabel("Profile exports").setInputFiles(file);
  await page.waitForFunction(() => seen.done !== undefined, undefined, { timeout: WAIT, polling: 100 });
  return { page, context, started, ...(await page.evaluate(() => seen.told())) };
}

/// The longest task of the main thread while something is done.
async function during(page, act) {
  await page.evaluate(() => seen.tasks.splice(0));
  await act();
  await page.waitForTimeout(300);
  return page.evaluate(() => seen.longest());
}

async function acts(page) {
  const grid = page.getByRole("grid", { name: "Records of the filter" });
  await grid.scrollIntoViewIfNeeded();
  await grid.hover();
  const told = {};
  told.scrolling = await during(page, async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(16);
    }
  });
  told.scrolled = await grid.evaluate((grid) => grid.scrollTop);
  told.jumping = await during(page, async () => {
    for (let turn = 1; turn <= 20; turn += 1) {
      await grid.evaluate((grid, share) => grid.scrollTo({ top: grid.scrollHeight * share }), (turn * 7 % 20) / 20);
      await page.waitForTimeout(50);
    }
  });
  await grid.evaluate((grid) => grid.scrollTo({ top: 0 }));
  await page.waitForTimeout(200);
  told.typing = await during(page, async () => {
    await grid.getByRole("row").filter({ has: page.getByRole("rowheader") }).first().locator('[aria-colindex="4"]').dblclick();
    const field = grid.getByRole("combobox");
    await field.pressSequentially("somebody who types", { delay: 20 });
    await field.press("Escape");
  });
  told.finding = await during(page, async () => {
    await page.getByLabel("Find by name or email").pressSequentially("daniel", { delay: 80 });
    await page.waitForTimeout(1500);
  });
  return told;
}

const all = { one: [], several: [], share: [], first: [] };
let told = {};
for (let turn = 0; turn < Number(runs); turn += 1) {
  for (const which of act === "huge" ? ["several"] : ["one", "several"]) {
    const run = await dropped(which === "one" ? 1 : Number(workers));
    all[which].push(run.wall);
    all.share.push(run.share);
    all.first.push(run.first);
    told.headline = run.headline;
    if (which === "several") {
      told.started = run.started;
      told.honoured = run.started >= Number(workers);
    }
    if (turn === 0 && which === "several") told = { ...told, reading: run.reading, ...(act === "huge" ? {} : await acts(run.page)) };
    await run.context.close();
  }
}
await browser.close();
console.log(JSON.stringify({ ...told, one: median(all.one), several: median(all.several), share: median(all.share), first: median(all.first) }));
