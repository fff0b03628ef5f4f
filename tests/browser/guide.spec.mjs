// The set-up guide: ticks that stay, numbers that lead to people, and paper.
import { createRequire } from "node:module";
import { check, everyone, expect, file, headline, list, LOOKS, people, region, step, test } from "./page.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const HEADER = "login,firstName,lastName,email,primaryPhone,countryCode,locale,managerEmail,groups,status";

/// Ana heads the company; Bo is on another domain; Cy is staged and writes the locale as Okta does.
const USERS = [
  HEADER,
  "ana@acme.com,Ana,Quill,ana@acme.com,(212) 555-0101,ES,es-ES,,Leads,ACTIVE",
  "bo@acme.co,Bo,Quill,bo@acme.co,,ES,es-ES,ana@acme.com,Leads,ACTIVE",
  "cy@acme.com,Cy,Quill,cy@acme.com,,ES,en_US,ana@acme.com,,STAGED",
  "",
].join("\n");

const guide = (page) => region(page, "Set-up guide");
const whole = (page) => guide(page).getByRole("button", { name: "Set-up guide" });
const fold = (page, name) => guide(page).getByRole("button", { name });
const tick = (page, number) => guide(page).getByRole("checkbox", { name: `${number} done`, exact: true });

/// Opens the page with the files above and unfolds the guide.
async function filled(page) {
  await check(page, file("users.csv", USERS));
  await step(page, "Source").click();
  await whole(page).click();
}

test("without files the guide is that of the chosen source", async ({ page }) => {
  await page.goto("/");
  await expect(whole(page)).toHaveAttribute("aria-expanded", "true");
  await expect(guide(page)).toContainText("Okta");
  await expect(fold(page, "Install the Gong app in Okta")).toBeVisible();
  await page.getByLabel("Provisioning source").selectOption("entra");
  await expect(fold(page, "Configure Gong in Azure AD")).toBeVisible();
  await expect(fold(page, "Install the Gong app in Okta")).toHaveCount(0);
  await fold(page, "Configure Gong in Azure AD").click();
  await expect(guide(page)).toContainText('"Enterprise Applications" > "New Application"');
});

test("ticks count, survive a reload, belong to their source, and can be taken back", async ({ page }) => {
  await page.goto("/");
  await fold(page, "Configure Okta in Gong").click();
  await expect(guide(page)).toContainText(/0 of \d+ done/);
  await tick(page, "1.1").check();
  await tick(page, "1.5").check();
  await expect(guide(page)).toContainText(/2 of \d\d done/);
  await page.reload();
  await fold(page, "Configure Okta in Gong").click();
  await expect(tick(page, "1.1")).toBeChecked();
  await expect(tick(page, "1.2")).not.toBeChecked();
  await tick(page, "1.5").uncheck();
  await expect(guide(page)).toContainText(/1 of \d\d done/);
  await page.reload();
  await expect(guide(page)).toContainText(/1 of \d\d done/);
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("rollcall.guide")));
  expect(kept).toEqual({ okta: ["gong-source"] });
  await page.getByLabel("Provisioning source").selectOption("entra");
  await expect(guide(page)).toContainText(/0 of \d\d done/);
});

test("the guide is worked by keyboard", async ({ page }) => {
  await page.goto("/");
  await fold(page, "Configure Okta in Gong").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(tick(page, "1.1")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(tick(page, "1.1")).toBeChecked();
  await expect(tick(page, "1.1")).toBeFocused();
});

test("with files the guide is folded, and its numbers lead to the people", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await step(page, "Source").click();
  await expect(whole(page)).toHaveAttribute("aria-expanded", "false");
  await expect(guide(page)).toContainText(/0 of \d\d done/);
  await expect(guide(page)).toContainText("to look at");
  await whole(page).click();
  await fold(page, "Set up the Gong profile in Okta").click();
  await guide(page).getByRole("button", { name: "1 person is blocked and must be mended first." }).click();
  await expect(people(page)).toHaveCount(1);
  await expect(people(page).first()).toContainText("Bo Quill");

  await step(page, "Source").click();
  await whole(page).click();
  await fold(page, "Provision people or groups").click();
  await guide(page).getByRole("button", { name: "1 person is staged." }).click();
  await expect(people(page)).toHaveCount(1);
  await expect(people(page).first()).toContainText("Cy Quill");
});

test("the default assignment's people are listed with a chip that goes away", async ({ page }) => {
  await filled(page);
  await fold(page, "Configure Okta in Gong").click();
  await guide(page).getByRole("button", { name: "2 people get it, without a seat." }).click();
  await expect(people(page)).toHaveCount(2);
  const chip = page.getByRole("button", { name: "Remove filter: Default assignment" });
  await expect(chip).toHaveText("Default assignment");
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect(people(page)).toHaveCount(3);
});

test("groups narrow the list", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await everyone(page);
  const menu = page.getByLabel("Group or assignment");
  await menu.selectOption("Leads");
  await expect(page.getByRole("button", { name: "Remove filter: In group Leads" })).toBeVisible();
  await expect(people(page)).toHaveCount(2);
  await menu.selectOption("In no group");
  await expect(page.getByRole("button", { name: "Remove filter: In no group" })).toBeVisible();
  await expect(people(page)).toHaveCount(1);
  await expect(people(page).first()).toContainText("Cy Quill");
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(page.getByRole("list", { name: "Filters that are set" })).toHaveCount(0);
  await expect(list(page)).toHaveAttribute("aria-rowcount", "4");
});

test("reach tells what is held, sent and to be added", async ({ page }) => {
  await filled(page);
  await fold(page, "Reach").click();
  const table = guide(page).getByRole("table", { name: "Reach of every attribute" });
  const row = (name) => table.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await expect(row("primary email")).toContainText("users.csv: email");
  await expect(row("primary email")).toContainText("Sends it");
  await expect(row("manager email")).toContainText("Held");
  await expect(row("manager email")).toContainText("Not mapped yet");
  await expect(row("private email")).toContainText("Not held");
  await expect(row("manager id")).toContainText("No place for it");
});

test("on paper stand the checklist and the reach, and nothing else", async ({ page }) => {
  await filled(page);
  await page.evaluate(() => {
    globalThis.printed = 0;
    globalThis.print = () => {
      globalThis.printed += 1;
    };
  });
  await guide(page).getByRole("button", { name: "Print the guide" }).click();
  expect(await page.evaluate(() => globalThis.printed)).toBe(1);
  await page.emulateMedia({ media: "print" });
  // Folded on screen, unfolded on paper.
  await expect(guide(page).getByText("Push Groups").first()).toBeVisible();
  await expect(guide(page).getByRole("table", { name: "Reach of every attribute" })).toBeVisible();
  await expect(guide(page).getByRole("button", { name: "Print the guide" })).toBeHidden();
  for (const hidden of [headline(page), region(page, "Source"), region(page, "Files"), page.getByRole("banner"), page.getByRole("navigation")]) {
    await expect(hidden).toBeHidden();
  }
});

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the page's policy would refuse.
    test.use({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });

    test(`axe finds nothing in the guide, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      await filled(page);
      for (const button of await guide(page).locator("h3 button").all()) await button.click();
      await tick(page, "1.1").check();
      const told = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
      });
      expect(told).toEqual([]);
      const wider = await page.evaluate(() => {
        const main = document.querySelector("main");
        return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
      });
      expect(wider).toEqual([0, 0]);
    });
  });
}
