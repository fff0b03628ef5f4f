// The core for programs, in Node.
import { readFileSync, writeFileSync } from "node:fs";
import { openAsBlob } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { workbook } from "../browser/workbook.mjs";
import { commandLine, fixtures, inProject, installed, placeOf, reportOf, run } from "./project.mjs";

const company = { primaryDomain: "acme.com", defaultTimeZone: "America/New_York" };
const flags = ["--domain", company.primaryDomain, "--default-time-zone", company.defaultTimeZone];

const core = await installed("rollcall/core");

const csv = (name, ...lines) => new File([`${lines.join("\n")}\n`], name);
const small = () => csv("people.csv", "login,firstName,lastName,email", "ana@acme.com,Ana,Li,ana@acme.co");

test("a program gives the command line's report for every fixture", async () => {
  expect(fixtures.length).toBeGreaterThan(20);
  const jobs = fixtures.flatMap((file) => ["okta", "entra"].map((source) => ({ file, settings: { source, company } })));
  const program = run(process.execPath, ["reports.mjs"], { cwd: inProject("node"), input: JSON.stringify(jobs) });
  const { code, stdout, stderr } = await program;
  expect(code, stderr).toBe(0);
  const answers = JSON.parse(stdout);
  expect(answers).toHaveLength(jobs.length);
  for (const [at, { file, settings }] of jobs.entries()) {
    const told = await reportOf(file, "--source", settings.source, ...flags, "--profiles");
    const about = `${path.basename(file)} as ${settings.source}`;
    if (told) expect.soft(answers[at].report, about).toStrictEqual(told);
    else expect.soft(answers[at].name, about).toBe("UnreadableError");
  }
});

test("several files, what is said of them, settings and members give the command line's report", async ({}, info) => {
  const files = {
    "people.csv":
      "id,login,firstName,lastName,email,managerEmail,groups\n1,ana@acme.com,Ana,Li,ana@acme.com,old@acme.com,Sales;Leads\n2,bo@acme.com,Bo,Berg,bo@acme.com,,Support\n",
    "titles.txt": "login|title|country|state\nANA@acme.com|Rep|US|CA\nbo@acme.com||US|TX\n",
    "night.csv": "id,login,firstName,lastName,status\n2,bo@acme.com,Bo,Berg,ACTIVE\n",
    "gong.csv": "Name;Email\nOld Timer;old@acme.com\n",
  };
  const settings = {
    company,
    scope: { mode: "groups", groups: ["leads", "Night shift"] },
    assignments: [{ name: "Night", groups: ["night shift"], updates: "automatic" }],
    rules: { "title/missing": "error" },
  };
  const places = Object.entries({ ...files, "settings.json": JSON.stringify(settings) }).map(([name, text]) => {
    const place = info.outputPath(name);
    writeFileSync(place, text);
    return place;
  });
  const told = await reportOf(
    ...places.slice(0, 3), "--members", places[3], "--settings", places[4], "--profiles",
    "--delimiter", "titles.txt=pipe", "--shape", "night.csv=okta-group-members-csv", "--group", "night.csv=Night shift",
    "--delimiter", "gong.csv=semicolon", "--encoding", "gong.csv=windows-1252",
  );
  const [people, titles, night, gong] = Object.entries(files).map(([name, text]) => new File([text], name));
  const report = await core.check([people, titles, night], settings, {
    members: gong,
    inputs: [
      undefined,
      { delimiter: "|" },
      { shape: "okta-group-members-csv", group: "Night shift" },
      { delimiter: ";", encoding: "windows-1252" },
    ],
    profiles: true,
  });
  expect(report).toStrictEqual(told);
  expect(report.summary.assignments).toEqual([{ name: "Night", members: 1 }, { name: "(default)", members: 1 }]);
});

test("without findings no file is read twice, and the rest is the same", async () => {
  const file = small();
  let opened = 0;
  const stream = file.stream.bind(file);
  file.stream = () => ((opened += 1), stream());
  const { findings, profiles, ...rest } = await core.check(file, { company }, { profiles: true });
  expect([findings.map(({ rule }) => rule).includes("email/domain"), profiles.length, opened]).toEqual([true, 1, 2]);

  const bare = await core.check(file, { company }, { findings: false });
  expect(opened).toBe(3);
  expect(bare).toStrictEqual(rest);
  const some = await core.check(file, { company }, { findings: false, profiles: true });
  expect(some).toStrictEqual({ ...rest, profiles });
});

test("blobs without a name are numbered", async () => {
  const blob = () => new Blob([small()]);
  const report = await core.check([blob(), blob()], null, { members: blob(), inputs: [null, { name: "b.csv" }] });
  expect(report.inputs.map(({ name, role }) => [name, role])).toEqual([
    ["export-1", "export"],
    ["b.csv", "export"],
    ["members-1", "members"],
  ]);
});

test("what is cancelled ends with the signal's reason", async () => {
  const reason = new Error("enough");
  await expect(core.check(small(), {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);

  for (const readings of [1, 2]) {
    const file = small();
    const control = new AbortController();
    let opened = 0;
    const stream = file.stream.bind(file);
    file.stream = () => {
      opened += 1;
      if (opened === readings) queueMicrotask(() => control.abort(reason));
      return stream();
    };
    await expect(core.check(file, {}, { signal: control.signal })).rejects.toBe(reason);
    expect(opened).toBe(readings);
  }
});

test("progress comes now and then and at the end, and others get their turn", async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `p${at}@acme.com,Ana,Li,p${at}@acme.com,Rep,US,TX`);
  const file = csv("many.csv", "login,firstName,lastName,email,title,countryCode,state", ...rows);
  const told = [];
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  const onProgress = (progress) => told.push({ ...progress, at: performance.now() });
  const report = await core.check(file, { company }, { onProgress, profiles: true });
  clearInterval(others);
  expect([report.summary.profiles, report.profiles.length]).toEqual([20_000, 20_000]);
  const last = told.at(-1);
  expect(last).toMatchObject({ bytes: 2 * file.size, total: 2 * file.size, input: 0, records: 20_000 });
  told.slice(0, -1).forEach(({ bytes, at }, number) => {
    const { bytes: before, at: then } = told[number - 1] ?? { bytes: 0, at: at - 100 };
    expect(bytes).toBeGreaterThan(before);
    expect(at - then).toBeGreaterThan(95);
  });
  expect(turns).toBeGreaterThan(2);
});

test("files that cannot be read are all named", async ({}, info) => {
  const page = new File(["<!doctype html><title>Sign in</title>"], "page.csv");
  const open = csv("open.csv", "login,email", 'ana,"ana@acme.com');
  const error = await core.check([small(), page, open], {}).catch((error) => error);
  expect(error).toBeInstanceOf(core.UnreadableError);
  expect(error).toMatchObject({ name: "UnreadableError", input: "page.csv", line: 1 });
  expect(error.failures.map(({ input }) => input)).toEqual(["page.csv", "open.csv"]);
  expect(error.message).toContain("open.csv, line 2");

  // Changed before it is read, and between its two readings.
  const place = info.outputPath("gone.csv");
  writeFileSync(place, await small().text());
  const blob = await openAsBlob(place);
  writeFileSync(place, "something else");
  const gone = await core.check(blob, {}).catch((error) => error);
  expect(gone).toMatchObject({ name: "UnreadableError", input: "export-1" });
  expect(gone.message).toContain("changed");

  const file = small();
  const texts = [await small().text(), (await small().text()).replace("Ana", "Eva")];
  file.stream = () => new Blob([texts.shift()]).stream();
  await expect(core.check(file, {})).rejects.toMatchObject({ name: "UnreadableError", input: "people.csv" });
});

test("settings that cannot be used are refused with their place", async () => {
  for (const [settings, path] of [
    [{ compny: {} }, "/compny"],
    [{ company: { primaryDomain: 7 } }, "/company/primaryDomain"],
    [{ assignments: [{ name: "a" }, { name: "b", seat: [] }] }, "/assignments/1/seat"],
    [{ rules: { "title/missing": "loud" } }, "/rules/title~1missing"],
    ["{}", ""],
    [[], ""],
  ]) {
    for (const refused of [core.check(small(), settings), core.effectiveTimeZone({}, settings)]) {
      const error = await refused.catch((error) => error);
      expect(error).toBeInstanceOf(core.SettingsError);
      expect(error.path).toBe(path);
      expect(error.message.startsWith(path) && error.message.length > path.length + 5).toBe(true);
    }
  }
  for (const wrong of [
    core.check([]),
    core.check("people.csv"),
    core.check(small(), {}, { inputs: [{ shape: "okta" }] }),
    core.check(small(), {}, { inputs: [{ delimiter: "tab" }] }),
    ...[5, true, {}, [], NaN].map((name) => core.check(small(), {}, { inputs: [{ name }] })),
    core.check(small(), {}, { inputs: ["users.csv"] }),
    core.check(small(), {}, { inputs: [{ shape: {} }] }),
    core.check(small(), {}, { inputs: {} }),
    core.effectiveTimeZone({ country: 1 }),
  ]) {
    await expect(wrong).rejects.toBeInstanceOf(TypeError);
  }
});

// Worked out by hand from the documented order: time zone, country, state, company default.
const default_ = { company: { defaultTimeZone: "Europe/Paris" } };
for (const [values, settings, zone, source, trail] of [
  [{ timeZone: "America/Chicago", country: "DE" }, {}, "America/Chicago", "timeZone", "decided"],
  // A name of another system is no name of the time zone database.
  [{ timeZone: "Eastern Time (US & Canada)", country: "DE" }, {}, "Europe/Berlin", "country", "rejected decided"],
  [{ timeZone: "EDT" }, default_, "Europe/Paris", "default", "rejected empty empty decided"],
  [{ country: "US", state: "TX" }, {}, "America/Chicago", "state", "empty ambiguous decided"],
  [{ country: "US", state: "CA" }, default_, "America/Los_Angeles", "state", "empty ambiguous decided"],
  // A country with several zones and no state, or one that is none of its own.
  [{ country: "US" }, default_, "Europe/Paris", "default", "empty ambiguous empty decided"],
  [{ country: "US", state: "Bavaria" }, default_, "Europe/Paris", "default", "empty ambiguous rejected decided"],
  // A part that is a country of its own.
  [{ country: "US", state: "PR" }, {}, "America/Puerto_Rico", "country", null],
  [{ country: "JP", state: "whatever" }, {}, "Asia/Tokyo", "country", "empty decided"],
  [{}, {}, null, "none", "empty empty empty empty"],
  [{ timeZone: null, country: undefined }, default_, "Europe/Paris", "default", "empty empty empty decided"],
]) {
  test(`time zone of ${JSON.stringify(values)} under ${JSON.stringify(settings)}`, async () => {
    const told = await core.effectiveTimeZone(values, settings);
    expect([told.zone, told.source]).toEqual([zone, source]);
    if (trail) expect(told.trail.map(({ result }) => result).join(" ")).toBe(trail);
    expect(Object.keys(told.trail[0]).sort()).toEqual(["assumption", "result", "step", "value"]);
  });
}

test("rules and version are the command line's", async () => {
  const rules = await core.rules();
  const { stdout } = await commandLine("rules");
  expect(rules.map(({ id, effect, title }) => [id, effect, title].join(" "))).toEqual(
    stdout.trim().split("\n").map((line) => line.replace(/ +/g, " ")),
  );
  expect(Object.keys(rules[0]).sort()).toEqual(
    ["cure", "effect", "fail", "id", "pass", "reason", "severity", "source", "title"],
  );
  expect((await commandLine("--version")).stdout.trim()).toBe(`rollcall ${core.version}`);
});

test("the module can be given, and a failure to bring it can be made good", async () => {
  const program = `
    import { readFile } from "node:fs/promises";
    import { load, rules } from "rollcall/core";
    const missed = await load(new URL("nothing.wasm", import.meta.url)).catch((error) => error.code);
    if (missed !== "ENOENT") throw new Error(missed);
    await load(await readFile(new URL(import.meta.resolve("rollcall/rollcall.wasm"))));
    if ((await rules()).length < 50) throw new Error("no rules");
  `;
  const place = inProject("node", "load.mjs");
  writeFileSync(place, program);
  const { code, stderr } = await run(process.execPath, [place]);
  expect(code, stderr).toBe(0);
});

test("the element can be imported where there is no document", async () => {
  const { RollCall } = await installed("rollcall");
  expect(typeof RollCall).toBe("function");
  expect(globalThis.customElements).toBeUndefined();
});

test("everything that the package exports is there", () => {
  const manifest = JSON.parse(readFileSync(placeOf("rollcall/package.json"), "utf8"));
  for (const name of Object.keys(manifest.exports)) expect(placeOf(path.posix.join("rollcall", name))).toBeTruthy();
  expect(manifest.version).toBe(core.version);
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.scripts).toBeUndefined();
});

test("a program gives the command line's plan", async ({}, info) => {
  const before = csv(
    "before.csv", "login,firstName,lastName,email,title,groups",
    "ana@acme.com,Ana,Li,ana@acme.com,Rep,Sales", "bo@acme.com,Bo,Ek,bo@acme.com,Rep,Sales", "cy@acme.com,Cy,Oh,cy@acme.com,Rep,Leads",
  );
  const after = csv(
    "after.csv", "login,status,firstName,lastName,email,title,groups",
    "ana@acme.com,ACTIVE,Ana,Li,ana@acme.com,Lead,Leads", "bo@acme.com,SUSPENDED,Bo,Ek,bo@acme.com,Rep,Sales", "dee@acme.com,STAGED,Dee,Ra,dee@acme.com,,",
  );
  const gong = csv("gong.csv", "Name,Email", "Old Timer,old@acme.com");
  const settings = { company, assignments: [{ name: "Leads", groups: ["Leads"], updates: "automatic" }], guard: { deactivateShare: 0.9 } };
  const files = { "before.csv": before, "after.csv": after, "gong.csv": gong, "settings.json": new Blob([JSON.stringify(settings)]) };
  const places = {};
  for (const [name, file] of Object.entries(files)) writeFileSync((places[name] = info.outputPath(name)), await file.text());
  const told = async (...args) => {
    const { code, stdout, stderr } = await commandLine("plan", ...args, "--settings", places["settings.json"], "--format", "json");
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout);
  };
  const sides = ["--before", places["before.csv"], "--after", places["after.csv"]];
  const plan = await core.plan(before, after, settings, { members: gong });
  expect(plan).toStrictEqual(await told(...sides, "--members", places["gong.csv"]));
  expect(plan.summary).toEqual({ create: 1, update: 1, deactivate: 2, reactivate: 0, none: 1, skip: 0 });
  expect(plan.people.find(({ key }) => key === "dee@acme.com").reason).toContain("staged");
  expect(await core.plan([before], [after], settings, { cutOver: true })).toStrictEqual(await told(...sides, "--cut-over"));
  expect(await core.plan(null, after, settings)).toStrictEqual(await told("--after", places["after.csv"]));
  await expect(core.plan([], after, settings, { cutOver: true })).rejects.toThrow(TypeError);
  await expect(core.plan(new File(["<html>"], "old.html"), after, settings)).rejects.toMatchObject({ name: "UnreadableError", input: "old.html" });
  await expect(core.plan(before, after, { compny: {} })).rejects.toMatchObject({ name: "SettingsError" });
  await expect(core.plan(before, after, settings, { inputs: { before: [{ shape: "okta" }] } })).rejects.toThrow(/before\.csv/);
  await expect(core.plan(before, after, settings, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
});

test("a workbook is read as the command line reads it, and what is none is refused", async ({}, info) => {
  const head = ["login", "firstName", "lastName", "email"];
  const book = workbook(["Cover", [["Hello"]]], ["People", [head, ["ana@acme.com", "Ana", "Li\nWu", "ana@acme.co"], [], ["bo@acme.com", "Bo", "", 7]]]);
  const place = info.outputPath("people.xlsx");
  writeFileSync(place, book);
  const told = await reportOf(place, "--sheet", "people.xlsx=People", ...flags, "--profiles");
  const report = await core.check(new File([book], "people.xlsx"), { company }, { profiles: true, inputs: [{ sheet: "People" }] });
  expect(report).toStrictEqual(told);
  expect(report.inputs[0]).toMatchObject({ name: "people.xlsx", sheet: "People" });
  expect(report.profiles.map(({ line }) => line)).toEqual([2, 4]);

  const nobody = core.check(new File([book], "people.xlsx"), { company }, { inputs: [{ sheet: "Nobody" }] });
  await expect(nobody).rejects.toMatchObject({ name: "UnreadableError", input: "people.xlsx", message: /"Nobody".*"Cover", "People"/ });
  const plain = core.check(small(), { company }, { inputs: [{ sheet: "People" }] });
  await expect(plain).rejects.toMatchObject({ name: "UnreadableError", input: "people.csv", message: /no workbook/ });
  // Each file that cannot be read is told of.
  const several = core.check([new File([book.subarray(0, 300)], "cut.xlsx"), new File(["<html>"], "page.csv")], { company });
  await expect(several).rejects.toMatchObject({ failures: [{ input: "cut.xlsx" }, { input: "page.csv", line: 1 }] });
  const made = await core.plan(new File([book], "people.xlsx"), new File([book], "people.xlsx"), { company }, { inputs: { before: [{ sheet: "People" }], after: [{ sheet: "People" }] } });
  expect(made.summary ?? made).toBeTruthy();
});
