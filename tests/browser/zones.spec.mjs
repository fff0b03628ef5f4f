// Who is in which time zone, and who would move: figures, the picture that is a table, and what if.
import { createRequire } from "node:module";
import { check, expect, file, headline, LOOKS, people, region, step, test } from "./page.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const HEADER = "login,firstName,lastName,email,countryCode,state,locale,timezone,managerEmail";
const person = (name, place, domain = "acme.com") => `${name}@${domain},${name},Quill,${name}@${domain},${place},ana@acme.com`;

/// Two by attribute, one by country, one by state, four by default of whom two write UK; and one is blocked.
const USERS = [
  HEADER,
  person("ana", "ES,,es-ES,Europe/Madrid"),
  person("bo", "JP,,en-US,Asia/Tokyo"),
  person("cy", "DE,,de-DE,"),
  person("di", "US,NY,en-US,"),
  person("ed", "US,,en-US,"),
  person("flo", "UK,,en-GB,"),
  person("gus", "UK,,en-GB,"),
  person("hal", "IL,,he-IL,-02:00"),
  person("ida", "IL,,en-US,"),
  person("jo", ",,en-US,"),
  person("kim", "ES,,es-ES,Europe/Madrid", "acme.co"),
  "",
].join("\n");

const zones = (page) => region(page, "Time zones");
const table = (page) => page.getByRole("table", { name: "People by time zone" });
const line = (page, name) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const panel = (page) => region(page, "What if");
const names = (page) => table(page).getByRole("rowheader").getByRole("button").allTextContents();

async function open(page, options) {
  await check(page, file("users.csv", USERS), options);
  await step(page, "Time zones").click();
  await expect(table(page)).toBeVisible();
}

/// The list shows these people and nobody else.
async function lists(page, ...wanted) {
  await expect(region(page, "People")).toBeVisible();
  await expect(people(page)).toHaveCount(wanted.length);
  for (const name of wanted) await expect(people(page).filter({ hasText: `${name}@` })).toHaveCount(1);
}

test("without files the step says what it is for", async ({ page }) => {
  await page.goto("/#time-zones");
  await expect(zones(page)).toContainText("which time zone each person gets");
  await zones(page).getByRole("link", { name: "Go to the files" }).click();
  await expect(region(page, "Files")).toBeVisible();
});

test("numbers say where the answer comes from, and list exactly those people", async ({ page }) => {
  await open(page);
  await expect(page).toHaveURL(/#time-zones$/);
  await expect(page.getByRole("heading", { name: "Time zones", exact: true })).toBeFocused();
  await expect(zones(page)).toContainText("10 people in 5 time zones; 4 of them by the company's default, America/New_York.");
  await expect(step(page, "Time zones")).toContainText("5");
  const figures = zones(page).getByRole("group", { name: "What decides the time zone" });
  await expect(figures.getByRole("button")).toHaveText(["2 time zone attribute", "3 country", "1 state or province", "4 company default"]);
  await figures.getByRole("button", { name: "4 company default" }).click();
  await lists(page, "ed", "flo", "gus", "jo");
  // The filter is seen, and one click from gone.
  await page.getByRole("button", { name: "Remove filter: Zone by company default" }).click();
  await expect(people(page)).toHaveCount(11);
  await page.goBack();
  await figures.getByRole("button", { name: "1 state" }).click();
  await lists(page, "di");
});

test("every zone has its row, those by default one of their own, and each lists its people", async ({ page }) => {
  await open(page);
  expect(await names(page)).toEqual(["By default", "America/New_York", "Europe/Berlin", "Europe/Madrid", "Asia/Jerusalem", "Asia/Tokyo"]);
  await zones(page).getByRole("button", { name: "Most people first" }).click();
  expect((await names(page)).slice(0, 2)).toEqual(["By default", "Asia/Jerusalem"]);
  await expect(line(page, "By default")).toContainText("America/New_York");
  await expect(line(page, "By default").locator(".zone-number")).toHaveText("4");
  // Weekends differ in one zone only; there each says how many have it.
  const weekends = line(page, "Asia/Jerusalem").getByRole("cell").last();
  await expect(weekends).toContainText("Friday and Saturday: 1 person");
  await expect(weekends).toContainText("Saturday and Sunday: 1 person");
  await expect(line(page, "Asia/Tokyo").getByRole("cell").last()).toContainText("Saturday and Sunday");
  await table(page).getByRole("button", { name: "America/New_York" }).click();
  await lists(page, "di");
  await page.goBack();
  await table(page).getByRole("button", { name: "Asia/Jerusalem" }).click();
  await lists(page, "hal", "ida");
});

test("clocks show the time of the browser, and go on", async ({ page }) => {
  await page.clock.install({ time: new Date("2027-01-12T20:30:20Z") });
  await open(page);
  await expect(zones(page)).toContainText("A day on the clock of America/New_York, UTC-05:00. The line is now, 15:30.");
  const tokyo = line(page, "Asia/Tokyo");
  await expect(tokyo).toContainText("05:30");
  await expect(tokyo).toContainText("UTC+09:00");
  await expect(tokyo).toContainText("tomorrow");
  // 9 to 17 in Tokyo is the evening and the night in New York.
  await expect(tokyo).toContainText("19:00 to 03:00 on the clock of America/New_York");
  await expect(line(page, "Europe/Madrid")).toContainText("03:00 to 11:00 on the clock of America/New_York");
  const button = table(page).getByRole("button", { name: "Asia/Tokyo" });
  await button.focus();
  await page.clock.fastForward("01:00");
  await expect(tokyo).toContainText("05:31");
  await expect(button).toBeFocused();
});

test("another default shows who moves, and becomes the default in a step that is undone", async ({ page }) => {
  await open(page);
  await page.getByLabel("Try another default").fill("Europe/London");
  await expect(panel(page).getByRole("status")).toContainText("4 people move: 4 from America/New_York to Europe/London.");
  await panel(page).getByRole("button", { name: "Show 4 people" }).click();
  await lists(page, "ed", "flo", "gus", "jo");
  await expect(page.getByRole("button", { name: "Remove filter: Would move with default Europe/London" })).toBeVisible();
  // What was tried is still there on the way back.
  await page.goBack();
  await expect(page.getByLabel("Try another default")).toHaveValue("Europe/London");
  await panel(page).getByRole("button", { name: "Use as default" }).click();
  await expect(page.getByLabel("Default time zone")).toHaveValue("Europe/London");
  await expect(zones(page)).toContainText("4 of them by the company's default, Europe/London.");
  await expect(page.getByLabel("Try another default")).toHaveValue("");
  await expect(panel(page).getByRole("button")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Default time zone")).toHaveValue("America/New_York");
  await expect(zones(page)).toContainText("4 of them by the company's default, America/New_York.");
});

test("suggestions move people too, alone and beside another default", async ({ page }) => {
  await open(page);
  await panel(page).getByLabel("With all suggestions applied").check();
  await expect(panel(page).getByRole("status")).toContainText("2 people move: 2 from America/New_York to Europe/London.");
  await page.getByLabel("Try another default").fill("Asia/Tokyo");
  await expect(panel(page).getByRole("status")).toContainText(
    "4 people move: 2 from America/New_York to Asia/Tokyo, 2 from America/New_York to Europe/London.",
  );
  const moves = panel(page).getByRole("table", { name: "Who moves" });
  await expect(moves.getByRole("row")).toHaveCount(3);
  await panel(page).getByRole("button", { name: "Show 4 people" }).click();
  await lists(page, "ed", "flo", "gus", "jo");
  await page.goBack();
  await panel(page).getByRole("button", { name: "Clear" }).click();
  await expect(page.getByLabel("Try another default")).toBeFocused();
  await expect(panel(page).getByRole("checkbox")).not.toBeChecked();
  await expect(moves).toHaveCount(0);
});

test("a name that is no zone is said when typing is over", async ({ page }) => {
  await open(page);
  const field = page.getByLabel("Try another default");
  await field.pressSequentially("Europe/Mad");
  await expect(panel(page)).toContainText("Nothing is changed by trying.");
  await field.press("Tab");
  await expect(panel(page)).toContainText("No name of the time zone database");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("Europe/Madrid");
  await expect(panel(page)).not.toContainText("No name of the time zone database");
  await expect(panel(page).getByRole("status")).toContainText("4 people move");
});

test("without a default people have no zone, and a default can be found here", async ({ page }) => {
  await open(page, { zone: "" });
  await expect(zones(page)).toContainText("6 people in 5 time zones. 4 people more have none: nothing in the files decides, and the company has no default.");
  expect((await names(page))[0]).toBe("No time zone");
  await table(page).getByRole("button", { name: "No time zone" }).click();
  await lists(page, "ed", "flo", "gus", "jo");
  await page.goBack();
  await page.getByLabel("Try another default").fill("America/Chicago");
  await expect(panel(page).getByRole("status")).toContainText("4 people move: 4 from none to America/Chicago.");
});

test("nobody who arrives leaves nothing to draw", async ({ page }) => {
  await check(page, file("users.csv", USERS), { domain: "acme.org" });
  await step(page, "Time zones").click();
  await expect(zones(page)).toContainText("Nobody arrives");
  await expect(zones(page).getByRole("link", { name: "Go to the review" })).toBeVisible();
});

test("the step is walked by keys alone", async ({ page }) => {
  await open(page);
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);
  const seen = [];
  for (let presses = 0; presses < 40 && seen.at(-1) !== "Asia/Tokyo"; presses += 1) {
    await page.keyboard.press("Tab");
    seen.push(await focused());
  }
  const order = ["2 time zone attribute", "try-zone", "West to east", "By default", "Asia/Tokyo"].map((name) => seen.indexOf(name));
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(order).not.toContain(-1);
  await page.keyboard.press("Enter");
  await lists(page, "bo");
});

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the page's policy would refuse.
    test.use({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });

    test(`axe finds nothing on time zones, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      await page.goto("/#time-zones");
      await expect(zones(page)).toBeVisible();
      const told = async () => {
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
      };
      expect(await told()).toEqual([]);
      await step(page, "Source").click();
      await page.getByLabel("Primary domain").fill("acme.com");
      await page.locator("#exports").setInputFiles(file("users.csv", USERS));
      await expect(headline(page)).toContainText("arrive");
      await step(page, "Time zones").click();
      await expect(table(page)).toBeVisible();
      await page.getByLabel("Try another default").fill("Asia/Tokyo");
      await panel(page).getByLabel("With all suggestions applied").check();
      await expect(panel(page).getByRole("table")).toBeVisible();
      expect(await told()).toEqual([]);
    });
  });
}

for (const width of [320, 360, 768, 1280, 1920]) {
  test(`time zones do not overflow at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/");
    await page.getByRole("button", { name: "Try with sample data" }).click();
    await expect(headline(page)).toContainText("arrive");
    await step(page, "Time zones").click();
    await expect(table(page)).toBeVisible();
    await page.getByLabel("Try another default").fill("Asia/Tokyo");
    await panel(page).getByLabel("With all suggestions applied").check();
    await expect(panel(page).getByRole("table")).toBeVisible();
    const wider = await page.evaluate(() => {
      const main = document.querySelector("main");
      return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
    });
    expect(wider).toEqual([0, 0]);
  });
}
