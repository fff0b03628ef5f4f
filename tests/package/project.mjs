// The project that the package is installed in, and the command line that its answers are held against.
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { ROLLCALL_PROJECT: project, ROLLCALL_CLI } = process.env;

export const inProject = (...parts) => path.join(project, ...parts);
export const inRoot = (...parts) => path.join(root, ...parts);

const resolve = createRequire(path.join(project, "package.json")).resolve;

/// Brings in what a program of the project would get under this name.
export const installed = (name) => import(pathToFileURL(resolve(name)).href);
export const placeOf = (name) => resolve(name);

/// Files a person would drop; notes about them are none.
export const fixtures = [
  inRoot("www/sample/rollcall-sample-okta.csv"),
  ...readdirSync(inRoot("tests/fixtures"), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|tsv|json|ndjson|txt)$/.test(entry.name))
    .map((entry) => inRoot("tests/fixtures", entry.name)),
];

/// Runs a program to its end, however it ends.
export function run(program, words, { input = "", ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(program, words, { maxBuffer: 1 << 28, timeout: 110_000, ...options }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ code: error?.code ?? 0, stdout, stderr });
    });
    // Whoever reads no input may be gone by now.
    child.stdin.on("error", () => {}).end(input);
  });
}

export const commandLine = (...words) => run(ROLLCALL_CLI, words);

/// The command line's report, or undefined where it can read none of it.
export async function reportOf(...words) {
  const { code, stdout, stderr } = await commandLine("check", ...words, "--format", "json", "--fail-on", "never");
  if (code !== 0 && code !== 2) throw new Error(stderr);
  return code === 0 ? JSON.parse(stdout) : undefined;
}
