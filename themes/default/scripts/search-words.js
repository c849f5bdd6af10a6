// Words of a query as the index sees them; the rules of src/search/words.rs, tested against the same table.

const TONES = "\u0301\u0300\u0309\u0303\u0323";
const [HAT, BREVE, HORN] = "\u0302\u0306\u031b";

export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

const known = new Map();

/** `{ fold, exact, raw }`: the word without marks, its exact form with the tone as a final digit, as typed. */
function understand(raw) {
  let tone = "";
  const toneless = raw.normalize("NFD").replace(/[\u0301\u0300\u0309\u0303\u0323]/g, (mark) => {
    tone = TONES.indexOf(mark) + 1;
    return "";
  });
  const exact = toneless.replace(/([aeo]\u0302|a\u0306|[ou]\u031b)|\p{M}/gu, (_, letter = "") => letter.normalize("NFC"));
  return { fold: plain(exact), exact: exact + tone, raw };
}

/** The words of a text. */
export function words(text) {
  const tidy = text.toLowerCase().normalize("NFC").replace(/ƣ/g, "ư").replace(/ð/g, "đ").replace(/['’ʼ`´]/g, "");
  return (tidy.match(/[\p{Alphabetic}\p{N}\p{M}]+/gu) || []).map((raw) => {
    if (!known.has(raw)) known.set(raw, understand(raw));
    return known.get(raw);
  });
}

/** The folded words of a text. */
export const folds = (text) => words(text).map((word) => word.fold);

/** What Telex or VNI keys that were typed without an input method stand for: `mawsm`, `ma8m1`. */
export function untype(raw) {
  let out = "";
  let tone = "";
  const mark = (letters, sign) => {
    const at = 1 + Math.max(...[...letters].map((letter) => out.lastIndexOf(letter)));
    if (at) out = (out.slice(0, at) + sign + out.slice(at)).normalize("NFC");
    return at;
  };
  for (const key of raw) {
    const tones = /[aăâeêioôơuưy]/.test(out) && ("sfrxj12345".indexOf(key) % 5) + 1;
    // A second j is the mark typed after the tone: "ajjm".
    if (tones && !(key === "j" && tone === 5)) tone = tones;
    else if (!(
      (/[aeo]/.test(key) && out.endsWith(key) && mark(key, HAT)) ||
      (/[6j]/.test(key) && mark("aeo", HAT)) ||
      (/[8w]/.test(key) && out.endsWith("a") && mark("a", BREVE)) ||
      (/[7w]/.test(key) && mark("ou", HORN)) ||
      (/[8w]/.test(key) && mark("a", BREVE)) ||
      (/[9d]/.test(key) && out[0] === "d" && (out = "đ" + out.slice(1)))
    )) out += key === "w" ? "ư" : key;
    out = out.replace(/(?<!q)u(?=ơ)/, "ư");
  }
  return { fold: plain(out), exact: out + tone, raw };
}

/** How many edits make `b` of `a`: a letter more, less, other, or two swapped; more than `most` if it takes more. */
export function edits(a, b, most) {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [left, right] = [a.slice(same), b.slice(same)];
  if (!left || !right || !most) return left.length + right.length;
  const after = (i, j) => 1 + edits(left.slice(i), right.slice(j), most - 1);
  const swapped = left[0] === right[1] && left[1] === right[0];
  return Math.min(after(1, 1), after(0, 1), after(1, 0), swapped ? after(2, 2) : 9);
}

/** How well a written exact form answers a typed one that folds alike: 1 the same … 0.35 other vowels. */
export function likeness(typed, written) {
  const alike = (drop) => typed.replace(drop, "").replace(/đ/g, "d") === written.replace(drop, "").replace(/đ/g, "d");
  return typed === written ? 1 : alike("") ? 0.85 : alike(/\d$/) ? 0.5 : 0.35;
}
