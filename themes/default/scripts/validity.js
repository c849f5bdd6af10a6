const words = document.body.dataset;
// Corrects stars and badges for the day of reading (UTC+7): a certificate may have ended since the site was built.
// `until` is the first day that may be the last one, `last` the latest; they differ where sources give only part of a date.
const correct = () => {
  const today = Math.floor((Date.now() + 252e5) / 864e5);
  for (const mark of document.querySelectorAll("[data-until]")) {
    const { until, last, n } = mark.dataset;
    delete mark.dataset.until;
    const left = Date.parse(until) / 864e5 - today;
    if (left > 180 || (left >= 0 && (n || last))) continue;
    const end = last || until;
    const state = left >= 0 ? "ending-soon" : Date.parse(end) / 864e5 < today ? "lapsed" : "date-unknown";
    const [drawing, text] = [mark.firstElementChild, mark.lastChild];
    if (n) {
      drawing.classList.add("off", "n" + n);
      if (state == "lapsed") text.data = " " + words.once.replace("#", n);
      mark.ariaLabel = state == "lapsed" ? text.data.trim() : mark.ariaLabel + ", " + words.open;
    } else {
      mark.className = "badge b-" + state;
      text.data = words[{ "ending-soon": "soon", lapsed: "ended" }[state] || "open"].replace("#", left < 0 ? end.slice(5, 7) + "/" + end.slice(0, 4) : left);
      drawing.setAttribute("viewBox", "0 0 16 16");
      drawing.innerHTML = '<path d="M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM8 4.5V8l2.5 1.5"/>';
    }
  }
};
correct();
// Cards that a script puts in later are as old as the site.
addEventListener("cards", correct);
// What answers without a network is fetched when the page has all that it needs.
addEventListener("load", () => navigator.serviceWorker?.register(words.worker));
