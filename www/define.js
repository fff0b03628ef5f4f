// Registers the element as <roll-call>, once, however often this is imported.

import { RollCall } from "./element.js";

if (!customElements.get("roll-call")) customElements.define("roll-call", RollCall);

export { RollCall };
