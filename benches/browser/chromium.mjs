// Chromium as the tests start it, and what is watched in a page.
import { chromium } from "@playwright/test";

export const headless = (executablePath) =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

export function median(all) {
  return [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? null;
}

/// Runs in the page before anything else: notes when things come to stand there, and tasks that are long.
export function watch() {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  const longest = () => ({ longest: Math.max(0, ...tasks), over: tasks.length });
  let begun; // when the file was chosen
  const seen = { tasks, longest };
  globalThis.seen = seen;

  seen.begin = () => {
    tasks.splice(0);
    addEventListener("change", ({ target }) => target.type === "file" && (begun ??= performance.now()), { capture: true });
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  };

  function look() {
    if (begun === undefined || seen.done !== undefined) return;
    const bar = document.querySelector("progress[aria-label='Reading the files']");
    const finished = /arrive|Nobody/.test(document.querySelector(".headline")?.textContent ?? "");
    if (seen.first === undefined && document.querySelector("ol.causes .cause")) {
      seen.first = performance.now();
      seen.share = bar && !finished ? bar.value : 1;
    }
    if (finished) seen.done = performance.now();
  }

  seen.told = () => ({
    wall: seen.done - begun,
    first: seen.first - begun,
    share: seen.share ?? 1,
    reading: longest(),
    headline: document.querySelector(".headline").textContent,
  });
}
