// The palette's contrasts, computed from the styles as the browser has them (WCAG 1.4.3 and 1.4.11).
import { expect, open, test } from '../fixtures.mjs';

const TEXT = 4.5;
const DRAWN = 3;
const GROUNDS = ['paper', 'surface', 'sand'];
const FAMILIES = ['sea', 'amber', 'sim', 'leaf', 'red', 'blue', 'grey'];
const PAIRS = [
  ...['ink', 'muted', 'sea'].flatMap((it) => GROUNDS.map((ground) => [it, ground, TEXT])),
  ...FAMILIES.flatMap((it) => [[it, `${it}-t`, TEXT], [it, 'paper', TEXT], [it, 'surface', TEXT], ['ink', `${it}-t`, TEXT]]),
  ['on-sea', 'sea', TEXT],
  ['paper', 'red', TEXT],
  ['paper', 'leaf', TEXT],
  ...['star', 'star0', 'line', 'ring'].flatMap((it) => [[it, 'paper', DRAWN], [it, 'surface', DRAWN]]),
  ['ring', 'halo', DRAWN],
];

for (const colorScheme of ['light', 'dark']) {
  test(`${colorScheme}: every pair of colours has its contrast`, async ({ page, servers }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, servers, { site: 'trial', url: '/' });
    const names = [...new Set(PAIRS.flatMap(([front, ground]) => [front, ground]))];
    const colours = await page.evaluate(computed, names);
    const low = PAIRS.map(([front, ground, least]) => [front, ground, least, contrast(colours[front], colours[ground])])
      .filter(([, , least, found]) => !(found >= least))
      .map(([front, ground, least, found]) => `${front} on ${ground}: ${found.toFixed(2)} is below ${least}`);
    expect(low).toEqual([]);
  });
}

/** Runs in the page: each token's colour as red, green, blue. */
function computed(names) {
  const probe = document.body.appendChild(document.createElement('i'));
  const colour = (name) => {
    probe.style.color = `var(--${name}, rgb(0 0 0 / 0))`;
    const parts = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
    if (parts.length > 3) throw new Error(`there is no colour --${name}`);
    return parts;
  };
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
