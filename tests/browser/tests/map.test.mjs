// The schematic map: a drawing, and the same as a table.
import { expect, open, test } from '../fixtures.mjs';

for (const site of ['real', 'trial']) {
  for (const lang of ['', '/en']) {
    test(`${site}${lang}: every circle is a link that says what its row in the table says`, async ({ browser, servers }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await open(page, servers, { site, url: `${lang}/ban-do/` });
      const map = page.locator('section.map').first();
      const rows = await map.locator('tbody tr').evaluateAll((all) => all.map((row) => [row.querySelector('a').getAttribute('href'), ...[...row.querySelectorAll('td')].map((cell) => cell.textContent)]));
      const circles = await map.locator('svg a:has(circle)').evaluateAll((all) => all.map((link) => [link.getAttribute('href'), ...link.getAttribute('aria-label').split(':')[1].match(/\d+/g)]));
      expect(circles.length).toBeGreaterThan(0);
      const sorted = (lines) => lines.map((line) => line.join(' ')).sort();
      expect(sorted(circles)).toEqual(sorted(rows));
      await context.close();
    });
  }
}

test('what the map cannot show is counted and listed', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/ban-do/' });
  const list = page.locator('section.map:has(#ha-tinh) > details');
  const said = (await list.locator('summary').textContent()).match(/\d+/g).map(Number);
  await list.locator('summary').click();
  expect(await list.getByRole('link').count()).toBe(said.reduce((sum, it) => sum + it, 0));
});

test('circles lie apart, and names cover none of them', async ({ page, servers }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, servers, { site: 'real', url: '/ban-do/' });
  const circles = await page.locator('section.map:has(#ha-tinh) > svg circle').evaluateAll((all) => all.map((it) => ['cx', 'cy', 'r'].map((name) => Number(it.getAttribute(name)))));
  for (const [at, [x, y, r]] of circles.entries()) {
    for (const [otherX, otherY, otherR] of circles.slice(at + 1)) expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThanOrEqual(r + otherR - 1);
  }
  const names = page.locator('section.map:has(#ha-tinh) > svg .name');
  expect(await names.count()).toBe(3);
  for (const name of await names.all()) {
    const box = await name.evaluate((it) => (({ x, y, width, height }) => [x, y, width, height])(it.getBBox()));
    for (const [x, y, r] of circles) {
      const [dx, dy] = [Math.max(Math.abs(x - box[0] - box[2] / 2) - box[2] / 2, 0), Math.max(Math.abs(y - box[1] - box[3] / 2) - box[3] / 2, 0)];
      expect(Math.hypot(dx, dy)).toBeGreaterThan(r - 4);
    }
  }
});

test('a circle is reached and followed by keyboard alone, or passed by', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/ban-do/' });
  const skip = page.getByRole('link', { name: 'Bỏ qua sơ đồ, tới danh sách' });
  await skip.focus();
  await page.keyboard.press('Tab');
  const first = page.locator('section.map svg a').first();
  await expect(first).toBeFocused();
  const target = await first.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await page.goBack();
  await skip.press('Enter');
  await expect(page.locator('section.map table')).toBeFocused();
});

test('places known to the point are pins, closed ones none', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/ban-do/' });
  const pins = await page.locator('svg a:has(.pin)').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  expect(pins).toContain('/diem-ban/cua-hang-thu/');
  expect(pins).toContain('/diem-den/bai-thu/');
  expect(pins).not.toContain('/diem-ban/quay-thu-da-dong/');
});

for (const url of ['/diem-den/bien-thien-cam/', '/diem-ban/pos-thien-cam-hnd/', '/huyen/cam-xuyen/', '/xa/thien-cam/']) {
  test(`${url}: a small map says in words what it lights and leads to the whole`, async ({ page, servers }) => {
    await open(page, servers, { site: 'real', url });
    const map = page.locator('.small');
    await expect(map.getByRole('img')).toHaveAccessibleName(/Sơ đồ tỉnh Hà Tĩnh, tô sáng .+/);
    expect(await map.locator('circle').count()).toBeGreaterThan(0);
    await expect(map.getByRole('link')).toHaveAttribute('href', '/ban-do/');
  });
}

test('with forced colours every number stands out from its circle', async ({ page, servers }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, servers, { site: 'real', url: '/ban-do/' });
  const colours = await page.locator('section.map svg a:has(text)').evaluateAll((all) => all.map((link) => ['circle', 'text'].map((name) => getComputedStyle(link.querySelector(name)).fill)));
  expect(colours.length).toBeGreaterThan(0);
  for (const [circle, number] of colours) expect(number).not.toBe(circle);
});
