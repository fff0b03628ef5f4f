// The same job with Papa Parse, Zod and libphonenumber-js: node papa-zod.mjs FILE DOMAIN
// Papa Parse streams the file by portions; Zod judges each row; what needs everyone is in shared.mjs, with what is skipped.
import { createReadStream } from "node:fs";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import Papa from "papaparse";
import { z } from "zod";
import { Company, country, effective, INACTIVE, isName, isSplit, isZone, locale, stateOf, STATUSES, tell } from "./shared.mjs";

const [path, domain] = process.argv.slice(2);
const company = new Company();

/// A finding by the name of a rule.
const rule = (params) => ({ message: params });
const trimmed = z.string().superRefine((text, context) => {
  if (text !== text.trim() || text.includes("  ")) context.addIssue({ code: "custom", message: "value/whitespace" });
});
const person = z
  .object({
    status: z.string().refine((text) => text === "" || STATUSES.has(text) || INACTIVE.has(text), rule("status/unknown")),
    firstName: trimmed.refine(isName, rule("name/given-missing")),
    lastName: trimmed.refine(isName, rule("name/family-missing")),
    email: z
      .string()
      .min(1, { ...rule("email/missing"), abort: true })
      .pipe(z.email({ ...rule("email/invalid"), abort: true }))
      .refine((text) => text.toLowerCase().endsWith(`@${domain}`), rule("email/domain")),
    title: trimmed.refine((text) => text !== "", rule("title/missing")),
    primaryPhone: z.string().superRefine((text, context) => {
      if (text === "") return;
      const number = parsePhoneNumberFromString(text, "US");
      if (!number?.isPossible()) context.addIssue({ code: "custom", message: "phone/format" });
      else if (number.countryCallingCode !== "1") context.addIssue({ code: "custom", message: "phone/international" });
      else if (!/^(\(\d{3}\) \d{3}-\d{4}|\d{3}\.\d{3}\.\d{4})( (ext\.?|Ext\.?|x) ?\d{1,7})?$/.test(text))
        context.addIssue({ code: "custom", message: "phone/format" });
    }),
    countryCode: z.string(),
    state: z.string(),
    timezone: z.string(),
    locale: z.string().superRefine((text, context) => {
      const message = text === "" ? "locale/missing" : locale(text);
      if (message) context.addIssue({ code: "custom", message });
    }),
    manager: trimmed,
    managerEmail: z.string(),
  })
  .superRefine(({ countryCode, state, timezone }, context) => {
    const add = (message, path) => context.addIssue({ code: "custom", message, path: [path] });
    const land = countryCode === "" ? undefined : country(countryCode);
    if (countryCode !== "" && !land) add("country/unknown", "countryCode");
    if (timezone !== "" && !isZone(timezone)) add(/^(UTC|GMT)?[+-]/.test(timezone) ? "timezone/offset" : "timezone/unknown", "timezone");
    else if (timezone !== "" && land && !land.zones.includes(timezone)) add("timezone/country-mismatch", "timezone");
    if (land && isSplit(land.code)) {
      if (state !== "" && !stateOf(land.code, state)) add("state/unknown", "state");
      else if (state === "" && timezone === "") add("state/needed", "state");
    }
  });

const BLOCKS = new Set(["name/given-missing", "name/family-missing", "email/missing", "email/invalid", "email/domain"]);

let row = 0;
function take(record) {
  row += 1;
  if (!company.isNew(record.id, row)) return;
  const inactive = INACTIVE.has(record.status);
  let blocked = false;
  if (inactive) {
    company.find(row, "status/inactive", "status");
  } else {
    if (record.status === "STAGED") company.find(row, "status/staged", "status");
    const judged = person.safeParse(record);
    if (!judged.success) {
      for (const { message, path } of judged.error.issues) {
        company.find(row, message, path[0]);
        if (BLOCKS.has(message)) blocked = true;
      }
    }
  }
  const { firstName: given, lastName: family, email, managerEmail: manager, manager: managerName } = record;
  const zone = effective(record.timezone, country(record.countryCode), record.state);
  company.add({ given, family, email, manager, managerName, zone, blocked, inactive });
}

Papa.parse(createReadStream(path, { highWaterMark: 1 << 20 }), {
  header: true,
  skipEmptyLines: true,
  chunk: ({ data }) => data.forEach(take),
  complete: () => tell(company.finish()),
});
