// Where addresses lead: in pages, in the sitemap, in the feed, in the open data.
import fs from 'node:fs';
import path from 'node:path';

import { fileOf } from '../server.mjs';
import { files } from '../sites.mjs';
import { own } from './site.mjs';

const LINKS = [
  ['a', 'href'], ['area', 'href'], ['link', 'href'], ['img', 'src'], ['script', 'src'], ['source', 'src'], ['form', 'action'], ['use', 'href'],
];

export function brokenLinks(site) {
  const wrong = new Map();
  for (const [from, page] of site.pages) {
    for (const [, href] of links(page)) {
      const to = own(site, href, from);
      if (!to) continue;
      const target = site.pages.get(to.path);
      const missing = !target && !fileOf(site.root, to.path);
      const loose = target && to.fragment && !target.ids.has(to.fragment);
      if (missing || loose) wrong.set(href, [...(wrong.get(href) ?? []), from]);
    }
  }
  return [...wrong].map(([href, from]) => `${href} on ${from.length} pages, for example ${from[0]}`);
}

export function unreached(site) {
  const seen = new Set(['/']);
  for (const url of seen) {
    const page = site.pages.get(url);
    for (const it of page.all.filter((it) => (it.tagName === 'a' || it.tagName === 'area') && it.attributes.href)) {
      const to = own(site, it.attributes.href, url);
      if (to && site.pages.has(to.path)) seen.add(to.path);
    }
  }
  return [...site.pages].filter(([url, page]) => !seen.has(url) && !page.redirect && !page.notFound).map(([url]) => url);
}

export function sitemap(site) {
  const listed = new Set();
  const queue = ['sitemap.xml'];
  for (const file of queue) {
    const xml = fs.readFileSync(path.join(site.root, file), 'utf8');
    const places = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((it) => own(site, unescape(it[1]), '/')?.path ?? it[1]);
    if (xml.includes('<sitemapindex')) queue.push(...places.map((it) => it.slice(1)));
    else places.forEach((it) => listed.add(it));
  }
  const due = [...site.pages].filter(([, page]) => !page.hidden && !page.redirect && !page.notFound).map(([url]) => url);
  return [
    ...[...listed].filter((url) => !due.includes(url)).map((url) => `in the sitemap, but no page for search engines: ${url}`),
    ...due.filter((url) => !listed.has(url)).map((url) => `not in the sitemap: ${url}`),
  ];
}

/** Canonical addresses name the page itself; each named translation names this page back. */
export function alternates(site) {
  const named = (url) => {
    const all = site.pages.get(url)?.all.filter((it) => it.tagName === 'link' && it.attributes.hreflang) ?? [];
    return Object.fromEntries(all.map((it) => [it.attributes.hreflang, own(site, it.attributes.href, url)?.path]));
  };
  const wrong = [];
  for (const [url, page] of site.pages) {
    if (page.redirect || page.notFound) continue;
    const canonical = page.all.find((it) => it.attributes.rel === 'canonical')?.attributes.href;
    if (canonical !== site.origin + url) wrong.push(`canonical of ${url} is ${canonical}`);
    const pairs = named(url);
    const lang = page.all.find((it) => it.tagName === 'html').lang;
    if (pairs[lang] !== url) wrong.push(`${url} does not name itself as ${lang}`);
    for (const [other, to] of Object.entries(pairs)) {
      if (other !== 'x-default' && named(to)[lang] !== url) wrong.push(`${to} does not name ${url} as its ${lang}`);
    }
  }
  return wrong;
}

export function machineAddresses(site) {
  const wrong = [];
  for (const file of files(path.join(site.root, 'du-lieu')).filter((it) => it.endsWith('.json'))) {
    JSON.stringify(JSON.parse(fs.readFileSync(path.join(site.root, 'du-lieu', file), 'utf8')), (key, value) => {
      const to = key === 'url' && typeof value === 'string' ? own(site, value, '/') : null;
      if (to && !site.pages.has(to.path)) wrong.push(`${value} in du-lieu/${file}`);
      return value;
    });
  }
  const feeds = files(site.root).filter((it) => it.endsWith('feed.xml'));
  for (const feed of feeds) {
    for (const [, href] of fs.readFileSync(path.join(site.root, feed), 'utf8').matchAll(/<link[^>]*href="([^"]+)"/g)) {
      const to = own(site, unescape(href), '/');
      if (to && !site.pages.has(to.path) && !fileOf(site.root, to.path)) wrong.push(`${href} in ${feed}`);
    }
  }
  return wrong;
}

/** Where a page's elements lead: pairs of the element and the address. */
function links({ all }) {
  const plain = LINKS.flatMap(([tag, name]) => all.filter((it) => it.tagName === tag && name in it.attributes).map((it) => [it, it.attributes[name]]));
  const sets = all.filter((it) => it.attributes.srcset).flatMap((it) => it.attributes.srcset.split(',').map((part) => [it, part.trim().split(/\s+/)[0]]));
  const refresh = all.filter((it) => it.attributes['http-equiv'] === 'refresh').map((it) => [it, it.attributes.content.replace(/^.*url=/i, '')]);
  return [...plain, ...sets, ...refresh];
}

function unescape(xml) {
  return xml.replace(/&amp;/g, '&');
}
