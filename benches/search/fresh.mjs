// Fresh labelled queries of every class, with another seed than the shared ones:
// node fresh.mjs docs.json out.json [--seed 1] [--each 30]
import fs from "node:fs";
import { rng } from "./lib/rng.mjs";
import { fold, swapTonePlacement, telex, tokens } from "./lib/vi.mjs";

const [docFile, out] = process.argv.slice(2);
const option = (name, other) => (process.argv.includes(name) ? +process.argv[process.argv.indexOf(name) + 1] : other);
const docs = JSON.parse(fs.readFileSync(docFile)).map((d) => ({ ...d, name_en: d.name_en || "" }));
const r = rng(option("--seed", 1));
const each = option("--each", 30);
const words = (s) => " " + tokens(s).join(" ") + " ";
const views = docs.map((d) => {
  const v = { name: words(d.name), en: words(d.name_en), producer: words(d.producer), commune: words(d.commune), district: words(d.district) };
  for (const key of Object.keys(v)) v["f" + key] = fold(v[key]);
  return v;
});
const ids = (test) => views.flatMap((v, i) => (test(v) ? [docs[i].id] : []));
const has = (keys, phrase) => (v) => keys.some((key) => v[key].includes(phrase));
const isFolded = (q) => q === fold(q);
const inName = (q) => (isFolded(q) ? has(["fname"], ` ${fold(q)} `) : has(["name"], words(q)));
const sameName = (name) => { const f = fold(words(name)); return (v) => v.fname === f; };
const base = (d) => d._base || tokens(d.name).slice(0, 2).join(" ");
const any = () => r.pick(docs);
const either = (s) => (r.chance(0.5) ? fold(s) : s.toLowerCase());
const letters = "abcdeghiklmnopqrstuvxy";
function edit(word, kind) {
  const c = [...word];
  const at = r.int(c.length);
  if (kind === "swap") {
    const i = r.int(c.length - 1);
    [c[i], c[i + 1]] = [c[i + 1], c[i]];
  } else {
    const u = r.next();
    if (u < 0.33) c.splice(at, 1);
    else if (u < 0.66) c.splice(at, 0, letters[r.int(letters.length)]);
    else c[at] = letters[r.int(letters.length)];
  }
  return c.join("");
}
function broken(name, kind) {
  const list = tokens(name);
  for (let tries = 0; tries < 50; tries++) {
    const i = r.int(list.length);
    if (list[i].length < (kind === "swap" ? 3 : 2) || /\d/.test(list[i])) continue;
    const changed = edit(list[i], kind);
    if (changed !== list[i]) return [...list.slice(0, i), changed, ...list.slice(i + 1)].join(" ");
  }
  return null;
}
const makers = {
  exact() { const d = any(); return [d.name.toLowerCase(), sameName(d.name)]; },
  nodia() { const d = any(); return r.chance(0.6) ? [fold(d.name), sameName(d.name)] : [fold(base(d)), inName(fold(base(d)))]; },
  head() { const q = base(any()).toLowerCase(); return [q, has(["name"], words(q))]; },
  trap() {
    const q = r.pick(tokens(r.chance(0.6) ? base(any()) : any().name));
    if (!/\p{L}{2}/u.test(q)) return null;
    const n = ids(has(["name"], ` ${q} `)).length;
    return ids(has(["fname"], ` ${fold(q)} `)).length > n ? [q, has(["name"], ` ${q} `)] : null;
  },
  twofield() {
    const d = any();
    const place = r.chance(0.5) ? d.district : d.commune;
    const folded = r.chance(0.5);
    const [b, p] = folded ? [fold(base(d)), fold(place)] : [base(d).toLowerCase(), place.toLowerCase()];
    const [n, keys] = folded ? ["fname", ["fcommune", "fdistrict"]] : ["name", ["commune", "district"]];
    return [r.chance(0.85) ? `${b} ${p}` : `${p} ${b}`, (v) => v[n].includes(words(b)) && has(keys, words(p))(v)];
  },
  producer() {
    const list = tokens(any().producer);
    const q = either(r.chance(0.6) ? list.join(" ") : list.slice(-3).join(" "));
    return [q, has([isFolded(q) ? "fproducer" : "producer"], words(q))];
  },
  commune() {
    const d = any();
    const q = either(d.commune);
    return [(r.chance(0.5) ? (isFolded(q) ? "xa " : "xã ") : "") + q, (v) => (isFolded(q) ? v.fcommune : v.commune) === words(q)];
  },
  english() { const d = any(); if (!d.name_en) return null; const q = r.chance(0.6) && d._en ? d._en : d.name_en; return [q, has(["en"], words(q))]; },
  typo() { const d = any(); const q = broken(either(d.name), "edit"); return q && [q, sameName(d.name)]; },
  transpose() { const d = any(); const q = broken(either(d.name), "swap"); return q && [q, sameName(d.name)]; },
  telex() {
    const d = any();
    const mode = r.pick(["end", "inline", "vni"]);
    const whole = r.chance(0.6);
    const q = telex(whole ? d.name : base(d), mode);
    return [q, whole ? sameName(d.name) : has(["name"], words(base(d)))];
  },
  dd() {
    const d = any();
    const whole = r.chance(0.6);
    const text = (whole ? d.name : base(d)).toLowerCase();
    return text.includes("đ") ? [text.replace(/đ/g, "d"), whole ? sameName(d.name) : has(["name"], words(text))] : null;
  },
  case() { const d = any(); return [r.chance(0.5) ? d.name.toUpperCase() : [...d.name].map((c) => (r.chance(0.5) ? c.toUpperCase() : c)).join(""), sameName(d.name)]; },
  nfd() { const d = any(); return [d.name.normalize("NFD"), sameName(d.name)]; },
  toneplace() { const d = any(); const q = swapTonePlacement(d.name.toLowerCase()); return q !== d.name.toLowerCase() && [q, sameName(d.name)]; },
  nospace() { const q = either(base(any())); if (!q.includes(" ")) return null; return [q.replace(/ /g, ""), inName(q)]; },
  verbose() {
    const d = any();
    const place = r.chance(0.5) ? d.district : d.commune;
    const t = r.pick(["tìm B của P", "mua B ngon ở P", "đặc sản B xã P", "B chính hãng P", "B ocop P giá bao nhiêu", "P có B nào ngon không", "cho hỏi B P bán ở đâu"]);
    const q = t.replace("B", base(d).toLowerCase()).replace("P", place.toLowerCase());
    const test = (v) => v.fname.includes(fold(words(base(d)))) && has(["fcommune", "fdistrict"], fold(words(place)))(v);
    return [either(q), test];
  },
  prefix() {
    const d = any();
    const list = tokens(either(r.chance(0.5) ? base(d) : d.name));
    const last = list.at(-1);
    if (list.length < 2 || last.length < 2) return null;
    const q = [...list.slice(0, -1), last.slice(0, 1 + r.int(last.length - 1))].join(" ");
    return [q, has([isFolded(q) ? "fname" : "name"], " " + q)];
  },
};
const queries = [];
for (const [name, make] of Object.entries(makers)) {
  for (let made = 0, tries = 0; made < each && tries < each * 60; tries++) {
    const made1 = make();
    if (!made1) continue;
    const relevant = ids(made1[1]);
    if (!relevant.length) continue;
    queries.push({ id: `${name}-${++made}`, class: name, q: made1[0], relevant });
  }
}
fs.writeFileSync(out, JSON.stringify({ queries }));
console.log(queries.length);
