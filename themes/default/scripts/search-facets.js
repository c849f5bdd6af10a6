// Narrows, counts and sorts what was found, with the smallest files that hold the values.

import { readColumn, readNumbers } from "./search-coder.js";

const RECORD_BYTES = 1700;
const SIDE_BYTES = 7000;

/** What results are narrowed by: names and values of each facet. */
export class Facets {
  constructor(store) {
    this.store = store;
    this.list = store.root.a.map((spec, at) => ({ key: spec[0], spec, at, apart: spec[2] > 1, large: spec[1] > 64, labels: [] }));
    this.counted = this.list.filter((facet) => !facet.apart);
    this.counted.forEach((facet, i) => (facet.i = i));
  }

  find(key) {
    return this.list.find((facet) => facet.key === key);
  }

  /** Columns packed one after the other, each behind its length. */
  unpack(bytes, count, at = 0) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return this.counted.map(({ spec }) => {
      const end = at + 4 + view.getUint32(at, true);
      const column = readColumn(bytes.subarray(at + 4, end), count, spec);
      at = end;
      return column;
    });
  }

  /** Fetches names, ids, counts and points of a facet's values. */
  async label(facet) {
    if (facet.named) return;
    const alike = this.list.filter((one) => one.large === facet.large);
    const file = facet.large ? 1 + alike.indexOf(facet) : 0;
    const lines = await this.store.lines("n", this.store.root.l, file);
    const from = facet.large ? 0 : alike.reduce((sum, { at, spec }) => sum + (at < facet.at ? Math.max(1, spec[1]) : 0), 0);
    facet.named = true;
    facet.labels = lines.slice(from, from + facet.spec[1]).map((line) => {
      const [name, id, total, english, point] = line.split("|");
      return { name, id: id || this.store.slug(name), total: +total || 0, english, point: point?.split(",").map(Number) };
    });
  }

  /** `(facet, i) => value or values` of the i-th of `docs`; `cover` is a term that leads to all of them, or -1. */
  async values(docs, cover) {
    const { root } = this.store;
    const blocks = new Set(docs.map((doc) => Math.floor(doc / root.r[1])));
    const fresh = [...blocks].filter((block) => !this.store.done.has("r" + block)).length * RECORD_BYTES;
    const whole = root.n * 2.5;
    const known = (small) => Promise.all(this.counted.map((facet) => small && facet.large ? 0 : this.label(facet)));
    if (fresh <= Math.min(whole, cover < 0 ? whole : SIDE_BYTES) + 1500) {
      const [records] = await Promise.all([this.store.records(docs), known(true)]);
      return (facet, i) => records[i].values[facet.i];
    }
    const side = cover >= 0 && whole > SIDE_BYTES;
    const [columns] = await Promise.all([side ? this.store.side(cover, this) : this.whole(), known()]);
    if (!side) return (facet, i) => columns[facet.i][docs[i]];
    const at = new Map(columns.reach.map((doc, i) => [doc, i + columns.from]));
    return (facet, i) => columns.columns[facet.i][at.get(docs[i])];
  }

  whole() {
    const { store } = this;
    return store.once("f", async () => this.unpack(await store.part("f", store.root.f, 0), store.root.n));
  }

  /** The column of a facet kept apart, else of ranks (`extra` 0) or last days (`extra` 1). */
  apart(facet, extra = 0) {
    const { store } = this;
    const list = this.list.filter((one) => one.apart);
    const file = facet ? list.indexOf(facet) : list.length + extra;
    return store.once("c" + file, async () => {
      const bytes = await store.part("c", store.root.c, file);
      return facet ? readColumn(bytes, store.root.n, facet.spec) : readNumbers(bytes, store.root.n);
    });
  }

  /** Narrows `[[doc, score]]` by `filters` and counts each facet as if it had no filter of its own. */
  async narrow(ranked, filters, cover, wanted) {
    const docs = ranked.map(([doc]) => doc);
    const chosen = Object.entries(filters).map(([key, ids]) => [this.find(key), [ids ?? []].flat().map(String)]).filter(([, ids]) => ids.length);
    const used = this.list.filter((facet) => !facet.apart || wanted.includes(facet.key) || chosen.some(([one]) => one === facet));
    const read = docs.length ? await this.values(docs, cover) : null;
    const apart = new Map();
    await Promise.all(used.map(async (facet) => {
      if (facet.apart) apart.set(facet, await this.apart(facet));
      if (facet.apart || chosen.some(([one]) => one === facet)) await this.label(facet);
    }));
    const value = (facet, i) => [facet.apart ? apart.get(facet)[docs[i]] : read(facet, i)].flat();
    const allowed = chosen.map(([facet, ids]) => [facet, (one) => [facet.labels[one].id, facet.labels[one].name].some((name) => ids.includes(name))]);
    const counts = used.map(() => new Map());
    const kept = ranked.filter((_, i) => {
      const failed = allowed.filter(([facet, passes]) => !facet || !value(facet, i).some(passes));
      if (failed.length < 2) used.forEach((facet, at) => {
        if (failed.length && failed[0][0] !== facet) return;
        for (const one of value(facet, i)) counts[at].set(one, (counts[at].get(one) || 0) + 1);
      });
      return !failed.length;
    });
    const byId = (facet, at) => [...counts[at]].sort((a, b) => a[0] - b[0]).map(([one, count]) => [facet.labels[one].id, count]);
    return { kept, facets: Object.fromEntries(used.map((facet, at) => [facet.key, Object.fromEntries(byId(facet, at))])) };
  }

  /** Everything there is, by counts made at build. */
  async totals() {
    await Promise.all(this.counted.map((facet) => this.label(facet)));
    const counts = ({ labels }) => Object.fromEntries(labels.filter(({ total }) => total).map(({ id, total }) => [id, total]));
    return Object.fromEntries(this.counted.map((facet) => [facet.key, counts(facet)]));
  }

  /** Sorts `[[doc, score]]` by name, stars, end of the certificate, or distance from `near`, `[longitude, latitude]`. */
  async sort(ranked, by, near) {
    if (by === "relevance") return ranked;
    const [rank, key] = await Promise.all([this.apart(null), this.key(by, ranked.map(([doc]) => doc), near)]);
    return ranked.map((item, i) => [item, key(item[0], i)]).sort(([[a], x], [[b], y]) => x - y || rank[a] - rank[b]).map(([item]) => item);
  }

  async key(by, docs, near) {
    if (by === "end") {
      const days = await this.apart(null, 1);
      return (doc) => days[doc] || 1e9;
    }
    const facet = this.find({ stars: "star", distance: "commune" }[by]);
    if (!facet) return () => 0;
    const [read] = await Promise.all([facet.apart ? this.apart(facet) : this.values(docs, -1), this.label(facet)]);
    const far = ({ id, point }) => (by === "stars" ? -id : point?.length > 1 && near ? distance(point, near) : 1e9);
    return (doc, i) => Math.min(1e9, ...[facet.apart ? read[doc] : read(facet, i)].flat().map((one) => far(facet.labels[one])));
  }
}

/** Kilometres, near enough for sorting. */
const distance = ([x, y], [east, north]) => 111.2 * Math.hypot((x - east) * Math.cos((north * Math.PI) / 180), y - north);
