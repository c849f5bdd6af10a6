// The search form: suggestions while typing, results and filters in place. Without it the form leads to the A–Z.
const form = document.querySelector(".find");
const input = form.elements.q;
const list = form.querySelector("ul");
const results = document.getElementById("ket-qua");
const say = form.dataset;
const { lang, script } = say;
const thrifty = navigator.connection?.saveData;
const PAGE = 12; // on slow 4G, more cards would keep the first ones waiting
let engine;
let typing = 0;
let asking = 0;
let shown = PAGE;

const make = (name, attributes, ...inner) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  element.append(...inner);
  return element;
};
const base = script + "/../../";
const ready = () => {
  // The index begins to come while its client does.
  if (!engine) document.head.append(make("link", { rel: "preload", as: "fetch", crossorigin: "anonymous", href: base + "search/root.bin" }));
  return (engine ||= import(script).then((client) => client.open(base)));
};

// Suggestions: a listbox under the input (WAI-ARIA combobox).
let marked = -1;
function offer(options) {
  list.replaceChildren(...options);
  list.hidden = !options.length;
  marked = -1;
  input.setAttribute("aria-expanded", !list.hidden);
  input.removeAttribute("aria-activedescendant");
}
async function suggest() {
  const typed = input.value.trim();
  const mine = ++typing;
  // The letter is painted before it is looked for, and only the last one of several.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  if (mine !== typing) return;
  if (results && !thrifty && typed[1]) run("replaceState");
  const found = typed ? await (await ready()).suggest(typed) : [];
  if (mine !== typing || document.activeElement !== input) return;
  offer(found.map(({ name, count }, i) => make("li", { id: "gy" + i, role: "option" }, make("span", {}, name), make("b", {}, count))));
}
function mark(step) {
  const all = list.children;
  if (!all.length) return;
  all[marked]?.removeAttribute("aria-selected");
  marked = (Math.max(marked, step < 0 ? 0 : -1) + step + all.length) % all.length;
  all[marked].setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", all[marked].id);
}
function take(option) {
  input.value = option.firstChild.textContent;
  form.requestSubmit();
}
input.addEventListener("keydown", (event) => {
  const { key } = event;
  if (key === "ArrowDown" || key === "ArrowUp") mark(key === "ArrowDown" ? 1 : -1);
  else if (key === "Escape" && !list.hidden) offer([]);
  else if (key === "Enter" && marked >= 0) take(list.children[marked]);
  else return;
  event.preventDefault();
});
list.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  const option = event.target.closest("li");
  if (option) take(option);
});
input.addEventListener("blur", () => offer([]));
input.addEventListener("focus", async () => thrifty || (await ready()).warm(), { once: true });
input.addEventListener("input", suggest);
form.addEventListener("submit", (event) => {
  typing++;
  offer([]);
  if (!results) return;
  event.preventDefault();
  run("pushState");
});

// Results: the state of everything is the URL.
const find = (selector) => results.querySelector(selector);
const place = () => new Promise((done) => navigator.geolocation.getCurrentPosition(({ coords }) => done([coords.longitude, coords.latitude]), () => done()));
function restore() {
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") || "";
  find("select").value = asked.get("sap-xep") || "relevance";
  show();
}
function run(how) {
  const next = new URLSearchParams();
  const text = input.value.trim();
  if (text) next.set("q", text);
  // While results load, boxes still show what was asked before.
  for (const { name, value } of results.querySelectorAll("input:checked")) next.append(name, value);
  const order = find("select").value;
  if (order !== "relevance") next.set("sap-xep", order);
  history[how](null, "", [...next].length ? "?" + next : location.pathname);
  shown = PAGE;
  show();
}
async function show() {
  const mine = ++asking;
  const asked = new URLSearchParams(location.search);
  const fields = [...results.querySelectorAll("[data-facet]")];
  const filters = Object.fromEntries(fields.map(({ dataset: { facet } }) => [facet, asked.getAll(facet)]));
  const { open } = find("details");
  const idle = ![...asked].length;
  document.documentElement.classList.toggle("found", !idle);
  if (idle && !open) return;
  const status = find("[role=status]");
  try {
    const search = await ready();
    const sort = find("select").value;
    const near = sort === "distance" && (await place());
    // Communes are too many to count for a whole nation.
    const count = open && filters.district.length ? ["commune"] : open && [];
    const answer = await search.query(input.value, { filters, sort, near, limit: shown, lang, cards: true, count });
    const groups = answer.total ? [] : await search.names("category");
    if (mine !== asking) return;
    status.textContent = (answer.total ? (answer.near ? say.near : say.count) : say.none).replace("#", answer.total);
    find(".nay").replaceChildren(
      ...answer.units.map(({ name, now, url }) => make("p", {}, `${name} ${say.now} `, make("a", { href: url }, now))),
      ...(answer.reading ? [make("p", {}, say.reading + " ", make("a", { href: "?q=" + encodeURIComponent(answer.reading) }, answer.reading))] : []),
      make("div", { class: "chips" }, ...[...groups.values()].map((group) => make("a", { href: "?category=" + group.id }, named(group)))),
    );
    const cards = find(".cards");
    cards.innerHTML = answer.results.join("");
    find(".them").hidden = answer.total <= shown;
    dispatchEvent(new Event("cards"));
    for (const field of fields) await facet(field, answer.facets, filters, search);
    // Brings in the drawings that the page does not hold yet.
    const missing = [...cards.querySelectorAll("use")].some((use) => !document.querySelector(use.getAttribute("href")));
    if (missing) document.querySelector("svg.vh").innerHTML += await search.symbols();
  } catch {
    engine = null;
    status.textContent = say.fail;
  }
}
const named = ({ name, english }) => (lang === "en" && english) || name;
async function facet(field, facets, filters, search) {
  const key = field.dataset.facet;
  const counts = facets[key] || {};
  const picked = filters[key];
  const ids = [...new Set([...picked, ...Object.keys(counts).sort((a, b) => a - b || counts[b] - counts[a])])];
  const names = ids.length ? await search.names(key) : null;
  const { name, value } = document.activeElement;
  field.hidden = ids.length < 2 && !picked.length;
  field.lastElementChild.replaceChildren(...ids.map((id) => {
    const box = make("input", { type: "checkbox", name: key, value: id, checked: picked.includes(id) });
    return make("label", {}, box, `${named(names.get(id) || { name: id })} `, make("b", {}, counts[id] || 0));
  }));
  // The box that was chosen is another one now.
  if (name === key) [...field.querySelectorAll("input")].find((box) => box.value === value)?.focus();
}
if (results) {
  results.addEventListener("change", () => run("pushState"));
  find(".them").addEventListener("click", () => ((shown += PAGE), show()));
  find("details").addEventListener("toggle", show);
  addEventListener("popstate", restore);
  if (location.search) restore();
}
