// Narrows, counts and sorts what was found, with the smallest files that hold the values.

import { readColumn, readNumbers } from "./search-coder.js";

const [RECORD_BYTES, COLUMN_BYTES, WHOLE_BYTES, SIDE_BYTES] = [1700, 2450, 42000, 7000];

/** The index of facets: what they are called, and where their values lie. */
export class Facets {
  constructor(search) {
    this.search = search;
    this.list = search.root.a.map(([key, count, flags], at) => ({ key, at, count, single: !!(flags & 1), apart: !!(flags & 2), large: count > 64, labels: [] }));
    this.counted = this.list.filter((facet) => !facet.apart);
  }

  find(key) {
    return this.list.find((facet) => facet.key === key);
  }

  column(bytes, count, facet) {
    return readColumn(bytes, count, this.search.root.a[facet.at]);
  }

  /** Columns packed one after the other, each behind its length. */
  unpack(bytes, count, at = 0) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return this.counted.map((facet) => {
      const size = view.getUint32(at, true);
      const column = this.column(bytes.subarray(at + 4, at + 4 + size), count, facet);
      at += 4 + size;
      return column;
    });
  }

  /** Ids, names, counts and points of a facet's values. */
  async label(facet) {
    const file = facet.large ? 1 + this.list.filter((one) => one.large).indexOf(facet) : 0;
    const lines = await this.search.lines(`n-${this.search.root.l}/${file}.bin`);
    if (facet.named) return;
    facet.named = true;
    const small = this.list.filter((one) => !one.large && one.at < facet.at);
    const from = facet.large ? 0 : small.reduce((sum, one) => sum + Math.max(1, one.count), 0);
    facet.labels = lines.slice(from, from + facet.count).map((line) => {
      const [name, id, total, english, point] = line.split("|");
      return { name, id: id || this.search.slug(name), total: +total || 0, english, point: point?.split(",").map(Number) };
    });
  }

  /** `(facet, i) => value or values` for the i-th of `docs`; `cover` is a term that leads to all of them, or -1. */
  async values(docs, cover) {
    const { root } = this.search;
    const distinct = (size) => [...new Set(Array.from(docs, (doc) => Math.floor(doc / size)))];
    const [blocks, columns] = [distinct(root.r[1]), distinct(root.f[1])];
    const split = root.n > 2 * root.f[1];
    const whole = !split || columns.length * COLUMN_BYTES > WHOLE_BYTES;
    const fresh = blocks.filter((block) => !this.search.parsed.has("r" + block)).length * RECORD_BYTES;
    const other = Math.min(split ? Math.min(columns.length * COLUMN_BYTES, WHOLE_BYTES) : root.n * 2.5, cover < 0 ? Infinity : SIDE_BYTES) + 1500;
    if (fresh <= other) return this.fromRecords(docs);
    const naming = Promise.all(this.counted.map((facet) => this.label(facet)));
    const source = cover >= 0 && SIDE_BYTES < columns.length * COLUMN_BYTES ? this.beside(docs, cover) : this.stored(docs, columns, split, whole);
    const [values] = await Promise.all([source, naming]);
    return values;
  }

  async fromRecords(docs) {
    const records = this.search.records(docs);
    await Promise.all(this.counted.filter((facet) => !facet.large).map((facet) => this.label(facet)));
    const list = await records;
    return (facet, i) => list[i].values[this.counted.indexOf(facet)];
  }

  async beside(docs, cover) {
    const { reach, columns, from } = await this.search.side(cover, this);
    const at = new Map(reach.map((doc, i) => [doc, i]));
    return (facet, i) => columns[this.counted.indexOf(facet)][from + at.get(docs[i])];
  }

  async stored(docs, blocks, split, whole) {
    const { root } = this.search;
    const last = split ? Math.ceil(root.n / root.f[1]) : 0;
    const size = whole ? root.n : root.f[1];
    const parts = new Map();
    await Promise.all((whole ? [0] : blocks).map(async (block) => {
      const count = Math.min(size, root.n - block * size);
      const key = `f-${root.f[0]}/${whole ? last : block}.bin`;
      parts.set(block, await this.search.once(key, async () => this.unpack(await this.search.get(key), count)));
    }));
    return (facet, i) => parts.get(Math.floor(docs[i] / size))[this.counted.indexOf(facet)][docs[i] % size];
  }

  /** The whole column of a facet kept apart, or of ranks (`extra` 0) or last days (`extra` 1). */
  apart(facet, extra = 0) {
    const list = this.list.filter((one) => one.apart);
    const key = `c-${this.search.root.c}/${facet ? list.indexOf(facet) : list.length + extra}.bin`;
    const { get, root } = this.search;
    return this.search.once(key, async () => facet ? this.column(await get(key), root.n, facet) : readNumbers(await get(key), root.n));
  }

  /** Narrows `[[doc, score]]` by `filters` and counts each facet as if it had no filter of its own. */
  async narrow(ranked, filters, cover, wanted) {
    const docs = ranked.map(([doc]) => doc);
    const chosen = Object.entries(filters).filter(([, ids]) => ids != null && ids.length !== 0).map(([key, ids]) => [this.find(key), [ids].flat().map(String)]);
    const used = this.list.filter((facet) => !facet.apart || chosen.some(([one]) => one === facet) || wanted.includes(facet.key));
    const apart = new Map();
    const read = docs.length ? await this.values(docs, cover) : () => [];
    await Promise.all(used.map(async (facet) => {
      if (facet.apart) apart.set(facet, await this.apart(facet));
      if (facet.apart || chosen.some(([one]) => one === facet)) await this.label(facet);
    }));
    const value = (facet, i) => (facet.apart ? apart.get(facet)[docs[i]] : read(facet, i));
    const allowed = chosen.map(([facet, ids]) => [facet, facet ? new Set(ids.map((id) => facet.labels.findIndex((label) => label.id === id))) : new Set()]);
    const counts = new Map(used.map((facet) => [facet, new Map()]));
    const kept = [];
    for (let i = 0; i < docs.length; i++) {
      const failed = allowed.filter(([facet, set]) => !facet || ![value(facet, i)].flat().some((one) => set.has(one)));
      if (failed.length > 1) continue;
      if (!failed.length) kept.push(ranked[i]);
      for (const facet of failed.length ? [failed[0][0]].filter(Boolean) : used) {
        const count = counts.get(facet);
        for (const one of [value(facet, i)].flat()) count.set(one, (count.get(one) || 0) + 1);
      }
    }
    const facets = Object.fromEntries(used.map((facet) => [facet.key,
      Object.fromEntries([...counts.get(facet)].sort((a, b) => a[0] - b[0]).map(([one, count]) => [facet.labels[one].id, count]))]));
    return { kept, facets };
  }

  /** Everything there is, by counts made at build. */
  async totals() {
    await Promise.all(this.counted.map((facet) => this.label(facet)));
    return Object.fromEntries(this.counted.map((facet) => [facet.key,
      Object.fromEntries(facet.labels.filter((label) => label.total).map((label) => [label.id, label.total]))]));
  }

  /** Sorts `[[doc, score]]` by name, stars, end of the certificate, or distance from `near`, `[longitude, latitude]`. */
  async sort(ranked, by, near) {
    const key = { name: () => 0, stars: (doc, stars) => -stars[doc], end: (doc, days) => days[doc] || 1e9, distance: (doc, far) => far[doc] }[by];
    if (!key) return ranked;
    const [rank, column] = await Promise.all([this.apart(null, 0), this.sorter(by, ranked, near)]);
    return ranked.sort(([a], [b]) => key(a, column) - key(b, column) || rank[a] - rank[b]);
  }

  async sorter(by, ranked, near) {
    if (by === "end") return this.apart(null, 1);
    if (by === "name") return [];
    const facet = this.find(by === "stars" ? "star" : "commune");
    const docs = ranked.map(([doc]) => doc);
    const [read] = await Promise.all([facet.apart ? this.apart(facet) : this.values(docs, -1), this.label(facet)]);
    const found = {};
    docs.forEach((doc, i) => {
      const labels = [facet.apart ? read[doc] : read(facet, i)].flat().map((value) => facet.labels[value]);
      found[doc] = by === "stars" ? Math.max(0, ...labels.map((label) => +label.id || 0)) : Math.min(1e9, ...labels.map((label) => distance(label.point, near)));
    });
    return found;
  }
}

/** Kilometres, near enough for sorting. */
function distance(point, near) {
  if (!point || !near) return 1e9;
  const east = (point[0] - near[0]) * Math.cos((near[1] * Math.PI) / 180);
  return 111.2 * Math.hypot(east, point[1] - near[1]);
}
