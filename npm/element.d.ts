import type { CutOver, Finding, Plan, Profile, Report, Settings, Source, Summary } from "./core.js";

export type * from "./core.js";

/** What of Rollcall is shown. */
export type View = "full" | "settings" | "check";

export type Theme = "light" | "dark" | "auto";

/** Counts, and nothing about a person. */
export type Counts = Pick<
  Summary,
  "profiles" | "imported" | "blocked" | "inactive" | "outOfScope" | "errors" | "warnings" | "notices"
>;

export interface ElementCheckOptions {
  /** Reports every profile, too. */
  profiles?: boolean;
  /** `false` leaves the findings out. */
  findings?: boolean;
}

export interface RollCallEventMap {
  /** The views stand. */
  "rollcall-ready": CustomEvent<null>;
  /** Files were checked. */
  "rollcall-checked": CustomEvent<Counts>;
  /** The settings were changed by the person. */
  "rollcall-settings-change": CustomEvent<{ settings: Settings }>;
  /**
   * The person saves. Cancelable: a host that saves by itself prevents the default, which is a download, and hands
   * its promise to `waitUntil`.
   */
  "rollcall-save": CustomEvent<{ settings: Settings; waitUntil(promise: PromiseLike<unknown>): void }>;
  /** Something failed. The message says nothing about a person. */
  "rollcall-error": CustomEvent<{ message: string }>;
}

/** `<roll-call>`. Importing this module defines nothing: `rollcall/define` does, or the host under a name of its own. */
export class RollCall extends HTMLElement {
  /** The directory that provisions. Attribute `source`. */
  get source(): Source | null;
  set source(source: Source | null);
  /** Attribute `primary-domain`. */
  get primaryDomain(): string | null;
  set primaryDomain(domain: string | null);
  /** A name of the IANA time zone database. Attribute `default-time-zone`. */
  get defaultTimeZone(): string | null;
  set defaultTimeZone(zone: string | null);
  /** Attribute `view`; `full` where it is missing. */
  get view(): View | null;
  set view(view: View | null);
  /** Attribute `theme`. `auto` is as the system has it; where it is missing, as the page around has it. */
  get theme(): Theme | null;
  set theme(theme: Theme | null);
  /** The host is saving. Attribute `busy`. */
  busy: boolean;

  /** The settings as they stand. Setting them replaces them all. */
  get settings(): Settings;
  set settings(settings: Settings);
  /** Names of the groups that the host knows. */
  groups: readonly string[];
  /** The people already in Gong: a table. */
  members: Blob | null;
  /** Resolves once the views stand. */
  readonly ready: Promise<void>;

  /**
   * Checks these files in the place of those there are; gives the report. Rejects with an `AbortError` when another
   * check begins or the element is removed, with a `SettingsError` while the settings are refused, and with an
   * `UnreadableError` when one of the files cannot be read.
   */
  check(
    files: Blob | Iterable<Blob> | ArrayLike<Blob>,
    options: ElementCheckOptions & { findings: false },
  ): Promise<Omit<Report, "findings">>;
  check(
    files: Blob | Iterable<Blob> | ArrayLike<Blob>,
    options: ElementCheckOptions & { findings?: true; profiles: true },
  ): Promise<Report & { profiles: Profile[] }>;
  check(files: Blob | Iterable<Blob> | ArrayLike<Blob>, options?: ElementCheckOptions & { findings?: true }): Promise<Report>;
  check(
    files: Blob | Iterable<Blob> | ArrayLike<Blob>,
    options?: ElementCheckOptions,
  ): Promise<Omit<Report, "findings"> & { findings?: Finding[] }>;

  /**
   * Checks `after` in the place of the files there are, and plans from `before` (none: the first push, or from the people
   * already in Gong); gives the plan. Rejects as `check` does.
   */
  plan(
    before: Blob | Iterable<Blob> | ArrayLike<Blob> | null | undefined,
    after: Blob | Iterable<Blob> | ArrayLike<Blob>,
    options: { cutOver: true },
  ): Promise<Plan & { cutOver: CutOver }>;
  plan(
    before: Blob | Iterable<Blob> | ArrayLike<Blob> | null | undefined,
    after: Blob | Iterable<Blob> | ArrayLike<Blob>,
    options?: { cutOver?: boolean },
  ): Promise<Plan>;

  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: RollCall, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: RollCall, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "roll-call": RollCall;
  }
  interface HTMLElementEventMap extends RollCallEventMap {}
  interface DocumentEventMap extends RollCallEventMap {}
}
