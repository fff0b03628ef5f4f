// The step Plan: the first push, then what changes since an earlier export, by hand and beside the command line.
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { check, download, edit, expect, file, headline, LOOKS, region, step, tabTo, test, undo } from "./page.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const HEAD = "id,login,status,firstName,lastName,email,title,timezone,managerEmail,groups";
const person = (id, name, { status = "ACTIVE", title = "Rep", zone = "America/New_York", manager = "", groups = "Sales", domain = "acme.com" } = {}) =>
  `${id},${name}@${domain},${status},${name},Quill,${name}@${domain},${title},${zone},${manager},${groups}`;
const table = (...rows) => [HEAD, ...rows, ""].join("\n");

const BEFORE = table(
  person(1, "ana"),
  person(2, "bo", { manager: "ana@acme.com" }),
  person(3, "cy", { status: "SUSPENDED", manager: "ana@acme.com" }),
  person(4, "dee", { manager: "ana@acme.com" }),
  person(5, "gus", { manager: "ana@acme.com" }),
);
const AFTER = table(
  person(1, "ana"),
  person(2, "bo", { title: "Lead", zone: "America/Denver", manager: "ana@acme.com", groups: "Leads" }),
  person(3, "cy", { manager: "ana@acme.com" }),
  person(5, "gus", { status: "SUSPENDED", manager: "ana@acme.com" }),
  person(6, "eve", { status: "STAGED", manager: "bo@acme.com", groups: "Leads" }),
  person(7, "fox", { domain: "acme.co", manager: "ana@acme.com" }),
);

const plan = (page) => region(page, "Plan");
const figure = (page, label) => plan(page).getByRole("button", { name: new RegExp(`^[\\d,]+ ${label}$`) });
const people = (page) => region(page, "People of the plan").getByRole("listitem").filter({ has: page.locator("summary") });
const one = (page, name) => people(page).filter({ hasText: `${name} Quill` });

async function planned(page, { before = BEFORE, after = AFTER } = {}) {
  await check(page, file("after.csv", after));
  await step(page, "Plan").click();
  await expect(figure(page, "to create")).toBeVisible();
  if (before) {
    await page.getByLabel("Earlier exports").setInputFiles(file("before.csv", before));
    await expect(plan(page)).toContainText("before.csv");
    await expect(plan(page)).not.toContainText("The first push");
  }
}

async function totals(page) {
  const totals = {};
  for (const label of ["to create", "to update", "to deactivate", "to reactivate", "skipped", "unchanged"]) {
    totals[label] = Number.parseInt(await figure(page, label).innerText(), 10);
  }
  return totals;
}

test("without a before it is the first push", async ({ page }) => {
  await planned(page, { before: null });
  await expect(plan(page)).toContainText("The first push");
  expect(await totals(page)).toEqual({ "to create": 4, "to update": 0, "to deactivate": 0, "to reactivate": 0, skipped: 2, unchanged: 0 });
  await figure(page, "skipped").click();
  await expect(people(page)).toHaveCount(2);
  await expect(one(page, "gus")).toContainText("not active in the source");
  await expect(one(page, "fox")).toContainText("blocked: email/domain");
});

test("with an earlier export it says what changes, and the guard stands out", async ({ page }) => {
  await planned(page);
  expect(await totals(page)).toEqual({ "to create": 1, "to update": 1, "to deactivate": 2, "to reactivate": 1, skipped: 1, unchanged: 1 });
  // Two of the four who were active lose access.
  await expect(plan(page).getByRole("alert")).toContainText("2 people would lose access: 50.00 %");
  await expect(step(page, "Plan")).toContainText("2 to deactivate: more than the guard allows");

  // Who does not change is counted, and listed when that is asked for.
  await expect(people(page)).toHaveCount(6);
  await plan(page).getByLabel("Action", { exact: true }).selectOption("Everyone");
  await expect(people(page)).toHaveCount(7);
  await region(page, "People of the plan").getByRole("button", { name: "Clear filter" }).click();
  await expect(people(page)).toHaveCount(6);
  const bo = one(page, "bo");
  await bo.locator("summary").first().click();
  await expect(bo.getByRole("row", { name: "title Rep Lead" })).toBeVisible();
  await expect(bo.getByRole("row", { name: "groups Sales Leads" })).toBeVisible();
  await expect(bo).toContainText("America/New_York → America/Denver");
  await bo.getByText("What would be sent").click();
  await expect(bo).toContainText("PUT /Users/{user:bo@acme.com}");
  await expect(bo).toContainText("PATCH /Groups/{group:Leads}");
  const eve = one(page, "eve");
  await expect(eve).toContainText("staged in Okta");
  await eve.locator("summary").first().click();
  await eve.getByText("What would be sent").click();
  await expect(eve).toContainText("Left out, because no source tells the SCIM name: managerEmail.");

  await plan(page).getByRole("button", { name: "1 person: another time zone" }).click();
  await expect(people(page)).toHaveCount(1);
  await region(page, "People of the plan").getByRole("button", { name: "Clear filter" }).click();
  await plan(page).getByLabel("Find in the plan by name or email").fill("GUS");
  await expect(people(page)).toHaveCount(1);
  await expect(people(page)).toContainText("suspended or deactivated in the source");
  await region(page, "People of the plan").getByRole("button", { name: "Clear filter" }).click();
  await plan(page).getByRole("button", { name: "Show the people of Leads" }).click();
  await expect(people(page)).toHaveCount(2);

  await page.getByRole("button", { name: "Remove before.csv" }).click();
  await expect(plan(page)).toContainText("The first push");
});

test("what is cured and assigned changes the plan at once", async ({ page }) => {
  await planned(page);
  await step(page, "Review").click();
  await edit(page, "fox Quill", "email", "fox@acme.com");
  await step(page, "Plan").click();
  await expect(figure(page, "to create")).toContainText("2");
  await expect(figure(page, "skipped")).toContainText("0");
  await undo(page).click();
  await expect(figure(page, "skipped")).toContainText("1");
  await step(page, "Assignments").click();
  await page.getByRole("button", { name: "Add assignment" }).click();
  await page.getByLabel("Assignment name").fill("Leaders");
  await page.getByLabel("New group").fill("Leads");
  await page.getByLabel("New group").press("Enter");
  await step(page, "Plan").click();
  await one(page, "bo").locator("summary").first().click();
  await expect(one(page, "bo")).toContainText("(default) → Leaders. Gong does not apply it");
  // Only the group that an assignment names is pushed now.
  await expect(region(page, "Groups pushed").getByRole("row")).toHaveCount(2);
});

test("plan and requests are taken away as the command line writes them", async ({ page }, info) => {
  await planned(page);
  for (const [name, text] of [["before.csv", BEFORE], ["after.csv", AFTER]]) await writeFile(info.outputPath(name), text);
  const told = (format) => {
    const words = ["plan", "--before", "before.csv", "--after", "after.csv", "--domain", "acme.com", "--default-time-zone", "America/New_York", "--format", format];
    const { status, stdout } = spawnSync(`${process.cwd()}/${process.env.ROLLCALL_CLI}`.replace(/^.*\/\//, "/"), words, { cwd: info.outputDir });
    expect(status).toBe(1);
    return stdout.toString();
  };
  const json = await download(page, "Download plan");
  expect(json.name).toBe("rollcall-plan.json");
  expect(json.bytes.toString()).toBe(told("json"));
  const scim = await download(page, "Download SCIM requests");
  expect(scim.name).toBe("rollcall-scim.ndjson");
  expect(scim.bytes.toString()).toBe(told("scim"));
});

test("moving to a new app says who would be lost, and the steps", async ({ page }) => {
  await planned(page);
  await page.getByRole("checkbox", { name: /old Gong app/ }).check();
  const move = region(page, "Moving to a new Gong app");
  await expect(move.getByRole("listitem").filter({ hasText: "Assign the same people" })).toContainText("2 people of 4 people would be lost");
  await expect(move.getByRole("listitem").filter({ hasText: "version 3" })).toContainText("private email");
  await move.getByRole("button", { name: "Show 2 people who would be lost" }).click();
  await expect(people(page)).toHaveCount(2);
  const json = JSON.parse((await download(page, "Download plan")).bytes);
  expect(json.cutOver.lost).toEqual(["gus@acme.com", "dee@acme.com"]);
});

test("an earlier export that cannot be read says so, and another shape mends it", async ({ page }) => {
  await check(page, file("after.csv", AFTER));
  await step(page, "Plan").click();
  await page.getByLabel("Earlier exports").setInputFiles(file("old.html", "<!doctype html><title>no export</title>"));
  await expect(plan(page)).toContainText("Not read.");
  await expect(plan(page)).toContainText("The first push");
  await page.getByRole("button", { name: "Remove old.html" }).click();
  await page.getByLabel("Earlier exports").setInputFiles(file("before.csv", BEFORE.replaceAll(",", "|")));
  await expect(plan(page)).toContainText("Pipe");
});

test("a long plan comes in pages, and a person of it opens in full", async ({ page }) => {
  const crowd = Array.from({ length: 120 }, (_, at) => person(100 + at, `p${at}`));
  await planned(page, { before: null, after: table(...crowd) });
  await expect(region(page, "People of the plan")).toContainText("Showing 1–50 of 120");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(region(page, "People of the plan")).toContainText("Showing 51–100 of 120");
  await expect(one(page, "p50")).toHaveCount(1);
  await one(page, "p50").locator("summary").first().click();
  await one(page, "p50").getByRole("button", { name: "Show p50 Quill in full" }).click();
  await expect(page.getByRole("complementary").or(page.locator(".person"))).toContainText("p50@acme.com");
});

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the page's policy would refuse.
    test.use({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } });

    test(`axe finds nothing on the plan, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      await planned(page);
      await one(page, "bo").locator("summary").first().click();
      await one(page, "bo").getByText("What would be sent").click();
      await page.getByRole("checkbox", { name: /old Gong app/ }).check();
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });
  });
}

test("by keyboard alone", async ({ page }) => {
  await planned(page);
  await step(page, "Plan").focus();
  await page.keyboard.press("Enter");
  await tabTo(page, figure(page, "to update"));
  await page.keyboard.press("Enter");
  await expect(figure(page, "to update")).toHaveAttribute("aria-pressed", "true");
  await expect(people(page)).toHaveCount(1);
  await tabTo(page, people(page).locator("summary").first());
  await page.keyboard.press("Enter");
  await expect(people(page).getByRole("row", { name: "title Rep Lead" })).toBeVisible();
  await expect(headline(page)).toBeVisible();
});
