// Finds products in the index of src/search/. Runs in browsers and in Node; no query leaves the device.
//
//     const search = await open("/", { fetch });
//     const { total, results, facets } = await search.query("nuoc mam", { filters: { star: ["4"] }, limit: 10 });

import { Decoder, WORD_CONTEXTS, readShard, readWords } from "./search-coder.js";
import { Facets } from "./search-facets.js";
import { Board } from "./search-rank.js";
import { near, untype, words, likeness } from "./search-words.js";

// Words that readers add and products need not have. Marked ones count by their exact form; phrases without marks.
const fold = (text) => words(text).map((word) => word.fold).join(" ");
const STOPS = new Set(words("mua bán giá ở đâu xã phường huyện tỉnh tìm của ngon nào không có các những tại cho").map((w) => w.exact));
const FOLDED = new Set("tim mua cua o xa phuong huyen tinh ocop ngon nao khong the of from in for buy".split(" "));
const PHRASES = ["mua o dau", "ban o dau", "o dau", "gia bao nhieu", "bao nhieu", "dac san", "chinh hang", "cho hoi",
  "san pham", "thi tran", "thi xa", "thanh pho", "where to"].map((phrase) => phrase.split(" "));
const HINTS = { xa: 1, phuong: 1, tran: 1, huyen: 2, tinh: 2, pho: 2 };

export async function open(base, options = {}) {
  const get = loader(base, options.fetch || globalThis.fetch);
  const bytes = await get("root.bin");
  const size = bytes[0] | (bytes[1] << 8);
  const root = JSON.parse(new TextDecoder().decode(bytes.subarray(2, 2 + size)));
  const d = new Decoder(bytes, 16 + WORD_CONTEXTS, 2 + size);
  root.words = readWords(d, 16, root.t);
  root.frequency = root.words.map(() => 2 ** d.tree(0, 4));
  root.at = new Map(root.words.map((word, i) => [word, i]));
  let next = 0;
  root.starts = root.s.map((count) => (next += count) - count);
  return new Search(root, get);
}

function loader(base, fetch) {
  const root = new URL("search/", new URL(base, globalThis.location?.href));
  const cache = new Map();
  return (path) => {
    if (!cache.has(path)) {
      const loading = fetch(new URL(path, root).href).then(async (answer) => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return new Uint8Array(await answer.arrayBuffer());
      });
      loading.catch(() => cache.delete(path));
      cache.set(path, loading);
    }
    return cache.get(path);
  };
}

const inflate = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();

class Search {
  constructor(root, get) {
    this.root = root;
    this.get = get;
    this.parsed = new Map();
    this.facets = new Facets(this);
  }

  slug(name) {
    return words(name.replace(/['’ʼ`´]/g, " ")).map((word) => word.fold).join("-");
  }

  lines(path) {
    return this.once(path, async () => (await inflate(await this.get(path))).split("\n"));
  }

  once(key, make) {
    if (!this.parsed.has(key)) this.parsed.set(key, make());
    return this.parsed.get(key);
  }

  shardOf(number) {
    const { starts } = this.root;
    let shard = starts.length - 1;
    while (starts[shard] > number) shard--;
    return shard;
  }

  shard(shard) {
    const { starts, s, h, words: list } = this.root;
    return this.once("h" + shard, async () =>
      readShard(await this.get(`h-${h}/${shard}.bin`), list.slice(starts[shard], starts[shard] + s[shard])));
  }

  /** The term with this number. */
  async term(number) {
    const shard = this.shardOf(number);
    return (await this.shard(shard))[number - this.root.starts[shard]];
  }

  /** What is counted, beside a shard: for every product that each of its terms leads to. */
  async side(number, facets) {
    const shard = this.shardOf(number);
    const path = `g-${this.root.g}/${shard}.bin`;
    const [terms, bytes] = await Promise.all([this.shard(shard), this.get(path)]);
    const all = await this.once(path, async () => {
      const reaches = terms.map(reach);
      return [reaches, facets.unpack(bytes, reaches.reduce((sum, list) => sum + list.length, 0))];
    });
    const at = number - this.root.starts[shard];
    return { reach: all[0][at], columns: all[1], from: all[0].slice(0, at).reduce((sum, list) => sum + list.length, 0) };
  }

  block(number) {
    const [digest, size] = this.root.r;
    return this.once("r" + number, async () => {
      const bytes = await this.get(`r-${digest}/${number}.bin`);
      const length = bytes[0] | (bytes[1] << 8);
      const count = Math.min(size, this.root.n - number * size);
      const lines = (await inflate(bytes.subarray(2 + length))).split("\n");
      const columns = this.facets.unpack(bytes, count, 2);
      const large = this.facets.counted.filter((facet) => facet.large);
      return Array.from({ length: count }, (_, i) => {
        const [title, slug, producer, place, bare, ...rest] = lines.filter((_, at) => at % count === i);
        const values = columns.map((column) => column[i]);
        large.forEach((facet, at) => this.name(facet, values[this.facets.counted.indexOf(facet)], rest[at]));
        return { title, slug: slug || this.slug(title), producer, place, bare: bare === "1", extra: rest.slice(large.length), values };
      });
    });
  }

  /** Takes the names of a large facet's values from a record. */
  name(facet, values, text) {
    [values].flat().forEach((value, i) => {
      const [name, id] = text.split("\t")[i].split("|");
      facet.labels[value] ||= { name, id: id || this.slug(name) };
    });
  }

  async english(doc) {
    const [, size, digest] = this.root.r;
    return (await this.lines(`e-${digest}/${Math.floor(doc / size)}.bin`))[doc % size];
  }

  async records(docs) {
    const size = this.root.r[1];
    return Promise.all(Array.from(docs, async (doc) => (await this.block(Math.floor(doc / size)))[doc % size]));
  }

  /** The words of a query with what they weigh; `cut` joined ones apart. */
  analyse(text, cut) {
    const { at, frequency, n } = this.root;
    let tokens = words(text).flatMap((word) => {
      if (at.has(word.fold) || FOLDED.has(word.fold)) return [word];
      const typed = untype(word.raw);
      if (typed && at.has(typed.fold)) return [typed];
      return cut && !PHRASES.flat().includes(word.fold) ? this.split(word) : [word];
    });
    const inMarked = tokens.some((token) => token.exact !== token.fold);
    tokens = tokens.map((token) => {
      const term = at.has(token.fold) ? at.get(token.fold) : -1;
      const marked = token.exact !== token.fold;
      const optional = marked ? STOPS.has(token.exact) : FOLDED.has(token.fold);
      return { ...token, marked, inMarked, optional, term, hint: HINTS[token.fold], idf: Math.log(1 + n / (term < 0 ? 1 : frequency[term])) };
    });
    for (let i = 0; i < tokens.length; i++) for (const phrase of PHRASES) {
      if (phrase.every((word, k) => tokens[i + k]?.fold === word)) phrase.forEach((_, k) => (tokens[i + k].optional = true));
    }
    if (tokens.length > 2 && tokens.some((token) => token.fold === "nao")) for (const token of tokens) if (token.exact === "co" || token.exact === "co1") token.optional = true;
    // "của" never ends a query, but cua, the crab, does.
    for (const token of [tokens[0], tokens.at(-1)]) if (token?.fold === "cua" || token?.fold === "o" && token === tokens.at(-1)) token.optional = false;
    if (tokens.every((token) => token.optional)) for (const token of tokens) token.optional = false;
    return tokens;
  }

  /** Cuts joined words apart where every part is known. */
  split(token) {
    const { at, frequency } = this.root;
    if (token.fold.length < 4) return [token];
    const best = [{ cost: 0, parts: [] }];
    for (let end = 1; end <= token.fold.length; end++) {
      for (let start = Math.max(0, end - 7); start < end - 1; start++) {
        const part = token.fold.slice(start, end);
        if (!best[start] || !at.has(part)) continue;
        const cost = best[start].cost + 12 - Math.log2(frequency[at.get(part)]);
        if (!best[end] || cost < best[end].cost) best[end] = { cost, parts: [...best[start].parts, [start, end]] };
      }
    }
    const found = best[token.fold.length];
    if (!found || found.parts.length < 2) return [token];
    return found.parts.flatMap(([from, to], i) => words(token.raw.normalize("NFC").slice(from, to)).map((word) => ({ ...word, part: i })));
  }

  async query(text, { filters = {}, limit = 10, offset = 0, lang = "vi", sort = "relevance", near = null, count = [] } = {}) {
    const { ranked, board } = await this.search(text);
    const plain = !board && !Object.keys(filters).length;
    const { kept, facets } = plain ? { kept: ranked, facets: await this.facets.totals() } : await this.facets.narrow(ranked, filters, board ? this.cover(board, ranked) : -1, [count].flat());
    const top = (await this.facets.sort(kept, sort, near)).slice(offset, offset + limit);
    const records = await this.records(top.map(([doc]) => doc));
    const english = lang === "en" ? await Promise.all(top.map(([doc]) => this.english(doc))) : [];
    const results = records.map((record, i) => this.result(record, english[i], lang));
    return { total: kept.length, results, facets };
  }

  result(record, english, lang) {
    const value = (key) => {
      const facet = this.facets.find(key);
      return facet && facet.labels[[record.values[this.facets.counted.indexOf(facet)]].flat()[0]]?.id;
    };
    const url = `${lang === "en" ? "/en" : ""}/san-pham/${record.slug}/`;
    const { title, producer, place, bare, extra } = record;
    return { url, title: english || title, name: title, producer, place, star: value("star"), state: value("state"), bare, extra };
  }

  /** The rarest needed word of the query that leads to all of `ranked`, or -1. */
  cover(board, ranked) {
    let best = -1;
    board.tokens.forEach((token, i) => {
      if (token.optional || token.term < 0 || (best >= 0 && token.idf <= board.tokens[best].idf)) return;
      if (ranked.every(([doc]) => board.reached[i][doc])) best = i;
    });
    return best < 0 ? -1 : board.tokens[best].term;
  }

  /** All products that answer, best first. */
  async search(text) {
    const cut = await this.read(text, this.analyse(text, true));
    if (!cut.board || cut.sure || !cut.board.tokens.some((token) => token.part)) return cut;
    return this.read(text, this.analyse(text, false));
  }

  /** One reading of the query; `sure` when words that were cut apart stand beside each other in some product. */
  async read(text, tokens) {
    if (!tokens.length) return { ranked: Array.from({ length: this.root.n }, (_, doc) => [doc, 0]) };
    const board = new Board(this.root.n, tokens);
    const found = await Promise.all(tokens.map(async (token) => (token.term < 0 ? [] : [[await this.term(token.term), 1]])));
    board.addMentions(found);
    found.forEach((terms, i) => terms.forEach(([term, factor]) => board.add(i, term, factor)));
    const ranked = await this.choose(board, text);
    const beside = (doc) => tokens.every((token, i) => !token.part || board.joined(i - 1, i, doc));
    return { ranked, board, sure: ranked.some(([doc]) => !board.missing(doc) && beside(doc)) };
  }

  /** Beginnings of names that go on from the query: runs of products. */
  async beginnings(text) {
    const list = await this.once("q", async () => {
      let first = 0;
      return (await this.lines(`q-${this.root.q}/0.bin`)).filter(Boolean).map((line) => {
        const [name, step, count] = line.split("|");
        return { name, fold: fold(name), first: (first += +step), count: +count };
      });
    });
    return list.filter((one) => one.fold.startsWith(text));
  }

  async choose(board, text) {
    const { tokens } = board;
    const all = board.touched.filter((doc) => !board.missing(doc)).map((doc) => [doc, board.score(doc)]);
    const last = tokens.length - 1;
    const open = last >= 0 && !/\s$/.test(text) && !tokens[last].optional;
    const settled = all.some(([doc]) => last === 0 ? board.name[0][doc] : board.joined(last - 1, last, doc) || board.spanned[last][doc]);
    if (open && !settled) {
      const started = await this.started(board, last);
      if (started.length) return sorted(merge(started, all));
    }
    if (all.length) return sorted(all);
    const least = Math.min(...board.touched.map((doc) => board.missing(doc)));
    const close = board.touched.filter((doc) => board.missing(doc) <= least + 1).map((doc) => [doc, board.score(doc)]);
    return this.verify(board, sorted(close), open);
  }

  /** Products whose names begin as the query does, its last word half typed. */
  async started(board, last) {
    const { tokens } = board;
    const runs = await this.beginnings(tokens.map((token) => token.fold).join(" "));
    return runs.flatMap(({ first, count }) => Array.from({ length: count }, (_, k) => {
      const doc = first + k;
      return [doc, board.score(doc) + 4 * tokens[last].idf];
    }));
  }

  async verify(board, ranked, open) {
    const size = this.root.r[1];
    const blocks = new Set();
    const chosen = [];
    for (const item of ranked) {
      const block = Math.floor(item[0] / size);
      if (!blocks.has(block) && blocks.size >= 6) continue;
      blocks.add(block);
      chosen.push(item);
      if (chosen.length >= 300) break;
    }
    const records = await this.records(chosen.map(([doc]) => doc));
    return sorted(chosen.map(([doc, score], i) => [doc, score + this.judge(board, doc, records[i], open)]));
  }

  judge({ tokens, weight }, doc, record, open) {
    const fields = [[words(record.title), 3], [words(record.producer), 1.4], [words(record.place), 1.7]];
    let sum = 0;
    tokens.forEach((token, i) => {
      if (weight[i][doc] || token.optional) return;
      let best = 0;
      for (const [list, field] of fields) list.forEach((word, at) => {
        if (tokens.some((other, j) => j !== i && other.fold === word.fold)) return;
        const beside = i ? list[at - 1]?.fold === tokens[i - 1].fold : list[at + 1]?.fold === tokens[1]?.fold;
        const fit = alike(token, word, open && i === tokens.length - 1) * field * (beside ? 1.3 : 0.7);
        if (fit > best) best = fit;
      });
      sum += best * Math.max(token.idf, 4);
    });
    return sum;
  }
}

const sorted = (list) => list.sort((a, b) => b[1] - a[1] || a[0] - b[0]);

function merge(first, second) {
  const map = new Map(first);
  for (const [doc, score] of second) map.set(doc, Math.max(score, map.get(doc) || 0));
  return [...map];
}

function alike(token, word, last) {
  if (token.fold === word.fold) return token.marked ? likeness(token.exact, word.exact) : 1;
  if (last && word.fold.startsWith(token.fold)) return 0.8;
  const most = token.fold.length >= 7 ? 2 : 1;
  const d = near(token.fold, word.fold, most);
  return d > most ? 0 : d === 1 ? 0.7 : 0.5;
}

/** Every product that a term leads to, in order, as in lexicon.rs. */
function reach(term) {
  const all = new Set(term.docs);
  for (const m of term.mentions) if (m.kind < 2 && m.docs) for (const doc of m.docs) all.add(doc);
  return [...all].sort((a, b) => a - b);
}
