// The first view, which stands there before the module does. Modules wait here until a test lets them come.
import { pathToFileURL } from "node:url";
import { csv, exports, expect, file, headline, region, row, step, test } from "./page.mjs";

const { ROLLCALL_SINGLE } = process.env;
if (!ROLLCALL_SINGLE) throw new Error("run these tests with: cargo xtask test");

const USERS = csv(row("Ana"), row("Bo", { domain: "acme.co", manager: "ana@acme.com" }));
const users = () => file("users.csv", USERS);
const zone = (page) => page.getByLabel("Default time zone");
const domain = (page) => page.getByLabel("Primary domain");

async function hold(page) {
  await page.addInitScript(() => {
    const come = new Promise((resolve) => Object.assign(globalThis, { come: resolve }));
    for (const name of ["compile", "compileStreaming"]) {
      const does = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        await come;
        return does.apply(WebAssembly, given);
      };
    }
  });
}

/// Lets the module come, and waits until the views are there.
async function come(page) {
  const before = await page.locator("#rollcall > :first-child").elementHandle();
  await page.evaluate(() => globalThis.come());
  await page.waitForFunction((before) => before !== document.querySelector("#rollcall > :first-child"), before);
}

/// All that stands in the page, without what means nothing: elements with their attributes, and texts.
function tree(page) {
  return page.evaluate(() => {
    const lines = [];
    const walk = (node, indent) => {
      for (const child of node.childNodes) {
        const text = child.nodeType === Node.TEXT_NODE && child.data.replaceAll(/\s+/g, " ");
        if (text && text !== " ") lines.push(`${indent}"${text}"`);
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        const attributes = Array.from(child.attributes, ({ name, value }) => `${name}=${value}`).filter((text) => !text.startsWith("data-first="));
        lines.push(`${indent}${child.localName} ${attributes.sort().join(" ")}`);
        walk(child, `${indent}  `);
      }
    };
    walk(document.getElementById("rollcall"), "");
    return lines;
  });
}

/// Where everything of it stands, and how it looks.
function places(page) {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll("#rollcall *"), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, font } = getComputedStyle(element);
      return [element.localName, x, y, width, height, color, backgroundColor, font].join(" ");
    }),
  );
}

for (const [name, address] of [["page", "/"], ["page as one file", pathToFileURL(ROLLCALL_SINGLE).href]]) {
  test.describe(name, () => {
    test.use({ baseURL: async ({ baseURL }, use) => use(address === "/" ? baseURL : address) });

    for (const width of [360, 1280]) {
      test(`is what the views begin with, at ${width} pixels`, async ({ page, baseURL }) => {
        // What comes later, in a part of its own, stays away.
        await page.route(/\/(split|chunk)_/, (route) => route.abort());
        page.removeAllListeners("console");
        await page.setViewportSize({ width, height: 800 });
        await hold(page);
        await page.goto(baseURL);
        await expect(domain(page)).toBeVisible();
        const [first, stood] = [await tree(page), await places(page)];
        expect(first.length).toBeGreaterThan(100);
        await page.evaluate(() => {
          // Before anything that comes by itself.
          new MutationObserver((_, observer) => {
            observer.disconnect();
            for (const late of document.querySelectorAll("#zones > *, #guide")) late.remove();
          }).observe(document.getElementById("rollcall"), { childList: true });
        });
        await come(page);
        // `www/first.html` is what differs.
        const whole = address !== "/";
        const own = (lines) => (whole ? lines.slice(0, first.length - 2) : lines);
        expect(own(await tree(page))).toEqual(own(first));
        if (!whole) expect(await places(page), "nothing moves").toEqual(stood);
      });
    }

    test("a file and fields that came before the module are checked", async ({ page, baseURL }) => {
      await hold(page);
      await page.goto(baseURL);
      await domain(page).fill("acme.com");
      await page.getByLabel("Provisioning source").selectOption("okta");
      await zone(page).fill("Europe/Madrid");
      await exports(page).setInputFiles(users());
      await expect(page.getByText("users.csv: read as soon as Rollcall has started").first()).toBeVisible();
      await expect(page.getByRole("status")).toHaveText("users.csv: read as soon as Rollcall has started");
      await come(page);
      await expect(headline(page)).toContainText("1 of 2 people arrive");
      await expect(domain(page)).toHaveValue("acme.com");
      await expect(zone(page)).toHaveValue("Europe/Madrid");
      await expect(page.getByLabel("Provisioning source")).toHaveValue("okta");
      await page.reload();
      await come(page);
      await expect(domain(page)).toHaveValue("acme.com");
    });

    test("whoever types goes on where they were", async ({ page, baseURL }) => {
      await hold(page);
      await page.goto(baseURL);
      await zone(page).pressSequentially("Europe/rid");
      for (let left = 0; left < 3; left += 1) await page.keyboard.press("ArrowLeft");
      await come(page);
      await expect(zone(page)).toBeFocused();
      await page.keyboard.type("Mad");
      await expect(zone(page)).toHaveValue("Europe/Madrid");
      await page.keyboard.press("Shift+Tab");
      await expect(domain(page)).toBeFocused();
    });

    test("a press is not lost", async ({ page, baseURL }) => {
      await hold(page);
      await page.goto(baseURL);
      await page.getByRole("button", { name: "Try with sample data" }).click();
      await expect(page.getByRole("status")).toHaveText("Rollcall is starting…");
      await come(page);
      await expect(headline(page)).toContainText(/\d+ of \d+ people arrive/);
    });

    test("a press, fields and files go before the step that was asked for", async ({ page, baseURL }) => {
      await hold(page);
      await page.goto(baseURL);
      await domain(page).fill("acme.com");
      await zone(page).fill("Europe/Madrid");
      await exports(page).setInputFiles(users());
      await step(page, "Assignments").click();
      await expect(page.getByRole("status")).toHaveText("Rollcall is starting…");
      await come(page);
      await expect(page).toHaveURL(/#assignments$/);
      await expect(region(page, "Assignments").first()).toBeVisible();
      await step(page, "Source").click();
      await expect(domain(page)).toHaveValue("acme.com");
      await expect(zone(page)).toHaveValue("Europe/Madrid");
      await step(page, "Review").click();
      await expect(headline(page)).toContainText("1 of 2 people arrive");
    });

    test("whoever pressed for the sample and goes to the review sees it there", async ({ page, baseURL }) => {
      await hold(page);
      await page.goto(baseURL);
      await page.getByRole("button", { name: "Try with sample data" }).click();
      await step(page, "Review").click();
      await come(page);
      await expect(headline(page)).toContainText(/\d+ of \d+ people arrive/);
      await expect(page).toHaveURL(/#review$/);
      await page.goBack();
      await expect(domain(page)).toBeVisible();
    });

    test("a press with files is not one for something else", async ({ page, baseURL }) => {
      await hold(page);
      await page.goto(baseURL);
      await domain(page).fill("acme.com");
      await page.getByRole("button", { name: "local" }).click();
      await exports(page).setInputFiles(users());
      await come(page);
      await expect(headline(page)).toContainText("1 of 2 people arrive");
      await expect(page.getByRole("button", { name: "local" })).toHaveAttribute("aria-expanded", "true");
    });

    test("what is dropped goes where it was dropped", async ({ page, baseURL }) => {
      await hold(page);
      await page.goto(baseURL);
      const drop = async (on, name, text) => {
        const dataTransfer = await page.evaluateHandle(
          ([name, text]) => {
            const data = new DataTransfer();
            data.items.add(new File([text], name, { type: "text/csv" }));
            return data;
          },
          [name, text],
        );
        await page.dispatchEvent(on, "dragover", { dataTransfer });
        await expect(page.locator("#rollcall")).toHaveClass("dropping");
        await page.dispatchEvent(on, "drop", { dataTransfer });
        await expect(page.locator("#rollcall")).not.toHaveClass("dropping");
      };
      await domain(page).fill("acme.com");
      await drop("body", "users.csv", USERS);
      await drop("h1", "more.csv", csv(row("Cy")));
      await drop(".slot-members", "gong.csv", "email\nana@acme.com\n");
      await expect(page.getByRole("status")).toHaveText("3 files: read as soon as Rollcall has started");
      await come(page);
      await expect(headline(page)).toContainText("2 of 3 people arrive");
      await step(page, "Files").click();
      await expect(region(page, "Files").getByText("1 person in Gong: 1 of them in the exports, 0 in no export.")).toBeVisible();
      await expect(region(page, "Files").locator(".file-name")).toHaveText(["users.csv", "more.csv", "gong.csv"]);
    });
  });
}

test("a window to choose files that opened before the views came is theirs", async ({ page }) => {
  await hold(page);
  await page.goto("/");
  await domain(page).fill("acme.com");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), exports(page).click()]);
  await come(page);
  await chooser.setFiles([users()]);
  await expect(headline(page)).toContainText("1 of 2 people arrive");
});

test("the settings of the last visit stand there", async ({ page }) => {
  await page.goto("/");
  await domain(page).fill("acme.com");
  await page.getByLabel("Provisioning source").selectOption("entra");
  await zone(page).fill("Asia/Tokyo");
  await zone(page).press("Enter");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("rollcall.settings"))).toContain("Tokyo");
  await hold(page);
  await page.reload();
  await expect(domain(page)).toHaveValue("acme.com");
  await expect(zone(page)).toHaveValue("Asia/Tokyo");
  await expect(page.getByLabel("Provisioning source")).toHaveValue("entra");
  await come(page);
  await expect(zone(page)).toHaveValue("Asia/Tokyo");
  await expect(page.getByRole("button", { name: "Undo" }), "nothing was changed").toBeDisabled();
});

test("a name with what hides in it is not shown", async ({ page }) => {
  await hold(page);
  await page.goto("/");
  await exports(page).setInputFiles(file("users\u202Evsc.csv", USERS));
  await expect(page.getByRole("status")).toHaveText("1 file: read as soon as Rollcall has started");
});

for (const [name, prepare] of [
  ["another room is asked for", (page) => page.goto("/#assignments")],
  ["what is kept cannot be read", (page) => page.evaluate(() => localStorage.setItem("rollcall.settings", "{"))],
  ["what is kept is of a later version", (page) => page.evaluate(() => localStorage.setItem("rollcall.settings", '{"formatVersion": 2, "company": {"primaryDomain": "acme.com"}}'))],
  ["there were files", (page) => page.evaluate(() => sessionStorage.setItem("rollcall.files", "true"))],
]) {
  test(`the views themselves begin where ${name}`, async ({ page }) => {
    await page.goto("/");
    await expect(domain(page)).toBeVisible();
    await prepare(page);
    await hold(page);
    await page.reload();
    await expect(page.getByText("Rollcall is starting…")).toBeVisible();
    await expect(domain(page)).toHaveCount(0);
    await come(page);
    await expect(step(page, "Source")).toBeVisible();
  });
}

test("a module that does not come is told in the place of the first view", async ({ page }) => {
  page.removeAllListeners("console");
  await page.route("**/app_bg.wasm", (route) => route.fulfill({ status: 404 }));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("Rollcall could not start: app_bg.wasm: 404");
});
