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
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await Promise.all(Object.keys(FILES).map(async (name) => cache.put(address(name), await whole(name))));
    })(),
  );
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
  if (name !== undefined) event.respondWith(kept(event.request, name));
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

/// A file of this build, as if it came without a detour: browsers refuse a page that was redirected.
async function whole(name) {
  const response = await fetch(fresh(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(response.body, { status, statusText, headers });
}

async function kept(request, name) {
  const cache = await caches.open(CACHE);
  const held = await cache.match(address(name), { ignoreVary: true });
  if (held) return held;
  // Whatever became of the cache: the page itself is shown as the host has it.
  return request.mode === "navigate" ? fetch(request) : whole(name);
}
