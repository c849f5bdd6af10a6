// Pages as trees: what a checker wants to ask of a page without a browser.
import { parse } from 'parse5';

/** Every element in document order, each with `attributes` as an object and `lang` as it takes effect there. */
export function elements(html) {
  const found = [];
  const walk = (node, lang) => {
    if (node.tagName) {
      node.attributes = Object.fromEntries(node.attrs.map((it) => [it.name, it.value]));
      node.lang = node.attributes.lang ?? lang;
      found.push(node);
    }
    for (const child of node.childNodes ?? []) walk(child, node.lang ?? lang);
  };
  walk(parse(html), '');
  return found;
}

/** The text right below an element. */
export function ownText(element) {
  return element.childNodes.filter((it) => it.nodeName === '#text').map((it) => it.value).join('');
}
