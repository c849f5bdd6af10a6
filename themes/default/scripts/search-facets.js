// Narrows, counts and sorts what was found, with the smallest files that hold the values.

import { readColumns } from "./search-coder.js";
import { slug } from "./search-store.js";

const RECORD_BYTES = 1800;
const ROW_BYTES = 2.7;
const SHARD_BYTES = 7000;
const LABEL_BYTES = 3000;
const FAR = 1e9;

/** What results are narrowed by: names and values of each facet. */
export function makeFacets(store) {
  const { root, once, lines, part } = store;
  const list = root.a.map(([key, apart, file, place]) => ({ key, apart, file, place }));
  const counted = list.filter((facet) => !facet.apart);
  const kept = list.filter((facet) => facet.apart);
  const find = (key) => list.find((facet) => facet.key === key);

  /** The values of a facet by id, in the order of their numbers: `{ name, id, total, english, point }`. */
  const labels = (facet) => once("labels" + facet.key, async () => {
    const all = (await lines("n", root.l, facet.file)).join("\n").split("\n\n")[facet.place].split("\n");
    return new Map(all.filter(Boolean).map((line) => {
      const [name, own, total, english, point] = line.split("|");
      const id = own || slug(name);
      return [id, { name, id, total: +total || 0, english, point: point?.split(",") }];
    }));
  });

  /** The column of a facet kept apart, else of ranks (`extra` 0) or last days (1). */
  const apart = (facet, extra) => {
    const file = facet ? kept.indexOf(facet) : kept.length + extra;
    return once("apart" + file, async () => readColumns(await part("c", root.c, file), 1, root.n)[0]);
  };

  /** Columns of all products that the terms of a shard lead to, as in lexicon.rs; behind the last shard of all products. */
  const columns = (number) => once("columns" + number, async () => {
    const all = number === root.s.length;
    const [bytes, terms] = await Promise.all([part("g", root.g, number), all ? [] : store.shard(number)]);
    const row = new Uint32Array(root.n);
    for (const { found, mentions } of terms) {
      for (const { doc } of found) row[doc] = 1;
      for (const { kind, docs } of mentions) if (kind < 3) for (const doc of docs || []) row[doc] = 1;
    }
    let rows = 0;
    for (let doc = 0; doc < root.n; doc++) if (row[doc] || all) row[doc] = rows++;
    const lists = readColumns(bytes, counted.length, rows);
    return (facet, doc) => lists[counted.indexOf(facet)][row[doc]];
  });

  /** For each of `used` what gives the ids of a product: `(doc, i) => ids` for the i-th of `docs`. */
  const values = async (docs, board, used) => {
    const fresh = new Set(docs.map(store.blockOf).filter((block) => !store.done.has("block" + block))).size;
    const term = board?.cover(docs) ?? -1;
    const few = fresh * RECORD_BYTES < Math.min(term < 0 ? FAR : SHARD_BYTES, root.n * ROW_BYTES) + LABEL_BYTES;
    const [records, read] = few ? [await store.records(docs)] : [null, await columns(term < 0 ? root.s.length : store.shardOf(term))];
    return Promise.all(used.map(async (facet) => {
      if (few && !facet.apart) return (_, i) => records[i].values[counted.indexOf(facet)];
      const column = facet.apart && (await apart(facet));
      const ids = [...(await labels(facet)).keys()];
      return (doc) => (column ? column[doc] : read(facet, doc)).map((value) => ids[value]);
    }));
  };

  return {
    labels: async (key) => (find(key) ? labels(find(key)) : new Map()),

    /** Narrows `docs` by `filters` and counts each facet as if it had no filter of its own. */
    async narrow(docs, filters, board, wanted) {
      const chosen = Object.entries(filters).map(([key, ids]) => [key, [ids ?? []].flat().map(String)]).filter(([, ids]) => ids.length);
      const used = list.filter(({ key, apart }) => !apart || wanted.includes(key) || chosen.some(([one]) => one === key));
      const read = await values(docs, board, used);
      const facets = Object.fromEntries(used.map(({ key }) => [key, {}]));
      const tests = used.map(({ key }) => chosen.find(([one]) => one === key)?.[1]);
      const unknown = chosen.some(([key]) => !facets[key]);
      const narrowed = docs.filter((doc, i) => {
        const found = read.map((one) => one(doc, i));
        const failed = tests.flatMap((ids, at) => (ids && !found[at].some((id) => ids.includes(id)) ? at : []));
        if (failed.length < 2) for (const at of failed.length ? failed : found.keys()) {
          const counts = facets[used[at].key];
          for (const id of found[at]) counts[id] = (counts[id] || 0) + 1;
        }
        return !failed.length && !unknown;
      });
      return { narrowed, facets };
    },

    /** Everything there is, by counts made at build. */
    async totals() {
      const all = counted.map(async (facet) => [facet.key, Object.fromEntries([...(await labels(facet)).values()].map(({ id, total }) => [id, total]))]);
      return Object.fromEntries(await Promise.all(all));
    },

    /** Sorts products by name, stars, end of the certificate, or distance from `near`, `[longitude, latitude]`. */
    async sort(docs, by, near) {
      if (by === "relevance") return docs;
      const rank = await apart(null, 0);
      const key = await keys(docs, by, near);
      return docs.map((doc, i) => [doc, key(doc, i)]).sort(([a, x], [b, y]) => x - y || rank[a] - rank[b]).map(([doc]) => doc);
    },
  };

  async function keys(docs, by, near) {
    if (by === "end") {
      const days = await apart(null, 1);
      return (doc) => days[doc][0] || FAR;
    }
    const facet = find({ stars: "star", distance: "commune" }[by]);
    if (!facet) return () => 0;
    const [[ids], named] = await Promise.all([values(docs, null, [facet]), labels(facet)]);
    const far = ({ id, point }) => (by === "stars" ? -id : near && point ? distance(point, near) : FAR);
    return (doc, i) => Math.min(FAR, ...ids(doc, i).filter(Boolean).map((id) => far(named.get(id))));
  }
}

/** Good enough for sorting. */
const distance = ([x, y], [east, north]) => Math.hypot((x - east) * Math.cos(north / 57.3), y - north);
