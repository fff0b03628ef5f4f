// Cures for the source: what was changed on the page, as an import table and as commands.
import { causeOf, check, download, expect, file, region, step, test } from "./page.mjs";

const USERS = "login,firstName,lastName,email,countryCode\nana@acme.com,Ana,Quill,ana@acme.com,UK\nbo@acme.com,Bo,Quill,bo@acme.com,US\n";

test("what was changed is taken to the source, whatever other file cannot be read", async ({ page }) => {
  await check(page, [file("users.csv", USERS), file("broken.csv", 'login,firstName\n"ana\n')]);
  await causeOf(page, /country/i).getByRole("button", { name: "Fix all…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apply 1 change" }).click();
  await step(page, "Take away").click();
  const table = await download(page, "Download Okta import");
  expect(table.name).toBe("rollcall-okta-import.csv");
  expect(table.bytes.toString()).toBe("login,firstName,lastName,email,countryCode\r\nana@acme.com,Ana,Quill,ana@acme.com,GB\r\n");
  await expect(region(page, "Take away")).toContainText("1 value of 1 person.");
  const script = await download(page, "Download PowerShell lines");
  expect(script.bytes.toString()).toMatch(/^\uFEFF# .*\r\nUpdate-MgUser -UserId 'ana@acme.com' -Country 'United Kingdom'\r\n$/);
});
