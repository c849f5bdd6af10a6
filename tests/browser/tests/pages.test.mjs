// Every page type, in both languages: narrow and wide, light and dark, large text.
import fs from 'node:fs';
import { createRequire } from 'node:module';

import { expect, open, test } from '../fixtures.mjs';
import { inLanguage } from '../pages.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};
const MAX_REQUESTS = 6;
const TALL = 800;

for (const type of [...inLanguage('vi'), ...inLanguage('en')]) {
  test(`${type.lang} ${type.name} ${type.url}`, async ({ page, servers, requests }) => {
    await page.setViewportSize({ width: 360, height: TALL });
    await open(page, servers, type);
    expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MAX_REQUESTS);
    await expect(page.locator('html')).toHaveAttribute('lang', type.lang);
    await expect(page.locator('h1')).toHaveCount(1);
    await page.evaluate(AXE);
    const found = [];
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: TALL });
      found.push(...(await overflow(page, `${width} px`)));
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violations(page, `${width} px ${colorScheme}`)));
      }
    }
    await page.setViewportSize({ width: 360, height: TALL });
    found.push(...(await smallButtons(page)));
    found.push(...(await crowded(page)));
    expect(found.join('\n')).toBe('');
  });
}

/** What axe finds, a line each. */
async function violations(page, mode) {
  const found = await page.evaluate((options) => window.axe.run(document, options), OPTIONS);
  return found.violations.flatMap((rule) =>
    rule.nodes.slice(0, 3).map((node) => `${mode}: ${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary.slice(0, 300)}`),
  );
}

/** What sticks out where the page would have to be moved sideways. */
function overflow(page, mode) {
  return page.evaluate((words) => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > width + 1);
    return [`${words}: wider than the screen: ${wide.slice(-2).map((it) => it.outerHTML.slice(0, 120)).join(' | ')}`];
  }, mode);
}

/** 320 px (WCAG 1.4.10), wide text spacing (1.4.12), a reader's own setting of twice the text size on a phone (1.4.4). */
async function crowded(page) {
  await page.setViewportSize({ width: 320, height: TALL });
  const found = await overflow(page, '320 px');
  await page.setViewportSize({ width: 360, height: TALL });
  await page.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
    document.adoptedStyleSheets = [spacing];
  });
  found.push(...(await overflow(page, 'wide text spacing')));
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  found.push(...(await overflow(page, 'text at 200 %')));
  return found;
}

/** Things to press that are lower than 44 px; links in running text are held to 24 px by axe's `target-size`. */
function smallButtons(page) {
  return page.evaluate(() => {
    const low = (it) => it.getClientRects().length && it.getBoundingClientRect().height < 43.5;
    const pressed = [...document.querySelectorAll('button, .btn, summary, select, input, [role=button], header nav a')];
    return pressed.filter(low).map((it) => `lower than 44 px: ${it.outerHTML.slice(0, 160)}`);
  });
}
