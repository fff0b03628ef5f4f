// The way of an admin through the page, by the roles and names they see.
import { writeFile } from "node:fs/promises";
import { check, crowd, csv, download, everyone, exports, expect, file, headline, list, people, region, row, rows, step, test } from "./page.mjs";

const png = { name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") };

test("an empty page says what to do", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(region(page, "Source")).toBeVisible();
  await expect(region(page, "Files")).toBeVisible();
  await expect(exports(page)).toHaveAttribute("type", "file");
  await expect(page.getByLabel("Primary domain")).toBeVisible();
  await expect(page.getByLabel("Default time zone")).toBeVisible();
  await expect(page.getByLabel("Provisioning source").getByRole("option")).toHaveText(["From the files", "Okta", "Azure AD (Microsoft Entra ID)"]);
  for (const name of ["Review", "Time zones", "People", "Assignments", "Take away"]) {
    await step(page, name).click();
    await expect(region(page, name)).toBeVisible();
  }
});

test("the sample company is checked at a click", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(region(page, "Review")).toBeVisible();
  await expect(headline(page)).toContainText(/\d+ of \d+ people arrive/);
  await expect(region(page, "Review").getByRole("heading", { name: /Cure these first/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Download findings" })).toBeVisible();
  // What it lends to the fields is not the admin's, and goes with it.
  await expect(page.getByLabel("Primary domain")).toHaveValue("northwind-lantern.example");
  await page.reload();
  await expect(page.getByLabel("Primary domain")).toHaveValue("");
});

test("a file dropped anywhere is checked, and takes the place of the sample", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("arrive");
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "users.csv", { type: "text/csv" }));
    return data;
  }, csv(row("Ana"), row("Bo", { manager: "ana@acme.com" })));
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await expect(headline(page)).toContainText("All 2 people arrive");
  await step(page, "Files").click();
  await expect(region(page, "Files").getByText("users.csv")).toBeVisible();
  await expect(region(page, "Files").getByText("rollcall-sample-okta.csv")).toHaveCount(0);
  await expect(page.getByLabel("Primary domain")).toHaveValue("");
});

test("people are judged anew when the primary domain changes", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"), row("Bo", { domain: "acme.co", manager: "ana@acme.com" }))));
  await expect(headline(page)).toContainText("1 of 2 people arrive");
  await expect(headline(page)).toContainText("1 blocked");
  // No key and no button: the field itself is enough.
  await page.getByLabel("Primary domain").fill("acme.org");
  await expect(headline(page)).toContainText("0 of 2 people arrive");
});

test("a default time zone that is none is said at the field, and not used", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"))), { zone: "" });
  await step(page, "Source").click();
  const zone = page.getByLabel("Default time zone");
  await zone.fill("Mars/Olympus");
  await zone.press("Enter");
  await expect(zone).toHaveAttribute("aria-invalid", "true");
  await expect(headline(page)).toContainText("1 person arrives");
  await zone.fill("Europe/Madrid");
  await expect(zone).not.toHaveAttribute("aria-invalid", "true");
});

test("a check can be cancelled and begun again", async ({ page }, info) => {
  const path = info.outputPath("crowd.csv");
  const rows = crowd(20_000);
  const body = rows.slice(rows.indexOf("\n") + 1);
  await writeFile(path, rows + body.repeat(30));
  await page.goto("/");
  await exports(page).setInputFiles(path);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(headline(page)).toContainText("cancelled");
  await expect(page.getByRole("button", { name: "Download findings" })).toHaveCount(0);
  await step(page, "Files").click();
  await page.getByRole("button", { name: "Remove crowd.csv" }).click();
  await exports(page).setInputFiles(file("users.csv", csv(row("Ana"))));
  await expect(headline(page)).toContainText("person arrive");
});

test("progress shows the file, records and bytes", async ({ page }, info) => {
  const path = info.outputPath("crowd.csv");
  const rows = crowd(20_000);
  const body = rows.slice(rows.indexOf("\n") + 1);
  await writeFile(path, rows + body.repeat(30));
  await page.goto("/");
  await exports(page).setInputFiles(path);
  await expect(page.locator(".progress-text")).toContainText(/crowd\.csv: [\d,]+ records, .* of [\d.]+ MB/);
  await expect(region(page, "Review").getByText("Found so far")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("an unreadable file is marked, and the others go on", async ({ page }) => {
  await check(page, [png, file("users.csv", csv(row("Ana"), row("Bo", { manager: "ana@acme.com" })))]);
  await expect(headline(page)).toContainText("All 2 people arrive");
  await step(page, "Files").click();
  const marked = region(page, "Files").getByRole("listitem").filter({ hasText: "photo.csv" });
  await expect(marked).toContainText("Not read.");
  await page.getByRole("button", { name: "Remove photo.csv" }).click();
  await expect(marked).toHaveCount(0);
  await expect(headline(page)).toContainText("All 2 people arrive");
});

test("when no file can be read, the page says so and stays usable", async ({ page }) => {
  await page.goto("/");
  await exports(page).setInputFiles(png);
  await expect(headline(page)).toContainText("No file could be read");
  await expect(region(page, "Files")).toContainText("Not read.");
  await exports(page).setInputFiles(file("users.csv", csv(row("Ana"))));
  await expect(headline(page)).toContainText("1 person arrives");
});

test("what was recognised is shown and can be changed", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"))));
  await step(page, "Files").click();
  const entry = region(page, "Files").getByRole("listitem").filter({ hasText: "users.csv" });
  await expect(entry).toContainText("Okta CSV · UTF-8 · Comma · 1 record");
  await entry.getByText(/columns used/).click();
  await expect(entry.getByRole("row").filter({ hasText: "firstName" })).toContainText("givenName");
  await entry.getByText("Read it differently").click();
  const shape = page.getByLabel("Shape of users.csv");
  await shape.focus();
  await shape.selectOption("table");
  await expect(entry.locator(".file-facts")).toContainText("Any table");
  // The file is read again under the hands of the admin, who stays where they are.
  await expect(shape).toBeFocused();
});

test("a cause lists exactly its people, and a person tells their story", async ({ page }) => {
  const users = csv(
    row("Ana"),
    row("Bo", { domain: "acme.co", manager: "ana@acme.com" }),
    row("Cleo", { domain: "acme.co", manager: "ana@acme.com" }),
    row("Dina", { zone: "-05:00", manager: "ana@acme.com" }),
  );
  await check(page, file("users.csv", users));
  await region(page, "Review").getByRole("button", { name: /Show 2 people/ }).first().click();
  await expect(region(page, "Review")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText("Showing 1–2 of 2 people")).toBeVisible();
  // The same people are listed where people are.
  await everyone(page);
  await expect(people(page)).toHaveCount(2);
  await expect(page.getByText("Showing 1–2 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(people(page)).toHaveCount(4);

  await page.getByLabel("Find by name or email").fill("DINA");
  await expect(people(page)).toHaveCount(1);
  await people(page).first().click();
  const panel = page.getByRole("complementary", { name: /Dina/ });
  await expect(panel).toContainText("users.csv, line 5");
  await expect(panel).toContainText('"-05:00"');
  await expect(panel).toContainText("timezone/offset");
  await expect(panel.getByRole("heading", { name: "Time zone" })).toBeVisible();
  await expect(panel).toContainText("does not count");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
});

test("a figure of the totals filters the records", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"), row("Bo", { domain: "acme.co", manager: "ana@acme.com" }))));
  await region(page, "Review").getByRole("button", { name: "1 blocked" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("Bo Quill");
  await expect(page.getByLabel("Outcome")).toHaveValue("blocked");
});

test("a long list shows any part of itself with few rows", async ({ page }) => {
  await check(page, file("users.csv", crowd(30_000)));
  await everyone(page);
  await expect(list(page)).toHaveAttribute("aria-rowcount", "30001");
  expect(await people(page).count()).toBeLessThan(100);
  await list(page).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
  await expect(people(page).last()).toContainText("person29999@acme.com");
  await expect(page.getByText(/Showing 29,9\d\d–30,000 of 30,000/)).toBeVisible();
});

test("a worker that dies is replaced, and the admin is told", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"))));
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("on purpose");
    });
  });
  await expect(page.getByRole("alert")).toContainText("started again");
  await expect(headline(page)).toContainText("1 person arrives");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("settings survive a reload; people leave no trace", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Zerlina"), row("Bo", { manager: "zerlina@acme.com" }))));
  await page.getByLabel("Provisioning source").selectOption("okta");
  await everyone(page);
  await people(page).first().click();
  await expect(page.getByRole("complementary", { name: /Zerlina/ })).toBeVisible();
  const traces = await page.evaluate(async () => ({
    address: location.href,
    title: document.title,
    storage: JSON.stringify({ ...localStorage, ...sessionStorage }),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
    state: JSON.stringify(history.state),
  }));
  expect(JSON.stringify(traces).toLowerCase()).not.toMatch(/zerlina|quill|users\.csv/);
  expect([traces.databases, traces.caches, traces.cookies]).toEqual([0, 0, ""]);

  await page.goto("/");
  await page.reload();
  await expect(page.getByLabel("Primary domain")).toHaveValue("acme.com");
  await expect(page.getByLabel("Default time zone")).toHaveValue("America/New_York");
  await expect(page.getByLabel("Provisioning source")).toHaveValue("okta");
});

test("going back goes a step back", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"))));
  await step(page, "People").click();
  await expect(region(page, "People")).toBeVisible();
  await page.goBack();
  await expect(region(page, "Review")).toBeVisible();
});

test("findings and report are reports; one names every person", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana"), row("Bo", { zone: "UTC+1", manager: "ana@acme.com" }))));
  await step(page, "Take away").click();
  await page.getByLabel("Format of the findings").selectOption("JSON");
  const findings = JSON.parse((await download(page, "Download findings")).bytes);
  expect(findings.format).toBe("rollcall-report");
  expect(findings.findings.map((finding) => finding.rule)).toContain("timezone/offset");
  expect(findings.profiles).toBeUndefined();
  const full = JSON.parse((await download(page, "Download report")).bytes);
  expect(full.profiles.map((profile) => profile.key)).toEqual(["ana@acme.com", "bo@acme.com"]);
});

test("a page that cannot start says why", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.route("**/app_bg.wasm", (route) => route.fulfill({ status: 404 }));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("could not start");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await context.close();
});

test("leaving while a report is written breaks nothing", async ({ page }) => {
  await check(page, file("users.csv", crowd(3000, { domain: "acme.co" })));
  await step(page, "Take away").click();
  const written = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download report" }).click();
  await everyone(page);
  await step(page, "Files").click();
  await written;
  await everyone(page);
  await expect(list(page)).toBeVisible();
});

test("what weakens the numbers is said beside them", async ({ page }) => {
  await check(page, [file("users.csv", csv(row("Ana"), row("Bo", { manager: "ana@acme.com" }))), png], { domain: "" });
  await expect(page.getByText("One file could not be read and is not in these numbers.")).toBeVisible();
  await expect(page.getByText("The primary domain is not set").first()).toBeVisible();
  await page.getByRole("button", { name: "Use acme.com" }).click();
  await expect(page.getByLabel("Primary domain")).toHaveValue("acme.com");
  await expect(page.getByText("The primary domain is not set")).toHaveCount(0);
});

test("the settings of the sample never become the admin's", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("arrive");
  await page.getByLabel("Default time zone").fill("Europe/Paris");
  await page.getByLabel("Default time zone").press("Enter");
  await expect(headline(page)).toContainText("arrive");
  await page.reload();
  await expect(page.getByLabel("Primary domain")).toHaveValue("");
  await expect(page.getByLabel("Default time zone")).toHaveValue("Europe/Paris");
});

test("characters that turn text around are named, not obeyed", async ({ page }) => {
  await check(page, file("users.csv", csv(row("Ana", { family: "\u202eilL", phone: "\u202e0010" }))));
  await everyone(page);
  await people(page).first().click();
  await expect(page.getByRole("complementary")).toContainText("[U+202E]");
  expect(await page.locator("main").innerText()).not.toContain("\u202e");
});

test("a column is read as what the admin says", async ({ page }) => {
  const text = "Vorname,Nachname,Adresse,secondEmail\nAna,Li,ana@acme.com,ana@home.example\nBo,Li,bo@acme.com,\n";
  await check(page, file("people.csv", text));
  await expect(headline(page)).toContainText("0 of 2 people arrive");
  await step(page, "Files").click();
  const entry = region(page, "Files").getByRole("listitem").filter({ hasText: "people.csv" });
  await entry.locator("summary").filter({ hasText: " used" }).click();
  const column = page.getByLabel("Column of people.csv", { exact: true });
  const attribute = page.getByLabel("Attribute of the column of people.csv");
  await expect(attribute).toBeDisabled();
  for (const [name, as] of [["Vorname", "givenName"], ["Nachname", "familyName"], ["Adresse", "primaryEmail"]]) {
    await column.selectOption(name);
    await attribute.focus();
    await attribute.selectOption(as);
    const row = entry.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText(as);
    await expect(row).toContainText("chosen by you");
    // The menus stay while the file is read again.
    await expect(attribute).toBeFocused();
    await expect(attribute).toHaveValue(as);
    await expect(column).toHaveValue(name);
  }
  await expect(headline(page)).toContainText("2 people arrive");
  // What only looks like an attribute is offered.
  await entry.getByRole("button", { name: "Read as secondaryEmails: secondEmail" }).click();
  await expect(entry.getByRole("row").filter({ hasText: "secondEmail" })).toContainText("chosen by you");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entry.getByRole("button", { name: "Read as secondaryEmails: secondEmail" })).toBeVisible();
  await column.selectOption("Vorname");
  await attribute.selectOption({ label: "Not used" });
  await expect(entry.getByRole("row").filter({ hasText: "Vorname" })).toContainText("not used, chosen by you");
  await entry.getByRole("button", { name: "As recognised: Vorname" }).click();
  await expect(entry.getByRole("row").filter({ hasText: "Vorname" })).toHaveCount(0);
});
