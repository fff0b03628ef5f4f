// A host of the page as people have them: some send other headers, some lose a file, some change under one's feet.
import { createServer } from "node:http";
import { cp, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";

const { ROLLCALL_SITE } = process.env;
if (!ROLLCALL_SITE) throw new Error("run these tests with: cargo xtask test");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/// The policy that the page carries itself.
export const policy = (await readFile(path.join(ROLLCALL_SITE, "index.html"), "utf8")).match(/Content-Security-Policy" content="([^"]+)"/)[1];

/// Serves a folder under `base`. `answer` may change what is sent of a file, or send one that is not there: `{status, headers, body}`. What it sends can be
/// changed while it runs. Where it `redirects`, the folder leads to its page by a detour. `heard` is all that came, to the
/// last byte: a browser that has the host as its proxy as well sends it whatever it sends to anybody.
export async function serve({ folder = ROLLCALL_SITE, base = "/", answer = () => ({}) } = {}) {
  const host = { folder, answer, asked: [], heard: [] };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    host.asked.push(pathname);
    const heard = [request.method, request.url, ...request.rawHeaders];
    host.heard.push(heard);
    request.on("data", (bytes) => heard.push(bytes.toString("latin1")));
    if (!pathname.startsWith(base)) return response.writeHead(404).end();
    if (host.redirects && pathname === base) return response.writeHead(302, { Location: `${base}index.html` }).end();
    const name = pathname.slice(base.length) || "index.html";
    try {
      const body = await readFile(path.join(host.folder, name)).catch(() => undefined);
      const changed = host.answer(name, body);
      if ((changed.body ?? body) === undefined) throw new Error("no such file");
      const headers = {
        "Content-Type": TYPES[path.extname(name)] ?? "application/octet-stream",
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
        ...changed.headers,
      };
      response.writeHead(changed.status ?? 200, headers).end(changed.body ?? body);
    } catch {
      response.writeHead(404).end();
    }
  });
  // Through a proxy goes a tunnel to whoever is not asked in the open.
  for (const way of ["connect", "upgrade"]) {
    server.on(way, (request, socket) => {
      host.heard.push([way, request.url, ...request.rawHeaders]);
      socket.destroy();
    });
  }
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  host.address = `http://127.0.0.1:${server.address().port}${base}`;
  host.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return host;
}

/// The site as another build: the same files under another name of the build.
export async function otherBuild(folder, build) {
  await cp(ROLLCALL_SITE, folder, { recursive: true });
  const { createHash } = await import("node:crypto");
  const place = (name) => path.join(folder, name);
  const desk = (await readFile(place("desk.js"), "utf8")).replace(/export const BUILD = "[^"]+"/, `export const BUILD = "${build}"`);
  await writeFile(place("desk.js"), desk);
  const fingerprint = `sha256-${createHash("sha256").update(desk).digest("base64")}`;
  const keeper = (await readFile(place("sw.js"), "utf8"))
    .replace(/const BUILD = "[^"]+"/, `const BUILD = "${build}"`)
    .replace(/"desk\.js": "[^"]+"/, `"desk.js": "${fingerprint}"`);
  await writeFile(place("sw.js"), keeper);
  return folder;
}

/// All names of files in the site.
export const names = async () => (await readdir(ROLLCALL_SITE, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.relative(ROLLCALL_SITE, path.join(entry.parentPath, entry.name)));
