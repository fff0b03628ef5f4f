// Host pages with a strict policy: built by Vite, and without a bundler.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test as base } from "../browser/page.mjs";
import { inProject, inRoot, reportOf, run } from "./project.mjs";
import { serve } from "./serve.mjs";

const fixture = inRoot("tests/fixtures/okta-console.csv");

/// `serving` serves a folder while the test runs.
const test = base.extend({
  folder: ["", { option: true }],
  baseURL: async ({ folder }, use) => {
    const { address, end } = await serve(inProject(folder));
    await use(address);
    await end();
  },
});

async function works(page) {
  await expect(page.locator("html")).toHaveAttribute("data-host", "ready");
  expect(await page.evaluate(() => customElements.get("roll-call") !== undefined)).toBe(true);
  await page.evaluate(() => document.querySelector("roll-call").ready);

  await page.getByLabel("Export", { exact: true }).setInputFiles(fixture);
  await expect(page.locator("output")).not.toHaveText("");
  const told = JSON.parse(await page.locator("output").textContent());
  const report = await reportOf(fixture, "--profiles", "--domain", "acme.com", "--default-time-zone", "America/New_York");
  expect(told).toStrictEqual({ zone: "America/Chicago", report });
}

test.describe("without a bundler", () => {
  test.use({ folder: "." });
  test("the package works from its own folder", async ({ page }) => {
    await page.goto("plain/");
    await works(page);
  });
});

test.describe("built by Vite", () => {
  test.use({ folder: "bundled/dist" });
  test("the package works, with module and worker beside the page", async ({ page }) => {
    const build = await run(process.execPath, [inRoot("node_modules/vite/bin/vite.js"), "build", inProject("bundled"), "--logLevel", "warn"]);
    expect(build.code, build.stderr).toBe(0);
    expect(build.stderr).toBe("");
    const assets = readdirSync(path.join(inProject("bundled/dist/assets"))).map((name) => name.replace(/-[\w-]{8}\./, "."));
    expect(assets).toEqual(expect.arrayContaining(["app_bg.wasm", "worker.js"]));
    expect(assets.filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
    await page.goto("");
    await works(page);
  });
});
