// Packs the package and installs it into an empty project, as a host would. Nothing is fetched for that.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export default function install() {
  // Outside of the repository, so that nothing is found but what was installed.
  const project = mkdtempSync(path.join(tmpdir(), "rollcall-package-"));
  const npm = (...words) =>
    execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: project,
      encoding: "utf8",
      timeout: 120_000,
    });
  try {
    const packed = JSON.parse(npm("pack", path.resolve(process.env.ROLLCALL_PACKAGE), "--json"));
    const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed);
    writeFileSync(path.join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
    npm("install", `./${filename}`);
    for (const part of ["bundled", "plain", "types", "node"]) {
      cpSync(fileURLToPath(new URL(part, import.meta.url)), path.join(project, part), { recursive: true });
    }
  } catch (error) {
    rmSync(project, { recursive: true });
    throw error;
  }
  process.env.ROLLCALL_PROJECT = project;
  return () => rmSync(project, { recursive: true });
}
