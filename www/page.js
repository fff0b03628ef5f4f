// Starts the page. Modules are compiled once, here, and handed to every worker.

import init, { arrived, mount } from "./app.js";
import { hand, root } from "./first.js";
import { trust, trusted } from "./hire.js";
import { failed, sample } from "./load.js";
import { bring } from "./module.js";
import { spawn, warm } from "./spawn.js";
import { updates } from "./updates.js";

const here = (name) => new URL(name, import.meta.url);

/// What keeps the page for times without a network, where the browser has that. Elsewhere the page is as good.
function keeper() {
  if (!("serviceWorker" in navigator && location.protocol.startsWith("http"))) return undefined;
  const url = here("sw.js").href;
  trust(url);
  return updates(() => navigator.serviceWorker.register(trusted(url), { updateViaCache: "none" }));
}

/// Does something when the page has time.
function idle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 200);
}

/// Has the browser bring what is stored while the module comes: the views ask for it at once.
function reach() {
  try {
    return localStorage.length + sessionStorage.length;
  } catch {
    return 0;
  }
}

const kept = keeper();
try {
  const bringing = bring("views", init, arrived);
  reach();
  const more = await bringing;
  const mounted = hand(() =>
    mount(root, {
      place: "page",
      more,
      spawn,
      sample: () => sample(here("sample/rollcall-sample-okta.csv")),
      updates: kept,
    }),
  );
  const rest = () => {
    kept?.keep().catch(() => {});
    // The engine and the other views are brought in before anybody needs them. Whoever does before that, waits for them.
    idle(() => {
      warm().catch(() => {});
      mounted.more();
    });
  };
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, { once: true });
} catch (error) {
  failed(root, error, () => location.reload());
}
