// The page as one file, opened from the disk with nothing beside it.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { csv, download, edit, exports, expect, file, headline, region, row, step, test } from "./page.mjs";
import { serve } from "./site.mjs";
import { report } from "./told.mjs";

const { ROLLCALL_SINGLE } = process.env;
if (!ROLLCALL_SINGLE) throw new Error("run these tests with: cargo xtask test");
const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

test.use({ baseURL: pathToFileURL(ROLLCALL_SINGLE).href });

/// Opens the file, and says what to judge against.
async function open(page, address) {
  await page.goto(address);
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Default time zone").fill("America/New_York");
}

test("drop, check, review, cure and take away, in a folder of its own", async ({ page }, info) => {
  const alone = info.outputPath("rollcall.html");
  await copyFile(ROLLCALL_SINGLE, alone);
  await open(page, pathToFileURL(alone).href);
  const users = csv(row("Ana"), row("Bo", { domain: "acme.co", manager: "ana@acme.com" }));
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "users.csv", { type: "text/csv" }));
    return data;
  }, users);
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await expect(headline(page)).toContainText("1 of 2 people arrive");
  await expect(region(page, "Review").getByRole("heading", { name: /Cure these first/ })).toBeVisible();
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await expect(headline(page)).toContainText("All 2 people arrive");

  for (const name of ["Time zones", "People", "Assignments", "Take away"]) {
    await step(page, name).click();
    await expect(region(page, name)).toBeVisible();
  }
  await page.goBack();
  await expect(region(page, "Assignments")).toBeVisible();
  await page.goForward();
  const corrected = await download(page, "Download corrected export");
  expect(corrected.name).toBe("users-corrected.csv");
  expect(corrected.bytes.toString()).toBe(users.replace(",bo@acme.co,Rep", ",bo@acme.com,Rep"));
  // What may be kept is kept, and nobody's name is in it.
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain("acme.com");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("bo@");
});

for (const name of ["okta-template.csv", "graph-users.json", "windows-1252.csv"]) {
  test(`the report of ${name} is the command line's`, async ({ page, baseURL }) => {
    await open(page, baseURL);
    await exports(page).setInputFiles(fixture(name));
    await expect(headline(page)).toContainText(/arrive|Nobody/);
    await step(page, "Take away").click();
    expect((await download(page, "Download report")).bytes.toString()).toBe(await report(fixture(name)));
  });
}

test("the sample is in the file", async ({ page, baseURL }) => {
  await page.goto(baseURL);
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText(/\d+ of \d+ people arrive/);
});

test("settings are there again when the file is opened again", async ({ page, baseURL }) => {
  await open(page, `${baseURL}#assignments`);
  await page.reload();
  await expect(region(page, "Assignments")).toBeVisible();
  await step(page, "Source").click();
  await expect(page.getByLabel("Primary domain")).toHaveValue("acme.com");
});

test("the file says that it cannot send data, and how to see that", async ({ page, baseURL }) => {
  await page.goto(baseURL);
  await page.getByRole("button", { name: "local" }).click();
  const panel = region(page, "This file cannot send data");
  await expect(panel).toContainText("connect-src 'none'");
  await expect(panel).toContainText("Switch the network off");
});

/// A server that would take what it is sent, and tells what came.
const listening = test.extend({
  ear: async ({}, use) => {
    const came = [];
    const server = createServer((request, response) => {
      came.push(request.url);
      response.setHeader("Access-Control-Allow-Origin", "*").end();
    });
    server.on("upgrade", (request, socket) => {
      came.push(request.url);
      socket.destroy();
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    await use({ came, address: `127.0.0.1:${server.address().port}` });
    server.closeAllConnections();
    server.close();
  },
});

listening("the file cannot send data, though a script in it tried", async ({ context, baseURL, ear }) => {
  // A page of its own: here the policy is to be heard.
  const page = await context.newPage();
  await page.goto(baseURL);
  await expect(exports(page)).toBeVisible();
  const tried = await page.evaluate(async (address) => {
    const url = `http://${address}/?ana@acme.com`;
    globalThis.refused = new Set();
    addEventListener("securitypolicyviolation", (event) => globalThis.refused.add(event.effectiveDirective));
    const outcome = (promise) => promise.then(() => "sent", () => "refused");
    const loaded = (target) => new Promise((resolve, reject) => Object.assign(target, { onload: resolve, onerror: reject }));
    const image = Object.assign(new Image(), { src: url });
    const form = Object.assign(document.createElement("form"), { action: url });
    const frame = Object.assign(document.createElement("iframe"), { src: url });
    document.body.append(form, frame);
    form.submit();
    navigator.sendBeacon(url, "ana");
    const socket = new Promise((resolve, reject) => {
      Object.assign(new WebSocket(`ws://${address}/`), { onopen: resolve, onerror: reject });
    });
    let script;
    try {
      document.head.append(Object.assign(document.createElement("script"), { textContent: "globalThis.ran = true" }));
    } catch (error) {
      script = error.name;
    }
    return {
      fetch: await outcome(fetch(url)),
      image: await outcome(loaded(image)),
      socket: await outcome(socket),
      script,
      ran: globalThis.ran === true,
    };
  }, ear.address);
  expect(tried).toEqual({ fetch: "refused", image: "refused", socket: "refused", script: "TypeError", ran: false });
  // The browser tells of a refusal when it gets to it.
  await expect
    .poll(() => page.evaluate(() => [...globalThis.refused].sort()))
    .toEqual(["connect-src", "form-action", "frame-src", "img-src", "require-trusted-types-for"]);
  expect(ear.came).toEqual([]);
  // The ear hears: without the policy the same address answers.
  await fetch(`http://${ear.address}/heard`);
  expect(ear.came).toEqual(["/heard"]);
  await page.close();
});

listening("a worker of the file can send as little", async ({ context, baseURL, ear }) => {
  const page = await context.newPage();
  await open(page, baseURL);
  await exports(page).setInputFiles(file("users.csv", csv(row("Ana"))));
  await expect(headline(page)).toContainText("1 person arrives");
  const [worker] = page.workers();
  expect(worker.url()).toContain("blob:");
  const tried = await worker.evaluate((address) => fetch(`http://${address}/`).then(() => "sent", () => "refused"), ear.address);
  expect(tried).toBe("refused");
  expect(ear.came).toEqual([]);
  await page.close();
});

test("in a sandboxed frame of another page the file works", async ({ context }, info) => {
  const folder = info.outputPath();
  await copyFile(ROLLCALL_SINGLE, info.outputPath("rollcall.html"));
  const frame = '<!doctype html><title>Host</title><iframe title="Rollcall" sandbox="allow-scripts allow-downloads" src="rollcall.html" width="1200" height="700"></iframe>';
  await writeFile(info.outputPath("index.html"), frame);
  const host = await serve({ folder, answer: () => ({ headers: { "Content-Security-Policy": "" } }) });
  const view = await context.newPage();
  await view.goto(host.address);
  const inside = view.frameLocator("iframe");
  await inside.getByLabel("Primary domain").fill("acme.com");
  await inside.getByLabel("Profile exports").setInputFiles(file("users.csv", csv(row("Ana"))));
  await expect(inside.locator(".headline")).toContainText("1 person arrives");
  expect(view.workers().length).toBe(1);
  expect(host.asked.filter((asked) => !/^\/(rollcall\.html|favicon\.ico)?$/.test(asked))).toEqual([]);
  // As a text in the page around, too, where it has no address at all.
  await view.evaluate((text) => Object.assign(document.querySelector("iframe"), { srcdoc: text }), await readFile(ROLLCALL_SINGLE, "utf8"));
  await expect(inside.getByLabel("Primary domain")).toHaveValue("");
  await inside.getByLabel("Profile exports").setInputFiles(file("users.csv", csv(row("Ana"), row("Bo"))));
  await expect(inside.locator(".headline")).toContainText("2 people arrive");
  await view.close();
  await host.close();
});

test("without a worker the file gives the same report", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new Error("no workers here");
      }
    };
  });
  await open(page, baseURL);
  await exports(page).setInputFiles(fixture("okta-template.csv"));
  await expect(headline(page)).toContainText(/arrive|Nobody/);
  await step(page, "Take away").click();
  expect((await download(page, "Download report")).bytes.toString()).toBe(await report(fixture("okta-template.csv")));
});
