// The element <roll-call>: the page's views in a shadow root of their own. Importing this file registers nothing;
// `define.js` does.

import { mount, Session } from "./app.js";
import { desk, portions } from "./desk.js";
import { entries } from "./entries.js";
import { hire } from "./hire.js";
import { line } from "./line.js";
import { failed } from "./load.js";
import { bring } from "./module.js";
import css from "./styles.js";

/// Attributes that say something to the views; `theme` is the style sheet's alone.
const TOLD = ["source", "primary-domain", "default-time-zone", "view", "busy"];
const TEXTS = { source: "source", primaryDomain: "primary-domain", defaultTimeZone: "default-time-zone", view: "view", theme: "theme" };

const SAMPLE = new URL("./sample/rollcall-sample-okta.csv", import.meta.url);

let sheet; // one for all elements

function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

async function sample() {
  const response = await fetch(SAMPLE);
  if (!response.ok) throw new Error(response.statusText);
  return response.blob();
}

// Where there is no document, as on a server, the class can be imported all the same.
export class RollCall extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = [...TOLD, "theme"];

  #root;
  #mounted; // the views, while they are there
  #run = 0; // of bringing them there
  #settings; // as the page around gave them, or as they stood when the views went
  #groups = [];
  #members = null;
  #ready = resolvers();
  #waiting; // who waits for a check

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    // Properties that were set before the class was there hide its accessors.
    for (const name of ["settings", "groups", "members", "busy", ...Object.keys(TEXTS)]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
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

  attributeChangedCallback(name, before, value) {
    if (before !== value && TOLD.includes(name)) this.#mounted?.attribute(name, value ?? undefined);
  }

  /// Resolved when the views are there.
  get ready() {
    return this.#ready.promise;
  }

  /// The settings as they stand in the fields. Whoever sets them keeps them: the browser does not.
  get settings() {
    return this.#mounted ? JSON.parse(this.#mounted.settings()) : (structuredClone(this.#settings) ?? {});
  }

  set settings(settings) {
    const json = JSON.stringify(settings ?? {});
    this.#mounted?.setSettings(json);
    this.#settings = JSON.parse(json);
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
    const list = Array.from(files instanceof Blob ? [files] : files, (file, at) =>
      file instanceof File ? file : new File([file], `export-${at + 1}`, { type: file.type }),
    );
    await this.ready;
    this.#end(new DOMException("Another check began.", "AbortError"));
    const waiting = (this.#waiting = { profiles, findings, ...resolvers() });
    this.#mounted.check(list);
    const report = entries();
    for await (const bytes of portions(await waiting.promise)) report.push(bytes);
    return report.finish();
  }

  async #start() {
    const run = ++this.#run;
    this.#root = document.createElement("div");
    this.#root.id = "rollcall";
    const wait = document.createElement("p");
    wait.className = "boot";
    wait.textContent = "Starting Rollcall…";
    this.#root.append(wait);
    this.shadowRoot.adoptedStyleSheets = [styles()];
    this.shadowRoot.replaceChildren(this.#root);
    try {
      const module = await bring();
      if (run !== this.#run) return;
      this.#mount(module);
    } catch (error) {
      if (run !== this.#run) return;
      failed(this.#root, error, () => this.#start());
      this.#dispatch("rollcall-error", { message: `Rollcall could not start: ${error.message}` });
    }
  }

  #mount(module) {
    this.#root.replaceChildren();
    this.#mounted = mount(this.#root, {
      place: "element",
      module,
      view: this.view ?? undefined,
      settings: this.#settings && JSON.stringify(this.#settings),
      spawn: () => line(hire, (post, signal) => desk(Session, post, signal)),
      sample,
      tell: (event, detail) => this.#tell(event, JSON.parse(detail)),
    });
    for (const name of TOLD) {
      if (this.hasAttribute(name)) this.#mounted.attribute(name, this.getAttribute(name));
    }
    if (this.#groups.length > 0) this.#mounted.setGroups(this.#groups);
    if (this.#members) this.#mounted.setMembers(this.#members);
    this.#ready.resolve();
    this.#dispatch("rollcall-ready");
  }

  #stop() {
    this.#run += 1;
    this.#end(new DOMException("The element was removed.", "AbortError"));
    if (this.#mounted) {
      // Settings of the page around are here alone.
      if (this.#settings) this.#settings = this.settings;
      this.#mounted.unmount();
      this.#mounted = undefined;
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
    // Whoever listens may do anything, and so comes when the views are through.
    queueMicrotask(() => {
      if (event === "ended") return this.#end(new Error(detail.message));
      if (event === "checked") this.#report();
      this.#dispatch(`rollcall-${event}`, event === "settings-change" ? { settings: detail } : detail);
    });
    return "default";
  }

  /// Has the report written for whoever waits for it.
  #report() {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#mounted?.report(waiting.profiles, waiting.findings, (blob, message) => {
      if (waiting !== this.#waiting) return;
      if (!blob) return this.#end(new Error(message));
      this.#waiting = undefined;
      waiting.resolve(blob);
    });
  }

  #save(settings) {
    let saving;
    const waitUntil = (promise) => (saving = Promise.all([saving, promise]));
    if (this.#dispatch("rollcall-save", { settings, waitUntil }, true)) return "default";
    if (!saving) return "taken";
    const run = this.#run;
    const saved = (problem) => run === this.#run && this.#mounted?.saved(problem);
    saving.then(
      () => saved(),
      (error) => saved(error?.message || "The page around did not say why."),
    );
    return "waiting";
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

/// As `Promise.withResolvers`, which not every browser has yet.
function resolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
