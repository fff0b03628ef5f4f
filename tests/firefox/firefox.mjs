// Firefox as people install it, driven over WebDriver BiDi. Playwright can do that, a little ahead of what Firefox's
// long-term release answers; what differs is evened out here.
import { renameSync } from "node:fs";
import path from "node:path";
import { firefox } from "@playwright/test";
import { cell, expect, records, test as base } from "../browser/page.mjs";

export * from "../browser/page.mjs";

let context; // of the page that the mouse was last in
let session; // what speaks with the browser

async function launch(options = {}) {
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath: process.env.ROLLCALL_FIREFOX, ...options });
  session = browser._connection.toImpl(browser)._browserSession;
  const kind = Object.getPrototypeOf(session);
  if (kind.isEvened) return browser;
  kind.isEvened = true;
  const { send, dispatchMessage } = kind;
  kind.send = function (method, words) {
    if (method === "input.performActions") ({ context } = words);
    const sent = send.call(this, method, words);
    // Schemes of colours are said by preferences instead.
    return method === "emulation.setMediaFeaturesOverride" ? sent.catch(() => ({})) : sent;
  };
  const names = new Map();
  kind.dispatchMessage = function (message) {
    const { method, params } = message;
    if (method === "browsingContext.downloadWillBegin") {
      // A download without a number is told by its address, which is a blob's and no other's.
      params.download ??= params.url;
      names.set(params.url, params.suggestedFilename);
    }
    if (method === "browsingContext.downloadEnd") {
      params.download ??= params.url;
      // The second of a name gets a number from Firefox, and is looked for without it.
      const name = names.get(params.url);
      if (params.filepath && name) renameSync(params.filepath, path.join(path.dirname(params.filepath), name));
    }
    return dispatchMessage.call(this, message);
  };
  return browser;
}

/// Presses twice as one deed: Firefox takes two deeds for two single clicks.
async function doubleClick(cell) {
  await cell.scrollIntoViewIfNeeded();
  await cell.hover();
  const { x, y, width, height } = await cell.boundingBox();
  const [down, up] = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  const move = { type: "pointerMove", x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  await session.send("input.performActions", { context, actions: [{ type: "pointer", id: "twice", actions: [move, down, up, down, up] }] });
}

/// Puts a text into a cell, with the mouse.
export async function edit(page, whose, column, text) {
  await doubleClick(await cell(page, whose, column));
  const field = records(page).getByRole("combobox");
  await expect(field).toBeFocused();
  await field.fill(text);
  await field.press("Enter");
  await expect(field).toHaveCount(0);
}

export const test = base.extend({
  dark: [false, { option: true, scope: "worker" }],
  browser: [
    async ({ dark }, use) => {
      const firefoxUserPrefs = {
        "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
        // It would take the focus from the page.
        "browser.download.alwaysOpenPanel": false,
      };
      const browser = await launch({ firefoxUserPrefs });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
});
