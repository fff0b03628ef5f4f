// The settings page: who gets what, before anything is saved.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";
import { expect, exports, file, HEADER, headline, LOOKS, people, region, row, step, test } from "./page.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/// Ten in Sales only, two in Sales and Leads, three in Leads only, four in Support, five in no group.
function company() {
  const sets = [[10, "Sales"], [2, "Sales;Leads"], [3, "leads"], [4, "Support"], [5, ""]];
  const lines = [];
  for (const [number, groups] of sets) {
    for (let at = 0; at < number; at += 1) {
      lines.push(`${row(`Person${lines.length}`, { manager: lines.length ? "person0@acme.com" : "" })},${groups}`);
    }
  }
  return file("users.csv", [`${HEADER},groups`, ...lines, ""].join("\n"));
}

const screen = (page) => region(page, "Assignments");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const order = (page) => page.locator(".assignment-name > span:not(.unseen, .icon)");
const shares = (page) => page.locator(".panel ol.shares > li");

async function open(page) {
  await page.goto("/#assignments");
  await expect(screen(page)).toBeVisible();
}

/// Opens the step with the company's people checked.
async function openChecked(page) {
  await open(page);
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Primary domain").press("Enter");
  await exports(page).setInputFiles(company());
  await expect(headline(page)).toContainText("All 24 people arrive");
  await step(page, "Assignments").click();
}

async function add(page, name, ...groups) {
  await button(page, "Add assignment").click();
  await expect(page.getByLabel("Assignment name")).toBeFocused();
  await page.keyboard.type(name);
  for (const group of groups) {
    await page.getByLabel("New group").fill(group);
    await page.getByLabel("New group").press("Enter");
  }
}

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save").click()]);
  expect(download.suggestedFilename()).toBe("rollcall-settings.json");
  return readFile(await download.path(), "utf8");
}

const settingsFile = (text, name = "settings.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/// What the panel says each assignment gets.
const numbers = (page) =>
  shares(page).evaluateAll((items) =>
    items.map((item) => [item.querySelector(".share-name").textContent, item.querySelector(".number").textContent]),
  );

test("without files everything can be set up, and the panel says what an export would show", async ({ page }) => {
  await open(page);
  await expect(screen(page)).toContainText("Drop an export to see who gets what.");
  await add(page, "Sales", "Sales");
  await expect(order(page)).toHaveText(["Sales", "Default assignment"]);
  for (const name of ["Provisioning source", "Company", "Manager's provisioning settings", "Assign settings"]) {
    await expect(screen(page).getByRole("heading", { name, exact: true })).toBeVisible();
  }
  await expect(page.getByLabel("Primary domain")).toHaveCount(1);
  await expect(page.getByLabel("Default time zone")).toHaveCount(1);
  await expect(page.getByLabel("Provisioning source")).toHaveCount(1);
});

test("the simulation is the hand-worked one, and the command line's", async ({ page }, info) => {
  await openChecked(page);
  await add(page, "Leads", "leads");
  await page.getByLabel("Gong", { exact: true }).check();
  await add(page, "Sales", "SALES ");
  await page.getByLabel("Gong", { exact: true }).check();
  await page.getByLabel("Owned").first().fill("12");
  await expect
    .poll(() => numbers(page))
    .toEqual([["Leads", "5 people"], ["Sales", "10 people"], ["Default assignment", "9 people"]]);
  const panel = page.locator(".panel");
  await expect(panel).toContainText("24 people arrive");
  await expect(panel).toContainText("Several assignments fit 2 people");
  await expect(panel).toContainText("9 people fall to the default: 5 in no group, 4 in groups nobody names.");
  await expect(panel).toContainText("15 of 12");
  await expect(panel).toContainText("3 too few");
  await expect(panel.locator(".unnamed")).toContainText("Support");

  const path = info.outputPath("settings.json");
  await writeFile(path, await saved(page));
  const users = info.outputPath("users.csv");
  await writeFile(users, company().buffer);
  const report = await new Promise((resolve, reject) => {
    execFile(process.env.ROLLCALL_CLI, ["check", users, "--settings", path, "--format", "json", "--fail-on", "never"], { timeout: 60_000 }, (error, out) =>
      error ? reject(error) : resolve(JSON.parse(out)),
    );
  });
  expect(report.summary.assignments).toEqual([
    { name: "Leads", members: 5 },
    { name: "Sales", members: 10 },
    { name: "(default)", members: 9 },
  ]);
});

test("every number lists its people", async ({ page }) => {
  await openChecked(page);
  await add(page, "Leads", "Leads");
  await page.getByLabel("Gong", { exact: true }).check();
  await add(page, "Sales", "Sales");
  const panel = page.locator(".panel");
  for (const [name, number] of [["2 people", 2], ["5 people", 5], ["24 people", 24], ["5 seats", 5]]) {
    await panel.getByRole("button", { name, exact: true }).first().click();
    await expect(people(page)).toHaveCount(number);
    if (name === "5 seats") await expect(button(page, "Remove filter: With the seat Gong")).toBeVisible();
    await page.goBack();
    await expect(panel).toBeVisible();
  }
});

test("moving an assignment changes who wins, and the button keeps the focus", async ({ page }) => {
  await openChecked(page);
  await add(page, "Leads", "Leads");
  await add(page, "Sales", "Sales");
  await add(page, "Support", "Support");
  await expect.poll(() => numbers(page)).toContainEqual(["Leads", "5 people"]);
  await button(page, "Move up Sales").click();
  await expect(order(page)).toHaveText(["Sales", "Leads", "Support", "Default assignment"]);
  // At the top there is no further up.
  await expect(button(page, "Move up Sales")).toBeDisabled();
  await expect(button(page, "Move down Sales")).toBeFocused();
  await expect.poll(() => numbers(page)).toContainEqual(["Leads", "3 people"]);
  await expect.poll(() => numbers(page)).toContainEqual(["Sales", "12 people"]);
  await button(page, "Move down Sales").press("Enter");
  await expect(button(page, "Move down Sales")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Sales is now number 2 of 3." })).toHaveCount(1);
  await expect.poll(() => numbers(page)).toContainEqual(["Leads", "5 people"]);
});

test("an assignment is dragged to another place", async ({ page }) => {
  await open(page);
  for (const name of ["One", "Two", "Three"]) await add(page, name, name);
  await button(page, "Edit Three").click();
  await expect(page.getByLabel("Assignment name")).toHaveCount(0);
  const handle = page.locator(".assignment").filter({ hasText: "Edit Three" }).locator(".handle");
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  const to = await page.locator(".assignment").filter({ hasText: "Edit One" }).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + 4, { steps: 8 });
  await page.mouse.up();
  await expect(order(page)).toHaveText(["Three", "One", "Two", "Default assignment"]);
});

test("what was removed can be put back, undone and done again", async ({ page }) => {
  await open(page);
  await expect(button(page, "Undo")).toBeDisabled();
  await add(page, "One", "One");
  await add(page, "Two", "Two");
  await button(page, "Remove One").click();
  await expect(order(page)).toHaveText(["Two", "Default assignment"]);
  await expect(button(page, "Edit Two")).toBeFocused();
  await button(page, "Put it back").click();
  await expect(order(page)).toHaveText(["One", "Two", "Default assignment"]);
  await button(page, "Redo").click();
  await expect(order(page)).toHaveText(["Two", "Default assignment"]);
  await page.keyboard.press("Control+z");
  await expect(order(page)).toHaveText(["One", "Two", "Default assignment"]);
  await expect(page.getByRole("status").filter({ hasText: "Undone: One removed." })).toHaveCount(1);
  // Typing a name is one step, however many letters.
  await button(page, "Undo").click();
  await button(page, "Undo").click();
  await expect(order(page)).toHaveText(["One", "New assignment", "Default assignment"]);
});

test("a copy has the same settings and another name", async ({ page }) => {
  await open(page);
  await add(page, "Sales", "Sales");
  await page.getByLabel("Emails imported").check();
  await button(page, "Duplicate Sales").click();
  await expect(order(page)).toHaveText(["Sales", "Sales copy", "Default assignment"]);
  await expect(page.getByLabel("Assignment name")).toBeFocused();
  await expect(page.getByLabel("Emails imported")).toBeChecked();
  // An earlier assignment takes the group: said beside the field, in the row and at the top.
  await expect(page.locator(".editor .note-warning").filter({ hasText: 'Nobody in "Sales" gets "Sales copy"' })).toBeVisible();
  await expect(page.locator(".assignment-open .assignment-marks")).toContainText("2 warnings");
});

test("a broken list is refused with the reason; a doubtful one is saved with its warnings", async ({ page }) => {
  await open(page);
  await add(page, "Sales", "Sales");
  await add(page, "Sales", "Leads");
  const name = page.getByLabel("Assignment name");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".summary-title")).toHaveText("1 thing to mend before saving");
  await button(page, "Edit Sales").last().click();
  await button(page, "Save").click();
  await expect(page.getByRole("alert")).toContainText("Not saved.");
  await expect(page.getByRole("alert")).toContainText("/assignments/1/name");
  // The first field to mend is opened and has the focus.
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/An earlier assignment is called "Sales" too/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Leads");
  await page.getByLabel("Web conferences recorded").check();
  await page.getByLabel("Never record this person").check();
  await expect(page.locator(".summary-title")).toHaveText("2 warnings");
  await expect(page.getByLabel("Never record this person")).toHaveAccessibleDescription(/Choose one of the two/);
  await page.locator(".summary").getByRole("button", { name: /Choose one of the two/ }).click();
  await expect(page.getByLabel("Never record this person")).toBeFocused();
  const text = JSON.parse(await saved(page));
  expect(text.assignments.map((own) => own.name)).toEqual(["Sales", "Leads"]);
  await expect(page.getByText("It carries 2 warnings")).toBeVisible();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
});

test("a saved file opened again gives the same page and the same simulation", async ({ page }) => {
  await openChecked(page);
  await add(page, "Leads", "Leads");
  await page.getByLabel("Gong", { exact: true }).check();
  await page.getByLabel("Permission profile in Default workspace").selectOption("Standard team member");
  await page.getByLabel("Home workspace").selectOption("Default workspace");
  await page.getByLabel("Automatic updates").check();
  await page.getByLabel(/^Notify direct managers/).check();
  await page.getByLabel("Deactivate users").uncheck();
  await page.getByLabel("New domain").fill("acme.de");
  await button(page, "Add domain").click();
  await button(page, "Edit Default assignment").click();
  await page.getByLabel("Gong Engage", { exact: true }).check();
  await expect.poll(() => numbers(page)).toEqual([["Leads", "5 people"], ["Default assignment", "19 people"]]);
  await expect(page.locator(".panel")).toContainText("19 seats");
  const before = await page.locator(".panel").innerText();
  const text = await saved(page);

  await button(page, "Start anew").click();
  await expect(order(page)).toHaveText(["Default assignment"]);
  await expect(page.getByLabel("Primary domain")).toHaveValue("");
  await page.getByLabel("Open settings file").setInputFiles(settingsFile(text));
  await expect(page.getByText("settings.json is opened.").first()).toBeVisible();
  await expect(order(page)).toHaveText(["Leads", "Default assignment"]);
  await expect(page.getByLabel("Primary domain")).toHaveValue("acme.com");
  await expect(page.getByLabel("Deactivate users")).not.toBeChecked();
  await expect(page.getByLabel(/^Notify direct managers/)).toBeChecked();
  await expect(screen(page)).toContainText("acme.de");
  await button(page, "Edit Leads").click();
  await expect(page.getByLabel("Automatic updates")).toBeChecked();
  await expect(page.getByLabel("Permission profile in Default workspace").locator("option:checked")).toHaveText("Standard team member");
  await expect(page.getByLabel("Home workspace").locator("option:checked")).toHaveText("Default workspace");
  await expect.poll(() => page.locator(".panel").innerText()).toBe(before);
  expect(await saved(page)).toBe(text);
});

test("what the sample lends is neither saved nor brought back by undo", async ({ page }) => {
  await open(page);
  await step(page, "Source").click();
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("arrive");
  await step(page, "Assignments").click();
  await expect(page.getByLabel("Primary domain")).toHaveValue("northwind-lantern.example");
  await add(page, "Sales", "Sales");
  expect(JSON.parse(await saved(page)).company.primaryDomain).toBeFalsy();
  await page.getByLabel("Open settings file").setInputFiles(settingsFile("{}"));
  await expect(order(page)).toHaveText(["Default assignment"]);
  await button(page, "Undo").click();
  await expect(order(page)).toHaveText(["Sales", "Default assignment"]);
  await expect(page.getByLabel("Primary domain")).toHaveValue("");
});

test("a browser that keeps nothing still shows the page, and says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  });
  await open(page);
  await add(page, "Sales", "Sales");
  await expect(screen(page)).toContainText("This browser keeps nothing");
  await expect(order(page)).toHaveText(["Sales", "Default assignment"]);
});

test("a settings file that is refused says where and why, and changes nothing", async ({ page }) => {
  await open(page);
  await add(page, "Sales", "Sales");
  const refused = [
    ['{"assignments":[{"name":"a"},{"name":"b","seat":[]}]}', "/assignments/1/seat"],
    ['{"company":{"primaryDomain":7}}', "/company/primaryDomain"],
    ['{"rules":{"title/gone":"off"}}', "/rules/title~1gone"],
    ["name,email", "expected"],
    ['{"assignments":[{"name":"A"},{"name":"A"}]}', "/assignments/1/name"],
  ];
  for (const [text, said] of refused) {
    await page.getByLabel("Open settings file").setInputFiles(settingsFile(text, "wrong.json"));
    await expect(page.getByRole("alert")).toContainText("wrong.json was not opened.");
    await expect(page.getByRole("alert")).toContainText(said);
    await expect(order(page)).toHaveText(["Sales", "Default assignment"]);
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
});

test("what a file names and no catalogue holds is shown where it stands", async ({ page }) => {
  await open(page);
  const text = JSON.stringify({
    catalog: { seats: [{ id: "gong" }], workspaces: [{ id: "emea", permissionProfiles: ["Admin"] }, { id: "apac", permissionProfiles: ["Seller"] }] },
    assignments: [{ name: "Sales", groups: ["Sales"], seats: ["pilot"], workspaces: [{ workspace: "emea", permissionProfile: "Seller" }, { workspace: "latam", permissionProfile: "x" }] }],
  });
  await page.getByLabel("Open settings file").setInputFiles(settingsFile(text));
  // Refused with the first place; it can be opened all the same, to be mended.
  await expect(page.getByRole("alert")).toContainText("/assignments/0/seats/0");
  await expect(order(page)).toHaveText(["Default assignment"]);
  await button(page, "Open it to mend").click();
  await expect(page.locator(".summary-title")).toHaveText("3 things to mend before saving");
  await button(page, "Edit Sales").click();
  const editor = page.locator(".editor");
  await expect(editor).toContainText('There is no seat "pilot" in the catalog.');
  await expect(editor.getByLabel("Permission profile in emea")).toHaveAccessibleDescription(/has no permission profile "Seller"/);
  await button(page, "Take out Seat pilot").click();
  await button(page, "Take out Workspace latam").click();
  await editor.getByLabel("Permission profile in emea").selectOption("Admin");
  await expect(page.locator(".summary-title")).toHaveCount(0);
});

test("seats and workspaces are the admin's own; what goes is taken out of the assignments", async ({ page }) => {
  await open(page);
  await page.getByLabel("New seat").fill("Enable");
  await page.getByLabel("New seat").press("Enter");
  await page.getByLabel("New workspace").fill("EMEA North");
  await page.getByLabel("New workspace").press("Enter");
  await add(page, "Sales", "Sales");
  await page.getByLabel("Enable", { exact: true }).check();
  await page.getByLabel("Permission profile in EMEA North").selectOption("Business admin");
  await page.getByLabel("Seat name").last().fill("Enablement");
  const text = JSON.parse(await saved(page));
  expect(text.catalog.seats.at(-1)).toMatchObject({ id: "enable", name: "Enablement" });
  expect(text.assignments[0]).toMatchObject({ seats: ["enable"], workspaces: [{ workspace: "emea-north", permissionProfile: "Business admin" }] });
  await button(page, "Remove workspace EMEA North").click();
  await expect(page.getByText('The workspace "EMEA North" was removed, and taken out of "Sales".').first()).toBeVisible();
  await button(page, "Remove seat Enablement").click();
  expect(JSON.parse(await saved(page)).assignments[0]).toMatchObject({ seats: [], workspaces: [] });
  await button(page, "Undo").click();
  await button(page, "Undo").click();
  expect(JSON.parse(await saved(page)).assignments).toEqual(text.assignments);
});

test("settings survive a reload, the earlier kind too, and name no person", async ({ page }) => {
  await openChecked(page);
  await add(page, "Sales", "Sales");
  await page.getByLabel("Assignment name").blur();
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }).toLowerCase());
  expect(stored).not.toMatch(/person\d|quill|users\.csv/);
  await page.reload();
  await expect(order(page)).toHaveText(["Sales", "Default assignment"]);
  await expect(page.getByLabel("Primary domain")).toHaveValue("acme.com");

  await page.evaluate(() => {
    localStorage.clear();
    localStorage.setItem("rollcall.company", JSON.stringify({ source: "entra", domain: "old.example", zone: "Europe/Paris" }));
  });
  await page.reload();
  await expect(page.getByLabel("Primary domain")).toHaveValue("old.example");
  await expect(page.getByLabel("Default time zone")).toHaveValue("Europe/Paris");
  await expect(page.getByLabel("Provisioning source")).toHaveValue("entra");
});

test("leaving asks only where changes of this visit would be missed", async ({ page }) => {
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("arrive");
  await page.getByLabel("Default time zone").fill("Europe/Paris");
  await page.getByLabel("Default time zone").press("Enter");
  await step(page, "Assignments").click();
  await page.reload();
  expect(asked).toEqual([]);
  await add(page, "Sales", "Sales");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  // Kept by the browser, and still in no file.
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
  expect(asked).toEqual(["beforeunload"]);
});

test("groups are called after the directory", async ({ page }) => {
  await open(page);
  await add(page, "Sales", "Sales");
  const title = page.locator(".editor .field-title").first();
  await expect(title).toHaveText("Groups");
  await page.getByLabel("Provisioning source").selectOption("entra");
  await expect(title).toHaveText("Azure AD groups");
  await expect(page.locator(".story")).toContainText('joins "Sales" in Azure AD');
  await page.getByLabel("Provisioning source").selectOption("okta");
  await expect(title).toHaveText("Okta groups");
});

test("scope by groups leaves the others out", async ({ page }) => {
  await openChecked(page);
  await page.getByLabel("Who is assigned to Gong").selectOption("Members of groups");
  await page.getByLabel("New scope group").fill("support");
  await page.getByLabel("New scope group").press("Enter");
  await expect(headline(page)).toContainText("All 4 people arrive. 20 out of scope");
  await button(page, "Undo").click();
  await button(page, "Undo").click();
  await expect(headline(page)).toContainText("All 24 people arrive");
});

/// Presses Tab until the focus is on `target`.
async function tabTo(page, target, most = 160) {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} is not reached with Tab`);
}

test("from the empty page to a saved file by keys alone", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, step(page, "Assignments"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Assignments", exact: true })).toBeFocused();
  await tabTo(page, page.getByLabel("Primary domain"));
  await page.keyboard.type("acme.com");
  // A browser that is busy may let the first press pass by; a person presses again.
  let chooser;
  page.once("filechooser", (opened) => (chooser = opened));
  const choose = async () => {
    if (chooser) return true;
    await tabTo(page, exports(page), 200);
    await page.keyboard.press("Enter");
    return Boolean(chooser);
  };
  await expect.poll(choose, { intervals: [1000] }).toBe(true);
  await chooser.setFiles(company());
  await expect(headline(page)).toContainText("All 24 people arrive");
  await tabTo(page, step(page, "Assignments"), 200);
  await page.keyboard.press("Enter");
  await tabTo(page, button(page, "Add assignment"));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Assignment name")).toBeFocused();
  await page.keyboard.type("Leads");
  await tabTo(page, page.getByLabel("New group"));
  await page.keyboard.type("Leads");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Gong", { exact: true }));
  await page.keyboard.press("Space");
  const profile = page.getByLabel("Permission profile in Default workspace");
  await tabTo(page, profile);
  await page.keyboard.type("Standard");
  await expect(profile.locator("option:checked")).toHaveText("Standard team member");
  await tabTo(page, page.getByLabel("Manual editing"));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Automatic updates")).toBeChecked();
  await expect.poll(() => numbers(page)).toEqual([["Leads", "5 people"], ["Default assignment", "19 people"]]);
  await tabTo(page, button(page, "Save"), 200);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const settings = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(settings.company.primaryDomain).toBe("acme.com");
  expect(settings.assignments).toMatchObject([
    { name: "Leads", groups: ["Leads"], seats: ["gong"], workspaces: [{ workspace: "default", permissionProfile: "Standard team member" }], updates: "automatic" },
  ]);
});

/// The step in all its states.
async function* states(page) {
  await open(page);
  yield "empty";
  await openChecked(page);
  await add(page, "Leads", "Leads");
  await page.getByLabel("Gong", { exact: true }).check();
  await expect.poll(() => numbers(page)).toContainEqual(["Leads", "5 people"]);
  for (const more of await page.locator(".assignments details > summary").all()) await more.click();
  yield "editing";
  await add(page, "Leads", "leads", "Nowhere");
  await page.getByLabel("Emails imported").check();
  await page.getByLabel("Never import emails").check();
  await page.getByLabel("Owned").first().fill("2");
  await button(page, "Save").click();
  await expect(page.getByRole("alert")).toBeVisible();
  yield "problems";
  await button(page, "Remove Leads").last().click();
  yield "removed";
}

for (const width of [320, 360, 768, 1280, 1920]) {
  test(`nothing overflows or is too small to hit at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for await (const state of states(page)) {
      const [wider, small] = await page.evaluate(() => {
        const main = document.querySelector("main");
        const small = [...document.querySelectorAll("a, button, input, select, summary")]
          .filter((element) => element.checkVisibility() && !element.classList.contains("skip"))
          .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24)
          .map(([html, box]) => `${html} ${box.width}×${box.height}`);
        return [[document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth], small];
      });
      expect(wider, state).toEqual([0, 0]);
      expect(small, state).toEqual([]);
    }
  });
}

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the page's policy would refuse.
    test.use({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });

    test(`axe finds nothing on assignments, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      for await (const state of states(page)) {
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
        expect(told, state).toEqual([]);
      }
    });
  });
}
