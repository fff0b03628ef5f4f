// A host: gives what the core says of a file.
import "rollcall/define";
import { check, effectiveTimeZone } from "rollcall/core";

const company = { primaryDomain: "acme.com", defaultTimeZone: "America/New_York" };

document.querySelector("input").addEventListener("change", async ({ target }) => {
  const { zone } = await effectiveTimeZone({ country: "US", state: "TX" });
  const report = await check(target.files, { company }, { profiles: true });
  document.querySelector("output").value = JSON.stringify({ zone, report });
});
document.documentElement.dataset.host = "ready";
