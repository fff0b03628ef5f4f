// What both peers share: what a script's author takes from the platform, and the checks that need everyone.
//
// They skip what such scripts skip: positions as bytes, choices and suggestions, names of countries but those of CLDR in
// English and their spellings, states outside the United States, Canada and Australia, links of the time zone database
// (`Intl.supportedValuesOf` has none, and so takes Asia/Kolkata for unknown), split states, weekends, placeholders, guests,
// ids of managers, encodings, rows that do not fit their columns.
import { tell } from "../node/tell.mjs";

export { tell };

/// Zones of countries with several, by state.
const STATES = {
  US: {
    "America/New_York": "CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV",
    "America/Chicago": "AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
  },
  CA: {
    "America/Toronto": "ON QC NU",
    "America/Halifax": "NB NS PE",
    "America/St_Johns": "NL",
    "America/Winnipeg": "MB",
    "America/Regina": "SK",
    "America/Edmonton": "AB NT",
    "America/Vancouver": "BC",
    "America/Whitehorse": "YT",
  },
  AU: {
    "Australia/Sydney": "NSW ACT",
    "Australia/Melbourne": "VIC",
    "Australia/Brisbane": "QLD",
    "Australia/Adelaide": "SA",
    "Australia/Darwin": "NT",
    "Australia/Hobart": "TAS",
    "Australia/Perth": "WA",
  },
};

const states = new Map(
  Object.entries(STATES).map(([country, zones]) => [
    country,
    new Map(Object.entries(zones).flatMap(([zone, codes]) => codes.split(" ").map((code) => [code, zone]))),
  ]),
);

/// Codes and English names of countries, with the zones of each.
const countries = new Map();
const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
  const name = regions.of(code);
  const zones = name && new Intl.Locale(`und-${code}`).timeZones;
  if (!zones || zones.length === 0 || code === "UK") continue;
  countries.set(code.toLowerCase(), { code, zones });
  countries.set(name.toLowerCase(), { code, zones });
}
const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

const remembered = new Map();

/// Values that repeat are judged once, as a careful author would.
export function locale(text) {
  let rule = remembered.get(text);
  if (rule === undefined) {
    const [, language, region] = /^([a-z]{2,3})-([A-Z]{2})$/.exec(text) ?? [];
    if (!language) rule = "locale/format";
    else rule = languages.of(language) && countries.has(region.toLowerCase()) ? null : "locale/unknown";
    remembered.set(text, rule);
  }
  return rule;
}

export const isZone = (text) => zones.has(text);
export const country = (text) => countries.get(text.toLowerCase());
export const stateOf = (code, text) => states.get(code)?.get(text.toUpperCase());
export const isSplit = (code) => states.has(code);

/// The zone that counts: the person's own, else that of the state, else the country's only one.
export function effective(zone, land, state) {
  if (zone && isZone(zone)) return zone;
  if (!land) return undefined;
  if (isSplit(land.code)) return stateOf(land.code, state);
  return land.zones[0];
}

/// Is there a letter or a digit in it?
export const isName = (text) => /[\p{L}\p{N}]/u.test(text);

export const STATUSES = new Set(["ACTIVE", "STAGED", "PROVISIONED", "RECOVERY", "PASSWORD_EXPIRED", "LOCKED_OUT"]);
export const INACTIVE = new Set(["SUSPENDED", "DEPROVISIONED"]);

/// Findings, by row and rule; and who is to be known at the end.
export class Company {
  findings = [];
  zones = new Map();
  people = 0;
  #ids = new Map();
  #emails = new Map();
  #names = new Map();
  #email = [];
  #manager = [];
  #name = [];
  #out = []; // who is not imported
  #silent = []; // of whom nothing is told

  find(row, rule, column) {
    this.findings.push({ row, rule, column });
  }

  /// A record that has stood before is nobody.
  isNew(id, row) {
    if (this.#ids.has(id)) {
      this.find(row, "file/duplicate-record", "id");
      return false;
    }
    this.#ids.set(id, row);
    return true;
  }

  add({ given, family, email, manager, managerName, zone, blocked, inactive }) {
    const person = this.people++;
    const address = email.toLowerCase();
    this.#email.push(address);
    this.#manager.push(manager.toLowerCase());
    this.#name.push(managerName.toLowerCase());
    this.#out.push(blocked || inactive);
    this.#silent.push(inactive);
    if (!inactive && zone) this.zones.set(zone, (this.zones.get(zone) ?? 0) + 1);
    if (address && !blocked && !inactive) {
      const others = this.#emails.get(address);
      if (others === undefined) this.#emails.set(address, person);
      else if (typeof others === "number") this.#emails.set(address, [others, person]);
      else others.push(person);
    } else if (address && !this.#emails.has(address)) {
      this.#emails.set(address, person);
    }
    const name = `${given} ${family}`.toLowerCase();
    const others = this.#names.get(name);
    this.#names.set(name, others === undefined ? person : -1);
  }

  /// Addresses that several have, managers, circles.
  finish() {
    for (const people of this.#emails.values()) {
      if (typeof people === "number") continue;
      for (const person of people) {
        this.#out[person] = true;
        this.find(person, "email/duplicate", "email");
      }
    }
    const boss = new Int32Array(this.people).fill(-1);
    for (let person = 0; person < this.people; person += 1) {
      const say = (rule, column) => this.#silent[person] || this.find(person, rule, column);
      const email = this.#manager[person];
      const name = this.#name[person];
      if (email) {
        if (!email.includes("@")) {
          say("manager/email-invalid", "managerEmail");
          continue;
        }
        const found = this.#emails.get(email);
        const manager = typeof found === "object" ? found[0] : found;
        if (manager === undefined) say("manager/not-found", "managerEmail");
        else if (manager === person) say("manager/self", "managerEmail");
        else {
          boss[person] = manager;
          const named = this.#names.get(name);
          if (named >= 0 && named !== manager) say("manager/conflict", "managerEmail");
        }
      } else if (name) {
        const found = this.#names.get(name);
        if (name.includes(",")) say("manager/name-order", "manager");
        else if (found === undefined) say("manager/not-found", "manager");
        else if (found < 0) say("manager/ambiguous", "manager");
        else if (found === person) say("manager/self", "manager");
        else {
          boss[person] = found;
          say("manager/name-only", "manager");
        }
      } else {
        say(person === 0 ? "manager/root" : "manager/missing", "managerEmail");
      }
      if (boss[person] >= 0 && this.#out[boss[person]]) say("manager/not-imported", "managerEmail");
    }
    this.#circles(boss);
    return { people: this.people, findings: this.findings.length };
  }

  #circles(boss) {
    const seen = new Int32Array(this.people);
    for (let first = 0; first < this.people; first += 1) {
      let at = first;
      while (at >= 0 && seen[at] === 0) {
        seen[at] = first + 1;
        at = boss[at];
      }
      if (at >= 0 && seen[at] === first + 1) this.find(at, "manager/cycle", "managerEmail");
    }
  }
}
