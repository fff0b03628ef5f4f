// What everyone must be able to see and hear: narrow screens, both themes, screen readers.
import { createRequire } from "node:module";
import { everyone, expect, headline, LOOKS, people, records, region, rows, step, test } from "./page.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/// Every screen of the page, one after the other.
async function* screens(page) {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Try with sample data" })).toBeVisible();
  yield "empty";
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("arrive");
  await expect(region(page, "Review").locator(".example").first()).toBeVisible();
  await expect(rows(page).first()).toContainText("@");
  yield "review";
  await region(page, "Review").getByRole("button", { name: "Look at all suggestions" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: /^Apply/ })).toBeVisible();
  yield "suggestions";
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await records(page).focus();
  await page.keyboard.press("F8");
  await page.keyboard.press("F2");
  await expect(records(page).getByRole("combobox")).toBeFocused();
  yield "edited cell";
  await page.keyboard.press("Escape");
  await step(page, "Take away").click();
  await expect(page.getByRole("heading", { name: "Corrected export" })).toBeVisible();
  yield "take away";
  await everyone(page);
  await expect(people(page).first()).toContainText("@");
  yield "people";
  await people(page).nth(2).click();
  await expect(page.getByRole("complementary").getByRole("heading", { name: "Time zone" })).toBeVisible();
  yield "person";
  await step(page, "Files").click();
  for (const more of await page.locator("details > summary").all()) await more.click();
  yield "files";
  await page.getByRole("button", { name: "local" }).click();
  await expect(page.getByRole("heading", { name: "Nothing leaves this machine" })).toBeVisible();
  yield "local";
}

for (const width of [320, 360, 768, 1280, 1920]) {
  test(`nothing overflows at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for await (const screen of screens(page)) {
      const wider = await page.evaluate(() => {
        const main = document.querySelector("main");
        return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
      });
      expect(wider, screen).toEqual([0, 0]);
    }
  });
}

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the page's policy would refuse.
    test.use({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });

    test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      for await (const screen of screens(page)) {
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
        expect(told, screen).toEqual([]);
      }
    });
  });
}

test("what can be clicked is large enough to hit", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for await (const screen of screens(page)) {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("a, button, input, select, summary, [data-at]")]
        .filter((element) => element.checkVisibility() && !element.classList.contains("skip"))
        .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24)
        .map(([html, box]) => `${html} ${box.width}×${box.height}`),
    );
    expect(small, screen).toEqual([]);
  }
});
