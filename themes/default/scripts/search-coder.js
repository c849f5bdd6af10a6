// Unpacks what src/search/coder.rs and its users packed; every number here stands there too.

/** What `make` gives for each number below `count`. */
export function times(count, make) {
  const list = [];
  for (let i = 0; i < count; i++) list.push(make(i));
  return list;
}

/** Ends a task, so that a slow phone can paint or take a letter between two long pieces of work. */
export const pause = () => new Promise((done) => setTimeout(done));

/** `{ bit, tree, number }`, which read bits under adaptive contexts: 256 in each slot. */
export function decoder(bytes, at = 0) {
  const fast = new Uint16Array(1 << 15).fill(1 << 15);
  const slow = fast.slice();
  let range = 1;
  let code = 0;
  const bit = (slot, node) => {
    const context = slot * 256 + node;
    while (range < 65536) {
      range <<= 8;
      code = (code << 8) | bytes[at++];
    }
    const bound = (range * ((fast[context] + slow[context]) >> 1)) / 65536 | 0;
    const one = code >= bound;
    if (one) code -= bound;
    range = one ? range - bound : bound;
    const toward = one ? 64 : 65472;
    fast[context] += (toward - fast[context]) >> 4;
    slow[context] += (toward - slow[context]) >> 7;
    return +one;
  };
  const tree = (slot, count) => {
    let node = 1;
    while (node < 1 << count) node = node * 2 + bit(slot, node);
    return node - (1 << count);
  };
  const number = (slot) => {
    const length = tree(slot, 5);
    let value = 1;
    for (let i = 0; i < length; i++) value = value * 2 + bit(slot, i < 2 ? 32 + length * 4 + value : 0);
    return value - 1;
  };
  return { bit, tree, number };
}

const ALPHABET = "\0abcdefghijklmnopqrstuvwxyz0123456789";
const OTHER = 37;
const LETTERS = 16;
const OTHER_LETTERS = 54;
const FREQUENCY = 55;

/**
 * Sorted words, each as what it shares with the word before and its other letters; and what reads about how often each
 * occurs, which can wait for another task.
 */
export function readWords(bytes, at, count) {
  const { tree, number } = decoder(bytes, at);
  let word = "";
  let shared = 0;
  const list = times(count, () => {
    shared = tree(shared, 4);
    word = word.slice(0, shared);
    let letter = shared && ALPHABET.indexOf(word.at(-1));
    while ((letter = tree(LETTERS + (letter < 0 ? OTHER : letter), 6))) {
      word += ALPHABET[letter] || String.fromCodePoint(number(OTHER_LETTERS));
    }
    return word;
  });
  return [list, () => times(count, () => 2 ** tree(FREQUENCY, 4))];
}

const FORMS = 0;
const COUNT = 1;
const MENTIONS = 2;
const TONE = 3;
const QUALITY = 4;
const MENTION_GAP = 9;
const MENTION_KIND = 10;
const MENTION_POSITION = 11;
const MENTION_LAST = 12;
const MENTION_HOLDS = 13;
const MEMBERS = 14;
const MEMBER_GAP = 15;
const FORM = 18;
const GAP = 22;
const KIND = 34;
const PRODUCER = 37;
const NAME = 53;
const MARKED = ["aăâ", "eeê", "oôơ", "uuư", "ddđ"];

/** Runs, near and far neighbours follow each other. */
const pace = (gap) => (gap < 2 ? 0 : gap < 32 ? 1 : 2);

/** The terms of a shard, from their folded words. */
export function readShard(bytes, folds) {
  const { bit, tree, number } = decoder(bytes);
  const readForm = (fold) => {
    const tone = tree(TONE, 3) || "";
    const mark = (letter) => {
      const at = MARKED.findIndex((marked) => marked[0] === letter);
      return at < 0 ? letter : MARKED[at][tree(QUALITY + at, 2)];
    };
    return [...fold].map(mark).join("") + tone;
  };
  const readOccurrences = (forms) => {
    const count = number(COUNT);
    const size = [8, 64, 512].filter((least) => count >= least).length;
    let [doc, kind, name, producer, form, last] = [0, 0, 0, 0, 0, 2];
    return times(count, () => {
      const gap = number(GAP + size * 3 + last);
      last = pace(gap);
      doc += gap;
      kind = tree(KIND + kind, 2);
      name = tree(NAME + kind * 16 + name, 4);
      producer = kind ? 0 : tree(PRODUCER + (name && 8) + producer, 3);
      if (forms > 1) form = number(FORM + Math.min(form, 3));
      return { doc, kind, name, producer, form };
    });
  };
  const readMembers = () => {
    let [next, last] = [0, 2];
    return times(number(MEMBERS) + 1, () => {
      const gap = number(MEMBER_GAP + last);
      last = pace(gap);
      next += gap + 1;
      return next - 1;
    });
  };
  return folds.map((fold) => {
    const forms = times(number(FORMS) + 1, () => readForm(fold));
    const found = readOccurrences(forms.length);
    let name = 0;
    const mentions = times(number(MENTIONS), () => {
      name += number(MENTION_GAP);
      const kind = tree(MENTION_KIND, 3);
      const at = tree(MENTION_POSITION, 3);
      const last = bit(MENTION_LAST, at);
      const form = forms.length > 1 ? number(FORM) : 0;
      return { name, kind, at, last, form, docs: bit(MENTION_HOLDS, at) ? readMembers() : null };
    });
    return { forms, found, mentions };
  });
}

/** Columns of sorted lists, one list for each of `count` products. */
export function readColumns(bytes, columns, count) {
  const { bit, number } = decoder(bytes);
  return times(columns, (column) => {
    let list = [];
    return times(count, () => {
      let next = 0;
      if (bit(column * 3, 0)) list = times(number(column * 3 + 1), () => (next += number(column * 3 + 2) + 1) - 1);
      return list;
    });
  });
}
