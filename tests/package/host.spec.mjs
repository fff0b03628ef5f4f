// Host pages with a strict policy: built by Vite, and without a bundler.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test as base } from "../browser/page.mjs";
import { inProject, inRoot, reportOf, run } from "./project.mjs";
import { serve } from "./serve.mjs";

const fixture = inRoot("tests/fixtures/okta-console.csv");

/// The `folder` is served while a test runs.
const test = base.extend({
  folder: ["", { option: true }],
  baseURL: async ({ folder }, use) => {
    const { address, end } = await serve(inProject(folder));
    await use(address);
    await end();
  },
});

let told; // by the command line
test.beforeAll(async () => {
  told = await reportOf(fixture, "--profiles", "--domain", "acme.com", "--default-time-zone", "America/New_York");
});

async function works(page) {
  await expect(page.locator("html")).toHaveAttribute("data-host", "ready");

  // The core, in the thread of the page.
  await page.getByLabel("Export", { exact: true }).setInputFiles(fixture);
  await expect(page.locator("body > output")).not.toHaveText("");
  const given = JSON.parse(await page.locator("body > output").textContent());
  expect(given).toStrictEqual({ zone: "America/Chicago", report: told });
  expect(page.workers()).toHaveLength(0);

  // The element, which hires a worker.
  const hired = page.waitForEvent("worker");
  const seen = await page.evaluate(async () => {
    const element = document.querySelector("roll-call");
    const [file] = document.querySelector("input").files;
    const checked = new Promise((resolve) => element.addEventListener("rollcall-checked", ({ detail }) => resolve(detail)));
    const report = await element.check([file], { profiles: true });
    return { report, counts: await checked };
  });
  expect(seen.report).toStrictEqual(told);
  expect(told.summary).toMatchObject(seen.counts);
  expect(new URL((await hired).url()).pathname).toMatch(/worker[\w-]*\.js$/);
  // One that cannot work is let go, and the page's own thread does it.
  expect(page.workers()).toHaveLength(1);
}

test.describe("without a bundler", () => {
  test.use({ folder: "." });
  test("the package works from its own folder", async ({ page }) => {
    await page.goto("plain/");
    await works(page);
  });

  test("the core works in a worker of the host", async ({ page }) => {
    await page.goto("plain/");
    await page.getByLabel("Export", { exact: true }).setInputFiles(fixture);
    const report = await page.evaluate(async (settings) => {
      const policy = trustedTypes.createPolicy("host", { createScriptURL: (url) => url });
      const worker = new Worker(policy.createScriptURL("/plain/task.js"), { type: "module" });
      worker.postMessage({ files: [...document.querySelector("input").files], settings, options: { profiles: true } });
      return new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    }, { company: { primaryDomain: "acme.com", defaultTimeZone: "America/New_York" } });
    expect(report).toStrictEqual(told);
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
