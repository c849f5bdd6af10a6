// Corrects stars and badges for the day of reading (UTC+7): a certificate may have ended since the site was built.
const words = document.body.dataset;
const today = Math.floor((Date.now() + 252e5) / 864e5);
for (const mark of document.querySelectorAll("[data-until]")) {
  const { until, n } = mark.dataset;
  const left = Date.parse(until) / 864e5 - today;
  const [drawing, text] = [mark.firstElementChild, mark.lastChild];
  if (left > 180 || (n && left >= 0)) continue;
  if (n) {
    drawing.classList.add("off", "n" + n);
    text.data = " " + words.once.replace("#", n);
    mark.setAttribute("aria-label", text.data);
  } else {
    mark.className = left < 0 ? "badge b-lapsed" : "badge b-ending-soon";
    text.data = left < 0 ? words.ended.replace("#", until.slice(5, 7) + "/" + until.slice(0, 4)) : words.soon.replace("#", left);
    drawing.setAttribute("viewBox", "0 0 16 16");
    drawing.innerHTML = '<path d="M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM8 4.5V8l2.5 1.5"/>';
  }
}
