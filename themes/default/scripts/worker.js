// Answers for the site when the network is slow or gone. `SITE` is put before this by src/render/offline/worker.rs.
//
// Pages come from the network while there is one, and each page seen is kept with the files that it asks for. Without a
// network the saved guide answers if there is one, since it is whole and of one day; else what was seen. Everything seen
// is of one build: a new build fetches anew what the reader had, and takes the old one's place only when it has all of it.
import { openGuide } from "./guide-read.js";
import { dayOf } from "./saved-day.js";

const { base, build, shell, words } = SITE;
const NAME = `ocop:${base}:`;
/** Seconds that a reader waits for a page of which there is a copy. */
const PATIENCE = 4;
const MOST_PAGES = 200;
/** Pages that a new build fetches anew, the last seen first. */
const RENEWED = 40;

const seen = () => caches.open(NAME + build);
const isPage = (path) => path.endsWith("/");
const isEnglish = (path) => path.startsWith(base + "en/");
/** Clients whose page was a copy: their search must be of the same day. */
const copied = new Set();

/** The guide that this device has saved. */
let guide;
async function saved() {
  const kept = await (await caches.open(NAME + "guide")).match(base);
  const day = kept?.headers.get("x-saved");
  if (guide?.day != day) guide = kept && { ...(await openGuide(await kept.blob())), day, headers: kept.headers };
  return guide;
}

async function fromGuide(path) {
  const book = await saved().catch(() => {});
  const file = book?.read(path.slice(base.length) + (isPage(path) ? "index.html" : ""));
  if (!file) return;
  const headers = new Headers(book.headers);
  headers.delete("content-length");
  headers.set("content-type", file.type || "application/octet-stream");
  return new Response(file.body, { headers });
}

const copy = async (path) => (await fromGuide(path)) || (await seen()).match(path);

/** Keeps a page, with the files that it asks for and the day. */
async function keep(cache, path, answer) {
  const text = await answer.text();
  const files = new Set(text.match(new RegExp(`${base}tai-san/[\\w.-]+`, "g")));
  await Promise.all([...files].map(async (url) => {
    if (await cache.match(url)) return;
    const file = (await caches.match(url)) || (await fetch(url));
    if (file.ok) await cache.put(url, file);
  }));
  const headers = new Headers(answer.headers);
  headers.set("x-saved", new Date().toISOString());
  headers.set("x-title", encodeURIComponent(/<title>(.*?)( – [^–]*)?<\/title>/.exec(text)?.[1] || path));
  await cache.put(path, new Response(text, { headers }));
}

/** The paths of the pages kept in a cache, the oldest first, those of every reader left out. */
async function pagesIn(cache) {
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return paths.filter((path) => isPage(path) && !shell.includes(path));
}

addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await seen();
  const paths = new Set(shell);
  for (const { url } of await clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    const { pathname } = new URL(url);
    if (pathname.startsWith(base) && isPage(pathname)) paths.add(pathname);
  }
  for (const name of navigator.connection?.saveData ? [] : await caches.keys()) {
    if (!name.startsWith(NAME) || name == NAME + "guide") continue;
    for (const path of (await pagesIn(await caches.open(name))).slice(-RENEWED)) paths.add(path);
  }
  await Promise.all([...paths].map(async (path) => {
    const answer = await fetch(path, { cache: "no-cache" });
    if (answer.ok) return keep(cache, path, answer);
    if (shell.includes(path) || answer.status >= 500) throw answer;
  }));
  await skipWaiting();
})()));

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAME) && name != NAME + build && name != NAME + "guide") await caches.delete(name);
  }
  await clients.claim();
})()));

/** A copy says in its first line of which day it is. */
async function dated(answer, path) {
  const english = isEnglish(path);
  const said = words[english ? "en" : "vi"].replace("#", dayOf(answer.headers.get("x-saved"), english));
  const line = `<div class="w"><p class="note b-ending-soon" role="note">${said}</p></div>`;
  return new Response((await answer.text()).replace(/<main[^>]*>/, (main) => main + line), answer);
}

async function page(event, path) {
  const { request, resultingClientId, clientId } = event;
  const network = fetch(request).then((answer) => {
    if (answer.ok && answer.type == "basic") event.waitUntil(Promise.all([seen(), answer.clone()]).then(async ([cache, body]) => {
      await keep(cache, path, body);
      for (const old of (await pagesIn(cache)).slice(0, -MOST_PAGES)) await cache.delete(old);
    }).catch(() => {}));
    return answer;
  });
  event.waitUntil(network.catch(() => {}));
  const late = new Promise((done) => setTimeout(done, PATIENCE * 1000));
  const first = await Promise.race([network.catch(() => {}), late]);
  if (first && first.status < 500) return first;
  const navigates = request.mode == "navigate";
  const own = await copy(path);
  if (own) {
    copied.add(navigates ? resultingClientId : clientId);
    return navigates ? dated(own, path) : own;
  }
  const last = first || (await network.catch(() => {}));
  return last || (navigates && (await copy(base + (isEnglish(path) ? "en/" : "") + "ngoai-tuyen/"))) || Response.error();
}

async function file(event, path) {
  const { request, clientId } = event;
  const fixed = /(tai-san\/|search\/\w+-)/.test(path);
  const own = async () => (fixed && (await caches.match(path))) || copy(path);
  const early = (fixed || copied.has(clientId)) && (await own());
  if (early) return early;
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.type == "basic") (await seen()).put(path, answer.clone()).catch(() => {});
    return answer;
  } catch (gone) {
    return (await own()) || Response.error();
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method != "GET" || origin != location.origin || !pathname.startsWith(base) || request.cache == "no-store") return;
  if (isPage(pathname)) event.respondWith(page(event, pathname));
  else if (/^(tai-san|search|anh)\//.test(pathname.slice(base.length))) event.respondWith(file(event, pathname));
});
