// The page about being without a network: keeps the whole guide, and lists what this device has.
import { openGuide } from "./guide-read.js";
import { dayOf } from "./saved-day.js";

const root = document.getElementById("ngoai-tuyen");
const say = root.dataset;
const shelf = "ocop:" + say.base + ":";
const box = document.getElementById("cam-nang");
const [saveButton, cancelButton, removeButton] = ["luu", "thoi", "xoa"].map((id) => document.getElementById(id));
const bar = box?.querySelector("progress");
const tell = (key, values = {}) => {
  box.querySelector("[role=status]").textContent = Object.entries(values).reduce((text, [name, value]) => text.replace(name, value), say[key] || "");
};
const day = (iso) => dayOf(iso, document.documentElement.lang == "en");
const able = "caches" in self && "DecompressionStream" in self && navigator.serviceWorker;
let stop;

async function state() {
  const kept = await (await caches.open(shelf + "guide")).match(say.base);
  const digest = kept?.headers.get("x-digest");
  saveButton.hidden = !!stop || digest == box.dataset.digest;
  saveButton.textContent = kept ? say.renew : say.save;
  cancelButton.hidden = bar.hidden = !stop;
  removeButton.hidden = !!stop || !kept;
  if (kept && !stop) tell(digest == box.dataset.digest ? "kept" : "older", { "#": day(kept.headers.get("x-saved")) });
  return kept;
}

/** The guide's bytes as they come, told on the way. */
async function load(answer) {
  const parts = [];
  const reader = answer.body.getReader();
  bar.max = box.dataset.bytes;
  for (bar.value = 0; ; ) {
    const { value, done } = await reader.read();
    if (done) return new Blob(parts);
    parts.push(value);
    bar.value += value.length;
  }
}

async function save() {
  stop = new AbortController();
  tell("saving");
  await state();
  let said;
  try {
    const answer = await fetch(box.dataset.url, { signal: stop.signal, cache: "no-store" });
    if (!answer.ok) throw answer;
    const blob = await load(answer);
    // Half a guide must never stand for a whole one: reading it fails if a byte is missing.
    await openGuide(blob);
    const headers = new Headers(answer.headers);
    headers.set("x-saved", new Date().toISOString());
    headers.set("x-digest", box.dataset.digest);
    headers.delete("content-encoding");
    await (await caches.open(shelf + "guide")).put(say.base, new Response(blob, { headers }));
    navigator.storage?.persist?.();
  } catch (error) {
    said = stop.signal.aborted ? "stopped" : error.name == "QuotaExceededError" ? "full" : "failed";
  }
  stop = undefined;
  await state();
  if (said) tell(said);
}

async function remove() {
  await caches.delete(shelf + "guide");
  await state();
  tell("removed");
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

/** Pages seen, the latest first, found by any part of their names. */
async function list() {
  const place = document.getElementById("da-xem");
  const names = (await caches.keys()).filter((name) => name.startsWith(shelf) && name != shelf + "guide");
  const found = [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (!pathname.endsWith("/") || pathname.endsWith("/ngoai-tuyen/")) continue;
      const { headers } = await cache.match(request);
      found.unshift([pathname, decodeURIComponent(headers.get("x-title") || pathname), headers.get("x-saved")]);
    }
  }
  place.hidden = !found.length;
  const items = found.map(([url, title, saved]) => {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
    const english = url.startsWith(say.base + "en/");
    link.lang = english ? "en" : "vi";
    const when = Object.assign(document.createElement("span"), { className: "meta", textContent: (english ? " · English · " : " · ") + day(saved) });
    item.append(link, when);
    return item;
  });
  const input = place.querySelector("input");
  input.oninput = () => {
    const wanted = fold(input.value).split(/\s+/);
    for (const item of items) item.hidden = !wanted.every((word) => fold(item.textContent).includes(word));
  };
  // A search that could not be asked is answered from what is here.
  input.value = new URLSearchParams(location.search).get("q") || "";
  place.querySelector("ul").replaceChildren(...items);
  input.oninput();
}

document.getElementById("thieu").hidden = location.pathname == say.url;
if (able) {
  if (box) {
    box.hidden = false;
    box.querySelector(".frugal").hidden = !navigator.connection?.saveData;
    saveButton.onclick = save;
    cancelButton.onclick = () => stop.abort();
    removeButton.onclick = remove;
    state();
  }
  list();
}
document.getElementById("khong-duoc").hidden = !!able;
