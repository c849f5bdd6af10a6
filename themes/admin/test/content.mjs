// The catalogue of this repository with the form that `ocop build --admin` made for it. `OCOP_BIN` names the program,
// `OCOP_FORM_SITE` a folder that it built.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const CONTENT = path.join(ROOT, "content");

function given(name) {
  assert.ok(process.env[name], `${name} is not set: see .ci/test`);
  return process.env[name];
}

export const OCOP = given("OCOP_BIN");
export const forms = JSON.parse(readFileSync(path.join(given("OCOP_FORM_SITE"), "admin/forms.json"), "utf8"));

/** The collection and the format of the file at `name`, a path below the content folder. */
export function formOf(name) {
  const file = `content/${name}`;
  for (const collection of forms.config.collections) {
    const own = collection.files?.find((one) => one.file === file);
    const inside = collection.folder && path.dirname(file).startsWith(collection.folder);
    if (own || inside) return forms.formats[(own ?? collection).format];
  }
  return undefined;
}

/** Every file of the content that a form edits, with its text. */
export function files() {
  const names = readdirSync(CONTENT, { recursive: true }).map((name) => name.replaceAll(path.sep, "/"));
  const edited = names.filter((name) => /\.(md|yaml)$/.test(name) && formOf(name) !== undefined).sort();
  return edited.map((name) => ({ name, form: formOf(name), text: readFileSync(path.join(CONTENT, name), "utf8") }));
}
