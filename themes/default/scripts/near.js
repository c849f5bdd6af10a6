// "Near me": puts the nearest entries of the page first, by the position that the reader's device tells when asked.
// Nothing leaves the device.
const ask = document.getElementById("gan-toi");
const found = document.getElementById("gan-ban");
const [button, said] = ask.children;
const MOST = 10;

/** Kilometres over the Earth's surface. */
const distance = (from, to) => {
  const rad = Math.PI / 180;
  const half = (one, other) => Math.sin(((other - one) * rad) / 2) ** 2;
  const a = half(from[0], to[0]) + Math.cos(from[0] * rad) * Math.cos(to[0] * rad) * half(from[1], to[1]);
  return 12742 * Math.asin(Math.sqrt(a));
};

const show = ({ coords }) => {
  const here = [coords.latitude, coords.longitude];
  const near = [...document.querySelectorAll("section:not(#gan-ban) > .cards > [data-at]")].map((card) => [distance(here, card.dataset.at.replace("~", "").split(",").map(Number)), card]);
  near.sort(([one], [other]) => one - other);
  found.lastChild.replaceChildren(
    ...near.slice(0, MOST).map(([km, card]) => {
      const copy = card.cloneNode(true);
      const line = document.createElement("p");
      const rounded = Math.round(km);
      line.textContent = (rounded ? ask.dataset.far.replace("#", rounded) : ask.dataset.close) + (card.dataset.at.endsWith("~") ? ", " + ask.dataset.about : "");
      copy.lastElementChild.append(line);
      copy.removeAttribute("data-at");
      return copy;
    }),
  );
  said.textContent = "";
  found.hidden = false;
  document.getElementById("gan").focus();
};

if (navigator.geolocation) {
  ask.hidden = false;
  button.onclick = () => {
    said.textContent = ask.dataset.wait;
    navigator.geolocation.getCurrentPosition(show, (fault) => (said.textContent = fault.code == 1 ? ask.dataset.no : ask.dataset.lost), { timeout: 15e3, maximumAge: 6e4 });
  };
}
