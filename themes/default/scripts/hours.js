// Says of each place whether it is open at this moment in Vietnam (UTC+7), from states that the build reckoned for some days
// ahead: days from 1970 to the first, then states with their minutes (o open, c closed, u not known). Before and after
// those days it says nothing, and the written hours stand alone.
const words = document.getElementById("gio").dataset;

/** `21:00`, and the day in words. */
const when = (minute, now) => {
  const day = Math.floor(minute / 1440);
  const ahead = day - Math.floor(now / 1440);
  const clock = new Date(minute * 6e4).toISOString().slice(11, 16);
  const date = () => new Date(minute * 6e4).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", timeZone: "UTC" });
  return [clock, [words.today, words.tomorrow][ahead] || (ahead < 7 ? words.week.split("|")[(day + 4) % 7] : words.date.replace("#", date()))];
};

const say = () => {
  const now = Math.floor(Date.now() / 6e4) + 420;
  for (const mark of document.querySelectorAll("[data-now]")) {
    const [first, code] = mark.dataset.now.split(" ");
    let end = first * 1440;
    const early = now < end;
    const states = [...code.matchAll(/(.)(\d+)/g)].map(([, doors, minutes]) => [doors, (end += +minutes)]);
    const at = states.findIndex(([, end]) => now < end);
    mark.hidden = early || at < 0;
    if (mark.hidden) continue;
    const [doors, until] = states[at];
    const known = /[oc]/.test(states[at + 1]);
    const [clock, day] = when(until, now);
    const [state, text] = {
      o: ["open", known && until - now < 1440 ? words.shuts.replace("#", clock) : words.open],
      c: ["shut", known ? words.again.replace("#", clock).replace("%", day) : words.closed],
      u: ["unsure", words.unsure],
    }[doors];
    mark.className = "badge screen b-" + state;
    mark.textContent = text;
  }
};
say();
// A page may stay open past closing time.
setInterval(say, 3e4);
