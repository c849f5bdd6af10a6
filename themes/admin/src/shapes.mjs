// The two forms of a value: as it is written in a file, where a text may be bare and a source a single id, and wide, as a
// form edits it, where each has one form. `clean` drops what a form leaves empty.
//
// A shape is a word (`text`, `number`, `yes`, `tri`, `date`, `both`, `cited`, `abv`, `point`), a list `{ list: shape }`,
// a map `{ map: { key: shape } }` or a map of any keys `{ open: shape }`; `ocop build --admin` makes them from the schema.

/** The key under which an entry of an open map holds its key. */
export const OPEN_KEY = "key";

/** What is written, from the library's node: a date or a text as it stands in the file, never as a number. */
function written(node) {
  if (node === null || node === undefined) return undefined;
  const value = node.value;
  if (value === null || value === undefined) return undefined;
  return typeof value === "string" ? value : (node.source ?? String(value));
}

/** The wide form of `node` (of the library `yaml`), or `undefined` when nothing is written. */
export function widen(node, shape) {
  if (node === null || node === undefined) return undefined;
  if (typeof shape === "object") {
    if (shape.list !== undefined) return items(node).map((item) => widen(item, shape.list));
    if (shape.open !== undefined) {
      return pairs(node).map(([key, value]) => ({ [OPEN_KEY]: key, ...widen(value, shape.open) }));
    }
    return widenMap(node, shape.map);
  }
  switch (shape) {
    case "both":
      return node.items === undefined ? single("vi", written(node)) : widenMap(node, { vi: "text", en: "text" });
    case "cited":
      return node.items === undefined ? [written(node)].filter((id) => id !== undefined) : items(node).map(written);
    case "point": {
      const [lon, lat] = items(node).map((item) => Number(item.value));
      return { lon, lat };
    }
    case "number":
      return typeof node.value === "number" ? node.value : written(node);
    case "yes":
      return node.value === true;
    default:
      return written(node);
  }
}

function widenMap(node, fields) {
  const wide = {};
  for (const [key, value] of pairs(node)) {
    const shape = fields[key];
    const widened = shape === undefined ? undefined : widen(value, shape);
    if (widened !== undefined) wide[key] = widened;
  }
  return wide;
}

const single = (key, value) => (value === undefined ? undefined : { [key]: value });
const items = (node) => node.items ?? [];
const pairs = (node) => items(node).map((pair) => [String(pair.key.value ?? pair.key), pair.value]);

/** The value of a form without what was left empty; `undefined` when nothing is left. */
export function clean(value, shape) {
  if (value === null || value === undefined || value === "") return undefined;
  if (shape === "point") {
    const { lon, lat } = value;
    return Number.isFinite(lon) && Number.isFinite(lat) ? { lon, lat } : undefined;
  }
  if (shape === "both") return clean(value, { map: { vi: "text", en: "text" } });
  if (shape === "cited") return full(list(value).filter((id) => id));
  if (shape === "yes") return value === true || undefined;
  if (shape === "number") return Number.isFinite(Number(value)) ? Number(value) : value;
  if (typeof shape !== "object") return tidy(String(value)) || undefined;
  if (shape.list !== undefined) return full(list(value).map((item) => clean(item, shape.list)).filter(isThere));
  if (shape.open !== undefined) {
    const entries = list(value).filter((entry) => entry?.[OPEN_KEY]);
    return full(entries.map((entry) => ({ [OPEN_KEY]: entry[OPEN_KEY], ...clean(entry, shape.open) })));
  }
  const kept = {};
  for (const [key, inner] of Object.entries(shape.map)) {
    const cleaned = clean(value[key], inner);
    if (cleaned !== undefined) kept[key] = cleaned;
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** Composed letters, as `ocop fmt` writes them; no white space at a line's end or around the text. */
const tidy = (text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim();
const isThere = (value) => value !== undefined;
const full = (array) => (array.length > 0 ? array : undefined);
const list = (value) => (Array.isArray(value) ? value : [value]);

/** Whether two clean values are the same. */
export function same(left, right) {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || !left || !right) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
}
