// The configuration of the CMS against the CMS's own schema.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";

import Ajv from "ajv";

import { MENU } from "../icons.mjs";
import { expand } from "../src/expand.mjs";
import { forms } from "./content.mjs";

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
