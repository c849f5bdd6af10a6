// With the keyboard alone, at the width of a phone: one page of each layout.
import { expect, open, test } from '../fixtures.mjs';
import { inLanguage, TYPES } from '../pages.mjs';

const LAYOUTS = [
  'home', 'product list', 'points of sale', 'sources', 'districts', 'states', 'search', 'supply', 'supply table', 'plan', 'plan of a year',
  'data', 'changes', 'not found', 'source', 'text', 'product, in force', 'producer with everything', 'point of sale, open',
  'venue with uses', 'destination with picture', 'route of two days', 'event to come',
];
const ACTIONS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

for (const name of LAYOUTS) {
  const [type] = inLanguage('vi', TYPES.filter((it) => it.name === name).slice(-1));
  test(`${name} ${type.url}`, async ({ page, servers }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, servers, type);
    const actions = await page.evaluate(expectStops, ACTIONS);
    await skipLink(page);
    for (let pressed = 1; pressed <= actions; pressed += 1) {
      await page.evaluate(look);
      await page.keyboard.press('Tab');
    }
    expect(await page.evaluate(complaints), 'what the keyboard met').toEqual([]);
  });
}

test('the skip link leads to the content', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/san-pham/' });
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.closest('main') !== null)).toBe(true);
});

/** The first stop of every page jumps over the frame, and is seen when it has the focus. */
async function skipLink(page) {
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toBeInViewport({ ratio: 1 });
  const target = await skip.getAttribute('href');
  await expect(page.locator(`main${target}`)).toHaveCount(1);
}

/** Runs in the page, before the first stop. Returns how many stops there should be. */
function expectStops(actions) {
  const shown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
  window.expected = [...document.querySelectorAll(actions)].filter(shown);
  window.seen = new Set();
  window.dim = [];
  return window.expected.length;
}

/** Runs in the page, at each stop: whether the focus can be seen there. */
function look() {
  const marked = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  const target = document.activeElement;
  const name = target.outerHTML.slice(0, 140);
  window.seen.add(target);
  if (!marked(getComputedStyle(target)) && !marked(getComputedStyle(target, '::after'))) window.dim.push(`focus not visible: ${name}`);
  const { left, top, right, bottom } = target.getClientRects()[0];
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (!above || !(target.contains(above) || above.contains(target))) window.dim.push(`focus is covered or off the screen: ${name}`);
}

/** Runs in the page. */
function complaints() {
  const missed = window.expected.filter((it) => !window.seen.has(it)).map((it) => `not reached: ${it.outerHTML.slice(0, 140)}`);
  return [...missed, ...window.dim].slice(0, 8);
}
