// Starts the page: the module is compiled once, here, and handed to every worker.

import init, { mount } from "./app.js";

const here = (name) => new URL(name, import.meta.url);

/// The one script address that is ever made from text. Under Trusted Types it needs a policy;
/// a host that names its policies allows this one with `trusted-types rollcall`.
const policy = globalThis.trustedTypes?.createPolicy("rollcall", {
  createScriptURL(url) {
    if (url === here("worker.js").href) return url;
    throw new TypeError("not a script of this page");
  },
});

function spawn() {
  const url = here("worker.js").href;
  return new Worker(policy?.createScriptURL(url) ?? url, { type: "module", name: "rollcall" });
}

async function compile() {
  const response = await fetch(here("app_bg.wasm"));
  if (!response.ok) throw new Error(`app_bg.wasm: ${response.status} ${response.statusText}`);
  const type = response.headers.get("Content-Type")?.split(";")[0];
  // A host that sends another type is served all the same, only a little later.
  if (type === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

const root = document.getElementById("rollcall");
try {
  const module = await compile();
  await init({ module_or_path: module });
  root.replaceChildren();
  mount(root, module, spawn);
} catch (error) {
  const message = document.createElement("p");
  message.textContent = `Rollcall could not start: ${error.message}`;
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Try again";
  again.addEventListener("click", () => location.reload());
  const box = document.createElement("div");
  box.className = "boot";
  box.setAttribute("role", "alert");
  box.append(message, again);
  root.replaceChildren(box);
}
