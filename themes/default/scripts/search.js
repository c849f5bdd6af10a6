// Finds products in the index of src/search/. Runs in browsers and in Node; no query leaves the device.
//
//     const search = await open("/", { fetch });
//     const { total, results, facets } = await search.query("nuoc mam", { filters: { star: ["4"] }, limit: 10 });

import { pause, times } from "./search-coder.js";
import { makeFacets } from "./search-facets.js";
import { guess, sorted } from "./search-guess.js";
import { makeBoard } from "./search-rank.js";
import { read } from "./search-read.js";
import { openStore, slug } from "./search-store.js";
import { folds } from "./search-words.js";

const FORMER = 1;

/** The search of the site at `base`. */
export async function open(base, { fetch = globalThis.fetch } = {}) {
  const store = await openStore(base, (url) => fetch(url));
  const { root, once, lines, lookUp } = store;
  const { narrow, totals, sort, labels } = makeFacets(store);

  /** Beginnings of names, each a run of products: `{ name, fold, first, count }`. */
  const beginnings = () => once("q", async () => {
    let first = 0;
    return (await lines("q", root.q, 0)).filter(Boolean).map((line) => {
      const [name, step, count] = line.split("|");
      return { name, fold: folds(name).join(" "), first: (first += +step), count: +count };
    });
  });
  const beginningWith = async (tokens) => {
    const typed = tokens.map((token) => token.fold).join(" ");
    return (await beginnings()).filter(({ fold }) => fold.startsWith(typed));
  };

  /** One reading of the query; `sure` when words cut apart stand beside each other in some product. */
  const answer = async (text, cut) => {
    const tokens = read(store, text, cut);
    if (!tokens.length) return { docs: times(root.n, (doc) => doc), all: true };
    const found = await Promise.all(tokens.map(({ term }) => (term < 0 ? null : store.term(term))));
    await pause();
    const board = makeBoard(root.n, tokens, found);
    const { ranked, ...rest } = await choose(board, !/\s$/.test(text) && !tokens.at(-1).optional);
    const docs = ranked.map(([doc]) => doc);
    const parts = tokens.some(({ part }) => part);
    const beside = (doc) => !board.missing(doc) && tokens.every(({ part }, i) => !part || board.joined(i - 1, doc));
    return { docs, board, sure: !parts || docs.some(beside), ...rest };
  };

  /** What answers a query whose last word may be half typed (`open`). */
  const choose = async (board, open) => {
    const { tokens, touched, missing, score } = board;
    const scores = (most) => sorted([...touched].filter((doc) => missing(doc) <= most).map((doc) => [doc, score(doc)]));
    const all = scores(0);
    if (open && !all.some(([doc]) => board.settled(doc))) {
      const started = new Map(all);
      // Names that begin as the query does.
      for (const { first, count } of await beginningWith(tokens)) {
        for (let doc = first; doc < first + count; doc++) started.set(doc, score(doc) + 4 * tokens.at(-1).idf);
      }
      if (started.size > all.length) return { ranked: sorted([...started]) };
    }
    if (all.length) return { ranked: all };
    const least = [...touched].reduce((least, doc) => Math.min(least, missing(doc)), tokens.length);
    return guess(store, board, scores(least + 1), open);
  };

  /** All products that answer, best first. */
  const find = async (text) => {
    const key = folds(text).join("");
    const code = /^[a-z]+\d|^\d+[a-z]*\d/.test(key) && !store.at.has(key) && (await lookUp(key));
    if (code) return { docs: [+code[0]] };
    const cut = await answer(text, true);
    return cut.sure ?? true ? cut : answer(text, false);
  };

  /** Former communes that the query names, with what they are today. */
  const units = async (spans) => {
    const rows = await Promise.all(spans.filter(({ kind }) => kind === FORMER).map(({ name }) => lookUp("~" + name)));
    return rows.filter(Boolean).map(([name, now, path]) => ({ name, now, url: root.b + path }));
  };

  const results = async (docs, lang) => {
    const english = lang === "en" ? await store.each("e", root.r[2], docs) : [];
    return (await store.records(docs)).map(({ address, title, values, fields, ...rest }, i) => {
      const url = `${root.b}${lang === "en" ? "en/" : ""}san-pham/${address || slug(title)}/`;
      return { url, title: english[i] || title, name: title, ...rest };
    });
  };

  return {
    /**
     * `{ total, results, facets, units, near, reading }`; `cards` gives results as the HTML of lists.
     * `count` names facets to count that are not always counted; `false` counts none.
     */
    async query(text, { filters = {}, limit = 10, lang = "vi", sort: by = "relevance", near: place, count = [], cards } = {}) {
      const { docs, all, board, near = false, reading } = await find(text);
      const plain = !Object.values(filters).flat().length && (!count || (all && !count.length));
      const { narrowed, facets } = plain
        ? { narrowed: docs, facets: count ? await totals() : {} }
        : await narrow(docs, filters, board, count || []);
      const shown = (await sort(narrowed, by, place)).slice(0, limit);
      return {
        total: narrowed.length,
        results: cards ? await store.each("v", root.w[lang], shown) : await results(shown, lang),
        facets,
        units: await units(board?.spans || []),
        near,
        reading,
      };
    },

    /** What the letters typed so far may become: `[{ name, count }]`, the most frequent first. */
    async suggest(text, limit = 8) {
      return (await beginningWith(read(store, text))).sort((a, b) => b.count - a.count).slice(0, limit);
    },

    /** Fetches what the first letters will need. */
    warm: beginnings,

    /** A facet's values by id: `{ name, id, total, english, point }`. */
    names: labels,

    /** The drawings that cards use. */
    symbols: async () => new TextDecoder().decode(await store.get("symbols.svg")),
  };
}
