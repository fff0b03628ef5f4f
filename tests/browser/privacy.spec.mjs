// What "local" promises, and that the ways it gives to see for oneself show it. Going offline is tried in offline.spec.mjs.
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { check, csv, download, everyone, expect, exports, file, headline, list, region, row, step, test } from "./page.mjs";

const { ROLLCALL_SITE, ROLLCALL_SINGLE } = process.env;
if (!ROLLCALL_SITE || !ROLLCALL_SINGLE) throw new Error("run these tests with: cargo xtask test");

const EXPORT = csv(row("Ana"), row("Bo", { manager: "ana@acme.com" }), row("Cy", { domain: "acme.co" }));

async function panel(page, title = "Nothing leaves this machine") {
  await page.getByRole("button", { name: "local" }).click();
  return region(page, title);
}

/// The directive of a policy that says to whom a page may connect.
const connect = (policy) => policy.split(";").map((part) => part.trim()).filter((part) => part.startsWith("connect-src"));

test("a check with the network listened to asks for the page's own files alone", async ({ page, context, baseURL }) => {
  const own = (await readdir(ROLLCALL_SITE, { recursive: true })).map((name) => name.split(path.sep).join("/"));
  const asked = [];
  context.on("request", (request) => asked.push(request));
  await check(page, file("users.csv", EXPORT));
  for (const name of ["Time zones", "People", "Assignments", "Plan", "Take away"]) await step(page, name).click();
  await download(page, "Download findings");
  const names = asked.filter((request) => !request.url().startsWith("blob:")).map((request) => request.url().slice(baseURL.length) || "index.html");
  expect(names).toContain("index.html");
  expect(names.filter((name) => !own.includes(name))).toEqual([]);
  expect(asked.filter((request) => request.method() !== "GET" || request.postData() !== null)).toEqual([]);
});

test("what the page promises is what its policy says", async ({ page }) => {
  const answer = await page.goto("/");
  const source = await answer.text();
  const [, policy] = source.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/);
  const local = await panel(page);
  const [told, toldOfFile] = await local.locator("code").allTextContents();
  expect(connect(policy)).toEqual([told]);
  expect(connect(answer.headers()["content-security-policy"])).toEqual([told]);
  // The page as one file, which is told of besides.
  const [, sealed] = (await readFile(ROLLCALL_SINGLE, "utf8")).match(/http-equiv="Content-Security-Policy" content="([^"]*)"/);
  expect(connect(sealed)).toEqual([toldOfFile]);
  expect([told, toldOfFile]).toEqual(["connect-src 'self'", "connect-src 'none'"]);
});

test("the panel gives ways that anyone can try", async ({ page, request }) => {
  await page.goto("/");
  const local = await panel(page);
  await expect(local.getByRole("listitem").locator("strong")).toHaveText([
    "Watch the network.",
    "Go offline.",
    "Read the policy.",
    "Look at what is kept.",
    "Take the page as one file.",
    "Read the source.",
  ]);
  const licences = await request.get(await local.getByRole("link", { name: "those of its parts" }).evaluate((link) => link.href));
  expect(licences.ok()).toBe(true);
  expect(await licences.text()).toContain("serde_json");
});

test("what is kept is what the panel says: settings and ticks, and no person", async ({ page }) => {
  await check(page, file("users.csv", EXPORT));
  await everyone(page);
  await list(page).getByText("Ana Quill").click();
  const kept = await page.evaluate(async () => {
    const cached = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)));
    return { texts: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, cached]), databases: await indexedDB.databases() };
  });
  expect(kept.texts).toContain("acme.com");
  expect(kept.texts.toLowerCase()).not.toMatch(/ana@|bo@|quill|users\.csv/);
  expect(kept.databases).toEqual([]);
});

test.describe("the page as one file", () => {
  test.use({ baseURL: pathToFileURL(ROLLCALL_SINGLE).href });

  test("gives such ways, and has the licences in it", async ({ page, baseURL }) => {
    await page.goto(baseURL);
    const local = await panel(page, "This file cannot send data");
    await expect(local.getByRole("listitem").locator("strong")).toHaveText([
      "Read the policy.",
      "Go offline.",
      "Watch the network.",
      "Look at what is kept.",
      "Read the source.",
    ]);
    expect(await page.locator("script[id='THIRD-PARTY.txt']").textContent()).toContain("serde_json");
  });
});

test("an address says which step, and nothing else is read of it or written into it", async ({ context, baseURL }) => {
  // A page of its own: what is asked for is not only files here.
  const page = await context.newPage();
  await page.goto(`${baseURL}?primaryDomain=evil.example&settings=%7B%22company%22%3A%7B%7D%7D#review&domain=evil.example`);
  await expect(page.getByLabel("Primary domain")).toHaveValue("");
  await expect(region(page, "Source")).toBeVisible();
  await page.goto(baseURL);
  await page.getByLabel("Primary domain").fill("acme.com");
  await exports(page).setInputFiles(file("users.csv", EXPORT));
  await expect(headline(page)).toContainText("2 of 3 people arrive");
  const seen = [];
  for (const name of ["Time zones", "People", "Assignments", "Plan", "Take away"]) {
    await step(page, name).click();
    seen.push(page.url().slice(baseURL.length));
  }
  expect(seen.every((address) => /^#[a-z-]+$/.test(address)), seen.join(" ")).toBe(true);
  expect(new Set(seen).size).toBe(5);
  await page.close();
});
