// The page under test, and what holds for it whatever a test does.
import { test as base, expect } from "@playwright/test";

export { expect };

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
    page.on("console", (message) => message.text().includes("on purpose") || said.push(message.text()));
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
