// A host page: what it may say to the element, and what it may not.
import { RollCall as Defined } from "rollcall/define";
import { RollCall, type Counts, type Plan, type Report, type Settings } from "rollcall";

const element: RollCall = document.createElement("roll-call");
const found: RollCall | null = document.querySelector("roll-call");
customElements.define("my-roll-call", RollCall);
Defined satisfies typeof RollCall;
class Mine extends RollCall {}
customElements.define("another-roll-call", Mine);

element.source = "okta";
element.source = null;
element.primaryDomain = "acme.com";
element.defaultTimeZone = "America/New_York";
element.view = "settings";
element.theme = "dark";
element.busy = true;
element.groups = ["Sales EMEA", "Sales US"] as const;
element.members = new Blob(["email\n"]);
element.settings = { company: { primaryDomain: "acme.com" }, rules: { "title/missing": "off" } };
const settings: Settings = element.settings;

// @ts-expect-error: no such directory
element.source = "google";
// @ts-expect-error: no such view
element.view = "plan";
// @ts-expect-error: no such theme
element.theme = "blue";
// @ts-expect-error: a promise is not set from outside
element.ready = Promise.resolve();
// @ts-expect-error: one group is a list of one
element.groups = "Sales";
// @ts-expect-error: no such member
element.settings = { compny: {} };
// @ts-expect-error: a seat has an id
element.settings = { catalog: { seats: [{ name: "Gong" }] } };
// @ts-expect-error: a limit is a number
element.settings = { limits: { assignments: "3" } };
const planned: Promise<Plan> = element.plan(null, [new Blob()]);
const moved: Promise<string[]> = element
  .plan([new Blob()], [new Blob()], { cutOver: true })
  .then(({ cutOver }) => cutOver.steps.map((step) => step.text));
planned.then(({ summary }) => summary.create + summary.skip);
// @ts-expect-error: what shall be is needed
element.plan([new Blob()]);
// @ts-expect-error: only with cutOver
planned.then(({ cutOver }) => cutOver.lost);

element.addEventListener("rollcall-checked", function (event) {
  const counts: Counts = event.detail;
  const blocked: number = counts.blocked;
  this.busy = blocked > 0;
  // @ts-expect-error: counts only
  event.detail.findings;
});
element.addEventListener("rollcall-save", (event) => {
  event.preventDefault();
  event.detail.waitUntil(fetch("/settings", { method: "PUT", body: JSON.stringify(event.detail.settings) }));
  // @ts-expect-error: a promise is waited for
  event.detail.waitUntil(7);
});
element.addEventListener("rollcall-error", ({ detail: { message } }) => message.trim());
element.addEventListener("rollcall-settings-change", ({ detail }) => detail.settings.company?.otherDomains?.length);
element.addEventListener("click", (event) => event.clientX);
document.body.addEventListener("rollcall-ready", (event) => event.detail satisfies null);
// @ts-expect-error: an event of an element is none of a mouse
element.addEventListener("rollcall-checked", (event: MouseEvent) => event.clientX);

async function check(files: FileList): Promise<void> {
  await element.ready;
  const report: Report = await element.check(files);
  const first: string | undefined = report.findings[0]?.message;
  const { profiles } = await element.check([...files], { profiles: true });
  const zone: string | null | undefined = profiles[0]?.timeZone.zone;
  const bare = await element.check(files, { findings: false });
  // @ts-expect-error: they were left out
  bare.findings;
  // @ts-expect-error: a path is no file
  await element.check("users.csv");
  console.log(first, zone, found?.view, settings);
}
void check;
