// Buttons that put a product on the enquiry list. Without a script there are none, and no link to an empty list.
import { keep, load } from "./enquiry-store.js";

/** Puts a button into every place that names a product. */
export function offer() {
  const shelf = document.getElementById("hoi-hang");
  if (!shelf) return;
  const { add, in: on, list: words } = shelf.dataset;
  const count = () => {
    const n = Object.keys(load().items).length;
    shelf.textContent = words.replace("#", n);
    shelf.hidden = !n;
  };
  for (const place of document.querySelectorAll("[data-p]")) {
    const { p, name } = place.dataset;
    const button = Object.assign(document.createElement("button"), { className: "btn o", type: "button" });
    const show = () => {
      const chosen = p in load().items;
      button.textContent = chosen ? on : add;
      if (name) button.ariaLabel = button.textContent + ": " + name;
      button.setAttribute("aria-pressed", chosen);
    };
    button.onclick = () => {
      const list = load();
      if (p in list.items) delete list.items[p];
      else list.items[p] = "";
      keep(list);
      show();
      count();
    };
    show();
    place.append(button);
  }
  count();
}
