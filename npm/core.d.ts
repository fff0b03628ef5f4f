/** Rollcall for programs: the same calls in a page, a worker and Node. Importing it does nothing. */

/** Version of Rollcall. */
export const version: string;

/**
 * Checks exports together. Files are read in portions, twice (once with `findings: false`), in the thread of the
 * caller, who gets a turn between portions. Rejects with a {@link SettingsError}, an {@link UnreadableError}, a
 * `TypeError` about the arguments, or the reason of `signal`.
 */
export function check(
  files: Blob | Iterable<Blob>,
  settings: Settings | null | undefined,
  options: CheckOptions & { findings: false; profiles: true },
): Promise<Omit<Report, "findings"> & { profiles: Profile[] }>;
export function check(
  files: Blob | Iterable<Blob>,
  settings: Settings | null | undefined,
  options: CheckOptions & { findings: false },
): Promise<Omit<Report, "findings">>;
export function check(
  files: Blob | Iterable<Blob>,
  settings: Settings | null | undefined,
  options: CheckOptions & { findings?: true; profiles: true },
): Promise<Report & { profiles: Profile[] }>;
export function check(
  files: Blob | Iterable<Blob>,
  settings?: Settings | null,
  options?: CheckOptions & { findings?: true },
): Promise<Report>;
export function check(
  files: Blob | Iterable<Blob>,
  settings?: Settings | null,
  options?: CheckOptions,
): Promise<Omit<Report, "findings"> & { findings?: Finding[] }>;

/**
 * Plans what provisioning would do: from earlier exports, or people already in Gong, to these exports. Without either it
 * is the first push. Files are read twice. Rejects as {@link check} does.
 */
export function plan(
  before: Blob | Iterable<Blob> | null | undefined,
  after: Blob | Iterable<Blob>,
  settings: Settings | null | undefined,
  options: PlanOptions & { cutOver: true },
): Promise<Plan & { cutOver: CutOver }>;
export function plan(
  before: Blob | Iterable<Blob> | null | undefined,
  after: Blob | Iterable<Blob>,
  settings?: Settings | null,
  options?: PlanOptions,
): Promise<Plan>;

/** The time zone that a member with these values ends up with, in the documented order. */
export function effectiveTimeZone(values?: ZoneValues, settings?: Settings | null): Promise<EffectiveTimeZone>;

/** The catalogue of rules. */
export function rules(): Promise<Rule[]>;

/**
 * Brings the module in: from where it lies (`rollcall/rollcall.wasm`), from its bytes, or as it was compiled. Needed
 * only where it does not lie beside the script. Who asks first decides.
 */
export function load(source?: string | URL | BufferSource | WebAssembly.Module): Promise<void>;

/** The settings cannot be used. */
export class SettingsError extends Error {
  name: "SettingsError";
  /** JSON Pointer to what is to blame; empty for the whole. The message begins with it. */
  readonly path: string;
}

/** Files cannot be read at all. All were tried. */
export class UnreadableError extends Error {
  name: "UnreadableError";
  /** Each file that cannot be read. */
  readonly failures: readonly Unreadable[];
  /** Name of the first of them. */
  readonly input: string;
  /** The line that is to blame in it, if one is. */
  readonly line: number | null;
}

export interface Unreadable {
  input: string;
  line: number | null;
  message: string;
}

export interface CheckOptions {
  /** People already in Gong: a table, or several. */
  members?: Blob | Iterable<Blob> | null;
  /** What is said of each file, in the order of `files`, those of `members` behind them. */
  inputs?: readonly (InputOptions | null | undefined)[];
  /** Called about ten times a second at most, and at the end. */
  onProgress?: (progress: Progress) => void;
  /** Ends the check. */
  signal?: AbortSignal;
  /** Reports every profile, too. */
  profiles?: boolean;
  /** `false` leaves the findings out: then no file is read twice. */
  findings?: boolean;
}

export interface PlanOptions {
  /** People already in Gong: a table, or several. They stand on both sides. */
  members?: Blob | Iterable<Blob> | null;
  /** What is said of each file of either side, those of `members` behind them. */
  inputs?: {
    before?: readonly (InputOptions | null | undefined)[];
    after?: readonly (InputOptions | null | undefined)[];
  };
  /** `before` are the people of an old Gong app in Okta, `after` those of a new one: the plan gets `cutOver`. */
  cutOver?: boolean;
  /** Ends it. */
  signal?: AbortSignal;
}

export interface InputOptions {
  /** What reports call the file, where it is a `Blob`: those are `export-1`, `members-1` and so on. */
  name?: string;
  shape?: Shape;
  delimiter?: "," | ";" | "\t" | "|";
  encoding?: Encoding;
  /** The group whose members the file lists. */
  group?: string;
  /** The sheet of a workbook to read; its first that is not hidden, if none is named. */
  sheet?: string;
}

export interface Progress {
  /** Bytes read, over both readings. */
  bytes: number;
  /** Bytes to be read, over both readings. */
  total: number;
  /** The file in hand, by its place in `files`, those of `members` behind them. */
  input: number;
  /** Records read. */
  records?: number;
  /** Findings so far that block, degrade and inform. */
  blocks?: number;
  degrades?: number;
  informs?: number;
}

export interface ZoneValues {
  timeZone?: string | null;
  country?: string | null;
  state?: string | null;
}

export interface Rule {
  /** `area/defect`. */
  id: string;
  effect: "blocks" | "degrades" | "informs";
  /** Unless the settings say otherwise. */
  severity: Severity;
  title: string;
  reason: string;
  cure: string;
  source: string;
  /** Examples. */
  pass: string[];
  fail: string[];
}

// The report: docs/schema/report.schema.json. Within version 1 members may be added.

export interface Report {
  format: "rollcall-report";
  formatVersion: 1;
  tool: { version: string; timeZoneData: string; rules: string };
  inputs: Input[];
  summary: Summary;
  /** In the order of input, record, attribute, rule; those of no record last. */
  findings: Finding[];
  /** Only with `profiles: true`. */
  profiles?: Profile[];
}

export type Severity = "error" | "warning" | "notice";

export type Attribute =
  | "id"
  | "userName"
  | "status"
  | "givenName"
  | "familyName"
  | "primaryEmail"
  | "secondaryEmails"
  | "privateEmail"
  | "phoneNumber"
  | "phoneExtension"
  | "title"
  | "managerEmail"
  | "managerName"
  | "managerId"
  | "timeZone"
  | "country"
  | "state"
  | "locale"
  | "groups";

export type Shape =
  | "okta-csv"
  | "okta-users-json"
  | "okta-app-users-json"
  | "okta-groups-json"
  | "okta-group-members-json"
  | "okta-group-members-csv"
  | "entra-users-csv"
  | "entra-bulk-csv"
  | "entra-members-csv"
  | "graph-users-json"
  | "powershell-csv"
  | "m365-csv"
  | "scim-json"
  | "table";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface Input {
  /** A second file of a name gets " (2)". */
  name: string;
  role: "export" | "members";
  shape: Shape;
  encoding: Encoding;
  delimiter: "," | ";" | "\t" | "|" | null;
  records: number;
  /** The group whose members the file lists. */
  group: string | null;
  /** The sheet that was read, of a workbook only; lines are its rows. */
  sheet?: string;
  mapping: Mapping[];
  unmapped: string[];
  /** Columns that look like an attribute; offered, never applied silently. */
  similar?: { column: string; attributes: Attribute[] }[];
}

export interface Mapping {
  column: string;
  attribute: Attribute;
  by: "shape" | "alias" | "settings";
  /** Id of a named assumption, in docs/assumptions.md. */
  assumption: string | null;
}

export interface Summary {
  /** People in scope. */
  profiles: number;
  imported: number;
  blocked: number;
  inactive: number;
  outOfScope: number;
  errors: number;
  warnings: number;
  notices: number;
  rules: { rule: string; severity: Severity; count: number }[];
  /** Of imported people, the most frequent first. */
  timeZones: { zone: string; count: number }[];
  timeZoneSources: Record<ZoneSource, number>;
  assignments: { name: string; members: number }[];
}

export interface Finding {
  /** `area/defect`. */
  rule: string;
  severity: Severity;
  input: string | null;
  /** Where the record begins, from 1; null for findings of a file or of the settings. */
  line: number | null;
  /** From 1, in its file. */
  record: number | null;
  /** Primary email, else user name, else id. */
  key: string | null;
  attribute: Attribute | null;
  column: string | null;
  /** As it stands in the file. */
  value: string | null;
  message: string;
  /** The one value that would cure it, where certain. */
  suggestion: string | null;
  choices: string[];
  related: { input: string; record: number; line: number; key: string | null }[];
  /** JSON Pointer into the settings. */
  path: string | null;
  assumption: string | null;
}

export type Outcome = "imported" | "blocked" | "inactive" | "outOfScope";

export type Day = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

export interface Profile {
  input: string;
  record: number;
  line: number;
  key: string | null;
  outcome: Outcome;
  timeZone: EffectiveTimeZone;
  weekend: Day[];
  manager: { key: string | null; by: "email" | "name" | "id" } | null;
  /** Null for people who are not imported. */
  assignment: string | null;
  groups: string[];
}

export type ZoneSource = "timeZone" | "country" | "state" | "default" | "none";

export interface EffectiveTimeZone {
  /** A name of the IANA time zone database; null where nothing decides and no default is set. */
  zone: string | null;
  source: ZoneSource;
  trail: ZoneStep[];
}

export interface ZoneStep {
  step: "timeZone" | "country" | "state" | "default";
  value: string;
  result: "empty" | "unknown" | "rejected" | "ambiguous" | "decided";
  assumption: string | null;
}

// The settings: docs/schema/settings.schema.json. Absent members mean their defaults.

export interface Settings {
  format?: "rollcall-settings";
  formatVersion?: 1;
  /** The directory that provisions; taken from the exports where not given. */
  source?: Source | null;
  company?: {
    /** People are imported on this domain only. */
    primaryDomain?: string | null;
    /** Further domains of the company, for aliases. */
    otherDomains?: string[];
    /** A name of the IANA time zone database. */
    defaultTimeZone?: string | null;
  };
  /** Who is assigned to Gong. Without it: the people of an app-assignment export where there is one, else everyone. */
  scope?: { mode?: "everyone" | "groups" | "appUsers"; groups?: string[] } | null;
  /** The switches of the source's app. */
  provisioning?: { create?: boolean; update?: boolean; deactivate?: boolean };
  managers?: { notifyDirectManagers?: boolean; toggleDataCapture?: boolean };
  /** What assignments can name. Without it: what is known of Gong's own lists. */
  catalog?: { seats?: Seat[]; workspaces?: Workspace[] };
  /** In order: of those that name one of a person's groups the first wins. Names are unique. */
  assignments?: Assignment[];
  /** What everyone else gets. */
  defaultAssignment?: AssignedSettings;
  /** Limits of the plan the company bought; null for none. */
  limits?: {
    assignments?: number | null;
    workspaces?: number | null;
    permissionProfilesPerWorkspace?: number | null;
  };
  guard?: { deactivateShare?: number };
  /** Column, or shape:column, to the attribute that it holds; null for none. */
  mapping?: Record<string, Attribute | null>;
  /** Rule id to the severity it gets. */
  rules?: Record<string, Severity | "off">;
}

export type Source = "okta" | "entra";

export interface Seat {
  id: string;
  name?: string | null;
  /** How many the company has; null if that does not matter. */
  owned?: number | null;
  /** What needs the seat. */
  unlocks?: ("dataCapture" | "emailExportToCrm" | `profile:${string}`)[];
}

export interface Workspace {
  id: string;
  name?: string | null;
  permissionProfiles?: string[];
}

export interface AssignedSettings {
  /** Ids of seats of the catalog. */
  seats?: string[];
  /** Workspaces of the catalog, each once, with one of its permission profiles. */
  workspaces?: { workspace: string; permissionProfile: string }[];
  homeWorkspace?: string | null;
  dataCapture?: {
    webConferences?: boolean;
    neverRecord?: boolean;
    telephonyCalls?: boolean;
    emails?: boolean;
    neverImportEmails?: boolean;
    nonRecordedMeetings?: boolean;
    gongConnect?: boolean;
  };
  emailExportToCrm?: boolean;
  /** `manual`: edited in Gong; `automatic`: members always equal the assignment. */
  updates?: "manual" | "automatic";
}

export interface Assignment extends AssignedSettings {
  name: string;
  /** Match trimmed and without case. */
  groups?: string[];
}

// The plan: docs/schema/plan.schema.json. Within version 1 members may be added.

export interface Plan {
  format: "rollcall-plan";
  formatVersion: 1;
  /** Number of people for whom each action is planned. */
  summary: Record<Action, number>;
  guard: {
    /** Deactivations over people active in the before, to four decimals. */
    deactivateShare: number;
    limit: number;
    exceeded: boolean;
  };
  /** Number of people who end up elsewhere. */
  moves: { timeZones: number; managers: number; assignments: number; assignmentsApplied: number };
  /** Nobody is known to be in Gong. */
  firstPush: boolean;
  /** Attributes of which no change can be seen, because only one side knows them. */
  uncompared: Attribute[];
  /** The people of the after in its order, then those whom only the before has. */
  people: PlanPerson[];
  groups: PlanGroup[];
  /** Only with `cutOver: true`. */
  cutOver?: CutOver;
}

export type Action = "create" | "update" | "deactivate" | "reactivate" | "none" | "skip";

export interface PlanPerson {
  /** Primary email, else user name, else id. */
  key: string | null;
  action: Action;
  reason: string;
  /** Of someone new all values. Values of a list stand behind one another, with "; " between. */
  changes: { attribute: Attribute; before: string | null; after: string | null }[];
  /** Where it changes; `before` is null for someone new. */
  assignment: { before: string | null; after: string; applied: boolean } | null;
  /** The effective time zone, where it moves. */
  timeZone: { before: string | null; after: string | null } | null;
  /** The manager's key, where it is someone else. */
  manager: { before: string | null; after: string | null } | null;
}

export interface PlanGroup {
  name: string;
  /** `none`: it was pushed before and nothing of it changes. */
  action: "push" | "none";
  added: (string | null)[];
  removed: (string | null)[];
}

export interface CutOver {
  /** People of the old app, and people whom the new one imports. */
  old: number;
  new: number;
  /** Keys of the people of the old app whom the new one would not import. */
  lost: (string | null)[];
  /** Attributes that version 3 of the app added and that the after does not hold. */
  unmapped: Attribute[];
  staged: number;
  steps: { id: string; text: string; fact: string | null; attention: boolean }[];
}
