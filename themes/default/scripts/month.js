// The season of the month in which the page is read (UTC+7): it names the month in which the site was built, and a kept copy
// may be read in another. Then the way to that month's list stands in place of the cards.
const section = document.querySelector("[data-month]");
const month = new Date(Date.now() + 252e5).getUTCMonth() + 1;
const { dataset } = section;
if (dataset.month != month) {
  const listed = dataset.months.split(" ").includes(String(month));
  const name = dataset.names.split("|")[month - 1];
  const heading = section.firstElementChild;
  const text = document.createElement(listed ? "a" : "span");
  text.textContent = (listed ? dataset.here : dataset.none).replace("#", name);
  if (listed) text.href = dataset.url.replace("#", month);
  heading.replaceChildren(text);
  section.replaceChildren(heading);
}
