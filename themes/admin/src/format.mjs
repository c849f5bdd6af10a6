// Content files as a form edits them, and back.
//
// A form would lose what it does not know: that a text was bare, that a source was one id, comments, the order of keys.
// So a read file carries its own text along (`ORIGINAL`), and saving edits that text's document: what the form left as it
// was is not written anew.

import { Document, Scalar, YAMLMap, YAMLSeq, isMap, isScalar, isSeq, parseDocument } from "yaml";

import { clean, OPEN_KEY, same, widen } from "./shapes.mjs";
import { dateNode, textNode } from "./scalar.mjs";

/** The hidden field that holds the text as it was read. */
export const ORIGINAL = "original_text";
/** The story under the front matter. */
export const BODY = "body";

const BOTH = { map: { vi: "text", en: "text" } };

/** The file's text as fields and story. Without a front matter everything is story, as in English files. */
export function split(text, isMarkdown) {
  if (!isMarkdown) return { yaml: text, body: "" };
  const parts = text.match(/^---\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n([\s\S]*))?$/);
  return parts ? { yaml: parts[1], body: parts[2] ?? "" } : { yaml: undefined, body: text };
}

/** `fromFile` and `toFile` of a kind of file: its `shape`, its `required` keys, and whether it has a story. */
export function format({ shape, required, markdown }) {
  return {
    fromFile(text) {
      const parts = split(text, markdown);
      const document = parse(parts.yaml ?? "");
      const fields = document.contents === null ? {} : widen(document.contents, shape);
      const body = parts.body.replace(/^\n/, "").trimEnd();
      return { ...fields, ...(markdown ? { [BODY]: body } : {}), [ORIGINAL]: text };
    },
    toFile(content) {
      const before = split(content[ORIGINAL] ?? "", markdown);
      const yaml = isTranslation(content, shape, required) ? (before.yaml ?? "") : fields(before.yaml, content, shape);
      if (!markdown) return `${yaml.trimEnd()}\n`;
      const body = (content[BODY] ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim();
      if (yaml.trim() === "") return `${body}\n`;
      return `---\n${yaml.trimEnd()}\n---\n${body === "" ? "" : `\n${body}\n`}`;
    },
  };
}

/** Whether only the story is edited: the English file of an entry, whose fields are in the Vietnamese one. */
function isTranslation(content, shape, required) {
  return required.length > 0 && required.every((key) => clean(content[key], shape.map[key]) === undefined);
}

function parse(yaml) {
  const document = parseDocument(yaml, { keepSourceTokens: false });
  if (document.errors.length > 0) throw document.errors[0];
  return document;
}

function fields(before, content, shape) {
  const document = before === undefined || before === "" ? new Document(new YAMLMap()) : parse(before);
  if (!isMap(document.contents)) document.contents = new YAMLMap();
  editMap(document.contents, clean(content, shape) ?? {}, shape);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: true });
  return text.trimEnd();
}

/** Makes `map` say what `value` says; keys of the schema come in its order, unknown ones stay. */
function editMap(map, value, shape) {
  for (const [key, inner] of Object.entries(shape.map)) {
    const at = map.items.findIndex((pair) => keyOf(pair) === key);
    const wanted = value[key];
    if (at < 0) {
      if (wanted !== undefined) insert(map, key, node(wanted, inner), Object.keys(shape.map));
      continue;
    }
    const pair = map.items[at];
    if (same(clean(widen(pair.value, inner), inner), wanted)) continue;
    if (wanted === undefined) map.items.splice(at, 1);
    else pair.value = edited(pair.value, wanted, inner);
  }
}

const keyOf = (pair) => String(pair.key?.value ?? pair.key);

function insert(map, key, value, order) {
  const rank = (pair) => order.indexOf(keyOf(pair));
  const after = map.items.findIndex((pair) => rank(pair) > order.indexOf(key));
  const pair = new Document({ [key]: null }).contents.items[0];
  pair.value = value;
  map.items.splice(after < 0 ? map.items.length : after, 0, pair);
}

/** The node for `value` where `before` stood, with as much of `before` as still holds. */
function edited(before, value, shape) {
  if (shape === "both" && isMap(before)) {
    editMap(before, value, BOTH);
    return before;
  }
  if (shape?.map !== undefined && isMap(before)) {
    editMap(before, value, shape);
    return before;
  }
  if (isSeq(before) && (shape?.list !== undefined || (shape === "cited" && value.length > 1))) {
    editList(before, value, shape.list ?? "text");
    return before;
  }
  if (shape?.open !== undefined && isMap(before)) return editOpen(before, value, shape.open);
  const after = node(value, shape);
  if (isScalar(before) && isScalar(after)) {
    after.comment = before.comment;
    after.commentBefore = before.commentBefore;
  }
  return after;
}

/** Items that stayed keep their nodes; those between them are edited one by one, then added or taken out. */
function editList(list, value, shape) {
  const before = list.items.map((item) => clean(widen(item, shape), shape));
  const items = [];
  let from = 0;
  let to = 0;
  for (const [left, right] of [...common(before, value), [before.length, value.length]]) {
    for (; from < left && to < right; from++, to++) items.push(edited(list.items[from], value[to], shape));
    for (; to < right; to++) items.push(node(value[to], shape));
    if (left < before.length) items.push(list.items[left]);
    from = left + 1;
    to = right + 1;
  }
  list.items = items;
}

/** The longest run of pairs of places whose values are the same, in order. */
function common(left, right) {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array(right.length + 1).fill(0));
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      const longer = Math.max(lengths[l + 1][r], lengths[l][r + 1]);
      lengths[l][r] = same(left[l], right[r]) ? lengths[l + 1][r + 1] + 1 : longer;
    }
  }
  const pairs = [];
  for (let l = 0, r = 0; l < left.length && r < right.length; ) {
    if (same(left[l], right[r])) pairs.push([l++, r++]);
    else if (lengths[l + 1][r] >= lengths[l][r + 1]) l++;
    else r++;
  }
  return pairs;
}

function editOpen(map, value, shape) {
  const wanted = new Map(value.map(({ [OPEN_KEY]: key, ...rest }) => [key, rest]));
  map.items = map.items.filter((pair) => wanted.has(keyOf(pair)));
  for (const pair of map.items) pair.value = edited(pair.value, wanted.get(keyOf(pair)), shape);
  for (const [key, rest] of wanted) {
    if (!map.items.some((pair) => keyOf(pair) === key)) insert(map, key, node(rest, shape), []);
  }
  return map;
}

/** A new node in the short form of files: a text without English is bare, a single source is one id. */
function node(value, shape) {
  if (typeof shape === "object") {
    if (shape.list !== undefined) return sequence(value, shape.list);
    const map = new YAMLMap();
    if (shape.open !== undefined) return editOpen(map, value, shape.open);
    editMap(map, value, shape);
    return map;
  }
  switch (shape) {
    case "both":
      return value.en === undefined ? textNode(value.vi) : node(value, BOTH);
    case "cited":
      return value.length === 1 ? textNode(value[0]) : sequence(value, "text");
    case "date":
      return dateNode(value);
    case "word":
      return textNode(value, true);
    case "point":
      return sequence([value.lon, value.lat], "number");
    case "tri":
      return new Scalar(value === "true");
    case "abv":
      return Number.isFinite(Number(value)) ? new Scalar(Number(value)) : textNode(value);
    case "number":
    case "yes":
      return new Scalar(value);
    default:
      return textNode(value);
  }
}

/** Numbers stand between brackets, as `ocop fmt` puts them. */
function sequence(values, shape) {
  const list = new YAMLSeq();
  list.items = values.map((value) => node(value, shape));
  list.flow = shape === "number";
  return list;
}
