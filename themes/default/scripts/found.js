// Opened with a query, a page shows what is found and not its list: said before the list is laid out, since laying out a
// long one and taking it away again makes a slow phone wait and the page jump. Without its script the page is the list.
if (location.search) {
  const { classList } = document.documentElement;
  classList.add("found");
  addEventListener("error", ({ target }) => target.tagName === "SCRIPT" && classList.remove("found"), true);
}
