// Workbooks (XLSX): a sheet is read as the table that it shows, wherever the page runs.
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { cell, check, download, edit, exports, expect, file, headline, HEADER, region, row, step, test } from "./page.mjs";
import { report } from "./told.mjs";
import { workbook } from "./workbook.mjs";

const { ROLLCALL_SINGLE } = process.env;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const book = (name, buffer) => ({ name, mimeType: TYPE, buffer });

const line = (...of) => row(...of).split(",");
const PEOPLE = [HEADER.split(","), line("Ana", { family: "Li\nWu" }), [], line("Bo", { domain: "acme.co", manager: "ana@acme.com" })];
const TWO = workbook(["Cover <i>", [["Company", "People"], ["Acme", 2]]], ["People", PEOPLE]);

/// Chooses the sheet of the only file.
async function choose(page, name) {
  await step(page, "Files").click();
  const menu = page.getByLabel("Sheet of people.xlsx");
  if (!(await menu.isVisible())) await region(page, "Files").getByText("Read it differently").click();
  await menu.selectOption(name);
}

test("a sheet is chosen, checked, cured and taken away as CSV", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await check(page, book("people.xlsx", TWO));
  // The reader of workbooks is brought in when there is one to read.
  expect(asked.filter((path) => path.includes("split_workbook"))).toHaveLength(1);
  await step(page, "Files").click();
  await expect(region(page, "Files")).toContainText("Any table · sheet \"Cover <i>\", one of 2 · 1 record");
  await expect(page.getByLabel("Delimiter of people.xlsx")).toHaveCount(0);
  await expect(page.getByLabel("Encoding of people.xlsx")).toHaveCount(0);

  await choose(page, "People");
  await expect(headline(page)).toContainText("1 of 2 people arrive");
  await expect(region(page, "Files")).toContainText("sheet \"People\", one of 2 · 2 records");
  await step(page, "Review").click();
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await expect(headline(page)).toContainText("All 2 people arrive");
  // The address changes what everyone is judged by: the files are read again, the sheet is not forgotten.
  await page.getByLabel("Primary domain").fill("acme.org");
  await expect(headline(page)).toContainText("0 of 2 people arrive");
  await page.getByLabel("Primary domain").fill("acme.com");
  await expect(headline(page)).toContainText("All 2 people arrive");

  await step(page, "Take away").click();
  await expect(region(page, "Take away")).toContainText("1 value changed, as CSV");
  const corrected = await download(page, "Download corrected export");
  expect(corrected.name).toBe("people-corrected.csv");
  expect(corrected.bytes.toString()).toBe(
    [HEADER, row("Ana", { family: '"Li\nWu"' }), "", row("Bo", { domain: "acme.co", manager: "ana@acme.com" }).replace(",bo@acme.co,Rep", ",bo@acme.com,Rep"), ""].join("\n"),
  );
  const redacted = await download(page, "Download redacted export");
  expect(redacted.name).toBe("people-redacted.csv");
});

test("where the first sheet cannot be read, another one can be chosen", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Primary domain").fill("acme.com");
  await exports(page).setInputFiles(book("people.xlsx", workbook(["Cover", []], ["People", PEOPLE])));
  await expect(region(page, "Files")).toContainText("Not read.");
  await expect(region(page, "Files")).toContainText('the sheet "Cover" is empty');
  await choose(page, "People");
  await expect(headline(page)).toContainText("1 of 2 people arrive");
});

test("the report of a workbook is the command line's, and counts rows", async ({ page }, info) => {
  const buffer = workbook(["People", PEOPLE]);
  const place = info.outputPath("people.xlsx");
  await writeFile(place, buffer);
  await check(page, book("people.xlsx", buffer));
  await step(page, "Take away").click();
  const told = (await download(page, "Download report")).bytes.toString();
  expect(told).toBe(await report(place));
  const { inputs, profiles } = JSON.parse(told);
  expect(inputs[0].sheet).toBe("People");
  expect(profiles.map(({ line }) => line)).toEqual([2, 4]);
});

test("a workbook that is damaged is marked, and the other files go on", async ({ page }) => {
  await check(page, [book("cut.xlsx", TWO.subarray(0, 900)), book("folder.zip", workbook()), file("users.csv", [HEADER, row("Ana"), ""].join("\n"))]);
  await expect(headline(page)).toContainText("arrive");
  await step(page, "Files").click();
  await expect(region(page, "Files")).toContainText("cut.xlsx: the workbook is damaged");
  await expect(region(page, "Files")).toContainText("folder.zip: this workbook has no sheet with rows");
});

test("a plan begins from a workbook", async ({ page }) => {
  await check(page, file("after.csv", [HEADER, row("Ana"), row("Eve"), ""].join("\n")));
  await step(page, "Plan").click();
  await page.getByLabel("Earlier exports").setInputFiles(book("before.xlsx", workbook(["People", [HEADER.split(","), line("Ana")]])));
  await expect(region(page, "Plan").getByRole("button", { name: "1 to create" })).toBeVisible();
  await expect(region(page, "Plan")).toContainText("sheet \"People\"");
});

test.describe("as one file", () => {
  test.use({ baseURL: pathToFileURL(ROLLCALL_SINGLE).href });

  test("workbooks are read with nothing beside it", async ({ page, baseURL }) => {
    await page.goto(baseURL);
    await page.getByLabel("Primary domain").fill("acme.com");
    await exports(page).setInputFiles(book("people.xlsx", TWO));
    await expect(headline(page)).toContainText(/arrive|Nobody/);
    await choose(page, "People");
    await expect(headline(page)).toContainText("1 of 2 people arrive");
    await step(page, "Review").click();
    await expect(await cell(page, "Bo Quill", "email")).toContainText("bo@acme.co");
  });
});
