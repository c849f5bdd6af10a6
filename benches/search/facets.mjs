// Holds counts and filters to brute force: node facets.mjs DIR docs.json [--seed 1] [--rounds 200]
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { open } from "../../themes/default/scripts/search.js";
import { rng } from "./lib/rng.mjs";
import { slug } from "./lib/vi.mjs";

const [dir, docFile] = process.argv.slice(2);
const option = (name, other) => (process.argv.includes(name) ? +process.argv[process.argv.indexOf(name) + 1] : other);
const docs = JSON.parse(fs.readFileSync(docFile));
const r = rng(option("--seed", 1));
let bytes = 0;
const fetch = async (url) => {
  const body = fs.readFileSync(path.join(dir, new URL(url).pathname));
  bytes += body.length;
  return new Response(body);
};
const owners = new Map();
for (const d of docs) owners.set(slug(d.district), (owners.get(slug(d.district)) || new Set()).add(d.province));
const value = {
  star: (d) => [String(d.star)],
  category: (d) => [slug(d.category)],
  group: (d) => [slug(d.group)],
  district: (d) => [owners.get(slug(d.district)).size > 1 ? `${slug(d.district)}-${slug(d.province)}` : slug(d.district)],
  pos: (d) => d.pos.map(slug),
};
const keys = Object.keys(value);
const byUrl = new Map(docs.map((d) => [d.url, d]));
const passes = (d, filters, but) => Object.entries(filters).every(([key, ids]) => key === but || value[key](d).some((id) => ids.includes(id)));
const texts = ["", "mat ong", "nuoc mam", "hồng", "nam", "cam", "huong", "phu", "gạo l", "shrimp paste", "xa minh hai", "htx", "ruou", "cẩm xuyên", "nuocmam", "tra atiso thao cua"];
for (let round = 0; round < option("--rounds", 200); round++) {
  const search = await open("http://x/", { fetch });
  const text = r.pick(texts);
  const all = await search.query(text, { limit: 1e9 });
  const hits = all.results.map((result) => byUrl.get(result.url));
  assert.equal(all.total, hits.length);
  const filters = {};
  for (const key of keys) if (r.chance(0.3)) filters[key] = [...new Set([1, 2].slice(r.int(2)).map(() => r.pick(value[key](r.pick(hits.length ? hits : docs)))))];
  const fresh = await open("http://x/", { fetch });
  bytes = 0;
  const answer = await fresh.query(text, { filters });
  const kept = hits.filter((d) => passes(d, filters));
  assert.equal(answer.total, kept.length, `${text} ${JSON.stringify(filters)}`);
  for (const key of keys) {
    const counts = {};
    for (const d of hits) if (passes(d, filters, key)) for (const id of value[key](d)) counts[id] = (counts[id] || 0) + 1;
    assert.deepEqual({ ...answer.facets[key] }, counts, `${text} ${JSON.stringify(filters)} ${key}`);
  }
  if (round < 20) console.log(text, JSON.stringify(filters), answer.total, `${bytes} bytes`);
}
console.log("all counts right");
