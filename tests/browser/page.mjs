// The page under test, and what holds for it whatever a test does.
import { readFile } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";

export { expect };

/// What a test breaks, and what a sandbox forbids, the browser says itself.
const PURPOSE = /on purpose|flag ‘allow-downloads’ is not set|Clipboard API has been blocked|blocked by Playwright/;

export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const elsewhere = [];
    const said = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      // A blob is what the page itself made: a download.
      if (url.protocol !== "blob:" && url.origin !== new URL(baseURL).origin) elsewhere.push(request.url());
      if (request.method() !== "GET" || url.search !== "") elsewhere.push(`${request.method()} ${request.url()}`);
    });
    // A test that breaks something "on purpose" is heard here, too.
    page.on("console", (message) => PURPOSE.test(message.text()) || said.push(message.text()));
    page.on("pageerror", (error) => error.message.includes("on purpose") || said.push(String(error)));
    await page.addInitScript(() => {
      globalThis.violations = [];
      addEventListener("securitypolicyviolation", (event) => {
        globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });

    await use(page);

    expect(elsewhere, "requests that left the page's own files").toEqual([]);
    expect(said, "the console stays empty").toEqual([]);
    if (!page.isClosed()) expect(await page.evaluate(() => globalThis.violations ?? []), "policy violations").toEqual([]);
  },
});

/// Each theme at one width, for what takes its time: colours follow the theme, sizes the width.
export const LOOKS = [["light", 360], ["dark", 1280]];

/// A CSV export of Okta, small enough to read here.
export const HEADER = "login,firstName,lastName,email,title,primaryPhone,countryCode,state,locale,timezone,managerEmail";

export function row(name, { domain = "acme.com", family = "Quill", zone = "America/New_York", phone = "(212) 555-0101", manager = "" } = {}) {
  const email = `${name.toLowerCase()}@${domain}`;
  return `${email},${name},${family},${email},Rep,${phone},US,NY,en-US,${zone},${manager}`;
}

export function csv(...rows) {
  return [HEADER, ...rows, ""].join("\n");
}

export function file(name, text) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

/// People enough for the list to be far longer than the screen.
export function crowd(size, options = {}) {
  return csv(...Array.from({ length: size }, (_, at) => row(`Person${at}`, { manager: at === 0 ? "" : "person0@acme.com", ...options })));
}

export const exports = (page) => page.getByLabel("Profile exports");
export const region = (page, name) => page.getByRole("region", { name, exact: true });
export const step = (page, name) => page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name });
export const headline = (page) => page.locator(".headline");
export const list = (page) => page.getByRole("grid", { name: "People of the filter" });
export const tree = (page) => page.getByRole("treegrid", { name: "Hierarchy" });
export const branches = (page) => tree(page).locator(".row:not(.row-unused)");
export const people = (page) => list(page).locator(".row:not(.row-unused)");

/// Goes to the list of people.
export async function everyone(page) {
  await step(page, "People").click();
  await page.getByRole("radio", { name: "List" }).check();
}

/// Opens the page, says what to judge against, and checks the files.
export async function check(page, files, { domain = "acme.com", zone = "America/New_York" } = {}) {
  await page.goto("/");
  if (domain) await page.getByLabel("Primary domain").fill(domain);
  if (zone) await page.getByLabel("Default time zone").fill(zone);
  await exports(page).setInputFiles(files);
  await expect(headline(page)).toContainText(/arrive|Nobody/);
}

/// The records of the filter in Review, in the files' own columns.
export const records = (page) => page.getByRole("grid", { name: "Records of the filter" });
export const rows = (page) => records(page).getByRole("row").filter({ has: page.getByRole("rowheader") });

/// Where a column stands in the grid of records; it is scrolled into sight if need be.
async function columnOf(page, name) {
  const head = records(page).getByRole("columnheader", { name, exact: true });
  for (let left = 0; (await head.count()) === 0 && left < 6000; left += 300) {
    await records(page).evaluate((grid, left) => grid.scrollTo({ left }), left);
  }
  return head.getAttribute("aria-colindex");
}

/// The cell of a person's record in a column of the file. `whose` is the person's name, `nth` tells records of theirs apart.
export async function cell(page, whose, column, nth = 0) {
  const at = await columnOf(page, column);
  const person = page.getByRole("gridcell", { name: whose });
  return rows(page).filter({ has: person }).nth(nth).locator(`[aria-colindex="${at}"]:not(.row-unused)`);
}

/// Puts a text into a cell, with the mouse.
export async function edit(page, whose, column, text, nth = 0) {
  await (await cell(page, whose, column, nth)).dblclick();
  const field = records(page).getByRole("combobox");
  await expect(field).toBeFocused();
  await field.fill(text);
  await field.press("Enter");
  await expect(field).toHaveCount(0);
}

export const causeOf = (page, title) => region(page, "Review").getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: title }) });
export const undo = (page) => page.getByRole("button", { name: "Undo" });
export const redo = (page) => page.getByRole("button", { name: "Redo" });

/// Presses a button, and gives the file that comes of it.
export async function download(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/// Presses Tab until the focus is on `target`.
export async function tabTo(page, target, most = 60) {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} is not reached with Tab`);
}
