// Fetches the files of the index (src/search/) as they are needed, each once.

import { Decoder, WORD_CONTEXTS, readShard, readWords } from "./search-coder.js";
import { words } from "./search-words.js";

const inflate = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();

/** The index below `base`: its root, and ways to the rest. */
export async function openStore(base, fetch) {
  const folder = new URL("search/", new URL(base, globalThis.location?.href));
  const get = async (path) => {
    const answer = await fetch(new URL(path, folder).href);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const bytes = await get("root.bin");
  const size = 2 + (bytes[0] | (bytes[1] << 8));
  const root = JSON.parse(new TextDecoder().decode(bytes.subarray(2, size)));
  const d = new Decoder(bytes, 16 + WORD_CONTEXTS, size);
  const list = readWords(d, 16, root.t);
  return new Store(root, get, list, list.map(() => 2 ** d.tree(0, 4)));
}

class Store {
  constructor(root, get, list, frequency) {
    let next = 0;
    Object.assign(this, { root, get, list, frequency });
    this.at = new Map(list.map((word, i) => [word, i]));
    this.starts = root.s.map((count) => (next += count) - count);
    this.done = new Map();
  }

  /** Makes something once; what failed is tried again. */
  once(key, make) {
    if (!this.done.has(key)) {
      const making = make();
      making.catch(() => this.done.delete(key));
      this.done.set(key, making);
    }
    return this.done.get(key);
  }

  part(tier, digest, number) {
    return this.once(tier + digest + number, () => this.get(`${tier}-${digest}/${number}.bin`));
  }

  /** The lines of a packed text. */
  lines(tier, digest, number) {
    return this.once(`l${tier}${digest}${number}`, async () => (await inflate(await this.part(tier, digest, number))).split("\n"));
  }

  /** As `base::text::slug`: what a product's or a place's address is made of. */
  slug(name) {
    return words(name.replace(/['’ʼ`´]/g, " ")).map(({ fold }) => fold).join("-");
  }

  shard(number) {
    const { root, starts, list } = this;
    return this.once("h" + number, async () =>
      readShard(await this.part("h", root.h, number), list.slice(starts[number], starts[number] + root.s[number])));
  }

  /** Shard of a term, and the term's place in it. */
  where(term) {
    let shard = this.starts.length - 1;
    while (this.starts[shard] > term) shard--;
    return [shard, term - this.starts[shard]];
  }

  async term(number) {
    const [shard, at] = this.where(number);
    return (await this.shard(shard))[at];
  }

  /** What is counted, beside a shard: for every product that each of its terms leads to. */
  async side(term, facets) {
    const [shard, at] = this.where(term);
    const [terms, bytes] = await Promise.all([this.shard(shard), this.part("g", this.root.g, shard)]);
    const [reaches, columns] = await this.once("g" + shard, async () => {
      const all = terms.map(reach);
      return [all, facets.unpack(bytes, all.flat().length)];
    });
    return { reach: reaches[at], columns, from: reaches.slice(0, at).flat().length };
  }

  block(number) {
    const [digest, size] = this.root.r;
    return this.once("r" + number, async () => {
      const bytes = await this.part("r", digest, number);
      const length = bytes[0] | (bytes[1] << 8);
      const count = Math.min(size, this.root.n - number * size);
      const lines = (await inflate(bytes.subarray(2 + length))).split("\n");
      const columns = this.facets.unpack(bytes, count, 2);
      const large = this.facets.counted.filter((facet) => facet.large);
      return Array.from({ length: count }, (_, i) => {
        const [title, slug, producer, place, bare, ...names] = lines.filter((_, at) => at % count === i);
        const values = columns.map((column) => column[i]);
        large.forEach((facet, at) => [values[facet.i]].flat().forEach((value, k) => {
          const [name, id] = names[at].split("\t")[k].split("|");
          facet.labels[value] ||= { name, id: id || this.slug(name) };
        }));
        return { title, slug: slug || this.slug(title), producer, place, bare: bare === "1", values };
      });
    });
  }

  records(docs) {
    const size = this.root.r[1];
    return Promise.all(docs.map(async (doc) => (await this.block(Math.floor(doc / size)))[doc % size]));
  }

  /** The lines of a tier in blocks like the records, for these products: English names, cards. */
  each(tier, digest, docs) {
    const size = this.root.r[1];
    return Promise.all(docs.map(async (doc) => (await this.lines(tier, digest, Math.floor(doc / size)))[doc % size]));
  }
}

/** Every product that a term leads to, in order, as in lexicon.rs. */
function reach({ docs, mentions }) {
  const all = new Set(docs);
  for (const { kind, docs } of mentions) if (kind < 3) docs?.forEach((doc) => all.add(doc));
  return [...all].sort((a, b) => a - b);
}
