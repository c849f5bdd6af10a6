// Unpacks what src/search/coder.rs and its users packed; every number here stands there too.

const NUMBER = 160;

export class Decoder {
  constructor(bytes, contexts, at = 0) {
    this.bytes = bytes;
    this.at = at;
    this.range = 0xffffffff;
    this.code = 0;
    this.fast = new Uint16Array(contexts).fill(32768);
    this.slow = new Uint16Array(contexts).fill(32768);
    for (let i = 0; i < 4; i++) this.code = ((this.code << 8) | this.byte()) >>> 0;
  }

  byte() {
    return this.at < this.bytes.length ? this.bytes[this.at++] : 0;
  }

  bit(context) {
    const { fast, slow } = this;
    const f = fast[context];
    const s = slow[context];
    const bound = (this.range >>> 16) * Math.min(65472, Math.max(64, (f + s) >> 1));
    let bit = 0;
    if (this.code < bound) {
      this.range = bound;
      fast[context] = f + ((65536 - f) >> 4);
      slow[context] = s + ((65536 - s) >> 7);
    } else {
      this.code -= bound;
      this.range -= bound;
      fast[context] = f - (f >> 4);
      slow[context] = s - (s >> 7);
      bit = 1;
    }
    this.refill();
    return bit;
  }

  refill() {
    while (this.range < 16777216) {
      this.range = (this.range << 8) >>> 0;
      this.code = ((this.code << 8) | this.byte()) >>> 0;
    }
  }

  tree(context, count) {
    let node = 1;
    for (let i = 0; i < count; i++) node = (node << 1) | this.bit(context + node);
    return node - (1 << count);
  }

  number(context) {
    const length = this.tree(context, 5);
    let value = 1;
    for (let i = 0; i < length; i++) {
      if (i < 2) value = (value << 1) | this.bit(context + 32 + length * 4 + value);
      else {
        this.range >>>= 1;
        const bit = this.code >= this.range ? 1 : 0;
        if (bit) this.code -= this.range;
        this.refill();
        value = (value << 1) | bit;
      }
    }
    return value - 1;
  }
}

const LETTERS = "\0abcdefghijklmnopqrstuvwxyz0123456789";
export const WORD_CONTEXTS = 256 + 40 * 64 + NUMBER;

/** Sorted words, each as what it shares with the word before and its other letters. */
export function readWords(decoder, context, count) {
  const letters = context + 256;
  const list = [];
  let before = [];
  let shared = 0;
  while (list.length < count) {
    shared = decoder.tree(context + shared * 16, 4);
    const word = before.slice(0, shared);
    let last = shared ? LETTERS.indexOf(word[shared - 1]) : 0;
    if (last < 0) last = 37;
    while ((last = decoder.tree(letters + last * 64, 6))) {
      word.push(last === 37 ? String.fromCodePoint(decoder.number(letters + 40 * 64)) : LETTERS[last]);
    }
    list.push(word.join(""));
    before = word;
  }
  return list;
}

const [FORMS, COUNT, MENTIONS, TONE, QUALITY] = [0, NUMBER, 2 * NUMBER, 3 * NUMBER, 3 * NUMBER + 8];
const GAP = QUALITY + 20;
const KIND = GAP + 12 * NUMBER;
const NAME = KIND + 12;
const PRODUCER = NAME + 768;
const FORM = PRODUCER + 128;
const M_GAP = FORM + 4 * NUMBER;
const [M_POSITION, M_LAST, M_KIND, M_HOLDS, MEMBERS] = [0, 8, 16, 24, 32].map((at) => M_GAP + NUMBER + at);
const MEMBER_GAP = MEMBERS + NUMBER;
const MARKED = { a: "aăâ", e: "eeê", o: "oôơ", u: "uuư", d: "ddđ" };

const speed = (gap) => (gap <= 1 ? 0 : gap < 32 ? 1 : 2);

/** The terms of a shard, from their folded words. */
export function readShard(bytes, folds) {
  const d = new Decoder(bytes, MEMBER_GAP + 3 * NUMBER);
  return folds.map((fold) => {
    const forms = Array.from({ length: d.number(FORMS) + 1 }, () => readForm(d, fold));
    return { fold, forms, ...readOccurrences(d, forms.length), mentions: readMentions(d, forms.length) };
  });
}

function readForm(d, fold) {
  const tone = d.tree(TONE, 3);
  let form = "";
  for (const c of fold) form += MARKED[c] ? MARKED[c][d.tree(QUALITY + "aeoud".indexOf(c) * 4, 2)] : c;
  return form + (tone || "");
}

function readOccurrences(d, forms) {
  const count = d.number(COUNT);
  const docs = new Uint32Array(count);
  const [kinds, names, producers, exact] = [0, 1, 2, 3].map(() => new Uint8Array(count));
  const size = count < 8 ? 0 : count < 64 ? 1 : count < 512 ? 2 : 3;
  let [doc, kind, name, producer, form, pace] = [0, 0, 0, 0, 0, 2];
  for (let i = 0; i < count; i++) {
    const gap = d.number(GAP + (size * 3 + pace) * NUMBER);
    pace = speed(gap);
    docs[i] = doc += gap;
    kinds[i] = kind = d.tree(KIND + kind * 4, 2);
    const before = name;
    names[i] = name = d.tree(NAME + (kind * 16 + before) * 16, 4);
    producer = kind ? 0 : d.tree(PRODUCER + ((name ? 8 : 0) + producer) * 8, 3);
    producers[i] = producer;
    if (forms > 1) form = d.number(FORM + Math.min(form, 3) * NUMBER);
    exact[i] = form;
  }
  return { docs, kinds, names, producers, exact };
}

function readMentions(d, forms) {
  let name = 0;
  return Array.from({ length: d.number(MENTIONS) }, () => {
    name += d.number(M_GAP);
    const kind = d.tree(M_KIND, 3);
    const at = d.tree(M_POSITION, 3);
    const last = d.bit(M_LAST + at);
    const form = forms > 1 ? d.number(FORM) : 0;
    return { name, kind, at, last, form, docs: d.bit(M_HOLDS + at) ? readMembers(d) : null };
  });
}

function readMembers(d) {
  const docs = new Uint32Array(d.number(MEMBERS) + 1);
  let [next, pace] = [0, 2];
  for (let i = 0; i < docs.length; i++) {
    const gap = d.number(MEMBER_GAP + pace * NUMBER);
    pace = speed(gap);
    docs[i] = next + gap;
    next = docs[i] + 1;
  }
  return docs;
}

/** One facet's column: for each product the number of its value, or a list of numbers. */
export function readColumn(bytes, count, [, values, flags]) {
  const width = values > 1 ? 32 - Math.clz32(values - 1) : 0;
  const d = new Decoder(bytes, 2 * NUMBER + (1 << Math.max(width, 4)));
  const TREE = 2 * NUMBER;
  let last = 0;
  return Array.from({ length: count }, () => {
    if (flags & 1) return d.bit(0) ? (last = d.tree(TREE, width)) : last;
    const list = [];
    if (values <= 16) {
      for (let value = 0; value < values; value++) if (d.bit(TREE + value)) list.push(value);
    } else {
      for (let left = d.number(0), next = 0; left > 0; left--) next = list[list.push(next + d.number(NUMBER)) - 1] + 1;
    }
    return list;
  });
}

/** The products of each word of the stories in a shard. */
export function readStories(bytes, count) {
  const d = new Decoder(bytes, 17 * NUMBER);
  return Array.from({ length: count }, () => {
    const docs = new Uint32Array(d.number(0) + 1);
    const context = (1 + 31 - Math.clz32(docs.length)) * NUMBER;
    let next = 0;
    return docs.map(() => (next = d.number(context) + next + 1) - 1);
  });
}

/** One number a product. */
export function readNumbers(bytes, count) {
  const d = new Decoder(bytes, 2 * NUMBER + 4);
  let last = 0;
  return Array.from({ length: count }, () => {
    const down = d.bit(2 * NUMBER);
    const step = d.number(down ? NUMBER : 0);
    return (last += down ? -step : step);
  });
}
