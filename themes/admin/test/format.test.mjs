// What the form reads and writes, over every file of the catalogue.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

import { BODY, ORIGINAL, format } from "../src/format.mjs";
import { CONTENT, OCOP, files, forms } from "./content.mjs";

/** What the CMS does to a content before it is saved: white space around texts goes. */
const trimmed = (value) => {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)]));
};

const read = (file) => trimmed(format(file.form).fromFile(file.text));
const write = (file, content) => format(file.form).toFile(content);
const without = ({ [ORIGINAL]: _, ...content }) => content;

/** `content/` written anew into a folder that is gone after `use`. */
function written(texts, use) {
  const folder = mkdtempSync(path.join(tmpdir(), "ocop-form-"));
  const content = path.join(folder, "content");
  try {
    cpSync(CONTENT, content, { recursive: true });
    for (const [name, text] of texts) {
      mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
      writeFileSync(path.join(content, name), text);
    }
    use(content);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (...args) => execFileSync(OCOP, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

test("the catalogue has files of every kind", () => {
  const kinds = new Set(files().map((file) => file.form));
  assert.equal(kinds.size, Object.keys(forms.formats).length);
});

test("a file that was not edited is saved as it was", () => {
  for (const file of files()) assert.equal(write(file, read(file)), file.text, file.name);
});

test("all files written from their fields alone are canonical, sound and mean the same", () => {
  const texts = files().map((file) => [file.name, write(file, without(read(file)))]);
  for (const file of files()) {
    const again = { ...file, text: new Map(texts).get(file.name) };
    assert.deepEqual(without(read(again)), without(read(file)), file.name);
  }
  written(texts, (content) => {
    run("fmt", "--check", "--content", content);
    run("check", "--content", content, "--date", "2026-11-22");
  });
});

/** Lines of `after` that are not in `before` and the other way round, each by its own count. */
function changed(before, after) {
  const counts = new Map();
  for (const line of before.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of after.split("\n")) counts.set(line, (counts.get(line) ?? 0) - 1);
  const lines = [...counts].filter(([, count]) => count !== 0);
  return { gone: lines.filter(([, count]) => count > 0), come: lines.filter(([, count]) => count < 0) };
}

/** Whether the lines of `part` all stand in `whole`, in this order. */
function isPart(part, whole) {
  const lines = whole.split("\n");
  let at = 0;
  for (const line of part.split("\n")) {
    at = lines.indexOf(line, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

test("editing a name changes its line only", () => {
  for (const file of files().filter((file) => read(file).name?.vi)) {
    const content = read(file);
    content.name.vi = `${content.name.vi} mới`;
    const { gone, come } = changed(file.text, write(file, content));
    assert.deepEqual([gone.length, come.length], [1, 1], file.name);
  }
});

test("adding a fact adds its lines, taking it out again brings back the file", () => {
  const edited = files().filter((file) => file.form.shape.map.facts && !file.name.endsWith(".en.md"));
  assert.ok(edited.length > 100);
  const texts = [];
  for (const file of edited) {
    const content = read(file);
    const facts = content.facts ?? [];
    content.facts = [...facts, { text: { vi: "Điều mới: thử #1" }, source: ["tl-24377"] }];
    const text = write(file, content);
    assert.ok(isPart(file.text, text), `${file.name}\n${text}`);
    texts.push([file.name, text]);
    const again = read({ ...file, text });
    again.facts = again.facts.slice(0, -1);
    assert.equal(write(file, again), file.text, file.name);
  }
  written(texts, (content) => run("fmt", "--check", "--content", content));
});

test("taking out the first item of a list leaves the others as they are", () => {
  for (const file of files()) {
    const content = read(file);
    const lists = Object.keys(content).filter((key) => Array.isArray(content[key]) && typeof content[key][0] === "object");
    for (const key of lists) {
      const text = write(file, { ...content, [key]: content[key].slice(1) });
      assert.ok(isPart(text, file.text) || file.form.shape.map[key].list === undefined, `${file.name}: ${key}\n${text}`);
    }
  }
});

const product = { form: forms.formats["ocop-product"] };
const source = { form: forms.formats["ocop-source"] };

const SOUND = `---
# Ghi chú của người soạn.
name: Sản phẩm thử  # tên trên nhãn
producer: chu-the-thu
category:
  group: do-uong
recognitions:
  # Đợt đầu.
  - stars: 3
    date: 2024
    source: bao-thu
  - stars: 4
    date: "2025-10"
    source: [bao-thu, thong-bao-thu]
abv: unknown
season:
  months: [3, 4, 5]
  source: bao-thu
buying:
  samples: false
  source: bao-thu
sources: bao-thu
mystery: giữ lại
---

Bài viết.
`;

test("short forms are widened for the form", () => {
  const content = read({ ...product, text: SOUND });
  assert.deepEqual(content.name, { vi: "Sản phẩm thử" });
  assert.deepEqual(content.sources, ["bao-thu"]);
  assert.deepEqual(content.recognitions[0], { stars: 3, date: "2024", source: ["bao-thu"] });
  assert.equal(content.recognitions[1].date, "2025-10");
  assert.equal(content.abv, "unknown");
  assert.equal(content.buying.samples, "false");
  assert.deepEqual(content.season.months, [3, 4, 5]);
  assert.equal(content[BODY], "Bài viết.");
});

test("comments and unknown keys outlive an edit", () => {
  const content = read({ ...product, text: SOUND });
  content.name.en = "Trial product";
  content.abv = "29.5";
  content.recognitions[0].valid_until = "2027-01";
  const text = write(product, content);
  assert.match(text, /^---\n# Ghi chú của người soạn\.\nname:/);
  assert.match(text, /  # Đợt đầu\.\n  - stars: 3\n    date: 2024\n    valid_until: 2027-01\n/);
  assert.match(text, /\n  vi: Sản phẩm thử\n  en: Trial product\n/);
  assert.match(text, /\nabv: 29\.5\n/);
  assert.match(text, /\nmystery: giữ lại\n/);
});

test("a new file has the short forms and quotes what YAML could mistake", () => {
  const text = write(source, {
    title: { vi: "Bài: thử", en: "" },
    publisher: "2024",
    grade: "B1",
    type: "press",
    date: "2024-07",
    number: "0900 000 000",
    disagrees_with: ["bao-thu"],
    copies: [],
    note: { vi: "Dòng một\nDòng hai" },
  });
  const expected = `title: "Bài: thử"
publisher: "2024"
grade: B1
type: press
number: "0900 000 000"
date: 2024-07
note: |-
  Dòng một
  Dòng hai
disagrees_with: bao-thu
`;
  assert.equal(`${text.trim()}\n`, expected);
});

test("the English file of an entry has a story and keeps its fields", () => {
  assert.equal(write(product, { [BODY]: "Story.", [ORIGINAL]: "Old.\n" }), "Story.\n");
  const text = "---\nname: Trial product\n---\n\nOld.\n";
  const content = read({ ...product, text });
  content[BODY] = "Story.";
  assert.equal(write(product, content), "---\nname: Trial product\n---\n\nStory.\n");
});

test("a file that is no YAML is not opened, rather than emptied", () => {
  assert.throws(() => format(product.form).fromFile("---\nname: [a\n---\n"));
});
