// Words of a query as the index sees them; the rules of src/search/words.rs, tested against the same table.

const TONES = { "\u0301": 1, "\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5 };
const LOOK_ALIKE = { "ƣ": "ư", "ð": "đ" };
const HATS = { a: "â", e: "ê", o: "ô" };
const HORNS = { o: "ơ", u: "ư" };
const TELEX = { s: 1, f: 2, r: 3, x: 4, j: 5 };
const PLAIN = { "ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d" };
const LETTERS_OF = { "a\u0306": "ă", "a\u0302": "â", "e\u0302": "ê", "o\u0302": "ô", "o\u031b": "ơ", "u\u031b": "ư" };

export const plain = (text) => text.replace(/[ăâêôơưđ]/g, (letter) => PLAIN[letter]);

/** `[{ fold, exact, raw }]`: the word without marks, its exact form with the tone as a final digit, as typed. */
export function words(text) {
  const tidy = text.toLowerCase().normalize("NFC").replace(/[ƣð]/g, (c) => LOOK_ALIKE[c]).replace(/['’ʼ`´]/g, "");
  return (tidy.match(/[\p{Alphabetic}\p{N}\p{M}]+/gu) || []).map((raw) => {
    let exact = "";
    let tone = "";
    for (const part of raw.normalize("NFD")) {
      if (TONES[part]) tone = TONES[part];
      else if (/\p{M}/u.test(part)) exact = exact.slice(0, -1) + (LETTERS_OF[exact.slice(-1) + part] || exact.slice(-1));
      else exact += part;
    }
    return { fold: plain(exact), exact: exact + tone, raw };
  });
}

/** What Telex or VNI keys that were typed without an input method stand for, or null: `mawsm`, `ma8m1`. */
export function untype(raw) {
  let out = "";
  let tone = "";
  const mark = (letters, table) => {
    const at = Math.max(...letters.map((letter) => out.lastIndexOf(letter)));
    if (at < 0) return false;
    out = out.slice(0, at) + table[out[at]] + out.slice(at + 1);
    return true;
  };
  const horn = () => {
    if (!mark(["o", "u"], HORNS)) return false;
    out = out.replace(/([^q]|^)u(?=ơ)/, "$1ư");
    return true;
  };
  for (const c of raw) {
    const vowel = /[aăâeêioôơuưy]/.test(out);
    if (c === "j" && tone === 5) mark(["a", "e", "o"], HATS); // the mark typed after the tone: "ajjm"
    else if (vowel && TELEX[c]) tone = TELEX[c];
    else if (vowel && c >= "1" && c <= "5") tone = c;
    else if (HATS[c] && out.endsWith(c)) mark([c], HATS);
    else if (c === "6" && mark(["a", "e", "o"], HATS)) continue;
    else if (c === "8" && mark(["a"], { a: "ă" })) continue;
    else if (c === "7" && horn()) continue;
    else if (c === "w") (out.endsWith("a") && mark(["a"], { a: "ă" })) || horn() || mark(["a"], { a: "ă" }) || (out += "ư");
    else if ((c === "d" || c === "9") && out[0] === "d") out = "đ" + out.slice(1);
    else out += c;
  }
  return out === raw ? null : { fold: plain(out), exact: out + tone, raw };
}

/** Whether two words are one edit apart: a letter more, less, other, or two swapped; `most` 2 allows two. */
export function near(a, b, most = 1) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before;
  let last = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let d = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      row.push(d);
      if (d < least) least = d;
    }
    if (least > most) return most + 1;
  }
  return row[b.length];
}

/** How well a written exact form answers a typed one that folds alike: 1 the same … 0.35 other vowels. */
export function likeness(typed, written) {
  if (typed === written) return 1;
  const [t, w] = [typed.replace(/đ/g, "d"), written.replace(/đ/g, "d")];
  if (t === w) return 0.85;
  return t.replace(/\d$/, "") === w.replace(/\d$/, "") ? 0.5 : 0.35;
}
