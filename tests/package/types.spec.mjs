// A host written in TypeScript is understood, and its mistakes are told.
import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { inProject, inRoot, run } from "./project.mjs";

const resolutions = { bundler: { module: "esnext", moduleResolution: "bundler" }, node: { module: "nodenext", moduleResolution: "nodenext" } };

for (const [name, options] of Object.entries(resolutions)) {
  test(`types, resolved as by ${name}`, async () => {
    const config = inProject("types", `tsconfig.${name}.json`);
    const compilerOptions = { ...options, target: "es2022", lib: ["es2022", "dom", "dom.iterable"], types: [], strict: true, noEmit: true, skipDefaultLibCheck: true };
    writeFileSync(config, JSON.stringify({ compilerOptions, files: ["page.ts", "program.ts"] }));
    const { code, stdout } = await run(process.execPath, [inRoot("node_modules/typescript/bin/tsc"), "-p", config]);
    expect(code, stdout).toBe(0);
  });
}
