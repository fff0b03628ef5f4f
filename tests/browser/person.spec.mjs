// One person: placed and locked; and people who stand in several files, or in Gong already.
import { check, everyone, expect, file, headline, people, region, rows, step, test } from "./page.mjs";

const HEADER = "login,firstName,lastName,email,title,primaryPhone,countryCode,locale,managerEmail,groups";

const USERS = [
  HEADER,
  "ana@acme.com,Ana,Quill,ana@acme.com,Lead,,ES,es-ES,zed@acme.com,Leads;Sales EMEA",
  "bo@acme.com,Bo,Quill,bo@acme.com,,(212) 555-0101,ES,es-ES,ana@acme.com,",
  "",
].join("\n");

const GONG = ["Name,Email", "Zed Orr,zed@acme.com", "Ana Quill,ana@acme.com", ""].join("\n");

const panel = (page, name) => page.getByRole("complementary", { name });
const members = (page) => page.getByLabel("People already in Gong", { exact: true });

/// Opens the panel of one person.
async function open(page, name) {
  await everyone(page);
  await people(page).filter({ hasText: name }).click();
  await expect(panel(page, name).getByRole("heading", { name: "Afterwards in Gong" })).toBeVisible();
  return panel(page, name);
}

/// What stands under a small heading of the panel.
const under = (panel, title) => panel.locator(".lock").filter({ has: panel.page().getByRole("heading", { name: title, exact: true }) });

test("the panel reads down to the assignment and what is locked", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  const ana = await open(page, "Ana Quill");
  const headings = await ana.getByRole("heading", { level: 3 }).allTextContents();
  expect(headings.map((text) => text.replace(/\d+/, "").trim())).toEqual([
    "Came in as",
    "Understood as",
    "Judged",
    "Outcome",
    "Time zone",
    "Weekend",
    "Manager",
    "Groups",
    "Assignment",
    "Seats and capture",
    "Afterwards in Gong",
  ]);
  await expect(ana.getByRole("list", { name: "Groups" }).getByRole("listitem")).toHaveText(["Leads", "Sales EMEA"]);
  await expect(ana).toContainText("Default assignment");
  await expect(ana).toContainText("Manual editing");
  await expect(ana).toContainText("Later changes of groups are not pushed");
  await expect(under(ana, "Locked")).toContainText("Given name, last name, primary email, title, manager email.");
  await expect(under(ana, "Overwritten at the next sync")).toContainText("Country, locale.");
  await expect(under(ana, "Last chance")).toContainText("Phone number.");
  await expect(under(ana, "Unknown")).toContainText("time zone");

  const bo = await open(page, "Bo Quill");
  await expect(bo).toContainText("None that the files know of.");
  await expect(under(bo, "Last chance")).toContainText("Title.");
});

test("whoever is not imported is neither placed nor locked", async ({ page }) => {
  await check(page, file("users.csv", USERS.replaceAll("bo@acme.com", "bo@acme.co")));
  await everyone(page);
  await people(page).filter({ hasText: "Bo Quill" }).click();
  const bo = panel(page, "Bo Quill");
  await expect(bo.getByRole("heading", { name: "Time zone" })).toBeVisible();
  await expect(bo.getByRole("heading", { name: "Assignment" })).toHaveCount(0);
  await expect(bo.getByRole("heading", { name: "Afterwards in Gong" })).toHaveCount(0);
});

test("a manager who is only in Gong is found there", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  let ana = await open(page, "Ana Quill");
  await expect(ana).toContainText("manager/not-found");
  await step(page, "Files").click();
  await members(page).setInputFiles(file("gong.csv", GONG));
  const files = region(page, "Files");
  await expect(files).toContainText("2 people in Gong: 1 of them in the exports, 1 in no export.");
  const entry = files.getByRole("listitem").filter({ hasText: "gong.csv" }).first();
  await expect(entry).toContainText("People already in Gong · Any table");
  ana = await open(page, "Ana Quill");
  await expect(ana).not.toContainText("manager/not-found");
  await expect(ana).toContainText("zed@acme.com (by email)");
  // Those in Gong are nobody to import.
  await expect(people(page)).toHaveCount(2);
  await step(page, "Files").click();
  await page.getByRole("button", { name: "Remove gong.csv" }).click();
  await expect(files.getByText(/in Gong:/)).toHaveCount(0);
  await expect(headline(page)).toContainText("All 2 people arrive");
});

test("what is dropped on the slot lists people in Gong, what is dropped elsewhere is an export", async ({ page }) => {
  await check(page, file("users.csv", USERS));
  await step(page, "Files").click();
  const drop = async (target, name, text) => {
    const data = await page.evaluateHandle(
      ([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], name, { type: "text/csv" }));
        return data;
      },
      [name, text],
    );
    await target.dispatchEvent("drop", { dataTransfer: data });
  };
  await drop(members(page), "gong.csv", GONG);
  await expect(region(page, "Files")).toContainText("2 people in Gong");
  await drop(page.locator("body"), "more.csv", USERS.replaceAll("ana@", "cy@").replaceAll("bo@", "di@"));
  await expect(headline(page)).toContainText("All 4 people arrive");
});

test("a file changes its role in its menu", async ({ page }) => {
  await check(page, [file("users.csv", USERS), file("gong.csv", "Email\nzed@acme.com\n")]);
  await step(page, "Files").click();
  const files = region(page, "Files");
  const entry = files.getByRole("listitem").filter({ hasText: "gong.csv" }).first();
  await entry.getByText("Read it differently").click();
  const use = page.getByLabel("Use of gong.csv");
  await use.focus();
  await use.selectOption("People already in Gong");
  await expect(files).toContainText("1 person in Gong: 0 of them in the exports, 1 in no export.");
  // The file is read again under the hands of the admin, who stays where they are.
  await expect(use).toBeFocused();
  await use.selectOption("Export");
  await expect(files.getByText(/in Gong:/)).toHaveCount(0);
});

test("people in Gong alone are not judged", async ({ page }) => {
  await page.goto("/");
  await members(page).setInputFiles(file("gong.csv", GONG));
  await expect(region(page, "Files")).toContainText("gong.csv");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await step(page, "Review").click();
  await expect(region(page, "Review")).toContainText("Nothing to review yet");
});

test("someone in several files is one person, and each finding says where it stands", async ({ page }) => {
  const more = ["login,primaryPhone,title", "ana@acme.com,865-365-1900,Boss", ""].join("\n");
  await check(page, [file("users.csv", USERS), file("phones.csv", more)]);
  await expect(headline(page)).toContainText("All 2 people arrive");
  await everyone(page);
  await expect(people(page)).toHaveCount(2);
  const ana = await open(page, "Ana Quill");
  await expect(ana).toContainText("users.csv, line 2");
  await expect(ana.getByText("and phones.csv, line 2")).toBeVisible();
  const phone = ana.getByRole("listitem").filter({ hasText: "phone/format" });
  await expect(phone).toContainText("phones.csv, line 2");
  const conflict = ana.getByRole("listitem").filter({ hasText: "file/conflict" });
  await expect(conflict).toContainText("phones.csv, line 2");
  // What stands on the first record needs no place.
  const own = ana.getByRole("listitem").filter({ hasText: "manager/not-found" });
  await expect(own).not.toContainText("users.csv, line 2");
});

test("a file of members shows the group's name and takes another", async ({ page }) => {
  const listed = "id,login,firstName,lastName,status\n1,ana@acme.com,Ana,Quill,ACTIVE\n";
  await check(page, [file("users.csv", USERS.replaceAll(";Sales EMEA", "")), file("Support.csv", listed)]);
  await step(page, "Files").click();
  const entry = region(page, "Files").getByRole("listitem").filter({ hasText: "Support.csv" }).first();
  await entry.getByText("Read it differently").click();
  await page.getByLabel("Shape of Support.csv").selectOption("okta-group-members-csv");
  const group = page.getByLabel("Group of Support.csv");
  await expect(group).toHaveAttribute("placeholder", "Support");
  await expect(entry).toContainText('group "Support"');
  await group.fill("Helpers");
  await group.press("Enter");
  await expect(entry).toContainText('group "Helpers"');
  const ana = await open(page, "Ana Quill");
  await expect(ana.getByRole("list", { name: "Groups" }).getByRole("listitem")).toHaveText(["Leads", "Helpers"]);
});

test("people out of scope are counted apart, and why is said", async ({ page }) => {
  const app = JSON.stringify([
    { id: "1", scope: "USER", status: "ACTIVE", syncState: "DISABLED", credentials: { userName: "ana@acme.com" }, profile: { email: "ana@acme.com" } },
  ]);
  await check(page, [file("users.csv", USERS), { name: "app.json", mimeType: "application/json", buffer: Buffer.from(app) }]);
  await expect(headline(page)).toContainText("1 out of scope");
  await expect(region(page, "Review")).toContainText("the export of the app's people");
  await region(page, "Review").getByRole("button", { name: "1 out of scope" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("Bo Quill");
});
