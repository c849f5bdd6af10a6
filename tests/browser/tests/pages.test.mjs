// Every page type, in both languages: narrow and wide, light and dark, large text.
import fs from 'node:fs';
import { createRequire } from 'node:module';

import { expect, open, test } from '../fixtures.mjs';
import { inLanguage } from '../pages.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL_RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};
// In the dark only colours differ, which `darkRules` holds, so only rules on colours are asked again.
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] };
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
    const found = await darkRules(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: TALL });
      found.push(...(await overflow(page, `${width} px`)));
      await page.emulateMedia({ colorScheme: 'light' });
      found.push(...(await violations(page, ALL_RULES, `${width} px light`)));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await violations(page, COLOURS, `${width} px dark`)));
    }
    await page.setViewportSize({ width: 360, height: TALL });
    found.push(...(await smallButtons(page)));
    found.push(...(await crowded(page)));
    expect(found.join('\n')).toBe('');
  });
}

/** What axe finds, a line each. */
async function violations(page, rules, mode) {
  const found = await page.evaluate((options) => window.axe.run(document, options), rules);
  return found.violations.flatMap((rule) =>
    rule.nodes.slice(0, 3).map((node) => `${mode}: ${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary.slice(0, 300)}`),
  );
}

/** Declarations for the dark that set anything but a custom property. */
function darkRules(page) {
  return page.evaluate(() => {
    const dark = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme'));
    const set = dark.flatMap((rule) => [...rule.cssRules]).flatMap((rule) => [...rule.style]);
    if (!set.length) return ['there are no rules for the dark'];
    return set.filter((name) => !name.startsWith('--') && name !== 'color-scheme').map((name) => `in the dark: ${name}`);
  });
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
