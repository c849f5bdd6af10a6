// With the keyboard alone, at the width of a phone: one page of each layout.
import { expect, open, test } from '../fixtures.mjs';
import { TYPES } from '../pages.mjs';

const LAYOUTS = [
  'home', 'product list', 'points of sale', 'sources', 'districts', 'states', 'search', 'supply', 'supply table', 'plan', 'plan of a year',
  'data', 'changes', 'not found', 'source', 'text', 'product, in force', 'producer with everything', 'point of sale, open',
  'venue with uses', 'destination with picture', 'route of two days', 'event to come',
];
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };

for (const name of LAYOUTS) {
  const type = TYPES.find((it) => it.name === name);
  test(`${name} ${type.url}`, async ({ page, servers }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, servers, type);
    await pressTab(page, await page.evaluate(watchStops));
    expect(await page.evaluate(() => window.complaints()), 'what the keyboard met').toEqual([]);
  });
}

test('the skip link comes first, is seen, and leads to the content', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/san-pham/' });
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.closest('main') !== null)).toBe(true);
});

/** Many presses at once: the browser takes them in order, which is much faster than waiting for each. */
async function pressTab(page, times) {
  const session = await page.context().newCDPSession(page);
  const press = () => ['rawKeyDown', 'keyUp'].map((type) => session.send('Input.dispatchKeyEvent', { type, ...TAB }));
  await Promise.all(Array.from({ length: times }, press).flat());
}

/**
 * Runs in the page. At each stop of the Tab key it notes whether the focus can be seen there: a mark of at least 2 px
 * (WCAG 2.4.7), on something that the screen shows and nothing hides (2.4.11). Returns how many stops there should be.
 */
function watchStops() {
  const shown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
  const actions = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const expected = [...document.querySelectorAll(actions)].filter(shown);
  const seen = new Set();
  const wrong = [];
  const name = (it) => it.outerHTML.slice(0, 140);
  const marked = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  const visible = (it) => {
    const { left, top, right, bottom } = it.getClientRects()[0];
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const above = document.elementFromPoint(x, y);
    return above !== null && (it.contains(above) || above.contains(it));
  };
  document.addEventListener('keyup', ({ target }) => {
    if (target === document.body) return;
    if (seen.size === 0 && !target.matches('a[href="#m"]')) wrong.push('the skip link is not the first stop');
    seen.add(target);
    if (!marked(getComputedStyle(target)) && !marked(getComputedStyle(target, '::after'))) wrong.push(`focus not visible: ${name(target)}`);
    if (!visible(target)) wrong.push(`focus is covered or off the screen: ${name(target)}`);
  });
  window.complaints = () => [...expected.filter((it) => !seen.has(it)).map((it) => `not reached: ${name(it)}`), ...new Set(wrong)].slice(0, 8);
  return expected.length;
}
