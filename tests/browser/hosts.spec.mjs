// Hosts that differ from what the page would like best: it works there too, or says why not.
import { fileURLToPath } from "node:url";
import { download, exports, expect, headline, step, test as base } from "./page.mjs";
import { policy, serve } from "./site.mjs";
import { report } from "./told.mjs";

const fixture = fileURLToPath(new URL("../fixtures/okta-template.csv", import.meta.url));

/// A host that the test shapes, and the page on it.
const test = base.extend({
  options: [{}, { option: true }],
  host: async ({ options }, use) => {
    const host = await serve(options);
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.address),
});

/// Checks the fixture and holds the report against the command line's.
async function reports(page) {
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Default time zone").fill("America/New_York");
  await exports(page).setInputFiles(fixture);
  await expect(headline(page)).toContainText(/arrive|Nobody/);
  await step(page, "Take away").click();
  expect((await download(page, "Download report")).bytes.toString()).toBe(await report(fixture));
}

test.describe("a host that does not know the type of modules", () => {
  const answer = (name) => (name.endsWith(".wasm") ? { headers: { "Content-Type": "application/octet-stream" } } : {});
  test.use({ options: { answer } });

  test("gets a page that starts, without a word", async ({ page, host }) => {
    await page.goto(host.address);
    await reports(page);
  });
});

test.describe("a host that has lost the module", () => {
  test("gets a message with the cause, and trying again works when it is back", async ({ context, host }) => {
    // A page of its own: the browser itself writes of the lost file on the console.
    const page = await context.newPage();
    host.answer = (name) => (name.endsWith(".wasm") ? { status: 404, body: "" } : {});
    await page.goto(host.address);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Rollcall could not start: app_bg.wasm: 404");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toContainText("404");
    host.answer = () => ({});
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(exports(page)).toBeVisible();
    await reports(page);
    await page.close();
  });

  test("or sends half of it, gets a message too", async ({ context, host }) => {
    const page = await context.newPage();
    host.answer = (name, body) => (name.endsWith(".wasm") ? { body: body.subarray(0, body.length / 2) } : {});
    await page.goto(host.address);
    await expect(page.getByRole("alert")).toContainText("Rollcall could not start");
    await page.close();
  });
});

test.describe("a host that has lost the engine", () => {
  for (const [what, lost] of [
    ["has lost it", () => ({ status: 404, body: "" })],
    ["has that of another build", (body) => ({ body: Buffer.concat([body, Buffer.from([0, 2, 1, 0])]) })],
  ]) {
    for (const workers of [true, false]) {
      test(`gets a page that stands, and a check that says so and works when it is back, where the host ${what}, ${workers ? "in a worker" : "without workers"}`, async ({ context, host }) => {
        const page = await context.newPage();
        const headers = workers ? {} : { "Content-Security-Policy": policy.replace("worker-src 'self'", "worker-src 'none'") };
        // What keeps the files would bring it, too.
        const kept = (name) => (name === "sw.js" ? { status: 404, body: "" } : { headers });
        host.answer = (name, body) => (name === "engine_bg.wasm" ? lost(body) : kept(name));
        await page.goto(host.address);
        await page.getByLabel("Primary domain").fill("acme.com");
        await page.getByLabel("Default time zone").fill("America/New_York");
        await exports(page).setInputFiles(fixture);
        await expect(page.getByRole("main")).toContainText("The part of Rollcall that checks files could not be loaded. Try again");
        host.answer = kept;
        await page.getByRole("button", { name: "Try again" }).click();
        await expect(headline(page)).toContainText(/arrive|Nobody/);
        await step(page, "Take away").click();
        expect((await download(page, "Download report")).bytes.toString()).toBe(await report(fixture));
        await page.close();
      });
    }
  }
});

test.describe("a host that is gone once the page stands", () => {
  test("leaves a page that checks files all the same", async ({ context, host }) => {
    const page = await context.newPage();
    host.answer = (name) => (name === "sw.js" ? { status: 404, body: "" } : {});
    const engine = page.waitForResponse("**/engine_bg.wasm");
    await page.goto(host.address);
    await (await engine).finished();
    host.answer = () => ({ status: 404, body: "" });
    await page.getByLabel("Primary domain").fill("acme.com");
    await page.getByLabel("Default time zone").fill("America/New_York");
    await exports(page).setInputFiles(fixture);
    await expect(headline(page)).toContainText(/arrive|Nobody/);
    await page.close();
  });
});

test.describe("a host that has lost the parts that come later", () => {
  const isPart = (name) => /^(split|chunk)_/.test(name);

  for (const [what, lost] of [
    ["has lost them", () => ({ status: 404, body: "" })],
    ["has those of another build", (body) => ({ body: Buffer.concat([body, Buffer.from([0, 2, 1, 0])]) })],
  ]) {
    test(`a start, a check and the review do without what comes later; who goes there is told, where the host ${what}`, async ({ context, host }) => {
      const page = await context.newPage();
      // What keeps the files would bring them, too.
      const kept = (name) => (name === "sw.js" ? { status: 404, body: "" } : {});
      host.answer = (name, body) => (isPart(name) ? lost(body) : kept(name));
      await page.goto(host.address);
      await page.getByLabel("Primary domain").fill("acme.com");
      await page.getByLabel("Default time zone").fill("America/New_York");
      await exports(page).setInputFiles(fixture);
      await expect(headline(page)).toContainText(/arrive|Nobody/);
      await expect(page.getByRole("grid", { name: "Records of the filter" }).getByRole("rowheader").first()).toBeVisible();
      await step(page, "People").click();
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("This part of the page could not be loaded.");
      await alert.getByRole("button", { name: "Try again" }).click();
      await expect(alert).toContainText("could not be loaded");
      host.answer = kept;
      await alert.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByRole("radio", { name: "List" })).toBeVisible();
      await step(page, "Take away").click();
      expect((await download(page, "Download report")).bytes.toString()).toBe(await report(fixture));
      await page.close();
    });
  }
});

test.describe("a host that forbids workers", () => {
  test("gets the same report from the page's own thread", async ({ context, host }) => {
    const page = await context.newPage();
    const refused = [];
    page.on("console", (message) => refused.push(message.text()));
    const strict = policy.replace("worker-src 'self'", "worker-src 'none'");
    expect(strict).not.toBe(policy);
    host.answer = () => ({ headers: { "Content-Security-Policy": strict } });
    await page.goto(host.address);
    await reports(page);
    expect(page.workers()).toEqual([]);
    expect(refused.filter((text) => !/worker/i.test(text)), "nothing else is refused").toEqual([]);
    await page.close();
  });

  test("or has lost the worker's file, gets the same report", async ({ context, host }) => {
    const page = await context.newPage();
    host.answer = (name) => (name === "worker.js" ? { status: 404, body: "" } : {});
    await page.goto(host.address);
    await reports(page);
    await page.close();
  });
});

test.describe("a host that has another build by now", () => {
  test("does not mix it with the page that is open", async ({ page, host }) => {
    await page.goto(host.address);
    host.answer = (name, body) =>
      name === "desk.js" ? { body: body.toString().replace(/export const BUILD = "[^"]+"/, 'export const BUILD = "later"') } : {};
    await reports(page);
    expect(page.workers()).toEqual([]);
  });
});

test.describe("a host with the page in a folder", () => {
  test.use({ options: { base: "/tools/people/rollcall/" } });

  test("is asked for nothing outside of it", async ({ page, host }) => {
    await page.goto(host.address);
    await page.getByRole("button", { name: "Try with sample data" }).click();
    await expect(headline(page)).toContainText("arrive");
    await page.goto(host.address);
    await reports(page);
    expect(host.asked.filter((path) => !path.startsWith("/tools/people/rollcall/"))).toEqual([]);
  });
});

test.describe("a host that sends no policy", () => {
  test.use({ options: { answer: () => ({ headers: { "Content-Security-Policy": "" } }) } });

  test("gets the page's own", async ({ page, host }) => {
    await page.goto(host.address);
    await reports(page);
  });
});
