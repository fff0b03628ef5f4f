// JSON.parse alone: node parse.mjs FILE
import { readFileSync } from "node:fs";
import { tell } from "./tell.mjs";

tell({ people: JSON.parse(readFileSync(process.argv[2], "utf8")).length });
