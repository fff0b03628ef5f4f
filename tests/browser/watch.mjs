// Everything by which the page could tell anybody anything, listened to while it is used.

/// A mark that stands in nothing of ours, and one for numbers. What holds either comes from a file.
export const MARK = "xyqzwv";
export const DIGITS = "7391864";

/// The mark as it looks when somebody means to hide it.
const HIDDEN = (() => {
  const hidden = new Set();
  for (const word of [MARK, MARK.toUpperCase(), MARK[0].toUpperCase() + MARK.slice(1), DIGITS]) {
    const bytes = Buffer.from(word);
    const hex = bytes.toString("hex");
    hidden.add(hex).add(hex.toUpperCase()).add(hex.replace(/../g, "%$&")).add(hex.replace(/../g, "\\u00$&"));
    hidden.add([...word].reverse().join(""));
    // Base64 looks different for each number of bytes before it. Letters that hold bits of a neighbour are left out.
    for (const before of [0, 1, 2]) {
      const text = Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(3)]).toString("base64");
      hidden.add(text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)));
    }
  }
  return [...hidden];
})();
const PLAIN = [MARK, DIGITS, `${DIGITS.slice(0, 3)}-${DIGITS.slice(3)}`, `${DIGITS.slice(0, 3)} ${DIGITS.slice(3)}`];

/// Whether a text holds the mark, plain or hidden.
export function marked(text) {
  // UTF-16 has a null beside every letter.
  const whole = String(text).replaceAll("\0", "");
  const low = whole.toLowerCase();
  return PLAIN.some((mark) => low.includes(mark)) || HIDDEN.some((mark) => whole.includes(mark));
}

/// Runs in every page and frame, before anything of theirs: what they say is told on.
function listen() {
  const on = globalThis.overheard;
  const text = (value) => {
    const seen = new Set();
    const plain = (_, value) => {
      if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return String(value);
      if (value instanceof Node || value instanceof Window) return `a ${value.nodeName ?? "window"}`;
      if (value instanceof Error) return `${value.name}: ${value.message} ${value.stack}`;
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        return new TextDecoder().decode(value instanceof ArrayBuffer ? value : new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      }
      if (value instanceof Map || value instanceof Set) return [...value];
      if (value && typeof value === "object") {
        if (seen.has(value)) return "again";
        seen.add(value);
      }
      return value;
    };
    return typeof value === "string" ? value : `${JSON.stringify(value, plain)}`;
  };
  const tell = (way, ...what) => {
    on(way, what.map(text).join(" ")).catch(() => {});
  };

  /// Tells of every call of a method, and calls it.
  const wrap = (owner, method, way, told = (...words) => words) => {
    const real = owner?.[method];
    if (typeof real !== "function") return;
    owner[method] = function (...words) {
      tell(way, ...told.call(this, ...words));
      return Reflect.apply(real, this, words);
    };
  };
  const wrapSetter = (owner, property, way) => {
    const real = owner && Object.getOwnPropertyDescriptor(owner, property);
    if (!real?.set) return;
    Object.defineProperty(owner, property, {
      ...real,
      set(value) {
        tell(way, value);
        real.set.call(this, value);
      },
    });
  };
  const wrapNew = (name, way) => {
    const real = globalThis[name];
    if (typeof real !== "function") return;
    globalThis[name] = new Proxy(real, {
      construct(target, words, made) {
        tell(way, name, ...words);
        return Reflect.construct(target, words, made);
      },
    });
  };

  wrap(EventTarget.prototype, "dispatchEvent", "event", (event) => [event.type, event.detail ?? null, event.message ?? ""]);
  wrap(globalThis, "postMessage", "message");
  addEventListener("message", (event) => tell("message", event.data));
  wrap(globalThis.BroadcastChannel?.prototype, "postMessage", "broadcast");
  wrap(Navigator.prototype, "sendBeacon", "beacon");
  for (const name of ["WebSocket", "EventSource", "WebTransport", "RTCPeerConnection", "Notification", "SharedWorker", "PaymentRequest"]) wrapNew(name, "connection");
  wrap(globalThis, "open", "window");
  wrap(History.prototype, "pushState", "history");
  wrap(History.prototype, "replaceState", "history");
  globalThis.navigation?.addEventListener("navigate", (event) => tell("address", event.destination.url));
  wrap(Storage.prototype, "setItem", "storage");
  wrap(globalThis.IDBFactory?.prototype, "open", "database");
  for (const method of ["add", "put"]) wrap(globalThis.IDBObjectStore?.prototype, method, "database");
  for (const method of ["add", "addAll"]) wrap(globalThis.Cache?.prototype, method, "cache");
  wrap(globalThis.Cache?.prototype, "put", "cache", (request, response) => [request.url ?? request, response.url]);
  wrap(globalThis.CacheStorage?.prototype, "open", "cache");
  wrapSetter(Document.prototype, "cookie", "cookie");
  wrap(globalThis.CookieStore?.prototype, "set", "cookie");
  for (const method of ["getFileHandle", "getDirectoryHandle"]) wrap(globalThis.FileSystemDirectoryHandle?.prototype, method, "disk");
  for (const method of ["showSaveFilePicker", "showDirectoryPicker"]) wrap(globalThis, method, "disk");
  wrapSetter(Document.prototype, "title", "title");
  for (const method of ["write", "writeText"]) wrap(globalThis.Clipboard?.prototype, method, "clipboard");
  for (const method of ["mark", "measure"]) wrap(Performance.prototype, method, "performance");
  wrap(globalThis.LockManager?.prototype, "request", "lock");
  for (const method of ["alert", "confirm", "prompt"]) wrap(globalThis, method, "dialog");
  wrap(Navigator.prototype, "share", "share");

  addEventListener("error", (event) => tell("error", event.message ?? "", event.filename ?? ""), true);
  addEventListener("unhandledrejection", (event) => tell("error", event.reason));
  addEventListener("securitypolicyviolation", (event) => tell("violation", event.effectiveDirective, event.blockedURI, event.sample));
  new ReportingObserver((reports) => reports.forEach((report) => tell("report", report.type, report.body)), { buffered: true }).observe();
}

/// What lies where a page can put something.
async function kept() {
  const kept = {
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    title: document.title,
    address: location.href,
    state: history.state,
    name: globalThis.name,
    entries: performance.getEntries().map((entry) => entry.name),
    databases: [],
    caches: {},
    disk: [],
  };
  for (const { name } of await indexedDB.databases()) kept.databases.push(name);
  // A file from a disk may not have these.
  if (globalThis.caches) {
    for (const name of await caches.keys().catch(() => [])) {
      const cache = await caches.open(name);
      kept.caches[name] = [];
      for (const request of await cache.keys()) kept.caches[name].push(request.url, await (await cache.match(request)).text());
    }
  }
  const disk = await navigator.storage?.getDirectory?.().catch(() => null);
  if (disk) for await (const name of disk.keys()) kept.disk.push(name);
  return kept;
}

/// Listens to everything that the pages of a context say. Begin before the first page goes anywhere.
export async function watch(context) {
  const heard = [];
  const hear = (way, ...what) => heard.push({ way, text: what.join(" ") });
  await context.exposeBinding("overheard", (_, way, text) => hear(way, text));
  await context.addInitScript(listen);
  // The text of a blob's address is the browser's; what it holds is what the page works with.
  context.on("request", (request) => hear("request", request.method(), request.url(), JSON.stringify(request.headers()), request.postData() ?? ""));
  context.on("console", (message) => hear("console", message.type(), message.text()));
  context.on("weberror", (error) => hear("error", error.error()));
  // A worker tells nobody what its policy refused, unless it is asked to.
  const attend = (worker) =>
    worker
      .evaluate(() => addEventListener("securitypolicyviolation", (event) => console.error(`refused in a worker: ${event.effectiveDirective} ${event.blockedURI}`)))
      .catch(() => {});
  context.on("page", (page) => page.on("worker", attend));
  context.on("dialog", (dialog) => {
    hear("dialog", dialog.type(), dialog.message());
    dialog.accept().catch(() => {});
  });
  return {
    heard,
    hear,
    /// What was said in a way.
    of: (way) => heard.filter((one) => one.way === way).map((one) => one.text),
    /// What was said that holds a mark, shortened.
    leaks: () => heard.filter(({ text }) => marked(text)).map(({ way, text }) => `${way}: ${text.slice(0, 300)}`),
    /// Looks where something could lie by now; gives what is there.
    async look(page) {
      const there = await page.evaluate(kept);
      for (const [way, what] of Object.entries(there)) hear(`kept ${way}`, JSON.stringify(what));
      hear("kept cookies", JSON.stringify(await context.cookies()));
      const session = await context.newCDPSession(page);
      hear("kept history", JSON.stringify(await session.send("Page.getNavigationHistory")));
      await session.detach();
      return there;
    },
  };
}
