// Everybody gets through: what axe says of the states that no other test shows it, what a screen reader is told, keys alone, and
// the settings of those who see or move otherwise. docs/accessibility.md tells which test stands for which criterion.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { branches, causeOf, cell, check, csv, edit, everyone, expect, exports, file, headline, list, LOOKS, people, records, region, row, rows, step, tabTo, test, tree, undo } from "./page.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const raw = (name, text, encoding) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text, encoding) });

const USERS = csv(
  row("Ana"),
  row("Bo", { domain: "acme.co", manager: "ana@acme.com" }),
  row("Cy", { zone: "-05:00", phone: "865-365-1900", manager: "bo@acme.co" }),
  row("Di", { zone: "Europe/Londn", manager: "cy@acme.com" }),
).replaceAll("en-US", "en_US");
const RECIPE = JSON.stringify({ format: "rollcall-recipe", formatVersion: 1, steps: [{ person: { userName: "ana@acme.com" }, attribute: "title", from: "Rep", to: "Lead" }, { person: { userName: "gone" }, attribute: "title", from: "x", to: "y" }] });

/// Holds a check before its end, for as long as the test likes.
const hold = (page) =>
  page.addInitScript(() => {
    globalThis.isHeld = true;
    globalThis.Worker = class extends Worker {
      constructor(...words) {
        super(...words);
        this.addEventListener("message", (event) => {
          if (globalThis.isHeld && event.data?.type === "checked") event.stopImmediatePropagation();
        });
      }
    };
  });

/// Screens in the states that come and go.
async function* states(page) {
  await hold(page);
  await page.goto("/");
  await page.getByLabel("Primary domain").fill("acme.com");
  await page.getByLabel("Default time zone").fill("Mars/Olympus");
  await exports(page).setInputFiles(file("users.csv", USERS));
  await expect(page.getByRole("button", { name: "Cancel" })).toBeVisible();
  yield "reading";
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(headline(page)).toContainText("cancelled");
  yield "cancelled";
  await page.evaluate(() => {
    globalThis.isHeld = false;
  });
  await step(page, "Files").click();
  yield "a field that is not understood";
  await page.getByRole("button", { name: "Remove users.csv" }).click();
  await exports(page).setInputFiles(raw("photo.csv", "89504e470d0a1a0a0000000d49484452", "hex"));
  await expect(headline(page)).toContainText("No file could be read");
  yield "nothing to read";
  await step(page, "Files").click();
  await page.getByRole("button", { name: "Remove photo.csv" }).click();
  await page.getByLabel("Default time zone").fill("America/New_York");
  await exports(page).setInputFiles(raw("users.csv", USERS.replace("Quill", "Zoé"), "latin1"));
  await expect(headline(page)).toContainText("of 4 people arrive");
  for (const more of await region(page, "Review").locator("details > summary").all()) await more.click();
  await region(page, "Review").getByRole("button", { name: /^Show \d/ }).first().click();
  await expect(page.getByRole("button", { name: "Clear filter" }).first()).toBeVisible();
  yield "causes unfolded, records filtered";
  await (await cell(page, "Bo Quill", "email")).click();
  await expect(page.locator("#sheet-bar")).toContainText("email/domain");
  yield "a finding in hand";
  await causeOf(page, /locale/i).getByRole("button", { name: "Fix all…" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: /^Apply/ })).toBeVisible();
  yield "what would change";
  await page.getByRole("dialog").getByRole("button", { name: /^Apply/ }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await edit(page, "Bo Quill", "title", "漢字");
  await page.getByRole("button", { name: "Download corrected export" }).click();
  await expect(page.getByRole("alert")).toContainText("Windows-1252 cannot");
  yield "a value that cannot be written";
  await step(page, "Take away").click();
  await page.getByLabel("Recipe", { exact: true }).setInputFiles(raw("recipe.json", RECIPE));
  await expect(page.getByRole("dialog", { name: "Recipe" })).toContainText("stale");
  yield "a recipe";
  await page.keyboard.press("Escape");
  await page.getByLabel("Recipe", { exact: true }).setInputFiles(raw("recipe.json", "none"));
  await expect(region(page, "Take away").getByRole("alert").first()).toBeVisible();
  yield "a recipe that is none";
  await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error("on purpose"); }));
  await expect(page.getByText("started again").first()).toBeVisible();
  yield "started again";
}

for (const [colorScheme, width] of LOOKS) {
  test.describe(() => {
    // Only axe needs it: it measures colours with scripts the page's policy would refuse.
    test.use({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });

    test(`axe finds nothing in what comes and goes, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.addInitScript({ path: axe });
      for await (const state of states(page)) {
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | ")}`), state).toEqual([]);
      }
    });
  });
}

/// Whoever goes on with Tab must not begin anew at the top: something of the page has the focus, soon after each deed.
const kept = (page, after) =>
  expect.poll(() => page.evaluate(() => document.activeElement && document.activeElement !== document.body), `the focus after ${after}`).toBe(true);

test("from the file to the corrected export by keys alone, and the focus is never lost", async ({ page }) => {
  await page.goto("/");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeAttached(); // before the views are there, Tab leads nowhere
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await tabTo(page, page.getByLabel("Primary domain"));
  await page.keyboard.type("acme.com");
  await tabTo(page, page.getByLabel("Default time zone"));
  await page.keyboard.type("America/New_York");
  // A browser that is busy may let the first press pass by; a person presses again.
  let chooser;
  page.once("filechooser", (opened) => (chooser = opened));
  const choose = async () => {
    if (chooser) return true;
    await tabTo(page, exports(page), 200);
    await page.keyboard.press("Enter");
    return Boolean(chooser);
  };
  await expect.poll(choose, { intervals: [1000] }).toBe(true);
  await chooser.setFiles(file("users.csv", USERS));
  await expect(headline(page)).toContainText("of 4 people arrive");
  await expect(page.getByRole("heading", { name: "Review" })).toBeFocused();

  // All of a cause, after a look.
  await tabTo(page, causeOf(page, /locale/i).getByRole("button", { name: "Fix all…" }), 100);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: /^Apply/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(causeOf(page, /locale/i)).toHaveCount(0);
  await kept(page, "a cause is gone");

  // One cell, found by its finding.
  await tabTo(page, records(page), 100);
  const bar = page.locator("#sheet-bar");
  for (let presses = 0; presses < 10 && !(await bar.innerText()).includes("email/domain"); presses += 1) {
    const before = await bar.innerText();
    await page.keyboard.press("F8");
    await expect(bar).not.toHaveText(before, { useInnerText: true });
  }
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("bo@acme.com");
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("All 4 people arrive");
  await expect(records(page)).toBeFocused();
  // Undone and done again, until the button that has the focus has nothing more to do.
  for (const [name, says] of [["Undo", "3 of 4 people arrive"], ["Redo", "All 4 people arrive"]]) {
    await tabTo(page, page.getByRole("button", { name }), 200);
    await page.keyboard.press("Enter");
    await expect(headline(page)).toContainText(says);
    await kept(page, name);
  }
  const [taken] = await Promise.all([
    page.waitForEvent("download"),
    tabTo(page, page.getByRole("button", { name: "Download corrected export" }).first(), 200).then(() => page.keyboard.press("Enter")),
  ]);
  expect(await readFile(await taken.path(), "utf8")).toBe(USERS.replaceAll("en_US", "en-US").replace("bo@acme.co,Rep", "bo@acme.com,Rep"));
  await kept(page, "a download");
});

test("what goes away hands the focus on", async ({ page }) => {
  await check(page, [file("users.csv", USERS), file("more.csv", csv(row("Eve")))]);
  const press = async (target, key = "Enter") => {
    await target.focus();
    await page.keyboard.press(key);
  };
  await press(region(page, "Review").getByRole("button", { name: /^Show \d/ }).first());
  await press(page.getByRole("button", { name: "Clear filter" }).first());
  await expect(page.getByRole("button", { name: "Clear filter" })).toHaveCount(0);
  await kept(page, "a filter is cleared");
  await press(page.getByRole("button", { name: "local" }));
  await page.keyboard.press("Escape");
  await kept(page, "a panel is closed");
  await everyone(page);
  await list(page).focus();
  await page.keyboard.press("Enter");
  await press(page.getByRole("complementary").getByRole("button", { name: "Close" }));
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await kept(page, "a person is closed");
  await press(step(page, "Assignments"));
  await press(page.getByRole("button", { name: "Add assignment" }));
  await expect(page.getByLabel("Assignment name")).toBeFocused();
  await page.keyboard.type("Sellers");
  await press(page.getByRole("button", { name: "Remove Sellers" }));
  await expect(page.getByRole("button", { name: "Remove Sellers" })).toHaveCount(0);
  await kept(page, "an assignment is removed");
  await press(step(page, "Files"));
  await press(page.getByRole("button", { name: "Remove more.csv" }));
  await expect(page.getByRole("button", { name: "Remove more.csv" })).toHaveCount(0);
  await kept(page, "a file is removed");
});

test("a button that rests while a file is written has the focus again", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.held = [];
    globalThis.Worker = class extends Worker {
      constructor(...words) {
        super(...words);
        this.addEventListener("message", (event) => {
          if (!globalThis.isHeld || event.data?.type !== "answer") return;
          event.stopImmediatePropagation();
          globalThis.held.push(() => this.dispatchEvent(new MessageEvent("message", { data: event.data })));
        });
      }
    };
  });
  await check(page, file("users.csv", USERS));
  await expect(rows(page)).toHaveCount(4);
  const button = page.getByRole("button", { name: "Download corrected export" });
  await button.focus();
  await page.evaluate(() => {
    globalThis.isHeld = true;
  });
  await page.keyboard.press("Enter");
  await expect(button).toBeDisabled();
  // What cannot be pressed loses the focus in the browser.
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(true);
  const written = page.waitForEvent("download");
  await page.evaluate(() => {
    globalThis.isHeld = false;
    for (const tell of globalThis.held) tell();
  });
  await written;
  await expect(button).toBeFocused();
});

/// What assistive technology is told of an element and all in it: role, name and states.
async function told(page, locator) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("Accessibility.enable");
  const handle = await locator.elementHandle();
  await handle.evaluate((element) => element.setAttribute("data-told", ""));
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "[data-told]" });
  await handle.evaluate((element) => element.removeAttribute("data-told"));
  const { nodes } = await session.send("Accessibility.queryAXTree", { nodeId });
  await session.detach();
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: node.role?.value,
      name: node.name?.value ?? "",
      ...Object.fromEntries((node.properties ?? []).filter(({ name }) => ["level", "expanded", "selected", "readonly"].includes(name)).map(({ name, value }) => [name, value.value])),
    }));
}

test("a screen reader is told the grid: columns, lines, findings, where one is", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await expect(rows(page)).toHaveCount(4);
  await (await cell(page, "Bo Quill", "email")).click();
  const all = await told(page, records(page));
  expect(all[0]).toMatchObject({ role: "grid", name: "Records of the filter" });
  expect(all.filter(({ role }) => role === "columnheader").map(({ name }) => name).slice(0, 6)).toEqual(["Line", "Person", "login", "firstName", "lastName", "email"]);
  expect(all.filter(({ role }) => role === "rowheader").map(({ name }) => name)).toEqual([expect.stringContaining("2"), expect.stringContaining("3"), expect.stringContaining("4"), expect.stringContaining("5")]);
  const cells = all.filter(({ role }) => role === "gridcell");
  expect(cells.filter(({ selected }) => selected).map(({ name }) => name)).toEqual(["bo@acme.co , Error"]);
  expect(cells.map(({ name }) => name)).toContain("865-365-1900 , Warning");
  expect(cells.map(({ name }) => name)).toContain("Bo Quill , Blocked");
  // Places in the whole, of which only a part is drawn.
  const at = (locator, ...names) => locator.evaluate((element, names) => names.map((name) => element.getAttribute(name)), names);
  expect(await at(records(page), "aria-rowcount", "aria-colcount")).toEqual(["5", "13"]);
  expect(await at(rows(page).nth(1), "aria-rowindex")).toEqual(["3"]);
  expect(await at(await cell(page, "Bo Quill", "email"), "aria-colindex", "aria-selected")).toEqual(["6", "true"]);
  expect(await records(page).evaluate((grid) => document.getElementById(grid.getAttribute("aria-activedescendant")).textContent)).toContain("bo@acme.co");
  await page.keyboard.press("F2");
  await expect(records(page).getByRole("combobox", { name: "email of Bo Quill" })).toBeFocused();
});

test("a screen reader is told the tree: levels, places, what is open", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await step(page, "People").click();
  await expect(branches(page)).toHaveCount(4);
  const all = await told(page, tree(page));
  expect(all[0]).toMatchObject({ role: "treegrid", name: "Hierarchy" });
  expect(all.filter(({ role }) => role === "columnheader").map(({ name }) => name)).toEqual(["Person", "Direct reports", "People below", "Troubles", "Manager found by"]);
  const lines = all.filter(({ role, level }) => role === "row" && level);
  expect(lines.map(({ name, level, expanded }) => [name.match(/(Ana|Bo|Cy|Di) Quill/)?.[0], level, expanded])).toEqual([
    ["Ana Quill", 1, true],
    ["Bo Quill", 2, true],
    ["Cy Quill", 3, true],
    ["Di Quill", 4, undefined],
  ]);
  const places = await branches(page).evaluateAll((lines) => lines.map((line) => ["aria-rowindex", "aria-level", "aria-posinset", "aria-setsize"].map((name) => Number(line.getAttribute(name)))));
  expect(places).toEqual([[2, 1, 1, 1], [3, 2, 1, 1], [4, 3, 1, 1], [5, 4, 1, 1]]);
  await tree(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await expect(branches(page)).toHaveCount(2);
  expect((await told(page, tree(page))).filter(({ role, level }) => role === "row" && level).at(-1)).toMatchObject({ level: 2, expanded: false });
});

/// The steps with the sample in them.
async function* steps(page) {
  await page.goto("/");
  await expect(exports(page)).toBeVisible();
  yield "Source";
  await page.getByRole("button", { name: "Try with sample data" }).click();
  await expect(headline(page)).toContainText("arrive");
  for (const name of ["Files", "Review", "Time zones", "People", "Assignments", "Plan", "Take away"]) {
    await step(page, name).click();
    await expect(region(page, name)).toBeVisible();
    yield name;
  }
  await everyone(page);
  await people(page).first().click();
  await expect(page.getByRole("complementary")).toContainText("@");
  yield "person";
}

test("every step has one main heading, one main part, and says where it is", async ({ page }) => {
  for await (const name of steps(page)) {
    expect(await page.evaluate(() => [document.documentElement.lang, document.title, document.querySelectorAll("main").length]), name).toEqual(["en", "Rollcall", 1]);
    const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.localName[1])));
    expect(levels.filter((level) => level === 1).length, `${name}: one main heading`).toBe(1);
    expect(levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1), `${name}: no level is left out`).toEqual([]);
    const here = page.getByRole("navigation", { name: "Steps" }).locator("[aria-current=step]");
    await expect(here).toHaveCount(1);
    if (name !== "person") await expect(here).toContainText(name === "Source" ? "Source" : name);
  }
});

test("who asks for less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for await (const name of steps(page)) {
    const moving = await page.evaluate(() => [
      ...document.getAnimations().filter((animation) => animation.playState === "running").map((animation) => animation.effect.target?.className),
      ...[...document.querySelectorAll("#rollcall *")].filter((element) => getComputedStyle(element).transitionDuration.split(", ").some((time) => time !== "0s")).map((element) => element.className),
    ]);
    expect(moving, name).toEqual([]);
  }
});

test("with colours of the reader's own every sign is still there, and so is the focus", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for await (const name of steps(page)) {
    const gone = await page.evaluate(() => {
      const ground = (element) => {
        for (let at = element.parentElement; at; at = at.parentElement) {
          const color = getComputedStyle(at).backgroundColor;
          if (!/, 0\)$/.test(color)) return color;
        }
        return "rgb(255, 255, 255)";
      };
      // Signs and bars of the tree are drawn as grounds, which such settings take away from those who do not ask for them.
      // What is drawn as a picture keeps its colours.
      return [...document.querySelectorAll(".icon, .below-part")]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0)
        .filter((element) => [ground(element), "rgba(0, 0, 0, 0)"].includes(getComputedStyle(element).backgroundColor) && getComputedStyle(element).borderStyle === "none")
        .map((element) => element.getAttribute("class"));
    });
    expect(gone, name).toEqual([]);
  }
  for (const target of [step(page, "Review"), page.getByRole("button", { name: "local" }), list(page), page.getByLabel("Find by name or email")]) {
    await target.focus();
    await page.keyboard.press("Shift");
    const ring = await target.evaluate((element) => [getComputedStyle(element).outlineStyle, Number.parseFloat(getComputedStyle(element).outlineWidth)]);
    expect(ring[0]).not.toBe("none");
    expect(ring[1]).toBeGreaterThanOrEqual(1);
  }
});

test.describe(() => {
  // The reader's own spacing comes as a style sheet, which the page's policy would refuse to a page's script.
  test.use({ bypassCSP: true, viewport: { width: 320, height: 640 } });

  test("at four times the size, and with the spacing of the reader's own, nothing is cut off or scrolls two ways", async ({ page }) => {
    for await (const name of steps(page)) {
      await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
      const wrong = await page.evaluate(() => {
        const main = document.querySelector("main");
        const cut = [...document.querySelectorAll("#rollcall :is(button, h1, h2, h3, p, label, summary, dt, dd)")]
          .filter((element) => element.checkVisibility() && !element.closest("[role=grid], [role=treegrid], .unseen, .unseen-title") && getComputedStyle(element).clipPath === "none" && getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 120));
        return { page: document.documentElement.scrollWidth - innerWidth, main: main.scrollWidth - main.clientWidth, cut };
      });
      expect(wrong, name).toEqual({ page: 0, main: 0, cut: [] });
    }
  });
});

test("what can be hit is large enough on every step", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for await (const name of steps(page)) {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("a, button, input, select, summary, [data-at]")]
        .filter((element) => element.checkVisibility() && !element.classList.contains("skip"))
        // A link in a sentence is as tall as its line.
        .filter((element) => !(element.localName === "a" && getComputedStyle(element).display === "inline"))
        .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24)
        .map(([html, box]) => `${html} ${box.width}×${box.height}`),
    );
    expect(small, name).toEqual([]);
  }
});

test("what happens elsewhere is said", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => {
    globalThis.voices = [];
    const said = new MutationObserver((changes) => changes.forEach(({ target }) => {
      const voice = (target.closest ? target : target.parentElement)?.closest("[role=status], [role=alert]");
      if (voice) globalThis.voices.push(voice.textContent);
    }));
    said.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  const says = (text) => expect.poll(() => page.evaluate(() => globalThis.voices.join("\n"))).toContain(text);
  await page.getByLabel("Primary domain").fill("acme.com");
  await exports(page).setInputFiles(file("users.csv", USERS));
  await says("Checked 4 people: 3 arrive, 1 blocked");
  await region(page, "Review").getByRole("button", { name: /^Show \d/ }).first().click();
  await says("listed.");
  await page.getByRole("button", { name: "Clear filter" }).first().click();
  await edit(page, "Bo Quill", "email", "bo@acme.com");
  await undo(page).click();
  await says("Undone");
  await page.getByRole("button", { name: "Download findings" }).click();
  await says("rollcall-findings.csv is ready.");
});
