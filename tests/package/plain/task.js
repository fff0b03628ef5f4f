// A worker of the host: checks what it is given.
import { check } from "../node_modules/rollcall/core.js";

self.onmessage = async ({ data: { files, settings, options } }) => self.postMessage(await check(files, settings, options));
