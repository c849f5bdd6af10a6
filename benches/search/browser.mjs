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

// Without windows of its own the browser takes less of a small machine.
const programs = ["chromium-headless-shell", "chromium"].flatMap((name) => process.env.PATH.split(path.delimiter).map((folder) => path.join(folder, name)));
const executablePath = programs.find((file) => fs.existsSync(file));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];
const ms = (value) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;

/** A page of its own, with nothing in its cache and no worker (whose requests are not slowed), that tells when the first card stood there and which tasks were long. */
async function fresh(network) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
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
  return { context, page, client };
}

/** Processor time of the main thread, times four: other work on the machine does not count, waiting neither. */
async function perQuery() {
  const { context, page, client } = await fresh();
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 4000;
  await page.goto(`${origin}/tim-kiem/`);
  await page.evaluate(async (script) => (globalThis.client = await import(script)), await page.getAttribute(".find", "data-script"));
  const run = async (code, argument) => {
    const before = await spent();
    await page.evaluate(code, argument);
    return (await spent()) - before;
  };
  const ask = async ({ text, rounds }) => {
    for (let i = 0; i < rounds; i++) await engine.query(text);
  };
  const nothing = async () => {};
  const [cold, warm, idle] = [[], [], []];
  for (const { q } of queries) {
    idle.push(await run(nothing));
    await page.evaluate(async () => (globalThis.engine = await client.open("/")));
    cold.push(await run(ask, { text: q, rounds: 1 }));
    warm.push((await run(ask, { text: q, rounds: 5 })) / 5);
  }
  await context.close();
  const own = at(idle, 0.5);
  const [cold50, cold95, warm50, warm95] = [at(cold, 0.5) - own, at(cold, 0.95) - own, at(warm, 0.5) - own / 5, at(warm, 0.95) - own / 5].map(ms);
  console.log(`processor time, first touch p50 ${cold50} p95 ${cold95}; warm p50 ${warm50} p95 ${warm95}`);
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
// Once unmeasured, since the server packs a file when it is first asked for.
await fromNothing(some[0]);
for (const [name, load] of [["from nothing", fromNothing], ["after focus", afterFocus]]) {
  const runs = [];
  for (const text of some) runs.push({ text, ...(await load(text)) });
  console.log(`slow 4G, ${name}: median ${ms(at(runs.map((run) => run.shown), 0.5))} of ${runs.map((run) => Math.round(run.shown)).join(", ")}`);
  if (runs[0].task !== undefined) console.log(`longest task while loading ${ms(Math.max(...runs.map((run) => run.task)))}`);
}
await browser.close();
server.closeAllConnections();
server.close();
