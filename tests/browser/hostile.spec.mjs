// A file that means harm: whatever it holds and is called, it is text on every screen and in everything that is taken away.
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { causeOf, cell, check, download, edit, everyone, exports, expect, headline, list, people, records, region, step, test, tree } from "./page.mjs";
import { commandLine } from "./told.mjs";

const NASTY = [
  "<img src=x onerror=globalThis.pwned=1>",
  '"><script>globalThis.pwned=1</script>',
  "<svg/onload=globalThis.pwned=1>",
  "</textarea></title></pre></option><iframe srcdoc='<script>parent.pwned=1</script>'>",
  "</style><style>*{display:none!important}</style>",
  "red;background:url(//evil.example/x)",
  "javascript:globalThis.pwned=1",
  "{{constructor.constructor('globalThis.pwned=1')()}} ${globalThis.pwned=1}",
  "%3Cscript%3EglobalThis.pwned=1%3C/script%3E &lt;b&gt;&amp;&#60;b&#62;",
  "\u202Egpj.exe\u202C \u2066isolated\u2069 \u200Fright",
  "zero\u200Bwidth\uFEFF \u2060joined so\u00ADft \u{E0041}\u{E0042}tag \u2028line",
  "\u001B[2J\u001B]0;pwned\u0007\u009B31m\u0008bell",
  '=HYPERLINK("http://evil.example","look")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\uFF1D1+1",
  "`rm -rf /` $(touch x) '; DROP TABLE people; --",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
];
const COLUMNS = ["__proto__", "constructor", "hasOwnProperty", ...NASTY.filter((text) => !/[\t\n]/.test(text)).slice(0, 12).map((text, at) => `${at} ${text}`)];
const HEAD = ["id", "login", "firstName", "lastName", "email", "title", "primaryPhone", "countryCode", "state", "locale", "timezone", "managerEmail", "groups", ...COLUMNS];

const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const table = (rows) => [HEAD, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");

/// A person for each text, who has it wherever a text can stand.
function person(text, at, part = (text) => text) {
  const own = `p${at}@acme.com`;
  return [`id-${at}`, own, part(text), `Quill${at}`, own, part(text), text, text, text, text, text, at === 0 ? "" : "p0@acme.com", `Sales;${text.replaceAll(";", ",")}`, ...COLUMNS.map(() => text)];
}
const USERS = table([
  ...NASTY.map((text, at) => person(text, at)),
  // An address that looks like one of the company's, and one that is turned around.
  ["id-h", "cyr@acme.com", "Cyr", "Illic", "cyr@\u0430cme.com", "Rep", "", "US", "NY", "en-US", "", "p0@acme.com", "Sales", ...COLUMNS.map(() => "")],
  ["id-t", "turn@acme.com", "Tur", "Ned", "\u202Emoc.emca@nrut", "Rep", "", "US", "NY", "en-US", "", "p\u200B0@acme.com", "Sales", ...COLUMNS.map(() => "")],
]);
const NAME = "\u202Evsc.<img src=x onerror=globalThis.pwned=1>=1+1.csv";
const file = (name, text) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });

const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
/// Of those, what acts on the direction of a line or on a terminal.
const TURNS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;
/// A text as the page shows it.
const shown = (text) => text.replaceAll(new RegExp(HIDDEN.source, "gu"), (char) => `[U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

/// What must be true of any screen.
async function safe(page, screen) {
  const found = await page.evaluate(() => {
    const all = [...document.querySelector("#rollcall").querySelectorAll("*")];
    const attributes = all.flatMap((element) => [...element.attributes].map(({ name, value }) => ({ element: element.localName, name, value })));
    const read = attributes.filter(({ name }) => /^(title|placeholder|label|aria-label|aria-description|alt)$/.test(name)).map(({ value }) => value);
    return {
      ran: globalThis.pwned,
      title: document.title,
      foreign: [...document.querySelectorAll("#rollcall :is(script, style, link, meta, base, img, image, iframe, object, embed, video, audio, source, template, math, foreignObject, use, animate, set, b, u, font, marquee)")].map((element) => element.outerHTML.slice(0, 100)),
      // Places and shares are set by scripts, as numbers.
      handlers: attributes.filter(({ name, value }) => name.startsWith("on") || (name === "style" && /url|expression|import|["'<>{}\\]/.test(value))).map(({ element, name, value }) => `${element} ${name}=${value.slice(0, 100)}`),
      links: attributes.filter(({ name, value }) => /^(href|src|action|formaction|xlink:href|srcset|ping)$/.test(name) && !/^(#[\w-]*|THIRD-PARTY\.txt)$/.test(value)).map(({ value }) => value),
      text: document.body.innerText,
      read,
      elements: all.length,
      hidden: !document.querySelector("h1")?.checkVisibility(),
    };
  });
  expect({ ran: found.ran, foreign: found.foreign, handlers: found.handlers, links: found.links, hidden: found.hidden, title: found.title }, screen).toEqual({ ran: undefined, foreign: [], handlers: [], links: [], hidden: false, title: "Rollcall" });
  const hides = [found.text, ...found.read].filter((text) => HIDDEN.test(text)).map((text) => JSON.stringify(text.slice(Math.max(0, text.search(HIDDEN) - 60), text.search(HIDDEN) + 60)));
  expect(hides, `${screen}: what hides is named`).toEqual([]);
  // What nobody can read is not drawn, so the page never stands still.
  expect(found.elements, `${screen}: elements`).toBeLessThan(12_000);
  expect(found.text.length, `${screen}: letters`).toBeLessThan(400_000);
}

const unfold = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/// Every screen with a check in it.
async function screens(page) {
  const look = (screen) => safe(page, screen);
  await step(page, "Files").click();
  await unfold(page);
  await look("files");
  await page.getByRole("button", { name: "local" }).click();
  await look("local");
  await page.keyboard.press("Escape");
  await step(page, "Review").click();
  await expect(region(page, "Review").locator(".example").first()).toBeVisible();
  await look("review");
  const all = page.getByRole("button", { name: "Show all causes" });
  if (await all.count()) await all.click();
  await look("all causes");
  await records(page).focus();
  for (let at = 0; at < 12; at += 1) await page.keyboard.press("F8");
  await look("a finding");
  await page.keyboard.press("F2");
  await look("an edited cell");
  await page.keyboard.press("Escape");
  const suggestions = region(page, "Review").getByRole("button", { name: "Look at all suggestions" });
  if (await suggestions.count()) {
    await suggestions.click();
    await expect(page.getByRole("dialog")).toContainText(/would change\.|For none of these/);
    await look("suggestions");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await step(page, "Time zones").click();
  await expect(region(page, "Time zones")).toBeVisible();
  await look("time zones");
  await step(page, "People").click();
  await expect(tree(page)).toBeVisible();
  await look("tree");
  await page.getByRole("radio", { name: "List" }).check();
  await expect(list(page)).toBeVisible();
  await look("list");
  await step(page, "Assignments").click();
  await look("assignments");
  await step(page, "Plan").click();
  await expect(region(page, "People of the plan")).toBeVisible();
  await look("plan");
  await step(page, "Take away").click();
  await look("take away");
}

test("a table of harm is text on every screen", async ({ page }) => {
  page.on("dialog", (dialog) => expect(dialog.type()).toBe("beforeunload"));
  await check(page, file(NAME, USERS));
  await screens(page);

  // Every person's panel says their texts as they are.
  await everyone(page);
  for (const [at, text] of NASTY.entries()) {
    await page.getByLabel("Find by name or email").fill(`p${at}@`);
    await expect(people(page)).toHaveCount(1);
    await expect(people(page).first()).toContainText(`p${at}@acme.com`);
    await people(page).first().click();
    const panel = page.getByRole("complementary");
    await expect(panel.getByRole("heading", { level: 2 })).toContainText(`Quill${at}`);
    await expect(panel.locator(".loading, .wait")).toHaveCount(0);
    await expect(panel).toContainText(shown(text.trim()).replace(/\s+/g, " "));
    await safe(page, `panel of ${text}`);
  }
  await page.keyboard.press("Escape");

  // A homoglyph is another domain, and is told.
  await page.getByLabel("Find by name or email").fill("cyr@");
  await expect(people(page)).toHaveCount(1);
  await expect(people(page).first()).toContainText("cyr@");
  await people(page).first().click();
  await expect(page.getByRole("complementary")).toContainText("Blocked");
});

test("earlier exports, settings and recipes of harm are text as well", async ({ page }) => {
  await check(page, file(NAME, USERS));
  // Someone else is harmful in the plan before.
  await step(page, "Plan").click();
  const before = table(NASTY.map((text, at) => person(text, at, (text) => `${text} before`)));
  await page.getByLabel("Earlier exports").setInputFiles(file(`before ${NAME}`, before));
  const planned = region(page, "People of the plan");
  await expect(region(page, "Plan")).not.toContainText("The first push");
  for (const [at] of NASTY.entries()) {
    const one = planned.getByRole("listitem").filter({ has: page.locator("summary") }).filter({ hasText: `p${at}@acme.com` }).first();
    await one.locator("summary").first().click();
    await one.getByText("What would be sent").click();
  }
  await safe(page, "plan with an earlier export");

  const harm = NASTY.map((text) => text.replace(/[\t]/g, " ").trim());
  const settings = {
    format: "rollcall-settings",
    formatVersion: 1,
    company: { primaryDomain: "acme.com", defaultTimeZone: "America/New_York" },
    catalog: { seats: harm.slice(0, 6).map((id) => ({ id })), workspaces: harm.slice(0, 6).map((id) => ({ id, permissionProfiles: [id] })) },
    assignments: harm.map((name, at) => ({ name, groups: [NASTY[at].replaceAll(";", ",").trim()], seats: at < 6 ? [name] : [], workspaces: at < 6 ? [{ workspace: name, permissionProfile: name }] : [] })),
  };
  await step(page, "Assignments").click();
  await page.getByLabel("Open settings file").setInputFiles(file(`${NAME}.json`, JSON.stringify(settings)));
  await expect(region(page, "Assignments").getByText("__proto__").first()).toBeVisible();
  await safe(page, "assignments of harm");
  for (const name of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
    await expect(page.locator(".panel ol.shares > li").filter({ has: page.getByText(name, { exact: true }) })).toContainText("1 person");
  }
  for (const at of [0, 4, 9, 19]) {
    await region(page, "Assignments").getByRole("button", { name: /^Edit / }).nth(at).click();
    await safe(page, `editor of ${harm[at]}`);
  }
  const kept = JSON.parse((await download(page, "Save")).bytes);
  expect(kept.assignments.map(({ name, groups }) => [name, ...groups])).toEqual(settings.assignments.map(({ name, groups }) => [name, ...groups]));
  await everyone(page);
  await safe(page, "list with assignments of harm");

  await step(page, "Take away").click();
  const steps = harm.flatMap((text, at) => [
    { person: { id: `id-${at}` }, attribute: "title", from: NASTY[at], to: `${text} now` },
    { person: { userName: text }, attribute: "title", from: text, to: text },
  ]);
  await page.getByLabel("Recipe", { exact: true }).setInputFiles(file(`${NAME}.json`, JSON.stringify({ format: "rollcall-recipe", formatVersion: 1, steps })));
  await expect(page.getByRole("dialog", { name: "Recipe" })).toBeVisible();
  await safe(page, "recipe");
  await page.getByRole("dialog").getByRole("button", { name: /^Apply/ }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await safe(page, "recipe applied");
  // Refused with its words.
  for (const [label, name] of [["Recipe", "recipe"], ["Open settings file", "settings"]]) {
    await step(page, label === "Recipe" ? "Take away" : "Assignments").click();
    await page.getByLabel(label, { exact: true }).setInputFiles(file(`${NAME}.json`, JSON.stringify({ format: NASTY[9], [NASTY[0]]: NASTY[10] })));
    await expect(page.getByRole("alert").first()).toContainText(".csv.json");
    await safe(page, `refused ${name}`);
  }
});

test("what is taken away is exact where it is read again, and harmless where it is opened", async ({ page }, info) => {
  await check(page, file("users.csv", USERS));
  expect((await download(page, "Download corrected export")).bytes.toString()).toBe(USERS);
  await edit(page, "Quill12", "lastName", "=1+2");
  await edit(page, "Quill13", "lastName", "@x");
  const cured = USERS.replace('"Quill12"', '"=1+2"').replace('"Quill13"', '"@x"');
  await expect(page.getByRole("button", { name: "Only changed (2 values)" })).toBeVisible();
  expect((await download(page, "Download corrected export")).bytes.toString()).toBe(cured);
  await step(page, "Take away").click();
  const imported = (await download(page, "Download Okta import")).bytes.toString();
  expect(imported).toContain("=1+2");
  expect(imported).not.toContain("'=1+2");

  const recipe = JSON.parse((await download(page, "Download recipe")).bytes);
  expect(recipe.steps.map(({ to }) => to).sort()).toEqual(["=1+2", "@x"]);
  // What is known to stay stays; of all else nothing is left that could do anything.
  const [head, ...redacted] = cells((await download(page, "Download redacted export")).bytes.toString());
  expect(redacted.length).toBe(NASTY.length + 2);
  const left = redacted.flatMap((row) => row.filter((cell, at) => !["countryCode", "state", "locale", "timezone"].includes(head[at]) && /pwned|onerror|HYPERLINK|calc|evil|DROP/.test(cell)));
  expect(left).toEqual([]);

  // A table for a spreadsheet: no cell is reckoned, and none is lost.
  const findings = cells((await download(page, "Download findings")).bytes.toString());
  expect(findings.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([]);
  await page.getByLabel("Format of the findings").selectOption("JSON");
  const exact = JSON.parse((await download(page, "Download findings")).bytes).findings;
  expect(findings.length - 1).toBe(exact.length);
  const values = new Set(exact.map((finding) => finding.value));
  for (const text of ["<img src=x onerror=globalThis.pwned=1>", '=HYPERLINK("http://evil.example","look")', "__proto__"]) expect(values).toContain(text);

  // What other programs open: the page for print is looked at here.
  const path = info.outputPath("users.csv");
  await writeFile(path, USERS);
  const html = await commandLine("check", path, "--format", "html", "--domain", "acme.com", "--fail-on", "never");
  const report = info.outputPath("report.html");
  await writeFile(report, html.stdout);
  const print = await page.context().newPage();
  const asked = [];
  print.on("request", (request) => asked.push(request.url()));
  await print.goto(pathToFileURL(report).href);
  expect(await print.evaluate(() => [globalThis.pwned, document.querySelectorAll("script, img, iframe, object, svg [onload], [onerror], [onload], base, form").length])).toEqual([undefined, 0]);
  const words = await print.evaluate(() => document.body.innerText);
  expect(words.includes("<img src=x onerror=globalThis.pwned=1>")).toBe(true);
  expect(words.match(TURNS)).toBe(null);
  expect(asked).toEqual([pathToFileURL(report).href]);
  await print.close();
});

/// The cells of a table whose quotes are doubled.
function cells(text) {
  const rows = [[""]];
  let isQuoted = false;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; at += 1) {
    const char = text[at];
    if (isQuoted) {
      if (char !== '"') rows.at(-1)[rows.at(-1).length - 1] += char;
      else if (text[at + 1] === '"') rows.at(-1)[rows.at(-1).length - 1] += text[(at += 1)];
      else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") rows.at(-1).push("");
    else if (char === "\n") rows.push([""]);
    else if (char !== "\r") rows.at(-1)[rows.at(-1).length - 1] += char;
  }
  return rows.filter((row) => row.length > 1);
}

test("keys and kinds that nobody expects in JSON are values like others", async ({ page }) => {
  const odd = [7, -1.5e300, true, false, null, [], ["a", 1, null], {}, { __proto__: null, deep: { deeper: [[]] } }, "", "null"];
  const users = odd.map((value, at) => ({ id: `o${at}`, displayName: `Odd ${at}`, givenName: `Odd${at}`, surname: "Quill", mail: `odd${at}@acme.com`, userPrincipalName: `odd${at}@acme.com`, jobTitle: value, state: value, country: value, preferredLanguage: value, businessPhones: value, mobilePhone: value, department: value }));
  const wrong = odd.map((value, at) => ({ id: value, displayName: `Wrong ${at}`, givenName: value, surname: value, mail: value, userPrincipalName: `wrong${at}@acme.com`, accountEnabled: value }));
  let text = JSON.stringify({ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", value: [...users, ...wrong] }, null, 1);
  // Keys that mean something to JavaScript, on people and on the list.
  text = text.replace('"id": "o0",', '"id": "o0", "__proto__": {"pwned": 1}, "constructor": {"prototype": {"pwned": 1}}, "hasOwnProperty": 1, "toString": "x", "<img src=x onerror=globalThis.pwned=1>": "\\u202e",');
  text = text.replace('"value": [', '"__proto__": {"pwned": 1}, "constructor": "x", "value": [');
  await check(page, file("users.json", text));
  expect(await page.evaluate(() => ({}).pwned)).toBeUndefined();
  await screens(page);
  await step(page, "Review").click();
  expect((await download(page, "Download corrected export")).bytes.toString()).toBe(text);
  for (const name of ["__proto__.pwned", "constructor.prototype.pwned", "hasOwnProperty", "toString"]) {
    await expect(await cell(page, "Odd0 Quill", name)).toBeVisible();
  }
  await edit(page, "Odd0 Quill", "toString", "__proto__");
  await edit(page, "Odd0 Quill", "jobTitle", '"},{"id":"forged"');
  const cured = (await download(page, "Download corrected export")).bytes.toString();
  const parsed = JSON.parse(cured).value;
  expect(parsed.length).toBe(users.length + wrong.length);
  expect([parsed[0].jobTitle, parsed[0].toString]).toEqual(['"},{"id":"forged"', "__proto__"]);
});

test("a cell of a megabyte is there whole, and draws no more than can be read", async ({ page }) => {
  const long = "A".repeat(1 << 20);
  const wide = (text) => ["id-1", "p1@acme.com", text, `Quill`, "p1@acme.com", text, text, "US", "NY", "en_US", text, "", "Sales", ...COLUMNS.map(() => text)];
  const users = table([person("x", 0), wide(long.slice(0, 60_000)), ["id-2", "p2@acme.com", "Bo", "Quill2", "p2@acme.com", long, "", "US", "NY", "en-US", "", "", long, ...COLUMNS.map(() => "")]]);
  await check(page, file("users.csv", users));
  await screens(page);
  await everyone(page);
  for (const at of [1, 2]) {
    await page.getByLabel("Find by name or email").fill(`p${at}@`);
    await expect(people(page)).toHaveCount(1);
    await people(page).first().click();
    await expect(page.getByRole("complementary")).toContainText("AAAA");
    await safe(page, `panel of ${at}`);
  }
  await step(page, "Review").click();
  await page.getByRole("button", { name: "Clear filter" }).first().click();
  await (await cell(page, "Bo Quill2", "title")).click();
  await safe(page, "cell in hand");
  await edit(page, "Bo Quill2", "state", "CA");
  const { bytes } = await download(page, "Download corrected export");
  expect(bytes.toString() === users.replace(/("p2@acme.com","A+","","US",)"NY"/, '$1"CA"'), "only the state differs").toBe(true);
});

test("a table as wide as can be is walked like any other, and a wider one is refused", async ({ page }) => {
  const names = Array.from({ length: 16_384 - 4 }, (_, at) => `column ${at}`);
  const users = (names) => `login,firstName,lastName,email,${names.join(",")}\np@acme.com,Ana,Quill,p@acme.com,${names.map((_, at) => at).join(",")}\n`;
  await check(page, file("users.csv", users(names)));
  await expect(records(page)).toHaveAttribute("aria-colcount", String(16_384 + 2));
  await screens(page);
  await step(page, "Review").click();
  await records(page).focus();
  await page.keyboard.press("End");
  await expect(records(page).getByRole("columnheader", { name: names.at(-1), exact: true })).toBeInViewport();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("last");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Only changed (1 value)" })).toBeVisible();
  expect((await download(page, "Download corrected export")).bytes.toString() === users(names).replace(/16379\n$/, "last\n")).toBe(true);

  await step(page, "Files").click();
  await page.getByRole("button", { name: "Remove users.csv" }).click();
  await exports(page).setInputFiles(file("wider.csv", users([...names, "one", "more"])));
  await expect(headline(page)).toContainText("No file could be read");
  await step(page, "Files").click();
  await expect(region(page, "Files")).toContainText("more than 16384 columns");
});
