// How a text is written as a YAML scalar: as `ocop fmt` writes it (src/canonical/scalar.rs), so that a saved file is
// already in canonical form. The rules of the two files are held against each other by the round trip of all content.

import { Scalar } from "yaml";

const MISTAKABLE_WORDS = new Set(
  ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", ".nan", ".inf", "~", ""],
);

/** Whether YAML's grammar takes the bare text for one scalar with just these letters. */
function isBare(text) {
  return (
    text !== "" &&
    !"-?:,[]{}#&*!|>'\"%@`=~".includes(text[0]) &&
    text.trim() === text &&
    !text.includes(": ") &&
    !text.includes(" #") &&
    !text.endsWith(":") &&
    !text.startsWith("...") &&
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/u.test(text)
  );
}

/** Whether some reader of YAML 1.1 or 1.2 takes the bare text for a number, a date, a truth value or nothing. */
function isMistakable(text) {
  return (
    MISTAKABLE_WORDS.has(text.toLowerCase()) ||
    (/[0-9]/.test(text) && /^[-0-9 +.,:/_eExo]+$/.test(text)) ||
    /^[-+]?(inf|infinity|nan)$/i.test(text) ||
    (text.trim() === text && text !== "" && Number.isFinite(Number(text)))
  );
}

/** A text of one or several lines; `trusted` texts (dates, words of a vocabulary) need no quotes. */
export function textNode(text, trusted = false) {
  const node = new Scalar(text);
  if (text.includes("\n")) {
    const lines = text.replace(/\n$/, "").split("\n");
    const sound = !/^[ \t\n]/.test(text) && lines.at(-1).trim() !== "";
    node.type = sound ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  } else if (isBare(text) && (trusted || !isMistakable(text))) {
    node.type = Scalar.PLAIN;
  } else {
    node.type = Scalar.QUOTE_DOUBLE;
  }
  return node;
}

/** A date to the day, the month or the year, bare: the library would put quotes around a year. */
export function dateNode(text) {
  const node = new Scalar(/^[0-9]{4}$/.test(text) ? Number(text) : text);
  node.type = Scalar.PLAIN;
  return node;
}
