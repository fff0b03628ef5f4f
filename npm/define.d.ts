/** Defines `<roll-call>`, unless it is defined. */
import "./element.js";
