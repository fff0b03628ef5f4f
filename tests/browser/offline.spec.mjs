// The page without a network, and the way a newer build of it comes.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { csv, download, edit, expect, exports, file, headline, LOOKS, region, row, step, test as base } from "./page.mjs";
import { names, otherBuild, serve } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const { ROLLCALL_SITE } = process.env;
const users = csv(row("Ana"), row("Zbigniewa", { domain: "acme.co", manager: "ana@acme.com" }));

const test = base.extend({
  serviceWorkers: "allow",
  host: async ({}, use) => {
    const host = await serve({ base: "/rollcall/" });
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.address),
});

/// Opens the page, and waits until it is kept.
async function visit(page, address) {
  await page.goto(address);
  await expect(exports(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
}

/// Checks two people, one of whom is blocked, and cures them.
async function cure(page) {
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Default time zone").fill("America/New_York");
  await exports(page).setInputFiles(file("users.csv", users));
  await expect(headline(page)).toContainText("1 of 2 people arrive");
  await edit(page, "Zbigniewa Quill", "email", "zbigniewa@acme.com");
  await expect(headline(page)).toContainText("All 2 people arrive");
}

/// What the browser does when somebody comes back after a while: it looks for a newer build.
const lookForNewer = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
});

const build = (page) => page.evaluate(async () => (await (await fetch("desk.js")).text()).match(/BUILD = "([^"]+)"/)[1]);
/// Presses a button that loads the page anew, and waits for the newer build in it.
async function taken(page, button) {
  await page.evaluate(() => {
    globalThis.isBefore = true;
  });
  await button.click();
  await expect.poll(() => page.evaluate(() => globalThis.isBefore ?? false).catch(() => true)).toBe(false);
  await expect(page.getByRole("main")).toBeVisible();
  expect(await build(page)).toBe("later");
}

const caches = (page) => page.evaluate(() => globalThis.caches.keys());
const offer = (page) => region(page, "Update");
const first = (await readFile(path.join(ROLLCALL_SITE, "desk.js"), "utf8")).match(/BUILD = "([^"]+)"/)[1];

test("a host that leads to the page by a detour is kept, too", async ({ page, context, host }) => {
  host.redirects = true;
  await visit(page, host.address);
  for (const address of [host.address, `${host.address}index.html`]) {
    await page.goto(address);
    await expect(exports(page)).toBeVisible();
  }
  await context.setOffline(true);
  await host.close();
  await page.goto(host.address);
  await cure(page);
});

test("after one visit the whole way works with the network off", async ({ page, context, host }) => {
  await visit(page, host.address);
  await context.setOffline(true);
  await host.close();
  // Not even loaded again, then loaded again.
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("arrive");
  await page.reload();
  await cure(page);
  expect(page.workers().length).toBe(1);
  for (const name of ["Time zones", "People", "Assignments", "Take away"]) {
    await step(page, name).click();
    await expect(region(page, name)).toBeVisible();
  }
  const corrected = await download(page, "Download corrected export");
  expect(corrected.bytes.toString()).toBe(users.replace(",zbigniewa@acme.co,Rep", ",zbigniewa@acme.com,Rep"));
  const report = JSON.parse((await download(page, "Download report")).bytes.toString());
  expect(report.summary.imported).toBe(2);

  const other = await context.newPage();
  await other.goto(`${host.address}index.html#people`);
  await expect(region(other, "People")).toBeVisible();
  await step(other, "Files").click();
  await other.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(other)).toContainText("arrive");
  await other.close();
});

test("what the browser keeps is the page, and nobody of its people", async ({ page, host }) => {
  await visit(page, host.address);
  await cure(page);
  await step(page, "Take away").click();
  await download(page, "Download report");
  const kept = await page.evaluate(async () => {
    const files = {};
    for (const name of await globalThis.caches.keys()) {
      const cache = await globalThis.caches.open(name);
      for (const { url } of await cache.keys()) files[url] = await (await cache.match(url)).text();
    }
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.title]);
    return { files, stored, databases: await indexedDB.databases() };
  });
  const expected = (await names()).filter((name) => name !== "sw.js").map((name) => host.address + (name === "index.html" ? "" : name));
  expect(Object.keys(kept.files).sort()).toEqual(expected.sort());
  expect(kept.databases).toEqual([]);
  expect(kept.stored).toContain("acme.com");
  const told = [kept.stored, ...Object.values(kept.files)].filter((text) => /zbigniewa/i.test(text));
  expect(told.length, "texts that name somebody").toBe(0);
});

test("a newer build is offered, and who says later keeps what they do", async ({ page, host }, info) => {
  await visit(page, host.address);
  await cure(page);
  host.folder = await otherBuild(info.outputPath("site"), "later");
  await page.evaluate(() => {
    const voice = document.querySelector(".unseen[role=status]");
    globalThis.voices = [];
    new MutationObserver(() => globalThis.voices.push(voice.textContent)).observe(voice, { childList: true, characterData: true, subtree: true });
  });
  await lookForNewer(page);
  await expect(offer(page)).toContainText("A newer Rollcall is ready.");
  // Said once; other words may follow at once.
  await expect.poll(() => page.evaluate(() => globalThis.voices)).toContain("A newer Rollcall is ready.");
  // Nothing is taken from under the admin's hands.
  await expect(headline(page)).toContainText("All 2 people arrive");
  expect(await build(page)).toBe(first);
  await offer(page).getByRole("button", { name: "Later" }).click();
  await expect(offer(page)).toHaveCount(0);
  await edit(page, "Ana Quill", "title", "Lead");
  await step(page, "Take away").click();
  const corrected = await download(page, "Download corrected export");
  expect(corrected.bytes.toString()).toContain(",zbigniewa@acme.com,Rep");
  expect(corrected.bytes.toString()).toContain(",ana@acme.com,Lead");
  // It comes back with the next visit, and costs nothing then.
  await page.reload();
  expect(await build(page)).toBe(first);
  await taken(page, offer(page).getByRole("button", { name: "Update" }));
});

test("taking a newer build says what is lost, asks once more, and leaves nothing of the old", async ({ page, host }, info) => {
  const asked = [];
  page.on("dialog", (dialog) => asked.push(dialog.type()) && dialog.accept());
  await visit(page, host.address);
  await cure(page);
  host.folder = await otherBuild(info.outputPath("site"), "later");
  await lookForNewer(page);
  await offer(page).getByRole("button", { name: "Update" }).click();
  const costs = region(page, "The page is loaded anew for that.");
  await expect(costs).toContainText("1 file must be dropped again.");
  await expect(costs).toContainText("What you changed in values is lost: 1 step, and not all of it was taken away.");
  await expect(costs).toContainText("The settings stay as they are.");
  await expect(page.locator("#update-costs")).toBeFocused();
  await expect(headline(page)).toContainText("All 2 people arrive");
  expect(await build(page)).toBe(first);

  await taken(page, costs.getByRole("button", { name: "Update now" }));
  await expect(headline(page)).toHaveCount(0);
  expect(asked, "the browser does not ask a third time").toEqual([]);
  await expect.poll(() => caches(page)).toEqual([`rollcall later ${host.address}`]);
  await expect(offer(page)).toHaveCount(0);
  await step(page, "Source").click();
  await expect(page.getByText("Files are never kept")).toBeVisible();
  await expect(page.getByLabel("Primary domain")).toHaveValue("acme.com");
  await cure(page);
  expect(page.workers().length).toBe(1);
});

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it.
    test.use({ bypassCSP: true, colorScheme });

    test(`axe finds nothing in the offer, ${colorScheme}, ${width} px`, async ({ page, host }, info) => {
      await page.setViewportSize({ width, height: 740 });
      await page.addInitScript({ path: axe });
      await visit(page, host.address);
      await exports(page).setInputFiles(file("users.csv", users));
      await expect(headline(page)).toContainText("arrive");
      host.folder = await otherBuild(info.outputPath("site"), "later");
      await lookForNewer(page);
      const found = async () => {
        const { violations } = await page.evaluate(() => globalThis.axe.run(document.querySelector(".update"), { resultTypes: ["violations"] }));
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      };
      await expect(offer(page)).toBeVisible();
      expect(await found()).toEqual([]);
      await offer(page).getByRole("button", { name: "Update" }).press("Enter");
      await expect(page.locator("#update-costs")).toBeFocused();
      expect(await found()).toEqual([]);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.locator(".update")).toHaveCount(0);
      await expect(page.locator("main")).toBeFocused();
    });
  });
}

test("another tab is not loaded again, and goes on as it was", async ({ page, context, host }, info) => {
  const other = await context.newPage();
  await visit(page, host.address);
  await visit(other, host.address);
  await cure(other);
  host.folder = await otherBuild(info.outputPath("site"), "later");
  await lookForNewer(page);
  await taken(page, offer(page).getByRole("button", { name: "Update" }));

  await expect(offer(other)).toContainText("Rollcall was updated in another tab.");
  await offer(other).getByRole("button", { name: "Later" }).click();
  await expect(headline(other)).toContainText("All 2 people arrive");
  // A new check would meet a worker of the other build; it is done without one.
  await exports(other).setInputFiles(file("more.csv", csv(row("Cy", { manager: "ana@acme.com" }))));
  await expect(headline(other)).toContainText("All 3 people arrive");
  await expect.poll(() => other.workers().length).toBe(0);
  await other.close({ runBeforeUnload: false });
});

test("a build that has come only in part is not taken", async ({ page, host }, info) => {
  await visit(page, host.address);
  host.folder = await otherBuild(info.outputPath("site"), "later");
  // The host still has a file of the build before.
  host.answer = (name, body) => (name === "line.js" ? { body: `${body}// of another build` } : {});
  await lookForNewer(page);
  const state = () => page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
    return [installing?.state, waiting?.state, active?.state];
  });
  await expect.poll(state).toEqual([undefined, undefined, "activated"]);
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await cure(page);
  expect(await build(page)).toBe(first);
});

test("a browser that keeps nothing gets the same page", async ({ page, host }) => {
  host.answer = (name) => (name === "sw.js" ? { status: 404, body: "" } : {});
  await page.addInitScript(() => {
    // The browser itself writes of the lost file on the console.
    navigator.serviceWorker.register = () => Promise.reject(new TypeError("on purpose"));
  });
  await page.goto(host.address);
  await cure(page);
});
