// From the drop of an export to what is taken away: the corrected export, byte for byte, and the findings.
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { causeOf, cell, check, csv, download, edit, exports, expect, file, headline, records, redo, region, row, rows, step, test, undo } from "./page.mjs";

const OKTA = [
  "login,firstName,lastName,email,title,primaryPhone,countryCode,state,locale,timezone,managerEmail,password",
  'ana@acme.com,Ana,"Quill, Jr",ana@acme.com,Lead,865-365-1900,US,NY,en_US,America/New_York,,hunter2-ana',
  "bo@acme.com,Bo,Quill,bo@acme.co,Rep,(212) 555-0101,US,NY,en_US,America/New_York,ana@acme.com,hunter2-bo",
  '"cy@acme.com","Cy","O""Hara","cy@acme.com","Rep","(212) 555-0102","US","NY","en-US","-05:00","ana@acme.com","hunter2-cy"',
  "di@acme.com,Di,Quill,di@acme.com,=1+1,(212) 555-0103,UK,,en_GB,Europe/Londn,ana@acme.com,hunter2-di",
  "",
].join("\r\n");

// Spaces, escapes and unknown members as a program might have written them.
const GRAPH = `{"@odata.context": "x",  "value" : [
  {"id":"a1","displayName":"Ana Li","givenName":"Ana","surname":"Li","mail":"ana@acme.com","userPrincipalName":"ana@acme.com",
   "jobTitle":"Head \\u00e9","businessPhones":["865-365-1900","+1 425 555 0101"],"preferredLanguage":"en_US","country":"United States","state":"WA","accountEnabled":true, "extra": {"deep":[1.0e2,null]}},
  {"id":"a2","displayName":"Jos\\u00e9","givenName":"Jos\\u00e9","surname":"Berg","mail":"jose@acme.com","userPrincipalName":"jose@acme.com","jobTitle":null,"businessPhones":[],"preferredLanguage":"en_US","country":"Norge","accountEnabled":true}
]}
`;

const ENTRA = [
  "userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,accountEnabled,usageLocation,state,country,telephoneNumber",
  "ana@acme.com,Ana Li,Li,ana@acme.com,Ana,a1,Member,Lead,True,IN,Karnataka,India,+91 80 1234 5678",
  "bo@acme.com,Bo Berg,Berg,bo@acme.com,Bo,a2,Member,Engineer,True,AU,NSW,Australa,",
  "cy@acme.com,Cy Diaz,Diaz,,Cy,a3,Member,Rep,True,US,TX,United States,865-365-1900",
  "",
].join("\r\n");

const raw = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
const bar = (page) => page.locator("#sheet-bar");
const dialog = (page) => page.getByRole("dialog");
const corrected = (page) => download(page, "Download corrected export");
const took = (page) => region(page, "Take away").getByRole("listitem");

/// Looks at all suggestions of a cause, and applies them.
async function fixAll(page, title, changes) {
  await causeOf(page, title).getByRole("button", { name: "Fix all…" }).click();
  await dialog(page).getByRole("button", { name: `Apply ${changes}`, exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
}

test("an Okta CSV, from the drop to the corrected export", async ({ page }) => {
  await check(page, file("users.csv", OKTA));
  const untouched = await corrected(page);
  expect(untouched.name).toBe("users-corrected.csv");
  expect(untouched.bytes.toString()).toBe(OKTA);

  // One by hand, one of the likely values, and all of a cause after a look at what would change.
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await expect(headline(page)).toContainText("All 4 people arrive");
  await (await cell(page, "Di Quill", "timezone")).click();
  await bar(page).getByRole("button", { name: 'Use "Europe/London"' }).click();
  await expect(await cell(page, "Di Quill", "timezone")).toHaveText("Europe/London, changed");
  await causeOf(page, /locale/i).getByRole("button", { name: "Fix all…" }).click();
  await expect(dialog(page)).toContainText("3 values of 3 people would change.");
  await expect(dialog(page).getByRole("row")).toHaveText([/Column/, "localeen_USen-US2", "localeen_GBen-GB1"]);
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(await cell(page, "Ana Quill", "locale")).toHaveText("en_US, Warning");
  await fixAll(page, /locale/i, "3 changes");
  await expect(await cell(page, "Ana Quill", "locale")).toHaveText("en-US, changed");
  await expect(causeOf(page, /locale/i)).toHaveCount(0);
  // Quoted stays quoted, and what needs quotes gets them.
  await edit(page, "Cy O", "lastName", 'O"Hara, Sr');
  await edit(page, "Ana Quill", "title", "Lead, all");

  const cured = OKTA.replace("bo@acme.co,", "bo@acme.com,")
    .replace("Londn", "London")
    .replaceAll("en_", "en-")
    .replace('"O""Hara"', '"O""Hara, Sr"')
    .replace(",Lead,", ',"Lead, all",');
  expect((await corrected(page)).bytes.toString()).toBe(cured);

  await step(page, "Take away").click();
  await expect(took(page).filter({ hasText: "users.csv" })).toContainText("7 values changed, every other byte as it is");
  await expect(region(page, "Take away").locator(".done li")).toHaveText([/Lead, all/, /O"Hara, Sr/, /^Fixed: .* 3 values/, /Europe\/London/, /bo@acme\.com/, /time zone/, /domain/]);
  for (let times = 0; times < 5; times += 1) {
    await undo(page).click();
    await expect(region(page, "Take away").locator(".done li")).toHaveCount(6 - times);
  }
  await expect(took(page).filter({ hasText: "users.csv" })).toContainText("as it is, byte for byte");
  expect((await corrected(page)).bytes.toString()).toBe(OKTA);
  for (let times = 0; times < 5; times += 1) {
    await redo(page).click();
    await expect(region(page, "Take away").locator(".done li")).toHaveCount(3 + times);
  }
  await expect(took(page).filter({ hasText: "users.csv" })).toContainText("7 values changed");
  expect((await corrected(page)).bytes.toString()).toBe(cured);
});

test("a Graph JSON, from the drop to the corrected export", async ({ page }) => {
  await check(page, file("users.json", GRAPH));
  expect((await corrected(page)).bytes.toString()).toBe(GRAPH);
  await fixAll(page, /locale/i, "2 changes");
  await (await cell(page, "José Berg", "country")).click();
  await bar(page).getByRole("button", { name: 'Use "Norway"' }).click();
  // What is null takes a text, and a key that is not there is added.
  await edit(page, "José Berg", "jobTitle", 'Rep "A"');
  await edit(page, "José Berg", "state", "Oslo");
  await edit(page, "Ana Li", "businessPhones", "(865) 365-1900; +1 425 555 0101");
  await expect(page.getByRole("button", { name: "Only changed (6 values)" })).toBeVisible();
  const { name, bytes } = await corrected(page);
  expect(name).toBe("users-corrected.json");
  expect(bytes.toString()).toBe(
    GRAPH.replaceAll("en_US", "en-US")
      .replace("Norge", "Norway")
      .replace('"jobTitle":null', '"jobTitle":"Rep \\"A\\""')
      .replace('"865-365-1900"', '"(865) 365-1900"')
      .replace('"accountEnabled":true}', '"accountEnabled":true,"state":"Oslo"}'),
  );
});

test("a download of Entra with its mark, from the drop to the corrected export", async ({ page }) => {
  const marked = `\uFEFF${ENTRA}`;
  await check(page, file("exportUsers.csv", marked));
  await expect(headline(page)).toContainText("1 blocked");
  expect((await corrected(page)).bytes.equals(Buffer.from(marked))).toBe(true);
  await (await cell(page, "Cy Diaz", "mail")).click();
  await bar(page).getByRole("button", { name: 'Use "cy@acme.com"' }).click();
  await expect(headline(page)).toContainText("All 3 people arrive");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(headline(page)).toContainText("1 blocked");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(headline(page)).toContainText("All 3 people arrive");
  await (await cell(page, "Bo Berg", "country")).click();
  await bar(page).getByRole("button", { name: 'Use "Australia"' }).click();
  await expect(await cell(page, "Bo Berg", "country")).toHaveText("Australia, changed");
  const { bytes } = await corrected(page);
  expect(bytes.equals(Buffer.from(marked.replace("Diaz,,Cy", "Diaz,cy@acme.com,Cy").replace("Australa", "Australia")))).toBe(true);
});

for (const [encoding, bytesOf] of [
  ["UTF-16 LE", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16 BE", (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
]) {
  test(`a file in ${encoding} stays in it`, async ({ page }) => {
    const text = OKTA.replace("Lead", "Líder 漢 😀");
    await check(page, raw("users.csv", bytesOf(text)));
    expect((await corrected(page)).bytes.equals(bytesOf(text))).toBe(true);
    await edit(page, "Cy O", "title", "Ünï 😀");
    await edit(page, "Bo Quill", "email", "bo@acme.com");
    await expect(headline(page)).toContainText("All 4 people arrive");
    expect((await corrected(page)).bytes.equals(bytesOf(text.replace('"Rep"', '"Ünï 😀"').replace("bo@acme.co,", "bo@acme.com,")))).toBe(true);
  });
}

test("Windows-1252 takes what it can hold; what it cannot is refused, and written as UTF-8 if so wanted", async ({ page }) => {
  const text = csv(row("Ana"), row("Bo")).replace("Quill", "Zoé");
  await check(page, raw("users.csv", Buffer.from(text, "latin1")));
  await edit(page, "Ana Zoé", "title", "Präsidentin");
  await expect(await cell(page, "Ana Zoé", "title")).toHaveText("Präsidentin, changed");
  const held = text.replace("Rep", "Präsidentin");
  expect((await corrected(page)).bytes.equals(Buffer.from(held, "latin1"))).toBe(true);
  await edit(page, "Bo Quill", "title", "漢字");
  await expect(await cell(page, "Bo Quill", "title")).toHaveText("漢字, changed");

  // It is said where the button is, not only where all that is taken away stands.
  await page.getByRole("button", { name: "Download corrected export" }).click();
  await expect(page.getByRole("alert")).toContainText("One new value holds characters that Windows-1252 cannot");
  await step(page, "Take away").click();
  await expect(page.getByRole("alert")).toContainText("Windows-1252 cannot");
  const { bytes } = await download(page, "Write it as UTF-8");
  expect(bytes.toString()).toBe(held.replace(",Rep,", ",漢字,"));
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await leaves(page)).toBe(true);
});

test("of several files each is corrected for itself", async ({ page }) => {
  const phones = "login,primaryPhone,title\r\nana@acme.com,865-365-1900,Boss\r\n";
  const users = csv(row("Ana", { phone: "" }), row("Bo", { domain: "acme.co" }));
  await check(page, [file("users.csv", users), file("phones.csv", phones)]);
  await rows(page).nth(2).getByRole("gridcell", { name: "865-365-1900" }).click();
  await bar(page).getByRole("button", { name: 'Use "(865) 365-1900"' }).click();
  await expect(page.getByRole("button", { name: "Only changed (1 value)" })).toBeVisible();
  // With the wish for all, only what was changed comes.
  const changed = await corrected(page);
  expect(changed.name).toBe("phones-corrected.csv");
  expect(changed.bytes.toString()).toBe(phones.replace("865-365-1900", "(865) 365-1900"));
  await step(page, "Take away").click();
  await expect(took(page).filter({ hasText: "users.csv" })).toContainText("as it is, byte for byte");
  expect((await download(page, "Download users.csv")).bytes.toString()).toBe(users);
});

test("a change without a column is kept, and said not to be in the file", async ({ page }) => {
  const users = 'login,firstName,lastName,email,title,manager\nana@acme.com,Ana,Li,ana@acme.com,Lead,\nbo@acme.com,Bo,Berg,bo@acme.com,Rep,"CN=Ana Li,OU=x"\n';
  await check(page, file("users.csv", users));
  await (await cell(page, "Bo Berg", "manager")).click();
  await expect(bar(page)).toContainText("manager/reference");
  await bar(page).getByRole("button", { name: 'Use "ana@acme.com"' }).click();
  await expect(bar(page)).not.toContainText("manager/reference");
  await step(page, "Take away").click();
  await expect(took(page).filter({ hasText: "users.csv" })).toContainText("1 change is for an attribute that this file has no column for");
  expect((await corrected(page)).bytes.toString()).toBe(users);
});

/// Whether leaving the page asks nothing.
async function leaves(page) {
  return page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    dispatchEvent(event);
    return !event.defaultPrevented;
  });
}

test("leaving asks while changes are in no file that was taken away", async ({ page }) => {
  await check(page, [file("users.csv", OKTA), file("more.csv", csv(row("Eve")))]);
  expect(await leaves(page)).toBe(true);
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await edit(page, "Eve Quill", "title", "Chief");
  await expect(page.getByRole("button", { name: "Only changed (2 values)" })).toBeVisible();
  expect(await leaves(page)).toBe(false);
  await step(page, "Take away").click();
  // One of two files is not all.
  await download(page, "Download users.csv");
  expect(await leaves(page)).toBe(false);
  await download(page, "Download more.csv");
  expect(await leaves(page)).toBe(true);
  await undo(page).click();
  expect(await leaves(page)).toBe(false);
  await undo(page).click();
  expect(await leaves(page)).toBe(true);

  await redo(page).click();
  const asked = new Promise((resolve) => page.once("dialog", (dialog) => dialog.dismiss().then(() => resolve(dialog.type()))));
  await page.evaluate(() => setTimeout(() => location.reload()));
  expect(await asked).toBe("beforeunload");
  await expect(region(page, "Take away")).toBeVisible();
});

test("changes outlive another domain, another file and a dead worker", async ({ page }) => {
  await check(page, file("users.csv", OKTA));
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await fixAll(page, /locale/i, "3 changes");
  await expect(headline(page)).toContainText("All 4 people arrive");
  const cured = OKTA.replace("bo@acme.co,", "bo@acme.com,").replaceAll("en_", "en-");

  await page.getByLabel("Primary domain").fill("acme.org");
  await expect(headline(page)).toContainText("0 of 4 people arrive");
  await expect(page.getByRole("button", { name: "Only changed (4 values)" })).toBeVisible();
  expect((await corrected(page)).bytes.toString()).toBe(cured);
  await undo(page).click();
  await expect(headline(page)).toContainText("All 4 people arrive");

  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("on purpose");
    });
  });
  await expect(page.getByRole("alert")).toContainText("started again");
  await expect(await cell(page, "Bo Quill", "email")).toHaveText("bo@acme.com, changed");
  expect((await corrected(page)).bytes.toString()).toBe(cured);

  await step(page, "Files").click();
  await exports(page).setInputFiles(file("more.csv", csv(row("Eve"))));
  await expect(headline(page)).toContainText("All 5 people arrive");
  expect((await corrected(page)).bytes.toString()).toBe(cured);
  // Undo still knows which values these were.
  await undo(page).click();
  await expect(await cell(page, "Ana Quill", "locale")).toHaveText("en_US, Warning");
  expect((await corrected(page)).bytes.toString()).toBe(OKTA.replace("bo@acme.co,", "bo@acme.com,"));
});

test("a cause is ignored, and judged again", async ({ page }) => {
  await check(page, file("users.csv", OKTA));
  await expect(causeOf(page, /domain/i).first().getByRole("button", { name: "Ignore" })).toHaveCount(0);
  await causeOf(page, /locale/i).getByRole("button", { name: "Ignore" }).click();
  await expect(region(page, "Review").getByRole("heading", { name: "Ignored" })).toBeVisible();
  await expect(causeOf(page, /locale/i)).toHaveCount(0);
  await expect(await cell(page, "Ana Quill", "locale")).toHaveText("en_US");
  await page.getByRole("button", { name: /^Judge again: .*locale/i }).click();
  await expect(causeOf(page, /locale/i)).toHaveCount(1);
  await expect(await cell(page, "Ana Quill", "locale")).toHaveText("en_US, Warning");
  await undo(page).click();
  await expect(causeOf(page, /locale/i)).toHaveCount(0);
  await undo(page).click();
  await expect(causeOf(page, /locale/i)).toHaveCount(1);
});

test("findings as a table are safe, whole, and those of the command line", async ({ page }, info) => {
  const path = info.outputPath("users.csv");
  await writeFile(path, OKTA);
  const words = ["check", path, "--domain", "acme.com", "--default-time-zone", "America/New_York", "--fail-on", "never", "--format"];
  const told = (format) => execFileSync(process.env.ROLLCALL_CLI, [...words, format], { stdio: ["ignore", "pipe", "ignore"] });
  await check(page, path);
  const table = (await download(page, "Download findings")).bytes;
  expect(table.equals(told("csv"))).toBe(true);
  await page.getByLabel("Format of the findings").selectOption("JSON");
  const json = await download(page, "Download findings");
  expect(json.name).toBe("rollcall-findings.json");
  expect(json.bytes.toString()).toBe(told("json").toString());
  const { summary, findings } = JSON.parse(json.bytes);
  const lines = table.toString().trimEnd().split(/\r?\n/).length - 1;
  expect(lines).toBe(findings.length);
  expect(lines).toBe(summary.errors + summary.warnings + summary.notices);

  // What a spreadsheet would reckon is told as text, and the corrected export keeps it as it is.
  await edit(page, "Di Quill", "locale", "=HYPERLINK(\"http://x\")");
  await expect(await cell(page, "Di Quill", "locale")).toContainText("=HYPERLINK");
  await page.getByLabel("Format of the findings").selectOption("CSV");
  const risky = (await download(page, "Download findings")).bytes.toString();
  expect(risky).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(risky).not.toMatch(/(^|,)"?[=+@-]\w/m);
  expect(risky).not.toContain("hunter2");
  expect((await corrected(page)).bytes.toString()).toContain('"=HYPERLINK(""http://x"")"');
});
