// The element <roll-call>: the page's views in a shadow root of their own. Importing this file registers nothing;
// `define.js` does.

import init, { arrived, mount, settingsProblem } from "./app.js";
import { entries } from "./entries.js";
import { portions } from "./file.js";
import { failed, sample } from "./load.js";
import { bring } from "./module.js";
import { spawn } from "./spawn.js";
import css from "./styles.js";

/// Attributes that say something to the views; `theme` is the style sheet's alone.
const TOLD = ["source", "primary-domain", "default-time-zone", "view", "busy"];
const TEXTS = { source: "source", primaryDomain: "primary-domain", defaultTimeZone: "default-time-zone", view: "view", theme: "theme" };

const places = new Set(); // of elements without an id, in the browser's storage
const sheets = new WeakMap(); // one for all elements of a document

function styles(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  return sheet;
}

// Where there is no document, as on a server, the class can be imported all the same.
export class RollCall extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = [...TOLD, "theme"];

  #root;
  #mounted; // the views, while they are there
  #run = 0; // of bringing them there
  #given; // the settings of the page around
  #draft; // the settings as they stood when the views went, where nobody else keeps them
  #groups = [];
  #members = null;
  #ready = resolvers();
  #waiting; // who waits for a check
  #taken; // its place in the browser's storage
  #saving = false; // the page around says with `busy` how long it saves

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    // Properties that were set before the class was there hide its accessors.
    for (const name of ["settings", "groups", "members", "busy", ...Object.keys(TEXTS)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      try {
        this[name] = value;
      } catch (error) {
        this.#fault(`${name}: ${error.message}`);
      }
    }
    // An element that is only moved keeps its views.
    if (!this.#root) this.#start();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  adoptedCallback() {
    // A sheet belongs to its document.
    if (this.#root) this.shadowRoot.adoptedStyleSheets = [styles(this.ownerDocument)];
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || !TOLD.includes(name)) return;
    this.#mounted?.attribute(name, value ?? undefined);
    if (name === "busy" && value === null && this.#saving) {
      this.#saving = false;
      this.#mounted?.saved();
    }
  }

  /// Resolved when the views are there.
  get ready() {
    return this.#ready.promise;
  }

  /// The settings as they stand in the fields. Whoever sets them keeps them: the browser does not.
  get settings() {
    if (this.#mounted) return JSON.parse(this.#mounted.settings());
    return JSON.parse(this.#draft ?? JSON.stringify(this.#filled() ?? {}));
  }

  set settings(settings) {
    const given = JSON.parse(JSON.stringify(settings ?? {}));
    const filled = JSON.stringify(this.#filled(given));
    const problem = this.#mounted && settingsProblem(filled);
    if (problem) throw Object.assign(new TypeError(problem), { name: "SettingsError" });
    this.#mounted?.setSettings(filled);
    this.#given = given;
    this.#draft = undefined;
  }

  /// The settings of the page around. What they leave open of the company, attributes say.
  #filled(given = this.#given) {
    if (!given || typeof given !== "object" || Array.isArray(given)) return given;
    const { source, company, ...rest } = given;
    const said = (name) => this.getAttribute(name) ?? undefined;
    return {
      ...rest,
      source: source ?? said("source"),
      company:
        company === undefined || (company && typeof company === "object")
          ? { ...company, primaryDomain: company?.primaryDomain ?? said("primary-domain"), defaultTimeZone: company?.defaultTimeZone ?? said("default-time-zone") }
          : company,
    };
  }

  /// Names of groups that the page around knows.
  get groups() {
    return [...this.#groups];
  }

  set groups(names) {
    this.#groups = Array.from(names ?? [], String);
    this.#mounted?.setGroups(this.#groups);
  }

  /// A `Blob` with the people already in Gong.
  get members() {
    return this.#members;
  }

  set members(blob) {
    if (blob != null && !(blob instanceof Blob)) throw new TypeError("members is a Blob or null");
    this.#members = blob ?? null;
    this.#mounted?.setMembers(this.#members ?? undefined);
  }

  get busy() {
    return this.hasAttribute("busy");
  }

  set busy(busy) {
    this.toggleAttribute("busy", Boolean(busy));
  }

  /// Checks these files in the place of those there are; gives the report.
  async check(files, { profiles = false, findings = true } = {}) {
    return this.#wait({ list: listed(files), profiles, findings });
  }

  /// Checks these files in the place of those there are, and plans from earlier ones, or from none; gives the plan.
  async plan(before, after, { cutOver = false } = {}) {
    const earlier = listed(before ?? [], "earlier");
    if (cutOver && earlier.length === 0) throw new TypeError("a cut-over asks for both: the people of the old app and those of the new one");
    return this.#wait({ list: listed(after), earlier, cutOver });
  }

  async #wait(what) {
    this.#end(new DOMException("Another check began.", "AbortError"));
    const waiting = (this.#waiting = { ...what, ...resolvers() });
    this.#begin();
    const text = entries();
    for await (const bytes of portions(await waiting.promise)) text.push(bytes);
    return text.finish();
  }

  async #start() {
    const run = ++this.#run;
    this.#root = document.createElement("div");
    this.#root.id = "rollcall";
    const wait = document.createElement("p");
    wait.className = "boot";
    wait.textContent = "Starting Rollcall…";
    this.#root.append(wait);
    this.shadowRoot.replaceChildren(this.#root);
    try {
      this.shadowRoot.adoptedStyleSheets = [styles(this.ownerDocument)];
      const more = await bring("views", init, arrived);
      if (run !== this.#run) return;
      this.#mount(more);
    } catch (error) {
      if (run !== this.#run) return;
      failed(this.#root, error, () => this.#start());
      this.#fault(`Rollcall could not start: ${error.message}`);
      this.#end(error);
    }
  }

  #mount(more) {
    this.#root.replaceChildren();
    const given = this.#given && JSON.stringify(this.#filled());
    const problem = given && settingsProblem(given);
    this.#mounted = mount(this.#root, {
      place: "element",
      more,
      view: this.view ?? undefined,
      settings: problem ? undefined : given,
      problem,
      draft: this.#draft,
      key: this.id || this.#place(),
      spawn,
      sample: () => sample(new URL("./sample/rollcall-sample-okta.csv", import.meta.url)),
      tell: (event, detail) => this.#tell(event, JSON.parse(detail)),
    });
    for (const name of TOLD) {
      // Of the company the settings have the last word, and the person who changed them.
      const said = name === "view" || name === "busy" || !(this.#given || this.#draft);
      if (said && this.hasAttribute(name)) this.#mounted.attribute(name, this.getAttribute(name));
    }
    if (this.#groups.length > 0) this.#mounted.setGroups(this.#groups);
    if (this.#members) this.#mounted.setMembers(this.#members);
    this.#ready.resolve();
    this.#dispatch("rollcall-ready");
    if (problem) this.#fault(`The settings cannot be used. ${problem}`);
    this.#begin();
  }

  /// The first number that no other element without an id has now.
  #place() {
    for (let number = 1; ; number += 1) {
      const place = `element-${number}`;
      if (places.has(place)) continue;
      places.add((this.#taken = place));
      return place;
    }
  }

  /// Begins the check that somebody waits for. Without views it begins when they are there.
  #begin() {
    const waiting = this.#waiting;
    if (!this.#mounted || !waiting || waiting.hasBegun) return;
    const refused = this.#mounted.refusal();
    if (refused) return this.#end(Object.assign(new Error(refused[1]), { name: "SettingsError", path: refused[0] }));
    waiting.hasBegun = true;
    this.#mounted.check(waiting.list, waiting.earlier);
  }

  #stop() {
    this.#run += 1;
    this.#saving = false;
    this.#end(new DOMException("The element was removed.", "AbortError"));
    if (this.#mounted) {
      this.#mounted.settle();
      // What nobody else keeps is there when the element is put back.
      if (this.#mounted.keepsNothing()) this.#draft = this.#mounted.settings();
      this.#mounted.unmount();
      this.#mounted = undefined;
      places.delete(this.#taken);
      this.#ready = resolvers();
    }
    this.#root = undefined;
    this.shadowRoot.replaceChildren();
  }

  #end(error) {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }

  /// What the views tell. Gives who does what it is about.
  #tell(event, detail) {
    if (event === "save") return this.#save(detail);
    // What became of a check before this one began is none of its business.
    const begun = this.#waiting?.hasBegun && this.#waiting;
    // Whoever listens may do anything, and so comes when the views are through.
    queueMicrotask(() => {
      const own = begun && begun === this.#waiting;
      if (event === "ended") return own ? this.#end(new Error(detail.message)) : undefined;
      if (event === "checked" && own) this.#report();
      this.#dispatch(`rollcall-${event}`, event === "settings-change" ? { settings: detail } : detail);
    });
    return "default";
  }

  /// Has the report written for whoever waits for it.
  #report() {
    const waiting = this.#waiting;
    if (!waiting?.hasBegun) return;
    const unreadable = this.#mounted?.unreadable();
    if (unreadable) return this.#end(Object.assign(new Error(unreadable), { name: "UnreadableError" }));
    const take = (blob, message) => {
      if (waiting !== this.#waiting) return;
      if (!blob) return this.#end(Object.assign(new Error(message), waiting.earlier && { name: "UnreadableError" }));
      this.#waiting = undefined;
      waiting.resolve(blob);
    };
    if (waiting.earlier) this.#mounted?.plan(waiting.cutOver, take);
    else this.#mounted?.report(waiting.profiles, waiting.findings, take);
  }

  #save(settings) {
    const waits = [];
    let over = false;
    const waitUntil = (promise) => {
      if (over) throw new DOMException("waitUntil comes too late: call it while the event is told.", "InvalidStateError");
      waits.push(promise);
    };
    const unheard = this.#dispatch("rollcall-save", { settings, waitUntil }, true);
    over = true;
    if (waits.length > 0) {
      const run = this.#run;
      const saved = (problem) => run === this.#run && this.#mounted?.saved(problem);
      Promise.all(waits).then(
        () => saved(),
        (error) => saved(error?.message || "The page around did not say why."),
      );
      return "waiting";
    }
    if (unheard) return "default";
    this.#saving = this.busy;
    return this.#saving ? "waiting" : "taken";
  }

  #fault(message) {
    this.#dispatch("rollcall-error", { message });
  }

  #dispatch(type, detail = null, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }
}

for (const [name, attribute] of Object.entries(TEXTS)) {
  Object.defineProperty(RollCall.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute);
    },
    set(value) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

/// Files with names.
function listed(files, name = "export") {
  return Array.from(files instanceof Blob ? [files] : files, (file, at) => {
    if (!(file instanceof Blob)) throw new TypeError("files are Blobs or Files");
    return file instanceof File ? file : new File([file], `${name}-${at + 1}`, { type: file.type });
  });
}

/// As `Promise.withResolvers`, which not every browser has yet.
function resolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
