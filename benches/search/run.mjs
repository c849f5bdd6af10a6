// Answers a query file through the client and scores it:
// node run.mjs DIR queries.json [docs.json] [--misses] [--floors floors.json]
// DIR holds the site or only its `search/`. With floors, fails when a class falls below its MRR@10.
// Relevant products are numbers in docs.json, or without it the last parts of their addresses.
import fs from "node:fs";
import path from "node:path";
import { open } from "../../themes/default/scripts/search.js";

const [dir, queryFile, docFile] = process.argv.slice(2);
const docs = docFile?.endsWith("docs.json") ? JSON.parse(fs.readFileSync(docFile)) : [];
const byUrl = new Map(docs.map((d) => [d.url, d.id]));
const told = (id) => (docs[id] ? `${docs[id].name} | ${docs[id].producer} | ${docs[id].commune} | ${docs[id].district}` : id);
const queries = JSON.parse(fs.readFileSync(queryFile)).queries;
let bytes = 0;
let requests = 0;
const fetch = async (url) => {
  const file = path.join(dir, new URL(url).pathname);
  const body = fs.readFileSync(file);
  bytes += body.length;
  requests++;
  return new Response(body);
};
const classes = new Map();
// What the client with its interface may be, as budgets.mjs holds it.
const CLIENT = 8192;
const cold = [];
const warm = [];
for (const q of queries) {
  bytes = 0;
  requests = 0;
  const search = await open("http://x/", { fetch });
  const t0 = performance.now();
  const answer = await search.query(q.q, {});
  q.ms = performance.now() - t0;
  const t1 = performance.now();
  await search.query(q.q, {});
  warm.push(performance.now() - t1);
  cold.push(q.ms);
  q.bytes = bytes + CLIENT;
  q.requests = requests;
  const ids = answer.results.map((r) => byUrl.get(r.url) ?? r.url.split("/").at(-2));
  const relevant = new Set(q.relevant);
  const at = ids.slice(0, 10).findIndex((id) => relevant.has(id));
  for (const key of [q.class, "ALL"]) {
    const c = classes.get(key) || { n: 0, mrr: 0, s1: 0, s10: 0, kb: [] };
    classes.set(key, c);
    c.n++;
    c.kb.push(q.bytes);
    if (at >= 0) {
      c.mrr += 1 / (at + 1);
      c.s1 += at === 0;
      c.s10++;
    }
  }
  if (at !== 0 && process.argv.includes("--misses")) {
    console.log(`MISS ${q.id} "${q.q}" rank ${at + 1} total ${answer.total} want: ${told(q.relevant[0])}`);
    for (const id of ids.slice(0, 3)) console.log(`     got ${told(id)}`);
  }
}
const pct = (list, p) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))];
console.log("class\tn\tMRR\tS@1\tS@10\tKB50\tKB95");
for (const [k, c] of classes) console.log([k, c.n, ...[c.mrr, c.s1, c.s10].map((v) => (v / c.n).toFixed(3)), (pct(c.kb, 0.5) / 1000).toFixed(1), (pct(c.kb, 0.95) / 1000).toFixed(1)].join("\t"));
console.log(`requests p50 ${pct(queries.map((q) => q.requests), 0.5)} p95 ${pct(queries.map((q) => q.requests), 0.95)} max ${Math.max(...queries.map((q) => q.requests))}; cold ms p50 ${pct(cold, 0.5).toFixed(1)} p95 ${pct(cold, 0.95).toFixed(1)}; warm p50 ${pct(warm, 0.5).toFixed(1)} p95 ${pct(warm, 0.95).toFixed(1)}`);
if (process.argv.includes("--floors")) {
  const floors = JSON.parse(fs.readFileSync(process.argv[process.argv.indexOf("--floors") + 1]));
  const low = [...classes].filter(([key, c]) => c.mrr / c.n < (floors[key] ?? floors.rest));
  for (const [key, c] of low) console.error(`${key}: MRR@10 ${(c.mrr / c.n).toFixed(3)} is below ${floors[key] ?? floors.rest}`);
  process.exit(low.length ? 1 : 0);
}
