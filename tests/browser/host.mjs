// A page of somebody else's, with the element in it, as strict as a host can be.
import { file } from "./page.mjs";

export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; " +
  "manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// Opens a host's page with this body. It notes the element's events, in words and counts alone.
export async function host(page, body, { css = "", policy = STRICT, head = '<script type="module" src="/define.js"></script>' } = {}) {
  await page.addInitScript(() => {
    globalThis.heard = [];
    for (const name of ["ready", "checked", "settings-change", "save", "error"]) {
      document.addEventListener(`rollcall-${name}`, (event) => globalThis.heard.push({ name, detail: event.detail && JSON.parse(JSON.stringify(event.detail)) }));
    }
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Integrations</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/host.css">${head}</head><body><h1>Integrations</h1>${body}</body></html>`;
  await page.route("**/host.html", (route) => route.fulfill({ body: html, contentType: "text/html", headers: { "Content-Security-Policy": policy } }));
  await page.route("**/host.css", (route) => route.fulfill({ body: css, contentType: "text/css" }));
  await page.goto("/host.html");
}

export const heard = (page, name) => page.evaluate((name) => globalThis.heard.filter((one) => one.name === name).map((one) => one.detail), name);

/// The element, or the nth of several.
export const element = (page, nth = 0) => page.locator("roll-call").nth(nth);

/// Drops a file on an element.
export async function drop(page, name, text, nth = 0) {
  await element(page, nth).getByLabel("Profile exports").setInputFiles(file(name, text));
}
