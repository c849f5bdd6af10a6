// The search form: suggestions while typing, results and filters in place. Without it the form leads to the A–Z.
const form = document.querySelector(".find");
const input = form.elements.q;
const list = document.getElementById("goi-y");
const results = document.getElementById("ket-qua");
const say = form.dataset;
const { lang } = say;
const thrifty = navigator.connection?.saveData;
const make = (name, set, ...inner) => {
  const element = Object.assign(document.createElement(name), set);
  element.append(...inner);
  return element;
};
let engine;
let typing = 0;
let asking = 0;
let shown = 24;
const ready = () => (engine ||= import(say.script).then((module) => module.open(new URL("../", new URL(say.script, location.href)).href)));

// Suggestions: a listbox under the input (WAI-ARIA combobox).
for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "goi-y", "aria-expanded": "false" })) input.setAttribute(name, value);
let marked = -1;
const options = () => [...list.children];
function close() {
  list.hidden = true;
  marked = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
async function suggest() {
  const typed = input.value.trim();
  const mine = ++typing;
  const found = typed ? await (await ready()).suggest(typed, 8) : [];
  if (mine !== typing || document.activeElement !== input) return;
  if (!found.length) return close();
  list.replaceChildren(...found.map(({ name, count }, i) => make("li", { id: "gy" + i }, make("span", {}, name), make("b", {}, count))));
  for (const option of options()) option.setAttribute("role", "option");
  list.hidden = false;
  marked = -1;
  input.setAttribute("aria-expanded", "true");
}
function mark(step) {
  const all = options();
  if (list.hidden || !all.length) return;
  all[marked]?.setAttribute("aria-selected", "false");
  marked = (marked + step + all.length + (marked < 0 && step < 0 ? 1 : 0)) % all.length;
  all[marked].setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", all[marked].id);
}
function take(option) {
  input.value = option.firstChild.textContent;
  close();
  form.requestSubmit();
}
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Escape" && !list.hidden) close();
  else if (event.key === "Enter" && marked >= 0) take(options()[marked]);
  else return;
  event.preventDefault();
});
list.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  const option = event.target.closest("li");
  if (option) take(option);
});
input.addEventListener("blur", close);
input.addEventListener("focus", () => thrifty || ready().then((search) => search.warm()), { once: true });
input.addEventListener("input", () => {
  suggest();
  if (results && !thrifty && input.value.trim().length > 1) run("replaceState");
});

// Results: the state of everything is the URL.
const fields = results ? [...results.querySelectorAll("[data-facet]")] : [];
const order = results?.querySelector("select");
const asked = () => new URLSearchParams(location.search);
function read() {
  input.value = asked().get("q") || "";
  order.value = asked().get("sap-xep") || "relevance";
  show();
}
function run(how) {
  const next = new URLSearchParams();
  if (input.value.trim()) next.set("q", input.value.trim());
  // While results load, boxes still show what was asked before.
  for (const { name, value } of results.querySelectorAll("input:checked")) next.append(name, value);
  if (order.value !== "relevance") next.set("sap-xep", order.value);
  history[how](null, "", [...next].length ? "?" + next : location.pathname);
  shown = 24;
  show();
}
const chosen = (filters) => Object.values(filters).some((ids) => ids.length);
async function show() {
  const filters = Object.fromEntries(fields.map(({ dataset: { facet } }) => [facet, asked().getAll(facet)]));
  const idle = !input.value.trim() && !chosen(filters) && order.value === "relevance";
  const panel = results.querySelector("details");
  results.hidden = idle && results.dataset.idle === "hide";
  for (const other of document.querySelectorAll(".tinh")) other.hidden = !idle;
  for (const other of results.querySelectorAll("h2,.cards,.them")) other.hidden = idle;
  const mine = ++asking;
  if (results.hidden || (idle && !panel.open)) return;
  const search = await ready();
  const sort = order.value;
  const near = sort === "distance" ? await place() : null;
  const answer = await search.query(input.value, { filters, sort, near, limit: shown, lang, cards: true });
  // Nothing is not near.
  answer.near &&= answer.total;
  if (mine !== asking) return;
  const cards = results.querySelector(".cards");
  if (!idle) cards.innerHTML = answer.results.map((one) => one.html).join("");
  await symbols(cards, search);
  dispatchEvent(new Event("cards"));
  results.querySelector("[role=status]").textContent = (answer.near ? say.near : answer.total ? say.count : say.none).replace("#", answer.total);
  results.querySelector(".nay").replaceChildren(...answer.units.map((unit) => make("p", {}, unit.name + " " + say.now + " ", make("a", { href: unit.url }, unit.now))));
  results.querySelector(".them").hidden = idle || answer.total <= shown;
  for (const field of fields) await facet(field, answer, filters, search);
}
async function facet(field, { facets }, filters, search) {
  const key = field.dataset.facet;
  const names = await search.names(key);
  const picked = filters[key] || [];
  const ids = Object.keys(facets[key] || {}).sort((a, b) => picked.includes(b) - picked.includes(a) || facets[key][b] - facets[key][a]);
  field.hidden = ids.length < 2 && !picked.length;
  field.querySelector("div").replaceChildren(...[...new Set([...picked, ...ids])].slice(0, 15).map((id) => {
    const label = names.get(id);
    const name = (lang === "en" && label?.english) || label?.name || id;
    return make("label", {}, make("input", { type: "checkbox", name: key, value: id, checked: picked.includes(id) }), name + " ", make("b", {}, facets[key]?.[id] || 0));
  }));
}
const place = () => new Promise((done) => navigator.geolocation.getCurrentPosition(({ coords }) => done([coords.longitude, coords.latitude]), () => done(null)));
/** Brings in the drawings that the page does not hold yet. */
async function symbols(cards, search) {
  const missing = [...cards.querySelectorAll("use")].some((use) => !document.querySelector(use.getAttribute("href")));
  if (missing) document.querySelector("svg.vh").innerHTML += await search.symbols();
}
form.addEventListener("submit", (event) => {
  close();
  if (!results) return;
  event.preventDefault();
  run("pushState");
});
if (results) {
  results.addEventListener("change", () => run("pushState"));
  results.querySelector(".them").addEventListener("click", () => ((shown += 24), show()));
  results.querySelector("details").addEventListener("toggle", show);
  addEventListener("popstate", read);
  if (location.search || results.dataset.idle !== "hide") read();
}
