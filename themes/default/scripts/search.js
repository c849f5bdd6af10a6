// Finds products in the index of src/search/. Runs in browsers and in Node; no query leaves the device.
//
//     const search = await open("/", { fetch });
//     const { total, results, facets } = await search.query("nuoc mam", { filters: { star: ["4"] }, limit: 10 });

import { Facets } from "./search-facets.js";
import { guess } from "./search-guess.js";
import { Board } from "./search-rank.js";
import { read } from "./search-read.js";
import { openStore } from "./search-store.js";
import { words } from "./search-words.js";

const fold = (text) => words(text).map((word) => word.fold).join(" ");
const sorted = (list) => list.sort((a, b) => b[1] - a[1] || a[0] - b[0]);

/** The search of the site at `base`. */
export async function open(base, { fetch = globalThis.fetch } = {}) {
  return new Search(await openStore(base, (url) => fetch(url)));
}

class Search {
  constructor(store) {
    this.store = store;
    this.facets = store.facets = new Facets(store);
  }

  /** `{ total, results, facets, units, near, reading }`; `cards` gives results as the HTML of lists. */
  async query(text, { filters = {}, limit = 10, offset = 0, lang = "vi", sort = "relevance", near = null, count = [], cards } = {}) {
    const { store, facets } = this;
    const found = await this.find(text);
    const plain = !found.board && !Object.values(filters).flat().length && !count.length;
    const { kept, facets: counts } = plain
      ? { kept: found.ranked, facets: await facets.totals() }
      : await facets.narrow(found.ranked, filters, this.cover(found), [count].flat());
    const docs = (await facets.sort(kept, sort, near)).slice(offset, offset + limit).map(([doc]) => doc);
    const results = cards ? (await store.each("v", store.root.w[lang], docs)).map((html) => ({ html })) : await this.results(docs, lang);
    return { total: kept.length, results, facets: counts, units: await this.units(found.board), near: !!found.near, reading: found.reading };
  }

  async results(docs, lang) {
    const { store, facets } = this;
    const { e = "", b = "/" } = { e: store.root.r[2], b: store.root.b };
    const english = lang === "en" ? await store.each("e", e, docs) : [];
    const value = (record, key) => {
      const facet = facets.find(key);
      return facet?.labels[record.values[facet.i]]?.id;
    };
    await Promise.all(["star", "state"].map((key) => facets.find(key) && facets.label(facets.find(key))));
    return (await store.records(docs)).map((record, i) => {
      const { slug, values, title, ...rest } = record;
      const url = `${b || "/"}${lang === "en" ? "en/" : ""}san-pham/${slug}/`;
      return { url, title: english[i] || title, name: title, ...rest, star: value(record, "star"), state: value(record, "state") };
    });
  }

  /** Former communes that the query names, with what they are today. */
  async units(board) {
    const { o } = this.store.root;
    const spans = o ? (board?.spans || []).filter((span) => span.kind === 1) : [];
    const lines = await Promise.all(spans.map(async ({ name }) => (await this.store.lines("o", o, name >> 10)).find((line) => line.startsWith(name + "|"))));
    return lines.filter(Boolean).map((line) => line.split("|")).map(([, name, now, url]) => ({ name, now, url: this.store.root.b + url.slice(1) }));
  }

  /** The rarest needed word of the query that leads to everything found, or -1. */
  cover({ board, ranked }) {
    const terms = (board?.tokens || []).map((token, i) => [token, board.reached[i]])
      .filter(([token, reached]) => !token.optional && token.term >= 0 && ranked.every(([doc]) => reached[doc]));
    return terms.sort(([a], [b]) => b.idf - a.idf)[0]?.[0].term ?? -1;
  }

  /** All products that answer, best first. */
  async find(text) {
    const code = await this.code(text);
    if (code) return code;
    const cut = await this.answer(text, read(this.store, text, true));
    if (!cut.board?.tokens.some((token) => token.part) || cut.sure) return cut;
    return this.answer(text, read(this.store, text, false));
  }

  /** The product with the code that the query is, if it looks like one. */
  async code(text) {
    const [digest, first] = this.store.root.k;
    const key = fold(text).replace(/ /g, "");
    if (!first.length || !/^[a-z]+\d|^\d+[a-z]*\d/.test(key) || this.store.at.has(key)) return null;
    const file = Math.max(0, first.filter((code) => code <= key).length - 1);
    const line = (await this.store.lines("k", digest, file)).find((line) => line.startsWith(key + " "));
    return line && { ranked: [[+line.split(" ")[1], 1]], board: new Board(0, []) };
  }

  /** One reading of the query; `sure` when words cut apart stand beside each other in some product. */
  async answer(text, tokens) {
    const { root } = this.store;
    if (!tokens.length) return { ranked: Array.from({ length: root.n }, (_, doc) => [doc, 0]) };
    const board = new Board(root.n, tokens);
    const found = await Promise.all(tokens.map(async ({ term }) => (term < 0 ? null : this.store.term(term))));
    board.addMentions(found);
    found.forEach((term, i) => term && board.add(i, term));
    const chosen = await this.choose(board, text);
    const beside = (doc) => tokens.every(({ part }, i) => !part || board.joined(i - 1, i, doc));
    return { ...chosen, board, sure: chosen.ranked.some(([doc]) => !board.missing(doc) && beside(doc)) };
  }

  /** Beginnings of names that go on from the query: runs of products. */
  async beginnings(text) {
    const list = await this.store.once("q", async () => {
      let first = 0;
      return (await this.store.lines("q", this.store.root.q, 0)).filter(Boolean).map((line) => {
        const [name, step, count] = line.split("|");
        return { name, fold: fold(name), first: (first += +step), count: +count };
      });
    });
    return list.filter((one) => one.fold.startsWith(text));
  }

  async choose(board, text) {
    const { tokens } = board;
    const last = tokens.length - 1;
    const scores = (most) => board.touched.filter((doc) => board.missing(doc) <= most).map((doc) => [doc, board.score(doc)]);
    const all = scores(0);
    const open = !/\s$/.test(text) && !tokens[last].optional;
    const settled = ([doc]) => (last ? board.joined(last - 1, last, doc) || board.spanned[last][doc] : board.name[0][doc]);
    if (open && !all.some(settled)) {
      const started = new Map(all);
      // Names that begin as the query does, its last word half typed.
      for (const { first, count } of await this.beginnings(tokens.map((token) => token.fold).join(" "))) {
        for (let doc = first; doc < first + count; doc++) started.set(doc, board.score(doc) + 4 * tokens[last].idf);
      }
      if (started.size > all.length) return { ranked: sorted([...started]) };
    }
    if (all.length) return { ranked: sorted(all) };
    const least = board.touched.reduce((least, doc) => Math.min(least, board.missing(doc)), tokens.length);
    return guess(this.store, board, sorted(scores(least + 1)), open);
  }

  /** What the letters typed so far may become: `[{ name, count }]`, the most frequent first. */
  async suggest(text, limit = 8) {
    const typed = read(this.store, text, false).map((token) => token.fold).join(" ");
    return (await this.beginnings(typed)).sort((a, b) => b.count - a.count).slice(0, limit);
  }

  /** Fetches what the first letters will need. */
  warm() {
    return this.beginnings("");
  }

  /** Names of a facet's values by id. */
  async names(key) {
    const facet = this.facets.find(key);
    if (facet) await this.facets.label(facet);
    return new Map(facet?.labels.map((label) => [label.id, label]));
  }

  /** The drawings that cards use. */
  async symbols() {
    return new TextDecoder().decode(await this.store.once("y", () => this.store.get("symbols.svg")));
  }
}
