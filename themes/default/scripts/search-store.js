// Fetches the files of the index (src/search/) as they are needed, each once.

import { pause, readShard, readWords, times } from "./search-coder.js";
import { folds } from "./search-words.js";

const inflate = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();

/** As `base::text::slug`: what the address of a product or a place is made of. */
export const slug = (name) => folds(name.replace(/['’ʼ`´]/g, " ")).join("-");

/** The index below `base`: its root, and ways to the rest. */
export async function openStore(base, fetch) {
  const folder = new URL("search/", new URL(base, globalThis.location?.href));
  const done = new Map();
  /** Makes something once; what failed is tried again. */
  const once = (key, make) => {
    if (!done.has(key)) {
      const making = make();
      making.catch(() => done.delete(key));
      done.set(key, making);
    }
    return done.get(key);
  };
  const get = (path) => once(path, async () => {
    const answer = await fetch(new URL(path, folder).href);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  });
  const part = (tier, digest, number) => get(`${tier}-${digest}/${number}.bin`);
  const lines = (tier, digest, number) => once(tier + digest + number, async () => (await inflate(await part(tier, digest, number))).split("\n"));

  const bytes = await get("root.bin");
  const size = 2 + bytes[0] + bytes[1] * 256;
  const root = JSON.parse(await inflate(bytes.subarray(2, size)));
  const [list, frequencies] = readWords(bytes, size, root.t);
  await pause();
  const frequency = frequencies();
  const [records, perBlock] = root.r;
  let next = 0;
  const starts = root.s.map((count) => (next += count) - count);
  const shardOf = (term) => starts.findLastIndex((start) => start <= term);
  const shard = (number) => once(number, async () => {
    const folds = list.slice(starts[number], starts[number + 1]);
    return readShard(await part("h", root.h, number), folds);
  });
  const blockOf = (doc) => Math.floor(doc / perBlock);
  const block = (number) => once("block" + number, async () => {
    const all = await lines("r", records, number);
    const count = Math.min(perBlock, root.n - number * perBlock);
    return times(count, (i) => {
      const [title, address, producer, place, bare, ...values] = times(all.length / count, (column) => all[column * count + i]);
      return { title, address, producer, place, bare: !!bare, values: values.map((ids) => ids.split(" ")) };
    });
  });
  const each = (docs, rows) => Promise.all(docs.map(async (doc) => (await rows(blockOf(doc)))[doc % perBlock]));
  return {
    root,
    frequency,
    at: new Map(list.map((word, i) => [word, i])),
    done,
    once,
    get,
    part,
    lines,
    shardOf,
    shard,
    blockOf,
    term: async (number) => (await shard(shardOf(number)))[number - starts[shardOf(number)]],
    records: (docs) => each(docs, block),
    /** The lines of a tier in blocks like the records, for these products: English names, cards. */
    each: (tier, digest, docs) => each(docs, (number) => lines(tier, digest, number)),
    /** What stands behind a key among the codes and the units of the past. */
    async lookUp(key) {
      const [digest, first] = root.k;
      const file = first.findLastIndex((one) => one <= key);
      const line = file < 0 ? null : (await lines("k", digest, file)).find((line) => line.startsWith(key + "|"));
      return line?.split("|").slice(1);
    },
  };
}
