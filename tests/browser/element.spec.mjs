// The element <roll-call> in pages of other people.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { csv, expect, file, row, step, test } from "./page.mjs";
import { drop, element, heard, host } from "./host.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const COMPANY = 'primary-domain="acme.com" default-time-zone="America/New_York"';
const THREE = csv(row("Ana"), row("Bo", { domain: "acme.co", manager: "ana@acme.com" }), row("Cy", { manager: "ana@acme.com" }));
const SETTINGS = { format: "rollcall-settings", formatVersion: 1, company: { primaryDomain: "acme.com", defaultTimeZone: "America/New_York" }, assignments: [{ name: "Sales", groups: ["Sales"] }] };

const headline = (page, nth = 0) => element(page, nth).locator(".headline");

test("an element under the strictest policy checks a file, and tells counts alone", async ({ page }) => {
  await host(page, `<roll-call ${COMPANY}></roll-call>`);
  await drop(page, "users.csv", THREE);
  await expect(headline(page)).toContainText("2 of 3 people arrive");
  expect(await heard(page, "ready")).toEqual([null]);
  const [counts] = await heard(page, "checked");
  expect(counts).toMatchObject({ profiles: 3, imported: 2, blocked: 1, inactive: 0, outOfScope: 0, errors: 1 });
  expect(Object.values(counts).every(Number.isInteger)).toBe(true);
  for (const name of ["Time zones", "People", "Assignments", "Plan", "Take away", "Files"]) {
    await step(page, name).click();
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }
  // The address is the page's around.
  expect(new URL(page.url()).hash).toBe("");
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test("several elements know nothing of each other", async ({ page }) => {
  await host(page, `<roll-call ${COMPANY}></roll-call><roll-call primary-domain="acme.co" default-time-zone="Europe/Paris"></roll-call>`);
  await drop(page, "users.csv", THREE, 0);
  await drop(page, "users.csv", THREE, 1);
  await expect(headline(page, 0)).toContainText("2 of 3 people arrive");
  await expect(headline(page, 1)).toContainText("1 of 3 people arrive");
  await element(page, 0).getByRole("link", { name: "People" }).click();
  await expect(element(page, 0).getByRole("region", { name: "People", exact: true })).toBeVisible();
  await expect(element(page, 1).getByRole("region", { name: "Review", exact: true })).toBeVisible();
  await element(page, 1).evaluate((gone) => gone.remove());
  await element(page, 0).getByRole("link", { name: "Review" }).click();
  await expect(element(page, 0).getByRole("region", { name: "Review", exact: true })).toBeVisible();
});

test("an element that is moved keeps its people; one that is removed and put back begins anew", async ({ page }) => {
  await host(page, `<div id="here"><roll-call ${COMPANY}></roll-call></div><div id="there"></div>`);
  await drop(page, "users.csv", THREE);
  await expect(headline(page)).toContainText("2 of 3");
  await page.evaluate(() => document.querySelector("#there").append(document.querySelector("roll-call")));
  await expect(headline(page)).toContainText("2 of 3");
  await step(page, "People").click();
  await expect(page.getByRole("treegrid", { name: "Hierarchy" })).toContainText("Ana Quill");
  await page.evaluate(async () => {
    const element = document.querySelector("roll-call");
    element.remove();
    await new Promise((done) => setTimeout(done));
    document.querySelector("#here").append(element);
    await element.ready;
  });
  await expect(element(page).getByRole("heading", { level: 1 })).toContainText("Who arrives in Gong");
  await drop(page, "users.csv", THREE);
  await expect(headline(page)).toContainText("2 of 3");
  await expect.poll(() => page.workers().length).toBe(1);
});

test("fifty times there and gone leave nothing behind", async ({ page }) => {
  const requests = [];
  await host(page, `<div id="place"></div>`);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const cycles = (times, text) =>
    page.evaluate(
      async ([times, text]) => {
        const place = document.querySelector("#place");
        for (let at = 0; at < times; at += 1) {
          const element = document.createElement("roll-call");
          element.setAttribute("primary-domain", "acme.com");
          place.append(element);
          await element.ready;
          // Gone while it checks, while it shows what it found, and at once.
          if (at % 3 === 0) element.check([new File([text], "users.csv")]).catch(() => {});
          if (at % 3 === 1) await element.check([new File([text], "users.csv")]);
          element.remove();
        }
        await new Promise((done) => setTimeout(done, 100));
      },
      [times, text],
    );
  const measure = async () => {
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  await cycles(10, THREE);
  await expect.poll(() => page.workers().length).toBe(0);
  const before = await measure();
  page.on("request", (request) => requests.push(request.url()));
  await cycles(50, THREE);
  await expect.poll(() => page.workers().length).toBe(0);
  // What is under way is over at some time; then nothing is there that was not there before.
  await expect.poll(async () => (await measure()).nodes).toBeLessThan(before.nodes + 200);
  const after = await measure();
  expect(after.listeners).toBeLessThan(before.listeners + 20);
  expect(after.heap).toBeLessThan(before.heap + 2_000_000);
  // Each worker reads its own script, from what the browser has; nothing else is asked for.
  expect(requests.filter((url) => !/\/(worker|engine|desk|file|link|crew)\.js$/.test(url))).toEqual([]);
});

test("properties that were set before the element was known are kept", async ({ page }) => {
  await host(page, `<roll-call view="settings"></roll-call>`, { head: "" });
  await page.evaluate((settings) => {
    const element = document.querySelector("roll-call");
    Object.assign(element, { settings, groups: ["Sales", "Support"], members: new Blob(["Name,Email\nZed,zed@acme.com\n"]), busy: true });
  }, SETTINGS);
  await page.evaluate(() => import("/define.js"));
  await page.evaluate(() => document.querySelector("roll-call").ready);
  await expect(element(page).getByRole("button", { name: "Saving…" })).toBeDisabled();
  await expect(element(page)).toHaveAttribute("busy", "");
  await expect(element(page).getByLabel("Primary domain")).toHaveValue("acme.com");
  const told = await element(page).evaluate(({ settings, groups, members }) => ({ settings, groups, members: members.size }));
  expect(told.settings.assignments).toMatchObject([{ name: "Sales", groups: ["Sales"] }]);
  expect([told.groups, told.members]).toEqual([["Sales", "Support"], 28]);
});

test("a host's settings page: its groups are offered, it takes what is saved, and shows that it saves", async ({ page }) => {
  await host(page, `<roll-call view="settings"></roll-call>`);
  await element(page).evaluate((element, settings) => Object.assign(element, { settings, groups: ["Sales", "Support"] }), SETTINGS);
  const save = element(page).getByRole("button", { name: "Save", exact: true });
  await expect(save).toBeEnabled();
  await expect(element(page).getByRole("navigation", { name: "Steps" })).toHaveCount(0);
  await expect(element(page)).toContainText("nothing is kept in this browser");
  await element(page).getByLabel("Primary domain").fill("acme.org");
  await element(page).getByLabel("Primary domain").press("Enter");
  await expect(element(page)).toContainText("Unsaved changes");
  await expect.poll(async () => (await heard(page, "settings-change")).at(-1)?.settings.company.primaryDomain).toBe("acme.org");
  expect(await element(page).evaluate((element) => element.settings.company.primaryDomain)).toBe("acme.org");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  // The page around takes them, at once.
  await element(page).evaluate((element) => element.addEventListener("rollcall-save", (event) => event.preventDefault(), { once: true }));
  await save.click();
  await expect(element(page)).toContainText("The settings are saved.");
  await expect(element(page)).not.toContainText("Unsaved changes");
  expect((await heard(page, "save"))[0].settings.company.primaryDomain).toBe("acme.org");

  // It takes its time, and then it cannot.
  await element(page).getByLabel("Primary domain").fill("acme.net");
  await element(page).getByLabel("Primary domain").press("Enter");
  await element(page).evaluate((element) => {
    element.addEventListener("rollcall-save", (event) => {
      event.preventDefault();
      event.detail.waitUntil(new Promise((_, reject) => (globalThis.refuse = () => reject(new Error("The server is asleep.")))));
    }, { once: true });
  });
  await save.click();
  await expect(element(page).getByRole("button", { name: "Saving…" })).toBeDisabled();
  await page.evaluate(() => globalThis.refuse());
  await expect(element(page).getByRole("alert")).toContainText("Not saved. The server is asleep.");
  await expect(element(page)).toContainText("Unsaved changes");
  await expect(save).toBeEnabled();

  // Nobody takes them: they are downloaded.
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  expect(JSON.parse(readFileSync(await download.path(), "utf8")).company.primaryDomain).toBe("acme.net");
});

test("settings that are none are refused, with the place, and nothing is lost", async ({ page }) => {
  await host(page, `<div id="place"></div>`);
  await page.evaluate(() => document.querySelector("#place").append(Object.assign(document.createElement("roll-call"), { settings: { company: { primaryDomain: 7 } } })));
  await expect(element(page).getByRole("alert")).toContainText("At /company/primaryDomain");
  expect((await heard(page, "error"))[0].message).toContain("/company/primaryDomain");
  await element(page).evaluate((element, settings) => (element.settings = settings), SETTINGS);
  const thrown = await element(page).evaluate((element) => {
    try {
      element.settings = { assignments: 3 };
    } catch (error) {
      return error.message;
    }
  });
  expect(thrown).toContain("/assignments");
  expect(await element(page).evaluate((element) => element.settings.assignments.length)).toBe(1);
});

test("what is changed while the page around saves is not saved", async ({ page }) => {
  await host(page, `<roll-call view="settings"></roll-call>`);
  await element(page).evaluate((element, settings) => {
    element.settings = settings;
    element.addEventListener("rollcall-save", (event) => {
      event.preventDefault();
      event.detail.waitUntil(new Promise((done) => (globalThis.done = done)));
      globalThis.waitUntil = event.detail.waitUntil;
    });
  }, SETTINGS);
  const type = async (domain) => {
    await element(page).getByLabel("Primary domain").fill(domain);
    await element(page).getByLabel("Primary domain").press("Enter");
  };
  await type("one.com");
  await element(page).getByRole("button", { name: "Save", exact: true }).click();
  await type("two.com");
  await page.evaluate(() => globalThis.done());
  await expect(element(page)).toContainText("The settings are saved.");
  await expect(element(page)).toContainText("Unsaved changes");
  await type("one.com");
  await expect(element(page)).not.toContainText("Unsaved changes");
  expect(await page.evaluate(() => { try { globalThis.waitUntil(1); } catch (error) { return error.name; } })).toBe("InvalidStateError");
});

test("a page around that says it is busy is waited for until it is not", async ({ page }) => {
  await host(page, `<roll-call view="settings"></roll-call>`);
  await element(page).evaluate((element, settings) => {
    element.settings = settings;
    element.addEventListener("rollcall-save", (event) => {
      event.preventDefault();
      element.busy = true;
    });
  }, SETTINGS);
  await element(page).getByLabel("Primary domain").fill("one.com");
  await element(page).getByLabel("Primary domain").press("Enter");
  await element(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(element(page).getByRole("button", { name: "Saving…" })).toBeDisabled();
  await expect(element(page)).toContainText("Unsaved changes");
  await element(page).evaluate((element) => (element.busy = false));
  await expect(element(page)).toContainText("The settings are saved.");
  await expect(element(page)).not.toContainText("Unsaved changes");
});

test("settings win over attributes whenever they come, and attributes fill what they leave open", async ({ page }) => {
  await host(page, `<roll-call id="early" ${COMPANY}></roll-call><roll-call id="late" ${COMPANY}></roll-call>`, { head: "" });
  const settings = { ...SETTINGS, company: { primaryDomain: "settings.com" } };
  await page.evaluate((settings) => (document.querySelector("#early").settings = settings), settings);
  await page.evaluate(() => import("/define.js"));
  await page.evaluate(async (settings) => {
    const late = document.querySelector("#late");
    await late.ready;
    late.settings = settings;
  }, settings);
  for (const nth of [0, 1]) {
    const { company } = await element(page, nth).evaluate((element) => element.ready.then(() => element.settings));
    expect(company).toMatchObject({ primaryDomain: "settings.com", defaultTimeZone: "America/New_York" });
  }
  // What is said later counts at once, is nobody's change, and no undo takes it back.
  await element(page).getByRole("link", { name: "Assignments" }).click();
  await element(page).getByRole("button", { name: "Add assignment" }).click();
  await element(page).evaluate((element) => (element.defaultTimeZone = "Europe/Paris"));
  await element(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => element(page).evaluate((element) => [element.settings.company.defaultTimeZone, element.settings.assignments.length])).toEqual(["Europe/Paris", 1]);
  await expect(element(page)).not.toContainText("Unsaved changes");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("settings.com");
});

test("what the browser keeps of an element is without attributes, and apart for each id", async ({ page }) => {
  await host(page, `<roll-call id="one" view="full" primary-domain="tenant.com"></roll-call><roll-call id="two"></roll-call>`);
  await element(page, 0).getByLabel("Default time zone").fill("Europe/Paris");
  await element(page, 0).getByLabel("Default time zone").press("Enter");
  await element(page, 1).getByLabel("Default time zone").fill("Asia/Tokyo");
  await element(page, 1).getByLabel("Default time zone").press("Enter");
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).length)).toBeGreaterThan(1);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("tenant.com");
  await page.reload();
  await expect(element(page, 0).getByLabel("Default time zone")).toHaveValue("Europe/Paris");
  await expect(element(page, 0).getByLabel("Primary domain")).toHaveValue("tenant.com");
  await expect(element(page, 1).getByLabel("Default time zone")).toHaveValue("Asia/Tokyo");
});

test("settings that stand in an element are there when it is put back, saved or not", async ({ page }) => {
  await host(page, `<roll-call view="settings"></roll-call>`);
  const back = () =>
    page.evaluate(async () => {
      const element = document.querySelector("roll-call") ?? globalThis.gone;
      element.remove();
      await new Promise((done) => setTimeout(done));
      document.body.append(element);
      await element.ready;
    });
  // Typed a moment before, and nobody has it but the element.
  await element(page).getByLabel("Primary domain").fill("nobody.com");
  await back();
  await expect(element(page).getByLabel("Primary domain")).toHaveValue("nobody.com");
  await element(page).evaluate((element, settings) => (element.settings = settings), SETTINGS);
  await expect(element(page)).not.toContainText("Unsaved changes");
  await element(page).getByRole("button", { name: "Add assignment" }).click();
  await back();
  await expect(element(page)).toContainText("Unsaved changes");
  expect(await element(page).evaluate((element) => element.settings.assignments.length)).toBe(2);
  // Settings that could not be used are not overwritten without a word.
  await element(page).evaluate(async (element) => {
    element.remove();
    await new Promise((done) => setTimeout(done));
    element.settings = { format: "rollcall-settings", formatVersion: 9 };
    document.body.append(element);
    element.addEventListener("rollcall-save", (event) => event.preventDefault());
    return element.ready;
  });
  await back();
  await expect(element(page).getByRole("alert")).toContainText("/formatVersion");
  await element(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(element(page).getByRole("alert").last()).toContainText("Press Save again");
  expect(await heard(page, "save")).toEqual([]);
  await element(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(element(page)).toContainText("The settings are saved.");
  expect((await heard(page, "save")).length).toBe(1);
});

test("the element plans, from an earlier export or from none, as the command line does", async ({ page }, info) => {
  await host(page, `<roll-call ${COMPANY}></roll-call>`);
  const before = csv(row("Ana"), row("Bo"), row("Dee"));
  const after = csv(row("Ana").replace("Rep", "Lead"), row("Cy"), row("Dee"));
  const plan = (...args) =>
    element(page).evaluate(async (element, [before, after, options]) => {
      const files = (text, name) => (text === null ? null : [new File([text], name)]);
      return element.plan(files(before, "before.csv"), files(after, "after.csv"), options).catch(({ name, message }) => ({ name, message }));
    }, args);
  for (const [name, text] of [["before.csv", before], ["after.csv", after]]) writeFileSync(info.outputPath(name), text);
  const told = (...words) => {
    const flags = ["--after", info.outputPath("after.csv"), "--domain", "acme.com", "--default-time-zone", "America/New_York", "--format", "json"];
    try {
      return JSON.parse(execFileSync(resolve(process.env.ROLLCALL_CLI), ["plan", ...words, ...flags], { stdio: ["ignore", "pipe", "ignore"] }));
    } catch ({ status, stdout }) {
      // The guard: one of three loses access.
      expect(status).toBe(1);
      return JSON.parse(stdout);
    }
  };
  const earlier = ["--before", info.outputPath("before.csv")];
  const made = await plan(before, after);
  expect(made).toEqual(told(...earlier));
  expect(made.summary).toEqual({ create: 1, update: 1, deactivate: 1, reactivate: 0, none: 1, skip: 0 });
  expect(await plan(before, after, { cutOver: true })).toEqual(told(...earlier, "--cut-over"));
  // None of what was there before has a part in it.
  expect(await plan(null, after)).toEqual(told());
  expect((await plan(null, after)).firstPush).toBe(true);
  expect(await plan("<html>", after)).toMatchObject({ name: "UnreadableError" });
  expect(await plan(null, after, { cutOver: true })).toMatchObject({ name: "TypeError" });
});

test("a call that comes before the views is answered when they are there, whatever the attributes say", async ({ page }) => {
  await host(page, "");
  const profiles = await page.evaluate(async (text) => {
    const element = document.createElement("roll-call");
    element.setAttribute("primary-domain", "acme.com");
    element.setAttribute("default-time-zone", "America/New_York");
    document.body.append(element);
    const told = await element.check([new File([text], "export.csv")]).catch(({ message }) => message);
    return told.summary?.profiles ?? told;
  }, csv(row("Ana"), row("Bo")));
  expect(profiles).toBe(2);
});

test("a call comes to an end, whatever becomes of the element and its files", async ({ page }) => {
  await host(page, `<div id="place"></div>`);
  const ends = await page.evaluate(async (text) => {
    const file = () => [new File([text], "users.csv")];
    const place = document.querySelector("#place");
    const name = (error) => error.name;
    const element = document.createElement("roll-call");
    place.append(element);
    const early = element.check(file()).catch(name);
    element.remove();
    const ends = [await early];
    // Asked while it is away, it begins when it is back.
    const later = element.check(file());
    place.append(element);
    ends.push((await later).summary.profiles);
    ends.push(await element.check([]).catch((error) => error.message));
    return ends;
  }, THREE);
  expect(ends).toEqual(["AbortError", 3, "There is no file to check."]);
  await expect(element(page).locator(".headline")).toHaveCount(0);
  const pending = element(page).evaluate((element, text) => element.check([new File([text.repeat(2000)], "users.csv")]).catch((error) => error.message), THREE);
  await step(page, "Files").click();
  await element(page).getByRole("button", { name: "Remove users.csv" }).click();
  expect(["There is no file to check.", "object"]).toContain(typeof (await pending) === "object" ? "object" : await pending);
});

test("everything that was taken away can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await host(page, `<roll-call ${COMPANY}></roll-call>`);
  await element(page).getByLabel("Profile exports").setInputFiles([file("a.csv", csv(row("Ana"))), file("b.csv", csv(row("Bo")))]);
  await expect(headline(page)).toContainText("2 people arrive");
  await step(page, "Take away").click();
  await element(page).getByRole("button", { name: "Download corrected export" }).click();
  await expect(element(page).getByRole("button", { name: "Copy", exact: true })).toHaveCount(2);
  const one = element(page).locator(".offer").filter({ hasText: "a-corrected.csv" });
  await one.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(one).toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(csv(row("Ana")));
});

test("a click that leaves a field is not lost, and Save keeps the focus", async ({ page }) => {
  await host(page, `<roll-call view="settings"></roll-call>`);
  await element(page).evaluate((element, settings) => {
    element.settings = settings;
    element.addEventListener("rollcall-save", (event) => event.detail.waitUntil(new Promise((done) => (globalThis.done = done))));
  }, SETTINGS);
  const domain = element(page).getByLabel("Primary domain");
  await domain.fill("not a domain");
  await domain.press("Enter");
  await expect(domain).toHaveAttribute("aria-invalid", "true");
  const refused = await element(page).evaluate((element, text) => element.check([new File([text], "users.csv")]).catch((error) => [error.name, error.path]), THREE);
  expect(refused).toEqual(["SettingsError", "/company/primaryDomain"]);
  await domain.fill("acme.com");
  await element(page).getByRole("button", { name: "Add assignment" }).click();
  await expect.poll(() => element(page).evaluate((element) => element.settings.assignments.length)).toBe(2);
  await expect(domain).not.toHaveAttribute("aria-invalid");
  const save = element(page).getByRole("button", { name: "Save", exact: true });
  await save.focus();
  await page.keyboard.press("Enter");
  await expect(element(page).getByRole("button", { name: "Saving…" })).toBeFocused();
  await page.evaluate(() => globalThis.done());
  await expect(save).toBeFocused();
  await expect(save).toBeEnabled();
});

test("groups that only the page around knows are known", async ({ page }) => {
  await host(page, `<roll-call view="settings"></roll-call>`);
  const settings = { ...SETTINGS, assignments: [{ name: "Sales", groups: ["Sales"] }, { name: "Other", groups: ["Nobody's"] }] };
  await element(page).evaluate((element, settings) => Object.assign(element, { settings, groups: ["Sales", "Support"] }), settings);
  await drop(page, "users.csv", THREE);
  await expect(element(page).locator("#who-gets-what")).toContainText("2 people");
  await element(page).getByRole("button", { name: "Edit Other" }).click();
  await expect(element(page).getByLabel("New group").last()).toBeVisible();
  const offered = await element(page).evaluate((element) => [...element.shadowRoot.querySelectorAll("datalist option")].map((option) => option.value));
  expect(offered).toEqual(expect.arrayContaining(["Sales", "Support"]));
});

test("people already in Gong come from the page around, and managers are found among them", async ({ page }) => {
  await host(page, `<roll-call view="check" ${COMPANY}></roll-call>`);
  await element(page).evaluate((element) => (element.members = new Blob(["Name,Email\nZed Quill,zed@acme.com\n"])));
  await drop(page, "users.csv", csv(row("Ana", { manager: "zed@acme.com" })));
  await expect(headline(page)).toContainText("arrive");
  await step(page, "People").click();
  await expect(page.getByRole("treegrid", { name: "Hierarchy" })).toContainText("Zed Quill");
  await expect(step(page, "Assignments")).toHaveCount(0);
  await step(page, "Take away").click();
  await expect(element(page).getByRole("link", { name: "To the settings file" })).toHaveCount(0);
  await step(page, "Files").click();
  await expect(element(page)).toContainText("gives the people already in Gong");
});

test("a call checks files and gives the command line's report", async ({ page }) => {
  await host(page, `<roll-call ${COMPANY}></roll-call>`);
  const report = await element(page).evaluate((element, text) => element.check([new File([text], "users.csv")], { profiles: true }), THREE);
  const path = test.info().outputPath("users.csv");
  writeFileSync(path, THREE);
  const cli = resolve(process.env.ROLLCALL_CLI);
  const args = ["check", path, "--format", "json", "--profiles", "--fail-on", "never", "--domain", "acme.com", "--default-time-zone", "America/New_York"];
  expect(report).toEqual(JSON.parse(execFileSync(cli, args, { encoding: "utf8" })));
  const bare = await element(page).evaluate((element, text) => element.check([new File([text], "users.csv")], { findings: false }), THREE);
  expect(bare).toEqual({ ...bare, summary: report.summary, inputs: report.inputs });
  expect(Object.keys(bare)).not.toContain("findings");

  const refused = await element(page).evaluate((element) => element.check([new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])], "photo.csv")]).catch((error) => error.message));
  expect(refused).toContain("photo.csv");
  // Events name no file.
  expect(JSON.stringify(await heard(page, "error"))).not.toContain("photo");
  const mixed = await element(page).evaluate((element, text) => element.check([new File([text], "users.csv"), new File([new Uint8Array([137, 80, 78, 71])], "photo.csv")]).catch((error) => error.name), THREE);
  expect(mixed).toBe("UnreadableError");
  expect(await element(page).evaluate((element) => element.check(["users.csv"]).catch((error) => error.name))).toBe("TypeError");
  const replaced = await element(page).evaluate(async (element, text) => {
    const first = element.check([new File([text], "a.csv")]).catch((error) => error.name);
    const second = await element.check([new File([text], "b.csv")]);
    return [await first, second.inputs.map((input) => input.name)];
  }, THREE);
  expect(replaced).toEqual(["AbortError", ["b.csv"]]);
});

test("the page around says how it looks, and nothing of it leaks in or out", async ({ page }) => {
  const css = "* { letter-spacing: 3px } body { font: 30px serif; color: red } button, h1 { background: lime } roll-call { --rollcall-accent: rgb(1, 2, 3); --rollcall-radius: 0px } roll-call::part(top) { background: rgb(4, 5, 6) }";
  await host(page, `<button id="theirs">Theirs</button><roll-call theme="dark" ${COMPANY}></roll-call>`, { css });
  const title = element(page).getByRole("heading", { level: 1 });
  await expect(title).toHaveCSS("letter-spacing", /-0\.56px/);
  await expect(title).not.toHaveCSS("background-color", "rgb(0, 255, 0)");
  await expect(element(page).locator(".top")).toHaveCSS("background-color", "rgb(4, 5, 6)");
  await expect(element(page).getByRole("button", { name: "Try with sample data" })).toHaveCSS("border-radius", "0px");
  await expect(element(page).locator("#rollcall")).toHaveCSS("background-color", "rgb(14, 16, 20)");
  await element(page).evaluate((element) => (element.theme = "light"));
  await expect(element(page).locator("#rollcall")).toHaveCSS("background-color", "rgb(246, 247, 249)");
  await expect(page.locator("#theirs")).toHaveCSS("font-size", "13.3333px");
  await expect(page.locator("#theirs")).toHaveCSS("background-color", "rgb(0, 255, 0)");
});

test("keys outside of the element are the page's around", async ({ page }) => {
  await host(page, `<input id="theirs"><roll-call view="settings"></roll-call>`);
  await element(page).evaluate((element, settings) => (element.settings = settings), SETTINGS);
  const assignments = () => element(page).evaluate((element) => element.settings.assignments.map(({ name }) => name));
  await element(page).getByRole("button", { name: "Add assignment" }).click();
  await expect.poll(assignments).toEqual(["Sales", "New assignment"]);
  await page.locator("#theirs").focus();
  await page.keyboard.press("Control+z");
  expect(await assignments()).toEqual(["Sales", "New assignment"]);
  await element(page).getByRole("heading", { name: "Assignments" }).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(assignments).toEqual(["Sales"]);
});

test("in a sandbox without downloads and storage everything works, is said, and can be copied", async ({ page, baseURL }) => {
  // A frame of an origin of its own may run nothing but what allows everyone.
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), "Access-Control-Allow-Origin": "*" } });
  });
  const inner = `<!doctype html><title>Inner</title><script type="module" src="${baseURL}define.js"></script><roll-call ${COMPANY}></roll-call>`;
  await page.route("**/inner.html", (route) => route.fulfill({ body: inner, contentType: "text/html" }));
  await host(page, `<iframe id="frame" sandbox="allow-scripts" src="/inner.html" width="1000" height="800"></iframe>`, { policy: "default-src 'self'; script-src 'self'; frame-src 'self'" });
  const frame = page.frameLocator("#frame").locator("roll-call");
  await frame.getByLabel("Profile exports").setInputFiles(file("users.csv", THREE));
  await expect(frame.locator(".headline")).toContainText("2 of 3 people arrive");
  await frame.getByRole("link", { name: "Assignments" }).click();
  await frame.getByLabel("Primary domain").fill("acme.org");
  await frame.getByLabel("Primary domain").press("Enter");
  await expect(frame).toContainText("This browser keeps nothing");
  await frame.getByRole("button", { name: "Save", exact: true }).click();
  await expect(frame).toContainText("If this page may not download, copy it");
  await frame.getByRole("button", { name: "Copy", exact: true }).click();
  // The clipboard is out of reach there: the text is marked, to be copied by hand.
  const text = frame.getByRole("textbox", { name: /may not be put on the clipboard/ });
  await expect(text).toBeFocused();
  expect(JSON.parse(await text.inputValue()).company.primaryDomain).toBe("acme.org");
});

test("a module that is missing is said, and tried again at a click", async ({ page }) => {
  let missing = true;
  await page.route("**/app_bg.wasm", (route) => (missing ? route.fulfill({ status: 200, contentType: "application/wasm", body: "broken on purpose" }) : route.continue()));
  await host(page, `<roll-call></roll-call>`);
  await expect(element(page).getByRole("alert")).toContainText("Rollcall could not start: ");
  expect((await heard(page, "error"))[0].message).toContain("could not start");
  missing = false;
  await element(page).getByRole("button", { name: "Try again" }).click();
  await expect(element(page).getByRole("heading", { level: 1 })).toContainText("Who arrives in Gong");
});

for (const theme of ["light", "dark"]) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the host's policy would refuse.
    test.use({ bypassCSP: true });

    test(`axe finds nothing in any view, ${theme}`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      await host(page, ["full", "settings", "check"].map((view) => `<roll-call view="${view}" theme="${theme}" ${COMPANY}></roll-call>`).join(""));
      for (const nth of [0, 1, 2]) {
        await drop(page, "users.csv", THREE, nth);
        await expect(headline(page, nth)).toContainText("2 of 3");
      }
      // That regions of several elements have unlike names is the host's to say, not that of one element.
      const rules = { "landmark-unique": { enabled: false } };
      const { violations } = await page.evaluate((rules) => globalThis.axe.run("roll-call", { resultTypes: ["violations"], rules }), rules);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`)).toEqual([]);
    });
  });
}
