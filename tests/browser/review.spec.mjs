// Records as they stand in their files: seen, walked through, filtered and changed in the cell.
import { causeOf, cell, check, crowd, csv, download, edit, expect, file, headline, records, redo, region, row, rows, step, tabTo, test, undo } from "./page.mjs";

const USERS = [
  "login,firstName,lastName,email,title,primaryPhone,countryCode,locale,timezone,managerEmail,groups,password,badge",
  'ana@acme.com,Ana,"Quill, Jr",ana@acme.com,Lead,865-365-1900,US,en_US,America/New_York,,Sales,hunter2-ana,7',
  "bo@acme.com,Bo,Quill,bo@acme.co,Rep,(212) 555-0101,US,en_US,America/New_York,ana@acme.com,Sales,hunter2-bo,8",
  'cy@acme.com,Cy,"O""Hara",cy@acme.com,Rep,(212) 555-0102,US,en-US,-05:00,ana@acme.com,Support,hunter2-cy,9',
  "di@acme.com,Di,Quill,di@acme.com,Rep,(212) 555-0103,UK,en-GB,Europe/Londn,ana@acme.com,,hunter2-di,10",
  "",
].join("\n");

const showing = (page) => page.locator(".showing");
const active = (page) =>
  records(page).evaluate((grid) => {
    const cell = document.getElementById(grid.getAttribute("aria-activedescendant"));
    const selected = [...grid.querySelectorAll("[aria-selected=true]")];
    return {
      at: [Number(cell.closest("[role=row]").getAttribute("aria-rowindex")), Number(cell.getAttribute("aria-colindex"))],
      selected: selected.length === 1 && selected[0] === cell,
    };
  });
const on = (page, row, column) => expect.poll(() => active(page)).toEqual({ at: [row, column], selected: true });
/// What is said of the cell the keyboard is on.
const bar = (page) => page.locator("#sheet-bar");
const field = (page) => records(page).getByRole("combobox");

test("records stand in the columns of their file, and findings in their cells", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await expect(records(page)).toHaveAttribute("aria-rowcount", "5");
  await expect(records(page)).toHaveAttribute("aria-colcount", "15");
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).first()).toHaveAttribute("aria-rowindex", "2");
  await expect(rows(page).first().getByRole("rowheader")).toHaveText("2");
  await expect(await cell(page, "Ana Quill", "primaryPhone")).toHaveText("865-365-1900, Warning");
  await expect(await cell(page, "Bo Quill", "email")).toHaveText("bo@acme.co, Error");
  await expect(await cell(page, "Cy O", "lastName")).toHaveText('O"Hara');
  // What counts for nothing is shown, and can be put away.
  await expect(await cell(page, "Di Quill", "badge")).toHaveText("10");
  await page.getByRole("button", { name: "Only columns that count" }).click();
  await expect(records(page)).toHaveAttribute("aria-colcount", "13");
  await expect(records(page).getByRole("columnheader", { name: "badge" })).toHaveCount(0);
  // Fewer marks are shown, and no finding less is told.
  await page.getByLabel("Marks shown").selectOption("Mark errors");
  await expect(await cell(page, "Ana Quill", "primaryPhone")).toHaveText("865-365-1900");
  await expect(await cell(page, "Bo Quill", "email")).toHaveText("bo@acme.co, Error");
  await (await cell(page, "Ana Quill", "primaryPhone")).click();
  await expect(bar(page)).toContainText("phone/format");
});

test("passwords are nowhere on the page, and not for editing", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  const secret = await cell(page, "Ana Quill", "password");
  await expect(secret).toHaveText("never looked at");
  await expect(secret).toHaveAttribute("aria-readonly", "true");
  await secret.dblclick();
  await expect(field(page)).toHaveCount(0);
  await expect(bar(page).getByRole("alert")).toContainText("never looked at, so it is not changed here");
  expect(await page.content()).not.toContain("hunter2");
});

test("the grid is walked with the keys of the pattern, and says where it is", async ({ page }) => {
  await check(page, file("users.csv", crowd(500)));
  await expect(rows(page).first()).toContainText("Person0");
  await records(page).focus();
  await on(page, 2, 2);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await on(page, 3, 3);
  await page.keyboard.press("End");
  await on(page, 3, 13);
  await page.keyboard.press("ArrowRight");
  await on(page, 3, 13);
  await expect(records(page).getByRole("columnheader", { name: "managerEmail" })).toBeInViewport();
  await page.keyboard.press("Home");
  await on(page, 3, 1);
  await page.keyboard.press("Control+End");
  await on(page, 501, 13);
  await page.keyboard.press("PageUp");
  expect((await active(page)).at[0]).toBeLessThan(495);
  await page.keyboard.press("Control+Home");
  await on(page, 2, 1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await on(page, 2, 1);
  expect(await rows(page).count()).toBeLessThan(100);

  await page.getByLabel("Go to line").fill("402");
  await page.getByLabel("Go to line").press("Enter");
  await expect(records(page)).toBeFocused();
  await on(page, 402, 1);
  await expect(rows(page).filter({ hasText: "Person400" })).toBeInViewport();
});

test("F8 goes from finding to finding of what is marked, and Shift+F8 back", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await page.getByLabel("Marks shown").selectOption("Mark errors and warnings");
  await expect(rows(page).first()).toContainText("Ana");
  await expect(page.getByRole("status")).toHaveText("4 records listed.");
  await records(page).focus();
  const found = [];
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press("F8");
    await page.waitForFunction((before) => document.querySelector("#sheet-bar")?.innerText !== before, found.at(-1)?.text ?? "", { timeout: 1000 }).catch(() => {});
    const text = await bar(page).innerText();
    if (text === found.at(-1)?.text) break;
    found.push({ text, rule: await bar(page).locator(".sheet-rule").first().innerText() });
  }
  expect(found.map(({ rule }) => rule)).toEqual([
    "phone/format",
    "locale/format",
    "email/domain",
    "locale/format",
    "timezone/offset",
    "country/alias",
    "timezone/unknown",
  ]);
  await expect(page.getByRole("status")).toHaveText("No finding behind this one.");
  await page.keyboard.press("Shift+F8");
  await expect(bar(page)).toContainText("country/alias");
  await page.getByRole("button", { name: "Finding before" }).click();
  await expect(bar(page)).toContainText("timezone/offset");
  await page.getByRole("button", { name: "Next finding" }).click();
  await expect(bar(page)).toContainText("country/alias");
});

test("filters show exactly who they say, alone and together", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await causeOf(page, /Locale/i).getByRole("button", { name: "Show 2 people" }).click();
  await expect(page.getByRole("heading", { name: "Records as they stand" })).toBeFocused();
  await expect(showing(page)).toHaveText("Showing 1–2 of 2 people");
  await expect(rows(page).getByRole("rowheader")).toHaveText([/^2/, /^3/]);
  await page.getByLabel("Outcome").selectOption("Blocked");
  await expect(showing(page)).toHaveText("Showing 1–1 of 1 person");
  await expect(rows(page)).toContainText("Bo Quill");
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(showing(page)).toHaveText("Showing 1–4 of 4 people");

  await page.getByLabel("Find by name or email").fill("o\"hara");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Cy O"Hara');
  await page.getByLabel("Find by name or email").fill("nobody at all");
  await expect(showing(page)).toHaveText("Nobody passes this filter.");
  await expect(records(page)).toHaveAttribute("aria-rowcount", "1");
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(page.getByLabel("Find by name or email")).toHaveValue("");

  await page.getByLabel("Severity").selectOption("With errors");
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel("Severity").selectOption("With warnings");
  await expect(showing(page)).toHaveText("Showing 1–4 of 4 people");
  await page.getByRole("button", { name: "Clear filter" }).click();
  await page.getByLabel(/group/i).selectOption({ label: "Sales" });
  await expect(showing(page)).toHaveText("Showing 1–2 of 2 people");
  await page.getByRole("button", { name: "Remove filter: In group Sales" }).click();
  await expect(showing(page)).toHaveText("Showing 1–4 of 4 people");
  await region(page, "Review").getByRole("button", { name: "3 arrive" }).click();
  await expect(showing(page)).toHaveText("Showing 1–3 of 3 people");
});

test("a cell is changed with the mouse; everyone is judged by what stands there now", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await expect(headline(page)).toContainText("3 of 4 people arrive");
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await expect(headline(page)).toContainText("All 4 people arrive");
  await expect(await cell(page, "Bo Quill", "email")).toHaveText("bo@acme.com, changed");
  await expect(bar(page)).toContainText('was "bo@acme.co"');
  await page.getByRole("button", { name: "Only changed (1 value)" }).click();
  await expect(showing(page)).toHaveText("Showing 1–1 of 1 person");
  await bar(page).getByRole("button", { name: 'Put back "bo@acme.co"' }).click();
  await expect(headline(page)).toContainText("3 of 4 people arrive");
  await undo(page).click();
  await expect(headline(page)).toContainText("All 4 people arrive");
  await undo(page).click();
  await expect(headline(page)).toContainText("3 of 4 people arrive");
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(await cell(page, "Bo Quill", "email")).toHaveText("bo@acme.co, Error");
  await redo(page).click();
  await expect(headline(page)).toContainText("All 4 people arrive");
});

test("from the causes to a changed cell and back by keys alone", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await tabTo(page, region(page, "Review").getByRole("button", { name: /^Show/ }).first());
  await page.keyboard.press("Enter");
  await tabTo(page, records(page));
  await page.keyboard.press("F8");
  await expect(bar(page)).toContainText("email/domain");
  await page.keyboard.press("F2");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAccessibleName("email of Bo Quill");
  await page.keyboard.press("End");
  await page.keyboard.type("m");
  await page.keyboard.press("Enter");
  await expect(records(page)).toBeFocused();
  await expect(headline(page)).toContainText("All 4 people arrive");
  // Nobody of the cause is left; the keys still do what they did.
  await page.keyboard.press("Control+z");
  await expect(headline(page)).toContainText("3 of 4 people arrive");
  await page.keyboard.press("Control+Shift+z");
  await expect(headline(page)).toContainText("All 4 people arrive");
});

test("Escape changes nothing, Tab and a click elsewhere keep what was typed", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await (await cell(page, "Ana Quill", "title")).click();
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("Lead");
  await page.keyboard.type("Nonsense");
  await page.keyboard.press("Escape");
  await expect(await cell(page, "Ana Quill", "title")).toHaveText("Lead");
  await expect(records(page)).toBeFocused();
  await expect(undo(page)).toHaveAttribute("title", "Undo: default time zone changed");

  await page.keyboard.press("Enter");
  await page.keyboard.type("Head");
  await page.keyboard.press("Tab");
  await expect(await cell(page, "Ana Quill", "title")).toHaveText("Head, changed");
  await on(page, 2, 8);

  // A click on another cell keeps the text and goes there.
  await (await cell(page, "Bo Quill", "title")).dblclick();
  await page.keyboard.type("Chief");
  await (await cell(page, "Di Quill", "firstName")).click();
  await expect(await cell(page, "Bo Quill", "title")).toHaveText("Chief, changed");
  await on(page, 5, 4);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Dee");
  await page.getByRole("heading", { name: "Records as they stand" }).click();
  await expect(await cell(page, "Dee Quill", "firstName")).toHaveText("Dee, changed");
  // Opening and leaving is no change.
  await (await cell(page, "Cy O", "lastName")).dblclick();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Only changed (3 values)" })).toBeVisible();
});

test("whoever types fast loses nothing to the answers that come meanwhile", async ({ page }) => {
  await check(page, file("users.csv", crowd(3000)));
  await (await cell(page, "Person0 Quill", "title")).click();
  for (let at = 0; at < 8; at += 1) {
    await page.keyboard.press("F2");
    await page.keyboard.type(`T${at}`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Escape");
  for (let at = 0; at < 8; at += 1) await expect(await cell(page, `Person${at} Quill`, "title")).toHaveText(`T${at}, changed`);
  await expect(page.getByRole("button", { name: "Only changed (8 values)" })).toBeVisible();
});

test("a field stays where it is while the list changes around it", async ({ page }) => {
  await check(page, file("users.csv", csv(...Array.from({ length: 40 }, (_, at) => row(`Person${at}`, { domain: "acme.co" })))));
  await causeOf(page, /domain/i).first().getByRole("button", { name: "Show 40 people" }).click();
  await expect(showing(page)).toContainText("of 40 people");
  // Whoever is mended leaves the list, while the next is being mended.
  for (let at = 0; at < 4; at += 1) {
    await (await cell(page, `Person${at} Quill`, "email")).dblclick();
    await expect(field(page)).toHaveValue(`person${at}@acme.co`);
    await page.keyboard.press("End");
    await page.keyboard.type("m");
    if (at === 3) break;
    await page.keyboard.press("Enter");
    await (await cell(page, `Person${at + 1} Quill`, "email")).dblclick();
    await page.keyboard.type("kept");
    await expect(showing(page)).toContainText(`of ${39 - at} people`);
    await expect(field(page)).toHaveValue("kept");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Enter");
  await expect(showing(page)).toContainText("of 36 people");
  await expect(rows(page).first()).toContainText("Person4");
});

test("a field that is scrolled away keeps its text, and the grid its keys", async ({ page }) => {
  await check(page, file("users.csv", crowd(2000)));
  await (await cell(page, "Person0 Quill", "title")).dblclick();
  await page.keyboard.type("Chief");
  await records(page).evaluate((grid) => grid.scrollTo({ top: 20_000 }));
  await expect(rows(page).filter({ hasText: "Person0 " })).toHaveCount(0);
  await records(page).evaluate((grid) => grid.scrollTo({ top: 0 }));
  await expect(await cell(page, "Person0 Quill", "title")).toContainText("Chief");
  await records(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await active(page)).at[0]).toBe(3);
});

test("values are text whatever they hold", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  const long = "Vice ".repeat(100) + "President";
  const values = ['He said "no", twice; <b onclick=alert(1)>&amp;', "b\u202Eevil\u200Bness", long, "=HYPERLINK(\"x\")", "héé 漢字 שלום"];
  for (const value of values) {
    await edit(page, "Di Quill", "title", value);
    const shown = value.replace("\u202E", "[U+202E]").replace("\u200B", "[U+200B]");
    const mark = shown === value ? "" : ", Notice";
    await expect(await cell(page, "Di Quill", "title")).toHaveText(`${shown.length > 200 ? `${shown.slice(0, 200)}…` : shown}${mark}, changed`);
    await expect(bar(page).locator(".sheet-value")).toHaveText(shown);
    await (await cell(page, "Di Quill", "title")).dblclick();
    await expect(field(page)).toHaveValue(value);
    await page.keyboard.press("Escape");
  }
  await expect(records(page).locator("b")).toHaveCount(0);
});

test("a value of several lines stays one, looked at or changed", async ({ page }) => {
  const title = '"Lead\r\nof all"';
  await check(page, file("users.csv", USERS.replace("Lead", title)));
  const area = records(page).getByRole("textbox", { name: "title of Ana Quill, Jr" });
  await (await cell(page, "Ana Quill", "title")).dblclick();
  await expect(area).toHaveValue("Lead\nof all");
  await page.keyboard.press("Enter");
  await expect(area).toHaveCount(0);
  await (await cell(page, "Ana Quill", "title")).dblclick();
  await page.getByRole("heading", { name: "Records as they stand" }).click();
  await expect(undo(page)).toHaveAttribute("title", "Undo: default time zone changed");

  await (await cell(page, "Ana Quill", "title")).dblclick();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("of us");
  await page.keyboard.press("Enter");
  await expect(undo(page)).toHaveAttribute("title", /of us/);
  const { bytes } = await download(page, "Download corrected export");
  expect(bytes.toString()).toBe(USERS.replace("Lead", title.replace("all", "all\r\nof us")));
});

test("a cell that cannot be changed says why", async ({ page }) => {
  const more = ["login,badge,pager", "ana@acme.com,7,x", ""].join("\n");
  await check(page, [file("users.csv", csv(row("Ana"))), file("more.csv", more)]);
  await expect(rows(page)).toHaveCount(2);
  await (await cell(page, "Ana Quill", "badge")).dblclick();
  await expect(field(page)).toHaveCount(0);
  await expect(bar(page).getByRole("alert")).toContainText("The file of this record has no such column");
  await rows(page).first().getByRole("rowheader").dblclick();
  await expect(bar(page).getByRole("alert")).toContainText("Go to one of the file's columns");
});

test("someone of two files is changed in the file that the cell is of", async ({ page }) => {
  const more = ["login,primaryPhone,title", "ana@acme.com,865-365-1900,Boss", ""].join("\n");
  await check(page, [file("users.csv", csv(row("Ana", { phone: "" }))), file("more.csv", more)]);
  await expect(showing(page)).toHaveText("Showing 1–2 of 2 records of 1 person");
  await rows(page).nth(1).getByRole("gridcell", { name: "Boss" }).dblclick();
  await page.keyboard.type("Chief");
  await page.keyboard.press("Enter");
  await step(page, "Take away").click();
  const files = region(page, "Take away");
  await expect(files.getByRole("listitem").filter({ hasText: "more.csv" })).toContainText("1 value changed");
  await expect(files.getByRole("listitem").filter({ hasText: "users.csv" })).toContainText("as it is, byte for byte");
});

test("on a small screen a person that is pressed has the focus, and Escape closes the panel", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await check(page, file("users.csv", USERS));
  await region(page, "Review").getByRole("button", { name: /^Show \d/ }).first().click();
  await records(page).locator('[aria-colindex="2"]').nth(1).click();
  await expect(page.locator("#person-name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#person-name")).toHaveCount(0);
  await expect(page.locator("body")).not.toBeFocused();
});
