// The start of two pages, in turn: node start.mjs ADDRESS OTHER CHROMIUM RUNS
// Tells of each, in milliseconds, how long it took until there was something to press: from the address on (whole), and from
// where the module was first asked for or compiled (module). Below 0 it was there before. The last is until what the module
// makes is there (views), which comes in the place of a first view that needs no module.
import { headless, median } from "./chromium.mjs";

const [own, other, chromium, runs] = process.argv.slice(2);
const browser = await headless(chromium);

async function start(address) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    let module;
    for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
      const does = WebAssembly[name];
      WebAssembly[name] = (...given) => {
        module ??= performance.now();
        return does.apply(WebAssembly, given);
      };
    }
    let usable;
    let first; // what there was to press before the module
    new MutationObserver((_, observer) => {
      const now = document.querySelector("button, input");
      if (!now) return;
      const time = performance.now();
      usable ??= time;
      first ??= module === undefined ? now : null;
      if (now === first) return;
      observer.disconnect();
      globalThis.started = { whole: usable, module: usable - module, views: time - module };
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.started);
  const started = await page.evaluate(() => globalThis.started);
  await context.close();
  return started;
}

const all = { own: [], other: [] };
// The first start of each warms the browser itself.
for (let turn = 0; turn <= Number(runs); turn += 1) {
  for (const [who, address] of Object.entries({ other, own })) {
    const started = await start(address);
    if (turn > 0) all[who].push(started);
  }
}
await browser.close();
const typical = (started) => Object.fromEntries(["whole", "module", "views"].map((name) => [name, median(started.map((one) => one[name]))]));
console.log(JSON.stringify({ own: typical(all.own), other: typical(all.other) }));
