// Keeps the page's own files, all of one build, so that the page works with the network off. Touches nothing else.

// `cargo xtask build` writes both: which build this is, and its files with the fingerprints of their bytes.
const BUILD = "";
const FILES = {};

const { scope } = self.registration;
// One cache for each build and place: two copies of the page may lie on one host.
const CACHE = `rollcall ${BUILD} ${scope}`;

const address = (name) => new URL(name, scope).href;
/// A file of this build or none: what a host serves of another build in between does not fit its fingerprint.
const fresh = (name) => new Request(address(name), { integrity: FILES[name], cache: "no-cache" });

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(Object.keys(FILES).map(fresh))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const mine = (name) => name.startsWith("rollcall ") && name.endsWith(` ${scope}`);
      const old = (await caches.keys()).filter((name) => mine(name) && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      // The first visit needs no second one to be kept.
      await self.clients.claim();
    })(),
  );
});

// Never by itself: a page asks for it, when the admin has agreed.
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) event.respondWith(kept(name));
});

/// The name of a file of ours, if that is what is asked for.
function nameOf({ method, mode, url }) {
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || (search && mode !== "navigate")) return undefined;
  const at = origin + pathname;
  if (!at.startsWith(scope)) return undefined;
  const name = at === address("index.html") ? "" : at.slice(scope.length);
  return Object.hasOwn(FILES, name) ? name : undefined;
}

async function kept(name) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address(name), { ignoreVary: true })) ?? fetch(fresh(name));
}
