// What a query may have meant when some word of it is found nowhere: looks into the products that come closest.

import { Decoder, WORD_CONTEXTS, readStories, readWords } from "./search-coder.js";
import { likeness, near, words } from "./search-words.js";

const BLOCKS = 6;

/** Judges the best of `ranked`; gives those that answer, and how the first of them is spelt. */
export async function guess(store, board, ranked, open) {
  const blocks = new Set();
  const chosen = ranked.filter(([doc]) => {
    const block = Math.floor(doc / store.root.r[1]);
    return blocks.has(block) || (blocks.size < BLOCKS && blocks.add(block));
  }).slice(0, 300);
  const records = await store.records(chosen.map(([doc]) => doc));
  const judged = chosen.map(([doc, score], i) => {
    const { sum, missed, reading } = judge(board, doc, records[i], open);
    return { doc, score: score + sum, missed, reading };
  }).sort((a, b) => b.score - a.score || a.doc - b.doc);
  const found = judged.filter(({ missed }) => !missed);
  const told = found.length ? [] : await stories(store, board);
  if (told.length) return { ranked: told };
  const list = found.length ? found : judged;
  return { ranked: list.map(({ doc, score }) => [doc, score]), near: !found.length, reading: found[0]?.reading };
}

function judge({ tokens, weight }, doc, record, open) {
  const fields = [[record.title, 3], [record.producer, 1.4], [record.place, 1.7]].map(([text, field]) => [words(text), field]);
  let [sum, missed] = [0, 0];
  const reading = tokens.map((token, i) => {
    if (weight[i][doc] || token.optional) return token.raw;
    let [best, spelt] = [0, token.raw];
    for (const [list, field] of fields) list.forEach((word, at) => {
      if (tokens.some((other, j) => j !== i && other.fold === word.fold)) return;
      const beside = i ? list[at - 1]?.fold === tokens[i - 1].fold : list[at + 1]?.fold === tokens[1]?.fold;
      const fit = alike(token, word, open && i === tokens.length - 1) * field * (beside ? 1.3 : 0.7);
      if (fit > best) [best, spelt] = [fit, word.raw];
    });
    if (!best) missed++;
    sum += best * Math.max(token.idf, 4);
    return spelt;
  }).join(" ");
  return { sum, missed, reading };
}

function alike(token, word, last) {
  if (token.fold === word.fold) return token.marked ? likeness(token.exact, word.exact) : 1;
  if (last && word.fold.startsWith(token.fold)) return 0.8;
  const most = token.fold.length >= 7 ? 2 : 1;
  const edits = near(token.fold, word.fold, most);
  return edits > most ? 0 : 0.9 - edits / 5;
}

/** Products that have every needed word in their names or in their stories. */
async function stories(store, board) {
  const { d: digest } = store.root;
  if (!digest) return [];
  const index = await store.once("d", async () => {
    const d = new Decoder(await store.part("d", digest, 0), 2 * 160 + WORD_CONTEXTS);
    const counts = Array.from({ length: d.number(0) }, () => d.number(0));
    const list = readWords(d, 2 * 160, counts.reduce((sum, count) => sum + count, 0));
    return { counts, list, common: new Set(readWords(d, 2 * 160, d.number(0))) };
  });
  const needed = board.tokens.map((token, i) => [token, i]).filter(([token]) => !token.optional && !index.common.has(token.fold));
  const hits = new Map();
  await Promise.all(needed.map(async ([token, i]) => {
    const docs = new Set(board.touched.filter((doc) => board.weight[i][doc]));
    for (const doc of await storyDocs(store, index, token.fold)) docs.add(doc);
    for (const doc of docs) hits.set(doc, (hits.get(doc) || 0) + 1);
  }));
  const all = [...hits].filter(([, count]) => count === needed.length);
  return all.map(([doc]) => [doc, board.score(doc)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

async function storyDocs(store, { counts, list }, fold) {
  let at = list.indexOf(fold);
  if (at < 0) return [];
  let shard = 0;
  while (at >= counts[shard]) at -= counts[shard++];
  return readStories(await store.part("d", store.root.d, shard + 1), counts[shard])[at];
}
