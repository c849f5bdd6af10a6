// A built site as the checks see it: its pages as trees, and which of its addresses are its own.
import fs from 'node:fs';
import path from 'node:path';

import { elements } from '../documents.mjs';
import { headerRules } from '../server.mjs';
import { files } from '../sites.mjs';

/** Pages by URL, with their elements, their ids and what kind of page they are. */
export function load(root) {
  const pages = new Map();
  for (const file of files(root).filter((it) => it.endsWith('.html'))) {
    const html = fs.readFileSync(path.join(root, file), 'utf8');
    const all = elements(html);
    const meta = (name) => all.find((it) => it.tagName === 'meta' && it.attributes.name === name)?.attributes.content ?? '';
    pages.set(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, {
      html,
      all,
      ids: new Set(all.flatMap((it) => it.attributes.id ?? [])),
      redirect: all.some((it) => it.tagName === 'meta' && it.attributes['http-equiv'] === 'refresh'),
      hidden: meta('robots').includes('noindex'),
      notFound: file.endsWith('404.html'),
    });
  }
  const home = pages.get('/').all.find((it) => it.attributes.rel === 'canonical').attributes.href;
  return { root, pages, origin: new URL(home).origin, rules: headerRules(fs.readFileSync(path.join(root, '_headers'), 'utf8')) };
}

/** The path and fragment of an address on the site itself, or null. */
export function own(site, href, from) {
  const url = new URL(href, site.origin + from);
  return url.origin === site.origin ? { path: decodeURIComponent(url.pathname), fragment: decodeURIComponent(url.hash.slice(1)) } : null;
}

/** Scripts that hold data and don't run. */
export function isData(script) {
  return /json/.test(script.attributes.type ?? '');
}
