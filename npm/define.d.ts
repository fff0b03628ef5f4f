/** Defines `<roll-call>`, unless it is defined. */
export { RollCall } from "./element.js";
