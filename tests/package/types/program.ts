// A program: what it may ask the core, and what it may not.
import { check, effectiveTimeZone, load, plan, rules, SettingsError, UnreadableError, version } from "rollcall/core";
import type { Finding, Profile, Progress, Report, Settings } from "rollcall/core";

const settings: Settings = {
  source: "entra",
  company: { primaryDomain: "acme.com", otherDomains: ["acme.de"], defaultTimeZone: "Europe/Berlin" },
  scope: { mode: "groups", groups: ["Gong users"] },
  catalog: { seats: [{ id: "gong", unlocks: ["dataCapture", "profile:Business admin"] }] },
  assignments: [{ name: "Sales", groups: ["Sales"], seats: ["gong"], dataCapture: { emails: true }, updates: "automatic" }],
  mapping: { "Mgr Mail": "managerEmail", nickName: null },
};

export async function run(files: Blob[], members: File, signal: AbortSignal): Promise<Finding[]> {
  const report: Report = await check(files, settings, {
    members,
    inputs: [{ shape: "okta-csv", delimiter: ";", encoding: "utf-16le" }, null, { group: "Sales", name: "sales.csv" }],
    signal,
    onProgress: ({ bytes, total, input, records }: Progress) => console.log(bytes / total, input, records ?? 0),
  });
  const maybe: Profile[] | undefined = report.profiles;
  const { profiles } = await check(files[0]!, null, { profiles: true });
  const keys: (string | null)[] = profiles.map(({ key }) => key);
  const bare = await check(new Set(files), undefined, { findings: false, profiles: true });
  const outcomes = new Set(bare.profiles.map(({ outcome }) => outcome));
  outcomes.has("imported");
  // @ts-expect-error: no such outcome
  outcomes.has("lost");
  // @ts-expect-error: they were left out
  bare.findings;
  // @ts-expect-error: no such shape
  await check(files, {}, { inputs: [{ shape: "okta" }] });
  // @ts-expect-error: a delimiter is the character itself
  await check(files, {}, { inputs: [{ delimiter: "comma" }] });
  // @ts-expect-error: a path is no Blob
  await check("users.csv", settings);
  // @ts-expect-error: no such option
  await check(files, settings, { redact: true });
  // @ts-expect-error: no such switch
  await check(files, { provisioning: { delete: true } });
  console.log(maybe, keys);
  return report.findings.filter(({ severity, suggestion }) => severity === "error" && suggestion !== null);
}

export async function planned(before: Blob[], after: Blob): Promise<string[]> {
  const first = await plan(null, after);
  const { people, groups, guard } = await plan(before, [after], settings, {
    members: new Blob(["email\n"]),
    inputs: { before: [{ shape: "okta-csv" }], after: [null] },
  });
  const { cutOver } = await plan(before, after, settings, { cutOver: true });
  // @ts-expect-error: only with cutOver
  first.cutOver.lost;
  // @ts-expect-error: no such action
  people[0]?.action === "delete";
  // @ts-expect-error: members stand on both sides
  await plan(before, after, settings, { inputs: [{ group: "Sales" }] });
  console.log(groups[0]?.added.length, guard.exceeded, first.firstPush, cutOver.unmapped.includes("country"));
  return people.flatMap(({ key, changes }) => (key && changes.some(({ attribute }) => attribute === "title") ? [key] : []));
}

export async function others(): Promise<void> {
  await load(new URL("https://acme.example/rollcall.wasm"));
  const { zone, source, trail } = await effectiveTimeZone({ country: "US", state: null }, settings);
  const decided = trail.find(({ result }) => result === "decided")?.step;
  const ids: string[] = (await rules()).map(({ id }) => id);
  console.log(zone?.length, source === "state", decided, ids, version.length);
  // @ts-expect-error: no such step
  trail[0]?.step === "zone";
  // @ts-expect-error: a locale does not decide
  await effectiveTimeZone({ locale: "en-US" });
}

export function told(error: unknown): string {
  if (error instanceof SettingsError) return error.path;
  if (error instanceof UnreadableError) return error.failures.map(({ input, line }) => `${input}:${line ?? ""}`).join();
  return String(error);
}
