// The hierarchy: its lines, its keys, its numbers, and the way up from one person.
import { createRequire } from "node:module";
import { branches, check, crowd, csv, expect, file, headline, LOOKS, people, region, row, step, test, tree } from "./page.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const by = (name, manager) => row(name, { manager: manager ? `${manager}@acme.com` : "" });

/// Two trees, a circle of two, somebody whose manager is blocked, and one whose manager is nobody.
const COMPANY = csv(
  by("Ana"),
  by("Bo", "ana"),
  by("Cy", "bo"),
  by("Di", "ana"),
  row("Ed", { domain: "acme.co", manager: "di@acme.com" }),
  row("Fay", { manager: "ed@acme.co" }),
  by("Gus"),
  by("Hal", "ida"),
  by("Ida", "hal"),
  by("Jo", "gone"),
);

const line = (page, name) => branches(page).filter({ hasText: new RegExp(`${name} Quill`) });
const button = (page, name) => region(page, "People").getByRole("button", { name });
const panel = (page, name) => page.getByRole("complementary", { name });

/// First names of the lines, each behind its level.
async function drawn(page) {
  return branches(page).evaluateAll((rows) =>
    rows.map((row) => `${row.getAttribute("aria-level")} ${row.querySelector(".branch-name")?.textContent.split(" ")[0]}`),
  );
}

/// Opens the hierarchy of a company.
async function company(page, text = COMPANY) {
  await check(page, file("users.csv", text));
  await step(page, "People").click();
  await expect(branches(page).first()).toContainText("Quill");
}

/// Who the keyboard is on. Looked up at one moment: the line may be gone at the next.
const active = (page) =>
  tree(page).evaluate((tree) => {
    const line = document.getElementById(tree.getAttribute("aria-activedescendant"));
    return line?.querySelector(".branch-name").textContent ?? null;
  });

test("the hierarchy comes first, the biggest tree on top", async ({ page }) => {
  await company(page);
  await expect(page.getByRole("radio", { name: "Hierarchy" })).toBeChecked();
  const all = ["1 Ana", "2 Bo", "3 Cy", "2 Di", "3 Ed", "4 Fay", "1 Hal", "2 Ida", "1 Gus", "1 Jo"];
  await expect.poll(() => drawn(page)).toEqual(all);
  const ana = line(page, "Ana");
  await expect(ana).toHaveAttribute("aria-expanded", "true");
  await expect(ana).toHaveAttribute("aria-setsize", "4");
  await expect(ana).toHaveAttribute("aria-posinset", "1");
  await expect(ana).toContainText("Head");
  await expect(ana.getByRole("gridcell").nth(1)).toHaveText("2");
  await expect(ana.getByRole("gridcell").nth(2)).toHaveText("5");
  await expect(line(page, "Cy")).not.toHaveAttribute("aria-expanded");
  await expect(line(page, "Cy").getByRole("gridcell").nth(4)).toHaveText("Email");
  await expect(line(page, "Ed")).toContainText("Blocked");
  await expect(line(page, "Fay")).toContainText("Manager not imported");
  await expect(line(page, "Hal")).toContainText("In a circle");
  await expect(line(page, "Ida")).toContainText("In a circle");
  await expect(line(page, "Jo")).toContainText("Manager not found");
  await expect(region(page, "People")).toContainText("10 people in 4 trees");
});

test("each number lists its people", async ({ page }) => {
  await company(page);
  for (const [name, chip, names] of [
    ["2 without a manager", "Without a manager", ["Gus", "Jo"]],
    ["2 people in 1 circle of managers", "In a circle of managers", ["Hal", "Ida"]],
    ["1 person under 1 manager not imported", "Manager is not imported", ["Fay"]],
  ]) {
    await button(page, name).click();
    await expect(page.getByRole("radio", { name: "List" })).toBeChecked();
    await expect(people(page)).toHaveCount(names.length);
    for (const [at, one] of names.entries()) await expect(people(page).nth(at)).toContainText(one);
    await page.getByRole("button", { name: `Remove filter: ${chip}` }).click();
    await expect(people(page)).toHaveCount(10);
    await page.getByRole("radio", { name: "Hierarchy" }).check();
  }
  await button(page, "4 levels").click();
  await expect(line(page, "Fay")).toHaveClass(/row-found/);
});

test("branches close and open, and only troubles stay with who is above them", async ({ page }) => {
  await company(page);
  await line(page, "Ana").locator(".toggle").click();
  await expect.poll(() => drawn(page)).toEqual(["1 Ana", "1 Hal", "2 Ida", "1 Gus", "1 Jo"]);
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await button(page, "Close all").click();
  await expect(branches(page)).toHaveCount(4);
  await button(page, "Only troubles").click();
  await expect.poll(() => drawn(page)).toEqual(["1 Ana", "2 Di", "3 Ed", "4 Fay", "1 Hal", "2 Ida", "1 Gus", "1 Jo"]);
  await expect(button(page, "Only troubles")).toHaveAttribute("aria-pressed", "true");
  await button(page, "Only troubles").click();
  await expect(branches(page)).toHaveCount(4);
  await button(page, "Open all").click();
  await expect(branches(page)).toHaveCount(10);
});

test("whoever is looked for is shown where they stand, one after the other", async ({ page }) => {
  await company(page);
  await button(page, "Close all").click();
  await expect(branches(page)).toHaveCount(4);
  const find = page.getByLabel("Find in the hierarchy");
  await find.fill("FAY@");
  await expect(line(page, "Fay")).toHaveClass(/row-found/);
  await expect.poll(() => drawn(page)).toEqual(["1 Ana", "2 Bo", "2 Di", "3 Ed", "4 Fay", "1 Hal", "1 Gus", "1 Jo"]);
  await find.fill("acme.co");
  await expect(line(page, "Ana")).toHaveClass(/row-found/);
  await find.press("Enter");
  await expect(line(page, "Bo")).toHaveClass(/row-found/);
  await find.fill("zzz");
  await expect(region(page, "People")).toContainText("Nobody is called that.");
});

test("the tree is walked, opened and closed by keys alone", async ({ page }) => {
  await company(page);
  const press = (key) => page.keyboard.press(key);
  await tree(page).focus();
  await expect.poll(() => active(page)).toBe("Ana Quill");
  await press("ArrowLeft");
  await expect(branches(page)).toHaveCount(5);
  await press("ArrowRight");
  await expect(branches(page)).toHaveCount(10);
  await press("ArrowRight");
  await expect.poll(() => active(page)).toBe("Bo Quill");
  await press("ArrowRight");
  await press("ArrowRight");
  await expect.poll(() => active(page)).toBe("Cy Quill");
  await press("ArrowLeft");
  await expect.poll(() => active(page)).toBe("Bo Quill");
  await press("ArrowLeft");
  await expect(branches(page)).toHaveCount(9);
  await press("*");
  await expect(branches(page)).toHaveCount(10);
  await press("End");
  await expect.poll(() => active(page)).toBe("Jo Quill");
  await press("Home");
  await press("PageDown");
  await expect.poll(() => active(page)).toBe("Jo Quill");
  await press("Home");
  await expect.poll(() => active(page)).toBe("Ana Quill");
  await press("ArrowDown");
  await press("Enter");
  const name = panel(page, "Bo Quill").getByRole("heading", { level: 2 });
  await expect(name).toBeFocused();
  await press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect(tree(page)).toBeFocused();
  await expect.poll(() => active(page)).toBe("Bo Quill");
  // The switch is a group of radio buttons.
  await page.getByRole("radio", { name: "Hierarchy" }).focus();
  await press("ArrowRight");
  await expect(people(page)).toHaveCount(10);
});

test("a person's managers are a way up, and the tree goes along", async ({ page }) => {
  await company(page);
  await line(page, "Fay").click();
  const fay = panel(page, "Fay Quill");
  await expect(fay).toContainText("ed@acme.co (by email)");
  await expect(fay.getByRole("list", { name: "Managers above" }).getByRole("listitem")).toHaveText(["Di Quill", "Ana Quill"]);
  await fay.getByRole("button", { name: "Ana Quill" }).click();
  const ana = panel(page, "Ana Quill");
  await expect(ana.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(line(page, "Ana")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(tree(page)).toBeFocused();
  await line(page, "Ida").click();
  await expect(panel(page, "Ida Quill")).toContainText("In a circle of managers");
});

test("the panel shows every value as it came, where it stood, and what it was taken for", async ({ page }) => {
  const text = [
    "login,firstName,lastName,email,Kraj,countryCode,password,groups,Phone",
    `ana@acme.com,Ana, Li ,ana@acme.com,x,Germany,hunter2,${Array.from({ length: 20 }, (_, at) => `Group ${at}`).join(";")},1`,
    "",
  ].join("\n");
  await check(page, file("users.csv", text));
  await step(page, "People").click();
  await branches(page).first().click();
  const ana = panel(page, "Ana Li");
  await expect(ana.getByRole("heading", { name: "Afterwards in Gong" })).toBeVisible();
  await expect(ana).toContainText('" Li "');
  await expect(ana).toContainText("Germany (DE)");
  await expect(ana).toContainText("ISO 3166-1");
  await expect(ana).toContainText("each rule names its own source");
  await expect(ana).not.toContainText("hunter2");
  const groups = ana.getByRole("list", { name: "Groups" });
  await expect(groups.getByRole("listitem").filter({ visible: true })).toHaveCount(12);
  await ana.getByText("Show 8 more").click();
  await expect(ana.getByText("Group 19", { exact: true })).toBeVisible();
});

test("a manager who is only in Gong stands above, marked", async ({ page }) => {
  await check(page, file("users.csv", csv(by("Ana", "zed"), by("Bo", "ana"))));
  await step(page, "Files").click();
  await page.getByLabel("People already in Gong", { exact: true }).setInputFiles(file("gong.csv", "Name,Email\nZed Quill,zed@acme.com\n"));
  await expect(region(page, "Files")).toContainText("1 person in Gong");
  await step(page, "People").click();
  await expect.poll(() => drawn(page)).toEqual(["1 Zed", "2 Ana", "3 Bo"]);
  await expect(region(page, "People")).toContainText("2 people and 1 other manager in 1 tree");
  await expect(line(page, "Zed")).toContainText("In Gong already");
  await line(page, "Zed").click();
  await expect(panel(page, "Zed Quill")).toContainText("Is in Gong already");
});

test("a crowd under one head is shown with few lines, from either end", async ({ page }) => {
  await company(page, crowd(30_000));
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "30001");
  expect(await branches(page).count()).toBeLessThan(100);
  await tree(page).focus();
  await page.keyboard.press("End");
  await expect(branches(page).last()).toContainText("person29999@acme.com");
  await expect(branches(page).last()).toHaveAttribute("aria-posinset", "29999");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => active(page)).toBe("Person0 Quill");
});

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the page's policy would refuse.
    test.use({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });

    test(`axe finds nothing in the hierarchy, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      const sound = async (screen) => {
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
        expect(told, screen).toEqual([]);
        const wider = await page.evaluate(() => {
          const main = document.querySelector("main");
          return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
        });
        expect(wider, screen).toEqual([0, 0]);
      };
      await company(page);
      await sound("tree");
      await button(page, "Only troubles").click();
      await expect(branches(page)).toHaveCount(8);
      await sound("troubles");
      await line(page, "Fay").click();
      await expect(panel(page, "Fay Quill").getByRole("heading", { name: "Afterwards in Gong" })).toBeVisible();
      await sound("person");
      await expect(headline(page)).toContainText("arrive");
    });
  });
}
