// Starts the page: the module is compiled once, here, and handed to every worker.

import init, { mount, Session } from "./app.js";
import { desk } from "./desk.js";
import { hire } from "./hire.js";
import { line } from "./line.js";
import { compile, failed } from "./load.js";

const here = (name) => new URL(name, import.meta.url);

async function sample() {
  const response = await fetch(here("sample/rollcall-sample-okta.csv"));
  if (!response.ok) throw new Error(response.statusText);
  return response.blob();
}

const root = document.getElementById("rollcall");
try {
  const module = await compile(here("app_bg.wasm"));
  await init({ module_or_path: module });
  root.replaceChildren();
  mount(root, {
    place: "page",
    module,
    spawn: () => line(hire, (post, signal) => desk(Session, post, signal)),
    sample,
  });
} catch (error) {
  failed(root, error, () => location.reload());
}
