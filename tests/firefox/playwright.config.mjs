// Run by `cargo xtask test`, which serves the page and names the browser.
import { defineConfig } from "@playwright/test";

const { ROLLCALL_PAGE, ROLLCALL_FIREFOX, CI } = process.env;
if (!ROLLCALL_PAGE || !ROLLCALL_FIREFOX) throw new Error("run these tests with: cargo xtask test");

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../test-results/firefox",
  reporter: "list",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(CI),
  retries: CI ? 1 : 0,
  // Nothing here waits for a time; these only end what hangs.
  timeout: 120_000,
  globalTimeout: 1_080_000,
  expect: { timeout: 30_000 },
  use: { baseURL: ROLLCALL_PAGE, actionTimeout: 30_000 },
});
