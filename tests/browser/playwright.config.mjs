// Run by `cargo xtask test`, which serves the page and names the browser.
import { defineConfig } from "@playwright/test";

const { ROLLCALL_PAGE, ROLLCALL_CHROMIUM, CI } = process.env;
if (!ROLLCALL_PAGE) throw new Error("run these tests with: cargo xtask test");

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../test-results",
  reporter: "list",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(CI),
  // A test that needs its second try is counted as flaky, and said so in the totals.
  retries: CI ? 1 : 0,
  // Nothing here waits for a time; these only end what hangs.
  timeout: 120_000,
  globalTimeout: 1_080_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: ROLLCALL_PAGE,
    // Every test meets the page for the first time; those about being offline allow it.
    serviceWorkers: "block",
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: ROLLCALL_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
