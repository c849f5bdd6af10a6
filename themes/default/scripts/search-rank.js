// Scores products for the words of a query, from postings alone.

import { likeness } from "./search-words.js";

const NAME = 3;
const ENGLISH = 2;
const OTHER = 1.7;
const PRODUCER = 1.4;
const KINDS = [1.7, 0.9, 0.7]; // place, organisation, category
const HINTED_PLACE = 4;
const PART_OF_PLACE = 0.8;

/** Field by field, what each word of the query matches in each product. */
export class Board {
  constructor(count, tokens) {
    this.tokens = tokens;
    this.count = count;
    this.weight = tokens.map(() => new Float32Array(count));
    this.name = tokens.map(() => new Uint32Array(count)); // bit p: position p in the name; 16 + p: in the English one
    this.producer = tokens.map(() => new Uint8Array(count));
    this.touched = [];
    this.seen = new Uint8Array(count);
    this.spans = [];
  }

  touch(doc) {
    if (!this.seen[doc]) {
      this.seen[doc] = 1;
      this.touched.push(doc);
    }
  }

  /** Adds what a term answers to token `i`; `factor` is below 1 for guesses. */
  add(i, term, factor) {
    const token = this.tokens[i];
    const fit = term.forms.map((form) => factor * fitness(token, form));
    const { docs, kinds, names, producers, exact } = term;
    const [weight, name, producer] = [this.weight[i], this.name[i], this.producer[i]];
    for (let k = 0; k < docs.length; k++) {
      const doc = docs[k];
      let field = names[k] ? (kinds[k] ? (kinds[k] === 1 ? ENGLISH : OTHER) : NAME) : PRODUCER;
      if (producers[k] && names[k]) field += 0.3;
      const value = token.idf * field * fit[exact[k]];
      if (value > weight[doc]) weight[doc] = value;
      if (names[k] && kinds[k] < 2) name[doc] |= 1 << (names[k] + (kinds[k] ? 16 : 0));
      if (producers[k]) producer[doc] |= 1 << producers[k];
      this.touch(doc);
    }
  }

  /** Adds places, organisations and classes whose whole names the query holds. */
  addMentions(found) {
    const byName = found.map((terms) => {
      const map = new Map();
      for (const [term, factor] of terms) for (const m of term.mentions) map.set(m.name + ":" + m.at, [m, factor * fitness(term.token, term.forms[m.form])]);
      return map;
    });
    for (let i = 0; i < byName.length; i++) {
      for (const [m, fit] of byName[i].values()) {
        if (m.at === 0) this.span(byName, i, m, fit);
        if (m.kind === 0 && m.docs) this.part(i, m, fit);
      }
    }
  }

  span(byName, start, m, fit) {
    let [end, docs, fits, last] = [start, m.docs, fit, m.last];
    while (!last) {
      const next = byName[++end]?.get(m.name + ":" + (end - start));
      if (!next) return;
      docs = docs || next[0].docs;
      fits = Math.min(fits, next[1]);
      last = next[0].last;
    }
    if (!docs) return;
    const hinted = m.kind === 0 && this.tokens[start - 1]?.hint;
    const whole = m.kind === 0 && end - start + 1 === this.tokens.filter((t) => !t.optional).length && end > start;
    this.spans.push({ start, end, kind: m.kind, docs, fit: fits });
    for (const doc of docs) {
      this.touch(doc);
      for (let i = start; i <= end; i++) {
        const field = hinted || whole ? HINTED_PLACE : KINDS[m.kind];
        const value = this.tokens[i].idf * field * fits;
        const w = this.weight[i];
        w[doc] = w[doc] > value ? w[doc] + value / 8 : value + w[doc] / 8;
      }
    }
  }

  part(i, m, fit) {
    const value = this.tokens[i].idf * PART_OF_PLACE * fit;
    for (const doc of m.docs) {
      if (this.weight[i][doc] < value) this.weight[i][doc] = value;
      this.touch(doc);
    }
  }

  score(doc) {
    const { tokens, weight, name, producer } = this;
    let sum = 0;
    let before = -1;
    for (let i = 0; i < tokens.length; i++) {
      const w = weight[i][doc];
      if (!w) {
        if (!tokens[i].optional) before = -1;
        continue;
      }
      sum += tokens[i].optional ? w * 0.3 : w;
      if (before >= 0) {
        const both = Math.min(tokens[i].idf, tokens[before].idf);
        if ((name[before][doc] << 1) & name[i][doc]) sum += 1.2 * both;
        else if ((producer[before][doc] >> 1) & producer[i][doc]) sum += 0.8 * both;
      } else if (i === 0 && name[i][doc] & 2) sum += 0.6 * tokens[i].idf;
      if (!tokens[i].optional) before = i;
    }
    return sum;
  }

  /** How many of the words that must be found are not. */
  missing(doc) {
    let missing = 0;
    for (let i = 0; i < this.tokens.length; i++) if (!this.tokens[i].optional && !this.weight[i][doc]) missing++;
    return missing;
  }
}

/** Marks count only where the reader typed some. */
function fitness(token, form) {
  if (token.marked) return likeness(token.exact, form);
  if (token.inMarked) return token.exact === form ? 1 : 0.45;
  return token.exact === form ? 1 : 0.96;
}
