// How a site is served by a real nginx with the `nginx.conf` that was built with it: node --test tests/serving/*.test.mjs
//
// Wants the program in OCOP_BIN, and nginx with libnginx-mod-http-brotli-static. Two sites are built: one at the root of its
// host with compressed neighbours and a form, one below `/ocop/` without.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

import { headerRules, headersOf } from '../browser/server.mjs';
import { start } from './nginx.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'ocop-serving-'));
const FOR_EVER = 'public, max-age=31536000, immutable';
const PRODUCT = 'san-pham/con-hieu-luc/';
const FORMER = 'san-pham/nuoc-mam-ten-cu/';
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8', '.json': 'application/json', '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.woff2': 'font/woff2', '.bin': 'application/octet-stream',
};
const root = path.join(work, 'root');
const host = path.join(work, 'host');
const below = path.join(host, 'ocop');
let whole;
let part;

function build(out, ...options) {
  const content = path.join(project, 'tests/browser/catalogue');
  const theme = path.join(project, 'themes/default');
  const all = ['build', '--content', content, '--theme', theme, '--out', out, '--date', '2026-11-22', ...options];
  execFileSync(process.env.OCOP_BIN, all, { stdio: ['ignore', 'ignore', 'inherit'] });
}

before(async () => {
  fs.mkdirSync(path.join(work, 'form/dist'), { recursive: true });
  fs.writeFileSync(path.join(work, 'form/dist/index.html'), '<!doctype html><title>Biểu mẫu</title>');
  build(root, '--precompress', `--admin=${work}/form`);
  build(below, '--base-url', 'https://thu.example/ocop/');
  fs.mkdirSync(path.join(root, '.well-known'));
  fs.writeFileSync(path.join(root, '.well-known/thu.txt'), 'gia hạn');
  whole = await start(path.join(work, 'a'), root, path.join(root, 'nginx.conf'));
  part = await start(path.join(work, 'b'), host, path.join(below, 'nginx.conf'));
});

after(async () => {
  await whole?.close();
  await part?.close();
  fs.rmSync(work, { recursive: true });
});

/** Files that readers may ask for, compressed neighbours and former addresses left out, as `[url, file]`. */
function published(folder, base = '/') {
  const files = fs.readdirSync(folder, { recursive: true }).filter((it) => fs.statSync(path.join(folder, it)).isFile());
  const own = files.filter((it) => !/\.(br|gz)$|(^|\/)(\.|404\.html$)|^_headers$|^nginx\.conf$/.test(it));
  const pages = own.filter((it) => !/http-equiv="?refresh/.test(it.endsWith('.html') ? text(folder, it) : ''));
  return pages.map((it) => [base + it.replace(/(^|\/)index\.html$/, '$1'), path.join(folder, it)]);
}

function text(folder, file) {
  return fs.readFileSync(path.join(folder, file), 'utf8');
}

/** What a page says that it is, for messages. */
function title(body) {
  return /<title>(.*?)<\/title>/.exec(body.toString())?.[1];
}

function unpacked({ headers, body }) {
  const unpack = { br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync }[headers['content-encoding']];
  return unpack ? unpack(body) : body;
}

test('every file is sent whole, with its type and its policy', async () => {
  const rules = headerRules(text(root, '_headers'));
  const files = published(root);
  assert.ok(files.length > 200, `${files.length} files`);
  for (const [url, file] of files) {
    const { status, headers, body } = await whole.ask(url);
    assert.equal(status, 200, url);
    assert.ok(body.equals(fs.readFileSync(file)), url);
    const type = /feed\.xml$/.test(url) ? 'application/atom+xml; charset=utf-8' : TYPES[path.extname(file)];
    assert.equal(headers['content-type'], type, url);
    for (const [name, value] of Object.entries(headersOf(rules, url)).filter(([it]) => it !== 'Cache-Control')) {
      assert.equal(headers[name.toLowerCase()], value, `${url} ${name}`);
    }
  }
});

test('compressed neighbours are sent to who takes them', async () => {
  for (const [url, file] of published(root)) {
    for (const [asked, end] of [['gzip, deflate, br', 'br'], ['gzip', 'gz'], ['br', 'br']]) {
      const answer = await whole.ask(url, { 'accept-encoding': asked });
      assert.ok(unpacked(answer).equals(fs.readFileSync(file)), `${url} ${asked}`);
      const neighbour = `${file}.${end}`;
      if (!fs.existsSync(neighbour)) continue;
      assert.ok(answer.body.equals(fs.readFileSync(neighbour)), `${url}: not as it lies there`);
      assert.equal(answer.headers['content-encoding'], end === 'gz' ? 'gzip' : 'br', url);
      assert.equal(answer.headers.vary, 'Accept-Encoding', url);
      assert.equal(answer.headers['content-type'], (await whole.ask(url)).headers['content-type'], url);
    }
  }
});

test('who takes no compressed answer gets none, and every kept copy knows why', async () => {
  for (const asked of ['identity', 'br;q=0, gzip;q=0']) {
    const { headers } = await whole.ask('/', { 'accept-encoding': asked });
    assert.equal(headers['content-encoding'], undefined, asked);
    assert.equal(headers.vary, 'Accept-Encoding', asked);
  }
  const through = await whole.ask('/', { 'accept-encoding': 'gzip', via: '1.1 cdn' });
  assert.equal(through.headers['content-encoding'], 'gzip');
});

test('names that change with the content are kept for a year, all others asked for each time', async () => {
  const kept = { true: 0, false: 0 };
  for (const [url] of published(root)) {
    const lasts = /^\/(tai-san|chia-se|anh)\/|^\/search\/.*\//.test(url);
    assert.equal((await whole.ask(url)).headers['cache-control'], lasts ? FOR_EVER : 'no-cache', url);
    kept[lasts] += 1;
  }
  assert.ok(kept.true > 20 && kept.false > 200, JSON.stringify(kept));
  const missing = await whole.ask('/tai-san/khong-co.css');
  assert.equal(missing.status, 404);
  assert.equal(missing.headers['cache-control'], undefined);
});

test('what is missing is told on the page of its language', async () => {
  const pages = { '': text(root, '404.html'), 'en/': text(root, 'en/404.html') };
  for (const [lang, page] of Object.entries(pages)) {
    for (const url of [`/${lang}khong-co/`, `/${lang}khong-co.html`, `/${lang}san-pham/khong-co/x`, `/${lang}404.html`]) {
      const { status, headers, body } = await whole.ask(url);
      assert.equal(status, 404, url);
      assert.ok(body.toString() === page, `${url}: ${title(body)}`);
      assert.match(headers['content-security-policy'], /default-src 'self'/, url);
      assert.equal(headers['content-type'], TYPES['.html'], url);
    }
  }
  const packed = await whole.ask('/en/khong-co/', { 'accept-encoding': 'br' });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.ok(unpacked(packed).toString() === pages['en/'], title(unpacked(packed)));
});

test('what is not for readers is not sent', async () => {
  for (const url of ['/.ocop-manifest.json', '/_headers', '/nginx.conf', '/.git/config', '/san-pham/.x', '/../a/nginx.conf']) {
    const { status, body } = await whole.ask(url);
    assert.ok(status === 404 || status === 400, `${url} ${status}`);
    assert.doesNotMatch(body.toString(), /"files"|Content-Security/, url);
  }
  assert.equal((await whole.ask('/.well-known/thu.txt')).body.toString(), 'gia hạn');
});

test('what did not change is not sent again', async () => {
  for (const url of ['/', `/${PRODUCT}`, '/sw.js', '/du-lieu/san-pham.json']) {
    for (const asked of ['identity', 'gzip', 'br']) {
      const first = await whole.ask(url, { 'accept-encoding': asked });
      for (const condition of [{ 'if-none-match': first.headers.etag }, { 'if-modified-since': first.headers['last-modified'] }]) {
        const again = await whole.ask(url, { 'accept-encoding': asked, ...condition });
        assert.equal(again.status, 304, `${url} ${asked}`);
        assert.equal(again.body.length, 0);
        assert.equal(again.headers['cache-control'], 'no-cache');
      }
      const other = await whole.ask(url, { 'accept-encoding': asked, 'if-none-match': '"other"' });
      assert.equal(other.status, 200);
    }
  }
  const tags = await Promise.all(['identity', 'gzip', 'br'].map((it) => whole.ask('/', { 'accept-encoding': it })));
  assert.equal(new Set(tags.map((it) => it.headers.etag)).size, 3, 'one tag for each encoding');
});

test('former addresses and forgotten slashes lead on, on whatever host and port', async () => {
  const leads = [[FORMER, PRODUCT], [`en/${FORMER}`, `en/${PRODUCT}`], ['Q/TH01/', PRODUCT], ['san-pham', 'san-pham/'], [PRODUCT.slice(0, -1), PRODUCT]];
  for (const [site, base] of [[whole, '/'], [part, '/ocop/']]) {
    for (const [from, to] of leads) {
      const { status, headers } = await site.ask(base + from);
      assert.deepEqual([status, headers.location], [301, base + to], base + from);
      assert.equal(headers['cache-control'], 'no-cache');
    }
  }
  // Where the server does not know them, the pages lead on.
  assert.match(text(root, `${FORMER}index.html`), /http-equiv="?refresh/);
});

test('the form has its own policy and is kept off search engines', async () => {
  const { status, headers } = await whole.ask('/admin/');
  assert.equal(status, 200);
  assert.equal(headers['x-robots-tag'], 'noindex');
  assert.match(headers['content-security-policy'], /unsafe-inline/);
  assert.equal((await whole.ask('/')).headers['x-robots-tag'], undefined);
});

test('a site below a path of its host is served alike, packed on the way', async () => {
  assert.deepEqual((({ status, headers }) => [status, headers.location])(await part.ask('/ocop')), [301, '/ocop/']);
  for (const [url, file] of published(below, '/ocop/')) {
    const answer = await part.ask(url, { 'accept-encoding': 'gzip' });
    assert.equal(answer.status, 200, url);
    assert.ok(unpacked(answer).equals(fs.readFileSync(file)), url);
    const packed = /text|json|xml/.test(answer.headers['content-type']) && fs.statSync(file).size > 150;
    assert.equal(answer.headers['content-encoding'], packed ? 'gzip' : undefined, url);
  }
  const missing = await part.ask('/ocop/en/khong-co/');
  assert.ok(missing.body.toString() === text(below, 'en/404.html'), title(missing.body));
  assert.equal((await part.ask('/ocop/.ocop-manifest.json')).status, 404);
  assert.equal((await part.ask('/ocop/tai-san/x')).status, 404);
});

test('a piece of a file can be had, and its head alone', async () => {
  const csv = fs.readFileSync(path.join(root, 'du-lieu/san-pham.csv'));
  const piece = await whole.ask('/du-lieu/san-pham.csv', { range: 'bytes=3-9' });
  assert.equal(piece.status, 206);
  assert.ok(piece.body.equals(csv.subarray(3, 10)));
  const head = await whole.ask('/du-lieu/san-pham.csv', {}, 'HEAD');
  assert.deepEqual([head.status, head.headers['content-length'], head.body.length], [200, String(csv.length), 0]);
});

test('nginx found nothing to warn of', () => {
  for (const site of [whole, part]) {
    const told = site.log().split('\n').filter((line) => line && !line.includes('(2: No such file or directory)'));
    assert.deepEqual(told, []);
  }
});
