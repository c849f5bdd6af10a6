// Scores products for the words of a query, from postings alone.

import { likeness } from "./search-words.js";

const FIELDS = [3, 2, 1.7]; // Vietnamese name, English name, other names
const BY_PRODUCER = 1.4;
const SPANS = [1.8, 1.8, 1.7, 1.2, 0.7]; // commune, former commune, district, organisation, category
const WHOLE = [4.6, 4.6, 4]; // the query is nothing but the place, or calls it one
const PART_OF_PLACE = 0.8;
const ALONE = 0.5;
const ORGANISATION = 3;

/** Field by field, what each word of the query matches in each of `count` products; `found` are their terms. */
export function makeBoard(count, tokens, found) {
  const row = (Type) => tokens.map(() => new Type(count));
  const weight = row(Float32Array);
  const name = row(Uint32Array); // bit p: position p in the name; 16 + p: in the English one
  const producer = row(Uint8Array); // bit p: p from the end
  const spanned = row(Uint8Array);
  const reached = row(Uint8Array); // by its term, whose shard has columns
  const touched = new Set();
  const spans = [];
  const needed = tokens.filter((token) => !token.optional).length;

  /** Marks count only where the reader typed some; a lone word without marks asks for itself first. */
  const fitness = ({ exact, marked, inMarked }, form) => {
    if (marked || exact === form) return likeness(exact, form);
    return inMarked ? 0.45 : tokens.length < 2 ? 0.75 : 0.96;
  };

  /** Adds what a term answers to token `i`. */
  const add = ({ forms, found }, i) => {
    const token = tokens[i];
    const fit = forms.map((form) => token.idf * fitness(token, form));
    for (const occurrence of found) {
      const { doc, kind } = occurrence;
      const named = occurrence.name && FIELDS[kind] + (occurrence.producer && 0.3);
      const made = occurrence.producer && (token.afterKind ? 3.4 : BY_PRODUCER);
      weight[i][doc] = Math.max(weight[i][doc], Math.max(named, made) * fit[occurrence.form]);
      if (occurrence.name && kind < 2) name[i][doc] |= 1 << (occurrence.name + kind * 16);
      if (occurrence.producer) producer[i][doc] |= 1 << occurrence.producer;
      reached[i][doc] = 1;
      touched.add(doc);
    }
  };

  /** Adds a place, organisation or class whose name the query holds from token `start` on. */
  const span = (tables, start, first) => {
    let [end, mention, { docs, fit }] = [start, first, first];
    while (!mention.last) {
      mention = tables[++end]?.get(mention.name * 8 + mention.at + 1);
      if (!mention) return;
      docs ||= mention.docs;
      fit = Math.min(fit, mention.fit);
    }
    if (!docs) return;
    const { kind } = first;
    if (kind === ORGANISATION) for (const token of tokens.slice(end + 1)) token.afterKind = true;
    spans.push(first);
    const whole = end - start + 1 === needed && end > start;
    const called = tokens[start - 1]?.hint == (kind < 2 ? 1 : 2);
    const factor = fit * (kind < ORGANISATION && (whole || called) ? WHOLE : SPANS)[kind];
    for (let i = start; i <= end; i++) {
      for (const doc of docs) {
        spanned[i][doc] = i > start ? 2 : spanned[i][doc] || 1;
        const [old, value] = [weight[i][doc], tokens[i].idf * factor];
        weight[i][doc] = Math.max(old, value) + Math.min(old, value) / 8;
        touched.add(doc);
      }
    }
  };

  const tables = found.map((term, i) => new Map(term?.mentions.map((mention) => {
    return [mention.name * 8 + mention.at, { ...mention, fit: fitness(tokens[i], term.forms[mention.form]) }];
  })));
  tables.forEach((table, i) => {
    for (const mention of table.values()) {
      if (mention.at === 0 || (mention.kind === ORGANISATION && i === 0)) span(tables, i, mention);
      if (mention.kind < ORGANISATION) for (const doc of mention.docs || []) {
        weight[i][doc] = Math.max(weight[i][doc], tokens[i].idf * PART_OF_PLACE * mention.fit);
        reached[i][doc] = 1;
        touched.add(doc);
      }
    }
  });
  found.forEach((term, i) => term && add(term, i));

  /** How closely words `i` and `i + 1` stand beside each other in some field of the product. */
  const joined = (i, doc) => {
    const j = i + 1;
    if ((name[i]?.[doc] << 1) & name[j]?.[doc]) return 1.2;
    if (spanned[j]?.[doc] === 2 && spanned[i]?.[doc]) return 1.2;
    return (producer[i]?.[doc] >> 1) & producer[j]?.[doc] & 0xfe ? (tokens[i].afterKind ? 1.5 : 0.9) : 0;
  };

  return {
    tokens,
    weight,
    touched,
    spans,
    joined,
    fitness,
    /** A term that leads to all of `docs`. */
    cover: (docs) => tokens.find((_, i) => docs.every((doc) => reached[i][doc]))?.term,
    /** Whether the last word stands where readers put it: after the one before, in a place's name, in the name. */
    settled: (doc) => {
      const last = tokens.length - 1;
      return last ? joined(last - 1, doc) || spanned[last][doc] : name[0][doc];
    },
    score: (doc) => tokens.reduce((sum, { idf, optional }, i) => {
      const before = joined(i - 1, doc);
      const next = joined(i, doc);
      const held = before || next || spanned[i][doc];
      const share = held ? 1 : (needed < 2 ? 1 : ALONE) * (optional ? 0.4 : 1);
      return sum + weight[i][doc] * share + before * Math.min(idf, tokens[i - 1]?.idf || 0);
    }, name[0][doc] & 2 ? 0.6 * tokens[0].idf : 0),
    /** How many of the words that must be found are not. */
    missing: (doc) => tokens.reduce((count, { optional }, i) => count + (!optional && !weight[i][doc]), 0),
  };
}
