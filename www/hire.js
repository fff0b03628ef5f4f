// Starting a worker.

/// How the worker's script is read. In the package it is one classic script, since bundlers copy it without what it
/// imports; `cargo xtask package` puts that word here.
const TYPE = "module";

const script = new URL("./worker.js", import.meta.url);

/// The addresses of scripts that are ever made from text. Under Trusted Types that needs a policy; a host that names its
/// policies allows this one with `trusted-types rollcall`.
const scripts = [script.href];
let policy;

/// Adds one: the page has a service worker besides, which no package holds.
export function trust(url) {
  scripts.push(url);
}

/// The address of a script of ours, for what starts one.
export function trusted(url) {
  policy ??= globalThis.trustedTypes?.createPolicy("rollcall", {
    createScriptURL(url) {
      if (scripts.includes(url)) return url;
      throw new TypeError("not a script of Rollcall");
    },
  });
  return policy?.createScriptURL(url) ?? url;
}

/// Starts a worker; throws where the host forbids it.
export function hire() {
  return new Worker(trusted(script.href), { type: TYPE, name: "rollcall" });
}
