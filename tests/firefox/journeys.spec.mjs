// The main ways through the page in Firefox: the same contract as in Chromium, not all of its tests.
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { STRICT } from "../browser/host.mjs";
import { serve } from "../browser/site.mjs";
import { report } from "../browser/told.mjs";
import { cell, causeOf, check, crowd, csv, download, edit, everyone, exports, expect, file, headline, list, people, records, redo, region, row, step, tabTo, test, tree, undo } from "./firefox.mjs";

const USERS = csv(
  row("Ana"),
  row("Bo", { domain: "acme.co", manager: "ana@acme.com" }),
  row("Cy", { zone: "-05:00", phone: "865-365-1900", manager: "ana@acme.com" }),
);
const corrected = async (page) => (await download(page, "Download corrected export")).bytes.toString();

/// Drops a file on the page, as a hand does.
async function drop(page, name, text) {
  const dropped = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "text/csv" }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
}

/// From a file to what is taken away.
async function journey(page) {
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Default time zone").fill("America/New_York");
  await drop(page, "users.csv", USERS);
  await expect(headline(page)).toContainText("2 of 3 people arrive");
  await everyone(page);
  await page.getByLabel("Find by name or email").fill("cy@");
  await expect(people(page)).toHaveCount(1);
  await people(page).first().click();
  const panel = page.getByRole("complementary", { name: /Cy/ });
  await expect(panel).toContainText("timezone/offset");
  await expect(panel).toContainText("users.csv, line 4");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);

  await step(page, "Review").click();
  await page.getByRole("button", { name: "Clear filter" }).first().click();
  expect(await corrected(page)).toBe(USERS);
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await expect(headline(page)).toContainText("All 3 people arrive");
  await (await cell(page, "Cy Quill", "primaryPhone")).click();
  await page.locator("#sheet-bar").getByRole("button", { name: 'Use "(865) 365-1900"' }).click();
  await expect(await cell(page, "Cy Quill", "primaryPhone")).toHaveText("(865) 365-1900, changed");
  const cured = USERS.replace("bo@acme.co,Rep", "bo@acme.com,Rep").replace("865-365-1900", "(865) 365-1900");
  expect(await corrected(page)).toBe(cured);
  await undo(page).click();
  await expect(page.getByRole("button", { name: "Only changed (1 value)" })).toBeVisible();
  await redo(page).click();
  await expect(page.getByRole("button", { name: "Only changed (2 values)" })).toBeVisible();
  expect(await corrected(page)).toBe(cured);
}

test("drop, review, a person, cures and the corrected export", async ({ page }) => {
  await page.goto("/");
  await journey(page);
  for (const name of ["Time zones", "Assignments", "Plan", "Take away"]) {
    await step(page, name).click();
    await expect(region(page, name)).toBeVisible();
  }
  await page.goBack();
  await expect(region(page, "Plan")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Primary domain")).toHaveValue("acme.com");
});

test("the page as one file, from a disk", async ({ page }) => {
  await page.goto(pathToFileURL(process.env.ROLLCALL_SINGLE).href);
  await journey(page);
});

test("by keys alone, from the sample to a changed cell", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("button", { name: "Try with sample data" }));
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("arrive");
  await expect(page.getByRole("heading", { name: "Review" })).toBeFocused();
  await tabTo(page, records(page), 200);
  await page.keyboard.press("F8");
  await page.keyboard.press("F2");
  await expect(records(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("by keys");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Only changed (1 value)" })).toBeVisible();
  await expect(records(page)).toBeFocused();
  await step(page, "People").focus();
  await page.keyboard.press("Enter");
  await tabTo(page, tree(page));
  const active = () => tree(page).evaluate((tree) => document.getElementById(tree.getAttribute("aria-activedescendant"))?.getAttribute("aria-rowindex"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect.poll(active).toBe("4");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(tree(page)).toBeFocused();
});

test("a long list is walked to its end", async ({ page }) => {
  await check(page, file("users.csv", crowd(30_000)));
  await everyone(page);
  await expect(list(page)).toHaveAttribute("aria-rowcount", "30001");
  expect(await people(page).count()).toBeLessThan(100);
  await list(page).focus();
  await page.keyboard.press("End");
  await expect(people(page).last()).toContainText("person29999@acme.com");
  await expect(page.getByText(/Showing 29,9\d\d–30,000 of 30,000/)).toBeVisible();
});

test("assignments, with what everyone gets, saved and opened again", async ({ page }) => {
  const groups = ["groups", "Sales", "Support", "Support"];
  const users = USERS.trim().split("\n").map((line, at) => `${line},${groups[at]}\n`).join("");
  await check(page, file("users.csv", users));
  await step(page, "Assignments").click();
  await page.getByRole("button", { name: "Add assignment" }).click();
  await page.keyboard.type("Sellers");
  await page.getByLabel("New group").fill("Sales");
  await page.getByLabel("New group").press("Enter");
  await page.getByLabel("Gong", { exact: true }).check();
  const shares = page.locator(".panel ol.shares > li");
  await expect(shares.first()).toContainText("Sellers");
  await expect(shares.first()).toContainText("1 person");
  const saved = (await download(page, "Save")).bytes;
  expect(JSON.parse(saved).assignments).toMatchObject([{ name: "Sellers", groups: ["Sales"], seats: ["gong"] }]);
  await page.getByRole("button", { name: "Remove Sellers" }).click();
  await expect(shares).toHaveCount(1);
  await page.getByLabel("Open settings file").setInputFiles({ name: "settings.json", mimeType: "application/json", buffer: saved });
  await expect(shares.first()).toContainText("Sellers");
});

test("the plan, from an earlier export", async ({ page }) => {
  await check(page, file("after.csv", USERS));
  await step(page, "Plan").click();
  await page.getByLabel("Earlier exports").setInputFiles(file("before.csv", csv(row("Ana", { family: "Old" }), row("Gus"))));
  const plan = region(page, "Plan");
  await expect(plan.getByRole("button", { name: "1 to update" })).toBeVisible();
  await expect(plan.getByRole("button", { name: "1 to deactivate" })).toBeVisible();
  const made = JSON.parse((await download(page, "Download plan")).bytes);
  expect(made.summary).toMatchObject({ create: 1, update: 1, deactivate: 1, skip: 1 });
  expect((await download(page, "Download SCIM requests")).bytes.toString()).toContain('"method":"POST"');
});

test("an element in a strict page of somebody else's", async ({ page }) => {
  const html = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="/icon.svg"><script type="module" src="/define.js"></script></head><body><h1>Host</h1><roll-call primary-domain="acme.com" default-time-zone="America/New_York"></roll-call></body></html>';
  const host = await serve({ answer: (name) => (name === "host.html" ? { body: html, headers: { "Content-Type": "text/html", "Content-Security-Policy": STRICT } } : {}) });
  try {
    // The page of the test is of another address.
    const guest = await page.context().newPage();
    const said = [];
    guest.on("console", (message) => said.push(message.text()));
    await guest.goto(`${host.address}host.html`);
    await guest.evaluate(() => {
      globalThis.heard = [];
      addEventListener("rollcall-checked", (event) => globalThis.heard.push(event.detail));
    });
    await guest.getByLabel("Profile exports").setInputFiles(file("users.csv", USERS));
    await expect(guest.locator("roll-call .headline")).toContainText("2 of 3 people arrive");
    expect(await guest.evaluate(() => globalThis.heard)).toMatchObject([{ profiles: 3, imported: 2 }]);
    await edit(guest, "Bo Quill", "email", "bo@acme.com");
    await expect(guest.locator("roll-call .headline")).toContainText("All 3 people arrive");
    const report = await guest.evaluate(async (text) => document.querySelector("roll-call").check([new File([text], "users.csv")]), USERS);
    expect(report.summary).toMatchObject({ profiles: 3, imported: 2 });
    expect(said).toEqual([]);
    await guest.close();
  } finally {
    await host.close();
  }
});

test("several workers on one file give the command line's report", async ({ page }, info) => {
  const path = info.outputPath("users.csv");
  await writeFile(path, crowd(9000).replaceAll("Person77", '"Person\n""77"""'));
  const told = await report(path);
  await page.addInitScript(() => {
    Object.assign(globalThis, { rollcallWorkers: 4, rollcallSpan: 1 << 16, started: 0 });
    globalThis.Worker = new Proxy(Worker, {
      construct(worker, words) {
        globalThis.started += 1;
        return new worker(...words);
      },
    });
  });
  await check(page, path);
  // What was typed last may begin the check anew, with a desk of its own.
  expect(await page.evaluate(() => globalThis.started)).toBeGreaterThanOrEqual(4);
  await step(page, "Take away").click();
  expect((await download(page, "Download report")).bytes.toString() === told, "the same report").toBe(true);
});

test("after one visit the page is there without its host", async ({ page }) => {
  const host = await serve();
  const kept = await page.context().newPage();
  await kept.goto(host.address);
  await expect.poll(() => kept.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await host.close();
  await kept.reload();
  await exports(kept).setInputFiles(file("users.csv", USERS));
  await expect(headline(kept)).toContainText("arrive");
  await kept.close();
});

test("a cause is cured for all, and findings are taken away", async ({ page }) => {
  const users = USERS.replaceAll("en-US", "en_US");
  await check(page, file("users.csv", users));
  await causeOf(page, /locale/i).getByRole("button", { name: "Fix all…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apply 3 changes", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(causeOf(page, /locale/i)).toHaveCount(0);
  // The button that opened the dialog is gone with its cause; Firefox tells nobody that the focus is.
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  expect(await corrected(page)).toBe(USERS);
  await page.getByLabel("Format of the findings").selectOption("JSON");
  expect(JSON.parse((await download(page, "Download findings")).bytes).format).toBe("rollcall-report");
});

for (const width of [320, 1280]) {
  test(`nothing overflows at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/");
    const wider = () => page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth]);
    await expect(exports(page)).toBeVisible();
    expect(await wider(), "empty").toEqual([0, 0]);
    await page.getByRole("button", { name: "Try with sample data" }).click();
    await expect(headline(page)).toContainText("arrive");
    for (const name of ["Review", "Time zones", "People", "Assignments", "Plan", "Take away", "Files"]) {
      await step(page, name).click();
      await expect(region(page, name)).toBeVisible();
      expect(await wider(), name).toEqual([0, 0]);
    }
  });
}
