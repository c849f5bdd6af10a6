// The configuration of the CMS against the CMS's own schema.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";

import Ajv from "ajv";

import { MENU } from "../icons.mjs";
import { expand } from "../src/expand.mjs";
import { format } from "../src/format.mjs";
import { files, forms } from "./content.mjs";

const require = createRequire(import.meta.url);
const schemaFile = path.join(path.dirname(require.resolve("@sveltia/cms")), "../schema/sveltia-cms.json");
const config = expand(forms.config, forms.options);

/** Every field with the path of names to it. */
function* fields(list, above) {
  for (const field of list) {
    const here = `${above}.${field.name}`;
    yield [here, field];
    yield* fields(field.fields ?? (field.field ? [field.field] : []), here);
  }
}

const holders = config.collections.flatMap((collection) => collection.files ?? [collection]);
const all = holders.flatMap((holder) => [...fields(holder.fields, holder.name)]);

test("the configuration is what the CMS's schema wants", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  const told = validate(config) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
  assert.deepEqual(told.slice(0, 20), []);
});

test("every field has a label", () => {
  const bare = all.filter(([, field]) => field.widget !== "hidden" && !field.label).map(([name]) => name);
  assert.deepEqual(bare, []);
});

test("relations name collections that are there, choices have something to choose", () => {
  const known = new Set(config.collections.map((collection) => collection.name));
  for (const [name, field] of all) {
    if (field.widget === "relation") assert.ok(known.has(field.collection), name);
    if (field.widget === "select") assert.ok(field.options.length > 0, name);
  }
});

test("no field asks for a map, which would call outside", () => {
  assert.deepEqual(all.filter(([, field]) => field.widget === "map"), []);
});

test("the menu's icons are in the font", () => {
  const used = config.collections.map((collection) => collection.icon);
  assert.deepEqual(used.filter((icon) => !MENU.includes(icon)), []);
});

/** What a form would say against `value` in `field`: nothing, when the officer can save the entry as it is. */
function* objections(field, value, here) {
  const missing = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (missing) {
    if (field.required !== false && field.widget !== "hidden" && field.widget !== "boolean") yield `${here}: missing`;
    return;
  }
  if (field.widget === "select" || field.widget === "relation") {
    const values = field.options?.map((option) => option.value ?? option) ?? entries.get(field.collection);
    for (const one of [value].flat()) if (!values.includes(one)) yield `${here}: ${one} is no choice`;
  } else if (field.field) {
    for (const one of value) yield* objections(field.field, one, `${here}[]`);
  } else if (field.fields) {
    for (const one of [value].flat()) {
      for (const inner of field.fields) yield* objections(inner, one[inner.name], `${here}.${inner.name}`);
    }
  } else if (field.pattern && !new RegExp(field.pattern[0]).test(value)) {
    yield `${here}: ${value} is not of the pattern`;
  } else if (field.widget === "number" && (value < field.min || value > field.max)) {
    yield `${here}: ${value} is out of bounds`;
  }
}

const catalogue = files().filter(({ name }) => !name.endsWith(".en.md"));
const idOf = (name) => name.split("/")[1]?.replace(/\.(yaml|md)$/, "");
const entries = new Map(
  config.collections.map((collection) => [
    collection.name,
    catalogue.filter(({ name }) => name.startsWith(`${collection.name}/`)).map(({ name }) => idOf(name)),
  ]),
);

test("every entry of the catalogue can be saved as it is", () => {
  const told = [];
  for (const { name, form, text } of catalogue) {
    const holder = holders.find((one) => one.file === `content/${name}` || forms.formats[one.format] === form);
    const content = format(form).fromFile(text);
    for (const field of holder.fields) told.push(...objections(field, content[field.name], `${name} ${field.name}`));
  }
  assert.deepEqual(told, []);
});
