// Ways between the views: from a finding to its cell, to a text in any column, back after a reload.

import { check, csv, everyone, expect, exports, file, headline, people, records, row, rows, step, test } from "./page.mjs";

const bar = (page) => page.locator("#sheet-bar");
const active = (page) => page.locator(".sheet-active");

const USERS = "login,firstName,lastName,email,locale,costCenter\nana,Ana,Li,ana@acme.com,en_US,K-7\nbo,Bo,Yu,bo@acme.com,en-US,Q-9\n";

test("a person's finding leads to its cell, whatever list was there", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await expect(rows(page).first()).toContainText("Ana");
  await page.getByLabel("Find by name or email").fill("bo");
  await expect(rows(page)).toHaveCount(1);
  await step(page, "People").click();
  await everyone(page);
  await page.getByLabel("Find by name or email").fill("ana");
  await expect(people(page).first()).toContainText("Ana");
  await people(page).first().click();
  const panel = page.getByRole("complementary", { name: /Ana Li/ });
  const finding = panel.getByRole("listitem").filter({ hasText: "locale/format" });
  await finding.getByRole("button", { name: "Go to the cell" }).click();
  await expect(records(page)).toBeFocused();
  await expect(active(page)).toHaveText(/en_US/);
  await expect(bar(page)).toContainText("en_US");
  // And the value is taken from there, or from the panel, alike.
  await bar(page).getByRole("button", { name: 'Use "en-US"' }).click();
  await expect(rows(page).first()).toContainText("en-US, changed");
});

test("a text is found in every column", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel("Find by name or email").fill("q-9");
  await expect(page.getByText("Nobody passes this filter.").first()).toBeVisible();
  await page.getByRole("button", { name: "Search all columns" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("Bo");
  await page.getByRole("button", { name: 'Remove filter: "q-9" in any column' }).click();
  await expect(rows(page)).toHaveCount(2);
});

test("a line that is none is said, and the nearest shown", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await expect(rows(page)).toHaveCount(2);
  const field = page.getByLabel("Go to line");
  await field.fill("99");
  await field.press("Enter");
  await expect(bar(page).getByRole("alert")).toContainText("No record of this list begins on line 99");
  await expect(rows(page).last().locator(".sheet-active")).toHaveCount(1);
  await field.fill("many");
  await field.press("Enter");
  await expect(bar(page).getByRole("alert")).toContainText("A line is a number");
});

test("after a reload the page says that the files are gone", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"))));
  await expect(headline(page)).toContainText("1 person arrives");
  await page.reload();
  await step(page, "Source").click();
  await expect(page.getByText("Files are never kept, nor what was changed in them: drop them again.")).toBeVisible();
  await exports(page).setInputFiles(file("users.csv", csv(row("Ana"))));
  await step(page, "Source").click();
  await expect(page.getByText("Files are never kept")).toHaveCount(0);
});

test("the sample of another domain offers its own", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Primary domain").press("Enter");
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("0 of 200");
  await page.getByRole("button", { name: "Use northwind-lantern.example" }).first().click();
  await expect(headline(page)).toContainText("190 of 200 people arrive");
});

test("a file that goes says what goes with it", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await page.getByRole("button", { name: "Fix all…" }).first().click();
  await page.getByRole("button", { name: "Apply 1 change" }).click();
  await expect(step(page, "Take away")).toContainText("1");
  await step(page, "Files").click();
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByRole("alert")).toContainText("users.csv was removed, and with it 1 changed value.");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveAttribute("title", "Undo: default time zone changed");
});
