// The same job with uDSV and checks written by hand: node udsv.mjs FILE DOMAIN
// uDSV gives rows as lists of texts while the file comes in; what needs everyone is in shared.mjs, with what is skipped.
import { createReadStream } from "node:fs";
import { inferSchema, initParser } from "udsv";
import { Company, country, effective, INACTIVE, isName, isSplit, isZone, locale, stateOf, STATUSES, tell } from "./shared.mjs";

const [path, domain] = process.argv.slice(2);
const company = new Company();
const suffix = `@${domain}`;

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;
const PHONE = /^(?:\((\d{3})\) (\d{3})-\d{4}|(\d{3})\.(\d{3})\.\d{4})(?: (?:ext\.?|Ext\.?|x) ?\d{1,7})?$/;
const STRAY = /^\s|\s$|\s\s/;

let at; // places of the columns
let row = 0;

function take(cells) {
  row += 1;
  if (!company.isNew(cells[at.id], row)) return;
  const find = (rule, column) => company.find(row, rule, column);
  const status = cells[at.status];
  const given = cells[at.firstName];
  const family = cells[at.lastName];
  const email = cells[at.email];
  const state = cells[at.state];
  const timezone = cells[at.timezone];
  const land = cells[at.countryCode] === "" ? undefined : country(cells[at.countryCode]);
  const inactive = INACTIVE.has(status);
  let blocked = false;
  if (inactive) {
    find("status/inactive", "status");
  } else {
    const block = (rule, column) => {
      blocked = true;
      find(rule, column);
    };
    if (status === "STAGED") find("status/staged", "status");
    else if (status !== "" && !STATUSES.has(status)) find("status/unknown", "status");
    if (!isName(given)) block("name/given-missing", "firstName");
    if (!isName(family)) block("name/family-missing", "lastName");
    if (email === "") block("email/missing", "email");
    else if (!ADDRESS.test(email)) block("email/invalid", "email");
    else if (!email.toLowerCase().endsWith(suffix)) block("email/domain", "email");
    const title = cells[at.title];
    if (title === "") find("title/missing", "title");
    else if (STRAY.test(title)) find("value/whitespace", "title");
    const phone = cells[at.primaryPhone];
    if (phone !== "") {
      const form = PHONE.exec(phone);
      if (!form) find(/^\+(?!1)\d|^00\d/.test(phone) ? "phone/international" : "phone/format", "primaryPhone");
      else if (!/^[2-9]/.test(form[1] ?? form[3]) || !/^[2-9](?!11)/.test(form[2] ?? form[4])) find("phone/not-assignable", "primaryPhone");
    }
    if (cells[at.countryCode] !== "" && !land) find("country/unknown", "countryCode");
    if (timezone !== "") {
      if (!isZone(timezone)) find(/^(UTC|GMT)?[+-]/.test(timezone) ? "timezone/offset" : "timezone/unknown", "timezone");
      else if (land && !land.zones.includes(timezone)) find("timezone/country-mismatch", "timezone");
    }
    if (land && isSplit(land.code)) {
      if (state !== "" && !stateOf(land.code, state)) find("state/unknown", "state");
      else if (state === "" && timezone === "") find("state/needed", "state");
    }
    const language = cells[at.locale];
    const rule = language === "" ? "locale/missing" : locale(language);
    if (rule) find(rule, "locale");
  }
  const manager = cells[at.managerEmail];
  const managerName = cells[at.manager];
  company.add({ given, family, email, manager, managerName, zone: effective(timezone, land, state), blocked, inactive });
}

const decoder = new TextDecoder();
let parser;
for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) {
  const text = decoder.decode(bytes, { stream: true });
  if (!parser) {
    const schema = inferSchema(text);
    at = Object.fromEntries(schema.cols.map(({ name }, place) => [name, place]));
    parser = initParser(schema);
  }
  parser.chunk(text, parser.stringArrs, take);
}
parser?.end();
tell(company.finish());
