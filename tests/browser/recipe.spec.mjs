// The recipe: what was cured, taken away and made again, here and on the command line.
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { causeOf, cell, check, download, edit, expect, file, headline, redo, region, step, test, undo } from "./page.mjs";

const USERS = [
  "id,login,firstName,lastName,email,title,locale,costCenter",
  '00u1,ana,Ana,"Quill, Jr",ana@acme.com,Lead,en_US,7',
  "00u2,bo,Bo,Quill,bo@acme.com,Rep,en_US,8",
  "00u3,cy,Cy,Ox,cy@acme.com,Rep,en_GB,9",
  "",
].join("\r\n");
/// A month later: other lines, somebody new, and one value that is another now.
const LATER = [
  "id,login,firstName,lastName,email,title,locale,costCenter",
  "00u4,di,Di,Quill,di@acme.com,Rep,en_US,1",
  "00u2,bo,Bo,Quill,bo@acme.com,VP,en_US,8",
  '00u1,ana,Ana,"Quill, Jr",ana@acme.com,Lead,en_US,7',
  "",
].join("\r\n");

const dialog = (page) => page.getByRole("dialog", { name: "Recipe" });
const done = (page) => region(page, "Take away").locator(".done li").filter({ hasText: "Recipe" });
const input = (page) => page.getByLabel("Recipe", { exact: true });
const corrected = async (page) => (await download(page, "Download corrected export")).bytes.toString();

const recipe = (...steps) => `${JSON.stringify({ format: "rollcall-recipe", formatVersion: 1, steps })}\n`;
const json = (text) => ({ name: "rollcall-recipe.json", mimeType: "application/json", buffer: Buffer.from(text) });

/// What the command line makes of a file and a recipe.
async function fixed(info, users, text) {
  const paths = ["users.csv", "recipe.json", "out.csv"].map((name) => info.outputPath(name));
  await writeFile(paths[0], users);
  await writeFile(paths[1], text);
  const words = ["fix", paths[0], "--output", paths[2], "--force", "--recipe", paths[1], "--domain", "acme.com", "--default-time-zone", "America/New_York"];
  const { status, stderr } = spawnSync(process.env.ROLLCALL_CLI, words, { encoding: "utf8" });
  return { status, stderr, text: await readFile(paths[2], "utf8") };
}

test("what was cured is taken away as a recipe, and made again next month as on the command line", async ({ page }, info) => {
  await check(page, file("users.csv", USERS));
  await step(page, "Take away").click();
  await expect(page.getByRole("button", { name: "Download recipe" })).toBeDisabled();
  await step(page, "Review").click();
  await causeOf(page, /locale/i).getByRole("button", { name: "Fix all…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apply 3 changes" }).click();
  await edit(page, "Bo Quill", "title", "Account Executive");
  await edit(page, "Cy Ox", "title", "Lead");
  await undo(page).click();
  await edit(page, "Cy Ox", "costCenter", "10");
  const mine = await corrected(page);

  await step(page, "Take away").click();
  const taken = await download(page, "Download recipe");
  expect(taken.name).toBe("rollcall-recipe.json");
  expect(JSON.parse(taken.bytes)).toEqual({
    format: "rollcall-recipe",
    formatVersion: 1,
    steps: [
      { person: { id: "00u2" }, attribute: "title", from: "Rep", to: "Account Executive" },
      { cause: { attribute: "locale", from: "en_US" }, to: "en-US" },
      { cause: { attribute: "locale", from: "en_GB" }, to: "en-GB" },
    ],
  });
  await expect(region(page, "Take away").getByRole("alert")).toContainText("1 changed value is not in the recipe");
  const terminal = await fixed(info, USERS, taken.bytes);
  expect(terminal.status).toBe(0);
  expect(terminal.text).toBe(mine.replace(",10\r\n", ",9\r\n"));

  // The next month.
  await check(page, file("users.csv", LATER));
  await step(page, "Take away").click();
  await input(page).setInputFiles(json(taken.bytes));
  await expect(dialog(page)).toContainText("3 values of 3 people would change. 1 step fits; 2 are stale and change nothing.");
  await expect(dialog(page).getByRole("row")).toHaveText([
    /Step/,
    '1id 00u2: title "Rep" to "Account Executive"the title is "VP" now',
    '3everyone: locale "en_GB" to "en-GB"nobody to be provisioned has the locale "en_GB"',
  ]);
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Open recipe" })).toBeFocused();
  expect(await corrected(page)).toBe(LATER);
  await input(page).setInputFiles(json(taken.bytes));
  await dialog(page).getByRole("button", { name: "Apply 3 changes" }).click();
  await expect(done(page)).toHaveText(["Recipe applied: 3 values"]);
  const later = await fixed(info, LATER, taken.bytes);
  expect(later.status).toBe(1);
  expect(later.stderr).toContain('the title is "VP" now');
  expect(await corrected(page)).toBe(later.text);
  expect(later.text).toBe(LATER.replaceAll("en_US", "en-US"));

  // One step, back and forth; and it is told again as it was opened.
  await undo(page).click();
  await expect(page.getByRole("button", { name: "Download recipe" })).toBeDisabled();
  expect(await corrected(page)).toBe(LATER);
  await redo(page).click();
  await expect(done(page)).toHaveCount(1);
  expect(await corrected(page)).toBe(later.text);
  const again = JSON.parse((await download(page, "Download recipe")).bytes);
  expect(again.steps).toEqual([{ cause: { attribute: "locale", from: "en_US" }, to: "en-US" }]);
  await step(page, "Review").click();
  await expect(await cell(page, "Di Quill", "locale")).toHaveText("en-US, changed");
  // With everything in the recipe nothing is lost on leaving.
  expect(await page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);
});

test("a recipe that is none is refused with its place, and nothing changes", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await step(page, "Take away").click();
  const told = region(page, "Take away").getByRole("alert");
  const wrong = recipe({ cause: { attribute: "shoeSize", from: "9" }, to: "10" });
  for (const [text, says] of [
    ["no JSON", "rollcall-recipe.json was not opened: this is no JSON"],
    ['{"format":"rollcall-settings","formatVersion":1}', '/format: "rollcall-settings" is another kind of file'],
    [wrong, '/steps/0/cause/attribute: "shoeSize" is no attribute'],
  ]) {
    await input(page).setInputFiles(json(text));
    await expect(told).toContainText(says);
    await expect(dialog(page)).toHaveCount(0);
  }
  // Stale from end to end: looked at, and left.
  const markup = "<img src=x onerror=alert(1)>";
  await input(page).setInputFiles(json(recipe({ person: { id: "00u1" }, attribute: "title", from: markup, to: "x" })));
  await expect(dialog(page)).toContainText("Nothing would change. 0 steps fit; 1 is stale and changes nothing.");
  await expect(dialog(page)).toContainText(markup);
  await expect(told).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(done(page)).toHaveCount(0);
  expect(await corrected(page)).toBe(USERS);
  await step(page, "Review").click();
  await expect(headline(page)).toContainText("All 3 people arrive");
});

test("a recipe leaves no trace in the browser", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await step(page, "Take away").click();
  await input(page).setInputFiles(json(recipe({ person: { userName: "ana" }, attribute: "title", from: "Lead", to: "Zyzzyva" })));
  await dialog(page).getByRole("button", { name: "Apply 1 change", exact: true }).click();
  await expect(done(page)).toHaveCount(1);
  await download(page, "Download recipe");
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie]));
  expect(kept).not.toMatch(/Zyzzyva|Quill|rollcall-recipe/);
});
