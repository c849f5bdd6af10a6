// What a first visit to a page loads, in bytes as sent.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import zlib from 'node:zlib';

import { ownText } from '../documents.mjs';
import { fileOf } from '../server.mjs';
import { isData, own } from './site.mjs';

const KB = 1024;
/** Budgets of one page, as a reader's browser receives it (Brotli 11); the search and its index have their own. */
const BUDGETS = {
  'HTML with its CSS': 12 * KB,
  CSS: 4 * KB,
  JavaScript: 8 * KB,
  fonts: 24 * KB,
  'first view': 60 * KB,
  requests: 6,
  elements: 1500,
};
/** The search's scripts on all pages together. */
const SEARCH = 8 * KB;
/** Brotli 11 takes minutes for all pages. Brotli 5 is never smaller: it finds the pages that are worth the better look. */
const [QUICK, BEST] = [5, 11];
const LOOKED_AT = 6;

/** Per budget: its name, what goes over it, and the largest page. */
export function budgets(site) {
  const all = [...site.pages].filter(([, page]) => !page.redirect);
  const quick = new Map(all.map(([url, page]) => [url, weigh(site, page, QUICK)]));
  return [searchClient(site), ...Object.entries(BUDGETS).map(([what, most]) => {
    const heavy = [...all].sort(([left], [right]) => quick.get(right)[what] - quick.get(left)[what]);
    const near = heavy.filter(([url], at) => at < LOOKED_AT || quick.get(url)[what] > most);
    const sorted = near.map(([url, page]) => [url, weigh(site, page, BEST)[what]]).sort((left, right) => right[1] - left[1]);
    const over = sorted.filter(([, value]) => value > most).map(([url, value]) => `${value} at ${url}`);
    return [`${what} of a page at most ${most}`, over, `largest ${sorted[0][1]} at ${sorted[0][0]}`];
  })];
}

const isSearch = (src) => /\/search(-[a-z]+)?\.[^/]*js$/.test(src ?? '');

/** The search on any one page: its interface, and the client that the form names, which may be the same file. */
function searchClient(site) {
  const ways = new Map();
  for (const [url, { all }] of site.pages) {
    const form = all?.find((it) => it.attributes['data-script']);
    if (!form) continue;
    const [script, ...others] = all.filter((it) => isSearch(it.attributes.src)).map((it) => it.attributes.src);
    const files = !script || others.length ? [] : [...new Set([script, form.attributes['data-script']])];
    ways.set(files.join(' and '), [files, url]);
  }
  const sized = [...ways.values()].map(([files, url]) => [files.reduce((sum, it) => sum + fileSize(site, it, BEST), 0), files, url]);
  const wrong = sized.filter(([size, files]) => !files.length || size > SEARCH).map(([size, files, url]) => `${size} in ${files.join(', ')} at ${url}`);
  const largest = Math.max(...sized.map(([size]) => size));
  return [`search client with its interface at most ${SEARCH}`, sized.length ? wrong : ['no page has a search'], `${largest}`];
}

/** What a reader's browser may fetch beside the pages, for the whole site. */
const TOGETHER = { 'scripts of all pages but the search': 12 * KB, 'the worker': 3 * KB, 'the whole guide': 2_000_000 };

/** As `budgets`, for the site as a whole. */
export function together(site) {
  const scripts = [...site.pages.values()].flatMap(({ all }) => all.filter((it) => it.tagName === 'script' && !isData(it)));
  const files = new Set(scripts.map((it) => it.attributes.src).filter((src) => src && !isSearch(src)));
  const inline = new Set(scripts.filter((it) => !it.attributes.src).map(ownText));
  const published = fs.readdirSync(`${site.root}/tai-san`).filter((name) => name.startsWith('cam-nang.'));
  if (published.length !== 1) throw new Error(`${published.length} packed guides`);
  const sizes = {
    'scripts of all pages but the search': [...files].reduce((sum, url) => sum + fileSize(site, url, BEST), 0) + [...inline].reduce((sum, text) => sum + compressed(text, BEST), 0),
    'the worker': fileSize(site, '/sw.js', BEST),
    'the whole guide': fs.statSync(`${site.root}/tai-san/${published[0]}`).size,
  };
  return Object.entries(TOGETHER).map(([what, most]) => [`${what} at most ${most}`, sizes[what] > most ? [`${sizes[what]}`] : [], `${sizes[what]}`]);
}

function weigh(site, page, quality) {
  const text = (keep) => page.all.filter(keep).map(ownText).join('\n');
  const loads = (it) => /\b(preload|stylesheet|icon|modulepreload)\b/.test(it.attributes.rel ?? '') && it.attributes.as !== 'fetch';
  const loaded = page.all.filter((it) => it.tagName === 'link').filter(loads);
  const pictures = page.all.filter((it) => it.tagName === 'img' && it.attributes.loading !== 'lazy');
  const scripts = page.all.filter((it) => it.tagName === 'script' && it.attributes.src);
  const sent = [...new Set([...loaded.map((it) => it.attributes.href), ...pictures.map(chosen), ...scripts.map((it) => it.attributes.src)])];
  const size = (urls) => urls.reduce((sum, url) => sum + fileSize(site, url, quality), 0);
  const html = compressed(page.html, quality);
  return {
    'HTML with its CSS': html,
    CSS: compressed(text((it) => it.tagName === 'style'), quality) + size(sent.filter((it) => it.endsWith('.css'))),
    JavaScript: compressed(text((it) => it.tagName === 'script' && !isData(it)), quality) + size(scripts.map((it) => it.attributes.src).filter((src) => !isSearch(src))),
    fonts: size(sent.filter((it) => it.endsWith('.woff2'))),
    'first view': html + size(sent),
    requests: 1 + sent.length,
    elements: page.all.length,
  };
}

/** What a phone of 360 pixels fetches for a picture: the narrowest of its set. */
function chosen(picture) {
  const set = picture.parentNode.childNodes.find((it) => it.tagName === 'source');
  return set ? set.attributes.srcset.split(',')[0].trim().split(' ')[0] : picture.attributes.src;
}

/** A file's size as sent: what is compressed already is sent as it is. */
function fileSize(site, url, quality) {
  const bytes = fs.readFileSync(fileOf(site.root, own(site, url, '/').path));
  return /\.(woff2|png|jpe?g|webp|avif)$/.test(url) ? bytes.length : compressed(bytes, quality);
}

const sizes = new Map();

function compressed(bytes, quality) {
  if (!bytes.length) return 0;
  const key = quality + createHash('sha256').update(bytes).digest('base64');
  if (!sizes.has(key)) sizes.set(key, zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } }).length);
  return sizes.get(key);
}
