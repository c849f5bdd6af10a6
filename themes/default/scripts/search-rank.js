// Scores products for the words of a query, from postings alone.

import { likeness } from "./search-words.js";

const [BY_NAME, BY_ENGLISH, BY_OTHER, BY_PRODUCER] = [3, 2, 1.7, 1.4];
const SPANS = [1.8, 1.8, 1.7, 1.2, 0.7]; // commune, former commune, district, organisation, category
const WHOLE = [4.6, 4.6, 4]; // the query is nothing but the place, or calls it one
const PART_OF_PLACE = 0.8;
const ALONE = 0.5;

/** Field by field, what each word of the query matches in each product. */
export class Board {
  constructor(count, tokens) {
    this.tokens = tokens;
    this.needed = tokens.filter((token) => !token.optional).length;
    this.weight = tokens.map(() => new Float32Array(count));
    this.name = tokens.map(() => new Uint32Array(count)); // bit p: position p in the name; 16 + p: in the English one
    this.producer = tokens.map(() => new Uint8Array(count)); // bit p: p from the end
    this.spanned = tokens.map(() => new Uint8Array(count));
    this.reached = tokens.map(() => new Uint8Array(count));
    this.seen = new Uint8Array(count);
    this.touched = [];
    this.spans = [];
  }

  touch(doc) {
    if (this.seen[doc]) return;
    this.seen[doc] = 1;
    this.touched.push(doc);
  }

  /** Adds what a term answers to token `i`. */
  add(i, term) {
    const token = this.tokens[i];
    const fit = term.forms.map((form) => token.idf * this.fitness(token, form));
    const { docs, kinds, names, producers, exact } = term;
    const [weight, name, producer] = [this.weight[i], this.name[i], this.producer[i]];
    const made = token.afterKind ? 3.4 : BY_PRODUCER;
    for (let k = 0; k < docs.length; k++) {
      const doc = docs[k];
      const field = Math.max(names[k] ? [BY_NAME, BY_ENGLISH, BY_OTHER][kinds[k]] + (producers[k] ? 0.3 : 0) : 0, producers[k] ? made : 0);
      const value = field * fit[exact[k]];
      if (value > weight[doc]) weight[doc] = value;
      if (names[k] && kinds[k] < 2) name[doc] |= 1 << (names[k] + kinds[k] * 16);
      if (producers[k]) producer[doc] |= 1 << producers[k];
      this.reached[i][doc] = 1;
      this.touch(doc);
    }
  }

  /** Adds places, organisations and classes whose names the query holds; `found[i]` is the term of token `i`. */
  addMentions(found) {
    const fit = (i, { forms }, m) => this.fitness(this.tokens[i], forms[m.form]);
    const tables = found.map((term, i) => new Map(term?.mentions.map((m) => [m.name * 8 + m.at, { ...m, fit: fit(i, term, m) }])));
    tables.forEach((table, i) => {
      for (const m of table.values()) {
        if (m.at === 0 || (m.kind === 3 && i === 0)) this.span(tables, i, m);
        if (m.kind < 3 && m.docs) {
          this.fill(i, i, m.docs, PART_OF_PLACE * m.fit);
          for (const doc of m.docs) this.reached[i][doc] = 1;
        }
      }
    });
  }

  span(tables, start, first) {
    let [end, m, docs, fit] = [start, first, first.docs, first.fit];
    while (!m.last) {
      m = tables[++end]?.get(m.name * 8 + m.at + 1);
      if (!m) return;
      docs ||= m.docs;
      fit = Math.min(fit, m.fit);
    }
    if (!docs) return;
    const kind = first.kind;
    const hint = this.tokens[start - 1]?.hint;
    const whole = end - start + 1 === this.needed && end > start;
    if (kind === 3 && this.tokens[end + 1]) for (const token of this.tokens.slice(end + 1)) token.afterKind = true;
    this.spans.push({ start, end, kind, name: first.name });
    const field = kind < 3 && (whole || hint === (kind < 2 ? 1 : 2)) ? WHOLE[kind] : SPANS[kind];
    this.fill(start, end, docs, field * fit, true);
  }

  fill(start, end, docs, factor, whole = false) {
    for (let i = start; i <= end; i++) {
      const [weight, spanned, value] = [this.weight[i], this.spanned[i], this.tokens[i].idf * factor];
      for (const doc of docs) {
        if (whole) spanned[doc] = i > start ? 2 : Math.max(1, spanned[doc]);
        const old = weight[doc];
        weight[doc] = whole ? Math.max(old, value) + Math.min(old, value) / 8 : Math.max(old, value);
        this.touch(doc);
      }
    }
  }

  /** Words beside each other in the query and in a field of the product. */
  joined(i, j, doc) {
    const [names, producers] = [this.name, this.producer];
    if ((names[i][doc] << 1) & names[j][doc]) return 1.2;
    if (this.spanned[j][doc] === 2 && this.spanned[i][doc]) return 1.2;
    return (producers[i][doc] >> 1) & producers[j][doc] & 0xfe ? (this.tokens[i].afterKind ? 1.5 : 0.9) : 0;
  }

  score(doc) {
    const { tokens, weight } = this;
    let sum = 0;
    let bond = 0;
    for (let i = 0; i < tokens.length; i++) {
      const next = i + 1 < tokens.length ? this.joined(i, i + 1, doc) : 0;
      const held = bond || next || this.spanned[i][doc] || this.needed < 2;
      let w = weight[i][doc] * (held ? 1 : ALONE);
      if (tokens[i].optional && !bond && !next && !this.spanned[i][doc]) w *= 0.4;
      sum += w + (bond ? bond * Math.min(tokens[i].idf, tokens[i - 1].idf) : 0);
      bond = next;
    }
    return sum + (this.name[0][doc] & 2 ? 0.6 * tokens[0].idf : 0);
  }

  /** How many of the words that must be found are not. */
  missing(doc) {
    let missing = 0;
    for (let i = 0; i < this.tokens.length; i++) if (!this.tokens[i].optional && !this.weight[i][doc]) missing++;
    return missing;
  }

  /** Marks count only where the reader typed some; a lone word without marks asks for itself first. */
  fitness(token, form) {
    if (token.exact === form) return 1;
    if (token.marked) return likeness(token.exact, form);
    return token.inMarked ? 0.45 : this.tokens.length < 2 ? 0.75 : 0.96;
  }
}
