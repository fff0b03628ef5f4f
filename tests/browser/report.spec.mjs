// The page and the command line give the same report, byte for byte.
import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { download, exports, expect, headline, region, step, test } from "./page.mjs";
import { commandLine } from "./told.mjs";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const sample = fileURLToPath(new URL("../../www/sample/rollcall-sample-okta.csv", import.meta.url));
const DOMAIN = "acme.com";
const ZONE = "America/New_York";

/// Files a person would drop; notes about them are none.
const names = existsSync(fixtures)
  ? readdirSync(fixtures, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(csv|tsv|json|ndjson|txt)$/.test(entry.name))
      .map((entry) => path.join(fixtures, entry.name))
  : [];

for (const source of ["okta", "entra"]) {
  for (const name of [sample, ...names]) {
    test(`${path.basename(name)} as ${source}`, async ({ page }) => {
      const told = await commandLine(
        "check", name, "--format", "json", "--profiles", "--fail-on", "never",
        "--source", source, "--domain", DOMAIN, "--default-time-zone", ZONE,
      );
      expect([0, 2], told.stderr).toContain(told.code);

      await page.goto("/");
      await page.getByLabel("Provisioning source").selectOption(source);
      await page.getByLabel("Primary domain").fill(DOMAIN);
      await page.getByLabel("Default time zone").fill(ZONE);
      await exports(page).setInputFiles(name);
      if (told.code === 2) {
        await expect(headline(page)).toContainText("No file could be read");
        await expect(region(page, "Files")).toContainText("Not read.");
        return;
      }
      await expect(headline(page)).toContainText(/arrive|Nobody/);
      await step(page, "Take away").click();
      const report = await download(page, "Download report");
      expect(report.bytes.toString()).toBe(told.stdout.toString());
    });
  }
}

test("several files at once give the command line's report", async ({ page }) => {
  expect(names.length, "there are fixtures").toBeGreaterThan(1);
  const codes = await Promise.all(names.map(async (name) => [name, (await commandLine("check", name, "--fail-on", "never")).code]));
  const readable = codes.filter(([, code]) => code === 0).map(([name]) => name);
  const told = await commandLine(
    "check", ...readable, "--format", "json", "--profiles", "--fail-on", "never", "--domain", DOMAIN, "--default-time-zone", ZONE,
  );
  await page.goto("/");
  await page.getByLabel("Primary domain").fill(DOMAIN);
  await page.getByLabel("Default time zone").fill(ZONE);
  await exports(page).setInputFiles(readable);
  await expect(headline(page)).toContainText("arrive");
  await step(page, "Take away").click();
  expect((await download(page, "Download report")).bytes.toString()).toBe(told.stdout.toString());
});

test("settings, members and people already in Gong give the command line's report", async ({ page }, info) => {
  const write = async (name, text) => {
    const place = info.outputPath(name);
    await writeFile(place, text);
    return place;
  };
  const people = await write(
    "people.csv",
    "id,login,firstName,lastName,email,managerEmail,groups\n1,ana@acme.com,Ana,Li,ana@acme.com,old@acme.com,Sales;Leads\n2,bo@acme.com,Bo,Berg,bo@acme.com,,Support\n3,cy@acme.com,Cy,Diaz,cy@acme.com,ana@acme.com,\n",
  );
  const titles = await write("titles.csv", "login,title,country,state\nANA@acme.com,Rep,US,CA\nbo@acme.com,,US,TX\n");
  const members = await write("Night shift.csv", "id,login,firstName,lastName,status\n3,cy@acme.com,Cy,Diaz,ACTIVE\n");
  const gong = await write("gong.csv", "Name,Email\nOld Timer,old@acme.com\n");
  const settings = await write(
    "rollcall-settings.json",
    JSON.stringify({
      company: { primaryDomain: DOMAIN, defaultTimeZone: ZONE },
      scope: { mode: "groups", groups: ["leads", "Night shift", "Support"] },
      catalog: { seats: [{ id: "gong", owned: 1, unlocks: ["dataCapture"] }] },
      assignments: [
        { name: "Leads", groups: ["Leads"], seats: ["gong"], dataCapture: { emails: true } },
        { name: "Night", groups: ["night shift", "leads"], seats: ["gong"], updates: "automatic" },
      ],
      rules: { "title/missing": "error" },
    }),
  );
  const told = await commandLine(
    "check", people, titles, members, "--members", gong, "--settings", settings, "--format", "json", "--profiles", "--fail-on", "never",
  );
  expect(told.code, told.stderr).toBe(0);

  await page.goto("/");
  await step(page, "Assignments").click();
  await page.getByLabel("Open settings file").setInputFiles(settings);
  await expect(page.getByText("rollcall-settings.json is opened.").first()).toBeVisible();
  await exports(page).setInputFiles([people, titles, members]);
  await expect(headline(page)).toContainText("arrive");
  await step(page, "Files").click();
  await page.getByLabel("People already in Gong", { exact: true }).setInputFiles(gong);
  await expect(region(page, "Files")).toContainText("1 person in Gong");
  await step(page, "Take away").click();
  const report = (await download(page, "Download report")).bytes.toString();
  expect(report).toBe(told.stdout.toString());
  // The same as the counts on the page.
  const { summary } = JSON.parse(report);
  expect(summary.assignments).toEqual([
    { name: "Leads", members: 1 },
    { name: "Night", members: 1 },
    { name: "(default)", members: 1 },
  ]);
});
