// How a phone feels the search: node browser.mjs SITE queries.json [--index DIR] [--loads 5]
// SITE is a built tree; with --index, its `search/` is taken from DIR. Headless Chromium with the processor slowed to a
// quarter: milliseconds of each query when its files are new and when they are there, the longest task, and on slow 4G
// (1.6 Mbps, 150 ms to the first byte) the time to the first card, from nothing and after the field was focused.
import fs from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import zlib from "node:zlib";

const { chromium } = createRequire(new URL("../../tests/browser/package.json", import.meta.url))("playwright");
const [site, queryFile] = process.argv.slice(2);
const option = (name, other) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : other);
const index = option("--index", site);
const loads = +option("--loads", 5);
const queries = JSON.parse(fs.readFileSync(queryFile)).queries;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

const packed = new Map();
const brotli = (file) => {
  if (!packed.has(file)) packed.set(file, zlib.brotliCompressSync(fs.readFileSync(file)));
  return packed.get(file);
};
const server = http.createServer((request, response) => {
  const url = decodeURIComponent(request.url.split("?")[0]);
  const inIndex = url.startsWith("/search/") && !url.endsWith(".js") && !url.endsWith(".svg");
  const file = path.join(inIndex ? index : site, url.endsWith("/") ? `${url}index.html` : url);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  const type = TYPES[path.extname(file)] ?? "application/octet-stream";
  const text = /html|javascript|css|svg/.test(type);
  response.writeHead(200, { "content-type": type, "cache-control": "max-age=600", ...(text && { "content-encoding": "br" }) });
  response.end(text ? brotli(file) : fs.readFileSync(file));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

const executablePath = process.env.PATH.split(path.delimiter).map((folder) => path.join(folder, "chromium")).find((file) => fs.existsSync(file));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];
const ms = (value) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;

/** A page of its own, with nothing in its cache, that tells when the first card stood there and which tasks were long. */
async function fresh(network) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  if (network) {
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", network);
  }
  await page.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask", buffered: true });
    new MutationObserver(() => {
      if (document.querySelector("#ket-qua .card")) globalThis.shownAt ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  return { context, page };
}

async function perQuery() {
  const { context, page } = await fresh();
  await page.goto(`${origin}/tim-kiem/`);
  const module = await page.getAttribute(".find", "data-script");
  const times = await page.evaluate(async ([module, texts]) => {
    const { open } = await import(module);
    const cold = [];
    const warm = [];
    tasks.length = 0;
    const time = async (search, text) => {
      const began = performance.now();
      await search.query(text);
      return performance.now() - began;
    };
    // A first answer compiles the client.
    await time(await open("/"), texts[0]);
    for (const text of texts) {
      const search = await open("/");
      cold.push(await time(search, text));
      const again = [];
      for (let i = 0; i < 5; i++) again.push(await time(search, text));
      warm.push(again.sort((a, b) => a - b)[2]);
    }
    await new Promise((done) => setTimeout(done, 100));
    return { cold, warm, tasks: tasks.slice() };
  }, [module, queries.map((query) => query.q)]);
  await context.close();
  console.log(`first touch p50 ${ms(at(times.cold, 0.5))} p95 ${ms(at(times.cold, 0.95))}; warm p50 ${ms(at(times.warm, 0.5))} p95 ${ms(at(times.warm, 0.95))}`);
  console.log(`tasks over 50 ms: ${times.tasks.length} in ${queries.length * 6} queries, longest ${times.tasks.length ? ms(Math.max(...times.tasks)) : "below 50 ms"}`);
}

async function fromNothing(text) {
  const { context, page } = await fresh(SLOW_4G);
  await page.goto(`${origin}/tim-kiem/?q=${encodeURIComponent(text)}`, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.shownAt, null, { polling: 50 });
  const shown = await page.evaluate(() => shownAt);
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => tasks);
  await context.close();
  return { shown, task: Math.max(0, ...tasks) };
}

async function afterFocus(text) {
  const { context, page } = await fresh(SLOW_4G);
  await page.goto(`${origin}/tim-kiem/`, { waitUntil: "networkidle" });
  await page.focus("#q");
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(700);
  const shown = await page.evaluate(async (text) => {
    const began = performance.now();
    document.querySelector("#q").value = text;
    document.querySelector(".find").requestSubmit();
    while (!globalThis.shownAt) await new Promise((done) => setTimeout(done, 5));
    return shownAt - began;
  }, text);
  await context.close();
  return { shown };
}

await perQuery();
// Every twenty-fourth query: five of 120, of different classes.
const some = queries.filter((_, i) => i % Math.max(1, Math.floor(queries.length / loads)) === 0).slice(0, loads).map((query) => query.q);
for (const [name, load] of [["from nothing", fromNothing], ["after focus", afterFocus]]) {
  const runs = [];
  for (const text of some) runs.push({ text, ...(await load(text)) });
  console.log(`slow 4G, ${name}: median ${ms(at(runs.map((run) => run.shown), 0.5))} of ${runs.map((run) => Math.round(run.shown)).join(", ")}`);
  if (runs[0].task !== undefined) console.log(`longest task while loading ${ms(Math.max(...runs.map((run) => run.task)))}`);
}
await browser.close();
server.closeAllConnections();
server.close();
