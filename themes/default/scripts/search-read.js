// Reads a query: its words, what they weigh, what may be missing.

import { untype, words } from "./search-words.js";

// Words that readers add and products need not have. Marked ones count by their exact form; phrases without marks.
const exact = (text) => words(text).map((word) => word.exact);
const STOPS = new Set(exact("mua bán giá ở đâu xã phường huyện tỉnh tìm của ngon nào không có các những tại cho"));
const FOLDED = new Set("tim mua cua o xa phuong huyen tinh ocop ngon nao khong the of from in for buy".split(" "));
const PHRASES = "mua o dau,ban o dau,o dau,gia bao nhieu,bao nhieu,dac san,chinh hang,cho hoi,san pham,thi tran,thi xa,thanh pho,where to"
  .split(",").map((phrase) => phrase.split(" "));
// Of these not even the neighbours are looked at.
const IDLE = new Set("mua huyen ocop nao khong of from for buy".split(" "));
const HINTS = { xa: 1, phuong: 1, tran: 1, huyen: 2, tinh: 2, pho: 2 };

/** The words of a query; `cut` joined ones apart. */
export function read({ at, frequency, root }, text, cut) {
  const tokens = words(text).flatMap((word) => {
    if (at.has(word.fold) || FOLDED.has(word.fold)) return [word];
    const typed = untype(word.raw);
    if (typed && at.has(typed.fold)) return [typed];
    return cut && !PHRASES.flat().includes(word.fold) ? split(word, at, frequency) : [word];
  });
  const inMarked = tokens.some((token) => token.exact !== token.fold);
  tokens.forEach((token, i) => {
    const term = at.get(token.fold) ?? -1;
    const marked = token.exact !== token.fold;
    const optional = marked ? STOPS.has(token.exact) : FOLDED.has(token.fold);
    tokens[i] = { ...token, marked, inMarked, optional, term: optional && IDLE.has(token.fold) ? -1 : term, hint: HINTS[token.fold], idf: Math.log(1 + root.n / (term < 0 ? 1 : frequency[term])) };
  });
  tokens.forEach((_, i) => PHRASES.forEach((phrase) => {
    if (phrase.every((word, k) => tokens[i + k]?.fold === word)) phrase.forEach((_, k) => (tokens[i + k].optional = true));
  }));
  // "có … nào"; and "của" never begins or ends a query, but cua, the crab, does.
  if (tokens.length > 2 && tokens.some(({ fold }) => fold === "nao")) for (const token of tokens) token.optional ||= /^co1?$/.test(token.exact);
  const last = tokens.at(-1);
  for (const token of [tokens[0], last]) if (token && (token.fold === "cua" || (token.fold === "o" && token === last))) token.optional = false;
  if (tokens.every((token) => token.optional)) for (const token of tokens) token.optional = false;
  return tokens;
}

/** Cuts a joined word where every part is known, preferring few and frequent ones. */
function split(token, at, frequency) {
  const { fold, raw } = token;
  const best = [{ cost: 0, cuts: [] }];
  for (let end = 2; end <= fold.length; end++) {
    for (let start = Math.max(0, end - 7); start < end - 1; start++) {
      const part = at.get(fold.slice(start, end));
      if (!best[start] || part === undefined) continue;
      const cost = best[start].cost + 12 - Math.log2(frequency[part]);
      if (!best[end] || cost < best[end].cost) best[end] = { cost, cuts: [...best[start].cuts, [start, end]] };
    }
  }
  const { cuts } = best[fold.length] || { cuts: [] };
  if (fold.length < 4 || cuts.length < 2) return [token];
  return cuts.flatMap(([from, to], part) => words(raw.normalize("NFC").slice(from, to)).map((word) => ({ ...word, part })));
}
