// The redacted export: on the page the same bytes as on the command line, and nobody in them.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { check, download, edit, expect, file, region, step, test } from "./page.mjs";

const OKTA = [
  "login,firstName,lastName,email,title,primaryPhone,countryCode,state,locale,timezone,managerEmail,password",
  'ana@acme.com,Ana,"Quill, Jr",ana@acme.com,Lead,865-365-1900,US,NY,en_US,America/New_York,,hunter2-ana',
  "boris@acme.com,Boris,Quill,boris@acme.co,Rep,(212) 555-0101,US,NY,en_US,America/New_York,ana@acme.com,hunter2-bo",
  "",
].join("\r\n");

test("the redacted export equals the terminal's, and is of the file as it was dropped", async ({ page }, info) => {
  const path = info.outputPath("users.csv");
  const out = info.outputPath("fixed.csv");
  await writeFile(path, OKTA);
  execFileSync(process.env.ROLLCALL_CLI, ["fix", path, "-o", out, "--redact", "--domain", "acme.com"], { stdio: "ignore" });
  const expected = await readFile(out);
  await check(page, path);
  // What is cured stays out of it.
  await edit(page, "Boris Quill", "email", "boris@acme.com");
  await step(page, "Take away").click();
  await expect(region(page, "Take away")).toContainText("without what was cured here");
  const { name, bytes } = await download(page, "Download redacted export");
  expect(name).toBe("users-redacted.csv");
  expect(bytes.equals(expected)).toBe(true);
  const people = bytes.toString().split("\r\n").slice(1).join("\n");
  expect(people).not.toMatch(/ana|boris|quill|lead|1900|0101|hunter/i);
  expect(people.split("\n")).toHaveLength(3);
});

test("files that belong together are redacted together", async ({ page }) => {
  const more = "id,login,firstName,lastName,status\n7,boris@acme.com,Boris,Quill,ACTIVE\n";
  await check(page, [file("users.csv", OKTA), file("Sales.csv", more)]);
  await step(page, "Take away").click();
  const all = [];
  page.on("download", (download) => all.push(download));
  await region(page, "Take away").getByRole("button", { name: "Download redacted export" }).click();
  await expect.poll(() => all.length).toBe(2);
  expect(all.map((download) => download.suggestedFilename()).sort()).toEqual(["Sales-redacted.csv", "users-redacted.csv"]);
  const texts = {};
  for (const download of all) texts[download.suggestedFilename()] = await readFile(await download.path(), "utf8");
  const cells = (name, line) => texts[name].split(/\r?\n/)[line].split(",");
  expect(cells("Sales-redacted.csv", 1).slice(1, 4)).toEqual(cells("users-redacted.csv", 2).slice(0, 3));
  expect(`${texts["users-redacted.csv"]}${texts["Sales-redacted.csv"]}`).not.toMatch(/boris|quill|hunter/i);
});
