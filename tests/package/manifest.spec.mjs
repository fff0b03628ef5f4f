// What is written about the element, for people, editors and compilers, says the same as the element.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import ts from "typescript";
import { inRoot, installed, placeOf } from "./project.mjs";

const read = (place) => readFileSync(place, "utf8");
const manifest = JSON.parse(read(placeOf("rollcall/custom-elements.json")));
const [{ declarations }] = manifest.modules;
const [element] = declarations;
const views = readdirSync(inRoot("web/src/ui"), { recursive: true })
  .filter((name) => name.endsWith(".rs"))
  .map((name) => read(inRoot("web/src/ui", name)))
  .join("");
const names = (list) => list.map(({ name }) => name).sort();

/// The names of the members of a class or an interface of `element.d.ts`.
function membersOf(declaration) {
  const place = placeOf("rollcall").replace(/\.js$/, ".d.ts");
  const source = ts.createSourceFile(place, read(place), ts.ScriptTarget.Latest);
  const found = source.statements.find(({ name }) => name?.text === declaration);
  return [...new Set(found.members.map(({ name }) => name.text))];
}

test("the manifest is of a version that tools read", () => {
  expect(manifest.schemaVersion).toBe("2.1.0");
  expect(element).toMatchObject({ kind: "class", name: "RollCall", tagName: "roll-call", customElement: true });
});

test("attributes are those that the element observes", async () => {
  const { RollCall } = await installed("rollcall");
  expect(names(element.attributes)).toEqual([...RollCall.observedAttributes].sort());
  const reflected = element.members.filter(({ reflects }) => reflects);
  expect(reflected.map(({ attribute, name }) => [attribute, name]).sort()).toEqual(
    element.attributes.map(({ name, fieldName }) => [name, fieldName]).sort(),
  );
});

test("members and events are those of the types and of the element", async () => {
  const { RollCall } = await installed("rollcall");
  const typed = membersOf("RollCall").filter((name) => !name.endsWith("EventListener"));
  expect(names(element.members)).toEqual(typed.sort());
  const own = Object.getOwnPropertyNames(RollCall.prototype);
  expect(own).toEqual(expect.arrayContaining(typed));

  expect(names(element.events)).toEqual(membersOf("RollCallEventMap").sort());
  // The element names them in full, or the views do without what all begin with.
  const code = read(placeOf("rollcall")) + views;
  for (const { name } of element.events) expect(code).toMatch(new RegExp(`"(rollcall-)?${name.slice("rollcall-".length)}"`));
});

test("custom properties are those that the styles ask for", () => {
  const asked = read(inRoot("www/rollcall.css")).match(/var\(--rollcall-[a-z-]+/g) ?? [];
  expect(names(element.cssProperties)).toEqual([...new Set(asked.map((text) => text.slice(4)))].sort());
});

test("parts are those that the views name", () => {
  const parts = Array.from(views.matchAll(/"part"="([a-z ]+)"/g), ([, name]) => name);
  expect(names(element.cssParts)).toEqual([...new Set(parts)].sort());
});

test("docs/embedding.md names all of it", () => {
  const text = read(inRoot("docs/embedding.md"));
  const { attributes, members, events, cssParts, cssProperties } = element;
  for (const { name } of [attributes, members, events, cssParts, cssProperties].flat()) expect(text).toContain(`\`${name}`);
});

test("the licences of what it is built with go along", () => {
  const folder = path.dirname(placeOf("rollcall/package.json"));
  expect(read(path.join(folder, "LICENSE-MIT"))).toContain("Permission is hereby granted");
  const others = read(path.join(folder, "THIRD-PARTY.txt"));
  for (const name of ["serde_json", "sycamore-web", "Unicode, Inc.", "GeoNames"]) expect(others).toContain(name);
});
