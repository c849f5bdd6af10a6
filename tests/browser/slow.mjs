// How fast pages are on a slow phone: `node slow.mjs [SITE]` prints LCP, CLS and INP, medians of five cold visits each.
//
// Slow 4G as Lighthouse has it: 1.6 Mbps down, 0.75 up, 150 ms to the first byte of every answer, the processor at a
// quarter. Each visit has an empty cache and no worker. The server compresses (Brotli) and answers from memory. Times come
// from the wall clock, so other work on the machine is in them: the load is printed, and a quiet machine is needed for
// figures to be kept. Fails when a median misses its aim.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';

import { chromium, devices } from '@playwright/test';

import config from './playwright.config.mjs';
import { fileOf, headerRules, headersOf, TYPES } from './server.mjs';
import { files, sites } from './sites.mjs';

const RUNS = 5;
const AIMS = { lcp: 1200, cls: 0, inp: 100 };
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const CPU = 4;
/** After the load, what comes late (a shift, a script) has this long to come; after a touch, the screen to answer. */
const SETTLE_MS = 1500;
const ANSWER_MS = 400;

const root = path.resolve(process.argv[2] ?? sites().real);
const pages = { home: '/', product: heaviest('/san-pham/'), listing: '/san-pham/', 'point of sale': heaviest('/diem-ban/'), map: '/ban-do/' };

const server = await serve(root);
const browser = await chromium.launch(config.use.launchOptions);
const load = () => os.loadavg()[0].toFixed(1);
console.log(`${RUNS} visits a page, load ${load()} before`);
console.log('page                          LCP ms (all)                          CLS      INP ms (all)');
let missed = 0;
for (const [name, url] of Object.entries(pages)) {
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(server.origin + url));
  const all = (what) => visits.map((it) => it[what]).sort((left, right) => left - right);
  const median = Object.fromEntries(Object.keys(AIMS).map((what) => [what, all(what)[(RUNS - 1) / 2]]));
  const over = Object.keys(AIMS).filter((what) => median[what] > AIMS[what]);
  missed += over.length;
  const list = (what) => `${String(Math.round(median[what])).padStart(5)} (${all(what).map(Math.round).join(' ')})`;
  const notes = [...new Set(visits.flatMap((it) => [it.element, ...it.shifted.map((node) => `shifted: ${node}`)]))].join(', ');
  console.log(`${name.padEnd(14)} ${list('lcp').padEnd(44)} ${median.cls.toFixed(4).padEnd(8)} ${list('inp').padEnd(34)} ${over.length ? `MISSED ${over}` : ''}  ${url} (${notes})`);
}
console.log(`load ${load()} after; aims: LCP ${AIMS.lcp} ms, CLS ${AIMS.cls}, INP ${AIMS.inp} ms`);
await browser.close();
server.close();
process.exit(missed ? 1 : 0);

async function visit(url) {
  const { defaultBrowserType, ...phone } = devices['Galaxy S8'];
  const context = await browser.newContext({ ...phone, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', serviceWorkers: 'block' });
  await context.addInitScript(watch);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  // A touch ends the search for the largest paint, so that is asked first.
  const painted = await page.evaluate(() => ({ lcp: window.seen.lcp, element: window.seen.element }));
  await touch(page);
  const { cls, shifted, inp } = await page.evaluate(() => window.seen);
  await context.close();
  return { ...painted, cls, shifted, inp };
}

/** What a reader does without leaving the page: opens what opens, presses buttons, types into the search, goes on by Tab. */
async function touch(page) {
  for (const selector of ['main summary', 'main button[type=button]']) {
    for (const it of (await page.locator(selector).all()).slice(0, 3)) {
      if (!(await it.isVisible())) continue;
      await it.tap();
      await page.waitForTimeout(ANSWER_MS);
    }
  }
  const field = page.locator('#q');
  if (await field.count()) {
    await field.tap();
    await page.waitForTimeout(SETTLE_MS);
    for (const letter of 'nuoc') {
      await page.keyboard.press(letter);
      await page.waitForTimeout(ANSWER_MS);
    }
  }
  for (let stop = 0; stop < 3; stop += 1) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(ANSWER_MS);
  }
}

/** Runs in the page, before anything of it: the largest paint, shifts that no touch caused, the slowest answer to a touch. */
function watch() {
  const seen = { lcp: 0, element: '', cls: 0, shifted: [], inp: 0 };
  window.seen = seen;
  const observe = (type, take, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  observe('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime;
    seen.element = entry.element?.tagName.toLowerCase() ?? '';
  });
  observe('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    seen.cls += entry.value;
    seen.shifted.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 60) ?? node?.nodeName));
  });
  observe('event', (entry) => {
    if (entry.interactionId) seen.inp = Math.max(seen.inp, entry.duration);
  }, { durationThreshold: 16 });
}

/** The site from memory, compressed beforehand, over one kind of connection that every host has: HTTP/1.1, kept open. */
async function serve(root) {
  const rules = headerRules(fs.readFileSync(path.join(root, '_headers'), 'utf8'));
  const packed = new Map();
  const pack = (file) => {
    if (!packed.has(file)) {
      const bytes = fs.readFileSync(file);
      const squeezed = /\.(woff2|png|jpe?g|webp|avif|bin)$/.test(file) ? null : zlib.brotliCompressSync(bytes);
      packed.set(file, { bytes: squeezed ?? bytes, encoding: squeezed ? { 'content-encoding': 'br' } : {} });
    }
    return packed.get(file);
  };
  // What the pages load is ready before the first visit.
  for (const url of Object.values(pages)) pack(fileOf(root, url));
  for (const file of files(path.join(root, 'tai-san'))) pack(path.join(root, 'tai-san', file));
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(request.url.split('?')[0]);
    const file = fileOf(root, url);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const { bytes, encoding } = pack(file);
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length, ...encoding, ...headersOf(rules, url) }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } };
}

/** The page with the most bytes right below a folder. */
function heaviest(folder) {
  const names = fs.readdirSync(path.join(root, folder), { withFileTypes: true }).filter((it) => it.isDirectory());
  const urls = names.map((it) => `${folder}${it.name}/`).filter((url) => fileOf(root, url));
  return urls.reduce((best, url) => (fs.statSync(fileOf(root, url)).size > fs.statSync(fileOf(root, best)).size ? url : best));
}
