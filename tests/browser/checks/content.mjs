// What pages say and run: marked languages, the policy's hashes, linked data.
import { createHash } from 'node:crypto';

import { ownText } from '../documents.mjs';
import { headersOf } from '../server.mjs';
import { isData } from './site.mjs';

/** A text this long, and this Vietnamese by its letters, is a sentence in Vietnamese, unless it has words of English. */
const SENTENCE = { words: 7, vietnamese: 0.6 };
const ENGLISH = /\b(the|and|of|with|for|from|now|also|called|decision|commune|district|province|ward|city|also|called|cake|candy|rice|meat|rolls?|peanut|press|portal|notice|plan|list|decision|own|page|tea|honey|fish|sauce|group|shop|market)\b/i;
const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

/** Texts that are plainly Vietnamese, or say that they are not translated, below an element of another language. */
export function unmarked(site) {
  const wrong = new Map();
  for (const [url, page] of site.pages) {
    for (const element of url.startsWith('/en/') ? page.all : []) {
      if (element.lang === 'vi' || ['script', 'style', 'title'].includes(element.tagName)) continue;
      const { alt, title, 'aria-label': label, 'data-l': cell } = element.attributes;
      for (const text of [ownText(element), alt, title, label, cell].filter(Boolean)) {
        if (isVietnamese(text)) wrong.set(text.trim().slice(0, 90), url);
      }
    }
  }
  return [...wrong].map(([text, url]) => `${url}: “${text}”`);
}

/** Scripts that run and styles that apply stand in the policy by their hash. */
export function policy(site) {
  const wrong = new Set();
  for (const [url, page] of site.pages) {
    const allowed = headersOf(site.rules, url)['Content-Security-Policy'] ?? '';
    for (const element of page.all) {
      const inline = (element.tagName === 'style' || (element.tagName === 'script' && !element.attributes.src && !isData(element))) && ownText(element);
      if (inline && !allowed.includes(createHash('sha256').update(inline).digest('base64'))) wrong.add(`a ${element.tagName} of ${url} is not in the policy`);
      const attribute = Object.keys(element.attributes).find((it) => it === 'style' || it.startsWith('on'));
      if (attribute) wrong.add(`attribute ${attribute} on ${element.tagName} of ${url}`);
    }
  }
  return [...wrong];
}

export function linkedData(site) {
  const wrong = [];
  for (const [url, page] of site.pages) {
    for (const script of page.all.filter((it) => it.tagName === 'script' && isData(it))) {
      try {
        JSON.parse(ownText(script));
      } catch (error) {
        wrong.push(`${url}: ${error.message}`);
      }
    }
  }
  return wrong;
}

function isVietnamese(text) {
  if (text.includes('chưa dịch')) return true;
  if (ENGLISH.test(text)) return false;
  const words = text.split(/\s+/).filter((it) => /\p{L}/u.test(it));
  return words.length >= SENTENCE.words && words.filter((it) => VIETNAMESE.test(it)).length / words.length >= SENTENCE.vietnamese;
}
