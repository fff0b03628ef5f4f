// Run by `cargo xtask test`, which builds the package and the command line, and names the browser.
import { defineConfig } from "@playwright/test";
import browser from "../browser/playwright.config.mjs";

if (!process.env.ROLLCALL_PACKAGE) throw new Error("run these tests with: cargo xtask test");

export default defineConfig({
  ...browser,
  outputDir: "../../test-results/package",
  globalSetup: "./install.mjs",
});
