// The requests of `plan --format scim`, sent to a SCIM server: it takes them all, and ends up as the directory is.
//
// A company is pushed for the first time, then changes twice. What the server must hold after each is written by
// hand. `ROLLCALL_CLI` names the command line.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { replay } from "./replay.mjs";
import { ENTERPRISE, GONG, start } from "./server.mjs";

const CLI = process.env.ROLLCALL_CLI ?? "target/debug/rollcall";
const COLUMNS = ["id", "userName", "email", "status", "givenName", "familyName", "title", "locale", "timeZone", "phoneNumber", "country", "state", "managerId", "groups"];

// Names that mean something to a URL, a filter, JSON, or to the places of a plan.
const NAMES = { nell: "o'neil@acme.com", quo: 'quo"te\\back@acme.com', brace: "{user:late@acme.com}%7B@acme.com", zoe: "zoë.łuk@acme.com" };
const OPS = 'Ops {group:Leads} 100% "q\\';
const FETE = "Été d'or & Söhne, Köln";
const CREW = "Crew #1/2?";
const crew = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => `m${from + at}@acme.com`);

/** A row of an export; the address is the user name unless given. */
const row = (id, userName, more) => ({ id, userName, email: userName, status: "ACTIVE", givenName: "Ana", familyName: "Li", ...more });
const crewRow = (userName) => row(userName.split("@")[0], userName, { groups: CREW });

const FIRST = [
  row("1", NAMES.nell, { email: "oneil@acme.com", givenName: "Nell", familyName: "O'Neil", title: "Head", locale: "en-US", timeZone: "America/New_York", phoneNumber: "(212) 575-1994", country: "US", state: "New York", groups: "Leads" }),
  // The manager stands further down: whoever is first has nobody to report to yet.
  row("2", NAMES.quo, { email: "quote@acme.com", title: "Rep \"A\"", country: "US", state: "New York", managerId: "9", groups: OPS }),
  row("3", NAMES.brace, { email: "brace@acme.com", title: "{user:late@acme.com}", managerId: "1", groups: `${OPS};${FETE}` }),
  row("4", NAMES.zoe, { email: "zoe@acme.com", givenName: "Zoë", familyName: "Łuk", title: "Rep", locale: "pl-PL", groups: FETE }),
  row("5", "sus@acme.com", { title: "Rep", managerId: "1", groups: "Leads" }),
  row("6", "old.name@acme.com", { givenName: "Old", managerId: "1", groups: "Leads" }),
  row("7", "leaves@acme.com", { groups: "Leads" }),
  row("8", "gone@acme.com", { groups: "Leads" }),
  row("9", "late@acme.com", { managerId: "1" }),
  // Each reports to the other.
  row("10", "c1@acme.com", { managerId: "11" }),
  row("11", "c2@acme.com", { managerId: "10" }),
  row("14", "blocked@acme.com", { familyName: "", groups: "Leads" }),
  row("15", "under.blocked@acme.com", { managerId: "14" }),
  row("16", "never@acme.com", { status: "SUSPENDED", groups: "Leads" }),
  ...crew(1, 250).map(crewRow),
];

/** What a server holds of someone: only what is not empty. */
const user = (userName, more) => ({ userName, active: true, email: userName, givenName: "Ana", familyName: "Li", ...more });

const HELD_FIRST = {
  users: [
    user(NAMES.nell, { email: "oneil@acme.com", givenName: "Nell", familyName: "O'Neil", title: "Head", locale: "en-US", timezone: "America/New_York", phone: "(212) 575-1994", country: "US", state: "New York" }),
    user(NAMES.quo, { email: "quote@acme.com", title: "Rep \"A\"", country: "US", state: "New York", manager: "late@acme.com" }),
    user(NAMES.brace, { email: "brace@acme.com", title: "{user:late@acme.com}", manager: NAMES.nell }),
    user(NAMES.zoe, { email: "zoe@acme.com", givenName: "Zoë", familyName: "Łuk", title: "Rep", locale: "pl-PL" }),
    user("sus@acme.com", { title: "Rep", manager: NAMES.nell }),
    user("old.name@acme.com", { givenName: "Old", manager: NAMES.nell }),
    user("leaves@acme.com"),
    user("gone@acme.com"),
    user("late@acme.com", { manager: NAMES.nell }),
    user("c1@acme.com", { manager: "c2@acme.com" }),
    user("c2@acme.com", { manager: "c1@acme.com" }),
    user("under.blocked@acme.com"),
    ...crew(1, 250).map((name) => user(name)),
  ],
  groups: {
    Leads: [NAMES.nell, "sus@acme.com", "old.name@acme.com", "leaves@acme.com", "gone@acme.com"],
    [OPS]: [NAMES.quo, NAMES.brace],
    [FETE]: [NAMES.brace, NAMES.zoe],
    [CREW]: crew(1, 250),
  },
};

const but = (rows, changes, without = []) =>
  rows.filter((one) => !without.includes(one.userName)).map((one) => ({ ...one, ...changes[one.userName] }));

// Somebody is suspended; a title, a phone number, a manager and a place come to someone who had none.
const SECOND = but(FIRST, {
  "sus@acme.com": { status: "SUSPENDED" },
  [NAMES.zoe]: { phoneNumber: "(212) 575-1995", country: "Poland", state: "Mazowieckie", managerId: "2", timeZone: "Europe/Warsaw" },
  "late@acme.com": { title: "Boss" },
});

const HELD_SECOND = {
  users: but(HELD_FIRST.users, {
    "sus@acme.com": { active: false },
    [NAMES.zoe]: { phone: "(212) 575-1995", country: "Poland", state: "Mazowieckie", manager: NAMES.quo, timezone: "Europe/Warsaw" },
    "late@acme.com": { title: "Boss" },
  }),
  groups: { ...HELD_FIRST.groups, Leads: [NAMES.nell, "old.name@acme.com", "leaves@acme.com", "gone@acme.com"] },
};

// Everything at once: back again under another manager, a title and a place taken away, another user name, suspended,
// gone, no longer in a circle, new people who report to one another, and a group that loses most of its members.
const THIRD = [
  row("12", "new1@acme.com", { title: "Rep", managerId: "13", groups: "Neu;Leads" }),
  ...but(
    SECOND,
    {
      "sus@acme.com": { status: "ACTIVE", title: "Lead", managerId: "9" },
      [NAMES.quo]: { title: "", country: "", state: "", groups: `${OPS};Leads` },
      [NAMES.zoe]: { phoneNumber: "(212) 575-1996", locale: "", groups: "" },
      [NAMES.brace]: { title: "%7Buser:late@acme.com}", managerId: "" },
      "old.name@acme.com": { userName: "new.name@acme.com", email: "new.name@acme.com", givenName: "New" },
      "leaves@acme.com": { status: "SUSPENDED" },
      "c1@acme.com": { managerId: "" },
      "under.blocked@acme.com": { managerId: "6" },
    },
    ["gone@acme.com", ...crew(101, 250)],
  ),
  row("13", "new2@acme.com", { title: "Rep", groups: `Neu;${FETE}` }),
];

const HELD_THIRD = {
  users: [
    user("new1@acme.com", { title: "Rep", manager: "new2@acme.com" }),
    ...but(HELD_SECOND.users, {
      "sus@acme.com": { active: true, title: "Lead", manager: "late@acme.com" },
      [NAMES.quo]: { title: undefined, country: undefined, state: undefined },
      [NAMES.zoe]: { phone: "(212) 575-1996", locale: undefined },
      [NAMES.brace]: { title: "%7Buser:late@acme.com}", manager: undefined },
      "old.name@acme.com": { userName: "new.name@acme.com", email: "new.name@acme.com", givenName: "New" },
      "leaves@acme.com": { active: false },
      "gone@acme.com": { active: false },
      "c1@acme.com": { manager: undefined },
      "under.blocked@acme.com": { manager: "new.name@acme.com" },
      ...Object.fromEntries(crew(101, 250).map((name) => [name, { active: false }])),
    }),
    user("new2@acme.com", { title: "Rep" }),
  ],
  groups: {
    Leads: ["new1@acme.com", NAMES.nell, NAMES.quo, "sus@acme.com", "new.name@acme.com"],
    [OPS]: [NAMES.quo, NAMES.brace],
    [FETE]: [NAMES.brace, "new2@acme.com"],
    [CREW]: crew(1, 100),
    Neu: ["new1@acme.com", "new2@acme.com"],
  },
};

/** An export of these people, without some columns. */
const csv = (rows, without = []) => {
  const cell = (value = "") => `"${value.replaceAll('"', '""')}"`;
  const columns = COLUMNS.filter((name) => !without.includes(name));
  return [columns.join(","), ...rows.map((one) => columns.map((name) => cell(one[name])).join(","))].join("\n") + "\n";
};

/** The requests from one export, if any, to the next, which lacks some columns. */
async function plan(source, before, after, without = []) {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-scim-"));
  try {
    const file = async (name, rows, without) => {
      await writeFile(join(folder, name), csv(rows, without));
      return join(folder, name);
    };
    const sides = [...(before ? ["--before", await file("before.csv", before)] : []), "--after", await file("after.csv", after, without)];
    const options = { maxBuffer: 1 << 26 };
    return await new Promise((resolve, reject) => {
      execFile(CLI, ["plan", ...sides, "--format", "scim", "--source", source, "--domain", "acme.com"], options, (error, stdout, stderr) => {
        // 1: the guard is exceeded, which is told and stops nothing.
        if (error && error.code !== 1) reject(new Error(stderr, { cause: error }));
        else resolve(stdout);
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a server holds, in the words of the expectations. */
function held({ users, groups }) {
  const name = (id) => users.get(id)?.userName;
  const one = (list) => {
    assert.ok((list ?? []).length <= 1, JSON.stringify(list));
    assert.ok((list ?? []).every(({ type }) => type === "work"), JSON.stringify(list));
    return list?.[0]?.value;
  };
  return {
    users: [...users.values()].map((user) => ({
      userName: user.userName,
      active: user.active,
      email: one(user.emails),
      givenName: user.name.givenName,
      familyName: user.name.familyName,
      title: user.title,
      locale: user.locale,
      timezone: user.timezone,
      phone: one(user.phoneNumbers),
      country: user[GONG]?.country,
      state: user[GONG]?.stateOrProvince,
      manager: name(user[ENTERPRISE]?.manager?.value),
    })),
    groups: Object.fromEntries([...groups.values()].map((group) => [group.displayName, (group.members ?? []).map(({ value }) => name(value))])),
  };
}

/** The same in an order of its own, without what is empty. */
function ordered({ users, groups }, source) {
  const full = (one) => Object.entries(one).filter(([name, value]) => (value ?? "") !== "" && (source === "entra" || name !== "manager"));
  return {
    users: users.map((one) => Object.fromEntries(full(one).sort())).sort((a, b) => (a.userName < b.userName ? -1 : 1)),
    groups: Object.fromEntries(Object.entries(groups).map(([name, members]) => [name, [...members].sort()]).sort()),
  };
}

for (const source of ["okta", "entra"]) {
  test(`${source}: a server that is sent the requests ends up as the directory is`, async () => {
    const server = await start({ entra: source === "entra" });
    try {
      let before;
      for (const [after, expected] of [[FIRST, HELD_FIRST], [SECOND, HELD_SECOND], [THIRD, HELD_THIRD]]) {
        await replay(await plan(source, before, after), server.address);
        // Okta's profile names its manager by id, for which no SCIM name is known: it is not sent.
        assert.deepEqual(ordered(held(server.store), source), ordered(expected, source));
        before = after;
      }
      assert.equal(await plan(source, THIRD, THIRD), "");
    } finally {
      await server.stop();
    }
  });
}

/** Pushes one export, then another, and gives what the server holds. */
async function pushed(source, before, after, without) {
  const server = await start({ entra: source === "entra" });
  try {
    await replay(await plan(source, undefined, before), server.address);
    await replay(await plan(source, before, after, without), server.address);
    return ordered(held(server.store), source);
  } finally {
    await server.stop();
  }
}

for (const source of ["okta", "entra"]) {
  test(`${source}: what an export does not know stays as it is`, async () => {
    const ana = row("1", "ana@acme.com", { title: "Rep", locale: "de-DE", country: "Germany", phoneNumber: "(212) 575-1994" });
    const after = [{ ...ana, givenName: "Anna" }];
    const expected = user("ana@acme.com", { givenName: "Anna", title: "Rep", locale: "de-DE", country: "Germany", phone: "(212) 575-1994" });
    assert.deepEqual(await pushed(source, [ana], after, ["title", "locale", "country", "phoneNumber", "groups"]), ordered({ users: [expected], groups: {} }, source));
  });

  test(`${source}: a user name that passes to someone else brings nothing of theirs along`, async () => {
    const before = [row("1", "lee@acme.com", { managerId: "2" }), row("2", "boss@acme.com")];
    const after = [
      { ...before[0], userName: "ana.lee@acme.com", email: "ana.lee@acme.com", groups: "Leads" },
      row("3", "lee@acme.com", { managerId: "1", groups: "Neu" }),
      { ...before[1], managerId: "1" },
    ];
    assert.deepEqual(
      await pushed(source, before, after),
      ordered(
        {
          users: [
            user("ana.lee@acme.com", { manager: "boss@acme.com" }),
            user("lee@acme.com", { manager: "ana.lee@acme.com" }),
            user("boss@acme.com", { manager: "ana.lee@acme.com" }),
          ],
          groups: { Leads: ["ana.lee@acme.com"], Neu: ["lee@acme.com"] },
        },
        source,
      ),
    );
  });

  test(`${source}: user names are given up before others get them`, async () => {
    const before = [row("1", "x@acme.com"), row("2", "y@acme.com")];
    const named = (id, name) => ({ ...row(id, name), title: `was ${id}` });
    // A new person stands before the one whose user name they get, who stands before the one whose theirs will be.
    const after = [named("3", "x@acme.com"), named("1", "y@acme.com"), named("2", "z@acme.com")];
    const users = [user("x@acme.com", { title: "was 3" }), user("y@acme.com", { title: "was 1" }), user("z@acme.com", { title: "was 2" })];
    assert.deepEqual(await pushed(source, before, after), ordered({ users, groups: {} }, source));
  });

  test(`${source}: a new account with the user name of one that was closed takes it over`, async () => {
    const before = [row("1", "ana@acme.com", { title: "Rep" })];
    const after = [{ ...before[0], status: "DEPROVISIONED" }, row("2", "ana@acme.com", { title: "Lead", groups: "Leads" })];
    const expected = { users: [user("ana@acme.com", { title: "Lead" })], groups: { Leads: ["ana@acme.com"] } };
    assert.deepEqual(await pushed(source, before, after), ordered(expected, source));
  });

  test(`${source}: who has no user name signs in with the email`, async () => {
    const people = [row("1", "", { email: "ana@acme.com" })];
    const after = [{ ...people[0], email: "ana.li@acme.com", groups: "Leads" }];
    const expected = { users: [user("ana.li@acme.com")], groups: { Leads: ["ana.li@acme.com"] } };
    assert.deepEqual(await pushed(source, people, after), ordered(expected, source));
  });
}

test("each source asks in its own words", async () => {
  const operations = (requests) => requests.flatMap(({ method, body }) => (method === "PATCH" ? body.Operations : []));
  const [okta, entra] = await Promise.all(["okta", "entra"].map((source) => plan(source, SECOND, THIRD)));
  const [ofOkta, ofEntra] = [okta, entra].map((lines) => lines.split("\n").filter(Boolean).map((line) => JSON.parse(line)));
  for (const request of [...ofOkta, ...ofEntra]) {
    assert.ok(["GET", "POST", "PUT", "PATCH"].includes(request.method), request.method);
    assert.equal(request.method === "GET", request.body === null);
  }
  // Okta updates with PUT of everything, and deactivates with a PATCH that has no path.
  assert.ok(ofOkta.some(({ method }) => method === "PUT"));
  assert.deepEqual(
    operations(ofOkta).filter(({ value }) => value && "active" in value),
    Array.from({ length: 152 }, () => ({ op: "replace", value: { active: false } })),
  );
  assert.ok(operations(ofOkta).every(({ op }) => ["add", "remove", "replace"].includes(op)));
  assert.ok(operations(ofOkta).some(({ op, path }) => op === "remove" && /^members\[value eq "/.test(path)));
  // Entra never sends PUT; its operations are capitalised, each has a path, and active is a text.
  assert.ok(ofEntra.every(({ method }) => method !== "PUT"));
  assert.ok(operations(ofEntra).every(({ op, path }) => ["Add", "Remove", "Replace"].includes(op) && path));
  const active = operations(ofEntra).filter(({ path }) => path === "active").map(({ value }) => value);
  assert.deepEqual(active.toSorted(), [...Array.from({ length: 152 }, () => "False"), "True"]);
  assert.ok(operations(ofEntra).some(({ op, path, value }) => op === "Remove" && path === "members" && value[0].value));
});
