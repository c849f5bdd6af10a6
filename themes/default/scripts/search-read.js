// Reads a query: its words, what they weigh, what may be missing.

import { untype, words } from "./search-words.js";

/** The words of a query; `cut` joined ones apart. */
export function read({ at, frequency, root }, text, cut) {
  // Words that readers add and products need not have. Marked ones count by their exact form; phrases without marks.
  const [marked, unmarked, idle, , kinds] = root.x.map((list) => list.split(" "));
  const phrases = root.x[3].split(",").map((phrase) => phrase.split(" "));
  const found = words(text).flatMap((word) => {
    if (at.has(word.fold) || unmarked.includes(word.fold)) return word;
    const typed = untype(word.raw);
    if (at.has(typed.fold)) return typed;
    return cut && !phrases.flat().includes(word.fold) ? split(word, at, frequency) : word;
  });
  const inMarked = found.some((word) => word.exact !== word.fold);
  const tokens = found.map((word) => {
    const { fold, exact } = word;
    const term = at.get(fold) ?? -1;
    const optional = exact === fold ? unmarked.includes(fold) : marked.includes(exact);
    return {
      ...word,
      marked: exact !== fold,
      inMarked,
      optional,
      // Of idle words not even the neighbours are looked at.
      term: optional && idle.includes(fold) ? -1 : term,
      hint: kinds.find((kind) => kind.slice(0, -1) === fold)?.at(-1),
      idf: Math.log(1 + root.n / (frequency[term] || 1)),
    };
  });
  tokens.forEach((_, i) => phrases.forEach((phrase) => {
    const stretch = tokens.slice(i, i + phrase.length);
    if (stretch.map((token) => token.fold).join(" ") === phrase.join(" ")) stretch.forEach((token) => (token.optional = true));
  }));
  // "có … nào"; and "của" never begins or ends a query, but cua, the crab, does.
  if (tokens.length > 2 && tokens.some(({ fold }) => fold === "nao")) for (const token of tokens) token.optional ||= /^co1?$/.test(token.exact);
  const last = tokens.at(-1);
  for (const token of tokens) if ((token.fold === "cua" && (token === tokens[0] || token === last)) || (token.fold === "o" && token === last)) token.optional = false;
  if (tokens.every((token) => token.optional)) for (const token of tokens) token.optional = false;
  return tokens;
}

/** Cuts a joined word where every part is known, preferring few and frequent ones. */
function split(word, at, frequency) {
  const { fold, raw } = word;
  const best = [{ cost: 0, cuts: [] }];
  for (let end = 2; end <= fold.length; end++) {
    for (let start = Math.max(0, end - 7); start < end - 1; start++) {
      const part = at.get(fold.slice(start, end));
      if (!best[start] || part === undefined) continue;
      const cost = best[start].cost + 12 - Math.log2(frequency[part]);
      if (!(best[end]?.cost <= cost)) best[end] = { cost, cuts: [...best[start].cuts, [start, end]] };
    }
  }
  const { cuts } = best[fold.length] || best[0];
  if (fold.length < 4 || cuts.length < 2) return word;
  return cuts.flatMap(([from, to], part) => words(raw.normalize("NFC").slice(from, to)).map((word) => ({ ...word, part })));
}
