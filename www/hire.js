// Starting a worker.

/// How the worker's script is read. In the package it is one classic script, since bundlers copy it without what it
/// imports; `cargo xtask package` puts that word here.
const TYPE = "module";

const script = new URL("./worker.js", import.meta.url);

/// The one address of a script that is ever made from text. Under Trusted Types that needs a policy; a host that names
/// its policies allows this one with `trusted-types rollcall`.
let policy;

/// Starts a worker; throws where the host forbids it.
export function hire() {
  policy ??= globalThis.trustedTypes?.createPolicy("rollcall", {
    createScriptURL(url) {
      if (url === script.href) return url;
      throw new TypeError("not a script of Rollcall");
    },
  });
  return new Worker(policy?.createScriptURL(script.href) ?? script.href, { type: TYPE, name: "rollcall" });
}
