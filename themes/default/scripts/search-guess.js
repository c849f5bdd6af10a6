// What a query may have meant when some word of it is found nowhere: looks into the products that come closest.

import { readShard } from "./search-coder.js";
import { edits, words } from "./search-words.js";

const BLOCKS = 6;
const MOST = 300;

export const sorted = (list) => list.sort((a, b) => b[1] - a[1] || a[0] - b[0]);

/** Judges the best of `ranked`; gives those that answer, and how the first of them is spelt. */
export async function guess(store, board, ranked, open) {
  const blocks = new Set();
  const chosen = ranked.filter(([doc]) => blocks.has(store.blockOf(doc)) || (blocks.size < BLOCKS && blocks.add(store.blockOf(doc)))).slice(0, MOST);
  const records = await store.records(chosen.map(([doc]) => doc));
  const judged = sorted(chosen.map(([doc, score], i) => {
    const { sum, ...rest } = judge(board, doc, records[i], open);
    return [doc, score + sum, rest];
  }));
  const found = judged.filter(([, , { missed }]) => !missed);
  const told = found.length ? [] : await stories(store, board);
  if (told.length) return { ranked: told };
  return { ranked: found.length ? found : judged, near: !found.length, reading: found[0]?.[2].reading };
}

function judge({ tokens, weight, fitness }, doc, record, open) {
  const fields = (record.fields ||= [[record.title, 3], [record.producer, 1.4], [record.place, 1.7]].map(([text, field]) => [words(text), field]));
  let [sum, missed] = [0, 0];
  const alike = (token, word) => {
    if (token.fold === word.fold) return fitness(token, word.exact);
    if (open && token === tokens.at(-1) && word.fold.startsWith(token.fold)) return 0.8;
    // Of a word of two letters only a letter may be missing.
    const most = Math.max(token.fold.length, word.fold.length) < 3 ? 0 : token.fold.length < 7 ? 1 : 2;
    const count = edits(token.fold, word.fold, most);
    return count > most ? 0 : 0.9 - count / 5;
  };
  const reading = tokens.map((token, i) => {
    let [best, spelt] = [0, token.raw];
    if (weight[i][doc] || token.optional) return spelt;
    for (const [list, field] of fields) list.forEach((word, at) => {
      if (tokens.some((other) => other !== token && other.fold === word.fold)) return;
      const beside = i ? list[at - 1]?.fold === tokens[i - 1].fold : list[at + 1]?.fold === tokens[1]?.fold;
      const fit = alike(token, word) * field * (beside ? 1.3 : 0.7);
      if (fit > best) [best, spelt] = [fit, word.raw];
    });
    if (!best) missed++;
    sum += best * Math.max(token.idf, 4);
    return spelt;
  }).join(" ");
  return { sum, missed, reading };
}

/** Products that have every needed word in their names or in their stories. */
async function stories({ root, once, lines, part }, { tokens, touched, weight, score }) {
  if (!root.d) return [];
  const shards = await once("stories", async () => (await lines("d", root.d, 0)).map((line) => line.split(" ")));
  const lists = await Promise.all(tokens.filter(({ optional }) => !optional).map(async (token) => {
    const { fold } = token;
    const named = [...touched].filter((doc) => weight[tokens.indexOf(token)][doc]);
    const number = shards.findIndex((words) => words.includes(fold));
    if (number < 0) return new Set(named);
    const terms = await once("story" + number, async () => readShard(await part("d", root.d, number + 1), shards[number]));
    const { found } = terms[shards[number].indexOf(fold)];
    // A word that nearly all stories hold has no list.
    return found.length ? new Set([...named, ...found.map(({ doc }) => doc)]) : null;
  }));
  const [first = [], ...others] = lists.filter(Boolean);
  return sorted([...first].filter((doc) => others.every((list) => list.has(doc))).map((doc) => [doc, score(doc)]));
}
