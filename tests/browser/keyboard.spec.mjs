// The whole journey without a mouse.
import { check, crowd, csv, everyone, exports, expect, file, headline, list, people, records, region, row, tabTo, test } from "./page.mjs";

test("from the empty page to a person and back, by keys alone", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("button", { name: "Try with sample data" }));
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("arrive");
  await expect(page.getByRole("heading", { name: "Review" })).toBeFocused();

  const show = region(page, "Review").getByRole("button", { name: /^Show/ }).first();
  await tabTo(page, show);
  const number = (await show.textContent()).match(/[\d,]+/)[0];
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Records as they stand" })).toBeFocused();
  await expect(page.getByText(new RegExp(`of ${number} people$`))).toBeVisible();

  await tabTo(page, records(page));
  await page.keyboard.press("Enter");
  const name = page.getByRole("complementary").getByRole("heading", { level: 2 });
  await expect(name).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect(records(page)).toBeFocused();
});

test("the list is walked with arrows, pages, Home and End", async ({ page }) => {
  await check(page, file("users.csv", crowd(2_000)));
  await everyone(page);
  await expect(people(page).first()).toContainText("Person0");
  await list(page).focus();
  // Looked up at one moment: the line may be gone at the next.
  const active = () =>
    list(page).evaluate((list) => {
      const line = document.getElementById(list.getAttribute("aria-activedescendant"));
      return Number(line?.getAttribute("aria-rowindex"));
    });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect.poll(active).toBe(4);
  await page.keyboard.press("ArrowUp");
  await expect.poll(active).toBe(3);
  await page.keyboard.press("PageDown");
  await expect.poll(active).toBeGreaterThan(10);
  await page.keyboard.press("End");
  await expect.poll(active).toBe(2001);
  await expect(people(page).last()).toContainText("person1999@acme.com");
  await page.keyboard.press("Home");
  await expect.poll(active).toBe(2);
  await expect(people(page).first()).toContainText("person0@acme.com");
});

test("an open panel follows the arrows", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"), row("Bo", { manager: "ana@acme.com" }))));
  await everyone(page);
  await people(page).first().click();
  await expect(page.getByRole("complementary", { name: /Ana/ })).toBeVisible();
  await list(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("complementary", { name: /Bo/ })).toBeVisible();
});

test("the file input is reached, and the panel on privacy opens and closes", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, exports(page));
  const local = page.getByRole("button", { name: "local" });
  await local.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Nothing leaves this machine" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Nothing leaves this machine" })).toHaveCount(0);
  await expect(local).toBeFocused();
});
