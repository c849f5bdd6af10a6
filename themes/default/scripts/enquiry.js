// The page of the enquiry list: products by producer, quantities, a message for each producer.
// Names and phones come from the products' own pages, so they are never older than those, and a link with the list
// in its fragment works on any device.
import { keep, load } from "./enquiry-store.js";

const root = document.getElementById("hoi");
const foreign = document.documentElement.lang != "vi";
const form = document.getElementById("co");
const places = document.getElementById("noi");
const say = root.dataset;
const list = load();
const copyOf = (id) => document.getElementById(id).content.cloneNode(true);
const tell = (text) => (root.firstElementChild.textContent = text);
const link = () => say.link.replace(/^https?:\/\/[^/]+/, location.origin) + "#p=" + Object.entries(list.items).map((item) => item.map(encodeURIComponent).join(":")).join(",");

/** What a shared link asks for is added to what is there. */
function takeIn() {
  const [, shared] = location.hash.match(/^#p=(.+)/) || [];
  if (!shared) return;
  const items = shared.split(",").map((item) => item.split(":").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return "";
    }
  })).filter(([id]) => /^[\w-]{1,80}$/.test(id)).slice(0, 60);
  for (const [id, amount = ""] of items) list.items[id] ||= amount.slice(0, 80);
  keep(list);
  history.replaceState(null, "", location.pathname);
  tell(say.shared.replace("#", items.length));
}

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw answer;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** A product's page, through the short address of its code where it has one. */
async function page(id) {
  if (!/^[A-Z]{2}\d{2,4}$/.test(id)) return [say.products + id + "/", await get(say.products + id + "/")];
  const url = (await get(say.codes + id + "/")).querySelector("a").getAttribute("href");
  return [url, await get(url)];
}

async function look(id) {
  try {
    const [url, document] = await page(id);
    const maker = document.querySelector(".by a");
    const contact = (kind) => document.querySelector(`.contact a[href^="${kind}"]`);
    const ways = { tel: contact("tel:"), zalo: contact("https://zalo.me/"), mailto: contact("mailto:") };
    // Names stay Vietnamese, since producers read them; the state is for the reader.
    const own = foreign && document.querySelector(".en").getAttribute("href");
    const marks = own ? await get(own) : document;
    // Bare register entries cannot be asked for, whatever a link says.
    if (!document.querySelector("[data-p]")) throw url;
    return { id, url, name: document.querySelector("h1").textContent, maker: maker.textContent, at: maker.getAttribute("href"), state: marks.querySelector(".marks .badge"), ways, ask: document.querySelectorAll(".ask a") };
  } catch {
    return { id, lost: true };
  }
}

function message(group, pre) {
  const { hello, ask, date, from, end } = pre.dataset;
  const lines = group.map(({ id, name }) => `- ${name}${list.items[id] ? ": " + list.items[id] : ""}`);
  const day = list.date && `${date} ${list.date.split("-").reverse().join("/")}`;
  return [hello.replace("# ", group[0].maker), ask, ...lines, day, list.note, end, list.who && `${from} ${list.who}`].filter(Boolean).join("\n");
}

function renew() {
  for (const place of places.children) place.renew?.();
}

function draw(group) {
  const part = copyOf("noi-mau");
  const place = part.firstElementChild;
  const [title, rows, none, acts, pre] = ["h2 a", "ul", ".na", ".acts", "pre"].map((it) => place.querySelector(it));
  const [{ maker, at, ways, ask }] = group;
  title.textContent = maker;
  title.href = at;
  for (const { id, url, name, state } of group) {
    const row = copyOf("hang-mau").firstElementChild;
    const input = row.querySelector("input");
    const label = row.querySelector("span");
    const anchor = Object.assign(document.createElement("a"), { href: url, textContent: name });
    label.append(anchor);
    if (state) row.querySelector(".state").append(state.lastChild.data.trim());
    input.value = list.items[id];
    input.oninput = () => ((list.items[id] = input.value), keep(list), place.renew());
    row.querySelector("button").onclick = () => (delete list.items[id], keep(list), show());
    rows.append(row);
  }
  const buttons = copyOf("nut-mau");
  for (const button of buttons.querySelectorAll("a")) {
    const way = ways[button.dataset.k];
    if (!way) button.remove();
    else button.append(way.textContent.trim());
    button.href = way?.getAttribute("href");
  }
  none.hidden = Object.values(ways).some(Boolean);
  // One commune can be asked; where it may be one of several, the product's page tells which.
  if (ask.length == 1) {
    const [span, anchor] = none.querySelectorAll("span, a");
    anchor.textContent = ask[0].textContent;
    anchor.href = ask[0].getAttribute("href");
    span.hidden = false;
  }
  buttons.querySelector("button").onclick = () => copy(pre.textContent);
  acts.append(buttons);
  const mail = acts.querySelector("[data-k=mailto]");
  place.renew = () => {
    pre.textContent = message(group, pre);
    if (mail) mail.href = ways.mailto.getAttribute("href") + "?body=" + encodeURIComponent(pre.textContent);
  };
  place.renew();
  places.append(place);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(say.copied);
  } catch {
    tell(say.failed);
  }
}

const whole = () => [...places.querySelectorAll("pre")].map((pre) => pre.textContent).join("\n\n");
const acts = {
  copy: () => copy(whole()),
  print: () => print(),
  link: () => copy(link()),
  share: () => navigator.share({ text: whole() }).catch(() => {}),
  clear: () => ((list.items = {}), keep(list), show()),
};

async function show() {
  const found = await Promise.all(Object.keys(list.items).map(look));
  for (const { id, lost } of found) if (lost) delete list.items[id];
  const makers = new Map();
  for (const one of found.filter(({ lost }) => !lost)) makers.set(one.at, [...(makers.get(one.at) || []), one]);
  places.replaceChildren();
  for (const group of makers.values()) draw(group);
  document.getElementById("trong").hidden = makers.size > 0;
  form.hidden = !makers.size;
}

document.getElementById("khong-js").remove();
root.hidden = false;
for (const name of ["who", "date", "note"]) {
  form[name].value = list[name] || "";
  form[name].oninput = () => ((list[name] = form[name].value), keep(list), renew());
}
form.onsubmit = (event) => event.preventDefault();
for (const button of form.querySelectorAll("[data-do]")) button.onclick = acts[button.dataset.do];
form.querySelector("[data-do=share]").hidden = !navigator.share;
takeIn();
show();
